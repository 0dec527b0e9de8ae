"""Repairs of names that a parser gave to the word beside them: relative pronouns, attributes, predicate nouns.

Like `kg.language.misattached`, of which they are a part, each looks for what Universal Dependencies rule out.
"""

from __future__ import annotations

from kg.language.arcs import INSIDE, NOMINAL, SUBJECTS, VERBAL, Arcs

BECOMING = frozenset(
    {"bleiben", "bleibt", "blieb", "blieben", "geblieben", "geworden", "werden", "wird", "wurde", "wurden"}
)
INFLECTED, OPENING = ("e", "em", "en", "er", "es"), frozenset({"„", "“", '"', "»", "«"})
GENITIVE = ("s", "ß", "x", "z", "'", "’")
COPULAS = frozenset({"ist", "sind", "war", "waren"})
NAMED = frozenset({"appos", "flat", "flat:name"})
WITHIN = 8  # words that a bracket may hold before the one that a list was hung on
MASCULINE = frozenset({"dem", "den", "des", "ein", "einem", "einen", "eines"})
PRONOUNS = {"das": "obj", "dem": "iobj", "den": "obj", "die": "obj"}


def relative(parse: Arcs, token: int) -> None:
    """The first word of a relative clause is its pronoun, no name's article: "der Vertrag, [den] Putin unterzeichnet"."""
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if noun == token + 1 and parse.pos[token - 1] == "ADP":
        _relative_phrase(parse, token)
    if noun != token + 1 or parse.pos[noun] != "PROPN" or parse.lower[token - 1] != ",":
        return
    word = parse.lower[token]
    if parse.deps[verb] != "acl:relcl" or word not in {"der", *PRONOUNS} or parse.marks(noun):
        return
    kids = list(parse.kids(verb))
    if any(parse.pos[k] == "PRON" and parse.lower[k] in {*parse.words.articles, "deren", "dessen"} for k in kids):
        return
    if word == "der":
        if not _masculine(parse, parse.heads[verb]):
            return
        role, parse.deps[noun] = "nsubj", "obj"
    elif parse.deps[noun] == "obj" and word in {"das", "die"}:
        role = "nsubj"
    else:
        role = PRONOUNS[word]
        if not any(parse.deps[k] in SUBJECTS for k in kids if k != noun):
            parse.deps[noun] = "nsubj"
    parse.heads[token], parse.deps[token], parse.pos[token] = verb, role, "PRON"


def _relative_phrase(parse: Arcs, token: int) -> None:
    """Nor is it one behind the preposition that opens a clause: "die Firma, an [der] Siemens beteiligt ist"."""
    noun, mark = token + 1, token - 1
    verb = parse.heads[noun]
    opens = token > 1 and parse.lower[mark - 1] == "," and parse.heads[mark] in {noun, verb}
    if (
        not opens
        or parse.pos[noun] not in NOMINAL
        or parse.lower[token] not in {"dem", "der", "denen"}
        or parse.deps[verb] != "acl:relcl"
        or verb < noun
    ):
        return
    others = [k for k in parse.kids(verb) if parse.deps[k] in SUBJECTS and k != noun]
    if any(k < noun for k in others):
        return
    for k in others:
        parse.deps[k] = "obj"
    parse.heads[mark], parse.deps[mark], parse.heads[token] = token, "case", verb
    parse.deps[token], parse.pos[token], parse.deps[noun] = "obl", "PRON", "nsubj"


def _masculine(parse: Arcs, noun: int) -> bool:
    """Whether no determiner or title shows that a noun is feminine or plural."""
    forms = [parse.lower[k] for k in parse.kids(noun) if parse.deps[k] in {"det", "det:poss"}]
    name = parse.pos[noun] == "PROPN"  # "Martin" is no "Ministerin"
    plain = (name or not parse.lower[noun].endswith("in")) and (bool(forms) or name)
    return plain and all(form in MASCULINE for form in forms)


def attributed(parse: Arcs, token: int) -> None:
    """What stands behind an attribute is what it is an attribute of: "Nachfolger des entlassenen [Matthias Sammer]"."""
    attribute = token - 1
    noun = parse.heads[attribute]
    if parse.heads[token] != attribute or parse.deps[attribute] != "amod" or noun >= attribute:
        return
    parse.heads[token], parse.heads[attribute] = noun, token
    parse.deps[token] = "nmod"
    opening = next((k for k in range(noun + 1, attribute) if parse.pos[k] == "DET"), None)
    if opening is not None:
        parse.heads[opening], parse.deps[opening] = token, "det"


