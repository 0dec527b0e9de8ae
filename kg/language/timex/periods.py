"""Makers of days, months, years, seasons and other periods of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kg.language.timex import calendar
from kg.language.timex.calendar import FUTURE, PAST, PRESENT, Reference
from kg.language.timex.grammar import Found
from kg.language.timex.lengths import duration, length
from kg.language.timex.meaning import Meaning, Place, date_of, on, time_of, with_part, year_named

_PER_YEAR = {"Q": 4, "H": 2, "T": 3}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
_STEP: dict[object, int] = {-2: -2, -1: -1, 1: 1, 2: 2}
_TENSE: dict[object, str] = {-2: PAST, -1: PAST, 1: FUTURE, 2: FUTURE}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def day(found: Found, at: Place) -> Meaning | None:
    """Read "25. Februar", "Donnerstag, 25.2.2010"."""
    values = found.values
    month = int(values.get("month") or values.get("month_short") or values["monthnum"])
    number = int(values.get("dom") or values["nth"])
    year = year_named(found, at)
    if year is None:
        if number > monthrange(2000, month)[1]:
            return None
        if at.ref is None:
            return Meaning("DATE", f"XXXX-{month:02}-{number:02}")
        if "weekday" in values:
            year = calendar.year_with_weekday(at.ref, month, number, int(values["weekday"]))
        since = re.search(at.table["since"], at.text[max(0, found.start - 10) : found.start])
        year = year or calendar.year_of(at.ref, month, number, PAST if since else at.tense(), soon=not since)
    try:
        date(year, month, number)
    except ValueError:
        return None
    return with_part(date_of(Reference(year, month, number)), values.get("daypart"))


def month(found: Found, at: Place) -> Meaning | None:
    """Read "Februar", "Mitte Juli 2014", "nächsten Mai"."""
    number = int(found.values["month"])
    year = year_named(found, at)
    if year is None and at.ref is None:
        return Meaning("DATE", f"XXXX-{number:02}")
    if year is None and at.ref:
        relative = found.values.get("relative")
        tense = at.tense() if relative is None else _TENSE.get(relative, PRESENT)
        year = calendar.year_of(at.ref, number, None, tense)
        if relative is not None and number == at.ref.month:
            year += _STEP.get(relative, 0)
    assert year is not None
    return date_of(Reference(year, number))


def year(found: Found, at: Place) -> Meaning | None:
    """Read "Jahr 2013", "Ende 2013", "2013/14"."""
    first = int(found.values["year"])
    to = int(found.values.get("to", found.values.get("to4", first)))
    last = to if to >= 100 else first - first % 100 + to + 100 * (to == 0)
    if last == first:
        return date_of(Reference(first))
    if last < first:
        return None
    return Meaning("DATE", f"{first}/{last}", f"{first}/{last}", Reference(first))


def bare_year(found: Found, at: Place) -> Meaning | None:
    """Read "2013": a number that could be something else."""
    if not 1600 <= int(found.values["year"]) <= 2060 or at.counts_noun():
        return None
    return year(found, at)


def this_year(found: Found, at: Place) -> Meaning | None:
    """Read "heuer"."""
    return date_of(Reference(at.ref.year)) if at.ref else Meaning("DATE", "PRESENT_REF")


def turn(found: Found, at: Place) -> Meaning | None:
    """Read "Jahrtausendwende"."""
    return date_of(Reference(int(found.values["turn"])))


def decade(found: Found, at: Place) -> Meaning | None:
    """Read "1990er-Jahre", "90er", "neunziger Jahre", "achtziger Jahre des 19. Jahrhunderts"."""
    if "decade_word" in found.values:
        number = 10 * int(found.values.get("roman", 20)) - 10 + int(found.values["decade_word"])
    else:
        number = int(found.values["decade"]) // 10
        number += 10 * int(found.values.get("roman", 20)) - 10 if number < 10 else 0
    return Meaning("DATE", f"{number:03}", f"{number:03}X", Reference(number * 10))


def century(found: Found, at: Place) -> Meaning | None:
    """Read "19. Jahrhundert"."""
    number = int(found.values.get("roman") or found.values.get("nth") or 0) - 1
    return Meaning("DATE", f"{number:02}", f"{number:02}XX") if number >= 0 else None


def season(found: Found, at: Place) -> Meaning | None:
    """Read "Sommer 2014", "Winter 2013/14", "vergangenen Herbst"."""
    code = str(found.values["season"])
    named = year_named(found, at)
    if named is None:
        if at.ref is None:
            return Meaning("DATE", f"XXXX-{code}")
        relative = found.values.get("relative")
        named = calendar.season_year(at.ref, code, at.tense(), None if relative is None else int(relative))
    return Meaning("DATE", f"{named}-{code}", f"{named}-{_SEASON_EDTF[code]}", Reference(named, calendar.SEASONS[code]))


def fraction(found: Found, at: Place) -> Meaning | None:
    """Read "drittes Quartal", "erste Jahreshälfte 2013"."""
    code = str(found.values["fraction"])
    number = int(found.values.get("q") or found.values.get("nth") or 0) or _PER_YEAR[code]
    named = year_named(found, at)
    months = 12 // _PER_YEAR[code]
    if number > _PER_YEAR[code]:
        return None
    start = (number - 1) * months + 1
    if named is None and at.ref is None:
        return Meaning("DATE", f"XXXX-{code}{number}")
    if named is None and at.ref:
        named = at.ref.year - (at.tense() == PAST and (at.ref.month or 12) < start)
    assert named is not None
    return Meaning(
        "DATE",
        f"{named}-{code}{number}",
        f"{named}-{start:02}/{named}-{start + months - 1:02}",
        Reference(named, start),
    )


def holiday(found: Found, at: Place) -> Meaning | None:
    """Read "Ostern", "Weihnachten 2013", "2. Weihnachtsfeiertag"."""
    rule = str(found.values["holiday"])
    named = year_named(found, at)
    if named is None and at.ref is None:
        return Meaning("DATE", f"XXXX-{rule}" if rule[0].isdigit() else "XXXX-XX-XX")
    if named is None and at.ref:
        near = calendar.feast(rule, at.ref.year)
        relative = found.values.get("relative")
        tense = at.tense() if relative is None else _TENSE.get(relative, PRESENT)
        named = calendar.year_of(at.ref, near.month, near.day, tense)
    assert named is not None
    point = calendar.feast(rule, named)
    return date_of(
        calendar.shift(on(point), "D", max(0, int(found.values.get("roman", found.values.get("nth", 1))) - 1))
        or on(point)
    )


def _part_of_year(unit: str, distance: int, origin: Reference) -> Meaning:
    if origin.month is None:
        return Meaning("DATE", f"{origin.year}-{unit}X")
    months = 12 // _PER_YEAR[unit]
    count = origin.year * _PER_YEAR[unit] + (origin.month - 1) // months + distance
    named, number = divmod(count, _PER_YEAR[unit])
    start = number * months + 1
    edtf = f"{named}-{start:02}/{named}-{start + months - 1:02}"
    return Meaning("DATE", f"{named}-{unit}{number + 1}", edtf, Reference(named, start))


def unit_at(unit: str, distance: int, origin: Reference | None) -> Meaning | None:
    """Name the day, week, month … that lies so many units from a date."""
    vague = "PAST_REF" if distance < 0 else "FUTURE_REF" if distance > 0 else "PRESENT_REF"
    if origin is None:
        return Meaning("DATE", vague)
    if unit in ("DE", "CE"):
        years = 10 if unit == "DE" else 100
        number = origin.year // years + distance
        return Meaning("DATE", f"{number:02}", f"{number}X" if unit == "DE" else f"{number}XX")
    if unit in ("Q", "H"):
        return _part_of_year(unit, distance, origin)
    moved = calendar.shift(origin, "W" if unit == "WE" else unit, distance)
    if moved is None:
        return Meaning("DATE", vague)
    if unit in ("W", "WE") and moved.date:
        ending = "-WE" if unit == "WE" else ""
        edtf = calendar.week_days(moved.date, weekend=unit == "WE")
        return Meaning("DATE", calendar.week(moved.date) + ending, edtf, moved)
    return date_of(moved if unit in ("D", "M", "Y") else origin)


def period(found: Found, at: Place) -> Meaning | None:
    """Read "vergangenes Jahr", "diese Woche", "am Wochenende"."""
    unit = str(found.values.get("period", "WE"))
    relative = found.values.get("relative", 0)
    if relative == "new":
        relative = 1 if at.ref and (at.ref.month or 1) > 6 else 0
    distance = int(relative)
    if unit == "WE" and at.ref and at.ref.date:
        workday = at.ref.date.isoweekday() < 6
        if "relative" not in found.values:
            distance = -(workday and at.tense() in (PAST, ""))
        elif distance > 0:
            distance -= workday
    return unit_at(unit, distance, at.origin("D") if unit == "D" else at.ref)


def nth_period(found: Found, at: Place) -> Meaning | None:
    """Read "der dritten Woche": of what began on a day that was told, else only the story tells which."""
    unit = str(found.values["period"])
    if unit == "W" and at.begun and found.values["nth"]:
        return unit_at("W", int(found.values["nth"]) - 1, at.begun)
    return Meaning("DATE", _UNKNOWN[unit]) if unit in _UNKNOWN and found.values["nth"] else None


def period_now(found: Found, at: Place) -> Meaning | None:
    """Read "im Laufe des Jahres"."""
    return unit_at(str(found.values["period"]), 0, at.ref)


def former(found: Found, at: Place) -> Meaning | None:
    """Read "Vorjahr", "Vortag", "Folgewoche", "Jahresende"."""
    code = str(found.values["former"])
    return unit_at(code[0], int(code[1:]), at.origin("D") if code[0] == "D" else at.ref)


def same(found: Found, at: Place) -> Meaning | None:
    """Read "selben Tag", "gleichen Abend"."""
    if "daypart" in found.values:
        return time_of(found.values["daypart"], at.origin("D"))
    return unit_at(str(found.values["period"]), 0, at.origin(str(found.values["period"])))


def shifted(found: Found, at: Place) -> Meaning | None:
    """Read "drei Tage später", "Woche darauf", "tags zuvor"."""
    values = found.values
    unit = str(values.get("unit") or values.get("period") or "D")
    count, direction = values.get("count", 1), int(values["direction"])
    if "units" in values:
        return Meaning("DURATION", length(str(values["units"]), "X"))
    if unit.startswith("T") or unit in ("S", "Q", "H", "ML") or not isinstance(count, int):
        return duration(found, at) if "unit" in values else None
    return unit_at(unit, direction * count, at.origin(unit))
