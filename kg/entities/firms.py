"""Names that their form gives away: "Jet Propulsion Laboratory", "Herzog & de Meuron", towns in capitals, firms of a town's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.entities.gazetteer import Known
from kg.entities.organizations import ADJECTIVE, head_category, nominative_name
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language import Lexicon
from kg.model import LANDS, EntityType

LOCATIVE = frozenset({"aus", "in", "nach", "nahe"})
SHORTEST = 4  # letters of a town in capitals: "WIEN"
LONGEST = 4  # words before the head of an English name
BEHIND = 3  # words behind its "of"
LINKS = frozenset({"of", "for"})
NAMES = frozenset({"PROPN", "X"})
CHAINED = frozenset({"flat", "flat:name", "compound"})
APPOSED = frozenset({"appos", "flat", "flat:name", "compound"})


def shouted(page: Passage) -> Iterator[Spot]:
    """Towns and countries in capitals: "WIEN", "CHICAGO"."""
    for i, word in enumerate(page.words):
        if len(word) < SHORTEST or not word.isupper() or i in page.skipped or word in page.gaz.names:
            continue
        known = page.gaz.names.get(word.capitalize())
        if known is not None and known.type in LANDS and not known.ambiguous:
            yield Spot(i, i + 1, known.type, known.name, "gazetteer", known=known)


def firms_of_towns(page: Passage) -> Iterator[Spot]:
    """Firms that are called like a town, but where a preposition says that the town is meant: "Lenzing", "in Lenzing"."""
    firms = _firms_of_towns(page.lexicon)
    for i, word in enumerate(page.words):
        name = word if word in firms else word.removesuffix("s")
        if name not in firms or i in page.skipped or i and page.lower[i - 1] in LOCATIVE:
            continue
        known = Known(f"organization:{name}", name, EntityType.ORGANIZATION, firms[name], category="company")
        yield Spot(i, i + 1, EntityType.ORGANIZATION, name, "gazetteer", known=known)


@cache
def _firms_of_towns(lexicon: Lexicon) -> dict[str, str]:
    table = lexicon.table("organizations")
    return {firm: code for code, firms in table["called_like_towns"].items() for firm in firms}


def english_bodies(page: Passage) -> Iterator[Spot]:
    """Institutions with an English name and "of" or "for": "University of California", "London School of Economics"."""
    heads = page.lexicon.table("organizations")["english"]
    for i, word in enumerate(page.words[:-2]):
        if word in heads and page.lower[i + 1] in LINKS and i not in page.skipped:
            end = i + 2 + (page.lower[i + 2] == "the")
            last = _ending(page, end)
            start = _opening(page, i)
            if last > end and page.surface(start, last) not in page.gaz.names:
                yield Spot(start, last, EntityType.ORGANIZATION, page.surface(start, last), "english name")


def _ending(page: Passage, i: int) -> int:
    """Where the words in capitals end that begin at a token, joined by "and" or not: "Science and Technology Austria"."""
    last = i
    while last < min(i + BEHIND, len(page.words)) and page.capital(last):
        if page.pos[last] not in NAMES and page.label[last] != "ORG":
            break
        last += 1
        if page.words[last : last + 1] == ["and"] and page.capital(last + 1):
            last = _ending(page, last + 1)
    return last


def english_firms(page: Passage) -> Iterator[Spot]:
    """Bodies with an English noun at the end of their name: "Jet Airways", "Lee Strasberg Theatre"."""
    tails, loose = _tails(page.lexicon), page.lexicon.table("organizations")["loose_tails"]
    for i, word in enumerate(page.words):
        behind = page.words[i + 1 : i + 2]
        if word not in tails or i in page.skipped or behind and (behind[0] in tails or behind[0] == "of"):
            continue
        if page.capital(i + 1) and page.label[i + 1] == "ORG" and not page.begins[i + 1]:
            continue  # "Natural Resources Defense Council"
        start = _landless(page, _opening(page, i), i)
        if word in loose and not _one_span(page, start, i):
            continue
        if start < i and page.gaz.name(page.surface(start, i + 1)) is None:
            yield Spot(start, i + 1, EntityType.ORGANIZATION, page.surface(start, i + 1), "english name")


def _opening(page: Passage, i: int) -> int:
    """Where the foreign name begins of which a word is a part."""
    start = i
    while start > max(page.bounds[page.sentence[i]][0], i - LONGEST) and _goes_on(page, start - 1):
        if _is_named(page, start - 1) and not _one_span(page, start - 1, i):
            break
        start -= 1
    return start


def _is_named(page: Passage, i: int) -> bool:
    """Whether a word is the name of a known body or somebody's: "lieferte Microsoft Software"."""
    known = page.gaz.names.get(page.words[i])
    return page.label[i] == "PER" or known is not None and known.type is EntityType.ORGANIZATION


