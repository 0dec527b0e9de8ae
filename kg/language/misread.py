"""Repairs of who is subject and who object: determiners and pronouns, names side by side, datives without their case.

Like `kg.language.misattached`, of which they are a part, each looks for what Universal Dependencies rule out.
"""

from __future__ import annotations

from kg.language.arcs import AUXILIARY, INSIDE, NOMINAL, SUBJECTS, VERBAL, Arcs, second_name

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent"})
RELATIVES = frozenset({"das", "der", "die", "welche", "welcher", "welches"})


def aside(parse: Arcs, token: int) -> None:
    """In "die AUA, eine Tochter der Lufthansa, streicht" nothing is coordinated: that takes an "und"."""
    head = parse.heads[token]
    if parse.lower[token - 2] != "," or parse.pos[token - 1] != "DET" or parse.heads[token - 1] != token:
        return
    row = [k for k in parse.kids(head) if parse.deps[k] == "conj"]
    if len(row) == 1 and not any(parse.deps[k] == "cc" for one in (head, token) for k in parse.kids(one)):
        parse.deps[token] = "appos"


def two_titles(parse: Arcs, token: int) -> None:
    """Behind a whole name and a comma two nouns say what a person is: "Jan Moser, [Gründer und Chef] der Firma, ging"."""
    name, first = parse.heads[token], token - 1
    while first > name and parse.pos[first] in INSIDE:
        first -= 1
    last = max([name, *(k for k in parse.kids(name) if k < token and parse.deps[k] in {"flat", "flat:name"})])
    if first != last + 1 or parse.lower[first] != "," or last == name or parse.pos[name] != "PROPN":
        return
    row = [k for k in parse.kids(name) if parse.deps[k] == "conj" and k > token]
    joined = [k for one in row for k in parse.kids(one) if parse.deps[k] == "cc" and k > token]
    if len(row) != 1 or not joined or {parse.pos[token], parse.pos[row[0]]} != {"NOUN"}:
        return
    end = max(k for k in range(row[0], min(row[0] + 12, len(parse.heads))) if k == row[0] or row[0] in parse.above(k))
    if end + 1 < len(parse.heads) and parse.lower[end + 1] in {",", ".", ")", ":", "–"}:
        parse.deps[token], parse.heads[row[0]] = "appos", token


def of_title(parse: Arcs, token: int) -> None:
    """Behind a bare title a genitive is the title's: "Jan Moser, Obmann [der ÖVP] und Minister, kam"."""
    title = token - 2
    if parse.lower[token - 1] not in {"der", "des"} or parse.heads[token - 1] != token or parse.pos[title] != "NOUN":
        return
    if parse.deps[title] != "appos" or parse.heads[title] != parse.heads[token] or parse.lower[title - 1] != ",":
        return
    for k in list(parse.kids(token)):
        if parse.deps[k] == "conj" and parse.pos[k] == "NOUN" and parse.pos[token] == "PROPN":
            parse.heads[k] = title
    parse.heads[token], parse.deps[token] = title, "nmod"


def joined(parse: Arcs, token: int) -> None:
    """An argument that opens with "und" is coordinated with the one right before it: "Israel [und die Hamas] einigten sich"."""
    mark = token - 1
    while mark > 0 and parse.pos[mark] in INSIDE:
        mark -= 1
    if mark <= 0 or parse.lower[mark] not in parse.words.coordinating:
        return
    verb, before = parse.heads[token], mark - 1
    while parse.heads[before] != verb and parse.heads[before] < before and parse.pos[before] in NOMINAL:
        before = parse.heads[before]
    same = parse.heads[before] == verb and parse.deps[before] in ARGUMENTS and parse.pos[before] in NOMINAL
    if same and bool(parse.marks(before)) == bool(parse.marks(token)):
        parse.heads[token], parse.deps[token] = before, "conj"
        for k in range(mark, token):
            if parse.deps[k] in {"cc", "det", "dep"} and parse.heads[k] < k:
                parse.heads[k], parse.deps[k] = token, "cc" if k == mark else "det"


def next_person(parse: Arcs, token: int) -> None:
    """No name runs on behind "und" and a title: "Kanzlerin Merkel [und CSU-Chef Seehofer]"."""
    head = parse.heads[token]
    title = token - 1
    if token - head not in {3, 4} or parse.lower[title - 1] not in parse.words.coordinating:
        return
    if parse.heads[title] != token or parse.pos[title] not in NOMINAL or parse.deps[title] not in {"compound", "nmod"}:
        return
    while parse.deps[head] in {"appos", "flat", "flat:name"} and parse.heads[head] < head:
        head = parse.heads[head]
    parse.heads[token], parse.deps[token] = title, "appos"
    parse.heads[title], parse.deps[title] = head, "conj"


