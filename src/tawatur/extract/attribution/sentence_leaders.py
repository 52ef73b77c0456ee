"""Who leads a sentence and speaks in it behind another verb: `هنأ القائد الفرق، وقال إن`, `أما الشبكة …، فترى أن`."""

from __future__ import annotations

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.said import Said
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import PARTED_OFF, is_unread_word
from tawatur.extract.attribution.subject_spans import ends_subject
from tawatur.extract.attribution.word_classes import is_definite, is_name, noun_of
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import tells_flow
from tawatur.extract.phrases.place_nouns import ordinary_words

_PREPOSITIONS, _WHO = words_of("preposition"), words_of("who")
#: What joins a clause that gives the reason: `إذ أحصى`.
_FOR = words_of("for_reason")
#: What was told before.
_IT = "ذلك"
#: How far into a sentence `من جانبه،` and `أما` reach, and how many chunks may stand before who leads it.
_OPENING, _LED_WITHIN = 3, 4
_WITH_THE = "بال"


def topic(said: Said, speakers: Speakers) -> tuple[Hop, ...]:
    """`أما الشبكة التي تتابع القصف، فترى أن`: what `أما` sets apart, whatever describes it, before its verb in `ف`."""
    sentence, at = said.sentence, said.at
    if sentence[at].conjunction != "ف" or not at or not sentence[at - 1].mark:
        return ()
    parted = next((i for i in range(min(_LED_WITHIN, at)) if sentence[i].is_(*PARTED_OFF)), None)
    if parted is None or any(p.conjunction == "ف" and sentence[i].mark for i, p in enumerate(sentence[1:at])):
        return ()
    end = next((i for i in range(parted + 1, at) if sentence[i].text in _WHO), at - 1)
    return speakers.describe(sentence, parted + 1, end, said.passage, named=False)


def who_began(clauses: Clauses | None, said: Said, speakers: Speakers) -> tuple[Hop, ...]:
    """`وسخر الحوثيون من الرقم وقالوا إن`, `ونفى فلان ذلك، وقال إن`: who a sentence begins with speaks on."""
    sentence, at = said.sentence, said.at
    opens = 1 if any(piece.is_(_IT) for piece in sentence[1:at]) else 0
    joined = bool(sentence[at].conjunction) or sentence[at - 1].is_(*_FOR)
    if at < 2 or not joined or any(p.verb_says or p.number for p in sentence[opens:at]):
        return ()
    clause = clauses.clauses[0] if clauses is not None else None
    subject = None if clause is None or clause.verb_at is None else clause.subject
    if subject is None and is_unread_word(sentence[0]):
        subject = 1  # a verb that no table has
    if subject is None or subject >= at or not speakers.may_speak(sentence[subject]):
        return who_leads(sentence, at, speakers, said.passage)
    if sentence[subject].preposition:
        return ()
    end = next((i for i in range(subject + 1, at) if ends_subject(sentence, i)), at)
    return speakers.describe(sentence, subject, end, said.passage)


def who_leads(sentence: list[Chunk], at: int, speakers: Speakers, passage: Passage) -> tuple[Hop, ...]:
    """`من جهته، هنأ القائد الفرق، وقال إن`, `في المقابل يرسم المركز صورة أخرى، إذ يقول إن`: who a sentence opens with.

    He stands behind a verb that no table knows, or before it, before anything is told.
    """
    comma = next((i for i in range(1, min(_OPENING, at)) if sentence[i].mark), -1)
    first = comma + 1
    end = next((i for i in range(first + 1, at) if sentence[i].mark), at)
    for i in range(first, min(first + _LED_WITHIN, end)):
        head = sentence[i]
        if head.verb_says or head.number is not None or head.triggers or head.text in _WHO:
            return ()
        after = i and sentence[i - 1].is_(*_PREPOSITIONS)
        if not speakers.may_speak(head) or head.places or head.preposition or head.conjunction or after:
            continue
        told = any(p.verb_says or p.number is not None or tells_flow(p) for p in sentence[i:at])
        close = next((j for j in range(i + 1, end) if _ends_leading(sentence, j)), end)
        return () if told else speakers.describe(sentence, i, close, passage, named=False)
    return ()


def _ends_leading(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk behind who leads a sentence is a preposition, or the object of its verb: `صورة أخرى`."""
    piece, before = sentence[at], sentence[at - 1]
    plain = not (is_definite(piece) or piece.actors or piece.persons or piece.says or piece.state)
    known = piece.text.endswith("ة") or (noun_of(piece) in ordinary_words() and not is_name(before))
    return piece.is_(*_PREPOSITIONS) or piece.text.startswith(_WITH_THE) or (plain and is_definite(before) and known)
