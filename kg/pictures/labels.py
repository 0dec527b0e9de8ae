"""The words for predicates, classes and factualities, German and English, from the ontology."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.rdf.ontology import label

LANGUAGES = ("de", "en")


def words(names: Collection[str], phrases: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Give the words for some names: {"met": {"de": "traf", "en": "met"}}."""
    return {name: {language: word(name, phrases, language) for language in LANGUAGES} for name in sorted(names)}


def word(name: str, phrases: Mapping[str, str], language: str = "de") -> str:
    """Give the word for one name; an open predicate has one wording, the same in every language."""
    if name.startswith("open:"):
        return phrases.get(name, name.removeprefix("open:").replace("-", " "))
    return label(name, language)
