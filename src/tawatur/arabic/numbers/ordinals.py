"""Ordinals, with the ten or tens that complete them, and the hours that are told by ordinals."""

from __future__ import annotations

from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.passage import Number, Passage


def read_ordinal(passage: Passage, at: int) -> Number | None:
    """Read `الثالث`, `الحادي والعشرين`, `الثالثة عشرة`; after `الساعة` it is the hour, with its minutes."""
    grammar = passage.grammar
    reading = grammar.reading(at, "ordinal")
    if reading is None:
        return None
    value, last = int(reading.value), at + 1
    ten = grammar.reading(last, "ten")
    joined = grammar.joined(last)
    first = reading.text.startswith("اول")  # eleventh has `حادي`, and `أول عشر` is the first ten
    if ten is not None and not ten.cut and value < 10 and not first:
        value, last = value + 10, last + 1
    elif joined is not None and reading.article:
        tens = grammar.reading(joined[0], "tens", "hundred")
        if tens is not None and tens.article:
            value, last = value + int(tens.value), joined[0] + 1
    if not reading.article and value <= 2 and last == at + 1:
        return None  # `أول`, `ثانية`: first of all, a second of time
    if _is_hour(passage, at, last, article=reading.article):
        return passage.typed(at, _minutes(passage, last), "clock", None, cut=reading.cut)
    return passage.typed(at, last, "ordinal", value, cut=reading.cut)


def _is_hour(passage: Passage, at: int, last: int, *, article: bool) -> bool:
    """Tell whether an ordinal is the hour: after `الساعة`, or with its half or quarter, `الثانية والنصف`."""
    if at and passage.tokens[at - 1].text in contexts().clock:
        return True
    joined = passage.grammar.joined(last)
    if joined is None or not article or not passage.tokens[last - 1].text.endswith("ة"):
        return False
    part = passage.grammar.reading(joined[0], "fraction")
    return part is not None and part.article


def _minutes(passage: Passage, at: int) -> int:
    """Return the token after what follows the hour: `والنصف`, `وعشر دقائق`, `إلا ربعا`."""
    grammar, tokens = passage.grammar, passage.tokens
    joined = grammar.joined(at)
    if joined is not None:
        if grammar.reading(joined[0], "fraction") is not None:
            return joined[0] + 1
        amounts = grammar.amounts(joined[0])
        if amounts and passage.word(amounts[0].last).startswith(("دقيق", "دقائق")):
            return amounts[0].last + 1
    if at + 1 < passage.count and tokens[at].text == "الا":
        return at + 2
    return at
