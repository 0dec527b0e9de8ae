"""Fixtures shared by all tests: the pipeline is loaded once."""

from pathlib import Path

import pytest
from spacy.language import Language

import kg.language

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.language.load("de")
