"""Dates that can't be, with the reason."""

import pytest

from tawatur.collate import collate
from tawatur.model import Report

ACT = {"of": "civilians", "by": "daesh", "where": ("Hama, SY",)}


def reasons(findings):
    return [(finding.kind, finding.reason) for finding in findings]


def began(claim, doc, day, **slots):
    return claim(
        doc, "began", day, unit="date", when=day, **{"of": "coalition", "quote": f"تأسس الحلف في {day}", **slots}
    )


def test_what_is_told_as_done_after_the_report(claim, report, knowledge):
    claims = [claim("a", "killed", 11, when="2024-06-17", **ACT)]
    (found,) = collate(claims, [report("a", date="2024-06-04")], knowledge)
    assert (found.kind, found.reason) == ("date", "later than its report")
    assert "2024-06-17" in found.explanation.ar


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_is_foretold_may_lie_after_the_report(claim, report, knowledge, modality):
    claims = [claim("a", "returned", 850, when="2024-06-17", modality=modality, **ACT)]
    assert collate(claims, [report("a", date="2024-06-04")], knowledge) == []


def test_beginnings_of_one_thing_that_differ(claim, report, knowledge):
    claims = [began(claim, "a", "2014-09"), began(claim, "b", "2016-08-14"), began(claim, "c", "2014-09-10")]
    (found,) = [one for one in collate(claims, [report(doc) for doc in "abc"], knowledge) if one.kind == "date"]
    assert found.reason == "beginnings differ"
    assert found.docs == ("a", "b", "c")


def test_two_days_on_which_one_thing_began_are_no_agreement(claim, report, knowledge):
    claims = [began(claim, "a", "2014-09-10"), began(claim, "b", "2014-09-11")]
    (found,) = collate(claims, [report("a"), report("b")], knowledge)
    assert (found.kind, found.reason) == ("date", "beginnings differ")


def test_a_month_and_a_day_in_it_are_one_beginning(claim, report, knowledge):
    claims = [began(claim, "a", "2014-09"), began(claim, "b", "2014-09-10")]
    assert not [one for one in collate(claims, [report("a"), report("b")], knowledge) if one.kind == "date"]


def test_an_act_before_its_actor_began(claim, report, knowledge):
    strikes = began(claim, "a", "2014-08-15", of="coalition strikes", by="coalition")
    (found,) = collate([strikes, began(claim, "a", "2016-08-14")], [report("a")], knowledge)
    assert found.reason == "before its actor's beginning"


def test_what_an_actor_begins_at_other_times_is_no_beginning_of_its_own(claim, report, knowledge):
    claims = [
        began(claim, "a", "2014-09", quote="بدأ الحلف هجوما في سبتمبر 2014"),
        began(claim, "b", "2016-08-14", quote="بدأ الحلف حملة في 14 أغسطس 2016"),
        began(claim, "c", "2011", of="turkey"),
        began(claim, "d", "2017", of="turkey"),
    ]
    assert collate(claims, [report(doc) for doc in "abcd"], knowledge) == []


def test_an_end_before_the_beginning(claim, report, knowledge):
    ended = claim("a", "ended", "2013-05", unit="date", when="2013-05", of="coalition", quote="نهاية الحلف")
    (found,) = collate([began(claim, "a", "2014-09"), ended], [report("a")], knowledge)
    assert found.reason == "end before beginning"


def test_a_period_that_runs_backwards(claim, report, knowledge):
    claims = [claim("a", "killed", 11, when=("2024-05-03", "2024-05-01"), **ACT)]
    assert reasons(collate(claims, [report("a")], knowledge)) == [("date", "end before beginning")]


def sentence(claim, text, quote, **slots):
    """Return a report's text and a claim of words in it."""
    at = text.index(quote)
    return claim("a", at=at, quote=quote, **slots)


@pytest.mark.parametrize(
    ("day", "kinds"),
    [("31 نيسان/أبريل 2021", [("date", "no such day")]), ("30 نيسان/أبريل 2021", [])],
)
def test_a_day_that_the_calendar_has_not(claim, knowledge, day, kinds):
    text = f"العنوان\nوفي {day} قتل المسلحون خمسة من الرعاة قرب السبخة. وفي اليوم التالي عاد الأهالي."
    claims = [sentence(claim, text, "قتل المسلحون خمسة من الرعاة", measure="killed", low=5, **ACT)]
    findings = collate(claims, [Report(doc="a", text=text, date="2021-06-01")], knowledge)
    assert reasons(findings) == kinds
    assert all(day in finding.explanation.ar for finding in findings)


@pytest.mark.parametrize(
    ("years", "kinds"),
    [("عامين", [("date", "against the text's own date or words")]), ("أربعة أشهر", [])],
)
def test_a_time_elapsed_that_does_not_fit_the_date(claim, knowledge, years, kinds):
    text = f"العنوان\nبعد مرور نحو {years} على تدشينه، إذ انطلق الحلف في 14 أغسطس 2016، ما زال الخلاف قائما."
    claims = [sentence(claim, text, "انطلق الحلف في 14 أغسطس 2016", measure="began", low="2016-08-14", unit="date",
                       when="2016-08-14", of="coalition")]  # fmt: skip
    assert reasons(collate(claims, [Report(doc="a", text=text, date="2016-11-30")], knowledge)) == kinds


