"""Who holds the office that a role noun names: title, apposition, predicate, "als Chef", "zum Präsidenten gewählt"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from kg.entities.roles import RoleNoun, role_noun
from kg.facts.affiliations import row_behind
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct
from kg.facts.posts import arguments, posted
from kg.model import EntityType

PERSONS = frozenset({EntityType.PERSON, EntityType.GROUP})
LONGEST = 6  # words of a name
ONE = frozenset({"einer", "eine", "einem", "einen", "eines"})


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


def reigns(context: Context, role: RoleNoun) -> bool:
    """Whether the office is the first of a country, a state or a town, and not of one of its bodies ("Polizeichef")."""
    return (
        base(role) in context.lexicon.table("roles")["reigning"]
        or not role.hyphen
        and any(role.prefix in context.lexicon.table("metonyms")[kind] for kind in ("always", "peoples"))
    )


def _is_one(context: Context, token: int) -> bool:
    """Whether a possessive says that only one holds the office: "ihr Vorgänger Jan Moser und Karl Huber"."""
    bare = context.lexicon.table("grammar")["cases"]  # without an ending, as in the plural "ihre"
    tree = context.tree
    return any(tree.lower[k] in bare for k in tree.kids[token] if tree.deps[k] == "det:poss")


def offices(context: Context, token: int, role: RoleNoun) -> Iterator[Office]:
    """Yield the role noun at ``token`` with each person who holds it."""
    tree = context.tree
    apposed = [k for k in tree.kids[token] if tree.deps[k] in APPOSED]
    row, whole = _named_behind(context, token, role, apposed)
    several = role.gender != "Fem" and len(row) > 1 and whole and not _is_one(context, token)
    passed = list(_passed_on(context, token, role))
    if passed:
        yield from passed
        return
    said, verb = predicated(context, token)
    said = [c for c in said if any(context.entities[e].named for e in direct(context, c))]
    for group, clause in (
        (said, verb),
        _brought(context, token),
        (_names_under(context, token) if not apposed else [], None),
        (row if several else [token], None),
        (row, token if _is_becoming(context, token) else None),
        (examples(context, token) if role.plural else [], None),
        ([tree.heads[token]] if tree.deps[token] in {*APPOSED, "parataxis"} else [], _clause_above(context, token)),
        predicated(context, token),
        _one_of_them(context, token),
        (_aside(context, token), None),
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


def _is_becoming(context: Context, token: int) -> bool:
    """Whether an office that a parse gives its holder as another name is what he becomes: "morgen wird Jan Moser Chef"."""
    return context.tree.deps[token] == "xcomp" and context.tree.lemmas[context.tree.heads[token]] == "werden"


def _named_behind(context: Context, token: int, role: RoleNoun, apposed: list[int]) -> tuple[list[int], bool]:
    """The names in a row behind an office, and whether they are all that is coordinated there."""
    plural = role.plural or role.gender is None and context.tree.words[token].endswith("n")
    if apposed and plural and (bracketed := row_behind(context, token)):
        return bracketed, True
    listed = [c for k in apposed for c in context.tree.conjuncts(k)]
    row = listed[:1] + list(takewhile(lambda c: not _introduced(context, c), listed[1:]))
    return row, row == listed


def _names_under(context: Context, token: int) -> list[int]:
    """A name right behind an office's complement, on which the parse hangs it: "die Ministerin für Energie Eva Moser"."""
    tree = context.tree
    found, level = [], [k for k in tree.kids[token] if k > token and tree.deps[k] == "nmod"]
    while level:
        found += [n for k in level for n in tree.kids[k] if n - 1 in tree.conjuncts(k) and tree.deps[n] in APPOSED]
        level = [c for k in level for c in tree.kids[k] if c > k and tree.deps[c] in {"conj", "nmod"}]
    found += _name_before_verb(context, token)
    heads = context.lexicon.table("roles")["of_persons"]
    return [
        n
        for n in found
        if tree.pos[n] == "PROPN"
        and any(m.start == tree.starts[n] and m.kind == "name" for m in context.mentions.get(n, ()))
        and role_noun(tree.words[n - 1], context.lexicon) is None
        and not tree.lower[n - 1].endswith(tuple(heads))
    ]


def _name_before_verb(context: Context, token: int) -> list[int]:
    """A name between an office that opens a sentence and its verb, which in German can only be the office's."""
    tree = context.tree
    under = tree.subtree(token)
    name, verb = under[-1] + 1, tree.heads[token]
    first = tree.sentences[tree.sentence_of[token]][0] == under[0] and verb > name and tree.deps[verb] == "ROOT"
    if not first or tree.heads[name] != verb or tree.pos[name] != "PROPN":
        return []
    behind = max(tree.subtree(name)) + 1
    return [name] if behind <= verb and tree.pos[behind] in {"AUX", "VERB"} else []


