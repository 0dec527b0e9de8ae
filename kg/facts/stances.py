"""Stances: what a speaker thinks of somebody, or wants of him, by what he says of him.

"X sei unfähig, sagte Y" is criticism, "X müsse zurücktreten" a demand, though no verb of criticising or demanding is there.
The word lists are the language's table ``stances``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.facts import reports
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, cues
from kg.facts.deeds import doers
from kg.facts.factuality import decide
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR, TYPES
from kg.facts.owners import complement_subjects, is_nobodys, owners
from kg.facts.situate import make_claim
from kg.facts.speech import Found, sayings, verb_lemma
from kg.language import Lexicon
from kg.model import Claim, EntityType

JUDGED = ACTOR | TYPES["thing"]
COMPLEMENTED = frozenset({"xcomp", "obj", "obl", "obl:arg", "advmod", "ccomp"})
THINKING = ACTOR - {EntityType.COUNTRY}
ASIDE = frozenset({"acl:relcl", "amod", "acl"})
DOERS = ("gen", "von", "durch", "adj", "poss")
Pairs = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Values:
    """Words of one side: adjectives' stems, endings of nouns, verbs."""

    adjectives: frozenset[str]
    nouns: tuple[str, ...]
    verbs: frozenset[str]


@cache
def _values(lexicon: Lexicon) -> Mapping[str, Values]:
    """The words that praise and those that blame, by the predicate they make."""
    table = lexicon.table("stances")
    return {
        predicate: Values(
            frozenset(table[side]["adjectives"]), tuple(table[side]["nouns"]), frozenset(table[side]["verbs"])
        )
        for side, predicate in (("good", "supported"), ("bad", "criticised"))
    }


def _marks(context: Context, token: int) -> list[int]:
    """What hangs on a word and on its adverbs: "für [teilweise] gerechtfertigt"."""
    tree = context.tree
    adverbs = (kid for kid in tree.kids[token] if tree.pos[kid] == "ADV")
    return [*tree.kids[token], *(low for kid in adverbs for low in tree.kids[kid])]


def claims(context: Context) -> Iterator[Claim]:
    """Yield what each clause of somebody's words makes him think or want of whom it is about."""
    within = _statements(context)
    for clause in context.clauses.values():
        if clause.kind == "participle" or clause.relation in ASIDE:
            continue
        yield from _named(context, clause)
        yield from _toned(context, clause)
        yield from _perceived(context, clause)
        yield from _held(context, clause)
        speaker = _speaker(context, clause)
        if speaker is None or _open(context, clause) or _is_denied(context, within.get(clause.head)):
            continue
        predicate = _judgement(context, clause)
        about = (_spoken_of(context, within.get(clause.head), clause) or _judged(context, clause)) if predicate else []
        if predicate is None and _demand(context, clause, claimed=_is_claimed(context, within.get(clause.head))):
            predicate, about = "demandedFrom", slot_entities(context, clause, "subj", ACTOR)
        for entity, token in about:
            if entity != speaker and predicate:
                yield _claim(context, within.get(clause.head), clause, predicate, speaker, entity, token)


def _statements(context: Context) -> dict[int, Found]:
    """The innermost statement with a word of saying around each token."""
    found: dict[int, Found] = {}
    for one in sorted(context.speech, key=lambda q: -len(q.tokens)):
        if one.cue is not None:
            found |= dict.fromkeys(one.tokens, one)
    return found


def _speaker(context: Context, clause: Clause) -> str | None:
    """Whose words a clause is: those of the quotation it stands in, or of whoever speaks on while Konjunktiv goes on."""
    voice = context.voices.get(clause.head)
    if voice is not None or reports.subjunctive(context, clause) is None:
        return voice
    return reports.floating(context, clause.head)


def _open(context: Context, clause: Clause) -> bool:
    """Whether a clause is a question or a condition: nothing is judged in it."""
    tree = context.tree
    low, high = tree.sentences[tree.sentence_of[clause.head]]
    marks = {tree.lower[mark] for mark in clause.marks}
    return "?" in tree.words[max(low, high - 2) : high] or bool(marks - {"dass", "weil", "da", "denn", "zu"})


