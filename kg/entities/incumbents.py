"""Descriptions by office: "der Kremlchef", "die Ministerin", "der FDP-Chef"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from kg.entities.anaphora import Discourse, beside
from kg.entities.descriptions import Description, generic_nouns, same_office
from kg.entities.identified import OFFICES
from kg.entities.nodes import Node
from kg.entities.passage import Passage
from kg.entities.pronouns import subject_token
from kg.entities.roles import RoleNoun, role_noun
from kg.entities.rulers import realms
from kg.language.lexicon import Lexicon
from kg.model import EntityType

CHIEFS = frozenset({"Chef", "Chefin"})
AHEAD = 2


def by_role(talk: Discourse, what: Description, role: RoleNoun) -> tuple[Node, str] | None:
    """Find who holds the office that a description names, by the first pass of the sieve that finds one."""
    page = talk.page
    persons = [n for n in persons_before(talk, what) if not (what.place and n.places and what.place not in n.places)]
    persons = [n for n in _of_body(talk, what, role, persons) if n.named or not (n.closed and what.complement)]
    before = [n for n in persons if any(link.head < what.head for link in n.links)]
    if what.complement and role.relation == "heads" and (bodies := _bodies(talk, what, role)):
        before = [n for n in before if any(body in n.circle for body in bodies)]  # no other body's chair
    offices = [group for group in same_office(page.lexicon) if role.noun in group or role.title in group]
    titled = sorted((n for n in before if role.title in n.roles), key=lambda n: role.noun in n.former)
    office = [n for n in before if any(n.nouns & group for group in offices) and not _other_portfolio(page, n, role)]
    alike = [n for n in before if _alike(n, role) and not _other_office(n, role, page.lexicon)]
    headed = [n for n in before if role.relation == "heads" and role.prefix and role.prefix in n.led]
    for nodes, how in (
        (titled, "same title"),
        (headed, "same body headed"),
        (office, "same office"),
        (alike, "role that includes it"),
    ):
        if what.place:
            nodes = [n for n in nodes if what.place in n.places] or [
                n for n in nodes if not n.places and n.named and how in {"same title", "same body headed"}
            ]
        if nodes:
            return nodes[0], how
    if what.complement and what.definite and (node := _newcomer(talk, what, persons)):
        return node, "fuller role of the person just introduced"
    if what.complement or not what.definite:
        return None
    if role.noun in generic_nouns(page.lexicon) or role.relation == "none" or _is_calling(role, page.lexicon):
        parties = [b for b in _bodies(talk, what, role) if b.category == "party"]
        comrade = next(
            (n for n in before if parties and n.named and set(map(id, n.circle)) & set(map(id, parties))), None
        )
        if comrade:
            return comrade, "same party"
        node = said_plainly(talk, what)
        return (node, "description") if node else None
    ahead = (
        not role.prefix or page.sentence[what.head] < AHEAD
    )  # "die Kanzlerin" may be named later, no "Ressortchefin"
    later = [n for n in persons if n in before or not n.former] if ahead else before
    if not what.place and (lone := _only_leader(talk, later, role)):
        return lone, "only leader"
    return _ahead(talk, what, role, persons) or _known_ruler(talk, what, role) or _lone(talk, what, role, before)


def _known_ruler(talk: Discourse, what: Description, role: RoleNoun) -> tuple[Node, str] | None:
    """The only one of the last sentences who is known to have governed a country with such an office: "die Kanzlerin"."""
    page = talk.page
    table = page.lexicon.table("coreference")
    countries = table["thrones"].get(role.title.removesuffix("in"), ())
    if what.place:
        land = page.gaz.countries.get(what.place)
        countries = (land.name,) if land is not None and role.noun in table["leaders"] else ()
    becoming = {page.lower[what.start], page.lower[what.start - 1]} & {"als", "zum", "zur"}  # "zum Präsidenten gewählt"
    if role.former or becoming or not countries:
        return None
    near = {id(s.node): s.node for s in talk.recent(what.head, 3) if s.node and s.node.type is EntityType.PERSON}
    able = [
        n for n in near.values()
        if n.named and n.gender == role.gender and not _other_office(n, role, page.lexicon)
        and not realms(n.name, page.lexicon).isdisjoint(countries)
    ]  # fmt: skip
    return (able[0], "known to have governed") if len(able) == 1 else None


def _of_body(talk: Discourse, what: Description, role: RoleNoun, persons: list[Node]) -> list[Node]:
    """Leave out who is of another body than the description's: its party or firm, its "Aufsichtsrat"."""
    bodies = _bodies(talk, what, role)
    if role.noun in talk.page.lexicon.table("roles")["sitting"]:
        bodies = [b for b in bodies if b.category != "state"]  # "der Nationalratsabgeordnete" is of a party too
    boards = talk.page.lexicon.table("roles")["boards"]
    board = next((b for b in boards if role.prefix.lower().startswith(b)), None)
    parties = [b for b in bodies if b.category == "party"]
    found = []
    for node in persons:
        kin = [n for n in node.circle if n.category == "party"] if parties else node.circle
        if bodies and kin and not any(n in kin for n in bodies):
            continue
        if role.relation == "heads" and board != next(
            (b for t in node.led for b in boards if t.lower().startswith(b)), None
        ):
            continue
        found.append(node)
    return found


