"""Which figures of two voices are of one quantity, and which are one voice's; all of claims coded by hand."""

import pytest

from tawatur.collate import collate

CAMP = {"where": ("Abu Shouk camp, SD",), "when": "2024-08-10", "by": "rapid_support_forces"}
TALLY = {"where": ("HT",), "when": ("2024-01-01", "2024-03-31")}


def read(reports, claims, knowledge, kind=None):
    return [finding for finding in collate(claims, reports, knowledge) if kind in {None, finding.kind}]


def test_another_source_of_a_report_may_count_those_whom_the_first_one_names(claim, report, knowledge):
    claims = [
        claim("a", "killed", 63, of="civilians", source=("لجنة الأطباء",), **CAMP),
        claim("a", "killed", 19, of="children", source=("لجنة الأطباء",), **CAMP),
        claim("b", "killed", 63, of="civilians", source=("لجنة الأطباء",), **CAMP),
        claim("b", "killed", 48, of=None, source=("تنسيقية المقاومة",), **CAMP),
    ]
    (conflict,) = read([report(doc, date="2024-08-12") for doc in "ab"], claims, knowledge, "conflict")
    assert {one.low for one in conflict.claims} == {63, 48}


def test_the_source_that_names_a_part_has_the_whole_beside_it(claim, report, knowledge):
    claims = [
        claim("a", "killed", 63, of="civilians", source=("لجنة الأطباء",), **CAMP),
        claim("b", "killed", 63, of="civilians", source=("تنسيقية المقاومة",), **CAMP),
        claim("b", "killed", 88, of=None, source=("تنسيقية المقاومة",), **CAMP),
    ]
    assert read([report(doc, date="2024-08-12") for doc in "ab"], claims, knowledge, "conflict") == []


def test_another_body_that_gives_one_rare_figure_confirms_it_and_misnames_nobody(claim, report, knowledge):
    office, network = ("مكتب البعثة",), ("شبكة الدفاع عن الحقوق",)
    claims = [claim(doc, "killed", 1482, of=None, source=office, **TALLY) for doc in "ab"]
    claims += [claim(doc, "wounded", 797, of=None, source=office, **TALLY) for doc in "ab"]
    claims.append(claim("c", "killed", 1482, of=None, source=network, **TALLY))
    found = read([report(doc, date="2024-04-23") for doc in "abc"], claims, knowledge)
    assert {finding.kind for finding in found} == {"statement", "agreement"}


def test_those_freed_in_an_exchange_on_one_day_need_no_place(claim, report, knowledge):
    slots = {"measure": "released", "low": 103, "of": "ukraine"}
    claims = [
        claim("a", when="2024-09-14", source=("وزارة الدفاع",), **slots),
        claim("b", when="2024-09-14", source=("الرئيس",), **slots),
    ]
    reports = [report(doc, date="2024-09-15") for doc in "ab"]
    assert [finding.kind for finding in read(reports, claims, knowledge)] == ["agreement"]
    claims[1] = claim("b", when="2024-09-14", source=("الرئيس",), **slots | {"low": 21})
    assert read(reports, claims, knowledge) == []  # some of them, as like as not


def test_a_hedge_that_its_statement_does_not_have_confirms_no_higher_figure(claim, report, knowledge):
    slots = {"measure": "displaced", "of": "refugees", "where": ("eastern Sudan, SD",)}
    since = {"when": ("2020-11-07", "2020-12-03")}
    claims = [
        claim("a", low=45449, source=("unhcr",), **slots, **since),
        claim("b", low=45449, source=("unhcr",), **slots, **since),
        claim("c", low=45449, high=None, bound="more_than", source=("unhcr",), **slots, **since),
        claim("c", low=52330, source=("معتمدية اللاجئين",), **slots, **since),
    ]
    kinds = {finding.kind for finding in read([report(doc, date="2020-12-03") for doc in "abc"], claims, knowledge)}
    assert "agreement" not in kinds
    assert "conflict" in kinds


@pytest.mark.parametrize("origin", ["azerbaijan", None])
def test_a_headline_that_names_the_capital_has_its_bodys_origin(claim, report, knowledge, origin):
    slots = {"of": "civilians", "where": ("AZ",), "when": ("2020-09-27", "2020-11-02")}
    text = "باكو: 192 قتيلا مدنيا منذ بدء الحرب\nأعلن مكتب المدعي العام أن القصف أودى بحياة 192 مدنيا"
    body = ("مكتب المدعي العام",)
    claims = [
        claim("a", "killed", 192, at=6, source=(origin,) if origin else (), **slots),
        claim("a", "killed", 192, at=text.rindex("192"), source=body, **slots),
        claim("b", "killed", 192, source=body, **slots),
    ]
    found = read([report("a", date="2020-11-02", text=text), report("b", date="2020-11-02")], claims, knowledge)
    assert [finding.kind for finding in found] == ["statement"]


def test_a_body_of_many_parts_and_one_of_these_need_more_than_one_round_figure_in_common(claim, report, knowledge):
    slots = {"measure": "displaced", "low": 800000, "bound": "about", "of": None, "where": ("Rafah, PS",)}
    span = {"when": ("2024-05-06", "2024-05-22")}
    claims = [claim("a", source=("un",), **slots, **span), claim("b", source=("unrwa",), **slots, **span)]
    assert read([report(doc, date="2024-05-22") for doc in "ab"], claims, knowledge, "statement") == []


def listed(claim, text, figures, **slots):
    """Make the claims of a report's figures, where they stand in its text."""
    made, at = [], 0
    for figure in figures:
        at = text.index(str(figure), at)
        made.append(claim("a", low=figure, at=at, quote=str(figure), **slots))
        at += len(str(figure))
    return made


@pytest.mark.parametrize(
    ("text", "figures", "holds"),
    [
        ("نزعت الفرق 1274 لغما توزعت بين 212 مضادا للدبابات و38 مضادا للأفراد و1024 ذخيرة.", (1274, 212, 38, 1024), True),
        ("جمع المؤتمر 750 مليونا منها 500 مليون منحا و250 مليونا قروضا.", (750, 500, 250), True),
        ("شهدت البلاد 105 هجمات هذا الشهر.\nوتوزعت على 52 في الشمال و38 في الجنوب و13 في الغرب.", (105, 52, 38, 13), False),
        ("شهدت البلاد 105 هجمات هذا الشهر، و52 في الشمال و38 في الجنوب و13 في الغرب.", (105, 52, 38, 13), None),
    ],
)  # fmt: skip
def test_a_list_of_what_a_total_is_made_of_needs_no_slots(claim, report, knowledge, text, figures, holds):
    slots = {"measure": "attacks", "unit": "event", "where": ("PK",), "when": ("2025-03-01", "2025-03-31")}
    claims = listed(claim, text, figures, source=("المعهد",), **slots)
    found = read([report("a", date="2025-04-03", text=text)], claims, knowledge, "sum")
    assert [finding.holds for finding in found] == ([] if holds is None else [holds])
