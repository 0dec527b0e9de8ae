"""Posts in a party's group of a parliament, colleagues and incumbents: text, what must be claimed, what must not."""

import pytest
from spacy.language import Language
from test_offices import claims

ALL = ("alliances/", "frames/", "mandates/", "offices/", "succession")
ROWS: list[tuple[str, set[str], set[str]]] = [
    (
        "Die Klubchefin der Neos im Nationalrat, Eva Moser, kam.",
        {"Eva Moser heads Neos", "Eva Moser memberOf Neos", "Eva Moser memberOf Nationalrat"},
        {"Neos memberOf Nationalrat"},
    ),
    ("Die Grünen im Bundestag sind dagegen.", {"Die Grünen memberOf Bundestag"}, set()),
    (
        "FDP-Fraktionschef Jan Moser sprach für die FDP-Landtagsfraktion.",
        {"Jan Moser heads FDP-Landtagsfraktion", "Jan Moser memberOf FDP"},
        {"Jan Moser heads FDP"},
    ),
    (
        "Der stellvertretende SPD-Fraktionsvorsitzende Jan Moser sprach für die SPD-Fraktion.",
        {"Jan Moser worksFor SPD-Fraktion"},
        {"Jan Moser heads SPD-Fraktion"},
    ),
    (
        "Die Sprecherin der Fraktion der SPD im Bundestag, Eva Moser, kam.",
        {"Eva Moser memberOf SPD", "Eva Moser memberOf Bundestag"},
        set(),
    ),
    (
        "Eva Moser (ÖVP) und ihr Klubkollege Jan Huber kamen.",
        {"Jan Huber memberOf ÖVP"},
        {"Jan Huber worksFor Eva Moser"},
    ),
    (
        "Ministerin Eva Moser (SPÖ) lobte Mosers Fraktionskollegen Jan Huber.",
        set(),
        {"Jan Huber worksFor Eva Moser", "Jan Huber worksFor Österreich"},
    ),
    (
        "Frankreich wählt. In Frankreich tritt bei der Präsidentschaftswahl Amtsinhaber François Moreau an.",
        {"François Moreau heads Frankreich"},
        set(),
    ),
    ("In Frankreich tritt Amtsinhaber Jean Moreau an.", set(), {"Jean Moreau heads Frankreich"}),
    ("Seit dem Amtsantritt von Eva Moser als Chefin der OMV ist das so.", {"Eva Moser heads OMV"}, set()),
    ("Die Angelobung von Jan Huber als Präsident Litauens war kurz.", {"Jan Huber heads Litauen"}, set()),
    (
        "Die polnische Menschenrechtsbeauftragte Eva Nowak kam.",
        {"Eva Nowak worksFor Polen"},
        {"Eva Nowak represents Polen"},
    ),
    ("Der EU-Beauftragte Jan Huber kam.", {"Jan Huber represents EU"}, set()),
    ("Jan Kern, ein Klimaexperte vom WWF sagte, das sei gut.", {"Jan Kern worksFor WWF"}, set()),
    (
        "Zudem hält die Ministerin Eva Kern von der FDP nichts von einem Verbot.",
        {"Eva Kern memberOf FDP"},
        {"Eva Kern criticised FDP"},
    ),
    ("Der den Demokraten angehörende Senator John Moser kam.", {"John Moser memberOf Demokraten"}, set()),
    ("Die den Grünen nahestehende Abgeordnete Eva Moser kam.", set(), {"Eva Moser memberOf Die Grünen"}),
    (
        "Der frühere Präsident des Irak, Karim Hassan, schwieg. Hassan kam mit seinem ehemaligen Vizepräsidenten Taha Salim.",
        {"Taha Salim worksFor Irak former", "Taha Salim worksFor Karim Hassan former"},
        {"Taha Salim heads Irak former"},
    ),
    (
        "Präsident Karim Hassan schwieg. Hassans Geheimdienstchef Taha Salim sprach.",
        {"Taha Salim worksFor Karim Hassan"},
        set(),
    ),
    ("Jan Moser ist der mächtigste Trainer Österreichs.", set(), {"Jan Moser worksFor Österreich"}),
    (
        "Angela Merkel ist Kanzlerin von Deutschland. Alle warten. Die Lage ist schlecht. Merkels Amtsvorgänger Gerhard Schröder kam.",
        {"Gerhard Schröder heads Deutschland former"},
        set(),
    ),
    ("Uiguren wie Dolkun Isa leben im Exil.", {"Dolkun Isa memberOf Uiguren"}, set()),
    ("Mehrere Sunniten, darunter auch Ali Hassan, lehnten ab.", {"Ali Hassan memberOf Sunniten"}, set()),
    ("Mehrere Demonstranten, darunter Ali Hassan, kamen.", set(), {"Ali Hassan memberOf Demonstranten"}),
    ("Der Vatikan-Experte Paolo Russo kam.", set(), {"Paolo Russo worksFor Vatikan", "Paolo Russo represents Vatikan"}),
    ("Eva Moser, die Syrien-Sprecherin der Partei, kam.", set(), {"Eva Moser represents Syrien"}),
    ("Papst Franziskus kam. Die Katholische Jugend schwieg.", set(), {"Franziskus heads Katholische Jugend"}),
    ("Senator Jan Moser von der SPD kam. Der US-Senat tagte.", set(), {"Jan Moser memberOf US-Senat"}),
    ("Die griechische Abgeordnete Eva Pappas kam in den Bundestag.", set(), {"Eva Pappas memberOf Bundestag"}),
    (
        "Der Fraktionschef der CSU im Münchner Stadtrat, Jan Moser, kam. Die CSU-Landtagsfraktion wartet.",
        {"Jan Moser memberOf Münchner Stadtrat"},
        {"Jan Moser heads CSU-Landtagsfraktion"},
    ),
    ("Der Vatikan-Sprecher Paolo Russo kam.", {"Paolo Russo represents Vatikan"}, set()),
    ("Der Syrien-Experte Paolo Russo kam.", set(), {"Paolo Russo worksFor Syrien"}),
    ("Das sagte die frühere Ministerin in Hessen, Eva Moser.", {"Eva Moser worksFor Hessen former"}, set()),
    ("Jan Moser, der Chef des Schiffseigners Lindner AG, kam.", {"Jan Moser heads Lindner AG"}, set()),
    ("Papst Franziskus kam. Die katholische Kirche schwieg.", {"Franziskus heads Katholische Kirche"}, set()),
    ("Nordbau-Geschäftsführer Karsten Moser kam.", {"Karsten Moser heads Nordbau"}, set()),
    (
        "Eva Mosers Fraktionskollege im Landtag, Jan Huber, kam. Der Landtag tagte.",
        {"Jan Huber memberOf Landtag"},
        set(),
    ),
    (
        "Der Chef der Caritas, der frühere Minister Jan Moser, kam.",
        {"Jan Moser heads Caritas"},
        {"Chef der Caritas heads Caritas"},
    ),
    ("Jan Moser kämpfte für die Ziele seiner Partei, der SPD.", {"Jan Moser memberOf SPD"}, set()),
    (
        "Am Montag schlug der SPD-Chef Karl Huber den Juristen Jan Moser als Nachfolger von Eva Kern vor.",
        {"Jan Moser succeeded Eva Kern planned"},
        {"Karl Huber succeeded Eva Kern planned"},
    ),
    ("Er ist gegen die Politik der US-Regierung von Präsident Carl Moser.", {"Carl Moser heads US-Regierung"}, set()),
    (
        "In Georgien ist die Ministerin für Strafvollzug Chatuna Kalandia zurückgetreten. Georgien wartet.",
        {"Chatuna Kalandia worksFor Georgien"},
        set(),
    ),
    ("Im Senat stimmte Senator John Moser dagegen.", {"John Moser memberOf Senat"}, set()),
    (
        "Siemens baut um. Der Vorsitzende des Betriebsrats, Jan Moser, kritisierte Siemens.",
        {"Jan Moser worksFor Siemens", "Jan Moser heads Betriebsrat"},
        set(),
    ),
    (
        "Der Aufsichtsrat der OMV tagte. Jan Moser, Vorsitzender des Betriebsrats der Stadt Graz, kam. Siemens wartet. Siemens baut.",
        set(),
        {"Jan Moser worksFor Siemens"},
    ),
    ("Neos-Frontmann Jan Moser kam.", {"Jan Moser heads Neos"}, set()),
    ("Eva Moser kritisierte ihren SPÖ-Kollegen Jan Huber.", {"Jan Huber memberOf SPÖ"}, set()),
    (
        "Das Landgericht Köln entschied anders. Nun tagte das Amtsgericht Bonn. Richter Jan Moser sprach von Absicht.",
        {"Jan Moser worksFor Amtsgericht Bonn"},
        {"Jan Moser worksFor Landgericht Köln"},
    ),
    (
        "Der Landtag und der Nationalrat sind neu. Der Nationalrat tagte. Das sagte der Abgeordnete Jan Moser.",
        {"Jan Moser memberOf Nationalrat"},
        {"Jan Moser memberOf Landtag"},
    ),
    (
        "Eva Moser wurde 2005 unter Präsident Karl Huber Außenministerin in Polen.",
        {"Eva Moser worksFor Karl Huber"},
        set(),
    ),
    (
        "Karl Huber ist Präsident der Notenbank. Jan Moser, Hubers Stellvertreter, kam.",
        {"Jan Moser worksFor Notenbank"},
        set(),
    ),
    ("Jan Moser war der jüngste Chef einer DGB-Gewerkschaft.", set(), {"Jan Moser heads DGB-Gewerkschaft"}),
    (
        "Sowohl der Chef der SPD, Jan Moser, als auch die Chefin der CDU, Eva Kern, kritisierten die FDP.",
        {"Jan Moser criticised FDP", "Eva Kern criticised FDP"},
        {"Jan Moser criticised Eva Kern"},
    ),
    (
        "Der bisherige UN-Sondergesandte für Afghanistan war der Franzose Jean Arnault.",
        {"Jean Arnault represents UN former"},
        set(),
    ),
    (
        "Der Aufsichtsrat der Deutschen Bahn bestellte Eva Moser zur Finanzchefin.",
        {"Eva Moser worksFor Deutsche Bahn"},
        {"Eva Moser worksFor Aufsichtsrat"},
    ),
    ("Der Aufsichtsrat wählte Eva Moser zur Vorsitzenden.", {"Eva Moser heads Aufsichtsrat"}, set()),
    (
        "Der stellvertretende Ministerpräsident Suthep Moser sprach in Thailand. Die Menge griff den Ministerpräsidenten an.",
        {"Suthep Moser worksFor Thailand"},
        {"Suthep Moser heads Thailand"},
    ),
    (
        "Das empfahl der EU-Kommissar für Erweiterung und Nachbarschaftspolitik Štefan Füle in Brüssel.",
        {"Štefan Füle worksFor EU"},
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected", "wrong"), ROWS)
def test_claims(nlp: Language, text: str, expected: set[str], wrong: set[str]) -> None:
    found = claims(nlp, text, ALL)
    assert expected <= found
    assert not wrong & found
