"""The words that mark what is not running text, from ``kg/language/<code>/article.yaml``, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

WORD = r"(?:St\.|[A-ZÄÖÜ][\w'’-]*)"
LINK = r"(?:\s?/\s?|\s(?:(?:am|an der|auf|bei|da|de|del|der|di|do|el|im|in|la|of|ob der|vor)\s)?)"
PLACE = rf"{WORD}(?:{LINK}{WORD}){{0,3}}(?:,\s\d{{1,2}}\.\s?\w+)?"
INITIALS = r"[a-zäöü]{1,4}(?:/[a-zäöü]{1,4})*"
NEXT = r"(?=[\"„“»›‚'(]?[A-ZÄÖÜ\d])"


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns; each matches at the place its comment names."""

    agency_bracket: re.Pattern[str]  # "(dpa/AFP)", "(APA, 4.5.2016)", "(Max Muster, 4.5.2016)"
    closing_mark: re.Pattern[str]  # an agency bracket with initials, at the end: "as/qu (dpa, afp)"
    dateline: re.Pattern[str]  # "Moskau - ", "BERLIN/PARIS (AFP). "
    opening_place: re.Pattern[str]  # "BOZEN. "; only at the beginning of an article
    picture_note: re.Pattern[str]  # "(Archivbild)", "(Foto: dpa)"
    picture_credit: re.Pattern[str]  # "Foto: dpa" up to the end of the line
    labelled_date: re.Pattern[str]  # "date 2025-04", "Stand: 11. April 2025, 10:32 Uhr"
    furniture: re.Pattern[str]  # "Lesen Sie auch: …" as a whole line
    byline: re.Pattern[str]  # "Von Anna Muster und Max Muster, Berlin"
    months: dict[str, int]


@cache
def cues(code: str = "de") -> Cues:
    """The patterns of a language, compiled once."""
    table = yaml.safe_load(resources.files("kg").joinpath("language", code, "article.yaml").read_text(encoding="utf-8"))
    agency, note = _any(table["agencies"]), _any(table["picture_notes"])
    credit, label = _any(table["picture_credits"]), _any(table["date_labels"])
    furniture = _any(table["furniture"])
    month = _any(table["months"])
    clock = r"(?:[,\s]*(?:um\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\sUhr)?)?"
    figures = r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}"
    iso = r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:T[\d:.+Z-]*)?"
    day = rf"(?:{figures}|{iso}|(?:\d{{1,2}}\.\s?)?(?i:{month})\.?\s\d{{4}})"
    item = rf"(?:(?i:{agency})|{figures})"
    bracket = rf"[(\[]\s*(?:[^()\[\]]{{0,60}}[,/;+]\s*)?{item}\s*(?:[,/;+][^()\[\]]{{0,60}})?[)\]]"
    return Cues(
        agency_bracket=re.compile(bracket),
        closing_mark=re.compile(rf"(?:(?:\b{INITIALS}\s+)?{bracket}|\({INITIALS}\)|\s/(?i:{agency}))\s*\Z"),
        dateline=re.compile(
            rf"(?P<place>{PLACE})(?:\s*(?P<agency>{bracket}\s*[-–—.:]?|\({INITIALS}\)\s?[-–—.:])\s+|\s+[-–—]\s+){NEXT}"
        ),
        opening_place=re.compile(rf"(?P<place>{WORD}(?:/{WORD})*)\s?\.\s+(?P<agency>){NEXT}"),
        picture_note=re.compile(rf"[(\[]\s*(?i:{note}|(?:{credit})\s*:?\s[^()\[\]]{{1,80}})\s*[)\]]"),
        picture_credit=re.compile(rf"(?:(?:{credit})\s?(?:/\s?\w+\s?)?:\s*\S|©).{{0,80}}\Z"),
        labelled_date=re.compile(rf"(?i:(?:{label})\s*:?\s+)?(?P<date>(?:\w+,\s)?{day}){clock}"),
        furniture=re.compile(rf"(?:{furniture})\b[^.]*\Z"),
        byline=re.compile(rf"(?:Von|VON|von)\s(?:{WORD}|und|u\.|von|van|de|,|/|\s)+\Z"),
        months=table["months"],
    )


def _any(words: list[str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
