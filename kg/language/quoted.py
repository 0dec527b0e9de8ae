"""What stands in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

PAIRS = {"„": '“”"', "“": "”", "«": "»", "»": "«", '"': '"', "‚": "‘’", "‹": "›", "›": "‹"}


def quoted(words: Sequence[str]) -> list[range]:
    """Token ranges in quotation marks (marks included), never over an empty line.

    A mark inside a compound closes too ("„Eurosur“-System"); one that opens again, as none but „ surely does, starts anew.
    """
    out, start, closers = [], -1, ""
    for i, word in enumerate(words):
        if "\n\n" in word and word.isspace():
            start = -1
        elif start >= 0 and (word in closers or any(f"{mark}-" in word for mark in closers)):
            out.append(range(start, i + 1))
            start = -1
        elif word in PAIRS and (start < 0 or word == "„"):
            start, closers = i, PAIRS[word]
    return out
