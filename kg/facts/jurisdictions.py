"""What offices named without their land, town or ministry are of, where the article leaves only one choice.

"Außenminister Sebastian Kurz" (the country the article is about, and the ministry it names), "Landeshauptmann Franz Voves"
(the one region it names), "Bürgermeister Michael Ludwig" (the one town), "der Abgeordnete X" (the one parliament).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.entities.gazetteer import HOME, gazetteer
from kg.entities.roles import RoleNoun, role_noun
from kg.entities.rulers import is_foreign_name, realms
from kg.facts.affiliations import countries_of
from kg.facts.bodies import count_bodies, has_complement, own_bodies
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, pointed
from kg.facts.holders import Office, base, reigns
from kg.facts.lands import Lands, find_lands, foremost
from kg.facts.tenures import adjectives
from kg.language import Lexicon
from kg.model import LANDS, Claim, EntityType

CABINET = 3
"""So many of a government an article must name for others of it to be told by their titles alone."""
CLUBS: frozenset[str | None] = frozenset({"company", "society", "team", None})
Found = tuple[Office, str, str, str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """An office and what the text itself says that it is of."""

    office: Office
    held: list[Claim]


def jurisdictions(context: Context, spoken: list[Spoken], found: list[Claim]) -> Iterator[Found]:
    """Yield (office, entity, predicate, how) for offices of which the text does not say what they are of."""
    if not spoken:
        return
    lands = find_lands(context)
    parties = {c.subject: c.object for c in found if c.predicate == "memberOf"}
    settled = {c.subject for c in found if context.entities[c.object].type in LANDS and c.predicate != "citizenOf"}
    seen: set[tuple[str, str]] = set()
    taken = {(base(item.office.role), c.object): c.subject for item in spoken for c in item.held if not c.former}
    for item in (*spoken, *spoken):  # at the second round it is known whose government the article speaks of
        office = item.office
        if not context.entities[office.holder].named and context.tree.deps[office.token] != "nsubj":
            continue  # "zum Präsidenten"
        party = parties.get(office.holder)
        bodies = list(own_bodies(context, office, item.held, party))
        of_body = bool(bodies) and base(office.role) in {*context.lexicon.table("roles")["of_the_body"], "präsident"}
        of_land = office.holder not in settled and not of_body
        candidates = [*bodies, *(_land(context, office, lands, party) if of_land else ())]
        for entity, relation, how in candidates:
            if (
                (office.holder, entity) in seen
                or entity == office.holder
                or (how == "body" and (_is_taken(context, office, entity, taken) or _is_hired(context, office)))
            ):
                continue
            seen.add((office.holder, entity))
            if how == "home":
                lands.governed[entity] += 1
            yield office, entity, relation, how


def _is_hired(context: Context, office: Office) -> bool:
    """Whether the sentence tells that somebody is hired, planned or not, which says whose he is: "will den Stürmer X holen"."""
    hiring = context.lexicon.table("roles")["hiring"]["appointed"]
    low, high = context.tree.sentences[context.tree.sentence_of[office.token]]
    verbs = (context.clauses[t] for t in range(low, high) if t in context.clauses)
    return any(c.lemma in hiring and any(abs(t - office.token) <= 1 for t in c.slots.get("obj", ())) for c in verbs)


def _is_taken(context: Context, office: Office, body: str, taken: dict[tuple[str, str], str]) -> bool:
    """Whether somebody else has the office of the body: the second trainer of a match is of the other club."""
    title = base(office.role)
    if not title.endswith(tuple(context.lexicon.table("roles")["one_at_a_time"])):
        return False
    return taken.setdefault((title, body), office.holder) != office.holder


def _land(context: Context, office: Office, lands: Lands, party: str | None) -> Iterator[tuple[str, str, str]]:
    """The country, the region or the town, by the kind of office."""
    table, title = context.lexicon.table("roles"), base(office.role)
    if (
        pointed(context, office.token)
        or has_complement(context, office)
        or _leads_above(context, office)
        or title in table["of_a_national_team"]
        and any(e.name.lower().endswith(tuple(table["national_teams"])) for e in context.entities.values())
        or office.role.relation not in {"heads", "worksFor", "represents"}
    ):
        return
    relation = office.role.relation
    if relation == "heads" and (not reigns(context, office.role) or adjectives(context, office, "deputy_adjectives")):
        relation = "worksFor"  # "Polizeichef", "der stellvertretende Ministerpräsident"
    if title.endswith(tuple(table["municipal"])):
        fitting = (town for town in foremost(lands.towns) if _may_govern(context, office.holder, town))
        yield from ((town, relation, "home") for town in fitting)
    elif title.endswith(tuple(table["regional"])):
        yield from ((region, relation, "home") for region in foremost(lands.regions))
    elif _is_national(office.role, table["national"]) and (
        realm := realms(context.entities[office.holder].name, context.lexicon)
    ):
        states = table["of_states"]
        but = states["country"] if title in states["always"] else None  # Oskar Lafontaine was one of a state too
        fitting = (e for e in lands.countries if context.entities[e].name in realm)
        yield from ((e, relation, "home") for e in fitting if context.entities[e].name != but)
    elif (region := _federal_state(context, office, lands, party)) is not None:
        yield region, relation, "home"
    elif title in table["of_a_club_too"] and (club := _club(context, office)) is not None:
        yield club, relation, "body"
    elif _is_national(office.role, table["national"]) or _has_subject(context, office):
        country = context.entities[office.holder].country or _home(context, office, lands, party)
        if country in context.entities:
            yield country, relation, "home"


def _may_govern(context: Context, person: str, town: str) -> bool:
    """Whether a person's name is one of those that are common where a town lies; nameless ones may be from anywhere."""
    known = gazetteer(context.lexicon).names.get(context.entities[town].name)
    domestic = known is not None and known.country in HOME
    return not context.entities[person].named or _is_domestic(context, person) == domestic


