"""Who holds which office: titles, appositions, genitives, compounds, brackets, adjectives of origin.

"Kremlsprecher Dmitri Peskow", "Putins Berater", "der Chef des Fonds", "Werner Faymann (SPÖ)", "der italienische Kapitän".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.roles import RoleNoun, role_noun
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import APPOSED, direct, pointed
from kg.facts.situate import quotation
from kg.model import Claim, EntityType, Factuality, Span

PERSONS = frozenset({EntityType.PERSON, EntityType.GROUP})
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE})
ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP})
OBJECTS = {
    "heads": BODIES,
    "worksFor": BODIES | {EntityType.PERSON},
    "represents": ACTORS,
    "advises": ACTORS,
    "memberOf": frozenset({EntityType.ORGANIZATION, EntityType.GROUP}),
    "citizenOf": frozenset({EntityType.COUNTRY}),
    "relativeOf": frozenset({EntityType.PERSON}),
    "succeeded": frozenset({EntityType.PERSON, EntityType.ORGANIZATION}),
    "founded": frozenset({EntityType.ORGANIZATION}),
}


@dataclass(frozen=True, slots=True)
class _Office:
    """A role noun in the text with its holder: ``far`` are the tokens that show who holds it."""

    token: int
    role: RoleNoun
    holder: str
    far: tuple[int, ...]
    predicative: bool = False


def claims(context: Context) -> Iterator[Claim]:
    """Yield the standing relations that titles and functions state, in text order."""
    offices: list[_Office] = []
    found: list[Claim] = []
    for token, word in enumerate(context.tree.words):
        if token in context.tree.skipped or context.tree.pos[token] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        role = role_noun(word, context.lexicon)
        for office in _offices(context, token, role) if role is not None else ():
            offices.append(office)
            found += _held(context, office)
        found += _citizen(context, token, role)
    found += _brackets(context)
    yield from found
    yield from _of_state(context, offices, found)
    yield from _staff(context)


def _offices(context: Context, token: int, role: RoleNoun) -> Iterator[_Office]:
    tree = context.tree
    apposed = [k for k in tree.kids[token] if tree.deps[k] in APPOSED]
    for group, predicative in (
        ([(token, token)], False),
        ([(k, c) for k in apposed for c in tree.conjuncts(k)], False),
        ([(token, tree.heads[token])] if tree.deps[token] in {*APPOSED, "parataxis"} else [], False),
        (_subjects(context, token), True),
    ):
        found = {e: c for _, c in group for e in direct(context, c) if context.entities[e].type in PERSONS}
        if found:
            yield from (_Office(token, role, e, (c,), predicative) for e, c in found.items())
            return
    if tree.deps[token] == "conj":  # "der Ministerpräsident und CSU-Vorsitzende Horst Seehofer"
        head = tree.heads[token]
        if role_noun(tree.words[head], context.lexicon) and not direct(context, token):
            yield from (_Office(token, role, o.holder, o.far, o.predicative) for o in _offices(context, head, role))


def _subjects(context: Context, token: int) -> list[tuple[int, int]]:
    """Subjects of "ist Präsident", "wurde Präsident", "bleibt Präsident"."""
    tree = context.tree
    if any(tree.deps[k] == "case" for k in tree.kids[token]):
        return []
    verb = token
    if not any(tree.deps[k] == "cop" for k in tree.kids[token]):
        verb = tree.heads[token]
        if tree.deps[token] not in {"xcomp", "obj", "obl"} or context.grammar.auxiliaries.get(tree.lower[verb]) not in {
            "werden",
            "sein",
        }:
            return []
    return [(token, c) for k in tree.kids[verb] if tree.deps[k] == "nsubj" and k != token for c in tree.conjuncts(k)]


def _held(context: Context, office: _Office) -> Iterator[Claim]:
    """Relate the holder to all that the office is said to be of."""
    seen: set[tuple[str, str]] = set()
    for entity, at, how in _targets(context, office):
        relation = _relation(context, office, entity, how)
        kind = context.entities[entity].type
        if relation is None or kind not in OBJECTS[relation.removeprefix("-")] or entity == office.holder:
            continue
        if (relation, entity) not in seen:
            seen.add((relation, entity))
            yield _claim(context, office, relation, entity, at, how)


def _targets(context: Context, office: _Office) -> Iterator[tuple[str, int, str]]:
    tree, token, role = context.tree, office.token, office.role
    parts = pointed(context, token, frozenset({"part"}))
    yield from ((e, token, "compound") for e in parts)
    if not parts and role.prefix:
        yield from ((e, token, "compound") for e in _organ(context, role.prefix))
    before = _before(context, token)
    if before is not None:
        yield from ((e, before, "genitive") for e in direct(context, before))
    owners = [token]
    if tree.deps[token] == "conj" and role_noun(tree.words[tree.heads[token]], context.lexicon):
        owners.append(tree.heads[token])
    for owner in owners:
        for kid in tree.kids[owner]:
            dep = tree.deps[kid]
            if dep in {"nmod", "nmod:poss", "obl"} and _of(context, kid, role):
                for conjunct in tree.conjuncts(kid):
                    found = direct(context, conjunct)
                    yield from ((e, conjunct, "genitive") for e in found)
            elif dep == "det:poss" and owner == token:
                yield from ((e, kid, "possessive") for e in direct(context, kid))
            elif dep == "amod":
                yield from ((e, kid, "adjective") for e in pointed(context, kid, frozenset({"adjective"})))


def _before(context: Context, token: int) -> int | None:
    """The name in the genitive before an office, where the parse missed it: "Russlands früherer Außenminister"."""
    tree, at = context.tree, token - 1
    while at >= 0 and tree.pos[at] == "ADJ" and tree.heads[at] == token:
        at -= 1
    genitive = at >= 0 and tree.words[at].endswith(("s", "'", "’")) and tree.sentence_of[at] == tree.sentence_of[token]
    names = [m for m in context.mentions.get(at, ()) if m.kind == "name"] if genitive else []
    return at if any(context.article.text[m.start : m.end] != context.entities[m.entity].name for m in names) else None


def _organ(context: Context, prefix: str) -> Iterator[str]:
    """Organisations of the article that a compound's first member names: "Landtagspräsidentin", "Aufsichtsratschef"."""
    names = {prefix.lower(), prefix.lower().removesuffix("s"), prefix.lower().removesuffix("en")}
    for entity in context.entities.values():
        if entity.type is EntityType.ORGANIZATION and any(
            n.split()[-1].lower() in names for n in (entity.name, *entity.aliases) if n.split()
        ):
            yield entity.id


