"""When and where a clause says that something happens: its own adjuncts, then those of the clauses it shares them with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, fillers
from kg.facts.sayings import sayings
from kg.model import LANDS, EntityType, Time

SUBORDINATE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})
PLACE_SLOTS = ("in+D", "in", "auf+D", "an+D", "bei", "nahe", "vor+D", "über+D")
OCCASIONS = ("bei", "während")
EVENT_SLOTS = (*OCCASIONS, "auf+D", "in+D")
VENUES = frozenset({EntityType.ORGANIZATION})
SEASONS = frozenset({"21", "22", "23", "24"})
CHAIN = 4  # clauses above that may share their setting


def clause_tokens(context: Context, clause: Clause) -> list[int]:
    """Tokens of the clause without the clauses under it, in text order."""
    return sorted(_spread(context, clause))


def time_of(context: Context, clause: Clause) -> Time | None:
    """The time said in the clause, else in one it shares it with; the nearer to the predicate, the better."""
    token = _time_token(context, clause)
    return None if token is None else plain(context.times[token])


def _time_token(context: Context, clause: Clause) -> int | None:
    for number, one in enumerate(_settings(context, clause)):
        for token in _spread(context, one):
            time = context.times.get(token)
            fixed = time is not None and time.edtf and _dates(context, one, token)
            if fixed and (not number or _shared(context, clause, one, token)):
                return token
    return None


def plain(time: Time) -> Time:
    """A season is no calendar's: of an event it fixes the year."""
    year, _, part = (time.edtf or "").partition("-")
    return replace(time, edtf=year) if part in SEASONS else time


def times_of(context: Context, clause: Clause) -> list[Time]:
    """All times that a clause coordinates ("im Februar und März"), each an occasion of its own; mostly one or none."""
    token = _time_token(context, clause)
    if token is None:
        return []
    times = (context.times.get(t) for t in context.tree.conjuncts(token))
    return list(dict.fromkeys(plain(t) for t in [context.times[token], *times] if t is not None and t.edtf))


def place_of(context: Context, clause: Clause, participants: tuple[str, ...]) -> str | None:
    """The place said in the clause, by a locative phrase, else in a clause that it shares its setting with."""
    for number, one in enumerate(_settings(context, clause)):
        for token, entity in _places(context, one):
            if entity not in participants and (not number or _shared(context, clause, one, token)):
                return entity
    return None


def _settings(context: Context, clause: Clause) -> Iterator[Clause]:
    """The clause, then its governors as long as what happens there and here is set in one time and place."""
    yield clause
    for _ in range(CHAIN):
        above = _above(context, clause)
        if above is None or not _shares(context, clause, above):
            return
        yield above
        clause = above


def _above(context: Context, clause: Clause) -> Clause | None:
    if context.tree.deps[clause.head] == "conj" and clause.kind == "verb":
        return context.clauses.get(context.tree.heads[clause.head])
    return context.clauses.get(clause.parent) if clause.parent is not None else None


def _shares(context: Context, clause: Clause, above: Clause) -> bool:
    tree = context.tree
    if clause.kind == "noun":
        if "cop" in clause.relation or clause.relation.partition("+")[0] in _words(context)["apart"]:
            return False
        if _remote(context, clause, above):
            return False
        return above.kind == "verb" and any(clause.head in tokens for tokens in above.slots.values())
    if clause.kind == "participle":
        return clause.parent == tree.heads[clause.head] and above.kind == "noun"
    follows = any(tree.lower[k] in _words(context)["following"] for k in tree.kids[clause.head])
    if _remote(context, clause, above):
        return False
    if clause.relation == "xcomp" or (clause.relation == "advcl" and (clause.infinitive or follows)):
        return above.kind == "verb"
    return tree.deps[clause.head] == "conj" and clause.kind == above.kind == "verb"


def _remote(context: Context, clause: Clause, above: Clause) -> bool:
    """Whether a verb is about an event of another time: "verurteilte am Montag den Angriff", "forderte auf, X freizulassen"."""
    words = _words(context)
    told = clause.relation == "xcomp" or clause.relation.partition("+")[0] not in words["beside"]
    return above.kind == "verb" and above.lemma in words["remote"] and told and clause.kind in {"noun", "verb"}


def _shared(context: Context, clause: Clause, above: Clause, token: int) -> bool:
    """Whether an adjunct of the clause above holds for this one: of coordinated verbs only one said before both."""
    if context.tree.deps[clause.head] != "conj" or clause.kind != "verb":
        return True
    own = any(context.tree.deps[k].startswith("nsubj") for k in context.tree.kids[clause.head])
    return token < above.head or not own


def _spread(context: Context, clause: Clause) -> list[int]:
    """Tokens of the clause without the clauses under it, those next to the predicate first."""
    tree = context.tree
    found = [clause.head]
    for at in found:
        found += [k for k in tree.kids[at] if tree.deps[k] not in SUBORDINATE and not _other_verb(context, clause, k)]
    return found


