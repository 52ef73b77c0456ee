"""Where and when of claims that name no place or time, from the thread of the report that they stand in."""

from __future__ import annotations

from tawatur.arabic.times import Time
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.arrests import is_abroad
from tawatur.extract.places.defences import is_launched_at
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.places.settings import Setting
from tawatur.extract.report.carried_places import (
    actors_of,
    countries_around,
    holds,
    in_theatre,
    is_wide,
    labels,
    lasting_places,
    narrowed,
)
from tawatur.extract.report.days_told import DAYS, EVENTS, date_ahead, is_long
from tawatur.extract.report.draft import BRACKETED, COURT, DEFENDED, OF_THE_WHOLE, OWN_SIDE, Draft
from tawatur.extract.report.places_of_totals import divided_places

BEGINNINGS = frozenset(("began", "ended"))
#: More people than these are of no single event; more than a thousand of none where a war is told of.
_MANY, _THOUSAND = 5000, 1000
_WARS = frozenset(words_of("war"))
#: Acts of a campaign, which goes on in one place after another on the same day.
_ACTS = frozenset(("operations", "airstrikes", "attacks", "clashes"))
#: People taken, in a matter of its own: `واعتقلت الشرطة اثنين` says nothing of when.
_TAKEN = frozenset(("detained", "killed_or_detained"))
#: Counts of people that are summed up over a conflict more often than told of one day.
RECKONED = frozenset(("displaced", "returned", "missing"))
#: The units of other counts that are of something that happened.
_HAPPENS = frozenset(("event", "weapon", "site", "facility"))
_CUSTODY = frozenset(("held", "facilities", "nationalities"))
#: How many sentences away an unnamed town is named.
_NAMED_WITHIN = 4
#: A place of a greater width may be an unnamed town.
_TOWN = 2
#: The least width of a speaker's place that says more closely where what he tells of was.
_NARROW = 2


class _Thread:
    """Where and when the thread's last event was."""

    def __init__(self, named: list[Located], court: list[Located]) -> None:
        self.where: list[Located] = []
        self.named = named  # every place that the report has told of
        self.court = court  # where the court was that passed the last sentence
        self.divided: list[Located] = []  # where the whole was, where it is that of a breakdown by place
        self.wide: list[Located] = []  # a wider place that `where` lies in, where the thread tells of one
        self.happened: Time | None = None  # when what was at `where` happened
        self.when: Time | None = None
        self.dated = 0  # the sentence that gave `when`
        self.of_taken = False  # whether people taken did
        self.of_series = False  # whether a series of acts in several places did
        self.act: Time | None = None  # the last day on which something happened

    def passes(self, setting: Setting, lexicon: Lexicon) -> None:
        """Take in a sentence that counts nothing: it may name the place or the day of what follows."""
        first = lasting_places(setting.first, lexicon, unknown=is_wide(self.where) or not self.where)
        told = setting.eventful and bool(first) and not holds(first, self.where, lexicon)
        if first and not told and holds(first, self.where, lexicon):
            self.wide = first
        moved = told and labels(first) != labels(self.where)
        if told:
            self.where, self.happened = first, setting.time
        day = self.when is not None and self.when.precision in DAYS
        if setting.time is not None and not (day and is_long(setting.time)):
            self.when, self.dated, self.of_taken = setting.time, setting.number, False
            self.of_series = setting.series
        elif moved:
            self.when = None
        if setting.introduces and setting.time is None:
            self.act = None
        if setting.eventful and not setting.background:
            self.happens(setting.time)

    def divides(self, places: list[Located], before: list[Located], lexicon: Lexicon) -> None:
        """Go on where the whole was of what a sentence divides by place, or where it had been told `before` to be."""
        around = holds(before, places, lexicon)
        self.divided = [] if around else places
        self.where = before if around else places or self.where

    def happens(self, time: Time | None) -> None:
        """Keep the day of an act, for what names it with its article."""
        if time is not None and time.precision in DAYS and time.relation == "at":
            self.act = time


def carry(body: list[Draft], settings: list[Setting], lexicon: Lexicon, theme: list[Located]) -> None:
    """Fill places and times of the body's drafts, which stand in the order of their sentences.

    `theme` is the place of the whole report: that of its headline, else of its lead.
    """
    theme = theme or next((setting.first for setting in settings), [])
    _refine(body, settings)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in body:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    named = [located for setting in settings for located in setting.places]
    thread, known = _Thread(named, []), -1
    for setting in settings:
        if setting.thread != known:
            thread, known = _Thread(named, thread.court), setting.thread
        drafts = [draft for draft in by_sentence.get(setting.number, ()) if draft.measure in EVENTS]
        drafts.sort(key=lambda draft: draft.number)
        before = thread.where
        for draft in drafts:
            _date(draft, setting, thread, lexicon)
            _place(draft, setting, thread, lexicon, theme)
        told = [*by_sentence.get(setting.number - 2, ()), *by_sentence.get(setting.number - 1, ())]
        thread.divides(divided_places(drafts, told), before, lexicon)
        if not drafts:
            thread.passes(setting, lexicon)
        for draft in by_sentence.get(setting.number, ()):
            if draft.measure in BEGINNINGS and not draft.where:
                _place_beginning(draft, thread, lexicon)
            elif draft.measure == "sentenced":
                _place_sentence(draft, thread, lexicon, theme)
    _look_ahead(body, settings)
    date_ahead(body, settings)
    keep(body)


