"""Personal, possessive, reflexive and demonstrative pronouns; relative ones are in `kg.entities.relatives`."""

from __future__ import annotations

from kg.entities.anaphora import (
    SUBJECT,
    Discourse,
    Seen,
    gender_of_body,
    is_described,
    speech_verbs,
    teller,
    told_before,
)
from kg.entities.nodes import Link, Node
from kg.entities.passage import Passage
from kg.entities.relatives import RELATIVE, is_relative, relative
from kg.language.arcs import SUBJECTS
from kg.model import EntityType

PERSONAL = {"er": "Masc", "ihn": "Masc", "ihm": "Masc", "sie": "Fem", "ihr": "Fem", "ihnen": None}
POSSESSIVE = ("sein", "ihr")
ENDINGS = frozenset({"", "e", "er", "em", "en", "es"})
FADING = (1, 0.75, 0.4, 0.25)
"""What a mention is worth in the sentence of a pronoun, in the one before it, and so on."""
BODYS_OWN = 0.6
"""What speaks for the body that acts in the clause, where what is owned is a matter: "ihre Entscheidung"."""
OWNING = frozenset({"deren", "dessen"})


def possessive(word: str) -> str | None:
    """Return "sein" or "ihr" for their inflected forms."""
    for stem in POSSESSIVE:
        if word.startswith(stem) and word[len(stem) :] in ENDINGS:
            return stem
    return None


