"""Repairs of rows of titled names: "Minister Jan Moser, Kanzler Karl Egger und Landesrätin Eva Kern" are three."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.arcs import NOMINAL, Arcs

LEAST = 3  # names of a row; two are read well
BEFORE = frozenset({"ADJ", "DET"})
JOINING = frozenset({"und", "sowie"})
WITHIN = frozenset({"appos", "compound", "conj", "dep", "flat", "nmod"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with what stands before and behind it: tokens ``start`` to before ``end``, its title or None."""

    start: int
    end: int
    title: int | None
    first: int


def titled_row(parse: Arcs, token: int) -> None:
    """Hang every further name of a row on the first, where the parser took a title behind a comma for one of the name before it.

    Args:
        parse: the parse, mended in place.
        token: the title of the row's last name, which is a conjunct.
    """
    row = _row(parse, token)
    if len(row) < LEAST:
        return
    inside = range(row[0].start, row[-1].end)
    first = _head(parse, row[0], inside)
    for name in row[1:]:
        head = name.first if name.title is None else name.title
        if parse.deps[head] in WITHIN and parse.heads[head] in inside and head != first:
            parse.heads[head], parse.deps[head] = first, "conj"


def _row(parse: Arcs, token: int) -> list[_Name]:
    """The names up to and with that of the title at ``token``, in text order; none if no row ends there."""
    last = _titled(parse, token)
    if last is None:
        return []
    row = [last]
    before = last.start - 1
    while before > 0 and (parse.lower[before] in JOINING if len(row) == 1 else parse.lower[before] == ","):
        name = _ending(parse, before)
        if name is None:
            break
        row.insert(0, name)
        before = name.start - 1
    return row if all(name.title is not None for name in row[1:]) else []


def _titled(parse: Arcs, title: int) -> _Name | None:
    """A title with the whole name right behind it."""
    end = title + 1
    while end < len(parse.pos) and parse.pos[end] == "PROPN":
        end += 1
    if end - title < 3 or parse.pos[title] not in NOMINAL:
        return None
    start = title
    while start > 0 and parse.pos[start - 1] in BEFORE:
        start -= 1
    return _Name(start, end, title, title + 1)


def _ending(parse: Arcs, end: int) -> _Name | None:
    """The whole name that ends before a token, with its party in brackets and its title."""
    last = end - 1
    if last > 2 and parse.lower[last] == ")" and parse.lower[last - 2] == "(":
        last -= 3
    first = last
    while first > 0 and parse.pos[first - 1] == "PROPN" and "-" not in parse.lower[first - 1]:
        first -= 1
    if first == last or parse.pos[last] != "PROPN":
        return None
    title = first - 1
    if title < 0 or parse.pos[title] not in NOMINAL or parse.deps[title] == "punct":
        return _Name(first, end, None, first)
    start = title
    while start > 0 and parse.pos[start - 1] in BEFORE:
        start -= 1
    return _Name(start, end, title, first)


def _head(parse: Arcs, name: _Name, row: range) -> int:
    """The token of the row's first name that hangs on something outside it."""
    own = [t for t in range(name.start, name.end) if parse.heads[t] == t or parse.heads[t] not in row]
    return own[0] if own else name.first
