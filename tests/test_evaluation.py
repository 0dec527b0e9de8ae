"""Scores against gold facts, on a store whose right and wrong claims are known."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdf_sample import sample
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import KgError
from kg.evaluation import read_gold, score
from kg.evaluation.words import normalise, token_f1

GOLD: dict[str, Any] = {
    "article": "eins",
    "entities": [
        {"id": "kern", "type": "Person", "name": "Petra Kern", "mentions": ["Kern", "die Chefin"]},
        {"id": "holm", "type": "Person", "name": "Jan Holm", "mentions": ["Jan Holm"]},
        {"id": "solar", "type": "Organization", "name": "Solar AG", "mentions": []},
        {"id": "graz", "type": "Place", "name": "Graz", "mentions": []},
        {"id": "wien", "type": "Place", "name": "Wien", "mentions": []},
    ],
    "facts": [
        {"s": "holm", "p": "met", "o": "kern", "factuality": "asserted", "time": "2024-05-03", "place": "wien"},
        {"s": "kern", "p": "said", "o": "das war so gut", "factuality": "asserted"},
        {"s": "kern", "p": "worksFor", "also": ["heads"], "o": "solar", "factuality": "planned"},
        {"s": "kern", "p": "supported", "o": "solar", "factuality": "reported", "source": "holm"},
        {"s": "kern", "p": "travelledTo", "o": "graz", "factuality": "asserted"},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "eins.json").write_text(json.dumps(GOLD), encoding="utf8")
    return folder


def test_figures(gold: Path) -> None:
    with sample() as store:
        found = score(read_gold(gold), store)
    figures = {name: round(value, 3) for name, value in found.figures().items()}
    assert figures == {
        "gold_facts": 5,
        "right": 4,
        "wrong": 2,
        "precision": 0.667,
        "recall": 0.8,
        "f1": 0.727,
        "pair_precision": 0.667,
        "pair_recall": 0.667,
        "pair_f1": 0.667,
        "entity_recall": 0.6,
        "nodes_per_entity": 1.0,
        "factuality_accuracy": 0.75,
        "source_accuracy": 1.0,
        "time_accuracy": 1.0,
        "place_accuracy": 0.0,
    }
    assert dict(found.predicates["worksFor"]) == {"gold": 1, "right": 1}
    assert dict(found.predicates["dismissed"]) == {"wrong": 1}
    assert dict(found.extractors["frames/test"]) == {"right": 4, "wrong": 2}


def test_an_empty_store_scores_nothing(gold: Path) -> None:
    with sample() as store:
        store.remove("eins")
        figures = score(read_gold(gold), store).figures()
    assert figures["recall"] == figures["precision"] == figures["f1"] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [("Der Kreml-Chef!", "kreml chef"), ("die", "die"), ("Des  Landes", "landes"), ("", "")],
)
def test_normalised_names(text: str, words: str) -> None:
    assert normalise(text) == words


@pytest.mark.parametrize(("left", "right", "share"), [("a b", "b a", 1.0), ("a b", "b c", 0.5), ("", "", 0.0)])
def test_common_words(left: str, right: str, share: float) -> None:
    assert token_f1(left, right) == share


@pytest.mark.parametrize(
    ("content", "message"), [(None, "no gold files"), ("{}", "KeyError"), ("{", "not a gold article")]
)
def test_bad_gold_gets_one_line(tmp_path: Path, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / "x.json").write_text(content, encoding="utf8")
    with pytest.raises(KgError, match=message):
        read_gold(tmp_path)


def test_command(gold: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "store")
    sample(place).close()
    run = CliRunner().invoke
    told = run(app, ["score", str(gold), "-s", place])
    assert told.exit_code == 0, told.output
    assert "precision             0.667\n" in told.stdout
    by_rule = run(app, ["score", str(gold), "-s", place, "--by", "extractor"])
    assert by_rule.stdout.split()[-3:] == ["frames/test", "4", "2"]
    export = tmp_path / "graph.trig"
    assert run(app, ["export", "-o", str(export), "-s", place]).exit_code == 0
    assert run(app, ["score", str(gold), str(export)]).stdout == told.stdout
    figures = json.loads(run(app, ["score", str(gold), "-s", place, "--json"]).stdout)
    assert (figures["right"], figures["extractors"]["frames/test"]["wrong"]) == (4, 2)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("none.trig", None, "does not exist"), ("bad.ttl", "<a> <b>", "cannot be read as RDF"), ("x.pdf", "x", "as RDF")],
)
def test_bad_exports_get_one_line(gold: Path, tmp_path: Path, name: str, content: str | None, message: str) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, encoding="utf8")
    result = CliRunner().invoke(app, ["score", str(gold), str(file)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
