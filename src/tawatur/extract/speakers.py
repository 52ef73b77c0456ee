"""Speakers: the description of who is said to have said something, read as an actor's key or a free name."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.function_words import words_of
from tawatur.extract.government import FLOWS
from tawatur.extract.lexicon import Lexicon

_ABOUT = words_of("about")
_DOCUMENT_STOPS = words_of("after_speaker")
_SAME = words_of("same")
_PREPOSITIONS = words_of("preposition")
_LATEST = words_of("latest")
_SHORTEST_ADVERB = 4
_SPOKESMAN = "spokes"
_ARMED = ("امنية", "عسكرية")
_OUTLETS = words_of("outlet_noun")
_OF_DOCUMENT = words_of("of_document")
_OFFICE = words_of("media_office")
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
        self._by_noun: dict[str, tuple[Hop, ...]] = {}
        self.last: tuple[Hop, ...] = ()

    def describe(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """Read a description of a speaker in chunks `[first, end)`; an outlet spoken to is a further hop."""
        begun = first
        while first < end and (
            sentence[first].mark
            or sentence[first].is_(*_LATEST)
            or ("document" in sentence[first].says and not _is_people(sentence, first, end))
            or sentence[first].text in _OPENING
            or (first > begun and sentence[first].text in _OF_DOCUMENT)
        ):
            first += 1
            if first < end and sentence[first].time is not None:
                first += 1
        first = _after_issued(sentence, first, end)
        if self._stands_alone(sentence, begun, first, end):
            return (self.hop(sentence[begun]),)
        if first >= end or sentence[first].is_(*_SAME):
            definite = begun < len(sentence) and sentence[begun].text.startswith(("ال", "وال"))
            definite = definite or (begun < len(sentence) and sentence[begun].text.endswith(("ها", "هم", "ه")))
            return self.last if definite and "document" in sentence[begun].says else ()
        last = self._phrase_end(sentence, first, end, passage)
        described = self._named_again(sentence[first:last])
        if not described:
            origin = self._resolve(sentence, first, last, passage)
            if origin is None:
                return ()
            described = (self._with_others(origin, sentence, last, end),)
        outlets = [
            Hop(self._outlet(piece), piece.first, piece.last)
            for piece in sentence[first + 1 : end]
            if piece.outlets and self._told(sentence, piece, first) and not (set(piece.outlets) & self._own)
        ]
        known = {hop.actor for hop in described}
        chain = (*described, *[hop for hop in outlets if hop.actor not in known][:1])
        self._by_noun |= {passage.words(p.first, p.last): chain for p in sentence[first:last] if p.persons}
        if sentence[last - 1].last > sentence[first].first + 1:
            for i in range(last - 1, first - 1, -1):
                if i == first or "speaker" in sentence[i].says or sentence[i - 1].text in ("،", ","):
                    self._by_noun[_noun(sentence[i])] = chain
        return chain

    def _named_again(self, pieces: list[Chunk]) -> tuple[Hop, ...]:
        """Return who was described before, where a definite noun alone takes up the description: `وقال المسؤول`."""
        named = [piece for piece in pieces if not (piece.mark or piece.outlets or piece.is_("ل"))]
        if not named or len(named) > 2 or named[0].last - named[0].first > 1:
            return ()
        if not all(_is_definite(piece) for piece in named) or any(piece.outlets or piece.state for piece in named):
            return ()
        known = self._by_noun.get(_noun(named[0]), ())
        return known if len(named) == 1 or "speaker" in named[0].says else ()

    def _stands_alone(self, sentence: list[Chunk], begun: int, first: int, end: int) -> bool:
        """`أفادت تقارير بمقتل`: reports that nobody is named for are a source themselves."""
        if begun >= end or not sentence[begun].actors or "document" not in sentence[begun].says:
            return False
        if _is_definite(sentence[begun]):
            return False
        return first == begun + 1 and (first >= end or bool(sentence[first].triggers) or sentence[first].mark)

    def _with_others(self, origin: Hop, sentence: list[Chunk], at: int, end: int) -> Hop:
        """`مصدر أمني وشهود`: who says the same, joined by `و` right behind the description."""
        at = next((i for i in range(at - 1, -1, -1) if sentence[i].last <= origin.last), at) + 1
        while at < end and _is_adjective_of_source(sentence[at]):
            at += 1
        if at >= end or not sentence[at].text.startswith("و"):
            return origin
        known = self._lexicon.knowledge.actors
        other = next((key for key in sentence[at].actors if key in known and known[key].kind == "source"), None)
        if other is None and at > 0:  # مصادر أمنية وطبية
            head = next((p.text for p in sentence[:at] if p.first == origin.first), "").removeprefix("ال")
            other = self._lexicon.sources.get(f"{head} {sentence[at].text[1:]}")
        if other is None or other == origin.actor or origin.actor not in known:
            return origin
        return Hop(f"{origin.actor}+{other}", origin.first, sentence[at].last)

    def hop(self, piece: Chunk) -> Hop:
        """Return the voice that a chunk names."""
        return Hop(self._best(piece), piece.first, piece.last)

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

    def _phrase_end(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> int:
        depth = 0
        for i in range(first, end):
            piece = sentence[i]
            if piece.text in ("(", "["):
                depth += 1
            if piece.time is not None or piece.number is not None or (i > first and piece.text in ("ل", "لل")):
                return i
            told_to = piece.text.startswith(("لل", "ل")) and "speaker" in piece.says and piece.text[1:] in _OUTLETS
            if i > first and ((piece.outlets and piece.preposition == "ل") or told_to):
                return i
            if i > first and piece.text in _DOCUMENT_STOPS and not self._in_name(sentence, i, passage):
                return i
            if i > first and piece.preposition == "ب" and not (piece.places or piece.ambiguous_places):
                return i
            outcome = _is_outcome(piece) and _noun(sentence[i - 1]) not in self._lexicon.titles  # رئيس تحرير
            if i > first and (piece.verb_says or "clause" in piece.cues or outcome):
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

    def _in_name(self, sentence: list[Chunk], at: int, passage: Passage) -> bool:
        """`مسؤول في التحالف`, `مصدر في وزارة`: a place of work belongs to the description; `علي` is a man's name."""
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if passage.words(sentence[at].first, sentence[at].last) == "علي":
            return following is not None and _is_name(following)
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
        for piece in pieces:
            if piece.persons:
                return Hop(self._person(piece, passage), piece.first, piece.last)
        if set(head.actors) & self._lexicon.state_keys.keys() and _noun(head) in self._lexicon.titles:
            return Hop(self._outlet_words(head, passage), head.first, head.last)  # رئيس الوزراء التركي: no state
        authority = self._authority(pieces)
        if authority is not None:
            return authority
        employer = self._employer(pieces)
        if employer is not None:
            return employer
        if head.actors and not self._describes(head, pieces):
            return Hop(self._best(head), head.first, head.last)
        if head.is_("قيادة", "القيادة", "لقيادة", "اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].actors:
            return Hop(self._best(pieces[1]), head.first, pieces[1].last)
        if head.outlets:
            return Hop(self._outlet_words(head, passage), head.first, head.last)
        spokes = next((i for i, piece in enumerate(pieces[:4]) if piece.text == "باسم"), None)
        if spokes is not None:
            party = next((piece for piece in pieces[spokes + 1 : spokes + 4] if piece.actors), None)
            if party is not None and not any(map(_is_name, pieces[pieces.index(party) + 1 :])):
                return Hop(self._best(party), party.first, party.last)
            if party is not None:
                return self._free(pieces, passage)
        if "speaker" not in head.says and not head.actors and not (head.definite and head.heads):
            return self._free_person(pieces, passage)
        if len(pieces) <= 2 and self.last and all(piece.text.startswith(("ال", "وال")) for piece in pieces):
            return self.last[0]
        return self._free(pieces, passage)

    def _person(self, piece: Chunk, passage: Passage) -> str:
        """Return whom a person speaks for: who heads a body, for that body; officials of states, spokesmen by name."""
        person = self._lexicon.knowledge.persons[piece.persons[0]]
        by_name = person.actor in self._lexicon.state_keys or _SPOKESMAN in person.office.casefold()
        return self._outlet_words(piece, passage) if by_name else person.actor

    def _authority(self, pieces: list[Chunk]) -> Hop | None:
        """`السلطات المغربية`, `السلطات الأمنية العراقية`: a state speaks, or its forces."""
        head = pieces[0]
        if self._lexicon.institutions.get(_noun(head)) != "institution:government":
            return None
        for at, piece in enumerate(pieces[1:3], 1):
            if piece.state is not None:
                state = self._lexicon.knowledge.states[piece.state]
                armed = at > 1 and pieces[1].text.endswith(_ARMED)
                return Hop(state.forces if armed else state.key, head.first, piece.last)
        return None

    def _employer(self, pieces: list[Chunk]) -> Hop | None:
        """`مسؤول في إدارة المخيم`, `المكتب الإعلامي للمقاومة`: who speaks for a party, unnamed, is that party."""
        if self._heads_body(pieces):
            return Hop(self._best(pieces[1]), pieces[0].first, pieces[1].last)
        office = len(pieces) > 2 and _noun(pieces[0]) in _OFFICE and pieces[1].text.startswith("الاعلام")
        works = len(pieces) > 2 and "speaker" in pieces[0].says and pieces[1].is_("في")
        if not (office or works) or any(map(_is_name, pieces[3:])):
            return None
        party = pieces[2]
        known = self._lexicon.knowledge.actors
        if any(key in known and known[key].kind == "actor" for key in party.actors) and not party.places:
            return Hop(self._best(party), pieces[0].first, party.last)
        return None

    def _heads_body(self, pieces: list[Chunk]) -> bool:
        """`مدير المرصد`, `رئيس الشرطة المحلية`: who heads a body that a pack knows, unnamed, speaks for it."""
        if len(pieces) < 2 or _noun(pieces[0]) not in self._lexicon.titles or any(map(_is_name, pieces[2:])):
            return False
        if pieces[0].last - pieces[0].first > 1:
            return False  # مسؤول محلي: a description of its own
        known = self._lexicon.knowledge.actors
        bodies = [key for key in pieces[1].actors if key in known and known[key].kind in ("actor", "source")]
        return bool(bodies) and not pieces[1].places and not set(bodies) & self._lexicon.state_keys.keys()

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
        first, last = _quoted_name(pieces)
        words = " ".join(passage.words(first, last).split()).strip(" \"'«»“”،,.:؛()")
        for prefix in (pieces[0].conjunction, pieces[0].preposition):
            if prefix and words.startswith(prefix):
                words = words[len(prefix) :]
        words = words.removeprefix("لل") if words.startswith("لل") else words
        return Hop(words.lstrip("ـ "), first, last)

    def _free_person(self, pieces: list[Chunk], passage: Passage) -> Hop | None:
        """A person's bare name after a verb of saying (`وقال فلان بن فلان إن`): words that are nothing else."""
        name: list[Chunk] = []
        for piece in pieces[:4]:
            if not _is_name(piece) or (name and "speaker" in piece.says):
                break
            name.append(piece)
        title = pieces[len(name)] if 0 < len(name) < len(pieces) else None
        titled = title is not None and ("speaker" in title.says or _noun(title) in self._lexicon.titles)
        if not name or not (titled or len(name) == len(pieces)):
            return None
        hop = self._free(pieces if titled else name, passage)
        return self._named_before(hop) or hop

    def _named_before(self, hop: Hop) -> Hop | None:
        """Return the speaker named in full before whose name a shorter one repeats."""
        chains = (self.last, *reversed(self._by_noun.values()))
        in_full = next((chain[0] for chain in chains if chain and hop.actor in chain[0].actor), None)
        if in_full is not None:
            return in_full
        return next((chain[0] for name, chain in self._by_noun.items() if hop.actor in name.split(" ", 1)[-1]), None)


def _is_name(piece: Chunk) -> bool:
    """Tell whether a chunk can be part of a person's name: it is nothing else."""
    other = piece.nouns or piece.triggers or piece.number or piece.time or piece.preposition or piece.cues
    if other or piece.verb_says or piece.actors or piece.state or piece.mark or piece.says - {"speaker"}:
        return False
    adverb = piece.text.endswith("ا") and len(piece.text) > _SHORTEST_ADVERB  # لاحقا, قائلا
    return (
        piece.text.isalpha()
        and not adverb
        and (piece.text == "علي" or piece.text not in (*_ABOUT, *_DOCUMENT_STOPS, *_PREPOSITIONS))
    )


def _is_adjective_of_source(piece: Chunk) -> bool:
    other = piece.actors or piece.mark or piece.verb_says or piece.number or piece.time or piece.preposition
    return not other and not piece.text.startswith("و") and piece.text.endswith(("ي", "ية", "ين", "ون"))


def _is_outcome(piece: Chunk) -> bool:
    """`أعلن حرس الحدود مقتل 5`: what is told begins where an outcome's masdar stands."""
    return any(
        reading.verb is None and reading.trigger.kind == "masdar" and reading.trigger.measure in FLOWS
        for reading in piece.triggers
        if not piece.definite
    )


def _quoted_name(pieces: list[Chunk]) -> tuple[int, int]:
    """Return the tokens of a description; of the name alone where a noun's name stands in quotes: `صحيفة «الخبر»`."""
    gaps = [one.last < other.first for one, other in pairwise(pieces)]
    if gaps[:1] == [True] and not any(gaps[1:]) and "speaker" in pieces[0].says:
        return pieces[1].first, pieces[-1].last
    return pieces[0].first, pieces[-1].last


def _noun(piece: Chunk) -> str:
    """Return a chunk's first word without its prefixes."""
    word = piece.text.removeprefix(piece.conjunction)
    if word.startswith("لل"):
        return word[2:]
    return word.removeprefix(piece.preposition).removeprefix("ال")


def _is_definite(piece: Chunk) -> bool:
    return piece.text.removeprefix(piece.conjunction).startswith(("ال", "وال", "لل", "بال"))


def _is_people(sentence: list[Chunk], at: int, end: int) -> bool:
    """`المصادر لرويترز`, `مصادر حقوقية`: sources told to an outlet, or with an adjective alone, are no document."""
    if not sentence[at].actors or at + 1 >= end:
        return False
    behind = sentence[at + 1]
    if behind.is_("ل") or (behind.preposition == "ل" and behind.outlets):
        return True
    named = behind.actors or behind.outlets or behind.persons or behind.says or behind.heads or behind.nouns
    if behind.state is not None and not behind.places:
        return True  # مصادر تركية
    return behind.text.endswith("ية") and not (named or behind.preposition)


def _after_issued(sentence: list[Chunk], first: int, end: int) -> int:
    """`إحصائيات رسمية صادرة عن الوزارة`: the speaker is whom a document was issued by."""
    for at in range(first, min(end, first + 4)):
        if sentence[at].text.startswith("صادر") and at + 1 < end and sentence[at + 1].is_("عن"):
            return at + 2
    return first
