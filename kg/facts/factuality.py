"""Factuality and source of a clause: what its own words and everything it is embedded in make of it.

Operators are collected from the clause outwards (negation, modals, adverbs, attributes, conjunctions, mood; then each
governing verb, noun or adjective with its own) and combined innermost first. Cue words are the language's data.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.dates import edtf_bounds
from kg.facts import reports
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, Operator, cues, embedding_slots
from kg.facts.readiness import readiness
from kg.facts.speakers import follows_clause, like
from kg.language.arcs import AUXILIARY
from kg.model import Factuality, Span

A, R, PL, PO, N = (
    Factuality.ASSERTED, Factuality.REPORTED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.NEGATED,
)  # fmt: skip
COMPLEMENT = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "acl", "parataxis", "obl", "advcl", "dep"})
OPAQUE = frozenset({"advcl", "acl:relcl", "amod"})
MAX_DEPTH = 6


def decide(context: Context, clause: Clause, *, override: str | None = None) -> Decision:
    """Judge a clause.

    Args:
        context: the article.
        clause: the clause; a noun's slots may already hold those of its support verb.
        override: what the frame itself says ("lehnte … ab" of participation is Negated), applied innermost.
    """
    found = list({operator.token: operator for operator in reversed(list(_operators(context, clause)))}.values())[::-1]
    result = Factuality(override) if override else A
    source: str | None = None
    used: list[int] = []
    voice = _voice(context, clause)
    if voice is not None and not any(o.effect is R for o in found):
        found.append(Operator(R, clause.head, voice))
    for operator in found:
        before, had = result, source
        result = _combine(result, operator.effect)
        source = source or operator.source
        if result is not before or source != had:
            used.append(operator.token)
    unreal = cues(context.lexicon).table["unreal"]
    if result is N and any(context.tree.lower[o.token] in unreal for o in found):
        result = PO  # "hätte Russland nicht angegriffen": it did
    if (result is R or any(o.effect is R for o in found)) and source is None:
        source = reports.floating(context, clause.head)
        retold = source is not None and reports.subjunctive(context, clause) is not None
        if retold and source == _own_speaker(context, clause):
            source = context.earlier.get(context.tree.sentence_of[clause.head])  # a saying that is itself retold
    spans = tuple(Span(context.tree.starts[t], context.tree.ends[t]) for t in used)
    return Decision(result, source, spans)


def _own_speaker(context: Context, clause: Clause) -> str | None:
    """The speaker of a clause of saying."""
    effect = cues(context.lexicon).embedders.get(("verb", clause.lemma))
    return reports.speaker(context, clause) if clause.kind == "verb" and effect in {R, PL} else None


def _voice(context: Context, clause: Clause) -> str | None:
    """Who speaks a clause in quotation marks, or one that reported speech does not leave to the article itself."""
    if clause.relation not in {"acl:relcl", "amod"}:
        return context.voices.get(clause.head)
    direct = any(found.type == "direct" and clause.head in found.tokens for found in context.speech)
    return context.voices.get(clause.head) if direct else None


def _combine(inner: Factuality, outer: Factuality) -> Factuality:
    if outer is N:
        return PO if inner is N else N
    return outer if inner is A else inner


def _operators(context: Context, clause: Clause) -> Iterator[Operator]:
    """Operators from the clause outwards."""
    at, reports_only = clause, False
    for _ in range(MAX_DEPTH):
        own = _local(context, at) if not reports_only else _mood(context, at)
        yield from own
        yield from reports.attached(context, at)
        if at.kind == "participle" or _interposed(context, at):
            return
        parent = context.clauses.get(at.parent) if at.parent is not None else None
        if parent is None:
            return
        if at.relation in OPAQUE and not (at.infinitive and at.relation == "advcl") and at.kind != "noun":
            if at.relation != "advcl" or not any(_mood(context, at)):
                return
            reports_only = True
        embedding = _embedding(context, at, parent)
        if embedding and (not reports_only or embedding.effect is R):
            yield embedding
        elif at.kind == "noun" and "cop" not in at.relation and not _transparent(context, at, parent):
            reports_only = True
        at = parent


def _interposed(context: Context, clause: Clause) -> bool:
    """Whether a clause says who says what it hangs on: "…, meint X im Interview", "…, wie X sagt" is not itself what X says."""
    if cues(context.lexicon).embedders.get(("verb", clause.lemma)) is not R:
        return False
    verb = context.doc[clause.head]
    return like(verb) is not None or (clause.relation == "parataxis" and follows_clause(verb))


def _transparent(context: Context, noun: Clause, parent: Clause) -> bool:
    """Whether the verb over an event noun only carries it ("führte Gespräche", "das Treffen beginnt")."""
    if noun.relation in COMPLEMENT:
        return True
    if not attached(context, noun, parent):
        return False
    support = context.lexicon.table("support")
    return (
        parent.lemma in support["becoming"]
        or parent.lemma in support["agent"]
        or parent.lemma in support["recipient"]
        or noun.relation in {"subj", "obj", "zu"}
        and parent.lemma in {*cues(context.lexicon).table["occurrence"], *support["stirring"]["verbs"]}
    )


def attached(context: Context, noun: Clause, parent: Clause) -> bool:
    """Whether a noun hangs on its governing clause itself, not on some other noun in between."""
    tree, top = context.tree, noun.head
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    return tree.heads[top] == parent.head


def _local(context: Context, clause: Clause) -> Iterator[Operator]:
    """What the clause's own words say."""
    table = cues(context.lexicon)
    tree = context.tree
    if clause.kind == "noun":
        yield from _noun_before(context, clause)
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
    if clause.kind == "verb" and clause.relation in COMPLEMENT and clause.parent is not None:
        yield from _noun_at(context, _before_comma(context, clause))
    for token in clause.marks:
        if tree.lower[token] in table.marks:
            yield Operator(table.marks[tree.lower[token]], token)
    yield from _negation(context, clause)
    yield from _becoming(context, clause)
    yield from _mood(context, clause)
    yield from _future(context, clause)
    yield from _condition(context, clause)


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


