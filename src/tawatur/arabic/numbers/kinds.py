"""What a numeral is by its context: a count, or an ordinal, a designation, an age, a time of day, a score, a phone
number, an article of law, a model; or a date, which is the time reader's.

The words that tell are data (`data/number_contexts.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from tawatur.arabic.nouns import Nouns
from tawatur.arabic.numbers.grammar import Amount
from tawatur.arabic.numbers.lexicon import latin_scales, load_table
from tawatur.arabic.phrases import PhrasesAfter, words_of
from tawatur.arabic.tokens import Token

NumeralKind = Literal[
    "count", "ordinal", "designation", "age", "clock", "score", "phone", "article", "model", "date",
]  # fmt: skip

_ARTICLES = frozenset(("ال", "وال", "بال", "فال", "كال", "لل", "ولل"))
_PREFIX_LETTERS = frozenset(("و", "ب", "ل", "ف", "ك", "وب", "ول", "فب", "لل")) | _ARTICLES
_ADDRESS = re.compile(
    r"https?:/\S{1,2000}|www\.\S{1,2000}|[^\s@]{0,64}@[^\s@]{1,200}|[a-z]{2,20}\.(?:com|net|org)\S{0,500}"
)
#: Every address has one of these.
_ADDRESS_SIGNS = ("@", "http", "www.", ".com", ".net", ".org")
_SCORE_REACH = 8
_GOAL_REACH = 25
#: A match lasts no longer, extra time and all.
LAST_MINUTE = 120
_LONGEST_TITLE = 3
_RESOLUTION_REACH = 6
#: What numbers stand after whatever follows: `شهدت الدقيقة 88 اشتباكا`.
_NUMBERED = frozenset(("رقم", "الدقيقة"))
_FESTIVALS = frozenset(("عيد", "صيف", "شتاء", "ربيع"))
#: A state has one army: a number behind it that `من` follows counts whom it killed or took.
_UNNUMBERED = frozenset(("الجيش", "القوات"))
_NUMBER = frozenset(("رقم", "برقم", "الرقم"))
_YEARS = range(1900, 2101)
#: How far before what it has come to a count may be opened, in tokens.
_TO, _COUNT_BEFORE = ("الي", "والي"), 14
_ONE_OCLOCK = frozenset(("الواحدة", "الواحده"))


class Contexts(NamedTuple):
    """The words of `data/number_contexts.toml`, folded."""

    designation: frozenset[str]
    article: frozenset[str]
    phone: frozenset[str]
    clock: frozenset[str]
    clock_after: PhrasesAfter
    age_before: frozenset[str]
    age_owners: frozenset[str]
    lasting: frozenset[str]
    age_after: PhrasesAfter
    age_units: frozenset[str]
    resolution: frozenset[str]
    age_persons: frozenset[str]
    model_after: frozenset[str]
    model: frozenset[str]
    numbered: frozenset[str]
    goals: frozenset[str]
    score: frozenset[str]
    year: frozenset[str]
    hijri: frozenset[str]
    months: frozenset[str]
    period_words: frozenset[str]
    fraction_idioms: frozenset[str]
    demonstratives: frozenset[str]
    one_idioms: frozenset[str]
    places: frozenset[str]
    time_units: frozenset[str]
    measures: frozenset[str]
    plural_adjectives: frozenset[str]
    vague: frozenset[str]
    fifth: frozenset[str]
    year_openings: frozenset[str]
    count_openings: frozenset[str]
    deictic: frozenset[str]
    corps: frozenset[str]
    of_corps: frozenset[str]
    participles: frozenset[str]
    wholes: frozenset[str]
    jussive: frozenset[str]


@lru_cache(maxsize=1)
def contexts() -> Contexts:
    """Return the context words, read once."""
    table = load_table("number_contexts.toml")
    phrases = {"clock_after", "age_after"}
    fields: dict[str, Any] = {
        name: PhrasesAfter({name: table[name]}) if name in phrases else words_of(table[name])
        for name in Contexts._fields
    }
    return Contexts(**fields)


def address_spans(view: str) -> list[tuple[int, int]]:
    """Return the spans of web and mail addresses, in order."""
    if not any(sign in view for sign in _ADDRESS_SIGNS):
        return []
    return [match.span() for match in _ADDRESS.finditer(view)]


def glued_before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the token that touches a token's beginning."""
    return tokens[at - 1] if at and tokens[at - 1].end == tokens[at].start else None


