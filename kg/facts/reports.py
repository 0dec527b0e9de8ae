"""Who says it: sources of reported clauses, by verbs and nouns of saying, "laut", and Konjunktiv that goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Operator, cues
from kg.facts.fillers import compounded, fillers, slot_entities, speaking
from kg.facts.sayings import sayings
from kg.facts.sources import is_document
from kg.facts.speakers import follows_clause
from kg.facts.speech import Found, is_one_of, konjunktiv
from kg.model import EntityType, Factuality

SPEAKERS = frozenset(
    {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP, EntityType.WORK}
)
DEFINITE = frozenset({"dem", "den", "der", "diesem", "diesen", "dieser"})


def subjunctive(context: Context, clause: Clause) -> int | None:
    """The token that shows Konjunktiv I, if the clause stands in it."""
    tree, grammar = context.tree, context.grammar
    if clause.kind == "participle" or any(tree.lower[s] in {"ich", "wir"} for s in clause.slots.get("subj", ())):
        return None
    for token in clause.auxiliaries:
        if tree.lower[token] in grammar.subjunctive1:
            return token
    if clause.kind != "verb" or clause.auxiliaries or clause.infinitive:
        return None
    word = tree.lower[clause.head]
    if word in grammar.subjunctive1 or clause.form == "fin1":
        return clause.head
    if word.endswith("e") and tree.lemmas[clause.head] == word + "n" and not clause.form:
        return clause.head
    return None


def in_report(context: Context, token: int) -> bool:
    """Whether the token's sentence reports: it has a speaker."""
    return context.speakers.get(context.tree.sentence_of[token]) is not None


def floating(context: Context, token: int) -> str | None:
    """The speaker of the quotation that the token stands in, or the one in force in its sentence."""
    return context.voices.get(token) or context.speakers.get(context.tree.sentence_of[token])


def speaker(context: Context, clause: Clause) -> str | None:
    """The entity that says what a clause of saying reports."""
    slots: tuple[str, ...] = ("subj",)
    if clause.kind == "noun":
        slots = ("poss", "gen", "von", "part", "adj")
    elif clause.passive:
        accused = clause.lemma in sayings(context.lexicon.code).accusing
        slots = ("von",) if accused else ("subj", "von")
    elif clause.lemma in cues(context.lexicon).table["reported_from"]:
        slots = ("aus+D", "aus", "in+D", "in")
    for slot in slots:
        if slot in {"part", "adj"}:
            found = [entity for entity, _ in slot_entities(context, clause, slot, SPEAKERS)]
        else:
            found = [e for token in clause.slots.get(slot, ()) for e in source_of(context, token)]
        if found:
            return found[0]
    return None


def _own(context: Context, clause: Clause, token: int) -> str | None:
    """Whose "nach eigenen Angaben" means: the subject's."""
    own = sayings(context.lexicon.code).own
    if not any(context.tree.lower[k] in own for k in context.tree.kids[token]):
        return None
    return next((entity for entity, _ in slot_entities(context, clause, "subj", SPEAKERS)), None)


def _document(context: Context, token: int) -> str | None:
    """Whose "dem Bericht zufolge" means: the medium's that spoke before; "den Angaben zufolge": of whoever spoke before."""
    table, word = cues(context.lexicon).table, context.tree.lower[token]
    own = sayings(context.lexicon.code).own
    if not _is_report(context, token) or any(context.tree.lower[k] in own for k in context.tree.kids[token]):
        return None
    before = context.media if word in table["media_reports"] else context.earlier
    definite = any(context.tree.deps[k] == "det" for k in context.tree.kids[token])
    return before.get(context.tree.sentence_of[token]) if definite else None


def source_of(context: Context, token: int) -> tuple[str, ...]:
    """Who speaks in a phrase: the entity it stands for, or of a document ("Bericht", "Angaben") its owner."""
    tree = context.tree
    found = speaking(context, token, SPEAKERS)
    if not found and (is_document(context.doc[token]) or _is_view(context, token)):
        for kid in tree.kids[token]:
            if tree.deps[kid] in {"nmod", "nmod:poss", "det:poss"}:
                found = found or speaking(context, kid, SPEAKERS)
        found = found or compounded(context, token, SPEAKERS)
        found = found or tuple(m.entity for m in context.mentions.get(token, ()) if m.kind == "part")
    return found


