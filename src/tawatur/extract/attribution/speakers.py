"""Speakers: the description of who is said to have said something, read as an actor's key or a free name."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.attribution.descriptions import (
    are_official,
    are_people,
    is_adjective,
    is_definite,
    is_name,
    is_name_of_unknown,
    is_outcome,
    is_people,
    is_several,
    joined_voices,
    name_told,
    noun_of,
    phrase_end,
    possesses,
    tells_nothing,
)
from tawatur.extract.attribution.documents import Documents, after_issued, parts_from_owner
from tawatur.extract.attribution.known_speakers import Hop, KnownSpeakers
from tawatur.extract.attribution.naming import (
    Keys,
    free_name,
    is_bare_source,
    is_possessed_noun,
    is_word,
    outlet_of,
    words_of_chunk,
)
from tawatur.extract.attribution.offices import Offices
from tawatur.extract.attribution.subject_spans import subject_span
from tawatur.extract.attribution.unnamed import (
    is_correspondent,
    joined_adjective,
    outlet_reported_for,
    source_told,
    two_told,
)
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.person_names import has_given_name

_SAME = words_of("same")
_DURING = words_of("during")
_SET_OF = words_of("set_of")
_LATEST = words_of("latest")
_OFFICE = words_of("media_office")
_OPENING = words_of("before_speaker")
_ON_ONES_PART = words_of("on_ones_part")
_HEADS_OF = words_of("head_of_body")
_NEAR = words_of("near_party")
_OUTLETS = words_of("outlet_noun")
_ANYBODY = words_of("any_speaker")
_ONE_OF = words_of("one_of")
_DEMONSTRATIVES = words_of("demonstrative")
_WHO = words_of("who")
_TOLLS = words_of("tally")
_NEWS = words_of("news")
_OFFICIAL = ("رسمي", "حكومي")
#: A committee whose short name is that of each nation's own society.
_RED_CROSS = "icrc"
_MEDIA, _OFFICIALS = "media", "officials"
#: How many chunks may stand between an office and the name of who holds it.
_APPOSED = 6
#: Words of an office (English) whose holder speaks by name: no head of a body that counts and reports.
_BY_NAME = ("spokes", "president", "minister", "envoy", "adviser", "secretary of", "leader", "representative")
#: Keys of those who speak without a name: with one, they are persons.
_OF_NO_NAME = frozenset((_OFFICIALS, "police", "medics", "activists"))


class Speakers:
    """Reads descriptions of speakers; `known` are those described so far.

    `own` are the outlet keys of the report's own publisher, which is no hop of a chain.
    """

    def __init__(self, lexicon: Lexicon, own: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._own = own
        self._keys = Keys(lexicon)
        self._offices = Offices(lexicon, self._keys)
        self.known = KnownSpeakers()
        self._documents = Documents(lexicon, self._keys, self.known)

    def describe(
        self, sentence: list[Chunk], first: int, end: int, passage: Passage, *, named: bool = True
    ) -> tuple[Hop, ...]:
        """Read a description of a speaker in chunks `[first, end)`; an outlet spoken to is a further hop.

        Without `named` one unknown word is no name: only behind a verb of saying is it sure to be a speaker's.
        """
        begun = first
        if is_correspondent(sentence, first, end):
            outlet = outlet_reported_for(sentence, first, end, self._own)
            return () if outlet is None else (Hop(outlet_of(outlet), outlet.first, outlet.last),)
        while first < end and (
            (sentence[first].mark and not (first > begun and sentence[first].text == "("))
            or sentence[first].is_(*_LATEST)
            or (self._keys.is_document(sentence[first]) and not is_people(sentence, first, end))
            or self._is_set_of_documents(sentence, first, end)
            or sentence[first].text in _OPENING
            or sentence[first].is_(*_DEMONSTRATIVES)
            or (first > begun and sentence[first].is_(*_ON_ONES_PART))
            or (first > begun and parts_from_owner(sentence, first))
        ):
            first += 1
            if first < end and sentence[first].time is not None:
                first += 1
        first = after_issued(sentence, first, end)
        if is_several(sentence, first, end):
            first += 2  # عدد من الشهود
        if first + 1 < end and sentence[first].number is not None and self._keys.kind(sentence[first + 1]) == "source":
            first += 1  # ثلاثة مصادر أمنية
        document = self._documents.unsigned(sentence, begun, (first, end), passage)
        if document is not None:
            return (document,)
        if first >= end or sentence[first].is_(*_SAME):
            if begun < len(sentence) and noun_of(sentence[begun]) in _TOLLS:
                official = any(piece.text.removeprefix("ال").startswith(_OFFICIAL) for piece in sentence[begun:first])
                return (Hop(_OFFICIALS, sentence[begun].first, sentence[begun].last),) if official else ()
            definite = begun < len(sentence) and sentence[begun].text.startswith(("ال", "وال", "لل"))
            definite = definite or (begun < len(sentence) and sentence[begun].text.endswith(("ها", "هم", "ه")))
            taken_up = definite and self._keys.is_document(sentence[begun])
            return self.known.of_document(sentence[begun]) if taken_up else ()
        last = phrase_end(sentence, first, end, passage, self._lexicon)
        described = self.known.named_again(sentence[first:last])
        if not described:
            origin = None if tells_nothing(sentence[first]) else self._together(sentence, first, last, passage)
            if origin is None or (not named and is_word(origin, sentence[first:last])):
                return ()
            called = name_told(sentence, last, end)
            if called is not None:
                last, origin = called[1], free_name(sentence[called[0] : called[1]], passage)
            elif self._may_be_named(origin) and origin.first == sentence[first].first:
                last, origin = self._with_name(sentence, (first, last, end), origin, passage)
            described = self.known.named_in_part(sentence[first:last]) or (origin,)
        outlets = [
            Hop(outlet_of(piece), piece.first, piece.last)
            for piece in sentence[first + 1 : end]
            if piece.outlets and self._told(sentence, piece, first) and not (set(piece.outlets) & self._own)
        ]
        known = {hop.actor for hop in described}
        chain = (*described, *[hop for hop in outlets if hop.actor not in known][:1])
        self.known.keep(sentence, first, last, chain)
        return chain

    def _with_name(
        self, sentence: list[Chunk], at: tuple[int, int, int], origin: Hop, passage: Passage
    ) -> tuple[int, Hop]:
        """`المتحدث باسم مديرية الدفاع بمنطقة كذا، الرائد فلان`: the name behind an office belongs to who holds it."""
        first, last, end = at
        office = self._keys.is_speaker(sentence[first]) or noun_of(sentence[first]) in self._lexicon.titles
        start = self._name(sentence, first, last, end) if office else None
        if start is None or (start < last and origin.last > sentence[start].first):
            return last, origin
        close = start
        while close < end and (is_name(sentence[close]) or sentence[close].persons):
            close += 1
        return (close, free_name(sentence[first:close], passage)) if close > start else (last, origin)

    def _name(self, sentence: list[Chunk], first: int, last: int, end: int) -> int | None:
        """Return where the name begins of who is described by chunks `[first, last)`, in them or behind them."""
        head = sentence[first]
        definite = noun_of(head) in _HEADS_OF or is_definite(head) or head.words[-1].startswith("ال")
        for at in range(first + 1, min(end, last + _APPOSED)):
            piece = sentence[at]
            if at >= last and piece.is_("ما", *_DURING):
                return None  # الرئيسة فلانة خلال استضافتها فلانا, بيان للوزارة ما يلي
            behind = at >= last and (piece.persons or has_given_name(sentence[:end], at, self._lexicon))
            if behind or is_name_of_unknown(sentence, at, end, definite=definite):
                return at
            definite = definite or is_definite(piece)
            if piece.verb_says or piece.number is not None or "clause" in piece.cues or piece.text in _WHO:
                return None
            if is_outcome(piece):
                return None
        return None

    def _may_be_named(self, origin: Hop) -> bool:
        """Tell whether a name behind an office says who spoke: of a free name, of officials, of the police."""
        return origin.actor not in self._lexicon.knowledge.actors or origin.actor in _OF_NO_NAME

    def note_documents(self, sentence: list[Chunk], passage: Passage) -> tuple[Hop, ...]:
        """Keep whose the reports are that a sentence tells of, and return whose the last is: `أصدرت كذا تقريرها`."""
        last: tuple[Hop, ...] = ()
        for noun, first, end in self._documents.signed(sentence):
            chain = self.describe(sentence, first, end, passage, named=False)
            if chain:
                self.known.sign(noun, chain)
                last = chain
        return last

    def named(self, pieces: list[Chunk], passage: Passage) -> tuple[Hop, ...]:
        """Return a subject that the grammar finds before its verb, in the text's own words."""
        return (free_name(pieces, passage),)

    def whole(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """Read all between a verb and its clause as who speaks: the body that it names, else the text's own words."""
        if is_correspondent(sentence, first, end):
            return ()
        first, last = subject_span(sentence, first, end)
        pieces = [piece for piece in sentence[first:last] if not piece.mark]
        if not pieces:
            return ()
        body = next((piece for piece in pieces[:3] if self._keys.is_body(piece) and not piece.places), None)
        hop = free_name(pieces, passage) if body is None else self.hop(body)
        self.known.keep(sentence, first, last, (hop,))
        return (hop,)

    def hop(self, piece: Chunk) -> Hop:
        """Return the voice that a chunk names."""
        return Hop(self._keys.best(piece), piece.first, piece.last)

    def relay(self, outlet: Chunk) -> tuple[Hop, ...]:
        """Return an outlet as the last voice, the publisher itself for none."""
        return () if set(outlet.outlets) & self._own else (Hop(outlet_of(outlet), outlet.first, outlet.last),)

    def may_speak(self, head: Chunk) -> bool:
        """Tell whether a description that begins with a chunk may be a speaker's: no people of no name."""
        if self._keys.kind(head) == "population":
            return "speaker" in head.says
        return bool(head.actors or head.persons) or self._keys.is_speaker(head)

    def _is_set_of_documents(self, sentence: list[Chunk], at: int, end: int) -> bool:
        return noun_of(sentence[at]) in _SET_OF and at + 1 < end and self._keys.is_document(sentence[at + 1])

    def may_bear(self, head: Chunk) -> bool:
        """Tell whether a description that begins with a chunk may be a person's: an office, a title, a profession."""
        return self._is_title(head) or bool(head.actors and self.may_speak(head))

    def _told(self, sentence: list[Chunk], piece: Chunk, first: int) -> bool:
        """Tell whether an outlet is spoken to: after `ل`, quoted or not, or as the verb's object (`أبلغ رويترز`)."""
        at = next(i for i, other in enumerate(sentence) if other is piece)
        if piece.preposition == "ل" or at <= first + 1:
            return piece.preposition == "ل"
        before = sentence[at - 1]
        if before.mark and at >= 2:
            before = sentence[at - 2]
        return before.is_("ل", "الي", "تلقت") or not (before.is_("في", "عن", "من", "علي", "عبر") or piece.preposition)

    def _together(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        """Read the voices that a description joins: `مصادر طبية ومسؤولون`, `مصادر أمنية وطبية`."""
        voices: list[Hop] = []
        for start, end in joined_voices(sentence, first, last, self._lexicon):
            voice = self._resolve(sentence, start, end, passage)
            if voice is None:
                break
            attached = sentence[start].text[:1] == voice.actor[:1] == "ل" and voice.first == sentence[start].first
            attached = attached and not sentence[start].text.startswith("لل")  # للجنة تقصي
            if attached and sentence[start].text[1:] in self._lexicon.speaker_nouns:
                voice = voice._replace(actor=voice.actor[1:])  # بيان لوزارة كذا
            voices.append(voice)
            more = joined_adjective(sentence, start, end, self._lexicon)
            if more is not None:
                voices.append(Hop(more, sentence[start].first, sentence[start + 1].last))
        if not voices:
            return None
        keys = dict.fromkeys(voice.actor for voice in voices)
        return Hop("+".join(keys), voices[0].first, voices[-1].last)

    def _resolve(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        pieces = [piece for piece in sentence[first:last] if not piece.mark]
        if not pieces:
            return None
        head = pieces[0]
        body = self._offices.head_of_body(sentence, first, last, passage)
        if body is not None:
            return body
        for piece in pieces if noun_of(head) not in _OFFICE[1:2] else ():
            if piece.persons:
                return Hop(self._person(piece, passage), piece.first, piece.last)
        bearer = self._named_person(sentence, first, last, passage)
        if bearer is not None:
            return bearer
        office = head.last - head.first > 1 and any(
            stem.text in self._lexicon.adjectives for stem in stems(head.words[-1])
        )
        if noun_of(head) in self._lexicon.titles and (office or set(head.actors) & self._lexicon.state_keys.keys()):
            return Hop(words_of_chunk(head, passage), head.first, head.last)  # رئيس الوزراء التركي: no state
        if head.text.removeprefix("و") in _ONE_OF and len(pieces) > 1 and self._keys.kind(pieces[1]) == "source":
            return Hop(self._keys.best(pieces[1]), head.first, pieces[1].last)  # أحد الشهود
        if self._offices.is_ministry(pieces):
            return free_name(pieces, passage)
        authority = self._offices.authority(pieces)
        if authority is not None:
            return authority
        employer = self._offices.employer(pieces)
        if employer is not None:
            return employer
        if head.actors and not self._describes(head, pieces):
            return self._keyed(head, pieces, passage)
        told = source_told(head, self._lexicon)
        if told is not None and head.number is not None:
            two = two_told(head, pieces[1], self._lexicon) if len(pieces) > 1 else None
            return self._offices.at_work(pieces, two or told, passage)
        if head.is_("اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].state is not None and not head.actors:
            return Hop(_MEDIA, head.first, pieces[1].last)  # الإعلام الإسرائيلي
        if head.is_("قيادة", "القيادة", "لقيادة", "اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].actors:
            if self._keys.is_state(pieces[1]) and not self._keys.is_of_state(pieces[1]):
                return free_name(pieces[:2], passage)
            return Hop(self._keys.best(pieces[1]), head.first, pieces[1].last)
        if head.outlets:
            return Hop(words_of_chunk(head, passage), head.first, head.last)
        outlet = next((piece for piece in pieces[1:] if piece.outlets and piece.actors), None)
        if outlet is not None and noun_of(head) in _OUTLETS:
            return Hop(outlet_of(outlet), head.first, outlet.last)  # وكالة الأنباء الحكومية السورية (سانا)
        if head.state is not None and len(pieces) == 1 and not is_definite(head):
            return free_name(pieces, passage)  # يقول يمنيون
        if are_people(head) and not head.actors:
            return free_name(pieces, passage)  # قال الانفصاليون
        if not self._keys.is_speaker(head) and not head.actors and not (head.definite and head.heads):
            return self._free_person(pieces, passage)
        person = noun_of(head) in self._lexicon.titles or noun_of(head) in _ANYBODY
        again = len(pieces) <= 2 and person and self.known.last and all(map(is_definite, pieces))
        return self.known.last[0] if again else free_name(pieces, passage)

    def _named_person(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        """`القيادي في الحزب فلان`, `قائد الشرطة فلان`: one of a party's people, named, speaks by name."""
        head = sentence[first]
        person = not head.actors and any(reading.noun.unit == "person" for reading in head.nouns)
        if not person and self._keys.kind(head) != "population" and noun_of(head) not in self._lexicon.titles:
            return None
        named = (at for at in range(first + 1, last) if has_given_name(sentence[:last], at, self._lexicon))
        if next(named, None) is None:
            return None
        return free_name([piece for piece in sentence[first:last] if not piece.mark], passage)

    def _person(self, piece: Chunk, passage: Passage) -> str:
        """Return whom a person speaks for: who heads a body, for that body; officials of states, spokesmen by name."""
        person = self._lexicon.knowledge.persons[piece.persons[0]]
        by_name = person.actor in self._lexicon.state_keys or any(word in person.office.casefold() for word in _BY_NAME)
        return words_of_chunk(piece, passage) if by_name else person.actor

    def _keyed(self, head: Chunk, pieces: list[Chunk], passage: Passage) -> Hop:
        """Read a description that begins with a known name: its key, unless what follows makes it another one."""
        following = pieces[1] if len(pieces) > 1 else None
        kind = self._keys.kind(head)
        named = following is not None and is_name(following) and noun_of(head) in self._lexicon.speaker_nouns
        if named and kind != "actor" and following is not None and not is_definite(following) and is_definite(head):
            return free_name(pieces, passage)  # الطبيب فلان
        limited = following is not None and (
            (kind == "source" and (following.text in _NEAR or head.words[-1] in _NEAR))  # مقربة من, موالية ل
            or (kind == "source" and following.is_("في") and head.words[-1].startswith(("رسمي", "حكومي")))
            or (
                kind == "source"
                and following.state is not None
                and noun_of(head) in _OUTLETS
                and head.words[-1].removeprefix("ال").startswith(_OFFICIAL)
            )
            or (
                self._keys.best(head) == _MEDIA
                and head.last - head.first > 1
                and noun_of(head) in _NEWS
                and is_adjective(following)
            )
            or (self._keys.best(head) == _MEDIA and following.state is not None and are_official(head, pieces))
            or (kind == "actor" and following.state is not None and self._is_short_name(head))
            or (self._keys.best(head) == _RED_CROSS and following.state is not None)  # الصليب الأحمر اللبناني
            or (is_bare_source(head) and (following.state is not None or is_adjective(following)))
            or (
                kind == "source" and not is_definite(head) and head.last - head.first > 1 and possesses(head, following)
            )
        )
        if limited or self._keys.best(head) in self._lexicon.introduced:
            return free_name(pieces, passage)
        of_state = following is not None and following.state is not None and is_definite(head)
        if of_state and self._keys.is_state(head) and not head.places and not self._keys.is_of_state(head):
            return free_name(pieces[:2], passage)
        if following is not None and following.outlets and is_bare_source(head):
            return Hop(self._keys.best(head), head.first, head.last)  # مصادر «الخبر»
        if following is not None and (is_bare_source(head) or self._keys.best(head) == _OFFICIALS):
            return self._offices.at_work(pieces, self._keys.best(head), passage)
        if self._keys.is_state(head) and head.last - head.first > 1 and not (head.places or self._keys.is_of_state(head)):
            return Hop(words_of_chunk(head, passage), head.first, head.last)
        return Hop(self._keys.best(head), head.first, head.last)

    def _is_short_name(self, head: Chunk) -> bool:
        """`المرصد` for one observatory: with a nation behind it, `المرصد اليمني`, it is another one."""
        alone = head.last - head.first == 1 and is_definite(head) and not head.places
        return alone and noun_of(head) in self._lexicon.speaker_nouns

    def _describes(self, head: Chunk, pieces: list[Chunk]) -> bool:
        """`الصحفي فلان`: a population's noun before a person's name is that person's title."""
        known = self._lexicon.knowledge.actors
        return len(pieces) > 1 and all(key in known and known[key].kind == "population" for key in head.actors)

    def _free_person(self, pieces: list[Chunk], passage: Passage) -> Hop | None:
        """A person's bare name after a verb of saying (`وقال فلان بن فلان إن`): words that are nothing else."""
        name: list[Chunk] = []
        for piece in pieces[:4]:
            placed = len(pieces) == 1 and any(place.kind == "admin1" for place in piece.places)  # أعلنت نينوى: where
            if not is_name(piece) or placed or (name and "speaker" in piece.says):
                break
            name.append(piece)
        titled = 0 < len(name) < len(pieces) and self._is_title(pieces[len(name)])
        if not name or not (titled or len(name) == len(pieces)) or is_possessed_noun(name[0].text):
            return None  # قالت في افتتاحيتها, أعلنت عزمها
        if name[0].text.startswith("بال") or (len(name) > 1 and all(is_definite(piece) for piece in name)):
            return None  # وثقت بالأسماء, الخطط المعتمدة: what it is done with, a noun and its adjective
        hop = free_name(pieces if titled else name, passage)
        return self.known.in_full(hop) or hop

    def _is_title(self, piece: Chunk) -> bool:
        return "speaker" in piece.says or noun_of(piece) in self._lexicon.titles or self._keys.kind(piece) == "source"
