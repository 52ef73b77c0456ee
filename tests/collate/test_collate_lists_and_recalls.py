"""Lists of real reports with lists in them, tolls recalled days later, and names for one voice: as a program reads."""

import pytest

from tawatur import packs
from tawatur.collate.facts.actors import Actors
from tawatur.collate.facts.portfolios import portfolio

MONTH = ("2024-05-01", "2024-05-31")
LAND = {"where": ("SY",), "when": MONTH}
SNHR = {"source": ("snhr",)}
HELD = LAND | SNHR


def sums(findings):
    return [sorted(one.low for one in finding.parts) for finding in findings if finding.kind == "sum"]


def test_what_each_part_has_among_it_is_stepped_over(found):
    text = (
        "وثق التقرير 614 حالة احتجاز. واحتجز الجيش 402 شخص خلال أيار 2024، بينهم 31 طفلا و27 امرأة، بينما احتجزت الإدارة"
        " 58 شخصا، بينهم 6 نساء، واحتجزت الفصائل 154 شخصا بينهم 9 أطفال."
    )
    figures = [
        (f"{number} {noun}", "detained", HELD | {"of": of})
        for number, noun, of in (
            (614, "حالة", None), (402, "شخص", None), (31, "طفلا", "children"), (27, "امرأة", "women"),
            (58, "شخصا", None), (6, "نساء", "women"), (154, "شخصا", None), (9, "أطفال", "children"),
        )
    ]  # fmt: skip
    assert sums(found((text, *figures))) == [[58, 154, 402]]


def test_what_stands_before_a_colon_is_none_of_the_list_behind_it(found):
    text = "قضى 60 لاجئا في أيار. وقتل 17 تحت الركام. وتوزعوا على النحو التالي: 36 شخصا في دمشق و7 آخرين في حلب."
    of, killed = {"of": "refugees"}, "killed"
    figures = [
        ("60 لاجئا", killed, LAND | of),
        ("17 تحت", killed, LAND),
        ("36 شخصا", killed, LAND | {"where": ("Damascus, SY",)}),
        ("7 آخرين", killed, LAND | {"where": ("Aleppo, SY",)}),
    ]
    assert sums(found((text, *figures))) == []


@pytest.mark.parametrize("last", [9, 29])
def test_items_of_a_line_each_make_the_totals_of_what_each_tells(found, last):
    places = (("دمشق", "Damascus", 14, 46), ("حلب", "Aleppo", 21, 23), ("حمص", "Homs", last, 18))
    text = "قتل 44 شخصا وأصيب 87 آخرون في أيار، توزعوا كالآتي:\n" + "\n".join(
        f"- مدينة {name}: {dead} قتيلا و{hurt} جريحا." for name, _, dead, hurt in places
    )
    figures = [("44 شخصا", "killed", LAND), ("87 آخرون", "wounded", LAND)]
    for _, place, dead, hurt in places:
        there = LAND | {"where": (f"{place}, SY",)}
        figures += [(f"{dead} قتيلا", "killed", there), (f"{hurt} جريحا", "wounded", there)]
    told = {(one.holds, *sorted(part.low for part in one.parts)) for one in found((text, *figures)) if one.parts}
    assert told == {(last == 9, *sorted((14, 21, last))), (True, 18, 23, 46)}


def test_a_list_is_of_no_lesser_figure_before_another_one(found):
    text = "قتل 3 بالرصاص، و5 تحت الركام. وتوزعوا على النحو التالي: 35 شخصا في دمشق و8 آخرين في حلب."
    figures = [
        ("3 بالرصاص", "killed", LAND),
        ("5 تحت", "killed", LAND),
        ("35 شخصا", "killed", LAND | {"where": ("Damascus, SY",)}),
        ("8 آخرين", "killed", LAND | {"where": ("Aleppo, SY",)}),
    ]
    assert sums(found((text, *figures))) == []


