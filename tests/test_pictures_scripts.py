"""The scripts in scripts/ run on a Turtle file and write what they promise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from views_sample import LAKE, dataset

SCRIPTS = Path(__file__).parent.parent / "scripts"
NAMES = sorted(path.name for path in SCRIPTS.glob("visualize_*.py"))


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = Graph()
    for triple in dataset([LAKE]).triples((None, None, None)):
        graph.add(triple)
    file = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    graph.serialize(file, format="turtle")
    return file


@pytest.mark.parametrize("name", NAMES)
def test_script_makes_its_picture(name: str, turtle: Path, tmp_path: Path) -> None:
    picture = tmp_path / ("page.html" if "explorer" in name else "picture.png")
    call = [sys.executable, str(SCRIPTS / name), str(turtle), str(picture)]
    environment = os.environ | {"MPLBACKEND": "agg"}
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert picture.stat().st_size > 5_000


def test_there_are_scripts() -> None:
    assert len(NAMES) >= 5
