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
]


@pytest.mark.parametrize(("text", "stated"), ROWS)
def test_voices(nlp: Language, text: str, stated: set[str]) -> None:
    assert claimed(nlp, text, said=True) == stated
