"""How the text presents a claim, and who states it."""

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.language import Lexicon
from kg.language.parsing import parse
from kg.model import Claim, Reading
from kg.reading import read

LEXICON = Lexicon("de")

SENTENCES = [  # sentence, factuality and source of its one claim of the predicates below
    ("Angela Merkel traf in Paris den Präsidenten Emmanuel Macron.", "Asserted"),
    ("Emmanuel Macron wurde von Angela Merkel scharf kritisiert.", "Asserted"),
    ("Angela Merkel konnte in Paris den Präsidenten Emmanuel Macron treffen.", "Asserted"),
    ("Angela Merkel traf bald darauf den Präsidenten Emmanuel Macron.", "Asserted"),
    ("Angela Merkel trifft bald den Präsidenten Emmanuel Macron.", "Planned"),
    # of what somebody is accused
    ("Jan Moser wurde wegen Mordes an Eva Kern angeklagt.", "Reported"),
    ("Jan Moser ist wegen Mordes an Eva Kern verurteilt worden.", "Reported"),
    # negation
    ("Angela Merkel traf den Präsidenten Emmanuel Macron nicht.", "Negated"),
    ("Angela Merkel hat den Präsidenten Emmanuel Macron nie getroffen.", "Negated"),
    ("Angela Merkel lehnte es ab, den Präsidenten Emmanuel Macron zu treffen.", "Negated"),
    ("Angela Merkel weigerte sich, den Präsidenten Emmanuel Macron zu treffen.", "Negated"),
    ("Das geplante Treffen zwischen Angela Merkel und Emmanuel Macron wurde abgesagt.", "Negated"),
    ("Angela Merkel verzichtete auf ein Treffen mit Emmanuel Macron.", "Negated"),
    ("Kein Treffen zwischen Angela Merkel und Emmanuel Macron fand statt.", "Negated"),
    ("Angela Merkel reiste ab, ohne den Präsidenten Emmanuel Macron zu treffen.", "Negated"),
    ("Angela Merkel kritisierte nicht nur einmal den Präsidenten Emmanuel Macron.", "Asserted"),
    ("Angela Merkel kritisierte den Präsidenten Emmanuel Macron dafür, nicht gekommen zu sein.", "Asserted"),
    ("In Paris begann das seit Tagen erwartete Treffen zwischen Angela Merkel und Emmanuel Macron.", "Asserted"),
    ("Im Mai beginnt das seit Tagen erwartete Treffen zwischen Angela Merkel und Emmanuel Macron.", "Planned"),
    ("Angela Merkel äußerte Kritik an Emmanuel Macron.", "Asserted"),
    ("Angela Merkel bestreitet, den Präsidenten Emmanuel Macron kritisiert zu haben.", "Negated"),
    # plans
    ("Angela Merkel will den Präsidenten Emmanuel Macron treffen.", "Planned"),
    ("Angela Merkel wird in Paris den Präsidenten Emmanuel Macron treffen.", "Planned"),
    ("Angela Merkel plant, den Präsidenten Emmanuel Macron zu treffen.", "Planned"),
    ("Angela Merkel kündigte ein Treffen mit Emmanuel Macron an.", "Planned"),
    ("Angela Merkel hatte gefordert, den Präsidenten Emmanuel Macron zu treffen.", "Planned"),
    ("Angela Merkel ist bereit, den Präsidenten Emmanuel Macron zu treffen.", "Planned"),
    ("Das geplante Treffen zwischen Angela Merkel und Emmanuel Macron ist wichtig.", "Planned"),
    ("Der Plan, den Präsidenten Emmanuel Macron in Paris zu treffen, gefiel Angela Merkel.", None),
    # possibility
    ("Wenn er kommt, trifft Angela Merkel den Präsidenten Emmanuel Macron.", "Possible"),
    ("Hätte Angela Merkel den Präsidenten Emmanuel Macron nicht kritisiert, wäre er noch im Amt.", "Possible"),
    ("Angela Merkel bot dem Präsidenten Emmanuel Macron ein Treffen an.", "Possible"),
    ("Angela Merkel könnte den Präsidenten Emmanuel Macron treffen.", "Possible"),
    ("Angela Merkel dürfte den Präsidenten Emmanuel Macron treffen.", "Possible"),
    ("Angela Merkel kritisierte möglicherweise den Präsidenten Emmanuel Macron.", "Possible"),
    ("Ein mögliches Treffen zwischen Angela Merkel und Emmanuel Macron ist wichtig.", "Possible"),
    ("Angela Merkel erwägt, den Präsidenten Emmanuel Macron zu treffen.", "Possible"),
    # the three readings of sollen
    ("Angela Merkel soll den Präsidenten Emmanuel Macron scharf kritisiert haben.", "Reported"),
    ("Angela Merkel soll den Präsidenten Emmanuel Macron treffen.", "Planned"),
    ("Angela Merkel sollte den Präsidenten Emmanuel Macron treffen.", "Planned"),
    # report
    ("Olaf Scholz sagte, Angela Merkel habe den Präsidenten Emmanuel Macron getroffen.", "Reported Olaf Scholz"),
    ("Angela Merkel habe den Präsidenten Emmanuel Macron getroffen, sagte Olaf Scholz.", "Reported Olaf Scholz"),
    ("Olaf Scholz berichtete, dass Angela Merkel den Präsidenten Emmanuel Macron traf.", "Reported Olaf Scholz"),
    ("Laut Olaf Scholz traf Angela Merkel in Paris den Präsidenten Emmanuel Macron.", "Reported Olaf Scholz"),
    ("Nach Angaben von Olaf Scholz traf Angela Merkel in Paris den Präsidenten Emmanuel Macron.", "Reported Olaf Scholz"),
    ("Angela Merkel habe den Präsidenten Emmanuel Macron getroffen, so Olaf Scholz.", "Reported Olaf Scholz"),
    ("Angela Merkel traf angeblich den Präsidenten Emmanuel Macron.", "Reported"),
    ("Olaf Scholz äußerte sich am Montag. Angela Merkel habe den Präsidenten Emmanuel Macron getroffen.", "Reported Olaf Scholz"),
    ("Ein Sprecher von Siemens sagte, Angela Merkel habe den Präsidenten Emmanuel Macron getroffen.", "Reported Siemens"),
    ("Aus Sicht von Olaf Scholz kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported Olaf Scholz"),
    ("Wie aus einem Bericht von Siemens hervorgeht, kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported Siemens"),
    ("Angela Merkel steht im Verdacht, den Präsidenten Emmanuel Macron getroffen zu haben.", "Possible"),
    ("Angela Merkel behielt sich vor, den Präsidenten Emmanuel Macron zu treffen.", "Possible"),
    ("Angela Merkel hat den Präsidenten Emmanuel Macron weder gesehen noch getroffen.", "Negated"),
    ("Olaf Scholz berichtet, dass Angela Merkel den Präsidenten Emmanuel Macron traf.", "Reported Olaf Scholz"),
    ("Angela Merkel beobachtet und kritisiert den Präsidenten Emmanuel Macron.", "Asserted"),
    ("Die Zeitung „Bild“ berichtete am Montag. Angela Merkel hat dem Bericht zufolge den Präsidenten Emmanuel Macron kritisiert.", "Reported Bild"),
    ("Die Lage sei gut, sagte Olaf Scholz. Den Angaben zufolge kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported Olaf Scholz"),
    ("Siemens sagte, die Lage sei gut. Medienberichten zufolge kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported"),
    ("Gemäß einem Gutachten von Siemens kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported Siemens"),
    ("Laut einem Schreiben von Siemens kritisierte Angela Merkel den Präsidenten Emmanuel Macron.", "Reported Siemens"),
    ("Nach der Erklärung von Olaf Scholz traf Angela Merkel in Paris den Präsidenten Emmanuel Macron.", "Asserted"),
    ("Emmanuel Macron hat nach eigenen Angaben Angela Merkel in Paris getroffen.", "Reported Emmanuel Macron"),
    # nested
    (
        "Man müsse prüfen, ob er lüge, sagte Boris Johnson laut Siemens. Emmanuel Macron habe Angela Merkel getroffen.",
        "Reported Boris Johnson",
    ),
    ("Olaf Scholz sagte, Angela Merkel werde den Präsidenten Emmanuel Macron treffen.", "Planned Olaf Scholz"),
    ("Olaf Scholz sagte, Angela Merkel habe den Präsidenten Emmanuel Macron nicht getroffen.", "Negated Olaf Scholz"),
    ("Die SPD sprach sich für ein Treffen von Angela Merkel mit Emmanuel Macron aus.", "Planned"),
    ("Die SPD setzte sich für ein Treffen von Angela Merkel mit Emmanuel Macron ein.", "Planned"),
    # what is brought about, how it is done, what is to be
    ("Olaf Scholz will ein Treffen zwischen Angela Merkel und Emmanuel Macron herbeiführen.", "Planned"),
    ("Olaf Scholz sah darin eine Gelegenheit, ein Treffen zwischen Angela Merkel und Emmanuel Macron herbeizuführen.", "Possible Olaf Scholz"),
    ("Ein Treffen zwischen Angela Merkel und Emmanuel Macron würde Olaf Scholz schaden.", "Possible"),
    ("Ein Treffen zwischen Angela Merkel und Emmanuel Macron hat Olaf Scholz geschadet.", "Asserted"),
    ("Angela Merkel steht kurz davor, den Präsidenten Emmanuel Macron zu kritisieren.", "Planned"),
    ("Angela Merkel entschloss sich, den Präsidenten Emmanuel Macron zu kritisieren.", "Planned"),
    ("Angela Merkel zögert, den Präsidenten Emmanuel Macron zu kritisieren.", "Possible"),
    ("Olaf Scholz ging, weil er im Verdacht steht, den Präsidenten Emmanuel Macron kritisiert zu haben.", "Possible"),
    # phrases
    ("Ein Treffen zwischen Angela Merkel und Emmanuel Macron ist vom Tisch.", "Negated"),
    ("Ein Treffen zwischen Angela Merkel und Emmanuel Macron steht im Raum.", "Possible"),
    ("Ein Treffen zwischen Angela Merkel und Emmanuel Macron steht heute auf dem Programm.", "Planned"),
    ("Olaf Scholz hält ein Treffen zwischen Angela Merkel und Emmanuel Macron für denkbar.", "Possible"),
    ("Olaf Scholz hält ein Treffen zwischen Angela Merkel und Emmanuel Macron für ausgeschlossen.", "Negated"),
    # conditions, days, corrections, questions, pointers
    ("Kritisiert Angela Merkel den Präsidenten Emmanuel Macron, gibt es Streit.", "Possible"),
    ("Am Dienstag treffen sich Angela Merkel und Emmanuel Macron.", "Planned"),
    ("Am Dienstag trafen sich Angela Merkel und Emmanuel Macron.", "Asserted"),
    ("Angela Merkel hat nicht Olaf Scholz, sondern den Präsidenten Emmanuel Macron kritisiert.", "Asserted"),
    ("Angela Merkel kritisierte den Präsidenten Emmanuel Macron scharf (DER STANDARD berichtete).", "Asserted"),
    ("Berichten mehrerer Medien zufolge fand in Paris ein Treffen zwischen Angela Merkel und Emmanuel Macron statt.", "Reported"),
]  # fmt: skip


