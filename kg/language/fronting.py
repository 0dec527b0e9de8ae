"""Repairs of sentences that open with their participle or a comparison: "Unterstützt wird X von Y", "Wie X kritisiert Y …"."""

from __future__ import annotations

from kg.language.arcs import NOMINAL, SUBJECTS, VERBAL, Arcs

BY = frozenset({"durch", "seitens", "von", "vom"})
OTHER = "als"  # of "anders als"
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


def compared(parse: Arcs, token: int) -> None:
    """With whom the subject is compared in front of the verb is no subject: "[Wie] X kritisiert auch Y die SPÖ"."""
    opening, end = token - 1, token + 1
    while opening > 0 and parse.pos[opening] == "DET" and parse.heads[opening] == token:
        opening -= 1
    while end < len(parse.pos) and parse.deps[end] in {"flat", "flat:name"} and parse.heads[end] == token:
        end += 1
    verb = parse.heads[token]
    ahead = end < len(parse.pos) and (end == verb or parse.heads[end] == verb and parse.pos[end] == "AUX")
    if (
        opening < 0
        or parse.deps[token] not in SUBJECTS
        or parse.lower[opening] not in parse.words.comparing
        or not ahead
    ):
        return
    first = opening - (parse.lower[opening] == OTHER and opening > 0)
    if parse.pos[end] not in VERBAL or first and (parse.pos[first - 1] != "PUNCT" or parse.lower[first - 1] == ","):
        return
    behind = [
        k for k in parse.kids(verb) if k > end and parse.pos[k] in NOMINAL and parse.deps[k] in {*SUBJECTS, "obj"}
    ]
    if not behind or "," in parse.lower[end : behind[0]]:
        return  # "Wie X sagt, …"
    parse.deps[token] = "obl"
    parse.heads[opening], parse.deps[opening], parse.pos[opening] = token, "case", "ADP"
    if not any(parse.deps[k] in SUBJECTS for k in behind):
        subject = behind[0]
        parse.deps[subject] = "nsubj"
        for name in [k for k in parse.kids(subject) if parse.deps[k] == "appos" and parse.pos[k] == "PROPN"][:1]:
            if len(behind) == 1:
                parse.heads[name], parse.deps[name] = verb, "obj"
