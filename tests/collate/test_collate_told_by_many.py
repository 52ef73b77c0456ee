"""Statements and sums as real reports have them: one speaker by many names, places told finely or not, lists in words."""

import pytest

TOWN = {"where": ("Douma, SY",), "when": "2024-05-30"}
SPOKESMAN, MINISTRY = "المتحدث باسم وزارة الدفاع", "turkish_defence_ministry"


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def told(figure, *source, measure="killed", noun="شخصا", **slots):
    words = f"{figure} {noun}"
    return f"قيل إن {words} قتلوا.", (words, measure, TOWN | {"source": source} | slots)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param((MINISTRY,), (SPOKESMAN,), True, id="a ministry's spokesman, its state left out"),
        pytest.param(("sana",), ("afp",), True, id="an agency that passes on another's"),
        pytest.param(("police",), ("العميد سالم العبدالله",), True, id="a kind of officials, and one by his name"),
        pytest.param((SPOKESMAN, "sohr"), ("icrc", "sohr"), True, id="whom both name behind the first"),
        pytest.param(("sohr",), ("icrc",), False, id="two who are known"),
    ],
)
def test_one_speaker_goes_by_many_names(found, one, other, joined):
    assert bool(of_kind(found(told(35, *one), told(35, *other)), "statement")) is joined


@pytest.mark.parametrize(
    ("where", "day", "joined"),
    [
        pytest.param("Syria", "2024-06-01", False, id="a figure that recurs, days apart"),
        pytest.param("Eastern Ghouta, SY", "2024-06-01", True, id="a place around it, the same day"),
    ],
)
def test_what_place_and_day_two_reports_share_tells(found, where, day, joined):
    first = told(13, "doctors_without_borders", when=None)
    second = told(13, "doctors_without_borders", when=None, where=(where if "," in where else "SY",))
    days = ("2024-06-01", day) if joined else ("2024-06-01", "2024-06-05")
    assert bool(of_kind(found(first, second, dates=days), "statement")) is joined


def test_a_chain_of_links_makes_no_statement_of_two_days(found):
    first = "قيل إن 25 جنديا و18 مسلحا قتلوا في 12 هجوما."
    then = "قيل إن 30 جنديا و22 مسلحا قتلوا في 12 هجوما."
    army, rebels = {"of": "assad_forces"}, {"of": "syrian_rebels"}

    def figures(soldiers, fighters):
        said = TOWN | {"source": ("sohr",)}
        return (
            (f"{soldiers} جنديا", "killed", said | army),
            (f"{fighters} مسلحا", "killed", said | rebels),
            ("12 هجوما", "attacks", said | {"unit": "event"}),
        )

    days = ("2024-05-30", "2024-05-30", "2024-05-31", "2024-05-31")
    reports = [(first, *figures(25, 18))] * 2 + [(then, *figures(30, 22))] * 2
    carried = {tuple(one.docs) for one in of_kind(found(*reports, dates=days), "statement")}
    assert carried == {("a", "b"), ("c", "d")}


@pytest.mark.parametrize(("lead", "sums"), [("من بينها", 1), ("ثم", 0)])
def test_a_list_that_the_text_calls_parts_needs_no_measure(found, lead, sums):
    text = f"نفذ التنظيم 10 عمليات، {lead} 4 بسيارات و6 رجال."
    parts = ("4 بسيارات", "attacks", TOWN | {"unit": "event"}), ("6 رجال", "other", TOWN)
    whole = ("10 عمليات", "attacks", TOWN | {"unit": "event"})
    findings = of_kind(found((text, whole, *parts)), "sum")
    assert len(findings) == sums
    assert all(one.holds and one.expected == 10 for one in findings)


def test_a_breakdown_of_which_a_part_is_broken_down(found):
    text = (
        "أطلقت 105 صواريخ، 76 منها على مركز، من بينها 57 بعيدة و19 قصيرة. وأصاب 22 صاروخا مخزنا. وأصابت 7 صواريخ مخبأ."
    )
    words = ("105 صواريخ", "76 منها", "57 بعيدة", "19 قصيرة", "22 صاروخا", "7 صواريخ")
    figures = [(one, "attacks", {"unit": "weapon"}) for one in words]
    totals = {one.total[0].low: {part.low for part in one.parts} for one in of_kind(found((text, *figures)), "sum")}
    assert totals == {105: {76, 22, 7}, 76: {57, 19}}


def test_parts_that_another_report_of_the_statement_has(found):
    said = {"source": ("sohr",), "unit": "site", **TOWN}
    whole = "دمر 571 هدفا و393 عبوة.", ("571 هدفا", "destroyed", said), ("393 عبوة", "seized", said)
    parts = (
        "دمر 158 هدفا من الجو و413 هدفا بالمدافع و393 عبوة.",
        ("158 هدفا", "destroyed", said),
        ("413 هدفا", "destroyed", said),
        ("393 عبوة", "seized", said),
    )
    (only,) = of_kind(found(whole, parts), "sum")
    assert (only.holds, only.total[0].low, [part.low for part in only.parts]) == (True, 571, [158, 413])


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param("العميد سالم العبدالله", "المتحدث العسكري", True, id="a man and an office"),
        pytest.param("مستشفى الأمل", "لجنة الإغاثة", False, id="two bodies"),
    ],
)
def test_names_that_no_pack_knows_may_be_one_mans(found, one, other, joined):
    assert bool(of_kind(found(told(393, one), told(393, other)), "statement")) is joined


def test_two_known_speakers_groups_are_not_joined_by_one_who_passes_on(found):
    reports = [told(137, "sohr"), told(137, "sohr"), told(137, "afp"), told(137, "icrc"), told(137, "icrc")]
    carried = [set(one.docs) for one in of_kind(found(*reports), "statement")]
    assert carried
    assert not any(docs & {"a", "b"} and docs & {"d", "e"} for docs in carried)
