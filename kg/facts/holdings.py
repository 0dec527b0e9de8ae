"""Who owns what, and which parties govern, as noun phrases say it.

"Opel-Mutter General Motors", "Katar, Großaktionär von Volkswagen", "die Berta, ein Frachter der Reederei Kern",
"Die Lufthansa und ihre Billigtochter Eurowings", "die regierende AKP".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.affiliations import is_party
from kg.facts.belonging import BODY, OF, PART, names_beside, wholes
from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import APPOSED, direct, fillers, pointed
from kg.facts.lands import find_lands, foremost
from kg.facts.situate import make_claim, phrase_claim
from kg.facts.stretches import name_at
from kg.model import Claim, EntityType, Factuality

ASSERTED = Factuality.ASSERTED
PEOPLE = frozenset({EntityType.PERSON})
OWNERS = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY})  # persons as owners are offices
HOLDERS = OWNERS | {EntityType.PERSON, EntityType.PLACE}
GOODS = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.WORK})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``owns`` and ``partOf`` claims, in text order."""
    tree, table = context.tree, context.lexicon.table("holdings")
    owners, daughters, goods, companies = (tuple(table[key]) for key in ("owners", "daughters", "goods", "companies"))
    governing, federal = tuple(table["governing"]), tuple(table["federal"])
    for token, word in enumerate(tree.lower):
        if token in tree.skipped or tree.pos[token] not in {"NOUN", "PROPN", "ADJ", "VERB"}:
            continue
        if word.startswith(governing) or word in table["governing_parties"]:
            yield from _governing(context, token)
        if tree.lemmas[token] == "regieren" and tree.pos[token] == "VERB":
            yield from _coalition(context, token)
        if word == "opposition":
            yield from _opposition(context, token)
        if word.startswith(federal):
            yield from _federal(context, token)
        if not tree.words[token][:1].isupper():
            continue
        if word.endswith(owners):
            yield from _owners(context, token)
        elif word.endswith(daughters):
            yield from _daughters(context, token)
        elif word.endswith(companies) and tree.pos[token] in {"NOUN", "PROPN"}:
            yield from _companies(context, token)
        elif word.rpartition("-")[2] in table["shares"]:
            yield from _shares(context, token)
        elif word.rpartition("-")[2] in goods:
            yield from _goods(context, token)


def _owners(context: Context, token: int) -> Iterator[Claim]:
    """Such as "Opel-Mutter General Motors", "der Eigentümer von Air Berlin, Etihad"."""
    goods = wholes(context, token, GOODS)
    owners = _between_commas(context, goods) or names_beside(context, token, OWNERS)
    for owner, at in owners if goods else ():
        for good, where in goods:
            if owner in {g for g, _ in goods if g != good}:
                continue
            yield from phrase_claim(context, owner, "owns", good, (token, at, where), "holdings/owner")
            mother = any(part in context.tree.lower[token] for part in context.lexicon.table("holdings")["mothers"])
            if mother and {context.entities[e].type for e in (owner, good)} == {EntityType.ORGANIZATION}:
                yield from phrase_claim(context, good, "partOf", owner, (token, at, where), "holdings/mother")


