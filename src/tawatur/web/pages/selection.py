"""Words that a reviewer selects for a slot: taken from a form, and found again in the report's text.

A form holds the words themselves, so that it works by typing as well; where they stand more than once, the ones nearest
to the claim are meant, or to the place that the script sends along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.model import Claim, InputError
from tawatur.page.text import clean, without_controls

#: The slots whose words can be selected, as they stand in the form; a chain has a line for each hop.
SLOTS = ("number", "measure", "of", "by", "name", "where", "when", "modality", "source")
#: Between words of one slot that stand apart.
APART = "…"
#: How far from the claim words are sought, in code points on either side.
_REACH = 20_000

Spans = dict[str, tuple[tuple[int, int], ...]]


def words_of(claim: Claim, text: str) -> dict[str, str]:
    """Return the words that fill a claim's slots as the form shows them."""
    found = {slot: _shown(claim.spans.get(slot, ()), text) for slot in SLOTS}
    found["number"] = clean(claim.number)
    hops = [_shown(claim.spans.get(f"source.{hop}", ()), text) for hop in range(len(claim.source))]
    found["source"] = "\n".join(hops) if any(hops) else ""
    return found


def selected(form: Mapping[str, str], claim: Claim, text: str, changes: Mapping[str, Any]) -> Spans:
    """Return the spans of the words that a form gives: of those that differ, and of the slots that `changes` names.

    What the form shows beside a new value is taken for its words; a field that is empty or not there says nothing.
    Raises InputError where words don't stand near the claim.
    """
    before = words_of(claim, text)
    found: Spans = {}
    for slot in SLOTS:
        written = form.get(f"words_{slot}", "").replace("\r\n", "\n").strip()
        if not written or (written == before[slot] and slot not in changes):
            continue
        near = _place(form.get(f"at_{slot}", "")) or claim.start
        if slot != "source":
            found[slot] = tuple(_spans(written, text, near))
            continue
        for hop, line in enumerate(written.split("\n")):
            if line.strip():
                found[f"source.{hop}"] = tuple(_spans(line, text, near))
    return {slot: spans for slot, spans in found.items() if spans != claim.spans.get(slot) or slot in changes}


def find(words: str, text: str, near: int) -> tuple[int, int] | None:
    """Return where words stand nearest to a place, offsets in code points; None where they are not around it.

    Spaces and line ends are alike, and controls that no reader sees are passed over.
    """
    first, last = max(0, near - _REACH), min(len(text), near + _REACH)
    hidden = {letter for letter in set(text[first:last]) if not without_controls(letter)}
    kept = [at for at in range(first, last) if text[at] not in hidden]
    seen = "".join(text[at] for at in kept)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in clean(words).split(" ")))
    places = [(kept[match.start()], kept[match.end() - 1] + 1) for match in pattern.finditer(seen) if match[0]]
    return min(places, key=lambda place: abs(place[0] - near), default=None)


def _spans(written: str, text: str, near: int) -> Iterator[tuple[int, int]]:
    for words in written.split(APART):
        if not words.strip():
            continue
        place = find(words, text, near)
        if place is None:
            raise InputError(f"no words «{clean(words)[:80]}» near the claim", remedy="copy them from its text")
        yield place


def _shown(spans: tuple[tuple[int, int], ...], text: str) -> str:
    return f" {APART} ".join(clean(text[start:end]) for start, end in spans)


def _place(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else None
