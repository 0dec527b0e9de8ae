"""Which of several deeds a verb names: a meeting or a talk, a sentence or a blow of words, a victory or an attack."""

from __future__ import annotations

from dataclasses import replace

from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import head_category
from kg.facts.affiliations import is_party
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, slot_entities
from kg.facts.frames import ACTOR
from kg.facts.setting import clause_tokens
from kg.model import Claim, EntityType


def face_to_face(context: Context, claim: Claim, clause: Clause) -> Claim:
    """Who speaks or has a talk with somebody at a place meets them there ("sprach mit ihm in Genf"); phoning is another verb."""
    table = context.lexicon.table("support")
    talk = clause.lemma in table["conversations"] and not clause.modifier and "in" in clause.slots
    if claim.predicate != "talkedWith" or claim.place is None or clause.lemma not in table["face_to_face"] and not talk:
        return claim
    return replace(claim, predicate="met")


def condemned(context: Context, clause: Clause, predicate: str, subject: str) -> str:
    """Only a court sentences; any other body that "verurteilt" somebody, and to nothing, condemns.

    Empty where a body that is no court upholds a sentence.
    """
    entity = context.entities[subject]
    if predicate == "supported" and clause.lemma == "empfehlen" and _to_do(context, clause):
        return "demandedFrom"
    if predicate == "criticised" and clause.lemma == "verurteilen" and "zu" in clause.slots:
        return "convicted"  # "Richter X verurteilte ihn zu einer Haftstrafe"
    if predicate == "criticised" and _prosecutes(context, clause, entity.name):
        return "charged"
    if predicate != "convicted" or entity.type is not EntityType.ORGANIZATION:
        return predicate
    court = any(part in entity.name.lower() for part in context.lexicon.table("support")["courts"])
    if clause.lemma in context.lexicon.table("support")["upholding"]:
        return predicate if court else ""  # "die Zeitung bestätigte den Schuldspruch"
    sentenced = clause.lemma != "verurteilen" or clause.passive or "zu" in clause.slots or court
    return predicate if sentenced else "criticised"


def _prosecutes(context: Context, clause: Clause, name: str) -> bool:
    """Whether it is a prosecution that accuses: "Die Staatsanwaltschaft wirft ihm Untreue vor"."""
    table = context.lexicon.table("support")["prosecuting"]
    if clause.lemma not in table["verbs"] or not any(word in name.lower() for word in table["bodies"]):
        return False
    offences = tuple(table["offences"])
    return any(context.tree.lower[token].endswith(offences) for token in clause_tokens(context, clause))


def _to_do(context: Context, clause: Clause) -> bool:
    """Whether somebody is told to do something: "empfahl ihm, [Wahlen auszurufen]"."""
    inner = (context.clauses.get(kid) for kid in context.tree.kids[clause.head])
    return any(one is not None and one.infinitive and one.relation in {"xcomp", "ccomp"} for one in inner)


def scored(context: Context, clause: Clause) -> bool:
    """Whether a clause gives a score: "2:2"."""
    words = (context.tree.lower[token] for token in clause_tokens(context, clause))
    return any(word[:1].isdigit() and ":" in word for word in words)


def joined(context: Context, clause: Clause, predicate: str, body: str) -> str:
    """Who goes to a party or leaves it is one of its members, not of its staff."""
    joining = clause.lemma in context.lexicon.table("roles")["joining"]
    return "memberOf" if predicate == "worksFor" and joining and is_party(context, body) else predicate


GOVERNED = frozenset({"organ", "party", "state"})
"""The kinds of bodies that nobody buys: who takes them over leads them."""


def coached(context: Context, clause: Clause, predicate: str, subject: str, body: str) -> str:
    """Who takes over a team trains it ("hatte den Klub von Jan Moser übernommen"), who takes over a ministry heads it."""
    person = context.entities[subject].type is EntityType.PERSON
    if predicate != "acquired" or not person:
        return predicate
    kind = head_category(context.entities[body].name.split()[0], context.lexicon)
    if clause.lemma == "übernehmen" and (kind in GOVERNED or _is_house(context, body)):
        return "heads"
    if not _as_coach(context, clause, subject):
        return predicate
    known = gazetteer(context.lexicon).names.get(context.entities[body].name)
    return "worksFor" if known is not None and known.category == "team" else predicate


def _is_house(context: Context, body: str) -> bool:
    """Whether a body is a museum, a theatre, a school or the like, which persons direct and do not buy."""
    name, houses = context.entities[body].name, tuple(context.lexicon.table("alliances")["houses"])
    known = gazetteer(context.lexicon).names.get(name)
    told = known is not None and known.category in {"site", "society"}
    return told or any(word.endswith(houses) for word in name.lower().split())


