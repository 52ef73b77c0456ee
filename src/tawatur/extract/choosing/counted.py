"""A claim whose people are weighed: how a candidate stands to its figure, to its doers, and to whom the rules took."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.extract.choosing.named_people import Named, People
from tawatur.extract.choosing.party_kinds import country_of
from tawatur.extract.choosing.stated import Stated, around
from tawatur.extract.choosing.weights import Features, class_of
from tawatur.extract.clauses.nominals import phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

#: The keys of those whom a claim counts, in order; none where it counts nobody.
Key = tuple[str, ...]

_MARKS = frozenset("،,؛;:")
#: Upper ends of the classes that distances in chunks fall in.
_DISTANCES = (1, 2, 4, 7, 12, 20)
#: How many marks between a figure and people are told apart, and how many chunks are right beside it.
_MOST_MARKS, _BESIDE = 3, 2
#: Words that lead people in, each a feature.
_LEADS = frozenset(("في", "من", "الي", "علي", "بين", "ضد", "مع", "عن", "صفوف", "و", "او"))
_TARGET = frozenset(words_of("before_target"))
_OWNING = (*words_of("owned_by"), *words_of("belonging"))
_EXTREMIST = tuple(words_of("militant"))
_ACCUSED = tuple(words_of("accused"))
#: How many chunks before people the word stands that says that they are aimed at, or that something is theirs.
_AIMED, _OWNED = 6, 3
#: How many chunks behind a figure stand the words that say of what people are accused.
_BESIDE_IT = 6
#: How many chunks before and behind its number a claim's sentence is looked at.
_NEAR = 60


def key_of(parties: Iterable[Party]) -> Key:
    """Return the keys of some parties, in order."""
    return tuple(sorted({party.actor for party in parties}))


class Counted:
    """A claim, whom the rules took for it, and what is asked of it for each candidate."""

    def __init__(self, draft: Draft, stated: Stated | None, people: People, lexicon: Lexicon) -> None:
        self.draft, self.stated = draft, stated
        self.taken = key_of(draft.of)
        self.noun = _noun(draft)
        self.countries = frozenset(located.place.country for located in draft.where)
        self._people, self._lexicon = people, lexicon
        self._rule = draft.rules.get("of", "nobody")
        self._did = frozenset(party.actor for party in draft.by)
        self._by = people.kind(min(self._did)) if self._did else "nobody"
        self._said = frozenset(hop.actor for hop in draft.source)
        self._sentence = stated.clauses.sentence if stated is not None else []
        self._at = stated.chunk_of(draft) if stated is not None else 0
        quantity = draft.frame.quantity if draft.frame is not None else None
        self._first, self._last = (quantity.first, quantity.last) if quantity is not None else (self._at, self._at + 1)
        near = self._sentence[max(0, self._at - _NEAR) : self._at + _NEAR]
        self._terror = any(piece.text.removeprefix("ال").startswith(_EXTREMIST) for piece in near)
        beside = self._sentence[self._first : self._last + _BESIDE_IT]
        self._accused = any(_bare(word).startswith(_ACCUSED) for piece in beside for word in piece.words)
        self._how = draft.frame.how if draft.frame is not None else "none"

    def around(self, named: list[Named]) -> list[Named]:
        """Return those of the people named in the claim's sentence, in its order, that stand around its number."""
        return list(around(named, self._at, _NEAR))

    def kind(self, key: Key) -> str:
        """Return what kind of people a candidate is of."""
        return "nobody" if not key else "several" if len(key) > 1 else self._people.kind(key[0])

    def are_kin(self, key: Key) -> bool:
        """Tell whether a candidate is a part of the one party that the rules took, or the whole of it."""
        return len(key) == len(self.taken) == 1 and self._people.are_kin(key[0], self.taken[0])

    def beside_rules(self, key: Key, kind: str) -> Features:
        """Tell how a candidate stands to whom the rules took, and by which rule they took those."""
        rule, taken = self._rule, self.taken
        if key == taken:
            about = (rule, kind, self.draft.measure, self.noun)
            return ["taken", f"taken: {rule}", *[f"taken: {rule}, {one}" for one in (*about[1:], f"by {self._by}")]]
        if not taken or not key:
            relation = "for nobody" if key else "nobody"
        elif set(key) > set(taken):
            relation = "more"
        elif set(key) < set(taken):
            relation = "fewer"
        else:
            relation = "other"
        return [f"to the taken: {relation}, {rule}", f"{kind} for {self.kind(taken)}", f"{kind} for {rule}"]

    def of_kind(self, key: Key, kind: str) -> Features:
        """Tell of what kind a candidate is, beside what is counted, who did it, who says so and where."""
        draft = self.draft
        found = [f"is {kind}", f"is {kind}, {draft.measure}", f"is {kind}, {self.noun}", f"{kind} by {self._by}"]
        found += [f"{kind} as {self._how}", f"{kind} of {draft.measure} {draft.unit}"]
        found += [f"{kind} by {self._by}, {draft.measure}"]
        for told, label in ((self._terror, "in terror"), (self._accused, "accused"), (draft.headline, "in a headline")):
            if told:
                found.append(f"{kind} {label}")
        if not key:
            return found
        if self._did & set(key):
            found.append("did it" if set(key) <= self._did else "some did it")
        elif self._did:
            camps = self._lexicon.camps
            pairs = [(one, other) for one in key for other in self._did]
            if not all(camps.may_fight(one, other) for one, other in pairs):
                found.append("same side")
            elif any(camps.fights(one, other) for one, other in pairs):
                found.append("foe")
        if self._said & set(key):
            found += ["says so", f"says so, {kind}"]
        if self.countries:
            theatres = self._lexicon.theatres.get(key[0])
            if theatres:
                found.append("in its theatre" if self.countries & set(theatres) else "out of its theatre")
            home = country_of(key[0], self._lexicon)
            if home is not None:
                found.append(f"{kind} at home" if home in self.countries else f"{kind} abroad")
        return found

    def in_sentence(self, here: list[Named]) -> Features:
        """Tell how a candidate that the figure's sentence names stands to the figure, where it does so nearest."""
        named = min(here, key=lambda one: (one.form != "joined", abs(one.at - self._at)))
        if self._first <= named.at < self._last:
            return ["in the phrase", f"in the phrase, {named.form}"]
        sentence = self._sentence
        side = "behind" if named.at >= self._last else "before"
        first, last = (self._last, named.at) if side == "behind" else (named.last, self._first)
        between = sentence[first:last]
        lead = _lead(sentence, named.at)
        marks = min(sum(piece.text in _MARKS for piece in between), _MOST_MARKS)
        distance = class_of(last - first, _DISTANCES)
        found = [f"{side} by {distance}", f"{side}, marks {marks}", f"{side}, led by {lead}"]
        found += [f"{side}, {told}" for told in (named.form, self.noun, self.draft.measure)]
        if last - first <= _BESIDE:
            found.append(f"right {side}, led by {lead}")
        if any(piece.number is not None for piece in between):
            found.append(f"{side} another number")
        if any(piece.verb_says for piece in between):
            found.append(f"{side} a saying")
        return [*found, *self._aimed_at(named.at, side), *self._in_clause(named.at, side)]

    def _aimed_at(self, at: int, side: str) -> Features:
        """Tell whether people are whom an act is aimed at, who does it, or to whom something belongs."""
        sentence, found = self._sentence, []
        for back in range(at - 1, max(-1, at - _AIMED), -1):
            piece = sentence[back]
            if piece.is_(*_TARGET):
                found.append(f"target, {side}")
            if piece.mark or piece.number is not None or piece.actors:
                break
        before = sentence[max(0, at - _OWNED) : at]
        if any(piece.text.startswith(_OWNING) for piece in before):
            found.append("owns")
        if any("agent" in piece.cues for piece in before[-2:]):
            found.append("agent")
        if before:
            event = event_class(before[-1])
            found += [f"genitive of {event}"] if event is not None else []
            units = ("person", "site", "vehicle", "weapon")
            found += [f"genitive of a {unit}" for unit in units if before[-1].names(unit)]
        return found

    def _in_clause(self, at: int, side: str) -> Features:
        """Tell which part people have in the figure's clause, or in another."""
        if self.stated is None:
            return []
        clauses, sentence = self.stated.clauses, self._sentence
        own, other = clauses.at(self._at), clauses.at(at)
        found = [f"its clause, {side}" if own is other else f"{other.link} clause, {side}"]
        for clause in (own,) if own is other else (own, other):
            label = f"{'its' if clause is own else 'another'} {clause.verb.kind if clause.verb is not None else ''}"
            if clause.subject is not None and clause.subject <= at < phrase_end(sentence, clause.subject):
                found.append(f"subject of {label}{' active' if clauses.is_active(clause) else ''}")
            if clause.thing is not None and clause.thing <= at < phrase_end(sentence, clause.thing):
                found.append(f"object of {label}")
        return found


