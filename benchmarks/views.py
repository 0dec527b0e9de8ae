"""How long views and pictures take: python benchmarks/views.py [--claims 100000] [--page].

Views are timed on an invented store in Oxigraph's memory. ``--page`` also opens the explorer with 2,000 entities and
6,000 claims in headless Chromium and measures the time until it is drawn and the frames a second while it is panned,
next to pyvis, gravis and ipysigma on the same graph, if they are installed (``pip install pyvis gravis ipysigma``).
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import networkx as nx
import pyoxigraph as ox

from kg.pictures import explorer
from kg.store import Store, open_store
from kg.views import actor_graph, communities, event_graph, rank, role_graph, statement_graph, write_gexf, write_graphml

BASE, KG = "https://w3id.org/newskg/data/", "https://w3id.org/newskg/ontology#"
RDF, XSD = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2001/XMLSchema#"
PREDICATES = ("met", "criticised", "supported", "talkedWith", "heads", "worksFor")
Made = TypeVar("Made")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
PAN = """async (frames) => {
  const drawn = [...document.querySelectorAll("canvas, svg")];
  const area = (e) => e.clientWidth * e.clientHeight;
  const element = drawn.reduce((a, b) => (area(b) >= area(a) ? b : a));
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const send = (type, dx) => {
    for (const kind of ["pointer", "mouse"]) {
      const made = new (kind === "mouse" ? MouseEvent : PointerEvent)(kind + type, {
        clientX: x + dx, clientY: y + 3, bubbles: true, buttons: type === "up" ? 0 : 1, button: 0, view: window });
      (type === "down" ? element : document.elementFromPoint(x, y) ?? element).dispatchEvent(made);
    }
  };
  send("down", 0);
  const start = performance.now();
  for (let frame = 1; frame <= frames; frame++) {
    send("move", frame * 2);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
  const seconds = (performance.now() - start) / 1000;
  send("up", frames * 2);
  return frames / seconds;
}"""


def lines(entities: int, claims: int) -> Iterator[str]:
    """Give N-Quads of an invented store: a few know many, as in the news."""
    dice = random.Random(1)
    for number in range(entities):
        iri, graph = f"<{BASE}entity/person/p{number}>", f"<{BASE}article/a{number % 500}>"
        yield f"{iri} <{RDF}type> <{KG}Person> {graph} ."
        yield f'{iri} <http://www.w3.org/2004/02/skos/core#prefLabel> "Person {number}"@de {graph} .'
    for number in range(500):
        iri = f"<{BASE}article/a{number}>"
        yield f"{iri} <{RDF}type> <{KG}Article> {iri} ."
        yield f'{iri} <http://purl.org/dc/terms/identifier> "a{number}" {iri} .'
        yield f'{iri} <http://purl.org/dc/terms/date> "2025-{number % 12 + 1:02}-01" {iri} .'
    for number in range(claims):
        yield from claim(number, entities, dice)


def claim(number: int, entities: int, dice: random.Random) -> Iterator[str]:
    """Give the N-Quads of one claim with its event and quotation."""
    one, other = (int(entities * dice.random() ** 2) for _ in range(2))
    other = (one + 1) % entities if one == other else other
    article = f"<{BASE}article/a{number % 500}>"
    iri, quote, event = (f"<{BASE}{kind}/{number}>" for kind in ("claim", "quotation", "event"))
    facts = {
        iri: (
            (f"<{RDF}type>", f"<{KG}Claim>"),
            (f"<{RDF}subject>", f"<{BASE}entity/person/p{one}>"),
            (f"<{RDF}predicate>", f"<{KG}{PREDICATES[number % len(PREDICATES)]}>"),
            (f"<{RDF}object>", f"<{BASE}entity/person/p{other}>"),
            (f"<{KG}factuality>", f"<{KG}Asserted>"),
            (f"<{KG}confidence>", f'"0.9"^^<{XSD}decimal>'),
            (f"<{KG}extractor>", '"frames/x"'),
            (f"<{KG}event>", event),
            ("<http://www.w3.org/ns/prov#wasDerivedFrom>", quote),
        ),
        event: (
            (f"<{RDF}type>", f"<{KG}Meeting>"),
            (f"<{KG}participant>", f"<{BASE}entity/person/p{one}>"),
            (f"<{KG}participant>", f"<{BASE}entity/person/p{other}>"),
            (f"<{KG}time>", f'"2025-{number % 12 + 1:02}"^^<{KG}edtf>'),
        ),
        quote: (
            ("<http://www.w3.org/ns/oa#hasSource>", article),
            ("<http://www.w3.org/ns/oa#exact>", f'"Person {one} traf Person {other}"'),
            ("<http://www.w3.org/ns/oa#start>", f'"{number}"^^<{XSD}integer>'),
            ("<http://www.w3.org/ns/oa#end>", f'"{number + 30}"^^<{XSD}integer>'),
        ),
    }
    for subject, pairs in facts.items():
        for predicate, obj in pairs:
            yield f"{subject} {predicate} {obj} {article} ."


def filled(entities: int, claims: int) -> Store:
    """Give a store in memory with an invented graph."""
    store = open_store(":memory:")
    store.load(ox.parse("\n".join(lines(entities, claims)), format=ox.RdfFormat.N_QUADS))
    return store


def timed(name: str, make: Callable[[], Made]) -> Made:
    """Run something and print how long it took."""
    start = time.perf_counter()
    made = make()
    size = f"{made.number_of_nodes():,} nodes, {made.number_of_edges():,} edges" if isinstance(made, nx.Graph) else ""
    print(f"| {name} | {time.perf_counter() - start:.2f} s | {size} |")
    return made


def views(claims: int) -> None:
    """Time the views and their files."""
    store = filled(claims // 5, claims)
    print(f"\n| {claims:,} claims | time | result |\n|---|---|---|")
    actors = timed("actor_graph", lambda: actor_graph(store))
    timed("role_graph", lambda: role_graph(store))
    timed("event_graph", lambda: event_graph(store))
    timed("statement_graph", lambda: statement_graph(store))
    timed("rank", lambda: rank(actors))
    timed("communities", lambda: communities(actors))
    with tempfile.TemporaryDirectory() as folder:
        timed("write_graphml", lambda: write_graphml(actors, Path(folder) / "a"))
        timed("write_gexf", lambda: write_gexf(actors, Path(folder) / "b"))


def pages(folder: Path) -> dict[str, Path]:
    """Write the same graph as a page with every tool that is there."""
    store = filled(2000, 6000)
    graph = nx.Graph()
    found = actor_graph(store)
    graph.add_nodes_from((node, {"label": data["label"]}) for node, data in found.nodes(data=True))
    graph.add_edges_from(found.edges)
    files = {"newskg": folder / "newskg.html"}
    files["newskg"].write_text(timed("explorer", lambda: explorer(store)), encoding="utf-8")
    if find_spec("pyvis"):
        from pyvis.network import Network

        network = Network(cdn_resources="in_line")
        network.from_nx(graph)
        files["pyvis"] = folder / "pyvis.html"
        files["pyvis"].write_text(network.generate_html(), encoding="utf-8")
    if find_spec("gravis"):
        import gravis

        files["gravis (d3)"] = folder / "gravis.html"
        files["gravis (d3)"].write_text(gravis.d3(graph).to_html_standalone(), encoding="utf-8")
    if find_spec("ipysigma"):
        from ipysigma import Sigma

        files["ipysigma"] = folder / "ipysigma.html"
        Sigma.write_html(graph, str(files["ipysigma"]), fullscreen=True)
    return files


def page() -> None:
    """Time the pages in Chromium; a page that loads its library from a host shows nothing here and is said to."""
    from playwright.sync_api import Error, sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = pages(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        print("\n| 2,000 nodes, 6,000 edges | size | drawn after | frames a second while panning |\n|---|---|---|---|")
        for name, file in files.items():
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            tab.set_default_timeout(120_000)
            start = time.perf_counter()
            try:
                tab.goto(file.as_uri(), wait_until="load")
                tab.wait_for_selector("canvas, svg.graph, svg g", state="attached", timeout=60_000)
                tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
                drawn = time.perf_counter() - start
                rate = statistics.median(tab.evaluate(PAN, 20) for _ in range(3))
                print(f"| {name} | {file.stat().st_size // 1000:,} kB | {drawn:.1f} s | {rate:.1f} |")
            except Error as error:
                print(
                    f"| {name} | {file.stat().st_size // 1000:,} kB | not drawn: {str(error).splitlines()[0][:60]} | |"
                )
            tab.close()
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--page", action="store_true")
    wishes = parser.parse_args()
    views(wishes.claims)
    if wishes.page:
        page()
