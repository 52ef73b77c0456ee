"""Number words that are ordinary words, names or places too: which reading the neighbours speak for.

`ست` is six and a lady, `الستين` sixty and a street, `واحد` one and `in one voice`, `الربع` a quarter and a quarter of
the year.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import msgspec

from tawatur.arabic.numbers.bounds import hedge_before
from tawatur.arabic.numbers.grammar import Amount
from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.lexicon import load_table
from tawatur.arabic.numbers.passage import Passage
from tawatur.arabic.numbers.units import percent_after
from tawatur.arabic.phrases import PhrasesAfter, words_of

#: The values whose short form is another word besides: `ست` a lady, `سبع` a lion, `تسع`, `عشر` a tenth.
_HOMOGRAPHS = frozenset((6, 7, 9, 10))


_LONGEST_NAME = 4


@lru_cache(maxsize=1)
def _names() -> PhrasesAfter:
    return PhrasesAfter({"name": load_table("numerals.toml")["names"]})


def as_fifth(passage: Passage, amount: Amount) -> Amount | None:
    """Return a fifth where `خمس` is one: before a whole, `خمس السكان`; None elsewhere."""
    words = contexts()
    if amount.words != 1 or amount.article or passage.tokens[amount.first].text[amount.cut :] not in words.fifth:
        return None
    after = passage.word(amount.last)
    whole = after.startswith("ال") and len(after) > 4 and after != "الاف" and not _counts_plural(passage, amount.last)
    if not (after in words.wholes or whole):
        return None
    part = Fraction(1, 5)
    return amount._replace(low=part, high=part, final="fraction", group=part)


@lru_cache(maxsize=1)
def _doubtful() -> frozenset[str]:
    return words_of(load_table("numerals.toml")["doubtful"])


def _is_name(passage: Passage, amount: Amount) -> bool:
    """Tell whether a name begins with the word, its prefixes left out: `وألف مبروك`, `بست باي`."""
    tokens = passage.tokens[amount.first : amount.first + _LONGEST_NAME]
    bare = msgspec.structs.replace(tokens[0], text=tokens[0].text[amount.cut :])
    return any(_names().find([first, *tokens[1:]], 0) is not None for first in (tokens[0], bare))


@lru_cache(maxsize=1)
def _spoken() -> frozenset[str]:
    return words_of(load_table("numerals.toml")["spoken"])


def is_number(passage: Passage, amount: Amount) -> bool:
    """Tell whether the words of an amount are a number here."""
    words = contexts()
    first, last = amount.first, amount.last
    before, after = passage.word(first - 1), passage.word(last)
    if amount.digits:
        return True
    if amount.article and before and (before in words.places or (before[0] in "وبلف" and before[1:] in words.places)):
        return False
    if passage.tokens[first].text in _doubtful():
        return _counts_plural(passage, last)
    if amount.words > 1:
        return True
    if passage.tokens[first].text[amount.cut :] in _spoken():
        return passage.counted(last) or (not first and last >= passage.count)
    if _is_name(passage, amount):
        return False
    if amount.final == "fraction":
        return _is_fraction(passage, amount, after)
    if amount.final == "zero":
        return _is_zero(passage, amount)
    if amount.low == 1:
        return _is_one(passage, amount)
    if amount.low == 2 and amount.final == "unit":
        # `اثنا`, `اثني` stand before `عشر` alone
        return not amount.article and passage.tokens[first].text.endswith("ن")
    if amount.article:
        return _is_definite(passage, amount)
    if before in words.jussive and amount.low in _HOMOGRAPHS:
        return False  # `لم تسع`
    end = last >= passage.count
    text = passage.tokens[first].text
    if amount.final in ("unit", "ten") and not text.endswith(("ة", "ه")):
        # the short forms are words of their own too; before what is counted they are numbers
        alone = amount.low not in _HOMOGRAPHS and not after
        quoted = not after and not end and passage.tokens[last].text == '"' and passage.counted(last + 1)  # `"ست" دول`
        return end or alone or quoted or (bool(after) and (not after.startswith("ال") or _counts_plural(passage, last)))
    if amount.low == 1000 and amount.final == "scale":
        return end or bool(after) or passage.tokens[last].kind in ("digits", "mark")
    return True


def _counts_plural(passage: Passage, at: int) -> bool:
    """Tell whether a plural without the article follows, as `آليات`, which the view spells as if it wore one."""
    return any(form.number == "plural" and not stem.article for stem, form in passage.nouns.look_up(passage.word(at)))


def _is_fraction(passage: Passage, amount: Amount, after: str) -> bool:
    words = contexts()
    if after in words.fraction_idioms:
        return False
    if not amount.article:
        return bool(after) or amount.last >= passage.count or passage.tokens[amount.last].kind != "digits"
    # an adjective follows: a quarter or half of the year, as `الربع المالي`
    period = after.startswith("ال") or after.removesuffix("ة") in words.period_words
    period = period or passage.word(amount.first - 1) in words.demonstratives
    return not period and passage.grammar.reading(amount.last, "ordinal") is None


def _is_zero(passage: Passage, amount: Amount) -> bool:
    """Tell nought from the month, a name and `صفر اليدين`: it counts something, is a share, or stands alone."""
    first, last = amount.first, amount.last
    alone = not first and last >= passage.count
    counts = passage.counted(last) or percent_after(passage.tokens, last) is not None
    return not amount.article and passage.word(first - 1) != "شهر" and (alone or counts)


def _is_one(passage: Passage, amount: Amount) -> bool:
    """Tell `جندي واحد` from `في آن واحد` and `كل واحد`: an indefinite noun goes before."""
    first = amount.first
    if amount.article or amount.cut or not passage.tokens[first].text.startswith("واحد"):
        return False
    if percent_after(passage.tokens, amount.last) is not None:
        return True
    if not first:
        return amount.last >= passage.count
    previous = passage.word(first - 1)
    if previous in contexts().one_idioms:
        return False
    if amount.final == "unit" and previous.endswith("ة") and not previous.startswith(("ال", "وال", "بال", "لل")):
        return passage.tokens[first].text.endswith(("ة", "ه"))
    return any(
        form.number == "singular" and not stem.article and not form.possessed
        for stem, form in passage.nouns.look_up(previous)
    )


def _is_definite(passage: Passage, amount: Amount) -> bool:
    """Tell `الدول العشرين` from `شارع الستين` and `الذكرى الخمسين`."""
    short = not passage.tokens[amount.first].text.endswith(("ة", "ه"))
    if amount.final in ("unit", "ten") and short and amount.low in _HOMOGRAPHS and not passage.counted(amount.last):
        return _is_definite_noun(passage.word(amount.first - 1))  # `السبع` is a lion and a name
    if amount.final in ("unit", "ten", "magnitude", "few"):
        return True
    return (
        passage.counted(amount.last)
        or hedge_before(passage.tokens, amount.first, passage.floor) is not None
        or percent_after(passage.tokens, amount.last) is not None
        or passage.definite_plural(amount.first - 1)
    )


def _is_definite_noun(word: str) -> bool:
    """Tell whether a word has the article, or a pronoun, as the plural before its number has: `القرى السبع`."""
    return word.startswith(("ال", "وال", "بال", "لل", "فال", "كال")) or word.endswith(("ها", "هم", "ه", "هن", "نا"))
