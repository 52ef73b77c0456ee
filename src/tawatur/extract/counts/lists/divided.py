"""Totals told part by part: `206 أسرى: 103 جنود روس و103 أوكرانيين`, `سرت (121 ضحية) ثم بنغازي (58)`.

The parts take the total's measure, whatever word stands nearer to them: they follow it in its sentence, and either add
up to it, or a colon, a bracket behind a place, or a word of division (`بواقع`) sets them apart as its parts.
"""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.quantity import Quantity

#: Measures whose totals are told part by part.
_DIVIDED = frozenset((
    "killed", "wounded", "casualties", "killed_or_detained", "neutralized", "detained", "abducted", "missing",
    "surrendered", "released", "escaped", "displaced", "returned", "repatriated", "sentenced", "held", "attacks",
    "airstrikes", "operations", "clashes", "funding", "facilities", "beneficiaries", "inhabitants", "strength",
))  # fmt: skip
#: What a noun says of its own, which no total overrules.
_OWN = frozenset(("killed", "wounded", "attacks", "airstrikes", "operations", "clashes"))
#: How a part's own verb tells of it, beside which the total says nothing.
_BY_VERB = frozenset(("predicate", "befallen", "verdict", "among", "topic"))
#: Measures of two outcomes under one number, and what their parts may be.
_TOGETHER = {"casualties": ("killed", "wounded"), "killed_or_detained": ("killed", "detained")}
_MOST = 8
_FEWEST = 2
_PEOPLE = (None, "person")
#: What the parts of a total may be told to be spread over.
_WHERE = frozenset(("site", "facility", "country"))
#: How far behind its total the first part may stand, and behind each part the next.
_OPENED, _APART = 18, 12
#: Those who fell dead and wounded, and how many words tell of both.
_DEAD_AND_HURT, _PAIR = {frozenset(("killed",)), frozenset(("wounded",))}, 2
#: How far before a number `بين قتيل وجريح` may begin: with `أكثر من` between, no further; and how far behind.
_BOTH_BEFORE, _BOTH_WITHIN = 5, 5
_BETWEEN = ("بين", "ما بين", "مابين")
_OPENERS = frozenset((":", "("))


