"""Events, works and groups that have a name or a description the article keeps using."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.entities.descriptions import phrase_start
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType

DEFINITE = frozenset({
    "der", "die", "das", "dem", "den", "des", "im", "am", "vom", "zum", "zur", "beim", "ins", "dieser", "diese",
    "dieses", "diesem", "diesen", "seine", "seinen", "seiner", "ihre", "ihrer", "ihren",
})  # fmt: skip
COMPLEMENT = frozenset({"gegen", "in", "um", "zwischen", "mit", "im", "von", "der", "des", "zum", "zur", "am", "auf"})


@cache
def _heads(lexicon: Lexicon, table: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.table("names_events")[table], key=len, reverse=True))


@cache
def event_noun(word: str, lexicon: Lexicon, table: str) -> str | None:
    """Return the head noun of the table that a word is or ends with, genitive endings aside."""
    lower = word.lower()
    for form in (
        lower,
        lower.removesuffix("s"),
        lower.removesuffix("es"),
        lower.removesuffix("n"),
        lower.removesuffix("en"),
        lower.removesuffix("e"),
    ):
        for head in _heads(lexicon, table):
            if form == head or (
                len(head) > 3 and form.endswith(head) and len(form) - len(head) > 1 and table != "running"
            ):
                return head
    return None


def events(page: Passage, taken: set[int]) -> Iterator[Spot]:
    """Yield the events of the article; those of one head noun get one name."""
    found: list[tuple[int, int, int, str, bool]] = []
    for i, word in enumerate(page.words):
        if (
            i in page.skipped
            or i in taken
            or not word[:1].isupper()
            or page.pos[i] not in {"NOUN", "PROPN"}
            or page.roles[i] is not None
        ):
            continue
        start = phrase_start(page, i)
        named = event_noun(word, page.lexicon, "named")
        described = named or event_noun(word, page.lexicon, "described")
        running = event_noun(word, page.lexicon, "running")
        if not described and not running:
            continue
        end = _complement(page, i, taken)
        definite = page.lower[start] in DEFINITE or (start > 0 and page.lower[start - 1] in DEFINITE)
        own = bool(named) or bool(described and (end > i + 1 or _origin(page, start, i) or _compound(page, word)))
        if page.lower[start] in {"ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen"}:
            continue
        if own or (running and definite):
            found.append((start, end, i, named or described or running or "", own))
    count = Counter(head for *_, head, _ in found)
    for start, end, i, head, own in found:
        if own or (count[head] > 1 and event_noun(page.words[i], page.lexicon, "running")):
            yield _spot(page, start, end, i, own)


def _spot(page: Passage, start: int, end: int, i: int, own: bool) -> Spot:
    while start < i and (
        page.pos[start] in {"DET", "ADV"} or page.lower[start] in DEFINITE or page.lower[start] in DROPPED
    ):
        start += 1
    name = nominative_phrase(page, start, i)
    tail = page.surface(i + 1, end) if end > i + 1 else ""
    return Spot(i, i + 1, EntityType.NAMED_EVENT, f"{name} {tail}".strip(), "event", phrase=start, extent=end)


DROPPED = frozenset({
    "neue", "neuen", "neues", "weitere", "weiteren", "weiteres", "weiterer", "letzten", "letzte", "jüngsten",
    "geplanten", "geplante", "anstehenden", "bevorstehenden",
})  # fmt: skip


def nominative_phrase(page: Passage, start: int, i: int) -> str:
    """Adjectives and noun as they stand without an article in the nominative."""
    noun = page.words[i]
    before = page.lower[start - 1] if start else ""
    if (
        (before in {"des", "eines"} or page.feature(i, "Case") == "Gen")
        and noun.endswith("s")
        and (page.feature(i, "Number") != "Plur" or before == "des")
    ):
        noun = (
            noun[:-1].removesuffix("e")
            if noun.endswith(("krieges", "kampfes", "konfliktes", "prozesses", "putsches", "skandales"))
            else noun[:-1]
        )
    gender = page.feature(i, "Gender")
    ending = (
        {"Masc": "er", "Neut": "es", "Fem": "e"}.get(gender or "", "e") if page.feature(i, "Number") != "Plur" else "e"
    )
    if noun.lower().endswith(("krieg", "konflikt", "prozess", "gipfel", "streit", "putsch", "skandal", "kampf")):
        ending = "er"
    adjectives = []
    for j in range(start, i):
        word = page.words[j]
        stem = next(
            (word[: -len(e)] for e in ("en", "em", "er", "es", "e") if word.endswith(e) and page.pos[j] == "ADJ"), None
        )
        adjectives.append(stem + ending if stem and word not in page.gaz.urban else word)
    return " ".join([*adjectives, noun])


def _complement(page: Passage, i: int, taken: set[int]) -> int:
    """The end of a complement that names something: "gegen die Ukraine", "in Moskau", "zwischen Putin und Witkoff"."""
    j = i + 1
    if j >= len(page.words) or page.lower[j] not in COMPLEMENT or page.sentence[j] != page.sentence[i]:
        return i + 1
    if page.lower[j] in {"der", "des"}:
        j -= 1
    k = j + 1
    while k < len(page.words) and page.sentence[k] == page.sentence[i] and k - i < 6:
        if page.pos[k] == "PROPN" or k in taken:
            end = k + 1
            while end < len(page.words) and (page.pos[end] == "PROPN" or end in taken) and page.capital(end):
                end += 1
            if (
                end + 1 < len(page.words)
                and page.lower[end] == "und"
                and (page.pos[end + 1] == "PROPN" or end + 1 in taken)
                and page.lower[j] == "zwischen"
            ):
                end += 2
            return end
        if page.lower[k] == "jahres" and page.lower[k - 1] == "des":
            return k + 1
        if page.pos[k] not in {"DET", "ADJ"} and page.roles[k] is None:
            return i + 1
        k += 1
    return i + 1


def _origin(page: Passage, start: int, i: int) -> bool:
    return any(page.gaz.adjective(page.words[j]) for j in range(start, i))


def _compound(page: Passage, word: str) -> bool:
    return "-" in word and page.gaz.names.get(word.rpartition("-")[0]) is not None


def proper_events(page: Passage) -> Iterator[Spot]:
    """Yield events whose name is of several words: "Champions League"."""
    names = [n.split() for n in page.lexicon.table("names_events")["proper"] if " " in n]
    firsts = {words[0] for words in names}
    for i, lower in enumerate(page.lower):
        if lower in firsts and page.capital(i) and i not in page.skipped:
            for words in names:
                if page.lower[i : i + len(words)] == words:
                    yield Spot(i, i + len(words), EntityType.NAMED_EVENT, page.surface(i, i + len(words)), "event")


def one_event(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two events of one article are one: the same noun, or nouns that take each other up and the same origin."""
    x, y = (
        next(
            (
                w
                for w in reversed(n.split())
                if event_noun(w, lexicon, "named")
                or event_noun(w, lexicon, "described")
                or event_noun(w, lexicon, "running")
            ),
            n.split()[-1],
        )
        for n in (a, b)
    )
    x, y = (w.lower().removesuffix("s") for w in (x, y))
    if x == y or x.removesuffix("en") == y.removesuffix("en"):
        return _distinct(a) == _distinct(b)
    if not any(
        x.endswith(p) and y.endswith(q)
        for group in lexicon.table("names_events")["synonyms"]
        for p in group
        for q in group
    ):
        return False
    return bool({w[:6].lower() for w in a.split()[:-1]} & {w[:6].lower() for w in b.split()[:-1]})


