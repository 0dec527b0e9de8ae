"""Two small articles as the pipeline would read them, and a store that holds them."""

from dataclasses import replace
from pathlib import Path

from kg.model import Article, Claim, Entity, EntityType, Event, Factuality, Mention, Reading, Time
from kg.rdf import BASE, article_iri, to_nquads
from kg.store import Store, open_store

KERN = Entity("person/petra-kern", EntityType.PERSON, "Petra Kern", aliases=("Kern", "die Chefin"), roles=("Chefin",))
HOLM = Entity("person/holm", EntityType.PERSON, "Holm", weak=True)
SOLAR = Entity("organization/solar-ag", EntityType.ORGANIZATION, "Solar AG")
GRAZ = Entity("place/graz", EntityType.PLACE, "Graz", wikidata="Q13298")

TEXT = 'Petra Kern traf Holm am 3. Mai in Graz.\n„Das \\ war "gut"“, sagte Kern.\nKern leitet die Solar AG.'
DAY = Time(21, 30, "DATE", "2024-05-03", "2024-05-03")


def _claim(subject: Entity, predicate: str, object_: Entity | str, quotation: str, **more: object) -> Claim:
    start = TEXT.index(quotation)
    target = object_ if isinstance(object_, str) else object_.id
    claim = Claim(subject.id, predicate, target, start, start + len(quotation), "frames/test", confidence=0.75)
    return replace(claim, literal=isinstance(object_, str), **more)  # type: ignore[arg-type]


CLAIMS = (
    _claim(KERN, "met", HOLM, "Petra Kern traf Holm am 3. Mai in Graz", time=DAY, place=GRAZ.id, event="e"),
    _claim(KERN, "said", 'Das \\ war "gut"', '„Das \\ war "gut"“, sagte Kern'),
    _claim(KERN, "heads", SOLAR, "Kern leitet die Solar AG"),
    _claim(KERN, "supported", SOLAR, "Kern leitet die Solar AG", factuality=Factuality.REPORTED, source=HOLM.id),
    _claim(HOLM, "represents", SOLAR, "Kern leitet die Solar AG", former=True),
    _claim(HOLM, "dismissed", KERN, "Petra Kern traf Holm", factuality=Factuality.PLANNED),
    _claim(KERN, "open:gut finden", "Graz", "in Graz"),
)
FIRST = Reading(
    Article("eins", TEXT, title="Treffen in Graz", date="2024-05", url="https://news.example/1"),
    (KERN, HOLM, SOLAR, GRAZ),
    (Mention(KERN.id, 0, 10, 6, "name", "exact"), Mention(KERN.id, 12, 16, 12, "pronoun", "test")),
    events=(Event("e", "Meeting", (HOLM.id, KERN.id), (0,), DAY, GRAZ.id),),
    claims=CLAIMS,
)
SECOND = replace(
    FIRST,
    article=Article("zwei/ä", TEXT, date="2024-06"),
    claims=CLAIMS[2:3],
    events=(),
    mentions=(),
)


def sample(location: str | Path = ":memory:") -> Store:
    """A store with both articles."""
    store = open_store(location)
    store.begin()
    for reading in (SECOND, FIRST):
        lines = to_nquads(reading, digest="d")
        store.replace(article_iri(reading.article.id, base=BASE), lines)
    store.flush()
    return store
