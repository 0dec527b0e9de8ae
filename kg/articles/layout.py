"""What is what on the page: title, date line, caption, agency mark, subheading, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.articles.cues import cues
from kg.articles.dates import to_edtf
from kg.model import Part

NEWLINE = re.compile(r"\s*\n\s*")
BLANK = re.compile(r"\n[^\S\n]*\n\s*")
SENTENCE_END = re.compile(r"[.!?…][\"“”«»‘’')\]]*\s+$")
CLOSED = re.compile(r"[.!?…)\]][\"“”«»‘’')\]]*\s+$")
MARGIN = (40, 110)  # how long lines are that are wrapped
TITLE_LENGTH = 160
HEADLINE_LENGTH = 300  # a headline that shares its paragraph with the date line
CAPTION_LENGTH = 400
SUBHEADING_LENGTH = 90
CLOSING_LENGTH = 300  # how far from the end of a paragraph its marks may begin


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, and the title and date (EDTF) that stand in it."""

    parts: tuple[Part, ...]
    title: str | None = None
    date: str | None = None


def lay_out(text: str, *, title: str | None = None) -> Layout:
    """Find the parts of an article's text; they cover every character that is not white space.

    Args:
        text: the article as read.
        title: its title if that is known; it is looked for in the text.
    """
    stretches = list(_stretches(text))
    parts: list[Part] = []
    for number, (start, end) in enumerate(stretches):
        begun = any(part.kind == "body" for part in parts)
        last = number == len(stretches) - 1
        parts.extend(_classify(text, start, end, begun=begun, last=last, title=title))
    return Layout(tuple(parts), title or _title(text, parts), _date(text, parts))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, cut after picture notes and before a date line that follows a headline."""
    first = True
    for start, end in _paragraphs(text):
        while (cut := _cut(text, start, end, first=first)) is not None:
            yield _trim(text, start, cut)
            start, _ = _trim(text, cut, end)
            first = False
        if start < end:
            yield start, end
        first = False


def _cut(text: str, start: int, end: int, *, first: bool) -> int | None:
    note = cues().picture_note.search(text, start, end)
    if note and note.end() < end and note.start() - start <= CAPTION_LENGTH:
        return note.end()
    if first:
        for match in cues().dateline.finditer(text, start, min(end, start + HEADLINE_LENGTH)):
            if match.start() > start and SENTENCE_END.search(text, start, match.start()):
                return match.start()
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in [*BLANK.finditer(text), None]:
        block_end = gap.start() if gap else len(text)
        start, end = _trim(text, position, block_end)
        if start < end:
            yield from _lines(text, start, end)
        position = gap.end() if gap else len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a block; those that are wrapped at a margin, or go on in lower case, belong together."""
    if _is_wrapped(text[start:end].split("\n")):
        yield start, end
        return
    begin = start
    for newline in NEWLINE.finditer(text, start, end):
        if not text[newline.end()].islower():
            yield _trim(text, begin, newline.start())
            begin = newline.end()
    yield begin, end


