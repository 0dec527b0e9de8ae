"""Where articles come from: files, folders, standard input, the web."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from kg.articles.article import article_from_text
from kg.articles.dates import to_edtf
from kg.articles.decoding import decode
from kg.articles.fields import Raw, check_mapping
from kg.articles.readers import LIMIT, READERS, raw_from_page, raws_from_lines, read_text, too_big
from kg.articles.tongue import NAMES, language_of
from kg.errors import ArticleError, KgError
from kg.model import Article

WEB = re.compile(r"https?://", re.IGNORECASE)
PAGE = re.compile(rb"<(!doctype html|html)\b", re.IGNORECASE)
BLANK = b"\xef\xbb\xbf \t\r\n"


def read_articles(
    sources: Iterable[str | Path],
    *,
    date: str | None = None,
    mapping: Mapping[str, str] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
) -> Iterator[Article]:
    """Read articles one after the other; folders are walked in the order of names, hidden files passed over.

    Args:
        sources: files (see `READERS`), folders, "-" for standard input (a text, JSON Lines or a web page),
            web addresses.
        date: for articles whose file states none, in any form that `to_edtf` reads.
        mapping: field to the name of a column, front matter entry or JSON key, where the usual names do not hold.
        on_error: told of each article that cannot be read; without it the first error is raised.

    Raises:
        KgError: ``date`` is no date, or ``mapping`` names a field that is none.
        ArticleError: an article cannot be read, and there is no ``on_error``.
    """
    default_date = to_edtf(date)
    if date is not None and default_date is None:
        raise KgError(f"{date!r} is no date: write 2025-04-11, 11.4.2025 or 2025-04")
    check_mapping(mapping or {})
    seen: dict[str, str] = {}
    for raw in _raws(sources, mapping or {}):
        try:
            if isinstance(raw, ArticleError):
                raise raw
            article = _article(raw, default_date)
            if article.id in seen:
                other = f"{raw.place}: its id {article.id!r} is taken by {seen[article.id]}"
                raise ArticleError(f"{other}: rename the file or change the id")
        except ArticleError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            seen[article.id] = raw.place
            yield article


def expected(sources: Iterable[str | Path]) -> int:
    """How many articles to expect in sources: exact but for empty lines and rows of several lines."""
    number = 0
    for source in sources:
        files = files_in(source)
        number += len(files) or 1
        for file in files:
            if file.suffix.lower() in (".jsonl", ".csv") and file.is_file():
                with file.open("rb") as lines:
                    number += sum(1 for _ in lines) - (2 if file.suffix.lower() == ".csv" else 1)
    return number


def files_in(source: str | Path) -> list[Path]:
    """The files a source stands for, without hidden ones and stores; none for standard input and web addresses."""
    if str(source) == "-" or WEB.match(str(source)):
        return []
    path = Path(source)
    if not path.is_dir():
        return [path]
    inside = [file for file in path.rglob("*") if not any(p.startswith(".") for p in file.relative_to(path).parts)]
    stores = {file.parent for file in inside if file.name == "IDENTITY" and file.with_name("CURRENT").exists()}
    return sorted(file for file in inside if stores.isdisjoint(file.parents) and file.is_file())


def _raws(sources: Iterable[str | Path], mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    for source in sources:
        try:
            if str(source) == "-":
                yield from _standard_input(mapping)
            elif WEB.match(str(source)):
                yield _fetch(str(source))
        except ArticleError as error:
            yield error
        for file in files_in(source):
            try:
                yield from _read(file, mapping)
            except ArticleError as error:
                yield error
            except OSError as error:
                yield ArticleError(f"{file}: cannot be read ({error.strerror or error}): check the path and its rights")


def _read(file: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    if not file.exists():
        raise ArticleError(f"{file}: no such file or folder: check the path")
    if file.suffix == "" and not file.is_file():
        return read_text(file, mapping)
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise ArticleError(f"{file}: not a format that newskg reads: save it as one of {', '.join(READERS)}")
    return reader(file, mapping)


def _standard_input(mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """JSON Lines if it begins with a brace, a web page if it begins like one, else a text."""
    source, place, start = sys.stdin.buffer, "standard input", b""
    while not start.strip(BLANK) and (line := source.readline(LIMIT + 1)):
        start += line
    if start.strip(BLANK).startswith(b"{"):
        yield from raws_from_lines(chain(start.splitlines(keepends=True), source), mapping, place=place, id="stdin")
        return
    whole = start + source.read(max(0, LIMIT + 1 - len(start)))
    if PAGE.match(start.lstrip(BLANK)):
        yield raw_from_page(whole, place=place, id="stdin")
    else:
        yield Raw(place, "stdin", decode(whole, place))


def _fetch(url: str) -> Raw:
    import trafilatura.settings

    config = trafilatura.settings.use_config()
    config.set("DEFAULT", "SSRF_PROTECTION", "off")  # the user names the address: it may be on the own network
    page = trafilatura.fetch_url(url, config=config)
    if page is None:
        raise ArticleError(f"{url}: could not be fetched: check the address, or save the page as .html")
    return raw_from_page(page, place=url, id=WEB.sub("", url), url=url)


def _article(raw: Raw, default_date: str | None) -> Article:
    size = len(raw.text.encode())
    if size > LIMIT:
        raise ArticleError(too_big(raw.place, size))
    if not raw.text.strip():
        raise ArticleError(f"{raw.place}: empty: there is nothing to read")
    language = language_of(raw.text)
    if language != "de":
        found = f"in {NAMES[language]}" if language else "in no language that newskg knows"
        raise ArticleError(f"{raw.place}: {found}, set aside: newskg reads German")
    return article_from_text(
        raw.text,
        id=raw.id,
        title=raw.title,
        date=raw.date,
        default_date=default_date,
        url=raw.url,
        publisher=raw.publisher,
        path=raw.path,
    )