def _one_span(page: Passage, start: int, last: int) -> bool:
    """Whether the pipeline takes the words from a token to another for one organisation."""
    whole = all(page.label[k] == "ORG" for k in range(start, last + 1))
    return whole and not any(page.begins[start + 1 : last + 1])


def _landless(page: Passage, start: int, i: int) -> int:
    """Where a name begins if not with the country before it: "in Deutschland Aareal Bank", but "China Eastern Airlines"."""
    known = page.gaz.names.get(page.words[start])
    if known is None or known.type is not EntityType.COUNTRY or known.ambiguous or i - start < 2:
        return start
    behind = start + 1
    chained = page.dep[behind] in CHAINED and page.heads[behind] == start
    chained = chained or page.dep[start] in CHAINED and start < page.heads[start] <= i
    return start if chained else behind


@cache
def _tails(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("organizations")["english_tails"])


def _goes_on(page: Passage, i: int) -> bool:
    """Whether a word is part of the foreign name that goes on behind it."""
    if not page.capital(i) or i in page.skipped or page.roles[i] is not None or page.words[i] in page.gaz.urban:
        return False
    german = page.pos[i] == "NOUN" or "-" in page.words[i]  # "vom US-Autobauer Tesla Motors"
    if german and head_category(page.words[i], page.lexicon) is not None:
        return False
    if page.lower[i].rstrip("mnrs").endswith(("ische", "liche")):  # German, as the name then is
        return False
    return page.pos[i] in NAMES or page.label[i] in {"ORG", "PER", "OTH"}


def partnerships(page: Passage) -> Iterator[Spot]:
    """Firms called after their owners: "Herzog & de Meuron", "Müller & Partner"."""
    tails = frozenset(page.lexicon.table("organizations")["partners"])
    for i in range(1, len(page.words) - 1):
        end = i + 2 + (page.lower[i + 1] in {"de", "van", "von"})
        if page.words[i] not in {"&", "+"} or end > len(page.words) or i in page.skipped:
            continue
        last = end - 1
        if not page.capital(last) or not (page.words[last] in tails or page.pos[last] in NAMES):
            continue
        start = i - 1
        while start > 0 and page.label[start] and not page.begins[start] and page.label[start - 1] == page.label[start]:
            start -= 1
        if page.capital(start) and page.pos[i - 1] in NAMES and page.roles[start] is None:
            yield Spot(start, end, EntityType.ORGANIZATION, page.surface(start, end), "partnership", category="company")


def introduced(page: Passage) -> Iterator[Spot]:
    """Bodies behind the noun that says what they are, whatever else their name may mean: "die Fluglinie Niki"."""
    kinds = tuple(page.lexicon.table("organizations")["introducing"])
    for i, word in enumerate(page.words[:-1]):
        at = i + 1
        noun = word.lower().rpartition("-")[2].endswith(kinds) and page.pos[i] == "NOUN" and page.capital(i)
        if not noun or i in page.skipped or not page.capital(at) or page.roles[at] or page.roles[i]:
            continue
        name, beside = page.words[at], page.dep[at] in APPOSED and page.heads[at] == i or page.heads[i] == at
        label = page.label[at] in {"ORG", "PER", "LOC", "OTH"} and page.begins[at]
        if not beside or not label or page.label[at + 1 : at + 2] == [page.label[at]] and not page.begins[at + 1]:
            continue
        known, category = page.gaz.name(name), head_category(word, page.lexicon)
        unknown = known is None and page.gaz.adjective(name) is None and not name.endswith("s")
        if unknown or known is not None and known.type is EntityType.ORGANIZATION:
            full = name if known is None else known.name
            yield Spot(at, at + 1, EntityType.ORGANIZATION, full, "full name", known=known, category=category)


