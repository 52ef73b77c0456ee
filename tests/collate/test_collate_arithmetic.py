"""Sums, parts, tallies and changes: what must add up."""

import pytest

from tawatur.collate import collate
from tawatur.model import Report

MONTH = {"of": "civilians", "by": "daesh", "when": "2024-05", "source": ("un",)}


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def run(claims, report, knowledge, docs=("a",)):
    return collate(claims, [report(doc) for doc in docs], knowledge)


def test_parts_by_place_that_make_the_total(claim, report, knowledge):
    claims = [
        claim("a", "killed", 57, where=("IQ", "SY"), **MONTH),
        claim("a", "killed", 40, where=("IQ",), **MONTH),
        claim("a", "killed", 17, where=("SY",), **MONTH),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.holds, found.expected, found.stated) == ("sum", True, 57, 57)
    assert [claim.low for claim in found.parts] == [40, 17]


def test_parts_that_leave_out_a_killed_man_fail(claim, report, knowledge):
    claims = [
        claim("a", "killed", 57, where=("IQ", "SY"), **MONTH),
        claim("a", "killed", 40, where=("IQ",), **MONTH),
        claim("a", "killed", 16, where=("SY",), **MONTH),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.holds, found.expected, found.stated) == (False, 56, 57)
    assert "56" in found.explanation.en
    assert "57" in found.explanation.ar


@pytest.mark.parametrize(("more", "sums"), [(17, [True]), (9, [])])
def test_a_part_told_as_a_least_number_is_not_far_from_it(claim, report, knowledge, more, sums):
    claims = [
        claim("a", "killed", 57, where=("IQ", "SY"), high=None, bound="at_least", **MONTH),
        claim("a", "killed", 40, where=("IQ",), **MONTH),
        claim("a", "killed", more, where=("SY",), high=None, bound="at_least", **MONTH),
    ]
    assert [found.holds for found in of_kind(run(claims, report, knowledge), "sum")] == sums


@pytest.mark.parametrize(("children", "holds"), [(40, True), (44, False)])
def test_men_women_and_children_are_everybody(claim, report, knowledge, children, holds):
    slots = {"where": ("al-Hol, SY",), "when": "2024-05-03", "source": ("un",)}
    claims = [
        claim("a", "returned", 87, of="iraqis", **slots),
        claim("a", "returned", children, of="children", **slots),
        claim("a", "returned", 30, of="women", **slots),
        claim("a", "returned", 17, of="men", **slots),
    ]
    (found,) = of_kind(run(claims, report, knowledge), "sum")
    assert found.holds is holds


def test_a_breakdown_by_party_of_a_total_that_names_none(claim, report, knowledge):
    slots = {"unit": "event", "by": "daesh", "where": ("SY",), "when": "2024"}
    claims = [
        claim("a", "attacks", 700, source=("soufan",), **slots),
        claim("a", "attacks", 300, of="sdf", bound="about", **slots),
        claim("a", "attacks", 300, of="assad_forces", bound="about", **slots),
        claim("a", "attacks", 100, of="iran_militias", bound="about", **slots),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.holds) == ("sum", True)


def test_numbers_of_other_measures_that_happen_to_add_up_are_no_sum(claim, report, knowledge):
    claims = [
        claim("a", "attacks", 57, unit="event", where=("IQ", "SY"), by="daesh", when="2024-05"),
        claim("a", "killed", 40, where=("IQ",), **MONTH),
        claim("a", "killed", 17, where=("SY",), **MONTH),
    ]
    assert run(claims, report, knowledge) == []


def test_killed_and_wounded_make_the_casualties(claim, report, knowledge):
    slots = {**MONTH, "where": ("IQ",)}
    claims = [claim("a", m, v, **slots) for m, v in (("casualties", 90), ("killed", 29), ("wounded", 71))]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.holds, found.expected) == ("sum", False, 100)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        pytest.param({"where": ("Kirkuk, IQ",)}, {"where": ("IQ",)}, id="place"),
        pytest.param({"of": "daesh_leaders"}, {"of": "daesh"}, id="party"),
        pytest.param({"when": "2024-05"}, {"when": ("2024-01-01", "2024-06-30")}, id="period"),
    ],
)
def test_a_part_that_exceeds_its_whole(claim, report, knowledge, inner, outer):
    slots = {"of": "daesh", "by": "coalition", "where": ("IQ",), "when": "2024-05", "source": ("coalition",)}
    claims = [claim("a", "detained", 17, **{**slots, **outer}), claim("a", "detained", 21, **{**slots, **inner})]
    (found,) = run(claims, report, knowledge)
    assert found.kind == "part"
    assert [claim.low for claim in (*found.part, *found.whole)] == [21, 17]