def _place(draft: Draft, setting: Setting, thread: _Thread, lexicon: Lexicon, theme: list[Located]) -> None:
    if draft.rules.get("where") == BRACKETED:
        return  # تشاد (614 ألفا) ثم مصر (415 ألفا): the report goes on where the whole was
    if draft.own_where:
        if holds(draft.where, thread.where, lexicon):
            thread.wide = draft.where
        elif not (_is_part(draft) and holds(thread.where, draft.where, lexicon)):
            thread.where, thread.happened = draft.where, draft.when if draft.own_when else thread.when
        return
    if draft.defended is not None and is_launched_at(draft.defended, thread.where, lexicon):
        draft.where, draft.rules["where"] = [Located(0, draft.defended, "")], DEFENDED
        return
    if draft.policed is not None and is_abroad(draft.policed, thread.where):
        draft.where, draft.rules["where"] = [Located(0, draft.policed, "")], OWN_SIDE
        return
    if _is_of_war(draft, setting):
        draft.where = countries_around(thread.where or theme, lexicon)
        return
    if setting.since and draft.when is None and theme:
        draft.where = theme
        return
    vague = draft.own_when and draft.when is None
    if vague or (draft.own_when and draft.when is not None and _is_another_time(draft.when, thread.happened)):
        known = any(lexicon.theatres.get(actor) for actor in actors_of(draft))
        around = theme if _is_of_one_country([*theme, *thread.where]) and _is_area(theme) else []
        days = draft.when is None or not is_long(draft.when)
        region = [located for located in around if located.width == 1 and days]  # figures of other days are of it too
        draft.where = region if known else thread.wide or around or countries_around(thread.where, lexicon)
        return
    if draft.where_else and is_wide(thread.where) and labels(draft.where_else) != labels(thread.where):
        closer, wide = draft.where_else[0], thread.where[0]
        inside = closer.place.country == wide.place.id or lies_in(closer, wide, lexicon.knowledge)
        draft.where = draft.where_else if inside and closer.width >= _NARROW else thread.where
        return
    where = narrowed(draft, thread.where, lexicon)
    draft.where = in_theatre(draft, where, [*theme, *thread.named], lexicon)
    if not thread.divided:
        thread.where = where
    elif where is thread.divided:
        draft.rules["where"] = OF_THE_WHOLE


def _is_part(draft: Draft) -> bool:
    """Tell whether a count is one of a breakdown's, behind which the report goes on where the whole was."""
    return draft.frame is not None and (draft.frame.whole is not None or draft.frame.how == "breakdown")


def _is_of_one_country(places: list[Located]) -> bool:
    return len({located.place.country for located in places}) == 1


def _is_area(places: list[Located]) -> bool:
    """Tell whether a report is about one country, province or region as a whole."""
    return len(places) == 1 and places[0].width <= 1 and not places[0].side


def _place_beginning(draft: Draft, thread: _Thread, lexicon: Lexicon) -> None:
    """Give what began the place of its thread: `بدأت تركيا هجوما` where that is told of; a war its whole country."""
    begun = {party.actor for party in draft.of}
    if begun & lexicon.alliances:
        return  # an alliance is founded nowhere
    war = draft.of_a_country or any(actor.split()[0].removeprefix("ال") in _WARS for actor in begun)
    where = countries_around(thread.where, lexicon) if war else thread.where
    draft.where = where if len({located.place.country for located in where}) == 1 else []


def _place_sentence(draft: Draft, thread: _Thread, lexicon: Lexicon, theme: list[Located]) -> None:
    """Give who is sentenced by a court that is not named the state of the one told of last, else of the report."""
    thread.court = draft.where or thread.court
    if not draft.where and (thread.court or thread.where or theme):
        draft.where, draft.rules["where"] = countries_around(thread.court or thread.where or theme, lexicon), COURT


def _is_of_war(draft: Draft, setting: Setting) -> bool:
    """Tell whether a count is of a whole war: `خلف النزاع 10 آلاف قتيل`."""
    if draft.unit != "person" or draft.measure == "other" or not isinstance(draft.low, int):
        return False
    return draft.low >= _MANY or (setting.war and (setting.since or draft.low >= _THOUSAND))


def _is_another_time(time: Time, happened: Time | None) -> bool:
    """Tell whether a count's time is not that of the thread's event: apart from it, or long where it is not."""
    if is_long(time):
        return happened is None or not is_long(happened)
    if happened is None or is_long(happened):
        return False
    start, end = time.start_date or "", time.end_date or "9"
    return end < (happened.start_date or "") or start > (happened.end_date or "9")


