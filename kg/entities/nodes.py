"""The working record of one entity while an article is read, and the grouping of names into entities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from kg.entities.descriptions import phrase_start
from kg.entities.gazetteer import Known
from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.same_events import one_event, plain_event
from kg.entities.spelling import ARABIC, PARTICLES, abbreviates, misspelt, sound, unaccented, unspaced
from kg.entities.spots import POINTED, Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Link:
    """One mention of a node: tokens ``start`` to before ``end``, its head token, kind and rule."""

    start: int
    end: int
    head: int
    kind: str
    how: str


@dataclass(slots=True, eq=False)
class Node:
    """An entity in the making; ``names`` and ``phrases`` are in order of appearance.

    ``called`` is the phrase that identifies one without a name ("Finanzausschuss des Bundestags").
    """

    type: EntityType
    names: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    led: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    known: Known | None = None
    gender: str | None = None
    plural: bool = False
    named: bool = True
    places: set[str] = field(default_factory=set)
    category: str | None = None
    closed: bool = False
    called: str | None = None
    circle: list[Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name so far."""
        if self.known and self.type is not EntityType.ORGANIZATION:
            return self.known.name
        return max(self.names, key=lambda n: (n.count(" ") + 1 if self.type is EntityType.PERSON else 0, len(n)))

    def add(self, link: Link, name: str | None = None, phrase: str | None = None) -> None:
        """Record a mention and the forms it gives."""
        self.links.append(link)
        if name and name not in self.names:
            self.names.append(name)
        if phrase and phrase not in self.phrases:
            self.phrases.append(phrase)


JOINED = frozenset({"flat", "flat:name", "compound"})


def spot_head(page: Passage, start: int, end: int) -> int:
    """Return the token of a span whose head lies outside."""
    heads = [i for i in range(start, end) if not start <= page.heads[i] < end or page.heads[i] == i]
    return next((i for i in heads if page.dep[i] not in JOINED), heads[0] if heads else start)


def group(page: Passage, spots: Iterable[Spot]) -> list[Node]:
    """Group name spots into nodes, in order of first appearance; names of several words come first."""
    spots = list(spots)
    nodes: list[Node] = []
    owner: dict[Spot, Node] = {}
    for spot in sorted(spots, key=lambda s: (s.kind != "name", s.key is None and s.end - s.start == 1, s.start)):
        node = (
            _called(nodes, spot.name, page.lexicon)
            if spot.kind == "part" and spot.key is None
            else _find(page, nodes, spot, owner)
        )
        if node is None and spot.how == "head noun alone":
            node = _only_one(owner, spot, page)
        if node is None:
            if spot.kind == "part" and spot.key is None and not (spot.named and page.roles[spot.start]):
                continue
            node = Node(
                spot.type, known=spot.known, named=spot.named, category=spot.known.category if spot.known else None
            )
            if spot.type is EntityType.PERSON:
                node.gender = _called_by(page, spot)
            nodes.append(node)
        owner[spot] = node
        if spot.kind == "name" and spot.name not in node.names:
            node.names.append(spot.name)
    for spot in spots:
        if spot in owner:
            _attach(page, owner[spot], spot)
    return sorted((n for n in nodes if n.links), key=lambda n: min(link.start for link in n.links))


def _attach(page: Passage, node: Node, spot: Spot) -> None:
    head = spot_head(page, spot.start, spot.end)
    begin = spot.start if spot.phrase is None else spot.phrase
    phrase = page.surface(begin, spot.extent or spot.end) if spot.kind == "name" else None
    node.add(
        Link(begin if spot.extent else spot.start, spot.extent or spot.end, head, spot.kind, spot.how),
        spot.name if spot.kind == "name" else None,
        phrase,
    )
    if spot.type is EntityType.NAMED_EVENT and spot.extent:
        node.phrases.extend([page.words[spot.start], page.surface(phrase_start(page, spot.start), spot.extent)])
    elif spot.kind == "name" and phrase and begin != spot.start:
        node.phrases.append(page.surface(spot.start, spot.end))
    if _is_told(page, spot):
        node.phrases.append(page.surface(spot.start - 1, spot.end))
    if spot.kind != "name" and not node.names:
        node.names.append(spot.name)
    if spot.kind == "adjective" and spot.how != POINTED or spot.kind == "part" and spot.how != "compound":
        node.phrases.append(page.surface(spot.start, spot.end))
    node.gender = node.gender or (_called_by(page, spot) if spot.type is EntityType.PERSON else spot.gender)
    if begin < spot.start and not spot.extent:
        node.add(Link(begin, spot.end, begin, "nominal", spot.how))
    node.category = node.category or spot.category
    if begin < spot.start and spot.type is not EntityType.PERSON:
        node.category = node.category or head_category(page.words[begin], page.lexicon)


