"""Who speaks where no verb of saying tells, and who goes on speaking: text, the statements."""

import pytest
from spacy.language import Language
from test_precision import claimed

ROWS = [
    # set before a colon
    (
        "Parteichef Jan Moser am Rande der Sitzung: „Wir schaffen das bis Ende Juni.“",
        {"Jan Moser said Wir schaffen das bis Ende Juni"},
    ),
    (
        "Die Sängerin Eva Kern zu ihrem Umzug: „Die meisten Sachen sind schon dort.“",
        {"Eva Kern said Die meisten Sachen sind schon dort"},
    ),
    # whose saying is itself retold takes the word from nobody
    (
        "Jan Moser sagte, der Plan sei falsch. Denn Greenpeace fordere eine höhere Steuer. Man könne das nicht zahlen.",
        {
            "Jan Moser said der Plan sei falsch",
            "Jan Moser said Denn Greenpeace fordere eine höhere Steuer",
            "Jan Moser said Man könne das nicht zahlen",
            "Greenpeace said eine höhere Steuer reported",
        },
    ),
    # what only tells when or that somebody speaks
    (
        "Als ihm das Urteil eröffnet worden war sagte Jan Moser: „Ich habe nichts getan und nichts gewusst.“",
        {"Jan Moser said Ich habe nichts getan und nichts gewusst"},
    ),
    (
        "Eva Kern sagte dazu gegenüber der ARD: „Frauen haben sich gegen den Chef gestellt, und nun wollen sie erreichen, "
        "dass die Rechte der Frauen geschützt werden, die Menschenrechte, die Gleichheit der Geschlechter,“ betont sie.",
        {
            "Eva Kern said Frauen haben sich gegen den Chef gestellt",
            "Eva Kern said und nun wollen sie erreichen, dass die Rechte der Frauen geschützt werden, die Menschenrechte, "
            "die Gleichheit der Geschlechter",
        },
    ),
    # adjectives with a comma between them, all of them said
    (
        "Die Caritas geht von einer schweren, mittlerweile beendeten Krise aus.",
        {"Caritas said einer schweren, mittlerweile beendeten Krise"},
    ),
    # a person's spokesman is no other than himself, though the person's name stands right behind
    (
        "Eva Kern klagt gegen die Bahn. Das teilte ein Sprecher Kerns mit.",
        {"Sprecher said Eva Kern klagt gegen die Bahn"},
    ),
    # what a noun of saying takes, though it hangs on its verb
    (
        "Ministerin Eva Kern hat den Antrag mit der Begründung abgelehnt, die Kosten seien zu hoch.",
        {"Eva Kern said die Kosten seien zu hoch"},
    ),
    (
        "Eva Kern wies die Kritik mit dem Hinweis zurück, dass die Zahlen veraltet seien.",
        {"Eva Kern said dass die Zahlen veraltet seien"},
    ),
    ("Der Rechnungshof kommt zum Schluss, dass der Bau zu teuer war.", {"Rechnungshof said dass der Bau zu teuer war"}),
    (
        "Der Gutachter Jan Moser ist zur Überzeugung gelangt, dass die Brücke nicht hielt.",
        {"Jan Moser said dass die Brücke nicht hielt"},
    ),
    (
        "Von der SPÖ kam der Vorwurf, die Regierung habe zu spät reagiert.",
        {"SPÖ said die Regierung habe zu spät reagiert"},
    ),
    ("Jan Moser wird mit dem Vorwurf konfrontiert, er habe gelogen.", set()),
    ("Lob kommt von Eva Kern: „Das war eine gute Entscheidung.“", {"Eva Kern said Das war eine gute Entscheidung"}),
    ("Mit der Aussage, er sei unschuldig, sorgte Jan Moser für Aufsehen.", {"Jan Moser said er sei unschuldig"}),
    # whose plan it is
    ("Nach den Plänen der SPÖ soll die Steuer sinken.", {"SPÖ said soll die Steuer sinken"}),
    ("Nach dem Beschluss der SPÖ reiste Jan Moser ab.", set()),
    ("Nach einem Gutachten der WHO ist der Boden verseucht.", {"WHO said ist der Boden verseucht"}),
    # who claims to know says so
    ("Die „Kronen Zeitung“ will erfahren haben, dass Moser geht.", {"Kronen Zeitung said dass Moser geht"}),
    # a Konjunktiv beside what the article itself says, and one of a strong verb
    (
        "Jan Moser wies die Kritik zurück. Seine Frau ist krank, und er wolle sie pflegen. Die Kassen gäben nichts dazu.",
        {"Jan Moser said er wolle sie pflegen", "Jan Moser said Die Kassen gäben nichts dazu"},
    ),
    (
        "Eva Kern sagte, es müsse Schluss sein. Es drohe „eine Lage, die niemand mehr beherrscht“.",
        {"Eva Kern said es müsse Schluss sein", "Eva Kern said eine Lage, die niemand mehr beherrscht"},
    ),
    # neither what tells how somebody speaks nor what comes of it is said
    ("An die Gewerkschaften gewandt sagte Jan Moser, sie müssten nachgeben.", {"Jan Moser said sie müssten nachgeben"}),
    (
        "Doch sei es, so der Autor Jan Moser, ein Fehler gewesen.",
        {"Jan Moser said Doch sei es, so der Autor Jan Moser, ein Fehler gewesen"},
    ),
    # nobody in particular speaks for the house where it is said
    (
        "In der ÖVP ist man verärgert: Der Minister habe nicht Wort gehalten.",
        {"ÖVP said Der Minister habe nicht Wort gehalten"},
    ),
    ("Im Bundeskanzleramt wird betont, dass man das prüfe.", {"Bundeskanzleramt said dass man das prüfe"}),
    ("Vonseiten der Asfinag hieß es, die Straße sei gesperrt.", {"Asfinag said die Straße sei gesperrt"}),
    ("Im Nationalrat wird betont, dass man das prüfe.", set()),
    ("Jan Moser nannte als Grund die hohen Kosten.", {"Jan Moser said die hohen Kosten"}),
    ("Dem hält Eva Kern entgegen, dass die Zahlen stimmen.", {"Eva Kern said dass die Zahlen stimmen"}),
    # what opens a sentence with its source is told by that, whatever it tells
    (
        "Laut „Spiegel“ hat der IWF angekündigt, kein Geld mehr zu zahlen.",
        {
            "Der Spiegel said hat der IWF angekündigt, kein Geld mehr zu zahlen",
            "IWF said kein Geld mehr zu zahlen reported",
        },
    ),
    (
        "Nach eigener Aussage will Jan Moser die Partei verlassen.",
        {"Jan Moser said will Jan Moser die Partei verlassen"},
    ),
    # what a sentence tells accordingly is told by the body or the text before it
    (
        "Die OECD legte am Montag einen Bericht vor. Demnach sinkt die Arbeitslosigkeit.",
        {"OECD said sinkt die Arbeitslosigkeit"},
    ),
    ("Jan Moser starb am Montag. Demnach sinkt die Arbeitslosigkeit.", set()),
    # not what somebody does besides, what he has reasons for or what another does meanwhile
    (
        "Jan Moser sagte, er sei zufrieden mit dem Ergebnis und lobte die Helfer.",
        {"Jan Moser said er sei zufrieden mit dem Ergebnis"},
    ),
    (
        "Warum der Bau ruht, begründete Jan Moser damit, dass noch immer Geld fehle.",
        {"Jan Moser said dass noch immer Geld fehle"},
    ),
    (
        "Während die SPÖ nichts ändern will, plädierte Eva Kern für eine Senkung der Abgaben, die den Handel belasten.",
        {"Eva Kern said für eine Senkung der Abgaben, die den Handel belasten"},
    ),
    # whose feeling stands before a colon, and whose name behind the genitive of a land
    (
        "Jan Moser ist enttäuscht. Sein Ärger gilt der Bahn: „Das kann so nicht weitergehen.“",
        {"Jan Moser said Das kann so nicht weitergehen"},
    ),
    (
        "„Er verdient viel Anerkennung“, sagte der aschkenasische Oberrabbiner Israels, Jan Moser.",
        {"Jan Moser said Er verdient viel Anerkennung"},
    ),
    ("Um 10.30 Uhr MEZ meldete Reuters, der Zug sei entgleist.", {"Reuters said der Zug sei entgleist"}),
    ("Jan Moser klagte über Schmerzen und rief zum Streik auf.", set()),
    (
        "Die Räumung rechtfertigt sich nach Meinung der Caritas durch die Gefahr, die von dem Haus ausgeht.",
        {
            "Caritas said Die Räumung rechtfertigt sich nach Meinung der Caritas durch die Gefahr, die von dem Haus ausgeht",
        },
    ),
    # a body without a name that the article keeps to, and speaks
    (
        "Die Garde der Bauern wuchs. Nach eigenen Angaben hat die Garde hundert Mitglieder.",
        {"Garde said hat die Garde hundert Mitglieder"},
    ),
    # what somebody declares is no judgement, and no plural speaks in the singular
    ("Verwaltungschef Jan Moser erklärte seinen Rücktritt.", {"Jan Moser said seinen Rücktritt"}),
    (
        "Der frühere US-Präsident Jimmy Carter, der als einer von zehn Beobachtern im Land war, "
        "sagte Reportern, dass alles ruhig sei.",
        {"Jimmy Carter said dass alles ruhig sei"},
    ),
    (
        "Nach Jan Mosers Idee soll „im Zweifel die Mehrheit der Stimmen entscheiden“.",
        {"Jan Moser said soll „im Zweifel die Mehrheit der Stimmen entscheiden"},
    ),
    # a long sentence is cut behind its main clause, not amid it
    (
        "Laut Jan Moser befanden sich zum Zeitpunkt des schweren Erdbebens, das sich kurz vor elf Uhr Ortszeit ereignete, "
        "zahlreiche Besucher in der Spitze des Turmes.",
        {
            "Jan Moser said befanden sich zum Zeitpunkt des schweren Erdbebens, das sich kurz vor elf Uhr Ortszeit ereignete, "
            "zahlreiche Besucher in der Spitze des Turmes",
        },
    ),
    # whose intention is quoted, and not who spoke before him
    (
        "Eva Kern sagte, das sei falsch. Auch Jan Moser will „alles noch einmal genau prüfen“, ob die Klage bleibt.",
        {"Eva Kern said das sei falsch", "Jan Moser said alles noch einmal genau prüfen"},
    ),
    # a named man with his article is the subject, and a title may be two words
    (
        "Die Anwendung des Gesetzes stellte der SPÖ-Vorsitzende Jan Moser in Frage: „Das kann nicht gut gehen.“",
        {"Jan Moser said Das kann nicht gut gehen"},
    ),
    (
        "Berlins Regierender Bürgermeister Jan Moser (SPD) bedauerte das Urteil. Damals seien Fehler gemacht worden.",
        {"Jan Moser said das Urteil", "Jan Moser said Damals seien Fehler gemacht worden"},
    ),
]


@pytest.mark.parametrize(("text", "stated"), ROWS)
def test_voices(nlp: Language, text: str, stated: set[str]) -> None:
    assert claimed(nlp, text, said=True) == stated
