"""Which of the times that a report tells is a claim's, or none: all of them weighed, what the rules took among them.

The rules carry a day from sentence to sentence by what the sentences between name; what they took, and by which rule,
is one feature of a candidate beside its distance, its kind, how the claim's own sentence tells and what other claims
were given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date
from typing import NamedTuple

from tawatur.arabic.times import Time
from tawatur.extract.choosing.told_times import (
    UNDATED,
    Days,
    Given,
    Telling,
    Timed,
    Told,
    barred,
    beside_number,
    days_of,
    is_shut,
    kinds_of,
    relation,
    telling_of,
)
from tawatur.extract.choosing.undated import NO_DAY, leave_undated
from tawatur.extract.choosing.weights import Choice, Features, class_of, replaced
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.report.draft import SETTLED_TIMES, Draft
from tawatur.extract.report.threads import RECKONED
from tawatur.extract.times.periods import STOCKS, lasting

#: Claims whose time is what they claim, or that have none.
_APART = frozenset(("began", "ended", "role", "members"))
_TAKEN = frozenset(("detained", "killed_or_detained", "sentenced", "released", "surrendered", "abducted"))
#: How many sentences away a time may be told and be weighed; the headline's and the lead's always are.
_REACH = 4
#: How many chunks away in its sentence a time may stand.
_NEAR = 40
#: Upper ends of the classes that counts of times and claims fall in, and those of words that two sentences share.
_COUNTS, _SHARED = (1, 2, 4), (0, 1, 2, 4)
#: The length of an ISO 8601 date that names a day; for how many days a day is news; from what on a figure is large.
_ISO, _NEWS, _MANY, _SOME = 10, 7, 1000, 20
#: How many chunks before a number words tell what it is: a toll, a rise, what was `بعد` another act.
_TOLLED, _BEFORE = 8, 6
_SHORT = 3
_TOLL, _AFTER = words_of("number_of"), frozenset(words_of("before_this"))


class Reading(NamedTuple):
    """A time that may be a claim's, or none; `own` where the claim's own sentence tells it."""

    time: Time | None
    own: bool


class _Candidate(NamedTuple):
    """A time that may be a claim's, or none, and where the report tells it."""

    days: Days
    time: Time | None
    told: list[tuple[Timed, Told]]

    def is_anothers_day(self, own: Timed | None) -> bool:
        """Tell whether it is one day of other sentences, which thousands who fled do not have."""
        return self.days[0] is not None and self.days[0] == self.days[1] and all(one is not own for one, _ in self.told)


class _Claim(NamedTuple):
    """A claim whose times are weighed, with what is asked of it for each candidate.

    `taken` is what the rules took, by `rule`; `own` its sentence, where that is known, `at` the chunk of its number
    there; `context` how it is told; `before` and `behind` what the claims next to it were given.
    """

    draft: Draft
    taken: Days
    kind: str
    rule: str
    own: Timed | None
    at: int
    context: list[str]
    before: Days | None
    behind: Days | None


def choose_times(drafts: list[Draft], timed: list[Timed], anchor: str | None) -> None:
    """Give each claim of something that happened the time of most weight; `anchor` is the report's date."""
    leave_undated(drafts, timed, _APART)
    for draft, reading in replaced(weigh(drafts, timed, anchor), "times", "when"):
        draft.when, draft.own_when = reading


def weigh(drafts: list[Draft], timed: list[Timed], anchor: str | None) -> list[Choice[Reading]]:
    """Return the drafts that more than one time may be of, or a time and none, what the rules took first.

    What its own sentence dates vaguely (`قبل أيام`, `منذ رحيل الحكومة`) has no other time.
    """
    report = _Report(drafts, timed, anchor)
    found = []
    for draft in drafts:
        settled = draft.measure in _APART or draft.rules.get("when") in {NO_DAY, *SETTLED_TIMES}
        claim = None if settled else report.claim(draft)
        if claim is None or (draft.when is None and _is_vague(claim)):
            continue
        candidates = report.candidates(claim)
        if len(candidates) > 1:
            features = [report.features(claim, candidate) for candidate in candidates]
            found.append(Choice(draft, [_reading(claim, candidate) for candidate in candidates], features))
    return found


def _reading(claim: _Claim, candidate: _Candidate) -> Reading:
    if candidate.days == claim.taken:
        return Reading(claim.draft.when, claim.draft.own_when)
    own = next((told.time for one, told in candidate.told if one is claim.own), None)
    return Reading(own or candidate.time, own is not None)


