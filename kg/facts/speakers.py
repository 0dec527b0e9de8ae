"""Who says it: the subject of a word of saying, by the parse where word order bears it out, else by word order alone."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.children import children
from kg.facts.grammar import grammar
from kg.facts.sayings import Sayings, sayings
from kg.facts.speech import finite, head_of, is_one_of, konjunktiv, verb_lemma
from kg.language.lexicon import Lexicon

SPEAKER = ("nsubj", "nsubj:pass", "obl:agent")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
OPENING = frozenset({"„", "“", '"', "»", "«", "‚", "(", ")", "”", "‘"})
FROM = frozenset({"in", "im", "auf", "aus", "von", "vom", "bei", "beim"})
SOURCE = frozenset({"aus", "von", "vom"})
GENERAL = "man"
WITHIN = frozenset({"bei", "beim", "im", "in"})
CITING = "zitieren"
PARTICIPLE = ("t", "en")
EVEN = frozenset({"auch", "besonders", "erst", "insbesondere", "nur", "selbst", "sogar"})
FROM_VERBS = {"heißen": FROM, "hervorgehen": FROM, "hören": frozenset({"aus"}), "verlauten": FROM}


def speaker_of(verb: Token, inside: frozenset[int]) -> Token | None:
    """The head of the phrase that names the speaker of a verb of saying.

    Args:
        verb: the verb.
        inside: indexes of tokens in quotation marks, which do not name the speaker.
    """
    lemma = verb_lemma(verb)
    if (
        lemma in FROM_VERBS and verb.dep_ != "xcomp"
    ):  # not of "ließ verlauten"; "heißt es in dem Bericht", "verlautete aus dem Ministerium"
        sides = (c for c in children(verb) if c.lower_ in sayings(c.doc.lang_).sides)
        on_side = next((g for c in sides for g in children(c) if g.dep_ == "nmod"), None)
        on_side = on_side or next(
            (c for c in children(verb) if c.dep_ == "obl:agent"), None
        )  # "vonseiten der SPÖ hieß es"
        from_whom = (
            c for c in children(verb) if any(g.lower_ in FROM_VERBS[lemma] for g in children(c)) and not _asks(c)
        )
        return on_side or next(from_whom, None)
    anchor = finite_word(verb)
    if lemma in sayings(verb.doc.lang_).arising and (giver := giver_of(verb)) is not None and _is_voiced(verb):
        return giver
    if lemma == CITING and (cited := _cited(verb, inside)) is not None:
        return cited
    if any(c.dep_ == "aux:pass" for c in children(verb)) or _is_stative(verb, anchor):
        return _of_passive(verb, inside, lemma)
    beyond = next((t.i for t in verb.doc[anchor.i : verb.sent.end] if t.text == ":"), verb.sent.end)
    subjects = [
        c for c in children(verb) if c.dep_ in SPEAKER and c.i < beyond and _fits(c, inside) and agrees(c, anchor)
    ]
    opening = like(anchor)
    if opening is not None:  # the clause before has a subject of its own
        own = (t for t in _phrases(verb.doc[opening + 1 : anchor.i]) if _fits(t, inside))
        return next(own, None) or next((c for c in subjects if c.i > opening), None)
    if follows_clause(anchor):
        found = next((c for c in subjects if c.i > anchor.i), None) or after(anchor, inside)
        if found is not None:
            return found
    if subjects:
        return subjects[0]
    if _is_general(verb):
        return _house(verb)
    found = _subject(verb, inside, beyond)
    if found is None or not agrees(found, anchor):  # "Minister X, der hier war, sagte Reportern, …"
        found = _around(anchor, inside) if finite(anchor) else None
    return found if found is not None and agrees(found, anchor) and not _elsewhere(found, verb) else None


def giver_of(verb: Token) -> Token | None:
    """From whom something comes: "Von X kam der Vorwurf, …", "Aus der SPÖ kommt Kritik: …"."""
    return next((c for c in children(verb) if any(g.lower_ in SOURCE for g in children(c) if g.dep_ == "case")), None)


def _is_voiced(verb: Token) -> bool:
    """Whether what comes from somebody is said: "Kritik kam von X: „…“"."""
    subjects = [c.lower_ for c in children(verb) if c.dep_ == "nsubj"]
    code = verb.doc.lang_
    return any(is_one_of(word, code, "clause_nouns") or is_one_of(word, code, "voiced") for word in subjects)


def _asks(noun: Token) -> bool:
    """Whether a phrase tells what question is answered: "hieß es auf Anfrage aus dem Ministerium"."""
    asked = noun.lower_.endswith(sayings(noun.doc.lang_).questioned)
    return asked and any(c.lower_ == "auf" for c in children(noun))


def _elsewhere(noun: Token, verb: Token) -> bool:
    """Whether a noun is the subject of a clause under the verb: "Während [die SPÖ] zögert, fordert die Rechte Wahlen"."""
    return noun.dep_ in SPEAKER and noun.head.dep_ == "advcl" and noun.head.head.i == verb.i


def _cited(verb: Token, inside: frozenset[int]) -> Token | None:
    """Whom somebody cites: the object, or what a parser takes for a second subject ("Die Agentur zitiert X: …")."""
    named = [c for c in children(verb) if c.dep_ in {"nsubj", "obj"} and c.i not in inside and c.pos_ in NOMINAL]
    return named[-1] if len(named) > 1 else None


def finite_word(verb: Token) -> Token:
    """The finite word of the verb's clause; "erklärt" beside "hatte" is a participle, whatever the tagger says."""
    participle = not finite(verb) or verb.lower_.endswith(PARTICIPLE)
    aux = (c for c in children(verb) if c.dep_ in {"aux", "aux:pass", "cop"} and finite(c)) if participle else ()
    return next(iter(aux), verb)


