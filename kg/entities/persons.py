"""Names of persons: what the pipeline found, given names, and what stands after a role noun or a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.entities.descriptions import generic_nouns
from kg.entities.events import event_noun
from kg.entities.organizations import ACRONYM, PLACES, ROMAN, function_words, head_category, plain_head
from kg.entities.owned import abstract_nouns, is_abstract, names_owner
from kg.entities.passage import MARKS, Passage, name_bounds
from kg.entities.spelling import ARABIC
from kg.entities.spots import Spot
from kg.entities.works import owned_quote
from kg.language import Lexicon
from kg.model import LANDS, EntityType

PARTICLES = frozenset({
    "von", "van", "de", "den", "der", "zu", "bin", "ibn", "al", "el", "da", "di", "del", "dos", "della", "la", "le",
    "ter", "ten", "du",
})  # fmt: skip
WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|[a-z]{1,2}['’-](?=[A-Z])|(?:ash|asch)-(?=[A-Z]))[\w'’.-]*$")
MISREAD = frozenset({"ADP", "ADV", "AUX", "CCONJ", "SCONJ", "VERB"})  # what no noun with a capital within a sentence is
AGES = frozenset({"Chr.", "Christi", "Christus"})
INITIAL = re.compile(r"[A-ZÄÖÜ]\.(?:-?[A-ZÄÖÜ]\.)*$")


def person_names(page: Passage) -> Iterator[Spot]:
    """Find chains of name tokens that are a person's."""
    i, size = 0, len(page.words)
    while i < size:
        if _starts(page, i):
            end = _chain(page, i)
            start = _trim(page, i, end)
            nobody = _generic(page, start, end) or _of_place(page, start, end)
            if _is_firm_of_a_land(page, start, end):
                yield Spot(start, end, EntityType.ORGANIZATION, page.surface(start, end), "name of a land")
                i = end
                continue
            if start < end and _convincing(page, start, end) and not nobody:
                yield Spot(
                    start, end, EntityType.PERSON, _nominative(page, start, end), "name", gender=_gender(page, start)
                )
                i = end
                continue
        i += 1


def _is_firm_of_a_land(page: Passage, start: int, end: int) -> bool:
    """Whether a name without a given name is a firm's, by the feminine before it: "an die finnische Amer Sports"."""
    if end - start < 2 or start < 2 or page.gaz.adjective(page.words[start - 1]) is None:
        return False
    before = (
        page.lower[start - 2] == "die" and page.lower[start - 1].endswith("e") and page.words[start - 1][0].islower()
    )
    parts = page.words[start].split("-")
    return before and not any(part in page.genders for part in parts) and page.roles[start] is None


def _generic(page: Passage, start: int, end: int) -> bool:
    """Whether a name is the plain noun of a headline ("Mann wollte …"), and nobody's family name."""
    word = page.words[start]
    titled = page.roles[start] is not None and start > 0 and page.pos[start - 1] == "DET"  # "Der Richter hakte nach"
    if end - start > 1 or not titled and word not in generic_nouns(page.lexicon):
        return False
    return not any(w == word and i and page.words[i - 1] in page.genders for i, w in enumerate(page.words))


def _of_place(page: Passage, start: int, end: int) -> bool:
    """Whether a single word behind a noun is a place in the genitive: "des Parteichefs Hanois"."""
    word = page.words[start]
    if end - start > 1 or not word.endswith("s") or not start or word in page.gaz.names or word in page.genders:
        return False
    known = page.gaz.name(word)
    return known is not None and known.type in LANDS and page.pos[start - 1] == "NOUN"


def _nominative(page: Passage, start: int, end: int) -> str:
    """A name without the genitive's -s: "der Tod Haidar al-Abadis", "Sarrazins Buch"."""
    name, last = page.surface(start, end), page.words[end - 1]
    if owned_quote(page, end - 1):
        return name[:-1]
    head, dep = page.heads[start], page.dep[start]
    if not last.endswith("s") or last.endswith("ss") or len(last) < 3:
        return name
    if end - start > 1 and _owns_next(page, start, end):
        return name[:-1]
    if page.pos[head] != "NOUN":
        return name
    behind = "nmod" in dep and head >= end and all(page.pos[k] in {"NOUN", "ADJ"} for k in range(end, head + 1))
    before = head == start - 1 and names_owner(page, head) and ("nmod" in dep or dep == "appos")
    return name[:-1] if behind or before else name


