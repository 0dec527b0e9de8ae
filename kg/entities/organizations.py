"""Names of organisations, places and the rest: legal forms, acronyms, "Landgericht Köln", "tschechische Regierung"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")
ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z&]{0,2}[A-ZÄÖÜ&][A-ZÄÖÜ0-9]{0,4}$")
PLACES = frozenset({"place", "site"})


@cache
def head_category(word: str, lexicon: Lexicon) -> str | None:
    """Return the category ("state", "company", "place") of a noun that heads names, by its end."""
    known, best, found = _endings(lexicon), 0, None
    persons = tuple(lexicon.table("organizations")["no_heads"])
    *_, before, last = ["", *word.lower().split("-")]
    joined = next((form for form in _forms(f"{before}-{last}") if form in known), None)  # "Start-up"
    if joined is not None:
        return known[joined]
    for form in _forms(last):
        if form.endswith(persons):
            continue
        for start in range(len(form)):
            ending = form[start:]
            whole = start == 0 or start > 2 and (len(ending) > 4 or _short(form, ending, lexicon))
            if whole and len(ending) > best and ending in known:
                best, found = len(ending), known[ending]
    return found


def _short(form: str, ending: str, lexicon: Lexicon) -> bool:
    """Whether a short head ends a compound that is a body ("Leinebank"), and no other word ("Sandbank")."""
    table = lexicon.table("organizations")["short"]
    return ending in table["ends"] and not form.endswith(tuple(table["none"]))


@cache
def _endings(lexicon: Lexicon) -> dict[str, str]:
    """Every head noun's category; the first category that has it counts."""
    found: dict[str, str] = {}
    for category, endings in _heads(lexicon):
        for ending in endings:
            found.setdefault(ending, category)
    return found


