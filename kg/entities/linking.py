"""Who is who across articles: candidates by blocking, a score with its reasons, clusters that no contradiction enters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.entities.comparison import DOUBTFUL, SURE, Verdict, compare
from kg.entities.profiles import Profile, keys, profiles
from kg.language.lexicon import Lexicon
from kg.model import Decision, EntityRow, Merge

CROWDED = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one: the score, what speaks for and against it."""

    first: Profile
    second: Profile
    score: float
    why: str


def link(
    rows: Iterable[EntityRow], decisions: Sequence[Decision] = (), *, lexicon: Lexicon | None = None
) -> list[Merge]:
    """Find the entities that are one.

    Args:
        rows: the table of entities of all articles, as extracted.
        decisions: what the user decided; it overrides every score.
        lexicon: what is known of the language.

    Returns:
        Merges, sorted; no IRI is replaced twice or by one that is replaced. The same rows and decisions give the
        same merges in whatever order they come.
    """
    found = profiles(rows, lexicon or Lexicon())
    pairs = [(v, a, b) for v, a, b in _compared(found) if v.score >= SURE]
    wanted = [
        (Verdict(1.0, f"decided: {d.why or 'the same'}"), d.first, d.second)
        for d in decisions
        if d.same and {d.first, d.second} <= set(found)
    ]
    apart = {frozenset((d.first, d.second)) for d in decisions if not d.same}
    clusters = _Clusters(found, apart)
    reasons: dict[str, list[tuple[float, str, str, str]]] = defaultdict(list)
    for verdict, a, b in [*sorted(wanted, key=_order), *_unambiguous(sorted(pairs, key=_order), found)]:
        if clusters.join(a, b, forced=verdict.score == 1.0 and verdict.why.startswith("decided")):
            for iri, other in ((a, b), (b, a)):
                reasons[iri].append((-verdict.score, verdict.why, other, iri))
    return sorted(_merges(clusters, reasons, found))


def unsure(
    rows: Iterable[EntityRow], decisions: Sequence[Decision] = (), *, lexicon: Lexicon | None = None
) -> list[Doubt]:
    """List the pairs that are neither clear nor clearly different and not decided, the likeliest first."""
    rows = list(rows)
    found = profiles(rows, lexicon or Lexicon())
    home = {m.from_iri: m.to_iri for m in link(rows, decisions, lexicon=lexicon)}
    decided = {frozenset((d.first, d.second)) for d in decisions}
    doubts = [
        Doubt(found[a], found[b], verdict.score, verdict.why)
        for verdict, a, b in _compared(found)
        if verdict.score >= DOUBTFUL and home.get(a, a) != home.get(b, b) and frozenset((a, b)) not in decided
    ]
    return sorted(doubts, key=lambda d: (-d.score, d.first.iri, d.second.iri))


def _order(pair: tuple[Verdict, str, str]) -> tuple[float, str, str]:
    return (-pair[0].score, pair[1], pair[2])


def _compared(found: dict[str, Profile]) -> Iterator[tuple[Verdict, str, str]]:
    """Compare every pair that shares a block once; crowded blocks are narrowed to neighbours in name order."""
    spread = Counter({iri: len(p.articles) for iri, p in found.items()})
    articles = len({article for p in found.values() for article in p.articles})
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, profile in found.items():
        for key in set(keys(profile)):
            blocks[key].append(iri)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        members = sorted(blocks[key], key=lambda iri: (found[iri].name, iri))
        reach = len(members) if len(members) <= CROWDED else CROWDED // 4
        for n, a in enumerate(members):
            for b in members[n + 1 : n + 1 + reach]:
                pair = (a, b) if a < b else (b, a)
                if pair not in seen:
                    seen.add(pair)
                    yield compare(found[pair[0]], found[pair[1]], spread, articles), *pair


def _unambiguous(pairs: list[tuple[Verdict, str, str]], found: dict[str, Profile]) -> list[tuple[Verdict, str, str]]:
    """Leave out a bare surname that fits two different full names about as well."""
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for verdict, a, b in pairs:
        for weak, full in ((a, b), (b, a)):
            if found[weak].weak and not found[full].weak:
                best[weak].append((verdict.score, full))
    torn = {weak for weak, fits in best.items() if len({found[f].name for s, f in fits if s > max(fits)[0] - 0.1}) > 1}
    return [p for p in pairs if not ({p[1], p[2]} & torn)]


class _Clusters:
    """Union-find in which no cluster may hold two entities that are certainly different."""

    def __init__(self, found: dict[str, Profile], apart: set[frozenset[str]]) -> None:
        self.found = found
        self.apart = apart
        self.parent: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}

    def root(self, iri: str) -> str:
        while self.parent.get(iri, iri) != iri:
            self.parent[iri] = self.parent.get(self.parent[iri], self.parent[iri])
            iri = self.parent[iri]
        return iri

    def join(self, a: str, b: str, *, forced: bool) -> bool:
        x, y = self.root(a), self.root(b)
        if x == y:
            return False
        mine, theirs = self.members.get(x, [x]), self.members.get(y, [y])
        for m in mine:
            for t in theirs:
                if (
                    frozenset((m, t)) in self.apart
                    or not forced
                    and compare(self.found[m], self.found[t], {}, 0).different
                ):
                    return False
        low, high = sorted((x, y))
        self.parent[high] = low
        self.members[low] = sorted(mine + theirs)
        return True


def _merges(
    clusters: _Clusters, reasons: dict[str, list[tuple[float, str, str, str]]], found: dict[str, Profile]
) -> Iterator[Merge]:
    for root, members in clusters.members.items():
        if clusters.root(root) != root:
            continue
        target = min(members, key=lambda iri: _rank(found[iri]))
        for iri in members:
            if iri != target:
                score, why, other, _ = min(reasons[iri], key=lambda r: (r[2] != target, r))
                yield Merge(
                    iri, target, why if other == target else f"{why} (with {found[other].name})", round(-score, 3)
                )


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
