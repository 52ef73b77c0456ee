"""Claims in the making: each figure of a sentence with who it befell, who did it, who says so, where and when."""

from __future__ import annotations

import msgspec

from tawatur.arabic.numbers.units import unit_after
from tawatur.arabic.times import Time
from tawatur.extract.attribution.reach import Attributed, chain_at
from tawatur.extract.clauses.modality import Mood, modality_of, mood_of_complement
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.clauses.unrealised import ACTS
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.goods.appeals import APPEAL, CAME_IN
from tawatur.extract.counts.governors import TARGETS
from tawatur.extract.counts.people.needs import tells_of_need
from tawatur.extract.counts.people.stocks import is_change
from tawatur.extract.counts.singles.persons import Named
from tawatur.extract.counts.unexplained import nation_of
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.agents import topic_act, who
from tawatur.extract.participants.aid_givers import aid_giver
from tawatur.extract.participants.commands import done_by_command, of_their_states
from tawatur.extract.participants.deeds import HARM, NOBODY, STATED, Deed, deed_of
from tawatur.extract.participants.givers import is_asked_for
from tawatur.extract.participants.recipients import helped_before, land_of
from tawatur.extract.participants.sufferers import whom
from tawatur.extract.participants.targets import foe_of
from tawatur.extract.participants.unstated import is_from_the_air
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.places.arrests import policed
from tawatur.extract.places.borders import own_side, states_across
from tawatur.extract.places.choice import choose as choose_places
from tawatur.extract.places.courts import court_places, outside_charges
from tawatur.extract.places.defences import defended, over_land
from tawatur.extract.places.goals import goal_of_part
from tawatur.extract.places.journeys import journey, left_behind
from tawatur.extract.places.located import Located
from tawatur.extract.report.draft import BRACKETED, COURT, OF_ITS_YEAR, OWN_SIDE, RECIPIENTS, TOLD_OF_IT, Draft
from tawatur.extract.report.evidence import evidence_of
from tawatur.extract.times.behind import is_charged, is_counted_since
from tawatur.extract.times.periods import DAYS, STOCKS, Dated, is_vague, of_a_stock
from tawatur.extract.times.periods import choose as choose_time
from tawatur.extract.times.scenes import that_saw

#: Measures that no `آخرين` after them takes its people from.
_UNSUFFERED = frozenset(("operations", "airstrikes", "attacks", "clashes", "funding", "members", "facilities"))
#: People whom a name is not told to be one of by who was counted before.
_OF_AN_AGE = frozenset(("children", "women", "men"))
#: Money that is asked for, and those whom it is to help.
_ASKED_FOR = frozenset(("funding", "beneficiaries"))
#: Measures of what is told as it stands more often than of what has happened since a war began.
_AS_IT_STANDS = frozenset(("other", "funding", "beneficiaries"))
#: Measures of people who went from one place to another.
_BROUGHT_DOWN = frozenset(("other", "destroyed"))
_JOURNEYS = frozenset(("returned", "repatriated"))
#: Measures of people who left where they were, wherever they went.
_LEFT = frozenset(("displaced", "escaped"))
_REFUGEES = words_of("refugee")
#: The first chunks of a bracket with a figure: the bracket, the number, and what it counts or the bracket's end.
_BRACKET = 3


