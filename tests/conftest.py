"""Fixtures shared by all tests: the pipeline is loaded once, each server is started once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from endpoints import jena, oxigraph
from spacy.language import Language

import kg.language
from kg.store import open_store

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.language.load("de")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Gives the address of a server by name, "oxigraph" or "jena"; it is started when it is first asked for."""
    with ExitStack() as running:

        @cache
        def address(name: str) -> str:
            return running.enter_context(oxigraph() if name == "oxigraph" else jena(tmp_path_factory.mktemp("jena")))

        yield address


@pytest.fixture(params=["memory", "disk", "oxigraph", "jena"])
def empty_place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store is, one of each engine."""
    match request.param:
        case "memory":
            return ":memory:"
        case "disk":
            return str(tmp_path / "kg-data")
        case name:
            address = request.getfixturevalue("server")(name) + ("/union" if name == "jena" else "")
            open_store(address).update("DROP ALL")
            return str(address)
