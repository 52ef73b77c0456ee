"""Figures that a verb told behind an act counts, people whom a country has, who want for help, or who were saved."""

from __future__ import annotations

import pytest

WAR = "قصفت قوات الحوثي مدينة تعز يوم الأحد وقتلت سبعة مدنيين. "


def figures(claims) -> list[tuple[str, float]]:
    return [(claim.measure, claim.low) for claim in claims if claim.low != 7]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وشن الحوثيون حملة اعتقالات واسعة طالت المئات في ذمار.", ("detained", 100)),
        ("ونفذ المسلحون عمليات اختطاف متفرقة شملت 15 امرأة في ذمار.", ("abducted", 15)),
    ],
)
def test_an_act_befell_those_whom_it_reached(read, text, found) -> None:
    assert figures(read(WAR + text)) == [found]


def test_what_fell_of_the_rockets_told_before_is_no_dead(read) -> None:
    claims = read(WAR + "وأطلق الحوثيون 22 صاروخا سقط منها أربعة داخل المدينة.")
    assert [(*pair, claim.unit) for pair, claim in zip(figures(claims), claims[1:], strict=True)] == [
        ("attacks", 22, "weapon"),
        ("attacks", 4, "weapon"),
    ]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("وتستضيف تركيا 3.5 ملايين سوري.", 3_500_000),
        ("ويعيش في الأردن 650 ألف سوري.", 650_000),
    ],
)
def test_nationals_whom_another_country_has_were_displaced(read, text, low) -> None:
    war = "قصفت قوات النظام السوري مدينة إدلب يوم الأحد وقتلت سبعة مدنيين. "
    assert figures(read(war + text)) == [("displaced", low)]


def test_people_of_a_country_in_it_are_not_displaced(read) -> None:
    claims = read(WAR + "ويعيش في اليمن 28 مليون يمني.")
    assert "displaced" not in {claim.measure for claim in claims}


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("ويحتاج 13 مليون يمني إلى المساعدة.", 13_000_000),
        ("وقالت الأمم المتحدة إن 80% من السكان يحتاجون إلى الإغاثة.", 80),
    ],
)
def test_those_who_want_for_help_are_counted(read, text, low) -> None:
    assert figures(read(WAR + text)) == [("other", low)]


def test_a_share_of_a_place_told_before_is_land(read) -> None:
    claims = read(WAR + "وتمكنت قوات الحوثي من السيطرة على 80 في المئة منها.")
    assert figures(claims) == [("territory_share", 80)]


def test_who_is_saved_from_drowning_was_nobodys_captive(read) -> None:
    assert "released" not in {claim.measure for claim in read(WAR + "وأنقذ خفر السواحل خمسة أشخاص من الغرق.")}
    assert ("released", 5) in figures(read(WAR + "وأنقذ الجيش خمسة رهائن من أيدي الحوثيين."))


def test_a_doer_is_none_of_the_dead_told_behind_a_comma(read) -> None:
    assert figures(read(WAR + "وقتل انتحاري في سوق المدينة، 32 شخصا على الأقل.")) == [("killed", 32)]


def test_whom_a_court_rules_to_be_put_to_death_is_sentenced(read) -> None:
    claims = read(WAR + "وقضت محكمة في عدن بإعدام القيادي أبو سالم الحسني.")
    assert [(claim.measure, claim.name) for claim in claims[1:]] == [("sentenced", "أبو سالم الحسني")]


@pytest.mark.parametrize(
    "text",
    [
        "ودفعت إيران للحوثيين 30 مليون دولار.",
        "وحولت إيران 30 مليون دولار إلى الحوثيين.",
        "وتقدمت السعودية بمبلغ 30 مليون دولار لدعم النازحين.",
    ],
)
def test_what_is_paid_sent_or_put_forward_is_funding(read, text) -> None:
    assert figures(read(WAR + text)) == [("funding", 30_000_000)]
