"""What a clause leaves to the article: events told before, parties of named events, the authority behind a passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.roles import role_noun
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.deeds import Told, reaction
from kg.facts.factuality import decide
from kg.facts.fillers import direct, fillers, slot_entities
from kg.facts.frames import ACTOR, Frame
from kg.facts.setting import place_of
from kg.facts.situate import make_claim
from kg.model import Claim, Entity, EntityType, Factuality

COMMON = frozenset({"Meeting", "Contact", "Negotiation", "Attack", "Charge", "Protest"})
VIOLENT = frozenset({"Attack", "Protest"})
PARTIES = ("zwischen", "gen", "poss", "von", "mit", "gegen", "adj", "part", "sup", "attending")
LEGAL = frozenset({"charged", "investigated"})  # a court in the next sentence may be the higher one
DEADLY = frozenset({"attacked", "killed"})
OF = ("gen", "von", "part", "adj", "durch")
COUNTRY = EntityType.COUNTRY
PERSON = frozenset({EntityType.PERSON})
TALKS = frozenset({"met", "talkedWith", "negotiatedWith"})


def taken_up(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Claims of a clause that takes up an event told before with one participant named.

    "sagte seine Teilnahme ab": the participation told before. "Anwesend war auch Y": at the talks told before.
    """
    if clause.kind == "noun" and (clause.slots.get("poss") or clause.slots.get("gen")):
        yield from _same_noun(context, clause, told)
    elif clause.kind == "noun" and _is_taking_over(context, clause):
        yield from _succession(context, clause, told)
    elif clause.lemma in context.lexicon.table("support")["present"]:
        yield from _attendance(context, clause, told)
    elif _among_guests(context, clause):
        yield from _guests(context, clause)
    elif clause.lemma in context.lexicon.table("support")["rebuffs"]["verbs"]:
        found = list(_rebuffed(context, clause, told))
        yield from found or reaction(context, clause, told)
    elif clause.kind == "verb":
        yield from reaction(context, clause, told)


