"""Where, when and on which words a claim stands."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.fillers import PLACES, fillers
from kg.model import Claim, Factuality, Time

PLACE_SLOTS = ("in+D", "in", "auf+D", "an+D", "bei", "nahe", "vor+D", "über+D", "aus")
SUBORDINATE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})
STANDING = frozenset(
    {"heads", "worksFor", "represents", "advises", "memberOf", "citizenOf", "relativeOf", "locatedIn", "partOf", "owns"}
)


def make_claim(
    context: Context,
    clause: Clause,
    predicate: str,
    subject: str,
    obj: str,
    extractor: str,
    decision: Decision,
    tokens: tuple[int, ...],
    *,
    former: bool = False,
) -> Claim:
    """A claim with its quotation, time and place; ``tokens`` are those of its two arguments."""
    start, end = quotation(context, (clause.head, *tokens))
    standing = predicate in STANDING
    own_plan = decision.source == subject and decision.factuality is not Factuality.REPORTED
    source = None if own_plan else decision.source
    place = None if standing else place_of(context, clause, (subject, obj))
    return Claim(
        subject=subject,
        predicate=predicate,
        object=obj,
        start=start,
        end=end,
        extractor=extractor,
        factuality=decision.factuality,
        source=source,
        time=time_of(context, clause),
        place=place,
        former=former,
        event=None if standing else str(clause.head),
        cues=decision.cues,
    )


def quotation(context: Context, tokens: tuple[int, ...]) -> tuple[int, int]:
    """The stretch from the first to the last of the tokens, whole mentions and phrases included, within a sentence."""
    tree = context.tree
    sentence = tree.sentence_of[tokens[0]]
    low, high = tree.sentences[sentence]
    inside = [t for t in tokens if low <= t < high] or [tokens[0]]
    first, last = inside[0], inside[0]
    for token in inside:
        span = [
            token,
            *(
                k
                for k in tree.kids[token]
                if tree.deps[k]
                in {"det", "det:poss", "case", "amod", "flat", "appos", "compound:prt", "aux", "aux:pass", "cop"}
            ),
        ]
        first, last = min(first, *span), max(last, *span)
    start, end = tree.starts[first], tree.ends[last]
    for token in inside:
        for mention in context.mentions.get(token, ()):
            if mention.kind == "name" and tree.starts[low] <= mention.start and mention.end <= tree.ends[high - 1]:
                start, end = min(start, mention.start), max(end, mention.end)
    return start, end


def clause_tokens(context: Context, clause: Clause) -> list[int]:
    """Tokens of the clause without the clauses under it."""
    tree = context.tree
    found, stack = [], [clause.head]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(
            k for k in tree.kids[at] if tree.deps[k] not in SUBORDINATE and not _other_verb(context, clause, k)
        )
    return sorted(found)


def _other_verb(context: Context, clause: Clause, token: int) -> bool:
    other = context.clauses.get(token)
    return other is not None and other.kind == "verb" and token != clause.head


def time_of(context: Context, clause: Clause) -> Time | None:
    """The time said in the clause; an event noun takes that of the verb whose argument it is."""
    for tokens in _scopes(context, clause):
        for token in tokens:
            time = context.times.get(token)
            if time is not None and time.edtf:
                return time
    return None


def times_of(context: Context, clause: Clause) -> list[Time]:
    """All times that a clause coordinates ("im Februar und März"), each an occasion of its own; mostly one or none."""
    first = time_of(context, clause)
    if first is None:
        return []
    token = next(i for i, time in context.times.items() if time == first)
    times = (context.times.get(t) for t in context.tree.conjuncts(token))
    return list(dict.fromkeys([first, *(t for t in times if t is not None and t.edtf)]))


def _scopes(context: Context, clause: Clause) -> list[list[int]]:
    scopes = [clause_tokens(context, clause)]
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    if above is not None and (clause.kind == "noun" or clause.relation == "xcomp") and above.kind == "verb":
        scopes.append(clause_tokens(context, above))
    return scopes


def place_of(context: Context, clause: Clause, participants: tuple[str, str]) -> str | None:
    """The place said in the clause, by a locative phrase; an event noun takes that of its verb."""
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    chain = (
        [clause, above]
        if above is not None and (clause.kind in {"noun", "participle"} or clause.relation == "xcomp")
        else [clause]
    )
    for one in chain:
        for slot in PLACE_SLOTS:
            for token in one.slots.get(slot, ()):
                for entity in fillers(context, token, PLACES):
                    if entity not in participants:
                        return entity
    return None
