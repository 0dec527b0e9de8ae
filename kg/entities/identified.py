"""Unnamed actors that their phrase identifies: "der Finanzausschuss des Bundestags", "eine von Riad geführte Allianz".

Who has no name but is said to be somebody's or some place's is one the article can be asked about; the phrase is what
it is called by.
"""

from __future__ import annotations

import re
from functools import cache

from kg.entities.anaphora import Discourse
from kg.entities.descriptions import OF, Description, generic_nouns, tail
from kg.entities.nodes import Node, in_genitive
from kg.entities.organizations import nominative, plain_head, strong
from kg.entities.passage import MARKS, Passage
from kg.language.lexicon import Lexicon
from kg.model import EntityType

OFFICES = frozenset({"heads", "worksFor", "represents", "advises"})
KINDS = frozenset({"name", "adjective"})
PLACED = frozenset({"media", "organ", "site", "society", "state", "team"})


def by_complement(talk: Discourse, what: Description) -> str | None:
    """What a definite phrase is called by, if the complement behind its noun or an attribute before it names somebody."""
    page, i = talk.page, what.head
    end = tail(page, i)
    led_by = (
        end > i + 2 and page.lower[i + 1] == "von" and page.roles[i + 2] is not None
    )  # "der Konzern von Chef Jan Moser"
    led_by = led_by or _begins_person(talk, i + 1)  # "der Chef der Fraktion Jan Moser"
    if what.definite and end > i + 1 and not led_by and _names(talk, i + 1, end):
        return nominative(page, i) + page.text[page.ends[i] : page.ends[end - 1]]
    led = any(
        page.pos[j] in {"ADJ", "VERB"} and page.dep[j] in {"amod", "acl"} and page.kids[j] for j in range(what.start, i)
    )
    if what.fresh and led and _names(talk, what.start, i):
        return page.surface(what.start + 1, i + 1)
    return None


def _begins_person(talk: Discourse, token: int) -> bool:
    """Whether the name of a person that is no genitive begins at a token."""
    return any(
        link.start == token and link.kind == "name" and not in_genitive(talk.page, node, link.end)
        for node in talk.nodes
        if node.type is EntityType.PERSON
        for link in node.links
    )


def by_compound(page: Passage, what: Description) -> str | None:
    """What a body is called by whose compound says which one it is: "der Finanzausschuss", "die Lokführergewerkschaft"."""
    word = page.words[what.head]
    bodies = tuple(page.lexicon.table("organizations")["bodies"])
    telling = what.definite and nominative(page, what.head).lower().endswith(bodies)
    return nominative(page, what.head) if telling and not plain_head(word, page.lexicon) else None


def by_origin(page: Passage, what: Description, category: str) -> str | None:
    """What a body or a site is called by that an adjective says to be a place's: "ein Bremer Gymnasium".

    Of a country there are many: "ein chinesischer Verein" is none in particular.
    """
    before, noun = page.words[what.head - 1] if what.head else "", nominative(page, what.head)
    if category not in PLACED:
        return None
    if before in page.gaz.urban:
        return f"{before} {noun}"
    known = page.gaz.adjective(before) and (what.definite or not plain_head(page.words[what.head], page.lexicon))
    return f"{strong(before, noun, page.lexicon)} {noun}" if known else None


def office_of(talk: Discourse, what: Description) -> str | None:
    """What the holder of an office is called by: "der Staatsanwalt des Distrikts Nord", "der brasilianische Präsident"."""
    role, page, i = what.role, talk.page, what.head
    if role is None or role.relation not in OFFICES or not what.definite or what.plural:
        return None
    governs = role.relation == "heads" or role.title.lower().removesuffix("in").endswith(_state(page.lexicon))
    if governs and i > what.start and page.gaz.adjective(page.words[i - 1]):
        adjective = re.sub(r"e[nmrs]?$", "er" if role.gender == "Masc" else "e", page.words[i - 1])
        return f"{adjective} {role.title}"
    end = tail(page, i)
    named = end > i + 1 and page.lower[i + 1] in OF and _names(talk, i + 1, end)
    return role.title + page.text[page.ends[i] : page.ends[end - 1]] if named else None


@cache
def _state(lexicon: Lexicon) -> tuple[str, ...]:
    """The ends of titles of those who serve a state."""
    return tuple(lexicon.table("roles")["state"])