def _bodies(talk: Discourse, what: Description, role: RoleNoun) -> list[Node]:
    """The organisations that a description names as its own: "der FDP-Chef", "der Chef der Deutschen Bank"."""
    i, places = what.head, set(range(what.head + 1, what.head + 4)) if what.complement else set()
    return [
        node
        for node in talk.nodes
        if node.type is EntityType.ORGANIZATION
        and any(
            link.kind == "part" and link.head == i
            or link.kind == "name" and link.start in places and talk.page.sentence[link.start] == talk.page.sentence[i]
            for link in node.links
        )
    ]  # fmt: skip


def _other_office(node: Node, role: RoleNoun, lexicon: Lexicon) -> bool:
    """Whether a person heads a state by an office that is not the description's: a president is no prime minister."""
    leaders = frozenset(lexicon.table("coreference")["leaders"]) - CHIEFS
    held = node.nouns & leaders
    if role.noun not in leaders or not held or role.noun in held:
        return False
    return not any(role.noun in group and held & group for group in same_office(lexicon))


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
    fresh = [pair for pair in names if min(x.head for x in pair[1].links) >= page.bounds[here - 1][0]]
    acting = [
        pair for pair in fresh if page.dep[pair[0]].startswith("nsubj")
    ]  # "X ist Kandidat von Y. Der Chef der Z …"
    node = max(acting or names, key=lambda pair: pair[0])[1]
    new = min(link.head for link in node.links) >= page.bounds[here - 1][0]
    again = any(page.sentence[link.head] == here for link in node.links)
    return (
        node if new and not again and not any(n in page.lexicon.table("roles")["heads"] for n in node.nouns) else None
    )


def _other_portfolio(page: Passage, node: Node, role: RoleNoun) -> bool:
    """Whether somebody is minister of something else: "Finanzminister Jan Moser" is not "der Justizminister"."""
    if role.hyphen or role.noun.removesuffix("in") not in page.lexicon.table("coreference")["portfolios"]:
        return False
    own, kind = _present(role.title), role.noun.lower().removesuffix("in")
    titles = (title for title in map(_present, node.roles) if "-" not in title)
    held = [title for title in titles if title.removesuffix("in").endswith(kind)]
    special = own.removesuffix("in") != kind
    return special and bool(held) and not any(own.endswith(title) or title.endswith(own) for title in held)


