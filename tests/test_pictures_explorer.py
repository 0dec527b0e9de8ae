"""The explorer's page: what is in it, and that nothing in an article gets out of it."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from views_sample import HOSTILE, LAKE, dataset

from kg.errors import QueryError
from kg.pictures import explorer
from kg.pictures.explorer import embedded
from kg.pictures.payload import payload
from kg.views import Filters

ROOT = Path(__file__).parent.parent
DATA = re.compile(r'<script type="application/json" id="newskg-data">(.*?)</script>', re.S)


def test_page_holds_its_data() -> None:
    found = DATA.search(explorer(dataset([LAKE]), title="Am See"))
    assert found is not None
    data = json.loads(found.group(1))
    claim = next(claim for claim in data["claims"] if claim["p"] == "criticised")
    assert data["entities"][claim["s"]]["label"] == "Jonas Größl"
    assert claim["exact"] == LAKE.text[claim["start"] : claim["end"]]
    assert data["labels"]["met"] == {"de": "traf", "en": "met"}
    assert data["articles"][0]["text"] == LAKE.text
    assert data["cut"] is None


def test_page_names_no_host_and_runs_only_its_own_script() -> None:
    page = explorer(dataset([LAKE]))
    markup = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.S)
    assert "http" not in markup.replace("http-equiv", "")
    assert "default-src 'none'; script-src 'sha256-" in markup
    assert "url(" not in re.findall(r"<style>(.*?)</style>", page, re.S)[0]


@pytest.mark.parametrize("text", ["</script><script>x</script>", "<!--", "]]>", "a\u2028b", "&amp;"])
def test_embedded_data_is_only_data(text: str) -> None:
    shown = embedded({"text": text})
    assert not re.search("[<>&\u2028\u2029]", shown)
    assert json.loads(shown) == {"text": text}


def test_hostile_article_stays_text() -> None:
    page = explorer(dataset([LAKE, HOSTILE]), title="</title><script>alert(1)</script>")
    assert page.count("<script") == 2
    assert 'window.hacked=3">' not in page


def test_big_graph_is_cut_to_its_most_important_part() -> None:
    data = payload(dataset([LAKE]), title="", language="de", most=3, filters=Filters())
    assert data["cut"] == {"shown": len(data["entities"]), "of": 5}
    assert "Seefischer-Bund" in {entity["label"] for entity in data["entities"]}


def test_nothing_to_show_is_said() -> None:
    with pytest.raises(QueryError, match="nothing to show"):
        explorer(dataset([LAKE]), since="2030")


def test_bundle_is_built_from_the_sources_in_web() -> None:
    web = ROOT / "web"
    names = ["package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"]
    names += [f"src/{path.name}" for path in (web / "src").iterdir()]
    digest = sha256()
    for name in sorted(names):
        digest.update(f"{name}\0".encode() + (web / name).read_bytes() + b"\0")
    recorded = (ROOT / "kg/pictures/bundle/sources.sha256").read_text().strip()
    assert recorded == digest.hexdigest(), "web/ has changed since the bundle was built: run `make web`"
