"""Names that a noun heads: "Landgericht Köln", "tschechische Regierung", "Nachrichtenagentur Interfax", "das Außenministerium"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.entities.descriptions import phrase_start
from kg.entities.extents import quoted_end
from kg.entities.fullnames import full_name, is_purposeful
from kg.entities.gazetteer import Known
from kg.entities.organizations import PLACES, ending_of, head_category, nominative, plain_head, strong
from kg.entities.passage import Passage
from kg.entities.sites import seated, sited
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import LANDS, EntityType

UNOFFICIAL = frozenset({"armed", "company", "media", "party", "team"})
OWN = frozenset({"company", "media", "party", "armed", "society", "team", "place", "site"})
POINTING = frozenset({"diese", "diesem", "diesen", "dieser", "dieses"})
PLACED = frozenset({"state", "organ", "society", "team", "company", "site"})
JOINED = "konzern"
WHOLE = ("-konzern", "-konzerns", "-mutterkonzern", "-mutterkonzerns", "-gruppe", "-unternehmen", "-unternehmens")


def organs(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Add the organisations and places that a noun heads to ``spots``, and retype names that such a noun introduces."""
    at = {s.start: s for s in spots if s.kind == "name"}
    inside = {i for s in spots if s.kind == "name" for i in range(s.start, s.end)}
    adjectives = {i: s for s in spots if s.kind == "adjective" for i in range(s.start, s.end)}
    found: list[Spot] = []
    changed: dict[Spot, Spot] = {}
    covered, personal = 0, frozenset(page.lexicon.table("alliances")["personal"])
    towns = {s.name for s in at.values() if s.type is EntityType.PLACE and s.start and _stands_alone(page, s)}
    for i, word in enumerate(page.words):
        if (
            i in inside
            or i < covered
            or i in page.skipped
            or not word[:1].isupper()
            or page.roles[i] is not None
            or page.pos[i] not in {"NOUN", "PROPN", "ADJ"}
        ):
            continue
        category = head_category(word, page.lexicon)
        if category is None and is_purposeful(page, i) and (office := full_name(page, i, "organ", at)) is not None:
            found.append(office)
            covered = max(covered, office.end)
        if category is None:
            continue
        after = at.get(i + 1)
        placed = after is not None and category in {"society", "team"} and after.name in towns
        quoted = at.get(i + 2) if i + 2 < len(page.words) and page.words[i + 1] in '"„»' else None
        town = after is not None and after.how == "pipeline LOC" and category in PLACED and _in_towns(page, i)
        if after and not placed and not town and _introduces(category, after) and not _before_holder(page, i):
            changed[after] = _introduced(page, i, after, category)
        elif quoted and category not in PLACES:
            changed[quoted] = _introduced(page, i, quoted, category)
        elif after and after.type is EntityType.PERSON and page.lower[i] in personal:  # "das Kabinett Kurz"
            full = f"{nominative(page, i)} {after.name}"
            led = Spot(i, i + 1, EntityType.ORGANIZATION, full, "head and leader", phrase=i, extent=after.end)
            found.append(replace(led, category=category))
        elif (
            after
            and after.type in LANDS
            and category in PLACED
            and not (_is_told(page, i) or category in {"company", "team"} and _in_genitive(page, after))
        ):
            beside = at.get(after.end) if page.dep[after.end : after.end + 1] == ["flat"] else None
            names = [after, beside] if beside and beside.type is EntityType.PLACE else [after]  # "Berlin Brandenburg"
            genitive = category == "state" and after.type is EntityType.COUNTRY and names[-1] is after
            own = page.surface(after.start, after.end) if genitive else after.name  # "Parlament Griechenlands"
            called = _called(page, i) if i - 1 not in adjectives else ""
            full = " ".join([*called.split(), nominative(page, i), own, *(name.name for name in names[1:])])
            spot = _spot(i, names[-1].end, full, "head and place")
            found.append(replace(spot, category=category, type=EntityType.PLACE if category == "site" else spot.type))
        else:
            found.extend(replace(s, category=category) for s in _unlisted(page, i, category, at, adjectives))
            covered = max([covered, *(s.end for s in found[-1:] if s.how == "full name")])
    whole = {i for s in found for i in range(s.start, s.end)}
    rest = [replace(s, kind="part") if s.kind == "name" and s.start in whole else s for s in spots]
    return [changed.get(s, s) for s in rest] + found


