"""The body of a title that does not say it: the company of a "Konzernchef", the ministry of a minister, the one parliament."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import head_category
from kg.entities.rulers import realms
from kg.facts.affiliations import is_party
from kg.facts.chambers import Candidate, chamber, nearby
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, fillers, pointed
from kg.facts.holders import Office, base
from kg.facts.lands import foremost
from kg.model import LANDS, Claim, Entity, EntityType

BODY = frozenset({EntityType.ORGANIZATION})
COMPANIES: frozenset[str | None] = frozenset({"company", None})
TYPED: frozenset[str | None] = frozenset({"company", "team", None})
PRESIDED: frozenset[str | None] = frozenset({"society", "team"})
BODIES: frozenset[str | None] = frozenset({"company", "state", "society", "organ", "team", None})
TEAM: frozenset[str | None] = frozenset({"team"})
BY_ENDING = (
    ("of_a_ministry", "ministries"),
    ("of_the_chamber", "chambers"),
    ("of_a_court", "courts"),
    ("of_a_church", "churches"),
    ("of_a_prosecution", "prosecutions"),
    ("of_the_police", "polices"),
    ("of_the_fire_brigade", "fire_brigades"),
    ("of_a_hospital", "hospitals"),
    ("of_a_national_team", "national_teams"),
    ("of_a_national_team", "associations"),
)
"""Kinds of titles, and the endings of the bodies that they are of."""


def own_bodies(context: Context, office: Office, held: list[Claim], party: str | None) -> Iterator[Candidate]:
    """Yield (body, predicate, how) for the bodies that the kind of a title leads to."""
    yield from _own_body(context, office, held)
    yield from chamber(context, office, held, party)
    yield from _body(context, office, held, party)


def has_complement(context: Context, office: Office) -> bool:
    """Whether a genitive or "von" says what the office is of, even if that is no entity: "der Präsident des Vereins"."""
    tree, behind = context.tree, office.token + 1
    if behind < len(tree.words) and tree.lower[behind] in {"des", "von", "vom"}:
        return True  # wherever the parse hangs it
    for kid in tree.kids[office.token]:
        mark = tree.case_mark(kid)
        of = mark is None or tree.lower[mark] in {"von", "vom"}
        if (
            kid > office.token
            and tree.deps[kid] in {"nmod", "nmod:poss"}
            and of
            and office.holder not in direct(context, kid)
        ):
            return True
    return False


def _is_told(context: Context, office: Office) -> bool:
    """Whether anything says what the office is of: "seinen Stellvertreter", "der Direktor der Schule", "der Chef für X"."""
    tree = context.tree
    kids, mark = tree.kids[office.token], tree.case_mark
    own = any(tree.deps[k] == "det:poss" for k in kids)
    own = own or any(k > office.token and (at := mark(k)) is not None and tree.lower[at] == "für" for k in kids)
    return own or has_complement(context, office) or _is_of_another(context, office)


def _is_of_another(context: Context, office: Office) -> bool:
    """Whether what the office is of stands behind the holder's name: "Direktor Hans Huber von der Caritas"."""
    tree, behind = context.tree, office.far[0] + 1
    while behind < len(tree.deps) and tree.deps[behind] in APPOSED:
        behind += 1
    return behind < len(tree.lower) and tree.lower[behind] in {"von", "vom"}


def _own_body(context: Context, office: Office, held: list[Claim]) -> Iterator[tuple[str, str, str]]:
    """The ministry of a minister, the government of its head: the only body of the article with the office's name."""
    title, table = base(office.role), context.lexicon.table("roles")
    levels = tuple(table["levels"])
    ending = next((e for e in (*table["bodies_of"], *table["bodies_served"]) if title.endswith(e)), None)
    subject = _without_level(title.removesuffix(ending or ""), levels)
    if ending is None or office.role.former or ending == "minister" and not subject:
        return
    heads = ending in table["bodies_of"]
    names = {subject + body for body in table["bodies_of"][ending]} if heads else set(table["bodies_served"][ending])
    lands = {c.object for c in held if context.entities[c.object].type in LANDS}
    lands = lands or {home for home in (context.entities[office.holder].country,) if home}
    bodies = [
        e
        for e in _organizations(context)
        if names & _last_words(e, levels)
        and (not e.country or not lands or e.country in lands)
        and not _of_town(context, e)
    ]
    if len(bodies) == 1:
        yield bodies[0].id, "heads" if heads else office.role.relation, "body"


def _of_town(context: Context, entity: Entity) -> bool:
    """Whether a body's name says that it is of a town, and of no capital: "das Düsseldorfer Innenministerium"."""
    known = gazetteer(context.lexicon).adjective(entity.name.split()[0])
    return known is not None and known.type is EntityType.PLACE and not known.capital


