"""Who holds which office: titles, appositions, genitives, compounds, brackets, adjectives of origin.

"Kremlsprecher Dmitri Peskow", "Putins Berater", "der Chef des Fonds", "der italienische Kapitän".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.organizations import head_category
from kg.entities.roles import RoleNoun, role_noun
from kg.facts import affiliations, origins
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import APPOSED, pointed
from kg.facts.groups import groups
from kg.facts.holders import Office, base, offices, reigns
from kg.facts.jurisdictions import Spoken, jurisdictions
from kg.facts.mandates import elected, subordinates
from kg.facts.situate import quotation
from kg.facts.targets import targets
from kg.facts.tenures import adjectives, after_leaving, held_when, is_over, leaves, proposed
from kg.model import LANDS, Claim, EntityType, Factuality, Span
from kg.rdf.ontology import signature

INDEFINITE = frozenset({"ein", "eine", "einem", "einen", "einer", "eines"})
Target = tuple[str, int, str]


def claims(context: Context) -> Iterator[Claim]:
    """Yield the standing relations that titles and functions state, in text order."""
    spoken: list[Spoken] = []
    found: list[Claim] = []
    for token, word in enumerate(context.tree.words):
        if token in context.tree.skipped or context.tree.pos[token] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        role = _whole_role(context, token, word)
        for office in offices(context, token, role) if role is not None else ():
            office = _as_incumbent(context, _as_colleague(context, office, spoken))
            held = list(_held(context, office))
            spoken.append(Spoken(office, held))
            found += held
    found += affiliations.claims(context)
    yield from elected(context, spoken)
    for office, body, relation, how in groups(context, spoken):
        found.append(_claim(context, office, relation, body, office.token, how))
    found += list(affiliations.comrades(context, found))
    yield from found
    governed = list(_governed(context, spoken, found))
    yield from governed
    yield from subordinates(context, spoken, [*found, *governed])
    yield from origins.claims(context)


def _governed(context: Context, spoken: list[Spoken], found: list[Claim]) -> Iterator[Claim]:
    """Offices of the lands and bodies of the article of which the text does not say what they are of."""
    lands = context.lexicon.table("roles")["no_ministers"]
    for office, entity, relation, how in jurisdictions(context, spoken, found):
        if not (base(office.role).endswith("minister") and context.entities[entity].name in lands):
            yield _claim(context, office, relation, entity, office.token, how)


def _whole_role(context: Context, token: int, word: str) -> RoleNoun | None:
    """The role noun at a token, put together where its end stands behind "und": "Staats- und Parteichef"."""
    if word.endswith("-"):
        shared = (role_noun(context.tree.words[k], context.lexicon) for k in context.tree.conjuncts(token)[1:])
        end = next((role for role in shared if role is not None and role.prefix and not role.hyphen), None)
        return role_noun(f"{word[:-1]}{end.noun.lower()}", context.lexicon) if end is not None else None
    return role_noun(word, context.lexicon)


def _as_colleague(context: Context, office: Office, spoken: list[Spoken]) -> Office:
    """Give "sein französischer Kollege" the office that was spoken of last."""
    if not _is_colleague(context, office.role):
        return office
    here = context.tree.sentence_of[office.token]
    for other in reversed(spoken):
        near = here - context.tree.sentence_of[other.office.token] <= 1
        if near and other.office.holder != office.holder and _is_of_state(context, other.office.role):
            role = other.office.role
            return Office(office.token, RoleNoun(role.noun, role.noun, role.relation), office.holder, office.far)
    return office


def _as_incumbent(context: Context, office: Office) -> Office:
    """Give "Amtsinhaber Jan Moser" the office that the election of the article is for."""
    table, noun = context.lexicon.table("roles")["incumbents"], office.role.noun
    beside = (m for t in (office.token, office.token + 1) for m in context.mentions.get(t, ()))
    named = any(m.entity == office.holder and m.kind == "name" for m in beside)
    if noun not in table["holders"] or office.role.prefix or not named:
        return office
    ends = tuple(table["elections"])
    events = (e.name.lower().split() for e in context.entities.values() if e.type is EntityType.NAMED_EVENT)
    if not any(word.endswith(ends) for words in events for word in words):
        return office
    return Office(office.token, RoleNoun(table["office"], table["office"], "heads"), office.holder, office.far)


def _is_colleague(context: Context, role: RoleNoun | None) -> bool:
    """Whether somebody is called by an office spoken of: "sein US-Kollege", but no "Fraktionskollege"."""
    told = role is not None and (not role.prefix or role.hyphen)
    return role is not None and told and role.noun in context.lexicon.table("roles")["colleagues"]


def _respective(context: Context, office: Office, found: list[Target]) -> list[Target]:
    """Each one's own of as many bodies as holders: "die Außenminister Polens und Ungarns, X und Y"."""
    tree = context.tree
    holders = [c for k in tree.kids[office.token] if tree.deps[k] in APPOSED for c in tree.conjuncts(k)]
    bodies = [target for target in found if target[2] == "genitive"]
    if len(holders) < 2 or len(holders) != len(bodies) or office.far[0] not in holders:
        return found
    return [bodies[holders.index(office.far[0])]]


