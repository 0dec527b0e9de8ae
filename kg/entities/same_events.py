"""Which events of one article are one: "Eishockey-WM in Köln" is not "Fußball-WM in Köln"."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.events import event_noun
from kg.entities.gazetteer import gazetteer
from kg.language.lexicon import Lexicon


def one_event(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two events of one article are one: the same noun, or nouns that take each other up and the same origin."""
    x, y = (
        next(
            (
                w
                for w in reversed(n.split())
                if event_noun(w, lexicon, "named")
                or event_noun(w, lexicon, "described")
                or event_noun(w, lexicon, "running")
            ),
            n.split()[-1],
        )
        for n in (a, b)
    )
    same = lexicon.table("names_events")["same_event"]
    x, y = (same.get(w.lower(), w.lower().removesuffix("s")) for w in (x, y))
    if x == y or x.removesuffix("en") == y.removesuffix("en"):
        wars = tuple(lexicon.table("support")["occasions"]["wars"])
        apart = not x.endswith(wars) and elsewhere(a, b, lexicon)
        return _distinct(a, lexicon) == _distinct(b, lexicon) and not apart
    if not any(
        x.endswith(p) and y.endswith(q)
        for group in lexicon.table("names_events")["synonyms"]
        for p in group
        for q in group
    ):
        return False
    return bool(_telling_words(a, lexicon) & _telling_words(b, lexicon))


def _telling_words(name: str, lexicon: Lexicon) -> set[str]:
    """The first letters of the words before the last that say which event is meant, without "in" and "von"."""
    gaz = gazetteer(lexicon)
    return {w[:6].lower() for w in name.split()[:-1] if not w.islower() or gaz.adjective(w)}


def elsewhere(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two events' names say places that have nothing in common."""
    gaz = gazetteer(lexicon)
    words = [[*n.split(), *(" ".join(pair) for pair in pairwise(n.split()))] for n in (a, b)]  # "in Puerto Rico"
    first, second = ({k.key for w in found if (k := gaz.adjective(w) or gaz.name(w))} for found in words)
    return bool(first and second) and not first & second


def plain_event(name: str, whole: str) -> bool:
    """Whether one word takes up an event's compound: "die Wahl" after "die Bundestagswahl", "Prozess", "Mannesmann-Prozess"."""
    words = [w.lower() for w in whole.split()]
    return name.count(" ") == 0 and any(w.endswith(name.lower()) and w != name.lower() for w in words)


def _distinct(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Ordinals and numbers tell events of one noun apart."""
    ordinals = tuple(lexicon.table("names_events")["ordinals"])
    return frozenset(w.lower()[:5] for w in name.split() if w.lower().startswith(ordinals) or w.strip(".").isdigit())
