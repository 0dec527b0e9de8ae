"""Articles to a store: only what is new or changed, in one or many processes, one article's failure is its own."""

from __future__ import annotations

import gc
import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain, islice
from multiprocessing import active_children, get_context
from pathlib import Path
from threading import current_thread, main_thread

from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from kg.articles import article_from_text, read_articles
from kg.errors import ArticleError, PipelineError
from kg.language import Lexicon, load, parse
from kg.language.pipeline import describe
from kg.model import Article
from kg.rdf import article_iri, to_nquads
from kg.reading import at_least, read
from kg.store import Store

BATCH_ARTICLES = 8
BATCH_CHARACTERS = 50_000
QUADS_AT_ONCE = 16_000
"""When so many wait, they are written: less often is faster, but more is lost if a build is killed."""
WORTH_A_PROCESS = 6
"""So many batches must be there before other processes are started: with fewer, starting them gains nothing."""
START_METHOD = "fork" if sys.platform == "linux" else "spawn"
"""A forked process shares the loaded pipeline; elsewhere forking is not safe, and each loads its own."""
READING_ROOMS = ("articles", "language", "entities", "facts", "rdf", "reading.py", "model.py", "dates.py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: ``built``, ``unchanged`` or ``failed`` (then with a ``message`` of one line)."""

    status: str
    article: str
    words: int = 0
    nquads: tuple[str, ...] = ()
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did; ``words`` counts the built articles only."""

    built: int
    unchanged: int
    failed: int
    words: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Setup:
    """What every process needs to know to read articles."""

    pipeline: str
    base: str
    min_confidence: float = 0


def build(
    sources: Iterable[str | Path],
    store: Store,
    *,
    jobs: int = 1,
    date: str | None = None,
    mapping: Mapping[str, str] | None = None,
    rebuild: bool = False,
    keep_versions: bool = False,
    min_confidence: float = 0,
    pipeline: str = "de",
    progress: Callable[[Outcome], None] | None = None,
) -> Summary:
    """Read articles and put each one's graph into the store; then decide who is who across articles.

    An article whose content, metadata and newskg are the same as last time is passed over. The result depends on
    the set of articles only, not on their order, on ``jobs`` or on interruptions.

    Args:
        sources: files, folders, "-" or URLs, as `read_articles` takes them.
        store: an open store; only this process writes to it.
        jobs: how many processes read, this one among them; the others start where there are more than some forty
            articles.
        date: EDTF, for articles that state none.
        mapping: names of columns, as `read_articles` takes them.
        rebuild: read unchanged articles too.
        keep_versions: keep what changed articles said before, for good.
        min_confidence: from 0 to 1; claims of rules that are right less often are not written.
        pipeline: a spaCy pipeline with UD labels, by name or path.
        progress: told of each article when it is done.

    Raises:
        StoreError: the store cannot be written.
        PipelineError: the pipeline is missing or of the wrong kind.
    """
    started = time.perf_counter()
    counts: Counter[str] = Counter()

    def done(outcome: Outcome) -> None:
        counts[outcome.status] += 1
        counts["words"] += outcome.words
        if progress is not None:
            progress(outcome)

    store.begin()
    articles = read_articles(sources, date=date, mapping=mapping, on_error=lambda error: done(_unread(error)))
    tools = tools_digest(pipeline) + (f"-{min_confidence}" if min_confidence else "")
    changed = _changed(articles, store, tools, done, rebuild=rebuild)
    with closing(_outcomes(changed, jobs, Setup(pipeline, store.base, min_confidence))) as outcomes:
        _write(outcomes, store, done, keep_versions=keep_versions)
    store.apply_merges()
    store.flush()
    seconds = time.perf_counter() - started
    return Summary(counts["built"], counts["unchanged"], counts["failed"], counts["words"], seconds)


def _write(outcomes: Iterable[Outcome], store: Store, done: Callable[[Outcome], None], *, keep_versions: bool) -> None:
    """Write what was read, some articles at once; also what waits when the reading ends early."""
    waiting: dict[str, Outcome] = {}

    def write() -> None:
        some = dict(waiting)
        waiting.clear()
        store.replace_all({iri: outcome.nquads for iri, outcome in some.items()}, keep_versions=keep_versions)
        for outcome in some.values():
            done(outcome)

    try:
        for outcome in outcomes:
            iri = article_iri(outcome.article, base=store.base)
            if iri in waiting or sum(len(each.nquads) for each in waiting.values()) > QUADS_AT_ONCE:
                write()
            if outcome.status == "built":
                waiting[iri] = outcome
            else:
                done(outcome)
    finally:
        write()


def _unread(error: ArticleError) -> Outcome:
    return Outcome("failed", str(error).partition(":")[0], message=str(error))


Task = tuple[Article, str]
"""An article and the digest of all that its graph depends on."""


def _changed(
    articles: Iterable[Article], store: Store, tools: str, done: Callable[[Outcome], None], *, rebuild: bool
) -> Iterator[Task]:
    """The articles to read: those whose digest is not the one that the store has of them."""
    for article in articles:
        digest = _digest(article, tools)
        if not rebuild and store.digest(article_iri(article.id, base=store.base)) == digest:
            done(Outcome("unchanged", article.id))
        else:
            yield article, digest


def _digest(article: Article, tools: str) -> str:
    """The article's own hash, and after a "-" that of the tools."""
    known = (article.id, article.text, article.title, article.date, article.url, article.publisher, article.language)
    return blake2b(json.dumps(known).encode(), digest_size=12).hexdigest() + "-" + tools


def tools_digest(pipeline: str = "de") -> str:
    """A hash of the code and data that turn an article into a graph, and of the pipeline's description."""
    package = resources.files("kg")
    found = blake2b(describe(pipeline), digest_size=8)
    for room in READING_ROOMS:
        for file in sorted(_files(package.joinpath(room)), key=str):
            found.update(file.read_bytes())
    return found.hexdigest()


def _files(place: Traversable) -> Iterator[Traversable]:
    if place.is_dir():
        for inner in place.iterdir():
            if inner.name not in ("pipeline", "__pycache__"):
                yield from _files(inner)
    elif place.name.endswith((".py", ".yaml", ".toml", ".tsv", ".csv", ".json")):
        yield place


def _outcomes(tasks: Iterable[Task], jobs: int, setup: Setup) -> Generator[Outcome]:
    batches = _batches(tasks)
    first = list(islice(batches, WORTH_A_PROCESS)) if jobs > 1 else []
    if len(first) == WORTH_A_PROCESS:
        with closing(_read_together(chain(first, batches), jobs - 1, setup)) as outcomes:
            yield from outcomes
    else:
        for batch in chain(first, batches):
            yield from _read_batch(batch, setup)


def _read_together(batches: Iterable[list[Task]], helpers: int, setup: Setup) -> Generator[Outcome]:
    """The others read, each with a batch in reserve, and this process what they leave; one core each."""
    with threadpool_limits(1):
        yield from _shared_out(batches, helpers, setup)


def _shared_out(batches: Iterable[list[Task]], helpers: int, setup: Setup) -> Generator[Outcome]:
    _pipeline(setup.pipeline)  # a forked process has it from the start
    before = set(active_children())
    pool = ProcessPoolExecutor(helpers, get_context(START_METHOD), _start_worker, (setup,))
    waiting: list[Future[list[Outcome]]] = []
    try:
        for batch in batches:
            if len(waiting) < 2 * helpers:
                with _deaf_to_interrupts():
                    waiting.append(pool.submit(_read_batch, batch, setup))
            else:
                yield from _read_batch(batch, setup)
            for future in [future for future in waiting if future.done()]:
                yield from future.result()
                waiting.remove(future)
        for future in as_completed(tuple(waiting)):
            yield from future.result()
            waiting.remove(future)
    except BrokenProcessPool as error:
        lacking = "a reading process died, perhaps for lack of memory"
        raise PipelineError(f"{lacking}: what was done is kept, go on with fewer --jobs") from error
    finally:
        if waiting:
            for child in set(active_children()) - before:
                child.terminate()
        pool.shutdown(cancel_futures=True)


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += len(task[0].text)
        if len(batch) == BATCH_ARTICLES or size > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started inside does not hear Ctrl-C, not even while it starts: the parent answers it."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _start_worker(setup: Setup) -> None:
    """Use one core, load the pipeline if it is not there yet, and leave a forking parent's progress bar alone."""
    sys.stderr = sys.__stderr__
    threadpool_limits(1)
    _pipeline(setup.pipeline)


@cache
def _pipeline(name: str) -> Language:
    """Load the pipeline and all tables, and take them from the garbage collector's rounds: they stay."""
    nlp = load(name)
    for article, doc in parse(nlp, [article_from_text("Anna lacht.")]):
        read(article, doc, Lexicon())
    gc.collect()
    gc.freeze()
    return nlp


def _read_batch(tasks: list[Task], setup: Setup) -> list[Outcome]:
    """Articles to N-Quads, in any process; what fails is the outcome of its article alone."""
    nlp, digests = _pipeline(setup.pipeline), {article.id: digest for article, digest in tasks}
    outcomes = []
    with nlp.memory_zone():
        for article, doc in _parse([article for article, _ in tasks], nlp):
            try:
                if isinstance(doc, Exception):
                    raise doc
                reading = at_least(read(article, doc, Lexicon()), setup.min_confidence)
                nquads = to_nquads(reading, base=setup.base, digest=digests[article.id])
                outcomes.append(Outcome("built", article.id, len(article.text.split()), tuple(nquads)))
            except Exception as error:
                outcomes.append(_failed(article, error))
    return outcomes


def _parse(articles: list[Article], nlp: Language) -> Iterator[tuple[Article, Doc | Exception]]:
    """Parse a batch, or where that fails each article by itself."""
    try:
        yield from list(parse(nlp, articles))
    except Exception as error:
        if len(articles) == 1:
            yield articles[0], error
            return
        for article in articles:
            yield from _parse([article], nlp)


def _failed(article: Article, error: Exception) -> Outcome:
    cause = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"{article.path or article.id}: newskg failed on it ({cause}): the others are built, please report it"
    return Outcome("failed", article.id, message=message)
