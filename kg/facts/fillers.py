"""From a slot's token to the entities that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.gazetteer import gazetteer
from kg.entities.roles import role_noun
from kg.facts.announced import announced
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.partners import is_corrected, together
from kg.facts.speech import owner_in_compound
from kg.model import LANDS, EntityType

REFERRING = frozenset({"name", "nominal", "pronoun"})
POINTING = frozenset({"part", "adjective"})
AMONG_REACH = 15
SHORTEST = 4
APPOSED = frozenset({"appos", "flat", "flat:name"})
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY})
APOSTROPHES = (["'"], ["’"])
HIT = frozenset({EntityType.PERSON, EntityType.PLACE})  # what one attacks


def direct(context: Context, token: int) -> tuple[str, ...]:
    """Entities that the token itself refers to."""
    if token not in context.mentions:
        return ()
    return tuple(dict.fromkeys(m.entity for m in context.mentions.get(token, ()) if m.kind in REFERRING))


def pointed(context: Context, token: int, kinds: frozenset[str] = POINTING) -> tuple[str, ...]:
    """Entities named inside the token: "US-Besuch", "russisch"."""
    if token not in context.mentions:
        return ()
    return tuple(dict.fromkeys(m.entity for m in context.mentions.get(token, ()) if m.kind in kinds))


def fillers(context: Context, token: int, types: frozenset[EntityType], depth: int = 0) -> tuple[str, ...]:
    """Entities of the given types that a phrase stands for, by its head.

    In order: what the head refers to, an apposed name, the country of a state organ ("die russische Armee"), those
    on whose behalf representatives act ("Vertreter der EU").
    """
    if types >= HIT and (there := tuple(e for e in _bombed(context, token) if context.entities[e].type in types)):
        return there
    for found in _readings(context, token, depth, acting=not types <= LANDS):
        kept = tuple(e for e in found if context.entities[e].type in types)
        if kept:
            return kept
    return _communities(context, token) if types >= BODIES else ()


def _bombed(context: Context, token: int) -> tuple[str, ...]:
    """Where an unnamed thing lies that one attacks: "ein Anschlag auf ein Hotel in Kabul" hits the town."""
    named = any(context.entities[e].named for e in direct(context, token))
    hit = _ends(context.tree.lower[token], context.lexicon.table("fillers")["hit"])
    return _hit_at(context, token) if hit and not named else ()


def _communities(context: Context, token: int) -> tuple[str, ...]:
    """A town or land acts like a body where its kind stands before the name: "die Stadt Wien", "das Land"; a state alone."""
    tree, table = context.tree, context.lexicon.table("fillers")
    if tree.lower[token] not in table["communities"]:
        many = tree.words[token].endswith("n") and any(tree.deps[k] == "det" for k in tree.kids[token])  # "die Bayern"
        return tuple(e for e in direct(context, token) if context.entities[e].name in table["states"] and not many)
    named = [e for k in (token, *tree.kids[token]) if k == token or tree.deps[k] in APPOSED for e in direct(context, k)]
    return tuple(dict.fromkeys(e for e in named if context.entities[e].type is EntityType.PLACE))


def _readings(context: Context, token: int, depth: int, *, acting: bool) -> Iterator[tuple[str, ...]]:
    tree = context.tree
    own = direct(context, token)
    apposed: tuple[str, ...] = ()
    for kid in tree.kids[token]:
        beside = kid == token + 1 and tree.pos[kid] == "PROPN" and tree.pos[token] == "NOUN"
        beside = beside and tree.deps[kid] in {"nmod", "nmod:poss"} and tree.case_mark(kid) is None
        bracketed = bool(apposed or own) and "(" in tree.words[max(0, kid - 2) : kid]
        if (tree.deps[kid] in APPOSED or beside) and not bracketed and not _owns(context, token, kid):
            found = (e for t in tree.conjuncts(kid) if not _titled(context, token, t) for e in direct(context, t))
            apposed += tuple(e for e in found if not _town_of(context, token, e))
    if own and apposed and _is_member(context, token, apposed):
        own = ()  # "gegen den Demokraten Barack Obama"
    unnamed = not any(context.entities[e].named for e in own)  # "von seiner Tochter Osram"
    if acting and unnamed and own and depth == 0 and _is_chamber(context, token):
        own = ()  # "ein Schöffensenat des Landesgerichts"
    apposed = _of_one_kind(context, () if unnamed else own, apposed)
    visited = not acting and tree.pos[token] == "NOUN" and tree.case_mark(token) is None
    if visited and unnamed:  # "besuchte ein Flüchtlingslager in der Türkei"
        yield _hit_at(context, token)
    pair = len(apposed) > 1 and set(own) < set(apposed)  # "die Schwestern X und Y", of which the head names one
    yield apposed if apposed and (pair or unnamed) else own
    yield _spoken(context, token)
    yield tuple(dict.fromkeys(apposed))
    if tree.deps[token] in APPOSED:
        yield direct(context, tree.heads[token])
    if depth > 2 or tree.pos[token] not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}:
        return
    words = context.lexicon.table("fillers")
    if acting and _ends(tree.lower[token], words["organs"]):
        yield states(context, token)
    nobody = all(context.entities[e].type is not EntityType.PERSON for e in own)
    if acting and nobody and _ends(tree.lower[token], words["partisans"]):
        pointing = (e for e in pointed(context, token) if is_body(context, e))
        yield tuple(dict.fromkeys((*_bodies(context, token), *pointing)))
    if acting and nobody and _ends(tree.lower[token], words["experts"]):
        yield _bodies(context, token)
    acted_for = acting and _ends(tree.lower[token], words["representatives"])
    if acted_for or tree.lower[token] in words["partitives"]:
        for kid in tree.kids[token]:
            if tree.deps[kid] in {"nmod", "nmod:poss", "obl"} and _of(context, kid):
                behind = [fillers(context, c, frozenset(EntityType), depth + 1) for c in tree.conjuncts(kid)]
                yield _led(context, token, tuple(dict.fromkeys(e for found in behind for e in found)))
        yield _led(context, token, pointed(context, token))
    yield _examples(context, token)
    yield _among(context, token)
    yield _one_of(context, token)
    if visited or _ends(tree.lower[token], words["targets"]):
        yield _hit_at(context, token)


def _is_chamber(context: Context, token: int) -> bool:
    """Whether a noun is one for a part of a court, which speaks for it."""
    return _ends(context.tree.lower[token], context.lexicon.table("fillers")["chambers"])


def _led(context: Context, token: int, led: tuple[str, ...]) -> tuple[str, ...]:
    """For whom representatives act: no person's followers act for him, but his envoys do ("Vertreter von Jan Moser")."""
    if _ends(context.tree.lower[token], context.lexicon.table("fillers")["followers"]):
        return tuple(e for e in led if context.entities[e].type is not EntityType.PERSON)
    return led