def _between_commas(context: Context, goods: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The name between commas right behind what is owned: "der Mutterkonzern von Opel, General Motors, baut um"."""
    words = context.tree.words
    for good, at in goods:
        ends = {m.end for m in context.mentions.get(at, ()) if m.entity == good and m.kind == "name"}
        comma = next((t for t in range(at, len(words) - 1) if context.tree.starts[t] in ends), None)
        after = name_at(context, comma + 1) if comma is not None and words[comma] == "," else None
        if (
            after is not None
            and context.entities[after.entity].type in OWNERS
            and words[after.end : after.end + 1] == [","]
        ):
            return [(after.entity, after.head)]
    return []


def _daughters(context: Context, token: int) -> Iterator[Claim]:
    """Such as "VW und seine Tochter Audi": part of the mother, and owned by her."""
    mothers = wholes(context, token, BODY) or _having(context, token)
    daughters = _between_commas(context, mothers) or names_beside(context, token, BODY)
    for daughter, at in daughters if mothers else ():
        for mother, where in mothers:
            tokens = (token, at, where)
            yield from phrase_claim(context, daughter, "partOf", mother, tokens, "holdings/daughter")
            yield from phrase_claim(context, mother, "owns", daughter, tokens, "holdings/daughter")


def _having(context: Context, token: int) -> list[tuple[str, int]]:
    """Who has what a noun says, as the subject of its verb: "Siemens besitzt eine Tochter namens Osram"."""
    clause = context.clauses.get(context.tree.heads[token])
    if context.tree.deps[token] != "obj" or clause is None or clause.passive:
        return []
    if (
        clause.lemma not in context.lexicon.table("holdings")["having"]
        or decide(context, clause).factuality != ASSERTED
    ):
        return []
    return [
        (e, t) for t in clause.slots.get("subj", ()) for e in fillers(context, t, BODY) if context.entities[e].named
    ]


def _companies(context: Context, token: int) -> Iterator[Claim]:
    """What somebody calls his own: "die Firma Osram des Milliardärs Jan Moser", "Mosers Konzern Osram"."""
    tree, firms = context.tree, names_beside(context, token, BODY)[:1]
    if not firms or any(tree.deps[k] == "det:poss" for k in tree.kids[token]):
        return  # "seine Firma" may only employ him
    before = [k for k in tree.kids[token] if k < token and tree.deps[k] == "nmod:poss"]
    found = [(e, k) for k in before for e in direct(context, k)] or wholes(context, token, PEOPLE)
    found = found or wholes(context, firms[0][1], PEOPLE)
    for owner, where in found[:1]:
        if context.entities[owner].type is EntityType.PERSON and context.entities[owner].named:
            tokens = (token, firms[0][1], where)
            yield from phrase_claim(context, owner, "owns", firms[0][0], tokens, "holdings/company")


def _goods(context: Context, token: int) -> Iterator[Claim]:
    """Ships, works and papers of a company: "die Berta, ein Frachter der Reederei Kern", "das Werk der BASF"."""
    tree = context.tree
    things = [(e, token) for e in direct(context, token)] + names_beside(context, token, GOODS)
    kept = [(e, t) for e, t in things if context.entities[e].type in GOODS and context.entities[e].named]
    for kid in tree.kids[token] if kept else ():
        for owner in (
            direct(context, kid) if tree.deps[kid] == "det:poss" else ()
        ):  # "Siemens schließt sein Werk in Linz"
            if context.entities[owner].type in BODY and context.entities[kept[0][0]].type is EntityType.PLACE:
                yield from phrase_claim(context, owner, "owns", kept[0][0], (token, kid), "holdings/goods")
        if tree.deps[kid] not in OF or kid < token or context.grammar.preposition(tree, kid) is not None:
            continue
        for owner in fillers(context, kid, BODY):
            for thing, at in kept[:1]:
                yield from phrase_claim(context, owner, "owns", thing, (token, at, kid), "holdings/goods")


def _federal(context: Context, token: int) -> Iterator[Claim]:
    """Such as "die bundeseigene Deutsche Bahn", for whom the article names the owner."""
    names = context.lexicon.table("holdings")["state"]
    owner = next((e.id for e in context.entities.values() if e.name in names), None)
    good = name_at(context, token + 1)
    goods = [good.entity] if good else list(fillers(context, context.tree.heads[token], GOODS))
    if owner and goods and context.entities[goods[0]].type in GOODS:
        yield from phrase_claim(context, owner, "owns", goods[0], (token,), "holdings/federal")


def _shares(context: Context, token: int) -> Iterator[Claim]:
    """Such as "hält 45 Prozent der Anteile an Brussels Airlines", "20 Prozent der VW-Aktien": shares that a verb gives to have."""
    tree, having = context.tree, context.lexicon.table("holdings")["having"]
    found = [*((e, token) for e in pointed(context, token, PART)), *_below(context, token)]
    goods = [(e, t) for e, t in found if context.entities[e].type is EntityType.ORGANIZATION]
    verb = tree.heads[token] if tree.deps[token] == "obj" else tree.heads[tree.heads[token]]
    clause = context.clauses.get(verb)
    if not goods or clause is None or clause.lemma not in having:
        return
    for subject in clause.slots.get("subj", ()):
        for owner in fillers(context, subject, HOLDERS):
            decision = decide(context, clause)
            for good, at in goods[:1]:
                if good != owner:
                    tokens = (subject, at)
                    yield make_claim(context, clause, "owns", owner, good, "holdings/shares", decision, tokens)


def _below(context: Context, token: int) -> Iterator[tuple[str, int]]:
    """Bodies in the phrase with "an" or "von", or in the genitive, right under a noun for shares."""
    tree = context.tree
    for kid in tree.kids[token]:
        case = context.grammar.preposition(tree, kid)
        if tree.deps[kid] in OF and kid > token and (case is None or case[0] in {"an", "von"}):
            yield from ((e, kid) for e in fillers(context, kid, BODY))


def _government(context: Context) -> str | None:
    """The one government that the article names."""
    found = [
        e.id
        for e in context.entities.values()
        if e.type is EntityType.ORGANIZATION and e.named and e.name.lower().split()[-1].endswith("regierung")
    ]
    return found[0] if len(found) == 1 and not _is_foreign(context, found[0]) else None


def _is_foreign(context: Context, government: str) -> bool:
    """Whether a government is said to be of another country than the one the article is about: "die US-Regierung"."""
    tokens = [t for t, found in context.mentions.items() if any(m.entity == government for m in found)]
    near = {e for t in tokens for at in (t, *context.tree.kids[t]) for e in pointed(context, at)}
    lands = {e for e in near if context.entities[e].type is EntityType.COUNTRY}
    home = foremost(find_lands(context).countries)
    return bool(lands) and bool(home) and home[0] not in lands


def _governing(context: Context, token: int) -> Iterator[Claim]:
    """Such as "die regierende AKP", "die Regierungspartei Fidesz", "Koalitionspartner FDP"."""
    tree, government = context.tree, _government(context)
    noun = tree.heads[token] if tree.pos[token] in {"ADJ", "VERB"} else token
    near = [e for k in tree.kids[noun] if tree.deps[k] in APPOSED for e in direct(context, k)]
    near += [e for t in (noun, noun + 1) for e in direct(context, t)]
    for party in dict.fromkeys(near) if government else ():
        if government and context.entities[party].type is EntityType.ORGANIZATION and context.entities[party].named:
            yield from phrase_claim(context, party, "partOf", government, (token, noun), "holdings/governing")


def _coalition(context: Context, verb: int) -> Iterator[Claim]:
    """Such as "CDU und CSU regieren zusammen mit der SPD"."""
    tree, government, clause = context.tree, _government(context), context.clauses.get(verb)
    if government is None or clause is None or clause.form == "fin0":  # "die zuvor zwölf Jahre regierte"
        return
    for slot in ("subj", "mit"):
        for token in clause.slots.get(slot, ()):
            for party in direct(context, token):
                if is_party(context, party) and tree.sentence_of[token] == tree.sentence_of[verb]:
                    yield from phrase_claim(context, party, "partOf", government, (verb, token), "holdings/governing")


def _opposition(context: Context, token: int) -> Iterator[Claim]:
    """Such as "Die Grünen sind in der Opposition": no part of the government."""
    tree, government = context.tree, _government(context)
    found = context.grammar.preposition(tree, token)
    if government is None or found is None or found[0] != "in":
        return
    verb = token if any(tree.deps[k] == "cop" for k in tree.kids[token]) else tree.heads[token]
    if tree.lemmas[verb] not in {"sein", "bleiben", "sitzen", "gehen", "opposition"} and verb != token:
        return
    for kid in tree.kids[verb]:
        for t in tree.conjuncts(kid) if tree.deps[kid] == "nsubj" else ():
            for party in direct(context, t):
                if is_party(context, party):
                    yield from phrase_claim(
                        context, party, "partOf", government, (token, t), "holdings/opposition", Factuality.NEGATED
                    )