def _club(context: Context, office: Office) -> str | None:
    """The one club, firm or society of the sentence before, whose president is spoken of."""
    sentences, here = context.tree.sentences, context.tree.sentence_of[office.token]
    start = sentences[max(0, here - 1)][0]
    counts = count_bodies(context, CLUBS, before=office.token, after=start)
    countries = any(
        context.entities[m.entity].type is EntityType.COUNTRY and not _is_inhabitant(context, token)
        for token in range(start, office.token)
        for m in context.mentions.get(token, ())
    )
    return next(iter(counts)) if len(counts) == 1 and not countries else None


def _federal_state(context: Context, office: Office, lands: Lands, party: str | None) -> str | None:
    """The one state of an office that a federal country leaves to its states, where the country is not spoken of."""
    title, table = base(office.role), context.lexicon.table("roles")["of_states"]
    named = {
        context.entities[m.entity].name
        for found in context.mentions.values()
        for m in found
        if m.entity in lands.countries and m.kind == "name"
    }
    federal = table["country"] in (countries_of(context, party) or foremost(lands.homes))
    alone = party is not None or named <= {table["country"]}
    if not federal or not alone or title.startswith(table["but"]) or not title.endswith(tuple(table["endings"])):
        return None
    region = next(iter(foremost(lands.regions)), None)
    only = context.lexicon.table("parties")["regional"].get(context.entities[party].name) if party else None
    if only and region and context.entities[region].name != only:
        return None
    return region if title in table["always"] or table["country"] not in named else None


def _leads_above(context: Context, office: Office) -> bool:
    """Whether the office is said of the body before it: "das Comité unter Präsident Karl Stoss"."""
    tree = context.tree
    mark, above = tree.case_mark(office.token), tree.heads[office.token]
    bodies = [e for e in direct(context, above) if context.entities[e].type is EntityType.ORGANIZATION]
    return mark is not None and tree.lower[mark] == "unter" and bool(bodies)


def _is_national(role: RoleNoun, table: dict[str, list[str]]) -> bool:
    noun, prefix = role.noun.lower().removesuffix("in"), role.prefix.lower()
    return noun in table and (prefix in table[noun] or "*" in table[noun])


def _has_subject(context: Context, office: Office) -> bool:
    """Whether "für" says what a minister is for, as a compound does: "die Ministerin für Umwelt"."""
    tree, role = context.tree, office.role
    marks = (tree.case_mark(k) for k in tree.kids[office.token] if k > office.token)
    told = any(mark is not None and tree.lower[mark] == "für" for mark in marks)
    return told and not role.prefix and role.noun.lower().removesuffix("in") == "minister"