def attached(context: Context, clause: Clause) -> Iterator[Operator]:
    """Reports that hang on the clause itself: "laut X", "nach Angaben der Polizei", ", wie X sagte", ", sagte X"."""
    tree = context.tree
    if clause.kind == "participle":
        return
    for kid in tree.kids[clause.head]:
        preposition = context.grammar.preposition(tree, kid)
        if preposition and _reporting(context, kid, preposition[0]):
            source = next(iter(source_of(context, kid)), None) or _own(context, clause, kid) or _document(context, kid)
            yield Operator(Factuality.REPORTED, kid, source)
            continue
        other = context.clauses.get(kid)
        if other is None or tree.deps[kid] not in {"parataxis", "advcl", "ccomp", "conj"}:
            continue
        like = tree.lower[min(tree.subtree(kid))] == "wie" or any(tree.lower[k] == "wie" for k in tree.kids[kid])
        if (tree.deps[kid] == "parataxis" or (like and tree.deps[kid] in {"advcl", "ccomp"})) and cues(
            context.lexicon
        ).embedders.get(("verb", other.lemma)) is Factuality.REPORTED:
            yield Operator(Factuality.REPORTED, kid, speaker(context, other))


def _reporting(context: Context, token: int, preposition: str) -> bool:
    """Whether a phrase names a source: "laut X", "nach Angaben von X", "aus Sicht von X"."""
    if preposition in sayings(context.lexicon.code).prepositions:
        return True
    return (preposition == "nach" and _is_report(context, token)) or (preposition == "aus" and _is_view(context, token))


def _is_report(context: Context, token: int) -> bool:
    return is_one_of(context.tree.lower[token], context.lexicon.code, "nouns")


def _is_view(context: Context, token: int) -> bool:
    return context.tree.lower[token] in sayings(context.lexicon.code).views


def find_voices(context: Context) -> dict[int, str]:
    """The speaker of every token inside a quotation, direct or not; the innermost where they nest."""
    voices: dict[int, str] = {}
    for found in sorted(context.speech, key=lambda q: -len(q.tokens)):
        said_by = speaking(context, found.speaker.i, SPEAKERS) if found.speaker is not None else ()
        if said_by and found.type != "reported":
            voices |= dict.fromkeys(found.tokens, said_by[0])
    return voices


def find_media(context: Context) -> dict[int, str]:
    """By sentence the organisation or work that spoke last before it: whose "Bericht" is meant."""
    media: dict[int, str] = {}
    last: str | None = None
    for sentence in range(len(context.tree.sentences)):
        if last is not None:
            media[sentence] = last
        said_by = context.speakers.get(sentence)
        if said_by is not None and context.entities[said_by].type in {EntityType.ORGANIZATION, EntityType.WORK}:
            last = said_by
    return media


def find_speakers(context: Context) -> tuple[dict[int, str], dict[int, str]]:
    """The speaker in force in each sentence: said in it, or carried on while Konjunktiv I goes on; and the one before."""
    tree = context.tree
    by_sentence: dict[int, list[Clause]] = {}
    for clause in context.clauses.values():
        by_sentence.setdefault(tree.sentence_of[clause.head], []).append(clause)
    found: dict[int, str] = {}
    earlier: dict[int, str] = {}
    last: str | None = None
    outer, cued = _outermost(context), _cued(context)
    for sentence in range(len(tree.sentences)):
        clauses = by_sentence.get(sentence, [])
        if last is not None:
            earlier[sentence] = last
        if _by_somebody_else(context, outer.get(sentence)):
            last = None
            continue
        if last is not None and _is_retold(context, outer.get(sentence)):
            found[sentence] = last
            continue
        said = _said_by(context, sentence, clauses, outer.get(sentence))
        if said is not None:
            found[sentence] = last = said
        elif last is not None and (_continues(context, clauses) or _anaphoric(context, sentence)):
            found[sentence] = last
        else:
            last = cued.get(sentence) or _mentioned_speaker(context, clauses)
    return found, earlier


