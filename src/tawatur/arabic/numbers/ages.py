"""Ages: numbers of years that a person is old, and that nobody counts, `(47 عاما)`, `توفي عن 91 عاما`."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.arabic.nouns import Nouns
from tawatur.arabic.numbers.grammar import Amount
from tawatur.arabic.numbers.kinds import article_before, contexts
from tawatur.arabic.numbers.lexicon import NUMERALS
from tawatur.arabic.tokens import Token

_AGE_REACH = 3
_YEARS_OLD = frozenset(("عاما", "عام", "سنة", "سنه"))
_AT_AGE = frozenset(("عن", "بلغ", "بلغت", "وبلغ", "وبلغت", "فبلغ"))
#: `age of`, spelt as a man's name.
_OMAR = "عمر"
_YOUNGEST, _OLDEST = 10, 111
#: Words of a name, the least that is taken for one.
_NAME = 2
#: Letters of the shortest word that `و` may join, with it.
_AND = 3
_OPEN = frozenset("(\"'،,-:")


def is_age(tokens: Sequence[Token], amount: Amount, floor: int) -> bool:
    """Tell whether a number is somebody's age: `(47 عاما)`, `يبلغ من العمر 30 عاما`."""
    words = contexts()
    first, last = amount.first, amount.last
    if amount.indefinite or amount.low > 130 or not isinstance(amount.low, int):
        return False
    unit = last < len(tokens) and tokens[last].text in words.age_units
    article = article_before(tokens, first) if amount.digits else (first if amount.article else None)
    if unit and article and tokens[article - 1].text in words.age_owners:
        return True  # `صاحب الـ28 عاما`
    if words.age_after.find(tokens, last + 1 if unit else last) is not None:
        return True
    joined = tokens[first].text.startswith("و")  # مقتل أبو عمر وستة من حراسه
    for at in range(first - 1, max(floor - 1, first - 1 - _AGE_REACH, -1), -1):
        if tokens[at].kind == "break":
            break
        text = tokens[at].text
        bare = text if text in words.age_before else text[1:] if text[0] in "وبلف" else ""
        if bare == _OMAR and not unit and at < first - 1:
            break  # `قال خالد عمر إن 14 مدنيا`
        if bare in words.age_before:
            return unit or not (joined or bare in ("يبلغ", "تبلغ", "البالغ", "البالغة", "بالغ"))
        if not unit and text[0] == "و" and len(text) > _AND and not NUMERALS[text[1:]]:
            break  # `في السادسة من عمره وأصيب ثلاثة`
    if not unit or not amount.digits:
        return False
    if first and tokens[first - 1].text in words.age_persons and tokens[last].text in ("عاما", "سنة", "عام", "سنه"):
        return True
    if first and tokens[first - 1].text == "(" and last + 1 < len(tokens) and tokens[last + 1].text == ")":
        return True
    opened = first > 0 and tokens[first - 1].text in _OPEN
    closed = last + 1 >= len(tokens) or tokens[last + 1].kind != "word"
    return opened and closed and tokens[last].text not in ("سنوات", "اعوام", "اشهر", "شهرا") and amount.low >= 5


def is_age_told(tokens: Sequence[Token], amount: Amount, nouns: Nouns) -> bool:
    """Tell whether years are an age by the word before them alone: `توفي عن 91 عاما`, `ذا 19 عاما`, `جيسوس 20 عاما`."""
    words = contexts()
    first, last = amount.first, amount.last
    if last >= len(tokens) or tokens[last].text not in _YEARS_OLD or not first or not isinstance(amount.low, int):
        return False
    before = tokens[first - 1].text
    of = tokens[last + 2].text if last + 2 < len(tokens) and tokens[last + 1].text == "من" else ""
    if of.startswith("ال") and of != "العمر":
        return False  # `لعنة 48 عاما من الفشل`
    if before in _AT_AGE or (before in words.age_owners and before[0] == "ذ"):
        return 0 < amount.low < _OLDEST
    if not amount.digits or not _YOUNGEST <= amount.low < _OLDEST or first < _NAME:
        return False
    named = not before.startswith("ال") or tokens[first - 2].text == "الله"  # `عبد الله السعيد 32 عاما`
    return named and all(_is_unknown(tokens[at], nouns) for at in (first - 1, first - 2))


def _is_unknown(token: Token, nouns: Nouns) -> bool:
    """Tell whether a word may be a name: it is no noun, no numeral, and none that so many years last."""
    text = token.text
    known = text in contexts().lasting or text[1:] in contexts().lasting
    return token.kind == "word" and len(text) > 2 and not known and not NUMERALS[text] and not nouns.look_up(text)