def _claim(
    context: Context, statement: Found | None, clause: Clause, predicate: str, speaker: str, entity: str, token: int
) -> Claim:
    """The claim, dated and judged by the word of saying; one that goes on without such a word has no time of its own."""
    cue = statement.cue if statement is not None else None
    saying = context.clauses.get(cue.i) if cue is not None else None
    if saying is None or saying.kind != "verb":
        claim = make_claim(context, clause, predicate, speaker, entity, "stances", Decision(), (clause.head, token))
        return replace(claim, time=None, place=None)
    decision = decide(context, replace(saying, auxiliaries=()))
    if decision.source == speaker:
        decision = Decision()
    claim = make_claim(context, saying, predicate, speaker, entity, "stances", decision, (clause.head, token))
    return replace(claim, event=f"{clause.head}/stance")


def _judged(context: Context, clause: Clause) -> Pairs:
    """Whom a clause is about: its subject, whose deed or thing that is, or who is in the clause that is judged."""
    slot = "obj" if clause.passive else "subj"
    found = slot_entities(context, clause, slot, JUDGED) or owners(context, clause, slot, JUDGED)
    impersonal = all(context.tree.lower[token] in {"es", "das"} for token in clause.slots.get(slot, ()))
    if found or not impersonal:
        return found
    return complement_subjects(context, clause, ACTOR) or _marked(context, [clause.head])


def _spoken_of(context: Context, statement: Found | None, clause: Clause) -> Pairs:
    """Whom a pronoun in what is said means: "„Der macht gute Arbeit“, sagte X über [Y]"."""
    cue = statement.cue if statement is not None else None
    saying = context.clauses.get(cue.i) if cue is not None else None
    subjects = clause.slots.get("subj", ())
    pronouns = bool(subjects) and all(context.tree.pos[token] in {"DET", "PRON"} for token in subjects)
    if saying is None or not pronouns or clause.passive:
        return []
    topics = context.lexicon.table("stances")["topics"]
    found = (slot_entities(context, saying, slot, JUDGED) for slot in topics["anybody"])
    of_things = (owners(context, saying, slot, JUDGED) for slot in (*topics["anybody"], *topics["things"]))
    return next((pairs for pairs in (*found, *of_things) if pairs), [])


def _judgement(context: Context, clause: Clause) -> str | None:
    """The predicate that praise or blame in a clause makes; what is denied is turned round."""
    tree, table = context.tree, context.lexicon.table("stances")
    state = any(tree.deps[token] == "cop" for token in clause.auxiliaries)  # "sei verfehlt", whatever verb it may be
    if clause.kind == "verb" and not state:
        words = clause.slots.get("obj", ()) if clause.lemma in table["light"] and not clause.passive else ()
        if clause.lemma in table["behaving"]:  # "agiere verantwortungslos"
            words = tuple(kid for kid in tree.kids[clause.head] if tree.deps[kid] in {"advmod", "xcomp"})
        found = _first(_of_verb(context, clause), *(_of_phrase(context, word) for word in words))
        if found == "supported" and clause.auxiliaries and _irreal(context, clause):
            return None
    elif state:
        words = (clause.head,)
        found = _of_phrase(context, clause.head)
    else:
        return None
    return _turned(context, clause, words, found)


def _first(*found: str | None) -> str | None:
    return next((one for one in found if one is not None), None)


def _of_verb(context: Context, clause: Clause) -> str | None:
    if clause.passive:
        return None
    return next((p for p, words in _values(context.lexicon).items() if clause.lemma in words.verbs), None)


