"""By: who did it, read off the clauses; where they tell nobody, whom the section is about."""

from __future__ import annotations

from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.goods.appeals import APPEAL, CAME_IN
from tawatur.extract.counts.goods.pledges import giver_before
from tawatur.extract.counts.people.needs import offers_reward
from tawatur.extract.participants.agency import CLASH, NOBODY_NAMED, UNNAMED, WAR, Agency
from tawatur.extract.participants.deeds import (
    BY_LAW,
    CUSTODY,
    HARM,
    NOBODY,
    Deed,
    barred_by,
    own_forces,
    plausible,
    without,
)
from tawatur.extract.participants.defences import whose_defences
from tawatur.extract.participants.givers import (
    giver_described,
    giver_named,
    giver_of_deed,
    is_asked_for,
    is_said_to_give,
)
from tawatur.extract.participants.keepers import who_keeps
from tawatur.extract.participants.outcomes import doers_of_outcome
from tawatur.extract.participants.part_doers import is_ascribed, own_doer, parts_differ, row_doer
from tawatur.extract.participants.repatriation import repatriates
from tawatur.extract.participants.unstated import fired_at, is_from_the_air, unstated, with_who_fought_beside
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party

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
        "returned",
    )
)
_UNDER = words_of("under")
_GUNFIRE = words_of("gunfire")
#: How far behind a word for prisons whoever holds them is named.
_HELD_REACH = 10
#: How many chunks before a number acts and their actor may be named.
_TOPIC = 6
#: From how many on harm is a war's where its sentence names one, and where it does not.
_THOUSANDS = 1000
#: What stands behind a war before whom it is waged against, and how far behind it that is named.
_AGAINST, _AGAINST_WITHIN = ("ضد", "علي", "مع"), 2
_TOO_MANY = 5000


