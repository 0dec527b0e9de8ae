"""Who follows somebody holds his post: "X löst Y als Trainer von Rapid ab", "Moser, als Nachfolger von Y Chef der Bahn"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.entities.roles import role_noun
from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.facts.decision import HAPPENED
from kg.model import Claim, EntityType, Factuality

POSTS = frozenset({"heads", "worksFor"})
OFFICES = frozenset({"advises", "heads", "memberOf", "represents", "worksFor"})


def heirs(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the post of whoever follows a holder of just one, and the former post of whom the holder of just one follows."""
    posts: dict[str, dict[str, list[Claim]]] = {}
    for claim in found:
        if claim.predicate in POSTS and not is_party(context, claim.object) and not _is_person(context, claim.object):
            posts.setdefault(claim.subject, {}).setdefault(claim.object, []).append(claim)
    for claim in found:
        if claim.predicate != "succeeded" or claim.factuality is Factuality.NEGATED:
            continue
        old, new = posts.get(claim.object, {}), posts.get(claim.subject, {})
        held = {body: told for body, told in new.items() if not told[0].former}
        if len(old) == 1 and not held:
            (told,) = old.values()
            yield from _same(context, told, claim, claim.subject, former=False)
        elif len(held) == 1 and not old and claim.factuality in HAPPENED:
            (told,) = held.values()
            yield from _same(context, told, claim, claim.object, former=True)


def _is_person(context: Context, entity: str) -> bool:
    return context.entities[entity].type is EntityType.PERSON


def _same(context: Context, told: list[Claim], succession: Claim, person: str, *, former: bool) -> Iterator[Claim]:
    """The post of one as that of another, as the sentence that tells the succession shows it."""
    post = next((post for post in told if _is_handed_on(context, post, succession, far=former)), None)
    if post is not None:
        yield replace(
            succession, subject=person, predicate=post.predicate, object=post.object, extractor="succession",
            former=former, event=None, time=None, place=None,
        )  # fmt: skip


def _is_handed_on(context: Context, post: Claim, succession: Claim, *, far: bool) -> bool:
    """Whether a post is told as a fact right where the succession is, and no other post or place in a team is."""
    tree = context.tree
    at, here = (tree.sentence_of[_token(context, claim.start)] for claim in (post, succession))
    # "Merkels Vorgänger Schröder" held what she holds, however long before that was told
    far = far and post.predicate == "heads" and here > at
    if post.factuality not in HAPPENED or not (far or here - at in {0, 1}):
        return False
    table = context.lexicon.table("roles")
    named = context.article.text[post.start : post.end].lower()
    (low, _), (middle, high) = tree.sentences[at], tree.sentences[here]
    boards = [w for w in tree.lower[low:high] if w.endswith(tuple(table["chaired"]))]
    roles = [role_noun(word, context.lexicon) for word in tree.words[middle:high]]
    offices = [role.noun.lower() for role in roles if role is not None and role.relation in OFFICES]
    played = post.predicate == "worksFor" and "ersetzen" in tree.lemmas[middle:high]
    return not played and all(word in named for word in (*boards, *offices))


def _token(context: Context, start: int) -> int:
    return max(0, bisect_right(context.tree.starts, start) - 1)
