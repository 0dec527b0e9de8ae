"""The fields of a row, a front matter or a page, whatever they are called there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import ArticleError, KgError

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "artikel", "articlebody", "maintext", "fulltext", "volltext", "inhalt",
    ),
    "title": ("title", "headline", "titel", "überschrift", "schlagzeile", "heading"),
    "date": (
        "date", "datum", "published", "publishdate", "publicationdate", "publishedat", "datepublished", "pubdate",
        "veröffentlicht", "erschienen", "timestamp", "created", "createdat",
    ),
    "id": ("id", "identifier", "articleid", "docid", "uid", "guid", "key"),
    "url": ("url", "link", "permalink", "sourceurl", "canonicalurl", "href"),
    "publisher": ("publisher", "source", "sitename", "site", "medium", "zeitung", "newspaper", "outlet", "quelle"),
}  # fmt: skip
UNLIKE_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as a reader found it; ``place`` is where, for messages ("articles.jsonl:3")."""

    place: str
    id: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    path: str | None = None


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise KgError for a field that is none."""
    for field in mapping:
        if field not in FIELDS:
            raise KgError(f"no field {field!r} to map: there are {', '.join(FIELDS)}")


def raw_from_row(
    row: Mapping[str, object], mapping: Mapping[str, str], *, place: str, id: str, path: str | None
) -> Raw:
    """Pick the fields of an article out of a row.

    Args:
        row: names and values.
        mapping: field to name, where the usual names do not hold.
        place: where the row stands, for messages.
        id: the article's id if the row has none.
        path: the file, if it is one.

    Raises:
        ArticleError: there is no text in it.
    """
    found = {field: _pick(row, mapping.get(field), names) for field, names in FIELDS.items()}
    if found["text"] is None:
        if mapping.get("text") in row or _named(row).keys() & set(FIELDS["text"]):
            raise ArticleError(f"{place}: empty: there is no text to read")
        names = ", ".join(str(name) for name in row) or "none"
        raise ArticleError(f"{place}: no column holds the text (columns: {names}): say which with --map text=NAME")
    return Raw(place=place, path=path, **(found | {"id": found["id"] or id}))  # type: ignore[arg-type]


def _pick(row: Mapping[str, object], mapped: str | None, names: tuple[str, ...]) -> str | None:
    if mapped is not None:
        return _text(row.get(mapped))
    named = _named(row)
    return next((value for name in names if (value := _text(named.get(name)))), None)


def _named(row: Mapping[str, object]) -> dict[str, object]:
    return {UNLIKE_LETTERS.sub("", str(name)).lower(): value for name, value in row.items()}


def _text(value: object) -> str | None:
    """A cell as text; an empty one, or one with an inner structure, is none."""
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return str(value) if str(value).strip() else None
