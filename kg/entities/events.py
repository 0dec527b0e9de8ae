"""Events that have a name or a description the article keeps using."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.entities.complements import complement, event_words
from kg.entities.descriptions import phrase_start
from kg.entities.organizations import timely
from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

RECALL = 6  # sentences for which an event is taken up by another noun
OPENING = 4  # sentences that say what the article is about


def points(page: Passage, start: int, i: int) -> bool:
    """Whether the phrase from ``start`` to its noun ``i`` means something known: "der Krieg", "im Krieg", "ihre Proteste"."""
    words = page.determiners
    if page.lower[start] in words.owned:
        return page.feature(i, "Number") == "Plur"
    return page.lower[start] in words.definite or start > 0 and page.lower[start - 1] in words.definite


@cache
def event_noun(word: str, lexicon: Lexicon, table: str) -> str | None:
    """Return the head noun of the table that a word is or ends with, genitive endings aside."""
    lower, heads = word.lower(), _heads(lexicon, table)
    for form in dict.fromkeys((lower, *(lower.removesuffix(cut) for cut in ("s", "es", "n", "en", "e")))):
        if form in heads or "-" in form and (short := form.rpartition("-")[2]) in heads:
            return form if form in heads else short  # "Eishockey-WM"
        if form.endswith(event_words(lexicon, "no_events")):
            continue
        for start in range(2, len(form) - 3):  # the longest head counts
            if form[start:] in heads:
                return form[start:]
    return None


@cache
def _heads(lexicon: Lexicon, table: str) -> frozenset[str]:
    return frozenset(event_words(lexicon, table))


@dataclass(frozen=True, slots=True)
class _Found:
    """A noun for an event at token ``i`` with its phrase; ``own``: it says by itself which event is meant."""

    start: int
    end: int
    i: int
    head: str
    own: bool
    definite: bool


def events(page: Passage, taken: set[int]) -> Iterator[Spot]:
    """Yield the events of the article; those of one head noun get one name."""
    proper = frozenset(w for i, w in enumerate(page.words) if page.pos[i] == "PROPN")
    nouns = (
        i for i, word in enumerate(page.words)
        if i not in page.skipped and i not in taken and word[:1].isupper()
        and page.pos[i] in {"NOUN", "PROPN"} and page.roles[i] is None
    )  # fmt: skip
    found = [event for i in nouns if (event := _event(page, i, taken, proper)) is not None]
    count = Counter(event.head for event in found)
    pointed = {event.head for event in found if event.definite}
    whole = [page.lower[event.i] for event in found if event.own]
    opening = {event.head: event.i for event in reversed(found)}
    generic = frozenset(page.lexicon.table("names_events")["generic"])
    gatherings = tuple(page.lexicon.table("support")["occasions"]["gatherings"])
    told: dict[str, Spot] = {}
    named: list[tuple[int, str, str]] = []
    for event in found:
        noun = page.lower[event.i].removesuffix("s").removesuffix("e")
        again = event.definite and any(word.endswith(noun) for word in whole)
        recurs = count[event.head] > 1 and event.head in pointed or again
        runs = recurs and event_noun(page.words[event.i], page.lexicon, "running")
        if event.head in generic and event.definite and len(told) == 1:
            yield replace(_spot(page, event.start, event.end, event.i), name=next(iter(told)))
        elif (before := _taken_up(page, event, named)) is not None:
            yield replace(_spot(page, event.start, event.end, event.i), name=before)
        elif event.own or runs and (event.definite or event.i == opening[event.head] and not whole):
            spot = _spot(page, event.start, event.end, event.i)
            if event.head not in generic and event.head.endswith(gatherings):
                told[spot.name] = spot
            if event.own:
                named.append((page.sentence[event.i], event.head, spot.name))
            yield spot


def _taken_up(page: Passage, event: _Found, named: list[tuple[int, str, str]]) -> str | None:
    """The name of the only event of its kind that was named before, for another noun: "das Verfahren" after "der Prozess gegen X"."""
    if event.own or not event.definite or _uninflected(page.lower[event.i]) != _uninflected(event.head):
        return None
    groups = [g for g in page.lexicon.table("names_events")["takeups"] if event.head in g]
    names = {name for at, head, name in named if any(head.endswith(tuple(g)) for g in groups)}
    near = [at for at, _, name in named if name in names and page.sentence[event.i] - at <= RECALL]
    same = any(head == event.head for _, head, _ in named)
    return names.pop() if len(names) == 1 and near and not same else None


def _event(page: Passage, i: int, taken: set[int], proper: frozenset[str]) -> _Found | None:
    """The event that the noun at ``i`` heads, if it is one's."""
    start, word = phrase_start(page, i), page.words[i]
    named = event_noun(word, page.lexicon, "named")
    described = named or event_noun(word, page.lexicon, "described")
    running = event_noun(word, page.lexicon, "running") or event_noun(word, page.lexicon, "again")
    if not described and not running:
        return None
    end, definite = complement(page, i, taken), points(page, start, i)
    compound = _compound(page, i, proper)
    timed = i + 1 < len(page.words) and bool(timely(page, i + 1) or YEAR.match(page.words[i + 1]))
    own = bool(named) or bool(described and (end > i + 1 or timed or _origin(page, start, i) or compound))
    indefinite = page.lower[start] in page.determiners.indefinite
    telling = end > i + 1 and page.lower[i + 1] in {"gegen", "über", "zwischen"}
    if described and end == i + 1 and not definite and page.feature(i, "Case") == "Gen" and not compound:
        own = bool(named)
    own = own and (compound or telling or not indefinite or (end > i + 1 or timed) and _news(page, i))
    brought_in = page.sentence[i] < OPENING and _happens(page, i) or _is_attended(page, i)
    own = own or not definite and brought_in
    return _Found(start, end, i, running or named or described or "", own, definite)


