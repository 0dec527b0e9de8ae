"""Where, when and on which words a claim stands."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.setting import place_of, time_of
from kg.model import Claim, Factuality

TIMELESS = frozenset({"citizenOf", "relativeOf"})
STANDING = frozenset(
    {"heads", "worksFor", "represents", "advises", "memberOf", "citizenOf", "relativeOf", "locatedIn", "partOf", "owns"}
)
SYMMETRIC = frozenset({"met", "talkedWith", "negotiatedWith", "agreedWith", "cooperatedWith", "relativeOf"})
QUOTED = frozenset({"det", "det:poss", "case", "amod", "flat", "appos", "compound:prt", "aux", "aux:pass", "cop"})


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
    apart = (subject,) if predicate in SYMMETRIC else (subject, obj)  # "war in Russland zu Verhandlungen"
    place = None if standing else place_of(context, clause, apart)
    return Claim(
        subject=subject,
        predicate=predicate,
        object=obj,
        start=start,
        end=end,
        extractor=extractor,
        factuality=decision.factuality,
        source=source,
        time=None if predicate in TIMELESS else time_of(context, clause),
        place=place,
        former=former,
        event=None if standing else str(clause.head),
        cues=decision.cues,
    )


def phrase_claim(
    context: Context,
    subject: str,
    predicate: str,
    obj: str,
    tokens: tuple[int, ...],
    extractor: str,
    factuality: Factuality = Factuality.ASSERTED,
) -> Iterator[Claim]:
    """The claim that a noun phrase makes without a verb, quoted from ``tokens``; none if it is of a thing and itself."""
    if subject != obj:
        start, end = quotation(context, tokens)
        yield Claim(subject, predicate, obj, start, end, extractor, factuality)


def quotation(context: Context, tokens: tuple[int, ...]) -> tuple[int, int]:
    """The stretch from the first to the last of the tokens, whole mentions and phrases included, within a sentence."""
    tree = context.tree
    sentence = tree.sentence_of[tokens[0]]
    low, high = tree.sentences[sentence]
    inside = [t for t in tokens if low <= t < high] or [tokens[0]]
    first, last = inside[0], inside[0]
    for token in inside:
        span = [token, *(k for k in tree.kids[token] if tree.deps[k] in QUOTED)]
        span += [
            name for k in span[1:] if tree.deps[k] == "appos" for name in tree.kids[k] if tree.deps[name] == "flat"
        ]
        first, last = min(first, *span), max(last, *span)
    start, end = tree.starts[first], tree.ends[last]
    for token in inside:
        for mention in context.mentions.get(token, ()):
            if mention.kind == "name" and tree.starts[low] <= mention.start and mention.end <= tree.ends[high - 1]:
                start, end = min(start, mention.start), max(end, mention.end)
    return start, end