def _owns_next(page: Passage, start: int, end: int) -> bool:
    """Whether what stands behind a whole name is its own: "Angela Merkels Rücktritt", "Elon Musks Tesla"; it stands so only there."""
    if end >= len(page.words) or not page.capital(end) or page.sentence[end] != page.sentence[end - 1]:
        return False
    body = _body(page, end) and page.words[end] not in page.genders
    law = event_noun(page.words[end], page.lexicon, "laws") is not None
    owned = law or page.pos[end] == "NOUN" and page.label[end] != "PER" and page.words[start] in page.genders
    return (body or owned) and page.words.count(page.words[end - 1]) == 1


def _is_work(page: Passage, i: int) -> bool:
    """Whether a word is a noun for what has an author and a title in quotation marks, though it may be a given name."""
    quoted = page.words[i + 1 : i + 2] != [] and page.words[i + 1] in MARKS
    return quoted and event_noun(page.words[i], page.lexicon, "authored") is not None


def _namelike(page: Passage, i: int) -> bool:
    word = page.words[i]
    if i in page.skipped or not (WORD.match(word) or INITIAL.match(word)):
        return False
    if len(word) > 3 and word.isupper() and "-" not in word and not INITIAL.match(word):
        return False
    if i and page.lower[i - 1] in {"bin", "ibn"} and page.pos[i] == "NOUN":
        return True  # "Osama bin Laden"
    return page.pos[i] in {"PROPN", "X"} or page.label[i] == "PER" or word in page.genders


def _starts(page: Passage, i: int) -> bool:
    word = page.words[i]
    if i in page.skipped or not page.capital(i) and not ARABIC.match(word):
        return False
    if word in AGES and i and page.lower[i - 1] in {"n.", "nach", "v.", "vor"}:
        return False  # "44 v. Chr."
    if page.first(i) and page.lower[i] in function_words(page.lexicon) or _has_maker(page, i):
        return False
    owner = i > 0 and page.roles[i - 1] is not None and not page.capital(i + 1)
    if owner and word.isupper() and ACRONYM.match(word):
        return False  # "vom Eigentümer HBC"
    if page.label[i] == "PER" and page.pos[i] not in {"VERB", "ADV", "ADP", "PRON"}:
        return True
    if word == "Van" and page.lower[i + 1 : i + 2] in (["der"], ["den"]) and page.dep[i + 1] == "flat":
        return True
    led = i > 0 and (page.roles[i - 1] is not None or page.words[i - 1] in page.titles)
    led = led or i > 0 and page.lower[i - 1] in _personal(page.lexicon)
    if led and page.pos[i] in MISREAD and page.capital(i) and page.pos[i - 1] in {"NOUN", "PROPN"}:
        return page.lower[i] not in PREPOSITIONS  # "Minister Kurz", but "Trainer Vom 21. Dezember"
    if led and page.begins[i] and page.label[i] == "LOC" and _goes_on_as_person(page, i):
        return True
    if not _namelike(page, i) or page.gaz.name(word):
        return False
    if (page.gaz.adjective(word) or word in page.gaz.inhabitants) and not _titled(page, i):
        return False
    given = word in page.genders or "-" in word and all(part in page.genders for part in word.split("-"))
    if given and i + 1 < len(page.words) and _namelike(page, i + 1) and page.roles[i + 1] is None:
        return True
    apposed = page.dep[i] == "appos" and page.roles[page.heads[i]] is not None and page.capital(i + 1)
    return (led or apposed) and page.roles[i] is None and "-" not in word[:3]


def _titled(page: Passage, i: int) -> bool:
    """Whether a word that may be an inhabitant's is a surname behind a title: "der CSU-Politiker Straubinger"."""
    title = page.roles[i - 1] if i and page.capital(i - 1) else None
    return title is not None and not title.plural and page.words[i].endswith("er") and not page.capital(i + 1)


def _goes_on_as_person(page: Passage, i: int) -> bool:
    """Whether a word that may be a town's is, behind a title, the first of a name of two: "Präsident Nursultan Nasarbajew"."""
    two = (
        i + 1 < len(page.words)
        and page.label[i + 1] == "LOC"
        and not page.begins[i + 1]
        and page.roles[i - 1] is not None
    )
    return (
        two
        and page.pos[i + 1] == "PROPN"
        and page.words[i] in page.genders
        and page.gaz.name(page.words[i + 1]) is None
    )


PREPOSITIONS = frozenset({
    "am", "an", "auf", "aus", "bei", "beim", "für", "im", "in", "mit", "nach", "seit", "um", "vom", "von", "vor", "zum", "zur",
})  # fmt: skip


def _has_maker(page: Passage, i: int) -> bool:
    """Whether a noun is of somebody whose full name follows, not the first of his names: "Wirbel um Sager von Jan Moser"."""
    if page.lower[i + 1 : i + 2] != ["von"] or i + 3 >= len(page.words) or page.words[i] in page.genders:
        return False
    return page.words[i + 2] in page.genders and page.capital(i + 3) and page.roles[i] is None


