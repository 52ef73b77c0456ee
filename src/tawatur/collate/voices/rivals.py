"""Rivals: whether two figures that don't meet are of one quantity beyond doubt.

What a program read has to show more than what hands coded: that the same people are counted (by a party of their own,
or by words for anybody), that neither figure is a part or an interim count, and that both are of one day or one tally.
"""

from __future__ import annotations

import re

from tawatur.arabic import View
from tawatur.collate.facts.cues import cue, has_cue, starts_with_cue
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.firmness import one_sentence, sentence_around
from tawatur.collate.facts.material import Material
from tawatur.collate.facts.partial import is_part, was_first
from tawatur.collate.facts.periods import is_event, is_tally
from tawatur.collate.facts.relations import Relation
from tawatur.collate.facts.values import VAGUE_BOUNDS
from tawatur.collate.quantities.events import keep_company, of_one_place
from tawatur.collate.quantities.quantities import OUTCOMES, STOCKS, Quantity
from tawatur.collate.quantities.tolls import may_rise
from tawatur.collate.voices.speakers import is_passed_on

#: Counts of a body's members or a land's people: whose they are, a program seldom reads rightly.
_OF_BODIES = frozenset({"members", "inhabitants", "nationalities"})
#: What moves within days while it is fought over.
_MOVING = frozenset({"territory_share", "territory_area", "strength"})
#: Acts, whose targets and waves outlets count each in their own way.
_ACTS = frozenset({"attacks", "airstrikes", "operations", "clashes", "destroyed", "seized", "places_taken"})
#: What is counted day by day: another day's is another figure.
_DAILY = frozenset({"displaced", "returned", "detained", "surrendered", "released", "abducted"})
#: Whoever is no party to a conflict: told or left out, by one outlet or the other.
_PEOPLE = frozenset({"civilians", "displaced", "refugees"})
_SEVERAL_TIMES = 3.0
#: Two who are named for one figure in one report are set against each other on purpose.
_MANY_TIMES = 12.0
#: What two sides claim of each other, in words that set one against the other, is further apart yet.
_MOST_TIMES = 40.0
#: A figure in digits with the words before it, and the words for its scale after it.
_DIGITS = re.compile(
    r"[^\d]{0,30}\d[\d.,٬٫]*(?: (?:الفا?|الاف|مليونا?|ملايين|مليارا?)(?: و ?\d[\d.,٬٫]*(?: الفا?)?)?)?"
)
_PREPOSITIONS = frozenset({"في", "من", "علي", "الي", "عن", "خلال", "منذ", "جراء", "اثر", "بعد", "قبل"})
#: A noun's endings, and the letters that it has at least with one of them.
_ENDINGS = ("ين", "ون", "ا")
_SHORTEST = 4
#: An outlet's own figure that is as near to another's is of another hour, or rounds it.
_OTHER_HOURS = 0.1
#: Short texts before and after a figure in which words say that it is not the whole.
_AROUND = 40
#: So far before a figure its sentence may say whose dead are counted.
_SUBJECT = 80


def comparable(fact: Fact, mate: Fact, quantity: Quantity, material: Material) -> bool:
    """Tell whether two figures that don't meet are of one quantity beyond doubt.

    Inside a report an unstated period may be any, so that figures of acts need theirs stated, and an outlet's own
    figures beside a source's need a tally's period. Of one event, one man killed and a toll of seventeen, or tolls of
    which one is several times the other, are two events or two scopes.
    """
    # between reports, a slot carried over in one and stated alike in the other is borne out
    carried = fact.loose | mate.loose if quantity.report is not None else fact.loose & mate.loose
    loose = {"where", "when"} & carried
    if loose == {"when"} and fact.supposed is not mate.supposed:
        loose = set()  # one that is told first is of the day that another report has
    bare = fact.measure in STOCKS and "where" in fact.loose & mate.loose
    if loose == {"where"} and (bare or _same_words(fact, mate) or _are_named_rivals(fact, mate)):
        loose = set()
    if loose and _are_named_rivals(fact, mate) and (fact.where, fact.when) == (mate.where, mate.when):
        loose = set()  # what two sources say of it in turn was told before, once
    if loose or VAGUE_BOUNDS & {fact.claim.bound, mate.claim.bound}:
        return False
    if fact.measure not in STOCKS and fact.when and mate.when and not of_one_place(fact, mate, material):
        return False
    coded = fact.coded and mate.coded
    if coded and fact.measure in OUTCOMES and makes_up(fact, mate, material, risen=True):
        return False  # seven of the hurt have died since
    if not coded and not _is_surely_read(fact, mate, quantity, material):
        return False
    if not coded and not _name_parties_alike(fact, mate, material):
        return False  # whom a figure counts that names nobody, a program can't tell
    if fact.measure in STOCKS:
        return bool(fact.when and mate.when) or (bool(fact.where or fact.of) and within_reach(fact, mate))
    if quantity.report is None and coded and (fact.when is None or mate.when is None):
        return fact.sourced and mate.sourced and within_reach(fact, mate) and not _is_all_of(fact, mate, material)
    if fact.when is None or mate.when is None:
        return fact.when is mate.when and _are_named_rivals(fact, mate)
    headed = coded and fact.headline is not mate.headline
    if quantity.report is not None and not ((fact.sourced and mate.sourced) or headed or is_tally(fact.when)):
        return False
    if not is_event(fact.when):
        return True
    return (fact.sourced and mate.sourced and coded) or _are_named_rivals(fact, mate) or within_reach(fact, mate)


