"""What a time that is found says: its days, its words, the rule that resolved it, what its preposition makes of it."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tawatur.arabic import RULES, AnalysedText, Duration, find_times
from tawatur.arabic import times as times_package

ANCHOR = "2016-07-14"  # a Thursday


def only(text, anchor=ANCHOR):
    (time,) = find_times(text, anchor)
    return time


def days(text, anchor=ANCHOR):
    time = only(text, anchor)
    return time.start_date, time.end_date


def words(text, anchor=ANCHOR):
    return [text[time.start : time.end] for time in find_times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("بدأت في أيلول/سبتمبر عام 2014 العمليات", "أيلول/سبتمبر عام 2014"),
        ("سقطت المدينة في العاشر من حزيران /يونيو من عام 2014م بيد المسلحين", "العاشر من حزيران /يونيو من عام 2014م"),
        ("انسحبوا أواخر أبريل (نيسان) الفائت، كما قالوا", "أواخر أبريل (نيسان) الفائت"),
        ("وصلوا بسبتمبر 2015", "سبتمبر 2015"),
        ("للعام 2015", "لعام 2015"),
        ("وأمس", "أمس"),
        ("في سنةِ ١٤٣٦هـ.", "سنةِ ١٤٣٦هـ"),
        ("منذ 23 سبتمبر 2014", "23 سبتمبر 2014"),
        ("منذ أسبوعين", "منذ أسبوعين"),
        ("بحلول 30 يوليو الحالي", "بحلول 30 يوليو الحالي"),
        ("بين 3 و7 تموز 2016", "3 و7 تموز 2016"),
        ("الساعة 05:25 من مساء السبت", "مساء السبت"),
    ],
)
def test_a_span_covers_the_words_of_the_time_and_no_more(text, span):
    assert words(text) == [span]


def test_tokens_tell_where_the_time_stands():
    text = AnalysedText("قتل ثلاثة في عام 2014")
    (time,) = find_times(text, None)
    assert [token.text for token in text.tokens[time.first : time.last]] == ["عام", "2014"]


@pytest.mark.parametrize(
    ("text", "stated", "precision"),
    [
        ("عام 2014", "2014", "year"),
        ("أيلول 2014", "2014-09", "month"),
        ("15 أيلول 2014", "2014-09-15", "day"),
        ("أواخر نيسان 2015", "2015-04", "part_of_month"),
        ("كانون الأول الماضي", "2015-12", "month"),
        ("اليوم", "2016-07-14", "day"),
        ("قبل أسبوع", "2016-07-07", "week"),
        ("منذ آب 2014", "2014-08", "month"),
        ("الأشهر الستة الماضية", None, "period"),
    ],
)
def test_the_date_as_far_as_stated(text, stated, precision):
    time = only(text)
    assert (time.stated, time.precision) == (stated, precision)


class TestYearsThatAreNotStated:
    def test_the_latest_such_day_not_after_the_anchor(self):
        assert days("14 تموز") == ("2016-07-14", "2016-07-14")
        assert days("15 تموز") == ("2015-07-15", "2015-07-15")
        assert only("15 تموز").rule == "latest"

    def test_a_month_that_has_begun_is_this_year_s(self):
        assert days("في تموز") == ("2016-07-01", "2016-07-31")
        assert days("تموز الماضي") == ("2015-07-01", "2015-07-31")

    def test_part_of_a_month_that_has_not_begun_is_last_year_s(self):
        assert days("أواخر تموز") == ("2015-07-21", "2015-07-31")

    def test_words_that_point_ahead(self):
        assert days("3 آب المقبل")[0] == "2016-08-03"
        assert days("بحلول آب") == ("2016-08-01", "2016-08-31")
        assert days("من المقرر أن يجتمعوا في 3 آب")[0] == "2016-08-03"
        assert days("سيجتمعون الجمعة")[0] == "2016-07-15"
        assert days("اجتمعوا الجمعة")[0] == "2016-07-08"

    def test_what_is_scheduled_is_told_in_the_present(self):
        assert days("تنطلق القمة الجمعة")[0] == "2016-07-15"
        assert days("ينطلق المهرجان اليوم الخميس")[0] == "2016-07-14"

    def test_a_plan_of_the_past_does_not_look_ahead(self):
        assert days("كانت مقررة في أيلول")[0] == "2015-09-01"

    def test_a_future_verb_does_not_reach_across_a_relative_clause(self):
        assert days("ستنشر التقرير الذي أعدته في 3 آب")[0] == "2015-08-03"

    def test_the_anchor_s_own_month_by_its_words(self):
        assert days("30 تموز الجاري") == ("2016-07-30", "2016-07-30")

    def test_29_february_is_looked_for_in_leap_years(self):
        assert days("29 شباط", "2015-05-01") == ("2012-02-29", "2012-02-29")

    def test_the_weekday_tells_the_year_where_the_latest_does_not_agree(self):
        time = only("الجمعة 15 تموز")
        assert (time.start_date, time.rule) == ("2016-07-15", "year from weekday")


class TestAnchors:
    def test_a_date_or_its_iso_form(self):
        assert find_times("أمس", date(2016, 7, 14)) == find_times("أمس", "2016-07-14")
        assert find_times("أمس", datetime(2016, 7, 14, 9, 30, tzinfo=UTC)) == find_times("أمس", "2016-07-14")
        assert find_times("أمس", "2016-07-14T09:30:00Z") == find_times("أمس", "2016-07-14")

    def test_no_date_is_an_error(self):
        with pytest.raises(ValueError, match="Invalid isoformat"):
            find_times("أمس", "yesterday")

    def test_without_one_the_time_is_found_and_left_open(self):
        time = only("أمس", None)
        assert (time.start_date, time.end_date, time.precision, time.rule) == (None, None, "day", "needs anchor")

    def test_without_one_a_date_with_its_year_is_resolved(self):
        assert days("3 آب 2014", None) == ("2014-08-03", "2014-08-03")


class TestOpenPeriods:
    def test_since_ends_on_the_anchor(self):
        time = only("منذ العام 2014")
        assert (time.start_date, time.end_date) == ("2014-01-01", ANCHOR)
        assert (time.relation, time.open_end, time.open_start) == ("since", True, False)

    def test_since_is_open_without_an_anchor(self):
        assert days("منذ العام 2014", None) == ("2014-01-01", None)

    def test_the_time_that_it_opens_is_kept(self):
        (part,) = only("منذ آب 2014").parts
        assert (part.start_date, part.end_date, part.stated) == ("2014-08-01", "2014-08-31", "2014-08")

    def test_until_has_no_beginning(self):
        time = only("حتى نهاية حزيران 2014")
        assert (time.start_date, time.end_date, time.open_start) == (None, "2014-06-30", True)

    def test_until_now(self):
        assert days("حتى الآن") == (None, ANCHOR)
        assert days("منذ آذار 2011 وحتى الآن") == ("2011-03-01", ANCHOR)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("في 2014", "at"),
        ("منذ 2014", "since"),
        ("حتى 2014", "until"),
        ("خلال 2014", "during"),
        ("قبل 2014", "before"),
        ("بعد 2014", "after"),
        ("بين 2014 و2016", "during"),
    ],
)
def test_the_relation_is_the_preposition_s(text, relation):
    assert only(text).relation == relation


class TestPeriods:
    def test_the_ends_of_a_range_are_kept(self):
        first, second = only("بين أيلول وكانون الثاني الماضيين").parts
        assert (first.stated, second.stated) == ("2015-09", "2016-01")

    def test_named_months_win_over_the_units_they_name(self):
        assert days("الشهرين الماضيين، أيلول وتشرين الأول", "2023-12-03") == ("2023-09-01", "2023-10-31")

    def test_times_that_do_not_follow_each_other_stay_apart(self):
        assert [time.stated for time in find_times("في أعوام 2010 و2011 و2015", None)] == ["2010", "2011", "2015"]

    def test_a_night_has_two_days(self):
        assert days("ليل الجمعة - السبت") == ("2016-07-08", "2016-07-09")

    def test_amounts_are_told(self):
        assert only("قبل ثلاثة أسابيع").duration == Duration("week", 3, 3)
        assert only("الأشهر الستة الماضية").duration == Duration("month", 6, 6)
        assert only("منذ سنوات").duration == Duration("year", None, None)
        assert only("عام 2014").duration is None

    def test_an_amount_and_a_bit(self):
        assert days("قبل ثلاث سنوات ونيف", "2020-03-25") == ("2016-03-25", "2017-03-25")

    def test_what_a_story_counts_from_is_not_the_anchor(self):
        assert only("قتلوه بعد يومين من الهجوم").rule == "told"
        assert days("قتلوه بعد يومين من الهجوم") == (None, None)


class TestImpossibleDays:
    def test_they_are_found_and_say_what_is_printed(self):
        time = only("31 نيسان 2015")
        assert (time.start_date, time.end_date, time.rule) == (None, None, "no such day")
        assert (time.day, time.month, time.year) == (31, 4, 2015)

    def test_in_no_year_at_all(self):
        assert only("30 شباط").rule == "no such day"

    def test_no_number_above_31_is_a_day(self):
        assert words("32 نيسان 2015") == ["نيسان 2015"]


class TestHijri:
    def test_both_calendars_are_one_time(self):
        time = only("11 شوال 1437هـ الموافق 16 تموز 2016")
        assert (time.start_date, time.rule) == ("2016-07-16", "dual dating")

    def test_both_calendars_in_brackets_are_one_time(self):
        time = only("يوم السبت (11/ شوال / 1437هـ) الموافق (16/7/2016م)")
        assert (time.start_date, time.rule) == ("2016-07-16", "dual dating")

    def test_outside_the_table_nothing_is_guessed(self):
        time = only("5 صفر 1300هـ")
        assert (time.start_date, time.rule, time.hijri) == (None, "outside the calendar", True)


class TestNames:
    @pytest.mark.parametrize(
        "text",
        ["شارع 26 سبتمبر", "حركة 6 أبريل", "هجمات 11 سبتمبر", "رؤية 2030", "صلاة الجمعة", "صحيفة اليوم", "تيريزا ماي"],
    )
    def test_names_that_hold_dates_are_no_times(self, text):
        assert find_times(text, ANCHOR) == []

    def test_a_year_makes_it_a_date_again(self):
        assert words("ثورة 25 يناير 2011") == ["25 يناير 2011"]


def test_every_rule_is_in_the_table_and_every_row_is_used():
    sources = Path(times_package.__file__).parent.glob("*.py")
    used = set()
    for source in sources:
        if source.name not in ("rules.py", "generator.py"):
            used |= set(re.findall(r'"([a-z ]+)"', source.read_text(encoding="utf-8")))
    assert set(RULES) <= used


@pytest.mark.parametrize(
    "text", ["منذ الأول من أكتوبر الماضي حتى السابع من الشهر الجاري", "من 1 أكتوبر حتى 7 من الشهر الجاري"]
)
def test_a_month_that_the_end_points_at_is_not_the_beginning_s(text):
    (found,) = find_times(text, "2022-11-11")
    assert (found.start_date, found.end_date) == ("2022-10-01", "2022-11-07")


@pytest.mark.parametrize(
    ("text", "times"),
    [("عدد القتلى وصل إلى 2036", []), ("عدد القتلى من 2011 إلى 2018", ["2011 إلى 2018"]), ("وصل إلى 2036", ["2036"])],
)
def test_what_a_count_has_come_to_is_no_year(text, times):
    assert [text[found.start : found.end] for found in find_times(text, "2022-11-11")] == times


@pytest.mark.parametrize(
    "text",
    [
        "قتلت القوات خلال أسبوع 40 مسلحا",
        "قتلت القوات في سبعة أيام 40 مسلحا",
        "قتل 40 مسلحا في أسبوع.",
        "تمكنت القوات خلال أسبوع واحد من القضاء على 40 مسلحا",
    ],
)
def test_how_long_it_took_stands_before_what_is_counted_or_behind_it(text):
    assert days(text) == ("2016-07-07", "2016-07-14")


@pytest.mark.parametrize(
    "text", ["خلال أسبوع من القضاء على التمرد", "في شهر 40 غارة", "في ثلاثة أيام من القتال", "في ساعة"]
)
def test_a_length_of_time_of_something_is_no_time_by_itself(text):
    assert find_times(text, ANCHOR) == []
