"""Text and what is known of it to an Article."""

from __future__ import annotations

import re
import unicodedata

from kg.articles.dates import to_edtf
from kg.articles.layout import lay_out
from kg.model import Article

UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def article_from_text(
    text: str,
    *,
    id: str = "text",
    title: str | None = None,
    date: str | None = None,
    default_date: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    path: str | None = None,
) -> Article:
    """Make an Article of a German text; ``Article.text`` is ``text`` unchanged.

    Args:
        text: the whole text, with caption, date line and all.
        id: any name; it is made safe for an IRI.
        title: the title if known; else the headline that stands in the text.
        date: the date if known, in any form that `to_edtf` reads.
        default_date: EDTF, taken before a date found in the text, but after ``date``.
        url: where it was published.
        publisher: who published it.
        path: the file it was read from.
    """
    layout = lay_out(text, title=title)
    return Article(
        id=slug(id),
        text=text,
        title=layout.title,
        date=to_edtf(date) or default_date or layout.date,
        url=url,
        publisher=publisher,
        parts=layout.parts,
        path=path,
    )


def slug(name: str) -> str:
    """A name as it may stand in an IRI: ASCII letters, digits, ``.``, ``_`` and ``-``."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(UMLAUTS))
    safe = UNSAFE.sub("-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-.")
    return safe or "article-" + "-".join(f"{ord(char):x}" for char in name)
