"""Of: whom or what a quantity counts, or who suffered the outcome."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.arabic import fold
from tawatur.extract.agents import subject_of
from tawatur.extract.chunks import Chunk
from tawatur.extract.discourse import Discourse
from tawatur.extract.frame import Frame
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.parties import ACTS, Party
from tawatur.extract.quantities import Quantity

_TARGET = words_of("before_target")
_LEADERS = words_of("leader")


def whom(
    frame: Frame,
    sentence: list[Chunk],
    discourse: Discourse,
    lexicon: Lexicon,
    previous: list[Party],
    words: Callable[[int, int], str],
) -> list[Party]:
    """Return whom the quantity counts or who suffered: named in its phrase, told by its noun, or carried on."""
    quantity = frame.quantity
    named: list[Party] = []
    for key, piece in quantity.parties:
        actor = discourse.resolve(key[1:].split("|")) if key.startswith("@") else key
        if actor == "militants":
            actor = discourse.armed_group(sentence) or actor
        if actor in lexicon.state_keys and quantity.role == "state_forces":
            actor = lexicon.state_keys[actor].forces
        if actor is not None and actor not in [party.actor for party in named]:
            named.append(Party(actor, piece))
    if frame.measure == "funding":
        return []
    if frame.measure == "members":
        return named or _alliance(sentence, discourse, quantity.first, lexicon)
    if frame.measure in ACTS and quantity.unit == "event":
        return _targets(sentence, frame, lexicon, discourse)
    if frame.measure == "facilities" and quantity.noun is not None:
        return [Party({"سجن": "prisons", "مخيم": "camps"}.get(quantity.noun.lemma, quantity.noun.lemma), None)]
    if named:
        return _leaders_of(named, quantity, lexicon)
    if quantity.state is not None and quantity.unit == "person":
        state = lexicon.knowledge.states[quantity.state]
        if quantity.role == "state_forces":
            return [Party(state.forces, None)]
    if quantity.population == "leaders" or (quantity.role == "member" and _are_leaders(quantity)):
        led = f"{discourse.armed_group(sentence)}_leaders"
        if led in lexicon.knowledge.actors:
            return [Party(led, None)]
    if quantity.population is not None:
        return [Party(quantity.population, None)]
    if quantity.state_words is not None and quantity.role is None and quantity.unit in ("person", "household"):
        first, last = quantity.state_words
        return [Party(words(first, last), next((p for p in sentence if p.first == first), None))]
    if quantity.role == "armed_group":
        group = discourse.armed_group(sentence)
        return [Party(group or "militants", None)]
    loser = _loser(sentence, frame) if frame.measure == "killed" and frame.how in ("noun", "governor") else []
    if loser:
        return loser
    if quantity.role == "member" and previous and not any(party.actor.endswith("_leaders") for party in previous):
        return previous
    if quantity.role == "member":
        group = discourse.armed_group(sentence) or discourse.forces()
        return [Party(group, None)] if group is not None else []
    if quantity.role == "state_forces":
        forces = discourse.forces()
        return [Party(forces, None)] if forces is not None else []
    if quantity.others or quantity.anaphor or (quantity.noun is None and frame.how in ("coordination", "part")):
        return previous
    if frame.whole is not None and quantity.noun is None:
        return previous
    if quantity.noun is None and quantity.unit is None:
        return previous if frame.how != "governor" or not _states_sufferer(frame) else []
    if frame.measure in (
        "destroyed",
        "seized",
        "territory_share",
        "territory_area",
        "reserves",
        "held",
        "places_taken",
    ):
        group = discourse.armed_group(sentence)
        did = {party.actor for party in subject_of(sentence, frame, lexicon)} if _destroys(frame) else set()
        return [Party(group, None)] if group is not None and group not in did else []
    if frame.reading is not None and frame.reading.trigger.role == "own_loss":
        return subject_of(sentence, frame, lexicon)
    return []


def _loser(sentence: list[Chunk], frame: Frame) -> list[Party]:
    """`خسر التنظيم 44 قتيلا`: the subject of a verb of loss lost its own."""
    for at in range(frame.quantity.first - 1, max(-1, frame.quantity.first - 14), -1):
        if any(reading.trigger.role == "own_loss" and reading.verb is not None for reading in sentence[at].triggers):
            for near in (*range(at + 1, frame.quantity.first), *range(at - 1, max(-1, at - 4), -1)):
                piece = sentence[near]
                against = near > 0 and sentence[near - 1].text.lstrip("و") == "امام"
                if piece.actors and not piece.places and not against:
                    return [Party(piece.actors[0], piece)]
    return []


def _destroys(frame: Frame) -> bool:
    return frame.measure == "destroyed" and frame.reading is not None and frame.reading.verb is not None


def _states_sufferer(frame: Frame) -> bool:
    return frame.quantity.low is not None and frame.quantity.noun is not None


def _leaders_of(named: list[Party], quantity: Quantity, lexicon: Lexicon) -> list[Party]:
    """`قياديين في داعش` are the group's leaders, where a pack has a key for them."""
    if not _are_leaders(quantity) or len(named) != 1:
        return named
    key = f"{named[0].actor}_leaders"
    return [Party(key, named[0].chunk)] if key in lexicon.knowledge.actors else named


