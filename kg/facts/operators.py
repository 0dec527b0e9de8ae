"""Operators of factuality in a clause's own words: negation, modals, adverbs, attributes, conjunctions, mood, tense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dates import edtf_bounds
from kg.facts import reports
from kg.facts.accused import is_blamed
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Operator, cues
from kg.facts.setting import clause_tokens
from kg.language.arcs import AUXILIARY
from kg.model import Factuality, Time

R, PL, PO, N = Factuality.REPORTED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.NEGATED
COMPLEMENT = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "acl", "parataxis", "obl", "advcl", "dep"})
DAY = re.compile(r"XXXX-(WXX-\d|\d\d-\d\d)")
NEAR = 9  # tokens from "weder" to its "noch"


def own_operators(context: Context, clause: Clause) -> Iterator[Operator]:
    """What the clause's own words say."""
    table = cues(context.lexicon)
    tree = context.tree
    if clause.kind == "noun":
        yield from _noun_before(context, clause)
        yield from _accusation(context, clause)
        for token in clause.modifiers:
            effect = table.attributes.get(_base(tree.lower[token]))
            if effect and not (effect is PL and _has_come(context, clause)):
                yield Operator(effect, token)
            if tree.lower[token] in table.table["negative_determiners"]:
                yield Operator(N, token)
    for token in clause.modifiers:
        if tree.deps[token] != "amod" and tree.lower[token] in table.adverbs:
            effect = table.adverbs[tree.lower[token]]
            if not (effect is PL and _is_told_of(context, clause)):
                yield Operator(effect, token)
    yield from _modality(context, clause)
    yield from _unreal(context, clause)
    if clause.kind == "verb" and clause.relation in COMPLEMENT and clause.parent is not None:
        yield from _noun_at(context, _before_comma(context, clause))
    for token in clause.marks:
        if tree.lower[token] in table.marks:
            yield Operator(table.marks[tree.lower[token]], token)
    yield from _negation(context, clause)
    yield from _becoming(context, clause)
    yield from mood(context, clause)
    yield from _future(context, clause)
    yield from _condition(context, clause)
    yield from _verb_first(context, clause)


def _accusation(context: Context, noun: Clause) -> Iterator[Operator]:
    """What somebody is accused of is what others say: "wegen Mordes an X angeklagt", "die Ermittlungen wegen Betrugs an X"."""
    tree, table, top = context.tree, cues(context.lexicon).table, noun.head
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    mark, above = tree.case_mark(top), tree.heads[top]
    accused = context.clauses[above].lemma if above in context.clauses else tree.lemmas[above]
    if (
        mark is not None
        and tree.lower[mark] in table["charged_with"]
        and accused in table["accusing"]
        or mark is None
        and above in context.clauses
        and is_blamed(context, context.clauses[above])
    ):
        yield Operator(R, above)


def _is_told_of(context: Context, clause: Clause) -> bool:
    """Whether a clause in the preterite tells what came "bald" or "planmäßig"."""
    verbs = [context.doc[token].morph for token in (clause.head, *clause.auxiliaries)]
    return any(morph.get("Tense", []) == ["Past"] and morph.get("Mood", []) != ["Sub"] for morph in verbs)


def _has_come(context: Context, noun: Clause) -> bool:
    """Whether what was planned has happened: "startete die seit Tagen erwartete Offensive"."""
    parent = context.clauses.get(noun.parent) if noun.parent is not None else None
    if parent is None or parent.kind != "verb" or parent.lemma not in cues(context.lexicon).table["occurrence"]:
        return False
    past = context.doc[parent.head].morph.get("Tense", []) == ["Past"] and not parent.auxiliaries
    return past and attached(context, noun, parent)


def attached(context: Context, noun: Clause, parent: Clause) -> bool:
    """Whether a noun hangs on its governing clause itself, not on some other noun in between."""
    tree, top = context.tree, noun.head
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    return tree.heads[top] == parent.head


