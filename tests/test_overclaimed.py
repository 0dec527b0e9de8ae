"""What a text comes near to saying and does not: text, what must not be claimed, what must."""

import pytest
from spacy.language import Language
from test_precision import claimed

NOTHING: set[str] = set()
ROWS = [
    # who is accused of a deed has done it as others say, and what he faces may come
    (
        "Jan Moser steht in Linz wegen Mordes an Eva Kern vor Gericht.",
        {"Jan Moser killed Eva Kern"},
        {"Jan Moser killed Eva Kern reported"},
    ),
    (
        "Jan Moser wird der Mord an Eva Kern zur Last gelegt.",
        {"Jan Moser killed Eva Kern"},
        {"Jan Moser killed Eva Kern reported"},
    ),
    (
        "Die Polizei suchte. Jan Moser wird der Mord an Eva Kern vorgeworfen.",
        {"Jan Moser killed Eva Kern"},
        {"Jan Moser killed Eva Kern reported"},
    ),
    (
        "Jan Moser ist angeklagt, Eva Kern ermordet zu haben.",
        {"Jan Moser killed Eva Kern"},
        {"Jan Moser killed Eva Kern reported"},
    ),
    (
        "Der mutmaßliche Mörder von Eva Kern, Jan Moser, schwieg.",
        {"Jan Moser killed Eva Kern"},
        {"Jan Moser killed Eva Kern reported"},
    ),
    (
        "Am Landesgericht Linz begann der Prozess gegen Jan Moser. Ihm drohen bis zu zehn Jahre Haft.",
        {"Landesgericht Linz convicted Jan Moser"},
        {"Landesgericht Linz convicted Jan Moser possible"},
    ),
    (
        "Am Landesgericht Linz endete der Prozess gegen Jan Moser. Ihm droht keine Haft.",
        {"Landesgericht Linz convicted Jan Moser possible"},
        NOTHING,
    ),
    (
        "Jan Moser wurde nicht angezeigt. Die Staatsanwaltschaft Linz ermittelt.",
        {"Staatsanwaltschaft Linz investigated Jan Moser"},
        NOTHING,
    ),
    (
        "Die SPÖ wirft Jan Moser Untätigkeit vor. Die Staatsanwaltschaft Linz ermittelt.",
        {"Staatsanwaltschaft Linz investigated Jan Moser"},
        NOTHING,
    ),
    # who is not there, is spoken to, or goes to those who are
    ("Der Opernball findet statt. Nicht dabei war Eva Kern.", {"Eva Kern participatedIn Opernball"}, NOTHING),
    (
        "Nicht dabei sein wird Jan Moser beim Gipfel in Wien.",
        {"Jan Moser participatedIn Gipfel in Wien planned"},
        {"Jan Moser participatedIn Gipfel in Wien negated"},
    ),
    (
        "Eva Kern hat sich für die Weltmeisterschaft in Wien qualifiziert.",
        {"Eva Kern participatedIn Weltmeisterschaft in Wien"},
        {"Eva Kern participatedIn Weltmeisterschaft in Wien planned"},
    ),
    (
        "Bei der Wahl zum bayerischen Landtag kam die CSU auf 40 Prozent. Der hessische Spitzenkandidat Jan Moser trat zurück.",
        {"Jan Moser participatedIn Wahl zum bayerischen Landtag planned"},
        NOTHING,
    ),
    (
        "Frankreich verweigerte dem Autor Jan Moser die Einreise nach Frankreich.",
        {"Frankreich travelledTo Frankreich negated"},
        {"Jan Moser travelledTo Frankreich negated"},
    ),
    ("Der Parteitag endete. Unter den Gästen fehlte Eva Kern.", {"Eva Kern participatedIn Parteitag"}, NOTHING),
    (
        "Das Erdbeben in Nepal war stark. Zu den Verletzten reiste Eva Kern. Zu den Toten zählt Jan Moser.",
        {"Eva Kern participatedIn Erdbeben in Nepal"},
        {"Jan Moser participatedIn Erdbeben in Nepal"},
    ),
    (
        "Jan Moser fehlte beim Gipfel in Wien.",
        {"Jan Moser participatedIn Gipfel in Wien"},
        {"Jan Moser participatedIn Gipfel in Wien negated"},
    ),
    (
        "An der Demonstration in Wien stört sich Jan Moser.",
        {"Jan Moser participatedIn Demonstration in Wien"},
        {"Jan Moser criticised Demonstration in Wien"},
    ),
    # who does not lose was there, who does not want to lose will be
    (
        "Die Bundesliga beginnt. Sturm Graz will nicht verlieren.",
        {"Sturm Graz participatedIn Bundesliga"},
        {"Sturm Graz participatedIn Bundesliga planned"},
    ),
    (
        "Bei der Präsidentschaftswahl unterlag Jan Moser nicht.",
        {"Jan Moser participatedIn Präsidentschaftswahl negated"},
        {"Jan Moser participatedIn Präsidentschaftswahl"},
    ),
    # a share of no votes
    (
        "Die Präsidentschaftswahl naht. Jan Moser erhielt fünf Prozent Rabatt.",
        {"Jan Moser participatedIn Präsidentschaftswahl"},
        NOTHING,
    ),
    (
        "Die Präsidentschaftswahl naht. Jan Moser hat 20 Prozent der Stimmrechte an der Firma.",
        {"Jan Moser participatedIn Präsidentschaftswahl"},
        NOTHING,
    ),
    # a title from elsewhere, a party's meeting of which others speak, and one that is not held
    (
        "Der Nobelpreisträger Jan Moser lebt in Wien. Die Tour de France beginnt.",
        {"Jan Moser participatedIn Tour de France"},
        NOTHING,
    ),
    (
        "Nach dem Parteitag der SPD sagte der CDU-Chef Jan Moser, die SPD sei am Ende.",
        {"Jan Moser participatedIn Parteitag der SPD"},
        {"SPD participatedIn Parteitag der SPD"},
    ),
    ("Der Parteitag der CDU wurde abgesagt.", {"CDU participatedIn Parteitag der CDU"}, NOTHING),
    ("Der geplante Parteitag der SPD ist teuer.", {"SPD participatedIn Parteitag der SPD"}, NOTHING),
    (
        "Die Präsidentschaftswahl naht. Jan Moser gewann die Mehrheit der Aktien an der Firma.",
        {"Jan Moser participatedIn Präsidentschaftswahl"},
        NOTHING,
    ),
    # elsewhere
    (
        "Der Gipfel in Wien beginnt. Jan Moser hielt in Washington eine Rede.",
        {"Jan Moser participatedIn Gipfel in Wien"},
        NOTHING,
    ),
    (
        "Organisator der Demonstration in Wien ist nicht Jan Moser.",
        {"Jan Moser participatedIn Demonstration in Wien"},
        NOTHING,
    ),
    (
        "Die Staaten der EU wie Polen, anders als Norwegen, stimmten zu.",
        {"Norwegen memberOf EU"},
        {"Polen memberOf EU"},
    ),
    (
        "Rapid könnte den Stürmer Jan Moser verpflichten.",
        {"Jan Moser worksFor Rapid"},
        {"Jan Moser worksFor Rapid possible"},
    ),
    # whose stance it is
    ("Jan Moser nannte Eva Kern eine Putin-Freundin.", {"Jan Moser supported Eva Kern"}, NOTHING),
    ("Jan Moser bestreitet, dass Eva Kern korrupt sei.", {"Jan Moser criticised Eva Kern"}, NOTHING),
    (
        "Jan Moser reagierte wenig begeistert auf Eva Kern.",
        {"Jan Moser supported Eva Kern"},
        {"Jan Moser criticised Eva Kern"},
    ),
    ("Die SPD stimmte dem Vorschlag von Eva Kern noch nicht zu.", {"SPD rejected Eva Kern"}, NOTHING),
    ("Die SPD musste dem Vorschlag von Eva Kern nicht zustimmen.", {"SPD rejected Eva Kern"}, NOTHING),
    ("Eva Kern zeigte sich noch nicht zufrieden mit Jan Moser.", {"Eva Kern criticised Jan Moser"}, NOTHING),
    ("Die SPD dürfte kein Verständnis für Eva Kern haben.", {"SPD criticised Eva Kern"}, NOTHING),
    (
        "Weder die SPD noch die FDP unterstützen Eva Kern.",
        {"SPD supported Eva Kern", "FDP supported Eva Kern"},
        NOTHING,
    ),
    (
        "Die EU verpflichtete Jan Moser zu einer Strafe.",
        {"EU appointed Jan Moser", "Jan Moser worksFor EU"},
        {"EU demandedFrom Jan Moser"},
    ),
    ("Kritik an Jan Moser wächst in der SPÖ nicht.", {"SPÖ criticised Jan Moser"}, NOTHING),
    (
        "Anwalt Jan Huber verteidigt die Entscheidung der CDU.",
        {"Jan Huber represents CDU"},
        {"Jan Huber supported CDU"},
    ),
    # who does it
    ("Geehrt wurde der Chef von Siemens.", {"Siemens supported Chef von Siemens"}, NOTHING),
    ("Karl Huber kritisierte die ÖVP, den Kanzler ebenso.", {"Kanzler criticised ÖVP"}, {"Karl Huber criticised ÖVP"}),
    ("Das kritisierte SPD Politiker Karl Huber.", {"SPD criticised Karl Huber"}, NOTHING),
    ("Amazon greift den Markt in Österreich an.", {"Amazon attacked Österreich"}, NOTHING),
    ("Der Wiener Bürgermeister traf Bundesumweltminister Jan Moser.", {"Jan Moser worksFor Deutschland"}, NOTHING),
    ("Karl Huber lobte Jan Moser und seine Frau Eva.", {"Eva relativeOf Karl Huber"}, {"Eva relativeOf Jan Moser"}),
    ("Jan Moser reagierte nicht empört auf Eva Kern.", {"Jan Moser criticised Eva Kern"}, NOTHING),
    ("Entsetzt über den Tod von Eva Kern zeigte sich Jan Moser.", {"Jan Moser criticised Eva Kern"}, NOTHING),
    ("Jan Moser ist über den Tod von Eva Kern bestürzt.", {"Jan Moser criticised Eva Kern"}, NOTHING),
    ("Hat die FDP versagt, fragt Jan Moser.", {"Jan Moser criticised FDP"}, NOTHING),
    ("Die EU brauche mehr Geld, kritisiert Jan Moser.", {"Jan Moser criticised EU"}, NOTHING),
    ("Die SPD warte noch immer auf Antwort, kritisiert Jan Moser.", {"Jan Moser criticised SPD"}, NOTHING),
    ("In seiner Rede sagte Jan Moser, Eva Kern sei eine Lügnerin.", NOTHING, {"Jan Moser criticised Eva Kern"}),
    (
        "Jan Moser war nicht gerade voll des Lobes für Eva Kern.",
        {"Jan Moser supported Eva Kern"},
        {"Jan Moser supported Eva Kern negated"},
    ),
    (
        "Von Skepsis der SPD gegenüber Eva Kern kann keine Rede sein.",
        {"SPD criticised Eva Kern"},
        {"SPD criticised Eva Kern negated"},
    ),
    (
        "Jan Moser machte kein Hehl daraus, dass er Eva Kern ablehnt.",
        {"Jan Moser rejected Eva Kern negated"},
        NOTHING,
    ),
    (
        "„Die SPD ist unfähig“, soll Jan Moser gesagt haben.",
        {"Jan Moser criticised SPD"},
        {"Jan Moser criticised SPD reported"},
    ),
    # who is talked of as a successor, who is not the one predecessor, who only tells of a sentence
    (
        "Jan Moser wurde als Nachfolger von Karl Huber gehandelt.",
        {"Jan Moser succeeded Karl Huber"},
        {"Jan Moser succeeded Karl Huber possible"},
    ),
    (
        "Eva Kern, ihr Vorgänger Jan Moser (SPD) und Karl Huber von der FDP kamen.",
        {"Eva Kern succeeded Karl Huber"},
        {"Eva Kern succeeded Jan Moser"},
    ),
    ("Die Zeitung „Kurier“ bestätigte den Schuldspruch gegen Jan Moser.", {"Kurier convicted Jan Moser"}, NOTHING),
    # with whom the subject is compared
    (
        "Wie Jan Moser kritisiert auch Eva Kern die SPD.",
        {"Jan Moser criticised Eva Kern"},
        {"Eva Kern criticised SPD"},
    ),
    ("Anders als die SPD unterstützt die FDP Jan Moser.", {"SPD supported FDP"}, {"FDP supported Jan Moser"}),
    ("Statt Jan Moser kritisierte die SPD Karl Huber.", {"Jan Moser criticised SPD"}, {"SPD criticised Karl Huber"}),
    ("Wie die SPD hat auch die FDP Jan Moser kritisiert.", {"SPD criticised FDP"}, {"FDP criticised Jan Moser"}),
    ("Anders als Jan Moser ist Eva Kern Mitglied der SPD.", {"Jan Moser memberOf SPD"}, {"Eva Kern memberOf SPD"}),
    # who is let go from elsewhere, charged and sentenced by somebody else, does not get in
    ("Rapid-Trainer Jan Moser wurde aus dem Krankenhaus entlassen.", {"Rapid dismissed Jan Moser"}, NOTHING),
    (
        "Jan Moser wurde angezeigt. Die Staatsanwaltschaft Wien schwieg.",
        {"Staatsanwaltschaft Wien charged Jan Moser"},
        NOTHING,
    ),
    (
        "Jan Moser wurde verurteilt. Der Oberste Gerichtshof prüft das Verfahren.",
        {"Oberster Gerichtshof convicted Jan Moser"},
        NOTHING,
    ),
    (
        "Der Einzug von Jan Moser in den Bundestag gelang nicht.",
        {"Jan Moser memberOf Bundestag"},
        {"Jan Moser memberOf Bundestag negated"},
    ),
    # parties in a coalition that somebody only thinks of
    (
        "SPD und FDP reden. Die geplante SPD-FDP-Koalition kommt nicht.",
        {"SPD partOf SPD-FDP-Koalition", "FDP partOf SPD-FDP-Koalition"},
        NOTHING,
    ),
    (
        "Die CDU ist gegen eine SPD-FDP-Koalition.",
        {"SPD partOf SPD-FDP-Koalition", "FDP cooperatedWith SPD", "SPD cooperatedWith FDP"},
        NOTHING,
    ),
    # who follows somebody with his feet, goes off the pitch, would like to be somewhere; where an election is won
    (
        "Jan Moser eilte aus dem Saal. Ihm folgte Minister Karl Huber mit den Akten.",
        {"Karl Huber succeeded Jan Moser"},
        NOTHING,
    ),
    ("Jan Moser musste bei Rapid vom Platz gehen.", {"Rapid dismissed Jan Moser"}, NOTHING),
    ("Jan Moser musste bei Rapid im Mai 2020 gehen.", NOTHING, {"Rapid dismissed Jan Moser"}),
    ("Jan Moser wäre gern in Wien.", {"Jan Moser travelledTo Wien"}, {"Jan Moser travelledTo Wien possible"}),
    ("In Hessen gewann die SPD die Bundestagswahl.", {"Bundestagswahl locatedIn Hessen"}, NOTHING),
    ("Gegen die Wiederwahl von Jan Moser als Chef der SPD stimmte Eva Kern.", {"Eva Kern heads SPD"}, NOTHING),
    # what stands beside a verb makes it another deed
    ("Jan Moser hat Rechte von Eva Kern verletzt.", {"Jan Moser attacked Eva Kern"}, NOTHING),
    ("Jan Moser traf Eva Kern ins Gesicht.", {"Jan Moser met Eva Kern"}, NOTHING),
    ("Jan Moser traf Eva Kern in Linz.", NOTHING, {"Jan Moser met Eva Kern"}),
    ("Eva Kern verdrängte Jan Moser auf den zweiten Platz.", {"Eva Kern dismissed Jan Moser"}, NOTHING),
    ("Die Entscheidung überließ Jan Moser der Nato.", {"Jan Moser aided Nato"}, NOTHING),
    ("Jan Moser sagte: „Eva Kern muss mit wenig Schlaf zurechtkommen.“", {"Jan Moser demandedFrom Eva Kern"}, NOTHING),
    # a minister is not the one of another field, and "dieser" is who was named last
    (
        "Finanzminister Jan Moser kam. Eva Kern hat den damaligen Verteidigungsminister entlassen.",
        {"Eva Kern dismissed Jan Moser"},
        NOTHING,
    ),
    (
        "Finanzminister Jan Moser kam. Eva Kern hat den Minister entlassen.",
        NOTHING,
        {"Eva Kern dismissed Jan Moser"},
    ),
    (
        "Jan Moser traf den Aufsichtsrat von Siemens. Dieser lobte die SPD.",
        {"Jan Moser supported SPD"},
        {"Aufsichtsrat supported SPD"},
    ),
    # peoples are no towns
    ("Der Chef der Roma-Garde heißt Jan Moser.", {"Roma-Garde locatedIn Roma"}, {"Jan Moser heads Roma-Garde"}),
    # who chairs one body does not chair another
    (
        "Jan Moser, der Vorsitzende des Ausschusses, kam. In Linz regnete es. Am Abend traf Eva Kern den Vorsitzenden der Fed.",
        {"Jan Moser heads Fed", "Eva Kern met Jan Moser"},
        NOTHING,
    ),
    # whom one refuses it does not travel, and where an event stirs anger it does not take place
    (
        "Frankreich verweigerte dem Autor Thomas Mann die Einreise nach Polen.",
        {"Frankreich travelledTo Polen negated"},
        {"Thomas Mann travelledTo Polen negated"},
    ),
    (
        "Die Beitrittsverhandlungen mit Kroatien stoßen in Österreich auf Skepsis.",
        {"Beitrittsverhandlungen mit Kroatien locatedIn Österreich"},
        NOTHING,
    ),
]


@pytest.mark.parametrize(("text", "absent", "stated"), ROWS)
def test_nothing_more_is_claimed(nlp: Language, text: str, absent: set[str], stated: set[str]) -> None:
    found = claimed(nlp, text, said=False)
    assert absent.isdisjoint(found), found
    assert stated <= found, found