def _of_phrase(context: Context, token: int) -> str | None:
    """The judgement in a predicate: its attributes' ("eine gute Wahl") before its noun's."""
    tree = context.tree
    attributes = [kid for kid in tree.kids[token] if tree.deps[kid] == "amod"]
    for predicate, words in _values(context.lexicon).items():
        if any(_stem(tree.lower[t]) in words.adjectives for t in (*attributes, token) if tree.pos[t] != "NOUN"):
            return predicate
    table, noun = context.lexicon.table("stances"), tree.lower[token] if tree.pos[token] == "NOUN" else ""
    if noun.endswith(tuple(table["no_judgement"])):
        return None
    if noun.endswith(tuple(table["great"])) and any(_stem(tree.lower[t]) in table["greatness"] for t in attributes):
        return "supported"
    return next((p for p, words in _values(context.lexicon).items() if noun.endswith(words.nouns)), None)


def _stem(word: str) -> str:
    """An adjective without its ending."""
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


def _turned(context: Context, clause: Clause, words: tuple[int, ...], found: str | None) -> str | None:
    """A judgement denied: "kein guter Kandidat" criticises; that somebody is not bad is no praise."""
    tree, table = context.tree, cues(context.lexicon).table
    inside = {*clause.modifiers, *(kid for word in words for kid in tree.kids[word])}
    denied = any(tree.lower[t] in {*table["negators"], *table["negative_determiners"]} for t in inside)
    if not denied:
        return found
    return "criticised" if found == "supported" else None


def _irreal(context: Context, clause: Clause) -> bool:
    """Whether praise is of what is not so yet: "könnte überzeugen"."""
    irreal = context.lexicon.table("stances")["irreal"]
    return any(context.tree.lower[token] in irreal for token in clause.auxiliaries)


def _is_denied(context: Context, statement: Found | None) -> bool:
    """Whether a statement's word of saying denies it: "bestreitet, dass X korrupt sei"."""
    denials = sayings(context.lexicon.code).denials
    return statement is not None and statement.cue is not None and verb_lemma(statement.cue) in denials


def _is_claimed(context: Context, statement: Found | None) -> bool:
    """Whether a statement's word of saying is one of demanding: "X soll zurücktreten, fordert Y"."""
    saying = context.clauses.get(statement.cue.i) if statement is not None and statement.cue is not None else None
    return saying is not None and saying.lemma in context.lexicon.table("stances")["claiming"]


def _demand(context: Context, clause: Clause, *, claimed: bool) -> bool:
    """Whether a clause asks its subject to act: "Russland müsse abziehen", "die EU dürfe nicht zusehen"."""
    table, lower = context.lexicon.table("stances"), context.tree.lower
    if clause.kind != "verb" or clause.passive or clause.form == "part2" or clause.lemma in table["befalling"]:
        return False
    if any(lower[mark] != "dass" for mark in clause.marks) or any(
        q.cue is not None and q.cue.i == clause.head for q in context.speech
    ):
        return False
    if any(lower[token] in table["nobody"] for token in clause.slots.get("subj", ())):
        return False
    modals = {lower[token] for token in clause.auxiliaries}
    if modals & {"haben", "sein"}:
        return False  # "solle eine Rakete getestet haben" is hearsay
    denied = any(lower[token] in cues(context.lexicon).table["negators"] for token in clause.modifiers)
    asking = modals & {*table["demanding"], *(table["claimed"] if claimed else ())}
    free = denied and asking and asking <= set(table["freeing"])  # "müsse nicht zahlen"
    return not free and bool(asking or (denied and modals & set(table["forbidding"])))


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


