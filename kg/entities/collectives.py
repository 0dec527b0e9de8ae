"""Descriptions of organisations and places ("das Unternehmen", "die Partei", "das Land") and of several at once ("beide Seiten")."""

from __future__ import annotations

from functools import cache

from kg.entities.anaphora import Discourse
from kg.entities.descriptions import Description
from kg.entities.identified import by_complement, by_compound, by_origin
from kg.entities.nodes import Node, same_organs
from kg.entities.organizations import PLACES, nominative, plain_head
from kg.entities.passage import MARKS, Passage
from kg.entities.pronouns import subject_token
from kg.language.lexicon import Lexicon
from kg.model import EntityType

OTHERS: dict[str, set[str | None]] = {"company": {"company", None}, "party": {"party"}, "media": {"media"}, "society": {"society", None}, "armed": {"armed"}, "team": {"team"}, "organ": {"organ"}, "state": {"state"}}  # fmt: skip
WIDER: dict[str, set[str | None]] = {"gruppe": {"team"}, "organisation": {"armed"}, "verein": {"team"}}
LEADING = 0.9


def stem(word: str) -> str:
    """A noun without the endings of the genitive and the dative plural."""
    lower = word.lower()
    for ending in ("es", "s"):
        if lower.endswith(ending) and len(lower) > 5 and not lower.endswith(("ss", "us")):
            return lower[: -len(ending)]
    return lower


def resolve_organization(talk: Discourse, what: Description, category: str) -> tuple[Node, str] | None:
    """Find what a singular description of an organisation means."""
    page, noun = talk.page, stem(talk.page.words[what.head])
    if not what.definite and (found := _owned(talk, what, category)):
        return found
    if what.complement or not (what.definite or what.owned):
        return None
    plain = plain_head(page.words[what.head], page.lexicon)
    prefix = page.words[what.head].rpartition("-")[0]
    for named in talk.nodes if prefix else ():
        if (
            named.type is EntityType.ORGANIZATION
            and named.named
            and named.category in {category, "party", None}  # not "das EU-Portal"
            and any(n == prefix or n.startswith(prefix + " ") for n in named.names)
        ):
            return named, "its name in the compound"
    general = noun.rpartition("-")[2] in page.lexicon.table("coreference")["general"]
    synonyms = same_organs(noun, page.lexicon)
    recent = [n for seen in talk.recent(what.head, 8) if (n := seen.node) and n.type is EntityType.ORGANIZATION]
    recent = [n for n in recent if not (what.place and n.places and what.place not in n.places)]
    acting = _subject(talk, what)
    recent = [n for n in recent if n is not acting]
    town = _town(page, what)
    if town is not None and (settled := [n for n in recent if town in _homes_of(n, page.lexicon)]):
        return settled[0], "home town"
    if town is None and page.lower[what.head + 1 : what.head + 2] == ["aus"]:
        recent = [n for n in recent if not _homes_of(n, page.lexicon)]  # it sits elsewhere
    told = not plain or noun in page.lexicon.table("coreference")["branches"]
    older = [n for n in reversed(talk.nodes) if n.type is EntityType.ORGANIZATION and n.named] if told else []
    if _is_told_behind(page, what.head):
        recent, older = [], []  # "das größte Unternehmen, der Hersteller SAP"
    for node in (*recent, *older):  # "die Fluggesellschaft" is the one that was called so, however long ago
        words = {stem(w) for form in (*node.names, *node.phrases) for w in form.split()}
        if not node.plural and (words & synonyms or plain and any(w.endswith(noun) for w in words)):
            return node, "same head"
    if plain and (other := _by_another_noun(page, noun, recent)) is not None:
        return other, "another noun"
    kinds = OTHERS[category] | WIDER.get(noun, set())
    fitting = [n for n in recent if general and n.named and not n.plural and n.category in kinds]
    if general and category == "company" and (hinted := _hinted(talk, what, OTHERS[category])) is not None:
        return hinted, "named in a title"
    if what.place is not None:
        fitting = _of_land(fitting, category, what.place, page.lexicon)
    if fitting and not _is_named_behind(page, what.head):
        near = {id(seen.node) for seen in talk.recent(what.head, 2)}
        sure = [n for n in fitting if n.category == category and id(n) in near]  # before what may be no firm at all
        return next((n for n in fitting if n in _subjects_circle(talk, what)), (sure or fitting)[0]), "description"
    return _of_its_kind(talk, what, category, recent) or (_lone(talk, what, category) if plain else None)


