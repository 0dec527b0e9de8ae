"""Groups: peoples, followers, and the many whom an article keeps speaking of ("die Demonstranten")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.entities.anaphora import speech_verbs
from kg.entities.descriptions import acts_alone, describe, phrase_start
from kg.entities.organizations import head_category
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import EntityType


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


def told_apart(page: Passage, names: list[Spot]) -> list[Spot]:
    """Names without those of peoples that are taken for towns: "die Garde der Roma"."""
    known = _groups(page.lexicon)
    return [s for s in names if s.type is not EntityType.PLACE or s.known is not None or s.name not in known]


@cache
def _groups(lexicon: Lexicon) -> dict[str, str]:
    names = lexicon.table("names_events")["groups"]
    return {
        form: name
        for name in names
        for form in (name, name if name.endswith(("n", "i", "s", "a", "u", "g")) else name + "n")
    }


def crowds(page: Passage, taken: set[int]) -> Iterator[Spot]:
    """Yield plural nouns for persons that the article uses again with the definite article, or quotes, and those of a named body."""
    table = page.lexicon.table("names_events")
    nouns, heard, found = frozenset(table["crowds"]), frozenset(table["heard"]), defaultdict(list)
    for i, word in enumerate(page.words):
        if i in page.skipped or i in taken or not word[:1].isupper() or page.pos[i] not in {"NOUN", "ADJ", "PROPN"}:
            continue
        name = _crowd(page, i, nouns) or (_crowd(page, i, heard) if _is_heard(page, i, taken) else None)
        if name is not None and not (i + 1 < len(page.words) and i + 1 in taken):
            found[name].append(i)
    for name in [n for n in found if "-" in n]:
        found[name] += found.pop(name.rpartition("-")[2], [])
    yield from _followers(page, taken)
    armed = any((known := page.gaz.names.get(word)) and known.category == "armed" for word in page.words)
    for name, tokens in found.items():
        if any(page.lower[phrase_start(page, i)] in page.determiners.singular for i in tokens):
            continue  # "eine Angestellte", "das Opfer"
        if armed and head_category(name, page.lexicon) == "armed":
            continue  # "die Aufständischen" are the group that has a name
        pointed = [i for i in tokens if page.lower[phrase_start(page, i)] in page.determiners.definite]
        acts = any(page.dep[i].startswith("nsubj") for i in tokens)
        owned = "-" in name and (name.split("-")[0] in page.gaz.names or page.label[tokens[0]].endswith("part"))
        quoted = name.rpartition("-")[2] in nouns | heard and any(_is_heard(page, i, taken) for i in tokens)
        if quoted or acts and (len(tokens) > 1 or owned and pointed):
            for i in tokens if not quoted else [i for i in tokens if not _is_owned(page, i, taken)]:
                start = phrase_start(page, i)
                yield Spot(i, i + 1, EntityType.GROUP, name, "crowd", phrase=start)


def _followers(page: Passage, taken: set[int]) -> Iterator[Spot]:
    """Yield those who act for or against one person: "Anhänger Imran Khans demonstrierten"."""
    nouns = frozenset(page.lexicon.table("names_events")["followers"])
    for i, word in enumerate(page.words):
        if i in page.skipped or i in taken or word not in nouns and word.removesuffix("n") not in nouns:
            continue
        of = page.lower[i + 1 : i + 2] == ["von"]
        owner = i + 1 + of
        if owner not in taken or page.label[owner] != "PER" or page.heads[owner] != i:
            continue
        end = next(k for k in range(owner, len(page.words) + 1) if k not in taken or page.label[k] != "PER")
        if of or page.words[end - 1].endswith(("s", "'", "’")):
            noun = word if word in nouns else word.removesuffix("n")
            name = f"{noun} {page.surface(i + 1, end)}"
            yield Spot(i, i + 1, EntityType.GROUP, name, "followers", phrase=phrase_start(page, i), extent=end)


def speaks(page: Passage, i: int) -> bool:
    """Whether a noun names who says something: "Anrainer berichteten", "nach Angaben der Behörden"."""
    head = page.heads[i]
    if page.dep[i] == "nsubj":
        particle = next((page.lower[k] for k in page.kids[head] if page.dep[k] == "compound:prt"), "")
        return particle + page.lemmas[head] in speech_verbs(page.lexicon)
    account = head < i and page.lower[head].rstrip("ens").endswith(_accounts(page.lexicon))
    return account and page.dep[i].startswith("nmod") and page.lower[phrase_start(page, head) - 1] in SOURCES


def _is_heard(page: Passage, i: int, taken: set[int]) -> bool:
    """Whether several speak who are not somebody's, who would then speak ("Analysten der Deutschen Bank"), and no pair."""
    none = page.lower[phrase_start(page, i)] in page.determiners.negative  # "Keine Politiker sagten etwas"
    return not _is_owned(page, i, taken) and not none and not page.lower[i - 1].startswith("beide") and speaks(page, i)


def _is_owned(page: Passage, i: int, taken: set[int]) -> bool:
    """Whether persons are said to be somebody's who has a name: "die Experten von Greenpeace"."""
    return any(k in taken and k > i and page.dep[k].startswith("nmod") for k in page.kids[i])


@cache
def _accounts(lexicon: Lexicon) -> tuple[str, ...]:
    """What nouns end with that name a source of what is said."""
    return tuple(noun.lower().rstrip("ens") for noun in lexicon.table("reporting")["nouns"])


SOURCES = frozenset({"laut", "nach"})
WEAK = ("n", "e", "ant", "at", "ent", "ist")


def _crowd(page: Passage, i: int, nouns: frozenset[str]) -> str | None:
    """The nominative plural of a noun for several persons; None for anything else."""
    word, role = page.words[i], page.roles[i]
    if role is not None and page.feature(i, "Number") == "Sing" and acts_alone(page, i):
        return None  # "Der Richter sprach"
    last = word.rpartition("-")[2]
    for form in (last, last.removesuffix("n")):
        if form in nouns or form.capitalize() in nouns:
            return word[: len(word) - len(last)] + form
    if role is None or not describe(page, i).plural:
        return None
    dative = word.endswith("n") and not role.title.endswith(WEAK) and word.removesuffix("n").startswith(role.title)
    return word.removesuffix("n") if dative else word
