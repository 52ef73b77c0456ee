"""Attribution: which chain of sources a sentence's statements come through, and where it ends.

A verb of saying attributes what follows it (`أفاد المرصد بأن …`); `بحسب` and its like attribute what stands before
them, or the whole sentence that they open; a bare verb (`وأضاف أن`), a participle (`مشيرا إلى`) and `كما` carry the
attribution on; `يذكر أن` and a new subject end it.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.saying import (
    claims_an_act,
    claims_responsibility,
    counts_on,
    is_bare,
    is_possessed,
    is_relative,
    is_reported_noun,
    open_quote,
    opened,
    opens_quotation,
    speaks,
)
from tawatur.extract.speakers import Hop, Speakers

_THAT = words_of("that")
_PARTED = ("من", "اما")
_AUXILIARY = words_of("beside_verb")
_CARRIES = words_of("carries_statement")
_LONGEST = 22
#: How many chunks a sentence's opening may have that takes up what was said before.
_OPENING = 8


class Attributed(NamedTuple):
    """An attribution inside a sentence: chunks from `at` on (`forward`) or before it, through `chain`, by `rule`."""

    at: int
    forward: bool
    chain: tuple[Hop, ...]
    modality: str | None
    content: int
    rule: str


class Speech:
    """The attributions of a section's sentences, read in order; keeps who spoke last."""

    def __init__(self, lexicon: Lexicon, own: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._speakers = Speakers(lexicon, own)
        self._quoted = False
        self._spoke = False

    def forget(self) -> None:
        """Take up no speaker from before: the next sentence stands for itself."""
        self._speakers.last = ()
        self._quoted = self._spoke = False

    def read(self, sentence: list[Chunk], passage: Passage, *, headline: bool) -> list[Attributed]:
        """Return the sentence's attributions in order; none where the publisher speaks for itself."""
        found: list[Attributed] = []
        inherited = self._speakers.last if self._quoted or self._carries_on(sentence) else ()
        if inherited and not headline:
            found.append(Attributed(0, forward=True, chain=inherited, modality=None, content=0, rule="carried on"))
        at = 0
        while at < len(sentence):
            piece = sentence[at]
            if "end" in piece.says:
                found = [one for one in found if one.content > one.at]
                self.forget()
            attributed = self._attributed(sentence, at, passage, found)
            if attributed is None:
                at += 1
                continue
            if attributed.forward and attributed.at <= 1:
                found = []  # a subject of its own
            attributed = _nested(attributed, found, sentence)
            found.append(attributed)
            if claims_responsibility(piece):
                found += _ended_at_clause(sentence, attributed)
            if not headline and attributed.chain:
                self._speakers.last = attributed.chain
            at = max(at + 1, attributed.content)
        self._quoted = bool(found) and open_quote(sentence, passage)
        self._spoke = bool(found)
        return found

    def _carries_on(self, sentence: list[Chunk]) -> bool:
        first = sentence[0]
        if "continuation" in first.says or first.is_("كما"):
            return self._spoke or any(piece.verb_says for piece in sentence[1:3])
        if any("document" in piece.says and piece.text.lstrip("وف").startswith("ال") for piece in sentence[:_OPENING]):
            return True
        return self._spoke and counts_on(sentence)

    def _attributed(
        self, sentence: list[Chunk], at: int, passage: Passage, found: list[Attributed]
    ) -> Attributed | None:
        piece = sentence[at]
        if speaks(sentence, at):
            return self._verb(sentence, at, passage)
        if "preposition" in piece.says:
            return self._preposition(sentence, at, passage)
        if "document" in piece.says:
            return self._issued(sentence, at, passage)
        if "participle" in piece.says and self._speakers.last and not piece.triggers:
            return Attributed(
                at, forward=True, chain=self._speakers.last, modality=None, content=at + 1, rule="participle"
            )
        if at == 0 and not found:
            return self._colon(sentence, passage)
        return None

    def _verb(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        piece = sentence[at]
        attribution = piece.verb_says[0][0]
        that = self._complement(sentence, at + 1)
        end = that if that is not None else min(len(sentence), at + 1 + _LONGEST)
        modality = attribution.modality
        if attribution.lemma == "نقل":
            return self._relay(sentence, at, end, passage)
        subject = at
        while subject and sentence[subject - 1].is_(*_AUXILIARY):
            subject -= 1
        named = subject > 0 and (
            sentence[subject - 1].actors or sentence[subject - 1].persons or subject < at or is_relative(sentence, at)
        )
        hops = self._before(sentence, subject, passage) if named and not piece.conjunction else ()
        hops = hops or self._speakers.describe(sentence, at + 1, end, passage)
        if not hops and at:
            hops = self._before(sentence, at, passage)
        rule = "verb of saying"
        if not hops and not piece.triggers and is_bare(sentence, at, that):
            hops, rule = self._speakers.last or self._issuer(sentence, at), "speaker before"
        if not hops:
            return None
        if that is None and (piece.triggers or not (self._names_source(hops) or self._tells(sentence, at))):
            return None
        if at > 2 and sentence[at - 1].is_("كما") and that is None:
            return Attributed(at, forward=False, chain=hops, modality=modality, content=at + 1, rule=rule)
        content = at + 1
        if that is not None:
            content = that if sentence[that].triggers else that + 1
        return Attributed(at, forward=True, chain=hops, modality=modality, content=content, rule=rule)

    def _tells(self, sentence: list[Chunk], at: int) -> bool:
        """`أعلنت صحيفة … مقتل 11`: what is told is a masdar with its number, and no clause."""
        for i in range(at + 1, min(len(sentence), at + 12)):
            piece = sentence[i]
            told = any(reading.verb is None for reading in piece.triggers)
            if piece.number is not None or (told and not piece.definite):
                return told or any(reading.verb is None for reading in sentence[i - 1].triggers)
            if "clause" in piece.cues:
                return False
        return False

    def _issuer(self, sentence: list[Chunk], at: int) -> tuple[Hop, ...]:
        """Return the first actor of the clause before a chunk: who says so, where no speaker is named."""
        for i in range(max(0, at - _LONGEST), at):
            piece = sentence[i]
            if piece.number is not None or piece.verb_says:
                return ()
            against = i and "adversary" in sentence[i - 1].cues
            if piece.actors and not piece.places and not against:
                return (self._speakers.hop(piece),)
        return ()

    def _names_source(self, hops: tuple[Hop, ...]) -> bool:
        return any(hop.actor in self._lexicon.knowledge.actors for hop in hops)

    def _relay(self, sentence: list[Chunk], at: int, end: int, passage: Passage) -> Attributed | None:
        """`نقلت وكالة عن مصدر قوله إن`: the source is the origin, the agency the last voice."""
        about = next((i for i in range(at + 1, min(end, len(sentence))) if sentence[i].is_("عن")), None)
        if about is None:
            return None
        relay = self._speakers.describe(sentence, at + 1, about, passage) or self._before(sentence, at, passage)
        origin = self._speakers.describe(sentence, about + 1, end, passage)
        if not origin:
            return None
        return Attributed(at, forward=True, chain=(*origin, *relay), modality=None, content=end, rule="relay")

    def _preposition(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        tokens = passage.analysed.tokens
        following = at + 1
        while following < len(sentence) and (
            sentence[following].verb_says
            or sentence[following].time is not None
            or sentence[following].is_("ما")
            or tokens[sentence[following].first - 1].text.endswith("ما")  # بحسب ما نشرته الوزارة
        ):
            following += 1
        end = next(
            (
                i
                for i in range(following, min(len(sentence), following + _LONGEST))
                if sentence[i].text in ("،", ",", "؛", ".", ":")
                or "clause" in sentence[i].cues
                or sentence[i].text in _THAT
            ),
            min(len(sentence), following + 10),
        )
        hops = self._speakers.describe(sentence, following, end, passage)
        if not hops:
            return None
        opening = at <= 1
        content = next((i for i in range(at + 1, end) if sentence[i].first >= hops[0].last), end)
        return Attributed(at, forward=opening, chain=hops, modality=None, content=content, rule="preposition")

    def _issued(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """A statement's issuer speaks through it: `بيانا صادرا عن الوزارة`, `جاء في بيان للخلية أن`, `في حصيلتها`."""
        if at + 2 < len(sentence) and sentence[at + 1].text.startswith("صادر") and sentence[at + 2].is_("عن"):
            hops = self._speakers.describe(sentence, at + 3, min(len(sentence), at + 9), passage)
            return _through_document(at, hops, at + 3)
        that = self._complement(sentence, at + 1)
        if that is None:
            before = at and sentence[at - 1].is_("في")
            hops = self._issuer(sentence, at) if before and is_possessed(sentence[at]) else ()
            return _through_document(at, hops, at + 1)
        clause = opened(sentence, at)
        if any(speaks(sentence, i) and not sentence[i].is_(*_CARRIES) for i in range(clause, at)):
            return None
        hops = self._speakers.describe(sentence, at + 1, that, passage)
        told_in = at > 0 and sentence[at - 1].is_("في")
        if not hops or not (told_in or self._names_source(hops)):
            return None
        return _through_document(at, hops, that if sentence[that].triggers else that + 1)

    def _colon(self, sentence: list[Chunk], passage: Passage) -> Attributed | None:
        """`البيشمركة: مقتل 5`: a name and a colon attribute a headline or a line."""
        end = next((i for i in range(1, min(8, len(sentence))) if sentence[i].text == ":"), None)
        if end is None:
            return None
        named = [p for p in sentence[:end] if p.actors or p.persons]
        if not named or (not sentence[0].actors and not sentence[0].persons and "speaker" not in sentence[0].says):
            return None
        if any(sentence[0].places) and sentence[0].actors == (sentence[0].places[0].name.lower(),):
            return None
        if sentence[0].places:
            return None
        hops = self._speakers.describe(sentence, 0, end, passage)
        if not hops:
            return None
        return Attributed(0, forward=True, chain=hops, modality=None, content=end + 1, rule="colon")

    def _complement(self, sentence: list[Chunk], at: int) -> int | None:
        """Return where the reported clause begins: at `أن`, `إن`, a colon or an opening quotation mark after one."""
        for i in range(at, min(len(sentence), at + _LONGEST)):
            piece = sentence[i]
            if piece.text in _THAT or piece.text == ":" or opens_quotation(sentence, i):
                return i
            if is_reported_noun(sentence, i):
                return i if piece.preposition else i + 1
            if speaks(sentence, i) and not piece.nouns and i > at:
                return None
        return None

    def _before(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """The subject before its verb: `المتحدث باسم الوزارة، قال إن`, `وكان مكتب الوزير قد أعلن`."""
        start = 0
        if is_relative(sentence, at):
            at -= 1
            start = next((i for i in range(at) if sentence[i].actors or "speaker" in sentence[i].says), at)
        for i in range(at - 1, start - 1, -1):
            if sentence[i].verb_says or sentence[i].number is not None:
                return ()
            if sentence[i].text in _THAT or "end" in sentence[i].says:
                start = i + 1
                break
            if "clause" in sentence[i].cues:
                start = i + 1
                break
        while start < at and sentence[start].is_(*_AUXILIARY, *_PARTED):
            start += 1
        if start >= at or at - start > 14:
            return ()
        head = sentence[start]
        if not (head.actors or head.persons or "speaker" in head.says):
            return ()
        return self._speakers.describe(sentence, start, at, passage)


def _through_document(at: int, hops: tuple[Hop, ...], content: int) -> Attributed | None:
    if not hops:
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=content, rule="document")


def _ended_at_clause(sentence: list[Chunk], claimed: Attributed) -> list[Attributed]:
    """`تبنى التنظيم هجمات أتت غداة مقتل 23`: who claims an act says nothing of what a clause tells beside it."""
    at = next((i for i in range(claimed.content + 1, len(sentence)) if "clause" in sentence[i].cues), None)
    return [Attributed(at, forward=True, chain=(), modality=None, content=at, rule="")] if at is not None else []


def _nested(inner: Attributed, found: list[Attributed], sentence: list[Chunk]) -> Attributed:
    """Join a statement inside a statement to the voice that reports it: `قالت الصحيفة إن الوزير أكد أن`."""
    if not found or not inner.forward or not found[-1].forward:
        return inner
    outer = found[-1]
    piece = sentence[inner.at]
    if claims_an_act(sentence, inner.at):
        return inner._replace(chain=outer.chain)
    if outer.content <= outer.at + 1:
        return inner
    apart = piece.conjunction or any("clause" in between.cues for between in sentence[outer.content : inner.at])
    if apart or "participle" in piece.says or inner.chain == outer.chain:
        return inner
    known = {hop.actor for hop in inner.chain}
    return inner._replace(chain=(*inner.chain, *[hop for hop in outer.chain if hop.actor not in known]))


def chain_at(attributions: list[Attributed], at: int) -> Attributed | None:
    """Return the attribution that holds at a chunk: the last before it that looks ahead, else one that looks back."""
    ahead = [one for one in attributions if one.forward and one.at <= at]
    back = [one for one in attributions if not one.forward and one.at > at]
    if ahead and (not back or any(one.forward and one.at > at for one in attributions)):
        return ahead[-1]
    if back and not any(one.forward and at < one.at < back[0].at for one in attributions):
        if ahead and ahead[-1].at > 0:
            return ahead[-1]
        return back[0]
    if ahead:
        return ahead[-1]
    return next((one for one in attributions if not one.forward), None)
