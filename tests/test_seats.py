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
    ("VW baut in Pune, im indischen Bundesstaat Maharashtra, ein Werk.", {"Pune locatedIn Maharashtra", "Pune locatedIn Indien"}),
    ("Der Vorsitzende des Bauhauptverbands in Deutschland, Jan Moser, warnte.", {"Bauhauptverband in Deutschland locatedIn Deutschland"}),
    ("Man sprach über die Beteiligung von Huawei am britischen 5G-Netzausbau.", set()),
    ("Der Slowake Jan Moser (Siemens) kam.", set()),
    ("Bei den Landtagswahlen in Bayern und Hessen verlor die CDU.", {"Landtagswahlen in Bayern locatedIn Bayern", "Landtagswahlen in Bayern locatedIn Hessen"}),
    ("Das Konzert stieg im Hard Rock Stadium in Miami.", {"Hard Rock Stadium locatedIn Miami"}),
    ("Das Stadion Solvex ist das größte in Belgien. Gestern kam es dort zu einer Explosion.", {"Explosion locatedIn Stadion Solvex"}),
    ("Mit seinem Werk in Aurangabad hat Siemens Erfahrung.", {"Werk in Aurangabad locatedIn Aurangabad"}),
    ("Siemens übernahm die Firma Solvex in der Stadt Linz.", {"Solvex locatedIn Linz"}),
    ("Die Japan Aerospace Exploration Agency forscht. Japan freut sich.", {"Japan Aerospace Exploration Agency locatedIn Japan"}),
    ("Putin führt in Moskau die Friedensgespräche mit Erdogan.", {"Friedensgespräche mit Erdogan locatedIn Moskau"}),
    ("Bei einem Brand in einer Wiener Wohnung starb ein Mann.", {"Brand locatedIn Wien"}),
    ("Die Kundgebung vor der Wiener Staatsoper war friedlich.", {"Kundgebung vor der Wiener Staatsoper locatedIn Wien"}),
    ("Die georgische Wahlkommission schweigt.", {"georgische Wahlkommission locatedIn Georgien"}),
    ("Das Spiel fand in der Wiener Stadthalle statt.", {"Wiener Stadthalle locatedIn Wien"}),
    ("Siemens will den US-Konkurrenten Solvex übernehmen.", {"Solvex locatedIn USA"}),
    ("Der US-Partner Boeing klagt.", {"Boeing locatedIn USA"}),
    ("Der britische Linux-Distributor Solvex hat das Programm erneuert.", {"Solvex locatedIn Großbritannien"}),
    ("Siemens wächst. Moser lobte das Unternehmen mit Sitz in Freiburg.", {"Siemens locatedIn Freiburg"}),
    ("Das sagte ein Sprecher von Siemens mit Sitz in München.", {"Siemens locatedIn München"}),
    ("Kanada wählt. In Kanada sind das Kabinett, das Innenministerium und das Parlament leer.", set()),
    ("Der Berliner Verfassungsschutz warnt.", {"Berliner Verfassungsschutz locatedIn Berlin"}),
    ("Türkische Behörden sperrten die Seite.", {"türkische Behörden locatedIn Türkei"}),
    ("Der zweite Eigner, Kern Holdings aus Singapur, versuchte das.", {"Kern Holdings locatedIn Singapur"}),
    ("Das größte deutsche Unternehmen, der Hersteller SAP, wächst.", {"SAP locatedIn Deutschland"}),
    ("Weitere deutsche Unternehmen auf der Liste sind Siemens und Bayer.", {"Siemens locatedIn Deutschland", "Bayer locatedIn Deutschland"}),
    ("In Ansfelden (Bezirk Linz-Land) brannte ein Haus.", {"Ansfelden locatedIn Linz-Land"}),
    ("In der Türkei, in Istanbul, wurde demonstriert.", {"Istanbul locatedIn Türkei"}),
    ("Syrien wartet. In Syrien wird gekämpft. Das meldete die staatliche Agentur Sana.", {"Sana locatedIn Syrien"}),
    ("In Linz ist am Montag ein Brand ausgebrochen.", {"Brand locatedIn Linz"}),
    ("In Graz kam es zu einer Revolte.", {"Revolte locatedIn Graz"}),
    ("An einer Grazer Schule wird gefeiert.", {"Grazer Schule locatedIn Graz"}),
    ("Bei einer Ausgrabung in Portugal fand man Scherben.", {"Ausgrabung in Portugal locatedIn Portugal"}),
    ("Das Militärhistorische Museum der Bundeswehr in Dresden feiert.", {"Militärhistorisches Museum locatedIn Dresden"}),
    ("Er wurde im Allgemeinen Krankenhaus in Linz operiert.", {"Allgemeines Krankenhaus locatedIn Linz"}),
    ("Die deutschen Autobauer BMW und Daimler klagen.", {"BMW locatedIn Deutschland", "Daimler locatedIn Deutschland"}),
    ("Der deutsche Konzern Siemens und Alstom wachsen.", {"Siemens locatedIn Deutschland"}),
    ("Der Vorsitzende des Innenausschusses im Bundestag, Jan Moser, kam.", {"Innenausschuss im Bundestag partOf Bundestag"}),
    ("Nach Angaben des Instituts für Höhere Studien in Wien sinkt sie.", {"Institut für Höhere Studien locatedIn Wien"}),
    ("Die Grazer Firma Solvex, der Linzer Stahlkonzern Voestalpine und Huber wachsen.", {"Solvex locatedIn Graz", "Voestalpine locatedIn Linz"}),
    ("Der Investitionsfonds der Weltbank zahlt.", {"Investitionsfonds der Weltbank partOf Weltbank"}),
    ("Die Volkswagentochter Seat baut ein Werk.", {"Seat partOf Volkswagen", "Volkswagen owns Seat"}),
    ("Eine Tochter von Airbus, Premium Aerotec, baut aus.", {"Premium Aerotec partOf Airbus"}),
    ("n-tv, Vox sowie weitere Tochterunternehmen der RTL Group ziehen um.", {"Vox partOf RTL Group", "n-tv partOf RTL Group"}),
    ("Der Sender Canale 5 von Silvio Berlusconi berichtete.", {"Silvio Berlusconi owns Canale 5"}),
    ("Der Konzern Solvex des Milliardärs Jan Moser wächst.", {"Jan Moser owns Solvex"}),
    ("Der Mann stammt aus dem steirischen Leoben.", {"Leoben locatedIn Steiermark"}),
    ("Das Boot sank im ungarischen Mohács.", {"Mohács locatedIn Ungarn"}),
    ("Ein Mann aus Aken in Sachsen-Anhalt wurde verletzt.", {"Aken locatedIn Sachsen-Anhalt"}),
    ("Moser lebt in Wolfurt, einem kleinen Dorf in Vorarlberg.", {"Wolfurt locatedIn Vorarlberg"}),
    ("In Cabramatta, einem Vorort von Sydney, brannte es.", {"Cabramatta locatedIn Sydney"}),
    ("Die thailändische Armee griff ein.", {"thailändische Armee locatedIn Thailand"}),
    ("Die Münchner Firma Solvex entlässt Mitarbeiter.", {"Solvex locatedIn München"}),
    ("In der ägyptischen Hauptstadt Kairo kam es zu Protesten.", {"Kairo locatedIn Ägypten"}),
    ("In der thailändischen Hauptstadt wird protestiert. In Bangkok brannten Autos.", {"Bangkok locatedIn Thailand"}),
    ("Im Jemen nahmen Rebellen die Hauptstadt Sanaa ein.", {"Sanaa locatedIn Jemen"}),
    ("Der Stützpunkt Joliet in Illinois wurde geschlossen.", {"Stützpunkt Joliet locatedIn Illinois"}),
    ("Sie trafen sich im Elysee-Palast in Paris.", {"Elysee-Palast locatedIn Paris"}),
    ("Der Militärflugplatz Schairat im Zentrum Syriens fiel.", {"Militärflugplatz Schairat locatedIn Syrien"}),
    ("Er starb in Springfield, Illinois.", {"Springfield locatedIn Illinois"}),
    ("Der Unfall geschah in Wardenburg (Niedersachsen).", {"Wardenburg locatedIn Niedersachsen"}),
    ("Das Feuer brach im Kölner Stadtteil Ehrenfeld aus.", {"Ehrenfeld locatedIn Köln"}),
    ("Der Softwarehersteller SAP aus Walldorf wächst.", {"SAP locatedIn Walldorf"}),
    ("Siemens mit Hauptsitz in München meldet Gewinn.", {"Siemens locatedIn München"}),
    ("Die in Wien ansässige OMV baut um.", {"OMV locatedIn Wien"}),
    ("Die Weltmeisterschaft 2006 in Grenoble war groß.", {"Weltmeisterschaft 2006 locatedIn Grenoble"}),
    ("Das katalanische Unabhängigkeitsreferendum wurde untersagt.", {"katalanisches Unabhängigkeitsreferendum locatedIn Katalonien"}),
    ("Die US-Präsidentschaftswahl rückt näher.", {"US-Präsidentschaftswahl locatedIn USA"}),
    ("Der Hafen von Rotterdam ist groß.", {"Hafen von Rotterdam locatedIn Rotterdam"}),
    ("Die Zentralbank von Kenia senkte die Zinsen.", {"Zentralbank von Kenia locatedIn Kenia"}),
    ("In Thailand urteilte der Strafgerichtshof. Thailand ist in der Krise. Die Armee schwieg.", {"Armee locatedIn Thailand"}),
    ("Forscher der TU Graz haben das gemessen.", {"TU Graz locatedIn Graz"}),
    ("Das Soziologische Forschungsinstitut Hessen legte Zahlen vor.", {"Soziologisches Forschungsinstitut Hessen locatedIn Hessen"}),
    ("Der VfB Stuttgart gewann. In Stuttgart wurde gefeiert.", {"VfB Stuttgart locatedIn Stuttgart"}),
    ("In Kairo brachen Unruhen aus. Die Unruhen dauern an.", {"Unruhen locatedIn Kairo"}),
    ("In Rom kam es zu einer Explosion. Die Explosion war laut.", {"Explosion locatedIn Rom"}),
    ("Der Sturm traf Florida. Der Sturm zieht weiter.", {"Sturm locatedIn Florida"}),
    ("Das Tanklager in Bremen-Nord wird geräumt.", {"Tanklager in Bremen-Nord locatedIn Bremen-Nord", "Bremen-Nord locatedIn Bremen"}),
    ("Der Müll landet auf der Deponie bei Schönberg.", {"Deponie bei Schönberg locatedIn Schönberg"}),
    ("Im Lananer Gemeinderat gab es Streit. Auch in Lana wird gespart.", {"Lananer Gemeinderat locatedIn Lana"}),
    ("Der russische Leichtathletikverband wurde gesperrt.", {"russischer Leichtathletikverband locatedIn Russland"}),
    ("Das Damenteam aus Tunesien verlor.", {"Damenteam aus Tunesien locatedIn Tunesien"}),
    ("Auf der Ostseeinsel Rügen landen Boote.", {"Rügen locatedIn Ostsee"}),
    ("Im südfranzösischen Toulouse starben vier Menschen.", {"Toulouse locatedIn Frankreich"}),
    ("Der Prozess wird vor dem Landgericht Köln eröffnet. Der Prozess endet. In Köln regnet es.", {"Prozess locatedIn Köln"}),
    ("Island ist schön. In Reykjavik und in Selfoss im Westen der Insel wird gefeiert.", {"Selfoss locatedIn Island"}),
    ("Myanmar feiert. In der früheren Hauptstadt Rangun und in Myanmar wird getanzt.", {"Rangun locatedIn Myanmar"}),
    ("In Donezk in der Ostukraine wird gekämpft. Die Ukraine schweigt.", {"Donezk locatedIn Ostukraine", "Ostukraine locatedIn Ukraine"}),
    ("Auf dem Tahrir-Platz in Kairo demonstrierten Tausende.", {"Tahrir-Platz locatedIn Kairo"}),
    ("Auf dem Parteitag der CDU in Leipzig sprach Merz.", {"Parteitag der CDU locatedIn Leipzig"}),
    ("Er sitzt in der Justizvollzugsanstalt Aachen.", {"Justizvollzugsanstalt Aachen locatedIn Aachen"}),
    ("Am Potsdamer Platz in Berlin wurde gefeiert.", {"Potsdamer Platz locatedIn Berlin"}),
    ("Die Caritas ist eine Hilfsorganisation mit Sitz in Freiburg.", {"Caritas locatedIn Freiburg"}),
    ("Interfax, eine Agentur in Moskau, berichtete das.", {"Interfax locatedIn Moskau"}),
    ("Am Kolosseum und am Kapitol in Rom wird demonstriert.", {"Kolosseum locatedIn Rom", "Kapitol locatedIn Rom"}),
    ("VW baut in Pune, im indischen Bundesstaat Maharashtra, ein Werk.", {"Pune locatedIn Maharashtra"}),
    ("Die libysche Küstenwache rettete 30 Menschen.", {"libysche Küstenwache locatedIn Libyen"}),
    ("Das burkinabeische Parlament tagte.", {"burkinabeisches Parlament locatedIn Burkina Faso"}),
    ("Die sardische Stadt Olbia wurde überflutet. Auf Sardinien regnet es.", {"Olbia locatedIn Sardinien"}),
    ("Das Erdbeben traf die Insel Lombok in Indonesien.", {"Lombok locatedIn Indonesien"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_seats(nlp: Language, text: str, expected: set[str]) -> None:
    found = relations(nlp, text)
    assert expected <= found, found


HOLDINGS = [
    ("Siemens schließt sein Werk in Linz.", {"Siemens owns Werk in Linz"}),
    ("Die rot-grüne Koalition einigte sich. SPÖ und Grüne verhandelten lange.", {"SPÖ partOf rot-grüne Koalition", "Die Grünen partOf rot-grüne Koalition"}),
    ("Die SPÖ-ÖVP-Koalition zerbrach.", {"SPÖ partOf SPÖ-ÖVP-Koalition", "ÖVP partOf SPÖ-ÖVP-Koalition"}),
    ("Die hessische CDU / FDP-Landesregierung beriet.", {"CDU partOf hessische CDU/FDP-Landesregierung", "FDP partOf hessische CDU/FDP-Landesregierung"}),
    ("Der Konzern Solvex hat eine Tochterfirma namens Hoval.", {"Hoval partOf Solvex", "Solvex owns Hoval"}),
    ("Die Fakultät für Physik der Universität Wien feiert.", {"Fakultät für Physik partOf Universität Wien"}),
    ("Die KFOR-Truppen der Nato rückten ab.", {"KFOR partOf Nato"}),
    ("Das Team des Deutschen Handballbundes gewann.", {"Team des Deutschen Handballbundes partOf Deutscher Handballbund"}),
    ("Der Justizausschuss im Senat tagte.", {"Justizausschuss im Senat partOf Senat"}),
    ("Das UN-Menschenrechtskomitee rügt das Dekret. Die UN schweigen.", {"UN-Menschenrechtskomitee partOf UN"}),
    ("Die regierende AKP verlor die Mehrheit. Die Regierung schwieg.", {"AKP partOf Regierung"}),
    ("CDU und CSU regieren zusammen mit der SPD. Die Bundesregierung schwieg.", {"CSU partOf Bundesregierung", "SPD partOf Bundesregierung"}),
    ("Die bundeseigene Deutsche Bahn erhöht die Preise.", {"Bund owns Deutsche Bahn"}),
    ("Die Zeitung Sun ist im Besitz von Rupert Murdoch.", {"Rupert Murdoch owns Sun"}),
    ("Großaktionär von Volkswagen ist Katar.", {"Katar owns Volkswagen"}),
    ("Der Mutterkonzern von Opel, General Motors, baut um.", {"General Motors owns Opel"}),
    ("Der Opel-Mutterkonzern General Motors baut um.", {"General Motors owns Opel"}),
    ("Die Lufthansa und ihre Billigtochter Eurowings streichen Flüge.", {"Eurowings partOf Lufthansa", "Lufthansa owns Eurowings"}),
    ("Die Berta 3, ein Frachter der Firma Kern AG, kehrte zurück.", {"Kern AG owns Berta 3"}),
    ("Siemens besitzt 59 Prozent der Anteile an Gamesa.", {"Siemens owns Gamesa"}),
    ("Das Welternährungsprogramm der UN warnt.", {"Welternährungsprogramm partOf UN"}),
    ("Die Landesgruppe der CSU im Bundestag tagt.", {"Landesgruppe der CSU im Bundestag partOf CSU"}),
    ("Der Finanzausschuss des Bundestags tagte.", {"Finanzausschuss des Bundestags partOf Bundestag"}),
    ("Das UN-Flüchtlingswerk warnt. Die UN warnt auch.", {"UNHCR partOf UN"}),
    ("Siemens hält 20 Prozent der VW-Aktien.", {"Siemens owns Volkswagen"}),
    ("Niedersachsen hält 20 Prozent der Anteile an Volkswagen.", {"Niedersachsen owns Volkswagen"}),
    ("Katar ist Hauptaktionär bei Volkswagen.", {"Katar owns Volkswagen"}),
    ("Die Jusos, die Jugendorganisation der SPD, protestieren.", {"Jusos partOf SPD"}),
    ("Der Bundestag tagt. Die SPD-Bundestagsfraktion lehnt das ab.", {"SPD-Bundestagsfraktion partOf Bundestag"}),
    ("Der Wikipedia-Betreiber Wikimedia Foundation wehrt sich.", {"Wikimedia Foundation owns Wikipedia"}),
    ("Die UN-Mission UNMIK verwaltet das Land. Die UN warnt.", {"UNMIK partOf UN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOLDINGS)
def test_holdings(nlp: Language, text: str, expected: set[str]) -> None:
    found = relations(nlp, text)
    assert expected <= found, found


def test_who_governs_is_no_part_of_a_foreign_government(nlp: Language) -> None:
    text = "Georgien wählt. Georgien wartet. In Georgien siegte die regierende Vereinte Bewegung. Die US-Regierung schweigt."
    assert relations(nlp, text) == {"US-Regierung locatedIn USA"}


def test_whose_name_stands_behind_a_comma_is_nobody_spoken_of_before(nlp: Language) -> None:
    text = "Das Unternehmen Huawei wächst. Das größte deutsche Unternehmen, der Hersteller Siemens, verliert."
    assert relations(nlp, text) == {"Siemens locatedIn Deutschland"}


def test_who_is_in_opposition_is_no_part_of_the_government(nlp: Language) -> None:
    text = "Die Grünen sind in der Opposition. Die Bundesregierung schwieg."
    article = article_from_text(text, date="2024-05-14")
    ((_, doc),) = parse(nlp, [article])
    found = read(article, doc, Lexicon("de")).claims
    assert [c.factuality for c in found if c.predicate == "partOf"] == ["Negated"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Audi ist keine Tochter von Volkswagen.", "Negated"),
        ("Großaktionär von Volkswagen ist nicht Katar.", "Negated"),
        ("Eigentümer von Volkswagen könnte Katar sein.", "Possible"),
    ],
)
def test_a_predicate_is_judged(nlp: Language, text: str, factuality: str) -> None:
    article = article_from_text(text, date="2024-05-14")
    ((_, doc),) = parse(nlp, [article])
    found = read(article, doc, Lexicon("de")).claims
    assert {c.factuality for c in found if c.predicate in RELATIONS} == {factuality}


@pytest.mark.parametrize(
    "text",
    [
        "Jan Moser lobte seine Firma Solvex.",
        "Er rief „Britain First“ (deutsch „Britannien zuerst“).",
        "Bei Ingolstadt auf der A9 brannte ein Auto.",
        "Er tauschte Schweizer Franken.",
        "Das Emirat Katar zahlt. Auch Katar schweigt.",
        "Die Strecke Berlin-Hannover wird gesperrt.",
        "Der SVP-Nationalrat kritisiert das.",
        "Siemens ist der größte Hersteller Europas.",
        "Größte Oppositionspartei ist die FPÖ, die zuvor zwölf Jahre regierte. Die Bundesregierung schweigt.",
        "Eine mögliche rot-grüne Regierung wird diskutiert. SPÖ und Grüne verhandelten lange.",
        "Der Konzern Solvex sucht eine Tochter namens Hoval.",
        "Der Deutsche Brauer-Bund warnt.",
        "Nach Angaben der Magdeburger Volksstimme regnet es.",
        "Thailand wartet. In Thailand wird gewählt. Die Übergangsregierung schweigt.",
        "Thailand wartet. In Thailand wird gewählt. Die Regierung von Präsident Moser schweigt.",
        "Die Nato zog aus Afghanistan ab.",
        "Ein Vertreter der UN in Somalia wurde entführt.",
        "Er lebte in Frankreich, in London und in Rom.",
        "Die Botschaft Ecuadors blieb offen.",
        "Er kam aus Wien in Deutschland an.",
        "Die deutsche Botschaft bleibt geschlossen.",
        "Die Europäische Grenzschutzagentur Frontex warnt.",
        "Der russische Angriffskrieg dauert an.",
        "Er flog von Berlin in die Ukraine.",
        "Der Bundestag berät. In Deutschland wird gewählt.",
        "Das Konsulat Osttimors öffnet.",
        "Sie reiste nach Köln, Bonn und Aachen.",
        "Im Schwarzwald-Baar-Kreis regnet es. Im Schwarzwald schneit es.",
        "Sie verließ Sachsen in Leipzig.",
        "Das Gebiet um die Leipziger Straße ist groß.",
        "Er reiste nach Głogów (Glogau).",
        "Er war in Wien, in Bayern und in Rom.",
        "Deutschland ist groß. Das „Neue Deutschland“ berichtet.",
        "Die USA schweigen. Die US-Botschaft ist geschlossen.",
        "Deutschland schweigt. Deutschland wartet. Auch wegen Kolumbien tagte das Parlament.",
        "Danzig feiert. Das Wrack liegt in der Danziger Bucht.",
        "Bei einem Testspiel der Nationalmannschaft in Basel fiel ein Tor.",
    ],
)
def test_no_seat_is_invented(nlp: Language, text: str) -> None:
    assert relations(nlp, text) == set()


def test_an_adjective_says_what_a_capital_is_of(nlp: Language) -> None:
    text = "Deutschland wartet. Deutschland schweigt. Sardinien freut sich. In der sardischen Hauptstadt Cagliari regnet es."
    assert relations(nlp, text) == {"Cagliari locatedIn Sardinien"}
