"""Building: incremental, idempotent, in any order, in several processes, and past articles that fail."""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

import pytest
from spacy.language import Language

import kg.building
import kg.language
import kg.reading
from kg.building import Outcome, Setup, Summary, Task, build
from kg.errors import PipelineError
from kg.model import Article, Reading
from kg.store import Store, open_store

TEXTS = {
    "a": "Wien - Außenminister Max Muster traf am Montag in Berlin den deutschen Kanzler Hans Beispiel.",
    "b": "Der Sprecher des Ministeriums, Karl Probe, kündigte am Dienstag ein weiteres Treffen in Wien an.",
    "c": "Muster sagte nach der Sitzung, er sei mit dem Ergebnis der Gespräche in Berlin sehr zufrieden.",
}


@pytest.fixture(autouse=True)
def _one_pipeline(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kg.building, "load", lambda name: nlp)
    kg.building._pipeline.cache_clear()
    yield
    kg.building._pipeline.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def run(store: Store, *sources: Path, jobs: int = 1, rebuild: bool = False) -> tuple[Summary, list[Outcome]]:
    outcomes: list[Outcome] = []
    return build(sources, store, jobs=jobs, rebuild=rebuild, progress=outcomes.append), outcomes


def counted(summary: Summary) -> tuple[int, int, int]:
    return summary.built, summary.unchanged, summary.failed


def nquads_of(*sources: Path, jobs: int = 1) -> list[str]:
    with open_store(":memory:") as store:
        run(store, *sources, jobs=jobs)
        return list(store.nquads())


def test_every_article_has_its_graph(folder: Path) -> None:
    with open_store(":memory:") as store:
        summary, outcomes = run(store, folder)
        assert counted(summary) == (3, 0, 0)
        assert summary.words == sum(len(text.split()) for text in TEXTS.values())
        assert [iri.rpartition("/")[2] for iri in store.articles()] == ["a", "b", "c"]
    assert [(outcome.status, outcome.article) for outcome in outcomes] == [("built", name) for name in TEXTS]


def test_only_what_changed_is_built_again(folder: Path) -> None:
    with open_store(":memory:") as store:
        run(store, folder)
        before = list(store.nquads())
        assert counted(run(store, folder)[0]) == (0, 3, 0)
        assert counted(run(store, folder, rebuild=True)[0]) == (3, 0, 0)
        assert list(store.nquads()) == before
        (folder / "b.txt").write_text(TEXTS["b"] + " Das teilte er mit.")
        summary, outcomes = run(store, folder)
        assert counted(summary) == (1, 2, 0)
        assert [outcome.article for outcome in outcomes if outcome.status == "built"] == ["b"]
        changed = list(store.nquads())
    assert changed == nquads_of(folder)
    assert changed != before


def test_the_order_of_building_does_not_matter(folder: Path) -> None:
    files = sorted(folder.iterdir())
    assert nquads_of(*files) == nquads_of(*reversed(files))
    with open_store(":memory:") as store:
        for file in (files[1], files[2], files[0]):
            run(store, file)
        assert list(store.nquads()) == nquads_of(folder)


@pytest.mark.parametrize(("at_once", "written"), [(0, 1), (kg.building.QUADS_AT_ONCE, 3)])
def test_a_build_that_was_interrupted_is_finished_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, written: int
) -> None:
    monkeypatch.setattr(kg.building, "QUADS_AT_ONCE", at_once)

    def interrupt(outcome: Outcome) -> None:
        raise KeyboardInterrupt

    with open_store(":memory:") as store:
        with pytest.raises(KeyboardInterrupt):
            build([folder], store, progress=interrupt)
        assert len(store.articles()) == written
        assert counted(run(store, folder)[0]) == (3 - written, written, 0)
        assert list(store.nquads()) == nquads_of(folder)


