"""Who goes along on a journey, and for whom a bare title is not the club's: text, what must be claimed."""

import pytest
from spacy.language import Language
from test_offices import claims

COMPANIONS = [
    (
        "Außenminister Jan Moser reiste nach Kabul. Er wurde von seiner Frau Ilse Moser und dem Maler Karl Egger begleitet.",
        {"Ilse Moser travelledTo Kabul", "Karl Egger travelledTo Kabul"},
    ),
    ("Ministerin Ilse Kern flog nach Mali, begleitet von General Jan Moser.", {"Jan Moser travelledTo Mali"}),
    ("In Begleitung von Jan Moser ist Ministerin Ilse Kern in Peking eingetroffen.", {"Jan Moser travelledTo Peking"}),
    ("Ilse Kern reiste mit Minister Jan Moser nach Peking.", {"Jan Moser travelledTo Peking"}),
    ("Jan Moser reiste nach Kabul. Mit ihm reiste Minister Karl Egger.", {"Karl Egger travelledTo Kabul"}),
    ("Jan Moser will nach Kabul reisen. Karl Egger wird ihn begleiten.", set()),
    ("Jan Moser sprach in Kabul. Karl Egger begleitete ihn am Klavier.", set()),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIONS)
def test_companions_travel_along(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ("companions",)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der bei Galatasaray spielende Jan Moser traf. Ghana scheiterte an Torhüter Karl Huber.",
        "Chelsea siegte. Der französische Trainer Karl Huber schwieg.",
    ],
)
def test_a_national_side_has_players_of_its_own(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text, ("offices/body",)) if c.startswith("Karl Huber")]


def test_a_prime_minister_heads_no_other_countrys_government(nlp: Language) -> None:
    text = (
        "Der türkische Premier Jan Moser rügte Israel. Der Regierungschef war laut. Die israelische Regierung schwieg."
    )
    assert claims(nlp, text, ("offices/",)) == {"Jan Moser heads Türkei"}
