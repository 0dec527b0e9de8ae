"""Claims of a store against gold facts: how many are found, and how many are wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.evaluation.gold import GoldArticle, GoldFact
from kg.evaluation.words import normalise, token_f1
from kg.rdf.vocabulary import PREDICATES, SAID, SYMMETRIC
from kg.views.filters import read
from kg.views.records import Fact
from kg.views.rows import Store, rows

SAME_WORDS = 0.5
"""Token F1 from which what was said counts as the same."""
STATEMENTS_LISTED = 6
"""Gold files list the main statements of an article only: where they list so many, more is no error."""
LABELS = """SELECT ?entity ?label ?named WHERE {
  { ?entity skos:prefLabel ?label } UNION { ?entity skos:altLabel ?label } OPTIONAL { ?entity kg:named ?named } }"""


@dataclass(slots=True)
class Score:
    """Counts over articles; ``predicates`` and ``extractors`` hold gold, right and wrong by name."""

    counts: Counter[str] = field(default_factory=Counter)
    predicates: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    extractors: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def figures(self) -> dict[str, float]:
        """Precision, recall and what else follows from the counts; shares from 0 to 1."""
        n = self.counts
        precision, recall = _ratio(n["right"], n["right"] + n["wrong"]), _ratio(n["right"], n["gold"])
        pairs = _ratio(n["pairs_right"], n["pairs_system"]), _ratio(n["pairs_right"], n["pairs_gold"])
        return {
            "gold_facts": n["gold"],
            "right": n["right"],
            "wrong": n["wrong"],
            "precision": precision,
            "recall": recall,
            "f1": _f1(precision, recall),
            "pair_precision": pairs[0],
            "pair_recall": pairs[1],
            "pair_f1": _f1(*pairs),
            "entity_recall": _ratio(n["entities_found"], n["entities_gold"]),
            "nodes_per_entity": _ratio(n["entities_aligned"], n["entities_found"]),
            "factuality_accuracy": _ratio(n["factuality_right"], n["right"]),
            "source_accuracy": _ratio(n["source_right"], n["source"]),
            "time_accuracy": _ratio(n["time_right"], n["time"]),
            "place_accuracy": _ratio(n["place_right"], n["place"]),
        }


def score(gold: Iterable[GoldArticle], store: Store) -> Score:
    """Compare what a store says about the gold articles with the gold facts.

    A system entity is the gold entity with which it shares most names. A claim is right if its entities and its
    predicate are those of a gold fact, or of ``said``, if the speaker is and the words overlap. Claims on entities
    without a name are left out; repeats of a fact found and statements beyond those listed are no errors.

    Args:
        gold: the gold articles.
        store: anything that answers SPARQL in the shape of the RDF contract.
    """
    labels: dict[str, set[str]] = defaultdict(set)
    unnamed = set()
    for entity, label, named in rows(store, LABELS):
        labels[str(entity)].add(normalise(str(label)))
        if str(named) == "false":
            unnamed.add(str(entity))
    contents = read(store, {})
    found = Score()
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        if fact.predicate in PREDICATES and not {fact.subject, fact.object} & unnamed:
            by_article[contents.articles[fact.article].id].append(fact)
    for article in gold:
        _score_article(article, by_article[article.id], labels, found)
    return found


def _score_article(gold: GoldArticle, claims: list[Fact], labels: Mapping[str, set[str]], found: Score) -> None:
    used = {claim.subject for claim in claims} | {claim.object for claim in claims if not claim.literal}
    entities = _align(gold, used, labels)
    n = found.counts
    n["entities_gold"] += len(gold.names)
    n["entities_found"] += len(set(entities.values()))
    n["entities_aligned"] += len(entities)
    left = list(claims)
    for fact in gold.facts:
        n["gold"] += 1
        found.predicates[fact.predicate]["gold"] += 1
        hits = [claim for claim in left if _matches(fact, claim, entities)]
        if hits:
            best = max(hits, key=lambda claim: (claim.factuality.lower() == fact.factuality, claim.time == fact.time))
            left.remove(best)
            found.predicates[fact.predicate]["right"] += 1
            found.extractors[best.extractor]["right"] += 1
            _count_circumstances(fact, best, entities, n)
    for claim in _wrong(gold, left, entities):
        n["wrong"] += 1
        found.predicates[claim.predicate]["wrong"] += 1
        found.extractors[claim.extractor]["wrong"] += 1
    _count_pairs(gold, claims, entities, n)


def _align(gold: GoldArticle, used: Iterable[str], labels: Mapping[str, set[str]]) -> dict[str, str]:
    """The gold entity of every system entity that shares a name with one."""
    aligned = {}
    for iri in used:
        ranked = ((len(labels[iri] & names), gold.name[key] in labels[iri], key) for key, names in gold.names.items())
        best = max(ranked, default=(0, False, ""))
        if best[0]:
            aligned[iri] = best[2]
    return aligned


def _matches(fact: GoldFact, claim: Fact, entities: Mapping[str, str]) -> bool:
    if claim.predicate not in fact.predicates:
        return False
    subject = entities.get(claim.subject)
    if claim.predicate == SAID:
        return subject == fact.subject and claim.literal and token_f1(claim.object, fact.object) >= SAME_WORDS
    ends = (subject, entities.get(claim.object))
    return ends == (fact.subject, fact.object) or (
        claim.predicate in SYMMETRIC and ends[::-1] == (fact.subject, fact.object)
    )


def _count_circumstances(fact: GoldFact, claim: Fact, entities: Mapping[str, str], n: Counter[str]) -> None:
    n["right"] += 1
    n["factuality_right"] += claim.factuality.lower() == fact.factuality
    if fact.factuality == "reported" and fact.source:
        n["source"] += 1
        n["source_right"] += entities.get(claim.source or "") == fact.source
    if fact.time:
        n["time"] += 1
        n["time_right"] += claim.time == fact.time
    if fact.place:
        n["place"] += 1
        n["place_right"] += entities.get(claim.place or "") == fact.place


def _wrong(gold: GoldArticle, left: list[Fact], entities: Mapping[str, str]) -> list[Fact]:
    """What is left over and neither repeats a fact nor goes beyond the statements that are listed."""
    wrong = [claim for claim in left if not any(_matches(fact, claim, entities) for fact in gold.facts)]
    if sum(fact.predicate == SAID for fact in gold.facts) >= STATEMENTS_LISTED:
        return [claim for claim in wrong if claim.predicate != SAID or claim.subject not in entities]
    return wrong


def _count_pairs(gold: GoldArticle, claims: list[Fact], entities: Mapping[str, str], n: Counter[str]) -> None:
    """Who is joined to whom, whatever the predicate."""
    wanted = {frozenset((fact.subject, fact.object)) for fact in gold.facts if fact.predicate != SAID}
    there = {
        frozenset((entities.get(claim.subject, claim.subject), entities.get(claim.object, claim.object)))
        for claim in claims
        if not claim.literal
    }
    n["pairs_gold"] += len(wanted)
    n["pairs_system"] += len(there)
    n["pairs_right"] += len(wanted & there)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return _ratio(2 * precision * recall, precision + recall)
