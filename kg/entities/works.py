"""Works: titles in quotation marks, laws and agreements, documents that the article keeps speaking of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.entities.descriptions import OF, phrase_start, tail
from kg.entities.events import event_noun, nominative_phrase, points
from kg.entities.organizations import head_category
from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType


def treaties(page: Passage) -> Iterator[Spot]:
    """Agreements called after a town: "das Potsdamer Abkommen", "des Minsker Vertrages"."""
    nouns = frozenset(page.lexicon.table("names_events")["treaties"])
    for i, word in enumerate(page.words[1:], 1):
        noun = next((form for form in (word, word.removesuffix("s"), word.removesuffix("es")) if form in nouns), None)
        if noun is not None and i not in page.skipped and page.words[i - 1] in page.gaz.urban:
            yield Spot(i - 1, i + 1, EntityType.WORK, f"{page.words[i - 1]} {noun}", "treaty")


def known_works(page: Passage) -> Iterator[Spot]:
    """Yield products, treaties and broadcasts that need no noun to say what they are: "Windows 10", "TTIP"."""
    forms = _known(page.lexicon)
    for i, word in enumerate(page.words):
        if i in page.skipped or word.removesuffix("s") not in forms and word not in forms:
            continue
        for name, work in forms.get(word, ()) or forms.get(word.removesuffix("s"), ()):
            end = i + name.count(" ") + 1
            surface = page.surface(i, end) if end <= len(page.words) else ""
            if surface in (name, name + "s") and page.pos[i] != "VERB":
                yield Spot(i, end, EntityType.WORK, work, "known work")
                break


@cache
def _known(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """First word → (form, canonical name), the longest form first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, others in lexicon.table("names_works").items():
        for form in (name, *others):
            found.setdefault(form.split(" ")[0], []).append((form, name))
    return {first: sorted(forms, key=lambda pair: -len(pair[0])) for first, forms in found.items()}


def works(page: Passage) -> Iterator[Spot]:
    """Yield titles in quotation marks after a noun for a work, and laws and agreements by their compound."""
    for i, word in enumerate(page.words):
        if i in page.skipped or not word[:1].isupper() or page.pos[i] not in {"NOUN", "PROPN"}:
            continue
        end = _quoted_end(page, i + 1) if event_noun(word, page.lexicon, "works") else None
        if end:
            yield Spot(i + 2, end, EntityType.WORK, page.surface(i + 2, end), "title", phrase=i)
        head = event_noun(word, page.lexicon, "laws")
        if head and (len(word) > len(head) + 2 or _is_compound(head)):
            name = word if page.feature(i, "Number") == "Plur" else _nominative(page, i)
            yield Spot(i, i + 1, EntityType.WORK, name, "law")
        elif page.feature(i, "Number") != "Plur" and _policy(_nominative(page, i).lower(), page.lexicon):
            yield Spot(i, i + 1, EntityType.WORK, _nominative(page, i), "law", phrase=phrase_start(page, i))


def _is_compound(head: str) -> bool:
    """Whether a noun for a law says by itself which one is meant: "Klimaabkommen"."""
    return head.endswith(("abkommen", "vertrag")) and head not in {"abkommen", "vertrag"}


def _quoted_end(page: Passage, mark: int) -> int | None:
    """Where the title ends that quotation marks at a token open."""
    if mark + 1 >= len(page.words) or page.words[mark] not in MARKS or page.words[mark + 1][:1].islower():
        return None
    last = min(mark + LONGEST_TITLE, len(page.words))
    return next((k for k in range(mark + 2, last) if page.words[k] in MARKS), None)


LONGEST_TITLE = 14


