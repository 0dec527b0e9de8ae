"""Repair of persons called by their age, which a parser takes for an attribute: "wirft dem [45-Jährigen] Betrug vor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.language.arcs import Arcs

AGED = re.compile(r"\d{1,3}-Jährige[nr]?$")
CASES = {"dem": "iobj", "den": "obj", "der": "iobj", "die": "obj"}


def stand_alone(words: Sequence[str], parse: Arcs) -> None:
    """Make a capital "45-Jährigen" the head of its own phrase, and the noun behind it an object of the verb."""
    for token, word in enumerate(words):
        noun = parse.heads[token]
        if not word.endswith(("Jährige", "Jährigen")) or parse.deps[token] != "amod" or noun <= token:
            continue
        article = token - 1
        if token == 0 or AGED.match(word) is None or parse.heads[article] != noun or parse.lower[article] not in CASES:
            continue
        parse.heads[token] = parse.heads[noun] if parse.heads[noun] != noun else token
        parse.deps[token], parse.pos[token] = CASES[parse.lower[article]], "NOUN"
        parse.heads[article] = token
        if parse.deps[noun] == "obl" and not parse.marks(noun):
            parse.deps[noun] = "obj"
