"""Repairs of parses that cannot be right in Universal Dependencies, whichever parser made them.

Each repair looks for a configuration that the annotation scheme rules out (a subject of an auxiliary, a preposition
behind its noun, a postposition that governs to the right) and restores the one it stands for. Lists are changed in place.
"""

from __future__ import annotations

import re

from kg.language.arcs import AUXILIARY, NOMINAL, SUBJECTS, VERBAL, Arcs, circles, words_of
from kg.language.correlated import correlate
from kg.language.misattached import reattach
from kg.language.misread import is_bare, of_holder, told_apart
from kg.language.mistitled import before_copula
from kg.language.mistold import aside_report
from kg.language.passives import agent, full_verb
from kg.language.patronyms import patronym
from kg.language.reduced import reduced

BECOMING = frozenset(
    {"wird", "werden", "werde", "wurde", "wurden", "würde", "würden"}
    | {"ist", "sind", "sei", "seien", "war", "waren", "wäre", "wären"}
)
APART = frozenset({"appos", "ccomp", "conj", "nmod"})
SPEAKING = frozenset({"sprach", "sprachen", "spricht", "sprechen", "gesprochen"})
GIVING = frozenset({"geben", "gab", "gaben"})
INSTEAD = frozenset({"anstatt", "statt"})
WHOSE = frozenset({"deren", "dessen"})
WITHIN = frozenset({"am", "an", "bei", "beim", "im", "in"})
CORRELATIVE = frozenset({"als", "sondern", "wie"})
PATRONYMIC = frozenset({"bin", "bint", "ibn"})
YEAR = re.compile(r"[12]\d{3}")
VERDICTS = frozenset({"schuldig", "frei"})
POSSESSIVE = re.compile(r"(?:sein|ihr)(?:e[mnrs]?)?")
TAKING = frozenset({"genommen", "nahm", "nahmen", "nehmen", "nimmt"})
LEARNING = frozenset({"lernen", "lernt", "lernte", "lernten"})
WITHIN_PHRASE = frozenset({"amod", "compound", "det", "nummod"})
GOVERNED = NOMINAL | {"NUM"}
OF_NOUN = frozenset({"appos", "nmod", "obl"})
FROM_ADVERB = frozenset({"compound", "nmod", "obl"})


