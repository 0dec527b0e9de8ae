"""Names and descriptions as stretches of tokens, and the place that a phrase behind one gives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.entities.organizations import head_category
from kg.facts.context import Context
from kg.model import LANDS, EntityType, Mention

LOCATIVE = frozenset({"in", "bei", "nahe", "unweit", "auf", "an", "vor", "aus", "von"})
DATIVE = frozenset({"der", "dem", "den", "einem", "einer", "deren", "des"})
GENITIVE = frozenset({"der", "des", "einer", "eines"})
QUOTES = frozenset("\"„“”»«›‹'")
REACH = 7  # tokens from a preposition to the name of the place, and from the start of a name to its head


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``start`` to before ``end`` mention an entity; ``head`` is the head token."""

    start: int
    end: int
    head: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place after ``preposition``, at ``token``; ``end`` is the token after its name."""

    preposition: str
    entity: str
    token: int
    end: int


def stretches(context: Context) -> list[Stretch]:
    """All names and descriptions, in text order; of one start the longest comes first."""
    found = [
        _stretch(context, token, mention)
        for token, mentions in context.mentions.items()
        for mention in mentions
        if mention.kind in {"name", "nominal"}
    ]
    return sorted(found, key=_longest_first)


def name_at(context: Context, start: int) -> Stretch | None:
    """The longest name that starts at a token."""
    found = [
        _stretch(context, token, mention)
        for token in range(start, min(start + REACH, len(context.tree.words)))
        for mention in context.mentions.get(token, ())
        if mention.kind == "name" and mention.start == context.tree.starts[start]
    ]
    return min(found, key=_longest_first, default=None)


def _stretch(context: Context, token: int, mention: Mention) -> Stretch:
    starts = context.tree.starts
    start, end = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    return Stretch(start, end, token, mention.entity, mention.kind)


def _longest_first(stretch: Stretch) -> tuple[int, int, str]:
    return stretch.start, -stretch.end, stretch.entity


def places_at(context: Context, names: list[Stretch], home: str | None) -> Mapping[int, Stretch]:
    """Places and countries by the token at which they start; ``home`` is "des Landes", "der Insel"."""
    found = dict(_at_home(context, home)) if home is not None else {}
    for name in names:
        if context.entities[name.entity].type in LANDS:
            found.setdefault(name.start, name)
    return found


def _at_home(context: Context, home: str) -> Iterator[tuple[int, Stretch]]:
    tree = context.tree
    island = context.entities[home].name in context.lexicon.table("seats")["islands"]
    for token in range(1, len(tree.words)):
        land = tree.lower[token] in {"landes", "land"} and tree.lower[token - 1] in {"des", "im"}
        if land or (island and tree.lower[token] == "insel" and tree.lower[token - 1] == "der"):
            yield token, Stretch(token, token + 1, token, home, "nominal")


def behind(context: Context, after: int, places: Mapping[int, Stretch]) -> Place | None:
    """The place of the phrase at ``after``: "in Grenoble", "2006 in der Stadt Grenoble", "im Norden Jemens", "nahe Linz"."""
    tree = context.tree
    at = _past_asides(context, after)
    if at >= len(tree.words):
        return None
    form = tree.lower[at]
    preposition, case = context.grammar.contractions.get(form, (form, ""))
    if preposition not in LOCATIVE or case == "A" or tree.pos[at] not in {"ADP", "ADJ", "ADV"}:
        return None
    place = _place_after(context, at + 1, places, contracted=form != preposition)
    return None if place is None else Place(preposition, place.entity, place.head, place.end)


def past_site(context: Context, after: int, places: Mapping[int, Stretch]) -> Place | None:
    """The place behind a noun for where something was, or for what: "ein Brand [in einem Haus] in Linz", "der Absturz [eines Flugzeugs] in Nepal"."""
    tree = context.tree
    at = _past_asides(context, after)
    form = "".join(tree.lower[at : at + 1])
    genitive = form in GENITIVE
    if not genitive and context.grammar.contractions.get(form, (form, ""))[0] not in LOCATIVE:
        return None
    noun = at + 1
    while noun < len(tree.words) and noun - at < REACH and tree.pos[noun] in {"DET", "ADJ", "NUM"}:
        noun += 1
    if noun >= len(tree.words) or tree.pos[noun] != "NOUN" or tree.sentence_of[noun] != tree.sentence_of[at]:
        return None
    end = noun + 1
    if genitive and end < len(tree.words) and tree.pos[end] == "NUM":
        end += 1  # "der Stärke 6,2"
    return behind(context, end, places)


def _past_asides(context: Context, at: int) -> int:
    """Past closing quotation marks, an abbreviation in brackets, a year, a date."""
    tree = context.tree
    while at < len(tree.words):
        if tree.words[at] in QUOTES or (tree.words[at].isdigit() and len(tree.words[at]) == 4):
            at += 1
        elif tree.words[at] == "(" and at + 2 < len(tree.words) and tree.words[at + 2] == ")":
            if not tree.words[at + 1][-1:].isupper():
                return at
            at += 3
        elif at in context.times or (tree.lower[at] in {"am", "vom", "im"} and at + 1 in context.times):
            at += 1
        else:
            break
    return at


def _place_after(context: Context, at: int, places: Mapping[int, Stretch], *, contracted: bool) -> Stretch | None:
    """The name of a place after its preposition: articles, adjectives, directions and nouns for areas may come before."""
    tree = context.tree
    directions = frozenset(context.lexicon.table("seats")["directions"])
    article, low = ("dem" if contracted else ""), at
    while at < len(tree.words) and at - low < REACH and tree.sentence_of[at] == tree.sentence_of[low]:
        word = tree.lower[at]
        if at in places:
            accusative = article == "den" and not _plural(tree.lower[places[at].end - 1])
            return None if accusative or word in {"die", "das"} else places[at]
        if (local := _local(context, at, low)) is not None:
            return local
        if word in {"die", "das", "ein", "eine"} or not (
            word in DATIVE
            or word in {"von", "vom"}
            and at > low
            or word in directions
            or (tree.words[at][:1].isupper() and head_category(tree.words[at], context.lexicon) == "place")
            or tree.pos[at] == "ADJ"
            or any(m.kind == "adjective" for m in context.mentions.get(at, ()))
        ):
            return None
        article = word if word in DATIVE else "" if word in directions else article
        at += 1
    return None


def _local(context: Context, noun: int, low: int) -> Stretch | None:
    """The town of an adjective before a noun for what is in it: "in der Wiener Innenstadt", "in einer Grazer Wohnung"."""
    tree = context.tree
    if noun == low or tree.pos[noun] != "NOUN" or not tree.words[noun - 1][:1].isupper():
        return None
    for mention in context.mentions.get(noun - 1, ()):
        town = mention.kind == "adjective" and context.entities[mention.entity].type is EntityType.PLACE
        if town and tree.lower[noun - 1].endswith("er"):
            return Stretch(noun - 1, noun + 1, noun - 1, mention.entity, "adjective")
    return None


def _plural(word: str) -> bool:
    return word in {"usa", "staaten"} or (word.endswith(("en", "ien")) and word not in {"jemen", "libanon"})


def within(context: Context, token: int, top: int) -> bool:
    """Whether ``token`` stands under ``top`` in the tree."""
    heads = context.tree.heads
    for _ in range(8):
        if token == top:
            return True
        if heads[token] == token:
            return False
        token = heads[token]
    return False


def opens_clause(context: Context, name: Stretch, end: int) -> bool:
    """Whether the tokens from the name to before ``end`` are all that stands before a finite verb: one phrase."""
    tree = context.tree
    low = tree.sentences[tree.sentence_of[name.start]][0]
    before = [tree.pos[t] for t in range(low, name.start) if tree.pos[t] not in {"DET", "ADJ"}]
    after = tree.pos[end] if end < len(tree.pos) else ""
    return after in {"VERB", "AUX"} and before in ([], ["NOUN"], ["ADP"], ["ADP", "NOUN"])