def resolve_pronoun(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """Find what the pronoun at ``i`` means; None where it is no pronoun or means no entity."""
    page, word = talk.page, talk.page.lower[i]
    if word == "sich":
        return _subject(talk, i)
    if page.pos[i] in {"PRON", "DET"} and word in RELATIVE and is_relative(page, i):
        return relative(talk, i)
    if word in OWNING and page.dep[i] == "det:poss":
        return _named_last(talk, i)
    owner = possessive(word)
    if owner and page.pos[i] == "DET":
        gender = "Masc" if owner == "sein" else "Fem"
        return (
            _companion(talk, i, gender)
            or _search(talk, i, gender, open_number=owner == "ihr", how="possessive")
            or _cataphor(talk, i, gender)
        )
    if (
        page.pos[i] == "PRON"
        and word in PERSONAL
        and not (word == "sie" and page.words[i] == "Sie" and not page.first(i))
    ):
        if word == "ihnen" or (word == "sie" and _plural_verb(page, i)):
            return _plural(talk, i)
        return _search(talk, i, PERSONAL[word], open_number=False, how="pronoun")
    if word == "es" and page.dep[i] == "nsubj":
        return _body_speaking(talk, i)
    if (
        page.pos[i] in {"PRON", "DET"}
        and word in {"dieser", "dieses", "diese"}
        and page.dep[i] in {"nsubj", "nsubj:pass"}
    ):
        return _demonstrative(talk, i, word)
    return None


def _body_speaking(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """The country or body that tells what "es" does: "Israel erklärte, es habe die Hisbollah angegriffen"."""
    page, verb = talk.page, talk.page.heads[i]
    above = page.heads[verb]
    impersonal = page.lexicon.table("coreference")["impersonal"]
    particle = next((page.lower[k] for k in page.kids[above] if page.dep[k] == "compound:prt"), "")
    says = {page.lemmas[above], particle + page.lemmas[above]} & speech_verbs(page.lexicon)
    if page.pos[verb] != "VERB" or page.lemmas[verb] in impersonal or not says:
        return None
    if verb == above or page.dep[verb] not in {"ccomp", "parataxis", "conj"}:
        return None
    subjects = [k for k in page.kids[above] if page.dep[k] == "nsubj" and k != i]
    nodes = _all_at(talk, subjects[0]) if subjects else []
    bodies = [n for n in nodes if n.type in {EntityType.ORGANIZATION, EntityType.COUNTRY} and not n.plural]
    articles = {page.lower[k] for t in subjects for k in page.kids[t] if page.dep[k] == "det"}
    bare = bool(bodies) and bodies[0].type is EntityType.COUNTRY and not articles  # "Israel", but "die Türkei"
    neuter = bare or "das" in articles or bool(bodies) and bodies[0].gender == "Neut"
    return (bodies[:1], "pronoun") if neuter and len(bodies) == len(nodes) else None


def _companion(talk: Discourse, i: int, gender: str) -> tuple[list[Node], str] | None:
    """Whose what "und" joins to a person is: "Karl Huber traf [Jan Moser] und seine Frau"."""
    page, noun = talk.page, talk.page.heads[i]
    joined = i > 1 and page.lower[i - 1] == "und" and page.dep[noun] == "conj"
    if not joined or page.pos[page.heads[noun]] not in {"NOUN", "PROPN"} or page.lower[i + 1].startswith("eigen"):
        return None
    fitting = {gender} if gender == "Fem" else {gender, None}
    people = (n for n in talk.nodes if n.type is EntityType.PERSON and n.gender in fitting and not n.plural)
    before = next((n for n in people if any(at.end == i - 1 and at.kind != "pronoun" for at in n.links)), None)
    return ([before], "possessive, of the one before") if before else None


def _named_last(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """Whose "Deren Chef" or "und dessen Chef" is: what the text named last, and not the first that comes to mind."""
    page = talk.page
    here = [s for s in talk.recent(i, 1) if not page.dep[s.token].startswith("det")]
    for seen in here:
        node = seen.node
        if node is None or node.type is EntityType.PLACE:
            continue
        plural = node.plural or seen.plural
        fits = (
            page.lower[i] == "deren"
            if plural or node.gender == "Fem"
            else node.gender is None or page.lower[i] == "dessen"
        )
        if fits:
            whole = [n for n in talk.nodes if n is not node and n.type is EntityType.ORGANIZATION
                     and any(link.start < seen.token < link.end for link in n.links)]  # fmt: skip
            above = _phrases_above(page, seen.token)
            whole = whole or [s.node for s in here if s.node and s.token in above
                              and s.node.type is EntityType.ORGANIZATION]  # fmt: skip
            return (whole or [node])[:1], "possessive, named last"
    return None


def _is_part(page: Passage, token: int) -> bool:
    """Whether a noun stands in the genitive or apposed to another, and behind no preposition."""
    marked = any(page.dep[k] == "case" and page.lower[k] not in {"von", "vom"} for k in page.kids[token])
    return page.dep[token] == "appos" or page.dep[token] == "nmod" and not marked


def _phrases_above(page: Passage, token: int) -> list[int]:
    """The heads of the nouns that a genitive or an apposition is part of: "die Grünen, Partner [der SPÖ]"."""
    above: list[int] = []
    while _is_part(page, token) and page.heads[token] < token and len(above) < 3:
        token = page.heads[token]
        above.append(token)
    return above


def _cataphor(talk: Discourse, i: int, gender: str) -> tuple[list[Node], str] | None:
    """The subject further on, where nothing before fits: "Im Streit mit seinem Anwalt hat Helmut Kohl …"."""
    page = talk.page
    root = next((k for k in range(*page.bounds[page.sentence[i]]) if page.heads[k] == k), i)
    bare_names = [k for k in page.kids[root] if page.dep[k] == "obj" and page.pos[k] == "PROPN"]
    subject = subject_token(page, i) or next(iter(bare_names), None)
    if subject is None or subject < i or page.heads[i] == subject:
        return None
    people = [n for n in _all_at(talk, subject) if n.type is EntityType.PERSON and n.named and not n.plural]
    fitting = [n for n in people if n.gender in {gender, None}]
    return (fitting[:1], "cataphor") if fitting else None


def _subject(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """The subject of the clause that a reflexive stands in."""
    token = subject_token(talk.page, i)
    nodes = _all_at(talk, token) if token is not None else []
    return (nodes, "reflexive") if nodes else None


def subject_token(page: Passage, i: int) -> int | None:
    """The subject of the clause around ``i``, also where it stands with an earlier coordinated or the governing verb."""
    verb = page.heads[i]
    for _ in range(6):
        for kid in page.kids[verb]:
            if page.dep[kid] in {"nsubj", "nsubj:pass"} and kid != i:
                return kid
        if page.heads[verb] == verb or page.dep[verb] in {"acl:relcl", "advcl", "ccomp"} and page.pos[verb] == "VERB":
            return None
        verb = page.heads[verb]
    return None


def _all_at(talk: Discourse, token: int) -> list[Node]:
    """The nodes of a token and of what is coordinated with it."""
    page = talk.page
    family = [token, *[k for k in page.kids[token] if page.dep[k] in {"conj", "appos", "flat", "flat:name"}]]
    family += [k for name in family[1:] if page.dep[name] == "appos" for k in page.kids[name] if page.dep[k] == "conj"]
    found: list[Node] = []
    for at in family:
        for seen in talk.seen:
            if seen.token == at and seen.node and seen.node not in found:
                found.append(seen.node)
    if not found:
        for node in talk.nodes:
            if any(link.head in family for link in node.links) and node not in found:
                found.append(node)
    return found


def _plural_verb(page: Passage, i: int) -> bool:
    """Whether "sie" goes with a plural verb; without another subject it is the verb's, however it was read."""
    if page.feature(i, "Number") == "Plur":
        return True
    head = page.heads[i]
    kids = page.kids[head]
    if page.dep[i] not in SUBJECTS and (page.dep[i] != "obj" or any(page.dep[k] in CLAUSE_SUBJECTS for k in kids)):
        return False
    verbs = (head, *(k for k in kids if page.dep[k] in {"aux", "aux:pass", "cop"}))
    numbers = [n for v in verbs if page.feature(v, "VerbForm") == "Fin" and (n := page.feature(v, "Number"))]
    if numbers or page.dep[i] not in SUBJECTS:
        return numbers[:1] == ["Plur"]
    clause = page.pos[head] == "VERB" and len(verbs) == 1  # "während sie eine Regierung einsetzen"
    return clause and page.lower[head].endswith("en") and page.dep[head] in CLAUSES


CLAUSE_SUBJECTS = SUBJECTS | {"csubj", "csubj:pass", "expl"}
CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "csubj"})


def _plural(talk: Discourse, i: int) -> tuple[list[Node], str] | None:
    """A plural pronoun: the latest group, or names that were coordinated, unless a plural noun is the last sentence's subject."""
    page, last = talk.page, talk.page.sentence[i] - 1
    others = page.dep[i].startswith("nsubj") and any(
        s.node is None and s.plural and page.sentence[s.token] == last and page.dep[s.token].startswith("nsubj")
        for s in talk.recent(i, 1)
    )  # "Die Zahlen sind für A und B gut. Sie zeigen …"
    for seen in talk.recent(i, 2):
        if seen.node and seen.node.plural:
            return [seen.node], "plural pronoun"
        if seen.node is None:
            if seen.plural:
                return None
            continue
        nodes = coordinated(talk, seen.token)
        if len(nodes) > 1:
            if others and page.sentence[seen.token] == last and not _acts(page, seen.token):
                return None
            return nodes, "plural pronoun, coordination"
    return None


def _acts(page: Passage, token: int) -> bool:
    """Whether a name, or the first of those it is coordinated with, is a subject."""
    return page.dep[_first_of(page, token)].startswith("nsubj")


def _first_of(page: Passage, token: int) -> int:
    """The head of the coordination or name that a token is a part of."""
    while page.dep[token] in {"conj", "flat", "flat:name", "appos"} and page.heads[token] != token:
        token = page.heads[token]
    return token


def coordinated(talk: Discourse, token: int) -> list[Node]:
    """The nodes of a coordination that ends or begins at a token."""
    page = talk.page
    family = [_first_of(page, token)]
    for at in family:
        family.extend(k for k in page.kids[at] if page.dep[k] in {"conj", "appos", "flat", "flat:name"})
    if not any(page.dep[k] == "conj" for k in family):
        return []
    found: list[Node] = []
    for at in family:
        found.extend(s.node for s in talk.seen if s.token == at and s.node and s.node not in found)
    return found


def _search(
    talk: Discourse, i: int, gender: str | None, *, open_number: bool, how: str
) -> tuple[list[Node], str] | None:
    best: Seen | None = None
    best_score = 0.0
    page = talk.page
    subject = None if page.dep[i].startswith("nsubj") or page.dep[i] == "nmod" else subject_token(page, i)
    bound = _all_at(talk, subject) if subject is not None and how == "pronoun" else []
    if subject is None and how == "pronoun":  # "Er forderte [Siemens] auf"
        behind = (k for k in page.kids[page.heads[i]] if k > i and page.dep[k] in {"obj", "iobj"})
        bound = [n for k in behind for n in _all_at(talk, k)]
    if open_number and (subject is None or subject < i):
        several = _all_at(talk, subject) if subject is not None else []
        if len(several) > 1 and all(n.type is EntityType.PERSON and not n.plural for n in several):
            return several, how  # "Anna und Jan Moser verteidigten ihre Pläne"
        if _plain_plural_subject(talk, i):
            return None
    told_by, told = teller(page, i), told_before(page, i)
    body = _body_owning(talk, i) if how == "possessive" else None
    for seen in talk.recent(i, 3):
        if seen.token >= i or not (
            _agrees(seen, gender, open_number, how == "possessive") or is_described(page, seen, gender)
        ):
            continue
        distance = page.sentence[i] - page.sentence[seen.token]
        weight = SUBJECT["nsubj"] if seen.token == told_by else seen.weight
        score = weight * FADING[distance] - 0.002 * min(i - seen.token, 100)
        if seen.node is None:
            score -= 0.3
        elif seen.node.type is EntityType.PERSON:
            score += 0.35 + 0.25 * (subject is not None and how == "pronoun" and distance == 0)  # the other one around
        elif seen.node.type is EntityType.COUNTRY and how == "pronoun":
            score -= 0.3  # "Der Libanon habe geholfen, sagte X. Er rief …"
        if how == "pronoun" and (
            (seen.token in told and page.pos[seen.token] != "PRON")
            or seen.token == subject
            or page.heads[seen.token] == page.heads[i]
            or seen.node in bound
        ):
            continue
        if (
            how == "possessive"
            and page.dep[seen.token].startswith("nsubj")
            and distance == 0
            and seen.node
            and seen.node.type is EntityType.PERSON
        ):
            score += 0.2
        if body is not None and seen.node is body and distance == 0:
            score += BODYS_OWN
        if score > best_score:
            best, best_score = seen, score
    if best is None:
        return _ahead(talk, i, gender)
    return ([best.node], how) if best.node else None


def _body_owning(talk: Discourse, i: int) -> Node | None:
    """The body that is the subject of the clause in which a possessive owns a matter: "Die SPÖ verteidigt [ihre] Pläne"."""
    page, token = talk.page, subject_token(talk.page, i)
    matters = tuple(page.lexicon.table("grammar")["matters"]["nouns"])
    if token is None or token > i or not page.lower[page.heads[i]].endswith(matters):
        return None
    found = [n for n in _all_at(talk, token) if n.type in {EntityType.ORGANIZATION, EntityType.COUNTRY}]
    return found[0] if len(found) == 1 else None


def _plain_plural_subject(talk: Discourse, i: int) -> bool:
    """Whether the clause's subject is a plural noun that is no entity: "ihr" is theirs."""
    page = talk.page
    token = subject_token(page, i)
    if token is None or page.pos[token] != "NOUN" or page.feature(token, "Number") != "Plur":
        return False
    return not _all_at(talk, token)


def _ahead(talk: Discourse, i: int, gender: str | None) -> tuple[list[Node], str] | None:
    """A pronoun before its noun, in the clause or phrase that opens the sentence: the person who is the subject behind it."""
    page = talk.page
    low, high = page.bounds[page.sentence[i]]
    if i - low > 4:
        return None
    for j in range(i + 1, high):
        if page.dep[j].startswith("nsubj") and page.pos[j] != "PRON":
            for node in talk.nodes:
                if (
                    node.type is EntityType.PERSON
                    and node.gender in {None, gender}
                    and not any(link.start <= i < link.end for link in node.links)  # "sein Anwalt Jan Moser"
                    and any(link.head == j or link.start <= j < link.end and link.kind == "name" for link in node.links)
                ):
                    return [node], "cataphora"
    return None


def _agrees(seen: Seen, gender: str | None, open_number: bool, possessive_like: bool) -> bool:
    if seen.plural and not open_number:
        return False
    node = seen.node
    if node is None:
        return seen.gender == gender and not possessive_like
    if node.type is EntityType.PERSON:
        return node.gender in {None, gender} and not (node.plural and not open_number)
    if node.plural:
        return open_number
    if node.gender:
        return node.gender == gender or (node.gender == "Neut" and gender == "Masc" and possessive_like)
    return possessive_like and node.type in {EntityType.ORGANIZATION, EntityType.COUNTRY}


def _demonstrative(talk: Discourse, i: int, word: str) -> tuple[list[Node], str] | None:
    wanted = {"dieser": "Masc", "diese": "Fem"}.get(word)
    for seen in talk.recent(i, 1)[:4]:
        node = seen.node
        if node is None:
            if seen.gender == wanted:
                return None
            continue
        gender = node.gender if node.type is EntityType.PERSON else gender_of_body(talk.page, seen)
        if wanted and (gender == wanted or gender is None and node.type is EntityType.PERSON):
            return [node], "demonstrative"
    return None


def link_pronoun(node: Node, i: int, how: str) -> None:
    """Record a pronoun of a node."""
    node.links.append(Link(i, i + 1, i, "pronoun", how))
