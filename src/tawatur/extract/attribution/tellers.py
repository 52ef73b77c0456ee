"""Tellers: who tells what a verb of saying reports, looked for in one order, from its own subject outwards.

Each way of looking is asked in turn: the subject before its verb, behind it, before it without a name, the toll that
the verb says of itself, the clause's subject, what stands between an auxiliary and the verb, who brought the document
out, the words between the verb and what is told, and, for a verb with nothing beside it, who spoke before. The first
that finds somebody is right; one that knows that nobody is named ends the search.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.attribution.headings import begins_clause, behind_label, heads_title
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.led_in import to_verb
from tawatur.extract.attribution.naming import outlet_of
from tawatur.extract.attribution.nobody import ACCUSES, is_believed, is_object, is_of_feminine, tells_with
from tawatur.extract.attribution.said import Said, Told
from tawatur.extract.attribution.sentence_leaders import topic, who_began
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.statements import (
    LONGEST,
    OPENING,
    PARTED,
    PARTED_OFF,
    ends_speech,
    is_bare,
    is_of,
    is_recorded_by_place,
    is_relative,
    is_unread_word,
    is_upon,
)
from tawatur.extract.attribution.subject_spans import after_span, opening_phrase
from tawatur.extract.attribution.word_classes import are_people, is_definite, is_name, is_told, noun_of, tells_count
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_THAT = words_of("that")
_AUXILIARY = words_of("beside_verb")
_PREPOSITIONS = words_of("preposition")
_RESUMPTIVE = words_of("resumptive")
_OF_THEM = words_of("of_them")
_OWN = (*words_of("object_pronoun"), "نا")
_INFORMS = words_of("informs")
NEWS = words_of("news")
_COMMAS = ("،", ",")
_WHO = words_of("who")
_TOLLS = words_of("tally")
_WITH_LAM, _BEFORE_MASDAR = words_of("with_lam"), words_of("withheld")
_CORRESPONDENTS = words_of("correspondent")
_UNSAID = words_of("unsaid")
#: `تقرير حقوقي، صادر عن الشبكة، أكد`.
_ISSUED = ("صادر", "الصادر")
_NEAR = 4
#: How many words a body's name has, of which no table knows one.
_SHORTEST_BODY = 2
#: How many chunks a subject before its verb may have.
_LONGEST_SUBJECT = 14


#: Asks for a verb's teller: no hops where this way finds none, None where nobody is to be found in any.
_Way = Callable[[Said], tuple[Hop, ...] | None]


class Tellers:
    """Finds who tells in a sentence; `clauses` are that sentence's."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self.clauses: Clauses | None = None
        self._ways: tuple[_Way, ...] = (
            self._named_before,
            self._subject_behind,
            self._subject_before,
            self._nobody,
            self._toll,
            self._led_in,
            self._parted,
            self._leading,
            self._topic,
            self._opening,
            self._brought_out,
            self._between,
        )

    def told(self, said: Said) -> Told | None:
        """Return who tells what a verb of saying reports, None for nobody."""
        if is_recorded_by_place(said.sentence, said.at):
            return None
        for way in self._ways:
            hops = way(said)
            if hops is None:
                return None
            if hops:
                return Told(hops, before=False)
        if said.sentence[said.at].triggers or not is_bare(said.sentence, said.at, said.that):
            return None
        hops = who_began(self.clauses, said, self._speakers) or self._speakers.known.last
        hops = hops or self.issuer(said.sentence, said.at)
        return Told(hops, before=True) if hops else None

    def _named_before(self, said: Said) -> tuple[Hop, ...]:
        """`المتحدث باسم الوزارة قال`, `المركز الذي أعلن`: a name right before its verb, which no `و` parts from it."""
        sentence, at = said.sentence, said.at
        first = said.auxiliary
        named = first > 0 and (
            sentence[first - 1].actors or sentence[first - 1].persons or first < at or is_relative(sentence, at)
        )
        taken_up = at + 1 < len(sentence) and sentence[at + 1].text in _RESUMPTIVE  # في وقت أعلنت فيه المقاومة
        if not named or taken_up or sentence[at].conjunction or said.of_event or self._has_its_own(sentence, at):
            return ()
        return self.before(sentence, first, said.passage)

    def _has_its_own(self, sentence: list[Chunk], at: int) -> bool:
        """`المنطقة التي قال المرصد إن`: a relative clause's verb whose subject stands right behind it."""
        if not is_relative(sentence, at) or at + 1 >= len(sentence) or sentence[at + 1].preposition:
            return False
        accused = at + 2 < len(sentence) and sentence[at + 2].text.startswith("ب")
        if accused and any(said.lemma in ACCUSES for said, _ in sentence[at].verb_says):
            return False  # الشبكة التي اتهمت النظام بقتل
        return self._speakers.may_speak(sentence[at + 1])

    def _subject_behind(self, said: Said) -> tuple[Hop, ...]:
        """Read the subject behind its verb; after `إن` and a noun, that noun is it: `إن التحقيقات ستكشف أدوارهم`."""
        sentence, at = said.sentence, said.at
        stated = at > 1 and sentence[at - 2].text in _THAT and is_definite(sentence[at - 1])
        if stated and said.that is None and not (sentence[at].conjunction or sentence[at - 1].mark):
            return ()
        parted = at + 1 < len(sentence) and sentence[at + 1].text in _COMMAS and not sentence[at].conjunction
        led = self._subject_before(said) if parted and at else ()  # لكن المتحدث نفى، في رسالة صوتية، صحة الأرقام
        return led or self.behind(said.sentence, said.at + 1, said.end, said.passage)

    def _subject_before(self, said: Said) -> tuple[Hop, ...]:
        return () if not said.at or said.of_event else self.before(said.sentence, said.at, said.passage)

    def _nobody(self, said: Said) -> tuple[Hop, ...] | None:
        """`مراسلنا أفاد`, `يعتقد أن`: the report's own words, or a belief without a subject."""
        before = said.sentence[max(0, said.at - _NEAR) : said.at]
        own = any(piece.is_(*_CORRESPONDENTS) for piece in before)
        return None if own or is_believed(said.sentence[said.at]) else ()

    def _toll(self, said: Said) -> tuple[Hop, ...] | None:
        """`كانت حصيلة للمرصد أفادت بـ`: whose a toll is; nobody's where it names none."""
        sentence, at = said.sentence, said.at
        near = (*range(min(2, at)), *range(max(0, at - OPENING), at))  # it opens the sentence, or is near
        toll = next((i for i in near if noun_of(sentence[i]) in _TOLLS), None)
        if toll is None or (at + 1 < len(sentence) and sentence[at + 1].text in _RESUMPTIVE):
            return ()  # نشر المجلس حصيلة قال فيها
        return self._speakers.describe(sentence, toll, at, said.passage, named=False) or None

    def _led_in(self, said: Said) -> tuple[Hop, ...]:
        """`سبق للوزارة أن أعلنت`: the subject of the verb before `أن`."""
        led = to_verb(said.sentence, said.at)
        if led is None:
            return ()
        return self._speakers.describe(said.sentence, led.verb + 1, led.end, said.passage, named=False)

    def _parted(self, said: Said) -> tuple[Hop, ...]:
        """`التحالف الذي تقوده الدولة، أعلن أن`: the subject that its own description parts from its verb."""
        sentence, at = said.sentence, said.at
        if not at or said.of_event:
            return ()
        clause = self.clauses.at(at) if self.clauses is not None else None
        if clause is None or clause.verb_at != at or clause.subject is None or clause.subject >= at:
            return ()
        head, between = sentence[clause.subject], sentence[clause.subject + 1 : at]
        issued = "document" in head.says and any(piece.text.startswith(_ISSUED) for piece in between)
        if head.preposition or sentence[at].conjunction or not (issued or self._speakers.may_speak(head)):
            return ()
        if any(piece.verb_says or piece.text in _THAT for piece in between) or not any(
            p.mark or p.text in _WHO for p in between
        ):
            return ()
        return self._speakers.describe(sentence, clause.subject, at, said.passage)

    def _leading(self, said: Said) -> tuple[Hop, ...]:
        """Read the subject between the auxiliary and the verb of a clause: `وكانت مجموعة من المسعفين ذكرت أن`."""
        sentence, at = said.sentence, said.at
        if said.that is None or said.of_event:
            return ()
        clause = self.clauses.at(at) if self.clauses is not None else None
        if clause is None or clause.verb_at != at:
            return ()
        first = clause.first + 1
        if first >= at or not sentence[clause.first].is_(*_AUXILIARY) or sentence[first].places:
            return ()
        hops = self._speakers.describe(sentence, first, at, said.passage)
        phrase = sentence[first : at - 1] if sentence[at - 1].is_(*_AUXILIARY) else sentence[first:at]
        people = any(piece.actors or piece.nouns or piece.state for piece in phrase)
        told = (
            people
            and len(phrase) <= OPENING
            and not any(piece.mark or piece.number or piece.verb_says for piece in phrase)
        )
        return hops or (self._speakers.named(phrase, said.passage) if told else ())

    def _topic(self, said: Said) -> tuple[Hop, ...]:
        return topic(said, self._speakers)

    def _opening(self, said: Said) -> tuple[Hop, ...]:
        """`جهاز كذا قال إن`: the noun phrase that opens a sentence whose verb has nothing between it and its clause."""
        sentence, at = said.sentence, said.at
        if heads_title(sentence, at, said.passage) and not said.of_event:
            return self._speakers.named(sentence[:at], said.passage)
        if said.that != at + 1 or sentence[said.that].text not in _THAT or said.of_event:
            return ()
        first = opening_phrase(sentence, at)
        return () if first is None else self._speakers.whole(sentence, first, at, said.passage)

    def _brought_out(self, said: Said) -> tuple[Hop, ...]:
        """`أورد المرصد حصيلة، أشار فيها إلى`: who brought it out says what stands in it."""
        sentence, at = said.sentence, said.at
        if self.clauses is None or at + 1 >= len(sentence) or sentence[at + 1].text not in _RESUMPTIVE:
            return ()
        for clause in self.clauses.clauses:
            if clause.verb_at is None or clause.verb_at >= at:
                continue
            subject = clause.subject if clause.subject is not None else clause.verb_at + 1
            if subject >= at or not self._speakers.may_speak(sentence[subject]):
                continue
            if clause.link in ("main", "joined", "that"):
                hops = self._speakers.describe(sentence, subject, at, said.passage)
                if hops:
                    return hops
        if not (is_unread_word(sentence[0]) or sentence[0].triggers) or not self._speakers.may_speak(sentence[1]):
            return ()
        ahead = range(2, at)  # وعقد المجلس مؤتمرا قال فيه, ونشر حصيلة قال فيها
        told = (i for i in ahead if "document" in sentence[i].says or sentence[i].text.endswith("ا"))
        return self._speakers.describe(sentence, 1, next(told, at), said.passage)

    def _between(self, said: Said) -> tuple[Hop, ...]:
        """`أعلن فصيل كذا المعارض أنه`: what stands between a verb and its clause is its subject, whatever its words.

        Without a clause (`أعلن الأمن العام، الأربعاء، اعتقال ثلاثة`) it is a body's name: a noun and its adjectives.
        """
        if said.of_event or (said.at + 1 < said.end and is_object(said.sentence, said.at + 1)):
            return ()
        if said.that is not None and (
            said.sentence[said.that].text in (*_THAT, '"') or tells_with(said.sentence, said.at, said.that)
        ):
            return self._speakers.whole(said.sentence, said.at + 1, said.that, said.passage)
        ahead = range(said.at + 1, said.end)
        end = next((i for i in ahead if is_told(said.sentence[i]) or tells_count(said.sentence[i])), None)
        if end is None:
            return ()
        named = [piece for piece in said.sentence[said.at + 1 : end] if not (piece.mark or piece.time)]
        if len(named) < _SHORTEST_BODY or not all(
            is_definite(piece) and (is_name(piece) or piece.state) for piece in named
        ):
            return ()
        return self._speakers.whole(said.sentence, said.at + 1, end, said.passage)

    def behind(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """Read the subject behind its verb; what stands right behind with `ل` is told something, and tells nothing."""
        lam = first < end and sentence[first].preposition == "ل" and sentence[first].text not in _WITH_LAM
        if first < end and (sentence[first].is_("ل") or lam or is_upon(sentence, first)):
            return self._behind_told(sentence, first, end, passage)
        if first < end and sentence[first].text in _RESUMPTIVE:
            first += 1  # في الوقت الذي أفاد فيه مصدر
            if first < end and sentence[first].is_("عن", "الي"):
                return ()  # كشف فيه عن توثيق
        first += first < end and sentence[first].is_(*_OF_THEM)  # فأحصت منهم الشبكة 12
        if first < end and self._are_own(sentence, first):
            return ()
        if first < end and is_object(sentence, first):
            return ()
        while first < end and (sentence[first].time is not None or sentence[first].mark):
            first += 1  # كما ذكرت الجمعة مصادر رسمية
        if first + 1 < end and sentence[first].is_("في") and sentence[first + 1].places:
            first += 2  # وثق في سوريا 134 هجوما, قالت في باريس منظمة كذا: where, and nobody who tells
        first = after_span(sentence, first, end)
        told = self._informed(sentence, first, end)
        hops = self._speakers.describe(sentence, told + 1 if told is not None else first, end, passage)
        if told is None or not hops or outlet_of(sentence[told]) in {hop.actor for hop in hops}:
            return hops
        return (*hops, Hop(outlet_of(sentence[told]), sentence[told].first, sentence[told].last))

    def _behind_told(self, sentence: list[Chunk], first: int, end: int, passage: Passage) -> tuple[Hop, ...]:
        """`كما ذكر لـ«الخبر» ضابط رفيع`, `قال لرويترز مسؤول`: the subject behind the outlet that is told."""
        behind = first + 1
        if sentence[first].is_("ل") and behind < end and sentence[behind].mark:
            closes = (i for i in range(behind + 1, min(end, behind + _NEAR + 1)) if sentence[i].mark)
            behind = next(closes, end) + 1
        elif not sentence[first].outlets:
            return ()
        if behind >= end or sentence[behind].preposition or not self._speakers.may_speak(sentence[behind]):
            return ()
        relay = next((piece for piece in sentence[first:behind] if piece.outlets), None)
        hops = self._speakers.describe(sentence, behind, end, passage, named=False)
        return (*hops, *self._speakers.relay(relay)) if hops and relay is not None else hops

    def _are_own(self, sentence: list[Chunk], first: int) -> bool:
        """`أبلغ البرنامج شركاءه بأن`, `أسر ضابط إلى مجلتنا`: whom a speaker's own pronoun stands on is told."""
        informs = first > 0 and any(is_of(said, _INFORMS) for said, _ in sentence[first - 1].verb_says)
        return informs and sentence[first].text.endswith(_OWN) and not sentence[first].actors

    def _informed(self, sentence: list[Chunk], first: int, end: int) -> int | None:
        """`أبلغت «الخبر» قيادات في الحزب`: the outlet between the verb and its subject, which is told."""
        if not first or not any(is_of(said, _INFORMS) for said, _ in sentence[first - 1].verb_says):
            return None
        while first < end and sentence[first].mark:
            first += 1
        if first + 1 >= end or not sentence[first].outlets:
            return None
        return first + 1 if sentence[first + 1].mark and first + 2 < end else first

    def subject_of(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """`تمكن المرصد من توثيق مقتل`: the subject of the clause that a chunk stands in."""
        clause = self.clauses.at(at) if self.clauses is not None else None
        if clause is None or clause.subject is None or clause.subject >= at:
            return ()
        if not self._speakers.may_speak(sentence[clause.subject]):
            return ()
        return self._speakers.describe(sentence, clause.subject, at, passage)

    def is_news(self, sentence: list[Chunk], at: int) -> bool:
        """Tell whether a noun of `NEWS` tells of an outcome: `وردت أنباء عن مقتل`; not `لم ترد أنباء عن`."""
        if any("negation" in piece.cues or piece.is_(*_UNSAID) for piece in sentence[max(0, at - 2) : at]):
            return False
        return at + 2 < len(sentence) and sentence[at + 1].is_("عن") and is_told(sentence[at + 2])

    def news(self, sentence: list[Chunk], at: int) -> tuple[Hop, ...]:
        """`الأنباء التي أفادت بمقتل عشرات`, `وسط أنباء تفيد بمقتل`: news without a teller is the media's."""
        had = at > 1 and sentence[at - 2].is_("علي")  # حصلت المنظمة على تقارير تفيد
        told = at - 2 if at > 1 and is_of_feminine(sentence[at - 1]) else at - 1
        if at > 1 and noun_of(sentence[told]).removeprefix("ل") in NEWS and not (had or is_definite(sentence[told])):
            return (Hop("media", sentence[told].first, sentence[told].last),)  # نفيا لأنباء سابقة تحدثت عن
        if at < 2 or sentence[at - 1].text not in _WHO or noun_of(sentence[at - 2]) not in NEWS:
            return ()
        return (Hop("media", sentence[at - 2].first, sentence[at - 2].last),)

    def before(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """The subject before its verb: `المتحدث باسم الوزارة، قال إن`, `وكان مكتب الوزير قد أعلن`."""
        start = behind_label(sentence)
        if is_relative(sentence, at):
            clause = self.clauses.at(at) if self.clauses is not None else None
            at -= 1
            start = next((i for i in range(at) if sentence[i].actors or "speaker" in sentence[i].says), at)
            if clause is not None and clause.antecedent is not None:
                start = clause.antecedent if clause.antecedent > start and sentence[start].places else start
        for i in range(at - 1, start - 1, -1):
            if _tells(sentence, i) or (sentence[i].number is not None and sentence[i].time is None):
                return ()
            if sentence[i].time is not None:
                opening = not any(piece.actors or piece.persons or piece.verb_says for piece in sentence[:i])
                if opening and i + 1 < at and self._speakers.may_speak(sentence[i + 1]):
                    start = i + 1  # وفي 28 آب وزارة الداخلية تعلن
                    break
            if sentence[i].conjunction == "ف" and i and sentence[i - 1].mark:
                start = i  # تباينت الأرقام، فالجيش يتحدث عن
                break
            if passage.kind == "title" and begins_clause(sentence, i, at):
                start = i  # مقتل سبعة والجيش يعلن
                break
            if sentence[i].text in (*_THAT, ":") or sentence[i].is_(*PARTED_OFF) or ends_speech(sentence, i):
                start = i + 1
                break
            if "clause" in sentence[i].cues:
                start = i + 1
                break
        while start < at and (sentence[start].is_(*_AUXILIARY, *PARTED) or sentence[start].mark):
            start += 1
        if start >= at or at - start > _LONGEST_SUBJECT:
            return ()
        head, opens = sentence[start], start == 0 and not is_relative(sentence, at)
        opened = start > 0 and sentence[start - 1].is_(*PARTED_OFF) and are_people(head)  # أما الانفصاليون فأفادوا
        opens = opens or (start > 0 and sentence[start - 1].text in _THAT)  # غير أن تقديرات كذا تتحدث عن
        voiced = head.actors or head.persons or "speaker" in head.says or opened or (opens and "document" in head.says)
        if not (voiced or self._is_apposed(sentence, start, at)):
            return ()
        return self._speakers.describe(sentence, start, at, passage)

    def _is_apposed(self, sentence: list[Chunk], first: int, at: int) -> bool:
        """`فلان الفلاني، قائد الجيش، قال`: a name with its bearer's office between marks before the verb."""
        title = first
        while title < at and is_name(sentence[title]):
            title += 1
        if not first < title < at - 1 or not (sentence[title].mark and sentence[at - 1].mark):
            return False
        return self._speakers.may_bear(sentence[title + 1])

    def issuer(self, sentence: list[Chunk], at: int) -> tuple[Hop, ...]:
        """Return the first actor of the clause before a chunk: who says so, where no speaker is named."""
        for i in range(max(0, at - LONGEST), at):
            piece = sentence[i]
            if piece.number is not None or piece.verb_says:
                return ()
            against = i and "adversary" in sentence[i - 1].cues
            if piece.actors and not piece.places and not against:
                return (self._speakers.hop(piece),)
        return ()


def _tells(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a verb of saying, and no masdar spelt as one: `طلب عدم ذكر اسمه`."""
    return bool(sentence[at].verb_says) and not (at and sentence[at - 1].is_(*_BEFORE_MASDAR))
