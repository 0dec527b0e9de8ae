"""The words of a statement: the clause or phrase that says it, without frame and quotation marks, in a sensible cut.

An annotator quotes a clause, not a paragraph: a passage is taken sentence by sentence, a long sentence by its main
clauses, and of those what follows a late comma is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.entities.determiners import determiners
from kg.facts.children import children
from kg.facts.labels import judges
from kg.facts.phrases import set_phrase
from kg.facts.sayings import Sayings, sayings
from kg.facts.speech import Found, finite, konjunktiv, phrase, spans, verb_lemma
from kg.language import Lexicon
from kg.model import Span

MARKS = frozenset('„“”"»«‚‘’›‹')
TRIMMED = MARKS | frozenset(",:;.")
LONGEST, LONG, CLAUSE, SHORT, BARE = 30, 20, 6, 4, 5
WITHIN = frozenset({"DET", "ADJ", "NUM", "ADV", "PROPN", "SPACE"})
JOINTS = frozenset({",", ";", ":", "und", "aber", "sondern", "doch"})
VERDICT = frozenset({"ADJ", "ADP", "ADV", "CCONJ", "DET", "NOUN", "NUM", "SCONJ", "VERB"})
STANCE = frozenset({"für", "gegen"})
LATE = frozenset({"darunter", "etwa", "insbesondere", "nämlich", "sowie", "vor"})


def wordings(doc: Doc, found: Found, sentence_of: list[int]) -> list[Span]:
    """The stretches of text that say what a quotation says, one a statement.

    Args:
        doc: the parse.
        found: the quotation.
        sentence_of: the number of each token's sentence.
    """
    if found.content is not None:
        told = _trim(_noun_phrase(doc, found))
        return _as_span(told) if _is_whole(found, told) else []
    by_sentence: dict[int, set[int]] = {}
    for token in found.tokens:
        by_sentence.setdefault(sentence_of[token], set()).add(token)
    stretches = [_stretch(doc, tokens) for _, tokens in sorted(by_sentence.items())]
    if len(stretches) > 1:
        stretches = [s for s in stretches if _words(s) >= SHORT] or stretches[:1]
    return [span for stretch in stretches for piece in _pieces(stretch) for span in _as_span(piece)]


def _is_whole(found: Found, told: list[Token]) -> bool:
    """Whether a judgement tells its verdict, and not only what is judged: "hält das Verfahren …", "nannte den Angriff …"."""
    assert found.content is not None
    if found.cue is None or verb_lemma(found.cue) not in sayings(found.cue.doc.lang_).judgements:
        return True
    known, lemma = sayings(found.cue.doc.lang_), verb_lemma(found.cue)
    if set_phrase(found.cue, known.phrases.get(lemma, ())):
        return True  # "nannte als Grund die Kosten"
    if lemma in known.reported and not set_phrase(found.cue, known.judgements[lemma]):
        return True  # "erklärte seinen Rücktritt"
    noun = found.content.i
    indefinite = determiners(Lexicon(found.cue.doc.lang_)).indefinite
    if any(t.lower_ in indefinite for t in children(found.content)):
        return True  # "sieht darin einen Tabubruch"
    return any(t.i < noun - 1 and t.lower_ == "als" or t.i > noun and t.pos_ in VERDICT for t in told)


def _as_span(tokens: list[Token]) -> list[Span]:
    return [Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))] if tokens else []


def _words(tokens: Iterable[Token]) -> int:
    return sum(not (t.is_punct or t.is_space) for t in tokens)


def _trim(tokens: list[Token]) -> list[Token]:
    """Without marks at the ends."""
    low, high = 0, len(tokens)
    while low < high and (tokens[low].text in TRIMMED or tokens[low].is_space or tokens[low].text in {"–", "-", ")"}):
        low += 1
    while high > low and (tokens[high - 1].text in TRIMMED or tokens[high - 1].is_space):
        high -= 1
    return tokens[low:high]


def _stretch(doc: Doc, tokens: set[int]) -> list[Token]:
    """From the first word said to the last, the frame between them included; of what is scattered too far the longest run."""
    runs = spans(doc, tokens)
    if not runs:
        return []
    start, end = runs[0].start, runs[-1].end
    whole = doc.char_span(start, end, alignment_mode="contract")
    if len(runs) > 1 and whole is not None and _words(whole) > LONGEST:
        run = max(runs, key=lambda run: run.end - run.start)
        whole = doc.char_span(run.start, run.end, alignment_mode="contract")
    return _trim([t for t in whole or () if not t.is_space])


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """A long sentence by its main clauses, each cut to length."""
    if _words(tokens) <= LONG:
        return [_trim(_of_speaker(tokens))] if tokens else []
    known = sayings(tokens[0].doc.lang_)
    pieces: list[list[Token]] = [[]]
    for part in _parts(tokens):
        if _starts_clause(part, known) and _complete(pieces[-1]):
            pieces.append(part[1:])
        else:
            pieces[-1].extend(part)
    return [cut for piece in pieces if (cut := _trim(_cut(_trim(piece), known)))]


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """Stretches that each begin with a comma or a conjunction, but for the first."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.lower_ in JOINTS and len(parts[-1]) != 1:
            parts.append([])
        parts[-1].append(token)
    return parts


