"""Places carried through a report: what a thread keeps of those it is told, and where a people's own country is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.places.settings import Setting
from tawatur.extract.report.draft import Draft
from tawatur.packs import PlaceEntry

#: Kinds of places that are spots of a town, and kinds that hold them.
_SPOTS = frozenset(("site",))
_TOWNS = frozenset(("city", "town", "admin2"))


def actors_of(draft: Draft) -> list[str]:
    """Return who acted, who suffered and who said so, in that order: by where they are, it may be told where it was."""
    return [party.actor for party in (*draft.by, *draft.of)] + [hop.actor for hop in draft.source[:1]]


def in_theatre(draft: Draft, places: list[Located], named: list[Located], lexicon: Lexicon) -> list[Located]:
    """Return where a count was that names no place: of the places `named`, where those who suffered are known to be.

    Palestinians killed are not where the minister spoke of them.
    """
    for party in draft.of if places else ():
        actor = lexicon.knowledge.actors.get(party.actor)
        if actor is None or actor.kind != "population":
            continue
        theatre = [lexicon.place(code) for code in lexicon.theatres.get(party.actor, ()) if code in _known(lexicon)]
        countries = {entry.country for entry in theatre}
        if theatre and countries.isdisjoint(located.place.country for located in places):
            there = [located for located in named if located.place.country in countries]
            here = next((located for located in there if located.width), None)
            return (
                countries_around([here], lexicon) if here is not None else [Located(0, entry, "") for entry in theatre]
            )
    return places


def _known(lexicon: Lexicon) -> Mapping[str, PlaceEntry]:
    return lexicon.knowledge.places


def narrowed(draft: Draft, places: list[Located], lexicon: Lexicon) -> list[Located]:
    """Of several countries carried on, keep the one in which who suffered, or who acted, is known to be."""
    countries = {located.place.id for located in places if located.place.kind == "country"}
    if len(countries) < 2:
        return places
    for party in (*draft.of, *draft.by):
        theatre = set(lexicon.theatres.get(party.actor, ()))
        if theatre and theatre < countries:
            return [located for located in places if located.place.id in theatre]
    return places


def holds(places: list[Located], finer: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether a place only says more widely where the thread's event was: a town's region, a street's city."""
    return len(places) == 1 and bool(finer) and all(_is_in(located, places[0], lexicon) for located in finer)


def _is_in(inner: Located, outer: Located, lexicon: Lexicon) -> bool:
    if inner.place.id == outer.place.id:
        return bool(outer.side) and not inner.side
    return lies_in(inner, outer, lexicon.knowledge)


def is_wide(places: list[Located]) -> bool:
    """Tell whether a report's place is a single country or region."""
    return len(places) == 1 and places[0].place.kind in ("country", "region")


def countries_around(places: list[Located], lexicon: Lexicon) -> list[Located]:
    """Return the countries that places lie in; of one whose parts have wars of their own (Gaza), that part."""
    known = lexicon.knowledge.places
    found: dict[str, Located] = {}
    for located in places:
        inside = (located.place.id, *lexicon.knowledge.place_chain(located.place))
        part = next((name for name in inside if name in lexicon.parts_apart), located.place.country)
        if part in known:
            found[part] = Located(0, known[part], "")
    return list(found.values())


def lasting_places(places: list[Located], lexicon: Lexicon, *, unknown: bool) -> list[Located]:
    """Return where a thread goes on: a spot is a detail, what holds it the place of what follows.

    So is a quarter, a harbour, a base, a mountain of a town that a pack knows, and a place that no pack knows, unless
    `unknown` ones will do.
    """
    known = lexicon.knowledge.places
    lasting: list[Located] = []
    for located in places:
        if located.place.id not in known:
            town = unknown and located.place.kind not in _SPOTS
            lasting += [located.inside] if located.inside is not None else [located] if town else []
        elif located.place.kind in _SPOTS and located.inside is not None and located.inside.width:
            lasting.append(located.inside)
        elif (
            located.place.kind in _SPOTS
            and (entry := known.get(located.place.parent or "")) is not None
            and (entry.kind in _TOWNS or entry in lexicon.capitals.values())
        ):
            lasting.append(Located(0, entry, ""))
        else:
            lasting.append(located)
    return lasting


def labels(places: Iterable[Located]) -> set[str]:
    """Return places as the codebook writes them."""
    return {located.label for located in places}


def last_camp(draft: Draft, settings: list[Setting], theme: list[Located]) -> list[Located]:
    """Return the camp named last before what is told of a camp's people (`ويتوزعون على …`), else the headline's."""
    for setting in reversed(settings):
        camps = [located for located in setting.places if located.place.kind == "camp"]
        if setting.number <= draft.sentence and camps:
            return camps[-1:]
    return [located for located in theme if located.place.kind == "camp"][:1]
