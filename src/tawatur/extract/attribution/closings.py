"""Closing sources: who told what stands before, named at its end without a word of saying.

`قتل 12 مدنيا في القصف - شبكة أطباء الوادي.`, and behind the items of a list, `وذلك بحسب المرصد.`, which holds for
them all.
"""

from __future__ import annotations

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.listed import is_item
from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_name
from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_DASHES = frozenset("-–—")
_COMMAS = ("،", ",", "(")
_ENDS = frozenset((".", "،", ",", ")", "»", '"'))
_WHO = words_of("who")
_WORDS_OF, _VOUCHED = words_of("words_are_of"), words_of("vouched_by")
#: Marks behind which the sentence goes on, or a quotation opens.
_PARTS = frozenset('،,:«“"')
#: How many chunks may stand before the preposition of a sentence that only names who told a list: `- وذلك بحسب`.
_OPENING = 2
#: How many chunks a source at an end has at most.
_LONGEST = 9


def closing(sentence: list[Chunk], at: int, speakers: Speakers, keys: Keys, passage: Passage) -> Attributed | None:
    """Return the source behind the dash, the comma or the bracket at chunk `at`; None where none ends the sentence.

    Behind a comma, in brackets, what is said of somebody may stand as well: only a watcher is a source there.
    """
    if not sentence[at].mark or sentence[at].text not in (*_DASHES, *_COMMAS) or not at:
        return None
    end = len(sentence)
    while end > at + 1 and sentence[end - 1].mark and sentence[end - 1].text in _ENDS:
        end -= 1
    rest = sentence[at + 1 : end]
    if not rest or len(rest) > _LONGEST or not any(piece.number is not None for piece in sentence[:at]):
        return None
    if any(_tells(piece) for piece in rest) or _is_no_speaker(rest[0]) or not _is_apart(sentence, at, passage):
        return None
    if sentence[at].text in _COMMAS and not (len(rest) == 1 and keys.is_watcher(rest[0])):
        return None
    if not (speakers.may_speak(rest[0]) or (len(rest) == 1 and (rest[0].actors or rest[0].persons))):
        return None
    hops = speakers.describe(sentence, at + 1, end, passage, named=False)
    return Attributed(at, forward=False, chain=hops, modality=None, content=end, rule="closing") if hops else None


def claimed_for(sentence: list[Chunk], at: int, speakers: Speakers, passage: Passage) -> Attributed | None:
    """`وخسر المهاجمون، والرواية للجيش، 17 قتيلا`, `…، والعهدة على الوزارة.`: whose words they are."""
    if not sentence[at].mark or sentence[at].text not in (*_COMMAS, *_DASHES) or at + 2 >= len(sentence):
        return None
    first = at + 2
    if sentence[at + 1].text in _WORDS_OF:
        first += sentence[first].is_("ل")
        if first == at + 2 and sentence[first].preposition != "ل":
            return None
    elif sentence[at + 1].text in _VOUCHED and sentence[first].is_("علي", "على"):
        first += 1
    else:
        return None
    end = next((i for i in range(first, len(sentence)) if sentence[i].text in _ENDS), len(sentence))
    hops = speakers.describe(sentence, first, end, passage, named=False) if end > first else ()
    if hops and hops[0].actor[:1] == "ل" and sentence[first].preposition == "ل" and not sentence[first].actors:
        hops = (hops[0]._replace(actor=hops[0].actor[1:]), *hops[1:])
    return Attributed(at, forward=False, chain=hops, modality=None, content=end, rule="closing") if hops else None


