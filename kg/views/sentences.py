"""The sentence around a piece of evidence, for showing; the pipeline's own sentences are not in the store."""

from __future__ import annotations

import re

_END = re.compile(r"\n|(?P<word>\w*)[.!?…][\"“”»«'’]?\s+(?=[A-ZÄÖÜ„»«\"])")
_ABBREVIATIONS = frozenset(
    {"Prof", "Mag", "Ing", "Dipl", "bzw", "Mio", "Mrd", "Abs", "Art", "usw", "Tel", "Nov", "Dez"}
)
LONGEST = 400


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Find where the sentence (or sentences) around ``text[start:end]`` begins and ends, at most 400 letters each way.

    A full stop after a number, a short word ("St.", "Dr.") or a known abbreviation ends no sentence.
    """
    left, right = max(0, start - LONGEST), min(len(text), end + LONGEST)
    ends = [match.end() for match in _END.finditer(text, left, right) if _ends(match)]
    begin = max((place for place in ends if place <= start), default=left)
    finish = min((place for place in ends if place >= end and place > begin), default=right)
    while begin < start and text[begin].isspace():
        begin += 1
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return begin, finish


def _ends(match: re.Match[str]) -> bool:
    word = match.group("word")
    if word is None or not match.group().strip().startswith(f"{word}."):
        return True
    return len(word) > 2 and not word.isdigit() and word not in _ABBREVIATIONS
