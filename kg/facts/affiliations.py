"""People named with their body: "Werner Faymann (SPÖ)", "Hasan E. von der Nationalgarde"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import head_category
from kg.entities.roles import RoleNoun, role_noun
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, direct, pointed
from kg.facts.situate import phrase_claim
from kg.language import Lexicon
from kg.model import LANDS, Claim, EntityType, Mention

REACH = 6
REIGNED = frozenset({"appos", "flat", "flat:name", "nmod"})
MANY = frozenset({"beiden", "die", "zwei"})
SITTING = ("abgeordneter", "abgeordnete", "mandatar", "mandatarin")


def claims(context: Context) -> Iterator[Claim]:
    """Yield memberships and posts that brackets and "von" state, in text order."""
    yield from _brackets(context)
    yield from _staff(context)
    yield from _own_parties(context)


def comrades(context: Context, found: list[Claim]) -> Iterator[Claim]:
    """Who is of somebody's party is a member of it: "Merkel (CDU) und ihr Parteifreund Jan Moser"."""
    tree, ends = context.tree, tuple(context.lexicon.table("parties")["comrades"])
    parties = {c.subject: c.object for c in reversed(found) if not c.former and is_party(context, c.object)}
    for token, word in enumerate(tree.lower):
        if not word.endswith(ends) or token in tree.skipped:
            continue
        whose = [e for k in tree.kids[token] if tree.deps[k] in {"det:poss", "nmod:poss"} for e in direct(context, k)]
        people = [(e, token) for e in direct(context, token)]
        people += [(e, k) for k in tree.kids[token] if tree.deps[k] in APPOSED for e in direct(context, k)]
        party = next((parties[e] for e in whose if e in parties), None)
        theirs = next((parties[e] for e, _ in people if e in parties and e not in whose), None)
        if party is None and theirs is not None:  # "seine Parteifreundin", whose party is known
            party, people = theirs, [(e, token) for e in whose]
            whose = []
        for person, at in dict(people).items() if party is not None else ():
            other = context.entities[person].type is EntityType.PERSON and person not in whose
            if other and (person, party) not in {(c.subject, c.object) for c in found}:
                yield from phrase_claim(context, person, "memberOf", party or "", (token, at), "offices/comrade")


def _own_parties(context: Context) -> Iterator[Claim]:
    """Whose a party is said to be belongs to it: "Merkel und ihre CDU", "Salvini und seine Partei Lega"."""
    tree = context.tree
    for token in sorted(context.mentions):
        named = [m.entity for m in context.mentions[token] if m.kind == "name"]
        parties = [e for e in named if is_party(context, e)]
        noun = tree.heads[token] if tree.deps[token] in APPOSED else token
        heads = sorted({token, noun, *(k for k in tree.kids[noun] if tree.deps[k] == "compound")}) if parties else []
        owners = [k for t in heads for k in tree.kids[t] if tree.deps[k] == "det:poss"]
        whose = _possessors(context, noun, owners) if owners else []
        for person in dict.fromkeys(whose):
            if context.entities[person].type is EntityType.PERSON:
                yield from phrase_claim(context, person, "memberOf", parties[0], (token, *owners), "offices/own-party")


def _possessors(context: Context, noun: int, owners: list[int]) -> list[str]:
    """Whose a party is: in "X und seine Y" of X, else of its verb's subject, but for what he loses or attacks."""
    tree, meant = context.tree, [e for k in owners for e in direct(context, k)]
    if tree.deps[noun] == "conj":
        return list(direct(context, max(t for t in tree.conjuncts(tree.heads[noun]) if t < noun)))
    verb = context.clauses.get(tree.heads[noun])
    barred = verb is not None and verb.lemma in context.lexicon.table("parties")["against_own"]
    if tree.lower[noun].endswith("partei") and not barred:
        return meant  # "für seine Partei Lega"
    subjects = {e for t in verb.slots.get("subj", ()) for e in direct(context, t)} if verb and not barred else set()
    return [e for e in meant if e in subjects]


def is_party(context: Context, body: str) -> bool:
    """Whether an entity is a political party or a parliamentary group."""
    entity = context.entities[body]
    if entity.type is not EntityType.ORGANIZATION:
        return False
    known, ends = _parties(context.lexicon)
    names = (entity.name, *entity.aliases)
    listed = gazetteer(context.lexicon).names.get(entity.name)
    if listed is not None and listed.category == "party":
        return True
    return not known.isdisjoint(names) or any(w.endswith(ends) for n in names for w in (n, *n.split()[:2]))


def countries_of(context: Context, party: str | None) -> set[str]:
    """Names of the countries in which a party stands for election, as far as it is known."""
    if party is None:
        return set()
    entity = context.entities[party]
    names = {entity.name, *entity.aliases}
    return {c for c, known in context.lexicon.table("parties")["countries"].items() if names & set(known)}


