"""What an extractor sees of one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from spacy.tokens import Doc

from kg.facts.clauses import Clause, find_clauses
from kg.facts.frames import Frames, load_frames
from kg.facts.grammar import Grammar, grammar
from kg.facts.inversion import speakers_first
from kg.facts.quotations import find_quotations
from kg.facts.speech import Found
from kg.facts.tree import Tree, plant
from kg.language import Lexicon
from kg.model import Article, Entity, Mention, Time


@dataclass(frozen=True, slots=True)
class Context:
    """An article, read so far: tree, clauses by head token, entities by id, mentions and times by token,
    quotations, who speaks, by token and by sentence, and by sentence who spoke before
    and which medium.
    """

    doc: Doc
    article: Article
    tree: Tree
    entities: Mapping[str, Entity]
    mentions: Mapping[int, tuple[Mention, ...]]
    times: Mapping[int, Time]
    clauses: Mapping[int, Clause]
    lexicon: Lexicon
    grammar: Grammar
    frames: Frames
    speech: tuple[Found, ...] = ()
    voices: Mapping[int, str] = field(default_factory=dict)
    speakers: Mapping[int, str] = field(default_factory=dict)
    earlier: Mapping[int, str] = field(default_factory=dict)
    media: Mapping[int, str] = field(default_factory=dict)


def _periods(times: tuple[Time, ...], text: str, lexicon: Lexicon) -> Iterator[Time]:
    """The times, of "vom 3. bis zum 5. Mai" one for both ends before them."""
    upto = re.compile(lexicon.table("setting")["upto"])
    for first, last in pairwise(times):
        between = f"{text[max(0, first.start - 9) : first.start]}|{text[first.end : last.start]}"
        if (
            upto.search(between)
            and first.edtf
            and last.edtf
            and first.edtf < last.edtf
            and "/" not in first.edtf + last.edtf
        ):
            yield replace(first, end=last.end, edtf=f"{first.edtf}/{last.edtf}")
    yield from times


def make_context(
    doc: Doc,
    article: Article,
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    lexicon: Lexicon,
) -> Context:
    """Index what earlier stages found by token and normalise the clauses."""
    tree = plant(doc)
    at = {start: i for i, start in enumerate(tree.starts)}
    by_token: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.head in at:
            by_token.setdefault(at[mention.head], []).append(mention)
    time_at: dict[int, Time] = {}
    for time in _periods(times, article.text, lexicon):
        first = bisect_left(tree.starts, time.start)
        for i in range(first, bisect_left(tree.starts, time.end)):
            time_at.setdefault(i, time)
    rules, frames = grammar(lexicon), load_frames(lexicon)
    speech = tuple(find_quotations(doc, lexicon))
    return Context(
        doc=doc,
        article=article,
        tree=tree,
        entities={entity.id: entity for entity in entities},
        mentions={token: tuple(found) for token, found in by_token.items()},
        times=time_at,
        clauses=speakers_first(find_clauses(tree, frames.words, rules), speech),
        lexicon=lexicon,
        grammar=rules,
        frames=frames,
        speech=speech,
    )