def _held(context: Context, office: Office) -> Iterator[Claim]:
    """Relate the holder to all that the office is said to be of."""
    seen: set[tuple[str, str]] = set()
    colleague = _is_colleague(context, role_noun(context.tree.words[office.token], context.lexicon))
    found = _respective(context, office, list(targets(context, office)))
    elsewhere = any(how == "genitive" and context.entities[e].type is not EntityType.COUNTRY for e, _, how in found)
    accredited = base(office.role).endswith(tuple(context.lexicon.table("roles")["accredited"]))
    posted = accredited and any(how == "adjective" and context.entities[e].type in LANDS for e, _, how in found)
    for entity, at, how in found:
        if colleague and how == "possessive" or posted and how == "compound":
            continue  # "sein französischer Kollege", "der syrische US-Botschafter"
        relation = relation_of(context, office, entity, how)
        if elsewhere and how == "adjective" and relation == "heads":
            relation = "citizenOf"  # "der italienische Präsident der EZB"
        kind = context.entities[entity].type
        if relation is None or kind not in signature(relation.removeprefix("-"))[1] or entity == office.holder:
            continue
        if (relation, entity) not in seen:
            seen.add((relation, entity))
            yield _claim(context, office, relation, entity, at, how)


def relation_of(context: Context, office: Office, entity: str, how: str) -> str | None:
    """The predicate between holder and entity; "-succeeded" is to be read from object to subject."""
    role, kind, table = office.role, context.entities[entity].type, context.lexicon.table("roles")
    sends = (
        how == "compound" or how in {"genitive", "possessive"} and _is_of_state(context, role)
    )  # "Minister der Grünen"
    if sends and base(role).endswith(tuple(table["of_members"])) and affiliations.is_party(context, entity):
        return "memberOf"
    if how == "compound" and role.noun in table["colleagues"] and affiliations.is_party(context, entity):
        return "memberOf"  # "ihr SPÖ-Kollege"
    if how == "compound" and _in_committee(context, office, entity):
        return "memberOf"
    if kind is EntityType.ORGANIZATION and (how == "adjective" or role.relation == "none"):
        return _loosely(context, office, entity, how)
    if kind in LANDS and how in {"adjective", "genitive"} and _leads_party(context, office):
        return None  # "Tirols SPÖ-Chef"
    if kind in LANDS and how == "genitive" and not reigns(context, role) and _is_foremost(context, office):
        return None  # "der mächtigste Gewerkschaftsführer Deutschlands"
    foreign = how == "adjective" or how == "compound" and role.prefix.partition("-")[0] == "US"
    if foreign and (not _is_of_state(context, role) or kind is EntityType.COUNTRY and base(role) in table["clergy"]):
        return "citizenOf"
    if kind is EntityType.PERSON and role.noun in table["defending"]:
        return "represents"
    if role.relation == "none" or kind in LANDS and _is_topic(context, office, how):
        return None
    if context.entities[entity].name in context.lexicon.table("seats")["continents"]:
        return None  # "der dienstälteste Staatschef Afrikas"
    if kind is EntityType.PERSON and base(role) in table["of_a_ruler"]:
        return "worksFor"
    if how == "possessive" and role.relation in {"memberOf", "heads", "worksFor"} and kind is EntityType.PERSON:
        return "worksFor" if role.relation == "worksFor" else None
    relation = "-succeeded" if role.relation == "preceded" else role.relation
    if role.noun in table["led_by"]["offices"] and _names(context, entity) & set(table["led_by"]["bodies"]):
        return "heads"
    if relation == "heads" and (
        how == "field"
        or how in {"compound", "genitive"}
        and (kind is EntityType.ORGANIZATION or _is_site(context, entity))
        and _of_a_part(context, role, how)
        or adjectives(context, office, "deputy_adjectives")
        or kind in LANDS
        and not reigns(context, role)
        and not _is_site(context, entity)
    ):
        return "worksFor"
    if relation == "heads" and kind is EntityType.PERSON:
        return None
    if relation == "memberOf" and kind is EntityType.COUNTRY:
        return "worksFor" if role.noun not in table["unattached"] else None
    return relation


