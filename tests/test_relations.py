"""What whole sentences of sports, culture and business news say of named people and bodies: rows are text and claims."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon
from kg.language.parsing import parse
from kg.reading import read

ROWS = [
    # whose something is by a pronoun that points
    ("Die SPD lehnt das ab. Deren Generalsekretär Jan Moser reiste ab.", {"Jan Moser worksFor SPD"}),
    ("Jan Moser schwieg. Dessen Anwalt Peter Kern klagte.", {"Peter Kern represents Jan Moser"}),
    # a surname that two bear is that of whom the article named first, unless the other was named just before
    ("Eva Moser sang in Rom. Ihr Bruder ist Jan Moser. Alle lachten. Moser reiste nach Wien.", {"Eva Moser travelledTo Wien"}),
    ("Eva Moser sang in Rom. Nun singt auch Jan Moser. Moser reiste nach Wien.", {"Jan Moser travelledTo Wien"}),
    # a body that a noun describes is taken up by the noun's gender
    ("Der Konzern Siemens wächst. Er übernimmt Osram.", {"Siemens acquired Osram"}),
    ("Wie die Firma Siemens mitteilte, wird sie Osram übernehmen.", {"Siemens acquired Osram"}),
    # who stands in the genitive before what he owns or leads
    ("Angela Merkels CDU verlor.", {"Angela Merkel heads CDU"}),
    # a firm of a land, and to whom something goes
    ("Es wurde bekannt, dass Osram an die finnische Amer Sports verkauft werden soll.", {"Amer Sports acquired Osram"}),
    # who holds an event
    ("Brasilien richtet die WM 2014 aus.", {"WM 2014 locatedIn Brasilien"}),
    ("Österreich ist Gastgeber der Eishockey-WM.", {"Eishockey-WM locatedIn Österreich"}),
    ("Der Parteitag der SPÖ geht in Salzburg über die Bühne.", {"Parteitag der SPÖ locatedIn Salzburg"}),
    # short names
    ("Die Deutsche Umwelthilfe klagt. DUH-Chef Jan Moser reiste ab.", {"Jan Moser heads Deutsche Umwelthilfe"}),
    ("Der Spieleentwickler Epic Games klagt. Epic-Chef Jan Moser reiste ab.", {"Jan Moser heads Epic Games"}),
    # titles and their makers
    ('Michael Hanekes "Liebe" läuft in Wien.', {"Michael Haneke produced Liebe"}),
    ('Jan Moser, dessen Drama "Das Haus" in Wien läuft, schwieg.', {"Jan Moser produced Das Haus"}),
    ('Die Netflix-Serie "Das Haus" wurde in Wien gedreht.', {"Netflix produced Das Haus"}),
    ("Jan Moser beschreibt in seinem Buch mit dem Titel „Die Tage fressen ihre Kinder“ den Krieg.", {"Jan Moser produced Die Tage fressen ihre Kinder"}),
    ("Die Regisseurin des Films „Nebel“, Eva Moser, kam.", {"Eva Moser produced Nebel"}),
    ("Theresa Mays Austrittsabkommen scheiterte.", {"Theresa May produced Austrittsabkommen"}),
    # whose relative, spokesman or successor somebody is, by a name in the genitive behind the noun
    ("Eva Kern, die Tochter Karl Mosers, sang.", {"Eva Kern relativeOf Karl Moser"}),
    ("Karl Moser schwieg. Die Nachfolgerin Mosers, Eva Kern, sang.", {"Eva Kern succeeded Karl Moser"}),
    ("Die Gewerkschaft Verdi, Nachfolgeorganisation der ÖTV, streikt.", {"Verdi succeeded ÖTV"}),
    # who does it stands in the genitive, who undergoes it behind "von"
    ("Donald Trumps Entlassung von James Comey überraschte.", {"Donald Trump dismissed James Comey"}),
    # of whom an indirect question is
    ("Ob Google die Regeln verletzt hat, prüft die EU-Kommission.", {"EU-Kommission investigated Google"}),
    ("Die EZB untersucht, wie weit Griechenland gekommen ist.", {"EZB investigated Griechenland"}),
    # shares of the company of which the text speaks
    ("Jan Moser führt die Firma Osram. Der Bund hält 20 Prozent der Anteile.", {"Bund owns Osram"}),
    ("US-Soldaten haben den Terroristen Osama bin Laden getötet.", {"USA killed Osama bin Laden"}),
    ("Das Landesgericht Linz befand Jan Moser für schuldig.", {"Landesgericht Linz convicted Jan Moser"}),
    # who is named for many
    ("Länder wie etwa Frankreich kritisierten Angela Merkel.", {"Frankreich criticised Angela Merkel"}),
    ("38 Gruppen einschließlich Greenpeace kritisierten Angela Merkel.", {"Greenpeace criticised Angela Merkel"}),
    # with whom somebody does or undergoes it
    ("Siemens hat gemeinsam mit BMW die Firma Lumatec gegründet.", {"Siemens founded Lumatec", "BMW founded Lumatec"}),
    ("Jan Moser wurde zusammen mit Eva Kern vom Landesgericht Linz verurteilt.", {"Landesgericht Linz convicted Jan Moser", "Landesgericht Linz convicted Eva Kern"}),
    # who comes after the only one who leaves, or takes his office
    ("Jan Moser erklärte seinen Rücktritt. Es regnet. Alle schweigen. Niemand kommt. Nachfolger im Amt wird Karl Kern.", {"Karl Kern succeeded Jan Moser"}),
    ("Innenministerin Eva Kern ist zurückgetreten. Neuer Innenminister wurde Jan Moser.", {"Jan Moser succeeded Eva Kern"}),
    # of whom an inquiry is that names nobody
    ("Jan Moser wird Betrug vorgeworfen. Die Polizei Linz ermittelt.", {"Polizei Linz investigated Jan Moser"}),
    # forms that a rare Konjunktiv shares
    ("Die USA führen eine Finanzsteuer ein.", {"USA produced Finanzsteuer"}),
    # documents: whose they are, and who makes them or brings them into force
    ("Die Studie der UNESCO überrascht alle.", {"Unesco produced Studie der UNESCO"}),
    ("Die SPÖ brachte einen Antrag ein.", {"SPÖ produced Antrag"}),
    ("Der Rechnungshof legte einen Bericht vor.", {"Rechnungshof produced Bericht"}),
    ("Frankreich führte eine Finanzsteuer ein.", {"Frankreich produced Finanzsteuer"}),
    ("Frankreich verhängte den Ausnahmezustand.", {"Frankreich produced Ausnahmezustand"}),
    # who leads, who takes over from whom
    ("Die SPD-Fraktion unter Vorsitz von Jan Moser stimmte zu.", {"Jan Moser heads SPD-Fraktion"}),
    ("Peter Kern hat Rapid im Herbst von Jan Moser übernommen.", {"Peter Kern worksFor Rapid", "Peter Kern succeeded Jan Moser"}),
    ("Jan Moser musste im April Peter Kern weichen.", {"Peter Kern succeeded Jan Moser"}),
    # who is told
    ('"Das ist falsch", sagte Jan Moser der Deutschen Presse-Agentur.', {"Jan Moser informed dpa"}),
    ("Das werde nicht geschehen, so Jan Moser gegenüber dem ORF.", {"Jan Moser informed ORF"}),
    # origin; who was just brought in is meant before somebody spoken of earlier
    ("Österreichs Eva Moser gewann in Rom.", {"Eva Moser citizenOf Österreich"}),
    (
        "Der Norweger Jan Moser wurde Zweiter. Enttäuscht war Peter Huber. Der Norweger kritisierte die FIS.",
        {"Peter Huber criticised FIS"},
    ),
    # callings
    ("Jan Moser lobte Rapid. Der Politologe kritisierte die SPD.", {"Jan Moser criticised SPD"}),
    ("Ministerin Eva Moser schweigt. Unterstützung erhielt die CDU-Politikerin von der FDP.", {"FDP supported Eva Moser"}),
    # what a company or a club is called by its town, its country, its mother, its title
    ("Apple kritisierte Google. Das sei falsch, teilte der Konzern aus Cupertino mit.", {"Apple said Das sei falsch"}),
    ("Der Autobauer Daimler zögert. Die Stuttgarter sprachen von einem Fehler.", {"Daimler said einem Fehler"}),
    ("Airbus kritisierte Boeing. Der US-Konzern lobte Lufthansa.", {"Boeing supported Lufthansa"}),
    ("Google zögert. Die Alphabet-Tochter verklagte Siemens.", {"Google charged Siemens", "Google partOf Alphabet"}),
    ("Borussia Dortmund holte Jan Moser. Der Vizemeister besiegte Schalke 04.", {"Borussia Dortmund defeated FC Schalke 04"}),
    # whose post it is now
    ("Nachfolger von Siemens-Chef Jan Moser wird Peter Kern.", {"Peter Kern heads Siemens"}),
    ("Siemens-Chef Peter Kern hat Jan Moser abgelöst.", {"Jan Moser heads Siemens"}),
    ("Die Ärztekammer warnt vor Kürzungen. Das sei gefährlich, sagte Präsidentin Eva Moser.", {"Eva Moser heads Ärztekammer"}),
    # people of schools, coaches, managers, winners
    ("Beteiligt war auch der Geophysiker Jan Moser von der Universität Graz.", {"Jan Moser worksFor Universität Graz"}),
    ("Eva Moser wechselt im Herbst an die Universität Wien.", {"Eva Moser worksFor Universität Wien"}),
    ("Jan Moser betreut seit dem Sommer die Schwimmerin Eva Kern.", {"Jan Moser worksFor Eva Kern"}),
    ("Österreichs Nummer eins Eva Moser gewann in Rom.", {"Eva Moser citizenOf Österreich"}),
    # told to somebody; what stands behind a colon
    ('"Das ist falsch", sagte Moser der französischen Nachrichtenagentur AFP.', {"Moser informed AFP"}),
    ('Direktorin Eva Moser: "Kein Grund zur Panik".', {"Eva Moser said Kein Grund zur Panik"}),
    ("SPD-Chef Jan Moser und CDU-Mandatar Peter Kern lobten Siemens.", {"Peter Kern supported Siemens"}),
    # a participle behind the name; a band
    ("Jan Moser, im Vorjahr von Peter Kern beerbt, klagte.", {"Peter Kern succeeded Jan Moser"}),
    ("Jan Moser, 2014 vom ÖSV entlassen, klagte.", {"ÖSV dismissed Jan Moser"}),
    ("Jan Moser, Sänger von Kiss, klagte.", {"Jan Moser worksFor Kiss"}),
    # who is put before a deed
    ("Siemens ist mit Ermittlungen des Bundeskriminalamts konfrontiert.", {"Bundeskriminalamt investigated Siemens"}),
    ("Siemens sieht sich mit Klagen von Greenpeace konfrontiert.", {"Greenpeace charged Siemens"}),
    # whose decision is fought in court, who is behind a match or a verb's particle, who is one of many
    ("Greenpeace will gegen die Entscheidung von Minister Jan Moser Klage einreichen.", {"Greenpeace charged Jan Moser"}),
    ("Jan Moser unterlag in der Stichwahl Karl Egger.", {"Karl Egger defeated Jan Moser"}),
    ("Die Polizei hat in Wien den Autor Jan Moser gefangen genommen.", {"Polizei arrested Jan Moser"}),
    ("Karl Egger, einer der Kandidaten, die gegen Jan Moser verloren haben, dankte.", {"Jan Moser defeated Karl Egger"}),
    # partners with an article of their own
    ("Die Verhandlungen zwischen Vida-Chef Jan Moser und der AUA sind gescheitert.", {"Jan Moser negotiatedWith AUA"}),
    # what is hit belongs to nobody who is named
    ("Russland bombardierte Stellungen der Rebellen in Mali.", {"Russland attacked Mali"}),
    # the future of a verb whose participle is its infinitive
    ("Präsident Jan Moser wird die Ministerin Eva Kern am Montag empfangen.", {"Jan Moser met Eva Kern"}),
    ("Bei ihrem Wien-Besuch sagte Ministerin Eva Kern nichts.", {"Eva Kern travelledTo Wien"}),
    ("Die Polizei nahm mehrere Autoren fest. Unter ihnen ist der Chef von Siemens, Jan Moser.", {"Polizei arrested Jan Moser"}),
    ("Eva Kern hat die Vorwahl gegen Jan Moser für sich entschieden.", {"Eva Kern defeated Jan Moser"}),
    # courts and prosecutions
    ("Ein Schöffensenat des Landgerichts Berlin hat Jan Moser schuldig gesprochen.", {"Landgericht Berlin convicted Jan Moser"}),
    ("Gegen Jan Moser wird ermittelt. Die Staatsanwaltschaft Graz bestätigte das.", {"Staatsanwaltschaft Graz investigated Jan Moser"}),
    # what a parser hangs elsewhere
    ("Das Buch hat Jan Moser gemeinsam mit Eva Kern verfasst.", {"Jan Moser cooperatedWith Eva Kern"}),
    ("Jan Moser war für ein Interview nach Salzburg gekommen.", {"Jan Moser travelledTo Salzburg"}),
    ("Minister Jan Moser kündigte nach seinem Treffen mit dem Premier Karl Egger Hilfe an.", {"Jan Moser met Karl Egger"}),
    ("Die Forscher der NASA haben mit Kollegen der ESA einen Satelliten gebaut.", {"Nasa cooperatedWith ESA"}),
    ("Jan Moser flüchtete nach seiner Absetzung nach Belgien.", {"Jan Moser travelledTo Belgien"}),
    # who attacks something unnamed in a town attacks the town
    ("Die Taliban bekannten sich zu einem Anschlag auf ein Hotel in Kabul.", {"Taliban attacked Kabul"}),
    ("Jan Moser, ein ehemaliger Kampfgefährte von Karl Egger, schwieg.", {"Jan Moser cooperatedWith Karl Egger"}),
    # a talk in a place is a meeting
    ("Jan Moser sagte nach einem Gespräch mit seiner Kollegin Eva Kern in Rom, es regne.", {"Jan Moser met Eva Kern"}),
    # subjects before the verb
    ("Auch der Grünen-Experte Jan Moser griff Peter Kern scharf an.", {"Jan Moser criticised Peter Kern"}),
    ("Sogar CSU-Chef Jan Moser lobte Eva Kern.", {"Jan Moser supported Eva Kern"}),
]  # fmt: skip


def stated(nlp: Language, text: str) -> set[str]:
    """Claims of a text, as subject, predicate and object by their names."""
    article, doc = next(parse(nlp, [article_from_text(text)]))
    found = read(article, doc, Lexicon("de"))
    names = {entity.id: entity.name for entity in found.entities}
    return {f"{names[c.subject]} {c.predicate} {names.get(c.object, c.object)}" for c in found.claims}


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_it_is_stated(nlp: Language, text: str, expected: set[str]) -> None:
    assert expected <= stated(nlp, text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Eva Moser griff den CSU-Politiker Jan Kern an.", "Eva Moser criticised CSU"),
        ("Trainer Jan Moser lobte das Team. Es traf gegen Rapid.", "Jan Moser worksFor Rapid"),
        # a word that is turned round says the opposite, and a phrase that is not there says nothing
        ("Angela Merkel hält nicht viel von Wladimir Putin.", "Angela Merkel supported Wladimir Putin"),
        ("Der Song von Jan Moser kam bei der SPD nicht schlecht an.", "SPD criticised Jan Moser"),
        ("Das Paket von Jan Moser kam bei Siemens nicht an.", "Siemens criticised Jan Moser"),
        # who is warned of, or for, is not criticised
        ("Die EU warnte, dass Griechenland pleitegehen könnte.", "EU criticised Griechenland"),
        ("Trotz einer Warnung der Polizei reiste Jan Moser nach Wien.", "Polizei criticised Jan Moser"),
        # whom one starts with or presents is no partner
        ("Rapid startete mit Jan Moser in die Saison.", "Rapid cooperatedWith Jan Moser"),
        ("Rapid präsentierte mit Jan Moser den Kader.", "Rapid cooperatedWith Jan Moser"),
        ("Jan Moser gründete mit Siemens einen Konzern.", "Jan Moser cooperatedWith Siemens"),
        # a wish for membership is none, a strike in a country is not against it, a pair of skaters is no family
        ("Die EU-Mitgliedschaft der Türkei lehnte Angela Merkel ab.", "Türkei memberOf EU"),
        ("Verdi rief in Deutschland zum Streik auf.", "Verdi protestedAgainst Deutschland"),
        ("Das Paar Eva Kern und Jan Moser gewann die Goldmedaille.", "Eva Kern relativeOf Jan Moser"),
        # who comments on an event was not at it, who is missed or convinces somewhere does not work there
        ("Donald Trump kommentierte die Bundestagswahl auf Twitter.", "Donald Trump participatedIn Bundestagswahl"),
        ("Eva Kern überzeugte bei Siemens die Aktionäre.", "Eva Kern worksFor Siemens"),
        ("Jan Moser fehlte bei der Polizei jede Einsicht.", "Jan Moser worksFor Polizei"),
        # one follows somebody to a place, too
        ("Eva Kern folgte Jan Moser auf Twitter.", "Eva Kern succeeded Jan Moser"),
        ("Eva Kern folgte Jan Moser nach Wien.", "Eva Kern succeeded Jan Moser"),
        # the experts of one are not those of the other, nor two brothers the two sisters after them
        ("Experten sagten, es regne. Die Experten von Greenpeace kritisierten die EU.", "Experten worksFor Greenpeace"),
        ("Karl und Jan Moser sangen. Die Geschwister Anna und Eva Kern lobten die SPD.", "Jan Moser supported SPD"),
        # who denies a deed has not done it
        ("Jan Moser bestritt den Überfall auf Eva Kern.", "Jan Moser participatedIn Überfall auf Eva Kern"),
        (
            "Die Staatsanwaltschaft Linz schwieg. Jan Moser wurde angezeigt.",
            "Staatsanwaltschaft Linz charged Jan Moser",
        ),
        (
            "Jan Moser wurde angezeigt. Die Polizei Linz ermittelt gegen Unbekannt.",
            "Polizei Linz investigated Jan Moser",
        ),
        (
            "Innenministerin Eva Kern ist zurückgetreten. Jan Moser wird Bildungsminister.",
            "Jan Moser succeeded Eva Kern",
        ),
        (
            "Jan Moser wurde zusammen mit Eva Kern vom Landesgericht Linz verurteilt.",
            "Landesgericht Linz cooperatedWith Eva Kern",
        ),
        # nor is the father somebody else
        ("Jan Moser ist der Bruder von Eva Kern und Vater von Karl Moser.", "Jan Moser relativeOf Vater"),
        # a complaint is handed in at a prosecutor's, and nobody wins against a festival
        (
            "Gegen Jan Moser wurde bei der Staatsanwaltschaft Linz Anzeige erstattet.",
            "Staatsanwaltschaft Linz charged Jan Moser",
        ),
        ("Jan Moser gewann bei den Salzburger Festspielen.", "Jan Moser defeated Salzburger Festspiele"),
        ("Die Anhänger von Jan Moser griffen Eva Kern an.", "Jan Moser attacked Eva Kern"),
        # who quashes a verdict has not passed it, and a team wins, not who scores for it
        ("Der Oberste Gerichtshof hob das Urteil gegen Jan Moser auf.", "Oberster Gerichtshof convicted Jan Moser"),
        ("Beim 4:1 gegen Rapid erzielte Jan Moser drei Tore.", "Jan Moser defeated Rapid"),
        # "der Mann" is no woman
        ("Eva Kern kam. Der Mann kritisierte die SPÖ.", "Eva Kern criticised SPÖ"),
    ],
)
def test_it_is_not_stated(nlp: Language, text: str, absent: str) -> None:
    assert absent not in stated(nlp, text)