def _as_coach(context: Context, clause: Clause, person: str) -> bool:
    """Whether it is a coach who takes over, from a colleague or "als Trainer"; and nobody pays."""
    support, tree = context.lexicon.table("support"), context.tree
    if any(tree.lower[t] in support["prices"] for t in clause_tokens(context, clause)):
        return False
    before = [e for t in clause.slots.get("von", ()) for e in direct(context, t)]
    titles = [*context.entities[person].roles, *(tree.words[t] for t in clause.slots.get("als", ()))]
    coach = any(title.lower().endswith(tuple(support["coaches"])) for title in titles)
    return coach or any(context.entities[e].type is EntityType.PERSON for e in before)


def sued(context: Context, clause: Clause, predicate: str) -> str:
    """Who goes "gerichtlich" or "mit einer Klage" against somebody sues him, and who attacks him "scharf" only criticises him."""
    if predicate != "attacked" or clause.lemma not in {"angreifen", "vorgehen"}:
        return predicate
    support = context.lexicon.table("support")
    words = [context.tree.lower[token] for token in clause_tokens(context, clause)]
    if clause.lemma == "angreifen":  # "griff die SPÖ scharf an"
        return "criticised" if set(support["verbally"]) & set(words) else predicate
    legal = any(
        word.endswith(tuple(support["legal"]["means"])) or word in support["legal"]["adverbs"] for word in words
    )
    return "charged" if legal else predicate


def defended(context: Context, clause: Clause, predicate: str, pair: tuple[str, str]) -> str:
    """A lawyer who defends somebody speaks for him, and whoever charges one with his case engages him."""
    subject, obj = pair
    if predicate == "supported" and clause.lemma == "verteidigen" and is_lawyer(context, subject):
        objects = slot_entities(context, clause, "obj", ACTOR)
        return "represents" if obj in {entity for entity, _ in objects} else predicate
    if predicate == "demandedFrom" and clause.lemma == "beauftragen" and is_lawyer(context, obj):
        return "appointed"
    return predicate


def obliged(context: Context, clause: Clause, predicate: str, body: str) -> str:
    """Whom a body that is no team binds to do something it does not hire: "verpflichtete ihn zu einer Zahlung"."""
    table, tree = context.lexicon.table("support")["binding"], context.tree
    if predicate != "appointed" or clause.lemma not in table["verbs"]:
        return predicate
    known = gazetteer(context.lexicon).names.get(context.entities[body].name)
    kids = tree.kids[clause.head]
    bound = "zu" in clause.slots or any(tree.lower[k] in table["adverbs"] or tree.deps[k] == "xcomp" for k in kids)
    return "demandedFrom" if bound and (known is None or known.category != "team") else predicate


def is_open(context: Context, clause: Clause) -> bool:
    """Whether who does not agree need not refuse: "stimmte noch nicht zu", "musste nicht zustimmen"."""
    table, lower = context.lexicon.table("stances"), context.tree.lower
    free = any(lower[token] in table["unbound"] for token in clause.auxiliaries)
    return free or any(
        lower[token] in table["pending"] or lower[token - 1] in table["pending"] for token in clause.modifiers if token
    )


def is_lawyer(context: Context, person: str) -> bool:
    """Whether somebody is said to be a lawyer, and no prosecutor."""
    table = context.lexicon.table("roles")
    ends, prosecutes = tuple(table["lawyers"]), tuple(table["of_a_prosecution"])
    roles = [role.lower() for role in context.entities[person].roles]
    return any(role.endswith(ends) and not role.removesuffix("in").endswith(prosecutes) for role in roles)


def is_figure(context: Context, clause: Clause, predicate: str) -> bool:
    """Whether what a verb has beside it makes it another deed: "verletzte Rechte", "traf ihn ins Gesicht"."""
    tree, others = context.tree, context.lexicon.table("support")["other_senses"]
    slots = others.get(predicate, {}).get(clause.lemma, {})
    return any(tree.lower[t].endswith(tuple(ends)) for slot, ends in slots.items() for t in clause.slots.get(slot, ()))


def struck(clause: Clause, predicate: str) -> str:
    """Who plans to attack somebody has more in mind than words: "wollte den Stützpunkt angreifen"."""
    bodily = clause.lemma == "angreifen" and (clause.infinitive or clause.form == "inf")
    return "attacked" if bodily and predicate == "criticised" else predicate


def won(context: Context, clause: Clause, predicate: str) -> str:
    """Who beats somebody in a match wins: "schlug ihn im Halbfinale", "mit 6:3 geschlagen"."""
    if predicate != "attacked" or clause.lemma != "schlagen":
        return predicate
    support = context.lexicon.table("support")
    prizes = (*support["results"]["prizes"], *support["occasions"]["contests"], *support["occasions"]["elections"])
    words = [context.tree.lower[token] for token in clause_tokens(context, clause) if context.tree.is_noun(token)]
    return "defeated" if scored(context, clause) or any(word.endswith(prizes) for word in words) else predicate