def measured(parse: Arcs, token: int) -> None:
    """In "zu fünf Jahren Haft" the noun says what there is so much of, and is no argument."""
    unit = token - 1
    if parse.deps[token] not in ARGUMENTS or not parse.marks(unit) or any(k < unit for k in parse.kids(token)):
        return
    if parse.heads[unit] == token:
        parse.heads[unit], parse.deps[unit] = parse.heads[token], "obl"
    parse.heads[token], parse.deps[token] = unit, "nmod"


def mutual(parse: Arcs, token: int) -> None:
    """In "einander trafen" the pronoun is the object."""
    if parse.pos[parse.heads[token]] in VERBAL:
        parse.deps[token], parse.pos[token] = "obj", "PRON"


def two_names(parse: Arcs, token: int) -> None:
    """In "traf Viktor Orban Angela Merkel" two people stand side by side, and the second is the object."""
    run = [token, *(k for k in range(token + 1, min(token + 5, len(parse.heads))) if parse.deps[k] == "flat")]
    top = parse.heads[token] if parse.deps[token] == "appos" else token
    verb = parse.heads[top]
    if run != list(range(token, token + 4)) or parse.pos[verb] not in VERBAL:
        return
    start = second_name(parse.lower[token : token + 4], parse.words.given)
    if start is None:
        return
    roles = {parse.deps[k] for k in parse.kids(verb) if k != top}
    second, last = run[start], run[start + 1]
    parse.heads[second], parse.heads[last] = verb, second
    subject = not {*roles, parse.deps[top]} & SUBJECTS
    parse.deps[second] = "nsubj" if subject else "iobj" if "obj" in roles else "obj"


def neither(parse: Arcs, token: int) -> None:
    """In "weder die USA noch Russland" the two are coordinated."""
    first = next((k for k in range(token - 1, max(-1, token - 7), -1) if parse.lower[k] == "weder"), None)
    one = parse.nominal_after(first) if first is not None else None
    other = parse.nominal_after(token)
    if one is None or other is None or one > token or parse.marks(one) or parse.marks(other):
        return
    if parse.heads[one] == parse.heads[other] and parse.pos[parse.heads[one]] in VERBAL:
        parse.heads[other], parse.deps[other] = one, "conj"
        parse.heads[token], parse.deps[token] = other, "cc"


def article(parse: Arcs, token: int) -> None:
    """In "berichtet, [der Iran] habe angegriffen" stands an article, not a relative pronoun beside a second subject."""
    noun = token + 1
    if parse.lower[token] not in parse.words.articles or noun >= len(parse.heads) or parse.pos[noun] not in NOMINAL:
        return
    relative = parse.deps[parse.heads[token]] == "acl:relcl"
    if relative and any(mark and parse.lower[mark - 1] == "," for mark in parse.marks(token)):
        return  # "die Firma, an [der] Siemens beteiligt ist"
    same = parse.deps[noun] in (SUBJECTS if parse.pos[token] == "PRON" else ARGUMENTS)
    if parse.heads[noun] == parse.heads[token] and same and not _opens_relative(parse, token):
        parse.heads[token], parse.deps[token], parse.pos[token] = noun, "det", "DET"


def _opens_relative(parse: Arcs, token: int) -> bool:
    """Whether a name behind the pronoun of a clause that ends with its verb is its object: "Kern, [der] Moser ablöste"."""
    verb, noun = parse.heads[token], token + 1
    last = max([verb, *(k for k in parse.kids(verb) if parse.deps[k] in AUXILIARY)])
    final = verb > noun and parse.finite(verb) == verb and parse.pos[min(last + 1, len(parse.pos) - 1)] == "PUNCT"
    if not final or parse.deps[verb] != "acl:relcl" or parse.lower[token - 1] != "," or parse.pos[noun] not in NOMINAL:
        return False
    if parse.lower[token] in RELATIVES and not any(parse.deps[k] == "obj" for k in parse.kids(verb)):
        parse.deps[token], parse.deps[noun], parse.pos[token] = "nsubj", "obj", "PRON"
    return True


