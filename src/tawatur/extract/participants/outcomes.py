"""Outcomes: who is behind a death, an arrest, a loss: the doer of what brought it about, along the clauses."""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.event_nouns import bare_word, is_named
from tawatur.extract.clauses.nominals import begins_phrase, party_of, phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import CLASH, Agency
from tawatur.extract.participants.reactions import event_told_of
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party

#: Beginnings of participles of those who take part in what stands behind `في`.
_PARTAKING = words_of("partaking")
_BY_REASON = frozenset(words_of("by_reason"))
_DYING = frozenset(words_of("dying"))
_TOGETHER = frozenset(words_of("together"))
_RESPONSIBLE = words_of("responsible")
_LIABILITY = "مسؤولي"
_CAMPAIGNING = frozenset(words_of("campaigning"))
#: Prepositions by which a masdar of doing leads to the deed, but for `ب`.
_LED_TO = ("علي", "في")
#: Verbs whose clause, before a clause of result, tells by its subject or its event what brought that about.
_TELLING = frozenset(("act", "claim", "aid", "outcome", "occur", "suffer", "blast"))
#: How far from an outcome's words what brought it about may stand.
_REASON_REACH = 22
#: How far before an outcome stands the word for who is responsible for it: `مسؤول عن مقتل`.
_BLAMED_WITHIN = 2
_DEEPEST = 5
#: The rules by which the words of an event's own phrase say whose it was, and how far behind it one joined may stand.
_SAID_OF_EVENT, _JOINED_WITHIN = ("genitive", "adjective"), 10


def doers_of_outcome(frame: Frame, agency: Agency) -> Doers | None:
    """Return who brought an outcome about, None where no clause tells."""
    return _Outcome(frame, agency).doers()


def did_it(piece: Chunk, frame: Frame, agency: Agency) -> bool:
    """Tell whether a chunk is the subject of the active verb that tells what befell those counted."""
    clause = agency.clauses.at(frame.trigger) if frame.trigger is not None else None
    if clause is None or clause.verb_at != frame.trigger or clause.subject is None:
        return False
    return agency.clauses.is_active(clause) and agency.clauses.sentence[clause.subject] is piece


