"""Which stretches of a text are a node of their own, and what it is called: bodies, parties, groups of somebody's."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse
from kg.model import Entity, Mention

DE = Lexicon("de")


def read(nlp: Language, text: str) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    return resolve(doc, article, DE)


def meant(nlp: Language, text: str, phrase: str) -> set[str]:
    """The names of those whom a stretch of a text, where it last stands, refers to."""
    entities, mentions = read(nlp, text)
    at = text.rindex(phrase)
    ids = {m.entity for m in mentions if (m.start, m.end) == (at, at + len(phrase))}
    return {e.name for e in entities if e.id in ids}


NAMED = [
    ("Die Oppositionspartei Neuer Aufbruch gewann die Wahl.", "Neuer Aufbruch"),
    ("Er gründete die Bewegung Wahre Heimat.", "Wahre Heimat"),
    ("Der Linzer Klub Grün-Rot 05 besiegte den SC Kalden.", "Grün-Rot 05"),
    ("Der Übergangsrat lehnte das ab.", "Übergangsrat"),
    ("Die Militärjunta lehnte das ab.", "Militärjunta"),
    ("Das Sondertribunal verurteilte ihn.", "Sondertribunal"),
    ("Der Expertenrat für Klimafragen widersprach.", "Expertenrat für Klimafragen"),
    ("Das sagte der Sprecher der CDU / CSU-Landtagsfraktion.", "CDU/CSU-Landtagsfraktion"),
    ("Die Streitkräfte der Vereinigten Staaten griffen an.", "Streitkräfte der Vereinigten Staaten"),
    ("Am Flughafen Kalden brannte es. In Kalden lobte man das.", "Kalden"),
    ("Fans von Karl Moser reisten nach Graz.", "Fans von Karl Moser"),
    ("Unterstützer Karl Mosers protestierten in Graz.", "Unterstützer Karl Mosers"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_what_is_a_node_of_its_own(nlp: Language, text: str, name: str) -> None:
    assert name in {e.name for e in read(nlp, text)[0] if e.named}


UNNAMED = [
    ("Der Geschäftsführer der Landtagsfraktion Karl Moser kam.", "Landtagsfraktion Karl Moser"),
    ("Die Regierung Papua-Neuguineas lehnte das ab.", "Papua"),
    ("Das sagte der Sprecher der CDU / CSU-Landtagsfraktion.", "CSU"),
    ("Die Militärjunta lehnte das ab. Die Junta regiert seit Montag.", "Junta"),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_what_is_none(nlp: Language, text: str, name: str) -> None:
    assert name not in {e.name for e in read(nlp, text)[0]}


MEANT = [
    ("Jan Moser steht vor Gericht. Anhänger Mosers kamen nach Graz.", "Anhänger Mosers", {"Anhänger Mosers"}),
    ("Jan Moser ist da. Es gab Streit zwischen der SPÖ und den Beratern Mosers.", "den Beratern", set()),
    ("Sie klagt die Universität Linz. Das teilte die Hochschule mit.", "die Hochschule", {"Universität Linz"}),
    ("Das meldet CNN. Der US-Fernsehsender zeigte ihn.", "Der US-Fernsehsender", {"CNN"}),
    ("Der FC Kalden gewann. Moser lobte den Verein.", "den Verein", {"FC Kalden"}),
    ("Volkswagen wächst. Der Volkswagenkonzern lobte Indien.", "Volkswagenkonzern", {"Volkswagen"}),
    ("Der Trainer des FC Linz, der Schwede Jan Berg, kam.", "Der Trainer", {"Jan Berg"}),
    ("Die Leiterin des Amtes, die Linzer Biologin Eva Kern, kam.", "Die Leiterin", {"Eva Kern"}),
    ("Das Staatsoberhaupt von Polen, Präsident Duda, kam.", "Das Staatsoberhaupt", {"Duda"}),
    ("Die SPD-Abgeordnete und Kölner Bürgermeisterin Eva Kern kam.", "Die SPD-Abgeordnete", {"Eva Kern"}),
    ("Außenminister Salem kam. Der indonesische Innenminister ging.", "Der indonesische Innenminister", {"indonesischer Innenminister"}),
    ("Der Roman „Schnee“ ist neu. Moser lobte das Buch.", "das Buch", {"Schnee"}),
    ("Das Stück „Schnee“ ist neu. Moser lobte das Gegenstück.", "das Gegenstück", set()),
    ("Das Alkoholverbot ist neu. Moser lobte das Verbot.", "das Verbot", {"Alkoholverbot"}),
    ("Die Militärjunta trat ab. Er dankte der Junta für ihre Hilfe.", "der Junta", {"Militärjunta"}),
    ("Die „Linz Energie AG“, ein deutsches Unternehmen, wächst.", "ein deutsches Unternehmen", {"Linz Energie AG"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "names"), MEANT)
def test_whom_a_phrase_means(nlp: Language, text: str, phrase: str, names: set[str]) -> None:
    assert meant(nlp, text, phrase) == names
