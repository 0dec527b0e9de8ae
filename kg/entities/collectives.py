"""Descriptions of organisations and places ("das Unternehmen", "die Partei", "das Land") and of several at once ("beide Seiten")."""

from __future__ import annotations

from functools import cache

from kg.entities.anaphora import Discourse, beside
from kg.entities.descriptions import Description
from kg.entities.identified import by_complement, by_compound
from kg.entities.nodes import Node, same_organs
from kg.entities.organizations import PLACES, nominative, plain_head
from kg.entities.passage import Passage
from kg.entities.pronouns import subject_token
from kg.language.lexicon import Lexicon
from kg.model import EntityType

OTHERS: dict[str, set[str | None]] = {"company": {"company", None}, "party": {"party"}, "media": {"media"}, "society": {"society", None}, "armed": {"armed"}, "team": {"team"}, "organ": {"organ"}, "state": {"state"}}  # fmt: skip
ACTING = 0.45
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
    if what.owned and (found := _owned(talk, what, category)):
        return found
    if what.complement or not (what.definite or what.owned):
        return None
    plain = plain_head(page.words[what.head], page.lexicon)
    prefix = page.words[what.head].rpartition("-")[0]
    for named in talk.nodes if prefix else ():
        if (
            named.type is EntityType.ORGANIZATION
            and named.named
            and any(n == prefix or n.startswith(prefix + " ") for n in named.names)
        ):
            return named, "its name in the compound"
    general = noun in page.lexicon.table("coreference")["general"]
    synonyms = same_organs(noun, page.lexicon)
    recent = [n for seen in talk.recent(what.head, 8) if (n := seen.node) and n.type is EntityType.ORGANIZATION]
    for node in recent:
        words = {stem(w) for form in (*node.names, *node.phrases) for w in form.split()}
        if not node.plural and (words & synonyms or plain and any(w.endswith(noun) for w in words)):
            return node, "same head"
    fitting = [
        n
        for n in recent
        if general and n.named and not n.plural and n.category in OTHERS[category] and what.place is None
    ]
    if fitting:
        return next((n for n in fitting if n in _subjects_circle(talk, what)), fitting[0]), "description"
    return _lone(talk, what, category) if plain else None


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
    fitting = {id(n): n for n in recent if n.named and n.category in KINDRED[category]}
    if len(fitting) == 1 and what.place is None and talk.page.dep[what.head].startswith("nsubj"):
        return next(iter(fitting.values())), "only organisation"
    return None


def _owned(talk: Discourse, what: Description, category: str) -> tuple[Node, str] | None:
    """What the possessor belongs to, for "seine Partei", "ihr Unternehmen"."""
    for node in talk.nodes:
        if any(link.head == what.start and link.kind == "pronoun" for link in node.links):
            for other in node.circle:
                if other.type is EntityType.ORGANIZATION and other.category in OTHERS[category]:
                    return other, "the possessor's"
    return None


def resolve_place(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Find what "die Stadt", "das Land", "der Stützpunkt" means."""
    noun = stem(talk.page.words[what.head])
    if what.complement or what.plural or what.place:
        return None
    if noun in talk.page.lexicon.table("coreference")["lands"]:
        if what.owned:
            return _homeland(talk, what)
        return _recent_place(talk, what, EntityType.COUNTRY, None)
    if not (what.definite or what.owned):
        return None
    towns = talk.page.lexicon.table("coreference")["towns"]
    return _recent_place(talk, what, EntityType.PLACE, None if noun in towns else noun)


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
    for node in talk.nodes:
        if any(link.head == what.start and link.kind == "pronoun" for link in node.links):
            for country in talk.nodes:
                if country.type is EntityType.COUNTRY and country.known and country.known.country in node.places:
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
    node.called = by_complement(talk, what) or by_compound(page, what)
    talk.nodes.append(node)
    return node


@cache
def _both(lexicon: Lexicon) -> dict[str, EntityType | None]:
    table = lexicon.table("coreference")["both"]
    return {noun: None if kind == "any" else EntityType(kind) for kind, nouns in table.items() for noun in nouns}


def resolve_both(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """Find the two that "beide Seiten", "die beiden", "die beiden Länder", "die Unternehmen" mean."""
    page = talk.page
    nouns = _both(page.lexicon)
    word = page.words[i]
    if not (word in nouns or page.roles[i] is not None or word.startswith(("beide", "Beide"))):
        return None
    low = page.bounds[page.sentence[i]][0]
    wanted: EntityType | None
    pair = any(page.lower[j].startswith("beide") or page.lower[j] == "zwei" for j in range(max(low, i - 2), i))
    if word.lower().startswith("beide"):
        noun = page.words[i + 1] if i + 1 < len(page.words) else ""
        if noun in nouns or page.pos[i + 1 : i + 2] == ["NOUN"] or page.capital(i + 1):
            return None
        wanted = EntityType.PERSON
    elif word in nouns and (pair or page.lower[i - 1] == "die"):
        wanted = nouns[word]
        if not pair and (wanted is None or _modified(page, i)):
            return None
    elif pair and (page.roles[i] is not None):
        wanted = EntityType.PERSON
    else:
        return None
    found = last_two(talk, i, wanted)
    return (found, "pair") if len(found) == 2 else None


def _modified(page: Passage, i: int) -> bool:
    return any(page.dep[k] in {"nmod", "amod", "acl:relcl"} for k in page.kids[i])


def last_two(talk: Discourse, i: int, wanted: EntityType | None) -> list[Node]:
    """The two different actors of one type mentioned last; a pair of persons counts before countries behind them."""
    page = talk.page
    found: list[Node] = []
    recent = talk.recent(i, 3)
    named = len({id(s.node) for s in recent if s.node and s.node.named and s.node.type is EntityType.PERSON}) > 1
    for seen in recent:
        node = seen.node
        if (
            node is None
            or node in found
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
        found.append(node)
        if len(found) == 2:
            break
    return found[::-1]