class Drafting:
    """Makes a section's drafts, and keeps what later ones take up: who it befell, who did it, which deeds were told."""

    def __init__(self, lexicon: Lexicon, discourse: Discourse) -> None:
        self._lexicon = lexicon
        self._discourse = discourse
        #: The sentence that is read, from 1.
        self.number = 0
        self._of: list[Party] = []
        self._by = NOBODY
        #: The states for which money was given that was told of last.
        self._recipients: list[Party] = []
        #: What the section has told so far of who did what to whom.
        self.deeds: list[Deed] = []

    def draft(
        self,
        frame: Frame,
        agency: Agency,
        passage: Passage,
        attributions: list[Attributed],
    ) -> Draft:
        """Return the claim of a figure, with all but its places and its time; what follows may take up its parties."""
        sentence = agency.clauses.sentence
        quantity = frame.quantity
        act, _ = topic_act(sentence, quantity.first)
        if frame.measure == "operations" and act is not None:
            frame.measure = act
        often = quantity.unit == "event" and frame.how == "governor"  # أغارت الطائرات 87 مرة
        if frame.measure == "attacks" and (often or quantity.unit in TARGETS) and is_from_the_air(frame, agency):
            frame.measure = "airstrikes"  # غارات على سبعة مواقع (codebook, 4: a strike from the air)
        suffered, of_rule = whom(frame, agency, self._of, self.deeds, passage.words)
        spoken = chain_at(attributions, quantity.first)
        sources = [hop.actor for hop in spoken.chain] if spoken is not None else []
        people = self._lexicon.own_people.get(sources[0]) if sources and frame.measure in HARM else None
        if people is not None and not suffered and quantity.state is None:
            suffered, of_rule = [Party(people, None)], "own people"  # وزارة الصحة الفلسطينية: 31045 شهيدا
        doers = aid_giver(frame, agency, sources, passage.words)
        if doers is None:
            doers = of_their_states(who(frame, agency, suffered, sources, self._by, self.deeds), self._lexicon)
        if spoken is not None:
            doers = done_by_command(doers, spoken.chain, sentence, self._lexicon)
        actors = list(doers.parties)
        if not suffered:
            suffered, of_rule = foe_of(frame, doers.parties, agency), "foe"
        if frame.measure == "operations" and any(party.actor in self._lexicon.armed_groups for party in actors):
            frame.measure = "attacks"
        part = quantity.first > 0 and "part" in sentence[quantity.first - 1].cues  # أربعة بينهم امرأة، وجرح 11 آخرون
        if frame.whole is None and frame.how != "told of" and not part:
            self._of = suffered if (suffered or _are_anybody(frame)) and frame.measure not in _UNSUFFERED else self._of
        if frame.how == "told of":
            suffered_later = False
        else:
            self._by, suffered_later = doers, bool(doers.parties or suffered)
        if suffered_later:
            self.deeds.append(deed_of(frame.measure, suffered, doers, self.number, self._lexicon))
        change = is_change(sentence, quantity) if quantity.unit == "percent" else 0
        draft = Draft(
            passage=passage,
            sentence=self.number,
            number=quantity.number_tokens,
            quote=_quote(frame, sentence, passage),
            measure=frame.measure,  # type: ignore[arg-type]
            low=quantity.low if change >= 0 or quantity.low is None else -quantity.low,
            high=quantity.high if change >= 0 or quantity.high is None else -quantity.high,
            bound=quantity.bound,  # type: ignore[arg-type]
            unit=_unit(frame),
            change=bool(change),
            of=suffered,
            by=actors,
            trigger=sentence[frame.trigger] if frame.trigger is not None else None,
            how=frame.how,
            optional=quantity.by_reference,
            frame=frame,
        )
        draft.rules["by"] = doers.rule
        draft.rules["of"] = of_rule if suffered else "nobody"
        nation = nation_of(frame)
        if nation is not None and nation in self._lexicon.knowledge.places:
            draft.where, draft.own_where = [Located(0, self._lexicon.place(nation), "")], True
        if frame.measure == "funding" and frame.how != "told of":
            self._give(draft, quantity.last, agency)
        self.attribute(draft, attributions, quantity.first)
        first = min(quantity.first, frame.trigger) if frame.trigger is not None else quantity.first
        self._hedge(draft, sentence, first, quantity.last)
        draft.evidence = evidence_of(frame, sentence)
        return draft

    def _give(self, draft: Draft, last: int, agency: Agency) -> None:
        """Give money the states that it is for: those that its phrase names, else those of the amount told before."""
        lexicon, sentence = self._lexicon, agency.clauses.sentence
        if not draft.of:
            draft.of = helped_before(sentence, last, lexicon)
            draft.rules["of"] = "recipient" if draft.of else draft.rules["of"]
        lands = land_of(draft.of, sentence, last, lexicon)
        if draft.of:
            self._recipients = draft.of if lands else []
        elif self._recipients and not any(piece.places and not piece.actors for piece in sentence):
            draft.of, draft.rules["of"] = [Party(party.actor, None) for party in self._recipients], "recipient"
            lands = [lexicon.state_keys[party.actor].code for party in draft.of]
        places = [code for code in lands if code in lexicon.knowledge.places]
        if places:
            draft.where, draft.own_where = [Located(0, lexicon.place(code), "") for code in places], True
            draft.rules["where"] = RECIPIENTS

    def person(self, person: Named, agency: Agency, passage: Passage, attributions: list[Attributed]) -> Draft:
        """Return the claim of a named person; what later figures take up is not the one, but those counted before."""
        of, by = self._of, self._by
        draft = self.draft(person.frame, agency, passage, attributions)
        self._of, self._by = of or draft.of, by
        draft.quote = person.quote
        sentence = agency.clauses.sentence
        words = passage.words(*draft.number)
        head = sentence[person.name[0]]
        joined = bool(head.conjunction) or (head.text.startswith("و") and head.text not in self._lexicon.given_names)
        name = " ".join(words.split()).strip(' "«»“”()')
        draft.name = name.removeprefix("و") if joined else name
        if not draft.of:
            theirs = [party for party in of if party.actor.isascii() and party.actor not in _OF_AN_AGE]  # no مسن
            draft.of, draft.rules["of"] = theirs, "counted before"
        if not draft.of and (group := self._discourse.armed_group()) is not None:
            draft.of, draft.rules["of"] = [Party(group, None)], "group in focus"
        if {party.actor for party in draft.of} & {party.actor for party in draft.by}:
            if draft.rules.get("by") in STATED:
                draft.of, draft.rules["of"] = [], "nobody"
            else:  # who is only guessed to have done it has not killed its own leader
                draft.by = []
                draft.rules.pop("by", None)
        return draft

    def unread(self, quantity: Quantity, sentence: list[Chunk], passage: Passage) -> Draft:
        """Keep a headline's number that no word of it explains, for the body to explain."""
        return Draft(
            passage=passage,
            sentence=self.number,
            number=quantity.number_tokens,
            quote=(sentence[quantity.first].first, sentence[quantity.last - 1].last),
            measure="other",
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,  # type: ignore[arg-type]
            unit=quantity.unit or "person",
            how="headline",
        )

    def attribute(self, draft: Draft, attributions: list[Attributed], at: int) -> None:
        """Give a draft the chain of sources that holds at chunk `at` of its sentence."""
        one = chain_at(attributions, at)
        if one is not None:
            draft.source = one.chain
            draft.spoken = one.modality
            draft.rules["source"] = one.rule

    def _hedge(self, draft: Draft, sentence: list[Chunk], first: int, last: int) -> None:
        mood = modality_of(sentence, first, last, draft.spoken)
        asked = draft.how == APPEAL or (draft.how != CAME_IN and is_asked_for(sentence, first))
        if draft.measure in _ASKED_FOR and mood.modality == "asserted" and asked:
            mood = Mood("planned", None, "asked for")
        if draft.measure in ACTS and mood.modality == "asserted" and draft.trigger is not None:
            mood = mood_of_complement(sentence, sentence.index(draft.trigger)) or mood
        draft.modality, draft.mood, draft.rules["modality"] = mood.modality, mood.chunk, mood.rule

    def scope(self, draft: Draft, clauses: Clauses, places: list[Located], times: list[Dated]) -> None:
        """Give a draft the places and the time of its own sentence, where it states any."""
        sentence = clauses.sentence
        at = next((i for i, piece in enumerate(sentence) if piece.first <= draft.number[0] < piece.last), 0)
        last = next((i for i, piece in enumerate(sentence) if piece.last >= draft.quote[1]), at) + 1
        if draft.measure == "members" or draft.own_where:
            places = []  # an alliance's members are nowhere, a nation's millions in their country
        gone_to = goal_of_part(sentence, places, at) if draft.measure in _LEFT else []
        if draft.measure in _LEFT and not any(piece.is_(*_REFUGEES) for piece in sentence[at:last]):
            places = left_behind(sentence, places)
        opened = _bracket_around(sentence, at)
        listed = [located for located in places if located.last == opened - 1 and not located.weak] if opened else []
        strong = [located for located in places if not located.weak and not _heads_bracket(sentence, located.last)]
        own = journey(sentence, strong, self._lexicon) if draft.measure in _JOURNEYS else []
        court: list[Located] = []
        if draft.measure == "sentenced":
            court = court_places(sentence, places, at, self._lexicon)
            strong = outside_charges(sentence, strong, last)
        elif draft.measure in _BROUGHT_DOWN and draft.frame is not None and draft.trigger is not None:
            noun, word = draft.frame.quantity.noun, draft.trigger.text.removeprefix("و")
            draft.defended = defended(noun.lemma, word, draft.by, self._lexicon) if noun is not None else None
            strong = over_land(sentence, strong, draft.defended) if draft.defended is not None else strong
        elif draft.measure == "detained":
            draft.policed = policed(sentence, draft.by, self._lexicon)
        elif draft.measure in HARM:
            across = states_across(sentence, at, self._lexicon)
            strong = [located for located in strong if located.place not in across or located.side]
        own = (
            gone_to
            or court
            or own
            or choose_places(clauses, strong, at, max(last, at + 1), self._lexicon, single=draft.measure in HARM)
        )
        if draft.own_where:
            pass
        elif listed:
            draft.where, draft.own_where, draft.rules["where"] = listed, True, BRACKETED  # سرت (121) وبنغازي (58)
        elif own:
            draft.where, draft.own_where = own, True
            if court:
                draft.rules["where"] = COURT
        else:
            weak = [located for located in places if located.weak]
            draft.where_else = choose_places(clauses, weak, at, max(last, at + 1), self._lexicon)
            side = own_side(sentence, at, draft.of, draft.by, self._lexicon) if draft.measure in HARM else []
            if side:
                draft.where, draft.own_where, draft.rules["where"] = side, True, OWN_SIDE
        if draft.measure in STOCKS:
            times = of_a_stock(clauses, times, at, draft.measure)
        saw = that_saw(sentence, times, at)
        dated = saw or choose_time(clauses, times, at, max(last, at + 1), draft.measure)
        if dated is not None and (dated.time.start_date or dated.time.end_date or is_vague(dated.time)):
            beside = draft.measure in _AS_IT_STANDS and _began_elsewhere(clauses, dated, at)
            draft.when, draft.own_when = None if is_vague(dated.time) or beside else dated.time, True
            if saw is not None:
                draft.rules["when"] = TOLD_OF_IT
            elif _is_for_the_year(draft, dated.time):
                end = f"{dated.time.start_date}"[:4] + "-12-31"
                draft.when, draft.rules["when"] = msgspec.structs.replace(dated.time, end_date=end), OF_ITS_YEAR
        elif dated is None and any(time.at < at and _is_apart(clauses, time, at) for time in times):
            draft.own_when = True


