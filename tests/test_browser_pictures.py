"""Pictures of real graphs: the seed's and, where the gold texts lie beside the project, theirs; taken into build/."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from spacy.language import Language
from test_browser_explorer import FLAGS

from kg.articles import read_articles
from kg.language import Lexicon, parse
from kg.pictures import explorer
from kg.rdf import BASE, article_iri, to_nquads
from kg.reading import read
from kg.store import Store, open_store

ROOT = Path(__file__).parent.parent
GOLD = ROOT / os.environ.get("SHARED", "../shared") / "gold" / "texts"
FOLDERS = {"seed": ROOT / "seeds"} | ({"gold": GOLD} if GOLD.is_dir() else {})


def built(folder: Path, nlp: Language) -> Store:
    store = open_store(":memory:")
    for article, doc in parse(nlp, read_articles([folder])):
        store.replace(article_iri(article.id, base=BASE), to_nquads(read(article, doc, Lexicon())))
    return store


@pytest.mark.parametrize("name", FOLDERS)
def test_take_pictures(name: str, nlp: Language, tmp_path: Path) -> None:
    page_file, folder = tmp_path / "page.html", ROOT / "build"
    page_file.write_text(explorer(built(FOLDERS[name], nlp), title="newskg"), encoding="utf-8")
    folder.mkdir(exist_ok=True)
    path = shutil.which("chromium")
    assert path, "this test needs Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(90_000)
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}-light.png")
        page.click("#theme")
        page.click("#content .important button >> nth=0")
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}-dark.png")
        names = page.evaluate("newskg.state.data.entities.map(entity => entity.label)")
        drawn = page.evaluate("newskg.graph.shown().nodes.length")
        browser.close()
    assert {"Steve Witkoff", "Wladimir Putin"} <= set(names)
    assert drawn > 8
