"""What stands in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

PAIRS = {"„": '“”"', "“": "”", "«": "»", "»": "«", '"': '"', "‚": "‘’", "‹": "›", "›": "‹"}


def quoted(words: Sequence[str]) -> list[range]:
    """Token ranges in quotation marks (marks included), never over an empty line."""
    out, start, closers = [], -1, ""
    for i, word in enumerate(words):
        if "\n\n" in word and word.isspace():
            start = -1
        elif start >= 0 and word in closers:
            out.append(range(start, i + 1))
            start = -1
        elif start < 0 and word in PAIRS:
            start, closers = i, PAIRS[word]
    return out
