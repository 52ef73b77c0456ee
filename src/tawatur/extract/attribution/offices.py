"""Offices: who speaks for whom, `المتحدث باسم البنتاغون`, `مدير المرصد`, `مسؤول في الحزب`, `السلطات المغربية`."""

from __future__ import annotations

from tawatur.extract.attribution.apposed_names import possesses
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.naming import Keys, free_name
from tawatur.extract.attribution.word_classes import is_adjective, is_definite, is_name, noun_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.person_names import has_given_name

_OFFICE = words_of("media_office")
_HEADS_OF = words_of("head_of_body")
_BY_NAME = words_of("speaks_by_name")
_BETWEEN = words_of("between_office_and_body")
_GOVERNS = words_of("governs")
_ARMS = words_of("arm_of_body")
#: How many chunks an arm's own name may have, its body's with it.
_LONGEST_ARM = 4
_GOVERNMENT, _POLICE = "institution:government", "police"
#: A ministry's noun, and how many chunks it takes with that of its field.
_MINISTRY, _FIELD = "وزارة", 2
_ARMED = ("امنية", "عسكرية")
_COMMAS = ("،", ",")
#: Cues of nouns of a stretch of land.
_LAND = frozenset(("place_noun", "territory"))


class Offices:
    """Reads descriptions that name a speaker by office: whom the office speaks for."""

    def __init__(self, lexicon: Lexicon, keys: Keys) -> None:
        self._lexicon = lexicon
        self._keys = keys

    def head_of_body(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        """`المتحدث باسم البنتاغون`, `مدير المرصد فلان`: who speaks for a known body is the body.

        A spokesman with a name speaks by it, and so does whoever's name has a comma before the office or
        stands behind a part of the body that has no key (`مدير المقاومة في تعز العميد …`).
        """
        for i in range(first, last):
            piece = sentence[i]
            if piece.mark:
                if piece.text in _COMMAS:
                    return None
                continue
            leads = noun_of(piece) in _HEADS_OF
            if not leads and not (piece.text == "باسم" and i > first):
                if i > first + 3 or not (is_name(piece) or "speaker" in piece.says or piece.persons):
                    return self._whole_name(sentence, i, last, passage) if i == first else None
                continue
            following = i + 1
            while following < last and sentence[following].is_(*_BETWEEN):
                following += 1
            governs = following < last and noun_of(sentence[following]) in _GOVERNS
            if governs and not any(noun_of(before) in _BY_NAME for before in sentence[first : i + 1]):
                return None  # رئيس الحكومة التركية
            land = self._land([piece for piece in sentence[following:last] if not piece.mark])
            if land is not None and not self._is_named(sentence, following + 2, last):
                return land._replace(first=sentence[first].first)  # المتحدث باسم حكومة كذا
            if following < last and self._keys.is_body(sentence[following]):
                if self._speaks_by_name(sentence, (first, i, following, last)):
                    return free_name([piece for piece in sentence[first:last] if not piece.mark], passage)
                return self._of_whole(sentence, (first, following, last), passage)
        return None

    def _speaks_by_name(self, sentence: list[Chunk], at: tuple[int, int, int, int]) -> bool:
        """`المتحدث باسم الجيش العميد فلان`, `فلان الناطق باسم الوزارة`: a spokesman who is named."""
        first, office, body, last = at
        if not any(noun_of(piece) in _BY_NAME for piece in sentence[first : office + 1]):
            return False
        before = any(is_name(piece) and "speaker" not in piece.says for piece in sentence[first:office])
        return before or self._is_named(sentence, body + 1, last)

    def _whole_name(self, sentence: list[Chunk], at: int, last: int, passage: Passage) -> Hop | None:
        """`مدير المرصد`, `قائد الشرطة` that a pack lists whole, before the name of who it is."""
        piece = sentence[at]
        listed = piece.last - piece.first > 1 and noun_of(piece) in _HEADS_OF
        if (
            at + 1 < last
            and not piece.words[-1].startswith("ال")
            and (possesses(piece, sentence[at + 1]) or is_name(sentence[at + 1]))
        ):
            return None  # مدير مستشفى حجة
        return self._of_whole(sentence, (at, at, last), passage) if listed and self._keys.is_body(piece) else None

    def _of_whole(self, sentence: list[Chunk], at: tuple[int, int, int], passage: Passage) -> Hop:
        """Read who heads the body at `at[1]`; in a part of it that has no key, the one who bears the name."""
        first, body, last = at
        behind = sentence[body + 1] if body + 1 < last else None
        named = any(is_name(piece) or piece.persons for piece in sentence[body + 2 : last])
        if self._keys.best(sentence[body]) == _POLICE and self._is_named(sentence, body + 1, last):
            return free_name([piece for piece in sentence[first:last] if not piece.mark], passage)  # قائد الشرطة فلان
        part = behind is not None and (behind.is_("في") or (is_definite(behind) and "speaker" not in behind.says))
        if part and named:
            return free_name([piece for piece in sentence[first:last] if not piece.mark], passage)
        return Hop(self._keys.best(sentence[body]), sentence[first].first, sentence[body].last)

    def _is_named(self, sentence: list[Chunk], first: int, last: int) -> bool:
        """Tell whether a person is named in chunks `[first, last)`: by a given name, or by two unknown words."""
        for at in range(first, last):
            if sentence[at].persons or has_given_name(sentence[:last], at, self._lexicon):
                return True
            unknown = is_name(sentence[at]) and not (sentence[at].places or is_definite(sentence[at]))
            if unknown and at + 1 < last and is_name(sentence[at + 1]) and not is_adjective(sentence[at]):
                return True
        return False

    def authority(self, pieces: list[Chunk]) -> Hop | None:
        """`السلطات المغربية`, `الحكومة في مالي`, `السلطات الأمنية العراقية`: a state speaks, or its forces."""
        head = pieces[0]
        if self._lexicon.institutions.get(noun_of(head)) != _GOVERNMENT:
            return None
        if len(head.words) > 1 and head.actors and self._keys.best(head) in self._lexicon.state_keys:
            return Hop(self._keys.best(head), head.first, head.last)  # named whole by a pack
        land = self._land(pieces)
        if land is not None:
            return land
        for at, piece in enumerate(pieces[1:3], 1):
            if piece.state is not None:
                state = self._lexicon.knowledge.states[piece.state]
                armed = at > 1 and pieces[1].text.endswith(_ARMED)
                return Hop(state.forces if armed else state.key, head.first, piece.last)
        return None

    def _land(self, pieces: list[Chunk]) -> Hop | None:
        """`الحكومة في مالي`, `حكومة مالي`, `الحكومة في باماكو`: the state whose country, or capital, is behind it."""
        if len(pieces) < _FIELD or noun_of(pieces[0]) not in _GOVERNS:
            return None
        inside = len(pieces) > _FIELD and pieces[1].is_("في")
        there = pieces[2] if inside else pieces[1]
        country = next((place.country for place in there.places if place.kind == "country"), "")
        state = self._lexicon.knowledge.states.get(country)
        capital = next((key for key in there.actors if key in self._lexicon.state_keys), None) if inside else None
        if state is None and capital is not None and len(pieces[0].words) == 1:
            return Hop(capital, pieces[0].first, there.last)  # not السلطات المحلية في باماكو
        return None if state is None else Hop(state.key, pieces[0].first, there.last)

    def is_ministry(self, pieces: list[Chunk]) -> bool:
        """`وزارة الصحة السودانية`: a ministry that no pack names is a body of its own, no word for its state."""
        noun = noun_of(pieces[0]).removeprefix("ل")  # وفقا لوزارة كذا
        named = noun == _MINISTRY and len(pieces[0].words) == 1 and len(pieces) > _FIELD
        return named and pieces[1].state is None and any(piece.state for piece in pieces[_FIELD : _FIELD + 2])

    def _is_within(self, piece: Chunk) -> bool:
        """Tell whether a body stands behind `ب`: `بوزارة`."""
        return piece.preposition == "ب" or (piece.text[:1] == "ب" and piece.text[1:] in self._lexicon.speaker_nouns)

    def employer(self, pieces: list[Chunk]) -> Hop | None:
        """`مسؤول في إدارة المخيم`, `المكتب الإعلامي للمقاومة`: who speaks for a party, unnamed, is that party."""
        office = len(pieces) > 2 and noun_of(pieces[0]) in _OFFICE and pieces[1].text.startswith("الاعلام")
        works = len(pieces) > 2 and "speaker" in pieces[0].says and pieces[1].is_("في")
        direct = (office or works) and not pieces[2].is_("ل")
        at = 2 if direct else self._body_of_arm(pieces)
        if at is None or any(map(is_name, pieces[at + 1 :])):
            return None
        party = pieces[at]
        armed = self._keys.kind(party) == "actor" or self._keys.is_of_state(party)
        armed = armed or (not direct and self._keys.is_state(party))
        if armed and not party.places:
            return Hop(self._keys.best(party), pieces[0].first, party.last)
        return None

    def _body_of_arm(self, pieces: list[Chunk]) -> int | None:
        """`القيادة العامة للجيش`, `الجناح العسكري للحركة`: where the body stands whose arm that is; None for no arm."""
        if noun_of(pieces[0]) not in _ARMS:
            return None
        for at, piece in enumerate(pieces[1:_LONGEST_ARM], 1):
            if piece.actors and (piece.preposition == "ل" or pieces[at - 1].is_("ل")):
                return at
            if piece.is_("ل"):
                continue
            if not is_definite(piece):
                return None
        return None

    def at_work(self, pieces: list[Chunk], key: str, passage: Passage) -> Hop:
        """`مصادر في الشرطة`, `مصدر في وزارة الداخلية`: who speaks from within a body speaks for it."""
        head = pieces[0]
        within = 2 if len(pieces) > 2 and pieces[1].is_("في", "من", "داخل") else 1
        if within >= len(pieces) or (within == 1 and not self._is_within(pieces[1])):
            return Hop(key, head.first, head.last)
        body = pieces[within]
        if within > 1 and body.cues & _LAND:
            return Hop(key, head.first, head.last)  # مصادر في محافظة كذا: of the place
        if body.actors and not body.places and self._keys.kind(body) in ("actor", "source"):
            return Hop(self._keys.best(body), head.first, body.last)
        state = bool(body.actors) and self._keys.best(body) in self._lexicon.state_keys
        named = self._keys.is_speaker(body) or self._is_within(body)
        if named and (not body.actors or state):
            hop = free_name(pieces[within:], passage)
            return hop._replace(actor=hop.actor.removeprefix("ب")) if within == 1 else hop
        return Hop(key, head.first, head.last)
