"""What is what on the page: parts in the notation ``[kind text]``, running text bare."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import article_from_text
from kg.model import Article

MARK = re.compile(r"\[(\w+) ([^\[\]]*)\]")
FOLLOWS = "\n\nDie Gespräche dauern an."


def parts_of(article: Article, *kinds: str) -> list[tuple[str, str]]:
    return [(p.kind, article.text[p.start : p.end]) for p in article.parts if not kinds or p.kind in kinds]


@pytest.mark.parametrize(
    "marked",
    [
        "[dateline Moskau -] Der Gesandte traf den Präsidenten.",
        "[dateline Wien –] Der Minister trat zurück.",
        "[dateline BERLIN/PARIS] [agency (AFP).] Die Minister trafen sich.",
        "[dateline Berlin] [agency (dpa) -] Der Kanzler reist ab.",
        "[dateline Frankfurt am Main] [agency (dpa/lhe) –] Die Bank baut Stellen ab.",
        "[dateline St. Petersburg -] Der Gipfel beginnt.",
        "[dateline Rio de Janeiro –] Der Karneval beginnt.",
        "[dateline Kuwait-Stadt –] Die Gespräche beginnen.",
        "[dateline Berlin, 11. April] [agency (Reuters) -] Der Kanzler reist ab.",
        "[dateline BOZEN.] Der Rat tagte gestern.",
        "[dateline Meran] [agency (ki).] Der Rat tagte gestern.",
        "Merkel – die Kanzlerin – reist ab.",
        "Die Stadt Wien – sie liegt an der Donau – wächst.",
        "[title Der Rat streitet weiter. ] [dateline Graz –] Am Dienstag tagte der Landtag.",
        '[title Er sei "gesund": Arzt legt Befund vor. ] [dateline Washington –] Der Bewerber ist gesund.',
    ],
)
def test_datelines(marked: str) -> None:
    check(marked + FOLLOWS)


@pytest.mark.parametrize(
    "marked",
    [
        "Die Sitzung ist beendet. [agency (dpa)]",
        "Die Sitzung ist beendet. [agency kt/lm (dpa, afp, apd, Die Zeit)]",
        "Die Sitzung ist beendet. [agency (APA, 4.5.2016)]",
        "Die Sitzung ist beendet. [agency (red, 3.2.2014)]",
        "Die Sitzung ist beendet. [agency (Anna Muster, 4.5.2016)]",
        "Die Sitzung ist beendet. [agency ( AFP )] [metadata Mehr auf MSN:]",
        "Die Sitzung ist beendet. [agency (jo)]",
        "Die Sitzung ist beendet. [note © Alle Rechte vorbehalten]",
        "Das meldete die Deutsche Presse-Agentur (dpa).",
        "Gewählt wurde der Kandidat der Partei (SPÖ)",
        "Es siegte die Frau aus Graz (Österreich).",
    ],
)
def test_closing_marks(marked: str) -> None:
    check("Das Gesetz kommt. " + marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[title Minister tritt zurück]\n\nDer Minister trat zurück.",
        "[title Tritt der Minister zurück?]\n\nDer Minister schweigt.",
        "[title Minister]\n\n[title Rücktritt nach Streit um das Gesetz]\n\nDer Minister trat zurück.",
        "[title Rücktritt nach Streit]\n[metadata Von Anna Muster]\nDer Minister trat zurück.",
        "[title Rücktritt]\n\n[metadata Stand: 11.04.2025, 10:32 Uhr]\n\nDer Minister trat zurück.",
        "[metadata 11. April 2025]\n\nDer Minister trat zurück.",
        "Der Minister trat zurück.",
        "Minister tritt zurück",
        "Der Minister trat zurück.\n\n[subheading Kanzler: Wir machen weiter]\n\nDer Kanzler macht weiter.",
        "Der Minister trat zurück.\n[subheading Wie geht es weiter?]\nDer Kanzler macht weiter.",
        "Der Minister trat zurück.\n\n[metadata Lesen Sie auch: Kanzler macht weiter]\n\nDer Kanzler macht weiter.",
        "Der Minister trat zurück.\n\n„Wir machen weiter.“\n\nDer Kanzler macht weiter.",
        "[caption Der Minister im Mai.] [note (Archivbild)]\n\n[dateline Wien -] Er trat zurück.",
        "[caption Der Minister im Mai.] [note Foto: dpa/Muster]\n\nEr trat zurück.",
        "[metadata date 2025-04] [caption Der Minister im Mai.] [note (Archivbild)]\n\n[dateline Wien -] Er trat zurück.",
        "[caption Der Minister im Mai.] [note (Symbolfoto)] [dateline Wien -] Er trat zurück.",
        "Der Minister trat zurück,\nweil er nicht mehr wollte.",
    ],
)
def test_headings_captions_and_metadata(marked: str) -> None:
    check(marked)


def check(marked: str) -> None:
    """Take the markup out, lay the text out, and compare what is not running text."""
    text = MARK.sub(lambda match: match[2].strip(), marked)
    expected = [(kind, stretch.strip()) for kind, stretch in MARK.findall(marked)]
    assert [part for part in parts_of(article_from_text(text)) if part[0] != "body"] == expected


def test_lines_wrapped_at_a_margin_are_one_paragraph() -> None:
    lines = ["Der Minister hat am Montag in Wien erklärt, dass", "Er und seine Partei nach langem Zögern nun doch"]
    text = "\n".join([*lines * 3, "zustimmen."])
    assert parts_of(article_from_text(text)) == [("body", text)]


def test_the_title_that_is_known_is_found_in_the_text() -> None:
    article = article_from_text("Aus. Schluss.\n\nDer Minister trat zurück.", title="Aus. Schluss.")
    assert parts_of(article, "title") == [("title", "Aus. Schluss.")]


def test_the_longer_headline_is_the_title() -> None:
    text = "Wien\n\nMinister tritt nach Streit zurück\n\nEr ging."
    assert article_from_text(text).title == "Minister tritt nach Streit zurück"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date 2025-04 Ein Bild. (Archivbild)\n\nWien - Er ging.", "2025-04"),
        ("Stand: 11. April 2025, 10:32 Uhr\n\nEr ging.", "2025-04-11"),
        ("Titel\n\nVeröffentlicht am 11.04.2025\n\nEr ging.", "2025-04-11"),
        ("Er ging. (APA, 4.5.2016)", "2016-05-04"),
        ("Er kam. (3.5.2016)\n\nEr ging. (red, APA, 4.5.2016)", "2016-05-04"),
        ("Er kam. (3.5.2016)\n\nEr ging am 4. Mai 2016.", None),
        ("Am 11. April 2025 ging er.", None),
    ],
)
def test_the_date_that_stands_in_the_text(text: str, date: str | None) -> None:
    assert article_from_text(text).date == date


def test_a_stated_date_comes_before_the_default_and_that_before_the_text() -> None:
    text = "Er ging. (APA, 4.5.2016)"
    assert article_from_text(text, date="1.2.2020", default_date="2021").date == "2020-02-01"
    assert article_from_text(text, default_date="2021").date == "2021"


PIECES = st.sampled_from(
    [
        "Wien - ",
        "(dpa)",
        "(Archivbild)",
        "\n\n",
        "\n",
        " ",
        "Er ging.",
        "Titel",
        "Foto: dpa",
        "date 2025-04 ",
        "😀",
        "\r\n",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_parts_are_sorted_and_cover_all_that_is_not_white_space(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    end = 0
    for part in article.parts:
        assert end <= part.start < part.end <= len(text)
        assert not text[end : part.start].strip()
        end = part.end
    assert not text[end:].strip()
