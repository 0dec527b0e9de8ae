"""Stances told by adverbial nouns, idioms, judgements in what somebody says, and what somebody is called."""

import pytest
from spacy.language import Language
from test_offices import reading

STANCES = {"criticised", "demandedFrom", "pressured", "protestedAgainst", "rejected", "supported"}

ROWS = [  # text, the stances asserted in it
    (
        "Trotz der Kritik der SPD hält Olaf Scholz an der Rentenreform fest.",
        {"SPD criticised Olaf Scholz", "Olaf Scholz supported Rentenreform"},
    ),
    ("Trotz Widerstands der Gewerkschaft Verdi schließt Siemens das Werk.", {"Verdi rejected Siemens"}),
    ("Gegen den Willen der SPD beschloss die CDU die Rentenreform.", {"SPD rejected Rentenreform"}),
    ("Der Bundestag beschloss die Rentenreform gegen die Stimmen der FDP.", {"FDP rejected Rentenreform"}),
    ("Mit den Stimmen der SPD wurde die Rentenreform beschlossen.", {"SPD supported Rentenreform"}),
    ("Angela Merkel reiste auf Einladung von Barack Obama ab.", {"Barack Obama demandedFrom Angela Merkel"}),
    ("Olaf Scholz hat kein Verständnis für Angela Merkel.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Olaf Scholz kann der Rentenreform nichts abgewinnen.", {"Olaf Scholz criticised Rentenreform"}),
    ("Olaf Scholz kann der Rentenreform einiges abgewinnen.", {"Olaf Scholz supported Rentenreform"}),
    ("Kein gutes Haar ließ die FDP an Olaf Scholz.", {"FDP criticised Olaf Scholz"}),
    ("Für die FDP ist Olaf Scholz nicht mehr tragbar.", {"FDP criticised Olaf Scholz"}),
    ("Für Olaf Scholz ist Angela Merkel gefährlich.", set()),
    ("Olaf Scholz sieht in der Rentenreform einen Angriff auf die Ärmsten.", {"Olaf Scholz criticised Rentenreform"}),
    ("Die CDU agiere verantwortungslos, meinte Olaf Scholz.", {"Olaf Scholz criticised CDU"}),
    ("Die CDU habe die Wähler belogen, sagte Olaf Scholz.", {"Olaf Scholz criticised CDU"}),
    ("Helmut Kohl sei ein großer Europäer gewesen, sagte Angela Merkel.", {"Angela Merkel supported Helmut Kohl"}),
    ("Die SPD zeigte sich mit der Rentenreform nicht zufrieden.", {"SPD criticised Rentenreform"}),
    ("Die SPD zeigte sich mit der Rentenreform zufrieden.", {"SPD supported Rentenreform"}),
    ("Wladimir Putin schwieg. Der Putin-Kritiker Jan Moser floh.", {"Jan Moser criticised Wladimir Putin"}),
    ("Der SPD-nahe Ökonom Jan Moser reiste ab.", {"Jan Moser supported SPD"}),
    ("Der prorussische Politiker Jan Moser lebt in Russland.", {"Jan Moser supported Russland"}),
    ("Olaf Scholz will die Steuern senken. Das lehnt die CDU ab.", {"CDU rejected Olaf Scholz"}),
    ("Olaf Scholz will die Steuern senken. Kritik kommt von der CDU.", {"CDU criticised Olaf Scholz"}),
    (
        "Olaf Scholz will die Steuern senken. Kritik an Angela Merkel kommt von der CDU.",
        {"CDU criticised Angela Merkel"},
    ),
    ("Die Rentenreform soll im Herbst kommen. Die FDP ist dagegen.", {"FDP rejected Rentenreform"}),
    ("Die SPD beschloss die Rentenreform. Dafür spricht sich auch die FDP aus.", {"FDP supported Rentenreform"}),
    ("Olaf Scholz spricht in Berlin. Die CDU ist dagegen, dass er bleibt.", set()),
    ("Olaf Scholz sagte über Angela Merkel, sie sei unfähig.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Olaf Scholz beklagte, die CDU blockiere alles.", {"Olaf Scholz criticised CDU"}),
    ("Am Montag verurteilte das EU-Parlament die Rentenreform.", {"EU-Parlament criticised Rentenreform"}),
    ("Greenpeace reagierte mit Entsetzen auf den Anschlag in Aleppo.", {"Greenpeace criticised Anschlag in Aleppo"}),
    ("In der SPD regt sich Widerstand gegen Olaf Scholz.", {"SPD rejected Olaf Scholz"}),
    ("In Berlin wächst die Kritik an Olaf Scholz.", set()),
    ("Wenig begeistert reagierte die SPD auf den Vorschlag von Angela Merkel.", {"SPD criticised Angela Merkel"}),
    ("Die SPD steht dem Plan von Angela Merkel skeptisch gegenüber.", {"SPD criticised Angela Merkel"}),
    ("Olaf Scholz attestierte der CDU Versagen.", {"Olaf Scholz criticised CDU"}),
    ("„Das ist zynisch“, sagte Olaf Scholz zum Vorschlag von Angela Merkel.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Olaf Scholz sagte, die Berlinale sei „ein gutes Ereignis“.", {"Olaf Scholz supported Berlinale"}),
    ("Die FDP trägt die Rentenreform nicht mit.", {"FDP rejected Rentenreform"}),
    ("Dass die FDP die Rentenreform ablehnt, ist neu.", {"FDP rejected Rentenreform"}),
    ("Der Vorschlag von Olaf Scholz kam bei der CDU nicht gut an.", {"CDU criticised Olaf Scholz"}),
    ("Russland schwieg. Jan Moser sprach kritisch und freundlich.", set()),
    ("Unterstützt wird Angela Merkel von Olaf Scholz.", {"Olaf Scholz supported Angela Merkel"}),
    ("Begrüßt wurde der Vorstoß der FDP von der SPD.", {"SPD supported FDP"}),
    ("Abgelehnt wird der Vorschlag von Olaf Scholz.", set()),
    ("Scharf kritisiert wurde Angela Merkel von der SPD.", {"SPD criticised Angela Merkel"}),
    ("Empört über Angela Merkel ist die SPD.", {"SPD criticised Angela Merkel"}),
    ("Enttäuscht von Angela Merkel zeigte sich der Minister Olaf Scholz.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Zufrieden mit Angela Merkel ist die SPD nicht.", {"SPD criticised Angela Merkel"}),
    ("In der SPD ist man über Olaf Scholz verärgert.", {"SPD criticised Olaf Scholz"}),
    ("Vonseiten der SPD wurde Angela Merkel kritisiert.", {"SPD criticised Angela Merkel"}),
    ("Angela Merkel tue zu wenig, kritisierte die SPD.", {"SPD criticised Angela Merkel"}),
    ("Deutschland bekomme zu wenig Geld, kritisierte Olaf Scholz.", set()),
    ("Trainer Olaf Scholz war voll des Lobes für Angela Merkel.", {"Olaf Scholz supported Angela Merkel"}),
    ("Als „absurd“ bezeichnete Olaf Scholz den Vorschlag von Angela Merkel.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Einen „Lügner“ nannte Angela Merkel den Minister Olaf Scholz.", {"Angela Merkel criticised Olaf Scholz"}),
    ("Olaf Scholz findet es gut, dass Angela Merkel bleibt.", {"Olaf Scholz supported Angela Merkel"}),
    ("Die CDU lehnt die Rentenreform ab, die FDP ebenso.", {"CDU rejected Rentenreform", "FDP rejected Rentenreform"}),
    ("Olaf Scholz unterstützt Emmanuel Macron, Angela Merkel nicht.", {"Olaf Scholz supported Emmanuel Macron"}),
    ("Die verfehlte Haltung der USA müsse enden, meinte Olaf Scholz.", {"Olaf Scholz criticised USA"}),
    ("„Die großartige Arbeit von Greenpeace verdient Dank“, sagte Olaf Scholz.", {"Olaf Scholz supported Greenpeace"}),
    ("Nach einer Meldung der BBC fand ein brutaler Angriff von Russland statt.", set()),
    ("Höchstens die Rentenreform kann falsch sein, sagte Olaf Scholz.", set()),
    ("Olaf Scholz sagte, er verstehe nicht, wie Angela Merkel behaupten könne, die SPD sei unfähig.", set()),
    ("Olaf Scholz wehrte sich gegen den Vorwurf, er habe die SPD verraten.", set()),
    ("Olaf Scholz ist mit der Rentenreform nicht einverstanden.", {"Olaf Scholz rejected Rentenreform"}),
    ("Olaf Scholz kritisierte die Art und Weise, wie Angela Merkel regiert.", {"Olaf Scholz criticised Angela Merkel"}),
    ("Olaf Scholz kritisierte den Verlauf des G7-Gipfels.", {"Olaf Scholz criticised G7-Gipfel"}),
    (
        "Die Parlamentswahl in Polen fand im Juni statt. Jan Moser erkannte das Wahlergebnis nicht an.",
        {"Jan Moser rejected Parlamentswahl in Polen"},
    ),
    (
        "Die Abstimmung über die Rentenreform war kurz. Die Gegenstimmen kamen von der SPD.",
        {"SPD rejected Rentenreform"},
    ),
    ("Es stimmt, weil die US-Regierung Georgien als Vorbild bezeichnet hat.", {"US-Regierung supported Georgien"}),
    ("Olaf Scholz begrüßte die Entscheidung der EU.", set()),
    ("Olaf Scholz kritisierte die Entscheidung der EU.", {"Olaf Scholz criticised EU"}),
    ("Die Demonstration in Wien, zu der die SPD aufrief, war groß.", {"SPD supported Demonstration in Wien"}),
    ("Olaf Scholz will die Steuern senken. Die FDP begrüßt das Vorhaben.", {"FDP supported Olaf Scholz"}),
    ("Olaf Scholz schlug eine Reform vor. Die FDP lehnt den Vorschlag ab.", {"FDP rejected Olaf Scholz"}),
    ("Olaf Scholz schlief. Die FDP lehnt den Vorschlag ab.", set()),
    (
        "Die Polizei kam. Anhänger von Olaf Scholz demonstrierten gegen Angela Merkel.",
        {
            "Anhänger von Olaf Scholz supported Olaf Scholz",
            "Anhänger von Olaf Scholz protestedAgainst Angela Merkel",
        },
    ),
    ("Die SPD habe starken Zulauf, sagte Olaf Scholz.", set()),
    ("Angela Merkel feierte den Geburtstag von Olaf Scholz.", set()),
    ("Jan Moser wurde mit Unterstützung der Nato festgenommen.", set()),
    ("Dem Präsidenten Donald Trump wirft Olaf Scholz Hetze vor.", {"Olaf Scholz criticised Donald Trump"}),
    ("Jan Moser, der der FDP Betrug vorwirft, schweigt.", {"Jan Moser criticised FDP"}),
    (
        "Russland schwieg. Donald Trump lobte die FDP und warf Polen Verrat vor.",
        {"Donald Trump supported FDP", "Donald Trump criticised Polen"},
    ),
    ("Es sprach Jan Moser. Später beschuldigte dieser Israel.", {"Jan Moser criticised Israel"}),
    ("Während die SPD Angela Merkel kritisierte, schwieg die FDP.", {"SPD criticised Angela Merkel"}),
    ("Aus Protest gegen Angela Merkel trat Olaf Scholz zurück.", {"Olaf Scholz protestedAgainst Angela Merkel"}),
]


@pytest.mark.parametrize(("text", "stances"), ROWS)
def test_stances(nlp: Language, text: str, stances: set[str]) -> None:
    found = reading(nlp, text)
    names = {entity.id: entity.name for entity in found.entities}
    told = {f"{names[c.subject]} {c.predicate} {names[c.object]}" for c in found.claims if c.predicate in STANCES}
    assert told == stances
