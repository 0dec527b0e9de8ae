"""Names beside a noun, and what the noun is of: "die Siemens-Tochter Osram", "Osram, eine Tochter von Siemens"."""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.decision import cues
from kg.facts.fillers import APPOSED, among, direct, fillers, pointed
from kg.facts.holders import examples
from kg.facts.stretches import QUOTES, name_at
from kg.model import EntityType

BODY = frozenset({EntityType.ORGANIZATION})
OF = frozenset({"nmod", "nmod:poss", "obl"})
PART = frozenset({"part"})
OTHERS = frozenset({"andere", "anderen", "anderer", "weitere", "weiteren", "weiterer"})

Found = list[tuple[str, int]]


def names_beside(context: Context, token: int, types: frozenset[EntityType]) -> Found:
    """Names right behind a noun, in apposition to it or after "wie", or that it is itself in apposition to."""
    tree = context.tree
    quoted = tree.words[token + 1 : token + 2] != [] and tree.words[token + 1] in QUOTES
    behind = name_at(context, token + 1 + quoted)
    at = [behind.head] if behind is not None else []
    at += [k for k in tree.kids[token] if tree.deps[k] in APPOSED and not _of_another(context, token, k)]
    at += examples(context, token)
    at += among(context, token)
    if tree.deps[token] in APPOSED:
        at.append(tree.heads[token])
    at += _row_before(context, token)
    row = [
        t
        for k in at
        for t in tree.conjuncts(k)
        if not _is_excepted(context, t) and (t <= k or not any(tree.deps[c].startswith("det") for c in tree.kids[t]))
    ]
    return _kept(context, {e: t for t in row for e in direct(context, t)}, types)


def _of_another(context: Context, token: int, name: int) -> bool:
    """Whether "und" and an article stand between a noun and a name: "der SPD-Fraktion und der Kleinpartei Zukunft"."""
    lower = context.tree.lower
    joined = (t for t in range(token + 1, name - 1) if lower[t] in {"und", "sowie"})
    return any(lower[t + 1] in {"der", "die", "das", "dem", "den", "des"} for t in joined)


def _is_excepted(context: Context, name: int) -> bool:
    """Whether a name is one that what a noun says is not true of: "darunter nicht [Norwegen]", "anders als [Norwegen]"."""
    excepting = {*cues(context.lexicon).table["negators"], *context.lexicon.table("alliances")["excepting"]}
    return any(context.tree.lower[kid] in excepting for kid in context.tree.kids[name] if kid < name)


def _row_before(context: Context, token: int) -> list[int]:
    """The names that a noun goes on from: "Polen, Ungarn und andere EU-Staaten", "n-tv, Vox und weitere Töchter"."""
    tree, more = context.tree, token - 1
    while more > 0 and tree.pos[more] == "ADJ" and tree.lower[more] not in OTHERS:
        more -= 1
    if more < 2 or tree.lower[more] not in OTHERS or tree.lower[more - 1] not in {"und", "sowie", "oder"}:
        return []
    head = tree.heads[token]
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    return [head] if head < more else []


def wholes(context: Context, token: int, types: frozenset[EntityType]) -> Found:
    """What a noun is of: the name in its compound, its genitive or "von", its possessive."""
    tree = context.tree
    found = dict.fromkeys(pointed(context, token, PART), token)
    for kid in tree.kids[token]:
        case = context.grammar.preposition(tree, kid)
        if tree.deps[kid] in OF and kid > token and (case is None or case[0] == "von"):
            found |= dict.fromkeys(fillers(context, kid, types), kid)
        elif tree.deps[kid] in OF and kid > token and case and case[0] == "für" and not direct(context, kid):
            below = [k for k in tree.kids[kid] if tree.deps[k] in OF and k > kid and tree.case_mark(k) is None]
            found |= {e: k for k in below for e in fillers(context, k, types)}  # "die Fakultät für Physik der Uni Graz"
        elif tree.deps[kid] == "det:poss":
            found |= dict.fromkeys(direct(context, kid), kid)
    return _kept(context, found, types)


def _kept(context: Context, found: dict[str, int], types: frozenset[EntityType]) -> Found:
    return [(e, t) for e, t in found.items() if context.entities[e].type in types and context.entities[e].named]
