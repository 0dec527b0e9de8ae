"""Sentences of newspapers by themselves: what they say, and what they do not."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language.lexicon import Lexicon
from kg.language.parsing import parse
from kg.reading import read

DE = Lexicon("de")


def told(nlp: Language, text: str) -> set[str]:
    """The claims of a text about who and what has a name, what is said left out."""
    article, doc = next(parse(nlp, [article_from_text(text)]))
    reading = read(article, doc, DE)
    names = {entity.id: entity.name for entity in reading.entities if entity.named}
    claims = [c for c in reading.claims if c.subject in names and not c.predicate.startswith("open:")]
    return {
        f"{names[c.subject]} {c.predicate} {'' if c.literal else names[c.object]}".strip()
        for c in claims
        if c.literal or c.object in names
    }


SAID = [  # text, a claim that it makes
    ("In Karin Hauseders „Das letzte Haus“ spielt Anna Berg mit.", "Karin Hauseder produced Das letzte Haus"),
    ("„Der lange Weg“ des Regisseurs Jan Moser läuft im Kino.", "Jan Moser produced Der lange Weg"),
    ("Gelesen wird „Das Eis“ von Peter Huber.", "Peter Huber produced Das Eis"),
    ("Er las Orhan Hubers Roman „Schnee“.", "Orhan Huber produced Schnee"),
    ("SPÖ-Klubobmann Linzer traf Kanzler Moser.", "Linzer met Moser"),
    ("US-Präsident Jan Moser forderte die Palästinenser zum Rückzug auf.", "Jan Moser demandedFrom Palästinenser"),
    ("„Wir wachsen“, sagte Minister Jan Moser der „Passauer Neuen Presse“ einen Tag davor.",
     "Jan Moser informed Passauer Neue Presse"),
    ("„Wir wachsen“, sagte Vorstand Jan Moser laut einer Aussendung.", "Jan Moser said"),
    ("„Das ist falsch“, schreiben Analysten der Deutschen Bank.", "Deutsche Bank said"),
    ("Über seinen Sprecher ließ Jan Moser verbreiten, er bleibe.", "Jan Moser said"),
    ("Österreichs Nationalteam hat das Testspiel gegen die Schweiz verloren.", "Schweiz defeated Österreich"),
    ("Der FC Bayern musste sich Schalke 04 1:3 geschlagen geben.", "FC Schalke 04 defeated FC Bayern München"),
    ("Anna Huber siegte im Riesentorlauf von Aspen vor Eva Moser.", "Anna Huber defeated Eva Moser"),
    ("Unter dem Trainer Jan Moser holte Schalke 04 den Titel.", "Jan Moser worksFor FC Schalke 04"),
    ("Jan Moser war zehn Jahre im Wiener Gemeinderat tätig.", "Jan Moser worksFor Wiener Gemeinderat"),
    ("Bei Mercedes betont Motorenchef Jan Moser die Lage.", "Jan Moser worksFor Mercedes"),
    ("Bei den Grünen spricht Sozialsprecherin Eva Moser darüber.", "Eva Moser memberOf Die Grünen"),
    ("Jan Moser ist Chef des Zoos in Aachen.", "Jan Moser heads Zoo in Aachen"),
    ("Außenminister Jan Moser flog in den Osten der Ukraine.", "Jan Moser travelledTo Ukraine"),
    ("Die gemeinsame Schulpolitik von CDU und Grünen bleibt.", "CDU cooperatedWith Die Grünen"),
    ("SPÖ und ÖVP brachten einen gemeinsamen Antrag ein.", "SPÖ cooperatedWith ÖVP"),
    ("Israel erklärte, es habe die Hisbollah angegriffen.", "Israel attacked Hisbollah"),
    ("Das Unternehmen Siemens teilte mit, dass es Bosch übernommen habe.", "Siemens acquired Bosch"),
    ("Er traf den Abgeordneten Jan Moser von der CDU.", "Jan Moser memberOf CDU"),
    ("Darüber diskutierte Eva Huber mit Jan Moser von der Caritas.", "Jan Moser worksFor Caritas"),
    ("Anna Huber trat 1936 der Kommunistischen Partei bei.", "Anna Huber memberOf Kommunistische Partei"),
    ("Die Beschwerde des Unternehmers Jan Moser gegen das Verfahren hat das Landgericht Köln abgewiesen.",
     "Landgericht Köln rejected Jan Moser"),
    ("Jan Moser wurde von der Uefa mit einer Sperre von zwei Spielen belegt.", "Uefa sanctioned Jan Moser"),
    ("Die SPÖ wirft dem Botschafter Jan Moser Mord vor.", "SPÖ criticised Jan Moser"),
    ("Jan Moser war Teilnehmer der Belgica-Expedition.", "Jan Moser participatedIn Belgica-Expedition"),
    ("Siemens, geleitet von Jan Moser, kauft Bosch.", "Jan Moser heads Siemens"),
    ("Siemens, geleitet von Jan Moser, kauft Bosch.", "Siemens acquired Bosch"),
    ("Jan Moser, vertreten von Anwältin Eva Huber, bestritt die Vorwürfe.", "Eva Huber represents Jan Moser"),
    ("Gezeigt wird „Van Helsing“ von Universal Studios.", "Universal Studios produced Van Helsing"),
    ("Anna Huber spielt am Burgtheater die Medea.", "Anna Huber worksFor Burgtheater"),
    ("Die Mailänder Zeitung „Corriere della Sera“ schweigt.", "Corriere della Sera locatedIn Mailand"),
]  # fmt: skip

NOT_SAID = [  # text, a claim that it does not make
    ("Das sei ein „Kniefall“ von Jan Moser vor der FPÖ.", "Jan Moser produced Kniefall"),
    ("Jan Moser nannte ihn Karl.", "Jan Moser said"),
    ("Jan Moser begründete mit Karl Huber den Verein.", "Jan Moser said"),
    ("Jan Moser versprach sich davon mehr Freiheit.", "Jan Moser said"),
    ("Jan Moser und Eva Huber erinnern sich an alles.", "Jan Moser informed Eva Huber"),
    ("Jan Moser schoss in der Partie gegen Polen zwei Tore.", "Jan Moser criticised Polen"),
    ("1966 besuchten Jan Moser und Eva Huber die Insel.", "Jan Moser met Eva Huber"),
    ("Nach dem Kosovo-Aufstand war Jan Moser in Ägypten.", "Jan Moser participatedIn Kosovo-Aufstand"),
    ("Sein Vater fiel im Zweiten Weltkrieg in Russland.", "Zweiter Weltkrieg locatedIn Russland"),
    ("Er spielte in Graz im Theater am Ortweinplatz.", "Graz locatedIn Theater am Ortweinplatz"),
    ("Torhüter Jan Moser verletzte sich im Spiel gegen Schalke 04.", "Jan Moser worksFor FC Schalke 04"),
    ("Der syrische US-Botschafter Jan Moser kam.", "Jan Moser represents USA"),
    ("Frankreich und Polen haben eine gemeinsame Grenze.", "Frankreich cooperatedWith Polen"),
    ("Gestern erhielt Jan Moser von der SPÖ ein Angebot.", "Jan Moser memberOf SPÖ"),
    ("Deutschland erklärte, es gehe um die Ukraine.", "Deutschland travelledTo Ukraine"),
    ("Die SPÖ hat Jan Moser aus der Partei ausgeschlossen.", "SPÖ said"),
    ("Jan Moser war der Musikkritiker der Süddeutschen Zeitung.", "Jan Moser criticised Süddeutsche Zeitung"),
]

NAMES = [  # text, a name in it with its type
    ("Die Fluglinie Niki wird verkauft.", "Niki Organization"),
    ("Die Rockband Wanda tritt in Wien auf.", "Wanda Organization"),
    ("Die Sportrechteagentur Arena erhielt den Zuschlag.", "Arena Organization"),
    ("Siemens verkauft die Tochter Polbank an Bosch.", "Polbank Organization"),
    ("Er arbeitet an den Münchner Kammerspielen.", "Münchner Kammerspiele Organization"),
    ("Das sagte Jan Moser der „Neuen Kronen Zeitung“.", "Neue Kronen Zeitung Organization"),
    ("Der CSU-Politiker Straubinger sprach.", "Straubinger Person"),
]

EVENTS = [  # text, the name of the event in it
    ("Der Krieg zwischen dem Iran und dem Irak dauerte lang.", "Krieg zwischen dem Iran und dem Irak"),
    ("Die Verhandlungen zwischen Union, FDP und Grünen stocken.", "Verhandlungen zwischen Union, FDP und Grünen"),
]


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_what_a_sentence_says(nlp: Language, text: str, claim: str) -> None:
    assert claim in told(nlp, text)


@pytest.mark.parametrize(("text", "claim"), NOT_SAID)
def test_what_a_sentence_does_not_say(nlp: Language, text: str, claim: str) -> None:
    assert claim not in told(nlp, text)


@pytest.mark.parametrize(("text", "name"), EVENTS)
def test_events_have_both_sides_in_their_name(nlp: Language, text: str, name: str) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    assert name in {entity.name for entity in read(article, doc, DE).entities}


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_and_their_types(nlp: Language, text: str, name: str) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    assert name in {f"{entity.name} {entity.type.value}" for entity in read(article, doc, DE).entities}


def test_the_age_is_nobody(nlp: Language) -> None:
    article, doc = next(parse(nlp, [article_from_text("Um 500 v. Chr. lebten hier die Kelten.")]))
    assert not [entity for entity in read(article, doc, DE).entities if entity.name == "Chr."]
