"""Every frame's example gives its claims; the data keep their schema."""

from collections import Counter

import pytest
from spacy.language import Language

from kg.articles import article_from_text
from kg.facts.frames import load_frames, read_frames
from kg.language import Lexicon
from kg.language.parsing import parse
from kg.model import Reading
from kg.reading import read

LEXICON = Lexicon("de")
TALKS = {"met", "talkedWith", "negotiatedWith"}
SYMMETRIC = TALKS | {"agreedWith", "cooperatedWith", "relativeOf"}
FRAMES = [frame for group in load_frames(LEXICON).index.values() for frame in group]
VOCABULARY = {
    "met",
    "talkedWith",
    "negotiatedWith",
    "travelledTo",
    "participatedIn",
    "informed",
    "agreedWith",
    "cooperatedWith",
    "supported",
    "aided",
    "demandedFrom",
    "criticised",
    "rejected",
    "threatened",
    "pressured",
    "protestedAgainst",
    "sanctioned",
    "attacked",
    "killed",
    "arrested",
    "investigated",
    "charged",
    "convicted",
    "released",
    "appointed",
    "dismissed",
    "succeeded",
    "acquired",
    "sold",
    "funded",
    "founded",
    "closed",
    "defeated",
    "produced",
    "heads",
    "worksFor",
    "represents",
    "advises",
    "memberOf",
    "citizenOf",
    "relativeOf",
    "locatedIn",
    "partOf",
    "owns",
}


@pytest.fixture(scope="module")
def readings(nlp: Language) -> list[Reading]:
    articles = [article_from_text(frame.example) for frame in FRAMES]
    return [read(article, doc, LEXICON) for article, doc in parse(nlp, articles, batch_size=128)]


def told(reading: Reading, predicates: set[str]) -> set[tuple[str, ...]]:
    names = {entity.id: entity.name for entity in reading.entities}
    pairs = [(names[c.subject], names[c.object]) for c in reading.claims if c.predicate in predicates and not c.literal]
    return {tuple(sorted(pair)) if predicates & SYMMETRIC else pair for pair in pairs}


def test_examples_give_their_claims(readings: list[Reading]) -> None:
    wrong = []
    for frame, reading in zip(FRAMES, readings, strict=True):
        family = TALKS if frame.predicate in TALKS else {frame.predicate}
        pairs = [tuple(given.split(" > ")) for given in frame.gives]
        expected = {tuple(sorted(pair)) if family & SYMMETRIC else pair for pair in pairs}
        if told(reading, family) != expected:
            wrong.append(f"{frame.name}: {frame.example}")
    assert len(wrong) <= 0.05 * len(FRAMES), "\n".join(wrong)


def test_there_are_frames_for_the_whole_vocabulary() -> None:
    entries = Counter(frame.predicate for frame in FRAMES)
    assert len(FRAMES) >= 900
    assert [predicate for predicate in VOCABULARY if not entries[predicate]] == []
    assert set(entries) <= set(VOCABULARY)


@pytest.mark.parametrize(
    "entry",
    [
        {"v": "loben", "ex": "A lobt B."},
        {"ex": "A lobt B.", "gives": "A > B"},
        {"v": "loben", "subject": "obj", "ex": "A lobt B.", "gives": "A > B"},
    ],
    ids=["no claims", "no word", "unknown key"],
)
def test_a_bad_entry_is_named(entry: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"frames/test\.yaml"):
        read_frames({"predicate": "supported", "frames": [entry]}, "test", {})


@pytest.mark.parametrize(
    ("words", "light", "lemma", "reflexive"),
    [
        ("Kritik üben", (("", "Kritik"),), "üben", False),
        ("zur Rede stellen", (("zu", "Rede"),), "stellen", False),
        ("sich einsetzen", (), "einsetzen", True),
    ],
)
def test_fixed_words(words: str, light: tuple[tuple[str, str], ...], lemma: str, reflexive: bool) -> None:
    entry = {"v": words, "ex": "X.", "gives": "A > B"}
    (frame,) = read_frames({"predicate": "supported", "frames": [entry]}, "test", {"zur": "zu"})
    assert (frame.light, frame.lemma, frame.reflexive) == (light, lemma, reflexive)
