"""Which slots of a claim its own sentence states, and which a program carried over from elsewhere in the text.

A slot that was carried over may confirm; it is no ground for telling two claims apart. What a coder wrote by hand,
without spans, is taken as stated.
"""

from __future__ import annotations

import re

from tawatur.collate.facts.cues import has_cue
from tawatur.model import Claim

SLOTS = ("of", "by", "where", "when")
SENTENCE_END = re.compile(r"[.!?؟…][\"'»”)\]]*\s|\n")
#: Without a text, a slot's words belong to the claim's sentence within this many characters.
_NEAR = 200
_LONGEST_SENTENCE = 600


def loose_slots(claim: Claim, text: str) -> frozenset[str]:
    """Return the names of the slots that are filled, yet not by words of the claim's own sentence."""
    if not claim.spans and claim.extractor is None:
        return frozenset()
    loose = frozenset(name for name in SLOTS if getattr(claim, name) and not _is_stated(name, claim, text))
    told = has_cue("the_body", claim.quote) or has_cue("own_men", claim.quote)
    return loose - {"of"} if told else loose  # `12 of the movement's fighters`, `12 of its men`


def one_sentence(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two spans of a text stand in one sentence; by their distance where the text is not known."""
    (_, first), (second, _) = sorted((one, other))
    if second <= first:
        return True
    if second - first > _LONGEST_SENTENCE:
        return False
    if not 0 <= first <= second <= len(text):
        return second - first <= _NEAR
    return SENTENCE_END.search(text, first, second) is None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence, or sentences, in which a span of a text stands."""
    if not 0 <= start <= end <= len(text):
        return 0, 0
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(0, start - _LONGEST_SENTENCE), start)]
    following = SENTENCE_END.search(text, end, end + _LONGEST_SENTENCE)
    first = ends[-1] if ends else max(0, start - _LONGEST_SENTENCE)
    return first, following.start() if following else min(len(text), end + _LONGEST_SENTENCE)


def _is_stated(name: str, claim: Claim, text: str) -> bool:
    spans = claim.spans.get(name, ())
    if name == "by" and not spans and claim.source and claim.by == claim.source[0]:
        spans = claim.spans.get("source.0", ())  # the army said that it has killed 12
    return any(one_sentence(text, (start, end), (claim.start, claim.end)) for start, end in spans)