def _is_all_of(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether the greater of two figures is said of nobody: it may be of all, the other of a party."""
    low, high = sorted((fact, mate), key=lambda one: one.interval or (0.0, 0.0))
    return not high.of and any(map(material.actors.is_actor, low.of))


def _name_parties_alike(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two figures are of one party, which one of two reports may have told before, or both of none."""
    if fact.of == mate.of and fact.report != mate.report and "of" not in fact.loose & mate.loose:
        return True
    return _names_party(fact, material) == _names_party(mate, material)


def _names_party(fact: Fact, material: Material) -> bool:
    """Tell whether a figure is said of a party, and not of nobody or of people at large."""
    return any(map(material.actors.is_actor, fact.of - _PEOPLE)) and "of" not in fact.loose


def is_told_alike(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two figures, of which an outlet gives one in its own words, are as near as counts of other hours."""
    if fact.coded and mate.coded:
        return False
    passed_on = is_passed_on(fact, material) or is_passed_on(mate, material)
    if not passed_on or fact.number is None or mate.number is None:
        return False
    low, high = sorted((fact.number[0], mate.number[0]))
    return high - low <= _OTHER_HOURS * high


def counts_on(low: Fact, high: Fact) -> bool:
    """Tell whether the higher of two counts runs on, or sets in earlier: about one period, yet a longer one."""
    if low.when is None or high.when is None:
        return False
    if is_event(low.when) and is_event(high.when) and low.coded and high.coded:
        return False
    running = low.measure in _DAILY | _MOVING or not is_event(low.when)  # a tally of a day more is a later one
    slack = 0 if running and not (low.coded and high.coded) else 1
    earlier = low.when.start is not None and high.when.start is not None and high.when.start < low.when.start - slack
    later = low.when.end is not None and high.when.end is not None and high.when.end > low.when.end + slack
    return earlier or later


def within_reach(fact: Fact, mate: Fact) -> bool:
    """Tell whether the greater of two figures is no more than several times the lesser, and neither is one."""
    return times(fact, mate) <= _SEVERAL_TIMES


def times(fact: Fact, mate: Fact) -> float:
    """Return how many times the lesser of two figures the greater one is; without bound where the lesser is one."""
    if fact.interval is None or mate.interval is None:
        return float("inf")
    low, high = sorted((fact.interval, mate.interval))
    return high[0] / low[1] if low[1] > 1 else float("inf")


def _is_surely_read(fact: Fact, mate: Fact, quantity: Quantity, material: Material) -> bool:
    """Tell whether what a program read of two figures leaves no room for two quantities."""
    if fact.measure in _OF_BODIES or 1 in {one.number[0] for one in (fact, mate) if one.number}:
        return False
    if quantity.report is not None and fact.measure not in STOCKS:
        rivals = fact.sourced and mate.sourced and fact.origin != mate.origin
        disputed = fact.of == mate.of and fact.by == mate.by and _are_set_against(fact, mate, material)
        most = _MOST_TIMES if disputed else _MANY_TIMES
        if not rivals or times(fact, mate) > most or _on_other_days(fact, mate):
            return False
        if is_event(fact.when) and len(fact.where) > 1 and not _is_named_between(fact, mate):
            return False  # what befell several places in a day is told of each
        if not (_are_set_against(fact, mate, material) or _speak_in_turn(fact, mate, material)):
            return False
    own_words = fact.report == mate.report and not (fact.sourced and mate.sourced)
    if fact.measure == "strength" and own_words and not _are_set_against(fact, mate, material):
        return False  # an outlet tells of a strength then and now, here and there
    if fact.report == mate.report and are_of_two_events(fact, mate, material):
        return False
    if (fact.measure not in OUTCOMES or "when" not in fact.loose | mate.loose) and _on_other_days(fact, mate):
        return False  # a toll that its own sentence dates is of that day
    if fact.measure in _ACTS and not (is_tally(fact.when) and is_tally(mate.when)):
        return False
    if _is_yet_to_come(fact, mate, material) or _is_yet_to_come(mate, fact, material):
        return False
    if quantity.report is None and not _is_of_one_time(fact, mate, material):
        return False
    if _is_part_of(fact, mate, material) or _is_part_of(mate, fact, material):
        return False
    if _told_as_two(fact, mate, quantity, material):
        return False
    if not _are_named_rivals(fact, mate):
        low = min((fact, mate), key=lambda one: one.interval or (0.0, 0.0))
        if may_rise(low, material) or any(was_first(one, quantity.facts, material) for one in (fact, mate)):
            return False
    if is_tally(fact.when) and material.actors.compare(fact.by, mate.by) is Relation.APART:
        return False  # each side counts whom the other killed
    if material.actors.compare(fact.of, mate.of) is Relation.APART or makes_up(fact, mate, material):
        return False
    return count_the_same(fact, mate, material)


def makes_up(fact: Fact, mate: Fact, material: Material, *, risen: bool = False) -> bool:
    """Tell whether what lies between two figures is counted beside one: `340 civilians`, `384, 44 of them armed`.

    With `risen` only in words of what has risen, or of whoever died later.
    """
    if fact.number is None or mate.number is None:
        return False
    rest = abs(fact.number[0] - mate.number[0])
    return any(
        other.number == (rest, rest)
        and (other.measure == one.measure or {other.measure, one.measure} <= OUTCOMES)
        and material.one_sentence(one, other)
        and (not risen or _tells_of_rise(other, material))
        for one in (fact, mate)
        for other in material.facts_of[one.report]
        if other is not fact and other is not mate
    )


def _tells_of_rise(fact: Fact, material: Material) -> bool:
    text = material.reports[fact.report].text
    start, end = sentence_around(text, fact.claim.quote_start, fact.claim.quote_end)
    return has_cue("risen", text[start:end])


def _is_of_one_time(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two reports tell of one time: of one day what moves by the day, of tallies what is in reach."""
    if fact.measure in _MOVING:
        dates = [material.dates[one.report] for one in (fact, mate)]
        return dates[0] is not None and dates[0] == dates[1]
    if fact.measure in _DAILY and is_event(fact.when) and fact.when != mate.when:
        return False
    if is_event(fact.when):
        lands = not all(material.places.is_local(one.where) for one in (fact, mate))
        return not lands or keep_company(fact, mate, material)  # what a land saw in a day has no one count
    return fact.measure in STOCKS or within_reach(fact, mate)


def _are_named_rivals(fact: Fact, mate: Fact) -> bool:
    """Tell whether one report sets the figures of two sources against each other."""
    return fact.report == mate.report and fact.sourced and mate.sourced and times(fact, mate) <= _MANY_TIMES


def _are_set_against(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether words of a report set one figure against another: `for its part`, `only 12`, `denied`."""
    first, last = sorted((fact.claim, mate.claim), key=lambda claim: claim.start)
    text = material.reports[fact.report].text
    start, _ = sentence_around(text, last.quote_start, last.quote_end)
    leading = text[max(first.end, start) : last.start]
    at_most = last.low is None and last.high is not None  # no more than 20, says who disputes the 32
    if at_most or has_cue("in_turn", leading) or has_cue("disputed", leading):
        return True
    return has_cue("only", leading[-_AROUND:]) or has_cue("only", text[last.end : last.end + _AROUND])


def _speak_in_turn(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two speakers, each named in the sentence of the own figure, count one event's dead or hurt."""
    if fact.measure not in OUTCOMES or not within_reach(fact, mate) or fact.of != mate.of:
        return False
    if not all(names_speaker(one, material) for one in (fact, mate)):
        return False
    return not material.one_sentence(fact, mate) or _is_named_between(fact, mate)


def _is_named_between(fact: Fact, mate: Fact) -> bool:
    """Tell whether the later figure's speaker is named behind the earlier one: `… 77, and the observatory says 50`."""
    first, last = sorted((fact.claim, mate.claim), key=lambda claim: claim.start)
    return any(first.end <= start and end <= last.start for start, end in last.spans.get("source.0", ()))


def are_of_two_events(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether what is counted beside two figures is too far apart: `5 killed, 4 hurt` and `16 killed, 14 hurt`."""
    beside: list[dict[str, Fact]] = [
        {
            other.measure: other
            for other in material.facts_of[one.report]
            if other.measure in OUTCOMES - {one.measure} and material.one_sentence(one, other)
        }
        for one in (fact, mate)
    ]
    return any(not within_reach(beside[0][name], beside[1][name]) for name in beside[0].keys() & beside[1].keys())


def names_speaker(fact: Fact, material: Material) -> bool:
    """Tell whether the sentence of a figure names its source, or a hand coded it."""
    if fact.coded:
        return True
    text = material.reports[fact.report].text
    return any(
        one_sentence(text, span, (claim.start, claim.end))
        for claim in fact.claims
        for span in claim.spans.get("source.0", ())
    )


def count_the_same(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two figures count the same people: `132 pupils` are not `150 dead`."""
    if fact.unit != "person" or (fact.of and mate.of):
        return True
    nouns = [_counted_noun(one, material) for one in (fact, mate)]
    if _stem(nouns[0]) == _stem(nouns[1]):
        return True
    return all(_counts_anybody(one, noun, material) for one, noun in zip((fact, mate), nouns, strict=True))


def _stem(noun: str) -> str:
    """Return a noun without its article and the endings of its case and plural: `the militants` are `militants`."""
    stem = noun.removeprefix("ال")
    return next((stem.removesuffix(end) for end in _ENDINGS if stem.endswith(end) and len(stem) > _SHORTEST), stem)


def _counts_anybody(fact: Fact, noun: str, material: Material) -> bool:
    """Tell whether a figure's noun is for anybody; `40 others` hurt are, beside those killed."""
    if not noun or starts_with_cue("anybody", noun):
        return True
    return starts_with_cue("others", noun) and any(
        other.measure != fact.measure and other.position < fact.position and material.one_sentence(other, fact)
        for other in material.facts_of[fact.report]
    )


def _counted_noun(fact: Fact, material: Material) -> str:
    """Return the word after a figure, as the normalised view has it; empty where a phrase or the text ends there.

    Where none follows, it may be told before: `the number of Iranian dead rose to 7` counts Iranians.
    """
    text = material.reports[fact.report].text
    claim = fact.claim
    if text[claim.quote_start : claim.quote_end] != claim.quote:
        return ""
    stated = View(text[claim.start : claim.end + _AROUND]).text
    digits = _DIGITS.match(stated)
    following = stated[digits.end() :] if digits else View(text[claim.end : claim.end + _AROUND]).text
    word = following.lstrip(' )"»”').split(" ", 1)[0]
    word = "" if word in _PREPOSITIONS else word.strip('،.؛:"»”)(')
    start, _ = sentence_around(text, claim.quote_start, claim.quote_end)
    before = _noun_before(View(text[max(start, claim.start - _SUBJECT) : claim.start]).text)
    return before or word


def _noun_before(leading: str) -> str:
    """Return whose the dead or hurt are who are about to be counted; empty where they are an event's, or untold."""
    for match in cue("fated").finditer(leading):
        word = leading[match.end() :].lstrip().split(" ", 1)[0]
        if word.startswith("ال") and not has_cue("an_event", word):
            return word
    return ""


def _is_part_of(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether words at a figure say that it is a part, or a first count, of what another report may count.

    A party's dead among all of an attack's are all of that party's; a count that stands so far when another source has
    had a higher one before will not reach it.
    """
    dates = [material.dates[one.report] for one in (fact, mate)]
    later = dates[0] is not None and dates[1] is not None and dates[0] > dates[1]
    interim = not later and not _are_named_rivals(fact, mate)
    whole = _is_of_party(fact, mate, material)
    return is_part(fact, material, interim=interim, whole=whole)


def _is_of_party(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether two figures count one party's, whom each names itself."""
    return fact.of == mate.of and all(_names_party(one, material) for one in (fact, mate))


def _told_as_two(fact: Fact, mate: Fact, quantity: Quantity, material: Material) -> bool:
    """Tell whether a report gives both figures in one sentence and one voice: a whole and its part, not rivals."""
    for report in {one.report for one in quantity.facts}:
        given = [
            [one for one in material.facts_of[report] if (one.measure, one.number) == (side.measure, side.number)]
            for side in (fact, mate)
        ]
        for one in given[0]:
            for other in given[1]:
                rivals = one.sourced and other.sourced and one.origin != other.origin
                if not rivals and material.one_sentence(one, other):
                    return True
    return False


def _on_other_days(fact: Fact, mate: Fact) -> bool:
    """Tell whether two acts are dated to days of which none is common: the first and the second day of a campaign."""
    if fact.when is None or mate.when is None or None in (*fact.when, *mate.when):
        return False
    return max(fact.when.start or 0, mate.when.start or 0) > min(fact.when.end or 0, mate.when.end or 0)


def _is_yet_to_come(fact: Fact, mate: Fact, material: Material) -> bool:
    """Tell whether a figure is of a day that the other's report could not know of."""
    date = material.dates[mate.report]
    return date is not None and fact.when is not None and fact.when.start is not None and fact.when.start > date


def _same_words(fact: Fact, mate: Fact) -> bool:
    """Tell whether two claims of one report take their place from the same words."""
    place = fact.claim.spans.get("where")
    return bool(place) and fact.report == mate.report and place == mate.claim.spans.get("where")