def _last_words(entity: Entity, levels: tuple[str, ...]) -> set[str]:
    """The last words of a body's names, in lower case, without genitive -s and the level of the state in front."""
    words = {n.split()[-1].lower().rpartition("-")[2] for n in (entity.name, *entity.aliases) if n.split()}
    return {_without_level(word, levels).removesuffix("s") for word in words}


def _without_level(word: str, levels: tuple[str, ...]) -> str:
    return next((word.removeprefix(level) for level in levels if word.startswith(level)), word)


def _organizations(context: Context) -> Iterator[Entity]:
    yield from (e for e in context.entities.values() if e.type is EntityType.ORGANIZATION)


def _body(context: Context, office: Office, held: list[Claim], party: str | None) -> Iterator[tuple[str, str, str]]:
    """The company, ministry, party or parliament whose kind a title names: "Konzernchef", "Klubobmann X (SPÖ)"."""
    table, title, relation = context.lexicon.table("roles"), base(office.role), office.role.relation
    if title in table["of_a_board"] or _chairs_board(context, office, held):
        boards, firms = tuple(table["boards"]), count_bodies(context, COMPANIES | {"team"})
        named = [c.object for c in held if c.predicate == "heads"]
        if all(context.entities[e].name.lower().endswith(boards) for e in named):
            counts = Counter({e: n for e, n in firms.items() if not context.entities[e].name.lower().endswith(boards)})
            yield from ((e, "worksFor", "body") for e in foremost(counts))
        return
    if any(context.entities[c.object].type is EntityType.ORGANIZATION for c in held if c.predicate != "memberOf"):
        return
    body = _where(context, office)
    if body is not None and _is_of(context, office, body):
        role = office.role
        part = role.noun in table["of_parts"] and role.prefix.lower() not in (
            "",
            *table["of_the_whole"],
        )  # "Motorenchef"
        works = relation == "none" or part and not role.hyphen
        yield body, "memberOf" if is_party(context, body) else "worksFor" if works else relation, "body"
        return
    body = None
    if title in table["of_the_party"]:
        if any(c.predicate == "memberOf" for c in held):
            return  # "SPD-Fraktionschef"
        named = [e.id for e in _organizations(context) if is_party(context, e.id)]
        body = party if party and is_party(context, party) else named[0] if len(named) == 1 else None
        body = body or (_just_spoken_of(context, office) if title in table["of_the_body"] else None)
        body = body or (_first_party(context, office) if title in table["of_the_whole_party"] else None)
    elif title in table["of_a_company"] and not _is_told(context, office):
        body = _spoken_of(context, office, COMPANIES | {"media"} if title in table["of_any_firm"] else COMPANIES)
    elif title in table["of_a_club"] and not _of_a_town(context, office, held) and not _of_a_land(context, office):
        body = _side_before(context, office) or _spoken_of(context, office, TEAM)
        body = None if body is not None and _is_rival(context, body) else body
    elif title == "präsident" and not realms(context.entities[office.holder].name, context.lexicon):
        body = _presided(context, office)
    elif title in table["of_a_medium"]:
        body = _only_before(context, office, frozenset({"media"}))
    elif title in (*table["of_the_body"], *table["of_a_part"]) and not _is_told(context, office):
        body = _only_before(context, office, BODIES) or _just_spoken_of(context, office)
    else:
        kinds = (kind for titles, kind in BY_ENDING if title in table[titles])
        body = next(
            (f for kind in kinds if (f := _only_ending(context, office, tuple(table[kind]), table["higher"]))), None
        )
    if body is not None:
        sits = (
            party is None and is_party(context, body) and title.endswith(tuple(table["of_members"]))
        )  # "Fraktionschef"
        yield body, "memberOf" if sits else "worksFor" if title in table["of_a_part"] else relation, "body"


def _chairs_board(context: Context, office: Office, held: list[Claim]) -> bool:
    """Whether somebody chairs a board of which the text does not say whose it is: "der Vorsitzende des Betriebsrats, X"."""
    tree, boards = context.tree, context.lexicon.table("roles")["boards"]
    led = {c.object for c in held if c.predicate == "heads" and context.entities[c.object].name.lower() in boards}
    tokens = [k for k in tree.kids[office.token] if led.intersection(direct(context, k))]
    return any(not any(tree.deps[k].startswith("nmod") for k in tree.kids[t]) for t in tokens)


