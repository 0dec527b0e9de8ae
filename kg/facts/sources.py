"""Sources of a sentence: whom "laut X", "nach Angaben von X", "X zufolge" and "so X" name, and what of it is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from kg.facts.children import children
from kg.facts.sayings import Sayings
from kg.facts.speakers import NOMINAL, finite_word
from kg.facts.speech import Found, finite, is_one_of, reports, subtree, verb_lemma

OF = frozenset({"aus", "von", "vom"})
MARKS = frozenset('„“"«”»')
CLOSING = frozenset(',“"«”»–(')
BESIDE = frozenset({"compound", "flat", "nmod", "nmod:poss"})
SCRAP = 4  # words before a source that make no clause
LONGEST = 20  # words before the verb that may all name a source


def behind_colon(doc: Doc, tokens: frozenset[int]) -> frozenset[int]:
    """Of "A verweigerte sich: Das dürfe nicht sein, so X" what stands behind the colon, if both parts are clauses."""
    colon = max((i for i in range(min(tokens, default=0), max(tokens, default=0)) if doc[i].text == ":"), default=-1)
    after = frozenset(i for i in tokens if i > colon)
    both = colon >= 0 and any(finite(doc[i]) for i in after) and any(finite(doc[i]) for i in tokens - after)
    return after if both else tokens


def source_of(token: Token, known: Sayings) -> Token | None:
    """The noun that names the source in "laut X", "X zufolge", "nach Angaben von X", "so X"; token is the cue."""
    word = token.lower_
    if word == "zufolge":
        return token.head if token.dep_ == "case" else _phrase_before(token)
    if word in known.prepositions:
        return _bare_name(token) or (token.head if token.dep_ == "case" else None)
    if word == "nach" and token.i and token.head.i < token.i and names_source(token.nbor(-1)):
        return token.nbor(-1)  # "ihrer Ansicht nach"
    if word in {"nach", "nachdem"}:
        named = names_source(token.head) or is_draft(token.head)
        return token.head if token.dep_ in {"case", "mark"} and named else None
    if word == "aus":
        view = token.dep_ == "case" and token.head.lower_ in known.views
        return token.head if view and not reports(token.head.head, known.verbs) else None
    if word == "für":
        return token.head if token.dep_ == "case" and _is_verdict(token.head, known) else None
    if word in known.back:
        return None if reports(token.head, known.strong) else token  # "heißt es demnach"
    return _behind_so(token) if word == "so" and token.i and token.nbor(-1).text in CLOSING else None


def _bare_name(cue: Token) -> Token | None:
    """A name right behind "laut" that a parser takes for the owner of the noun behind it: "laut Reuters Warnschüsse"."""
    name = cue.doc[cue.i + 1] if cue.i + 1 < len(cue.doc) else cue
    noun = name.head
    bare = name.pos_ == "PROPN" and name.dep_ in BESIDE and noun.pos_ == "NOUN" and noun.i > name.i
    return name if bare and noun.i == cue.head.i and noun.morph.get("Number", []) == ["Plur"] else None


def _is_verdict(noun: Token, known: Sayings) -> bool:
    """Whether a sentence says what somebody holds of a thing: "Für X ist das kein Thema", "steht für X fest"."""
    root = noun.sent.root
    person = any(t.ent_type_ == "PER" for t in noun.doc[noun.i : noun.i + 2])
    person = person or (noun.ent_type_ == "ORG" and root.lower_ in known.opinions)
    of_root = noun.head.i == root.i or noun.left_edge.i == noun.sent.start
    quoted = root.i > 0 and root.nbor(-1).text in MARKS
    judged = any(t.dep_ == "cop" for t in noun.sent) or root.pos_ == "VERB"
    if root.pos_ == "NOUN" and not any(c.dep_ == "nsubj" for c in children(root)):
        return False  # "Für X war der Weg zu weit"
    return (
        person
        and of_root
        and judged
        and (quoted or root.lower_ in known.verdicts or verb_lemma(root) in known.verdicts)
    )


def _behind_so(so: Token) -> Token | None:
    """Whom "so" names behind a comma or a closing mark: "…, so die Ministerin", not "…, so in Wien"."""
    if so.i + 1 < len(so.doc) and so.nbor().pos_ == "ADP":
        return None
    head = so.head if so.i < so.head.i < so.i + 8 and so.head.pos_ in NOMINAL else None
    return next((c for c in children(so) if c.pos_ in NOMINAL), head)


def _phrase_before(token: Token) -> Token | None:
    """Head of the noun phrase that ends right before a postposition."""
    noun = token.doc[token.i - 1] if token.i else None
    while noun is not None and noun.head.i < token.i and noun.head.pos_ in {"NOUN", "PROPN"} and noun.head.i != noun.i:
        noun = noun.head
    return noun if noun is not None and noun.pos_ in NOMINAL else None


def names_source(noun: Token) -> bool:
    """Whether a noun names a source ("Medienberichten"): by its end, whatever the lemma."""
    return noun.pos_ in {"NOUN", "PROPN"} and is_one_of(noun.lower_, noun.doc.lang_, "nouns")


def is_draft(noun: Token) -> bool:
    """Whether a noun tells whose plan it is that something "soll": "Nach den Plänen der Regierung soll …"."""
    should = any(t.lemma_ == "sollen" and finite(t) for t in children(noun.head))
    return should and is_one_of(noun.lower_, noun.doc.lang_, "drafts")


def is_saying(noun: Token) -> bool:
    """Whether a noun takes what is said as a clause, or names its source ("Begründung", "Angaben")."""
    return names_source(noun) or is_one_of(noun.lower_, noun.doc.lang_, "clause_nouns")


def is_document(noun: Token) -> bool:
    """Whether a noun is a text or a talk that says what somebody says in it ("in dem Schreiben")."""
    code = noun.doc.lang_
    return names_source(noun) or is_one_of(noun.lower_, code, "documents") or is_one_of(noun.lower_, code, "sites")


def of_source(cue: Token, source: Token, known: Sayings) -> Iterator[Found]:
    """What a sentence says that names its source by a preposition or by "so": its clause, without the words that name it."""
    clause = source.head
    while (
        clause.pos_ not in {"VERB", "AUX"}
        and clause.dep_ not in {"ROOT", "parataxis", "ccomp"}
        and clause.head.i != clause.i
    ):
        clause = clause.head
    if clause.dep_ == "advcl" and source.i < clause.i and not finite(finite_word(clause)):
        clause = clause.head  # "nach Ansicht des Klägers, vertreten durch X, ist …"
    if clause.i == source.i:
        return
    verb = next((c for c in clause.ancestors if reports(c, known.strong)), None)
    speaker = _owner(source, known)
    top = (
        verb
        if verb is not None and clause.i in {t.i for t in verb.subtree} and reports(clause, known.strong)
        else clause
    )
    frame = _frame(source, cue, clause) if source.i != clause.i else frozenset()
    rest = list(takewhile(lambda t: t.text != ",", cue.doc[cue.i + 1 : cue.sent.end]))
    if cue.lower_ == "so" and not any(finite(t) for t in rest):
        whole = frozenset(t.i for t in cue.doc[cue.sent.start : cue.i] if not t.is_space)
        behind = cue.doc[rest[-1].i + 2 : cue.sent.end] if rest else cue.doc[0:0]
        if whole and _is_broken(cue, behind):
            whole |= {t.i for t in behind if not t.is_space}
        if whole:  # "…, so X in einer Aussendung"
            yield Found(behind_colon(cue.doc, whole), "indirect", cue, speaker)
        return
    retold = [
        c for c in children(top) if c.dep_ in {"advcl", "parataxis"} and reports(c, known.strong)
    ]  # "wie X sagte"
    retold += [t for t in source.subtree if t.dep_ == "acl:relcl" and t.right_edge.i < top.i]  # "laut X, der …, …"
    tokens = subtree(top, retold) - frame - {cue.i}
    if tokens:
        yield Found(behind_colon(cue.doc, tokens), "indirect", cue, speaker)


def _is_broken(cue: Token, behind: Span) -> bool:
    """Whether a source stands amid a clause, which goes on with its verb: "Das, so X, [habe er nicht gewollt]"."""
    first = next((t for t in behind if not t.is_space), None)
    before = [t for t in cue.doc[cue.sent.start : cue.i] if not t.is_space and not t.is_punct]
    quoted = cue.i > 1 and cue.nbor(-2).text in MARKS
    if first is None or not before or quoted:
        return False  # not of several quotations
    scrap = len(before) <= SCRAP and not any(t.pos_ in {"NOUN", "PROPN"} for t in before)
    own = takewhile(lambda t: t.text not in {",", ";", ":"}, behind)
    if scrap and not any(finite(t) and not t.lower_.endswith("en") for t in own):
        return True  # "Doch sei es, so X, [ein Fehler gewesen]"
    return finite(first) or finite(before[-1]) or not any(finite(t) for t in before)


def _owner(source: Token, known: Sayings) -> Token:
    """Whose document or view a source is, or the source itself."""
    if not (is_document(source) or is_draft(source)) and source.lower_ not in known.views:
        return source
    links = {"nmod", "nmod:poss", "det:poss", "appos"}
    owners = (c for c in children(source) if c.dep_ in links or (c.pos_ == "PROPN" and c.i > source.i))
    own = next((c for c in owners if not any(g.dep_ == "case" and g.lower_ not in OF for g in children(c))), None)
    return own or _agent_behind(source) or source


def _agent_behind(source: Token) -> Token | None:
    """Whom "von" right behind a source names that a parser takes for an agent: "nach Angaben [von der Agentur X]"."""
    mark = source.doc[source.i + 1] if source.i + 1 < len(source.doc) else source
    owner = mark.head if mark.lower_ in OF and mark.dep_ == "case" else source
    return owner if owner.i > mark.i and owner.dep_ == "obl:agent" else None


def _frame(source: Token, cue: Token, clause: Token) -> frozenset[int]:
    """The words that name the source, without what the parse hangs on them by mistake ("nach Angaben des Arztes gesund")."""
    agent = _agent_behind(source)
    below = {t.i for noun in (source, *([agent] if agent is not None else [])) for t in noun.subtree}
    low = min(cue.i, source.left_edge.i)
    out = set(range(low, source.i + 1))
    for token in source.doc[source.i + 1 : max(below) + 1]:
        joins = token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "SPACE"} or token.text in '()„“”"»«'
        if token.i not in below or not (joins or token.lower_ in {"von", "vom", "aus"}):
            break
        out.add(token.i)
    beside = next((c for c in children(source) if c.dep_ == "appos" and c.i > source.i), None)
    if (
        beside is not None and max(out) < beside.i and source.doc[max(out) + 1].text == ","
    ):  # "laut X, einem Manager der Firma, …"
        end = beside.right_edge.i + 1
        out |= set(range(max(out) + 1, end + (source.doc[min(end, len(source.doc) - 1)].text == ",")))
    return frozenset(out | {cue.i} | _opening(source, cue, finite_word(clause)))


def _opening(source: Token, cue: Token, verb: Token) -> frozenset[int]:
    """All before the verb of a main clause that begins with its source, which is one phrase: "Laut X, dem Leiter der Y, ist …"."""
    start = cue.sent.start
    opens = start in {cue.i, source.left_edge.i, source.head.left_edge.i if source.head.i < verb.i else start - 1}
    if not opens or not source.i < verb.i < start + LONGEST or not finite(verb):
        return frozenset()
    before = [t for t in cue.doc[source.i : verb.i] if finite(t)]
    relative = all("acl:relcl" in {t.dep_, t.head.dep_} for t in before)
    return frozenset(range(start, verb.i)) if relative else frozenset()
