"""Dates as EDTF strings (ISO 8601-2): what span of days they cover."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

_DAY = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]+)?[~?%]?")
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_OPEN = frozenset({"", ".."})


@lru_cache(maxsize=4096)
def edtf_bounds(edtf: str) -> tuple[date, date]:
    """Give the earliest and the latest day that an EDTF string covers.

    Understands days, months, years, decades ("199X"), centuries ("19XX"), seasons ("2025-21": spring; winter is
    December to February of the next year), quarters ("2025-33"), unspecified digits ("2025-XX"), date and time,
    the marks ``~ ? %`` and intervals of all of these. An open end of an interval is ``date.min`` or ``date.max``.

    Raises:
        ValueError: not an EDTF string of these kinds, or a day that no calendar has.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _bounds(edtf)
    earliest = date.min if first in _OPEN else _bounds(first)[0]
    latest = date.max if last in _OPEN else _bounds(last)[1]
    if earliest > latest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return earliest, latest


def _bounds(edtf: str) -> tuple[date, date]:
    match = _DAY.fullmatch(edtf)
    if match is None:
        raise ValueError(f"{edtf!r} is not an EDTF date that newskg reads")
    year, month, day = match.groups()
    start = date(int(year.replace("X", "0")) or 1, 1, 1)
    if "X" in year or month in (None, "XX"):
        return start, date(int(year.replace("X", "9")), 12, 31)
    if int(month) in _SEASONS:
        first, months = _SEASONS[int(month)]
        start = start.replace(month=first)
        return start, start + relativedelta(months=months, days=-1)
    start = start.replace(month=int(month))
    if day in (None, "XX"):
        return start, start + relativedelta(months=1, days=-1)
    start = start.replace(day=int(day))
    return start, start
