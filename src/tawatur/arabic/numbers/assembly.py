"""From an amount in its place to a number: the range it opens, its hedges, its unit, what completes it, its kind."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tawatur.arabic.nouns import prefix_letters
from tawatur.arabic.numbers.ages import is_age, is_age_told
from tawatur.arabic.numbers.bounds import Hedge, bounded, hedge_after, hedge_before
from tawatur.arabic.numbers.grammar import Amount, Quantity
from tawatur.arabic.numbers.kinds import (
    LAST_MINUTE,
    NumeralKind,
    article_before,
    contexts,
    designated,
    ends_a_title,
    follows_latin_name,
    is_clock,
    is_counted,
    is_date,
    is_goal_minute,
)
from tawatur.arabic.numbers.lexicon import negatives
from tawatur.arabic.numbers.measured_ranges import noun_range, one_or_two
from tawatur.arabic.numbers.pairs import pair_kind
from tawatur.arabic.numbers.passage import Number, Passage, plain_value
from tawatur.arabic.numbers.ranges import Opening, changes_level, opening_before, second_end, share_scale
from tawatur.arabic.numbers.units import below_zero, is_degree, percent_after, sign_before, unit_after
from tawatur.model import Bound

#: A second end more than so many times the first is no range's.
_WIDEST = 100
#: A number up to this size behind a name in Latin letters is part of the name.
_HIGHEST_VERSION = 1000
#: How far before a share that no word opens as a range a verb of change is sought.
_CHANGE_REACH = 25
#: What may stand between two numerals of one kind: `(2216)، (2231)`.
_JOINTS = frozenset(("و", "،", ",", "(", ")"))
_LONGEST_JOINT = 4
_DEVICES = frozenset(("جهاز", "هاتف", "طراز"))
_WHO = frozenset(("الذين", "اللذين", "اللواتي", "اللاتي", "ممن"))
_OLD = frozenset(("سن", "بسن", "السن", "عمر"))


class Completion(NamedTuple):
    """A number's value with what `و` joins to it, the token after that, and the lemma of a noun in it."""

    value: Quantity
    last: int
    noun: str | None = None


def choose(passage: Passage, amounts: list[Amount]) -> tuple[Number | None, int]:
    """Return the number that begins with one of `amounts` (longest first): a range, or else the longest."""
    at = amounts[0].first
    opening = opening_at(passage, amounts[0])
    change = _is_change(passage, amounts[0], opening)
    for amount in amounts if not change else []:
        if amount.words == 1 and amount.final == "unit" and len(amounts) > 1 and opening is None:
            continue
        if opening is None and _in_a_year(passage, amount):
            break
        second = second_end(passage.grammar, passage.tokens, amount, opening)
        if second is None or (opening is None and _apart(passage, amount, second)):
            continue
        dated = is_date(passage.tokens, amount, passage.nouns, hedged=False)
        if dated and is_counted(passage.tokens, second.last, passage.nouns):
            continue  # `منذ أكتوبر 2023 إلى 35562 شهيدا`: from a year to a toll
        first = share_scale(amount, second)
        if is_date(passage.tokens, second._replace(first=at), passage.nouns, hedged=False):
            return None, second.last
        if passage.tokens[amount.last].text == "-" and pair_kind(passage, at, amount, second) == "score":
            return passage.typed(at, second.last, "score", None), second.last
        digits = first.digits or second.digits
        if passage.tokens[amount.last].text == "-":
            first, second = _ordered(first, second)
        whole = second._replace(low=first.low, first=at, cut=first.cut, digits=digits, plain=False, bracket=False)
        number = assemble(passage, whole, between=True, opening=opening)
        return number, second.last if number is None else number.last
    measured = noun_range(passage, amounts[0], opening, change=change) if opening is not None else None
    if measured is not None:
        return assemble(passage, measured, between=True, opening=opening), measured.last
    if one_or_two(passage, amounts[0]):
        return assemble(passage, amounts[0]._replace(low=1, first=at - 2), between=True), amounts[0].last
    number = assemble(passage, amounts[0])
    return number, amounts[0].last


