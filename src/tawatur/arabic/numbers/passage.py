"""What the number readers share: the result's type, and the text in hand with how far it has been read."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from tawatur.arabic.nouns import Nouns
from tawatur.arabic.numbers.grammar import Amount, Grammar
from tawatur.arabic.numbers.kinds import NumeralKind, article_before, contexts, is_counted
from tawatur.arabic.tokens import AnalysedText
from tawatur.model import Bound

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
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    kind: NumeralKind = "count"
    first: int = 0
    last: int = 0
    value_first: int = 0
    value_last: int = 0
    noun: str | None = None
    digits: bool = False


class Passage:
    """A text being read for numbers. Tokens before `floor` are taken; `previous` is the last numeral found,
    `listed` the last item of a list: how it is numbered, and which it is.
    """

    __slots__ = ("count", "floor", "grammar", "listed", "nouns", "previous", "text", "tokens")

    def __init__(self, text: AnalysedText, nouns: Nouns) -> None:
        self.text = text
        self.tokens = text.tokens
        self.count = len(text.tokens)
        self.nouns = nouns
        self.grammar = Grammar(text.view.text, text.tokens)
        self.floor = 0
        self.previous: Number | None = None
        self.listed = "", 0

    def take(self, number: Number, last: int) -> None:
        """Remember a numeral, and that the tokens before `last` are taken."""
        self.previous = number
        self.floor = last

    def word(self, at: int) -> str:
        """Return the word at a token; nothing where the token is none."""
        return self.tokens[at].text if 0 <= at < self.count and self.tokens[at].kind == "word" else ""

    def counted(self, at: int) -> bool:
        """Tell whether a token is a noun that the number before it counts."""
        return is_counted(self.tokens, at, self.nouns)

    def definite_plural(self, at: int) -> bool:
        """Tell whether a token is a plural with the article, `الدول`, or with a pronoun, `مبارياتها`."""
        return any(
            (stem.article or form.possessed) and form.number in ("plural", "ambiguous")
            for stem, form in self.nouns.look_up(self.word(at))
        )

    def plural_head(self, at: int) -> bool:
        """Tell whether a definite noun at a token belongs to a plural before it: `أعضاء مجلس الأمن`."""
        numbered = contexts().numbered
        if not self.word(at).startswith("ال") or self.word(at) in numbered:
            return False
        for head in (at - 1, at - 2):
            if self.word(head) in numbered:
                return False
            if any(not stem.article and form.number == "plural" for stem, form in self.nouns.look_up(self.word(head))):
                return True
        return False

    def outer_first(self, amount: Amount) -> int:
        """Return where a number begins with its bracket or the `الـ` that stands before its digits."""
        if amount.bracket:
            return amount.first - 1
        if self.tokens[amount.first].kind != "digits":
            return amount.first
        article = article_before(self.tokens, amount.first)
        return amount.first if article is None else article

    def typed(self, first: int, last: int, kind: NumeralKind, value: int | Fraction | None, *, cut: int = 0) -> Number:
        """Return a numeral that counts nothing."""
        plain = plain_value(value)
        return self.made(first, last, cut, low=plain, high=plain, bound="exact", kind=kind, value=(first, last))

    def made(
        self,
        first: int,
        last: int,
        cut: int,
        *,
        low: float | None,
        high: float | None,
        bound: Bound,
        value: tuple[int, int],
        unit: str | None = None,
        noun: str | None = None,
        kind: NumeralKind = "count",
        digits: bool | None = None,
    ) -> Number:
        """Return the numeral that the tokens `[first, last)` state, `cut` letters of prefixes left out."""
        start, end = self.text.view.raw_span(self.tokens[first].start + cut, self.tokens[last - 1].end)
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
            digits=self.tokens[value[0]].kind == "digits" if digits is None else digits,
        )


def plain_value(value: int | Fraction | None) -> float | None:
    """Return a value as an int, or as a float of four decimals where it is a fraction."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value.denominator == 1 else round(float(value), _DECIMALS)
