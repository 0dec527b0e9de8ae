"""Bodies within bodies: member states, parties in parliaments, organs and subsidiaries, who leads and owns them.

"das EU-Mitglied Ungarn", "die Grünen im Bundestag", "der Aufsichtsrat der Bahn", "die Siemens-Tochter Osram",
"die Regierung unter Kanzler Scholz", "der bundeseigene Konzern".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.roles import role_noun
from kg.facts.affiliations import following, is_party
from kg.facts.belonging import BODY, OF, PART, names_beside, wholes
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, fillers, pointed
from kg.facts.situate import phrase_claim
from kg.model import Claim, EntityType

NOBODYS = frozenset({"fraktion", "liste", "opposition", "partei", "union"})
PEOPLE = frozenset({EntityType.PERSON})
STATES = frozenset({EntityType.COUNTRY})


def claims(context: Context) -> Iterator[Claim]:
    """Yield what noun phrases say of bodies and their members, parts, heads and owners, in text order."""
    tree = context.tree
    table = context.lexicon.table("alliances")
    members, parts = (tuple(table[key]) for key in ("members", "parts"))
    for token, word in enumerate(tree.lower):
        if token in tree.skipped:
            continue
        if (word.endswith(members) or word in table["lands"]) and tree.words[token][0].isupper():
            yield from _member_states(context, token)
        if tree.pos[token] in {"NOUN", "PROPN"}:
            if word.endswith(parts) or word.removesuffix("s").endswith(parts):
                yield from _parts(context, token)
            yield from _led(context, token)
            yield from _in_chamber(context, token)
        elif tree.pos[token] in {"ADJ", "VERB"} and tree.deps[token] in {"amod", "acl"}:
            yield from _attribute(context, token, word)
        if tree.lemmas[token] in table["seated"] and tree.pos[token] == "VERB":
            yield from _seats(context, token)
    yield from _by_name(context)


def _member_states(context: Context, token: int) -> Iterator[Claim]:
    """Countries beside a noun for members: "die Nato-Mitglieder Polen und Lettland", "EU-Staaten wie Ungarn"."""
    known = [(e, token) for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    bodies = wholes(context, token, BODY) or known  # "die G7-Staaten"
    if not bodies or is_party(context, bodies[0][0]):
        return
    for country, at in names_beside(context, token, STATES):
        yield from phrase_claim(context, country, "memberOf", bodies[0][0], (token, at), "alliances/state")


def _parts(context: Context, token: int) -> Iterator[Claim]:
    """Organs and limbs of a body: "der Aufsichtsrat der Bahn", "die SPD-Fraktion", "die UN-Mission UNMIK"."""
    bodies = [*(wholes(context, token, BODY) or _within(context, token)), *_assembly(context, token)]
    own = [(e, token) for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    if context.tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["contingents"])):
        own += [(e, token) for e in pointed(context, token, PART)]  # "die ISAF-Truppen der Nato"
        bodies = [(whole, where) for whole, where in bodies if where != token]
    if context.tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["seated_in"])):
        bodies = [(whole, where) for whole, where in bodies if not is_party(context, whole)]  # "der SVP-Nationalrat"
    for whole, where in bodies:
        for part, at in dict(own + names_beside(context, token, BODY)).items():
            yield from phrase_claim(context, part, "partOf", whole, (token, at, where), "alliances/part")


def _assembly(context: Context, token: int) -> list[tuple[str, int]]:
    """The parliament in a compound, if the article names it: "die SPD-Bundestagsfraktion"."""
    chambers = tuple(context.lexicon.table("roles")["chambers"])
    last = context.tree.lower[token].rpartition("-")[2]
    if not last.startswith(tuple(f"{chamber}s" for chamber in chambers)):
        return []
    named = [e for e in context.entities.values() if e.type is EntityType.ORGANIZATION and e.named]
    found = [
        e.id for e in named if e.name.lower().endswith(chambers) and last.startswith(f"{e.name.lower().split()[-1]}s")
    ]
    return [(found[0], token)] if len(found) == 1 else []


def _within(context: Context, token: int) -> list[tuple[str, int]]:
    """The parliament of a committee: "der Innenausschuss im Bundestag"."""
    tree, mark = context.tree, token + 1
    told = "ausschuss" in tree.lower[token] and mark < len(tree.words) and tree.lower[mark] in {"im", "in"}
    chamber = _chamber(context, tree.heads[mark]) if told and tree.heads[mark] > mark else None
    return [(chamber, tree.heads[mark])] if chamber else []


def _led(context: Context, token: int) -> Iterator[Claim]:
    """Who leads a body: "die Landesregierung unter Parteichef X", "die Regierung von Präsident X", "das Kabinett Kohl"."""
    tree = context.tree
    bodies = [e for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    personal = bool(bodies) and tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["personal"]))
    named, personal = (
        personal,
        personal or any(_is_lead(context, e) for e in bodies) and tree.lower[token] not in NOBODYS,
    )
    for kid in (*tree.kids[token], *_under(context, token)) if bodies else ():
        found = context.grammar.preposition(tree, kid)
        under = found is not None and found[0] == "unter" and tree.deps[kid] in {*OF, "compound", "obl"}
        under = under and not _suffers(context, token)
        own = personal and (found is None or found[0] == "von") and tree.deps[kid] in {*OF, *APPOSED}
        own = own and not (found is None and tree.deps[kid] in APPOSED and "-" in tree.words[token])
        own = own and (named or found is not None or any(tree.pos[k] == "DET" for k in tree.kids[kid]))
        owner = kid < token and tree.deps[kid] == "nmod:poss" and is_party(context, bodies[0])  # "Merkels CDU"
        if kid > token and (under or own) or owner:
            for at in (kid, *_leaders(context, kid)):
                for person in _person(context, at):
                    yield from phrase_claim(context, person, "heads", bodies[0], (token, at), "alliances/led")


def _leaders(context: Context, token: int) -> list[int]:
    """Whose the lead is that a phrase names: "die Kommission unter (dem) Vorsitz von X"."""
    tree = context.tree
    if not tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["leading"])):
        return []
    return [k for k in tree.kids[token] if k > token and tree.deps[k] in {*OF, *APPOSED}]


def _is_lead(context: Context, body: str) -> bool:
    """Whether a body is one that a person's name in the genitive says the head of: a party, or one known by its letters."""
    entity = context.entities[body]
    return is_party(context, body) or any(n.replace("-", "").isupper() for n in (entity.name, *entity.aliases))


