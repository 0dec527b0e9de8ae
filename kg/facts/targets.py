"""What an office is of: genitive, "von", compound, possessive, adjective of origin, the body that its prefix names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.entities.gazetteer import gazetteer
from kg.entities.roles import RoleNoun, role_noun
from kg.facts.affiliations import is_party
from kg.facts.bodies import has_complement
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, is_body, pointed
from kg.facts.holders import Office, base
from kg.facts.lands import states
from kg.model import EntityType

Target = tuple[str, int, str]


def targets(context: Context, office: Office) -> Iterator[Target]:
    """Yield (entity, token, how) for all that the office is said to be of."""
    found = [target for target in _said(context, office) if not _acts(context, office, target)]
    yield from found or _maker(context, office) or _predecessor(context, office)


def _acts(context: Context, office: Office, target: Target) -> bool:
    """Whether "von" names who does what is done: "wird als Chef von Jan Moser abgelöst"."""
    clause = context.clauses.get(office.clause) if office.clause is not None else None
    person = context.entities[target[0]].type is EntityType.PERSON
    return person and clause is not None and clause.passive and target[1] in clause.slots.get("subj", ())


def _predecessor(context: Context, office: Office) -> list[Target]:
    """Whom a successor follows without being told: the one person of the sentence before."""
    tree, here = context.tree, context.tree.sentence_of[office.token]
    if office.role.relation != "succeeded" or office.clause is None or not here:
        return []
    low, high = tree.sentences[here - 1]
    people = {
        e: t
        for t in range(low, high)
        for e in direct(context, t)
        if context.entities[e].type is EntityType.PERSON and e != office.holder
    }
    return [(e, office.token, "before") for e in people] if len(people) == 1 else []


def _said(context: Context, office: Office) -> Iterator[Target]:
    tree, token, role = context.tree, office.token, office.role
    parts = pointed(context, token, frozenset({"part"}))
    yield from ((e, token, "compound") for e in _teams(context, role, parts))
    if role.prefix and not (role.noun.startswith("Minister") and role.prefix.lower() in _portfolios(context)):
        organs = (*_organ(context, role.prefix), *_shortened(context, role))
        yield from ((e, token, "compound") for e in organs if e not in parts)
    owner_before = before(context, token)
    if owner_before is not None:
        found = direct(context, owner_before)
        yield from ((e, owner_before, "genitive") for e in _teams(context, role, found))
    owners = [token]
    own = any(tree.deps[k].startswith("det") for k in tree.kids[token])
    head = tree.heads[token]
    if role.relation == "relativeOf" and tree.deps[head] in APPOSED:
        head = tree.heads[head]  # "seine Tochter Eva und Schwiegersohn Jan Moser"
    own = own or any(tree.deps[k].startswith("nmod") and head < token < k for k in tree.kids[token])
    if tree.deps[token] == "conj" and not own and role_noun(tree.words[head], context.lexicon):
        owners.append(head)
    owners += _shared(context, token, role)
    for owner in owners:
        for kid in tree.kids[owner]:
            dep = tree.deps[kid]
            behind = dep == "compound" and kid > owner and tree.case_mark(kid) is not None
            if (
                _is_any(context, kid)
                or _past_name(context, office, kid)
                or _is_portfolio(context, role, kid)
                or _of_attribute(context, owner, kid)
            ):
                continue  # "Regierungschef Jan Moser von der Partei"
            for far in _beyond(context, kid, role) if dep == "nmod" else ():
                yield from ((e, far, "field") for e in _named(context, far))
            if dep == "nmod" and (house := _house(context, kid, role)):
                yield house, kid, "field"
            if (behind or dep in {"nmod", "nmod:poss", "obl"}) and _of(context, kid, role):
                for conjunct in _bodies_in_row(context, kid):
                    found = _named(context, conjunct) or _party_in(context, conjunct)
                    yield from ((e, conjunct, "genitive") for e in _teams(context, role, found))
            elif dep == "det:poss" and (owner == token or role.relation == "relativeOf"):
                yield from ((e, kid, "possessive") for e in direct(context, kid))
            elif dep == "amod":
                green = (e for e in direct(context, kid) if is_party(context, e))  # "der Grüne Abgeordnete"
                near = (*pointed(context, kid, frozenset({"adjective"})), *green, *_coloured(context, role, kid))
                clubs = _teams(context, role, near)
                yield from ((e, kid, "adjective" if e in near else "genitive") for e in clubs)
    yield from _under(context, office)
    beside = _right_behind(context, office)
    yield from ((house, kid, "field") for kid in beside if (house := _house(context, kid, role)))
    for kid in (k for k in beside if _of(context, k, role)):
        yield from ((e, kid, "genitive") for e in _named(context, kid) if is_body(context, e))
    if owners == [token]:
        yield from ((e, token, "adjective") for e in pointed(context, token, frozenset({"adjective"})))


def _is_any(context: Context, kid: int) -> bool:
    """Whether an office is of one of several bodies of a kind, and not of the one so named: "Chef einer DGB-Gewerkschaft"."""
    tree = context.tree
    indefinite = any(tree.lower[k] in {"einer", "eines"} and tree.deps[k] == "det" for k in tree.kids[kid])
    named = any(tree.deps[k] in APPOSED for k in tree.kids[kid])
    return indefinite and not named and tree.pos[kid] in {"NOUN", "PROPN"} and "-" in tree.words[kid]


def _under(context: Context, office: Office) -> Iterator[Target]:
    """Whose minister somebody becomes: "wurde unter Präsident Karl Huber Außenminister"."""
    clause = context.clauses.get(office.clause) if office.clause is not None else None
    serves = base(office.role).endswith(tuple(context.lexicon.table("roles")["serving"]))
    for token in clause.slots.get("unter", ()) if clause is not None and serves else ():
        people = (e for e in direct(context, token) if context.entities[e].type is EntityType.PERSON)
        named = (e for k in context.tree.kids[token] if context.tree.deps[k] in APPOSED for e in direct(context, k))
        yield from ((e, token, "genitive") for e in dict.fromkeys((*people, *named)) if e != office.holder)


def _of_attribute(context: Context, office: int, kid: int) -> bool:
    """Whether what stands between an office and its article is an attribute's: "die [den Grünen] nahestehende Abgeordnete"."""
    tree = context.tree
    opening = next((k for k in tree.kids[office] if tree.deps[k] == "det" and k < office), office)
    own = any(tree.deps[k] == "det" for k in tree.kids[kid])
    return opening < kid < office and tree.deps[kid] in {"nmod", "nmod:poss"} and own


