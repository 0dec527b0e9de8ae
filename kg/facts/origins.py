"""Nationality and party by a person's noun or attribute: "der Belgier", "der deutsche Astronaut X", "der Republikaner X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts.affiliations import following, is_party
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, among, direct, pointed
from kg.facts.holders import examples
from kg.facts.situate import phrase_claim
from kg.model import Claim, EntityType, Mention

ONE = frozenset({"dem", "der", "des", "ein", "einem", "einen", "einer", "eines"})  # "der Belgier X und Y"
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``citizenOf`` and ``memberOf`` claims of nouns that name no office, in text order."""
    tree = context.tree
    for token, word in enumerate(tree.words):
        if tree.deps[token] in APPOSED and tree.pos[token] == "NOUN" and token not in tree.skipped:
            yield from _apposed_from(context, token)
        if token in tree.skipped or tree.pos[token] not in NOMINAL or role_noun(word, context.lexicon) is not None:
            continue
        if not word[:1].isupper() or head_category(word, context.lexicon) is not None:
            continue  # "die CSU-Bundestagsfraktion Jan Mosers"
        people = _people(context, token)
        for body, at in _bodies(context, token).items() if people else ():
            relation = "citizenOf" if context.entities[body].type is EntityType.COUNTRY else "memberOf"
            for person, where in people.items():
                yield from phrase_claim(context, person, relation, body, (token, at, where), "offices/inhabitant")
        yield from _from_country(context, token)


def _people(context: Context, token: int) -> dict[str, int]:
    """Persons that the noun describes: itself by coreference, names behind it, or the subject of "ist Amerikaner"."""
    tree = context.tree
    one = any(tree.lower[k] in ONE for k in tree.kids[token] if tree.deps[k].startswith("det"))
    names = [k for k in tree.kids[token] if k == token + 1 and tree.deps[k] in APPOSED]
    tokens = [token, *(c for k in names for c in (tree.conjuncts(k) if not one else [k]))]
    tokens += examples(context, token) + among(context, token)
    by_name = any(
        context.entities[m.entity].type is EntityType.PERSON
        for m in context.mentions.get(token, ())
        if m.kind == "name"
    )
    if tree.deps[token] in APPOSED and not by_name and not tree.words[token].startswith("US-"):
        tokens.append(tree.heads[token])
    if any(tree.deps[k] == "cop" for k in tree.kids[token]):
        tokens += [c for k in tree.kids[token] if tree.deps[k] == "nsubj" for c in tree.conjuncts(k)]
    head = tree.heads[token]
    if tree.deps[token] in {"dep", "nsubj"} and any(tree.deps[k] == "cop" for k in tree.kids[head]):
        tokens += tree.conjuncts(head)  # "Beste deutsche Läuferin war Anna Schmidt"
    if tree.lemmas[head] in {"werden", "bleiben"} and tree.deps[token] in {"nsubj", "xcomp", "obj"}:
        tokens += [k for k in tree.kids[head] if tree.deps[k] in {"nsubj", "xcomp", "obj", "obl"}]
    if token + 1 < len(tree.words) and tree.sentence_of[token + 1] == tree.sentence_of[token]:
        tokens += [token + 1] if tree.pos[token + 1] == "PROPN" else []
    found = {e: t for t in tokens for e in direct(context, t) if context.entities[e].type is EntityType.PERSON}
    named = {e: t for e, t in found.items() if context.entities[e].named}
    return named or found


def _bodies(context: Context, token: int) -> dict[str, int]:
    """The country or party that the noun, its compound or its attribute points to."""
    tree = context.tree
    found = dict.fromkeys(pointed(context, token, frozenset({"adjective"})), token)
    parts = pointed(context, token, frozenset({"part"}))
    found |= {e: token for e in parts if tree.words[token].startswith("US-") or is_party(context, e)}
    parties = context.lexicon.table("parties")
    single = token and tree.pos[token - 1] == "DET" and token + 1 < len(tree.pos) and tree.pos[token + 1] == "PROPN"
    members = {form for noun in parties["members"] for form in (noun, f"{noun}en")}
    if tree.words[token] in parties["members"] or single and tree.words[token] in {*members, *parties["namesakes"]}:
        found |= {e: token for e in direct(context, token) if is_party(context, e)}
    for kid in tree.kids[token]:
        if tree.deps[kid] == "amod":
            found |= dict.fromkeys(pointed(context, kid, frozenset({"adjective"})), kid)
    kinds = {e: context.entities[e].type for e in found}
    lands = {e: t for e, t in found.items() if kinds[e] is EntityType.COUNTRY or is_party(context, e)}
    return lands | dict.fromkeys(_peoples(context, token), token)


