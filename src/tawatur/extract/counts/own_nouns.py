"""What a quantity's own noun says that it counts: `44 قتيلا`, `197 حالة اختطاف`; and what makes of it another thing."""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.goods.munitions import is_foiled
from tawatur.extract.counts.insertions import relative_clause
from tawatur.extract.counts.lists.divided import is_of_both
from tawatur.extract.counts.people.stocks import is_change
from tawatur.extract.counts.setting import Setting
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

#: Nouns whose own measure holds whatever governs them; the measure of others is a default.
_STRONG = frozenset(
    ("killed", "wounded", "attacks", "airstrikes", "operations", "clashes", "nationalities", "facilities")
)
_ACTS = frozenset(("attacks", "airstrikes", "operations"))
_PAIR = 2
#: How far before those who fled from somewhere the verb may stand, and how far behind them.
_FLED, _WITHIN = 6, 5
_DIES = words_of("dies")
_FLEES = words_of("flees")
_WOUNDED = "مصاب"
_HOSPITAL = words_of("takes_in")


def of_its_noun(one: Setting) -> Frame | None:
    """Return the frame of a noun whose measure holds whatever governs it."""
    sentence, quantity = one.sentence, one.quantity
    if is_of_both(sentence, quantity, one.after):
        return one.by_noun("casualties")
    if one.own == "wounded" and _dies(sentence, quantity):
        one.own = "killed"
    if one.own == "held" and _flees(sentence, quantity, one.after):
        return one.by_noun("escaped")
    own = one.own
    if own is not None and quantity.noun is not None and " " in quantity.noun.lemma and quantity.unit == "person":
        return one.by_noun(own)  # 197 حالة اختطاف
    if own in _ACTS and is_foiled(sentence, quantity):
        return Frame(quantity, "other", "noun")
    if quantity.unit == "percent" and own in _ACTS and not is_change(sentence, quantity):
        return Frame(quantity, "other", "noun")  # 10% من العمليات الانتحارية
    return one.by_noun(_own_measure(sentence, quantity, own)) if own in _STRONG else None


def of_alliance(one: Setting) -> Frame | None:
    """`85 عضوا` are states of an alliance where the sentence names one; of anything else the noun says nothing."""
    if one.own != "members":
        return None
    if _alliance_named(one.sentence, one.lexicon):
        one.quantity.unit = "country"
        return Frame(one.quantity, "members", "noun")
    one.own = None
    return None


def fallen(one: Setting) -> Frame | None:
    """`1100 مسلح قتيلا`: a noun of an outcome behind the counted noun."""
    measure = _fallen(one.sentence, one.quantity)
    return one.by_noun(measure) if measure is not None and one.own is None else None


def _alliance_named(sentence: list[Chunk], lexicon: Lexicon) -> bool:
    return any(key in lexicon.alliances & lexicon.parties for piece in sentence for key in piece.actors)


def _dies(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`توفي سبعة مصابين`, `وفاة جريح`: the wounded who die, as they don't in `20 وفاة و30 إصابة`."""
    ahead = range(max(0, quantity.first - _PAIR), quantity.first)
    return any(sentence[at].is_(*_DIES) and not (at and sentence[at - 1].number is not None) for at in ahead)


def _flees(sentence: list[Chunk], quantity: Quantity, after: int) -> bool:
    """`فر 13 سجينا`, `تمكن 4 معتقلين من الفرار`: the imprisoned who got away."""
    ahead = sentence[max(0, quantity.first - 2) : quantity.first]
    first = relative_clause(sentence, quantity.first).start or quantity.first
    for piece in reversed(sentence[max(0, first - _FLED) : first]):  # فر من سجن المدينة 13 سجينا
        if piece.mark or piece.number is not None or "clause" in piece.cues:
            break
        ahead.append(piece)
        if piece.triggers and not piece.nouns:
            break
    around = [*ahead, *sentence[quantity.last : min(after, quantity.last + _WITHIN)]]
    return any(stem.text in _FLEES for piece in around if not piece.mark for stem in stems(piece.words[0]))


def _fallen(sentence: list[Chunk], quantity: Quantity) -> str | None:
    """`1100 مسلح قتيلا`: what the noun of an outcome behind the counted noun says of them."""
    counted = quantity.unit == "person" or (quantity.others and quantity.unit is None)
    if not counted or quantity.last >= len(sentence):
        return None
    for reading in sentence[quantity.last].nouns:
        prefixed = reading.stem.conjunction or reading.stem.preposition  # متأثرين بإصاباتهم
        specifies = reading.noun.measure in ("killed", "wounded") and not prefixed
        form = reading.form
        several = form.number == "plural" or (form.number == "ambiguous" and (quantity.low or 0) > _PAIR)  # جنود مصابين
        many = (form.accusative or several) and not reading.stem.article
        both = form.number == "dual" and quantity.low == _PAIR and not form.construct
        if specifies and (many or both):  # شرطيان مصابان, آخرون جرحى
            return reading.noun.measure
    return None


def _own_measure(sentence: list[Chunk], quantity: Quantity, own: str) -> str:
    """`قتيل وجريح` under one number are casualties; one dead beside one wounded is not."""
    if quantity.singular:
        return own
    if any("body" in piece.cues for piece in sentence[quantity.first : quantity.last]):
        return "other" if hands_over(sentence) else own
    following = sentence[quantity.last] if quantity.last < len(sentence) else None
    counted = [r for piece in sentence[quantity.first + 1 : quantity.last] if piece.conjunction for r in piece.nouns]
    both = (r for r in counted if r.noun.measure == "wounded" and (r.stem.article or r.form.number == "singular"))
    if own == "killed" and any(both):
        return "casualties"  # العشرات من القتلى والمصابين, 40 قتيلا وجريحا من كذا
    several = following.number.noun if following is not None and following.number is not None else None
    if own == "killed" and several == _WOUNDED and following is not None and following.text.startswith("وال"):
        return "casualties"  # العشرات من الشهداء والمصابين
    joined = own == "killed" and following is not None and following.conjunction and following.number is None
    if following is None or following.triggers:
        return own  # خمسة قتلى وإصابة آخرين
    one = (reading for reading in following.nouns if reading.noun.measure == "wounded")
    if joined and any(
        reading.form.number == "singular" or reading.stem.article for reading in one
    ):  # 12 قتيلا وجرحى: of the dead alone
        quantity.last += 1
        return "casualties"
    return own


def hands_over(sentence: list[Chunk]) -> bool:
    """Tell whether bodies are handed over: `تسليم جثث 11 عنصرا`; they may have died long before."""
    taken_in = any(word.startswith(_HOSPITAL) for piece in sentence for word in piece.words)
    return not taken_in and any("exchange" in piece.cues for piece in sentence)