def _is_portfolio(context: Context, role: RoleNoun, kid: int) -> bool:
    """Whether a genitive says what a minister is for, not what he is of: "Bundesminister der Justiz"."""
    minister = role.noun.lower().removesuffix("in") in {"minister", "staatssekretär"}
    return minister and context.tree.lower[kid] in _portfolios(context)


def _portfolios(context: Context) -> list[str]:
    portfolios: list[str] = context.lexicon.table("roles")["portfolios"]
    return portfolios


def _house(context: Context, kid: int, role: RoleNoun) -> str | None:
    """The institution in which somebody has a post: "Sektionschef im Justizministerium", "Arzt im Krankenhaus Linz"."""
    found, table = context.grammar.preposition(context.tree, kid), context.lexicon.table("roles")
    if found is None or found[0] != "in" or found[1] == "A" or role.relation not in {"heads", "worksFor", "none"}:
        return None
    houses, none = tuple(context.lexicon.table("alliances")["houses"]), (*table["chambers"], *table["councils"])
    names = {e: context.entities[e].name.lower().split() for e in _named(context, kid) if is_body(context, e)}
    fitting = [
        e for e, words in names.items() if not words[-1].endswith(none) and any(w.endswith(houses) for w in words)
    ]
    return next(iter(fitting), None)