@cache
def _personal(lexicon: Lexicon) -> frozenset[str]:
    """Bodies that are named after who leads them: "das Kabinett Kurz"."""
    return frozenset(lexicon.table("alliances")["personal"])


def _chain(page: Passage, i: int) -> int:
    """Return the end of the chain of name tokens that starts at ``i``."""
    end = i + 1
    while end < len(page.words) and page.sentence[end] == page.sentence[i]:
        word = page.words[end]
        if page.lower[end] in PARTICLES and word[0].islower():
            if word == "zu" and page.label[end] != "PER":
                break  # "als Eric Cantona zu Manchester United kam"
            after = end + 1
            while after < len(page.words) and page.lower[after] in PARTICLES:
                after += 1
            if (
                after < len(page.words)
                and _namelike(page, after)
                and (page.label[after] == "PER" or page.words[end] != "der" or page.words[end - 1] == "Van")
            ):
                if (
                    page.label[after] != "PER"
                    and page.label[end] != "PER"
                    and page.lower[end] == "von"
                    and not _of_nobility(page, after)
                ):
                    break
                if _club(page, i, end, after) or page.lower[end] == "den":  # but "van den Berg"
                    break
                named = end - i > 1 and page.words[end - 1] not in page.genders  # "Jan Moser von der Schienen-Control"
                if page.lower[end] in {"von", "vom"} and (named or _body(page, after)):
                    break
                if (
                    page.lower[end] in {"von", "de", "der", "vom", "zu", "zur", "la", "le", "du"}
                    and page.label[end] != "PER"
                    and page.gaz.name(page.words[after])
                ):
                    break
                if page.words[end - 1] == "Van":
                    return after + 1
                end = after + 1
                continue
            break
        if not _continues(page, end) or (page.begins[end] and page.label[end] == "PER" and end > i + 1):
            break
        end += 1
    return end


def _club(page: Passage, start: int, particle: int, after: int) -> bool:
    """Whether two names stand behind a whole name and "von", or behind a single word and "zu": "Jan Moser von Sturm Graz"."""
    two = after == particle + 1 and page.capital(after) and page.capital(after + 1) and page.pos[after + 1] == "PROPN"
    if page.lower[particle] == "von":
        return two and particle - start > 1
    return two and page.lower[particle] == "zu" and page.words[start] not in page.genders and particle - start == 1


def _body(page: Passage, i: int) -> bool:
    """Whether a known organisation or an acronym begins at a token: "Jan Moser von der AOK"."""
    word = page.words[i]
    lengths = range(1, min(6, len(page.words) - i) + 1) if word in page.gaz.starts else range(1, 2)
    known = (page.gaz.name(page.surface(i, i + length)) for length in lengths)
    return word.isupper() and len(word) > 1 or any(k is not None and k.type is EntityType.ORGANIZATION for k in known)


def _of_nobility(page: Passage, i: int) -> bool:
    """Whether a word after "von der" is a family's and no place or institution."""
    behind = page.lower[i + 1] if i + 1 < len(page.words) else ""
    return (
        page.lower[i - 1] == "der"
        and not page.gaz.name(page.words[i])
        and not head_category(page.words[i], page.lexicon)
        and behind not in {"of", "für", "in"}
        and not page.capital(i + 1)
        and not page.words[i].endswith("ischen")
    )


def _continues(page: Passage, at: int) -> bool:
    word = page.words[at]
    before = page.words[at - 1]
    land = page.gaz.names.get(word)
    if land is not None and land.type is EntityType.COUNTRY and not land.ambiguous and before not in page.genders:
        return False  # "sagte Mori Indien Kredite zu"
    if page.roles[at] is not None and before.endswith(("s", "’", "'")) and before not in page.genders:
        return False  # "Putins Beauftragter"
    if before.endswith(("s", "’", "'")) and before not in page.genders and _body(page, at):
        return False  # "Elon Musks Tesla"
    if before.endswith("s") and event_noun(word, page.lexicon, "laws"):
        return False  # "Theresa Mays Austrittsabkommen"
    if before.endswith("s") and (plain_head(word, page.lexicon) or _is_work(page, at) and before not in page.genders):
        return False  # "Mosers Konzern", "Orhan Pamuks Roman"
    third = at > 1 and page.label[at - 2] == "PER" and not page.begins[at - 1]
    third = third and page.lower[at] in abstract_nouns(page.lexicon)  # but "Abu Bakr Younis"
    if (third or page.pos[at] == "NOUN") and word not in page.genders and is_abstract(page, at):
        return False  # "wirft Jan Moser Mord vor"
    if _is_compound_title(page, at):
        return False
    if page.label[at] == "PER" and not page.begins[at] and (page.capital(at) or page.words[at] in "'’"):
        return True
    if INITIAL.match(word) and not word.isdigit():
        return True
    if page.label[at - 1] == "PER" and page.lower[at].endswith(name_bounds(page.lexicon).charges):
        return False  # "warf Moser Heuchelei vor"
    if not _namelike(page, at) or page.label[at] in {"LOC", "ORG"} and page.begins[at] and word not in page.genders:
        return False
    if page.roles[at] is not None and page.label[at] != "PER":
        return page.words[at - 1] in page.genders
    return page.gaz.names.get(word) is None or page.words[at - 1] in page.genders


