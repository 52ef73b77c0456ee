"""The setting of each sentence: which thread of the report it belongs to, where and when it tells of.

A thread is a run of sentences about one matter; `من جهة أخرى` and its like begin another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tawatur.arabic import stems
from tawatur.arabic.prefixes import wearing
from tawatur.arabic.times import Time
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import tells_flow
from tawatur.extract.places.choice import groups
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.times.periods import Dated, is_vague, tells_same
from tawatur.packs import Knowledge


def _joined(words: Iterable[str]) -> frozenset[str]:
    """Return words as they stand and with a conjunction, which no lexicon takes off every word."""
    return frozenset(start + word for word in words for start in ("", "و", "ف"))


_TURNS = tuple(tuple(phrase.split()) for phrase in words_of("another_topic"))
_TURNS_BEGUN = frozenset(phrase[0] for phrase in _TURNS)
_EARLIER = tuple(tuple(phrase.split()) for phrase in words_of("some_time_before"))
_EARLIER_BEGUN = frozenset(phrase[0] for phrase in _EARLIER)
_EVENT_VERBS = _joined(words_of("event_verb"))
_HAPPENED = _joined(words_of("happened"))
_THE_ACT = _joined(words_of("the_act"))
_GOES_ON = _joined(words_of("goes_on"))
_SERIES = frozenset(words_of("series"))
_BACKGROUND = frozenset(words_of("background"))
_WARS = frozenset(words_of("war"))
_SINCE, _SINCE_THEN = frozenset(words_of("since")), frozenset(words_of("since_then"))
_COUNTED_SINCE = _SINCE | _SINCE_THEN
_SETTING_OUT = _joined(words_of("first_of"))
#: The first words of `في وقت سابق`, and how many chunks from a verb of saying they tell when it was said.
_BEFORE_NOW, _SAID_NEAR = frozenset(("في", "وفي", "وقت")), 4
#: For how many days what goes on is news of all of them (`الحملة التي يشنها منذ الجمعة`), and no act of a day.
_FEW, _WEEK = 2, 7
#: How many chunks into a sentence its opening reaches.
_OPENING = 6


class Setting(NamedTuple):
    """What a sentence tells of where and when: its first places, all its places, its first time.

    `eventful` sentences tell of an act or its outcome; `background` ones of what was before; `earlier`
    ones date it vaguely (`قبل أيام`), so that no other day is theirs; `same_time`
    ones say that they keep the time told before (`خلال المدة نفسها`), `dates_act` ones when an act was that was told of
    before (`ووقع الانفجار عصر الأربعاء`). `war` ones tell of a war by that name, `since` ones of all that was since
    something began (`منذ اندلاع الاحتجاجات`), `refers` ones name that act with its article (`وأسفر الهجوم عن`),
    `goes_on` ones open with a word that goes on (`كما`), `introduces` ones name an act without it (`شهدت هجوما`),
    `series` ones many acts in several places (`سلسلة تفجيرات استهدفت مناطق مختلفة`).
    """

    number: int
    thread: int
    first: list[Located]
    places: list[Located]
    time: Time | None
    eventful: bool
    background: bool
    earlier: bool
    same_time: bool
    dates_act: bool
    war: bool
    since: bool
    refers: bool
    goes_on: bool
    introduces: bool
    series: bool


def setting_of(
    sentence: list[Chunk], number: int, thread: int, places: list[Located], times: list[Dated], knowledge: Knowledge
) -> Setting:
    """Return the setting of a sentence that continues thread `thread`, or begins the one after it."""
    strong = [located for located in places if not located.weak]
    words = [word for piece in sentence for word in piece.words]
    return Setting(
        number=number,
        thread=thread + turns(sentence),
        first=_foremost(groups(sentence, strong), knowledge),
        places=strong,
        time=next((dated.time for dated in times if not dated.behind and _dates(dated.time)), None),
        eventful=any(_tells_of_an_event(piece) for piece in sentence),
        background=_is_background(sentence),
        earlier=_is_earlier(sentence),
        same_time=tells_same(sentence) or any(dated.time.rule == "told" for dated in times),
        dates_act=bool(times) and act_happened(sentence, times[0].at),
        war=any(piece.words[0] in _THE_WAR for piece in sentence),
        since=any(_is_since(sentence, at) for at, piece in enumerate(sentence) if piece.text in _COUNTED_SINCE),
        refers=any(_names_one_act(piece) for piece in sentence if piece.nouns or piece.text in _THE_ACT),
        introduces=any(
            not reading.stem.article and reading.noun.unit == "event" for piece in sentence for reading in piece.nouns
        ),
        goes_on=any(piece.text in _GOES_ON for piece in sentence[:2]),
        series=not _SERIES.isdisjoint(words),
    )


def _foremost(grouped: list[list[Located]], knowledge: Knowledge) -> list[Located]:
    """Return the places named first; of one country, those in it that are named next."""
    first = next(iter(grouped), [])
    if len(first) == 1 and first[0].place.kind == "country" and not first[0].side and len(grouped) > 1:
        closer = grouped[1]
        if all(lies_in(located, first[0], knowledge) for located in closer):
            return closer
    return first


def turns(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence turns to another matter: `من جهة أخرى أفاد`, `* مقتل 19 في تشاد`."""
    opening = [word for piece in sentence[:_OPENING] for word in piece.words]
    if opening and len(opening[0]) > 2:
        opening[0] = opening[0].removeprefix("و")
    if not opening or opening[0] not in _TURNS_BEGUN:
        return False
    return any(tuple(opening[: len(phrase)]) == phrase for phrase in _TURNS)


