"""Numbers in Arabic text: their values, how they are bounded, their units, and the exact words that state them.

`find_numbers` returns what counts or measures; `find_numerals` returns every numeral, typed, so that a caller can
see what was left out and why. Values, bounds and spans are the codebook's: `نحو 50` is 50 with the bound `about`,
`أكثر من عشرة` is 10 with an open end, `المئات` is 100 to 999.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from tawatur.arabic.counted_nouns import noun_count, singular_noun
from tawatur.arabic.nouns import Nouns, default_nouns
from tawatur.arabic.number_bounds import Hedge, bounded, hedge_after, hedge_before
from tawatur.arabic.number_grammar import Amount, Grammar
from tawatur.arabic.number_ranges import Opening, changes_level, opening_before, second_end, share_scale
from tawatur.arabic.number_units import percent_after, sign_before, unit_after
from tawatur.arabic.numeral_kinds import (
    NumeralKind,
    address_spans,
    article_before,
    contexts,
    designated,
    glued_before,
    in_score,
    is_age,
    is_clock,
    is_counted,
    is_date,
    is_enumerator,
    is_model,
    is_prefix,
    is_tag,
)
from tawatur.arabic.numeral_lexicon import NUMERALS, Readings
from tawatur.arabic.tokens import AnalysedText, Token, analyse
from tawatur.model import Bound

_SHADDA, _SUKUN = "\u0651", "\u0652"
#: A pair up to this size, with nothing counted after it, is taken for a score where a match is spoken of.
_HIGHEST_SCORE = 50
_DECIMALS = 4


class Number(msgspec.Struct, frozen=True):
    """A number of a text; `raw[start:end]` is its words with their hedge, attached prefixes left out.

    `low` and `high` are the closed interval in base units, None for an open end; `unit` is `percent`, `km2` or an
    ISO 4217 code where the text writes it. `first`, `last` are its tokens `[first, last)`, `value_first`,
    `value_last` those of the value alone, without hedge and unit: what it counts begins at `value_last`. `noun` is
    the lemma of a counted noun that is part of the number: a dual, or the noun of `جندي واحد`. `digits` tells
    whether digits were used.
    """

    start: int
    end: int
    low: int | float | None
    high: int | float | None
    bound: Bound
    unit: str | None = None
    kind: NumeralKind = "count"
    first: int = 0
    last: int = 0
    value_first: int = 0
    value_last: int = 0
    noun: str | None = None
    digits: bool = False


def find_numbers(text: str | AnalysedText, *, nouns: Nouns | None = None) -> list[Number]:
    """Return the numbers of a text that count or measure, in order, disjoint.

    `nouns` is the lexicon by which duals and counted nouns are known; None takes the package's own. Any Unicode
    string is read, in time linear in its length.
    """
    return [number for number in find_numerals(text, nouns=nouns) if number.kind == "count"]


def find_numerals(text: str | AnalysedText, *, nouns: Nouns | None = None) -> list[Number]:
    """Return all numerals of a text, in order, disjoint: counts, and those that count nothing, typed by `kind`.

    Days, months and years are left to the time reader.
    """
    return _Reader(analyse(text), default_nouns() if nouns is None else nouns).read()


class _Reader:
    """One pass over a text's tokens."""

    __slots__ = ("_addresses", "_count", "_floor", "_grammar", "_nouns", "_text", "_tokens")

    def __init__(self, text: AnalysedText, nouns: Nouns) -> None:
        self._text = text
        self._tokens = text.tokens
        self._count = len(text.tokens)
        self._nouns = nouns
        self._grammar = Grammar(text.view.text, text.tokens)
        self._addresses = address_spans(text.view.text)
        self._floor = 0

    def read(self) -> list[Number]:
        found: list[Number] = []
        tokens, look_up, addresses = self._tokens, self._nouns.look_up, self._addresses
        at, address = 0, 0
        while at < self._count:
            token = tokens[at]
            kind = token.kind
            number: Number | None = None
            after = at + 1
            if kind in ("digits", "word", "latin"):
                while address < len(addresses) and addresses[address][1] <= token.start:
                    address += 1
                if address < len(addresses) and addresses[address][0] <= token.start:
                    at += 1
                    continue
            if kind == "digits":
                number, after = self._read_digits(at)
            elif kind in ("word", "latin"):
                readings = NUMERALS[token.text]
                if readings:
                    number, after = self._read_word(at, readings)
                if number is None and after == at + 1 and kind == "word" and look_up(token.text):
                    number = self._read_noun(at)
                    after = at + 1 if number is None else number.last
            if number is not None:
                found.append(number)
                after = max(after, number.last)
                self._floor = after
            at = after
        return found

    # digits

    def _read_digits(self, at: int) -> tuple[Number | None, int]:
        tokens = self._tokens
        run, after = self._grammar.run(at)
        if is_tag(tokens, at, after):
            return None, after
        if is_model(tokens, at, after):
            return self._typed(at, after, "model", run.value), after
        if is_enumerator(tokens, at, after) and run.shape == "number":
            return self._typed(at, after, "designation", run.value), after
        if run.shape == "clock":
            return self._typed(at, after, "clock", None), after
        if run.shape == "pair":
            return self._read_pair(at, after)
        if run.shape in ("long", "zero-led"):
            length = run.end - tokens[at].start
            return (self._typed(at, after, "phone", None) if length >= 5 else None), after
        if run.shape in ("date", "dotted"):
            return None, after
        before = glued_before(tokens, at)
        if before is not None and before.text == "+" and run.end - tokens[at].start >= 7:
            return self._typed(at, after, "phone", None), after
        return self._read_amounts(at, after)

    def _read_pair(self, at: int, after: int) -> tuple[Number | None, int]:
        """Read two numbers joined by a hyphen: a range, a score, years, or a phone number."""
        tokens = self._tokens
        run, _ = self._grammar.run(at)
        assert run.pair is not None
        left, right = run.pair
        text = self._text.view.text[tokens[at].start : run.end]
        if len(text) >= 8 and run.plain and (left < 1900 or left > 2100):
            grouped = any(len(part) > 7 or part.startswith("0") for part in text.split("-"))
            if grouped:
                return self._typed(at, after, "phone", None), after
        if run.plain and 1300 <= left <= 2100 and right <= 2100 and not self._counted(after):
            return None, after
        first = Amount(left, left, at, at + 1, 0, "digits", group=left, digits=True)
        whole = self._whole(after, right)
        if left == right or left > right or (right <= _HIGHEST_SCORE and in_score(tokens, at)):
            if not (whole.scale > 1 or self._counted(whole.last)) or left == right:
                return self._typed(at, after, "score", None), after
            if left > right and in_score(tokens, at):
                return self._typed(at, after, "score", None), after
        first = share_scale(first, whole)
        low, high = sorted((first.low, whole.low))
        amount = whole._replace(low=low, high=high, first=at, cut=0, digits=True)
        return self._finish(amount, between=True, opening=self._opening(at)), amount.last

    def _whole(self, after: int, right: int | Fraction) -> Amount:
        """Return the pair's second number with the scale words that follow."""
        amount = Amount(right, right, after - 1, after, 0, "digits", group=right, digits=True)
        return self._grammar.scaled(amount)

    def _read_amounts(self, at: int, after: int) -> tuple[Number | None, int]:
        amounts = self._grammar.amounts(at)
        if not amounts:
            return None, after
        return self._choose(amounts)

    # words

    def _read_word(self, at: int, readings: Readings) -> tuple[Number | None, int]:
        if any(reading.role == "ordinal" for reading in readings):
            ordinal = self._read_ordinal(at)
            if ordinal is not None:
                return ordinal, ordinal.last
        amounts = self._grammar.amounts(at)
        if not amounts:
            return None, at + 1
        chosen = amounts[0]
        opening = self._opening(chosen.first)
        if opening is None and not self._acceptable(chosen):
            return None, at + 1
        if opening is not None and not self._acceptable(chosen) and chosen.words <= 1 and chosen.low == 1:
            return None, at + 1
        return self._choose(amounts)

    def _acceptable(self, amount: Amount) -> bool:
        """Tell a number from the ordinary word that is spelt like it, by what stands around it."""
        tokens, words = self._tokens, contexts()
        first, last = amount.first, amount.last
        previous = tokens[first - 1] if first else None
        following = tokens[last] if last < self._count else None
        before = previous.text if previous is not None and previous.kind == "word" else ""
        after = following.text if following is not None and following.kind == "word" else ""
        if amount.words > 1 or amount.digits:
            return not (amount.article and before in words.places)
        text = tokens[first].text
        if amount.final == "fraction":
            return self._acceptable_fraction(amount, after)
        if amount.final == "zero":
            date = before in ("شهر", "من") or (previous is not None and previous.kind == "digits")
            return not (amount.article or date or (following is not None and following.kind == "digits"))
        if amount.low == 1:
            return self._acceptable_one(amount, text)
        if amount.low == 2 and amount.final == "unit":
            return not amount.article
        if amount.article:
            return self._acceptable_definite(amount, before)
        if amount.final in ("unit", "ten") and not text.endswith(("ة", "ه")):
            # the short forms are words of their own too; before what is counted they are numbers
            return following is None or (bool(after) and (not after.startswith("ال") or after == "الاف"))
        if amount.low == 1000 and amount.final == "scale":
            return following is None or bool(after) or following.kind in ("digits", "mark")
        return True

    def _acceptable_fraction(self, amount: Amount, after: str) -> bool:
        words = contexts()
        if after in words.fraction_idioms:
            return False
        if not amount.article:
            return bool(after) or amount.last >= self._count or self._tokens[amount.last].kind != "digits"
        return after.removeprefix("ال").removesuffix("ة") not in words.period_words and not self._is_ordinal(
            amount.last
        )

    def _acceptable_one(self, amount: Amount, text: str) -> bool:
        words = contexts()
        first = amount.first
        if amount.article or amount.cut or not text.startswith("واحد"):
            return False
        if not first:
            return amount.last >= self._count
        noun = singular_noun(self._tokens, first - 1, self._nouns)
        return noun is not None and self._tokens[first - 1].text not in words.one_idioms

    def _acceptable_definite(self, amount: Amount, before: str) -> bool:
        """Tell `الدول العشرين` from `شارع الستين` and `الذكرى الخمسين`."""
        words = contexts()
        if before in words.places:
            return False
        if amount.final in ("unit", "ten", "magnitude", "few"):
            return True
        if self._counted(amount.last) or hedge_before(self._tokens, amount.first, self._floor) is not None:
            return True
        if percent_after(self._tokens, amount.last) is not None:
            return True
        return self._definite_plural(amount.first - 1)

    def _definite_plural(self, at: int) -> bool:
        if at < 0 or self._tokens[at].kind != "word":
            return False
        return any(
            stem.article and form.number in ("plural", "ambiguous")
            for stem, form in self._nouns.look_up(self._tokens[at].text)
        )

    def _counted(self, at: int) -> bool:
        return is_counted(self._tokens, at, self._nouns)

    def _is_ordinal(self, at: int) -> bool:
        return self._grammar.reading(at, "ordinal") is not None

    def _read_ordinal(self, at: int) -> Number | None:
        """Read an ordinal with its tens or its ten: `الحادي والعشرين`, `الثالثة عشرة`."""
        grammar, tokens = self._grammar, self._tokens
        reading = grammar.reading(at, "ordinal")
        assert reading is not None
        value, last = int(reading.value), at + 1
        ten = grammar.reading(last, "ten")
        joined = grammar.joined(last)
        if ten is not None and not ten.cut and value < 10:
            value, last = value + 10, last + 1
        elif joined is not None:
            following, _ = joined
            tens = grammar.reading(following, "tens", "hundred")
            if tens is not None and tens.article and reading.article:
                value, last = value + int(tens.value), following + 1
        if not reading.article and value in (1, 2) and last == at + 1:
            return None
        clock = at > 0 and tokens[at - 1].text in contexts().clock
        if clock:
            last = self._minutes(last)
        return self._typed(at, last, "clock" if clock else "ordinal", None if clock else value, cut=reading.cut)

    def _minutes(self, at: int) -> int:
        """Return the token after what follows the hour: `والنصف`, `وعشر دقائق`, `إلا ربعا`."""
        tokens = self._tokens
        joined = self._grammar.joined(at)
        if joined is not None:
            following, _ = joined
            if self._grammar.reading(following, "fraction") is not None:
                return following + 1
            amounts = self._grammar.amounts(following)
            if amounts and amounts[0].last < self._count and tokens[amounts[0].last].text.startswith("دقيق"):
                return amounts[0].last + 1
            if amounts and amounts[0].last < self._count and tokens[amounts[0].last].text == "دقائق":
                return amounts[0].last + 1
        if at + 1 < self._count and tokens[at].text == "الا":
            return at + 2
        return at

    # numbers, whether in words or digits

    def _choose(self, amounts: list[Amount]) -> tuple[Number | None, int]:
        tokens, grammar = self._tokens, self._grammar
        at = amounts[0].first
        opening = self._opening(at)
        change = opening is not None and opening.label == "from" and changes_level(tokens, opening.first, 0)
        for amount in amounts:
            if amount.last == at + 1 and len(amounts) > 1 and amount.final == "unit" and opening is None:
                continue
            second = None if change else second_end(grammar, tokens, amount, opening)
            if second is None:
                continue
            if self._is_one_sided(amount, second, opening):
                break
            first = share_scale(amount, second)
            if is_date(tokens, second._replace(first=at), self._nouns, hedged=False):
                return None, second.last
            whole = second._replace(
                low=first.low, first=at, cut=first.cut, digits=first.digits or second.digits, plain=False
            )
            number = self._finish(whole, between=True, opening=opening)
            return number, second.last if number is None else number.last
        amount = amounts[0]
        number = self._finish(amount)
        return number, amount.last

    def _is_one_sided(self, amount: Amount, second: Amount, opening: Opening | None) -> bool:
        """Tell two things that only stand side by side from a range: `30 - 45 مصابا` may be, `2014 إلى 3` is not."""
        if opening is not None:
            return False
        joint = self._tokens[amount.last].text
        if joint in ("الي", "حتي"):
            return second.low > 100 * max(amount.low, 1)
        return joint == "-" and not (amount.digits == second.digits)

    def _opening(self, first: int) -> Opening | None:
        start = self._hop(first)
        return opening_before(self._tokens, start, self._floor)

    def _hop(self, first: int) -> int:
        """Return where the number begins, a `الـ` of its own taken in."""
        article = article_before(self._tokens, first)
        return first if article is None or self._tokens[first].kind != "digits" else article

    def _finish(self, amount: Amount, *, between: bool = False, opening: Opening | None = None) -> Number | None:
        tokens = self._tokens
        first, last = amount.first, amount.last
        start = self._hop(first)
        before = opening_hedge(opening, amount) if opening is not None and between else None
        hedge = hedge_before(tokens, start if before is None else before.first, self._floor)
        kind = self._kind(amount, hedged=hedge is not None, between=between)
        if kind == "date":
            return None
        if kind != "count":
            return self._typed(first, last, kind, amount.low, cut=amount.cut)
        low, high, noun = amount.low, amount.high, None
        percent = percent_after(tokens, last)
        unit: str | None = None
        end = last
        if percent is not None:
            unit, end = "percent", percent
        elif first and tokens[first - 1].text == "%" and amount.digits:
            unit, before = "percent", before or Hedge("exact", first - 1, last, 0)
        elif not between:
            completed = self._completed(amount)
            if completed is not None:
                low, high, end, noun = completed
            elif self._one_with_noun(amount):
                counted = singular_noun(tokens, first - 1, self._nouns)
                assert counted is not None
                noun, before = counted[0], Hedge("exact", first - 1, last, counted[1])
                hedge = hedge or hedge_before(tokens, first - 1, self._floor)
        money = unit_after(tokens, end)
        if unit is None:
            unit = money.code if money is not None else sign_before(tokens, first)
        behind = hedge_after(tokens, end)
        return self._number(
            amount._replace(low=low, high=high),
            (before, hedge, behind, end),
            unit=unit,
            noun=noun,
            between=between,
        )

    def _number(
        self,
        amount: Amount,
        hedges: tuple[Hedge | None, Hedge | None, Hedge | None, int],
        *,
        unit: str | None,
        noun: str | None,
        between: bool,
    ) -> Number:
        opening, before, behind, end = hedges
        bound = "between" if between else "indefinite" if amount.indefinite else "exact"
        first, cut, last = amount.first, amount.cut, end
        if opening is not None:
            first, cut = opening.first, opening.cut
        if before is not None:
            first, cut = before.first, before.cut
        if bound == "exact":
            bound = _stronger(before, behind)
        if behind is not None:
            last = behind.last
        low, high = bounded(_plain(amount.low), _plain(amount.high), bound)
        return self._made(
            first,
            last,
            cut,
            low=low,
            high=high,
            bound=bound,
            unit=unit,
            noun=noun,
            value=(amount.first, amount.last),
            digits=amount.digits,
        )

    def _one_with_noun(self, amount: Amount) -> bool:
        return amount.low == 1 and amount.final == "unit" and amount.words == 1 and amount.first > self._floor

    def _completed(self, amount: Amount) -> tuple[int | Fraction, int | Fraction, int, str | None] | None:
        """Complete a number by what `و` joins to it or its noun: `أربعمئة وطفلان`, `ثلاث سنوات ونصف`."""
        tokens, grammar = self._tokens, self._grammar
        low, last = amount.low, amount.last
        joined = grammar.joined(last)
        round_hundreds = not amount.digits and not amount.indefinite and isinstance(low, int) and low % 100 == 0
        if joined is not None and round_hundreds and low:
            following, alone = joined
            for stem, form in self._nouns.look_up(tokens[following].text):
                fits = alone or bool(stem.conjunction)
                if fits and not stem.preposition and not stem.article and not form.construct:
                    if form.number == "dual":
                        return low + 2, low + 2, following + 1, form.lemma
                    if form.number == "singular":
                        return low + 1, low + 1, following + 1, form.lemma
        if not self._counted(last) or isinstance(low, Fraction):
            return None
        part = self._half_after(last + 1, last)
        if part is None:
            return None
        value, end = part
        return low + value, amount.high + value, end, None

    def _half_after(self, at: int, noun: int) -> tuple[Fraction, int] | None:
        """Read the fraction that `و` joins to a counted noun, and the noun said again: `ونصف العام`."""
        joined = self._grammar.joined(at)
        if joined is None:
            return None
        following, _ = joined
        reading = self._grammar.reading(following, "fraction")
        if reading is None or reading.article or Fraction(reading.value) >= 1:
            return None
        end = following + 1
        lemmas = {form.lemma for _, form in self._nouns.look_up(self._tokens[noun].text)}
        if end < self._count and self._tokens[end].kind == "word":
            again = {(stem.article, form.lemma) for stem, form in self._nouns.look_up(self._tokens[end].text)}
            if any(article and lemma in lemmas for article, lemma in again):
                return Fraction(reading.value), end + 1
            if again:
                return None
        return Fraction(reading.value), end

    def _kind(self, amount: Amount, *, hedged: bool, between: bool) -> NumeralKind:
        tokens = self._tokens
        if percent_after(tokens, amount.last) is not None:
            return "count"
        article = article_before(tokens, amount.first)
        if article is not None and amount.digits and not between and not hedged:
            if self._counted(amount.last) or amount.scale > 1 or self._definite_plural(article - 1):
                return "count"
            return "ordinal"
        named = designated(tokens, amount, self._nouns)
        if named is not None:
            return named
        if is_clock(tokens, amount):
            return "clock"
        if is_age(tokens, amount, self._floor):
            return "age"
        if is_date(tokens, amount, self._nouns, hedged=hedged):
            return "date"
        return "count"

    # nouns

    def _read_noun(self, at: int) -> Number | None:
        tokens = self._tokens
        start, end = self._text.view.raw_span(tokens[at].start, tokens[at].end)
        marks = self._text.view.raw[start:end].replace(_SHADDA, "").replace(_SUKUN, "")
        count = noun_count(tokens, at, self._nouns, self._floor, marks)
        if count is None:
            return self._read_singular(at)
        amount = Amount(2, 2, at, count.last, count.cut, "noun", group=2)
        half = self._half_after(count.last, at)
        end_token = count.last
        if half is not None:
            amount, end_token = amount._replace(low=2 + half[0], high=2 + half[0]), half[1]
        before = hedge_before(tokens, at, self._floor) if not count.cut else None
        behind = hedge_after(tokens, end_token)
        if count.number == "ambiguous" and before is None and behind is None:
            return self._made(
                at,
                count.last,
                count.cut,
                low=2,
                high=None,
                bound="ambiguous",
                noun=count.lemma,
                value=(at, count.last),
            )
        return self._number(
            amount, (None, before, behind, end_token), unit=self._noun_unit(at), noun=count.lemma, between=False
        )

    def _noun_unit(self, at: int) -> str | None:
        unit = unit_after(self._tokens, at)
        return unit.code if unit is not None else None

    def _read_singular(self, at: int) -> Number | None:
        """Read a singular that a fraction or a hedge makes a number: `عام ونصف العام`, `نحو شهر`, `عام أو أكثر`."""
        tokens = self._tokens
        counted = singular_noun(tokens, at, self._nouns)
        hedge = hedge_before(tokens, at, self._floor)
        lemma, cut = counted if counted is not None else (self._definite_time(at) if hedge is not None else None, 0)
        if lemma is None or (at == self._floor and at and tokens[at - 1].kind in ("word", "digits")):
            return None
        half = self._half_after(at + 1, at) if counted is not None else None
        if half is None and lemma not in contexts().time_units:
            return None
        if half is None and at + 1 < self._count and (tokens[at + 1].kind == "digits" or NUMERALS[tokens[at + 1].text]):
            return None
        end = at + 1 if half is None else half[1]
        value: int | Fraction = 1 if half is None else 1 + half[0]
        behind = hedge_after(tokens, end) if half is not None or self._hedged_at(end) else None
        if half is None and hedge is None and behind is None:
            return None
        amount = Amount(value, value, at, at + 1, cut, "noun", group=1)
        return self._number(amount, (None, hedge, behind, end), unit=None, noun=lemma, between=False)

    def _hedged_at(self, at: int) -> bool:
        hedge = hedge_after(self._tokens, at)
        return hedge is not None and hedge.last - at <= 2

    def _definite_time(self, at: int) -> str | None:
        for stem, form in self._nouns.look_up(self._tokens[at].text):
            if form.number == "singular" and stem.article and form.lemma in contexts().time_units:
                return form.lemma
        return None

    # results

    def _typed(self, first: int, last: int, kind: NumeralKind, value: int | Fraction | None, *, cut: int = 0) -> Number:
        plain = _plain(value)
        return self._made(
            first, last, cut, low=plain, high=plain, bound="exact", kind=kind, value=(first, last),
            digits=self._tokens[first].kind == "digits",
        )  # fmt: skip

    def _made(
        self,
        first: int,
        last: int,
        cut: int,
        *,
        low: int | float | None,
        high: int | float | None,
        bound: Bound,
        value: tuple[int, int],
        unit: str | None = None,
        noun: str | None = None,
        kind: NumeralKind = "count",
        digits: bool = False,
    ) -> Number:
        tokens = self._tokens
        start, end = self._text.view.raw_span(tokens[first].start + cut, tokens[last - 1].end)
        return Number(
            start=start,
            end=end,
            low=low,
            high=high,
            bound=bound,
            unit=unit,
            kind=kind,
            first=first,
            last=last,
            value_first=value[0],
            value_last=value[1],
            noun=noun,
            digits=digits,
        )


def opening_hedge(opening: Opening, amount: Amount) -> Hedge | None:
    """Return the part of the span that a range's `بين` takes; `من` stays outside."""
    return Hedge("between", opening.first, amount.last, opening.cut) if opening.label == "between" else None


def _stronger(before: Hedge | None, behind: Hedge | None) -> Bound:
    bounds = [hedge.bound for hedge in (before, behind) if hedge is not None]
    for bound in bounds:
        if bound != "about":
            return bound
    return "about" if bounds else "exact"


def _plain(value: int | Fraction | None) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value.denominator == 1 else round(float(value), _DECIMALS)


__all__ = ["Number", "NumeralKind", "Token", "find_numbers", "find_numerals", "is_prefix"]
