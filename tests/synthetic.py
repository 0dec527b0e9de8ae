"""Readings made by chance, for tests and benchmarks of the store: the shape of the real thing, no meaning."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.model import Article, Claim, Entity, EntityType, Event, Factuality, Mention, Reading, Time
from kg.rdf import to_nquads

FIRST = [
    "Anna",
    "Berta",
    "Carl",
    "Dora",
    "Emil",
    "Frieda",
    "Georg",
    "Hanna",
    "Iris",
    "Jonas",
    "Karla",
    "Leo",
    "Mara",
    "Nils",
    "Olga",
    "Paul",
    "Rosa",
    "Sven",
    "Tina",
    "Uwe",
]
STEMS = [
    "Albers",
    "Brandt",
    "Conrad",
    "Dehler",
    "Ebert",
    "Falk",
    "Gerber",
    "Hansen",
    "Illner",
    "Jahn",
    "Keller",
    "Lorenz",
    "Moser",
    "Nagel",
    "Ortmann",
]
ENDINGS = ["", "mann", "meier", "maier", "hofer", "thaler", "bacher", "egger", "stein", "hauser"]
CITIES = [
    "Altstadt",
    "Bergheim",
    "Dornau",
    "Eschbach",
    "Felden",
    "Grünau",
    "Hochdorf",
    "Isenburg",
    "Kaltbrunn",
    "Lindau",
]
ROLES = ["Minister", "Sprecherin", "Präsident", "Abgeordnete", "Botschafter", "Trainerin", "Richter"]
MEETING, STANDING = ("met", "negotiatedWith", "talkedWith"), ("heads", "worksFor", "represents")
CLASSES = {"met": "Meeting", "negotiatedWith": "Negotiation", "talkedWith": "Contact", "criticised": "Criticism"}


def person(number: int) -> Entity:
    """The person of a number; the same number is the same person in every article."""
    name = f"{FIRST[number % 20]} {STEMS[number // 20 % 15]}{ENDINGS[number // 300 % 10]}{number // 3000 or ''}"
    slug = name.lower().replace(" ", "-")
    role = (ROLES[number % 7],)
    return Entity(f"person/{slug}", EntityType.PERSON, name, aliases=(name.split()[1],), roles=role)


def organization(number: int) -> Entity:
    """The organization of a number."""
    return Entity(f"organization/bund-{number}", EntityType.ORGANIZATION, f"Bund {number}", aliases=("der Bund",))


def city(number: int) -> Entity:
    """The city of a number."""
    name = f"{CITIES[number % 10]}{number // 10 or ''}"
    return Entity(f"place/{name.lower()}", EntityType.PLACE, name)


def reading(number: int, *, people: int = 3000, version: int = 0) -> Reading:
    """The synthetic article of a number; few people are in many articles, most in few.

    Args:
        number: decides everything else, together with ``version``.
        people: how many persons there are to choose from.
        version: another text for the same article.
    """
    chance = random.Random(f"{number}/{version}")
    chosen = sorted({int(people ** chance.random()) - 1 for _ in range(5)} | {number % people})
    persons = [person(i) for i in chosen]
    house, town = organization(chance.randrange(1 + people // 10)), city(chance.randrange(1 + people // 20))
    weak = Entity("person/sprecher", EntityType.PERSON, "Sprecher", named=False, weak=True)
    day = f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    sentences, claims, events = _claims(persons, house, town, day, chance)
    text = " ".join(sentences)
    mentions = [
        Mention(who.id, at, at + len(who.name), at, "name", "sample")
        for who in (*persons, town)
        if (at := text.find(who.name)) >= 0
    ]
    article = Article(f"probe-{number:05}", text, title=f"Probe {number}", date=day, publisher=f"Blatt {number % 40}")
    entities = (*persons, house, town, weak)
    return Reading(article, entities, tuple(mentions), events=tuple(events), claims=tuple(claims))


def _claims(
    persons: list[Entity], house: Entity, town: Entity, day: str, chance: random.Random
) -> tuple[list[str], list[Claim], list[Event]]:
    sentences: list[str] = []
    claims: list[Claim] = []
    events: list[Event] = []
    at = 0
    for i, (one, other) in enumerate(zip(persons, [*persons[1:], house], strict=True)):
        predicate = chance.choice(STANDING if other is house else (*MEETING, "criticised"))
        sentence = f"{one.name} traf am {i}. Tag in {town.name} auf {other.name}."
        event = None if other is house else f"event-{i}"
        time = None if event is None else Time(at, at + 4, "DATE", day, day)
        told = persons[0].id if i % 3 == 2 else None
        factuality = Factuality.REPORTED if told else chance.choice(list(Factuality))
        where = town.id if event else None
        claims.append(
            Claim(
                one.id, predicate, other.id, at, at + len(sentence), f"frames/{predicate}", factuality,
                source=told, time=time, place=where, event=event, confidence=chance.randrange(50, 100) / 100,
            )
        )  # fmt: skip
        if event:
            events.append(Event(event, CLASSES[predicate], (one.id, other.id), (i,), time, where))
        sentences.append(sentence)
        at += len(sentence) + 1
    sentence = f"Es sei der Tag {day}, sagte {persons[0].name}."
    claims.append(Claim(persons[0].id, "said", sentence[:21], at, at + len(sentence), "statements", literal=True))
    return [*sentences, sentence], claims, events


def graphs(count: int, *, people: int = 3000, start: int = 0) -> Iterator[tuple[str, list[str]]]:
    """The article graphs of the first numbers: IRI of the article, its N-Quads lines."""
    for number in range(start, start + count):
        yield graph(number, people=people)


def graph(number: int, *, people: int = 3000, version: int = 0) -> tuple[str, list[str]]:
    """The graph of one number: IRI of the article, its N-Quads lines."""
    lines = to_nquads(reading(number, people=people, version=version), digest=f"{number}.{version}-tools")
    return f"https://w3id.org/newskg/data/article/probe-{number:05}", lines