def _starts_clause(part: list[Token], known: Sayings) -> bool:
    """Whether a stretch behind a comma or "und" begins a main clause of its own."""
    words = part[1:]
    if part and part[0].text == ":" and any(finite(t) for t in words):
        return True
    if not words or not any(finite(t) for t in words[1 : 6 if part[0].is_punct else 4]):
        return False
    if words[-1].pos_ == "AUX" and words[-2].pos_ == "VERB":
        return False  # "und verspottet wurde" ends a clause
    first = {t.lower_ for t in words[:2]}
    opens = words[0].lower_ in known.subordinators or words[0].lower_ in {"dass", "ob", "um", "wie", "wonach"}
    return not (finite(words[0]) or opens or (part[0].text == "," and first & known.relative and finite(words[-1])))


def _complete(tokens: list[Token]) -> bool:
    return _words(tokens) >= SHORT and any(finite(t) for t in tokens)


def _cut(tokens: list[Token], known: Sayings) -> list[Token]:
    """Without what follows a late comma where the clause is long: a relative or adverbial clause, a list of examples."""
    tokens = _of_speaker(tokens)
    if _words(tokens) <= LONG:
        return tokens
    for at in range(len(tokens) - 1, 0, -1):
        following = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
        late = following in LATE or following in known.subordinators or _is_relative(tokens, at, known)
        whole = _words(tokens[:at]) >= CLAUSE and any(finite(t) for t in tokens[:at])
        if tokens[at].text == "," and late and whole and not _goes_past(tokens, at, known):
            return _cut(tokens[:at], known)
    return tokens[: LONGEST + sum(t.is_punct for t in tokens[:LONGEST])]


def _is_relative(tokens: list[Token], comma: int, known: Sayings) -> bool:
    """Whether a comma opens a relative clause, and no other time: "am Dienstag, dem 25. Oktober, in Wien"."""
    behind = list(takewhile(lambda t: t.text != ",", tokens[comma + 1 :]))
    return (
        bool(behind)
        and behind[0].lower_ in known.relative
        and any(finite(t) or t.pos_ in {"VERB", "AUX"} for t in behind)
    )


