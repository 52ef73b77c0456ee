"""Deeds: what earlier claims of a section tell later ones: who suffered, and who did it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party

NOBODY = Doers((), "")
#: Measures of people harmed.
HARM = frozenset(("killed", "wounded", "casualties"))
#: Measures of what events do, beside the acts themselves.
VIOLENT = HARM | ACTS | {"detained", "destroyed", "neutralized", "killed_or_detained", "seized"}
#: The rules by which the words about an act say who did it.
STATED = frozenset((
    "subject", "governing verb", "relative clause", "genitive", "adjective", "masdar's genitive", "agent phrase",
    "sentence",
))  # fmt: skip
#: Measures of what states and their police do, whoever else is told of.
BY_LAW = frozenset(("detained", "sentenced"))
CUSTODY = frozenset(("held", "facilities"))


class Deed(NamedTuple):
    """What an earlier claim of the section told: who suffered, who did it, in which sentence."""

    measure: str
    named: tuple[Party, ...]
    suffered: frozenset[str]
    doers: Doers
    sentence: int


def deed_of(measure: str, suffered: list[Party], doers: Doers, sentence: int, lexicon: Lexicon) -> Deed:
    """Return what a claim tells later ones: who suffered and who did it."""
    return Deed(measure, tuple(suffered), family(suffered, lexicon), doers, sentence)


def family(suffered: list[Party], lexicon: Lexicon) -> frozenset[str]:
    """Return who suffered, with the parties that they belong to: a group's leaders are its own."""
    known = lexicon.knowledge.actors
    keys = {party.actor for party in suffered}
    return frozenset(keys | {known[key].parent or key for key in keys if key in known})


def variants(party: Party, lexicon: Lexicon) -> list[Party]:
    """Return a state's forces for the state, the state for its forces; none for any other party."""
    state = lexicon.state_keys.get(party.actor) or lexicon.forces.get(party.actor)
    keys = (state.key, state.forces) if state is not None else ()
    return [Party(key, party.chunk) for key in keys if key != party.actor]


def own_forces(suffered: Iterable[Party], lexicon: Lexicon) -> frozenset[str]:
    """Return the states and their forces who strike none of those who suffered: their own, and of a people at war."""
    own = {one.actor for party in suffered for one in variants(party, lexicon)}
    for party in suffered:
        known = lexicon.knowledge.actors.get(party.actor)
        if known is not None and known.kind == "population":  # those whose foes fight them with their forces
            sides = (side for side in lexicon.opponents.values() if party.actor in side)
            own.update(key for side in sides for key in side if key in lexicon.forces)
    return frozenset(own)


def barred_by(suffered: list[Party], lexicon: Lexicon) -> frozenset[str]:
    """Return who can't have done it: those who suffered, with those whom they belong to or who belong to them."""
    barred = {party.actor for party in suffered}
    barred |= {child for key in barred for child in lexicon.children.get(key, ())}
    known = lexicon.knowledge.actors  # a group does not kill its own leaders, nor hold its own families
    barred |= {known[key].parent or key for key in barred if key in known}
    return frozenset(barred)


def without(doers: Doers | None, barred: frozenset[str]) -> Doers | None:
    """Return the doers who did not suffer; None where none is left."""
    if doers is None:
        return None
    left = tuple(party for party in doers.parties if party.actor not in barred)
    return Doers(left, doers.rule) if left else None


def plausible(doers: Doers | None, suffered: list[Party], lexicon: Lexicon) -> Doers | None:
    """Return those of some doers who may have done it: none of the side of those who suffered, or of another war."""
    chosen = without(doers, barred_by(suffered, lexicon) | own_forces(suffered, lexicon))
    if chosen is None:
        return None
    camps = lexicon.camps
    left = tuple(
        party for party in chosen.parties if all(camps.may_fight(party.actor, victim.actor) for victim in suffered)
    )
    return Doers(left, chosen.rule) if left else None
