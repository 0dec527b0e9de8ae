"""Where organisations, places and events lie, as noun phrases say it.

"die russische Nachrichtenagentur Interfax", "das Stadion in Turin", "Siemens mit Sitz in München", "Aalen (Ostalbkreis)".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from kg.entities.events import event_noun
from kg.entities.gazetteer import HOME, gazetteer
from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts import homes, seat_names
from kg.facts.context import Context
from kg.facts.factuality import of_event
from kg.facts.fillers import APPOSED, direct, fillers
from kg.facts.lands import find_lands
from kg.facts.seat_names import is_area
from kg.facts.situate import phrase_claim
from kg.facts.stretches import Place, Stretch, behind, name_at, opens_clause, past_site, places_at, stretches, within
from kg.model import Claim, EntityType, Factuality

SAME_PHRASE = 60  # characters between a town and what is told of its region
NEAR = frozenset({"in", "bei", "nahe", "unweit"})
WITHIN = frozenset({"in", "auf"})  # "Röthenbach an der Pegnitz bei Nürnberg" lies in neither
AGAINST = frozenset({"gegen", "mit", "über"})  # "Wut auf die Regierung in Paris": it is the government that is there
AROUND = frozenset({"nähe", "umgebung", "umland"})
KINDS_OF = frozenset({"der", "die", "das", "dem", "ein", "eine", "einem", "einer"})
AT = {  # prepositions that tell where a thing of the type is
    EntityType.PLACE: NEAR | {"an", "auf", "von"},
    EntityType.NAMED_EVENT: NEAR | {"an", "auf", "vor", "von"},
    EntityType.ORGANIZATION: NEAR | {"aus"},
}


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``locatedIn`` claims."""
    names = stretches(context)
    lands = find_lands(context)
    home = homes.home_of(context, lands)
    places = places_at(context, names, home)
    found = list(
        chain(
            seat_names.by_adjective(context, home),
            seat_names.by_adverb(context),
            _behind_all(context, names, places),
            _brackets(context, names, places),
            _narrowed(context, names, places),
            _seated(context, names, places),
            seat_names.by_name(context),
            seat_names.capitals(context, home),
        )
    )
    found += list(_at_court(context, names, found))
    found += list(_wider(context, found))
    yield from found
    yield from homes.claims(context, names, home, frozenset(claim.subject for claim in found))


def _wider(context: Context, found: list[Claim]) -> Iterator[Claim]:
    """What lies in a region lies in the country that the same sentence says the region to be in: "in Pune, im indischen Staat X"."""
    towns = {e for c in found for e in (c.subject,) if context.entities[e].type is EntityType.PLACE}
    countries = {c.subject: c for c in found if context.entities[c.object].type is EntityType.COUNTRY}
    for claim in found:
        above = countries.get(claim.object)
        near = above is not None and abs(above.start - claim.start) < SAME_PHRASE
        if above is not None and near and claim.subject in towns and claim.subject not in countries:
            yield replace(claim, object=above.object, extractor="seats/wider")


def _behind_all(context: Context, names: list[Stretch], places: Mapping[int, Stretch]) -> Iterator[Claim]:
    """Phrases behind a name, and phrases behind the places in them: "Haltern im Kreis Recklinghausen"."""
    ends = {n.end for n in names if context.entities[n.entity].type is EntityType.ORGANIZATION}
    for name in names:
        kind = context.entities[name.entity].type
        if kind not in AT or (name.kind != "name" and kind is not EntityType.ORGANIZATION):
            continue
        inside = _inside(context, name, places) if kind is EntityType.NAMED_EVENT else None
        taken = name.end in ends and bool(AGAINST.intersection(context.tree.lower[name.head + 1 : name.end]))
        seat = _by_seat(context, name.end, places) if kind is EntityType.ORGANIZATION else None
        place = inside or seat or (None if taken else behind(context, name.end, places))
        place = place or (_past_owner(context, name, places) if kind is EntityType.ORGANIZATION else None)
        told = _by_kind(context, name, places) if kind is EntityType.PLACE and place is None else None
        place = place or told or (_in_area(context, name.end, places) if kind is EntityType.PLACE else None)
        if place is None or place not in (told, seat) and not _holds(context, name, place, kind):
            continue
        real = of_event(context, name.head) if kind is EntityType.NAMED_EVENT else Factuality.ASSERTED
        for thing in (_described(context, name), *_other_sites(context, name)):
            yield from phrase_claim(
                context, thing, "locatedIn", place.entity, (name.head, place.token), "seats/in", real
            )
            for other in _joined(context, place, places) if kind is EntityType.NAMED_EVENT else ():
                tokens = (name.head, other.head)
                yield from phrase_claim(context, thing, "locatedIn", other.entity, tokens, "seats/in", real)
        further = behind(context, place.end, places) if kind is EntityType.PLACE else None
        if further is not None and further.preposition in WITHIN:
            yield from phrase_claim(
                context, name.entity, "locatedIn", further.entity, (name.head, further.token), "seats/in"
            )


