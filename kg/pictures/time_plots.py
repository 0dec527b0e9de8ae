"""Plots of what happened when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Unpack

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from kg.errors import QueryError
from kg.pictures.labels import word
from kg.pictures.palette import BACKGROUND, FACTS, INK, MUTED, RULE
from kg.views import Filters
from kg.views.filters import ALL, read
from kg.views.records import Contents, Fact
from kg.views.rows import Store

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
LINES = 40
"""So many events have room below each other; of more, the most certain are drawn."""


def timeline(store: Store, **filters: Unpack[Filters]) -> Figure:
    """Draw what the text itself dates, one line each, in order of time: a dot for a day, a bar for a longer time."""
    contents = read(store, filters)
    dated = [fact for fact in contents.facts if fact.event and fact.time and _bounded(fact) and _typed(fact)]
    if not dated:
        raise QueryError("there is nothing to draw: no event with a date passes the filters; loosen the filters")
    kept = sorted(sorted(dated, key=lambda fact: (-fact.confidence, fact.iri))[:LINES], key=_order)
    figure = Figure(figsize=(9.6, 1.2 + 0.27 * len(kept)), layout="constrained")
    axes = figure.add_subplot()
    _heading(axes, "Was wann geschah")
    days = [day for fact in kept for day in (fact.first, fact.last) if day]
    for line, fact in enumerate(kept):
        _bar(axes, line, fact, least=(max(days) - min(days)) / 60)
    axes.margins(x=0.06)
    axes.set_yticks(range(len(kept)), [_sentence(fact, contents) for fact in kept], fontsize=8, color=INK)
    axes.set_ylim(len(kept) - 0.4, -0.6)
    axes.grid(axis="y", color=RULE, linewidth=0.6)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    _time_axis(axes)
    _legend(axes, {fact.factuality for fact in kept}, len(dated) - len(kept))
    return figure


def activity(store: Store, **filters: Unpack[Filters]) -> Figure:
    """Draw how many claims speak of each month (or year, if there are more than 48 months), by factuality."""
    contents = read(store, filters)
    dated = [fact for fact in contents.facts if _bounded(fact) and _typed(fact)]
    if not dated:
        raise QueryError("there is nothing to draw: no claim with a date passes the filters; loosen the filters")
    months = {_month(fact) for fact in dated}
    yearly = (max(months) - min(months)).days > 48 * 31
    counts = Counter((_start(_month(fact), yearly=yearly), fact.factuality) for fact in dated)
    periods = sorted({period for period, _ in counts})
    figure = Figure(figsize=(9.6, 3.8), layout="constrained")
    axes = figure.add_subplot()
    _heading(axes, "Aussagen je Jahr" if yearly else "Aussagen je Monat")
    bottom = dict.fromkeys(periods, 0)
    for kind in ALL:
        heights = [counts[period, kind] for period in periods]
        floors = [bottom[period] for period in periods]
        width = 300 if yearly else 25
        axes.bar([date2num(period) for period in periods], heights, width, floors, align="edge", color=FACTS[kind][0])
        for period, height in zip(periods, heights, strict=True):
            bottom[period] += height
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    _time_axis(axes)
    used = [kind for kind in ALL if any(counts[period, kind] for period in periods)]
    patches = [Patch(color=FACTS[kind][0], label=word(kind, {})) for kind in used]
    axes.legend(handles=patches, frameon=False, ncols=len(patches), loc="lower right", bbox_to_anchor=(1, 1))
    return figure


def _bounded(fact: Fact) -> bool:
    return fact.first not in (None, date.min) and fact.last not in (None, date.max)


def _typed(fact: Fact) -> bool:
    return not fact.predicate.startswith("open:")


def _order(fact: Fact) -> tuple[date, date, str]:
    return fact.first or date.min, fact.last or date.max, fact.iri


def _month(fact: Fact) -> date:
    first, last = fact.first or date.min, fact.last or date.min
    return (first + (last - first) / 2).replace(day=1)


def _start(month: date, *, yearly: bool) -> date:
    return month.replace(month=1) if yearly else month


def _bar(axes: Axes, line: int, fact: Fact, least: timedelta) -> None:
    """Draw a day as a dot, a longer time as a bar, one too short to be seen as a square; the date stands beside it."""
    colour, style = FACTS[fact.factuality]
    first, last = fact.first or date.min, fact.last or date.max
    end = date2num(last + timedelta(days=1))
    middle = (date2num(first) + end) / 2
    if last - first < least:
        mark = "o" if first == last else "s"
        face = colour if style == "-" else "white"
        axes.plot([middle], [line], marker=mark, color=colour, markerfacecolor=face, markersize=6, zorder=3)
    else:
        axes.plot([date2num(first), end], [line, line], color=colour, linewidth=4, linestyle=style, zorder=3)
    if fact.factuality == "Negated":
        axes.plot([middle], [line], marker="x", color=colour, markersize=9, markeredgewidth=2, zorder=4)
    beside: dict[str, Any] = {"xytext": (7, 0), "textcoords": "offset points", "va": "center", "bbox": BACKGROUND}
    axes.annotate(_day(fact), (max(end, middle), line), fontsize=7, color=MUTED, annotation_clip=False, **beside)


def _day(fact: Fact) -> str:
    """Write a date in German: "11. April 2025"; a stretch as it was read."""
    first, last = fact.first or date.min, fact.last or date.max
    month = f"{MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return f"{first.day}. {month}"
    if first.replace(day=1) == last.replace(day=1):
        return month if (last - first).days >= 27 else f"{first.day}.–{last.day}. {month}"
    whole_year = first.year == last.year and (last - first).days >= 364
    return str(first.year) if whole_year else f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"


def _sentence(fact: Fact, contents: Contents) -> str:
    names = {iri: thing.label for iri, thing in contents.things.items()}
    obj = f"„{fact.object}“" if fact.literal else names.get(fact.object, fact.object)
    whole = f"{names.get(fact.subject, fact.subject)} {word(fact.predicate, contents.phrases)} {obj}"
    return whole if len(whole) <= 64 else f"{whole[:62]} …"


def _heading(axes: Axes, text: str) -> None:
    axes.set_title(text, loc="left", fontsize=15, fontweight="bold", fontfamily="DejaVu Serif", color=INK)


def _time_axis(axes: Axes) -> None:
    locator = AutoDateLocator(minticks=3, maxticks=9)
    formats = ["%Y", "%m/%Y", "%d.%m.", "%H:%M", "%H:%M", "%S"]
    axes.xaxis_date()
    axes.xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(locator, formats=formats, zero_formats=["", "%Y", "%m/%Y", "", "", ""])
    formatter.show_offset = False
    axes.xaxis.set_major_formatter(formatter)
    axes.tick_params(axis="x", colors=MUTED)


def _legend(axes: Axes, kinds: Iterable[str], left_out: int) -> None:
    known = set(kinds)
    lines = [
        Line2D([], [], color=colour, linestyle=style, linewidth=3, label=word(kind, {}))
        for kind, (colour, style) in FACTS.items()
        if kind in known
    ]
    title = f"ohne {left_out} weniger sichere" if left_out else None
    axes.legend(
        handles=lines,
        title=title,
        frameon=False,
        ncols=len(lines),
        loc="lower right",
        bbox_to_anchor=(1, 1),
        fontsize=8.5,
    )
