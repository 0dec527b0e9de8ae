"""What a noun phrase without a name says of its referent: number, gender, definiteness, origin, complement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.entities.passage import Passage
from kg.entities.roles import NEUTER, RoleNoun
from kg.language.lexicon import Lexicon
from kg.model import EntityType

AGED = re.compile(r"(\d{1,3})-Jährige[rnms]?$")


def phrase_start(page: Passage, i: int) -> int:
    """Return the first token of the noun phrase that the noun at ``i`` ends: article, adjectives, a genitive before it."""
    low = page.bounds[page.sentence[i]][0]
    articles = [k for k in page.kids[i] if k < i and page.dep[k].startswith("det") and i - k < 9]
    if articles and not any(page.pos[k] in {"AUX", "PUNCT", "SCONJ", "CCONJ"} for k in range(articles[0], i)):
        return articles[0]
    j = i
    while j > low:
        pos, word = page.pos[j - 1], page.words[j - 1]
        if pos == "DET" or page.lower[j - 1] in page.determiners.openers:
            return j - 1
        if (
            pos in {"ADJ", "NUM"}
            or page.gaz.adjective(word)
            or (j == i and word in page.titles)
            or pos == "ADV"
            and j - 1 > low
            and page.pos[j - 2] in {"DET", "ADJ"}
        ):
            j -= 1
        elif (
            pos == "PROPN"
            and page.words[j - 1].endswith(("s", "’", "'"))
            and (page.gaz.name(word) or page.feature(j - 1, "Case") == "Gen" or page.label[j - 1] == "PER")
        ):
            return j - 1
        else:
            break
    return j


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase headed by token ``head`` and starting at ``start``; ``place`` is a country code or a gazetteer key.

    ``definite``: it points to something known; ``owned``: a possessive makes it someone's; ``fresh``: it brings in someone.
    """

    start: int
    head: int
    noun: str
    determiner: str
    gender: str | None
    plural: bool
    place: str | None
    complement: bool
    role: RoleNoun | None
    definite: bool
    owned: bool
    fresh: bool


def describe(page: Passage, i: int) -> Description:
    """Read the noun phrase that the noun at ``i`` heads."""
    start = phrase_start(page, i)
    words, determiner = page.determiners, page.lower[start]
    plain = determiner in words.definite or determiner in words.indefinite or determiner in words.owned
    if not plain and determiner not in words.several and start > 0 and page.lower[start - 1] in words.definite:
        determiner = page.lower[start - 1]
    role = page.roles[i]
    noun = role.noun if role else page.words[i]
    return Description(
        start,
        i,
        noun,
        determiner,
        _gender(page, i, determiner),
        _plural(page, i, determiner),
        _place(page, start, i),
        has_complement(page, i),
        role,
        definite=determiner in words.definite,
        owned=determiner in words.owned,
        fresh=determiner in words.indefinite and not determiner.startswith("k"),
    )


def _gender(page: Passage, i: int, determiner: str) -> str | None:
    role = page.roles[i]
    if role is not None:
        if role.gender is None and role.noun.endswith("er"):
            return _by_article(page, i, determiner)
        return "Masc" if role.gender == "Fem" and determiner in page.determiners.masculine else role.gender
    people = page.gaz.inhabitants.get(page.words[i])
    if people is not None and people.gender and page.words[i] not in {"Deutschen", "Deutsche"}:
        return people.gender
    if determiner in page.determiners.masculine:
        return "Masc"
    if determiner in page.determiners.feminine:
        return "Fem"
    if determiner == "der":
        if people is not None and not page.words[i].endswith("in"):
            return "Masc"
        return (
            "Masc"
            if (page.words[i].endswith(("e", "er")) or page.dep[i].startswith("nsubj"))  # "der Mann kam"
            and not page.words[i].endswith("in")
            and page.feature(i, "Case") in {None, "Nom"}
            else None
        )
    return page.feature(i, "Gender") if people is None and determiner != "das" else None


def _by_article(page: Passage, i: int, determiner: str) -> str | None:
    """The gender of a noun like "Vorsitzende" by its article."""
    if determiner in page.determiners.masculine or determiner == "ein":
        return "Masc"
    if determiner in page.determiners.feminine:
        return "Fem"
    if determiner in {"der", "einer"}:
        return "Masc" if page.dep[i].startswith("nsubj") and determiner == "der" else None
    return None


MANY = ("e", "el", "er", "n", "s")  # ends of plurals: not "der Kommissar"
OBLIQUE = frozenset({"nmod", "obl", "obj", "iobj"})


DATIVE = frozenset(
    {"aus", "bei", "gegenüber", "mit", "nach", "samt", "seit", "von", "zu"}
)  # "mit den Soldaten" are many


