"""Whom somebody tells: the medium he speaks in or to, and whoever he turns to with his words.

"sagte X im Deutschlandfunk", "so X gegenüber der dpa", "schrieb X in einem Brief an Y": ``informed``, whatever the verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg.entities.organizations import head_category
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import fillers, pointed, speaking
from kg.facts.frames import ACTOR
from kg.facts.owners import is_owner
from kg.facts.phrases import OWNERS
from kg.facts.sayings import sayings
from kg.facts.situate import make_claim
from kg.facts.speakers import CITING
from kg.facts.speech import Found, is_one_of
from kg.facts.stretches import QUOTES, Stretch, name_at
from kg.language.lexicon import Lexicon
from kg.model import Claim, EntityType, Factuality

TOWARDS = frozenset({"gegenüber"})
WITHIN = frozenset({"in", "bei"})
WHERE = frozenset({"auf", "in"})
ASIDE = 5  # tokens of a bracket behind a name
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.WORK})
TARGETS = {"an": ACTOR, "für": BODIES, "mit": BODIES}


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``informed`` for the speaker of each statement and whom the phrases by its word of saying name."""
    seen: set[tuple[int, str, str]] = set()
    for found in context.speech:
        clause = context.clauses.get(found.cue.i) if found.cue is not None else None
        if found.speaker is None or found.cue is None or found.speaker is found.cue:
            continue
        if clause is None or clause.kind != "verb":
            if found.cue.lower_ != "so":
                continue
            clause = Clause(found.cue.i, "", "noun")
        for told, token in _told(context, clause, found.speaker.i):
            for speaker in speaking(context, found.speaker.i, ACTOR):
                if speaker != told and (clause.head, speaker, told) not in seen:
                    seen.add((clause.head, speaker, told))
                    decision = decide(context, clause) if clause.lemma else Decision()
                    if decision.factuality is Factuality.NEGATED:
                        decision = Decision()  # "wollte sich im Interview mit X nicht festlegen"
                    yield make_claim(
                        context, clause, "informed", speaker, told, "telling", decision, (found.speaker.i, token)
                    )
        yield from _invoked(context, found)
    yield from _retold(context, {head for head, _, _ in seen})


def _retold(context: Context, told: set[int]) -> Iterator[Claim]:
    """Whom a paper is told by a sentence that says nothing else: "Das sagte Jan Moser der „Presse“ am Montag"."""
    retelling = sayings(context.lexicon.code).retelling
    for clause in context.clauses.values():
        if clause.kind != "verb" or clause.lemma not in retelling or clause.head in told:
            continue
        for subject in clause.slots.get("subj", ()):
            for medium, token in _behind_speaker(context, subject, clause.head):
                for speaker in speaking(context, subject, ACTOR):
                    decision = decide(context, clause)
                    yield make_claim(
                        context, clause, "informed", speaker, medium, "telling", decision, (subject, token)
                    )


def _phrases(context: Context, clause: Clause, speaker: int) -> Iterator[int]:
    """The phrases by a verb of saying, or behind the speaker in ", so X gegenüber Y"."""
    tree = context.tree
    if clause.lemma:
        yield from tree.kids[clause.head]
        return
    yield from (k for k in tree.kids[speaker] if k > speaker)
    yield from (k for k in tree.kids[tree.heads[speaker]] if k > speaker > clause.head)


def _told(context: Context, clause: Clause, speaker: int) -> Iterator[tuple[str, int]]:
    """Who is told, each with its token."""
    yield from _behind_speaker(context, speaker, clause.head)
    if clause.passive and clause.lemma == CITING:
        yield from (
            (e, t) for t in clause.slots.get("subj", ()) for e in _medium(context, t)
        )  # "wird von der APA zitiert"
    for kid in _phrases(context, clause, speaker):
        found = context.grammar.preposition(context.tree, kid)
        if found is None:
            continue
        if found[0] in TOWARDS and not _of_noun(context, kid):
            yield from ((entity, kid) for entity in fillers(context, kid, ACTOR))
        elif found[0] == "zu" and not clause.lemma:
            yield from ((entity, kid) for entity in _medium(context, kid))
        elif found[0] in WITHIN:
            yield from ((entity, kid) for entity in _medium(context, kid))
            yield from _addressed(context, kid)
        elif found[0] == "auf":
            yield from _asking(context, kid)


