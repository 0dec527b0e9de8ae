"""Which language a text is in, by the share of its commonest small words: enough to set aside what is not German."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

WORD = re.compile(r"[^\W\d_]+")
WORDS_LOOKED_AT = 2000
FEW_WORDS = 12  # too few to judge by
LEAST_SHARE = 0.06  # German news has about 0.45, lists of results have little
LAST_LATIN = "\u024f"
NAMES = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "hu": "Hungarian", "it": "Italian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """The language code of a text, None for one that is not known here; a text of few words passes as German."""
    words = [match[0].lower() for _, match in zip(range(WORDS_LOOKED_AT), WORD.finditer(text), strict=False)]
    shares = {code: sum(word in known for word in words) / (len(words) or 1) for code, known in _words().items()}
    strange = sum(word > LAST_LATIN for word in words) * 2 > len(words)
    best = max(shares, key=lambda code: (shares[code], code == "de"))
    if len(words) < FEW_WORDS and not strange and shares[best] <= max(shares["de"], 0.3):
        return "de"
    return best if shares[best] >= LEAST_SHARE else None


@cache
def _words() -> dict[str, frozenset[str]]:
    file = resources.files("kg").joinpath("language", "function_words.yaml")
    table = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # "no" and "on" are words
    return {code: frozenset(words) for code, words in table.items()}
