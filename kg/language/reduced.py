"""Participles with their agent between commas: in "Siemens, geleitet von X, kauft Y" they belong to the name, not the clause."""

from __future__ import annotations

from kg.language.arcs import NOMINAL, SUBJECTS, VERBAL, Arcs

AGENTIVE = frozenset({"durch", "von", "vom"})
PARTICIPLE = ("t", "en")
NAMED = frozenset({"flat", "flat:name", "appos"})
LOOSE = frozenset({"acl", "acl:relcl", "advcl", "appos", "ccomp", "dep", "parataxis"})


def reduced(parse: Arcs, token: int) -> None:
    """Hang a participle on the noun before its comma, and the rest of the sentence on the verb behind it."""
    if token < 2 or not _opens(parse, token):
        return
    if parse.deps[token] == "appos":
        parse.deps[token] = "acl"
        return
    noun, main = _noun_before(parse, token - 2), parse.heads[token]
    if noun is None or noun == main:
        return
    top = noun
    while parse.heads[top] not in {token, main, top} and parse.heads[top] < token:
        top = parse.heads[top]
    if main <= token or parse.heads[top] not in {token, main}:
        return
    for kid in [k for k in parse.kids(token) if k < token - 1]:
        parse.heads[kid] = main
    if parse.heads[top] == main and parse.deps[top] in {"nsubj:pass", "obj", "nsubj"} and top == noun:
        _as_subject(parse, top, main)
    parse.heads[token], parse.deps[token] = noun, "acl"


def _opens(parse: Arcs, token: int) -> bool:
    """Whether a participle stands between a comma and its agent."""
    if parse.pos[token] not in VERBAL or parse.deps[token] not in LOOSE or not parse.lower[token].endswith(PARTICIPLE):
        return False
    behind = parse.lower[token + 1 : token + 2]
    return parse.lower[token - 1] == "," and behind != [] and behind[0] in AGENTIVE


def _noun_before(parse: Arcs, last: int) -> int | None:
    """The head of the nominal that ends at a token."""
    noun = last - (parse.lower[last] in {"“", '"', "«", ")"})
    while parse.deps[noun] in NAMED and parse.heads[noun] < noun:
        noun = parse.heads[noun]
    return noun if parse.pos[noun] in NOMINAL else None


def _as_subject(parse: Arcs, noun: int, verb: int) -> None:
    """Make what opens the sentence its subject; a second one behind the verb is the object."""
    others = [k for k in parse.kids(verb) if parse.deps[k] in SUBJECTS and k != noun]
    if any(parse.deps[k] == "aux:pass" for k in parse.kids(verb)):
        parse.deps[noun] = "nsubj:pass"
        return
    parse.deps[noun] = "nsubj"
    for other in others:
        parse.deps[other] = "obj"
