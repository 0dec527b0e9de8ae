"""The temporal expressions of a language, compiled from its table ``times``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import Any

from kg.language.lexicon import Lexicon

Value = str | int | float

_WORD = re.compile(r"\w+(?:-\w+)*")
_PLACEHOLDER = re.compile(r"\{([a-z]\w*)(?:=(\w+))?\}")
_HEAD_END = re.compile(r" |\(\?[:=!]| ?\(")
_DIGIT = re.compile(r"\\d|\[[0-9]")
_REACH = 40  # characters of context that a rule may look back at


@dataclass(frozen=True, eq=False)
class Rule:
    """One kind of expression: ``make`` names the function that computes its value, ``classes`` its groups' classes."""

    make: str
    source: str
    heads: re.Pattern[str]
    numeric: bool
    classes: Mapping[str, str]
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression itself, compiled when it is first needed."""
        return re.compile(self.source)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Match at ``start``, with the rule's conditions on what stands before and after."""
        found = self.pattern.match(text, start)
        if found is None or not (self.before or self.not_before or self.not_after):
            return found
        left = text[max(0, start - _REACH) : start]
        if self.before and not self.before.search(left):
            return None
        if self.not_before and self.not_before.search(left):
            return None
        return None if self.not_after and self.not_after.match(text, found.end()) else found


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that a rule matched, with the values of the rule's groups."""

    make: str
    start: int
    end: int
    values: Mapping[str, Value] = field(default_factory=dict)


class Grammar:
    """The rules of one language and the values of its words."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        self.words = _words(table)
        self._meaning = {
            name: {form.lower(): value for form, value in forms.items()} for name, forms in self.words.items()
        }
        self.shapes: dict[str, str] = dict(table["shapes"])
        self.compound: dict[str, list[str]] = dict(table["compound"])
        self.contexts: dict[str, str] = dict(table["contexts"])
        self.rules = tuple(self._rule(**row) for row in table["rules"])
        self.article = re.compile(rf"\b{table['article']}\s+$")
        self._numeric = tuple(rule for rule in self.rules if rule.numeric)
        self._heads = re.compile("|".join(sorted({f"(?:{rule.heads.pattern})" for rule in self.rules})))
        self._starting = lru_cache(maxsize=50_000)(self._rules_starting_with)

    def find(self, text: str) -> Iterator[Found]:
        """Give the longest expressions from left to right, without overlaps."""
        word = _WORD.search(text)
        while word:
            end = word.end()
            at = word.start()
            rules, any_of_them = self._starting(word.group())
            if rules and (any_of_them is None or any_of_them.match(text, at)):
                hits = [(hit, rule) for rule in rules if (hit := rule.match(text, at))]
                if hits:
                    hit, rule = max(hits, key=lambda pair: pair[0].end())
                    start = hit.start("core") if "core" in rule.pattern.groupindex else hit.start()
                    yield Found(rule.make, start, hit.end(), self._values(rule, hit))
                    end = hit.end()
            word = _WORD.search(text, end)

    def _rules_starting_with(self, word: str) -> tuple[tuple[Rule, ...], re.Pattern[str] | None]:
        """Give the rules that may match at a word, and one pattern that tells quickly whether any does."""
        if word[0].isdigit():
            return self._numeric, _any(self._numeric)
        if not self._heads.match(word):
            return (), None
        return tuple(rule for rule in self.rules if rule.heads.match(word)), None

    def _values(self, rule: Rule, hit: re.Match[str]) -> dict[str, Value]:
        return {
            name: self._value(rule.classes.get(name), text)
            for name, text in hit.groupdict().items()
            if text is not None
        }

    def _value(self, kind: str | None, text: str) -> Value:
        if text.isdigit():
            return int(text)
        for name in self.compound.get(kind or "", [kind or ""]):
            value = self._meaning.get(name, {}).get(" ".join(text.split()).lower())
            if value is not None:
                return value
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
            return int(text.replace(".", ""))
        return float(text.replace(",", ".")) if re.fullmatch(r"\d+,\d+", text) else text

    def _rule(
        self,
        make: str,
        pattern: str,
        before: str | None = None,
        not_before: str | None = None,
        not_after: str | None = None,
        glued: bool = False,
    ) -> Rule:
        classes = {m[2] or m[1]: m[1] for m in _PLACEHOLDER.finditer(pattern)}
        heads = "|".join(self._expand(head, first=True) for head in _heads(pattern))
        end = r"(?=-[^\W\d])" if glued else r"(?!\w|-[^\W\d])"
        return Rule(
            make,
            self._expand(pattern).replace(" ", r"\s+").replace(r"\s+?", r"\s*") + end,
            re.compile(heads),
            bool(_DIGIT.search(heads)),
            classes,
            self._context(before),
            self._context(not_before),
            self._context(not_after),
        )

    def _context(self, pattern: str | None) -> re.Pattern[str] | None:
        return (
            re.compile(self._expand(pattern, first=True).replace(" ", r"\s+").replace(r"\s+?", r"\s*"))
            if pattern
            else None
        )

    def _expand(self, pattern: str, *, first: bool = False) -> str:
        def put(found: re.Match[str]) -> str:
            name, group = found[1], found[2] or found[1]
            if name in self.contexts:
                return self.contexts[name]
            inside = self._class(name, first=first)
            return f"(?:{inside})" if first else f"(?P<{group}>{inside})"

        return _PLACEHOLDER.sub(put, pattern)

    def _class(self, name: str, *, first: bool) -> str:
        if name in self.shapes:
            return self.shapes[name]
        if name in self.compound:
            return "|".join(self._class(part, first=first) for part in self.compound[name])
        forms = {form.split()[0].rstrip("-") if first else form for form in self.words[name]}
        return "|".join(_either_case(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@cache
def grammar(language: str = "de") -> Grammar:
    """Compile a language's grammar once."""
    return Grammar(Lexicon(language).table("times"))


@cache
def _any(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    patterns = (re.sub(r"\(\?P=\w+\)", r"\\w+", rule.source) for rule in rules)
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in patterns))


def _words(table: Mapping[str, Any]) -> dict[str, dict[str, Value]]:
    words = {
        name: {form + ending: value for form, value in row["forms"].items() for ending in row.get("endings", [""])}
        for name, row in table["words"].items()
    }
    numbers = table["numbers"]
    words["number"] = {**numbers["small"], **{one: n for one, n in numbers["ones"].items() if n > 1}, **numbers["tens"]}
    for (one, n), (ten, tens) in product(numbers["ones"].items(), numbers["tens"].items()):
        words["number"][one + numbers["joint"] + ten] = tens + n
    words["direction"] = dict(table["direction"])
    return words


def _either_case(form: str) -> str:
    if form[0].islower():
        return f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}".replace(r"\ ", " ")
    return re.escape(form).replace(r"\ ", " ")


def _heads(pattern: str) -> list[str]:
    """Give the beginnings of a pattern: what its first word may look like."""
    heads: list[str] = []
    while pattern.startswith("(?:"):
        close = _closing(pattern)
        for inner in _alternatives(pattern[3:close]):
            heads += _heads(inner)
        if not pattern.startswith("?", close + 1):
            return heads
        pattern = pattern[close + 2 :]
    return (
        [*heads, _HEAD_END.split(pattern, maxsplit=1)[0]]
        if pattern[0] != "("
        else [*heads, pattern[: _closing(pattern) + 1]]
    )


def _alternatives(pattern: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


def _closing(pattern: str) -> int:
    depth = 0
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at
    raise ValueError(f"unbalanced parentheses in {pattern!r}")
