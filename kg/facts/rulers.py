"""Of which country somebody who is known to have ruled or governed is: "Präsident Putin" needs no "russisch"."""

from __future__ import annotations

from functools import cache

from kg.facts.context import Context
from kg.language import Lexicon


def realms(context: Context, person: str) -> frozenset[str]:
    """Names of the countries that somebody with the person's surname has governed."""
    known, words = _realms(context.lexicon), context.entities[person].name.split()
    names = (" ".join(words[start:]) for start in range(len(words)))
    return next((known[name] for name in names if name in known), frozenset())


def is_foreign_name(context: Context, person: str) -> bool:
    """Whether a surname ends as German ones do not: "Janukowitsch", "Tadić"."""
    return context.entities[person].name.endswith(_endings(context.lexicon))


@cache
def _realms(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for country, names in lexicon.table("rulers")["countries"].items():
        for name in names:
            found.setdefault(name, set()).add(country)
    return {name: frozenset(countries) for name, countries in found.items()}


@cache
def _endings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.table("rulers")["endings"])
