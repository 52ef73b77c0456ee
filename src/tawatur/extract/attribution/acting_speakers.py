"""Who speaks by a participle beside what he did: `انتقدت السفارة الغارات، قائلة إن`, `زار الوزير المستشفى مؤكدا أن`."""

from __future__ import annotations

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite, is_name, noun_of
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import tells_flow
from tawatur.extract.phrases.place_nouns import ordinary_words

_PREPOSITIONS, _ONE_OF = words_of("preposition"), words_of("one_of")
#: How far into a sentence `من جانبه،` reaches; how many chunks of an office and a name stand before an object.
_OPENING, _NAMED_WITHIN = 3, 3
#: The ending of a participle that tells how the subject did it, with or without a comma: `مؤكدا`.
_ACCUSATIVE, _SAYING = "ا", ("قائلة", "قائلين")
_IN_NAME_OF, _WITH_THE = "باسم", "بال"
#: What stands between the parts of a name; endings of adjectives.
_CONNECTED = frozenset(("بن", "ابن", "بنت", "ابو", "أبو", "آل", "ال"))
_ADJECTIVAL = ("ي", "ية", "ام", "امة", "ق", "قة", "يد", "يدة", "لي", "ول")


def who_acted(
    clauses: Clauses | None, speakers: Speakers, sentence: list[Chunk], at: int, passage: Passage
) -> tuple[Hop, ...]:
    """Return the subject of the verb that opens the sentence, for the participle of saying at a chunk behind it."""
    subject = _first_subject(clauses, sentence, at)
    if subject is None or not (sentence[at - 1].mark or sentence[at].text.endswith((_ACCUSATIVE, *_SAYING))):
        return ()
    subject += sentence[subject].is_(*_ONE_OF) and subject + 1 < at  # هاجمت بعض وسائل الإعلام السلطات قائلة
    head = sentence[subject]
    voice = speakers.may_speak(head) and not (head.preposition or head.places)
    told = any(piece.verb_says or tells_flow(piece) or piece.number is not None for piece in sentence[:at])
    if not voice or told:
        return ()
    end = next((i for i in range(subject + 1, at) if sentence[i].mark or sentence[i].is_(*_PREPOSITIONS)), at)
    end = next((i for i in range(subject + 1, end) if _is_object(sentence, subject, i)), end)
    return speakers.describe(sentence, subject, end, passage, named=False)


def _first_subject(clauses: Clauses | None, sentence: list[Chunk], at: int) -> int | None:
    """The subject of a sentence's first verb, one that no table knows too: `من جانبه، ندد المحافظ بالهجوم`."""
    clause = clauses.clauses[0] if clauses is not None else None
    if clause is not None and clause.verb_at is not None and clause.subject is not None:
        return clause.subject if clause.verb_at < at and clause.subject < at else None
    start = next((i + 1 for i in range(min(_OPENING, at)) if sentence[i].mark), 0)
    verb = sentence[start]
    known = verb.nouns or verb.actors or verb.places or verb.preposition or verb.mark or is_definite(verb)
    return start + 1 if start + 1 < at and not known and len(verb.words) == 1 else None


def _is_object(sentence: list[Chunk], subject: int, at: int) -> bool:
    """Tell whether a chunk behind a name is what the verb takes: `زار الوزير فلان المستشفى`, `رحب فلان بالاتفاق`.

    Behind what is complete by its article, an ordinary noun is no more of the name: `زار المحافظ البلدة`, `وصف
    النائب فلان الفلاني قرار الحكومة`.
    """
    piece, before = sentence[at], sentence[at - 1]
    if at >= subject + _NAMED_WITHIN and (
        piece.preposition or (is_definite(piece) and (piece.nouns or piece.triggers))
    ):
        return True
    if piece.preposition == "ب" or piece.text.startswith(_WITH_THE):
        return not (piece.text == _IN_NAME_OF or piece.actors or piece.places or piece.heads or "speaker" in piece.says)
    if piece.conjunction or piece.actors or piece.state is not None or piece.says or not is_definite(before):
        return False
    noun = noun_of(piece)
    if not is_definite(piece):
        return noun in ordinary_words() and is_name(before) and noun not in _CONNECTED
    return is_definite(sentence[subject]) and noun in ordinary_words() and not noun.endswith(_ADJECTIVAL)