def _right_behind(context: Context, office: Office) -> list[int]:
    """A phrase right behind an office that the parse hangs on its clause or its holder: "war als Abgeordneter im Landtag tätig"."""
    tree, mark = context.tree, office.token + 1
    if mark >= len(tree.words) or tree.deps[mark] != "case" or tree.lower[mark] in {"von", "vom"}:
        return []
    kid = tree.heads[mark]
    if office.clause is None and tree.deps[office.token] not in APPOSED:
        return []
    beside = kid > mark and tree.heads[kid] == tree.heads[office.token] != office.token
    return [kid] if beside and tree.deps[kid] in {"nmod", "obl"} else []


def _shared(context: Context, token: int, role: RoleNoun) -> list[int]:
    """The second of two titles, whose complement is the first's too: "Gründer und Chef von SpaceX"."""
    tree = context.tree
    if role.prefix or _is_political(context, role) or any(tree.deps[k].startswith("nmod") for k in tree.kids[token]):
        return []
    return [
        k
        for k in tree.kids[token]
        if tree.deps[k] == "conj"
        and k > token
        and role_noun(tree.words[k], context.lexicon) is not None
        and all(tree.pos[t] in {"CCONJ", "ADJ"} for t in range(token + 1, k))
    ]


def _bodies_in_row(context: Context, first: int) -> list[int]:
    """A row of bodies without the land that a comma puts behind a town: "der Bürgermeister von Havanna, Kuba,"."""
    tree, row = context.tree, context.tree.conjuncts(first)
    kinds = [{context.entities[e].type for e in direct(context, t)} for t in row]
    told = len(row) == 2 and kinds[0] == {EntityType.PLACE} and kinds[1] == {EntityType.COUNTRY}
    return row[:1] if told and not any(tree.deps[k] == "cc" for k in tree.kids[row[1]]) else row


def _maker(context: Context, office: Office) -> list[Target]:
    """The body that gives somebody an office of its own: "Die SPD wählte ihn zum Vorsitzenden", "holt ihn als Trainer"."""
    table = context.lexicon.table("roles")
    clause = context.clauses.get(office.clause) if office.clause is not None else None
    title = base(office.role)
    of_state = title.endswith(tuple(table["state"])) and title != "präsident"
    if clause is None or clause.lemma not in {*table["made"], *table["made_as"], *table["getting"]} or of_state:
        return []
    makers = [(e, t) for t in clause.slots.get("subj", ()) for e in direct(context, t)]
    return [
        (body, token, "maker")
        for entity, token in makers
        if context.entities[entity].type is EntityType.ORGANIZATION
        and not context.entities[entity].name.lower().endswith(tuple(table["chambers"]))
        and not has_complement(context, office)
        for body in _overseen(context, entity, token, title)
    ]


def _overseen(context: Context, maker: str, token: int, title: str) -> list[str]:
    """What an office is of that a body gives; of a board's, what it oversees: "Der Vorstand des ORF wählte X zum Chef"."""
    table = context.lexicon.table("roles")
    words = context.entities[maker].name.lower().split()
    boards = tuple({*table["boards"], *table["boards_of_bodies"]})
    if not (words[0].endswith(boards) or words[-1].endswith(boards)) or title.endswith(("sprecher", "vorsitzender")):
        return [maker]
    owners = [k for k in context.tree.kids[token] if context.tree.deps[k].startswith("nmod")]
    wholes = [e for k in owners for e in direct(context, k) if is_body(context, e)]
    return wholes or ([maker] if title.endswith("präsident") else [])


