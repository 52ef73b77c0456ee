"""Modality: asserted, estimated, possible, planned or denied."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.clauses.unrealised import unrealised
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.model import Modality

_KINDS: tuple[Modality, ...] = ("denied", "planned", "possible", "estimated")
_REACH = 7
_NOT = words_of("unsaid")
_WITHOUT = words_of("without_that")
#: What leaves a number behind a negated verb: `لم يقتل سوى خمسة`, `لم يقتل أكثر من خمسة`.
_EXCEPT = words_of("except")


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
        if start + at < first and _says_anew(piece):
            break
        for kind in _KINDS:
            if f"modality:{kind}" not in piece.cues or _past_certainty(window, at, kind):
                continue
            if kind != "planned" or not _is_done(sentence, start + at, last):
                return Mood(kind, piece, "word before it")
        future = any(reading.verb is not None and reading.verb.future for reading in piece.triggers)
        if future and not _is_done(sentence, start + at, last):
            return Mood("planned", piece, "future verb")
    if (negated := _negated(sentence, start, last)) is not None:
        return Mood("denied", negated, "negated verb")
    tail = sentence[last : last + 8]
    behind = next((p for p in tail if "modality:possible" in p.cues and p.last - p.first > 1), None)
    if behind is not None:
        return Mood("possible", behind, "phrase behind it")
    for kind in _KINDS:
        if attributed == kind:
            return Mood(kind, None, "verb of saying")
    return Mood("asserted", None, "nothing hedges it")


def _says_anew(piece: Chunk) -> bool:
    """`نفت الحركة ذلك، وقالت إن ستة قتلوا`, `مؤكدة أن`: what is said next stands by itself, whatever was denied."""
    joined = bool(piece.verb_says) and bool(piece.conjunction)
    says = joined or "participle" in piece.says
    return says and not any(f"modality:{kind}" in piece.cues for kind in _KINDS)


def mood_of_complement(sentence: list[Chunk], at: int) -> Mood | None:
    """Return how an outcome stands whose masdar at `at` completes a verb of failing, asking or trying; else None."""
    told = unrealised(sentence, at)
    return None if told is None else Mood(told[0], told[1], "what it completes")


def _negated(sentence: list[Chunk], start: int, last: int) -> Chunk | None:
    """Return the particle that negates the outcome's verb: `لم يقتل أي من الجنود`, `دون أن يصاب أحد`."""
    # الأسرى المئة: a noun of those whom something befell is no act between
    acts = (at for at in range(last - 1, start - 1, -1) if sentence[at].triggers and not sentence[at].nouns)
    at = next(acts, 0)
    if at == 0 or not any(reading.verb is not None for reading in sentence[at].triggers):
        return None
    if any(piece.is_(*_EXCEPT) or piece.mark for piece in sentence[at + 1 : last]):
        return None
    before = sentence[at - 1]
    without = at > 1 and before.is_("ان") and sentence[at - 2].is_(*_WITHOUT)
    return before if before.is_(*_NOT) or without else None


def _is_done(sentence: list[Chunk], at: int, last: int) -> bool:
    """`المسيرة المرتقبة بعد أسبوع قتل فيه عشرون`: a past verb behind what is planned tells what happened."""
    verbs = (reading.verb for piece in sentence[at + 1 : last] for reading in piece.triggers)
    return any(verb is not None and verb.form.tense == "past" for verb in verbs)


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
