"""Makers of durations, of what recurs, and of references without a date."""

from __future__ import annotations

from kg.language.timex import calendar
from kg.language.timex.calendar import PAST, Reference
from kg.language.timex.grammar import Found
from kg.language.timex.meaning import Meaning, Place

_UNITS = ("unit", "adjective_unit", "yearly", "yearly_thing")


def duration(found: Found, at: Place) -> Meaning | None:
    """Read "vier Stunden", "mehr als 30 Jahre", "dreitägig"; with "vor" also the day, month or year that is meant."""
    values = found.values
    if at.text[found.start : found.end] in at.table["not_durations"]:
        return None
    unit = next(str(values[name]) for name in _UNITS if name in values)
    count = values.get("count2", values["count"])
    return Meaning("DURATION", length(unit, count), _anchored(found, at, unit, count))


def length(unit: str, count: object) -> str:
    """Write a duration as TIMEX3 does: "PT4H", "P1.5Y", "PXD"."""
    if isinstance(count, int | float) and unit in ("S", "H"):
        return f"P{count * 6}M"
    if isinstance(count, float):
        count = f"{count:g}"
    if unit == "TN":
        return f"P{count}NI"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def _anchored(found: Found, at: Place, unit: str, count: object) -> str | None:
    word = at.text[: found.start].rsplit(maxsplit=1)[-1:]
    sign = at.table["anchors"].get(word[0]) if word else None
    if sign is None or at.ref is None or not isinstance(count, int) or unit not in ("D", "W", "M", "Y"):
        return None
    if "approx" in found.values or (sign > 0 and at.tense() == PAST):
        return None
    moved = calendar.shift(at.ref, unit, sign * count)
    if moved is None:
        return None
    return Reference(moved.year, moved.month).edtf if unit == "W" else moved.edtf


def some_units(found: Found, at: Place) -> Meaning | None:
    """Read "seit Jahren", "wochenlang"."""
    return Meaning("DURATION", length(str(found.values.get("units") or found.values["lasting"]), "X"))


def count_period(found: Found, at: Place) -> Meaning | None:
    """Read "letzten drei Jahren", "nächsten Tagen"."""
    values = found.values
    if values["relative"] == 0 and "count" not in values:
        return Meaning("DATE", "PRESENT_REF")
    return Meaning("DURATION", length(str(values.get("unit") or values["units"]), values.get("count", "X")))


def whole(found: Found, at: Place) -> Meaning | None:
    """Read "ganzen Tag"."""
    return Meaning("DURATION", length(str(found.values["period"]), 1))


def half(found: Found, at: Place) -> Meaning | None:
    """Read "halbes Jahr", "Viertelstunde"."""
    for beginning, value in at.table["halves"].items():
        if str(found.values["half"]).startswith(beginning):
            return Meaning("DURATION", value)
    return None


def every(found: Found, at: Place) -> Meaning | None:
    """Read "jeden Montag", "alle zwei Jahre", "dienstags"."""
    values = found.values
    part = values.get("daypart_small") or values.get("daypart")
    number = values.get("weekday", values.get("weekdays"))
    if "nth" in values and "period" in values:
        value = length(str(values["period"]), 1)
    elif number:
        value = f"XXXX-WXX-{number}" + (f"T{part}" if part else "")
    elif part:
        value = f"XXXX-XX-XXT{part}"
    elif "season" in values:
        value = f"XXXX-{values['season']}"
    elif "month" in values:
        value = f"XXXX-{int(values['month']):02}"
    else:
        value = length(str(values["unit"]), values.get("nth", values.get("count", 1)))
    return Meaning("SET", value)


def frequency_of_day(found: Found, at: Place) -> Meaning | None:
    """Read "abends"."""
    return Meaning("SET", f"XXXX-XX-XXT{found.values['dayparts']}")


def frequency(found: Found, at: Place) -> Meaning | None:
    """Read "jährlich"."""
    return Meaning("SET", str(found.values["set"]))


def per(found: Found, at: Place) -> Meaning | None:
    """Read "zweimal pro Woche", "Jahr für Jahr"."""
    unit = found.values.get("period") or found.values["each"]
    return Meaning("SET", length(str(unit), 1))


def past(found: Found, at: Place) -> Meaning | None:
    """Read "damals", "ehemalig"."""
    return Meaning("DATE", "PAST_REF")


def present(found: Found, at: Place) -> Meaning | None:
    """Read "jetzt", "derzeit"."""
    return Meaning("DATE", "PRESENT_REF")


def future(found: Found, at: Place) -> Meaning | None:
    """Read "demnächst", "Zukunft"."""
    return Meaning("DATE", "FUTURE_REF")
