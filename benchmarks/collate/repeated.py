"""As many documents as are wanted, made from real ones by repetition with other numbers, days and words.

Each round of the repetition moves all days by as many, replaces every run of digits by another of the same length, and
writes the letters of all long words by others, the same all over the round. So all offsets stay, what one round's
reports share (copies, figures, days) they share in the next, and no two rounds share a text or a telling figure but
by chance. Short words stay, as those that collation looks for are among them.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence

import msgspec

from tawatur.ledger import Entry
from tawatur.model import Claim, Document, Period, digest, identify

_DIGITS = re.compile("[0-9]+")
_LONG_WORDS = re.compile("[\u0621-\u064a]{6,}")
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
#: How many days a round is moved by: over a year, and no whole weeks.
_DAYS = 401


def repeated(base: Sequence[Entry], wanted: int) -> Iterator[Entry]:
    """Yield `wanted` documents with their claims: those of `base`, then its rounds."""
    for number in range(wanted):
        turn, at = divmod(number, len(base))
        yield base[at] if turn == 0 else _Round(turn).entry(base[at])


class _Round:
    """One repetition of all documents."""

    def __init__(self, turn: int) -> None:
        self._turn = turn
        self._days = dt.timedelta(days=-turn * _DAYS)
        shuffled = list(_LETTERS)
        random.Random(turn).shuffle(shuffled)
        self._letters = str.maketrans(_LETTERS, "".join(shuffled))

    def entry(self, entry: Entry) -> Entry:
        """Return a document with its claims as this round has them."""
        old = entry.document
        name = f"{old.id}-{self._turn}"
        text = _LONG_WORDS.sub(lambda word: word[0].translate(self._letters), _DIGITS.sub(self._digits, old.text))
        sections = [msgspec.structs.replace(part, date=self._moved(part.date)) for part in old.sections]
        address = old.url and f"{old.url}?round={self._turn}"  # under one address they would be versions of one page
        document = msgspec.structs.replace(
            old, id=name, url=address, text=text, date=self._moved(old.date), sections=tuple(sections)
        )
        return Entry(document, [self._claim(claim, document) for claim in entry.claims], digest(name, length=32))

    def _claim(self, claim: Claim, document: Document) -> Claim:
        printed = document.text[claim.start : claim.end]
        value = int(printed) if _DIGITS.fullmatch(printed) and not isinstance(claim.low, str) else None
        when = claim.when and Period(self._moved(claim.when.start), self._moved(claim.when.end))
        changed = msgspec.structs.replace(
            claim,
            id="",
            doc=document.id,
            quote=document.text[claim.quote_start : claim.quote_end],
            number=printed,
            low=claim.low if value is None else value,
            high=claim.high if value is None or claim.high is None else value,
            when=when,
        )
        return identify(changed)

    def _digits(self, match: re.Match[str]) -> str:
        """Return other digits for some: the same for the same all over the round."""
        chance = random.Random(f"{self._turn} {match[0]}")
        least = 10 ** (len(match[0]) - 1)
        return str(chance.randint(least, 10 * least - 1))

    def _moved(self, day: str | None) -> str | None:
        if day is None:
            return None
        try:
            return (dt.date.fromisoformat(day[:10]) + self._days).isoformat()
        except ValueError:
            return day
