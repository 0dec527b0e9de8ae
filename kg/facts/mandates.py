"""Posts that follow from others: whose board somebody is on, whom a lawyer speaks for, who elected whom.

"sitzt im Aufsichtsrat der Bahn", "engagierte den Strafrechtler X", "wurde zum Obmann der Grünen gewählt".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.facts.decision import HAPPENED
from kg.facts.factuality import decide
from kg.facts.fillers import direct
from kg.facts.jurisdictions import Spoken
from kg.facts.senses import is_lawyer
from kg.facts.situate import make_claim, phrase_claim
from kg.facts.tenures import is_over
from kg.model import Claim, EntityType

OWNING = frozenset({"det:poss", "nmod:poss"})
POSTS = frozenset({"advises", "heads", "memberOf", "represents", "worksFor"})


def mandates(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the posts that other claims imply.

    Args:
        context: the article.
        found: the claims that the extractors made.
    """
    known = {(c.subject, c.predicate, c.object) for c in found}
    posts = {(c.subject, c.object) for c in found if c.predicate in POSTS}
    followed = (_of_boards, _of_groups, _of_lawyers, _of_staff, _by_employers)
    for claim in (claim for rule in followed for claim in rule(context, found)):
        told = claim.predicate == "worksFor" and (claim.subject, claim.object) in posts
        if not told and (claim.subject, claim.predicate, claim.object) not in known:
            known.add((claim.subject, claim.predicate, claim.object))
            yield claim


