"""Identities: whom a description names, a key where a pack knows it, else the text's own words."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.attribution.apposed_names import possesses
from tawatur.extract.attribution.known_speakers import Hop, KnownSpeakers, is_of_forces
from tawatur.extract.attribution.naming import (
    Keys,
    free_name,
    is_bare_source,
    is_possessed_noun,
    outlet_of,
    words_of_chunk,
)
from tawatur.extract.attribution.offices import Offices
from tawatur.extract.attribution.unnamed import (
    joined_adjective,
    source_told,
    two_told,
)
from tawatur.extract.attribution.voices import are_official, joined_voices
from tawatur.extract.attribution.word_classes import (
    are_people,
    is_adjective,
    is_definite,
    is_name,
    noun_of,
)
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.person_names import has_given_name

_OFFICE = words_of("media_office")
_HEADS_OF = words_of("head_of_body")
_NEAR = words_of("near_party")
_OUTLETS = words_of("outlet_noun")
_ANYBODY = words_of("any_speaker")
_ONE_OF = words_of("one_of")
_NEWS = words_of("news")
_OFFICIAL = ("رسمي", "حكومي")
#: A committee whose short name is that of each nation's own society.
_RED_CROSS = "icrc"
_MEDIA, _OFFICIALS = "media", "officials"
#: Words of an office (English) whose holder speaks by name: no head of a body that counts and reports.
_BY_NAME = ("spokes", "president", "minister", "envoy", "adviser", "secretary of", "leader", "representative")


class Identities:
    """Reads whom the chunks of a description name; `known` are those described so far."""

    def __init__(self, lexicon: Lexicon, keys: Keys, known: KnownSpeakers) -> None:
        self._lexicon = lexicon
        self._keys = keys
        self._known = known
        self._offices = Offices(lexicon, keys)

    def together(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        """Read the voices that a description joins: `مصادر طبية ومسؤولون`, `مصادر أمنية وطبية`."""
        voices: list[Hop] = []
        for start, end in joined_voices(sentence, first, last, self._lexicon):
            voice = self._resolve(sentence, start, end, passage)
            if voice is None:
                break
            voice = self.without_lam(voice, sentence[start])
            voices.append(voice)
            more = joined_adjective(sentence, start, end, self._lexicon)
            if more is not None:
                voices.append(Hop(more, sentence[start].first, sentence[start + 1].last))
        if not voices:
            return None
        keys = dict.fromkeys(voice.actor for voice in voices)
        return Hop("+".join(keys), voices[0].first, voices[-1].last)

    def without_lam(self, voice: Hop, head: Chunk) -> Hop:
        """Return a voice without the preposition attached to its noun: `وزارة كذا` of `بيان لوزارة كذا`."""
        attached = head.text[:1] == voice.actor[:1] == "ل" and voice.first == head.first
        noun = not head.text.startswith("لل") and head.text[1:] in self._lexicon.speaker_nouns  # للجنة تقصي
        return voice._replace(actor=voice.actor[1:]) if attached and noun else voice

    def _resolve(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> Hop | None:
        pieces = [piece for piece in sentence[first:last] if not piece.mark]
        if not pieces:
            return None
        head = pieces[0]
        body = self._offices.head_of_body(sentence, first, last, passage)
        if body is not None:
            return body
        for at, piece in enumerate(pieces) if noun_of(head) not in _OFFICE[1:2] else ():
            if piece.text in _NEAR:
                break  # مصدر عسكري موال للرئيس فلان
            if piece.persons and not (at and _is_named_for(pieces[at - 1])):
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
        called = sentence[first + 2] if first + 2 < last and sentence[first + 1].mark else None
        if called is not None and called.outlets and head.actors and self._keys.best(head) == _MEDIA:
            return Hop(outlet_of(called), head.first, called.last)  # وكالة الأنباء الرسمية (سانا)
        if head.actors and not self._describes(head, pieces):
            return self._keyed(head, pieces, passage)
        told = source_told(head, self._lexicon)
        if told is not None and head.number is not None:
            two = two_told(head, pieces[1], self._lexicon) if len(pieces) > 1 else None
            return self._offices.at_work(pieces, two or told, passage)
        if passage.kind == "title" and len(pieces) == 1 and head.is_("اعلام", "الاعلام") and not head.actors:
            return Hop(_MEDIA, head.first, head.last)
        if head.is_("اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].state is not None and not head.actors:
            return Hop(_MEDIA, head.first, pieces[1].last)  # الإعلام الإسرائيلي
        if head.is_("قيادة", "القيادة", "لقيادة", "اعلام", "الاعلام") and len(pieces) > 1 and pieces[1].actors:
            if self._keys.is_state(pieces[1]) and not self._keys.is_of_state(pieces[1]):
                return free_name(pieces[:2], passage)
            return Hop(self._keys.best(pieces[1]), head.first, pieces[1].last)
        if self._is_called(sentence, first, last):
            return Hop(self._keys.best(sentence[first + 2]), head.first, sentence[first + 2].last)
        if head.outlets:
            return Hop(words_of_chunk(head, passage), head.first, head.last)
        outlet = next((piece for piece in pieces[1:] if piece.outlets and piece.actors), None)
        if outlet is None and len(pieces) > 1 and pieces[1].outlets and not is_definite(head):
            outlet = pieces[1]  # صحيفة «كذا» المحلية
        if outlet is not None and noun_of(head) in _OUTLETS:
            return Hop(outlet_of(outlet), head.first, outlet.last)  # وكالة الأنباء الحكومية السورية (سانا)
        if head.state is not None and len(pieces) == 1 and not is_definite(head):
            return free_name(pieces, passage)  # يقول يمنيون
        if are_people(head) and not head.actors:
            return free_name(pieces, passage)  # قال الانفصاليون
        if not self._keys.is_speaker(head) and not head.actors and not (head.definite and head.heads):
            return self._free_person(pieces, passage)
        person = noun_of(head) in self._lexicon.titles or noun_of(head) in _ANYBODY
        of_state = any(piece.state is not None for piece in pieces)  # الرئيس الأوكراني
        again = len(pieces) <= 2 and person and self._known.last and all(map(is_definite, pieces)) and not of_state
        again = again and not (len(pieces) > 1 and is_of_forces(pieces[1]))
        return self._known.last[0] if again else free_name(pieces, passage)

    def _is_called(self, sentence: list[Chunk], first: int, last: int) -> bool:
        """`وكالة "أونروا"`, `منظمة "يونيسف"`: a noun for bodies, and in quotation marks the known one that it is."""
        head = sentence[first]
        if first + 2 >= last or not sentence[first + 1].mark or not self._keys.is_speaker(head):
            return False
        office = is_definite(head) or noun_of(head) in self._lexicon.titles or noun_of(head) in _HEADS_OF
        return not (office or head.actors) and self._keys.is_body(sentence[first + 2])

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
        by_name = by_name or (
            person.since is not None and (passage.date or "9") < str(person.since)
        )  # not yet in office
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
        if (
            self._keys.is_state(head)
            and head.last - head.first > 1
            and not (head.places or self._keys.is_of_state(head))
        ):
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
        titled = 0 < len(name) < len(pieces) and self.is_title(pieces[len(name)])
        if not name or not (titled or len(name) == len(pieces)) or is_possessed_noun(name[0].text):
            return None  # قالت في افتتاحيتها, أعلنت عزمها
        if name[0].text.startswith("بال") or (len(name) > 1 and all(is_definite(piece) for piece in name)):
            return None  # وثقت بالأسماء, الخطط المعتمدة: what it is done with, a noun and its adjective
        hop = free_name(pieces if titled else name, passage)
        return self._known.in_full(hop) or hop

    def is_title(self, piece: Chunk) -> bool:
        """Tell whether a chunk begins with what a person is: an office, a rank, a source's noun."""
        return "speaker" in piece.says or noun_of(piece) in self._lexicon.titles or self._keys.kind(piece) == "source"


def _is_named_for(before: Chunk) -> bool:
    """`مركز الملك فلان`: a body or a building that bears a person's name."""
    person = any(reading.noun.unit == "person" for reading in before.nouns)
    return not (is_definite(before) or person or before.persons) and bool(before.nouns or "place_noun" in before.cues)
