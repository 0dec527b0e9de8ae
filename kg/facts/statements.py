"""Who said what: quotations with a speaker become claims of the predicate ``said``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import fillers, pointed
from kg.facts.frames import ACTOR
from kg.facts.quotations import as_record
from kg.facts.situate import make_claim
from kg.facts.speech import Found, phrase, spans, verb_lemma
from kg.model import Claim, Factuality, Quotation, Span

MARKS = '„“”"»«‚‘’›‹'
LONGEST = 30


def quotations(context: Context) -> tuple[Quotation, ...]:
    """Everything found to be reported speech, with speaker and addressee as entities where they are known."""
    return tuple(
        as_record(context.doc, found, next(iter(speakers(context, found)), None), _addressee(context, found))
        for found in context.speech
    )


def claims(context: Context) -> Iterator[Claim]:
    """Yield a claim for each speaker of each quotation; a fragment quoted inside a reported sentence is part of that."""
    for found in context.speech:
        if _is_part(context, found):
            continue
        for one in _sentences(context, found) if found.cue is None else [found]:
            span = _content(context, one)
            token = one.cue.i if one.cue is not None else context.doc[min(one.tokens)].sent.root.i
            clause = _clause(context, token)
            for speaker in speakers(context, one):
                if span is not None and clause is not None:
                    yield _said(context, one, clause, speaker, span)


def _sentences(context: Context, found: Found) -> list[Found]:
    """A passage without a word of saying, sentence by sentence."""
    by_sentence: dict[int, set[int]] = {}
    for token in found.tokens:
        by_sentence.setdefault(context.tree.sentence_of[token], set()).add(token)
    return [replace(found, tokens=frozenset(tokens)) for _, tokens in sorted(by_sentence.items())]


def _is_part(context: Context, found: Found) -> bool:
    """No statement of its own: an act, a fragment quoted inside a told sentence, a telling retold ("X sagte laut Y, dass …")."""
    if found.type == "reported" and found.cue is not None:
        return verb_lemma(found.cue) in context.lexicon.table("reporting")["acts"]
    if found.cue is not None and found.cue.pos_ == "ADP":
        return any(other.cue is not None and other.cue.i in found.tokens for other in context.speech)
    return found.type == "direct" and any(
        found.tokens < other.tokens for other in context.speech if other.type == "indirect"
    )


def _clause(context: Context, token: int) -> Clause | None:
    """The clause of a word of saying, or the one that "laut X" stands in."""
    heads = context.tree.heads
    while token not in context.clauses and heads[token] != token:
        token = heads[token]
    return context.clauses.get(token)


def speakers(context: Context, found: Found) -> tuple[str, ...]:
    """The entities that say it: "Die USA und Russland kündigten an" has two."""
    if found.speaker is None:
        return ()
    tokens = context.tree.conjuncts(found.speaker.i)
    named = dict.fromkeys(e for token in tokens for e in fillers(context, token, ACTOR))
    inside = [e for token in tokens for e in pointed(context, token) if context.entities[e].type in ACTOR]
    return tuple(named or inside[:1])  # "in dem BWB-Bericht"


def _addressee(context: Context, found: Found) -> str | None:
    return next(iter(fillers(context, found.addressee.i, ACTOR)), None) if found.addressee is not None else None


def _content(context: Context, found: Found) -> Span | None:
    """What was said, without quotation marks, at most thirty words; of scattered runs the longest."""
    tokens = (t.i for t in phrase(found.content)) if found.content is not None else found.tokens
    runs = spans(context.doc, tokens)
    if not runs:
        return None
    start, end = runs[0].start, runs[-1].end
    if len(runs) > 1 and sum(run.end - run.start for run in runs) < 0.6 * (end - start):
        start, end = max(((run.start, run.end) for run in runs), key=lambda run: run[1] - run[0])
    words = context.doc.char_span(start, end, alignment_mode="contract")
    inner = [t for t in words or () if not t.is_space]
    if found.content is not None:
        inner = [t for k, t in enumerate(inner) if k or t.pos_ != "ADP"]
    while inner and (inner[0].text in MARKS or inner[0].text in ",:;"):
        inner = inner[1:]
    inner = inner[: LONGEST + sum(t.is_punct for t in inner[:LONGEST])]
    while inner and (inner[-1].text in MARKS or inner[-1].text in ",:;."):
        inner = inner[:-1]
    return Span(inner[0].idx, inner[-1].idx + len(inner[-1])) if inner else None


def _said(context: Context, found: Found, clause: Clause, speaker: str, span: Span) -> Claim:
    told = found.cue is not None and found.cue.i == clause.head
    decision = decide(context, clause) if told else Decision()  # otherwise the clause is what is said, not the saying
    text = context.article.text[span.start : span.end]
    tokens = (found.speaker.i,) if found.speaker is not None else ()
    claim = make_claim(context, clause, "said", speaker, text, f"statements/{found.type}", decision, tokens)
    start, end = min(claim.start, span.start), max(claim.end, span.end)
    if decision.factuality is Factuality.REPORTED and decision.source == speaker:
        decision = Decision()
    return Claim(
        subject=speaker, predicate="said", object=text, literal=True, start=start, end=end,
        extractor=claim.extractor, factuality=decision.factuality, source=decision.source,
        time=claim.time, place=claim.place, cues=decision.cues,
    )  # fmt: skip
