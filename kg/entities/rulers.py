"""Who is known to have ruled or governed which countries: "Präsident Putin" needs no "russisch"."""

from __future__ import annotations

from functools import cache

from kg.language.lexicon import Lexicon


def realms(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Names of the countries that somebody of a name, or of the surname it ends with, has governed."""
    known, words = _realms(lexicon), name.split()
    names = (" ".join(words[start:]) for start in range(len(words)))
    return next((known[form] for form in names if form in known), frozenset())


def is_foreign_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a surname ends as German ones do not: "Janukowitsch", "Tadić"."""
    return name.endswith(tuple(lexicon.table("rulers")["endings"]))


@cache
def _realms(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for country, names in lexicon.table("rulers")["countries"].items():
        for name in names:
            found.setdefault(name, set()).add(country)
    return {name: frozenset(countries) for name, countries in found.items()}
