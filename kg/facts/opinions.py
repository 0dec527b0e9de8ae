"""Opinions: what somebody calls another, finds in him, or how he speaks of him, told in a clause of its own.

"nannte ihn einen Lügner", "sieht in dem Gesetz einen Angriff", "äußerte sich abfällig über ihn".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, cues
from kg.facts.deeds import Told, doers
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR, TYPES
from kg.facts.judgements import first, judgement, of_phrase, stem, turned
from kg.facts.owners import complement_subjects, is_nobodys, owners
from kg.facts.role_filling import side_by_side
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType

JUDGED = ACTOR | TYPES["thing"]
COMPLEMENTED = frozenset({"xcomp", "obj", "obl", "obl:arg", "advmod", "ccomp"})
THINKING = ACTOR - {EntityType.COUNTRY}
DOERS = ("gen", "von", "durch", "adj", "poss")
Pairs = list[tuple[str, int]]


def opinions(context: Context, clause: Clause) -> Iterator[Claim]:
    """Yield what a clause says that its subject, or who is named first in it, thinks of somebody or something."""
    yield from _named(context, clause)
    yield from _toned(context, clause)
    yield from _perceived(context, clause)
    yield from _held(context, clause)


def _named(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who calls somebody good or bad: "nannte ihn einen Lügner", "hält den Plan für verfehlt", "sieht ihn kritisch"."""
    called = _called(context, clause)
    if called is None:
        return
    predicate = turned(context, clause, tuple(called), _verdict(context, clause, called))
    judging = [token for token in called if of_phrase(context, token) is not None]  # in "nannte X einen Freund"
    subjects = slot_entities(context, clause, "subj", ACTOR)
    whom = [(entity, token) for entity, token in slot_entities(context, clause, "obj", JUDGED) if token not in judging]
    if not whom and not (predicate and is_nobodys(context, clause, "obj", predicate)):
        whom = owners(context, clause, "obj", JUDGED)
    whom = whom or _of_participle(context, called)
    whom = whom or side_by_side(context, clause, JUDGED)  # "weil die Regierung Moser einen Lügner nannte"
    if not whom and len(subjects) > 1:  # "X nannte Y einen Lügner", two names alike
        subjects, whom = subjects[:1], [(e, t) for e, t in subjects if t > clause.head]
    if not whom and [context.tree.lower[token] for token in clause.slots.get("obj", ())] == ["es"]:
        whom = complement_subjects(context, clause, ACTOR)  # "findet es gut, dass X kommt"
    if not whom and predicate and "von" in context.lexicon.table("stances")["naming"][clause.lemma]:
        # "sprach von einer fairen Wahl"
        whom = [(e, t) for t in called for e in direct(context, t) if context.entities[e].type in TYPES["thing"]]
    if not whom:
        whom = _marked(context, called)
        predicate = predicate or ("criticised" if whom else None)
    if predicate is None:
        return
    decision = decide(context, clause)
    whom = [(entity, token) for entity, token in whom if not _is_thing(context, token)]
    for subject, s_token in subjects:
        whom = whom or [(e, t) for t in clause.slots.get("obj", ()) for e in doers(context, t, (), subject)]
        for entity, token in whom:
            if entity != subject:
                yield make_claim(context, clause, predicate, subject, entity, "stances", decision, (s_token, token))


