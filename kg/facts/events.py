"""Events: claims of one occasion belong together."""

from __future__ import annotations

from kg.facts.context import Context
from kg.model import Claim, Event


def gather(context: Context, claims: list[Claim]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Drop repetitions and group claims into events."""
    return tuple(dict.fromkeys(claims)), ()
