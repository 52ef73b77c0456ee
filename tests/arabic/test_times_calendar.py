"""Arithmetic on days, at the edges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.times.calendar import (
    NO_DAYS,
    Days,
    fraction_of_days,
    month_days,
    part_of_days,
    part_of_month,
    season_days,
    shift,
    shift_months,
    unit_days,
    week_days,
    year_days,
)
from tawatur.arabic.times.hijri import hijri_day, hijri_month, hijri_of, hijri_year

UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]


def test_a_month_back_from_its_last_day_is_the_other_s_last():
    assert shift_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


@given(st.dates(), st.sampled_from(UNITS), st.floats(-(10**6), 10**6))
def test_no_shift_leaves_the_calendar(origin, unit, count):
    moved = shift(origin, unit, count)
    assert moved <= origin if count < 0 else moved >= origin


@given(st.dates(date(200, 1, 1), date(9800, 1, 1)), st.sampled_from(UNITS[3:]))
def test_a_unit_holds_the_day_that_names_it(day, unit):
    days = unit_days(unit, day)
    assert days.start <= day <= days.end


def test_a_week_runs_monday_to_sunday():
    assert week_days(date(2024, 7, 18)) == Days(date(2024, 7, 15), date(2024, 7, 21))


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_parts_of_a_month_make_it_whole(year, month):
    days = month_days(year, month)
    early, middle, late = (part_of_month(days, part) for part in ("early", "middle", "late"))
    assert (early.start, late.end) == days
    assert (middle.start - early.end).days == (late.start - middle.end).days == 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(3, 40000))
def test_the_parts_of_any_period_make_it_whole(start, length):
    days = Days(start, date.fromordinal(start.toordinal() + length - 1))
    early, middle, late = (part_of_days(days, part) for part in ("early", "middle", "late"))
    assert (early.start, late.end) == days
    assert (middle.start - early.end).days == (late.start - middle.end).days == 1


@given(st.integers(1900, 2100), st.sampled_from([2, 3, 4]))
def test_the_fractions_of_a_year_make_it_whole(year, parts):
    found = [fraction_of_days(year_days(year), parts, index + 1) for index in range(parts)]
    assert (found[0].start, found[-1].end) == year_days(year)
    assert fraction_of_days(year_days(year), parts, -1) == found[-1]


def test_there_is_no_fifth_quarter():
    assert fraction_of_days(year_days(2015), 4, 5) == NO_DAYS


def test_a_winter_is_told_by_the_year_in_which_it_begins():
    assert season_days(2013, 12) == Days(date(2013, 12, 1), date(2014, 2, 28))


def test_hijri_days_by_umm_al_qura():
    assert hijri_day(1445, 9, 1) == date(2024, 3, 11)
    assert hijri_month(1445, 9) == Days(date(2024, 3, 11), date(2024, 4, 9))
    assert hijri_year(1436).start == date(2014, 10, 25)
    assert hijri_of(date(2014, 7, 12)) == (1435, 9, 15)


@pytest.mark.parametrize("year", [1, 1342, 1501, 9999])
def test_hijri_years_outside_the_table_are_none(year):
    assert hijri_day(year, 1, 1) is None
    assert hijri_year(year) == NO_DAYS