def _is_told(page: Passage, spot: Spot) -> bool:
    """Whether an adjective tells which group or coalition is meant: "britischen Muslime", "großen Koalition"."""
    told = spot.type is EntityType.GROUP or spot.how == "head noun alone"
    return told and spot.start > 0 and page.pos[spot.start - 1] == "ADJ"


def _find(page: Passage, nodes: list[Node], spot: Spot, owner: dict[Spot, Node]) -> Node | None:
    if spot.key:
        for node in nodes:
            if node.known and node.known.key == spot.key:
                return node
        if spot.type is not EntityType.ORGANIZATION:
            return None
    same = [n for n in nodes if n.type is spot.type and (n.known is None or spot.type is EntityType.ORGANIZATION)]
    if spot.type is EntityType.PERSON:
        found = [n for n in same if any(same_person(spot.name, name) for name in n.names)]
        genitive = spot.name.endswith("s") and any(
            bare(spot.name) == name.split()[-1] for n in found for name in n.names
        )
        gender = None if genitive else _called_by(page, spot)  # "eine Sprecherin Mosers"
        found = [n for n in found or _misspelt(same, spot) if not (gender and n.gender and gender != n.gender)]
        return found[0] if len(found) == 1 else _nearest(page, found, spot, owner)
    if spot.type is EntityType.NAMED_EVENT:
        fitting = [n for n in same if any(one_event(spot.name, name, page.lexicon) for name in n.names)]
        plain = [n for n in same if any(plain_event(spot.name, name) for name in n.names)]
        exact = next((n for n in fitting if spot.name in n.names), None)
        return exact or (fitting[0] if fitting else plain[0] if len(plain) == 1 else None)
    for node in same:
        if spot.type is EntityType.ORGANIZATION and any(synonymous(spot.name, name, page) for name in node.names):
            return node
        if any(same_organization(spot.name, name) and not _in_town(spot, name, page) for name in node.names):
            return node
    places = [n for n in nodes if n.type is spot.type] if spot.type is EntityType.PLACE else []
    return next(iter(_misspelt(places, spot)), None)


def _in_town(spot: Spot, name: str, page: Passage) -> bool:
    """Whether one of two places is a site that is called after the other, its town: "Flughafen Guam", "Guam"."""
    long, short = sorted((spot.name, name), key=len, reverse=True)
    sites = page.lexicon.table("organizations")["in_towns"]
    return spot.type is EntityType.PLACE and long.lower().split()[0] in sites and long.endswith(f" {short}")


def _misspelt(nodes: list[Node], spot: Spot) -> list[Node]:
    """The one whose name is another spelling of a name, given names that stand with both alike."""
    *given, last = spot.name.split()
    found = [n for n in nodes if n.plural is False and not _are_two(n, spot) and any(
        misspelt(last, words[-1]) and (not given or not words[:-1] or given[0] == words[0])
        for words in map(str.split, n.names))]  # fmt: skip
    return found if len(found) == 1 else []


def _are_two(node: Node, spot: Spot) -> bool:
    """Whether the gazetteer knows two names as those of two: "Rotenburg" is no slip for "Rottenburg"."""
    one, other = node.known, spot.known
    return one is not None and other is not None and unspaced(one.name) != unspaced(other.name)


