"""The calendar: days, weeks, seasons and feasts around a date that may be known only in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

PAST, PRESENT, FUTURE = "past", "present", "future"
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
EARLIEST, LATEST = 1000, 9000  # years that are reckoned with
_SOON = timedelta(days=42)
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FEAST = re.compile(r"(easter|advent)([+-]\d+)")


@dataclass(frozen=True, slots=True)
class Reference:
    """The date from which a text looks: a day, or only a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def edtf(self) -> str:
        """The date as EDTF, as exact as it is known."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def reference(edtf: str | None) -> Reference | None:
    """Read an article's date; of anything but a day, month or year only what is sure is taken."""
    found = _EDTF.match(edtf or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not EARLIEST <= year <= LATEST:  # "0001-01-01" stands for no date
        return None
    if month and not 1 <= month <= 12:
        return Reference(year)
    try:
        return Reference(year, month, date(year, month, day).day if month and day else None)
    except ValueError:
        return Reference(year, month)


def year_of(ref: Reference, month: int, day: int | None, tense: str, *, soon: bool = True) -> int:
    """Choose the year of a month or a day that is named without one.

    The last one in the past tense, the next in the future, else the nearest; a day within six weeks is meant
    whatever the tense, since no one says "am 20. April" of a day eleven months off; unless ``soon`` is false.
    """
    if ref.month is None or (ref.month == month and (day is None or ref.day is None)):
        return ref.year
    if day and ref.date:
        today = ref.date
        near = min(_same_days(ref.year, month, day), key=lambda one: abs(one - today), default=today)
        here, there = (ref.month, ref.day or 0), (month, day)
        if soon and abs(near - ref.date) <= _SOON:
            return near.year
    else:
        here, there = (ref.month, 0), (month, 0)
    if tense == PAST:
        return ref.year - (there > here)
    if tense == FUTURE:
        return ref.year + (there < here)
    return ref.year + (month - ref.month < -6) - (month - ref.month > 6)


def year_with_weekday(ref: Reference, month: int, day: int, weekday: int) -> int | None:
    """Find the nearest year in which a day falls on a weekday."""
    fitting = [one for one in _same_days(ref.year, month, day, reach=6) if one.isoweekday() == weekday]
    return min((one.year for one in fitting), key=lambda year: abs(year - ref.year), default=None)


def _same_days(year: int, month: int, day: int, *, reach: int = 1) -> list[date]:
    days = []
    for one in range(year - reach, year + reach + 1):
        try:
            days.append(date(one, month, day))
        except ValueError:  # 29 February
            continue
    return days


def weekday_near(ref: date, weekday: int, tense: str, relative: int | None) -> date:
    """Find the weekday (1: Monday) that is meant: the last one in the past tense, else the next; today counts.

    ``relative`` is -1 for "vergangenen", 1 for "kommenden", 0 for "diesen".
    """
    back = (ref.isoweekday() - weekday) % 7
    if relative is not None and relative < 0:
        return ref - timedelta(days=(back or 7) + 7 * (-relative - 1))
    if relative:
        return ref + timedelta(days=7 * relative - back)
    return ref - timedelta(days=back) if tense == PAST or not back else ref + timedelta(days=7 - back)


def week(day: date) -> str:
    """Give a day's ISO week as TIMEX3 writes it: "2025-W16"."""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def week_days(day: date, *, weekend: bool = False) -> str:
    """Give the EDTF interval of a day's week, or of its weekend."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday + timedelta(days=5 if weekend else 0)}/{monday + timedelta(days=6)}"


def season_year(ref: Reference, season: str, tense: str, relative: int | None) -> int:
    """Choose the year of a season that is named without one; a winter's is that of its December."""
    start = SEASONS[season]
    month = ref.month or start
    within = (month - start) % 12 < 3
    begun = ref.year if month >= start else ref.year - 1
    if relative is not None and relative < 0:
        return begun - within
    if relative:
        return begun + 1
    if within or (tense == PAST and relative is None):
        return begun
    return begun + 1 if tense == FUTURE or (month - start) % 12 >= 8 else begun


def feast(rule: str, year: int) -> date:
    """Give a feast's day in a year, from its rule in the table: "12-25", "easter+39" or "advent-7"."""
    moving = _FEAST.fullmatch(rule)
    if moving is None:
        return date.fromisoformat(f"{year:04}-{rule}")
    if moving[1] == "easter":
        return easter(year) + timedelta(days=int(moving[2]))
    christmas = date(year, 12, 25)
    first_advent = christmas - timedelta(days=christmas.isoweekday() + 21)
    return first_advent + timedelta(days=int(moving[2]))


def shift(ref: Reference, unit: str, count: int) -> Reference | None:
    """Move a date by days, weeks, months or years; the result is as exact as the unit, None if unknown.

    Weeks give the day, for the caller to name its week.
    """
    years = {"Y": 1, "M": 1 / 12, "W": 7 / 365, "D": 1 / 365}[unit] * count
    if not EARLIEST <= ref.year + years <= LATEST:
        return None
    if unit == "Y":
        return Reference(ref.year + count)
    if ref.month is None:
        return None
    if unit == "M":
        moved = date(ref.year, ref.month, 1) + relativedelta(months=count)
        return Reference(moved.year, moved.month)
    if ref.date is None:
        return None
    moved = ref.date + timedelta(days=count * (7 if unit == "W" else 1))
    return Reference(moved.year, moved.month, moved.day)
