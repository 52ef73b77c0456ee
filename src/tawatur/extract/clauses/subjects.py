"""Subjects: which party a clause's subject names, or stands for; and who acts together with whom."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import (
    agrees,
    begins_phrase,
    by_adjective,
    is_definite,
    is_joined,
    names_land,
    party_of,
    phrase_end,
    suspected,
)
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Discourse, Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

QUOTES = frozenset('"()«»')
_PRONOUNS = words_of("object_pronoun")
#: `قواتنا`: who speaks calls his side's forces his.
_OUR = "نا"
#: What the nouns for those who fight for somebody tell of them.
_FIGHT = ("armed_group", "attackers", "member", "state_forces")
#: Words behind which, with a preposition or without, those stand who act together with somebody.
_JOINTLY, _SHARING = frozenset(words_of("jointly")), frozenset(words_of("sharing"))
_WITH = frozenset(words_of("with"))
#: Words for an ally, or for more of the same, before who it is.
_ALLIES = frozenset(words_of("ally"))
#: How many chunks behind a verb a partner of its subject may stand.
_PARTNERS = 4
#: How far from its verb a state's name may stand and be who acts, no place.
_BESIDE = 2
#: How many clauses back one who acts may be meant by a pronoun.
_BACK = 6
#: How many clauses a subject is sought through.
_DEEPEST = 4


class Subjects:
    """The subjects of one sentence's clauses; `of_event` tells who did the event that a chunk names."""

    def __init__(
        self, clauses: Clauses, discourse: Discourse, lexicon: Lexicon, of_event: Callable[[int], Doers | None]
    ) -> None:
        self._clauses = clauses
        self._sentence = clauses.sentence
        self._discourse = discourse
        self._lexicon = lexicon
        self._of_event = of_event
        self._adjectives = lexicon.adjectives

    def of(self, clause: Clause, depth: int = 0) -> Doers | None:
        """Return the parties that a clause's subject names or stands for; who did it, where it is an event."""
        at, sentence = clause.subject, self._sentence
        if depth > _DEEPEST:
            return None
        if at is None:
            return self._dropped(clause, depth)
        if sentence[at].number is None or sentence[at].actors:
            own = self._possessed(clause, at, depth)
            if own is not None:  # عملياتها المشتركة مع كذا
                return self.with_partners(own, clause) if event_class(sentence[at]) is not None else own
        if event_class(sentence[at]) is not None:
            return self._of_event(at)
        party = party_of(sentence, at, phrase_end(sentence, at), self._discourse, self._lexicon)
        if party is None or not self.may_act(party.actor) or self._is_place(clause, at, party):
            return None
        alone = at == clause.antecedent and clause.verb is not None and clause.verb.form.number == "singular"
        named = Doers((party,), "subject") if alone else self.joined(party, "subject")  # الجيش والحركة التي تسيطر
        return self.with_partners(named, clause)

    def may_act(self, key: str) -> bool:
        """Tell whether an actor may do an act of war: no observer, outlet, unnamed source or population."""
        lexicon = self._lexicon
        if key in lexicon.observers:
            return False
        actor = lexicon.knowledge.actors.get(key)
        armed = key in lexicon.agents or key in lexicon.state_keys or key in lexicon.forces or key == "attackers"
        return armed or (actor is not None and actor.kind == "actor")

    def is_armed(self, piece: Chunk) -> bool:
        """Tell whether a chunk is a noun for people who bear arms, named no further; also one that may be a dual."""
        roles = {reading.noun.of for reading in piece.nouns}
        if piece.number is not None and piece.number.noun is not None:  # مواجهات مع مسلحين
            noun = self._lexicon.noun_of(piece.number.noun)
            roles.add(noun.of if noun is not None else None)
        return bool(roles & {"armed_group", "attackers"}) or "militants" in piece.actors

    def joined(self, party: Party, rule: str) -> Doers:
        """Return a party with those joined to it."""
        return Doers(tuple(self.coordinated(party)), rule)

    def coordinated(self, party: Party) -> list[Party]:
        """`التحالف وشركاؤه`, `ميليشيات الحوثي وقوات صالح`: the parties joined to one by `و`, in the text's order."""
        sentence = self._sentence
        at = next((i for i, piece in enumerate(sentence) if piece is party.chunk), None)
        if at is None:
            return [party]
        found = [party]
        for step in (1, -1):
            here = at
            while True:
                neighbour = here + step
                spaced = False
                while 0 <= neighbour < len(sentence) and sentence[neighbour].text in (*QUOTES, "و"):
                    spaced = spaced or sentence[neighbour].text == "و"  # الحوثيين و قوات صالح
                    neighbour += step
                neighbour = self._past_adjective(neighbour, here, step)
                if step > 0 and neighbour + 1 < len(sentence) and self._is_another(sentence[neighbour]):
                    neighbour, spaced = neighbour + 1, True  # وحليفه الروسي، وأخرى روسية
                if not 0 <= neighbour < len(sentence):
                    break
                joined = spaced or is_joined(sentence[max(here, neighbour)]) or self._is_second(neighbour, here)
                beside = self._beside(neighbour, here) if joined else None
                if beside is None:
                    break
                found.insert(len(found) if step > 0 else 0, beside)
                here = neighbour
        return found

    def _past_adjective(self, neighbour: int, here: int, step: int) -> int:
        """`القوات الكونغولية والقوات الرواندية`: past the adjective that tells whose forces a noun names."""
        sentence, at = self._sentence, neighbour
        if not 0 < at < len(sentence) or sentence[at].state is None or is_joined(sentence[at]):
            return neighbour
        noun = sentence[at - 1]
        forces = {self._lexicon.knowledge.states[sentence[at].state or ""].forces}
        named = by_adjective(sentence[at], self._lexicon) is not None and not forces.isdisjoint(noun.actors)
        spoken_of = at - 1 == here if step > 0 else is_joined(sentence[here])
        return neighbour + step if named and spoken_of else neighbour

    def _is_second(self, neighbour: int, here: int) -> bool:
        """`القصف الأميركي البريطاني`: a state's adjective right behind another state's, said of what both do.

        Of a war they tell who fights whom.
        """
        if neighbour != here + 1 or here == 0:
            return False
        piece, before = self._sentence[neighbour], self._sentence[here]
        states = before.state is not None and piece.state not in (None, before.state)
        adjectives = not (piece.places or before.places) and is_definite(piece) == is_definite(before)
        return states and adjectives and event_class(self._sentence[here - 1]) == "act"

    def _is_another(self, piece: Chunk) -> bool:
        """`وحليفه`, `وأخرى`: a word behind which the party stands that acts beside another."""
        return not piece.actors and piece.text.startswith("و") and piece.text[1:] in _ALLIES

    def _beside(self, neighbour: int, here: int) -> Party | None:
        """`القوات الروسية والسورية`, `النظام وروسيا`: the party that a chunk names beside another joined to it."""
        piece, other = self._sentence[neighbour], self._sentence[here]
        if piece.actors and not piece.places:
            return Party(piece.actors[0], piece)
        led = neighbour > here + 1 and self._is_another(self._sentence[neighbour - 1])
        adjective = (
            led or other.state is not None or (other.words and other.words[-1].removeprefix("ال") in self._adjectives)
        )
        state = by_adjective(piece, self._lexicon) if adjective else None
        if state is not None:
            return Party(state, piece)
        acts = piece.actors and piece.actors[0] in self._lexicon.state_keys and not piece.preposition
        return Party(piece.actors[0], piece) if acts and neighbour > here else None

    def with_partners(self, doers: Doers, clause: Clause) -> Doers:
        """`أنجزت مع شركائها`, `خاضت والقوى المتحالفة معها`: who acts together with the subject, behind the verb."""
        sentence, verb_at = self._sentence, clause.verb_at
        if verb_at is None:
            return doers
        known = {party.actor for party in doers.parties}
        told = self.jointly(clause)
        if not told and clause.subject is not None:  # نفذ الجيش بمشاركة كذا عملية قتل فيها
            told = self.jointly(self._clauses.at(clause.subject))
        unnamed = {ally for key in known for ally in self._lexicon.allies.get(key, ())}  # شركاء محليون
        if jointly := [party for party in told if party.actor not in known | unnamed]:
            return Doers((*doers.parties, *jointly), doers.rule)
        for at in range(verb_at + 1, min(len(sentence), verb_at + _PARTNERS)):
            piece = sentence[at]
            together = sentence[at - 1].text == "مع" or (piece.conjunction == "و" and at == verb_at + 1)
            if together and piece.actors and self.may_act(piece.actors[0]) and piece.actors[0] not in known:
                return Doers((*doers.parties, Party(piece.actors[0], piece)), doers.rule)
        return doers

    def jointly(self, clause: Clause) -> list[Party]:
        """`بالتعاون مع كذا`, `عملياتها المشتركة مع كذا`, `بمشاركة كذا`: with whom the act of a clause was done."""
        sentence = self._sentence
        for at in self._clauses.chunks(clause):
            word = sentence[at].text.removeprefix("و")
            behind = at + 1 < len(sentence) and sentence[at + 1].text in _WITH
            if word not in _SHARING and not (behind and word in _JOINTLY):
                continue
            start = at + 2 if behind else at + 1
            if start >= len(sentence) or (not begins_phrase(sentence, start) and not behind):
                continue
            party = party_of(sentence, start, phrase_end(sentence, start), self._discourse, self._lexicon)
            if party is not None and self.may_act(party.actor):
                return self.coordinated(party)
        return []

    def _is_place(self, clause: Clause, at: int, party: Party) -> bool:
        """Tell whether a state's name is a place: it acts only right beside its verb."""
        named = party.chunk is not None and names_land(party.chunk, self._lexicon)
        return named and (clause.verb_at is None or abs(clause.verb_at - at) > _BESIDE)

    def _possessed(self, clause: Clause, at: int, depth: int) -> Doers | None:
        """`قواتها`, `طائراته`, `قواتنا`: the forces of who speaks or is the outer clause's subject."""
        piece, outer = self._sentence[at], clause.parent
        ours = piece.text.endswith(_OUR)
        if piece.actors or not (ours or piece.text.endswith(_PRONOUNS)):
            return None
        possessed = bool(piece.nouns) and piece.nouns[0].form.possessed
        if not possessed and (ours or not self.is_armed(piece)):
            return None
        owner = self.of(outer, depth + 1) if outer is not None and outer.subject is not None else None
        if owner is None:
            theirs = any(reading.noun.of in _FIGHT for reading in piece.nouns)
            owner = self._spoken_for(clause, ours=ours) if ours or theirs else None
        if owner is None:
            return None
        return Doers((*owner.parties, *self.coordinated(Party("", piece))[1:]), owner.rule)  # قواتها وحلفاءها

    def _spoken_for(self, clause: Clause, *, ours: bool) -> Doers | None:
        """`قال المتحدث باسم الجبهة: قتل مقاتلونا`, `إن مقاتليها قتلوا`: whose men the speaker tells of.

        What an official calls ours (`قال المحافظ: قتلت قواتنا`) are the state's forces.
        """
        outer = clause.parent
        if outer is None or outer.subject is None or not _says(outer):
            return None
        bodies = (piece for piece in self._sentence[outer.subject : clause.first] if piece.actors)
        body = next((piece for piece in bodies if self.may_act(piece.actors[0])), None)
        if body is not None:
            return Doers((Party(body.actors[0], body),), "subject")
        forces = self._discourse.state_forces() if ours else None
        return Doers((Party(forces, None),), "subject") if forces is not None else None

    def _dropped(self, clause: Clause, depth: int) -> Doers | None:
        """Return whom a verb without a subject is said of: the clause's it is joined to, or who speaks."""
        verb, outer = clause.verb, clause.parent
        if verb is None or verb.passive or outer is None:
            return None
        group = suspected(self._sentence, clause.first - 1, self._lexicon) if clause.link == "that" else None
        if group is not None:  # مسلحين يشتبه بأنهم من جماعة كذا قتلوا
            return Doers((group,), "subject")
        if clause.link in ("joined", "while") and verb.kind != "say" and not _says(outer):
            return self.of(outer, depth + 1)
        if clause.link == "that" and self._sentence[clause.first].text.endswith(_PRONOUNS):
            return self.of(outer, depth + 1) or self._before(clause, depth)  # قالت القيادة إنها نفذت
        if clause.link == "relative" and verb.pronoun:
            about = outer.subject is not None and clause.antecedent != outer.subject and not _says(outer)
            if about and agrees(self._sentence[outer.subject or 0], verb):  # أنهى الجيش العملية التي أطلقها
                return self.of(outer, depth + 1)
            while outer is not None and not _says(outer):  # أعلن الجيش أن العمليات التي شنها
                outer = outer.parent
            if outer is not None and outer.subject is not None and agrees(self._sentence[outer.subject], verb):
                return self.of(outer, depth + 1)
        return None

    def _before(self, clause: Clause, depth: int) -> Doers | None:
        """`شرع المسلحون بمداهمة … مشيرة إلى أنهم اعتقلوا`: who acts in a clause before, where no speaker does."""
        if depth:
            return None
        for other in reversed(self._clauses.clauses[max(0, clause.number - _BACK) : clause.number]):
            if other.verb is not None and other.subject is not None and not _says(other):
                found = self.of(other, depth + 1)
                if found is not None:
                    return found
        return None


def _says(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.kind == "say"