def _inside(context: Context, event: Stretch, places: Mapping[int, Stretch]) -> Place | None:
    """The place behind an event's noun, or behind that of the site where it was: "der Brand in einem Wohnhaus in Linz"."""
    found = behind(context, event.head + 1, places)
    further = past_site(context, event.head + 1, places)
    if further is None or not within(context, further.token, event.head):
        return found
    return found if found is not None and context.entities[found.entity].named else further


def _joined(context: Context, place: Place, places: Mapping[int, Stretch]) -> list[Stretch]:
    """Further places that "und" joins to one: "die Wahlen in Bayern und Hessen", "die Proteste in Rom, Turin und Genua"."""
    words, found, at, joined = context.tree.lower, list[Stretch](), place.end, False
    while at + 1 < len(words) and words[at] in {",", "und", "sowie"} and not joined:
        other = places.get(at + 1 + (words[at + 1] in {"in", "im"}))
        if other is None:
            break
        joined = words[at] != ","
        found.append(other)
        at = other.end
    return found if joined else []


def _past_owner(context: Context, name: Stretch, places: Mapping[int, Stretch]) -> Place | None:
    """Where an institution is that a genitive says to be somebody's: "das Museum der Bundeswehr in Dresden"."""
    tree = context.tree
    owner = name_at(context, name.end + 1) if tree.lower[name.end : name.end + 1] in (["der"], ["des"]) else None
    if owner is None or context.entities[owner.entity].type is not EntityType.ORGANIZATION:
        return None
    place = behind(context, owner.end, places)
    own = place is not None and within(context, place.token, name.head)
    return place if place is not None and own and not within(context, place.token, owner.head) else None


def _in_area(context: Context, comma: int, places: Mapping[int, Stretch]) -> Place | None:
    """The area behind a comma that a noun says to be one: "in Pune, im indischen Bundesstaat Maharashtra"."""
    tree = context.tree
    place = behind(context, comma + 1, places) if comma < len(tree.words) and tree.words[comma] == "," else None
    between = tree.words[comma + 2 : place.end] if place is not None else []
    return place if any(head_category(word, context.lexicon) == "place" for word in between) else None


def _by_kind(context: Context, name: Stretch, places: Mapping[int, Stretch]) -> Place | None:
    """Where what a comma says a place to be lies: "in Wolfurt, einem Dorf in Vorarlberg", "Hietzing, ein Bezirk von Wien"."""
    tree, noun = context.tree, name.end + 2
    if name.end >= len(tree.words) or tree.words[name.end] != "," or tree.lower[name.end + 1 :][:1] == []:
        return None
    while noun < len(tree.words) and tree.pos[noun] in {"ADJ", "NUM"}:
        noun += 1
    if (
        tree.lower[name.end + 1] not in KINDS_OF
        or head_category("".join(tree.words[noun : noun + 1]), context.lexicon) != "place"
    ):
        return None
    place = behind(context, noun + 1, places)
    parts = tuple(context.lexicon.table("seats")["quarters"])
    inside = place is not None and (place.preposition in {"in", "auf", "an"} or tree.lower[noun].endswith(parts))
    return place if inside else None


def _other_sites(context: Context, name: Stretch) -> list[str]:
    """Sites that "und" joins to one whose town follows: "am Kolosseum und am Kapitol in Rom"."""
    tree = context.tree
    first = tree.heads[name.head]
    if tree.deps[name.head] != "conj" or not (_is_site(context, name.entity) or "site" in _kinds(context, name)):
        return []
    return [e for e in direct(context, first) if _is_site(context, e)]