def _is_stative(verb: Token, anchor: Token) -> bool:
    """Whether somebody is in the state of having been told: "Die Stadt ist aufgefordert, …"; verbs of saying have "haben"."""
    known = sayings(verb.doc.lang_)
    felt = verb.lower_ in known.moods  # "war enttäuscht: …"
    own = verb_lemma(verb) in known.arriving  # "ist zu dem Schluss gekommen, dass …"
    return anchor.i != verb.i and anchor.lemma_ == "sein" and verb.lower_.endswith(PARTICIPLE) and not (felt or own)


def _of_passive(verb: Token, inside: frozenset[int], lemma: str) -> Token | None:
    """The agent of a passive, or the document that it is said in; of "wird mit den Worten zitiert" the one who is quoted."""
    if lemma == CITING:
        subject = next((c for c in children(verb) if c.dep_ in {"nsubj", "nsubj:pass"} and _fits(c, inside)), None)
        return subject or before(finite_word(verb), inside)
    for child in children(verb):
        if child.dep_ == "obl:agent" or any(c.lower_ in {"von", "vom"} for c in children(child)):
            return child
    return next((c for c in children(verb) if _is_place_of_words(c)), None) or _house(verb)


def _house(verb: Token) -> Token | None:
    """Where something is said by nobody in particular: "Bei der SPÖ zeigt man sich empört", "Im Bundeskanzleramt wird betont, …"."""
    known = sayings(verb.doc.lang_)
    within = (c for c in children(verb) if any(g.dep_ == "case" and g.lower_ in WITHIN for g in children(c)))
    return next((c for c in within if _is_body(c) and not c.lower_.endswith(known.assemblies)), None)


def _is_body(noun: Token) -> bool:
    """Whether a noun is the name of an organisation, or a house of one."""
    return noun.ent_type_ == "ORG" or noun.lower_.endswith(sayings(noun.doc.lang_).houses)


