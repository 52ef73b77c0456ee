"""Numbers that a noun's form states: `غارتان`, `مسلحين`, and a singular made a number: `عام ونصف العام`, `نحو شهر`."""

from __future__ import annotations

from fractions import Fraction

from tawatur.arabic.nouns import prefix_letters
from tawatur.arabic.numbers.assembly import finish, fraction_after
from tawatur.arabic.numbers.bounds import hedge_after, hedge_before
from tawatur.arabic.numbers.counted_nouns import NounCount, counts_itself, noun_count, pairs_of_corps
from tawatur.arabic.numbers.grammar import Amount
from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.lexicon import NUMERALS
from tawatur.arabic.numbers.measured_ranges import End, measure, or_more, second_measure
from tawatur.arabic.numbers.passage import Number, Passage
from tawatur.arabic.numbers.ranges import Opening, opening_before
from tawatur.arabic.numbers.units import unit_after

_DUAL = 2
_SHADDA, _SUKUN = "\u0651", "\u0652"


def read_noun(passage: Passage, at: int) -> Number | None:
    """Return the number in the noun at a token, where it states one."""
    tokens, view = passage.tokens, passage.text.view
    pair = _pair_of_corps(passage, at)
    if pair is not None:
        lemma, cut = pair
        return finish(passage, Amount(_DUAL, _DUAL, at, at + 1, cut, "noun", group=2), None, at + 1, noun=lemma)
    if not counts_itself(passage.nouns.look_up(tokens[at].text)):
        return _read_singular(passage, at)
    start, end = view.raw_span(tokens[at].start, tokens[at].end)
    marks = view.raw[start:end].replace(_SHADDA, "").replace(_SUKUN, "")
    count = noun_count(tokens, at, passage.nouns, passage.floor, marks)
    if count is None:
        return _read_singular(passage, at)
    one = _one_before(passage, at, count.lemma)
    if one is not None:
        amount = Amount(1, 2, one[0], count.last, one[1], "noun", group=2)
        before = hedge_before(tokens, one[0], passage.floor)
        return finish(passage, amount, before, count.last, noun=count.lemma, between=True)
    hedge = hedge_before(tokens, at, passage.floor) if not count.cut else None
    if hedge is not None and hedge.bound == "about" and count.lemma not in contexts().time_units | contexts().measures:
        hedge = None  # `نحو بلدتين`: towards
    last = count.last
    half = fraction_after(passage, last, at)
    value: int | Fraction = 2
    if half is not None:
        value, last = 2 + half[0], half[1]
    if count.number == "ambiguous" and half is None:
        return passage.made(
            at,
            last,
            count.cut,
            low=2,
            high=None,
            bound="ambiguous",
            noun=count.lemma,
            value=(at, last),
        )
    more = or_more(passage, count.last, count.lemma) if half is None else None
    if more is not None:
        amount = Amount(2, more.value, at, more.last, count.cut, "noun", group=2)
        return finish(passage, amount, hedge, more.last, noun=count.lemma, between=True)
    ranged = _range_from_two(passage, at, count) if half is None and hedge is None else None
    if ranged is not None:
        return ranged
    unit = unit_after(tokens, at)
    amount = Amount(value, value, at, count.last, count.cut, "noun", group=2)
    return finish(passage, amount, hedge, last, unit=unit.code if unit is not None else None, noun=count.lemma)


def _pair_of_corps(passage: Passage, at: int) -> tuple[str, int] | None:
    """`رجلي أمن`, `رجلا شرطة`: the noun, and its prefixes' letters, of a dual that the name of a corps follows."""
    tokens = passage.tokens
    if at + 1 >= passage.count or tokens[at + 1].text not in contexts().corps or tokens[at].kind != "word":
        return None
    if at and at == passage.floor and tokens[at - 1].kind in ("word", "digits"):
        return None  # what the number before counts: `40 رجلا أمن`
    return pairs_of_corps().get(tokens[at].text)


