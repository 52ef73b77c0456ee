"""Levels behind a change in per cent, tolls whose people stand behind their figure, prisons that hold people."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "تراجعت هجمات داعش في سوريا في شباط بنسبة 20 بالمئة مقارنة بكانون الثاني، من 50 إلى 40.",
            [("attacks", -20), ("attacks", 50), ("attacks", 40)],
        ),
        (
            "ارتفع إلى 33 تعداد الذين وثق المرصد السوري مقتلهم في هجوم داعش على السجن، وهم: 24 من قسد، و9 مدنيين.",
            [("killed", 33), ("killed", 24), ("killed", 9)],
        ),
        (
            "نفذ التحالف الدولي 35 عملية ضد داعش قتل فيها 13 عنصرا، منها 28 عملية في العراق و7 في سوريا.",
            [("operations", 35), ("killed", 13), ("operations", 28), ("operations", 7)],
        ),
        ("وكان سجن الصناعة في الحسكة يؤوي 5 آلاف موقوف من داعش، بينهم 700 قاصر.", [("held", 5000), ("held", 700)]),
        (
            "حيدت القوات العراقية 7 من مسلحي داعش في كركوك، ليبلغ العدد منذ بدء العملية 85 إرهابيا.",
            [("neutralized", 7), ("neutralized", 85)],
        ),
        ("اعتقل الجيش العراقي 3 مسلحين في كركوك ليرتفع العدد إلى 40 عنصرا.", [("detained", 3), ("detained", 40)]),
        ("قتل جنديان عراقيان في كركوك، ما يرفع قتلى الجيش إلى 23.", [("killed", 2), ("killed", 23)]),
        ("قتل جنديان عراقيان في كركوك، ليرتفع شهداء العملية إلى 23.", [("killed", 2), ("killed", 23)]),
        ("قال الجيش العراقي إن جنديين قتلا وأصيب رابع في انفجار لغم لداعش.", [("killed", 2), ("wounded", 1)]),
        ("فر 300 سجين من داعش من سجن غويران، لكن 27 منهم أعيد القبض عليهم.", [("escaped", 300), ("detained", 27)]),
    ],
)
def test_each_counts_what_its_sentence_says(read, text, figures) -> None:
    assert [(claim.measure, claim.low) for claim in read(text)] == figures


def test_who_fell_therein_is_named_without_it(read) -> None:
    claims = read("نفذ التحالف الدولي غارة على إدلب قُتل فيها محمود حسين.")
    assert [claim.name for claim in claims if claim.name] == ["محمود حسين"]


def test_parts_joined_without_a_comma_are_both_of_the_whole(read) -> None:
    text = (
        "قالت القيادة العامة لقوات سوريا الديمقراطية إن 117 من منتسبيها قتلوا في هجوم داعش، "
        "وهم 77 من حراس السجن و40 من مقاتليها."
    )
    found = [(claim.measure, claim.low, claim.source) for claim in read(text)]
    assert found == [("killed", 117, ("sdf",)), ("killed", 77, ("sdf",)), ("killed", 40, ("sdf",))]


def test_sources_that_carry_something_on_tell_it_themselves(read) -> None:
    claims = read("نقلت مصادر أمنية لوكالتنا أن 12 مسلحا من داعش قتلوا في الرقة.")
    assert [claim.source for claim in claims] == [("security_sources",)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("هبطت هجمات داعش في العراق إلى 110 بعدما كانت 212 في العام الماضي.", [("attacks", 110), ("attacks", 212)]),
        (
            "تصاعدت هجمات داعش على الجيش العراقي من 43 في يوليو إلى 90 في أغسطس.",
            [("attacks", 43), ("attacks", 90)],
        ),
        ("قال الجيش العراقي إن هجمات داعش انخفضت خلال الشهر إلى 12.", [("attacks", 12)]),
        ("قفزت غارات التحالف الدولي على داعش في سوريا إلى 60.", [("airstrikes", 60)]),
        ("ارتفع قتلى القصف على الغوطة في سوريا من 70 إلى أكثر من 90.", [("killed", 70), ("killed", 90)]),
        ("تراجع عدد أعضاء داعش في العراق من 2780 في عام 2016 إلى 900.", [("strength", 2780), ("strength", 900)]),
        ("تراجعت غارات التحالف الدولي على داعش في سوريا 30% خلال الشهر.", [("airstrikes", -30)]),
    ],
)
def test_a_plural_that_is_told_to_change_is_what_its_levels_count(read, text, figures) -> None:
    assert [(claim.measure, claim.low) for claim in read(text)] == figures


def test_no_level_is_of_what_fighters_come_to(read) -> None:
    assert read("وصلت عناصر داعش إلى 40.") == []


@pytest.mark.parametrize("verb", ["أصبحوا", "باتوا", "صاروا"])
def test_a_toll_is_what_the_fallen_have_become(read, verb):
    (claim,) = read(f"قال الجيش العراقي إن الجرحى {verb} 52 بعد هجوم داعش في الموصل.")
    assert (claim.measure, claim.low) == ("wounded", 52)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ويقبع في سجون قوات سوريا الديمقراطية عشرة آلاف داعشي.", [10000]),
        ("وتحتفظ بغداد في سجونها بنحو 20 ألف داعشي.", [20000]),
        ("وفي سجن غويران 4 آلاف مقاتل من داعش.", [4000]),
        ("وتحتجز قوات سوريا الديمقراطية في 28 سجنا قرابة عشرة آلاف من مقاتلي داعش.", [10000]),
    ],
)
def test_who_is_in_prisons_named_before_them_is_held(read, text, held) -> None:
    assert [claim.low for claim in read(text) if claim.measure == "held"] == held


def test_what_befalls_those_in_prison_is_no_stock(one) -> None:
    assert one("قتل في سجون قوات سوريا الديمقراطية 12 داعشيا.", "12").measure == "killed"


@pytest.mark.parametrize("text", ["تدير {} 28 سجنا لعناصر داعش.", "وتشرف {} على 28 سجنا فيها عناصر داعش."])
def test_prisons_are_by_whoever_runs_them(one, text) -> None:
    claim = one(text.format("قوات سوريا الديمقراطية"), "28")
    assert (claim.measure, claim.by) == ("facilities", "sdf")


def test_a_part_of_a_kind_is_of_what_was_counted_whatever_is_said_of_it(read) -> None:
    text = "تحتجز قوات سوريا الديمقراطية عشرة آلاف من مقاتلي داعش، ألفان منهم أجانب رفضت بلدانهم استعادتهم."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("held", 10000), ("held", 2000)]


@pytest.mark.parametrize("nobody", ["3 مجهولي الهوية", "3 مجهولو الهوية"])
def test_those_whom_nobody_knows_are_a_part_too(read, nobody) -> None:
    text = f"قتل 15 شخصا في هجوم لداعش في كركوك، هم 12 مدنيا و{nobody}."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 15), ("killed", 12), ("killed", 3)]