def _is_site(context: Context, entity: str) -> bool:
    known = gazetteer(context.lexicon).names.get(context.entities[entity].name)
    return known is not None and known.category == "site"


def _has_site(context: Context, entity: str) -> bool:
    """Whether a place's name has a noun for a site in it."""
    return any(head_category(w, context.lexicon) in {"site", "society"} for w in context.entities[entity].name.split())


def _kinds(context: Context, name: Stretch) -> set[str | None]:
    return {head_category(context.tree.words[t], context.lexicon) for t in (name.start, name.head)}


def _described(context: Context, noun: Stretch) -> str:
    """What a noun without a name says of something with one: "Solvex, eine Firma aus Graz", "Solvex ist eine Firma aus Graz"."""
    tree, kind = context.tree, context.entities[noun.entity].type
    if context.entities[noun.entity].named or noun.kind != "nominal":
        return noun.entity
    above = [tree.heads[noun.head]] if tree.deps[noun.head] in APPOSED else []
    copula = any(tree.deps[k] == "cop" for k in tree.kids[noun.head])
    above += [k for k in tree.kids[noun.head] if copula and tree.deps[k] == "nsubj"]
    named = [e for t in above for e in direct(context, t) if context.entities[e].type is kind]
    return next((e for e in named if context.entities[e].named), noun.entity)


def _by_seat(context: Context, after: int, places: Mapping[int, Stretch]) -> Place | None:
    """Such as "Siemens mit Sitz in München", "Siemens, mit weltweitem Hauptsitz in München"."""
    tree = context.tree
    at = after + 1 if after < len(tree.words) and tree.words[after] == "," else after
    if at >= len(tree.words) or tree.lower[at] != "mit":
        return None
    seats = context.lexicon.table("seats")["seats"]
    noun = next((t for t in range(at + 1, min(at + 4, len(tree.words))) if tree.lower[t] in seats), None)
    return None if noun is None else behind(context, noun + 1, places)


def _holds(context: Context, name: Stretch, place: Place, kind: EntityType) -> bool:
    """Whether the phrase belongs to the name, by type and preposition and, in doubt, by the tree."""
    tree = context.tree
    if place.preposition not in AT[kind] or place.entity == name.entity:
        return False
    before = tree.lower[name.start - 1] if name.start else ""
    kinds = _kinds(context, name)
    if place.preposition == "auf" and context.entities[place.entity].type is EntityType.COUNTRY:
        return False  # "trifft in Bordeaux auf Ungarn"
    if kind is EntityType.PLACE:
        site = "site" in kinds
        names = gazetteer(context.lexicon).names
        town, wider = (names.get(context.entities[e].name) for e in (name.entity, place.entity))
        if (
            is_area(context, name)
            and wider is not None
            and wider.category != "region"
            and wider.type is EntityType.PLACE
        ):
            return False  # no region lies in a town
        if town is not None and wider is None and _has_site(context, place.entity):
            return False  # "in Graz im Theater am Ortweinplatz"
        if any(c.isdigit() for c in context.entities[place.entity].name):
            return False  # "bei Ingolstadt auf der A9"
        if not AROUND.isdisjoint(tree.lower[name.end : place.token]):
            return False  # "Almere in der Nähe von Amsterdam"
        if before == "nach" and town is not None and (wider is None or wider.country != town.country):
            return False  # "auf dem Weg nach Düsseldorf in den Alpen abgestürzt"
        agree = town is None or wider is not None and wider.country == town.country
        broad = wider is not None and (wider.type is EntityType.COUNTRY or wider.category == "region")
        inside = place.preposition == "in" and broad and not is_area(context, name) and agree
        inside = inside or place.preposition == "in" and seat_names.is_district(context, place)
        return (before not in {"aus", "von", "vom"} or inside) and (place.preposition in WITHIN or site)
    if kind is EntityType.NAMED_EVENT:
        words = context.entities[name.entity].name.lower().split()
        if not set(context.lexicon.table("seats")["everywhere"]).isdisjoint(words):
            return False  # "fiel im Zweiten Weltkrieg in Russland"
        known = gazetteer(context.lexicon).names.get(context.entities[place.entity].name)
        return place.preposition not in {"von", "vor"} or known is not None and known.type is EntityType.PLACE
    known = gazetteer(context.lexicon).names.get(context.entities[name.entity].name)
    if known is not None and known.category == "party" and context.entities[place.entity].type is EntityType.PLACE:
        return False  # "die Grünen in Bayern" are a part of them
    if within(context, place.token, name.head):
        return not _of_another(context, name)
    if place.preposition == "aus":
        ends = place.end >= len(tree.words) or tree.pos[place.end] in {"VERB", "AUX"}
        return ends or context.entities[name.entity].named and not _leaves(context, name)
    if place.preposition == "in" and known is None and (_is_house(context, name) or _is_works(context, name)):
        return True
    armed = known is not None and known.category == "armed" and not _is_domestic(context, place)
    opens = opens_clause(context, name, place.end) and not _of_another(context, name)
    return armed or opens or not kinds.isdisjoint({"state", "site"})