@cache
def _parties(lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    table = lexicon.table("parties")
    return frozenset(table["names"]), tuple(table["endings"])


def membership(context: Context, body: str) -> str:
    """A party has members, any other organisation has people who work for it."""
    return "memberOf" if is_party(context, body) else "worksFor"


def _brackets(context: Context) -> Iterator[Claim]:
    """The party or the team in brackets behind a name: "Jan Moser und Ilse Kern (beide FDP)"."""
    tree, among = context.tree, _party_brackets(context) > 1
    for opening, word in enumerate(tree.words):
        closing = next((i for i in range(opening + 1, min(opening + 7, len(tree.words))) if tree.words[i] == ")"), None)
        if word != "(" or closing is None or not opening:
            continue
        inside = range(opening + 1, closing)
        bodies = [(e, i) for i in inside for e in direct(context, i)]
        people = _named_before(context, opening)
        if any(tree.lower[i] in {"beide", "alle"} for i in inside):
            low = max((i for i in range(opening) if tree.lower[i] == ")"), default=0)
            people += [p for person in people[:1] for p in _coordinated(context, person[1]) if low <= p[1] < opening]
        for body, at in bodies[:1]:
            kind = context.entities[body].type
            relation = {EntityType.ORGANIZATION: membership(context, body), EntityType.COUNTRY: "citizenOf"}.get(kind)
            if relation is None or any(tree.pos[i] in {"VERB", "AUX"} for i in inside):
                continue
            for person, token in dict.fromkeys(people):
                elected = relation == "worksFor" and _is_elected(context, body, person, among=among)
                yield from phrase_claim(
                    context, person, "memberOf" if elected else relation, body, (token, at, closing), "offices/bracket"
                )


def _party_brackets(context: Context) -> int:
    """How many brackets name a party."""
    tree = context.tree
    opened = (t for t, word in enumerate(tree.words[:-1]) if word == "(")
    return sum(any(is_party(context, e) for e in direct(context, t + 1)) for t in opened)


def _is_elected(context: Context, body: str, person: str, *, among: bool) -> bool:
    """Whether an unknown body in brackets is a politician's, whose party it then is: "Landesrat Jan Moser (FPK)".

    So it is ``among`` brackets that name parties.
    """
    name = context.entities[body].name
    if name in gazetteer(context.lexicon).names or head_category(name.split()[0], context.lexicon) not in {
        None,
        "party",
    }:
        return False
    titles = tuple(context.lexicon.table("roles")["of_members"])
    political = any(role.lower().endswith((*titles, *SITTING)) for role in context.entities[person].roles)
    return political or among and not context.entities[person].roles


def _named_before(context: Context, opening: int) -> list[tuple[str, int]]:
    """The person whose name ends right before a bracket."""
    end = context.tree.ends[opening - 1]
    return [
        (m.entity, token)
        for token in range(max(0, opening - 8), opening)
        for m in context.mentions.get(token, ())
        if m.end == end and m.kind == "name" and context.entities[m.entity].type is EntityType.PERSON
    ]


def row_behind(context: Context, title: int) -> list[int]:
    """Persons named one after the other behind a title, some with brackets: "die Minister Moser (SPD) und Kern (FDP)"."""
    tree, at = context.tree, title + 1
    found: list[int] = []
    bracketed = False
    while (behind := _behind_person(context, at)) is not None:
        found.append(at)
        if tree.words[behind] == "(":
            closing = next((t for t in range(behind, min(behind + 7, len(tree.words))) if tree.words[t] == ")"), behind)
            bracketed, behind = True, closing + 1
        if behind >= len(tree.words) or tree.lower[behind] not in {",", "und", "sowie"}:
            break
        at = behind + 1
    return found if bracketed and len(found) > 1 else []


def _behind_person(context: Context, at: int) -> int | None:
    """The token right behind a person's name that starts at a token."""
    for mention in context.mentions.get(at, ()):
        named = mention.kind == "name" and mention.start == context.tree.starts[at]
        if named and context.entities[mention.entity].type is EntityType.PERSON:
            return following(context, at, mention)
    return None


def _coordinated(context: Context, token: int) -> list[tuple[str, int]]:
    tree = context.tree
    head = token
    while tree.deps[head] in {"conj", *APPOSED} and tree.heads[head] != head:
        head = tree.heads[head]
    found = [c for k in (head, *(k for k in tree.kids[head] if tree.deps[k] in APPOSED)) for c in tree.conjuncts(k)]
    return [(e, c) for c in found for e in direct(context, c) if context.entities[e].type is EntityType.PERSON]


def _staff(context: Context) -> Iterator[Claim]:
    """The body that "von" names right behind a person's name, whatever the parse hangs it on."""
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            if mention.kind != "name" or context.entities[mention.entity].type is not EntityType.PERSON:
                continue
            for land, at in _realm(context, token, mention):
                yield from phrase_claim(context, mention.entity, "heads", land, (token, at), "offices/staff")
            for body, at in _behind(context, token, mention):
                relation = _post(context, token, mention, body)
                for person in (mention.entity, *_fellows(context, token)):
                    yield from phrase_claim(context, person, relation, body, (token, at), "offices/staff")


def _realm(context: Context, token: int, mention: Mention) -> Iterator[tuple[str, int]]:
    """What who reigns is said to reign over behind his name: "Bischof Jan Moser von St. Gallen"."""
    tree, mark = context.tree, following(context, token, mention)
    noun = tree.heads[mark] if mark is not None else 0
    if mark is None or tree.lower[mark] != "von" or tree.deps[mark] != "case" or not mark < noun < mark + REACH:
        return
    role = _title(context, token, mention)
    if role is None or role.former or role.title.lower() not in context.lexicon.table("roles")["reigning_over"]:
        return
    if tree.deps[noun] not in REIGNED or tree.heads[noun] not in range(token - REACH, mark) or _goes_on(context, noun):
        return
    yield from ((e, noun) for e in direct(context, noun) if context.entities[e].type in LANDS)


def _goes_on(context: Context, noun: int) -> bool:
    """Whether a phrase with "von" is where a journey starts: "von Rom nach Polen"."""
    tree = context.tree
    behind = range(noun + 1, min(noun + 3, len(tree.words)))
    return any(tree.lower[t] in {"bis", "nach", "zu", "zum", "zur"} for t in behind)


def _title(context: Context, token: int, mention: Mention) -> RoleNoun | None:
    """The title that opens a name or stands before it."""
    starts = context.tree.starts
    first = next((t for t in range(token, max(0, token - REACH), -1) if starts[t] <= mention.start), token)
    titles = (role_noun(context.tree.words[t], context.lexicon) for t in (first, first - 1) if t >= 0)
    return next((role for role in titles if role is not None), None)


def _post(context: Context, token: int, mention: Mention, body: str) -> str:
    """What the title before a name makes of who is of a body: "Obmann Jan Moser vom Alpenverein" heads it."""
    table, role = context.lexicon.table("roles"), _title(context, token, mention)
    if role is not None and role.noun in table["politicians"] and _is_unknown(context, body):
        return "memberOf"  # "der Oppositionspolitiker Jan Moser von der PDP"
    if role is None or role.relation != "heads" or role.hyphen or role.former:
        return membership(context, body)
    whole = role.noun in table["of_bodies"]
    whole = whole and (not role.prefix or role.prefix.lower() in table["of_the_whole"])
    party = role.title.lower().endswith(tuple(table["of_party"]))
    return "heads" if (party if is_party(context, body) else whole) else membership(context, body)


def _is_unknown(context: Context, body: str) -> bool:
    """Whether nothing tells what kind of body an organisation is."""
    name = context.entities[body].name
    return name not in gazetteer(context.lexicon).names and head_category(name.split()[-1], context.lexicon) is None


def _fellows(context: Context, token: int) -> list[str]:
    """Who shares a plural title with a name: "die Forscher Eva Moser und Jan Kern von der Universität"."""
    tree = context.tree
    first = tree.heads[token] if tree.deps[token] == "conj" else token
    title = tree.heads[first]
    if first == token or tree.deps[first] not in APPOSED or title != first - 1 or tree.conjuncts(first)[-1] != token:
        return []
    role = role_noun(tree.words[title], context.lexicon)
    several = role is not None and (role.plural or any(tree.lower[k] in MANY for k in tree.kids[title]))
    row = tree.conjuncts(first)[:-1] if several else []
    return [e for t in row for e in direct(context, t) if context.entities[e].type is EntityType.PERSON]


def following(context: Context, token: int, mention: Mention) -> int | None:
    """The token right behind a mention, in its sentence."""
    tree, at = context.tree, token + 1
    while at < len(tree.words) and tree.starts[at] < mention.end:
        at += 1
    return at if at < len(tree.words) and tree.sentence_of[at] == tree.sentence_of[token] else None


def _behind(context: Context, token: int, mention: Mention) -> Iterator[tuple[str, int]]:
    tree = context.tree
    mark = following(context, token, mention)
    if mark is None or tree.lower[mark] not in {"von", "vom"}:
        return
    noun = tree.heads[mark]
    if tree.deps[mark] != "case" or not mark < noun < mark + REACH:
        return
    verb = tree.heads[noun]
    framed = verb > noun and (
        tree.deps[verb] == "xcomp" or any(k < token for k in tree.kids[verb] if tree.pos[k] == "AUX")
    )
    beside = tree.deps[noun] == "obl" and (verb < token or framed)  # "fühlt sich Jan Moser von der SPD verraten"
    sure = beside and (
        _says(context, verb, token, mention)
        or _from_nowhere(context, verb, noun, token, mention)
        or _of_institution(context, noun, token, mention)
    )
    if _becomes(context, noun, token, mention):
        sure = True
    elif tree.deps[noun] == "obl:agent":
        return
    if beside and not sure:
        return
    if any(tree.deps[k] in {"aux:pass", "nsubj:pass"} for k in tree.kids[tree.heads[noun]]) and tree.heads[noun] > noun:
        return  # "wie Jan Moser von der Agentur zitiert wird"
    if tree.deps[token] == "nsubj:pass" and tree.heads[token] > noun:
        return  # "wurde Jan Moser von der Agentur zitiert"
    parts = {k for k in tree.kids[noun] if tree.deps[k] == "compound" and k == noun + 1}  # "Lenox Hill-Krankenhaus"
    near = [noun, *(k for k in tree.kids[noun] if tree.deps[k] in APPOSED or k in parts)]
    for at in near:
        for body in (*direct(context, at), *_branch(context, at)):
            if context.entities[body].type is EntityType.ORGANIZATION:
                yield body, at
                return


def _becomes(context: Context, noun: int, token: int, mention: Mention) -> bool:
    """Whether a whole name is that of who becomes or is something: "Sprecher wurde Jan Moser von der SPD"."""
    tree = context.tree
    finite = token
    while finite and tree.pos[finite] not in {"VERB", "AUX"} and tree.sentence_of[finite] == tree.sentence_of[token]:
        finite -= 1
    end = next((t for t in range(noun, len(tree.words)) if tree.words[t] in {".", ",", ";", "und"}), len(tree.words))
    last = tree.pos[end - 1] in {"VERB", "AUX", "ADJ"}
    copula = tree.lower[finite] in {"ist", "war", "wird", "wurde"}
    return copula and not last and following(context, token, mention) != token + 1


def _from_nowhere(context: Context, verb: int, noun: int, token: int, mention: Mention) -> bool:
    """Whether a verb takes nothing "von" anybody, so that a party, or what follows "mit Jan Moser", is of whom it is beside."""
    clause, tree = context.clauses.get(verb), context.tree
    if clause is None or clause.passive or clause.lemma not in context.lexicon.table("roles")["beside_verbs"]:
        return False
    behind = noun + 1 if noun + 1 < len(tree.words) else noun
    taking = tree.lemmas[tree.heads[verb]] == "lassen" or behind != verb and tree.pos[behind] in {"ADJ", "VERB"}
    full = following(context, token, mention) != token + 1
    titled = tree.heads[token] if tree.deps[token] in APPOSED else token
    marked = tree.case_mark(titled) is not None
    return full and not taking and (marked or any(is_party(context, e) for e in direct(context, noun)))


def _of_institution(context: Context, noun: int, token: int, mention: Mention) -> bool:
    """Whether a whole name is that of somebody of a school or institute: "beteiligt war Eva Moser von der Uni Graz"."""
    verb = context.clauses.get(context.tree.heads[noun])
    lemma = verb.lemma if verb is not None else ""
    asking = any("von" in frame.object for frame in context.frames.index.get(("verb", lemma), ()))
    schools = tuple(context.lexicon.table("roles")["schools"])
    named = context.tree.lower[noun].endswith(schools) or context.tree.lower[noun] in schools
    return named and not asking and following(context, token, mention) != token + 1


def _says(context: Context, verb: int, token: int, mention: Mention) -> bool:
    """Whether somebody with a full name says something: "sagt Jan Moser vom Institut" is of who speaks, not of the verb."""
    clause, table = context.clauses.get(verb), context.lexicon.table("reporting")
    if clause is None or clause.passive or clause.lemma not in {*table["strong"], *table["verbs"]}:
        return False
    if context.tree.deps[verb] == "xcomp":  # "fühlte sich Jan Moser von der Partei verraten"
        return False
    asking = any("von" in frame.object for frame in context.frames.index.get(("verb", clause.lemma), ()))
    full = following(context, token, mention) != token + 1
    titled = token - 1 if context.tree.heads[token] == token - 1 else token
    speaker = clause.slots.get("obj" if clause.lemma in table["quoting"] else "subj", ())
    return full and not asking and not {token, titled}.isdisjoint(speaker)


def _branch(context: Context, token: int) -> tuple[str, ...]:
    """The body of which a compound names a branch: "vom UN-Büro in Genf", "vom SPD-Ortsverein"."""
    noun = "-" in context.tree.words[token] and role_noun(context.tree.words[token], context.lexicon) is None
    return pointed(context, token, frozenset({"part"})) if noun else ()