def _called(page: Passage, i: int) -> str:
    """The adjective with a capital that belongs to a name, in the nominative: "im [Jüdischen] Museum Wien"."""
    adjective = i - 1
    named = adjective > 0 and page.pos[adjective] == "ADJ" and page.words[adjective][:1].isupper()
    if not named or page.first(adjective) or page.lower[adjective].endswith("er"):
        return ""
    return strong(page.words[adjective], page.words[i], page.lexicon)


def _in_genitive(page: Passage, land: Spot) -> bool:
    """Whether a land stands in the genitive, as where somebody is the greatest of it: "der größte Hersteller Europas"."""
    return page.surface(land.start, land.end) == f"{land.name}s"


def _in_towns(page: Passage, i: int) -> bool:
    """Whether a noun heads names of institutions that end with their town: "Raiffeisenkasse Bruneck"."""
    return nominative(page, i).lower().endswith(tuple(page.lexicon.table("fillers")["institutions"]))


def _stands_alone(page: Passage, place: Spot) -> bool:
    """Whether a place's name has no noun before it that could say what else it names."""
    return page.pos[place.start - 1] != "NOUN" or head_category(page.words[place.start - 1], page.lexicon) is None


def _is_told(page: Passage, i: int) -> bool:
    """Whether a noun says which body is meant without the place behind it: "die US-Regierung", "diese Fluggesellschaft"."""
    first = page.words[i].rpartition("-")[0]
    known = page.gaz.seats.get(first) or page.gaz.names.get(first) if first else None
    land = known is not None and known.type is EntityType.COUNTRY
    return land or page.lower[phrase_start(page, i)] in POINTING


def _unlisted(page: Passage, i: int, category: str, at: dict[int, Spot], adjectives: dict[int, Spot]) -> Iterator[Spot]:
    """Names that no other detector has found, by the noun that heads or introduces them."""
    kind = EntityType.PLACE if category in PLACES else EntityType.ORGANIZATION
    end = _proper_chain(page, i + 1)
    if kind is EntityType.ORGANIZATION and _acronym_follows(page, i):
        yield _spot(i, i + 1, nominative(page, i), "acronym follows")
        return
    if category in OWN and kind is EntityType.ORGANIZATION and (close := quoted_end(page, i + 1)):
        yield Spot(i + 2, close, kind, _whole(page, i, page.surface(i + 2, close), category), "head noun", phrase=i)
        return
    of = at.get(i + 2) if i + 2 < len(page.words) and page.lower[i + 1] == "von" else None
    own = category in OWN and not _before_holder(page, i)
    if end > i + 1 and own and end not in at and not page.gaz.name(page.words[i + 1]):
        name = page.surface(i + 1, end)
        yield Spot(i + 1, end, kind, _whole(page, i, name, category), "head noun", phrase=i)
    elif (
        category in PLACES
        and page.capital(i + 1)
        and i + 1 not in at
        and (known := page.gaz.names.get(page.words[i + 1]))
        and known.type is EntityType.PLACE
    ):
        yield Spot(
            i + 1,
            i + 2,
            kind,
            f"{nominative(page, i)} {known.name}" if category == "site" else known.name,
            "head noun",
            phrase=i,
        )
    elif of and category in {"site", "society"} and of.type in LANDS:
        yield Spot(i, i + 2, kind, f"{nominative(page, i)} von {of.name}", "head and place", phrase=i, extent=of.end)
    elif category in PLACES and _capital_adjective(page, i - 1):
        two = i > 1 and page.surface(i - 2, i) in page.gaz.urban  # "New Yorker"
        adjective = page.surface(i - 2, i) if two else _strong_form(page, i - 1, page.words[i])
        yield Spot(i - 1 - two, i + 1, kind, f"{adjective} {nominative(page, i)}", "capital adjective")
    elif (spot := full_name(page, i, category, at)) is not None or (
        spot := sited(page, i, category, at) or seated(page, i, category, at) or _headed(page, i, category, adjectives)
    ) is not None:
        yield spot


