"""Who suffered, as the section tells: those counted before, the group in focus, the state's forces, an owner."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.clause_sufferers import HARMED, lost_by
from tawatur.extract.participants.companions_in_harm import harmed_beside
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.participants.of_frame import OfFrame
from tawatur.extract.participants.outcomes import did_it, doers_of_outcome
from tawatur.extract.participants.own_people import ministry_forces, own_people
from tawatur.extract.participants.struck import struck
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS, Party, Told

_AGAINST = words_of("before_target")
_OWNED = frozenset(
    ("destroyed", "seized", "territory_share", "territory_area", "reserves", "held", "places_taken", "strength")
)
_BEATEN = frozenset(("killed", "wounded", "casualties", "detained", "neutralized", "killed_or_detained"))
_HOMES = frozenset(words_of("homes"))
_PUBLIC = frozenset(words_of("public"))
#: Beginnings of words for laying mines, and how many chunks before these they stand.
_LAYING = tuple(words_of("laying"))
#: Units of what an army fights with.
_ARMS = frozenset(("vehicle", "weapon"))
_LAID_WITHIN = 5
_DRUGS = frozenset(words_of("drugs"))
#: How many chunks behind a number that which it counts is named at most.
_NAMED_WITHIN = 3
#: Beginnings of words that say whose a thing is, and how many chunks behind it they reach.
_OWNING = tuple(words_of("owned_by"))
_OWNED_BEHIND = 6
#: How many chunks before others of a party it is named, and how many deeds back the sentence has begun.
_BEFORE, _RECENT = 6, 4
#: How many chunks before `منهم` those may be named of whom it is.
_OF_THEM_BEFORE = 16
#: What befalls people, not those who bear arms.
_FLIGHT = frozenset(("displaced", "returned", "beneficiaries"))
_BEFALLS = HARMED | {"detained"}
_APART = ("في", "خلال", "اثر", "بعد", "عند", "قرب", "علي")
#: So many without a noun are no more of those counted before.
_THOUSANDS = 1000
_SUSPECTS = frozenset(words_of("suspects"))
#: Rules by which an arrest's own words say who made it.
_SAID = frozenset(("subject", "agent phrase", "masdar's genitive", "governing verb"))
#: What counts on those counted before: their next, a part of them, where they fell.
_GOES_ON = frozenset(("coordination", "part", "breakdown"))
_KIN = frozenset(words_of("kin"))
_ANY_PERSON = frozenset(words_of("any_person"))
_GOVERNMENTAL = tuple(words_of("regular"))
#: The key that each word for a corps stands for; the army's is the state's forces.
CORPS = {
    word: key
    for name, key in (("corps:security_forces", "security_forces"), ("corps:police", "police"), ("corps:army", ""))
    for word in words_of(name)
}
_DONE_AWAY = tuple(words_of("done_away"))


class Carried(OfFrame):
    """Takes who suffered from what the section has told; `previous` are those whom it counted last."""

    def __init__(self, frame: Frame, agency: Agency, previous: list[Party], deeds: list[Deed]) -> None:
        super().__init__(frame, agency, deeds)
        self._previous = previous

    def found(self) -> Told:
        """Return the parties that the section tells, none where it tells none."""
        frame, quantity = self._frame, self._quantity
        if quantity.role is not None:
            return self._armed()
        if frame.measure in _OWNED or (frame.measure == "other" and quantity.unit == "weapon"):
            return self._owner()
        if frame.measure == "released" and quantity.measure in ("held", "detained"):
            return Told([Party("prisoners", None)], "prisoners")
        noun = quantity.noun
        if quantity.others and noun is not None and noun.of is None and noun.measure is None:
            return Told([], "")  # ستة أطفال … و11 شخصا آخرين
        antecedent = self._antecedent() if quantity.others or quantity.anaphor else []
        if antecedent:
            return Told(antecedent, "antecedent")
        return self._counted_before()

    def _armed(self) -> Told:
        """Whose the armed people are that a noun names: militants, members, a state's soldiers."""
        quantity, previous = self._quantity, self._previous
        if quantity.role == "armed_group":
            span = self._sentence[quantity.first : quantity.last]
            articles = any(r.stem.article and r.noun.of == "armed_group" for piece in span for r in piece.nouns)
            return Told([Party(key, None) for key in self.militants(definite=articles)], "militants")
        if quantity.role == "member" and self._is_done_away():
            return Told([Party(key, None) for key in self.militants(definite=False)], "militants")
        if quantity.role == "member":
            corps = self._governmental() or self._corps()
            if corps:
                return Told(corps, "corps")
            if own := own_people(self._quantity, self._agency, "member", "state_forces", "men"):
                return Told(own, "own members")
            if targets := struck(self._frame, self._agency):
                return Told(targets, "target")
            led = any(party.actor.endswith(("_leaders", "attackers")) for party in previous)
            if not led and not all(self._is_people(party.actor) for party in previous):
                return Told(previous, "counted before")
            group = self._discourse.armed_group(self._sentence) or self._discourse.forces()
            return Told([Party(group, None)] if group is not None else [], "group in focus")
        sender = self._sender()
        if sender:
            return Told(sender, "corps")
        if (theirs := ministry_forces(self._frame, self._agency)) is not None:
            return Told([Party(theirs, None)], "forces told")
        told = self.forces_before() or self.attacked_forces()
        forces = told or self._discourse.state_forces()
        there = self._at_home(forces)
        if told is None and there is None and forces is not None:
            forces = self._of_the_foe(forces)
        rule = "forces there" if there is not None else "forces told" if told is not None else "forces in focus"
        forces = there or forces
        return Told([Party(forces, None)] if forces is not None else [], rule)

    def _of_the_foe(self, forces: str) -> str:
        """Soldiers on the land of a people at war with one state's forces (the Palestinians) are that state's."""
        state = self._lexicon.forces.get(forces)
        people = self._lexicon.people_of.get(state.code) if state is not None else None
        foes = self._lexicon.camps.foes([people], list(self._lexicon.forces)) if people is not None else []
        return foes[0] if len(foes) == 1 else forces

    def _counted_before(self) -> Told:
        """Those whom the section counted before, where a number counts more of them, or a part."""
        frame, quantity, previous = self._frame, self._quantity, self._previous
        if quantity.others or quantity.anaphor or quantity.unit == "percent":
            attacked = any(party.actor == "attackers" for party in previous)  # قتل المهاجم وجرح ستة آخرون
            attackers = self._attackers()
            before = [] if attacked and quantity.others else previous
            return Told(attackers, "attackers") if attackers else Told(before, "counted before")
        if frame.measure == "detained" and quantity.role is None and not (quantity.others or quantity.anaphor):
            hunted, told = self._hunted(), quantity.noun is None and self._told_here()
            return Told(hunted, "hunted") if hunted else Told(previous if told else [], "counted before")
        if frame.how == "topic":
            return Told([], "")  # العدد الإجمالي للقتلى
        if (beside := harmed_beside(frame, self._agency, self._deeds)) is not None:
            return Told(beside, "joined")
        if quantity.noun is None and (frame.how in _GOES_ON or frame.whole is not None):
            return Told(previous, "joined")
        if self._is_part_of_people():
            return Told(previous, "joined")
        if frame.whole is not None and quantity.noun is not None and quantity.noun.of is None:
            part = frame.measure == "repatriated" or quantity.noun.lemma in _KIN
            return Told(previous if part else [], "joined")
        large = isinstance(quantity.low, int | float) and quantity.low >= _THOUSANDS
        many = large and quantity.bound == "indefinite"  # عشرات الآلاف: of a whole war
        if quantity.noun is None and quantity.unit is None and self._told_here() and not many:
            people = [party for party in previous if frame.measure not in _FLIGHT or self._is_people(party.actor)]
            return Told(people, "told just before")
        return Told([], "")

    def _is_part_of_people(self) -> bool:
        """`29 مدنيا قتلوا، من بينهم 17 شخصا في دوما`: a part whose noun does not say whose they are."""
        quantity, first = self._quantity, self._quantity.first
        told = bool(self._deeds) and self._deeds[-1].sentence == self._agency.number
        bare = quantity.noun is not None and quantity.noun.lemma in _ANY_PERSON
        return told and bare and first > 0 and "part" in self._sentence[first - 1].cues

    def _hunted(self) -> list[Party]:
        """`حملة تستهدف مناصري كذا وكذا … اعتقال 371 شخصا`: the groups that those who arrest are after."""
        sentence, first = self._sentence, self._quantity.first
        groups = self._lexicon.armed_groups - {"militants"}
        told = self._agency.subjects.of(self._agency.clauses.at(first)), doers_of_outcome(self._frame, self._agency)
        doers = {party.actor for one in told if one is not None and one.rule in _SAID for party in one.parties}
        named = [
            Party(piece.actors[0], piece)
            for piece in sentence
            if piece.actors and piece.actors[0] in groups - doers and not piece.places
        ]
        if named:
            return named
        seen = self._discourse.seen & groups
        group, noun = self._discourse.armed_group(sentence), self._quantity.noun
        suspects = noun is not None and noun.lemma in _SUSPECTS
        alone = group is not None and len(seen) == 1 and not doers & seen
        if group is not None and alone and (suspects or self._discourse.times[group] > 1):
            return [Party(group, None)]
        fought = suspects and "militants" in self._discourse.seen and not doers & groups
        return [Party("militants", None)] if fought else []

    def _antecedent(self) -> list[Party]:
        """`قتل أحد مسلحي المقاومة وأصيب خمسة آخرون`, `آليات لكذا، وقتل العشرات منهم`: a party named just before.

        Those whom the sentence has counted are nearer.
        """
        told = any(d.sentence == self._agency.number and d.measure not in ACTS for d in self._deeds[-_RECENT:])
        if told or self._frame.measure not in _BEFALLS:
            return []
        sentence, first = self._sentence, self._quantity.first
        far = _OF_THEM_BEFORE if self._quantity.anaphor else _BEFORE
        for at in range(first - 1, max(-1, first - far), -1):
            piece = sentence[at]
            if piece.number is not None or "agent" in piece.cues or (at and "agent" in sentence[at - 1].cues):
                return []
            acts = bool(piece.actors) and self._agency.subjects.may_act(piece.actors[0])
            if acts and did_it(piece, self._frame, self._agency):
                continue  # هاجموا القاعدة لكن القوات صدتهم وقتلت 12 منهم
            people = self._people_named(piece) if self._quantity.anaphor and not acts else None
            if people is not None:
                return people  # هاجم المسلحون السكان وقتلوا 12 منهم
            if acts and self._frame.measure == "detained" and piece.actors[0] not in self._lexicon.armed_groups:
                continue  # وألقت القوات القبض على اثنين منهم
            if acts and not piece.places and piece.actors[0] != "attackers":
                return self._agency.subjects.coordinated(Party(piece.actors[0], piece))
        return []

    def _people_named(self, piece: Chunk) -> list[Party] | None:
        """Return the kind of people that a plural names, none for one without a key; None where it names no people."""
        many = [r.noun for r in piece.nouns if r.noun.unit == "person" and r.form.number in ("plural", "ambiguous")]
        if not many:
            return None
        key = piece.actors[0] if piece.actors else many[0].of
        key = "civilians" if key == "residents" else key
        return [Party(str(key), piece)] if key in self._lexicon.knowledge.actors else []

    def _at_home(self, forces: str | None) -> str | None:
        """`في تشاد، قتل جنديان`: the forces of the country that the clause is about, where `forces` fight no war."""
        clause = self._agency.clauses.at(self._quantity.first)
        here = {
            place.country
            for at, piece in enumerate(self._sentence)
            if piece.preposition in ("ب", "") and self._agency.clauses.at(at) is clause
            for place in piece.places
            if not piece.actors or self._sentence[at - 1].is_("في")
        }
        states, camps = self._lexicon.knowledge.states, self._lexicon.camps
        if len(here) != 1 or forces is None or (code := next(iter(here))) not in states:
            return None
        return None if code in camps.sides(forces) or states[code].forces == forces else states[code].forces

    def _sender(self) -> list[Party]:
        """`ينشر الاتحاد الأفريقي 20 ألف جندي`, `25 جنديا حكوميا`: whose soldiers they are."""
        frame, quantity = self._frame, self._quantity
        ours = self._governmental()
        if ours or frame.measure != "strength":
            return ours
        found = self._agency.subjects.of(self._agency.clauses.at(quantity.first))
        return [party for party in found.parties if party.actor not in self._lexicon.armed_groups] if found else []

    def _governmental(self) -> list[Party]:
        span = self._sentence[self._quantity.first : self._quantity.last + 1]
        forces = self._discourse.state_forces() if any(p.text.startswith(_GOVERNMENTAL) for p in span) else None
        return [Party(forces, None)] if forces is not None else []

    def _is_people(self, key: str) -> bool:
        """Tell whether a key is of a people or population that bears no arms."""
        known = self._lexicon.knowledge.actors.get(key)
        if not key.isascii():
            return True  # فرنسيا: in the text's own word
        armed = key in self._lexicon.armed_groups or key == "security_forces"
        return known is not None and known.kind == "population" and not armed

    def _is_done_away(self) -> bool:
        """`القضاء على ثلاثة أفراد`: what forces say of those whom they fight."""
        reading = self._frame.reading
        return reading is not None and fold(reading.trigger.lemma).startswith(_DONE_AWAY)

    def _told_here(self) -> bool:
        """Tell whether the sentence, or the one before, told whom something befell."""
        return bool(self._deeds) and self._agency.number - self._deeds[-1].sentence <= 1

    def _corps(self) -> list[Party]:
        """`عناصر أمن سعوديين`, `عناصر الشرطة`: whose members a word behind the noun says they are."""
        quantity, lexicon = self._quantity, self._lexicon
        window = self._sentence[quantity.first : quantity.last + 2]
        state = next((piece.state for piece in window if piece.state is not None), None)
        words = {word.removeprefix("ال") for piece in window for word in piece.words}
        for word, key in CORPS.items():
            if word in words:
                forces = lexicon.knowledge.states[state].forces if state is not None else None
                corps = "police" if key == "police" else forces or key or self._discourse.state_forces()
                return [Party(corps, None)] if corps is not None else []
        return []

    def _attackers(self) -> list[Party]:
        """`القبض على اثنين منهم`, after a toll of forces or civilians: those held are who attacked them."""
        if self._frame.measure != "detained" or not self._previous:
            return []
        known = self._lexicon.knowledge.actors
        harmed = next((deed.measure in HARMED for deed in reversed(self._deeds) if deed.named), False)
        peaceful = all(
            party.actor in self._lexicon.forces
            or (
                party.actor in known
                and known[party.actor].kind != "actor"
                and party.actor not in self._lexicon.armed_groups
            )
            for party in self._previous
        )
        return [Party("attackers", None)] if harmed and peaceful else []

    def attacked_forces(self) -> str | None:
        """`هجوم على نقطة تفتيش أفغانية … مقتل سبعة جنود`: whose the place is that the sentence tells was attacked."""
        lexicon, seen = self._lexicon, False
        for piece in self._sentence:
            if piece.is_(*_AGAINST):
                seen = True
            elif seen and piece.actors and piece.actors[0] in lexicon.forces and not piece.places:
                return piece.actors[0]
            elif seen and piece.state is not None and not piece.nouns:
                return lexicon.knowledge.states[piece.state].forces
            elif piece.mark and piece.text in ("،", "؛"):
                seen = False
        return None

    def _owner(self) -> Told:
        """Whose what is destroyed, seized or held is: the armed group in focus, unless it did it itself."""
        frame, noun = self._frame, self._quantity.noun
        if frame.reading is not None and frame.reading.trigger.role == "own_loss":
            return Told(lost_by(frame, self._agency), "loss")
        told = self._owner_behind()
        if told:
            return Told(told, "owner")
        if frame.measure == "destroyed" and noun is not None and noun.lemma in _PUBLIC:
            return Told([], "")
        if frame.measure == "destroyed" and noun is not None and noun.lemma in _HOMES:
            return Told([Party("civilians", None)], "homes")
        if self._is_laid() or self._are_drugs():
            return Told([], "")
        harms = frame.measure in ("destroyed", "seized", "places_taken")
        clause = self._agency.clauses.at(frame.trigger) if frame.trigger is not None else None
        did = self._agency.subjects.of(clause) if clause is not None else None
        blamed = self._agency.of_agent_phrase(max(self._quantity.last, (frame.trigger or 0) + 1)) if harms else None
        doers = {party.actor for who in (did, blamed) if who is not None and harms for party in who.parties}
        beaten = self._beaten(doers) if harms else []
        if beaten and beaten[0].actor != "militants":
            return Told(beaten, "beaten")
        group = self._discourse.armed_group(self._sentence)
        if group is not None and group not in doers:
            return Told([Party(key, None) for key in self._discourse.with_ally(group)], "group in focus")
        forces = doers & self._lexicon.forces.keys()
        fought = harms and forces and "militants" in self._discourse.seen
        return Told(beaten or ([Party("militants", None)] if fought else []), "beaten")

    def _is_laid(self) -> bool:
        """`زرعت أكثر من 500 لغم`: mines that somebody lays are aimed at nobody in particular."""
        before = self._sentence[max(0, self._quantity.first - _LAID_WITHIN) : self._quantity.first]
        return any(word.lstrip("وبل").startswith(_LAYING) for piece in before for word in piece.words)

    def _are_drugs(self) -> bool:
        """`ضبط 40 كيلو من الهيروين`: drugs are smugglers', whoever else the section tells of."""
        beside = self._sentence[self._quantity.first : self._quantity.last + _NAMED_WITHIN]
        return any(word.removeprefix("و").removeprefix("ال") in _DRUGS for piece in beside for word in piece.words)

    def _owner_behind(self) -> list[Party]:
        """`طائرة مروحية للجيش العراقي`, `صهريج تابع للاتحاد الأفريقي`: whose it is said to be behind it."""
        sentence, last = self._sentence, self._quantity.last
        own = self._agency.clauses.at(self._quantity.first)
        told = False
        for at in range(last, min(len(sentence), last + _OWNED_BEHIND)):
            piece = sentence[at]
            clause = self._agency.clauses.at(at)
            apart = piece.mark or piece.number is not None or piece.triggers or piece.names("event")
            if apart or piece.is_(*_APART) or not (clause is own or clause.parent is own):
                break
            told = told or piece.text.startswith(_OWNING)
            if piece.actors and not piece.places and (told or piece.preposition == "ل"):
                return self._agency.subjects.coordinated(Party(piece.actors[0], piece))
        return []

    def _beaten(self, doers: set[str]) -> list[Party]:
        """`مقتل 12 مسلحا وتدمير مخزنين`: what is destroyed was of the armed people whose dead the sentence tells.

        Of a state's soldiers are vehicles and arms alone, and none that they destroyed themselves.
        """
        for deed in reversed(self._deeds):
            if deed.sentence != self._agency.number:
                break
            if deed.measure in _BEATEN and deed.named:
                combatants = self._lexicon.armed_groups | {"attackers"}
                if self._quantity.unit in _ARMS:
                    combatants |= self._lexicon.forces.keys() - doers
                return list(deed.named) if all(party.actor in combatants for party in deed.named) else []
        return []

    def militants(self, *, definite: bool) -> tuple[str, ...]:
        """Return the armed group in focus for `المسلحين`, for `مسلحين` where the section names no other."""
        groups = self._discourse.seen & (self._lexicon.armed_groups - {"militants"})
        group = self._discourse.armed_group(self._sentence)
        if group is None or not (definite or groups <= {group, *self._allies(group)}):
            return ("militants",)
        return self._discourse.with_ally(group)

    def _allies(self, group: str) -> set[str]:
        """Return the armed groups that fight beside one."""
        allies = self._lexicon.allies
        return {*allies.get(group, ()), *(other for other, beside in allies.items() if group in beside)}

    def forces_before(self) -> str | None:
        """The state forces whose dead or wounded the section has told before."""
        for deed in reversed(self._deeds):
            for key in deed.suffered:
                if key in self._lexicon.forces:
                    return key
        return None