@cache
def _heads(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = lexicon.table("organizations")
    return (
        *((c, tuple(e)) for c, e in table["heads"].items()),
        ("place", tuple(table["areas"])),
        ("site", tuple(table["sites"])),
    )


def _forms(lower: str) -> tuple[str, ...]:
    """A noun with each ending of case and number that it may have taken off."""
    return (lower, *(lower.removesuffix(cut) for cut in ("s", "es", "n", "en", "e") if lower.endswith(cut)))


@cache
def plain_head(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a head noun by itself ("Konzern") and no compound that says more ("Nahrungsmittelkonzern")."""
    lower = word.lower()
    known = {ending for _, endings in _heads(lexicon) for ending in endings}
    return any(lower.removesuffix(cut) in known for cut in ("", "s", "es", "n", "en"))


def nominative(page: Passage, i: int) -> str:
    """The noun without a genitive -s or -es."""
    word = page.words[i]
    genitive = (
        page.feature(i, "Case") == "Gen"
        or (i > 0 and page.lower[i - 1] in {"des", "eines", "dieses"})
        or (i > 1 and page.lower[i - 2] == "des")
    )
    if genitive and word.endswith("s") and not word.lower().endswith(("ss", "us", "is", "fonds")):
        return word[:-2] if word.endswith("es") and _is_head(word[:-2], page.lexicon) else word[:-1]
    return word


@cache
def _is_head(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends with a head noun, or an event's, as it stands."""
    lower = word.lower()
    return lower.endswith(tuple(lexicon.table("names_events")["described"])) or any(
        lower.endswith(ending) for _, endings in _heads(lexicon) for ending in endings
    )


ADJECTIVE = re.compile(
    r"(?:[A-ZÄÖÜ][\wäöüß-]*(?:isch|lich|ig|al|iv|ell|utsch|är|frei|einigt)"
    r"|Allgemein|Rot|Schwarz|Weiß|Neu|Neuest|Alt|Groß|Klein|Hoh|Kalt|Oberst|Allgemein|Vereint|Erst|Zweit|Dritt|Grün|Jung|Frei)e[nrms]?$"
)


def nominative_name(page: Passage, start: int, end: int) -> str:
    """A name as it stands in the nominative: "der Deutschen Umwelthilfe", "des Bundesministeriums für Wirtschaft"."""
    plurals = tuple(page.lexicon.table("organizations")["dative_plurals"])
    name = _strong_name(page, start, end)
    return name[:-1] if page.lower[end - 1].endswith(plurals) else name  # "an den Münchner Kammerspielen"


def _strong_name(page: Passage, start: int, end: int) -> str:
    """A name with its first words as they stand in the nominative without an article."""
    words = page.words[start:end]
    before = page.lower[start - 1] if start else ""
    before = page.lower[start - 2] if before in MARKS and start > 1 else before
    run = 0
    while run < len(words) - 1 and _is_attribute(page, start + run):
        run += 1
    if run and (before in page.determiners.articles or words[0].endswith(("en", "em"))):
        return _inflected(page, start, run, before, end) + page.text[page.ends[start + run] : page.ends[end - 1]]
    text = page.surface(start, end)
    short = page.lexicon.table("organizations")["abbreviated"].get(words[0])
    if short and len(words) > 1:
        words[0] = short
    elif head_category(words[0], page.lexicon):
        words[0] = nominative(page, start)
    return words[0] + text[len(page.words[start]) :]


def _is_attribute(page: Passage, i: int) -> bool:
    """Whether a word of a name is an adjective before its noun: "Passauer Neue" of "Passauer Neue Presse"."""
    behind = page.words[i + 1 : i + 2]
    town = page.words[i] in page.gaz.urban and behind != [] and ADJECTIVE.match(behind[0]) is not None
    return town or ADJECTIVE.match(page.words[i]) is not None and page.pos[i] != "NOUN"


def _inflected(page: Passage, start: int, run: int, before: str, end: int) -> str:
    """Adjectives and the noun behind them in the nominative without an article: "Serbische Radikale Partei"."""
    noun = nominative(page, start + run)
    if page.feature(start + run, "Number") == "Plur":
        ending = "e"
    elif before == "das" or before == "die":
        ending = "es" if before == "das" else "e"
    elif before == "der" and page.words[start].endswith("e"):
        ending = "er"
    else:
        named = head_category(noun, page.lexicon) or start + run + 2 != end  # "Neue Kronen Zeitung" is a Zeitung
        ending = ending_of(noun if named else page.words[end - 1], page.lexicon)
    words = page.words[start : start + run]
    strong = [w if w in page.gaz.urban else re.sub(r"e[nmrs]?$", "", w) + ending for w in words]
    return " ".join([*strong, noun])


@cache
def ending_of(noun: str, lexicon: Lexicon) -> str:
    """The ending of an adjective without article before a noun in the nominative: "e", "es" or "er"."""
    lower, table = noun.lower(), lexicon.table("organizations")
    forms, neuter = (lower, lower.removesuffix("s")), tuple(table["neuter"])
    if forms[1].endswith(tuple(table["feminine"])):
        return "e"
    return "es" if any(form.endswith(neuter) for form in forms) else "er"


def strong(adjective: str, noun: str, lexicon: Lexicon) -> str:
    """An adjective in any form as it stands before a noun without an article in the nominative: "Jüdisches" of "Jüdischen"."""
    return re.sub(r"e[nmrs]?$", "", adjective) + ending_of(noun, lexicon)


TOP_LEVELS = (
    "com|org|net|info|tv|eu|de|at|ch|li|be|cz|dk|es|fi|fr|hr|hu|ie|it|lu|nl|no|pl|ro|rs|ru|se|si|sk|tr|ua|uk|us"
)
WEBSITE = re.compile(rf"(?:[\w-]+\.)+(?:{TOP_LEVELS})$", re.I)


def websites(page: Passage) -> Iterator[Spot]:
    """Online media by their addresses: "bild.de", "news.bbc.co.uk"."""
    for i, word in enumerate(page.words):
        if i not in page.skipped and "." in word and WEBSITE.match(word):
            yield Spot(i, i + 1, EntityType.ORGANIZATION, word, "website", category="media")


@cache
def function_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that begin sentences and never names."""
    return frozenset(lexicon.table("names_events")["no_names"])


def acronyms(page: Passage) -> Iterator[Spot]:
    """Capitals that are no common abbreviation."""
    for i, word in enumerate(page.words):
        if (
            i in page.skipped
            or word in page.lexicon.table("organizations")["no_acronyms"]
            or word in schools(page.lexicon)
            or not ACRONYM.match(word)
            or ROMAN.match(word)
            or page.pos[i] not in {"PROPN", "NOUN", "X"}
        ):
            continue
        if _of_a_product(page, i) or len(word) == CANTON and i and page.label[i - 1] == "LOC":
            continue  # "Willisau LU"
        shouting = i + 1 < len(page.words) and page.words[i + 1].isupper() and len(page.words[i + 1]) > 4
        if not shouting and len(word) > 1:
            known = page.gaz.names.get(word) or page.gaz.names.get(word.capitalize())
            known = known if known and known.type is EntityType.ORGANIZATION else None
            yield Spot(i, i + 1, EntityType.ORGANIZATION, known.name if known else word, "acronym", known=known)


@cache
def schools(lexicon: Lexicon) -> frozenset[str]:
    """Abbreviations of schools, which their town makes a name: "TU Graz"."""
    return frozenset(lexicon.table("organizations")["schools"])


CANTON = 2


def _of_a_product(page: Passage, i: int) -> bool:
    """Whether a number behind capitals makes them a type of machine: "NH 90", "UH-60"."""
    return page.words[i + 1 : i + 2] != [] and page.words[i + 1].isdigit() and page.words[i] not in page.gaz.names


def pipeline_names(page: Passage) -> Iterator[Spot]:
    """What the pipeline names as an organisation or a place and no rule has claimed."""
    i, size = 0, len(page.words)
    while i < size:
        label = page.label[i]
        if label not in {"ORG", "LOC", "OTH"} or i in page.skipped:
            i += 1
            continue
        end = i + 1
        while end < size and page.label[end] == label and not page.begins[end] and end not in page.skipped:
            end += 1
        spot = _labelled(page, i, end, label)
        if spot is not None:
            yield spot
        i = end


def _labelled(page: Passage, start: int, end: int, label: str) -> Spot | None:
    """One span of the pipeline, corrected: what is no name is taken off, its head noun may know its type better."""
    while start < end and not page.capital(start) and not page.words[start].isdigit():
        start += 1
    time = start < end and page.words[start] in page.lexicon.table("organizations")["no_acronyms"]  # "MEZ"
    if start == end or end - start == 1 and time or not _may_begin(page, start, end):
        return None
    if label == "LOC" and end - start == 2 and page.surface(start, end) in page.gaz.urban and page.capital(end):
        return None  # "die St. Galler Staatsanwaltschaft"
    if label == "ORG" and end - start > 3 and _given(page, end - 2):
        end -= 2  # "Bundesamt für Statistik Ilse Kern"
    end = next((k for k in range(start + 1, end) if timely(page, k)), end)
    whole, start = start, _past_adjectives(page, start, end)
    told, start = start, _past_descriptor(page, start, end) if label == "ORG" else start
    phrase = told if start > told else None
    whole = start if phrase is not None else whole
    last = page.words[end - 1]
    category = head_category(last, page.lexicon)
    if whole < start == end - 1 and category in {"state", "organ"}:
        return None  # with the adjective it is a name: "Schweriner Umweltministerium"
    if label == "ORG" and whole < start == end - 1:
        described = end < len(page.words) and (page.words[end] in MARKS or page.pos[end] == "PROPN")
        described = described or page.gaz.name(last) is not None
        start = whole if category is None or category not in PLACES and not described else start
    before, hyphen, _ = last.rpartition("-")
    if (
        label == "ORG"
        and hyphen
        and before[:1].isupper()
        and not last.isupper()
        and (page.roles[end - 1] or not category)
        and not _quoted(page, start, end)
    ):
        name = f"{page.surface(start, end - 1)} {before}"
        return Spot(start, end, EntityType.ORGANIZATION, name, "pipeline part", "part") if end - start > 1 else None
    kind = {"ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE, "OTH": EntityType.WORK}[label]
    if label == "LOC" and last.lower().endswith(tuple(page.lexicon.table("organizations")["no_places"])):
        return None
    alone = last.lower().removesuffix("s") in page.lexicon.table("organizations")["alone"]
    if label == "LOC" and end - start == 1 and alone:
        return None  # "Stadtrechnungshof rügt …"
    if label == "LOC" and end - start == 1 and page.pos[start] == "PROPN" and "-" not in last:
        category = None  # "Traiskirchen" is no church
    firm = end - start > 1 and page.pos[start] == "NOUN" and head_category(page.words[start], page.lexicon) == "company"
    if firm and (label == "LOC" or label == "ORG" and category in PLACES):
        start, kind = start + 1, EntityType.ORGANIZATION  # "die Sportrechteagentur Arena"
    elif (label == "LOC" and category and category not in PLACES) or (label == "ORG" and category in PLACES):
        kind = EntityType.PLACE if category in PLACES else EntityType.ORGANIZATION
    name = nominative_name(page, start, end)
    if _names_event(page, start, end):
        return Spot(start, end, EntityType.NAMED_EVENT, name, f"pipeline {label}")
    if label == "OTH" and not _title(page, start, end):
        return None
    return Spot(start, end, kind, name, f"pipeline {label}", category=category, phrase=phrase)


def _past_descriptor(page: Passage, start: int, end: int) -> int:
    """Where a firm's name begins behind the noun that says what it is: "das Start-up [Waytation]", but "die Bank Austria"."""
    before = page.lower[start - 1] if start else ""
    alone = before in page.determiners.articles or before.endswith(("e", "en", "er"))
    if (
        end - start < 2
        or not alone
        or page.pos[start] not in {"NOUN", "PROPN"}
        or page.pos[start + 1] not in {"PROPN", "X"}
        and page.dep[start + 1] != "flat"
    ):
        return start
    noun, table = nominative(page, start).lower(), page.lexicon.table("evidence")
    told = head_category(noun, page.lexicon) in {"company", "media", "team"} and not noun.endswith(
        tuple(table["in_names"])
    )
    return start + told if all(page.gaz.name(page.words[i]) is None for i in range(start + 1, end)) else start


def _given(page: Passage, i: int) -> bool:
    """Whether a word is a given name, or two of them joined."""
    return all(part in page.genders for part in page.words[i].split("-"))


def _names_event(page: Passage, start: int, end: int) -> bool:
    """Whether a name says that it is an event's: "Zweiter Weltkrieg", "Nuclear Security Summit", "Paralympics"."""
    table = page.lexicon.table("names_events")
    if end - start == 1:
        return page.lower[start] in table["named"]
    words = table["in_names"]
    return any(page.lower[i].removesuffix("s").removesuffix("e") in words for i in range(start, end))


def led(page: Passage) -> Iterator[Spot]:
    """Unknown names that somebody is the chief or speaker of, or plays in: "Geschäftsführer von Runtastic"."""
    bands = page.lexicon.table("roles")["of_bands"]
    for i in range(len(page.words) - 2):
        role = page.roles[i]
        if role is None or page.lower[i + 1] != "von":
            continue
        if role.relation not in {"heads", "represents"} and role.noun not in bands:
            continue
        end = i + 2
        while end < len(page.words) and page.pos[end] in {"PROPN", "X"} and page.capital(end) and not page.label[end]:
            end += 1
        unknown = page.gaz.name(page.surface(i + 2, max(end, i + 3))) is None
        if end > i + 2 and unknown and page.words[i + 2] not in page.genders and i + 2 not in page.skipped:
            yield Spot(i + 2, end, EntityType.ORGANIZATION, page.surface(i + 2, end), "led body")


def timely(page: Passage, i: int) -> bool:
    """Whether a phrase of time begins at a token: "am Dienstag", "am 24. März", "im Herbst"."""
    return page.lower[i] in {"am", "im"} and not _time_words(page.lexicon).isdisjoint(page.lower[i + 1 : i + 3])


@cache
def _time_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("grammar")["time_nouns"])


def _title(page: Passage, start: int, end: int) -> bool:
    """Whether a span of several words can be a work's title: in quotation marks, or capitals throughout."""
    if end - start == 1:
        return False
    return _quoted(page, start, end) or all(page.capital(i) or page.words[i].isdigit() for i in range(start, end))


def _quoted(page: Passage, start: int, end: int) -> bool:
    return start > 0 and page.words[start - 1] in MARKS and end < len(page.words) and page.words[end] in MARKS


def _may_begin(page: Passage, start: int, end: int) -> bool:
    return (
        page.pos[start] not in {"PRON", "VERB", "ADV", "ADP", "NUM"}
        and len(page.words[start]) > 1
        and page.roles[start] is None
        and page.lower[start] not in function_words(page.lexicon)
        and (end - start > 1 or page.pos[start] in {"PROPN", "X"})
    )


def _past_adjectives(page: Passage, start: int, end: int) -> int:
    """Take "New Yorker", "Kölner" off the front of a name."""
    while start + 1 < end and page.words[start] in page.gaz.urban:
        start += 1
    if start + 2 < end and page.surface(start, start + 2) in page.gaz.urban:
        start += 2
    return start