def _named(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who calls somebody good or bad: "nannte ihn einen Lügner", "hält den Plan für verfehlt", "sieht ihn kritisch"."""
    called = _called(context, clause)
    if called is None:
        return
    found = _first(*(_of_phrase(context, token) for token in called), _deemed(context, clause))
    predicate = _turned(context, clause, tuple(called), found)
    judging = [token for token in called if _of_phrase(context, token) is not None]  # in "nannte X einen Freund"
    subjects = slot_entities(context, clause, "subj", ACTOR)
    whom = [(entity, token) for entity, token in slot_entities(context, clause, "obj", JUDGED) if token not in judging]
    if not whom and not (predicate and is_nobodys(context, clause, "obj", predicate)):
        whom = owners(context, clause, "obj", JUDGED)
    if not whom and len(subjects) > 1:  # "X nannte Y einen Lügner", two names alike
        subjects, whom = subjects[:1], [(e, t) for e, t in subjects if t > clause.head]
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


def _called(context: Context, clause: Clause) -> list[int] | None:
    """The words that tell what somebody is called or held to be; None if nobody is."""
    slots = context.lexicon.table("stances")["naming"].get(clause.lemma)
    if slots is None or clause.kind != "verb":
        return None
    tree = context.tree
    called = [kid for kid in tree.kids[clause.head] if tree.deps[kid] in COMPLEMENTED]
    if slots:
        return [kid for kid in called if any(tree.lower[low] in slots for low in _marks(context, kid))]
    things = clause.slots.get("obj", ())  # "nannte die Entscheidung „eine schlechte Wahl“"
    return called + [kid for token in things for kid in tree.kids[token] if tree.deps[kid] == "appos" and kid > token]


def _deemed(context: Context, clause: Clause) -> str | None:
    """The judgement in an adverb: "sieht den Plan kritisch", "beurteilte ihn hervorragend"."""
    tree, table = context.tree, context.lexicon.table("stances")
    if clause.lemma not in table["deeming"]:
        return None
    adverbs = [kid for kid in tree.kids[clause.head] if tree.deps[kid] in {"advmod", "xcomp"}]
    toned = (p for p in ("criticised", "supported") if {tree.lower[t] for t in adverbs} & set(table["tones"][p]))
    return next(toned, None) or _first(*(_of_phrase(context, token) for token in adverbs))


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


def _perceived(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who finds something good or bad in somebody or something: "sieht in dem Gesetz einen Angriff auf die Freiheit"."""
    slots = context.lexicon.table("stances")["finding"].get(clause.lemma, ())
    seen = clause.slots.get("obj", ()) if slots and clause.kind == "verb" and not clause.passive else ()
    predicate = _turned(context, clause, seen, _first(*(_of_phrase(context, token) for token in seen)))
    if predicate is not None:
        found = (slot_entities(context, clause, slot, JUDGED) for slot in slots)
        yield from _judging(context, clause, predicate, "subj", next((pairs for pairs in found if pairs), []))


def _held(context: Context, clause: Clause) -> Iterator[Claim]:
    """What somebody is to those who are named first: "Für die Grünen ist der Minister untragbar"."""
    tree, table = context.tree, context.lexicon.table("stances")
    low = tree.sentences[tree.sentence_of[clause.head]][0]
    if tree.lower[low] not in table["for_whom"] or not any(tree.deps[token] == "cop" for token in clause.auxiliaries):
        return
    harm, word = table["good_for"], tree.lower[clause.head]
    if word.endswith(tuple(harm["nouns"])) if tree.pos[clause.head] == "NOUN" else _stem(word) in harm["adjectives"]:
        return
    first = {token: tree.case_mark(token) == low for token in clause.slots.get(tree.lower[low], ())}
    predicate = _judgement(context, clause) if any(first.values()) else None
    if predicate is not None:
        yield from _judging(context, clause, predicate, tree.lower[low], _judged(context, clause))


def _judging(context: Context, clause: Clause, predicate: str, slot: str, whom: Pairs) -> Iterator[Claim]:
    """The claims of those in a slot about others."""
    decision = decide(context, replace(clause, modifiers=()))
    for subject, s_token in slot_entities(context, clause, slot, THINKING):
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
    if predicate == "supported" and _is_damped(context, clause):
        predicate = "criticised"  # "reagierte wenig begeistert"
    if predicate is None or clause.kind != "verb" or words & set(cues(context.lexicon).table["negators"]):
        return
    decision = decide(context, clause)
    found = (slot_entities(context, clause, slot, JUDGED) or owners(context, clause, slot, JUDGED) for slot in slots)
    whom = next((pairs for pairs in found if pairs), [])
    for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
        for entity, token in whom:
            if entity != subject:
                yield make_claim(context, clause, predicate, subject, entity, "stances", decision, (s_token, token))