def _is_general(verb: Token) -> bool:
    """Whether the subject of a verb is "man"."""
    return any(c.dep_ == "nsubj" and c.lower_ == GENERAL for c in children(verb))


def _is_place_of_words(noun: Token) -> bool:
    """Whether something is said in a text of somebody's: "in einer Stellungnahme des Ministeriums wird betont, dass"."""
    code = noun.doc.lang_
    text = is_one_of(noun.lower_, code, "documents") or is_one_of(noun.lower_, code, "nouns")
    return noun.pos_ == "NOUN" and text and any(c.lower_ in {"in", "im"} for c in children(noun))


def _subject(verb: Token, inside: frozenset[int], beyond: int) -> Token | None:
    """The subject in the parse, also of the verb that this one is coordinated with or controlled by."""
    seen = verb
    for _ in range(4):
        for child in children(seen):
            if child.dep_ in SPEAKER and child.i < beyond and _fits(child, inside):
                return child
        if any(c.dep_ == "aux:pass" for c in children(seen)):
            return next((c for c in children(seen) if any(g.lower_ in {"von", "vom"} for g in children(c))), None)
        if seen.dep_ not in {"conj", "xcomp"} or seen.head.i == seen.i:
            return None
        seen = seen.head
    return None


def _fits(noun: Token, inside: frozenset[int]) -> bool:
    return noun.i not in inside and noun.lower_ not in sayings(noun.doc.lang_).anonymous and nominative(noun)


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a finite verb by number: a plural of no singular, one person of no plural."""
    named = any(c.dep_ in {"appos", "flat"} and c.ent_type_ == "PER" for c in children(noun))  # "die Abgeordnete X"
    named = named or noun.ent_type_ == "ORG"  # "Ärzte ohne Grenzen teilte mit"
    plural = noun.pos_ == "NOUN" and noun.morph.get("Number", []) == ["Plur"] and not named
    return not (plural and verb.morph.get("Number", []) == ["Sing"]) and not _one_of_many(noun, verb)


def _one_of_many(noun: Token, verb: Token) -> bool:
    """Whether a noun is one person's name and the verb in the plural: "X drohen drei Jahre Haft"."""
    one = noun.ent_type_ == "PER" and not any(c.dep_ in {"conj", "appos"} for c in children(noun))
    return one and verb.morph.get("Number", []) == ["Plur"]


def nominative(noun: Token) -> bool:
    """Whether the determiner of a noun, or its own form, allows the nominative."""
    rules = grammar(Lexicon(noun.doc.lang_))
    if noun.pos_ in {"PRON", "DET"}:
        return "N" in rules.cases.get(noun.lower_, "N")
    first = noun.i
    while first and noun.doc[first - 1].pos_ in BEFORE_NOUN:
        first -= 1
    word = noun.doc[first]
    if word.i == noun.i or word.pos_ != "DET" or word.lower_ in {"deren", "dessen"}:
        return True  # "Deren Chefin" has an owner before it, which says nothing of its case
    cases = rules.determiner(word.lower_)
    if word.lower_ in {"dieser", "jener"} and noun.morph.get("Gender", []) == ["Fem"]:
        return False
    if word.lower_ == "der":  # "der Minister", but "der Behörden", "der russischen Zeitung"
        plural = noun.morph.get("Number", []) == ["Plur"] and not noun.lower_.endswith("er")
        weak = any(noun.doc[k].lower_.endswith("en") and noun.doc[k].pos_ == "ADJ" for k in range(first + 1, noun.i))
        return not (plural or weak or (noun.pos_ == "NOUN" and noun.lower_.endswith(rules.feminine_endings)))
    return "N" in cases


