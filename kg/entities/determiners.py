"""Words that open a noun phrase: articles, demonstratives, possessives, and what they say of the noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Determiners:
    """Sets of word forms in lower case.

    ``articles`` are definite, those melted into a preposition ("im") included; ``openers`` are all that stand for
    themselves at the front of a phrase.
    """

    articles: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    negative: frozenset[str]
    owned: frozenset[str]
    several: frozenset[str]
    openers: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    singular: frozenset[str]


@cache
def determiners(lexicon: Lexicon) -> Determiners:
    """Gather a language's determiners once."""
    forms = {kind: frozenset(words) for kind, words in lexicon.table("coreference")["determiners"].items()}
    articles, pointing = forms["article"] | forms["melted"], forms["demonstrative"]
    return Determiners(
        articles=articles,
        definite=articles | pointing,
        indefinite=forms["indefinite"] | forms["negative"],
        negative=forms["negative"],
        owned=forms["possessive"],
        several=forms["several"],
        openers=forms["article"] | pointing | forms["indefinite"] | forms["possessive"],
        masculine=forms["masculine"],
        feminine=forms["feminine"],
        singular=forms["singular"],
    )
