"""Counts that a noun carries by its form: the dual, the ambiguous `ـين`, and a time's singular under a hedge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tawatur.arabic.nouns import NounForm, Nouns, prefix_letters
from tawatur.arabic.numbers.kinds import contexts
from tawatur.arabic.numbers.lexicon import NUMERALS
from tawatur.arabic.prefixes import Stem
from tawatur.arabic.tokens import Token

DUALS = frozenset(("dual", "ambiguous"))
_FATHA, _KASRA = "\u064e", "\u0650"
_PLURAL_ENDINGS = ("ون", "ين", "ات")
_PLURAL_NEXT = frozenset(
    (
        "كانوا",
        "الذين",
        "جميعهم",
        "كلهم",
        "بينهم",
        "معظمهم",
        "وهم",
        "غالبيتهم",
        "اعمارهم",
        "احدهم",
        "بعضهم",
        "اغلبهم",
        "عددهم",
        "جنسياتهم",
    )
)
_AGED = frozenset(("عمره", "عمرها", "العمر"))
_DUAL_NEXT = frozenset(("كانا", "اللذين", "اللذان", "كلاهما", "هما"))
#: How far behind a noun its verb is sought, and what ends its clause.
_REACH = 9
_ALL_REACH = 5
_CLAUSE_ENDS = frozenset(".؛؟!:") | frozenset(("ان", "انه", "انها", "حيث", "فيما", "بينما", "عندما", "بعدما", "لكن"))
#: Behind `فريقي` one of these makes it `my team`.
_NO_SECOND = frozenset(
    (
        "لكن", "في", "من", "علي", "الي", "عن", "مع", "ان", "هو", "هي", "انا", "لم", "لن", "لا", "ما", "قد", "هذا",
        "هذه", "الذي", "التي", "حين", "عندما", "كان", "كانت", "كما", "ثم", "بعد", "قبل", "منذ", "حتي", "لان", "لقد",
        "بل", "او",
    )
)  # fmt: skip
_PREFIXES = "وفبلك"
_TWO = frozenset(("اثنان", "اثنين", "اثنتان", "اثنتين"))


class NounCount(NamedTuple):
    """A noun that counts itself: `dual`, `ambiguous`, or `singular`; `last` is the token after it and its `اثنين`."""

    lemma: str
    number: Literal["dual", "ambiguous", "singular"]
    last: int
    cut: int


def counts_itself(forms: Sequence[tuple[Stem, NounForm]]) -> bool:
    """Tell whether a word of these readings is a noun in the dual, or may be, and can be nothing else."""
    return bool(forms) and all(form.number in DUALS for _, form in forms)


@lru_cache(maxsize=1)
def pairs_of_corps() -> dict[str, tuple[str, int]]:
    """Return what is a dual before the name of a corps (`رجلي أمن`), each with its lemma and prefixes' letters."""
    bare = {noun + ending: noun for noun in contexts().of_corps for ending in "يا"}
    return {prefix + word: (noun, len(prefix)) for word, noun in bare.items() for prefix in ("", *_PREFIXES)}


def noun_count(tokens: Sequence[Token], at: int, nouns: Nouns, floor: int, marks: str) -> NounCount | None:
    """Return the count in the noun at a token. `marks` is the word as printed, whose vowels may decide."""
    forms = nouns.look_up(tokens[at].text)
    if not counts_itself(forms):
        return None
    stem, form = forms[0]
    cut = prefix_letters(stem)
    if not cut and at == floor and at and _touches_number(tokens, at):
        return None
    if stem.article and tokens[at].text.endswith("الدقيقتين") and tokens[min(at + 1, len(tokens) - 1)].kind == "digits":
        return None  # `في الدقيقتين 11 و48`
    if at and tokens[at - 1].text.removeprefix("و") in _AGED:
        return None  # `طفل عمره سنتان`
    last = _after_two(tokens, at)
    two = last > at + 1
    if form.number == "dual":
        if form.construct and not form.possessed and not _before_noun(tokens, at, nouns):
            return None
        if stem.text in contexts().participles and at + 1 < len(tokens) and tokens[at + 1].text == "عن":
            return None  # a participle: `معبرين عن`
        if not stem.conjunction and _agrees_with_dual(tokens, at, nouns):
            return None
        if stem.article and _is_plural_predicate(tokens, at + 1, nouns):
            return None
        return NounCount(form.lemma, "dual", last, cut)
    if form.construct:
        return None
    if two:
        return NounCount(form.lemma, "dual", last, cut)
    if at == floor + 1 and tokens[floor].kind == "word" and nouns.look_up(tokens[floor].text) and floor:
        return None  # an adjective of what the number before counts: `30 شخصا آخرين`
    # `للاجئين` is as well `ل` + `ال` + `لاجئين`
    definite = stem.article or (stem.preposition == "ل" and stem.text.startswith("ل"))
    if definite or _is_plural(tokens, at, nouns, marks, joined=bool(stem.conjunction)):
        return None
    if _is_dual(tokens, at, marks):
        return NounCount(form.lemma, "dual", last, cut)
    agreement = _agreement(tokens, last)
    if agreement == "plural":
        return None
    return NounCount(form.lemma, "ambiguous" if agreement is None else "dual", last, cut)