def titles(page: Passage) -> Iterator[Spot]:
    """Yield titles behind a noun for what has an author: "das Buch „Deutschland, ein Rätsel“", "der Film Das weiße Band".

    Those in quotation marks keep the names in them.
    """
    for i, word in enumerate(page.words):
        if i in page.skipped or page.pos[i] not in {"NOUN", "PROPN"} or not word[:1].isupper():
            continue
        owned = owned_title(page, i)
        if owned:
            yield Spot(i + 2, owned, EntityType.WORK, page.surface(i + 2, owned), "title")
            continue
        called = word == "Titel" and page.lower[max(0, i - 2) : i] == ["mit", "dem"]
        if called or event_noun(word, page.lexicon, "authored"):
            quoted = _quoted_end(page, i + 1)
            if quoted:
                yield Spot(i + 2, quoted, EntityType.WORK, page.surface(i + 2, quoted), "title", phrase=i)
                continue
            end = _title_end(page, i + 1) if page.pos[i] == "NOUN" else None
            end = end or (_capitals(page, i + 1) if called else None)
            if end:
                yield Spot(i + 1, end, EntityType.WORK, page.surface(i + 1, end), "title", phrase=i)


def owned_title(page: Passage, i: int) -> int | None:
    """Where the title ends that quotation marks open behind a maker's name in the genitive: "Michael Hanekes „Amour“"."""
    end = owned_quote(page, i)
    return end if end is not None and _has_made(page, i) else None


def owned_quote(page: Passage, i: int) -> int | None:
    """Where the quotation ends that stands behind a name in the genitive: "Hanekes „Amour“", "Merkels „Wir schaffen das“"."""
    word = page.words[i]
    owner = page.label[i] == "PER" and len(word) > 3 and word.endswith("s") and word not in page.genders
    end = _quoted_end(page, i + 1) if owner and not page.first(i) else None
    if end is None or page.words[i + 1] == page.words[i + 2] or _speaks(page, i):
        return None
    behind = end + 1 < len(page.words) and page.label[end + 1] == "PER" and not page.begins[end + 1]
    return None if behind else end


def _speaks(page: Passage, i: int) -> bool:
    """Whether the name that ends at a token is who says what is quoted: "sagte Klaus Fuchs „…“"."""
    while page.dep[i] in CHAINED:
        i = page.heads[i]
    return page.dep[i] == "nsubj" and page.lemmas[page.heads[i]] in page.lexicon.table("reporting")["strong"]


CHAINED = frozenset({"flat", "flat:name"})


def _has_made(page: Passage, owner: int) -> bool:
    """Whether somebody in the genitive before a quotation makes works: the sentence, or the article elsewhere, says so."""
    table = page.lexicon.table("names_events")
    start, end = page.bounds[page.sentence[owner]]
    full = page.label[owner - 1] == "PER" and not page.begins[owner]
    if full and any(page.lemmas[k] in table["staging"] for k in range(start, end)):
        return True
    if any(page.pos[k] == "NOUN" and event_noun(page.words[k], page.lexicon, "authored") for k in range(start, end)):
        return True
    name = page.words[owner][:-1]
    for k, word in enumerate(page.words):
        if word == name or word == page.words[owner]:
            near = page.words[max(0, k - BESIDE) : k + BESIDE + 1]
            if any(event_noun(w, page.lexicon, t) for w in near for t in ("makers", "creators")):
                return True
    return False


BESIDE = 4  # words between a name and what its bearer is


def authored(page: Passage) -> Iterator[Spot]:
    """Yield titles in quotation marks before who made them: "„Amour“ des Regisseurs Jan Moser", "„Schnee“ von Orhan Pamuk"."""
    for mark, word in enumerate(page.words[:-4]):
        end = _quoted_end(page, mark) if word in OPENING and mark not in page.skipped else None
        if end is None or end + 2 >= len(page.words) or page.label[mark + 1] not in {"", "O", "OTH"}:
            continue
        at = end + 2
        while at + 1 < len(page.words) and page.pos[at] == "ADJ":
            at += 1
        called = any(event_noun(page.words[at], page.lexicon, table) for table in ("makers", "creators"))
        made = page.lower[end + 1] in {"des", "der"} and called
        by = page.lower[end + 1] == "von" and page.label[at] == "PER" and page.words[at] in page.genders
        told = (
            mark > 0
            and page.pos[mark - 1] in {"ADP", "DET"}
            or any(page.pos[k] in {"VERB", "AUX"} for k in range(mark, end))
        )
        if (made or by and page.label[at + 1 : at + 2] == ["PER"]) and not told:
            yield Spot(mark + 1, end, EntityType.WORK, page.surface(mark + 1, end), "title")


