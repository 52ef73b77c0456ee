"""Attribution: which chain of sources a sentence's statements come through, and where it ends.

A verb of saying attributes what follows it (`أفاد المرصد بأن …`); `بحسب` and its like attribute what stands before
them, or the whole sentence that they open; a bare verb (`وأضاف أن`), a participle (`مشيرا إلى`) and `كما` carry the
attribution on; `يذكر أن` and a new subject end it.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.discourse import Discourse
from tawatur.extract.lexicon import Lexicon

_THAT = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها", "انهم", "بانهم", "ان"))
_ABOUT = frozenset(("الي", "عن", "علي", "قوله", "قولها", "قولهم"))
_DOCUMENT_STOPS = frozenset(
    (
        "في",
        "خلال",
        "عبر",
        "علي",
        "عقب",
        "بعد",
        "لدي",
        "امام",
        "نشر",
        "نشرته",
        "نشره",
        "نشرتها",
        "تلقت",
        "صدر",
        "صادر",
        "وزعته",
        "طالبا",
        "فضل",
        "الي",
        "ردا",
        "اليوم",
        "امس",
        "قوله",
        "مساء",
        "صباح",
        "بشان",
        "حول",
    )
)
_ADVERBS = frozenset(
    ("ايضا", "كذلك", "في", "الوقت", "نفسه", "ذاته", "السياق", "هذا", "بيان", "بيانه", "بيانها", "تصريح", "له")
)
_LONGEST = 22


class Hop(NamedTuple):
    """A voice of the chain: the actor's key or free name, and the tokens that name it."""

    actor: str
    first: int
    last: int


class Attributed(NamedTuple):
    """An attribution inside a sentence: chunks from `at` on (`forward`) or before it, through `chain`."""

    at: int
    forward: bool
    chain: tuple[Hop, ...]
    modality: str | None
    content: int