def _are_leaders(quantity: Quantity) -> bool:
    return quantity.noun is not None and fold(quantity.noun.lemma) in _LEADERS


def _alliance(sentence: list[Chunk], discourse: Discourse, at: int, lexicon: Lexicon) -> list[Party]:
    """Return the alliance that the sentence names nearest after a chunk, else before it, else the one in focus."""
    for piece in sentence[at:] + sentence[:at][::-1]:
        for key in piece.actors:
            if key in lexicon.alliances:
                return [Party(key, piece)]
    actor = discourse.latest(lexicon.alliances)
    return [Party(actor, None)] if actor is not None else []


def _targets(sentence: list[Chunk], frame: Frame, lexicon: Lexicon, discourse: Discourse) -> list[Party]:
    """The target of an operation, strike or attack: what stands after `ضد`, `على`, `استهدفت` behind it."""
    seen = False
    found: list[Party] = []
    for piece in sentence[frame.quantity.last : frame.quantity.last + 14]:
        if piece.number is not None and found:
            break
        if piece.text in _TARGET or piece.is_(*_TARGET):
            seen = True
            continue
        if piece.mark and piece.text in ("،", "؛") and found:
            break
        if any(place.kind == "country" for place in piece.places):
            continue
        if seen and piece.actors and not (found and not piece.conjunction):
            found += [Party(key, piece) for key in piece.actors[:1]]
        elif (
            seen
            and not found
            and piece.nouns
            and piece.nouns[0].noun.of
            and piece.nouns[0].noun.of in lexicon.knowledge.actors
        ):
            found.append(Party(piece.nouns[0].noun.of, piece))
    if not found and frame.measure == "attacks":
        # وكان نصيب قوات كذا من الهجمات 300
        for piece in sentence[max(0, frame.quantity.first - 8) : frame.quantity.first]:
            if piece.text in ("نصيب", "حصة"):
                seen = True
            elif seen and piece.actors:
                return [Party(piece.actors[0], piece)]
            seen = seen or piece.text in ("نصيب", "حصة")
    if not found and frame.measure in ("operations", "airstrikes"):
        return _against_before(sentence, frame) or _foe(sentence, frame, discourse, lexicon)
    return found


def _against_before(sentence: list[Chunk], frame: Frame) -> list[Party]:
    """`العمليات ضد التنظيم بلغت 153`: the target named before the number."""
    for at in range(frame.quantity.first - 1, max(0, frame.quantity.first - 14), -1):
        if sentence[at].number is not None:
            break
        if sentence[at].actors and sentence[at - 1].text == "ضد":
            return [Party(sentence[at].actors[0], sentence[at])]
    return []


def _foe(sentence: list[Chunk], frame: Frame, discourse: Discourse, lexicon: Lexicon) -> list[Party]:
    """The party that those who act in the sentence fight, where the text has named it."""
    for piece in reversed(sentence[: frame.quantity.first]):
        for key in piece.actors:
            foe = discourse.latest(lexicon.opponents.get(key, ()))
            if foe is not None and key not in lexicon.armed_groups:
                return [Party(foe, None)]
    return []
