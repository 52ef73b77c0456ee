"""Apposed names: who holds the office that a description tells, named behind it, or told to be called so."""

from __future__ import annotations

from tawatur.extract.attribution.word_classes import is_definite, is_name, is_told, noun_of, tells_count
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_HEADS_OF = words_of("head_of_body")
_CALLED = words_of("called")
_COMMAS = ("،", ",")
#: What may stand behind a name.
_TOLD = ("ل", "في", "قوله", "ذلك")
#: How many words that no table has are a name.
_SHORTEST_NAME = 2


def possesses(head: Chunk, following: Chunk) -> bool:
    """`مدير مستشفى حجة`: a name behind a noun without an article says which one it is."""
    named = bool(following.places) or (noun_of(head) in _HEADS_OF and is_name(following) and not is_definite(following))
    return not head.words[-1].startswith("ال") and head.words[-1].endswith("ي") and named


def name_apposed(sentence: list[Chunk], comma: int) -> int:
    """Return where a name ends that stands between two commas, or a comma and the end: `وفق المدير، فلان،`."""
    close = comma + 1
    while close < len(sentence) and is_name(sentence[close]):
        close += 1
    ends = close >= len(sentence) or sentence[close].text in (*_COMMAS, ".")
    return close if close - comma > _SHORTEST_NAME and ends and not is_definite(sentence[comma + 1]) else comma


def name_told(sentence: list[Chunk], at: int, end: int) -> tuple[int, int] | None:
    """`أحد السكان ويدعى فلان`: the chunks of the name that the speaker is told to bear; None where it is not."""
    if at < end and sentence[at].text in _COMMAS:
        at += 1
    if at + 1 >= end or sentence[at].text not in _CALLED:
        return None
    close = at + 1
    while close < end and (is_name(sentence[close]) or sentence[close].persons):
        close += 1
    return (at + 1, close) if close > at + 1 else None


def is_name_of_unknown(sentence: list[Chunk], at: int, end: int, *, definite: bool) -> bool:
    """Tell whether words that no table has are a name: behind a comma, or behind what is definite, up to its end.

    Behind `مسؤول الشرطة` what wears no article is no adjective; behind `مسؤول` it may be (`مسؤول كبير سابق`).
    """
    if is_definite(sentence[at]):
        return False
    close = at
    while close < end and is_name(sentence[close]):
        close += 1
    if close - at < _SHORTEST_NAME:
        return False
    following = sentence[close] if close < end else None
    behind_comma = sentence[at - 1].text in _COMMAS
    ends = following is None or following.text in (*_COMMAS, *_TOLD) or following.time is not None
    if following is not None and not behind_comma:
        ends = ends or following.text == "." or is_told(following) or tells_count(following)  # فلان الفلاني مقتل سبعة
    return ends and (definite or behind_comma)
