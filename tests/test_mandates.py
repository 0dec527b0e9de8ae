"""Posts that follow from what else is told, and persons known by their relatives: text, what must be claimed, what must not."""

import pytest
from spacy.language import Language
from test_offices import claims

ALL = ("offices/", "frames/", "leanings", "mandates/", "succession")
STATED = [
    ("Eva Moser sitzt im Aufsichtsrat der Deutschen Bahn.", {"Eva Moser worksFor Deutsche Bahn"}),
    ("Eva Moser zieht in den Vorstand der Telekom ein.", {"Eva Moser worksFor Deutsche Telekom"}),
    ("Der Anwalt Jan Moser verteidigte Karl Huber vor Gericht.", {"Jan Moser represents Karl Huber"}),
    (
        "Karl Huber engagierte den Strafrechtler Jan Moser.",
        {"Karl Huber appointed Jan Moser", "Jan Moser represents Karl Huber"},
    ),
    (
        "Karl Huber beauftragte den Rechtsanwalt Jan Moser mit seiner Vertretung.",
        {"Karl Huber appointed Jan Moser", "Jan Moser represents Karl Huber"},
    ),
    ("Eva Moser wurde zur Vorsitzenden der SPD gewählt.", {"SPD appointed Eva Moser", "Eva Moser heads SPD"}),
    ("Jan Moser, einer der Chefs der SPD, trat ab.", {"Jan Moser heads SPD"}),
    ("Jan Moser ist einer der Sprecher von Greenpeace.", {"Jan Moser represents Greenpeace"}),
    ("Nachfolger von Jan Moser wird Produktionschef Karl Huber.", {"Karl Huber succeeded Jan Moser planned"}),
    ("Jan Moser war Außenminister unter Karl Huber.", {"Jan Moser worksFor Karl Huber former"}),
    ("Jan Moser kam mit seiner Ehefrau nach Wien.", {"Ehefrau relativeOf Jan Moser"}),
    ("Jan Moser schwieg. Mosers Sohn sagte, er sei krank.", {"Sohn relativeOf Jan Moser"}),
    (
        "Der Anwalt Sven Thomas kam. Auch Siemens-Vorstand Thomas Huber kam. Huber schwieg.",
        {"Thomas Huber worksFor Siemens"},
    ),
    ("Der Deutschlandchef von Siemens, Jan Moser, kam nach Bonn.", {"Jan Moser worksFor Siemens"}),
    ("Schalke 04 verpflichtete den Stürmer Jan Moser.", {"Jan Moser worksFor FC Schalke 04"}),
    ("Rapid-Trainer Jan Kern wurde entlassen.", {"Rapid dismissed Jan Kern", "Jan Kern worksFor Rapid"}),
    ("Siemens hat Eva Moser gekündigt.", {"Eva Moser worksFor Siemens former"}),
    ("Jan Huber, China-Experte bei der Caritas, warnte.", {"Jan Huber worksFor Caritas"}),
    ("Jan Huber und dessen Frau wurden verhaftet.", {"Frau relativeOf Jan Huber"}),
    ("Jan und Karl Huber sind Brüder.", {"Jan Huber relativeOf Karl Huber"}),
    ("Eva Moser folgt Jan Huber als Chefin der Bahn.", {"Eva Moser succeeded Jan Huber"}),
    (
        "Polizeisprecher Jan Moser kam. Die Landespolizeidirektion Wien ermittelt.",
        {"Jan Moser represents Landespolizeidirektion Wien"},
    ),
    ("Google-Entwickler Jan Moser kam.", {"Jan Moser worksFor Google"}),
    ("US-Außenamtssprecherin Eva Moser kam.", {"Eva Moser represents USA"}),
    ("Jan Moser rückt in den Vorstand der Telekom auf.", {"Jan Moser worksFor Deutsche Telekom"}),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_it_follows(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, ALL)
    assert expected <= found, found


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Der Minister Jan Moser verteidigte Karl Huber.", "Jan Moser represents Karl Huber"),
        ("Eva Moser wurde von den Delegierten zur Chefin der SPD gewählt.", "SPD appointed Eva Moser planned"),
        ("Staatsanwalt Jan Moser kam. Karl Huber beauftragte Jan Moser.", "Jan Moser represents Karl Huber"),
        ("Der Bundestag wählte Jan Moser zum Kanzler.", "Jan Moser worksFor Bundestag"),
        ("Bayern-Verteidiger Jan Moser fällt aus.", "Jan Moser supported FC Bayern München"),
        ("Mosers Frau Eva kam nach Bonn.", "Frau relativeOf Moser"),
        ("Der Deutschlandchef von Siemens, Jan Moser, kam nach Bonn.", "Jan Moser worksFor Deutschland"),
    ],
)
def test_it_does_not_follow(nlp: Language, text: str, absent: str) -> None:
    assert absent not in claims(nlp, text, ALL)
