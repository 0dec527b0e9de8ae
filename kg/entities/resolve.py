"""Who and what an article talks about: names, then descriptions and pronouns, then canonical records."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.entities import collectives, nominals, pairs, pronouns
from kg.entities.abbreviations import spelled_out, with_acronyms
from kg.entities.adjoining import as_surnames, couples, split_runs
from kg.entities.agreement import agree
from kg.entities.anaphora import Discourse
from kg.entities.bearers import bearers
from kg.entities.canonical import records
from kg.entities.clubs import called_short, clubs, sporting_countries
from kg.entities.common_parties import at_home, republic
from kg.entities.crowds import crowds, groups, told_apart
from kg.entities.descriptions import AGED, Description, describe, phrase_start
from kg.entities.events import events, proper_events, storms
from kg.entities.extents import extended, inner_towns, longer_names
from kg.entities.firms import (
    ending_so,
    english_bodies,
    english_firms,
    firms_of_towns,
    introduced,
    legal_forms,
    movements,
    partnerships,
    same_again,
    shouted,
)
from kg.entities.identified import apposed, named_before, named_behind, named_beyond
from kg.entities.media import media, papers
from kg.entities.metonyms import act
from kg.entities.nodes import Link, Node, grammatical_gender, group
from kg.entities.organizations import (
    PLACES,
    acronyms,
    head_category,
    led,
    pipeline_names,
    websites,
)
from kg.entities.organs import organs
from kg.entities.origins import give_origins
from kg.entities.passage import Passage, passage
from kg.entities.persons import person_names, surnames
from kg.entities.quoted import speak
from kg.entities.sites import (
    areas,
    federal,
    federal_ministers,
    foreign_towns,
    local_adjectives,
    roads,
    sides,
    towns,
    venues,
)
from kg.entities.spots import POINTED, Spot, adjectives, known_names, partisans, parts, settle
from kg.entities.teams import play, signed
from kg.entities.titled import introducing, shortened, taken_up
from kg.entities.titles import give_circles, give_titles
from kg.entities.works import authored, documents, known_works, laws_again, titles, treaties, works
from kg.language.lexicon import Lexicon
from kg.model import Article, Entity, EntityType, Mention


def resolve(doc: Doc, article: Article, lexicon: Lexicon) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Find the entities of an article and every stretch of text that refers to them.

    Args:
        doc: the article's parse.
        article: the article; offsets of the mentions are code points into its text.
        lexicon: what is known of the language.

    Returns:
        The entities in order of first mention, and their mentions in order of text.
    """
    page = passage(doc, lexicon)
    nodes = group(page, find_names(page))
    owner = give_titles(page, nodes)
    give_circles(page, nodes)
    give_origins(page, nodes)
    read_on(page, nodes, owner)
    return records(page, nodes)


def find_names(page: Passage) -> list[Spot]:
    """All names of the article, those in compounds and adjectives included."""
    whole = republic(page, at_home(page, [s for s in _whole_names(page) if not _is_title(page, s)]))
    names, size = bearers(page, towns(page, told_apart(page, whole))), len(page.words)
    heading = {s.start for s in names if s.type is EntityType.ORGANIZATION and s.known is None and s.end - s.start > 1}
    inside = {i for s in names for i in range(s.start, s.end)} - heading
    derived = settle([adjectives(page), local_adjectives(page), federal(page)], size)
    spots = organs(page, names + [a for a in derived if a.start not in inside])
    taken = {i for s in spots if s.kind == "name" for i in range(s.start, s.end)}
    made = list(works(page))
    named = introducing(page, [*spots, *made])
    again = [*taken_up(page, named), *shortened(page, made)]
    other = taken | named.keys() | {s.start for s in again}
    extra = [*made, *again, *groups(page), *events(page, taken), *documents(page, other), *crowds(page, taken)]
    spots += settle([[s for s in extra if s.start not in taken]], size)
    spots += laws_again(page, spots)
    joined = {
        i for s in spots if "/" in s.name and s.category == "organ" for i in range(s.start, s.end)
    }  # "CDU/CSU-Fraktion" is neither's
    bits = [s for s in [*parts(page), *federal_ministers(page)] if s.start not in joined]
    spots = agree(page, with_acronyms(page, act(page, play(page, called_short(page, spots)))), bits)
    pointed = {s.start for s in spots if s.kind == "adjective"}
    partial = [s for s in partisans(page) if s.start not in taken and s.start not in pointed]
    return sorted(
        [*spots, *signed(page, bits), *areas(page), *inner_towns(page, spots), *partial],
        key=lambda s: (s.start, s.end),
    )


def _is_title(page: Passage, spot: Spot) -> bool:
    """Whether what may be a body is the title of the person named behind it: "der Wiener Gemeinderat Karl Moser"."""
    last = spot.end - 1
    named = spot.end < len(page.words) and page.label[spot.end] == "PER" and page.begins[spot.end]
    return named and page.roles[last] is not None and spot.type is EntityType.ORGANIZATION


