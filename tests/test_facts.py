"""From sentences to claims: syntax normalised once, events shared, repetitions merged."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon
from kg.language.parsing import parse
from kg.model import Factuality, Reading
from kg.reading import read

LEXICON = Lexicon("de")

SYNTAX = {  # sentence: its claims of the frames
    # voice
    "Der Autor Thomas Mann wurde von Russland festgenommen.": {"Russland arrested Thomas Mann"},
    "Der Autor Thomas Mann war von Russland verhaftet worden.": {"Russland arrested Thomas Mann"},
    "Siemens bekam von der EU eine Strafe aufgebrummt.": {"EU sanctioned Siemens"},
    "Siemens ließ sich von Frankreich einen Kredit geben.": {"Frankreich aided Siemens"},
    "Die SPD lässt sich von Angela Merkel nicht unter Druck setzen.": {"Angela Merkel pressured SPD"},
    "Der Autor Thomas Mann wurde vonseiten der SPD gelobt.": {"SPD supported Thomas Mann"},
    # verbs of getting: the noun's deed is done to their subject, wherever it stands
    "Thomas Mann erntete Kritik von der SPD.": {"SPD criticised Thomas Mann"},
    "Unterstützung erhielt Thomas Mann von Angela Merkel.": {"Angela Merkel supported Thomas Mann"},
    # what somebody thinks of it: adverbs, what he calls it, of whose deed he speaks
    "Olaf Scholz äußerte sich kritisch über Angela Merkel.": {"Olaf Scholz criticised Angela Merkel"},
    "Olaf Scholz ist von Angela Merkel enttäuscht.": {"Olaf Scholz criticised Angela Merkel"},
    "Die SPD sieht die Pläne der CDU kritisch.": {"SPD criticised CDU"},
    "Olaf Scholz sprach von einem Kniefall der CDU.": {"Olaf Scholz criticised CDU"},
    "Olaf Scholz nannte das Ergebnis ein Armutszeugnis für die CDU.": {"Olaf Scholz criticised CDU"},
    "Angela Merkel bezeichnete Olaf Scholz als Lügner.": {"Angela Merkel criticised Olaf Scholz"},
    # what a relative clause tells of a noun; who is put forward
    "Die Kritik, die Olaf Scholz an der SPD übte, war scharf.": {"Olaf Scholz criticised SPD"},
    "Die Klage, die von Siemens gegen BMW eingereicht wurde, ist alt.": {"Siemens charged BMW"},
    "Das Interview, das Angela Merkel der ARD gab, war lang.": {"Angela Merkel informed ARD"},
    "Die SPD schlug Olaf Scholz als Minister vor.": {"SPD appointed Olaf Scholz"},
    # a preterite is no participle; a talk during which somebody asks; to whom a threatened deed would be done
    "Die USA verhängten Sanktionen gegen China.": {"USA sanctioned China"},
    "In einem Telefonat mit Emmanuel Macron warnte Angela Merkel vor einem Krieg.": {
        "Angela Merkel talkedWith Emmanuel Macron",
    },
    "Angela Merkel drohte, den Sender ARD zu verklagen.": {
        "Angela Merkel threatened ARD", "Angela Merkel charged ARD",
    },
    # whose deed is asked for, and what is done to somebody
    "Angela Merkel forderte ein Eingreifen der Nato.": {"Angela Merkel demandedFrom Nato"},
    "Angela Merkel forderte die Freilassung von Thomas Mann.": set(),
    "Thomas Mann wollte die Nato angreifen.": {"Thomas Mann attacked Nato"},
    # coordination: shared subjects, objects in a row
    "Siemens kaufte im Mai BMW und verkaufte die Lufthansa.": {"Siemens acquired BMW", "Siemens sold Lufthansa"},
    "Angela Merkel kritisierte den Iran und die Türkei.": {
        "Angela Merkel criticised Iran", "Angela Merkel criticised Türkei",
    },
    # a share is "an" the firm in the dative, and goes "an" the buyer in the accusative
    "Siemens verkaufte seine Beteiligung an der Firma Osram an die Allianz.": {"Siemens sold Osram", "Siemens owns Osram"},
    # relative clauses and participles
    "Olaf Scholz, der am Montag nach Paris reiste, schwieg.": {"Olaf Scholz travelledTo Paris"},
    "Der von Siemens gekaufte Konzern BMW wächst.": {"Siemens acquired BMW"},
    # towns and lands after their kind are bodies; a daughter company is the company; a score is a victory or a defeat
    "Die Stadt Graz klagt den Konzern Siemens.": {"Graz charged Siemens"},
    "Siemens trennt sich von seiner Tochter Osram.": {
        "Osram partOf Siemens", "Siemens owns Osram", "Siemens sold Osram",
    },
    "Mit einem 3:1 gegen Schalke 04 holte Borussia Dortmund den Titel.": {"Borussia Dortmund defeated FC Schalke 04"},
    "Nach einem 0:2 gegen Schalke 04 stieg Borussia Dortmund ab.": {"FC Schalke 04 defeated Borussia Dortmund"},
    # whose attack it was, which court; who comes as a successor; who is behind what came
    "Bei einem russischen Luftangriff wurde der Autor Thomas Mann getötet.": {"Russland killed Thomas Mann"},
    "Der in Russland inhaftierte Autor Thomas Mann schweigt.": {"Russland arrested Thomas Mann"},
    "Siemens stellte Anna Schmidt als Nachfolgerin von Thomas Mann vor.": {
        "Anna Schmidt succeeded Thomas Mann", "Siemens appointed Anna Schmidt",
    },
    "Kritik an Wladimir Putin kam von Angela Merkel.": {"Angela Merkel criticised Wladimir Putin"},
    "Kritik an Wladimir Putin übte auch Angela Merkel.": {"Angela Merkel criticised Wladimir Putin"},
    "Wladimir Putin wird von Angela Merkel und Olaf Scholz angerufen.": {
        "Angela Merkel talkedWith Wladimir Putin", "Olaf Scholz talkedWith Wladimir Putin",
    },
    # what stands behind an amount is the verb's; a draw sells nobody
    "Frankreich will mit 17 Prozent bei Siemens einsteigen.": {"Frankreich acquired Siemens"},
    "Borussia Dortmund trennte sich 2:2 von Schalke 04.": set(),
    # a court sentences, any other body condemns
    "Greenpeace verurteilte Wladimir Putin.": {"Greenpeace criticised Wladimir Putin"},
    "Das Landgericht Berlin verurteilte Thomas Mann.": {"Landgericht Berlin convicted Thomas Mann"},
    # two names side by side are two
    "Im Jahr 2008 griff Russland Georgien an.": {"Russland attacked Georgien"},
    # infinitives: control by subject and object, purpose
    "Angela Merkel versprach, nach Paris zu reisen.": {"Angela Merkel travelledTo Paris"},
    "Angela Merkel fährt zu einem Besuch nach China.": {"Angela Merkel travelledTo China"},
    "Angela Merkel forderte Olaf Scholz auf, nach Paris zu reisen.": {
        "Angela Merkel demandedFrom Olaf Scholz", "Olaf Scholz travelledTo Paris",
    },
    # weak verbs made of strong ones, and strong ones with a prefix
    "Die USA verhängten Sanktionen gegen den Iran.": {"USA sanctioned Iran"},
    "Borussia Dortmund errang einen Sieg gegen Schalke 04.": {"Borussia Dortmund defeated FC Schalke 04"},
    "Anna Schmidt rang die Gegnerin Maria Müller nieder.": {"Anna Schmidt defeated Maria Müller"},
    # how somebody speaks of another, and reacts to what he did
    "Angela Merkel äußerte sich abfällig über Wladimir Putin.": {"Angela Merkel criticised Wladimir Putin"},
    "Empört reagierte die SPD auf die Äußerungen von Olaf Scholz.": {"SPD criticised Olaf Scholz"},
    "Angela Merkel zeigte sich beeindruckt von Emmanuel Macron.": {"Angela Merkel supported Emmanuel Macron"},
    # several people of a party are it; one is not; troops abroad are no land to travel to
    "Politiker von SPD und CDU kritisierten Wladimir Putin.": {
        "SPD criticised Wladimir Putin", "CDU criticised Wladimir Putin",
    },
    "Angela Merkel stattete den deutschen Truppen einen Besuch ab.": set(),
    # directions, and whom a letter is to
    "Angela Merkel flog in Richtung Paris.": {"Angela Merkel travelledTo Paris"},
    "Greenpeace wandte sich in einem offenen Brief an Angela Merkel.": {"Greenpeace demandedFrom Angela Merkel"},
    # a relative pronoun is no article of the name behind it
    "Der Minister Karl Moser, der Thomas Mann am Montag ablöste, schwieg.": {"Karl Moser succeeded Thomas Mann"},
    # what is threatened or refused to be done is so to whom it would be done; "hinter sich", "für sich"
    "Wladimir Putin drohte damit, das Nachbarland Polen anzugreifen.": {
        "Wladimir Putin threatened Polen", "Wladimir Putin attacked Polen",
    },
    "Angela Merkel lehnte es ab, den Präsidenten Wladimir Putin zu treffen.": {
        "Angela Merkel rejected Wladimir Putin", "Angela Merkel met Wladimir Putin",
    },
    "Siemens droht, den Konzern BMW zu verlieren.": set(),
    "Anna Schmidt ließ die Gegnerin Maria Müller hinter sich.": {"Anna Schmidt defeated Maria Müller"},
    "Angela Merkel bezeichnete den Prozess als Inszenierung von Wladimir Putin.": {
        "Angela Merkel criticised Wladimir Putin",
    },
    # a participle that closes its conjunct shares the auxiliary; whoever is beaten at some stage; what is visited lies somewhere
    "Der FC Barcelona hat Thomas Mann entlassen und Karl Moser als Trainer präsentiert.": {
        "FC Barcelona dismissed Thomas Mann", "FC Barcelona appointed Karl Moser",
    },
    "Karl Moser ist im Halbfinale an dem Deutschen Thomas Mann gescheitert.": {"Thomas Mann defeated Karl Moser"},
    "Angela Merkel kehrte nach einem Treffen in Wien zurück.": set(),
    "Die Außenminister Frankreichs und Polens kritisierten Wladimir Putin.": {
        "Frankreich criticised Wladimir Putin", "Polen criticised Wladimir Putin",
    },
    # particle verbs, light verbs, nouns with their participants
    "Russland griff am Montag das Nachbarland Polen an.": {"Russland attacked Polen"},
    "Angela Merkel übte am Montag scharfe Kritik an Wladimir Putin.": {"Angela Merkel criticised Wladimir Putin"},
    "Der russische Angriff auf Polen dauert an.": {"Russland attacked Polen"},
    "Die Festnahme des Autors Thomas Mann durch Russland schockierte.": {"Russland arrested Thomas Mann"},
    # representatives and state organs
    "Die russische Armee griff das Nachbarland Polen an.": {"russische Armee attacked Polen"},
    "Vertreter von Frankreich und Polen trafen sich am Montag.": {"Frankreich met Polen"},
    # a thing or deed stands for who is responsible for it
    "Angela Merkel kritisierte am Montag das Vorgehen von Russland.": {"Angela Merkel criticised Russland"},
    "Greenpeace protestierte am Montag gegen die Pläne von Siemens.": {"Greenpeace protestedAgainst Siemens"},
    "Angela Merkel verlangte, dass Russland den Krieg beendet.": {"Angela Merkel demandedFrom Russland"},
    # mutual deeds, all of a plural antecedent, an agent beside the participle, an attribute with a phrase of its own
    "Frankreich und Polen, die sich mit der Ukraine verbündeten, schwiegen.": {
        "Frankreich cooperatedWith Ukraine", "Polen cooperatedWith Ukraine",
    },
    "Russland hat die Stadt Kiew erobert und den Autor Thomas Mann getötet.": {
        "Russland attacked Kiew", "Russland killed Thomas Mann",
    },
    "Die beim G7-Gipfel anwesende Kanzlerin Angela Merkel schwieg.": {"Angela Merkel participatedIn G7-Gipfel"},
    # events without a word for taking part
    "Angela Merkel lachte auf dem G7-Gipfel.": {"Angela Merkel participatedIn G7-Gipfel"},
    "Die SPD verlor bei der Bundestagswahl viele Stimmen.": {"SPD participatedIn Bundestagswahl"},
    # who must have done what a passive leaves out, and who is rebuffed
    "Der Autor Thomas Mann wurde in Paris, der Hauptstadt von Frankreich, festgenommen.": {
        "Frankreich arrested Thomas Mann",
    },
    "Angela Merkel kritisierte Olaf Scholz. Olaf Scholz wies die Kritik zurück.": {
        "Angela Merkel criticised Olaf Scholz", "Olaf Scholz rejected Angela Merkel",
    },
    "Der G7-Gipfel begann am Montag. Olaf Scholz war nicht anwesend, dafür Angela Merkel.": {
        "Olaf Scholz participatedIn G7-Gipfel", "Angela Merkel participatedIn G7-Gipfel",
    },
    "Auf Druck von Frankreich lenkte am Montag Olaf Scholz ein.": {"Frankreich pressured Olaf Scholz"},
    "Angela Merkel war im Mai zu Verhandlungen in Frankreich.": {
        "Angela Merkel negotiatedWith Frankreich", "Angela Merkel participatedIn Verhandlungen in Frankreich",
        "Angela Merkel travelledTo Frankreich",
    },
    "Die Parteien SPD und CDU haben sich am Montag geeinigt.": {"SPD agreedWith CDU"},
    "Der Chef des Verbands, Thomas Mann, kritisierte die Entscheidung der EU.": {"Thomas Mann criticised EU"},
    "Der Versuch des Konzerns Siemens, den Konzern BMW zu kaufen, scheiterte.": {"Siemens acquired BMW"},
    "Angela Merkel lehnte am Montag den von Russland geforderten Abzug ab.": {"Angela Merkel rejected Russland"},
    "Viele Politiker, darunter auch Angela Merkel, reisten nach Paris.": {"Angela Merkel travelledTo Paris"},
    "Werner Faymann schlug Thomas Mann als Minister vor.": {"Werner Faymann appointed Thomas Mann"},
    "Siemens hat BMW geklagt. BMW wies die Vorwürfe zurück.": {"Siemens charged BMW", "BMW rejected Siemens"},
    "Angela Merkel begrüßte die Ablöse von Olaf Scholz.": set(),
    "Angela Merkel bezeichnete den Abgang von Olaf Scholz als überfällig.": set(),
    "Der Streamingdienst Spotify, an dem Goldman Sachs beteiligt ist, schweigt.": {"Goldman Sachs owns Spotify"},
    "Die Zeitung „Kurier“, an der Raiffeisen die Mehrheit hält, schweigt.": {"Raiffeisen owns Kurier"},
    "Das Land Sachsen lobte am Montag die Stadt Dresden.": {"Sachsen supported Dresden"},
    "Österreich und Bayern einigten sich auf einen Vergleich.": {"Österreich agreedWith Bayern"},
    "Deren Leiter Thomas Mann kritisierte die Regierung.": {"Thomas Mann criticised Regierung"},
    "Angela Merkel besuchte Bagdad mit einer Delegation.": {"Angela Merkel travelledTo Bagdad"},
    "Köln schlug Stuttgart mit 2:1.": {"Köln defeated Stuttgart"},
    "Rafael Nadal schlug den Spieler Roger Federer mit 6:3.": {"Rafael Nadal defeated Roger Federer"},
    "Thomas Mann schlug am Montag in einem Zug den Autor Heinrich Mann.": {"Thomas Mann attacked Heinrich Mann"},
    # before a court nobody attacks; who asks for support does not give it; firms of a country are not the country
    "Siemens geht gerichtlich gegen BMW vor.": {"Siemens charged BMW"},
    "BMW ging mit einer Klage gegen Siemens vor.": {"BMW charged Siemens"},
    "Angela Merkel warb um die Unterstützung der SPD.": {"Angela Merkel demandedFrom SPD"},
    "Das Bundeskriminalamt ermittelt gegen russische Hersteller.": set(),
    # what is said of somebody: praise, blame, demands; what he is called; whose deed is judged
    "Olaf Scholz sei völlig unfähig, sagte Angela Merkel.": {"Angela Merkel criticised Olaf Scholz"},
    "Olaf Scholz habe hervorragende Arbeit geleistet, sagte Angela Merkel.": {"Angela Merkel supported Olaf Scholz"},
    "Olaf Scholz sei kein guter und kein kompetenter Kandidat, sagte Angela Merkel.": {
        "Angela Merkel criticised Olaf Scholz",
    },
    "Olaf Scholz sei nicht unfähig, sagte Angela Merkel.": set(),
    "Russland müsse seine Truppen sofort abziehen, sagte Angela Merkel.": {"Angela Merkel demandedFrom Russland"},
    "Russland müsse nicht zahlen, sagte Angela Merkel.": set(),
    "Russland müsse mit Verlusten rechnen, sagte Angela Merkel.": set(),
    "Russland solle eine Rakete getestet haben, sagte Angela Merkel.": set(),
    "Olaf Scholz sei für die Finanzen verantwortlich, sagte Angela Merkel.": set(),
    "Die Lufthansa biete viele Flüge, sagte Angela Merkel.": set(),
    "Olaf Scholz solle am Montag nach Paris reisen, sagte Angela Merkel.": {"Olaf Scholz travelledTo Paris"},
    # what is judged stands in front and is no subject; feelings; who gets praise and from whom
    "Die Kritik der SPD wies Olaf Scholz zurück.": {"Olaf Scholz rejected SPD"},
    "Die Äußerungen Wladimir Putins nannte Angela Merkel beschämend.": {"Angela Merkel criticised Wladimir Putins"},
    "Den Vorwurf der SPD, nichts zu tun, wies Angela Merkel zurück.": {"Angela Merkel rejected SPD"},
    "Die Forderungen der SPD wurden von Olaf Scholz als unrealistisch bezeichnet.": {"Olaf Scholz criticised SPD"},
    "Angela Merkel zeigte sich enttäuscht von Olaf Scholz.": {"Angela Merkel criticised Olaf Scholz"},
    "Angela Merkel ist von Olaf Scholz enttäuscht.": {"Angela Merkel criticised Olaf Scholz"},
    "Die SPD äußerte sich zufrieden mit dem Vorgehen von Olaf Scholz.": {"SPD supported Olaf Scholz"},
    "Angela Merkel hält die Kritik der SPD für teilweise gerechtfertigt.": {"Angela Merkel supported SPD"},
    "Die SPD griff die CDU am Montag scharf an.": {"SPD criticised CDU"},
    "Der Richter Thomas Mann verurteilte am Montag den Minister Olaf Scholz zu einer Haftstrafe.": set(),
    "Der SPD wirft Angela Merkel Versagen vor.": {"Angela Merkel criticised SPD"},
    "Thomas Mann empfiehlt Angela Merkel, Wahlen auszurufen.": {"Thomas Mann demandedFrom Angela Merkel"},
    "Eine klare Absage erteilte Angela Merkel dem Vorschlag von Olaf Scholz.": {"Angela Merkel rejected Olaf Scholz"},
    "Rückendeckung erhielt Olaf Scholz von Angela Merkel.": {"Angela Merkel supported Olaf Scholz"},
    # places that somebody leaves or visits
    "Angela Merkel verließ am Montag Moskau.": set(),
    "Angela Merkel besuchte am Montag das Museum in Graz.": {"Angela Merkel travelledTo Graz"},
    "Angela Merkel besuchte in Mali deutsche Soldaten.": {"Angela Merkel travelledTo Mali"},
    "Angela Merkel nannte Wladimir Putin am Montag einen Lügner.": {"Angela Merkel criticised Wladimir Putin"},
    "Olaf Scholz nannte Merkels Entscheidung „eine sehr schlechte Wahl“.": {"Olaf Scholz criticised Merkel"},
    "Olaf Scholz nannte Angela Merkel „eine schlechte Kanzlerin“.": {"Olaf Scholz criticised Angela Merkel"},
    "Scharfe Kritik an der EU äußerte auch Olaf Scholz.": {"Olaf Scholz criticised EU"},
    "Die USA haben Russland für den Angriff verantwortlich gemacht.": {"USA criticised Russland"},
    "Angela Merkel kritisierte die Rolle von Olaf Scholz.": {"Angela Merkel criticised Olaf Scholz"},
    "Angela Merkel hält Olaf Scholz für kompetent.": {"Angela Merkel supported Olaf Scholz"},
    "Die Politik der CDU sei verfehlt, sagte Olaf Scholz.": {"Olaf Scholz criticised CDU"},
    # examples of a plural, what is hit in a place, a fixed phrase that says more than its verb
    "Organisationen wie Greenpeace kritisierten am Montag die EU.": {"Greenpeace criticised EU"},
    "Die Luftwaffe von Russland bombardierte Ziele in Polen.": {"Luftwaffe von Russland attacked Polen"},
    "Die EU forderte Moskau auf, die Truppen abzuziehen. Moskau wies die Vorwürfe Londons zurück.": {
        "EU demandedFrom Russland", "Russland rejected Großbritannien",
    },
    "Frankreich wies im Mai 20 russische Diplomaten aus.": {"Frankreich sanctioned Russland"},
    "Barbara Steiner leitet das Kunsthaus Graz.": set(),
    "Siemens muss eine Strafe von 30 Millionen Euro an die EU zahlen.": {"EU sanctioned Siemens"},
    # whom a successor follows
    "Wladimir Putin entließ am Montag den Minister Sergej Schoigu. Nachfolger wird Andrej Beloussow.": {
        "Wladimir Putin dismissed Sergej Schoigu", "Andrej Beloussow succeeded Sergej Schoigu",
    },
    "Olaf Scholz tritt zurück. Nachfolgerin wird Angela Merkel.": {"Angela Merkel succeeded Olaf Scholz"},
    # who did or said what a noun takes up
    "Siemens kauft den Konkurrenten BMW. Olaf Scholz begrüßte die Übernahme.": {
        "Siemens acquired BMW", "Olaf Scholz supported Siemens",
    },
    "Russland griff das Nachbarland Polen an. Angela Merkel verurteilte den Angriff.": {
        "Russland attacked Polen", "Angela Merkel criticised Russland",
    },
    "Die Lage sei ernst, sagte Olaf Scholz. Angela Merkel wies die Vorwürfe zurück.": {"Angela Merkel rejected Olaf Scholz"},
    "Angela Merkel sprach in Berlin. Die SPD wies die Vorwürfe zurück. Olaf Scholz nannte sie absurd.": set(),
    "Die Polizei sei unfähig, sagte Olaf Scholz. Angela Merkel nannte die Äußerung inakzeptabel.": {
        "Angela Merkel criticised Olaf Scholz", "Olaf Scholz criticised Polizei",
    },
    "Russland griff das Nachbarland Polen an. Angela Merkel verurteilte einen Angriff.": {"Russland attacked Polen"},
    # two people side by side, opponents in a match, titles before a participle
    "Am Montag traf Viktor Orban Angela Merkel.": {"Viktor Orban met Angela Merkel"},
    "Frankreich trifft am Montag in Bordeaux auf Ungarn.": set(),
    "US-Außenminister John Kerry ist in Wien eingetroffen.": {"John Kerry travelledTo Wien"},
    "Schweiz und Norwegen verhandeln mit Brüssel.": {"Norwegen negotiatedWith EU", "Schweiz negotiatedWith EU"},
    # neither of two, two participles under one auxiliary
    "Weder die USA noch Russland kritisierten am Montag den Iran.": {"Russland criticised Iran", "USA criticised Iran"},
    # a private person is none with an office
    "Der 28-jährige Nigerianer schwieg. Polizeisprecher Thomas Moser kam. Die Polizei ermittelt gegen den Mann.": {
        "Polizei investigated Nigerianer",
    },
    # what stands behind an object is where that is; "bei" of a dismissal; whose proposal it is
    "Der Gipfel tagt. Olaf Scholz verurteilte die Krawalle beim Gipfel von Elmau.": set(),
    "Am Montag wurde der Trainer Peter Stöger beim Verein Schalke 04 entlassen.": {
        "FC Schalke 04 dismissed Peter Stöger",
    },
    "Olaf Scholz forderte von der Nato eine Reform. Die CDU lehnt den Vorstoß ab.": {
        "CDU rejected Olaf Scholz", "Olaf Scholz demandedFrom Nato",
    },
    "Ankara verlangt von Washington Beweise.": {"Türkei demandedFrom USA"},
    # surnames that are words too, and two of them side by side
    "Jan Kurz und Eva Moser schweigen. Kurz kritisierte Eva Moser.": {"Jan Kurz criticised Eva Moser"},
    "Jan Kurz und Eva Moser schweigen. Am Montag hatte Kurz Moser kritisiert.": {"Jan Kurz criticised Eva Moser"},
    "Jan Groß und Eva Moser schweigen. Groß wurde von der CDU kritisiert.": {"CDU criticised Jan Groß"},
    "Jan Kurz und Eva Moser schweigen. Kurz nach der Wahl kritisierte die CDU Moser.": {"CDU criticised Eva Moser"},
    "Die Autorin Eva Moser schweigt. Zuletzt warf Moser der CDU Verrat vor.": {"Eva Moser criticised CDU"},
    # a pronoun before a title, what somebody did that is judged, murders ordered
    "Olaf Scholz reiste nach Moskau. Dort traf er Kremlchef Wladimir Putin.": {
        "Olaf Scholz met Wladimir Putin", "Olaf Scholz travelledTo Moskau",
    },
    "Olaf Scholz reiste am Montag nach Moskau. Angela Merkel kritisierte die Reise.": {
        "Angela Merkel criticised Olaf Scholz", "Olaf Scholz travelledTo Moskau",
    },
    # joint action
    "Siemens will gemeinsam mit BMW einen Motor bauen.": {"Siemens cooperatedWith BMW"},
}  # fmt: skip
STANDING = {"locatedIn", "worksFor", "heads", "citizenOf", "memberOf", "represents"}

MEETING = (
    "Angela Merkel traf am 3. Mai 2021 in Paris den Präsidenten Emmanuel Macron. "
    "Das Treffen von Angela Merkel mit Emmanuel Macron dauerte vier Stunden."
)
TWICE = (
    "Angela Merkel traf am 3. Mai 2021 den Präsidenten Emmanuel Macron. "
    "Angela Merkel traf am 7. Juni 2021 den Präsidenten Emmanuel Macron."
)


SUCCESSOR = "Olaf Scholz tritt zurück. Sein Nachfolger soll Thomas Mann werden."
AT_A_SUMMIT = "Der G7-Gipfel in Elmau begann am Montag. Angela Merkel nahm am G7-Gipfel teil."


@pytest.fixture(scope="module")
def readings(nlp: Language) -> dict[str, Reading]:
    articles = [article_from_text(text) for text in [*SYNTAX, MEETING, TWICE, AT_A_SUMMIT, SUCCESSOR]]
    return {article.text: read(article, doc, LEXICON) for article, doc in parse(nlp, articles, batch_size=32)}


def told(reading: Reading) -> set[str]:
    names = {entity.id: entity.name for entity in reading.entities}
    return {
        f"{names[c.subject]} {c.predicate} {names[c.object]}"
        for c in reading.claims
        if not c.literal and not c.predicate.startswith("open:") and c.predicate not in STANDING
    }


@pytest.mark.parametrize("sentence", SYNTAX)
def test_syntax(sentence: str, readings: dict[str, Reading]) -> None:
    assert told(readings[sentence]) == SYNTAX[sentence]


def test_a_meeting_told_twice_is_one_event(readings: dict[str, Reading]) -> None:
    reading = readings[MEETING]
    (claim,) = [c for c in reading.claims if c.predicate == "met"]
    assert claim.time is not None
    assert (claim.time.edtf, claim.place) == ("2021-05-03", "place/paris")
    (event,) = [e for e in reading.events if e.type == "Meeting"]
    assert (event.id, set(event.participants)) == (claim.event, {"person/angela-merkel", "person/emmanuel-macron"})


def test_a_successor_to_come_is_planned(readings: dict[str, Reading]) -> None:
    (claim,) = [c for c in readings[SUCCESSOR].claims if c.predicate == "succeeded"]
    assert claim.factuality is Factuality.PLANNED


def test_who_takes_part_is_where_the_event_is(readings: dict[str, Reading]) -> None:
    (claim,) = [c for c in readings[AT_A_SUMMIT].claims if c.subject == "person/angela-merkel"]
    assert (claim.predicate, claim.place) == ("participatedIn", "place/elmau")


def test_two_days_are_two_meetings(readings: dict[str, Reading]) -> None:
    met = [c for c in readings[TWICE].claims if c.predicate == "met"]
    assert [c.time.edtf for c in met if c.time] == ["2021-05-03", "2021-06-07"]
    assert len({c.event for c in met}) == 2


def test_quotations_are_verbatim_and_inside_the_text(readings: dict[str, Reading]) -> None:
    for text, reading in readings.items():
        for claim in reading.claims:
            assert 0 <= claim.start < claim.end <= len(text)
            assert 0 < claim.confidence < 1
            assert claim.subject in {entity.id for entity in reading.entities}
