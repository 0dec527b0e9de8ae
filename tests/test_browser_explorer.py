"""The explorer in a real browser: Debian's Chromium, driven by Playwright. Without Chromium these tests fail."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from views_sample import HOSTILE, LAKE, Sample, dataset

from kg.pictures import explorer

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the explorer of some samples; in the end nothing may have gone wrong, and nobody have been asked."""
    complaints: list[str] = []
    requests: list[str] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900})

    def opened(*samples: Sample, title: str = "Am See", **options: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(explorer(dataset(samples or [LAKE]), title=title, **options), encoding="utf-8")
        page = context.new_page()
        page.set_default_timeout(90_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


def node(page: Page, name: str) -> str:
    """Give the id of a node by its label."""
    return "n" + str(page.evaluate("name => newskg.state.data.entities.findIndex(e => e.label === name)", name))


def edge(page: Page, predicate: str) -> str:
    return str(page.evaluate("p => newskg.state.links.find(link => link.p === p).id", predicate))


def where(page: Page, element: str) -> tuple[float, float]:
    point = page.evaluate("id => newskg.graph.where(id)", element)
    return point["x"], point["y"]


def shown(page: Page, what: str = "edges") -> list[str]:
    return sorted(page.evaluate("what => newskg.graph.shown()[what]", what))


def text(page: Page, selector: str = "#content") -> str:
    return page.inner_text(selector)


def test_first_sight(show: Open) -> None:
    page = show()
    assert page.title() == "Am See"
    assert "1 Artikel · 8 Aussagen" in text(page, "#header")
    assert "Öznur Müller-Şahin" in text(page)
    assert len(shown(page, "nodes")) == 5
    assert len(shown(page)) == 7


@pytest.mark.parametrize(
    ("asked", "found"),
    [("grossl", "Jonas Größl"), ("Umweltministerin", "Öznur Müller-Şahin"), ("gehört allen", "„Der See gehört allen“")],
)
def test_search(show: Open, asked: str, found: str) -> None:
    page = show()
    page.keyboard.press("/")
    page.keyboard.type(asked)
    page.wait_for_selector("#hits button")
    page.keyboard.press("Enter")
    assert found in text(page)
    assert page.evaluate("newskg.state.selection !== null")


@pytest.mark.parametrize(
    ("box", "gone"),
    [
        ("[data-name=Negated]", "supported"),
        ("[data-name=Planned]", "met"),
        ("[data-name=worksFor]", "worksFor"),
        ("[data-kind=type][data-name=Organization]", "heads"),
    ],
)
def test_filters_by_kind(show: Open, box: str, gone: str) -> None:
    page = show()
    before = shown(page)
    page.click(box)
    assert any(f"|{gone}|" in name for name in set(before) - set(shown(page)))
    page.click("#reset")
    assert shown(page) == before


def test_filter_by_confidence(show: Open) -> None:
    page = show()
    page.focus("#confidence")
    for _ in range(14):
        page.keyboard.press("ArrowRight")
    assert not any("|heads|" in name for name in shown(page))
    assert len(shown(page)) == 6


def test_hover_shows_the_neighbourhood(show: Open) -> None:
    page = show()
    page.mouse.move(*where(page, node(page, "Graubergen")))
    page.wait_for_function("newskg.graph.shown().near.length === 2")
    assert shown(page, "near") == sorted([node(page, "Graubergen"), node(page, "Öznur Müller-Şahin")])


def test_click_on_a_node(show: Open) -> None:
    page = show()
    page.mouse.click(*where(page, node(page, "Jonas Größl")))
    page.wait_for_selector("#content h2:has-text('Jonas Größl')")
    assert "Bundchef" in text(page)
    assert "Der See gehört allen" in text(page)
    page.keyboard.press("Escape")
    assert "Was diese Artikel sagen" in text(page)


def test_click_on_an_edge_and_on_to_the_article(show: Open) -> None:
    page = show()
    page.mouse.click(*where(page, edge(page, "criticised")))
    page.wait_for_selector("#content .claim")
    assert "Bundchef Jonas Größl kritisierte Seeland scharf" in text(page)
    assert "Mai 2024" in text(page)
    page.click("text=Im Artikel zeigen")
    assert "kritisierte" in text(page, "mark.chosen >> nth=0") or page.locator("mark.chosen").count() > 1


def test_article_leads_to_the_graph(show: Open) -> None:
    page = show()
    page.click("#tab-articles")
    page.click("[data-article='0']")
    page.click(".mention:has-text('Seefischer-Bund') >> nth=0")
    assert page.evaluate("newskg.state.data.entities[newskg.state.selection.entity].label") == "Seefischer-Bund"
    page.locator("mark:has-text('gehört allen')").last.dispatch_event("click")
    assert "sagte" in text(page)
    assert "Der See gehört allen" in text(page)


def test_brush_filters_by_time(show: Open) -> None:
    page = show()
    box = page.locator("#timeline svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 5, steps=4)
    page.mouse.up()
    assert len(shown(page)) == 1
    page.click("#all-time")
    assert len(shown(page)) == 7


def test_both_themes_and_languages(show: Open) -> None:
    page = show()
    colours = []
    for _ in range(2):
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.click("#theme")
    assert len(set(colours)) == 2
    page.click("#language")
    assert "What these articles say" in text(page)
    assert page.evaluate("document.documentElement.lang") == "en"


def test_keyboard_moves_the_graph(show: Open) -> None:
    page = show()
    page.focus("#graph")
    before = where(page, node(page, "Seeland"))
    page.keyboard.press("ArrowRight")
    assert where(page, node(page, "Seeland"))[0] == pytest.approx(before[0] - 60)
    page.keyboard.press("0")
    assert where(page, node(page, "Seeland"))[0] == pytest.approx(before[0])


def test_print_shows_picture_and_words(show: Open) -> None:
    page = show()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("document.getElementById('picture').naturalWidth > 300")
    assert page.is_visible("#picture")
    assert page.is_hidden("#filters")
    assert page.is_visible("#content")


def test_narrow_screen_shows_everything_below_each_other(show: Open) -> None:
    page = show()
    page.set_viewport_size({"width": 420, "height": 900})
    page.wait_for_function("document.documentElement.scrollWidth <= 420")
    for part in ("#graph", "#timeline", "#content", "#filters"):
        assert page.is_visible(part)


def test_hostile_article_does_nothing(show: Open) -> None:
    page = show(LAKE, HOSTILE, title="</title><script>window.hacked=4</script>")
    page.mouse.click(*where(page, node(page, "<script>window.hacked=2</script>")))
    page.wait_for_selector("#content .claim")
    assert "<script>window.hacked=2</script>" in text(page)
    page.click("#tab-articles")
    for article in page.locator("[data-article]").all()[:1]:
        article.click()
    assert '<img src=x onerror="window.hacked=3">' in text(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 1


def test_many_articles_are_cut_and_the_page_says_so(show: Open) -> None:
    page = show(most=3)
    assert "Gezeigt werden die" in text(page)
