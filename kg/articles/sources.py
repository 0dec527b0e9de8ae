"""Where articles come from: files, folders, standard input, the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kg.articles.article import article_from_text
from kg.errors import ArticleError
from kg.model import Article


def read_articles(
    sources: Iterable[str | Path],
    *,
    date: str | None = None,
    mapping: Mapping[str, str] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
) -> Iterator[Article]:
    for source in sources:
        path = Path(source)
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield article_from_text(file.read_text(encoding="utf-8-sig"), id=file.stem, default_date=date, path=str(file))