def mend(lower: list[str], pos: list[str], deps: list[str], heads: list[int], language: str = "de") -> None:
    """Repair heads and labels in place."""
    parse = Arcs(lower, pos, deps, heads, words_of(language))
    for token, word in enumerate(lower):
        if word in PATRONYMIC:
            patronym(parse, token)
        elif word in CORRELATIVE:
            correlate(parse, token)
    before = (list(pos), list(deps), list(heads))
    for token, word in enumerate(lower):
        if word in parse.words.aside_reports:
            aside_report(parse, token)
    reattach(parse)
    if circles(heads):  # never follow heads round and round
        pos[:], deps[:], heads[:] = before
    for token in range(len(heads)):
        reduced(parse, token)
    for token, head in enumerate(heads):
        if deps[token] == "appos" and lower[token] in parse.words.given and lower[token - 1] == ",":
            of_holder(parse, token)
        if deps[token] in APART and lower[token].endswith(parse.words.told):
            told_apart(parse, token)
        if pos[token] == "ADJ" and lower[token].endswith(("te", "ten")):
            _preterite(parse, token)
        if pos[token] == "ADJ" and token + 1 < len(heads) and heads[token + 1] == token:
            if lower[token].endswith(parse.words.holders):
                pos[token] = "NOUN"  # "Nordbau-Geschäftsführer Karsten Moser"
            else:
                _attribute(parse, token)
        if pos[token] == "ADP" and deps[token] == "dep" and token < head and pos[head] in GOVERNED:
            deps[token] = "case"  # "Seit 2015"
        if pos[token] == "DET" and deps[token] == "det" and POSSESSIVE.fullmatch(lower[token]):
            deps[token] = "det:poss"
        if lower[token] in INSTEAD and deps[token] in {"advmod", "mark"}:
            _instead(parse, token)
        if pos[token] == "AUX" and deps[token] == "aux" and lower[token] in BECOMING and pos[head] == "NOUN":
            deps[token] = "cop"  # "Anna Berg wird neue Direktorin"
        elif lower[token] in VERDICTS and deps[token] in {"xcomp", "advmod", "advcl"} and lower[head] in SPEAKING:
            deps[token] = "compound:prt"  # "sprach ihn schuldig"
        elif lower[token] == "gefangen" and deps[token] == "xcomp" and lower[head] in TAKING:
            _captured(parse, token)
        elif lower[token] == "kennen" and deps[token] == "xcomp" and lower[head] in LEARNING:
            _first_met(parse, token)
        elif deps[token] in {"obl", "obl:agent"} and head > token + 1:
            _of_subject(parse, token)
        elif lower[token] == "geschlagen" and deps[token] == "xcomp" and lower[head] in GIVING:
            _defeat(parse, token)
        elif lower[token] in GIVING and deps[token] == "xcomp" and lower[head] == "geschlagen":
            parse.replace(head, token)
            for kid in [k for k in parse.kids(head) if k != token]:
                heads[kid] = token
            _defeat(parse, head)
        elif deps[token] == "xcomp" and pos[head] in VERBAL:
            full_verb(parse, token)
        elif lower[token] in WHOSE and deps[token] in {"det", "nmod", "nmod:poss"} and pos[head] in NOMINAL:
            if head > token:
                pos[token], deps[token] = "DET", "det:poss"  # "Deren Chefin", ", dessen Chef"
        elif lower[token] in {"seitens", "vonseiten"} and deps[token] != "case":
            agent(parse, token)
        elif deps[token] == "conj" and pos[token] in NOMINAL and pos[heads[head]] in VERBAL:
            _called(parse, token)
    for token, head in enumerate(heads):
        if deps[token] == "cop":
            before_copula(parse, token)
        if deps[token] == "cop" and deps[head] in {"nsubj", "nsubj:pass", "obj"} and pos[head] in NOMINAL:
            _copular_clause(parse, token)
    for token, head in enumerate(heads):
        if head != token and deps[head] in AUXILIARY and deps[token] != "punct":
            heads[token] = heads[head]
    for token, head in enumerate(heads):
        if pos[token] in NOMINAL and pos[head] == "ADV" and deps[head] == "advmod" and deps[token] in FROM_ADVERB:
            _from_adverb(parse, token)
    for token, word in enumerate(lower):
        if word == "zufolge" and token and pos[token - 1] in NOMINAL:
            _postposition(parse, token)
        elif pos[token] == "ADP" and deps[token] == "case":
            if word == "laut" and deps[heads[token]] == "nmod":
                _according(parse, token)
            _preposition(parse, token)
    for token in range(len(heads) - 1):
        noun = token + 2 if pos[token + 1] == "ADJ" and token + 2 < len(heads) else token + 1
        strong = noun == token + 2 and lower[token + 1].endswith("e") and lower[token - 1] in parse.words.dative
        if deps[token] == "compound" and heads[token] == token + 1:
            for kid in [k for k in parse.kids(token) if k < token and deps[k] in {"case", "det"}]:
                heads[kid] = token + 1  # in "trat der [Kommunistischen] Partei bei" the noun has the article
        twice = deps[token] == deps[noun] == "obj" and heads[token] == heads[noun] and noun == token + 1
        owner = pos[token] == "PROPN" or pos[token] == "NOUN" and twice and not parse.marks(token)
        if owner and lower[token].endswith("s") and pos[noun] == "NOUN" and not strong:
            _saxon(parse, token, noun)
        elif lower[token] in parse.words.town_openers and lower[token + 1].endswith("er"):
            _town_adjective(parse, token)


