"""Claims whose doers are weighed, the candidates, and how those stand to a claim's number in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tawatur.extract.choosing.mentions import Mention, relation
from tawatur.extract.choosing.party_kinds import country_of
from tawatur.extract.choosing.stated import Stated
from tawatur.extract.choosing.weights import Features, class_of
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.participants.deeds import CUSTODY, HARM
from tawatur.extract.participants.reactions import answering
from tawatur.extract.phrases.discourse import Happened
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party
from tawatur.extract.report.draft import Draft

#: How many sentences away a party may be named and be weighed; the headline's and the lead's always are.
REACH = 3
#: Upper ends of the classes that distances in chunks fall in, and those of counts.
_DISTANCES, COUNTS = (1, 3, 6, 10, 16, 30), (1, 2, 4)
#: How many chunks before and behind a number words may stand that tell of what kind of event it was.
_EVENT_BEFORE, _EVENT_BEHIND = 10, 14
_WAYS = {
    "from the air": words_of("from_the_air"),
    "fought": words_of("ambush"),
    "shot": words_of("gunfire"),
}
#: Who does what nobody else is told to have done, and what stands in the name of an act on oneself.
_ATTACKERS, _ITSELF = "attackers", "نفس"
#: What kind of claim a measure makes; others are their own kind.
_KINDS = {
    **dict.fromkeys(HARM, "harm"),
    **dict.fromkeys(CUSTODY | {"detained", "sentenced", "released", "killed_or_detained"}, "custody"),
    **dict.fromkeys(("abducted", "missing"), "abducted"),
    **dict.fromkeys(("destroyed", "seized", "stolen"), "things"),
    **dict.fromkeys(("places_taken", "territory_share", "territory_area"), "territory"),
    **dict.fromkeys(("funding", "beneficiaries", "trained"), "aid"),
    **dict.fromkeys(("displaced", "returned", "repatriated"), "moved"),
    **dict.fromkeys(("began", "ended"), "times"),
    **{measure: measure for measure in ACTS},
}

#: The keys of some parties, in order.
Name = tuple[str, ...]


class Candidate(NamedTuple):
    """Parties that may have done what a claim tells, where the report names them, and what speaks for weighing them."""

    name: Name
    parties: list[Party]
    mentions: list[Mention]
    origins: set[str]


#: Upper ends of the classes that the lengths of times in days fall in; the days that a night is of.
_SPANS, _NIGHT = (7, 31, 366), 2


class Claim(NamedTuple):
    """A claim whose doers are weighed, with what is asked of it for each candidate.

    `taken` is whom the rules took, by `rule`; `at` the chunk of its number in its sentence `own`, where that is known;
    `families` are the victims with those whom they belong to, `ways` what kinds of events the words beside it tell of,
    `span` how long a time it counts over, where that is long.
    """

    draft: Draft
    taken: Name
    kind: str
    rule: str
    own: Stated | None
    at: int
    clause: Clause | None
    victims: Name
    families: frozenset[str]
    speakers: frozenset[str]
    countries: frozenset[str]
    ways: tuple[str, ...]
    span: str | None


def in_sentence(claim: Claim, own: list[Mention]) -> Features:
    """Tell how a candidate stands to the number in the same sentence."""
    nearest = min(own, key=lambda mention: abs(mention.at - claim.at))
    first, last = min(claim.at, nearest.at), max(claim.at, nearest.at)
    side = "behind" if nearest.at > claim.at else "before" if nearest.at < claim.at else "at"
    stands = f"clause {relation(nearest.clause, claim.clause)}"
    found = ["here", f"here, {claim.rule}", f"here, {claim.kind}", stands, f"{stands}, {nearest.part}"]
    found += [f"{side} by {class_of(last - first, _DISTANCES)}", f"{side}, {claim.kind}"]
    for part in {mention.part: None for mention in own}:
        found += [f"as {part}", f"as {part}, {claim.kind}"]
    between = claim.own.clauses.sentence[first + 1 : last] if claim.own is not None else []
    if any(piece.number is not None for piece in between):
        found.append(f"{side} another number")
    if any(piece.actors for piece in between):
        found.append(f"{side} another party")
    if any(event_class(piece) is not None for piece in between):
        found.append(f"{side} an event")
    return found


def apart(claim: Claim, candidate: Candidate) -> Features:
    """Tell how many sentences before or behind the number's the nearest one stands that names a candidate."""
    number = claim.draft.sentence
    near = min(candidate.mentions, key=lambda mention: abs(mention.sentence - number), default=None)
    if near is None:
        return ["named elsewhere", f"named elsewhere, {claim.rule}", f"named elsewhere, {claim.kind}"]
    label = f"named {steps_to(near.sentence - number)}"
    return [label, f"{label}, {claim.rule}", f"{label}, {claim.kind}", f"apart as {near.part}"]


