"""The outcome of judging a clause's factuality."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Factuality, Span


@dataclass(frozen=True, slots=True)
class Decision:
    """How the text presents a clause, who says so, and the words that decided it."""

    factuality: Factuality = Factuality.ASSERTED
    source: str | None = None
    cues: tuple[Span, ...] = ()
