"""Joint action: "X will gemeinsam mit Y bauen" is cooperation, whatever the verb; so is "der gemeinsame Antrag von X und Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import direct, fillers, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.owners import is_owner
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType, Factuality

PERSON = frozenset({EntityType.PERSON})
MANY = 4  # actors; more who have something in common need not act together


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``cooperatedWith`` for the subject of a clause and its companion."""
    tree = context.tree
    words = context.lexicon.table("support")["joint"]
    for token, word in enumerate(tree.lower):
        if word.startswith("gemeinsame") and tree.pos[token] == "ADJ":
            yield from _in_common(context, tree.heads[token])
        if word in words and tree.lower[token + 1 : token + 2] != ["mit"]:
            yield from _together(context, token)
        if word not in words or tree.lower[token + 1 : token + 2] != ["mit"]:
            continue
        companion = tree.heads[token + 1] if tree.deps[token + 1] == "case" else token
        heads = (h for h in _ancestors(context, token) if h in context.clauses and h != companion)
        clause = context.clauses.get(next(heads, -1))
        if clause is None or clause.kind != "verb" or companion <= token:
            continue
        if clause.passive and clause.slots.get("obj"):
            continue  # "wurde gemeinsam mit X von der Polizei festgenommen": both undergo it
        partners = [(e, t) for t in tree.conjuncts(companion) for e in fillers(context, t, ACTOR)]
        taken = () if clause.passive else slot_entities(context, clause, "obj", PERSON)
        doers = slot_entities(context, clause, "subj", ACTOR) or taken
        for subject, s_token in doers:  # a parser may take "Das Buch schrieb X gemeinsam mit Y" for the book's deed
            for partner, p_token in partners:
                if subject != partner:
                    decision = decide(context, clause)
                    tokens = (s_token, p_token)
                    yield make_claim(context, clause, "cooperatedWith", subject, partner, "joint", decision, tokens)


def _together(context: Context, adverb: int) -> Iterator[Claim]:
    """Claims of several of whom a verb says that they do it together: "X und Y wollen gemeinsam ein Werk bauen"."""
    tree = context.tree
    clause = context.clauses.get(tree.heads[adverb])
    if clause is None or clause.kind != "verb" or tree.deps[adverb] != "advmod" or clause.slots.get("mit"):
        return
    tokens = [t for t in clause.slots.get("subj", ()) if len(direct(context, t)) == 1]
    actors = [(e, t) for t in tokens for e in direct(context, t) if context.entities[e].type in ACTOR]
    if not 1 < len(actors) <= MANY or len(actors) < len(clause.slots.get("subj", ())):
        return
    decision = decide(context, clause)
    for (one, first), (other, second) in combinations(actors, 2):
        if one != other:
            yield make_claim(context, clause, "cooperatedWith", one, other, "joint", decision, (first, second))


def _in_common(context: Context, noun: int) -> Iterator[Claim]:
    """Claims of those whose joint deed or project a noun is: "die gemeinsame Politik von X und Y", "X und Y stellten den … Antrag"."""
    tree = context.tree
    if tree.pos[noun] != "NOUN" or not tree.lower[noun].endswith(tuple(context.lexicon.table("support")["in_common"])):
        return
    behind = [k for k in tree.kids[noun] if k > noun and tree.deps[k].startswith("nmod") and is_owner(context, k)]
    head = next((h for h in _ancestors(context, noun) if h in context.clauses), None)
    clause = context.clauses.get(noun) or (context.clauses.get(head) if head is not None else None)
    verb = context.clauses.get(tree.heads[noun]) if tree.deps[noun] == "obj" else None
    acting = verb is not None and verb.kind == "verb" and verb.lemma in _doing(context)
    subjects = slot_entities(context, verb, "subj", ACTOR) if verb is not None and acting else []
    actors = [(e, t) for k in behind for t in tree.conjuncts(k) for e in fillers(context, t, ACTOR)] or subjects
    if clause is None or not 1 < len(actors) <= MANY:
        return
    decision = decide(context, _deed(context, noun, clause))
    if decision.factuality is Factuality.NEGATED and not behind:
        return  # "X und Y lehnen einen gemeinsamen Antrag ab", which is others'
    for (one, first), (other, second) in combinations(actors, 2):
        if one != other:
            yield make_claim(context, clause, "cooperatedWith", one, other, "joint", decision, (first, second))


def _doing(context: Context) -> tuple[str, ...]:
    """Verbs whose subjects do what their object names, or hand it in."""
    support = context.lexicon.table("support")
    return (*support["agent"], *support["submitting"])


def _deed(context: Context, noun: int, clause: Clause) -> Clause:
    """A noun as what depends on its clause: a project that somebody demands, plans or turns down is none yet."""
    if clause.head == noun:
        return clause
    tree, found = context.tree, context.grammar.preposition(context.tree, noun)
    relation = {"nsubj": "subj", "nsubj:pass": "subj"}.get(tree.deps[noun], tree.deps[noun])
    modifiers = tuple(k for k in tree.kids[noun] if tree.deps[k] in {"amod", "advmod", "det"})
    return Clause(
        noun,
        tree.words[noun],
        "noun",
        modifiers=modifiers,
        parent=clause.head,
        relation=found[0] if found is not None else relation,
    )


def _ancestors(context: Context, token: int) -> Iterator[int]:
    heads = context.tree.heads
    while heads[token] != token:
        token = heads[token]
        yield token
