"""Two numbers joined by a hyphen: a range, a score, years, or part of a phone number."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from tawatur.arabic.numbers.bounds import hedge_before
from tawatur.arabic.numbers.grammar import Amount
from tawatur.arabic.numbers.kinds import contexts, in_score, is_date
from tawatur.arabic.numbers.passage import Number, Passage
from tawatur.arabic.numbers.ranges import opening_before, share_scale
from tawatur.arabic.numbers.units import percent_after, unit_after

#: A pair up to this size, with nothing counted after it, is a score.
_HIGHEST_SCORE = 20
#: And up to this size where a match is spoken of.
_HIGHEST_SCORE_OF_MATCH = 60
_YEARS = range(1300, 2101)
_LARGEST_DENOMINATOR = 12
_POINTS = frozenset((".", "٫"))


def pair_kind(passage: Passage, first: int, left: Amount, right: Amount) -> Literal["range", "score"]:
    """Tell a range from a score: a range counts something, is hedged, or is too large for a score."""
    tokens, last = passage.tokens, right.last
    match = in_score(tokens, first)
    measured = right.scale > 1 or percent_after(tokens, last) is not None or unit_after(tokens, last) is not None
    if measured or (passage.counted(last) and not match):
        return "range" if left.low != right.low else "score"
    opened = opening_before(tokens, first, passage.floor) or hedge_before(tokens, first, passage.floor)
    if opened is not None and not match:
        return "range"
    if left.low >= right.low:
        return "score"
    return "score" if right.low <= (_HIGHEST_SCORE_OF_MATCH if match else _HIGHEST_SCORE) else "range"


def read_pair(passage: Passage, at: int, after: int) -> tuple[Number | Amount | None, int]:
    """Read the digits joined by a hyphen at a token: a numeral that is no count, or the amount of a range."""
    run, _ = passage.grammar.run(at)
    assert run.pair is not None
    left, right = run.pair
    sides = passage.text.view.text[passage.tokens[at].start : run.end].split("-")
    if run.plain and any(len(side) > 7 or (len(side) > 2 and side.startswith("0")) for side in sides):
        return passage.typed(at, after, "phone", None), after
    if run.plain and left in _YEARS and right <= _YEARS[-1] and not passage.counted(after):
        return None, after
    first = _digits(left, at, at + 1)
    second = passage.grammar.scaled(_digits(right, after - 1, after))
    if is_date(passage.tokens, second._replace(first=at), passage.nouns, hedged=False):
        return None, after
    if pair_kind(passage, at, first, second) == "score":
        return passage.typed(at, after, "score", None), after
    low, high = sorted((share_scale(first, second).low, second.low))
    return second._replace(low=low, high=high, first=at, cut=0), second.last


def _digits(value: int | Fraction, first: int, last: int) -> Amount:
    return Amount(value, value, first, last, 0, "digits", group=value, digits=True)


def read_spaced_score(passage: Passage, at: int, after: int) -> Number | None:
    """Read a score with spaces around its hyphen, `2 - 1`, that can be no range for its order."""
    tokens = passage.tokens
    if after + 1 >= passage.count or tokens[after].text != "-" or tokens[after + 1].kind != "digits":
        return None
    left, _ = passage.grammar.run(at)
    right, end = passage.grammar.run(after + 1)
    if not (left.plain and right.plain) or left.value is None or right.value is None or left.value < right.value:
        return None
    first, second = _digits(left.value, at, after), passage.grammar.scaled(_digits(right.value, after + 1, end))
    if left.value > _HIGHEST_SCORE_OF_MATCH or pair_kind(passage, at, first, second) != "score":
        return None
    return passage.typed(at, end, "score", None)


def slash_fraction(passage: Passage, at: int, after: int) -> Amount | None:
    """Return the fraction of `2/3 السكان`, `3/4 مليون`; None where a slash parts a date's numbers."""
    tokens = passage.tokens
    if after != at + 3 or len(tokens[at].text) > 1 or len(tokens[at + 2].text) > 2:
        return None
    part, whole = int(tokens[at].text), int(tokens[at + 2].text)
    if not 0 < part < whole <= _LARGEST_DENOMINATOR:
        return None
    value = Fraction(part, whole)
    amount = Amount(value, value, at, after, 0, "fraction", group=value, digits=True)
    portion = passage.grammar.portion(amount)
    words = contexts()
    following = passage.word(after)
    noun = following.removeprefix("ال")
    dated = following in words.months or noun in words.period_words
    known = noun != following and not dated and bool(passage.nouns.look_up(following))
    if portion.last > after or known or noun in words.wholes:
        return portion
    return portion if hedge_before(tokens, at, passage.floor) is not None and not dated else None


def mixed_fraction(passage: Passage, at: int, after: int) -> Amount | None:
    """Return the amount of `2 1/4`: a whole number and, a space behind it, a fraction."""
    tokens = passage.tokens
    run, _ = passage.grammar.run(at)
    if not run.plain or not isinstance(run.value, int) or after + 2 >= passage.count:
        return None
    part, slash, whole = tokens[after : after + 3]
    if part.kind != "digits" or slash.text != "/" or part.start != tokens[after - 1].end + 1 or part.end != slash.start:
        return None
    if whole.kind != "digits" or len(part.text) > 1 or len(whole.text) > 2 or whole.start != slash.end:
        return None
    if after + 3 < passage.count and tokens[after + 3].text == "/":
        return None
    if not 0 < int(part.text) < int(whole.text) <= _LARGEST_DENOMINATOR:
        return None
    value = run.value + Fraction(int(part.text), int(whole.text))
    return Amount(value, value, at, after + 3, 0, "fraction", group=value, digits=True)


def point_first(passage: Passage, at: int, after: int) -> Amount | None:
    """Return the amount of `.75`, whose decimal sign stands at the beginning of a word."""
    tokens = passage.tokens
    run, _ = passage.grammar.run(at)
    if not run.plain or not at or tokens[at - 1].text not in _POINTS or tokens[at - 1].end != tokens[at].start:
        return None
    if at > 1 and tokens[at - 2].end == tokens[at - 1].start:
        return None  # a full stop
    value = Fraction(int(tokens[at].text), 10 ** len(tokens[at].text))
    return Amount(value, value, at - 1, after, 0, "fraction", group=value, digits=True)


def read_nil_score(passage: Passage, at: int, after: int) -> Number | None:
    """Read a score with nil in words: `6 - صفر`, `صفر-2`."""
    tokens = passage.tokens
    if after + 1 >= passage.count or tokens[after].text not in ("-", "/", "مقابل"):
        return None
    nil = passage.grammar.reading(at, "zero") is not None
    other = passage.grammar.reading(after + 1, "zero") is not None
    digits = tokens[after + 1].kind == "digits" if nil else tokens[at].kind == "digits"
    if (nil or other) and (digits or (nil and other)):
        return passage.typed(at, after + 2, "score", None)
    return None