def _cued(context: Context) -> dict[int, str]:
    """By sentence who says there what another sentence tells: "Das kündigte X an"."""
    found: dict[int, str] = {}
    for one in context.speech:
        if one.cue is not None and one.speaker is not None and one.cue.pos_ == "VERB" and one.type != "reported":
            said_by = speaking(context, one.speaker.i, SPEAKERS)
            if said_by:
                found.setdefault(context.tree.sentence_of[one.cue.i], said_by[0])
    return found


def _continues(context: Context, clauses: list[Clause]) -> bool:
    return any(subjunctive(context, clause) is not None for clause in clauses)


def _anaphoric(context: Context, sentence: int) -> bool:
    low, high = context.tree.sentences[sentence]
    words = context.tree.lower[low:high]
    said_so = "es" in words and bool({"hieß", "heißt"} & set(words))
    of_report = any(w == "zufolge" and words[max(0, i - 2)] in DEFINITE for i, w in enumerate(words))
    return said_so or of_report or bool(sayings(context.lexicon.code).back & set(words))


def _by_somebody_else(context: Context, outer: Found | None) -> bool:
    """Whether a quotation has a speaker who is no entity ("die Anwälte"): nobody known then speaks on."""
    if outer is None or outer.speaker is None or outer.speaker.pos_ not in {"NOUN", "PROPN"}:
        return False
    return not speaking(context, outer.speaker.i, SPEAKERS) and not is_document(outer.speaker)


def _is_retold(context: Context, outer: Found | None) -> bool:
    """Whether the word of saying itself stands in Konjunktiv: who spoke before says that somebody said so."""
    if outer is not None and outer.cue is not None and follows_clause(outer.cue):
        return konjunktiv(outer.cue)  # "… müsse, argumentieren die Anwälte": the modal is of what is said
    clause = context.clauses.get(outer.cue.i) if outer is not None and outer.cue is not None else None
    return clause is not None and subjunctive(context, clause) is not None


def _outermost(context: Context) -> dict[int, Found]:
    """The quotation that takes up most of each sentence."""
    found: dict[int, tuple[tuple[bool, int], Found]] = {}
    for one in context.speech:
        if one.type == "reported":
            continue
        sizes = Counter(context.tree.sentence_of[token] for token in one.tokens)
        by_word = one.cue is None or one.cue.pos_ != "ADP"  # in "A sagte laut B, dass …" A goes on
        for sentence, size in sizes.items():
            if sentence not in found or (by_word, size) > found[sentence][0]:
                found[sentence] = (by_word, size), one
    return {sentence: one for sentence, (_, one) in found.items()}


def _said_by(context: Context, sentence: int, clauses: list[Clause], outer: Found | None) -> str | None:
    """The speaker that a sentence names: of a quotation in it, by "so X", or by "laut X"."""
    tree = context.tree
    low, high = tree.sentences[sentence]
    if outer is not None and outer.speaker is not None:
        said_by = speaking(context, outer.speaker.i, SPEAKERS)
        if said_by:
            return said_by[0]
    for token in range(low, high) if not _anaphoric(context, sentence) else ():
        if token in context.voices:
            return context.voices[token]
        if tree.lower[token] == "so" and token > low and tree.words[token - 1] in {",", "“", '"', "”", "«"}:
            for near in range(token + 1, min(token + 7, high)):
                found = fillers(context, near, SPEAKERS)
                if found:
                    return found[0]
    return next((o.source for c in clauses if c.kind == "verb" for o in attached(context, c) if o.source), None)


def _mentioned_speaker(context: Context, clauses: list[Clause]) -> str | None:
    """Who speaks in a sentence that quotes nothing: what follows in Konjunktiv I is theirs."""
    embedders = cues(context.lexicon).embedders
    for clause in clauses:
        if clause.kind == "verb" and embedders.get(("verb", clause.lemma)) is Factuality.REPORTED:
            said = speaker(context, clause)
            if said is not None:
                return said
    return None
