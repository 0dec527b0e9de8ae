"""Descriptions of two at once: "beide Seiten", "die beiden Länder", "die Präsidenten beider Staaten"."""

from __future__ import annotations

from functools import cache

from kg.entities.anaphora import Discourse, beside
from kg.entities.collectives import KINDRED
from kg.entities.descriptions import same_office
from kg.entities.nodes import Node
from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.pronouns import coordinated, subject_token
from kg.language.lexicon import Lexicon
from kg.model import EntityType

ACTING = 0.45
JOINED = 5


@cache
def _both(lexicon: Lexicon) -> dict[str, EntityType | None]:
    table = lexicon.table("coreference")["both"]
    return {noun: None if kind == "any" else EntityType(kind) for kind, nouns in table.items() for noun in nouns}


def resolve_both(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """Find the two that "beide Seiten", "die beiden", "die beiden Länder", "die Unternehmen" mean."""
    page, word = talk.page, talk.page.words[i]
    nouns = _both(page.lexicon)
    if not (word in nouns or page.roles[i] is not None or word.startswith(("beide", "Beide"))):
        return None
    pair = _counted(page, i)
    if page.roles[i] is not None and (pair or page.lower[i - 1] == "die" and _of_both(page, i)):
        holders = _holders(talk, i)
        if holders:
            return holders, "holders of one office"
    wanted: EntityType | None
    if word.lower().startswith("beide"):
        if _before_noun(page, i):
            return None
        wanted, pair = EntityType.PERSON, True
    elif word in nouns and (pair or page.lower[i - 1] == "die"):
        wanted = nouns[word]
        if not pair and (wanted is None or _modified(page, i)):
            return None
    elif pair and page.roles[i] is not None:
        wanted = EntityType.PERSON
    else:
        return None
    found = (_joined(talk, i) if page.roles[i] is not None else []) or last_two(talk, i, wanted, near=not pair)
    return (found, "pair") if len(found) == 2 and _may_be(page, i, found, known=not pair) else None


def _joined(talk: Discourse, i: int) -> list[Node]:
    """The two persons named together last, whom a noun for two then means: "X und Y erklärten … Z lobte die beiden Politiker"."""
    for seen in talk.recent(i, JOINED):
        if seen.node is not None and seen.node.type is EntityType.PERSON and seen.node.named:
            found = [n for n in coordinated(talk, seen.token) if n.type is EntityType.PERSON and n.named]
            if len(found) == 2 and not any(beside(talk.page, link.head, i) for n in found for link in n.links):
                return found
    return []


def _may_be(page: Passage, i: int, found: list[Node], *, known: bool) -> bool:
    """Whether a plural noun can mean some: women no man; with ``known``, bodies of which it is known that they are such."""
    role, category = page.roles[i], head_category(page.words[i], page.lexicon)
    if (role is not None and role.gender == "Fem" or page.words[i] == "Frauen") and any(
        n.gender == "Masc" for n in found
    ):
        return False
    bodies = [n for n in found if n.type is EntityType.ORGANIZATION]
    return not known or category not in KINDRED or all(n.category in KINDRED[category] for n in bodies)


def _counted(page: Passage, i: int) -> bool:
    """Whether a noun is said to be two that are known: "beide", "die zwei", but not "zwei Söhne"."""
    low = page.bounds[page.sentence[i]][0]
    for j in range(max(low, i - 2), i):
        if page.lower[j].startswith("beide") or page.lower[j] == "zwei" and page.lower[j - 1] in {"den", "der", "die"}:
            return True
    return False


def _before_noun(page: Passage, i: int) -> bool:
    """Whether "beide" belongs to a noun behind it."""
    j = i + 1
    while j < len(page.words) and page.pos[j] == "ADJ" and not page.capital(j):
        j += 1
    return page.pos[j : j + 1] == ["NOUN"] or page.capital(j)


def _of_both(page: Passage, i: int) -> bool:
    """Whether nothing stands behind an office, or that it is one of both countries or bodies: "die Präsidenten beider Länder"."""
    behind = page.lower[i + 1 : i + 3]
    both = any(word.startswith("beide") for word in behind) and behind[0] in {"beider", "der"}
    return both or not _modified(page, i) and not any(page.dep[k] in {"appos", "flat", "conj"} for k in page.kids[i])


def _holders(talk: Discourse, i: int) -> list[Node]:
    """The two persons spoken of that hold the office of a plural noun."""
    page, role = talk.page, talk.page.roles[i]
    if role is None or not (role.plural or page.feature(i, "Number") == "Plur"):
        return []
    office = {role.noun}.union(*(group for group in same_office(page.lexicon) if role.noun in group))
    holders = [
        n for n in talk.nodes
        if n.type is EntityType.PERSON and n.named and n.nouns & office and any(link.head < i for link in n.links)
        and (not role.prefix or any(title.endswith(role.title) for title in n.roles))
    ]  # fmt: skip
    return holders if len(holders) == 2 else []


def _modified(page: Passage, i: int) -> bool:
    if page.label[i + 1 : i + 2] == ["PER"]:
        return True  # "die Geschwister Anna und Eva Moser"
    return any(page.dep[k] in {"nmod", "amod", "acl:relcl"} for k in page.kids[i])


def last_two(talk: Discourse, i: int, wanted: EntityType | None, *, near: bool = False) -> list[Node]:
    """The two different actors of one type mentioned last, with ``near`` in one sentence; persons count before countries."""
    page = talk.page
    found: list[Node] = []
    at = -1
    recent = talk.recent(i, 3)
    subject = subject_token(page, i) if not page.dep[i].startswith("nsubj") else None
    acting = {id(seen.node) for seen in recent if seen.token == subject}  # "X rief beide Seiten auf": not X
    named = len({id(s.node) for s in recent if s.node and s.node.named and s.node.type is EntityType.PERSON}) > 1
    for seen in recent:
        node = seen.node
        if (
            node is None
            or node in found
            or id(node) in acting
            or node.category == "media"
            or node.plural
            or page.words[seen.token - 1] == "("
            or beside(page, seen.token, i)
            or (named and not node.named)
            or node.type in {EntityType.PLACE, EntityType.NAMED_EVENT, EntityType.WORK}
        ):
            continue
        if wanted is not None and node.type is not wanted:
            continue
        if node.type is EntityType.COUNTRY and seen.weight < ACTING and wanted is None:
            continue
        if found and (node.type is EntityType.PERSON) != (found[0].type is EntityType.PERSON):
            continue
        if near and found and page.sentence[seen.token] != at:
            break
        found.append(node)
        at = page.sentence[seen.token]
        if len(found) == 2:
            break
    return found[::-1]
