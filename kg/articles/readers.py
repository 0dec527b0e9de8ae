"""A reader per format: a file in, raw articles out, and an error in the place of each that cannot be read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from kg.articles.decoding import decode, encoding_of
from kg.articles.fields import FIELDS, Raw, raw_from_row
from kg.errors import ArticleError

MEGABYTE = 1_000_000
LIMIT = 5 * MEGABYTE
FRONT_MATTER = re.compile(r"\A---[^\S\n]*\r?\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
Reader = Callable[[Path, Mapping[str, str]], Iterator[Raw | ArticleError]]


def read_text(path: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """A file that is an article's text, perhaps with its fields in a front matter, and nothing else."""
    source = decode(_whole(path), str(path))
    fields, text = _front_matter(source)
    if not isinstance(fields, dict) or not {str(name).lower() for name in fields} & {*FIELDS["date"], *FIELDS["title"]}:
        yield Raw(str(path), path.stem, source, path=str(path))
    else:
        plain = {"text": text}
        yield raw_from_row(fields | plain, {**mapping, "text": "text"}, place=str(path), id=path.stem, path=str(path))


def read_markdown(path: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """An article in Markdown; the fields stand in its front matter, the text is read without markup."""
    fields, source = _front_matter(decode(_whole(path), str(path)))
    if isinstance(fields, yaml.YAMLError):
        reason = " ".join(str(fields).split())
        raise ArticleError(f"{path}: the front matter is no YAML ({reason}): mend it or take it out") from fields
    if not isinstance(fields, dict):
        raise ArticleError(f"{path}: the front matter is not 'name: value' lines: mend it or take it out")
    plain = {"text": plain_text(source)}
    yield raw_from_row(fields | plain, {**mapping, "text": "text"}, place=str(path), id=path.stem, path=str(path))


def _front_matter(source: str) -> tuple[object, str]:
    """The fields between "---" lines at the beginning, or the error in them, and the text after them."""
    matter = FRONT_MATTER.match(source)
    if matter is None:
        return {}, source
    try:
        return yaml.safe_load(matter[1]) or {}, source[matter.end() :]
    except yaml.YAMLError as error:
        return error, source


def plain_text(markdown: str) -> str:
    """Markdown without its markup, paragraphs parted by blank lines."""
    from markdown_it import MarkdownIt

    blocks = [token for token in MarkdownIt().parse(markdown) if token.type == "inline"]
    shown = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": "\n"}
    return "\n\n".join(
        "".join(shown[child.type] or child.content for child in block.children or () if child.type in shown)
        for block in blocks
    )


def read_html(path: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """A saved web page."""
    data = _whole(path)
    encoding_of(data, str(path))
    yield raw_from_page(data, place=str(path), id=path.stem, path=str(path))


def raw_from_page(page: bytes | str, *, place: str, id: str, path: str | None = None, url: str | None = None) -> Raw:
    """The article of a web page, with what its head says about it.

    Raises:
        ArticleError: there is no article in it.
    """
    import trafilatura
    from trafilatura.settings import Document

    dates = {"original_date": True, "extensive_search": False}
    found = trafilatura.bare_extraction(
        page, url=url, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dates
    )
    if not isinstance(found, Document) or not found.text:
        raise ArticleError(f"{place}: no article was found in the page: save its text as .txt")
    return Raw(
        place=place,
        id=id,
        text=re.sub(r"\n+", "\n\n", found.text),
        title=found.title,
        date=found.date,
        url=found.url or url,
        publisher=found.sitename,
        path=path,
    )


def read_jsonl(path: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """One article a line, each a JSON object."""
    with path.open("rb") as lines:
        yield from raws_from_lines(lines, mapping, place=str(path), id=path.stem, path=str(path))


def raws_from_lines(
    lines: Iterable[bytes], mapping: Mapping[str, str], *, place: str, id: str, path: str | None = None
) -> Iterator[Raw | ArticleError]:
    """JSON Lines from anywhere; ``place`` and ``id`` are continued by the number of the line."""
    for number, line in enumerate(lines, start=1):
        here = f"{place}:{number}"
        if not line.strip():
            continue
        try:
            row = json.loads(decode(line, here))
            if not isinstance(row, dict):
                raise ArticleError(f"{here}: not a JSON object but {type(row).__name__}: one object a line")
            yield raw_from_row(row, mapping, place=here, id=f"{id}-{number}", path=path)
        except json.JSONDecodeError as error:
            yield ArticleError(f"{here}: not JSON ({error.msg} at column {error.colno}): mend or remove the line")
        except ArticleError as error:
            yield error


def read_csv(path: Path, mapping: Mapping[str, str]) -> Iterator[Raw | ArticleError]:
    """One article a row, the columns named in the first; parted by commas, semicolons or tabs."""
    csv.field_size_limit(2 * LIMIT)
    with path.open("rb") as start:
        encoding = encoding_of(start.read(MEGABYTE), str(path))
    with path.open(encoding=encoding.replace("utf-8", "utf-8-sig").replace("-sig-sig", "-sig"), newline="") as file:
        header = file.readline()
        file.seek(0)
        rows = csv.DictReader(file, delimiter=max(",;\t", key=header.count))
        try:
            for row in rows:
                place = f"{path}:{rows.line_num}"
                named = {name: value for name, value in row.items() if name is not None}
                try:
                    yield raw_from_row(named, mapping, place=place, id=f"{path.stem}-{rows.line_num}", path=str(path))
                except ArticleError as error:
                    yield error
        except (csv.Error, UnicodeDecodeError) as error:
            raise ArticleError(f"{path}:{rows.line_num}: not CSV in {encoding} ({error}): mend the row") from error


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
}


def _whole(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LIMIT:
        raise ArticleError(too_big(str(path), size))
    return path.read_bytes()


def too_big(place: str, size: int) -> str:
    """The message for more than an article may have."""
    return f"{place}: {size / MEGABYTE:.1f} MB, more than the {LIMIT // MEGABYTE} MB an article may have: split it"
