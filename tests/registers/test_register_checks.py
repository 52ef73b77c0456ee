"""Sums, parts, changes and dates that registers check."""

import pytest

from tawatur.model import Period
from tawatur.registers.changes import period_before


def checks(view):
    return [(one.kind, one.stated, one.expected, one.holds) for row in view.rows for one in row.checks]


def test_leaders_are_held_against_those_they_are_among(claim, shown):
    def tally(leaders):
        return shown("operations", [claim("killed", 44, of="daesh"), claim("killed", leaders, of="daesh_leaders")])

    assert checks(tally(8)) == [("part", 8, 44, True)]
    assert checks(tally(50)) == [("part", 50, 44, False)]


def test_killed_and_detained_make_their_total(claim, shown):
    def tally(both):
        return shown(
            "operations",
            [
                claim(measure, low, of="daesh")
                for measure, low in (("killed", 10), ("detained", 40), ("killed_or_detained", both))
            ],
        )

    assert checks(tally(50)) == [("sum", 50, 50, True)]
    assert checks(tally(60)) == [("sum", 60, 50, False)]


def attacks(claim, of, number, **fields):
    return claim("attacks", number, of=of, by="daesh", where=("SY",), when=2024, unit="event", **fields)


def test_a_breakdown_by_target_goes_with_the_rival_total_that_it_makes(claim, shown):
    parts = [
        attacks(claim, "sdf", 300, bound="about"),
        attacks(claim, "assad_forces", 300),
        attacks(claim, "iran_militias", 100),
    ]
    rivals = [attacks(claim, None, 700, source=("soufan",)), attacks(claim, None, 491, source=("sohr",))]
    assert checks(shown("attacks", [*rivals, *parts])) == [("sum", 700, 700, True)]


def test_parts_that_fall_short_of_their_total_are_no_error(claim, shown):
    parts = [attacks(claim, "sdf", 300), attacks(claim, "assad_forces", 300)]
    assert checks(shown("attacks", [attacks(claim, None, 700), *parts])) == []


def test_places_that_exceed_the_country_that_they_lie_in_do_not_add_up(claim, shown):
    def operations(where, number):
        return claim("operations", number, by="coalition", of="daesh", where=where, when=2024, unit="event")

    def tally(total):
        return shown("operations", [operations(("IQ", "SY"), total), operations(("IQ",), 58), operations(("SY",), 21)])

    assert checks(tally(79)) == [("sum", 79, 79, True)]
    assert checks(tally(70)) == [("sum", 70, 79, False)]
    assert checks(tally(90)) == []


def test_parts_are_of_one_report(claim, shown):
    total = claim("operations", 70, by="coalition", where=("IQ", "SY"), unit="event", doc="b")
    parts = [claim("operations", 50, by="coalition", where=(where,), unit="event") for where in ("IQ", "SY")]
    assert checks(shown("operations", [total, *parts])) == []


def test_areas_without_a_country_add_up_only_where_a_large_number_says_so(claim, shown):
    def strength(number, where):
        return claim("strength", number, of="daesh", where=(where,), source=("syrian_rebels",))

    large = [strength(1200, "Homs, SY"), strength(800, "Palmyra, SY"), strength(400, "Hasakah, SY")]
    small = [strength(12, "Homs, SY"), strength(8, "Palmyra, SY"), strength(4, "Hasakah, SY")]
    assert checks(shown("strength", large)) == [("sum", 1200, 1200, True)]
    assert checks(shown("strength", small)) == []


@pytest.mark.parametrize(("before", "holds"), [(None, None), (175, True), (170, True), (250, False)])
def test_a_stated_change_implies_the_level_before_it(claim, shown, before, holds):
    said = {"by": "daesh", "where": ("SY",), "source": ("soufan",)}
    claims = [
        claim("attacks", 700, when=2024, unit="event", **said),
        claim("attacks", 300, when=2024, unit="percent", change=True, **said),
    ]
    if before is not None:
        claims.append(claim("attacks", before, when=2023, unit="event", doc="b", **said))
    assert checks(shown("attacks", claims)) == [("change", 700, 175, holds)]


def test_a_fall_to_nothing_implies_no_level(claim, shown):
    said = {"by": "daesh", "when": 2024}
    claims = [claim("attacks", 0, unit="event", **said), claim("attacks", -100, unit="percent", change=True, **said)]
    assert checks(shown("attacks", claims)) == []


def test_a_change_goes_with_the_level_of_its_own_origin(claim, shown):
    said = {"by": "daesh", "when": 2024}
    claims = [
        claim("attacks", 491, unit="event", source=("sohr",), **said),
        claim("attacks", 300, unit="percent", change=True, source=("soufan",), **said),
    ]
    assert checks(shown("attacks", claims)) == []


@pytest.mark.parametrize(
    ("when", "before"),
    [
        (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
        (("2024-01-01", "2024-06-30"), ("2023-07-01", "2023-12-31")),
        (("2024-03-01", "2024-03-31"), ("2024-02-01", "2024-02-29")),
        (("2024-03-10", "2024-03-16"), ("2024-03-03", "2024-03-09")),
    ],
)
def test_the_period_before_is_as_long_as_the_calendar_has_it(when, before):
    assert period_before(Period(*when)) == Period(*before)
    assert period_before(Period(when[0], None)) is None


def began(claim, date, measure="began", **fields):
    return claim(measure, date, unit="date", **{"of": "coalition", **fields})


def test_two_beginnings_of_one_thing_are_flagged_on_both(claim, shown):
    view = shown("timeline", [began(claim, "2014-09"), began(claim, "2016-08-14", doc="b")], view="dates")
    assert checks(view) == [("date", "2014-09", "2016-08-14", False), ("date", "2016-08-14", "2014-09", False)]


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2014-09-15"},  # a day of that month
        {"date": "2014"},
        {"date": "2016-08-14", "of": "coalition strikes"},  # another thing
        {"date": "2016-08-14", "modality": "planned"},
    ],
)
def test_dates_that_one_day_fits_or_that_tell_of_different_things_do_not_clash(claim, shown, other):
    assert checks(shown("timeline", [began(claim, "2014-09"), began(claim, **other)], view="dates")) == []


def test_an_end_before_its_beginning_is_flagged(claim, shown):
    view = shown("timeline", [began(claim, "2014-09"), began(claim, "2013", "ended")], view="dates")
    assert checks(view) == [("date", "2013", "2014-09", False)]