def _clause_above(context: Context, token: int) -> int | None:
    """The clause that says an office with "als" of a name: "Jan Moser ist als Chef im Gespräch"."""
    tree, mark = context.tree, _mark(context, token)
    above = tree.heads[tree.heads[token]]
    return above if mark is not None and tree.lower[mark] == "als" and above in context.clauses else None


def _introduced(context: Context, name: int) -> bool:
    """Whether a name in a row has a title or determiner of its own, or is no name."""
    tree = context.tree
    own = any(tree.deps[k].startswith("det") or tree.deps[k] in {"amod", "appos"} for k in tree.kids[name])
    titled = any(role_noun(tree.words[k], context.lexicon) is not None for k in (name - 1, name))
    return own or titled or tree.pos[name] != "PROPN"


def _passed_on(context: Context, token: int, role: RoleNoun) -> Iterator[Office]:
    """Who follows in an office and who is followed: "löst Jan Moser als Chef ab"."""
    tree = context.tree
    if not any(tree.lower[k] == "als" and k < token for k in tree.kids[token]):
        return
    at = tree.heads[token]
    verb = at if at in context.clauses and context.clauses[at].kind == "verb" else tree.heads[at]
    clause = context.clauses.get(verb)
    if clause is None or clause.lemma not in context.lexicon.table("roles")["succeeding"]:
        return
    for slot in ("subj", "obj", "dat", "auf"):
        for filler in clause.slots.get(slot, ()):
            people = [e for e in direct(context, filler) if context.entities[e].type in PERSONS]
            yield from (Office(token, role, e, (filler,), verb) for e in people)


def _one_of_them(context: Context, token: int) -> tuple[list[int], int | None]:
    """Of whom one of several offices is said: "Jan Moser, einer der Chefs des Clans", "ist einer der Sprecher"."""
    tree, one = context.tree, context.tree.heads[token]
    if tree.lower[one] not in ONE or one > token or tree.deps[token] not in {"nmod", "nmod:poss"}:
        return [], None
    if named := ([tree.heads[one]] if tree.deps[one] in APPOSED else _name_before(context, one - 1)):
        return named, None
    return (
        (arguments(context, one, {"nsubj"}), one) if any(tree.deps[k] == "cop" for k in tree.kids[one]) else ([], None)
    )


def _brought(context: Context, token: int) -> tuple[list[int], int | None]:
    """With whom somebody gets one who holds an office: "Die Bahn bekommt mit Jan Moser einen neuen Chef"."""
    tree, verb = context.tree, context.tree.heads[token]
    clause = context.clauses.get(verb)
    if clause is None or token not in clause.slots.get("obj", ()):
        return [], None
    getting = clause.lemma in context.lexicon.table("roles")["getting"]
    told = any(tree.lemmas[k] == "ein" or tree.deps[k] == "det:poss" for k in tree.kids[token] if k < token)
    return (list(clause.slots.get("mit", ())), verb) if getting and told else ([], None)


def _aside(context: Context, token: int) -> list[int]:
    """The name before an office that stands between commas with its time: "Jan Moser, seit 2010 Parteichef,"."""
    tree, at = context.tree, token - 1
    asides = context.lexicon.table("roles")["asides"]
    while at > 0 and (tree.pos[at] in {"NUM", "ADJ"} or tree.lower[at] in asides):
        at -= 1
    return _name_before(context, at)


def _name_before(context: Context, comma: int) -> list[int]:
    """The name that ends before a comma."""
    tree = context.tree
    if comma < 1 or tree.words[comma] != ",":
        return []
    return [
        start
        for start in range(max(0, comma - LONGEST), comma)
        for m in context.mentions.get(start, ())
        if m.kind == "name" and m.end == tree.ends[comma - 1]
    ][-1:]


def examples(context: Context, token: int) -> list[int]:
    """Names after "wie": "SPD-Politiker wie Karl Lauterbach"."""
    tree = context.tree
    return [c for k in tree.kids[token] if k > token + 1 and tree.lower[k - 1] == "wie" for c in tree.conjuncts(k)]


def predicated(context: Context, token: int) -> tuple[list[int], int | None]:
    """The nominals of which a clause says the office, and the clause's head."""
    by_post = posted(context, token)
    return by_post if by_post[0] else _by_verb(context, token)


