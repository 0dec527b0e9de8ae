"""What newskg knows of a language, kept as data files in the language's folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.errors import KgError


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data tables of one language; two lexicons of a code are equal and share their tables."""

    code: str = "de"

    def table(self, name: str) -> Any:
        """Read ``kg/language/<code>/<name>.yaml`` once; the caller must not change what it gets.

        Raises:
            KgError: there is no such table; the message lists the known ones.
        """
        return _table(self.code, name)


@cache
def _table(code: str, name: str) -> Any:
    folder = resources.files("kg.language") / code
    file = folder.joinpath(f"{name}.yaml")
    if not file.is_file():
        known = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
        raise KgError(f"no table {name!r} for language {code!r}; there are: {', '.join(known)}")
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
