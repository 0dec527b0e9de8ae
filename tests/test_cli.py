"""The command line: exit codes, one line an error, data on standard output."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

import kg.building
import kg.language
from kg.cli import COMMANDS, app

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "witkoff-moskau.txt"
GOOD = "Wien - Außenminister Max Muster traf am Montag in Berlin den deutschen Kanzler Hans Beispiel."
BAD = {
    "leer.txt": b"",
    "bild.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "bild.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "latin.txt": GOOD.replace("Max", "Moritz").encode("latin-1"),
    "english.txt": b"The minister met the chancellor in Berlin on Monday and they spoke about the state of the union.",
    "gross.txt": b"Der Minister. " * 430_000,
    "zeilen.jsonl": f'{{"text": "{GOOD}"}}\n{{"text": \n'.encode(),
}


@pytest.fixture(autouse=True)
def _one_pipeline(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kg.building, "load", lambda name: nlp)
    monkeypatch.setattr(kg.language, "load", lambda name: nlp)
    kg.building._pipeline.cache_clear()
    yield
    kg.building._pipeline.cache_clear()
    logging.getLogger("kg").propagate = True


def run(*words: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=text)


def said(result: Result) -> list[str]:
    return result.stderr.splitlines()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    path = tmp_path_factory.mktemp("store") / "kg"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.building, "load", lambda name: nlp)
        assert run("build", SEED, "-s", path).exit_code == 0
    return path


def test_build_sums_up_and_passes_over_what_is_there(tmp_path: Path) -> None:
    first = run("build", SEED, "-s", tmp_path / "kg")
    assert first.exit_code == 0
    assert first.stdout == ""
    assert said(first)[0] == "kg: 1 articles built, 0 unchanged, 0 failed"
    assert "words/s" in said(first)[2]
    again = run("build", SEED, "-s", tmp_path / "kg")
    assert (again.exit_code, said(again)[0]) == (0, "kg: 0 articles built, 1 unchanged, 0 failed")


def test_what_is_bad_gets_a_line_each_and_the_good_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in (BAD | {"gut.txt": GOOD.encode()}).items():
        (folder / name).write_bytes(content)
    result = run("build", folder, tmp_path / "fehlt.txt", "-s", tmp_path / "kg")
    assert result.exit_code == 1
    lines = {line.removeprefix(f"kg: {folder}/").partition(":")[0]: line for line in said(result)}
    assert set(BAD) <= set(lines)
    assert f"kg: {tmp_path}/fehlt.txt: no such file or folder: check the path" in said(result)
    assert "read as cp1252" in lines["latin.txt"]
    assert "zeilen.jsonl:2: not JSON" in lines["zeilen.jsonl"]
    assert "kg: 3 articles built, 0 unchanged, 7 failed" in said(result)
    assert len(said(result)) == len(BAD) + 1 + 3


@pytest.mark.parametrize("name", ["leer.txt", "bild.png", "english.txt", "gross.txt", "fehlt.txt"])
def test_nothing_built_is_exit_code_2(tmp_path: Path, name: str) -> None:
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    result = run("build", tmp_path / name, "-s", tmp_path / "kg")
    assert result.exit_code == 2
    assert said(result)[0].startswith(f"kg: {tmp_path / name}: ")


def test_an_empty_folder_is_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = run("build", tmp_path / "in", "-s", tmp_path / "kg")
    assert result.exit_code == 2
    assert said(result)[0].startswith("kg: no article in what was named")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", str(SEED), "--date", "gestern"], "kg: 'gestern' is no date: write 2025-04-11, 11.4.2025 or 2025-04"),
        (["build", str(SEED), "--map", "rumpf=text"], "kg: no field 'rumpf' to map: there are text,"),
        (["inspect", "nichts.txt"], "kg: nichts.txt: no such file or folder: check the path"),
        (["stats", "-s", "nichts"], "kg: there is no store at nichts"),
    ],
)
def test_errors_are_one_line_and_exit_code_2(words: list[str], message: str, tmp_path: Path) -> None:
    result = run(*words, *(["-s", str(tmp_path / "kg")] if words[0] == "build" else []))
    assert result.exit_code == 2
    assert len(said(result)) == 1
    assert said(result)[0].startswith(message)


def test_a_mapping_without_equals_is_a_usage_error(tmp_path: Path) -> None:
    result = run("build", SEED, "--map", "text", "-s", tmp_path / "kg")
    assert result.exit_code == 2
    assert "FIELD=NAME" in result.stderr


def test_inspect_as_json() -> None:
    result = run("inspect", SEED, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    text = SEED.read_text(encoding="utf-8")
    assert found["text"] == text
    assert found["article"] == {"id": "witkoff-moskau", "title": None, "date": "2025-04", "language": "de"}
    assert set(found) == {"article", "text", "entities", "mentions", "times", "quotations", "events", "claims"}
    keys = {
        "entities": "id name type named aliases roles",
        "mentions": "start end text entity type how",
        "times": "start end text type value edtf",
        "quotations": "spans type cue speaker speaker_entity addressee",
        "events": "id type participants time place claims",
        "claims": "subject predicate object factuality source time place former event start end exact extractor "
        "confidence cues",
    }
    for name, expected in keys.items():
        assert found[name], name
        assert {key for row in found[name] for key in row} == set(expected.split())
    for row in found["mentions"] + found["times"]:
        assert row["text"] == text[row["start"] : row["end"]]
    for claim in found["claims"]:
        assert claim["exact"] == text[claim["start"] : claim["end"]]


def test_inspect_reads_standard_input_and_a_date() -> None:
    result = run("inspect", "-", "--json", "--date", "11.4.2025", text=GOOD)
    found = json.loads(result.stdout)
    assert (found["text"], found["article"]["date"]) == (GOOD, "2025-04-11")


def test_inspect_gives_an_article_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "{GOOD}"}}\n' * 2)
    assert [json.loads(line)["article"]["id"] for line in run("inspect", path, "--json").stdout.splitlines()] == [
        "a-1",
        "a-2",
    ]


def test_inspect_for_people() -> None:
    result = run("inspect", SEED)
    assert result.exit_code == 0
    assert "Der US-Sondergesandte Steve Witkoff" in result.stdout
    assert "represents" in result.stdout


def test_stats(store: Path) -> None:
    found = json.loads(run("stats", "-s", store, "--json").stdout)
    assert found["totals"]["articles"] == 1
    assert found["articles by date"] == {"2025-04": 1}
    assert found["entities by type"]["Person"] >= 6
    assert sum(found["claims by factuality"].values()) == found["totals"]["claims"]
    assert sum(found["claims by predicate"].values()) == found["totals"]["claims"]
    shown = run("stats", "-s", store).stdout
    assert "entities by type" in shown
    assert "Person" in shown


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("newskg ")
    assert "build" in run("--help").stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_is_explained_with_an_example(command: object) -> None:
    assert "Example: kg " in (command.__doc__ or "")


def test_help_does_not_wait_for_spacy() -> None:
    code = "import sys, kg.cli; print([m for m in ('spacy', 'rdflib', 'networkx', 'pyoxigraph') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_kg_exports() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert callable(kg.build)
    with pytest.raises(AttributeError, match="no attribute 'nichts'"):
        kg.nichts  # noqa: B018
