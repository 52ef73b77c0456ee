"""Which of the places that a report names is a claim's: all of them weighed, the one that the rules took among them.

The rules read a claim's own clause well, and a report's thread less well; what they took, and by which rule, is one
feature of a candidate beside its distance, its kind, how often and where else the report names it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from tawatur.extract.choosing.stated import Sentences, Stated
from tawatur.extract.choosing.told_places import Telling, in_sentence
from tawatur.extract.choosing.weights import Choice, Features, class_of, replaced
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.report.carried_places import actors_of, countries_around, lasting_places
from tawatur.extract.report.days_told import is_long
from tawatur.extract.report.draft import BRACKETED, COURT, DEFENDED, OF_THE_WHOLE, OWN_SIDE, RECIPIENTS, Draft
from tawatur.extract.times.periods import STOCKS

#: Claims whose places are no event's: what they hold of places is their own matter.
_APART = frozenset(("role", "members", "returned", "repatriated"))
_ONSETS, _TERRITORY = ("began", "ended"), ("territory_share", "territory_area")
#: Rules that settle a claim's place.
_SETTLED = frozenset((BRACKETED, COURT, DEFENDED, OF_THE_WHOLE, OWN_SIDE, RECIPIENTS))
#: Claims whose places tell nothing of other claims'.
_OF_THEMSELVES = _APART | {*_ONSETS, *_TERRITORY}
#: How many sentences away a place may be named and be weighed; the headline's and the lead's always are.
_REACH = 4
#: How many chunks away in its sentence a place may stand, and how many groups of places another sentence gives.
_NEAR, _GROUPS = 40, 6
#: From how many on the dead of a war are the whole war's.
_A_WARS = 5000
#: Upper ends of the classes that counts fall in.
_COUNTS = (1, 2, 4)


class _Candidate(NamedTuple):
    """Places that may be a claim's, what makes them the same as others, and where the report states them."""

    name: tuple[str, ...]
    places: list[Located]
    stated: list[tuple[Stated, Located]]


class _Claim(NamedTuple):
    """A claim whose places are weighed, with what is asked of it for each candidate.

    `taken` names what the rules took, `own` is its sentence, where that is known, `at` the chunk of its number there,
    `near` the groups of places that stand near that, `context` how it is told, `theatres` where its parties act,
    `homes` the countries that its parties are of, by slot.
    """

    draft: Draft
    taken: tuple[str, ...]
    kind: str
    own: Stated | None
    at: int
    near: list[list[Located]]
    context: list[str]
    theatres: frozenset[str]
    homes: list[tuple[str, str]]