def follows_clause(verb: Token) -> bool:
    """Whether a finite verb stands right behind a comma or closing mark that ends a clause: "…, sagte X"."""
    if not finite(verb) or verb.i <= verb.sent.start + 1:
        return False
    before = [t for t in verb.doc[verb.sent.start : verb.i] if not t.is_space]
    if not before or like(verb) is not None or before[-1].text not in {",", "“", "”", '"', "«", "»", "–", "-"}:
        return False
    return has_main(before, sayings(verb.doc.lang_))


def like(verb: Token) -> int | None:
    """Where the "wie" stands that opens the verb's clause: "…, wie X, der Chef der Firma, mitteilte"."""
    for at in range(verb.i - 1, verb.sent.start, -1):
        if finite(verb.doc[at]):
            return None
        if verb.doc[at].lower_ == "wie" and verb.doc[at - 1].text == ",":
            return at
    return None


def has_main(words: list[Token], known: Sayings) -> bool:
    """Whether words between commas hold more than a relative clause ("X, der Y leitet") or an adverbial one."""
    part: list[Token] = []
    parts = [part]
    for word in words:
        if word.text == ",":
            parts.append(part := [])
        elif word.text not in OPENING:
            part.append(word)
    for number, clause in enumerate(parts):
        verb = next((t for t in clause if finite(t)), None)
        first = {t.lower_ for t in clause[:2]} if number else set()
        if verb is None or first & known.relative:
            continue
        opening = clause[clause[0].lower_ in EVEN].lower_ if len(clause) > 1 else clause[0].lower_
        if opening not in known.subordinators or konjunktiv(verb):
            return True
    return False


def after(verb: Token, inside: frozenset[int]) -> Token | None:
    """The first phrase in the nominative behind a verb, before any punctuation: "sagte am Montag der Minister"."""
    return next((t for t in _phrases(verb.doc[verb.i + 1 : verb.sent.end]) if _fits(t, inside)), None)


def before(verb: Token, inside: frozenset[int]) -> Token | None:
    """The first phrase in the nominative before a verb: of its own clause, or where that has none, of the sentence."""
    tokens = list(verb.doc[verb.sent.start : verb.i])
    cut = max((k for k, t in enumerate(tokens) if t.text in {",", ":", ";", "–", "("}), default=-1)
    for part in (tokens[cut + 1 :], tokens):
        found = next((t for t in _phrases(part) if _fits(t, inside)), None)
        if found is not None:
            return found
    first = next((t for t in tokens if not t.is_space), None)  # "Von der Leyen betonte"
    name = next((t for t in tokens if t.pos_ == "PROPN"), None)
    return name if first is not None and first.text in {"Von", "Van", "De"} and name is not None else None


def _around(verb: Token, inside: frozenset[int]) -> Token | None:
    """A phrase in front of a main verb is all that stands there: "Von einem Verrat der Partei sprach X"."""
    if verb.sent[0].pos_ == "ADP" and not any(t.is_punct and t.text == "," for t in verb.doc[verb.sent.start : verb.i]):
        return after(verb, inside) or before(verb, inside)
    return before(verb, inside) or after(verb, inside)


def _phrases(tokens: object) -> Iterator[Token]:
    """Heads of the noun phrases of a stretch up to its first punctuation mark, those behind a preposition left out."""
    bound = False
    last: Token | None = None
    for token in tokens:  # type: ignore[attr-defined]
        if token.is_space or token.text in OPENING:
            continue
        if token.is_punct or (token.pos_ == "CCONJ" and last is not None):
            return
        if token.pos_ == "ADP":
            bound, last = True, None
        elif token.pos_ in NOMINAL:
            if last is None or last.i + 1 != token.i:
                head = head_of(token)
                if not bound and head is not None:
                    yield head
            bound, last = False, token
        elif token.pos_ not in BEFORE_NOUN:
            bound, last = False, None


def topic(sentence: Span, inside: frozenset[int]) -> Token | None:
    """Whom a sentence is about: the subject of its main clause."""
    root = sentence.root
    return _subject(root, inside, sentence.end) or (_around(root, inside) if finite(root) else None)