def _news(page: Passage, i: int) -> bool:
    """Whether an event that the article's opening brings in is what it is about: "bei einem Anschlag in Bagdad"."""
    opening = page.sentence[i] < OPENING and page.lower[i].endswith(event_words(page.lexicon, "incidents"))
    return opening or page.lower[i].endswith(event_words(page.lexicon, "assemblies"))


def _happens(page: Passage, i: int) -> bool:
    """Whether a noun is one for what the verb tells to happen: "ein Brand ist ausgebrochen", "bei einer Explosion starben"."""
    if _is_only_thought_of(page, i):
        return False
    verb, mark = page.heads[i], next((page.lower[k] for k in page.kids[i] if page.dep[k] == "case"), "")
    if mark == "zu" and page.lower[i].endswith(tuple(page.lexicon.table("support")["parties"]["talks"])):
        return False  # "traf ihn zu einem Gespräch"
    verbs = page.lexicon.table("names_events")["happening"]
    particle = next((page.lower[k] for k in page.kids[verb] if page.dep[k] == "compound:prt"), "")
    bare = page.dep[i].startswith(("nsubj", "obj"))
    told = particle + page.lemmas[verb] in verbs.get(mark or ("bare" if bare else ""), ())
    return told or mark in {"bei", "nach"} and page.lower[i].endswith(event_words(page.lexicon, "incidents"))


def _is_attended(page: Passage, i: int) -> bool:
    """Whether something is said or done at a gathering: "auf einem Parteitag sagte X", "im Rahmen einer Gedenkfeier"."""
    generic = page.lower[i] in page.lexicon.table("names_events")["generic"]
    if generic or not page.lower[i].endswith(event_words(page.lexicon, "assemblies")) or _is_only_thought_of(page, i):
        return False
    first, margins = phrase_start(page, i) - 1, page.lexicon.table("support")["margins"]
    framed = first > 0 and page.lower[first] in margins and page.heads[i] == first
    return framed or any(page.lower[k] in {"auf", "bei"} for k in page.kids[i] if page.dep[k] == "case")


def _is_only_thought_of(page: Passage, i: int) -> bool:
    """Whether what a clause tells is not said to have happened: "gab es keinen Streik", "wenn ein Krieg beginnt"."""
    table, verb = page.lexicon.table("factuality"), page.heads[i]
    beside = {page.lower[k] for k in page.kids[verb]}
    none = page.lower[phrase_start(page, i)] in page.determiners.negative
    anybody = page.lexicon.table("names_events")["anybody"]
    return none or not beside.isdisjoint((*anybody, *table["negators"], *table["conditions"]))


def _spot(page: Passage, low: int, end: int, i: int) -> Spot:
    start = i
    while start > low and _classifies(page, start - 1):
        start -= 1
    if end < len(page.words) and YEAR.match(page.words[end]) and page.sentence[end] == page.sentence[i]:
        end += 1
    name = nominative_phrase(page, start, i)
    tail = page.surface(i + 1, end) if end > i + 1 else ""
    return Spot(i, i + 1, EntityType.NAMED_EVENT, f"{name} {tail}".strip(), "event", phrase=start, extent=end)


YEAR = re.compile(r"(?:19|20)\d\d$")


def _classifies(page: Passage, i: int) -> bool:
    """Whether an adjective belongs to an event's name: origin, number, a capital; all else only describes it."""
    word = page.words[i]
    if page.gaz.adjective(word) or page.lower[i].startswith(event_words(page.lexicon, "ordinals")):
        return True
    return page.pos[i] == "ADJ" and word[:1].isupper() and not page.first(i)


def nominative_phrase(page: Passage, start: int, i: int) -> str:
    """Adjectives and noun as they stand without an article in the nominative."""
    noun, before = _nominative_noun(page, i), page.lower[start - 1] if start else ""
    gender = page.feature(i, "Gender")
    ending = (
        {"Masc": "er", "Neut": "es", "Fem": "e"}.get(gender or "", "e") if page.feature(i, "Number") != "Plur" else "e"
    )
    if noun.lower().endswith(event_words(page.lexicon, "masculine")):
        ending = "er"
    ending = {"das": "es", "die": "e"}.get(
        before, "er" if before == "der" and page.dep[i].startswith("nsubj") else ending
    )
    adjectives = []
    for j in range(start, i):
        word = page.words[j]
        stem = next(
            (word[: -len(e)] for e in ("en", "em", "er", "es", "e") if word.endswith(e) and page.pos[j] == "ADJ"), None
        )
        adjectives.append(stem + ending if stem and word not in page.gaz.urban else word)
    return " ".join([*adjectives, noun])