def _town_adjective(parse: Arcs, token: int) -> None:
    """An adjective of a town whose name is two words stands before the noun it is of: "die [St. Galler] Bank"."""
    adjective, noun = token + 1, token + 2
    within = {parse.heads[token], parse.heads[adjective]} <= {token, adjective, noun}
    if noun < len(parse.heads) and within and parse.pos[noun] == "NOUN" and parse.heads[noun] > adjective:
        parse.heads[token], parse.deps[token] = adjective, "compound"
        parse.heads[adjective], parse.deps[adjective], parse.pos[adjective] = noun, "amod", "ADJ"


def _defeat(parse: Arcs, token: int) -> None:
    """In "musste sich dem Gegner geschlagen geben" the participle belongs to its verb, and so does what hangs on it."""
    verb = parse.heads[token]
    parse.deps[token], parse.pos[token] = "compound:prt", "ADV"
    for kid in list(parse.kids(token)):
        parse.heads[kid] = verb
        if parse.deps[kid] in {"nsubj", "obj"}:
            parse.deps[kid] = "iobj"
    for reflexive in [k for k in parse.kids(verb) if parse.lower[k] == "sich"]:
        for name in [k for k in parse.kids(reflexive) if parse.pos[k] == "PROPN"]:
            parse.heads[name], parse.deps[name] = verb, "iobj"  # "musste sich Rapid geschlagen geben"


def _captured(parse: Arcs, token: int) -> None:
    """In "hat ihn gefangen genommen" the first participle is the verb's particle, and what hangs on it the verb's."""
    verb = parse.heads[token]
    parse.deps[token], parse.pos[token] = "compound:prt", "ADV"
    for kid in list(parse.kids(token)):
        parse.heads[kid] = verb
    if any(parse.lower[k] in parse.words.having for k in parse.kids(verb)):
        for kid in parse.kids(verb):
            parse.deps[kid] = "nsubj" if parse.deps[kid] == "nsubj:pass" else parse.deps[kid]


def _first_met(parse: Arcs, token: int) -> None:
    """In "lernte X in Wien kennen" the infinitive is the verb's particle, and what hangs on it the verb's."""
    parse.deps[token], parse.pos[token] = "compound:prt", "ADV"
    for kid in list(parse.kids(token)):
        parse.heads[kid] = parse.heads[token]


def _attribute(parse: Arcs, token: int) -> None:
    """An adjective has no noun for its compound: in "der entlassene [FBI-Chef]" the noun is the head."""
    noun, verb = token + 1, parse.heads[token]
    if parse.deps[noun] != "compound" or parse.pos[noun] not in NOMINAL or verb == token:
        return
    articles = [k for k in parse.kids(token) if k < token and parse.pos[k] == "DET"]
    for kid in articles:
        parse.heads[kid], parse.deps[kid] = noun, "det"
    clause = parse.deps[token] in {"ccomp", "advcl"}
    parse.heads[noun] = verb
    parse.deps[noun] = ("obj" if parse.has_subject(verb) else "nsubj") if clause else parse.deps[token]
    parse.heads[token], parse.deps[token] = noun, "amod"


def _instead(parse: Arcs, token: int) -> None:
    """In "[statt X] reiste Y" the subject is the one that is not replaced."""
    noun = parse.nominal_after(token)
    if noun is None or parse.deps[noun] not in SUBJECTS or parse.heads[noun] < noun or token in parse.above(noun):
        return
    verb = parse.heads[noun]
    parse.heads[token], parse.deps[token], parse.pos[token] = noun, "case", "ADP"
    parse.deps[noun] = "obl"
    other = [k for k in parse.kids(verb) if k > verb and parse.deps[k] == "obj" and parse.pos[k] in NOMINAL]
    if other and not parse.has_subject(verb):
        parse.deps[other[0]] = "nsubj"


