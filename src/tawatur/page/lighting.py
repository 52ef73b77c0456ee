"""A document's text laid out for reading: in blocks of one kind, its claims lit and the words of their slots marked.

A block is a line of the raw text, or what a part of it leaves of one; `stretches` cover it without a gap, so that
their words put together are the raw text.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.model import ARTICLE_KINDS, Claim, Document

_LINE = re.compile("[^\n]+")
#: A line longer than this is cut where a sentence ends, so that what stands beside it stays beside it.
_LONGEST = 700
_SENTENCE_END = re.compile(r"[.!?؟…]['\"»”)]*\s+")


class Stretch(NamedTuple):
    """Words of the raw text, and the slots of claims that they fill: (the claim's position, the slot)."""

    text: str
    slots: tuple[tuple[int, str], ...] = ()


class Lit(NamedTuple):
    """Stretches that are the number of the same claims, or of none; `opens` are those whose number begins here."""

    claims: tuple[int, ...]
    opens: tuple[int, ...]
    stretches: tuple[Stretch, ...]


class Block(NamedTuple):
    """A line of the text: its place, the kind of the part that it is of (`gap` where of none), its section.

    `section` is None where no article holds it; `begins` are the positions of the claims whose number begins in it.
    """

    start: int
    end: int
    kind: str
    section: int | None
    pieces: tuple[Lit, ...]
    begins: tuple[int, ...]

    @property
    def is_article(self) -> bool:
        """Whether the words are an article's, and no furniture."""
        return self.kind in ARTICLE_KINDS


class _Region(NamedTuple):
    start: int
    end: int
    kind: str
    section: int | None


def blocks(document: Document, claims: Sequence[Claim], *, start: int = 0, end: int | None = None) -> list[Block]:
    """Return the blocks of `document.text[start:end]`, offsets in code points; claims are known by their positions."""
    last = len(document.text) if end is None else min(end, len(document.text))
    marks = _Marks(claims, start, last)
    return [
        block
        for region in _regions(document, start, last)
        for first, past in _lines(document.text, region.start, region.end)
        if (block := _block(document.text, first, past, region, marks)) is not None
    ]


def windows(text: str, size: int) -> list[tuple[int, int]]:
    """Cut a text into windows of about `size` code points, each but the last ending with a line where it can."""
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > size:
        cut = text.rfind("\n", start + size // 2, start + size) + 1
        if cut <= start:
            cut = text.rfind(" ", start + size // 2, start + size) + 1
        if cut <= start:
            cut = start + size
        found.append((start, cut))
        start = cut
    return [*found, (start, len(text))]


def slot_name(key: str) -> str:
    """Return the slot that a key of a claim's `spans` is of: `source` of `source.1`."""
    return key.partition(".")[0]


class _Atom(NamedTuple):
    start: int
    end: int
    claims: tuple[int, ...]
    slots: tuple[tuple[int, str], ...]


class _Marks:
    """The text between two ends, cut wherever a number or a slot's words begin or end."""

    def __init__(self, claims: Sequence[Claim], start: int, end: int) -> None:
        opening: dict[int, list[tuple[int, str]]] = defaultdict(list)
        closing: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for position, claim in enumerate(claims):
            for first, past, slot in _spans(claim):
                if first < end and past > start and first < past:
                    opening[max(first, start)].append((position, slot))
                    closing[min(past, end)].append((position, slot))
        self.atoms = list(_atoms(opening, closing, start, end))
        self._starts = [atom.start for atom in self.atoms]
        self._first = {position: claim.start for position, claim in enumerate(claims)}

    def pieces(self, text: str, first: int, past: int) -> Iterator[Lit]:
        """Yield what a line consists of; atoms that the same claims light stand together."""
        at = bisect_right(self._starts, first) - 1
        inside = itertools.takewhile(lambda atom: atom.start < past, itertools.islice(self.atoms, at, None))
        for claims, group in itertools.groupby(inside, key=lambda atom: atom.claims):
            atoms = list(group)
            begun = max(atoms[0].start, first)
            yield Lit(
                claims,
                tuple(position for position in claims if self._first[position] == begun),
                tuple(Stretch(text[max(atom.start, first) : min(atom.end, past)], atom.slots) for atom in atoms),
            )


def _spans(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, slot) of all that a claim points at; its number is the slot `number`."""
    yield claim.start, claim.end, "number"
    yield claim.quote_start, claim.quote_end, "quote"
    for key, spans in claim.spans.items():
        for first, past in spans:
            yield first, past, slot_name(key)


def _atoms(
    opening: dict[int, list[tuple[int, str]]], closing: dict[int, list[tuple[int, str]]], start: int, end: int
) -> Iterator[_Atom]:
    active: Counter[tuple[int, str]] = Counter()
    places = sorted({start, end, *opening, *closing})
    for place, following in itertools.pairwise(places):
        active.subtract(closing.get(place, ()))
        active.update(opening.get(place, ()))
        live = sorted(mark for mark, count in active.items() if count > 0)
        yield _Atom(
            place,
            following,
            tuple(position for position, slot in live if slot == "number"),
            tuple((position, slot) for position, slot in live if slot != "number"),
        )
        active = Counter({mark: active[mark] for mark in live})


def _regions(document: Document, start: int, end: int) -> Iterator[_Region]:
    """Yield the parts of the text in order, and the gaps between them; of parts that overlap, the article's holds."""
    known = [
        _Region(part.start, part.end, part.kind, section.number)
        for section in document.sections
        for part in section.parts
    ]
    known += [_Region(part.start, part.end, part.kind, None) for part in document.furniture]
    known.sort(key=lambda region: (region.start, region.section is None, -region.end))
    done = start
    for region in known:
        first, past = max(region.start, done), min(region.end, end)
        if first >= past:
            continue
        if first > done:
            yield _Region(done, first, "gap", None)
        yield region._replace(start=first, end=past)
        done = past
    if done < end:
        yield _Region(done, end, "gap" if known else "body", None if known else 0)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text, start, end):
        first = line.start()
        while line.end() - first > _LONGEST:
            cuts = [cut.end() for cut in _SENTENCE_END.finditer(text, first + _LONGEST // 3, line.end())]
            cut = next((cut for cut in cuts if cut < line.end()), None)
            if cut is None:
                break
            yield first, cut
            first = cut
        yield first, line.end()


def _block(text: str, first: int, past: int, region: _Region, marks: _Marks) -> Block | None:
    if text[first:past].isspace():
        return None
    pieces = tuple(marks.pieces(text, first, past))
    begins = tuple(dict.fromkeys(position for piece in pieces for position in piece.opens))
    return Block(first, past, region.kind, region.section, pieces, begins)