def _is_change(passage: Passage, amount: Amount, opening: Opening | None) -> bool:
    """Tell whether an amount begins no range but a change: `من 3 إلى 5` behind a verb of change, `5% إلى 90%`."""
    if opening is None:
        return percent_after(passage.tokens, amount.last) is not None and changes_level(
            passage.tokens, amount.first, reach=_CHANGE_REACH
        )
    return opening.label == "from" and changes_level(passage.tokens, opening.first)


def _ordered(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Put the ends of `50 - 40 ألف`, written as they look in a line of Arabic, in order, the scale shared."""
    swapped = first.scale == 1 and second.scale > 1 and second.final == "scale" and first.low >= second.group
    if not swapped or first.low > _WIDEST * second.group:
        return first, second
    value = first.low * second.scale
    return first._replace(low=second.low, high=second.low), second._replace(low=value, high=value)


def _in_a_year(passage: Passage, amount: Amount) -> bool:
    """Tell whether an amount is the year of `عام 2012`, which begins no range."""
    return passage.word(amount.first - 1) in contexts().year and is_date(
        passage.tokens, amount, passage.nouns, hedged=False
    )


def _apart(passage: Passage, amount: Amount, second: Amount) -> bool:
    """Tell two numbers that only stand side by side from a range that no word opens."""
    if passage.tokens[amount.last].text == "-":
        return amount.digits != second.digits
    return second.low > _WIDEST * max(share_scale(amount, second).low, 1)


def opening_at(passage: Passage, amount: Amount) -> Opening | None:
    """Return the `بين` or `من` before a number."""
    return opening_before(passage.tokens, passage.outer_first(amount), passage.floor)


def assemble(
    passage: Passage, amount: Amount, *, between: bool = False, opening: Opening | None = None
) -> Number | None:
    """Return the number of an amount; None where it is a date."""
    tokens, first, last = passage.tokens, amount.first, amount.last
    outer = passage.outer_first(amount)
    front: tuple[int, int] | None = None
    if between and opening is not None and opening.label == "between":
        front = opening.first, opening.cut
    hedge = hedge_before(tokens, outer if front is None else front[0], passage.floor)
    if hedge is not None and hedge.placing and not _measures(passage, amount):
        hedge = None
    kind = kind_of(passage, amount, hedged=hedge is not None, between=between)
    if kind == "date":
        return None
    if kind != "count":
        return passage.typed(first, _inside(amount), kind, amount.low, cut=amount.cut)
    value, end, unit, noun = amount, last, None, None
    percent = percent_after(tokens, last)
    if percent is not None:
        unit, end = "percent", percent
    elif first and tokens[first - 1].text == "%" and amount.digits:
        unit, front = "percent", (first - 1, 0)
    elif not between:
        completion = _completion(passage, amount)
        if completion is not None:
            value = amount._replace(low=completion.value, high=completion.value + amount.high - amount.low)
            end, noun = completion.last, completion.noun
        else:
            one = _noun_of_one(passage, amount)
            if one is not None:
                noun, front = one[0], (first - 1, one[1])
                hedge = hedge or hedge_before(tokens, first - 1, passage.floor)
    minus = _minus_before(
        passage, amount, negative_sign=unit == "percent" or first == 1 or _is_reading(passage, amount)
    )
    below = below_zero(tokens, end) if minus is None else None
    if (minus is not None or below is not None) and not between:
        value = value._replace(low=-value.high, high=-value.low)
        front = front if minus is None else minus
        end = end if below is None else below
    if unit is None:
        money = unit_after(tokens, end)
        unit = money.code if money is not None else sign_before(tokens, first)
    if front is None and amount.bracket and (hedge is not None or end > last or last > first + 2):
        front = first - 1, 0
    elif amount.bracket and front is None:
        value = value._replace(last=first + 1)
        end = last = first + 1
    return finish(passage, value, hedge, end, front=front, unit=unit, noun=noun, between=between)


def _measures(passage: Passage, amount: Amount) -> bool:
    """Tell whether an amount is one of money, a share, or a large round number, that `فوق` bounds."""
    tokens, last = passage.tokens, amount.last
    return amount.scale > 1 or percent_after(tokens, last) is not None or unit_after(tokens, last) is not None


def _minus_before(passage: Passage, amount: Amount, *, negative_sign: bool) -> tuple[int, int] | None:
    """Return the first token of a negative number and its prefixes' letters: `سالب 5`, `-5%`."""
    tokens, first = passage.tokens, amount.first
    if first <= passage.floor:
        return None
    if tokens[first - 1].text in negatives():
        return first - 1, 0
    touches = tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start and amount.digits
    apart = first == 1 or tokens[first - 2].end < tokens[first - 1].start
    return (first - 1, 0) if touches and apart and negative_sign else None


def _is_reading(passage: Passage, amount: Amount) -> bool:
    """Tell whether an amount is a temperature or a rate, which a sign before it makes negative in running text."""
    tokens, last = passage.tokens, amount.last
    return bool(passage.word(amount.first - 2)) and (is_degree(tokens, last) or unit_after(tokens, last) is not None)


def _inside(amount: Amount) -> int:
    """Return the token after a number, the bracket behind it left out."""
    return amount.last - 1 if amount.bracket and amount.last == amount.first + 2 else amount.last


def finish(
    passage: Passage,
    amount: Amount,
    hedge: Hedge | None,
    end: int,
    *,
    front: tuple[int, int] | None = None,
    unit: str | None = None,
    noun: str | None = None,
    between: bool = False,
) -> Number:
    """Return the number of an amount whose words end before token `end`, with the hedges around it.

    `front` is the first token, and its prefixes' letters, where the number begins before the amount.
    """
    behind = hedge_after(passage.tokens, end)
    bound: Bound = "between" if between else "indefinite" if amount.indefinite else "exact"
    if bound == "exact":
        bound = _stronger(hedge, behind)
    first, cut = (amount.first, amount.cut) if front is None else front
    if hedge is not None:
        first, cut = hedge.first, hedge.cut
    low, high = bounded(plain_value(amount.low), plain_value(amount.high), bound)
    return passage.made(
        first,
        end if behind is None else behind.last,
        cut,
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        noun=noun,
        value=(amount.first, amount.last),
        digits=amount.digits,
    )


def _stronger(before: Hedge | None, behind: Hedge | None) -> Bound:
    bounds = [hedge.bound for hedge in (before, behind) if hedge is not None]
    return next((bound for bound in bounds if bound != "about"), "about" if bounds else "exact")


def kind_of(passage: Passage, amount: Amount, *, hedged: bool, between: bool) -> NumeralKind:
    """Return what an amount is by its context."""
    tokens, nouns = passage.tokens, passage.nouns
    if percent_after(tokens, amount.last) is not None:
        return "count"
    if is_clock(tokens, amount):
        return "clock"
    article = article_before(tokens, amount.first)
    if article is not None and is_age(tokens, amount, passage.floor):
        return "age"
    if article is not None and amount.digits and not between and not hedged:
        counts = passage.counted(amount.last) or amount.scale > 1 or passage.definite_plural(article - 1)
        counts = counts or passage.plural_head(article - 1) or passage.word(amount.last) in _WHO
        return "count" if counts else "ordinal"
    named = designated(tokens, amount, nouns) or _continued(passage, amount)
    if named is None and amount.plain and not hedged and not between and _stands_in_a_title(passage, amount):
        named = "designation"
    if (
        named is None
        and amount.plain
        and amount.low <= LAST_MINUTE
        and is_goal_minute(tokens, amount.first, amount.last)
    ):
        named = "designation"
    if named is not None:
        return named
    if is_age(tokens, amount, passage.floor) or (not hedged and is_age_told(tokens, amount, nouns)):
        return "age"
    named_in_latin = (
        amount.scale == 1
        and amount.digits
        and amount.low <= _HIGHEST_VERSION
        and follows_latin_name(tokens, amount.first)
    )
    if named_in_latin and not between and not passage.counted(amount.last):
        return "model"
    return "date" if is_date(tokens, amount, nouns, hedged=hedged) else "count"


def _stands_in_a_title(passage: Passage, amount: Amount) -> bool:
    """Tell whether digits end a name in quotation marks, or are all that stands in them, `الملتقى "15"`."""
    tokens, last = passage.tokens, amount.last
    if amount.bracket or (amount.digits and passage.word(amount.first - 2) and tokens[amount.first - 1].text == '"'):
        closed = amount.bracket or (last < passage.count and tokens[last].text == '"')
        quoted = tokens[amount.first - 1].text == '"' and closed
        last += not amount.bracket
        free = not passage.counted(last) and not passage.word(last).startswith("من")
        head = passage.word(amount.first - 2)
        return quoted and free and (head.startswith("ال") or head in _DEVICES)
    return ends_a_title(tokens, amount.first, amount.last)


def _continued(passage: Passage, amount: Amount) -> NumeralKind | None:
    """Return the kind of the numeral before, where `و` joins this one to it: `الدقيقتين 5 و40`."""
    previous, first = passage.previous, amount.first
    aged = previous is not None and previous.kind == "designation" and passage.word(previous.first - 1) in _OLD
    if aged and previous is not None and passage.word(amount.last) in contexts().age_units:
        return "age" if previous.last <= first <= previous.last + 1 else None  # `بين سن 6 و12 عاما`
    if previous is None or previous.kind not in ("designation", "article", "age"):
        return None
    if passage.counted(amount.last) and previous.kind != "age":
        return None
    between = passage.tokens[previous.last : first] if first - previous.last <= _LONGEST_JOINT else []
    alone = bool(between) and all(token.text in _JOINTS for token in between)
    alone = alone and any(token.text in ("و", "،", ",") for token in between)
    joined = first == previous.last and amount.cut > 0
    return previous.kind if alone or joined else None


def _noun_of_one(passage: Passage, amount: Amount) -> tuple[str, int] | None:
    """Return the lemma of the noun before `واحد`, and its prefixes' letters."""
    if amount.low != 1 or amount.final != "unit" or amount.first <= passage.floor:
        return None
    word = passage.word(amount.first - 1)
    for stem, form in passage.nouns.look_up(word):
        if form.number == "singular" and not stem.article and not form.possessed:
            return form.lemma, prefix_letters(stem)
    known = passage.nouns.look_up(word) or passage.word(amount.first) in ("واحد", "واحدا")
    return None if known or not word.endswith("ة") else (word, 0)


def _completion(passage: Passage, amount: Amount) -> Completion | None:
    """Complete a number by what `و` joins to it or its noun: `أربعمئة وطفلان`, `ثلاث سنوات ونصف`."""
    low, last = amount.low, amount.last
    joined = passage.grammar.joined(last)
    hundreds = not amount.digits and not amount.indefinite and isinstance(low, int) and low > 0 and low % 100 == 0
    if joined is not None and hundreds:
        following, alone = joined
        for stem, form in passage.nouns.look_up(passage.word(following)):
            if stem.preposition or stem.article or form.construct or not (alone or stem.conjunction):
                continue
            if form.number != "plural":
                return Completion(low + (1 if form.number == "singular" else 2), following + 1, form.lemma)
    if not passage.counted(last) or isinstance(low, Fraction):
        return None
    part = fraction_after(passage, last + 1, last)
    return None if part is None else Completion(low + part[0], part[1])


def fraction_after(passage: Passage, at: int, noun: int) -> tuple[Fraction, int] | None:
    """Read the fraction that `و` joins to a counted noun, and the noun said again: `عام ونصف العام`."""
    joined = passage.grammar.joined(at)
    if joined is None:
        return None
    reading = passage.grammar.reading(joined[0], "fraction")
    if reading is None or reading.article or reading.value not in (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)):
        return None
    end = joined[0] + 1
    again = passage.nouns.look_up(passage.word(end))
    lemmas = {form.lemma for _, form in passage.nouns.look_up(passage.word(noun))}
    if any(stem.article and form.lemma in lemmas for stem, form in again):
        return Fraction(reading.value), end + 1
    if passage.word(end).startswith("ال") or any(not stem.preposition for stem, _ in again):
        return None  # half of something else
    return Fraction(reading.value), end
