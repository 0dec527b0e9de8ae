"""Frames: which words evoke a predicate, and which slots fill its roles. The entries are data of the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from kg.facts.morphology import Vocabulary, vocabulary
from kg.language import Lexicon
from kg.model import LANDS, EntityType

ACTOR = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP})
TYPES: Mapping[str, frozenset[EntityType]] = {
    "actor": ACTOR,
    "any": frozenset(EntityType),
    "place": LANDS,
    "body": frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY}),
    "people": frozenset({EntityType.PERSON, EntityType.GROUP}),
    "thing": frozenset({EntityType.WORK, EntityType.NAMED_EVENT}),
    **{kind.value: frozenset({kind}) for kind in EntityType},
}
KINDS = {"v": "verb", "n": "noun", "a": "adjective"}
KEYS = frozenset(
    {
        "v",
        "n",
        "a",
        "s",
        "o",
        "both",
        "st",
        "ot",
        "ex",
        "gives",
        "p",
        "f",
        "as",
        "over",
        "whole",
        "beside",
        "owner",
        "alone",
    }
)
SUPPORT_VERBS = (
    "agent",
    "happening",
    "recipient",
    "becoming",
    "coming",
    "fighting",
    "speaking",
    "face_to_face",
    "leaving",
)
OWNABLE = frozenset({"obj", "dat", "gegen", "an", "für", "auf", "über", "von", "zu", "bei", "hinter"})
MACROS = {
    "of": ("gen", "poss", "von", "part", "adj"),
    "whose": ("gen", "poss", "von", "part"),
    "by": ("durch", "agent", "sup"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One evoking entry.

    ``light`` are the (preposition or "", noun) pairs that must stand with the verb ("in Kraft treten"), ``subject``
    and ``object`` the slots that fill the roles, best first, ``both`` the slots whose several fillers are each other's
    partners, ``over`` tells that what was so has ended with the deed ("die Partei verlassen"), ``whole`` tells that the
    noun evokes only by itself, not as the last part of a compound, ``adjunct`` the preposition under which the noun must
    stand ("auf Druck von"), ``beside`` prepositions of which one must stand with the verb ("als Minister vorschlagen", with what turns it round "nicht_gut"),
    ``alone`` the only other slots that may stand with the verb, but for times, where it has such slots.
    """

    name: str
    predicate: str
    event: str | None
    kind: str
    lemma: str
    light: tuple[tuple[str, str], ...]
    reflexive: bool
    subject: tuple[str, ...]
    object: tuple[str, ...]
    both: tuple[str, ...]
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    factuality: str | None
    over: bool
    whole: bool
    adjunct: str | None
    beside: tuple[str, ...]
    alone: tuple[str, ...] | None
    example: str
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a language, by (kind, lemma), the more specific first."""

    index: Mapping[tuple[str, str], tuple[Frame, ...]]
    words: Vocabulary
    events: Mapping[str, str]


@cache
def load_frames(lexicon: Lexicon) -> Frames:
    """Read every file of the language's ``frames`` folder.

    Raises:
        ValueError: an entry breaks the schema; the message names file and entry.
    """
    folder = resources.files("kg.language") / lexicon.code / "frames"
    files = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))
    tables = {file: lexicon.table(f"frames/{file}") for file in files}
    contractions = {form: pair[0] for form, pair in lexicon.table("grammar")["contractions"].items()}
    frames = [frame for file, table in tables.items() for frame in read_frames(table, file, contractions)]
    events = {table["predicate"]: table["event"] for table in tables.values() if "event" in table}
    index: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        index.setdefault((frame.kind, frame.lemma), []).append(frame)
    ordered = {key: tuple(sorted(group, key=_specificity)) for key, group in index.items()}
    cues = lexicon.table("factuality")
    support = lexicon.table("support")
    verbs = [f.lemma for f in frames if f.kind == "verb"] + [v for group in SUPPORT_VERBS for v in support[group]]
    nouns = [f.lemma for f in frames if f.kind == "noun"] + [
        noun for f in frames for _, noun in f.light if noun[0].isupper()
    ]
    adjectives = [f.lemma for f in frames if f.kind == "adjective"]
    stances = lexicon.table("stances")
    verbs += [*stances["good"]["verbs"], *stances["bad"]["verbs"], *stances["light"], *stances["naming"]]
    verbs += [*stances["suffering"], *stances["behaving"], *stances["finding"], *stances["toned"]]
    told = lexicon.table("reproaches")
    verbs += [*told["duties"], *told["idle"]["verbs"], *told["lacking"]["having"], *told["lacking"]["missing"]]
    verbs += [*told["praising"], *(verb for idioms in told["idioms"].values() for verb in idioms)]
    for effect in cues["embedding"].values():
        verbs += effect.get("verbs", [])
        nouns += effect.get("nouns", [])
        adjectives += effect.get("adjectives", [])
    return Frames(ordered, vocabulary(lexicon, verbs, nouns, adjectives), {**events, "said": "Statement"})


def _specificity(frame: Frame) -> tuple[int, int]:
    return -len(frame.light) - frame.reflexive - len(frame.beside), len(frame.subject_types) + len(frame.object_types)


def read_frames(table: Mapping[str, Any], file: str, contractions: Mapping[str, str]) -> list[Frame]:
    """Frames of one file; ``table`` is its content, ``contractions`` give the preposition in "zur".

    Raises:
        ValueError: an entry breaks the schema; the message names file and entry.
    """
    found = []
    for entry in table["frames"]:
        kind = next((key for key in KINDS if key in entry), None)
        if kind is None or set(entry) - KEYS or not entry.get("ex") or not entry.get("gives"):
            raise ValueError(
                f"frames/{file}.yaml: {entry} needs one of v, n, a, and ex and gives, and knows only {', '.join(sorted(KEYS))}"
            )
        found.append(_frame(table, entry, kind, contractions))
    return found


def _frame(table: Mapping[str, Any], entry: Mapping[str, Any], kind: str, contractions: Mapping[str, str]) -> Frame:
    words = str(entry[kind]).split()
    defaults = table.get("defaults", {}).get(kind, {})
    fields = {**defaults, **entry}
    if {"s", "o"} & set(entry) and "both" not in entry:
        fields.pop("both", None)
    light, preposition = [], ""
    for word in words[:-1]:
        if word[0].isupper() or (preposition and word == "sich"):
            light.append((preposition, word))
            preposition = ""
        elif word != "sich":
            preposition = contractions.get(word, word)
    gives = entry["gives"]
    subject = _slots(fields.get("s", "subj" if kind == "v" else ""))
    return Frame(
        name="frames/" + "-".join(words).lower(),
        predicate=entry.get("p", table["predicate"]),
        event=table.get("event"),
        kind=KINDS[kind],
        lemma=words[-1],
        light=tuple(light),
        reflexive="sich" in words and not any(noun == "sich" for _, noun in light),
        subject=subject,
        object=_undergone(
            _owned(_slots(fields.get("o", "obj" if kind == "v" and "both" not in fields else "")), {**table, **entry}),
            subject,
        ),
        both=_slots(fields.get("both", "")),
        subject_types=_types(entry.get("st", table.get("s", "actor"))),
        object_types=_types(entry.get("ot", table.get("o", "actor"))),
        factuality=entry.get("f"),
        over=bool(entry.get("over")),
        whole=bool(entry.get("whole")),
        adjunct=entry.get("as"),
        beside=tuple(entry.get("beside", "").split()),
        alone=_slots(entry["alone"]) if "alone" in entry else None,
        example=entry["ex"],
        gives=tuple(gives) if isinstance(gives, list) else (gives,),
    )


def _owned(slots: tuple[str, ...], table: Mapping[str, Any]) -> tuple[str, ...]:
    """With ``owner`` in the table, each slot may also hold a thing or deed of the one concerned ("gegen die Politik von X")."""
    return slots + tuple(f"{slot}~" for slot in slots if table.get("owner") and slot in OWNABLE)


def _undergone(slots: tuple[str, ...], subject: tuple[str, ...]) -> tuple[str, ...]:
    """What verbs of giving say the doer of ("übte Kritik"), verbs of getting say the other of ("erntete Kritik von X")."""
    return (*slots, "rec") if "sup" in subject and slots and "rec" not in slots else slots


def _slots(text: str) -> tuple[str, ...]:
    return tuple(slot for word in text.split() for slot in MACROS.get(word, (word,)))


def _types(text: str) -> frozenset[EntityType]:
    return frozenset(kind for word in text.split() for kind in TYPES[word])
