"""Factuality and source of a clause: what its own words and everything it is embedded in make of it.

Operators are collected from the clause outwards (negation, modals, adverbs, attributes, conjunctions, mood; then each
governing verb, noun or adjective with its own) and combined innermost first. Cue words are the language's data.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import reports
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision, Operator, cues, embedding_slots
from kg.facts.operators import COMPLEMENT, attached, is_unsettled, mood, own_operators
from kg.facts.readiness import readiness
from kg.facts.speakers import follows_clause, like
from kg.model import Factuality, Span

A, R, PL, PO, N = (
    Factuality.ASSERTED, Factuality.REPORTED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.NEGATED,
)  # fmt: skip
OPAQUE = frozenset({"advcl", "acl:relcl", "amod"})
MAX_DEPTH = 6
OF_NOUNS = frozenset({"an", "auf", "für", "gen", "mit", "nach", "von", "zu", "über"})


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


def of_event(context: Context, event: int) -> Factuality:
    """How real an event is where it is told: "die bevorstehende Wahl in Wien", "das Konzert in Graz wurde abgesagt"."""
    clause = context.clauses.get(event) or _noun_clause(context, event)
    found = decide(context, clause).factuality
    if found not in {N, PL}:
        return A
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    embeds = above is not None and ("verb", above.lemma) in cues(context.lexicon).embedders
    own = any(operator.effect is found for operator in own_operators(context, clause))
    return found if own or embeds else A


def _noun_clause(context: Context, noun: int) -> Clause:
    """An event noun that no frame has, as an argument of its verb."""
    tree, verb = context.tree, context.clauses.get(context.tree.heads[noun])
    slots = verb.slots.items() if verb is not None and verb.head != noun else ()
    relation = next((slot for slot, tokens in slots if noun in tokens), "")
    attributes = tuple(kid for kid in tree.kids[noun] if tree.deps[kid] == "amod")
    parent = verb.head if verb is not None and relation else None
    return Clause(noun, tree.lemmas[noun], "noun", modifiers=attributes, parent=parent, relation=relation)


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
    at, reports_only, unsettled = clause, False, False
    for _ in range(MAX_DEPTH):
        own = own_operators(context, at) if not reports_only else mood(context, at)
        yield from own
        if unsettled:  # "ein Angriff würde den Krieg verlängern"
            yield from (operator for operator in own_operators(context, at) if operator.effect in {PL, PO})
        yield from reports.attached(context, at)
        if at.kind == "participle" or _interposed(context, at):
            return
        parent = context.clauses.get(at.parent) if at.parent is not None else None
        if parent is None:
            return
        if at.relation in OPAQUE and not (at.infinitive and at.relation == "advcl") and at.kind != "noun":
            if at.relation != "advcl" or not any(mood(context, at)):
                return
            reports_only = True
        embedding = _embedding(context, at, parent)
        if embedding and (not reports_only or embedding.effect is R):
            yield embedding
        elif at.kind == "noun" and "cop" not in at.relation and not _transparent(context, at, parent):
            unsettled = not reports_only and _is_to_be(context, at, parent)
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
    support, table = context.lexicon.table("support"), cues(context.lexicon).table
    if noun.lemma in table["manner"].get(_first(noun), ()):
        return True
    return (
        parent.lemma in support["full"]
        or parent.lemma in support["becoming"]
        or parent.lemma in support["agent"]
        or parent.lemma in support["recipient"]
        or noun.relation in {"subj", "obj", "zu"}
        and parent.lemma in {*table["occurrence"], *table["bringing_about"], *support["stirring"]["verbs"]}
    )


def _is_to_be(context: Context, noun: Clause, parent: Clause) -> bool:
    """Whether an event without a definite article is an argument of a verb that does not look back on it."""
    argument = noun.relation in {"subj", "obj"} and parent.kind == "verb" and is_unsettled(context, noun)
    return argument and parent.lemma not in context.lexicon.table("setting")["remote"]


def _embedding(context: Context, clause: Clause, parent: Clause) -> Operator | None:
    """What the governing word makes of what depends on it."""
    table = cues(context.lexicon)
    kind = "verb" if parent.kind == "participle" else parent.kind
    if kind == "verb" and clause.relation.startswith("gegen") and parent.lemma in table.table["against"]:
        return Operator(N, parent.head)
    unsettled = {"über": "deliberating", "gegen": "opposed"}.get(_first(clause))  # "ist gegen eine Koalition"
    if unsettled and parent.lemma in table.table[unsettled] and is_unsettled(context, clause):
        return Operator(PO, parent.head)
    denial = _spoken_of(context, clause, parent)
    if denial is not None:
        return denial
    phrase = _phrase(context, clause, parent)
    if phrase is not None:
        return phrase
    ready = readiness(context, clause, parent)
    effect = table.embedders.get((kind, parent.lemma))
    if effect is None or ready is not None:
        return ready
    if not _embeds(context, clause, parent, kind):
        return None
    source = reports.speaker(context, parent) if effect is R else None
    return Operator(effect, parent.head, source)


def _phrase(context: Context, clause: Clause, parent: Clause) -> Operator | None:
    """What a verb with a phrase makes of a noun or an infinitive: "ist vom Tisch", "hält … für denkbar", "steht davor, zu …"."""
    tree, table = context.tree, cues(context.lexicon).table
    if parent.kind != "verb":
        return None
    if clause.kind == "verb":
        near = {tree.lower[k]: k for k in tree.kids[parent.head] if tree.lower[k + 1 : k + 2] == [","]}
        found = [(name, near[word]) for word, name in table["before_infinitive"].items() if word in near]
        if found and clause.infinitive:
            return Operator(Factuality(found[0][0].capitalize()), found[0][1])
    elif clause.kind != "noun" or clause.relation not in {"subj", "obj"} or not attached(context, clause, parent):
        return None
    for key, name in table["phrases" if clause.kind == "noun" else "clause_phrases"].get(parent.lemma, {}).items():
        slot, noun = key.split()
        for token in parent.slots.get(slot, ()):
            if tree.lower[token] == noun:
                return Operator(Factuality(name.capitalize()), token)
    return _deemed(context, parent) if clause.kind == "noun" else None


def _deemed(context: Context, verb: Clause) -> Operator | None:
    """How likely a verb says that something is: "hält eine Koalition für ausgeschlossen"."""
    tree, table = context.tree, cues(context.lexicon)
    for kid in tree.kids[verb.head] if verb.lemma in table.table["deeming"]["verbs"] else ():
        effect = table.embedders.get(("adjective", tree.lower[kid]))
        if effect is not None and tree.lower[kid - 1] in table.table["deeming"]["mark"]:
            return Operator(effect, kid)
    return None


def _embeds(context: Context, clause: Clause, parent: Clause, kind: str) -> bool:
    """Whether a clause or a noun depends on a word that embeds in a way in which that embeds it."""
    table = cues(context.lexicon)
    if clause.kind in {"verb", "adjective"} or clause.auxiliaries:
        if clause.relation not in COMPLEMENT or (clause.relation == "advcl" and not clause.infinitive):
            return False
        if clause.marks and clause.infinitive and any(context.tree.lower[m] in table.marks for m in clause.marks):
            return False
        return not (kind == "verb" and parent.lemma in table.table["clause_only"] and clause.relation == "xcomp")
    if kind == "verb":
        slots = embedding_slots(context.lexicon, parent.lemma, context.tree.lower[clause.head])
        undergone = parent.passive and clause.relation == "subj" and "obj" in slots
        return _slot(context, clause) in slots or undergone
    return kind != "noun" or _first(clause) in OF_NOUNS


def _first(clause: Clause) -> str:
    """The slot in which a clause stands with its governor, without its case."""
    return clause.relation.partition("+")[0]


def _slot(context: Context, clause: Clause) -> str:
    """The slot in which a noun stands with its verb; "als" is one too, whatever the parse says."""
    relation, tree = _first(clause), context.tree
    marks = (tree.lower[k] for k in tree.kids[clause.head] if tree.deps[k] == "cc" and k < clause.head)
    return next(marks, relation) if relation == "obl" else relation


def _spoken_of(context: Context, clause: Clause, parent: Clause) -> Operator | None:
    """What there is no talk of is denied: "von einem Rücktritt [kann keine Rede sein]"."""
    tree, table = context.tree, cues(context.lexicon).table
    if parent.lemma not in table["talk"]["nouns"] or clause.relation not in table["talk"]["of"]:
        return None
    no = (kid for kid in tree.kids[parent.head] if tree.lower[kid] in table["negative_determiners"])
    return next((Operator(N, kid) for kid in no), None)
