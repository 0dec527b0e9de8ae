"""Bytes to text: UTF-8, or what was found to be used instead; never a picture."""

from __future__ import annotations

import codecs
import logging

from kg.errors import ArticleError

LOG = logging.getLogger(__name__)
LOOKED_AT = 65_536
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
WESTERN = ("cp1252", "cp850", "mac_roman", "cp1250")
PRINTED = frozenset("äöüÄÖÜß„“”‚‘’»«›‹–—…•·€§°²³½¼£©®†\xa0\xadéèêëàáâãåæçíìîïñóòôõøúùûýÿœžščćđÉÈÀÁÅÇÍÓØÚŽŠČ")
MOST_STRANGE = 0.3
BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b")


def decode(data: bytes, name: str) -> str:
    """The text of a file, without byte order mark; an encoding other than UTF-8 is logged as a warning.

    Raises:
        ArticleError: the bytes are no text, or in no encoding that could be told.
    """
    encoding = encoding_of(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"{error.reason} at byte {error.start}"
        raise ArticleError(f"{name}: not {encoding} throughout ({reason}): save it as UTF-8") from error


def encoding_of(data: bytes, name: str) -> str:
    """The encoding of the beginning of a file.

    Raises:
        ArticleError: it is no text, or in no encoding that could be told.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding
    start = data[:LOOKED_AT]
    if start.startswith(BINARY_STARTS) or len(start.translate(None, CONTROLS)) < len(start):
        raise ArticleError(f"{name}: not a text but a binary file: save the article as .txt, .md or .html")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _guess(data, name)
    return "utf-8"


def _guess(data: bytes, name: str) -> str:
    """The encoding in which the bytes give the fewest letters and signs that German is not printed with."""
    strange = {encoding: _strange(data[:LOOKED_AT], encoding) for encoding in WESTERN}
    best = min(WESTERN, key=lambda encoding: strange[encoding])
    if strange[best] > MOST_STRANGE:
        raise ArticleError(f"{name}: in an encoding that could not be told: save it as UTF-8")
    LOG.warning("%s: not UTF-8, read as %s: if umlauts look wrong, save it as UTF-8", name, best)
    return best


def _strange(data: bytes, encoding: str) -> float:
    beyond = [char for char in data.decode(encoding, errors="replace") if ord(char) > 127]
    return sum(char not in PRINTED for char in beyond) / len(beyond)
