"""What the table of entities says of each IRI, and the keys under which two profiles may be the same.

A profile is made of an entity's first articles only, so that it costs no more in a large store: who is in many is known
well enough by some.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from functools import cache
from itertools import takewhile

from kg.entities.determiners import determiners
from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import plain_head
from kg.entities.roles import role_noun
from kg.entities.spelling import FORMS, PARTICLES, core, fold, given_and_family, sound
from kg.language.lexicon import Lexicon
from kg.model import EntityRow, EntityType

MOST_ARTICLES = 10
"""So many of an entity's articles, the first by IRI, make its profile."""
Key = tuple[str, str]
SEEN_BESIDE = frozenset({EntityType.PERSON, EntityType.NAMED_EVENT})
"""Of these it counts whom they are seen beside."""
FULL, BARE = "full name", "bare surname"
"""The kinds of keys under which a person known by a surname alone finds those known by a full name."""
FEW = 3
"""Who is in more articles than these is no evidence for two that are seen beside him."""
NEAR_DAYS = 60
"""Events of a name that anybody could give are one only if they are no farther apart."""
EVERYWHERE = ("everywhere", "")
"""The key of all those."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One IRI over its rows; ``neighbours`` are the strong entities that it shares articles with."""

    iri: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    roles: frozenset[str]
    weak: bool
    named: bool
    countries: frozenset[str]
    wikidata: str | None
    articles: tuple[str, ...]
    dates: tuple[str, ...]
    neighbours: frozenset[str]
    known: str | None


NEIGHBOURS = [field.name for field in fields(Profile)].index("neighbours")


def profiles(rows: Iterable[EntityRow], lexicon: Lexicon) -> dict[str, Profile]:
    """Gather rows by IRI, sorted."""
    groups: dict[str, list[EntityRow]] = defaultdict(list)
    weak = set()
    for row in rows:
        groups[row.iri].append(row)
        if is_weak(row):
            weak.add((row.article, row.iri))
    return {iri: profile_of(iri, sorted(groups[iri], key=lambda r: r.article), weak, lexicon) for iri in sorted(groups)}


def is_weak(row: EntityRow) -> bool:
    """Whether an entity is known by half a name in an article, or by none."""
    return row.weak or not row.named


def profile_of(iri: str, rows: Sequence[EntityRow], weak: set[tuple[str, str]], lexicon: Lexicon) -> Profile:
    """Make a profile.

    Args:
        iri: the entity's.
        rows: its rows, at least those of its first articles, sorted by article.
        weak: the weak entities of these articles: article and IRI.
        lexicon: what is known of the language.
    """
    articles = sorted({r.article for r in rows})[:MOST_ARTICLES]
    rows = [row for row in rows if row.article <= articles[-1]]
    kind = rows[0].type
    names = _names(tuple(dict.fromkeys((r.name, r.aliases) for r in rows)), kind, lexicon)
    around = {o for r in rows for o in r.others if (r.article, o) not in weak} if kind in SEEN_BESIDE else set()
    return Profile(
        iri=iri, type=kind, name=min((r.name for r in rows), key=lambda n: (-len(n), n)), names=names,
        roles=frozenset(role for row in rows for role in row.roles), weak=any((r.article, iri) in weak for r in rows),
        named=all(r.named for r in rows), countries=frozenset(r.country for r in rows if r.country),
        wikidata=next((r.wikidata for r in rows if r.wikidata), None), articles=tuple(articles),
        dates=tuple(sorted({r.date for r in rows if r.date})), neighbours=frozenset(around - {iri}),
        known=_known(names, kind, lexicon),
    )  # fmt: skip


def to_text(profile: Profile) -> str:
    """Write a profile down; the same profile gives the same text."""
    told = [sorted(value) if isinstance(value, frozenset) else value for value in astuple(profile)]
    start = _start(told[NEIGHBOURS])
    told[NEIGHBOURS] = [iri[len(start) :] for iri in told[NEIGHBOURS]]
    return json.dumps([start, *told], ensure_ascii=False)


