"""When two names or two statements are the same words."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(["der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "eines", "einer"])


def normalise(text: str) -> str:
    """Give the words of a name without case, punctuation and leading articles."""
    words = [word.casefold() for word in _WORD.findall(text)]
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return " ".join(words)


def token_f1(left: str, right: str) -> float:
    """Give the share of words that two texts have in common, from 0 to 1."""
    a, b = Counter(normalise(left).split()), Counter(normalise(right).split())
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)
