"""From a document to its claims: one pass over each section's sentences, then what needs the whole section."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur import __version__
from tawatur.arabic import AnalysedText
from tawatur.arabic.expressions import read_expressions
from tawatur.arabic.numbers.units import unit_after
from tawatur.extract.agency import WAR, Agency
from tawatur.extract.agents import beginner, topic_act, who
from tawatur.extract.attribution import Speech
from tawatur.extract.beginnings import find_beginnings
from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.claims import Built, build
from tawatur.extract.clauses import Clauses
from tawatur.extract.context import complete, explained
from tawatur.extract.counted_back import ToldTimes
from tawatur.extract.countries import Countries, countries_of
from tawatur.extract.days_told import is_long
from tawatur.extract.deeds import NOBODY, STATED, Deed, deed_of
from tawatur.extract.discourse import Discourse
from tawatur.extract.draft import Draft
from tawatur.extract.evidence import evidence_of
from tawatur.extract.frame import Frame
from tawatur.extract.frames import find_frames, tells_of_exchange
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon, compile_lexicon
from tawatur.extract.located import Located
from tawatur.extract.modality import modality_of
from tawatur.extract.parties import Party
from tawatur.extract.periods import Dated, find_times_of_events, is_vague, reaching_on
from tawatur.extract.periods import choose as choose_time
from tawatur.extract.person_names import surnames_of
from tawatur.extract.persons import Named, find_persons
from tawatur.extract.place_choice import beginning_places, journey, outermost_dropped
from tawatur.extract.place_choice import choose as choose_places
from tawatur.extract.places import Places
from tawatur.extract.quantities import find_quantities
from tawatur.extract.quantity import Quantity
from tawatur.extract.reach import Attributed, chain_at
from tawatur.extract.relevance import (
    is_about_conflict,
    is_accident,
    may_be_about_conflict,
    tells_of_disease,
    tells_of_violence,
)
from tawatur.extract.roles import find_roles
from tawatur.extract.settings import Setting, setting_of
from tawatur.extract.stocks import broken_down, default_frame, is_change, tells_of_gifts, tells_of_markets
from tawatur.extract.sufferers import whom
from tawatur.extract.targets import foe_of
from tawatur.extract.unexplained import nation_of, told_of
from tawatur.extract.unstated import attackers_named, told_later
from tawatur.model import Claim, Document, Part, Section
from tawatur.packs import Knowledge

#: Measures that no `آخرين` after them takes its people from.
_UNSUFFERED = frozenset(("operations", "airstrikes", "attacks", "clashes", "funding", "members", "facilities"))
#: Measures of people who went from one place to another.
_JOURNEYS = frozenset(("returned", "repatriated", "displaced"))
#: Measures of people that a disease has as well as war.
_OF_DISEASE = frozenset(("killed", "wounded", "casualties"))
_VIOLENTLY = words_of("violently")
_WEEK = 7
#: The length of a date that names a day.
_ISO = len("2015-07-23")
#: How many sentences behind an exchange of prisoners figures of prisoners are of those exchanged.
_EXCHANGED = 2
EXTRACTOR = f"tawatur {__version__}"


def extract(document: Document, knowledge: Knowledge) -> list[Claim]:
    """Return the claims of a document's sections, in the order of its text; a pure function of its arguments."""
    return [built.claim for built in extract_drafts(document, knowledge)]


def extract_drafts(document: Document, knowledge: Knowledge) -> list[Built]:
    """Return the claims of a document's sections, each with the draft that it was made from."""
    lexicon = compile_lexicon(knowledge)
    found: list[Built] = []
    for section in document.sections:
        if section.language == "ar":
            found += _section(document, section, lexicon)
    return sorted(found, key=lambda built: (built.claim.section, built.claim.start, built.claim.end))


def _section(document: Document, section: Section, lexicon: Lexicon) -> list[Built]:
    parts = [part for part in section.parts if part.end > part.start]
    texts = [AnalysedText(document.text[part.start : part.end]) for part in parts]
    if not may_be_about_conflict(texts, lexicon):
        return []
    passages = [_passage(part, text, section, lexicon) for part, text in zip(parts, texts, strict=True)]
    if not is_about_conflict(passages, lexicon):
        return []
    countries = countries_of(passages, lexicon, _home(section, document, lexicon))
    own, surnames = _own_outlets(section, document, lexicon), surnames_of(passages, lexicon)
    reader = _SectionReader(lexicon, own, countries, section.date, surnames)
    for passage in passages:
        for sentence in passage.sentences:
            reader.read(sentence, passage)
    reader.name_attackers()
    drafts = complete(
        [*reader.drafts, *explained(reader.unread, reader.drafts)],
        reader.settings,
        lexicon,
        countries,
        reader.armed_group,
        reader.theme,
    )
    return build(drafts, document, section, EXTRACTOR)


