"""What every anaphor refers to, on short passages of our own."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse
from kg.model import Mention

FILE = Path(__file__).with_name("coreference_passages.txt")
MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
PASSAGES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def unmark(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the plain text and the marked spans with their chains."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + line[last:], spans


def referents(mentions: tuple[Mention, ...], start: int, end: int) -> set[str]:
    """Entities of the mentions that stand for the span: they end with it, or it holds their head."""
    whole = {
        m.entity
        for m in mentions
        if m.kind not in {"adjective", "part"} and m.end == end and m.start <= end - 1 and m.head >= start
    }
    return whole or {
        m.entity for m in mentions if m.kind not in {"adjective", "part"} and start <= m.head < end and m.end <= end
    }


def wrong(nlp: Language, line: str) -> list[str]:
    """Return what is wrong in one passage."""
    text, spans = unmark(line.removeprefix("?"))
    article, doc = next(parse(nlp, [article_from_text(text)]))
    _, mentions = resolve(doc, article, Lexicon("de"))
    chains: dict[str, set[str]] = {}
    faults = []
    for start, end, mark in sorted(spans, key=lambda s: text[s[0]].islower() and s[1] - s[0] < 8):
        found = referents(mentions, start, end)
        if mark == "-":
            faults += (
                [f"{text[start:end]!r} means {found}"] if found and text[start:end].lower() in {"es", "das"} else []
            )
        elif mark in chains or "+" in mark:
            expected = set().union(*(chains[m] for m in mark.split("+")))
            if found != expected:
                faults.append(f"{text[start:end]!r} means {found or 'nothing'}, not {expected}")
        else:
            chains[mark] = found
            if len(found) != 1:
                faults.append(f"{text[start:end]!r} is {found or 'nothing'}")
    names = [tuple(sorted(c)) for c in chains.values()]
    return faults + (["two chains are one"] if len(set(names)) < len(names) else [])


def test_there_are_enough_passages() -> None:
    assert len(PASSAGES) >= 150
    assert sum(line.startswith("?") for line in PASSAGES) <= 0.15 * len(PASSAGES)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(p, marks=pytest.mark.xfail(strict=True, reason="not solved yet")) if p.startswith("?") else p
        for p in PASSAGES
    ],
)
def test_every_anaphor_finds_its_referent(nlp: Language, line: str) -> None:
    assert wrong(nlp, line) == []
