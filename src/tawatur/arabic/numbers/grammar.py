"""The grammar of cardinals: from words, digits and scale words to a value, or to the interval of a vague one.

    number    = term { "و" term }             each term smaller than the scale of the one before
    term      = [ group | digits ] { scale }  | scale's dual | magnitude { scale } | few ( ten | scale )
    group     = what `groups` reads, a number below a thousand
    fraction  = "نصف" … [ scale ] | unit parts ( "ثلاثة أرباع" )

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 15.1; Wright, A Grammar of the Arabic
Language (1896), I 318-330.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from tawatur.arabic.numbers.digit_shapes import LONGEST, DigitRun, read_run
from tawatur.arabic.numbers.groups import Groups
from tawatur.arabic.numbers.lexicon import NUMERALS, Reading, decimal_letters, decimal_points, latin_scales
from tawatur.arabic.numbers.units import percent_after
from tawatur.arabic.tokens import Token

Quantity = int | Fraction

_HALF_OPEN = {3: 9}  # `بضع` is three to nine
_THOUSANDS = 3
_BRACKETS = frozenset((("(", ")"), ('"', '"')))
_PARTICLES = frozenset(("من", "في", "الي", "علي", "عن"))


class Amount(NamedTuple):
    """A value read from the tokens `[first, last)`: an interval, of one point where it is definite.

    `group` is what stood before the scale words and `scale` their product, so that `40 - 50 ألف` can share them;
    `cut` counts the letters of prefixes before the first word; `final` is the last word's role (`digits` for
    digits). `bracket` tells that the digits stand in brackets of their own, `(209)`, the second of which is taken.
    """

    low: Quantity
    high: Quantity
    first: int
    last: int
    cut: int
    final: str
    group: Quantity = 0
    scale: int = 1
    indefinite: bool = False
    digits: bool = False
    plain: bool = False
    article: bool = False
    words: int = 0
    bracket: bool = False


class Grammar(Groups):
    """The grammar over one text's tokens. Every method reads at a token and returns None where nothing is."""

    __slots__ = ("_last_run", "_view")

    def __init__(self, view: str, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._view = view
        self._last_run: tuple[int, DigitRun, int] | None = None  # one run is asked for by several readers in turn

    def amounts(self, at: int) -> list[Amount]:
        """Return the number at a token and the shorter numbers that it begins with, longest first."""
        first = self._term(at)
        if first is None:
            return []
        found = [first]
        while True:
            longer = self._extended(found[-1])
            if longer is None:
                break
            found.append(longer)
        found.reverse()
        shorter = self._unit_alone(at, found[-1])
        return [*found, shorter] if shorter is not None else found

    def _unit_alone(self, at: int, shortest: Amount) -> Amount | None:
        """Return the unit of `خمسة وعشرين` on its own, for `بين خمسة وعشرين`."""
        reading = self._word(at, ("unit",))
        if reading is None or shortest.last == at + 1 or self._tokens[at].kind != "word":
            return None
        value = int(reading.value)
        if value + 10 == shortest.low or self.joined(at + 1) is None:
            return None
        return Amount(value, value, at, at + 1, reading.cut, "unit", group=value, article=reading.article, words=1)

    def run(self, at: int) -> tuple[DigitRun, int]:
        """Return the run of digits at a token and the index of the token after it."""
        if self._last_run is not None and self._last_run[0] == at:
            return self._last_run[1:]
        run = read_run(self._view, self._tokens[at])
        after = at + 1
        while after < self._count and self._tokens[after].end <= run.end:
            after += 1
        self._last_run = at, run, after
        return run, after

    def _term(self, at: int, *, bare: bool = False, after_and: bool = False) -> Amount | None:
        """Read a term; `bare` allows no prefix, `after_and` asks for `و`."""
        token = self._tokens[at]
        if token.kind == "digits":
            return self._digits(at)
        readings = [
            reading
            for reading in NUMERALS[token.text]
            if not (bare and reading.cut) and not (after_and and (reading.preposition or not reading.conjunction))
        ]
        longest: Amount | None = None
        for reading in readings:
            amount = self._word_term(at, reading)
            if amount is not None and (longest is None or amount.last > longest.last):
                longest = amount
        return longest

    def _word_term(self, at: int, reading: Reading) -> Amount | None:
        role, cut, article = reading.role, reading.cut, reading.article
        if role in ("unit", "ten", "tens", "hundred", "hundreds"):
            parts = self._parts(at, reading)
            if parts is not None:
                return parts
            value, last, final, words = self._group(at, reading)
            return self.scaled(Amount(value, value, at, last, cut, final, group=value, article=article, words=words))
        if role == "scale_dual" and not (reading.text.endswith("ا") and self._no_dual_here(at)):
            value = 2 * int(reading.value)
            return self.scaled(
                Amount(value, value, at, at + 1, cut, role, group=2, scale=int(reading.value), article=article, words=1)
            )
        if role == "magnitude":
            return self._magnitude(at, at, int(reading.value), int(reading.value) * 10 - 1, reading)
        if role == "scale":
            value = int(reading.value)
            return self.scaled(
                Amount(value, value, at, at + 1, cut, role, group=1, scale=value, article=article, words=1)
            )
        if role == "few":
            return self._few(at, reading)
        if role == "several":
            plural = self._word(at + 1, ("magnitude",), bare=True)
            if plural is not None and not plural.article:
                return self._magnitude(at, at + 1, int(plural.value), int(plural.value) * 10 - 1, reading)
            return None
        if role == "fraction":
            return self._fraction(at, reading)
        if role == "zero":
            return Amount(0, 0, at, at + 1, cut, role, article=article, words=1)
        return None

    def _no_dual_here(self, at: int) -> bool:
        """Tell `ألفا` with tanween from the construct dual: the latter needs the counted noun after it."""
        if at + 1 >= self._count or self._tokens[at + 1].kind != "word":
            return True
        following = self._tokens[at + 1].text
        return following in _PARTICLES or following == "و" or bool(NUMERALS[following])

    def _digits(self, at: int) -> Amount | None:
        run, after = self.run(at)
        if run.shape not in ("number", "list") or run.value is None:
            return None
        decimals = self._decimals_by_letter(run, after)
        if decimals is not None:
            run, after = run._replace(value=decimals, fraction=None, plain=False), after + 2
        bracket = run.shape == "number" and self._bracketed(at, after)
        if bracket and run.value is not None and self._told_in_words(after + 1, run.value):
            return None  # `( 1500 ) ألف وخمسمائة`
        after += bracket
        assert run.value is not None
        value: Quantity = run.value
        if run.fraction is not None and self._takes_fraction(after):
            value = run.fraction
        parts = self._word(after, ("fraction_part",), bare=True)
        if parts is not None and isinstance(value, int) and value <= 10:
            part = value * Fraction(parts.value)
            return Amount(part, part, at, after + 1, 0, "fraction", group=part, digits=True)
        sign = self._word(after, ("fraction",), bare=True) if self._touches(after) else None
        if sign is not None:  # 1½
            value, after = value + Fraction(sign.value), after + 1
        latin = self._latin_scale(after)
        if latin > 1:
            value, after = value * latin, after + 1
        return self.scaled(
            Amount(value, value, at, after, 0, "digits", group=value, digits=True, plain=run.plain, bracket=bracket)
        )

    def _told_in_words(self, at: int, value: Quantity) -> bool:
        """Tell whether the words at a token say a value that stands before them in digits."""
        if at >= self._count or self._tokens[at].kind != "word":
            return False
        return any(amount.low == value and not amount.indefinite for amount in self.amounts(at))

    def _decimals_by_letter(self, run: DigitRun, after: int) -> Fraction | None:
        """Return the value of `6ر17`, 17.6, a letter for the decimal comma; None where there is no such letter."""
        if not run.plain or run.value is None or after + 1 >= self._count or not self._touches(after):
            return None
        digits = self._tokens[after + 1]
        if self._tokens[after].text not in decimal_letters() or digits.kind != "digits" or not self._touches(after + 1):
            return None
        if len(digits.text) > LONGEST:
            return None
        places = self._tokens[after - 1].text
        return int(digits.text) + Fraction(int(places), 10 ** len(places))

    def thousands_by_letter(self, after: int) -> Amount | None:
        """Read `000ر30`, 30,000, whose noughts end before a token: the letter parts the thousands."""
        zeros = self._tokens[after - 1].text
        if set(zeros) != {"0"} or len(zeros) != _THOUSANDS or after + 1 >= self._count or not self._touches(after):
            return None
        letter, digits = self._tokens[after], self._tokens[after + 1]
        if letter.text not in decimal_letters() or digits.kind != "digits" or len(digits.text) > _THOUSANDS:
            return None
        value = int(digits.text) * 1000
        return Amount(value, value, after - 1, after + 2, 0, "digits", group=value, digits=True)

    def _latin_scale(self, at: int) -> int:
        """Return the scale in Latin letters that touches the digits before a token; 1 where there is none."""
        return latin_scales().get(self._tokens[at].text, 1) if self._touches(at) else 1

    def _bracketed(self, first: int, last: int) -> bool:
        """Tell whether the tokens `[first, last)` stand in brackets of their own."""
        if not first or last >= self._count:
            return False
        return (self._tokens[first - 1].text, self._tokens[last].text) in _BRACKETS

    def _takes_fraction(self, at: int) -> bool:
        """Tell whether a scale word or a percent sign follows, before which `3.500` is three and a half."""
        percent = percent_after(self._tokens, at) is not None
        rate = at < self._count and self._tokens[at].text == "ين"  # so many yen to the dollar
        return percent or rate or self._word(at, ("scale",), bare=True) is not None

    def _parts(self, at: int, reading: Reading) -> Amount | None:
        """Read `ثلاثة أرباع`, with the scale word that may follow."""
        if reading.role != "unit":
            return None
        part = self._word(at + 1, ("fraction_part",), bare=True)
        if part is None or reading.article:
            return None
        value = int(reading.value) * Fraction(part.value)
        return self.portion(Amount(value, value, at, at + 2, reading.cut, "fraction", group=value, words=2))

    def _fraction(self, at: int, reading: Reading) -> Amount:
        value = Fraction(reading.value)
        amount = Amount(
            value, value, at, at + 1, reading.cut, "fraction", group=value, article=reading.article, words=1
        )
        return amount if reading.article else self.portion(amount)

    def portion(self, amount: Amount) -> Amount:
        """Take a fraction of the scale word that follows: `نصف مليون`, `ثلاثة أرباع المليون`."""
        scale = self._word(amount.last, ("scale",), bare=True)
        if scale is None or scale.value == 0:
            return amount
        value = amount.low * int(scale.value)
        return amount._replace(low=value, high=value, last=amount.last + 1, scale=int(scale.value), final="scale")

    def _few(self, at: int, reading: Reading) -> Amount:
        low, high = int(reading.value), _HALF_OPEN[int(reading.value)]
        amount = Amount(low, high, at, at + 1, reading.cut, "few", indefinite=True, words=1)
        ten = self._word(at + 1, ("ten",), bare=True)
        if ten is not None:
            return amount._replace(low=low + 10, high=high + 10, last=at + 2, final="ten")
        joined = self.joined(at + 1)
        if joined is not None:
            following, alone = joined
            tens = self._word(following, ("tens",), bare=alone, after_and=not alone)
            if tens is not None:
                more = int(tens.value)
                return amount._replace(low=low + more, high=high + more, last=following + 1, final="tens")
        scale = self._word(at + 1, ("magnitude", "scale", "hundred"), bare=True)
        if scale is not None and not scale.article:
            factor = int(scale.value)
            return amount._replace(low=low * factor, high=high * factor, last=at + 2, scale=factor, final="scale")
        return amount

    def _magnitude(self, at: int, word: int, low: int, high: int, reading: Reading) -> Amount:
        amount = Amount(
            low, high, at, word + 1, reading.cut, "magnitude", indefinite=True, article=reading.article, words=1
        )
        while (scale := self._word(amount.last, ("magnitude", "scale"), bare=True)) is not None:
            factor = int(scale.value)
            if factor < 1000 or reading.article or amount.low * factor > 10**15:
                break
            amount = amount._replace(
                low=int(amount.low) * factor, high=(int(amount.high) + 1) * factor - 1, last=amount.last + 1
            )
        return amount

    def scaled(self, amount: Amount) -> Amount:
        """Multiply by the scale words that follow directly."""
        if amount.indefinite:
            return amount
        while (scale := self._word(amount.last, ("scale",), bare=True)) is not None:
            factor = int(scale.value)
            if amount.low * factor > 10**15 or (scale.article and not amount.article):
                break
            value = amount.low * factor
            amount = amount._replace(
                low=value,
                high=value,
                last=amount.last + 1,
                scale=amount.scale * factor,
                final="scale",
                words=amount.words + 1,
                plain=False,
            )
        return amount

    def _extended(self, amount: Amount) -> Amount | None:
        """Add the smaller term, or the fraction, that `و` joins to a number."""
        if amount.indefinite or amount.final in ("fraction", "ordinal", "few"):
            return None
        decimals = self._with_decimals(amount)
        if decimals is not None or amount.final == "zero":
            return decimals
        joined = self.joined(amount.last)
        if joined is None:
            return None
        following, alone = joined
        half = self._word(following, ("fraction",), bare=alone, after_and=not alone)
        if half is not None:
            return self._with_fraction(amount, following, half)
        hundred = amount.final == "hundreds" and amount.scale == 1
        if amount.scale == 1 and not hundred:
            return None
        term = self._term(following, bare=alone, after_and=not alone)
        if term is None or term.indefinite or term.final == "zero" or isinstance(term.low, Fraction):
            return None
        if hundred and not (term.digits and term.low < 100 and term.scale == 1):
            return None
        if term.low >= self._floor(amount):
            term = self._hundreds_alone(following, bare=alone)
            if term is None or term.low >= self._floor(amount):
                return None
        return amount._replace(
            low=amount.low + term.low,
            high=amount.high + term.low,
            last=term.last,
            final=term.final,
            scale=term.scale,
            group=amount.low + term.low,
            words=amount.words + term.words,
            digits=amount.digits or term.digits,
            plain=False,
        )

    def _hundreds_alone(self, at: int, *, bare: bool) -> Amount | None:
        """Read the hundreds of `ألف وخمسمئة`, where `وثلاثة آلاف` behind them is a number of its own."""
        reading = self._word(at, ("hundreds", "hundred", "unit"), bare=bare, after_and=not bare)
        if reading is None:
            return None
        value, last = int(reading.value), at + 1
        if reading.role == "unit":
            if self._word(last, ("hundred",), bare=True) is None:
                return None
            value, last = 100 * value, last + 1
        return Amount(value, value, at, last, reading.cut, "hundreds", group=value, words=last - at)

    def _with_decimals(self, amount: Amount) -> Amount | None:
        """Read decimals in words: `ثلاثة فاصلة خمسة`, `2 فاصلة خمسة وسبعون`."""
        at = amount.last
        if amount.scale > 1 or at + 1 >= self._count or self._tokens[at].text not in decimal_points():
            return None
        decimals = self._term(at + 1, bare=True)
        if decimals is None or decimals.indefinite or isinstance(decimals.low, Fraction) or decimals.group > 999:
            return None
        digits = int(decimals.group)
        value = (amount.low + Fraction(digits, 10 ** len(str(digits)))) * decimals.scale
        words = amount.words + decimals.words
        return amount._replace(
            low=value, high=value, last=decimals.last, final="fraction", scale=decimals.scale, words=words, plain=False
        )

    @staticmethod
    def _floor(amount: Amount) -> int:
        """Return what the next term must stay below: the last scale, or the hundred."""
        return amount.scale if amount.scale > 1 else 100

    def _with_fraction(self, amount: Amount, at: int, reading: Reading) -> Amount | None:
        """Read `مليون ونصف المليون`, `ثلاثة ونصف`, `خمسة ونصف مليون`."""
        if reading.article:
            return None
        part = Fraction(reading.value)
        scale = self._word(at + 1, ("scale",), bare=True)
        last = at + 1
        if scale is not None:
            last = at + 2
            if amount.scale == 1 and not scale.article:
                value = (amount.low + part) * int(scale.value)
            else:
                value = amount.low + part * int(scale.value)
                if int(scale.value) > amount.scale:
                    return None
        else:
            value = amount.low + part * amount.scale
        return amount._replace(low=value, high=value, last=last, final="fraction", scale=1, plain=False)
