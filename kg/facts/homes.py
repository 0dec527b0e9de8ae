"""Organs of state that an article leaves without a place: those of the one country that it is about.

"Die Armee schlug die Proteste nieder." in an article on Myanmar.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.gazetteer import gazetteer
from kg.entities.roles import role_noun
from kg.facts.context import Context
from kg.facts.fillers import direct
from kg.facts.lands import Lands, foremost
from kg.facts.situate import phrase_claim
from kg.facts.stretches import Stretch
from kg.language import Lexicon
from kg.model import Claim, Entity, EntityType

OPENING = 2  # sentences at the start of an article that tell where it plays


def claims(context: Context, names: list[Stretch], home: str | None, placed: frozenset[str]) -> Iterator[Claim]:
    """Yield ``locatedIn`` for organs of state without a place of their own; ``placed`` are the ids that have one."""
    seen = set(placed)
    for name in names:
        entity = context.entities[name.entity]
        if name.kind != "name" or entity.type is not EntityType.ORGANIZATION or entity.id in seen:
            continue
        seen.add(entity.id)
        if _elsewhere(context, name, home) or _has_complement(context, name):
            continue
        if home is not None and (_of_the_state(context, name) or _is_national(entity, context.lexicon)):
            yield from phrase_claim(context, entity.id, "locatedIn", home, (name.head,), "seats/home")


def _of_the_state(context: Context, name: Stretch) -> bool:
    """Whether an attribute says a body to be the state's, whichever that is: "die staatliche Nachrichtenagentur Sana"."""
    words = tuple(context.lexicon.table("seats")["of_the_state"])
    low = max(context.tree.sentences[context.tree.sentence_of[name.start]][0], name.start - 4)
    attributes = [t for t in range(low, name.head) if context.tree.lower[t].startswith(words)]
    return any(name.head in (head := context.tree.heads[t], head + 1, head + 2) for t in attributes)


def _elsewhere(context: Context, name: Stretch, home: str | None) -> bool:
    """Whether the sentence speaks of other countries only: "In Kolumbien fanden Präsidentschaftswahlen statt"."""
    low, high = context.tree.sentences[context.tree.sentence_of[name.head]]
    beside = {m.entity for t in range(low, high) for m in context.mentions.get(t, ())}
    countries = {e for e in beside if context.entities[e].type is EntityType.COUNTRY}
    return bool(countries) and home not in countries


def home_of(context: Context, lands: Lands) -> str | None:
    """The country that the article is about: the foremost one, if it is spoken of more than once or at the start.

    It is none if as much points to a German-speaking country that need not be named where it is at home.
    """
    home = next(iter(foremost(lands.countries)), None)
    if home is None or (lands.countries[home] < 2 and not _opens(context, home)):
        return None
    unnamed = (number for name, number in lands.homes.items() if name != context.entities[home].name)
    return None if max(unnamed, default=0) >= lands.countries[home] else home


def _opens(context: Context, country: str) -> bool:
    tree = context.tree
    return any(
        m.entity == country
        and tree.sentence_of[token] < OPENING
        and (m.kind != "adjective" or _of_state(context, token))
        for token, found in context.mentions.items()
        for m in found
    )


def _of_state(context: Context, token: int) -> bool:
    """Whether an adjective is of what a country has, and not of whoever is from there: "ein Engagement russischer Investoren"."""
    tree, noun = context.tree, context.tree.heads[token]
    telling = any(tree.deps[k].startswith("det") for k in tree.kids[noun]) or bool(direct(context, noun))
    role = role_noun(tree.words[noun], context.lexicon)
    return telling or role is not None and not tree.lower[noun].endswith("en")


def _has_complement(context: Context, name: Stretch) -> bool:
    """Whether a phrase behind a noun says whose or what it is: "die Regierung von X", "Proteste gegen das Wahlrecht"."""
    tree = context.tree
    return any(k > name.head and tree.deps[k] in {"nmod", "nmod:poss", "appos", "flat"} for k in tree.kids[name.head])


def _is_national(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a name is that of an organ every country has once; a German, Austrian or Swiss paper says of its own only who they are."""
    known = gazetteer(lexicon).names.get(entity.name)
    return known is None and entity.name.lower() in lexicon.table("seats")["national"]