def test_a_number_of_other_people_whom_another_thing_befell_recurs_by_chance(found):
    held = ("احتجز 58 طفلا", ("58 طفلا", "detained", HELD | {"of": "children"}))
    dead = ("قتل 58 لاجئا", ("58 لاجئا", "killed", LAND | {"of": "refugees"}))
    assert not [one for one in found(held, dead) if one.kind == "same_number"]
    dead = ("قتل 58 طفلا", ("58 طفلا", "killed", LAND | {"of": "children"}))
    assert [one for one in found(held, dead) if one.kind == "same_number"]


def conflicts(findings):
    return [sorted(one.low for one in finding.claims) for finding in findings if finding.kind == "conflict"]


TOWN = {"where": ("Douma, SY",)}
SOHR, RELIEF = {"source": ("sohr",)}, {"source": ("اتحاد الإغاثة الطبية",)}
DAY = TOWN | {"when": "2024-06-10"}
NEXT = TOWN | {"when": "2024-06-11"}


@pytest.mark.parametrize(("other", "told"), [(DAY, [[29, 41]]), (NEXT, [])])
def test_tolls_of_two_days_that_their_sentences_tell_are_no_rivals(found, other, told):
    reports = [
        ("قتل 29 شخصا", ("29 شخصا", "killed", DAY | SOHR)),
        ("قتل 41 شخصا", ("41 شخصا", "killed", other | RELIEF)),
    ]
    assert conflicts(found(*reports, dates=("2024-06-12", "2024-06-12"), speakers=True)) == told


def test_a_toll_of_a_day_rivals_none_of_a_report_of_the_day_before(found):
    reports = [
        ("قتل 29 شخصا", ("29 شخصا", "killed", DAY | SOHR | {"loose": ("when",)})),
        ("قتل 41 شخصا", ("41 شخصا", "killed", NEXT | RELIEF)),
    ]
    assert conflicts(found(*reports, dates=("2024-06-10", "2024-06-11"), speakers=True)) == []


def test_a_toll_of_no_time_is_not_of_the_day_of_which_its_report_counts_far_fewer(found):
    reports = [
        (
            "قتل 300 شخص بحسب المرصد. وقتل 40 شخصا الاثنين",
            ("300 شخص", "killed", TOWN | SOHR),
            ("40 شخصا", "killed", DAY | RELIEF),
        ),
        ("قتل 120 شخصا الاثنين", ("120 شخصا", "killed", DAY | {"source": ("white_helmets",)})),
    ]
    told = conflicts(found(*reports, dates=("2024-06-11", "2024-06-11"), speakers=True))
    assert all(300 not in figures for figures in told)


def test_one_of_several_acts_is_no_rival_of_all(found):
    text = "قال الوزير إن 33 شخصا قتلوا. وقال المرصد من جهته إن العمليات كثيرة وقد أدت واحدة منها إلى مقتل 12 شخصا"
    minister = {"source": ("وزير الدفاع",)}
    figures = [("33 شخصا", "killed", DAY | minister), ("12 شخصا", "killed", DAY | SOHR)]
    assert conflicts(found((text, *figures), dates=("2024-06-11",), speakers=True)) == []


def test_who_only_passes_on_a_governments_figure_does_not_rival_it(found):
    text = "قال التحالف إن 40 شخصا أصيبوا. وأوضح من جهته أن الحكومة تحصي 27 جريحا"
    chained = {"source": ("yemen_gov", "arab_coalition")}
    figures = [("40 شخصا", "wounded", DAY | {"source": ("arab_coalition",)}), ("27 جريحا", "wounded", DAY | chained)]
    assert conflicts(found((text, *figures), dates=("2024-06-11",), speakers=True)) == []
    other = {"source": ("yemen_gov", "sohr")}
    figures[1] = ("27 جريحا", "wounded", DAY | other)
    assert conflicts(found((text, *figures), dates=("2024-06-11",), speakers=True)) == [[27, 40]]