class _Outcome:
    def __init__(self, frame: Frame, agency: Agency) -> None:
        self._frame = frame
        self._quantity = frame.quantity
        self._agency = agency
        self._clauses: Clauses = agency.clauses
        self._sentence = agency.clauses.sentence
        self._at = frame.trigger if frame.trigger is not None else frame.quantity.first
        self._clause = self._clauses.at(self._at)

    def doers(self) -> Doers | None:
        return (
            self._active_subject()
            or self._before_whom()
            or self._responsible()
            or self._blamed()
            or self._agency.of_agent_phrase(self._quantity.last)
            or self._agent_before()
            or self._genitive()
            or self._performed()
            or self._reason_behind()
            or self._of_clause(self._clause, 0)
            or self._since()
        )

    def _active_subject(self) -> Doers | None:
        """`قتلت القوات 12`: the subject of an active verb whose object is counted."""
        reading, clause, quantity = self._frame.reading, self._clause, self._quantity
        if reading is None or reading.verb is None or reading.trigger.role not in ("object", "agent"):
            return None
        if reading.verb.form.voice == "passive" or not self._is_verb():
            return None
        if clause.subject is None:  # إنهم قتلوا ستة
            told = clause.link == "that" or reading.verb.form.number == "plural"
            return self._agency.subjects.of(clause) if told and quantity.first > self._at else None
        if quantity.first <= clause.subject < quantity.last:
            return None
        carried = clause.subject < clause.first and clause.link in ("joined", "while")
        outer = clause.parent
        if carried and outer is not None and outer.verb is not None and not self._clauses.is_active(outer):
            return None  # إرهابيا قتل واعتقل 16; but أما الجيش فقتل 12
        return self._agency.subjects.of(clause)

    def _before_whom(self) -> Doers | None:
        """`خسر التنظيم أمامها وأمام شركائها 44 قتيلا`: before whom a verb of loss says it was lost."""
        sentence, clause = self._sentence, self._clauses.at(self._quantity.first)
        if clause.verb_at is None or not any(r.trigger.role == "own_loss" for r in sentence[clause.verb_at].triggers):
            return None
        found: list[Party] = []
        for at in range(clause.verb_at + 1, self._quantity.first):
            piece = sentence[at]
            if piece.is_("امامها", "امامه", "امامهم", "وامامها") and clause.parent is not None:
                speaker = self._agency.subjects.of(clause.parent)
                found += speaker.parties if speaker is not None else ()
            elif piece.actors and sentence[at - 1].is_("امام", "وامام"):
                found.append(Party(piece.actors[0], piece))
        return Doers(tuple(found), "lost to") if found else None

    def _responsible(self) -> Doers | None:
        """`تعد الجماعة مسؤولة عن مقتل 12`: whom its clause calls responsible for it."""
        sentence, at = self._sentence, self._at
        if at < _BLAMED_WITHIN or not sentence[at - 1].is_("عن"):
            return None
        if not sentence[at - _BLAMED_WITHIN].is_(*_RESPONSIBLE):
            return None
        for here in range(self._clause.first, at - _BLAMED_WITHIN):
            party = party_of(sentence, here, here + 1, self._agency.discourse, self._agency.lexicon)
            if party is not None and self._agency.subjects.may_act(party.actor):
                return self._agency.subjects.joined(party, "responsible")
        return None

    def _blamed(self) -> Doers | None:
        """`اتهمت المنظمة الجيش بقتل 12`, `حمل المحافظ القوات مسؤولية مقتل 12`: whom its clause blames for it."""
        sentence, at, clause = self._sentence, self._at, self._clause
        if clause.verb is None or clause.verb.kind != "blame" or clause.verb_at is None:
            return None
        back = at - _BLAMED_WITHIN if sentence[at - 1].is_("عن") else at - 1  # المسؤولية عن مقتل, مسؤولية مقتل
        if not (sentence[at].preposition == "ب" or _LIABILITY in sentence[back].text):
            return None
        for here in range(at - 1, clause.verb_at, -1):
            piece = sentence[here]
            if piece.preposition == "ب" or piece.mark or self._clauses.at(here) is not clause:
                return None  # اتهمتها بتجاهل التحذيرات قبل خطفهم: of something else
            if "militants" in piece.actors and sentence[here - 1].actors:
                continue  # ائتلاف كذا المتمرد
            if piece.actors and self._agency.subjects.may_act(piece.actors[0]):
                accused = here != clause.subject and not piece.preposition
                return self._agency.subjects.joined(Party(piece.actors[0], piece), "blamed") if accused else None
        return None

    def _is_verb(self) -> bool:
        """Tell whether the outcome's word is its clause's verb; the same word may be a masdar (`قتل`, `قصف`)."""
        return self._clause.verb_at == self._at

    def _agent_before(self) -> Doers | None:
        """`قتل على يد القوات 12 مدنيا`, `قتل بنيران القوات 12`: the agent phrase between a verb and its number."""
        between = self._sentence[self._at + 1 : self._quantity.first]
        told = any("agent" in piece.cues for piece in between) and self._is_verb()
        return self._agency.of_agent_phrase(self._at + 1) if told else None

    def _genitive(self) -> Doers | None:
        """`اعتقال القوات 12`, `قتل الجيش لثلاثة`: the agent between a masdar and what it counts."""
        sentence, start, quantity = self._sentence, self._at + 1, self._quantity
        if self._frame.reading is None or self._is_verb() or bare_word(sentence[self._at]) in _DYING:
            return None
        if start >= quantity.first or not begins_phrase(sentence, start):
            return None
        end = min(phrase_end(sentence, start), quantity.first)
        party = party_of(sentence, start, end, self._agency.discourse, self._agency.lexicon)
        return self._agency.subjects.joined(party, "masdar's genitive") if party is not None else None

    def _performed(self) -> Doers | None:
        """`قيام القوات بخطف 12`, `إقدام الجيش على قتل 12`: the genitive of a masdar of doing before the outcome."""
        sentence, at = self._sentence, self._at
        if self._frame.reading is None or self._is_verb() or at == 0:
            return None
        led_to = sentence[at].preposition == "ب" or sentence[at - 1].text in _LED_TO
        return self._agency.performed(at, self._clause) if led_to else None

    def _reason_behind(self) -> Doers | None:
        """`مقتل 12 في غارة`, `إثر هجوم شنه`: the event behind a preposition of cause, further on in the clause."""
        sentence, start = self._sentence, self._quantity.last
        for at in range(start, min(len(sentence), start + _REASON_REACH)):
            piece, clause = sentence[at], self._clauses.at(at)
            if piece.mark and piece.text in ("؛", ".", ":"):
                return None
            if clause is not self._clause and not self._shares_reason(clause):
                if clause.verb_at == start and clause.first == start:
                    pass  # 60 قتيلا سقطوا بنيران القوات
                elif clause.link != "relative":
                    return None
                elif clause.antecedent is None or not start > clause.antecedent >= self._quantity.first:
                    continue  # what is told of another noun
            found = self._of_reason(at)
            if found is not None:
                return found
        return None

    def _reason_before(self, clause: Clause) -> Doers | None:
        """`وفي غارة للتحالف قتل 12`: the event behind a preposition of cause, before the outcome."""
        for at in self._clauses.chunks(clause):
            if at >= self._at:
                return None
            found = self._of_reason(at)
            if found is not None:
                return found
        return None

    def _of_reason(self, at: int) -> Doers | None:
        if (means := self._agency.of_means(at)) is not None:
            return means  # قتلوا بطائرة مسيرة تركية
        named = event_class(self._sentence[at]) is not None and self._is_reason(at)
        found = self._agency.of_event(at) if named else None
        return self._with_joined(found, at) if found is not None and found.rule in _SAID_OF_EVENT else found

    def _with_joined(self, found: Doers, first: int) -> Doers:
        """`في قصف للجيش وغارات للتحالف`: the doers of an event with those of the events joined to it."""
        sentence, parties = self._sentence, list(found.parties)
        if not is_named(found):
            return found
        for at in range(first + 1, min(len(sentence), first + _JOINED_WITHIN)):
            piece = sentence[at]
            if piece.number is not None or (piece.mark and piece.text not in QUOTES):
                break
            if self._clauses.at(at) is not self._clauses.at(first):
                break
            if event_class(piece) is None or not piece.text.startswith("و"):
                continue
            other = self._agency.of_event(at)
            if other is None or other.rule not in (*_SAID_OF_EVENT, CLASH) or not is_named(other):
                break
            keys = {party.actor for party in parties} | {party.actor for party in self._suffered()}
            parties += [party for party in other.parties if party.actor not in keys]
        return Doers(tuple(parties), found.rule)

    def _suffered(self) -> list[Party]:
        """Return the parties that the phrase of those counted names."""
        return [Party(piece.actors[0], piece) for _, piece in self._quantity.parties if piece.actors]

    def _shares_reason(self, other: Clause) -> bool:
        """Tell whether a clause is joined to the outcome's own and tells of an outcome in the passive too."""
        if other.parent is None or other.link not in ("joined", "while") or other.subject is not None:
            return False
        passive = other.verb is not None and other.verb.kind in ("outcome", "undergo")
        return passive and (other.parent is self._clause or self._shares_reason(other.parent))

    def _is_reason(self, at: int) -> bool:
        """Tell whether a preposition of cause governs the event at a chunk: `في سلسلة غارات`, `بغارة`.

        Not where those who suffered take part in it: `من القوة المشاركة في عمليات كذا`.
        """
        sentence = self._sentence
        if sentence[at].preposition == "ب" and sentence[at].number is None:
            return True
        for back in range(at - 1, max(-1, at - 4), -1):
            piece = sentence[back]
            if piece.is_(*_BY_REASON) or piece.text.removeprefix("و") in _BY_REASON:
                return not (back and sentence[back - 1].text.startswith(_PARTAKING))
            if (piece.mark and piece.text not in QUOTES) or piece.preposition or piece.actors or piece.places:
                return False
        return sentence[at].conjunction == "و"

    def _of_clause(self, clause: Clause, depth: int) -> Doers | None:
        """Return who acts in a clause, or brought about what it tells."""
        if depth > _DEEPEST:
            return None
        return (
            self._of_antecedent(clause)
            or self._of_verb(clause)
            or self._reason_before(clause)
            or self._of_result(clause, depth)
            or self._meanwhile(clause)
            or (self._of_clause(clause.matrix, depth + 1) if self._depends(clause) else None)
        )

    def _depends(self, clause: Clause) -> bool:
        """Tell whether who did it may be told by the clause that this one depends on."""
        if clause.link == "while":  # عندما, not فيما, which sets apart
            return self._sentence[clause.first].is_(*_TOGETHER)
        return clause.link in ("joined", "relative")  # ما أدى إلى اشتباكات أسفرت عن

    def _of_antecedent(self, clause: Clause) -> Doers | None:
        """`غارات أسفرت عن مقتل 12`, `هجوم قتل فيه 12`: the event that a relative clause is said of."""
        at = clause.antecedent
        event = clause.link == "relative" and at is not None and event_class(self._sentence[at]) is not None
        return self._agency.of_event(at) if event and at is not None else None

    def _of_verb(self, clause: Clause) -> Doers | None:
        verb, agency = clause.verb, self._agency
        if verb is None or clause.verb_at is None:
            return None
        active = clause.subject is None or self._clauses.is_active(clause)
        laid = verb.kind == "blame" and verb.form.lemma == "ألقى"  # ألقت القوات القبض على
        if verb.kind in ("act", "claim", "aid") or laid:
            return agency.subjects.of(clause) if active and not verb.passive else None
        if verb.kind == "outcome":
            return agency.subjects.of(clause) if active and clause is not self._clause else None
        if verb.kind == "blast":
            told = agency.of_event(clause.subject) if clause.subject is not None else None  # عبوة زرعها
            return told if told is not None and told.parties else agency.of_explosion(clause.verb_at)
        if verb.kind in ("cause", "occur", "suffer"):
            fallen = self._sentence[clause.subject + 1 : clause.subject + 2] if clause.subject is not None else []
            if verb.kind == "cause" and clause.subject is not None and any(event_class(p) == "weapon" for p in fallen):
                return agency.of_event(clause.subject + 1)  # أدى سقوط صاروخ
            event = clause.subject is not None and event_class(self._sentence[clause.subject]) is not None
            if clause.subject is not None and (event or verb.kind == "cause"):
                return agency.subjects.of(clause)
            return self._any_event(clause)
        if verb.kind == "other" and clause is not self._clause:
            return self._any_event(clause)
        if verb.kind == "other" and self._frame.measure == "other" and self._is_object(clause):
            return agency.subjects.of(clause)  # استخدمت الحركة 100 طفل
        if verb.kind == "say" and self._announces():
            found = agency.subjects.of(clause)
            if found is not None and all(self._may_have_done(party.actor) for party in found.parties):
                return Doers(found.parties, "announced")
        return None

    def _is_object(self, clause: Clause) -> bool:
        """Tell whether what is counted is the object of a clause's active verb."""
        quantity, thing = self._quantity, clause.thing
        counted = thing is not None and quantity.first <= thing < quantity.last
        return counted and clause.subject is not None and self._clauses.is_active(clause)

    def _of_result(self, clause: Clause, depth: int) -> Doers | None:
        """`شن الطيران غارات، ما أدى إلى مقتل 12`: what the clause before a clause of result tells."""
        before = clause.parent
        if clause.link != "result" or before is None:
            return None
        event = event_told_of(self._clauses, clause)
        if event is not None and (told := self._agency.of_event(event)) is not None:
            return told  # بعد هجوم على السوق أوقع 12 قتيلا
        if before.verb is not None and before.verb.kind in _TELLING:
            return self._of_clause(before, depth + 1) or self._any_event(before)
        return self._any_event(before) or self._of_clause(before, depth + 1)

    def _meanwhile(self, clause: Clause) -> Doers | None:
        """`قتل اثنان عندما أغارت مقاتلات`: who acts in the clause of time."""
        for child in self._clauses.clauses:
            if child.link != "while" or child.verb is None or child.parent is None:
                continue
            if child.parent is not clause and not self._shares_reason(child.parent):
                continue
            if child.verb.kind in ("act", "outcome") and self._sentence[child.first].text in _TOGETHER:
                found = self._agency.subjects.of(child)
                if found is not None and found.parties:
                    return Doers(found.parties, "clause of time")
        return None

    def _since(self) -> Doers | None:
        """`قتل 90 مدنيا منذ تكثيف القوات حملتها`, `منذ شنت القوات هجومها`: whose campaign a toll is counted from."""
        sentence, agency = self._sentence, self._agency
        for at in range(self._quantity.last, min(len(sentence) - 2, self._quantity.last + _REASON_REACH)):
            piece = sentence[at]
            if piece.text in ("؛", ".", ":") or piece.number is not None:
                return None
            if not piece.is_("منذ"):
                continue
            clause = self._clauses.at(at + 1)
            if clause.verb_at == at + 1 and clause.subject is not None and (told := agency.subjects.of(clause)):
                return told
            if event_class(sentence[at + 2]) is not None:  # منذ بدء الهجوم
                return agency.of_event(at + 2)
            if sentence[at + 1].text in _CAMPAIGNING and begins_phrase(sentence, at + 2):
                end = phrase_end(sentence, at + 2)
                party = party_of(sentence, at + 2, end, agency.discourse, agency.lexicon)
                if party is not None and agency.subjects.may_act(party.actor):
                    return agency.subjects.joined(party, "since")
            return None
        return None

    def _may_have_done(self, key: str) -> bool:
        lexicon = self._agency.lexicon
        return key in lexicon.armed or key in lexicon.state_keys or key in lexicon.forces or key in lexicon.agents

    def _announces(self) -> bool:
        """`أعلن الجيش اعتقال 12`: who announces a deed, not a death, did it."""
        named = self._frame.reading is not None and not self._is_verb()
        return named and bare_word(self._sentence[self._at]) not in _DYING

    def _any_event(self, clause: Clause) -> Doers | None:
        """Return who did the first event that a clause names before the outcome, relative clauses included."""
        after = (other.first for other in self._clauses.clauses if other.parent is clause and other.link == "result")
        for at in range(clause.first, min((self._at, *after))):
            if event_class(self._sentence[at]) is not None:
                found = self._agency.of_event(at)
                if found is not None:
                    return found
        return None
