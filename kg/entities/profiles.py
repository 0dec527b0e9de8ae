"""What the table of entities says of each IRI, and the keys under which two profiles may be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.entities.determiners import determiners
from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import plain_head
from kg.entities.roles import role_noun
from kg.entities.spelling import FORMS, PARTICLES, core, fold, given_and_family, sound
from kg.language.lexicon import Lexicon
from kg.model import EntityRow, EntityType


@dataclass(frozen=True, slots=True)
class Profile:
    """One IRI over all its rows; ``neighbours`` are the strong entities it shares articles with."""

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


def profiles(rows: Iterable[EntityRow], lexicon: Lexicon) -> dict[str, Profile]:
    """Gather rows by IRI, sorted."""
    groups: dict[str, list[EntityRow]] = defaultdict(list)
    weak = set()
    for row in rows:
        groups[row.iri].append(row)
        if row.weak or not row.named:
            weak.add(row.iri)
    return {iri: _profile(iri, sorted(groups[iri], key=lambda r: r.article), weak, lexicon) for iri in sorted(groups)}


def _profile(iri: str, rows: Sequence[EntityRow], weak: set[str], lexicon: Lexicon) -> Profile:
    first = rows[0]
    names = tuple(
        dict.fromkeys(
            n for row in rows for n in (row.name, *row.aliases) if n == row.name or _is_name(n, first.type, lexicon)
        )
    )
    neighbours = frozenset(o for row in rows for o in row.others if o != iri and o not in weak)
    return Profile(
        iri=iri, type=first.type, name=min((r.name for r in rows), key=lambda n: (-len(n), n)), names=names,
        roles=frozenset(role for row in rows for role in row.roles), weak=iri in weak, named=all(r.named for r in rows),
        countries=frozenset(r.country for r in rows if r.country), wikidata=next((r.wikidata for r in rows if r.wikidata), None),
        articles=tuple(sorted({r.article for r in rows})), dates=tuple(sorted({r.date for r in rows if r.date})),
        neighbours=neighbours, known=_known(names, first.type, lexicon),
    )  # fmt: skip


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


def keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the blocks of a profile; two profiles without a common block are never compared."""
    kind = profile.type.value
    if not profile.named:
        return
    if profile.wikidata:
        yield kind, f"wikidata {profile.wikidata}"
    if profile.known:
        yield kind, f"known {profile.known}"
    if profile.type is EntityType.PERSON:
        yield from _person_keys(profile)
        return
    for name in profile.names:
        yield kind, core(name)
    if profile.type is EntityType.ORGANIZATION and " " in profile.name:
        yield kind, "first two " + " ".join(core(profile.name).split()[:2])


def _person_keys(profile: Profile) -> Iterator[tuple[str, str]]:
    given, family, _ = given_and_family(profile.name)
    surname = sound(family.split()[-1])
    if given:
        yield "Person", f"{surname} {sound(given[0])[:1]}"
        for neighbour in sorted(profile.neighbours)[:30]:
            yield "surname beside", f"{surname} {neighbour}"
        for role in sorted(profile.roles):
            yield "surname and role", f"{surname} {fold(role)}"
    else:
        for neighbour in sorted(profile.neighbours)[:30]:
            yield "surname beside", f"{surname} {neighbour}"
        for role in sorted(profile.roles):
            yield "surname and role", f"{surname} {fold(role)}"
