"""A reviewer's correction: the slots that he changes and the words that he selects, put into a claim.

What comes in may come from anywhere, so every slot is checked here, once for every client.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import msgspec

from tawatur.model import UNITS, Bound, Claim, InputError, Measure, Modality, Spans, digest, identify

#: The slots that a reviewer may give another value; where the claim's own words stand, `spans` say.
SLOTS = (
    "measure", "low", "high", "bound", "unit", "change", "of", "by", "name", "where", "when", "source", "modality",
    "optional", "same_as", "note", "section",
)  # fmt: skip

#: The words that a span may be selected for: a slot's, one hop's of the chain, the number's, the quote's.
_SELECTABLE = re.compile(r"number|quote|measure|of|by|name|where|when|modality|source\.[0-9]{1,2}")

#: The longest value of a slot, the longest reason or note, and the most values that a list may have.
LONGEST_VALUE = 500
LONGEST_REASON = 10_000
MOST_VALUES = 50

_CHOICES: dict[str, tuple[str, ...]] = {
    "measure": get_args(Measure),
    "bound": get_args(Bound),
    "modality": get_args(Modality),
}
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_CURRENCY = re.compile("[A-Z]{3}")
#: Where a file or a line ends, or what turns the letters after it around, has no place in a name.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def corrected(claim: Claim, changes: Mapping[str, Any], spans: Spans, text: str) -> Claim:
    """Return `claim` with the slots changed and the words selected in `text`, its document's raw text.

    The words of a slot that is changed without new ones go, as they don't say that. Raises InputError where a slot, a
    value or a span can't be.
    """
    for slot in changes:
        if slot not in SLOTS:
            raise InputError(f"no slot {_shown(slot)}", remedy=f"one of {', '.join(SLOTS)}")
    fields = {field: getattr(claim, field) for field in claim.__struct_fields__} | _checked(changes)
    fields["spans"] = _spans(claim, changes, spans, text)
    fields |= _own_words(claim, spans, text)
    fields["places"] = tuple(place for place in claim.places if set(claim.where) <= set(fields["where"]))
    if "when" in changes:
        fields["when_precision"] = fields["when_rule"] = None
    made = _claim(fields)
    _agree(made)
    if made == claim:
        return claim
    coded = identify(msgspec.structs.replace(made, confidence=None, extractor=None))
    if coded.id != claim.id:
        return coded
    # Changed in what makes no other claim of it, such as the words of the quote; it must be told from the first still.
    return msgspec.structs.replace(coded, id=f"{claim.doc}-{digest(msgspec.structs.replace(coded, id=''), length=12)}")


def check_line(what: str, value: str, *, longest: int = LONGEST_VALUE) -> None:
    """Raise InputError where `value` is no line that may stand as a name: empty, too long, or with hidden controls."""
    if not value.strip():
        raise InputError(f"{what} is empty", remedy="give one")
    if len(value) > longest:
        raise InputError(f"{what} of {len(value):,} characters", remedy=f"{longest:,} at most")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or letter in _TURNING for letter in value):
        raise InputError(f"{what} holds control characters", remedy="write it without them")


def check_words(what: str, value: str) -> None:
    """Raise InputError where `value` can't stand as a reason or note: too long, or with what no database keeps."""
    if len(value) > LONGEST_REASON:
        raise InputError(f"{what} of {len(value):,} characters", remedy=f"{LONGEST_REASON:,} at most")
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t" for letter in value):
        raise InputError(f"{what} holds control characters", remedy="write it without them")


def _checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for slot, value in changes.items():
        if isinstance(value, str) and slot == "note":
            check_words("the note", value)
        elif isinstance(value, str):
            check_line(f"the slot {slot}", value)
        elif isinstance(value, list | tuple):
            if len(value) > MOST_VALUES:
                raise InputError(f"the slot {slot} with {len(value):,} values", remedy=f"{MOST_VALUES} at most")
            for one in value:
                check_line(f"the slot {slot}", one if isinstance(one, str) else "")
        if slot in _CHOICES and value not in _CHOICES[slot]:
            raise InputError(f"no {slot} {_shown(value)}", remedy=f"one of {', '.join(_CHOICES[slot])}")
        found[slot] = value
    return found


