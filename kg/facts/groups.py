"""Offices in a party's group of a parliament: "die Fraktionschefin der Grünen", "SPD-Fraktionschef X" where the group is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.affiliations import is_party
from kg.facts.chambers import behind
from kg.facts.context import Context
from kg.facts.holders import Office, base
from kg.facts.jurisdictions import Spoken
from kg.facts.tenures import adjectives
from kg.model import EntityType

Found = tuple[Office, str, str, str]


def groups(context: Context, spoken: Sequence[Spoken]) -> Iterator[Found]:
    """Yield (office, body, predicate, how): who leads a party's group is of the party, and leads the group if it is named."""
    table = context.lexicon.table("roles")["in_groups"]
    for item in spoken:
        title = base(item.office.role).rpartition("-")[2]
        kind = next((relation for relation, titles in table.items() if title.endswith(tuple(titles))), None)
        if kind is None or context.entities[item.office.holder].type is not EntityType.PERSON:
            continue
        for party in dict.fromkeys(c.object for c in item.held if is_party(context, c.object)):
            told = {c.predicate for c in item.held if c.object == party}
            group = _group(context, party)
            if "memberOf" not in told and party not in {group, *_all_groups(context)}:
                yield item.office, party, "memberOf", "group"
            if group is not None and not _sits_elsewhere(context, group, item.office.token):
                deputy = adjectives(context, item.office, "deputy_adjectives") or item.office.role.deputy
                yield item.office, group, "worksFor" if deputy else kind, "group"


def _sits_elsewhere(context: Context, group: str, token: int) -> bool:
    """Whether a group is another parliament's: for "der Fraktionschef im Stadtrat" no "CSU-Landtagsfraktion"."""
    table, name = context.lexicon.table("roles"), context.entities[group].name.lower()
    named = any(kind in name for kind in (*table["chambers"], *table["councils"]))
    sits = [context.entities[e].name.lower().split()[-1] for e in behind(context, token)]
    return named and bool(sits) and not any(house in name for house in sits)


def _all_groups(context: Context) -> list[str]:
    ends = tuple(context.lexicon.table("parties")["groups"])
    bodies = {e.id: e.name.lower().split() for e in context.entities.values() if e.type is EntityType.ORGANIZATION}
    return [body for body, words in bodies.items() if words[-1].endswith(ends) or words[0].endswith(ends)]


def _group(context: Context, party: str) -> str | None:
    """The one group of the article that carries the name of a party: "SPD-Bundestagsfraktion", "Fraktion der SPD"."""
    names = {context.entities[party].name, *context.entities[party].aliases}
    parts = {e: set(context.entities[e].name.replace("-", " ").split()) for e in _all_groups(context)}
    found = [e for e, words in parts.items() if e != party and not words.isdisjoint(names)]
    return found[0] if len(found) == 1 else None
