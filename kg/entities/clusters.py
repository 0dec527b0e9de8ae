"""Entities that are one: union-find in which no cluster may hold two that are certainly different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.entities.comparison import Verdict, compare
from kg.entities.profiles import Profile
from kg.model import Merge

Reason = tuple[float, str, str]
"""Score (negative, so that the best comes first), evidence, and the other one."""


class Clusters:
    """Clusters of entities that are joined pair by pair, and bare surnames attached to them.

    Args:
        found: the entities.
        apart: who was decided to be somebody else.
    """

    def __init__(self, found: Mapping[str, Profile], apart: Mapping[str, set[str]]) -> None:
        self._found = found
        self._apart = apart
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._attached: dict[str, list[str]] = defaultdict(list)
        self._reasons: dict[str, list[Reason]] = defaultdict(list)

    def join(self, pair: tuple[Verdict, str, str], *, forced: bool = False) -> None:
        """Join the clusters of two, unless a member of one is different from one of the other.

        Args:
            pair: the two with what speaks for it.
            forced: a decision; only another decision is against it.
        """
        verdict, a, b = pair
        x, y = self._root(a), self._root(b)
        mine, theirs = self._of(x), self._of(y)
        if x == y or any(self._different(m, t, forced=forced) for m in mine for t in theirs):
            return
        low, high = sorted((x, y))
        self._parent[high] = low
        self._members[low] = sorted(mine + theirs)
        for iri, other in ((a, b), (b, a)):
            self._reasons[iri].append((-verdict.score, verdict.why, other))

    def attach(self, iri: str, fits: list[tuple[Verdict, str, str]]) -> None:
        """Attach a bare surname to the first full name that fits, unless it was joined; an article has one such."""
        if len(self._of(self._root(iri))) > 1:
            return
        articles = set(self._found[iri].articles)
        for verdict, a, b in fits:
            root = self._root(b if a == iri else a)
            others = self._attached[root]
            if not (
                any(self._different(iri, member) for member in self._of(root))
                or any(other in self._apart.get(iri, ()) for other in others)
                or any(not articles.isdisjoint(self._found[other].articles) for other in others)
            ):
                others.append(iri)
                self._reasons[iri].append((-verdict.score, verdict.why, b if a == iri else a))
                return

    def merges(self) -> Iterator[Merge]:
        """What is replaced by what: in every cluster one entity stands for all."""
        for root in {self._root(iri) for iri in {*self._members, *self._attached}}:
            members = self._of(root)
            target = min(members, key=lambda iri: _rank(self._found[iri]))
            for iri in (*members, *self._attached[root]):
                if iri != target:
                    score, why, other = min(self._reasons[iri], key=lambda r: (r[2] != target, r))
                    told = why if other == target else f"{why} (with {self._found[other].name})"
                    yield Merge(iri, target, told, round(-score, 3))

    def _of(self, root: str) -> list[str]:
        return self._members.get(root, [root])

    def _root(self, iri: str) -> str:
        while self._parent.get(iri, iri) != iri:
            self._parent[iri] = self._parent.get(self._parent[iri], self._parent[iri])
            iri = self._parent[iri]
        return iri

    def _different(self, one: str, other: str, *, forced: bool = False) -> bool:
        if other in self._apart.get(one, ()):
            return True
        return not forced and compare(self._found[one], self._found[other]).different


def _rank(profile: Profile) -> tuple[bool, bool, bool, int, int, str]:
    """The one to keep: identified, known by a full name, in most articles."""
    return (
        profile.wikidata is None,
        profile.weak,
        profile.known is None,
        -len(profile.articles),
        -len(profile.name),
        profile.iri,
    )