def _whole_names(page: Passage) -> list[Spot]:
    """Names that stand as words of their own, the surest finds first."""
    people = list(as_surnames(list(couples(page, list(split_runs(page, list(person_names(page))))))))
    known, piped = list(extended(page, known_names(page))), list(pipeline_names(page))
    firms = list(legal_forms(page))
    return settle(
        [
            firms,
            sporting_countries(page),
            media(page),
            papers(page),
            websites(page),
            clubs(page),
            english_bodies(page),
            movements(page),
            spelled_out(page),
            proper_events(page),
            storms(page),
            roads(page),
            venues(page),
            known_works(page),
            treaties(page),
            shouted(page),
            firms_of_towns(page),
            titles(page),
            authored(page),
            same_again(page, firms),
            [k for k in known if k.end - k.start > 1],
            english_firms(page),
            [p for p in people if p.end - p.start > 1],
            longer_names(page, piped),
            partnerships(page),
            known,
            sides(page),
            foreign_towns(page),
            introduced(page),
            ending_so(page),
            people,
            surnames(page, people),
            [o for o in piped if o.end - o.start > 1 and o.type is EntityType.ORGANIZATION],
            acronyms(page),
            piped,
            led(page),
        ],
        len(page.words),
    )


def read_on(page: Passage, nodes: list[Node], owner: dict[int, Node]) -> None:
    """Link descriptions and pronouns, from left to right."""
    talk = Discourse(page, nodes)
    for node in nodes:
        if node.type in {EntityType.ORGANIZATION, EntityType.COUNTRY}:
            node.gender = grammatical_gender(page, node)
    heads: dict[int, list[Node]] = {}
    covered = set(owner)
    for node in nodes:
        for link in node.links:
            if link.kind in {"name", "nominal"}:
                heads.setdefault(link.head, []).append(node)
            if link.kind == "name":
                described = (
                    node.type is EntityType.NAMED_EVENT
                )  # "im Streit mit seinem Anwalt": the anaphors in it count
                covered.update((link.head,) if described else range(link.start, link.end))
            elif link.kind == "part" and node.type is EntityType.ORGANIZATION:
                talk.hinted.append((link.head, node))
            elif link.kind == "adjective" and link.how != POINTED:
                covered.add(link.head)
    for i in range(len(page.words)):
        if i in page.skipped:
            continue
        if i in heads:
            for node in heads[i]:
                talk.mention(node, i, plural=node.plural)
        elif i not in covered:
            _token(talk, i)
    nominals.absorb(page, nodes)
    nominals.introduced(page, nodes)
    speak(page, nodes)


def _token(talk: Discourse, i: int) -> None:
    page = talk.page
    pair = pairs.resolve_both(talk, i)
    if pair:
        start = phrase_start(page, i)
        for node in pair[0]:
            node.links.append(Link(start, i + 1, i, "nominal", pair[1]))
            talk.mention(node, i)
        return
    if page.pos[i] in {"PRON", "DET"}:
        found = pronouns.resolve_pronoun(talk, i)
        if found:
            for node in found[0]:
                pronouns.link_pronoun(node, i, found[1])
                if page.pos[i] == "PRON":
                    talk.mention(node, i)
        return
    if (page.pos[i] in {"NOUN", "PROPN", "ADJ"} and page.capital(i)) or AGED.match(page.words[i]):
        _noun(talk, i)


def _noun(talk: Discourse, i: int) -> None:
    page = talk.page
    what = describe(page, i)
    beside = named_behind(talk, what) or named_beyond(talk, what) or named_before(talk, what)
    found = nominals.before_name(talk, i) or ((beside, "apposition") if beside else _referent(talk, what))
    if found:
        nominals.add_description(page, found[0], what, found[1])
        talk.mention(found[0], i)
    elif page.pos[i] == "NOUN":
        talk.mention(None, i, gender=page.feature(i, "Gender"), plural=what.plural)


def _referent(talk: Discourse, what: Description) -> tuple[Node, str] | None:
    """Run the sieve for one description: persons, then organisations, then places, then new unnamed actors."""
    page, i = talk.page, what.head
    category = head_category(page.words[i], page.lexicon)
    if (
        what.definite
        and not what.plural
        and (called := collectives.side(talk, what) or collectives.daughter(talk, what))
    ):
        return called, "description"
    if what.fresh and category and (node := apposed(talk, what)) is not None:
        return node, "apposition"
    if what.plural:
        return collectives.resolve_organization(talk, what, category) if category == "armed" and what.definite else None
    if what.definite or what.owned or category and collectives.owner(talk, what):
        found = nominals.resolve_person(talk, what) if not what.owned or what.role else None
        if found is None and what.role is None:
            lands = page.lexicon.table("coreference")["lands"]
            if category in PLACES or collectives.stem(page.words[i]) in lands:
                found = collectives.resolve_place(talk, what)
            body = category or collectives.kind(page.words[i], page.lexicon)
            if found is None and body and body not in PLACES:
                found = collectives.resolve_organization(talk, what, body)
        if found:
            return found
    node = nominals.unnamed_person(talk, what)
    if node is None and category and what.role is None:
        node = collectives.unnamed_site(talk, what) if category == "site" else None
        node = node or collectives.unnamed_organization(talk, what, category)
    return (node, "unnamed") if node else None
