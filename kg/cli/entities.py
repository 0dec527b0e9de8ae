"""`kg entities`, `kg merge`, `kg split`, `kg link`: who is who, and decisions on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import JsonOption, StoreOption
from kg.cli.talk import say
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.model import EntityRow, Merge
    from kg.store import Store

SHOWN = 40
NameArgument = Annotated[str | None, typer.Argument(help="A name, a part of one, or an IRI.", show_default=False)]
WhyOption = Annotated[str, typer.Option(help="The reason, kept with the decision.")]


def entities(
    name: NameArgument = None,
    unsure: Annotated[bool, typer.Option("--unsure", help="List pairs that may be one, with the evidence.")] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who is who: an entity with its names and where each comes from, or pairs to decide on.

    Example: kg entities Putin
    """
    from kg.store import open_store

    with open_store(store) as opened:
        found = doubts(opened) if unsure else overview(opened, name)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif unsure:
        _show_doubts(found)
    else:
        _show(found, full=name is not None)


def merge(
    first: Annotated[str, typer.Argument(help="An entity, by IRI or full name.")],
    second: Annotated[str, typer.Argument(help="The entity that is the same.")],
    why: WhyOption = "",
    store: StoreOption = None,
) -> None:
    """Decide that two entities are one; the decision survives rebuilding.

    Example: kg merge "Papst Franziskus" "Jorge Mario Bergoglio" --why "sein bürgerlicher Name"
    """
    from kg.store import open_store

    with open_store(store) as opened:
        rows = opened.entities()
        a, b = one(rows, first), one(rows, second)
        if a == b:
            raise KgError(f"{first!r} and {second!r} are one entity already: {a}")
        opened.decide(a, b, same=True, why=why)
        changed = opened.apply_merges()
    say(f"merged: {changed} article graphs rewritten")


def split(
    name: Annotated[str, typer.Argument(help="An entity that others were merged into, by IRI or full name.")],
    other: Annotated[str | None, typer.Argument(help="Take only this one out.", show_default=False)] = None,
    why: WhyOption = "",
    store: StoreOption = None,
) -> None:
    """Decide that what was merged into an entity is not the same; the decision survives rebuilding.

    Example: kg split "Michael Müller"
    """
    from kg.entities.linking import link as find
    from kg.store import open_store

    with open_store(store) as opened:
        rows = opened.entities()
        iri = one(rows, name)
        merges = find(rows, opened.decisions())
        home = next((m.to_iri for m in merges if m.from_iri == iri), iri)
        members = sorted({home, *[m.from_iri for m in merges if m.to_iri == home]})
        if len(members) == 1:
            raise KgError(
                f"nothing was merged into {name!r}; to keep it apart from another entity name that too: kg split A B"
            )
        taken = [one(rows, other)] if other else members
        for a in taken:
            for b in members:
                if a < b or other and a != b:
                    opened.decide(*sorted((a, b)), same=False, why=why)
        changed = opened.apply_merges()
    say(f"split: {changed} article graphs rewritten")


def link(
    endpoint: Annotated[str, typer.Option(help="A reconciliation service that speaks the OpenRefine protocol.")],
    store: StoreOption = None,
    rate: Annotated[float, typer.Option(help="Requests a second at most.")] = 2.0,
    sure: Annotated[float, typer.Option(help="Take only matches scored at least so high, 0 to 100.")] = 90.0,
) -> None:
    """Look entities up in a reconciliation service such as Wikidata's, and note the matches.

    What was asked is kept, so an interrupted run goes on where it stopped.

    Example: kg link --endpoint https://wikidata.reconci.link/de/api
    """
    from kg.entities.reconciling import reconcile
    from kg.store import open_store

    with open_store(store) as opened:
        asked, matched = reconcile(opened, endpoint, rate=rate, sure=sure)
    say(f"{asked} entities asked about, {matched} matched")