def ends_with(sentence: list[Chunk], at: int, hops: tuple[Hop, ...]) -> bool:
    """`قتل 12 مدنيا، تقول الوزارة.`, `قتل 12، يقول الجيش، في القصف`: a verb behind a comma, whose subject ends it."""
    if not at or sentence[at - 1].text not in _COMMAS[:2] or sentence[at].conjunction:
        return False
    counted = any(piece.number is not None for piece in sentence[:at])
    if not counted and not any(piece.triggers for piece in sentence[:at]):
        return False  # قتل في القصف، يقول الجيش، 14
    again = hops[0].last <= sentence[at].first  # described before: «قتل 12»، يقول عبد الرحمن
    close = next((i for i in range(at + 1, len(sentence)) if not _is_of_name(sentence[i])), len(sentence))
    behind = sentence[close:] if again else [piece for piece in sentence[at + 1 :] if piece.first >= hops[0].last]
    named = close > at + 1 if again else hops[0].first > sentence[at].first
    named = named and (len(behind) <= _LONGEST or behind[0].text in _COMMAS[:2])
    if named and behind and behind[0].text in _COMMAS[:2]:
        return True  # put in between two commas
    return (
        counted
        and named
        and not any(piece.number is not None or piece.text in _PARTS or _says(piece) for piece in behind)
    )


def _is_of_name(piece: Chunk) -> bool:
    return is_name(piece) or bool(piece.persons) or "speaker" in piece.says


def put_in_before(sentence: list[Chunk], at: int, hops: tuple[Hop, ...]) -> int | None:
    """`وخلال العام، يقول المتحدث، شنت قواته 40`: where what is told begins, behind a verb put in before it."""
    if not at or sentence[at - 1].text not in _COMMAS[:2] or sentence[at].conjunction:
        return None
    close = next((i for i in range(at + 1, len(sentence)) if sentence[i].first >= hops[0].last), None)
    if close is None or close + 1 >= len(sentence) or sentence[close].text not in _COMMAS[:2]:
        return None
    if finite_verb(sentence, close + 1) is None or sentence[close + 1].conjunction:
        return None
    before = sentence[: at - 1]
    told = any(piece.number is not None and piece.time is None for piece in before)
    return None if told or any(piece.verb_says for piece in before) else close + 1


def _says(piece: Chunk) -> bool:
    """Tell whether a chunk tells something of its own, behind a verb of saying."""
    return bool(
        piece.triggers
        or piece.verb_says
        or piece.is_("ان", "عن", "الي", ":")
        or piece.preposition == "ب"
        or "clause" in piece.cues
    )


def _tells(piece: Chunk) -> bool:
    """Tell whether a chunk counts, tells, dates or marks something: no part of a source's name."""
    counted = piece.number is not None or piece.time is not None or piece.mark
    return bool(counted or piece.verb_says or piece.triggers or piece.text in _WHO or "preposition" in piece.says)


def _is_no_speaker(piece: Chunk) -> bool:
    return bool(piece.preposition or piece.conjunction or piece.outlets or piece.places or piece.state is not None)


def _is_apart(sentence: list[Chunk], at: int, passage: Passage) -> bool:
    """Tell whether a dash stands between spaces: not that of `العربي-الإسرائيلي`."""
    if sentence[at].text not in _DASHES:
        return True
    before, dash, behind = (
        passage.analysed.tokens[i] for i in (sentence[at].first - 1, sentence[at].first, sentence[at + 1].first)
    )
    return before.end < dash.start and dash.end < behind.start


class Lists:
    """Keeps the list that a section is in, sentence by sentence, and who is named at its end."""

    def __init__(self) -> None:
        self._since: int | None = None
        self._number = 0

    def read(self, sentence: list[Chunk], found: list[Attributed]) -> tuple[range, tuple[Hop, ...]] | None:
        """Return the sentences of the list that a sentence ends by naming their source, and the source."""
        self._number += 1
        named = next((one for one in found if one.rule == "preposition" and one.at <= _OPENING), None)
        if named is not None and self._since is not None and _is_only(sentence, named):
            told = range(self._since, self._number)
            self._since = None
            return told, named.chain
        if sentence[-1].text == ":":
            self._since = self._number
        elif is_item(sentence):
            self._since = self._number if self._since is None else self._since
        else:
            self._since = None
        return None


def _is_only(sentence: list[Chunk], one: Attributed) -> bool:
    """Tell whether a sentence holds nothing but an attribution."""
    return not any(piece.number is not None or piece.triggers or piece.verb_says for piece in sentence[one.content :])