def plural_relative(parse: Arcs, token: int) -> None:
    """No single name is the subject of a plural verb: in "die Grünen, [die] Jan Moser unterstützen" the pronoun is."""
    verb, noun = parse.heads[token], token + 1
    if parse.lower[token] != "die" or parse.lower[token - 1] != "," or parse.deps[verb] != "acl:relcl":
        return
    subjects = [k for k in parse.kids(verb) if parse.deps[k] == "nsubj"]
    finite = max([verb, *(k for k in parse.kids(verb) if parse.deps[k] in AUXILIARY)])
    if subjects != [noun] or finite < noun or parse.pos[noun] != "PROPN" or not parse.lower[finite].endswith("n"):
        return
    if parse.lower[noun] in parse.words.given and not any(parse.deps[k] == "conj" for k in parse.kids(noun)):
        parse.deps[token], parse.deps[noun] = "nsubj", "obj"


def second_subject(parse: Arcs, token: int) -> None:
    """Of two subjects around a finite verb the one behind it is the object: "Siemens verkauft die Tochter"."""
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj":
        return
    roles = {k: parse.deps[k] for k in parse.kids(verb)}
    if turned(parse, token, roles) or _names_turned(parse, token, roles) or _with_another(parse, token, roles):
        return
    before = any(
        dep == "nsubj" and k < parse.finite(verb) < token and parse.pos[k] in NOMINAL for k, dep in roles.items()
    )
    pronoun = any(dep == "nsubj" and parse.lower[k] in parse.words.nominatives for k, dep in roles.items())
    if not (before or pronoun) or parse.pos[verb] not in VERBAL or {"obj", "cop", "aux:pass"} & set(roles.values()):
        return
    determiners = [k for k in parse.kids(token) if parse.deps[k] == "det"]
    accusative = any("A" in parse.words.cases.get(parse.lower[k], "") for k in determiners)
    if pronoun or accusative or (parse.pos[token] == "PROPN" and not determiners):
        parse.deps[token] = "obj"


def _names_turned(parse: Arcs, token: int, roles: dict[int, str]) -> bool:
    """Of two nominals that show no case the first, a whole name, is the subject: "Sogar [CSU-Chef Jan Moser] lobte die CDU"."""
    finite = parse.finite(parse.heads[token])
    first = next((k for k, dep in roles.items() if dep == "obj" and k < finite < token), None)
    if (
        first is None
        or not (is_bare(parse, first) and (is_bare(parse, token) or _is_ambiguous(parse, token)))
        or parse.pos[parse.heads[token]] != "VERB"
    ):
        return False
    parse.deps[first], parse.deps[token] = "nsubj", "obj"
    return True


def _is_ambiguous(parse: Arcs, token: int) -> bool:
    """Whether the determiner of a noun allows the accusative too: "die Regierung", "das Land"."""
    determiners = [k for k in parse.kids(token) if parse.deps[k] == "det"]
    return bool(determiners) and all({"N", "A"} <= set(parse.words.cases.get(parse.lower[k], "")) for k in determiners)


def is_bare(parse: Arcs, token: int) -> bool:
    """Whether a nominal is a whole name, perhaps behind a title, that nothing shows the case of."""
    kids = [(parse.pos[k], parse.deps[k]) for k in parse.kids(token)]
    named = any(pos == "PROPN" and dep in {"appos", "flat"} for pos, dep in kids)
    return named and all(pos not in {"DET", "ADP", "ADJ"} for pos, _ in kids)


def _with_another(parse: Arcs, token: int, roles: dict[int, str]) -> bool:
    """What "und" joins to a subject is one with it: "sagten Moser, der den Plan kennt, [und Kern]"."""
    first = next((k for k, dep in roles.items() if dep == "nsubj" and k < token and parse.pos[k] in NOMINAL), None)
    opening = [k for k in parse.kids(token) if parse.deps[k] == "cc" and k < token]
    apart = opening and parse.pos[token] in NOMINAL and parse.lower[opening[0] - 1] == ","
    if first is None or not apart or first < parse.finite(parse.heads[token]):
        return False
    parse.heads[token], parse.deps[token] = first, "conj"
    return True


def turned(parse: Arcs, token: int, roles: dict[int, str]) -> bool:
    """In "weil [die Regierung] Georgien lobt" the first of two is the subject: what a parser turned round is turned back."""
    verb, first = parse.heads[token], token - 1
    if roles.get(first) != "obj" or parse.pos[token] != "PROPN" or verb < token or "mark" not in roles.values():
        return False
    determiners = [parse.lower[k] for k in parse.kids(first) if parse.deps[k] == "det"]
    if not determiners or not all("N" in parse.words.cases.get(word, "") for word in determiners):
        return False
    parse.deps[first], parse.deps[token] = "nsubj", "obj"
    return True


