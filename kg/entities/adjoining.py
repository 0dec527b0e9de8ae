"""Names of persons side by side: "Sonia und Willy Bogner" share a surname, "Putin Witkoff" are two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import EntityType


def couples(page: Passage, spots: list[Spot]) -> Iterator[Spot]:
    """Give "Sonia" of "Sonia und Willy Bogner" the shared surname."""
    at = {s.start: s for s in spots}
    lone = {s.name for s in spots if s.end - s.start > 1}
    for spot in spots:
        other = at.get(spot.end + 1)
        if (
            other and spot.end - spot.start == 1 and page.lower[spot.end] == "und" and spot.name in page.genders and other.end - other.start == 2
            and page.words[other.start] in page.genders and not any(n.startswith(spot.name + " ") for n in lone)
        ):  # fmt: skip
            yield replace(spot, name=f"{spot.name} {page.words[other.end - 1]}", how="shared surname")
        else:
            yield spot


def split_runs(page: Passage, spots: list[Spot]) -> Iterator[Spot]:
    """Split "Putin Witkoff" where both are surnames of the article."""
    full = [
        s
        for s in spots
        if s.type is EntityType.PERSON
        and s.end - s.start > 1
        and all(part in page.genders for part in page.words[s.start].split("-"))
    ]
    known = {page.words[s.end - 1] for s in full}
    for spot in spots:
        words = page.words[spot.start : spot.end]
        if (
            len(words) == 2
            and page.first(spot.start)
            and words[0] not in page.genders
            and words[1] in known
            and words[0] not in {page.words[f.start] for f in full}
        ):
            yield Spot(spot.start + 1, spot.end, spot.type, words[1], spot.how)
        elif (
            spot.type is EntityType.PERSON and len(words) == 2 and set(words) <= known and words[0] not in page.genders
        ):
            for i in range(spot.start, spot.end):
                yield Spot(i, i + 1, spot.type, page.words[i], spot.how)
        else:
            yield spot


def as_surnames(spots: list[Spot]) -> Iterator[Spot]:
    """Take the gender of a given name from words that are a person's surname in the article: "Hillary Clinton … Clinton"."""
    full = {s.name.split()[-1] for s in spots if s.type is EntityType.PERSON and s.end - s.start > 1}
    for spot in spots:
        yield replace(spot, gender=None) if spot.end - spot.start == 1 and spot.name in full else spot
