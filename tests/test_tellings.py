"""Whom a speaker tells what is said."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language.lexicon import Lexicon
from kg.language.parsing import parse
from kg.model import Factuality
from kg.reading import read

DE = Lexicon("de")

TELLINGS = [  # text, whom the speaker tells
    ("Olaf Scholz betonte im Ö1-Morgenjournal, er bleibe.", ["Ö1"]),
    ("Er bleibe im Amt, sagte Olaf Scholz im Radiosender Antenne Nord.", ["Antenne Nord"]),
    ("Er bleibe im Amt, meinte Olaf Scholz gegenüber der dpa.", ["dpa"]),
    ("Olaf Scholz kündigte in der „Bild am Sonntag“ seinen Rücktritt an.", ["Bild am Sonntag"]),
    ("Olaf Scholz schrieb in einem Brief an Angela Merkel, er bleibe.", ["Angela Merkel"]),
    ("Olaf Scholz forderte in Berlin mehr Abstand gegenüber der NPD.", []),
    ("Auf Anfrage der APA sagte Olaf Scholz, er bleibe.", ["APA"]),
    ("Er bleibe, sagte Olaf Scholz dem Kurier.", ["Kurier"]),
    ("Wie der Sprecher der Bahn, Jan Moser, dem ORF bestätigte, wird die Strecke gesperrt.", ["ORF"]),
    ("Wie Sprecherin Eva Moser der APA sagte, wird die Strecke gesperrt.", ["APA"]),
    ("„Wir sind bereit“, so Olaf Scholz zur APA.", ["APA"]),
    ("Im Interview mit dem Standard sagte Olaf Scholz, er bleibe.", ["Der Standard"]),
    ("Olaf Scholz sagte dem Stern auf der Bühne, er bleibe.", ["Stern"]),
    ("Der Kurier fährt zu Olaf Scholz, der einem Standard folgt.", []),
    ("Auf die Frage nach der EU sagte Olaf Scholz, er bleibe.", []),
    ("Olaf Scholz sagte in der SPD, er bleibe.", []),
    ("In der „BILD am Sonntag“ schreibt Olaf Scholz, dass er bleibt.", ["BILD am Sonntag"]),
    ("Die Lage sei ernst, schrieb Olaf Scholz in einem Eintrag auf der Website der Zeitung „Kurier“.", ["Kurier"]),
    ("Olaf Scholz wird von der Agentur Reuters mit den Worten zitiert, er bleibe.", ["Reuters"]),
    ("Die BBC berichtet unter Berufung auf Minister Olaf Scholz, dass der Zug nicht fährt.", ["BBC"]),
    ("Der Spiegel berichtet unter Berufung auf Reuters, dass der Zug nicht fährt.", []),
    ("„Er bleibt“, sagte am Montag Sprecher Jonas Weber der Nachrichtenagentur Reuters.", ["Reuters"]),
    ("Olaf Scholz wollte sich in einem Interview mit dem Kurier nicht festlegen, ob er bleibt.", ["Kurier"]),
]


@pytest.mark.parametrize(("text", "told"), TELLINGS)
def test_telling(nlp: Language, text: str, told: list[str]) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    reading = read(article, doc, DE)
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names[str(c.object)] for c in reading.claims if c.predicate == "informed"] == told


def test_who_tells_a_paper_does_so_whatever_is_told(nlp: Language) -> None:
    article, doc = next(
        parse(nlp, [article_from_text("Das ist reine Panikmache, meint Karl Huber im STANDARD-Interview.")])
    )
    (claim,) = [c for c in read(article, doc, DE).claims if c.predicate == "informed"]
    assert (claim.factuality, claim.source) == (Factuality.ASSERTED, None)
