"""By: who did it; the subject of its verb, the agent named with it, the actor of the clause, the opponent."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk
from tawatur.extract.discourse import Discourse
from tawatur.extract.frame import Frame
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon
from tawatur.extract.parties import ACTS, Party

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
_AGENT = words_of("before_agent")
#: What is counted in the camps and prisons of who does it.
_HOLDING = frozenset(("held", "detained", "camp_population", "facilities"))
#: Within how many chunks behind a quantity its act is told.
_ACT_REACH = 8


def subject_of(sentence: list[Chunk], frame: Frame, lexicon: Lexicon) -> list[Party]:
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
    counted: frozenset[int],
) -> list[Party]:
    """Return who did it: the subject of its verb, the agent named with it, the actor of the clause, the opponent.

    Actors whose chunks (by `id`) are in `counted` suffered something in the sentence: they are agents only as
    opponents of who suffered here.
    """
    if frame.measure in _NO_AGENT:
        return []
    barred = {party.actor for party in suffered}
    barred |= {child for key in barred for child in lexicon.children.get(key, ())}
    if any(key.endswith("_leaders") for key in barred):  # a group does not kill its own leaders
        barred |= {lexicon.knowledge.actors[key].parent or key for key in barred if key in lexicon.knowledge.actors}
    reading = frame.reading
    if frame.how in ("coordination", "part") and previous:
        return [party for party in previous if party.actor not in barred]
    if frame.measure == "funding":
        return _subject_before(sentence, frame, barred | lexicon.armed_groups)
    if frame.measure == "beneficiaries":
        barred |= lexicon.armed_groups
    if frame.measure in ACTS:
        owners = [Party(key, piece) for key, piece in frame.quantity.parties if piece.preposition == "ل"]
        if owners and not owners[0].actor.startswith("@"):  # 196 عملية للقوات
            return _coordinated_with(sentence, owners[0], barred)
        _, doer = topic_act(sentence, frame.quantity.first)
        if doer is not None and doer.actor not in barred and _is_agent(doer.actor, lexicon):
            return [doer]
    if frame.measure == "repatriated":
        state = next((key for key in sources if key.endswith("_gov") or key in lexicon.state_keys), None)
        return [Party(state, None)] if state is not None else previous
    agent = _agent(sentence, frame, barred)
    if agent:
        return agent
    acting = _state_of_act(sentence, frame, barred, lexicon)
    if acting:
        return acting
    if reading is not None and reading.verb is not None and reading.trigger.role in ("object", "agent"):
        subject = [party for party in subject_of(sentence, frame, lexicon) if party.actor not in barred]
        if subject and _is_agent(subject[0].actor, lexicon):
            return _coordinated_with(sentence, subject[0], barred)
    speaking = set(sources) if frame.measure not in ACTS else set()
    near = _nearest_actor(sentence, frame, barred | speaking, lexicon, counted)
    if near:
        near = [_in_focus(party, sentence, discourse) for party in near]
        near = [party for party in near if party.actor not in barred and party.actor != "militants"]
    origin = next((key for key in sources if key in lexicon.armed and key not in barred), None)
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
    if any(party.actor.removesuffix("_leaders") in lexicon.armed_groups for party in suffered):
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


def _state_of_act(sentence: list[Chunk], frame: Frame, barred: set[str], lexicon: Lexicon) -> list[Party]:
    """`في غارة أمريكية`, `قصف تركي`: the state whose adjective the act behind the quantity bears."""
    if frame.measure in ACTS:
        return []
    window = sentence[frame.quantity.last : frame.quantity.last + _ACT_REACH]
    for at, piece in enumerate(window):
        if piece.mark or piece.number is not None:
            break
        if piece.names("event") or ("conflict" in piece.cues and not (piece.actors or piece.nouns)):
            adjective = next((near for near in window[at + 1 : at + 3] if near.state is not None), None)
            if adjective is None or adjective.nouns or adjective.state is None:
                return []
            key = lexicon.knowledge.states[adjective.state].key
            return [Party(key, adjective)] if key not in barred else []
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
        if piece.actors and piece.actors[0] not in barred and (not piece.places or _is_subject(sentence, piece)):
            return [Party(piece.actors[0], piece)]
    return []


def _is_subject(sentence: list[Chunk], piece: Chunk) -> bool:
    """`قدمت ألمانيا 30 مليون يورو`: a state's name right after a verb that states a measure is its subject."""
    at = next(i for i, other in enumerate(sentence) if other is piece)
    before = sentence[at - 1] if at and not piece.preposition else None
    return before is not None and any(reading.verb is not None for reading in before.triggers)


def _nearest_actor(
    sentence: list[Chunk], frame: Frame, barred: set[str], lexicon: Lexicon, counted: frozenset[int]
) -> list[Party]:
    """The nearest actor of the sentence that can act, those before preferred, and opponents of who suffered."""
    foes = {foe for key in barred for foe in lexicon.opponents.get(key, ())}
    best: tuple[int, Chunk] | None = None
    for at, piece in enumerate(sentence):
        if not piece.actors or piece.actors[0] in barred or not _is_agent(piece.actors[0], lexicon):
            continue
        suffers = id(piece) in counted and piece.actors[0] not in foes
        if suffers or any(piece is own for _, own in frame.quantity.parties) or not _may_act(sentence, at, lexicon):
            continue
        if at > frame.quantity.last and _another_says(sentence[frame.quantity.last : at]):
            break
        if frame.measure not in _HOLDING and at and sentence[at - 1].names("site"):
            continue  # مواقع التنظيم
        if at > frame.quantity.last and piece.actors[0] in lexicon.state_keys:
            continue  # a state behind the quantity is its place or its embassy
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
    if piece.actors[0] == "militants" and not piece.text.removeprefix(piece.conjunction).startswith("ال"):
        return False
    if before is not None and (before.text in ("ضد", "علي") or "not_agent" in before.cues):
        return False
    if piece.actors[0] not in lexicon.state_keys:
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    verb_follows = following is not None and any(r.verb is not None for r in following.triggers)
    verb_before = before is not None and (before.text in _AGENT or any(r.verb is not None for r in before.triggers))
    return (at == 0 and verb_follows) or verb_before


def _opponent(suffered: list[Party], discourse: Discourse, lexicon: Lexicon) -> list[Party]:
    for party in suffered:
        opponents = lexicon.opponents.get(party.actor)
        if opponents:
            actor = discourse.latest(opponents)
            if actor is not None:
                return [Party(actor, None)]
    return []