def _one_before(passage: Passage, at: int, lemma: str) -> tuple[int, int] | None:
    """Return the token of the singular, and its prefixes' letters, in `يوم أو يومين`: one to two."""
    if at - 2 < passage.floor or passage.tokens[at - 1].text != "او":
        return None
    singular = _singular(passage, at - 2, definite=False)
    return (at - 2, singular[1]) if singular is not None and singular[0] == lemma else None


def _read_singular(passage: Passage, at: int) -> Number | None:
    """Read a singular that a fraction makes a number, or a unit of time that a hedge does."""
    tokens = passage.tokens
    if at == passage.floor and at and tokens[at - 1].kind in ("word", "digits") and passage.previous is not None:
        return None  # what the number before counts
    if at + 1 < passage.count and tokens[at + 1].kind == "digits":
        return None  # `عام 2014`
    if _singular(passage, at, definite=True) is None:
        return None  # told before a hedge is sought: most are plurals in `ـين`
    hedge = hedge_before(tokens, at, passage.floor)
    singular = _singular(passage, at, definite=hedge is not None)
    if singular is None:
        return None
    lemma, cut, article = singular
    ranged = None if article or hedge is not None else _range_from_one(passage, at, lemma)
    if ranged is not None:
        return ranged
    half = fraction_after(passage, at + 1, at) if not article else None
    if half is None:
        measures = lemma in contexts().time_units or (hedge is not None and lemma in contexts().measures)
        if not measures or _numbered(passage, at + 1):
            return None
        behind = hedge_after(tokens, at + 1)
        if hedge is None and (behind is None or behind.last > at + 3):
            return None
        return finish(passage, Amount(1, 1, at, at + 1, cut, "noun", group=1), hedge, at + 1, noun=lemma)
    value = 1 + half[0]
    return finish(passage, Amount(value, value, at, at + 1, cut, "noun", group=1), hedge, half[1], noun=lemma)


def _range_from_two(passage: Passage, at: int, count: NounCount) -> Number | None:
    """Read `بين قرشين وأربعة قروش`: a range whose first end is the dual at a token."""
    plain = not count.cut and not passage.tokens[at].text.startswith("ال")
    opening = opening_before(passage.tokens, at, passage.floor) if plain else None
    end = None if opening is None else second_measure(passage, count.last, frozenset((count.lemma,)), opening)
    if opening is None or end is None or end.value <= _DUAL:
        return None
    return _ranged(passage, Amount(_DUAL, end.value, at, end.last, 0, "noun", group=_DUAL), opening, count.lemma)


def _ranged(passage: Passage, amount: Amount, opening: Opening, lemma: str) -> Number:
    front = (opening.first, opening.cut) if opening.label == "between" else None
    hedge = hedge_before(passage.tokens, amount.first if front is None else front[0], passage.floor)
    return finish(passage, amount, hedge, amount.last, front=front, noun=lemma, between=True)


def _range_from_one(passage: Passage, at: int, lemma: str) -> Number | None:
    """Read `من شهر إلى ثلاثة أشهر`, `بين عام وعامين`: a range whose first end is the singular at a token."""
    opening = opening_before(passage.tokens, at, passage.floor)
    if opening is None or passage.tokens[at].text != lemma:
        return None
    lemmas = frozenset((lemma,))
    first = measure(passage, at, lemmas) or End(1, at + 1, at + 1)
    end = second_measure(passage, first.after, lemmas, opening)
    if end is None or end.value <= first.value:
        return None
    amount = Amount(first.value, end.value, at, end.last, 0, "noun", group=first.value)
    return _ranged(passage, amount, opening, lemma)


def _singular(passage: Passage, at: int, *, definite: bool) -> tuple[str, int, bool] | None:
    """Return a singular's lemma, its prefixes' letters, and whether it has the article (where `definite` allows)."""
    for stem, form in passage.nouns.look_up(passage.word(at)):
        if form.number == "singular" and not form.possessed and (definite or not stem.article):
            return form.lemma, prefix_letters(stem), stem.article
    return None


def _numbered(passage: Passage, at: int) -> bool:
    """Tell whether a number in words follows a unit of time: `عام ألفين`."""
    return at < passage.count and bool(NUMERALS[passage.tokens[at].text])