def _distinct(name: str) -> frozenset[str]:
    """Ordinals and numbers tell events of one noun apart."""
    return frozenset(
        w.lower()[:5]
        for w in name.split()
        if w.lower().startswith(("erst", "zweit", "dritt", "viert")) or w.strip(".").isdigit()
    )


QUOTES = frozenset('"„“”»«')


def works(page: Passage) -> Iterator[Spot]:
    """Yield titles in quotation marks after a noun for a work, and laws and agreements by their compound."""
    for i, word in enumerate(page.words):
        if i in page.skipped or not word[:1].isupper() or page.pos[i] not in {"NOUN", "PROPN"}:
            continue
        if event_noun(word, page.lexicon, "works") and i + 2 < len(page.words) and page.words[i + 1] in QUOTES:
            end = i + 2
            while end < len(page.words) and page.words[end] not in QUOTES and end - i < 10:
                end += 1
            if end < len(page.words) and page.words[end] in QUOTES and page.words[i + 2][:1].isupper():
                yield Spot(i + 2, end, EntityType.WORK, page.surface(i + 2, end), "title", phrase=i)
        head = event_noun(word, page.lexicon, "laws")
        if head and len(word) > len(head) + 2:
            yield Spot(i, i + 1, EntityType.WORK, word, "law")


def groups(page: Passage) -> Iterator[Spot]:
    """Yield peoples and followers: "die Roma", "Muslimen"."""
    known = _groups(page.lexicon)
    for i, word in enumerate(page.words):
        name = known.get(word)
        single = (
            i > 0
            and page.lower[i - 1] in {"der", "ein", "dem", "einem"}
            and (page.dep[i].startswith("nsubj") or page.lower[i - 1] != "der")
        )
        if name and i not in page.skipped and page.label[i] != "PER" and not single:
            yield Spot(i, i + 1, EntityType.GROUP, name, "group")


@cache
def _groups(lexicon: Lexicon) -> dict[str, str]:
    names = lexicon.table("names_events")["groups"]
    return {
        form: name
        for name in names
        for form in (name, name if name.endswith(("n", "i", "s", "a", "u", "g")) else name + "n")
    }