def precedes(parse: Arcs, token: int) -> None:
    """An attribute stands before its noun: in "Chef der in Linz angesiedelten „Post AG“" the firm, not the chief, is seated."""
    noun, behind = parse.heads[token], token + 1
    behind += behind < len(parse.pos) and parse.lower[behind] in OPENING
    if noun > token or behind >= len(parse.pos) or parse.pos[behind] not in NOMINAL or parse.heads[behind] == token:
        return
    if not parse.lower[token].endswith(INFLECTED) or token in parse.above(behind):
        return
    opening = next((k for k in range(noun + 1, token) if parse.pos[k] == "DET" and parse.pos[k + 1] != "ADJ"), None)
    if opening is None:
        return
    parse.heads[token] = behind
    parse.heads[opening], parse.deps[opening] = behind, "det"
    if parse.heads[behind] < noun or parse.deps[behind] in {"nmod", "appos", "flat"}:
        parse.heads[behind], parse.deps[behind] = noun, "nmod"


def predicate_noun(parse: Arcs, token: int) -> None:
    """What somebody becomes has no subject of its own: "wurde [die SPD] stärkste Kraft", "ist [Köhler] Sieger geworden"."""
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if parse.lower[verb] not in BECOMING or parse.deps[noun] not in {"xcomp", *SUBJECTS} or token > noun:
        return
    if any(parse.deps[k] == "cop" for k in parse.kids(noun)):
        return
    if any(parse.deps[k] in SUBJECTS for k in parse.kids(verb) if k != noun):
        return
    parse.heads[token], parse.deps[noun] = verb, "xcomp"
    parse.deps[token] = "nsubj"


def beside_event(parse: Arcs, token: int) -> None:
    """A name behind "bei einem Angriff" is not what the noun is called, if its verb lacks one."""
    noun = parse.heads[token]
    if noun != token - 1 or parse.pos[noun] != "NOUN" or not parse.marks(noun):
        return
    verb = parse.verb_above(noun)
    if verb is None or verb < token or parse.heads[noun] != verb:
        return
    if not any(parse.deps[k] == "det" and parse.lower[k].startswith("ein") for k in parse.kids(noun)):
        return
    roles = {parse.deps[k] for k in parse.kids(verb)}
    role = "obj" if roles & SUBJECTS else "nsubj:pass" if "aux:pass" in roles else "nsubj"
    if role not in roles and not (role == "obj" and {"aux:pass", "ccomp"} & roles):
        parse.heads[token], parse.deps[token] = verb, role


def beside_subject(parse: Arcs, token: int) -> None:
    """A person is no other name of a body: "verpflichtete das ZDF [Gero von Boehm]" has it as its object."""
    body = parse.heads[token]
    verb = parse.heads[body]
    if body != token - 1 or parse.pos[body] != "PROPN" or parse.deps[body] != "nsubj" or verb >= body:
        return
    determined = any(parse.deps[k] == "det" for k in parse.kids(body))
    roles = {parse.deps[k] for k in parse.kids(verb)}
    if parse.lower[body].endswith(parse.words.holders):
        return  # "schlug der SPD-Chef [Jan Moser] den Minister vor"
    if determined and parse.lower[token] in parse.words.given and parse.pos[verb] in VERBAL and "obj" not in roles:
        parse.heads[token], parse.deps[token] = verb, "obj"


def behind_town(parse: Arcs, token: int) -> None:
    """A given name opens the name of a person, which is no part of a town's, day's or match's: "traf am Sonntag [Jan Moser]"."""
    town = parse.heads[token]
    marks, verb = parse.marks(town), parse.verb_above(town)
    contest = parse.lower[town].endswith(parse.words.contests)
    plain = parse.pos[town] == "PROPN" or contest
    if (
        town != token - 1
        or not marks
        or not plain
        or parse.lower[marks[0]] not in {"am", "aus", "bei", "beim", "im", "in", "nach"}
        or verb is None
    ):
        return
    surname = (
        token + 1 < len(parse.heads) and parse.pos[token + 1] == "PROPN" and parse.heads[token + 1] in {token, town}
    )
    given = parse.words.given
    if surname and contest and parse.lower[token + 1].endswith("s"):
        return  # "nach der Wahl Jan Mosers"
    if not surname or parse.lower[token] not in given or parse.lower[town] in given or parse.lower[token + 1] in given:
        return
    roles = {parse.deps[k] for k in parse.kids(verb)}
    subject = "nsubj:pass" if "aux:pass" in roles else "nsubj"
    parse.heads[token], parse.heads[token + 1] = verb, token
    parse.deps[token] = "obj" if roles & SUBJECTS and "obj" not in roles else "iobj" if roles & SUBJECTS else subject