def _bodies(context: Context, token: int) -> tuple[str, ...]:
    """The bodies that several of their people stand for: "Politiker von SPD und Grünen", "Analysten der WGZ Bank"."""
    tree = context.tree
    kids = [k for k in tree.kids[token] if tree.deps[k] in {"nmod", "nmod:poss"} and _of(context, k)]
    found = [e for k in kids for t in tree.conjuncts(k) for e in direct(context, t)]
    return tuple(dict.fromkeys(e for e in found if is_body(context, e)))


def is_body(context: Context, entity: str) -> bool:
    """Whether an entity is an organisation."""
    return context.entities[entity].type is EntityType.ORGANIZATION


def _is_member(context: Context, token: int, apposed: tuple[str, ...]) -> bool:
    """Whether a party's name is here the noun for one of its people, who is named behind it."""
    table, word = context.lexicon.table("parties"), context.tree.words[token]
    nouns = (*table["members"], *table["namesakes"])
    member = any(word == noun or word in {f"{noun}n", f"{noun}en"} for noun in nouns)
    return member and all(context.entities[e].type is EntityType.PERSON for e in apposed)


def _owns(context: Context, noun: int, name: int) -> bool:
    """Whether a name behind a noun stands in the genitive: "der Arzt Mosers", "ein Freund Strolz'", "die Frau Frankreichs"."""
    tree = context.tree
    if name != noun + 1 or tree.pos[noun] != "NOUN":
        return False
    if tree.words[name + 1 : name + 2] in APOSTROPHES:
        return True
    last = max([name, *(k for k in tree.kids[name] if tree.deps[k] in {"flat", "flat:name"} and k < name + 4)])
    if not tree.words[last].endswith("s"):
        return False  # also in "der Anhänger Jan Mosers"
    if tree.words[name + 1 : name + 2] == [","] and any(
        k == name + 2 and tree.deps[k] in APPOSED for k in tree.kids[noun]
    ):
        return True  # "der Weggefährte Mosers, Jan Kern, …"
    found = [m for m in context.mentions.get(name, ()) if m.kind == "name"]
    words = ((context.article.text[m.start : m.end], context.entities[m.entity]) for m in found)
    return any(
        e.type is EntityType.PERSON and set(text[:-1].split()[-1:]) & set(e.name.split())
        or e.type in LANDS and text[:-1] == e.name
        for text, e in words
    )  # fmt: skip


