"""Figures in a row: parts that nothing but their order calls so, parts among more than one figure, a rise's own days."""

import pytest

from tawatur import packs
from tawatur.collate import collate
from tawatur.collate.facts.actors import Actors

DAY = {"where": ("Taiz, YE",), "when": "2024-05-30", "of": "civilians", "by": "houthis"}
WATCH = {"source": ("مرصد الطرق",)}


def told(claim, report, doc, text, *figures):
    """Return a report of a text and the claims of its figures: (number, measure, slots)."""
    claims = []
    for number, measure, slots in figures:
        claims.append(claim(doc, measure, number, at=text.index(f"{number} "), quote=str(number), **slots))
    return report(doc, text=text), claims


def collated(knowledge, *given):
    return collate([one for _, claims in given for one in claims], [one for one, _ in given], knowledge)


def of_kind(findings, kind):
    return [one for one in findings if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("قتل 31 مدنيا وجرح كثيرون. وأوضح أن 26 قتلوا في الغارات و 5 قتلوا بقصف مدفعي.", [True]),
        ("قتل 31 مدنيا وجرح كثيرون. وأوضح أن 26 قتلوا في الغارات. وفي خبر آخر قال إن 5 قتلوا بقصف مدفعي.", []),
    ],
)
def test_the_next_two_figures_that_and_joins_make_their_total(claim, report, knowledge, text, sums):
    figures = [(number, "killed", DAY | WATCH) for number in (31, 26, 5)]
    found = collated(knowledge, told(claim, report, "a", text, *figures))
    assert [one.holds for one in of_kind(found, "sum")] == sums


def test_foreigners_besides_a_partys_dead_make_all_whom_it_lost(found):
    slots = {key: value for key, value in DAY.items() if key != "of"} | WATCH
    body = "قتل 35 مقاتلا من القوات، بينهم 9 أجانب. وقال المرصد إن الهجوم أوقع 26 جنديا بالإضافة إلى 9 أجانب."
    figures = [
        ("35 مقاتلا", "killed", slots | {"of": "yemen_gov"}),
        ("26 جنديا", "killed", slots | {"of": "yemen_gov"}),
        ("9 أجانب. وقال", "killed", slots | {"of": "russia"}),
    ]
    again = body.replace("بينهم 9 أجانب. وقال", "بينهم أجانب. وقال")
    last = ("9 أجانب", "killed", slots | {"of": "russia"})
    (sums,) = of_kind(found((again, *figures[:2], last)), "sum")
    assert sums.holds
    assert [one.low for one in sums.parts] == [26, 9]


def test_a_total_between_its_parts_is_made_by_chance(claim, report, knowledge):
    text = "قتل 21 بدويا، وبين قتلى الطائفة 174 مدنيا و 153 مقاتلا."
    slots = {key: value for key, value in DAY.items() if key != "of"} | WATCH
    figures = [
        (21, "killed", slots | {"of": "عشائر البدو"}),
        (174, "killed", slots | {"of": "civilians"}),
        (153, "killed", slots | {"of": "مقاتلو الطائفة"}),
    ]
    assert not of_kind(collated(knowledge, told(claim, report, "a", text, *figures)), "sum")


def test_the_figures_right_behind_a_total_make_it_before_those_further_on(found):
    slots = {key: value for key, value in DAY.items() if key != "of"} | WATCH
    text = "قتل 612 شخصا، بينهم 327 قرويا و 264 جنديا و 21 بدويا. وبين القرويين 174 مدنيا و 153 مقاتلا."
    numbers = ("612 شخصا", "327 قرويا", "264 جنديا", "21 بدويا", "174 مدنيا", "153 مقاتلا")
    sums = of_kind(found((text, *[(words, "killed", slots) for words in numbers])), "sum")
    assert [one.low for one in sums[0].parts] == [327, 264, 21]


@pytest.mark.parametrize(("women", "kinds"), [(46, ["part"]), (16, [])])
def test_more_are_among_the_dead_than_died_though_the_hurt_stand_between(claim, report, knowledge, women, kinds):
    text = f"قتل 31 مدنيا وجرح 57 في الهجوم، من بينهم {women} امرأة قتلن في بيوتهن."
    slots = DAY | WATCH
    figures = [(31, "killed", slots), (57, "wounded", slots), (women, "killed", slots | {"of": "women"})]
    found = collated(knowledge, told(claim, report, "a", text, *figures))
    assert [one.kind for one in found] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "قتل 300 مدني، من بينهم 67 طفلا و 20 امرأة، في غارات الليل.",  # the women follow the children
        "قتل 300 مدني، بينهم 20 امرأة قضين في غارات الليل، منهم 67 على يد الجيش.",
    ],
)
def test_parts_that_stand_side_by_side_exceed_nothing(claim, report, knowledge, text):
    slots = DAY | WATCH
    figures = [(300, slots | {"of": None}), (67, slots | {"of": None}), (20, slots | {"of": "women"})]
    told_in_turn = sorted(figures, key=lambda figure: text.index(str(figure[0])))
    found = collated(knowledge, told(claim, report, "a", text, *((n, "killed", rest) for n, rest in told_in_turn)))
    assert not of_kind(found, "part")