def _before_holder(page: Passage, i: int) -> bool:
    """Whether the name behind a noun in the genitive is whose title it is: "der Chef des Verbandes Jan Moser"."""
    title = i > 1 and page.lower[i - 1] in {"der", "des"} and page.roles[i - 2] is not None
    return title and i + 2 < len(page.words) and page.words[i + 1] in page.genders and page.capital(i + 2)


def _whole(page: Passage, i: int, name: str, category: str) -> str:
    """A name with the noun before it where that is a part of it: "Liste Fritz", "Bündnis Zukunft"."""
    part = category == "site" or page.lower[i] in page.lexicon.table("organizations")["naming"]
    return f"{nominative(page, i)} {name}" if part else name


def _acronym_follows(page: Passage, i: int) -> bool:
    return (
        i + 3 < len(page.words)
        and page.words[i + 1] == "("
        and page.words[i + 3] == ")"
        and page.words[i + 2].isupper()
        and page.words[i + 2][0] == page.words[i][0]
    )


def _proper_chain(page: Passage, i: int) -> int:
    """The end of a run of unknown proper nouns (and a number behind them) that starts at ``i``."""
    end = i
    while end < len(page.words) and page.sentence[end] == page.sentence[i - 1] and end not in page.skipped:
        name = (
            len(page.words[end]) > 1
            and (page.pos[end] in {"PROPN", "X"} or _apposed(page, i, end))
            and page.capital(end)
            and page.roles[end] is None
        )
        number = end > i and page.words[end].isdigit() and len(page.words[end]) < 3
        if not name and not number:
            break
        end += 1
    return end


def _apposed(page: Passage, i: int, end: int) -> bool:
    """Whether a common noun right behind a head noun is its name, or goes on with one: "die Bewegung Zukunft Jetzt"."""
    if page.lower[i].endswith(tuple(page.lexicon.table("names_variants")["bounds"]["abstract"])):
        return False  # "warf der Gewerkschaft Feigheit vor"
    if end > i:
        return page.dep[i] in {"appos", "flat"} and page.pos[i] == "NOUN" and page.pos[end] in {"NOUN", "ADV"}
    return page.dep[i] in {"appos", "flat"} and page.heads[i] == i - 1 and page.pos[i] == "NOUN"


def _capital_adjective(page: Passage, i: int) -> bool:
    return (
        i > 0
        and page.capital(i)
        and not page.first(i)
        and page.words[i].endswith(("e", "en", "er", "es"))
        and page.pos[i] in {"ADJ", "PROPN"}
        and page.roles[i] is None
        and page.gaz.name(page.words[i]) is None
    )


def _strong_form(page: Passage, i: int, noun: str) -> str:
    adjective = page.words[i]
    if adjective in page.gaz.urban:
        return adjective
    stem = next((adjective[: -len(e)] for e in ("en", "er", "es", "e") if adjective.endswith(e)), adjective)
    return stem + ending_of(noun, page.lexicon)


def _introduces(category: str, name: Spot) -> bool:
    if category == "site" and name.known and name.type in LANDS:
        return False
    if category in PLACES:
        return name.type is not EntityType.PERSON or name.end - name.start == 1
    if name.type in LANDS and name.known:
        return False
    acronym = category == "state" and name.how == "acronym" and name.known is None
    body = category == "state" and name.known is not None and name.known.category not in UNOFFICIAL
    return acronym or body or category in OWN and (name.known is None or name.type is EntityType.ORGANIZATION)


