"""What a temporal expression means, and where it stands: the records that its makers take and give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kg.language.timex.calendar import Reference
from kg.language.timex.grammar import Found


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 type and value; ``edtf`` where it is fixed; ``point`` is the date that later expressions may refer to."""

    type: str
    value: str
    edtf: str | None = None
    point: Reference | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the text, the article's date, the tense of its clause, and the dates named nearby.

    ``last`` is the date named last; ``day`` the day that a time of day belongs to; ``begun`` the day on which what is
    told began; ``story_year`` gives the year in which it happens, if that is told and not near the article's own;
    ``is_daily`` says whether the text tells of the days around its own.
    """

    text: str
    ref: Reference | None
    tense: Callable[[], str]
    counts_noun: Callable[[], bool]
    is_lasting: Callable[[], bool]
    last: Reference | None
    day: Reference | None
    begun: Reference | None
    story_year: Callable[[], int | None]
    is_daily: bool
    table: Mapping[str, Any]

    def origin(self, unit: str = "") -> Reference | None:
        """The date that "am Tag darauf" or "im Jahr darauf" counts from: the last one that is exact enough."""
        exact = self.last is not None and (
            unit not in ("D", "W", "M") or (self.last.day if unit != "M" else self.last.month)
        )
        return self.last if exact else self.ref


def date_of(point: Reference) -> Meaning:
    """Mean a date, as exact as it is known."""
    return Meaning("DATE", point.edtf, point.edtf, point)


def prefix(point: Reference | None) -> str:
    """Begin a TIME value: the day, with X for what is not known."""
    if point is None:
        return "XXXX-XX-XX"
    return point.edtf + "-XX" * (2 - point.edtf.count("-"))


def time_of(part: object, point: Reference | None) -> Meaning:
    """Mean a time of a day: "20:45" or a part of it such as "EV"."""
    return Meaning("TIME", f"{prefix(point)}T{part}", point.edtf if point else None, point)


def with_part(meaning: Meaning, part: object) -> Meaning:
    """Narrow a day to a part of it, if there is one."""
    return replace(meaning, type="TIME", value=f"{meaning.value}T{part}") if part else meaning


def on(day: date) -> Reference:
    """Make a reference of a day."""
    return Reference(day.year, day.month, day.day)


def year_named(found: Found, at: Place) -> int | None:
    """Find the year that an expression names itself: "2013", "vergangenen Jahres", "des Vorjahres"."""
    values = found.values
    for name in ("year", "year2"):
        if name in values:
            return int(values[name])
    if "short_year" in values:
        short = int(values["short_year"])
        return short + (2000 if at.ref and short <= at.ref.year % 100 and at.ref.year >= 2000 else 1900)
    if at.ref and "relative_year" in values:
        return at.ref.year + int(values["relative_year"])
    if at.ref and "former_year" in values:
        return at.ref.year + int(str(values["former_year"])[1:])
    return None if "relative" in values else at.story_year()
