"""Levels of what somebody's acts or dead came to: `هبطت هجمات التنظيم إلى 110`, `ارتفع ضحايا الغارات من 770 إلى 4000`.

The plural is the subject of a verb of change, or stands behind its masdar; whose they are follows it, and is not what
is counted.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.stocks import is_change
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import TOLLED
from tawatur.extract.phrases.lexicon import Lexicon, NounReading
from tawatur.extract.phrases.quantity import Quantity, take_noun

_CHANGES = frozenset(("change_up", "change_down"))
_NUMBER, _REACHES = words_of("number_of"), frozenset(words_of("reaches")) - {"الي", "عند", "ب"}
_TO, _FROM = "الي", "من"
_PREPOSITIONS = words_of("preposition")
#: Whose nouns for them tell of those who fight, all of whom are its strength.
_FIGHT = frozenset(("member", "armed_group", "state_forces"))
#: How far before its level what has changed may stand, how many words may tell whose it is, and how far behind the
#: first level the word that leads to the second may stand.
_FAR, _OWNER, _DATED = 12, 4, 5


def changed(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return the frame of a bare level, to or from which a plural is told to have changed; None of any other number."""
    percent = quantity.unit == "percent"
    if (quantity.unit is not None and not percent) or quantity.noun is not None or quantity.low is None:
        return None
    led = sentence[quantity.first - 1] if quantity.first > 1 else None
    level = led is not None and (led.is_(_TO) or (led.is_(_FROM) and _leads_on(sentence, quantity.last)))
    if not level and not (percent and is_change(sentence, quantity)):
        return None
    start = _start(sentence, quantity)
    for at in range(quantity.first - 2, start - 1, -1):
        if sentence[at].cues & _CHANGES or sentence[at].text in _REACHES:
            if _counts_members(sentence, at + 1, lexicon):
                quantity.unit = "person"
                return Frame(quantity, "strength", "topic", at + 1)  # تراجع عدد أعضاء التنظيم من 2780 إلى 900
            head = _subject(sentence, at, start, lexicon)
            told = head is not None and not (percent and (level or head[1].noun.measure == "casualties"))
            return _level(quantity, *head) if head is not None and told else None
    return None


def _leads_on(sentence: list[Chunk], last: int) -> bool:
    """Tell whether `إلى` and a number follow the first level: `من 143 في يوليو إلى 90`."""
    behind = sentence[last : last + _DATED]
    return any(piece.is_(_TO) and after.number is not None for piece, after in pairwise(behind))


def _start(sentence: list[Chunk], quantity: Quantity) -> int:
    """Return the first chunk of the clause that leads to a level, the level before it included."""
    for at in range(quantity.first - 1, max(0, quantity.first - _FAR), -1):
        piece = sentence[at]
        figure = piece.number is not None and piece.number.noun is None and piece.time is None
        counts = figure and not sentence[at - 1].is_(_FROM)
        if counts or piece.verb_says or "clause" in piece.cues or piece.text in ("؛", ";", ":", "،", ","):
            return at + 1
    return max(0, quantity.first - _FAR)


def _counts_members(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase counts the members of what is no alliance of states."""
    if at + 1 >= len(sentence) or any(key in lexicon.alliances for key in sentence[at + 1].actors):
        return False
    return any(r.trigger.kind == "phrase" and r.trigger.measure == "members" for r in sentence[at].triggers)


def _subject(sentence: list[Chunk], verb: int, start: int, lexicon: Lexicon) -> tuple[int, NounReading] | None:
    """Return the plural that a verb of change, or its masdar, is said of: right behind it, or before it."""
    behind = _plural(sentence, verb + 1, lexicon)
    if behind is not None:
        return verb + 1, behind
    for at in range(verb - 1, max(start, verb - _OWNER) - 1, -1):
        found = _plural(sentence, at, lexicon)
        if found is not None:
            governed = at > start and (sentence[at - 1].is_(*_PREPOSITIONS) or sentence[at].preposition)
            inner = at > start and _plural(sentence, at - 1, lexicon) is not None  # قتلى الغارات
            if not governed and not inner:
                return at, found
    return None


def _plural(sentence: list[Chunk], at: int, lexicon: Lexicon) -> NounReading | None:
    """Return the reading of a plural that tells whose it is, or of a definite one; of fighters behind `عدد`."""
    if at >= len(sentence) or sentence[at].mark:
        return None
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    owned = behind is not None and bool(behind.actors or behind.places or behind.text.startswith("ال"))
    piece = sentence[at]
    named = bool(piece.actors) and len(piece.words) > 1  # غارات التحالف, read as one name
    owned = owned or named
    for reading in lexicon.read_noun(piece.words[0]) if named else piece.nouns:
        theirs = reading.stem.article or reading.form.possessed or owned
        told = reading.noun.measure in TOLLED or (_is_counted(sentence, at) and reading.noun.of in _FIGHT)
        if theirs and told and reading.form.number in ("plural", "ambiguous"):
            return reading
    return None


def _is_counted(sentence: list[Chunk], at: int) -> bool:
    return at > 0 and sentence[at - 1].is_(*_NUMBER)


def _level(quantity: Quantity, at: int, head: NounReading) -> Frame:
    if head.noun.measure is None:
        take_noun(quantity, head.noun)
        return Frame(quantity, "strength", "topic", at)
    quantity.unit = quantity.unit or head.noun.unit
    return Frame(quantity, head.noun.measure, "change" if quantity.unit == "percent" else "topic", at)
