"""Who and what an article talks about: names, then descriptions and pronouns, then canonical records."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.entities import nominals, pronouns
from kg.entities.anaphora import Discourse
from kg.entities.canonical import records
from kg.entities.events import events, groups, works
from kg.entities.metonyms import act
from kg.entities.nodes import Node, group
from kg.entities.organizations import acronyms, legal_forms, pipeline_names
from kg.entities.organs import bracketed, organs
from kg.entities.passage import Passage, passage
from kg.entities.persons import person_names, split_runs, surnames
from kg.entities.spots import Spot, adjectives, known_names, parts, settle
from kg.entities.titles import give_titles
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
    read_on(page, nodes, owner)
    return records(page, nodes)


def find_names(page: Passage) -> list[Spot]:
    """All names of the article, those in compounds and adjectives included."""
    size = len(page.words)
    people = list(split_runs(page, list(person_names(page))))
    full = [p for p in people if p.end - p.start > 1]
    names = settle([legal_forms(page), full, known_names(page), people, surnames(page, people), acronyms(page), pipeline_names(page)], size)
    inside = {i for s in names for i in range(s.start, s.end)}
    spots = organs(page, names + [a for a in adjectives(page) if a.start not in inside])
    taken = {i for s in spots if s.kind == "name" for i in range(s.start, s.end)}
    extra = [*works(page), *groups(page), *events(page, taken)]
    spots += settle([[s for s in extra if s.start not in taken]], size)
    spots = act(page, spots, page.lemmas)
    short = {b: a for a, b in bracketed(page, spots)}
    spots = [Spot(s.start, s.end, short[s].type, short[s].name, "acronym", known=short[s].known) if s in short else s for s in spots]
    return sorted([*spots, *parts(page)], key=lambda s: (s.start, s.end))


def read_on(page: Passage, nodes: list[Node], owner: dict[int, Node]) -> None:
    """Link descriptions and pronouns, from left to right."""
    talk = Discourse(page, nodes)
    heads: dict[int, list[Node]] = {}
    covered = set(owner)
    for node in nodes:
        for link in node.links:
            if link.kind in {"name", "nominal"}:
                heads.setdefault(link.head, []).append(node)
                if link.kind == "name":
                    covered.update(range(link.start, link.end))
    for i in range(len(page.words)):
        if i in page.skipped:
            continue
        if i in heads:
            for node in heads[i]:
                talk.mention(node, i, plural=node.plural)
        elif i not in covered:
            _token(talk, i)


def _token(talk: Discourse, i: int) -> None:
    page = talk.page
    if page.pos[i] in {"PRON", "DET"}:
        found = pronouns.resolve_pronoun(talk, i)
        if found:
            for node in found[0]:
                pronouns.link_pronoun(node, i, found[1])
                if page.pos[i] == "PRON":
                    talk.mention(node, i)
        return
    if page.pos[i] not in {"NOUN", "PROPN", "ADJ"} or not page.capital(i):
        return
    described = _describe(talk, i)
    if described:
        nominals.add_nominal(page, described[0], i, described[1])
        talk.mention(described[0], i)
    elif page.pos[i] == "NOUN":
        talk.mention(None, i, gender=page.feature(i, "Gender"), plural=page.feature(i, "Number") == "Plur")


def _describe(talk: Discourse, i: int) -> tuple[Node, str] | None:
    page = talk.page
    role = page.roles[i]
    if not nominals.definite(page, i):
        return None
    if role is not None:
        return None if role.plural else nominals.resolve_role(talk, i, role)
    if page.words[i] in page.gaz.inhabitants:
        return None if page.feature(i, "Number") == "Plur" else nominals.resolve_inhabitant(talk, i)
    category = nominals.person_category(page, i)
    if category == "place" or page.lower[i] in {"land", "landes", "lande"}:
        return nominals.resolve_place(talk, i)
    if category and page.feature(i, "Number") != "Plur":
        return nominals.resolve_organization(talk, i, category)
    return None


__all__ = ["EntityType", "resolve"]
