"""Who made a work, as the noun phrase around its title says it: "ihr Roman „Tyll“", "der Film „Das Boot“ von Jan Moser"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.events import event_noun
from kg.facts.belonging import OF, PART, names_beside
from kg.facts.context import Context
from kg.facts.fillers import direct, fillers, pointed
from kg.facts.situate import phrase_claim
from kg.facts.stretches import QUOTES, Stretch, name_at, stretches
from kg.facts.targets import before
from kg.model import Claim, EntityType

MAKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
PERSONS = frozenset({EntityType.PERSON})
WORKS = frozenset({EntityType.WORK})
NOUNS = frozenset({"NOUN", "PROPN"})


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``produced`` claims of works, in text order."""
    tree = context.tree
    for token, word in enumerate(tree.words):
        if token in tree.skipped or tree.pos[token] not in NOUNS or not word[:1].isupper():
            continue
        yield from _owned(context, token)
        if event_noun(word, context.lexicon, "authored"):
            for work, at in _titled(context, token)[:1]:
                for maker, where in _makers(context, token, at):
                    yield from phrase_claim(context, maker, "produced", work, (token, at, where), "authors/phrase")
        elif head := event_noun(word, context.lexicon, "documents"):
            of = () if _is_treaty(context, head) else _issuers(context, token)
            for work in (e for e in direct(context, token) if context.entities[e].type in WORKS):
                for maker, where in (*of, *_proposers(context, token)):
                    yield from phrase_claim(context, maker, "produced", work, (token, where), "authors/document")
        elif event_noun(word, context.lexicon, "makers"):
            for work, at in _made(context, token)[:1]:
                people = (
                    names_beside(context, token, PERSONS) or _subjects(context, token) or _behind(context, work, at)
                )
                for maker, where in people:
                    yield from phrase_claim(context, maker, "produced", work, (token, at, where), "authors/maker")
    yield from _beside_titles(context)


def _beside_titles(context: Context) -> Iterator[Claim]:
    """Who is named as the maker right behind a title: "„Amour“ des Regisseurs Haneke", "„Schnee“ von Pamuk"."""
    for title in stretches(context):
        work = context.entities[title.entity].type is EntityType.WORK and title.kind == "name"
        maker = _someonebehind(context, title) if work and context.tree.words[title.start - 1] in QUOTES else None
        if maker is not None:
            at = (title.head, maker.head)
            yield from phrase_claim(context, maker.entity, "produced", title.entity, at, "authors/title")


def _someonebehind(context: Context, title: Stretch) -> Stretch | None:
    """The person behind a title in quotation marks and "von", or "des" and what authors are called."""
    tree, at = context.tree, title.end + 1
    if at + 1 >= len(tree.words) or tree.words[title.end] not in QUOTES:
        return None
    maker = at + 1
    while tree.pos[maker] == "ADJ" and maker + 2 < len(tree.words):
        maker += 1
    called = any(event_noun(tree.words[maker], context.lexicon, table) for table in ("makers", "creators"))
    if tree.lower[at] in {"des", "der", "vom", "von"} and called:
        found = name_at(context, maker + 1) if maker + 1 < len(tree.words) else None
    else:
        found = name_at(context, at + 1) if tree.lower[at] == "von" else None
    return found if found is not None and context.entities[found.entity].type in MAKERS else None


def _owned(context: Context, token: int) -> Iterator[Claim]:
    """Claims of the title that stands in quotation marks behind its maker's name: "Michael Hanekes „Amour“"."""
    tree = context.tree
    genitive = tree.pos[token] == "PROPN" and tree.words[token].endswith(("s", "’", "'"))
    for work, at in _quoted(context, token) if genitive else ():
        names = (t for t in range(token, max(-1, token - LONGEST), -1) for m in context.mentions.get(t, ())
                 if m.kind == "name" and m.end == tree.ends[token])  # fmt: skip
        for where in names if _is_genitive(context, token, at) else ():
            for maker in direct(context, where):
                someone = context.entities[maker]
                if someone.type in PERSONS and not someone.name.endswith(tree.words[token]):  # "sagte Klaus Fuchs „…“"
                    yield from phrase_claim(context, maker, "produced", work, (token, at, where), "authors/owned")


def _is_genitive(context: Context, token: int, title: int) -> bool:
    """Whether the name before a title is a genitive: not where its verb has no other subject ("liebte Tom Hanks „Emil“")."""
    tree, first = context.tree, token
    while tree.pos[first - 1] == "PROPN" and first > tree.sentences[tree.sentence_of[token]][0]:
        first -= 1
    if first == tree.sentences[tree.sentence_of[token]][0] or tree.pos[first - 1] == "ADP":
        return True  # nobody and nothing else stands before the verb
    head = tree.heads[title]
    while tree.heads[head] != head and not any(tree.deps[k].startswith("nsubj") for k in tree.kids[head]):
        head = tree.heads[head]
    subjects = [k for k in tree.kids[head] if tree.deps[k].startswith("nsubj")]
    return any(k < first or k > title for k in subjects)


LONGEST = 5  # words of a name


def _titled(context: Context, noun: int) -> list[tuple[str, int]]:
    """The work whose title stands beside a noun, or that the noun takes up again."""
    again = [(e, noun) for e in direct(context, noun) if context.entities[e].type in WORKS]
    called = context.tree.lower[noun + 2 : noun + 4] in (["dem", "titel"], ["dem", "namen"])  # "mit dem Titel „…“"
    titled = _quoted(context, noun) or (_quoted(context, noun + 3) if called else [])
    return names_beside(context, noun, WORKS) or titled or again