def _is_compound_title(page: Passage, at: int) -> bool:
    """Whether a compound for an office stands behind a whole name, which takes no third word: "wurde Jan Moser Finanzdirektor"."""
    role, whole = page.roles[at], at > 1 and page.label[at - 2] == "PER" and not page.begins[at - 1]
    return (
        whole and role is not None and bool(role.prefix) and not role.hyphen and page.words[at - 1] not in page.genders
    )


def _trim(page: Passage, start: int, end: int) -> int:
    """Take role nouns, titles and adjectives off the front."""
    while start < end and end - start > 1:
        word = page.words[start]
        if word in page.genders and not (start and page.lower[start - 1] == "im"):  # "im [April] Jan Moser"
            break
        if (
            start
            and page.lower[start - 1] == "im"
            or page.roles[start] is not None
            or word in page.titles
            or page.gaz.adjective(word)
            or not page.capital(start)
        ):
            start += 1
        else:
            break
    return start


def _convincing(page: Passage, start: int, end: int) -> bool:
    if end - start == 1:
        word = page.words[start]
        if "-" in word and head_category(word, page.lexicon):
            return False
        if page.roles[start] is not None and (page.pos[start] == "NOUN" or word not in page.genders):
            return False
        if page.pos[start] == "NOUN" and page.label[start] == "PER" and not _introduced(page, start):
            return False
        if _titled(page, start):
            return True
        if word in page.titles or page.pos[start] in {"ADJ", "DET"} or len(word) < 2 or word in page.gaz.inhabitants:
            return False
        known = page.gaz.names.get(word) if word in page.genders else page.gaz.name(word)
        return known is None or known.ambiguous or page.label[start] == "PER" and _introduced(page, start)
    if "-" in page.words[end - 1] and (category := head_category(page.words[end - 1], page.lexicon)):
        called = category in PLACES and end - start == 2 and page.words[start] in page.genders
        return called and all(page.label[i] == "PER" for i in range(start, end))  # "Daniel Domscheit-Berg"
    last = page.words[end - 1]
    return not (last.isupper() and len(last) > 3) or bool(ROMAN.match(last.rstrip(".")))


def _introduced(page: Passage, i: int) -> bool:
    """Whether a role noun or a title stands before, or the word is a given name."""
    return (
        page.words[i] in page.genders or i > 0 and (page.roles[i - 1] is not None or page.words[i - 1] in page.titles)
    )


def _gender(page: Passage, start: int) -> str | None:
    gender = page.genders.get(page.words[start]) or page.genders.get(page.words[start].split("-")[0])
    return gender if gender in {"Masc", "Fem"} else None


def surnames(page: Passage, spots: list[Spot]) -> Iterator[Spot]:
    """Find the same surname wherever it stands alone, once a full name has shown it."""
    known = {page.words[s.end - 1] for s in spots if s.type is EntityType.PERSON and s.kind == "name"}
    initials = {page.words[s.end - 1] for s in spots if s.end - s.start > 1 and INITIAL.match(page.words[s.end - 1])}
    known = {w for w in known if len(w) > 2 and not INITIAL.match(w)}
    for i, word in enumerate(page.words):
        if i in page.skipped or not word[:1].isupper():
            continue
        if word in initials and not (i and page.capital(i - 1)) and not page.capital(i + 1):
            yield Spot(i, i + 1, EntityType.PERSON, word, "same name")
            continue
        base = (
            word if word in known else word.rstrip("'’")[:-1] if word.rstrip("'’").endswith("s") else word.rstrip("'’")
        )
        if (
            base in known
            and (page.pos[i] in {"PROPN", "NOUN", "X"} or not page.first(i))
            and not _article_before(page, i)
        ):
            yield Spot(i, i + 1, EntityType.PERSON, base, "same name")


def _article_before(page: Passage, i: int) -> bool:
    return i > 0 and page.pos[i - 1] == "DET" and page.roles[i] is not None
