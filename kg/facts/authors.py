"""Who made a work, as the noun phrase around its title says it: "ihr Roman „Tyll“", "der Film „Das Boot“ von Jan Moser"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.events import event_noun
from kg.facts.belonging import OF, names_beside
from kg.facts.context import Context
from kg.facts.fillers import direct, fillers
from kg.facts.situate import phrase_claim
from kg.facts.targets import before
from kg.model import Claim, EntityType

MAKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
PERSONS = frozenset({EntityType.PERSON})
WORKS = frozenset({EntityType.WORK})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``produced`` claims of works with a title beside their noun, in text order."""
    tree = context.tree
    for token, word in enumerate(tree.words):
        if token in tree.skipped or tree.pos[token] != "NOUN" or not word[:1].isupper():
            continue
        works = names_beside(context, token, WORKS) if event_noun(word, context.lexicon, "authored") else []
        for work, at in works[:1]:
            for maker, where in _makers(context, token, at):
                yield from phrase_claim(context, maker, "produced", work, (token, at, where), "authors/phrase")


def _makers(context: Context, noun: int, title: int) -> Iterator[tuple[str, int]]:
    """Whose the work is: possessive, genitive before or behind, "von"; an actor's films are not his own."""
    tree, first = context.tree, before(context, noun)
    if first is not None:
        yield from ((e, first) for e in direct(context, first) if context.entities[e].type in MAKERS)
    for head in dict.fromkeys((noun, title)):
        for kid in tree.kids[head]:
            if tree.deps[kid] == "det:poss" and head == noun:
                owners = (e for e in direct(context, kid) if context.entities[e].type in MAKERS)
                yield from ((e, kid) for e in owners if not _acts(context, e))
            elif tree.deps[kid] in OF and kid > noun and _of(context, kid):
                yield from ((e, c) for c in tree.conjuncts(kid) for e in fillers(context, c, PERSONS))


def _acts(context: Context, person: str) -> bool:
    roles = context.entities[person].roles
    return any(role.lower().removesuffix("in").endswith(("schauspieler", "darsteller")) for role in roles)


def _of(context: Context, kid: int) -> bool:
    found = context.grammar.preposition(context.tree, kid)
    return found is None or found[0] == "von"