def who(
    frame: Frame,
    agency: Agency,
    suffered: list[Party],
    sources: list[str],
    previous: Doers,
    deeds: list[Deed],
) -> Doers:
    """Return who did it: as the clause tells, as the claim that it is joined to, or as the section has told before.

    Whoever suffered is never who did it. `previous` is who did what the claim before tells.
    """
    if frame.measure in _NO_AGENT:
        return NOBODY
    lexicon, sentence = agency.lexicon, agency.clauses.sentence
    barred = barred_by(suffered, lexicon)
    if frame.measure in HARM | ACTS:  # no state's forces strike it
        barred |= own_forces(suffered, lexicon)
    is_part = frame.how in ("coordination", "part")
    own = own_doer(frame.measure, frame.quantity.last, agency) if is_part or is_ascribed(sentence) else None
    own = row_doer(frame, agency) or own
    if without(own, barred) is not None:
        return without(own, barred) or NOBODY
    if frame.measure == "repatriated":
        return repatriates(frame, agency, sources, previous)
    if is_part:
        told = agency.of_agent_phrase(frame.quantity.last) if frame.how == "coordination" else None
        shared = previous if previous.rule != "announced" or frame.how == "part" else None
        other = _other_side(previous, suffered, deeds, agency) if frame.how == "coordination" else None
        return without(told, barred) or without(shared, barred) or other or NOBODY
    if frame.quantity.by_reference and (same := without(previous, barred)) is not None:
        return same  # عدد مماثل من الهجمات: the acts of whose number it gives again
    pledger = giver_before(sentence, frame.quantity.first) if frame.how == "pledge" else None
    if pledger is not None:
        return Doers((Party(pledger.actors[0], pledger),), "pledge")
    if frame.measure == "funding":
        if frame.how in (APPEAL, CAME_IN) or is_asked_for(sentence, frame.quantity.first):
            return NOBODY._replace(rule="pledge")
        gives = giver_of_deed(sentence, frame)
        if gives:
            return Doers(tuple(gives), "pledge")
        giver = giver_named(sentence, frame, barred | lexicon.armed_groups)
        said = is_said_to_give(sentence, frame, giver)
        if not giver:
            giver = giver_described(agency, frame, barred)
            said = bool(giver)
        return Doers(tuple(giver), "pledge" if said else "giver")
    if frame.measure == "other" and frame.quantity.unit not in ("person", "event") and offers_reward(sentence):
        return Doers(tuple(giver_named(sentence, frame, barred | lexicon.armed_groups)), "giver")
    if frame.measure == "released":
        kept = _whose_prisons(frame, agency, barred, sources)
        if kept is not None:
            return kept
    if (defending := whose_defences(frame, agency, sources, deeds)) is not None:
        return defending
    if frame.measure in CUSTODY:
        return _keeper(frame, agency, barred, sources, deeds)
    if frame.measure in ACTS and frame.quantity.unit in ("event", "percent"):
        found = _of_topic(sentence, frame, agency) or agency.of_event(
            frame.quantity.first, _before_party(sentence, frame)
        )
    else:
        found = doers_of_outcome(frame, agency)
        if found is None or (
            found.rule == "agent phrase" and parts_differ(frame.measure, frame.quantity.last, agency)
        ):  # 60، 40 منهم على يد كذا و20 على يد كذا
            found = own_doer(frame.measure, frame.quantity.last, agency, parts=False)
        if found is None and frame.measure == "attacks" and _are_blasts(sentence, frame):
            found = agency.of_explosion(frame.quantity.first)
    if found is not None and found.rule == CLASH:
        if _both_suffer(found, suffered):
            return found
        found = plausible(_armed(found, lexicon), suffered, lexicon)
    if found is not None and found.rule == "genitive" and _are_of_one_side(frame, found, suffered, lexicon):
        found = unstated(frame, agency, suffered, sources, deeds) or found  # في قصف للتحالف الذي هو منه
    if found is not None and found.rule == UNNAMED and is_from_the_air(frame, agency):
        found = None  # هجمات جوية: who flies, no unnamed attackers
    if found is not None and found.rule == UNNAMED:
        groups = any(party.actor in lexicon.armed_groups for party in suffered)
        return Doers((), NOBODY_NAMED) if groups else found
    if (found is not None and found.rule == WAR) or (found is None and _is_of_a_war(frame, agency, suffered)):
        return _waged_against(agency, suffered) if found is not None else Doers((), WAR)
    chosen = without(found, barred) or unstated(frame, agency, suffered, sources, deeds) or NOBODY
    if not chosen.parties and _shot_at(sentence) and _serve(suffered, lexicon):
        chosen = Doers((Party("attackers", None),), UNNAMED)
    chosen = with_who_fought_beside(fired_at(chosen, frame, agency), frame, agency, suffered)
    acting = [party for party in chosen.parties if _may_do(party, lexicon)]
    parties = tuple(_in_focus(party, agency, barred) for party in acting)
    if frame.measure not in BY_LAW:  # whom the authorities arrested, the state did
        parties = tuple(_as_forces(party, lexicon) for party in parties)
    return Doers(parties, chosen.rule)


def _other_side(previous: Doers, suffered: list[Party], deeds: list[Deed], agency: Agency) -> Doers | None:
    """`مقتل 20 مسلحا وخمسة جنود`: those joined to the dead of one side, if whoever did that lost them, the side did."""
    before = deeds[-1] if deeds and deeds[-1].sentence == agency.number else None
    if before is None or not suffered or {party.actor for party in suffered} != {p.actor for p in previous.parties}:
        return None
    fights = all(agency.lexicon.camps.fights(one.actor, party.actor) for one in before.named for party in suffered)
    return Doers(before.named, CLASH) if before.named and fights else None


def _are_of_one_side(frame: Frame, found: Doers, suffered: list[Party], lexicon: Lexicon) -> bool:
    """Tell whether those who suffered stand on the side of who did an act: whoever else is told of did it."""
    pairs = [(one.actor, victim.actor) for one in found.parties for victim in suffered]
    return frame.measure in HARM and bool(pairs) and not any(lexicon.camps.may_fight(*pair) for pair in pairs)