def _titled(context: Context, noun: int, name: int) -> bool:
    """Whether a name behind a relative has a title, and is another's: "seine Frau Anna und Minister Moser"."""
    tree, role = context.tree, role_noun(context.tree.words[noun], context.lexicon)
    related = role is not None and role.relation == "relativeOf"
    if not related and tree.lower[noun] not in context.lexicon.table("fillers")["relatives"]:
        return False
    titles = (name, name - 1) if name > noun + 1 else ()
    return any(tree.pos[t] in {"NOUN", "PROPN"} and role_noun(tree.words[t], context.lexicon) for t in titles)


def _of_one_kind(context: Context, own: tuple[str, ...], apposed: tuple[str, ...]) -> tuple[str, ...]:
    """Names beside a noun, without bodies where one is a person's: "sagte Sprecher Jan Moser, der Kleinen Zeitung"."""
    kinds = [context.entities[e].type for e in (*own, *apposed)]
    if EntityType.PERSON not in kinds:
        return apposed
    return tuple(e for e in apposed if context.entities[e].type is not EntityType.ORGANIZATION)


def _town_of(context: Context, noun: int, entity: str) -> bool:
    """Whether a town behind a noun is where an institution stands, and not what the noun names: "das Kunsthaus Graz"."""
    institution = _ends(context.tree.lower[noun], context.lexicon.table("fillers")["institutions"])
    return institution and context.entities[entity].type is EntityType.PLACE


def _examples(context: Context, token: int) -> tuple[str, ...]:
    """Who is named for a plural that names nobody: "Organisationen wie (etwa) Amnesty International"."""
    tree, such = context.tree, context.lexicon.table("fillers")["such_as"]
    kids = [
        k for k in tree.kids[token]
        if k > token + 1 and (tree.lower[k - 1] in such or any(token < m < k and tree.lower[m] in such for m in tree.kids[k]))
    ]  # fmt: skip
    return tuple(e for k in kids for t in tree.conjuncts(k) for e in direct(context, t))


def _hit_at(context: Context, token: int) -> tuple[str, ...]:
    """The place in which something lies that is nobody's: "Ziele im Gazastreifen", "Stellungen von Rebellen in Mali"."""
    tree = context.tree
    kids = {k: context.grammar.preposition(tree, k) for k in tree.kids[token] if tree.deps[k] in {"nmod", "obl"}}
    owning = [k for k, found in kids.items() if found is None or found[0] == "von"]
    if any(direct(context, t) for k in owning for t in tree.conjuncts(k)):
        return ()
    for owner in owning:
        kids |= {k: context.grammar.preposition(tree, k) for k in tree.kids[owner] if tree.deps[k] == "nmod"}
    near = [k for k, found in kids.items() if found is not None and found[0] in {"in", "bei", "nahe", "auf", "um"}]
    return tuple(e for k in near for t in tree.conjuncts(k) for e in direct(context, t))


def _one_of(context: Context, token: int) -> tuple[str, ...]:
    """Who is one of those of whom a clause tells: "X, einer der Kandidaten, die bei der Wahl verloren"."""
    tree, one = context.tree, context.tree.heads[token]
    told = tree.deps[token].startswith("nmod") and any(tree.deps[k] == "acl:relcl" for k in tree.kids[token])
    if not told or tree.lower[one] not in context.lexicon.table("fillers")["one"] or tree.deps[one] not in APPOSED:
        return ()
    return direct(context, tree.heads[one])