def _is_wrapped(lines: list[str]) -> bool:
    full = [line.strip() for line in lines[:-1]]
    return (
        len(full) > 1
        and all(MARGIN[0] <= len(line) <= MARGIN[1] for line in full)
        and sum(line.endswith((".", "!", "?", "“", '"')) for line in full) * 2 < len(full)
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _classify(text: str, start: int, end: int, *, begun: bool, last: bool, title: str | None) -> Iterator[Part]:
    """The parts of one stretch: marks at its start, its main part, marks at its end."""
    marks = cues()
    if not begun and (dated := marks.labelled_date.match(text, start, end)) and _is_label(dated, end):
        yield Part(start, dated.end(), "metadata")
        start, _ = _trim(text, dated.end(), end)
    if start < end and (marks.furniture.match(text, start, end) or marks.byline.match(text, start, end)):
        yield Part(start, end, "metadata")
        return
    closing, end = _closing_marks(text, start, end)
    is_title = title is not None and not begun and text[start:end].split() == title.split()
    if start < end and not begun and not is_title:
        opening = marks.dateline.match(text, start, end) or _opening_place(text, start, end)
        if opening is not None:
            yield from _dateline(text, opening)
            start, last = opening.end(), True
    if start < end:
        yield Part(start, end, "title" if is_title else _main_kind(text, start, end, closing, begun=begun, last=last))
    yield from closing


def _is_label(dated: re.Match[str], end: int) -> bool:
    """A date with its label, or a line that is nothing but a date."""
    return dated.start("date") > dated.start() or dated.end() == end


def _closing_marks(text: str, start: int, end: int) -> tuple[list[Part], int]:
    """Picture notes, agency marks and furniture at the end of a stretch, and where what is before them ends."""
    marks = cues()
    found: list[Part] = []
    while start < end:
        part = None
        for note in marks.picture_note.finditer(text, start, end):
            if note.end() == end:
                part = Part(note.start(), end, "note")
        if part is None and (credit := _last(marks.picture_credit, text, start, end)) is not None:
            part = Part(credit, end, "note")
        if part is None and (agency := _last(marks.closing_mark, text, start, end)) is not None:
            part = Part(_trim(text, agency, end)[0], end, "agency")
        if part is None and (extra := _last(marks.furniture, text, start, end)) is not None:
            part = Part(extra, end, "metadata")
        if part is None:
            break
        found.insert(0, part)
        end = _trim(text, start, part.start)[1]
    return found, end


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where ``pattern`` matches up to ``end`` after the end of a sentence (or at the start)."""
    for match in pattern.finditer(text, max(start, end - CLOSING_LENGTH), end):
        if match.start() == start or CLOSED.search(text, max(start, match.start() - 10), match.start()):
            return match.start()
    return None


def _opening_place(text: str, start: int, end: int) -> re.Match[str] | None:
    return None if text[:start].strip() else cues().opening_place.match(text, start, end)


def _dateline(text: str, match: re.Match[str]) -> Iterator[Part]:
    if not match["agency"]:
        yield Part(match.start(), _trim(text, match.start(), match.end())[1], "dateline")
    else:
        yield Part(match.start(), match.end("place"), "dateline")
        yield Part(*_trim(text, *match.span("agency")), "agency")


def _main_kind(text: str, start: int, end: int, closing: list[Part], *, begun: bool, last: bool) -> str:
    stretch = text[start:end]
    if any(part.kind == "note" for part in closing) and len(stretch) <= CAPTION_LENGTH and (begun or not last):
        return "caption"
    if last or "\n" in stretch:
        return "body"
    if not begun and (_is_headline(stretch, TITLE_LENGTH) or _before_dateline(text, end)):
        return "title"
    if begun and _is_headline(stretch, SUBHEADING_LENGTH):
        return "subheading"
    return "body"


def _is_headline(stretch: str, length: int) -> bool:
    bare = stretch.rstrip("\"“”«»‘’')")
    return len(stretch) <= length and not bare.endswith((".", ":", ",", ";", "…", "!"))


def _before_dateline(text: str, end: int) -> bool:
    """Whether a date line follows in the same paragraph: then what is before it is the headline."""
    start = end
    while text[start : start + 1].isspace():
        start += 1
    return "\n" not in text[end:start] and cues().dateline.match(text, start) is not None


def _title(text: str, parts: list[Part]) -> str | None:
    titles = [" ".join(text[part.start : part.end].split()) for part in parts if part.kind == "title"]
    return next((title for title in titles if len(title.split()) > 3), titles[0] if titles else None)


def _date(text: str, parts: list[Part]) -> str | None:
    """The date on the date line of the page, or else in the closing mark: "(APA, 4.5.2016)"."""
    for part in parts:
        if part.kind == "metadata" and (dated := cues().labelled_date.match(text, part.start, part.end)):
            return to_edtf(dated["date"])
    body = max((part.end for part in parts if part.kind == "body"), default=0)
    marks = (text[part.start : part.end] for part in parts if part.kind == "agency" and part.start >= body)
    return next((date for mark in marks if (date := to_edtf(mark.strip("()[] ")))), None)
