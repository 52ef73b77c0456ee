"""Givers: who gives or pledges an amount, where it is no subject that the clause's verb shows.

`تعهدت ألمانيا بـ`: who is named before it; `وزيرة التنمية الهولندية`: the state whose office or body gives; `إن بلادها
ستقدم`: the state of who speaks.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.recipients import is_helped
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

_APPEALS = words_of("appeals")
_MEETINGS = words_of("meeting")
_OFFICES = frozenset(words_of("giving_office"))
#: Masdars of giving and of telling of it, and what ends the words about one.
_DEEDS, _ENDS = frozenset(words_of("giving_masdar")), (".", "؛", "؟")
#: Keys of people who give nothing by themselves: `أمير`, a leader, is his state's.
_NOBODY = frozenset(("leaders",))
#: How many chunks behind an office's noun its state's adjective may stand: `وزارة التنمية الدولية البريطانية`.
_TITLE = 4


def giver_named(sentence: list[Chunk], frame: Frame, barred: frozenset[str]) -> list[Party]:
    """Return who is named nearest before an amount, with those joined to it."""
    named = pairwise([None, *sentence[: frame.quantity.first]])
    before = [piece for led, piece in named if piece is not None and piece.actors and not _is_there(led, piece)][::-1]
    givers = [piece for piece in before if piece.actors[0] not in barred | _NOBODY]
    told = [piece for piece in givers if not piece.places or _is_subject(sentence, piece)]
    one = next((piece for piece in (told or givers)[:1] if piece in told or not piece.preposition), None)
    return [Party(piece.actors[0], piece) for piece in _joined(sentence, one)] if one is not None else []


def giver_of_deed(sentence: list[Chunk], frame: Frame) -> list[Party]:
    """`رحبت المنظمة بتعهد الكويت تقديم 100 مليون`: who stands right behind the masdar of what they give, or pledge.

    `شكرها للكويت على تبرعها بمئة مليون`: with a pronoun on it, who is named last before it.
    """
    for at in range(frame.quantity.first - 1, -1, -1):
        piece = sentence[at]
        if piece.number is not None or (piece.mark and piece.text in _ENDS) or "clause" in piece.cues:
            return []
        word = piece.text.removeprefix(piece.conjunction)
        word = word if word in _DEEDS else word.removeprefix("ب")
        behind = sentence[at + 1]
        if word in _DEEDS and _may_give(behind) and not behind.preposition:
            return [Party(one.actors[0], one) for one in _joined(sentence, behind)]
        if word not in _DEEDS and word.removesuffix("ها").removesuffix("ه") in _DEEDS:
            named = (one for one in reversed(sentence[:at]) if _may_give(one))
            return [Party(one.actors[0], one) for one in [next(named, None)] if one is not None]
    return []


def _may_give(piece: Chunk) -> bool:
    return bool(piece.actors) and not piece.mark and piece.actors[0] not in _NOBODY


def _index(sentence: list[Chunk], piece: Chunk) -> int:
    return next(at for at, other in enumerate(sentence) if other is piece)


def _joined(sentence: list[Chunk], giver: Chunk) -> list[Chunk]:
    """`تبرع السعودية والإمارات`: a giver and those joined to it by `و`."""
    at = _index(sentence, giver)
    first, last = at, at + 1
    while last < len(sentence) and sentence[last].conjunction == "و" and sentence[last].actors:
        last += 1
    while first > 0 and sentence[first].conjunction == "و" and sentence[first - 1].actors:
        first -= 1
    return sentence[first:last]


def _is_there(led: Chunk | None, piece: Chunk) -> bool:
    """Tell whether a place's name says where somebody is or meets, or who is helped.

    `سفيرة الاتحاد في العراق`, `مؤتمر بروكسل`, `إعادة إعمار العراق`, `لدعم سوريا`.
    """
    if led is None or not piece.places:
        return bool(piece.places) and piece.preposition == "ب"
    return piece.preposition == "ب" or is_helped(led) or led.is_("في") or led.is_(*_MEETINGS)


def _is_subject(sentence: list[Chunk], piece: Chunk) -> bool:
    """`قدمت ألمانيا 30 مليون يورو`: a state's name right beside a verb that states a measure is its subject."""
    at = _index(sentence, piece)
    beside = [sentence[i] for i in (at - 1, at + 1) if 0 <= i < len(sentence)] if not piece.preposition else []
    stated = any(reading.verb is not None for other in beside for reading in other.triggers)
    return stated or (not piece.preposition and _is_behind_verb(sentence, at))


