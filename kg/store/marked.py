"""The changes since articles were linked last, and the index that linking has with these in it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources
from itertools import chain, islice

import pyoxigraph as ox

from kg.entities.linking import NOT_SHARED, link_around
from kg.entities.profiles import (
    BARE,
    EVERYWHERE,
    FEW,
    FULL,
    MOST_ARTICLES,
    Key,
    Profile,
    from_text,
    is_bare,
    is_weak,
    keys,
    profile_of,
    to_text,
)
from kg.language.lexicon import Lexicon
from kg.model import Decision, EntityRow, Merge
from kg.store import tables
from kg.store.engine import Engine, text_of
from kg.store.linking import AT_ONCE, node, noted
from kg.store.names import KEY, LINKED, PROFILE, TABLE, UNLINKED, linking_graph, merges_graph

LINKING = ("entities", "language/de", "store")
"""The folders that decide who is who."""
MANY = 4
"""If one article of so many has changed, all are linked again: that is faster then."""


@cache
def version() -> str:
    """A hash of the code and data that link."""
    found = blake2b(digest_size=8)
    for folder in LINKING:
        for file in sorted(resources.files("kg").joinpath(folder).iterdir(), key=str):
            if file.name.endswith((".py", ".yaml")):
                found.update(file.read_bytes())
    return found.hexdigest()


def _note(base: str, articles: int) -> ox.Quad:
    return ox.Quad(merges_graph(base), LINKED, ox.Literal(f"{version()} {articles}"), linking_graph(base))


def write(engine: Engine, base: str, found: Mapping[str, Profile], articles: int) -> None:
    """Make all that linking looks up anew, but the tables, which are there.

    Args:
        engine: where the store is.
        base: what the IRIs of instances begin with.
        found: the profiles of all entities.
        articles: how many articles there are.
    """
    graph = linking_graph(base)
    stale = chain.from_iterable(list(engine.quads((None, about, None, graph))) for about in (PROFILE, KEY, UNLINKED))
    while some := list(islice(stale, AT_ONCE)):
        engine.change(some, ())
    made = (quad for profile in found.values() for quad in _about(base, profile))
    while some := list(islice(made, AT_ONCE)):
        engine.change((), some)
    engine.change(noted(engine, base), [_note(base, articles)])


def _about(base: str, profile: Profile) -> Iterator[ox.Quad]:
    subject, graph = node(base, profile.iri), linking_graph(base)
    yield ox.Quad(subject, PROFILE, ox.Literal(to_text(profile)), graph)
    for key in set(keys(profile)):
        yield ox.Quad(subject, KEY, _literal(key), graph)


def _literal(key: Key) -> ox.Literal:
    return ox.Literal("\t".join(key))


class Marked:
    """The index as it will be once the marked changes are in it."""

    def __init__(self, engine: Engine, base: str) -> None:
        self._engine = engine
        self._base = base
        self._graph = linking_graph(base)
        self._start = len(node(base, "").value)
        self._tables: dict[str, dict[str, EntityRow]] = {}
        self._stored: dict[str, Profile | None] = {}
        self._now: dict[str, Profile | None] = {}
        self._having: dict[Key, set[str]] = defaultdict(set)
        self._members: dict[Key, set[str]] = {}
        self.marks = list(engine.quads((None, UNLINKED, None, self._graph)))
        told = {text_of(quad.subject)[self._start :]: json.loads(text_of(quad.object)) for quad in self.marks}
        decision = f"{base}decision/"
        self._decided = {iri for about, pair in told.items() if about.startswith(decision) for iri in pair}
        self.named: dict[str, list[str] | None] = {
            article: iris for article, iris in told.items() if not article.startswith(decision)
        }

    def are_many(self) -> bool:
        """Whether it is better to link all again: so much has changed, or another newskg linked."""
        notes = [text_of(quad.object).split(" ") for quad in noted(self._engine, self._base)]
        return not notes or notes[0][0] != version() or MANY * len(self.named) > int(notes[0][1])

    def profile(self, iri: str) -> Profile | None:
        """What is known of an entity, None if there is none."""
        return self._now[iri] if iri in self._now else self._before(iri)

    def members(self, key: Key) -> Collection[str]:
        """The entities that have a key."""
        if key not in self._members:
            found = self._engine.texts(f"GRAPH {self._graph} {{ ?s {KEY} {_literal(key)} ; {PROFILE} ?v }}")
            stored = {about[self._start :]: text for _, about, text in found}
            for iri, text in stored.items():
                if iri not in self._stored:
                    self._stored[iri] = from_text(text)
            self._members[key] = (stored.keys() - self._now.keys()) | self._having.get(key, set())
        return self._members[key]

    def everywhere(self, iris: Collection[str]) -> Collection[str]:
        """Those of some entities that are in many articles."""
        nodes = " ".join(str(node(self._base, iri)) for iri in iris if iri not in self._now)
        found = self._engine.texts(f"VALUES ?s {{ {nodes} }} GRAPH {self._graph} {{ ?s {KEY} {_literal(EVERYWHERE)} }}")
        stored = {about[self._start :] for _, about, _ in found} if nodes else set()
        return stored | self._having.get(EVERYWHERE, set()).intersection(iris)

    def beside(self, article: str) -> Collection[str]:
        """The entities of an article."""
        return self.table(article).keys()

    def table(self, article: str) -> dict[str, EntityRow]:
        """The entities of an article by their IRIs; nothing if it is gone."""
        if article not in self._tables:
            found = self._engine.quads((node(self._base, article), TABLE, None, self._graph))
            rows = [row for quad in found for row in tables.from_text(article, text_of(quad.object))]
            self._tables[article] = {row.iri: row for row in rows}
        return self._tables[article]

    def link(self, decisions: Sequence[Decision]) -> tuple[set[str], list[Merge]]:
        """Take the changes in; returns the entities that they concern, and the merges of these."""
        touched, lapsed = self._take()
        return link_around(self, touched, decisions, lapsed)

    def _take(self) -> tuple[set[str], set[Key]]:
        inside: dict[str, set[str]] = defaultdict(set)
        for article, named in self.named.items():
            for iri in named or ():
                inside[iri] = inside[iri]
            for iri in self.table(article):
                inside[iri].add(article)
        articles = {iri: self._articles(iri, marked) for iri, marked in inside.items()}
        self._refill(articles)
        for iri, found in articles.items():
            before = self._before(iri)
            now = self._profile(iri, found or ())
            if now != before:
                self._now[iri] = now
                for key in keys(now) if now else ():
                    self._having[key].add(iri)
        touched = {*self._now, *self._beside_crossing()}
        touched |= {iri for article in self.named for iri in self.table(article) if is_bare(self.profile(iri))}
        lapsed = {key for iri in self._now if (before := self._before(iri)) for key in keys(before)}
        return touched | self._decided, lapsed

    def written(self) -> tuple[set[ox.Quad], set[ox.Quad]]:
        """The quads to remove and to add so that the index is as it should be, without marks."""
        remove = {*self.marks, *noted(self._engine, self._base)}
        old = {quad for iri in self._now if (before := self._before(iri)) for quad in _about(self._base, before)}
        new = {quad for profile in self._now.values() if profile for quad in _about(self._base, profile)}
        return remove | (old - new), (new - old) | {_note(self._base, self._count())}

    def _count(self) -> int:
        (note,) = noted(self._engine, self._base)
        came = sum(bool(self.table(article)) - bool(named) for article, named in self.named.items())
        return int(text_of(note.object).split(" ")[1]) + came

    def _before(self, iri: str) -> Profile | None:
        if iri not in self._stored:
            found = self._engine.quads((node(self._base, iri), PROFILE, None, self._graph))
            self._stored[iri] = next((from_text(text_of(quad.object)) for quad in found), None)
        return self._stored[iri]

    def _articles(self, iri: str, marked: set[str]) -> list[str] | None:
        """The articles that make an entity's profile; None if one lapsed, so that others must be looked for."""
        before = self._before(iri)
        old = before.articles if before else ()
        found = sorted({article for article in old if article not in self.named} | marked)
        if len(old) < MOST_ARTICLES:
            return found[:MOST_ARTICLES]
        found = [article for article in found if article <= old[-1]]
        return found[:MOST_ARTICLES] if len(found) >= MOST_ARTICLES else None

    def _refill(self, articles: dict[str, list[str] | None]) -> None:
        """Look for the articles of entities of which one lapsed: in all tables."""
        lacking = {iri: list[str]() for iri, found in articles.items() if found is None}
        for quad in self._engine.quads((None, TABLE, None, self._graph)) if lacking else ():
            article, text = text_of(quad.subject)[self._start :], text_of(quad.object)
            for iri, having in lacking.items():
                if tables.names(text, iri):
                    having.append(article)
        articles.update((iri, sorted(found)[:MOST_ARTICLES]) for iri, found in lacking.items())

    def _profile(self, iri: str, articles: Collection[str]) -> Profile | None:
        before = self._before(iri)
        if before and before.articles == tuple(articles) and not self.named.keys() & {*articles}:
            return before
        rows = [self.table(article)[iri] for article in articles]
        weak = {(article, row.iri) for article in articles for row in self.table(article).values() if is_weak(row)}
        return profile_of(iri, rows, weak, Lexicon()) if rows else None

    def _beside_crossing(self) -> set[str]:
        """Namesakes beside entities that have come to be in many articles, or in few: that counts no longer, or now."""
        found = set[str]()
        for iri, now in self._now.items():
            articles = [profile.articles if profile else () for profile in (self._before(iri), now)]
            if (len(articles[0]) > FEW) != (len(articles[1]) > FEW):
                others = {other for article in {*articles[0], *articles[1]} for other in self.table(article)}
                found |= self._namesakes(others)
        return found

    def _namesakes(self, iris: Iterable[str]) -> set[str]:
        """Those of some entities that are compared with another one of them."""
        having: dict[Key, set[str]] = defaultdict(set)
        for iri in iris:
            profile = self.profile(iri)
            for kind, key in set(keys(profile)) - {EVERYWHERE} if profile else ():
                having[FULL if kind == BARE else kind, key].add(iri)
        found = set[str]()
        for (kind, _), others in having.items():
            if len(others) > 1 and (kind not in NOT_SHARED or any(is_bare(self.profile(iri)) for iri in others)):
                found |= others
        return found