class _Report:
    """A section's times: what it tells, where, how often, and what its claims were given."""

    def __init__(self, drafts: list[Draft], timed: list[Timed], anchor: str | None) -> None:
        self._anchor = date.fromisoformat(anchor) if anchor is not None and len(anchor) == _ISO else None
        self._by_number = {one.number: one for one in timed}
        body = [one.number for one in timed if not one.headline]
        self._lead, self._last = (body[0], body[-1]) if body else (0, 0)
        self._telling = {one.number: one for one in timed if one.told}
        self._numbers = sorted(self._telling)
        self._headlines = [number for number in self._numbers if self._telling[number].headline]
        self._told: dict[Days, list[tuple[Timed, Told]]] = {}
        for one in self._telling.values():
            for told in one.told:
                self._told.setdefault(days_of(told.time), []).append((one, told))
        self._most = max(map(len, self._told.values()), default=0)
        past = (days for days, told in self._told.items() if any(one.standing == "past" for _, one in told))
        self._news = {days for days in past if self._is_news(days)}
        self._drafts = [draft for draft in drafts if draft.measure not in _APART]
        self._drafts.sort(key=lambda draft: (draft.sentence, draft.number))
        self._rank = {id(draft): rank for rank, draft in enumerate(self._drafts)}
        self._taken = Counter(days_of(draft.when) for draft in self._drafts)
        self._like: dict[object, dict[Days, Given]] = {}
        self._places: dict[Days, Counter[str]] = {}
        for draft in self._drafts:
            days = days_of(draft.when)
            for like in _likes(draft):
                given = self._like.setdefault(like, {}).setdefault(days, Given(draft.when))
                given.claims += 1
                given.stated += draft.own_when
            self._places.setdefault(days, Counter()).update({located.label for located in draft.where})
        self._kinds: dict[Days, list[str]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._tellings: dict[int, Telling] = {}
        self._apart: dict[tuple[int, int, int], Features] = {}

    def _is_news(self, days: Days) -> bool:
        """Tell whether a time is a day of the week before the report."""
        if self._anchor is None or days[0] is None or days[0] != days[1]:
            return False
        return 0 <= (self._anchor - date.fromisoformat(days[0])).days <= _NEWS

    def claim(self, draft: Draft) -> _Claim:
        """Return a claim with what its candidates are told by."""
        own = self._by_number.get(draft.sentence)
        if own is not None and draft.sentence not in self._tellings:
            self._tellings[draft.sentence] = telling_of(own, self._lead, self._last)
        at = self._tellings[draft.sentence].chunk(draft.number[0]) if own is not None else 0
        rank, taken = self._rank[id(draft)], days_of(draft.when)
        before = days_of(self._drafts[rank - 1].when) if rank else None
        behind = days_of(self._drafts[rank + 1].when) if rank + 1 < len(self._drafts) else None
        rule = draft.rules.get("when", "") + (", none" if taken == UNDATED else "")
        return _Claim(draft, taken, _kind(draft), rule, own, at, self._context(draft, own, at), before, behind)

    def _context(self, draft: Draft, own: Timed | None, at: int) -> list[str]:
        """Tell how a claim is told: features that are crossed with where a candidate is told."""
        found = [_kind(draft)]
        if isinstance(draft.low, int | float):
            found.append(
                "many" if draft.low >= _MANY else "some" if draft.low >= _SOME else "few" if draft.low > 1 else "one"
            )
        if draft.own_where:
            found.append("own place")
        if draft.name:
            found.append("named")
        if own is None:
            return found
        telling = self._tellings[draft.sentence]
        found += telling.features
        clause, sentence = own.clauses.at(at), own.clauses.sentence
        found.append(f"link {clause.link}")
        verb = clause.verb
        found += ["no verb"] if verb is None else [f"verb {verb.form.tense} {verb.form.voice}", f"verb {verb.kind}"]
        close = sentence[max(0, at - _BEFORE) : at]
        if any(piece.is_(*_TOLL) for piece in sentence[max(0, at - _TOLLED) : at]):
            found.append("of a toll")
        if any("change_up" in piece.cues for piece in close):
            found.append("rises")
        if any(piece.text.removeprefix("و") in _AFTER for piece in close):
            found.append("behind after")
        if telling.said < at:
            found.append("told by a speaker")
        dated = sum(given.stated for days, given in self._like[draft.sentence].items() if days != UNDATED)
        if dated > (draft.own_when and draft.when is not None):
            found.append("beside a dated")
        return found

    def candidates(self, claim: _Claim) -> list[_Candidate]:
        """Return what the rules took, none, the times told near or in the headline or lead, those of like claims.

        In a sentence that says since when, each of them may be meant as what lasts from then on.
        """
        draft, own = claim.draft, claim.own
        found = {claim.taken: _Candidate(claim.taken, draft.when, [])}
        found.setdefault(UNDATED, _Candidate(UNDATED, None, []))
        near = range(draft.sentence - _REACH, draft.sentence + _REACH + 1)
        turns = own is not None and self._turns(own)
        numbers = self._numbers if draft.headline else [*self._headlines, self._lead, *near]
        stated = [
            (one, told)
            for number in dict.fromkeys(numbers)
            if (one := self._telling.get(number)) is not None
            for told in one.told
            if not (turns and not one.headline and one.number < draft.sentence)
            and (one is not own or abs(told.at - claim.at) <= _NEAR)
        ]
        for one, told in stated:
            if told.standing != "left out" and not is_shut(one, told, claim.at if one is own else None, draft.measure):
                days = days_of(told.time)
                found.setdefault(days, _Candidate(days, told.time, []))
        for one, told in stated:
            if (candidate := found.get(days_of(told.time))) is not None:
                candidate.told.append((one, told))
        anchor = self._anchor.isoformat() if self._anchor is not None else None
        if own is not None and anchor is not None and (own.setting.since or "says since" in claim.context):
            for candidate in list(found.values()):
                start = candidate.days[0]
                if candidate.time is not None and start is not None and start < anchor:
                    days = (start, anchor)
                    found.setdefault(days, _Candidate(days, lasting(candidate.time, anchor), []))
        shut = {days_of(told.time) for one, told in stated if one is own and barred(one, told, claim.at, draft.measure)}
        for like in _likes(draft):
            for days, given in self._like[like].items():
                if days not in shut:
                    found.setdefault(days, _Candidate(days, given.time, []))
        for candidate in found.values():
            if not candidate.told:
                candidate.told.extend(self._nearest(candidate.days, draft.sentence))
        some = list(found.values())
        if draft.measure in RECKONED and isinstance(draft.low, int) and draft.low >= _MANY:
            some = [one for one in some if one.days == claim.taken or not one.is_anothers_day(own)]
        return some

    def _turns(self, own: Timed) -> bool:
        """Tell whether a sentence turns to another matter (`من جهة أخرى`), for which the days told before are none."""
        before = self._by_number.get(own.number - 1)
        return before is not None and before.setting.thread != own.setting.thread and not own.setting.refers

    def _nearest(self, days: Days, number: int) -> list[tuple[Timed, Told]]:
        """Return where a time is told last before a sentence, and where next behind it."""
        told = self._told.get(days, [])
        at = bisect_left(told, number, key=lambda pair: pair[0].number)
        return told[max(0, at - 1) : at + 1]

    def features(self, claim: _Claim, candidate: _Candidate) -> Features:
        """Return the names of a candidate's features."""
        if candidate.days == claim.taken:
            found = ["taken", f"taken: {claim.rule}", f"taken: {claim.rule}, {claim.kind}"]
        else:
            lies = relation(candidate.days, claim.taken)
            found = [lies, f"{lies}, {claim.kind}"]
        way = "none"
        if candidate.time is not None:
            way, told = self._where_told(claim, candidate)
            found += told
            if candidate.days not in self._kinds:
                self._kinds[candidate.days] = kinds_of(candidate.time, self._anchor)
            for kind in self._kinds[candidate.days]:
                found += [kind, f"{kind}, {way}", f"{kind}, {claim.kind}"]
            count = len(self._told.get(candidate.days, ()))
            found.append(f"told {class_of(count, _COUNTS)}" if count else "told never")
            if count and count == self._most:
                found.append("told most")
            if len(self._told) == 1:
                found.append(f"{way}, the only one")
            if len(self._news) == 1 and candidate.days in self._news:
                found.append(f"{way}, the only day")
            found += self._placed(claim, candidate.days, way)
        if way in ("none", "own", "back", "on"):
            found += [f"{way}, {one}" for one in claim.context]
        return found + self._among_claims(claim, candidate.days)

    def _where_told(self, claim: _Claim, candidate: _Candidate) -> tuple[str, Features]:
        """Tell where a candidate is told: in the claim's own sentence, back, on, in the headline, or elsewhere."""
        found: Features = []
        if any(one.headline for one, _ in candidate.told):
            found.append("in the headline")
        if any(one.number == self._lead for one, _ in candidate.told):
            found.append("in the lead")
        own = [told for one, told in candidate.told if one is claim.own]
        if own and claim.own is not None:
            nearest = min(own, key=lambda told: abs(told.at - claim.at))
            return "own", found + beside_number(claim.own, nearest, claim.at, claim.kind)
        if not candidate.told:
            return "elsewhere", [*found, "told elsewhere"]
        number = claim.draft.sentence
        one, told = min(candidate.told, key=lambda pair: (abs(pair[0].number - number), pair[0].number > number))
        way = "headline" if one.headline else "on" if one.number > number else "back"
        step = way if one.headline else f"{way} {min(abs(one.number - number), _REACH + 1)}"
        found += [step, f"{step}, {claim.kind}", f"{way}, {told.standing}"]
        if claim.own is not None and not one.headline:
            apart = number, one.number, told.at
            if apart not in self._apart:
                self._apart[apart] = self._between(claim.own, one, told, way)
            found += self._apart[apart]
        return way, found

    def _between(self, own: Timed, one: Timed, told: Told, way: str) -> Features:
        """Tell how the sentence that tells a time stands to the claim's own."""
        found = [] if one.setting.thread == own.setting.thread else [f"{way}, another thread"]
        first, last = min(own.number, one.number), max(own.number, one.number)
        between = bisect_left(self._numbers, last) - bisect_right(self._numbers, first)
        found.append(f"{way}, times between {min(between, 2)}")
        if not between and way == "back":
            found.append("told last")
        shared = len(self._words_of(one) & self._words_of(own))
        found.append(f"{way}, shares {class_of(shared, _SHARED)}")
        mine = {located.label for located in own.setting.places}
        its = {located.label for located in one.setting.places}
        if mine and its:
            found.append(f"{way}, {'shares a place' if mine & its else 'of other places'}")
        elif not mine:
            found.append(f"{way}, names no place")
        if one.setting.background or one.setting.earlier:
            found.append(f"{way}, of background")
        if one.setting.eventful:
            found.append(f"{way}, of an event")
        if one.setting.dates_act:
            found.append(f"{way}, dates an act")
        claims = self._like.get(one.number, {})
        taken = days_of(told.time) in claims
        found.append(f"{way}, {'its claims' if taken else 'others' if claims else 'no claims'}")
        if len(one.told) > 1:
            found.append(f"{way}, {'first of several' if told is one.told[0] else 'not first'}")
        return found

    def _words_of(self, one: Timed) -> frozenset[str]:
        """Return a sentence's longer words, bare of article and conjunction, without its numbers and times."""
        if one.number not in self._words:
            bare = (
                word.removeprefix("و").removeprefix("ب").removeprefix("ال")
                for piece in one.clauses.sentence
                if not piece.mark and piece.time is None and piece.number is None
                for word in piece.words
            )
            self._words[one.number] = frozenset(word for word in bare if len(word) > _SHORT)
        return self._words[one.number]

    def _among_claims(self, claim: _Claim, days: Days) -> Features:
        """Tell which other claims the rules gave a candidate: those next to it, the same fact's, its sentence's."""
        draft, way = claim.draft, "none" if days == UNDATED else "time"
        others = self._taken[days] - (days == claim.taken)
        found = [f"{way}, others {class_of(others, _COUNTS) if others else 0}"]
        if others and others == len(self._drafts) - 1:
            found.append(f"{way}, all others")
        if claim.before == days:
            found.append(f"{way}, of the claim before")
        if claim.behind == days:
            found.append(f"{way}, of the claim behind")
        mine = days == claim.taken
        for what, like in zip(("the same fact", "its sentence"), _likes(draft), strict=True):
            given = self._like[like].get(days)
            if given is not None and given.claims > mine:
                found.append(f"{way}, of {what}")
                if given.stated > (mine and draft.own_when):
                    found.append(f"{way}, of {what}, stated")
        return found

    def _placed(self, claim: _Claim, days: Days, way: str) -> Features:
        """Tell whether other claims that the rules gave a candidate are of the claim's places."""
        labels = {located.label for located in claim.draft.where}
        placed = self._places.get(days, Counter())
        if days == claim.taken:
            placed = placed - Counter(labels)
        if not labels or not placed:
            return []
        return [f"{way}, {'same place' if labels & placed.keys() else 'other places'}"]


def _is_vague(claim: _Claim) -> bool:
    """Tell whether a claim's own sentence dates it, and says no day: `قبل أيام`."""
    return claim.draft.own_when or (claim.own is not None and claim.own.setting.earlier)


def _likes(draft: Draft) -> tuple[object, object]:
    """Return what a claim has in common with others: the fact that it tells, the sentence that tells it."""
    return (draft.measure, draft.low), draft.sentence


def _kind(draft: Draft) -> str:
    if draft.headline:
        return "headline"
    if draft.measure in HARM | _TAKEN:
        return "harm" if draft.measure in HARM else "people taken"
    return "act" if draft.measure in ACTS else "stock" if draft.measure in STOCKS else "other"
