"""Unknown names: of which type, how far they go, and that an article has one type for one name."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.entities import resolve
from kg.language import Lexicon, parse

DE = Lexicon("de")

ROWS = [
    # One name, one type: what the words beside it tell.
    ("Snorr klagt Wefax. Snorr-Chef Tim Kahl sagte, Wefax habe kopiert. Die Wefax-Aktie fiel.", {"organization/snorr", "organization/wefax", "person/tim-kahl"}, {"person/snorr", "person/wefax"}),
    ("Der Chef von Runtix heißt Jan Moser. Moser verkaufte Runtix.", {"organization/runtix", "person/jan-moser"}, {"person/runtix"}),
    ("Sie hält 30 Prozent der Anteile an Palfix. Mit Palfix wird verhandelt.", {"organization/palfix"}, {"person/palfix"}),
    ("Die Fluglinie Laudax klagt den Konkurrenten Jetax.", {"organization/laudax", "organization/jetax"}, {"person/jetax"}),
    ("Der Konzern trennt sich von der Tochter Xentrax.", {"organization/xentrax"}, {"person/xentrax"}),
    ("Der Trainer lobte Jan Gschell. Konkurrent Gschell gewann.", {"person/jan-gschell"}, {"organization/gschell"}),
    ("Teamchef Gschell lobte ihn. Gschell (45) bleibt.", {"person/gschell"}, {"organization/gschell"}),
    ("Das Start-up Wefax klagt.", {"organization/wefax"}, {"organization/start"}),
    ("Der US-Riese Pharmax kauft zu.", {"organization/pharmax"}, {"place/pharmax"}),
    ("Die Zielfix GmbH und deren Tochter Palfix GmbH zahlen.", {"organization/zielfix-gmbh", "organization/palfix-gmbh"}, {"person/palfix-gmbh"}),
    # Institutions with English names.
    ("Forscher vom Massachusetts Institute of Technology warnten.", {"organization/massachusetts-institute-of-technology"}, {"organization/institute-of-technology"}),
    ("Am Institute of Science and Technology Austria forscht Jan Moser.", {"organization/institute-of-science-and-technology-austria"}, {"country/oesterreich"}),
    ("Das Center for European Policy widerspricht.", {"organization/center-for-european-policy"}, set()),
    ("Ein Anwalt des Natural Resources Defense Council kam.", {"organization/natural-resources-defense-council"}, set()),
    ("Sie werden vom US-Autobauer Tessla Motors geliefert.", {"organization/tessla-motors"}, {"organization/us-autobauer-tessla-motors"}),
    ("Laut dem Direktor B.N. Suresh ist alles bereit.", {"person/b-n-suresh"}, {"person/suresh"}),
    ("Der Minister Abu Bakr Younis ging.", {"person/abu-bakr-younis"}, {"person/younis"}),
    # Clubs.
    ("Der SC Wiener Neustadt verlor.", {"organization/sc-wiener-neustadt"}, {"place/wiener-neustadt"}),
    ("Am Samstag kommt der VfB Lübeck.", {"organization/vfb-luebeck"}, {"organization/vfb-stuttgart"}),
    ("Der Kremser SC gewann gegen die HSG Graz.", {"organization/kremser-sc", "organization/hsg-graz"}, set()),
    ("Er wechselt zum italienischen Klub AC Torrona.", {"organization/ac-torrona"}, {"organization/ac"}),
    ("Sie kamen mit dem FK Austria Wien.", {"organization/austria-wien"}, {"organization/fk-austria-wien"}),
    # Bodies and their chapters.
    ("Die SPÖ Wien kritisiert die FPÖ Kärnten.", {"organization/spoe", "organization/fpoe"}, {"place/wien", "place/kaernten"}),
    # Names that are spelt otherwise, or are a word's, a town's or a body's elsewhere.
    ("GitBass wächst. Jan Moser leitet Gitbass.", {"organization/gitbass"}, {"person/gitbass"}),
    ("Jan Moser hatte Xamarix gegründet.", {"organization/xamarix"}, {"person/xamarix"}),
    ("Die Zeit des Wiederaufbaus war hart.", set(), {"organization/die-zeit"}),
    ("Daniel Moser-Berg ging. Die Konrad Adenauer-Stiftung klagt.", {"person/daniel-moser-berg", "organization/konrad-adenauer-stiftung"}, set()),
    ("Präsident Nursultan Nasarbajew ging, Dariga Nasarbajewa kam.", {"person/nursultan-nasarbajew", "person/dariga-nasarbajewa"}, set()),
    ("Die Chicago Bulls trafen auf Juve.", {"organization/chicago-bulls", "organization/juventus-turin"}, set()),
    ("Die Wiener Berufsrettung half.", {"organization/wiener-berufsrettung"}, set()),
    # Where names end: charges, makers, numerals, papers, roads, firms that serve another.
    ("Karl Huber warf Kolter Geheimniskrämerei und Herrmann Populismus vor.", {"person/karl-huber", "person/kolter", "person/herrmann"}, {"person/populismus"}),
    ("Wirbel um Sager von Andreas Gabler.", {"person/andreas-gabler"}, {"person/sager-von-andreas-gabler"}),
    ("Forscher haben Richard III. gefunden.", {"person/richard-iii"}, {"place/richard"}),
    ("Das sagte er dem Hellweger Anzeiger.", {"organization/hellweger-anzeiger"}, set()),
    ("Der Unfall auf der A30 war schwer.", {"place/a30"}, {"organization/a30"}),
    ("Der Apple-Zulieferer Dialix wächst.", {"organization/dialix", "organization/apple"}, {"organization/apple-zulieferer"}),
    ("Kepler-Cheuvreux-Analyst Jan Moser kam.", {"organization/kepler-cheuvreux"}, {"organization/kepler"}),
    ("Pastor Judah Smith traute sie.", {"person/judah-smith"}, set()),
    # Persons by what they do, bodies by who is theirs, clubs by their short names, the noun before a firm.
    ("Harlem Désir von der OSZE reiste nach Kiew. Man lud Désir ein.", {"person/harlem-desir", "organization/osze"}, {"place/harlem-desir"}),
    ("Thomas Vinje von Fairsearch lobte sie. Fairsearch hatte Google angezeigt.", {"person/thomas-vinje", "organization/fairsearch"}, {"person/fairsearch"}),
    ("Der SV Ried hat den Trainer entlassen. Ried verlor am Samstag gegen Kapfenberg 0:1.", {"organization/sv-ried"}, {"person/ried"}),
    ("Der HC Grünfeld siegte. Der HC bestätigte das.", {"organization/hc-gruenfeld"}, {"organization/hc"}),
    ("Das Wiener Start-up Waytix ist insolvent. Die Airline Flynik klagt.", {"organization/waytix", "organization/flynik"}, {"organization/start-up-waytix"}),
    ("In der Causa Eurofighter wird ermittelt.", {"namedevent/causa-eurofighter"}, {"place/causa-eurofighter"}),
    # What is no club, no party, no given name and no body though a club, a party, a person and a body are called so.
    ("Energie Graz klagt Siemens. Am Montag spielt Energie Cottbus.", {"organization/energie-graz", "organization/energie-cottbus"}, {"place/graz"}),
    ("Die Union Hamburg kritisiert die SPD.", {"organization/union", "organization/spd"}, {"organization/union-hamburg"}),
    ("Die SPÖ verurteilt die Gewalt gegen die Schwarzen.", {"organization/spoe"}, {"organization/oevp"}),
    ("Die SPÖ redet mit der ÖVP. Karl Huber half den Schwarzen.", {"organization/spoe", "organization/oevp"}, set()),
    ("Der Orden half den Armen Wiens.", {"place/wien"}, {"person/armen"}),
    ("Die Maxima Österreichs liegen höher.", {"country/oesterreich"}, {"person/maxima-oesterreichs"}),
    ("Der Freitag ist ein Feiertag, sagte Jan Moser.", {"person/jan-moser"}, {"organization/der-freitag"}),
    ("Naturfreunde freuen sich über Lebenshilfe, sagte Jan Moser.", {"person/jan-moser"}, {"organization/naturfreunde", "organization/lebenshilfe"}),
    # One body under two names.
    ("Die Continental AG klagt Huawei Technologies. Huawei und Continental schweigen.", {"organization/continental", "organization/huawei"}, {"organization/continental-ag", "organization/huawei-technologies"}),
    ("Das berichten die FAZ und die OÖN. Die Frankfurter Allgemeine bleibt dabei.", {"organization/frankfurter-allgemeine-zeitung", "organization/oberoesterreichische-nachrichten"}, {"organization/frankfurter-allgemeine", "organization/oeoen"}),
    # Capitals that are no body.
    ("Der Speicher mit 64 GB kostet 90 EUR.", set(), {"organization/gb", "organization/eur"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "absent"), ROWS)
def test_unknown_names_are_of_the_type_that_their_article_shows(
    nlp: Language, text: str, there: set[str], absent: set[str]
) -> None:
    article, doc = next(parse(nlp, [article_from_text(text)]))
    found = {entity.id for entity in resolve(doc, article, DE)[0]}
    assert there <= found
    assert not absent & found