def _noun_before(context: Context, clause: Clause) -> Iterator[Operator]:
    """A noun right before the preposition, wherever the parse hangs the phrase: "die Bereitschaft zu einem Treffen"."""
    table, mark = cues(context.lexicon).table, context.tree.case_mark(clause.head)
    if mark and context.tree.lower[mark] == "über" and is_unsettled(context, clause):
        spoken = context.clauses.get(mark - 1)
        if spoken is not None and spoken.lemma in table["deliberating"]:
            yield Operator(PO, mark - 1)
    elif mark and clause.lemma in table["behalf"] and context.tree.lower[mark - 1] in table["negators"]:
        yield Operator(N, mark - 1)
    yield from (o for o in _noun_at(context, mark - 1 if mark else -1) if o.effect is not R)


def is_unsettled(context: Context, noun: Clause) -> bool:
    """Whether a noun has no definite determiner: who speaks about "eine Koalition" has none yet."""
    tree, closed = context.tree, context.lexicon.table("grammar")["definite"]
    kids = [k for k in tree.kids[noun.head] if k < noun.head]
    return noun.kind == "noun" and not any(tree.lower[k] in closed or tree.deps[k] == "det:poss" for k in kids)


def _before_comma(context: Context, clause: Clause) -> int:
    """The word before the comma that a clause begins with, or -1."""
    tree, pointing = context.tree, context.lexicon.table("grammar")["pronominal"]
    first = min(tree.subtree(clause.head))
    first -= tree.words[first] != ","
    if first > 1 and tree.words[first] == "," and tree.lower[first - 1] in pointing and tree.is_noun(first - 2):
        return first - 2  # "die Bedingung dafür, dass"
    return first - 1 if first > 0 and tree.words[first] == "," and first < clause.head else -1


def _noun_at(context: Context, token: int) -> Iterator[Operator]:
    """What a noun that embeds makes of what follows it, wherever the parse hangs that: "steht im Verdacht, … zu haben"."""
    tree, table = context.tree, cues(context.lexicon)
    if token < 0 or tree.pos[token] != "NOUN":
        return
    low = tree.lower[token]
    for ending in ("", "en", "n", "e", "s"):
        effect = table.embedders.get(("noun", low.removesuffix(ending).capitalize()))
        if effect is not None and low.endswith(ending):
            yield Operator(effect, token)
            return


def _base(word: str) -> str:
    """An adjective without its ending."""
    return next(
        (word[: -len(e)] for e in ("en", "em", "er", "es", "e") if word.endswith(e) and len(word) > len(e) + 3), word
    )


def _negation(context: Context, clause: Clause) -> Iterator[Operator]:
    tree, table = context.tree, cues(context.lexicon).table
    for token in clause.modifiers:
        following = tree.lower[token + 1] if token + 1 < len(tree.lower) else ""
        beyond = clause.head < token and "," in tree.words[clause.head : token]  # "forderte ihn auf, nicht zu …"
        if tree.lower[token] in table["negators"] and following not in table["no_negation_before"] and not beyond:
            yield Operator(N, token)
    for token in clause.modifiers:
        absent = tree.lower[token] in context.lexicon.table("support")["present"] and tree.lower[token - 1 : token]
        if absent and absent[0] in table["negators"] and tree.heads[token - 1] == token:
            yield Operator(N, token - 1)  # "Nicht dabei sein wird X"
    if _after_neither(context, clause):
        yield Operator(N, clause.head)
    for slot in ("subj", "obj"):
        for token in clause.slots.get(slot, ()):
            for kid in tree.kids[token]:
                after = tree.deps[kid] == "cc" or table["neither"] in tree.lower[max(0, kid - NEAR) : kid]
                if tree.lower[kid] == table["nor"] and after:
                    yield Operator(N, kid)  # "weder die USA noch Russland"
    if clause.kind == "noun" and not clause.auxiliaries:
        return
    undoubted = tuple(table["undoubted"])
    for slot in ("subj", "obj"):
        for token in (t for t in clause.slots.get(slot, ()) if not tree.lower[t].endswith(undoubted)):
            if tree.lower[token] in table["negative_determiners"]:
                yield Operator(N, token)
            for kid in tree.kids[token]:
                if tree.lower[kid] in table["negative_determiners"] and tree.deps[kid] in {"det", "advmod"}:
                    yield Operator(N, kid)


