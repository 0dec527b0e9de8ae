"""Joint action: "X will gemeinsam mit Y bauen" is cooperation, whatever the verb."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import fillers, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.situate import make_claim
from kg.model import Claim


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``cooperatedWith`` for the subject of a clause and its companion."""
    tree = context.tree
    words = context.lexicon.table("support")["joint"]
    for token, word in enumerate(tree.lower):
        if word not in words or tree.lower[token + 1 : token + 2] != ["mit"]:
            continue
        head = next((h for h in _ancestors(context, token) if h in context.clauses), None)
        clause = context.clauses.get(head) if head is not None else None
        companion = tree.heads[token + 1] if tree.deps[token + 1] == "case" else token
        if clause is None or clause.kind != "verb" or companion <= token:
            continue
        partners = [(e, t) for t in tree.conjuncts(companion) for e in fillers(context, t, ACTOR)]
        for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
            for partner, p_token in partners:
                if subject != partner:
                    decision = decide(context, clause)
                    tokens = (s_token, p_token)
                    yield make_claim(context, clause, "cooperatedWith", subject, partner, "joint", decision, tokens)


def _ancestors(context: Context, token: int) -> Iterator[int]:
    heads = context.tree.heads
    while heads[token] != token:
        token = heads[token]
        yield token