OPENING = frozenset('"„»“')


def _title_end(page: Passage, start: int) -> int | None:
    """Where the title ends that begins at a token: the pipeline's span, or an article in capitals with its noun."""
    size, end = len(page.words), start
    if start >= size or not page.capital(start) or page.sentence[start] != page.sentence[start - 1]:
        return None
    label = page.label[start]
    if label in {"OTH", "ORG"} and page.begins[start]:
        end += 1
        while end < size and page.label[end] == label and not page.begins[end]:
            end += 1
        if label == "OTH" or end - start > 1 and not head_category(page.words[end - 1], page.lexicon):
            return end - 1 if page.pos[end - 1] == "ADP" else end
    if page.lower[start] not in ARTICLES:
        return None
    end = next((k for k in range(start + 1, min(start + 4, size)) if page.pos[k] not in INSIDE), size)
    if end >= size or page.pos[end] not in {"NOUN", "PROPN"} or page.roles[end] is not None:
        return None
    if end + 2 < size and page.lower[end + 1] in {"der", "des"} and page.pos[end + 2] == "NOUN":
        end = end + 2 if page.roles[end + 2] is None else end
    return end + 1


def _capitals(page: Passage, start: int) -> int | None:
    """Where the words in capitals end that begin at a token."""
    end = start
    while page.capital(end) and page.sentence[end] == page.sentence[start]:
        end += 1
    return end if end > start else None


ARTICLES = frozenset({"das", "der", "die", "ein", "eine", "mein", "meine", "unsere"})
INSIDE = frozenset({"ADJ", "NUM", "ADV"})


def _nominative(page: Passage, i: int) -> str:
    return nominative_phrase(page, i, i)