def _is_foremost(context: Context, office: Office) -> bool:
    """Whether a superlative compares the holder with all others of a land: "der bekannteste Trainer Österreichs"."""
    tree = context.tree
    attributes = (tree.lower[k] for k in tree.kids[office.token] if tree.deps[k] == "amod")
    return any(word.endswith(("ste", "sten", "ster")) and not word.startswith("erst") for word in attributes)


def _is_site(context: Context, entity: str) -> bool:
    """Whether a place is one that somebody directs: "Flughafen Wien", "Tiergarten Schönbrunn"."""
    words = context.entities[entity].name.split()
    return context.entities[entity].type is EntityType.PLACE and head_category(words[0], context.lexicon) == "site"


def _leads_party(context: Context, office: Office) -> bool:
    """Whether the office is one of the party that its compound names: "der steirische ÖVP-Obmann", no "SPÖ-Minister"."""
    role, table = office.role, context.lexicon.table("roles")
    if (
        not (role.hyphen or "-" in role.prefix)
        or base(role).endswith(tuple(table["of_members"]))
        and not base(role).endswith(tuple(table["of_party"]))
    ):
        return False
    parts = pointed(context, office.token, frozenset({"part"}))
    return role.relation in {"heads", "worksFor"} and any(affiliations.is_party(context, e) for e in parts)


def _in_committee(context: Context, office: Office, party: str) -> bool:
    """Whether a party's "Obmann" only speaks for it in a committee: "der SPD-Obmann im Ausschuss", in Germany any."""
    table, tree = context.lexicon.table("roles")["in_committees"], context.tree
    if base(office.role).rpartition("-")[2] not in table["titles"]:
        return False
    committees = any(tree.lower[k].endswith(tuple(table["committees"])) for k in tree.kids[office.token])
    return committees or not _names(context, party).isdisjoint(
        context.lexicon.table("parties")["countries"][table["country"]]
    )


def _names(context: Context, entity: str) -> set[str]:
    return {context.entities[entity].name, *context.entities[entity].aliases}


def _loosely(context: Context, office: Office, body: str, how: str) -> str | None:
    """Relations to an organisation that the noun itself does not say: "republikanischer Senator", "ZDF-Moderator"."""
    role, table = office.role, context.lexicon.table("roles")
    party = affiliations.is_party(context, body)
    if how == "adjective":
        leads = role.relation == "heads" and base(role).endswith(tuple(table["of_party"]))
        return None if not party else "heads" if leads else "memberOf"
    if role.noun in table["fronts"] and party and how in {"compound", "genitive"}:
        return "heads"  # "Neos-Frontmann X"
    if role.noun in table["unattached"] or how not in {"compound", "field", "genitive", "maker"} or party:
        return None
    return "worksFor" if how != "compound" or role.hyphen else None


