"""Nouns behind which a name stands in the genitive: what somebody does or undergoes, and whose relative another is."""

from __future__ import annotations

from functools import cache

from kg.entities.passage import Passage
from kg.language.lexicon import Lexicon


def names_owner(page: Passage, i: int) -> bool:
    """Whether a name right behind a noun is whose it is: "der Tod Karl Mosers", "Eva Kern, die Tochter Karl Mosers"."""
    return is_abstract(page, i) or _is_relative(page, i)


def _is_relative(page: Passage, i: int) -> bool:
    """Whether a noun in an apposition says whose relative somebody is."""
    role = page.roles[i]
    related = role is not None and role.relation == "relativeOf"
    return related and page.dep[i] == "appos" and page.lower[i - 1] in page.determiners.definite


def is_abstract(page: Passage, i: int) -> bool:
    """Whether a noun is what somebody does, has or undergoes, and so nobody: "Festnahme", "Wahlsieg", "Tod"."""
    return page.lower[i].endswith(abstract_nouns(page.lexicon))


@cache
def abstract_nouns(lexicon: Lexicon) -> tuple[str, ...]:
    """The ends of nouns for what somebody does, has or undergoes, lower case."""
    return tuple(lexicon.table("names_variants")["abstract"])