def _home(context: Context, office: Office, lands: Lands, party: str | None) -> str:
    """The land of a national office: by the holder's party, by what only one country has, else the land of the article."""
    table, title = context.lexicon.table("roles"), office.role.title.lower()
    countries = {context.entities[e].name: e for e in lands.countries}
    by_party = countries_of(context, party)
    if not by_party and title.startswith(tuple(table["federal"]["beginnings"])):
        by_party = {c for c in table["federal"]["countries"] if c in countries or c in lands.homes}
        if not by_party:
            return ""
    if base(office.role) in table["of_states"]["always"]:
        by_party -= {table["of_states"]["country"]}
        countries.pop(table["of_states"]["country"], None)
    if by_party:
        return countries.get(next(iter(by_party)), "") if len(by_party) == 1 else ""
    if party is not None:
        return ""
    found = _acting(context, office, lands) or foremost(lands.countries)
    if found and base(office.role) in table["of_states"]["always"]:
        found = [c for c in found if context.entities[c].name != table["of_states"]["country"]]
    if found and _only_of_people(context, found[0]):
        return ""
    if found and found[0] in lands.written and not lands.homes:
        return found[0]
    domestic = _is_domestic(context, office.holder) and not (found and _is_governed(context, lands, found[0]))
    if len(lands.countries) != 1 and domestic:
        return ""
    elsewhere = found and not lands.homes and not _speaks(context, found[0]) and _only_as_goal(context, found[0])
    if elsewhere and domestic:
        return ""  # "Regierungssprecher Karl Huber bestätigte die Reise nach China"
    if not found or context.entities[office.holder].named and _speaks(context, found[0]) != domestic and lands.homes:
        return ""  # "Präsident Álvaro Uribe" is not of the Germany that the article speaks of
    return found[0]


def _is_governed(context: Context, lands: Lands, country: str) -> bool:
    """Whether others of a government are named and little points home: "Justizminister David Gauke" is of it too."""
    return lands.governed[country] >= CABINET > lands.homes.total() and not any(
        _speaks(context, c) for c in lands.countries
    )


def _is_inhabitant(context: Context, token: int) -> bool:
    """Whether a word names a person by where he is from: "der Schweizer Marcel Koller"."""
    tree = context.tree
    near = (token, *tree.kids[token]) if tree.pos[token] != "ADJ" else (token + 1,)
    people = [e for k in near if k == token or tree.pos[k] == "PROPN" for e in direct(context, k)]
    return tree.words[token][:1].isupper() and any(context.entities[e].type is EntityType.PERSON for e in people)


def _only_of_people(context: Context, country: str) -> bool:
    """Whether an article names a country only as where somebody is from."""
    at = [token for token, found in context.mentions.items() if any(m.entity == country for m in found)]
    return all(
        _is_inhabitant(context, token) and role_noun(context.tree.words[token], context.lexicon) is None for token in at
    )


def _only_as_goal(context: Context, country: str) -> bool:
    """Whether a country is named just once, as a place or by who is of it: "reist nach China", not "die US-Armee"."""
    found = [(t, m) for t, ms in context.mentions.items() for m in ms if m.entity == country]
    if len(found) != 1:
        return False
    (token, mention), tree = found[0], context.tree
    nouns = (tree.words[token], tree.words[tree.heads[token]])
    return mention.kind == "name" or any(role_noun(noun, context.lexicon) for noun in nouns)


def _acting(context: Context, office: Office, lands: Lands) -> list[str]:
    """The country that acts in the sentence before: "Indien schickt Hilfe. Premier X …"."""
    tree, last = context.tree, context.tree.sentence_of[office.token] - 1
    if not any(tree.deps[k] in APPOSED for k in tree.kids[office.token]):
        return []  # "hinter dem Präsidenten" is about somebody known
    low, high = tree.sentences[last] if last >= 0 else (0, 0)
    heads = [t for t in range(low, high) if tree.deps[t] == "nsubj"]
    subjects = {e for head in heads for t in tree.conjuncts(head) for e in direct(context, t)}
    found = [e for e in subjects if context.entities[e].type is EntityType.COUNTRY]
    return found if len(found) == 1 and (lands.countries[found[0]] > 1 or len(lands.countries) == 1) else []


def _speaks(context: Context, country: str) -> bool:
    """Whether the language of the article is one of the country."""
    countries = gazetteer(context.lexicon).countries
    return context.entities[country].name in {countries[code].name for code in HOME}


def _is_domestic(context: Context, person: str) -> bool:
    """Whether a person's given name is common in German, so that a newspaper may leave the country out."""
    name = context.entities[person].name
    given = name.split()[0].partition("-")[0]
    return not is_foreign_name(name, context.lexicon) and given in _domestic(context.lexicon)


@cache
def _domestic(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("names_domestic")["given"])