def _peoples(context: Context, token: int) -> list[str]:
    """The people or faith of the article that a noun counts somebody to: "der Kurde X", "Uiguren wie X"."""
    word = context.tree.words[token]
    names = {word, f"{word}n", word.removesuffix("n")} & set(context.lexicon.table("names_events")["groups"])
    return [e.id for e in context.entities.values() if e.type is EntityType.GROUP and e.name in names] if names else []


def _from_country(context: Context, token: int) -> Iterator[Claim]:
    """People named with their country: "Anna Schmidt aus Österreich"."""
    tree = context.tree
    moving, removing = (context.lexicon.table("roles")[name] for name in ("moving", "removing"))
    people = [m for m in context.mentions.get(token, ()) if m.kind == "name"]
    people = [m for m in people if context.entities[m.entity].type is EntityType.PERSON]
    for mention in people:
        yield from _of_country(context, token, mention)
        mark = following(context, token, mention)
        if mark is None or tree.lower[mark] != "aus" or tree.deps[tree.heads[mark]] not in {"nmod", "obl"}:
            continue
        noun = tree.heads[mark]
        taken = tree.heads[token] if tree.deps[token] in APPOSED else token
        clause = context.clauses.get(tree.heads[taken])
        if clause is not None and clause.lemma in removing and taken in clause.slots.get("obj", ()):
            continue
        for country in direct(context, noun):
            if context.entities[country].type is EntityType.COUNTRY and tree.lemmas[tree.heads[noun]] not in moving:
                tokens = (token, noun)
                yield from phrase_claim(context, mention.entity, "citizenOf", country, tokens, "offices/inhabitant")


def _apposed_from(context: Context, noun: int) -> Iterator[Claim]:
    """People of whom a noun behind a comma says where they are from: "Anna Schmidt, Studentin aus Kroatien,"."""
    tree = context.tree
    people = [e for e in direct(context, tree.heads[noun]) if context.entities[e].type is EntityType.PERSON]
    if tree.lower[noun].endswith(tuple(context.lexicon.table("roles")["sent"])):
        return  # "Heimkehrer aus Syrien", "Korrespondent aus Russland"
    from_ = [k for k in tree.kids[noun] if people and tree.deps[k] in {"nmod", "obl"} and k > noun]
    for kid in from_:
        mark = tree.case_mark(kid)
        lands = direct(context, kid) if mark is not None and tree.lower[mark] == "aus" else ()
        for country in lands:
            if context.entities[country].type is EntityType.COUNTRY:
                where = (tree.heads[noun], noun, kid)
                yield from phrase_claim(context, people[0], "citizenOf", country, where, "offices/inhabitant")


def _is_plain(context: Context, token: int) -> bool:
    """Whether a word between a country and a name calls one of its own: "Österreichs Nummer eins X", "Norwegens Prinzessin X"."""
    tree = context.tree
    number = tree.lower[token - 1] == "nummer" or tree.lower[token] == "nummer"
    return number or tree.lower[token].endswith(tuple(context.lexicon.table("roles")["countrymen"]))


def _of_country(context: Context, token: int, mention: Mention) -> Iterator[Claim]:
    """People named behind the genitive of their country: "Österreichs Anna Schmidt"."""
    tree = context.tree
    before = bisect_left(tree.starts, mention.start) - 1
    while before > 0 and _is_plain(context, before):
        before -= 1
    if before < 0 or tree.sentence_of[before] != tree.sentence_of[token]:
        return
    if before and tree.pos[before - 1] in NOMINAL and tree.sentence_of[before - 1] == tree.sentence_of[before]:
        return  # "in der Hauptstadt Frankreichs"
    for country in direct(context, before):
        entity = context.entities[country]
        if entity.type is EntityType.COUNTRY and tree.words[before] == entity.name + "s":
            yield from phrase_claim(
                context, mention.entity, "citizenOf", country, (before, token), "offices/inhabitant"
            )
