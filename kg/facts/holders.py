"""Who holds the office that a role noun names: title, apposition, predicate, "als Chef", "zum Präsidenten gewählt"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.roles import RoleNoun, role_noun
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct
from kg.facts.posts import arguments, posted
from kg.model import EntityType

PERSONS = frozenset({EntityType.PERSON, EntityType.GROUP})


@dataclass(frozen=True, slots=True)
class Office:
    """A role noun in the text with its holder: ``far`` are the tokens that show who holds it; ``clause`` is the verb or
    noun that predicates it of the holder, None for titles and appositions.
    """

    token: int
    role: RoleNoun
    holder: str
    far: tuple[int, ...]
    clause: int | None = None


def base(role: RoleNoun) -> str:
    """The masculine title in lower case without the names in front: "präsident" of "US-Präsidentin"."""
    prefix = "" if role.hyphen else role.prefix.rpartition("-")[2]
    title = f"{prefix}{role.noun}".lower()
    return title.removesuffix("in") if role.gender == "Fem" else title


def offices(context: Context, token: int, role: RoleNoun) -> Iterator[Office]:
    """Yield the role noun at ``token`` with each person who holds it."""
    tree = context.tree
    apposed = [k for k in tree.kids[token] if tree.deps[k] in APPOSED]
    row = [c for k in apposed for c in tree.conjuncts(k)]
    several = role.gender != "Fem" and len(row) > 1 and not any(_introduced(context, c) for c in row[1:])
    said, verb = _predicated(context, token)
    said = [c for c in said if any(context.entities[e].named for e in direct(context, c))]
    for group, clause in (
        (said, verb),
        (row if several else [token], None),
        (row, None),
        (examples(context, token) if role.plural else [], None),
        ([tree.heads[token]] if tree.deps[token] in {*APPOSED, "parataxis"} else [], None),
        _predicated(context, token),
    ):
        found = {e: c for c in group for e in direct(context, c) if context.entities[e].type in PERSONS}
        if found:
            yield from (Office(token, role, e, (c,), clause) for e, c in found.items())
            return
    if tree.deps[token] == "conj":  # "der Finanzminister und CDU-Vize Jan Moser"
        head, other = tree.heads[token], role_noun(tree.words[tree.heads[token]], context.lexicon)
        own = direct(context, token) or any(tree.deps[k].startswith("det") for k in tree.kids[token])
        if other and not own and None not in {role.gender, other.gender} and role.gender != other.gender:
            return  # "Tochter von Minister X und Ehefrau von Y"
        if other and not own:
            yield from (Office(token, role, o.holder, o.far, o.clause) for o in offices(context, head, role))
        elif any(
            tree.deps[k] in APPOSED and head < k < token and role_noun(tree.words[k], context.lexicon)
            for k in tree.kids[head]
        ):
            people = [e for e in direct(context, head) if context.entities[e].type in PERSONS]
            yield from (Office(token, role, e, (head,)) for e in people)


def _introduced(context: Context, name: int) -> bool:
    """Whether a name in a row has a title or determiner of its own, or is no name."""
    tree = context.tree
    own = any(tree.deps[k].startswith("det") or tree.deps[k] in {"amod", "appos"} for k in tree.kids[name])
    return own or tree.pos[name] != "PROPN" or role_noun(tree.words[name], context.lexicon) is not None


def examples(context: Context, token: int) -> list[int]:
    """Names after "wie": "SPD-Politiker wie Karl Lauterbach"."""
    tree = context.tree
    return [c for k in tree.kids[token] if k > token + 1 and tree.lower[k - 1] == "wie" for c in tree.conjuncts(k)]


def _predicated(context: Context, token: int) -> tuple[list[int], int | None]:
    """The nominals of which a clause says the office, and the clause's head."""
    by_post = posted(context, token)
    return by_post if by_post[0] else _by_verb(context, token)


def _by_verb(context: Context, token: int) -> tuple[list[int], int | None]:
    tree, table = context.tree, context.lexicon.table("roles")
    verb, dep = tree.heads[token], tree.deps[token]
    clause = context.clauses.get(verb)
    lemma = clause.lemma if clause is not None and clause.kind == "verb" else tree.lemmas[verb]
    mark = tree.case_mark(token)
    if dep == "nsubj" and any(tree.deps[k] == "cop" for k in tree.kids[verb]):  # "Neue Mitglieder sind X und Y"
        return tree.conjuncts(verb), verb
    if dep == "nsubj" and tree.lemmas[verb] in {"heißen", "werden"}:  # "Neuer Innenminister wird Jan Moser"
        found = [c for c in arguments(context, verb, {"obj", "xcomp", "obl", "nsubj"}) if c != token]
        return [t for c in found for t in (c, *(k for k in tree.kids[c] if tree.deps[k] in APPOSED))], verb
    if mark is None:
        if any(tree.deps[k] == "cop" for k in tree.kids[token]):
            return arguments(context, token, {"nsubj"}), token
        auxiliary = context.grammar.auxiliaries.get(tree.lower[verb])
        if dep in {"xcomp", "obj", "obl"} and (auxiliary in {"werden", "sein"} or lemma == "bleiben"):
            return arguments(context, verb, {"nsubj"}), token
        return [], None
    form = tree.lower[mark]
    if form == "als" and dep in {"obl", "nmod", "xcomp", "advcl"}:
        objects = arguments(context, verb, {"obj"}) if lemma not in table["as_subject"] else []
        if objects and lemma in {*table["made_as"], *table["leaving"]}:
            return objects, verb
        passive = lemma in table["made"]
        return ([] if objects or passive else arguments(context, verb, {"nsubj", "nsubj:pass"})), verb
    if form in {"zum", "zur"} and dep in {"obl", "obl:arg", "nmod"} and lemma in table["made"]:
        made = arguments(context, verb, {"obj"}) or arguments(context, verb, {"nsubj:pass", "nsubj"})
        return made, verb
    return [], None
