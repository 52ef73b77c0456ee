"""Tellers under a verb that is none of saying: `سارعت الوزارة إلى إعلان مقتل`, `سبق للوزارة أن أعلنت`, `تذهب إلى أن`.

The verb has the speaker for its subject, and what tells stands behind it: a masdar, a clause, a verb of saying.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.attribution.word_classes import is_definite, is_told
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_LEADS_TO_MASDAR, _LEADS_TO_THAT = words_of("leads_to_telling"), words_of("leads_to_that")
_BEFORE_ITS_VERB = words_of("before_its_verb")
_TELLING = words_of("telling")
_THAT = words_of("that")
_PREPOSITIONS = ("الي", "علي", "في", "من")
_ATTACHED = ("بال", "لل", "ب", "ل", "ال")
#: How many chunks a speaker may have between such a verb and what it leads to.
_LONGEST = 12


class Led(NamedTuple):
    """A verb at chunk `verb`; the speaker is described up to chunk `end`; what is told begins at `content`."""

    verb: int
    end: int
    content: int


def to_masdar(sentence: list[Chunk], at: int) -> Led | None:
    """`سارعت الوزارة إلى إعلان مقتل`, `اكتفت بالقول إن`: the masdar of saying at a chunk, under another verb."""
    if not at or _bare(sentence[at].text) not in _TELLING:
        return None
    before = sentence[at - 1].is_(*_PREPOSITIONS)
    if not before and not sentence[at].text.startswith(("ب", "ل", "ال")):
        return None
    end = at - 1 if before else at
    content = _told_from(sentence, at + 1)
    verb = None if content is None else _verb_before(sentence, end, _LEADS_TO_MASDAR)
    return None if verb is None or content is None else Led(verb, end, content)


def to_clause(sentence: list[Chunk], at: int) -> Led | None:
    """`تذهب الوزارة إلى أن 12 قتلوا`: the clause that `أن` at a chunk opens, under a verb that takes it with `إلى`."""
    if not at or sentence[at].text not in _THAT or at + 1 >= len(sentence):
        return None
    end = at - 1 if sentence[at - 1].is_(*_PREPOSITIONS) else at
    verb = _verb_before(sentence, end, _LEADS_TO_THAT)
    return None if verb is None else Led(verb, end, at + 1)


def to_verb(sentence: list[Chunk], at: int) -> Led | None:
    """`سبق للوزارة أن أعلنت`, `ما لبثت الوزارة أن أعلنت`: the verb of saying at a chunk, behind another's subject."""
    if at > 1 and sentence[at].text.startswith("ل") and sentence[at].verb_says:
        verb = _verb_before(sentence, at, _LEADS_TO_MASDAR)  # عاد الجيش ليعلن
        return None if verb is None or verb + 1 >= at else Led(verb, at, at)
    if at < 2 or sentence[at - 1].text != "ان":
        return None
    verb = _verb_before(sentence, at - 1, _BEFORE_ITS_VERB)
    return None if verb is None or verb + 1 >= at - 1 else Led(verb, at - 1, at)


def exception(sentence: list[Chunk], at: int, words: tuple[str, ...]) -> int | None:
    """`لم تعلن الوزارة سوى مقتل`: where what is told begins, behind what excepts it from a verb that is denied."""
    for i in range(at + 1, min(len(sentence), at + _LONGEST)):
        if sentence[i].text in words:
            return i
        if sentence[i].text in _THAT or sentence[i].number is not None or "clause" in sentence[i].cues:
            return None
    return None


def _verb_before(sentence: list[Chunk], end: int, verbs: tuple[str, ...]) -> int | None:
    for i in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        piece = sentence[i]
        if piece.text.removeprefix(piece.conjunction) in verbs or piece.text[1:] in verbs:
            return i
        if piece.verb_says or piece.number is not None or piece.text in _THAT or "clause" in piece.cues:
            return None
    return None


def _told_from(sentence: list[Chunk], at: int) -> int | None:
    """Return where what a masdar of saying tells begins: behind `أن`, at an outcome's masdar; None for neither."""
    if at < len(sentence) and sentence[at].is_("عن", "ب", "الي"):
        at += 1
    if at >= len(sentence):
        return None
    if sentence[at].text in _THAT:
        return at + 1
    with_b = sentence[at].preposition == "ب" and any(reading.verb is None for reading in sentence[at].triggers)
    counted = sentence[at].number is not None
    return at if (is_told(sentence[at]) and not is_definite(sentence[at])) or with_b or counted else None


def _bare(word: str) -> str:
    for prefix in _ATTACHED:
        if word.startswith(prefix) and word.removeprefix(prefix) in _TELLING:
            return word.removeprefix(prefix)
    return word