def fronted(parse: Arcs, token: int) -> None:
    """What is judged or voiced does not judge: in "Die Kritik der SPÖ wies [Kurz] zurück" the name behind the verb is the subject."""
    verb = parse.heads[token]
    if not parse.lower[verb].startswith(parse.words.judging) or not parse.is_matter(token):
        return
    finite = parse.finite(verb)
    passive = any(parse.deps[k] in {"aux:pass", "cop"} for k in parse.kids(verb))
    if (
        parse.deps[token] != "nsubj"
        or token > finite
        or parse.pos[verb] != "VERB"
        or passive
        or not _any_case(parse, token)
    ):
        return
    behind = (k for k in parse.kids(verb) if k > finite and parse.deps[k] in {"nsubj", "obj", "iobj"})
    other = next((k for k in behind if parse.pos[k] in NOMINAL), None)
    if other is not None and not parse.is_matter(other) and _any_case(parse, other, "N"):
        parse.deps[token], parse.deps[other] = "obj", "nsubj"


def feminine(parse: Arcs, token: int) -> None:
    """In "[Der SPÖ] wirft Kurz Blockade vor" the article is a dative, and the name behind the verb the subject."""
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.lower[token] not in parse.words.feminine or parse.pos[verb] != "VERB":
        return
    if token == 0 or parse.lower[token - 1] != "der" or parse.heads[token - 1] != token or token > parse.finite(verb):
        return
    behind = (k for k in parse.kids(verb) if k > parse.finite(verb) and parse.deps[k] in {"nsubj", "obj", "iobj"})
    other = next((k for k in behind if parse.pos[k] == "PROPN" and _any_case(parse, k, "N")), None)
    if other is not None:
        parse.deps[token], parse.deps[other] = "iobj", "nsubj"


def _any_case(parse: Arcs, noun: int, case: str = "A") -> bool:
    """Whether the determiners of a noun, if it has any, allow a case."""
    determiners = (k for k in parse.kids(noun) if parse.deps[k] in {"det", "det:poss"})
    return all(case in parse.words.cases.get(parse.lower[k], case) for k in determiners)


def relative_matter(parse: Arcs, token: int) -> None:
    """Nor does it in a relative clause of its own: in "die Vorwürfe, die [die SPÖ] erhebt" the party is the subject."""
    verb = parse.heads[token]
    noun = parse.heads[verb]
    ours = parse.deps[verb] == "acl:relcl" and parse.is_matter(noun)
    if not ours or parse.lower[token] not in RELATIVES - {"der", "welcher"} or parse.deps[token] != "nsubj":
        return
    if not parse.lower[verb].startswith(parse.words.judging) or any(
        parse.deps[k] == "aux:pass" for k in parse.kids(verb)
    ):
        return
    behind = (k for k in parse.kids(verb) if token < k < verb and parse.deps[k] in {"obj", "iobj"})
    other = next((k for k in behind if parse.pos[k] in NOMINAL), None)
    if other is not None and _any_case(parse, other, "N"):
        parse.deps[token], parse.deps[other] = "obj", "nsubj"


def of_matter(parse: Arcs, token: int) -> None:
    """A name behind what somebody says or does is its owner: "die Äußerungen [Donald Trumps]", no apposition.

    So is it behind a relative who is an apposition himself: "Eva Kern, die Tochter [Karl Mosers]".
    """
    head = parse.heads[token]
    last = max((k for k in parse.kids(token) if parse.deps[k] in {"flat", "flat:name"}), default=token)
    kin = parse.lower[head] in parse.words.kin and parse.deps[head] == "appos" and parse.pos[head - 1] == "DET"
    if head == token - 1 and (kin or parse.is_matter(head)) and parse.lower[last].endswith("s"):
        parse.deps[token] = "nmod"


def source(parse: Arcs, token: int) -> None:
    """Who says so is no apposition: "Die Regierung, [so die Ministerin], habe versagt"."""
    first = min((k for k in parse.kids(token) if k < token and parse.pos[k] != "PUNCT"), default=token)
    opens = first if parse.lower[first] == "so" else first - 1
    if opens > 0 and parse.lower[opens] == "so" and parse.lower[opens - 1] == ",":
        parse.heads[token] = next((k for k in parse.above(token) if parse.pos[k] in VERBAL), parse.heads[token])
        parse.deps[token] = "parataxis"


