"""Blame, praise and calls to act that no single word tells: what is too late, not done, missing, or an idiom."""

import pytest
from spacy.language import Language
from test_offices import reading
from test_stances import STANCES

ROWS = [  # text, the stances asserted in it
    ("Die SPÖ habe viel zu spät reagiert, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Die SPÖ habe nicht zu spät reagiert, sagte Eva Berg.", set()),
    ("Jan Moser sei zu spät gekommen, sagte Eva Berg.", set()),
    ("Die SPÖ habe jahrelang nichts unternommen, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Die SPÖ schütze die Mieter nicht ausreichend, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Die SPÖ hat kein Konzept, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Die SPÖ hat ein Konzept, sagte Eva Berg.", set()),
    ("Der SPÖ fehle der Mut zu Reformen, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Der SPÖ gehe es nur um Machterhalt, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Der SPÖ gehe es um Arbeitsplätze, sagte Eva Berg.", set()),
    ("Jan Moser habe seiner Vorbildfunktion nicht entsprochen, sagte Eva Berg.", {"Eva Berg criticised Jan Moser"}),
    ("Jan Moser habe seiner Vorbildfunktion entsprochen, sagte Eva Berg.", set()),
    ("Die SPÖ lasse die Bauern im Stich, sagte Eva Berg.", {"Eva Berg criticised SPÖ"}),
    ("Die SPÖ lasse die Bauern nicht im Stich, sagte Eva Berg.", set()),
    ("Russland breche das Völkerrecht, sagte Eva Berg.", {"Eva Berg criticised Russland"}),
    ("„Helmut Kohl verdient viel Anerkennung“, sagte Eva Berg.", {"Eva Berg supported Helmut Kohl"}),
    ("„Helmut Kohl verdient keine Anerkennung“, sagte Eva Berg.", {"Eva Berg criticised Helmut Kohl"}),
    ("Jan Moser habe den Verein geprägt, sagte Eva Berg.", {"Eva Berg supported Jan Moser"}),
    ("Jan Moser sei von seiner Jugend geprägt, sagte Eva Berg.", set()),
    ("Eva Berg sagte, sie hoffe, dass Jan Moser Mut beweise.", set()),
    ("Die SPÖ werde nichts ändern, sagte Eva Berg.", set()),
    ("Russland treibe die Aufrüstung voran, sagte Eva Berg.", set()),
    ("Rapid spiele am Samstag ein wichtiges Spiel, sagte Eva Berg.", set()),
    ("Jan Moser habe die Geschichte selbst geschrieben, sagte Eva Berg.", set()),
    ("„Österreich ist als Urlaubsland sehr gefragt“, sagte Eva Berg.", set()),
    ("Eva Berg ist erfreut, dass Rapid verloren hat.", set()),
    ("Jetzt sei die EU am Zug, sagte Eva Berg.", {"Eva Berg demandedFrom EU"}),
    ("Jetzt ist die EU gefordert, sagte Eva Berg.", {"Eva Berg demandedFrom EU"}),
    ("Helmut Kohl sei einer der bedeutendsten Politiker, sagte Eva Berg.", {"Eva Berg supported Helmut Kohl"}),
    ("Jan Moser sei ein wichtiger Partner, sagte Eva Berg.", {"Eva Berg supported Jan Moser"}),
    ("Jan Moser schwieg. Es sei ein wichtiger Schritt, sagte Eva Berg.", set()),
    ("Empört ist Eva Berg, weil die EU schweigt.", {"Eva Berg criticised EU"}),
    ("Eva Berg zeigte sich enttäuscht, dass die EU schweigt.", {"Eva Berg criticised EU"}),
    ("Eva Berg äußerte ihren Unmut darüber, dass die EU schweigt.", {"Eva Berg criticised EU"}),
    ("Eva Berg nannte die Zahlen der SPÖ „frei erfunden“.", {"Eva Berg criticised SPÖ"}),
    ("Eva Berg ortet ein Versagen der SPÖ.", {"Eva Berg criticised SPÖ"}),
    ("Für die FPÖ ist der Rücktritt von Jan Moser überfällig.", set()),
    ("Die SPÖ ist gegen eine Koalition mit der FPÖ.", {"SPÖ rejected FPÖ"}),
    ("Die Rentenreform wurde gegen die Stimmen von SPÖ und FPÖ beschlossen.",
     {"SPÖ rejected Rentenreform", "FPÖ rejected Rentenreform"}),
    ("Eva Berg von den Grünen hält nichts von der Rentenreform.", {"Eva Berg criticised Rentenreform"}),
    ("Von der SPÖ war den USA vorgeworfen worden, zu lügen.", {"SPÖ criticised USA"}),
    ("Den USA wird von der SPÖ Verrat vorgeworfen.", {"SPÖ criticised USA"}),
    ("Die EU-Kommission hat Ungarn geklagt. Peter Szijjarto nannte die Klage eine Erpressung.",
     {"Peter Szijjarto criticised EU-Kommission"}),
    ("Siemens kündigte Schließungen an. Siemens-Chef Jan Moser verteidigte den Schritt.", set()),
    ("Die Pläne von Gerald Klug stoßen auf Widerstand. Der ÖAMTC hält den Vorschlag für eine Schikane.",
     {"ÖAMTC criticised Gerald Klug"}),
    ("Der ÖAMTC kritisierte Gerald Klug. Auch der ARBÖ sprach sich dagegen aus.",
     {"ÖAMTC criticised Gerald Klug", "ARBÖ rejected Gerald Klug"}),
    ("Die Regierung plant eine Pensionsreform. Die SPÖ lehnt das Vorhaben ab.", {"SPÖ rejected Pensionsreform"}),
    ("Die Regierung schwieg. Die SPÖ lehnt die Novelle ab.", {"SPÖ rejected Novelle"}),
    ("Siemens schließt ein Werk, sagte Jan Moser. Er forderte Siemens zum Umdenken auf.",
     {"Jan Moser demandedFrom Siemens"}),
    ("Eva Berg trat zurück. Jan Moser dankte ihr.", {"Jan Moser supported Eva Berg"}),
    ("Robert Menasse bezeichnete Michael Haneke als mutigsten Künstler.", {"Robert Menasse supported Michael Haneke"}),
    ("Ungarn schloss die Grenze. Budapest verstoße gegen das Völkerrecht, sagte Angela Merkel.",
     {"Angela Merkel criticised Ungarn"}),
    ("Die Nato bekräftigte ihre Unterstützung für die Ukraine.", {"Nato supported Ukraine"}),
    ("Rudi Anschober sprach. Die Gewerkschaft Verdi stellte sich dagegen hinter Wolfgang Eder.",
     {"Verdi supported Wolfgang Eder"}),
    ("Angela Merkel traf Wladimir Putin. Emmanuel Macron mahnte beide Seiten zur Vernunft.",
     {"Emmanuel Macron demandedFrom Angela Merkel", "Emmanuel Macron demandedFrom Wladimir Putin"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stances"), ROWS)
def test_stances_are_told_by_constructions(nlp: Language, text: str, stances: set[str]) -> None:
    read = reading(nlp, text)
    names = {entity.id: entity.name for entity in read.entities if entity.named}
    told = {
        f"{names[claim.subject]} {claim.predicate} {names[claim.object]}"
        for claim in read.claims
        if claim.predicate in STANCES and claim.subject in names and claim.object in names
        and claim.factuality.name == "ASSERTED"
    }  # fmt: skip
    assert told == stances
