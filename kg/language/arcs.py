"""A parse as lists that repairs change in place, the steps that repairs share, and the words they go by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.language.lexicon import Lexicon, given_names

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
INSIDE = frozenset({"DET", "ADJ", "NUM", "ADV"})
WINDOW = 40


@dataclass(frozen=True, slots=True)
class Words:
    """Closed-class words of a language; ``cases`` gives the cases that a determiner's form allows (N, G, D, A)."""

    cases: Mapping[str, str]
    case_endings: Mapping[str, str]
    accounts: tuple[str, ...]
    articles: frozenset[str]
    aside_reports: frozenset[str]
    comparing: frozenset[str]
    contests: tuple[str, ...]
    coordinating: frozenset[str]
    dative: frozenset[str]
    deeds: tuple[str, ...]
    feminine: frozenset[str]
    given: frozenset[str]
    having: frozenset[str]
    holders: tuple[str, ...]
    judging: tuple[str, ...]
    kin: frozenset[str]
    matters: tuple[str, ...]
    no_matters: tuple[str, ...]
    measures: frozenset[str]
    months: frozenset[str]
    mutual: frozenset[str]
    needing: Mapping[str, Collection[str]]
    no_deeds: tuple[str, ...]
    nominatives: frozenset[str]
    otherwise: frozenset[str]
    postpositions: frozenset[str]
    present: frozenset[str]
    same: frozenset[str]
    set_phrases: frozenset[tuple[str, ...]]
    telling: frozenset[str]
    told: tuple[str, ...]
    town_openers: frozenset[str]
    voices: frozenset[str]
    weekdays: frozenset[str]
    with_to: tuple[str, ...]


@cache
def words_of(code: str) -> Words:
    """Read a language's words from its tables ``grammar``, ``times`` and ``towns``."""
    lexicon = Lexicon(code)
    table, days = lexicon.table("grammar"), lexicon.table("times")["words"]["weekday"]["forms"]
    return Words(
        cases=table["cases"],
        case_endings=table["case_endings"],
        accounts=tuple(table["accounts"]),
        articles=frozenset(table["articles"]),
        aside_reports=frozenset(table["aside_reports"]),
        comparing=frozenset(table["comparing"]),
        contests=tuple(table["contests"]),
        coordinating=frozenset(table["coordinating"]),
        dative=frozenset(word for word, cases in table["prepositions"].items() if cases == "D"),
        deeds=tuple(table["deeds"]),
        feminine=frozenset(table["feminine_names"]),
        given=frozenset(name.lower() for name in given_names(lexicon)),
        having=frozenset(table["auxiliaries"]["haben"]),
        holders=tuple(table["holders"]),
        judging=tuple(table["matters"]["verbs"]),
        kin=frozenset(noun.lower().removesuffix("+in") for noun in lexicon.table("roles")["relativeOf"]),
        matters=tuple(table["matters"]["nouns"]),
        no_matters=tuple(table["matters"]["none"]),
        measures=frozenset(table["measures"]),
        months=frozenset(month.lower() for month in lexicon.table("times")["words"]["month"]["forms"]),
        mutual=frozenset(table["mutual"]),
        needing=table["needing"],
        no_deeds=tuple(table["no_deeds"]),
        nominatives=frozenset(table["nominatives"]),
        otherwise=frozenset(table["otherwise"]),
        postpositions=frozenset(table["postpositions"]),
        present=frozenset(table["present"]),
        same=frozenset(table["same"]),
        set_phrases=frozenset(tuple(phrase.lower().split()) for phrase in table["set_phrases"]),
        telling=frozenset(table["telling"]),
        told=tuple(table["told"]),
        town_openers=frozenset(word.lower() for word in lexicon.table("towns")["openers"]),
        voices=frozenset(table["voices"]),
        weekdays=frozenset(day.lower() for day in days),
        with_to=tuple(f"{particle}zu" for particle in table["separable"]),
    )


def second_name(lower: Sequence[str], given: frozenset[str]) -> int | None:
    """Where in a run of names a second person begins: "Viktor Orban Angela Merkel" at 2; None if it is one name.

    The run is four words, of which the third is a given name and its neighbours are none.
    """
    return 2 if [word in given for word in lower[1:]] == [False, True, False] else None


def circles(heads: Sequence[int]) -> list[int]:
    """A token of each circle in which heads point at each other; a root is its own head and no circle."""
    fresh, open_, done = range(3)
    state, found = [fresh] * len(heads), []
    for start in range(len(heads)):
        path, token = [], start
        while state[token] == fresh:
            state[token] = open_
            path.append(token)
            token = heads[token]
        if state[token] == open_ and heads[token] != token:
            found.append(token)
        for passed in path:
            state[passed] = done
    return found


class Arcs:
    """The lists of a parse, indexed by token, and the words of its language."""

    def __init__(self, lower: list[str], pos: list[str], deps: list[str], heads: list[int], words: Words) -> None:
        self.lower, self.pos, self.deps, self.heads, self.words = lower, pos, deps, heads, words

    def kids(self, token: int) -> Iterator[int]:
        """Dependents within the window."""
        for k in range(max(0, token - WINDOW), min(len(self.heads), token + WINDOW)):
            if self.heads[k] == token and k != token:
                yield k

    def marks(self, token: int) -> list[int]:
        """Prepositions of a nominal."""
        return [k for k in self.kids(token) if self.deps[k] == "case"]

    def is_matter(self, token: int) -> bool:
        """Whether a noun is what can be judged or voiced, and nobody who does it."""
        word = self.lower[token]
        return word.endswith(self.words.matters) and not word.endswith(self.words.no_matters)

    def cases_of(self, word: str) -> str:
        """The cases that a determiner allows by its form."""
        endings = self.words.case_endings
        return self.words.cases.get(word) or next((endings[end] for end in endings if word.endswith(end)), "")

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb is an infinitive with "zu", before it or inside it."""
        return self.lower[verb - 1] == "zu" or self.lower[verb].startswith(self.words.with_to)

    def has_subject(self, token: int) -> bool:
        """Whether a predicate has a subject."""
        return any(self.deps[k] in SUBJECTS for k in self.kids(token))

    def finite(self, verb: int) -> int:
        """The first word of a verb and its auxiliaries."""
        return min([verb, *(k for k in self.kids(verb) if self.deps[k] in AUXILIARY)])

    def above(self, token: int) -> Iterator[int]:
        """What governs a token, nearest first; ends also where repairs have tied a knot, at the latest at its start."""
        passed = {token}
        while (token := self.heads[token]) not in passed:
            passed.add(token)
            yield token

    def verb_above(self, token: int) -> int | None:
        """The nearest verb that governs a token."""
        return next((at for at in self.above(token) if self.pos[at] in VERBAL), None)

    def nominal_after(self, token: int, reach: int = 5) -> int | None:
        """The first nominal after a token with nothing but determiners, adjectives and the like between."""
        for k in range(token + 1, min(token + 1 + reach, len(self.heads))):
            if self.pos[k] in NOMINAL:
                return k
            if self.pos[k] not in INSIDE and not self.lower[k].isspace():
                return None
        return None

    def replace(self, old: int, new: int) -> None:
        """Put ``new`` in the place of ``old``, which becomes a modifier of it."""
        self.heads[new] = new if self.heads[old] == old else self.heads[old]
        self.deps[new] = self.deps[old]
        self.heads[old] = new
