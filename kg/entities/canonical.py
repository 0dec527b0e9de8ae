"""From working nodes to entities and mentions: names, aliases, identifiers."""

from __future__ import annotations

import re
import unicodedata

from kg.entities.nodes import Node, bare
from kg.entities.passage import Passage
from kg.model import Entity, EntityType, Mention

ASCII = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "œ": "oe",
        "ı": "i",
    }
)


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens ("St. Pölten" → "st-poelten")."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(ASCII)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "x"


def records(page: Passage, nodes: list[Node]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Write nodes down as entities and mentions."""
    taken: set[str] = set()
    entities: list[Entity] = []
    mentions: list[Mention] = []
    _drop_others_names(nodes)
    for node in nodes:
        name = canonical_name(node)
        identifier = _unique(f"{node.type.value.lower()}/{slug(name)}", taken)
        entities.append(_entity(page, node, nodes, identifier, name))
        for link in sorted(set(node.links), key=lambda x: (x.start, x.end)):
            mentions.append(
                Mention(
                    identifier,
                    page.starts[link.start],
                    page.ends[link.end - 1],
                    page.starts[link.head],
                    link.kind,
                    link.how,
                )
            )
    return tuple(entities), tuple(sorted(set(mentions), key=lambda m: (m.start, m.end, m.entity, m.kind, m.how)))


def _drop_others_names(nodes: list[Node]) -> None:
    """Take from a place's or body's forms what is the name of another: "Schönberg" is not the "Deponie Schönberg"."""
    places = {name for n in nodes if n.type is EntityType.PLACE for name in n.names}
    for node in nodes:
        if node.type in {EntityType.PLACE, EntityType.ORGANIZATION}:
            node.phrases = [p for p in node.phrases if p in node.names or p not in places]


def canonical_name(node: Node) -> str:
    """The fullest name in the nominative."""
    name = node.called or node.name
    if node.known and node.type is not EntityType.ORGANIZATION:
        return name
    if bare(name) == name or _ends_so(node, name):
        return name
    alone = node.type is EntityType.PERSON and len(node.names) == 1
    stripped = bare(name) in node.names or (alone and any(bare(name) == p for p in node.phrases))
    return bare(name) if stripped else name


def _ends_so(node: Node, name: str) -> bool:
    """Whether more of a node's names end with the -s than without: "Ted Stevens" and "Stevens"."""
    ends = [form.split()[-1] for form in node.names if form]
    with_s, without = ends.count(name.split()[-1]), ends.count(bare(name).split()[-1])
    return with_s > max(1, without)


def _unique(identifier: str, taken: set[str]) -> str:
    chosen, n = identifier, 2
    while chosen in taken:
        chosen, n = f"{identifier}-{n}", n + 1
    taken.add(chosen)
    return chosen


def _needs_article(page: Passage, node: Node, name: str) -> bool:
    """Whether a name means someone else in the next article: a bare surname, "die Polizei", "der Wahlkampf"."""
    if node.type is EntityType.PERSON:
        return " " not in name or name.endswith(".")
    if node.type is EntityType.ORGANIZATION and node.known is None:
        return all(link.how in {"head noun alone", "acronym"} or link.kind != "name" for link in node.links)
    if node.type is EntityType.GROUP:
        return all(link.how == "crowd" for link in node.links)
    if node.type is EntityType.WORK:
        return all(link.how in {"law", "document"} or link.kind != "name" for link in node.links)
    if node.type is EntityType.NAMED_EVENT:
        words = re.split(r"[ -]", name)
        placed = any(page.gaz.name(w) or page.gaz.adjective(w) for w in words)
        return not placed and name.lower() not in page.lexicon.table("names_events")["proper"]
    return False


def _country(page: Passage, node: Node, nodes: list[Node]) -> str | None:
    """The id of the one country of the article that a person is said to be of, or an organisation lies in."""
    codes = node.places if node.type is EntityType.PERSON else {node.known.country} if node.known else set()
    found = [
        n for n in nodes if n.type is EntityType.COUNTRY and n.known and n.known.country in codes and n is not node
    ]
    return f"country/{slug(found[0].known.name)}" if len(found) == 1 and found[0].known else None


def runs_through(node: Node) -> bool:
    """Whether the article takes an unnamed but single actor up again: who is described twice is one it talks about,
    and so is a person whom a pronoun takes up.
    """
    described = sum(link.kind == "nominal" for link in node.links)
    person = node.type is EntityType.PERSON and any(
        link.kind == "pronoun" and link.how != "reflexive" for link in node.links
    )
    return not node.plural and (described > 1 or described == 1 and person)


def _entity(page: Passage, node: Node, nodes: list[Node], identifier: str, name: str) -> Entity:
    aliases = tuple(dict.fromkeys(f for f in [*node.names, *node.phrases] if f and f != name))
    weak = not node.named or _needs_article(page, node, name)
    return Entity(
        id=identifier, type=node.type, name=name, named=node.named or node.called is not None or runs_through(node), aliases=aliases, roles=tuple(node.roles),
        gender=node.gender if node.type is EntityType.PERSON else None,
        country=_country(page, node, nodes),
        wikidata=node.known.wikidata if node.known else None, weak=weak,
    )  # fmt: skip