def _where(context: Context, office: Office) -> str | None:
    """The body whose people a sentence opens with: "Bei Mercedes betont Motorenchef Jan Moser …", "Bei den Grünen sagt …"."""
    tree, state = context.tree, tuple(context.lexicon.table("roles")["state"])
    low = next((t for t in range(*tree.sentences[tree.sentence_of[office.token]]) if tree.words[t].isalpha()), 0)
    if tree.lower[low] not in {"bei", "beim"} or base(office.role).removesuffix("in").endswith(state):
        return None
    verb, name = tree.heads[office.token], tree.heads[low]
    if tree.heads[name] != verb or tree.deps[office.token] != "nsubj" or _is_told(context, office):
        return None
    bodies = [e for e in direct(context, name) if context.entities[e].type is EntityType.ORGANIZATION]
    between = range(name + 1, office.token)
    return bodies[0] if bodies and context.entities[bodies[0]].named and verb in between else None


def _is_of(context: Context, office: Office, body: str) -> bool:
    """Whether a title is one that the body whose people are told of has: no "Gewerkschaftschef" or "Experte" of a company."""
    table, role, title = context.lexicon.table("roles"), office.role, base(office.role)
    if is_party(context, body):
        return title in table["of_the_party"] or title.endswith("sprecher") and not role.hyphen
    part = role.prefix.lower()
    other = part in table["of_the_whole"] or head_category(role.prefix.removesuffix("s"), context.lexicon) is not None
    of_part = role.noun in table["of_parts"] and bool(part) and not role.hyphen and not other
    return of_part or title in table["of_a_company"] or title in table["of_a_club"]


def _presided(context: Context, office: Office) -> str | None:
    """The club, chamber or society just spoken of, whose president is meant where no country is named."""
    tree, here = context.tree, context.tree.sentence_of[office.token]
    low, high = tree.sentences[max(0, here - 1)][0], tree.sentences[here][1]
    lands = any(
        context.entities[e].type is EntityType.COUNTRY for t in range(low, office.token) for e in direct(context, t)
    )
    body = None if lands else _just_spoken_of(context, office)
    if body is None or body in count_bodies(context, PRESIDED, before=high, after=low):
        return body
    endings = tuple(context.lexicon.table("roles")["chambers_led"])
    return body if context.entities[body].name.lower().endswith(endings) else None


def _first_party(context: Context, office: Office) -> str | None:
    """The only party named up to an office whose party nobody tells: "der PiS … Parteichef X"."""
    before = (t for t in sorted(context.mentions) if t < office.token)
    parties = {e for t in before for e in direct(context, t) if is_party(context, e)}
    return next(iter(parties)) if len(parties) == 1 and not _is_told(context, office) else None


def _only_ending(context: Context, office: Office, endings: tuple[str, ...], higher: list[str]) -> str | None:
    """The only body of the article with one of some endings in a word of its name: "Landgericht Köln", higher courts apart.

    Of several it is the one just spoken of.
    """
    names = {e: e.name.lower().split()[:3] for e in _organizations(context)}
    found = [e for e, w in names.items() if any(s.endswith(endings) for s in (*w, *map(" ".join, pairwise(w))))]
    lower = [e for e in found if not e.name.lower().startswith(tuple(higher))] if len(found) > 1 else found
    near = nearby(context, office, lower) if len(lower) > 1 else lower
    return near[0].id if len(near) == 1 else None


def _of_a_town(context: Context, office: Office, held: list[Claim]) -> bool:
    """Whether an attribute or a genitive says which town a player or coach is of: "der Kölner Stürmer", "Stuttgarts Manager"."""
    tree = context.tree
    if any(context.entities[claim.object].type is EntityType.PLACE for claim in held):
        return True
    near = (office.token - 1, *(k for k in tree.kids[office.token] if tree.deps[k] == "amod"))
    towns = [e for k in near for e in pointed(context, k, frozenset({"adjective"}))]
    towns += pointed(context, office.token, frozenset({"part"}))  # "der Köln-Trainer"
    return any(context.entities[e].type is EntityType.PLACE for e in towns)


def _is_rival(context: Context, body: str) -> bool:
    """Whether a club is only named as whom another plays: "nach dem 2:0 gegen X lobte Trainer Jan Moser sein Team"."""
    tree = context.tree
    at = [t for t, found in context.mentions.items() if any(m.entity == body and m.kind == "name" for m in found)]
    marks = [tree.case_mark(token) for token in at]
    return all(mark is not None and tree.lower[mark] in {"gegen", "über"} for mark in marks)


def _of_a_land(context: Context, office: Office) -> bool:
    """Whether the office's sentence speaks of a country, so that a national side may be meant: "Ghana scheiterte an Torhüter X"."""
    low, high = context.tree.sentences[context.tree.sentence_of[office.token]]
    near = (office.token - 1, *(k for k in context.tree.kids[office.token] if context.tree.deps[k] == "amod"))
    lands = [e for t in range(low, high) for e in direct(context, t)]
    lands += [e for t in near for e in pointed(context, t, frozenset({"adjective"}))]
    return any(context.entities[e].type is EntityType.COUNTRY for e in lands)