def _of_boards(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Who is on the board of a body, or leads it, works for the body: "zog in den Vorstand der Telekom ein"."""
    boards = tuple(context.lexicon.table("roles")["boards_of_bodies"])
    of = {c.subject: c.object for c in found if c.predicate == "partOf"}
    for claim in found:
        if claim.predicate not in {"heads", "memberOf"} or claim.object not in of:
            continue
        first = context.entities[claim.object].name.lower().split()[0]
        if first.endswith(boards) and context.entities[claim.subject].type is EntityType.PERSON:
            yield replace(claim, predicate="worksFor", object=of[claim.object], extractor="mandates/board")


def _of_groups(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Who leads or speaks for a party's parliamentary group is of the party: "die Sprecherin der FDP-Fraktion"."""
    groups = tuple(context.lexicon.table("parties")["groups"])
    of = {c.subject: c.object for c in found if c.predicate == "partOf" and is_party(context, c.object)}
    for claim in found:
        words = context.entities[claim.object].name.lower().split() if claim.object in of else []
        group = bool(words) and (words[0].endswith(groups) or words[-1].endswith(groups))  # "Fraktion der SPD"
        if group and claim.predicate in POSTS and context.entities[claim.subject].type is EntityType.PERSON:
            yield replace(claim, predicate="memberOf", object=of[claim.object], extractor="mandates/group")


def _of_lawyers(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """A lawyer speaks for whoever engages him."""
    for claim in found:
        if claim.predicate == "appointed" and claim.factuality in HAPPENED and is_lawyer(context, claim.object):
            yield replace(
                claim, subject=claim.object, predicate="represents", object=claim.subject, extractor="mandates/lawyer",
                event=None, time=None, place=None,
            )  # fmt: skip


def _of_staff(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """Whom a body hires works for it, whom it sacks did: "verpflichtete den Stürmer X", "trennte sich von X"."""
    verbs = context.lexicon.table("roles")["hiring"]
    for claim in found:
        deed = claim.extractor.removeprefix("frames/")
        body = context.entities[claim.subject].type is EntityType.ORGANIZATION
        if not body or deed not in verbs.get(claim.predicate, ()) or is_lawyer(context, claim.object):
            continue
        if claim.predicate == "appointed" or claim.factuality in HAPPENED:
            yield replace(
                claim, subject=claim.object, predicate="worksFor", object=claim.subject, extractor="mandates/staff",
                former=claim.predicate == "dismissed", event=None, time=None, place=None,
            )  # fmt: skip


def _by_employers(context: Context, found: Sequence[Claim]) -> Iterator[Claim]:
    """The one firm, club or society that somebody is of is who sacks him: "Rapid-Trainer X wurde entlassen"."""
    verbs = context.lexicon.table("roles")["hiring"]["removed"]
    for clause in context.clauses.values():
        done = (
            clause.passive
            and clause.lemma in verbs
            and not {"aus", "bei", "durch", "gegen", "subj", "von"} & clause.slots.keys()
        )
        for token in clause.slots.get("obj", ()) if done else ():
            for person in direct(context, token):
                bodies = {c.object for c in found if c.subject == person and c.predicate in {"heads", "worksFor"}}
                employers = [b for b in bodies if _employs(context, b)]
                if len(employers) == len(bodies) == 1:
                    decision = decide(context, clause)
                    yield make_claim(
                        context, clause, "dismissed", employers[0], person, "mandates/employer", decision, (token,)
                    )


def _employs(context: Context, body: str) -> bool:
    """Whether a body hires and sacks for itself, as no ministry, court or chamber does."""
    table, entity = context.lexicon.table("roles"), context.entities[body]
    state = (*table["ministries"], *table["chambers"], *table["councils"], *table["courts"], *table["governments"])
    return entity.type is EntityType.ORGANIZATION and not entity.name.lower().endswith(state)


def subordinates(context: Context, spoken: Sequence[Spoken], found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield for whom somebody's own officers work, where that one leads a body: "ORF-Chef X und sein Finanzdirektor Y"."""
    tree, table = context.tree, context.lexicon.table("roles")
    ends, deputies = (tuple(table[key]) for key in ("subordinate", "deputies"))
    led: dict[str, dict[str, bool]] = {}
    for claim in found:
        if claim.predicate == "heads" and claim.factuality in HAPPENED:
            led.setdefault(claim.subject, {})[claim.object] = claim.former
    placed = {(c.subject, c.object) for c in found}
    for item in spoken:
        office, token = item.office, item.office.token
        if not office.role.title.lower().removesuffix("in").endswith(ends) or office.clause is not None:
            continue
        if any(context.entities[post.object].type is EntityType.ORGANIZATION for post in item.held):
            continue
        whose = [e for k in tree.kids[token] if tree.deps[k] in OWNING for e in direct(context, k)]
        whose += [post.object for post in item.held if post.object not in whose]
        over = is_over(context, office)  # of whom leads no longer only those are who were his then
        chiefs = [led.get(chief, {}) for chief in whose if chief != office.holder]
        bodies = {body for bodies in chiefs for body, former in bodies.items() if over or not former}
        deputy = office.role.title.lower().removesuffix("in").endswith(deputies)  # of a mayor or chancellor too
        firms = [body for body in bodies if deputy or context.entities[body].type is EntityType.ORGANIZATION]
        if len(firms) == 1 and (office.holder, firms[0]) not in placed:
            tokens = (token, *office.far)
            for claim in phrase_claim(context, office.holder, "worksFor", firms[0], tokens, "offices/subordinate"):
                yield replace(claim, former=over)


def elected(context: Context, spoken: Sequence[Spoken]) -> Iterator[Claim]:
    """Yield who elects whom where only the office is told: "wurde zur Obfrau der Grünen gewählt" by the Greens."""
    made = context.lexicon.table("roles")["elected"]
    for item in spoken:
        clause = context.clauses.get(item.office.clause) if item.office.clause is not None else None
        if clause is None or not clause.passive or clause.lemma not in made or "von" in clause.slots:
            continue
        for post in item.held:
            body = context.entities[post.object]
            if post.predicate in {"heads", "worksFor"} and body.type is EntityType.ORGANIZATION:
                decision = decide(context, clause)
                yield make_claim(
                    context,
                    clause,
                    "appointed",
                    body.id,
                    post.subject,
                    "offices/elected",
                    decision,
                    (item.office.token,),
                )
