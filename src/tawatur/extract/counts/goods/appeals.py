"""Money asked for, and what came in of it: `نداء قيمته 852 مليون دولار`, `لم تتلق سوى 28 مليونا، أي 16% من المطلوب`.

What is asked for nobody has given yet (`APPEAL`, planned); what came in of it has no giver of its own (`CAME_IN`).
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.needs import is_wanted, tells_of_need
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

#: How a frame of money asked for was found, and one of what came in.
APPEAL, CAME_IN = "appeal", "came in"
_APPEALS, _PLANS = frozenset(words_of("appeal_for_money")), frozenset(words_of("plan_to_help"))
_ASKS = words_of("appeals")
_SIZES = words_of("sized")
_COMES_IN, _BUT = words_of("comes_in"), words_of("nothing_but")
_MONEY, _THAT_IS, _SUM_OF = frozenset(words_of("money_wanted")), words_of("that_is"), words_of("sum_of")
_ASKED, _AID = words_of("asked_for"), frozenset(words_of("aid_told"))
_HELP = frozenset((*words_of("helping"), *words_of("land_helped")))
#: How far before an amount its plan may be named, how far a verb of what came in, how far what sizes the plan.
_PLAN, _VERB, _SIZE = 9, 10, 3
#: How far behind a share the money may be named that it is of, or behind an amount the word that it was asked for.
_BEHIND = 3
#: So much money is no single man's.
_LARGE = 100_000


def appealed(sentence: list[Chunk], quantity: Quantity, previous: Frame | None, lexicon: Lexicon) -> Frame | None:
    """Return the frame of an amount that is asked for, of an amount or a share that came in; None of all others."""
    amount, share = str(quantity.unit).isupper(), quantity.unit == "percent"
    if not (amount or share):
        return None
    before = sentence[max(0, quantity.first - _VERB) : quantity.first]
    if _came_in(sentence, before, quantity, previous) or _is_of_told(before, previous):
        return Frame(quantity, "funding", CAME_IN)
    if not amount:
        return None
    whole = len(before) > 1 and before[-2].text.removeprefix("و") == "من" and before[-1].is_(*_SUM_OF)
    behind = sentence[quantity.last : quantity.last + _BEHIND]
    if whole and any(piece.is_(*_ASKED) or is_of(piece, _MONEY) for piece in behind):
        return Frame(quantity, "funding", APPEAL)  # من أصل 953 مليون دولار طلبتها
    planned = _since_number(before[-_PLAN:])
    asks = any(is_of(piece, _APPEALS) for piece in planned)
    asks = asks or (any(is_of(piece, _PLANS) for piece in planned) and _for_those_in_need(sentence, lexicon))
    if asks and any(piece.is_(*_SIZES) for piece in planned):
        return Frame(quantity, "funding", APPEAL)
    if _is_from(sentence, quantity) and _for_those_in_need(sentence, lexicon):
        return Frame(quantity, "funding", "given")
    helps = any(not lexicon.aid_bodies.isdisjoint(piece.actors) for piece in sentence)
    if is_wanted(sentence, quantity, of_need=helps):
        return Frame(quantity, "funding", APPEAL)
    given = _helps(sentence[quantity.last : quantity.last + _BEHIND]) and _for_those_in_need(sentence, lexicon)
    return Frame(quantity, "funding", "given") if given else None


def _came_in(sentence: list[Chunk], before: list[Chunk], quantity: Quantity, previous: Frame | None) -> bool:
    """`لم تحصل إلا على 64 بالمئة`, `تلقت الخطة 40 في المئة من التمويل المطلوب`; behind an appeal, all that came."""
    verb = next((at for at, piece in enumerate(before) if piece.is_(*_COMES_IN)), None)
    if verb is None:
        return False
    if _asked(sentence, previous) and not any(piece.number for piece in before[verb:]):
        return True  # وطلبت 4 مليارات لم يصلها منها سوى مليار
    told = any(is_of(piece, _APPEALS | _PLANS | _MONEY) for piece in sentence)
    if any(piece.is_(*_BUT) for piece in before[-_SIZE:]):
        return told or (quantity.unit != "percent" and quantity.low is not None and quantity.low >= _LARGE)
    behind = sentence[quantity.first + 1 : quantity.last + _BEHIND]
    if any(piece.number for piece in before[verb:]):
        return False
    return quantity.unit == "percent" and any(is_of(piece, _MONEY) for piece in behind)


def _asked(sentence: list[Chunk], previous: Frame | None) -> bool:
    """Tell whether the amount before was asked for."""
    if previous is None or previous.measure != "funding":
        return False
    return previous.how == APPEAL or any(piece.is_(*_ASKS) for piece in sentence[: previous.quantity.first])


def _is_of_told(before: list[Chunk], previous: Frame | None) -> bool:
    """`لم تتلق سوى 206 ملايين دولار، أي 22% من المطلوب`: what the amount or share before it is."""
    return previous is not None and previous.measure == "funding" and bool(before) and before[-1].is_(*_THAT_IS)


def _since_number(before: list[Chunk]) -> list[Chunk]:
    last = max((at for at, piece in enumerate(before) if piece.number), default=-1)
    return before[last + 1 :]


def _is_from(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`مليار يورو من الاتحاد الأوروبي لضحايا الحرب`: the amount opens its sentence, and whose it is stands behind."""
    behind = sentence[quantity.last : quantity.last + 2]
    return quantity.first == 0 and len(behind) > 1 and behind[0].is_("من") and bool(behind[1].actors)


def _helps(behind: list[Chunk]) -> bool:
    """`1.5 مليار دولار لإعمار العراق`, `400 مليون يورو إضافية لمساعدة اللاجئين`: what an amount is for."""
    return any(piece.text[0] == "ل" and piece.text[1:] in _HELP for piece in behind if len(piece.text) > 1)


def _for_those_in_need(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    return any(
        tells_of_need(piece) or is_of(piece, _AID) or not lexicon.aid_bodies.isdisjoint(piece.actors)
        for piece in sentence
    )
