"""The frame extractor: clauses whose predicate evokes a frame, with both roles filled, become claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.events import unrepeated
from kg.facts.factuality import decide
from kg.facts.frames import Frame
from kg.facts.occasions import named_event, taken_up
from kg.facts.opinions import called_deeds
from kg.facts.role_filling import role_pairs
from kg.facts.senses import (
    coached,
    condemned,
    defended,
    face_to_face,
    is_figure,
    is_open,
    joined,
    obliged,
    scored,
    struck,
    sued,
    won,
)
from kg.facts.setting import clause_tokens, times_of
from kg.facts.situate import STANDING, SYMMETRIC, make_claim
from kg.facts.support import in_relative, with_support
from kg.facts.tenures import TENURED, after_leaving, was
from kg.model import Claim, Factuality

BESIDE_OTHERS = STANDING | {"travelledTo"}
SAYING_IS_DOING = frozenset({"criticised", "demandedFrom", "rejected", "supported", "threatened"})
HELD = frozenset({"acquired", "owns", "sold"})
SHORT = 4  # letters of a noun that as the end of a word is chance


def claims(context: Context) -> Iterator[Claim]:
    """Claims of every clause that a frame covers, or that takes up an event told before."""
    told: list[tuple[Clause, Claim]] = []
    for clause in context.clauses.values():
        supported = with_support(context, clause)
        found = list(_direct(context, clause, supported)) or list(taken_up(context, supported, told))
        found += [*named_event(context, supported), *called_deeds(context, clause, told)]
        told += [(clause, claim) for claim in found]
    yield from unrepeated(told)


def _direct(context: Context, clause: Clause, supported: Clause) -> Iterator[Claim]:
    """Claims of a clause whose roles are filled in the sentence, where need be by its support verb."""
    key = "verb" if clause.kind == "participle" else clause.kind
    frames = context.frames.index.get((key, clause.lemma), ())
    if frames:
        yield from _clause_claims(context, supported, frames)
        for told in in_relative(context, clause):
            yield from _clause_claims(context, told, frames)
    if clause.kind == "verb" and clause.form in {"part2", ""} and clause.auxiliaries:
        frames = context.frames.index.get(("adjective", context.tree.lower[clause.head]), ())
        yield from _clause_claims(context, _as_state(clause), frames)


def _as_state(clause: Clause) -> Clause:
    """A participle with "sein" as an adjective: what it is said of is its subject again."""
    if not clause.passive:
        return clause
    return replace(clause, slots={**clause.slots, "subj": clause.slots.get("obj", ())})


def _clause_claims(context: Context, clause: Clause, frames: tuple[Frame, ...]) -> Iterator[Claim]:
    seen: dict[tuple[str, str, object], str] = {}
    fixed, idioms = False, set[tuple[tuple[str, str], ...]]()
    for frame in frames:
        wanted = (frame.light or frame.beside or not fixed) and frame.light not in idioms
        fitted = _fit(context, clause, frame) if wanted else None
        if fitted is None:
            continue  # also where a fixed phrase is there, which says more than its verb: "eine Strafe zahlen"
        for (subject, s_token), (obj, o_token) in role_pairs(context, fitted, frame):
            reading = frame.predicate if frame.predicate in BESIDE_OTHERS else frame.factuality
            turned = seen.get((obj, subject, reading))
            if (subject, obj, reading) in seen or (turned and (frame.predicate in SYMMETRIC or turned != frame.name)):
                continue
            seen[(subject, obj, reading)] = frame.name
            fixed = fixed or bool(frame.light or frame.beside)
            if frame.beside:
                idioms.add(frame.light)  # "hat kein Verständnis für" says more than "hat Verständnis für"
            idiom = frame.factuality == Factuality.ASSERTED.value
            decision = decide(context, _bare(context, fitted) if idiom else fitted, override=frame.factuality)
            if frame.factuality is None and _is_denied(context, clause, frame):
                decision = replace(decision, factuality=Factuality.NEGATED)
            tokens = (s_token, o_token)
            if (
                decision.source == subject
                and frame.predicate in SAYING_IS_DOING
                and decision.factuality is Factuality.REPORTED
            ):
                decision = Decision()  # "bekräftigte ihre Unterstützung für X"
            if decision.factuality is Factuality.NEGATED and _set_right(context, tokens):
                unsaid = replace(fitted, modifiers=())  # "nicht gegen X, sondern gegen Y"
                decision = decide(context, unsaid, override=frame.factuality)
            predicate, decision = _refused(context, fitted, frame.predicate, decision)
            predicate = struck(fitted, won(context, fitted, predicate))
            predicate = condemned(context, fitted, predicate, subject)
            if not predicate or is_figure(context, fitted, predicate):
                continue
            predicate = joined(context, fitted, sued(context, fitted, predicate), obj)
            predicate = obliged(context, fitted, coached(context, fitted, predicate, subject, obj), subject)
            predicate = defended(context, fitted, predicate, (subject, obj))
            former = predicate in TENURED and was(context, fitted)
            if frame.over:
                decision, former = after_leaving(decision)
            claim = make_claim(context, fitted, predicate, subject, obj, frame.name, decision, tokens, former=former)
            claim = face_to_face(context, claim, fitted)
            for number, time in enumerate(times_of(context, fitted) or [claim.time]):
                event = f"{claim.event}/{number}" if number and claim.event else claim.event
                yield replace(claim, time=time, event=event)


def _set_right(context: Context, tokens: tuple[int, int]) -> bool:
    """Whether one of the two is what there is instead of what was denied: ", sondern Y"."""
    tree, but = context.tree, context.lexicon.table("factuality")["but"]
    return any(tree.lower[kid] in but and kid < token for token in tokens for kid in tree.kids[token])


def _refused(context: Context, clause: Clause, predicate: str, decision: Decision) -> tuple[str, Decision]:
    """Who does not agree refuses: "stimmte dem Gesetz nicht zu", "erkennt die Wahl nicht an"."""
    agreeing = context.lexicon.table("stances")["agreeing"]
    if predicate != "supported" or decision.factuality is not Factuality.NEGATED or clause.lemma not in agreeing:
        return predicate, decision
    if is_open(context, clause):
        return predicate, decision
    bare = replace(decide(context, replace(_bare(context, clause), auxiliaries=clause.auxiliaries)), cues=decision.cues)
    return ("rejected", bare) if bare.factuality is not Factuality.NEGATED else (predicate, decision)


def _bare(context: Context, clause: Clause) -> Clause:
    """The clause without the words that belong to an idiom: "ließ kein gutes Haar an", "kann … nichts abgewinnen"."""
    able = context.lexicon.table("stances")["able"]
    auxiliaries = tuple(token for token in clause.auxiliaries if context.tree.lower[token] not in able)
    slots = {slot: tokens for slot, tokens in clause.slots.items() if slot not in {"subj", "obj"}}
    return replace(clause, modifiers=(), auxiliaries=auxiliaries, slots=slots)


def _fit(context: Context, clause: Clause, frame: Frame) -> Clause | None:
    """The clause with its light noun's slots merged in; None if the frame's fixed words are not there."""
    if frame.reflexive and not clause.reflexive and clause.kind != "participle":
        return None
    if frame.whole and clause.modifier:
        return None
    if frame.reflexive and frame.predicate in HELD and scored(context, clause):
        return None  # "trennten sich 2:2"
    if frame.predicate == "defeated" and _in_part(context, clause):
        return None
    if frame.beside and not _beside(context, clause, frame):
        return None
    if _has_more(context, clause, frame) or _is_vote_at(context, clause, frame):
        return None
    if frame.kind == "verb" and frame.predicate == "represents" and "von" in clause.slots and not clause.passive:
        return None  # "sprach von einem guten Tag für Deutschland"
    if frame.adjunct and clause.relation.partition("+")[0] != frame.adjunct:
        return None
    if frame.adjunct and "host" in frame.object and _told(clause, frame):
        return None
    if frame.adjunct and "host" not in clause.slots:
        return _hosted(context, clause)
    slots = dict(clause.slots)
    for preposition, noun in frame.light:
        token = _light_noun(context, clause, preposition, noun)
        if token is None:
            return None
        if not preposition and slots.get("obj") and token in slots.get("subj", ()) and not clause.passive:
            slots["subj"], slots["obj"] = slots["obj"], (token,)  # "Kritik an X übte auch Y"
        for slot, tokens in {**context.grammar.noun_arguments(context.tree, token), "part": (token,)}.items():
            slots[slot] = tokens if slot not in slots else slots[slot] + tokens
    if (
        frame.light and frame.predicate in HELD and "an+A" in slots
    ):  # a share is "an der Firma", and sold "an die Firma"
        slots["an"] = tuple(t for t in slots["an"] if t not in slots["an+A"])
    return clause if not frame.light else replace(clause, slots=slots)


def _is_denied(context: Context, clause: Clause, frame: Frame) -> bool:
    """Whether there is nothing of what a preposition brings in: "stieß auf [keine] Kritik"."""
    none = context.lexicon.table("factuality")["negative_determiners"]
    found = (_light_noun(context, clause, *fixed) for fixed in frame.light if fixed[0])
    return any(context.tree.lower[t] in none for noun in found if noun is not None for t in context.tree.kids[noun])


def _beside(context: Context, clause: Clause, frame: Frame) -> bool:
    """Whether a word that the frame asks for stands with the verb, and is not turned round: "hält [nicht] viel von"."""
    lower, dampers = context.tree.lower, context.lexicon.table("stances")["dampers"]
    tokens = clause_tokens(context, clause)
    words = {lower[t] if not t or lower[t - 1] not in dampers else f"{lower[t - 1]}_{lower[t]}" for t in tokens}
    return not words.isdisjoint(frame.beside)


def _has_more(context: Context, clause: Clause, frame: Frame) -> bool:
    """Whether with a verb that must stand alone there is more: "musste bei X [vom Platz] gehen"."""
    if frame.alone is None:
        return False
    known = {*frame.subject, *frame.object, *frame.alone}
    more = [t for slot, tokens in clause.slots.items() if slot.partition("+")[0] not in known for t in tokens]
    more += [kid for kid in context.tree.kids[clause.head] if context.tree.deps[kid] == "xcomp"]
    return any(token not in context.times for token in more)


def _is_vote_at(context: Context, clause: Clause, frame: Frame) -> bool:
    """Whether a land is where somebody won an election that may be held elsewhere too: "gewann in Tirol die Nationalratswahl"."""
    table = context.lexicon.table("support")
    if frame.predicate != "locatedIn" or clause.lemma not in table["electing"]:
        return False
    votes = tuple(table["occasions"]["elections"])
    return any(context.tree.lower[t].endswith(votes) for slot in frame.subject for t in clause.slots.get(slot, ()))


def _in_part(context: Context, clause: Clause) -> bool:
    """Whether what is won is but a part of a match: "gewann den ersten Satz gegen X"."""
    parts = context.lexicon.table("support")["parts_of_match"]
    return any(context.tree.lower[token] in parts for token in clause.slots.get("obj", ()))


def _told(clause: Clause, frame: Frame) -> bool:
    """Whether an adverbial noun has somebody of its own: "nach der Niederlage der SPD gegen die CDU verlor die FDP"."""
    return bool({"gen", "von"} & clause.slots.keys() - set(frame.subject))


def _hosted(context: Context, clause: Clause) -> Clause:
    """An adverbial noun ("auf Druck von X lenkte Y ein") with the subject of its verb as its host."""
    parent = context.clauses.get(clause.parent) if clause.parent is not None else None
    host = parent.slots.get("obj" if parent.passive else "subj", ()) if parent is not None else ()
    deed = parent.slots.get("obj", ()) if parent is not None else ()
    return replace(clause, slots={**clause.slots, "host": host, "deed": deed}) if host else clause


def _light_noun(context: Context, clause: Clause, preposition: str, noun: str) -> int | None:
    """The token of the fixed noun: object, subject of the passive, or in the fixed preposition's phrase."""
    tree, words = context.tree, context.frames.words
    heads = [clause.head] if clause.kind != "participle" else [clause.head, tree.heads[clause.head]]
    near = [kid for head in heads for kid in tree.kids[head]]
    near += [other for kid in near for other in tree.kids[kid] if tree.deps[other] == "conj"]
    for kid in near + [low for high in near for low in tree.kids[high]]:
        found = words.noun(tree.lower[kid]) if tree.words[kid][:1].isupper() or tree.is_noun(kid) else None
        if found is None and noun == tree.lower[kid]:
            found = (noun, "")  # the pronoun of "für sich"
        compound = kid in near and len(noun) > SHORT and found is not None and found[0].endswith(noun.lower())
        if found is not None and (found[0] == noun or compound):
            phrase = context.grammar.preposition(tree, kid)
            if (phrase[0] if phrase else "") == preposition:
                return kid
    return None if preposition or clause.relation != "acl:relcl" else _antecedent(context, clause, noun)


def _antecedent(context: Context, clause: Clause, noun: str) -> int | None:
    """The fixed noun that a relative clause is about: "der Preis, den die Stadt X verlieh"."""
    for token in clause.slots.get("obj", ()):
        found = context.frames.words.noun(context.tree.lower[token])
        if found is not None and (found[0] == noun or (len(noun) > SHORT and found[0].endswith(noun.lower()))):
            return token
    return None
