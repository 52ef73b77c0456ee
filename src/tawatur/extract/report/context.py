"""Context: what a claim takes from the sentences around it, a headline from its body, and what repeats what."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.arabic.times import Time
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.countries import Countries
from tawatur.extract.places.located import Located
from tawatur.extract.places.settings import Setting
from tawatur.extract.report.carried_places import actors_of, countries_around, in_theatre, labels, last_camp
from tawatur.extract.report.days_told import EVENTS, RECENT
from tawatur.extract.report.draft import RECIPIENTS, SETTLED_TIMES, Draft
from tawatur.extract.report.facts import share_doers, share_facts
from tawatur.extract.report.peoples import tell_peoples
from tawatur.extract.report.threads import BEGINNINGS, carry

_PLACED = EVENTS | {
    "held",
    "strength",
    "territory_share",
    "territory_area",
    "inhabitants",
    "nationalities",
    "trained",
    "beneficiaries",
    "facilities",
}


def explained(unread: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """Return the headline's numbers that the body explains: the same value, counted there."""
    found: list[Draft] = []
    facts: dict[tuple[str, object], Draft] = {}
    for draft in drafts:
        if not draft.headline:
            facts.setdefault((draft.unit, draft.low), draft)
    for draft in unread:
        fact = facts.get((draft.unit, draft.low))
        if fact is not None and fact.measure not in ("began", "ended", "role"):
            draft.measure, draft.of, draft.by = fact.measure, fact.of, fact.by
            draft.rules["of"] = "the body"
            found.append(draft)
    return found


_MILLION = 1_000_000
#: How many sentences ahead a text names the armed group that it calls militants.
_AHEAD = 1
#: What a state does at home where no place is told.
_AT_HOME = frozenset(("detained", "released", "sentenced", "held", "killed_or_detained"))


def complete(
    drafts: list[Draft],
    settings: list[Setting],
    lexicon: Lexicon,
    countries: Countries,
    armed_group: tuple[str, int] | None,
    theme: list[Located],
) -> list[Draft]:
    """Carry place, time and actor from sentence to sentence, and from the body to the headline.

    `theme` is the place that the headline names first.
    """
    for draft in drafts:
        group = armed_group[0] if armed_group is not None and armed_group[1] <= draft.sentence + _AHEAD else None
        draft.of = [_one_group(party, group) for party in draft.of]
        suffered = {party.actor for party in draft.of}
        draft.by = [
            meant for party in draft.by if (meant := _one_group(party, group)).actor not in suffered or meant == party
        ]
    body = [draft for draft in drafts if not draft.headline]
    carry(body, settings, lexicon, theme)
    named = [*theme, *(located for setting in settings for located in setting.places)]
    givers = {code for draft in drafts if draft.measure == "funding" for code in _homes_of(draft, lexicon)}
    passing: list[Located] = []  # the place that the last claims without a surer one were given
    for draft in body:
        if draft.where:
            draft.rules.setdefault("where", "its sentence" if draft.own_where else "carried on")
            passing = []
        elif draft.where_else:
            draft.where = passing = in_theatre(draft, draft.where_else, named, lexicon)
        elif draft.measure in EVENTS and not draft.own_when:
            draft.where = passing
        elif draft.measure == "camp_population":
            draft.where = last_camp(draft, settings, theme)
        _to_theatre(draft, lexicon, countries, named)
        _to_those_in_need(draft, givers, lexicon, countries)
        if draft.measure in EVENTS:
            draft.where = in_theatre(draft, draft.where, named, lexicon)
        draft.rules.setdefault("where", "named in passing")
        if draft.rules.get("when") not in SETTLED_TIMES:
            draft.rules["when"] = "its sentence" if draft.own_when else "carried on"
    share_facts(body)
    tell_peoples(body, lexicon)
    for draft in body:
        _widen(draft, lexicon)
    share_doers(body, lexicon)
    for draft in drafts:
        if draft.headline:
            _from_body(draft, body, settings, lexicon)
            draft.rules["where"] = "its sentence" if draft.own_where else "the body"
            draft.rules["when"] = "its sentence" if draft.own_when else "the body"
            draft.where = draft.where or draft.where_else
            _to_theatre(draft, lexicon, countries, named)
            _to_those_in_need(draft, givers, lexicon, countries)
    tell_peoples([draft for draft in drafts if draft.headline], lexicon)
    return drafts


def _widen(draft: Draft, lexicon: Lexicon) -> None:
    """Millions of people, for whom no place is told beside their number, are in the whole country."""
    if draft.unit == "person" and isinstance(draft.low, int) and draft.low >= _MILLION and not draft.own_where:
        codes = dict.fromkeys(located.place.country for located in draft.where)
        draft.where = [Located(0, lexicon.place(code), "") for code in codes if code in lexicon.knowledge.places]