def _of(context: Context, kid: int, role: RoleNoun) -> bool:
    """Whether a modifier is what the office is of: a genitive, "von", or a preposition of the relation's own."""
    found = context.grammar.preposition(context.tree, kid)
    if found is None:
        return True
    return found[0] == "von" or found[0] in context.lexicon.table("roles")["prepositions"].get(role.relation, ())


def _relation(context: Context, office: _Office, entity: str, how: str) -> str | None:
    """The predicate; "-succeeded" is to be read from object to subject."""
    role, kind = office.role, context.entities[entity].type
    table = context.lexicon.table("roles")
    if how == "adjective" and kind is EntityType.ORGANIZATION:
        return "memberOf"
    if how == "adjective" and not role.title.lower().endswith(tuple(table["state"])):
        return "citizenOf"
    if role.relation == "none":
        return None
    if how == "possessive" and role.relation in {"memberOf", "heads", "worksFor"} and kind is EntityType.PERSON:
        return "worksFor" if role.relation == "worksFor" else None
    relation = "-succeeded" if role.relation == "preceded" else role.relation
    if relation == "heads" and _adjectives(context, office, "deputy_adjectives"):
        return "worksFor"
    if relation == "heads" and kind is EntityType.PERSON:
        return None
    if relation == "memberOf" and kind is EntityType.COUNTRY:
        return "citizenOf" if how == "adjective" else "worksFor"
    return relation


def _adjectives(context: Context, office: _Office, name: str) -> bool:
    tree = context.tree
    stems = tuple(context.lexicon.table("roles")[name])
    before = office.token - 1
    if before >= 0 and tree.pos[before] == "ADJ" and tree.lower[before].startswith(stems):
        return True
    return any(tree.deps[k] in {"amod", "advmod"} and tree.lower[k].startswith(stems) for k in tree.kids[office.token])


def _claim(context: Context, office: _Office, relation: str, entity: str, at: int, how: str) -> Claim:
    decision = Decision()
    clause = context.clauses.get(office.token) if office.predicative else None
    if clause is not None:
        decision = decide(context, clause)
    elif _adjectives(context, office, "future_adjectives"):
        decision = Decision(Factuality.PLANNED)
    subject, object_ = (entity, office.holder) if relation.startswith("-") else (office.holder, entity)
    span = Span(*quotation(context, (office.token, at, *office.far)))
    return Claim(
        subject=subject, predicate=relation.removeprefix("-"), object=object_, start=span.start, end=span.end,
        extractor=f"offices/{'predicate' if office.predicative else how}", factuality=decision.factuality, source=decision.source, cues=decision.cues,
        former=office.role.former or _adjectives(context, office, "former_adjectives"),
    )  # fmt: skip


def _of_state(context: Context, offices: list[_Office], found: list[Claim]) -> Iterator[Claim]:
    """National offices named without their country ("Außenminister Sebastian Kurz"): of the country the article is about."""
    members = {c.subject: c.object for c in found if c.predicate == "memberOf"}
    settled = {
        c.subject for c in found if c.predicate in OBJECTS and context.entities[c.object].type is EntityType.COUNTRY
    }
    for office in offices:
        country = context.entities[office.holder].country or _home(context, office, members.get(office.holder))
        if country not in context.entities or office.holder in settled or not _is_national(context, office):
            continue
        relation = _relation(context, office, country, "home")
        if relation in {"heads", "worksFor"}:
            settled.add(office.holder)
            yield _claim(context, office, relation, country, office.token, "home")


