"""Of and by: whom a quantity counts, who suffered, and who did it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tawatur.extract.chunks import Chunk
from tawatur.extract.discourse import Discourse
from tawatur.extract.frames import Frame
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.quantities import Quantity

_ACTS = frozenset(("operations", "airstrikes", "attacks", "clashes"))
_NO_AGENT = frozenset(
    (
        "surrendered",
        "escaped",
        "strength",
        "camp_population",
        "inhabitants",
        "members",
        "nationalities",
        "reserves",
        "missing",
        "returned",
    )
)
_TARGET = frozenset(("ضد", "علي", "استهدفت", "استهدف", "تستهدف", "يستهدف", "بحق", "تجاه", "لاستهداف", "لقصف"))
_AGENT = frozenset(
    ("يد", "ايدي", "برصاص", "بنيران", "قبل", "جانب", "نفذها", "نفذه", "نفذتها", "شنها", "شنه", "شنتها", "نفذته", "شنته")
)


_LEADERS = frozenset(("قيادي", "قائد", "أمير", "زعيم"))


class Party(NamedTuple):
    """An actor in a slot: its key or free name, and the chunk that names it, None where context gives it."""

    actor: str
    chunk: Chunk | None


def joined(parties: list[Party]) -> str | None:
    """Return the slot's value: keys joined by `+`, each once, or None."""
    keys = list(dict.fromkeys(party.actor for party in parties))
    return "+".join(keys) or None


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
    if frame.measure in ("funding", "members") and frame.measure == "funding":
        return []
    if frame.measure == "members":
        return named or _alliance(sentence, discourse, quantity.first, lexicon)
    if frame.measure in _ACTS and quantity.unit == "event":
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
    if quantity.role in ("armed_group",):
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
        return [Party(group, None)] if group is not None else []
    if frame.reading is not None and frame.reading.trigger.role == "own_loss":
        return _subject(sentence, frame, lexicon)
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


def _states_sufferer(frame: Frame) -> bool:
    return frame.quantity.low is not None and frame.quantity.noun is not None


def _leaders_of(named: list[Party], quantity: Quantity, lexicon: Lexicon) -> list[Party]:
    """`قياديين في داعش` are the group's leaders, where a pack has a key for them."""
    if not _are_leaders(quantity) or len(named) != 1:
        return named
    key = f"{named[0].actor}_leaders"
    return [Party(key, named[0].chunk)] if key in lexicon.knowledge.actors else named


