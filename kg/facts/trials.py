"""Who stands in the trial that an article is about: the accused, witnesses and experts, who joins it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.setting import clause_tokens
from kg.facts.situate import make_claim
from kg.model import LANDS, Claim, EntityType

ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for those of whom a clause says that they stand in the trial, in text order."""
    table = context.lexicon.table("support")["trials"]
    trials = [e for e in context.entities.values() if e.type is EntityType.NAMED_EVENT and _is_trial(e.name, table)]
    near = {trial.id: _sentences(context, trial.id, table) for trial in trials}
    for clause in context.clauses.values() if trials else ():
        standing = _standing(context, clause, table)
        trial = _meant(context, clause, [trial.id for trial in trials]) if standing else None
        for entity, token in standing if trial is not None and _of_this(context, clause, near[trial]) else ():
            pleads = clause.lemma in table["pleading"]  # "bekannte sich nicht schuldig"
            decision = Decision() if pleads else decide(context, clause)
            yield make_claim(context, clause, "participatedIn", entity, str(trial), "trials", decision, (token,))


def officers(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for the accused, judges, prosecutors and counsel by their title, where one trial is told of."""
    table = context.lexicon.table("support")["trials"]
    trials = [e.id for e in context.entities.values() if e.type is EntityType.NAMED_EVENT and _is_trial(e.name, table)]
    if len(trials) != 1:
        return
    near = _sentences(context, trials[0], table)
    told = {number + after for number in near for after in range(3)}
    for token in sorted(context.mentions):
        word, titles = context.tree.lower[token], tuple(table["officers"])
        if word.endswith(titles) and context.tree.sentence_of[token] in told:
            for entity in direct(context, token):
                person = context.entities[entity]
                if person.type is EntityType.PERSON and not person.weak:
                    clause = Clause(token, word, "noun")
                    yield make_claim(
                        context, clause, "participatedIn", entity, trials[0], "trials/officer", Decision(), (token,)
                    )


def _meant(context: Context, clause: Clause, trials: list[str]) -> str | None:
    """The only trial of an article, or that in which a clause says it happens: "Im Buwog-Prozess sagte X aus"."""
    named = (e for slot in ("in", "vor", "bei") for t in clause.slots.get(slot, ()) for e in direct(context, t))
    return trials[0] if len(trials) == 1 else next((entity for entity in named if entity in trials), None)


def _is_trial(name: str, table: dict[str, list[str]]) -> bool:
    return any(word.lower().endswith(tuple(table["names"])) for word in name.split()[:2])


def _sentences(context: Context, trial: str, table: dict[str, list[str]]) -> dict[int, set[str]]:
    """The sentences that speak of the trial, and the entities named in each."""
    tree, ends = context.tree, tuple(table["names"])
    told = {tree.sentence_of[t] for t, found in context.mentions.items() if any(m.entity == trial for m in found)}
    told |= {tree.sentence_of[t] for t, word in enumerate(tree.lower) if tree.is_noun(t) and word.endswith(ends)}
    named: dict[int, set[str]] = {number: set() for number in told}
    for token in context.mentions:
        if tree.sentence_of[token] in named:
            named[tree.sentence_of[token]].update(direct(context, token))
    return named


def _of_this(context: Context, clause: Clause, near: dict[int, set[str]]) -> bool:
    """Whether a clause may speak of the trial: told of just before, with no year, committee or place of its own."""
    tree, here = context.tree, context.tree.sentence_of[clause.head]
    if not {here, here - 1, here - 2} & near.keys():
        return False
    words = [tree.lower[t] for t in clause_tokens(context, clause)]
    if any(len(w) == 4 and w.isdigit() or "ausschuss" in w for w in words):
        return False
    places = {e for t in clause.slots.get("in", ()) for e in direct(context, t)}
    known = set().union(*near.values())
    return not any(context.entities[e].type in LANDS and e not in known for e in places)


def _standing(context: Context, clause: Clause, table: dict[str, list[str]]) -> list[tuple[str, int]]:
    """Who a clause puts before the court: "angeklagt sind X und Y", "X sagte als Zeuge aus", "X bekannte sich schuldig"."""
    tree = context.tree
    near = {tree.lower[k] for k in tree.kids[clause.head]}
    if clause.lemma in table["states"] and {"ist", "sind", "war", "waren"} & near:
        return slot_entities(context, clause, "subj", ACTORS) or slot_entities(context, clause, "obj", ACTORS)
    if clause.kind != "verb":
        return []
    slot = "obj" if clause.passive else "subj"
    as_whom = {tree.lower[t] for t in clause.slots.get("als", ())}
    heard = clause.lemma in table["heard"] and as_whom & set(table["witnesses"])
    pleads = clause.lemma in table["pleading"] and clause.reflexive and bool(near & set(table["pleas"]))
    joins = clause.lemma in table["joining"] and clause.reflexive and _the_trial(context, clause, table)
    testifies = clause.lemma in table["testifying"] and _in_court(context, clause)
    if heard or pleads or joins or testifies:
        return slot_entities(context, clause, slot, ACTORS)
    return []


def _the_trial(context: Context, clause: Clause, table: dict[str, list[str]]) -> bool:
    """Whether what somebody joins is the trial, by its name or by "das Verfahren"."""
    words = (context.tree.lower[t] for slot in ("dat", "obj") for t in clause.slots.get(slot, ()))
    return any(word.endswith(tuple(table["names"])) for word in words)


def _in_court(context: Context, clause: Clause) -> bool:
    """Whether a court, or the trial, is named in the clause."""
    tokens = (t for slot in ("in", "vor", "an") for t in clause.slots.get(slot, ()))
    names = (context.entities[e].name.lower() for t in tokens for e in direct(context, t))
    return any("gericht" in name or "prozess" in name for name in names)
