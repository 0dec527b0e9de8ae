"""Factuality and source of a clause."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.model import Factuality


def decide(context: Context, clause: Clause, *, override: str | None = None) -> Decision:
    """Judge a clause."""
    return Decision(Factuality(override) if override else Factuality.ASSERTED)