def _plural(page: Passage, i: int, determiner: str) -> bool:
    if determiner in page.determiners.singular:
        return False
    at = next((k for k in range(i - 1, max(0, i - 4), -1) if page.lower[k] == "den"), 0) if determiner == "den" else 0
    if at and page.lower[at - 1] in DATIVE:
        return True
    role, word = page.roles[i], page.words[i]
    if role is not None:
        if (
            determiner == "der"
            and role.gender != "Fem"
            and role.noun.lower().endswith(NEUTER)
            or (determiner == "der" and role.gender == "Masc" and page.dep[i] in OBLIQUE and word.endswith(MANY))
        ):
            return True
        if role.plural and page.words[i].endswith(("ern", "innen")) and determiner in {"den", "der", "die"}:
            return True
        neuter = role.noun.lower().endswith(NEUTER) and not role.noun.lower().endswith(("star", "profi"))
        strong = determiner in {"die", "diese"} and (role.gender == "Masc" or neuter)
        return (
            strong
            or role.plural
            and (
                page.feature(i, "Number") == "Plur"
                or determiner in page.determiners.several
                or determiner == page.lower[i]
            )
        )
    people = page.gaz.inhabitants.get(page.words[i])
    if people is not None and word != "Deutsche":
        if (
            determiner in {"die", "diese"}
            and people.gender != "Fem"
            or word.endswith("ern")
            or people.plural
            and people.gender
        ):
            return True
        if determiner == "der" and word.endswith("er") and not page.dep[i].startswith("nsubj"):
            return True
    return page.feature(i, "Number") == "Plur" and not acts_alone(page, i)


def acts_alone(page: Passage, i: int) -> bool:
    """Whether a noun is the subject of a verb in the singular: "Mosers Unternehmen wächst"."""
    if not page.dep[i].startswith("nsubj"):
        return False
    verbs = (page.heads[i], *(k for k in page.kids[page.heads[i]] if page.dep[k] in {"aux", "aux:pass", "cop"}))
    finite = [
        page.feature(v, "Number") for v in verbs if page.feature(v, "VerbForm") == "Fin" or page.feature(v, "Mood")
    ]
    return bool(finite) and set(finite) == {"Sing"} and not any(page.dep[k] == "conj" for k in page.kids[i])


def _place(page: Passage, start: int, i: int) -> str | None:
    for j in range(start, i):
        known = page.gaz.adjective(page.words[j]) or page.gaz.name(page.words[j])
        if known and known.type is not EntityType.ORGANIZATION:
            return known.country or known.key
    people = page.gaz.inhabitants.get(page.words[i])
    if people is not None:
        return people.place.country or people.place.key
    role = page.roles[i]
    prefix = role.prefix if role else page.words[i].rpartition("-")[0]
    known = page.gaz.seats.get(prefix) or page.gaz.names.get(prefix) if prefix else None
    if known is None and i + 2 < len(page.words) and page.lower[i + 1] in {"der", "des", "von"}:
        known = page.gaz.name(page.words[i + 2])
    elif known is None and page.lower[i + 1 : i + 2] == ["aus"]:  # "die Firma aus den USA"
        known = next(
            (k for j in range(i + 2, min(i + 4, len(page.words))) if (k := page.gaz.name(page.words[j]))), None
        )
    elif known is None and i + 1 < len(page.words) and page.words[i + 1].endswith("s") and page.label[i + 1] != "PER":
        known = page.gaz.name(page.words[i + 1])
    return (known.country or known.key) if known and known.type is not EntityType.ORGANIZATION else None


def has_complement(page: Passage, i: int) -> bool:
    """Whether a genitive or a "von" phrase right after the noun says whose or of what it is."""
    j = i + 1
    if j >= len(page.words) or page.sentence[j] != page.sentence[i]:
        return False
    word = page.lower[j]
    if word == "für" and page.pos[j + 1 : j + 2] == ["ADJ"] and not NOMINAL.intersection(page.pos[j + 2 : j + 3]):
        return False  # "hält den Stürmer für gut"
    if word == "für" and page.dep[j] == "case" and _of_verb(page, page.heads[j]):
        return False  # "dankte der Partei für ihre Hilfe"
    role = page.roles[i]
    if word in {"von", "vom"} and role is not None and role.hyphen and _of_verb(page, page.heads[j]):
        return False  # "erhielt die CDU-Politikerin vom Koalitionspartner"
    if (
        word in {"des", "eines", "von", "vom", "für"}
        or word in {"der", "einer", "seiner", "ihrer"}
        and page.pos[j] == "DET"
        and page.heads[j] > j
    ):
        return page.feature(j, "PronType") != "Rel"
    named = page.pos[j] == "PROPN" and page.words[j].endswith("s") and page.label[j] != "PER"
    return named and bool(page.gaz.name(page.words[j]))


def _of_verb(page: Passage, noun: int) -> bool:
    """Whether a phrase belongs to the verb of its clause."""
    return page.dep[noun].startswith("obl") and page.pos[page.heads[noun]] in {"AUX", "VERB"}


NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
REACH = 9
OF = frozenset({"der", "des", "vom", "von"})
LINKS = OF | {"eines", "einer", "in", "im"}


def tail(page: Passage, i: int) -> int:
    """The end of the genitives and phrases of place right behind the noun at ``i``."""
    end = i + 1
    while end < len(page.words) and end - i < REACH and page.sentence[end] == page.sentence[i]:
        j = end + (page.lower[end] in LINKS)
        while j < len(page.words) and j > end and page.pos[j] in {"DET", "ADJ", "NUM"}:
            j += 1
        if j == len(page.words) or page.sentence[j] != page.sentence[i]:
            break
        side = page.pos[j] == "PROPN" or j > i + 1 and page.dep[j] in {"nmod", "appos", "flat"}  # "des Distrikts Nord"
        if not (page.pos[j] in {"NOUN", "X"} and j > end or side and page.capital(j)):
            break
        end = j + 1
    return end


@cache
def generic_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for persons that say nothing of an office."""
    table = lexicon.table("coreference")["generic"]
    return frozenset(table["Masc"]) | frozenset(table["Fem"])


@cache
def same_office(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    """Sets of nouns that may name one office."""
    return tuple(frozenset(group) for group in lexicon.table("coreference")["same_office"])
