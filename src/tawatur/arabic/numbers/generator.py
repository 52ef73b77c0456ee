"""Number phrases as people write them: any value up to 10^12, in words, digits or both, with a counted noun.

For tests of the number reader: gender polarity, case, construct forms, the spellings of the hundreds, prefixes,
digits of three scripts and every separator, vowel marks. Every phrase is one that a writer of Arabic would
understand as its value, and no other.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 15.1 (cardinals), 15.1.9 (mixed numbers).
"""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import Literal, NamedTuple

from tawatur.arabic.nouns import Gender, NounEntry, default_nouns

Case = Literal["nominative", "oblique"]

#: The greatest value that is generated.
GREATEST = 10**12

_UNITS = {
    3: ("ثلاث", "ثلاثة"), 4: ("أربع", "أربعة"), 5: ("خمس", "خمسة"), 6: ("ست", "ستة"), 7: ("سبع", "سبعة"),
    8: ("ثماني", "ثمانية"), 9: ("تسع", "تسعة"), 10: ("عشر", "عشرة"),
}  # fmt: skip
_TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_SCALES = (
    (10**12, "تريليون", "تريليونات"), (10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (1000, "ألف", "آلاف"),
)  # fmt: skip
_HUNDREDS = ("مئة", "مائة")
_COUNTED = (
    "جندي", "عنصر", "شخص", "طفل", "رجل", "صاروخ", "موقع", "هجوم", "منزل", "كتاب", "جريح", "لاجئ", "دولار", "مسلح",
    "غارة", "عملية", "عائلة", "سيارة", "قذيفة", "دولة", "مدرسة", "امرأة", "جثة", "دبابة", "قرية", "طلقة",
)  # fmt: skip
_PREFIXES = ("", "", "", "", "و", "ب", "ل", "وب", "ول", "ف")
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_GROUPING = ("", "", ",", ".", "٬", "،", " ")
_FATHA, _DAMMA, _KASRA, _TATWEEL = "\u064e", "\u064f", "\u0650", "\u0640"


class NumberPhrase(NamedTuple):
    """A phrase, the value that it states, and the span `[start, end)` of the number's words in it."""

    text: str
    value: int
    start: int
    end: int


class Style(NamedTuple):
    """How a writer spells: the case, the hundred's word, hundreds in one word or two."""

    case: Case
    hundred: str
    together: bool


@lru_cache(maxsize=1)
def counted_nouns() -> tuple[NounEntry, ...]:
    """Return the nouns that phrases count, from the package's lexicon."""
    known = {entry.lemma: entry for entry in default_nouns().entries}
    folded = {word.replace("أ", "ا") for word in _COUNTED}
    return tuple(known[lemma] for lemma in sorted(folded & known.keys()))


def number_phrase(value: int, chance: Random) -> NumberPhrase:
    """Return a phrase that states `value` (0 to 10^12), everything else left to `chance`."""
    style = Style(chance.choice(("nominative", "oblique")), chance.choice(_HUNDREDS), together=chance.random() < 0.8)
    noun = chance.choice(counted_nouns())
    roll = chance.random()
    if roll < 0.55:
        words, counted, tail = _in_words(value, noun, style, chance)
    elif roll < 0.8 or value < 1000:
        words, counted, tail = _in_digits(value, chance), "", _after(value, noun)
    else:
        words, counted, tail = _mixed(value, chance), "", f"{_singular(noun)}ا" if noun.gender == "m" else noun.lemma
    number = f"{words} {counted}".strip()
    prefix = _prefix(number, chance)
    if chance.random() < 0.1:
        number = _marked(number, chance)
    text = f"{prefix}{number} {tail}".strip()
    return NumberPhrase(text, value, len(prefix), len(prefix) + len(number))


def _prefix(number: str, chance: Random) -> str:
    prefix = chance.choice(_PREFIXES)
    if prefix.endswith("ل") and number.split(maxsplit=1)[0] == "ست":
        return ""  # `لست` is `I am not`, too
    if number.startswith("واحد"):
        return ""
    if prefix and number[0] in "".join(_DIGITS):
        return prefix + chance.choice(("", _TATWEEL))
    return prefix


def _marked(words: str, chance: Random) -> str:
    """Print some vowel marks and tatweel, which the reader's view drops."""
    letters = []
    for at, letter in enumerate(words):
        letters.append(letter)
        inner = at + 1 < len(words) and words[at + 1] != " " and letter.isalpha() and words[at + 1].isalpha()
        if inner and chance.random() < 0.3:
            letters.append(chance.choice((_FATHA, _DAMMA, _KASRA)))
    return "".join(letters)


def _in_words(value: int, noun: NounEntry, style: Style, chance: Random) -> tuple[str, str, str]:
    """Return the number's words, a noun that is part of it, and what it counts."""
    bare = chance.random() < 0.3
    rest = value % 100
    if value == 0:
        return "صفر", "", ""
    if value == 1:
        return f"{_singular(noun)}", "واحدة" if noun.gender == "f" else "واحد", ""
    if rest in (1, 2) and not bare:
        one = _singular(noun) if rest == 1 else _dual(noun, style.case)
        head = spell(value - rest, noun.gender, style) if value > 2 else ""
        if value == 2:
            return one, _two(noun.gender, style.case) if chance.random() < 0.5 or _is_sound(noun) else "", ""
        return head, f"و{one}", ""
    words = spell(value, noun.gender, style, construct=not bare)
    return words, "", "" if bare else _after(value, noun)


def spell(value: int, gender: Gender, style: Style, *, construct: bool = False) -> str:
    """Return the words of a cardinal from 1 to 10^12 that counts a noun of a gender.

    `construct` gives the form directly before its noun: `مئتا`, `ألفي`.
    """
    terms: list[str] = []
    left = value
    for scale, singular, plural in _SCALES:
        count, left = divmod(left, scale)
        if count:
            terms.append(_scale_term(count, singular, plural, style, construct=construct and not left))
    if left:
        terms.append(_group(left, gender, style, construct=construct))
    return " و".join(terms)


def _scale_term(count: int, singular: str, plural: str, style: Style, *, construct: bool) -> str:
    if count == 1:
        return singular
    if count == 2:
        ending = ("ا" if style.case == "nominative" else "ي") if construct else _dual_ending(style.case)
        return singular + ending
    words = _group(count, "m", style, construct=True)
    last = count % 100
    if 3 <= last <= 10:
        return f"{words} {plural}"
    if last >= 11 and not construct:
        return f"{words} {singular}ا"
    return f"{words} {singular}"


def _group(value: int, gender: Gender, style: Style, *, construct: bool) -> str:
    hundreds, rest = divmod(value, 100)
    parts = []
    if hundreds:
        parts.append(_hundreds(hundreds, style, construct=construct and not rest))
    if rest:
        parts.append(_below(rest, gender, style))
    return " و".join(parts)


def _hundreds(count: int, style: Style, *, construct: bool) -> str:
    if count == 1:
        return style.hundred
    if count == 2:
        stem = style.hundred[:-1] + "ت"
        return stem + (("ا" if style.case == "nominative" else "ي") if construct else _dual_ending(style.case))
    stem = "ثمان" if count == 8 and style.together else _UNITS[count][0]
    return stem + ("" if style.together else " ") + style.hundred


def _below(value: int, gender: Gender, style: Style) -> str:
    feminine = gender == "f"
    tens, unit = divmod(value, 10)
    if value <= 10:
        return _unit(value, gender, style)
    if tens == 1:
        ten = "عشرة" if feminine else "عشر"
        if unit == 1:
            return f"{'إحدى' if feminine else 'أحد'} {ten}"
        if unit == 2:
            stem = "اثنت" if feminine else "اثن"
            return f"{stem}{'ا' if style.case == 'nominative' else 'ي'} {ten}"
        return f"{_UNITS[unit][not feminine]} {ten}"
    word = _TENS[tens] + ("ون" if style.case == "nominative" else "ين")
    if unit == 1:
        return f"{'إحدى' if feminine else 'واحد'} و{word}"
    return f"{_unit(unit, gender, style)} و{word}" if unit else word


def _unit(value: int, gender: Gender, style: Style) -> str:
    if value == 1:
        return "واحدة" if gender == "f" else "واحد"
    if value == 2:
        return _two(gender, style.case)
    return _UNITS[value][gender == "m"]


def _two(gender: Gender, case: Case) -> str:
    return ("اثنت" if gender == "f" else "اثن") + _dual_ending(case)


def _dual_ending(case: Case) -> str:
    return "ان" if case == "nominative" else "ين"


def _singular(noun: NounEntry) -> str:
    return noun.lemma


def _dual(noun: NounEntry, case: Case) -> str:
    return f"{noun.dual_stem}{_dual_ending(case)}"


def _is_sound(noun: NounEntry) -> bool:
    return any(plural == noun.lemma + "ون" for plural in noun.plurals)


def _after(value: int, noun: NounEntry) -> str:
    """Return what stands behind the number: genitive plural, accusative or genitive singular."""
    rest = value % 100
    if 3 <= rest <= 10:
        plural = noun.plurals[0]
        return plural[:-2] + "ين" if plural.endswith("ون") and _is_sound(noun) else plural
    if rest >= 11 and noun.gender == "m":
        return noun.lemma + "ا"
    return noun.lemma


def _in_digits(value: int, chance: Random) -> str:
    text = str(value)
    mark = chance.choice(_GROUPING)
    if mark and value >= 1000:
        text = f"{value:,}".replace(",", mark)
    return text.translate(str.maketrans(_DIGITS[0], chance.choice(_DIGITS)))


def _mixed(value: int, chance: Random) -> str:
    """Return digits with scale words: `3 ملايين و200 ألف`, or one decimal where three places do: `3.5 مليون`."""
    script = str.maketrans(_DIGITS[0], chance.choice(_DIGITS))
    scale, singular, _ = next(entry for entry in _SCALES if value >= entry[0])
    if value % (scale // 1000) == 0 and value % scale and chance.random() < 0.5:
        places = f"{value / scale:.3f}".rstrip("0")
        return f"{places.replace('.', chance.choice('.,٫'))} {singular}".translate(script)
    terms = []
    left = value
    for scale, singular, plural in _SCALES:
        count, left = divmod(left, scale)
        if count:
            word = plural if 3 <= count <= 10 else singular + chance.choice(("", "ا") if count > 10 else ("",))
            terms.append(f"{count} {word}" if count > 1 else singular)
    if left:
        terms.append(str(left))
    return chance.choice((" و", " و ")).join(terms).translate(script)
