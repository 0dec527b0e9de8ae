"""The words of saying of a language, ready for lookup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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
    facing: frozenset[str]
    looming: frozenset[str]


@cache
def sayings(code: str) -> Sayings:
    """The words of saying of a language."""
    lexicon = Lexicon(code)
    table, grammar = lexicon.table("reporting"), lexicon.table("grammar")
    return Sayings(
        verbs=frozenset([*table["verbs"], *table["attitudes"]]),
        strong=frozenset(table["strong"]),
        reported=table["reported"],
        unsaid=table["unsaid"],
        awaiting=frozenset(table["awaiting"]),
        granting=frozenset(table["granting"]),
        phrases={verb: tuple(words) for verb, words in table["phrases"].items()},
        judgements={verb: tuple(words) for verb, words in table["judgements"].items()},
        told_nouns=table["told_nouns"],
        moods=frozenset([*table["attitudes"], *table["moods"]]),
        prepositions=frozenset(table["prepositions"]),
        forms=vocabulary(
            lexicon,
            [
                name
                for names in ("verbs", "strong", "reported", "phrases", "judgements", "labelling", "clause_phrases")
                for name in table[names]
            ],
            [],
            [],
        ),
        particles=frozenset(grammar["separable"]),
        subjunctive=frozenset([*grammar["subjunctive1"], *grammar["subjunctive2"]]),
        wishes=frozenset(grammar["subjunctive2"]),
        subordinators=frozenset(table["subordinators"]),
        loose=frozenset(table["loose_particles"]),
        prefixes=frozenset(table["loose_prefixes"]),
        introducing=frozenset(table["introducing"]),
        back=frozenset(table["back"]),
        anonymous=frozenset(table["anonymous"]),
        first_person=frozenset(table["first_person"]),
        circumstances=frozenset(table["circumstances"]),
        views=frozenset(table["views"]),
        own=frozenset(table["own"]),
        questions=frozenset(table["questions"]),
        denials=frozenset(table["denials"]),
        rebuttals=frozenset(table["rebuttals"]),
        acts=frozenset(table["acts"]),
        thoughts=frozenset(table["thoughts"]),
        verdicts=frozenset(table["verdicts"]),
        retelling=frozenset(table["retelling"]),
        selfless=frozenset(table["selfless"]),
        appearing=frozenset(table["appearing"]),
        accounts=frozenset(table["accounts"]),
        degrees=frozenset(table["degrees"]),
        opinions=frozenset(table["opinions"]),
        going=frozenset(table["going"]),
        wishing=tuple(table["wishing"]),
        lending=frozenset(table["lending"]),
        issuing=frozenset(table["issuing"]),
        therein=frozenset(table["therein"]),
        definite=frozenset(grammar["definite"]),
        sides=frozenset(table["sides"]),
        labelling=frozenset(table["labelling"]),
        deeds_with=table["deeds_with"],
        mottos=frozenset(table["mottos"]),
        times=frozenset(grammar["time_nouns"]),
        charging=frozenset(table["charging"]),
        accusing=frozenset(table["accusing"]),
        showing=frozenset(table["showing"]),
        clause_phrases=table["clause_phrases"],
        questioned=tuple(table["questioned"]),
        praising=frozenset(table["praising"]),
        arising=frozenset(table["arising"]),
        arriving=frozenset(table["arriving"]),
        facing=frozenset(table["facing"]),
        looming=frozenset(table["looming"]),
        relative=frozenset(grammar["relative_pronouns"]),
    )