def _to_theatre(draft: Draft, lexicon: Lexicon, countries: Countries, named: list[Located]) -> None:
    """Place an act for which no sentence names a place where its actor is known to act."""
    if draft.where or draft.measure not in _PLACED | BEGINNINGS:
        return
    if draft.measure in BEGINNINGS and not lexicon.alliances.isdisjoint(party.actor for party in draft.of):
        return
    for actor in actors_of(draft):
        theatre = countries.foremost(lexicon.theatres.get(actor, ()))
        if theatre:
            draft.rules["where"] = "theatre"
            draft.where = [Located(0, lexicon.place(code), "") for code in theatre if code in lexicon.knowledge.places]
            here = next((located for located in named if (located.place.country,) == theatre and located.width), None)
            draft.where = countries_around([here], lexicon) if here is not None else draft.where
            return
    code = _home_of(draft, lexicon) if draft.measure in _AT_HOME else None
    if code is None and draft.measure in _PLACED | BEGINNINGS:
        code = countries.surely(lexicon.theatres.get("any", ()))
    if code is not None and code in lexicon.knowledge.places:
        draft.where = [Located(0, lexicon.place(code), "")]


def _to_those_in_need(draft: Draft, givers: set[str], lexicon: Lexicon, countries: Countries) -> None:
    """Place money that no place is told for in the country that the report names most, but for those that give."""
    if draft.where or draft.measure != "funding":
        return
    own, named = set(_homes_of(draft, lexicon)), countries.named
    others = max((named[code] for code in named if code not in givers), default=0)
    needy = [code for code in named if code not in own and (code not in givers or named[code] >= 2 * others)]
    code = max(needy, key=lambda code: named[code], default=None)
    if code is not None and code in lexicon.knowledge.places:
        draft.where, draft.rules["where"] = [Located(0, lexicon.place(code), "")], RECIPIENTS


def _home_of(draft: Draft, lexicon: Lexicon) -> str | None:
    """Return the country of the state that acted: its police detain at home."""
    return next(_homes_of(draft, lexicon), None)


def _homes_of(draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    for party in draft.by:
        state = lexicon.state_keys.get(party.actor) or lexicon.forces.get(party.actor)
        actor = lexicon.knowledge.actors.get(party.actor)
        code = state.code if state is not None else actor.country if actor is not None else None
        if code is not None:
            yield code


def _one_group(party: Party, armed_group: str | None) -> Party:
    """`مسلحون`, `إرهابيون` are the armed group of a text that names only one."""
    return Party(armed_group, party.chunk) if party.actor == "militants" and armed_group is not None else party


def _from_body(headline: Draft, body: list[Draft], settings: list[Setting], lexicon: Lexicon) -> None:
    """A headline takes its claims' place, time and actors from the body (codebook)."""
    same = [draft for draft in body if (draft.measure == headline.measure and _meets(draft, headline))] or [
        draft for draft in body if draft.measure == headline.measure
    ]
    if not same:
        _from_lead(headline, settings)
        return
    fact = same[0]
    several = labels(fact.where) < labels(headline.where)  # طائرتان في أبها وجازان, of which the body tells one by one
    if not headline.own_where or (
        fact.own_where and not several and not _is_closer(headline.where, fact.where, lexicon)
    ):
        headline.where = fact.where or headline.where
    if not headline.own_when or (fact.when is not None and _is_a_length(headline.when)):
        headline.when = fact.when
    if fact.measure != headline.measure:
        return
    known = lexicon.knowledge.actors
    part = any(party.actor in known and known[party.actor].kind == "population" for party in fact.of)
    takes = _meets(fact, headline) or not part  # ستة أطفال of the body are not the headline's nine
    named, told = ({party.actor for party in draft.of} for draft in (headline, fact))
    fewer = named < told and _meets(fact, headline)  # 36 عسكريا of a headline: soldiers and those loyal to them
    if takes and fact.of and (not headline.of or headline.of[0].actor == "militants" or fewer):
        headline.of, headline.rules["of"] = fact.of, "the body"
    if [party.actor for party in fact.by] != ["attackers"] or not headline.by:
        headline.by = fact.by or headline.by


def _from_lead(headline: Draft, settings: list[Setting]) -> None:
    """Take the place and the day of the lead, where the body counts nothing of a headline's kind."""
    lead = settings[0] if settings else None
    if lead is None or not lead.eventful:
        return
    if not headline.own_where:
        headline.where = lead.first or headline.where
    if not headline.own_when and lead.time is not None and lead.time.rule in RECENT:
        headline.when = lead.time


def _is_closer(places: list[Located], others: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether a headline's place, one that a pack knows, is named more closely than the body's."""
    if len(places) != 1 or len(others) != 1 or places[0].place.country != others[0].place.country:
        return False
    return places[0].place.id in lexicon.knowledge.places and places[0].width > others[0].width


def _is_a_length(time: Time | None) -> bool:
    """Tell whether a time says only how long something took (`خلال شهرين`), so that the body tells from when on."""
    return time is not None and time.rule in ("distance within", "rolling units")


def _meets(one: Draft, other: Draft) -> bool:
    return one.low == other.low or one.high == other.high
