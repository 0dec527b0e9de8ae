"""Nouns for offices and functions: "US-Sondergesandten", "Kremlsprecher", "Ex-Kanzlerin"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.language.lexicon import Lexicon

RELATIONS = (
    "heads", "worksFor", "represents", "advises", "memberOf", "founded", "relativeOf", "succeeded", "preceded", "owns", "none",
)  # fmt: skip
MIN_PREFIX = 2


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A word that names a person by office or function.

    ``title`` is the word in the nominative singular ("US-Sondergesandter"), ``noun`` its role noun ("Sondergesandter"),
    ``prefix`` what stands before the role noun, without a hyphen ("US", "Außen", "Kreml"; "" if nothing does),
    ``hyphen`` tells whether a hyphen stood there. ``relation`` is a predicate, ``preceded`` (the inverse of succeeded)
    or ``none``. ``gender`` is Masc, Fem or None (unknown: "die Abgeordneten", "Mitglied").
    """

    title: str
    noun: str
    relation: str
    prefix: str = ""
    hyphen: bool = False
    former: bool = False
    deputy: bool = False
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    noun: str
    relation: str
    gender: str | None
    plural: bool


def role_noun(word: str, lexicon: Lexicon) -> RoleNoun | None:
    """Analyse one word; None if it is no role noun.

    Args:
        word: a token as it stands in the text, any case and number.
        lexicon: gives the tables ``roles``.
    """
    return _analyse(word, lexicon.code)


@cache
def _analyse(word: str, code: str) -> RoleNoun | None:
    forms, table = _forms(code), Lexicon(code).table("roles")
    base = word.rstrip("-")
    lower = base.lower()
    acronym = base.rpartition("-")[2] in table["acronyms"]
    if len(word) < 3 or not word[0].isupper() or word.isupper() and not acronym:
        return None
    if lower.endswith(tuple(table["things"])):
        return None
    hyphen = lower.rfind("-") + 1
    if lower[hyphen:] in _bodies(code):
        return None
    for start in range(hyphen, len(lower) - 2):
        form = forms.get(lower[start:])
        if form is None or 0 < start - hyphen < MIN_PREFIX or start > hyphen and form.noun in table["acronyms"]:
            continue
        if start > hyphen and any(
            lower[k:] in forms and base[:k] in _known_bodies(code) for k in range(start + 1, len(lower) - 2)
        ):
            continue  # "Talibanführer"
        if form.noun in {"Mutter", "Schwester", "Tochter"} and base[:start].rstrip("-") in _known_bodies(code):
            return None
        former, prefix = _former(base[:start].rstrip("-"), table["former"])
        deputy = any(p in table["deputy"] or p.startswith("Vize") for p in prefix.split("-"))
        noun = form.noun if start == hyphen else form.noun.lower()
        relation = "worksFor" if deputy and form.relation == "heads" else form.relation
        return RoleNoun(
            title=base[:start] + noun, noun=form.noun, relation=relation, prefix=prefix,
            hyphen=start > 0 and base[start - 1] == "-", former=former, deputy=deputy,
            gender=form.gender, plural=form.plural,
        )  # fmt: skip
    return None


def _former(prefix: str, marks: list[str]) -> tuple[bool, str]:
    """Take "Ex-", "Alt" off what stands before the noun."""
    first, _, rest = prefix.partition("-")
    if first in marks:
        return True, rest
    return (True, prefix.removesuffix("-Ex")) if prefix.endswith("-Ex") else (False, prefix)


@cache
def _forms(code: str) -> dict[str, _Form]:
    """Every inflected form, lower-cased; where two nouns share a form the nominative singular wins."""
    table = Lexicon(code).table("roles")
    forms: dict[str, _Form] = {}
    entries = [(entry, relation) for relation in RELATIONS for entry in table[relation]]
    inflected = [(order, form, _Form(noun, relation, gender, plural))
                 for entry, relation in entries
                 for form, noun, gender, plural, order in _inflect(entry, table["plurals"])]  # fmt: skip
    for _, form, analysis in sorted(inflected, key=lambda row: row[0]):
        forms.setdefault(form.lower(), analysis)
    return forms


@cache
def _bodies(code: str) -> frozenset[str]:
    """Nouns for bodies that only look like a person's ("Autobauer"), in the forms of the singular."""
    nouns = {noun for nouns in Lexicon(code).table("organizations")["heads"].values() for noun in nouns}
    return frozenset(form for noun in nouns for form in (noun, noun + "s", noun + "n")) - frozenset(_forms(code))


@cache
def _known_bodies(code: str) -> frozenset[str]:
    """Names of organisations, whose "Tochter" is none of a person."""
    table = Lexicon(code).table("organizations")["known"]
    return frozenset(form for known in table.values() for name, others in known.items() for form in (name, *others))


FEMININE = ("frau", "mutter", "tochter", "schwester", "witwe", "nichte", "tante", "in")
MASCULINE = frozenset({"cousin"})
NEUTER = ("ceo", "cfo", "cio", "coo", "cto", "mitglied", "opfer", "oberhaupt", "profi", "star")


def _inflect(entry: str, plural_forms: dict[str, list[str]]) -> Iterator[tuple[str, str, str | None, bool, int]]:
    """Yield (form, nominative, gender, plural, rank) for an entry of the table."""
    noun = entry.rstrip("~").removesuffix("+in")
    if entry.endswith("~"):
        stem = noun.removesuffix("er")
        yield noun, noun, "Masc", False, 0
        yield stem + "e", noun, None, False, 1
        for ending in ("en", "em", "es"):
            yield stem + ending, noun, None, ending == "en", 2
        return
    lower = noun.lower()
    female = lower.endswith(FEMININE) and lower not in MASCULINE
    gender = None if lower.endswith(NEUTER) else "Fem" if female else "Masc"
    yield noun, noun, gender, False, 0
    if gender == "Fem":
        yield noun + ("nen" if noun.endswith("in") else "en"), noun, gender, True, 1
    else:
        for ending in ("s", "es"):
            yield noun + ending, noun, gender, False, 1
        if noun.endswith(("er", "el")):
            yield noun + "n", noun, gender, True, 2
        elif noun.endswith("e"):
            yield noun + "n", noun, gender, True, 1
            yield noun + "ns", noun, gender, False, 1
        else:
            for ending in ("e", "en", "er", "ern"):
                yield noun + ending, noun, gender, ending != "en", 2
    yield from _irregular(noun, gender, plural_forms)
    if entry.endswith("+in"):
        stem = noun.removesuffix("e")
        yield stem + "in", stem + "in", "Fem", False, 0
        yield stem + "innen", stem + "in", "Fem", True, 1


def _irregular(
    noun: str, gender: str | None, plural_forms: dict[str, list[str]]
) -> Iterator[tuple[str, str, str | None, bool, int]]:
    for ending, plurals in plural_forms.items():
        if noun.lower().endswith(ending):
            for plural in plurals:
                yield noun[: -len(ending)] + plural, noun, gender, True, 1
