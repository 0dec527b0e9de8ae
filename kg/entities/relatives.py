"""Relative pronouns: the antecedent that the parse gives, or the name right before the comma."""

from __future__ import annotations

from kg.entities.anaphora import Discourse
from kg.entities.nodes import Node
from kg.entities.passage import Passage
from kg.model import EntityType

RELATIVE = frozenset({
    "der", "die", "das", "dem", "den", "dessen", "deren", "denen", "welcher", "welche", "welches", "welchem",
    "welchen",
})  # fmt: skip


def is_relative(page: Passage, i: int) -> bool:
    """Whether a word opens a clause as its relative pronoun: a comma stands before it, or before its preposition."""
    j = i - 1
    if j > 0 and page.pos[j] == "ADP":
        j -= 1
    if j < 1 or page.words[j] != ",":
        return False
    if page.lower[i] in {"dessen", "deren"} or "PronType=Rel" in page.morph[i]:
        return True
    return page.pos[i] == "PRON" and not page.dep[i].startswith("det")


def relative(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """Find what the relative pronoun at ``i`` stands for, and by which pass; None where it is no entity."""
    page = talk.page
    verb, steps = page.heads[i], 0
    while "relcl" not in page.dep[verb] and page.heads[verb] != verb and steps < 4:
        verb, steps = page.heads[verb], steps + 1
    antecedent = page.heads[verb] if "relcl" in page.dep[verb] else None
    if antecedent is not None and antecedent < i:
        family = {
            antecedent,
            *[k for k in page.kids[antecedent] if page.dep[k] in {"appos", "flat", "flat:name"} and k < i],
        }
        found = [s.node for s in talk.seen if s.token in family and s.node]
        if found and not (page.lower[i] == "das" and found[-1].type is EntityType.PERSON and found[-1].named):
            return found[-1:], "relative"
        if page.pos[antecedent] == "NOUN":
            return None
    comma = i - 1 if page.words[i - 1] == "," else i - 2
    ending = [
        (link.start, node)
        for node in talk.nodes
        for link in node.links
        if link.end == comma and link.kind in {"name", "nominal"} and _relative_fits(node, page.lower[i])
    ]
    return ([min(ending, key=lambda pair: pair[0])[1]], "relative, by closeness") if ending else None


def _relative_fits(node: Node, word: str) -> bool:
    wanted = {
        "dessen": {"Masc", "Neut"},
        "dem": {"Masc", "Neut"},
        "den": {"Masc"},
        "das": {"Neut"},
        "der": {"Masc", "Fem"},
        "die": {"Fem"},
        "deren": {"Fem"},
    }.get(word)
    return wanted is None or node.gender is None or node.gender in wanted
