"""What a description must not mean: nobody of the article fits, or more than one."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Der Stahlkonzern Voestalpine baut ein Werk. Der Anwalt vertritt auch den Ölkonzern.", "den Ölkonzern"),
        ("Lufthansa und Ryanair streichen Flüge. Die Stadt kritisierte den Billigflieger.", "den Billigflieger"),
        ("Ilse Kern besuchte Karl Egger. Sie hat zwei Söhne.", "zwei Söhne"),
        ("Amnesty International warnt die EU. In Teheran verhafteten die Behörden viele Frauen.", "die Behörden"),
    ],
)
def test_no_named_entity_is_meant(nlp: Language, text: str, stretch: str) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    entities, mentions = resolve(doc, article, Lexicon("de"))
    named = {e.id for e in entities if e.named}
    assert not [m for m in mentions if m.kind == "nominal" and text[m.start : m.end] == stretch and m.entity in named]
