"""Voice: who does and who undergoes what a passive tells, in whatever form it comes."""

from __future__ import annotations

from kg.facts.clause import Slots
from kg.facts.grammar import AGENTIVE, Grammar
from kg.facts.tree import Tree

AGENTS = ("agent", *AGENTIVE)


def voiced(
    tree: Tree, grammar: Grammar, token: int, lemma: str, kind: str, aux: set[str], slots: Slots
) -> tuple[bool, Slots]:
    """Whether a verb is passive, and its slots with the passive's subject and agent as object and subject.

    ``aux`` are the lemmas of its auxiliaries: "bekommen" gives its subject what is done, "sich lassen" lets it be done.
    """
    deps = {tree.deps[k] for k in tree.kids[token]}
    participle = kind == "part2" or (
        (not kind and not tree.lower[token].endswith(("en", "n"))) or tree.lower[token].startswith("ge")
    )
    passive = "nsubj:pass" in deps or "aux:pass" in deps or ("werden" in aux and participle and kind != "inf")
    if "sein" in aux and participle and "werden" not in aux:
        passive = passive and lemma not in grammar.perfect_with_sein
    if kind == "inf" or (kind == "part2" and "haben" in aux and "werden" not in aux):
        passive = False
    recipient = kind == "part2" and "bekommen" in aux
    let = "lassen" in aux and "von" in slots and any(tree.lower[k] in grammar.reflexives for k in tree.kids[token])
    if not (passive or recipient or let):
        return False, slots
    slots = dict(slots)
    subject = slots.pop("subj", ())
    agent = next((slots[slot] for slot in AGENTS if slots.get(slot)), ()) or _agent_before(tree, grammar, token)
    slots.pop("agent", None)
    for slot in ("von", "von+D"):
        slots[slot] = tuple(t for t in slots.get(slot, ()) if t not in agent)
    target = "dat" if recipient or (let and "obj" in slots) else "obj"
    slots[target] = subject or slots.get(target, ())
    slots["subj"] = agent
    return True, {k: v for k, v in slots.items() if v}


def in_future(tree: Tree, grammar: Grammar, token: int, lemma: str, slots: Slots) -> bool:
    """Whether a participle is an infinitive in the future, since it has an object too: "wird ihn empfangen"."""
    if tree.lower[token] != lemma or not any(tree.lower[k] in grammar.future for k in tree.kids[token]):
        return False
    objects = [t for t in slots.get("obj", ()) if tree.heads[t] == token and tree.deps[t] == "obj"]
    return bool(slots.get("subj")) and any("A" in grammar.case(tree, t) for t in objects)


def _agent_before(tree: Tree, grammar: Grammar, token: int) -> tuple[int, ...]:
    """The "von" phrase right before a passive participle, though the parser hung it on the noun before."""
    at = token - 1
    while at > 0 and tree.heads[at] != token and tree.deps[at] not in {"nmod", "obl:agent"}:
        at = tree.heads[at] if tree.deps[at] in {"flat", "appos"} and tree.heads[at] < at else 0
    found = grammar.preposition(tree, at) if at > 0 else None
    return tuple(tree.conjuncts(at)) if found is not None and found[0] == "von" else ()