def _after_neither(context: Context, clause: Clause) -> bool:
    """Whether "noch" binds the clause to a "weder" before it: "weder angegriffen noch bedroht"."""
    tree, table = context.tree, cues(context.lexicon).table
    low = tree.sentences[tree.sentence_of[clause.head]][0]
    before = tree.lower[low : clause.head]
    return before[-1:] == [table["nor"]] and table["neither"] in before


def _modality(context: Context, clause: Clause) -> Iterator[Operator]:
    tree, table = context.tree, cues(context.lexicon)
    forms = {tree.lower[a]: a for a in clause.auxiliaries}
    perfect = by_hearsay(context, clause) and "werden" not in forms
    for form, token in forms.items():
        if perfect and form in table.table["modals"]["reported_with_perfect"]:
            yield Operator(R, token)
        elif form in table.modals:
            first = token == tree.sentences[tree.sentence_of[token]][0]
            yield Operator(PO if first else table.modals[form], token)
        elif (
            form in table.table["future"]
            and not clause.passive
            and clause.form in {"inf", "", "fin"}
            and clause.kind == "verb"
        ):
            yield Operator(PL, token)
        elif form in table.table["conditional"]:
            yield Operator(PL if reports.in_report(context, clause.head) else PO, token)
        elif (
            form in table.table["unreal"]
            and not table.modals.keys() & forms
            and not reports.in_report(context, clause.head)
        ):
            yield Operator(PO, token)
    passive_future = clause.passive and any(tree.lower[a] in table.table["future"] for a in clause.auxiliaries)
    if passive_future and any(tree.lower[a] == "werden" and a != min(clause.auxiliaries) for a in clause.auxiliaries):
        yield Operator(PL, min(clause.auxiliaries))
    low, high = tree.sentences[tree.sentence_of[clause.head]]
    if "?" in tree.words[max(low, high - 2) : high] and clause.kind != "noun" and not _others_question(context, clause):
        yield Operator(PO, high - 1)


def _others_question(context: Context, clause: Clause) -> bool:
    """Whether it is a quotation that asks, and the clause is not in it: "X fügte hinzu: „Wer soll das glauben?“"."""
    end = context.tree.sentences[context.tree.sentence_of[clause.head]][1]
    direct = (found.tokens for found in context.speech if found.type == "direct")
    return any(clause.head not in tokens and not {end - 1, end - 2}.isdisjoint(tokens) for tokens in direct)


def by_hearsay(context: Context, clause: Clause) -> bool:
    """Whether a modal with a perfect says that a deed is known by hearsay: "soll gesagt haben"."""
    modals = cues(context.lexicon).table["modals"]["reported_with_perfect"]
    told = any(context.tree.lower[a] in modals for a in clause.auxiliaries)
    return told and clause.form == "part2" and bool({"haben", "sein"} & _infinitives(context, clause))


def _unreal(context: Context, clause: Clause) -> Iterator[Operator]:
    """What would be so, is not: "wäre gern dort"."""
    unreal = context.tree.lower[clause.head] in cues(context.lexicon).table["unreal"]
    if clause.kind == "verb" and unreal and not clause.auxiliaries and not reports.in_report(context, clause.head):
        yield Operator(PO, clause.head)


def _condition(context: Context, clause: Clause) -> Iterator[Operator]:
    """What holds only under a condition: "wenn sie angreifen, verhängt die EU Sanktionen"."""
    tree, table = context.tree, cues(context.lexicon).table
    kids = tree.kids[clause.head]
    told = min((kid for kid in kids if tree.deps[kid] in {"ccomp", "xcomp"}), default=len(tree.heads))
    for kid in kids:
        if tree.deps[kid] != "advcl" or told < kid:
            continue  # "sagte, man werde helfen, falls …": the saying holds
        for mark in tree.kids[kid]:
            even = mark > 0 and tree.lower[mark - 1] in table["even"]
            if tree.deps[mark] == "mark" and tree.lower[mark] in table["conditions"] and not even:
                yield Operator(PO, mark)