def test_a_part_within_its_whole_is_nothing(claim, report, knowledge):
    slots = {"by": "coalition", "where": ("IQ",), "when": "2024-05", "source": ("coalition",)}
    claims = [claim("a", "detained", 17, of="daesh", **slots), claim("a", "detained", 12, of="daesh_leaders", **slots)]
    assert run(claims, report, knowledge) == []


@pytest.mark.parametrize(("later", "kinds"), [(1587, ["tally"]), (1650, []), (760, [])])  # 760: of something else
def test_a_cumulative_count_never_falls(claim, report, knowledge, later, kinds):
    slots = {"of": "assad_forces", "by": "daesh", "where": ("SY",), "source": ("sohr",)}
    claims = [
        claim("a", "killed", 1612, when=("2019-03-24", "2022-01-31"), **slots),
        claim("b", "killed", later, when=("2019-03-24", "2022-04-30"), **slots),
    ]
    findings = run(claims, report, knowledge, docs="ab")
    assert [finding.kind for finding in findings] == kinds
    for finding in findings:
        assert [claim.low for claim in (*finding.earlier, *finding.later)] == [1612, 1587]


@pytest.mark.parametrize(("now", "holds"), [(36, True), (48, False)])
def test_a_stated_change_and_the_levels_that_it_joins(claim, report, knowledge, now, holds):
    slots = {"of": "assad_forces", "by": "daesh", "where": ("SY",), "source": ("sohr",)}
    claims = [
        claim("a", "killed", now, when="2022-01", **slots),
        claim("a", "killed", 50, when="2022-01", unit="percent", change=True, **slots),
        claim("a", "killed", 24, when="2021-12", **slots),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.implied, found.holds) == ("change", 36, holds)


def test_a_change_with_one_level_implies_the_other(claim, report, knowledge):
    slots = {"by": "daesh", "where": ("SY",), "when": "2024", "source": ("soufan",)}
    claims = [
        claim("a", "attacks", 700, unit="event", **slots),
        claim("a", "attacks", 300, unit="percent", change=True, **slots),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.implied, found.holds) == ("change", 175, None)


@pytest.mark.parametrize(("march", "holds"), [(17, True), (18, False)])
def test_months_that_fill_a_quarter_make_its_total(claim, report, knowledge, march, holds):
    slots = {**MONTH, "where": ("IQ",)}
    claims = [claim("a", "killed", 81, **{**slots, "when": ("2023-01-01", "2023-03-31")})]
    claims += [
        claim("a", "killed", value, **{**slots, "when": month})
        for month, value in (("2023-01", 40), ("2023-02", 24), ("2023-03", march))
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.holds, found.stated) == ("sum", holds, 81)


def test_more_among_them_than_there_are(claim, knowledge):
    text = "العنوان\nأدى القصف إلى مقتل 21 شخصا بينهم 27 طفلا، وفق مصدر طبي."
    claims = [
        claim("a", "killed", 21, at=text.index("21"), quote="21 شخصا", where=("IQ",), when="2024-05-03"),
        claim("a", "killed", 27, at=text.index("27"), quote="27 طفلا", of="children", where=("IQ",), when="2024-05-03"),
    ]
    (found,) = collate(claims, [Report(doc="a", text=text, date="2024-05-04")], knowledge)
    assert (found.kind, found.part[0].low, found.whole[0].low) == ("part", 27, 21)


@pytest.mark.parametrize(("third", "holds"), [(181, True), (163, False)])
def test_the_parts_that_make_the_total_elsewhere_must_make_it_here(claim, report, knowledge, third, holds):
    slots = {"where": ("YE",), "when": ("2023-04-14", "2023-04-16"), "source": ("icrc",)}
    claims = [
        one
        for doc, last in (("a", 181), ("b", 181), ("c", third))
        for one in (
            claim(doc, "released", 887, of="prisoners", **slots),
            claim(doc, "released", 706, of="houthis", **slots),
            claim(doc, "released", last, of="yemen_gov", **slots),
        )
    ]
    found = of_kind(run(claims, report, knowledge, "abc"), "sum")
    assert {one.holds for one in found} == {True, holds}


def test_what_two_givers_gave_together(claim, report, knowledge):
    slots = {"unit": "USD", "where": ("YE",), "when": "2023"}
    claims = [
        claim("a", "funding", 651_000_000, by="usa+eu", **slots),
        claim("a", "funding", 444_000_000, by="usa", **slots),
        claim("a", "funding", 207_000_000, by="eu", **slots),
    ]
    (found,) = run(claims, report, knowledge)
    assert (found.kind, found.holds) == ("sum", True)
