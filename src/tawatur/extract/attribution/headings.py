"""Headings: who speaks in a headline or a line, before a colon: `برلماني فرنسي:`."""

from __future__ import annotations

from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.word_classes import is_definite, is_name, is_told
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

#: A name without the article has as many letters in a headline.
_SHORTEST = 4
_LABELS = words_of("headline_label")
_THAT = words_of("that")
#: How many chunks an entry's hour takes up, and what may stand behind it.
_CLOCK, _AFTER_CLOCK = 3, frozenset("-–—|")
#: What forces call the killing of those whom they fight; endings of a verb of several.
_DONE_AWAY, _JOINT = words_of("done_away"), ("ان", "ون")
#: Marks around a name.
_QUOTES = frozenset('«»"“”')
#: How many chunks a name in quotation marks takes up at least, with them and before the colon.
_SHORTEST_QUOTED = 2
#: How many chunks may stand before a colon, and how many words a name has that opens a headline.
_LONGEST, _LONGEST_NAME = 10, 4


def before_colon(sentence: list[Chunk], speakers: Speakers, passage: Passage) -> Attributed | None:
    """`البيشمركة: مقتل 5`, `«البيشمركة»: مقتل 5`: a name and a colon attribute a headline or a line."""
    opens = behind_clock(sentence) or behind_label(sentence)
    end = next((i for i in range(opens + 1, min(opens + _LONGEST, len(sentence))) if sentence[i].text == ":"), None)
    if end is None:
        return None
    quoted = sentence[opens].text in _QUOTES and end - opens > _SHORTEST_QUOTED and sentence[end - 1].text in _QUOTES
    first, last = opens + quoted, end - quoted
    hops: tuple[Hop, ...] = ()
    if passage.kind == "title" and may_head(sentence[first:last]):
        hops = speakers.describe(sentence, first, last, passage) or speakers.named(sentence[first:last], passage)
    elif passage.kind == "title" and is_seat_speaking(sentence, end):
        hops = (speakers.hop(sentence[0]),)
    elif passage.kind == "title" and "document" in sentence[first].says:
        hops = speakers.describe(sentence, first, last, passage, named=False)  # البيان الرابع للقوات:
    elif _tells_in_line(sentence[first:last], sentence[end + 1 :], speakers):
        hops = speakers.describe(sentence, first, last, passage)
    if not hops:
        return None
    return Attributed(0, forward=True, chain=hops, modality=None, content=end + 1, rule="colon")


def behind_clock(sentence: list[Chunk]) -> int:
    """`09:40 الدفاع المدني: …`, `11:20 - الشرطة: …`: where the text of a live blog's entry begins; 0 for any other."""
    clock = len(sentence) > _CLOCK and sentence[1].text == ":"
    if not clock or not (sentence[0].text.isdigit() and sentence[2].text.isdigit()):
        return 0
    return _CLOCK + (sentence[_CLOCK].text in _AFTER_CLOCK)


def behind_label(sentence: list[Chunk]) -> int:
    """`عاجل | الجيش: …`, `عاجل - الجيش يعلن`: where a headline begins behind its label; 0 for any other."""
    labelled = len(sentence) > _SHORTEST_QUOTED and sentence[0].is_(*_LABELS) and sentence[1].text in _AFTER_CLOCK
    return _SHORTEST_QUOTED if labelled else 0


def begins_clause(sentence: list[Chunk], first: int, at: int) -> bool:
    """`مقتل سبعة والجيش يعلن اعتقال 12`: behind what a headline has told, who tells more, up to the verb at a chunk."""
    head, told = sentence[first], sentence[:first]
    joint = sentence[at].text.endswith(_JOINT)  # الجيش والشرطة يعلنان
    voiced = bool(head.actors) or "speaker" in head.says
    if head.conjunction != "و" or joint or not voiced or sentence[at].conjunction:
        return False
    name = sentence[first + 1 : at]
    return any(one.number or one.triggers or one.verb_says for one in told) and all(
        not (one.mark or one.number or one.triggers or one.preposition) for one in name
    )


def _tells_in_line(pieces: list[Chunk], behind: list[Chunk], speakers: Speakers) -> bool:
    """Tell whether who stands before a colon may speak there: no people whom a line is about (`النازحون:`)."""
    if not pieces or pieces[0].places or not speakers.may_speak(pieces[0]):
        return False
    told = bool(behind) and (is_told(behind[0]) or behind[0].text in _THAT)
    return any(piece.actors or piece.persons for piece in pieces) or (told and may_head(pieces))


def is_seat_speaking(sentence: list[Chunk], end: int) -> bool:
    """`موسكو: إصابة عشرات في سوريا`: a capital before a colon speaks for its state where another country is told of."""
    seat = sentence[0]
    if end != 1 or not seat.places or not seat.actors or seat.state is not None or seat.places[0].kind == "country":
        return False
    if end + 1 < len(sentence) and sentence[end + 1].text.startswith(_DONE_AWAY):
        return True  # أنقرة: تحييد 12
    abroad = [place.country for piece in sentence[end:] for place in piece.places[:1]]
    return bool(abroad) and seat.places[0].country not in abroad


def may_head(pieces: list[Chunk]) -> bool:
    """Tell whether what a colon closes in a headline is somebody: `برلماني فرنسي:`, `الوادي:`; no place, no topic."""
    body = "speaker" in pieces[0].says and not pieces[0].places  # مستشفى الوادي:
    if any(piece.number or piece.time or piece.triggers or piece.mark for piece in pieces):
        return False
    if any(piece.places and not body for piece in pieces):
        return False
    if any(piece.verb_says or piece.preposition or piece.conjunction or (piece.heads and not body) for piece in pieces):
        return False
    if any(piece.names("event") or event_class(piece) is not None or piece.is_(*_LABELS) for piece in pieces):
        return False
    first = pieces[0]
    if len(pieces) == 1:
        return is_name(first) and (is_definite(first) or len(first.text) >= _SHORTEST)
    return body or (is_name(first) and all(is_name(piece) or piece.state for piece in pieces))


def heads_title(sentence: list[Chunk], at: int, passage: Passage) -> bool:
    """`الفاروقي يؤكد مقتل 12`: a headline that opens with a name and its verb of saying at a chunk."""
    if passage.kind != "title" or not 0 < at <= _LONGEST_NAME or sentence[at].conjunction:
        return False
    first, last = (1, at - 1) if sentence[0].text in _QUOTES and sentence[at - 1].text in _QUOTES else (0, at)
    return last > first and may_head(sentence[first:last]) and "speaker" not in sentence[first].says
