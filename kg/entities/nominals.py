"""Descriptions of persons: "der Kremlchef", "die Ministerin", "der Amerikaner", "der 69-Jährige", "ein Polizist"."""

from __future__ import annotations

import re

from kg.entities.anaphora import Discourse
from kg.entities.collectives import owner
from kg.entities.descriptions import AGED, OF, Description, generic_nouns, tail
from kg.entities.identified import office_of
from kg.entities.incumbents import by_role, persons_before, said_plainly
from kg.entities.nodes import Link, Node, in_genitive
from kg.entities.organizations import head_category
from kg.entities.origins import by_origin
from kg.entities.owned import is_abstract
from kg.entities.passage import Passage
from kg.entities.titles import learn_former, learn_role, title_of
from kg.model import EntityType

COMRADES = 3  # sentences back


def resolve_person(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find the person that a singular description means, by the first pass of the sieve that finds one."""
    if what.owned and (comrade := _comrade(talk, what)) is not None:
        return comrade, "of the possessor's party"
    if (chosen := _made(talk, what)) is not None:
        return chosen, "made it"
    if what.role is not None and _is_post(talk.page, what):
        return None
    if what.role is not None:
        return by_role(talk, what, what.role)
    word = talk.page.words[what.head]
    if word in talk.page.gaz.inhabitants:
        return by_origin(talk, what) if not _in_row(talk.page, what) else None
    titled = [n for n in persons_before(talk, what) if word in n.nouns or word.removesuffix("n") in n.nouns]
    if titled and not what.complement:
        return titled[0], "same title"
    if AGED.match(word) or word in generic_nouns(talk.page.lexicon):
        node = said_plainly(talk, what)
        return (node, "description") if node else None
    return None


def _is_post(page: Passage, what: Description) -> bool:
    """Whether a title names a post that somebody wants or gets, and nobody: "das Amt des Präsidenten", "die Wahl zum Chef"."""
    above = page.heads[what.head]
    posts = page.lexicon.table("coreference")["posts"]
    return above < what.head and page.words[above] in posts and page.dep[what.head].startswith("nmod")


def _in_row(page: Passage, what: Description) -> bool:
    """Whether two are told apart by where they are from, in one breath: "der Japaner und der Kanadier"."""
    i = what.head
    others = [k for k in (page.heads[i], *page.kids[i]) if "conj" in {page.dep[k], page.dep[i]} and k != i]
    return any(page.words[k] in page.gaz.inhabitants for k in others)


def _comrade(talk: Discourse, what: Description) -> Node | None:
    """Whom "seine Parteifreundin" means: the last one spoken of who is not the possessor."""
    page, i = talk.page, what.head
    if not page.lower[i].endswith(tuple(page.lexicon.table("parties")["comrades"])) or before_name(talk, i) is not None:
        return None
    whose = owner(talk, what)
    for seen in talk.recent(i, COMRADES):
        node = seen.node
        person = node is not None and node.type is EntityType.PERSON and node.named and not node.plural
        if node is not None and person and node is not whose and node.gender in {None, what.gender}:
            one, other = _parties(whose), _parties(node)
            if not one or not other or one & other:
                return node
    return None


def _parties(node: Node | None) -> set[int]:
    """The ids of the parties that a person is spoken of with."""
    return {id(n) for n in node.circle if n.category == "party"} if node is not None else set()


def _made(talk: Discourse, what: Description) -> Node | None:
    """Who is made what "zum" says: "wählten Ilse Kern zur Parteichefin", "wurde zum Chef ernannt"."""
    page, verb = talk.page, talk.page.heads[what.head]
    if not _is_made(page, what) or what.complement:
        return None
    passive = any(page.dep[k] == "aux:pass" for k in page.kids[verb])
    chosen = [k for k in page.kids[verb] if page.dep[k] == ("nsubj:pass" if passive else "obj")]
    people = [n for n in talk.nodes if n.type is EntityType.PERSON and n.named and not n.plural
              and any(link.head in chosen and link.kind == "name" for link in n.links)]  # fmt: skip
    return people[0] if len(people) == 1 and people[0].gender in {None, what.gender} else None


def _is_made(page: Passage, what: Description) -> bool:
    """Whether a phrase tells what somebody is made, and nobody else: "zum Terroristen erklärt"."""
    opening = page.lower[what.start] in {"zum", "zur"} or page.lower[what.start - 1] in {"zum", "zur"}
    return opening and page.lemmas[page.heads[what.head]] in page.lexicon.table("roles")["made"]


def before_name(talk: Discourse, i: int) -> tuple[Node, str] | None:
    """A noun right before a person's name is what the person is: "der Astronaut Yang Liwei"."""
    page = talk.page
    if i + 1 >= len(page.words) or page.sentence[i + 1] != page.sentence[i]:
        return None
    if page.roles[i] is not None and page.roles[i + 1] is not None and page.dep[i + 1] != "conj":
        governed = page.feature(i, "Case") == "Gen" or any(page.dep[k] == "case" for k in page.kids[i])
        return before_name(talk, i + 1) if governed else None  # "des Staatsoberhaupts Königin Eva"
    joined = page.dep[i + 1] in {"appos", "flat", "flat:name", "nmod"} or page.heads[i] == i + 1
    if (
        not joined
        and page.words[i] not in page.gaz.inhabitants
        and page.words[i] not in page.lexicon.table("parties")["members"]
    ):
        return None
    for node in talk.nodes:
        name = next((link for link in node.links if link.start == i + 1 and link.kind == "name"), None)
        if name is None:
            continue
        if node.type is EntityType.PERSON and _calls_person(page, i) and not in_genitive(page, node, name.end):
            node.nouns.add(page.words[i])
            return node, "apposition"
        role = page.roles[i]
        if node.type is EntityType.ORGANIZATION and role is not None and role.relation == "none" and not role.plural:
            return node, "apposition"
    return None


def _calls_person(page: Passage, i: int) -> bool:
    """Whether a noun before a person's name can say what the person is: no body, no abstract noun, no plural."""
    word = page.words[i]
    if word in page.gaz.inhabitants or page.roles[i] is not None:
        return True
    own = word not in page.titles or i > 0 and page.lower[i - 1] in page.determiners.owned  # "seine Frau Ilse Kern"
    telling = page.pos[i] == "NOUN" and own and not is_abstract(page, i)
    return telling and page.feature(i, "Number") != "Plur" and head_category(word, page.lexicon) is None


def unnamed_person(talk: Discourse, what: Description) -> Node | None:
    """Make an entity of a singular actor who is described but not named."""
    page = talk.page
    word = page.words[what.head]
    known = (
        what.role is not None or AGED.match(word) or word in page.gaz.inhabitants or word in generic_nouns(page.lexicon)
    )
    after = page.gaz.names.get(page.words[what.head + 1]) if what.head + 1 < len(page.words) else None
    if after is not None and after.type is EntityType.COUNTRY and word.endswith("itglied"):
        return None  # "das EU-Mitglied Ungarn"
    related = owner(talk, what) is not None and _related(talk, what) is not None  # not "… und Vater von Jan Moser"
    if not known or what.plural or not (what.definite or what.owned or what.fresh or related):
        return None
    posts = page.lexicon.table("coreference")["posts"]
    if (
        _is_made(page, what)
        or page.words[page.heads[what.head]] in posts
        or what.start
        and page.words[what.start - 1] in posts
    ):
        return None
    node = Node(EntityType.PERSON, named=False, gender=what.gender)
    node.names.extend(_names_of(page, what))
    if what.role is not None:
        node.roles.append(title_of(page, what.head))
        learn_role(node, what.role)
        learn_former(page, node, what.role, range(what.start, what.head))
    if what.place:
        node.places.add(what.place)
    node.closed = what.complement or what.fresh
    node.called = office_of(talk, what) or _relative_of(talk, what)
    talk.nodes.append(node)
    return node


def _names_of(page: Passage, what: Description) -> list[str]:
    """What an unnamed person is called by: "Sprecher", "Sprecher der Feuerwehr"."""
    i, end = what.head, tail(page, what.head)
    called = what.role.title if what.role else page.words[i]
    owned = page.lower[i + 1 : i + 2] != [] and page.lower[i + 1] in OF
    owned = owned and any(page.heads[k] == i and page.dep[k].startswith("nmod") for k in range(i + 1, end))
    whose = page.text[page.ends[i] : page.ends[end - 1]] if owned else ""
    return list(dict.fromkeys([called, called + " ".join(whose.split(" "))]))


def _relative_of(talk: Discourse, what: Description) -> str | None:
    """What a relative of somebody with a name is called by: "seine Ehefrau", "Mosers Sohn"."""
    called = what.role.title if what.role else talk.page.words[what.head]
    return called if _related(talk, what) is not None else None


def _related(talk: Discourse, what: Description) -> Node | None:
    """The person with a name whose relative a singular phrase is about."""
    page = talk.page
    role = what.role is not None and what.role.relation == "relativeOf"
    spouse = what.role is None and page.lower[what.head] in page.lexicon.table("coreference")["spouses"]
    spouse = spouse and page.label[what.head + 1 : what.head + 2] != ["PER"]  # "Mosers Frau Eva"
    if what.plural or not (role or spouse):
        return None
    whose = owner(talk, what) or _named_behind(talk, what.head)
    return whose if whose is not None and whose.type is EntityType.PERSON and whose.named else None


def _named_behind(talk: Discourse, i: int) -> Node | None:
    """Whose name stands in the genitive or the "von" phrase right behind a noun: "die Mutter des Angeklagten Jan Moser"."""
    page, end = talk.page, tail(talk.page, i)
    if end <= i + 2 or page.lower[i + 1] not in OF:
        return None
    names = ((link, node) for node in talk.nodes for link in node.links if link.kind == "name")
    return next((node for link, node in names if i + 1 < link.head < end), None)


def absorb(page: Passage, nodes: list[Node]) -> None:
    """Give an unnamed person's mentions to the one named person of the same role who is named later."""
    no_office = frozenset(page.lexicon.table("roles")["unattached"])
    for node in [n for n in nodes if not n.named and n.type is EntityType.PERSON and n.nouns and not n.closed]:
        fitting = [
            n for n in nodes
            if n.named and n.type is EntityType.PERSON and (n.nouns - n.former | node.former) & n.nouns & node.nouns - no_office
            and not (n.gender and node.gender and n.gender != node.gender)
            and not (n.places and node.places and not n.places & node.places)
            and not (n.led and node.led and not n.led & node.led)
            and not _has_another_office(n, node)
        ]  # fmt: skip
        if len(fitting) == 1:
            fitting[0].links.extend(node.links)
            fitting[0].phrases.extend(p for p in node.phrases if p not in fitting[0].phrases)
            nodes.remove(node)


def _has_another_office(named: Node, node: Node) -> bool:
    """Whether the compounds of one noun tell two persons apart: "der Innenminister", "Außenminister Jan Moser"."""
    titles, mine = ([title.lower().rpartition("-")[2] for title in n.roles] for n in (named, node))
    same = any(a.endswith(b) or b.endswith(a) for a in mine for b in titles)
    return not same and any(title.endswith(noun.lower()) for noun in node.nouns for title in titles)


def introduced(page: Passage, nodes: list[Node]) -> None:
    """Join who is brought in without a name and named right after: "Ein Soldat ist geständig. Der 23-jährige Jan K. …"."""
    for named in [n for n in nodes if n.named and n.type is EntityType.PERSON]:
        first = min((link.start for link in named.links), default=0)
        name = min((link.start for link in named.links if link.kind == "name"), default=0)
        aged = name > 1 and AGE.match(page.words[name - 1]) and page.lower[name - 2] in page.determiners.definite
        if not aged or first < name - 2:
            continue
        fresh = [n for n in nodes if _just_before(page, n, named, name)]
        between = [n for n in nodes if n.named and n is not named and n.type is EntityType.PERSON
                   for link in n.links if fresh and fresh[0].links[0].head < link.head < name]  # fmt: skip
        if len(fresh) == 1 and not between:
            named.links.extend(fresh[0].links)
            named.phrases.extend(p for p in fresh[0].phrases if p not in named.phrases)
            named.roles.extend(role for role in fresh[0].roles if role not in named.roles)
            named.places |= fresh[0].places
            nodes.remove(fresh[0])


AGE = re.compile(r"\d{1,3}-?jährigen?$")


def _just_before(page: Passage, node: Node, named: Node, name: int) -> bool:
    """Whether a node is a person without a name whom an indefinite phrase of the last two sentences brings in."""
    if node.named or node.type is not EntityType.PERSON or node.called or not node.links:
        return False
    link = min(node.links, key=lambda x: x.start)
    near = 0 < page.sentence[name] - page.sentence[link.start] < 3
    fresh = link.kind == "nominal" and page.lower[link.start] in page.determiners.indefinite
    return near and fresh and not (node.gender and named.gender and node.gender != named.gender)


def add_description(page: Passage, node: Node, what: Description, how: str) -> None:
    """Record a description of a node, and what it tells of the person."""
    i = what.head
    node.add(Link(what.start, i + 1, i, "nominal", how), phrase=page.surface(what.start, i + 1))
    if not node.named and (end := tail(page, i)) > i + 1:
        node.phrases.append(page.surface(what.start, end))  # "ein Sprecher der Feuerwehr"
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
