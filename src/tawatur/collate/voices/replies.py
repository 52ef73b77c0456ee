"""Replies: figures that a report itself sets against another speaker's, whatever was read of their slots.

`The movement put the army's dead at 59. The land forces' commander denied this, saying that they were no more than 12`:
the words tell that one thing is counted, and a place, time or party that a program read on one side alone, or carried
over from another sentence, tells nothing against them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tawatur.collate.facts.cues import has_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import sentence_around
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.partial import is_part
from tawatur.collate.facts.periods import compare_days
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import VAGUE_BOUNDS, meet
from tawatur.collate.quantities.causes import have_two_causes
from tawatur.collate.quantities.quantities import OUTCOMES, UNFULFILLED
from tawatur.collate.voices.rivals import are_of_two_events, count_the_same, makes_up, names_speaker, times
from tawatur.collate.voices.speakers import is_claimant, is_told_later
from tawatur.collate.voices.voices import VoiceFacts, Voices

#: What a speaker who answers another counts.
_COUNTED = OUTCOMES | {"detained", "abducted", "surrendered", "released"}
#: The answer follows within so many characters; one that denies what was said, within so many.
_WITHIN = 500
_DENIED_WITHIN = 900
#: So near to a figure stand the words that make it less than was said.
_AROUND = 25
#: What is denied may be so many times what is granted; what is only told in turn, so many.
_DENIED = 40.0
_IN_TURN = 12.0
_NONE = (0.0, 0.0)
_DENYING = ("disputed", "told_otherwise")
_CUES = (*_DENYING, "in_turn")


def replies(material: Material, voices: Voices, silent: Collection[int]) -> Iterator[tuple[VoiceFacts, VoiceFacts]]:
    """Yield the figures of two speakers of one report of which the later answers the earlier.

    `silent` holds the ids of facts that speak for nobody.
    """
    for facts in material.facts_of:
        counted = [fact for fact in facts if id(fact) not in silent and _is_counted(fact)]
        for reply in counted:
            denied = _denies(reply, material)
            if not (denied or _is_in_turn(reply, material)) or not (reply.sourced and names_speaker(reply, material)):
                continue
            fact = _answered(reply, counted, material, voices, denied=denied)
            if fact is None or _knows_both(counted, fact, reply):
                continue
            if is_claimant(reply, material) and not (denied and (reply.interval or _NONE) < (fact.interval or _NONE)):
                continue  # a party may own up to fewer
            first, last = VoiceFacts(voices.origin(fact), [fact]), VoiceFacts(voices.origin(reply), [reply])
            two = voices.apart(first, last) or (denied and not material.actors.may_be_one(fact.origin, reply.origin))
            if two and not voices.is_passed_on_by(first, last):
                yield voices.in_full(first), voices.in_full(last)


def _is_counted(fact: Fact) -> bool:
    """Tell whether a program read a count of people."""
    claim = fact.claim
    return (
        fact.measure in _COUNTED
        and fact.unit == "person"
        and fact.interval is not None
        and fact.interval[1] > 1
        and not (fact.coded or claim.change or claim.optional)
        and claim.modality not in UNFULFILLED
        and claim.bound not in VAGUE_BOUNDS
    )


def _answered(reply: Fact, counted: Sequence[Fact], material: Material, voices: Voices, *, denied: bool) -> Fact | None:
    """Return the figure that one answers: of whoever counted the same last before, the greatest."""
    before = [
        fact
        for fact in counted
        if fact.measure == reply.measure
        and fact.claim.start < reply.claim.start
        and reply.claim.start - fact.claim.end <= (_DENIED_WITHIN if denied else _WITHIN)
        and material.actors.compare(fact.of, reply.of) is not Relation.APART
        and not is_part(fact, material, interim=False, whole=False)
    ]
    alike = [fact for fact in before if reply.of and fact.of == reply.of]
    if not alike and any(_leads(fact, reply, material) for fact in counted):
        return None  # `289 civilians, and 400 of the factions`: the civilians answer
    before = alike or before
    if not before:
        return None
    speaker = voices.origin(max(before, key=lambda fact: fact.claim.start))
    theirs = [fact for fact in before if voices.origin(fact) == speaker and fact.sourced]
    fact = max(theirs, key=lambda fact: fact.interval or (0.0, 0.0), default=None)
    return fact if fact is not None and _answers(reply, fact, material, denied=denied) else None


def _leads(fact: Fact, reply: Fact, material: Material) -> bool:
    """Tell whether a sentence counts others of one fate first, behind the words that set it against another's."""
    if fact.measure != reply.measure or fact.claim.start >= reply.claim.start or not material.one_sentence(fact, reply):
        return False
    between = material.reports[reply.report].text[fact.claim.end : reply.claim.start]
    return not any(has_cue(name, between) for name in _CUES)


def _answers(reply: Fact, fact: Fact, material: Material, *, denied: bool) -> bool:
    """Tell whether one figure answers another: of one thing by all that their own sentences say, and not meeting it."""
    if fact.origin == reply.origin or fact.interval is None or reply.interval is None:
        return False
    if meet(fact.interval, reply.interval) or times(fact, reply) > (_DENIED if denied else _IN_TURN):
        return False
    if is_told_later(fact) or is_claimant(fact, material):
        return False
    apart = {Relation.APART} if denied else {Relation.APART, Relation.HOLDS, Relation.WITHIN}
    loose = fact.loose | reply.loose
    if "where" not in loose and material.places.compare(fact.where, reply.where) in apart:
        return False
    if "when" not in loose and compare_days(fact.when, reply.when) in apart:
        return False
    if are_of_two_events(fact, reply, material) or makes_up(fact, reply, material):
        return False
    if have_two_causes(fact, reply, material):
        return False
    if is_part(reply, material, interim=False, whole=False):
        return False
    if denied:
        return True
    doers = "by" in loose or material.actors.compare(fact.by, reply.by) is not Relation.APART
    return doers and fact.of == reply.of and count_the_same(fact, reply, material)


def _knows_both(told: Collection[Fact], fact: Fact, reply: Fact) -> bool:
    """Tell whether one of two speakers gives the other's figure too: he counts two things."""
    figures = {(one.origin, one.measure, one.number) for one in told}
    return (reply.origin, fact.measure, fact.number) in figures or (fact.origin, fact.measure, reply.number) in figures


def _leading(reply: Fact, material: Material) -> tuple[str, str]:
    """Return what stands before a figure in its sentence, and shortly behind it."""
    text, claim = material.reports[reply.report].text, reply.claim
    start, _ = sentence_around(text, claim.quote_start, claim.quote_end)
    return text[start : claim.start], text[claim.end : claim.end + _AROUND]


def _denies(reply: Fact, material: Material) -> bool:
    """Tell whether words before a figure deny or doubt another, or make it less than was said."""
    leading, behind = _leading(reply, material)
    if reply.claim.low is None and reply.claim.high is not None:
        return True  # no more than 20
    if any(has_cue(name, leading) for name in _DENYING):
        return True
    return has_cue("only", leading[-_AROUND:]) or has_cue("only", behind)


def _is_in_turn(reply: Fact, material: Material) -> bool:
    return has_cue("in_turn", _leading(reply, material)[0])
