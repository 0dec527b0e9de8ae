"""Actors and things without a name: which ones the article identifies, and what they are then called."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse
from kg.model import Entity, EntityType

DE = Lexicon("de")


def read(nlp: Language, text: str) -> dict[str, Entity]:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    return {entity.id: entity for entity in resolve(doc, article, DE)[0]}


IDENTIFIED = [
    ("Der Finanzausschuss des Deutschen Bundestages tagte am Montag.", "organization/finanzausschuss-des-deutschen-bundestages"),
    ("Eine von Riad geführte Militärallianz griff Sanaa an.", "organization/von-riad-gefuehrte-militaerallianz"),
    ("Das erklärte der Staatsanwalt des Bezirks Graz am Montag.", "person/staatsanwalt-des-bezirks-graz"),
    ("Der Vorsitzende der Telekom lehnte das ab.", "person/vorsitzender-der-telekom"),
    ("Der brasilianische Präsident lehnte das ab.", "person/brasilianischer-praesident"),
    ("Die Lokführergewerkschaft kündigte einen Streik an.", "organization/lokfuehrergewerkschaft"),
    ("An einer Grazer Schule brannte es.", "organization/grazer-schule"),
    ("Er fährt für das belgische Lotto-Team.", "organization/belgisches-lotto-team"),
    ("Der Beirat warnte. Der Aufsichtsbeirat tagt am Montag.", "organization/aufsichtsbeirat"),
    ("Darüber berät der Rechtsausschuss am Dienstag.", "organization/rechtsausschuss"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entity"), IDENTIFIED)
def test_who_is_identified_counts_as_named(nlp: Language, text: str, entity: str) -> None:
    assert read(nlp, text)[entity].named


UNKNOWN = [
    "Ein Sprecher des Außenministeriums bestätigte den Bericht.",
    "Die Menschenrechtsorganisation kritisierte das.",
    "Eine Reporterin sprach von vielen Verletzten.",
    "Der Sprecher wollte das für heute nicht ausschließen.",
]


KNOWN = {"organization/aussenministerium"}


@pytest.mark.parametrize("text", UNKNOWN)
def test_who_is_not_identified_stays_unnamed(nlp: Language, text: str) -> None:
    assert not any(entity.named for entity in read(nlp, text).values() if entity.id not in KNOWN)


APPOSED = [
    ("Der Präsident des Verbandes Hans Meier trat zurück.", "person/hans-meier", "Präsident"),
    ("Der Anwalt des Bundesstaates Karl Berger klagt.", "person/karl-berger", "Anwalt"),
    ("Die Chefjuristin der Bank, Anabella Morfin verwies darauf.", "person/anabella-morfin", "Chefjuristin"),
    ("Die österreichische Sängerin und Malerin Barbara Balldini kommt nach Wien.", "person/barbara-balldini", "Sängerin"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "role"), APPOSED)
def test_a_role_noun_with_a_name_in_apposition_is_the_persons(nlp: Language, text: str, person: str, role: str) -> None:
    found = read(nlp, text)
    assert role in found[person].roles
    assert sum(entity.type == "Person" for entity in found.values()) == 1


def test_a_wife_who_is_named_is_one_person(nlp: Language) -> None:
    found = read(nlp, "Peter Moser sprach mit seiner Frau Ilse Kern und ging.")
    assert [e.name for e in found.values()] == ["Peter Moser", "Ilse Kern"]


def test_an_indefinite_phrase_behind_a_bodys_name_is_that_body(nlp: Language) -> None:
    found = read(nlp, "Dazu rief die Vereinigung der Ärzte, eine in Graz ansässige Gruppe, am Montag auf.")
    assert [e.name for e in found.values() if e.type == "Organization"] == ["Vereinigung der Ärzte"]


def test_who_is_brought_in_and_named_right_after_is_one_person(nlp: Language) -> None:
    found = read(nlp, "Ein US-Soldat hat Anschläge geplant. Der 23-jährige Hasan Kern gestand die Tat.")
    assert [e.name for e in found.values() if e.type == "Person"] == ["Hasan Kern"]


def test_a_kinsman_named_later_is_one_person(nlp: Language) -> None:
    found = read(nlp, "Hasan Kern plante das mit seinem Cousin. Er half seinem Cousin Jonas Kern beim Umzug.")
    assert sorted(e.name for e in found.values() if e.type == "Person") == ["Hasan Kern", "Jonas Kern"]


def test_the_plain_noun_of_a_headline_is_nobodys_name(nlp: Language) -> None:
    assert "person/mann" not in read(nlp, "Mann wollte mit seinem Cousin fliehen. Chicago - Ein Soldat hat gestanden.")


def test_a_pronoun_means_the_subject_of_the_main_clause(nlp: Language) -> None:
    text = (
        "Jan Moser wurde am Flughafen festgenommen, wo ihn Peter Kern abgesetzt hatte. Er wollte nach Ägypten fliegen."
    )
    assert "er" in {m.lower() for m in _surfaces(nlp, text, "person/jan-moser")}


def _surfaces(nlp: Language, text: str, entity: str) -> list[str]:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    return [text[m.start : m.end] for m in resolve(doc, article, DE)[1] if m.entity == entity]


def test_a_culprit_told_with_an_indefinite_phrase_is_nobody_known(nlp: Language) -> None:
    text = "Hans Moser starb am Montag. Der Täter, ein 23-jähriger Afghane, wurde festgenommen."
    victim = read(nlp, text)["person/hans-moser"]
    assert not victim.roles
    assert victim.country is None


def test_nobody_meets_himself(nlp: Language) -> None:
    text = "Der Bürgermeister von Graz, Jan Moser, traf am Montag den Bürgermeister von Linz."
    assert len([entity for entity in read(nlp, text).values() if entity.type is EntityType.PERSON]) == 2
