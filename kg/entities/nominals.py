"""Descriptions of persons: "der Kremlchef", "die Ministerin", "der Amerikaner", "der 69-Jährige", "ein Polizist"."""

from __future__ import annotations

from kg.entities.anaphora import Discourse
from kg.entities.descriptions import AGED, Description, generic_nouns, same_office
from kg.entities.nodes import Link, Node
from kg.entities.passage import Passage
from kg.entities.pronouns import subject_token
from kg.entities.roles import RoleNoun
from kg.entities.titles import learn_role, title_of
from kg.model import EntityType

AHEAD = 2
FORMER = ("ehemalig", "früher", "einstig", "langjährig", "damalig", "scheidend", "künftig", "designiert")
POSTS = frozenset({
    "Amt", "Amtes", "Posten", "Postens", "Rolle", "Funktion", "Titel", "Job", "Wahl", "Stelle", "Kandidatur",
    "Nachfolge", "Ernennung", "als",
})  # fmt: skip


def resolve_person(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find the person that a singular description means, by the first pass of the sieve that finds one."""
    if what.role is not None:
        return _by_role(talk, what, what.role)
    word = talk.page.words[what.head]
    if word in talk.page.gaz.inhabitants:
        return _by_origin(talk, what)
    titled = [n for n in _persons(talk, what) if word in n.nouns or word.removesuffix("n") in n.nouns]
    if titled and not what.complement:
        return titled[0], "same title"
    if AGED.match(word) or word in generic_nouns(talk.page.lexicon):
        node = _salient(talk, what, 3)
        return (node, "description") if node else None
    return None


def before_name(talk: Discourse, i: int) -> tuple[Node, str] | None:
    """A noun right before a person's name is what the person is: "der Astronaut Yang Liwei"."""
    page = talk.page
    if page.pos[i] != "NOUN" or i + 1 >= len(page.words) or page.sentence[i + 1] != page.sentence[i]:
        return None
    for node in talk.nodes:
        if node.type is EntityType.PERSON and any(link.start == i + 1 and link.kind == "name" for link in node.links):
            if page.dep[i + 1] not in {"appos", "flat", "flat:name", "nmod"} and page.heads[i] != i + 1:
                return None
            node.nouns.add(page.words[i])
            return node, "apposition"
    return None


def _persons(talk: Discourse, what: Description) -> list[Node]:
    """Persons that gender and origin allow, last mentioned first."""
    found = []
    for node in talk.nodes:
        if (
            node.type is EntityType.PERSON
            and not node.plural
            and not (what.gender and node.gender and what.gender != node.gender)
        ):
            last = max((link.head for link in node.links if link.head < what.head), default=-1)
            found.append((last, node))
    found.sort(key=lambda pair: -pair[0])
    return [node for last, node in found if last >= 0] + [node for last, node in found if last < 0]


def _by_role(talk: Discourse, what: Description, role: RoleNoun) -> tuple[Node, str] | None:
    page = talk.page
    persons = [n for n in _persons(talk, what) if not (what.place and n.places and what.place not in n.places)]
    before = [n for n in persons if any(link.head < what.head for link in n.links)]
    offices = [group for group in same_office(page.lexicon) if role.noun in group or role.title in group]
    titled = [n for n in before if role.title in n.roles]
    office = [n for n in before if any(n.nouns & group for group in offices)]
    alike = [n for n in before if _alike(n, role)]
    headed = [n for n in before if role.relation == "heads" and role.prefix and role.prefix in n.led]
    for nodes, how in (
        (titled, "same title"),
        (headed, "same body headed"),
        (office, "same office"),
        (alike, "role that includes it"),
    ):
        if what.place:
            nodes = [n for n in nodes if what.place in n.places] or [
                n for n in nodes if not n.places and n.named and how != "same office"
            ]
        if nodes:
            return nodes[0], how
    if what.complement and what.definite and (node := _newcomer(talk, what, persons)):
        return node, "fuller role of the person just introduced"
    if what.complement or not what.definite:
        return None
    if role.noun in generic_nouns(page.lexicon) or role.relation == "none":
        node = _salient(talk, what, 3)
        return (node, "description") if node else None
    if not what.place and (lone := _only_leader(talk, persons, role)):
        return lone, "only leader"
    return _ahead(talk, what, role, persons) or _lone(talk, what, role, before)


def _newcomer(talk: Discourse, what: Description, persons: list[Node]) -> Node | None:
    """Whom the sentence before introduced last, when a new one opens with what the person is ("Der Chef des Fonds nahm teil")."""
    page, here = talk.page, talk.page.sentence[what.head]
    if not page.dep[what.head].startswith("nsubj") or what.start > page.bounds[here][0] + 1:
        return None
    names = [
        (link.head, n)
        for n in persons
        if n.named
        for link in n.links
        if link.kind == "name" and page.sentence[link.head] == here - 1
    ]
    if not names:
        return None
    node = max(names, key=lambda pair: pair[0])[1]
    new = min(link.head for link in node.links) >= page.bounds[here - 1][0]
    again = any(page.sentence[link.head] == here for link in node.links)
    return (
        node if new and not again and not any(n in page.lexicon.table("roles")["heads"] for n in node.nouns) else None
    )


def _alike(node: Node, role: RoleNoun) -> bool:
    """Whether one noun is the other's end: "Gesandter" for a "Sondergesandter", "Minister" for an "Außenminister"."""
    lower = role.title.lower()
    for title in node.roles:
        other = title.lower()
        if len(lower) > 4 and other.endswith(lower) or len(other) > 6 and lower.endswith(other):
            return True
    return False


def _only_leader(talk: Discourse, before: list[Node], role: RoleNoun) -> Node | None:
    """The one person who heads something, for "die Kanzlerin", "der Präsident" of whom no title has been said."""
    leaders = frozenset(talk.page.lexicon.table("coreference")["leaders"])
    if role.noun not in leaders:
        return None
    found = [n for n in before if n.named and n.nouns & leaders and (n.gender == role.gender or role.gender is None)]
    return found[0] if len(found) == 1 else None


def _lone(talk: Discourse, what: Description, role: RoleNoun, before: list[Node]) -> tuple[Node, str] | None:
    """A new role for the only person the last sentences speak of ("Der ehemalige Finanzminister bestreitet das")."""
    page = talk.page
    if not page.dep[what.head].startswith("nsubj"):
        return None
    recent = {id(s.node) for s in talk.recent(what.head, 2) if s.node is not None and s.node.type is EntityType.PERSON}
    near = [n for n in before if id(n) in recent]
    others = [n for n in talk.nodes if id(n) in recent and n not in near and n.gender is None]
    telling = (
        role.former
        or role.relation == "none"
        or role.prefix in page.gaz.names
        or any(page.lower[k].startswith(FORMER) for k in page.kids[what.head])
    )
    if len(near) != 1 or others or not near[0].named or not telling:
        return None
    known = page.gaz.names.get(role.prefix)
    parties = [n for n in near[0].circle if n.category == "party"]
    if (
        known
        and known.category == "party"
        and parties
        and not any(p.known and p.known.key == known.key for p in parties)
    ):
        return None
    return near[0], "new role of the only person"


def _ahead(talk: Discourse, what: Description, role: RoleNoun, persons: list[Node]) -> tuple[Node, str] | None:
    """A description before the name, in a heading or the lead: the person of that role in the next sentences."""
    page = talk.page
    for node in persons:
        if role.noun not in node.nouns:
            continue
        first = min(link.head for link in node.links)
        if first > what.head and (
            page.sentence[first] - page.sentence[what.head] <= AHEAD or page.sentence[what.head] < AHEAD
        ):
            return node, "same role, named later"
    return None


def _by_origin(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    place = talk.page.gaz.inhabitants[talk.page.words[what.head]].place
    code = place.country or place.key
    persons = [n for n in _persons(talk, what) if any(link.head < what.head for link in n.links)]
    recent = [s.node for s in talk.recent(what.head, 4)]
    near = [n for n in persons if n in recent]
    for nodes, how in (
        ([n for n in near if code in n.places], "origin"),
        ([n for n in persons if code in n.places], "origin"),
    ):
        if nodes:
            return nodes[0], how
    node = _salient(talk, what, 4, unplaced=True)
    return (node, "origin, by recency") if node else None


def _salient(talk: Discourse, what: Description, sentences: int, *, unplaced: bool = False) -> Node | None:
    """The most prominent person of the last sentences that agrees."""
    best, best_score = None, 0.0
    page = talk.page
    subject = subject_token(page, what.head)
    for seen in talk.recent(what.head, sentences):
        node = seen.node
        if (
            node is None
            or node.type is not EntityType.PERSON
            or node.plural
            or (unplaced and node.places)
            or (what.gender and node.gender and node.gender != what.gender)
        ):
            continue
        if (
            seen.token == subject
            or page.heads[seen.token] == page.heads[what.head]
            and page.sentence[seen.token] == page.sentence[what.head]
        ):
            continue
        score = (
            seen.weight * (1.0 if node.named else 0.5) * 0.8 ** (page.sentence[what.head] - page.sentence[seen.token])
        )
        if score > best_score:
            best, best_score = node, score
    return best


def unnamed_person(talk: Discourse, what: Description) -> Node | None:
    """Make an entity of a singular actor who is described but not named."""
    page = talk.page
    word = page.words[what.head]
    known = (
        what.role is not None or AGED.match(word) or word in page.gaz.inhabitants or word in generic_nouns(page.lexicon)
    )
    if not known or what.plural or not (what.definite or what.owned or what.determiner.startswith("ein")):
        return None
    if page.words[page.heads[what.head]] in POSTS or any(
        page.words[k] in POSTS for k in range(max(0, what.start - 1), what.start)
    ):
        return None
    node = Node(EntityType.PERSON, named=False, gender=what.gender)
    node.names.append(what.role.title if what.role else word)
    if what.role is not None:
        node.roles.append(title_of(page, what.head))
        learn_role(node, what.role)
    if what.place:
        node.places.add(what.place)
    node.closed = what.complement or what.determiner.startswith("ein")
    talk.nodes.append(node)
    return node


def absorb(nodes: list[Node]) -> None:
    """Give an unnamed person's mentions to the one named person of the same role who is named later."""
    for node in [n for n in nodes if not n.named and n.type is EntityType.PERSON and n.nouns and not n.closed]:
        fitting = [
            n for n in nodes
            if n.named and n.type is EntityType.PERSON and n.nouns & node.nouns
            and not (n.gender and node.gender and n.gender != node.gender)
            and not (n.places and node.places and not n.places & node.places)
        ]  # fmt: skip
        if len(fitting) == 1:
            fitting[0].links.extend(node.links)
            fitting[0].phrases.extend(p for p in node.phrases if p not in fitting[0].phrases)
            nodes.remove(node)


def add_description(page: Passage, node: Node, what: Description, how: str) -> None:
    """Record a description of a node, and what it tells of the person."""
    i = what.head
    node.add(Link(what.start, i + 1, i, "nominal", how), phrase=page.surface(what.start, i + 1))
    if node.type is not EntityType.PERSON:
        return
    node.gender = node.gender or what.gender
    if what.place and how != "origin, by recency":
        node.places.add(what.place)
    if what.role is not None:
        learn_role(node, what.role)
        title = title_of(page, i)
        if what.role.relation != "none" and not any(r.endswith(title) for r in node.roles):
            node.roles.append(title)
