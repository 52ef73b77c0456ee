"""Where a chunk begins and ends: the tokens of a name, a number, a prefix; what a word alone may be there."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.arabic import Token
from tawatur.arabic.names import NameMatch
from tawatur.arabic.numbers import Number
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading

_VERBS = frozenset(words_of("verbs_in_al"))


#: Families, or took captive: a name begins so, or a clause does whose object is counted behind.
_CAPTURED = "اسر"


def has_a_subject(tokens: list[Token], at: int, number_at: dict[int, Number]) -> bool:
    """`فقد 5 مدنيين حياتهم`, `فقد الجيش 22 من جنوده`: a verb, where the particle stands before one."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return at + 1 in number_at or (following.startswith("ال") and following not in _VERBS)


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
