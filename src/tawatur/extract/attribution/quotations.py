"""Quotations: where a statement between quotation marks opens and closes, over a sentence's end as well."""

from __future__ import annotations

from tawatur.extract.attribution.word_classes import is_definite
from tawatur.extract.phrases.chunks import Chunk, Passage

#: What is longer between quotation marks is a statement, no name.
_LONGEST_NAME = 5
_OPENING_SHAPES = "«“„"
_CLOSING_SHAPES = "»”"


def opens_quotation(sentence: list[Chunk], at: int, passage: Passage) -> bool:
    """Tell whether a quotation mark opens a statement, no name: `وأضاف «تسببت المعارك بنزوح المئات»`.

    The second mark of a pair closes: `نقلت صحيفة «الخبر» عن …`.
    """
    if sentence[at].text != '"' or _closes(sentence, at, passage):
        return False
    closing = closing_of(sentence, at, passage)
    if closing is None or closing - at > _LONGEST_NAME:
        return closing is None or not _names_body(sentence[at + 1 : closing])
    return any(piece.number is not None for piece in sentence[at + 2 : closing])  # "أوقفنا أربعة مشتبه بهم"


def _names_body(quoted: list[Chunk]) -> bool:
    """`تقرير "ائتلاف الإغاثة في المدينة"`: a noun of those who speak, and neither a verb nor a number behind it."""
    verb = any(
        piece.verb_says or piece.number or "clause" in piece.cues or any(one.verb is not None for one in piece.triggers)
        for piece in quoted
    )
    return bool(quoted) and "speaker" in quoted[0].says and not is_definite(quoted[0]) and not verb


def leaves_open(sentence: list[Chunk], passage: Passage) -> bool:
    """Tell whether a sentence leaves a quotation open; one that it found open, it leaves so by an even number."""
    tokens = passage.analysed.tokens[sentence[0].first : sentence[-1].last]
    return sum(token.text.count('"') for token in tokens) % 2 == 1


def may_go_on(sentence: list[Chunk], passage: Passage) -> bool:
    """Tell whether a quotation left open may go on here: in its own paragraph, or up to a mark in the next one."""
    if mark_after(sentence, 0) is not None:
        return True
    first = sentence[0].first
    if first == 0:
        return False
    before, start = passage.raw_span(first - 1, first)[0], passage.raw_span(first, first + 1)[0]
    return "\n" not in passage.analysed.view.raw[before - passage.base : start - passage.base]


def mark_after(sentence: list[Chunk], at: int) -> int | None:
    """Return the chunk of the next quotation mark, None where there is none."""
    return next((i for i in range(at, len(sentence)) if sentence[i].text == '"'), None)


def closing_mark(sentence: list[Chunk]) -> int | None:
    """Return where the quotation closes that the sentence before left open; not at once, behind a mark astray."""
    closing = mark_after(sentence, 0)
    return closing if closing is not None and closing > 1 else None


def quotes_itself(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence opens and closes its own quotations: the mark left open before it was astray."""
    marks = sum(1 for piece in sentence if piece.text == '"')
    return marks > 0 and marks % 2 == 0


def closing_of(sentence: list[Chunk], opening: int, passage: Passage) -> int | None:
    """Return the chunk of the mark that closes the one at `opening`; what is quoted inside has marks of its own."""
    depth = 0
    for at in range(opening + 1, len(sentence)):
        if sentence[at].text != '"':
            depth += _opens_inside(sentence[at], passage)
            continue
        if _closes(sentence, at, passage):
            if depth == 0:
                return at
            depth -= 1
        else:
            depth += 1
    return None


def _opens_inside(piece: Chunk, passage: Passage) -> bool:
    """Tell whether a name took a mark in with it: `تنظيم "داعش`, whose closing mark stands apart."""
    if piece.last - piece.first == 1:
        return False
    tokens = passage.analysed.tokens[piece.first : piece.last]
    return sum(token.text == '"' for token in tokens) % 2 == 1


def _closes(sentence: list[Chunk], at: int, passage: Passage) -> bool:
    """Tell by its shape, or by the space before it, whether a mark closes; with space around, every second one does."""
    start, end = passage.raw_span(sentence[at].first, sentence[at].last)
    raw = passage.analysed.view.raw
    start, end = start - passage.base, end - passage.base
    if raw[start] in _OPENING_SHAPES or raw[start] in _CLOSING_SHAPES:
        return raw[start] in _CLOSING_SHAPES
    if start and raw[start - 1].isspace() and raw[end : end + 1].isspace():
        return sum(piece.text == '"' for piece in sentence[:at]) % 2 == 1
    return start > 0 and not raw[start - 1].isspace()
