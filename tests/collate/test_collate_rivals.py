"""What makes two figures that a program read rivals, and what only looks like it."""

import pytest

from tawatur.collate import collate
from tawatur.collate.facts.material import Material
from tawatur.collate.telling.weights import weigh

EVERYWHERE = dict.fromkeys(("of", "by", "where", "when"), ((0, 10000),))
FILLING = "\n" + "كلمة " * 100


@pytest.fixture
def told(claim, report, knowledge):
    """Tell which kinds are found where two reports, or one, give a figure each: (words, number, slots) with its text."""

    def make(one, other, **common):
        claims, reports = [], []
        for doc, (text, number, slots) in zip("ab", (one, other), strict=True):
            words = {"measure": "killed", "where": ("Douma, SY",), "when": "2018-03-20", "date": "2018-03-21"} | common
            words |= slots
            measure, date = words.pop("measure"), words.pop("date")
            whole = f"عنوان\n{text}.{FILLING}{doc}"
            at = whole.index(str(number))
            quote = whole[at : whole.index(".", at)]
            claims.append(
                claim(doc, measure, number, at=at, quote=quote, extractor="test 1", spans=EVERYWHERE, **words)
            )
            reports.append(report(doc, text=whole, date=date))
        return {finding.kind for finding in collate(claims, reports, knowledge)}

    return make


SOHR, ICRC = {"source": ("sohr",)}, {"source": ("icrc",)}


def test_two_sources_with_other_figures_of_one_event_are_rivals(told):
    assert "conflict" in told(("قتل 29 شخصا", 29, SOHR), ("قتل 41 شخصا", 41, ICRC))


@pytest.mark.parametrize(
    ("text", "number"),
    [("قتل 41 تلميذا", 41), ("قتل ضابط و41 جنديا", 41), ("قتل 41 آخرين", 41), ("نقلنا حتى الآن 41 جثة", 41)],
)
def test_a_part_or_an_interim_count_is_no_rival(told, text, number):
    assert "conflict" not in told(("قتل 29 شخصا", 29, SOHR), (text, number, ICRC))


def test_a_partys_dead_and_anybodys_are_two_counts(told):
    soldiers = ("قتل 29 جنديا", 29, SOHR | {"of": "assad_forces"}), ("قتل 41 شخصا", 41, ICRC)
    assert "conflict" not in told(*soldiers)


def test_outlets_own_words_of_a_later_day_only_count_on(told):
    early, late = ("قتل 29 شخصا", 29, {"date": "2018-03-22"}), ("قتل 41 شخصا", 41, {"date": "2018-03-23"})
    assert "conflict" not in told(early, late)
    assert "conflict" in told(("قتل 29 شخصا", 29, {"date": "2018-03-23"}), ("قتل 41 شخصا", 41, {"date": "2018-03-22"}))


def test_a_land_has_no_toll_of_a_day(told):
    sides = ("قتل 29 شخصا", 29, SOHR), ("قتل 41 شخصا", 41, ICRC)
    assert "conflict" not in told(*sides, where=("SY",))


def test_acts_of_a_day_and_shares_of_two_days_are_no_rivals(told):
    acts = {"measure": "airstrikes", "unit": "event", "by": "russia"}
    assert "conflict" not in told(("شنت 29 غارة", 29, SOHR), ("شنت 41 غارة", 41, ICRC), **acts)
    share = {"measure": "territory_share", "unit": "percent", "by": "assad_forces", "when": None}
    held = ("على 65 بالمئة", 65, SOHR), ("على 80 بالمئة", 80, ICRC)
    assert "conflict" in told(*held, **share)
    later = ("على 80 بالمئة", 80, ICRC | {"date": "2018-03-23"})
    assert "conflict" not in told(held[0], later, **share)


def test_a_ministry_without_its_state_may_be_this_states(told):
    ministry, state = {"source": ("وزارة الصحة العامة",)}, {"source": ("lebanon",)}
    assert "conflict" not in told(("قتل 29 شخصا", 29, ministry), ("قتل 41 شخصا", 41, state))


@pytest.fixture
def fact(claim, report, knowledge):
    def make(doc, number, **slots):
        material = Material([claim(doc, "killed", number, extractor="test 1", **slots)], [report(doc)], knowledge)
        return material.facts[0]

    return make


def test_what_is_likely_wrong_weighs_less(fact):
    named = [[fact("a", 29, source=("sohr",))], [fact("b", 41, source=("icrc",))]]
    own = [[fact("a", 29)], [fact("b", 41)]]
    assert weigh("conflict", 2, own) < weigh("conflict", 2, named)
    norm = [fact("a", 29), fact("b", 29)]
    assert weigh("variant.value", 3, [own[1], norm]) < weigh("conflict", 2, named)
    assert weigh("variant.value", 3, [[fact("a", 29)], norm]) < weigh("sum.fails", 1)


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        pytest.param("ضحايا القصف بلغوا 29 شهيدا", "قتل 41 شخصا", True, id="an event's dead are anybody"),
        pytest.param("عدد ضحايا الغارات بلغ 29 قتيلا", "قتل 41 شخصا", True, id="the dead of raids"),
        pytest.param("عدد القتلى الإيرانيين ارتفع إلى 29 قتيلا", "قتل 41 شخصا", False, id="a people's dead are not"),
        pytest.param("عدد قتلى الجيش بلغ 29 قتيلا", "قتل 41 شخصا", False, id="nor are an army's"),
    ],
)
def test_the_dead_of_an_event_are_anybody(told, one, other, rivals):
    assert ("conflict" in told((one, 29, SOHR), (other, 41, ICRC))) is rivals


def test_a_number_in_two_steps_counts_what_follows_both(told):
    figures = ("أصيب 29 ألفا و400 شخص", 29, SOHR), ("أصيب 41 ألفا و700 إنسان", 41, ICRC)
    assert "conflict" in told(*figures, measure="wounded", when="2018")