def _start(texts: Sequence[str]) -> str:
    """What sorted texts all begin with."""
    pairs = zip(texts[0], texts[-1], strict=False) if texts else ()
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def from_text(text: str) -> Profile:
    """Read a profile back."""
    start, iri, kind, name, names, roles, weak, named, countries, wikidata, articles, dates, near, known = json.loads(
        text
    )
    return Profile(
        iri, EntityType(kind), name, tuple(names), frozenset(roles), weak, named, frozenset(countries), wikidata,
        tuple(articles), tuple(dates), frozenset(start + rest for rest in near), known,
    )  # fmt: skip


def is_bare(profile: Profile | None) -> bool:
    """Whether somebody is known by a surname alone."""
    return profile is not None and profile.type is EntityType.PERSON and not given_and_family(profile.name)[0]


@cache
def _names(forms: tuple[tuple[str, tuple[str, ...]], ...], kind: EntityType, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(n for name, aliases in forms for n in (name, *aliases) if n == name or _is_name(n, kind, lexicon))
    )


def _is_name(form: str, kind: EntityType, lexicon: Lexicon) -> bool:
    """Whether an alias is a name and not a description ("der Kremlchef", "US-Präsident Trump", "das Unternehmen")."""
    words, opening = form.split(), determiners(lexicon)
    if len(form) < 2 or not words or words[0] in opening.articles:
        return False
    if words[0].casefold() in opening.articles | opening.indefinite and kind is not EntityType.ORGANIZATION:
        return False
    if not all(w[0].isupper() or w[0].isdigit() or w.casefold() in PARTICLES or w == "&" for w in words):
        return False
    if kind is EntityType.PERSON:
        return not any(role_noun(w, lexicon) for w in words[:-1]) and not (
            len(words) == 1 and role_noun(words[0], lexicon)
        )
    return len(words) > 1 or not plain_head(words[0], lexicon)


def _known(names: tuple[str, ...], kind: EntityType, lexicon: Lexicon) -> str | None:
    """The gazetteer's key for any of the names, if it is of the same type."""
    gaz = gazetteer(lexicon)
    for name in names:
        words = name.split()
        while len(words) > 1 and fold(words[-1]) in FORMS:
            words.pop()
        known = gaz.names.get(name) or gaz.names.get(" ".join(words))
        if known and known.type is kind:
            return known.key
    return None


def keys(profile: Profile) -> Iterator[Key]:
    """Yield the blocks of a profile; two profiles without a common block are never compared."""
    if len(profile.articles) > FEW:
        yield EVERYWHERE
    if not profile.named:
        return
    kind = profile.type.value
    shared = [f"wikidata {profile.wikidata}"] if profile.wikidata else []
    shared += [f"known {profile.known}"] if profile.known else []
    if profile.type is EntityType.PERSON:
        given, family, _ = given_and_family(profile.name)
        surname = sound(family.split()[-1])
        for key in (*shared, surname):
            yield FULL if given else BARE, key
        if given:
            shared += [f"{surname} {sound(name)[:1]}" for name in given]
    elif not profile.weak:
        shared += [core(name) for name in profile.names]
        if profile.type is EntityType.ORGANIZATION and " " in profile.name:
            shared.append("first two " + " ".join(core(profile.name).split()[:2]))
    if profile.type is EntityType.NAMED_EVENT:
        periods = {
            found.toordinal() // NEAR_DAYS for text in profile.dates[:1] + profile.dates[-1:] if (found := day(text))
        }
        shared += [f"{core(profile.name)} {number + after}" for number in periods for after in (0, 1)]
    for key in shared if not is_bare(profile) else ():
        yield kind, key


@cache
def day(edtf: str) -> date | None:
    """The day of a date that is given to the day or month (then its middle), None for others."""
    parts = edtf.split("-")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 15)
    except (ValueError, IndexError):
        return None
