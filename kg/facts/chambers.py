"""The parliament of somebody who is called a member: "der Abgeordnete X", "Senator X", "Fraktionschef der SPD im Landtag"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.gazetteer import gazetteer
from kg.entities.roles import role_noun
from kg.facts.affiliations import countries_of
from kg.facts.context import Context
from kg.facts.fillers import direct
from kg.facts.holders import Office, base
from kg.model import Claim, Entity, EntityType

REACH = 9
WITHIN = frozenset({"am", "der", "des", "im", "in"})
Candidate = tuple[str, str, str]


def nearby(context: Context, office: Office, bodies: list[Entity]) -> list[Entity]:
    """Those of some bodies that the sentence of an office names, else those that the one before names."""
    sentences, here = context.tree.sentences, context.tree.sentence_of[office.token]
    for low, high in (sentences[here], sentences[max(0, here - 1)]):
        named = {m.entity for t in range(low, high) for m in context.mentions.get(t, ())}
        if near := [body for body in bodies if body.id in named]:
            return near
    return []


def chamber(context: Context, office: Office, held: list[Claim], party: str | None) -> Iterator[Candidate]:
    """The parliament of a member who is called so, the only one that the article names, or in which a group is led.

    It is none of another country than the member's or his party's.
    """
    table, role = context.lexicon.table("roles"), office.role
    if role.former:
        return
    if role.noun not in (*table["sitting"], *table["senators"]):
        if base(role).endswith(tuple(table["of_a_group"])):
            yield from ((e, "memberOf", "chamber") for e in behind(context, office.token)[:1])
        return
    prefix = "" if role.hyphen else role.prefix.rpartition("-")[2].lower().removesuffix("s")
    start = table["short_chambers"].get(prefix, prefix)
    sits = table["chambers"] + (table["councils"] if prefix else [])
    kinds = (table["senates"],) if role.noun in table["senators"] else tuple(sits)
    bodies = (e for e in context.entities.values() if e.type is EntityType.ORGANIZATION)
    chambers = [body for body in bodies if _is_one_of(body, kinds)]
    fitting = [e for e in chambers if any(word.startswith(start) for word in _words(e))]
    near = nearby(context, office, fitting) if len(fitting) > 1 else fitting
    if len(near) == 1 and not _is_abroad(context, near[0], held, party):
        yield near[0].id, "memberOf", "chamber"


def _is_one_of(body: Entity, kinds: tuple[str, ...]) -> bool:
    """Whether a body's name is that of an assembly: "US-Senat", "Senat der USA", but no "Bankenausschuss im Senat"."""
    words = body.name.lower().split()
    inside = WITHIN.isdisjoint(words) and words[-1].endswith(kinds)
    return inside or words[0].endswith(kinds)


def _is_abroad(context: Context, body: Entity, held: list[Claim], party: str | None) -> bool:
    """Whether a parliament is another country's: no "griechischer Abgeordneter" of the Bundestag, no Senator of the SPD in the USA."""
    gaz = gazetteer(context.lexicon)
    known, lands = gaz.names.get(body.name), (context.entities[claim.object] for claim in held)
    homes = countries_of(context, party) | {land.name for land in lands if land.type is EntityType.COUNTRY}
    return (
        bool(homes)
        and known is not None
        and known.country is not None
        and gaz.countries[known.country].name not in homes
    )


def behind(context: Context, token: int) -> list[str]:
    """The parliament or committee in which somebody leads a group: "Fraktionschef der SPD im Landtag", "Obmann im Ausschuss"."""
    tree, table = context.tree, context.lexicon.table("roles")
    kinds = (*table["chambers"], *table["councils"], *table["in_committees"]["committees"])
    end = min(token + REACH, tree.sentences[tree.sentence_of[token]][1])
    other = (k for k in range(token + 1, end) if role_noun(tree.words[k], context.lexicon) is not None)
    inside = [k for k in range(token + 1, next(other, end)) if tree.lower[k] in {"im", "in"}]
    after = [e for k in inside[:1] for t in range(k + 1, min(k + 4, end)) for e in direct(context, t)]
    return [e for e in after if context.entities[e].name.lower().endswith(kinds)]


def _words(entity: Entity) -> list[str]:
    return entity.name.lower().replace("-", " ").split()
