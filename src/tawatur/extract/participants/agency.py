"""Agency: whose act an event is, read off a sentence's clauses.

An event's doer stands in its relative clause (`هجوم شنه التنظيم`), as its genitive (`غارات التحالف`), behind `ل` or
`من` (`قصف لقوات النظام`), in an adjective (`غارة أميركية`), as the subject of the verb that governs it (`نفذت القوات
عملية`), or is told of the same event before (`الهجوم`).
"""

from __future__ import annotations

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.event_nouns import are_several, bare_word, is_by_suicide, is_named, is_of_a_kind, lemma_of
from tawatur.extract.clauses.nominals import (
    begins_phrase,
    by_adjective,
    is_definite,
    is_joined,
    may_be_adjective,
    names_land,
    party_of,
    phrase_end,
    state_of,
    suspected,
)
from tawatur.extract.clauses.predicates import event_class, finite_verb
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.clauses.subjects import QUOTES, Subjects
from tawatur.extract.participants.blame import MARKS, Blame
from tawatur.extract.participants.genitives import has_object, is_apart
from tawatur.extract.participants.means import flown_by
from tawatur.extract.participants.reactions import is_of_others
from tawatur.extract.phrases.discourse import Discourse, Doers, Happened
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

#: The rule by which an explosion that nobody is named for is some attackers' work (the codebook's `attackers`).
UNNAMED = "unnamed attackers"
#: Nouns of attacks: somebody is behind them.
WAR = "war"
#: The rule by which nobody is named for what befell an armed group's own men: a bomb that they carried, a feud.
NOBODY_NAMED = "nobody named"
#: The rules that leave the doer open for good, whoever the section names.
OPEN = frozenset((WAR, NOBODY_NAMED))
#: The kind of what a section tells where it says that nobody has claimed an attack.
DISCLAIMED = "disclaimed"
ATTACKS = frozenset(("هجوم", "هجمة", "تفجير", "اعتداء", "انفجار", "كمين"))
#: Two nouns of one act, with one plural for both in the press.
_ASSAULTS = {"هجوم", "هجمة"}
#: The rule by which the parties to a clash are both who did it and who suffered, unless one of them is named.
CLASH = "clash"

_AGAINST = frozenset(words_of("against"))
_OBJECTIVE = frozenset(words_of("objective"))
_PERFORMING = frozenset(words_of("performing"))
_BETWEEN_THEM = frozenset(words_of("between_them"))
_LAND = frozenset(words_of("land"))
_WITH = frozenset(words_of("with"))
_JOINTLY = words_of("jointly")
_DEMONSTRATIVES = frozenset(words_of("demonstrative"))
_DOING = frozenset(("act", "claim", "say", "aid", "outcome", "other"))
_GOVERNMENTAL = words_of("governmental")
_RESPONSIBILITY = ("مسؤوليت", "المسؤولية", "تبني", "التبني", "بتبني")
#: Verbs that say how many acts there were.
_AMOUNTING = frozenset(("بلغ", "وصل", "تجاوز", "فاق", "ناهز", "قارب", "تعدى"))
_REACH = 14
#: How many sentences back an event of another name may be the one meant.
_NEAR = 3
_ATTACHED = 6
_TITLE = 4


