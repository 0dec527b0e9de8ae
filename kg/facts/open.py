"""Open claims: what clauses say of an entity that no frame covers, in the sentence's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import direct
from kg.facts.situate import make_claim
from kg.facts.triples import Triple, triples
from kg.model import Claim

PREFIX = "open:"


def claims(context: Context, typed: Iterable[Claim]) -> Iterator[Claim]:
    """Yield a claim for each open extraction about an entity whose clause gave no typed claim about it.

    The predicate is the relation's lemma phrase; the object is an entity where there is one, else text.
    """
    covered: dict[str, list[Claim]] = {}
    for claim in typed:
        covered.setdefault(claim.subject, []).append(claim)
        covered.setdefault(claim.object, []).append(claim)
    for triple in triples(context.doc, context.mentions):
        clause = context.clauses.get(triple.predicate.i)
        if clause is None or not triple.relation:
            continue
        for subject in direct(context, triple.subject.i):
            if any(c.start <= triple.predicate.idx < c.end for c in covered.get(subject, ())):
                continue
            objects = [e for e in direct(context, triple.object.i) if e != subject]
            decision = decide(context, clause)
            phrase = PREFIX + _lemmas(triple, clause.lemma)
            for target in objects[:1] or [" ".join(t.text for t in triple.argument2)]:
                claim = make_claim(
                    context, clause, phrase, subject, target, "open", decision, (triple.subject.i, triple.object.i)
                )
                yield _verbatim(context, claim, triple) if not objects else claim


def _lemmas(triple: Triple, verb: str) -> str:
    """The relation in base form: "nahm teil an" is "teilnehmen an"."""
    others = [t.lower_ for t in triple.relation if t.dep_ == "case" or t.lower_ in {"nicht", "nie", "niemals"}]
    return " ".join([verb, *others])


def _verbatim(context: Context, claim: Claim, triple: Triple) -> Claim:
    """A claim whose object is text: the article's own stretch from the argument's first to its last word."""
    first, last = triple.argument2[0], triple.argument2[-1]
    text = context.article.text[first.idx : last.idx + len(last)]
    return Claim(
        subject=claim.subject, predicate=claim.predicate, object=text, literal=True, start=claim.start, end=claim.end,
        extractor="open", factuality=claim.factuality, source=claim.source, time=claim.time, place=claim.place, cues=claim.cues,
    )  # fmt: skip
