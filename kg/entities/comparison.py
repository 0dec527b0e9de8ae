"""How sure it is that two profiles are one entity, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kg.entities.profiles import NEAR_DAYS, Profile, day
from kg.entities.spelling import anglicised, core, fold, given_and_family, initials, sound
from kg.language.lexicon import Lexicon
from kg.model import EntityType

SURE, DOUBTFUL = 0.8, 0.55
Telling = Callable[[str], bool]
"""Whether it says something that two are both seen beside an entity (IRI): not if it is everywhere."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``score`` from 0 to 1 with the evidence; ``different`` is certain: these two are never joined."""

    score: float
    why: str
    different: bool = False


NO = Verdict(0.0, "different names")


def compare(a: Profile, b: Profile, telling: Telling | None = None) -> Verdict:
    """Compare two profiles of one block.

    Args:
        a: one profile.
        b: another one.
        telling: which neighbours count as evidence; without it only the names are compared, which is enough to find
            that two are different.
    """
    if a.type is not b.type or not (a.named and b.named):
        return Verdict(0.0, "different types", different=True)
    if a.wikidata and b.wikidata:
        same = a.wikidata == b.wikidata
        return Verdict(
            1.0 if same else 0.0, f"Wikidata {a.wikidata}" if same else "different Wikidata items", different=not same
        )
    if a.known and b.known:
        same = a.known == b.known
        return Verdict(
            0.97 if same else 0.0,
            "names of one entry of the gazetteer" if same else "two entries of the gazetteer",
            different=not same,
        )
    if a.type is EntityType.PERSON:
        return _persons(a, b, telling)
    if a.type is EntityType.NAMED_EVENT:
        return _events(a, b)
    return _bodies(a, b)


def _persons(a: Profile, b: Profile, telling: Telling | None) -> Verdict:
    first, family, generation = given_and_family(a.name)
    other, other_family, other_generation = given_and_family(b.name)
    if generation != other_generation:
        return Verdict(0.0, "father and son", different=True)
    spelled = fold(family) == fold(other_family) or fold(family.split()[-1]) == fold(other_family.split()[-1])
    if not spelled and (sound(family) != sound(other_family) or len(family) < 5):
        return Verdict(0.0, "different family names", different=bool(first and other))
    if first and other:
        return _full(a, b, (first, other), spelled, telling)
    if a.iri in b.neighbours or b.iri in a.neighbours or not set(a.articles).isdisjoint(b.articles):
        return Verdict(0.0, "both in one article", different=True)
    score, why = 0.35 if spelled else 0.25, ["family name"]
    gain, reasons = _support(a, b, telling)
    return Verdict(min(0.95, score + gain), ", ".join(why + reasons))


def _full(
    a: Profile,
    b: Profile,
    given: tuple[tuple[str, ...], tuple[str, ...]],
    spelled: bool,
    telling: Telling | None,
) -> Verdict:
    x, y = given
    same = fold(x[0]) == fold(y[0])
    alike = same or (sound(x[0]) == sound(y[0]) and len(x[0]) > 2) or _same_given(x[0], y[0])
    short = _initial(x[0], y[0])
    called = spelled and (fold(x[0]) in map(fold, y) or fold(y[0]) in map(fold, x))
    if not alike and not short and not called:
        return Verdict(0.0, "different given names", different=True)
    gain, reasons = _support(a, b, telling)
    if not alike and not short:
        return Verdict(min(0.95, 0.6 + gain), ", ".join(["one of several given names", *reasons]))
    if short and not alike:
        return Verdict(min(0.95, 0.5 + gain), ", ".join(["initial and family name", *reasons]))
    if len(x) > 1 and len(y) > 1 and [n[0] for n in x[1:]] != [n[0] for n in y[1:]]:
        return Verdict(0.3 + gain / 2, ", ".join(["different middle names", *reasons]))
    if alike and spelled:
        return Verdict(min(0.99, 0.85 + gain), ", ".join(["given name and family name", *reasons]))
    score = 0.82 if _foreign(given_and_family(a.name)[1], given_and_family(b.name)[1]) else 0.5
    return Verdict(
        min(0.97, score + gain),
        ", ".join(["transliterations of one name" if score > 0.8 else "names that sound alike", *reasons]),
    )


def _foreign(a: str, b: str) -> bool:
    """Whether two spellings differ only the way German and English write one foreign name."""
    return (
        fold(a) != fold(b)
        and anglicised(a) == anglicised(b)
        or any(name.casefold().endswith(SLAVIC) for name in (a, b))
    )


