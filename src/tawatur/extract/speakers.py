"""Speakers: the description of who is said to have said something, read as an actor's key or a free name."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon

_ABOUT = words_of("about")
_DOCUMENT_STOPS = words_of("after_speaker")
_SAME = words_of("same")
_OPENING = words_of("before_speaker")


class Hop(NamedTuple):
    """A voice of the chain: the actor's key or free name, and the tokens that name it."""

    actor: str
    first: int
    last: int


class Speakers:
    """Reads descriptions of speakers; `last` is the chain read last, to which `المصدر`, `المتحدث` refer.

    `own` are the outlet keys of the report's own publisher, which is no hop of a chain.
    """

    def __init__(self, lexicon: Lexicon, own: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._own = own
        self.last: tuple[Hop, ...] = ()

    def describe(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """Read a description of a speaker in chunks `[first, end)`; an outlet spoken to is a further hop."""
        begun = first
        while first < end and (
            sentence[first].mark
            or ("document" in sentence[first].says and not _is_people(sentence, first, end))
            or sentence[first].text in _OPENING
        ):
            first += 1
            if first < end and sentence[first].time is not None:
                first += 1
        first = _after_issued(sentence, first, end)
        if first >= end or sentence[first].is_(*_SAME):
            definite = begun < len(sentence) and sentence[begun].text.startswith(("ال", "وال"))
            definite = definite or (begun < len(sentence) and sentence[begun].text.endswith(("ها", "هم", "ه")))
            return self.last if definite and "document" in sentence[begun].says else ()
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
            if piece.time is not None or piece.number is not None or (i > first and piece.text in ("ل", "لل")):
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
        if len(pieces) <= 2 and self.last and all(piece.text.startswith(("ال", "وال")) for piece in pieces):
            return self.last[0]
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
        words = words.removeprefix("لل") if words.startswith("لل") else words
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
        if self.last and len(name) == 1 and hop.actor in self.last[0].actor:
            return self.last[0]  # the one just named in full
        return hop


def _is_people(sentence: list[Chunk], at: int, end: int) -> bool:
    """`المصادر لرويترز`, `مصادر حقوقية`: sources told to an outlet, or with an adjective alone, are no document."""
    if not sentence[at].actors or at + 1 >= end:
        return False
    behind = sentence[at + 1]
    if behind.is_("ل"):
        return True
    named = behind.actors or behind.outlets or behind.persons or behind.says or behind.heads or behind.nouns
    return behind.text.endswith("ية") and not (named or behind.preposition)


def _after_issued(sentence: list[Chunk], first: int, end: int) -> int:
    """`إحصائيات رسمية صادرة عن الوزارة`: the speaker is whom a document was issued by."""
    for at in range(first, min(end, first + 4)):
        if sentence[at].text.startswith("صادر") and at + 1 < end and sentence[at + 1].is_("عن"):
            return at + 2
    return first