def called_deeds(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Who calls good or bad what was told before that somebody did: "nannte die Klage eine Erpressung"."""
    called = _called(context, clause)
    predicate = turned(context, clause, tuple(called), _verdict(context, clause, called)) if called else None
    if predicate is None:
        return
    decision = decide(context, clause)
    deeds = [
        (at, claim) for at, claim in told if claim.predicate != "travelledTo"
    ]  # of a visit many speak, not of who came
    for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
        for token in clause.slots.get("obj", ()):
            for doer in doers(context, token, deeds, subject):
                yield make_claim(
                    context, clause, predicate, subject, doer, "frames/reaction", decision, (s_token, token)
                )


def _verdict(context: Context, clause: Clause, called: list[int]) -> str | None:
    """The judgement in what somebody is called, or in how he is seen."""
    return first(*(of_phrase(context, token) for token in called), _deemed(context, clause))


def _called(context: Context, clause: Clause) -> list[int] | None:
    """The words that tell what somebody is called or held to be; None if nobody is."""
    slots = context.lexicon.table("stances")["naming"].get(clause.lemma)
    if slots is None or clause.kind != "verb":
        return None
    tree = context.tree
    objects = clause.slots.get("obj", ())
    heads = (clause.head, *(objects if slots else ()))  # "bezeichnete [die Wahl als Unrecht] gegenüber dem Volk"
    called = [
        kid
        for head in heads
        for kid in tree.kids[head]
        if tree.deps[kid] in (COMPLEMENTED if head == clause.head else {"nmod"})
    ]
    if slots:  # also in "Als „absurd“ bezeichnete sie den Plan"
        first = [k for k in tree.kids[clause.head] if tree.deps[k] == "advcl" and tree.case_mark(k) is not None]
        return [kid for kid in called + first if any(tree.lower[low] in slots for low in _marks(context, kid))]
    things = clause.slots.get("obj", ())  # "nannte die Entscheidung „eine schlechte Wahl“"
    if len(things) > 1:  # "Einen „Lügner“ nannte X den Minister"
        called += [token for token in things if token not in called]
    return called + [kid for token in things for kid in tree.kids[token] if tree.deps[kid] == "appos" and kid > token]


def _of_participle(context: Context, called: list[int]) -> Pairs:
    """Who is called what a participle says, which the parser gave him to: "nannte die Zahlen der ÖVP „frei erfunden“"."""
    for token in called:
        made = context.clauses.get(token)
        if made is not None and made.kind == "verb" and context.tree.deps[token] == "xcomp":
            return slot_entities(context, made, "obj", JUDGED) or owners(context, made, "obj", JUDGED)
    return []


def _marks(context: Context, token: int) -> list[int]:
    """What hangs on a word and on its adverbs: "für [teilweise] gerechtfertigt"."""
    tree = context.tree
    adverbs = (kid for kid in tree.kids[token] if tree.pos[kid] == "ADV")
    return [*tree.kids[token], *(low for kid in adverbs for low in tree.kids[kid])]


def _deemed(context: Context, clause: Clause) -> str | None:
    """The judgement in an adverb: "sieht den Plan kritisch", "beurteilte ihn hervorragend"."""
    tree, table = context.tree, context.lexicon.table("stances")
    if clause.lemma not in table["deeming"]:
        return None
    adverbs = [kid for kid in tree.kids[clause.head] if tree.deps[kid] in {"advmod", "xcomp"}]
    toned = (p for p in ("criticised", "supported") if {tree.lower[t] for t in adverbs} & set(table["tones"][p]))
    return next(toned, None) or first(*(of_phrase(context, token) for token in adverbs))


def _marked(context: Context, called: list[int]) -> Pairs:
    """Whose deed is called so, where nothing else tells: "sprach von einem Kniefall der SPÖ", "ein Armutszeugnis für die EU"."""
    table = context.lexicon.table("stances")
    for token in called:
        word, noun = context.tree.lower[token], context.grammar.noun_arguments(context.tree, token)
        slots = (*DOERS, "für") if word.endswith(tuple(table["marks"])) else DOERS
        for slot in slots if word.endswith(tuple(table["deeds"] + table["marks"])) else ():
            found = slot_entities(context, Clause(token, "", "noun", noun), slot, ACTOR)
            if found:
                return found
    return []


def judged(context: Context, clause: Clause) -> Pairs:
    """Whom a clause is about: its subject, whose deed or thing that is, or who is in the clause that is judged."""
    slot = "obj" if clause.passive else "subj"
    found = slot_entities(context, clause, slot, JUDGED) or owners(context, clause, slot, JUDGED)
    words = [context.tree.lower[token] for token in clause.slots.get(slot, ())]
    impersonal = all(word in {"es", "das"} for word in words)
    of_a_deed = "es" in words and context.tree.pos[clause.head] == "NOUN"  # "es sei ein wichtiger Schritt"
    if found and not of_a_deed or not impersonal:
        return [] if of_a_deed else found
    return complement_subjects(context, clause, ACTOR) or _marked(context, [clause.head])


def _is_thing(context: Context, token: int) -> bool:
    """Whether a pronoun may well mean what the sentence before is about: "wies die Vorwürfe zurück. X nannte sie absurd"."""
    tree = context.tree
    here = tree.sentence_of[token]
    if tree.pos[token] != "PRON" or not here:
        return False
    matters = context.lexicon.table("grammar")["matters"]
    nouns, others = tuple(matters["nouns"]), tuple(matters["none"])
    low, high = tree.sentences[here - 1]
    return any(
        tree.pos[t] == "NOUN" and tree.lower[t].endswith(nouns) and not tree.lower[t].endswith(others)
        for t in range(low, high)
    )


def _perceived(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who finds something good or bad in somebody or something: "sieht in dem Gesetz einen Angriff auf die Freiheit"."""
    slots = context.lexicon.table("stances")["finding"].get(clause.lemma, ())
    seen = clause.slots.get("obj", ()) if slots and clause.kind == "verb" and not clause.passive else ()
    predicate = turned(context, clause, seen, first(*(of_phrase(context, token) for token in seen)))
    if predicate is not None:
        found = (slot_entities(context, clause, slot, JUDGED) for slot in slots)
        whom = next((pairs for pairs in found if pairs), []) or _marked(context, list(seen))
        yield from _judging(context, clause, predicate, "subj", whom)


def _held(context: Context, clause: Clause) -> Iterator[Claim]:
    """What somebody is to those who are named first: "Für die Grünen ist der Minister untragbar"."""
    tree, table = context.tree, context.lexicon.table("stances")
    low = tree.sentences[tree.sentence_of[clause.head]][0]
    if tree.lower[low] not in table["for_whom"] or not any(tree.deps[token] == "cop" for token in clause.auxiliaries):
        return
    harm, word = table["good_for"], tree.lower[clause.head]
    if word.endswith(tuple(harm["nouns"])) if tree.pos[clause.head] == "NOUN" else stem(word) in harm["adjectives"]:
        return
    first = {token: tree.case_mark(token) == low for token in clause.slots.get(tree.lower[low], ())}
    predicate = judgement(context, clause) if any(first.values()) else None
    if predicate is not None and not is_nobodys(context, clause, "subj", predicate):
        yield from _judging(context, clause, predicate, tree.lower[low], judged(context, clause))


def _judging(context: Context, clause: Clause, predicate: str, slot: str, whom: Pairs) -> Iterator[Claim]:
    """The claims of those in a slot about others."""
    found = decide(context, replace(clause, modifiers=()))
    for subject, s_token in slot_entities(context, clause, slot, THINKING):
        decision = found if found.source != subject else Decision()
        for entity, token in whom:
            if entity != subject:
                yield make_claim(context, clause, predicate, subject, entity, "stances", decision, (s_token, token))


def _is_damped(context: Context, clause: Clause) -> bool:
    """Whether an adverb of a clause is turned round: "wenig begeistert"."""
    tree, dampers = context.tree, context.lexicon.table("stances")["dampers"]
    adverbs = [kid for kid in tree.kids[clause.head] if tree.deps[kid] in COMPLEMENTED]
    return any(tree.lower[low] in dampers for kid in adverbs for low in (*tree.kids[kid], kid - 1))


def _toned(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who speaks well or ill of somebody by how he does it: "äußerte sich abfällig über ihn", "reagierte empört auf"."""
    tree, table = context.tree, context.lexicon.table("stances")
    slots = table["toned"].get(clause.lemma, ())
    words = {tree.lower[kid] for kid in tree.kids[clause.head] if tree.deps[kid] in COMPLEMENTED} if slots else set()
    predicate = next((p for p in ("criticised", "supported") if words & set(table["tones"][p])), None)
    if predicate is not None and _is_damped(context, clause):
        predicate = "criticised" if predicate == "supported" else None  # "reagierte wenig begeistert", "nicht empört"
    if predicate is None or clause.kind != "verb" or words & set(cues(context.lexicon).table["negators"]):
        return
    decision = decide(context, clause)
    found = (slot_entities(context, clause, slot, JUDGED) or owners(context, clause, slot, JUDGED) for slot in slots)
    whom = next((pairs for pairs in found if pairs), [])
    for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
        for entity, token in whom:
            if entity != subject:
                yield make_claim(context, clause, predicate, subject, entity, "stances", decision, (s_token, token))
