"""Bad input and bad moments: each case is tried, and its outcome written to docs/reliability.md."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import store_writer
import typer
from store_crashes import Whole, content, full_disk, killed, killed_while_importing, undisturbed
from store_writer import link
from synthetic import graph, graphs
from typer.testing import CliRunner, Result

from kg.cli import Commands
from kg.cli import store as commands
from kg.cli.query import query
from kg.errors import StoreError
from kg.store import open_store
from kg.store.files import back_up, bring_back

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reliability.md"
KILLS = 50
ARTICLES = 200

app = typer.Typer(cls=Commands)
for command in (query, commands.retract, commands.diff, commands.backup, commands.restore):
    app.command()(command)
app.command("import")(commands.import_)


@app.callback()
def _group() -> None:
    """The commands under test."""


def kg(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def synthetic(count: int) -> list[str]:
    """What `store_writer.synthetic` leaves when nobody disturbs it."""
    with open_store(":memory:") as store:
        for article, lines in graphs(count):
            store.replace(article, lines)
        store.apply_merges(link)
        return list(store.nquads())


@cache
def made() -> Whole:
    """The articles, and what their build gives when nobody disturbs it."""
    return undisturbed(ARTICLES)


def killed_while_merging(tmp: Path) -> str:
    folder = tmp / "kg-data"
    with open_store(folder) as store:
        for article, lines in graphs(60):
            store.replace(article, lines)
        change, changes = store.engine.change, 0

        def change_or_die(*parts: object) -> None:
            nonlocal changes
            changes += 1
            if changes > 3:
                raise KeyboardInterrupt
            change(*parts)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store.engine, "change", change_or_die)
            with pytest.raises(KeyboardInterrupt):
                store.apply_merges(link)
    store_writer.synthetic(str(folder), 60)
    assert content(folder) == synthetic(60)
    return "the next build finishes the merging; byte-identical to an undisturbed one"


def second_writer(tmp: Path) -> str:
    folder = tmp / "kg-data"
    with open_store(folder) as first:
        first.replace(*graph(0))
        first.flush()
        done = kg("retract", "probe-00000", "-s", folder)
        assert done.exit_code == 2
        assert f"is being written by process {os.getpid()}" in done.output
        code = "from kg.cli import main; main()"
        words = ["build", str(ROOT / "seeds"), "-s", str(folder)]
        other = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
        assert other.returncode == 2
        assert f"is being written by process {os.getpid()}" in other.stderr
        assert len(other.stderr.splitlines()) == 1
        first.replace(*graph(1))
        assert kg("query", "ASK { ?s a kg:Article }", "-s", folder).stdout == "yes\n"
    assert len(content(folder)) == sum(len(graph(n)[1]) for n in range(2))
    return "the second writer is told which process writes, exit code 2; the first and the readers go on"


def readers_beside_a_writer(tmp: Path) -> str:
    folder = tmp / "kg-data"
    with open_store(folder) as writer:
        writer.replace(*graph(0))
        writer.flush()
        with open_store(folder) as reader, open_store(folder) as other:
            assert len(reader.articles()) == len(other.articles()) == 1
            writer.replace(*graph(1))
            assert len(reader.articles()) == 1
            writer.flush()
            assert len(reader.articles()) == len(other.articles()) == 2
            assert kg("query", "ASK { ?s a kg:Article }", "-s", folder).stdout == "yes\n"
        code = "import sys; from kg.store import open_store; print(len(open_store(sys.argv[1]).articles()))"
        done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True)
        assert done.stdout == "2\n", done.stderr
        writer.replace(*graph(2))
    return "readers go on, and see what the writer has flushed"


def read_before_the_first_flush(tmp: Path) -> str:
    with open_store(tmp / "kg-data") as writer:
        writer.begin()
        done = kg("query", "ASK {}", "-s", tmp / "kg-data")
    assert done.exit_code == 2
    assert "cannot be read yet" in done.output
    return "one line that says who builds it, exit code 2"


def backup_while_writing(tmp: Path) -> str:
    folder = tmp / "kg-data"
    with open_store(folder) as writer:
        writer.replace(*graph(0))
        writer.flush()
        with open_store(folder) as reader:
            back_up(reader, tmp / "first")
        writer.replace(*graph(1))
        back_up(writer, tmp / "second")
        writer.remove("probe-00000")
    assert content(tmp / "first") == graph(0)[1]
    assert kg("restore", tmp / "second", "-s", folder).exit_code == 2
    assert kg("restore", tmp / "second", "-s", folder, "--force").exit_code == 0
    assert content(folder) == sorted(graph(0)[1] + graph(1)[1])
    return "readers and the writer go on; `kg restore` brings the state back, over a store only with --force"


def broken_backup(tmp: Path) -> str:
    with pytest.raises(StoreError, match="is no backup"):
        bring_back(tmp, tmp / "kg-data")
    with open_store(tmp / "kg-data") as store:
        store.replace(*graph(0))
        assert kg("backup", tmp, "-s", tmp / "kg-data").exit_code == 2
    return "one line, exit code 2; the store stays as it was"


def missing_store(tmp: Path) -> str:
    done = kg("query", "ASK {}", "-s", tmp / "nothing")
    assert done.exit_code == 2
    assert "there is no store" in done.output
    assert not (tmp / "nothing").exists()
    return "one line that says how to make one, exit code 2; nothing is made"


def folder_with_other_files(tmp: Path) -> str:
    (tmp / "letter.txt").write_text("important")
    with pytest.raises(StoreError, match="holds other files"), open_store(tmp) as store:
        store.begin()
    assert [path.name for path in tmp.iterdir()] == ["letter.txt"]
    return "refused by name; the files stay as they are"


def killed_at_birth(tmp: Path) -> str:
    """Kill a store while it is made: the file CURRENT comes last."""
    folder = tmp / "kg-data"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"):
        (folder / name).touch()
    assert kg("query", "ASK {}", "-s", folder).exit_code == 2
    with open_store(folder) as store:
        store.replace(*graph(0))
    assert content(folder) == graph(0)[1]
    return "the same command makes the store"


def foreign_oxigraph(tmp: Path) -> str:
    import pyoxigraph

    foreign = pyoxigraph.Store(str(tmp / "other"))
    node = pyoxigraph.NamedNode("https://example.org/x")
    foreign.add(pyoxigraph.Quad(node, node, node, node))
    del foreign
    assert kg("query", "ASK { ?s ?p ?o }", "-s", tmp / "other").stdout == "yes\n"
    return "an Oxigraph store that newskg did not write can be queried"


def damaged_store(tmp: Path) -> str:
    with open_store(tmp / "kg-data") as store:
        store.replace(*graph(0))
    for file in (tmp / "kg-data").rglob("MANIFEST*"):
        file.write_bytes(b"garbage")
    for words in (("query", "ASK {}"), ("retract", "probe-00000")):
        done = kg(*words, "-s", tmp / "kg-data")
        assert done.exit_code == 2
        assert "cannot be read" in done.output
    return "one line that says so, exit code 2"


def unknown_article(tmp: Path) -> str:
    with open_store(tmp / "kg-data") as store:
        store.replace(*graph(0))
    for command in ("retract", "diff"):
        done = kg(command, "probe-0000", "-s", tmp / "kg-data")
        assert done.exit_code == 2
        assert "did you mean probe-00000?" in done.output
    return "one line with similar ones, exit code 2; nothing is taken out"


def broken_import(tmp: Path) -> str:
    for name, text, reason in (
        ("a.nq", "<a:s> <a:p> oops", "is broken"),
        ("b.ttl", "<a:s> <a:p> [] .", "has blank nodes"),
        ("c.docx", "", "cannot be imported"),
        ("d.nq", None, "cannot be read"),
    ):
        if text is not None:
            (tmp / name).write_text(text)
        done = kg("import", tmp / name, "-s", tmp / "kg-data")
        assert done.exit_code == 2
        assert reason in done.output
    assert content(tmp / "kg-data") == []
    return "one line with file and reason, exit code 2; nothing is imported"


def endless_query(tmp: Path) -> str:
    with open_store(tmp / "kg-data") as store:
        for article, lines in graphs(20):
            store.replace(article, lines)
    crossed = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = kg("query", crossed, "--timeout", 0.5, "-s", tmp / "kg-data")
    assert done.exit_code == 2
    assert "took longer than 0.5 seconds" in done.output
    return "stopped when its time is up, one line, exit code 2"


def dangerous_queries(tmp: Path) -> str:
    with open_store(tmp / "kg-data") as store:
        store.replace(*graph(0))
    for text in ("DROP ALL", "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"):
        assert kg("query", text, "-s", tmp / "kg-data").exit_code == 2
    attack = 'x") } } ; DROP ALL #'
    kg("query", "--named", "statements-of", "-p", f"person={attack}", "-s", tmp / "kg-data")
    kg("query", "SELECT * { ?s ?p ?o FILTER(?o = ?v) }", "-p", f"v={attack}", "-s", tmp / "kg-data")
    assert content(tmp / "kg-data") == graph(0)[1]
    return "updates without --update and SERVICE are refused, parameters are never read as SPARQL; nothing changes"


def wrong_address(tmp: Path) -> str:
    with ThreadingHTTPServer(("localhost", 0), SimpleHTTPRequestHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for address, reason in (
            (f"http://localhost:{server.server_port}", "refused (501"),
            ("http://localhost:9", "is the server running?"),
            ("http://localhost:port", "is no address of an endpoint"),
        ):
            done = kg("query", "ASK {}", "-s", address)
            assert done.exit_code == 2
            assert reason in done.output
        server.shutdown()
    return "one line with the address and the reason, exit code 2"


CASES: dict[str, Callable[[Path], str]] = {
    f"kill -9 at {KILLS} random moments of builds over {ARTICLES} articles": lambda tmp: killed(tmp, made(), KILLS),
    "kill -9 at random moments of an import": killed_while_importing,
    "kill -9 while the store is made": killed_at_birth,
    "stopped between two articles while merging": killed_while_merging,
    "the disk (a small tmpfs) fills up during a build": lambda tmp: full_disk(tmp, made()),
    "a second process writes to the same store": second_writer,
    "readers, old and new ones, while a build runs": readers_beside_a_writer,
    "a reader before the first flush of the first build": read_before_the_first_flush,
    "backup while somebody reads and writes, restore": backup_while_writing,
    "restore from a folder that is no backup, backup into one that exists": broken_backup,
    "a store that does not exist": missing_store,
    "a folder with other files in place of a store": folder_with_other_files,
    "a store that Oxigraph alone wrote": foreign_oxigraph,
    "a store whose files are damaged": damaged_store,
    "retract or diff of an article that is not there": unknown_article,
    "import of files that are broken, missing, foreign or have blank nodes": broken_import,
    "an endpoint that is not there, a server that is none, an address that is none": wrong_address,
    "a query that would never end": endless_query,
    "queries that would change the store, ask other servers or smuggle SPARQL in": dangerous_queries,
}
OUTCOMES: dict[str, str] = {}


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path) -> None:
    OUTCOMES[case] = CASES[case](tmp_path)


def test_every_case_is_on_the_page() -> None:
    """Write the page when all cases were tried; it changes only when a case or an outcome does."""
    if OUTCOMES.keys() == CASES.keys():
        rows = "\n".join(f"| {case} | {OUTCOMES[case]} |" for case in CASES)
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(
            "# Bad input and bad moments\n\nWritten by `tests/test_store_reliability.py`, which tries each case.\n\n"
            f"| what happens | outcome |\n|---|---|\n{rows}\n"
        )
    assert all(case in PAGE.read_text() for case in CASES)