class Agency:
    """Reads who acts in one sentence, the section's `number`th."""

    def __init__(self, clauses: Clauses, discourse: Discourse, lexicon: Lexicon, number: int = 0) -> None:
        self.clauses = clauses
        self.number = number
        self.discourse = discourse
        self.lexicon = lexicon
        self.subjects = Subjects(clauses, discourse, lexicon, self.of_event)
        self.blame = Blame(clauses, self.subjects, discourse, lexicon)
        self._sentence = clauses.sentence
        self._events: dict[int, Doers | None] = {}

    def of_event(self, first: int, last: int | None = None) -> Doers | None:
        """Return who did the event that chunks `[first, last)` name, None where nothing tells."""
        if first not in self._events:
            self._events[first] = None  # an event within its own description tells nothing
            self._events[first] = self._of_event(first, last if last is not None else first + 1)
        return self._events[first]

    def of_explosion(self, at: int) -> Doers:
        """`انفجرت سيارة مفخخة`: some attackers' work, where no clause says whose."""
        return Doers((Party("attackers", self._sentence[at]),), UNNAMED)

    def of_agent_phrase(self, at: int) -> Doers | None:
        """Read `على يد`, `من قبل` and a party, from chunk `at` on in its clause."""
        sentence = self._sentence
        if not 0 < at < len(sentence):
            return None
        own = self.clauses.at(at - 1)
        for here in range(at, min(len(sentence), at + _REACH)):
            piece, clause = sentence[here], self.clauses.at(here)
            if piece.mark and piece.text not in QUOTES and piece.text not in ("،", ","):
                return None
            if clause is not own and clause.antecedent is None:
                return None
            start = here + 1
            if "agent" in piece.cues and start < len(sentence):
                party = self._party(start, phrase_end(sentence, start))
                if party is None and sentence[start].is_("من"):
                    party = suspected(sentence, start + 1, self.lexicon)  # على يد من يشتبه بأنهم من كذا
                if party is not None:
                    return self.subjects.joined(party, "agent phrase")
        return None

    def sides(self, at: int) -> list[Party]:
        """Return the parties of a clash that ends before chunk `at`: `بين كذا وكذا`, `مع كذا`."""
        sentence = self._sentence
        found: list[Party] = []
        opened, last = False, at
        for here in range(at, len(sentence)):
            piece = sentence[here]
            if here >= last + _REACH:
                break  # from the clash, or from the party named last
            joined = piece.text in "،," and here + 1 < len(sentence) and sentence[here + 1].conjunction == "و"
            beside = piece.is_("في") or any(cue.startswith("side:") for cue in piece.cues)
            if (piece.mark and piece.text not in QUOTES and not joined) or (found and beside):
                break
            if piece.text in _WITH:
                opened = True
                continue
            if opened and (finite_verb(sentence, here) is not None or piece.time is not None):
                break
            if piece.text in _BETWEEN_THEM:
                opened = True
                found += self._spoken_of(self.clauses.at(here))
                continue
            if opened and (piece.actors or piece.heads or self.subjects.is_armed(piece)):
                party = self._party(here, here + 1)
                if party is not None and party.actor not in [known.actor for known in found]:
                    found.append(party)
                    last = here
        return found

    def _spoken_of(self, clause: Clause) -> list[Party]:
        """`قالت المقاومة إن اشتباكات جرت بينها وبين …`: whom a pronoun behind `بين` stands for: who speaks."""
        outer = clause.parent
        while outer is not None and outer.parent is not None and (outer.verb is None or outer.verb.kind != "say"):
            outer = outer.parent
        speaker = self.subjects.of(outer) if outer is not None else self.subjects.of(clause)
        return list(speaker.parties) if speaker is not None else []

    def remember(self) -> None:
        """Add the events that the sentence tells, with their doers, to what the section has told."""
        if self.blame.is_unclaimed():
            self.discourse.told.append(Happened(DISCLAIMED, "", Doers((), DISCLAIMED), self.number))
        verbs = {clause.verb_at for clause in self.clauses.clauses}
        for at, piece in enumerate(self._sentence):
            kind, found = event_class(piece), None
            responsible = piece.text.removeprefix("و").startswith(_RESPONSIBILITY)
            marks = piece.is_(*MARKS)
            if not (kind is not None or at in verbs or responsible or marks or self.blame.is_accusation(at)):
                continue  # as most chunks
            clause = self.clauses.at(at)
            verb = clause.verb if clause.verb_at == at else None
            if verb is not None and verb.kind == "blame":
                kind, found = "claim", self.blame.blamed_by(clause)
            elif self.blame.is_accusation(at):
                kind, found = "claim", self.blame.accused(at)
            elif verb is not None and verb.kind in ("act", "claim", "outcome") and self.clauses.is_active(clause):
                kind, found = "claim" if verb.kind == "claim" else "act", self.subjects.of(clause)
            elif kind in ("act", "clash", "blast"):
                found = self.of_event(at)
                behind = at > 0 and self._sentence[at - 1].text == "وراء"
                kind = "claim" if behind or self.blame.attributed(at + 1) is not None else kind
            if found is None and responsible:
                kind, found = "claim", self.blame.responsible(at)
            if found is None and marks:
                kind, found = "claim", self.blame.marked(at)
            if found is not None and self.blame.is_of_some(at):
                continue
            if kind is not None and found is not None and is_named(found) and self._may_act(found):
                self.discourse.told.append(Happened(kind, bare_word(piece), found, self.number))

    def _is_attack(self, at: int, kind: str) -> bool:
        """Tell whether an event is an attack, which somebody is behind; `الكمائن الأمنية` are checkpoints."""
        following = self._sentence[at + 1].text if at + 1 < len(self._sentence) else ""
        suicide = at + 1 < len(self._sentence) and is_by_suicide(self._sentence[at + 1])
        attack = suicide or kind == "blast" or lemma_of(self._sentence[at]) in ATTACKS
        return attack and not following.removeprefix("ال").startswith("امني")

    def _may_act(self, doers: Doers) -> bool:
        return all(self.subjects.may_act(party.actor) for party in doers.parties)

    def _of_event(self, first: int, last: int) -> Doers | None:
        named = next((at for at in range(first, last) if event_class(self._sentence[at]) is not None), first)
        kind = event_class(self._sentence[named]) or "act"
        if kind == "war":
            return Doers((), WAR)
        if kind == "clash":
            parties = self.sides(last)
            if parties:
                return Doers(tuple(parties), CLASH)
        told = (
            self._relative(first, last)
            or self._named_by_act(named)
            or self._attached(first, last)
            or self.of_agent_phrase(last)
            or self.blame.blamed(first)
            or self.blame.behind(first)
            or self._governing(first)
            or self._equated(first)
            or self.blame.attributed(last)
            or self.blame.suspected(last)
            or self.blame.accusing(last)
            or self._means_behind(last)
            or self._like(named, kind)
            or self._anaphor(named, kind)
            or (self.of_explosion(named) if self._is_attack(named, kind) else None)
        )
        return Doers(told.parties, CLASH) if told is not None and kind == "clash" else told

    def _relative(self, first: int, last: int) -> Doers | None:
        """Read the relative clause that is said of an event: `هجوم شنه التنظيم`, `العمليات التي تقوم بها القوات`."""
        for clause in self.clauses.clauses:
            verb = clause.verb
            if clause.antecedent is None or verb is None or not first <= clause.antecedent < last:
                continue
            if verb.kind in _DOING and clause.subject != clause.antecedent:
                found = self.subjects.of(clause)
                if found is not None and found.parties:
                    return Doers(self.subjects.with_partners(found, clause).parties, "relative clause")
        return None

    def _attached(self, first: int, last: int) -> Doers | None:
        """Read who is named right behind an event's noun, and who acted with them: `عملية للجيش بالتعاون مع كذا`."""
        told = self._named_behind(first, last)
        clause = self.clauses.at(first)
        if told is None and not self._is_joint(last):
            return None
        jointly = self.subjects.jointly(clause)
        if not jointly:
            return told
        known = told.parties if told is not None else ()
        more = [party for party in jointly if party.actor not in [one.actor for one in known]]
        return Doers((*known, *more), told.rule if told is not None else "genitive")

    def _is_joint(self, last: int) -> bool:
        """`عملية مشتركة بين كذا وكذا`: right behind its noun an act is said to be of several."""
        behind = self._sentence[last : last + 2]
        return len(behind) > 1 and behind[0].is_(*_JOINTLY) and behind[1].text == "بين"

    def _named_behind(self, first: int, last: int) -> Doers | None:
        """Read the genitive, `ل` or `من` with a party, and a state's adjective, right behind an event's noun."""
        sentence = self._sentence
        objective = bare_word(sentence[first]) in _OBJECTIVE
        for at in range(last, min(len(sentence), last + _ATTACHED)):
            piece = sentence[at]
            if piece.text in QUOTES or piece.text in ("من", "ل") or is_of_a_kind(piece):
                continue
            if piece.preposition == "ب" and (found := self.of_means(at)) is not None:
                return found
            if self._ends_description(at):
                return None
            state = state_of(piece, self.lexicon)
            told_by = may_be_adjective(piece, sentence[first], objective=objective)
            if state is not None and told_by and not self._names_party(at):
                joined = at > 1 and piece.text.startswith("و") and sentence[at - 1].state is not None
                land = sentence[at - 2 if joined else at - 1]
                if land.places or land.text.removeprefix("ب") in _LAND:
                    return None  # عملية سروج التركية, من الأراضي اليمنية والسعودية
                people = piece.actors[0] if piece.actors and state in self.lexicon.state_keys else state
                return self.subjects.joined(Party(people, piece), "adjective")  # هجوم فلسطيني: of no army
            if piece.is_(*_GOVERNMENTAL) and (forces := self.discourse.government_forces(sentence)) is not None:
                return Doers((Party(forces, piece),), "adjective")  # القصف الحكومي
            if piece.actors or piece.heads or (self.subjects.is_armed(piece) and are_several(piece)):
                if is_apart(sentence, last, at):
                    return None
                if objective and piece.preposition != "ل" and not has_object(sentence, at):
                    return None
                party = self._party(at, phrase_end(sentence, at))
                is_place = party is not None and self._is_land(party) and piece.preposition != "ل"
                if party is None or is_place or not self.subjects.may_act(party.actor):
                    return None
                return self.subjects.joined(party, "genitive")
        return None

    def _named_by_act(self, at: int) -> Doers | None:
        """`العدوان السعودي` where a pack lists it: who acts bears the name of the act."""
        piece = self._sentence[at]
        return Doers((Party(piece.actors[0], piece),), "genitive") if piece.actors else None

    def of_means(self, at: int) -> Doers | None:
        """`بطائرة مسيرة تركية`: by whose aircraft it was done."""
        return flown_by(self._sentence, at, self.subjects, self._party)

    def _means_behind(self, last: int) -> Doers | None:
        """`هجوم على السوق بطائرات مسيرة تركية`: by whose aircraft, further behind in the event's clause."""
        behind = [at for at in self.clauses.chunks(self.clauses.at(last - 1)) if last <= at < last + _REACH]
        return next((found for at in behind if (found := self.of_means(at)) is not None), None)

    def _is_land(self, party: Party) -> bool:
        """Tell whether a state is named by its land's name: `قصف سوريا`; `قصف القوات التركية` names who acts."""
        return party.chunk is not None and names_land(party.chunk, self.lexicon)

    def _names_party(self, at: int) -> bool:
        """Tell whether a chunk names more than a people: `إسرائيلي` behind an event is its state's adjective.

        So is `السورية`, and `سورية` before another (`غارات سورية وروسية`).
        """
        piece, known = self._sentence[at], self.lexicon.knowledge.actors
        behind = self._sentence[at + 1] if at + 1 < len(self._sentence) else None
        if by_adjective(piece, self.lexicon) is not None:
            return False
        if behind is not None and is_joined(behind) and by_adjective(behind, self.lexicon) is not None:
            return False
        return any(key not in known or known[key].kind != "population" for key in piece.actors)

    def _ends_description(self, at: int) -> bool:
        """Tell whether what stands at a chunk says no more whose an event is: its target, its place, a new clause."""
        piece = self._sentence[at]
        if piece.mark or piece.number is not None or piece.time is not None or piece.conjunction:
            return True
        if any(cue.startswith("side:") for cue in piece.cues):
            return True  # قرب القوات: where, not whose
        if piece.text in _AGAINST or "clause" in piece.cues or finite_verb(self._sentence, at) is not None:
            return True
        return piece.names("site") or piece.names("facility") or piece.preposition not in ("", "ل")

    def _governing(self, first: int) -> Doers | None:
        """Read the subject of the verb, or the genitive of the masdar, that governs an event: `نفذ الطيران 3 غارات`."""
        clause = self.clauses.at(first)
        found = self.performed(first, clause)
        if found is not None:
            return found
        if is_of_others(self._sentence, first, clause):
            return None  # تبنت الحركة … ردا على الهجوم
        verb = clause.verb
        if verb is None or clause.verb_at is None or verb.passive or clause.subject == first:
            return None
        active = verb.kind in ("act", "claim", "aid") or (verb.kind == "outcome" and self.clauses.is_active(clause))
        if active or (verb.kind in ("say", "other") and self._takes_blame(clause, first)):
            found = self.subjects.of(clause)
            if found is not None and found.parties:
                return Doers(self.subjects.with_partners(found, clause).parties, "governing verb")
        return None

    def performed(self, first: int, clause: Clause) -> Doers | None:
        """`تنفيذ طيران التحالف 14 طلعة`, `قيام القوات بخطف 12`: the genitive of a masdar of doing."""
        sentence = self._sentence
        for at in range(first - 1, max(clause.first - 1, first - _REACH), -1):
            masdar = bare_word(sentence[at]) in _PERFORMING and finite_verb(sentence, at) is None
            if masdar and self.clauses.at(at) is clause:
                start = at + 1
                if start < first and begins_phrase(sentence, start):
                    party = self._party(start, min(first, phrase_end(sentence, start)))
                    return self.subjects.joined(party, "masdar's genitive") if party is not None else None
                return None
        return None

    def _takes_blame(self, clause: Clause, first: int) -> bool:
        """`أعلن التنظيم مسؤوليته عن الهجوم`, `يقف التنظيم وراء الهجوم`: whose own an act is said to be."""
        behind = first > 0 and self._sentence[first - 1].text == "وراء"
        return behind or any("مسؤولي" in piece.text for piece in self._sentence[clause.first : first])

    def _equated(self, first: int) -> Doers | None:
        """`عدد العمليات التي نفذتها كذا بلغ 153`: the acts that a verb of amounting says are these."""
        clause = self.clauses.at(first)
        if clause.verb is None or clause.verb.form.lemma not in _AMOUNTING or clause.subject is None:
            return None
        for at in range(clause.subject, min(clause.subject + _TITLE, len(self._sentence))):
            if at != first and event_class(self._sentence[at]) is not None:
                return self.of_event(at) or (self.subjects.of(clause) if at == clause.subject else None)
        return None

    def _like(self, first: int, kind: str) -> Doers | None:
        """`نصيب كذا من هجمات التنظيم 300 هجوم`: acts of the same name, told with their doer before in the sentence."""
        words = {bare_word(self._sentence[first])}
        if not words.isdisjoint(_ASSAULTS):
            words = _ASSAULTS
        for at in range(first - 1, -1, -1):
            if event_class(self._sentence[at]) == kind and bare_word(self._sentence[at]).removesuffix("ا") in words:
                return self.of_event(at)
        return None

    def _anaphor(self, first: int, kind: str) -> Doers | None:
        """`الهجوم`, `هذه الغارات`: the event told last by that noun, else of that class."""
        piece = self._sentence[first]
        pointed = first > 0 and self._sentence[first - 1].text.removeprefix("و") in _DEMONSTRATIVES
        if not (is_definite(piece) or pointed):
            return None
        lemmas = {reading.noun.lemma for reading in piece.nouns} or {bare_word(piece)}
        same = [event for event in self.discourse.told if event.word in lemmas]
        near = [event for event in self.discourse.told if self.number - event.sentence <= _NEAR]
        like = same or [event for event in near if event.kind == kind]
        return Doers(like[-1].doers.parties, "same event") if like else None

    def _party(self, first: int, last: int) -> Party | None:
        return party_of(self._sentence, first, last, self.discourse, self.lexicon)
