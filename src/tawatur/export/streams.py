"""JSON documents that hold a long list, written as the list comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from tawatur.export.account import Account

_encode = msgspec.json.Encoder().encode


def json_array(head: Mapping[str, Any], name: str, entries: Iterable[Any], account: Account) -> Iterator[bytes]:
    """Yield a JSON object with the members of `head`, and `entries` as the list `name`; each entry is counted."""
    opening = _encode(dict(head))[:-1]
    yield opening + (b"," if head else b"") + _encode(name) + b":[\n"
    first = True
    for entry in entries:
        account.written += 1
        yield (b"" if first else b",\n") + encoded(entry)
        first = False
    yield b"\n]}\n"


def encoded(entry: Any) -> bytes:
    """Return one entry as JSON; letters that are no Unicode become `?`."""
    try:
        return _encode(entry)
    except UnicodeEncodeError:
        return _encode(_mended(msgspec.to_builtins(entry)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_mended(key): _mended(one) for key, one in value.items()}
    return [_mended(one) for one in value] if isinstance(value, list | tuple) else value
