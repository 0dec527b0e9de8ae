"""Shares in a company that a sentence does not name again: "Größter Aktionär ist X mit 30 Prozent", "Y hält 25 Prozent"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.affiliations import is_party
from kg.facts.belonging import BODY, OF, wholes
from kg.facts.bodies import count_bodies
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.factuality import decide
from kg.facts.fillers import direct, fillers
from kg.facts.holders import predicated
from kg.facts.situate import make_claim, phrase_claim
from kg.model import Claim, EntityType

HOLDERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY})
FIRMS: frozenset[str | None] = frozenset({"company"})
SPOKEN_OF: frozenset[str | None] = FIRMS | {"media", None}
FAMILIES = ("familie", "familien")
NEAR = 2  # sentences back in which the company is spoken of


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``owns`` for those who hold shares in what the text spoke of last, in text order."""
    yield from _investors(context)
    table, last = context.lexicon.table("holdings"), (-NEAR, "")
    for token in range(len(context.tree.words)):
        found = _holding(context, token, table) if token not in context.tree.skipped else None
        if found is None:
            continue
        clause, owners = found
        here = context.tree.sentence_of[token]
        good = last[1] if here - last[0] < NEAR else _spoken_of(context, token, {e for e, _ in owners})
        for owner, at in owners if good else ():
            if owner != good and context.entities[owner].named and not is_party(context, owner):
                last = (here, good)
                yield make_claim(context, clause, "owns", owner, good, "stakes", decide(context, clause), (token, at))


def _investors(context: Context) -> Iterator[Claim]:
    """The investor in whose genitive a company stands: "die Tele Nord (TN) des Medienunternehmers Jan Moser"."""
    tree, nouns = context.tree, tuple(context.lexicon.table("holdings")["investors"])
    for token, lower in enumerate(tree.lower):
        if token < 2 or not lower.endswith(nouns) or tree.lower[token - 1] not in {"der", "des"}:
            continue
        end, bracketed = token - 2, tree.words[token - 2] == ")"
        if token in tree.skipped or tree.deps[token] not in OF and not bracketed:
            continue
        if bracketed:
            end = next((k for k in range(end, max(0, end - 4), -1) if tree.words[k] == "("), end) - 1
        firms = [
            (m.entity, at)
            for at in range(max(0, end - 6), end + 1)
            for m in context.mentions.get(at, ())
            if m.kind == "name"
            and m.end == tree.ends[end]
            and context.entities[m.entity].type is EntityType.ORGANIZATION
            and (bracketed or tree.heads[token] in range(at, end + 1))
        ]
        owners = [(e, k) for k in (token, token + 1) for e in direct(context, k)]
        people = [
            (e, k) for e, k in owners if context.entities[e].type is EntityType.PERSON and context.entities[e].named
        ]
        for (firm, at), (owner, where) in zip(firms[:1], people[:1], strict=False):
            yield from phrase_claim(context, owner, "owns", firm, (at, where), "stakes")


def _holding(context: Context, token: int, table: dict[str, list[str]]) -> tuple[Clause, list[tuple[str, int]]] | None:
    """The clause of a word for shares or a shareholder with nothing that says of what, and who has them."""
    tree = context.tree
    clause = context.clauses.get(token)
    if clause is not None and clause.kind == "verb" and clause.lemma in table["having"] and not clause.passive:
        held = [t for t in clause.slots.get("obj", ()) if tree.lower[t] in table["stakes"]]
        loose = clause.lemma == "haben" or "mehrheit" in tree.lower[held[0]] if held else False
        sure = any(tree.lower[k] in table["shares"] for t in held for k in tree.kids[t])  # "20 Prozent der Anteile"
        if not held or not sure and not _of_shares(context, token, table, loose=loose):
            return None
        told = clause.slots.get("an") or any(wholes(context, t, BODY) or _shares_of(context, t) for t in held)
        return None if told else (clause, _people(context, clause.slots.get("subj", ())))
    if not tree.lower[token].endswith(tuple(table["owners"])) or tree.pos[token] != "NOUN":
        return None
    holders, verb = predicated(context, token)
    if verb is None or wholes(context, token, BODY) or any(tree.deps[k] == "det:poss" for k in tree.kids[token]):
        return None
    return context.clauses.get(verb) or Clause(verb, "", "noun"), _people(context, holders)


def _of_shares(context: Context, token: int, table: dict[str, list[str]], *, loose: bool) -> bool:
    """Whether the sentences around an amount speak of no votes, and, if it may be of anything, of shares."""
    tree = context.tree
    here = tree.sentence_of[token]
    low = tree.sentences[max(0, here - NEAR)][0]
    high = tree.sentences[min(here + NEAR, len(tree.sentences) - 1)][1]
    around = tree.lower[low:high]
    if any(word.startswith(tuple(table["voting"])) or word.endswith(tuple(table["polls"])) for word in around):
        return False
    owned = tuple(word for word in (*table["owners"], *table["shares"]) if word != "mehrheit")
    return not loose or any(word.endswith(owned) for word in around)


def _shares_of(context: Context, token: int) -> bool:
    """Whether an amount is of something: "25 Prozent der Stimmen", "30 Prozent an der Bank"; not "20 Prozent der Anteile"."""
    tree, shares = context.tree, context.lexicon.table("holdings")["shares"]
    kids = [k for k in tree.kids[token] if k > token and tree.deps[k] in {"nmod", "nmod:poss", "appos"}]
    return any(tree.lower[k] not in shares or wholes(context, k, BODY) or _shares_of(context, k) for k in kids)


def _people(context: Context, tokens: tuple[int, ...] | list[int]) -> list[tuple[str, int]]:
    lower = context.tree.lower  # "die Familie Palfinger" is not the firm of that name
    return [(e, t) for t in tokens if not lower[t].endswith(FAMILIES) for e in fillers(context, t, HOLDERS)]


def _spoken_of(context: Context, token: int, owners: set[str]) -> str:
    """The body that acts nearest before a token, or the only one that the last sentences name, if it is a company."""
    tree = context.tree
    low = tree.sentences[max(0, tree.sentence_of[token] - NEAR)][0]
    counts = count_bodies(context, SPOKEN_OF, before=token, after=low)
    rest = [e for e in counts if e not in owners]
    found = rest[0] if len(rest) == 1 else ""
    for at in range(token - 1, low - 1, -1):
        acting = [e for e in direct(context, at) if e in rest]
        if acting and tree.deps[at].startswith("nsubj"):
            found = acting[0]
            break
    return found if found in count_bodies(context, FIRMS, before=token, after=low) else ""
