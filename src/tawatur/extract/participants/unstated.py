"""By, where no clause says it: who did it as the section tells around it, or whom those who suffered fight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from tawatur.arabic import fold
from tawatur.extract.clauses.event_nouns import is_named
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import ATTACKS, CLASH, DISCLAIMED, Agency
from tawatur.extract.participants.deeds import (
    BY_LAW,
    CUSTODY,
    HARM,
    NOBODY,
    STATED,
    VIOLENT,
    Deed,
    barred_by,
    family,
    plausible,
    without,
)
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Discourse, Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party

_FOR_THE_STATE = frozenset(("police", "security_sources", "military_sources"))
#: How many sentences back an event may be whose doer brought an outcome about that names none.
_BACK = 2
#: How many sentences away an attack may be claimed, or another's doer told.
_NEAR = 3
#: The headline and the lead: an attack whose doer they tell is what the section is about.
_LEAD = 2
_RAIDS = words_of("raids")
#: How far behind a number fighting and strikes stand that brought it about, and how near each other.
_REASON_WITHIN = 12
_TOGETHER_WITHIN = 5
_AMBUSH = words_of("ambush")
_THAT = words_of("that")
_FROM_THE_AIR = words_of("from_the_air")
_DEFENCE = words_of("defence")
#: Within how many chunks behind a court its adjectives and its town stand.
_COURT_WITHIN = 4
_JUDICIARY = words_of("judiciary")
_STORMS = frozenset(words_of("storms"))
#: Verbs of a defence against what an enemy fired.
_INTERCEPTING = frozenset(("اعترض", "تصدى"))
#: How far from a number the words may stand that say by what it was done.
_BESIDE = 9
#: The rule that tells whose defences brought something down.
DEFENCE = "defence"
#: Rules that guess who it was by what is known of the parties: not of one sentence more than of another.
_GUESSES = ("opponent", "who flies")
_ACTS = ACTS - {"clashes"}

#: Measures of what forces do that tell of it: `اكتشاف وتدمير 20 ملجأ`.
_FOUND = frozenset(("destroyed", "seized"))
#: Beginnings of words for the death of one's own.
_MOURNED = ("استشه", "شهيد")
#: Measures of what befalls people by somebody's act, told or not.
_CAUSED = {"displaced", "missing"}
#: Measures of what enemies do to each other: not whom somebody trains, nor a price on a head.
_FOUGHT_FOR = VIOLENT | {"abducted", "places_taken", "territory_area", "territory_share", "stolen"}


def unstated(
    frame: Frame, agency: Agency, suffered: list[Party], sources: list[str], deeds: list[Deed]
) -> Doers | None:
    """Return who did it as the section told before, None where nothing tells.

    What was done from the air was done by who flies, as far as the packs know.
    """
    air = is_from_the_air(frame, agency)
    camps, groups = agency.lexicon.camps, agency.lexicon.armed_groups
    by_law, ground = frame.measure in BY_LAW, not air and is_on_the_ground(frame, agency)
    for doers in _told(frame, agency, suffered, sources, deeds):
        able = tuple(
            party
            for party in doers.parties
            if (not air or camps.may_fly(party.actor))
            and not (by_law and party.actor in groups)
            and not (ground and camps.only_flies(party.actor))
        )
        if able:
            return Doers(able, doers.rule)
    return None


def _told(
    frame: Frame, agency: Agency, suffered: list[Party], sources: list[str], deeds: list[Deed]
) -> Iterator[Doers]:
    """Yield who may have done it, the likeliest first."""
    if frame.measure in _FOUGHT_FOR | _CAUSED or any(party.actor in agency.lexicon.armed_groups for party in suffered):
        yield from _before(frame, agency, suffered, deeds)
    if frame.measure == "sentenced":
        yield from _state_of_court(agency)
        yield from (deed.doers for deed in reversed(deeds) if deed.measure == "sentenced" and deed.doers.parties)
    yield from _foe_of_people(frame, agency, suffered)
    if frame.measure in BY_LAW:
        yield from _state(frame, agency, sources, suffered, at_war=False)
    yield from _announced(frame, agency, suffered, sources)
    yield from _last_event(frame, agency, suffered)
    if frame.measure in _FOUGHT_FOR or frame.quantity.unit == "weapon":
        yield from _opponent(agency, suffered)
    if is_from_the_air(frame, agency):
        yield from _flier(agency, suffered)
    if frame.measure in BY_LAW:
        yield from _state(frame, agency, sources, suffered, at_war=True)


def _foe_of_people(frame: Frame, agency: Agency, suffered: list[Party]) -> Iterator[Doers]:
    """`اعتقل 20 فلسطينيا`, `استشهد شاب في مواجهات`: the one state's forces that a people is at war with.

    Where nobody is told, of arrests, of martyrs and of those who fell in fighting.
    """
    lexicon, trigger = agency.lexicon, frame.reading.trigger.lemma if frame.reading is not None else ""
    fought = is_on_the_ground(frame, agency) or (frame.measure in HARM and fold(trigger).startswith(_MOURNED))
    sides = (agency.sides(at + 1) for at, piece in enumerate(agency.clauses.sentence) if event_class(piece) == CLASH)
    if not (frame.measure == "detained" or fought) or any(sides):
        return
    there = {lexicon.people_of.get(code) for code in agency.discourse.countries()[:1]}
    for party in suffered:
        foes = lexicon.camps.foes([party.actor], list(lexicon.forces)) if party.actor in there else []
        if len(foes) == 1:
            yield Doers((Party(foes[0], None),), "opponent")


def _state_of_court(agency: Agency) -> Iterator[Doers]:
    """Yield the state whose court the sentence names: `المحكمة المركزية العراقية`, `محكمة في أنقرة`."""
    knowledge, sentence = agency.lexicon.knowledge, agency.clauses.sentence
    for at, piece in enumerate(sentence):
        if not ("court" in piece.cues or piece.is_(*_JUDICIARY)):
            continue
        codes = [knowledge.actors[key].country for key in piece.actors if key in knowledge.actors]
        for one in takewhile(_describes_court, sentence[at + 1 : at + 1 + _COURT_WITHIN]):
            codes += [one.state, *(place.country for place in one.places)]
        for code in codes:
            if code is not None and code in knowledge.states:
                yield Doers((Party(knowledge.states[code].key, None),), "the state")


def _describes_court(piece: Chunk) -> bool:
    plain = not piece.mark and not piece.triggers and piece.number is None
    return plain and (not piece.preposition or bool(piece.places))


def _state(frame: Frame, agency: Agency, sources: list[str], suffered: list[Party], *, at_war: bool) -> Iterator[Doers]:
    """Yield the state whose body tells of an arrest, else the one that the section is about, if at war or at peace.

    Those whom a court sentenced are of another, where their number's words say of which (`12 امرأة تركية`).
    """
    lexicon = agency.lexicon
    states, known = lexicon.knowledge.states, lexicon.knowledge.actors
    told = [known[key].country for key in sources[:1] if key in known]
    for code in (*told, *agency.discourse.countries()[:1]):
        if frame.measure == "sentenced" and code == frame.quantity.state:
            continue
        if code is not None and code in states and (code in lexicon.theatres.get("any", ())) is at_war:
            chosen = plausible(Doers((Party(states[code].key, None),), "the state"), suffered, lexicon)
            if chosen is not None:
                yield chosen


def is_from_the_air(frame: Frame, agency: Agency) -> bool:
    """Tell whether words beside a claim say that it was done from the air: `في غارات`, `بقصف جوي`."""
    if frame.measure == "airstrikes":
        return True
    if frame.measure not in VIOLENT:
        return False
    first, last = frame.quantity.first, frame.quantity.last
    sentence = agency.clauses.sentence
    beside = [*sentence[max(0, first - _BESIDE) : last], *takewhile(_tells_on, sentence[last : last + _BESIDE])]
    pairs = pairwise([beside[0], *beside])
    return any(piece.is_(*_FROM_THE_AIR) and not before.is_(*_DEFENCE) for before, piece in pairs)


def _tells_on(piece: Chunk) -> bool:
    """Tell whether no second statement begins at a chunk: `وإن الغارات قتلت 16`."""
    return piece.text.removeprefix("و") not in _THAT


def is_on_the_ground(frame: Frame, agency: Agency) -> bool:
    """Tell whether people fell in fighting, as far as the words beside their number say: `في مواجهات`, `كمين`."""
    first, last = frame.quantity.first, frame.quantity.last
    window = agency.clauses.sentence[max(0, first - _BESIDE) : last + _BESIDE]
    return frame.measure in HARM and any(event_class(piece) == CLASH or piece.is_(*_AMBUSH) for piece in window)


def fired_at(doers: Doers, frame: Frame, agency: Agency) -> Doers:
    """`اعترضت الدفاعات صاروخا، ما أسفر عن إصابة ثلاثة`: whom what a defence met hurt, its enemy hurt that fired it."""
    if frame.measure not in HARM or not doers.parties:
        return doers
    keys = {party.actor for party in doers.parties}
    for clause in agency.clauses.clauses:
        verb = clause.verb
        if verb is None or verb.form.lemma not in _INTERCEPTING or frame.trigger == clause.verb_at:
            continue
        defending = agency.subjects.of(clause)
        if defending is not None and keys <= {party.actor for party in defending.parties}:
            here = [key for piece in agency.clauses.sentence for key in piece.actors]
            foes = agency.lexicon.camps.foes(keys, (*here, *agency.discourse.mentioned()))
            return Doers((Party(foes[0], None),), "fired at") if foes else NOBODY
    return doers


def with_who_fought_beside(doers: Doers, frame: Frame, agency: Agency, suffered: list[Party]) -> Doers:
    """`في مواجهات وغارات للتحالف`: of fighting and strikes named together, who fought and who flew did it both."""
    sentence, camps = agency.clauses.sentence, agency.lexicon.camps
    last = frame.quantity.last
    reasons = sentence[last : last + _REASON_WITHIN]
    fought = [at for at, piece in enumerate(reasons) if event_class(piece) == CLASH]
    flown = [at for at, piece in enumerate(reasons) if piece.is_(*_RAIDS)]
    together = any(
        abs(one - other) <= _TOGETHER_WITHIN and reasons[max(one, other)].text.startswith("و")
        for one in fought
        for other in flown
    )
    if frame.measure not in HARM or not together or len(doers.parties) != 1:
        return doers
    flies = camps.only_flies(doers.parties[0].actor)
    here = [key for piece in sentence for key in piece.actors]
    foes = camps.foes([party.actor for party in suffered], (*here, *agency.discourse.mentioned()))
    beside = next((key for key in foes if camps.only_flies(key) is not flies), None)
    return Doers((*doers.parties, Party(beside, None)), doers.rule) if beside is not None else doers


def _flier(agency: Agency, suffered: list[Party]) -> Iterator[Doers]:
    """Who strikes from the air in the country that the section is about: the one named last, else the only one."""
    fliers = agency.lexicon.camps.fliers(agency.discourse.countries())
    named = [key for key in agency.discourse.mentioned() if key in fliers]
    for key in named or (fliers if len(fliers) == 1 else ()):
        chosen = plausible(Doers((Party(key, None),), "who flies"), suffered, agency.lexicon)
        if chosen is not None:
            yield chosen


def _before(frame: Frame, agency: Agency, suffered: list[Party], deeds: list[Deed]) -> Iterator[Doers]:
    """Yield who did what the sentence tells before, or what befell the same victims in the section."""
    lexicon = agency.lexicon
    victims = family(suffered, lexicon)
    for deed in reversed(deeds):
        if deed.sentence != agency.number or deed.measure in ACTS or frame.measure in ACTS:
            break
        if deed.doers.rule == DEFENCE:
            continue  # whom shots fell on that a defence met, their enemy hurt
        chosen = plausible(deed.doers, suffered, lexicon) if is_named(deed.doers) else None
        if chosen is not None:
            yield Doers(chosen.parties, "same sentence")
    for deed in reversed(deeds):
        if not is_named(deed.doers) and (agency.number - deed.sentence > _BACK or frame.measure not in HARM):
            continue
        if deed.doers.rule in (*_GUESSES, DEFENCE) or deed.sentence < agency.discourse.turned:
            continue
        if deed.measure in CUSTODY or (frame.measure in _ACTS and deed.measure not in _ACTS):
            continue
        if victims & deed.suffered or (not victims and not deed.suffered and agency.number - deed.sentence <= _BACK):
            own = (
                deed.doers.rule in (*STATED, "same event") and victims & deed.suffered
            )  # the text says so, if they fight or not
            chosen = (
                without(deed.doers, barred_by(suffered, lexicon)) if own else plausible(deed.doers, suffered, lexicon)
            )
            if chosen is not None:
                yield Doers(chosen.parties, "same victims")


def _announced(frame: Frame, agency: Agency, suffered: list[Party], sources: list[str]) -> Iterator[Doers]:
    """`أعلن الجيش مقتل 20 إرهابيا`: forces, or their state's police, that tell of an armed group's dead fight it."""
    lexicon = agency.lexicon
    groups = suffered and all(party.actor in lexicon.armed_groups for party in suffered)
    flown = frame.measure == "airstrikes"
    rivals = suffered and all(party.actor in lexicon.forces for party in suffered)
    if not (groups or rivals or flown or not suffered) or frame.measure not in VIOLENT or not sources:
        return
    for key in (sources[0], *lexicon.knowledge.ancestors(sources[0])):
        foe = bool(lexicon.camps.foes([party.actor for party in suffered], [key]))
        fights = groups and (key in lexicon.forces or foe)
        fights = fights or (rivals and key in lexicon.armed_groups and foe)  # أعلنت الحركة مقتل 12 جنديا
        allied = (
            (groups or flown)
            and key in lexicon.alliances
            and all(p.actor in lexicon.opponents.get(key, ()) for p in suffered)
        )
        if fights or allied:
            chosen = plausible(Doers((Party(key, None),), "announced"), suffered, lexicon)
            if chosen is not None:
                yield chosen
    if not suffered and frame.measure in _FOUND and sources[0] in lexicon.forces:
        yield Doers((Party(sources[0], None),), "announced")
    forces = agency.discourse.state_forces() if sources[0] in _FOR_THE_STATE and groups else None
    known = lexicon.knowledge.actors.get(sources[0])
    state = lexicon.knowledge.states.get(known.country or "") if known is not None and groups else None
    if state is not None and sources[0] not in lexicon.observers:
        forces = forces or state.forces  # وزارة الدفاع الصومالية: whose forces fight them
    if forces is not None and all(lexicon.camps.fights(party.actor, forces) for party in suffered):
        yield Doers((Party(forces, None),), "announced")


def _last_event(frame: Frame, agency: Agency, suffered: list[Party]) -> Iterator[Doers]:
    """Yield who did the event that the section told last."""
    if frame.measure not in VIOLENT and frame.measure != "missing":
        return
    first = max(agency.number - _BACK, agency.discourse.turned)  # من جهة أخرى: of another matter
    told = [event for event in agency.discourse.told if event.sentence >= first]
    told.sort(key=lambda event: -event.sentence)  # of one sentence, what its main verb tells comes first
    for event in told:
        chosen = plausible(event.doers, suffered, agency.lexicon)
        if chosen is not None:
            yield Doers(chosen.parties, "last event")


def _opponent(agency: Agency, suffered: list[Party]) -> Iterator[Doers]:
    """Yield who of those that the section has named fights those who suffered: in the sentence, else named last."""
    camps, states = agency.lexicon.camps, agency.lexicon.state_keys
    here = [key for piece in agency.clauses.sentence for key in piece.actors]
    before = agency.discourse.mentioned()
    of_states = [states[key].forces for key in before if key in states]
    victims = [party.actor for party in suffered]
    for named in (here, before, of_states):
        foes = camps.foes(victims, named)
        if named is of_states and len(foes) > 1:
            return
        yield from (Doers((Party(foe, None),), "opponent") for foe in foes)


def attackers_named(
    suffered: list[Party], sentence: int, discourse: Discourse, lexicon: Lexicon, matter: range, apart: frozenset[int]
) -> Doers | None:
    """Return who did what some unnamed attackers did, as the section tells of it within a few sentences.

    Those who claim an attack or are blamed for one come first, then an armed group whose attack is told nearest; none
    where the text says that nobody has claimed it. `matter` are the sentences about the same matter, `apart` those
    that tell of another day.
    """
    near = [
        event
        for event in discourse.told
        if (abs(event.sentence - sentence) <= _NEAR and event.sentence in matter) or event.sentence <= _LEAD
    ]
    if any(event.kind == DISCLAIMED and event.sentence in matter for event in near):
        return None
    near.sort(key=lambda event: abs(event.sentence - sentence))
    claims = [event for event in near if event.kind == "claim"]
    attacks = [event for event in near if event.kind == "blast" or event.word in ATTACKS or event.word in _STORMS]
    attacks = [event for event in attacks if event.sentence not in apart]
    for event in (*claims, *[event for event in attacks if event.doers.parties[0].actor in lexicon.armed_groups]):
        chosen = plausible(event.doers, suffered, lexicon)
        if chosen is not None:
            return Doers(chosen.parties, "claimed")
    return _only_claim(suffered, discourse, lexicon, matter, apart) if sentence <= _LEAD else None


def _only_claim(
    suffered: list[Party], discourse: Discourse, lexicon: Lexicon, matter: range, apart: frozenset[int]
) -> Doers | None:
    """Return the only armed group that claims an attack, or is blamed for one, in the matter of the lead."""
    told = [
        event
        for event in discourse.told
        if event.sentence in matter
        and event.sentence not in apart
        and event.kind == "claim"
        and event.doers.parties[0].actor in lexicon.armed_groups
    ]
    named = {event.doers.parties[0].actor for event in told}
    chosen = plausible(told[0].doers, suffered, lexicon) if len(named) == 1 else None
    return Doers(chosen.parties, "claimed") if chosen is not None else None


def told_later(measure: str, suffered: list[Party], deeds: list[Deed], lexicon: Lexicon) -> Doers:
    """Return who did what befell the same victims in the whole section, where it names only one."""
    victims = family(suffered, lexicon)
    if measure not in VIOLENT or measure in ACTS or not victims:
        return NOBODY
    told = [deed.doers for deed in deeds if deed.measure in VIOLENT and victims & deed.suffered]
    named = [doers.parties for doers in told if is_named(doers)]
    keys = {frozenset(party.actor for party in parties) for parties in named}
    chosen = plausible(Doers(named[0], "same victims"), suffered, lexicon) if len(keys) == 1 else None
    return chosen or NOBODY
