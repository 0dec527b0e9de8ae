"""Indirect speech: the clause that a verb or a preposition of saying brings with it; nouns are in `kg.facts.noun_speech`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.facts.noun_speech import of_noun
from kg.facts.sayings import Sayings, sayings
from kg.facts.sources import behind_colon, is_saying, of_source, source_of
from kg.facts.speakers import CITING, NOMINAL, after, finite_word, follows_clause, has_main, like, speaker_of
from kg.facts.speech import (
    Found,
    addressee_of,
    finite,
    head_of,
    is_clause,
    is_lent,
    is_one_of,
    konjunktiv,
    reframed,
    reports,
    subjunctive,
    subtree,
    verb_lemma,
)

PERFECT = frozenset({"hab", "hat"})  # how forms of haben begin
PERFECTIVE = frozenset({"haben", "sein", "werden"})
ASKED = ["auf", "die", "frage"]
FEW = 3  # words of a clause that may begin with "der" and end with its verb and yet be what is said ("der lügt")
ALIKE = frozenset({"als", "wenn", "wie"})  # conjunctions that may open what is said too
FRAMING = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "mark"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "parataxis", "advcl", "acl", "obj"})


def indirect(doc: Doc, known: Sayings, inside: frozenset[int], taken: frozenset[int]) -> Iterator[Found]:
    """Find the clauses that words of saying bring with them.

    Args:
        doc: the parse.
        known: the language's words of saying.
        inside: indexes of tokens in quotation marks; words of saying there are passed over.
        taken: indexes of tokens behind a colon, which are known to be said.
    """
    skipped = doc.user_data.get("skipped", frozenset())
    for token in doc:
        if token.i in inside or token.i in skipped:
            continue
        if reports(token, known.verbs):
            if _is_aside(token):
                continue
            yield from _of_verb(token, known, inside, taken)
        elif token.pos_ == "NOUN" and (clauses := list(of_noun(token, known, inside))):
            yield from clauses
        elif (source := source_of(token, known)) is not None:
            yield from of_source(token, source, known)


def _of_verb(verb: Token, known: Sayings, inside: frozenset[int], taken: frozenset[int]) -> Iterator[Found]:
    speaker, addressee = speaker_of(verb, inside), addressee_of(verb)
    if speaker is not None and speaker.lower_ in known.first_person:
        return  # "Ich glaube, dass …": all of it is said by whoever says "ich"
    strong = verb_lemma(verb) in known.strong
    back = next(
        (c for c in children(verb) if c.lower_ in {"das", "dies"} and c.dep_ in {"obj", "nsubj", "nsubj:pass"}), None
    )
    retold = verb_lemma(verb) in known.retelling  # "Das teilte X mit", but "Das kritisierte X" says something else
    if back is not None and retold and verb.sent.start and "Inf" not in verb.morph.get("VerbForm", []):
        before = verb.doc[verb.sent.start - 1].sent
        if speaker is None or speaker.i == back.i:
            speaker = _nearest([t for t in verb.sent if t.i > verb.i])
        yield Found(frozenset(t.i for t in before if not t.is_space), "indirect", verb, speaker, addressee)
    rebuts = verb_lemma(verb) in known.rebuttals - known.denials  # "Berichte, wonach …, wies X zurück"
    whole = _clause_before(verb, known, inside) if not rebuts else frozenset()
    if whole:
        beyond = [child for child in children(verb) if child.dep_ in CLAUSES and child.i < verb.i]
        rest = {i for child in beyond for i in subtree(child) if i > verb.i}
        yield Found(whole | rest, "indirect", verb, speaker, addressee)
    let = is_lent(verb)  # "ließ durchblicken, dass …"
    for child in [*children(verb), *(c for c in children(verb.head) if let and c.i > verb.i)]:
        joined = child.dep_ in CLAUSES or _goes_with(child, verb)
        if not joined or not is_clause(child) or _is_marked(child, inside) or child.i in whole | taken:
            continue
        colon = any(t.text == ":" for t in verb.doc[min(child.i, verb.i) : max(child.i, verb.i)])
        if colon and (child.i < verb.i or reports(child, known.strong)):
            continue  # "… sei falsch: X sagte …", "X kritisierte das: So sagte Y: …"
        if child.i > verb.i and not subjunctive(child) and any(t.text == ";" for t in verb.doc[verb.i : child.i]):
            continue  # "X reagierte empört; Y verlangt …"
        demand = _demand_before(child, verb)
        if demand is not None:
            yield Found(subtree(child), "indirect", demand, _possessor(demand))
            continue
        if (
            (child.i < verb.i or not rebuts)
            and (speaker is not None or strong)
            and _is_said(child, verb, known, strong=strong)
        ):
            yield Found(_from_comma(verb, subtree(child)), "indirect", verb, speaker, addressee)
    head = _top(verb.head)
    wie = any(c.lower_ == "wie" and c.i < verb.i for c in children(verb)) or _opens_with_wie(verb)
    told = head.i < verb.i and (speaker is not None or verb_lemma(verb) == "heißen") and not _has_told(verb, known)
    apart = any(t.text == ":" for t in verb.doc[head.i : verb.i])  # "X kritisierte das: So sagte Y: …"
    if (
        strong
        and not apart
        and not whole
        and head.i != verb.i
        and ((wie and verb.dep_ == "advcl") or (verb.dep_ == "parataxis" and (wie or told)))
    ):
        words = behind_colon(verb.doc, subtree(head, [verb]))
        words = frozenset(i for i in words if i > verb.i) if _opens_with_wie(verb) else words
        yield Found(words, "indirect", verb, speaker, addressee)


def _demand_before(clause: Token, verb: Token) -> Token | None:
    """The noun of saying with an owner whose infinitive a parser hung on the verb: "reagierte auf die Forderung X', … zu …"."""
    if clause.dep_ != "xcomp" or clause.i < verb.i or not _has_zu(clause, {c.lower_ for c in children(clause)}):
        return None
    nouns = (c for c in children(verb) if verb.i < c.i < clause.i and c.dep_ in {"obl", "obj"})
    saying = (c for c in nouns if c.pos_ == "NOUN" and is_one_of(c.lower_, c.doc.lang_, "clause_nouns"))
    return next((c for c in saying if _possessor(c) is not None), None)


def _possessor(noun: Token) -> Token | None:
    """Whose a noun of saying is."""
    return next((c for c in children(noun) if c.dep_ in {"nmod", "nmod:poss"} and c.i > noun.i), None)


def _has_told(verb: Token, known: Sayings) -> bool:
    """Whether a verb has what it tells beside it, so that the clause before is not it: "…, die Polizei spricht von 4.000"."""
    slots = [slot for slot in known.reported.get(verb_lemma(verb), ()) if slot != "obj"]
    return any(c.lower_ in slots for child in children(verb) if child.i > verb.i for c in children(child))


def _is_aside(verb: Token) -> bool:
    """Whether a verb only points elsewhere ("(X berichtete)"), or to the contrary ("anders als X behauptet, …")."""
    doc, low = verb.doc, verb.i
    while low > verb.sent.start and not doc[low - 1].is_punct:
        low -= 1
    closed = verb.i + 1 < len(doc) and doc[verb.i + 1].text == ")"
    contrary = low + 1 < verb.i and [t.lower_ for t in doc[low : low + 2]] == ["anders", "als"]
    return contrary or (closed and low > verb.sent.start and doc[low - 1].text == "(")


def _from_comma(verb: Token, tokens: frozenset[int]) -> frozenset[int]:
    """What is said from the comma on that opens it, where the parse hung its beginning elsewhere: "schlug vor, [eine Straße] oder …"."""
    first = min(tokens)
    comma = max((t.i for t in verb.doc[verb.i + 1 : first] if t.text == ","), default=None)
    lost = verb.doc[comma + 1 : first] if comma is not None else verb.doc[0:0]
    if first < verb.i or any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in lost):
        return tokens
    return tokens | {t.i for t in lost}


def _opens_with_wie(verb: Token) -> bool:
    """Whether a verb ends the clause that "wie" opens in front of a sentence, whatever the parse: "Wie X mitteilte, wird …"."""
    words = verb.doc[verb.sent.start : verb.i]
    return len(words) > 1 and words[0].lower_ == "wie" and not any(finite(t) for t in words)


def _is_marked(clause: Token, inside: frozenset[int]) -> bool:
    """Whether a clause stands in quotation marks, and not only its predicate: "sagte, X sei ein „Opfer“"."""
    return clause.i in inside and not any(c.dep_ in FRAMING and c.i not in inside for c in children(clause))


def _goes_with(clause: Token, verb: Token) -> bool:
    """Whether a clause in Konjunktiv that a parser coordinates with a verb is what it says ("vertrat den Standpunkt, … sei")."""
    if clause.dep_ != "conj" or clause.i < verb.i or not subjunctive(clause) or subjunctive(verb):
        return False
    return not any(c.dep_ == "cc" for c in children(clause))


def _is_said(clause: Token, verb: Token, known: Sayings, *, strong: bool) -> bool:
    """Whether a clause under a verb of saying is what is said, not a circumstance of the saying."""
    marks = {c.lower_ for c in children(clause) if c.dep_ in {"mark", "case"}}
    first = next(t for t in clause.subtree if not t.is_punct and not t.is_space)
    if (marks | {first.lower_}) & known.circumstances or (clause.i > verb.i and _is_relative(clause, first, known)):
        return False
    if marks & known.subordinators - ALIKE and not subjunctive(clause):
        return False  # "Da die Lage ernst ist, sieht X es als erwiesen an, dass …"
    compared = "wie" in {first.lower_, verb.doc[first.i + 1].lower_ if first.i + 1 < len(verb.doc) else ""}
    if compared and not any(finite(t) for t in clause.subtree):
        return False  # "sieht sich ebenso wie die Partei bedroht"
    if compared and clause.i < verb.i and reports(clause, known.strong):
        return False  # "Wie die Agentur berichtet, sagte X, …"
    plain = not marks and clause.i > verb.i and not subjunctive(clause) and not _has_zu(clause, marks)
    if plain and any(c.dep_ == "obj" and c.pos_ == "NOUN" and c.i < clause.i for c in children(verb)):
        return False  # "erklärte den Plan für falsch, der Auftrag wurde neu vergeben"
    if (
        _explains(clause)
        or _is_asked(clause)
        or _is_result(first)
        or clause.i < verb.i
        and first.lower_ in known.reasons
    ):
        return False
    if clause.i < verb.i and not marks and not any(finite(t) for t in clause.subtree):
        return False  # "An die Bürger gewandt sagte X, …"
    if clause.dep_ == "advcl":
        asked = bool((marks | {first.lower_}) & known.questions)
        return "dass" in marks or (asked and any(konjunktiv(t) for t in clause.subtree))
    if clause.dep_ in {"conj", "parataxis"}:
        return subjunctive(clause) or clause.i > verb.i or strong
    infinitive = clause.dep_ == "xcomp" and _has_zu(clause, marks) and clause.i > verb.i
    return "dass" in marks or "ob" in marks or clause.dep_ == "ccomp" or infinitive


def _is_result(first: Token) -> bool:
    """Whether a clause begins with "so dass" and tells what comes of something."""
    return [t.lower_ for t in first.doc[first.i : first.i + 2]] == ["so", "dass"] or first.lower_ == "sodass"


def _explains(clause: Token) -> bool:
    """Whether a clause says what a noun is one for: "nannte die Bedingungen dafür, dass …"."""
    doc, comma = clause.doc, clause.left_edge.i - (clause.left_edge.text != ",")
    pointing = comma > 1 and doc[comma].text == "," and doc[comma - 1].lower_ in {"dafür", "hierfür"}
    return pointing and doc[comma - 2].pos_ == "NOUN"


def _is_asked(clause: Token) -> bool:
    """Whether a clause is what somebody was asked: "sagte er auf die Frage, ob …"."""
    doc, comma = clause.doc, clause.left_edge.i - (clause.left_edge.text != ",")
    return comma > 2 and [t.lower_ for t in doc[comma - 3 : comma]] == ASKED


def _has_zu(verb: Token, marks: set[str]) -> bool:
    """Whether an infinitive has its "zu", also inside: "zurückzutreten"."""
    particle, zu, stem = verb.lower_.rpartition("zu")
    inside = (
        bool(zu) and stem.endswith("n") and particle in sayings(verb.doc.lang_).particles
    )  # whatever the tagger says
    return "zu" in marks or inside or (verb.morph.get("VerbForm", []) == ["Inf"] and "zu" in verb.lower_[2:-3])


def _is_relative(clause: Token, first: Token, known: Sayings) -> bool:
    """Whether a clause begins with a relative pronoun and ends with its verb ("…, in der X tätig ist")."""
    second = clause.doc[min(first.i + 1, len(clause.doc) - 1)]
    words = [t for t in clause.subtree if not t.is_punct and not t.is_space]
    if words[-1].pos_ not in {"VERB", "AUX"} or _has_zu(clause, {c.lower_ for c in children(clause)}):
        return False
    if first.pos_ == "ADP":
        return second.lower_ in known.relative and not (second.dep_ == "det" and second.head.i > second.i)
    opens = first.lower_ in known.relative - known.questions and (first.pos_ == "PRON" or not konjunktiv(words[-1]))
    verbs = [t for t in words if finite(t)]
    ends = verbs == words[-1:] or not verbs and words[-1].lower_.endswith("en")  # "Chefs, die Verantwortung tragen"
    return opens and len(words) > FEW and ends


def _clause_before(verb: Token, known: Sayings, inside: frozenset[int]) -> frozenset[int]:
    """All of the sentence before ", sagte X" or ", wie X sagte", whatever the parse makes of it; empty where something else is."""
    anchor = finite_word(verb)
    end = like(anchor) if verb_lemma(verb) in known.strong else None
    said = follows_clause(anchor) and (anchor.i == verb.i or is_lent(verb) or _has_said(verb, anchor, known))
    if end is None and (not said or _goes_on(verb, anchor, inside)):
        return frozenset()
    end = end or anchor.i
    colon = max((t.i for t in verb.doc[verb.sent.start : end] if t.text == ":"), default=verb.sent.start - 1)
    words = [t for t in verb.doc[colon + 1 : end] if not t.is_space][:-1]
    if _is_question(words, known):
        return frozenset()
    quoted = sum(t.i in inside for t in words) > len(words) / 2
    other = any(t.i not in inside and finite(t) and reports(t, known.strong) for t in words)
    if quoted or other or not has_main(words, known):
        return frozenset()
    return frozenset(t.i for t in words)


def _is_question(words: list[Token], known: Sayings) -> bool:
    """Whether what stands before a verb of saying is what was asked: "Auf die Frage, ob er komme, sagte X nichts".

    So is what somebody gives reasons for: "Warum der Bau ruht, begründete X mit …".
    """
    asked = any(t.lower_.endswith(known.questioned) for t in words[1:4])
    return asked and words[0].lower_ == ASKED[0] or bool(words) and words[0].lower_ in known.reasons


def _goes_on(verb: Token, anchor: Token, inside: frozenset[int]) -> bool:
    """Whether a verb behind a comma has the subject of the clause before: "X war gegangen, klagt aber gegen die Firma"."""
    bare = verb.dep_ == "conj" and after(anchor, inside) is None
    return bare and not any(t.lower_ in {"es", "man"} for t in verb.doc[anchor.i + 1 : anchor.i + 3])


def _has_said(verb: Token, anchor: Token, known: Sayings) -> bool:
    """Whether a verb in the perfect or the passive says what stands before it: "…, hatte X erklärt", "…, wird X zitiert"."""
    if konjunktiv(anchor) or verb.morph.get("VerbForm", []) != ["Part"]:
        return False
    passive = any(c.dep_ == "aux:pass" for c in children(verb))
    return verb_lemma(verb) == CITING if passive else anchor.lower_[:3] in PERFECT and reports(verb, known.strong)


def _top(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def surface(doc: Doc, known: Sayings, inside: frozenset[int], found: list[Found]) -> Iterator[Found]:
    """Where the parse shows no clause: "X sagte, …" and "…, sagte X" by commas, with one finite verb on each side."""
    cues = {q.cue.i for q in found if q.cue is not None}
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        saying = (t for t in tokens if t.i not in inside and reports(t, known.strong) and not _is_aside(t))
        verb = next((t for t in saying if finite(t) or _in_perfect(t)), None)
        if verb is None or cues & {t.i for t in tokens}:
            continue
        start = min(verb.i, finite_word(verb).i)
        before = [t for t in tokens if t.i < start]
        after = [t for t in tokens if t.i > verb.i]
        if before and before[-1].text in {",", "“", '"'} and has_main(before, known):
            if _goes_on(verb, finite_word(verb), inside) or _is_question(before, known):
                continue
            words = behind_colon(doc, frozenset(t.i for t in before[:-1]))
            if sum(i in inside for i in words) <= len(words) / 2:  # not "…: „…“, sagte X"
                yield Found(words, "indirect", verb, speaker_of(verb, inside) or _nearest(after))
            continue
        comma = next((k for k, t in enumerate(after) if t.text in {",", ":"}), None)
        if comma is None:
            continue
        rest = after[comma + 1 :]
        if [t.lower_ for t in after[max(0, comma - 3) : comma]] == ASKED:
            continue
        sub = (
            after[comma].text == ":" or any(konjunktiv(t) for t in rest) or (rest and rest[0].lower_ in {"dass", "ob"})
        )
        if sub and any(finite(t) for t in rest) and not reframed(rest, known):
            speaker = speaker_of(verb, inside) or _nearest(list(reversed(before))) or _nearest(after[:comma])
            yield Found(
                frozenset(t.i for t in rest if t.i != sentence[-1].i or not t.is_punct), "indirect", verb, speaker
            )


def tagged(doc: Doc, known: Sayings, inside: frozenset[int], found: list[Found]) -> Iterator[Found]:
    """What stands in Konjunktiv before whatever verb a named person follows: "Das sei falsch, winkt X ab"."""
    cues = {q.cue.i for q in found if q.cue is not None}
    for verb in doc:
        if verb.pos_ != "VERB" or verb.i in cues or verb.i in inside or not follows_clause(verb) or konjunktiv(verb):
            continue
        words = [t for t in verb.doc[verb.sent.start : verb.i] if not t.is_space][:-1]
        main = next((t for t in words if finite(t)), None)
        speaker = after(verb, inside)
        if (
            verb_lemma(verb) in known.rebuttals
            or main is None
            or not konjunktiv(main)
            or speaker is None
            or cues & {t.i for t in verb.sent}
        ):
            continue
        if any(t.ent_type_ == "PER" for t in (speaker, *children(speaker))):
            yield Found(frozenset(t.i for t in _behind_noun(words)), "indirect", verb, speaker)


def _behind_noun(words: list[Token]) -> list[Token]:
    """Of a clause that a noun of saying takes only that: "Mit der Aussage, [er sei unschuldig], sorgte X für Aufsehen"."""
    comma = next((at for at, t in enumerate(words) if t.text == ","), 0)
    opens = comma > 1 and words[0].pos_ == "ADP" and is_saying(words[comma - 1])
    return words[comma + 1 :] if opens else words


def _in_perfect(verb: Token) -> bool:
    """Whether a main verb is a participle with its auxiliary: "hatte gesagt", but not "Hätte X gesagt, …"."""
    aux = finite_word(verb)
    return verb.dep_ == "ROOT" and aux.lemma_ in PERFECTIVE and finite(aux) and not konjunktiv(aux)


def _nearest(tokens: list[Token]) -> Token | None:
    return head_of(next((t for t in tokens if t.pos_ in NOMINAL and t.morph.get("Case", ["Nom"]) == ["Nom"]), None))
