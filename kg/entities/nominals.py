"""Descriptions without a name: "der Kremlchef", "die Ministerin", "der Amerikaner", "das Unternehmen", "die Partei"."""

from __future__ import annotations

from kg.entities.anaphora import Discourse
from kg.entities.nodes import Link, Node
from kg.entities.organizations import head_category, plain_head
from kg.entities.passage import Passage
from kg.entities.roles import RoleNoun
from kg.entities.titles import phrase_start, title_of
from kg.model import EntityType

DEFINITE = frozenset("der die das dem den des dieser diese dieses diesem diesen im am vom zum zur beim ins jener jene jenes".split())
OWNED = frozenset("sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres".split())
COMPATIBLE = {"company": {"company", "media", "team", None}, "party": {"party", None}, "media": {"media", None}, "state": {"state"}, "society": {"society", None},
              "armed": {"armed", None}, "team": {"team", None}, "organ": {"organ"}}  # fmt: skip


def definite(page: Passage, i: int) -> bool:
    """Whether the noun at ``i`` has a definite article or demonstrative before its adjectives."""
    start = phrase_start(page, i)
    return page.lower[start] in DEFINITE or (start > 0 and page.lower[start - 1] in DEFINITE)


def resolve_role(talk: Discourse, i: int, role: RoleNoun) -> tuple[Node, str] | None:
    """Find the person a bare role noun means: same role, else a role that goes with it, else the only fitting one."""
    page = talk.page
    begin = phrase_start(page, i)
    place = _place(page, begin, i, role)
    persons = [n for n in talk.nodes if n.type is EntityType.PERSON and not n.plural]
    fitting = [n for n in persons if _fits(n, role.gender, place)]
    before = [n for n in fitting if any(link.head < i for link in n.links)]
    for candidates, how in ((before, "same role"), (fitting, "same role, named later")):
        same = [n for n in candidates if _same_role(n, role)]
        if same:
            return _latest(same, i), how
    if place:
        heads = [n for n in before if place in n.places and role.relation == "heads" and _leads(n)]
        if heads:
            return _latest(heads, i), "role of the country"
    if role.noun in GENERIC or role.relation == "none":
        recent = [s.node for s in talk.recent(i, 3) if s.node in before]
        if recent and recent[0] is not None:
            return recent[0], "description"
    return None


GENERIC = frozenset({"Politiker", "Politikerin", "Manager", "Managerin", "Mann", "Frau", "Künstler", "Künstlerin", "Sportler", "Sportlerin", "Autor", "Autorin", "Jurist", "Juristin", "Diplomat", "Diplomatin", "Angeklagter", "Angeklagte", "Staatsmann", "Unternehmer", "Unternehmerin", "Geschäftsmann"})


def _place(page: Passage, begin: int, i: int, role: RoleNoun) -> str | None:
    for j in range(begin, i):
        known = page.gaz.adjective(page.words[j]) or page.gaz.name(page.words[j])
        if known:
            return known.country or known.key
    known = page.gaz.seats.get(role.prefix) or page.gaz.names.get(role.prefix) if role.prefix else None
    return (known.country or known.key) if known else None


def _fits(node: Node, gender: str | None, place: str | None) -> bool:
    if gender and node.gender and gender != node.gender:
        return False
    return not (place and node.places and place not in node.places)


def _same_role(node: Node, role: RoleNoun) -> bool:
    if role.noun in node.nouns:
        return True
    lower = role.noun.lower()
    return any(n.lower().endswith(lower) or lower.endswith(n.lower()) for n in node.nouns if len(n) > 4 and len(lower) > 4)


def _leads(node: Node) -> bool:
    return any(n.lower().endswith(("chef", "präsident", "kanzler", "premier", "minister", "oberhaupt", "präsidentin", "kanzlerin", "chefin", "könig", "machthaber")) for n in node.nouns)


def _latest(nodes: list[Node], i: int) -> Node:
    return max(nodes, key=lambda n: (max((link.head for link in n.links if link.head < i), default=-1), -min(link.head for link in n.links)))


def resolve_inhabitant(talk: Discourse, i: int) -> tuple[Node, str] | None:
    """Find whom "der Amerikaner", "die Steirerin" means: the latest person said to be of that place, else of none."""
    page = talk.page
    people = page.gaz.inhabitants[page.words[i]]
    place = people.place.country or people.place.key
    fitting = [n for n in talk.nodes if n.type is EntityType.PERSON and not (people.gender and n.gender and n.gender != people.gender)]
    of_place = [n for n in fitting if place in n.places and any(link.head < i for link in n.links)]
    recent = [s.node for s in talk.recent(i, 3)]
    for node in recent:
        if node in of_place:
            return node, "origin"
    if of_place:
        return _latest(of_place, i), "origin"
    for node in recent:
        if node in fitting and not node.places:
            return node, "origin, by recency"
    return None


def resolve_organization(talk: Discourse, i: int, category: str) -> tuple[Node, str] | None:
    """Find what "das Unternehmen", "die Partei", "der Sender" means: the latest organisation that can be one."""
    page = talk.page
    accepted = COMPATIBLE.get(category)
    complement = any(page.dep[k] in {"nmod", "acl", "acl:relcl"} and k > i for k in page.kids[i])
    if accepted is None or complement or not plain_head(page.words[i], page.lexicon):
        return None
    lemma = page.lower[i]
    for seen in talk.recent(i, 6):
        node = seen.node
        if node is None or node.type is not EntityType.ORGANIZATION or node.plural:
            continue
        if node.category == category or (category != "state" and node.category in accepted and node.named):
            return node, "description"
        if any(name.lower().endswith(lemma.removesuffix("s")) for name in node.names):
            return node, "same head"
    return None


def resolve_place(talk: Discourse, i: int) -> tuple[Node, str] | None:
    """Find what "die Stadt", "das Land", "der Stützpunkt" means."""
    page = talk.page
    noun = page.lower[i].removesuffix("es").removesuffix("s")
    wanted = EntityType.COUNTRY if noun in {"land", "staat"} else EntityType.PLACE
    for seen in talk.recent(i, 4):
        node = seen.node
        if node and node.type is wanted and (noun not in {"stadt", "hauptstadt"} or node.known):
            if noun not in {"stadt", "land", "staat", "hauptstadt", "ort", "gemeinde", "insel", "region"} and not any(noun in n.lower() for n in node.names + node.phrases):
                continue
            return node, "description"
    return None


def add_nominal(page: Passage, node: Node, i: int, how: str) -> None:
    """Record a description of a node."""
    begin = phrase_start(page, i)
    node.add(Link(begin, i + 1, i, "nominal", how), phrase=page.surface(begin, i + 1))
    role = page.roles[i]
    if role is not None and node.type is EntityType.PERSON:
        title = title_of(page, i)
        if how.startswith(("same role", "role of")) and role.relation != "none" and not any(r.endswith(title) for r in node.roles):
            node.roles.append(title)
        node.gender = node.gender or role.gender


def person_category(page: Passage, i: int) -> str | None:
    """The category of organisation or place a bare noun names."""
    return head_category(page.words[i], page.lexicon)
