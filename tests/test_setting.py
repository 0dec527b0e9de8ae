"""When and where: adjuncts of the clause, what clauses share, and the scene that the text has come to."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon
from kg.language.parsing import parse
from kg.reading import read

LEXICON = Lexicon("de")
DATE = "2025-04-16"

# text; its events as "subject predicate object | time | place"
ROWS = [
    # adjuncts of the clause
    ("Angela Merkel traf Emmanuel Macron am 3. Mai 2021 in Paris.", ["Merkel met Macron | 2021-05-03 | Paris"]),
    ("Angela Merkel traf Emmanuel Macron im Bundestag.", ["Merkel met Macron | - | Bundestag"]),
    ("Angela Merkel traf im Sommer 2012 den Präsidenten Emmanuel Macron.", ["Merkel met Macron | 2012 | -"]),
    ("Angela Merkel unterstützt Emmanuel Macron seit dem 3. Mai 2021.", ["Merkel supported Macron | - | -"]),
    (
        "Angela Merkel traf Emmanuel Macron zwischen März 2007 und Mai 2009.",
        ["Merkel met Macron | 2007-03/2009-05 | -"],
    ),
    (
        "Angela Merkel reiste vom 3. bis 5. Mai 2021 nach Paris.",
        ["Merkel travelledTo Paris | 2021-05-03/2021-05-05 | -"],
    ),
    (
        "Angela Merkel kritisierte Emmanuel Macron in einem Schreiben vom 3. Mai 2021.",
        ["Merkel criticised Macron | 2021-05-03 | -"],
    ),
    (
        "Angela Merkel kritisierte das Gesetz von Emmanuel Macron aus dem Jahr 2020.",
        ["Merkel criticised Macron | - | -"],
    ),
    # what is talked about was another time, and elsewhere
    (
        "Angela Merkel kritisierte am 3. Mai 2021 in Paris das Treffen von Donald Trump mit Wladimir Putin.",
        ["Merkel criticised Trump | 2021-05-03 | Paris", "Trump met Putin | - | -"],
    ),
    (
        "Angela Merkel forderte Emmanuel Macron am 3. Mai 2021 auf, nach Polen zu reisen.",
        ["Macron travelledTo Polen | - | -"],
    ),
    # shared with the governor
    (
        "Olaf Scholz reiste am 3. Mai 2021 nach Paris, um Emmanuel Macron zu treffen.",
        ["Scholz travelledTo Paris | 2021-05-03 | -", "Scholz met Macron | 2021-05-03 | -"],
    ),
    (
        "Am Montag reiste Olaf Scholz nach Paris und traf dort Emmanuel Macron.",
        ["Scholz travelledTo Paris | 2025-04-14 | -", "Scholz met Macron | 2025-04-14 | Paris"],
    ),
    (
        "Angela Merkel hat am Montag in Paris den Präsidenten Emmanuel Macron getroffen und Wladimir Putin kritisiert.",
        ["Merkel met Macron | 2025-04-14 | Paris", "Merkel criticised Putin | 2025-04-14 | Paris"],
    ),
    # of the event
    (
        "Angela Merkel traf Emmanuel Macron am Montag beim Gipfel in Rom.",
        ["Merkel met Macron | 2025-04-14 | Rom"],
    ),
    # back to a place
    (
        "Olaf Scholz flog nach Paris. Dort traf er Emmanuel Macron.",
        ["Scholz travelledTo Paris | - | -", "Scholz met Macron | - | Paris"],
    ),
    # scenes
    (
        "Olaf Scholz reiste am Montag nach Paris. Er traf Emmanuel Macron.",
        ["Scholz travelledTo Paris | 2025-04-14 | -", "Scholz met Macron | 2025-04-14 | Paris"],
    ),
    (
        "Olaf Scholz reiste am Montag nach Paris. Er hatte Emmanuel Macron zuletzt im März in Rom getroffen.",
        ["Scholz travelledTo Paris | 2025-04-14 | -", "Scholz met Macron | 2025-03 | Rom"],
    ),
    (
        "Olaf Scholz reiste am Montag nach Paris. Er hat Emmanuel Macron schon mehrfach getroffen.",
        ["Scholz travelledTo Paris | 2025-04-14 | -", "Scholz met Macron | - | -"],
    ),
]
UNDATED = [
    ("Angela Merkel traf Emmanuel Macron am Montag.", ["Merkel met Macron | - | -"]),
    ("Angela Merkel traf Emmanuel Macron am 3. Mai 2021.", ["Merkel met Macron | 2021-05-03 | -"]),
]
MONTH = [
    ("Angela Merkel trifft Emmanuel Macron.", ["Merkel met Macron | 2025-04 | -"]),
    ("Angela Merkel traf Emmanuel Macron.", ["Merkel met Macron | - | -"]),
    ("Angela Merkel trifft Emmanuel Macron mehrfach.", ["Merkel met Macron | - | -"]),
]
DATED = [
    ("Bei der Landtagswahl in Sachsen 2019 siegte die CDU.", ["2019"]),
    ("Die Kämpfe im Libyen-Krieg gingen am Montag weiter.", []),
    ("Seit dem Irak-Krieg vom 20. März 2003 bis zum 1. Mai 2003 ist der Irak frei.", ["2003-03-20/2003-05-01"]),
]
TENURES = [
    ("Maria Huber, die von 1989 bis 1997 Präsidentin des Iran war, starb in Wien.", ["heads 1989/1997"]),
    ("Von 2004 bis 2016 war Heinz Fischer Bundespräsident von Österreich.", ["heads 2004/2016"]),
    ("Heinz Fischer wurde 2004 Bundespräsident von Österreich.", ["heads 2004"]),
    ("Heinz Fischer, von 1998 bis 2002 Präsident Österreichs, ist tot.", ["heads 1998/2002"]),
    ("Seit 2015 ist Karl Huber Generalsekretär der ÖVP.", ["worksFor -"]),
    ("Bis 2012 leitete Karl Huber die ÖVP.", ["heads -"]),
    ("Karl Huber leitete bis zu seinem Rücktritt im Mai 2012 die ÖVP.", ["heads -"]),
    ("2012 trat Karl Huber als Chef der ÖVP zurück.", ["heads -"]),
]
EVENTS = {"met", "travelledTo", "criticised", "supported"}


@pytest.mark.parametrize(
    ("date", "text", "expected"),
    [(date, *row) for date, rows in ((DATE, ROWS), (None, UNDATED), ("2025-04", MONTH)) for row in rows],
)
def test_setting(nlp: Language, date: str | None, text: str, expected: list[str]) -> None:
    [(article, doc)] = parse(nlp, [article_from_text(text, date=date)])
    reading = read(article, doc, LEXICON)
    last = {entity.id: entity.name.split()[-1] for entity in reading.entities}
    told = [
        f"{last[c.subject]} {c.predicate} {last[c.object]} | {c.time.edtf if c.time else '-'} | {last.get(c.place or '', '-')}"
        for c in reading.claims
        if c.predicate in EVENTS and c.extractor != "journey"
    ]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_dates_of_named_events(nlp: Language, text: str, expected: list[str]) -> None:
    [(article, doc)] = parse(nlp, [article_from_text(text, date=DATE)])
    claims = [claim for claim in read(article, doc, LEXICON).claims if claim.predicate == "locatedIn"]
    assert [claim.time.edtf for claim in claims if claim.time] == expected


@pytest.mark.parametrize(("text", "expected"), TENURES)
def test_dates_of_tenures(nlp: Language, text: str, expected: list[str]) -> None:
    [(article, doc)] = parse(nlp, [article_from_text(text, date=DATE)])
    claims = [claim for claim in read(article, doc, LEXICON).claims if claim.predicate in {"heads", "worksFor"}]
    assert [f"{claim.predicate} {claim.time.edtf if claim.time else '-'}" for claim in claims] == expected


def test_talks_in_a_country_are_held_there(nlp: Language) -> None:
    [(article, doc)] = parse(
        nlp, [article_from_text("Angela Merkel war am Montag in Russland zu Verhandlungen.", date=DATE)]
    )
    found = read(article, doc, LEXICON)
    names = {entity.id: entity.name for entity in found.entities}
    [claim] = [claim for claim in found.claims if claim.predicate == "negotiatedWith"]
    assert (names[claim.object], names[claim.place or ""]) == ("Russland", "Russland")
