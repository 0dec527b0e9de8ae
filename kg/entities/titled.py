"""Works taken up by the noun for what they are: "Der Roman „Schnee“ … das Buch", "Das Tabakverbot … das Verbot"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.entities.descriptions import phrase_start, tail
from kg.entities.events import event_noun, points
from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.model import EntityType


def introducing(page: Passage, spots: Iterable[Spot]) -> dict[int, Spot]:
    """The nouns right before titles, by their token: "der Kurzfilm" of "der Kurzfilm „Warten“"."""
    titles = (s for s in spots if s.type is EntityType.WORK and s.how == "title")
    nouns = {s.start - 1 - (page.words[s.start - 1] in MARKS): s for s in titles}
    return {i: spot for i, spot in nouns.items() if i >= 0 and page.pos[i] == "NOUN"}


def taken_up(page: Passage, introduced: dict[int, Spot]) -> Iterator[Spot]:
    """Yield the definite nouns that mean the only titled work of their kind named before.

    Args:
        page: the article.
        introduced: titles by the token of the noun before them.
    """
    groups = page.lexicon.table("names_events")["same_work"]
    kinds = {i: _kinds(page, i, groups) for i in introduced}
    if not any(kinds.values()):
        return
    for i, word in enumerate(page.words):
        if i in page.skipped or i in introduced or page.pos[i] != "NOUN" or not word[:1].isupper():
            continue
        mine = {n for n, group in enumerate(groups) if page.lower[i] in group or _bare(page, i) in group}
        named = {introduced[at].name: introduced[at] for at, kind in kinds.items() if at < i and kind & mine}
        start = phrase_start(page, i)
        several = page.feature(i, "Number") == "Plur" and page.lower[start] not in page.determiners.singular
        if len(named) == 1 and points(page, start, i) and not several and tail(page, i) == i + 1:
            title = next(iter(named))
            yield Spot(i, i + 1, EntityType.WORK, title, "title again", phrase=min(start, i))


def shortened(page: Passage, laws: Iterable[Spot]) -> Iterator[Spot]:
    """Yield the definite nouns that mean the only measure before whose compound ends so: "die Steuer" of "CO2-Steuer"."""
    named = [s for s in laws if s.how == "law"]
    ends = frozenset(page.lexicon.table("names_events")["policies"]["ends"]) if named else frozenset()
    for i, lower in enumerate(page.lower if named else ()):
        noun = lower if lower in ends else lower.removesuffix("s").removesuffix("e")
        if noun not in ends or i in page.skipped or page.pos[i] != "NOUN" or not points(page, phrase_start(page, i), i):
            continue
        names = {s.name for s in named if s.start < i and s.name.lower().endswith(noun) and s.name.lower() != noun}
        if len(names) == 1 and tail(page, i) == i + 1:
            start = min(phrase_start(page, i), i)
            yield Spot(i, i + 1, EntityType.WORK, names.pop(), "title again", phrase=start)


def _kinds(page: Passage, i: int, groups: list[list[str]]) -> set[int]:
    """The groups of nouns for one kind of work that a noun belongs to, by its whole form or its end."""
    head = event_noun(page.words[i], page.lexicon, "authored") or event_noun(page.words[i], page.lexicon, "works")
    return {n for n, group in enumerate(groups) if {head, page.lower[i], _bare(page, i)} & set(group)}


def _bare(page: Passage, i: int) -> str:
    """A noun in lower case without the ending of the genitive."""
    return page.lower[i].removesuffix("s").removesuffix("e")