def _introduced(page: Passage, i: int, name: Spot, category: str) -> Spot:
    if name.known and name.type is not EntityType.PLACE or category == "place" and name.known:
        return replace(name, phrase=i)
    kind = EntityType.PLACE if category in PLACES else EntityType.ORGANIZATION
    return replace(name, type=kind, name=_whole(page, i, name.name, category), phrase=i, how="head noun")


def _headed(page: Passage, i: int, category: str, adjectives: dict[int, Spot]) -> Spot | None:
    word = nominative(page, i)
    singular = page.feature(i, "Number") != "Plur"
    if category in {"state", "organ"} and i > 1 and page.lower[i - 1] == "und" and page.words[i - 2].endswith("-"):
        return _spot(i - 2, i + 1, f"{page.words[i - 2]} und {word}", "truncated compound")
    before = i - 1
    while before > 0 and page.pos[before] == "ADJ" and before not in adjectives and i - before < 3:
        before -= 1
    several = word.lower() in _alone(page.lexicon)  # "türkische Behörden"
    official = category in {"state", "organ"}
    if before in adjectives and (singular and (official or _telling(page, i, category)) or official and several):
        return _of_origin(page, i, category, adjectives[before], word)
    town = page.words[i - 1] if i else ""
    local = page.label[i - 1] == "LOCderiv" or town in page.gaz.urban
    if category in {"state", "organ"} and singular and town.endswith("er") and local:
        return _spot(i - 1, i + 1, f"{town} {word}", "origin and head")
    firm = page.gaz.names.get(word[: -len(JOINED)]) if word.lower().endswith(JOINED) else None
    if firm is not None and firm.category == "company" and not firm.ambiguous:
        return replace(_spot(i, i + 1, firm.name, "compound"), known=firm)  # "der Volkswagenkonzern"
    if "-" in word:
        return _compound(page, i, category, adjectives, word)
    if i and official and page.lower[i - 1].partition("-")[0] in page.lexicon.table("alliances")["colours"]:
        return _of_colours(page, i, word)
    said = (
        i == 0
        or page.lower[i - 1] in page.determiners.articles
        or page.pos[i - 1] in {"ADP", "ADJ", "CCONJ"}
        or page.first(i)
    )
    telling = category == "state" and singular and not plain_head(word, page.lexicon)
    some = word.lower() in page.lexicon.table("organizations")["pointed"] and (
        page.lower[phrase_start(page, i)] in page.determiners.indefinite
    )
    if said and not some and (telling or word.lower() in _alone(page.lexicon)):
        known = page.gaz.names.get(word)
        return replace(_spot(i, i + 1, known.name if known else word, "head noun alone"), known=known)
    return None


def _of_colours(page: Passage, i: int, word: str) -> Spot | None:
    """A government called by its parties' colours: "die rot-grüne Koalition"."""
    start = phrase_start(page, i)
    stem = re.sub(r"e[nrs]?$", "", page.words[i - 1])
    thought_of = tuple(page.lexicon.table("alliances")["thought_of"])
    several = page.lower[start] in page.determiners.indefinite or "-" not in stem
    if several or any(page.lower[k].startswith(thought_of) for k in range(start, i)):
        return None
    return _spot(i - 1, i + 1, f"{stem}{ending_of(word, page.lexicon)} {word}", "origin and head")


def _telling(page: Passage, i: int, category: str) -> bool:
    """Whether an adjective of origin makes the noun a name: "russischer Leichtathletikverband", "Belgrader Staatsfernsehen"."""
    if category not in {"media", "society", "team"} or not any(
        page.lower[k] in page.determiners.articles for k in range(max(0, i - 3), i)
    ):
        return False
    telling = tuple(page.lexicon.table("organizations")["telling"])
    noun = nominative(page, i).lower()
    return noun.endswith(telling) and noun not in page.lexicon.table("organizations")["associations"]


