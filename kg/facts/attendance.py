"""Who takes part in a named event without a word that says so.

Whoever does something at a summit, loses at an election or comes fourth has been there; a candidate stands for election.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from kg.entities.same_events import elsewhere
from kg.facts.affiliations import is_party
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.matters import JUDGING
from kg.facts.operators import own_operators
from kg.facts.parties import is_event, last, outermost
from kg.facts.role_filling import hung_low
from kg.facts.setting import clause_tokens
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType, Factuality

AT = ("bei", "auf+D", "in+D", "während", "an+D")
MARGINS = ("an", "zu", "in", "nach", "vor", "mit")
OPENING = 3  # sentences that say which contest an article is about
VOTED = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
HELD = frozenset({EntityType.NAMED_EVENT, EntityType.ORGANIZATION})
NAMED_EVENT = frozenset({EntityType.NAMED_EVENT})


@dataclass(frozen=True, slots=True)
class _Occasions:
    """The article's named events by kind, each as (token of a mention, entity), in text order."""

    gatherings: tuple[tuple[int, str], ...]
    contests: tuple[tuple[int, str], ...]
    elections: tuple[tuple[int, str], ...]
    matches: tuple[tuple[int, str], ...]
    wars: tuple[tuple[int, str], ...]
    incidents: tuple[tuple[int, str], ...]


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``participatedIn`` for those who act at an event, compete in one, or stand for one."""
    occasions = _occasions(context)
    if not any((occasions.gatherings, occasions.contests, occasions.matches, occasions.elections, occasions.wars)):
        return
    for clause in context.clauses.values():
        if clause.kind == "verb":
            yield from _acting(context, clause, occasions)
            if occasions.contests or occasions.matches:
                yield from _competing(context, clause, occasions)
            if occasions.elections:
                yield from _polling(context, clause, occasions)
    if occasions.elections:
        yield from _standing(context, occasions)


def _occasions(context: Context) -> _Occasions:
    table = context.lexicon.table("support")["occasions"]
    found: dict[str, list[tuple[int, str]]] = {kind: [] for kind in table}
    for token in sorted(context.mentions):
        for entity in direct(context, token):
            if is_event(context, context.entities[entity]):
                words = context.entities[entity].name.lower().split()
                for kind, endings in table.items():
                    if any(word.endswith(tuple(endings)) for word in words):
                        found[kind].append((token, entity))
                        break
    found["contests"] = outermost(context, found["contests"])
    return _Occasions(**{kind: tuple(pairs) for kind, pairs in found.items()})


def _acting(context: Context, clause: Clause, occasions: _Occasions) -> Iterator[Claim]:
    """Who did something there: "auf dem Gipfel sagte X", "bei der Wahl verlor X"."""
    gathered = {entity for _, entity in (*occasions.gatherings, *occasions.contests, *occasions.matches)}
    voted = {entity for _, entity in occasions.elections}
    if clause.lemma in context.lexicon.table("support")["fighting"]:
        gathered |= {entity for _, entity in occasions.wars}
    for slot, event, e_token in _occasions_of(context, clause):
        types = ACTOR if event in gathered else VOTED if event in voted else frozenset()
        aside = _behind_object(context, clause, e_token) or _is_taken(context, clause, slot)
        if event in voted and slot != "bei" or aside:
            continue
        actors = slot_entities(context, clause, "subj", types)
        if actors and event not in {entity for _, entity in occasions.gatherings}:
            actors += hung_low(context, clause, ("gegen",), types)
        elif not actors:
            actors = _between(context, clause, types)
        actors += _witnesses(context, clause, types)
        for entity, token in actors:
            contested = clause.lemma in context.lexicon.table("support")["results"]["verbs"]
            decision = _nevertheless(context, clause) if contested else decide(context, clause)
            noun = context.clauses.get(e_token)
            if decision.factuality is Factuality.ASSERTED and noun is not None and _is_ahead(context, noun):
                decision = replace(decision, factuality=Factuality.PLANNED)  # "beim kommenden Gipfel trifft X Y"
            tokens = (token, e_token)
            yield make_claim(context, clause, "participatedIn", entity, event, "attendance/at", decision, tokens)


def _is_ahead(context: Context, event: Clause) -> bool:
    """Whether an event is yet to come by its own words."""
    return any(operator.effect is Factuality.PLANNED for operator in own_operators(context, event))


def _occasions_of(context: Context, clause: Clause) -> Iterator[tuple[str, str, int]]:
    """Events at which a clause happens, as (slot, event, token): "auf dem Gipfel", "am Rande des Gipfels", "sagte nach dem Spiel"."""
    tree, table = context.tree, context.lexicon.table("support")
    for slot in AT:
        yield from ((slot, event, token) for event, token in slot_entities(context, clause, slot, HELD))
    for slot in MARGINS:
        for token in clause.slots.get(slot, ()):
            if tree.lower[token] in table["margins"]:
                margin = Clause(token, "", "noun", context.grammar.noun_arguments(tree, token))
                yield from ((slot, event, at) for event, at in slot_entities(context, margin, "gen", HELD))
    for slot in MARGINS:
        for token in clause.slots.get(slot, ()):
            if tree.lower[token].endswith(tuple(table["outcomes"])):
                outcome = Clause(token, "", "noun", context.grammar.noun_arguments(tree, token))
                own = {"gen", "von"}.isdisjoint(outcome.slots)  # "nach dem Auftritt des Kanzlers beim Gipfel sagte X"
                found = (pair for at in AT if own for pair in slot_entities(context, outcome, at, HELD))
                yield from ((slot, event, at) for event, at in found)
    if clause.lemma in context.lexicon.table("reporting")["verbs"]:
        endings = (*table["occasions"]["matches"], *table["meetings"])
        for slot in ("nach", "vor"):
            for event, token in slot_entities(context, clause, slot, NAMED_EVENT):
                if tree.lower[token].endswith(endings) and not _is_of_others(context, clause, token):
                    yield slot, event, token


def _is_of_others(context: Context, clause: Clause, event: int) -> bool:
    """Whether a meeting is a party's of which who speaks before or after it is not known to be: "nach dem Parteitag der SPD"."""
    phrase = Clause(event, "", "noun", context.grammar.noun_arguments(context.tree, event))
    hosts = {
        e for s in ("gen", "von", "part") for e, _ in slot_entities(context, phrase, s, VOTED) if is_party(context, e)
    }
    titles = [
        role.lower() for e, _ in slot_entities(context, clause, "subj", VOTED) for role in context.entities[e].roles
    ]
    own = any(context.entities[e].name.lower() in title for e in hosts for title in titles)
    speaking = {e for e, _ in slot_entities(context, clause, "subj", VOTED)}
    return bool(hosts) and not own and hosts.isdisjoint(speaking)


