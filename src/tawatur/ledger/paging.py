"""Pages of long lists: each begins behind the last item of the one before, however many rows are added meanwhile."""

from __future__ import annotations

import base64
import binascii
from typing import Generic, TypeVar

import msgspec

from tawatur.model import InputError

T = TypeVar("T")

#: What a place in a list is: the value that the list is ordered by, and what tells equals apart.
Key = tuple[int | float | str, ...]

_KEY = msgspec.json.Decoder(tuple[str, tuple[int | float | str, ...]])
_LARGEST = 2**63


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items of a list; `next` is where the next page begins, None where these are the last."""

    items: tuple[T, ...]
    next: str | None = None


def cursor(order: str, key: Key) -> str:
    """Return the place behind an item of a list, as a word for a URL."""
    return base64.urlsafe_b64encode(msgspec.json.encode((order, key))).decode().rstrip("=")


def read_cursor(given: str, order: str, kinds: tuple[type, ...]) -> Key:
    """Return the key of a place in a list of an order.

    `kinds` are the types that its parts have. Raises InputError where it is no place in such a list.
    """
    try:
        named, key = _KEY.decode(base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, msgspec.DecodeError, UnicodeError, ValueError):
        named, key = "", ()
    fits = len(key) == len(kinds) and all(map(_is, key, kinds))
    if named != order or not fits:
        raise InputError("no place in this list", place=given[:40], remedy="begin again without `after`")
    return key


def _is(part: float | str, kind: type) -> bool:
    if kind is str:
        return isinstance(part, str) and "\0" not in part
    return not isinstance(part, str) and -_LARGEST <= part < _LARGEST
