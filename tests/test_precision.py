"""What a text seems to say and does not: all claims of it but statements, in the notation "subject predicate object"."""

import pytest
from spacy.language import Language
from test_offices import compact, reading


def claimed(nlp: Language, text: str, *, said: bool) -> set[str]:
    found = reading(nlp, text)
    names = {e.id: e.name for e in found.entities}
    unnamed = {e.id for e in found.entities if not e.named}
    real = (c for c in found.claims if not c.predicate.startswith("open:") and (c.predicate == "said") == said)
    real = (c for c in real if not unnamed & {c.subject, c.object})
    return {compact(claim, names) for claim in real}


ROWS = [
    # who is meant by an origin: whoever has it, and not who is named beside
    (
        "Der Franzose Jean Morel bezwang den chilenischen Außenseiter Pablo Rojas. Danach reiste der Chilene ab.",
        {"Jean Morel citizenOf Frankreich", "Pablo Rojas citizenOf Chile", "Jean Morel defeated Pablo Rojas"},
    ),
    ("Nina Kern aus Finnland kam hinter Ilse Moser und der Polin ins Ziel.", {"Nina Kern citizenOf Finnland"}),
    # whose an office, a relative, a group of a parliament is
    ("Siemens-Ex-Vorstand Jan Moser kam.", {"Jan Moser worksFor Siemens former"}),
    (
        "Es kamen Minister Jan Moser und dessen Bruder Peter sowie Porsche-Manager Karl Huber.",
        {"Peter relativeOf Jan Moser", "Karl Huber worksFor Porsche"},
    ),
    ("Einer der schärfsten Kritiker des Präsidenten, Jan Moser, floh aus Chile.", set()),
    (
        "Jan Moser ist Kandidat von Karl Huber. Der Senator von Delaware ist 60.",
        {"Jan Moser worksFor Karl Huber", "Jan Moser worksFor Delaware"},
    ),
    ("Ganz Deutschland spricht schon von einer Kanzlerin Eva Moser. Deutschland wählt.", {"Eva Moser heads Deutschland possible"}),
    ("Bundes-Innenminister Jan Moser kam.", set()),
    (
        "Es kamen Chefs der italienischen Bank Fidora und der serbischen Bank Sparta. Die serbische Bank verklagt Siemens.",
        {"Fidora locatedIn Italien", "Sparta locatedIn Serbien", "Sparta charged Siemens"},
    ),
    (
        "Die CDU konnte die Parlamentswahl in Chile gewinnen.",
        {"CDU participatedIn Parlamentswahl in Chile", "Parlamentswahl in Chile locatedIn Chile"},
    ),
    # whose daughter a firm is: only one that is known as a daughter, or was called so before
    (
        "Volkswagen kooperiert mit Ford. Die Volkswagen-Tochter baut das Auto in Spanien.",
        {"Volkswagen cooperatedWith Ford"},
    ),
    ("Siemens klagt Huawei. Die Siemens-Tochter weist die Vorwürfe zurück.", {"Siemens charged Huawei"}),
    (
        "Google zögert. Die Alphabet-Tochter verklagte Siemens.",
        {"Google partOf Alphabet", "Alphabet owns Google", "Google charged Siemens"},
    ),
    (
        "Die Siemens-Tochter Osram zögert. Die Siemens-Tochter verklagte Bosch.",
        {"Osram partOf Siemens", "Siemens owns Osram", "Osram charged Bosch"},
    ),
    # what is quoted behind a name in the genitive is no work, unless its author is known to make some
    ("Kritiker halten Merkels „Wir schaffen das“ für einen Fehler.", set()),
    ("Dann sagte Klaus Fuchs „Guten Morgen“ und ging.", set()),
    ("Am Montag gab es Kritik an „Lügen“ des Autors Jan Moser.", set()),
    (
        "Der Schriftsteller Jan Moser schweigt. Mosers „Der Hof“ erschien gestern.",
        {"Jan Moser produced Der Hof"},
    ),
    # who lives in a town is no firm there
    ("Die OMV zögert. Die Wiener verklagten Siemens.", set()),
    ("Greenpeace zögert. Die Hamburger verklagten Siemens.", set()),
    ("Volkswagen zögert. Alle warten. Es regnet. Die Wolfsburger verklagten Siemens.", set()),
    ("Volkswagen zögert. Die Wolfsburger verklagten Siemens.", {"Volkswagen charged Siemens"}),
    # what lies where: no thing in what it is beside, of or about
    ("Die Fabrik steht in Röthenbach an der Pegnitz bei Nürnberg.", set()),
    ("Die Beitrittsverhandlungen mit Serbien stocken.", set()),
    ("Das Kraftwerk in der Nähe von Kiew fiel aus.", set()),
    ("Die bayerischen Grünen jubelten. Auch die Grünen in Bayern sind müde.", set()),
    ("Die Politikerin lobte die PKK in Deutschland.", set()),
    ("Bayer Leverkusen jubelte, und ganz Bayern war müde.", set()),
    # who won what, and what has only been talked of
    (
        "Eine Woche nach der Niederlage der Türkei gegen Italien siegte die Mannschaft des SV Sandhausen.",
        {"Italien defeated Türkei"},
    ),
    (
        "Bei den Australian Open gewann Jean Morel den ersten Satz gegen Pablo Rojas.",
        {"Jean Morel participatedIn Australian Open", "Pablo Rojas participatedIn Australian Open"},
    ),
    ("Die Weltmeisterschaft war spannend. Auf dem Heimweg verlor Jan Moser seinen Hut.", set()),
    ("Die Variante einer Koalition aus SPD und CDU wird beliebter.", {"SPD cooperatedWith CDU possible"}),
    ("Die SPD hat zu Gesprächen mit der CDU geladen.", {"SPD talkedWith CDU planned"}),
    ("Thomas Mann verließ den Konzern Siemens.", {"Thomas Mann worksFor Siemens former"}),
    (
        "Nicht Jan Moser, sondern sein Sprecher Karl Huber ist von der Polizei Wien festgenommen worden.",
        {"Polizei Wien arrested Karl Huber", "Polizei Wien locatedIn Wien", "Karl Huber represents Jan Moser"},
    ),
    ("Die FDP begrüßte das Ende der Großen Koalition und den Rücktritt von Olaf Scholz.", set()),
    ("Die FDP kritisierte den Rücktritt von Olaf Scholz.", {"FDP criticised Olaf Scholz"}),
    ("Die FDP fordert den Rücktritt von Olaf Scholz.", {"FDP demandedFrom Olaf Scholz"}),
    ("Die FDP schloss eine Koalition mit Beteiligung der SPD aus.", set()),
    ("Die Weltbank prüft die Lage der Migranten und die Zukunft von Siemens.", set()),
    ("Bei der Wahl in Georgien wurde ein Oppositionskandidat geschlagen. Er floh.", {"Wahl in Georgien locatedIn Georgien"}),
    # what is no name
    ("Weil die US-Regierung Georgien lobt, freut man sich.", {"US-Regierung locatedIn USA", "US-Regierung supported Georgien"}),
    ("In Weimar feiert man die Weimarer Republik.", set()),
    ("Der BWL-Student Jan Moser und die Neu-Mitglieder Eva Kern und Ilse Huber kamen.", set()),
    (
        "In Wien wurde der Anführer der Terrororganisation Al-Kaida (Basis des Kampfes), Jan Moser, gesehen.",
        {"Jan Moser heads Al-Kaida"},
    ),
    ("Luxemburg prüft den Einfluss des Landes Niedersachsen auf Siemens.", set()),
    # who meets investors need not meet each other
    ("Eva Moser und Jan Kern verhandelten mit Investoren.", set()),
    ("Eva Moser und Jan Kern trafen sich mit Vertretern der Wirtschaft.", set()),
    ("Eva Moser und Jan Kern nahmen Kontakt zu mehreren Parlamenten auf.", set()),
    # an adjective, a plural title is of all in the row behind it, a title before a name of the body behind it
    ("Die deutschen Konzerne Siemens und BASF wachsen.", {"Siemens locatedIn Deutschland", "BASF locatedIn Deutschland"}),
    ("Die deutsche Firma Siemens und BMW wachsen.", {"Siemens locatedIn Deutschland"}),
    ("Die Forscher Eva Moser und Jan Kern vom Wifo kamen.", {"Eva Moser worksFor Wifo", "Jan Kern worksFor Wifo"}),
    ("Obmann Jan Kern vom Alpenverein schwieg.", {"Jan Kern heads Alpenverein"}),
    ("CEO Jan Kern von Greenpeace schwieg.", {"Jan Kern heads Greenpeace"}),
    ("Trainer Jan Kern war nach dem 2:0 gegen Sturm Graz zufrieden.", set()),
    ("Sturms Trainer Jan Kern war nach dem 2:0 gegen Rapid zufrieden.", {"Jan Kern worksFor Sturm Graz", "Sturm Graz defeated Rapid"}),
    # whose a party is belongs to it; who leads in a committee; who edits what is quoted; what "zwischen" is of
    ("Eva Moser und ihre CDU verlieren.", {"Eva Moser memberOf CDU"}),
    ("Jan Kern bleibt Vorsitzender im Rechtsausschuss.", {"Jan Kern heads Rechtsausschuss"}),
    ("Der Chefredakteur des „Hohenburger Boten“, Jan Kern, ging.", {"Jan Kern heads Hohenburger Boten"}),
    ("Zwischen Siemens und BMW besteht eine enge Partnerschaft.", {"Siemens cooperatedWith BMW"}),
    ("Polen vertrieb den Schriftsteller Jan Kern aus Norwegen.", {"Polen dismissed Jan Kern"}),
    ("Ministerin Eva Moser sprach von einem guten Tag für Italien.", set()),
    # a party's name that calls one of its people, who is told behind a name, who reigns, and whom a people's leader leads
    ("Eva Moser traf den Demokraten Jan Kern.", {"Eva Moser met Jan Kern", "Jan Kern memberOf Demokraten"}),
    ("Der Präsident der Universität Graz, Jan Kern, ging.", {"Jan Kern heads Universität Graz", "Universität Graz locatedIn Graz"}),
    # whom a match is against, who gives in, and what a phrase before the verb is of
    (
        "Im Finale gegen Rapid siegte Sturm Graz.",
        {
            "Sturm Graz defeated Rapid",
            "Sturm Graz participatedIn Finale gegen Rapid",
            "Rapid participatedIn Finale gegen Rapid",
        },
    ),
    ("Eva Moser musste sich Ilse Huber geschlagen geben.", {"Ilse Huber defeated Eva Moser"}),
    ("Gegen den Ex-Telekom-Vorstand Jan Kern ermittelt Frankreich.", {"Frankreich investigated Jan Kern", "Jan Kern worksFor Deutsche Telekom former"}),
    ("Gegen Siemens läuft ein Verfahren der EU-Kommission.", {"EU-Kommission investigated Siemens"}),
    ("Bischof Jan Kern von St. Gallen schwieg.", {"Jan Kern heads St. Gallen"}),
    ("Palästinenserpräsident Jan Kern schwieg.", {"Jan Kern heads Palästina"}),
    ("Jan Kern schloss sich den französischen Truppen an.", set()),
    ("Er gehe, sagte der Chef der Firma, Jan Kern, der Nachrichtenagentur AFP.", {"Jan Kern informed AFP"}),
    ("Bürgermeister Jan Kern von der SPÖ schwieg.", {"Jan Kern memberOf SPÖ"}),
    ("Der US-Bundesanwalt John Miller schwieg.", {"John Miller worksFor USA"}),
    # posts in institutions, and those who only are there; where somebody described comes from
    ("Der Sektionschef im Justizministerium, Jan Moser, kam.", {"Jan Moser worksFor Justizministerium"}),
    ("Jan Moser war als Referent im Innenministerium tätig.", {"Jan Moser worksFor Innenministerium former"}),
    ("Eva Kern ist Leiterin der Chirurgie im Krankenhaus Linz.", {"Eva Kern worksFor Krankenhaus Linz", "Krankenhaus Linz locatedIn Linz"}),
    ("Jan Moser, Patient im AKH, klagt.", set()),
    ("Eva Kern, Studentin aus Kroatien, half.", {"Eva Kern citizenOf Kroatien"}),
    # subjects where no parser looks for them
    ("Die Sozialdemokraten (SPD) und die Fünf-Sterne-Bewegung haben sich auf eine Regierung geeinigt.", {
        "SPD agreedWith Fünf-Sterne-Bewegung",
    }),
    ("Kroatien, am 18. Januar der nächste Gegner der Ungarn, hatte zuvor Österreich mit 27:23 besiegt.", {
        "Kroatien defeated Österreich",
    }),
    ("Eva Kern nannte Jan Moser einen „wahren Patrioten“.", {"Eva Kern supported Jan Moser"}),
    # what only looms, who will become it, who speaks behind a comma
    ("Zwischen Jan Moser und Eva Kern zeichnet sich ein Treffen ab.", {"Jan Moser met Eva Kern planned"}),
    ("Zwischen Siemens und BMW bahnt sich ein Rechtsstreit an.", set()),
    ("Morgen wird Jan Moser Chef der ÖBB.", {"Jan Moser heads ÖBB planned"}),
    ("Jan Moser, der 2020 aus der Politik ausschied, wird neuer Chef der ÖBB.", {"Jan Moser heads ÖBB planned"}),
    ("1998 wird Jan Moser Trainer beim SK Rapid.", {"Jan Moser worksFor Rapid"}),
    ("Eva Kern klagt. Der Minister Jan Moser gefährde das Land, kritisierte sie.", {"Eva Kern criticised Jan Moser"}),
    ("Eine Versicherung schützt gegen Sturm und Hagel. Es drohen Sturm- und Orkanböen.", set()),
    # what is only talked about, a portal of the EU and the EU, a surname and the firm of that name
    ("Jan Moser sprach mit Eva Kern über eine Zusammenarbeit von Siemens und Bosch.", {
        "Jan Moser talkedWith Eva Kern", "Siemens cooperatedWith Bosch possible",
    }),
    ("Siemens und Bosch führten Gespräche über eine Kooperation mit BMW.", {
        "Siemens talkedWith Bosch", "Siemens cooperatedWith BMW possible", "Bosch cooperatedWith BMW possible",
    }),
    ("Jan Moser sagte dem EU-Portal bruxinfo.hu, die Pläne stünden fest.", {"Jan Moser informed bruxinfo.hu"}),
    ("Österreich zögert. Die Unterstützung des Landes Salzburg für die Caritas ist groß.", {
        "Salzburg supported Caritas",
    }),
    ("Georg Brenner, Vorstandschef der Brenner AG, kam.", {"Georg Brenner heads Brenner AG"}),
    ("Die EU-Statistikbehörde Eurostat und die Atombehörde IAEA kamen.", {"Eurostat partOf EU"}),
    ("Im Namen von Eva Kern und der Caritas sprach Jan Moser.", {
        "Jan Moser represents Eva Kern", "Jan Moser represents Caritas",
    }),
    ("Jan Moser sprach nicht im Namen der Caritas.", {"Jan Moser represents Caritas negated"}),
    # bodies that before a name are titles; whose chief an adjective of origin says where he is from; a founder of his firm's name
    ("Der Betriebsrat tagt. Opel-Betriebsrat Jan Moser kam.", {"Jan Moser worksFor Opel"}),
    ("Der italienische Präsident der EZB, Jan Moser, kam.", {"Jan Moser citizenOf Italien", "Jan Moser heads EZB"}),
    ("Die Moser AG wurde von Jan Moser gegründet.", {"Jan Moser founded Moser AG"}),
    ("Die reichste Frau Frankreichs kritisierte Siemens.", set()),
    ("Siemens übernahm vom Eigentümer HBX den Konzern BMW.", {"Siemens acquired BMW", "HBX sold BMW"}),
    ("BMW wurde von Siemens übernommen.", {"Siemens acquired BMW"}),
    # who leads a body, wherever the parse hangs it; a citizen who is called like his country; what a body says of itself
    ("Der Reichspräsident setzte die Regierung unter Jan Moser ab.", {"Jan Moser heads Regierung"}),
    ("Unter Jan Mosers Leitung wuchs Siemens.", {"Jan Moser heads Siemens"}),
    (
        "Siemens hat den Polen Jan Moser verpflichtet.",
        {"Siemens appointed Jan Moser", "Jan Moser worksFor Siemens", "Jan Moser citizenOf Polen"},
    ),
    ("Man habe sich mit BMW geeinigt, teilte Siemens mit.", {"Siemens agreedWith BMW reported"}),
    ("Man habe sich mit BMW geeinigt, sagte Jan Moser.", set()),
    # whose government an article means: not that of whoever is spoken of besides; no name goes on over a country's
    ("Die Regierung hat Vorbehalte gegen ein Engagement russischer Investoren.", set()),
    ("Am Montag sagte Mori Indien Kredite zu.", {"Mori aided Indien planned"}),
    # what somebody is ready for is to come; what the name of a race goes on with
    ("Jan Moser ist zu einem Treffen mit Eva Kern bereit.", {"Jan Moser met Eva Kern planned"}),
    ("Jan Moser zeigte sich zu einem Treffen mit Eva Kern bereit.", {"Jan Moser met Eva Kern planned"}),
    (
        "Beim Großen Preis von Ungarn siegte Jan Moser.",
        {"Großer Preis von Ungarn locatedIn Ungarn", "Jan Moser participatedIn Großer Preis von Ungarn"},
    ),
    ("Der bei Siemens unter Vertrag stehende Jan Moser ist an Plänen beteiligt.", {"Jan Moser worksFor Siemens"}),
    # what two are to do together, or another's joint proposal, they do not do
    ("Macron forderte ein gemeinsames Projekt von Deutschland und Frankreich.", {"Deutschland cooperatedWith Frankreich planned"}),
    ("Deutschland und Frankreich planen ein gemeinsames Projekt.", {"Deutschland cooperatedWith Frankreich planned"}),
    ("Die Firma verhinderte einen gemeinsamen Auftritt von Scholz und Merz.", {"Scholz cooperatedWith Merz negated"}),
    ("Italien und Spanien lehnen einen gemeinsamen Antrag ab.", set()),
    # whose president or chief somebody is
    ("Die Polizei ermittelt. Präsident Jan Moser schweigt.", set()),
    ("Die Ärztekammer warnt. Präsidentin Eva Moser schwieg.", {"Eva Moser heads Ärztekammer"}),
    ("Die EU kritisierte Gabun. Präsident Oligui Nguema sprach.", {"EU criticised Gabun", "Oligui Nguema heads Gabun"}),
    ("Bei Tesla kritisierte Gewerkschaftschef Jan Moser die Löhne.", set()),
    ("Bei VW warnte Börsenexperte Jan Moser vor Verlusten.", set()),
    ("Bei Siemens kündigte Finanzchef Jan Moser Verluste an.", {"Jan Moser worksFor Siemens"}),
    ("Scholz warnte in einer Rede vor der UNO vor einem Krieg.", set()),
    # of which country somebody is not
    ("Am Montag traf in der Hauptstadt Frankreichs Angela Merkel auf Macron.", set()),
    ("Russlands Freund Gerhard Schröder kam.", set()),
    ("Schwedens Superstar Jan Moser siegte.", {"Jan Moser citizenOf Schweden"}),
    ("Jan Moser, Heimkehrer aus Syrien, schwieg.", set()),
    ("Jan Moser, Korrespondent aus Russland, schwieg.", set()),
    # another trial, or none
    (
        "Der Prozess gegen Eva Kern in St. Pölten geht weiter. Jan Moser war 2003 in Graz wegen Betrugs angeklagt.",
        {
            "Prozess gegen Eva Kern locatedIn St. Pölten",
            "Eva Kern participatedIn Prozess gegen Eva Kern",
        },
    ),
    (
        "Es begann der Prozess gegen Eva Kern. Im Untersuchungsausschuss sagte Karl Egger als Zeuge aus.",
        {"Eva Kern participatedIn Prozess gegen Eva Kern"},
    ),
    ("Es begann der Prozess gegen Eva Kern. Es regnet. Rapid siegte. Die SPD jubelt. Jan Moser ist angeklagt.",
     {"Eva Kern participatedIn Prozess gegen Eva Kern"}),
    # what is turned down is a proposal, not the criticism told before
    (
        "Die SPD kritisierte die ÖVP. Die Grünen schlagen ein Verbot vor. Die ÖVP lehnt das ab.",
        {"SPD criticised ÖVP", "ÖVP rejected Die Grünen"},
    ),
    ("Die SPD kritisierte die ÖVP. Die Partei tagt. Die ÖVP wies das zurück.", {"SPD criticised ÖVP"}),
    ("Die SPD kritisierte die ÖVP. Die ÖVP wies das zurück.", {"SPD criticised ÖVP", "ÖVP rejected SPD"}),
    # who buys a club; who loves a book; whose a party is; who accuses of no offence
    (
        "Der Unternehmer Todd Boehly übernahm 2022 den FC Chelsea für 2,5 Milliarden Pfund.",
        {"Todd Boehly acquired FC Chelsea"},
    ),
    ("Als Kind liebte Tom Hanks „Pippi Langstrumpf“.", set()),
    ("Jan Moser kam mit Kickl und seiner FPÖ.", {"Kickl memberOf FPÖ"}),
    ("Scholz verlor seine FDP als Partner.", set()),
    ("Die Staatsanwaltschaft warf Jan Moser Untätigkeit vor.", {"Staatsanwaltschaft criticised Jan Moser"}),
    ("Die Staatsanwaltschaft warf Jan Moser Untreue vor.", {"Staatsanwaltschaft charged Jan Moser"}),
    # where a journey starts, who strikes, and under whom one suffers: none leads what stands beside his name
    ("Am Freitag flog Präsident Jan Kern von Deutschland nach Polen.", {"Jan Kern travelledTo Polen"}),
    ("Am Freitag flog Bischof Jan Kern von Linz nach Polen.", {"Jan Kern travelledTo Polen"}),
    ("Zuvor wurde Kanzler Jan Kern von Frankreich kritisiert.", {"Frankreich criticised Jan Kern"}),
    ("In der Vorwoche litt die Nato unter Jan Moser.", set()),
    ("In der Vorwoche litt die Regierung unter Jan Moser.", set()),
    ("Die Regierung unter Jan Moser trat zurück.", {"Jan Moser heads Regierung"}),
    # a post that was only wanted, another post and a place in a team are not handed on
    ("Jan Moser wollte Chef von Siemens werden. Eva Kern löste Jan Moser ab.", {
        "Jan Moser heads Siemens planned", "Eva Kern succeeded Jan Moser",
    }),
    ("Der Vorschlag von Jan Moser stieß auf keine Kritik der SPD.", {"SPD criticised Jan Moser negated"}),
    ("Schalke 04 bestritt das Finale gegen Hertha BSC.", {
        "FC Schalke 04 participatedIn Finale gegen Hertha BSC", "Hertha BSC participatedIn Finale gegen Hertha BSC",
    }),
    ("Siemens-Chef Jan Moser legt den Vorsitz im Aufsichtsrat zurück. Ihm folgt Eva Kern nach.", {
        "Jan Moser heads Siemens", "Eva Kern succeeded Jan Moser",
    }),
    ("Rapid-Trainer Jan Moser sah zu. In der 60. Minute ersetzte Jan Moser den Stürmer Eva Kern.", {
        "Jan Moser worksFor Rapid", "Jan Moser succeeded Eva Kern",
    }),
    ("Siemens-Chef Jan Moser ging. Am Dienstag schneite es. In der Partei löste ihn Eva Kern ab.", {
        "Jan Moser heads Siemens", "Eva Kern succeeded Jan Moser",
    }),
    ("Siemens-Chef Jan Moser tritt zurück. Ihm folgt Eva Kern nach.", {
        "Jan Moser heads Siemens", "Eva Kern heads Siemens", "Eva Kern succeeded Jan Moser",
    }),
    # majorities and per cents of votes are no shares, who is told something owns nothing
    ("Siemens wächst. Jan Moser hat die Mehrheit hinter sich.", set()),
    ("Das Interview führte der ORF. Die SPÖ hält derzeit 21 Prozent.", set()),
    ("Siemens wächst. In der Umfrage hält Jan Moser 21 Prozent.", set()),
    ("Der Kurier fragt. Jan Moser hält 21 Prozent.", set()),
    ("Siemens wächst. Jan Moser hält 21 Prozent.", {"Jan Moser owns Siemens"}),
    ("Am Montag gefiel die Bank Austria der Unternehmerin Eva Kern besser.", set()),
    # "von" that a verb takes: whom somebody turns from, or who does it
    ("Am Montag grenzte sich Jan Moser von der AfD ab.", set()),
    ("Neben Eva Kern wurde auch Jan Moser von Siemens empfangen.", {"Siemens met Eva Kern", "Siemens met Jan Moser"}),
    ("Am Montag fühlte sich Jan Moser von der SPD verraten.", set()),
    ("Gestern ließ sich Jan Moser von der SPD feiern.", {"SPD supported Jan Moser"}),
    ("Gestern sah sich Jan Moser von der SPÖ kritisiert.", set()),
    ("Am Abend stritt sie mit Jan Moser von der Caritas.", {"Jan Moser worksFor Caritas"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_no_more_than_is_said(nlp: Language, text: str, expected: set[str]) -> None:
    assert claimed(nlp, text, said=False) == expected


SAID = [
    # who speaks: by number and case, not whom somebody speaks of
    ("Das Radar ist alt. Es soll die Piloten der Swissair vor plötzlichen Böen warnen.", set()),
    ("Heute fordern Aktivisten Bürger dazu auf, Greenpeace um Hilfe zu bitten. Die Bürger zögern.", set()),
    (
        "Mit Unmut reagierte die SPD am Montag auf die Forderung des FDP-Chefs Jan Moser, die Steuern zu senken.",
        {"Jan Moser said die Steuern zu senken"},
    ),
    ("Der behandelnde Arzt Mosers sagte, es gebe Hoffnung. Jan Moser schwieg.", {"Arzt said es gebe Hoffnung"}),
    ("Zum Schutz dieser Partei verweist der 90 Seiten starke Bericht auf Gutachten. Die SPD schweigt.", set()),
    (
        "Nach Ansicht der Staatsanwaltschaft Köln, vertreten durch Eva Kern, hat Jan Moser gelogen.",
        {"Staatsanwaltschaft Köln said hat Jan Moser gelogen"},
    ),
    (
        "Die Bangkok Post sprach von 100.000 Demonstranten in Thailand.",
        {"Bangkok Post said 100.000 Demonstranten in Thailand"},
    ),
    (
        "Nach den Worten des Parteichefs Hanois, Pham Nghi, ist die Lage ernst.",
        {"Pham Nghi said ist die Lage ernst"},
    ),
    (
        "Ein Sprecher der Caritas sagte, die Lage sei ernst. Der Sprecher ergänzte, man werde helfen.",
        {"Sprecher der Caritas said die Lage sei ernst", "Sprecher der Caritas said man werde helfen"},
    ),
    # what is said: not what the saying is about, or what stands beside it
    ("Jan Moser bestritt 30 Spiele für Rapid. Er meldete sich bei der Polizei. Darauf hofft er.", set()),
    ("Jan Moser antwortete nicht auf die Frage, ob er bleibe.", set()),
    ("Die Bundesregierung hatte den USA Überflugrechte eingeräumt.", set()),
    (
        "Es kamen nach Angaben der Veranstalter 7.000 Menschen, die Polizei Köln spricht von 4.000 Teilnehmern.",
        {"Polizei Köln said 4.000 Teilnehmern"},
    ),
    (
        "Da die Lage ernst ist, sieht es das Landgericht Köln als erwiesen an, dass Jan Moser log.",
        set(),
    ),
    ("Jan Moser forderte für Firmen Chefs, die auch wirklich Verantwortung tragen.", set()),
    ("Jan Moser nannte Gründe dafür, dass Deutschland zögert.", {"Jan Moser said Gründe dafür"}),
    ("Jan Moser sprach mit Eva Kern von den Grünen über Europa.", set()),
    ("Jan Moser spielte in „Nackt unter Wölfen“ oder „Jeder stirbt für sich allein“.", set()),
    ("Zwar würde Eva Kern dem Angeklagten „persönlich“ eine Bewährung zubilligen.", set()),
    # "so" before a preposition, a row of names, and a match that is played name no speaker; all who say it do
    ("Sie trat oft auf, so bei Greenpeace.", set()),
    ("Rapid, Austria Wien und Siemens: Die drei Klubs spielen.", set()),
    ("Rapid wird die Partie gegen Altach bestreiten.", set()),
    ("Laut Jan Kern ist „der Streit nie beendet worden“.", {"Jan Kern said ist „der Streit nie beendet worden"}),
    (
        "Der Plan sei gut, sagten Jan Kern, der das Amt leitet, und Eva Moser.",
        {"Jan Kern said Der Plan sei gut", "Eva Moser said Der Plan sei gut"},
    ),
    ("„Wir sind zufrieden“, war das Resümee von Jan Kern.", {"Jan Kern said Wir sind zufrieden"}),
    ("Während die SPÖ zögert, fordert die Neue Rechte den Rücktritt von Jan Kern.", set()),
    # a judgement without its verdict says nothing, nor does an infinitive in what is said
    ("Eva Kern hält das Verfahren, das lange dauerte, für falsch.", set()),
    ("Eva Kern nannte den Vertrag einen Fehler.", {"Eva Kern said den Vertrag einen Fehler"}),
    (
        "Eva Kern betonte, das Kabinett hätte den Erlass zu bestätigen.",
        {"Eva Kern said das Kabinett hätte den Erlass zu bestätigen"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_no_more_is_said(nlp: Language, text: str, expected: set[str]) -> None:
    assert claimed(nlp, text, said=True) == expected