def _noun_before(context: Context, clause: Clause) -> Iterator[Operator]:
    """A noun right before the preposition, wherever the parse hangs the phrase: "die Bereitschaft zu einem Treffen"."""
    table, mark = cues(context.lexicon).table, context.tree.case_mark(clause.head)
    if mark and context.tree.lower[mark] == "über" and _open(context, clause):
        spoken = context.clauses.get(mark - 1)
        if spoken is not None and spoken.lemma in table["deliberating"]:
            yield Operator(PO, mark - 1)
    elif mark and clause.lemma in table["behalf"] and context.tree.lower[mark - 1] in table["negators"]:
        yield Operator(N, mark - 1)
    yield from (o for o in _noun_at(context, mark - 1 if mark else -1) if o.effect is not R)


def _open(context: Context, noun: Clause) -> bool:
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
    if _after_neither(context, clause):
        yield Operator(N, clause.head)
    for slot in ("subj", "obj"):
        for token in clause.slots.get(slot, ()):
            for kid in tree.kids[token]:
                neither = tree.deps[kid] == "cc" or "weder" in tree.lower[max(0, kid - 9) : kid]
                if tree.lower[kid] == "noch" and neither:
                    yield Operator(N, kid)  # "weder die USA noch Russland"
    if clause.kind == "noun" and not clause.auxiliaries:
        return
    for slot in ("subj", "obj"):
        for token in clause.slots.get(slot, ()):
            if tree.lower[token] in table["negative_determiners"]:
                yield Operator(N, token)
            for kid in tree.kids[token]:
                if tree.lower[kid] in table["negative_determiners"] and tree.deps[kid] in {"det", "advmod"}:
                    yield Operator(N, kid)


def _after_neither(context: Context, clause: Clause) -> bool:
    """Whether "noch" binds the clause to a "weder" before it: "weder angegriffen noch bedroht"."""
    tree = context.tree
    low = tree.sentences[tree.sentence_of[clause.head]][0]
    before = tree.lower[low : clause.head]
    return before[-1:] == ["noch"] and "weder" in before


