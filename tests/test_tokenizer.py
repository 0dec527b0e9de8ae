"""The tokenizer on what news is full of, and paragraphs and datelines as sentence breaks; "·" stands between tokens without a space."""

import pytest
import spacy

from kg.language.tokenizer import adapt, paragraphs

NLP = spacy.blank("de")
adapt(NLP)


@pytest.mark.parametrize(
    "text",
    [
        "Der US-Sondergesandte reiste·.",
        "Das Spiel endete 2:1·.",
        "Um 20.45 Uhr begann es·.",
        "Am 11. April kam er·.",
        "Das gilt z. B. in Wien·.",
        "Dr. Weber und Prof. Dr. Kaya",
        "in St. Petersburg und St. Gallen",
        "„·Nein·“·, sagte er·.",
        "»·Nein·«·, sagte er·.",
        "«·Nein·»·, sagte er·.",
        "›·Nein·‹·, sagte er·.",
        "Berlin – Die Regierung",
        "Wien·/·Graz (·APA·) - Der",
        "die Aktion #Klimastreik von @ministerin",
        "siehe https://www.example.org/a.html·, bitte·.",
        "rund 3,5 Mio. Euro und 2 Mrd. Dollar",
        "Das war im Jahr 2010·.",
        "Er wählt die AfD·.",
        "Sie leitet die Huber GmbH·.",
        "Der Kurs fiel um 3,5·.",
        "Er zahlte 1.000·.",
        "Viele Lehrer:innen streikten·.",
        "Er sagte·:·„·Nein·“",
        'Er "·geht·.·"·Laut Huber',
        'Das Spiel ist aus·.·"·Schade·"',
        "die 20-jährige aus dem Fünf-Punkte-Plan",
        "Lena Vogt (·CDU·) sprach·.",
        "Vgl. Art. 5",
    ],
)
def test_tokens(text: str) -> None:
    doc = NLP.make_doc(text.replace("·", ""))
    assert [token.text for token in doc] == text.replace("·", " ").split()


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Neue Gespräche geplant\n\nDer Rat tagt.", ["Der"]),
        ("Wien (APA) - Der Rat tagt.", ["Der"]),
        ("Moskau/Kiew – Die Lage ist ernst.", ["Die"]),
        ("Titel\n\nBERLIN (dpa) — Die Lage ist ernst.", ["BERLIN", "Die"]),
        ("Moskau – Hauptstadt Russlands – ist groß.", []),
        ("Der Rat tagt.", []),
        ("Erste Zeile\nzweite Zeile", []),
    ],
)
def test_paragraphs_and_datelines_start_sentences(text: str, starts: list[str]) -> None:
    doc = paragraphs(NLP.make_doc(text))
    assert [token.text for token in doc[1:] if token.is_sent_start] == starts


def test_no_sentence_starts_after_a_colon_or_semicolon() -> None:
    doc = paragraphs(NLP.make_doc("Er bleibt dabei: Das Haus ist alt; es fällt."))
    assert [token.text for token in doc if token.sent_start == -1] == ["Das", "es"]
