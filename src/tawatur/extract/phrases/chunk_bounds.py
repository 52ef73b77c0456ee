"""Where a chunk begins and ends: the tokens of a name, a number, a prefix; what a word alone may be there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawatur.arabic import AnalysedText, Token
from tawatur.arabic.names import NameMatch
from tawatur.arabic.numbers import Number
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading

_VERBS = frozenset(words_of("verbs_in_al"))


#: Families, or took captive: a name begins so, or a clause does whose object is counted behind.
_CAPTURED = "اسر"


#: Words that are a particle, or a verb in the past.
PARTICLE_OR_VERB = frozenset(("فقد", "وفقد", "بين", "وبين"))
_THAT = frozenset(words_of("that"))
_BETWEEN = ("بين", "وبين")
#: How far behind a name its own people may stand, and their pronoun.
_OWN, _ITS = 4, ("ه", "ها", "هم")
#: How many words a subject may have between `وبين` and what it made known.
_LONGEST_SUBJECT = 14
_SHADDA = ("بيّ", "بيَّ")


def is_verb_here(analysed: AnalysedText, at: int, number_at: dict[int, Number], lexicon: Lexicon) -> bool:
    """Tell whether a word that may be a particle is a verb: `فقد الجيش 22 من جنوده`, `وبين مدير المركز أن`."""
    if analysed.texts[at] in _BETWEEN:
        return _tells(analysed, at, lexicon)
    return _has_a_subject(analysed.tokens, at, number_at) or _loses_its_own(analysed, at, number_at)


def _tells(analysed: AnalysedText, at: int, lexicon: Lexicon) -> bool:
    """`وبين أن`, `وبيّن المصدر`, `وبين التقرير أن`: it made known, and is not `between`.

    Its shadda says so, or what it made known right behind it, or where it begins a sentence a speaker before that.
    """
    texts, tokens = analysed.texts, analysed.tokens
    start, end = analysed.raw_span(at, at + 1)
    if any(spelling in analysed.view.raw[start:end] for spelling in _SHADDA):
        return True
    behind = texts[at + 1 : at + 2 + _LONGEST_SUBJECT]
    if not behind or behind[0] in _THAT:
        return bool(behind)
    opens = at == 0 or tokens[at - 1].kind != "word"
    if not opens or texts[at - 1] in ("،", ",") or texts[at][0] != "و":
        return False
    end = next((i for i, text in enumerate(behind) if text in (".", "؟", "!")), len(behind))
    noun = behind[0].removeprefix("ال")
    speaks = noun in lexicon.speaker_nouns or noun in lexicon.document_nouns
    return speaks and any(text in _THAT for text in behind[1:end])


def _has_a_subject(tokens: Sequence[Token], at: int, number_at: dict[int, Number]) -> bool:
    """`فقد 5 مدنيين حياتهم`, `فقد الجيش 22 من جنوده`: a verb, where the particle stands before one."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return at + 1 in number_at or (following.startswith("ال") and following not in _VERBS)


def _loses_its_own(analysed: AnalysedText, at: int, number_at: dict[int, Number]) -> bool:
    """`فقد داعش 103 من عناصره`: a name of one word, then so many of its own, as no verb behind a particle has them."""
    texts = analysed.texts[at + 2 : at + 2 + _OWN]
    return at + 2 in number_at and any(led == "من" and own.endswith(_ITS) for led, own in pairwise(texts))


def one_of_them(word: str, lexicon: Lexicon) -> tuple[NounReading, ...]:
    """`شاب فلسطيني`: the name of a population that begins with a noun for one of them counts as that noun does."""
    one = (
        reading
        for reading in lexicon.read_noun(word)
        if reading.noun.unit == "person" and reading.form.number == "singular"
    )
    return tuple(one)


def number_end(number: Number) -> int:
    """Return the token after a number; where a hedge stands behind what it counts, the token of that noun."""
    counts_behind = number.unit is None and number.noun is None and number.first < number.value_last
    return min(number.last, number.value_last) if counts_behind else number.last


def name_at(texts: Sequence[str], at: int, lexicon: Lexicon, taken: set[int]) -> NameMatch | None:
    """Return the longest name at a token, of a party or a place; of both where one name is either's."""
    party = _party_at(texts, at, lexicon)
    if party is not None and party.last in taken and texts[at].removeprefix("و") == _CAPTURED:
        party = None  # أسر التنظيم 500 امرأة: it took them, where أسر التنظيم are its families
    place = lexicon.place_names.match_at(texts, at)
    if party is None and place is None:
        return None
    found = [name for name in (party, place) if name is not None and taken.isdisjoint(range(name.first, name.last))]
    if len(found) == 2 and found[0].last == found[1].last:
        return found[0]._replace(keys=found[0].keys + found[1].keys)
    return max(found, key=lambda name: name.last, default=None)


def _party_at(texts: Sequence[str], at: int, lexicon: Lexicon) -> NameMatch | None:
    """Return the longest name of a party at a token: none of `قادة التنظيم`, where the text has `قادة تنظيم كذا`."""
    party = lexicon.names.match_at(texts, at)
    if party is None or party.last == at + 1 or texts[party.last - 1] not in lexicon.heads:
        return party
    behind = lexicon.names.match_at(texts, party.last - 1)
    if behind is None or behind.last == party.last or _are_kin(party, behind, lexicon):
        return party
    return lexicon.names.match_at(texts[: party.last - 1], at)


def _are_kin(one: NameMatch, other: NameMatch, lexicon: Lexicon) -> bool:
    """Tell whether two names may be of one actor, or of a part and its whole."""
    families = [{key, *lexicon.knowledge.ancestors(key)} for key in (*one.keys, *other.keys)]
    return any(family & {*one.keys} and family & {*other.keys} for family in families)


def conjunction_of(word: str) -> str:
    """Return the conjunction that a word may begin with, or nothing."""
    return word[0] if word[:1] in ("و", "ف") and len(word) > 2 else ""


def word_has_conjunction(word: str) -> bool:
    """Tell whether a function word begins with a conjunction (`وفي`, `فمن`)."""
    return len(word) > 2 and word[0] in "وف"
