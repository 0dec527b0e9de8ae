"""Every format, every encoding, and every way in which a file can be no article."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kg.articles import expected, read_articles
from kg.articles.article import slug
from kg.articles.tongue import language_of
from kg.errors import ArticleError, KgError
from kg.model import Article

GERMAN = "Der Minister hat am Montag in Wien erklärt, dass er zurücktritt und sich aus der Politik zurückzieht."
ENGLISH = "The minister said on Monday in Vienna that he would step down and that he was leaving politics for good."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
PAGE = f"""<html lang="de"><head><title>Minister tritt zurück - Das Blatt</title>
<meta property="og:title" content="Minister tritt zurück"><meta property="og:site_name" content="Das Blatt">
<meta property="article:published_time" content="2025-04-11T10:00:00+02:00"></head>
<body><nav>Start Politik</nav><article><h1>Minister tritt zurück</h1><p>Wien (dpa) - {GERMAN}</p>
<p>Der Kanzler dankte ihm nach der Sitzung und kündigte an, bald einen Nachfolger zu nennen.</p></article></body></html>"""

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def read(*sources: Path | str, date: str | None = None, **mapping: str) -> tuple[list[Article], list[str]]:
    errors: list[str] = []
    articles = list(
        read_articles(sources, date=date, mapping=mapping, on_error=lambda error: errors.append(str(error)))
    )
    return articles, errors


def test_text(write: Write) -> None:
    path = write("a.txt", f"\ufeff {GERMAN}\r\n")
    (article,), errors = read(path)
    assert (article.id, article.text, article.path, errors) == ("a", f" {GERMAN}\r\n", str(path), [])


def test_text_with_front_matter(write: Write) -> None:
    (article,), _ = read(write("a.txt", f"---\ndate: 2025-04-11\ntitle: Rücktritt\n---\n{GERMAN}"))
    assert (article.text, article.date, article.title) == (GERMAN, "2025-04-11", "Rücktritt")
    (article,), _ = read(write("b.txt", f"---\n{GERMAN}\n---\n{GERMAN}"))
    assert article.text.startswith("---")


def test_markdown(write: Write) -> None:
    path = write(
        "a.md",
        f"---\ntitle: Rücktritt\ndate: 2025-04-11\nsource: Das Blatt\ntags: [a]\n---\n# Rücktritt\n\n**{GERMAN[:9]}**"
        f"{GERMAN[9:]} [Mehr](http://x.example).\n\n## Wie weiter?\n\n* Eins\n* Zwei ist\n  mehr.\n",
    )
    (article,), _ = read(path)
    assert article.text == f"Rücktritt\n\n{GERMAN} Mehr.\n\nWie weiter?\n\nEins\n\nZwei ist mehr."
    assert (article.title, article.date, article.publisher) == ("Rücktritt", "2025-04-11", "Das Blatt")
    assert [part.kind for part in article.parts][:2] == ["title", "body"]


def test_html(write: Write) -> None:
    (article,), _ = read(write("a.html", PAGE))
    assert (article.title, article.date, article.publisher) == ("Minister tritt zurück", "2025-04-11", "Das Blatt")
    assert article.text.startswith("Minister tritt zurück\n\nWien (dpa) - Der Minister")
    assert [part.kind for part in article.parts] == ["title", "dateline", "agency", "body", "body"]


def test_jsonl_with_a_broken_line(write: Write) -> None:
    lines = [
        f'{{"id": "Über uns", "headline": "Kopf", "body": "{GERMAN}", "published_at": "11.04.2025", "link": "http://x.example/"}}',
        '{"id": 2, "body": ',
        "[1, 2]",
        "",
        f'{{"content": "{GERMAN}"}}',
        '{"id": 6, "body": "  "}',
        '{"id": 7, "rumpf": "x"}',
    ]
    path = write("a.jsonl", "\n".join(lines))
    articles, errors = read(path)
    assert [(a.id, a.title, a.date, a.url) for a in articles] == [
        ("Ueber-uns", "Kopf", "2025-04-11", "http://x.example/"),
        ("a-5", None, None, None),
    ]
    assert [error.partition("a.jsonl")[2] for error in errors] == [
        ":2: not JSON (Expecting value at column 1): mend or remove the line",
        ":3: not a JSON object but list: one object a line",
        ":6: empty: there is no text to read",
        ":7: no column holds the text (columns: id, rumpf): say which with --map text=NAME",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv(write: Write, delimiter: str, encoding: str) -> None:
    rows = [["Überschrift", "Text", "Datum"], ["Kopf", f'"{GERMAN}\nUnd ""mehr""."', "11. April 2025"]]
    path = write("a.csv", "\n".join(delimiter.join(row) for row in rows).encode(encoding))
    (article,), errors = read(path)
    assert (article.title, article.text, article.date) == ("Kopf", f'{GERMAN}\nUnd "mehr".', "2025-04-11")
    assert not errors


def test_columns_by_mapping(write: Write) -> None:
    path = write("a.csv", f"rumpf,nr,text\n{GERMAN.replace(',', '')},x7,nichts\n")
    (article,), _ = read(path, text="rumpf", id="nr")
    assert (article.id, article.text) == ("x7", GERMAN.replace(",", ""))


def test_a_mapping_of_what_is_no_field(write: Write) -> None:
    with pytest.raises(KgError, match=r"no field 'rumpf' to map: there are text, title"):
        read(write("a.txt", GERMAN), rumpf="text")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (GERMAN, [("stdin", None, GERMAN)]),
        ("\n\n" + GERMAN, [("stdin", None, GERMAN)]),
        (f'\ufeff{{"text": "{GERMAN}"}}\n\n{{"id": "b", "title": "Kopf", "text": "{GERMAN}"}}',
         [("stdin-1", None, GERMAN), ("b", "Kopf", GERMAN)]),
        (f'{{"text": "{GERMAN}"}}\n{{"text": oops\n', [("stdin-1", None, GERMAN), "standard input:2: not JSON"]),
        (f"  {PAGE}", [("stdin", "Minister tritt zurück", "Minister tritt zurück\n\nWien (dpa) - ")]),
        ("", ["standard input: empty"]),
    ],
)  # fmt: skip
def test_standard_input(
    write: Write, monkeypatch: pytest.MonkeyPatch, given: str, found: list[tuple[str, str | None, str] | str]
) -> None:
    with write("a.txt", given).open() as file:
        monkeypatch.setattr("sys.stdin", file)
        articles, errors = read("-")
    expected = [row for row in found if isinstance(row, tuple)]
    assert [(article.id, article.title) for article in articles] == [row[:2] for row in expected]
    assert all(article.text.strip().startswith(row[2]) for article, row in zip(articles, expected, strict=True))
    reasons = [row for row in found if isinstance(row, str)]
    assert all(str(error).startswith(reason) for error, reason in zip(errors, reasons, strict=True))


@pytest.fixture
def server(write: Write, tmp_path: Path) -> Iterator[str]:
    write("politik/ruecktritt.html", PAGE)
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_web_page(server: str) -> None:
    (article,), _ = read(f"{server}/politik/ruecktritt.html")
    assert article.id == slug(f"{server.removeprefix('http://')}/politik/ruecktritt.html")
    assert (article.title, article.url) == ("Minister tritt zurück", f"{server}/politik/ruecktritt.html")


def test_web_page_that_is_not_there(server: str) -> None:
    articles, errors = read(f"{server}/nichts.html")
    assert not articles
    assert errors == [f"{server}/nichts.html: could not be fetched: check the address, or save the page as .html"]


def test_folders_are_walked_by_name_without_hidden_files_and_stores(write: Write, tmp_path: Path) -> None:
    stored = ("c/store/IDENTITY", "c/store/CURRENT", "c/store/1.log", "c/store/readers/2.txt")
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/x.txt", "b/.hidden.txt", *stored):
        write(name, GERMAN)
    articles, errors = read(tmp_path)
    assert ([article.id for article in articles], errors) == (["a", "1", "2"], [])
    assert expected([tmp_path]) == 3


def test_expected_counts_lines_and_rows(write: Write) -> None:
    sources: list[Path | str] = [
        write("a.jsonl", "{}\n{}\n{}\n"),
        write("a.csv", "text\nx\ny\n"),
        write("a.txt", "x"),
        "-",
    ]
    assert expected(sources) == 7


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt: empty: there is nothing to read"),
        ("a.txt", b" \n \n", "a.txt: empty: there is nothing to read"),
        ("a.jsonl", b"", None),
        ("a.png", PNG, "a.png: not a format that newskg reads: save it as one of .txt, .md, .html, .htm, .jsonl, .csv"),
        ("a.txt", PNG, "a.txt: not a text but a binary file: save the article as .txt, .md or .html"),
        ("a.html", b"%PDF-1.7", "a.html: not a text but a binary file: save the article as .txt, .md or .html"),
        ("a.html", b"<html><body></body></html>", "a.html: no article was found in the page: save its text as .txt"),
        ("a.txt", ENGLISH.encode(), "a.txt: in English, set aside: newskg reads German"),
        ("a.txt", b"x" * 6_000_000, "a.txt: 6.0 MB, more than the 5 MB an article may have: split it"),
        ("a.jsonl", b'{"text": "' + b"x" * 6_000_000 + b'"}', "a.jsonl:1: 6.0 MB, more than the 5 MB an article may have"),
        ("a.csv", b"id,rumpf\n1,x\n", "a.csv:2: no column holds the text (columns: id, rumpf): say which with --map"),
        ("a.md", b"---\n: [\n---\nText", "a.md: the front matter is no YAML"),
        ("a.md", b"---\n- x\n---\nText", "a.md: the front matter is not 'name: value' lines"),
        ("a.txt", "Съешь же ещё этих мягких булок".encode("koi8-r"), "a.txt: in an encoding that could not be told"),
        ("a.csv", b"text\n" + (b"x" * 999 + b"\n") * 1100 + b"\xe4\n", "a.csv:"),
    ],
)  # fmt: skip
def test_what_is_no_article(write: Write, tmp_path: Path, name: str, content: bytes, message: str | None) -> None:
    write(name, content)
    good = write("good.txt", GERMAN)
    articles, errors = read(tmp_path / name, good)
    assert articles[-1].id == "good"
    assert len(errors) == (message is not None) or name == "a.csv"
    if message is not None:
        assert errors[-1].startswith(f"{tmp_path}/{message}")
        assert "\n" not in errors[-1]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert read(tmp_path / "nichts.txt")[1] == [f"{tmp_path}/nichts.txt: no such file or folder: check the path"]


def test_a_second_article_of_the_same_id(write: Write) -> None:
    first, second = write("x/a.txt", GERMAN), write("y/a.txt", GERMAN)
    articles, errors = read(first, second)
    assert [article.path for article in articles] == [str(first)]
    assert errors == [f"{second}: its id 'a' is taken by {first}: rename the file or change the id"]


def test_without_on_error_the_first_error_is_raised(write: Write) -> None:
    with pytest.raises(ArticleError, match="set aside"):
        list(read_articles([write("a.txt", ENGLISH)]))


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp850", "mac_roman", "utf-16"])
def test_other_encodings_are_told_with_a_warning(
    write: Write, caplog: pytest.LogCaptureFixture, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("kg"), "propagate", True)
    (article,), _ = read(write("a.txt", GERMAN.encode(encoding)))
    assert article.text == GERMAN
    assert (encoding == "utf-16") or "a.txt: not UTF-8, read as" in caplog.text


@pytest.mark.parametrize(("date", "edtf"), [("11.4.2025", "2025-04-11"), ("2025-04", "2025-04"), (None, None)])
def test_date_of_articles_that_state_none(write: Write, date: str | None, edtf: str | None) -> None:
    rows = write("a.jsonl", f'{{"text": "{GERMAN}"}}\n{{"text": "{GERMAN}", "date": "2020"}}')
    assert [article.date for article in read(rows, date=date)[0]] == [edtf, "2020"]


def test_a_date_that_is_none(write: Write) -> None:
    with pytest.raises(KgError, match="'gestern' is no date: write 2025-04-11"):
        read(write("a.txt", GERMAN), date="gestern")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        ("Putin traf Witkoff", "de"),
        ("Rapid Wien 2, Austria Wien 1; Sturm Graz 0, LASK 0; WAC 3, Ried 3 und Altach 1, Hartberg 2.", "de"),
        (ENGLISH, "en"),
        ("Le ministre a déclaré lundi à Vienne qu'il allait démissionner et qu'il quittait la politique.", "fr"),
        ("De minister zei maandag in Wenen dat hij zou aftreden en dat hij de politiek voorgoed zou verlaten.", "nl"),
        ("Il ministro ha detto lunedì a Vienna che si dimette e che lascia la politica per sempre.", "it"),
        ("Minister powiedział w poniedziałek w Wiedniu, że ustąpi i że na zawsze odejdzie z polityki.", "pl"),
        ("部长星期一在维也纳表示他将辞职", None),
        ("Министр заявил в понедельник в Вене, что он уходит в отставку и что он больше не будет политиком.", "ru"),
        (
            "Ministeri kertoi maanantaina Wienissä eroavansa tehtävästään ja jättävänsä politiikan lopullisesti taakseen perjantaina",
            None,
        ),
    ],
)
def test_language_of(text: str, code: str | None) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("witkoff-moskau", "witkoff-moskau"),
        ("Größe 1/2", "Groesse-1-2"),
        ("café", "cafe"),
        ("東", "article-6771"),
        ("..", "article-2e-2e"),
    ],
)
def test_slug(name: str, safe: str) -> None:
    assert slug(name) == safe
