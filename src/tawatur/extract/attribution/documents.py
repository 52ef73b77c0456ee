"""Documents that tell by themselves: `أفادت تقارير`, `كشف تقرير حقوقي عن`, and those whose maker the text names."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.extract.attribution.descriptions import phrase_end
from tawatur.extract.attribution.known_speakers import Hop, KnownSpeakers
from tawatur.extract.attribution.naming import Keys, free_name, noun_of_document
from tawatur.extract.attribution.word_classes import is_adjective, is_definite, is_nisba, is_plain_nisba, noun_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

_NEWS, _MEDIA = words_of("news"), "media"
_ITSELF = words_of("speaks_itself")
_UNSIGNED = words_of("unsigned")
_PUBLISHED = words_of("published")
_OF_DOCUMENT = words_of("of_document")
_WHO = words_of("who")
#: What tells which of several a document is: `البيان التاسع عشر`.
_WHICH_ONE = frozenset((*words_of("ordinal"), "عشر"))
_ISSUED = ("صادر", "صدر")
#: How many chunks may tell when a document was issued, before whose it is.
_WHEN = 3
_OWN = words_of("object_pronoun")
_THAT = words_of("that")
#: Documents of a nation's press, and how many chunks a document has with whose nation's it is.
_OF_PRESS, _WITH_STATE = ("تقارير", "وثيقة", "وثائق"), 2
_BRINGS_OUT = words_of("brings_out")
#: Endings of a report that is somebody's, or the object of who brings it out: `تقريرها`, `تقريرا`.
_ITS = ("ه", "ها", "هم", "ا")
#: How many chunks from a report on whose it is may be told in.
_LONGEST_ISSUER = 12


class Documents:
    """Reads documents as speakers: for themselves, or for whoever made them."""

    def __init__(self, lexicon: Lexicon, keys: Keys, known: KnownSpeakers) -> None:
        self._lexicon = lexicon
        self._keys = keys
        self._known = known

    def signed(self, sentence: list[Chunk]) -> Iterator[tuple[str, int, int]]:
        """Yield the nouns of reports whose makers a sentence tells, and between which chunks it describes those."""
        for at, piece in enumerate(sentence):
            if "document" not in piece.says:
                continue
            if noun_of(piece) in _UNSIGNED and self._is_issued(sentence, at):
                last = min(len(sentence), at + _LONGEST_ISSUER)
                yield noun_of(piece), at, next((i for i in range(at + 1, last) if _ends_issuer(sentence[i])), last)
                continue
            noun = next(
                (n for end in _ITS if (n := noun_of(piece).removesuffix(end)) != noun_of(piece)), noun_of(piece)
            )
            if self._is_brought_out(sentence, at):
                yield noun, 1, at
                continue
            body = self._before(sentence, at) if noun in _UNSIGNED and noun != noun_of(piece) else None
            if body is not None:
                yield noun, body, at

    def _is_issued(self, sentence: list[Chunk], at: int) -> bool:
        """Tell whether whose a report is stands behind it: `الصادر عن`, `نشرته`, a body's name."""
        if at + 1 >= len(sentence):
            return False
        behind = sentence[at + 1] if not sentence[at + 1].mark else sentence[min(at + 2, len(sentence) - 1)]
        issued = behind.text.removeprefix("ال").startswith(_ISSUED)
        body = self._keys.is_speaker(behind) or self._keys.is_body(behind) or behind.text in _PUBLISHED
        return issued or (body and not is_definite(sentence[at]))

    def _is_brought_out(self, sentence: list[Chunk], at: int) -> bool:
        """`نشر المكتب إحصائية جديدة`, `أصدرت اللجنة أرقاما`: what the body right behind the verb brings out."""
        if not 1 < at <= _LONGEST_ISSUER or is_definite(sentence[at]) or not sentence[0].is_(*_BRINGS_OUT):
            return False
        between = sentence[2:at]
        told = any(piece.number or piece.verb_says or piece.is_("في", "عن") for piece in between)
        return not told and (self._keys.is_speaker(sentence[1]) or self._keys.is_body(sentence[1]))

    def _before(self, sentence: list[Chunk], at: int) -> int | None:
        """`رفع الأمين العام تقريرا`, `في تقريره`: the body named before a report of its own."""
        bodies = (i for i, one in enumerate(sentence[:at]) if self._keys.is_body(one) and not one.preposition)
        body = next(bodies, None)
        return None if body is None or any(one.number for one in sentence[body:at]) else body

    def unsigned(self, sentence: list[Chunk], at: int, behind: tuple[int, int], passage: Passage) -> Hop | None:
        """Read a document that names no issuer: `أفادت تقارير`, `تشير تقديرات إلى`, `أرقام رسمية`."""
        first, end = behind
        if at >= end:
            return None
        nouns = (noun_of(sentence[at]), noun_of_document(sentence[at]))  # طبقا لإحصائيات رسمية
        unsigned = not {*nouns}.isdisjoint(_UNSIGNED) and not is_definite(sentence[at])
        if not unsigned and {*nouns}.isdisjoint(_ITSELF):
            return None
        last = phrase_end(sentence, at, end, passage, self._lexicon)
        if last < first < end:
            return None  # الأرقام التي أكدها المرصد
        pieces = sentence[at:last]
        abroad = at + 1 < last and sentence[at + 1].is_("من", "في")  # تقارير من سوريا
        pieces = pieces[:1] if abroad else pieces
        adjectives = sentence[at + 1 : last]
        if (
            first < last
            and not abroad
            and not all(is_adjective(piece) or (unsigned and is_nisba(piece)) for piece in adjectives)
        ):
            return None
        of_state = pieces[1].state if len(pieces) == _WITH_STATE and {*nouns}.isdisjoint(_OF_PRESS) else None
        if of_state is not None and not unsigned and of_state in self._lexicon.knowledge.states:
            state = self._lexicon.knowledge.states[of_state]  # تقديرات أميركية
            return Hop(state.key, pieces[0].first, pieces[-1].last)
        name = free_name(pieces, passage)
        if nouns[0] not in (*_UNSIGNED, *_ITSELF):
            name = name._replace(actor=name.actor[1:])  # لإحصائيات رسمية
        if unsigned:
            return self._known.unsigned(name, nouns[1]) if len(pieces) > 1 else None
        if len(pieces) == 1 or pieces[0].last - pieces[0].first > 1:
            key = self._lexicon.unnamed_sources.get(noun_of(pieces[0])) or (
                self._keys.best(pieces[0]) if pieces[0].actors else None
            )
            if key is not None:
                return Hop(key, pieces[0].first, pieces[0].last)
            if not {*nouns}.isdisjoint(_NEWS):
                return Hop(_MEDIA, pieces[0].first, pieces[0].last)  # تحدثت تقارير عن
        return name