def beside_date(parse: Arcs, token: int) -> None:
    """No day is anybody's who is in the nominative: "war am 20. August auch [der frühere Minister] anwesend" has him as its subject."""
    day, predicate = parse.heads[token], parse.heads[parse.heads[token]]
    if parse.lower[day] not in parse.words.weekdays | parse.words.months or parse.marks(token) or predicate == day:
        return
    opening = min((k for k in parse.kids(token) if k < token and parse.pos[k] == "DET"), default=token)
    word, behind = parse.lower[opening], parse.lower[opening + 1]
    weak = word == "der" and opening + 1 < token and behind.endswith("e")  # "der frühere", but "der früheren"
    if not weak and word not in {"das", "die", "ein", "eine"} or parse.has_subject(predicate):
        return
    passive = any(parse.deps[k] == "aux:pass" for k in parse.kids(predicate))
    parse.heads[token], parse.deps[token] = predicate, "nsubj:pass" if passive else "nsubj"
    if opening != token:
        parse.deps[opening] = "det"


def no_possessor(parse: Arcs, token: int) -> None:
    """A name before a noun that is no genitive by its form is the verb's: "wirft [Karl Moser] Untreue vor"."""
    noun = parse.heads[token]
    verb = parse.heads[noun]
    last = max([token, *(k for k in parse.kids(token) if parse.deps[k] in {"flat", "flat:name"})])
    if noun != last + 1 or parse.pos[token] != "PROPN" or parse.pos[noun] != "NOUN" or parse.deps[noun] != "obj":
        return
    if parse.lower[last].endswith(GENITIVE) or parse.marks(token) or parse.pos[verb] not in VERBAL:
        return
    if parse.has_subject(verb) and not any(parse.deps[k] == "iobj" for k in parse.kids(verb)):
        parse.heads[token], parse.deps[token] = verb, "iobj"


def predicate_passive(parse: Arcs, token: int) -> None:
    """A noun has no passive: in "Moser wird [Nachfolger] von Huber" it is what he becomes."""
    noun = parse.heads[token]
    if parse.pos[noun] == "NOUN" and parse.lower[token] in BECOMING:
        parse.deps[token] = "cop"
        for k in parse.kids(noun):
            if parse.deps[k] == "nsubj:pass":
                parse.deps[k] = "nsubj"


def perfect_first(parse: Arcs, token: int) -> None:
    """An adverb that opens a clause has no copula: in "Überraschend ist [der Präsident] eingetroffen" it is the verb's."""
    adverb = parse.heads[token]
    verb = parse.heads[adverb]
    if token != adverb + 1 or parse.lower[token] not in COPULAS or parse.deps[adverb] != "advmod":
        return
    if parse.pos[verb] != "VERB" or verb < token:
        return
    behind = [k for k in parse.kids(adverb) if k > token and parse.pos[k] not in INSIDE]
    parse.heads[token], parse.deps[token] = verb, "aux"
    for k in behind:
        if parse.pos[k] in NOMINAL and not parse.marks(k):
            parse.deps[k] = "obj" if parse.has_subject(verb) else "nsubj"
        parse.heads[k] = verb


def bracketed(parse: Arcs, token: int) -> None:
    """What stands alone in brackets is of the name before it: "es kamen Moser (Chile) und Huber ([Peru])"."""
    closing = next((k for k in range(token + 1, min(token + WITHIN, len(parse.heads))) if parse.lower[k] == ")"), 0)
    head = parse.heads[token]
    host = _name_before(parse, token - 1)
    inside = range(token, closing)
    if not closing or host is None or head in inside or any(parse.pos[k] not in NOMINAL for k in inside):
        return
    if parse.deps[token] != "flat" and head != host and host in range(head, token) and not _under(parse, host, token):
        parse.heads[token], parse.deps[token] = host, "appos"


def conjoined(parse: Arcs, token: int) -> None:
    """What a conjunct is coordinated with, where the parser took for it the name beside a noun, a bracket or a side of two."""
    beyond_apposition(parse, token)
    beyond_brackets(parse, token)
    between(parse, token)


