"""Who follows somebody holds his post: "X löst Y als Trainer von Rapid ab", "Moser, als Nachfolger von Y Chef der Bahn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.model import Claim, EntityType, Factuality

POSTS = frozenset({"heads", "worksFor"})
HAPPENED = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


def heirs(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the post of whoever follows a holder of just one, and the former post of whom the holder of just one follows."""
    posts: dict[str, dict[str, Claim]] = {}
    for claim in found:
        if claim.predicate in POSTS and not is_party(context, claim.object) and not _is_person(context, claim.object):
            posts.setdefault(claim.subject, {}).setdefault(claim.object, claim)
    for claim in found:
        if claim.predicate != "succeeded" or claim.factuality is Factuality.NEGATED:
            continue
        old, new = posts.get(claim.object, {}), posts.get(claim.subject, {})
        held = {body: post for body, post in new.items() if not post.former}
        if len(old) == 1 and not held:
            (post,) = old.values()
            yield _same(post, claim, claim.subject, former=False)
        elif len(held) == 1 and not old and claim.factuality in HAPPENED:
            (post,) = held.values()
            if post.factuality in HAPPENED:
                yield _same(post, claim, claim.object, former=True)


def _is_person(context: Context, entity: str) -> bool:
    return context.entities[entity].type is EntityType.PERSON


def _same(post: Claim, succession: Claim, person: str, *, former: bool) -> Claim:
    """The post of one as that of another, as the sentence that tells the succession shows it."""
    return replace(
        succession, subject=person, predicate=post.predicate, object=post.object, extractor="succession", former=former,
        event=None, time=None, place=None,
    )  # fmt: skip
