"""Word shingles of a report's body, and how much of one text stands in another.

Source: Broder, On the resemblance and containment of documents (1997).
"""

from __future__ import annotations

import re
import zlib

from tawatur.arabic import View
from tawatur.collate.facts.material import headline_end
from tawatur.model import Report

#: Words in a shingle: long enough that set phrases don't make a copy, short enough to survive an edited word.
WIDTH = 3
_WORD = re.compile(r"[^\W_]+")


def body_words(report: Report) -> list[str]:
    """Return the words of the report's normalised body, headline and furniture left out."""
    skipped = headline_end(report)
    words: list[str] = []
    for start, passage in report.passages():
        text = passage[max(0, skipped - start) :] if start < skipped else passage
        words += words_of(text)
    return words


def words_of(text: str) -> list[str]:
    """Return the words of a stretch of raw text as the normalised view spells them."""
    return _WORD.findall(View(text).text)


def shingles(words: list[str], width: int = WIDTH) -> frozenset[int]:
    """Return the hashes of all runs of `width` words; a shorter text is one shingle.

    Hashes are the same in every process (CRC-32 of the words, which collide once in four thousand million pairs).
    """
    if not words:
        return frozenset()
    last = max(1, len(words) - width + 1)
    return frozenset(zlib.crc32(" ".join(words[at : at + width]).encode()) for at in range(last))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the shingles of both that both have (Jaccard index)."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def containment(inner: frozenset[int], outer: frozenset[int]) -> float:
    """Return the share of the inner text's shingles that the outer has."""
    return len(inner & outer) / len(inner) if inner else 0.0