def relative_object(parse: Arcs, token: int) -> None:
    """A relative pronoun is the subject of all its verbs: "eine Resolution, welche … rügt und [die Regierung] auffordert"."""
    verb = parse.heads[token]
    first = parse.heads[verb]
    if parse.deps[token] != "nsubj" or parse.deps[verb] != "conj" or parse.deps[first] != "acl:relcl" or token > verb:
        return
    opens = any(parse.deps[k] == "nsubj" and parse.lower[k] in RELATIVES for k in parse.kids(first) if k < token)
    roles = {parse.deps[k] for k in parse.kids(verb)}
    determiners = [k for k in parse.kids(token) if parse.deps[k].startswith("det")]
    accusative = all("A" in parse.words.cases.get(parse.lower[k], "A") for k in determiners)
    if opens and accusative and parse.pos[verb] == "VERB" and not {"obj", "cop", "aux:pass"} & roles:
        parse.deps[token] = "obj"


def before_object(parse: Arcs, token: int) -> None:
    """In "warf [der ÖVP] Verrat vor" the determiner fits no object but a dative, which is the name between the two."""
    noun, before = parse.heads[token], token - 1
    if noun != token + 1 or parse.deps[noun] != "obj" or before < 0 or parse.pos[before] != "DET":
        return
    cases = parse.words.cases.get(parse.lower[before], "A")
    if "A" in cases or "D" not in cases or parse.pos[token] != "PROPN":
        return
    parse.heads[token], parse.deps[token] = parse.heads[noun], "iobj"
    parse.heads[before], parse.deps[before] = token, "det"


def of_holder(parse: Arcs, token: int) -> None:
    """A name behind a comma is of who holds an office, not of what that is of: "der Chef der Firma, [Jan Kern],"."""
    noun = top = parse.heads[token]
    while parse.deps[top] == "nmod" and parse.pos[parse.heads[top]] == "NOUN" and parse.heads[top] < top:
        top = parse.heads[top]
    if top != noun and parse.lower[top].endswith(parse.words.holders):
        parse.heads[token] = top


def told_apart(parse: Arcs, token: int) -> None:
    """Behind a name between commas the dative is who is told it: "sagte der Chef, Jan Moser, [der Agentur AFP]"."""
    opening = next((k for k in range(token - 1, max(0, token - 3), -1) if parse.lower[k] in {"der", "dem"}), 0)
    verb = parse.verb_above(token)
    if opening < 3 or verb is None or parse.lower[opening - 1] != "," or parse.marks(token):
        return
    subject = next((k for k in parse.kids(verb) if parse.deps[k] == "nsubj" and verb < k < opening), None)
    name = [k for k in parse.kids(subject) if parse.deps[k] == "appos" and k < opening] if subject is not None else []
    if not name or parse.pos[name[0]] != "PROPN" or parse.heads[opening - 2] not in {name[0], subject}:
        return
    parse.heads[token], parse.deps[token] = verb, "iobj"
    parse.heads[opening], parse.deps[opening] = token, "det"


def of_name(parse: Arcs, token: int) -> None:
    """The name of a person has no genitive: in "sagte (Sprecherin) Eva Merk [der Zeitung]" it is told to somebody."""
    subject = parse.heads[token]
    if parse.deps[token] in {"flat", "flat:name"} and parse.deps[subject] == "appos":
        subject = parse.heads[subject]
    if parse.deps[subject] != "nsubj" or parse.pos[subject] not in NOMINAL or parse.marks(token) or token < subject:
        return
    head = next((k for k in parse.kids(subject) if parse.deps[k] == "appos" and subject < k < token), subject)
    name = [head, *(k for k in parse.kids(head) if parse.deps[k] in {"flat", "flat:name"} and k < token)]
    verb, determiner = parse.heads[subject], max(name) + 1
    bare = len(name) < 2 and any(parse.deps[k] == "det" for k in parse.kids(head))
    if parse.pos[head] != "PROPN" or bare or verb > subject:
        return
    if parse.heads[determiner] != token or parse.deps[determiner] != "det":
        return
    if "D" in parse.words.cases.get(parse.lower[determiner], "") and parse.pos[verb] in VERBAL:
        parse.heads[token], parse.deps[token] = verb, "iobj"
