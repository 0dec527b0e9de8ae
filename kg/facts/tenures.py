"""How long an office is held, and who takes or leaves it by the name of the post.

"der frühere Chef", "war lange Chef", "von 1998 bis 2005 Kanzler", "trat als Chef zurück", "übernahm das Amt des Präsidenten",
"der Rücktritt von Jan Moser als Präsident".
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import HAPPENED, Decision
from kg.facts.holders import Office
from kg.facts.setting import time_of
from kg.model import Factuality, Time

TENURED = frozenset({"heads", "worksFor", "represents", "advises"})
WAS = frozenset({"war", "waren", "gewesen"})
HAD = frozenset({"hatte", "hatten"})
REACH = 9


def is_over(context: Context, office: Office) -> bool:
    """Whether the office is said to be held no longer: "Ex-Chef", "früherer Chef", "war lange Chef", "bis 2005 Chef"."""
    tree = context.tree
    said = [office.token] if office.clause is None else [office.token, office.clause]
    past = any(tree.deps[k] == "cop" and tree.lower[k] in WAS for token in said for k in tree.kids[token])
    no_more = office.clause is not None and any(
        tree.lower[k] == "mehr" and tree.lower[k - 1] == "nicht" for k in tree.kids[office.clause]
    )
    relative = any(tree.deps[k] == "nsubj" and tree.pos[k] == "PRON" for k in tree.kids[office.token])
    return (
        past
        or no_more
        or office.role.former
        or adjectives(context, office, "former_adjectives")
        or office.clause is None
        and (_is_replaced(context, office) or relative and _was_behind(context, office.token))
        or has_ended(context, office.token)
    )


def adjectives(context: Context, office: Office, name: str) -> bool:
    """Whether an attribute of the office begins like one of the stems of a list of ``roles``."""
    tree, token = context.tree, office.token
    stems = tuple(context.lexicon.table("roles")[name])
    before = token - 1
    if before >= 0 and tree.pos[before] == "ADJ" and tree.lower[before].startswith(stems):
        return True
    own = any(tree.deps[k].startswith("det") or tree.deps[k] == "amod" for k in tree.kids[token])
    shared = tree.deps[token] == "conj" and not own  # "der frühere Präsident und Direktor"
    near = [*tree.kids[token], *(tree.kids[tree.heads[token]] if shared else [])]
    return any(tree.deps[k] in {"amod", "advmod"} and tree.lower[k].startswith(stems) for k in near)


def _is_replaced(context: Context, office: Office) -> bool:
    """Whether the holder is whom somebody follows: "löst Peter Moser als Chef ab"."""
    tree, holder = context.tree, office.far[0]
    verb = context.clauses.get(tree.heads[holder])
    if verb is None or verb.lemma not in context.lexicon.table("roles")["succeeding"]:
        return False
    return holder in (*verb.slots.get("obj", ()), *verb.slots.get("dat", ()))


def _was_behind(context: Context, token: int) -> bool:
    """Whether "war" closes the relative clause of an office that the parse takes for an apposition."""
    tree = context.tree
    end = tree.sentences[tree.sentence_of[token]][1]
    close = next((t for t in range(token + 1, min(end, token + REACH)) if tree.words[t] == ","), end)
    return tree.lower[close - 1] in WAS


def has_ended(context: Context, token: int) -> bool:
    """Whether the years named with a word, between commas, are over by the date of the article: "von 1998 bis 2005"."""
    tree = context.tree
    low, high = tree.sentences[tree.sentence_of[token]]
    if not any(word in {"bis", "zwischen"} for word in tree.lower[max(low, token - REACH) : token + REACH]):
        return False
    start = max((t + 1 for t in range(low, token) if tree.words[t] in {",", ";"}), default=low)
    end = min((t for t in range(token + 1, high) if tree.words[t] in {",", ";"}), default=high)
    found = re.search(context.lexicon.table("roles")["years"], " ".join(tree.lower[start:end]))
    if found is None:
        return False
    first, last = found.group("first"), found.group("last")
    return last < context.article.date[:4] if context.article.date else first is not None


def was(context: Context, clause: Clause) -> bool:
    """Whether a clause tells what somebody did for a body in former times: "hatte lange für X gearbeitet"."""
    tree, table = context.tree, context.lexicon.table("roles")
    if clause.lemma not in table["lasting"]:
        return False
    aux = {tree.lower[k] for k in (*clause.auxiliaries, *(k for k in tree.kids[clause.head] if tree.deps[k] == "cop"))}
    once = any(tree.lower[k] in table["once"] for k in tree.kids[clause.head])
    return bool(aux & (HAD | WAS)) or once or has_ended(context, clause.head)


def held_when(context: Context, office: Office, clause: Clause | None) -> Time | None:
    """When an office is held or taken: by the clause that says it ("war 1980 bis 1989 Präsident"), else from when to when."""
    if clause is not None:
        return None if leaves(context, clause, office) else time_of(context, clause)
    times = (context.times.get(k) for k in context.tree.kids[office.token])
    return next((time for time in times if time is not None and "/" in (time.edtf or "")), None)


def leaves(context: Context, clause: Clause, office: Office) -> bool:
    """Whether a clause is about leaving a post, or its holder is replaced in it."""
    table = context.lexicon.table("roles")
    if clause.lemma in table["succeeding"]:
        return any(office.far[0] in clause.slots.get(slot, ()) for slot in ("obj", "dat", "auf"))
    return clause.lemma in table["leaving"]


def after_leaving(decision: Decision) -> tuple[Decision, bool]:
    """What leaving says of the post: it is over once it has happened, and held as long as it is only planned or denied."""
    if decision.factuality in HAPPENED:
        return decision, True
    return replace(decision, factuality=Factuality.ASSERTED), False


def proposed(context: Context, office: Office, decision: Decision) -> Decision:
    """What is said of an office that somebody is only named for: "ist als Chef im Gespräch", "schlug ihn als Chef vor"."""
    if decision.factuality not in HAPPENED:
        return decision
    clause = context.clauses.get(office.clause) if office.clause is not None else None
    tree, words = context.tree, context.lexicon.table("roles")["proposing"]
    stems = tuple(context.lexicon.table("roles")["possible_adjectives"])
    for name, factuality in (("planned", Factuality.PLANNED), ("possible", Factuality.POSSIBLE)):
        if clause is not None and clause.lemma in words[name]:
            return replace(decision, factuality=factuality)
    if any(tree.lower[k].startswith(stems) for k in tree.kids[office.token] if tree.deps[k] == "amod") or _in_talk(
        context, office, words["talked_of"]
    ):
        return replace(decision, factuality=Factuality.POSSIBLE)
    return decision


def _in_talk(context: Context, office: Office, nouns: list[str]) -> bool:
    """Whether "im Gespräch" and the like stands beside the office or in the clause that gives it to the holder."""
    tree, token = context.tree, office.token
    said = {token, tree.heads[token], *office.far}
    if not any(tree.lower[k] == "als" for k in tree.kids[token]):
        return False
    near = {k for t in said for k in (t, *tree.kids[t]) if tree.lemmas[k] in nouns}
    return any((mark := tree.case_mark(k)) is not None and tree.lower[mark] in {"im", "zur"} for k in near)
