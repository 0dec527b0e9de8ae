"""The shipped pipeline: what it parses right, what it refuses, that it needs no network, that it fits."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.language
from kg.errors import PipelineError
from kg.language.parsing import parse
from kg.model import Article

PARSES = Path(__file__).parent / "parses.txt"
FOLDER = Path(kg.language.__file__).parent / "de"
RIGHT_AT_LEAST = 0.95
MEGABYTES_AT_MOST = 60


def rows() -> list[list[tuple[str, str, int]]]:
    lines = [line for line in PARSES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [[(w, r, int(h)) for w, r, h in (word.rsplit("|", 2) for word in line.split())] for line in lines]


def text_of(row: list[tuple[str, str, int]]) -> str:
    """The sentence with its spaces: none before a closing mark or after an opening one."""
    text, opened = "", False
    for word, _, _ in row:
        closing = word in {".", ",", ")", "“"} or (word == '"' and opened)
        text += word if closing or not text or text[-1] in "(„" or text == '"' else f" {word}"
        opened = opened or word == '"'
    return text


def wrong(doc: Doc, row: list[tuple[str, str, int]]) -> list[str]:
    """Arcs of words other than punctuation that the pipeline gives otherwise."""
    assert [token.text for token in doc] == [word for word, _, _ in row]
    found = []
    for token, (word, relation, head) in zip(doc, row, strict=True):
        given = 0 if token.head.i == token.i else token.head.i + 1
        if relation != "punct" and (token.dep_, given) != (relation, head):
            found.append(f"{word}: {token.dep_} {given}, not {relation} {head}")
    return found


def test_arcs_of_news_constructions(nlp: Language) -> None:
    sentences = rows()
    assert len(sentences) >= 60
    arcs = sum(relation != "punct" for row in sentences for _, relation, _ in row)
    faults = [fault for row in sentences for fault in wrong(nlp(text_of(row)), row)]
    assert 1 - len(faults) / arcs >= RIGHT_AT_LEAST, f"{len(faults)} of {arcs} arcs wrong: {faults}"


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert [token.dep_ for token in kg.language.load("de")("Anna lacht.")] == ["nsubj", "ROOT", "punct"]


def test_it_fits_in_the_package() -> None:
    shipped = [*(FOLDER / "pipeline").rglob("*"), FOLDER / "clusters.npz"]
    assert sum(file.stat().st_size for file in shipped if file.is_file()) <= MEGABYTES_AT_MOST * 1e6


def test_names_in_twelve_classes(nlp: Language) -> None:
    labels = set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]
    assert labels == {kind + form for kind in ("PER", "LOC", "ORG", "OTH") for form in ("", "deriv", "part")}


@pytest.mark.parametrize(("labels", "why"), [(("sb", "oa", "nk"), "TIGER labels"), (("subject",), "other labels")])
def test_other_labels_are_refused(tmp_path: Path, labels: tuple[str, ...], why: str) -> None:
    other = spacy.blank("de")
    parser = other.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    other.initialize()
    other.to_disk(tmp_path)
    with pytest.raises(PipelineError, match=why):
        kg.language.load(str(tmp_path))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="no parser"):
        kg.language.load(str(tmp_path))


@pytest.mark.parametrize("name", ["no_such_pipeline", "numpy"])
def test_what_is_no_pipeline_is_named(name: str) -> None:
    assert kg.language.pipeline.describe(name) == b""
    with pytest.raises(PipelineError, match=name):
        kg.language.load(name)


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Der Minister nahm an der Sitzung teil.", "nahm", "teilnehmen"),
        ("Der Rat lehnte den Antrag ab.", "lehnte", "ablehnen"),
        ("Sie gab das Amt auf.", "gab", "aufgeben"),
    ],
)
def test_full_lemma_of_a_split_verb(nlp: Language, text: str, form: str, lemma: str) -> None:
    doc = nlp(text)
    assert next(token for token in doc if token.text == form)._.verb == lemma


@pytest.mark.parametrize("gap", ["  ", "\n", " \n", "   "])
def test_gaps_do_not_change_the_parse(nlp: Language, gap: str) -> None:
    text = "Estland sei in der EU, erklärte der Minister. Er kam mit Angela Merkel aus Wien."
    torn = (
        text.replace("erklärte ", f"erklärte{gap}")
        .replace("Minister. ", f"Minister.{gap}")
        .replace("mit ", f"mit{gap}")
    )
    (_, whole), (_, doc) = parse(nlp, [Article(id="a", text=text), Article(id="b", text=torn)])
    assert doc.text == torn
    words = [token for token in doc if not token.is_space]
    assert [(t.text, t.pos_, t.dep_, t.head.text, t.ent_type_, t.is_sent_start) for t in words] == [
        (t.text, t.pos_, t.dep_, t.head.text, t.ent_type_, t.is_sent_start) for t in whole
    ]
    assert [entity.text for entity in doc.ents] == ["Estland", "EU", "Angela Merkel", "Wien"]


def test_every_rule_of_the_lemmatizer_has_its_strings(nlp: Language) -> None:
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    assert len(lemmatizer.label_data["trees"]) > 1000  # type: ignore[attr-defined]
