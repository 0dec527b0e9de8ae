"""Readings become quads that keep the contract."""

from dataclasses import replace

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef

from kg.model import Article, Claim, Entity, EntityType, Event, Factuality, Mention, Reading, Time
from kg.rdf import BASE, KG, OPEN, PREFIXES, article_iri, predicate_iri, to_nquads
from kg.rdf.terms import address, decimal, literal
from kg.rdf.validation import violations

OA = rdflib.Namespace(PREFIXES["oa"])
TEXT = "Petra Kern traf Jan Holm am 3. Mai in Graz. „Das war gut“, sagte Kern. Kern ist Chefin der Solar AG."
ARTICLE = Article("probe/1 ä", TEXT, title='Kern "trifft" Holm', date="2024-05", url="https://news.example/a b?x=ü")
KERN = Entity("person/petra-kern", EntityType.PERSON, "Petra Kern", aliases=("Kern",), roles=("Chefin",))
HOLM = Entity("person/jan-holm", EntityType.PERSON, "Jan Holm", weak=True, country="country/austria")
GRAZ = Entity("place/graz", EntityType.PLACE, "Graz", wikidata="Q13298")
SOLAR = Entity("organization/solar-ag", EntityType.ORGANIZATION, "Solar AG")
MAY = Time(25, 34, "DATE", "2024-05-03", "2024-05-03")
MET = Claim(KERN.id, "met", HOLM.id, 0, 42, "frames/treffen", time=MAY, place=GRAZ.id, event="e1", confidence=0.9)
SAID = Claim(KERN.id, "said", "Das war gut", 44, 70, "speech/direct")
HEADS = Claim(KERN.id, "heads", SOLAR.id, 71, 99, "roles/genitive")
MEETING = Event("e1", "Meeting", (HOLM.id, KERN.id), (0,), MAY, GRAZ.id)


def reading(*claims: Claim, text: str = TEXT, events: tuple[Event, ...] = (MEETING,)) -> Reading:
    found = {event.id: event for event in events if any(claim.event == event.id for claim in claims)}
    return Reading(replace(ARTICLE, text=text), (KERN, HOLM, GRAZ, SOLAR), claims=claims, events=tuple(found.values()))


def entity(entity: Entity) -> str:
    return f"{BASE}entity/{entity.id}" + ("--probe/1%20%C3%A4" if entity.weak else "")


def dataset(lines: list[str]) -> Dataset:
    found = Dataset(default_union=True)
    found.parse(data="\n".join(lines) + "\n", format="nquads")
    return found


def about(lines: list[str], predicate: str) -> list[str]:
    return [line.split(" ", 2)[2] for line in lines if line.split(" ", 2)[1] == f"<{predicate}>"]


@pytest.mark.parametrize(
    ("claim", "triples"),
    [
        (HEADS, 1),
        (replace(HEADS, factuality=Factuality.REPORTED), 1),
        (replace(HEADS, factuality=Factuality.PLANNED), 0),
        (replace(HEADS, factuality=Factuality.POSSIBLE), 0),
        (replace(HEADS, factuality=Factuality.NEGATED), 0),
        (replace(HEADS, former=True), 0),
        (replace(HEADS, predicate="open:schätzen"), 0),
        (replace(HEADS, object=KERN.id), 0),
        (MET, 2),
        (SAID, 1),
    ],
)
def test_only_what_holds_becomes_a_plain_triple(claim: Claim, triples: int) -> None:
    lines = to_nquads(reading(claim))
    subject = f"<{entity(KERN)}> <{predicate_iri(claim.predicate)}> "
    other = f"<{entity(HOLM)}> <{KG}met> "
    assert sum(line.startswith((subject, other)) for line in lines) == triples
    assert about(lines, PREFIXES["rdf"] + "predicate") != []


def test_the_contracts_example() -> None:
    graph = dataset(to_nquads(reading(MET, SAID, HEADS), digest="d1"))
    kg = rdflib.Namespace(KG)
    article = URIRef(article_iri(ARTICLE.id, base=BASE))
    assert {str(name) for name in graph.graphs()} - {str(graph.default_graph)}
    assert {quad[3] for quad in graph.quads()} == {article}
    (event,) = graph.subjects(rdflib.RDF.type, kg.Meeting)
    assert graph.value(event, rdflib.RDFS.label) == Literal("Treffen: Jan Holm, Petra Kern, 2024-05-03", lang="de")
    assert set(graph.objects(event, kg.participant)) == {URIRef(entity(KERN)), URIRef(entity(HOLM))}
    assert graph.value(event, kg.time) == Literal("2024-05-03", datatype=kg.edtf)
    assert str(graph.value(event, kg.earliest)) == str(graph.value(event, kg.latest)) == "2024-05-03"
    claim = graph.value(predicate=kg.event, object=event)
    assert str(graph.value(claim, kg.confidence)) == "0.9"
    assert graph.value(claim, kg.place) == graph.value(event, kg.place) == URIRef(entity(GRAZ))
    assert graph.value(article, kg.digest) == Literal("d1")
    assert str(graph.value(article, rdflib.DCTERMS.source)) == "https://news.example/a%20b?x=%C3%BC"
    for quotation in graph.subjects(rdflib.RDF.type, kg.Quotation):
        start, end = (int(str(graph.value(quotation, offset))) for offset in (OA.start, OA.end))
        assert TEXT[start:end] == str(graph.value(quotation, OA.exact))


