"""When: the time of a clause, and of the context where a clause states none; never the time of the speaking."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from tawatur.arabic import fold
from tawatur.arabic.times import Time
from tawatur.arabic.times.calendar import shift
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.clauses.distance import ANOTHER, Costs, distance
from tawatur.extract.clauses.scope import SHUT, barrier, figure_of_its_own
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.datelines import dated_line
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.times.behind import lies_behind
from tawatur.extract.times.ordinals import numbers_acts
from tawatur.extract.times.other_deeds import is_anothers, is_founding
from tawatur.extract.times.statements import TALLIES, before_that, said_at, told_back_at

#: The precisions of a time at which one speaks; `وثق المرصد خلال كانون الثاني مقتل …` tells of a month's events.
DAYS = frozenset(("day", "part_of_day", "night", "hour"))
#: Words after which a date is a statement's.
_DATED = words_of("issued")
#: `حتى الآن` dates nothing, nor does `بعد أسبوع دموي` what is told as done.
_NO_EVENT = frozenset(("now", "distance ahead"))
_BORN = frozenset(words_of("born"))
#: How far behind a word of birth its year stands.
_BIRTH = 4
#: What stands before a feast or a day that something is done for: it was not then.
_OCCASIONS, _OCCASION = frozenset(words_of("on_the_occasion_of")), 2
#: Prepositions that compare where a share stands before them.
_OVER = ("عن", "علي")
#: Words for a time that a demonstrative or `نفسه` points back with.
_SPANS = words_of("span_of_time")
_SAME = frozenset(words_of("same"))
_DEMONSTRATIVES = frozenset(words_of("demonstrative"))
#: How far behind `منذ` the date of the event stands that it counts from.
_SINCE_REACH = 14
_SINCE = frozenset(words_of("since"))
_WORST = frozenset(words_of("worst"))
#: How far before `منذ` a superlative may stand that compares what happened since.
_MEASURED_REACH = 12
#: How far behind a verb of beginning its date, and before it the noun of what began, may stand.
_BEGUN_REACH = 7
_BEGUN, _WAGED = frozenset(words_of("begun")), frozenset(words_of("waged_by"))
#: How many chunks before a verb of beginning stands the noun that it is said of.
_SAID_OF_IT = 6
_RELATIVE = frozenset(words_of("relative"))
_PROLONGED = frozenset(words_of("lasting"))
_HELD_LAND = frozenset(("territory_share", "territory_area"))
#: What stands at some number for a time: a day told beside it is seldom as of when.
STOCKS = frozenset(
    (
        "held", "strength", "camp_population", "inhabitants", "members", "nationalities", "facilities",
        "territory_share", "territory_area",
    )
)  # fmt: skip
_MEMBERS = "members"
_AHEAD = frozenset(words_of("ahead"))
_DAY_WORDS = frozenset(("day word", "day word and weekday", "weekday"))
_WEEKDAYS = frozenset(("weekday", "day word and weekday"))
_WEEK = 7
#: Participles of what goes on since some time.
_GOING_ON = frozenset(words_of("going_on"))
#: How many chunks before `منذ` stands what lasts since then.
_SAID_OF = 12
#: What stands so many chunks behind a count, and behind another, dates that.
_FAR_BEHIND = 24
_PARTS = frozenset("،,؛;:")
_WHO = words_of("who")
#: What a time costs that stands with another number before: `118 في يناير و97 في فبراير`.
_ANOTHERS = 1
#: What a time costs that says no day and stands in another clause: `تصاعد العنف الأسابيع الماضية، حيث قتل 9 في 3 أيار`.
_VAGUE = 4
_COSTS = Costs(clause=4, mark=2)


class Dated(NamedTuple):
    """A time that a sentence states of what happened: its chunk and the time; `behind` ones date what follows only."""

    at: int
    time: Time
    behind: bool = False


def find_times_of_events(sentence: list[Chunk], attributions: list[Attributed]) -> list[Dated]:
    """Return the sentence's times without those that date a statement (`قال أمس إن …`, `في بيان نشر الثلاثاء`)."""
    spoken = {
        at
        for one in attributions
        if not sentence[one.at].is_(*TALLIES)
        for at in (said_at if one.forward else told_back_at)(sentence, one)
    }
    said = {at for one in attributions if one.forward for at in before_that(sentence, one)}
    said |= set(range(dated_line(sentence)))
    return [
        Dated(at, piece.time)
        for at, piece in enumerate(sentence)
        if piece.time is not None
        and at not in said
        and piece.time.rule not in _NO_EVENT
        and not any(before.text in _OCCASIONS for before in sentence[max(0, at - _OCCASION) : at])
        and not any(before.text in _BORN for before in sentence[max(0, at - _BIRTH) : at])
        and not (
            piece.time.precision in DAYS
            and (at in spoken or _dates_a_document(sentence, at))
            and (piece.time.rule in _DAY_WORDS or _since(sentence, at) is None)
        )
        and not (_compared(sentence, at) or numbers_acts(sentence, at))
    ]