def _called_by(page: Passage, spot: Spot) -> str | None:
    """The gender of a person by the given name, else by the title right before the name: "Verteidigungsminister Moser"."""
    if spot.start == 0:
        return spot.gender
    if page.pos[spot.start - 1] == "NOUN" and page.words[spot.start - 1].endswith(_feminine(page.lexicon)):
        return "Fem"  # "die Pianistin Jo Moser"
    if spot.gender is not None:
        return spot.gender
    role, word = page.roles[spot.start - 1], page.words[spot.start - 1]
    by_title = {"Frau": "Fem", "Herr": "Masc", "Herrn": "Masc"}
    return role.gender if role is not None and not role.plural else by_title.get(word)


def _feminine(lexicon: Lexicon) -> tuple[str, ...]:
    """The endings of nouns that call a woman."""
    return tuple(lexicon.table("coreference")["feminine"])


def _only_one(owner: dict[Spot, Node], spot: Spot, page: Passage) -> Node | None:
    """The one organ of that noun named before, or by a headline: "die Armee" of "die thailändische Armee", "Landtag Tirol"."""
    found: list[Node] = []
    for other, node in owner.items():
        long = (other.extent or other.end) - other.start > 1
        whole = other.how in {"origin and head", "head and place", "head and town", "full name"} and long
        joined = other.kind == "name" and other.name.lower().endswith(f"-{spot.name.lower()}")  # "SPÖ-ÖVP-Koalition"
        if node not in found and (joined or whole and spot.name.lower() in other.name.lower().split()):
            found.append(node)
    earlier = any(other.start < spot.start for other, node in owner.items() if node in found)
    earlier = earlier or not page.sentence[spot.start]  # a headline shortens what the text behind it calls by its name
    earlier = earlier or spot.name.lower() in page.lexicon.table("coreference")["forces"]
    return found[0] if len(found) == 1 and earlier else None


def _called(nodes: list[Node], name: str, lexicon: Lexicon) -> Node | None:
    """The node that a compound's first member names: "Putin-Berater", "Sturmfels-Präsident" of "SK Sturmfels"."""
    common = name in lexicon.table("organizations")["levels"]
    short = [
        n
        for n in nodes
        if any(
            name in (known, known.rpartition(" ")[2], "" if common else known.partition("-")[0]) for known in n.names
        )
    ]
    if not short and not common and head_category(name, lexicon) is None:
        bodies = (n for n in nodes if n.type is EntityType.ORGANIZATION)
        short = [n for n in bodies if any(same_organization(name, known) for known in n.names)]
    return short[0] if len(short) == 1 else next((n for n in short if name in n.names), None)


def synonymous(a: str, b: str, page: Passage) -> bool:
    """Whether two nouns mean one organ in any one article ("Außenamt", "Außenministerium")."""
    if " " in a or " " in b:
        return False
    return b.lower() in same_organs(a.lower(), page.lexicon)


