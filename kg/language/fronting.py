"""Repairs of sentences that open with their participle: "Unterstützt wird X von Y", "Scharf kritisiert wurde X"."""

from __future__ import annotations

from kg.language.arcs import SUBJECTS, Arcs

BY = frozenset({"durch", "seitens", "von", "vom"})
WITHIN = frozenset({"appos", "flat", "flat:name", "nmod"})


def agent_behind(parse: Arcs, token: int) -> None:
    """Behind a participle and its subject stands who does it: in "Unterstützt wird X [von Y]" nobody is "X von Y"."""
    marks, noun = parse.marks(token), parse.heads[token]
    if not marks or not noun < marks[0] < token or parse.lower[marks[0]] not in BY:
        return
    subject = noun
    while parse.deps[subject] in WITHIN and parse.heads[subject] < subject:
        subject = parse.heads[subject]
    verb = parse.heads[subject]
    if parse.deps[subject] not in SUBJECTS or parse.pos[verb] != "VERB" or not _opens(parse, verb, subject):
        return
    held = parse.pos[noun] == "NOUN" and marks[0] == noun + 1 and parse.lower[noun].endswith(parse.words.holders)
    owned = held or parse.is_matter(noun)  # "Geehrt wurde der Chef von X", "Abgelehnt wird der Plan von X"
    if not (noun == subject and owned) and not any(parse.deps[k] == "obl:agent" for k in parse.kids(verb)):
        parse.heads[token], parse.deps[token] = verb, "obl:agent"


def _opens(parse: Arcs, verb: int, subject: int) -> bool:
    """Whether a participle stands before its auxiliary, and its subject behind both."""
    passive = [k for k in parse.kids(verb) if parse.deps[k] == "aux:pass"]
    return passive == [verb + 1] and subject > verb


def manner(parse: Arcs, token: int) -> None:
    """Of two subjects the one before a participle says how: "[Scharf] kritisiert wurde X"."""
    verb = parse.heads[token]
    if token != verb - 1 or parse.deps[token] not in SUBJECTS or parse.pos[verb] != "VERB" or list(parse.kids(token)):
        return
    if any(_opens(parse, verb, k) for k in parse.kids(verb) if k > verb and parse.deps[k] in SUBJECTS):
        parse.deps[token], parse.pos[token] = "advmod", "ADV"
