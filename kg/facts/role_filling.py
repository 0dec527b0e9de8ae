"""Who fills the two roles of a frame in a clause."""

from __future__ import annotations

from itertools import combinations, permutations, product

from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts.aspects import aspects
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, fillers, slot_entities
from kg.facts.frames import TYPES, Frame
from kg.facts.matters import JUDGING, meant
from kg.facts.occasions import attackers, authority
from kg.facts.owners import asked, complement_subjects, inner, is_nobodys, owners, questioned
from kg.facts.parties import is_event
from kg.facts.setting import PLACE_SLOTS, clause_tokens, there
from kg.facts.situate import SYMMETRIC
from kg.model import LANDS, EntityType

Filled = list[tuple[str, int]]
THINGS = TYPES["thing"]
BODIES = frozenset({EntityType.ORGANIZATION})
MUTUAL = SYMMETRIC | {"attacked", "criticised", "supported", "threatened"}  # "A und B beschuldigten sich"
WHERE = frozenset({*PLACE_SLOTS, "an", "auf", "nach", "zu"})
MAX_PAIRS = 24
WITHIN = {"asked": asked, "dass": complement_subjects, "inner": inner, "ob": questioned}
SHUNNED = frozenset({"rejected", "supported"})
LOW = frozenset({"mit", "gegen", "gegenüber", "bei", "nach", "vor"})


def _done_by_many(clause: Clause, predicate: str) -> bool:
    """Whether a passive says by whom somebody is elected, though that is no entity ("von den Delegierten"), or is but an attribute."""
    return predicate == "appointed" and (clause.kind == "participle" or bool(clause.slots.get("subj")))


def role_pairs(context: Context, clause: Clause, frame: Frame) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Subject and object fillers, crossed; partners in one slot, paired."""
    used: list[str] = []
    subjects = _role(context, clause, frame.subject, frame.subject_types, used)
    owned = tuple(
        s for s in frame.object if not (s.endswith("~") and is_nobodys(context, clause, s[:-1], frame.predicate))
    )
    objects = _role(context, clause, owned, frame.object_types, used)
    wanted = {"obj"} if _makes(context, clause) else {"obj", "dat"}
    if subjects and not objects and clause.kind == "verb" and not clause.passive and wanted & set(frame.object):
        objects = side_by_side(context, clause, frame.object_types)
    if (
        not (subjects and objects)
        and clause.kind == "noun"
        and {"agent", "gen", "von"} <= {*frame.subject, *frame.object}
    ):
        subjects, objects = _genitive_first(context, clause, frame) or (subjects, objects)
    if (
        objects
        and not subjects
        and (clause.passive and not _done_by_many(clause, frame.predicate) or clause.kind == "noun")
    ):
        subjects = authority(context, clause, frame.predicate)
    if objects and not subjects and frame.predicate == "protestedAgainst" and _is_crowd(context, clause):
        subjects = authority(context, clause, frame.predicate)  # "Tausende demonstrierten gegen X"
    if not (subjects and objects) and frame.predicate in JUDGING:
        found = meant(context, clause, frame.object, frame.object_types, subjects)
        subjects, objects = found if found[1] else (subjects, objects)
    if frame.predicate in SHUNNED:
        objects = [pair for one in objects for pair in _with_whom(context, one, frame.object_types)]
    if frame.adjunct == "mit" and _is_undergone(context, clause):
        objects = [(entity, token) for entity, token in objects if context.entities[entity].type in THINGS]
    pairs = [(s, o) for s, o in product(subjects, objects) if s[0] != o[0]]
    if frame.predicate == "defeated":
        pairs = [(s, o) for s, o in pairs if not is_event(context, context.entities[o[0]])]
        pairs = [(s, o) for s, o in pairs if clause.kind != "noun" or _are_rivals(context, s[0], o[0])]
    if not pairs and frame.both:
        pairs = _partners(context, clause, frame)
    mutual = clause.reflexive and not frame.reflexive and frame.predicate in MUTUAL
    if not pairs and not objects and mutual and set(frame.object) & {"obj", "dat"}:
        alone = not frame.light and not any(_is_somebody(context, token) for token in clause.slots.get("mit", ()))
        fit = [(e, t) for e, t in subjects if context.entities[e].type in frame.object_types]
        pairs = [(s, o) for s, o in product(subjects, fit) if s[0] != o[0] and alone]
    return pairs[:MAX_PAIRS]


def _genitive_first(context: Context, clause: Clause, frame: Frame) -> tuple[Filled, Filled] | None:
    """Who does it where both stand by a noun for what somebody undergoes: "Trumps Entlassung von Comey"."""
    tree, doers = context.tree, [t for slot in ("gen", "poss") for t in clause.slots.get(slot, ()) if t < clause.head]
    undergoing = slot_entities(context, clause, "von", frame.object_types)
    if not doers or not undergoing or tree.case_mark(doers[0]) is not None:
        return None
    acting = [(entity, t) for t in doers for entity in fillers(context, t, frame.subject_types)]
    return (acting, undergoing) if acting else None


def _with_whom(context: Context, pair: tuple[str, int], types: frozenset[EntityType]) -> Filled:
    """Whom a joint thing without a name is with: "gegen eine Koalition mit der FPÖ"."""
    joint = tuple(context.lexicon.table("fillers")["joint"])
    if context.entities[pair[0]].named or not context.tree.lower[pair[1]].endswith(joint):
        return [pair]
    noun = Clause(pair[1], "", "noun", context.grammar.noun_arguments(context.tree, pair[1]))
    return slot_entities(context, noun, "mit", types) or [pair]


def _is_undergone(context: Context, clause: Clause) -> bool:
    """Whether a noun's host is the one to whom its verb does something: "mit Hilfe der Polizei wurde X festgenommen"."""
    parent = context.clauses.get(clause.parent) if clause.parent is not None else None
    return parent is not None and parent.passive