def _leaves(context: Context, name: Stretch) -> bool:
    """Whether a verb near a name takes "aus": "zog die Nato aus Afghanistan ab"."""
    low, high = context.tree.sentences[context.tree.sentence_of[name.head]]
    verbs = (context.clauses[t] for t in range(low, high) if t in context.clauses)
    leaving = context.lexicon.table("seats")["leaving"]
    return any(verb.kind == "verb" and verb.lemma in leaving for verb in verbs)


def _is_house(context: Context, name: Stretch) -> bool:
    """Whether a name is that of a school, a hospital or the like: "wurde im Allgemeinen Krankenhaus in Linz operiert"."""
    houses = tuple(context.lexicon.table("fillers")["institutions"])
    return any(context.tree.lower[t].endswith(houses) for t in range(name.start, name.end))


def _is_works(context: Context, name: Stretch) -> bool:
    """Whether a noun before a name says it to be a firm that is in one place: "übernahm die Firma Solvex in der Stadt Linz"."""
    nouns = context.lexicon.table("seats")["works"]
    return any(context.tree.lower[t] in nouns for t in (name.start, name.start - 1) if t >= 0)


def _is_domestic(context: Context, place: Place) -> bool:
    """Whether a place is at home, where a foreign force has followers but no seat: "die PKK in Deutschland"."""
    known = gazetteer(context.lexicon).names.get(context.entities[place.entity].name)
    return known is not None and known.country in HOME


def _of_another(context: Context, name: Stretch) -> bool:
    """Whether the place is that of an event or a person whose attribute the name is: "die Debatte der Republikaner in Iowa"."""
    tree, head = context.tree, context.tree.heads[name.head]
    noun = context.clauses.get(head)
    if tree.deps[name.head] not in {"nmod", "nmod:poss", "compound"} or tree.case_mark(name.head) is not None:
        return False
    if any(context.entities[m.entity].type is EntityType.NAMED_EVENT for m in context.mentions.get(head, ())):
        return True
    if tree.lower[head].endswith(tuple(context.lexicon.table("fillers")["institutions"])):
        return True  # "das Museum der Bundeswehr in Dresden"
    if _is_match(context, tree.words[head]):
        return True  # "ein Testspiel der Nationalmannschaft in Rom"
    if noun is not None and ("noun", noun.lemma) in context.frames.index:
        return True  # "ein Anschlag der Miliz in Rom"
    category = head_category(tree.words[name.start], context.lexicon)
    listed = gazetteer(context.lexicon).names.get(context.entities[name.entity].name)
    abroad = listed is not None and listed.country is None  # "ein Vertreter der UN in Somalia"
    return role_noun(tree.words[head], context.lexicon) is not None and category != "state" and abroad


def _is_match(context: Context, word: str) -> bool:
    """Whether a noun is one for something that takes place."""
    return any(event_noun(word, context.lexicon, table) for table in ("named", "described", "running"))


