"""The words of saying of a language, ready for lookup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kg.facts.morphology import Vocabulary, vocabulary
from kg.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Sayings:
    """A language's words of saying, ready for lookup; the lists are those of its table ``reporting``.

    ``verbs`` holds its ``attitudes`` too.
    """

    verbs: frozenset[str]
    strong: frozenset[str]
    reported: Mapping[str, list[str]]
    unsaid: Mapping[str, list[str]]
    awaiting: frozenset[str]
    granting: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    judgements: Mapping[str, tuple[str, ...]]
    told_nouns: Mapping[str, list[str]]
    moods: frozenset[str]
    prepositions: frozenset[str]
    forms: Vocabulary
    particles: frozenset[str]
    subjunctive: frozenset[str]
    wishes: frozenset[str]
    subordinators: frozenset[str]
    relative: frozenset[str]
    loose: frozenset[str]
    prefixes: frozenset[str]
    introducing: frozenset[str]
    back: frozenset[str]
    anonymous: frozenset[str]
    first_person: frozenset[str]
    circumstances: frozenset[str]
    views: frozenset[str]
    own: frozenset[str]
    questions: frozenset[str]
    denials: frozenset[str]
    rebuttals: frozenset[str]
    acts: frozenset[str]
    thoughts: frozenset[str]
    verdicts: frozenset[str]
    retelling: frozenset[str]
    selfless: frozenset[str]
    appearing: frozenset[str]
    accounts: frozenset[str]
    degrees: frozenset[str]
    opinions: frozenset[str]
    going: frozenset[str]
    wishing: tuple[str, ...]
    lending: frozenset[str]
    issuing: frozenset[str]
    therein: frozenset[str]
    definite: frozenset[str]
    sides: frozenset[str]
    labelling: frozenset[str]
    deeds_with: Mapping[str, list[str]]
    mottos: frozenset[str]
    times: frozenset[str]
    charging: frozenset[str]
    accusing: frozenset[str]
    showing: frozenset[str]
    clause_phrases: Mapping[str, list[str]]
    questioned: tuple[str, ...]
    praising: frozenset[str]
    arising: frozenset[str]
    arriving: frozenset[str]
    assemblies: tuple[str, ...]
    facing: frozenset[str]
    houses: tuple[str, ...]
    looming: frozenset[str]
    reasons: frozenset[str]


@cache
def sayings(code: str) -> Sayings:
    """The words of saying of a language."""
    lexicon = Lexicon(code)
    table, grammar = lexicon.table("reporting"), lexicon.table("grammar")
    conjugated = ("verbs", "strong", "reported", "phrases", "judgements", "labelling", "clause_phrases")
    shaped: dict[str, Any] = {
        "verbs": frozenset([*table["verbs"], *table["attitudes"]]),
        "moods": frozenset([*table["attitudes"], *table["moods"]]),
        "phrases": {verb: tuple(words) for verb, words in table["phrases"].items()},
        "judgements": {verb: tuple(words) for verb, words in table["judgements"].items()},
        "forms": vocabulary(lexicon, [verb for name in conjugated for verb in table[name]], [], []),
        "particles": frozenset(grammar["separable"]),
        "subjunctive": frozenset([*grammar["subjunctive1"], *grammar["subjunctive2"]]),
        "wishes": frozenset(grammar["subjunctive2"]),
        "loose": frozenset(table["loose_particles"]),
        "prefixes": frozenset(table["loose_prefixes"]),
        "wishing": tuple(table["wishing"]),
        "questioned": tuple(table["questioned"]),
        "assemblies": tuple(table["assemblies"]),
        "houses": tuple(table["houses"]),
        "definite": frozenset(grammar["definite"]),
        "times": frozenset(grammar["time_nouns"]),
        "relative": frozenset(grammar["relative_pronouns"]),
    }
    for name in (field.name for field in fields(Sayings) if field.name not in shaped):
        shaped[name] = frozenset(table[name]) if isinstance(table[name], list) else table[name]
    return Sayings(**shaped)
