"""The frame extractor: clauses whose predicate evokes a frame, with both roles filled, become claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations, product

from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.events import unrepeated
from kg.facts.factuality import decide
from kg.facts.fillers import direct, fillers, slot_entities
from kg.facts.frames import TYPES, Frame
from kg.facts.matters import JUDGING, meant
from kg.facts.occasions import attackers, authority, named_event, taken_up
from kg.facts.owners import asked, complement_subjects, inner, is_nobodys, owners
from kg.facts.senses import (
    coached,
    condemned,
    defended,
    face_to_face,
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
from kg.model import Claim, EntityType, Factuality

Filled = list[tuple[str, int]]
THINGS = TYPES["thing"]
BODIES = frozenset({EntityType.ORGANIZATION})
BESIDE_OTHERS = STANDING | {"travelledTo"}
MUTUAL = SYMMETRIC | {"attacked", "criticised", "supported", "threatened"}  # "A und B beschuldigten sich"
HELD = frozenset({"acquired", "owns", "sold"})
MAX_PAIRS = 24
SHORT = 4  # letters of a noun that as the end of a word is chance
LOW = frozenset({"mit", "gegen", "gegenüber", "bei", "vor"})


def claims(context: Context) -> Iterator[Claim]:
    """Claims of every clause that a frame covers, or that takes up an event told before."""
    told: list[tuple[Clause, Claim]] = []
    for clause in context.clauses.values():
        found = list(_direct(context, clause))
        if not found:
            found = list(taken_up(context, with_support(context, clause), told))
        found += named_event(context, with_support(context, clause))
        told += [(clause, claim) for claim in found]
    yield from unrepeated(told)


def _direct(context: Context, clause: Clause) -> Iterator[Claim]:
    """Claims of a clause whose roles are filled in the sentence."""
    key = "verb" if clause.kind == "participle" else clause.kind
    frames = context.frames.index.get((key, clause.lemma), ())
    if frames:
        yield from _clause_claims(context, with_support(context, clause), frames)
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
        for (subject, s_token), (obj, o_token) in _pairs(context, fitted, frame):
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
            predicate, decision = _refused(context, fitted, frame.predicate, decision)
            predicate = struck(fitted, won(context, fitted, predicate))
            predicate = condemned(context, fitted, predicate, subject)
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
        for slot, tokens in context.grammar.noun_arguments(context.tree, token).items():
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


def _done_by_many(clause: Clause, predicate: str) -> bool:
    """Whether a passive says by whom somebody is elected, though that is no entity ("von den Delegierten"), or is but an attribute."""
    return predicate == "appointed" and (clause.kind == "participle" or bool(clause.slots.get("subj")))


def _pairs(context: Context, clause: Clause, frame: Frame) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Subject and object fillers, crossed; partners in one slot, paired."""
    used: list[str] = []
    subjects = _role(context, clause, frame.subject, frame.subject_types, used)
    owned = tuple(
        s for s in frame.object if not (s.endswith("~") and is_nobodys(context, clause, s[:-1], frame.predicate))
    )
    objects = _role(context, clause, owned, frame.object_types, used)
    if subjects and not objects and clause.kind == "verb" and not clause.passive and {"obj", "dat"} & set(frame.object):
        objects = side_by_side(context, clause, frame.object_types)
    if (
        objects
        and not subjects
        and (clause.passive and not _done_by_many(clause, frame.predicate) or clause.kind == "noun")
    ):
        subjects = authority(context, clause, frame.predicate)
    if not (subjects and objects) and frame.predicate in JUDGING:
        found = meant(context, clause, frame.object, frame.object_types, subjects)
        subjects, objects = found if found[1] else (subjects, objects)
    pairs = [(s, o) for s, o in product(subjects, objects) if s[0] != o[0]]
    if not pairs and frame.both:
        pairs = _partners(context, clause, frame)
    mutual = clause.reflexive and not frame.reflexive and frame.predicate in MUTUAL
    if not pairs and not objects and mutual and set(frame.object) & {"obj", "dat"}:
        alone = not frame.light and not any(_is_somebody(context, token) for token in clause.slots.get("mit", ()))
        pairs = [(s, o) for s, o in product(subjects, subjects) if s[0] != o[0] and alone]
    return pairs[:MAX_PAIRS]


def _role(
    context: Context, clause: Clause, slots: tuple[str, ...], types: frozenset[EntityType], used: list[str]
) -> Filled:
    """Fillers of the first slot that has any; a slot fills one role only, and an unmarked obj may be a dat or the reverse."""
    for slot in slots:
        if slot.endswith(">"):
            found = _participants(context, clause, slot[:-1], types)
        elif slot == "dass":
            found = complement_subjects(context, clause, types)
        elif slot in {"asked", "inner"}:
            found = (asked if slot == "asked" else inner)(context, clause, types)
        elif slot == "attack":
            found = attackers(context, clause, types)
        elif slot.endswith("~"):
            found = owners(context, clause, slot[:-1], types - THINGS)
        else:
            agent = slot == "von" and clause.passive and clause.slots.get("subj") == clause.slots.get("von")
            found = [] if agent or slot in used else slot_entities(context, clause, slot, types)
        if not found and slot in {"obj", "dat"}:
            found = _swapped(context, clause, slot, types)
        if found:
            used.append(slot)
            return found
    if clause.kind != "verb":
        return []
    against = _in_match(context, clause, types) if "gegen" in slots else []
    return against or hung_low(context, clause, slots, types)


