"""Stances: what a speaker thinks of somebody, or wants of him, by what he says of him.

"X sei unfähig, sagte Y" is criticism, "X müsse zurücktreten" a demand, though no verb of criticising or demanding is there.
The word lists are the language's table ``stances``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.facts import reports
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, cues
from kg.facts.factuality import decide
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR
from kg.facts.judgements import by_attributes, is_denied, judgement
from kg.facts.operators import by_hearsay
from kg.facts.opinions import JUDGED, judged, opinions
from kg.facts.owners import owners
from kg.facts.reproaches import is_called_on, reproach, selfish
from kg.facts.sayings import sayings
from kg.facts.situate import make_claim
from kg.facts.speech import Found, verb_lemma
from kg.model import Claim

ASIDE = frozenset({"acl:relcl", "amod", "acl"})
Pairs = list[tuple[str, int]]


def claims(context: Context) -> Iterator[Claim]:
    """Yield what each clause of somebody's words makes him think or want of whom it is about."""
    within = _statements(context)
    for clause in context.clauses.values():
        if clause.kind == "participle" or clause.relation in ASIDE:
            continue
        yield from opinions(context, clause)
        speaker = _speaker(context, clause)
        if speaker is None or _open(context, clause) or _is_denied(context, within.get(clause.head)):
            continue
        predicate, about = _stance(context, clause, within.get(clause.head))
        for entity, token in about:
            if entity != speaker and predicate:
                yield _claim(context, within.get(clause.head), clause, predicate, speaker, entity, token)
    yield from _attributed(context, within)


def _stance(context: Context, clause: Clause, statement: Found | None) -> tuple[str | None, Pairs]:
    """What a clause of somebody's words makes him think or want, and of whom."""
    found, hoped = judgement(context, clause), _is_hoped(context, clause)
    if found is not None and not (hoped and found == "supported"):
        return found, _spoken_of(context, statement, clause) or judged(context, clause)
    subjects = slot_entities(context, clause, "subj", ACTOR)
    if is_called_on(context, clause) or _demand(context, clause, claimed=_is_claimed(context, statement)):
        return "demandedFrom", subjects
    found = reproach(context, clause)
    if found is not None and not (hoped and found == "supported"):
        return found, _spoken_of(context, statement, clause) or judged(context, clause)
    wanting = selfish(context, clause)
    if wanting:
        return "criticised", wanting
    return ("criticised", subjects) if _is_blamed(context, clause, statement) else (None, [])


def _is_hoped(context: Context, clause: Clause) -> bool:
    """Whether what a clause tells is only wished for: "hoffe, dass die SPÖ klug handelt"."""
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    wishes = cues(context.lexicon).table["embedding"]["planned"]["verbs"]
    return above is not None and above.lemma in wishes and clause.relation in {"ccomp", "advcl", "csubj", "xcomp"}


def _attributed(context: Context, within: Mapping[int, Found]) -> Iterator[Claim]:
    """Whom somebody's words judge by an attribute: "die verfehlte Politik der Regierung müsse enden, sagte X"."""
    tree, matters = context.tree, context.lexicon.table("grammar")["matters"]
    nouns, others = tuple(matters["nouns"]), tuple(matters["none"])
    for token, speaker in context.voices.items():
        word, statement = tree.lower[token], within.get(token)
        if tree.pos[token] != "NOUN" or not word.endswith(nouns) or word.endswith(others):
            continue
        if statement is None or statement.cue is None or statement.cue.pos_ == "ADP":
            continue  # "nach einer Meldung von X"
        predicate = by_attributes(context, token)
        noun = Clause(token, "", "noun", context.grammar.noun_arguments(tree, token))
        if predicate is None or is_denied(context, token):
            continue
        found = (slot_entities(context, noun, slot, ACTOR) for slot in ("gen", "von", "durch", "poss", "adj"))
        for entity, at in next((pairs for pairs in found if pairs), []):
            if entity != speaker:
                yield make_claim(
                    context, noun, predicate, speaker, entity, "stances/attributes", Decision(), (token, at)
                )


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
        return None if voice is not None and _is_retold(context, clause) else voice
    top = clause.head
    while context.tree.heads[top] != top:
        top = context.tree.heads[top]
    root = context.clauses.get(top)
    if root is None or reports.subjunctive(context, root) is None:
        return None  # "wandte sich gegen den Vorwurf, er habe versagt"
    return reports.floating(context, clause.head)


def _is_retold(context: Context, clause: Clause) -> bool:
    """Whether a clause is what another is said to say: "er verstehe nicht, wie X behaupten könne, das sei falsch"."""
    first = min(context.tree.subtree(clause.head))
    first += context.tree.words[first] == ","
    before = [t for t in range(max(0, first - 3), first) if t in context.clauses]  # "… behaupten könne, das sei falsch"
    above = context.clauses.get(before[-1] if before else clause.parent if clause.parent is not None else -1)
    if above is None or above.kind != "verb" or above.lemma not in sayings(context.lexicon.code).strong:
        return False
    voice = context.voices.get(above.head)
    tellers = [entity for entity, _ in slot_entities(context, above, "subj", ACTOR)]
    return voice is not None and voice not in tellers


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
    words = statement.tokens if statement is not None else frozenset()
    own = tuple(t for t in saying.auxiliaries if t > max(words))  # not those in front, which are of what is said
    decision = decide(context, replace(saying, auxiliaries=own))
    if decision.source == speaker:
        decision = replace(decision, source=None) if by_hearsay(context, saying) else Decision()
    claim = make_claim(context, saying, predicate, speaker, entity, "stances", decision, (clause.head, token))
    return replace(claim, event=f"{clause.head}/stance")


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


def _is_denied(context: Context, statement: Found | None) -> bool:
    """Whether a statement's word of saying denies it or asks: "bestreitet, dass X korrupt sei", "Hat X versagt, fragt Y"."""
    open_to = {*sayings(context.lexicon.code).denials, *context.lexicon.table("stances")["inquiring"]}
    return statement is not None and statement.cue is not None and verb_lemma(statement.cue) in open_to


def _is_claimed(context: Context, statement: Found | None) -> bool:
    """Whether a statement's word of saying is one of demanding: "X soll zurücktreten, fordert Y"."""
    saying = context.clauses.get(statement.cue.i) if statement is not None and statement.cue is not None else None
    return saying is not None and saying.lemma in context.lexicon.table("stances")["claiming"]


def _is_blamed(context: Context, clause: Clause, statement: Found | None) -> bool:
    """Whether what a clause tells of its subject is said to blame him: "Y tue zu wenig, kritisiert X"."""
    tree, table = context.tree, context.lexicon.table("stances")
    saying = context.clauses.get(statement.cue.i) if statement is not None and statement.cue is not None else None
    if saying is None or saying.lemma not in table["blaming"] or clause.kind != "verb" or clause.passive:
        return False
    top = (
        not any(head in statement.tokens for head in {tree.heads[clause.head]} - {clause.head}) if statement else False
    )
    spared = {tree.lower[token] for token in clause.auxiliaries} & set(table["unblamed"])
    return top and not spared and clause.lemma not in {*table["befalling"], *table["suffering"]}


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
