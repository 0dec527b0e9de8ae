"""Where a thing lies, as the words of its own phrase say: adjective, first part of a compound, its name.

"die russische Nachrichtenagentur Interfax", "Landgericht Köln", "US-Präsidentschaftswahl", "in der Hauptstadt Sanaa".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from kg.entities.gazetteer import gazetteer
from kg.entities.nodes import bare
from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, pointed, states
from kg.facts.situate import phrase_claim
from kg.facts.stretches import Place, Stretch
from kg.model import LANDS, Claim, Entity, EntityType

TITLED = APPOSED | {"compound"}
LOOSE = frozenset({"nmod", "compound", "dep"})  # how a parser may take a name behind its noun
SEATED = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})
PERSONS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.WORK, EntityType.COUNTRY})
NAMING = frozenset({"state", "party"})  # what an adjective in a name places: "Serbische Radikale Partei"
BETWEEN = frozenset({"von", "in", "im", "bei", "auf", "aus", "nahe"})
ARTICLES = frozenset({"der", "des"})


def by_adjective(context: Context, home: str | None) -> Iterator[Claim]:
    """Such as "die russische Nachrichtenagentur Interfax", "der US-Sender CBS", "das katalanische Referendum", "Kosovo-Krieg".

    Genitives too: "die Regierung Thailands", "die Zentralbank von Kenia", "die Armee des Landes".
    """
    tree = context.tree
    for token, word in enumerate(tree.words):
        if token in tree.skipped or tree.pos[token] not in {"NOUN", "PROPN"}:
            continue
        kinds = {context.entities[e].type for e in direct(context, token)}
        body = EntityType.ORGANIZATION in kinds
        if EntityType.PERSON in kinds:
            continue  # "der Slowake Peter Sagan (Bora-Hansgrohe)"
        if body or role_noun(word, context.lexicon) is None or _stands_for_body(context, token):
            yield from _of_origin(context, token)
            if token in context.mentions and head_category(word, context.lexicon) == "state":
                yield from _of_country(context, token, home)


def by_adverb(context: Context) -> Iterator[Claim]:
    """Where "dortig" says something to be, which is the place named last: "In Rom … Der dortige Gerichtshof"."""
    tree = context.tree
    for token, word in enumerate(tree.lower):
        noun = tree.heads[token]
        if not word.startswith("dortige") or tree.deps[token] != "amod":
            continue
        low = tree.sentences[max(0, tree.sentence_of[token] - 1)][0]
        near = (e for t in range(token - 1, low - 1, -1) for e in direct(context, t))
        place = next((e for e in near if context.entities[e].type in LANDS), None)
        for thing in direct(context, noun) if place is not None else ():
            if context.entities[thing].type in SEATED:
                yield from phrase_claim(context, thing, "locatedIn", place or "", (noun, token), "seats/there")


def is_district(context: Context, place: Place) -> bool:
    """Whether a noun before a place says it to be what a town lies in: "aus Ternitz im [Bezirk] Neunkirchen"."""
    words = tuple(context.lexicon.table("seats")["districts"])
    return context.tree.lower[place.token - 1].endswith(words) or context.tree.lower[place.token].endswith(words)


def _stands_for_body(context: Context, token: int) -> bool:
    """Whether a noun for persons is said of a body that stands right behind it: "der US-Konkurrent Reebok"."""
    tree, after = context.tree, token + 1
    if after >= len(tree.words) or not (tree.heads[after] == token or tree.heads[token] == after):
        return False
    types = {context.entities[e].type for e in direct(context, after)}
    return tree.deps[after if tree.heads[after] == token else token] in TITLED and types == {EntityType.ORGANIZATION}


def _of_origin(context: Context, token: int) -> Iterator[Claim]:
    tree, words = context.tree, context.lexicon.table("seats")
    origins = dict.fromkeys(pointed(context, token, frozenset({"part"})), token)
    compound = frozenset(origins)
    for kid in {*(k for k in tree.kids[token] if k < token), max(0, token - 1)}:
        inflected = not tree.lower[kid].endswith("sch")  # "(deutsch „Britannien zuerst“)"
        if inflected and (tree.deps[kid] == "amod" or kid == token - 1):
            origins |= dict.fromkeys(pointed(context, kid, frozenset({"adjective"})), kid)
    places = {
        e: t
        for e, t in origins.items()
        if context.entities[e].type in LANDS and context.entities[e].name not in words["continents"]
    }
    if not places or _is_abroad(context, tree.lower[token]) or tree.lower[token] in words["roads"]:
        return
    for thing, at in _things(context, token).items():
        for place, where in places.items():
            called = at == token and place in compound and context.entities[thing].type is EntityType.PLACE
            around = tree.lower[token].endswith(tuple(words["around"]))
            if called and (around or _is_region(context, place) or _is_route(context, token)):
                continue  # "Seine-Saint-Denis", "Schwarzwald-Baar-Kreis" are called so, "Linz-Land" is around it
            paper = at == token and tree.lower[token].endswith(tuple(words["papers"]))
            if _is_german(context, thing, where) or paper and context.entities[place].type is EntityType.PLACE:
                continue  # "Deutscher Brauer-Bund", "Magdeburger Volksstimme"
            if _fits(context, thing, place, tree.lower[token], place in compound):
                yield from phrase_claim(context, thing, "locatedIn", place, (token, at, where), "seats/origin")


def _is_german(context: Context, thing: str, adjective: int) -> bool:
    """Whether an adjective only is the first word of the name of a body that needs no place in a German paper."""
    begins = tuple(context.lexicon.table("seats")["domestic_names"])
    return context.tree.words[adjective].startswith(begins) and context.entities[thing].name.startswith(begins)


def _is_abroad(context: Context, noun: str) -> bool:
    """Whether a noun is one for an organ of a state on foreign soil: "Botschaft", "Beobachtermission", but not "Wahlkommission"."""
    table = context.lexicon.table("seats")
    return noun.endswith(tuple(table["abroad"])) and not noun.endswith(tuple(table["not_abroad"]))


def _is_route(context: Context, token: int) -> bool:
    """Whether a compound of two towns is a line from one to the other: "die Strecke Berlin-Hannover"."""
    lines = tuple(context.lexicon.table("seats")["lines"])
    return token > 0 and context.tree.lower[token - 1].endswith(lines)


def _is_region(context: Context, place: str) -> bool:
    """Whether a place is known for a region, a river or a sea, and no town or country."""
    known = gazetteer(context.lexicon).names.get(context.entities[place].name)
    return known is not None and known.category == "region"


def _of_country(context: Context, token: int, home: str | None) -> Iterator[Claim]:
    """What country an organ of state is of, by a genitive or "von"; ``home`` is "das Land"."""
    tree = context.tree
    things = [e for e in direct(context, token) if context.entities[e].type is EntityType.ORGANIZATION]
    if _is_abroad(context, tree.lower[token]):
        return
    for kid in tree.kids[token] if things else ():
        mark = tree.case_mark(kid)
        if tree.deps[kid] not in {"nmod", "nmod:poss"} or kid < token or (mark and tree.lower[mark] != "von"):
            continue
        places = [e for e in direct(context, kid) if context.entities[e].type in LANDS]
        if not places and home and tree.lower[kid] in {"landes", "staates"} and tree.lower[kid - 1] == "des":
            places = [home]
        for place in places:
            yield from phrase_claim(context, things[0], "locatedIn", place, (token, kid), "seats/genitive")


def _things(context: Context, token: int) -> dict[str, int]:
    """What a noun or the name apposed to it stands for."""
    tree = context.tree
    tokens = [
        token,
        *(k for k in tree.kids[token] if tree.deps[k] in APPOSED and (k < token + 2 or not _of_its_own(context, k))),
    ]
    after = token + 1
    titled = tree.deps[token] == "compound" and tree.heads[token] == after  # "der US-Partner Hoval"
    if after < len(tree.words) and (titled or tree.deps[after] in LOOSE) and after not in tokens:
        tokens.append(after)
    if _is_plural(context, token):
        tokens += [c for k in tokens if k == after for c in _in_row(context, k)]
    types, category = SEATED | {EntityType.NAMED_EVENT}, head_category(tree.words[token], context.lexicon)
    if category is not None and category != "place":
        tokens += _told_of(context, token)
    if category == "place":
        types |= {EntityType.COUNTRY}  # "die serbische Provinz Kosovo"
    return {e: t for t in tokens for e in direct(context, t) if context.entities[e].type in types}


def _told_of(context: Context, token: int) -> list[int]:
    """Names of which a noun for bodies tells what they are: "das größte deutsche Unternehmen, der Konzern SAP", "… sind SAP und BASF"."""
    tree = context.tree
    kinds = [
        k for k in tree.kids[token] if tree.deps[k] in APPOSED and tree.pos[k] == "NOUN" and not direct(context, k)
    ]
    found = [n for k in kinds if not _of_its_own(context, k) for n in tree.kids[k] if tree.deps[n] in APPOSED]
    if any(tree.deps[k] == "cop" for k in tree.kids[token]):
        found += [c for k in tree.kids[token] if tree.deps[k] == "nsubj" for c in tree.conjuncts(k)]
    above = tree.heads[token]
    if tree.deps[token] == "nsubj" and any(tree.deps[k] == "cop" for k in tree.kids[above]):
        found += tree.conjuncts(above)
    return [t for t in found if tree.pos[t] == "PROPN"]


def _is_plural(context: Context, token: int) -> bool:
    """Whether a noun stands for several: "die deutschen Sender", "steirische Gemeinden"."""
    tree = context.tree
    form, lemma, kids = tree.lower[token], tree.lemmas[token].lower(), tree.kids[token]
    many = any(tree.lower[k] == "die" for k in kids) and any(
        tree.deps[k] == "amod" and tree.lower[k].endswith("en") for k in kids
    )
    return many or form not in {lemma, f"{lemma}s", f"{lemma}es"}


def _in_row(context: Context, name: int) -> list[int]:
    """Names that follow one in a row, none with words of its own: "Regionen Südossetien und Abchasien"."""
    tree = context.tree
    own = {"det", "amod", "case", "nmod", "appos"}
    return list(takewhile(lambda c: own.isdisjoint(tree.deps[k] for k in tree.kids[c]), tree.conjuncts(name)[1:]))


def _of_its_own(context: Context, token: int) -> bool:
    """Whether an attribute tells where what is named beside a noun comes from: "die Grazer Firma X, der Linzer Konzern Y"."""
    tree = context.tree
    nouns = (token, token - 1) if tree.pos[token] == "PROPN" and tree.pos[token - 1] == "NOUN" else (token,)
    attributes = [k for noun in nouns for k in tree.kids[noun] if tree.deps[k] == "amod"]
    return any(pointed(context, k, frozenset({"adjective"})) for k in attributes)


def _fits(context: Context, thing: str, place: str, noun: str, compound: bool) -> bool:
    """Organisations and places are of where the adjective says; events only if they are held there; parties of no town."""
    known = gazetteer(context.lexicon).names.get(context.entities[thing].name)
    if known is not None and known.category == "party" and context.entities[place].type is EntityType.PLACE:
        return False  # "die Hamburger Grünen" are a part of them
    if context.entities[thing].type is not EntityType.NAMED_EVENT:
        return True
    words = context.lexicon.table("seats")
    return noun.endswith(tuple(words["held"])) or (
        compound and not noun.startswith(("us-", "eu-")) and noun.endswith(tuple(words["struck"]))
    )


def by_name(context: Context) -> Iterator[Claim]:
    """What carries its place in its name: "Landgericht Köln", "Zentralbank von Kenia", "Demokratische Partei Serbiens"."""
    places = {e.name: e.id for e in context.entities.values() if e.type in LANDS}
    if not places:
        return
    seen: set[str] = set()
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            entity = context.entities[mention.entity]
            if mention.kind != "name" or entity.id in seen or entity.type in PERSONS:
                continue
            seen.add(entity.id)
            place = _placed_by_name(context, entity, places)
            american = any(form.startswith("US-") for form in (entity.name, *entity.aliases))
            american = american and not _is_abroad(context, entity.name.lower())
            if place is None and american and entity.type is EntityType.ORGANIZATION:
                place = places.get(gazetteer(context.lexicon).countries["US"].name)
            if place is not None:
                yield from phrase_claim(context, entity.id, "locatedIn", place, (token,), "seats/name")


def _placed_by_name(context: Context, entity: Entity, places: Mapping[str, str]) -> str | None:
    words, table = entity.name.split(), context.lexicon.table("seats")
    if len(words) > 2 and words[0].endswith(("e", "er", "es")) and head_category(words[1], context.lexicon):
        words = words[1:]  # "Internationaler Flughafen Bagdad"
    category = head_category(words[0], context.lexicon)
    if category == "place" and len(words) == 2:
        return None  # "das Emirat Katar" is the place
    institutions = tuple(context.lexicon.table("fillers")["institutions"])
    abroad = _is_abroad(context, words[0].lower())
    held = entity.type is not EntityType.NAMED_EVENT or words[0].lower().endswith(tuple(table["held"]))
    for i in range(1, len(words)):
        last = " ".join(words[i:])
        place = places.get(last)
        plain = i == 1 or (i == 2 and words[1].startswith("("))  # "Müllverbrennungsanlage (MVA) Stapelfeld"
        if place and plain and (words[0].lower().endswith(institutions) or category == "site"):
            return place
        body = entity.type is EntityType.ORGANIZATION and not abroad and last not in table["continents"]
        body = body and words[i - 1].lower() not in table["called"]
        if place and (words[i - 1] in {"in", "im"} or body and words[i - 1][:1].isupper()):  # "VfB Stuttgart"
            return place
        if place and _leads_to(words, i, held) and (category or entity.type is not EntityType.ORGANIZATION):
            return place
        genitive = i == len(words) - 1 and last != bare(last) and not abroad
        if genitive and head_category(words[i - 1], context.lexicon):
            return places.get(bare(last))
    land = places.get(words[0]) if len(words) > 2 and entity.type is EntityType.ORGANIZATION else None
    if land is not None and context.entities[land].type is EntityType.COUNTRY:
        return land  # "Japan Aerospace Exploration Agency"
    gaz, last = gazetteer(context.lexicon), words[-1].lower()
    if len(words) < 2 or last in table["roads"] or _is_abroad(context, last) or last.endswith(tuple(table["foreign"])):
        return None
    town = gaz.urban.get(words[0]) if not last.endswith(tuple(table["papers"])) else None
    if town is not None and town.category != "region" and words[-1] not in places:  # "Bayer Leverkusen" is no Bavarian
        return places.get(town.name)
    known = gaz.adjective(words[0])
    if (
        known is not None
        and known.name not in table["continents"]
        and head_category(words[-1], context.lexicon) in NAMING
    ):
        return places.get(known.name)
    return None


def _leads_to(words: list[str], i: int, held: bool) -> bool:
    """Whether the word before a place says that the name's thing is there; whose an event is, is no place: "die Blockade der Sowjetunion"."""
    if words[i - 1] in ARTICLES:
        return words[i - 2] in BETWEEN or held and words[i - 2][:1].isupper()
    return words[i - 1] in BETWEEN


