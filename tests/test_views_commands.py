"""The commands that show views: kg view, kg plot, kg rank, kg path, kg communities."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import typer
from typer.testing import CliRunner
from views_sample import LAKE, dataset

from kg.cli.graph import communities, path, rank
from kg.cli.plot import plot
from kg.cli.view import view
from kg.errors import QueryError
from kg.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store") / "kg"
    with open_store(folder) as opened:
        opened.begin()
        opened.load(ox.parse(dataset([LAKE]).serialize(format="nquads").encode(), format=ox.RdfFormat.N_QUADS))
    return str(folder)


def run(command: Callable[..., None], *arguments: str) -> str:
    app = typer.Typer()
    app.command()(command)
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_rank(store: str) -> None:
    lines = run(rank, "-s", store, "-n", "2").splitlines()
    assert len(lines) == 2
    assert "Öznur Müller-Şahin (Person, 3 links)" in lines[0]
    assert json.loads(run(rank, "-s", store, "--json", "--by", "degree"))[0]["links"] == 3


def test_path_tells_each_step_with_its_sentence(store: str) -> None:
    shown = run(path, "Größl", "Graubergen", "-s", store)
    assert shown.count("    „") == 3
    assert "„Laut Größl sprach die Ministerin mit Graubergen.“" in shown
    assert "(Reported)" in shown
    assert len(json.loads(run(path, "Größl", "Graubergen", "-s", store, "--json"))[0]) == 3


def test_communities(store: str) -> None:
    assert "Größl" in run(communities, "-s", store)
    assert json.loads(run(communities, "-s", store, "--json"))[0]["labels"]


def test_view_writes_one_file(store: str, tmp_path: Path) -> None:
    file = tmp_path / "new" / "page.html"
    assert run(view, "-s", store, "-o", str(file), "--about", "Größl", "--english").strip() == str(file)
    assert '<html lang="en">' in file.read_text(encoding="utf-8")


def test_plot_writes_a_picture(store: str, tmp_path: Path) -> None:
    file = tmp_path / "roles.svg"
    assert run(plot, "roles", "-s", store, "-o", str(file), "--factuality", "asserted").strip() == str(file)
    assert file.read_text(encoding="utf-8").startswith("<?xml")


def test_unknown_names_are_explained(store: str) -> None:
    with pytest.raises(QueryError, match="nobody in the store is called 'Nobody'"):
        run(path, "Nobody", "Größl", "-s", store)
