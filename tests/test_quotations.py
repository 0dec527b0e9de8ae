"""Reported speech: type, what is said, who says it."""

import pytest
from spacy.language import Language

from kg.facts.quotations import as_record, find_quotations
from kg.language.lexicon import Lexicon

DE = Lexicon("de")

ROWS = [
    ("Minister Karl Huber sagte, dass die Steuern sinken.", "indirect", "dass die Steuern sinken", "Karl Huber"),
    ("Die Steuern seien zu hoch, sagte die Ministerin.", "indirect", "Die Steuern seien zu hoch", "die Ministerin"),
    ("Die Lage ist nach Angaben der Polizei ruhig.", "indirect", "ruhig", "Polizei"),
    ("Laut dem Ministerium steigen die Preise.", "indirect", "steigen die Preise", "dem Ministerium"),
    ("Dem Ministerium zufolge steigen die Preise.", "indirect", "steigen die Preise", "Ministerium"),
    ("Der Zug war zu schnell, wie die Bahn mitteilte.", "indirect", "Der Zug war zu schnell", "die Bahn"),
    ("„Wir werden gewinnen“, sagte Trainer Jonas Weber.", "direct", "„Wir werden gewinnen“", "Jonas Weber"),
    ("Trainer Jonas Weber sagte: „Wir werden gewinnen.“", "direct", "„Wir werden gewinnen.“", "Jonas Weber"),
    ('"Das ist ein guter Tag für uns", so Bürgermeisterin Ilse Kern.', "direct", '"Das ist ein guter Tag für uns"', "Ilse Kern"),
    ("»Ich trete nicht zurück«, erklärte der Präsident.", "direct", "»Ich trete nicht zurück«", "der Präsident"),
    ("Der Kanzler sprach von einem Erfolg.", "reported", "Der Kanzler sprach von einem Erfolg.", "Der Kanzler"),
    ("Die Gewerkschaft forderte höhere Löhne.", "reported", "Die Gewerkschaft forderte höhere Löhne.", "Die Gewerkschaft"),
    ("Der Kanzler betonte, er habe nichts gewusst.", "indirect", "er habe nichts gewusst", "Der Kanzler"),
    (
        "Der Minister sagte, man sei bereit. Die Gespräche dauerten noch an. Eine Einigung sei möglich.",
        "free-indirect", "Eine Einigung sei möglich.", "Der Minister",
    ),
    ("Estland und Lettland seien in der EU, erklärte der Minister.", "indirect", "Estland und Lettland", "der Minister"),
    ("Der Zeitung sagte Trainer Jonas Weber: „Wir werden gewinnen.“", "direct", "„Wir werden gewinnen.“", "Jonas Weber"),
    ("Von der Leyen betonte, sie habe nichts gewusst.", "indirect", "sie habe nichts gewusst", "Leyen"),
    (
        "Die Trainerin sprach von einem Fehler. „Wir haben einfach zu spät reagiert und verdient verloren.“",
        "direct", "Wir haben einfach", "Die Trainerin",
    ),
    ("„Er ist die eiserne Hand“, so beschrieb ihn der Gewerkschafter.", "direct", "eiserne Hand", "der Gewerkschafter"),
    ("Laut der Zeitung sagte der Minister, dass die Steuern sinken.", "indirect", "dass die Steuern", "der Minister"),
    ("Der Mann soll zwei Autos gestohlen haben.", "free-indirect", "Der Mann soll zwei Autos gestohlen haben.", ""),
    ("Der Konzern streicht Stellen, berichtet der „Spiegel“.", "indirect", "Der Konzern streicht Stellen", "Spiegel"),
    ("Die Ministerin beklagte, dass der Plan „in Wien“ kaum bekannt sei.", "indirect", "dass der Plan", "Die Ministerin"),
    ("Der Plan ist gut, wie Ilse Kern, die Chefin der Bahn, mitteilte.", "indirect", "Der Plan ist gut", "Ilse Kern"),
    ("Der Minister forderte die Bahn dazu auf, ins Büro zurückzukehren.", "indirect", "ins Büro", "Der Minister"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "said", "speaker"), ROWS)
def test_quotation(nlp: Language, text: str, kind: str, said: str, speaker: str) -> None:
    doc = nlp(text)
    records = [as_record(doc, found, None, None) for found in find_quotations(doc, DE)]
    shown = [
        (
            q.type,
            " … ".join(text[s.start : s.end] for s in q.spans),
            text[q.speaker.start : q.speaker.end] if q.speaker else "",
        )
        for q in records
    ]
    assert any(k == kind and said in t and speaker in who for k, t, who in shown), shown


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug fuhr nach Köln.",
        "Das Lied „Über den Wolken“ wurde gespielt.",
        "Die Polizei nahm zwei Männer fest.",
        "Der Verein gewann am Samstag mit 2:1.",
    ],
)
def test_no_quotation(nlp: Language, text: str) -> None:
    assert find_quotations(nlp(text), DE) == []