def _alike(node: Node, role: RoleNoun) -> bool:
    """Whether one noun is the other's end: "Gesandter" for a "Sondergesandter", "Minister" for an "Außenminister"."""
    lower = _present(role.title)
    for title in node.roles:
        other = _present(title)
        longer, shorter = (other, lower) if len(other) > len(lower) else (lower, other)
        deputy = longer.removesuffix(shorter).rstrip("-") in {"vize", "unter"}  # no "Vizebürgermeister" is the mayor
        if not deputy and (len(lower) > 4 and other.endswith(lower) or len(other) > 6 and lower.endswith(other)):
            return True
    return False


def _present(title: str) -> str:
    """A title in lower case as of one who still holds it."""
    lower = title.lower()
    return lower.partition("-")[2] if lower.startswith(("ex-", "alt-")) else lower


def _only_leader(talk: Discourse, before: list[Node], role: RoleNoun) -> Node | None:
    """The one person who heads something, for "die Kanzlerin", "der Präsident" of whom no title has been said."""
    leaders = frozenset(talk.page.lexicon.table("coreference")["leaders"])
    if role.noun not in leaders:
        return None
    found = [
        n
        for n in before
        if n.named
        and _leads_state(n, role, talk.page)
        and (n.gender == role.gender or role.gender is None)
        and not _other_office(n, role, talk.page.lexicon)
    ]
    return found[0] if len(found) == 1 else None


def _leads_state(node: Node, role: RoleNoun, page: Passage) -> bool:
    """Whether a person may lead a state, as no chief of a firm does, but that of a party: "der Kanzler" is no "OMV-Chef"."""
    leaders = frozenset(page.lexicon.table("coreference")["leaders"])
    if role.noun in CHIEFS or node.nouns & leaders - CHIEFS:
        return bool(node.nouns & leaders)
    led = (page.gaz.names.get(body) for body in node.led)
    return bool(node.nouns & CHIEFS) and any(known is not None and known.category == "party" for known in led)