def movements(page: Passage) -> Iterator[Spot]:
    """Parties whose name is an adjective and a noun: "die Partei Gerechtes Russland", "die Bewegung Neuer Weg"."""
    for i, word in enumerate(page.words[:-2]):
        last = i + 2
        if i in page.skipped or head_category(word, page.lexicon) != "party" or not page.capital(i):
            continue
        adjective = page.pos[i + 1] == "ADJ" or ADJECTIVE.match(page.words[i + 1]) is not None
        strong = page.capital(i + 1) and page.lower[i + 1].endswith(("e", "er", "es"))
        if (
            not (adjective and strong)
            or not page.capital(last)
            or page.pos[last] not in {"NOUN", "PROPN"}
            or page.roles[i + 1]
        ):
            continue
        if page.surface(i + 1, last + 1) not in page.gaz.names and page.roles[last] is None:
            last = last + 3 if page.words[last + 1 : last + 2] == ["-"] and _one_span(page, i + 1, last + 3) else last
            yield Spot(i + 1, last + 1, EntityType.ORGANIZATION, page.surface(i + 1, last + 1), "full name", phrase=i)


def legal_forms(page: Passage) -> Iterator[Spot]:
    """Companies by the legal form that ends their name."""
    table = page.lexicon.table("legal_forms")
    endings, suffixes = frozenset(table["endings"]), tuple(table["suffixes"])
    for i, word in enumerate(page.words):
        if i in page.skipped or not (word in endings or word.lower().endswith(suffixes)) or i == 0:
            continue
        start = i
        while start > 0 and page.label[start] == page.label[start - 1] == "ORG" and not page.begins[start]:
            start -= 1
        while start > 0 and page.sentence[start - 1] == page.sentence[i] and (
            (any(c.isupper() for c in page.words[start - 1]) and page.pos[start - 1] not in {"DET", "ADP", "PRON"} and page.roles[start - 1] is None)
            or page.words[start - 1] in {"&", "+"}
        ) and head_category(page.words[start - 1], page.lexicon) is None:  # fmt: skip
            start -= 1
        known = page.gaz.name(page.surface(start, i + 1)) if start < i else None  # "die Erste Group"
        if known is None and (start < i or word.lower() not in suffixes and word not in endings):
            name = nominative_name(page, start, i + 1)
            yield Spot(start, i + 1, EntityType.ORGANIZATION, name, "legal form", category="company")


def same_again(page: Passage, spots: list[Spot]) -> Iterator[Spot]:
    """The short form of a company's name elsewhere: "Zielpunkt" of "Zielpunkt GmbH"."""
    endings = frozenset(page.lexicon.table("legal_forms")["endings"])
    suffixes = tuple(page.lexicon.table("legal_forms")["suffixes"])
    short = {}
    for spot in spots:
        words = page.words[spot.start : spot.end]
        if (
            spot.how == "legal form"
            and len(words) == 2
            and (words[1] in endings or words[1].lower().endswith(suffixes))
            and ((known := page.gaz.name(words[0])) is None or known.type is EntityType.ORGANIZATION)
        ):
            short[words[0]] = spot
    for i, word in enumerate(page.words):
        found = short.get(word) or short.get(word[:-1] if word.endswith("s") else word)
        surname = i > 0 and page.label[i - 1] == page.label[i] == "PER" and not page.begins[i]
        if found and not surname and i not in page.skipped and page.pos[i] in {"PROPN", "NOUN", "X"}:
            yield Spot(i, i + 1, EntityType.ORGANIZATION, page.words[found.start], "same name")


def ending_so(page: Passage) -> Iterator[Spot]:
    """Firms whose one-word name ends like one, whatever the pipeline takes it for: "die Tochter Polbank"."""
    ends = tuple(page.lexicon.table("organizations")["firm_ends"])
    for i, word in enumerate(page.words):
        if page.pos[i] != "PROPN" or not page.lower[i].endswith(ends) or i in page.skipped or not page.capital(i):
            continue
        alone = page.lower[i] not in ends and page.label[i] in {"PER", "LOC"} and page.begins[i]
        longer = page.label[i + 1 : i + 2] == [page.label[i]] and not page.begins[i + 1]
        if alone and not longer and page.gaz.name(word) is None and word not in page.genders:
            yield Spot(i, i + 1, EntityType.ORGANIZATION, word, "full name", category="company")