def is_vague(time: Time) -> bool:
    """Tell whether a time says neither when it begins nor by when it ends: `الأسابيع الماضية`, `قبل أيام`."""
    return (
        time.start_date is None
        and time.rule != "told"
        and time.relation not in ("until", "since")
        and not time.open_start
    )


def tells_same(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence keeps the time of what stands before it: `خلال المدة نفسها`, `في هذه الفترة`."""
    for at, piece in enumerate(sentence):
        if piece.is_one_of(_SPANS):
            around = [*sentence[max(0, at - 1) : at], *sentence[at + 1 : at + 2]]
            if any(near.text in _SAME or near.text in _DEMONSTRATIVES for near in around):
                return True
    return False


def _compared(sentence: list[Chunk], at: int) -> bool:
    """`مقارنة بعام 2023`, `بزيادة 30% على عام 2023`: the time of the figure compared with, not of the claim."""
    if figure_of_its_own(sentence, at) is not None:
        return False  # whose figure is told beside it
    for i in range(max(0, at - 3), at):
        behind_share = any(_is_percent(piece) for piece in sentence[max(0, i - 3) : i])
        over = sentence[i].text.removeprefix("و") in _OVER
        if behind_share if over else "comparison" in sentence[i].cues:
            return True
    return False


def _measures(sentence: list[Chunk], at: int) -> bool:
    """`الأكثر دموية منذ 2014`, `الغوطة المحاصرة منذ 2013`: since when nothing was like it, how long a place is so."""
    time = sentence[at].time
    if time is None or not (
        time.relation in ("since", "during") or time.rule == "calendar unit" or _since(sentence, at) is not None
    ):
        return False
    for back in range(at - 1, max(-1, at - _MEASURED_REACH), -1):
        piece = sentence[back]
        if piece.number is not None or piece.mark:
            return False
        if piece.text in _WORST:
            return True
    return False


def _is_percent(piece: Chunk) -> bool:
    return piece.number is not None and piece.number.unit == "percent"


def _dates_a_document(sentence: list[Chunk], at: int) -> bool:
    time = sentence[at].time
    if time is not None and time.relation == "since":
        return False  # حصيلة الحرب منذ 7 أكتوبر: what it counts from
    for back in range(1, 5):
        if at - back < 0:
            return False
        piece = sentence[at - back]
        if back == 1 and piece.names("event") and not piece.text.startswith("ال"):
            return False  # حصيلة هجوم الثلاثاء
        if piece.text.lstrip("ال").startswith(_DATED):
            return True
        if piece.number is not None or piece.triggers:
            return False
        if "document" in piece.says:
            return True
        if piece.verb_says:
            return not piece.is_(*TALLIES)
        if piece.mark and piece.text != ")":
            return False
    return False


def choose(clauses: Clauses, times: list[Dated], first: int, last: int, measure: str = "") -> Dated | None:
    """Return the time nearest to the chunks `[first, last)`; a clause boundary between costs, and much after a list."""
    sentence = clauses.sentence
    scene = _scene(clauses, first)
    if scene is not None:
        return scene
    best: Dated | None = None
    best_cost = ANOTHER
    for dated in times:
        after = dated.time.rule == "told" and dated.time.duration is not None  # بعد يومين من الهجوم
        if after or (dated.behind and dated.at >= last) or is_anothers(clauses, dated.at, first, measure):
            continue
        if dated.at >= last:
            if _is_anothers(sentence, last, dated.at) or not _since_of_it(sentence, dated, last):
                continue
            beside = dated.at <= last + 1  # 12 في يناير و20 في فبراير
            cost = 0 if beside else distance(sentence, last, dated.at, _COSTS)
        elif dated.at < first:
            if lies_behind(clauses, dated.at, first, day=dated.time.precision in DAYS):
                continue
            if not _since_of_it(sentence, dated, None):
                continue
            cost = distance(sentence, dated.at + 1, first, _COSTS)
            cost += _ANOTHERS if any(p.number is not None for p in sentence[max(0, dated.at - 3) : dated.at]) else 0
        else:
            cost = 0
        if is_vague(dated.time) and clauses.at(dated.at) is not clauses.at(first):
            cost += _VAGUE
        shut = barrier(clauses, first, dated.at)
        if shut < SHUT and cost + shut < best_cost:
            best, best_cost = dated, cost + shut
    return best


def of_a_stock(clauses: Clauses, times: list[Dated], at: int, measure: str) -> list[Dated]:
    """Return the times as of which a stock may be told: those of its own clause that say neither since nor until when.

    `تأسس المخيم سنة 1957 وكان عدد سكانه` gives its people no year, `خمسون مقاتلا في الهجوم الأحد` a day.
    """
    own = clauses.at(at).number
    return [
        dated
        for dated in times
        if dated.time.relation == "at"
        and dated.time.rule != "since"
        and (clauses.at(dated.at).number == own or measure in _HELD_LAND)
        and not (measure != _MEMBERS and is_founding(clauses, dated.at))  # تأسس في 2014 بمشاركة 81 عضوا: as of then
    ]


def _is_anothers(sentence: list[Chunk], last: int, at: int) -> bool:
    """Tell whether a time far behind a count stands behind another one, which it dates."""
    return at - last >= _FAR_BEHIND and any(piece.number is not None for piece in sentence[last:at])


def _since_of_it(sentence: list[Chunk], dated: Dated, last: int | None) -> bool:
    """Tell whether a length of time after `منذ` may be a count's, which ends at chunk `last` where it stands before.

    It is where it follows the count (`وفاة ألفين منذ نحو عام`) or what lasts (`تمردها المستمر منذ ست سنوات`); not so in
    `المفاوضات متوقفة منذ ستة أشهر`.
    """
    if dated.time.rule != "distance since":
        return True
    if last is not None and not any(piece.mark or piece.verb_says for piece in sentence[last : dated.at]):
        return True
    for piece in reversed(sentence[max(0, dated.at - _SAID_OF) : dated.at]):
        if _lasts(piece) or piece.text.removeprefix("ال") in _GOING_ON:
            return True
        if piece.mark or piece.number is not None or piece.verb_says:
            return False
    return False


def _scene(clauses: Clauses, at: int) -> Dated | None:
    """`عام 2018 الذي شهد 60 هجوما`: the time that a relative clause tells of, whatever else it is compared with."""
    clause, sentence = clauses.at(at), clauses.sentence
    who = clause.first
    if clause.link != "relative" or who == 0 or not sentence[who].is_(*_WHO):
        return None
    time = sentence[who - 1].time
    dates = time is not None and (time.relation == "at" or not _measures(sentence, who - 1))  # منذ مذبحة مايو التي
    told = dates and time is not None and time.start_date is not None
    return Dated(who - 1, time) if time is not None and told else None


def reaching_on(sentence: list[Chunk], times: list[Dated], anchor: str | None) -> list[Dated]:
    """Return the times as counts take them, up to the report's date `anchor`.

    `منذ الإطاحة بمرسي في تموز 2013` reaches from then up to the report, `خلال الشهر الجاري` no further than it.
    """
    return [_reaching_on(sentence, dated, anchor) for dated in times if not _measures(sentence, dated.at)]


def told_as_past(times: list[Dated], anchor: str | None, passage: Passage) -> list[Dated]:
    """Return the times that may date what a text tells as done: none after the report's date `anchor`.

    A day of the week that seems to point ahead is the last one (`تواصل الطائرات الخميس قصفها`), `الخميس المقبل` not.
    """
    if anchor is None:
        return times
    found = []
    for dated in times:
        start, end = dated.time.start_date, dated.time.end_date
        if start is None or start <= anchor or dated.time.year is not None:  # a year is coded as it is printed
            found.append(dated)
        elif dated.time.rule in _WEEKDAYS and end is not None and not _says_ahead(dated.time, passage):
            first, last = (shift(date.fromisoformat(day), "day", -_WEEK).isoformat() for day in (start, end))
            if first <= anchor:
                found.append(dated._replace(time=msgspec.structs.replace(dated.time, start_date=first, end_date=last)))
    return found


def _says_ahead(time: Time, passage: Passage) -> bool:
    words = fold(passage.words(time.first, time.last)).split()
    return any(word.removeprefix("ال") in _AHEAD for word in words)


def _reaching_on(sentence: list[Chunk], dated: Dated, anchor: str | None) -> Dated:
    time = dated.time
    since = _since(sentence, dated.at) if time.relation == "at" and time.start_date is not None else None
    if since is not None and _dates_its_act(sentence, since):
        return dated
    if since is not None:
        return Dated(since, lasting(time, anchor))  # a relative clause about who began it may lie between
    begun = time.relation == "at" and time.rule != "range" and time.start_date is not None
    if anchor is not None and begun and _has_lasted(sentence, dated, anchor):
        return dated._replace(time=lasting(time, anchor))
    start, end = time.start_date, time.end_date
    if time.rule == "calendar unit" and time.precision == "day" and start is not None and end is not None:
        return dated._replace(time=msgspec.structs.replace(time, end_date=start))  # الليلة الماضية: a claim's day
    if time.rule in ("current", "calendar unit") and anchor is not None and start is not None and end is not None:
        return dated._replace(time=msgspec.structs.replace(time, end_date=anchor)) if start <= anchor < end else dated
    return dated


def lasting(time: Time, until: str | None) -> Time:
    """Return a time as what lasts from it on."""
    return msgspec.structs.replace(
        time, end_date=until, rule="since", relation="since", precision="period", open_end=True
    )


def _has_lasted(sentence: list[Chunk], dated: Dated, anchor: str) -> bool:
    """Tell whether a relative clause tells when what lasts began: `قتلوا في العملية التي بدأت قبل أسبوعين`.

    After a noun without article, it has no pronoun: `قتلوا في حملة واسعة انطلقت في آذار`; what began within the week
    is its day's news.
    """
    for back in range(dated.at - 1, max(0, dated.at - _BEGUN_REACH), -1):
        piece = sentence[back]
        if piece.text in _BEGUN or piece.text in _WAGED:
            if sentence[back - 1].text in _RELATIVE:
                if piece.text in _WAGED and not _is_old(dated.time, anchor):
                    return False  # الغارات التي شنها التحالف مساء الخميس: that evening's
                return any(map(_lasts, sentence[max(0, back - 1 - _BEGUN_REACH) : back - 1]))
            return piece.text in _BEGUN and _is_old(dated.time, anchor) and _is_said_of_what_lasts(sentence, back)
        if piece.mark or piece.number is not None or piece.time is not None:
            return False
    return False


def _is_said_of_what_lasts(sentence: list[Chunk], verb: int) -> bool:
    for piece in reversed(sentence[max(0, verb - _SAID_OF_IT) : verb]):
        if piece.mark or piece.number is not None or piece.verb_says:
            return False
        if _lasts(piece):
            return not piece.definite
    return False


def _is_old(time: Time, anchor: str) -> bool:
    assert time.start_date is not None
    return (date.fromisoformat(anchor) - date.fromisoformat(time.start_date)).days > _WEEK


def _lasts(piece: Chunk) -> bool:
    bare = (word.removeprefix("ال").removeprefix("بال").removeprefix("لل") for word in piece.words)
    return any(word in _PROLONGED or word.removesuffix("ا") in _PROLONGED for word in bare)  # يشن تمردا


def _dates_its_act(sentence: list[Chunk], since: int) -> bool:
    """`في تأهب منذ أن فجر انتحاري سيارة في 27 يناير، ما أوقع مئة قتيل`: what the act did was on its day.

    What is counted before the `منذ` has gone on since then, and so has what is counted since a beginning.
    """
    act = sentence[since + 1 : since + 3]
    if any(piece.number is not None for piece in sentence[:since]) or any(piece.text in _BEGUN for piece in act):
        return False
    told = act[1:] if act and act[0].is_("ان") else act[:1]
    return any(any(reading.verb is not None for reading in piece.triggers) for piece in told)


def _since(sentence: list[Chunk], at: int) -> int | None:
    """Return the chunk of the `منذ` that a date counts from: `منذ الإطاحة بمرسي في تموز`."""
    end = at - 1 if at and sentence[at - 1].text in _PARTS else at  # منذ شرع التحالف في حملته، عام 2015
    for back in range(end - 1, max(-1, at - _SINCE_REACH - 1), -1):
        piece = sentence[back]
        if piece.text in _SINCE:
            return back
        if piece.text in _PARTS or piece.verb_says or piece.number is not None or piece.time is not None:
            return None
    return None