def apposed(talk: Discourse, what: Description) -> Node | None:
    """The body whose name a comma and an indefinite phrase follow: "die Vereinigung der Ärzte, eine private Gruppe,"."""
    page, end = talk.page, tail(talk.page, what.head)
    closed = end < len(page.words) and page.words[end] in {",", ".", "–", ")", ";"}
    if what.start < 2 or page.words[what.start - 1] != "," or not closed:
        return None
    before = what.start - 1 - (page.words[what.start - 2] in MARKS)
    return next(
        (n for n in talk.nodes if n.type is EntityType.ORGANIZATION for link in n.links
         if link.kind == "name" and link.end == before), None,
    )  # fmt: skip


def named_behind(talk: Discourse, what: Description) -> Node | None:
    """The person whose title and name a comma sets behind a relative or an office: "ihr Mann, der Dichter Jan Moser,"."""
    page = talk.page
    genitive = page.pos[what.start] == "PROPN" and page.words[what.start].endswith("s") and what.start < what.head
    if what.plural or not (what.owned or genitive or what.definite and what.role is not None):
        return None
    comma = what.head + 1 if page.words[what.head + 1 : what.head + 2] == [","] else tail(page, what.head)
    name = _name_behind_title(page, comma)
    if name is None or not what.owned and not genitive and not _same_case(page, what.determiner, page.lower[comma + 1]):
        return None
    names = [n for n in talk.nodes if n.named and n.type is EntityType.PERSON
             for link in n.links if link.kind == "name" and link.start == name and _closes(page, link.end)]  # fmt: skip
    fitting = [n for n in names if not (n.gender and what.gender and n.gender != what.gender)]
    return fitting[0] if fitting else None


def named_beyond(talk: Discourse, what: Description) -> Node | None:
    """The person whose name commas enclose behind a title and whose it is: "die Nachfolgerin Mosers, Eva Kern, kam"."""
    page, i = talk.page, what.head
    if what.role is None or what.plural or not what.definite or page.dep[i + 1 : i + 2] != ["nmod"]:
        return None
    names = [k for k in page.kids[i] if k > i + 2 and page.dep[k] == "appos" and page.words[k - 1] == ","]
    return next(
        (n for n in talk.nodes if n.named and n.type is EntityType.PERSON for link in n.links
         if link.kind == "name" and link.start in names and page.words[link.end : link.end + 1] == [","]), None,
    )  # fmt: skip


def _same_case(page: Passage, one: str, other: str) -> bool:
    """Whether two articles, if both are, can stand in one case: no "des Vorsitzenden, der Minister"."""
    return one == other or {one, other} <= {"der", "die", "das"} or other not in page.determiners.definite


def _name_behind_title(page: Passage, comma: int) -> int | None:
    """Where the name begins that a comma, a definite article and a title stand before: ", der Linzer Dichter [Jan Moser]"."""
    title = comma + 2
    if page.words[comma : comma + 1] != [","] or page.lower[comma + 1 : title] == []:
        return None
    if page.roles[comma + 1] is not None:
        return title  # ", Präsident Moser,"
    while title < len(page.words) and (page.pos[title] == "ADJ" or page.words[title] in page.gaz.urban):
        title += 1
    if title + 1 >= len(page.words) or page.lower[comma + 1] not in page.determiners.definite:
        return None
    told = page.roles[title] is not None or page.words[title] in page.gaz.inhabitants
    return title + 1 if told else None


def named_before(talk: Discourse, what: Description) -> Node | None:
    """The person of whom an apposition says something: "Eva Moser, die Frau des Kanzlers", "Jan Moser, ein Mann aus Linz"."""
    page, i = talk.page, what.head
    told = page.dep[i] == "appos" and what.start > 1 and page.words[what.start - 1] == ","
    kin = what.role is not None and what.role.relation == "relativeOf"
    called = kin if what.role is not None else page.words[i] in generic_nouns(page.lexicon)
    if not told or what.plural or not called:
        return None
    return next(
        (n for n in talk.nodes if n.named and n.type is EntityType.PERSON for link in n.links
         if link.kind == "name" and link.end == what.start - 1 and link.start <= page.heads[i] < link.end), None,
    )  # fmt: skip


def _closes(page: Passage, at: int) -> bool:
    """Whether nothing is added to what ends before a token."""
    return (
        at >= len(page.words)
        or page.words[at] in {",", ".", ":", ";", "–", "(", ")"}
        or page.pos[at] in {"VERB", "AUX"}
    )


def _names(talk: Discourse, start: int, end: int) -> bool:
    """Whether a name stands in a stretch of the text."""
    return any(
        start <= link.head < end and link.kind in KINDS for node in talk.nodes if node.named for link in node.links
    )