def _preterite(parse: Arcs, token: int) -> None:
    """What has a subject and no copula is no adjective: in "die USA [verhängten] Strafen" it is the verb, and the noun its object."""
    noun = parse.heads[token]
    if not parse.has_subject(token) or any(parse.deps[k] in AUXILIARY for k in parse.kids(token)):
        return
    if parse.deps[token] == "amod" and noun > token and not parse.has_subject(noun):
        parse.heads[token], parse.deps[token] = (
            parse.heads[noun] if parse.heads[noun] != noun else token,
            parse.deps[noun],
        )
        parse.heads[noun], parse.deps[noun] = token, "obj"
        parse.pos[token] = "VERB"
    elif any(parse.deps[k] == "obj" for k in parse.kids(token)):
        parse.pos[token] = "VERB"


def _called(parse: Arcs, token: int) -> None:
    """With "als" and no "und" nothing is coordinated: in "bezeichnete X als Lügner" it is what the verb calls him."""
    marks = [k for k in parse.kids(token) if parse.deps[k] in {"case", "cc"}]
    called = [parse.lower[k] for k in marks] == ["als"]
    if called and parse.lower[marks[0] + 1] != "auch":  # "sowohl X als auch Y"
        parse.heads[token], parse.deps[token] = parse.heads[parse.heads[token]], "obl"


def _of_subject(parse: Arcs, token: int) -> None:
    """Before the verb of a main clause stands one phrase: in "[Eva Moser von der Uni Graz] wurde geehrt" the Uni honours nobody."""
    verb, marks = parse.heads[token], parse.marks(token)
    if parse.deps[verb] != "ROOT" or not marks or parse.lower[marks[0]] not in {"von", "vom"}:
        return
    subject = next((k for k in parse.kids(verb) if parse.deps[k] in SUBJECTS and k < marks[0]), None)
    if subject is None or parse.finite(verb) < token or parse.pos[subject] not in NOMINAL:
        return
    between = [k for k in range(subject + 1, marks[0]) if parse.pos[k] != "PROPN"]
    if not between and not any(parse.deps[k] == "mark" for k in parse.kids(verb)):
        parse.heads[token], parse.deps[token] = subject, "nmod"


def _according(parse: Arcs, token: int) -> None:
    """In "nach dem Treffen laut Kreml in Rom" the source belongs to the clause, and so does what follows it."""
    source = parse.heads[token]
    noun, verb = parse.heads[source], parse.verb_above(source)
    if verb is not None:
        for other in list(parse.kids(noun)):
            if other >= source and parse.deps[other] == "nmod":
                parse.heads[other], parse.deps[other] = verb, "obl"


def _phrase_head(parse: Arcs, token: int) -> int:
    """The head of the nominal that ends with a token."""
    parts = {"flat", "flat:name", "appos", "compound"}
    while parse.deps[token] in parts and parse.heads[token] < token and parse.pos[parse.heads[token]] in NOMINAL:
        token = parse.heads[token]
    return token


def _postposition(parse: Arcs, token: int) -> None:
    """In "den Angaben zufolge" the case mark of the phrase before it, which is an oblique."""
    noun = _phrase_head(parse, token - 1)
    if parse.heads[noun] == token:
        return
    account = parse.heads[noun]
    if account < noun and parse.lower[account].endswith(parse.words.accounts) and parse.deps[noun] in OF_NOUN:
        parse.deps[noun] = "nmod" if parse.deps[noun] == "obl" else parse.deps[noun]
        noun = account  # "[Angaben] der Polizei zufolge"
    parse.heads[token], parse.deps[token] = noun, "case"
    if parse.deps[noun] in {"obj", "iobj", "nsubj", "nmod"}:
        parse.deps[noun] = "obl"