def _is_crowd(context: Context, clause: Clause) -> bool:
    """Whether many people who are not named do something."""
    crowd = tuple(context.lexicon.table("fillers")["crowd"])
    return any(context.tree.lower[token].endswith(crowd) for token in clause.slots.get("subj", ()))


def _are_rivals(context: Context, one: str, other: str) -> bool:
    """Whether two may play each other: in "beim 4:1 gegen Altach traf Moser" it is his team that wins."""
    kinds = {context.entities[one].type, context.entities[other].type}
    return EntityType.PERSON not in kinds or len(kinds) == 1


def _role(
    context: Context, clause: Clause, slots: tuple[str, ...], types: frozenset[EntityType], used: list[str]
) -> Filled:
    """Fillers of the first slot that has any; a slot fills one role only, and an unmarked obj may be a dat or the reverse."""
    for slot in slots:
        if slot.endswith(">"):
            found = _participants(context, clause, slot[:-1], types)
        elif slot in WITHIN:
            found = WITHIN[slot](context, clause, types)
        elif slot == "attack":
            found = attackers(context, clause, types)
        elif slot.endswith("~"):
            found = owners(context, clause, slot[:-1], types - THINGS)
        else:
            agent = slot == "von" and clause.passive and clause.slots.get("subj") == clause.slots.get("von")
            found = [] if agent or slot in used else slot_entities(context, clause, slot, types)
            found = found or aspects(context, clause, slot, types & THINGS)
        if not found and slot in {"obj", "dat"}:
            found = _swapped(context, clause, slot, types)
        if found:
            used.append(slot)
            return found
    if clause.kind not in {"verb", "adjective"}:
        return []
    if not WHERE.isdisjoint(slots) and types & LANDS:
        places = [(entity, token) for token, entity in there(context, clause)]
        if places:
            return places[:1]
    against = _in_match(context, clause, types) if "gegen" in slots else []
    return against or hung_low(context, clause, slots, types)


def side_by_side(context: Context, clause: Clause, types: frozenset[EntityType]) -> Filled:
    """The object that a parser took for a part of the subject's name: "gestern traf Putin [Erdogan]"."""
    tree = context.tree
    return [
        (entity, kid)
        for token in clause.slots.get("subj", ())
        if token > clause.head or clause.auxiliaries or clause.marks
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
        filled = [(entity, t) for t in tree.conjuncts(token) for entity in fillers(context, t, types)]
        if filled or found[0] != "nach":  # "floh nach seiner Absetzung nach Belgien"
            return filled
    return []


def _in_match(context: Context, clause: Clause, types: frozenset[EntityType]) -> Filled:
    """Whom a match is against that somebody wins or loses: "Im Spiel gegen X siegte Y"."""
    support, tree = context.lexicon.table("support"), context.tree
    nouns = (*support["contested"], *support["occasions"]["contests"], *support["occasions"]["elections"])
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
    if clause.passive and slot == "dat" and not clause.reflexive:  # "war den USA vorgeworfen worden": who is no subject
        found = slot_entities(context, clause, other, types)
        return [pair for pair in found if _is_dative(context, pair[1])]
    if (clause.passive and not (clause.reflexive and slot == "dat")) or (
        slot == "dat" and ("als" in clause.slots or _makes(context, clause))
    ):
        return []  # "schlug X als Ministerin vor"
    return [
        (entity, token)
        for entity, token in slot_entities(context, clause, other, types)
        if case in context.grammar.case(context.tree, token)
    ]


def _is_dative(context: Context, token: int) -> bool:
    """Whether a phrase can stand in the dative and in no nominative."""
    cases = context.grammar.case(context.tree, token)
    return "D" in cases and "N" not in cases


def _makes(context: Context, clause: Clause) -> bool:
    """Whether a clause says what somebody is made, who then is told nothing: "erklärte X zum Sieger"."""
    return "zu" in clause.slots and clause.lemma in context.lexicon.table("roles")["made"]


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
