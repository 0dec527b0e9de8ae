"""Repairs of passives with a verb of their own: "bekam einen Preis verliehen", "ließ sich von X beraten".

A parser hangs the verb that tells what is done on "bekommen" or "lassen"; as in any passive, it is the predicate, and they
are auxiliaries.
"""

from __future__ import annotations

from kg.language.arcs import NOMINAL, Arcs

AGENTS = frozenset({"seitens", "von", "vom"})
GETTING = frozenset({"bekam", "bekamen", "bekomme", "bekommen", "bekommt", "gekriegt", "kriegen", "kriegt", "kriegte"})
LETTING = frozenset({"gelassen", "lasse", "lassen", "ließ", "ließe", "ließen", "lässt"})


def full_verb(parse: Arcs, token: int) -> None:
    """Make the verb under "bekommen" or "sich lassen" the predicate, where it is told who does it."""
    verb = parse.heads[token]
    if parse.lower[verb] not in GETTING | LETTING:
        return
    kids = [k for k in parse.kids(verb) if k != token]
    phrases = [*kids, *parse.kids(token)]
    told = any(parse.lower[mark] in AGENTS for k in phrases for mark in parse.marks(k))
    getting = parse.lower[verb] in GETTING and not any(parse.lower[k] == "zu" for k in phrases)
    letting = parse.lower[verb] in LETTING and any(parse.lower[k] in parse.words.mutual for k in phrases)
    if not told or not (getting or letting):
        return
    parse.heads[token] = token if parse.heads[verb] == verb else parse.heads[verb]
    parse.deps[token], parse.pos[token] = parse.deps[verb], "VERB"
    for kid in (verb, *kids):
        parse.heads[kid] = token
    parse.deps[verb], parse.pos[verb] = "aux", "AUX"


def agent(parse: Arcs, token: int) -> None:
    """Make "seitens" the preposition of what follows it, which is the doer: "wurde seitens der Polizei bestätigt"."""
    noun = parse.nominal_after(token)
    if noun is not None and parse.heads[noun] == token and parse.heads[token] != token:
        parse.heads[noun], parse.deps[noun] = parse.heads[token], "obl"  # "Vonseiten der SPÖ gab es Kritik"
    if noun is None or token in parse.above(noun):
        return
    parse.heads[token], parse.deps[token], parse.pos[token] = noun, "case", "ADP"
    if parse.deps[noun] in {"nmod", "obj", "obl"} and parse.pos[parse.heads[noun]] not in NOMINAL:
        parse.deps[noun] = "obl:agent"
