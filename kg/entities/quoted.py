"""Who "ich" is in quotation marks: the speaker that the sentence around the quotation names."""

from __future__ import annotations

from kg.entities.anaphora import speech_verbs
from kg.entities.nodes import Link, Node
from kg.entities.passage import Passage
from kg.language.quoted import quoted
from kg.model import EntityType

REACH = 9


def speak(page: Passage, nodes: list[Node]) -> None:
    """Link the first person inside quotations to the speaker; a quotation without one has the speaker of the last."""
    by_token = {link.head: node for node in nodes for link in node.links if link.kind in {"name", "nominal", "pronoun"}}
    speaker: Node | None = None
    first_person = page.lexicon.table("fillers")["first_person"]
    for segment in quoted(page.words):
        start, end = segment.start + 1, segment.stop - 1
        inside = [i for i in range(start, end) if page.lower[i] in first_person]
        token = _speaker(page, start, end)
        named = by_token.get(token) if token is not None else None
        speaker = named if token is not None else speaker
        if speaker is not None and speaker.type is EntityType.PERSON:
            for i in inside:
                speaker.links.append(Link(i, i + 1, i, "pronoun", "speaker"))


def _speaker(page: Passage, start: int, end: int) -> int | None:
    """The subject of the verb of speaking right behind a quotation, or of the sentence that a colon leads from."""
    verbs = speech_verbs(page.lexicon)
    low = max(0, start - 2 - REACH * 2)
    colon = start >= 2 and page.words[start - 2] == ":"
    places = range(start - 2, low, -1) if colon else range(end + 1, min(end + REACH, len(page.words)))
    for i in places:
        if page.lemmas[i] in verbs and page.pos[i] in {"VERB", "AUX"}:
            return next((k for k in page.kids[i] if page.dep[k].startswith("nsubj") and not start <= k < end), None)
        if not colon and page.words[i] in {".", "!", "?"}:
            break
    return None