def choose_places(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
    """Give each claim of something that happened the places of most weight."""
    for draft, places in replaced(weigh(drafts, stated, lexicon), "places", "where"):
        draft.where = places


def weigh(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> list[Choice[list[Located]]]:
    """Return the drafts that more than one place may be of, what the rules took first."""
    report = _Report(drafts, stated, lexicon)
    found = []
    for draft in drafts:
        if draft.measure in _APART or not draft.where:
            continue
        if draft.of_a_country or draft.rules.get("where") in _SETTLED:
            continue
        claim = report.claim(draft)
        if _is_of_a_whole_war(claim):
            continue
        candidates = report.candidates(claim)
        if len(candidates) > 1:
            features = [report.features(claim, candidate) for candidate in candidates]
            found.append(Choice(draft, [candidate.places for candidate in candidates], features))
    return found


class _Report:
    """A section's places: what it states, where, how often."""

    def __init__(self, drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        placed = [draft for draft in drafts if draft.where and draft.measure not in _OF_THEMSELVES]
        placed.sort(key=lambda draft: (draft.sentence, draft.number))
        self._before = {id(draft): _name(other.where) for other, draft in pairwise(placed)}
        self._behind = {id(draft): _name(other.where) for draft, other in pairwise(placed)}
        self._taken = Counter(_name(draft.where) for draft in placed)
        self._facts = {
            (draft.measure, draft.low, _name(draft.where)): draft.sentence for draft in placed if draft.own_where
        }
        self._sentences = Sentences(stated)
        self._telling = Telling(drafts, stated, self._sentences.lead, _REACH)
        self._counts = Counter(_name(group) for one in stated for group in one.grouped)
        self._most = max(self._counts.values(), default=0)
        countries = Counter(located.place.country for one in stated for group in one.grouped for located in group)
        known, main = lexicon.knowledge.places, next(iter(countries.most_common(1)), None)
        self._country = [Located(0, known[main[0]], "")] if main is not None and main[0] in known else []

    def claim(self, draft: Draft) -> _Claim:
        """Return a claim with what its candidates are told by."""
        own = self._sentences.by_number.get(draft.sentence)
        at = own.chunk_of(draft) if own is not None else 0
        near = own.groups_around(at, _NEAR) if own is not None else []
        theatres = frozenset(code for actor in actors_of(draft) for code in self._lexicon.theatres.get(actor, ()))
        actors = self._lexicon.knowledge.actors
        homes = [
            (slot, actor.country)
            for slot, parties in (("by", draft.by), ("of", draft.of))
            for party in parties
            if (actor := actors.get(party.actor)) is not None and actor.country is not None
        ]
        kind, context = _kind(draft), self._telling.context(draft, own)
        return _Claim(draft, _name(draft.where), kind, own, at, near, [kind, *context], theatres, homes)

    def candidates(self, claim: _Claim) -> list[_Candidate]:
        """Return what the rules took, then the places stated near the claim, in the headline and in the lead."""
        draft, own = claim.draft, claim.own
        found = {claim.taken: _Candidate(claim.taken, draft.where, [])}
        near = self._sentences.near(draft.sentence, _REACH)
        for one in sorted(near, key=lambda one: (abs(one.number - draft.sentence), one.number)):
            if own is not None and one.thread != own.thread:
                continue
            for group in claim.near if one is own else self._lasting(one):
                name = _name(group)
                found.setdefault(name, _Candidate(name, group, [])).stated.append((one, group[0]))
        known = self._lexicon.knowledge.places
        homes = [[Located(0, known[country], "")] for _, country in claim.homes if country in known]
        for places in (countries_around(draft.where, self._lexicon), *homes, self._country):
            if places:
                found.setdefault(_name(places), _Candidate(_name(places), places, []))
        return list(found.values())

    def _lasting(self, one: Stated) -> list[list[Located]]:
        """Return the groups of another sentence: a quarter told of there is a detail, its town is not."""
        lasting = (lasting_places(group, self._lexicon, unknown=True) for group in one.grouped[:_GROUPS])
        return [group for group in lasting if group]

    def features(self, claim: _Claim, candidate: _Candidate) -> Features:
        """Return the names of a candidate's features."""
        lies, found = self._beside_rules(claim, candidate)
        found += [*self._of_kind(claim, candidate), *self._nested(claim, candidate)]
        near = [located for one, located in candidate.stated if one is claim.own]
        if claim.own is not None and near:
            way = "own"
            nearest = min(near, key=lambda located: abs(located.at - claim.at))
            found += in_sentence(claim.own, nearest, claim.at, claim.kind)
        else:
            way, told = self._telling.apart(claim.draft, claim.own, candidate.stated)
            found += told
        found += self._telling.anywhere(claim.draft, claim.own, candidate.stated)
        found += [f"{one}, {told}" for one in (lies, way) for told in claim.context]
        count = self._counts[candidate.name]
        found.append(f"named: {class_of(count, _COUNTS)}" if count else "named: never")
        if count and count == self._most:
            found.append("named most")
        found += self._among_claims(claim, candidate.name)
        if any(one.headline for one, _ in candidate.stated):
            found.append("in the headline")
        if any(one.number == self._sentences.lead for one, _ in candidate.stated):
            found.append("in the lead")
        return found

    def _beside_rules(self, claim: _Claim, candidate: _Candidate) -> tuple[str, Features]:
        """Tell how a candidate stands to what the rules took, and by which rule they took that."""
        rule = claim.draft.rules.get("where", "")
        if candidate.name == claim.taken:
            return "taken", ["taken", f"taken: {rule}", f"taken: {rule}, {claim.kind}"]
        one, other = candidate.places[0], claim.draft.where[0]
        if one.place.country != other.place.country:
            relation = "another country"
        elif lies_in(one, other, self._lexicon.knowledge):
            relation = "finer"
        elif lies_in(other, one, self._lexicon.knowledge):
            relation = "wider"
        else:
            relation = "beside"
        return relation, [f"to the taken: {relation}", f"to the taken: {relation}, {rule}"]

    def _among_claims(self, claim: _Claim, name: tuple[str, ...]) -> Features:
        """Tell which other claims the rules gave a candidate: the one before, the one behind, the same fact's."""
        draft = claim.draft
        others = self._taken[name] - (name == claim.taken)
        found = [f"other claims': {class_of(others, _COUNTS)}" if others else "no other claim's"]
        if self._before.get(id(draft)) == name:
            found.append("of the claim before")
        if self._behind.get(id(draft)) == name:
            found.append("of the claim behind")
        if self._facts.get((draft.measure, draft.low, name), draft.sentence) != draft.sentence:
            found.append("of the same fact")
        return found

    def _of_kind(self, claim: _Claim, candidate: _Candidate) -> Features:
        """Tell of what kind a candidate is: its width, whether a pack knows it, how many places it is of."""
        draft, first = claim.draft, candidate.places[0]
        width = f"width {first.width}" + (" side" if first.side else "")
        found = [width, *(f"{width}, {told}" for told in claim.context)]
        found.append(f"places: {min(len(candidate.places), 3)}, {claim.kind}")
        if first.place.id not in self._lexicon.knowledge.places:
            found.append("unknown")
        if draft.when is not None and is_long(draft.when):
            found.append(f"{width}, over a long time")
        if claim.theatres:
            inside = {first.place.id, first.place.country, *self._lexicon.knowledge.place_chain(first.place)}
            found.append("in a theatre" if claim.theatres & inside else "in no theatre")
        for slot, country in claim.homes:
            home = "at home" if country == first.place.country else "abroad"
            found += [f"{slot} {home}", f"{slot} {home}, {claim.kind}"]
        return found

    def _nested(self, claim: _Claim, candidate: _Candidate) -> Features:
        """Tell whether the claim's sentence states a place in the candidate, or one around it."""
        others = [group[0] for group in claim.near]
        first, known = candidate.places[0], self._lexicon.knowledge
        found = []
        if any(other.place.id != first.place.id and lies_in(other, first, known) for other in others):
            found.append("around one of its sentence")
        if any(other.place.id != first.place.id and lies_in(first, other, known) for other in others):
            found.append("within one of its sentence")
        return found


def _is_of_a_whole_war(claim: _Claim) -> bool:
    """`خلف النزاع 12 ألف قتيل`: thousands whom a war has cost, where no place stands beside them."""
    draft, war = claim.draft, claim.own is not None and claim.own.setting.war
    return war and not draft.own_where and isinstance(draft.low, int) and draft.low >= _A_WARS


def _kind(draft: Draft) -> str:
    if draft.headline:
        return "headline"
    if draft.measure in _ONSETS:
        return "onset"
    if draft.measure in _TERRITORY:
        return "territory"
    if draft.measure in HARM:
        return "harm"
    return "act" if draft.measure in ACTS else "stock" if draft.measure in STOCKS else "other"


def _name(places: list[Located]) -> tuple[str, ...]:
    """Return what makes places the same: sides of a town are the town, sides of a country are not the country."""
    return tuple(sorted(one.label if one.place.kind == "country" else one.place.label for one in places))
