"""The reader of numbers: a text read from left to right, wherever a number can begin."""

from __future__ import annotations

from collections.abc import Container

from tawatur.arabic.nouns import Nouns, default_nouns
from tawatur.arabic.numbers.assembly import assemble, choose, opening_at
from tawatur.arabic.numbers.counted_nouns import pairs_of_corps
from tawatur.arabic.numbers.digit_shapes import phone_end
from tawatur.arabic.numbers.enumeration import is_listed
from tawatur.arabic.numbers.grammar import Amount, Quantity
from tawatur.arabic.numbers.homographs import as_fifth, is_number
from tawatur.arabic.numbers.kinds import address_spans, glued_before, is_enumerator, is_model, is_tag
from tawatur.arabic.numbers.lexicon import NUMERALS, Readings
from tawatur.arabic.numbers.noun_numbers import read_noun
from tawatur.arabic.numbers.openings import openings
from tawatur.arabic.numbers.ordinals import read_ordinal
from tawatur.arabic.numbers.pairs import (
    mixed_fraction,
    point_first,
    read_nil_score,
    read_pair,
    read_spaced_score,
    slash_fraction,
)
from tawatur.arabic.numbers.passage import Number, Passage, plain_value
from tawatur.arabic.numbers.units import percent_after, unit_after
from tawatur.arabic.tokens import AnalysedText, analyse

#: Digits that begin with a zero, or follow a plus sign, and are as long as this are a phone number.
_SHORTEST_PHONE = 5
#: Digits that go before an operator's name in Latin letters are a number to write to.
_SHORTEST_CODE = 5
_SQUARED = 2
#: Digits as long as this are dialled where a word of calling says so, as near as this.
_SHORTEST_DIALLED = 3
_DIALLING_REACH = 4
_DIALLED_ON = frozenset(("ب", "علي", "الي"))
_DIALLING = frozenset(("اتصال", "الاتصال", "بالاتصال", "ارسال", "بارسال", "ارسل", "اتصل", "رسالة"))

Found = tuple[Number | None, int]


def find_numbers(text: str | AnalysedText, *, nouns: Nouns | None = None, taken: Container[int] = ()) -> list[Number]:
    """Return the numbers of a text that count or measure, in order, disjoint.

    `nouns` is the lexicon by which duals and counted nouns are known; None takes the package's own. No number begins
    at the tokens `taken`, those of times: `منذ أيار 2023 إلى 61258` holds no range. Any Unicode string is read, in
    time linear in its length.
    """
    return [number for number in find_numerals(text, nouns=nouns, taken=taken) if number.kind == "count"]


def find_numerals(text: str | AnalysedText, *, nouns: Nouns | None = None, taken: Container[int] = ()) -> list[Number]:
    """Return all numerals of a text, in order, disjoint: counts, and those that count nothing, typed by `kind`.

    Days, months and years are left to the time reader; none begins at the tokens `taken`.
    """
    passage = Passage(analyse(text), default_nouns() if nouns is None else nouns)
    addresses = address_spans(passage.text.view.text)
    found: list[Number] = []
    after, address = 0, 0
    for at in openings(passage.nouns).places(passage.text.texts):
        token = passage.tokens[at]
        if at < after or token.kind in ("mark", "break") or at in taken:
            continue
        while address < len(addresses) and addresses[address][1] <= token.start:
            address += 1
        if address < len(addresses) and addresses[address][0] <= token.start:
            continue
        number, after = _read(passage, at)
        if number is not None:
            after = max(after, number.last, _after_area(passage, number))
            passage.take(number, after)
            found.append(number)
    return found


def _after_area(passage: Passage, number: Number) -> int:
    """Return the token after the unit of an area, whose `كم2` has digits of its own."""
    unit = unit_after(passage.tokens, number.value_last) if number.unit == "km2" else None
    return number.last if unit is None else unit.last


def _read(passage: Passage, at: int) -> Found:
    """Return the numeral at a token, if there is one, and the token after what was read."""
    token = passage.tokens[at]
    if token.kind == "digits":
        return _read_digits(passage, at)
    readings = NUMERALS[token.text]
    if readings:
        if is_tag(passage.tokens, at, at + 1):
            return None, at + 1
        number, after = _read_words(passage, at, readings)
        if number is not None or after > at + 1:
            return number, after
    if (token.text in pairs_of_corps() or passage.nouns.look_up(token.text)) and not is_tag(passage.tokens, at, at + 1):
        number = read_noun(passage, at)
        if number is not None:
            return number, number.last
    return None, at + 1