def test_graphs_of_readings_are_valid() -> None:
    full = replace(MET, factuality=Factuality.REPORTED, source=SOLAR.id, topic="Solarpark")
    open_claim = replace(SAID, predicate="open:gut finden", literal=True)
    mentions = (Mention(KERN.id, 0, 10, 6, "name", "exact"), Mention(HOLM.id, 0, 10, 6, "pronoun", "both"))
    article = reading(full, SAID, HEADS, open_claim)
    found = to_nquads(replace(article, mentions=mentions), digest="d")
    assert violations(article_iri(ARTICLE.id, base=BASE), found) == []


def test_a_claim_costs_at_most_twelve_triples() -> None:
    full = replace(MET, factuality=Factuality.REPORTED, source=SOLAR.id, topic="Solarpark")
    lines = to_nquads(reading(full))
    assert sum(line.startswith(f"<{BASE}claim/") for line in lines) == 12
    assert about(lines, KG + "topic")[0].startswith('"Solarpark"@de')


def test_claims_of_a_sentence_share_its_quotation() -> None:
    lines = to_nquads(reading(MET, replace(MET, predicate="talkedWith")))
    assert len(about(lines, PREFIXES["oa"] + "exact")) == 1


def test_mentions_are_names_nominals_and_pronouns() -> None:
    kinds = ("name", "nominal", "pronoun", "adjective", "part")
    found = tuple(Mention(KERN.id, i, i + 3, i, kind, "x") for i, kind in enumerate(kinds))
    lines = to_nquads(Reading(ARTICLE, (KERN,), found))
    assert len(about(lines, KG + "refersTo")) == 3


def test_order_of_what_was_read_does_not_matter() -> None:
    twin = replace(MET, time=None, event="e2")
    second = replace(MEETING, id="e2", claims=(1,), time=None)
    one = reading(MET, twin, SAID, events=(MEETING, second))
    claims = (SAID, twin, MET)
    other = replace(
        one,
        entities=one.entities[::-1],
        claims=claims,
        events=(replace(second, id="x", claims=(1,)), replace(MEETING, id="y", claims=(2,))),
    )
    other = replace(other, claims=(SAID, replace(twin, event="x"), replace(MET, event="y")))
    assert len(set(about(to_nquads(one), KG + "event"))) == 2
    assert to_nquads(one) == to_nquads(other)


def test_claims_keep_their_iri_when_something_else_changes() -> None:
    def claims(lines: list[str]) -> set[str]:
        return {line.split(" ")[0] for line in lines if line.startswith((f"<{BASE}claim", f"<{BASE}event"))}

    before = claims(to_nquads(reading(MET, HEADS)))
    inserted = "Neu. "
    moved = [replace(claim, start=claim.start + 5, end=claim.end + 5) for claim in (MET, HEADS)]
    after = claims(to_nquads(reading(*moved, replace(SAID, start=0, end=4), text=inserted + TEXT)))
    assert before < after
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (reading(replace(HEADS, object="organization/none")), "not among the reading's entities"),
        (reading(replace(HEADS, source="person/none")), "person/none"),
        (reading(replace(HEADS, event="e9")), "e9"),
        (reading(replace(HEADS, end=1000)), "outside the text"),
        (reading(replace(HEADS, start=99)), "outside the text"),
        (reading(replace(HEADS, predicate="loves")), "'loves' is neither"),
        (reading(replace(HEADS, predicate="open:…")), "nor 'open:' with a phrase"),
        (reading(MET, events=(replace(MEETING, type="Party"),)), "'Party' is not in the ontology"),
        (reading(MET, events=(replace(MEETING, place="place/none"),)), "place/none"),
        (Reading(ARTICLE, (KERN, KERN)), "two entities"),
        (Reading(ARTICLE, (), (Mention("x", 0, 1, 0, "name", "x"),)), "no such entity or text"),
    ],
)
def test_readings_that_contradict_themselves_are_refused(bad: Reading, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        to_nquads(bad)


@pytest.mark.parametrize(
    ("predicate", "iri"),
    [
        ("met", KG + "met"),
        ("open:abrücken von", OPEN + "abruecken-von"),
        ("open:Größe/Maß  zeigen!", OPEN + "groesse-mass-zeigen"),
    ],
)
def test_predicate_iris(predicate: str, iri: str) -> None:
    assert predicate_iri(predicate) == iri


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (decimal(1.0), '"1"'),
        (decimal(0.5), '"0.5"'),
        (decimal(0.93333), '"0.933"'),
        (decimal(0.0), '"0"'),
        (literal("x", language="de-AT"), '"x"@de-at'),
        (address("https://a.example/ü?q=1&b=%20#f"), "<https://a.example/%C3%BC?q=1&b=%20#f>"),
        (address("kein Link"), '"kein Link"'),
        (address("file:a<b>"), "<file:a%3Cb%3E>"),
    ],
)
def test_terms(written: str, wanted: str) -> None:
    assert written.partition("^^")[0] == wanted


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_text_survives_rdflib(text: str) -> None:
    line = f"<urn:s> <urn:p> {literal(text)} <urn:g> ."
    assert "\n" not in line
    assert [str(quad[2]) for quad in dataset([line]).quads()] == [text]


@settings(deadline=None, max_examples=50)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80),
    st.data(),
)
def test_every_quotation_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    name = data.draw(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
    found = Entity("person/x", EntityType.PERSON, name)
    claim = Claim("person/x", "said", text[start:end], start, end, "test")
    article = Article(name, text, title=name)
    lines = to_nquads(Reading(article, (found,), claims=(claim,)))
    assert lines == sorted(set(lines))
    graph = dataset(lines)
    assert [str(exact) for exact in graph.objects(None, OA.exact)] == [text[start:end]]
    assert [str(label) for label in graph.objects(None, rdflib.SKOS.prefLabel)] == [name]
    assert violations(article_iri(name, base=BASE), lines) == []
