"""Makers of weekdays, days told from the article's date, and times of day."""

from __future__ import annotations

import re

from kg.language.timex import calendar
from kg.language.timex.calendar import FUTURE, PAST, PRESENT
from kg.language.timex.grammar import Found
from kg.language.timex.meaning import Meaning, Place, date_of, on, prefix, time_of, with_part


def weekday(found: Found, at: Place) -> Meaning | None:
    """Read "Montag", "vergangenen Dienstagabend", "Montag nächster Woche"."""
    values = found.values
    number = int(values["weekday"])
    part = values.get("daypart_small") or values.get("daypart")
    if at.ref is None or at.ref.date is None:
        return with_part(Meaning("DATE", f"XXXX-WXX-{number}"), part)
    if "of_day" in values:
        point = calendar.shift(at.ref, "D", int(values["of_day"]))
    elif "relative_week" in values:
        monday = calendar.weekday_near(at.ref.date, 1, PAST, None)
        point = calendar.shift(on(monday), "D", 7 * int(values["relative_week"]) + number - 1)
    elif at.last and at.last.date and re.search(at.table["range"], at.text[max(0, found.start - 20) : found.start]):
        point = on(calendar.weekday_near(at.last.date, number, FUTURE, None))
    else:
        relative = values.get("relative")
        tense = at.tense() or PAST
        point = on(calendar.weekday_near(at.ref.date, number, tense, None if relative is None else int(relative)))
    assert point is not None
    return with_part(date_of(point), part)


def night_to(found: Found, at: Place) -> Meaning | None:
    """Read "Nacht auf Dienstag"."""
    meaning = weekday(found, at)
    return with_part(meaning, "NI") if meaning else None


def deictic(found: Found, at: Place) -> Meaning | None:
    """Read "heute", "gestern Abend", "morgen früh", "heutigen Tag"."""
    values = found.values
    distance = int(next(values[name] for name in ("deictic", "tomorrow", "of_day") if name in values))
    part = values.get("daypart_small") or values.get("daypart")
    if distance == 0 and not part and _nowadays(found, at):
        return Meaning("DATE", "PRESENT_REF")
    if at.ref is None or at.ref.date is None:
        vague = "PRESENT_REF" if distance == 0 else "PAST_REF" if distance < 0 else "FUTURE_REF"
        edtf = at.ref.edtf if at.ref and distance == 0 else None
        return Meaning("TIME", f"{prefix(at.ref)}T{part}", edtf) if part else Meaning("DATE", vague, edtf)
    point = calendar.shift(at.ref, "D", distance)
    assert point is not None
    return with_part(date_of(point), part)


def clock(found: Found, at: Place) -> Meaning | None:
    """Read "20.45 Uhr", "halb acht", "9 Uhr früh"."""
    values = found.values
    hour = values.get("hour", values.get("hour_word", values.get("half")))
    if not isinstance(hour, int) or hour > 24:
        return None
    minute = int(values.get("minute", values.get("minute2", 0)))
    if "half" in values:
        hour, minute = hour - 1, 30
    part = values.get("daypart_small") or values.get("daypart") or values.get("daypart2")
    if (part in ("AF", "EV") and hour < 12) or (part == "NI" and 6 < hour < 12):
        hour += 12
    return time_of(f"{hour:02}:{minute:02}", at.day)


def midnight(found: Found, at: Place) -> Meaning | None:
    """Read "Mitternacht"."""
    return time_of("24:00", at.day)


def daypart(found: Found, at: Place) -> Meaning | None:
    """Read "Morgen", "späten Abend", "vergangene Nacht"."""
    distance = found.values.get("relative", 0)
    if not isinstance(distance, int) or not distance:
        return time_of(found.values["daypart"], at.day)
    since = at.last if distance > 0 and at.last and at.last.day else at.ref
    return time_of(found.values["daypart"], calendar.shift(since, "D", distance) if since else None)


def _nowadays(found: Found, at: Place) -> bool:
    beside = at.table["nowadays"]
    if "deictic" not in found.values:
        return False
    before, after = at.text[max(0, found.start - 20) : found.start], at.text[found.end : found.end + 20]
    if re.search(beside["before"], before) or re.match(beside["after"], after):
        return True
    if re.search(beside["not_before"], before) or re.match(beside["not_after"], after):
        return False
    return at.is_lasting() or (not at.is_daily and at.tense() in (PRESENT, FUTURE))