def _beyond(context: Context, kid: int, role: RoleNoun) -> list[int]:
    """The body behind an office's subject or department: "Professor für Physik an der Universität", "Leiter der Abteilung Kunst bei X"."""
    tree, mark = context.tree, context.tree.case_mark(kid)
    at = {"von", "vom", "an", "am", *context.lexicon.table("roles")["prepositions"].get(role.relation, ())}
    below = {k: tree.case_mark(k) for k in tree.kids[kid] if k > kid and tree.deps[k] == "nmod"}
    if mark is not None and tree.lower[mark] == "für":
        bodies = [k for k in below if any(is_body(context, e) for e in direct(context, k))]
        return [k for k, found in below.items() if (k in bodies if found is None else tree.lower[found] in at)]
    entourage = tuple(context.lexicon.table("roles")["entourage"])
    if mark is None and role.relation == "represents" and tree.lower[kid].endswith(entourage):
        return [k for k, found in below.items() if found is None or tree.lower[found] == "von"]
    part = mark is None and tree.pos[kid] == "NOUN" and role.relation in {"heads", "worksFor"}
    if not part or any(context.entities[e].named for e in direct(context, kid)):
        return []
    near = [k for k, found in below.items() if found is None or tree.lower[found] in {*at, "im", "in"}]
    return [k for k in near if any(is_body(context, e) for e in direct(context, k))]


def _past_name(context: Context, office: Office, kid: int) -> bool:
    """Whether a "von" phrase stands behind the holder's name: it is said of the person, not of the office."""
    tree, mark = context.tree, context.tree.case_mark(kid)
    names = (*office.far, *(k for k in tree.kids[office.token] if tree.deps[k] in {"appos", "flat"}))
    named = any(office.token < name < kid and tree.pos[name] == "PROPN" for name in names)
    return named and office.clause is None and mark is not None and tree.lower[mark] in {"von", "vom"}


def _teams(context: Context, role: RoleNoun, parts: tuple[str, ...]) -> Iterator[str]:
    """The club of the article where a player or coach is said to be of its town or land: "Bayern-Profi", "Kölner Stürmer"."""
    for part in parts:
        name, kind = context.entities[part].name, context.entities[part].type
        playing = kind is EntityType.PLACE and role.noun in context.lexicon.table("roles")["players"]
        clubs = [
            e
            for e in context.entities.values()
            if playing and e.type is EntityType.ORGANIZATION and name in e.name.split()
        ]
        yield clubs[0].id if len(clubs) == 1 else part


def _coloured(context: Context, role: RoleNoun, attribute: int) -> list[str]:
    """The party of the article that a politician's colour stands for: "der rote Klubchef"."""
    colours = context.lexicon.table("parties")["colours"]
    names = colours.get(context.tree.lower[attribute].rstrip("enrms"), ())
    return _called(context, names) if _is_political(context, role) else []


def _shortened(context: Context, role: RoleNoun) -> list[str]:
    """The party of the article that the first part of a politician's title stands for: "Linkspolitiker"."""
    names = context.lexicon.table("parties")["shortened"].get(role.prefix.lower(), ())
    return _called(context, names) if role.noun.startswith("Politiker") or _is_political(context, role) else []


def _called(context: Context, names: Iterable[str]) -> list[str]:
    return [entity.id for entity in context.entities.values() if entity.name in names]


def _is_political(context: Context, role: RoleNoun) -> bool:
    table = context.lexicon.table("roles")
    ends = (*table["state"], *table["of_party"], *table["of_members"])
    return base(role).endswith(ends) or role.noun in table["sitting"]


def _party_in(context: Context, token: int) -> tuple[str, ...]:
    """The party of a parliamentary group that is no name of its own: "der Sprecher der FDP-Bundestagsfraktion"."""
    groups = (*context.lexicon.table("parties")["groups"], "partei")
    group = context.tree.lower[token].removesuffix("s").endswith(groups)
    return tuple(e for e in pointed(context, token, frozenset({"part"})) if is_party(context, e)) if group else ()


