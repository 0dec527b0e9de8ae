"""Who is who across articles: candidates by blocking, a score with its reasons, clusters that no contradiction enters.

Nothing here depends on how many articles there are: what is found of an entity is a function of those that share a
key with it, of these one's, and so on along sure pairs. So after a change only that neighbourhood is looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kg.entities.clusters import Clusters
from kg.entities.comparison import DOUBTFUL, SURE, Verdict, compare
from kg.entities.profiles import BARE, EVERYWHERE, FULL, Key, Profile, is_bare, keys, profiles
from kg.language.lexicon import Lexicon
from kg.model import Decision, EntityRow, Merge

NOT_SHARED = frozenset({FULL, BARE, EVERYWHERE[0]})
"""The kinds of keys that do not make two of the same kind candidates."""
CROWD = 40
"""If more than these share a key and a name, each is compared with those next to it only."""
NEXT = 12
"""So many of them on either side, by date."""
Pair = tuple[Verdict, str, str]


class Index(Protocol):
    """Where the entities are: in memory, or in a store."""

    def profile(self, iri: str) -> Profile | None:
        """What is known of an entity, None if there is none."""

    def members(self, key: Key) -> Collection[str]:
        """The entities that have a key."""

    def beside(self, article: str) -> Collection[str]:
        """The entities of an article."""

    def everywhere(self, iris: Collection[str]) -> Collection[str]:
        """Those of some entities that are in many articles."""


class Table:
    """An index of rows in memory."""

    def __init__(self, found: dict[str, Profile]) -> None:
        self.profiles = found
        self._members: dict[Key, list[str]] = defaultdict(list)
        self._beside: dict[str, list[str]] = defaultdict(list)
        for iri, profile in found.items():
            for key in set(keys(profile)):
                self._members[key].append(iri)
        self._many = frozenset(self._members.get(EVERYWHERE, ()))
        for iri, profile in found.items():
            for article in profile.articles:
                self._beside[article].append(iri)

    def profile(self, iri: str) -> Profile | None:
        """What is known of an entity, None if there is none."""
        return self.profiles.get(iri)

    def members(self, key: Key) -> Collection[str]:
        """The entities that have a key."""
        return self._members.get(key, ())

    def beside(self, article: str) -> Collection[str]:
        """The entities of an article."""
        return self._beside.get(article, ())

    def everywhere(self, iris: Collection[str]) -> Collection[str]:
        """Those of some entities that are in many articles."""
        return self._many.intersection(iris)


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
    return link_around(Table(found), found, decisions)[1]


def link_around(
    index: Index, touched: Collection[str], decisions: Sequence[Decision], lapsed: Collection[Key] = ()
) -> tuple[set[str], list[Merge]]:
    """Find anew who is one with some entities, and with all others that this may concern.

    Args:
        index: all entities, as they are now.
        touched: the entities that came, went or changed.
        decisions: what the user decided.
        lapsed: the keys that they had before.

    Returns:
        The entities that were looked at, and all merges of these, sorted, as `link` would give them for all.
    """
    look = _Look(index, decisions)
    shared = {iri for key in lapsed if key[0] not in NOT_SHARED for iri in index.members(key)}
    core = look.component({*touched, *shared, *look.crowds(touched)})
    bare = look.bare({*touched, *core}, lapsed)
    fits = {iri: pairs for iri in bare if (pairs := look.fits(iri))}
    region = look.component({*core, *bare, *(iri for pairs in fits.values() for _, *pair in pairs for iri in pair)})
    clusters = look.clusters(region)
    for _, iri in sorted((-pairs[0][0].score, iri) for iri, pairs in fits.items()):
        clusters.attach(iri, fits[iri])
    return region, sorted(clusters.merges())


def unsure(
    rows: Iterable[EntityRow], decisions: Sequence[Decision] = (), *, lexicon: Lexicon | None = None
) -> list[Doubt]:
    """List the pairs that are neither clear nor clearly different and not decided, the likeliest first."""
    found = profiles(rows, lexicon or Lexicon())
    index = Table(found)
    look = _Look(index, decisions)
    home = {m.from_iri: m.to_iri for m in link_around(index, found, decisions)[1]}
    decided = {frozenset((d.first, d.second)) for d in decisions}
    pairs = {(a, b): verdict for iri in found for verdict, a, b in look.pairs(iri, DOUBTFUL)}
    doubts = [
        Doubt(found[a], found[b], verdict.score, verdict.why)
        for (a, b), verdict in pairs.items()
        if home.get(a, a) != home.get(b, b) and frozenset((a, b)) not in decided
    ]
    return sorted(doubts, key=lambda d: (-d.score, d.first.iri, d.second.iri))


class _Crowd(NamedTuple):
    """Those of one name that share a key, by date, if they are many; where each stands; the others that share it."""

    members: list[str]
    places: dict[str, int]
    others: set[str]


class _Look:
    """One pass: pairs are compared once."""

    def __init__(self, index: Index, decisions: Sequence[Decision]) -> None:
        self.index = index
        self.decisions = decisions
        self.verdicts: dict[tuple[str, str], Verdict] = {}
        self.sure: dict[str, list[Pair]] = {}
        self.seen: set[str] = set()
        self.many: set[str] = set()
        self.namesakes: dict[tuple[Key, str], _Crowd] = {}
        self.same: dict[str, set[str]] = defaultdict(set)
        self.apart: dict[str, set[str]] = defaultdict(set)
        for d in decisions:
            for one, other in ((d.first, d.second), (d.second, d.first)):
                (self.same if d.same else self.apart)[one].add(other)

    def pairs(self, iri: str, least: float) -> Iterator[Pair]:
        """The pairs of an entity and one that shares a key; a bare surname is compared with full names only."""
        profile = self.index.profile(iri)
        if profile is None:
            return
        shared = [
            (FULL, key) if kind == BARE else (kind, key)
            for kind, key in set(keys(profile))
            if kind not in NOT_SHARED or kind == BARE
        ]
        others = {other for key in shared for other in self._near(key, profile)} - {iri}
        mates = [mate for other in others if (mate := self.index.profile(other))]
        self._look_at({n for mate in mates for n in profile.neighbours & mate.neighbours})
        for mate in mates:
            pair = (iri, mate.iri) if iri < mate.iri else (mate.iri, iri)
            if pair not in self.verdicts:
                two = (profile, mate) if pair[0] == iri else (mate, profile)
                self.verdicts[pair] = compare(*two, self._telling)
            if self.verdicts[pair].score >= least:
                yield self.verdicts[pair], *pair

    def _near(self, key: Key, profile: Profile) -> Collection[str]:
        """Those that share a key, of a crowd of one name only those next to an entity."""
        members = self.index.members(key)
        if len(members) <= CROWD:
            return members
        crowd = self._crowd(key, profile.name)
        if profile.iri not in crowd.places:
            return members
        at = crowd.places[profile.iri]
        return {*crowd.others, *crowd.members[max(0, at - NEXT) : at + NEXT + 1]}

    def _crowd(self, key: Key, name: str) -> _Crowd:
        if (key, name) not in self.namesakes:
            members = self.index.members(key)
            found = [profile for iri in members if (profile := self.index.profile(iri)) and profile.name == name]
            found.sort(key=lambda profile: (profile.dates, profile.iri))
            crowd = [profile.iri for profile in found] if len(found) > CROWD else []
            places = {iri: at for at, iri in enumerate(crowd)}
            self.namesakes[key, name] = _Crowd(crowd, places, {*members} - {*crowd})
        return self.namesakes[key, name]

    def crowds(self, iris: Iterable[str]) -> set[str]:
        """All in the crowds that some entities are in: who is next to whom may have changed."""
        found = [profile for iri in iris if (profile := self.index.profile(iri))]
        return {
            other
            for profile in found
            for key in set(keys(profile))
            if key[0] not in NOT_SHARED and len(self.index.members(key)) > CROWD
            for other in self._crowd(key, profile.name).members
        }

    def _look_at(self, neighbours: set[str]) -> None:
        new = neighbours - self.seen
        self.seen |= new
        self.many.update(self.index.everywhere(new) if new else ())

    def _telling(self, neighbour: str) -> bool:
        return neighbour not in self.many

    def _sure(self, iri: str) -> list[Pair]:
        if iri not in self.sure:
            self.sure[iri] = list(self.pairs(iri, SURE))
        return self.sure[iri]

    def component(self, seeds: Iterable[str]) -> set[str]:
        """The entities that are tied to some by sure pairs of full names or by decisions."""
        waiting, seen = list(seeds), set[str]()
        while waiting:
            iri = waiting.pop()
            if iri not in seen:
                seen.add(iri)
                waiting += self.same[iri]
                if not is_bare(self.index.profile(iri)):
                    waiting += [other for _, *pair in self._sure(iri) for other in pair]
        return seen

    def bare(self, around: Iterable[str], lapsed: Iterable[Key]) -> set[str]:
        """The bare surnames that depend on some entities or on keys that they had."""
        full = {(kind, key) for kind, key in lapsed if kind == FULL}
        found = set[str]()
        for iri in around:
            profile = self.index.profile(iri)
            if profile is None:
                found |= self._rivals(iri)
            elif is_bare(profile):
                found.add(iri)
            else:
                full |= {key for key in keys(profile) if key[0] == FULL}
        found.update(iri for _, key in full for iri in self.index.members((BARE, key)))
        waiting = list(found)
        while waiting:
            near = self._rivals(waiting.pop()) - found
            found |= near
            waiting += near
        return found

    def _rivals(self, iri: str) -> set[str]:
        """The bare surnames that may not stand for the same person as this one does."""
        profile = self.index.profile(iri)
        beside = [other for article in profile.articles for other in self.index.beside(article)] if profile else []
        return {other for other in {*beside, *self.apart[iri]} if is_bare(self.index.profile(other))}

    def fits(self, iri: str) -> list[Pair]:
        """The full names that a bare surname surely stands for, the best first; none if two fit about as well."""
        found = sorted(self._sure(iri), key=_order)
        near = {self._other(pair, iri).name for pair in found if pair[0].score > found[0][0].score - 0.1}
        return found if len(near) == 1 else []

    def _other(self, pair: Pair, iri: str) -> Profile:
        other = self.index.profile(pair[2] if pair[1] == iri else pair[1])
        assert other
        return other

    def clusters(self, region: set[str]) -> Clusters:
        """Join all in a region but the bare surnames."""
        found = {iri: profile for iri in region if (profile := self.index.profile(iri)) is not None}
        sure = {
            (a, b): verdict
            for iri, profile in found.items()
            if not is_bare(profile)
            for verdict, a, b in self._sure(iri)
        }
        wanted = [
            (Verdict(1.0, f"decided: {d.why or 'the same'}"), d.first, d.second)
            for d in self.decisions
            if d.same and {d.first, d.second} <= found.keys()
        ]
        clusters = Clusters(found, self.apart)
        for pair in sorted(wanted, key=_order):
            clusters.join(pair, forced=True)
        for pair in _unambiguous(sorted(((v, a, b) for (a, b), v in sure.items()), key=_order), found):
            clusters.join(pair)
        return clusters


def _order(pair: Pair) -> tuple[float, str, str]:
    return (-pair[0].score, pair[1], pair[2])


def _unambiguous(pairs: list[Pair], found: dict[str, Profile]) -> list[Pair]:
    """Leave out what is known by half a name that fits two different full names about as well."""
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for verdict, a, b in pairs:
        for weak, full in ((a, b), (b, a)):
            if found[weak].weak and not found[full].weak:
                best[weak].append((verdict.score, full))
    torn = {weak for weak, fits in best.items() if len({found[f].name for s, f in fits if s > max(fits)[0] - 0.1}) > 1}
    return [p for p in pairs if not ({p[1], p[2]} & torn)]
