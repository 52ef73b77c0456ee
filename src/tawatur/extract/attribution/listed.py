"""Listed statements: `وجاء في البيان:`, and item by item, each a line of its own, what it says."""

from __future__ import annotations

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.phrases.chunks import Chunk

_MARKS = frozenset("-–—•●▪◦*·")
_AFTER_NUMBER = frozenset("-–—).")
#: The letters that number a list's items.
_LETTERS = frozenset("ابجدهوزحطيكل")


def opens_list(sentence: list[Chunk], found: list[Attributed], signed: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Return who speaks in the items behind a sentence that ends with what somebody says and a colon.

    What is said may lead to them itself: `قال الناطق إن الحملة أسفرت عن:`. Where nobody is told to speak, it is who
    brings out the document that the sentence tells of (`signed`).
    """
    if sentence[-1].text != ":":
        return ()
    if not found or not found[-1].forward:
        return () if found else signed
    return found[-1].chain if found[-1].until >= len(sentence) - 1 else ()


def is_item(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence begins an item of a list: a dash or a dot before it, a number and a dash, `أ)`."""
    if sentence[0].text in _MARKS:
        return True
    numbered = sentence[0].text.isdigit() or sentence[0].text in _LETTERS
    return len(sentence) > 1 and numbered and sentence[1].text in _AFTER_NUMBER