def _among(context: Context, token: int) -> tuple[str, ...]:
    """Who is named as one of a group."""
    return tuple(dict.fromkeys(e for t in among(context, token) for e in direct(context, t)))


def among(context: Context, token: int) -> list[int]:
    """The heads of names given as some of a group: "viele Politiker, darunter X und Y"."""
    tree = context.tree
    end = min(token + AMONG_REACH, tree.sentences[tree.sentence_of[token]][1])
    mark = next((t for t in range(token + 1, end) if tree.lower[t] in context.lexicon.table("fillers")["among"]), None)
    if mark is None:
        return _among_them(context, token)
    under = set(tree.subtree(token))
    if any(tree.pos[t] in {"NOUN", "PROPN"} and t not in under for t in range(token + 1, mark)):
        return []
    first = next((t for t in range(mark + 1, end + AMONG_REACH) if t < len(tree.pos) and direct(context, t)), None)
    if first is None or any(tree.pos[t] in {"VERB", "AUX"} for t in range(mark, first)):
        return []
    return tree.conjuncts(first)


def _among_them(context: Context, token: int) -> list[int]:
    """Who is named in the next sentence as one of several: "nahm mehrere Journalisten fest. Unter ihnen ist X"."""
    tree, table = context.tree, context.lexicon.table("fillers")
    number = tree.sentence_of[token] + 1
    several = any(tree.pos[k] == "NUM" or tree.lower[k] in table["several"] for k in tree.kids[token])
    if not several or number >= len(tree.sentences) or tree.deps[token] not in {"nsubj", "nsubj:pass", "obj"}:
        return []
    start, end = tree.sentences[number]
    if " ".join(tree.lower[start : start + 2]) not in table["among_them"] and tree.lower[start] not in table["among"]:
        return []
    subjects = [t for t in range(start, end) if tree.deps[t] == "nsubj" or tree.heads[t] == t and tree.is_noun(t)][:1]
    heads = [t for subject in subjects for t in tree.conjuncts(subject)]
    return [k for t in heads for k in (t, *tree.kids[t]) if k == t or tree.deps[k] in APPOSED]


def _spoken(context: Context, token: int) -> tuple[str, ...]:
    """Who "ich" is in a quotation, and whose "deren Tochter" is."""
    tree, word, table = context.tree, context.tree.lower[token], context.lexicon.table("fillers")
    voice = context.voices.get(token)
    if voice is not None and word in table["first_person"]:
        return (voice,)
    if voice is not None and word in table["first_persons"] and context.entities[voice].type in BODIES:
        return (voice,)
    noun = tree.heads[token]
    if word in {"deren", "dessen"} and tree.deps[noun] == "conj":
        return direct(context, tree.heads[noun])
    return ()


def _of(context: Context, kid: int) -> bool:
    found = context.grammar.preposition(context.tree, kid)
    return found is None or found[0] in {"von", "aus", "unter"}


def _ends(word: str, endings: list[str]) -> bool:
    return word.endswith(tuple(endings))


def states(context: Context, token: int) -> tuple[str, ...]:
    """The country whose organ the noun names, by adjective, compound or genitive."""
    tree = context.tree
    found = list(pointed(context, token))
    for kid in tree.kids[token]:
        if tree.deps[kid] == "amod":
            found += pointed(context, kid) or direct(context, kid)  # "Österreichs Nationalteam"
        elif tree.deps[kid] in {"nmod", "nmod:poss"} and _of(context, kid):
            found += direct(context, kid)
        elif tree.deps[kid] == "nmod" and tree.lower[kid - 1] == "in":
            found += _governed_from(context, kid)
    return tuple(e for e in found if context.entities[e].type is EntityType.COUNTRY)


def _governed_from(context: Context, token: int) -> list[str]:
    """The country of a capital in which an organ sits: "die Behörden in Islamabad"."""
    capitals = gazetteer(context.lexicon).names
    towns = [context.entities[e] for e in direct(context, token)]
    lands = [t.country for t in towns if (known := capitals.get(t.name)) is not None and known.capital]
    return [land for land in lands if land is not None and land in context.entities]


