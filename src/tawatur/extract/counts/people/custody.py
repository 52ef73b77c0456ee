"""Those who are held: a stock of prisons and camps, who came into it, who left it, who got away."""

from __future__ import annotations

from itertools import takewhile

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.exchanges import names_exchange
from tawatur.extract.counts.people.needs import is_in_need
from tawatur.extract.counts.setting import Setting
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, names_camp, tells_flow
from tawatur.extract.phrases.quantity import Quantity

#: What may have become of those who were held.
_LEFT_CUSTODY = frozenset(("released", "missing"))
#: What may befall those who are held, as a verb right behind them tells.
_BEFELL = frozenset(("killed", "wounded"))
_FORMER = words_of("former")
_STOCK_WORDS = frozenset(("strength", "escaped", "members", "beneficiaries"))
_COMES_OUT = ("خروج", "خرج", "عودة", "وصول")
_NEAR = 3
_LETS_GO = words_of("lets_go")
_HOSTAGES = "hostages"
_UPROOTED, _SHELTER = "displaced", "ايواء"
_TAKEN = frozenset(("held", "detained", "abducted"))
#: Verbs of a camp that has people in it, and how far before their number it may stand.
_HOUSES, _HOUSING = words_of("houses"), 7
#: How far behind people the two camps may be named that they are in.
_PAIR_WITHIN = 9
#: How many chunks may describe people between commas.
_APPOSED, _COMMAS = 7, ("،", ",")


def of_those_held(one: Setting) -> Frame | None:
    """Return the frame of people whose noun or predicate says that they are held, or live in a place."""
    sentence, quantity, right, left = one.sentence, one.quantity, one.right, one.left
    if _housed_by_camp(sentence, quantity):
        return Frame(quantity, "camp_population", "told of")
    if one.joined and one.previous is not None and one.previous.measure in FLOWS:
        listed = (
            one.own == "detained" and one.previous.how == "noun"
        )  # 30 قتيلا و15 موقوفا, but مقتل 30 مدنيا و15 موقوفا
        if one.own == "held" or listed:
            return Frame(quantity, "detained", "noun")
    if one.own == "held" and any(piece.is_(*_FORMER) for piece in sentence[quantity.first : quantity.last + 1]):
        one.own = None  # اثنان من معتقلي كذا السابقين أوقفا
    if one.own == "detained" and _in_prisons(sentence, quantity):
        one.own = "held"
    came_out = any(piece.is_(*_COMES_OUT) for piece in sentence[max(0, quantity.first - 2) : quantity.first])
    if one.own in _TAKEN and any(
        piece.is_(*_LETS_GO) for piece in sentence[max(0, quantity.first - 3) : quantity.first]
    ):
        return one.by_noun("released")  # أطلقت الحركة 120 أسيرا
    hostages = one.own in _TAKEN or quantity.population == _HOSTAGES
    if hostages and left is not None and left.measure == "repatriated" and left.distance <= _NEAR:
        return Frame(quantity, "released", "governor", left.at, left.reading)  # إعادة 138 رهينة إلى ذويهم
    exchanged = one.own in ("held", "detained") and names_exchange(sentence)
    if exchanged or (one.own == "held" and came_out):
        return one.by_noun("released")
    if one.own == "held" and right is not None and right.measure in _LEFT_CUSTODY and right.distance <= 2:
        return one.by_predicate(right)
    if one.own in _TAKEN and right is not None and right.measure in _BEFELL and right.distance <= _NEAR:
        return one.by_predicate(right)  # عشرات المحتجزين الذين قضوا نحبهم
    if one.own == "inhabitants" and is_in_need(sentence, quantity):
        return Frame(quantity, "other", "noun")
    if one.own in ("held", "inhabitants") and (left is None or left.measure in _STOCK_WORDS):
        return Frame(quantity, in_camp(sentence, quantity.last, one.own), "noun")
    moved = left is not None and left.distance <= _NEAR and left.measure in FLOWS - {"detained"}
    if right is not None and right.measure == "held" and right.distance <= 2 and not moved:
        return one.by_predicate(right, in_camp(sentence, right.at, "held"))
    if right is not None and right.measure == "inhabitants" and _camp_behind(sentence, right.at):
        return one.by_predicate(right, "camp_population")
    if right is not None and right.measure == "inhabitants" and _are_sheltered(sentence, quantity, right.at):
        return one.by_predicate(right, _UPROOTED)
    free = left is None and (right is None or right.measure == "strength")
    if free and quantity.unit in ("person", "household") and _in_two_camps(sentence, quantity):
        return Frame(quantity, "camp_population", "told of")
    return None


def _housed_by_camp(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`يضم مخيم كذا 65 ألف شخص`: a camp that has so many people, who do nothing and bear no arms."""
    if (
        quantity.unit not in ("person", "household")
        or quantity.role is not None
        or quantity.measure not in (None, _UPROOTED)
    ):
        return False
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _HOUSING), -1):
        piece = sentence[at]
        if piece.is_(*_HOUSES):
            return any(names_camp(beside) for beside in sentence[max(0, at - 2) : quantity.first])
        if piece.mark or piece.number is not None or piece.verb_says or "clause" in piece.cues:
            return False
    return False


def _camp_behind(sentence: list[Chunk], at: int) -> bool:
    """`يقطنون مخيم كذا`, `يعيشون في مخيمي كذا وكذا`: tell whether what people live in is a camp."""
    behind = takewhile(lambda piece: not piece.mark, sentence[at + 1 : at + 1 + _NEAR])
    return any(names_camp(piece) for piece in behind)


def _are_sheltered(sentence: list[Chunk], quantity: Quantity, at: int) -> bool:
    """`187 ألف نازح يقيمون في المدارس`, `يعيشون في مراكز إيواء`: tell whether they have fled to where they live."""
    behind = takewhile(lambda piece: not piece.mark, sentence[at + 1 : at + 1 + _NEAR])
    return quantity.population == _UPROOTED or any(piece.text.endswith(_SHELTER) for piece in behind)


def _in_two_camps(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`100 امرأة و250 طفلا في مخيمي روج والهول`: people in two camps that are named together."""
    first = _behind_apposed(sentence, quantity.last)
    for at in range(first, min(first + _PAIR_WITHIN, len(sentence) - 1)):
        piece, behind = sentence[at], sentence[at + 1]
        if piece.mark or "clause" in piece.cues or tells_flow(piece):
            return False
        if piece.is_("في", "داخل") and behind.number is not None and behind.number.noun == "مخيم":
            return True
    return False


def _behind_apposed(sentence: list[Chunk], at: int) -> int:
    """`6 آلاف أجنبي، ثلثاهم أطفال، عالقون في`: return where a description between commas ends, else `at`."""
    if at >= len(sentence) or sentence[at].text not in _COMMAS:
        return at
    ahead = range(at + 1, min(len(sentence), at + 1 + _APPOSED))
    close = next((i for i in ahead if sentence[i].mark or sentence[i].verb_says or tells_flow(sentence[i])), at)
    return close + 1 if close > at and sentence[close].text in _COMMAS else at


def _in_prisons(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`تضم السجون تسعة آلاف موقوف`: a stock of people held, not a count of arrests."""
    window = sentence[max(0, quantity.first - 8) : quantity.first]
    return any(reading.noun.measure == "facilities" for piece in window for reading in piece.nouns)


def in_camp(sentence: list[Chunk], at: int, measure: str) -> str:
    """Residents of a camp who are described as held are its population (codebook)."""
    window = sentence if measure == "inhabitants" else sentence[at + 1 : at + 5]
    return "camp_population" if any(names_camp(piece) for piece in window) else measure
