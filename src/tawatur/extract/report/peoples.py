"""Peoples: whom a claim's place tells, where no words do: who is harmed in Palestine, at which state rockets fly."""

from __future__ import annotations

from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

_OF_PEOPLE = frozenset(("killed", "wounded", "casualties", "detained", "missing"))


def tell_peoples(drafts: list[Draft], lexicon: Lexicon) -> None:
    """Fill who suffered from where it was, for drafts that have their places."""
    for draft in drafts:
        if draft.of:
            continue
        countries = {located.place.country for located in draft.where}
        if len(countries) != 1:
            continue
        country = next(iter(countries))
        if draft.unit == "person" and draft.measure in _OF_PEOPLE:
            people = lexicon.people_of.get(country)
            if people is not None and people not in (party.actor for party in draft.by):
                draft.of, draft.rules["of"] = [Party(people, None)], "people there"
        elif draft.unit == "weapon" and draft.measure == "attacks" and _is_abroad(draft, country, lexicon):
            draft.of, draft.rules["of"] = [Party(lexicon.knowledge.states[country].key, None)], "state there"


def _is_abroad(draft: Draft, country: str, lexicon: Lexicon) -> bool:
    """`إطلاق سبعة صواريخ على الرياض`: tell whether weapons flew into another country than that of who fired them.

    Not where a war is fought from the air in that country (Syria): there they are fired at one of its sides.
    """
    if lexicon.camps.fliers((country,)):
        return False
    known = lexicon.knowledge.actors
    homes: set[str] = set()
    for party in draft.by:
        actor = known.get(party.actor)
        homes.update(lexicon.theatres.get(party.actor, ()))
        if actor is not None and actor.country is not None:
            homes.add(actor.country)
    return bool(homes) and country not in homes and country in lexicon.knowledge.states