def speaking(context: Context, token: int, types: frozenset[EntityType]) -> tuple[str, ...]:
    """Entities that a phrase lets speak: as ``fillers``, but for a spokesperson without a name the one spoken for."""
    found = fillers(context, token, types)
    words = context.lexicon.table("fillers")["spokespersons"]
    if len(found) != 1 or not _ends(context.tree.lower[token], words):
        return found
    entity = context.entities[found[0]]
    if not entity.weak or (entity.named and not _ends(entity.name.split()[0].lower(), words)):
        return found  # "Vatikansprecher Moser"
    behind = [k for k in context.tree.kids[token] if context.tree.deps[k] in {"nmod", "nmod:poss"} and _of(context, k)]
    principals = [e for kid in behind for e in fillers(context, kid, types)]
    principals += [*compounded(context, token, types), *pointed(context, token)]
    principals += _principals_before(context, found[0], token, types) if not principals else []
    return tuple(e for e in principals if context.entities[e].type in types)[:1] or found


def _principals_before(context: Context, person: str, token: int, types: frozenset[EntityType]) -> list[str]:
    """Whom a spokesperson without a name speaks for that an earlier mention told: "Der Sprecher sagte auch"."""
    tree = context.tree
    told = sorted(t for t, found in context.mentions.items() if t < token and any(m.entity == person for m in found))
    kids = (k for t in told for k in tree.kids[t] if tree.deps[k] in {"nmod", "nmod:poss"} and _of(context, k))
    return [e for kid in kids for e in fillers(context, kid, types) if e != person]


def compounded(context: Context, token: int, types: frozenset[EntityType]) -> tuple[str, ...]:
    """Who speaks in a compound: "Polizeiangaben" and "Polizeisprecher" the police, "US-Justizangaben" the judiciary."""
    word, endings = context.tree.lower[token], context.lexicon.table("fillers")["spokespersons"]
    spoken = next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), "")
    first = spoken.removesuffix("s") or owner_in_compound(word, context.lexicon.code)
    stem = first.rpartition("-")[2].rstrip("ens")
    if len(stem) < SHORTEST:
        return ()
    for at, mentions in sorted(context.mentions.items(), key=lambda pair: abs(pair[0] - token)):
        if context.tree.lower[at].rstrip("ens") == stem:
            found = [m.entity for m in mentions if m.kind in {"name", "nominal"}]
            kept = tuple(e for e in found if context.entities[e].type in types)
            if kept:
                return kept[:1]
    return ()


def slot_entities(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Entities that fill a slot of a clause, each with its token."""
    tree = context.tree
    if slot == "part":
        nouns = clause.slots.get("part", (clause.head,))  # the verb's light noun in "übernahm den SPÖ-Vorsitz"
        return _keep(context, [(e, t) for t in nouns for e in pointed(context, t, frozenset({"part"}))], types)
    if slot == "adj":
        kids = [k for k in tree.kids[clause.head] if tree.deps[k] == "amod"]
        return _keep(context, [(e, k) for k in kids for e in pointed(context, k, frozenset({"adjective"}))], types)
    found = []
    ahead = announced(context, clause, slot) if slot == ("obj" if clause.passive else "subj") else ()
    for token in ahead or clause.slots.get(slot, ()):
        if not is_corrected(context, token):
            found += [(entity, token) for entity in speaking(context, token, types)]
    if found and clause.slots.get("neben") and _too(context, found[0][1]):
        found += [(e, t) for t in clause.slots["neben"] for e in speaking(context, t, types) if (e, t) not in found]
    if found and clause.kind == "verb" and clause.slots.get("mit") and slot == ("obj" if clause.passive else "subj"):
        found += [(e, t) for t in together(context, clause) for e in speaking(context, t, types) if (e, t) not in found]
    return found


def _too(context: Context, token: int) -> bool:
    """Whether "auch" stands before a phrase, whose part then has who is named with "neben": "neben X auch Y"."""
    lower, first = context.tree.lower, min(context.tree.subtree(token))
    return lower[first] == "auch" or first > 0 and lower[first - 1] == "auch"


def _keep(context: Context, pairs: list[tuple[str, int]], types: frozenset[EntityType]) -> list[tuple[str, int]]:
    return [(entity, token) for entity, token in pairs if context.entities[entity].type in types]
