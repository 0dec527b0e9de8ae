"""Role nouns beside names: "der hessische Finanzminister und CDU-Vize Jan Moser", "Moser, Chef der Post"."""

from __future__ import annotations

from functools import cache

from kg.entities.descriptions import describe, phrase_start
from kg.entities.nodes import Link, Node, in_genitive
from kg.entities.passage import Passage, former_adjectives
from kg.entities.roles import RoleNoun
from kg.language.lexicon import Lexicon
from kg.model import EntityType

REACH = 9
COMPLEMENTING = frozenset({"am", "an", "bei", "beim", "der", "des", "für", "im", "in", "vom", "von"})


def title_of(page: Passage, i: int) -> str:
    """The role as a title in the nominative singular, with the adjectives that belong to it."""
    role = page.roles[i]
    assert role is not None
    before = page.words[i - 1] if i else ""
    if before.lower().rstrip("nrms").endswith(_titular(page.lexicon)) and page.pos[i - 1] in {"ADJ", "PROPN", "ADV"}:
        stem = before.rstrip("nrms") if before.endswith(("en", "er", "em", "es")) else before
        return f"{stem}{'r' if role.gender == 'Masc' else ''} {role.title}"
    return role.title


def give_titles(page: Passage, nodes: list[Node]) -> dict[int, Node]:
    """Give persons the role nouns that stand beside their names; return role token → person."""
    owner: dict[int, Node] = {}
    spans = {
        link.start: (link, node)
        for node in nodes
        if node.type is EntityType.PERSON
        for link in node.links
        if link.kind == "name"
    }
    for start, (_, node) in sorted(spans.items()):
        alone = page.heads[start] == start - 1 and link_end(node, start) == start + 1
        genitive = alone and in_genitive(page, node, start + 1)  # "der Arzt Mosers"
        found = _before(page, start, node, spans) or ([] if genitive else _by_parse(page, start, spans))
        for i in _fitting(page, found, node):
            owner.setdefault(i, node)
    for _, (link, node) in sorted(spans.items()):
        for i in [*(_after(page, link, spans) or _behind_verb(page, link, spans)), *_predicate(page, link)]:
            gender = describe(page, i).gender
            if not (gender and node.gender and gender != node.gender):
                owner.setdefault(i, node)
    _give_shared(page, spans)
    for i, node in owner.items():
        role = page.roles[i]
        assert role is not None
        begin = phrase_start(page, i)
        end = _phrase_end(page, i, node)
        node.add(Link(begin, end, i, "nominal", "title"), phrase=page.surface(begin, end))
        _learn(page, node, role, i)
    return owner


def _give_shared(page: Passage, spans: dict[int, tuple[Link, Node]]) -> None:
    """Give a plural role noun to all whose names follow it: "die früheren Bürgermeister Jan Moser und Ilse Kern"."""
    for start in list(spans):
        role = page.roles[start - 1] if start else None
        if role is None or not (role.plural or describe(page, start - 1).plural):
            continue
        if in_genitive(page, spans[start][1], spans[start][0].end):
            continue  # "zwischen der Armee und den Anhängern Mosers"
        at: int | None = start
        while at is not None:
            link, node = spans[at]
            begin = phrase_start(page, start - 1)
            node.add(Link(begin, start, start - 1, "nominal", "shared title"))
            if role.title not in node.roles:
                node.roles.append(role.title)
            node.nouns.add(role.noun)
            joined = link.end < len(page.words) and page.lower[link.end] in {"und", ",", "sowie"}
            at = link.end + 1 if joined and link.end + 1 in spans else None


def give_circles(page: Passage, nodes: list[Node]) -> None:
    """Note which organisations stand with a person: "CSU-Chef", "Chef der Bahn", "Voves (SPÖ)"."""
    at = {
        link.start: node
        for node in nodes
        if node.type is EntityType.ORGANIZATION
        for link in node.links
        if link.kind in {"name", "part"}
    }
    for person in nodes:
        if person.type is not EntityType.PERSON:
            continue
        for link in person.links:
            spots = [link.head]
            if link.kind == "nominal":
                spots += range(link.head + 1, link.head + 4)
            elif link.end < len(page.words) and page.words[link.end] == "(":
                spots.append(link.end + 1)
            for token in spots:
                other = at.get(token)
                if (
                    other is not None
                    and other not in person.circle
                    and page.sentence[token] == page.sentence[link.head]
                ):
                    person.circle.append(other)


def learn_role(node: Node, role: RoleNoun) -> None:
    """Note a role noun and, for one who heads a body, the body's name in the compound."""
    node.nouns.add(role.noun)
    if role.relation == "heads" and role.prefix:
        node.led.add(role.prefix)


def learn_former(page: Passage, node: Node, role: RoleNoun, before: range) -> None:
    """Note that a role is one held before, by its noun ("Ex-Chef") or by an adjective before it."""
    if role.former or any(page.lower[j].startswith(former_adjectives(page.lexicon)) for j in before):
        node.former.add(role.noun)


