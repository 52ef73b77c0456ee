"""Stretches of claims, and the places in a register where its pages begin."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from tawatur.ledger import Numbered
from tawatur.model import InputError

_PLACE = msgspec.json.Decoder(tuple[str | None, int | None, int])
_LARGEST = 2**63
_DAY = 10


class Stretch(NamedTuple):
    """Where a stretch begins (behind a day and number, after `skipped` rows of it), its claims, and where it ends.

    `broken` tells that rows may go on behind it, `lowest` the least number in a stretch by numbers, None at the end.
    """

    day: str | None = None
    number: int | None = None
    skipped: int = 0
    claims: tuple[Numbered, ...] = ()
    following: Stretch | None = None
    broken: bool = False
    lowest: int | None = None

    def of_days(self, found: Sequence[Numbered], most: int, *, whole_days: bool) -> Stretch:
        """Return the stretch of the claims found behind this place; one more than `most` tells that there are more."""
        if len(found) <= most:
            return self._replace(claims=tuple(found))
        kept = [one for one in found[:most] if one.day != found[most].day] if whole_days else []
        broken = not kept
        kept = kept or list(found[:most])
        last = kept[-1]
        return self._replace(claims=tuple(kept), following=Stretch(last.day, last.number), broken=broken)

    def of_numbers(self, found: Sequence[Numbered], most: int) -> Stretch:
        """Return the stretch of the claims found before this number."""
        kept = tuple(found[:most])
        if len(found) <= most:
            return self._replace(claims=kept)
        lowest = kept[-1].number
        return self._replace(claims=kept, following=Stretch("", lowest), lowest=lowest)

    def holds(self, number: int) -> bool:
        """Tell whether a claim's number lies in a stretch by numbers."""
        return (self.number is None or number < self.number) and (self.lowest is None or number >= self.lowest)


def write_place(stretch: Stretch) -> str:
    """Return where a stretch begins as a word for a URL."""
    place = msgspec.json.encode((stretch.day, stretch.number, stretch.skipped))
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def read_place(given: str | None) -> Stretch:
    """Return the place that a word stands for; the beginning for None. Raises InputError where it is no place."""
    if given is None:
        return Stretch()
    try:
        data = base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True)
        day, number, skipped = _PLACE.decode(data)
    except (binascii.Error, msgspec.DecodeError, UnicodeError, ValueError) as error:
        raise _no_place(given) from error
    sound = 0 <= skipped < _LARGEST and (number is None or 0 <= number < _LARGEST) and (day is None) == (number is None)
    if not sound or (day is not None and (len(day) > _DAY or "\0" in day)):
        raise _no_place(given)
    return Stretch(day, number, skipped)


def _no_place(given: str) -> InputError:
    return InputError("no place in this register", place=given[:40], remedy="begin again without `after`")
