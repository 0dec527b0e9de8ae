"""Open extraction: every clause in its own words."""

from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import kg.language
from kg.cli import app
from kg.facts.triples import triples

ROWS = [
    ("Der Kanzler traf den Präsidenten.", ["Der Kanzler | traf | den Präsidenten"]),
    ("Siemens baut eine Fabrik in Leipzig.", ["Siemens | baut | eine Fabrik in Leipzig"]),
    ("Angela Merkel reiste am Montag nach Paris.", ["Angela Merkel | reiste am | Montag", "Angela Merkel | reiste nach | Paris"]),
    ("Wien ist die Hauptstadt Österreichs.", ["Wien | ist | die Hauptstadt Österreichs"]),
    ("Der Angeklagte wurde von der Polizei festgenommen.", ["Der Angeklagte | wurde festgenommen von | der Polizei"]),
    (
        "Der Minister besuchte Rom und lobte die Regierung.",
        ["Der Minister | besuchte | Rom", "Der Minister | lobte | die Regierung"],
    ),
    ("Karl Huber und Ilse Kern leiten das Museum.", ["Karl Huber | leiten | das Museum", "Ilse Kern | leiten | das Museum"]),
    ("Der Mann, der das Auto stahl, wohnt in Bonn.", ["Der Mann | stahl | das Auto", "Der Mann | wohnt in | Bonn"]),
    ("Der Verein nahm an dem Turnier teil.", ["Der Verein | nahm teil an | dem Turnier"]),
    ("Ilse Kern, die Präsidentin, eröffnete das Museum.", ["Ilse Kern | ist | die Präsidentin", "Ilse Kern | eröffnete | das Museum"]),
    ("Der Ort ist bekannt für seinen Wein.", ["Der Ort | ist bekannt für | seinen Wein"]),
    ("Die Brücke ist 200 Meter lang.", ["Die Brücke | ist | 200 Meter lang"]),
    (
        "Das Werk wurde sowohl in Paris als auch in London gezeigt.",
        ["Das Werk | wurde gezeigt in | Paris", "Das Werk | wurde gezeigt in | London"],
    ),
    ("Der Konzern will das Werk nicht schließen.", ["Der Konzern | will nicht schließen | das Werk"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_triples(nlp: Language, text: str, expected: list[str]) -> None:
    assert [" | ".join(t.texts()) for t in triples(nlp(text))] == expected


def test_words_are_the_sentences_own(nlp: Language) -> None:
    text = "Die Firma, die 1998 von zwei Studenten gegründet wurde, beschäftigt heute 300 Leute in Graz und Linz."
    for triple in triples(nlp(text)):
        for part in (triple.argument1, triple.relation, triple.argument2):
            offsets = [token.i for token in part if token.dep_ != "case"]
            assert offsets == sorted(offsets)
            assert all(token.text in text for token in part)


def test_the_command_numbers_sentences(nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kg.language, "load", lambda name: nlp)
    text = "\ufeffAnna gründete die Firma.\n\nHeute regnet es.\nOtto verkaufte das Haus.\n"
    (tmp_path / "sentences.txt").write_text(text)
    for file, given in ((str(tmp_path / "sentences.txt"), None), ("-", text.lstrip("\ufeff"))):
        done = CliRunner().invoke(app, ["triples", file], input=given)
        assert done.exit_code == 0
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        assert [row for row in rows if row[0] != "2"] == [
            ["1", "Anna", "gründete", "die Firma"],
            ["3", "Otto", "verkaufte", "das Haus"],
        ]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_the_command_names_a_file_it_cannot_read(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    monkeypatch.setattr(kg.language, "load", lambda name: nlp)
    if content is not None:
        (tmp_path / "sentences.txt").write_bytes(content)
    done = CliRunner().invoke(app, ["triples", str(tmp_path / "sentences.txt")])
    assert done.exit_code == 2
    assert "give a UTF-8 text file with one sentence a line" in done.stderr