def test_an_article_that_fails_does_not_stop_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def fail(article: Article, *others: object) -> Reading:
        if article.id == "b":
            raise RecursionError("too\ndeep")
        return kg.reading.read(article, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(kg.building, "read", fail)
    with open_store(":memory:") as store:
        summary, outcomes = run(store, folder)
        assert counted(summary) == (2, 0, 1)
        assert len(store.articles()) == 2
    (message,) = (outcome.message for outcome in outcomes if outcome.status == "failed")
    assert (
        message
        == f"{folder}/b.txt: newskg failed on it (RecursionError: too deep): the others are built, please report it"
    )


def test_an_article_that_cannot_be_parsed_does_not_stop_its_batch(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fail(nlp: Language, articles: list[Article]) -> object:
        if any(article.id == "b" for article in articles):
            raise ValueError("no parse")
        return kg.language.parse(nlp, articles)

    monkeypatch.setattr(kg.building, "parse", fail)
    with open_store(":memory:") as store:
        summary, _ = run(store, folder)
        assert counted(summary) == (2, 0, 1)


def test_batches_are_small_enough_to_share() -> None:
    tasks = [(Article(str(number), "x" * 30_000 if number == 3 else "x"), "") for number in range(20)]
    sizes = [len(batch) for batch in kg.building._batches(tasks)]
    assert sizes == [8, 8, 4]
    assert [len(batch) for batch in kg.building._batches([tasks[3]] * 4)] == [2, 2]


def test_the_digest_is_of_content_and_metadata() -> None:
    article = Article("a", "Text", date="2025")
    assert kg.building._digest(article, "") == kg.building._digest(Article("a", "Text", date="2025", path="x"), "")
    others = [Article("a", "Text"), Article("a", "Text.", date="2025"), Article("a", "Text", date="2025", url="x")]
    digests = {kg.building._digest(other, "") for other in [article, *others]} | {kg.building._digest(article, "1")}
    assert len(digests) == 5


def test_several_processes_give_what_one_gives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = nquads_of(folder)
    monkeypatch.setattr(kg.building, "BATCH_ARTICLES", 1)
    monkeypatch.setattr(kg.building, "WORTH_A_PROCESS", 2)
    started: list[int] = []
    together = kg.building._read_together

    def counting(batches: Iterable[list[Task]], helpers: int, setup: Setup) -> Generator[Outcome]:
        started.append(helpers)
        return together(batches, helpers, setup)

    monkeypatch.setattr(kg.building, "_read_together", counting)
    assert nquads_of(folder, jobs=2) == alone
    assert started == [1]


def test_a_few_articles_start_no_other_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = nquads_of(folder)
    monkeypatch.delattr(kg.building, "_read_together")
    assert nquads_of(folder, jobs=2) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pipeline_that_is_not_there_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(kg.building, "load", kg.language.load)
    monkeypatch.setattr(kg.building, "BATCH_ARTICLES", 1)
    monkeypatch.setattr(kg.building, "WORTH_A_PROCESS", 2)
    with open_store(":memory:") as store, pytest.raises(PipelineError, match="no_such_pipeline"):
        build([folder], store, jobs=jobs, pipeline="no_such_pipeline")


def confidences(store: Store) -> list[float]:
    lines = [line.split('"')[1] for line in store.nquads() if "ontology#confidence>" in line]
    return [float(value) for value in lines]


def test_unsure_claims_are_left_out_where_it_is_asked_for(folder: Path) -> None:
    with open_store(":memory:") as store:
        build([folder], store)
        every = confidences(store)
        least = sorted(every)[len(every) // 2]
        assert build([folder], store, min_confidence=least).built == 3
        assert sorted(confidences(store)) == sorted(value for value in every if value >= least)
        assert build([folder], store, min_confidence=least).unchanged == 3
        assert build([folder], store, min_confidence=1).built == 3
        assert confidences(store) == []
        assert not [line for line in store.nquads() if "ontology#participant>" in line]
