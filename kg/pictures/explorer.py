"""The explorer: one HTML file with everything in it, that asks no host for anything."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any, Unpack

from kg.errors import QueryError
from kg.pictures.payload import MOST, Language, payload
from kg.views.filters import Filters
from kg.views.rows import Store

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def explorer(
    store: Store,
    *,
    title: str = "newskg",
    language: Language = "de",
    most: int = MOST,
    **filters: Unpack[Filters],
) -> str:
    """Give the page as HTML.

    Args:
        store: any store that keeps the RDF contract.
        title: the page's heading.
        language: of the interface at first; the reader can switch.
        most: how many entities at most; of more, the most important by PageRank are shown, and the page says so.
        filters: what to show.

    Raises:
        QueryError: nothing passes the filters, or a filter is wrong.
    """
    data = payload(store, title=title, language=language, most=most, filters=Filters(**filters))
    if not data["claims"]:
        raise QueryError(
            "there is nothing to show: no fact passes the filters; build articles first or loosen the filters"
        )
    return page(data)


def page(data: dict[str, Any]) -> str:
    """Put data, script and style into the page; the browser itself refuses to run or load anything else."""
    bundle = files("kg.pictures") / "bundle"
    script, style, template = (
        (bundle / name).read_text(encoding="utf-8") for name in ("explorer.js", "explorer.css", "page.html")
    )
    digest = b64encode(sha256(script.encode()).digest()).decode()
    parts = {
        "LANGUAGE": data["language"],
        "TITLE": escape(data["title"]),
        "DIGEST": digest,
        "STYLE": style,
        "DATA": embedded(data),
        "SCRIPT": script,
    }
    pieces = template.split("%%")
    return "".join(parts[piece] if index % 2 else piece for index, piece in enumerate(pieces))


def embedded(data: object) -> str:
    """Give JSON that can stand in a script element: nothing in it ends the element or begins markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "".join(_UNSAFE.get(letter, letter) for letter in text)
