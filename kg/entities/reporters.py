"""Where a common word names a medium: it reports, or somebody speaks to it ("sagte sie dem Kurier", "laut Standard")."""

from __future__ import annotations

from functools import cache

from kg.entities.passage import Passage
from kg.language.lexicon import Lexicon

TOLD = frozenset({"iobj", "obj", "obl", "obl:arg", "nmod"})
TALKS = ("interview", "gespräch")


def speaks_or_is_told(page: Passage, token: int) -> bool:
    """Whether a token stands as a medium would in its sentence.

    Args:
        page: the article.
        token: a word that is a medium's name and a common noun too.
    """
    if not token:
        return False
    before, verb = page.lower[token - 1], page.heads[token]
    if before == "laut" or (before == "dem" and page.lower[token - 2 : token - 1] == ["laut"]):
        return True
    if page.dep[token] == "nsubj":
        return page.lemmas[verb] in _table(page.lexicon, "media_reports") and before in {"der", "die", "das"}
    if before not in {"dem", "der", "zum", "zur"} or page.dep[token] not in TOLD:
        return False
    marks = [page.lower[k] for k in page.kids[token] if page.dep[k] == "case"]
    if marks in ([], ["zum"], ["zur"], ["zu"], ["gegenüber"]):
        return page.lemmas[verb] in _table(page.lexicon, "strong") and page.dep[token] != "nmod"
    return marks == ["mit"] and page.lower[verb].endswith(TALKS)


@cache
def _table(lexicon: Lexicon, name: str) -> frozenset[str]:
    return frozenset(lexicon.table("reporting")[name])
