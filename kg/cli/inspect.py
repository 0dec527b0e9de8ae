"""`kg inspect`: what was read in an article, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import DateOption, JsonOption, MapOption, PipelineOption, mapping_of

if TYPE_CHECKING:
    from rich.console import Console

    from kg.model import Claim, Entity, Event, Mention, Quotation, Reading, Span, Time

COLORS = {
    "Person": "bold red",
    "Organization": "bold blue",
    "Country": "bold green",
    "Place": "green",
    "NamedEvent": "bold magenta",
    "Work": "cyan",
    "Group": "bold yellow",
}
SHOWN_MENTIONS = frozenset({"name", "nominal", "pronoun"})


def inspect(
    article: Annotated[str, typer.Argument(help="A file, a web address, or - for standard input.")],
    as_json: JsonOption = False,
    date: DateOption = None,
    map: MapOption = None,
    pipeline: PipelineOption = "de",
) -> None:
    """Show what is read in an article: entities, times, claims and why. No store is needed.

    A file with several articles gives one after the other (with --json one a line).

    Example: kg inspect seeds/witkoff-moskau.txt
    """
    from kg.articles import read_articles
    from kg.language import Lexicon, load, parse
    from kg.reading import read

    articles = read_articles([article], date=date, mapping=mapping_of(map))
    nlp = None
    for found in articles:
        nlp = nlp or load(pipeline)
        for _, doc in parse(nlp, [found]):
            reading = read(found, doc, Lexicon())
        if as_json:
            typer.echo(json.dumps(as_dict(reading), ensure_ascii=False))
        else:
            _show(reading)


def as_dict(reading: Reading) -> dict[str, Any]:
    """A reading as JSON values: the interface for whoever measures newskg.

    Offsets are Unicode code points into ``text``, spans ``[start, end]``; entities are named by their ids, events list
    their claims by index.
    """
    article = reading.article
    text = article.text
    types = {entity.id: entity.type.value for entity in reading.entities}
    return {
        "article": {"id": article.id, "title": article.title, "date": article.date, "language": article.language},
        "text": text,
        "entities": [_entity(entity) for entity in reading.entities],
        "mentions": [_mention(m, text, types) for m in reading.mentions if m.kind in SHOWN_MENTIONS],
        "times": [_time(time, text) for time in reading.times],
        "quotations": [_quotation(quotation) for quotation in reading.quotations],
        "events": [_event(event) for event in reading.events],
        "claims": [_claim(claim, text) for claim in reading.claims],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type.value,
        "named": entity.named,
        "aliases": list(entity.aliases),
        "roles": list(entity.roles),
    }


def _mention(mention: Mention, text: str, types: dict[str, str]) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "entity": mention.entity,
        "type": types[mention.entity],
        "how": mention.how,
    }


def _time(time: Time, text: str) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": text[time.start : time.end],
        "type": time.type,
        "value": time.value,
        "edtf": time.edtf,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "spans": [_span(span) for span in quotation.spans],
        "type": quotation.type,
        "cue": _span(quotation.cue),
        "speaker": _span(quotation.speaker),
        "speaker_entity": quotation.speaker_entity,
        "addressee": quotation.addressee,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "participants": list(event.participants),
        "time": event.time.edtf if event.time else None,
        "place": event.place,
        "claims": list(event.claims),
    }


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    return {
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "factuality": claim.factuality.value,
        "source": claim.source,
        "time": claim.time.edtf if claim.time else None,
        "place": claim.place,
        "former": claim.former,
        "event": claim.event,
        "start": claim.start,
        "end": claim.end,
        "exact": text[claim.start : claim.end],
        "extractor": claim.extractor,
        "confidence": claim.confidence,
        "cues": [_span(cue) for cue in claim.cues],
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _show(reading: Reading) -> None:
    from rich.console import Console

    console = Console()
    article = reading.article
    console.rule(" · ".join(part for part in (article.id, article.date, article.title) if part))
    _show_text(reading, console)
    _show_claims(reading, console)


def _show_text(reading: Reading, console: Console) -> None:
    from rich.text import Text

    text = Text(reading.article.text.strip("\n"))
    offset = len(reading.article.text) - len(reading.article.text.lstrip("\n"))
    types = {entity.id: entity.type.value for entity in reading.entities}
    for part in reading.article.parts:
        if part.kind not in ("body", "title"):
            text.stylize(
                "dim" if part.kind in ("metadata", "agency", "note") else "italic",
                part.start - offset,
                part.end - offset,
            )
    for mention in reading.mentions:
        if mention.kind in SHOWN_MENTIONS:
            text.stylize(COLORS[types[mention.entity]], mention.start - offset, mention.end - offset)
    for time in reading.times:
        text.stylize("underline", time.start - offset, time.end - offset)
    console.print(text, "")
    console.print(
        Text("  ").join(Text(name, style) for name, style in COLORS.items()) + Text("  ") + Text("Time", "underline")
    )


def _show_claims(reading: Reading, console: Console) -> None:
    from rich.table import Table

    names = {entity.id: entity.name for entity in reading.entities}
    table = Table("claim", "factuality", "when, where", "extractor, cues", pad_edge=False)
    for claim in reading.claims:
        when_where = (claim.time.edtf if claim.time else None, names.get(claim.place or ""))
        cues = ", ".join(reading.article.text[cue.start : cue.end] for cue in claim.cues)
        table.add_row(
            f"{names[claim.subject]} [bold]{claim.predicate}[/bold] {names.get(claim.object, f'“{claim.object}”')}",
            claim.factuality.value
            + (f", by {names[claim.source]}" if claim.source else "")
            + ", former" * claim.former,
            ", ".join(part for part in when_where if part),
            f"{claim.extractor} {claim.confidence:.2f}" + (f": {cues}" if cues else ""),
        )
    console.print(table)
