"""The tables of the language: YAML keeps the last of two equal keys without a word, so no key may stand twice.

Nor may a body under two names of which one is the other's in another spelling or with its legal form.
"""

from collections import defaultdict
from collections.abc import Hashable
from pathlib import Path

import pytest
import yaml

import kg.language
from kg.entities.gazetteer import gazetteer
from kg.language import Lexicon

TABLES = sorted((Path(kg.language.__file__).parent / "de").rglob("*.yaml"))


def repeated(node: yaml.Node | None) -> list[str]:
    """The keys that stand twice in a mapping of the tree, with their line (from 1)."""
    if isinstance(node, yaml.SequenceNode):
        return [found for item in node.value for found in repeated(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    seen: set[Hashable] = set()
    out = []
    for key, value in node.value:
        if key.value in seen:
            out.append(f"{key.value}, line {key.start_mark.line + 1}")
        seen.add(key.value)
        out += repeated(value)
    return out


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_no_key_stands_twice(table: Path) -> None:
    assert repeated(yaml.compose(table.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)) == []


def test_a_key_that_stands_twice_is_found() -> None:
    assert repeated(yaml.compose("a: {b: 1, b: 2}\nc: [{d: 1}, {d: 1, d: 2}]")) == ["b, line 1", "d, line 2"]


OTHERS = [{"NTV", "n-tv"}]  # bodies whose names are spelt alike


def spelt(name: str) -> str:
    """A name of a body without its legal form, spaces, hyphens and capitals."""
    forms = tuple(f" {form}" for form in Lexicon("de").table("legal_forms")["endings"])
    form = next((form for form in forms if name.endswith(form) and not name.endswith(f"& {form.strip()}")), "")
    return name.removesuffix(form).replace(" ", "").replace("-", "").lower()


def test_no_body_has_two_names() -> None:
    known = gazetteer(Lexicon("de")).names.values()
    names = {entry.name for entry in known if entry.key.startswith("organization:")}
    alike: dict[str, set[str]] = defaultdict(set)
    for name in names:
        alike[spelt(name)].add(name)
    assert [found for found in alike.values() if len(found) > 1 and found not in OTHERS] == []


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [("Falk AG", "Falk", True), ("Puls Sechs", "puls-sechs", True), ("Falk & Co.", "Falk", False)],
)
def test_spellings_of_a_name(name: str, other: str, same: bool) -> None:
    assert (spelt(name) == spelt(other)) is same