SLAVIC = (
    "skyj", "skij", "skiy", "sky", "jew", "iew", "ijew", "yev", "iev", "tschenko", "chenko", "witsch", "vych",
    "vich", "vić", "ow", "ew", "ov", "ev", "kij", "kyj", "nyj", "owa", "ova", "ewa",
)  # fmt: skip


def _same_given(a: str, b: str) -> bool:
    """Whether two given names are forms of one ("Alexander", "Aleksandr")."""
    groups = _variants()
    return not groups.get(fold(a), frozenset()).isdisjoint(groups.get(fold(b), frozenset()))


@cache
def _variants() -> dict[str, frozenset[int]]:
    """A given name to the numbers of the groups that it is in."""
    groups = [{fold(name) for name in group} for group in Lexicon().table("names_variants")["given"]]
    return {name: frozenset(n for n, group in enumerate(groups) if name in group) for name in set().union(*groups)}


def _initial(a: str, b: str) -> bool:
    short, full = sorted((a, b), key=len)
    return short.endswith(".") and len(short) <= 3 and full[:1].casefold() == short[:1].casefold()


def _support(a: Profile, b: Profile, telling: Telling | None) -> tuple[float, list[str]]:
    """What besides the name speaks for two persons being one, less what speaks against it."""
    if telling is None:
        return 0.0, []
    gain, reasons = 0.0, []
    roles = {fold(r) for r in a.roles} & {fold(r) for r in b.roles}
    if roles:
        long = any(len(r) > 9 or " " in r for r in roles)
        gain += 0.3 if long else 0.2
        reasons.append(f"role {min(roles)}")
    shared = [n for n in a.neighbours & b.neighbours if telling(n)]
    if shared:
        gain += min(0.35, 0.15 * len(shared))
        reasons.append(f"{len(shared)} of the same others around")
    if a.countries and b.countries:
        same = bool(a.countries & b.countries)
        gain += 0.1 if same else -0.3
        reasons.append("same country" if same else "but different countries")
    gap = _days(a, b)
    if gain > 0 and gap is not None and gap <= 31:
        gain += 0.1
        reasons.append("within a month")
    return gain, reasons


def _days(a: Profile, b: Profile) -> int | None:
    """Days between the nearest dates of two profiles that are given to the day or month."""
    if a.dates == b.dates and a.dates and day(a.dates[0]):
        return 0
    days = [(day(x), day(y)) for x in (a.dates[:1] + a.dates[-1:]) for y in (b.dates[:1] + b.dates[-1:])]
    gaps = [abs((x - y).days) for x, y in days if x and y]
    return min(gaps, default=None)


def _bodies(a: Profile, b: Profile) -> Verdict:
    """Organisations, places, works and groups."""
    if a.weak or b.weak:
        return Verdict(0.0, "only in its article")
    if a.countries and b.countries and not a.countries & b.countries:
        return Verdict(0.0, "different countries", different=True)
    x, y = core(a.name), core(b.name)
    if x == y:
        return Verdict(0.95, "same name")
    if a.type is not EntityType.ORGANIZATION:
        return (
            Verdict(0.85, "one name in common")
            if {core(n) for n in a.names} & {core(n) for n in b.names} and a.type is EntityType.WORK
            else NO
        )
    shared = {core(n) for n in a.names} & {core(n) for n in b.names}
    acronym = next(
        (n for n in (a.name, b.name) if len(n) < 7 and " " not in n and sum(c.isupper() for c in n) > 1), None
    )
    if acronym and (
        core(acronym) in shared or any(initials(n) == acronym.upper() for n in (a.name, b.name) if n != acronym)
    ):
        return Verdict(0.9 if shared else 0.6, "acronym and long name" if shared else "acronym that fits the long name")
    if shared:
        longest = max(shared, key=len)
        return Verdict(0.85 if len(longest) > 3 and (longest in {x, y}) else 0.6, f"also called {longest}")
    words, others = set(x.split()), set(y.split())
    if words < others or others < words:
        return Verdict(0.6, "one name is part of the other")
    return NO


def _events(a: Profile, b: Profile) -> Verdict:
    if core(a.name) != core(b.name):
        return NO
    if not a.weak and not b.weak:
        return Verdict(0.9, "same name")
    shared = len(a.neighbours & b.neighbours)
    gap = _days(a, b) if shared > 1 else None
    if gap is not None and gap <= NEAR_DAYS:
        return Verdict(min(0.9, 0.5 + 0.1 * shared), f"same name within {gap} days, {shared} of the same others around")
    return Verdict(0.4, "same name")