def test_monitors_without_a_name_may_be_the_one_that_another_report_names(found):
    def told(source):
        return found(
            ("قتل 127 مدنيا", ("127 مدنيا", "killed", DAY | {"source": (source,)})),
            ("قتل 100 مدني", ("100 مدني", "killed", DAY | SOHR)),
            dates=("2024-06-11", "2024-06-11"),
            speakers=True,
        )

    assert conflicts(told("جماعة مراقبة")) == []
    assert conflicts(told("اتحاد الإغاثة الطبية")) == [[100, 127]]


@pytest.mark.parametrize(("sourced", "told"), [({}, False), (SOHR, True)])
def test_a_toll_recalled_days_later_without_its_source_carries_no_statement(found, sourced, told):
    first = ("قتل 64 مسلحا", ("64 مسلحا", "killed", DAY | SOHR | {"of": "loyal_militias"}))
    later = {"where": ("Palmyra, SY",), "when": "2024-06-12"} | SOHR
    recalled = ("قتل 19 مقاتلا. وقتل 64 مسلحا مطلع الأسبوع", ("19 مقاتلا", "killed", later),
                ("64 مسلحا", "killed", DAY | sourced | {"of": "loyal_militias"}))  # fmt: skip
    findings = found(first, recalled, dates=("2024-06-10", "2024-06-12"), speakers=True)
    assert bool([one for one in findings if one.kind == "statement"]) is told


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("وزير الداخلية خالد العمري", "وزارة الداخلية", True),
        ("وزير الدفاع العراقي", "وزارة الدفاع العراقية", True),
        ("وزير الدفاع العراقي", "وزارة الدفاع السورية", False),
        ("وزير الداخلية", "وزارة الدفاع", False),
        ("palestinian_health_ministry", "وزير الصحة الفلسطيني", True),
    ],
)
def test_a_minister_and_his_ministry_are_one_voice(one, other, related):
    actors = Actors(packs.load(packs.names()))
    assert actors.related(actors.name(one), actors.name(other)) is related


def test_a_name_without_a_ministry_has_no_portfolio():
    assert portfolio("قياده شرطه") is None
    assert portfolio("وزاره") is None


@pytest.mark.parametrize(("when", "told"), [(None, False), ("2024-06-10", True)])
def test_an_event_of_years_ago_is_background_though_one_report_alone_dates_it(found, when, told):
    past = {"where": ("Douma, SY",), "source": ("sohr",)}
    dated = ("قتل 1340 شخصا في 2018", ("1340 شخصا", "killed", past | {"when": "2018-04-07"}))
    other = ("قتل 1340 شخصا", ("1340 شخصا", "killed", past | {"when": when}))
    first = dated if not told else ("قتل 1340 شخصا الاثنين", ("1340 شخصا", "killed", past | {"when": when}))
    findings = found(first, other, dates=("2024-06-11", "2024-06-11"), speakers=True)
    assert bool([one for one in findings if one.kind == "statement"]) is told


@pytest.mark.parametrize("last", [77, 78])
def test_the_figures_next_to_a_total_make_it_whatever_they_measure(found, last):
    text = f"بلغ مجموع الضحايا 1530 مدنيا، وهم 803 قتلى و491 جريحا و159 مخطوفا و{last} عذبوا."
    figures = [
        (words, measure, LAND | {"source": ("snhr",)})
        for words, measure in (
            ("1530 مدنيا", "casualties"), ("803 قتلى", "killed"), ("491 جريحا", "wounded"), ("159 مخطوفا", "abducted"),
            (f"{last} عذبوا", "other"),
        )
    ]  # fmt: skip
    assert sums(found((text, *figures))) == ([[77, 159, 491, 803]] if last == 77 else [])


def test_figures_that_make_a_small_one_beside_them_do_so_by_chance(found):
    text = "قتل 18 شخصا وجرح 11 واعتقل 4 وخطف 3 أيضا."
    figures = [
        (words, measure, LAND)
        for words, measure in (("18 شخصا", "killed"), ("11 و", "wounded"), ("4 و", "detained"), ("3 أيضا", "abducted"))
    ]
    assert sums(found((text, *figures))) == []
