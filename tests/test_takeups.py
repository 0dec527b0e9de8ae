"""Descriptions that take up what was named before under another word, and those that mean nobody of the article."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse


def named(nlp: Language, text: str, stretch: str) -> set[str]:
    """Names of the named entities that the last such stretch of the text refers to."""
    article, doc = next(parse(nlp, [article_from_text(text)]))
    entities, mentions = resolve(doc, article, Lexicon("de"))
    names, start = {e.id: e.name for e in entities if e.named}, text.rindex(stretch)
    inside = [m for m in mentions if start <= m.start and m.end <= start + len(stretch)]
    return {names[m.entity] for m in inside if m.kind in {"name", "nominal", "pronoun"} and m.entity in names}


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Der Stahlkonzern Voestalpine baut ein Werk. Der Anwalt vertritt auch den Ölkonzern.", "den Ölkonzern"),
        ("Lufthansa und Ryanair streichen Flüge. Die Stadt kritisierte den Billigflieger.", "den Billigflieger"),
        ("Ilse Kern kam mit Freunden. Da die Straße leer war, sagte sie, dass sie bald Erfolg hätten.", "sie bald"),
        ("Barack Obama und Donald Trump stritten. Der Präsident ging früh.", "Der Präsident"),
        ("Amnesty warnt. Neben Helfern der Organisation „Ein Schiff“ kamen viele.", "der Organisation"),
        ("Ilse Kern besuchte Karl Egger. Sie hat zwei Söhne.", "zwei Söhne"),
        ("Amnesty International warnt die EU. In Teheran verhaftete die Behörde viele Frauen.", "die Behörde"),
        (
            "Der Prozess gegen Jan Moser und der Rechtsstreit mit Ilse Kern gehen weiter. Wien lobt das Votum.",
            "das Votum",
        ),
        ("Anwalt Jan Moser wies das zurück. Der Lehrer war krank.", "Der Lehrer"),
        ("Rapid Wien und Austria Wien spielten 1:1. Die Wiener jubelten.", "Die Wiener"),
    ],
)
def test_no_named_entity_is_meant(nlp: Language, text: str, stretch: str) -> None:
    assert not named(nlp, text, stretch)


@pytest.mark.parametrize(
    ("text", "stretch", "name"),
    [
        ("Der Prozess gegen Ilse Kern begann. Die EU rügte das Verfahren.", "das Verfahren", "Prozess gegen Ilse Kern"),
        ("Die Landtagswahl in Kärnten ist vorbei. Zum Urnengang kamen wenige.", "Urnengang", "Landtagswahl in Kärnten"),
        (
            "Nach dem Militärputsch in Niger fliehen viele. Paris rügte den Umsturz.",
            "Umsturz",
            "Militärputsch in Niger",
        ),
        ("In Genf beginnt die Syrien-Konferenz. Der Iran fehlt bei dem Treffen.", "Treffen", "Syrien-Konferenz"),
        ("Red Bull Salzburg besiegte Rapid Wien. Die Salzburger feierten.", "Die Salzburger", "RB Salzburg"),
        ("Der FC Bayern München siegte. Wien lobte die Bayern.", "die Bayern", "FC Bayern München"),
        ("Giovanni Trapattoni geht. Auch Trappattoni schwieg.", "Trappattoni", "Giovanni Trapattoni"),
        ("Carolyn McCarthy geht. Viele wollten McCarty halten.", "McCarty", "Carolyn McCarthy"),
        ("In Kaschmir wird gekämpft. Delhi schickt Polizei in die Region.", "die Region", "Kaschmir"),
        ("Die Armee eroberte die Stadt Kaduqli. Rebellen hatten die Stadt besetzt.", "die Stadt", "Kaduqli"),
    ],
)
def test_other_words_take_up_what_was_named(nlp: Language, text: str, stretch: str, name: str) -> None:
    assert named(nlp, text, stretch) == {name}
