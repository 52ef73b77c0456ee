"""Who suffered, as the clause of a quantity tells: whose toll it is, to whom people belong, the sides of a clash."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import party_of, phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.of_frame import OfFrame
from tawatur.extract.participants.own_people import are_in_a_force, in_own_ranks
from tawatur.extract.participants.topics import as_for
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party, Told, first_told

#: Measures of harm.
HARMED = frozenset(("killed", "wounded", "casualties", "missing"))
_TOLL = frozenset(words_of("toll"))
_REASONS = tuple(word for word in words_of("by_reason") if word not in ("في", "من", "ضمن", "وفي"))
_OWN_LOSSES = frozenset(words_of("own_losses"))
_TOLL_REACH = 24
_REACHES = words_of("reaches")
#: The verb of two objects: who suffers, and what.
_INFLICTS = "كبد"
#: Kinds of people whose toll may be told apart from others', in whose ranks men fall.
_IN_RANKS = frozenset(("militants", "attackers", "gangs", "civilians"))
_BOTH = ("الطرفين", "الجانبين", "للطرفين", "للجانبين")
_DEAD = frozenset(("قتلي", "قتلى", "ضحايا", "جرحى", "جرحي", "شهداء"))
#: Beginnings of words that say to whom people belong.
_BELONGING = tuple(words_of("belonging"))
_JOINING = tuple(words_of("joining"))
_ARMY = tuple("ال" + word for word in words_of("army"))
_ACCUSED = frozenset(("detained", "sentenced"))
_BELONGING_REACH = 9
#: What is said of people behind their number, and how far: words for them all, pronouns.
_PREDICATED = HARMED | {"detained", "abducted"}
_EVERY, _THEY = words_of("every_one"), words_of("those_are")
_PREDICATE_WITHIN, _NEXT_NUMBER = 12, 5
#: Beginnings of adjectives that call people or their groups extremist.
_EXTREMIST = tuple(words_of("militant"))
#: Beginnings of words that say of what people are suspected, and of terror.
_CHARGED, _TERROR = tuple(words_of("accused")), "ارهاب"
#: How many chunks behind the first of several groups the last may stand, and what stands between them.
_LISTED = 8
#: How many chunks behind the later of two numbers that share their people these may stand.
_SHARED = 5
_LISTING = ("،", ",", "او", "وتنظيم", "وجماعة", "و")
#: The class of a noun of forces, which an article alone makes those told of.
_FORCES = "institution:forces"


class ToldByClause(OfFrame):
    """Reads who suffered off the clauses of a frame's sentence."""

    def found(self) -> Told:
        """Return the parties that the clause tells, none where it tells none."""
        return first_told(
            ("origin", self._origin),
            ("both sides", self._of_both),
            ("predicate", self._predicated),
            ("belonging", self.belonging),
            ("own ranks", lambda: in_own_ranks(self._frame, self._agency)),
            ("terror", self._of_terror),
            ("loss", self._lost),
            ("inflicted", self._inflicted),
            ("shared", self._shared),
            ("among", self._among),
            ("toll", self._toll),
            ("topic", lambda: as_for(self._frame, self._agency)),
            ("clash", self._clash),
        )

    def _origin(self) -> list[Party]:
        """`الأعضاء الذين ينحدرون من 50 دولة`, `هاجموا الرعاة وسرقوا منهم 1000`: whom a pronoun stands for."""
        clause, sentence = self._agency.clauses.at(self._quantity.first), self._sentence
        last = self._quantity.last
        behind = sentence[last + 1] if last + 1 < len(sentence) and sentence[last].is_("من") else None
        if self._frame.measure == "stolen" and behind is not None and behind.actors and not behind.places:
            return [Party(behind.actors[0], behind)]  # نهبوا 500 مليون من الجيش
        if self._frame.measure == "nationalities":
            at = clause.antecedent
        elif self._frame.measure == "stolen" and clause.parent is not None:
            at = clause.parent.thing
        else:
            return []
        if at is None:
            return []
        party = party_of(sentence, at, phrase_end(sentence, at), self._discourse, self._lexicon)
        noun = next(
            (
                r.noun.of
                for piece in sentence[at : at + 3]
                for r in piece.nouns
                if r.noun.of in self._lexicon.knowledge.actors
            ),
            None,
        )
        return [party] if party is not None else [Party(noun, sentence[at])] if noun is not None else []

    def _predicated(self) -> list[Party]:
        """`قتل شخص وأصيب 4 آخرون، جميعهم من المدنيين`, `إن القتيلين هما من التنظيم`: what is said of those counted.

        What is said of all (`جميعهم`) is said of the number before, too.
        """
        sentence, last = self._sentence, self._quantity.last
        if self._frame.measure not in _PREDICATED:
            return []
        for at in range(last, min(len(sentence) - 1, last + _PREDICATE_WITHIN)):
            piece = sentence[at]
            others = at > last and (piece.number is not None or piece.names("event"))
            if piece.text in ("؛", ".", ":") or (others and at > last + _NEXT_NUMBER):
                return []
            every = piece.is_(*_EVERY)
            if not every and (not piece.is_(*_THEY) or any(other.number is not None for other in sentence[last:at])):
                continue
            start = at + 2 if sentence[at + 1].is_("من") else at + 1
            if start >= len(sentence):
                return []
            behind = sentence[start]
            party = party_of(sentence, start, phrase_end(sentence, start), self._discourse, self._lexicon)
            people = next((r.noun.of for r in behind.nouns if r.noun.of in self._lexicon.knowledge.actors), None)
            if people is not None:
                return [Party(people, behind)]
            return self._agency.subjects.coordinated(party) if party is not None and party.chunk is behind else []
        return []

    def belonging(self) -> list[Party]:
        """`163 منهم ينتمون إلى ميليشيات كذا`, `متهمين بالارتباط بتنظيم كذا`: whose they are said to be behind them."""
        sentence, last = self._sentence, self._quantity.last
        told, extremist = are_in_a_force(sentence, self._quantity, self._lexicon), False
        belonging = (*_BELONGING, *_JOINING) if self._frame.measure in _ACCUSED else _BELONGING
        for at in range(last, min(len(sentence), last + _BELONGING_REACH)):
            piece = sentence[at]
            if (piece.mark and piece.text not in QUOTES) or event_class(piece) is not None or "agent" in piece.cues:
                break  # على يد مسلحين ينتمون إلى كذا: whose those who did it are
            if at > last and self._agency.clauses.at(at).link == "while":
                break  # حيث ينشط موالون لكذا: others
            words = (piece.text, "صفوف") if "صفوف" in piece.words else (piece.text,)
            told = told or any(_bare(word).startswith(belonging) for word in words)
            extremist = extremist or (told and any(_bare(word).startswith(_EXTREMIST) for word in piece.words))
            if extremist and (not piece.actors or piece.actors[0] not in self._lexicon.armed_groups - {"militants"}):
                continue
            if told and piece.number is not None and (piece.conjunction or sentence[at - 1].text == "و"):
                break  # 40 قتيلا في صفوف الجيش و60 في صفوف التنظيم
            if told and piece.is_(*_ARMY) and (forces := self._discourse.state_forces()) is not None:
                return [Party(forces, piece)]
            known = self._lexicon.knowledge.actors.get(piece.actors[0]) if piece.actors else None
            sourced = known is not None and known.kind in ("source", "outlet")
            if told and piece.actors and not (piece.places or sourced):
                if piece.actors[0] != "militants":
                    return self._with_others(at)
                if not sentence[min(at + 1, len(sentence) - 1)].actors:  # مسلحي جماعة كذا: theirs
                    return self._group_in_focus(piece)
        return self._extremists() if extremist else []

    def _of_terror(self) -> list[Party]:
        """`يشتبه بتخطيطهم لهجوم إرهابي`, `12 مدانا بالإرهاب`: militants, unless the section names an armed group."""
        sentence, quantity = self._sentence, self._quantity
        if self._frame.measure not in (*_ACCUSED, "killed") or quantity.unit != "person":
            return []
        accused = False
        for piece in sentence[quantity.first : quantity.last + _BELONGING_REACH]:
            if (piece.mark and piece.text not in QUOTES) or (accused and piece.number is not None):
                return []
            accused = accused or any(_bare(word).startswith(_CHARGED) for word in piece.words)
            if accused and any(_bare(word).startswith(_TERROR) for word in piece.words):
                return self._extremists()
        return []

    def _extremists(self) -> list[Party]:
        """`يشتبه في انضمامهم إلى جماعة إرهابية`: militants, unless the section names an armed group."""
        named = self._discourse.seen & (self._lexicon.armed_groups - {"militants"})
        return [] if named else [Party("militants", None)]

    def _group_in_focus(self, piece: Chunk) -> list[Party]:
        """`قتلى في صفوف المتمردين`: the armed group that a section calls so by a definite word."""
        definite = piece.text.removeprefix(piece.conjunction).startswith("ال")
        group = self._discourse.armed_group(self._sentence) if definite else None
        return [Party(key, piece) for key in self._discourse.with_ally(group)] if group is not None else []

    def _with_others(self, at: int) -> list[Party]:
        """`مرتبطين بتنظيم داعش أو حزب العمال`: each of the armed groups of a list."""
        sentence, groups = self._sentence, self._lexicon.armed_groups
        found = self._agency.subjects.coordinated(Party(sentence[at].actors[0], sentence[at]))
        keys = {party.actor for party in found}
        for piece in sentence[at + 1 : at + _LISTED]:
            listed = piece.text in _LISTING or piece.text in QUOTES or piece.conjunction == "و"
            if piece.actors and piece.actors[0] in groups:
                if piece.actors[0] not in keys:
                    keys.add(piece.actors[0])
                    found.append(Party(piece.actors[0], piece))
            elif not listed:
                break
        return found

    def _shared(self) -> list[Party]:
        """`مقتل 29 وجرح 15 من المتطرفين`, `12 قتيلا و22 جريحا في صفوف كذا`: those of the number joined right behind."""
        sentence, quantity = self._sentence, self._quantity
        bare = quantity.noun is None or quantity.noun.measure is not None
        if self._frame.measure not in HARMED or not bare or quantity.others or quantity.anaphor:
            return []
        at = quantity.last
        if at + 1 >= len(sentence) or "و" not in (sentence[at].conjunction, sentence[at].text):
            return []
        at += sentence[at].text == "و"  # 12 قتيلا و30 جريحا
        harms = any(reading.trigger.measure in HARMED for reading in sentence[at].triggers)
        at += 1 if harms and sentence[at].number is None else 0
        if at >= len(sentence) or sentence[at].number is None:
            return []
        for here in range(at + 1, min(len(sentence) - 1, at + _SHARED)):
            piece = sentence[here]
            if piece.mark or piece.number is not None or piece.conjunction:
                break
            if piece.text in ("من", "بين") or "صفوف" in piece.words or "صفوف" in piece.text:
                start = here + 1
                kinds = (r.noun.of for r in sentence[start].nouns if r.noun.of in self._lexicon.knowledge.actors)
                if (people := next(kinds, None)) is not None and self._is_unarmed(people):
                    return [Party(people, sentence[start])]  # ثلاثة قتلى و11 جريحا بين المدنيين
                party = party_of(sentence, start, phrase_end(sentence, start), self._discourse, self._lexicon)
                placed = party is not None and party.chunk is not None and party.chunk.places
                if party is None or placed or (party.actor == "militants" and not self._discourse.seen):
                    return []
                return self._agency.subjects.coordinated(party)
        return []

    def _lost(self) -> list[Party]:
        """`خسر التنظيم 44 قتيلا`, `قال الحزب إن خسائره …`: a subject that lost, or says so, lost its own."""
        frame = self._frame
        if frame.reading is not None and frame.trigger is not None and fold(frame.reading.trigger.lemma) in _OWN_LOSSES:
            return self._speaker(self._agency.clauses.at(frame.trigger))
        clause = self._agency.clauses.at(self._quantity.first)
        if clause.verb_at is None or frame.measure not in HARMED:
            return []
        loses = any(
            r.trigger.role == "own_loss" and r.verb is not None for r in self._sentence[clause.verb_at].triggers
        )
        if not loses:
            return []
        return lost_by(self._frame, self._agency) or self._forces_lost(clause.verb_at)

    def _inflicted(self) -> list[Party]:
        """`كبدت القوات المسلحين 12 قتيلا`, `كبدوهم خسائر بلغت 12 قتيلا`: the object of who inflicts what is counted."""
        clause = self._agency.clauses.at(self._quantity.first)
        if clause.link == "joined" and clause.verb_at is not None and self._sentence[clause.verb_at].is_(*_REACHES):
            clause = clause.matrix
        if clause.verb is None or clause.verb_at is None or self._frame.measure not in HARMED:
            return []
        if clause.verb.form.lemma != _INFLICTS:
            return []
        if clause.verb.pronoun:  # هاجم المسلحون الموقع فكبدهم الجيش 12 قتيلا
            attacked = self._agency.subjects.of(clause.matrix)
            own = {party.actor for party in attacked.parties} if attacked is not None else set[str]()
            inflicts = self._agency.subjects.of(clause)
            same = clause.subject is None or inflicts is None or {party.actor for party in inflicts.parties} == own
            if same and own and clause.matrix is not clause and clause.matrix.verb_at is not None:
                met = self._sentence[clause.matrix.verb_at + 1 : clause.verb_at]
                foes = [piece for piece in met if piece.actors and not piece.places and piece.actors[0] not in own]
                return [Party(foes[-1].actors[0], foes[-1])] if foes else []  # صدوا زحفا للمسلحين وكبدوهم 12 قتيلا
            return list(attacked.parties) if attacked is not None and clause.matrix is not clause else []
        behind = clause.verb_at + 1
        first = behind if clause.subject is None or clause.subject < behind else behind + 1
        between = self._sentence[first : self._quantity.first]
        suffers = next((piece for piece in between if piece.actors and not piece.places), None)
        return [] if suffers is None else self._agency.subjects.coordinated(Party(suffers.actors[0], suffers))

    def _forces_lost(self, verb: int) -> list[Party]:
        """`خسرت القوات 26 من رجالها`: forces that no name tells apart are those of the state told of."""
        beside = self._sentence[max(0, verb - 1) : verb + 2]
        institution = self._lexicon.institution_of
        forces = any(institution.get(piece.text) == _FORCES and "ال" in piece.text[:3] for piece in beside)
        state = self._discourse.state_forces() if forces else None
        return [Party(state, None)] if state is not None else []

    def _speaker(self, clause: Clause) -> list[Party]:
        """Return who says what a clause tells, before the verb or behind it: `لكن الحزب قال إن خسائره …`."""
        said = clause.parent
        while said is not None and said.parent is not None and (said.verb is None or said.verb.kind != "say"):
            said = said.parent
        if said is None or said.verb_at is None:
            return []
        if said.subject is None:
            before = self._sentence[said.first : said.verb_at]
            return next(([Party(piece.actors[0], piece)] for piece in before if piece.actors), [])
        found = self._agency.subjects.of(said)
        return list(found.parties) if found is not None else []

    def _toll(self) -> list[Party]:
        """`حصيلة خسائر قوات كذا … 1612 قتيلا`, `في صفوف كذا … 151`: whose toll the clause tells."""
        if self._frame.measure not in HARMED:
            return []
        sentence, first = self._sentence, self._quantity.first
        for at in range(first - 1, max(-1, first - _TOLL_REACH), -1):
            piece = sentence[at]
            if piece.number is not None or piece.text in ("؛", "."):
                return []
            start = self._behind_toll(at)
            if start is not None and start < first and not self._tells_cause(start):
                end = min(first, phrase_end(sentence, start))
                party = party_of(sentence, start, end, self._discourse, self._lexicon)
                if party is not None and self._is_party(party.actor):
                    return self._agency.subjects.coordinated(party)
                if party is not None and party.chunk is not None and party.actor in _IN_RANKS:
                    group = self._group_in_focus(party.chunk) if party.actor == "militants" else []
                    return group or [party]  # أما في صفوف المسلحين فسقط 12
        return []

    def _tells_cause(self, start: int) -> bool:
        """`ضحايا هجمات كذا`, `القتلى جراء قصف كذا`: tell whether what stands behind a toll is what brought it about."""
        sentence = self._sentence
        at = start + 1 if sentence[start].mark else start
        if sentence[at].is_(*_REASONS):
            return True
        at = at + 1 if sentence[at].is_("في") else at
        return event_class(sentence[at]) is not None

    def _is_party(self, key: str) -> bool:
        """Tell whether a key is of a party, or a name of one's own: no kind of people, no kind of source."""
        known = self._lexicon.knowledge.actors.get(key)
        return known is None or known.kind == "actor"

    def _among(self) -> list[Party]:
        """`حصيلة القتلى بين المدنيين 17`, `عدد الأسرى من الأطفال إلى 46`: the population that a toll is told of."""
        noun = self._quantity.noun
        own = noun is None or noun.measure is not None or noun.of is None
        if self._frame.measure not in _PREDICATED or not own or self._frame.how == "part":
            return []
        first = self._quantity.first
        for at in range(first - 1, max(0, first - _TOLL_REACH), -1):
            piece = self._sentence[at]
            if piece.number is not None or piece.text in ("؛", ".", "،"):
                break
            population = next((r.noun.of for r in piece.nouns if r.noun.of in self._lexicon.knowledge.actors), None)
            if population is not None and self._is_unarmed(population) and self._opens_toll(at):
                return [Party(population, piece)]
        return []

    def _is_unarmed(self, key: str) -> bool:
        return self._lexicon.knowledge.actors[key].kind == "population" and not self._bears_arms(key)

    def _opens_toll(self, at: int) -> bool:
        """Tell whether the people at a chunk are those of a toll: `القتلى المدنيين`, `الأسرى من الأطفال`."""
        before = self._sentence[at - 1]
        if before.is_("من") and at > 1:
            before = self._sentence[at - 2]
        word = before.words[-1]
        counted = (reading.noun.measure for reading in self._lexicon.read_noun(word))
        tells = word.removeprefix("ال") in _DEAD or (word.startswith("ال") and self._frame.measure in counted)
        return before.text == "بين" or tells

    def _behind_toll(self, at: int) -> int | None:
        """Return where the phrase begins that says whose a toll is: behind `خسائر`, `في صفوف`, `من قتلوا من`."""
        piece, sentence = self._sentence[at], self._sentence
        if piece.words[-1] in _TOLL or piece.text.removeprefix(piece.conjunction).removeprefix("و") in _TOLL:
            return at + 1
        if at and piece.preposition == "ل" and piece.actors and _falls(sentence[at - 1]):
            return at  # سقط للجيش ثمانية قتلى
        fallen = any(r.verb is not None and r.trigger.measure == self._frame.measure for r in piece.triggers)
        told = fallen and at + 2 < len(sentence) and sentence[at + 1].text == "من"
        return at + 2 if told else None

    def _clash(self) -> list[Party]:
        """`40 قتيلا في اشتباكات بين كذا وكذا`: of either side, or of the side that bears no arms."""
        told = self._quantity.noun is None and any(deed.sentence == self._agency.number for deed in self._deeds)
        if self._frame.measure not in HARMED or self._quantity.role is not None or told:
            return []
        sentence, first = self._sentence, self._quantity.first
        behind = range(first, min(len(sentence), self._quantity.last + _TOLL_REACH))
        for at in (*behind, *range(first - 1, -1, -1)):
            if event_class(sentence[at]) == "clash":
                sides = self._agency.sides(at + 1)
                if not sides:
                    doers = self._agency.of_event(at)
                    sides = list(doers.parties) if doers is not None and len(doers.parties) > 1 else []
                known = self._lexicon.knowledge.actors
                unarmed = [
                    p
                    for p in sides
                    if p.actor in known and known[p.actor].kind == "population" and not self._bears_arms(p.actor)
                ]
                return unarmed[:1] if unarmed else sides if len(sides) > 1 else []
        return []

    def _of_both(self) -> list[Party]:
        """`39 قتيلا من الطرفين`: both sides of the fighting that the section tells of."""
        window = self._sentence[self._quantity.first : self._quantity.last + 3]
        if self._frame.measure not in HARMED or not any(piece.is_(*_BOTH) for piece in window):
            return []
        group = self._discourse.armed_group(self._sentence)
        foe = self._discourse.latest(self._lexicon.opponents.get(group, ())) if group is not None else None
        if group is None or foe is None:
            return []
        return [Party(key, None) for key in (*self._discourse.with_ally(group), foe)]

    def _bears_arms(self, key: str) -> bool:
        return key in self._lexicon.agents or key in ("attackers", "security_forces")


def _bare(word: str) -> str:
    return word.lstrip("وبل").removeprefix("ال")


def lost_by(frame: Frame, agency: Agency) -> list[Party]:
    """Return the subject of a verb of loss: whose own the lost are."""
    clause = agency.clauses.at(frame.quantity.first)
    if clause.subject == frame.quantity.first and clause.link == "joined":
        clause = clause.matrix  # هاجم التنظيم القاعدة وخسر 17 من عناصره
    found = agency.subjects.of(clause)
    return list(found.parties) if found is not None else []


def _falls(piece: Chunk) -> bool:
    """`سقط`, `قضى`: a verb of those who were killed or hurt."""
    return any(
        reading.verb is not None and reading.trigger.role == "subject" and reading.trigger.measure in HARMED
        for reading in piece.triggers
    )