def _is_background(sentence: list[Chunk]) -> bool:
    opening = sentence[:_OPENING]
    if opening and opening[0].text in _BACKGROUND:
        return True
    was = any(piece.is_("كان", "كانت") for piece in opening[:2])
    return was and any(piece.is_("قد") for piece in opening) and not any(piece.verb_says for piece in opening)


def _is_earlier(sentence: list[Chunk]) -> bool:
    """Tell whether words date a sentence vaguely; what somebody said `في وقت سابق` they say nothing of."""
    spoken = [at for at, piece in enumerate(sentence) if piece.verb_says]
    words = [(word, at) for at, piece in enumerate(sentence) for word in piece.words]
    for i, (word, at) in enumerate(words):
        if word in _EARLIER_BEGUN and any(_stands(words, i, phrase) for phrase in _EARLIER):
            said = word in _BEFORE_NOW and any(abs(at - one) <= _SAID_NEAR for one in spoken)
            if not said:
                return True
    return False


def _stands(words: list[tuple[str, int]], first: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word for word, _ in words[first : first + len(phrase)]) == phrase


def act_happened(sentence: list[Chunk], at: int) -> bool:
    """Tell whether an act with its article and a verb of happening stand before the time or place at chunk `at`."""
    before = sentence[:at]
    return (
        any(map(_names_the_act, before))
        and any(piece.text in _HAPPENED for piece in before)
        and not any(piece.number for piece in before)
    )


def _names_the_act(piece: Chunk) -> bool:
    """Tell whether a chunk is an act with its article: one told of before."""
    article = any(reading.stem.article and reading.noun.unit == "event" for reading in piece.nouns)
    return article or piece.text in _THE_ACT


def _names_one_act(piece: Chunk) -> bool:
    """Tell whether a chunk is a single act with its article: `الهجوم`, no `العمليات`."""
    return _names_the_act(piece) and not any(reading.form.number == "plural" for reading in piece.nouns)


def _tells_of_an_event(piece: Chunk) -> bool:
    return (
        "conflict" in piece.cues
        or (piece.nouns != () and piece.names("event"))
        or piece.text in _EVENT_VERBS
        or tells_flow(piece)
    )


def _is_the_war(word: str) -> bool:
    return any(reading.text in _WARS and reading.article for reading in stems(word))


#: `الحرب`, with whatever prefixes.
_THE_WAR = frozenset(word for war in _WARS for word in wearing(war) if _is_the_war(word))


def _is_since(sentence: list[Chunk], at: int) -> bool:
    """Tell whether the chunk at `at` counts from something that began, not from a date: `ومنذ بدء الحملة`, `ومذاك`."""
    piece = sentence[at]
    if piece.text in _SINCE_THEN:
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return piece.text in _SINCE and following is not None and following.text in _SETTING_OUT


def _dates(time: Time) -> bool:
    """Tell whether a time may date what further sentences tell of: nothing vague, no `منذ` but a day's of the week."""
    if is_vague(time) or time.start_date is None:
        return False
    if time.relation != "since":
        return True
    if time.end_date is None:
        return False
    return _FEW <= (date.fromisoformat(time.end_date) - date.fromisoformat(time.start_date)).days < _WEEK