def _preposition(parse: Arcs, token: int) -> None:
    """A preposition marks what follows it, and the phrase's head rather than a part of it."""
    heads, deps, head = parse.heads, parse.deps, parse.heads[token]
    top = heads[head] if deps[head] == "compound" else head
    verb, noun = heads[top], parse.nominal_after(token)
    if noun is not None and noun < verb < top and parse.pos[verb] == "VERB":  # "[Gegen X] ermittelt die Polizei"
        heads[token], heads[noun], deps[noun] = noun, verb, "obl"
        deps[top] = deps[top] if parse.has_subject(verb) else "nsubj"
    elif head > token + 2 and YEAR.fullmatch(parse.lower[token + 1]) and parse.pos[token + 2] in {"ADP", "DET"}:
        heads[token] = token + 1  # "gehörte [bis 2008] dem Nationalrat an"
    elif head > token and deps[head] in WITHIN_PHRASE and heads[head] > head:
        while deps[heads[token]] in WITHIN_PHRASE and heads[heads[token]] > heads[token]:
            heads[token] = heads[heads[token]]  # "[vom] New Yorker Krankenhaus"
    elif heads[head] < token < head and deps[head] in {"flat", "flat:name"} and parse.lower[token] in WITHIN:
        deps[head] = "nmod"  # "Delegationsleiter der ÖVP [im Europaparlament]"
    elif head < token and parse.lower[token] not in parse.words.postpositions:
        reach = range(token + 1, min(token + 7, len(heads)))
        following = next((k for k in reach if heads[k] == head and parse.pos[k] in NOMINAL), None)
        if following is not None and deps[following] in {"compound", "nmod", "appos", "flat"}:
            heads[token], deps[following] = following, "nmod"


def _from_adverb(parse: Arcs, token: int) -> None:
    """A nominal behind an adverb ("schon im Mai in Rom") belongs to the predicate, "auch der Grüne Moser" as its subject."""
    verb = parse.verb_above(token)
    if verb is None:
        return
    kids = list(parse.kids(token))
    named = any(parse.deps[k] in {"appos", "flat"} and parse.pos[k] == "PROPN" for k in kids)
    named = named and all("N" in parse.words.cases.get(parse.lower[k], "N") for k in kids if parse.deps[k] == "det")
    other = next((k for k in parse.kids(verb) if parse.deps[k] in SUBJECTS), None)
    before = named and not parse.marks(token) and token < parse.finite(verb)
    if (
        before
        and other is not None
        and is_bare(parse, other)
        and "obj" not in map(parse.deps.__getitem__, parse.kids(verb))
    ):
        parse.deps[other], other = "obj", None
    parse.heads[token], parse.deps[token] = verb, "nsubj" if before and other is None else "obl"


def _copular_clause(parse: Arcs, copula: int) -> None:
    """In "Estland sei in der EU, sagte er" an argument with a copula is the subject of that copula's own clause."""
    subject = parse.heads[copula]
    if any(parse.deps[k] == "nsubj" for k in parse.kids(subject)):
        return
    parse.heads[copula], parse.deps[copula] = parse.heads[subject], "ccomp"
    parse.heads[subject], parse.deps[subject] = copula, "nsubj"


def _saxon(parse: Arcs, token: int, noun: int) -> None:
    """In "mit Putins Beauftragtem" a genitive before its noun takes neither the preposition nor the noun's place."""
    heads, deps = parse.heads, parse.deps
    if deps[token] in {"flat", "flat:name"} and heads[token] == token - 1:
        token -= 1  # "unter Hans Hubers Leitung"
    marks = [k for k in range(max(0, token - 2), token) if heads[k] == token and deps[k] == "case"]
    if heads[token] == noun:
        deps[token] = "nmod:poss"
    elif heads[noun] == token and deps[noun] in {"nmod", "appos", "flat", "obl", "obj", "conj"}:
        parse.replace(token, noun)
        deps[token] = "nmod:poss"
    elif deps[token] == deps[noun] == "obj" and heads[token] == heads[noun]:
        heads[token], deps[token] = noun, "nmod:poss"
    elif marks and heads[noun] == heads[token]:
        deps[noun] = deps[token]
        heads[token], deps[token] = noun, "nmod:poss"
    else:
        return
    for mark in marks:
        heads[mark] = noun