def _is_national(context: Context, office: _Office) -> bool:
    table = context.lexicon.table("roles")["national"]
    noun, prefix = office.role.noun.lower().removesuffix("in"), office.role.prefix.lower()
    return noun in table and (prefix in table[noun] or "*" in table[noun]) and not pointed(context, office.token)


def _home(context: Context, office: _Office, party: str | None) -> str:
    """The country of the holder's party; of the article's parties for "Bundes-" and "Kanzler"; else the only one named."""
    countries = {e.name: e.id for e in context.entities.values() if e.type is EntityType.COUNTRY}
    bodies = [e for e in context.entities.values() if e.type is EntityType.ORGANIZATION]
    federal = office.role.title.lower().startswith(("bundes", "kanzler"))
    names = {n for e in bodies if e.id == party or (federal and party is None) for n in (e.name, *e.aliases)}
    by_party = [c for c, parties in context.lexicon.table("parties")["countries"].items() if names & set(parties)]
    if len(by_party) == 1:
        return countries.get(by_party[0], "")
    return next(iter(countries.values())) if len(countries) == 1 and party is None else ""


def _citizen(context: Context, token: int, role: RoleNoun | None) -> Iterator[Claim]:
    """A person named by an inhabitant's name: "der Amerikaner"."""
    if role is not None:
        return
    for person in direct(context, token):
        if context.entities[person].type is not EntityType.PERSON:
            continue
        for country in pointed(context, token, frozenset({"adjective"})):
            if context.entities[country].type is EntityType.COUNTRY:
                span = Span(*quotation(context, (token,)))
                yield Claim(person, "citizenOf", country, span.start, span.end, "offices/inhabitant")


def _brackets(context: Context) -> Iterator[Claim]:
    """The party or the team in brackets behind a name: "Werner Faymann (SPÖ)", "Josef Krainer und Waltraud Klasnic (beide ÖVP)"."""
    tree = context.tree
    for opening, word in enumerate(tree.words):
        closing = next((i for i in range(opening + 1, min(opening + 7, len(tree.words))) if tree.words[i] == ")"), None)
        if word != "(" or closing is None or not opening:
            continue
        inside = range(opening + 1, closing)
        bodies = [(e, i) for i in inside for e in direct(context, i)]
        people = _named_before(context, opening)
        if any(tree.lower[i] in {"beide", "alle"} for i in inside):
            people += [p for person in people[:1] for p in _coordinated(context, person[1])]
        for body, at in bodies[:1]:
            kind = context.entities[body].type
            relation = {EntityType.ORGANIZATION: _membership(context, body), EntityType.COUNTRY: "citizenOf"}.get(kind)
            if relation is None or len([i for i in inside if tree.pos[i] in {"VERB", "AUX"}]):
                continue
            for person, token in dict.fromkeys(people):
                span = Span(
                    *quotation(
                        context,
                        (
                            token,
                            at,
                            closing,
                        ),
                    )
                )
                yield Claim(person, relation, body, span.start, span.end, "offices/bracket")


def _named_before(context: Context, opening: int) -> list[tuple[str, int]]:
    """The person whose name ends right before a bracket."""
    end = context.tree.ends[opening - 1]
    return [
        (m.entity, token)
        for token in range(max(0, opening - 8), opening)
        for m in context.mentions.get(token, ())
        if m.end == end and m.kind == "name" and context.entities[m.entity].type is EntityType.PERSON
    ]


def _coordinated(context: Context, token: int) -> list[tuple[str, int]]:
    tree = context.tree
    head = token
    while tree.deps[head] in {"conj", *APPOSED}:
        head = tree.heads[head]
    found = [c for k in (head, *(k for k in tree.kids[head] if tree.deps[k] in APPOSED)) for c in tree.conjuncts(k)]
    return [(e, c) for c in found for e in direct(context, c) if context.entities[e].type is EntityType.PERSON]


def _membership(context: Context, body: str) -> str:
    """A party has members, any other organisation has people who work for it."""
    table = context.lexicon.table("parties")
    entity = context.entities[body]
    names = {entity.name, *entity.aliases}
    return (
        "memberOf"
        if names & set(table["names"]) or any(n.endswith(tuple(table["endings"])) for n in names)
        else "worksFor"
    )


def _staff(context: Context) -> Iterator[Claim]:
    """People named with their organisation: "Hasan E. von der Nationalgarde"."""
    tree = context.tree
    for token in sorted(context.mentions):
        people = [
            m
            for m in context.mentions[token]
            if m.kind == "name" and context.entities[m.entity].type is EntityType.PERSON
        ]
        for kid in tree.kids[token] if people else ():
            mark = tree.case_mark(kid)
            if tree.deps[kid] != "nmod" or mark is None or tree.lower[mark] not in {"von", "vom"} or kid < token:
                continue
            for body in direct(context, kid):
                if context.entities[body].type is EntityType.ORGANIZATION:
                    relation = _membership(context, body)
                    span = Span(
                        *quotation(
                            context,
                            (
                                token,
                                kid,
                            ),
                        )
                    )
                    yield Claim(people[0].entity, relation, body, span.start, span.end, "offices/staff")