def _learn(page: Passage, node: Node, role: RoleNoun, i: int) -> None:
    title = title_of(page, i)
    if title not in node.roles:
        node.roles.append(title)
    if i and page.lower[i - 1].startswith(tuple(page.lexicon.table("roles")["standing_in"])):
        node.nouns.add("Stellvertreter")  # who is not meant where "der Ministerpräsident" is spoken of
    else:
        learn_role(node, role)
    what = describe(page, i)
    learn_former(page, node, role, range(what.start, i))
    node.gender = role.gender or node.gender
    sport = role.title.rpartition("-")[2].lower().removesuffix("in") in page.lexicon.table("roles")["of_a_club"]
    if what.place and not (sport and role.prefix):  # "Bayern-Trainer" tells no home
        node.places.add(what.place)


@cache
def _titular(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(adjective + "e" for adjective in lexicon.table("roles")["titular_adjectives"])


def _phrase_end(page: Passage, i: int, node: Node) -> int:
    """The phrase of a title before a name includes the name."""
    for link in node.links:
        if (
            link.kind == "name"
            and 0 < link.start - i <= 2
            and all(page.pos[j] == "PROPN" or page.words[j] in page.titles for j in range(i + 1, link.start))
        ):
            return link.end
    return i + 1


def _before(page: Passage, start: int, node: Node, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """Role nouns that end right before a name, and those coordinated with them; or before a comma and the name."""
    genitive = in_genitive(page, node, link_end(node, start))
    j = start - 1
    low = page.bounds[page.sentence[start]][0]
    while j >= low and page.words[j] in page.titles:
        j -= 1
    role = page.roles[j] if j >= low else None
    if role is not None and not role.plural and not genitive:
        found = [j]
        k = j - 1
        while k > low and (page.pos[k] == "ADJ" or page.words[k] in page.gaz.urban):
            k -= 1
        if k - 1 >= low and page.lower[k] == "und" and page.roles[k - 1] is not None:
            found.append(k - 1)
        return found + _second_title(page, j, spans)
    if j > low and page.words[j] in {",", "–", "-", '"', "“"}:
        return _apposed(page, j, low, start, spans)
    return [] if genitive else _over_complement(page, j, low, start)


def _second_title(page: Passage, i: int, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """The title that one right before a name stands in apposition to: "[der Chef] der Post, der frühere Minister Jan Kern"."""
    head, comma = page.heads[i], phrase_start(page, i) - 1
    apposed = page.dep[i] == "appos" and head < comma and page.words[comma] == "," and page.roles[head] is not None
    named = any(head < start < i and node.type is EntityType.PERSON for start, (_, node) in spans.items())
    return [head] if apposed and not named and not describe(page, head).plural else []


def _fitting(page: Passage, found: list[int], node: Node) -> list[int]:
    """The titles without those of another gender, whose bearer is the one before them: "die Frau [des Präsidenten], Eva Kern"."""
    if not found or describe(page, found[0]).gender in {None, node.gender} or node.gender is None:
        return found
    above = page.heads[found[0]]
    fits = page.dep[found[0]] == "nmod" and above < found[0] and page.roles[above] is not None
    return [above] if fits and describe(page, above).gender == node.gender else []


def _by_parse(page: Passage, start: int, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """The role noun that the parse puts a name in apposition to, and one coordinated with it: "seine Frau Ilse Kern"."""
    i = page.heads[start]
    if page.dep[start] != "appos" or not 0 < start - i <= REACH or page.roles[i] is None or describe(page, i).plural:
        return []
    begin = phrase_start(page, i)
    named = any(i < other < start or page.words[begin - 1] == "," and link.end == begin - 1
                for other, (link, _) in spans.items())  # fmt: skip
    joined = [k for k in page.kids[i] if page.dep[k] == "conj" and i < k < start and page.roles[k] is not None]
    return [i, *joined] if not named and page.pos[i] in {"NOUN", "PROPN"} else []


def _over_complement(page: Passage, j: int, low: int, start: int) -> list[int]:
    """The role noun before a complement that ends at ``j``: "der Kommissar für Handel Jan Moser", "der Chef der Post Jan Moser"."""
    head = page.heads[start]
    for k in range(j, max(low, j - REACH) - 1, -1):
        role = page.roles[k]
        if role is not None and k < j:
            opens = page.lower[k + 1] in COMPLEMENTING
            near = role.relation != "none" and not role.plural and (k <= head <= j or page.dep[start] == "appos")
            return [k] if opens and near and page.heads[j] < start else []
        if page.pos[k] not in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "X"}:
            return []
    return []


def link_end(node: Node, start: int) -> int:
    """The end of the name that starts at a token."""
    return max((link.end for link in node.links if link.start == start and link.kind == "name"), default=start + 1)


def _apposed(page: Passage, comma: int, low: int, start: int, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """The role noun whose phrase ends at a comma before the name: "Putins Beauftragtem für Handel, Kirill Dmitrijew,"."""
    end = start
    while (
        end < len(page.words)
        and page.sentence[end] == page.sentence[start]
        and (page.pos[end] == "PROPN" or page.label[end] == "PER")
    ):
        end += 1
    if end < len(page.words) and page.words[end] not in {",", ".", "-", "–", "(", ":", '"', "“"}:
        return []
    bracket, left = False, REACH
    for j in range(comma - 1, low - 1, -1):
        bracket = page.words[j] == ")" or bracket and page.words[j] != "("
        if bracket or page.words[j] == "(" or j + 1 in spans:  # "der Polizei (GdP)"; the title of a name of its own
            continue
        left -= 1
        if page.pos[j] in {"VERB", "AUX", "SCONJ", "PRON"} or page.words[j] in {",", ".", ":"} or left < 0:
            return []
        if page.roles[j] is not None and page.pos[j] in {"NOUN", "PROPN", "ADJ"}:
            j = _governing_role(page, j, low)
            return [] if describe(page, j).plural else [j, *_joined(page, j)]
    return []


def _joined(page: Passage, j: int) -> list[int]:
    """The title that "und" joins to one behind it: "der Gründer und Chef von SpaceX, Elon Musk"."""
    und = j - 1
    while und > 0 and page.pos[und] == "ADJ" and page.heads[und] == j:
        und -= 1  # "die Ärztin und frühere Ministerin, Eva Moser"
    first = und - 1
    joined = first >= 0 and page.lower[und] == "und" and page.sentence[first] == page.sentence[j]
    if page.dep[j] == "conj" and page.heads[j] < j and not any(page.dep[k].startswith("det") for k in page.kids[j]):
        first, joined = page.heads[j], True  # "der Chef der Post und Vizepräsident des Verbands, Jan Moser"
    role = page.roles[first] if joined else None
    return [first] if role is not None and not role.plural else []


def _governing_role(page: Passage, j: int, low: int) -> int:
    """The role noun over a genitive that ends like one: "der Chef der Gewerkschaft der Privatangestellten"."""
    top = governing = j
    while page.dep[top].startswith("nmod") and low <= page.heads[top] < top:
        top = page.heads[top]
        governing = top if page.roles[top] is not None else governing
    return governing if page.lower[j - 1] in {"der", "des"} else j


def _after(page: Passage, link: Link, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """The role noun that opens an apposition after the name: "Erich Schönleitner, Geschäftsführer der Firma,"."""
    j = link.end
    if j < len(page.words) and page.words[j] == "(":
        while j < len(page.words) and page.words[j] != ")" and j - link.end < 6:
            j += 1
        j += 1
    if j >= len(page.words) or page.words[j] not in {",", "–", "-"} or page.sentence[j] != page.sentence[link.start]:
        return []
    j += 1
    limit = j + 5
    while j < min(limit, len(page.words)):
        role = page.roles[j]
        if role is not None and page.pos[j] != "VERB":
            after = j + 1
            other = after in spans or describe(page, j).plural or _of_next_verb(page, link.head, j)
            return [] if other else [j]
        if page.pos[j] not in {"DET", "ADJ", "PROPN", "NUM"} and page.lower[j] not in {"früher", "zuletzt", "ehemals"}:
            return []
        j += 1
    return []


def _of_next_verb(page: Passage, name: int, j: int) -> bool:
    """Whether a role noun behind a name is the object of a clause of its own: "beschuldigt Jan Moser, [den Chef] belogen zu haben"."""
    verb = page.heads[j]
    return page.dep[j] in {"obj", "iobj", "obl"} and verb > j and verb != page.heads[name]


def _behind_verb(page: Passage, link: Link, spans: dict[int, tuple[Link, Node]]) -> list[int]:
    """The role noun of an apposition that the end of the verb parts from the name: "hat Jan Moser getroffen, den Chef"."""
    heads = [link.head, page.heads[link.head]] if page.dep[link.head] == "appos" else [link.head]
    apposed = (k for head in heads for k in page.kids[head] if page.dep[k] == "appos" and k > link.end)
    behind = [k for k in apposed if page.roles[k] is not None and not describe(page, k).plural]
    return [k for k in behind if not any(name in spans for name in range(link.end, k + 2))][:1]


def _predicate(page: Passage, link: Link) -> list[int]:
    """The role noun of which the name is the subject: "Schulz ist Kanzlerkandidat der SPD"."""
    head = page.heads[link.head]
    if (
        page.dep[link.head] == "nsubj"
        and page.roles[head] is not None
        and any(page.dep[k] == "cop" for k in page.kids[head])
    ):
        negated = any(page.lower[k] in {"nicht", "kein", "keine"} for k in page.kids[head])
        return [] if negated else [head]
    return []
