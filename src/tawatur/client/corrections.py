"""A reviewer's corrections as they are typed: `of=daesh`, `low=12`, `where=Mosul, IQ; SY`, and the words for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tawatur.client.figures import figure
from tawatur.model import InputError, Spans

_OFFSETS = re.compile(r"([0-9]+):([0-9]+)")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def changes_of(written: Iterable[str]) -> dict[str, Any]:
    """Return the slots that corrections change; `SLOT=` alone empties one, `value=12` sets low and high.

    Places are set apart by `;`, hops of a chain by `>`; a period is a day or two (`2020-03-01..2020-03-02`).
    Raises InputError for what is no correction.
    """
    found: dict[str, Any] = {}
    for one in written:
        slot, equals, value = (part.strip() for part in one.partition("="))
        if not equals or not slot:
            raise InputError("no correction", source=one[:60], remedy="write it like of=daesh")
        if slot == "value":
            found["low"] = found["high"] = _value("low", value)
        else:
            found[slot] = _value(slot, value)
    return found


def _value(slot: str, value: str) -> Any:
    if slot in {"where", "source", "ar"}:
        return [part.strip() for part in re.split(">" if slot == "source" else ";", value) if part.strip()]
    if not value:
        return None
    if slot in {"low", "high", "latitude", "longitude"}:
        number = figure(value)
        return value if number is None else number
    if slot == "section":
        return int(value) if value.isdecimal() and len(value) < 9 else value
    if slot in {"change", "optional"}:
        return _TRUTH.get(value.casefold(), value)
    if slot == "when":
        start, between, end = (part.strip() for part in value.partition(".."))
        return {"start": start or None, "end": (end or None) if between else start}
    return value


def spans_of(written: Iterable[str], text: str, near: int = 0) -> Spans:
    """Return the words selected for slots: `of=8:13` by offsets, `of=مسلحا` by the words themselves.

    `text` is the document's raw text. Of several places where the words stand, the one next to `near` is meant. Raises
    InputError where they don't stand in it.
    """
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for one in written:
        slot, equals, words = one.partition("=")
        if not equals or not words.strip():
            raise InputError("no words", source=one[:60], remedy="write it like of=8:13, or of= and the words")
        offsets = _OFFSETS.fullmatch(words.strip())
        span = (int(offsets[1]), int(offsets[2])) if offsets else _place(words, text, near)
        found[slot.strip()] = (*found.get(slot.strip(), ()), span)
    return found


def _place(words: str, text: str, near: int) -> tuple[int, int]:
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    if not starts:
        raise InputError("no such words in the document", source=words[:60], remedy="copy them as they stand there")
    start = min(starts, key=lambda at: abs(at - near))
    return start, start + len(words)