def glued_after(tokens: Sequence[Token], last: int) -> Token | None:
    """Return the token that touches the end of the one before `last`."""
    return tokens[last] if last < len(tokens) and tokens[last].start == tokens[last - 1].end else None


def article_before(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of a `الـ` that stands on its own before digits."""
    return at - 1 if at and tokens[at - 1].text in _ARTICLES else None


def is_prefix(text: str) -> bool:
    """Tell whether a word is nothing but prefixes that join what follows."""
    return text in _PREFIX_LETTERS


def is_model(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether digits are part of a model's name: `إف-16`, `MQ9`, `تي 72`."""
    before = glued_before(tokens, at)
    if before is not None:
        if before.kind == "latin":
            return True
        if before.text in ("-", "/") and at >= 2:
            further = glued_before(tokens, at - 1)
            if further is not None and further.kind == "latin":
                return True
            if before.text == "-" and further is not None and further.kind == "word" and not is_prefix(further.text):
                return True
        if before.kind == "word" and before.text in contexts().model:
            return True
        if before.kind == "word" and len(before.text) <= 3 and at >= 3 and _initial(tokens, at - 1):
            return tokens[at - 2].text == "."  # `إم.آي6`
    dotted = at > 2 and len(tokens[at - 1].text) <= 3 and glued_before(tokens, at - 1) is tokens[at - 2]
    if dotted and tokens[at - 2].text == "." and _initial(tokens, at - 1):
        return True  # `سي.اس.آي 300`, where `في حلب. قتل 30` ends a sentence
    if before is not None and before.text == "." and at >= 3 and tokens[at - 3].text == "." and _initial(tokens, at):
        return True
    after = glued_after(tokens, last)
    if "×" in (before.text if before is not None else "", after.text if after is not None else ""):
        return True  # `1080×2220`
    if last < len(tokens) and tokens[last].text in contexts().model_after:
        return True
    letters = after.text if after is not None and after.kind == "latin" else ""
    if letters == "px":
        return True
    if letters and letters not in latin_scales() and len(letters) <= 2 and letters.isupper():
        return True
    return bool(at) and tokens[at - 1].text in contexts().model and tokens[at - 1].kind == "word"


def _initial(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether letters parted by dots go before: `تي.إف.1`."""
    letters = glued_before(tokens, at - 1)
    return letters is not None and letters.kind in ("word", "latin") and len(letters.text) <= 3


def follows_latin_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name in Latin letters stands before a number: `Nova 3`."""
    return at > 0 and tokens[at - 1].kind == "latin" and len(tokens[at - 1].text) > 1


def is_tag(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether digits are part of a hashtag or a name joined by underscores."""
    before, after = glued_before(tokens, at), glued_after(tokens, last)
    return (before is not None and before.text in ("_", "#", "@")) or (after is not None and after.text == "_")


def is_enumerator(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a number at a line's beginning numbers the line: `1- `, `2) `."""
    if at and tokens[at - 1].kind != "break":
        return False
    return (
        last < len(tokens)
        and tokens[last].text in ("-", ")", ".", "/", ":")
        and last + 1 < len(tokens)
        and (tokens[last + 1].kind in ("word", "latin") or tokens[last + 1].text in ("(", '"'))
    )


def ends_a_title(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether digits end a short name in quotation marks, `"درع الخليج 1"`: a word of it goes before them."""
    if last >= len(tokens) or tokens[last].text != '"' or not at or tokens[at - 1].kind not in ("word", "latin"):
        return False
    for before in range(at - 2, max(at - 2 - _LONGEST_TITLE, -1), -1):
        if tokens[before].text == '"':
            return True
        if tokens[before].kind not in ("word", "latin"):
            return False
    return False


def word_before(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of the word before a token, over `رقم`'s bracket or quotation mark."""
    at -= 1
    if at > 0 and (
        tokens[at].text in ("(", '"', "'", ":") or (tokens[at].text == "-" and tokens[at - 1].text in _NUMBER)
    ):
        at -= 1
    return at if at >= 0 and tokens[at].kind == "word" else None


def is_counted(tokens: Sequence[Token], at: int, nouns: Nouns) -> bool:
    """Tell whether a token is an indefinite noun that a number counts."""
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].text == "امام":  # before, not an imam
        return False
    return any(
        not stem.article and not stem.conjunction and not stem.preposition for stem, _ in nouns.look_up(tokens[at].text)
    )


def is_date(tokens: Sequence[Token], amount: Amount, nouns: Nouns, *, hedged: bool) -> bool:
    """Tell whether a bare number is a day, a month or a year, which is the time reader's to read."""
    words = contexts()
    first, last = amount.first, amount.last
    value = amount.low
    if not isinstance(value, int) or amount.indefinite:
        return False
    following = tokens[last].text if last < len(tokens) else ""
    before = word_before(tokens, first)
    previous = tokens[before].text if before is not None else ""
    if value <= 31 and (_before_month(tokens, last) or (amount.digits and following in words.deictic)):
        return True
    if value in _YEARS and amount.plain and (previous in words.year or previous in words.months):
        return True
    square = last + 1 < len(tokens) and tokens[last + 1].text == "2"  # `2700م2`
    metres = following == "م" and (value < 1000 or square)  # `سباق 100 م`
    if following in words.hijri and ((amount.digits and not metres) or previous in words.year) and value > 31:
        return True
    if is_counted(tokens, last, nouns) or hedged:
        return False
    if previous in words.year and value >= 300:
        return True
    if previous in words.months and (value in _YEARS or 1300 <= value <= 1500):
        return True
    if previous in ("يوم", "تاريخ", "بتاريخ", "اليوم") and value <= 31 and amount.digits:
        return True
    in_words = not amount.digits and amount.words > 1 and previous in words.year_openings
    if value not in _YEARS or not (amount.plain or in_words) or is_come_to(tokens, first):
        return False
    return not _of_definite_plural(tokens, last, nouns)


def is_come_to(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is what a count has come to: `عدد القتلى وصل إلى 2036`, `وإجمالي الجرحى إلى 2036`."""
    if at < 2 or tokens[at - 1].text not in _TO or tokens[at - 2].kind == "digits":  # من 2014 إلى 2016
        return False
    before = {token.text.removeprefix("و") for token in tokens[max(0, at - _COUNT_BEFORE) : at - 1]}
    return not contexts().count_openings.isdisjoint(before)


def _before_month(tokens: Sequence[Token], last: int) -> bool:
    months = contexts().months
    at = last
    while at < len(tokens) and at < last + 3 and tokens[at].text in ("/", "-", "من", "شهر", "'", '"'):
        at += 1
    if at < len(tokens) and tokens[at].text in months:
        return at > last or tokens[at].text != "الشهر"  # `اعتقل 23 الشهر الماضي`
    # the first of two days: `3 و7 تموز`
    if at < len(tokens) and tokens[at].text in ("و", "الي", "حتي"):
        at += 1
    if at + 1 < len(tokens) and at > last and tokens[at].kind == "digits" and len(tokens[at].text) <= 2:
        return tokens[at + 1].text in months
    return False


def _of_definite_plural(tokens: Sequence[Token], last: int, nouns: Nouns) -> bool:
    """Tell whether `من` and a definite plural follow: `2000 من المعتقلين`."""
    if last + 1 >= len(tokens) or tokens[last].text != "من":
        return False
    return any(form.number in ("plural", "ambiguous") for _, form in nouns.look_up(tokens[last + 1].text))


def is_clock(tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether a number is a time of day: `الساعة 6`, `9 مساء`."""
    words = contexts()
    article = article_before(tokens, amount.first)
    before = word_before(tokens, amount.first if article is None else article)
    hour = amount.first - 1 - (amount.first > 0 and tokens[amount.first - 1].text == "و")
    if hour > 0 and tokens[hour].text in _ONE_OCLOCK and tokens[hour - 1].text in words.clock:
        return True  # `الساعة الواحدة وخمسون دقيقة`
    if amount.indefinite or amount.low > 24:
        return False
    if before is not None and tokens[before].text in words.clock and tokens[before].text != "ساعه":
        counted = before > 0 and tokens[before - 1].kind == "digits"  # `خلال 24 ساعة 5 جنود`
        return tokens[before].text != "ساعة" or (amount.digits and not counted)
    match = words.clock_after.find(tokens, amount.last)
    return match is not None and tokens[amount.last].text not in ("م", "ص")


def designated(tokens: Sequence[Token], amount: Amount, nouns: Nouns) -> NumeralKind | None:
    """Return the kind of a number that names a unit, a road, an article of law, a phone."""
    words = contexts()
    before = word_before(tokens, amount.first)
    if amount.indefinite:
        return None
    if amount.first > 1 and tokens[amount.first - 1].text == "/" and _is_letter(tokens[amount.first - 2]):
        return "designation"  # a decree's number: `م/59`
    if before is None:
        return None
    previous = tokens[before].text
    bare = previous[1:] if previous[0] in "وبلف" else previous
    article = not words.article.isdisjoint((previous, bare))
    told = article or bare in _NUMBER or not words.phone.isdisjoint((previous, bare))
    if tokens[amount.first - 1].text == ":" and not told:
        return None  # `هذا الموسم: 35 مع فريقه`
    if not (amount.digits or article or bare in ("رقم", "برقم")):
        return None
    if is_counted(tokens, amount.last, nouns) and bare not in _NUMBERED:
        return None
    if article:
        return "article"
    if amount.scale > 1:
        return None  # كان العدد 1.9 مليون: nothing bears such a number
    if amount.plain and amount.scale == 1 and amount.low < 100 and not _FESTIVALS.isdisjoint(_two_back(tokens, before)):
        return "designation"  # `صيف عنيزة 36`
    if amount.plain and amount.low >= 100 and _names_resolution(tokens, before):
        return "designation"
    if amount.plain and amount.low >= 10_000 and not words.phone.isdisjoint((previous, bare)):
        return "phone"
    if not words.designation.isdisjoint((previous, bare)):
        counted = bare in _UNNUMBERED and amount.last < len(tokens) and tokens[amount.last].text == "من"
        return None if counted else "designation"  # قتل الجيش 40 من المسلحين
    return None


def _two_back(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    return tuple(token.text for token in tokens[max(at - 1, 0) : at + 1])


def _is_letter(token: Token) -> bool:
    return token.kind == "word" and len(token.text) == 1


def _names_resolution(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a resolution stands in reach of the word before a number: `قرار مجلس الأمن الدولي 2216`."""
    resolution = contexts().resolution
    for place in range(at, max(-1, at - _RESOLUTION_REACH), -1):
        if tokens[place].kind != "word":
            return False
        text = tokens[place].text
        if text in resolution or text[1:] in resolution or text[2:] in resolution:
            return True
    return False


def is_goal_minute(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether digits in brackets are the minute of a goal: `سجل الهدف سالم (62)`."""
    if not first or tokens[first - 1].text != "(":
        return False
    if last < len(tokens) and tokens[last].kind == "word" and not tokens[last].text.startswith(("و", "من", "ق")):
        return False
    goals = contexts().goals
    for at in range(first - 2, max(-1, first - 2 - _GOAL_REACH), -1):
        if tokens[at].kind == "break":
            return False
        text = tokens[at].text
        if text in goals or text[1:] in goals:
            return True
    return False


def in_score(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether words of a match go before a pair of numbers."""
    score = contexts().score
    for at in range(first - 1, max(-1, first - 1 - _SCORE_REACH), -1):
        if tokens[at].kind == "break":
            return False
        text = tokens[at].text
        if text in score or (len(text) > 3 and text[0] in "وبلف" and text[1:] in score):
            return True
    return False