def _verb_first(context: Context, clause: Clause) -> Iterator[Operator]:
    """A present tense that opens a sentence which goes on behind a comma is a condition: "Greift X an, gibt es Krieg"."""
    tree = context.tree
    first, end = tree.sentences[tree.sentence_of[clause.head]]
    if clause.kind != "verb" or first not in {clause.head, *clause.auxiliaries}:
        return
    comma = next((k for k in range(clause.head, end - 1) if tree.words[k] == ","), end)
    after = comma + 1 + (tree.lower[comma + 1 : comma + 2] in ([word] for word in cues(context.lexicon).table["then"]))
    goes_on = after < end and tree.pos[after] in {"VERB", "AUX"}
    if goes_on and "Fin" in context.doc[after].morph.get("VerbForm", ["Fin"]) and _is_present(context, first):
        yield Operator(PO, first)


def _is_present(context: Context, token: int) -> bool:
    return context.doc[token].morph.get("Tense", ["Pres"]) == ["Pres"]


def _infinitives(context: Context, clause: Clause) -> set[str]:
    """The auxiliaries of a clause and of those coordinated with it: "soll angegriffen und geplündert haben"."""
    tree = context.tree
    coordinated = [k for k in tree.kids[clause.head] if tree.deps[k] == "conj"]
    return {tree.lower[a] for head in (clause.head, *coordinated) for a in tree.kids[head] if tree.deps[a] in AUXILIARY}


def mood(context: Context, clause: Clause) -> Iterator[Operator]:
    """Konjunktiv I reports."""
    token = reports.subjunctive(context, clause)
    if token is not None:
        yield Operator(R, token)


def _future(context: Context, clause: Clause) -> Iterator[Operator]:
    """A present tense with a time after the article's day is a plan; so it is with a day, if nothing tells the article's."""
    if clause.kind != "verb" or clause.infinitive or clause.form not in {"fin", "inf"}:
        return
    if any(context.tree.lower[a] not in cues(context.lexicon).table["future"] for a in clause.auxiliaries):
        return
    for token in clause_tokens(context, clause):
        time = context.times.get(token)
        if time is not None and _is_ahead(context, clause, token, time):
            yield Operator(PL, token)
            return


def _is_ahead(context: Context, clause: Clause, token: int, time: Time) -> bool:
    """Whether a time is after the article's day; without a date, a day of the week or year on which something "ist" or "reist"."""
    if context.article.date:
        return bool(time.edtf) and edtf_bounds(time.edtf or "")[0] > edtf_bounds(context.article.date)[1]
    word = context.tree.lower[token - 1 : token]
    happens = word in (["am"], ["der"], ["dem"]) and context.tree.heads[token] == clause.head
    return (
        happens and time.type in {"DATE", "TIME"} and bool(DAY.match(time.value)) and _is_present(context, clause.head)
    )


def _becoming(context: Context, clause: Clause) -> Iterator[Operator]:
    """Who becomes something is not yet it: "wird neuer Chef"; with a past time it is the present of a chronicle."""
    tree, today = context.tree, context.article.date
    own = [clause.head] if clause.lemma == "werden" else [a for a in clause.auxiliaries if tree.deps[a] == "cop"]
    if any(tree.lower[a] in cues(context.lexicon).table["future"] for a in own):
        phrases = [k for k in tree.kids[clause.head] if tree.deps[k].startswith(("obl", "advmod"))]
        times = (context.times.get(token) for k in phrases for token in tree.subtree(k))
        dated = [time.edtf for time in times if time is not None and time.edtf]
        if not (today and any(edtf_bounds(time)[1] < edtf_bounds(today)[0] for time in dated)):
            yield Operator(PL, own[0])
