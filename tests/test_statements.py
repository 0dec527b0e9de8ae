"""Statements: the claims of "said", with whose words they are and how much of the text is quoted."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language.lexicon import Lexicon
from kg.language.parsing import parse
from kg.model import Factuality
from kg.reading import read

DE = Lexicon("de")

STATEMENTS = [  # text, its claims of "said" as "speaker: words" of those who have a name
    ("Der Manager Karl Huber muss mit einer Haftstrafe rechnen.", set()),
    ("Karl Huber rechnet mit einer Haftstrafe.", {"Karl Huber: einer Haftstrafe"}),
    (  # before a colon the main clause tells who speaks
        "Minister Karl Huber war froh, dass der Verein Greenpeace zusagt: „Wir haben lange darauf gewartet.“",
        ["Karl Huber: dass der Verein Greenpeace zusagt", "Karl Huber: Wir haben lange darauf gewartet"],
    ),
    ("Die Tunnel dienten nach israelischen Angaben dem Transport.", ["Israel: Die Tunnel dienten nach israelischen Angaben dem Transport"]),
    ("Nach Angaben aus Kiew wurden zwölf Soldaten getötet.", ["Ukraine: wurden zwölf Soldaten getötet"]),
    ("Aus Paris hieß es, das Abkommen sei verletzt worden.", ["Frankreich: das Abkommen sei verletzt worden"]),
    ("Angela Merkel sprach trotz der Kritik von einer freien und fairen Wahl.", ["Angela Merkel: einer freien und fairen Wahl"]),
    ("Angela Merkel hält die Kritik der SPD für teilweise gerechtfertigt.", ["Angela Merkel: die Kritik der SPD für teilweise gerechtfertigt"]),
    ("Die Firma Siemens baut eine Brücke (Reuters berichtete).", []),
    ("Wie der ORF meldete, sagte Jan Moser, er sei krank.", ["Jan Moser: er sei krank"]),
    ("In seiner Rede sagte Jan Moser, Karl Huber sei krank.", ["Jan Moser: Karl Huber sei krank"]),
    ("Jan Moser, der als „Retter der Bank“ bekannt ist, nannte Eva Kern nicht.", []),
    ("Jan Moser starb am Montag. In der Mitteilung heißt es, er sei friedlich eingeschlafen.", []),
    ("Jan Moser ließ keinen Zweifel, dass die SPD versage.", ["Jan Moser: dass die SPD versage"]),
    # whatever verb follows a quotation or a Konjunktiv, it tells who speaks
    ("„Das ist eine gute Lösung“, winkt Karl Huber ab.", ["Karl Huber: Das ist eine gute Lösung"]),
    ("Das Budget sei solide, stärkt Karl Huber dem Minister den Rücken.", ["Karl Huber: Das Budget sei solide"]),
    ("Karl Huber gibt zu bedenken, dass das Budget noch nicht steht.", ["Karl Huber: dass das Budget noch nicht steht"]),
    ("Geht es nach Karl Huber, wird die Steuer schon im Mai gesenkt.", ["Karl Huber: wird die Steuer schon im Mai gesenkt"]),
    ("Wenn es nach der SPD ginge, wäre die Steuer längst gesenkt.", ["SPD: wäre die Steuer längst gesenkt"]),
    ("Für die SPD ist der Vorschlag inakzeptabel.", ["SPD: ist der Vorschlag inakzeptabel"]),
    ("Für Siemens ist das Projekt ein Gewinn.", []),
    ("Das aber, so Karl Huber, habe er nicht gewusst.", ["Karl Huber: Das aber, so Karl Huber, habe er nicht gewusst"]),
    ("Am Montag sagte Vatikansprecher Navarro-Valls, das Gespräch sei gut verlaufen.", ["Navarro-Valls: das Gespräch sei gut verlaufen"]),
    ("Auch die SPD ist dagegen: „Das kostet nur Geld“, sagte Karl Huber.", ["Karl Huber: Das kostet nur Geld"]),
    ("Am Montag zeigte sich Minister Karl Huber erfreut über die Einigung.", ["Karl Huber: erfreut über die Einigung"]),
    ("Für Minister Karl Huber ist das Ergebnis ein „Meilenstein“.", ["Karl Huber: ist das Ergebnis ein „Meilenstein"]),
    ("Karl Huber ortet einen Rückschritt.", ["Karl Huber: einen Rückschritt"]),
    ("Die Polizei ortete das Handy von Karl Huber.", []),
    ("Karl Huber sieht darin einen Tabubruch.", ["Karl Huber: einen Tabubruch"]),
    ("Grußworte sprach auch der Bürgermeister von Vahrn, Karl Huber.", []),
    ("Auf die Bedeutung des Marktes wies der Abgeordnete Karl Huber hin.", ["Karl Huber: die Bedeutung des Marktes"]),
    ("Nun schlägt die SPD vor, in Berlin eine Straße oder einen Platz nach Karl Huber zu benennen.", [
        "SPD: in Berlin eine Straße oder einen Platz nach Karl Huber zu benennen",
    ]),
    ("Der Wagen sei, anders als Siemens behauptet, langsam gefahren.", []),
    ("Die Kanzlei von Karl Huber befand sich in Wien, was viele nicht wussten.", []),
    ("„Das ist eine Chance für unser Haus“, wird Karl Huber, Manager bei Siemens, zitiert.", ["Karl Huber: Das ist eine Chance für unser Haus"]),
    ("Siemens hatte zu einem Treffen in Wien, einer der teuersten Städte, aufgerufen.", ["Siemens: einem Treffen in Wien"]),
    ("Auch Jonas Weber ist nach Angaben von Siemens krank.", ["Siemens: Auch Jonas Weber ist nach Angaben von Siemens krank"]),
    (
        "Die Lage sei gut, erklärte Olaf Scholz. Die Zahlen seien besser, hieß es in dem Schreiben weiter.",
        ["Olaf Scholz: Die Lage sei gut", "Olaf Scholz: Die Zahlen seien besser"],
    ),
    ("Die Lage sei gut, erklärten die Scholz-Anwälte. Man sei zufrieden.", []),
    (
        "„Wir wollen dieses Spiel gewinnen. Danach sehen wir weiter“, sagte Olaf Scholz.",
        ["Olaf Scholz: Wir wollen dieses Spiel gewinnen", "Olaf Scholz: Danach sehen wir weiter"],
    ),
    (
        "Olaf Scholz sagte, man müsse die Vorwürfe gegen den Verein und seine Trainer nun sehr genau prüfen, "
        "die Mannschaft habe in den vergangenen Wochen jedenfalls alle ihre Spiele verloren.",
        [
            "Olaf Scholz: man müsse die Vorwürfe gegen den Verein und seine Trainer nun sehr genau prüfen",
            "Olaf Scholz: die Mannschaft habe in den vergangenen Wochen jedenfalls alle ihre Spiele verloren",
        ],
    ),
    (
        "Begründung des Abgeordneten Jan Moser: Das wäre ein schlechter Stil. Angela Merkel wähle man selbstverständlich.",
        ["Jan Moser: Das wäre ein schlechter Stil", "Jan Moser: Angela Merkel wähle man selbstverständlich"],
    ),
    ("Angela Merkel dazu: Wir schaffen das auch in diesem Jahr.", ["Angela Merkel: Wir schaffen das auch in diesem Jahr"]),
    ("Köln: Ein Mann stirbt bei einem Unfall.", []),
    ("Wie Siemens bekannt gab, wird der Vorstand kleiner.", ["Siemens: wird der Vorstand kleiner"]),
    ("Angela Merkel forderte die EU auf, den Plan zu prüfen.", ["Angela Merkel: den Plan zu prüfen"]),
    ("Laut Angela Merkel, der Kanzlerin, wurde eine Mannschaft zusammengestellt.", ["Angela Merkel: wurde eine Mannschaft zusammengestellt"]),
    ("Angela Merkel bezeichnete die Lage als ernst.", ["Angela Merkel: die Lage als ernst"]),
    ("Als Grund nannte Angela Merkel die Übernahme der Firma.", ["Angela Merkel: die Übernahme der Firma"]),
    ("Angela Merkel fiel mit der Forderung nach einem Verbot auf.", ["Angela Merkel: einem Verbot"]),
    ("Das Verbot hatte Ministerin Angela Merkel schon in Aussicht gestellt.", ["Angela Merkel: Das Verbot"]),
    (
        "Wichtige Impulse erhofft sich Olaf Scholz von einer Reise, in der es um Stahl geht.",
        ["Olaf Scholz: Wichtige Impulse erhofft sich Olaf Scholz von einer Reise"],
    ),
    ("Die Lage habe sich verändert, lautet die Logik von Siemens.", ["Siemens: Die Lage habe sich verändert"]),
    (
        "Ich bin traurig, dass wir verloren haben. So kommentierte Trainer Marcel Koller das Spiel.",
        ["Marcel Koller: Ich bin traurig, dass wir verloren haben"],
    ),
    (
        "Auch Kapitän Christian Fuchs war enttäuscht: Wir hatten unsere Chancen. Jetzt müssen wir besser spielen.",
        ["Christian Fuchs: Wir hatten unsere Chancen", "Christian Fuchs: Jetzt müssen wir besser spielen"],
    ),
    (
        "Die Grünen verweigerten Gerhard Kurzmann ihre Zustimmung: Das dürfe nicht sein, so der Abgeordnete Lambert Schönleitner.",
        ["Lambert Schönleitner: Das dürfe nicht sein"],
    ),
    ("Die Regierung gehört abgewählt, so Angela Merkel in einer Aussendung.", ["Angela Merkel: Die Regierung gehört abgewählt"]),
    (
        "Angela Merkel kündigte am Sonntag im Radio verstärkte Kontrollen an.",
        ["Angela Merkel: verstärkte Kontrollen"],
    ),
    ("Dies sei ein Fehler, sagten Angela Merkel und Olaf Scholz.", ["Angela Merkel: Dies sei ein Fehler", "Olaf Scholz: Dies sei ein Fehler"]),
    ("Angela Merkel hat angekündigt, im Herbst zurückzutreten.", ["Angela Merkel: im Herbst zurückzutreten"]),
    ("Die Reform kommt, heißt es bei Siemens.", ["Siemens: Die Reform kommt"]),
    ("Angela Merkel gab sich zuversichtlich, dass der Plan gelingt.", ["Angela Merkel: dass der Plan gelingt"]),
    ("Olaf Scholz ließ offen, ob er wieder antritt.", ["Olaf Scholz: ob er wieder antritt"]),
    ("Die SPD besteht darauf, die Steuern zu senken.", ["SPD: die Steuern zu senken"]),
    ("Olaf Scholz gab zu Protokoll, dass er nichts gesehen habe.", ["Olaf Scholz: dass er nichts gesehen habe"]),
    ("Angela Merkel trat dafür ein, dass die Steuern sinken.", ["Angela Merkel: dass die Steuern sinken"]),
    ("Auf die Frage, ob er antrete, antwortete Olaf Scholz mit einem Lächeln.", []),
    ("„Wir haben zu spät begonnen“, weiß Olaf Scholz.", ["Olaf Scholz: Wir haben zu spät begonnen"]),
    ("„Das ist“, sagte Angela Merkel, „ein wichtiger Schritt für das Land.“", [
        "Angela Merkel: ein wichtiger Schritt für das Land",
    ]),
    ("Wie der Sprecher der Bahn, Jan Moser, dem ORF bestätigte, wird die Strecke gesperrt.", [
        "Jan Moser: wird die Strecke gesperrt",
    ]),
    ("„Das prüfen wir noch“, hieß es auf Anfrage der Zeitung aus der SPD.", ["SPD: Das prüfen wir noch"]),
    ("Die Schauspielerin Eva Kern ist empört. Die Schauspielerin reichte Klage ein. Es sei großer Schaden entstanden.", [
        "Eva Kern: Es sei großer Schaden entstanden",
    ]),
    ("Angela Merkel war mit Freunden in Wien. Sie sei dort gestürzt.", []),
    ("Angela Merkel wird vorgeworfen, Geld genommen zu haben. Sie habe den Verein betrogen.", []),
    (
        "Olaf Scholz sagte, man sei bereit. Die Sonne scheint. Der Tag ist schön. Die Leute gehen aus. Das Wasser sei kalt.",
        ["Olaf Scholz: man sei bereit"],
    ),
    ("Die SPD hegt den Verdacht, die Firma könnte den Staat betrogen haben.", ["SPD: die Firma könnte den Staat betrogen haben"]),
    ("Nach Angaben von der Agentur Reuters ist der Zug entgleist.", ["Reuters: ist der Zug entgleist"]),
    ("Olaf Scholz stellte gestern sein Regierungsprogramm vor.", ["Olaf Scholz: sein Regierungsprogramm"]),
    ("Man werde die Sache prüfen, ließ die SPD wissen.", ["SPD: Man werde die Sache prüfen"]),
    ("Angela Merkel und Olaf Scholz sind sich einig, dass die Reform kommt.", [
        "Angela Merkel: dass die Reform kommt", "Olaf Scholz: dass die Reform kommt",
    ]),
    ("Der Stand ist in Halle 4. „Vielfalt ist unser Programm“, erklärte Olaf Scholz.", [
        "Olaf Scholz: Vielfalt ist unser Programm",
    ]),
    ("Von einem Skandal sprach am Dienstag Olaf Scholz.", ["Olaf Scholz: einem Skandal"]),
    ("Olaf Scholz hat eine Reform angekündigt, die vielen Menschen hilft.", [
        "Olaf Scholz: eine Reform angekündigt, die vielen Menschen hilft",
    ]),
    ("Angela Merkel sagte, Moser, ein Gärtner, habe die Tat geplant.", [
        "Angela Merkel: Moser, ein Gärtner, habe die Tat geplant",
    ]),
    ("Angela Merkel hat der SPD den Titel gewünscht.", []),
    ("Angela Merkel schloss Olaf Scholz von der Sitzung aus.", []),
    ("Siemens bestreitet sein erstes Gruppenspiel in Wien.", []),
    ("Die SPD demonstrierte unter dem Motto „Wir sind mehr“.", []),
    ("Ablehnung signalisierten die Freunde der „Rote Hilfe“.", []),
    ("Olaf Scholz hat ein Buch geschrieben. Seine Aussage ist, dass die Steuern sinken müssen.", [
        "Olaf Scholz: dass die Steuern sinken müssen",
    ]),
    ("Angela Merkel verurteilte den Überfall als feige Tat.", ["Angela Merkel: den Überfall als feige Tat"]),
    ("Siemens wies die Vorwürfe als haltlos zurück.", ["Siemens: die Vorwürfe als haltlos"]),
    ("Olaf Scholz kritisierte die Pläne der EU als „teuren Unsinn“.", ["Olaf Scholz: teuren Unsinn"]),
    ("Olaf Scholz attackierte die Firma als den „größten Betrüger des Landes“.", ["Olaf Scholz: größten Betrüger des Landes"]),
    ("Angela Merkel würdigte Helmut Kohl als „großen Europäer“.", ["Angela Merkel: großen Europäer"]),
    ("Angela Merkel würdigte Helmut Kohl als großen Europäer.", []),
    ("Olaf Scholz kritisierte den Plan, als er in Wien war.", []),
    ("Olaf Scholz kritisierte als Erster den Plan.", []),
    ("Die SPD hat einen Antrag eingebracht. Das Wetter war schön. In dem Antrag heißt es, die Steuern seien zu hoch.", [
        "SPD: die Steuern seien zu hoch",
    ]),
    ("Olaf Scholz gab nach. „Ich trete nicht mehr an“, hieß es in einer Erklärung.", ["Olaf Scholz: Ich trete nicht mehr an"]),
    ("In ihrer Rede mahnte Angela Merkel zur Ruhe. „Wir bleiben stark“, hieß es in der Rede.", [
        "Angela Merkel: Ruhe", "Angela Merkel: Wir bleiben stark",
    ]),
    ("Siemens hat ein Konzept vorgelegt. Darin heißt es, der Umsatz werde steigen.", ["Siemens: der Umsatz werde steigen"]),
    ("Seitens der SPD hieß es am Montag, man sei bereit.", ["SPD: man sei bereit"]),
    ("In der Meldung auf der Homepage von Siemens heißt es wörtlich: „Wir bauen keine Stellen ab.“", [
        "Siemens: Wir bauen keine Stellen ab",
    ]),
    ("Aus dem Büro von Angela Merkel hieß es, man prüfe den Fall.", ["Angela Merkel: man prüfe den Fall"]),
    ("Das Fazit des Berichts von Siemens lautete: „Die Lage hat sich deutlich gebessert.“", [
        "Siemens: Die Lage hat sich deutlich gebessert",
    ]),
    ("Angela Merkel wies die Kritik zurück.", []),
    ("Angela Merkel warf der EU vor, den Plan zu ignorieren.", ["Angela Merkel: den Plan zu ignorieren"]),
    ("Die SPD und die CDU werfen sich vor, den Plan zu ignorieren.", []),
    ("Kritiker werfen der EU Abschottung vor.", []),
    ("Die Analyse von Jan Moser überrascht nicht: „Das ist ein Fehler der Bank.“", ["Jan Moser: Das ist ein Fehler der Bank"]),
    ("Angela Merkel bat die EU, den Plan zu prüfen.", []),
    ("Nach Recherchen des ORF war die Bank pleite.", ["ORF: war die Bank pleite"]),
    ("Anwohner berichteten von Schüssen.", ["Anwohner: Schüssen"]),
    ("Nach Angaben der Behörden fuhr der Bus nach Prag.", ["Behörden: fuhr der Bus nach Prag"]),
    ("Ein Anwalt sagte, das Urteil sei falsch.", ["Anwalt: das Urteil sei falsch"]),
    ("Jan Moser stellte der Vollversammlung einen Bericht vor.", ["Jan Moser: einen Bericht"]),
    ("Den Familien sprach Jan Moser sein Beileid aus.", ["Jan Moser: sein Beileid"]),
    ("Ein Sprecher von Siemens sagte, die Lage sei gut.", ["Sprecher von Siemens: die Lage sei gut"]),
    ("Siemens baut Stellen ab. Ein Sprecher von Siemens sagte, die Lage sei gut.", ["Siemens: die Lage sei gut"]),
    ("Die Taliban sind stark. Ein Talibansprecher sagte, man werde siegen.", ["Talibansprecher: man werde siegen"]),
    ("Angela Merkel erklärte die Bereitschaft zu einem Treffen.", ["Angela Merkel: die Bereitschaft zu einem Treffen"]),
    ("Angela Merkel ist zuversichtlich, dass der Plan gelingt.", ["Angela Merkel: dass der Plan gelingt"]),
    ("„Wir werden das schaffen“, ist Trainer Jonas Weber sicher.", ["Jonas Weber: Wir werden das schaffen"]),
    ("Es ist sicher, dass Angela Merkel kommt.", []),
    ("Ministerin Angela Merkel hält die Forderung der SPD für überzogen.", ["Angela Merkel: die Forderung der SPD für überzogen"]),
    ("Angela Merkel hielt eine Rede für den Verein.", []),
    ("Angela Merkel sieht keinen Anlass für Reformen.", ["Angela Merkel: keinen Anlass für Reformen"]),
    ("Wie aus einem Bericht von Siemens hervorgeht, sinkt der Umsatz.", ["Siemens: sinkt der Umsatz"]),
    ("Ein Reporter des ORF berichtete, die Straßen seien gesperrt.", ["ORF: die Straßen seien gesperrt"]),
    ("Angela Merkel wies die Kritik zurück. Ihr Land halte sich an die Regeln.", ["Angela Merkel: Ihr Land halte sich an die Regeln"]),
    ("Vertreter der deutschen Bauverbände warnten vor einem „drohenden Abfluss von Wissen“.", []),
    (
        "Angela Merkel sprach von Erfolgen. Das „Eurosur“-System wird gebaut. Es hilft allen. Der Name „Eurosur“ bleibt.",
        ["Angela Merkel: Erfolgen"],
    ),
    (
        "Der Umsatz steigt. Das teilte Siemens mit. Demnach wächst der Gewinn kräftig.",
        ["Siemens: Der Umsatz steigt", "Siemens: wächst der Gewinn kräftig"],
    ),
    ("Die Fahne, die den Namen „Morning Star“ hat und Kora heißt, zeigte Angela Merkel nicht.", []),
    ("Angela Merkel erklärte das Thema für beendet.", ["Angela Merkel: das Thema für beendet"]),
    ("US-Experten schlossen einen Anschlag aus.", []),
    ("Angela Merkel hatte erfahren, dass der Plan gescheitert ist.", []),
    ("Angela Merkel plant, die Befugnisse zu erweitern.", []),
    ("Angela Merkel bestätigte den Bericht nicht.", []),
    ("Angela Merkel widersprach der Ansicht, dass die Lage ernst ist.", []),
    ("Nach Angaben von Siemens, die der Zeitung vorliegen, sinkt der Umsatz.", ["Siemens: sinkt der Umsatz"]),
    ("Angela Merkel gab bekannt, sie wolle am Freitag ihren Rücktritt erklären.", ["Angela Merkel: sie wolle am Freitag ihren Rücktritt erklären"]),
    (
        "Oftmals habe er vor der Tür gewartet, so Angela Merkel, die auch angab, dass die Polizei nicht kam.",
        ["Angela Merkel: Oftmals habe er vor der Tür gewartet", "Angela Merkel: dass die Polizei nicht kam"],
    ),
    (
        "Dabei soll es Unterschiede geben: Während die Preise konstant bleiben, erwartet Angela Merkel eine Steigerung.",
        ["Angela Merkel: eine Steigerung"],
    ),
    ("Angela Merkel zeigte seine Dokumentation „Eine unbequeme Wahrheit“.", []),
    ("Jonas Weber erläuterte die Politik aus Sicht Chinas.", []),
    ("Der Umsatz sinke, sagte Angela Merkel. Ein Mann soll dabei gestorben sein.", ["Angela Merkel: Der Umsatz sinke"]),
    (
        "Ein Sprecher von Siemens sagte: „Wir sind bereit.“ Zur Panik bestehe keine Veranlassung.",
        ["Sprecher von Siemens: Wir sind bereit", "Sprecher von Siemens: Zur Panik bestehe keine Veranlassung"],
    ),
    (
        "Angela Merkel bezeichnete die Lage als ernst und kündigte an, einen Vertreter zu entsenden.",
        ["Angela Merkel: die Lage als ernst", "Angela Merkel: einen Vertreter zu entsenden"],
    ),
    ("Angela Merkel sprach sich am Montag gegen ein Verbot aus.", ["Angela Merkel: gegen ein Verbot"]),
    ("Angela Merkel sprach sich dafür aus, die Löhne zu erhöhen.", ["Angela Merkel: die Löhne zu erhöhen"]),
    ("Präsident Jens Weidmann ist der Ansicht, dass die Zinsen steigen müssen.", ["Jens Weidmann: dass die Zinsen steigen müssen"]),
    ("Angela Merkel ließ durchblicken, dass sie im Herbst nicht mehr antritt.", ["Angela Merkel: dass sie im Herbst nicht mehr antritt"]),
    ("Berichte, wonach sie zurücktreten wolle, wies Angela Merkel zurück.", []),
    ("Der Verfassungsschutz stuft die Gruppe als rechtsextrem ein.", ["Verfassungsschutz: die Gruppe als rechtsextrem"]),
    (
        "Einem Polizeisprecher zufolge wurden drei Menschen verletzt. Die Kölner Polizei ermittelt.",
        ["Polizeisprecher: wurden drei Menschen verletzt"],
    ),
    ("Für Angela Merkel ist klar: Die Stadt muss handeln.", ["Angela Merkel: Die Stadt muss handeln"]),
    ("Neuwahlen sind für Angela Merkel unausweichlich.", ["Angela Merkel: Neuwahlen sind für Angela Merkel unausweichlich"]),
    ("Das ist klar für die Partei", []),
    ("Ministerin Eva Berger hält Jonas Weber für schuldig.", ["Eva Berger: Jonas Weber für schuldig"]),
    ("Für Jonas Weber war der Weg zu weit.", []),
    ("Für Jonas Weber ist es die dritte Saison bei Rapid.", []),
    ("Die Partei SPD hatte den Standpunkt vertreten, das Gericht sei nicht zuständig.", ["SPD: das Gericht sei nicht zuständig"]),
    ("Außerdem ließ Siemens verlauten, dass der Umsatz sinkt.", ["Siemens: dass der Umsatz sinkt"]),
    (
        "Angela Merkel sprach von Fehlern und forderte die EU auf, die Reform nicht auf Kosten der Bürger voranzutreiben.",
        ["Angela Merkel: Fehlern", "Angela Merkel: die Reform nicht auf Kosten der Bürger voranzutreiben"],
    ),
    ("Die SPD sieht sich ebenso wie die Grünen mit einem Verbot konfrontiert.", []),
    ("In den Jahren, in denen die Firma wächst, verfügt Angela Merkel über eine Mehrheit.", []),
    ("Er habe niemanden bestochen, wird der Lobbyist Jonas Weber zitiert.", ["Jonas Weber: Er habe niemanden bestochen"]),
    ("Man sei auf gutem Weg, hatte zuvor Ministerin Angela Merkel erklärt.", ["Angela Merkel: Man sei auf gutem Weg"]),
    ("Auch Olaf Scholz übte Kritik. Die Regierung lasse die Gemeinden im Stich.", ["Olaf Scholz: Die Regierung lasse die Gemeinden im Stich"]),
    ("Als Fehler bezeichnete Angela Merkel die Pläne.", ["Angela Merkel: Als Fehler bezeichnete Angela Merkel die Pläne"]),
    (
        "Angela Merkel: Die Karte hat sich verändert. Neue Staaten haben sich gebildet. "
        "Olaf Scholz: Das Land wird in die Pflicht genommen. Ein Ausbau ist nicht der richtige Weg. (jo)",
        [
            "Angela Merkel: Die Karte hat sich verändert", "Angela Merkel: Neue Staaten haben sich gebildet",
            "Olaf Scholz: Das Land wird in die Pflicht genommen", "Olaf Scholz: Ein Ausbau ist nicht der richtige Weg",
        ],
    ),
    ("Köln: Ein Mann stirbt bei einem Unfall. Der Täter floh zu Fuß. Wien: Ein Haus brennt nachts.", []),
    ("Laut Anklage hat sie Geld erhalten. Angela Merkel bestreitet das.", []),
    (
        "Der Bundesgerichtshof (BGH) in Karlsruhe hat die Berliner Musikband Landser als kriminelle Vereinigung eingestuft.",
        ["Bundesgerichtshof: die Berliner Musikband Landser als kriminelle Vereinigung"],
    ),
    ("Die Regierung plant Kürzungen. Das kritisierte Angela Merkel scharf.", []),
    ("Der Umsatz steigt. Das bestätigte Siemens am Montag.", ["Siemens: Der Umsatz steigt"]),
    ("Aus Sicht von Angela Merkel ist die Lage ernst.", ["Angela Merkel: ist die Lage ernst"]),
    ("Olaf Scholz widersprach. Seiner Ansicht nach ist das Urteil falsch.", ["Olaf Scholz: ist das Urteil falsch"]),
    ("Siemens baut nach eigenen Angaben 3.000 Stellen ab.", []),
    (
        "Die Lage sei gut, erklärte Olaf Scholz. Es gibt demnach keinen Grund zur Sorge.",
        ["Olaf Scholz: Die Lage sei gut", "Olaf Scholz: Es gibt demnach keinen Grund zur Sorge"],
    ),
    (
        "Die Kölner Polizei sperrte den Platz. Zwölf Menschen wurden nach Polizeiangaben verletzt.",
        ["Kölner Polizei: Zwölf Menschen wurden nach Polizeiangaben verletzt"],
    ),
    ("Olaf Scholz drohen bis zu drei Jahre Haft wegen des Versuchs, die Wähler zu täuschen.", []),
    ("Olaf Scholz hatte aus Briefen zitiert, die Angela Merkel an den Verein geschrieben hatte.", []),
    ("Angela Merkel machte laut Bild deutlich, wie ernst die Lage sei.", ["Angela Merkel: wie ernst die Lage sei"]),
    (
        "Die Kanzlei sei bereits beauftragt, den Entwurf der Firma „aus anderer Perspektive“ zu bewerten, sagte Olaf Scholz.",
        ["Olaf Scholz: Die Kanzlei sei bereits beauftragt, den Entwurf der Firma „aus anderer Perspektive“ zu bewerten"],
    ),
    ("„Das ist ein Skandal“, schreibt die „taz“.", ["taz: Das ist ein Skandal"]),
    ("Nach „Spiegel“-Informationen geht Olaf Scholz.", ["Der Spiegel: geht Olaf Scholz"]),
    ("Es gab Streit, bei dem Soldaten laut Reuters Warnschüsse abgaben.", ["Reuters: bei dem Soldaten laut Reuters Warnschüsse abgaben"]),
    ("Angela Merkel, die lange geschwiegen hatte, kritisierte den Plan.", []),
    ("Am Montag hatte Angela Merkel, die Kanzlerin, erklärt, sie bleibe.", ["Angela Merkel: sie bleibe"]),
    (
        "Angela Merkel sagte, Europa sei ein „Opfer des Krieges“ und müsse handeln.",
        ["Angela Merkel: Europa sei ein „Opfer des Krieges“ und müsse handeln"],
    ),
    (
        "Olaf Scholz bezeichnete den Prozess als Farce und beteuerte seine Unschuld.",
        ["Olaf Scholz: den Prozess als Farce", "Olaf Scholz: seine Unschuld"],
    ),
    ("Olaf Scholz kritisiert, dass die Bank den Betrügern diene.", ["Olaf Scholz: dass die Bank den Betrügern diene"]),
    ("Von Olaf Scholz werden Reformen gefordert.", ["Olaf Scholz: Reformen"]),
    ("Die SPD meldete 800 Autos, die in der Nacht brannten.", ["SPD: 800 Autos, die in der Nacht brannten"]),
    ("Aus der SPD ist zu hören, Angela Merkel habe den Film bestellt.", ["SPD: Angela Merkel habe den Film bestellt"]),
    ("Angela Merkel hörte in Wien, dass die Lage ernst ist.", []),
    (
        "Die SPD kritisierte den Stil scharf: So sagte Olaf Scholz, Chef der Fraktion: „Man kann keine Reform verordnen.“",
        ["Olaf Scholz: Man kann keine Reform verordnen"],
    ),
    ("In einer Stellungnahme der SPD wird betont, dass die Reform gelingt.", ["SPD: dass die Reform gelingt"]),
    ("Wie Siemens am Montag bekannt gab, wird der Umsatz sinken.", ["Siemens: wird der Umsatz sinken"]),
    ("Angela Merkel betonte, in den meisten Ländern seien die Preise gestiegen.", [
        "Angela Merkel: in den meisten Ländern seien die Preise gestiegen",
    ]),
    ("Olaf Scholz hatte gesagt, die Fraktionen müssten einbezogen werden.", [
        "Olaf Scholz: die Fraktionen müssten einbezogen werden",
    ]),
    ("Jan Moser wird von der Agentur Reuters mit den Worten zitiert, er habe nichts gewusst.", [
        "Jan Moser: er habe nichts gewusst",
    ]),
    ("Den Vorschlag hält Olaf Scholz für falsch.", ["Olaf Scholz: Den Vorschlag hält Olaf Scholz für falsch"]),
    ("Die Anwendung der Regel in Berlin stellte der Parteichef Olaf Scholz in Frage.", [
        "Olaf Scholz: Die Anwendung der Regel in Berlin",
    ]),
    ("Siemens begründete den Schritt mit der hohen Inflation.", ["Siemens: der hohen Inflation"]),
    ("Den Wert des Konzerns beziffert Siemens auf 17 Milliarden Euro.", [
        "Siemens: Den Wert des Konzerns beziffert Siemens auf 17 Milliarden Euro",
    ]),
    ("Die SPD beschloss, eine Studie zu erstellen.", []),
    ("Angela Merkel zeigte sich besorgt über die Lage in Syrien.", ["Angela Merkel: besorgt über die Lage in Syrien"]),
    ("Olaf Scholz äußerte sich kritisch über die Pläne der EU.", ["Olaf Scholz: kritisch über die Pläne der EU"]),
    ("Angela Merkel zeigte sich am Montag in der Stadt.", []),
    ("Olaf Scholz tritt zurück, berichtete der Standard am Montag.", ["Der Standard: Olaf Scholz tritt zurück"]),
    ("Der Stern leuchtet. Olaf Scholz folgt dem Standard.", []),
    ("Von einem „klaren Verrat“ der CDU sprach der SPD-Politiker Jan Moser.", ["Jan Moser: klaren Verrat"]),
    ("Nach Angaben von Jan Moser, dem Leiter, befanden sich Gäste im Haus.", ["Jan Moser: befanden sich Gäste im Haus"]),
    ("Dem Sender al-Dschasira zufolge wird das Schiff gefahren.", ["Al-Jazeera: wird das Schiff gefahren"]),
    ("Es ist die letzte Kür, die so ausgetragen wird, wie die FIFA am Montag bekannt gab.", [
        "Fifa: Es ist die letzte Kür, die so ausgetragen wird",
    ]),
    ("Der „Stern“, der heute über Aussagen des Gutachters berichtet, wird gelesen.", ["Stern: Aussagen des Gutachters"]),
    ("Selbst wenn die SPD gewählt wird, droht ihr der Austritt vieler Mitglieder.", []),
    ("Russland ist aufgerufen, die Truppen abzuziehen.", []),
    ("Die CDU beschloss einen Antrag, welcher das Vorgehen rügt und die SPD auffordert, den Plan zurückzunehmen.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), STATEMENTS)
def test_statement(nlp: Language, text: str, said: list[str]) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    reading = read(article, doc, DE)
    names = {entity.id: entity.name for entity in reading.entities if entity.named}
    claims = [c for c in reading.claims if c.predicate == "said" and c.subject in names]
    assert sorted(f"{names[c.subject]}: {c.object}" for c in claims) == sorted(said)


DENIALS = [  # a statement about what is not is a statement; where it is said, not what it is about
    ("Angela Merkel sieht keinen Anlass für Reformen.", Factuality.ASSERTED),
    ("Angela Merkel schloss einen Rücktritt nicht aus.", Factuality.ASSERTED),
    ("Angela Merkel warnte vor einer Spaltung Europas.", Factuality.ASSERTED),
    ("Angela Merkel warnte vor den Wahlen am 3. Mai 2021.", Factuality.ASSERTED),
    ("„Die SPD ist tot“, soll Angela Merkel gesagt haben.", Factuality.REPORTED),
]


@pytest.mark.parametrize(("text", "factuality"), DENIALS)
def test_denial(nlp: Language, text: str, factuality: Factuality) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    (claim,) = [c for c in read(article, doc, DE).claims if c.predicate == "said"]
    assert (claim.factuality, claim.time, claim.place) == (factuality, None, None)


def test_who_cites_is_where_a_statement_is_known_from(nlp: Language) -> None:
    text = "Die Agentur Reuters zitiert Angela Merkel mit den Worten: „Diese Banken haben ihren Sinn verloren.“"
    article, doc = next(parse(nlp, [article_from_text(text)]))
    (claim,) = [c for c in read(article, doc, DE).claims if c.predicate == "said"]
    assert (claim.subject, claim.factuality) == ("person/angela-merkel", Factuality.REPORTED)
    assert claim.source == "organization/reuters"