def _by_another_noun(page: Passage, noun: str, recent: list[Node]) -> Node | None:
    """The only body spoken of that is of the kind a noun says by another one: "die Hochschule" of "Universität Linz"."""
    ends = tuple(page.lexicon.table("coreference")["taken_up"].get(noun, ()))
    found = {
        id(n): n
        for n in recent
        if ends and n.named and not n.plural and any(stem(w).endswith(ends) for name in n.names for w in name.split())
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_told_behind(page: Passage, i: int) -> bool:
    """Whether a comma, an article and another noun for a body with its name say which one is meant."""
    if (
        page.words[i + 1 : i + 2] != [","]
        or i + 4 >= len(page.words)
        or page.lower[i + 2] not in page.determiners.articles
    ):
        return False
    noun = next((k for k in range(i + 3, min(i + 6, len(page.words))) if page.pos[k] != "ADJ"), i + 3)
    return page.pos[noun : noun + 2] == ["NOUN", "PROPN"] and page.capital(noun + 1)


def daughter(talk: Discourse, what: Description) -> Node | None:
    """The company that "die Alphabet-Tochter" means: the only one near that is known as, or was called, a daughter."""
    page = talk.page
    mother, hyphen, noun = page.words[what.head].rpartition("-")
    if not hyphen or noun not in page.lexicon.table("coreference")["daughters"] or not what.definite:
        return None
    if _is_named_behind(page, what.head):
        return None
    seen = {id(s.node): s.node for s in talk.recent(what.head, 5) if s.node}
    firms = [
        n for n in seen.values() if n.type is EntityType.ORGANIZATION and n.named and _is_daughter(page, n, mother)
    ]
    return firms[0] if len(firms) == 1 else None


def _is_daughter(page: Passage, node: Node, mother: str) -> bool:
    """Whether a firm is known as the daughter of another, or the article called it one before."""
    known = page.gaz.names.get(mother)
    if node.category not in OTHERS["company"] or mother in node.names or known and known is node.known:
        return False
    name = known.name if known else mother
    names = {node.known.name if node.known else node.name, *node.names}
    if names & set(page.lexicon.table("holdings")["known_daughters"].get(name, ())):
        return True
    for word in {w for form in (*node.phrases, *node.roles) for w in form.split()}:
        other, _, noun = word.rpartition("-")
        form = page.gaz.names.get(other)
        if noun in page.lexicon.table("coreference")["daughters"] and (form.name if form else other) in {"", name}:
            return True
    return False


def side(talk: Discourse, what: Description) -> Node | None:
    """The only team of the last sentences, for "der Vizemeister", "der Titelverteidiger", if it was spoken of just before."""
    page, role = talk.page, what.role
    if role is None or role.title not in page.lexicon.table("coreference")["sides"] or what.complement:
        return None
    teams = {id(s.node): s.node for s in talk.recent(what.head, 2) if s.node and s.node.category == "team"}
    acting = _subject(talk, what)
    found = [n for n in teams.values() if n is not acting and n.named]
    return found[0] if len(found) == 1 else None


def _subject(talk: Discourse, what: Description) -> Node | None:
    """Who acts in the clause of a description that is no subject: nobody sues himself."""
    token = None if talk.page.dep[what.head].startswith("nsubj") else subject_token(talk.page, what.head)
    if token is None or token > what.head:
        return None
    return next((s.node for s in talk.seen if s.token == token), None)


def _town(page: Passage, what: Description) -> str | None:
    """The town that an attribute or "aus" gives a body: "die Wolfsburger Firma", "der Konzern aus Cupertino"."""
    for i in range(what.start, what.head):
        town = page.gaz.urban.get(page.words[i])
        if town is not None:
            return town.name
    behind = page.words[what.head + 2 : what.head + 4]
    if page.lower[what.head + 1 : what.head + 2] == ["aus"] and behind:
        return next((n for n in (" ".join(behind), behind[0]) if n in _towns(page.lexicon)), None)
    return None


@cache
def _homes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The towns of known bodies, and the codes of their countries."""
    found: dict[str, set[str]] = {}
    table = lexicon.table("homes")
    for group in (table["towns"], table["lands"]):
        for home, bodies in group.items():
            for body in bodies:
                found.setdefault(body, set()).add(home)
    return {body: frozenset(homes) for body, homes in found.items()}


def _homes_of(node: Node, lexicon: Lexicon) -> frozenset[str]:
    return _homes(lexicon).get(node.known.name if node.known else node.name, frozenset())


@cache
def _towns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("homes")["towns"])


def _is_of(node: Node, land: str, lexicon: Lexicon) -> bool | None:
    """Whether a body is of a country; None if its country is not known."""
    known = _homes_of(node, lexicon)
    lands = {home for home in known if len(home) == 2 and home.isupper()}
    lands |= {node.known.country} if node.known and node.known.country else set()
    return land in lands if lands else None


def _hinted(talk: Discourse, what: Description, kinds: set[str | None]) -> Node | None:
    """The firm whose speaker or chief the last sentence had, for "der Konzern", if that named no other."""
    page, last = talk.page, talk.page.sentence[what.head] - 1
    spoken = [s.node for s in talk.recent(what.head, 1) if s.node and s.node.type is EntityType.ORGANIZATION]
    found = {id(n): n for token, n in talk.hinted if token < what.head and page.sentence[token] == last and n.named}
    fitting = [n for n in found.values() if n.category in kinds]
    return fitting[0] if len(fitting) == 1 and all(n is fitting[0] for n in spoken if n.category in kinds) else None


def _of_its_kind(talk: Discourse, what: Description, category: str, recent: list[Node]) -> tuple[Node, str] | None:
    """The only organisation spoken of that a compound can mean: "der Ölkonzern", "das Geldhaus", "der Rekordmeister"."""
    page, noun = talk.page, stem(talk.page.words[what.head]).rpartition("-")[2]
    end = next((e for e in _kinds(page.lexicon) if noun.endswith(e)), None)
    spoken = list({id(n): n for n in recent if n.named and not n.plural}.values())
    kinds = ({category}, OTHERS[category], {"media"} if category == "company" else set())  # "der Internetriese"
    fitting = next((found for kind in kinds if (found := [n for n in spoken if n.category in kind])), [])
    if (
        end is None
        or _is_named_behind(page, what.head)
        or len(fitting) != 1
        or noun in page.lexicon.table("coreference")["general"]
    ):
        return None
    node = fitting[0]
    called = {stem(w) for form in (*node.names, *node.phrases) for w in form.split()}
    other = any(w.endswith(end) and len(w) > len(end) and not w.endswith(noun) for w in called)  # "der Stahlkonzern X"
    foreign = what.place is not None and not _is_of(node, what.place, page.lexicon)
    return None if other or foreign else (node, "only one of its kind")


def _of_land(nodes: list[Node], category: str, land: str, lexicon: Lexicon) -> list[Node]:
    """Of some organisations those of a country; if none is known to be, the only one of a category without a known home."""
    homes = {id(n): _is_of(n, land, lexicon) for n in nodes}
    sure = [n for n in nodes if homes[id(n)]]
    open_ = [n for n in nodes if homes[id(n)] is None]
    lone = open_ if len(homes) == 1 and open_ and open_[0].category == category else []
    return sure or lone


def _is_named_behind(page: Passage, noun: int) -> bool:
    """Whether a name, perhaps one that was not read as such, stands right behind a noun: "die Organisation „Ein Schiff“"."""
    behind = noun + 1
    return behind < len(page.words) and (page.pos[behind] == "PROPN" or page.words[behind] in MARKS)


def kind(word: str, lexicon: Lexicon) -> str | None:
    """The category of an organisation that a compound says the kind of."""
    noun, ends = stem(word).rpartition("-")[2], _kinds(lexicon)
    return next((ends[end] for end in ends if noun.endswith(end)), None)


@cache
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    """Ends of compounds that say of which kind an organisation is, the longest first, with their category."""
    ends = {end: category for category, ends in lexicon.table("coreference")["kinds"].items() for end in ends}
    return dict(sorted(ends.items(), key=lambda pair: -len(pair[0])))


def _subjects_circle(talk: Discourse, what: Description) -> list[Node]:
    """The organisations that stand with the subject of a description's clause: a founder founded his own company."""
    token = subject_token(talk.page, what.head)
    person = next((s.node for s in talk.seen if s.token == token and s.node), None)
    return person.circle if person else []


KINDRED: dict[str, set[str | None]] = {
    "company": {"company", "society", None},
    "society": {"society", "team", "company", None},
    "team": {"team", "society", None},
    "state": {"state"},
    "media": {"media", None},
    "organ": {"organ"},
    "armed": {"armed"},
    "party": {"party"},
}


def _lone(talk: Discourse, what: Description, category: str) -> tuple[Node, str] | None:
    """The only organisation that the last sentences speak of, if it can be called so ("die Bank", "der Verein")."""
    recent = [
        s.node for s in talk.recent(what.head, 2) if s.node is not None and s.node.type is EntityType.ORGANIZATION
    ]
    apart = stem(talk.page.words[what.head]).endswith(tuple(talk.page.lexicon.table("coreference")["no_companies"]))
    kinds = KINDRED[category] - {"company"} if apart else KINDRED[category]
    fitting = {id(n): n for n in recent if n.named and n.category in kinds}
    if len(fitting) == 1 and what.place is None and talk.page.dep[what.head].startswith("nsubj"):
        return next(iter(fitting.values())), "only organisation"
    return None


def _owned(talk: Discourse, what: Description, category: str) -> tuple[Node, str] | None:
    """What the possessor belongs to, for "seine Partei", "Mosers Unternehmen"; the only party of the article is anybody's."""
    person = owner(talk, what)
    if person is None:
        return None
    fitting = [n for n in person.circle if n.type is EntityType.ORGANIZATION and n.category in OTHERS[category]]
    if not fitting and category == "party" and person.type is EntityType.PERSON:
        parties = [n for n in talk.nodes if n.category == "party" and n.named and not n.plural]
        fitting = parties if len(parties) == 1 and not any(n.category == "party" for n in person.circle) else []
    return (fitting[0], "the possessor's") if fitting else None


def owner(talk: Discourse, what: Description) -> Node | None:
    """Whose something is: whom the possessive that opens the phrase means, or whose name in the genitive does."""
    genitive = what.start < what.head and talk.page.words[what.start].endswith(("s", "'", "’"))
    for node in talk.nodes:
        for link in node.links:
            if link.head == what.start and link.kind == "pronoun":
                return node
            if genitive and link.kind == "name" and link.end == what.start + 1 and node.type is EntityType.PERSON:
                return node
    return None


def resolve_place(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find what "die Stadt", "das Land", "der Stützpunkt" means."""
    noun = stem(talk.page.words[what.head])
    if what.complement or what.plural or what.place or _is_called(talk.page, what.head):
        return None
    if noun in talk.page.lexicon.table("coreference")["lands"]:
        if what.owned:
            return _homeland(talk, what)
        return _recent_place(talk, what, EntityType.COUNTRY, None)
    if not (what.definite or what.owned):
        return None
    table = talk.page.lexicon.table("coreference")
    found = _recent_place(talk, what, EntityType.PLACE, None if noun in table["towns"] else noun)
    return found or _only_place(talk, what, "region" if noun in table["regions"] else None)


def _only_place(talk: Discourse, what: Description, category: str | None) -> tuple[Node, str] | None:
    """The only region, or the only place of which no more is known, that the last sentences name."""
    towns = talk.page.lexicon.table("coreference")["towns"]
    if category is None and stem(talk.page.words[what.head]) not in towns:
        return None
    near = [s.node for s in talk.recent(what.head, 4) if s.node is not None and s.node.type is EntityType.PLACE]
    fitting = {id(n): n for n in near if n.named and (n.category == category or not category and n.category == "place")}
    return (next(iter(fitting.values())), "only place") if len(fitting) == 1 else None


def _is_called(page: Passage, noun: int) -> bool:
    """Whether the name of a place follows its noun: "des Landes Niedersachsen"."""
    known = page.gaz.name(page.words[noun + 1]) if noun + 1 < len(page.words) else None
    return known is not None and known.type is not EntityType.ORGANIZATION


def _recent_place(talk: Discourse, what: Description, kind: EntityType, noun: str | None) -> tuple[Node, str] | None:
    near = [seen for seen in talk.recent(what.head, 4) if seen.node is not None and seen.node.type is kind]
    if noun is None and kind is EntityType.COUNTRY:
        acting = next((seen.node for seen in near if seen.weight >= LEADING), None)
        node = acting or max((seen.node for seen in near if seen.node), key=lambda n: len(n.links), default=None)
        return (node, "description") if node else None
    for seen in near:
        node = seen.node
        if node is None:
            continue
        if noun is None and node.known and node.category not in {"region", "site"}:
            return node, "description"
        if noun and any(noun in form.lower() for form in (*node.names, *node.phrases)):
            return node, "same head"
    return None


def _homeland(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    person = owner(talk, what)
    codes = person.places if person is not None else set()
    for country in talk.nodes:
        if country.type is EntityType.COUNTRY and country.known and country.known.country in codes:
            return country, "the possessor's country"
    return None


def unnamed_site(talk: Discourse, what: Description) -> Node | None:
    """Make an entity of one building or site without a name: "die Moschee"."""
    page, noun = talk.page, stem(talk.page.words[what.head])
    if (
        what.plural
        or what.complement
        or not (what.definite or what.fresh)
        or noun in page.lexicon.table("organizations")["vague"]
    ):
        return None
    node = Node(EntityType.PLACE, named=False, category="site")
    node.names.append(nominative(page, what.head))
    node.called = by_origin(page, what, "site")
    talk.nodes.append(node)
    return node


def unnamed_organization(talk: Discourse, what: Description, category: str) -> Node | None:
    """Make an entity of a described organisation that a compound or a complement sets apart."""
    page = talk.page
    if what.plural or category in PLACES or not (what.definite or what.fresh):
        return None
    if what.definite and plain_head(page.words[what.head], page.lexicon) and not what.complement:
        return None
    node = Node(EntityType.ORGANIZATION, named=False, category=category)
    node.names.append(nominative(page, what.head))
    node.called = by_complement(talk, what) or by_compound(page, what) or by_origin(page, what, category)
    talk.nodes.append(node)
    return node