def one(rows: list[EntityRow], name: str) -> str:
    """Find the IRI that a name or IRI means.

    Raises:
        KgError: no entity has the name, or several do; the message lists them.
    """
    exact = sorted({r.iri for r in rows if name == r.iri or r.iri.endswith(f"/entity/{name}")})
    found = exact or sorted({r.iri for r in rows if name == r.name})
    found = found or sorted({r.iri for r in rows if name in r.aliases})
    if not found:
        raise KgError(f"no entity is called {name!r}; kg entities lists them")
    if len(found) > 1:
        raise KgError(f"{name!r} may be any of {', '.join(found[:5])}: give the IRI")
    return found[0]


def overview(store: Store, name: str | None) -> list[dict[str, Any]]:
    """Entities whose name contains the words, most articles first, with their parts before merging."""
    from kg.entities.linking import link as find

    rows = store.entities()
    merges = find(rows, store.decisions())
    home = {m.from_iri: m for m in merges}
    groups: dict[str, list[EntityRow]] = {}
    for row in rows:
        groups.setdefault(home[row.iri].to_iri if row.iri in home else row.iri, []).append(row)
    wanted = (name or "").casefold()
    found = [_entry(iri, members, home) for iri, members in groups.items() if _fits(iri, members, wanted)]
    return sorted(found, key=lambda e: (-len(e["articles"]), e["iri"]))


def _fits(iri: str, rows: list[EntityRow], wanted: str) -> bool:
    return (
        not wanted
        or wanted == iri.casefold()
        or any(wanted in form.casefold() for r in rows for form in (r.name, *r.aliases))
    )


def _entry(iri: str, rows: list[EntityRow], home: dict[str, Merge]) -> dict[str, Any]:
    names: dict[str, list[str]] = {}
    for row in rows:
        for form in (row.name, *row.aliases):
            names.setdefault(form, []).append(row.article.rpartition("/")[2])
    joined = sorted({row.iri for row in rows if row.iri != iri})
    return {
        "iri": iri,
        "type": rows[0].type.value,
        "name": next((r.name for r in rows if r.iri == iri), rows[0].name),
        "roles": sorted({role for r in rows for role in r.roles}),
        "articles": sorted({r.article for r in rows}),
        "names": {form: sorted(set(articles)) for form, articles in sorted(names.items())},
        "merged": [{"iri": i, "why": home[i].why, "score": home[i].score} for i in joined],
    }


def doubts(store: Store) -> list[dict[str, Any]]:
    """Pairs that may be one, the likeliest first."""
    from kg.entities.linking import unsure as find

    return [
        {
            "score": round(d.score, 3), "why": d.why,
            "first": {"iri": d.first.iri, "names": list(d.first.names), "roles": sorted(d.first.roles), "articles": list(d.first.articles)},
            "second": {"iri": d.second.iri, "names": list(d.second.names), "roles": sorted(d.second.roles), "articles": list(d.second.articles)},
        }
        for d in find(store.entities(), store.decisions())
    ]  # fmt: skip


def _show(found: list[dict[str, Any]], *, full: bool) -> None:
    for entry in found[:SHOWN]:
        roles = f"  {', '.join(entry['roles'])}" if entry["roles"] else ""
        typer.echo(f"{entry['name']}  ({entry['type']}, {len(entry['articles'])} articles){roles}")
        if full:
            typer.echo(f"  {entry['iri']}")
            for form, articles in entry["names"].items():
                typer.echo(f"  {form}: {', '.join(articles[:5])}{' …' if len(articles) > 5 else ''}")
            for part in entry["merged"]:
                typer.echo(f"  merged with {part['iri']}: {part['why']} ({part['score']:.2f})")
    if len(found) > SHOWN:
        say(f"and {len(found) - SHOWN} more: name one, or --json shows all")
    if not found:
        say("no such entity")


def _show_doubts(found: list[dict[str, Any]]) -> None:
    for pair in found[:SHOWN]:
        typer.echo(f"{pair['score']:.2f}  {pair['why']}")
        for side in (pair["first"], pair["second"]):
            typer.echo(
                f"      {side['iri']}: {', '.join(side['names'][:4])}; {', '.join(side['roles']) or 'no role'}; {len(side['articles'])} articles"
            )
    if len(found) > SHOWN:
        say(f"and {len(found) - SHOWN} more: --json shows all")
    if not found:
        say("nothing to decide")
