"""Modality: asserted, estimated, possible, planned or denied."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.phrases.chunks import Chunk
from tawatur.model import Modality

_KINDS: tuple[Modality, ...] = ("denied", "planned", "possible", "estimated")
_REACH = 7


class Mood(NamedTuple):
    """A modality, the chunk that sets it (None where the verb of saying does, or nothing), and the rule."""

    modality: Modality
    chunk: Chunk | None
    rule: str


def modality_of(sentence: list[Chunk], first: int, last: int, attributed: str | None) -> Mood:
    """Return the modality of what stands in chunks `[first, last)`, attributed with a verb of modality `attributed`."""
    start = max(0, first - _REACH)
    window = sentence[start:last]
    for at in range(len(window) - 1, -1, -1):
        piece = window[at]
        if start + at < first and piece.mark and piece.text in ("،", ",", "؛", ":") and first - (start + at) > 3:
            break
        for kind in _KINDS:
            if f"modality:{kind}" in piece.cues and not _past_certainty(window, at, kind):
                return Mood(kind, piece, "word before it")
        if any(reading.verb is not None and reading.verb.future for reading in piece.triggers):
            return Mood("planned", piece, "future verb")
    tail = sentence[last : last + 8]
    behind = next((p for p in tail if "modality:possible" in p.cues and p.last - p.first > 1), None)
    if behind is not None:
        return Mood("possible", behind, "phrase behind it")
    for kind in _KINDS:
        if attributed == kind:
            return Mood(kind, None, "verb of saying")
    return Mood("asserted", None, "nothing hedges it")


def _past_certainty(window: list[Chunk], at: int, kind: str) -> bool:
    """`قد` before a past verb is certainty, not possibility (Ryding 2005, 21.1.4)."""
    if kind != "possible" or window[at].text.lstrip("وفل") not in ("قد", "د"):
        return False
    following = window[at + 1] if at + 1 < len(window) else None
    if following is None:
        return True
    if following.text.startswith("ي"):
        return False  # ي opens the present of nearly every verb, the past of hardly any
    verbs = [reading.verb for reading in following.triggers if reading.verb is not None]
    return not any(verb.form.tense == "present" for verb in verbs)
