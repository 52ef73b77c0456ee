"""Numbers below a thousand in words, and how the words of a number are read and joined.

    group     = hundreds [ "و" below ] | below
    hundreds  = unit "مئة" | "مئة" | "مئتان" | "ثلاثمئة" …
    below     = unit "و" tens | unit ten | ten | tens | unit

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 15.1.2-15.1.6.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.arabic.numbers.lexicon import NUMERALS, Reading, Role
from tawatur.arabic.tokens import Token

_ONES = frozenset(("واحد", "واحدة", "واحده"))  # eleven takes `أحد`, `إحدى`


class Groups:
    """The groups of a text's tokens. Every method reads at a token and returns None where nothing is."""

    __slots__ = ("_count", "_tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._count = len(tokens)

    def reading(self, at: int, *roles: Role) -> Reading | None:
        """Return the first reading of the token in one of these roles."""
        if at >= self._count:
            return None
        for reading in NUMERALS[self._tokens[at].text]:
            if reading.role in roles:
                return reading
        return None

    def joined(self, at: int) -> tuple[int, bool] | None:
        """Return where a word joined by `و` stands, and whether the `و` is a token of its own."""
        if at >= self._count:
            return None
        token = self._tokens[at]
        if token.kind != "word":
            return None
        if token.text == "و":
            following = at + 1
            if following < self._count and self._tokens[following].kind in ("digits", "word", "latin"):
                return following, True
            return None
        return (at, False) if token.text[0] == "و" else None

    def _word(self, at: int, roles: Sequence[Role], *, bare: bool = False, after_and: bool = False) -> Reading | None:
        """Return a reading without a prefix (`bare`), or with none but `و` (`after_and`)."""
        if at >= self._count:
            return None
        for reading in NUMERALS[self._tokens[at].text]:
            if reading.role not in roles:
                continue
            if bare and reading.cut:
                continue
            if after_and and (reading.preposition or not reading.conjunction):
                continue
            return reading
        return None

    def _touches(self, at: int) -> bool:
        """Tell whether a token touches the one before it."""
        return at < self._count and self._tokens[at].start == self._tokens[at - 1].end

    def _group(self, at: int, reading: Reading) -> tuple[int, int, str, int]:
        """Return the value of a group below a thousand, the token after it, its last role, its words."""
        if reading.role == "hundreds":
            return self._with_rest(int(reading.value), at + 1, 1)
        if reading.role == "hundred":
            return self._with_rest(100, at + 1, 1)
        if reading.role == "unit":
            hundred = self._word(at + 1, ("hundred", "magnitude"), bare=True)
            if hundred is not None and hundred.value == 100 and int(reading.value) >= 3 and not hundred.article:
                return self._with_rest(100 * int(reading.value), at + 2, 2)
        return self._below(at, reading)

    def _with_rest(self, hundreds: int, at: int, words: int) -> tuple[int, int, str, int]:
        joined = self.joined(at)
        if joined is not None:
            following, alone = joined
            rest = self._word(following, ("unit", "ten", "tens"), bare=alone, after_and=not alone)
            if rest is not None and not self._counts_scale(following, rest):
                value, last, final, more = self._below(following, rest)
                return hundreds + value, last, final, words + more
        return hundreds, at, "hundreds", words

    def _counts_scale(self, at: int, reading: Reading) -> bool:
        """Tell whether a word below a hundred is itself the multiplier of a hundred: `مئة وثلاث مئة`."""
        following = self._word(at + 1, ("hundred",), bare=True)
        return following is not None and reading.role == "unit"

    def _below(self, at: int, reading: Reading) -> tuple[int, int, str, int]:
        value = int(reading.value)
        if reading.role != "unit":
            return value, at + 1, reading.role, 1
        ten = self._word(at + 1, ("ten",), bare=True)
        if ten is not None and ten.value == 10 and not ten.article and reading.text not in _ONES:
            return value + 10, at + 2, "ten", 2
        joined = self.joined(at + 1)
        if joined is not None:
            following, alone = joined
            tens = self._word(following, ("tens",), bare=alone, after_and=not alone)
            if tens is not None and (tens.article == reading.article):
                return value + int(tens.value), following + 1, "tens", 2
        return value, at + 1, "unit", 1