def at_its_place(claim: Claim, candidate: Candidate, places: dict[int, set[str]], lexicon: Lexicon) -> Features:
    """Tell whether a candidate is at home, or acts, where the claim is, and may strike from the air."""
    found = []
    where = {located.place.id for located in claim.draft.where}
    away = (mention for mention in candidate.mentions if mention.sentence != claim.draft.sentence)
    if any(where & places[mention.sentence] for mention in away):
        found.append("beside its place")
    countries = {country_of(key, lexicon) for key in candidate.name} - {None}
    if countries and claim.countries:
        label = "at home" if countries & claim.countries else "abroad"
        found += [label, f"{label}, {claim.kind}"]
    theatres = {code for key in candidate.name for code in lexicon.theatres.get(key, ())}
    if theatres and claim.countries:
        found.append("in its theatre" if theatres & claim.countries else "out of its theatre")
    if claim.kind == "airstrikes":
        found.append("flies" if all(map(lexicon.camps.may_fly, candidate.name)) else "flies not")
    return found


def steps_to(steps: int) -> str:
    """Return how many sentences on or back something is told, as a class."""
    return f"{min(abs(steps), REACH + 1)} {'on' if steps > 0 else 'back'}" if steps else "here"


def ways_of(own: Stated, at: int) -> tuple[str, ...]:
    """Return of what kinds of events the words near a number tell."""
    found: set[str] = set()
    for piece in own.clauses.sentence[max(0, at - _EVENT_BEFORE) : at + _EVENT_BEHIND]:
        found.update(way for way, words in _WAYS.items() if piece.is_(*words))
        if piece.actors == ("attackers",):
            found.add("by attackers")
        kind = event_class(piece)
        if kind is not None:
            found.add(f"in {kind}")
    return tuple(sorted(found)) or ("in no event",)


def span_of(draft: Draft) -> str | None:
    """Tell how long a time a claim counts over, where that is long: a year's dead seldom have one doer."""
    if draft.when is None:
        return None
    start, end = draft.when.start_date, draft.when.end_date
    if start is None or end is None:
        return "open"
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return class_of(days, _SPANS) if days > _NIGHT else None


def kind_of_claim(draft: Draft) -> str:
    """Return of what kind a claim is, by its measure."""
    return _KINDS.get(draft.measure, "other")


def name_of(parties: Iterable[Party]) -> Name:
    """Return the keys of some parties, each once, in order."""
    return tuple(sorted({party.actor for party in parties}))


def add_candidate(
    found: dict[Name, Candidate], parties: Iterable[Party], origin: str, mention: Mention | None = None
) -> None:
    """Note parties that may have done it among those `found`, why they are weighed, and where they are named."""
    some = list(parties)
    name = name_of(some)
    candidate = found.get(name)
    if candidate is None:
        candidate = found[name] = Candidate(name, some, [], set())
    candidate.origins.add(origin)
    if mention is not None:
        candidate.mentions.append(mention)


def nearest_event(events: list[Happened], number: int) -> Happened:
    """Return the event, of some in the order of the text, that is told nearest to a sentence."""
    at = bisect_left(events, number, key=_sentence_of)
    return min(events[max(0, at - 1) : at + 1], key=lambda event: abs(event.sentence - number))


def _sentence_of(event: Happened) -> int:
    return event.sentence


def facts_of_body(drafts: list[Draft]) -> dict[tuple[object, ...], Draft]:
    """Return the body's claims by measure and value, the first of each."""
    facts: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        if not draft.headline:
            facts.setdefault((draft.measure, draft.low, draft.high), draft)
    return facts


def followed_by(draft: Draft, facts: dict[tuple[object, ...], Draft]) -> Draft | None:
    """Return the body's claim whose doers the rules gave a headline's claim of the same fact."""
    fact = facts.get((draft.measure, draft.low, draft.high)) if draft.headline else None
    return fact if fact is not None and name_of(fact.by) == name_of(draft.by) else None


def are_the_victims(claim: Claim, name: Name) -> bool:
    """Tell whether a party is the one whose own dead or wounded are counted: its attackers alone kill themselves."""
    frame = claim.draft.frame
    if claim.kind != "harm" or name != claim.victims or len(name) != 1 or name[0] == _ATTACKERS or frame is None:
        return False
    itself = frame.reading is not None and _ITSELF in frame.reading.trigger.lemma
    return not (itself or frame.quantity.population == _ATTACKERS)


def are_beside(claim: Claim, name: Name, lexicon: Lexicon) -> bool:
    """Tell whether a party stands on the side of all who were harmed, in a war of theirs, and is none of their own."""
    fight = lexicon.camps.may_fight
    if claim.kind != "harm" or not claim.victims:
        return False
    others = [key for key in name if key not in claim.families]
    return any(not any(fight(key, victim) for victim in claim.victims) for key in others)


def who_answers(claim: Claim, around: Iterable[Mention]) -> frozenset[str]:
    """Return who condemns, looks into or follows up the attack that a claim is told of (`فتحت الشرطة تحقيقا في`)."""
    found = answering(claim.own.clauses, claim.at) if claim.own is not None and claim.kind == "harm" else None
    if found is None:
        return frozenset()
    clause, event = found
    before = (one for one in around if one.clause is clause and one.at < event)
    return frozenset(one.party.actor for one in before if one.part.startswith("subject"))
