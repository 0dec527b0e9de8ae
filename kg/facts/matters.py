"""What "das", "dagegen" and bare "Kritik" are about: the matter of the sentence before, or who brought it up."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR, TYPES
from kg.model import EntityType

Filled = list[tuple[str, int]]
JUDGING = frozenset({"criticised", "protestedAgainst", "rejected", "supported"})
THINGS = TYPES["thing"]
CLAUSAL = frozenset({"acl", "advcl", "ccomp", "csubj", "xcomp"})


def meant(
    context: Context, clause: Clause, slots: tuple[str, ...], types: frozenset[EntityType], subjects: Filled
) -> tuple[Filled, Filled]:
    """Subjects and objects of a clause that judges what the sentence before tells: "Das lehnt X ab", "Kritik kam von X".

    Args:
        context: the article.
        clause: a clause whose object slots hold no entity.
        slots: where the frame looks for its object.
        types: of what types that may be.
        subjects: who judges, as found so far.
    """
    table = context.lexicon.table("stances")["pointing"]
    if clause.passive or context.voices.get(clause.head) is not None:
        return subjects, []
    if clause.kind == "noun":
        parent = context.clauses.get(clause.parent) if clause.parent is not None else None
        bare = parent is not None and parent.lemma in table["bringing"] and not _is_completed(context, clause, parent)
        return subjects, _matter(context, clause, types, subjects) if bare else []
    if {"obj", "dat"} & set(slots):
        turned = clause.lemma in table["judging"] and _points(context, clause.slots.get("subj", ()), table["pronouns"])
        if turned:  # "Das kritisiert die Caritas"
            subjects = slot_entities(context, clause, "obj", ACTOR)
        if turned or any(_points(context, clause.slots.get(s, ()), table["pronouns"]) for s in ("obj", "dat")):
            return subjects, _matter(context, clause, types, subjects)
    if any(slot_entities(context, clause, slot, ACTOR) for slot in clause.slots if slot not in {"subj", "self"}):
        return subjects, []  # "stellte sich dagegen hinter X"
    adverbs = {table["adverbs"].get(context.tree.lower[k]) for k in _bare_adverbs(context, clause)} - {None}
    return subjects, _matter(context, clause, types, subjects) if adverbs & set(slots) else []


def _points(context: Context, tokens: tuple[int, ...], pronouns: list[str]) -> bool:
    return bool(tokens) and all(context.tree.lower[token] in pronouns for token in tokens)


def _bare_adverbs(context: Context, clause: Clause) -> list[int]:
    """Adverbs like "dagegen" that no clause goes with."""
    tree = context.tree
    kids = tree.kids[clause.head]
    if any(tree.deps[kid] in CLAUSAL for kid in kids):
        return []
    return [kid for kid in (*kids, clause.head) if kid + 1 >= len(tree.words) or tree.words[kid + 1] != ","]


def _is_completed(context: Context, noun: Clause, verb: Clause) -> bool:
    """Whether the sentence itself says what is judged: "Kritik an …", "Kritik kam …, weil"."""
    tree = context.tree
    return any(
        tree.deps[kid] in {*CLAUSAL, "nmod", "parataxis"} and tree.deps[kid] != "acl:relcl" and kid > noun.head
        for head in (noun.head, verb.head)
        for kid in tree.kids[head]
    )


def _matter(context: Context, clause: Clause, types: frozenset[EntityType], subjects: Filled) -> Filled:
    """A thing that the main clause of the sentence before is about, else its subject, else who speaks there."""
    tree, here = context.tree, context.tree.sentence_of[clause.head]
    if not here or not subjects:
        return []
    low, high = tree.sentences[here - 1]
    root = next((t for t in range(low, high) if tree.heads[t] == t), low)
    told, judges = context.clauses.get(root), {entity for entity, _ in subjects}
    found: Filled = []
    made = told is not None and any(
        f.predicate == "produced" for f in context.frames.index.get((told.kind, told.lemma), ())
    )
    judged = told is not None and _judges(context, told)  # "Der ÖAMTC kritisiert Y. Auch der ARBÖ ist dagegen"
    own = (("obj", THINGS), ("obj", ACTOR)) if judged else (("subj", ACTOR),)
    for slot, kinds in (("subj", THINGS), *((("obj", THINGS),) if made else ()), *own):
        found = found or (slot_entities(context, told, slot, kinds & types) if told is not None else [])
    found = [_voted_on(context, pair, types) for pair in found]
    speaker = context.speakers.get(here - 1) if not judged else None
    if not found and speaker is not None and context.entities[speaker].type in types:
        found = [(speaker, root)]
    named = [(entity, token) for entity, token in found if context.entities[entity].named]
    return [] if judges & {entity for entity, _ in named} else named[:2]


def _judges(context: Context, clause: Clause) -> bool:
    """Whether a clause itself tells what its subject thinks of something."""
    frames = context.frames.index.get((clause.kind, clause.lemma), ())
    judging = bool(frames) and all(frame.predicate in JUDGING for frame in frames if not frame.light)
    return judging or clause.lemma in context.lexicon.table("stances")["naming"]


def _voted_on(context: Context, pair: tuple[str, int], types: frozenset[EntityType]) -> tuple[str, int]:
    """The work that a vote is about, else what it is: who votes "gegen" in a vote on a law is against the law."""
    noun = Clause(pair[1], "", "noun", context.grammar.noun_arguments(context.tree, pair[1]))
    works = slot_entities(context, noun, "über", types & {EntityType.WORK})
    return works[0] if works and context.entities[pair[0]].type is EntityType.NAMED_EVENT else pair