def _spoken_of(context: Context, office: Office, kinds: frozenset[str | None]) -> str | None:
    """The one body of a kind that the article is about, or has spoken of so far, unless the office's sentence names another."""
    low, high = context.tree.sentences[context.tree.sentence_of[office.token]]
    beside = count_bodies(context, kinds | {None}, before=_relative_behind(context, office.token, high), after=low)
    found = next(iter(foremost(count_bodies(context, kinds))), None) or _only_before(context, office, kinds)
    found = found or (_topic(context, kinds) if kinds <= TYPED else None)
    return found if not beside or found in beside else None


def _relative_behind(context: Context, token: int, end: int) -> int:
    """Where the first relative clause behind a token begins: "sagte Trainer X, [der bei Y gespielt hat]"."""
    tree = context.tree
    places = (t for t in range(token + 1, end - 1) if tree.words[t] == "," and tree.pos[t + 1] == "PRON")
    return next((t for t in places if tree.lower[t + 1] in {"der", "die"}), end)


def _topic(context: Context, kinds: frozenset[str | None]) -> str | None:
    """The body of a kind that the article's first sentence is about, or the one behind a headline that names nobody."""
    tree, told = context.tree, 0
    for low, high in tree.sentences:
        if any(tree.deps[t] == "nsubj" for t in range(low, high)):
            counts = count_bodies(context, kinds, before=high, after=low)
            subjects = [e for t in range(low, high) if tree.deps[t] == "nsubj" for e in fillers(context, t, BODY)]
            if subjects or told:
                return next((e for e in subjects if e in counts), None)
            told += 1
    return None


def _only_before(context: Context, office: Office, kinds: frozenset[str | None]) -> str | None:
    """The only body of a kind that the article names up to the sentence before the office, and names just there or twice."""
    start = context.tree.sentences[context.tree.sentence_of[office.token]][0]
    counts = count_bodies(context, kinds, before=start)
    if len(counts) != 1:
        return None
    (body, number), last = counts.most_common(1)[0], context.tree.sentence_of[office.token] - 1
    near = any(
        context.tree.sentence_of[t] == last for t, ms in context.mentions.items() if any(m.entity == body for m in ms)
    )
    return body if near or number > 1 or kinds <= COMPANIES else None


def _side_before(context: Context, office: Office) -> str | None:
    """The club that the sentence before is about, without the one of the article: "Austria besiegte Grödig. Stürmer X traf"."""
    here, kinds = context.tree.sentence_of[office.token], TEAM | {None}
    (low, high), (start, end) = (context.tree.sentences[n] for n in (max(0, here - 1), here))
    there = count_bodies(context, kinds, before=high, after=low)
    side, beside = _just_spoken_of(context, office), count_bodies(context, kinds, before=end, after=start)
    foremost_there = set(foremost(count_bodies(context, TEAM))) & set(there)
    return side if side in there and not foremost_there and not beside else None


def _just_spoken_of(context: Context, office: Office) -> str | None:
    """The one body that acts before the office in its sentence and in the one before: "…, sagte Sprecherin X"."""
    tree, here = context.tree, context.tree.sentence_of[office.token]
    if _is_told(context, office) or office.role.former or not tree.deps[office.token].startswith("nsubj"):
        return None
    low = tree.sentences[max(0, here - 1)][0]
    acting = {
        e
        for t in range(low, office.token)
        if tree.deps[t].startswith("nsubj")
        for e in direct(context, t)
        if context.entities[e].type is EntityType.ORGANIZATION and e != office.holder
    }
    fitting = set(count_bodies(context, BODIES, before=office.token, after=low))
    return next(iter(acting)) if len(acting) == 1 and acting <= fitting else None


def count_bodies(
    context: Context, kinds: frozenset[str | None], before: int | None = None, after: int = 0
) -> Counter[str]:
    """How often each body of a kind is spoken of between two tokens; None are those of which nothing says what they are."""
    counts: Counter[str] = Counter()
    names = gazetteer(context.lexicon).names
    for token, found in context.mentions.items():
        near = after <= token and (before is None or token < before)
        for mention in found if near and not _is_opponent(context, token) else ():
            entity = context.entities[mention.entity]
            if entity.type is not EntityType.ORGANIZATION or not entity.named or is_party(context, entity.id):
                continue
            known, words = names.get(entity.name), entity.name.split()
            heads = [head_category(word, context.lexicon) for word in (words[-1], words[0])]
            kind = known.category if known else next((k for k in heads if k and k != "place"), None)
            if kind in kinds:
                counts[entity.id] += 1
    return counts


def _is_opponent(context: Context, token: int) -> bool:
    """Whether somebody plays against a body, which is nobody's own: "verletzte sich im Spiel gegen den WAC"."""
    mark = context.tree.case_mark(token)
    return mark is not None and context.tree.lower[mark] == "gegen"