def _read_digits(passage: Passage, at: int) -> Found:
    tokens = passage.tokens
    run, after = passage.grammar.run(at)
    length = run.end - tokens[at].start
    if is_tag(tokens, at, after):
        return None, after
    if is_model(tokens, at, after) and percent_after(tokens, after) is None:
        return passage.typed(at, after, "model", run.value), after
    if run.plain and length >= _SHORTEST_CODE and _names_operator(passage, after):
        return passage.typed(at, after, "phone", None), after
    if run.plain and length >= _SHORTEST_DIALLED and _is_dialled(passage, at, after):
        return passage.typed(at, after, "phone", None), after
    listed = run.plain and isinstance(run.value, int) and is_listed(passage, at, after, run.value)
    if listed or (run.shape == "number" and is_enumerator(tokens, at, after)):
        return passage.typed(at, after, "designation", run.value), after
    if run.value == _SQUARED and _follows_metres(passage, at):
        return None, after  # `2700م2`
    if run.shape == "clock":
        return passage.typed(at, after, "clock", None), after
    before = glued_before(tokens, at)
    plus = before is not None and before.text == "+" and percent_after(tokens, after) is None
    if plus:
        end = phone_end(passage.text.view.text, tokens[at].start)
        while after < passage.count and tokens[after].end <= end:
            after += 1
        length = max(length, end - tokens[at].start)
    thousands = passage.grammar.thousands_by_letter(after) if run.shape == "zero-led" else None
    if thousands is not None:
        return choose(passage, [thousands])
    if run.shape in ("long", "zero-led") or plus:
        return (passage.typed(at, after, "phone", None) if length >= _SHORTEST_PHONE else None), after
    if run.shape in ("date", "dotted"):
        part = slash_fraction(passage, at, after)
        return (assemble(passage, part) if part is not None else None), after
    if run.shape == "pair":
        pair, end = read_pair(passage, at, after)
        if isinstance(pair, Amount):
            return assemble(passage, pair, between=True, opening=opening_at(passage, pair)), end
        return pair, end
    score = read_nil_score(passage, at, after) or read_spaced_score(passage, at, after)
    if score is not None:
        return score, score.last
    mixed = mixed_fraction(passage, at, after) or point_first(passage, at, after)
    if mixed is not None:
        number = assemble(passage, mixed)
        return number, mixed.last
    date = _spaced_date(passage, after)
    if date > after:
        return None, date
    amounts = passage.grammar.amounts(at)
    repeats = bool(amounts) and amounts[-1].bracket and _repeats(passage, at, amounts[-1].low)
    return choose(passage, amounts) if amounts and not repeats else (None, after)


def _repeats(passage: Passage, at: int, value: Quantity) -> bool:
    """Tell whether digits in brackets repeat the number before them: `ثلاثون ألف (30000) ريال`."""
    previous = passage.previous
    return previous is not None and previous.last == at - 1 and previous.low == previous.high == plain_value(value)


def _follows_metres(passage: Passage, at: int) -> bool:
    """Tell whether digits are those of `م2` behind a number."""
    before = glued_before(passage.tokens, at)
    return before is not None and before.text == "م" and at > 1 and passage.tokens[at - 2].kind == "digits"


def _is_dialled(passage: Passage, at: int, after: int) -> bool:
    """Tell whether digits are dialled: `*1100#`, `بالاتصال على 1100`, `إرسال الرمز إلى 1100`."""
    before = glued_before(passage.tokens, at)
    if before is not None and before.text == "*":
        return True
    if passage.word(at - 1) not in _DIALLED_ON or passage.counted(after):
        return False
    following = passage.tokens[after].kind if after < passage.count else "break"
    first = max(at - 1 - _DIALLING_REACH, 0)
    return following != "word" and any(passage.word(back) in _DIALLING for back in range(first, at - 1))


def _names_operator(passage: Passage, after: int) -> bool:
    """Tell whether a hyphen and a name in Latin letters follow: `12345 - Net`."""
    tokens = passage.tokens
    return after + 1 < passage.count and tokens[after].text == "-" and tokens[after + 1].kind == "latin"


def _spaced_date(passage: Passage, after: int) -> int:
    """Return the token after a date whose slashes stand apart, `9 / 11 / 1438`; `after` where there is none."""
    tokens = passage.tokens
    for _ in range(2):
        if after + 1 >= passage.count or tokens[after].text != "/" or tokens[after + 1].kind != "digits":
            break
        after += 2
    return after


def _read_words(passage: Passage, at: int, readings: Readings) -> Found:
    roles = {reading.role for reading in readings}
    if "ordinal" in roles:
        ordinal = read_ordinal(passage, at)
        if ordinal is not None:
            return ordinal, ordinal.last
    if "zero" in roles:
        score = read_nil_score(passage, at, at + 1)
        if score is not None:
            return score, score.last
    amounts = passage.grammar.amounts(at)
    if not amounts:
        return None, at + 1
    fifth = as_fifth(passage, amounts[0])
    if fifth is not None:
        return choose(passage, [fifth])
    first = amounts[0]
    opening = opening_at(passage, first)
    tens = opening is not None and opening.label == "between" and first.final == "tens"
    ranged = opening is not None and first.low > 1 and (tens or not first.article)
    if not ranged and not is_number(passage, first):
        if first.article and opening is not None and opening.label == "between":
            number, after = choose(passage, amounts)  # `ما بين الألف والألفين`
            if number is not None and number.bound == "between":
                return number, after
        return None, first.last
    return choose(passage, amounts)
