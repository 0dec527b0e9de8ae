"""What breaks the contract is found, and named."""

import re

import pytest

from kg.model import Article, Claim, Entity, EntityType, Event, Reading
from kg.rdf import BASE, KG, article_iri, to_nquads
from kg.rdf.validation import violations

ARTICLE = article_iri("probe", base=BASE)
KERN = Entity("person/kern", EntityType.PERSON, "Kern")
SOLAR = Entity("organization/solar", EntityType.ORGANIZATION, "Solar")
GOOD = Reading(
    Article("probe", "Kern leitet Solar und traf Holm."),
    (KERN, SOLAR, Entity("person/holm", EntityType.PERSON, "Holm")),
    events=(Event("e", "Meeting", (KERN.id,), (1,)),),
    claims=(
        Claim(KERN.id, "heads", SOLAR.id, 0, 17, "test"),
        Claim(KERN.id, "met", "person/holm", 22, 31, "test", event="e"),
    ),
)


def test_a_good_graph_has_no_violations() -> None:
    assert violations(ARTICLE, to_nquads(GOOD)) == []


@pytest.mark.parametrize(
    ("pattern", "instead", "message"),
    [
        (r'.*identifier> "probe" .*', None, "exactly one identifier"),
        (r'(.*text> )".*"( .*)', r'\1"Kern"\2', "the text from its start to its end"),
        (r".*holm> .*prefLabel.*", None, "an entity has a label"),
        (r".*kern> .*#named.*", None, "named or not"),
        (r"(.*#factuality> <).*#Asserted(.*)", r"\1urn:maybe\2", "exactly one factuality"),
        (r".*#extractor.*", None, "names its extractor"),
        (r"(.*#confidence> )\S+( .*)", r'\1"high"\2', "decimal from 0 to 1"),
        (r'(.*#confidence> )"0.5"(.*)', r'\1"1.5"\2', "decimal from 0 to 1"),
        (r"(.*#predicate> <).*heads(.*)", r"\1urn:p\2", "one predicate, of the ontology or open"),
        (r"(.*#object> )<.*solar>( <.*)", r'\1"Solar"\2', "the object of kg:said is text"),
        (r".*wasDerivedFrom.*", None, "exactly one quotation"),
        (r".*#participant.*", None, "an event has participants"),
        (r"(<.*event/.*)ontology#Meeting(.*)", r"\1other#Party\2", "exactly one class"),
        (r'(.*oa#start> ").(.*)', r"\g<1>99\2", "before the end"),
        (r"<.*kern> .*#heads> .*", None, "a claim that holds has its plain triple: heads"),
        (r"<.*holm> .*#met> .*", None, "a claim that holds has its plain triple: met"),
        (r"(<.*kern> .*#)heads(> .*)", r"\1owns\2", "a plain triple stands on a claim that holds: owns"),
        (r"(<.*solar> .*type> .*#)Organization(>.*)", r"\1Work\2", "the object of kg:heads is one of Country, Organ"),
    ],
)
def test_each_breach_is_named(pattern: str, instead: str | None, message: str) -> None:
    lines = to_nquads(GOOD)
    broken = []
    for line in lines:
        if re.fullmatch(pattern, line) is None:
            broken.append(line)
        elif instead is not None:
            broken.append(re.sub(pattern, instead, line))
    assert broken != lines
    found = [str(violation) for violation in violations(ARTICLE, broken)]
    assert any(message in line for line in found), found
    assert all(line.startswith(f"{ARTICLE}: {BASE}") and "\n" not in line for line in found)


def test_kinds_of_entities_are_checked() -> None:
    reading = Reading(GOOD.article, (KERN, SOLAR), claims=(Claim(SOLAR.id, "citizenOf", KERN.id, 0, 4, "test"),))
    found = [violation.message for violation in violations(ARTICLE, to_nquads(reading))]
    assert found == ["the object of kg:citizenOf is one of Country", "the subject of kg:citizenOf is one of Person"]
    assert KG not in found[0]
