"""RDF terms as canonical N-Quads text: strings in, strings out, no objects between."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from kg.rdf.vocabulary import KG, PREFIXES

_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **str.maketrans({"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}),
}
_XSD = PREFIXES["xsd"]
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


def iri(address: str) -> str:
    """Wrap an IRI whose characters are known to be fine."""
    return f"<{address}>"


@lru_cache(maxsize=1024)
def path(text: str) -> str:
    """Percent-encode text for the path of an IRI; slashes stay."""
    return quote(text, safe="/-._~")


def literal(text: str, *, datatype: str | None = None, language: str | None = None) -> str:
    """Write a literal, escaped as canonical N-Quads wants it."""
    plain = text.isprintable() and '"' not in text and "\\" not in text
    quoted = f'"{text if plain else text.translate(_ESCAPES)}"'
    if language:
        return f"{quoted}@{language.lower()}"
    return f"{quoted}^^<{datatype}>" if datatype else quoted


def integer(number: int) -> str:
    """Write an xsd:integer."""
    return f'"{number}"^^<{_XSD}integer>'


def decimal(number: float) -> str:
    """Write an xsd:decimal with at most three places, in canonical form ("0.5", "1")."""
    digits = f"{number:.3f}".rstrip("0").rstrip(".")
    return f'"{digits}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """Write an xsd:boolean."""
    return f'"{str(value).lower()}"^^<{_XSD}boolean>'


def edtf(value: str) -> str:
    """Write an EDTF date, month, year or interval."""
    return literal(value, datatype=f"{KG}edtf")


def date(value: str) -> str:
    """Write an xsd:date."""
    return literal(value, datatype=f"{_XSD}date")


def address(url: str) -> str:
    """Write a web address as an IRI, encoding what an IRI may not hold; text without a scheme becomes a literal."""
    if not _SCHEME.match(url):
        return literal(url)
    return iri(quote(url, safe=":/?#[]@!$&'()*+,;=%-._~"))
