"""Temporal expressions in a text: found by the language's grammar, normalised against the article's date.

TIMEX3 types and values as in TimeML 1.2.1, extents as in the KRAUTS corpus: articles belong to the expression,
prepositions and what is contracted with one do not ("im [nächsten Jahr]", "in [der ersten Woche]"); a day and its hour
are two expressions, and "vor [zwei Wochen]" is a duration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from spacy.tokens import Doc

from kg.language.timex.calendar import PAST, Reference, reference
from kg.language.timex.grammar import Found, Grammar, grammar
from kg.language.timex.meaning import Place
from kg.language.timex.tense import counts_noun, is_lasting, tense
from kg.language.timex.values import MAKERS
from kg.model import Time

_TIMES_OF_DAY = frozenset({"clock", "midnight", "daypart"})
_DAYS = frozenset({"day", "weekday", "deictic"})
_SENTENCE_END = re.compile(r"[.!?…][\"“”«»)]*\s+[\"„“»«(]*[A-ZÄÖÜ]|\n\s*\n")
_TITLES = frozenset({"ORG", "OTH"})  # newspapers
_NO_NAMES = frozenset({"midnight", "past", "clock", "duration"})
_SENTENCE_START = re.compile(r"(?:^|[.!?:“\n]\s+)(?:Im Jahre? |Anno )?$")
_DAILY = frozenset({"weekday", "deictic", "clock", "night_to"})
_FEATURE = 2500  # characters of a text that need not be about its day
_ADJECTIVES = frozenset({"adjective_unit", "yearly", "yearly_thing", "lasting"})
_FINER = frozenset({"day", "month", "season", "holiday"})
_LONG_AGO = 2  # years after which no one takes a month without a year for one of the article's own
_FEW = 5  # days
_NEAR, _FAR = 25, 250  # characters between an hour and the day that follows it, or that was named before


def find_times(doc: Doc, date: str | None) -> tuple[Time, ...]:
    """Find and normalise the temporal expressions of a text.

    ``doc`` may come from any pipeline: with a Universal Dependencies parse, weekdays, months and feasts without a year
    go by the tense of their clause; without, they are taken to be the last ones. ``date`` is the text's own date in
    EDTF, perhaps only a month or a year, or None: then relative expressions keep an underspecified value
    ("XXXX-WXX-1", "PAST_REF") and no ``edtf``. A DURATION has ``edtf`` if it stands for a point in time ("vor zwei
    Jahren").

    Returns:
        The expressions in text order, without overlaps; offsets are code points into ``doc.text``, half-open.
    """
    rules = grammar(doc.lang_ or "de")
    return tuple(_read(doc, reference(date), rules))


def _read(doc: Doc, ref: Reference | None, rules: Grammar) -> Iterator[Time]:
    text = doc.text
    found = [hit for hit in rules.find(text) if not _is_other(doc, hit)]
    parsed = doc.has_annotation("DEP")
    daily = len(text) < _FEATURE or any(one.make in _DAILY and one.values.get("deictic") != 0 for one in found)
    last: Reference | None = None  # the date named last
    day: tuple[int, Reference] | None = None  # the day named last, and where its expression ends
    story: tuple[int, int] | None = None  # the year of what is told, and where it was named
    begun: Reference | None = None  # the day on which what is told began
    for this, following in zip_longest(found, found[1:]):
        place = Place(
            text=text,
            ref=ref,
            tense=partial(tense, doc, this, rules.table["tense"]) if parsed else _unknown,
            is_lasting=partial(is_lasting, doc, this, rules.table["tense"]) if parsed else _no,
            counts_noun=partial(counts_noun, doc, this) if parsed else _no,
            last=last,
            day=ref,
            begun=begun,
            is_daily=daily,
            story_year=partial(_story_year, text, this, story, ref),
            table=rules.table,
        )
        if this.make in _TIMES_OF_DAY:
            place = replace(place, day=_day_of(this, following, day, place))
        meaning = MAKERS[this.make](this, place)
        if meaning is None:
            continue
        if meaning.point:
            last = meaning.point
            story = (this.end, last.year) if _tells_year(text, this) else story
            if last.day:
                day = this.end, last
                begun = last if this.make == "day" and _begins(text, this, rules) else begun
        elif (
            ref and meaning.value == "PXD" and re.search(rules.table["ago"], text[max(0, this.start - 5) : this.start])
        ):
            day = this.end, Reference(ref.year, ref.month if (ref.day or 0) > _FEW else None)
        start = _with_article(text, this, rules)
        yield Time(start, this.end, meaning.type, meaning.value, meaning.edtf)


def _unknown() -> str:
    return ""


def _no() -> bool:
    return False


def _day_of(hour: Found, following: Found | None, day: tuple[int, Reference] | None, place: Place) -> Reference | None:
    """Find the day of an hour: named before it in the sentence, right after it, or, in the past tense, shortly before.

    Otherwise it is the article's own day.
    """
    gap = hour.start - day[0] if day else _FAR + 1
    if day and gap <= _FAR and not _SENTENCE_END.search(place.text, day[0], hour.start + 1):
        return day[1]
    if following and following.start - hour.end <= _NEAR and following.make in _DAYS:
        meaning = MAKERS[following.make](following, place)
        if meaning and meaning.point and meaning.point.day:
            return meaning.point
    return day[1] if day and gap <= _FAR and place.tense() == PAST else place.ref


def _tells_year(text: str, found: Found) -> bool:
    """Say whether a date sets the year of what follows: with its month, or at the beginning of a sentence."""
    if "year" not in found.values and "short_year" not in found.values:
        return False
    return found.make in _FINER or bool(_SENTENCE_START.search(text, max(0, found.start - 10), found.start))


def _story_year(text: str, found: Found, story: tuple[int, int] | None, ref: Reference | None) -> int | None:
    if story is None or ref is None or ref.year - story[1] < _LONG_AGO or found.start - story[0] > _FAR:
        return None
    return story[1] if "\n\n" not in text[story[0] : found.start] else None


def _begins(text: str, found: Found, rules: Grammar) -> bool:
    return bool(re.search(rules.table["begins"], text[max(0, found.start - _NEAR) : found.end + _NEAR]))


def _with_article(text: str, found: Found, rules: Grammar) -> int:
    if (
        found.make not in rules.table["articled"]
        or text.startswith("-", found.end)
        or _ADJECTIVES & found.values.keys()
    ):
        return found.start
    article = rules.article.search(text, max(0, found.start - 12), found.start)
    if article is None or (found.make == "duration" and text[: article.start()].rstrip().endswith(",")):
        return found.start  # "das Beben, das zehn Sekunden dauerte"
    return article.start()


def _is_other(doc: Doc, found: Found) -> bool:
    """Say whether this is no language (a date line) or part of a name ("August Müller", "Bild am Sonntag")."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return False
    kind, skipped = span.root.ent_type_, doc.user_data.get("skipped", ())
    named = kind == "PER" and found.make not in _NO_NAMES
    return span.start in skipped or named or (found.make == "weekday" and kind in _TITLES)