@pytest.fixture(scope="module")
def readings(nlp: Language) -> dict[str, Reading]:
    articles = [article_from_text(sentence) for sentence, _ in SENTENCES]
    return {article.text: read(article, doc, LEXICON) for article, doc in parse(nlp, articles, batch_size=64)}


def shown(claim: Claim, reading: Reading) -> str:
    names = {entity.id: entity.name for entity in reading.entities}
    return f"{claim.factuality} {names.get(claim.source or '', '')}".strip()


@pytest.mark.parametrize(("sentence", "expected"), [(s, e) for s, e in SENTENCES if e])
def test_factuality_and_source(sentence: str, expected: str, readings: dict[str, Reading]) -> None:
    reading = readings[sentence]
    claims = [c for c in reading.claims if c.predicate in {"met", "criticised", "killed"}]
    assert [shown(claim, reading) for claim in claims] == [expected]


def test_a_decision_cites_its_cue(readings: dict[str, Reading]) -> None:
    sentence = "Angela Merkel könnte den Präsidenten Emmanuel Macron treffen."
    (claim,) = [c for c in readings[sentence].claims if c.predicate == "met"]
    assert [sentence[cue.start : cue.end] for cue in claim.cues] == ["könnte"]


PLACES = [  # sentence, whether its event lies in Graz, by factuality
    ("Bei der bevorstehenden Wahl in Graz hofft die SPÖ auf einen Sieg.", {"Planned"}),
    ("Die Konferenz in Graz wurde abgesagt.", {"Negated"}),
    ("Die Wahl in Graz könnte die SPÖ stärken.", {"Asserted"}),
    ("Die Konferenz in Graz brachte keine Einigung.", {"Asserted"}),
]


@pytest.mark.parametrize(("sentence", "expected"), PLACES)
def test_events_lie_where_they_are_to_be(nlp: Language, sentence: str, expected: set[str]) -> None:
    ((article, doc),) = parse(nlp, [article_from_text(sentence)])
    reading = read(article, doc, LEXICON)
    names = {entity.id: entity.name for entity in reading.entities}
    found = [c for c in reading.claims if c.predicate == "locatedIn" and names[c.object] == "Graz"]
    assert {str(claim.factuality) for claim in found} == expected


def test_what_somebody_is_is_claimed_once(nlp: Language) -> None:
    text = "Der Bruder von Olaf Scholz, Jan Scholz, kam. Jan Scholz sagte: „Mein Bruder ist müde. Man darf meinen Bruder nicht stören.“"
    ((article, doc),) = parse(nlp, [article_from_text(text)])
    kin = [c for c in read(article, doc, LEXICON).claims if c.predicate == "relativeOf"]
    assert [str(claim.factuality) for claim in kin] == ["Asserted"]
