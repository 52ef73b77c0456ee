"""Ordinals, with the ten or tens that complete them, and the hours that are told by ordinals."""

from __future__ import annotations

from tawatur.arabic.number_passage import Number, Passage
from tawatur.arabic.numeral_kinds import contexts


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
    if at and passage.tokens[at - 1].text in contexts().clock:
        return passage.typed(at, _minutes(passage, last), "clock", None, cut=reading.cut)
    return passage.typed(at, last, "ordinal", value, cut=reading.cut)


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
