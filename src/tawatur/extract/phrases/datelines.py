"""Datelines: where a report was written, before its first sentence (`دبي، الإمارات (CNN) --`)."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk

#: How many chunks a dateline has at most.
_LONGEST_DATELINE = 10


def dateline(sentence: list[Chunk]) -> int:
    """Return the chunk after a dateline (`دبي، الإمارات العربية المتحدة (CNN) --`), 0 where the sentence has none."""
    placed = False
    for at, piece in enumerate(sentence[:_LONGEST_DATELINE]):
        if piece.text[0] in "-–—" and placed:
            return at + 1
        if piece.mark and piece.text in ("،", ",", "(", ")", "/", ":", "."):
            continue
        placed = placed or bool(piece.places)
        if not (piece.places or piece.outlets or piece.text.isascii()):
            return 0
    return 0


def dated_line(sentence: list[Chunk]) -> int:
    """Return the chunk after a dateline with the report's day (`دمشق، السبت 10 أيار (المدى) –`), 0 for none.

    Places that no pack knows, and agencies, may stand in it, but nothing that is counted, done or said.
    """
    dated = False
    for at, piece in enumerate(sentence[:_LONGEST_DATELINE]):
        if piece.text[0] in "-–—" and dated:
            return at + 1
        if piece.number is not None or piece.triggers or piece.verb_says or piece.names("event"):
            return 0
        dated = dated or (piece.time is not None and piece.time.relation == "at" and piece.time.precision == "day")
    return 0