def _quoted(context: Context, noun: int) -> list[tuple[str, int]]:
    """The title that quotation marks right behind a noun open, whatever the tree makes of it."""
    name = name_at(context, noun + 2) if noun + 1 < len(context.tree.words) else None
    marked = name is not None and context.tree.words[noun + 1] in QUOTES
    return [(name.entity, name.head)] if name and marked and context.entities[name.entity].type in WORKS else []


def _made(context: Context, token: int) -> list[tuple[str, int]]:
    """What an author is of: "der Autor von „Tyll“", "Regisseurin des Films „Das Boot“"."""
    tree = context.tree
    kids = [k for k in tree.kids[token] if tree.deps[k] in OF and k > token and _of(context, k)]
    return [
        found
        for kid in kids
        for found in [*((e, kid) for e in fillers(context, kid, WORKS)), *_quoted(context, kid)]
        if context.entities[found[0]].type in WORKS
    ]


def _behind(context: Context, work: str, at: int) -> list[tuple[str, int]]:
    """Who stands behind a comma after the title of a work: "der Autor von „Tyll“, Daniel Kehlmann,"."""
    words = context.tree.words
    title = next((t for t in stretches(context) if t.entity == work and t.end > at and t.kind == "name"), None)
    if title is None:
        return []
    comma = title.end + (words[title.end : title.end + 1] != [","])
    name = name_at(context, comma + 1) if words[comma : comma + 1] == [","] and comma + 1 < len(words) else None
    return [(name.entity, name.head)] if name and context.entities[name.entity].type in PERSONS else []


def _proposers(context: Context, noun: int) -> list[tuple[str, int]]:
    """Who stands in the genitive before what he has proposed or agreed on: "Theresa Mays Austrittsabkommen"."""
    first = before(context, noun)
    makers = direct(context, first) if first is not None else ()
    return [(e, first) for e in makers if first is not None and context.entities[e].type in MAKERS]


def _subjects(context: Context, token: int) -> list[tuple[str, int]]:
    """Who is said to be the author: "Kehlmann ist der Autor des Romans „Tyll“"."""
    tree = context.tree
    if not any(tree.deps[k] == "cop" for k in tree.kids[token]):
        return []
    subjects = [c for k in tree.kids[token] if tree.deps[k] == "nsubj" for c in tree.conjuncts(k)]
    return [(e, t) for t in subjects for e in direct(context, t) if context.entities[e].type in PERSONS]


def _makers(context: Context, noun: int, title: int) -> Iterator[tuple[str, int]]:
    """Whose the work is: possessive, genitive before or behind, "von"; an actor's films are not his own."""
    tree, first = context.tree, before(context, noun)
    if first is not None:
        yield from ((e, first) for e in direct(context, first) if context.entities[e].type in MAKERS)
    makers = pointed(context, noun, PART)  # "die Netflix-Serie „The Crown“"
    yield from ((e, noun) for e in makers if context.entities[e].type is EntityType.ORGANIZATION)
    for head in dict.fromkeys((noun, title)):
        for kid in tree.kids[head]:
            pointing = tree.pos[kid] == "PRON" and kid < noun  # "dessen Roman"
            if (tree.deps[kid] == "det:poss" or pointing) and head == noun:
                owners = [e for e in direct(context, kid) if context.entities[e].type in MAKERS]
                yield from ((e, kid) for e in _together(context, kid, owners) if not _acts(context, e))
            elif tree.deps[kid] in OF and kid > noun and _of(context, kid):
                yield from ((e, c) for c in tree.conjuncts(kid) for e in fillers(context, c, PERSONS))


def _is_treaty(context: Context, noun: str) -> bool:
    """Whether a document is made by several, or called after a town: "der Vertrag von Maastricht"."""
    return noun.capitalize() in context.lexicon.table("names_events")["treaties"]


def _issuers(context: Context, noun: int) -> Iterator[tuple[str, int]]:
    """Whose a document is: "der Report der Kommission", "ein Antrag von Jan Moser"; not "laut einem Bericht der BBC"."""
    tree = context.tree
    source = context.grammar.preposition(tree, noun)
    if source is not None and source[0] in {"laut", "nach", "zufolge"}:
        return
    for kid in tree.kids[noun]:
        if tree.deps[kid] in OF and kid > noun and _of(context, kid):
            yield from ((e, c) for c in tree.conjuncts(kid) for e in fillers(context, c, MAKERS))


def _together(context: Context, pronoun: int, owners: list[str]) -> list[str]:
    """Whose the work is; for "ihr" all subjects that "und" joins: "X und Y zitieren aus ihrem Buch"."""
    tree, above = context.tree, context.tree.heads[pronoun]
    if not tree.lower[pronoun].startswith("ihr"):
        return owners
    while tree.heads[above] != above and not any(tree.deps[k] == "nsubj" for k in tree.kids[above]):
        above = tree.heads[above]
    subjects = next((tree.conjuncts(k) for k in tree.kids[above] if tree.deps[k] == "nsubj"), [])
    joined = [e for t in subjects for e in fillers(context, t, PERSONS)] if len(subjects) > 1 else []
    return list(dict.fromkeys(joined)) if not owners or owners[0] in joined else owners


def _acts(context: Context, person: str) -> bool:
    performing = tuple(context.lexicon.table("roles")["performing"])
    return any(role.lower().removesuffix("in").endswith(performing) for role in context.entities[person].roles)


def _of(context: Context, kid: int) -> bool:
    found = context.grammar.preposition(context.tree, kid)
    return found is None or found[0] == "von"