def capitals(context: Context, home: str | None) -> Iterator[Claim]:
    """Such as "die thailändische Hauptstadt", where the article names Bangkok; "die Hauptstadt Sanaa", where it names Jemen."""
    tree, cities = context.tree, gazetteer(context.lexicon).capitals
    tokens = [t for t, word in enumerate(tree.lower) if word.startswith("hauptstadt") and t not in tree.skipped]
    places = {e.name: e.id for e in context.entities.values() if e.type in LANDS} if tokens else {}
    here = [(places[city], country) for city, country in cities.items() if city in places]
    known = {city: places[country.name] for city, country in here if country.name in places}
    for token in tokens:
        things = _things(context, token)
        if (
            "-" in tree.words[token] and len(here) == 1 and home in {None, known.get(here[0][0])}
        ):  # "der Hauptstadt-Flughafen Wnukowo"
            for thing in things:
                yield from phrase_claim(context, thing, "locatedIn", here[0][0], (token,), "seats/capital")
        for region in _regions(context, token):  # "St. Pölten, die Hauptstadt Niederösterreichs"
            apposed = direct(context, tree.heads[token]) if tree.deps[token] in APPOSED else ()
            for thing in (*things, *(e for e in apposed if context.entities[e].type in LANDS)):
                yield from phrase_claim(context, thing, "locatedIn", region, (token,), "seats/capital")
        said = (*states(context, token), *_by_attribute(context, token))
        if home and not said and tree.lower[token] == "hauptstadt":  # "in der früheren Hauptstadt Rangun"
            for thing in things:
                if context.entities[thing].name not in cities:
                    yield from phrase_claim(context, thing, "locatedIn", home, (token,), "seats/capital")
        for city, country in known.items():
            if country in said or (city in things and not said):
                yield from phrase_claim(context, city, "locatedIn", country, (token,), "seats/capital")


def _by_attribute(context: Context, token: int) -> list[str]:
    """What an adjective says a capital to be of: "der sardischen Hauptstadt"."""
    kids = [k for k in context.tree.kids[token] if context.tree.deps[k] == "amod"]
    return [e for k in kids for e in pointed(context, k, frozenset({"adjective"}))]


def _regions(context: Context, token: int) -> list[str]:
    """The regions in whose genitive a capital stands."""
    tree = context.tree
    kids = [
        k for k in tree.kids[token] if k > token and tree.deps[k] in {"nmod", "nmod:poss"} and tree.case_mark(k) is None
    ]
    return [e for k in kids for e in direct(context, k) if context.entities[e].type is EntityType.PLACE]


def is_area(context: Context, name: Stretch) -> bool:
    """Whether a name is that of a country or region."""
    entity = context.entities[name.entity]
    known = gazetteer(context.lexicon).names.get(entity.name)
    return entity.type is EntityType.COUNTRY or (known is not None and known.category == "region")