class Speech:
    """The attributions of a section's sentences, read in order; keeps who spoke last."""

    def __init__(self, lexicon: Lexicon, publisher: str | None, outlets: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._own = outlets
        self._publisher = publisher
        self._last: tuple[Hop, ...] = ()
        self._quoted = False

    def read(
        self, sentence: list[Chunk], passage: Passage, discourse: Discourse, *, headline: bool
    ) -> list[Attributed]:
        """Return the sentence's attributions in order; none where the publisher speaks for itself."""
        found: list[Attributed] = []
        inherited = self._last if self._quoted or self._carries_on(sentence) else ()
        if inherited and not headline:
            found.append(Attributed(0, forward=True, chain=inherited, modality=None, content=0))
        at = 0
        while at < len(sentence):
            piece = sentence[at]
            if "end" in piece.says:
                found = [one for one in found if one.content > one.at]
                self._last = ()
            attributed = self._attributed(sentence, at, passage, found, headline=headline)
            if attributed is None:
                at += 1
                continue
            if attributed.forward and attributed.at <= 1:
                found = []  # a subject of its own
            attributed = _nested(attributed, found, sentence)
            found.append(attributed)
            if not headline and attributed.chain:
                self._last = attributed.chain
            at = max(at + 1, attributed.content)
        self._quoted = bool(found) and _open_quote(sentence, passage)
        del discourse
        return found

    def _carries_on(self, sentence: list[Chunk]) -> bool:
        first = sentence[0]
        if "continuation" in first.says or first.is_("كما"):
            return True
        return any("document" in piece.says and piece.text.lstrip("وف").startswith("ال") for piece in sentence[:8])

    def _attributed(
        self, sentence: list[Chunk], at: int, passage: Passage, found: list[Attributed], *, headline: bool
    ) -> Attributed | None:
        piece = sentence[at]
        if piece.verb_says:
            return self._verb(sentence, at, passage)
        if "preposition" in piece.says:
            return self._preposition(sentence, at, passage)
        if "document" in piece.says:
            return self._issued(sentence, at, passage)
        if "participle" in piece.says and self._last and not piece.triggers:
            return Attributed(at, forward=True, chain=self._last, modality=None, content=at + 1)
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
        leading = at and not piece.conjunction and (sentence[at - 1].actors or sentence[at - 1].persons)
        hops = self._before(sentence, at, passage) if leading else ()
        hops = hops or self._speaker(sentence, at + 1, end, passage)
        if not hops and at:
            hops = self._before(sentence, at, passage)
        if not hops:
            if self._last and not piece.triggers and _is_bare(sentence, at, that):
                hops = self._last
        if not hops:
            return None
        if that is None and (piece.triggers or not self._names_source(hops)):
            return None
        if at > 2 and sentence[at - 1].is_("كما") and that is None:
            return Attributed(at, forward=False, chain=hops, modality=modality, content=at + 1)
        content = at + 1
        if that is not None:
            content = that if sentence[that].triggers else that + 1
        return Attributed(at, forward=True, chain=hops, modality=modality, content=content)

    def _names_source(self, hops: tuple[Hop, ...]) -> bool:
        return any(hop.actor in self._lexicon.knowledge.actors for hop in hops)

    def _relay(self, sentence: list[Chunk], at: int, end: int, passage: Passage) -> Attributed | None:
        """`نقلت وكالة عن مصدر قوله إن`: the source is the origin, the agency the last voice."""
        about = next((i for i in range(at + 1, min(end, len(sentence))) if sentence[i].is_("عن")), None)
        if about is None:
            return None
        relay = self._speaker(sentence, at + 1, about, passage) or self._before(sentence, at, passage)
        origin = self._speaker(sentence, about + 1, end, passage)
        if not origin:
            return None
        return Attributed(at, forward=True, chain=(*origin, *relay), modality=None, content=end)

    def _preposition(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        following = at + 1
        while following < len(sentence) and (
            sentence[following].verb_says or sentence[following].time is not None or sentence[following].is_("ما")
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
        hops = self._speaker(sentence, following, end, passage)
        if not hops:
            return None
        opening = at <= 1
        content = next((i for i in range(at + 1, end) if sentence[i].first >= hops[0].last), end)
        return Attributed(at, forward=opening, chain=hops, modality=None, content=content)

    def _issued(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`بيانا صادرا عن الوزارة`: a statement's issuer speaks through it."""
        if not (at + 2 < len(sentence) and sentence[at + 1].text.startswith("صادر") and sentence[at + 2].is_("عن")):
            return None
        hops = self._speaker(sentence, at + 3, min(len(sentence), at + 9), passage)
        return Attributed(at, forward=True, chain=hops, modality=None, content=at + 3) if hops else None

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
        hops = self._speaker(sentence, 0, end, passage)
        return Attributed(0, forward=True, chain=hops, modality=None, content=end + 1) if hops else None

    def _complement(self, sentence: list[Chunk], at: int) -> int | None:
        """Return where the reported clause begins: at `أن`, `إن`, a colon or an opening quotation mark after one."""
        for i in range(at, min(len(sentence), at + _LONGEST)):
            piece = sentence[i]
            if piece.text in _THAT or piece.text == ":":
                return i
            if _is_reported_noun(sentence, i):
                return i if piece.preposition else i + 1
            if piece.verb_says and not piece.nouns and i > at:
                return None
        return None

    def _before(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """The subject before its verb: `المتحدث باسم الوزارة، قال إن`."""
        start = 0
        for i in range(at - 1, -1, -1):
            if sentence[i].verb_says or sentence[i].number is not None:
                return ()
            if sentence[i].text in _THAT or "end" in sentence[i].says:
                start = i + 1
                break
            if "clause" in sentence[i].cues:
                start = i + 1
                break
        if at - start > 14:
            return ()
        head = sentence[start]
        if not (head.actors or head.persons or "speaker" in head.says):
            return ()
        return self._speaker(sentence, start, at, passage)

    def _speaker(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """Read a description of a speaker in chunks `[first, end)`; an outlet spoken to is a further hop."""
        begun = first
        while first < end and (
            sentence[first].mark or "document" in sentence[first].says or sentence[first].text in ("في", "عن", "ما")
        ):
            first += 1
            if first < end and sentence[first].time is not None:
                first += 1
        first = _after_issued(sentence, first, end)
        if first >= end:
            definite = begun < len(sentence) and sentence[begun].text.startswith(("ال", "وال"))
            return self._last if definite and "document" in sentence[begun].says else ()
        last = self._phrase_end(sentence, first, end)
        origin = self._resolve(sentence, first, last, passage)
        if origin is None:
            return ()
        outlets = [
            Hop(self._outlet(piece), piece.first, piece.last)
            for piece in sentence[first + 1 : end]
            if piece.outlets and self._told(sentence, piece, first) and not (set(piece.outlets) & self._own)
        ]
        return (origin, *[hop for hop in outlets if hop.actor != origin.actor][:1])

    def _told(self, sentence: list[Chunk], piece: Chunk, first: int) -> bool:
        """Tell whether an outlet is spoken to: after `ل`, quoted or not, or as the verb's object (`أبلغ رويترز`)."""
        at = next(i for i, other in enumerate(sentence) if other is piece)
        if piece.preposition == "ل" or at <= first + 1:
            return piece.preposition == "ل"
        before = sentence[at - 1]
        if before.mark and at >= 2:
            before = sentence[at - 2]
        return before.is_("ل", "الي", "تلقت") or not (before.is_("في", "عن", "من", "علي", "عبر") or piece.preposition)

    def _outlet(self, piece: Chunk) -> str:
        return piece.actors[0] if piece.actors else piece.outlets[0]

    def _phrase_end(self, sentence: list[Chunk], first: int, end: int) -> int:
        depth = 0
        for i in range(first, end):
            piece = sentence[i]
            if piece.text in ("(", "["):
                depth += 1
            if piece.time is not None or piece.number is not None:
                return i
            if i > first and piece.outlets and piece.preposition == "ل":
                return i
            if i > first and piece.text in _DOCUMENT_STOPS and not self._in_name(sentence, i):
                return i
            if i > first and (piece.verb_says or "clause" in piece.cues):
                return i
            if i > first and piece.text in ("،", ",") and i - first > 1:
                following = sentence[i + 1] if i + 1 < end else None
                if (
                    following is None
                    or following.conjunction
                    or following.text in _DOCUMENT_STOPS
                    or following.time is not None
                ):
                    return i
        return end

    def _in_name(self, sentence: list[Chunk], at: int) -> bool:
        """`مسؤول في التحالف`, `مصدر في وزارة`: a place of work belongs to the description."""
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        return (
            sentence[at].text == "في"
            and following is not None
            and bool(
                following.actors
                or "speaker" in following.says
                or following.text.startswith(("محافظة", "منطقة", "مدينة"))
            )
        )

    def _resolve(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        pieces = [piece for piece in sentence[first:last] if not piece.mark]
        if not pieces:
            return None
        head = pieces[0]
        known = self._lexicon.knowledge
        for piece in pieces:
            if piece.persons:
                actor = known.persons[piece.persons[0]].actor
                if actor in self._lexicon.state_keys:  # an official is no state
                    actor = self._outlet_words(piece, passage)
                return Hop(actor, piece.first, piece.last)
        if head.actors and not self._describes(head, pieces):
            return Hop(self._best(head), head.first, head.last)
        if head.is_("قيادة", "القيادة", "لقيادة", "اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].actors:
            return Hop(self._best(pieces[1]), head.first, pieces[1].last)
        if head.outlets:
            return Hop(self._outlet_words(head, passage), head.first, head.last)
        spokes = next((i for i, piece in enumerate(pieces[:4]) if piece.text == "باسم"), None)
        if spokes is not None:
            party = next((piece for piece in pieces[spokes + 1 : spokes + 4] if piece.actors), None)
            if party is not None:
                return Hop(self._best(party), party.first, party.last)
        if "speaker" not in head.says and not head.actors and not (head.definite and head.heads):
            return self._free_person(pieces, passage)
        if len(pieces) <= 2 and self._last and all(piece.text.startswith(("ال", "وال")) for piece in pieces):
            return self._last[0]
        return self._free(pieces, passage)

    def _describes(self, head: Chunk, pieces: list[Chunk]) -> bool:
        """`الصحفي فلان`: a population's noun before a person's name is that person's title."""
        known = self._lexicon.knowledge.actors
        return len(pieces) > 1 and all(key in known and known[key].kind == "population" for key in head.actors)

    def _best(self, piece: Chunk) -> str:
        known = self._lexicon.knowledge.actors
        kinds = {key: known[key].kind if key in known else "actor" for key in piece.actors}
        return next((key for key, kind in kinds.items() if kind != "population"), piece.actors[0])

    def _outlet_words(self, piece: Chunk, passage: Passage) -> str:
        return (
            passage.words(piece.first, piece.last)
            .removeprefix(piece.conjunction)
            .removeprefix(piece.preposition)
            .strip(" \"'«»“”")
        )

    def _free(self, pieces: list[Chunk], passage: Passage) -> Hop:
        """A free name: the text's own words, without attached prefixes."""
        first, last = pieces[0].first, pieces[-1].last
        words = " ".join(passage.words(first, last).split()).strip(" \"'«»“”،,.:؛()")
        for prefix in (pieces[0].conjunction, pieces[0].preposition):
            if prefix and words.startswith(prefix):
                words = words[len(prefix) :]
        return Hop(words.lstrip("ـ "), first, last)

    def _free_person(self, pieces: list[Chunk], passage: Passage) -> Hop | None:
        """A person's bare name after a verb of saying (`وقال فلان بن فلان إن`): words that are nothing else."""
        name = []
        for piece in pieces[:4]:
            if (
                piece.nouns
                or piece.triggers
                or piece.number
                or piece.time
                or piece.preposition
                or piece.cues
                or piece.verb_says
            ):
                break
            if not piece.text.isalpha() or piece.text in _ABOUT or piece.text in _DOCUMENT_STOPS:
                break
            name.append(piece)
        if not name or len(name) != len(pieces):
            return None
        hop = self._free(name, passage)
        if self._last and len(name) == 1 and hop.actor in self._last[0].actor:
            return self._last[0]  # the one just named in full
        return hop


def _after_issued(sentence: list[Chunk], first: int, end: int) -> int:
    """`إحصائيات رسمية صادرة عن الوزارة`: the speaker is whom a document was issued by."""
    for at in range(first, min(end, first + 4)):
        if sentence[at].text.startswith("صادر") and at + 1 < end and sentence[at + 1].is_("عن"):
            return at + 2
    return first


def _claims_an_act(sentence: list[Chunk], at: int) -> bool:
    """`قالت القيادة إن التنظيم تبنى 153 هجوما`: the claiming is what is told, not who tells it."""
    if any(attribution.lemma == "تبنى" for attribution, _ in sentence[at].verb_says):
        return True
    return any("مسؤولي" in piece.text for piece in sentence[at + 1 : at + 3])


def _open_quote(sentence: list[Chunk], passage: Passage) -> bool:
    """Tell whether a sentence leaves a quotation open."""
    tokens = passage.analysed.tokens[sentence[0].first : sentence[-1].last]
    return sum(token.text.count('"') for token in tokens) % 2 == 1


def _nested(inner: Attributed, found: list[Attributed], sentence: list[Chunk]) -> Attributed:
    """Join a statement inside a statement to the voice that reports it: `قالت الصحيفة إن الوزير أكد أن`."""
    if not found or not inner.forward or not found[-1].forward:
        return inner
    outer = found[-1]
    piece = sentence[inner.at]
    if _claims_an_act(sentence, inner.at):
        return inner._replace(chain=outer.chain)
    if outer.content <= outer.at + 1:
        return inner
    apart = piece.conjunction or any("clause" in between.cues for between in sentence[outer.content : inner.at])
    if apart or "participle" in piece.says or inner.chain == outer.chain:
        return inner
    known = {hop.actor for hop in inner.chain}
    return inner._replace(chain=(*inner.chain, *[hop for hop in outer.chain if hop.actor not in known]))


def _is_reported_noun(sentence: list[Chunk], at: int) -> bool:
    """`أفاد مصدر بمقتل سبعة`, `كشف عن اعتقال`: a masdar with its preposition is what is reported."""
    piece = sentence[at]
    if piece.preposition == "ب" and any(reading.verb is None for reading in piece.triggers):
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return piece.is_("عن") and following is not None and any(reading.verb is None for reading in following.triggers)


def _is_bare(sentence: list[Chunk], at: int, that: int | None) -> bool:
    """Tell whether a verb of saying has no subject of its own beside it: `وأضاف أن`, `وأشار في الوقت نفسه إلى أن`."""
    between = sentence[at + 1 : that] if that is not None else sentence[at + 1 : at + 2]
    light = [
        piece for piece in between if not (piece.mark or piece.time or piece.text in _ABOUT or piece.text in _ADVERBS)
    ]
    return not light and (that is not None or bool(between))


def chain_at(attributions: list[Attributed], at: int) -> Attributed | None:
    """Return the attribution that holds at chunk `at`: the last before it that looks ahead, else one that looks back."""
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
