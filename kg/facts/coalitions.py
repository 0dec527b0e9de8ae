"""Which parties a coalition, a government or an opposition is of: "die Koalition aus SPD und Grünen", "die rot-grüne Regierung"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.facts.fillers import direct, pointed
from kg.facts.judgements import stem
from kg.facts.situate import phrase_claim
from kg.facts.stretches import Stretch, stretches
from kg.model import Claim, EntityType

PART = frozenset({"part"})
SOURCES = frozenset({"aus", "von", "zwischen"})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``partOf`` claims of parties, in text order."""
    tree, table = context.tree, context.lexicon.table("alliances")
    for token, word in enumerate(tree.lower):
        if (
            token not in tree.skipped
            and tree.pos[token] in {"NOUN", "PROPN"}
            and word.endswith((*table["coalitions"], *table["consortia"]))
        ):
            yield from _partners(context, token)
    names = [n for n in stretches(context) if tree.lower[n.end - 1].endswith(tuple(table["coalitions"]))]
    seen = {name.entity for name in names if _is_wanted(context, name.end - 1)}
    for name in names:
        entity = context.entities[name.entity]
        parties = _in_name(context, name) or _of_colours(context, name)
        if entity.type is EntityType.ORGANIZATION and len(parties) > 1 and entity.id not in seen:
            seen.add(entity.id)
            for party, at in parties.items():
                yield from phrase_claim(context, party, "partOf", entity.id, (name.head, at), "coalitions/name")


def _in_name(context: Context, name: Stretch) -> dict[str, int]:
    """Parties that the name of a government joins: "die SPÖ-ÖVP-Koalition", "die CDU/FDP-Landesregierung"."""
    found = {e: t for t in range(name.start, name.end) for e in pointed(context, t, PART)}
    return {e: t for e, t in found.items() if is_party(context, e)}


def _of_colours(context: Context, name: Stretch) -> dict[str, int]:
    """Parties of a government that is called by their colours, if the article names them: "die rot-grüne Regierung"."""
    tree, table = context.tree, context.lexicon.table("alliances")
    low = max(0, name.end - 4)
    words = [t for t in range(low, name.end) if tree.lower[t].partition("-")[0] in table["colours"]]
    if not words:
        return {}
    *first, last = tree.lower[words[0]].split("-")
    colours = [*first, stem(last)]
    named = {n: e.id for e in context.entities.values() if is_party(context, e.id) for n in (e.name, *e.aliases)}
    found = [{named[party] for party in table["colours"].get(colour, ()) if party in named} for colour in colours]
    whole = len(colours) > 1 and all(found)
    return {party: words[0] for parties in found for party in parties} if whole else {}


def _partners(context: Context, token: int) -> Iterator[Claim]:
    """Parties of which a coalition or an opposition is: "die Koalition aus SPD und Grünen", "die Opposition (CDU und FDP)"."""
    tree = context.tree
    unions = [e for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    wanted = _is_wanted(context, token)
    unions = [e for e in unions if context.entities[e].named and not is_party(context, e) and not wanted]
    low = [k for k in tree.kids[token] if k > token and (context.grammar.preposition(tree, k) or ("",))[0] in SOURCES]
    if tree.words[token + 1 : token + 2] == ["("]:
        closing = next((t for t in range(token + 2, min(token + 12, len(tree.words))) if tree.words[t] == ")"), token)
        low += range(token + 2, closing)
    named = {e: t for k in low for t in tree.conjuncts(k) for e in direct(context, t)}
    bodies = tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["consortia"]))
    parties = {e: t for e, t in named.items() if is_party(context, e) or bodies and _is_body(context, e)}
    for party, at in parties.items() if unions else ():
        yield from phrase_claim(context, party, "partOf", unions[0], (token, at), "coalitions/partner")


def _is_body(context: Context, entity: str) -> bool:
    return context.entities[entity].type is EntityType.ORGANIZATION


def _is_wanted(context: Context, token: int) -> bool:
    """Whether a coalition is but thought of: "eine ÖVP-FPÖ-Koalition", "die geplante Koalition aus SPD und Grünen"."""
    tree, table = context.tree, context.lexicon.table("alliances")
    words = [tree.lower[k] for k in tree.kids[token] if k < token]
    thought_of = any(word.startswith(tuple(table["thought_of"])) for word in words)
    return thought_of or not set(table["indefinite"]).isdisjoint(words) and not _governs(context, token)


def _governs(context: Context, token: int) -> bool:
    """Whether there is the coalition that an indefinite article brings in: "es regiert eine Koalition aus X und Y"."""
    return context.tree.lemmas[context.tree.heads[token]] in context.lexicon.table("alliances")["governing"]