def divide(sentence: list[Chunk], quantities: list[Quantity], frames: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with those of the parts that divide one of its totals, in order."""
    by_quantity = {id(frame.quantity): frame for frame in frames}
    divided = False
    for order, quantity in enumerate(quantities[:-_FEWEST]):
        total = by_quantity.get(id(quantity))
        if total is None or total.how == "told of":
            told = _told_by_parts(sentence, quantity, quantities[order + 1 :], by_quantity)
            divided = divided or told is not None
            if told is not None:
                total = by_quantity[id(quantity)] = told
        if total is None or not _may_be_total(total):
            continue
        if _is_of_both(total, [by_quantity.get(id(one)) for one in quantities[order + 1 : order + 1 + _FEWEST]]):
            total.measure = "casualties"
        for part in _parts(sentence, quantities[order + 1 :], total):
            before = by_quantity.get(id(part))
            if before is None or _gives_way(before, total):
                part.unit = total.quantity.unit if part.unit in (None, "other") else part.unit
                if before is not None and before.measure == total.measure and before.whole is not None:
                    continue
                by_quantity[id(part)] = Frame(part, total.measure, "part", total.trigger, total.reading, total)
                divided = True
    return sorted(by_quantity.values(), key=lambda frame: frame.quantity.first) if divided else frames


def _told_by_parts(
    sentence: list[Chunk], quantity: Quantity, following: list[Quantity], frames: dict[int, Frame]
) -> Frame | None:
    """`137 رهينة، 76 فتاة و61 فتى، أطلق سراحهم`: a total that no word explains, by its parts, that one does."""
    if not quantity.last < len(sentence) or quantity.unit not in _PEOPLE:
        return None
    run = [frames.get(id(part)) for part in following[:_FEWEST]]
    parts = [frame for frame in run if frame is not None]
    alike = len({frame.measure for frame in parts}) == 1 and parts[0].measure in _DIVIDED
    if len(parts) < _FEWEST or not alike or sum(_low(part.quantity) for part in parts) != quantity.low:
        return None
    gap = sentence[quantity.last : parts[0].quantity.first]
    if not gap or not gap[-1].mark or any(piece.triggers or piece.verb_says or piece.number for piece in gap):
        return None
    return Frame(quantity, parts[0].measure, parts[0].how, parts[0].trigger, parts[0].reading)


def _may_be_total(frame: Frame) -> bool:
    quantity = frame.quantity
    exact = isinstance(quantity.low, int | float) and quantity.low == quantity.high and quantity.low > _FEWEST
    return exact and frame.measure in _DIVIDED and frame.whole is None and quantity.unit != "percent"


def _gives_way(frame: Frame, total: Frame) -> bool:
    """Tell whether the word that explained a part may be the total's: none behind that, no outcome of two."""
    own = frame.quantity.measure in _OWN or frame.how in _BY_VERB
    own = own or (frame.trigger is not None and frame.trigger >= total.quantity.last)  # قتل 2117 وجرح 3822
    return not own and frame.measure not in _TOGETHER.get(total.measure, ())


def _is_of_both(total: Frame, following: list[Frame | None]) -> bool:
    """`عدد الضحايا بلغ 5939، إذ قتل 2117 وجرح 3822`: a toll that its dead and its wounded make together."""
    told = [frame for frame in following if frame is not None]
    both = total.measure == "killed" and {frame.measure for frame in told} == {"killed", "wounded"}
    return both and sum(_low(frame.quantity) for frame in told) == total.quantity.low


def _parts(sentence: list[Chunk], following: list[Quantity], total: Frame) -> list[Quantity]:
    run: list[Quantity] = []
    end = total.quantity.last
    for quantity in following[:_MOST]:
        apart = quantity.first - end > (_APART if run else _OPENED)
        acts = quantity.unit == "event" and total.quantity.unit in _PEOPLE
        if not apart and not run and (acts or quantity.unit in _WHERE):
            continue  # توزعوا على ثلاث مناطق: موبتي (52); فقد 174 جنديا في ثلاث هجمات: 71 في كذا
        if apart or not _may_be_part(quantity, total):
            break
        run.append(quantity)
        end = quantity.last
    for count in range(len(run), _FEWEST - 1, -1):
        if sum(_low(part) for part in run[:count]) == total.quantity.low:
            return run[:count]
    return _set_apart(sentence, run, total)


def _may_be_part(quantity: Quantity, total: Frame) -> bool:
    whole = total.quantity
    alike = quantity.unit in (None, whole.unit) or {quantity.unit, whole.unit} <= set(_PEOPLE)
    alike = alike or (quantity.unit == "other" and str(whole.unit).isupper())  # 2.5 مليار قروضا
    return alike and not quantity.by_reference and _low(quantity) <= _low(whole) and quantity.low is not None


def _set_apart(sentence: list[Chunk], run: list[Quantity], total: Frame) -> list[Quantity]:
    """Return the parts that a colon, brackets behind names or `بواقع` set apart, whether they add up or not."""
    if len(run) < _FEWEST:
        return []
    gap = sentence[total.quantity.last : run[0].first]
    opened = any(piece.text in _OPENERS or "breakdown" in piece.cues for piece in gap)
    bracketed = all(_is_bracketed(sentence, part) for part in run)
    bare = all(part.unit is None and part.noun is None for part in run)
    told = any(piece.text == "." for piece in gap) or (len(gap) > 1 and any(piece.verb_says for piece in gap))
    colon = bool(gap) and (gap[-1].text == ":" or "breakdown" in gap[-1].cues)
    if told or not (bracketed or (opened and colon and (bare or total.quantity.unit == "person"))):
        return []
    return run


def _is_bracketed(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`موبتي (52) وسيغو (23)`: a number alone in brackets, with its noun or none."""
    before, behind = quantity.first - 1, quantity.last
    return before > 0 and sentence[before].text == "(" and behind < len(sentence) and sentence[behind].text == ")"


def _low(quantity: Quantity) -> float:
    return quantity.low if isinstance(quantity.low, int | float) else 0


def is_of_both(sentence: list[Chunk], quantity: Quantity, after: int) -> bool:
    """`690 عنصرا بين قتيل وجريح`, `سقطوا قتلى وجرحى`: the killed and the wounded under one number."""
    if quantity.unit not in (None, "person"):
        return False
    for at in range(max(0, quantity.first - _BOTH_BEFORE), quantity.first - 2):
        if _names_both(sentence, at) and not any(piece.mark for piece in sentence[at : quantity.first]):
            return True
    for at in range(quantity.first, min(after, quantity.last + _BOTH_WITHIN)):
        piece = sentence[at]
        apart = piece.text in ("،", ",") and at + 1 < len(sentence) and sentence[at + 1].text in (*_BETWEEN, "ما")
        if (piece.mark and not apart) or "clause" in piece.cues:
            return False  # 350 عنصرا، ما بين قتيل وجريح
        if piece.text in _BETWEEN:
            return _names_both(sentence, at)
        if at > quantity.first and quantity.measure is None and _are_both(sentence, at):
            return True
    return False


def _are_both(sentence: list[Chunk], at: int) -> bool:
    """`سقط العشرات منهم قتلى وجرحى`: both plurals without article; `من القتلى والجرحى` lists them."""
    pair = sentence[at : at + 2]
    if len(pair) < _PAIR or not pair[1].conjunction or sentence[at - 1].is_("من"):
        return False
    told = [
        {
            r.noun.measure
            for r in one.nouns
            if r.form.number == "plural" and not r.stem.article and not r.stem.preposition
        }
        for one in pair
    ]
    return {frozenset(one) for one in told} == _DEAD_AND_HURT


def _names_both(sentence: list[Chunk], at: int) -> bool:
    """Tell whether `بين قتيل وجريح` stands at a chunk, in either order."""
    if sentence[at].text not in _BETWEEN or at + 2 >= len(sentence):
        return False
    pair = [{reading.noun.measure for reading in one.nouns} for one in sentence[at + 1 : at + 3]]
    either = ("killed" in pair[0] and "wounded" in pair[1]) or ("wounded" in pair[0] and "killed" in pair[1])
    return either and bool(sentence[at + 2].conjunction)
