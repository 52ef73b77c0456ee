"""What a human coder writes down: claims with the Arabic words beside a free name, findings by quotes, traps."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tawatur.model import Claim, FindingKind, Reference, Slot

Words = str | tuple[str, ...] | None


class CodedClaim(Claim, frozen=True, kw_only=True):
    """A claim coded by hand; where an actor has no key, `*_words` are the text's own words for it."""

    of_words: Words = None
    by_words: Words = None
    source_words: tuple[Words, ...] = ()


class CodedReference(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as a coder cites it: the quote and its offset in the document's raw text."""

    doc: str
    quote: str
    start: int

    def meets(self, predicted: Reference) -> bool:
        """Return whether the predicted claim's number and this quote share a character."""
        end = self.start + len(self.quote)
        return self.doc == predicted.doc and max(self.start, predicted.start) < min(end, predicted.end)


References = tuple[CodedReference, ...]


class CodedVoice(msgspec.Struct, frozen=True, kw_only=True):
    """A voice as a coder lists it."""

    origin: str = ""
    claims: References = ()


class Instance(msgspec.Struct, frozen=True, kw_only=True):
    """One report's statement of a sum: its total and its parts."""

    total: References = ()
    parts: References = ()


class CodedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that a careful reader expects; `optional` ones count neither way."""

    id: str = ""
    kind: FindingKind
    claims: References = ()
    docs: tuple[str, ...] = ()
    slot: Slot | None = None
    holds: bool | None = None
    odd: References = ()
    norm: References = ()
    shared: References = ()
    voices: tuple[CodedVoice, ...] = ()
    total: References = ()
    parts: References = ()
    part: References = ()
    whole: References = ()
    earlier: References = ()
    later: References = ()
    pct: References = ()
    levels: References = ()
    instances: tuple[Instance, ...] = ()
    optional: bool = False
    explanation: str = ""

    def totals(self) -> References:
        """Return the claims that stand as the total, in any report that states the sum."""
        return self.total + tuple(claim for instance in self.instances for claim in instance.total)

    def addends(self) -> References:
        """Return the claims that stand as parts of the sum, in any report that states it."""
        return self.parts + tuple(claim for instance in self.instances for claim in instance.parts)

    def cited(self) -> Iterator[CodedReference]:
        """Yield every claim that the finding refers to, in whichever field."""
        for field in (self.claims, self.shared, self.totals(), self.addends(), *self.named_sides()):
            yield from field
        for voice in self.voices:
            yield from voice.claims

    def named_sides(self) -> tuple[References, ...]:
        """Return the fields whose claims stand as one side of the relation, in the order of `SIDES`."""
        return tuple(getattr(self, name) for name in SIDES)


#: The fields of a finding that each hold one side of it.
SIDES = ("odd", "norm", "earlier", "later", "part", "whole", "pct", "levels", "total", "parts")


class Trap(msgspec.Struct, frozen=True, kw_only=True, rename={"kinds": "not"}):
    """Two sides (or documents) that no finding of the kinds named may set against each other (or join)."""

    id: str = ""
    type: str = ""
    kinds: tuple[FindingKind, ...]
    a: References = ()
    b: References = ()
    docs: tuple[str, ...] = ()
    reason: str = ""
