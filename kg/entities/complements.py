"""How far the phrase of an event goes: "der Krieg [gegen die Ukraine]", "der Gipfel [in Moskau]", "das Spiel [von X gegen Y]"."""

from __future__ import annotations

from functools import cache

from kg.entities.descriptions import tail
from kg.entities.organizations import head_category, timely
from kg.entities.passage import Passage
from kg.language.lexicon import Lexicon, given_names

LOCAL = frozenset({"am", "auf", "im", "in"})
COMPLEMENT = frozenset(
    {"über", "vor", "gegen", "in", "um", "zwischen", "mit", "im", "von", "der", "des", "zum", "zur", "am", "auf"}
)
GENITIVE = frozenset({"von", "der", "des"})
LONGEST = 8  # tokens from an event's noun to what its phrase names


@cache
def event_words(lexicon: Lexicon, table: str) -> tuple[str, ...]:
    """The words of one of the lists on events, the longest first."""
    return tuple(sorted(lexicon.table("names_events")[table], key=len, reverse=True))


def complement(page: Passage, i: int, taken: set[int]) -> int:
    """The end of a complement that names something: "gegen die Ukraine", "in Moskau", "zwischen Putin und Witkoff"."""
    j = i + 1
    if j >= len(page.words) or page.sentence[j] != page.sentence[i] or timely(page, j):
        return i + 1
    if page.lower[j] not in COMPLEMENT and not _is_of_victims(page, i):
        return max(_waged_by(page, i, taken), _of_thing(page, i, taken))
    if page.lower[j] in {"gegen", "auf"} and page.lower[i].endswith(event_words(page.lexicon, "unopposed")):
        return i + 1  # the opponent is no part of an election's name
    if page.lower[j] in {"der", "des"}:
        j -= 1
    k = j + 1
    while k < len(page.words) and page.sentence[k] == page.sentence[i] and k - i < LONGEST:
        if page.pos[k] == "PROPN" or k in taken:
            return _of_name(page, i, j, _name_end(page, k, taken), taken)
        if page.lower[k] == "jahres" and page.lower[k - 1] == "des":
            return k + 1
        if page.pos[k] not in {"DET", "ADJ", "NUM"} and page.roles[k] is None and not _is_of_area(page, j, k):
            return _behind_noun(page, i, k) if page.pos[k] == "NOUN" else i + 1
        k += 1
    return i + 1


def _of_name(page: Passage, i: int, j: int, end: int, taken: set[int]) -> int:
    """The end of a complement whose first name ends before ``end``."""
    mark = page.lower[j]
    if mark == "vor" and page.lower[i].endswith(tuple(page.lexicon.table("support")["occasions"]["contests"])):
        return i + 1  # "gewann den Riesentorlauf [vor dem Deutschen Jan Moser]"
    if mark in LOCAL:
        return _before_person(page, i + 2, end)
    while mark == "zwischen" and (more := _other_side(page, end, taken)):
        end = more
    return _held_in(page, i, _opponent(page, i, end, taken)) if mark in GENITIVE or j == i else end


def _is_of_area(page: Passage, j: int, k: int) -> bool:
    """Whether a token only leads to the name of a place: "in der [Stadt] Bentiu", "in [zehn Provinzen im Süden] Thailands"."""
    places = page.lexicon.table("seats")["directions"]
    if page.pos[k] == "NOUN":
        return head_category(page.words[k], page.lexicon) == "place" or page.lower[k] in places
    inner = page.lower[k] in LOCAL | GENITIVE and k > j + 1 and page.pos[k - 1] == "NOUN"
    return page.lower[j] in LOCAL and inner


def _is_of_victims(page: Passage, i: int) -> bool:
    """Whether "an" behind a noun tells whom a crime struck: "der Mord an der Journalistin X"."""
    return page.lower[i + 1] == "an" and page.lower[i].endswith(event_words(page.lexicon, "crimes"))


def _waged_by(page: Passage, i: int, taken: set[int]) -> int:
    """The end of who fights whom, with a genitive and no article: "der Krieg [Russlands gegen die Ukraine]"."""
    if page.pos[i + 1] != "PROPN" or not page.lower[i + 1].endswith("s") or page.lower[i + 2 : i + 3] != ["gegen"]:
        return i + 1
    end = _opponent(page, i, i + 2, taken)
    return end if end > i + 2 else i + 1


