"""A statement of the graph is explained by the claims behind it."""

import json
from pathlib import Path

import pytest
from rdf_sample import TEXT, sample
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.explain import as_dict, behind, parse, predicates_called
from kg.errors import QueryError
from kg.views.filters import read


@pytest.mark.parametrize(
    ("asked", "statements"),
    [
        ("Kern met Holm", ["met eins"]),
        ("Holm met Kern", ["met eins"]),
        ("Petra Kern traf Holm", ["met eins"]),
        ("Petra Kern TALKEDWITH Holm", ["met eins"]),
        ("Holm heads Solar AG", []),
        ("Kern heads Solar AG", ["heads eins", "heads zwei/ä"]),
        ("Kern worksFor Solar AG", ["heads eins", "heads zwei/ä"]),
        ("Kern leitet _", ["heads eins", "heads zwei/ä"]),
        ("_ supported Solar AG", ["supported eins"]),
        ("Kern Holm", ["met eins", "dismissed eins"]),
        ("Kern _ Holm", ["met eins", "dismissed eins"]),
        ("Holm dismissed Kern", ["dismissed eins"]),
        ("Kern dismissed Holm", []),
        ("Kern said _", ["said eins"]),
        ("Kern said war", ["said eins"]),
        ("Kern said nichts", []),
        ("Kern open:gut-finden _", ["open:gut-finden eins"]),
    ],
)
def test_claims_behind_a_statement(asked: str, statements: list[str]) -> None:
    with sample() as store:
        contents = read(store, {})
    found = [
        f"{fact.predicate} {contents.articles[fact.article].id}" for fact in behind(contents, *parse(asked.split()))
    ]
    assert sorted(found) == sorted(statements)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("A", ("A", "_", "_")),
        ("A B", ("A", "_", "B")),
        ("A met", ("A", "met", "_")),
        ("A _ B C", ("A", "_", "B C")),
        ("A B met C D", ("A B", "met", "C D")),
        ("_ met C", ("_", "met", "C")),
    ],
)
def test_reading_the_question(words: str, parts: tuple[str, str, str]) -> None:
    assert parse(words.split()) == parts


def test_words_without_a_predicate() -> None:
    with pytest.raises(QueryError, match="SUBJECT PREDICATE OBJECT"):
        parse(["A", "loves", "B"])


@pytest.mark.parametrize(
    ("word", "predicates"),
    [
        ("met", {"met"}),
        ("Traf", {"met"}),
        ("talked", set()),
        ("talkedWith", {"talkedWith", "met", "negotiatedWith"}),
        ("open:gut-finden", {"open:gut-finden"}),
    ],
)
def test_names_of_predicates(word: str, predicates: set[str]) -> None:
    assert predicates_called(word) == predicates


def test_everything_is_told_about_a_claim() -> None:
    with sample() as store:
        contents = read(store, {})
    (fact,) = behind(contents, "Kern", "met", "Holm")
    told = as_dict(fact, contents, TEXT)
    assert {key: told[key] for key in ("subject", "predicate", "object", "factuality", "place", "time")} == {
        "subject": "Petra Kern",
        "predicate": "met",
        "object": "Holm",
        "factuality": "Asserted",
        "place": "Graz",
        "time": "2024-05-03",
    }
    assert told["sentence"] == "Petra Kern traf Holm am 3. Mai in Graz."
    assert told["quotation"] == "Petra Kern traf Holm am 3. Mai in Graz"
    assert (told["article"], told["date"], told["extractor"], told["confidence"]) == (
        "eins",
        "2024-05",
        "frames/test",
        0.75,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain") / "store"
    sample(folder).close()
    return folder


def test_command_tells_people(place: Path) -> None:
    result = CliRunner().invoke(app, ["explain", "Kern", "supported", "_", "-s", str(place)])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "Petra Kern supported Solar AG",
        "  reported by Holm",
        "  Kern leitet die Solar AG.",
        "  eins (2024-05), characters 71–95; frames/test, confidence 0.75",
    ]


def test_command_tells_programs(place: Path) -> None:
    result = CliRunner().invoke(app, ["explain", "Holm", "represents", "_", "--json", "-s", str(place)])
    (told,) = json.loads(result.stdout)
    assert (told["former"], told["object"]) == (True, "Solar AG")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["Kern", "killed", "Holm"], 1, "no claim says so: Kern killed Holm"),
        (["Kern", "met", "Nobody"], 2, "Nobody"),
        (["a", "b", "c"], 2, "no predicate in 'a b c'"),
    ],
)
def test_command_says_what_is_wrong(place: Path, words: list[str], code: int, message: str) -> None:
    result = CliRunner().invoke(app, ["explain", *words, "-s", str(place)])
    assert (result.exit_code, result.stdout.strip()) == (code, "")
    assert message in result.stderr


def test_validate_passes_and_fails(place: Path, tmp_path: Path) -> None:
    good = CliRunner().invoke(app, ["validate", "-s", str(place)])
    assert (good.exit_code, good.stderr) == (0, "kg: 2 articles, no violations\n")
    with sample(tmp_path / "store") as store:
        store.update("DELETE { GRAPH ?g { ?c kg:factuality ?f } } WHERE { GRAPH ?g { ?c kg:factuality ?f } }")
    one = CliRunner().invoke(app, ["validate", "-s", str(tmp_path / "store"), "--article", "zwei/ä"])
    assert one.exit_code == 1
    assert "a claim has exactly one factuality" in one.stdout
    assert one.stderr == "kg: 2 violations in 1 article\n"
    every = CliRunner().invoke(app, ["validate", "-s", str(tmp_path / "store")])
    assert "articles" in every.stderr
    assert all("article/" in line for line in every.stdout.splitlines())