def _modality(context: Context, clause: Clause) -> Iterator[Operator]:
    tree, table = context.tree, cues(context.lexicon)
    forms = {tree.lower[a]: a for a in clause.auxiliaries}
    perfect = (
        clause.form == "part2" and bool({"haben", "sein"} & _infinitives(context, clause)) and "werden" not in forms
    )
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
            form in {"hätte", "hätten", "wäre", "wären"}
            and not table.modals.keys() & forms
            and not reports.in_report(context, clause.head)
        ):
            yield Operator(PO, token)
    passive_future = clause.passive and any(tree.lower[a] in table.table["future"] for a in clause.auxiliaries)
    if passive_future and any(tree.lower[a] == "werden" and a != min(clause.auxiliaries) for a in clause.auxiliaries):
        yield Operator(PL, min(clause.auxiliaries))
    low, high = tree.sentences[tree.sentence_of[clause.head]]
    if "?" in tree.words[max(low, high - 2) : high] and clause.kind != "noun":
        yield Operator(PO, high - 1)


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


def _infinitives(context: Context, clause: Clause) -> set[str]:
    """The auxiliaries of a clause and of those coordinated with it: "soll angegriffen und geplündert haben"."""
    tree = context.tree
    coordinated = [k for k in tree.kids[clause.head] if tree.deps[k] == "conj"]
    return {tree.lower[a] for head in (clause.head, *coordinated) for a in tree.kids[head] if tree.deps[a] in AUXILIARY}


def _mood(context: Context, clause: Clause) -> Iterator[Operator]:
    """Konjunktiv I reports."""
    token = reports.subjunctive(context, clause)
    if token is not None:
        yield Operator(R, token)


def _future(context: Context, clause: Clause) -> Iterator[Operator]:
    """A present tense with a time after the article's day is a plan."""
    if (
        clause.kind not in {"verb"}
        or clause.infinitive
        or clause.form not in {"fin", "inf"}
        or not context.article.date
    ):
        return
    if any(context.tree.lower[a] not in {"wird", "werden"} for a in clause.auxiliaries):
        return
    today = edtf_bounds(context.article.date)[1]
    for token in context.tree.subtree(clause.head):
        time = context.times.get(token)
        if time is not None and time.edtf and edtf_bounds(time.edtf)[0] > today:
            yield Operator(PL, token)
            return


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


def _embedding(context: Context, clause: Clause, parent: Clause) -> Operator | None:
    """What the governing word makes of what depends on it."""
    table = cues(context.lexicon)
    kind = "verb" if parent.kind == "participle" else parent.kind
    if kind == "verb" and clause.relation.startswith("gegen") and parent.lemma in table.table["against"]:
        return Operator(N, parent.head)
    if clause.relation.startswith("über") and parent.lemma in table.table["deliberating"] and _open(context, clause):
        return Operator(PO, parent.head)
    ready = readiness(context, clause, parent)
    effect = table.embedders.get((kind, parent.lemma))
    if effect is None or ready is not None:
        return ready
    clausal = clause.kind in {"verb", "adjective"} or bool(clause.auxiliaries)
    if clausal:
        if clause.relation not in COMPLEMENT or (clause.relation == "advcl" and not clause.infinitive):
            return None
        if clause.marks and clause.infinitive and any(context.tree.lower[m] in table.marks for m in clause.marks):
            return None
        if kind == "verb" and parent.lemma in table.table["clause_only"] and clause.relation == "xcomp":
            return None
    elif kind == "verb":
        slots = embedding_slots(context.lexicon, parent.lemma, context.tree.lower[clause.head])
        if clause.relation.partition("+")[0] not in slots and not (
            parent.passive and clause.relation == "subj" and "obj" in slots
        ):
            return None
    elif kind == "noun" and clause.relation.partition("+")[0] not in {
        "gen",
        "nach",
        "zu",
        "auf",
        "über",
        "von",
        "für",
        "mit",
        "an",
    }:
        return None
    source = reports.speaker(context, parent) if effect is R else None
    return Operator(effect, parent.head, source)