def _under(context: Context, token: int) -> list[int]:
    """Who "unter" or "von" names right behind a government, hung on what that depends on: "setzte die Regierung unter X ab"."""
    tree, mark = context.tree, token + 1
    if mark >= len(tree.words) or tree.deps[mark] != "case" or tree.lower[mark] not in {"unter", "von"}:
        return []
    personal = tree.lower[token].endswith(tuple(context.lexicon.table("alliances")["personal"]))
    beside = tree.deps[token] == "obj" if tree.lower[mark] == "unter" else tree.deps[token] in OF
    noun = tree.heads[mark]
    hung = noun > mark and noun not in tree.kids[token] and tree.heads[noun] == tree.heads[token]
    return [noun] if personal and beside and (hung or tree.lower[mark] == "unter" and noun > mark) else []


def _suffers(context: Context, token: int) -> bool:
    """Whether the verb of a body asks for "unter", or for who it goes well or badly under: "litt die Nato unter X"."""
    tree = context.tree
    verb = tree.heads[token]
    return tree.deps[token].startswith("nsubj") and tree.lemmas[verb] in context.lexicon.table("alliances")["suffering"]


def _person(context: Context, token: int) -> tuple[str, ...]:
    people = fillers(context, token, PEOPLE)
    return tuple(p for p in people if context.entities[p].named)


def _attribute(context: Context, token: int, word: str) -> Iterator[Claim]:
    """Attributes of a body: "die von X geführte Regierung"."""
    tree = context.tree
    led = word.startswith(tuple(context.lexicon.table("alliances")["led"]))
    bodies = fillers(context, tree.heads[token], BODY) if led else ()
    if not bodies:
        return
    for kid in (*tree.kids[token], *(k for k in tree.kids[tree.heads[token]] if k < token)):
        found = context.grammar.preposition(tree, kid)
        if found is not None and found[0] == "von":
            for person in _person(context, kid):
                yield from phrase_claim(context, person, "heads", bodies[0], (token, kid), "alliances/led")
            for country in fillers(context, kid, STATES):
                yield from phrase_claim(context, country, "memberOf", bodies[0], (token, kid), "alliances/led")


