"""What newskg knows of a language, kept as data files in the language's folder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, ClassVar

import yaml

from kg.errors import KgError


class Lexicon:
    """The data tables of one language; there is one lexicon of each code, so that it is cheap to go by."""

    __slots__ = ("_tables", "code")
    _made: ClassVar[dict[str, Lexicon]] = {}

    code: str
    _tables: dict[str, Any]

    def __new__(cls, code: str = "de") -> Lexicon:
        """The lexicon of a language, by its ISO 639-1 code."""
        if code not in cls._made:
            cls._made[code] = lexicon = super().__new__(cls)
            lexicon.code, lexicon._tables = code, {}
        return cls._made[code]

    def __reduce__(self) -> tuple[type[Lexicon], tuple[str]]:
        """Pickled by its code alone: where it is unpickled, it is the one of there."""
        return Lexicon, (self.code,)

    def table(self, name: str) -> Any:
        """Read ``kg/language/<code>/<name>.yaml`` once; the caller must not change what it gets.

        Raises:
            KgError: there is no such table; the message lists the known ones.
        """
        if name not in self._tables:
            self._tables[name] = _read(self.code, name)
        return self._tables[name]


def _read(code: str, name: str) -> Any:
    folder = resources.files("kg.language") / code
    file = folder.joinpath(f"{name}.yaml")
    if not file.is_file():
        known = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
        raise KgError(f"no table {name!r} for language {code!r}; there are: {', '.join(known)}")
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def given_names(lexicon: Lexicon) -> dict[str, str]:
    """Given name → Masc, Fem or Both."""
    tables = [lexicon.table("names_news"), lexicon.table("names")]
    other = set(lexicon.table("names_variants")["no_given"])
    return {name: gender for table in tables for gender, names in table.items() for name in names if name not in other}