def _is_behind_verb(sentence: list[Chunk], at: int) -> bool:
    """`وجاءت أنقرة في المقدمة بـ`, `، وفتحت واشنطن خط ائتمان`: behind the word that opens the clause, a verb."""
    verb = sentence[at - 1] if at else None
    if verb is None or verb.mark or verb.definite or verb.preposition or verb.number or verb.time or verb.state:
        return False
    if verb.nouns or verb.actors or verb.places or verb.says or verb.verb_says or "clause" in verb.cues:
        return False
    before = sentence[at - 2] if at > 1 else None
    return before is None or before.mark or "clause" in before.cues or before.text in ("و", "ثم")


def is_said_to_give(sentence: list[Chunk], frame: Frame, givers: list[Party]) -> bool:
    """Tell whether somebody is the subject of a verb that gives, or announces an amount of his own."""
    chunks = [party.chunk for party in givers if party.chunk is not None]
    return any(
        _is_subject(sentence, chunk) or _is_headed(sentence, chunk) or _announces(sentence, chunk, frame.quantity.first)
        for chunk in chunks
    )


def _is_headed(sentence: list[Chunk], piece: Chunk) -> bool:
    """`أمير الكويت`, `حكومة اليابان`: a state behind the office that gives for it."""
    at = _index(sentence, piece)
    return at > 0 and not piece.preposition and sentence[at - 1].words[-1] in _OFFICES


def _announces(sentence: list[Chunk], piece: Chunk, first: int) -> bool:
    """`أعلن الاتحاد الأوروبي مساهمة بنحو`: who tells, no clause of another between, announces what is his own."""
    at = _index(sentence, piece)
    between = sentence[at + 1 : first]
    told = at > 0 and bool(sentence[at - 1].verb_says) and not sentence[at - 1].is_(*_APPEALS)
    return told and not any("clause" in other.cues or other.mark or other.verb_says for other in between)


def is_asked_for(sentence: list[Chunk], first: int) -> bool:
    """`ناشدت المفوضية المانحين توفير 106 ملايين`: an amount that somebody asks for, and nobody has given yet."""
    for at in range(first - 1, -1, -1):
        if sentence[at].is_(*_APPEALS):
            return True
        if sentence[at].mark or "clause" in sentence[at].cues:
            return False
    return False


def giver_described(agency: Agency, frame: Frame, barred: frozenset[str]) -> list[Party]:
    """`الصندوق الكويتي للتنمية`, `وزير الخارجية النرويجي`: the state whose office tells of an amount."""
    sentence, states = agency.clauses.sentence, agency.lexicon.knowledge.states
    for at in range(frame.quantity.first - 1, -1, -1):
        piece = sentence[at]
        head = agency.lexicon.knowledge.persons[piece.persons[0]].actor if piece.persons else None
        if head in agency.lexicon.state_keys and head not in barred:
            return [Party(str(head), piece)]
        if piece.state is None or piece.actors or piece.places or not piece.text.startswith("ال"):
            continue
        key = states[piece.state].key
        if key not in barred and _of_office(sentence, at):
            return [Party(key, piece)]
    return []


def _of_office(sentence: list[Chunk], at: int) -> bool:
    """Tell whether an adjective ends a title: an office or a body, then words with the article only."""
    for before in range(at - 1, max(-1, at - 1 - _TITLE), -1):
        piece = sentence[before]
        if piece.mark or piece.number is not None or piece.actors:
            return False
        if piece.words[-1].removeprefix("ال") in _OFFICES or piece.is_(*_OFFICES):
            return True
        if not piece.text.startswith(("ال", "وال")):
            return False
    return False
