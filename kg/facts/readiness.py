"""What somebody is ready for: "ist zu einem Treffen mit X bereit", "zeigte sich zu Gesprächen bereit"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Operator
from kg.model import Factuality


def is_willing(context: Context, noun: Clause, adjective: Clause) -> bool:
    """Whether an adjective says that its subject is to do what a noun behind "zu" names."""
    return noun.relation.partition("+")[0] == "zu" and adjective.lemma in context.lexicon.table("support")["willing"]


def readiness(context: Context, noun: Clause, verb: Clause) -> Operator | None:
    """What somebody shows or says himself ready for is to come: "erklärte sich zu einem Treffen bereit"."""
    if noun.kind != "noun" or verb.kind != "verb" or noun.relation.partition("+")[0] != "zu":
        return None
    willing = context.lexicon.table("support")["willing"]
    ready = next((k for k in context.tree.kids[verb.head] if context.tree.lower[k] in willing), None)
    return None if ready is None else Operator(Factuality.PLANNED, ready)
