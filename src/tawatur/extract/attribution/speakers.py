"""Speakers: the description of who is said to have said something, behind the document that it is told in."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.apposed_names import is_name_of_unknown, name_told
from tawatur.extract.attribution.descriptions import phrase_end
from tawatur.extract.attribution.documents import Documents, after_issued, parts_from_owner
from tawatur.extract.attribution.identities import Identities
from tawatur.extract.attribution.known_speakers import Hop, KnownSpeakers
from tawatur.extract.attribution.naming import (
    Keys,
    free_name,
    is_word,
    outlet_of,
)
from tawatur.extract.attribution.statements import is_upon
from tawatur.extract.attribution.subject_spans import subject_span
from tawatur.extract.attribution.unnamed import (
    is_correspondent,
    outlet_reported_for,
)
from tawatur.extract.attribution.voices import is_people, is_several, is_spoken_to
from tawatur.extract.attribution.word_classes import (
    is_definite,
    is_name,
    is_outcome,
    noun_of,
    owned_noun,
    tells_nothing,
)
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.person_names import has_given_name

_SAME = words_of("same")
_PUBLISHED = words_of("published")
_DURING = words_of("during")
_SET_OF = words_of("set_of")
_LATEST = words_of("latest")
_NEAR = words_of("near_party")
_OPENING = words_of("before_speaker")
_ON_ONES_PART = words_of("on_ones_part")
_HEADS_OF = words_of("head_of_body")
_OFFICES, _OBSERVERS = words_of("personal_office"), words_of("observatory")
_DEMONSTRATIVES = words_of("demonstrative")
_WHO, _NEWS = words_of("who"), words_of("news")
_TOLLS, _COUNTS = words_of("tally"), ("إحصاء", "احصاء", "تعداد", "جرد")
_OFFICIAL = ("رسمي", "حكومي")
#: What a spokesman speaks in, and whose it is.
_OF_BODY = {
    fold(noun).removesuffix("ة") + ("ت" if noun.endswith("ة") else "")
    for noun in (*_HEADS_OF, *words_of("arm_of_body"), *words_of("one_of"))
}
_ONE_OF = {fold(noun) for noun in words_of("one_of")}
_IN_ITS_NAME = ("باسمه", "باسمها", "باسمهم")
#: The preposition, where it is not spelt as a man's name.
_UPON = "على"
_MEDIA, _OFFICIALS = "media", "officials"
#: How many chunks may stand between an office and the name of who holds it.
_APPOSED = 6
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
        self.known = KnownSpeakers()
        self._identities = Identities(lexicon, self._keys, self.known)
        self._documents = Documents(lexicon, self._keys, self.known)

    def describe(
        self, sentence: list[Chunk], first: int, end: int, passage: Passage, *, named: bool = True
    ) -> tuple[Hop, ...]:
        """Read a description of a speaker in chunks `[first, end)`; an outlet spoken to is a further hop.

        Without `named` one unknown word is no name: only behind a verb of saying is it sure to be a speaker's.
        """
        if is_correspondent(sentence, first, end):
            outlet = outlet_reported_for(sentence, first, end, self._own)
            return () if outlet is None else (Hop(outlet_of(outlet), outlet.first, outlet.last),)
        begun, first = first, self._behind_document(sentence, first, end)
        if first < end and is_upon(sentence, first):
            return ()  # في بيان نشرته على منصة كذا
        if self._speaks_for_last(sentence, first, end):
            return self._owner(sentence, first) or self.known.last
        if self._is_publisher(sentence, first, end):
            return ()
        document = self._documents.unsigned(sentence, begun, (first, end), passage)
        if document is not None:
            return (document,)
        if first >= end or sentence[first].is_(*_SAME):
            return self._taken_up(sentence, begun, first)
        described = self._described(sentence, first, end, passage, named=named)
        counted = first > begun and noun_of(sentence[begun]) in _COUNTS  # أظهر إحصاء رسمي مقتل
        return described or (self._taken_up(sentence, begun, first) if counted else ())

    def _speaks_for_last(self, sentence: list[Chunk], first: int, end: int) -> bool:
        """`وأكد المتحدث باسمها أن`, `وبحسب مديره`: who speaks, without a name, for the one who spoke last."""
        if first >= end or not (self.known.last or self._owner(sentence, first)):
            return False
        owned = owned_noun(sentence[first])  # بحسب مديره, قالت قيادتها, أكد أحدهما
        named = not owned and first + 1 < end and sentence[first + 1].text in _IN_ITS_NAME
        if not named and (owned is None or fold(owned) not in _OF_BODY or sentence[first].persons):
            return False
        behind = sentence[first + 1 + named] if first + 1 + named < end else None
        return behind is None or not (is_name(behind) or behind.persons or self._identities.is_title(behind))

    def _owner(self, sentence: list[Chunk], first: int) -> tuple[Hop, ...]:
        """`أنهت القوة حملة قالت قيادتها إن`: the body named before in the sentence, for which its own head speaks."""
        owned = owned_noun(sentence[first])
        if owned is None or fold(owned) in _ONE_OF:
            return ()
        bodies = (p for p in sentence[:first] if self._keys.is_body(p) and not (p.preposition or p.conjunction))
        return tuple(self.hop(piece) for piece in [*bodies][-1:])

    def _is_publisher(self, sentence: list[Chunk], first: int, end: int) -> bool:
        """`وفق ما رصدته الشبكة`, in a network's own report that has told of no other: its own voice."""
        named = [piece for piece in sentence[first:end] if not piece.mark]
        own = bool(named) and named[0].text.removeprefix("و") in self._own and len(named[0].words) == 1
        alone = len(named) == 1 or (
            len(named) > 1 and not (is_definite(named[1]) or named[1].state or named[1].outlets)
        )
        return own and alone and not self.known.named_again(named[:1])

    def _behind_document(self, sentence: list[Chunk], first: int, end: int) -> int:
        """Return where the description begins: behind a document, whose it is, what describes it, how many speak."""
        begun = first
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
        return first

    def _taken_up(self, sentence: list[Chunk], begun: int, first: int) -> tuple[Hop, ...]:
        """Read a document behind which nobody is named: whose it was before; a toll's, officials' that it is called."""
        if begun < len(sentence) and noun_of(sentence[begun]) in (*_TOLLS, *_COUNTS):
            official = any(piece.text.removeprefix("ال").startswith(_OFFICIAL) for piece in sentence[begun:first])
            return (Hop(_OFFICIALS, sentence[begun].first, sentence[begun].last),) if official else ()
        definite = begun < len(sentence) and sentence[begun].text.startswith(("ال", "وال", "لل"))
        definite = definite or (begun < len(sentence) and sentence[begun].text.endswith(("ها", "هم", "ه")))
        taken_up = definite and self._keys.is_document(sentence[begun])
        return self.known.of_document(sentence[begun]) if taken_up else ()

    def _described(
        self, sentence: list[Chunk], first: int, end: int, passage: Passage, *, named: bool
    ) -> tuple[Hop, ...]:
        """Read who speaks from chunk `first` on: one described before, or a body, a person, with the outlet told."""
        last = phrase_end(sentence, first, end, passage, self._lexicon)
        described, origin = self.known.named_again(sentence[first:last]), None
        if not described:
            origin = (
                None if tells_nothing(sentence[first]) else self._identities.together(sentence, first, last, passage)
            )
            if origin is None or (not named and is_word(origin, sentence[first:last])):
                return ()
            called = name_told(sentence, last, end)
            if called is not None:
                last, origin = called[1], free_name(sentence[called[0] : called[1]], passage)
            elif self._may_be_named(origin, sentence[first:last]) and origin.first == sentence[first].first:
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
        if origin is not None and origin.actor not in self._lexicon.knowledge.actors:
            self._keep_bodies(sentence, first, last, passage)
        return chain

    def _keep_bodies(self, sentence: list[Chunk], first: int, last: int, passage: Passage) -> None:
        """`الناطق باسم وزارة كذا فلان`: the body for which one speaks by name, for `الوزارة` to take up."""
        for at in range(first + 1, last):
            noun = noun_of(sentence[at])
            if "speaker" not in sentence[at].says or noun in self._lexicon.titles or noun in _OFFICES:
                continue
            name = self._name(sentence, at, at + 1, last)
            whole = self._identities.together(sentence, at, last if name is None else name, passage)
            if whole is not None:
                self.known.take(noun, (whole,))

    def _with_name(
        self, sentence: list[Chunk], at: tuple[int, int, int], origin: Hop, passage: Passage
    ) -> tuple[int, Hop]:
        """`المتحدث باسم مديرية الدفاع بمنطقة كذا، الرائد فلان`: the name behind an office belongs to who holds it."""
        first, last, end = at
        office = self._keys.is_speaker(sentence[first]) or noun_of(sentence[first]) in self._lexicon.titles
        start = self._name(sentence, first, last, end) if office else None
        if start is None or (start < last and origin.last > sentence[start].first):
            return last, origin
        if passage.words(sentence[start].first, sentence[start].last) == _UPON:
            return last, origin  # المتحدث على تويتر
        close = start
        while close < end and (is_name(sentence[close]) or sentence[close].persons):
            close += 1
        if close == start:
            return last, origin
        return close, self._identities.without_lam(free_name(sentence[first:close], passage), sentence[first])

    def _name(self, sentence: list[Chunk], first: int, last: int, end: int) -> int | None:
        """Return where the name begins of who is described by chunks `[first, last)`, in them or behind them."""
        head = sentence[first]
        definite = noun_of(head) in _HEADS_OF or is_definite(head) or head.words[-1].startswith("ال")
        for at in range(first + 1, min(end, last + _APPOSED)):
            piece = sentence[at]
            if at >= last and piece.is_("ما", *_DURING, *_PUBLISHED):
                return None  # الرئيسة فلانة خلال استضافتها فلانا, بيان للوزارة ما يلي
            if piece.text in _NEAR or is_spoken_to(piece):
                return None  # مصدر عسكري موال للرئيس فلان, طبيب في مستشفى المدينة لصحيفة كذا
            behind = at >= last and (piece.persons or has_given_name(sentence[:end], at, self._lexicon))
            if behind or is_name_of_unknown(sentence, at, end, definite=definite):
                return at
            definite = definite or is_definite(piece)
            if piece.verb_says or piece.number is not None or "clause" in piece.cues or piece.text in _WHO:
                return None
            if is_outcome(piece):
                return None
        return None

    def _may_be_named(self, origin: Hop, office: list[Chunk]) -> bool:
        """Tell whether a name behind an office says who spoke: of a free name, of officials, of one who heads a body.

        Who heads an observatory speaks for it, named or not.
        """
        if origin.actor not in self._lexicon.knowledge.actors or origin.actor in _OF_NO_NAME:
            return True
        words = [word.removeprefix(piece.conjunction).removeprefix("ال") for piece in office for word in piece.words]
        return words[0] in _OFFICES and not any(word in _OBSERVERS for word in words)

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
        if is_correspondent(sentence, first, end) or self._is_publisher(sentence, first, end):
            return ()
        first, last = subject_span(sentence, first, end)
        pieces = [piece for piece in sentence[first:last] if not piece.mark]
        if not pieces:
            return ()
        if noun_of(pieces[0]) in _NEWS and not is_definite(pieces[0]) and all(p.is_("عن") for p in pieces[1:]):
            return (Hop(_MEDIA, pieces[0].first, pieces[0].last),)  # تحدثت أنباء عن
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

    def relayed_last(self) -> tuple[Hop, ...]:
        """Return the outlet through which the last statement reached us: `نقلت رويترز عن …`, and then `ونقلت عن`."""
        keys = {outlet.key for outlet in self._lexicon.knowledge.outlets}
        return tuple(hop for hop in self.known.last[1:] if hop.actor in keys)[-1:]

    def may_speak(self, head: Chunk) -> bool:
        """Tell whether a description that begins with a chunk may be a speaker's: no people of no name."""
        if self._keys.kind(head) == "population":
            return "speaker" in head.says
        return bool(head.actors or head.persons) or self._keys.is_speaker(head)

    def _is_set_of_documents(self, sentence: list[Chunk], at: int, end: int) -> bool:
        return noun_of(sentence[at]) in _SET_OF and at + 1 < end and self._keys.is_document(sentence[at + 1])

    def may_bear(self, head: Chunk) -> bool:
        """Tell whether a description that begins with a chunk may be a person's: an office, a title, a profession."""
        return self._identities.is_title(head) or bool(head.actors and self.may_speak(head))

    def _told(self, sentence: list[Chunk], piece: Chunk, first: int) -> bool:
        """Tell whether an outlet is spoken to: after `ل`, quoted or not, or as the verb's object (`أبلغ رويترز`)."""
        at = next(i for i, other in enumerate(sentence) if other is piece)
        if piece.preposition == "ل" or at <= first + 1:
            return piece.preposition == "ل"
        before = sentence[at - 1]
        if before.mark and at >= 2:
            before = sentence[at - 2]
        return before.is_("ل", "الي", "تلقت") or not (before.is_("في", "عن", "من", "علي", "عبر") or piece.preposition)
