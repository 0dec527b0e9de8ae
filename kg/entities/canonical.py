"""From working nodes to entities and mentions: names, aliases, identifiers."""

from __future__ import annotations

import re
import unicodedata

from kg.entities.nodes import Node, bare
from kg.entities.passage import Passage
from kg.model import Entity, EntityType, Mention

ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i"})


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens ("St. Pölten" → "st-poelten")."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(ASCII)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "x"


def records(page: Passage, nodes: list[Node]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Write nodes down as entities and mentions."""
    taken: set[str] = set()
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for node in nodes:
        name = canonical_name(node)
        identifier = _unique(f"{node.type.value.lower()}/{slug(name)}", taken)
        entities.append(_entity(node, identifier, name))
        for link in sorted(set(node.links), key=lambda x: (x.start, x.end)):
            mentions.append(Mention(identifier, page.starts[link.start], page.ends[link.end - 1], page.starts[link.head], link.kind, link.how))
    return tuple(entities), tuple(sorted(set(mentions), key=lambda m: (m.start, m.end, m.entity)))


def canonical_name(node: Node) -> str:
    """The fullest name in the nominative."""
    name = node.name
    if node.known and node.type is not EntityType.ORGANIZATION:
        return name
    if bare(name) != name and (bare(name) in node.names or (node.type is EntityType.PERSON and len(node.names) == 1 and any(bare(name) == p for p in node.phrases))):
        return bare(name)
    return name


def _unique(identifier: str, taken: set[str]) -> str:
    chosen, n = identifier, 2
    while chosen in taken:
        chosen, n = f"{identifier}-{n}", n + 1
    taken.add(chosen)
    return chosen


def _entity(node: Node, identifier: str, name: str) -> Entity:
    aliases = tuple(dict.fromkeys(f for f in [*node.names, *node.phrases] if f and f != name))
    weak = not node.named or (node.type is EntityType.PERSON and " " not in name)
    return Entity(
        id=identifier, type=node.type, name=name, named=node.named, aliases=aliases, roles=tuple(node.roles),
        gender=node.gender if node.type is EntityType.PERSON else None,
        country=f"country/{slug(node.country.name)}" if node.country else None,
        wikidata=node.known.wikidata if node.known else None, weak=weak,
    )  # fmt: skip