def _is_for_the_year(draft: Draft, time: Time) -> bool:
    """`ناشدت المانحين 90 مليونا لهذا العام`, `خمسة ملايين بحاجة إلى العون هذا العام`: asked for or needed all year."""
    needed = draft.measure == "other" and draft.trigger is not None and tells_of_need(draft.trigger)
    asked = draft.measure in _ASKED_FOR and draft.modality == "planned"
    return (needed or asked) and time.rule in ("current", "calendar unit") and time.precision == "year"


def _began_elsewhere(clauses: Clauses, dated: Dated, at: int) -> bool:
    """`قتل 50 منذ بدء الحرب، وإن 40 مستشفى خارج الخدمة`: `منذ` and what the text dates, in another clause."""
    return clauses.sentence[dated.at].time is None and clauses.at(dated.at) is not clauses.at(at)


def _is_apart(clauses: Clauses, time: Dated, at: int) -> bool:
    """Tell whether a time before the number at a chunk is that of something else, so that no day told before is its."""
    news = time.time.precision in DAYS and is_counted_since(clauses.sentence, time.at, at)
    return news or is_charged(clauses, time.at, at)


def _bracket_around(sentence: list[Chunk], at: int) -> int:
    """Return the chunk behind the bracket that opens before a number and holds only numbers and what they count."""
    for back in range(at - 1, 0, -1):
        if sentence[back].text == "(":
            return back + 1
        if sentence[back].text == ")" or sentence[back].verb_says or sentence[back].places:
            return 0
    return 0


