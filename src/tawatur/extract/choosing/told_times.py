"""The times that a report tells, sentence by sentence, and what a weighing asks of each: its kind, how it lies."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from tawatur.arabic.times import Time
from tawatur.extract.choosing.weights import class_of
from tawatur.extract.clauses.scope import SHUT, barrier, is_aside
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.places.settings import Setting
from tawatur.extract.times.behind import lies_behind
from tawatur.extract.times.other_deeds import is_anothers, is_founding
from tawatur.extract.times.periods import DAYS, STOCKS, Dated

#: A time as a claim holds it: its first and its last day, both None for no time at all.
Days = tuple[str | None, str | None]
UNDATED: Days = (None, None)

#: Upper ends of the classes that lengths in days fall in, of those of how many days before the report a time ends, and
#: of distances in chunks.
_LENGTHS, _AGES, _DISTANCES = (1, 2, 7, 31, 366), (-1, 0, 1, 2, 7, 31, 366), (1, 3, 6, 10, 16, 30)
_MARKS = frozenset("،,؛:;")
_PREPOSITIONS = frozenset(("في", "من", "منذ", "بعد", "قبل", "حتي", "خلال"))
#: How many marks between a time and a number are told apart.
_MANY_MARKS = 3


_FLAGS = (
    "background", "earlier", "same_time", "dates_act", "war", "since", "refers", "goes_on", "introduces", "series",
    "eventful",
)  # fmt: skip
_SINCE, _HAD = frozenset(words_of("since")), ("قد", *words_of("had_been"))
#: How many chunks open a sentence.
_OPENING = 4


class Told(NamedTuple):
    """A time that a sentence tells: its chunk, the time as a claim takes it, and its standing.

    That is `past` where it may date what happened, `ahead` where it lies after the report, else `left out`: a
    statement's, a document's, one that is compared with. `behind` ones date only what follows them.
    """

    at: int
    time: Time
    standing: str
    behind: bool = False


class Timed(NamedTuple):
    """A sentence and the times that it tells."""

    setting: Setting
    headline: bool
    clauses: Clauses
    told: list[Told]

    @staticmethod
    def of(setting: Setting, clauses: Clauses, spans: list[Dated], past: list[Dated], *, headline: bool) -> Timed:
        """Return a sentence's times: those of what happened (`past`), the other ones of events (`spans`), the rest."""
        found = [Told(dated.at, dated.time, "past", dated.behind) for dated in past]
        known = {dated.time.first for dated in past}
        found += [Told(dated.at, dated.time, "ahead") for dated in spans if dated.time.first not in known]
        known |= {dated.time.first for dated in spans}
        found += [
            Told(at, piece.time, "left out")
            for at, piece in enumerate(clauses.sentence)
            if piece.time is not None and piece.time.first not in known
        ]
        return Timed(setting, headline, clauses, [told for told in found if days_of(told.time) != UNDATED])

    @property
    def number(self) -> int:
        """The sentence's number in its section."""
        return self.setting.number


class Given:
    """A time that the rules gave to claims: to how many, and to how many by their own sentence."""

    __slots__ = ("claims", "stated", "time")

    def __init__(self, time: Time | None) -> None:
        self.time = time
        self.claims = 0
        self.stated = 0


class Telling(NamedTuple):
    """How a sentence tells: its features, the first token of each of its chunks, its first verb of saying."""

    features: list[str]
    firsts: list[int]
    said: int

    def chunk(self, token: int) -> int:
        """Return the chunk that a token is in."""
        return max(0, bisect_right(self.firsts, token) - 1)


def days_of(time: Time | None) -> Days:
    """Return the first and the last day of a time."""
    return UNDATED if time is None else (time.start_date, time.end_date)


def kinds_of(time: Time, anchor: date | None) -> list[str]:
    """Tell of what kind a time is: by which rule it was read, how long it is, how long before the report it ends."""
    start, end = time.start_date, time.end_date
    length = "open"
    if start is not None and end is not None:
        length = class_of((date.fromisoformat(end) - date.fromisoformat(start)).days + 1, _LENGTHS)
    found = [f"rule {time.rule}"]
    last = end or start
    if anchor is not None and last is not None:
        age = class_of((anchor - date.fromisoformat(last)).days, _AGES)
        found += [f"age {age}", f"age {age}, length {length}"]
    return found


