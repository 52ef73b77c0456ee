"""Insertions: what stands between an outcome's word and the number that it governs, and is no part of its clause."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

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
#: How many chunks an aside between commas may have, how many a relative clause between them.
_ASIDE, _CLAUSE = 8, 18
#: What opens a clause of its own about the noun before its comma, beside the relative pronouns.
_OPENS = (*words_of("who"), "والذي", "والتي", "والذين", "وهو", "وهي", "وهم")
#: How many chunks `من بين 906` has, and the nouns that stand in it for `بين`.
_OUT_OF, _SUM_OF = 3, words_of("sum_of")
#: Verbs of acts that no object of their own follows, and those that one place or thing does.
_HAPPENS, _HITS = words_of("happens_somewhere"), words_of("hits_something")


def insertion(sentence: list[Chunk], before: int) -> range:
    """Return the chunks of an insertion that ends not far before a chunk, as far as there is one.

    It stands between dashes (`قتلت الجماعة -التي …- 14`), in brackets behind a place (`قتل في الموصل (400 كلم شمال
    بغداد) 12 مدنيا`), tells between commas who says so (`وقتل، كما تقول القيادة،
    30`), is a relative clause between commas (`قتلت الجماعة، التي تنشط في الشمال، 14`), or one whose verb takes up what
    it is said of or tells where an act was, so that it has no other object: `قتل القصف الذي نفذته القوات يوم السبت 63
    مدنيا`, `أصيب في الهجوم الذي وقع قرب السوق عشرة`.
    """
    aside = _aside(sentence, before) or relative_clause(sentence, before)
    if aside:
        return aside
    bracket = _bracket(sentence, before)
    if bracket:
        return bracket
    for at in range(before - 2, max(-1, before - 1 - _REACH), -1):
        if sentence[at + 1].mark:
            break
        if sentence[at].is_(*_RELATIVE) and at + 2 < before and _has_no_object(sentence, at + 1):
            return range(at, before)
        if sentence[at + 1].triggers:
            break  # what it governs is nearer
    dashes = [at for at in range(max(0, before - _REACH - _INSERTED), before) if sentence[at].text in _DASHES]
    if len(dashes) < 2 or before - dashes[-1] > _GAP or dashes[-1] - dashes[-2] > _INSERTED:
        return range(0)
    return range(dashes[-2], dashes[-1] + 1)


def _has_no_object(sentence: list[Chunk], verb: int) -> bool:
    """Tell whether a relative clause's verb takes up its noun, or tells where an act was: no object stands behind."""
    if sentence[verb].text.endswith(_TAKING_UP) or sentence[verb].is_(*_HAPPENS):
        return True
    behind = sentence[verb + 1]
    return sentence[verb].is_(*_HITS) and behind.number is None and not (behind.mark or "preposition" in behind.says)


def relative_clause(sentence: list[Chunk], before: int) -> range:
    """Return the chunks of a relative clause between commas right before a chunk: `، التي تنشط في الشمال،`."""
    if before < 2 or sentence[before - 1].text not in _COMMAS:
        return range(0)
    for at in range(before - 2, max(-1, before - 2 - _CLAUSE), -1):
        if sentence[at].number is not None:
            break
        if sentence[at].mark:
            told = sentence[at].text in _COMMAS and sentence[at + 1].is_(*_OPENS)
            return range(at, before) if told else range(0)
    return range(0)


def _bracket(sentence: list[Chunk], before: int) -> range:
    """Return the chunks of the brackets right before a chunk that say where a place is, or tell of who stands there."""
    if not before or sentence[before - 1].text != ")":
        return range(0)
    if (opened := next((at for at in range(before - 2, 0, -1) if sentence[at].text == "("), None)) is not None:
        told = sentence[opened + 1].is_(*_RELATIVE) and before - opened <= _CLAUSE
        if told and all(piece.number is None for piece in sentence[opened:before]):
            return range(opened, before)
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


def out_of(sentence: list[Chunk], at: int) -> range:
    """`110 فتيات من بين 906 مصيرهن مجهول`: the whole without a noun that a number is told to be of."""
    behind = sentence[max(0, at) : at + 3] if at >= 0 else []
    if len(behind) < _OUT_OF or not behind[0].is_("من") or not behind[1].is_("بين", *_SUM_OF):
        return range(0)
    return range(at, at + _OUT_OF) if behind[2].number is not None else range(0)
