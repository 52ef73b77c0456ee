"""Figures told as a whole and its part, and what is counted since a day, in two renditions of one statement."""

import pytest

ICRC = {"where": ("Douma, SY",), "when": "2024-05-31", "source": ("icrc",)}
REFUGEES = {"where": ("Sudan",), "source": ("unhcr",), "of": "refugees", "unit": "person"}
SINCE = "since"


def variants(findings, slot):
    return [finding for finding in findings if finding.kind == "variant" and finding.slot == slot]


def hurt(whole, part, among="بينهم"):
    words = f"{whole} جريحا", f"{part} طفلا"
    figures = (words[0], "wounded", ICRC), (words[1], "wounded", ICRC | {"of": "children"})
    houses = "3211 منزلا", "destroyed", ICRC | {"unit": "building"}
    return f"دمر القصف 3211 منزلا. وأصيب {words[0]} {among} {words[1]}", houses, *figures


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (hurt(65, 13), True),  # so many children of either
        (hurt(65, 17), False),  # the toll rose, and so did the children's
        (hurt(65, 13, "ثم أصيب بعيدا عنهم"), False),  # no part of it
        (hurt(45, 17), True),  # of so many hurt, other children
    ],
)
def test_figures_with_the_same_part_or_whole_are_of_one_count(found, other, told):
    findings = found(hurt(45, 13), other)
    assert [finding.kind for finding in findings].count("statement") == 1
    assert bool(variants(findings, "value")) is told


def test_what_is_told_among_the_dead_is_of_the_toll_before(found):
    def dead(part):
        text = f"قتل 26 مدنيا وجرح 41 آخرون، وبين القتلى {part} طفلا"
        figures = ("26 مدنيا", "killed", ICRC), ("41 آخرون", "wounded", ICRC)
        return text, *figures, (f"{part} طفلا", "killed", ICRC | {"of": "children"})

    (variant,) = variants(found(dead(11), dead(14)), "value")
    assert {claim.quote for claim in variant.norm} == {"11 طفلا", "14 طفلا"}


def crossed(start, *, words="عبروا", rule=SINCE, end="2024-06-01", bound="exact"):
    slots = REFUGEES | {"when": (start, end), "when_rule": rule, "bound": bound}
    return (
        f"عدد من {words} 45449 لاجئا، منهم 30214 من الشرق",
        ("45449 لاجئا", "displaced", slots),
        (
            "30214 من الشرق",
            "displaced",
            slots | {"bound": "exact"},
        ),
    )


@pytest.mark.parametrize(("rule", "told"), [(SINCE, True), ("distance since", False)])
def test_what_is_counted_since_another_day_is_told_of_the_figure_told_first(found, rule, told):
    reports = [crossed(start, rule=rule) for start in ("2024-04-07", "2024-04-07", "2024-03-07")]
    slips = variants(found(*reports), "when")
    assert bool(slips) is told
    assert all({claim.quote for claim in variant.odd} == {"45449 لاجئا"} for variant in slips)


def test_a_rare_figure_is_hedged_whatever_time_it_was_given(found):
    starts = "2024-04-07", "2024-04-07", "2024-03-07"
    bounds = "more_than", "exact", "exact"
    reports = [crossed(start, bound=bound) for start, bound in zip(starts, bounds, strict=True)]
    (variant,) = variants(found(*reports), "bound")
    assert [(claim.doc, claim.quote) for claim in variant.odd] == [("a", "45449 لاجئا")]


@pytest.mark.parametrize(("of", "told"), [("civilians", False), ("women", True)])
def test_civilians_told_beside_a_groups_dead_are_no_part_of_them(found, of, told):
    group = {"where": ("Baqubah, IQ",), "source": ("security_sources",), "of": "daesh"}
    text = "مقتل 11 من داعش بينهم 3 قياديين و8 من غيرهم"
    figures = ("11 من داعش", "killed", group), ("3 قياديين", "killed", group), ("8 من", "killed", group | {"of": of})
    kinds = [finding.kind for finding in found((text, *figures))]
    assert ("sum" in kinds) is told


@pytest.mark.parametrize(("where", "told"), [("SY", True), ("Homs, SY", False)])
def test_parts_in_another_rendition_make_no_total_of_elsewhere(found, where, told):
    def raids(number, words, place):
        return (
            f"{number} {words}",
            "attacks",
            {"where": (place,), "when": "2024-05", "source": ("sohr",), "unit": "event"},
        )

    parts = raids(137, "هجوما في حماة", "Hama, SY"), raids(236, "هجوما في الرقة", "Raqqa, SY")
    known = raids(1211, "غارة", "SY")
    one = "أحصى المرصد 1211 غارة و137 هجوما في حماة و236 هجوما في الرقة", known, *parts
    other = "أحصى المرصد 1211 غارة و373 هجوما", known, raids(373, "هجوما", where)
    assert ("sum" in [finding.kind for finding in found(one, other)]) is told