def _named(context: Context, token: int) -> tuple[str, ...]:
    """What a modifier refers to; the name behind its noun ("des Geheimdienstes NSA", "von Präsident Trump") counts first."""
    tree = context.tree
    apposed = [
        k
        for k in tree.kids[token]
        if k > token and (tree.deps[k] in APPOSED or k == token + 1 and tree.pos[k] == "PROPN")
    ]
    own = direct(context, token)
    kinds = {context.entities[e].type for e in own}
    found = tuple(dict.fromkeys(e for k in apposed for e in direct(context, k)))
    bodies = tuple(e for e in found if is_body(context, e) and context.entities[e].named)
    if bodies and kinds == {EntityType.PERSON} and not any(context.entities[e].named for e in own):
        return bodies  # "des Schiffseigners Siemens"
    if kinds:
        found = tuple(e for e in found if context.entities[e].type in kinds)
        telling = all(context.entities[e].named and kinds != {EntityType.ORGANIZATION} for e in own)
        whole = any(m.kind == "name" and m.end > tree.ends[token] for m in context.mentions.get(token, ()))
        telling = telling or whole and any(tree.lower[k - 1] in {"der", "des"} for k in apposed if k > token + 1)
        return own if telling or not found else found
    return found


def before(context: Context, token: int) -> int | None:
    """The name in the genitive before an office, where the parse missed it: "Russlands früherer Außenminister"."""
    tree, at = context.tree, token - 1
    while at >= 0 and tree.pos[at] == "ADJ" and tree.heads[at] == token:
        at -= 1
    genitive = at >= 0 and tree.words[at].endswith(("s", "'", "’")) and tree.sentence_of[at] == tree.sentence_of[token]
    if not genitive:
        return None
    for start in (at, at - 1, at - 2):  # a name of several words is kept at its head: "New Yorks Bürgermeister"
        names = [m for m in context.mentions.get(start, ()) if m.kind == "name" and m.end == tree.ends[at]]
        if any(context.article.text[m.start : m.end] != context.entities[m.entity].name for m in names):
            return start
    return None


def _organ(context: Context, prefix: str) -> Iterator[str]:
    """Organisations of the article that a compound's first member names: "Landtagspräsidentin", "CSU-Bundestagsabgeordneter"."""
    last = prefix.rpartition("-")[2].lower()
    known = gazetteer(context.lexicon).names.get(last.capitalize())
    if len(last) < 3 or known is not None and known.type is EntityType.COUNTRY:
        return  # "Vatikan-Sprecher" is not of "Radio Vatikan"
    names = {last, last.removesuffix("s"), last.removesuffix("n"), last.removesuffix("en")}
    for entity in context.entities.values():
        if entity.type is EntityType.ORGANIZATION and any(
            n.split()[-1].lower() in names for n in (entity.name, *entity.aliases) if 0 < len(n.split()) < 3
        ):
            yield entity.id


def _governs_in(context: Context, kid: int, role: RoleNoun) -> bool:
    """Whether "in" names the state or town that a minister or mayor governs: "die Ministerin in Hessen"."""
    table, title = context.lexicon.table("roles"), base(role)
    places = [context.entities[e] for e in direct(context, kid) if context.entities[e].type is EntityType.PLACE]
    if title.endswith(tuple(table["municipal"])):
        return bool(places)
    governs = title.endswith(("minister", *table["of_states"]["endings"], *table["regional"]))
    return governs and any(place.name in states(context.lexicon) for place in places)


def _of(context: Context, kid: int, role: RoleNoun) -> bool:
    """Whether a modifier is what the office is of: a genitive, "von", or a preposition of the relation's own."""
    found = context.grammar.preposition(context.tree, kid)
    if found is None:
        return True
    table = context.lexicon.table("roles")["in_committees"]
    chairs = role.relation == "heads" and base(role).rpartition("-")[2] not in table["titles"]
    if found[0] == "in" and found[1] != "A" and _governs_in(context, kid, role):
        return True
    if found[0] == "in" and chairs and context.tree.lower[kid].endswith(tuple(table["committees"])):
        return True  # "Vorsitzender im Rechtsausschuss"
    return found[0] == "von" or found[0] in context.lexicon.table("roles")["prepositions"].get(role.relation, ())