def _lone(talk: Discourse, what: Description, role: RoleNoun, before: list[Node]) -> tuple[Node, str] | None:
    """A new role for the only person the last sentences speak of ("Der ehemalige Finanzminister bestreitet das")."""
    page = talk.page
    if not page.dep[what.head].startswith("nsubj") and page.lower[what.start - 1 : what.start] != ["so"]:
        return None
    recent = _people(talk, what.head, 1)
    if len(recent) != 1:
        recent = _people(talk, what.head, 2)
    near = [n for n in before if id(n) in recent]
    others = [n for n in talk.nodes if id(n) in recent and n not in near and n.gender is None]
    telling = (
        role.former
        or role.relation == "none"
        or role.prefix in page.gaz.names
        or any(page.lower[k].startswith(_telling(page.lexicon)) for k in page.kids[what.head])
        or _opens(page, what)
        and role.noun in page.lexicon.table("roles")["sitting"]
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


def _opens(page: Passage, what: Description) -> bool:
    """Whether a description opens its sentence: "Karl Moser verlangt Neuwahlen. Der Abgeordnete …"."""
    return what.definite and what.start == page.bounds[page.sentence[what.head]][0]


def _people(talk: Discourse, i: int, sentences: int) -> set[int]:
    """The ids of the persons spoken of within so many sentences before a token."""
    return {id(s.node) for s in talk.recent(i, sentences) if s.node is not None and s.node.type is EntityType.PERSON}


@cache
def _telling(lexicon: Lexicon) -> tuple[str, ...]:
    table = lexicon.table("roles")
    return (*table["former_adjectives"], *table["future_adjectives"], *table["telling_adjectives"])


def _ahead(talk: Discourse, what: Description, role: RoleNoun, persons: list[Node]) -> tuple[Node, str] | None:
    """A description before the name, in a heading or the lead: the person of that role in the next sentences."""
    page = talk.page
    for node in persons:
        if role.noun not in node.nouns or role.noun in node.former:
            continue
        first = min(link.head for link in node.links)
        if first > what.head and (
            page.sentence[first] - page.sentence[what.head] <= AHEAD or page.sentence[what.head] < AHEAD
        ):
            return node, "same role, named later"
    return None


def persons_before(talk: Discourse, what: Description) -> list[Node]:
    """Persons that gender allows, last mentioned first; who is the subject of the verb is not its object too."""
    found, page = [], talk.page
    acted_on = page.dep[what.head] in {"obj", "iobj"}
    for node in talk.nodes:
        if (
            node.type is EntityType.PERSON
            and not node.plural
            and not (what.gender and node.gender and what.gender != node.gender)
            and not (acted_on and any(beside(page, link.head, what.head) for link in node.links))
        ):
            last = max((link.head for link in node.links if link.head < what.head), default=-1)
            found.append((last, node))
    found.sort(key=lambda pair: -pair[0])
    return [node for last, node in found if last >= 0] + [node for last, node in found if last < 0]


def said_plainly(talk: Discourse, what: Description) -> Node | None:
    """Whom "der Mann", "der Verdächtige" means: somebody without an office first, if the noun is one for private people."""
    page = talk.page
    private = page.words[what.head].removesuffix("s") in page.lexicon.table("coreference")["private"]
    if private and page.lower[what.head + 1 : what.head + 2] == [","] and _is_told(page, what.head + 2):
        return None  # "Der Täter, ein 23-jähriger Student, …" is somebody new
    if what.role is not None and _is_calling(what.role, page.lexicon):
        return salient(talk, what, 2, plain=True) or _only_person(talk, what)
    if what.noun in page.lexicon.table("coreference")["trades"]:
        return salient(talk, what, 3, barred={id(n) for n in talk.nodes if n.nouns})
    if what.noun in page.lexicon.table("coreference")["performers"]:
        return salient(talk, what, 3, barred={id(n) for n in talk.nodes if _governs(n, page.lexicon)})
    return (salient(talk, what, 3, plain=True) if private else None) or salient(talk, what, 3)


def _is_calling(role: RoleNoun, lexicon: Lexicon) -> bool:
    """Whether a noun tells what somebody does for a living and no office: "die Moderatorin", "der Torjäger"."""
    callings = lexicon.table("coreference")["callings"]
    return role.title in callings or role.noun in callings


def _only_person(talk: Discourse, what: Description) -> Node | None:
    """The only person of the last sentences, if gender allows."""
    near = {id(s.node): s.node for s in talk.recent(what.head, 2) if s.node and s.node.type is EntityType.PERSON}
    people = list(near.values())
    fits = len(people) == 1 and people[0].named and people[0].gender in {None, what.gender}
    return people[0] if fits else None


def _is_told(page: Passage, token: int) -> bool:
    """Whether an indefinite phrase begins at a token."""
    return token < len(page.lower) and page.lower[token] in page.determiners.indefinite


def _official(node: Node, lexicon: Lexicon) -> bool:
    """Whether a person is known by an office, so that "der Mann" is hardly said of him while somebody else is there."""
    roles = (role_noun(title, lexicon) for title in node.roles)
    return any(role is not None and role.relation in OFFICES for role in roles)


def _governs(node: Node, lexicon: Lexicon) -> bool:
    """Whether a person is known by an office of state: nobody calls a minister "der Regisseur"."""
    ends = tuple(lexicon.table("coreference")["statesmen"])
    return any(title.lower().endswith(ends) for title in node.roles)


def salient(
    talk: Discourse, what: Description, sentences: int, *, barred: Collection[int] = (), plain: bool = False
) -> Node | None:
    """The most prominent person of the last sentences that agrees; with ``plain``, of those without an office.

    Those whose ``id`` is among ``barred`` are passed over.
    """
    best, best_score = None, 0.0
    page = talk.page
    subject = subject_token(page, what.head)
    for seen in talk.recent(what.head, sentences):
        node = seen.node
        if (
            node is None
            or node.type is not EntityType.PERSON
            or node.plural
            or id(node) in barred
            or (plain and _official(node, page.lexicon))
            or (what.gender and node.gender and node.gender != what.gender)
        ):
            continue
        if (
            subject is not None
            and any(link.head == subject for link in node.links)
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
