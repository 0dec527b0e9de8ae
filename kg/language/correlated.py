"""Pairs that two words join: "[sowohl] X [als auch] Y", "[nicht nur] X, [sondern auch] Y", "X [ebenso wie] Y"."""

from __future__ import annotations

from kg.language.arcs import NOMINAL, VERBAL, Arcs

REACH = 30
LIKEWISE = frozenset({"ebenso", "genauso"})


def correlate(parse: Arcs, token: int) -> None:
    """Coordinate what stands behind the second word of such a pair with what stands behind the first."""
    word, lower = parse.lower[token], parse.lower
    if word == "als" and lower[token + 1 : token + 2] == ["auch"]:
        _join(parse, _behind(parse, token, ("sowohl",)), parse.heads[token])
    elif word == "sondern" and lower[token + 1 : token + 2] == ["auch"]:
        _but_also(parse, token)
    elif word == "wie" and lower[token - 1] in LIKEWISE and token > 1:
        first = _top(parse, token - 2)
        _join(parse, first if parse.pos[token - 2] in NOMINAL else None, parse.heads[token])


def _top(parse: Arcs, token: int) -> int:
    """The head of the nominal phrase that ends with a token."""
    for at in (token, *parse.above(token)):
        if parse.heads[at] == at or parse.pos[parse.heads[at]] not in NOMINAL or parse.heads[at] > token:
            return at
    return token


def _behind(parse: Arcs, token: int, first: tuple[str, ...]) -> int | None:
    """The head of the nominal that the first word or words of a pair open, nearest before a token."""
    for at in range(token - 2, max(-1, token - REACH), -1):
        if tuple(parse.lower[at : at + len(first)]) == first:
            noun = parse.nominal_after(at + len(first) - 1)
            return _top(parse, noun) if noun is not None and noun < token else None
    return None


def _join(parse: Arcs, first: int | None, second: int) -> None:
    """Make the second a conjunct of the first, where both are nominals of one verb."""
    if first is None or parse.pos[second] not in NOMINAL or second <= first or parse.heads[second] == first:
        return
    within = parse.deps[second] == "conj" and first < parse.heads[second] < second  # "sowohl X von der SPD als auch Y"
    if within or parse.heads[second] == parse.heads[first] and parse.deps[first] != "conj":
        parse.heads[second], parse.deps[second] = first, "conj"


def _but_also(parse: Arcs, token: int) -> None:
    """In "Nicht nur X, sondern auch Y kommt" the verb is both's, though a parser hung it on the first."""
    first = _behind(parse, token, ("nicht", "nur"))
    second = parse.nominal_after(token + 1)
    if first is None or second is None:
        return
    verb = parse.heads[second]
    if parse.heads[verb] == first and parse.deps[verb] == "conj" and parse.pos[verb] in VERBAL and second < verb:
        role = parse.deps[second]
        parse.replace(first, verb)
        parse.deps[first] = role
        parse.heads[second], parse.deps[second], parse.heads[token] = first, "conj", second
    else:
        _join(parse, first, second)
