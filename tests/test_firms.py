"""Names that their form gives away: each text with its named entities, by name and the first letters of the type."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.reading import read

NAMES = [
    # English nouns at the end, firms called after their owners
    ("Die Sonde wurde vom Jet Propulsion Laboratory gebaut.", {"Jet Propulsion Laboratory:Org"}),
    ("Er spielt am Lee Strasberg Theatre in Leoben.", {"Lee Strasberg Theatre:Org", "Leoben:Pla"}),
    ("Forscher vom California Institute of Technology kamen.", {"California Institute of Technology:Org"}),
    ("Die Architekten Herzog & de Meuron bauen in Hamburg.", {"Herzog & de Meuron:Org", "Hamburg:Pla"}),
    ("Die Kanzlei Moser & Partner klagte.", {"Moser & Partner:Org"}),
    ("Die New York Stock Exchange (Nyse) fusioniert.", {"New York Stock Exchange:Org"}),
    ("Im Mai lieferte Microsoft Software an die Schulen.", {"Microsoft:Org"}),
    ("Weil René Benko Hotels kauft, steigt der Preis.", {"René Benko:Per"}),
    ("Auch Deutschland Aareal Bank half.", {"Deutschland:Cou", "Aareal Bank:Org"}),
    ("Das Guggenheim Museum in Bilbao ist schön.", {"Guggenheim Museum:Org", "Bilbao:Pla"}),
    # what papers are called, and what is only news
    ("Dort zeigt Twitter Nachrichten an.", {"Twitter:Org"}),
    ("Die Familie hat im Winter Nachrichten erhalten.", set()),
    (
        "Das schrieb der Hellweger Anzeiger, nicht die Salzburger Nachrichten.",
        {"Hellweger Anzeiger:Org", "Salzburger Nachrichten:Org"},
    ),
    # towns in capitals, short names of lands, firms and clubs called like a town or a thing
    ("CHICAGO - Die Chicago Bulls siegten.", {"Chicago:Pla", "Chicago Bulls:Org"}),
    ("Sie wohnen in NÖ und arbeiten in OÖ.", {"Niederösterreich:Pla", "Oberösterreich:Pla"}),
    ("Lenzing wächst, auch am Standort in Lenzing.", {"Lenzing:Org", "Lenzing:Pla"}),
    ("Das DRK half in Haiti.", {"DRK:Org", "Haiti:Cou"}),
    ("Rapids Trainer lobte sein Team.", {"Rapid:Org"}),
    ("Rapid siegte gegen Sturm.", {"Rapid:Org", "Sturm Graz:Org"}),
    ("Der Sturm war stark.", set()),
    # agreements called after a town, the Olympic games, what is no part of a name
    ("Das Potsdamer Abkommen nennt Polen.", {"Potsdamer Abkommen:Wor", "Polen:Cou"}),
    ("Marcel Hirscher gewann bei Olympia Gold.", {"Marcel Hirscher:Per", "Olympische Spiele:Nam"}),
    ("Als Eric Cantona zu Juventus Turin kam, jubelten die Fans.", {"Eric Cantona:Per", "Juventus Turin:Org"}),
    ("Karl-Theodor zu Guttenberg trat zurück.", {"Karl-Theodor zu Guttenberg:Per"}),
    ("Heute hat sich Jan Kern mit seinen Spieler auf den Weg nach Kiel gemacht.", {"Jan Kern:Per", "Kiel:Pla"}),
    ("Sie ist Vorsitzende der Jüdischen Gemeinde.", {"Jüdische Gemeinde:Org"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_by_form(nlp: Language, text: str, expected: set[str]) -> None:
    article = article_from_text(text, date="2024-05-14")
    ((_, doc),) = parse(nlp, [article])
    found = read(article, doc, Lexicon("de")).entities
    assert {f"{e.name}:{e.type[:3]}" for e in found if e.named} == expected
