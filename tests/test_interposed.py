"""Who says it amid what is said, and whom a speaker with a title tells."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.reading import read

DE = Lexicon("de")

ROWS = [
    ("Die Lage, so betonte Minister Olaf Scholz, sei ernst.", "Die Lage, so betonte Minister Olaf Scholz, sei ernst"),
    ("Die Lage, betonte Minister Olaf Scholz, sei ernst.", "Die Lage, betonte Minister Olaf Scholz, sei ernst"),
    ("Das Gesetz ist, wie Olaf Scholz sagte, zu streng.", "Das Gesetz ist, wie Olaf Scholz sagte, zu streng"),
    ("Jonas Weber machte jedoch, wie Olaf Scholz sagte, einen Fehler.",
     "Jonas Weber machte jedoch, wie Olaf Scholz sagte, einen Fehler"),
    ("Die Opfer waren, teilte Olaf Scholz am Dienstag mit, zu Fuß unterwegs.",
     "Die Opfer waren, teilte Olaf Scholz am Dienstag mit, zu Fuß unterwegs"),
    ("Das Land, meinte Olaf Scholz von der SPD, brauche neue Schulen.",
     "Das Land, meinte Olaf Scholz von der SPD, brauche neue Schulen"),
    ("Er bleibe im Amt, sagte Olaf Scholz, und die Partei sei einig.", "Er bleibe im Amt"),
    ("Die Lage sei ernst, sagte Olaf Scholz, der Chef der Partei.", "Die Lage sei ernst"),
    ("Die Lage sei ernst, sagte der Chef der Partei, Olaf Scholz.", "Die Lage sei ernst"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), ROWS)
def test_saying_amid_a_clause(nlp: Language, text: str, words: str) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    reading = read(article, doc, DE)
    names = {entity.id: entity.name for entity in reading.entities}
    said = [(names[c.subject], c.object, str(c.factuality)) for c in reading.claims if c.predicate == "said"]
    assert ("Olaf Scholz", words, "Asserted") in said
    assert {who for who, *_ in said} == {"Olaf Scholz"}
