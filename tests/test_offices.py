"""Offices, seats and statements from whole sentences: text, what must be claimed, in the notation "subject predicate object"."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.model import Claim, Reading
from kg.reading import read


def reading(nlp: Language, text: str) -> Reading:
    article = article_from_text(text, date="2024-05-14")
    ((_, doc),) = parse(nlp, [article])
    return read(article, doc, Lexicon("de"))


def compact(claim: Claim, names: dict[str, str]) -> str:
    former = " former" if claim.former else ""
    mark = "" if claim.factuality == "Asserted" else f" {claim.factuality.lower()}"
    return f"{names[claim.subject]} {claim.predicate} {names.get(claim.object, claim.object)}{former}{mark}"


def claims(nlp: Language, text: str, extractors: tuple[str, ...]) -> set[str]:
    found = reading(nlp, text)
    names = {entity.id: entity.name for entity in found.entities}
    return {compact(c, names) for c in found.claims if c.extractor.startswith(extractors)}


OFFICES = [
    ("Die Abgeordnete Eva Moser wurde 2006 in den Kongress gewählt. Der US-Kongress tagt.", {"Eva Moser memberOf US-Kongress"}),
    ("Der spanische Schiedsrichter Juan Lopez pfiff, der spanische Richter Pablo Ruiz urteilte.", {"Juan Lopez citizenOf Spanien", "Pablo Ruiz worksFor Spanien"}),
    ("Beste deutsche Läuferin war Anna Schmidt.", {"Anna Schmidt citizenOf Deutschland"}),
    ("Anna Schmidt und Eva Huber waren beste deutsche Läuferinnen.", {"Anna Schmidt citizenOf Deutschland", "Eva Huber citizenOf Deutschland"}),
    ("Das Innenministerium wird von Maria Huber übernommen. Jan Moser übernahm den Konzern Siemens.", {"Maria Huber heads Innenministerium", "Jan Moser acquired Siemens"}),
    (
        "In Großbritannien tagt die Regierung. Es gehen Kulturminister Jeremy White, Finanzminister Greg Clark, Umweltminister Rory Stone und "
        "Verteidigungsministerin Penny Brown. Justizminister David Black bleibt.",
        {"David Black worksFor Großbritannien", "Jeremy White worksFor Großbritannien", "Greg Clark worksFor Großbritannien"},
    ),
    ("Der SPD-Obmann im Verteidigungsausschuss, Jan Moser, widersprach.", {"Jan Moser memberOf Verteidigungsausschuss"}),
    ("Das sagte Gemeinderat Jan Moser (Bewegung Zukunft Graz).", {"Jan Moser memberOf Zukunft Graz"}),
    ("Stellvertreter wurde Jan Moser von der Kurdischen Demokratischen Partei.", {"Jan Moser memberOf Kurdische Demokratische Partei"}),
    ("Matteo Moser wollte die Umfragewerte für seine Partei Lega Nord nutzen.", {"Matteo Moser memberOf Lega"}),
    ("Der Rechtsanwalt von Karl Huber, Jan Moser, ging.", {"Jan Moser represents Karl Huber"}),
    ("Präsident Karl Huber und seine Tochter Ivanka sowie Schwiegersohn Jan Moser kamen.", {"Jan Moser relativeOf Karl Huber"}),
    ("Der Direktor des Instituts für Physik der Universität Graz, Jan Moser, ging.", {"Jan Moser heads Institut für Physik"}),
    ("Der steirische ÖVP-Obmann Jan Moser und Tirols SPÖ-Chef Karl Huber kamen.", {"Jan Moser heads ÖVP", "Karl Huber heads SPÖ"}),
    ("Der Wiener ÖVP-Chef Jan Moser kam nach Graz.", {"Jan Moser heads ÖVP"}),
    ("Jan Moser ist Mitglied im SPD-Landesvorstand.", {"Jan Moser memberOf SPD-Landesvorstand"}),
    ("Trainer des FC Bayern Pep Guardiola lobte ihn.", {"Pep Guardiola worksFor FC Bayern München"}),
    ("Eva Moser (ÖVP) und ihr Parteifreund Jan Huber kamen.", {"Eva Moser memberOf ÖVP", "Jan Huber memberOf ÖVP"}),
    ("Bayern-Stürmer Jan Moser saß auf der Bank.", {"Jan Moser worksFor FC Bayern München"}),
    ("Eva Moser, Vorsitzende der tunesischen Menschenrechtsliga, kam.", {"Eva Moser heads tunesische Menschenrechtsliga"}),
    ("Die Caritas hilft dort, sagte Sprecherin Eva Moser.", {"Eva Moser represents Caritas"}),
    ("Die Staatsanwaltschaft Graz ermittelt, sagte Sprecher Jan Moser.", {"Jan Moser represents Staatsanwaltschaft Graz"}),
    ("Greenpeace und die Caritas warnen. Generalsekretär Jan Moser kam.", set()),
    ("Siemens baut um. Europachef Jan Moser wehrt sich.", {"Jan Moser worksFor Siemens"}),
    ("Die Cobra kam. Das sagte Jan Moser, der Generaldirektor für die Sicherheit.", set()),
    ("Der Grüne Abgeordnete Jan Moser kam.", {"Jan Moser memberOf Die Grünen"}),
    ("Das sagte Landesparteiobmann Christian Moser (FPÖ).", {"Christian Moser memberOf FPÖ"}),
    ("Nationalrat Peter Moser (FPÖ) kam.", {"Peter Moser memberOf FPÖ"}),
    ("Elon Berg, Gründer und Chef von SpaceX, will das nicht.", {"Elon Berg founded SpaceX", "Elon Berg heads SpaceX"}),
    ("Jan Moser, Obmann der ÖVP und Vizekanzler, ging.", {"Jan Moser heads ÖVP", "Jan Moser memberOf ÖVP"}),
    ("Der Präsident der Region Tibet, Qiangba Puncog, wies das zurück.", {"Qiangba Puncog heads Tibet"}),
    ("Der Leiter der Abteilung für Physik am Cern, Hans Moser, warnte.", {"Hans Moser worksFor Cern"}),
    ("Javier Solana, der Beauftragte für die Außenpolitik der EU, ging.", {"Javier Solana represents EU"}),
    ("Das sagte Eva Moser, Koordinatorin der Caritas.", {"Eva Moser worksFor Caritas"}),
    ("Das sagte Eva Moser vom Wiener Landeskriminalamt.", {"Eva Moser worksFor Wiener Landeskriminalamt"}),
    ("Das meldete Jan Moser vom ZDF-Studio in Rom.", {"Jan Moser worksFor ZDF"}),
    ("Karl Huber kam mit seinem Vater, dem früheren Minister Hans Huber.", {"Hans Huber relativeOf Karl Huber"}),
    ("Merkel lobte ihren Nachfolger, den Juristen Olaf Scholz.", {"Olaf Scholz succeeded Merkel"}),
    ("US-Notenbankchefin Eva Moser sprach in Washington.", {"Eva Moser heads Fed"}),
    ("Der Bad Ischler Bürgermeister Jan Moser ging.", {"Jan Moser heads Bad Ischl"}),
    ("Die St. Galler Bürgermeisterin Eva Moser kam nach Berlin.", {"Eva Moser heads St. Gallen"}),
    ("Der Leobner Bürgermeister Jan Moser kam.", {"Jan Moser heads Leoben"}),
    ("Kremlsprecher Dmitri Peskow lehnte ab.", {"Dmitri Peskow represents Russland"}),
    ("Vatikan-Sprecher Jan Moser lehnte ab.", {"Jan Moser represents Vatikan"}),
    ("Russlands Außenminister Sergej Lawrow kam.", {"Sergej Lawrow worksFor Russland"}),
    (
        "Beate Zschäpe schwieg. Ihre Verteidiger Thomas Berger und Anja Moser legten Revision ein.",
        {"Thomas Berger represents Beate Zschäpe", "Anja Moser represents Beate Zschäpe"},
    ),
    ("Der bisherige Chef Karl Stoss bleibt Präsident des ÖOC.", {"Karl Stoss heads ÖOC"}),
    (
        "Die Physikerin Lisa Moser von der Universität Graz wurde mit dem Preis ausgezeichnet.",
        {"Lisa Moser worksFor Universität Graz"},
    ),
    (
        "Der ÖFB bestellte den Schweizer Marcel Koller zum Teamchef. Präsident Leo Windtner lobte ihn.",
        {"Leo Windtner heads ÖFB"},
    ),
    ("Karin Bergmann wird neue Direktorin des Burgtheaters.", {"Karin Bergmann heads Burgtheater planned"}),
    ("Karin Bergmann wurde 2014 Direktorin des Burgtheaters.", {"Karin Bergmann heads Burgtheater"}),
    ("Karl Huber wird neuer Trainer beim SK Rapid.", {"Karl Huber worksFor Rapid planned"}),
    ("Anna Huber werde Chefin der OMV, hieß es.", {"Anna Huber heads OMV planned"}),
    ("Der französische Präsident Emmanuel Macron kam.", {"Emmanuel Macron heads Frankreich"}),
    ("SPD-Chef Lars Klingbeil sprach.", {"Lars Klingbeil heads SPD"}),
    ("Putins Berater Juri Uschakow war dabei. Wladimir Putin schwieg.", {"Juri Uschakow advises Wladimir Putin"}),
    ("Der frühere US-Präsident Barack Obama kam.", {"Barack Obama heads USA former"}),
    ("Altkanzlerin Angela Merkel (CDU) kam nach Berlin.", {"Angela Merkel memberOf CDU"}),
    ("Sahra Wagenknecht (Linke) trat zurück.", {"Sahra Wagenknecht memberOf Die Linke"}),
    ("Werner Faymann (SPÖ) trat zurück.", {"Werner Faymann memberOf SPÖ"}),
    ("Der italienische Kapitän Marco Rossi jubelte.", {"Marco Rossi citizenOf Italien"}),
    ("Die deutsche Schauspielerin Nina Hoss kam nach Wien.", {"Nina Hoss citizenOf Deutschland"}),
    ("Der designierte Präsident Litauens, Gitanas Nauseda, kam.", {"Gitanas Nauseda heads Litauen planned"}),
    ("Der stellvertretende Vorsitzende der SPD, Ralf Stegner, kam.", {"Ralf Stegner worksFor SPD"}),
    ("Annalena Baerbock ist Mitglied der Grünen.", {"Annalena Baerbock memberOf Die Grünen"}),
    ("Der bayerische Ministerpräsident Markus Söder kam.", {"Markus Söder heads Bayern"}),
    ("NATO-Generalsekretär Jens Stoltenberg reiste ab.", {"Jens Stoltenberg heads Nato"}),
    ("Der republikanische Bewerber Jeb Bush kam. Die Republikaner tagten.", {"Jeb Bush memberOf Republikaner"}),
    ("Der Sozialdemokrat Olaf Scholz siegte. Die SPD jubelte.", {"Olaf Scholz memberOf SPD"}),
    ("Grün-Abgeordneter Jan Moser lehnte ab. Der Landtag tagte.", {"Jan Moser memberOf Die Grünen", "Jan Moser memberOf Landtag"}),
    ("Die deutsche Kanzlerin Angela Merkel kam.", {"Angela Merkel heads Deutschland"}),
    ("Dem Briten Lewis Hamilton gelang der Sieg.", {"Lewis Hamilton citizenOf Großbritannien"}),
    ("Der Deutsche Sebastian Vettel gewann.", {"Sebastian Vettel citizenOf Deutschland"}),
    ("Edward Snowden ist Amerikaner.", {"Edward Snowden citizenOf USA"}),
    ("Der deutsche Astronaut Alexander Gerst flog los.", {"Alexander Gerst citizenOf Deutschland"}),
    ("Der US-Schauspieler George Clooney kam.", {"George Clooney citizenOf USA"}),
    ("Bürgermeister Michael Ludwig sprach in Wien.", {"Michael Ludwig heads Wien"}),
    ("Landeshauptmann Franz Voves trat ab. Die Steiermark wird neu regiert.", {"Franz Voves heads Steiermark"}),
    ("Innenminister Joachim Herrmann (CSU) sprach. Bayern spart.", {"Joachim Herrmann worksFor Bayern"}),
    ("Außenminister Sebastian Kurz kam. Das Außenministerium bestätigte es.", {"Sebastian Kurz heads Außenministerium"}),
    ("Der Chef der Gewerkschaft der Polizei (GdP), Oliver Malchow, kam.", {"Oliver Malchow heads Gewerkschaft der Polizei"}),
    ("Der Berater von Präsident Donald Trump, John Bolton, kam.", {"John Bolton advises Donald Trump"}),
    ("Der neue Chef der Bundesbank heißt Joachim Nagel.", {"Joachim Nagel heads Bundesbank"}),
    ("Zum Präsidenten des DFB wurde Reinhard Grindel gewählt.", {"Reinhard Grindel heads DFB"}),
    ("Als Chef von Siemens verdient Joe Kaeser gut.", {"Joe Kaeser heads Siemens"}),
    ("Der russische Präsident Wladimir Putin und sein ukrainischer Amtskollege Petro Poroschenko kamen.", {"Petro Poroschenko heads Ukraine"}),
    ("Der Ökonom Clemens Fuest vom Ifo-Institut warnte.", {"Clemens Fuest worksFor Ifo-Institut"}),
    ("Politiker der SPD wie Karl Meier warnten. AfD-Akteure wie Jan Moser und Ole Lund gingen.", {"Jan Moser memberOf AfD", "Ole Lund memberOf AfD"}),
    ("Im Zwist mit seinem früheren Chauffeur Paul Huber hat Otto Kern geklagt.", {"Paul Huber worksFor Otto Kern former"}),
    ("Neue Mitglieder des Stadtrats sind Anna Gruber und Lea Moser.", {"Anna Gruber memberOf Stadtrat", "Lea Moser memberOf Stadtrat"}),
    ("Konzernchef Joe Kaeser lobte den Umbau. Siemens wächst.", {"Joe Kaeser heads Siemens"}),
    ("Klubobmann Andreas Schieder (SPÖ) lehnte ab.", {"Andreas Schieder heads SPÖ"}),
    ("Das Umweltministerium schwieg. Staatssekretär Jan Moser kam.", {"Jan Moser worksFor Umweltministerium"}),
    ("Bundestagspräsident Norbert Lammert mahnte.", {"Norbert Lammert heads Bundestag"}),
    ("Parlamentspräsident Jan Moser mahnte den Bundestag.", {"Jan Moser heads Bundestag"}),
    ("Der CSU-Bundestagsabgeordnete Hans Meier kam.", {"Hans Meier memberOf CSU", "Hans Meier memberOf Bundestag"}),
    ("Die Maschine des Gesandten von US-Präsident Donald Trump landete. Gesandter ist Steve Witkoff.", {"Donald Trump heads USA"}),
    ("Präsident Abdu Hadi floh aus Sanaa im Jemen nach Iran. In Sanaa tobt der Krieg.", {"Abdu Hadi heads Jemen"}),
    ("Neuer Innenminister wird Jan Moser. Österreich wählt.", {"Jan Moser worksFor Österreich planned"}),
    ("Der IG Metall-Vorsitzende Klaus Zwickel kam.", {"Klaus Zwickel heads IG Metall"}),
    ("Vereinschef Corny Littmann kam. Der FC St. Pauli feierte.", {"Corny Littmann heads FC St. Pauli"}),
    ("Michael Mertin, dem Vorstandsvorsitzenden von Siemens, gelang das.", {"Michael Mertin heads Siemens"}),
    ("Jan Ullrich wurde bester Deutscher.", {"Jan Ullrich citizenOf Deutschland"}),
    ("Im Prozess gegen seinen ehemaligen Assistenten Paul Huber hat der österreichische Altkanzler Franz Vranitzky den Fotografen geklagt.", {"Paul Huber worksFor Franz Vranitzky former"}),
    ("Aufsichtsratschef Jan Moser kam. Die Deutsche Bahn spart.", {"Jan Moser worksFor Deutsche Bahn"}),
    ("Louis Gallois war lange Chef von Airbus.", {"Louis Gallois heads Airbus former"}),
    ("Der Präsident des IWF, Dominique Strauss-Kahn, kam aus Frankreich.", {"Dominique Strauss-Kahn heads IWF"}),
    ("Regierungschef Jan Moser von der Serbischen Partei kam.", {"Jan Moser memberOf Serbische Partei"}),
    ("AfD-Vizechef Jan Moser kam.", {"Jan Moser worksFor AfD"}),
    ("Die SPD-Politikerin und frühere Ministerin Eva Moser kam.", {"Eva Moser memberOf SPD"}),
    ("Die FPÖ legte zu. Parteichef Jan Moser jubelte.", {"Jan Moser heads FPÖ"}),
    ("Josef Ackermann, Vorstandssprecher der Deutschen Bank, kam.", {"Josef Ackermann heads Deutsche Bank"}),
    ("Der politische Geschäftsführer der Grünen, Jan Moser, kam.", {"Jan Moser worksFor Die Grünen"}),
    ("Jeff Bezos, Eigentümer der Washington Post, kam.", {"Jeff Bezos owns Washington Post"}),
    ("Chinas Staats- und Parteichef Xi Jinping kam.", {"Xi Jinping heads China"}),
    ("Hans Moser, Aufsichtsratsvorsitzender bei Volkswagen, kam.", {"Hans Moser heads Volkswagen"}),
    ("Der polnische Oppositionsführer Jan Kowal kam.", {"Jan Kowal citizenOf Polen"}),
    ("Hoeneß-Verteidiger Jan Moser kam. Uli Hoeneß schwieg.", {"Jan Moser represents Uli Hoeneß"}),
    ("Stabschef Rahm Emanuel vom Weißen Haus kam. Der Büroleiter von Olaf Scholz, Jan Moser, kam.", {"Jan Moser worksFor Olaf Scholz"}),
    ("Die Außenminister Polens und Ungarns, Jan Kowal und Pal Nagy, kamen.", {"Jan Kowal worksFor Polen", "Pal Nagy worksFor Ungarn"}),
    ("Sebastian Kurz löste Jan Moser als ÖVP-Chef ab.", {"Sebastian Kurz heads ÖVP"}),
    ("Kairo - Ein Gericht in Ägypten verurteilte den früheren Präsidenten Mohammed Mursi. Die USA und die EU schwiegen.", {"Mohammed Mursi heads Ägypten former"}),
    ("Der Stahlkonzern Voestalpine spart. Vorstandschef Wolfgang Eder kam. BMW und Siemens schwiegen.", {"Wolfgang Eder heads Voestalpine"}),
    ("Die EU-Kommission klagt. Vizepräsident Jan Kowal kam.", {"Jan Kowal worksFor EU-Kommission"}),
    ("Die Caritas half. Direktor Jan Moser von der Diakonie kam.", {"Jan Moser heads Diakonie"}),
    (
        "Rapid verlor gegen Bayern. Trainer Jan Moser schwieg. Trainer Paul Huber lobte sein Team.",
        {"Jan Moser worksFor Rapid"},
    ),
    ("Rapid Wien jubelte. Präsident Jan Kowal kam aus Polen.", {"Jan Kowal heads Rapid"}),
    ("Indien schickt Hilfe nach Nepal. Premierminister Narendra Modi kam.", {"Narendra Modi heads Indien"}),
    ("Eurogruppenchef Jan Kowal kam. Die Eurogruppe tagte.", {"Jan Kowal heads Eurogruppe"}),
    ("IG-Metall-Vorstand Jan Moser und Deutsche-Bank-Analyst Ole Lund kamen.", {"Jan Moser worksFor IG Metall", "Ole Lund worksFor Deutsche Bank"}),
    ("Franziskus entließ den chilenischen Bischof Juan Barros.", {"Juan Barros citizenOf Chile"}),
    ("Der FC Barcelona holt Jan Moser vom FC Liverpool. Klubpräsident Jose Bartomeu kam.", {"Jose Bartomeu heads FC Barcelona"}),
    ("Die US-Armee zögert. Präsident Donald Trump kam.", {"Donald Trump heads USA"}),
    ("Thomas Moser kehrt zum ZDF zurück. Programmdirektor Jan Himmel kam.", {"Jan Himmel heads ZDF"}),
    ("Die Liste Fritz tagte. Deren Klubobfrau Andrea Moser kam.", {"Andrea Moser heads Liste Fritz"}),
    ("Die Deutsche Umwelthilfe verklagt Baden-Württemberg. Verkehrsminister Winfried Moser kam.", {"Winfried Moser worksFor Baden-Württemberg"}),
    ("Bruno Moser ist nicht mehr Trainer des HSV.", {"Bruno Moser worksFor Hamburger SV former"}),
    ("Bayern-Profi Thomas Müller traf. Der FC Bayern München gewann.", {"Thomas Müller worksFor FC Bayern München"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, ("offices/", "frames/"))
    assert expected <= found, found


@pytest.mark.parametrize(
    "text",
    [
        "Der Präsident des Vereins kündigte Neuwahlen an.",
        "Der Wiener Rechtsanwalt Jan Moser kam.",
        "Die Lufthansa spart. Siemens müsse sparen, sagte Konzernchef Jan Moser.",
        "Rapid jubelte. Der Stürmer Jan Moser kam von Stoke City.",
        "Der Iranexperte Jan Moser warnte.",
        "Das fordert Jan Moser von der Caritas.",
        "Der Verleger Axel Springer kam nach Wien.",
        "Der Arzt Karl Meier kam aus Bonn.",
        "Der Syrien-Experte Karl Meier kam nach Bonn.",
        "Außenminister Heiko Maas flog aus Berlin in die Türkei.",
        "Bundeskanzlerin Angela Merkel flog nach Frankreich.",
        "Regierungssprecher Steffen Seibert teilte mit, dass sie nach China reist.",
        "Die SPD und die CDU tagten. Sprecher Karl Meier kam.",
        "Bürgermeister Karl Meier fuhr von Köln nach Bonn.",
        "Edward Snowden floh aus den USA.",
        "Der Präsident des Ganzen, Jan Moser, wohnt in Österreich.",
        "Jan Moser vertritt wie Otto Kern die Meinung, dass Öl knapp wird.",
        "Er wurde in den USA zum Präsidenten gewählt.",
        "Der Streit um die US-Präsidentschaft, Donald Trump und die Folgen.",
    ],
)
def test_no_office_is_invented(nlp: Language, text: str) -> None:
    assert claims(nlp, text, ("offices/",)) == set()


SEATS = [
    ("Die russische Nachrichtenagentur Interfax meldete den Besuch.", {"Interfax locatedIn Russland"}),
    ("Das Landgericht Köln entschied. Der Prozess in Köln ist zu Ende.", {"Landgericht Köln locatedIn Köln"}),
    ("Die tschechische Regierung trat zurück.", {"tschechische Regierung locatedIn Tschechien"}),
    ("Am Flughafen von Chicago wurde er gefasst.", {"Flughafen von Chicago locatedIn Chicago"}),
    ("Sie wollte die Luftwaffenbasis Nellis in Nevada besuchen.", {"Luftwaffenbasis Nellis locatedIn Nevada"}),
    ("Der Militärstützpunkt Al-Watija im Westen Libyens fiel.", {"Militärstützpunkt Al-Watija locatedIn Libyen"}),
    ("Sie kontrollieren die Hauptstadt Sanaa. Der Jemen versinkt im Krieg.", {"Sanaa locatedIn Jemen"}),
    ("Der Hauptstadt-Flughafen Wnukowo schloss. Moskau liegt im Schnee.", {"Hauptstadt-Flughafen Wnukowo locatedIn Moskau"}),
    ("In Springfield, Illinois, wurde geschossen.", {"Springfield locatedIn Illinois"}),
    ("In der serbischen Provinz Kosovo blieb es ruhig.", {"Kosovo locatedIn Serbien"}),
    ("Der in Stuttgart ansässige Konzern Daimler wächst.", {"Daimler locatedIn Stuttgart"}),
    ("Volkswagen mit Sitz in Wolfsburg wächst.", {"Volkswagen locatedIn Wolfsburg"}),
    ("Der Stuttgarter Autobauer Daimler wächst.", {"Daimler locatedIn Stuttgart"}),
    ("Der Autobauer BMW aus München wächst.", {"BMW locatedIn München"}),
    ("In Thailand wird protestiert. Die Regierung schweigt.", {"Regierung locatedIn Thailand"}),
    ("In St. Pölten, der Hauptstadt Niederösterreichs, brannte es.", {"St. Pölten locatedIn Niederösterreich"}),
    ("Die Münchner Sicherheitskonferenz begann.", {"Münchner Sicherheitskonferenz locatedIn München"}),
]  # fmt: skip


POSTS = [
    (
        "Der serbische Regierungschef Jan Moser von der Demokratischen Partei kam.",
        {"Jan Moser heads Serbien", "Jan Moser memberOf Demokratische Partei"},
    ),
    (
        "Die EU und Russland kritisierten den Prozess in der Ukraine. Präsident Viktor Janukowitsch schwieg.",
        {"Viktor Janukowitsch heads Ukraine"},
    ),
    ("Im Südsudan kämpft Vize-Präsident Riek Machar um die Macht.", {"Riek Machar worksFor Südsudan"}),
    ("Im Irak lehnte Übergangspräsident Ghazi al-Yawar ab.", {"Ghazi al-Yawar heads Irak"}),
    ("In Bayern kam Außenminister Frank-Walter Steinmeier an.", set()),
    ("SPD-Fraktionschef Peter Moser kam.", {"Peter Moser memberOf SPD"}),
    ("Die SPD-Ministerin Eva Moser kam.", {"Eva Moser memberOf SPD"}),
    ("CDU-Agrarexperte Karl Moser lobte das.", {"Karl Moser memberOf CDU"}),
    ("FDP-Landeschef Karl Moser kam.", {"Karl Moser heads FDP"}),
    (
        "Der Fraktionschef der Grünen im Bundestag, Karl Moser, kam.",
        {"Karl Moser heads Die Grünen", "Karl Moser memberOf Bundestag", "Karl Moser memberOf Die Grünen"},
    ),
    ("Der US-Kongress tagte. Die Kongressabgeordnete Carol Moser kam.", {"Carol Moser memberOf US-Kongress"}),
    ("Die EU-Kommissarin für Wettbewerb Margrethe Vestager kam.", {"Margrethe Vestager worksFor EU"}),
    ("Der Richter am Landgericht Köln Hans Moser lehnte ab.", {"Hans Moser worksFor Landgericht Köln"}),
    (
        "Die Deutsche Bahn wartet. Der Aufsichtsrat der Bahn tagte, kündigte Aufsichtsratschef Karl Moser an.",
        {"Karl Moser heads Aufsichtsrat", "Karl Moser worksFor Deutsche Bahn"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ("offices/",)) == expected


ALLIANCES = [
    ("Das EU-Mitglied Ungarn legte Veto ein.", {"Ungarn memberOf EU"}),
    ("Die G7-Staaten, darunter Japan und Kanada, tagten.", {"Japan memberOf G7", "Kanada memberOf G7"}),
    ("Die Nato-Mitglieder Polen und Lettland warnten.", {"Polen memberOf Nato", "Lettland memberOf Nato"}),
    ("EU-Staaten wie Ungarn lehnten ab.", {"Ungarn memberOf EU"}),
    ("Die Opec-Staaten Kuwait und Katar warnten.", {"Kuwait memberOf Opec", "Katar memberOf Opec"}),
    ("Der Aufsichtsrat der Deutschen Bahn tagte.", {"Aufsichtsrat partOf Deutsche Bahn"}),
    ("Die Siemens-Tochter Osram baut Stellen ab.", {"Osram partOf Siemens", "Siemens owns Osram"}),
    ("Die EU tagte. Die EU-Kommission lehnte ab.", {"EU-Kommission partOf EU"}),
    ("Die Vertreter der CDU im Gemeinderat lehnten ab.", {"CDU memberOf Gemeinderat"}),
    ("Im Gemeinderat sitzen neun Vertreter der CDU und zwei der FDP.", {"CDU memberOf Gemeinderat", "FDP memberOf Gemeinderat"}),
    ("Die von Hermann Maier geführte Landesregierung tagte.", {"Hermann Maier heads Landesregierung"}),
    ("Die Landesregierung unter ÖVP-Chef Hermann Maier tagte.", {"Hermann Maier heads Landesregierung"}),
    ("Die Regierung von Ministerpräsident Hermann Maier trat zurück.", {"Hermann Maier heads Regierung"}),
    ("Die Regierung Maier trat zurück. Hermann Maier schwieg.", {"Hermann Maier heads Regierung Maier"}),
    ("Die Opposition aus CDU und FDP stimmte dagegen.", {"CDU partOf Opposition", "FDP partOf Opposition"}),
    ("Die Opposition (SPÖ, FPÖ und Neos) stimmte dagegen.", {"SPÖ partOf Opposition", "FPÖ partOf Opposition", "Neos partOf Opposition"}),
    ("Die Staaten des Golfkooperationsrates, darunter Kuwait und Oman, berieten.", {"Kuwait memberOf Golfkooperationsrat", "Oman memberOf Golfkooperationsrat"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALLIANCES)
def test_alliances(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, ("alliances/", "coalitions/", "frames/"))
    assert expected <= found, found


@pytest.mark.parametrize(
    "text",
    [
        "Die Debatte der US-Demokraten in Miami endete.",
        "Anna reiste von Graz in die Steiermark.",
        "Graz, Kärnten und Tirol liegen nicht am Meer.",
    ],
)
def test_no_seat_is_invented(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text, ("seats/",)) if c.startswith(("Republikaner", "Graz"))]


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_seats(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, ("seats/",))
    assert expected <= found, found


NOBODY_ELSE = [
    ("Der Oberste Gerichtshof bestätigte den Freispruch für Jan Moser.", set()),
    ("Marcel Hirscher verwies den Norweger Aksel Svindal auf Rang zwei.", set()),
    ("Das stimme nicht, sagte Sprecher Jan Moser, der Kleinen Zeitung.", {"person/jan-moser"}),
    ("Der Fall ruhe, sagte der Sprecher der Staatsanwaltschaft Feldkirch, Jan Moser, der Austria Presse Agentur.", {"person/jan-moser"}),
]  # fmt: skip


def test_who_is_in_a_house_is_no_member(nlp: Language) -> None:
    assert claims(nlp, "Jan Moser ist im AKH. Eva Kern sitzt in der Botschaft Ecuadors.", ("frames/",)) == set()
    assert claims(nlp, "Jan Moser ist im Bundesrat.", ("frames/",)) == {"Jan Moser memberOf Bundesrat"}


@pytest.mark.parametrize(("text", "speakers"), NOBODY_ELSE)
def test_nobody_else_says_it(nlp: Language, text: str, speakers: set[str]) -> None:
    assert {c.subject for c in reading(nlp, text).claims if c.predicate == "said"} == speakers


def test_another_title_starts_another_person(nlp: Language) -> None:
    text = "Jan Moser kam mit seiner Frau Anna und Minister Peter Huber."
    assert claims(nlp, text, ("frames/frau",)) == {"Anna relativeOf Jan Moser"}


AUTHORS = [
    ("Der Roman „Tyll“ von Daniel Kehlmann erscheint im Herbst.", {"Daniel Kehlmann produced Tyll"}),
    ("Der Film „Ganz oben“ des Regisseurs Jan Moser läuft im Kino.", {"Jan Moser produced Ganz oben"}),
    ("Uwe Brand, der Autor von „Der Turm“, las in Linz.", {"Uwe Brand produced Der Turm"}),
    ("Anna Moser ist die Regisseurin des Films „Das Boot“.", {"Anna Moser produced Das Boot"}),
    ("In seinem Buch „Deutschland schläft“ warnt Jan Moser davor.", {"Jan Moser produced Deutschland schläft"}),
    (
        "Jan Moser und Anna Kern erzählen das in ihrem Buch „Tyll“.",
        {"Jan Moser produced Tyll", "Anna Kern produced Tyll"},
    ),
    ("In seinem Film „Das Boot“ erzählt Jan Moser vom Krieg.", {"Jan Moser produced Das Boot"}),
    ("Jan Moser las aus dem Roman „Tyll“.", set()),
    ("Die Schauspielerin Eva Moser lobte ihren Film „Das Boot“.", set()),
]


@pytest.mark.parametrize(("text", "expected"), AUTHORS)
def test_authors(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ("authors/",)) == expected


STATEMENTS = [
    ("Angela Merkel sagte, dass die Steuern sinken.", {"Angela Merkel said dass die Steuern sinken"}),
    ('"Wir sind bereit", sagte Angela Merkel.', {"Angela Merkel said Wir sind bereit"}),
    ("Angela Merkel kündigte Neuwahlen an.", {"Angela Merkel said Neuwahlen"}),
    ("Laut Angela Merkel sind die Gespräche beendet.", {"Angela Merkel said sind die Gespräche beendet"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, ("statements/",))
    assert expected <= found, found


def test_an_act_is_no_statement(nlp: Language) -> None:
    assert claims(nlp, "Angela Merkel lobte Emmanuel Macron.", ("statements/",)) == set()


def test_open_claims_keep_what_no_frame_covers(nlp: Language) -> None:
    found = reading(nlp, "Angela Merkel sammelt alte Briefmarken.")
    opened = [(c.predicate, c.object, c.literal) for c in found.claims if c.extractor == "open"]
    assert opened == [("open:sammeln", "alte Briefmarken", True)]


def test_whom_a_government_calls_something_does_not_lead_it(nlp: Language) -> None:
    text = "Im Jahr 2007 erklärte die US-Regierung Moser zum Terroristen. Die Regierung Kern tagte."
    assert claims(nlp, text, ("alliances/",)) == {"Kern heads Regierung Kern"}


def test_deputies_work_for_no_vize(nlp: Language) -> None:
    names = {
        entity.name for entity in reading(nlp, "Vize-Premier Jan Moser und Co-Trainer Ole Lund traten zurück.").entities
    }
    assert names == {"Jan Moser", "Ole Lund"}
