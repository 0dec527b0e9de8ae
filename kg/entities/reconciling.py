"""Look entities up in a service that speaks the OpenRefine reconciliation protocol (W3C Reconciliation API 0.2)."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from kg.errors import KgError
from kg.model import EntityRow, EntityType

BATCH, LIMIT, TRIES = 10, 3, 4
WIKIDATA_TYPES = {
    EntityType.PERSON: "Q5", EntityType.ORGANIZATION: "Q43229", EntityType.COUNTRY: "Q6256", EntityType.PLACE: "Q2221906",
    EntityType.NAMED_EVENT: "Q1656682", EntityType.WORK: "Q386724",
}  # fmt: skip
MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch"


class Linkable(Protocol):
    """What is needed of a store."""

    base: str

    def entities(self) -> list[EntityRow]:
        """The table of entities."""

    def update(self, sparql: str) -> None:
        """Run a SPARQL update."""


def reconcile(
    store: Linkable, endpoint: str, *, rate: float, sure: float, cache: Path | None = None
) -> tuple[int, int]:
    """Ask about every named entity that no package has identified and that was not asked about before.

    Matches are written as skos:exactMatch into the graph <base>links, which rebuilding leaves alone.

    Args:
        store: where the entities are.
        endpoint: the service's URL.
        rate: requests a second at most.
        sure: the score from which a match counts, unless the service itself marks it as certain.
        cache: file of earlier answers; by default one in the user's cache folder.

    Returns:
        How many were asked about now, and how many matches were written.

    Raises:
        KgError: the service does not answer or does not speak the protocol.
    """
    file = cache or _cache_file(endpoint)
    answers = _read(file)
    rows = {r.iri: r for r in store.entities() if r.named and not r.weak and not r.wikidata}
    open_rows = [rows[iri] for iri in sorted(rows) if _key(rows[iri]) not in answers]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf8") as out:
        for row, found in _ask_all(open_rows, lambda batch: ask(endpoint, batch), pause=1 / rate if rate > 0 else 0.0):
            answers[_key(row)] = found
            out.write(json.dumps({"key": _key(row), "found": found}, ensure_ascii=False) + "\n")
            out.flush()
    matches = {iri: best for iri, row in rows.items() if (best := choose(answers.get(_key(row), []), sure)) is not None}
    _write(store, matches)
    return len(open_rows), len(matches)


def _key(row: EntityRow) -> str:
    return f"{row.type.value} {row.name}"


def _cache_file(endpoint: str) -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newskg"
    return folder / f"reconciled-{blake2b(endpoint.encode(), digest_size=6).hexdigest()}.jsonl"


def _read(file: Path) -> dict[str, list[dict[str, Any]]]:
    """Earlier answers; a half-written last line of a killed run is passed over."""
    answers: dict[str, list[dict[str, Any]]] = {}
    if file.is_file():
        for line in file.read_text(encoding="utf8").splitlines():
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:
                continue
            answers[entry["key"]] = entry["found"]
    return answers


def _ask_all(
    rows: Sequence[EntityRow], ask_batch: Callable[[Sequence[EntityRow]], list[list[dict[str, Any]]]], *, pause: float
) -> Iterator[tuple[EntityRow, list[dict[str, Any]]]]:
    last = 0.0
    for start in range(0, len(rows), BATCH):
        time.sleep(max(0.0, last + pause - time.monotonic()))
        last = time.monotonic()
        batch = rows[start : start + BATCH]
        yield from zip(batch, ask_batch(batch), strict=True)


def ask(endpoint: str, rows: Sequence[EntityRow]) -> list[list[dict[str, Any]]]:
    """Send one batch; the answers are in the order of the rows, each a list of candidates, best first."""
    queries = {f"q{n}": _query(row) for n, row in enumerate(rows)}
    body = urllib.parse.urlencode({"queries": json.dumps(queries, ensure_ascii=False)}).encode()
    answer = _post(endpoint, body)
    try:
        return [[_candidate(c) for c in answer[f"q{n}"]["result"]] for n in range(len(rows))]
    except (KeyError, TypeError) as error:
        raise KgError(f"{endpoint} does not answer as a reconciliation service does: {error} is missing") from error


def _query(row: EntityRow) -> dict[str, Any]:
    query: dict[str, Any] = {"query": row.name, "limit": LIMIT}
    if row.type in WIKIDATA_TYPES:
        query["type"] = WIKIDATA_TYPES[row.type]
    return query


def _candidate(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(found["id"]),
        "name": str(found.get("name", "")),
        "score": float(found.get("score", 0)),
        "match": bool(found.get("match")),
    }


def _post(endpoint: str, body: bytes) -> Any:
    if not endpoint.startswith(("http://", "https://")):
        raise KgError(f"{endpoint!r} is no web address: give the URL of a reconciliation service")
    request = urllib.request.Request(
        endpoint, data=body, headers={"User-Agent": "newskg", "Accept": "application/json"}
    )
    for attempt in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            if error.code not in {429, 500, 502, 503, 504} or attempt == TRIES - 1:
                raise KgError(
                    f"{endpoint} answers {error.code} {error.reason}: try again later, what was asked is kept"
                ) from error
            wait = error.headers.get("Retry-After", "")
            time.sleep(float(wait) if wait.isdigit() else 0.5 * 2**attempt)
        except json.JSONDecodeError as error:
            raise KgError(f"{endpoint} does not answer in JSON: is it a reconciliation service?") from error
        except OSError as error:
            raise KgError(f"{endpoint} cannot be reached ({error}): what was asked is kept") from error
    raise KgError(f"{endpoint} does not answer: try again later, what was asked is kept")


def choose(found: Iterable[dict[str, Any]], sure: float) -> str | None:
    """The identifier of the match, if the service is certain or one candidate alone scores high enough."""
    candidates = list(found)
    certain = [c["id"] for c in candidates if c["match"]]
    if len(certain) == 1:
        return str(certain[0])
    high = [c["id"] for c in candidates if c["score"] >= sure]
    return str(high[0]) if len(high) == 1 else None


def _write(store: Linkable, matches: dict[str, str]) -> None:
    graph = f"<{store.base}links>"
    lines = [f"<{iri}> <{MATCH}> <{_item(item)}> ." for iri, item in sorted(matches.items())]
    body = "\n".join(lines)
    store.update(
        f"DELETE WHERE {{ GRAPH {graph} {{ ?s <{MATCH}> ?o }} }} ; INSERT DATA {{ GRAPH {graph} {{ {body} }} }}"
    )


def _item(identifier: str) -> str:
    """The IRI of an identifier; Wikidata's are known by their form."""
    if identifier.startswith(("http://", "https://")):
        return urllib.parse.quote(identifier, safe=":/#?&=%")
    return f"http://www.wikidata.org/entity/{urllib.parse.quote(identifier)}"