@pytest.mark.parametrize(("down", "kinds"), [(35, ["part"]), (28, [])])
def test_more_of_them_were_shot_down_than_were_launched(claim, report, knowledge, down, kinds):
    text = f"أطلقت القوات 33 مسيرة على البلاد، وأسقطت الدفاعات {down} منها في الليل."
    slots = {"where": ("UA",), "when": "2024-05-30", "unit": "weapon"} | WATCH
    figures = [(33, "attacks", slots | {"by": "russia"}), (down, "other", slots | {"by": "ukraine"})]
    assert [one.kind for one in collated(knowledge, told(claim, report, "a", text, *figures))] == kinds


@pytest.mark.parametrize(("now", "holds"), [(3302000, True), (3900000, False)])
def test_a_rise_since_a_day_is_from_that_days_level_to_its_last_days(claim, report, knowledge, now, holds):
    text = f"بلغ عدد النازحين {now} نازح نهاية أيلول، بزيادة 27 % عن مطلع العام حين كان 2600000 نازح."
    slots = {"where": ("MM",)} | WATCH
    rise = slots | {"unit": "percent", "change": True, "when": ("2024-01-01", "2024-05-30")}
    figures = [
        (now, "displaced", slots | {"when": "2024-05-30"}),
        (27, "displaced", rise),
        (2600000, "displaced", slots | {"when": "2024-01-01"}),
    ]
    (found,) = of_kind(collated(knowledge, told(claim, report, "a", text, *figures)), "change")
    assert (found.implied, found.holds) == (3302000, holds)


def test_the_levels_of_a_change_are_of_one_currency(claim, report, knowledge):
    text = "جمع المؤتمر 784 مليونا، بزيادة 12 % عن 700 مليون في العام الماضي، منها 120 مليون جنيه."
    slots = {"of": "sudan", "source": ("البيان",)}
    figures = [
        (784, "funding", slots | {"unit": "EUR", "when": "2024-05-30"}),
        (12, "funding", slots | {"unit": "percent", "change": True, "when": "2024-05-30"}),
        (700, "funding", slots | {"unit": "EUR", "when": "2023"}),
        (120, "funding", slots | {"unit": "GBP", "when": "2024-05-01"}),
    ]
    (found,) = of_kind(collated(knowledge, told(claim, report, "a", text, *figures)), "change")
    assert found.holds


def test_who_puts_a_figure_elsewhere_still_tells_who_did_it(claim, report, knowledge):
    def rendition(doc, where, by):
        slots = {"where": (where,), "when": "2024-05-30", "of": "daesh", "by": by, "source": ("security_media_cell",)}
        text = f"قتل 18 مسلحا ودمر 33 وكرا وضبطت 27 عبوة. كلمة{doc} أخرى{doc}"
        figures = [(18, "killed", slots), (33, "destroyed", slots), (27, "seized", slots | {"unit": "weapon"})]
        return told(claim, report, doc, text, *figures)

    found = collated(
        knowledge,
        rendition("a", "Khanaqin, IQ", "iraq_forces"),
        rendition("b", "Kirkuk, IQ", "iraq_forces"),
        rendition("c", "Khanaqin, IQ", "coalition"),
    )
    odd = {(one.slot, side.doc) for one in of_kind(found, "variant") for side in one.odd}
    assert odd == {("where", "b"), ("by", "c")}


@pytest.mark.parametrize(
    ("name", "government", "one"),
    [
        ("وزارة اعلام صومالية", "somali_gov", True),
        ("وزارة اعلام", "somali_gov", True),
        ("وزارة اعلام يمنية", "somali_gov", False),
        ("منظمة اعلام صومالية", "somali_gov", False),
    ],
)
def test_a_ministry_may_be_its_governments(name, government, one):
    assert Actors(packs.load(packs.names())).may_be_one(name, government) is one


def test_victims_of_one_report_are_the_dead_of_the_others(found):
    slots = DAY | {"source": ("sohr",)}

    def rendition(words, measure):
        return (
            f"قال المرصد إن 327 {words} سقطوا وإن 58 جريحا وصلوا.",
            (f"327 {words}", measure, slots),
            ("58 جريحا", "wounded", slots),
        )

    same = rendition("قتيلا", "killed"), rendition("قتيلا", "killed"), rendition("من الضحايا", "casualties")
    assert not of_kind(found(*same), "variant")
    other = (*same[:2], rendition("قتيلا وجريحا", "casualties"))
    assert [one.slot for one in of_kind(found(*other), "variant")] == ["measure"]


def test_a_day_that_is_none_is_that_of_its_own_clause(claim, report, knowledge):
    text = "نزوح\nأجبر القتال 178 ألفا من سكان المنطقة على النزوح منذ 31 نوفمبر الماضي، وتحولت 35 مدرسة إلى ملاجئ."
    figures = [(178, "displaced", {"of": "residents"}), (35, "other", {"unit": "facility"})]
    (found,) = of_kind(collated(knowledge, told(claim, report, "a", text, *figures)), "date")
    assert [one.low for one in found.claims] == [178]
