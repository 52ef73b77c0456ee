"""A section's sentences read in order: what each states, and what later ones refer to."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.extract.attribution.chains import Speech
from tawatur.extract.attribution.closings import Lists
from tawatur.extract.attribution.reach import Attributed, tells_beginnings
from tawatur.extract.choosing.stated import Stated
from tawatur.extract.choosing.told_times import Timed
from tawatur.extract.clauses.scope import is_aside
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.frames import find_frames
from tawatur.extract.counts.goods.amounts import name_currencies
from tawatur.extract.counts.goods.appeals import CAME_IN
from tawatur.extract.counts.goods.drones import fire_drones, fired_with
from tawatur.extract.counts.goods.local_currency import take_local_currency
from tawatur.extract.counts.lists.acts_before import ActsBefore
from tawatur.extract.counts.lists.changes import compared, correct
from tawatur.extract.counts.lists.counted_on import CountedBefore
from tawatur.extract.counts.lists.divided import divide
from tawatur.extract.counts.lists.next_doers import next_doer
from tawatur.extract.counts.lists.told_by_another import told_by_another
from tawatur.extract.counts.lists.whom_counted import tell_whom_counted
from tawatur.extract.counts.people.exchanges import set_free, tells_of_exchange
from tawatur.extract.counts.people.homecomings import Homecomings
from tawatur.extract.counts.people.homeward import send_home
from tawatur.extract.counts.people.stocks import (
    broken_down,
    default_frame,
    names_donors,
    taken_up,
    tells_of_gifts,
    tells_of_markets,
)
from tawatur.extract.counts.quantities import find_quantities
from tawatur.extract.counts.singles.persons import beside_person, find_persons
from tawatur.extract.counts.unexplained import told_of
from tawatur.extract.drafting import Drafting
from tawatur.extract.participants.agency import OPEN, Agency
from tawatur.extract.participants.beginners import beginner
from tawatur.extract.participants.unstated import attackers_named, told_later
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.discourse import Discourse, Happened
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.choice import outermost_dropped
from tawatur.extract.places.countries import Countries
from tawatur.extract.places.located import Located
from tawatur.extract.places.mentions import Places
from tawatur.extract.places.onsets import beginning_places, is_of_a_country, names_its_country
from tawatur.extract.places.settings import Setting, setting_of, turns
from tawatur.extract.report.beginnings import find_beginnings
from tawatur.extract.report.carried_places import countries_around
from tawatur.extract.report.companions import tell_companions
from tawatur.extract.report.compared import Compared, dated_by
from tawatur.extract.report.days_told import is_long
from tawatur.extract.report.draft import RECIPIENTS, Draft
from tawatur.extract.report.mishaps import Mishaps
from tawatur.extract.report.roles import find_roles
from tawatur.extract.times.counted_back import ToldTimes
from tawatur.extract.times.earlier import find_earlier
from tawatur.extract.times.periods import find_times_of_events, reaching_on, told_as_past
from tawatur.extract.times.rows import in_rows
from tawatur.extract.times.went_on import gone_on

_WEEK = 7
#: The length of a date that names a day.
_ISO = len("2015-07-23")
#: How many sentences behind an exchange of prisoners figures of prisoners are of those exchanged.
_EXCHANGED = 2


class SectionReader:
    """Reads a section's sentences in order and keeps what later ones refer to."""

    def __init__(
        self,
        lexicon: Lexicon,
        own: frozenset[str],
        countries: Countries,
        date: str | None,
        surnames: frozenset[str],
    ) -> None:
        self.lexicon = lexicon
        self._surnames = surnames
        self._date = date
        self.drafts: list[Draft] = []
        self.unread: list[Draft] = []
        self.settings: list[Setting] = []
        self.stated: list[Stated] = []
        self.timed: list[Timed] = []
        self.compared: list[Compared] = []
        self.theme: list[Located] = []
        self._discourse = Discourse(lexicon, countries.named)
        self._speech = Speech(lexicon, own, self._discourse)
        self._lists = Lists()
        self._countries = countries
        self._places = Places(lexicon, countries)
        self._told_times = ToldTimes(date)
        self._number = 0
        self._currency: str | None = None
        self._first_named: dict[str, int] = {}
        self._total: Frame | None = None
        self._donors = False
        self._acts = ActsBefore()
        self._counted = CountedBefore()
        self._mishaps = Mishaps(lexicon)
        self._homecomings = Homecomings()
        self.exchanges: list[int] = []
        self._drafting = Drafting(lexicon, self._discourse)

    @property
    def armed_group(self) -> tuple[str, int] | None:
        """The armed group of the section, where it names just one, and the sentence that names it first."""
        named = self._discourse.seen & (self.lexicon.armed_groups - {"militants"})
        first = min(named, key=lambda group: (self._first_named[group], group), default=None)
        if (
            first is None
            or self._discourse.are_many_armed()
            or not named <= {first, *self.lexicon.allies.get(first, ())}
        ):
            return None
        return first, self._first_named[first]

    @property
    def named(self) -> list[str]:
        """The parties that the section names, in the order in which it first does."""
        return sorted(self._first_named, key=lambda key: (self._first_named[key], key))

    @property
    def told(self) -> list[Happened]:
        """The events that the section has told, each with who did it."""
        return self._discourse.told

    def read(self, sentence: list[Chunk], passage: Passage) -> None:
        """Read one sentence: its attributions, quantities, frames, and each frame's slots."""
        headline = passage.kind == "title"
        lexicon = self.lexicon
        self._number += 1
        self._drafting.number = self._number
        if turns(sentence):
            self._discourse.turned = self._number
        self._discourse.read(sentence)
        for key in self._discourse.seen - self._first_named.keys():
            self._first_named[key] = self._number
        clauses = Clauses(sentence)
        attributions = self._speech.read(clauses, passage, headline=headline)
        self._sign_list(sentence, attributions)
        places = self._places.read(sentence, attributions, headline=headline)
        self._donors = self._donors or names_donors(sentence)
        earlier = find_earlier(sentence, passage)
        times = find_times_of_events(sentence, attributions)
        times = [dated for dated in times if not any(one.first <= dated.at < one.last for one in earlier)]
        quantities = find_quantities(sentence, lexicon)
        fire_drones(sentence, quantities, lexicon)
        self._acts.take_up(sentence, quantities, self._number)
        take_local_currency(sentence, quantities, self._countries)
        self._currency = name_currencies(sentence, quantities, self._currency)
        frames = divide(sentence, quantities, find_frames(sentence, quantities, lexicon))
        correct(sentence, frames)
        framed = {id(frame.quantity) for frame in frames}
        self._homecomings.read(sentence, self._number)
        named = find_persons(sentence, set(), frames, lexicon, self._surnames) if len(framed) < len(quantities) else []
        for quantity in quantities:
            if id(quantity) not in framed:
                frame = (
                    self._homecomings.counted(sentence, quantity, frames, self._number)
                    or beside_person(sentence, quantity, named)
                    or compared(sentence, quantity, frames)
                    or fired_with(sentence, quantity, frames)
                    or taken_up(sentence, quantity, self._total, frames)
                    or default_frame(sentence, quantity, lexicon)
                    or broken_down(sentence, quantity, self._total, frames)
                    or next_doer(sentence, quantity, frames)
                    or told_by_another(sentence, quantity, frames, self._total)
                )
                if frame is None and not headline:
                    frame = told_of(sentence, quantity, lexicon) or self._counted.go_on(sentence, quantity, frames)
                if frame is not None:
                    frames.append(frame)
                elif headline and quantity.bound != "ambiguous" and quantity.unit in (None, "person", "event", "site"):
                    self.unread.append(self._drafting.unread(quantity, sentence, passage))
        frames.sort(key=lambda frame: frame.quantity.first)
        tell_whom_counted(sentence, frames)
        self._acts.keep(frames, self._number)
        self._counted.keep(frames)
        self._total = next((frame for frame in reversed(frames) if frame.whole is None and _counts_people(frame)), None)
        self._free_exchanged(sentence, frames)
        send_home(sentence, frames)
        self._homecomings.bring_home(sentence, frames, self._number)
        self._mishaps.read(sentence, headline=headline)
        frames = self._mishaps.left(frames)
        agency = Agency(clauses, self._discourse, lexicon, self._number)
        drafts = [self._drafting.draft(frame, agency, passage, attributions) for frame in frames]
        agency.remember()
        if any(draft.measure == "funding" for draft in drafts):
            gifts = self._donors or tells_of_gifts(sentence)
            markets = tells_of_markets(sentence) and not self._donors  # وعود المانحين, some of them loans
            drafts = [
                d
                for d in drafts
                if d.measure != "funding"
                or d.how == CAME_IN
                or ((d.by or gifts or d.modality == "planned" or d.rules.get("where") == RECIPIENTS) and not markets)
            ]
        taken = {at for frame in frames for at in range(frame.quantity.first, frame.quantity.last)}
        for person in find_persons(sentence, taken, frames, lexicon, self._surnames):
            if self._mishaps.left([person.frame]):
                drafts.append(self._drafting.person(person, agency, passage, attributions))
        tell_companions(drafts, sentence)
        parties = {id(piece) for quantity in quantities for _, piece in quantity.parties}
        givers = [party.chunk for draft in drafts if draft.measure == "funding" for party in draft.by]
        parties |= {id(piece) for piece in givers if piece is not None}  # خصصت الكويت مليارين: who gives is not where
        stated = outermost_dropped(sentence, places, lexicon)
        around = [located for located in stated if id(sentence[located.at]) not in parties]
        told = self._told_times.read(sentence, times, self._number, passage)
        spans = in_rows(sentence, reaching_on(sentence, gone_on(sentence, told), self._date))
        past = told_as_past(spans, self._date, passage)
        for draft in drafts:
            self._drafting.scope(draft, clauses, around, past if draft.modality == "asserted" else spans)
        self.compared += dated_by(drafts, sentence, earlier)
        thread = self.settings[-1].thread if self.settings else 0
        lasting = [dated for dated in past if not is_aside(clauses, dated.at)]
        setting = setting_of(sentence, self._number, thread, around, lasting, lexicon.knowledge)
        self.stated.append(Stated.of(setting, clauses, around, lexicon, headline=headline))
        self.timed.append(Timed.of(setting, clauses, spans, past, headline=headline))
        if headline:
            self.theme = self.theme or setting.first
        else:
            self.settings.append(setting)
        before = next((one.first for one in reversed(self.settings) if one.first and one.number < self._number), [])
        for draft in find_roles(sentence, self._number, places, before, passage, self._discourse, lexicon):
            at = next(i for i, piece in enumerate(sentence) if piece.first == draft.number[0])
            self._drafting.attribute(draft, attributions, at)
            drafts.append(draft)
        for draft in find_beginnings(sentence, self._number, times, passage, lexicon):
            at = next(i for i, piece in enumerate(sentence) if piece is draft.trigger)
            self._drafting.attribute(draft, tells_beginnings(attributions), at)
            draft.by = beginner(agency, at, draft.of, draft.by)
            draft.where = beginning_places(sentence, around, at, self.lexicon)
            draft.own_where = bool(draft.where)
            draft.of_a_country = is_of_a_country(sentence, at)
            if draft.of_a_country and not names_its_country(sentence, at, draft.where):
                draft.where = countries_around(draft.where, lexicon)  # لم تدخل الميناء منذ اندلاع النزاع
            drafts.append(draft)
        self.drafts += drafts

    def _sign_list(self, sentence: list[Chunk], attributions: list[Attributed]) -> None:
        """Give what the items of a list tell to whom its last line names: `وذلك بحسب المرصد.`."""
        listed = self._lists.read(sentence, attributions)
        if listed is None:
            return
        told, chain = listed
        for draft in self.drafts:
            if not draft.source and not draft.headline and draft.sentence in told:
                draft.source, draft.rules["source"] = chain, "closing"

    def _free_exchanged(self, sentence: list[Chunk], frames: list[Frame]) -> None:
        """`شملت العملية 887 أسيرا`, right behind an exchange of prisoners: those are free."""
        if tells_of_exchange(sentence):
            self.exchanges.append(self._number)
        if (
            not self.exchanges
            or self._number - self.exchanges[-1] > _EXCHANGED
            or any(piece.names("facility") for piece in sentence)
        ):
            return
        set_free(sentence, frames)

    def sign_reports(self) -> None:
        """Give what a report of nobody told (`كشف تقرير حقوقي عن`) to whoever the section says later that it is of."""
        for draft in self.drafts:
            draft.source = self._speech.signed(draft.source)

    def date_beginnings(self) -> None:
        """Give what is counted `منذ بدء الهجوم` the days since then, where a later sentence says when it began."""
        for draft in self.drafts:
            if draft.own_when and draft.when is None:
                draft.when = self._told_times.told_later(draft.sentence)

    def name_attackers(self) -> None:
        """Give what nobody is named for to whom the section names for the same attack, or the same victims, later."""
        for draft in self.drafts:
            if not draft.by and draft.rules.get("by") not in OPEN:
                doers = told_later(draft.measure, draft.of, self._drafting.deeds, self.lexicon)
                draft.by, draft.rules["by"] = list(doers.parties), doers.rule
            if [party.actor for party in draft.by] in (["attackers"], ["militants"]):
                matter, apart = self._matter(draft.sentence), self._of_other_days(draft)
                named = attackers_named(draft.of, draft.sentence, self._discourse, self.lexicon, matter, apart)
                if named is not None:
                    draft.by, draft.rules["by"] = list(named.parties), named.rule

    def _of_other_days(self, draft: Draft) -> frozenset[int]:
        """Return the sentences whose own day is another than that of a claim; a year tells who attacks at all.

        What no day is told of is news: it was in the week before the report.
        """
        when = draft.when if draft.own_when else None
        if when is not None:
            own = (when.start_date or "", when.end_date or "9")
        elif self._date is not None and len(self._date) == _ISO:
            own = ((date.fromisoformat(self._date) - timedelta(days=_WEEK)).isoformat(), "9")
        else:
            return frozenset()
        return frozenset(
            setting.number
            for setting in self.settings
            if setting.time is not None
            and not is_long(setting.time)
            and ((setting.time.end_date or "9") < own[0] or (setting.time.start_date or "") > own[1])
        )

    def _matter(self, sentence: int) -> range:
        """Return the sentences about the same matter as one of the body's; all of them for the headline's."""
        threads = {setting.number: setting.thread for setting in self.settings}
        own = [number for number, thread in threads.items() if thread == threads.get(sentence)]
        return range(own[0], own[-1] + 1) if sentence in threads else range(self._number + 1)


def _counts_people(frame: Frame) -> bool:
    return frame.quantity.unit in (None, "person", "household") and frame.how != "breakdown"
