"""The makers that the rules of the table ``times`` name: each computes what a kind of expression means."""

from __future__ import annotations

from collections.abc import Callable

from kg.language.timex import hours, lengths, periods
from kg.language.timex.grammar import Found
from kg.language.timex.meaning import Meaning, Place

Maker = Callable[[Found, Place], Meaning | None]

MAKERS: dict[str, Maker] = {
    "day": periods.day,
    "month": periods.month,
    "year": periods.year,
    "bare_year": periods.bare_year,
    "this_year": periods.this_year,
    "decade": periods.decade,
    "turn": periods.turn,
    "century": periods.century,
    "season": periods.season,
    "fraction": periods.fraction,
    "holiday": periods.holiday,
    "period": periods.period,
    "nth_period": periods.nth_period,
    "period_now": periods.period_now,
    "former": periods.former,
    "same": periods.same,
    "shifted": periods.shifted,
    "weekday": hours.weekday,
    "night_to": hours.night_to,
    "deictic": hours.deictic,
    "clock": hours.clock,
    "midnight": hours.midnight,
    "daypart": hours.daypart,
    "duration": lengths.duration,
    "some_units": lengths.some_units,
    "count_period": lengths.count_period,
    "whole": lengths.whole,
    "half": lengths.half,
    "every": lengths.every,
    "frequency_of_day": lengths.frequency_of_day,
    "frequency": lengths.frequency,
    "per": lengths.per,
    "past": lengths.past,
    "bygone": lengths.past,
    "present": lengths.present,
    "future": lengths.future,
}