def _date(draft: Draft, setting: Setting, thread: _Thread, lexicon: Lexicon) -> None:
    if draft.own_when:
        if draft.when is not None:
            thread.when, thread.dated, thread.of_taken = draft.when, setting.number, draft.measure in _TAKEN
            thread.of_series = setting.series
            thread.happens(draft.when)
        return
    if setting.earlier or (_is_reckoned(draft) and not setting.same_time):
        return
    if draft.measure in _TAKEN and _is_told_apart(setting, thread):
        return
    if thread.when is None:
        _date_act(draft, setting, thread, lexicon)
        return
    near = _is_near(draft, setting, thread) and not (
        draft.own_where
        and draft.measure not in _ACTS
        and not is_long(thread.when)
        and setting.number > thread.dated
        and not (setting.refers or setting.goes_on or setting.same_time)
        and not _meet(draft.where, thread.where, lexicon)
    )
    same_place = not draft.own_where or labels(draft.where) == labels(thread.where)
    same_place = same_place or holds(thread.where, draft.where, lexicon)
    same_place = same_place or (thread.of_series and _in_one_country(draft.where, thread.named))
    day = thread.when.precision in DAYS and not thread.when.open_start
    if near or setting.same_time or (same_place and day and not setting.background):
        draft.when = thread.when
        thread.dated = setting.number if same_place else thread.dated
    else:
        _date_act(draft, setting, thread, lexicon)


def _in_one_country(places: list[Located], named: list[Located]) -> bool:
    """Tell whether places lie in the only country that a report tells of."""
    return len({located.place.country for located in (*places, *named)}) == 1


def _is_told_apart(setting: Setting, thread: _Thread) -> bool:
    """Tell whether a sentence tells of people taken on no day told of: the last one is another matter's."""
    day = thread.when is not None and thread.when.precision in DAYS
    return day and setting.number > thread.dated and not (thread.of_taken or setting.refers or setting.same_time)


def _is_near(draft: Draft, setting: Setting, thread: _Thread) -> bool:
    """Tell whether the time told last still holds: for the next sentence, a week's or a month's for one more."""
    if thread.when is None:
        return False
    lasts = thread.when.precision not in DAYS and not is_long(thread.when) and not draft.own_where
    return setting.number - thread.dated <= (2 if lasts else 1)


def _date_act(draft: Draft, setting: Setting, thread: _Thread, lexicon: Lexicon) -> None:
    """`وأسفر الهجوم عن مقتل 9`: the day of the act told of before, however far."""
    if (
        setting.refers
        and draft.modality == "asserted"
        and not setting.background
        and _meet(draft.where if draft.own_where else [], thread.where, lexicon)
    ):
        draft.when = thread.act


def _is_reckoned(draft: Draft) -> bool:
    """Tell whether a count is one of need, flight or money, as of no day: `13 مليونا بحاجة`, a reward."""
    if draft.measure == "other":
        return draft.unit not in _HAPPENS
    return draft.measure in RECKONED


def _meet(one: list[Located], other: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether either place lies in the other, or none is told."""
    return not one or not other or holds(one, other, lexicon) or holds(other, one, lexicon)


def _look_ahead(body: list[Draft], settings: list[Setting]) -> None:
    """Place a figure for which the report has named no place yet where it is told of again."""
    threads = {setting.number: setting.thread for setting in settings}
    placed = [draft for draft in body if draft.own_where and draft.where]
    for draft in body:
        if draft.measure in EVENTS and not draft.where and draft.bound != "indefinite":
            again = (
                other
                for other in placed
                if threads.get(other.sentence) == threads.get(draft.sentence)
                and (other.measure, other.low, other.high) == (draft.measure, draft.low, draft.high)
            )
            same = next(again, None)
            draft.where = same.where if same is not None else []


def keep(body: list[Draft]) -> None:
    """Prisons stay where they are: figures of people held have the place of the last of the same keeper."""
    custody: Draft | None = None
    for draft in body:
        if draft.measure in _CUSTODY:
            if not draft.own_where and custody is not None and _same_keeper(draft, custody):
                draft.where = custody.where
            if draft.where:
                custody = draft


def _same_keeper(one: Draft, other: Draft) -> bool:
    keepers = {party.actor for party in one.by}, {party.actor for party in other.by}
    return not (keepers[0] and keepers[1]) or bool(keepers[0] & keepers[1])


def _refine(body: list[Draft], settings: list[Setting]) -> None:
    """Give a draft whose town is unnamed (`في بلدة تركية`) the town that a sentence near it names."""
    threads = {setting.number: setting.thread for setting in settings}
    for draft in body:
        if draft.own_where and len(draft.where) == 1 and draft.where[0].unnamed:
            named = _named_near(draft, settings, threads)
            draft.where = [named] if named is not None else draft.where


def _named_near(draft: Draft, settings: list[Setting], threads: dict[int, int]) -> Located | None:
    country, thread = draft.where[0].place.country, threads.get(draft.sentence)
    near = sorted(
        (
            setting
            for setting in settings
            if setting.thread == thread and 0 < abs(setting.number - draft.sentence) <= _NAMED_WITHIN
        ),
        key=lambda setting: (setting.number < draft.sentence, abs(setting.number - draft.sentence)),
    )
    for setting in near:
        for located in setting.places:
            if located.place.country == country and located.width > _TOWN and not located.unnamed:
                return located
    return None