def _spans(claim: Claim, changes: Mapping[str, Any], spans: Spans, text: str) -> Spans:
    for slot, selected in spans.items():
        if not _SELECTABLE.fullmatch(slot):
            raise InputError(f"no words can be selected for {_shown(slot)}", remedy="name a slot of the codebook")
        if len(selected) > MOST_VALUES:
            raise InputError(f"{len(selected):,} spans for {slot}", remedy=f"{MOST_VALUES} at most")
        for start, end in selected:
            if not 0 <= start < end <= len(text):
                raise InputError(
                    f"no words at {start}–{end} for {slot}", remedy=f"the document has {len(text):,} characters"
                )
    kept = {slot: words for slot, words in claim.spans.items() if slot.partition(".")[0] not in changes}
    return kept | {slot: words for slot, words in spans.items() if slot not in {"number", "quote"} and words}


def _own_words(claim: Claim, spans: Spans, text: str) -> dict[str, Any]:
    """Return number and quote by the words selected; a quote reaches as far as its number does."""
    if not spans.keys() & {"number", "quote"}:
        return {}
    start, end = _only("number", spans, (claim.start, claim.end))
    quote_start, quote_end = _only("quote", spans, (claim.quote_start, claim.quote_end))
    if not claim.number and "number" not in spans:  # a claim without a number stands where its quote does
        start, end, number = quote_start, quote_end, ""
    else:
        number = text[start:end]
        if "quote" in spans and not quote_start <= start < end <= quote_end:
            raise InputError("the quote leaves its number out", remedy="select the quote around the number")
        quote_start, quote_end = min(start, quote_start), max(end, quote_end)
    return {
        "start": start,
        "end": end,
        "number": number,
        "quote_start": quote_start,
        "quote_end": quote_end,
        "quote": text[quote_start:quote_end],
    }


def _only(slot: str, spans: Spans, otherwise: tuple[int, int]) -> tuple[int, int]:
    selected = spans.get(slot)
    if selected is None:
        return otherwise
    if len(selected) != 1:
        raise InputError(f"{len(selected)} spans for {slot}", remedy="select one stretch of words")
    return selected[0]


def _claim(fields: dict[str, Any]) -> Claim:
    try:
        return msgspec.convert({name: msgspec.to_builtins(value) for name, value in fields.items()}, Claim)
    except msgspec.ValidationError as error:
        raise InputError(f"not a claim: {error}", remedy="see the codebook for a slot's values") from error


def _agree(claim: Claim) -> None:
    """Raise InputError where values can't stand together."""
    if claim.unit not in UNITS and not _CURRENCY.fullmatch(claim.unit):
        raise InputError(f"no unit {_shown(claim.unit)}", remedy=f"one of {', '.join(sorted(UNITS))}, or a currency")
    if claim.section < 0:
        raise InputError(f"no section {claim.section}", remedy="they count from 0")
    for end in (claim.low, claim.high):
        if isinstance(end, str):
            _check_day(end)
        elif end is not None and not abs(end) < 1e15:
            raise InputError(f"no value {end}", remedy="give a number that a report could state")
    _order("low", claim.low, "high", claim.high)
    if claim.when is not None:
        for end in (claim.when.start, claim.when.end):
            if end is not None:
                _check_day(end, whole=True)
        _order("the period's start", claim.when.start, "its end", claim.when.end)
    for place in claim.where:
        if not re.fullmatch("[A-Z]{2}", place.rpartition(",")[2].strip()):
            raise InputError(f"no country in the place {_shown(place)}", remedy="write it like Mosul, IQ")


def _order(first: str, low: float | str | None, second: str, high: float | str | None) -> None:
    if low is None or high is None:
        return
    if isinstance(low, str) != isinstance(high, str):
        raise InputError(f"{first} and {second} are a date and a number", remedy="give two of one kind")
    if low > high:  # type: ignore[operator]  # of one kind by now
        raise InputError(f"{first} lies above {second}", remedy="change the two about")


def _check_day(written: str, *, whole: bool = False) -> None:
    form = "2017-03-02" if whole else "2017, 2017-03 or 2017-03-02"
    problem = InputError(f"no date {_shown(written)}", remedy=f"write it like {form}")
    if not _DATE.fullmatch(written) or (whole and len(written) != 10):
        raise problem
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        raise problem from None


def _shown(value: object) -> str:
    return repr(value if not isinstance(value, str) or len(value) <= 40 else f"{value[:40]}…")
