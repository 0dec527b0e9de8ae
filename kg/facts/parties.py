"""Who takes part in an event by its name: "das Finale zwischen X und Y", "der Parteitag der SPD", "das Spiel gegen X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.affiliations import is_party
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import HAPPENED, Decision
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.occasions import COMMON
from kg.facts.situate import make_claim
from kg.model import Claim, Entity, EntityType

Named = tuple[int, str]  # the head token of a mention and its entity


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for those whom the phrase of an event names, in text order.

    A match of a tournament that the article names counts as the tournament.
    """
    support = context.lexicon.table("support")
    table, matches = support["parties"], tuple(support["occasions"]["matches"])
    tournaments = tuple(of_kind(context, ("contests",)))
    for token, word in enumerate(context.tree.lower):
        if not context.tree.is_noun(token):
            continue
        match = word.endswith(matches)
        event = next((e for e in direct(context, token) if is_event(context, context.entities[e])), None)
        if match and tournaments and event not in {e for _, e in tournaments}:
            event = last(tournaments, context, token)
        if event is None or not match and _has_frame(context, token):
            continue
        clause = _phrase(context, token)
        for entity, at in _parties(context, clause, table, match=match).items():
            decision = decide(context, clause)
            yield make_claim(context, clause, "participatedIn", entity, event, "parties", decision, (at, token))


def crowds(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for the only demonstrators that the article tells of, in its first protest."""
    support = context.lexicon.table("support")
    words = tuple(support["authorities"]["protestedAgainst"])
    groups = {
        entity
        for token in context.mentions
        for entity in direct(context, token)
        if context.entities[entity].type is EntityType.GROUP and context.entities[entity].name.lower().startswith(words)
    }
    protests = tuple(of_kind(context, ("gatherings",)))
    named = [(t, e) for t, e in protests if context.tree.lower[t].endswith(tuple(support["parties"]["protests"]))]
    if len(groups) == 1 and named:
        (group,), (token, event) = groups, named[0]
        clause = _phrase(context, token)
        decision = decide(context, clause)
        yield make_claim(context, clause, "participatedIn", group, event, "parties/crowd", decision, (token,))


def rivals(context: Context, found: list[Claim]) -> Iterator[Claim]:
    """Yield ``participatedIn`` for winner and loser, in the contest or election that the text was last about.

    Args:
        context: the article.
        found: the claims that the extractors made.
    """
    events = tuple(outermost(context, [*of_kind(context, ("contests", "elections"))]))
    events = events or tuple(of_kind(context, ("matches",)))
    votes = {entity for _, entity in of_kind(context, ("elections",))}
    for claim in found if events else ():
        clause = context.clauses.get(int(claim.event.partition("/")[0])) if claim.event else None
        if claim.predicate != "defeated" or clause is None or claim.factuality not in HAPPENED:
            continue
        if clause.relation in context.lexicon.table("support")["aside"]:
            continue  # "eine Woche nach der Niederlage gegen Italien"
        event = last(events, context, clause.head)
        person = context.entities[claim.subject].type is EntityType.PERSON
        if event is None or person and not _is_near(context, events, event, clause.head):
            continue
        if not person and not is_party(context, claim.subject) and event in votes:
            continue  # no team wins an election
        for entity in (claim.subject, claim.object):
            decision = Decision(claim.factuality, claim.source)
            yield make_claim(
                context, clause, "participatedIn", entity, event, "parties/rivals", decision, (clause.head,)
            )


def _is_near(context: Context, events: tuple[Named, ...], event: str, token: int) -> bool:
    """Whether an event is named in the sentence of a token or in the one before: people win many a contest."""
    here = context.tree.sentence_of[token]
    return any(entity == event and here - context.tree.sentence_of[at] in {0, 1} for at, entity in events)


def last(events: tuple[Named, ...], context: Context, token: int) -> str | None:
    """The event named last before the end of the token's sentence; else the only one of the article."""
    end = context.tree.sentences[context.tree.sentence_of[token]][1]
    before = [entity for at, entity in events if at < end]
    everything = {entity for _, entity in events}
    return before[-1] if before else everything.pop() if len(everything) == 1 else None


def outermost(context: Context, events: list[Named]) -> list[Named]:
    """Events without those named only to say whose part another is; of a round ("Viertelfinale der US Open") the contest stays."""
    tree, rounds = context.tree, tuple(context.lexicon.table("support")["rounds"])
    heads = {token for token, _ in events}
    nested = {token: tree.heads[token] for token in heads if tree.deps[token].startswith("nmod")}
    dropped = {above if tree.lower[above].endswith(rounds) else t for t, above in nested.items() if above in heads}
    return [pair for pair in events if pair[0] not in dropped]


def is_event(context: Context, entity: Entity) -> bool:
    """Whether an entity is something that one takes part in: a named event, or a festival or league that is a body too."""
    if entity.type is not EntityType.ORGANIZATION:
        return entity.type is EntityType.NAMED_EVENT
    bodies = tuple(context.lexicon.table("support")["bodies"])
    return any(part.endswith(bodies) for part in (entity.name.lower(), entity.name.lower().partition(" von ")[0]))


def of_kind(context: Context, kinds: tuple[str, ...]) -> Iterator[Named]:
    """Mentions of the article's named events of some kinds of ``occasions``, as (token, entity) in text order."""
    table = context.lexicon.table("support")["occasions"]
    endings = tuple(ending for kind in kinds for ending in table[kind])
    for token in sorted(context.mentions):
        for entity in direct(context, token):
            found = context.entities[entity]
            if is_event(context, found) and any(word.endswith(endings) for word in found.name.lower().split()):
                yield token, entity


def _has_frame(context: Context, token: int) -> bool:
    """Whether a frame tells whose event it is: a meeting's, a strike's, an attack's."""
    clause = context.clauses.get(token)
    frames = context.frames.index.get(("noun", clause.lemma), ()) if clause is not None else ()
    return bool(frames) and frames[0].event in COMMON


def _phrase(context: Context, token: int) -> Clause:
    """The noun of an event with its complements."""
    clause = context.clauses.get(token)
    if clause is not None and clause.kind == "noun":
        return clause
    slots, above = context.grammar.noun_arguments(context.tree, token), context.clauses.get(context.tree.heads[token])
    relation = next((slot for slot, tokens in above.slots.items() if token in tokens), "") if above else ""
    parent = above.head if above is not None and relation else None  # "sagte den Parteitag ab" tells that there is none
    modifiers = tuple(k for k in context.tree.kids[token] if context.tree.deps[k] in {"amod", "advmod", "det"})
    word = context.tree.lower[token]
    return Clause(token, word, "noun", slots, modifiers=modifiers, parent=parent, relation=relation)


def _parties(context: Context, clause: Clause, table: dict[str, list[str]], *, match: bool) -> dict[str, int]:
    """Those between whom an event is, who play each other, or whose meeting it is, each with a token."""
    word = context.tree.lower[clause.head]
    if word.endswith(tuple(table["talks"])):
        return {}  # they are said to talk
    sides = dict(slot_entities(context, clause, "zwischen", ACTOR))
    if len(sides) > 1 or match and sides:
        return sides
    slots = ("gegen", "von", "gen") if match else ("gen", "von") if word.endswith(tuple(table["of"])) else ()
    return {entity: at for slot in slots for entity, at in slot_entities(context, clause, slot, ACTOR)}