def beyond_apposition(parse: Arcs, token: int) -> None:
    """What has an article of its own is coordinated with a noun, not with its name: "seine Frau Anna und [der Maler] Jan Moser"."""
    name = parse.heads[token]
    noun = parse.heads[name]
    if parse.deps[name] != "appos" or parse.pos[name] != "PROPN" or not noun < name < token:
        return
    determined = [any(parse.deps[k] in {"det", "det:poss"} for k in parse.kids(n)) for n in (noun, token)]
    person = parse.lower[name] in parse.words.given and determined[1]  # "Betriebsratschef Jan Moser und [die AUA]"
    if parse.pos[noun] in NOMINAL and (person or parse.pos[noun] == parse.pos[token] == "NOUN" and all(determined)):
        parse.heads[token] = noun


def beyond_brackets(parse: Arcs, token: int) -> None:
    """A list goes on outside the brackets, and with whole names: "Jan Moser (Chile), [Eva Huber] (Peru)"."""
    head = parse.heads[token]
    behind = parse.lower[head + 1 : token]
    if parse.lower[token - 2] == ")" and _bracket_after(parse, token):
        host = _host_of(parse, token - 2)
    elif behind.count(")") > behind.count("("):
        host = _host_of(parse, head)
    else:
        whole = parse.deps[head] in {"flat", "flat:name"} and parse.deps[token] == "conj"
        host = parse.heads[head] if whole else None
    if host is not None and parse.deps[host] == "conj":
        host = parse.heads[host]
    if host is not None and host < token and not _under(parse, host, token):
        parse.heads[token], parse.deps[token] = host, "conj"


def _under(parse: Arcs, token: int, above: int) -> bool:
    """Whether a token hangs on another, directly or not: to hang that on it would close a circle."""
    return token == above or above in parse.above(token)


def _bracket_after(parse: Arcs, token: int) -> bool:
    """Whether a name of a list has a bracket of its own."""
    if parse.lower[token - 1] != "," and parse.lower[token - 1] not in parse.words.coordinating:
        return False
    end = token + 1
    while end < len(parse.heads) and parse.deps[end] in {"flat", "flat:name"}:
        end += 1
    return end < len(parse.heads) and parse.lower[end] == "("


def _host_of(parse: Arcs, within: int) -> int | None:
    """The head of the nominal before the bracket that holds a token."""
    opening = next((k for k in range(within - 1, max(-1, within - WITHIN), -1) if parse.lower[k] == "("), None)
    return None if opening is None else _name_before(parse, opening)


def _name_before(parse: Arcs, opening: int) -> int | None:
    """The head of the nominal that ends before a bracket."""
    host = opening - 1
    if host < 0 or parse.pos[host] not in NOMINAL:
        return None
    while parse.deps[host] in NAMED and parse.heads[host] < host and parse.pos[parse.heads[host]] in NOMINAL:
        host = parse.heads[host]
    return host


def between(parse: Arcs, token: int) -> None:
    """There are two behind "zwischen": in "ein Abkommen zwischen Berlin und [dem Bund]" the Bund is joined to Berlin."""
    noun = parse.heads[token]
    if parse.deps[token] != "conj" or noun >= token:
        return
    behind = (k for k in parse.kids(noun) if noun < k < token)
    first = next((k for k in behind if any(parse.lower[mark] == "zwischen" for mark in parse.marks(k))), None)
    joint = next((k for k in parse.kids(token) if parse.deps[k] == "cc" and parse.lower[k] == "und"), None)
    if first is None or joint is None or any(parse.deps[k] == "conj" for k in parse.kids(first)):
        return
    if all(parse.pos[t] in {*NOMINAL, "DET", "ADJ", "NUM"} for t in range(first + 1, joint)):
        parse.heads[token] = first


def of_last(parse: Arcs, token: int) -> None:
    """A genitive is of the noun right before it: "der Gouverneur Floridas und Bruder [des Präsidenten]" is the latter's brother."""
    head, first = parse.heads[token], token
    while first > 0 and (parse.pos[first - 1] in INSIDE or parse.heads[first - 1] == token):
        first -= 1
    last = first - 1
    if last <= head or parse.deps[last] != "conj" or parse.heads[last] != head or parse.pos[last] != "NOUN":
        return
    owned = any(parse.deps[k] in {"nmod", "nmod:poss"} and head < k < last for k in parse.kids(head))
    if owned and not parse.marks(token) and "G" in parse.cases_of(parse.lower[first]):
        parse.heads[token] = last
