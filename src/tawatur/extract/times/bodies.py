"""Bodies that are founded and missions that set out: `تأسست القوات في 2015`, `بدأت البعثة عملها عام 2007`."""

from __future__ import annotations

from tawatur.arabic import fold, stems
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, TriggerReading
from tawatur.extract.phrases.parties import Party
from tawatur.extract.times.durations import is_of
from tawatur.extract.times.periods import Dated

_MISSION, _WORK = frozenset(words_of("mission")), frozenset(words_of("work_of_mission"))
_FOUNDED = words_of("founded")
#: How far before a date the word of beginning may stand, and how far behind that word the body and its work.
_REACH, _BESIDE, _WITHIN = 12, 2, 8
_ITS = ("ها", "ه", "هم")
_BREAKS = frozenset(("؛", ";", ":", "."))


def body_begun(sentence: list[Chunk], dated: Dated, passage: Passage, lexicon: Lexicon) -> tuple[int, Party] | None:
    """Return the word that says that a body began or ended on a date, and the body; None where none does."""
    for at in range(dated.at - 1, max(-1, dated.at - _REACH), -1):
        piece = sentence[at]
        if piece.text in _BREAKS or piece.time is not None or piece.verb_says:
            return None
        for reading in piece.triggers:
            if reading.trigger.measure not in ("began", "ended"):
                continue
            if reading.verb is not None and reading.verb.form.tense == "present":
                continue
            body = _mission(sentence, at, dated.at, passage) or _founded(sentence, at, reading, lexicon)
            return (at, body) if body is not None else None
    return None


def _mission(sentence: list[Chunk], at: int, date: int, passage: Passage) -> Party | None:
    """`بدأت بعثة الاتحاد الأفريقي عملها`, `أنهت البعثة مهامها`: a mission beside the verb, and its work behind it."""
    if not any(is_of(piece, _WORK) for piece in sentence[at + 1 : min(date, at + _WITHIN)]):
        return None
    behind = range(at + 1, min(date, at + 1 + _BESIDE))
    told = range(at - 1, -1, -1) if is_of(sentence[at + 1], _WORK) else ()  # بدأت البعثة عملها وأنهت مهامها
    for body in (*behind, *told):
        piece = sentence[body]
        if not any(stem.text in _MISSION for stem in stems(piece.words[0])):
            continue
        if piece.actors:
            return Party(piece.actors[0], piece)
        last = body
        while last + 1 < date and _belongs(sentence[last + 1]):
            last += 1
        return Party(passage.words(piece.first, sentence[last].last), piece)
    return None


def _belongs(piece: Chunk) -> bool:
    """Tell whether a chunk is of a mission's name: a body, or an adjective with its article."""
    if piece.mark or piece.conjunction or is_of(piece, _WORK):
        return False
    return bool(piece.actors) or piece.text.startswith("ال")


def _founded(sentence: list[Chunk], at: int, reading: TriggerReading, lexicon: Lexicon) -> Party | None:
    """`تأسست قوات كذا`, `تأسيس الحركة`, `منذ تأسيسها`: the party that is founded, no state and no founder."""
    if not fold(reading.trigger.lemma).startswith(_FOUNDED):
        return None
    behind = sentence[at + 1 : at + 1 + _BESIDE]
    near = [*behind]
    alone = reading.verb is not None and (
        at + 1 >= len(sentence) or sentence[at + 1].time is not None or sentence[at + 1].is_("في")
    )
    if alone or (reading.verb is None and sentence[at].text.endswith(_ITS)):
        near = list(reversed(sentence[:at]))  # وتأسست عام 2002
    for piece in near:
        if piece.text in _BREAKS:
            return None
        for key in piece.actors:
            if key in lexicon.parties and key not in lexicon.state_keys:
                return Party(key, piece)
    return None
