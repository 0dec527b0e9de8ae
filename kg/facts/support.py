"""Support: what an event noun takes from a verb that adds little to it: "führte mit Y ein Gespräch", "erntete Kritik von Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.accused import accused
from kg.facts.clauses import COMPLEMENTS, Clause, Slots
from kg.facts.context import Context
from kg.facts.operators import attached
from kg.facts.readiness import is_willing
from kg.model import EntityType

ADJOINING = frozenset({"gegen", "mit", "zwischen"})  # of an event that they stand right behind
BESIDE = frozenset({"an", "gegen", "zwischen"})  # of an event that a verb says to be there


def with_support(context: Context, clause: Clause) -> Clause:
    """Give an event noun what the verb it depends on knows: "X führte mit Y ein Gespräch"."""
    if clause.kind != "noun" or clause.parent is None or "cop" in clause.relation:
        return clause
    parent = context.clauses.get(clause.parent)
    if parent is None or not attached(context, clause, parent):
        return clause
    full = parent.lemma in context.lexicon.table("support")["full"]  # "ist voll des Lobes für X"
    if parent.kind != "verb" and not (parent.kind == "adjective" and (full or is_willing(context, clause, parent))):
        return clause
    if clause.relation in COMPLEMENTS and clause.relation != "xcomp":
        return clause
    return _supported(context, clause, parent)


def in_relative(context: Context, clause: Clause) -> Iterator[Clause]:
    """An event noun with what the verb of a clause about it knows: "die Kritik, die X an Y übte"."""
    support = context.lexicon.table("support")
    for kid in context.tree.kids[clause.head] if clause.kind == "noun" else ():
        verb = context.clauses.get(kid)
        if verb is None or verb.kind != "verb" or verb.relation != "acl:relcl" or verb.parent == clause.parent:
            continue
        if verb.lemma in {*support["agent"], *support["receiving"]} and clause.head in verb.slots.get("obj", ()):
            yield _supported(context, replace(clause, parent=kid, relation="obj"), verb)


def _supported(context: Context, clause: Clause, parent: Clause) -> Clause:
    """A noun with the arguments of a verb: its host, who does it or undergoes it, and what else stands with the verb."""
    support, slots = context.lexicon.table("support"), dict(clause.slots)
    own = clause.slots.get("self", ())
    host = tuple(t for t in parent.slots.get("obj" if parent.passive else "subj", ()) if t not in own)
    if not host and clause.relation == "subj" and parent.lemma in support["receiving"]:
        host = parent.slots.get("obj", ())  # "Unterstützung erhielt X von Y"
    slots["host"] = host
    slots["deed"] = tuple(
        t for t in parent.slots.get("obj", ()) if t not in own
    )  # "gegen den Willen von X beschloss Y [Z]"
    if parent.lemma in support["becoming"]:
        both = parent.slots.get("subj", ()) + parent.slots.get("obj", ())
        slots["subj"] = tuple(t for t in both if t not in own)
    elif "subj" not in slots and any(context.tree.lower[k] == "als" for k in context.tree.kids[clause.head]):
        slots["subj"] = parent.slots.get("obj") or parent.slots.get("subj", ())
    where = clause.relation.partition("+")[0]
    if parent.lemma in support["happening"] and where in {"subj", "obj", "zu"}:
        for slot in sorted(BESIDE.intersection(parent.slots)):
            slots.setdefault(
                slot, parent.slots[slot]
            )  # "zwischen X und Y kam es zum Streit", "gegen X läuft ein Verfahren"
    for slot in sorted(ADJOINING.intersection(parent.slots) - slots.keys()):
        behind = tuple(t for t in parent.slots[slot] if context.tree.case_mark(t) == clause.head + 1)
        slots |= {slot: parent.slots[slot]} if behind else {}  # "kündigte nach dem Treffen mit X Hilfe an"
    aside = where in support["aside"]
    slots |= _shares(context, clause, parent, host, where)
    if parent.lemma in {*support["agent"], *support["recipient"]} and not aside:
        told = parent.lemma in context.lexicon.table("setting")["remote"]
        for slot, tokens in parent.slots.items():
            if told and slot in {"in", "in+D"}:
                continue  # where somebody criticised it, it did not happen
            if slot not in {"subj", "obj", "gen", "self"} and slot not in slots and clause.head not in tokens:
                slots[slot] = tokens
    return replace(clause, slots={slot: tokens for slot, tokens in slots.items() if tokens})


def _shares(context: Context, clause: Clause, parent: Clause, host: tuple[int, ...], where: str) -> Slots:
    """What the host of a noun's verb has to do with it: does it (sup), undergoes it (rec), is there (attending)."""
    support, own = context.lexicon.table("support"), clause.slots.get("self", ())
    aside = where in support["aside"]
    if charged := accused(context, clause, parent, where):
        return {"sup": charged}
    meanwhile = where in support["meanwhile"] and clause.head < parent.head  # "beim Gipfel forderte X Y auf"
    if parent.slots.get("dat") and _is_permitted(context, clause, parent):
        return {"sup": parent.slots["dat"]}
    if parent.lemma in context.grammar.object_control and where not in {"subj", "obj"} and not meanwhile:
        return {"sup": tuple(t for t in parent.slots.get("obj", ()) + parent.slots.get("dat", ()) if t not in own)}
    if parent.lemma in support["reacting"] and where == "auf":
        return {}
    if parent.lemma in support["facing"] and where == "mit":
        return _facing(context, parent)
    if parent.lemma in support["agent"] and not aside and parent.passive:
        return {"sup": parent.slots.get("subj", ())} if clause.relation in {"subj", "obj"} else {}
    if parent.lemma in {*support["agent"], *support["full"]} and not aside:
        return {"sup": () if parent.lemma in support["asking"] and _of_others(context, clause) else host}
    if parent.lemma in support["coming"] and clause.relation == "subj":
        return {"sup": next((found for s in support["coming_from"] if (found := parent.slots.get(s, ()))), ())}
    if parent.lemma in support["stirring"]["verbs"] and clause.relation in {"subj", "obj"}:
        bodies = [t for s in support["stirring"]["slots"] for t in parent.slots.get(s, ()) if _is_body(context, t)]
        return {"sup": tuple(bodies)}
    if parent.lemma in support["receiving"] and not aside:
        return {"rec": parent.slots.get("dat") or host}
    return {"attending": host} if where in support["attendance"] else {}