def _behind_speaker(context: Context, speaker: int, verb: int) -> Iterator[tuple[str, int]]:
    """The medium in the dative right behind who speaks, whatever the tree makes of it: "sagte Jan Moser (SPÖ) der „Presse“"."""
    tree = context.tree
    named = [m for m in context.mentions.get(speaker, ()) if m.kind == "name"]
    named = named or [m for k in tree.kids[speaker] for m in context.mentions.get(k, ()) if m.kind == "name"]
    if speaker < verb or not named or context.entities[named[0].entity].type is not EntityType.PERSON:
        return
    end = bisect_left(tree.starts, max(m.end for m in named))
    if tree.words[end : end + 1] == ["("]:
        end = next((k + 1 for k in range(end, min(end + ASIDE, len(tree.words))) if tree.words[k] == ")"), end)
    if tree.lower[end : end + 1] not in (["der"], ["dem"], ["den"]):
        return
    at = end + 1 + (tree.words[end + 1 : end + 2] != [] and tree.words[end + 1] in QUOTES)
    medium = name_at(context, at)
    source = medium is not None and tree.lower[medium.end : medium.end + 1] == ["zufolge"]
    if medium is not None and not source and _is_medium(context, medium):
        yield medium.entity, medium.head


def _is_medium(context: Context, name: Stretch) -> bool:
    body = context.entities[name.entity]
    heads = head_category(context.tree.words[name.end - 1], context.lexicon) == "media"
    return body.type in BODIES and (heads or body.name.lower() in _media(context.lexicon))


def _asking(context: Context, token: int) -> Iterator[tuple[str, int]]:
    """Whose question somebody answers: "auf Anfrage der APA", "auf APA-Anfrage"."""
    if not context.tree.lower[token].endswith(tuple(context.lexicon.table("reporting")["questioned"])):
        return
    owners = [k for k in context.tree.kids[token] if context.tree.deps[k] in OWNERS and is_owner(context, k)]
    found = [e for kid in owners for e in fillers(context, kid, ACTOR)] or list(pointed(context, token))
    yield from ((entity, token) for entity in found if context.entities[entity].type in ACTOR)


def _of_noun(context: Context, token: int) -> bool:
    """Whether a phrase goes with the object before it, whatever the parse says: "mangelnde Abgrenzung gegenüber der PKK"."""
    tree = context.tree
    before = min(tree.subtree(token)) - 1
    return before >= 0 and tree.pos[before] == "NOUN" and tree.deps[before] in {"obj", "nsubj:pass"}


def _medium(context: Context, token: int) -> tuple[str, ...]:
    """The medium that a phrase is or begins with: "in der ARD", "im Ö1-Morgenjournal", "im Radiosender X"."""
    found = fillers(context, token, BODIES)
    if head_category(context.tree.words[token], context.lexicon) == "media" and found:
        return found
    names = _media(context.lexicon)
    return tuple(e for e in (*found, *pointed(context, token)) if context.entities[e].name.lower() in names)


@cache
def _media(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name.lower() for name in lexicon.table("organizations")["kinds"]["media"])


def _addressed(context: Context, token: int) -> Iterator[tuple[str, int]]:
    """To whom a letter, a speech or an article goes: "in einem Brief an X", "in einem Gastbeitrag für die Zeit".

    Or where it stands: "in einem Kommentar in der Presse", "in einem Eintrag auf der Website der Zeitung X".
    """
    if not context.tree.lower[token].endswith(tuple(context.lexicon.table("reporting")["letters"])):
        return
    for kid in context.tree.kids[token]:
        found = context.grammar.preposition(context.tree, kid)
        for entity in fillers(context, kid, TARGETS[found[0]]) if found is not None and found[0] in TARGETS else ():
            yield entity, kid
        if found is not None and found[0] in WHERE:
            site = is_one_of(context.tree.lower[kid], context.lexicon.code, "sites")
            owners = [k for k in context.tree.kids[kid] if context.tree.deps[k] in OWNERS] if site else [kid]
            yield from ((entity, kid) for owner in owners for entity in _medium(context, owner))


def _invoked(context: Context, found: Found) -> Iterator[Claim]:
    """On whom a medium draws: "berichtet die APA unter Berufung auf Minister X"."""
    tree, words = context.tree, context.lexicon.table("reporting")["invoking"]
    clause = context.clauses.get(found.cue.i) if found.cue is not None else None
    if clause is None or found.speaker is None or not any(tree.lower[k] in words for k in tree.kids[clause.head]):
        return
    noun = next(k for k in tree.kids[clause.head] if tree.lower[k] in words)
    phrases = [k for k in (*tree.kids[noun], *tree.kids[clause.head]) if k > noun]
    upon = [k for k in phrases if (context.grammar.preposition(tree, k) or ("",))[0] == "auf"]
    media = _medium(context, found.speaker.i)
    for source in fillers(context, upon[0], ACTOR) if upon and not _medium(context, upon[0]) else ():
        for medium in media:
            if medium != source:
                yield make_claim(context, clause, "informed", source, medium, "telling", Decision(), (upon[0],))
