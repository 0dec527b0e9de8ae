"""Which parties a coalition, a government or an opposition is of: "die Koalition aus SPD und Grünen", "die rot-grüne Regierung"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.facts.fillers import direct, pointed
from kg.facts.situate import phrase_claim
from kg.facts.stretches import Stretch, stretches
from kg.model import Claim, EntityType

PART = frozenset({"part"})
SOURCES = frozenset({"aus", "von", "zwischen"})
WANTED = frozenset({"eine", "einer", "einem"})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``partOf`` claims of parties, in text order."""
    tree, table = context.tree, context.lexicon.table("alliances")
    for token, word in enumerate(tree.lower):
        if (
            token not in tree.skipped
            and tree.pos[token] in {"NOUN", "PROPN"}
            and word.endswith(tuple(table["coalitions"]))
        ):
            yield from _partners(context, token)
    seen: set[str] = set()
    for name in stretches(context):
        entity = context.entities[name.entity]
        if entity.type is EntityType.ORGANIZATION and tree.lower[name.end - 1].endswith(tuple(table["coalitions"])):
            parties = _in_name(context, name) or _of_colours(context, name)
            if len(parties) > 1 and entity.id not in seen:
                seen.add(entity.id)
                for party, at in parties.items():
                    tokens = (name.head, at)
                    yield from phrase_claim(context, party, "partOf", entity.id, tokens, "coalitions/name")


def _in_name(context: Context, name: Stretch) -> dict[str, int]:
    """Parties that the name of a government joins: "die SPÖ-ÖVP-Koalition", "die CDU/FDP-Landesregierung"."""
    found = {e: t for t in range(name.start, name.end) for e in pointed(context, t, PART)}
    return {e: t for e, t in found.items() if is_party(context, e)}


def _of_colours(context: Context, name: Stretch) -> dict[str, int]:
    """Parties of a government that is called by their colours, if the article names them: "die rot-grüne Regierung"."""
    tree, table = context.tree, context.lexicon.table("alliances")
    low = max(0, name.end - 4)
    words = [t for t in range(low, name.end) if tree.lower[t].partition("-")[0] in table["colours"]]
    wanted = any(tree.lower[k].startswith(tuple(table["thought_of"])) for k in range(low, name.end))
    if not words or wanted or WANTED.intersection(tree.lower[low : name.end]):
        return {}
    *first, last = tree.lower[words[0]].split("-")
    colours = [*first, next((c for c in table["colours"] if last in {c + e for e in ENDINGS}), "")]
    named = {n: e.id for e in context.entities.values() if is_party(context, e.id) for n in (e.name, *e.aliases)}
    found = [{named[party] for party in table["colours"].get(colour, ()) if party in named} for colour in colours]
    whole = len(colours) > 1 and all(found)
    return {party: words[0] for parties in found for party in parties} if whole else {}


ENDINGS = ("e", "en", "er", "es")


def _partners(context: Context, token: int) -> Iterator[Claim]:
    """Parties of which a coalition or an opposition is: "die Koalition aus SPD und Grünen", "die Opposition (CDU und FDP)"."""
    tree = context.tree
    unions = [e for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    wanted = any(tree.lower[k] in WANTED for k in tree.kids[token]) and not _governs(context, token)
    unions = [e for e in unions if context.entities[e].named and not is_party(context, e) and not wanted]
    low = [k for k in tree.kids[token] if k > token and (context.grammar.preposition(tree, k) or ("",))[0] in SOURCES]
    if tree.words[token + 1 : token + 2] == ["("]:
        closing = next((t for t in range(token + 2, min(token + 12, len(tree.words))) if tree.words[t] == ")"), token)
        low += range(token + 2, closing)
    parties = {e: t for k in low for t in tree.conjuncts(k) for e in direct(context, t) if is_party(context, e)}
    for party, at in parties.items() if unions else ():
        yield from phrase_claim(context, party, "partOf", unions[0], (token, at), "coalitions/partner")


def _governs(context: Context, token: int) -> bool:
    """Whether there is the coalition that an indefinite article brings in: "es regiert eine Koalition aus X und Y"."""
    return context.tree.lemmas[context.tree.heads[token]] in context.lexicon.table("alliances")["governing"]