def _is_permitted(context: Context, noun: Clause, verb: Clause) -> bool:
    """Whether a noun tells what somebody is allowed to do, or is not: "verweigerte ihm die Einreise"."""
    table = context.lexicon.table("support")["permitting"]
    said = verb.lemma in table["verbs"] and context.tree.lower[noun.head].endswith(tuple(table["nouns"]))
    return said and (noun.relation == "obj" or verb.passive and noun.relation == "subj")


def _facing(context: Context, verb: Clause) -> Slots:
    """Who does it to whom, where somebody is put before it: "sieht sich mit Ermittlungen des Senats konfrontiert"."""
    above = context.clauses.get(verb.parent) if verb.parent is not None else None
    himself = above.slots.get("subj", ()) if above is not None and above.reflexive else ()
    state = any(context.grammar.auxiliaries.get(context.tree.lower[t]) == "sein" for t in verb.auxiliaries)
    subject = verb.slots.get("subj", ())
    if state and not verb.passive:
        return {"rec": subject}  # "ist mit Klagen konfrontiert"
    return {"sup": () if verb.passive else subject, "rec": verb.slots.get("obj", ()) or himself}


def _is_body(context: Context, token: int) -> bool:
    """Whether a word is the name of a body, and not of a place where something is."""
    kinds = {context.entities[mention.entity].type for mention in context.mentions.get(token, ())}
    return EntityType.ORGANIZATION in kinds


def _of_others(context: Context, noun: Clause) -> bool:
    """Whether a noun names what is done to whom its genitive names: "die Freilassung von X"."""
    frames = context.frames.index.get(("noun", noun.lemma), ())
    return any("durch" in frame.subject and "gen" in frame.object for frame in frames)