def _succession(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Whom a successor follows that the clause leaves out: who leaves in the two sentences before, or is the only one to leave."""
    if clause.slots.get("von") or not clause.slots.get("subj"):
        return
    sentence_of, here = context.tree.sentence_of, context.tree.sentence_of[clause.head]
    leaving = context.lexicon.table("support")["leaving"]
    gone = {c.head: claim.object for c, claim in told if claim.predicate == "dismissed"}
    for other in context.clauses.values():
        if other.kind == "verb" and other.lemma in leaving and other.head < clause.head:
            for person, _ in slot_entities(context, other, "subj", PERSON)[:1]:
                gone.setdefault(other.head, person)
    gone |= {head: person for head, person in _resigning(context, clause) if head not in gone}
    near = [head for head in gone if 0 <= here - sentence_of[head] <= 2]
    near = near or (list(gone) if len(set(gone.values())) == 1 else [])
    if clause.lemma not in context.lexicon.table("support")["successors"]:
        near = [head for head in near if _held(context, gone[head], context.tree.words[clause.head])]
    for person, token in slot_entities(context, clause, "subj", PERSON) if near else ():
        before = gone[max(near)]
        if person != before:
            yield make_claim(
                context, clause, "succeeded", person, before, "frames/succession", decide(context, clause), (token,)
            )


def _is_taking_over(context: Context, clause: Clause) -> bool:
    """Whether a noun tells who comes after somebody: "Nachfolger wird X", "Neuer Finanzminister wird X"."""
    support = context.lexicon.table("support")
    if clause.lemma in support["successors"]:
        return True
    parent = context.clauses.get(clause.parent) if clause.parent is not None else None
    becoming = (
        parent is not None and parent.lemma in support["becoming"] and clause.head not in clause.slots.get("subj", ())
    )
    role = role_noun(context.tree.words[clause.head], context.lexicon) if becoming else None
    return role is not None and role.relation in {"heads", "worksFor"}


def _held(context: Context, person: str, word: str) -> bool:
    """Whether somebody is called by the office that a word names."""
    title = word.removesuffix("in")
    return any(held.split()[-1].removesuffix("in") == title for held in context.entities[person].roles if held)


def _resigning(context: Context, clause: Clause) -> Iterator[tuple[int, str]]:
    """Whose resignation a noun before a clause names: "hat seinen Rücktritt verkündet", "nach dem Abgang von X"."""
    nouns = context.lexicon.table("support")["resignations"]
    for other in context.clauses.values():
        named = other.kind == "noun" and other.lemma in nouns and other.head < clause.head
        if named and decide(context, other).factuality is not Factuality.NEGATED:
            for slot in ("poss", "gen", "von"):
                yield from ((other.head, person) for person, _ in slot_entities(context, other, slot, PERSON)[:1])


def _same_noun(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    named = {e for slot in ("poss", "gen") for e, _ in slot_entities(context, clause, slot, ACTOR)}
    for earlier, claim in told:
        if earlier.kind != "noun" or earlier.lemma != clause.lemma or named != {claim.subject}:
            continue
        decision, tokens = decide(context, clause), (clause.head, clause.head)
        rule = "frames/anaphora"
        yield make_claim(context, clause, claim.predicate, claim.subject, claim.object, rule, decision, tokens)
        above = context.clauses.get(clause.parent) if clause.parent is not None else None
        if above and claim.predicate == "participatedIn" and decision.factuality is Factuality.NEGATED:
            refusal = decide(context, above)
            yield make_claim(context, above, "rejected", claim.subject, claim.object, rule, refusal, tokens)
        return


def _attendance(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Who is present meets those who were said to talk, and takes part in the gathering that the text told of last.

    "An der Unterredung nimmt auch X teil" is about a talk, not about any gathering.
    """
    rule = "frames/attendance"
    if _elsewhere(context, clause):
        return
    events = [claim.event for _, claim in told if claim.predicate in TALKS]
    group = [claim for _, claim in told if events and claim.event == events[-1]]
    people = dict.fromkeys(p for c in group if c.predicate in TALKS for p in (c.subject, c.object))
    occasions = dict.fromkeys(c.object for c in group if c.predicate == "participatedIn")
    gathering = [] if clause.slots.get("an") else _gathering_before(context, clause.head)
    decision = decide(context, clause)
    for subject, token in slot_entities(context, clause, "subj", ACTOR):
        for other in (p for p in people if p != subject):
            yield make_claim(context, clause, "met", subject, other, rule, decision, (token,))
        for occasion in occasions or gathering:
            yield make_claim(context, clause, "participatedIn", subject, occasion, rule, decision, (token,))
    for subject, token in _instead(context, clause) if decision.factuality is Factuality.NEGATED else ():
        for occasion in occasions or gathering:
            yield make_claim(context, clause, "participatedIn", subject, occasion, rule, Decision(), (token,))


def _elsewhere(context: Context, clause: Clause) -> bool:
    """Whether what somebody attends is told and no talk: "an der Konferenz, die im Herbst stattfindet, nimmt auch X teil"."""
    talks = tuple(context.lexicon.table("support")["encounters"])
    return any(not context.tree.lower[token].endswith(talks) for token in clause.slots.get("an", ()))


def _among_guests(context: Context, clause: Clause) -> bool:
    """Whether a clause counts its subject "zu den Gästen" or "unter die Teilnehmer"."""
    endings = tuple(context.lexicon.table("support")["guests"])
    those = counted_among(context, clause) if clause.kind == "verb" else ()
    return any(context.tree.lower[token].endswith(endings) for token in those)


def counted_among(context: Context, clause: Clause) -> list[int]:
    """Among whom a clause counts its subject: "Unter den Opfern ist X", "X zählt zu den Gästen"; not "fehlte unter", "sprach zu"."""
    counting = context.lexicon.table("support")["counting"]
    if clause.kind == "verb" and clause.lemma not in counting:
        return []
    return [t for slot in ("unter", "zu") for t in clause.slots.get(slot, ())]


def _guests(context: Context, clause: Clause) -> Iterator[Claim]:
    """Guests take part in the gathering that the text told of last."""
    decision, gathering = decide(context, clause), _gathering_before(context, clause.head)
    for subject, token in slot_entities(context, clause, "subj", ACTOR) if gathering else ():
        yield make_claim(
            context, clause, "participatedIn", subject, gathering[0], "frames/attendance", decision, (token,)
        )


def _gathering_before(context: Context, token: int) -> list[str]:
    """The gathering with a name that the text mentioned last before a token."""
    endings = tuple(context.lexicon.table("support")["occasions"]["gatherings"])
    for at in range(token - 1, -1, -1):
        for entity in direct(context, at):
            found = context.entities[entity]
            if found.type is EntityType.NAMED_EVENT and any(w.endswith(endings) for w in found.name.lower().split()):
                return [entity]
    return []


def _instead(context: Context, clause: Clause) -> list[tuple[str, int]]:
    """In "X war nicht anwesend, dafür Y" those for whom the contrary holds."""
    tree, words = context.tree, context.lexicon.table("support")["instead"]
    kids = [
        k for k in tree.kids[clause.head] if k > clause.head and any(tree.lower[low] in words for low in tree.kids[k])
    ]
    return [(e, t) for kid in kids for t in tree.conjuncts(kid) for e in fillers(context, t, ACTOR)]


def named_event(context: Context, clause: Clause) -> Iterator[Claim]:
    """Who is named with an event that the article treats as an entity takes part in it, and it lies where it is said to.

    "der Krieg zwischen X und Y", "führt mit Y in Rom ein Gespräch".
    """
    frames = context.frames.index.get(("noun", clause.lemma), ()) if clause.kind == "noun" else ()
    frames = tuple(frame for frame in frames if not (frame.whole and clause.modifier))
    events = [e for e in direct(context, clause.head) if context.entities[e].type is EntityType.NAMED_EVENT]
    if not events or not frames or frames[0].event not in COMMON:
        return
    others = {"gegen"} if frames[0].event == "Protest" else {"attending"} if clause.slots.get("zwischen") else set()
    if clause.relation == "nach" and frames[0].event in VIOLENT:
        others |= {"attending"}  # "nach dem Aufstand war er in Wien"
    parties = () if _is_strike(context, clause, frames[0]) else [slot for slot in PARTIES if slot not in others]
    people = {
        entity: token
        for slot in parties
        for entity, token in slot_entities(context, clause, slot, ACTOR)
        if slot != "part"
        or context.entities[entity].type is not EntityType.ORGANIZATION  # "der G7-Gipfel" is no guest's
    }
    decision = decide(context, clause)
    other = {entity for entity, _ in slot_entities(context, clause, "mit", ACTOR)}
    one_sided = frames[0].event == "Negotiation" and people.keys() == other  # "die Beitrittsverhandlungen mit Serbien"
    for entity, token in people.items() if not one_sided else ():
        yield make_claim(
            context, clause, "participatedIn", entity, events[0], "frames/named-event", decision, (token, clause.head)
        )
    alone = replace(clause, parent=None) if _is_received(context, clause) else clause
    place = place_of(context, alone, (events[0], events[0]))
    if (
        place is not None and decision.factuality is not Factuality.NEGATED
    ):  # "bei den Gesprächen in Genf gab es keine Einigung"
        yield make_claim(context, clause, "locatedIn", events[0], place, "frames/named-event", decision, (clause.head,))


def _is_received(context: Context, event: Clause) -> bool:
    """Whether a verb tells how an event is received, which is elsewhere: "die Gespräche mit X stoßen in Wien auf Kritik"."""
    verb = context.clauses.get(event.parent) if event.parent is not None else None
    return verb is not None and event.relation == "subj" and verb.lemma in context.lexicon.table("support")["received"]


def _is_strike(context: Context, clause: Clause, frame: Frame) -> bool:
    """Whether an event is an attack, which has a doer and a victim, and no war, which has parties."""
    wars = tuple(context.lexicon.table("support")["occasions"]["wars"])
    return frame.event == "Attack" and not context.tree.lower[clause.head].endswith(wars)


def authority(context: Context, clause: Clause, predicate: str) -> list[tuple[str, int]]:
    """Who must have done what a passive or a noun leaves without a doer.

    The police, prosecution or court that the text names nearest before, or of a legal step in the next sentence; else the
    country where it happened, if it is one of the article's own.
    """
    if predicate in DEADLY:
        return attackers(context, clause, ACTOR)
    always = context.lexicon.table("support")["always_with"].get(clause.lemma)
    if always is not None:  # "die Beitrittsverhandlungen mit der Türkei"
        return [(entity.id, clause.head) for entity in context.entities.values() if entity.name == always][:1]
    words = tuple(context.lexicon.table("support")["authorities"].get(predicate, ()))
    if not words or clause.lemma in context.lexicon.table("support")["reporting_crimes"]:
        return []
    tree, number = context.tree, context.tree.sentence_of[clause.head]
    far = clause.kind != "noun" and predicate != "appointed"
    first = 0 if far else tree.sentences[max(0, number - 2)][0]
    low, end = tree.sentences[number]
    if any(tree.lower[t] in context.lexicon.table("support")["turning"] for t in range(low, end)):
        first = low  # "In Linz wurde unterdessen ein Mann verhaftet"
    own = {token for slot in ("obj", "dat", "gen", "subj", "in", "bei") for token in clause.slots.get(slot, ())}
    above = context.clauses.get(clause.parent) if clause.parent is not None else None
    own.update(above.slots.get("bei", ()) if above is not None else ())  # "bei der Staatsanwaltschaft angezeigt"
    if above is not None and above.lemma in context.lexicon.table("support")["undoing"]:
        own.update(above.slots.get("subj", ()))  # "Der Gerichtshof hob das Urteil auf"
    ahead = clause.passive and predicate in LEGAL
    after = range(end, tree.sentences[min(len(tree.sentences), number + 2) - 1][1])
    for token in (*reversed(range(first, end)), *(after if ahead else ())):
        for entity in direct(context, token) if token not in own else ():
            found = context.entities[entity]
            kind = EntityType.GROUP if predicate == "protestedAgainst" else EntityType.ORGANIZATION
            if found.type is kind and any(w in found.name.lower() for w in words):
                return [(entity, token)]
    state = far and predicate != "protestedAgainst"
    return [(e, clause.head) for e in _country(context, clause)] if state else []


def attackers(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Whose attack it was in which somebody died: "bei einem Angriff der Taliban getötet", "bei einem US-Luftangriff"."""
    for slot in ("bei", "durch", "in", "nach"):
        for token in clause.slots.get(slot, ()):
            noun = context.clauses.get(token)
            frames = context.frames.index.get(("noun", noun.lemma), ()) if noun is not None else ()
            if noun is not None and frames and frames[0].predicate == "attacked":
                found = (slot_entities(context, noun, part, types) for part in OF)
                return next((pairs for pairs in found if pairs), [])
    return []


def _country(context: Context, clause: Clause) -> list[str]:
    """The country in which a clause happens, if the article names it."""
    place = context.entities.get(place_of(context, clause, ("", "")) or "")
    if place is None:
        return []
    country = place.id if place.type is COUNTRY else place.country or _country_of_town(context, place)
    return [country] if country is not None and country in context.entities else []


def _country_of_town(context: Context, place: Entity) -> str | None:
    """The country of the town that a building or airport has its name of ("Flughafen von Chicago")."""
    towns = (e for e in context.entities.values() if e.type is EntityType.PLACE and e.country and e.name in place.name)
    return next((town.country for town in towns), None)


def _rebuffed(context: Context, clause: Clause, told: Told) -> Iterator[Claim]:
    """Who "wies die Kritik zurück" rejects who criticised him, as told before; "die Forderung", who demanded it of him."""
    objects = [context.tree.lower[t] for t in clause.slots.get("obj", ())]
    rebuffs = context.lexicon.table("support")["rebuffs"]
    back = any(word in rebuffs["back"] for word in objects) and clause.lemma not in rebuffs["offers"]
    last = (
        told[-1:]
        if told and context.tree.sentence_of[told[-1][0].head] == context.tree.sentence_of[clause.head] - 1
        else []
    )
    for predicate, nouns in rebuffs["of"].items():
        named = any(word.endswith(tuple(nouns)) for word in objects)
        if not back and not named:
            continue
        for subject, token in slot_entities(context, clause, "subj", ACTOR):
            earlier = [c for _, c in (told if named else last) if c.predicate == predicate and c.subject != subject]
            aimed = [c for c in earlier if c.object == subject or _stands_for(context, subject, c.object)]
            if aimed:
                decision, rule = decide(context, clause), "frames/rebuff"
                yield make_claim(context, clause, "rejected", subject, aimed[-1].subject, rule, decision, (token,))
                return


def _stands_for(context: Context, person: str, body: str) -> bool:
    """Whether a person and a country or organisation belong together: one country, or the body's name in a role of his."""
    one, other = context.entities[person], context.entities[body]
    if one.type is not EntityType.PERSON or other.type is EntityType.PERSON:
        return False
    if other.type is COUNTRY:
        return one.country is not None and one.country == other.country
    return any(other.name.lower() in role.lower() for role in one.roles)