def _before_party(sentence: list[Chunk], frame: Frame) -> int:
    """`14 عملية لداعش`: the end of what names the acts, before the party that `ل` within their phrase says did them."""
    quantity = frame.quantity
    parties = {id(piece) for _, piece in quantity.parties if piece.preposition == "ل"}
    phrase = range(quantity.first + 1, quantity.last)
    return next((at for at in phrase if id(sentence[at]) in parties), quantity.last)


def _is_of_a_war(frame: Frame, agency: Agency, suffered: list[Party]) -> bool:
    """Tell whether so many were harmed that a whole war did it, unless its clause says who did.

    Of a people that is at war with one party alone (the Palestinians), that party did it.
    """
    low, known = frame.quantity.low, agency.lexicon.knowledge.actors
    if frame.measure not in HARM or low is None or low < _THOUSANDS:
        return False
    if any(
        party.actor in known and known[party.actor].kind == "population"
        for party in suffered
        if agency.lexicon.camps.sides(party.actor)
    ):
        return False
    return low >= _TOO_MANY or any(event_class(piece) == WAR for piece in agency.clauses.sentence)


def _may_do(party: Party, lexicon: Lexicon) -> bool:
    """Tell whether a party may have done it: no residents, no witnesses; a people by its state's adjective may."""
    known = lexicon.knowledge.actors.get(party.actor)
    by_state = party.chunk is not None and party.chunk.state is not None
    bystanders = known is not None and known.kind in ("population", "source") and not by_state
    return not bystanders or party.actor in lexicon.agents or party.actor in ("attackers", "security_forces")


def _are_blasts(sentence: list[Chunk], frame: Frame) -> bool:
    """`انفجار ثلاث عبوات`: somebody's bombs, of whoever the section tells before."""
    quantity = frame.quantity
    return any(event_class(piece) == "blast" for piece in sentence[max(0, quantity.first - 1) : quantity.last])


def _shot_at(sentence: list[Chunk]) -> bool:
    """`قتلوا في إطلاق نار`: somebody shot."""
    return any(
        piece.text.endswith("اطلاق") and sentence[at + 1].is_(*_GUNFIRE) for at, piece in enumerate(sentence[:-1])
    )


def _serve(suffered: list[Party], lexicon: Lexicon) -> bool:
    """Tell whether those who suffered are a state's forces or its police, of whom nobody shoots by law."""
    return bool(suffered) and all(
        party.actor in lexicon.forces or party.actor in ("police", "security_forces") for party in suffered
    )


def _waged_against(agency: Agency, suffered: list[Party]) -> Doers:
    """`قتلوا في الحرب ضد كذا`: a war is nobody's, but who falls in one waged against his foe falls to that foe."""
    sentence, camps = agency.clauses.sentence, agency.lexicon.camps
    for at, piece in enumerate(sentence[:-_AGAINST_WITHIN]):
        if event_class(piece) != WAR or not sentence[at + 1].is_(*_AGAINST):
            continue
        foe = sentence[at + _AGAINST_WITHIN]
        if foe.actors and suffered and all(camps.fights(foe.actors[0], victim.actor) for victim in suffered):
            return Doers((Party(foe.actors[0], foe),), "genitive")
    return Doers((), WAR)


def _armed(doers: Doers, lexicon: Lexicon) -> Doers:
    """Of the sides of a clash, those who bear arms, where some do not: `مواجهات بين متظاهرين والجيش`."""
    known = lexicon.knowledge.actors
    armed = tuple(p for p in doers.parties if p.actor not in known or known[p.actor].kind == "actor")
    return Doers(armed or doers.parties, doers.rule)