@pytest.mark.parametrize(
    ("phrase", "told"), [("تأسيس الحلف في 2006", True), ("الحرب في المدينة المحاصرة منذ 2006", False)]
)
def test_a_time_gone_by_since_one_thing_dates_no_other(claim, knowledge, phrase, told):
    text = f"العنوان\nبعد مرور عام على {phrase} ما زال الخلاف قائما."
    quote = phrase if told else "المحاصرة منذ 2006"
    spans = {"when": ((text.index("2006"), text.index("2006") + 4),)}
    claims = [sentence(claim, text, quote, measure="began", low="2006", unit="date", when="2006", of="coalition",
                       extractor="test 1", spans=spans)]  # fmt: skip
    assert bool(reasons(collate(claims, [Report(doc="a", text=text, date="2015-07-23")], knowledge))) is told


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        ("الثلاثاء 12 آذار 2024", []),
        ("الأربعاء 12 آذار 2024", [("date", "against the text's own date or words")]),
        ("فجر الأربعاء 12 آذار/مارس", [("date", "against the text's own date or words")]),
        ("يومي الاثنين والثلاثاء 11 و12 آذار 2024", []),
        ("الأربعاء، بعد هجوم 12 آذار 2011", []),
    ],
)
def test_a_day_of_the_week_that_the_date_was_not(claim, knowledge, day, kinds):
    text = f"العنوان\nقتل المسلحون خمسة من الرعاة {day} قرب السبخة."
    claims = [sentence(claim, text, "قتل المسلحون خمسة من الرعاة", measure="killed", low=5, **ACT)]
    assert reasons(collate(claims, [Report(doc="a", text=text, date="2024-03-14")], knowledge)) == kinds


@pytest.mark.parametrize(
    ("words", "date", "told"),
    [
        ("الشهرين الماضيين، سبتمبر وأكتوبر", "2023-12-03", True),
        ("الشهرين الماضيين، أكتوبر ونوفمبر", "2023-12-03", False),
        ("الشهر الماضي (أكتوبر)", "2023-12-03", True),
        ("الشهر الماضي (نوفمبر)", "2023-12-03", False),
        ("شهر أكتوبر الماضي", "2023-12-03", False),
    ],
)
def test_months_named_as_the_past_ones_are_those_before_the_report(claim, knowledge, words, date, told):
    text = f"عنوان\nقتل 11 مدنيا في حماة خلال {words} وفق مصادر محلية."
    claims = [claim("a", "killed", 11, at=text.index("11"), quote="11 مدنيا", of="civilians", where=("Hama, SY",))]
    findings = collate(claims, [Report(doc="a", section=0, text=text, date=date, publisher="صحيفة")], knowledge)
    assert [finding.reason for finding in findings] == ["against the text's own date or words"] * told


def test_a_beginning_that_two_outlets_date_alike_is_confirmed(claim, report, knowledge):
    claims = [began(claim, "a", "2014-09"), began(claim, "b", "2014-09-10")]
    (agreement,) = collate(claims, [report("a"), report("b")], knowledge)
    assert (agreement.kind, len(agreement.voices)) == ("agreement", 2)


def test_a_truce_that_ended_before_it_began_is_told_only_in_that_order(claim, report, knowledge):
    for first, second, told in (("began", "ended", True), ("ended", "began", False)):
        days = {"began": "2023-08-03", "ended": "2022-08-03"}
        claims = [
            claim("a", kind, days[kind], at=at, of="هدنة", when=days[kind], unit="date", extractor="test 1")
            for kind, at in ((first, 1000), (second, 1060))
        ]
        found = [one for one in collate(claims, [report("a", date="2025-01-22")], knowledge) if one.kind == "date"]
        assert bool(found) is told


@pytest.mark.parametrize(("named", "told"), [(True, True), (False, False)])
def test_what_a_program_read_of_a_bodys_beginnings_must_be_told_of_it_by_name(claim, report, knowledge, named, told):
    text = "تأسس {} في {}. وقد نشر رجاله في البلاد منذ ذلك الحين."
    claims, reports = [], []
    for doc, month, day in (("a", "يناير 2007", "2007-01"), ("b", "مارس 2009", "2009-03")):
        body = text.format("جيش الإسلام" if named else "هذا الحلف", month)
        quote = body[: body.index(".")]
        spans = {"of": ((5, 10),), "when": ((0, 30),)}
        read = {"of": "jaish_al_islam", "quote": quote, "at": 0, "extractor": "test 1", "spans": spans}
        claims.append(began(claim, doc, day, **read))
        reports.append(report(doc, text=body))
    assert [one.reason for one in collate(claims, reports, knowledge) if one.kind == "date"] == (
        ["beginnings differ"] if told else []
    )
