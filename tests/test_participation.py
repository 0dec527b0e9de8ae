"""Who takes part in an event: by its name, by a result, by votes, as a guest, as a victim."""

import pytest
from spacy.language import Language
from test_offices import claims, reading

ROWS: list[tuple[str, set[str]]] = [
    ("Das Finale zwischen Spanien und Italien findet am Sonntag statt.", {"Spanien", "Italien"}),
    ("Das Fußballspiel von Borussia Dortmund gegen RB Leipzig endete mit einem Sieg.", {"Borussia Dortmund", "RB Leipzig"}),
    ("Der Parteitag der SPD beginnt am Montag.", {"SPD"}),
    ("Bei der Weltmeisterschaft in Wien schlug Schweden im Halbfinale gegen Polen viele Rekorde.", {"Polen", "Schweden"}),
    ("Bei der Tour de France siegte Jan Moser. Peter Huber wurde zweiter.", {"Jan Moser", "Peter Huber"}),
    ("Bei der Tour de France siegte Jan Moser. Karl Maier kam als Fünfter ins Ziel.", {"Jan Moser", "Karl Maier"}),
    ("Gestern endete die siebte Etappe der Tour de France. Paul Maier verteidigte das Gelbe Trikot.", {"Paul Maier"}),
    ("Bei der Weltmeisterschaft in Wien belegte Polen neben Spanien den fünften Platz.", {"Polen", "Spanien"}),
    ("Die Bürgermeisterwahl ist vorbei. In Linz regnete es. Jan Moser setzte sich gegen Karl Maier durch.", set()),
    ("Die Bürgermeisterwahl ist vorbei. Jan Moser setzte sich gegen Karl Maier durch.", {"Jan Moser", "Karl Maier"}),
    ("Am Sonntag fand die Nationalratswahl statt. Die ÖVP erreichte 30 Prozent.", {"ÖVP"}),
    ("Am Sonntag fand die Nationalratswahl statt. Die Grünen scheiterten an der Vier-Prozent-Hürde.", {"Die Grünen"}),
    ("Am Sonntag fand die Nationalratswahl statt. Siemens steigerte den Gewinn um 30 Prozent.", set()),
    ("Am Freitag wurde der Opernball eröffnet. Mit dabei war auch Thomas Mann.", {"Thomas Mann"}),
    ("Am Freitag wurde der Opernball eröffnet. Thomas Mann war dabei, ein Buch zu schreiben.", set()),
    ("Am Freitag wurde der Opernball eröffnet. Die Eröffnungsrede hielt Thomas Mann.", {"Thomas Mann"}),
    ("Unter den Besuchern des G7-Gipfels war Angela Merkel.", {"Angela Merkel"}),
    ("Der Gewinner des Grand Prix, Thomas Mann, bedankte sich.", {"Thomas Mann"}),
    ("Bei dem Absturz in Kuba starben 15 Menschen. Unter den Opfern ist der Politiker Thomas Mann.", {"Thomas Mann"}),
    ("Bei dem Absturz in Kuba starben 15 Menschen. Auch Anna Schmidt kam dabei ums Leben.", {"Anna Schmidt"}),
    ("Anna Schmidt überlebte den Absturz in Kuba.", {"Anna Schmidt"}),
    ("In Wien fand am Sonntag ein Marathonlauf statt. Jan Moser wurde Dritter.", {"Jan Moser"}),
    ("In Wien begann am Freitag die Buchmesse. Das Gastland Rumänien zeigt viel.", {"Rumänien"}),
    ("Bei der Tour de France gab es Unfälle. Vorjahressieger Chris Huber stürzte.", {"Chris Huber"}),
    ("Bei einer Explosion in Kuba starben 15 Menschen. Die Feuerwehr stand im Einsatz.", {"Feuerwehr"}),
    ("Die Kandidaten der SPD kamen zum G7-Gipfel.", {"SPD"}),
    ("Bei der Eishockey-WM in Bratislava besiegten die USA die Slowakei.", {"USA", "Slowakei"}),
    ("Jan Moser steht im Viertelfinale der US Open. Moser besiegte Karl Egger.", {"Jan Moser", "Karl Egger"}),
    ("Die Innenminister der EU trafen sich in Wien zu einem Gipfel. Jan Moser leitete das Treffen.", {"EU", "Jan Moser"}),
    ("Im Moser-Prozess wurde vertagt. Im Egger-Prozess hat gestern Eva Kern ausgesagt.", {"Eva Kern"}),
    ("In Graz begann der Prozess gegen Jan Moser. Richterin Eva Kern stellte Fragen.", {"Jan Moser", "Eva Kern"}),
    ("Am Rande des G7-Gipfels sagte Angela Merkel, das sei falsch.", {"Angela Merkel"}),
    ("Das Spiel gegen Rapid endete 2:2. Man habe gekämpft, sagte Paul Huber nach dem Spiel.", {"Rapid", "Paul Huber"}),
    ("Auf dem G7-Gipfel kam es zu einem Streit zwischen Angela Merkel und Thomas Mann.", {"Angela Merkel", "Thomas Mann"}),
    ("Bei den Salzburger Festspielen dirigierte Christian Thielemann eine Oper.", {"Christian Thielemann"}),
    ("Beim Slalom in Zagreb wurde Marcel Hirscher Zweiter hinter Henrik Huber.", {"Marcel Hirscher", "Henrik Huber"}),
    ("Eine Woche nach der Niederlage gegen Italien beginnt die Weltmeisterschaft in Wien.", set()),
    ("Mit Jan Moser und Karl Egger starten zwei Tiroler bei der Tour de France.", {"Jan Moser", "Karl Egger"}),
    ("Mit Eva Kern gewann die jüngste Teilnehmerin die Tour de France.", {"Eva Kern"}),
    ("Mit Jan Moser und Karl Egger diskutierten zwei Minister beim G7-Gipfel.", set()),
    ("Karl Egger, einer der Kandidaten, die bei der Bürgermeisterwahl verloren haben, dankte.", {"Karl Egger"}),
    ("Bei der Fußball-EM geht es weiter. Spanien trifft am Montag auf Polen.", {"Spanien", "Polen"}),
    ("Bei der Fußball-EM geht es weiter. Der Trainer Jan Moser trifft am Montag auf Polen.", set()),
    ("Bei einem Anschlag der Taliban auf den Flughafen in Wien starben zwei Menschen.", set()),
    ("Jan Moser sprach auf einer Kundgebung in Linz.", {"Jan Moser"}),
    ("Jan Moser sprach auf einer Pressekonferenz in Linz.", set()),
    ("Jan Moser traf die Ministerin Eva Kern zu einem Gespräch.", set()),
    ("Die Sitzung des Bundestags beginnt am Montag.", set()),
    ("Die Beitrittsverhandlungen mit der Türkei stocken.", set()),
    ("Bei der Demonstration gegen Siemens in Wien waren auch Abgeordnete der Grünen dabei.", {"Die Grünen"}),
    ("Man kürte Jan Moser zum Sieger des Marathonlaufs in Wien.", {"Jan Moser"}),
    ("Jan Moser, der zur Beobachtung bei der Konferenz in Wien anwesend war, schwieg.", {"Jan Moser"}),
    ("Die Anhänger von Jan Moser nahmen am G7-Gipfel teil.", {"Anhänger von Jan Moser"}),
    ("Die Präsidentschaftswahl ist vorbei. Borussia Dortmund siegte gegen Schalke 04.", set()),
    ("Jan Moser musste sich bei der Stichwahl in Linz Eva Kern geschlagen geben.", {"Eva Kern", "Jan Moser"}),
    ("Jan Moser gewann bei den Filmfestspielen von Cannes einen Preis.", {"Jan Moser"}),
    ("Bei der Landtagswahl erreichte die SPD die Mehrheit nicht. Die CDU kam auf 30 Prozent.", {"SPD", "CDU"}),
    ("Die Demonstranten kamen früh. Die Demonstranten bleiben. Die Proteste gegen die Regierung in Wien dauern an.", {"Demonstranten"}),
    ("Es war kalt. Es war nass. Es schneite. Es stürmte. Auf einem Parteitag kündigte Jan Moser seinen Rückzug an.", {"Jan Moser"}),
    ("Im Rahmen einer Gedenkveranstaltung erinnerte Eva Kern an die Opfer.", {"Eva Kern"}),
    ("Wenn bei einer Demonstration Steine fliegen, handelt die Polizei.", set()),
    ("Die Halbzeitshow bestreiten Eva Kern und Jan Moser.", set()),
    ("Das Finale gegen Italien bestritten Frankreich und Polen.", {"Frankreich", "Italien", "Polen"}),
    ("Für die Präsidentschaftswahl bewerben sich Jan Moser und Eva Kern.", {"Jan Moser", "Eva Kern"}),
    ("Eva Kern hat die Vorwahl der Demokraten in Iowa für sich entschieden.", {"Eva Kern"}),
    ("Im Krieg Russlands gegen die Ukraine starben viele.", {"Russland", "Ukraine"}),
    ("Bei dem Überfall in Linz wurde Anna Schmidt verletzt.", set()),
    ("Mit einem Sieg beim Grand Prix von Italien übernahm Jan Moser die Führung.", {"Jan Moser"}),
    ("Nach dem Auftritt von Karl Egger beim Gipfel in Wien schwieg Jan Moser.", {"Karl Egger"}),
    ("Bei der Gedenkfeier in Mauthausen sprach Eva Kern in Anwesenheit des Ministers Jan Moser.", {"Eva Kern", "Jan Moser"}),
    ("An dem Streik in Wien beteiligten sich Minister Jan Moser, Stadträtin Eva Kern und Richter Karl Egger.", {"Eva Kern", "Jan Moser", "Karl Egger"}),
]  # fmt: skip