def _in_chamber(context: Context, token: int) -> Iterator[Claim]:
    """A party and its representatives in a parliament: "die Grünen im Bundestag", "die SPD-Vertreter im Gemeinderat"."""
    tree, table = context.tree, context.lexicon.table("alliances")
    parties = [e for e in direct(context, token) if is_party(context, e)]
    if tree.lower[token].endswith(tuple(table["sitting"])):
        parties += [e for e in pointed(context, token, PART) if is_party(context, e)]
        of = [k for k in tree.kids[token] if tree.deps[k] in OF]
        parties += [e for k in of for e in direct(context, k) if is_party(context, e)]
    behind = [following(context, token, m) for m in context.mentions.get(token, ()) if m.kind == "name"]
    nouns = {tree.heads[k] for k in behind if k is not None and tree.deps[k] == "case"}
    nouns |= {k for k in tree.kids[token] if tree.deps[k] == "nmod"}
    held = role_noun(tree.words[tree.heads[token]], context.lexicon) if tree.deps[token] in OF else None
    if held is not None:
        return  # "die Sprecherin der Grünen im Bundestag"
    for kid in sorted(nouns) if parties else ():
        chamber = _chamber(context, kid) if kid > token else None
        if chamber:
            for party in parties:
                yield from phrase_claim(context, party, "memberOf", chamber, (token, kid), "alliances/seats")
            for person, at in names_beside(context, token, PEOPLE):
                yield from phrase_claim(context, person, "memberOf", chamber, (token, kid, at), "alliances/seats")


def _chamber(context: Context, token: int) -> str | None:
    """The parliament that a phrase with "in" names."""
    found = context.grammar.preposition(context.tree, token)
    chambers = tuple(context.lexicon.table("roles")["chambers"]) + tuple(context.lexicon.table("alliances")["councils"])
    if found is None or found[0] != "in" or found[1] == "A":
        return None
    return next((e for e in fillers(context, token, BODY) if context.entities[e].name.lower().endswith(chambers)), None)


def _seats(context: Context, verb: int) -> Iterator[Claim]:
    """Parties counted by their seats: "Im Gemeinderat sitzen neun Vertreter der CDU und zwei Grüne"."""
    tree = context.tree
    chamber = next((c for k in tree.kids[verb] if (c := _chamber(context, k))), None)
    counted = any(
        tree.lower[t].endswith(tuple(context.lexicon.table("alliances")["sitting"])) for t in tree.subtree(verb)
    )
    if chamber is None or not counted or context.clauses.get(verb) is None:
        return
    seen = {chamber}
    for token in tree.subtree(verb):
        for party in direct(context, token):
            if party not in seen and is_party(context, party):
                seen.add(party)
                yield from phrase_claim(context, party, "memberOf", chamber, (verb, token), "alliances/seats")


def _by_name(context: Context) -> Iterator[Claim]:
    """A body that carries the name of its whole: "EU-Kommission", "UN-Sicherheitsrat"."""
    table = context.lexicon.table("alliances")
    bodies = {
        n: e.id for e in context.entities.values() if e.type is EntityType.ORGANIZATION for n in (e.name, *e.aliases)
    }
    done: set[str] = set()
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            entity = context.entities[mention.entity]
            if entity.id in done or mention.kind != "name" or entity.type is not EntityType.ORGANIZATION:
                continue
            done.add(entity.id)
            for name in (entity.name, *entity.aliases):
                first, _, rest = name.partition("-")
                whole = bodies.get(first)
                seated = rest.lower().removesuffix("s").endswith(tuple(table["seated_in"]))
                if seated and whole and is_party(context, whole):
                    break  # "der SVP-Nationalrat"
                if whole and whole != entity.id and rest.lower().removesuffix("s").endswith(tuple(table["parts"])):
                    yield from phrase_claim(context, entity.id, "partOf", whole, (token,), "alliances/name")
                    break