def _bare(word: str) -> str:
    """Return a word without the conjunction and the prefixes of people accused: `والمتهمين`, `للاشتباه`."""
    return word.removeprefix("و").removeprefix("ب").removeprefix("ال").removeprefix("لل")


def _lead(sentence: list[Chunk], at: int) -> str:
    """Return the word that leads people in, or what kind of word stands before them."""
    piece = sentence[at]
    if piece.preposition or not at:
        return piece.preposition or "start"
    before = sentence[at - 1]
    if before.text in _LEADS or piece.conjunction:
        return before.text if before.text in _LEADS else piece.conjunction
    return "mark" if before.mark else "noun" if before.nouns else "outcome" if before.triggers else "other"


def _noun(draft: Draft) -> str:
    """Tell what a figure's own phrase says of whom it counts."""
    quantity = draft.frame.quantity if draft.frame is not None else None
    if draft.name is not None or quantity is None:
        return "named" if draft.name is not None else draft.unit
    if quantity.others or quantity.anaphor:
        return "others" if quantity.others else "of them"
    if quantity.parties:
        return "parties"
    if quantity.role is not None or quantity.population is not None:
        return quantity.role or ("by name" if quantity.population == "by_name" else "population")
    if quantity.noun is None:
        return f"no noun, {draft.unit}"
    if quantity.state_words is not None:
        return "nation"
    return quantity.noun.measure or f"noun of {draft.unit}"
