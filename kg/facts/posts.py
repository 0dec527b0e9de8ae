"""Offices named by the post or by how one comes to it and leaves it: "das Amt des Präsidenten", "der Rücktritt als Chef"."""

from __future__ import annotations

from kg.facts.context import Context

REACH = 6
Said = tuple[list[int], int | None]


def posted(context: Context, token: int) -> Said:
    """The nominals that hold the office at a token by way of its post, and the head of the clause that says so."""
    tree, table = context.tree, context.lexicon.table("roles")["posts"]
    noun = _post(context, token)
    if noun is None:
        return [], None
    if tree.lemmas[noun] not in table["names"]:
        return _whose(context, noun, token), noun
    verb = tree.heads[noun]
    clause = context.clauses.get(verb)
    lemma = clause.lemma if clause is not None and clause.kind == "verb" else tree.lemmas[verb]
    if lemma not in {*table["taken"], *context.lexicon.table("roles")["leaving"]}:
        return [], None
    return arguments(context, verb, {"nsubj", "nsubj:pass"}), verb


def _post(context: Context, token: int) -> int | None:
    """The noun for a post, or for taking or leaving one, of which an office is said."""
    tree, table = context.tree, context.lexicon.table("roles")["posts"]
    head = tree.heads[token]
    marks = {tree.lower[k] for k in tree.kids[token] if tree.deps[k] in {"case", "cc"} and k < token}
    if not marks and tree.deps[token] in {"nmod", "nmod:poss"} and head < token:
        return head if tree.lemmas[head] in table["names"] else None
    if "als" in marks:
        nouns = {*table["names"], *table["left"], *table["made"]}  # "die Wiederwahl von X als Chef"
        return next((k for k in (head, *tree.kids[head]) if k < token and tree.lemmas[k] in nouns), None)
    if marks & {"zum", "zur"}:
        back = range(token - 1, max(-1, token - REACH - 1), -1)
        noun = next((k for k in back if tree.pos[k] == "NOUN"), token)
        return noun if tree.lemmas[noun] in table["made"] else None
    return None


def _whose(context: Context, noun: int, office: int) -> list[int]:
    """Whose choice or resignation a noun names: a genitive, "von", a possessive."""
    tree = context.tree
    found = [k for k in tree.kids[noun] if k != office and tree.deps[k] in {"nmod", "nmod:poss", "det:poss"}]
    marks = {k: tree.case_mark(k) for k in found}
    return [
        c for k, mark in marks.items() if mark is None or tree.lower[mark] in {"von", "vom"} for c in tree.conjuncts(k)
    ]


def arguments(context: Context, verb: int, deps: set[str]) -> list[int]:
    """The heads of a predicate's arguments, conjuncts included."""
    tree = context.tree
    return [c for k in tree.kids[verb] if tree.deps[k] in deps for c in tree.conjuncts(k)]