def _passage(part: Part, text: AnalysedText, section: Section, lexicon: Lexicon) -> Passage:
    read = read_expressions(text, section.date, nouns=lexicon.nouns)
    return Passage(part, lexicon, read.numbers, read.times, text)


def _own_outlets(section: Section, document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return the outlet keys of the section's own publisher: no hop of a chain."""
    publisher = section.publisher or document.publisher
    return lexicon.outlets_of[publisher] if publisher is not None else frozenset()


def _home(section: Section, document: Document, lexicon: Lexicon) -> str | None:
    """Return the country of the section's outlet, where a pack knows it."""
    own = _own_outlets(section, document, lexicon)
    return next((outlet.country for outlet in lexicon.knowledge.outlets if outlet.key in own), None)


class _SectionReader:
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
        self.theme: list[Located] = []
        self._discourse = Discourse(lexicon, countries.named)
        self._speech = Speech(lexicon, own)
        self._places = Places(lexicon, countries)
        self._told_times = ToldTimes(date)
        self._number = 0
        self._first_named: dict[str, int] = {}
        self._total: Frame | None = None
        self._ill = False
        self._exchange = -_EXCHANGED - 1
        self._of: list[Party] = []
        self._by = NOBODY
        self._deeds: list[Deed] = []

    @property
    def armed_group(self) -> tuple[str, int] | None:
        """The armed group of the section, where it names just one, and the sentence that names it first."""
        named = self._discourse.seen & (self.lexicon.armed_groups - {"militants"})
        first = min(named, key=lambda group: (self._first_named[group], group), default=None)
        if first is None or not named <= {first, *self.lexicon.allies.get(first, ())}:
            return None
        return first, self._first_named[first]

    def read(self, sentence: list[Chunk], passage: Passage) -> None:
        """Read one sentence: its attributions, quantities, frames, and each frame's slots."""
        headline = passage.kind == "title"
        lexicon = self.lexicon
        self._number += 1
        self._discourse.read(sentence)
        for key in self._discourse.seen - self._first_named.keys():
            self._first_named[key] = self._number
        clauses = Clauses(sentence)
        attributions = self._speech.read(clauses, passage, headline=headline)
        places = self._places.read(sentence, attributions)
        times = find_times_of_events(sentence, attributions)
        quantities = find_quantities(sentence, lexicon)
        frames = find_frames(sentence, quantities, lexicon)
        framed = {id(frame.quantity) for frame in frames}
        for quantity in quantities:
            if id(quantity) not in framed:
                frame = default_frame(sentence, quantity, lexicon) or broken_down(
                    sentence, quantity, self._total, frames
                )
                if frame is None and not headline:
                    frame = told_of(sentence, quantity, lexicon)
                if frame is not None:
                    frames.append(frame)
                elif headline and quantity.bound != "ambiguous" and quantity.unit in (None, "person", "event", "site"):
                    self.unread.append(self._unread(quantity, sentence, passage))
        frames.sort(key=lambda frame: frame.quantity.first)
        self._total = next((frame for frame in reversed(frames) if frame.whole is None and _counts_people(frame)), None)
        self._free_exchanged(sentence, frames)
        if is_accident(sentence, lexicon):
            frames = []
        self._ill = tells_of_disease(sentence) or (self._ill and not tells_of_violence(sentence))
        for frame in frames:
            if self._ill and frame.measure in _OF_DISEASE and not _is_violent(frame):
                frame.measure = "other"
        agency = Agency(clauses, self._discourse, lexicon, self._number)
        drafts = [self._draft(frame, agency, passage, attributions) for frame in frames]
        agency.remember()
        if any(draft.measure == "funding" for draft in drafts):
            gifts, markets = tells_of_gifts(sentence), tells_of_markets(sentence)
            drafts = [d for d in drafts if d.measure != "funding" or ((d.by or gifts) and not markets)]
        taken = {at for frame in frames for at in range(frame.quantity.first, frame.quantity.last)}
        for person in find_persons(sentence, taken, frames, lexicon, self._surnames):
            drafts.append(self._person(person, agency, passage, attributions))
        named = {id(piece) for quantity in quantities for _, piece in quantity.parties}
        stated = outermost_dropped(sentence, places, lexicon)
        around = [located for located in stated if id(sentence[located.at]) not in named]
        told = self._told_times.read(sentence, times, self._number, passage)
        spans = reaching_on(sentence, told, self._date)
        for draft in drafts:
            self._scope(draft, clauses, around, spans)
        thread = self.settings[-1].thread if self.settings else 0
        setting = setting_of(sentence, self._number, thread, around, spans, lexicon.knowledge)
        if headline:
            self.theme = self.theme or setting.first
        else:
            self.settings.append(setting)
        drafts += find_roles(sentence, self._number, places, passage, self._discourse, lexicon)
        for draft in find_beginnings(sentence, self._number, times, passage, lexicon):
            at = next(i for i, piece in enumerate(sentence) if piece is draft.trigger)
            self._attribute(draft, attributions, at)
            draft.by = beginner(agency, at, draft.of, draft.by)
            draft.where = beginning_places(sentence, around, at, self.lexicon)
            draft.own_where = bool(draft.where)
            drafts.append(draft)
        self.drafts += drafts

    def _free_exchanged(self, sentence: list[Chunk], frames: list[Frame]) -> None:
        """`شملت العملية 887 أسيرا`, right behind an exchange of prisoners: those are free."""
        if tells_of_exchange(sentence):
            self._exchange = self._number
        if self._number - self._exchange > _EXCHANGED or any(piece.names("facility") for piece in sentence):
            return
        for frame in frames:
            if frame.measure == "held" and (frame.how != "noun" or frame.quantity.measure == "held"):
                frame.measure = "released"

    def name_attackers(self) -> None:
        """Give what nobody is named for to whom the section names for the same attack, or the same victims, later."""
        for draft in self.drafts:
            if not draft.by and draft.rules.get("by") != WAR:
                doers = told_later(draft.measure, draft.of, self._deeds, self.lexicon)
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

    def _draft(
        self,
        frame: Frame,
        agency: Agency,
        passage: Passage,
        attributions: list[Attributed],
    ) -> Draft:
        sentence = agency.clauses.sentence
        quantity = frame.quantity
        act, _ = topic_act(sentence, quantity.first)
        if frame.measure == "operations" and act is not None:
            frame.measure = act
        suffered = whom(frame, agency, self._of, self._deeds, passage.words)
        spoken = chain_at(attributions, quantity.first)
        sources = [hop.actor for hop in spoken.chain] if spoken is not None else []
        people = self.lexicon.own_people.get(sources[0]) if sources and frame.measure in _OF_DISEASE else None
        if people is not None and not suffered and quantity.state is None:
            suffered = [Party(people, None)]  # وزارة الصحة الفلسطينية: 31045 شهيدا
        doers = who(frame, agency, suffered, sources, self._by, self._deeds)
        actors = list(doers.parties)
        suffered = suffered or foe_of(frame, doers.parties, agency)
        if frame.measure == "operations" and any(party.actor in self.lexicon.armed_groups for party in actors):
            frame.measure = "attacks"
        part = quantity.first > 0 and "part" in sentence[quantity.first - 1].cues  # أربعة بينهم امرأة، وجرح 11 آخرون
        if frame.whole is None and frame.how != "told of" and not part:
            self._of = suffered if (suffered or _are_anybody(frame)) and frame.measure not in _UNSUFFERED else self._of
        if frame.how == "told of":
            suffered_later = False
        else:
            self._by, suffered_later = doers, bool(doers.parties or suffered)
        if suffered_later:
            self._deeds.append(deed_of(frame.measure, suffered, doers, self._number, self.lexicon))
        change = is_change(sentence, quantity) if quantity.unit == "percent" else 0
        draft = Draft(
            passage=passage,
            sentence=self._number,
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
        )
        draft.rules["by"] = doers.rule
        nation = nation_of(frame)
        if nation is not None and nation in self.lexicon.knowledge.places:
            draft.where, draft.own_where = [Located(0, self.lexicon.place(nation), "")], True
        self._attribute(draft, attributions, quantity.first)
        first = min(quantity.first, frame.trigger) if frame.trigger is not None else quantity.first
        self._hedge(draft, sentence, first, quantity.last)
        draft.evidence = evidence_of(frame, sentence)
        return draft

    def _person(self, person: Named, agency: Agency, passage: Passage, attributions: list[Attributed]) -> Draft:
        """Return the claim of a named person; what later figures take up is not the one, but those counted before."""
        of, by = self._of, self._by
        draft = self._draft(person.frame, agency, passage, attributions)
        self._of, self._by = of or draft.of, by
        draft.quote = person.quote
        sentence = agency.clauses.sentence
        words = passage.words(*draft.number)
        head = sentence[person.name[0]]
        joined = bool(head.conjunction) or head.text == "وعبد" or head.text[1:] in self.lexicon.given_names
        name = " ".join(words.split()).strip(' "«»“”()')
        draft.name = name.removeprefix("و") if joined else name
        draft.of = draft.of or of
        if not draft.of and (group := self._discourse.armed_group()) is not None:
            draft.of = [Party(group, None)]
        if {party.actor for party in draft.of} & {party.actor for party in draft.by}:
            if draft.rules.get("by") in STATED:
                draft.of = []
            else:  # who is only guessed to have done it has not killed its own leader
                draft.by = []
                draft.rules.pop("by", None)
        return draft

    def _unread(self, quantity: Quantity, sentence: list[Chunk], passage: Passage) -> Draft:
        """Keep a headline's number that no word of it explains, for the body to explain."""
        return Draft(
            passage=passage,
            sentence=self._number,
            number=quantity.number_tokens,
            quote=(sentence[quantity.first].first, sentence[quantity.last - 1].last),
            measure="other",
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,  # type: ignore[arg-type]
            unit=quantity.unit or "person",
            how="headline",
        )

    def _attribute(self, draft: Draft, attributions: list[Attributed], at: int) -> None:
        one = chain_at(attributions, at)
        if one is not None:
            draft.source = one.chain
            draft.spoken = one.modality
            draft.rules["source"] = one.rule

    def _hedge(self, draft: Draft, sentence: list[Chunk], first: int, last: int) -> None:
        mood = modality_of(sentence, first, last, draft.spoken)
        draft.modality, draft.mood, draft.rules["modality"] = mood.modality, mood.chunk, mood.rule

    def _scope(self, draft: Draft, clauses: Clauses, places: list[Located], times: list[Dated]) -> None:
        """Give a draft the places and the time of its own sentence, where it states any."""
        sentence = clauses.sentence
        at = next((i for i, piece in enumerate(sentence) if piece.first <= draft.number[0] < piece.last), 0)
        last = next((i for i, piece in enumerate(sentence) if piece.last >= draft.quote[1]), at) + 1
        if draft.measure == "members" or draft.own_where:
            places = []  # an alliance's members are nowhere, a nation's millions in their country
        strong = [located for located in places if not located.weak]
        own = journey(sentence, strong, self.lexicon) if draft.measure in _JOURNEYS else []
        own = own or choose_places(
            clauses, strong, at, max(last, at + 1), self.lexicon, single=draft.measure in _OF_DISEASE
        )
        if draft.own_where:
            pass
        elif own:
            draft.where, draft.own_where = own, True
        else:
            weak = [located for located in places if located.weak]
            draft.where_else = choose_places(clauses, weak, at, max(last, at + 1), self.lexicon)
        dated = choose_time(clauses, times, at, max(last, at + 1))
        if dated is not None and (dated.time.start_date or dated.time.end_date or is_vague(dated.time)):
            draft.when, draft.own_when = None if is_vague(dated.time) else dated.time, True


def _is_violent(frame: Frame) -> bool:
    """`مقتل 365 طفلا`, in a sentence that tells of hunger too: killed, where `وفاة 365 طفلا` leaves it open."""
    return frame.reading is not None and frame.reading.trigger.lemma in _VIOLENTLY


def _are_anybody(frame: Frame) -> bool:
    """`قتل ثمانية أشخاص`: people of whom no more is told, so that `وأصيب 16 آخرون` are nobody counted before them."""
    noun = frame.quantity.noun
    return noun is not None and noun.of is None and noun.unit == "person" and frame.measure in _OF_DISEASE


def _counts_people(frame: Frame) -> bool:
    return frame.quantity.unit in (None, "person", "household") and frame.how != "breakdown"


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
