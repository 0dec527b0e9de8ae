"""Dates as articles and their files write them, to EDTF."""

from __future__ import annotations

import re
from datetime import date

from kg.articles.cues import cues

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s,])")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
NUMERIC = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)")
WORDS = re.compile(r"(?:(\d{1,2})\.?\s?)?([^\W\d]{3,})\.?\s(?:(\d{1,2}),\s)?(\d{4})(?!\d)")
MONTH = re.compile(r"(\d{1,2})/(\d{4})$")


def to_edtf(value: object) -> str | None:
    """Turn a date in words or figures ("11.04.2025", "11. April 2025", "2025-04-11T10:00:00Z") into EDTF.

    What is not stated is left out ("April 2025" gives "2025-04"). Returns None for what is not a date.
    """
    text = str(value).strip() if value is not None else ""
    if match := COMPACT.match(text):
        return _edtf(*match.groups())
    if match := ISO.match(text):
        return _edtf(*match.groups())
    if match := NUMERIC.search(text):
        day, month, year = match.groups()
        return _edtf(year if len(year) == 4 else _century(year), month, day)
    for match in WORDS.finditer(text):
        before, name, after, year = match.groups()
        if number := cues().months.get(name.lower()):
            return _edtf(year, str(number), before or after)
    if match := MONTH.match(text):
        return _edtf(match[2], match[1])
    return None


def _century(year: str) -> str:
    return f"20{year}" if int(year) < 70 else f"19{year}"


def _edtf(year: str, month: str | None = None, day: str | None = None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year] + [f"{int(part):02}" for part in (month, day) if part])
