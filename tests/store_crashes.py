"""Builds that are killed or run out of disk, and what must be true of the store afterwards."""

from __future__ import annotations

import atexit
import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
import store_writer
from synthetic import graphs

from kg.building import Outcome, build
from kg.facts.frames import load_frames
from kg.language import Lexicon
from kg.store import open_store
from kg.store.merging import original

HERE = Path(__file__).parent
FORKS = get_context("forkserver")
LONGEST = 0.6
"""Seconds that a build may live, at most: about as long as it takes once the articles are read."""


@dataclass(frozen=True)
class Whole:
    """Articles, and a build of them that nobody disturbed: all that came out, and each article as it was extracted."""

    articles: Path
    nquads: list[str]
    originals: dict[str, list[str]]


def undisturbed(count: int) -> Whole:
    """Build articles of three sentences each, the examples of the frames; what was read is kept beside them."""
    examples = sorted({frame.example for group in load_frames(Lexicon("de")).index.values() for frame in group})
    folder = Path(tempfile.mkdtemp(prefix="newskg-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "articles.jsonl"
    texts = (" ".join(examples[number::count][:3]) for number in range(count))
    rows = ({"id": f"a{n:03}", "date": "2025-04-11", "text": text} for n, text in enumerate(texts))
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    outcomes: list[Outcome] = []
    with open_store(folder / "kg-data") as store:
        assert build([file], store, progress=outcomes.append).built == count
    file.with_suffix(".pickle").write_bytes(pickle.dumps({outcome.article: outcome for outcome in outcomes}))
    return Whole(file, content(folder / "kg-data"), originals(folder / "kg-data"))


def content(folder: Path) -> list[str]:
    """All that a store would export."""
    with open_store(folder) as store:
        return list(store.nquads())


def originals(folder: Path) -> dict[str, list[str]]:
    """Every article of a store, as it was extracted; nothing if there is no store yet."""
    if not (folder / "CURRENT").exists():
        return {}
    with open_store(folder) as store:
        return {
            article: sorted(f"{quad} ." for quad in original(store.engine, store.base, article))
            for article in store.articles()
        }


def fork(task: Callable[[str, str], None], folder: Path, source: Path) -> BaseProcess:
    """Start a writer that has all modules loaded already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(HERE), prepend=os.pathsep)
        FORKS.set_forkserver_preload(["store_writer"])
        process = FORKS.Process(target=task, args=(str(folder), str(source)))
        process.start()
    return process


def finish(task: Callable[[str, str], None], folder: Path, source: Path) -> None:
    """Let a writer come to its end."""
    process = fork(task, folder, source)
    process.join()
    assert process.exitcode == 0


def kill(task: Callable[[str, str], None], folder: Path, source: Path, seconds: float) -> bool:
    """Kill a writer after some time; False if it came to its end before."""
    process = fork(task, folder, source)
    process.join(seconds)
    process.kill()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0


def killed(tmp: Path, whole: Whole, times: int) -> str:
    """Kill builds; each goes on where the one before was killed, until the store is whole and a new one begins."""
    chance, kills, builds = random.Random(1), 0, 0
    while kills < times:
        folder = tmp / f"kg-data-{builds}"
        if kill(store_writer.build, folder, whole.articles, chance.uniform(0, LONGEST)):
            kills += 1
            assert originals(folder).items() <= whole.originals.items()
        else:
            assert content(folder) == whole.nquads
            builds += 1
    finish(store_writer.build, folder, whole.articles)
    assert content(folder) == whole.nquads
    return "the store opens, no article is half there, and the resumed build is byte-identical to an undisturbed one"


def killed_while_importing(tmp: Path) -> str:
    """Kill imports, and go on with the same command."""
    file, expected, chance = tmp / "graph.nq", dict(graphs(200)), random.Random(2)
    file.write_text("".join(f"{line}\n" for lines in expected.values() for line in lines))
    for number in range(10):
        folder = tmp / f"kg-data-{number % 2}"
        kill(store_writer.load, folder, file, chance.uniform(0, LONGEST))
        assert originals(folder).items() <= expected.items()
    finish(store_writer.load, folder, file)
    assert originals(folder) == expected
    return "no article is half there; the same command again imports all"


def full_disk(tmp: Path, whole: Whole) -> str:
    """Build on a disk that fills up, and again with room."""
    (tmp / "disk").mkdir()
    script = [
        "bash",
        str(Path(__file__).with_name("small_disk.sh")),
        str(tmp / "disk"),
        str(whole.articles),
        sys.executable,
    ]
    alone = (
        ["unshare", "-rm"] if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode == 0 else []
    )
    done = subprocess.run([*alone, *script], cwd=tmp, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = (tmp / "told").read_text()
    assert (tmp / "code").read_text() == "2\n", told
    assert "cannot be written" in told
    assert all(line.startswith("kg: ") for line in told.splitlines()), told
    kept: dict[str, list[str]] = {}
    for line in (tmp / "part.nq").read_text().splitlines():
        kept.setdefault(line.split(" ")[-2][1:-1], []).append(line)
    assert kept.items() <= whole.originals.items()
    assert (tmp / "full.nq").read_text().splitlines() == whole.nquads
    return "one line that says so, exit code 2; with room again the same command finishes, byte-identical"