def _brackets(context: Context, names: list[Stretch], places: Mapping[int, Stretch]) -> Iterator[Claim]:
    """Such as "Aalen (Ostalbkreis)", "Springfield, Illinois,"."""
    tree = context.tree
    for name in names:
        if context.entities[name.entity].type is not EntityType.PLACE or name.kind != "name":
            continue
        kinds = context.lexicon.table("seats")["bracketed"]
        noun = (
            tree.words[name.end : name.end + 1] == ["("] and "".join(tree.lower[name.end + 1 : name.end + 2]) in kinds
        )
        place = places.get(name.end + 1 + noun)
        if place is None or place.end > len(tree.words) - 1:
            continue
        mark, after = tree.words[name.end], tree.words[place.end]
        wider = is_area(context, place) or not is_area(context, name)
        bracketed = mark == "(" and after in {")", "/"} and (noun or wider and _is_known(context, place))
        region = mark == "," and after in {",", "."} and is_area(context, place) and _single(context, name)
        if bracketed or (region and not is_area(context, name) and places.get(place.end + 1) is None):
            yield from phrase_claim(
                context, name.entity, "locatedIn", place.entity, (name.head, place.head), "seats/bracket"
            )


def _narrowed(context: Context, names: list[Stretch], places: Mapping[int, Stretch]) -> Iterator[Claim]:
    """The place behind a comma in the land before it: "im Osten der Ukraine, in der Region Donezk"."""
    tree, known = context.tree, gazetteer(context.lexicon).names
    for land in names:
        after = tree.words[land.end : land.end + 1]
        if context.entities[land.entity].type is not EntityType.COUNTRY or after != [","] or land.kind != "name":
            continue
        inner = behind(context, land.end + 1, places)
        if (
            inner is None
            or inner.preposition not in WITHIN
            or context.entities[inner.entity].type is not EntityType.PLACE
        ):
            continue
        country, whole = known.get(context.entities[inner.entity].name), known.get(context.entities[land.entity].name)
        if country is None or whole is None or country.country == whole.country:
            tokens = (land.head, inner.token)
            yield from phrase_claim(context, inner.entity, "locatedIn", land.entity, tokens, "seats/narrowed")


def _is_known(context: Context, place: Stretch) -> bool:
    """Whether a place is no other name of the one before it: "Głogów (Glogau)", but "Aalen (Ostalbkreis)"."""
    name = context.entities[place.entity].name
    area = name.lower().endswith(tuple(context.lexicon.table("seats")["directions"]))
    return area or name in gazetteer(context.lexicon).names


def _single(context: Context, name: Stretch) -> bool:
    """Whether no comma before the name makes it one of a list."""
    return name.start == 0 or context.tree.words[name.start - 1] != ","


def _seated(context: Context, names: list[Stretch], places: Mapping[int, Stretch]) -> Iterator[Claim]:
    """Such as "die in Wien ansässige Firma", "das bei Linz gelegene Werk"."""
    tree = context.tree
    stems = tuple(context.lexicon.table("seats")["seated"])
    ends = {place.end: place for place in places.values()}
    for token, word in enumerate(tree.lower):
        place = ends.get(token)
        if place is None or not word.startswith(stems):
            continue
        noun = tree.heads[token] if tree.heads[token] > token else token + 1
        things = fillers(context, noun, seat_names.SEATED) or tuple(n.entity for n in names if n.start == token + 1)
        for thing in things[:1]:
            yield from phrase_claim(context, thing, "locatedIn", place.entity, (place.head, noun), "seats/seated")


def _at_court(context: Context, names: list[Stretch], found: list[Claim]) -> Iterator[Claim]:
    """Trials lie where the court does: "Der Prozess wird vor dem Landgericht Köln eröffnet"."""
    tree, towns = context.tree, {claim.subject: claim.object for claim in found}
    courts = [n for n in names if n.entity in towns and "gericht" in context.entities[n.entity].name.lower()]
    for court in courts:
        if tree.case_mark(court.head) is None or tree.lower[tree.case_mark(court.head) or 0] not in {"vor", "am", "im"}:
            continue
        above = tree.heads[court.head]
        tokens = [above, *(k for k in tree.kids[above] if tree.deps[k].startswith(("nsubj", "obj", "obl")))]
        for token in tokens:
            for event in direct(context, token):
                if context.entities[event].type is EntityType.NAMED_EVENT:
                    where = (token, court.head)
                    yield from phrase_claim(context, event, "locatedIn", towns[court.entity], where, "seats/court")