@cache
def _policy(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun names what politics decides on: "Mindestlohn", "Pkw-Maut"."""
    table = lexicon.table("names_events")["policies"]
    ends = any(noun.endswith(end) and len(noun) > len(end) + 2 for end in table["ends"])
    return noun in table["words"] or ends and noun not in table["none"]


def documents(page: Passage, taken: set[int]) -> Iterator[Spot]:
    """Yield the agreements, reports, laws, plans that the article takes up again with the definite article."""
    found: list[tuple[int, int, str, str]] = []
    same = {other: group[0] for group in page.lexicon.table("names_events")["same_document"] for other in group}
    for i, word in enumerate(page.words):
        if i in page.skipped or i in taken or page.pos[i] != "NOUN" or not word[:1].isupper():
            continue
        head = event_noun(word, page.lexicon, "documents")
        start = phrase_start(page, i)
        if head is not None and (page.feature(i, "Number") != "Plur" or page.lower[start] in page.determiners.singular):
            found.append((start, i, same.get(head, head), nominative_phrase(page, i, i)))
    for head, heads in Counter(head for *_, head, _ in found).items():
        those = [f for f in found if f[2] == head]
        pointed = any(points(page, start, i) for start, i, _, _ in those)
        whole = {name for *_, name in those if name.lower() not in same and name.lower() != head}
        if heads < 2 or not pointed or len(whole) > 1:
            yield from _of_somebody(page, those, taken)
            continue
        for start, i, _, _ in those:
            if page.lower[start] not in page.determiners.indefinite or i == those[0][1]:
                title = next(iter(whole), those[0][3])
                end = _of_whom(page, i, taken)
                yield Spot(i, i + 1, EntityType.WORK, title, "document", phrase=min(start, i), extent=end)


def laws_again(page: Passage, spots: list[Spot]) -> Iterator[Spot]:
    """Yield other nouns for the one law or policy of the article: "das Vorhaben", "der Entwurf" after "die Pensionsreform"."""
    laws = [spot for spot in spots if spot.how == "law"]
    if len({spot.name for spot in laws}) != 1:
        return
    nouns, taken = page.lexicon.table("names_events")["laws_again"], {i for s in spots for i in range(s.start, s.end)}
    for i in range(laws[0].end, len(page.words)):
        head = _nominative_noun(page.lower[i], nouns) if i not in taken and i not in page.skipped else None
        start = phrase_start(page, i) if head else i
        owned = page.lower[i + 1 : i + 2] and page.lower[i + 1] in {*OF, "für", "gegen", "zu", "zum", "zur"}
        if head and not owned and points(page, start, i) and page.feature(i, "Number") != "Plur":
            yield Spot(i, i + 1, EntityType.WORK, laws[0].name, "document", phrase=min(start, i))


def _nominative_noun(word: str, nouns: list[str]) -> str | None:
    """The noun of a list that a word is, genitive endings aside."""
    return next((form for form in (word, word.removesuffix("s"), word.removesuffix("es")) if form in nouns), None)


def _of_whom(page: Passage, i: int, taken: set[int]) -> int | None:
    """Where the genitive of a name ends that says whose a document is: "die Studie [des US-Militärs]"."""
    end = tail(page, i) if page.lower[i + 1 : i + 2] != [] and page.lower[i + 1] in OF else i
    return end if end > i + 2 and taken & set(range(i + 1, end)) else None


def _is_made(page: Passage, i: int) -> bool:
    """Whether a document is what somebody makes, or passes, as the sentence tells: "Die Regierung legte einen Plan vor"."""
    verb = page.heads[i]
    particle = next((page.lower[k] for k in page.kids[verb] if page.dep[k] == "compound:prt"), "")
    made = particle + page.lemmas[verb] in page.lexicon.table("names_events")["making"]
    if page.lower[phrase_start(page, i)] in page.determiners.negative or MARKS.intersection(page.words[i + 1 : i + 2]):
        return False  # "schrieb kein Buch", "schrieb das Buch „Faust“"
    return page.dep[i] == "obj" and made and any(page.dep[k] == "nsubj" for k in page.kids[verb])


def _is_judged(page: Passage, start: int, i: int) -> bool:
    """Whether a document is what somebody is for or against, as the sentence tells: "Die SPÖ lehnt die Reform ab"."""
    verb = page.heads[i]
    particle = next((page.lower[k] for k in page.kids[verb] if page.dep[k] == "compound:prt"), "")
    mark = next((page.lower[k] for k in page.kids[i] if page.dep[k] == "case"), "")
    slot = mark or {"obj": "obj", "nsubj:pass": "obj", "iobj": "dat"}.get(page.dep[i], "")
    verbs = page.lexicon.table("names_events")["judging"].get({"zum": "zu", "zur": "zu"}.get(slot, slot), ())
    spoken = page.lower[i].endswith(tuple(page.lexicon.table("names_events")["unjudged"]))
    return points(page, start, i) and not spoken and particle + page.lemmas[verb] in verbs


def _is_source(page: Passage, start: int) -> bool:
    """Whether a document only tells where something is known from: "gemäß einem Gutachten von Siemens"."""
    before = page.lower[start - 1] if start else ""
    return before == "nach" or before in page.lexicon.table("reporting")["prepositions"]


def _of_somebody(page: Passage, found: list[tuple[int, int, str, str]], taken: set[int]) -> Iterator[Spot]:
    """Documents that are said to be somebody's: "der Vorschlag der Kommission", "legte einen Plan vor"."""
    lasting = tuple(page.lexicon.table("names_events")["lasting"])
    for start, i, _, name in found:
        if _is_made(page, i):
            own = page.lower[start] in page.determiners.owned  # "stellte sein Stück vor": the pronoun is a mention too
            yield Spot(i, i + 1, EntityType.WORK, name, "document", phrase=i if own else min(start, i))
            continue
        if _is_judged(page, start, i) and page.lower[i + 1 : i + 2] and page.lower[i + 1] not in OF:
            yield Spot(i, i + 1, EntityType.WORK, name, "document", phrase=min(start, i))
            continue
        end = tail(page, i) if name.lower().endswith(lasting) and not _is_source(page, start) else i
        if end > i + 1 and page.lower[i + 1] in OF and taken & set(range(i + 1, end)):
            title = name + page.text[page.ends[i] : page.ends[end - 1]]
            yield Spot(i, i + 1, EntityType.WORK, title, "document", phrase=min(start, i))
