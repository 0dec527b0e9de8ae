"""Constructions of newspaper articles over one or two sentences: text, what must be claimed and what must not."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon, parse
from kg.reading import read


def claims(nlp: Language, text: str) -> set[str]:
    ((article, doc),) = parse(nlp, [article_from_text(text)])
    found = read(article, doc, Lexicon("de"))
    names = {entity.id: entity.name for entity in found.entities}
    return {f"{names[c.subject]} {c.predicate} {names.get(c.object, c.object)}" for c in found.claims}


CLAIMED = [
    ("Rückhalt bekommt Egger von der Industriellenvereinigung. Deren Generalsekretär Jan Moser lobte ihn.", "Jan Moser worksFor Industriellenvereinigung"),
    ("Die FPÖ und deren Generalsekretär Jan Moser fordern Neuwahlen.", "Jan Moser worksFor FPÖ"),
    ("Der Presserat rügte die Kronen Zeitung.", "Presserat criticised Kronen Zeitung"),
    ("Stadtrechnungshof rügt Vergaben. Wien – Der Wiener Stadtrechnungshof kritisiert Siemens.", "Wiener Stadtrechnungshof criticised Siemens"),
    ("Die Verlagsgruppe Nord trennt sich von Eva Kern. Die Journalistin, die Siemens leitete, verlässt das Haus.", "Eva Kern heads Siemens"),
    ("Ein Brief kam von Jan Moser. Man habe anderes vor, so der frühere Siemens-Vorstand.", "Jan Moser worksFor Siemens"),
    ("Die Grünen werfen Jan Moser vor, Zahlen zu fälschen. Moser bestreitet das.", "Jan Moser rejected Die Grünen"),
    ("Zu Siemens gehören neben Osram auch Infineon und Healthineers.", "Osram partOf Siemens"),
    ("Die AKP von Präsident Jan Moser verlor die Wahl.", "Jan Moser heads AKP"),
    ("Das sei falsch, erklärten Jan Moser und Karl Egger. Ilse Kern stellte sich hinter die beiden Gewerkschafter.", "Ilse Kern supported Karl Egger"),
    ("Stadträtin Eva Kern (SPÖ) gab nach. Sie habe Siemens gewarnt, sagte die Ressortchefin. Neos-Klubchefin Ilse Moser lachte.", "Eva Kern said Sie habe Siemens gewarnt"),
    ("Landesrat Jan Moser (FKW) ist geladen.", "Jan Moser memberOf FKW"),
    ("Jan Moser steht in Graz vor Gericht. Die Staatsanwaltschaft wirft dem 45-Jährigen Betrug vor.", "Staatsanwaltschaft charged Jan Moser"),
    ("Stadträtin Eva Kern (SPÖ) gab nach. Bürgermeister Jan Moser stellte sich hinter seine Parteifreundin.", "Jan Moser supported Eva Kern"),
    ("Stadträtin Eva Kern (SPÖ) gab nach. Bürgermeister Jan Moser stellte sich hinter seine Parteifreundin.", "Jan Moser memberOf SPÖ"),
    ("Siemens hat gut verdient. Größter Aktionär ist die Erste Bank mit 30 Prozent.", "Erste Bank owns Siemens"),
    ("Siemens hat gut verdient. Der Staatsfonds IPIC hält 25 Prozent.", "IPIC owns Siemens"),
    ("Im Gemeinderat verfügt die FPÖ über 34 Mandate.", "FPÖ memberOf Gemeinderat"),
    ("Wien – Die Sozialdemokraten kritisieren Jan Moser.", "SPÖ criticised Jan Moser"),
    ("Berlin – Die Sozialdemokraten kritisieren Jan Moser.", "SPD criticised Jan Moser"),
    ("Die SPÖ berät. Die Volkspartei kritisiert die Blauen.", "ÖVP criticised FPÖ"),
    ("Die SPÖ streitet mit der ÖVP. Die Roten in Wien kritisieren die Schwarzen.", "SPÖ criticised ÖVP"),
    ("Der Oberste Gerichtshof (OGH) gab der Caritas recht. Der OGH rügte Siemens.", "Oberster Gerichtshof criticised Siemens"),
    ("Am Oberlandesgericht Graz liegt ein Akt. Am Landesgericht Klagenfurt begann der Prozess gegen Jan Moser. Den Vorsitz führt Richter Karl Egger.", "Karl Egger worksFor Landesgericht Klagenfurt"),
    ("Jan Moser, der ATV seit 2014 führt, geht.", "Jan Moser heads ATV"),
    ("ATV gehörte der Tele Nord Gruppe (TNG) des Medienunternehmers Jan Moser.", "Jan Moser owns Tele Nord Gruppe"),
    ("Peter Pilz, Sprecher der Grünen, verlangt Neuwahlen. Der Abgeordnete, der Siemens leitete, sieht sich bestätigt.", "Peter Pilz heads Siemens"),
    ("Airbus und Siemens streiten. Airbus-Sprecher Jan Moser widersprach. Man habe nichts getan, so der Konzern.", "Airbus said Man habe nichts getan"),
    ("In Graz begann der Prozess gegen Jan Moser. Angeklagt ist auch Karl Egger.", "Karl Egger participatedIn Prozess gegen Jan Moser"),
    ("In Graz begann der Prozess gegen Jan Moser. Am Montag soll Eva Kern als Zeugin befragt werden.", "Eva Kern participatedIn Prozess gegen Jan Moser"),
    ("Kritik kommt vom Redakteursrat des ORF. Das sei falsch, warnte dessen Vorsitzender Jan Moser.", "Jan Moser heads Redakteursrat"),
    ("Die PiS regiert. Parteichef Jan Moser ordnet sie neu.", "Jan Moser heads PiS"),
    ("Jan Moser ist Bürgermeister von Wien. Vizebürgermeister Karl Egger lachte. Siemens warnte den Bürgermeister.", "Siemens informed Jan Moser"),
    ("Die Wiener Grünen, seit 2010 Koalitionspartner der SPÖ, fordern Hilfe. Deren Sprecher Jan Moser schwieg.", "Jan Moser represents Die Grünen"),
    ("Montenegros Langzeitpremier Jan Moser tritt ab.", "Jan Moser heads Montenegro"),
    ("Jan Moser forderte Eva Kern im Kurier auf, zu gehen.", "Jan Moser informed Kurier"),
    ("Wien – Die Republik hält 28 Prozent an Siemens.", "Österreich owns Siemens"),
    ("Die Medienbehörde KommAustria kritisierte den ORF.", "KommAustria criticised ORF"),
]  # fmt: skip

ABSENT = [
    ("Die ÖVP verurteilt die Gewalt gegen die Schwarzen in den USA.", "ÖVP locatedIn USA"),
    ("Der Stiftungsrat wählte Jan Moser zum Generaldirektor.", "Jan Moser heads Stiftungsrat"),
    ("Jan Moser war abberufen worden, klagt aber gegen seine Kündigung.", "Jan Moser said Jan Moser war abberufen worden"),
    ("Die Leute wurden nicht gefragt, hieß es in einem Brief an Jan Moser.", "Jan Moser said Die Leute wurden nicht gefragt"),
    ("Jan Moser traf Eva Kern in Wien. Karl Egger nahm an der Trauerfeier teil.", "Karl Egger met Jan Moser"),
    ("Stockholm – In Schweden haben die Sozialdemokraten Jan Moser kritisiert.", "SPD criticised Jan Moser"),
    ("ÖVP-Obmann Jan Moser kam. Landeshauptmann Karl Egger (SPÖ) schwieg. Moser lobte seinen Parteifreund.", "Karl Egger memberOf ÖVP"),
    ("Unter den Gläubigern befinden sich laut KSV auch Bosch und Henkel.", "Bosch supported Henkel"),
    ("Landeshauptmann Jan Moser und Sozialministerin Eva Kern sprachen in Oberösterreich.", "Eva Kern worksFor Oberösterreich"),
    ("Prag – Die Tschechische Republik lädt ein. Die Republik hält 28 Prozent an Siemens.", "Österreich owns Siemens"),
    ("Jan Moser, Abgeordneter im Landtag, soll von den Delegierten gewählt werden.", "Landtag appointed Jan Moser"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), CLAIMED)
def test_what_an_article_tells_is_claimed(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(("text", "claim"), ABSENT)
def test_what_an_article_does_not_tell_is_not(nlp: Language, text: str, claim: str) -> None:
    assert claim not in claims(nlp, text)