def _nominative_noun(page: Passage, i: int) -> str:
    """An event's noun without the ending of the genitive or of the dative plural."""
    noun, before = page.words[i], page.lower[i - 1] if i else ""
    heads = _all_heads(page.lexicon)
    if page.feature(i, "Case") == "Dat" and noun.endswith("en") and noun[:-1].lower() in heads:
        return noun[:-1]
    if before in {"die", "zwei", "drei"} or not noun.endswith("s"):
        return noun
    return next(
        (noun[: -len(e)] for e in ("es", "s") if noun.endswith(e) and noun[: -len(e)].lower().endswith(heads)), noun
    )


@cache
def _all_heads(lexicon: Lexicon) -> tuple[str, ...]:
    policies = lexicon.table("names_events")["policies"]
    tables = ("named", "described", "running", "documents", "laws")
    return (*(h for table in tables for h in event_words(lexicon, table)), *policies["words"], *policies["ends"])


def _origin(page: Passage, start: int, i: int) -> bool:
    return any(page.gaz.adjective(page.words[j]) for j in range(start, i))


def _compound(page: Passage, i: int, proper: frozenset[str]) -> bool:
    """Whether a compound's first member is a name: "Ukraine-Konflikt", "Mannesmann-Prozess", "Irakkrieg"."""
    first, hyphen, _ = page.words[i].rpartition("-")
    if hyphen:
        return first in page.gaz.names or first in proper or page.label[i].endswith("part")
    head = event_noun(page.words[i], page.lexicon, "described") or ""
    known = page.gaz.names.get(_uninflected_as(page.words[i], head))
    return known is not None and not known.ambiguous and known.type is not EntityType.ORGANIZATION


def _uninflected_as(word: str, head: str) -> str:
    """What stands before an event's noun in a compound: "Irak" in "Irakkrieges"."""
    return word[: word.lower().rfind(head)] if head and word.lower().rfind(head) > 3 else ""


def proper_events(page: Passage) -> Iterator[Spot]:
    """Yield events whose name is of several words, in any case: "Champions League", "Olympischen Spielen"."""
    names = {tuple(map(_uninflected, n.split())): n for n in page.lexicon.table("names_events")["proper"] if " " in n}
    firsts = {words[0] for words in names}
    called, placed = (page.lexicon.table("names_events")[name] for name in ("called", "placed"))
    for i, lower in enumerate(page.lower):
        if lower in called and i not in page.skipped and page.label[i] != "PER":
            yield Spot(i, i + 1, EntityType.NAMED_EVENT, called[lower], "event")
        if page.capital(i) and i not in page.skipped and _uninflected(lower) in firsts:
            for words, name in names.items():
                if tuple(map(_uninflected, page.lower[i : i + len(words)])) == words:
                    as_is = page.surface(i, i + len(words))
                    title = as_is if as_is.lower() == name else " ".join(w.capitalize() for w in name.split())
                    end = extent = i + len(words)
                    of = name in placed and page.lower[end : end + 1] == ["von"] and end + 1 < len(page.words)
                    place = page.gaz.name(page.words[end + 1]) if of else None
                    if place is not None:
                        extent, title = end + 2, f"{title} von {place.name}"  # "Großer Preis von Ungarn"
                    yield Spot(i, end, EntityType.NAMED_EVENT, title, "event", extent=extent)


def storms(page: Passage) -> Iterator[Spot]:
    """Storms by their name, and the name alone wherever it stands: "der Hurrikan „Katrina“", "Katrina"."""
    heads, called = page.lexicon.table("names_events")["storms"], {}
    for i, lower in enumerate(page.lower[:-2]):
        if lower.removesuffix("s") in heads and i not in page.skipped:
            quoted = page.words[i + 1] in MARKS
            at = i + 1 + quoted
            if page.capital(at) and (page.pos[at] == "PROPN" or quoted) and page.gaz.name(page.words[at]) is None:
                name = page.words[at]
                called[name] = f"{page.words[i].removesuffix('s')} {name}"
                yield Spot(i, at + 1, EntityType.NAMED_EVENT, called[name], "event")
    for i, word in enumerate(page.words if called else ()):
        if word in called and not any(w.removesuffix("s") in heads for w in page.lower[max(0, i - 2) : i]):
            yield Spot(i, i + 1, EntityType.NAMED_EVENT, called[word], "event")


def _uninflected(word: str) -> str:
    return ENDINGS.sub("", word)


ENDINGS = re.compile(r"(?<=...)(?:es|e[nrm]?|[sn])$")
