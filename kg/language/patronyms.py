"""Names with a particle that is a German verb too: "Osama [bin Laden] wurde getötet" has no "bin" of its own."""

from __future__ import annotations

from kg.language.arcs import NOMINAL, SUBJECTS, Arcs


def patronym(parse: Arcs, token: int) -> None:
    """Join the particle at a token and the name behind it to the name before it."""
    behind = token + 1
    if token == 0 or behind >= len(parse.heads) or not {parse.pos[token - 1], parse.pos[behind]} <= NOMINAL:
        return
    first = token - 1
    while parse.deps[first] in {"flat", "flat:name"} and parse.heads[first] < first:
        first = parse.heads[first]
    if behind in parse.above(first):
        parse.replace(behind, first)
    if parse.deps[behind] in SUBJECTS and parse.deps[first] in SUBJECTS | {"obj"}:
        parse.deps[first] = parse.deps[behind]
    for kid in [k for part in (token, behind) for k in parse.kids(part) if k != first]:
        parse.heads[kid] = first
    parse.pos[first] = "PROPN"
    for part in (token, behind):
        parse.heads[part], parse.deps[part], parse.pos[part] = first, "flat", "PROPN"