def _heads_bracket(sentence: list[Chunk], behind: int) -> bool:
    """`تلتها ديالى (10 قتلى و19 جريحا)`: a place whose own figures stand in brackets, so that no other is there."""
    inside = sentence[behind : behind + _BRACKET]
    if len(inside) < _BRACKET or inside[0].text != "(" or inside[1].number is None:
        return False
    return inside[2].text == ")" or bool(inside[2].nouns)  # الموصل (400 كلم شمال بغداد): how far it is


def _are_anybody(frame: Frame) -> bool:
    """`قتل ثمانية أشخاص`: people of whom no more is told, so that `وأصيب 16 آخرون` are nobody counted before them."""
    noun = frame.quantity.noun
    return noun is not None and noun.of is None and noun.unit == "person" and frame.measure in HARM


def _unit(frame: Frame) -> str:
    unit = frame.quantity.unit
    if unit is not None:
        return unit
    if frame.reading is not None:
        objects = frame.reading.trigger.objects
        return objects[0] if objects and objects[0] not in ("currency", "fraction", "date") else "other"
    return "person" if frame.measure not in ("operations", "airstrikes", "attacks", "clashes") else "event"


def _quote(frame: Frame, sentence: list[Chunk], passage: Passage) -> tuple[int, int]:
    """Return the tokens of the number and what it counts, with the outcome's word where it is adjacent."""
    quantity: Quantity = frame.quantity
    first, last = sentence[quantity.first].first, sentence[quantity.last - 1].last
    unit = unit_after(passage.analysed.tokens, quantity.number_tokens[1])
    if unit is not None and not quantity.singular:
        last = max(last, unit.last)
    if frame.trigger is not None:
        if quantity.first - 4 <= frame.trigger < quantity.first:
            first = sentence[frame.trigger].first
        elif quantity.last <= frame.trigger < quantity.last + 4:
            last = sentence[frame.trigger].last
    return first, last