OTHERS = [
    ("Die Delegationsleiterin beim Klimagipfel, Eva Kern, lobte den Bericht.", "Eva Kern participatedIn Klimagipfel"),
    ("Ein Mann aus Ternitz im Bezirk Neunkirchen wurde verhaftet.", "Ternitz locatedIn Neunkirchen"),
    ("In Italien klagten viele. Der dortige Kassationsgerichtshof gab ihnen recht.", "Kassationsgerichtshof locatedIn Italien"),
    ("Beim Absturz eines Flugzeugs in Nepal starben 18 Menschen.", "Absturz eines Flugzeugs in Nepal locatedIn Nepal"),
    ("Bei einem Erdbeben der Stärke 7,8 in Nepal starben viele.", "Erdbeben locatedIn Nepal"),
    ("Die Türkei und Russland haben gemeinsam eine Pipeline gebaut.", "Türkei cooperatedWith Russland"),
    ("ORF und ÖFB haben ihre Zusammenarbeit verlängert.", "ORF cooperatedWith ÖFB"),
    ("Nach den Gesprächen zwischen Angela Merkel und dem Präsidenten Jan Moser war es still.", "Angela Merkel talkedWith Jan Moser"),
    ("Die EU schwieg. Die Beitrittsverhandlungen mit der Türkei laufen.", "EU negotiatedWith Türkei"),
    ("Die Google-Mutter Alphabet legte Zahlen vor.", "Google partOf Alphabet"),
    ("Die Troika aus EZB und IWF prüft das.", "EZB partOf Troika"),
    ("Minister Jan Moser, Kanzler Karl Egger und die steirische Landesrätin Eva Kern kamen nach Graz.", "Eva Kern travelledTo Graz"),
    ("Angela Merkel, Bundeskanzler Christian Kern und Premier Theresa May telefonierten.", "Angela Merkel talkedWith Theresa May"),
    ("Zusammen mit Finanzminister Jan Moser plädiert Eva Kern für eine Reform.", "Eva Kern cooperatedWith Jan Moser"),
    ("Jan Moser reiste nach Kabul. Es war heiß. Es war laut. Es war spät. Begleitet wurde Jan Moser von Minister Karl Egger.", "Karl Egger travelledTo Kabul"),
    ("Nach einem Brand in einem Wohnhaus in Linz wurde eine Frau verletzt.", "Brand locatedIn Linz"),
    ("Im Grazer „Café Kaiserfeld“ wurde geraucht.", "Café Kaiserfeld locatedIn Graz"),
    ("Das Massaker an 300 Männern in Srebrenica war schlimm.", "Massaker an 300 Männern in Srebrenica locatedIn Srebrenica"),
    ("Das Konzert im Wiener Konzerthaus war ausverkauft.", "Konzert im Wiener Konzerthaus locatedIn Wien"),
    ("Am Landesgericht Klagenfurt hat am Dienstag der Prozess gegen Jan Moser begonnen.", "Prozess gegen Jan Moser locatedIn Klagenfurt"),
    ("Überschwemmungen in zehn Provinzen im Süden Thailands hielten an.", "Überschwemmungen in zehn Provinzen im Süden Thailands locatedIn Thailand"),
    ("Die Studenten blieben. Die Studenten wollten mehr. Gegen Präsident Paul Biya wird protestiert.", "Studenten protestedAgainst Paul Biya"),
    ("Beim Slalom in Zagreb wurde Marcel Hirscher Zweiter hinter Henrik Huber.", "Henrik Huber defeated Marcel Hirscher"),
    ("Thomas Mann gründete mit Anna Schmidt einen Verlag.", "Thomas Mann cooperatedWith Anna Schmidt"),
    ("Angela Merkel folgte einer Einladung nach Wien.", "Angela Merkel travelledTo Wien"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), OTHERS)
def test_what_people_do_there(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text, ("",))


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_participation(nlp: Language, text: str, expected: set[str]) -> None:
    found = reading(nlp, text)
    names = {entity.id: entity.name for entity in found.entities if entity.named}
    assert {
        names[c.subject] for c in found.claims if c.predicate == "participatedIn" and c.subject in names
    } == expected
