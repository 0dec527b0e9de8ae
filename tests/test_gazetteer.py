"""Words for places, their inhabitants and bodies are known by their form."""

import pytest

from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import head_category
from kg.language import Lexicon

DE = Lexicon("de")


@pytest.mark.parametrize(
    ("word", "country"),
    [("russischen", "Russland"), ("saudi-arabische", "Saudi-Arabien"), ("deutscher", "Deutschland"), ("US-amerikanischer", "USA"), ("steirische", "Steiermark"), ("Moskauer", "Moskau"), ("Münchner", "München"), ("Bremer", "Bremen"), ("Göttinger", "Göttingen"), ("Schweizer", "Schweiz")],
)  # fmt: skip
def test_adjectives_know_their_place(word: str, country: str) -> None:
    known = gazetteer(DE).adjective(word)
    assert known is not None
    assert known.name == country


def test_towns_stand_in_one_table_only() -> None:
    known, towns = DE.table("gazetteer"), DE.table("towns")
    elsewhere = {
        (code, n) for group in ("cities", "regions", "sites") for code, names in known[group].items() for n in names
    }
    assert elsewhere.isdisjoint({(code, name) for code, names in towns["towns"].items() for name in names})
    assert set(known["ambiguous"]).isdisjoint(towns["ambiguous"])
    assert all(set(forms).isdisjoint(known["variants"].get(town, ())) for town, forms in towns["variants"].items())


@pytest.mark.parametrize("word", ["technisch", "politische", "Lehrer", "städtische", "englischsprachig"])
def test_other_words_are_no_adjectives_of_origin(word: str) -> None:
    assert gazetteer(DE).adjective(word) is None


@pytest.mark.parametrize(
    ("noun", "gender", "place"),
    [("Amerikaner", "Masc", "USA"), ("Französin", "Fem", "Frankreich"), ("Belgierin", "Fem", "Belgien"), ("Däne", "Masc", "Dänemark"), ("Steirer", "Masc", "Steiermark"), ("Wiener", "Masc", "Wien"), ("Inder", "Masc", "Indien"), ("Ungar", "Masc", "Ungarn")],
)  # fmt: skip
def test_inhabitants_know_their_place(noun: str, gender: str, place: str) -> None:
    known = gazetteer(DE).inhabitants[noun]
    assert (known.gender, known.place.name) == (gender, place)


@pytest.mark.parametrize(
    ("word", "category"),
    [("Außenministeriums", "state"), ("Stahlkonzern", "company"), ("Nachrichtenagentur", "media"), ("Schwesterpartei", "party"), ("Hafenstadt", "place"), ("Militärflughafen", "site"), ("Tisch", None), ("Autobahn", "site"), ("Datenbank", None), ("Staatsbahn", "company"), ("Abend", None)],
)  # fmt: skip
def test_head_nouns_have_a_category(word: str, category: str | None) -> None:
    assert head_category(word, DE) == category
