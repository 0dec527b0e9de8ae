"""Inflected forms of the verbs, nouns and adjectives that frames and cues name.

A tagger's lemma is a guess; here the vocabulary's own paradigms are generated once and looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.language import Lexicon

UMLAUT = {"au": "äu", "a": "ä", "o": "ö", "u": "ü"}
NOUN_ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern", "se", "sen", "nen")
ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of an inflected form.

    ``kind`` is fin (present), fin0 (past), fin1, fin2 (Konjunktiv), inf, part1 or part2.
    """

    lemma: str
    kind: str
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lower-case form → readings, for the words that the language's data name."""

    verbs: Mapping[str, tuple[Form, ...]]
    particles: frozenset[str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    _compounds: dict[str, tuple[str, str] | None] = field(default_factory=dict, compare=False)

    def verb(self, form: str, particle: str = "", prefer: str = "") -> Form | None:
        """The reading of a verb form, with the particle that the clause has split off; a preferred kind first.

        Where a participle is preferred and there is none, the infinitive is: "wird führen" is not of "fahren"; nor is "sie führen
        Gespräche", which a rare Konjunktiv could be.
        """
        readings = [r for r in self.verbs.get(form, ()) if r.particle == particle]
        kinds = (prefer, "inf") if prefer else ()
        found = (r for kind in kinds for r in readings if r.kind == kind)
        likely = [r for r in readings if r.kind != "fin2"] or readings
        return next(found, likely[0] if likely else None)

    def noun(self, form: str) -> tuple[str, str] | None:
        """Lemma and modifier of a noun form: "Friedensgesprächen" gives ("Gespräch", "friedens")."""
        if form not in self._compounds:
            self._compounds[form] = self._noun(form)
        return self._compounds[form]

    def _noun(self, form: str) -> tuple[str, str] | None:
        if form in self.nouns:
            return self.nouns[form], ""
        modifier, hyphen, last = form.rpartition("-")
        if hyphen:
            found = self._noun(last)
            return (found[0], f"{modifier}-{found[1]}") if found else None
        for at in range(3, len(form) - 3):
            lemma = self.nouns.get(form[at:])
            if lemma and len(lemma) > 4:
                return lemma, form[:at]
        return None


def umlaut(stem: str) -> str:
    """Umlaut of the last vowel that can have one ("Vorwurf" → "Vorwürf")."""
    for at in range(len(stem) - 1, -1, -1):
        for plain, changed in UMLAUT.items():
            if stem.startswith(plain, at) and not (plain == "u" and at and stem[at - 1] in "ae"):
                return stem[:at] + changed + stem[at + len(plain) :]
    return stem


def split_verb(lemma: str, grammar: Mapping[str, Any]) -> tuple[str, str]:
    """Separable prefix (or "") and the rest of an infinitive."""
    if lemma in grammar["unsplit_exceptions"] or lemma in grammar["strong"]:
        return "", lemma
    separable = {*grammar["separable"], *(["durch", "unter", "über"] if lemma in grammar["split_exceptions"] else [])}
    inseparable = set(grammar["inseparable"]) - separable
    found = [
        p
        for p in separable | inseparable
        if lemma.startswith(p) and (len(lemma) - len(p) > 3 or lemma[len(p) :] == "tun")
    ]
    prefix = max(found, key=len, default="")
    return (prefix, lemma[len(prefix) :]) if prefix in separable else ("", lemma)


def _simple_forms(lemma: str, grammar: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Forms of a verb without separable prefix, as (form, kind)."""
    strong: Mapping[str, str] = grammar["strong"]
    prefix = next(
        (
            p
            for p in sorted(grammar["inseparable"], key=len, reverse=True)
            if lemma.startswith(p) and lemma not in strong and len(lemma) - len(p) > 3
        ),
        "",
    )
    base = lemma[len(prefix) :]
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    yield lemma, "inf"
    yield lemma + "d", "part1"
    yield stem + "e", "fin1"
    if base in strong:
        yield from _strong_forms(lemma, prefix, base, strong[base].split())
        if not {base, lemma} & set(grammar["weak"]):
            return
    link = "e" if stem.endswith(("d", "t", "chn", "ffn", "gn", "tm", "dm", "ckn")) else ""
    yield stem + link + "t", "fin"
    yield lemma, "fin"
    yield stem + link + "te", "fin0"
    yield stem + link + "ten", "fin0"
    bare = bool(prefix) or lemma.endswith("ieren")
    yield ("" if bare else "ge") + stem + link + "t", "part2"
    if lemma.endswith("eln"):
        yield lemma[:-3] + "le", "fin1"


def _strong_forms(lemma: str, prefix: str, base: str, parts: list[str]) -> Iterator[tuple[str, str]]:
    """Forms of a strong verb by its principal parts: third person, past, participle."""
    third, past, participle = parts
    if prefix:
        participle = participle.removeprefix("ge" if base != "gelten" else "")
        third, past, participle = prefix + third, prefix + past, prefix + participle
    yield third, "fin"
    yield (lemma[:-2] if lemma.endswith("en") else lemma[:-1]) + "t", "fin"
    yield lemma, "fin"
    yield past, "fin0"
    yield past + ("n" if past.endswith("e") else "en"), "fin0"
    if past.endswith("ß"):
        yield past[:-1] + "ssen", "fin0"
    yield umlaut(past).rstrip("e") + "e", "fin2"
    yield umlaut(past).rstrip("e") + "en", "fin2"
    yield participle, "part2"


def verb_forms(lemma: str, grammar: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Every form of a verb; a separable verb's finite forms also stand alone, with the particle noted."""
    particle, base = split_verb(lemma, grammar)
    for form, kind in _simple_forms(base, grammar):
        if particle and kind.startswith("fin"):
            yield form, Form(lemma, kind, particle)
        if kind in {"part1", "part2"}:
            for ending in ADJECTIVE_ENDINGS:
                yield particle + form + ending, Form(lemma, kind)
        else:
            yield particle + form, Form(lemma, kind)
        if particle and kind == "inf":
            yield f"{particle}zu{form}", Form(lemma, "inf")


def noun_forms(lemma: str) -> Iterator[str]:
    """Every form a noun may have, and some it has not: no word list is needed."""
    low = lemma.lower()
    for stem in (low, umlaut(low)):
        for ending in NOUN_ENDINGS if len(low) > 2 else ("", "s"):  # "Jan" is no "Ja"
            yield stem + ending
    if low.endswith("e"):
        yield low[:-1] + "en"
    if low.endswith("er"):
        yield low + "in"
        yield low + "innen"
    if low.endswith("um"):
        yield low[:-2] + "en"


def vocabulary(lexicon: Lexicon, verbs: Iterable[str], nouns: Iterable[str], adjectives: Iterable[str]) -> Vocabulary:
    """Generate the paradigms of the given lemmas."""
    grammar = lexicon.table("grammar")
    by_form: dict[str, dict[Form, None]] = {}
    for lemma in sorted(set(verbs)):
        for form, reading in verb_forms(lemma, grammar):
            by_form.setdefault(form, {})[reading] = None
    by_noun: dict[str, str] = {}
    for lemma in sorted(set(nouns)):
        for form in noun_forms(lemma):
            by_noun.setdefault(form, lemma)
    for lemma in nouns:
        by_noun[lemma.lower()] = lemma
    by_adjective = {lemma.lower() + ending: lemma for lemma in adjectives for ending in ADJECTIVE_ENDINGS}
    particles = frozenset(reading.particle for readings in by_form.values() for reading in readings)
    return Vocabulary({form: tuple(r) for form, r in by_form.items()}, particles - {""}, by_noun, by_adjective)
