"""Recipients: to whom, or for what, money is given: `تخصيص 90 مليون يورو لمساعدة النازحين`."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.times.durations import is_of

_REBUILT, _PLANS = words_of("land_helped"), frozenset((*words_of("plan_to_help"), *words_of("appeal_for_money")))
_AID = tuple(words_of("aid"))
_PURPOSES = tuple(words_of("purpose"))
#: How many chunks behind an amount its recipient stands, and how many of them name a purpose.
_REACH = 8
_PURPOSE = 3


def recipients(frame: Frame, agency: Agency, words: Callable[[int, int], str]) -> list[Party]:
    """Return who is given an amount, else its purpose in the text's words; `words` gives those of tokens."""
    sentence = agency.clauses.sentence
    end = min(len(sentence), frame.quantity.last + _REACH)
    for at in range(frame.quantity.last, end):
        piece = sentence[at]
        if (piece.mark and piece.text in ("،", "؛", ".")) or piece.number is not None:
            return []
        bare = piece.text.removeprefix("ل").removeprefix("ال")
        aids = piece.text.startswith("ل") and bare.startswith(_AID)
        serves = piece.text.startswith("ل") and bare.startswith(_PURPOSES)
        if not (piece.preposition == "ل" or aids or serves or piece.is_("الي")):
            continue
        start = at + 1 if aids or piece.is_("الي") else at
        near = sentence[start : start + 2] if not serves else []
        party = next(filter(None, (_named(other, agency.lexicon) for other in near)), None)
        if party is not None:
            return [party, *_joined(sentence, party, agency.lexicon)]
        if not serves:
            return []
        last = next((i for i in range(at + 1, end) if sentence[i].mark or sentence[i].number is not None), end)
        purpose = sentence[at : min(last, at + _PURPOSE)]
        return [Party(words(purpose[0].first, purpose[-1].last).removeprefix("ل"), piece)]
    return []


def _joined(sentence: list[Chunk], party: Party, lexicon: Lexicon) -> list[Party]:
    """`لسوريا ولبنان والأردن`: the states joined to one that is given money."""
    at = next(i for i, piece in enumerate(sentence) if piece is party.chunk) + 1
    found: list[Party] = []
    while party.actor in lexicon.state_keys and at < len(sentence) and sentence[at].conjunction == "و":
        other = _named(sentence[at], lexicon)
        if other is None or other.actor not in lexicon.state_keys:
            break
        found.append(other)
        at += 1
    return found


def helped_before(sentence: list[Chunk], first: int, lexicon: Lexicon) -> list[Party]:
    """`خطة الاستجابة لبوركينا فاسو، البالغة 935 مليونا`, `مؤتمر إعادة إعمار العراق`: the state that is helped."""
    for at in range(first - 1, -1, -1):
        piece, led = sentence[at], sentence[at - 1] if at else None
        state = next((key for key in piece.actors if piece.places and key in lexicon.state_keys), None)
        if state is None:
            continue
        planned = any(is_of(other, _PLANS) for other in sentence[max(0, at - _PURPOSE) : at])
        if (not piece.preposition and is_helped(led)) or (
            planned and (piece.preposition == "ل" or (led is not None and led.is_("في")))
        ):
            return [Party(state, piece)]
    return []


def is_helped(led: Chunk | None) -> bool:
    """Tell whether a chunk is the masdar of help to the land behind it: `إعادة إعمار العراق`, `لدعم سوريا`."""
    return led is not None and (led.words[-1] in _REBUILT or led.words[-1].removeprefix("ل") in _REBUILT)


def land_of(parties: list[Party], sentence: list[Chunk], last: int, lexicon: Lexicon) -> list[str]:
    """Return the states that are given money, where what stands behind the amount names no other place in them."""
    own = {id(party.chunk) for party in parties}
    others = (piece for piece in sentence[last : last + _REACH] if piece.places and id(piece) not in own)
    states = [lexicon.state_keys[party.actor].code for party in parties if party.actor in lexicon.state_keys]
    return states if len(states) == len(parties) and next(others, None) is None else []


def _named(piece: Chunk, lexicon: Lexicon) -> Party | None:
    known = lexicon.knowledge.actors
    if piece.actors and (piece.actors[0] not in known or known[piece.actors[0]].kind not in ("source", "outlet")):
        return Party(piece.actors[0], piece)
    of = next((reading.noun.of for reading in piece.nouns if reading.noun.of in known), None)
    return Party(of, piece) if of is not None else None
