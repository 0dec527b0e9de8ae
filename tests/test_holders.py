"""Who holds an office, of what, and for how long, from whole sentences: text, what must be claimed."""

import pytest
from spacy.language import Language
from test_offices import claims

HOLDERS = [
    (
        "Neos-Chef Matthias Strolz und Grünen-Chefin Eva Moser kamen.",
        {"Matthias Strolz heads Neos", "Eva Moser heads Die Grünen"},
    ),
    ("Karl Huber wurde 1962 geboren und ist jetzt Direktor des Burgtheaters.", {"Karl Huber heads Burgtheater"}),
    ("Spitzenkandidat der FPÖ ist Peter Berger.", {"Peter Berger worksFor FPÖ"}),
    ("Peter Berger, seit 1990 SPD-Mitglied, kam.", {"Peter Berger memberOf SPD"}),
    ("Karl Huber kam, und Eva Moser, heute Chefin der ÖBB, schwieg.", {"Eva Moser heads ÖBB"}),
    ("Peter Berger stieg zum Chef der ÖBB auf.", {"Peter Berger heads ÖBB"}),
    ("Peter Berger, Historiker an der Universität Graz, kam.", {"Peter Berger worksFor Universität Graz"}),
    (
        "Peter Berger ist Professor für Informatik an der TU Wien.",
        {"Peter Berger worksFor Technische Universität Wien"},
    ),
    ("Der Direktor für Forschung bei Siemens, Peter Berger, kam.", {"Peter Berger worksFor Siemens"}),
    ("Die SPD wählte Karl Huber zum Vorsitzenden.", {"Karl Huber heads SPD"}),
    ("Der Vorstand der Caritas wählte Karl Huber zum Präsidenten.", {"Karl Huber heads Caritas"}),
    ("Der Stiftungsrat des ORF bestellte Karl Huber zum Technischen Direktor.", {"Karl Huber worksFor ORF"}),
    (
        "Rapid verlor. Rapid schwieg. Rapid Wien litt. Die Wiener Austria bezwang den SV Grödig. Stürmer Karl Huber traf.",
        {"Karl Huber worksFor Wiener Austria"},
    ),
    ("Der Flughafen Graz war zu. Flughafen-Direktor Karl Huber kam.", {"Karl Huber heads Flughafen Graz"}),
    ("Schalke 04 holt Karl Huber als Trainer.", {"Karl Huber worksFor FC Schalke 04"}),
    ("Als Regisseur verpflichtete das ZDF Karl Huber.", {"Karl Huber worksFor ZDF"}),
    ("Der Bundestag wählte Karl Huber zum Kanzler.", set()),
    ("Die SPD schlug Karl Huber als Präsidenten des Bundestags vor.", {"Karl Huber heads Bundestag planned"}),
    ("Karl Huber wird als neuer Trainer von Schalke 04 gehandelt.", {"Karl Huber worksFor FC Schalke 04 possible"}),
    (
        "Peter Berger folgt Karl Huber als Vorstandschef von Siemens nach.",
        {"Peter Berger heads Siemens", "Karl Huber heads Siemens former"},
    ),
    (
        "Peter Berger löst Karl Huber als Sprecher von Siemens ab.",
        {"Peter Berger represents Siemens", "Karl Huber represents Siemens former"},
    ),
    ("Der Verein entließ Peter Berger. Nachfolger wird Karl Huber.", {"Karl Huber succeeded Peter Berger planned"}),
    ("Der 1. FC Köln verlor. Der Kölner Stürmer Karl Huber traf.", {"Karl Huber worksFor 1. FC Köln"}),
    ("Kölns Trainer Karl Huber schwieg. Der 1. FC Köln verlor.", {"Karl Huber worksFor 1. FC Köln"}),
    ("Schalke 04 siegte. Der Kölner Stürmer Karl Huber traf.", set()),
    ("VW-Betriebsratsvorsitzender Karl Huber lehnte ab.", {"Karl Huber worksFor Volkswagen"}),
    ("Der ÖAMTC-Flugbetriebsleiter Karl Huber lehnte ab.", {"Karl Huber worksFor ÖAMTC"}),
    ("SPD-Parteichef Karl Huber lehnte ab.", {"Karl Huber heads SPD"}),
    ("Die UBS litt. Verwaltungsratspräsident Karl Huber trat ab.", {"Karl Huber worksFor UBS"}),
    ("Die US-Delegationsleiterin Eva Moser kam.", {"Eva Moser represents USA"}),
    (
        "Indien hat Sorgen. Die indische Regierung warnte. Polizeichef Rajesh Kumar ermittelt.",
        {"Rajesh Kumar worksFor Indien"},
    ),
    ("Man werde siegen, wie Karl Huber von Spiegel Online zitiert wird.", set()),
    (
        "Die EU-Kommission tagte. EU-Kommissar Karl Huber kam.",
        {"Karl Huber worksFor EU", "Karl Huber worksFor EU-Kommission"},
    ),
    ("Die Bundesregierung schwieg. Regierungssprecher Karl Huber kam.", {"Karl Huber represents Bundesregierung"}),
    ("Der Prozess am Landgericht Köln endete. Richterin Eva Moser kam.", {"Eva Moser worksFor Landgericht Köln"}),
    (
        "Die Staatsanwaltschaft Wien klagte an. Staatsanwältin Eva Moser kam.",
        {"Eva Moser worksFor Staatsanwaltschaft Wien"},
    ),
    (
        "Die deutsche Nationalmannschaft siegte. Bundestrainer Karl Huber jubelte.",
        {"Karl Huber worksFor deutsche Nationalmannschaft"},
    ),
    ("Der rote Klubchef Karl Huber kam. Die SPÖ schwieg.", {"Karl Huber heads SPÖ", "Karl Huber memberOf SPÖ"}),
    ("Der Grüne Karl Huber kam. Die Grünen schwiegen.", {"Karl Huber memberOf Die Grünen"}),
    ("Der EU-Kommissar für Energie Karl Huber lobte das.", {"Karl Huber worksFor EU"}),
    ("Der Fraktionschef der SPD in Bayern Karl Huber starb.", {"Karl Huber heads SPD", "Karl Huber memberOf SPD"}),
    ("Der Sprecher der Familie Karl Huber kam.", set()),
    ("Der Leiter der Abteilung Kunst bei der FES, Karl Huber, kam.", {"Karl Huber worksFor FES"}),
    ("Karl Huber, Leiter der Rechtsabteilung von Siemens, kam.", {"Karl Huber worksFor Siemens"}),
    ("Karl Huber, Laborleiter der Siemens AG, kam.", {"Karl Huber worksFor Siemens AG"}),
    ("Der frühere Präsident und Direktor der Siemens AG, Karl Huber, kam.", {"Karl Huber heads Siemens AG former"}),
    ("Der Linkspolitiker Karl Huber lobte das. Die Linke schwieg.", {"Karl Huber memberOf Die Linke"}),
    ("Der Finanzminister Karl Huber kam. Das Finanzamt schwieg.", set()),
    (
        "Für den Vorsitz gilt der Republikaner Chuck Moser oder Tim Huber als gesetzt. Die Republikaner jubeln.",
        {"Chuck Moser memberOf Republikaner"},
    ),
    ("Karl Huber, CEO von Siemens, kam.", {"Karl Huber heads Siemens"}),
    ("SAP-CEO Karl Huber kam.", {"Karl Huber heads SAP"}),
    ("Porsche wächst. Produktionschef Karl Huber jubelt.", {"Karl Huber worksFor Porsche"}),
    ("Königin Elisabeth II. kam. Großbritannien jubelte.", {"Elisabeth II. heads Großbritannien"}),
    (
        "Sepp Huber starb. 2008 wurde er Fraktionschef der Grünen im Landtag.",
        {"Sepp Huber heads Die Grünen", "Sepp Huber memberOf Die Grünen", "Sepp Huber memberOf Landtag"},
    ),
    (
        "Das Amt wird seit 2003 von Karl Huber geleitet, der zuvor Justizminister des Landes Hessen war.",
        {"Karl Huber worksFor Hessen former"},
    ),
    (
        "Peter Berger trat ab. Zu seinem Nachfolger wurde Karl Huber bestimmt.",
        {"Karl Huber succeeded Peter Berger"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_who_holds_an_office(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ("offices/",)) == expected


TENURES = [
    ("Jan Moser trat als Chef von Siemens zurück.", {"Jan Moser heads Siemens former"}),
    ("Jan Moser will als Chef der SPD nicht zurücktreten.", {"Jan Moser heads SPD"}),
    ("Jan Moser soll als Chef von Siemens abgelöst werden.", {"Jan Moser heads Siemens"}),
    ("Der Rücktritt von Jan Moser als Präsident des ÖFB überraschte viele.", {"Jan Moser heads ÖFB former"}),
    ("Jan Moser übernahm 2003 das Amt des Präsidenten von Litauen.", {"Jan Moser heads Litauen"}),
    ("Jan Moser gab den Posten des Generalsekretärs der SPD auf.", {"Jan Moser worksFor SPD former"}),
    ("Ilse Kern bekleidet die Funktion der Sprecherin von Siemens.", {"Ilse Kern represents Siemens"}),
    ("Nach der Wahl von Jan Moser zum Vorsitzenden der SPD gab es Streit.", {"Jan Moser heads SPD"}),
    ("Jan Moser war von 1998 bis 2005 Kanzler von Österreich.", {"Jan Moser heads Österreich former"}),
    ("Jan Moser, von 1998 bis 2005 Chef von Siemens, starb.", {"Jan Moser heads Siemens former"}),
    ("Jan Moser, der lange Trainer von Schalke 04 war, lobte den Sieg.", {"Jan Moser worksFor FC Schalke 04 former"}),
    ("Jan Moser hatte lange für Siemens gearbeitet.", {"Jan Moser worksFor Siemens former"}),
    ("Jan Moser arbeitete zuvor für Siemens.", {"Jan Moser worksFor Siemens former"}),
    ("Jan Moser arbeitete am Montag für Siemens.", {"Jan Moser worksFor Siemens"}),
    ("Jan Moser wurde aus der SPD ausgeschlossen.", {"Jan Moser memberOf SPD former"}),
    ("Jan Moser wechselte von der SPD zur FDP.", {"Jan Moser memberOf FDP", "Jan Moser memberOf SPD former"}),
    ("Jan Moser will aus der SPD austreten.", {"Jan Moser memberOf SPD"}),
    ("Jan Moser ist als Chef der SPD im Gespräch.", {"Jan Moser heads SPD possible"}),
    ("Als neuer Chef von Siemens ist Jan Moser im Gespräch.", {"Jan Moser heads Siemens possible"}),
    ("Jan Moser gilt als möglicher Chef von Siemens.", {"Jan Moser heads Siemens possible"}),
    ("Jan Moser, mutmaßlicher Anführer der Hisbollah, schwieg.", {"Jan Moser heads Hisbollah possible"}),
    ("Den mutmaßlichen Drahtzieher und Siemens-Chef Jan Moser kennt man.", {"Jan Moser heads Siemens"}),
    ("Jan Moser war der dienstälteste Staatschef Afrikas.", set()),
    (
        "Der Bundestag berät. Die Abgeordneten Jan Moser (CDU), Eva Kern (CSU) und Uwe Brand (SPD) klagten.",
        {
            "Jan Moser memberOf Bundestag",
            "Eva Kern memberOf Bundestag",
            "Uwe Brand memberOf Bundestag",
            "Jan Moser memberOf CDU",
            "Eva Kern memberOf CSU",
            "Uwe Brand memberOf SPD",
        },
    ),
    (
        "Jan Moser (CDU), Eva Kern und Uwe Brand (alle SPD) klagten.",
        {"Jan Moser memberOf CDU", "Eva Kern memberOf SPD", "Uwe Brand memberOf SPD"},
    ),
    ("Der bisherige Spitzenreiter, der 1. FC Köln, verlor.", set()),
    ("Der FDP-Obmann Jan Moser schwieg.", {"Jan Moser memberOf FDP"}),
    ("Die ÖVP-Obfrau im Ausschuss, Eva Moser, kam.", {"Eva Moser memberOf ÖVP"}),
    ("ÖVP-Obmann Jan Moser schwieg.", {"Jan Moser heads ÖVP"}),
    ("Der Mitte-Links-Kandidat Jan Moser verlor.", set()),
    (
        "Die griechische Ministerin für Bildung, Arbeit und Kultur Eva Moser kam.",
        {"Eva Moser worksFor Griechenland"},
    ),
    ("Jan Moser, Bürgermeister von Havanna, Kuba, kam.", {"Jan Moser heads Havanna"}),
    (
        "Jan Moser, Botschafter von Irland und Malta, kam.",
        {"Jan Moser represents Irland", "Jan Moser represents Malta"},
    ),
    ("Heidelberg feiert. Bürgermeister Jan Moser kam.", {"Jan Moser heads Heidelberg"}),
    ("Heidelberg feiert. Bürgermeister Rahim Musleh kam.", set()),
    ("In Deutschland und in Berlin regnet es. Präsident Álvaro Uribe kam.", set()),
    ("Jan Moser, Chef der in Linz angesiedelten „Autotest AG“, kam.", {"Jan Moser heads Autotest AG"}),
    (
        "Eva Moser, Sprecherin der für die Bahn zuständigen Schlichtungsstelle, kam. Eva Moser, Aufsichtsrätin der ÖBB, kam.",
        {
            "Eva Moser memberOf ÖBB",
        },
    ),
    ("Eva Moser ist bei der Caritas für Flüchtlinge verantwortlich.", {"Eva Moser worksFor Caritas"}),
    ("Jan Moser, Ortschef von Rohrbach, kam.", {"Jan Moser heads Rohrbach"}),
    ("Italien wählt. Ministerpräsident bleibt der parteilose Matteo Renzi.", {"Matteo Renzi heads Italien"}),
    ("Deutschland ist entsetzt. Generalbundesanwalt Jan Moser ging.", {"Jan Moser worksFor Deutschland"}),
    ("Deutschland siegte. Bundestrainer Jan Moser war zufrieden.", {"Jan Moser worksFor Deutschland"}),
    ("Deutschland ist entsetzt. Der damalige Ministerpräsident Jan Moser ging.", set()),
    ("Jan Moser ist seit 2013 Bundesminister der Justiz.", set()),
    (
        "Am besten warfen Karl Huber für Kroatien und Jan Moser, der bei der Caritas arbeitet.",
        {"Jan Moser worksFor Caritas"},
    ),
    ("Die SPD freut sich. Jan Moser und seine Stellvertreterin Ilse Kern kamen.", {"Ilse Kern worksFor Jan Moser"}),
]


@pytest.mark.parametrize(("text", "expected"), TENURES)
def test_how_long_an_office_is_held(nlp: Language, text: str, expected: set[str]) -> None:
    held = ("heads", "memberOf", "represents", "worksFor")
    assert {
        c for c in claims(nlp, text, ("offices/", "frames/")) if c.split(" former")[0].split(" ")[2] in held
    } == expected


WHO = [  # text, what must not be claimed, what must
    ("Eva Moser ist seit 2000 CDU-Vorsitzende.", set(), {"Eva Moser heads CDU"}),
    ("Er hat in Wien Karl Huber getroffen, den Chef der OMV.", set(), {"Karl Huber heads OMV"}),
    ("Gestern wurde Jan Kern getötet, ein Führer der Hamas.", set(), {"Jan Kern heads Hamas"}),
    (
        "Der Chef der OMV und Vizepräsident der Caritas, Jan Kern, kam.",
        {"Jan Kern worksFor OMV"},
        {"Jan Kern heads OMV", "Jan Kern worksFor Caritas"},
    ),
    ("Bundesfinanzminister Jan Kern spart.", set(), {"Jan Kern worksFor Deutschland"}),
    ("Bundesfinanzminister Jan Kern traf ÖVP-Chef Karl Huber.", {"Jan Kern worksFor Deutschland"}, set()),
    (
        "In Thailand wird gestreikt. Der stellvertretende Ministerpräsident Suthep Moser kam.",
        {"Suthep Moser heads Thailand"},
        {"Suthep Moser worksFor Thailand"},
    ),
    (
        "Der Landtag debattierte über die SPD. Der Fraktionsvorsitzende Jan Kern widersprach.",
        {"Jan Kern heads SPD"},
        {"Jan Kern memberOf SPD"},
    ),
    (
        "Das Außenministerium schweigt. Jeremy Stone ist Handelsminister. Der Minister kritisierte die Grünen.",
        {"Jeremy Stone heads Außenministerium"},
        set(),
    ),
    ("Deutschland streitet. Jan Kern warf dem Justizminister Einmischung vor.", {"Jan Kern worksFor Justiz"}, set()),
    (
        "Kanada feiert. Jan Kern ist Oppositionschef. Es sprach das Staatsoberhaupt Königin Elisabeth II. aus London.",
        {"Jan Kern heads Kanada"},
        set(),
    ),
    (
        "In Kabul streitet Abdul Moser mit Jan Kern um das Amt des afghanischen Präsidenten.",
        {"Abdul Moser heads Afghanistan", "Jan Kern heads Afghanistan"},
        set(),
    ),
    ("Jan Kern kandidiert für den CDU-Vorsitz.", set(), {"Jan Kern heads CDU planned"}),
    ("Eva Moser übernahm im Mai den SPÖ-Vorsitz.", set(), {"Eva Moser heads SPÖ"}),
    ("Die Caritas hat mit Eva Moser eine neue Präsidentin.", set(), {"Eva Moser heads Caritas"}),
    ("Die Caritas bekommt eine neue Präsidentin, sagte Eva Moser.", {"Eva Moser heads Caritas"}, set()),
    (
        "ORF-Chef Jan Kern lacht. Sein Finanzdirektor Karl Huber auch, nicht aber sein Freund Max Stein.",
        {"Max Stein worksFor ORF"},
        {"Karl Huber worksFor ORF"},
    ),
    (
        "Die Sprecherin des Wahlkampfteams von Hillary Clinton, Eva Moser, kam.",
        set(),
        {"Eva Moser represents Hillary Clinton"},
    ),
    ("Can Moser wurde verurteilt. Mosers Frau Dilek kam.", set(), {"Dilek relativeOf Can Moser"}),
    (
        "Wien tanzt. Bürgermeister Michael Kern lacht. Seine Stellvertreterin Maria Moser (Grüne) auch.",
        set(),
        {"Maria Moser worksFor Wien", "Maria Moser worksFor Michael Kern"},
    ),
    (
        "Hirscher siegte vor dem Norweger Henrik Strand und dem Deutschen Felix Moser.",
        {"Henrik Strand citizenOf Deutschland"},
        {"Henrik Strand citizenOf Norwegen", "Felix Moser citizenOf Deutschland"},
    ),
    ("Es siegte Eva Moser (AUT) vor Petra Novak (SVK).", set(), {"Petra Novak citizenOf Slowakei"}),
    ("Der Oppositionspolitiker Olisa Metuh von der PDP kam.", set(), {"Olisa Metuh memberOf PDP"}),
    ("Nigeria trauert. Generalstabschef Abayomi Oni kam.", set(), {"Abayomi Oni worksFor Nigeria"}),
    ("Jan Kern tritt ab, ihm folgt Eva Moser.", set(), {"Eva Moser succeeded Jan Kern"}),
    ("Eva Moser übernimmt das Belvedere.", {"Eva Moser acquired Belvedere"}, {"Eva Moser heads Belvedere"}),
    ("Jan Kern leitet die Klassiksparte von Sony.", {"Jan Kern heads Sony"}, {"Jan Kern worksFor Sony"}),
    ("Der Oscar-Preisträger Jan Kern kam.", {"Jan Kern worksFor Oscar"}, set()),
    (
        "Jan Kern und Karl Huber siegten. Der Japaner und der Kanadier jubelten.",
        {"Karl Huber citizenOf Japan", "Jan Kern citizenOf Kanada"},
        set(),
    ),
    ("Österreich wählt. Alt-Bundespräsident Heinz Fischer kam.", {"Heinz Fischer heads Alt former"}, set()),
    ("Die Demonstranten der Caritas kamen.", {"Demonstranten worksFor Caritas"}, set()),
    ("Die Ärztin und frühere Ministerin, Eva Moser, und SPD-Chef Jan Kern kamen.", set(), {"Jan Kern heads SPD"}),
    ("Das bescheinigte Jan Kern vom New Yorker Hill-Krankenhaus.", set(), {"Jan Kern worksFor Hill-Krankenhaus"}),
    ("„Wir kommen“, zitierte man Eva Moser vom Sender RTVE.", set(), {"Eva Moser worksFor RTVE"}),
]


@pytest.mark.parametrize(("text", "absent", "stated"), WHO)
def test_who_holds_what(nlp: Language, text: str, absent: set[str], stated: set[str]) -> None:
    found = claims(nlp, text, ("offices/", "frames/"))
    assert absent.isdisjoint(found), found
    assert stated <= found, found
