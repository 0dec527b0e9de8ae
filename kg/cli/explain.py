"""`kg explain`: what a statement of the graph stands on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import JsonOption, StoreOption
from kg.cli.talk import say
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.views.records import Contents, Fact

ANY = "_"


def explain(
    words: Annotated[
        list[str], typer.Argument(metavar="SUBJECT [PREDICATE] [OBJECT]", help="Names; _ stands for anything.")
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show every claim behind a statement: its words, article, date, rule, confidence and factuality.

    Example: kg explain Witkoff met Putin
    """
    from kg.store import open_store
    from kg.views.filters import read
    from kg.views.rows import told

    with open_store(store) as opened:
        contents = read(opened, {})
        facts = behind(contents, *parse(words))
        texts = {iri: found.text for iri, found in told(opened, {fact.article for fact in facts}).items()}
    if as_json:
        shown = [as_dict(fact, contents, texts[fact.article]) for fact in facts]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        typer.echo("\n\n".join(as_text(fact, contents, texts[fact.article]) for fact in facts))
    if not facts:
        say(f"no claim says so: {' '.join(words)}; _ stands for any predicate or entity")
        raise typer.Exit(1)


def parse(words: list[str]) -> tuple[str, str, str]:
    """Read ``Steve Witkoff met Putin``: what stands before and after a predicate (or ``_``) are the entities.

    Raises:
        QueryError: several words without a predicate between them, and more than a subject and an object.
    """
    for place, word in enumerate(words[1:], 1):
        if word == ANY or predicates_called(word):
            return " ".join(words[:place]), word, " ".join(words[place + 1 :]) or ANY
    if len(words) > 2:
        raise QueryError(f"no predicate in {' '.join(words)!r}: write SUBJECT PREDICATE OBJECT, _ stands for anything")
    return words[0], ANY, words[1] if len(words) == 2 else ANY


def predicates_called(word: str) -> frozenset[str]:
    """Give the predicate of this name or label ("met", "traf") and its sub-properties; open ones by their name."""
    from kg.rdf.ontology import label, sub_properties
    from kg.rdf.vocabulary import PREDICATES

    if word.startswith("open:"):
        return frozenset({word})
    asked = word.casefold()
    named = {name for name in PREDICATES if asked in (name.casefold(), label(name), label(name, "en"))}
    return frozenset().union(*(sub_properties(name) for name in named))


def behind(contents: Contents, subject: str, predicate: str, object_: str) -> list[Fact]:
    """Find the claims that a statement stands on, in order of article and place.

    Args:
        contents: what the store holds.
        subject: a name or IRI of an entity, or "_".
        predicate: a name or label, which stands for its sub-properties too, or "_".
        object_: a name or IRI, or "_"; of statements, words of what was said.

    Raises:
        QueryError: nobody is called so.
    """
    from kg.rdf.vocabulary import SAID, SYMMETRIC
    from kg.views.filters import find

    wanted = None if predicate == ANY else predicates_called(predicate)
    left = None if subject == ANY else find(contents.things, subject)
    text = wanted is not None and all(name == SAID or name.startswith("open:") for name in wanted)
    right = None if object_ == ANY or text else find(contents.things, object_)

    def joins(fact: Fact, start: frozenset[str] | None, end: frozenset[str] | None) -> bool:
        if start is not None and fact.subject not in start:
            return False
        return end is None or (not fact.literal and fact.object in end)

    def matches(fact: Fact) -> bool:
        if wanted is not None and fact.predicate not in wanted:
            return False
        if text and object_ != ANY:
            return joins(fact, left, None) and object_.casefold() in fact.object.casefold()
        both_ways = wanted is None or fact.predicate in SYMMETRIC
        return joins(fact, left, right) or (both_ways and joins(fact, right, left))

    return [fact for fact in contents.facts if matches(fact)]


def as_dict(fact: Fact, contents: Contents, text: str) -> dict[str, Any]:
    """A claim as JSON values, with names beside the IRIs; ``text`` is the article's."""
    from kg.export.table import name, sentence

    article = contents.articles.get(fact.article)
    return {
        "subject": name(fact.subject, contents),
        "predicate": contents.phrases.get(fact.predicate, fact.predicate),
        "object": fact.object if fact.literal else name(fact.object, contents),
        "factuality": fact.factuality,
        "source": name(fact.source, contents) or None,
        "time": fact.time,
        "place": name(fact.place, contents) or None,
        "former": fact.former,
        "sentence": text[slice(*sentence(text, fact.start, fact.end))],
        "quotation": fact.exact,
        "start": fact.start,
        "end": fact.end,
        "article": article.id if article else None,
        "date": article.date if article else None,
        "extractor": fact.extractor,
        "confidence": fact.confidence,
        "claim": fact.iri,
        "subject_iri": fact.subject,
        "object_iri": None if fact.literal else fact.object,
    }


def as_text(fact: Fact, contents: Contents, text: str) -> str:
    """A claim in a few lines for people, the words it stands on in bold within their sentence."""
    from kg.export.table import sentence
    from kg.rdf.ontology import label

    shown = as_dict(fact, contents, text)
    first, last = sentence(text, fact.start, fact.end)
    words = text[first : fact.start] + typer.style(fact.exact, bold=True) + text[fact.end : last]
    holds = f"{label(fact.factuality, 'en')}{', former' if fact.former else ''}"
    source = f" by {shown['source']}" if shown["source"] else ""
    when = "".join(f", {shown[key]}" for key in ("time", "place") if shown[key])
    day = f" ({shown['date']})" if shown["date"] else ""
    quoted = f"“{fact.object}”" if fact.literal else shown["object"]
    return (
        f"{shown['subject']} {shown['predicate']} {quoted}\n"
        f"  {holds}{source}{when}\n"
        f"  {' '.join(words.split())}\n"
        f"  {shown['article'] or fact.article}{day}, characters {fact.start}–{fact.end}; "
        f"{fact.extractor}, confidence {fact.confidence:g}"
    )