def _in_focus(party: Party, agency: Agency, barred: frozenset[str]) -> Party:
    """`المسلحون`, `متطرفون`: the armed group in focus; `قوات الأمن`: the state's forces."""
    if party.actor == "security_forces":
        forces = agency.discourse.state_forces()
        return Party(forces, party.chunk) if forces is not None and forces not in barred else party
    group = agency.discourse.armed_group(agency.clauses.sentence) if party.actor == "militants" else None
    return Party(group, party.chunk) if group is not None and group not in barred else party


def _as_forces(party: Party, lexicon: Lexicon) -> Party:
    """A state that acts in war does so by its forces."""
    state = lexicon.state_keys.get(party.actor)
    known = lexicon.knowledge.actors.get(party.actor)
    people = known is not None and known.kind == "population"
    if people and party.chunk is not None and party.chunk.state is not None:  # القصف الإسرائيلي
        state = lexicon.knowledge.states[party.chunk.state]
    return Party(state.forces, party.chunk) if state is not None else party


def _keeper(frame: Frame, agency: Agency, barred: frozenset[str], sources: list[str], deeds: list[Deed]) -> Doers:
    """Return who holds people: as the clause says, whose prisons the sentence names, who says so, who held before."""
    found = who_keeps(frame, agency, barred)
    if found is None and frame.measure != "facilities":
        found = without(doers_of_outcome(frame, agency), barred)
    if found is not None:
        return found
    kept = _whose_prisons(frame, agency, barred, sources)
    if kept is not None:
        return kept
    for key in sources:
        if key in agency.lexicon.armed and key not in barred:
            return Doers((Party(key, None),), "who says")
    for deed in reversed(deeds):
        if deed.measure in CUSTODY and without(deed.doers, barred) is not None:
            return Doers(deed.doers.parties, "held before")
    return NOBODY


def _whose_prisons(frame: Frame, agency: Agency, barred: frozenset[str], sources: list[str]) -> Doers | None:
    """Return whose prisons, or hands, the sentence names nearest to people held or released."""
    sentence = agency.clauses.sentence
    near = (at for at, piece in enumerate(sentence) if _is_custody(piece))
    for first in sorted(near, key=lambda at: abs(at - frame.quantity.first)):
        for piece in sentence[first : first + _HELD_REACH]:
            if piece.state is not None and not piece.nouns and piece is sentence[min(first + 1, len(sentence) - 1)]:
                return Doers((Party(agency.lexicon.knowledge.states[piece.state].key, piece),), "whose prisons")
            named = piece.actors and not piece.places and piece.actors[0] not in barred.union(sources)
            if named and agency.subjects.may_act(piece.actors[0]):
                return agency.subjects.joined(Party(piece.actors[0], piece), "whose prisons")
    return None


def _is_custody(piece: Chunk) -> bool:
    return piece.names("facility") or piece.is_(*_UNDER)


def _both_suffer(doers: Doers, suffered: list[Party]) -> bool:
    """Tell whether a toll is of all parties to a clash alike."""
    return len(suffered) > 1 and {party.actor for party in doers.parties} == {party.actor for party in suffered}


def topic_act(sentence: list[Chunk], at: int) -> tuple[str | None, int | None]:
    """Return the measure and the chunk of acts named with their actor before their number: `هجمات داعش بـ491 عملية`.

    Quotation marks may stand around the actor.
    """
    near = [i for i in range(max(0, at - _TOPIC), at) if sentence[i].text not in QUOTES]
    for named, back in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
        actor = sentence[back]
        if actor.number is not None or actor.mark:
            break
        act = next((r.noun.measure for r in sentence[named].nouns if r.noun.unit == "event"), None)
        if actor.actors and act is not None:
            return act, named
    return None, None


def _of_topic(sentence: list[Chunk], frame: Frame, agency: Agency) -> Doers | None:
    _, at = topic_act(sentence, frame.quantity.first)
    return agency.of_event(at) if at is not None else None
