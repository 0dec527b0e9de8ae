"""Who shares a deed, and who is named only to be put aside: "gemeinsam mit X", "nicht ich, sondern mein Sprecher"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context

SLOT = "mit"


def together(context: Context, clause: Clause) -> tuple[int, ...]:
    """The tokens of those with whom a clause's first party does or undergoes it: "wurde zusammen mit X verurteilt"."""
    tree, joint = context.tree, context.lexicon.table("support")["joint"]
    tokens = clause.slots.get(SLOT, ())
    mark = tree.case_mark(tokens[0]) if tokens else None
    return tokens if mark is not None and mark > 0 and tree.lower[mark - 1] in joint else ()


def is_corrected(context: Context, token: int) -> bool:
    """Whether somebody is named only to name another instead: "nicht ich, sondern mein Sprecher"."""
    tree = context.tree
    before = token - 2 if token > 1 and tree.pos[token - 1] == "DET" else token - 1
    if before < 0 or tree.lower[before] != "nicht":
        return False
    end = tree.sentences[tree.sentence_of[token]][1]
    comma = next((k for k in range(token + 1, end) if tree.words[k] == ","), end)
    verbless = all(tree.pos[k] not in {"VERB", "AUX"} for k in range(token, comma))
    return verbless and comma + 1 < end and tree.lower[comma + 1] == "sondern"
