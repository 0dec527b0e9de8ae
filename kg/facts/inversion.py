"""Who speaks behind his words is the subject: "Die Regierung tue zu wenig, kritisierte [die Caritas]"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.speech import Found


def speakers_first(clauses: Mapping[int, Clause], speech: Iterable[Found]) -> dict[int, Clause]:
    """The clauses, of which those that report words have who said them for a subject.

    A parser may take who stands behind the verb for its object, and for its subject that of the words before it.

    Args:
        clauses: of an article, by head token.
        speech: the quotations found in it.
    """
    turned = dict(clauses)
    for said in speech:
        clause = clauses.get(said.cue.i) if said.cue is not None else None
        if said.cue is None or said.speaker is None or clause is None or clause.kind != "verb" or clause.passive:
            continue
        if not said.cue.i or not said.cue.doc[said.cue.i - 1].is_punct:
            continue
        speaker, own = said.speaker.i, clause.slots.get("subj", ())
        slot = next((s for s in ("obj", "dat") if speaker in clause.slots.get(s, ())), None)
        if slot is not None and speaker > clause.head and all(token in said.tokens for token in own):
            kept = {s: tokens for s, tokens in clause.slots.items() if s not in {"subj", slot}}
            turned[clause.head] = replace(clause, slots={**kept, "subj": clause.slots[slot]})
    return turned