def _goes_past(tokens: list[Token], comma: int, known: Sayings) -> bool:
    """Whether the main clause goes on behind the clause that a comma opens: "befand sich zum Zeitpunkt, der …, niemand dort"."""
    end = next((k for k in range(comma + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
    rest = tokens[end + 1 :]
    if _words(rest) < SHORT or not finite(tokens[end - 1]):
        return False
    opens = {rest[0].lower_, rest[1].lower_} & (
        known.relative | known.subordinators | LATE | {"dass", "ob", "um", "und"}
    )
    return not opens


def _of_speaker(tokens: list[Token]) -> list[Token]:
    """Without what the speaker does besides: "er sei zufrieden [und lobte die Helfer]"."""
    told = False
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1]
        if (
            told
            and token.pos_ == "CCONJ"
            and finite(behind)
            and not konjunktiv(behind)
            and _words(tokens[:at]) >= SHORT
        ):
            return tokens[:at]
        told = told or konjunktiv(token)
    return tokens


def _noun_phrase(doc: Doc, found: Found) -> list[Token]:
    """A noun phrase with what hangs on it, and with what follows it up to the end of its clause: "die Bereitschaft zu …"."""
    assert found.content is not None
    inner = {t.i for t in phrase(found.content)}
    if found.cue is not None and found.content.i < found.cue.i and finite(found.cue):
        inner = {i for i in inner if i < found.cue.i}
    first, last = found.content.i, max(inner)
    while (
        first > 0
        and (first - 1 in inner or doc[first - 1].is_space)
        and (_within(doc[first - 1]) or _joins(doc[first - 1]) or _between_adjectives(doc, first - 1, inner))
    ):
        first -= 1
    first -= first > 0 and doc[first - 1].lower_ in STANCE  # without it "sprach sich gegen … aus" says the contrary
    while found.cue is not None and first > found.cue.sent.start and _feels(doc[first - 1], first, found.cue):
        first -= 1
    while found.cue is not None and last + 1 < len(doc) and _goes_on(doc[last + 1], found.cue):
        last += 1
    if found.cue is not None and found.cue.pos_ == "VERB":
        opening = [t.i for t in doc[found.cue.sent.start : found.cue.i] if t.lower_ == "als"]
        holds = "als" in sayings(doc.lang_).judgements.get(verb_lemma(found.cue), ())
        if opening and first > found.cue.i and holds:
            tail = _to_end(doc, first, found.cue, whole=True)
            return [t for t in doc[opening[0] : tail[-1].i + 1] if not t.is_space][
                :LONG
            ]  # "Als inakzeptabel bezeichnete X die Pläne"
        ends = found.cue.i + 1 >= len(doc) or _ends_clause(doc[found.cue.i + 1])  # "…, die über X berichtet"
        fronted = last < found.cue.i and finite(found.cue) and last - first < SHORT and not ends
        fronted = fronted and _has_more(found)
        known = sayings(doc.lang_)
        if fronted or verb_lemma(found.cue) in known.judgements or judges(found, known):
            return _to_end(doc, first, found.cue, whole=fronted)
    while last > max(inner) and doc[last].pos_ in {"ADV", "ADJ", "PART", "ADP", "DET", "SPACE"}:
        last -= 1
    if last - first < BARE and found.cue is not None:
        last = _relative_end(doc, first, last, found.cue)
    return [t for t in doc[first : last + 1] if not t.is_space][:LONGEST]


def _between_adjectives(doc: Doc, comma: int, inner: set[int]) -> bool:
    """Whether a comma parts the adjectives of a noun: "von einer schweren, noch nicht geklärten Tat"."""
    return comma > 1 and doc[comma].text == "," and doc[comma - 1].pos_ == "ADJ" and comma - 1 in inner


def _has_more(found: Found) -> bool:
    """Whether more than the speaker stands behind the verb: "Impulse erhofft sich X [von dem Gipfel]"."""
    assert found.cue is not None
    speaker = {t.i for t in found.speaker.subtree} if found.speaker is not None else set()
    own = {t.i for t in children(found.cue) if t.dep_ in {"compound:prt", "obl:tmod"}} | speaker
    behind = takewhile(lambda t: not _ends_clause(t), found.cue.doc[found.cue.i + 1 : found.cue.sent.end])
    times = sayings(found.cue.doc.lang_).times
    return any(t.i not in own and t.lower_ not in times and t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} for t in behind)


def _feels(token: Token, first: int, cue: Token) -> bool:
    """Whether a word in front of what somebody feels about belongs to it: "zeigte sich [besorgt über] die Lage"."""
    known = sayings(token.doc.lang_)
    if verb_lemma(cue) not in known.showing:
        return False
    if token.lower_ in known.degrees and token.doc[first].lower_ in known.moods:
        return True  # "hoch erfreut"
    return token.pos_ == "ADP" or (token.doc[first].pos_ == "ADP" and token.lower_ in known.moods)


def _relative_end(doc: Doc, first: int, last: int, cue: Token) -> int:
    """Where the relative clause ends behind a short phrase, without which that says little: "800 Autos, die … brannten".

    The verb may stand between, and the parse may hang the clause on it: "hat eine Reform angekündigt, die Geld spart".
    """
    own = {cue.i, *(c.i for c in children(cue) if c.dep_ == "compound:prt")}
    comma = next((t.i for t in doc[last + 1 : cue.sent.end] if t.i not in own), last)
    known = sayings(doc.lang_).relative
    if comma + 1 >= cue.sent.end or doc[comma].text != "," or doc[comma + 1].lower_ not in known:
        return last
    behind = list(takewhile(lambda t: t.text not in {",", ".", ";", ":"}, doc[comma + 1 : cue.sent.end]))
    whole = len(behind) > 1 and behind[-1].i - first < LONGEST and finite(behind[-1])
    return behind[-1].i if whole else last


def _within(token: Token) -> bool:
    """Whether a word before a noun belongs to its phrase, and is not itself what a preposition governs."""
    governed = any(child.dep_ == "case" for child in children(token))
    return (token.pos_ in WITHIN or token.dep_ == "amod") and not governed


def _joins(token: Token) -> bool:
    """Whether a word joins two adjectives of a noun: "einer freien und fairen Wahl"."""
    beside = {token.nbor(-1).pos_, token.nbor(1).pos_} if 0 < token.i < len(token.doc) - 1 else set()
    return token.lower_ in {"und", ","} and beside == {"ADJ"}


def _to_end(doc: Doc, first: int, cue: Token, *, whole: bool) -> list[Token]:
    """To the end of the clause: "die Entscheidung einen Fehler", "Impulse erhofft sich X von dem Gipfel"."""
    rest = [t for t in doc[first : cue.sent.end] if not t.is_space]
    end = next((k for k, t in enumerate(rest) if t.i > cue.i and _ends_clause(t)), len(rest))
    particle = next((c.i for c in children(cue) if c.dep_ == "compound:prt"), cue.i)  # "stuft … als extrem ein"
    return [t for t in rest[:end] if whole or t.i not in {cue.i, particle}][:LONG]


def _ends_clause(token: Token) -> bool:
    """Whether a clause ends before a token: at a mark, or where "und" joins the next verb ("… und kündigte an")."""
    joins = token.pos_ == "CCONJ" and token.i + 1 < len(token.doc) and finite(token.nbor())
    return token.text in {",", ".", ";", ":"} or joins


def _goes_on(token: Token, cue: Token) -> bool:
    """Whether a word still belongs to the phrase: no verb, particle or punctuation; behind a noun only what hangs on it."""
    own = token.dep_ in {"compound:prt", "punct", "cc", "mark", "aux", "aux:pass", "cop", "svp"}
    if own or token.is_punct or token.is_sent_start or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
        return False
    return cue.pos_ != "NOUN"
