"""Of: whom or what a quantity counts, or who suffered the outcome; its phrase tells, its clause, then the section."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.arabic import fold
from tawatur.extract.agency import Agency
from tawatur.extract.agents import Deed
from tawatur.extract.chunks import Chunk
from tawatur.extract.frame import Frame
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.nominals import party_of, phrase_end
from tawatur.extract.parties import ACTS, Party
from tawatur.extract.predicates import event_class
from tawatur.extract.quantities import Quantity
from tawatur.extract.recipients import recipients
from tawatur.extract.subjects import QUOTES
from tawatur.extract.targets import owners, targets, told

_LEADERS = words_of("leader")
_AGAINST = words_of("before_target")
_TOLL = frozenset(words_of("toll"))
_OWNED = frozenset(
    ("destroyed", "seized", "territory_share", "territory_area", "reserves", "held", "places_taken", "strength")
)
_BEATEN = frozenset(("killed", "wounded", "casualties", "detained", "neutralized", "killed_or_detained"))
_HARMED = frozenset(("killed", "wounded", "casualties", "missing"))
_TOLL_REACH = 24
#: Sources whose names are of people in general: as who suffered, they are nobody in particular.
#: Beginnings of words that say to whom people belong.
_BELONGING = words_of("belonging")
_BELONGING_REACH = 9
_CORPS = {"امن": "security_forces", "شرطه": "police", "جيش": ""}
_DONE_AWAY = tuple(words_of("done_away"))
_ANYBODY = frozenset(("residents", "witnesses", "officials", "local_sources", "security_sources", "media"))


def whom(
    frame: Frame, agency: Agency, previous: list[Party], deeds: list[Deed], words: Callable[[int, int], str]
) -> list[Party]:
    """Return whom the quantity counts or who suffered. `previous` are those whom the section counted last.

    `words` gives the raw words of tokens, for a free name.
    """
    return _Sufferers(frame, agency, previous, deeds, words).found()


class _Sufferers:
    def __init__(
        self,
        frame: Frame,
        agency: Agency,
        previous: list[Party],
        deeds: list[Deed],
        words: Callable[[int, int], str],
    ) -> None:
        self._frame = frame
        self._quantity: Quantity = frame.quantity
        self._agency = agency
        self._sentence = agency.clauses.sentence
        self._discourse = agency.discourse
        self._lexicon: Lexicon = agency.lexicon
        self._previous = previous
        self._deeds = deeds
        self._words = words

    def found(self) -> list[Party]:
        frame, quantity = self._frame, self._quantity
        if frame.measure == "funding":
            return recipients(frame, self._agency, self._words)
        named = self._named()
        if frame.measure == "members":
            return named or self._alliance()
        if frame.measure == "facilities" and quantity.noun is not None:
            return [Party({"سجن": "prisons", "مخيم": "camps"}.get(quantity.noun.lemma, quantity.noun.lemma), None)]
        if frame.measure in ACTS and quantity.unit in ("event", "percent", "weapon"):
            return targets(frame, self._agency, self._deeds) or self._of_whole()
        if named:
            return self._leaders_of(named)
        if frame.measure in ACTS and quantity.unit == "site":
            return owners(frame, self._agency) or self._carried() or told(frame, self._deeds)
        return self._told_by_noun() or self._told_by_clause() or self._carried()

    def _of_whole(self) -> list[Party]:
        """`421 غارة على الحوثيين: 260 في مأرب`: parts of acts are on whom the whole is."""
        frame = self._frame
        if frame.whole is None and frame.how not in ("part", "coordination"):
            return []
        whole = next((deed for deed in reversed(self._deeds) if deed.measure == frame.measure), None)
        return list(whole.named) if whole is not None and whole.sentence == self._agency.number else []

    # --- the quantity's own phrase ------------------------------------------------------------------------------

    def _named(self) -> list[Party]:
        """The parties that the quantity's phrase names: `44 عنصرا من داعش`."""
        quantity, lexicon = self._quantity, self._lexicon
        named: list[Party] = []
        for key, piece in quantity.parties:
            actor = self._discourse.resolve(key[1:].split("|")) if key.startswith("@") else key
            known = lexicon.knowledge.actors.get(actor) if actor is not None else None
            if actor == "residents":
                actor, known = "civilians", None  # العشرات من المواطنين
            if known is not None and known.kind in ("source", "outlet") and actor not in lexicon.agents:
                if actor not in _ANYBODY:  # عشرة من الطواقم الطبية: in the text's words, being no source here
                    named.append(Party(self._words(piece.first, piece.last), piece))
                continue
            if actor == "militants":
                actor = self._militants(definite=piece.text.removeprefix(piece.conjunction).startswith("ال"))
            if actor in lexicon.state_keys and quantity.role == "state_forces":
                actor = lexicon.state_keys[actor].forces
            for one in self._meant(actor, piece) if actor is not None else ():
                if one not in [party.actor for party in named]:
                    named.append(Party(one, piece))
        if [party.actor for party in named] == ["security_forces"]:
            if quantity.noun is not None:
                return []  # جنود: whose they are is told beside them
            state = self._state()
            forces = lexicon.knowledge.states[state].forces if state is not None else self._forces_before()
            return [Party(forces or "security_forces", named[0].chunk)]
        if {party.actor for party in named} >= {"police", "security_forces"}:
            forces = self._discourse.state_forces()  # من رجال الجيش والشرطة
            return [Party(forces, named[0].chunk)] if forces is not None else named
        return named

    def _meant(self, actor: str, piece: Chunk) -> tuple[str, ...]:
        """`عناصر الميليشيات`: both allies, where the section has told of them together."""
        return self._discourse.with_ally(actor) if piece.heads and len(piece.words) == 1 else (actor,)

    def _militants(self, *, definite: bool) -> str:
        """`المسلحين` are the armed group in focus; `مسلحين` are, where the section names no other."""
        groups = self._discourse.seen & (self._lexicon.armed_groups - {"militants"})
        group = self._discourse.armed_group(self._sentence)
        return group if group is not None and (definite or len(groups) == 1) else "militants"

    def _told_by_noun(self) -> list[Party]:
        quantity = self._quantity
        state = self._state()
        if state is not None and (quantity.role == "state_forces" or quantity.population == "security_forces"):
            return [Party(self._lexicon.knowledge.states[state].forces, None)]
        if quantity.population == "leaders" or (quantity.role == "member" and _are_leaders(quantity)):
            return self._leaders()
        if quantity.population == "security_forces":
            return [Party(self._forces_before() or quantity.population, None)]
        if quantity.population == "by_name":
            return [self._by_name()]
        if quantity.population is not None:
            return [Party(quantity.population, None)]
        if quantity.state_words is not None and quantity.role is None and quantity.unit in ("person", "household"):
            return self._nationals()
        return []

    def _state(self) -> str | None:
        """Return the state whose adjective the phrase bears, within the number's words too (`عسكريين تركيين اثنين`)."""
        quantity, adjectives = self._quantity, self._lexicon.adjectives
        if quantity.state is not None:
            return quantity.state
        window = self._sentence[quantity.first : quantity.last + 1]
        words = (word for piece in window if not piece.preposition for word in piece.words)
        return next((adjectives[word] for word in words if word in adjectives), None)

    def _nationals(self) -> list[Party]:
        """`191 عائلة عراقية`: people by their state, in the text's words where no pack has a key for them."""
        first, last = self._quantity.state_words or (0, 0)
        chunk = next((piece for piece in self._sentence if piece.first == first), None)
        known = next((r.noun.of for r in chunk.nouns if r.noun.of), None) if chunk is not None else None
        return [Party(known or self._words(first, last), chunk)]

    def _by_name(self) -> Party:
        """`38 سائحا`: people whom no key stands for, in the text's own word."""
        quantity = self._quantity
        for piece in self._sentence[quantity.first : quantity.last]:
            if piece.number is None and any(reading.noun is quantity.noun for reading in piece.nouns):
                return Party(self._words(piece.first, piece.last).removeprefix(piece.conjunction), piece)
        first, last = quantity.number_tokens
        return Party(self._words(max(first, last - 1), last), None)

    def _leaders(self) -> list[Party]:
        if self._frame.whole is not None and len(self._previous) > 1:
            return self._previous  # من داعش والنصرة بينهم عشرات القياديين
        group = self._discourse.armed_group(self._sentence)
        led = f"{group}_leaders"
        if led in self._lexicon.knowledge.actors:
            return [Party(led, None)]
        whole = self._previous if self._frame.whole is not None else []
        return whole or [Party(group or "leaders", None)]

    def _leaders_of(self, named: list[Party]) -> list[Party]:
        """`قياديين في داعش` are the group's leaders, where a pack has a key for them."""
        if not _are_leaders(self._quantity) or len(named) != 1:
            return named
        key = f"{named[0].actor}_leaders"
        return [Party(key, named[0].chunk)] if key in self._lexicon.knowledge.actors else named

    def _forces_before(self) -> str | None:
        """The state forces whose dead or wounded the section has told before."""
        for deed in reversed(self._deeds):
            for key in deed.suffered:
                if key in self._lexicon.forces:
                    return key
        return None

    # --- the clause ---------------------------------------------------------------------------------------------

    def _told_by_clause(self) -> list[Party]:
        return self._origin() or self._belonging() or self._lost() or self._toll() or self._clash()

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

    def _belonging(self) -> list[Party]:
        """`163 منهم ينتمون إلى ميليشيات كذا`, `متهمين بالارتباط بتنظيم كذا`: whose they are said to be behind them."""
        sentence, last = self._sentence, self._quantity.last
        told = False
        for at in range(last, min(len(sentence), last + _BELONGING_REACH)):
            piece = sentence[at]
            if (piece.mark and piece.text not in QUOTES) or event_class(piece) is not None:
                return []
            told = told or any(piece.text.lstrip("وبل").removeprefix("ال").startswith(stem) for stem in _BELONGING)
            known = self._lexicon.knowledge.actors.get(piece.actors[0]) if piece.actors else None
            sourced = known is not None and known.kind in ("source", "outlet")
            if told and piece.actors and piece.actors[0] != "militants" and not (piece.places or sourced):
                return self._agency.subjects.coordinated(Party(piece.actors[0], piece))
        return []

    def _lost(self) -> list[Party]:
        """`خسر التنظيم 44 قتيلا`: the subject of a verb of loss lost its own."""
        frame = self._frame
        clause = self._agency.clauses.at(self._quantity.first)
        if clause.verb_at is None or frame.measure not in _HARMED:
            return []
        loses = any(
            r.trigger.role == "own_loss" and r.verb is not None for r in self._sentence[clause.verb_at].triggers
        )
        return self._lost_by() if loses else []

    def _lost_by(self) -> list[Party]:
        found = self._agency.subjects.of(self._agency.clauses.at(self._quantity.first))
        return list(found.parties) if found is not None else []

    def _toll(self) -> list[Party]:
        """`حصيلة خسائر قوات كذا … 1612 قتيلا`, `في صفوف كذا … 151`: whose toll the clause tells."""
        if self._frame.measure not in _HARMED:
            return []
        sentence, first = self._sentence, self._quantity.first
        for at in range(first - 1, max(-1, first - _TOLL_REACH), -1):
            piece = sentence[at]
            if piece.number is not None or piece.text in ("؛", "."):
                return []
            start = self._behind_toll(at)
            if start is not None and start < first:
                end = min(first, phrase_end(sentence, start))
                party = party_of(sentence, start, end, self._discourse, self._lexicon)
                if party is not None and party.actor != "militants":
                    return self._agency.subjects.coordinated(party)
        return []

    def _behind_toll(self, at: int) -> int | None:
        """Return where the phrase begins that says whose a toll is: behind `خسائر`, `في صفوف`, `من قتلوا من`."""
        piece, sentence = self._sentence[at], self._sentence
        if piece.words[-1] in _TOLL or piece.text.removeprefix(piece.conjunction).removeprefix("و") in _TOLL:
            return at + 1
        fallen = any(r.verb is not None and r.trigger.measure == self._frame.measure for r in piece.triggers)
        told = fallen and at + 2 < len(sentence) and sentence[at + 1].text == "من"
        return at + 2 if told else None

    def _clash(self) -> list[Party]:
        """`40 قتيلا في اشتباكات بين كذا وكذا`: of either side, or of the side that bears no arms."""
        told = self._quantity.noun is None and any(deed.sentence == self._agency.number for deed in self._deeds)
        if self._frame.measure not in _HARMED or self._quantity.role is not None or told:
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

    def _bears_arms(self, key: str) -> bool:
        return key in self._lexicon.agents or key in ("attackers", "security_forces")

    # --- the section --------------------------------------------------------------------------------------------

    def _carried(self) -> list[Party]:
        frame, quantity, previous = self._frame, self._quantity, self._previous
        if quantity.role == "armed_group":
            span = self._sentence[quantity.first : quantity.last]
            articles = any(r.stem.article and r.noun.of == "armed_group" for piece in span for r in piece.nouns)
            return [Party(self._militants(definite=articles), None)]
        if quantity.role == "member" and self._is_done_away():
            return [Party(self._militants(definite=False), None)]
        if quantity.role == "member":
            corps = self._corps()
            if corps is not None:
                return [Party(corps, None)]
            if previous and not any(party.actor.endswith(("_leaders", "attackers")) for party in previous):
                return previous
            group = self._discourse.armed_group(self._sentence) or self._discourse.forces()
            return [Party(group, None)] if group is not None else []
        if quantity.role == "state_forces":
            forces = self._forces_before() or self._attacked_forces() or self._discourse.state_forces()
            return [Party(forces, None)] if forces is not None else []
        if frame.measure in _OWNED or (frame.measure == "other" and quantity.unit == "weapon"):
            return self._owner()
        if frame.measure == "released" and quantity.measure in ("held", "detained"):
            return [Party("prisoners", None)]
        if quantity.others and quantity.noun is not None and quantity.noun.of is None:
            return []  # ستة أطفال … و11 شخصا آخرين
        if quantity.others or quantity.anaphor or quantity.unit == "percent":
            attacked = any(party.actor == "attackers" for party in previous)  # قتل المهاجم وجرح ستة آخرون
            return self._attackers() or ([] if attacked and quantity.others else previous)
        if frame.how == "topic":
            return []  # العدد الإجمالي للقتلى
        if quantity.noun is None and (frame.how in ("coordination", "part") or frame.whole is not None):
            return previous
        if frame.whole is not None and quantity.noun is not None and quantity.noun.of is None:
            return previous if frame.measure == "repatriated" else []
        if quantity.noun is None and quantity.unit is None and self._told_here():
            return previous
        return []

    def _is_done_away(self) -> bool:
        """`القضاء على ثلاثة أفراد`: what forces say of those whom they fight."""
        reading = self._frame.reading
        return reading is not None and fold(reading.trigger.lemma).startswith(_DONE_AWAY)

    def _told_here(self) -> bool:
        """Tell whether the sentence, or the one before, told whom something befell."""
        return bool(self._deeds) and self._agency.number - self._deeds[-1].sentence <= 1

    def _corps(self) -> str | None:
        """`عناصر أمن سعوديين`, `عناصر الشرطة`: whose members a word behind the noun says they are."""
        quantity, lexicon = self._quantity, self._lexicon
        window = self._sentence[quantity.first : quantity.last + 2]
        state = next((piece.state for piece in window if piece.state is not None), None)
        words = {word.removeprefix("ال") for piece in window for word in piece.words}
        for word, key in _CORPS.items():
            if word in words:
                forces = lexicon.knowledge.states[state].forces if state is not None else None
                return forces or key or self._discourse.state_forces()
        return None

    def _attackers(self) -> list[Party]:
        """`القبض على اثنين منهم`, after a toll of forces or civilians: those held are who attacked them."""
        if self._frame.measure != "detained" or not self._previous:
            return []
        known = self._lexicon.knowledge.actors
        harmed = next((deed.measure in _HARMED for deed in reversed(self._deeds) if deed.named), False)
        peaceful = all(
            party.actor in self._lexicon.forces or (party.actor in known and known[party.actor].kind != "actor")
            for party in self._previous
        )
        return [Party("attackers", None)] if harmed and peaceful else []

    def _attacked_forces(self) -> str | None:
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

    def _owner(self) -> list[Party]:
        """Whose what is destroyed, seized or held is: the armed group in focus, unless it did it itself."""
        group = self._discourse.armed_group(self._sentence)
        reading = self._frame.reading
        if reading is not None and reading.trigger.role == "own_loss":
            return self._lost_by()
        did = (
            self._agency.subjects.of(self._agency.clauses.at(self._frame.trigger))
            if self._frame.trigger is not None
            else None
        )
        harms = self._frame.measure in ("destroyed", "seized", "places_taken")
        doers = {party.actor for party in did.parties} if did is not None and harms else set()
        if group is not None and group not in doers:
            return [Party(key, None) for key in self._discourse.with_ally(group)]
        return self._beaten() if harms and group is None else []

    def _beaten(self) -> list[Party]:
        """`مقتل 12 مسلحا وتدمير مخزنين`: what is destroyed was of the armed people whose dead the sentence tells."""
        for deed in reversed(self._deeds):
            if deed.sentence != self._agency.number:
                break
            if deed.measure in _BEATEN and deed.named:
                combatants = self._lexicon.armed_groups | {"attackers"}
                return list(deed.named) if all(party.actor in combatants for party in deed.named) else []
        return []

    def _alliance(self) -> list[Party]:
        """The alliance that the sentence names nearest behind the quantity, else before it, else the one in focus."""
        first = self._quantity.first
        for piece in self._sentence[first:] + self._sentence[:first][::-1]:
            for key in piece.actors:
                if key in self._lexicon.alliances:
                    return [Party(key, piece)]
        actor = self._discourse.latest(self._lexicon.alliances)
        return [Party(actor, None)] if actor is not None else []


def _are_leaders(quantity: Quantity) -> bool:
    return quantity.noun is not None and fold(quantity.noun.lemma) in _LEADERS