def _is_of_state(context: Context, role: RoleNoun) -> bool:
    title, table = role.title.lower().removesuffix("in"), context.lexicon.table("roles")
    return title.endswith(tuple(table["state"])) and not title.endswith(tuple(table["referees"]))


def _of_a_part(context: Context, role: RoleNoun, how: str) -> bool:
    """Whether a title is that of a part of the body: "ÖAMTC-Flugbetriebsleiter", "Laborleiter der Firma", not "Parteichef"."""
    table, prefix = context.lexicon.table("roles"), role.prefix.lower()
    part = prefix.partition("-")[2].rpartition("-")[2] if how == "compound" else prefix
    return bool(part) and not role.hyphen and role.noun in table["of_parts"] and part not in table["of_the_whole"]


def _is_topic(context: Context, office: Office, how: str) -> bool:
    """Whether a land only says what the person deals with: "Syrien-Experte", "Deutschland-Chef", "Experte für Syrien"."""
    role, table = office.role, context.lexicon.table("roles")
    if how == "compound":
        land, topical = role.prefix.rpartition("-")[2], role.noun in table["topical"]
        acts = land in table["acting_in_compounds"] or not topical and land in table["acting_but_for_topics"]
        dealt_with = role.hyphen or topical or base(role) in table["of_a_part"]
        return dealt_with and not acts and not reigns(context, role)
    return how == "genitive" and role.noun in table["topical"]


def _is_imagined(context: Context, office: Office) -> bool:
    """Whether an indefinite article makes a named holder one who may be: "unter einer Kanzlerin Merkel"."""
    tree, token = context.tree, office.token
    indefinite = token > 0 and tree.lower[token - 1] in INDEFINITE
    named = token + 1 < len(tree.pos) and tree.deps[token + 1] in APPOSED and tree.pos[token + 1] == "PROPN"
    return indefinite and named and office.clause is None


def _clause(context: Context, office: Office) -> Clause | None:
    """The clause that says an office, or the one whose verb the predicate noun belongs to: "wird Trainer beim Klub"."""
    if office.clause is None:
        return None
    above = context.tree.heads[office.clause] if context.tree.deps[office.clause] == "xcomp" else office.clause
    return context.clauses.get(office.clause) or context.clauses.get(above)


def _claim(context: Context, office: Office, relation: str, entity: str, at: int, how: str) -> Claim:
    decision, over = Decision(), None
    clause = _clause(context, office)
    if clause is not None:
        decision = decide(context, clause)
        if leaves(context, clause, office):
            decision, over = after_leaving(decision)
        elif decision.factuality is Factuality.ASSERTED and adjectives(context, office, "future_adjectives"):
            decision = Decision(Factuality.PLANNED)  # "war designierter Botschafter"
    elif _is_imagined(context, office):
        decision = Decision(Factuality.POSSIBLE)
    elif adjectives(context, office, "future_adjectives"):
        decision = Decision(Factuality.PLANNED)
    decision = proposed(context, office, decision)
    over = is_over(context, office) if over is None else over
    subject, object_ = (entity, office.holder) if relation.startswith("-") else (office.holder, entity)
    span = Span(*quotation(context, (office.token, at, *office.far)))
    return Claim(
        subject=subject, predicate=relation.removeprefix("-"), object=object_, start=span.start, end=span.end,
        extractor=f"offices/{'predicate' if office.clause is not None else how}", factuality=decision.factuality, source=decision.source, cues=decision.cues,
        former=over and relation != "citizenOf",
        time=held_when(context, office, clause) if relation != "citizenOf" else None,
    )  # fmt: skip
