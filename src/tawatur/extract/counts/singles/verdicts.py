"""Verdicts: who is sentenced, told behind the penalty: `قضت محكمة بالسجن خمس سنوات على رجل`, `الإعدام لثلاثة بحق`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import only_wished
from tawatur.extract.phrases.person_names import is_unread

_PENALTIES = frozenset(words_of("penalty"))
_FIRE = ("نار", "النار", "الرصاص", "اعتداء", "الاعتداء", "تامر", "التامر")
_CARRIES_OUT = words_of("carries_out")
_PASSED_ON = frozenset(words_of("passed_on"))
_COURT = words_of("passes_sentence")
_CONDEMNS = words_of("condemns")
_PASSES = frozenset(words_of("passes"))
_BARE = frozenset(words_of("penalty_of_one"))
_ANY_PENALTY = _PENALTIES | _BARE
_SPANS = frozenset(words_of("spans_of_time"))
#: How many chunks a name has at most; how far behind people the term of their sentence may stand.
_NAME, _TERM = 4, 4
#: How far before `على` its verb may stand, the court between.
_NEAR_VERB = 5
#: How far before whom it is passed on the penalty may stand: its length, `مع إيقاف التنفيذ` between; before `ل`.
_REACH, _NEAR = 12, 3
#: How far before the penalty the verb may stand of its execution.
_CARRIED = 6
_ENDS = frozenset(("؛", ";", ":", ".", "؟"))


def names_penalty(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence names a penalty at all: few do."""
    return any(piece.words[0] in _ANY_PENALTY or piece.is_one_of(_ANY_PENALTY) for piece in sentence)


def penalty_of(sentence: list[Chunk], at: int) -> int | None:
    """Return the chunk of the penalty that is passed on who stands at a chunk, if one is."""
    if at and sentence[at - 1].words[-1] in _PASSED_ON and sentence[at - 1].words[0] in _PENALTIES:
        return at - 1  # بالإعدام على إرهابي
    told_first = _penalty_behind(sentence, at)
    if told_first is not None:
        return told_first
    ruled = (
        other.is_(*_COURT) for other in sentence[max(0, at - 1 - _NEAR_VERB) : max(0, at - 1)]
    )  # الحكم بإعدام قيادي
    if at and sentence[at - 1].is_one_of(_BARE) and (any("court" in other.cues for other in sentence) or any(ruled)):
        return at - 1 if not only_wished(sentence, at - 1) else None  # قضت محكمة بسجن شيشاني
    before = _preposition_before(sentence, at)
    if before is None or (before and _is_done_to(sentence[before - 1])):
        return None
    dative = before == at or sentence[before].text == "ل"
    for back in range(before - 1, max(-1, before - 1 - (_NEAR if dative else _REACH)), -1):
        piece = sentence[back]
        if piece.is_one_of(_PENALTIES):
            if any(other.is_(*_CARRIES_OUT) for other in sentence[max(0, back - _CARRIED) : back]):
                return None  # نفذت حكم الإعدام في 12
            told = dative or any(other.is_(*_COURT) or "court" in other.cues for other in sentence)
            return back if told and not only_wished(sentence, back) else None
        people = piece.number is not None and piece.names("person")
        if people or piece.text in _ENDS or "clause" in piece.cues or piece.verb_says:
            return None
    return None


def is_executed(sentence: list[Chunk], at: int) -> bool:
    """`نفذت السلطات حكم الإعدام بحق فلان`: tell whether the penalty at a chunk is told to have been carried out."""
    return any(piece.is_(*_CARRIES_OUT) for piece in sentence[max(0, at - _CARRIED) : at])


def _is_done_to(piece: Chunk) -> bool:
    """`بالسجن لإطلاقه النار على شرطي`, `لهجومه على جندي`: what was done to whom `على` brings, no penalty."""
    return piece.names("event") or piece.is_(*_FIRE) or any(r.trigger.measure == "attacks" for r in piece.triggers)


def convicted_name(sentence: list[Chunk], at: int) -> tuple[int, int] | None:
    """Return the chunks of a name that no table knows, between `حكم على` and the penalty: `حكم على فلان بالسجن`."""
    penalty = _penalty_behind(sentence, at)
    if penalty is None or sentence[at - 1].words[-1] != "علي":
        return None
    end = next((on for on in range(at, penalty) if not is_unread(sentence[on])), penalty)
    return (at, end) if 0 < end - at <= _NAME else None


def adds_term(sentence: list[Chunk], last: int) -> bool:
    """Tell whether a term of prison stands behind people: `سجن 53 منهم مدى الحياة`, `سجن ثلاثة صحفيين خمس سنوات`."""
    for at, piece in enumerate(sentence[last : last + _TERM], last):
        if piece.mark or piece.verb_says or piece.preposition:
            return False
        years = piece.number is not None and piece.number.noun in _SPANS
        if years or piece.words[0] in _SPANS or (piece.is_("مدي") and _is_life(sentence, at + 1)):
            return True
    return False


def _is_life(sentence: list[Chunk], at: int) -> bool:
    return at < len(sentence) and sentence[at].is_("الحياة")


def _penalty_behind(sentence: list[Chunk], at: int) -> int | None:
    """`حكم على فلان بالسجن`, `حكمت محكمة على رجل، ... بالإعدام`: the penalty behind whom it is passed on."""
    if not at or not (sentence[at - 1].is_one_of(_PASSED_ON) or sentence[at - 1].words[-1] == "علي"):
        return None
    before = sentence[max(0, at - 1 - _NEAR_VERB) : at]
    verbs = _CONDEMNS if sentence[at - 1].words[-1] == "علي" else _PASSES  # صدرت بحق 14 متهما أحكام بالإعدام
    if not any(piece.words[0].removeprefix("و") in verbs for piece in before):
        return None
    for behind in range(at + 1, min(len(sentence), at + _REACH)):
        piece = sentence[behind]
        if piece.text in _ENDS or "clause" in piece.cues or piece.verb_says:
            return None
        if piece.is_(*_PENALTIES) and piece.text.startswith("ب"):
            return behind
    return None


def _preposition_before(sentence: list[Chunk], at: int) -> int | None:
    """Return the chunk of what brings whom it is passed on: `على`, `بحق`, `في حق`; his own where `ل` is at its head."""
    if sentence[at].preposition == "ل":
        return at
    if at and (sentence[at - 1].is_one_of(_PASSED_ON) or sentence[at - 1].text == "ل"):  # الإعدام لـ28 متهما
        return at - 1
    if at > 1 and sentence[at - 1].is_("حق") and sentence[at - 2].is_("في"):
        return at - 2
    return None