def _is_taken(context: Context, clause: Clause, slot: str) -> bool:
    """Whether a verb says of an event that one is not there, or judges it: "fehlt beim Gipfel", "stört sich an der Konferenz"."""
    name = slot.partition("+")[0]
    frames = (f for f in context.frames.index.get(("verb", clause.lemma), ()) if name in f.object and not f.light)
    absent = Factuality.NEGATED.value
    return any(
        frame.factuality == absent or frame.predicate in JUDGING and frame.reflexive <= clause.reflexive
        for frame in frames
    )


def _between(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Those between whom something is said to happen there: "kam es auf dem Gipfel zu einem Streit zwischen X und Y"."""
    nouns = [token for slot in ("subj", "zu", "obj") for token in clause.slots.get(slot, ())]
    phrases = (Clause(t, "", "noun", context.grammar.noun_arguments(context.tree, t)) for t in nouns)
    return [pair for phrase in phrases for pair in slot_entities(context, phrase, "zwischen", types)]


def _witnesses(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Who is said to be there: "gedachte bei der Feier im Beisein [des Ministers]"."""
    nouns = context.lexicon.table("support")["presence"]
    tokens = [t for t in clause.slots.get("in", ()) if context.tree.lower[t] in nouns]
    phrases = (Clause(t, "", "noun", context.grammar.noun_arguments(context.tree, t)) for t in tokens)
    return [
        pair for phrase in phrases for slot in ("gen", "von") for pair in slot_entities(context, phrase, slot, types)
    ]


def _behind_object(context: Context, clause: Clause, event: int) -> bool:
    """Whether the event stands right behind a noun that is no subject: "verurteilte die Krawalle beim Gipfel"."""
    tree, mark = context.tree, context.tree.case_mark(event)
    before = mark - 1 if mark is not None else -1
    if before < 0 or tree.pos[before] != "NOUN" or before in clause.slots.get("subj", ()):
        return False
    return tree.deps[before] in {"obj", "nmod"} and context.times.get(before) is None


def _competing(context: Context, clause: Clause, occasions: _Occasions) -> Iterator[Claim]:
    """Who has a result in "Deutschland belegte den fünften Platz": in the contest that the text was last about."""
    table = context.lexicon.table("support")["results"]
    prizes = {context.tree.lower[t] for slot in ("obj", "auf", "in", "um", "subj") for t in clause.slots.get(slot, ())}
    won = clause.lemma in table["prized"] and any(word.endswith(tuple(table["prizes"])) for word in prizes)
    won = won or clause.lemma in table["prized"] and _is_placed(context, clause)
    rivals = _rivals(context, clause, table["rivals"])
    if clause.lemma not in table["verbs"] and not won and not rivals and not _races(context, clause, occasions):
        return
    if _loses_a_thing(context, clause):
        return
    event = last(occasions.contests or occasions.matches, context, clause.head)
    if event is None:
        return
    slots = ("subj", rivals) if rivals else ("subj", "an", "neben") if won else ("subj", "obj", "dat")
    actors = [pair for slot in slots for pair in slot_entities(context, clause, slot, ACTOR)]
    for entity, token in actors + hung_low(context, clause, ("gegen",), ACTOR):
        decision = _nevertheless(context, clause)
        yield make_claim(context, clause, "participatedIn", entity, event, "attendance/result", decision, (token,))


def _rivals(context: Context, clause: Clause, verbs: Mapping[str, str]) -> str:
    """The slot of those whom the subject is to play, where both are of one kind: "trifft auf Spanien"; else ""."""
    slot = verbs.get(clause.lemma, "")
    if not slot:
        return ""
    others = slot_entities(context, clause, slot, ACTOR) or hung_low(context, clause, (slot,), ACTOR)
    sides = (slot_entities(context, clause, "subj", ACTOR), others)
    one, other = ({context.entities[entity].type is EntityType.PERSON for entity, _ in side} for side in sides)
    return slot if one and one == other else ""


def _nevertheless(context: Context, clause: Clause) -> Decision:
    """Who fails to win has taken part all the same: "erreichte die Mehrheit nicht"; but "will nicht verlieren" is yet to."""
    decision = decide(context, clause)
    if decision.factuality is not Factuality.NEGATED:
        return decision
    slots = {slot: tokens for slot, tokens in clause.slots.items() if slot not in {"subj", "obj"}}
    bare = decide(context, replace(clause, modifiers=(), slots=slots)).factuality
    return replace(decision, factuality=Factuality.ASSERTED if bare is Factuality.NEGATED else bare)


def _races(context: Context, clause: Clause, occasions: _Occasions) -> bool:
    """Whether somebody falls, leads or gives up where the article's first sentences name a contest."""
    sentence_of, verbs = context.tree.sentence_of, context.lexicon.table("support")["results"]["racing"]
    return (
        clause.lemma in verbs
        and not clause.slots.get("obj")
        and any(sentence_of[token] < OPENING for token, _ in occasions.contests)
        and bool(slot_entities(context, clause, "subj", frozenset({EntityType.PERSON})))
    )


def _is_placed(context: Context, clause: Clause) -> bool:
    """Whether somebody is or becomes such and such a number, or a champion: "wurde Zweiter", "kam als Fünfter ins Ziel"."""
    tree, table = context.tree, context.lexicon.table("support")["results"]
    ranks = [k for k in tree.kids[clause.head] if tree.deps[k] == "xcomp"] + list(clause.slots.get("als", ()))
    words = [(tree.lower[k], tree.lower[k].rstrip("nr").removesuffix("e")) for k in ranks]
    return any(whole.endswith(tuple(table["champions"])) or stem in table["ranks"] for whole, stem in words)


def _loses_a_thing(context: Context, clause: Clause) -> bool:
    """Whether what is lost or won is nothing that is contested: "verlor ein Betonteil", but "verlor das Spiel"."""
    support = context.lexicon.table("support")
    if clause.lemma not in support["winning"] or clause.passive:
        return False
    contested = (*support["results"]["prizes"], *support["contested"], *chain(*support["occasions"].values()))
    objects = [token for token in clause.slots.get("obj", ()) if context.tree.pos[token] == "NOUN"]
    return bool(objects) and not any(context.tree.lower[token].endswith(tuple(contested)) for token in objects)


def _polling(context: Context, clause: Clause, occasions: _Occasions) -> Iterator[Claim]:
    """Which party or candidate has votes or seats: "Die FPÖ kam auf 26 Prozent", in the election last spoken of."""
    table, tree = context.lexicon.table("support")["polls"], context.tree
    if clause.lemma not in table["verbs"]:
        return
    predicate = [
        low for kid in tree.kids[clause.head] if tree.deps[kid] in {"xcomp", "nsubj"} for low in tree.kids[kid]
    ]
    words = {tree.lower[token] for token in (*clause_tokens(context, clause), *predicate)}
    if not any(word.endswith(tuple(table["shares"])) for word in words) or _of_a_thing(context, clause):
        return
    start, end = tree.sentences[tree.sentence_of[clause.head]]
    event = last(occasions.elections, context, clause.head)
    actors = [pair for slot in ("subj", "obj", "für") for pair in slot_entities(context, clause, slot, VOTED)]
    if event is None:
        return
    for entity, token in actors:
        if is_party(context, entity) or context.entities[entity].type is EntityType.PERSON:
            decision = _nevertheless(context, clause)
            if any(word.startswith(tuple(table["forecast"])) for word in tree.lower[start:end]):
                decision = replace(decision, factuality=Factuality.PLANNED)
            yield make_claim(context, clause, "participatedIn", entity, event, "attendance/poll", decision, (token,))


def _of_a_thing(context: Context, clause: Clause) -> bool:
    """Whether a share is one of no votes: "erhielt 5 Prozent [Rabatt]", "hat 20 Prozent der [Stimmrechte]"."""
    tree, table = context.tree, context.lexicon.table("support")["polls"]
    percents = [t for t in clause_tokens(context, clause) if tree.lower[t].endswith(tuple(table["percents"]))]
    after = [k for t in percents for k in (*tree.kids[t], t + 1) if t < k < len(tree.words) and tree.pos[k] == "NOUN"]
    wholes = [tree.lower[k] for k in after if tree.case_mark(k) is None]
    return bool(wholes) and not any(word.endswith(tuple(table["voters"])) for word in wholes)


def _standing(context: Context, occasions: _Occasions) -> Iterator[Claim]:
    """A candidate ("SPD-Kanzlerkandidat Martin Schulz") stands for the election that the article is about."""
    endings = tuple(context.lexicon.table("support")["candidates"])
    elections = list(dict.fromkeys(entity for _, entity in occasions.elections))
    for token in context.mentions:
        if not context.tree.lower[token].endswith(endings):
            continue
        event = _election(context, context.tree.lower[token], elections, occasions.elections)
        clause = Clause(token, "", "noun")
        for entity in direct(context, token):
            person = context.entities[entity]
            foreign = event is not None and _is_of_elsewhere(context, token, event)
            if event and person.type is EntityType.PERSON and not (person.weak or foreign):  # "ein Kandidat" is nobody
                decision = Decision(Factuality.ASSERTED if _has_stood(context, token) else Factuality.PLANNED)
                yield make_claim(
                    context, clause, "participatedIn", entity, event, "attendance/candidate", decision, (token,)
                )


def _is_of_elsewhere(context: Context, title: int, event: str) -> bool:
    """Whether a candidate is one of another land than an election's: "der hessische Spitzenkandidat X" and the Landtag of Bavaria."""
    tree = context.tree
    nouns = {title, tree.heads[title] if tree.deps[title] == "conj" else title}  # "der hessische CDU-Chef und Kandidat"
    words = " ".join(tree.words[kid] for noun in nouns for kid in tree.kids[noun] if tree.deps[kid] == "amod")
    return elsewhere(words, context.entities[event].name, context.lexicon)


def _has_stood(context: Context, token: int) -> bool:
    """Whether the election is over for a candidate: "der unterlegene Kandidat"."""
    tree, past = context.tree, context.lexicon.table("support")["past_candidates"]
    return any(
        tree.deps[k] == "amod" and tree.lower[k].rstrip("nrsm").removesuffix("e") in past for k in tree.kids[token]
    )


def _election(context: Context, title: str, elections: list[str], told: tuple[tuple[int, str], ...]) -> str | None:
    """The election that a candidate's title fits; the only one of the article, or the one told of most, fits all."""
    named = [
        e
        for e in elections
        if any(p in title for p in ("präsident", "bürgermeister") if p in context.entities[e].name.lower())
    ]
    if named or len(elections) == 1:
        return (named or elections)[0]
    count = Counter(e for _, e in told)
    return count.most_common(1)[0][0] if count.most_common(2)[0][1] > count.most_common(2)[1][1] else None