def _are_leaders(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.lemma in _LEADERS


def _alliance(sentence: list[Chunk], discourse: Discourse, at: int, lexicon: Lexicon) -> list[Party]:
    for piece in sentence[at:] + sentence[:at][::-1]:
        if any("coalition" in key or key in ("nato", "mnjtf", "eu", "un") for key in piece.actors):
            return [
                Party(
                    next(key for key in piece.actors if "coalition" in key or key in ("nato", "mnjtf", "eu", "un")),
                    piece,
                )
            ]
    actor = discourse.latest(("coalition", "arab_coalition", "nato", "mnjtf"))
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


def _subject(sentence: list[Chunk], frame: Frame, lexicon: Lexicon) -> list[Party]:
    """The actor nearest to a verb, after it first, then before it."""
    if frame.trigger is None:
        return []
    after = range(frame.trigger + 1, frame.quantity.first)
    before = range(frame.trigger - 1, max(-1, frame.trigger - 9), -1)
    for at in (*after, *before):
        piece = sentence[at]
        if piece.actors and not piece.preposition and _may_act(sentence, at, lexicon):
            return [Party(piece.actors[0], piece)]
    return []


def who(
    frame: Frame,
    sentence: list[Chunk],
    suffered: list[Party],
    sources: list[str],
    discourse: Discourse,
    lexicon: Lexicon,
    previous: list[Party],
) -> list[Party]:
    """Return who did it: the subject of its verb, the agent named with it, the actor of the clause, the opponent."""
    if frame.measure in _NO_AGENT:
        return []
    barred = {party.actor for party in suffered}
    barred |= {child for key in barred for child in lexicon.children.get(key, ())}
    reading = frame.reading
    if frame.how in ("coordination", "part") and previous:
        return [party for party in previous if party.actor not in barred]
    if frame.measure in ("funding",):
        return _subject_before(sentence, frame, barred | lexicon.armed_groups)
    if frame.measure == "beneficiaries":
        barred |= lexicon.armed_groups
    if frame.measure in _ACTS:
        _, doer = topic_act(sentence, frame.quantity.first)
        if doer is not None and doer.actor not in barred and _is_agent(doer.actor, lexicon):
            return [doer]
    if frame.measure == "repatriated":
        state = next((key for key in sources if key.endswith("_gov") or key in lexicon.state_keys), None)
        return [Party(state, None)] if state is not None else previous
    agent = _agent(sentence, frame, barred)
    if agent:
        return agent
    if reading is not None and reading.verb is not None and reading.trigger.role in ("object", "agent"):
        subject = [party for party in _subject(sentence, frame, lexicon) if party.actor not in barred]
        if subject and _is_agent(subject[0].actor, lexicon):
            return _coordinated_with(sentence, subject[0], barred)
    speaking = set(sources) if frame.measure not in _ACTS else set()
    near = _nearest_actor(sentence, frame, barred | speaking, lexicon)
    if near:
        near = [_in_focus(party, sentence, discourse) for party in near]
        near = [party for party in near if party.actor not in barred and party.actor != "militants"]
    origin = next((key for key in sources if key in lexicon.parties and key not in barred | lexicon.observers), None)
    if origin is not None and (not near or near[0].actor == "partner_forces") and origin not in lexicon.armed_groups:
        return [Party(origin, None), *near]  # قالت القيادة إنها وشركاءها نفذوا
    if near:
        return near
    if previous and not barred & {party.actor for party in previous}:
        return previous
    return _opponent(suffered, discourse, lexicon) or _attacker(frame, sentence, suffered, discourse, lexicon)


def _attacker(
    frame: Frame, sentence: list[Chunk], suffered: list[Party], discourse: Discourse, lexicon: Lexicon
) -> list[Party]:
    """The armed group in focus, for victims who are not of an armed group themselves."""
    if frame.measure not in ("killed", "wounded", "casualties", "abducted", "attacks"):
        return []
    if any(party.actor in lexicon.armed_groups for party in suffered):
        return []
    group = discourse.armed_group(sentence)
    return [Party(group, None)] if group is not None else []


def _in_focus(party: Party, sentence: list[Chunk], discourse: Discourse) -> Party:
    """`المتمردون`, `المسلحون`: the armed group in focus."""
    if party.actor != "militants":
        return party
    return Party(discourse.armed_group(sentence) or party.actor, party.chunk)


def _is_agent(key: str, lexicon: Lexicon) -> bool:
    actor = lexicon.knowledge.actors.get(key)
    if key in lexicon.observers:
        return False
    return (
        (actor is not None and actor.kind == "actor")
        or key in lexicon.agents
        or key in lexicon.state_keys
        or key in lexicon.forces
    )


def _agent(sentence: list[Chunk], frame: Frame, barred: set[str]) -> list[Party]:
    window = sentence[frame.quantity.last : frame.quantity.last + 16]
    for at, piece in enumerate(window):
        if piece.mark and piece.text in ("؛", "."):
            break
        if piece.text in _AGENT or "agent" in piece.cues:
            for later in window[at + 1 : at + 4]:
                if later.actors and later.actors[0] not in barred:
                    return _coordinated_with(sentence, Party(later.actors[0], later), barred)
    return []


def _coordinated_with(sentence: list[Chunk], party: Party, barred: set[str]) -> list[Party]:
    """`التحالف وشركاؤه`, `ميليشيات الحوثي وقوات صالح`: the actors joined to one by `و`, in the text's order."""
    at = next((i for i, piece in enumerate(sentence) if piece is party.chunk), None)
    if at is None:
        return [party]
    found = [party]
    for step in (1, -1):
        here = at
        while True:
            neighbour = here + step
            while (
                0 <= neighbour < len(sentence)
                and sentence[neighbour].mark
                and sentence[neighbour].text in ('"', "(", ")")
            ):
                neighbour += step
            if not 0 <= neighbour < len(sentence):
                break
            joined = sentence[max(here, neighbour)].conjunction == "و"
            piece = sentence[neighbour]
            if not (joined and piece.actors) or piece.actors[0] in barred or piece.places:
                break
            found.insert(len(found) if step > 0 else 0, Party(piece.actors[0], piece))
            here = neighbour
    return found


def _subject_before(sentence: list[Chunk], frame: Frame, barred: set[str]) -> list[Party]:
    for piece in reversed(sentence[: frame.quantity.first]):
        if piece.actors and piece.actors[0] not in barred and not piece.places:
            return [Party(piece.actors[0], piece)]
    return []


def _nearest_actor(sentence: list[Chunk], frame: Frame, barred: set[str], lexicon: Lexicon) -> list[Party]:
    """The nearest actor of the sentence that can act, those before preferred, and opponents of who suffered."""
    foes = {foe for key in barred for foe in lexicon.opponents.get(key, ())}
    best: tuple[int, Chunk] | None = None
    for at, piece in enumerate(sentence):
        if not piece.actors or piece.actors[0] in barred or not _is_agent(piece.actors[0], lexicon):
            continue
        if any(piece is chunk for _, chunk in frame.quantity.parties) or not _may_act(sentence, at, lexicon):
            continue
        if at > frame.quantity.last and _another_says(sentence[frame.quantity.last : at]):
            break
        cost = abs(at - frame.quantity.first) + (6 if at > frame.quantity.last else 0)
        if piece.actors[0] in foes:
            cost -= 10
        if best is None or cost < best[0]:
            best = (cost, piece)
    if best is None:
        return []
    return _coordinated_with(sentence, Party(best[1].actors[0], best[1]), barred)


def _another_says(between: list[Chunk]) -> bool:
    """Tell whether a new statement begins between: its subject is of that statement."""
    return any(piece.verb_says and piece.conjunction for piece in between)


def topic_act(sentence: list[Chunk], at: int) -> tuple[str | None, Party | None]:
    """Return the measure and the actor of acts named before their number: `هجمات داعش بـ491 عملية`."""
    for back in range(at - 1, max(0, at - 5), -1):
        actor = sentence[back]
        if actor.number is not None or actor.mark:
            break
        act = next((r.noun.measure for r in sentence[back - 1].nouns if r.noun.unit == "event"), None)
        if actor.actors and act is not None:
            return act, Party(actor.actors[0], actor)
    return None, None


def _may_act(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a name stands where an agent may: no prepositional object; a state only as a verb's subject."""
    piece = sentence[at]
    before = sentence[at - 1] if at else None
    if piece.preposition and piece.preposition != "ل":
        return False
    if before is not None and (before.text in ("ضد", "علي") or "not_agent" in before.cues):
        return False
    if not any(place.kind == "country" for place in piece.places):
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    verb_follows = following is not None and any(r.verb is not None for r in following.triggers)
    verb_before = before is not None and any(r.verb is not None for r in before.triggers)
    return (at == 0 and verb_follows) or verb_before


def _opponent(suffered: list[Party], discourse: Discourse, lexicon: Lexicon) -> list[Party]:
    for party in suffered:
        opponents = lexicon.opponents.get(party.actor)
        if opponents:
            actor = discourse.latest(opponents)
            if actor is not None:
                return [Party(actor, None)]
    return []
