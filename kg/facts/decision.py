"""Cue words of factuality, their effects, and the outcome of judging a clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.language import Lexicon
from kg.model import Factuality, Span

HAPPENED = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
"""What has come about, in the text's or somebody else's words."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How the text presents a clause, who says so, and the words that decided it."""

    factuality: Factuality = Factuality.ASSERTED
    source: str | None = None
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Operator:
    """One cue's effect; ``token`` is the cue."""

    effect: Factuality
    token: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Cues:
    """Forms and lemmas of the language's cue words, by effect."""

    modals: Mapping[str, Factuality]
    adverbs: Mapping[str, Factuality]
    marks: Mapping[str, Factuality]
    attributes: Mapping[str, Factuality]
    embedders: Mapping[tuple[str, str], Factuality]
    table: Mapping[str, Any]


@cache
def cues(lexicon: Lexicon) -> Cues:
    """Read the language's ``factuality`` table."""
    table = lexicon.table("factuality")
    effect = {name.lower(): factuality for name, factuality in Factuality.__members__.items()}
    embedders = {
        (kind, lemma): effect[name]
        for name in ("reported", "possible", "planned", "negated")
        for kind in ("verb", "noun", "adjective")
        for lemma in table["embedding"][name].get(kind + "s", [])
    }
    return Cues(
        modals={form: effect[name] for name in ("planned", "possible") for form in table["modals"][name]},
        adverbs={word: effect[name] for name, words in table["adverbs"].items() for word in words},
        marks={word: effect[name] for name, words in table["marks"].items() for word in words},
        attributes={word: effect[name] for name, words in table["attributes"].items() for word in words},
        embedders=embedders,
        table=table,
    )


def embedding_slots(lexicon: Lexicon, verb: str, noun: str) -> list[str]:
    """The slots in which a verb embeds an event noun; none where it tells a deed: "bestritt das Finale" denies nothing."""
    if noun.endswith(tuple(lexicon.table("reporting")["unsaid"].get(verb, ()))):
        return []
    return list(cues(lexicon).table["np"].get(verb, ["obj"]))
