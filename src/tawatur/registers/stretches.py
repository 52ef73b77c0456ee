"""Stretches of claims, and the places in a register where its pages begin."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from tawatur.ledger import Numbered
from tawatur.model import InputError

_PLACE = msgspec.json.Decoder(tuple[str | None, int | None, int, int])
_LARGEST = 2**63
_DAY = 10


class Stretch(NamedTuple):
    """Where a stretch begins (behind a day and number, after `skipped` rows of it), its claims, and where it ends.

    `size` is how many claims it has at most: a page that goes on in it must cut it as the page before did.

    `broken` tells that rows may go on behind it, `lowest` the least number in a stretch by numbers, None at the end.
    """

    day: str | None = None
    number: int | None = None
    skipped: int = 0
    size: int = 0
    claims: tuple[Numbered, ...] = ()
    following: Stretch | None = None
    broken: bool = False
    lowest: int | None = None

    def of_days(self, found: Sequence[Numbered], *, whole_days: bool) -> Stretch:
        """Return the stretch of the claims found behind this place; one more than its size: there are more."""
        most = self.size
        if len(found) <= most:
            return self._replace(claims=tuple(found))
        kept = [one for one in found[:most] if one.day != found[most].day] if whole_days else []
        broken = not kept
        kept = kept or list(found[:most])
        last = kept[-1]
        return self._replace(claims=tuple(kept), following=Stretch(last.day, last.number, size=most), broken=broken)

    def of_numbers(self, found: Sequence[Numbered]) -> Stretch:
        """Return the stretch of the claims found before this number."""
        most = self.size
        kept = tuple(found[:most])
        if len(found) <= most:
            return self._replace(claims=kept)
        lowest = kept[-1].number
        return self._replace(claims=kept, following=Stretch("", lowest, size=most), lowest=lowest)

    def holds(self, number: int) -> bool:
        """Tell whether a claim's number lies in a stretch by numbers."""
        return (self.number is None or number < self.number) and (self.lowest is None or number >= self.lowest)


def write_place(stretch: Stretch) -> str:
    """Return where a stretch begins as a word for a URL."""
    place = msgspec.json.encode((stretch.day, stretch.number, stretch.skipped, stretch.size))
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def read_place(given: str | None, size: int, most: int) -> Stretch:
    """Return the place that a word stands for; for None the beginning, for stretches of `size`.

    Raises InputError where it is no place, or one for stretches longer than `most`.
    """
    if given is None:
        return Stretch(size=size)
    try:
        data = base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True)
        day, number, skipped, size = _PLACE.decode(data)
    except (binascii.Error, msgspec.DecodeError, UnicodeError, ValueError) as error:
        raise _no_place(given) from error
    sound = (
        0 <= skipped < _LARGEST
        and 0 < size <= most
        and (number is None or 0 <= number < _LARGEST)
        and (day is None) == (number is None)
    )
    if not sound or (day is not None and (len(day) > _DAY or "\0" in day)):
        raise _no_place(given)
    return Stretch(day, number, skipped, size)


def _no_place(given: str) -> InputError:
    return InputError("no place in this register", place=given[:40], remedy="begin again without `after`")
