"""Dependents of a token, looked up once a document: spaCy's ``Token.children`` walks a stretch of the sentence each time."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

KEY = "children"


def children(token: Token) -> Sequence[Token]:
    """The tokens that depend on a token, in text order."""
    found: dict[int, list[Token]] | None = token.doc.user_data.get(KEY)
    if found is None:
        found = token.doc.user_data[KEY] = _look_up(token.doc)
    return found.get(token.i, ())


def _look_up(doc: Doc) -> dict[int, list[Token]]:
    kids: dict[int, list[Token]] = {}
    offsets = doc.to_array("HEAD").astype("int64").tolist()
    for i, (token, offset) in enumerate(zip(doc, offsets, strict=True)):
        if offset:
            kids.setdefault(i + offset, []).append(token)
    return kids


def forget(doc: Doc) -> None:
    """Let go of the tokens that are kept in a document, so that both can be freed."""
    doc.user_data.pop(KEY, None)