@cache
def same_organs(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """The nouns, in lower case, that mean the organ of a noun in any one article; the noun itself is one."""
    groups = lexicon.table("coreference")["same_organ"]
    return frozenset(word for group in groups if noun in group for word in group) | {noun}


def _nearest(page: Passage, found: list[Node], spot: Spot, owner: dict[Spot, Node]) -> Node | None:
    """Of several persons of one surname take the one whose full name is the same, else the last named just before.

    If none is named in the sentence before or in this one, the surname alone is that of whom the article named first.
    """
    exact = [n for n in found if spot.name in n.names]
    if exact or not found:
        return exact[-1] if exact else None
    named = sorted(
        (s.start, at) for at, n in enumerate(found) for s, node in owner.items() if node is n and s.kind == "name"
    )
    earlier = [
        (start, at) for start, at in named if start < spot.start and page.sentence[start] < page.sentence[spot.start]
    ]
    near = [at for start, at in earlier if page.sentence[spot.start] - page.sentence[start] == 1]
    if near and len(set(near)) == 1:
        return found[near[0]]
    return found[earlier[0][1] if earlier else named[0][1]]


def bare(name: str) -> str:
    """Strip a genitive -s or apostrophe."""
    return re.sub(r"(?<=\w{3})(?:['’]s?|s)$", "", name)


def in_genitive(page: Passage, node: Node, end: int) -> bool:
    """Whether a node's name that ends before a token stands in the genitive: "der Rücktritt Frenas", "Strolz' Freund"."""
    last = page.words[end - 1]
    if page.words[end : end + 1] in (["'"], ["’"]):
        return True
    return last.endswith(("s", "’", "'")) and any(name.split()[-1] == bare(last) for name in node.names)


def same_person(a: str, b: str) -> bool:
    """Whether two names in one article are one person's: equal, or one is the other's surname, given name or short form."""
    x, y = ([unaccented(ARABIC.sub("", word)) for word in name.split()] for name in (a, b))
    if len(x) > len(y):
        x, y = y, x
    if len(x) == len(y) == 1:
        return x == y or bare(x[0]) == y[0] or x[0] == bare(y[0])
    last = y[-1]
    if len(x) > 1 and all(w.lower() in PARTICLES for w in x[:-1]):
        return x[-1] == last or bare(x[-1]) == last
    if len(x) == 1:
        return x[0] == last or bare(x[0]) == last or x[0] == y[0] or x[0] == bare(last) or " ".join(y[-2:]) == x[0]
    if x[-1] != last and bare(x[-1]) != last and x[-1] != bare(last) and not _alike(x[-1], last):
        return " ".join(y).startswith(" ".join(x) + " ")
    first, other = x[0], y[0]
    return (
        first == other
        or first.rstrip(".") == other[: len(first.rstrip("."))]
        or other.rstrip(".") == first[: len(other.rstrip("."))]
        or first in y
        or _alike(first, other)
    )


def _alike(a: str, b: str) -> bool:
    return len(a) > 4 and len(b) > 4 and sound(a) == sound(b)


FORMS = re.compile(
    r"\s*(?:GmbH|AG|SE|KG|KGaA|& Co\.?|Inc\.?|Ltd\.?|Corp\.?|S\.?A\.?|mbH|HandelsgmbH|Holding|Gruppe|Group|plc)\b\.?",
    re.I,
)


def same_organization(a: str, b: str) -> bool:
    """Whether two names in one article are one organisation's or place's."""
    x, y = (unaccented(re.sub(r"\s+", " ", FORMS.sub("", n)).strip() or n) for n in (a, b))
    if x == y or bare(x) == y or x == bare(y):
        return True
    if len(x) > len(y):
        x, y = y, x
    if x.isupper() and len(x) > 2 and x == "".join(w[0] for w in re.findall(r"\w+", y) if w[0].isupper()):
        return True
    if x.isupper() and abbreviates(x, y):
        return True
    words = y.split()
    if x.isupper() and len(x) > 2 and 1 < len(words) < 4 and x == words[-1]:
        return True  # "Grupo ACS", "ACS"
    return (
        len(words) > 1
        and len(x) > 3
        and " " not in x
        and x == words[0]
        and words[0][0].isupper()
        and len(words) <= 3
        and a.count(" ") + b.count(" ") <= 3
        and not x.endswith(("er", "isch", "ische", "e", "en"))
    )


def grammatical_gender(page: Passage, node: Node) -> str | None:
    """The gender of an organisation's or country's name, by its articles in the text; Neut where it has none."""
    own = node.name.partition(" ")[0].lower()
    if own in {"das", "die"} and not node.plural and not node.name.endswith("n"):
        return ARTICLE[own]  # "Die Linke"
    votes = {"Masc": 0.0, "Fem": 0.0, "Neut": 0.0}
    bare_names = 0
    for link in node.links:
        if link.kind != "name" or link.start == 0:
            continue
        before = page.lower[link.start] if page.lower[link.start] in ARTICLE else page.lower[link.start - 1]
        gender = ARTICLE.get(before)
        if gender and page.feature(link.head, "Number") != "Plur":
            votes[gender] += 1
            votes["Neut"] += 0.5 * (before in {"dem", "des"})  # which are neuter too
        elif before == "der" and page.dep[link.head].startswith("nsubj"):
            votes["Masc"] += 1
        elif before == "der":
            votes["Fem"] += 1
        else:
            bare_names += 1
    best = max(votes, key=lambda g: votes[g])
    if votes[best]:
        return best
    return "Neut" if node.type is EntityType.COUNTRY and bare_names else None


ARTICLE = {"die": "Fem", "das": "Neut", "zur": "Fem", "dem": "Masc", "den": "Masc", "des": "Masc"}