def _of_thing(page: Passage, i: int, taken: set[int]) -> int:
    """The end of the place behind what an event befell: "der Absturz [eines Flugzeugs in Nepal]"."""
    k = i + 2
    while k < len(page.words) and page.pos[k] == "ADJ":
        k += 1
    place = k + 2
    if page.lower[i + 1] not in {"einer", "eines"} or place >= len(page.words) or page.pos[k] != "NOUN":
        return i + 1
    named = page.pos[place] == "PROPN" or place in taken
    same = page.sentence[place] == page.sentence[i]
    return _name_end(page, place, taken) if named and same and page.lower[k + 1] in {"bei", "in"} else i + 1


def _held_in(page: Passage, i: int, end: int) -> int:
    """The end of an election's land behind the party whose it is: "die Vorwahl der Demokraten [in Iowa]"."""
    k = end + 1
    held = page.lower[end:k] in (["in"], ["im"]) and page.lower[i].endswith(event_words(page.lexicon, "unopposed"))
    return k + 1 if held and k < len(page.words) and page.gaz.name(page.words[k]) is not None else end


def _behind_noun(page: Passage, i: int, k: int) -> int:
    """The end of a complement whose noun names nobody: a topic, a house in a town, victims and the place behind them."""
    known = page.lower[i + 1] in {"am", "im"} or page.lower[i + 2] in page.determiners.definite
    if page.lower[i + 1] in LOCAL and known and k > i + 2 and page.words[k - 1] in page.gaz.urban:
        return k + 1  # "das Konzert im Wiener Konzerthaus"
    place = k + 2
    if (
        _is_of_victims(page, i)
        and page.lower[k + 1 : place] == ["in"]
        and page.gaz.name("".join(page.words[place : place + 1]))
    ):
        return place + 1  # "das Massaker an 300 Männern in Srebrenica"
    return _topic(page, i, k)


def _name_end(page: Passage, k: int, taken: set[int]) -> int:
    """The end of the name that begins at a token."""
    end = k + 1
    while end < len(page.words) and (page.pos[end] == "PROPN" or end in taken) and page.capital(end):
        end += 1
    return end


def _before_person(page: Passage, k: int, end: int) -> int:
    """The end of a place without the person named behind it: "bei der Vorwahl in Iowa [Jan Moser] unterlegen"."""
    given = given_names(page.lexicon)
    names = (i for i in range(k + 1, end - 1) if page.words[i] in given and page.words[i - 1] not in given)
    return next(names, end)


def _other_side(page: Passage, at: int, taken: set[int]) -> int | None:
    """The end of a further name behind "und" or a comma, with its article: "zwischen dem Iran, dem Irak und Kuwait"."""
    if at + 2 >= len(page.words) or page.lower[at] not in {"und", ","}:
        return None
    k = at + 1 + (page.lower[at + 1] in page.determiners.definite)
    while k + 1 < len(page.words) and k not in taken and _tells_kind(page, k) and page.capital(k + 1):
        k += 1  # "und dem Linzer Klub Blau-Weiß"
    named = page.pos[k] in {"PROPN", "X"} or k in taken
    return _name_end(page, k, taken) if named and page.capital(k) else None


def _tells_kind(page: Passage, k: int) -> bool:
    """Whether a word before a name says where or what it is of: "Linzer", "Klub"."""
    return (
        page.words[k] in page.gaz.urban
        or page.pos[k] == "NOUN"
        and head_category(page.words[k], page.lexicon) == "team"
    )


def _opponent(page: Passage, i: int, at: int, taken: set[int]) -> int:
    """The end of whom a match or a war is against: "Spiel von Borussia Dortmund gegen RB Leipzig"."""
    fought = (*event_words(page.lexicon, "matches"), *page.lexicon.table("support")["occasions"]["wars"])
    if page.lower[at : at + 1] != ["gegen"] or not page.lower[i].endswith(fought):
        return at
    k = at + 1 + (page.lower[at + 1 : at + 2] != [] and page.lower[at + 1] in page.determiners.definite)
    named = k < len(page.words) and page.capital(k) and (page.pos[k] in {"PROPN", "X"} or k in taken)
    return _name_end(page, k, taken) if named else at


def _topic(page: Passage, i: int, k: int) -> int:
    """The end of what an event is against or about, though it has no name: "gegen den Benzinpreisschock"."""
    told = page.lower[i + 1] in {"gegen", "über"}
    if told and k == i + 2 and not page.lower[i].endswith(event_words(page.lexicon, "matches")):
        return tail(page, k)  # "gegen Atomkraft"
    return tail(page, k) if told and k == i + 3 and page.lower[i + 2] in page.determiners.definite else i + 1