def _after_two(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a dual and the `اثنين` that may follow it, or follow its adjective."""
    for place in (at + 1, at + 2):
        if place >= len(tokens) or tokens[place].kind != "word":
            break
        if tokens[place].text in _TWO:
            return at + 1 if _opens_tens(tokens, place + 1) else place + 1
        if not tokens[place].text.endswith(("ين", "ان")):
            break
    return at + 1


def _opens_tens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether `و` and a ten follow `اثنين`, which is then the unit of `اثنين وثلاثين`."""
    if at >= len(tokens):
        return False
    apart = tokens[at].text == "و" and at + 1 < len(tokens)
    text = tokens[at + 1].text if apart else tokens[at].text
    return any(reading.role == "tens" and (apart or reading.conjunction) for reading in NUMERALS[text])


def _touches_number(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word before belongs to a number that counts this noun."""
    return tokens[at - 1].kind in ("word", "digits") or tokens[at - 1].text == ")"


def _before_noun(tokens: Sequence[Token], at: int, nouns: Nouns) -> bool:
    """Tell whether a construct dual has its second noun: a word, and no date (`عامي 2014`)."""
    at += at + 1 < len(tokens) and tokens[at + 1].text == '"'  # `ضاحيتي "كذا" و"كذا"`
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
        return False
    following = tokens[at + 1].text
    words = contexts()
    joined = following[0] == "و" and all(stem.conjunction for stem, _ in nouns.look_up(following))
    ordinal = any(reading.role == "ordinal" for reading in NUMERALS[following])  # `عامي الرابع`, my fourth year
    return following not in words.months and following not in _NO_SECOND and not joined and not ordinal


def _agrees_with_dual(tokens: Sequence[Token], at: int, nouns: Nouns) -> bool:
    """Tell whether a dual describes the dual before it: `رجلين مسلحين`."""
    if not at or tokens[at - 1].kind != "word":
        return False
    # `تركيا` is no dual before its noun
    return any(form.number in DUALS and not form.construct for _, form in nouns.look_up(tokens[at - 1].text))


def _is_plural(tokens: Sequence[Token], at: int, nouns: Nouns, marks: str, *, joined: bool) -> bool:
    """Tell whether a noun in `ـين` is plural by its neighbours or its printed vowels."""
    if _KASRA + "ين" in marks:
        return True
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not contexts().plural_adjectives.isdisjoint((following, following.removesuffix("ا"))):
        return True
    if (
        following in _PLURAL_NEXT
        or following.endswith("وا")
        or (following[:1] in ("ي", "ت") and following.endswith("ون"))
    ):
        return True
    if any(
        form.number == "plural" and not stem.article and not stem.conjunction for stem, form in nouns.look_up(following)
    ):
        return True  # its adjective: `لاعبين أجانب`
    if not at or tokens[at - 1].kind != "word":
        return False
    previous = tokens[at - 1].text
    if joined:
        adjective = previous.endswith("ين") and _is_of_many(tokens, at - 2, nouns)  # `أساتذة جامعيين وصحافيين`
        return adjective or _is_of_many(tokens, at - 1, nouns)
    if any(token.text == "جميعا" for token in tokens[max(0, at - _ALL_REACH) : at]):
        return True  # `نقلوا جميعا مصابين`
    if previous in contexts().vague or previous.endswith(_PLURAL_ENDINGS):
        return True
    return any(form.number != "singular" for _, form in nouns.look_up(previous))


def _is_of_several(word: str, *, apart: bool) -> bool:
    """Tell whether a word is a verb in the plural, `قالوا`, `يقاتلون`, or what belongs to several, `أسرهم`.

    Behind a comma (`apart`) that may be of two as well: `جنديين، الجمعة، بزعم دخولهم`.
    """
    if word[0] == "ي" or word.startswith("سي"):
        return word.endswith("ون")
    if word.endswith("وهن"):
        return True  # `اختطفوهن`
    return word[0] not in "فل" and ((word.endswith("هم") and not apart) or (word.endswith("وا") and word[0] != "و"))


def _is_of_many(tokens: Sequence[Token], at: int, nouns: Nouns) -> bool:
    """Tell whether a word can be nothing but a plural noun."""
    forms = nouns.look_up(tokens[at].text) if at >= 0 and tokens[at].kind == "word" else ()
    return bool(forms) and all(form.number == "plural" for _, form in forms)


def _is_plural_predicate(tokens: Sequence[Token], at: int, nouns: Nouns) -> bool:
    """Tell whether a word is the plural predicate of a noun before it: `أن المغربيين موجودون`."""
    text = tokens[at].text if at < len(tokens) else ""
    return len(text) > 5 and text[0] == "م" and text.endswith("ون") and not nouns.look_up(text)


def _agreement(tokens: Sequence[Token], at: int) -> Literal["dual", "plural"] | None:
    """Return the number of the first verb or pronoun in the clause that can only agree with a noun before it.

    `مسؤولين في الجهاز بحثوا` are several, `صحافيين فرنسيين تم اغتيالهما` are two.
    """
    apart = False
    for token in tokens[at : at + _REACH]:
        apart = apart or token.text == "،"
        if token.kind in ("break", "digits") or token.text in _CLAUSE_ENDS:
            return None
        text = token.text
        if text in _DUAL_NEXT or (len(text) > 4 and text.endswith("هما")):
            return "dual"
        if text in _PLURAL_NEXT or (len(text) > 4 and _is_of_several(text, apart=apart)):
            return "plural"
    return None


def _is_dual(tokens: Sequence[Token], at: int, marks: str) -> bool:
    if _FATHA + "ين" in marks or _FATHA + "يْن" in marks:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].text in _DUAL_NEXT
