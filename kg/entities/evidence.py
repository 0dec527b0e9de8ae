"""What the words around an unknown name tell of its type: "Melvexis-Aktie", "Anteile an Melvexis", "Teamchef Melvex (45)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.entities.nodes import spot_head
from kg.entities.passage import Passage
from kg.entities.roles import RoleNoun
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

Vote = tuple[str, EntityType, int]
LED, HAD, RIVAL, TITLED, AGED = 4, 3, 2, 4, 5
AGE = re.compile(r"[1-9]\d$")
CHIEFS = frozenset({"heads", "founded", "owns"})


def told(page: Passage, names: Iterable[Spot], parts: Iterable[Spot]) -> Iterator[Vote]:
    """Yield for names what their neighbours and the compounds they are in say of their type, and with what weight."""
    for part in parts:
        if part.known is None and _in_body(page, part):
            yield part.name, EntityType.ORGANIZATION, LED
    names = list(names)
    people = {s.end for s in names if s.type is EntityType.PERSON and s.end - s.start > 1}
    for name in names:
        vote = _of_staff(page, name, people) or _beside(page, name)
        if vote is not None:
            yield name.name, *vote


def _in_body(page: Passage, part: Spot) -> bool:
    """Whether only a body has what the rest of a compound means: "Melvexis-Chef", "Melvexis-Aktie", "Melvexis-Stürmer"."""
    role = page.roles[part.start]
    if part.how == "led" or role is not None:
        return part.how == "led" or role is not None and role.noun in _played(page.lexicon)
    return page.lower[part.start].rpartition("-")[2] in _compounds(page.lexicon)


def _of_staff(page: Passage, name: Spot, people: set[int]) -> tuple[EntityType, int] | None:
    """A name behind a person's and "von" or "vom" is a body's: "Thomas Vinje von Fairsearch"."""
    behind = name.start - 1 in people and page.lower[name.start - 1] in {"von", "vom"}
    return (EntityType.ORGANIZATION, HAD) if behind and name.type is EntityType.PERSON else None


def _is_personal(page: Passage, name: Spot) -> bool:
    """Whether what is taken for a place does, or undergoes, what only persons do: "Regazzi starb", "Harlem Désir reiste"."""
    if name.how != "pipeline LOC" or page.pos[name.start - 1] in {"ADP", "DET", "ADJ"} and name.start > 0:
        return False
    return _is_done(page, name, page.lexicon.table("evidence")["personal"])


def _beside(page: Passage, name: Spot) -> tuple[EntityType, int] | None:
    """What the words right before and behind one name say of it."""
    start, end = name.start, name.end
    if _is_personal(page, name):
        return EntityType.PERSON, AGED + 1
    if page.words[end : end + 1] == ["("] and page.words[end + 2 : end + 3] == [")"] and AGE.match(page.words[end + 1]):
        return EntityType.PERSON, AGED
    if start == 0 or page.sentence[start - 1] != page.sentence[start]:
        return None
    if page.words[start - 1] in page.titles:
        return EntityType.PERSON, TITLED
    if page.lower[start - 1].endswith(_rivals(page.lexicon)):
        return EntityType.ORGANIZATION, RIVAL
    role = page.roles[start - 1]
    if role is not None and page.pos[start - 1] in {"NOUN", "PROPN"}:
        return _titled(page, role, start)
    if _is_owner(page, start) or _is_handled(page, name):
        return EntityType.ORGANIZATION, HAD
    return None


def _is_handled(page: Passage, name: Spot) -> bool:
    """Whether a verb does to the name, or it does, what is done only to bodies or by them: "gründete Melvexis"."""
    return _is_done(page, name, page.lexicon.table("evidence")["verbs"])


def _is_done(page: Passage, name: Spot, verbs: dict[str, list[str]]) -> bool:
    """Whether a name is the subject of a verb of what is done, or its object, or its subject in the passive."""
    head = spot_head(page, name.start, name.end)
    verb, relation = page.heads[head], page.dep[head]
    if page.pos[verb] not in {"VERB", "AUX"} or any(page.dep[k] == "case" for k in page.kids[head]):
        return False
    if relation == "obj" or relation == "nsubj:pass" or any(page.dep[k] == "aux:pass" for k in page.kids[verb]):
        return page.lemmas[verb] in verbs["undergone"] and relation in {"obj", "nsubj", "nsubj:pass"}
    return relation == "nsubj" and page.lemmas[verb] in verbs["done"]


def _titled(page: Passage, role: RoleNoun, start: int) -> tuple[EntityType, int] | None:
    """What a noun for a person before a name says: "die Tochter Melvexis" is a firm's, "seine Tochter Melva" may be a man's."""
    if role.noun in page.lexicon.table("evidence")["kin"]:
        firm = start > 1 and page.lower[start - 2] in {"der", "die"} and page.words[start] not in page.genders
        return (EntityType.ORGANIZATION, RIVAL) if firm else None
    if page.words[start].isupper():
        return None  # "vom Eigentümer HBC"
    many = page.lower[start - 1].endswith("en") and not role.noun.endswith("en") and not _determined(page, start - 1)
    certain = not role.plural and not many and role.noun not in page.lexicon.table("roles")["unattached"]
    return (EntityType.PERSON, TITLED) if certain else None


def _determined(page: Passage, i: int) -> bool:
    """Whether an article, a preposition or an attribute stands before a noun: "Aktivisten" without one are several."""
    return i > 0 and page.pos[i - 1] in {"ADJ", "ADP", "DET"}


def _is_owner(page: Passage, i: int) -> bool:
    """Whether the noun before a preposition means what only a body has: "Chef von", "Anteile an", "Beschäftigte bei"."""
    if i < 2:
        return False
    role, noun = page.roles[i - 2], page.lower[i - 2]
    if role is not None and page.lower[i - 1] == "von" and role.relation in CHIEFS and not role.plural:
        return True
    nouns = _phrases(page.lexicon).get(page.lower[i - 1])
    return nouns is not None and noun.endswith(nouns)


@cache
def _compounds(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("evidence")["compounds"])


@cache
def _phrases(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    return {mark: tuple(nouns) for mark, nouns in lexicon.table("evidence")["phrases"].items()}


@cache
def _rivals(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.table("evidence")["rivals"])


@cache
def _played(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for those who play for a club, not for a person."""
    return frozenset(lexicon.table("roles")["players"]) - frozenset(lexicon.table("evidence")["served"])