def after_issued(sentence: list[Chunk], first: int, end: int) -> int:
    """`إحصائيات رسمية صادرة عن الوزارة`, `بيان صدر أمس عن الجيش`: the speaker is whom a document was issued by."""
    for at in range(first, min(end, first + 4)):
        if not sentence[at].text.removeprefix("ال").startswith(_ISSUED):
            continue
        behind = at + 1
        while behind < len(sentence) and behind <= at + _WHEN and sentence[behind].time is not None:
            behind += 1  # الصادر أول من أمس عن
        if behind + 1 < len(sentence) and sentence[behind].is_("عن") and not sentence[behind + 1].triggers:
            return behind + 1  # إحصائيات صادرة عن, التقرير الصادر عن; not كشف تقرير صدر الأحد عن العثور على
    return first


def is_of_document(piece: Chunk) -> bool:
    """Tell whether a chunk stands between a document and whose it is: `الأخيرة`, `رسمية`, `كشفها`, `نشرته`."""
    if piece.text.removeprefix("ال") in _OF_DOCUMENT or piece.text in _PUBLISHED or noun_of(piece) in _WHICH_ONE:
        return True
    return any(pronoun for _, pronoun in piece.verb_says)


def is_of_published(sentence: list[Chunk], at: int) -> bool:
    """`الأرقام التي أكدها المرصد`: the relative pronoun between a document and who brought it out."""
    return sentence[at].text in _WHO and at + 1 < len(sentence) and is_of_document(sentence[at + 1])


def parts_from_owner(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk behind a document but describes it, and is not whose it is."""
    return is_of_document(sentence[at]) or is_of_published(sentence, at) or describes_document(sentence, at)


def describes_document(sentence: list[Chunk], at: int) -> bool:
    """`في تقريره الشهري`, `في بيانها الأخير`, `في تقرير شهري`: an adjective right behind what somebody speaks in."""
    document, piece = sentence[at - 1], sentence[at]
    if not at or "document" not in document.says or piece.actors or piece.persons or piece.outlets or piece.says:
        return False
    if document.text.endswith(_OWN):
        return is_definite(piece)
    return at > 1 and sentence[at - 2].is_("في") and is_plain_nisba(piece)


def _ends_issuer(piece: Chunk) -> bool:
    return piece.text in _THAT or piece.text == ":"
