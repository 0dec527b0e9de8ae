"""Where things lie, what is part of what and who owns what, from whole sentences, in the notation "subject predicate object"."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.reading import read

RELATIONS = frozenset({"locatedIn", "partOf", "owns"})


def relations(nlp: Language, text: str) -> set[str]:
    article = article_from_text(text, date="2024-05-14")
    ((_, doc),) = parse(nlp, [article])
    found = read(article, doc, Lexicon("de"))
    names = {e.id: e.name for e in found.entities}
    return {f"{names[c.subject]} {c.predicate} {names[c.object]}" for c in found.claims if c.predicate in RELATIONS}


SEATS = [
    ("Die thailändische Armee griff ein.", {"thailändische Armee locatedIn Thailand"}),
    ("Die Münchner Firma Solvex entlässt Mitarbeiter.", {"Solvex locatedIn München"}),
    ("In der ägyptischen Hauptstadt Kairo kam es zu Protesten.", {"Kairo locatedIn Ägypten"}),
    ("In der thailändischen Hauptstadt wird protestiert. In Bangkok brannten Autos.", {"Bangkok locatedIn Thailand"}),
    ("Im Jemen nahmen Rebellen die Hauptstadt Sanaa ein.", {"Sanaa locatedIn Jemen"}),
    ("Der Stützpunkt Joliet in Illinois wurde geschlossen.", {"Stützpunkt Joliet locatedIn Illinois"}),
    ("Sie trafen sich im Catshuis in Den Haag.", {"Catshuis locatedIn Den Haag"}),
    ("Der Militärstützpunkt Al-Umaliqa im Norden Jemens fiel.", {"Militärstützpunkt Al-Umaliqa locatedIn Jemen"}),
    ("Er starb in Springfield, Illinois.", {"Springfield locatedIn Illinois"}),
    ("Der Unfall geschah in Wardenburg (Niedersachsen).", {"Wardenburg locatedIn Niedersachsen"}),
    ("Das Feuer brach im Kölner Stadtteil Ehrenfeld aus.", {"Ehrenfeld locatedIn Köln"}),
    ("Der Softwarehersteller SAP aus Walldorf wächst.", {"SAP locatedIn Walldorf"}),
    ("Siemens mit Hauptsitz in München meldet Gewinn.", {"Siemens locatedIn München"}),
    ("Die in Wien ansässige OMV baut um.", {"OMV locatedIn Wien"}),
    ("Die Weltmeisterschaft 2006 in Grenoble war groß.", {"Weltmeisterschaft locatedIn Grenoble"}),
    ("Das katalanische Unabhängigkeitsreferendum wurde untersagt.", {"katalanisches Unabhängigkeitsreferendum locatedIn Katalonien"}),
    ("Die US-Präsidentschaftswahl rückt näher.", {"US-Präsidentschaftswahl locatedIn USA"}),
    ("Der Hafen von Rotterdam ist groß.", {"Hafen von Rotterdam locatedIn Rotterdam"}),
    ("Die Zentralbank von Kenia senkte die Zinsen.", {"Zentralbank locatedIn Kenia"}),
    ("In Thailand urteilte der Strafgerichtshof. Thailand ist in der Krise. Die Armee schwieg.", {"Armee locatedIn Thailand"}),
    ("Der Bundestag berät. In Deutschland wird gewählt.", {"Bundestag locatedIn Deutschland"}),
    ("Das Tanklager in Bremen-Nord wird geräumt.", {"Tanklager in Bremen-Nord locatedIn Bremen-Nord", "Bremen-Nord locatedIn Bremen"}),
    ("Der Müll landet auf der Deponie bei Schönberg.", {"Deponie bei Schönberg locatedIn Schönberg"}),
    ("Im Lananer Gemeinderat gab es Streit. Auch in Lana wird gespart.", {"Lananer Gemeinderat locatedIn Lana"}),
    ("Der russische Leichtathletikverband wurde gesperrt.", {"russischer Leichtathletikverband locatedIn Russland"}),
    ("Das Damenteam aus Tunesien verlor.", {"Damenteam aus Tunesien locatedIn Tunesien"}),
    ("Auf der Ostseeinsel Rügen landen Boote.", {"Rügen locatedIn Ostsee"}),
    ("Im südfranzösischen Toulouse starben vier Menschen.", {"Toulouse locatedIn Frankreich"}),
    ("Auf dem Parteitag der CDU in Leipzig sprach Merz.", {"Parteitag der CDU locatedIn Leipzig"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_seats(nlp: Language, text: str, expected: set[str]) -> None:
    found = relations(nlp, text)
    assert expected <= found, found


@pytest.mark.parametrize(
    "text",
    [
        "Die deutsche Botschaft bleibt geschlossen.",
        "Die Europäische Grenzschutzagentur Frontex warnt.",
        "Der russische Angriffskrieg dauert an.",
        "Er flog von Berlin in die Ukraine.",
        "Sie reiste nach Köln, Bonn und Aachen.",
    ],
)
def test_no_seat_is_invented(nlp: Language, text: str) -> None:
    assert relations(nlp, text) == set()
