"""The tables of the language: YAML keeps the last of two equal keys without a word, so no key may stand twice."""

from collections.abc import Hashable
from pathlib import Path

import pytest
import yaml

import kg.language

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