def _of_origin(page: Passage, i: int, category: str, place: Spot, word: str) -> Spot:
    """An organ with an adjective of origin; whatever the adjective's form, place and noun tell which one it is."""
    country = place.known.country if place.known else None
    key = Known(
        f"organ:{place.key or place.name}:{word.lower()}", "", EntityType.ORGANIZATION, country, category=category
    )
    two = place.end - place.start > 1
    adjective = page.surface(place.start, place.end) if two else _strong(page, place.start, word)
    return replace(_spot(place.start, i + 1, f"{adjective} {word}", "origin and head"), known=key)


def _compound(page: Passage, i: int, category: str, adjectives: dict[int, Spot], word: str) -> Spot | None:
    """A hyphenated compound with a name in it: "Lenox Hill-Krankenhaus", "EU-Kommission"."""
    start = i
    while (
        start > 0 and page.pos[start - 1] == "PROPN" and start - 1 not in adjectives and page.roles[start - 1] is None
    ):
        start -= 1
    if start < i and category in {"state", "company", "society", "site"}:
        return _spot(start, i + 1, f"{page.surface(start, i)} {word}", "compound name")
    first = word.rpartition("-")[0]
    known = page.gaz.names.get(first)
    official = category in {"organ", "state"}
    if official and known is not None and known.category == "party" and page.words[i - 1] == "/":
        name, land = f"{page.words[i - 2]}/{word}", i - 3 in adjectives  # "die CDU / FDP-Landesregierung"
        return _spot(i - 2 - land, i + 1, f"{_strong(page, i - 3, word)} {name}" if land else name, "origin and head")
    square = (
        category in PLACES and known is None and first[:1].isupper() and page.lower[i - 1] in page.determiners.articles
    )
    if square or (category == "site" and (page.label[i].startswith("LOC") or known)):
        return Spot(i, i + 1, EntityType.PLACE, nominative(page, i), "compound")
    if known and known.category == "company" and word.lower().endswith(WHOLE):
        return replace(_spot(i, i + 1, known.name, "compound"), known=known)
    if category in {"state", "party", "society", "armed", "organ"} and (
        page.label[i].endswith("part") or _named_elsewhere(page, first)
    ):
        same = known if known and known.category == category and category in {"armed", "party"} else None
        return replace(_spot(i, i + 1, same.name if same else word, "compound"), known=same)
    served = word.lower().endswith(tuple(page.lexicon.table("evidence")["serving"]))  # "der Apple-Zulieferer"
    firm = category == "company" and known and (known.type is not EntityType.ORGANIZATION or served)  # "der US-Konzern"
    if known and category not in PLACES and category not in {"media", "team"} and not firm:
        return _spot(i, i + 1, word, "compound")
    return None


def _named_elsewhere(page: Passage, first: str) -> bool:
    """Whether the first member of a compound stands in the text as a name: "Bush-Regierung"."""
    return any(word == first and page.pos[i] == "PROPN" for i, word in enumerate(page.words))


def _spot(start: int, end: int, name: str, how: str) -> Spot:
    return Spot(start, end, EntityType.ORGANIZATION, name, how)


@cache
def _alone(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("organizations")["alone"])


def _strong(page: Passage, adjective: int, noun: str) -> str:
    """The adjective as it stands in the nominative without an article: "tschechische Regierung", "steirischer Landtag"."""
    word = page.words[adjective]
    if word in page.gaz.urban or word[:1].isupper() and page.gaz.adjective(word) is None:
        return word
    stem = word if word.startswith("US-") else word.lower()
    for ending in ("en", "em", "er", "es", "e"):
        if stem.endswith("sch" + ending):
            stem = stem[: -len(ending)]
            break
    return stem + ending_of(noun, page.lexicon)
