"""Peoples: whom a claim's place tells, where no words do: who is harmed in Palestine, at which state rockets fly."""

from __future__ import annotations

from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

#: Beginnings of nouns for what is shot down.
_FLYING = words_of("flying")
#: Keys of populations by what they do, beside those that the text's own word names.
_TRADES = frozenset(("workers", "farmers", "shepherds"))
_OF_PEOPLE = frozenset(("killed", "wounded", "casualties", "detained", "missing"))


def tell_peoples(drafts: list[Draft], lexicon: Lexicon) -> None:
    """Fill who suffered from where it was, for drafts that have their places."""
    for draft in drafts:
        if draft.of and not _by_trade(draft):
            continue
        countries = {located.place.country for located in draft.where}
        if len(countries) != 1:
            continue
        country = next(iter(countries))
        if draft.unit == "person" and draft.measure in _OF_PEOPLE:
            people = lexicon.people_of.get(country)
            if people is not None and people not in (party.actor for party in draft.by):
                draft.of, draft.rules["of"] = [Party(people, None)], "people there"
        elif (
            not draft.of
            and draft.unit == "weapon"
            and draft.measure == "attacks"
            and _is_abroad(draft, country, lexicon)
        ):
            draft.of, draft.rules["of"] = [Party(lexicon.knowledge.states[country].key, None)], "state there"


def _by_trade(draft: Draft) -> bool:
    """`إصابة مسعفة`, `مقتل مزارع`: people told of by what they do, not by whose they are; of a people, they are its."""
    if draft.frame is None or draft.frame.quantity.state_words is not None or len(draft.of) != 1:
        return False
    rule = draft.rules.get("of")
    return rule == "by name" or (rule == "noun" and draft.of[0].actor in _TRADES)


def tell_shot_down(drafts: list[Draft], told: tuple[str, int] | None, lexicon: Lexicon) -> None:
    """`اعتراض صاروخ باليستي`: what forces or their allies bring down is of the one armed group told of that they fight.

    `told` is that group and the sentence that names it first.
    """
    if told is None:
        return
    group, _ = told
    for draft in drafts:
        noun = draft.frame.quantity.noun if draft.frame is not None else None
        flies = noun is not None and noun.lemma.startswith(_FLYING)
        if draft.of or not draft.by or not flies or draft.measure not in ("other", "destroyed"):
            continue
        if any(lexicon.camps.fights(group, party.actor) for party in draft.by):
            draft.of, draft.rules["of"] = [Party(group, None)], "shot down"


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