def side_by_side(context: Context, clause: Clause, types: frozenset[EntityType]) -> Filled:
    """The object that a parser took for a part of the subject's name: "gestern traf Putin [Erdogan]"."""
    tree = context.tree
    return [
        (entity, kid)
        for token in clause.slots.get("subj", ())
        if token > clause.head or clause.auxiliaries
        for kid in tree.kids[token]
        if kid == token + 1 and tree.deps[kid] in {"flat", "flat:name", "appos"} and tree.pos[kid] == "PROPN"
        for entity in direct(context, kid)
        if entity not in direct(context, token) and context.entities[entity].type in types
    ]


def hung_low(context: Context, clause: Clause, slots: tuple[str, ...], types: frozenset[EntityType]) -> Filled:
    """Fillers of a preposition wanted, wherever in a clause: "traf sich nach der Landung mit X"."""
    tree, contested = context.tree, context.lexicon.table("names_events")["contested"]
    wanted = [slot for slot in slots if slot in LOW]
    results = context.lexicon.table("support")["results"]["verbs"]
    for token in clause_tokens(context, clause) if wanted else ():
        found = context.grammar.preposition(tree, token)
        if found is not None and found[0] == "vor" and clause.lemma not in results:
            continue  # "in einer Rede vor der UNO"; only those who win do so before others
        if found is None or found[0] not in wanted or tree.pos[token] not in {"NOUN", "PROPN", "PRON"}:
            continue
        if found[0] == "gegen" and tree.lower[tree.heads[token]].endswith(tuple(contested)):
            continue  # "schoss in der Partie gegen Kolumbien zwei Tore"
        if _belongs(context, tree.heads[token], found[0]):
            continue
        return [(entity, t) for t in tree.conjuncts(token) for entity in fillers(context, t, types)]
    return []


def _in_match(context: Context, clause: Clause, types: frozenset[EntityType]) -> Filled:
    """Whom a match is against that somebody wins or loses: "Im Spiel gegen X siegte Y"."""
    support, tree = context.lexicon.table("support"), context.tree
    nouns = (*support["contested"], *support["occasions"]["contests"])
    if clause.lemma not in support["results"]["verbs"]:
        return []
    matches = (t for slot in ("in", "bei") for t in clause.slots.get(slot, ()) if tree.lower[t].endswith(nouns))
    rivals = (k for t in matches for k in tree.kids[t] if (m := tree.case_mark(k)) and tree.lower[m] == "gegen")
    return [(entity, k) for k in rivals for entity in fillers(context, k, types)]


def _belongs(context: Context, above: int, preposition: str) -> bool:
    """Whether a preposition below a noun is that of an event noun: "nach der Niederlage der Türkei gegen Italien"."""
    tree = context.tree
    for _ in range(3):
        noun = context.clauses.get(above)
        frames = context.frames.index.get(("noun", noun.lemma), ()) if noun is not None else ()
        if any(preposition in (*frame.object, *frame.subject) for frame in frames):
            return True
        if not tree.deps[above].startswith("nmod"):
            return False
        above = tree.heads[above]
    return False


def _participants(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> Filled:
    """Who takes part in the event that a noun in the slot names: "am Gespräch zwischen X und Y teilnehmen"."""
    found: Filled = []
    for token in clause.slots.get(slot, ()):
        noun = context.clauses.get(token)
        if noun is not None and noun.kind == "noun" and ("noun", noun.lemma) in context.frames.index:
            for part in ("zwischen", "mit", "gen", "von", "poss"):
                found += slot_entities(context, noun, part, types)
            found += slot_entities(context, noun, "part", types - BODIES)  # nobody meets the EU at its summit
    return list(dict(found).items())


def _swapped(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> Filled:
    """Fillers of the other object slot whose form allows the case wanted."""
    other, case = ("dat", "A") if slot == "obj" else ("obj", "D")
    if clause.passive or (slot == "dat" and "als" in clause.slots):
        return []  # "schlug X als Ministerin vor"
    return [
        (entity, token)
        for entity, token in slot_entities(context, clause, other, types)
        if case in context.grammar.case(context.tree, token)
    ]


def _partners(context: Context, clause: Clause, frame: Frame) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    types = frame.subject_types | frame.object_types
    if "von" in clause.slots and clause.lemma in context.lexicon.table("support")["speaking"]:
        return []
    if any(_is_somebody(context, token) for slot in frame.object for token in clause.slots.get(slot, ())):
        return []  # "X und Y trafen sich mit Investoren"
    for slot in frame.both:
        found = list(dict(slot_entities(context, clause, slot, types)).items())
        if len(found) > 1:
            return list((combinations if frame.predicate in SYMMETRIC else permutations)(found, 2))
    return []


def _is_somebody(context: Context, token: int) -> bool:
    """Whether a noun is one for people or for a body, whoever they are."""
    word, people = context.tree.words[token], tuple(context.lexicon.table("fillers")["representatives"])
    if role_noun(word, context.lexicon) is not None or word.lower().endswith(people):
        return True
    return head_category(word, context.lexicon) in {"company", "state"}