def _subjects(context: Context, token: int) -> list[int]:
    """The subject of a predicate noun, or of the clause that it is coordinated with: "siegte und ist jetzt Chef"."""
    tree, found = context.tree, arguments(context, token, {"nsubj"})
    while not found and tree.deps[token] == "conj":
        token = tree.heads[token]
        found = arguments(context, token, {"nsubj", "nsubj:pass"})
    clause = context.clauses.get(token)
    if clause is not None and not any(direct(context, t) for t in found):
        return list(clause.slots.get("subj", ()))  # what a relative pronoun stands for
    return found


def _links(context: Context, kid: int) -> bool:
    """Whether a word joins a predicate noun to its subject: "ist Chef", "wird Chef"."""
    tree = context.tree
    becoming = tree.deps[kid] in {"aux", "aux:pass"} and context.grammar.auxiliaries.get(tree.lower[kid]) == "werden"
    return tree.deps[kid] == "cop" or becoming


def _mark(context: Context, token: int) -> int | None:
    """The preposition of an office; "als" may be read as a conjunction."""
    tree = context.tree
    als = (k for k in tree.kids[token] if k < token and tree.lower[k] == "als")
    return next(als, tree.case_mark(token))


def _verb_above(context: Context, token: int, mark: int | None) -> tuple[int, str, str]:
    """The verb that an office depends on, its lemma, and the relation; "holt Jan Moser als Trainer" is one of the verb."""
    tree = context.tree
    verb, dep = tree.heads[token], tree.deps[token]
    if mark is not None and tree.lower[mark] == "als" and dep == "conj" and tree.heads[verb] in context.clauses:
        verb, dep = tree.heads[verb], "obl"
    clause = context.clauses.get(verb)
    return verb, clause.lemma if clause is not None and clause.kind == "verb" else tree.lemmas[verb], dep


def _by_verb(context: Context, token: int) -> tuple[list[int], int | None]:
    tree = context.tree
    mark = _mark(context, token)
    verb, lemma, dep = _verb_above(context, token, mark)
    copulas = [k for k in tree.kids[verb] if tree.deps[k] == "cop"]
    if copulas and (dep == "nsubj" or dep == "dep" and token < copulas[0]):  # "Neue Mitglieder sind X und Y"
        named = ((c, *(k for k in tree.kids[c] if tree.deps[k] in APPOSED)) for c in tree.conjuncts(verb))
        return [t for pair in named for t in pair], verb  # "Bisheriger Chef war der Franzose Jean Petit"
    opens = dep == "xcomp" and token < verb and mark is None and not arguments(context, verb, {"nsubj"})
    if (dep == "nsubj" or opens) and tree.lemmas[verb] in {
        "bleiben",
        "heißen",
        "werden",
    }:  # "Neuer Chef wird Jan Moser"
        found = [c for c in arguments(context, verb, {"obj", "xcomp", "obl", "nsubj"}) if c != token]
        return [t for c in found for t in (c, *(k for k in tree.kids[c] if tree.deps[k] in APPOSED))], verb
    if mark is not None:
        return _by_preposition(context, tree.lower[mark], verb, lemma, dep), verb
    if any(_links(context, k) for k in tree.kids[token]):
        return _subjects(context, token), token
    auxiliary = context.grammar.auxiliaries.get(tree.lower[verb])
    if dep in {"xcomp", "obj", "obl"} and (auxiliary in {"werden", "sein"} or lemma == "bleiben"):
        return arguments(context, verb, {"nsubj"}) or arguments(context, token, {"nsubj"}), token
    return [], None


def _by_preposition(context: Context, form: str, verb: int, lemma: str, dep: str) -> list[int]:
    """Who has an office named with "als" or "zum"."""
    table = context.lexicon.table("roles")
    if form == "als" and dep in {"obl", "nmod", "xcomp", "advcl"}:
        objects = arguments(context, verb, {"obj"}) if lemma not in table["as_subject"] else []
        if objects and lemma in {*table["made_as"], *table["leaving"]}:
            return objects
        own = {"nsubj:pass"} if lemma in table["made_as"] else {"nsubj", "nsubj:pass"}  # "schlug X als Chef vor"
        return [] if objects or lemma in table["made"] else arguments(context, verb, own)
    if form in {"zu", "zum", "zur"} and dep in {"obl", "obl:arg", "nmod"} and lemma in table["made"]:
        return arguments(context, verb, {"obj"}) or arguments(context, verb, {"nsubj:pass", "nsubj"})
    return []
