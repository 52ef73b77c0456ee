"""Insertions: what stands between an outcome's word and the number that it governs, and is no part of its clause."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk

#: Relative pronouns, and the pronouns by which the verb behind one takes up what it is said of.
_RELATIVE = ("الذي", "التي", "الذين")
_TAKING_UP = ("ته", "تها", "تهم", "ه", "ها", "هم")
_DASHES = frozenset("-–—")
_COMMAS = ("،", ",")
#: What opens an aside that tells who says so, beside prepositions like `بحسب`.
_AS = ("كما", "وفق")
#: How many chunks an insertion between dashes may have.
_INSERTED = 24
#: How many chunks of the clause may stand behind an insertion between dashes.
_GAP = 9
#: How far before a number an insertion's other end may stand.
_REACH = 16
#: How many chunks an aside between commas may have.
_ASIDE = 8


def insertion(sentence: list[Chunk], before: int) -> range:
    """Return the chunks of an insertion that ends not far before a chunk, as far as there is one.

    It stands between dashes (`قتلت الجماعة -التي …- 14`), in brackets behind a place (`قتل في الموصل (400 كلم شمال
    بغداد) 12 مدنيا`), tells between commas who says so (`وقتل، كما تقول القيادة،
    30`), or is a relative clause whose verb takes up what it is said of, so that it has no other object: `قتل القصف
    الذي نفذته القوات يوم السبت 63 مدنيا`.
    """
    aside = _aside(sentence, before)
    if aside:
        return aside
    bracket = _bracket(sentence, before)
    if bracket:
        return bracket
    for at in range(before - 2, max(-1, before - 1 - _REACH), -1):
        if sentence[at + 1].mark:
            break
        if sentence[at].is_(*_RELATIVE) and sentence[at + 1].text.endswith(_TAKING_UP) and at + 2 < before:
            return range(at, before)
        if sentence[at + 1].triggers:
            break  # what it governs is nearer
    dashes = [at for at in range(max(0, before - _REACH - _INSERTED), before) if sentence[at].text in _DASHES]
    if len(dashes) < 2 or before - dashes[-1] > _GAP or dashes[-1] - dashes[-2] > _INSERTED:
        return range(0)
    return range(dashes[-2], dashes[-1] + 1)


def _bracket(sentence: list[Chunk], before: int) -> range:
    """Return the chunks of the brackets right before a chunk that say where a place is: no outcome is told in them."""
    if not before or sentence[before - 1].text != ")":
        return range(0)
    for at in range(before - 2, max(0, before - 2 - _ASIDE), -1):
        if sentence[at].text == "(":
            return range(at, before) if sentence[at - 1].places else range(0)
        if sentence[at].triggers or sentence[at].nouns or sentence[at].verb_says:
            break
    return range(0)


def _aside(sentence: list[Chunk], before: int) -> range:
    """Return the chunks between commas right before a chunk that tell who says so: `، كما تقول القيادة،`."""
    if before < 2 or sentence[before - 1].text not in _COMMAS:
        return range(0)
    for at in range(before - 2, max(-1, before - 2 - _ASIDE), -1):
        piece = sentence[at]
        if piece.triggers or piece.number is not None:
            break
        if piece.text in _COMMAS:
            opening = sentence[at + 1]
            return range(at, before) if opening.is_(*_AS) or "preposition" in opening.says else range(0)
    return range(0)