def relation(one: Days, other: Days) -> str:
    """Tell how a time lies to another: `wider`, `finer`, `earlier`, `later`, `meets`; or that either is none."""
    if other == UNDATED:
        return "for none"
    if one == UNDATED:
        return "none for it"
    start, end = one[0] or "", one[1] or "9"
    begun, ended = other[0] or "", other[1] or "9"
    if end < begun:
        return "earlier"
    if start > ended:
        return "later"
    if start <= begun and end >= ended:
        return "wider"
    return "finer" if start >= begun and end <= ended else "meets"


def beside_number(one: Timed, told: Told, at: int, kind: str) -> list[str]:
    """Tell how a time stands to the number at chunk `at` of the same sentence, of a claim of some kind."""
    sentence = one.clauses.sentence
    first, last = min(at, told.at), max(at, told.at)
    way = "behind" if told.at > at else "before"
    between = sentence[first + 1 : last]
    marks = min(sum(piece.text in _MARKS for piece in between), _MANY_MARKS)
    found = [
        f"own {told.standing}",
        f"own {told.standing}, {kind}",
        f"own {told.standing}, {way}",
        f"{way} by {class_of(last - first, _DISTANCES)}",
        f"{way}, marks {marks}",
        f"{way}, {kind}",
    ]
    if any(piece.number is not None for piece in between):
        found.append(f"{way} another number")
    if any(piece.time is not None for piece in between):
        found.append(f"{way} another time")
    if any(piece.verb_says for piece in between):
        found.append(f"{way} a saying")
    if any(_acts(piece) for piece in between):
        found.append(f"{way} an act")
    if any("clause" in piece.cues for piece in between):
        found.append(f"{way} a relative")
    mine, its = one.clauses.at(at), one.clauses.at(told.at)
    if mine is its:
        found += [f"{way}, in its clause", f"own {told.standing}, in its clause"]
    else:
        found.append(f"{way}, {mine.link}-{its.link}")
        if mine.parent is its:
            found.append("in its matrix")
        elif its.parent is mine:
            found.append("in a clause on it")
    if told.at:
        found.append(f"led by {_leads(sentence[told.at - 1])}")
    if told.at <= 1:
        found.append("opens the sentence")
    return found


def telling_of(own: Timed, lead: int, last: int) -> Telling:
    """Tell how a sentence tells, whichever claim of it is asked about; its section's first and last are numbered so."""
    setting, sentence = own.setting, own.clauses.sentence
    found = [flag for flag in _FLAGS if getattr(setting, flag)]
    if setting.number in (lead, lead + 1):
        found.append("lead" if setting.number == lead else "second")
    elif setting.number == last:
        found.append("last")
    if setting.thread:
        found.append("later thread")
    found.append("tells " + ("+".join(sorted({told.standing for told in own.told})) or "no time"))
    if any(piece.time is not None and piece.time.rule == "now" for piece in sentence):
        found.append("so far")
    if any(piece.text in _SINCE for piece in sentence):
        found.append("says since")
    if any(piece.is_(*_HAD) for piece in sentence[:_OPENING]):
        found.append("had")
    said = next((at for at, piece in enumerate(sentence) if piece.verb_says), len(sentence))
    return Telling(found, [piece.first for piece in sentence], said)


def barred(one: Timed, told: Told, at: int, measure: str) -> bool:
    """Tell whether a time can't be that of the number at chunk `at` of the same sentence.

    It is said of a party (`التنظيم الذي يسيطر على المدينة منذ 2014`), or of what was done about what is counted
    (`اجتمع المجلس الخميس بعد مقتل 60`).
    """
    if barrier(one.clauses, at, told.at) >= SHUT or (told.behind and told.at > at):
        return True
    if is_anothers(one.clauses, told.at, at, measure) or (measure in STOCKS and is_founding(one.clauses, told.at)):
        return True
    return told.at < at and lies_behind(one.clauses, told.at, at, day=told.time.precision in DAYS)


def is_shut(one: Timed, told: Told, at: int | None, measure: str) -> bool:
    """Tell whether a time can't be that of the number at chunk `at`, or of another sentence's where it is None.

    `السلطات التي حكمت منذ 2021` says nothing of when the next sentence's dead fell.
    """
    return is_aside(one.clauses, told.at) if at is None else barred(one, told, at, measure)


def _leads(piece: Chunk) -> str:
    if piece.verb_says:
        return "a saying"
    if _acts(piece):
        return "an act"
    return piece.text if piece.text in _PREPOSITIONS else "other"


def _acts(piece: Chunk) -> bool:
    return bool(piece.triggers) or piece.names("event")