def _other_verb(context: Context, clause: Clause, token: int) -> bool:
    other = context.clauses.get(token)
    return other is not None and other.kind == "verb" and token != clause.head


def _dates(context: Context, clause: Clause, token: int) -> bool:
    """Whether a time says when it happened: not since or until when, nor from when a report or a law is."""
    tree, words = context.tree, _words(context)
    time = context.times[token]
    at: int = token
    while at != clause.head and tree.heads[at] != at:
        found = context.grammar.preposition(tree, at)
        name = found[0] if found else ""
        if at in context.times and context.times[at] == time:
            if _of_bound(context, at):
                return False
            if "/" in (time.edtf or ""):
                return True
            if name in words["bounds"] and time.type != "DURATION":
                return False
            if name in words["dating"]:
                carrier = context.grammar.preposition(tree, tree.heads[at])
                return carrier is not None and carrier[0] in words["carriers"]
        elif name in words["bounds"] or name in sayings(context.lexicon.code).prepositions:
            return False
        at = tree.heads[at]
    return True


def _of_bound(context: Context, token: int) -> bool:
    """Whether a time is that of the bound right before it: "bis zu seinem Rücktritt im Mai"."""
    mark = context.tree.case_mark(token)
    noun = (token if mark is None else mark) - 1
    found = context.grammar.preposition(context.tree, noun) if noun > 0 and context.tree.pos[noun] == "NOUN" else None
    return found is not None and found[0] in _words(context)["bounds"]


def _places(context: Context, clause: Clause) -> Iterator[tuple[int, str]]:
    moved = {t for slot in ("in+A", "auf+A", "an+A", "vor+A", "über+A") for t in clause.slots.get(slot, ())}
    slots = [(slot, [t for t in clause.slots.get(slot, ()) if t not in moved]) for slot in PLACE_SLOTS]
    for _, tokens in slots:
        for token in tokens:
            yield from ((token, entity) for entity in fillers(context, token, LANDS))
    yield from there(context, clause)
    for slot in EVENT_SLOTS:
        for token in clause.slots.get(slot, ()):
            if slot in OCCASIONS or ("noun", context.tree.lemmas[token]) in context.frames.index:
                yield from _nested(context, token)
    for _, tokens in slots:
        for token in tokens:
            if context.tree.lower[token].endswith(tuple(_words(context)["venues"])):
                yield from ((token, entity) for entity in fillers(context, token, VENUES))


def _nested(context: Context, token: int) -> Iterator[tuple[int, str]]:
    """Where the occasion lies: "beim Gipfel in Den Haag"."""
    tree = context.tree
    for kid in tree.kids[token]:
        found = context.grammar.preposition(tree, kid)
        if found and found[0] in {"in", "auf", "an", "bei"} and found[1] != "A" and tree.deps[kid] == "nmod":
            yield from ((kid, entity) for entity in fillers(context, kid, LANDS))


def there(context: Context, clause: Clause) -> Iterator[tuple[int, str]]:
    """The place that "dort" or a relative "wo" goes back to, with the token that says so."""
    tree, words = context.tree, _words(context)
    for kid in tree.kids[clause.head]:
        word = tree.lower[kid]
        if word in words["where"] and kid > 1 and tree.words[kid - 1] == ",":
            yield from ((kid, entity) for entity in _place_before(context, kid - 1))
        elif word in words["there"]:
            low = tree.sentences[max(0, tree.sentence_of[kid] - 1)][0]
            near = [t for t in range(kid - 1, low - 1, -1) if _is_place(context, t)]
            told_of = [
                t for t in near if tree.deps[t].startswith("nsubj") and t < tree.sentences[tree.sentence_of[kid]][0]
            ]
            for before in (told_of or near)[:1]:  # "Der Flughafen Linz ist der größte in Österreich. Dort …"
                yield kid, next(e for e in direct(context, before) if context.entities[e].type in LANDS)


def _is_place(context: Context, token: int) -> bool:
    return any(context.entities[e].type in LANDS for e in direct(context, token))


def _place_before(context: Context, comma: int) -> tuple[str, ...]:
    """The place that is named last before a comma, but for the end of a verb: "flog nach Wien zurück, wo …"."""
    tree = context.tree
    for token in range(comma - 1, max(comma - 4, -1), -1):
        if tree.pos[token] in {"NOUN", "PROPN"}:
            top = token
            while tree.deps[top] in {"flat", "flat:name", "appos"} and tree.heads[top] < top:
                top = tree.heads[top]
            return fillers(context, top, LANDS) or fillers(context, token, LANDS)
    return ()


def _words(context: Context) -> dict[str, list[str]]:
    return context.lexicon.table("setting")  # type: ignore[no-any-return]
