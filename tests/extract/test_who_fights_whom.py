"""By, where no clause says it: whom those who suffered fight, who flies, and who does not kill his own."""

from __future__ import annotations

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.extract.phrases.camps import Camps
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record


@pytest.fixture(scope="module")
def knowledge():
    return packs.load(packs.names())


@pytest.fixture(scope="module")
def one(knowledge):
    def found(body, number):
        document = to_document(Record(body=body, doc="report", date="2018-08-10"), knowledge)
        return next(claim for claim in extract(document, knowledge) if claim.number == number)

    return found


@pytest.fixture(scope="module")
def camps(knowledge):
    return Camps(knowledge)


@pytest.mark.parametrize(
    ("one", "other", "fights"),
    [
        ("houthis", "yemen_resistance", True),
        ("houthis", "saleh_forces", False),
        ("daesh_leaders", "iraq_forces", True),
        ("boko_haram", "taliban", False),
        ("militants", "egypt_forces", True),
        ("civilians", "houthis", False),
    ],
)
def test_parties_of_two_sides_of_one_war_fight(camps, one, other, fights):
    assert camps.fights(one, other) is fights


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [("houthis", "saleh_forces", False), ("boko_haram", "houthis", False), ("houthis", "civilians", True)],
)
def test_parties_of_one_side_or_of_wars_apart_do_not(camps, one, other, may):
    assert camps.may_fight(one, other) is may


def test_allies_do_not_kill_each_other_unless_it_is_said(one):
    body = "هاجمت قوات صالح موقعا في تعز. وقتل 12 حوثيا في مأرب، وقال مصدر في المقاومة الشعبية إن القتال مستمر."
    assert one(body, "12").by == "yemen_resistance"


def test_the_dead_of_one_side_of_a_fight_are_the_other_sides_doing(one):
    body = (
        "قتل 12 حوثيا في اشتباكات عنيفة شهدتها مدينة تعز بين الحوثيين وقوات صالح من جهة، والمقاومة الشعبية من جهة أخرى."
    )
    assert one(body, "12").by == "yemen_resistance"


def test_raids_that_nobody_is_named_for_are_by_who_flies_there(one):
    body = "ينتشر الحوثيون في صعدة في اليمن. وقتل 12 مدنيا في غارات جوية على سوق في صعدة."
    assert one(body, "12").by == "arab_coalition"


def test_who_has_no_aircraft_did_not_strike_from_the_air(one):
    body = "شن تنظيم داعش هجوما على بلدة في ريف حمص. وقتل 12 مدنيا في غارات جوية شهدها ريف حمص."
    assert one(body, "12").by != "daesh"


def test_a_fighting_party_that_tells_of_its_enemys_dead_killed_them(one):
    body = "أفاد مصدر من المقاومة الشعبية بمقتل 12 حوثيا في مأرب."
    assert one(body, "12").by == "yemen_resistance"


def test_the_dead_of_a_whole_war_are_nobodys_doing(one):
    body = "قصف الحوثيون حيا في تعز. وقتل في اليمن منذ بدء الحرب أكثر من 10 آلاف شخص."
    assert one(body, "أكثر من 10 آلاف").by is None


def test_the_target_of_an_attack_is_not_whose_attack_it_was(one):
    body = "استهدف هجوم آخر تعزيزات تابعة لميليشيات الحوثي في صنعاء، ما أدى إلى مقتل 12 مدنيا."
    assert one(body, "12").by != "houthis"


def test_who_falls_in_fighting_did_not_fall_to_an_alliance_that_only_flies(one):
    body = (
        "يقاتل الجيش الوطني اليمني في صعدة بإسناد من التحالف العربي. وشن التحالف العربي غارات على صعدة. "
        "وأدت المعارك إلى مقتل 12 حوثيا."
    )
    assert "arab_coalition" not in (one(body, "12").by or "")


def test_an_arrest_is_by_the_state_not_by_the_group_that_is_told_of(one):
    body = "هاجم تنظيم داعش مسجدا في السعودية. وجرى توقيف 12 شخصا في القضية."
    assert one(body, "12").by in ("saudi_arabia", "saudi_forces")


@pytest.mark.parametrize(
    "claimed",
    [
        "وأشار موقع إلى إعلان تنظيم داعش مسؤوليته عنه.",
        "وجاء ذلك بعد تبني تنظيم داعش للتفجير.",
    ],
)
def test_an_attack_is_claimed_by_a_masdar_too(one, claimed):
    assert one(f"قتل 12 مدنيا في تفجير انتحاري في بغداد. {claimed}", "12").by == "daesh"


def test_the_governments_strikes_are_by_the_states_forces(one):
    body = "قتل 12 مدنيا جراء قصف حكومي استهدف بلدة في ريف دمشق في سوريا."
    assert one(body, "12").by == "assad_forces"


def test_what_began_is_by_who_is_told_to_do_it(one):
    assert one("تفرض قوات النظام السوري حصارا على الغوطة الشرقية منذ عام 2013.", "عام 2013").by == "assad_forces"


def test_a_war_is_begun_by_nobody(one):
    body = "بدأت الحرب في اليمن بين الحوثيين والحكومة اليمنية في 26 مارس 2015."
    assert one(body, "26 مارس 2015").by is None


@pytest.mark.parametrize(
    "told",
    [
        "وقال مسؤولون إن التحقيق يفيد بأن تنظيم داعش يقف وراء الهجوم الانتحاري.",
        "ورجح مسؤولون أن يكون الهجوم الانتحاري من تنفيذ تنظيم داعش.",
    ],
)
def test_a_suicide_attack_is_whose_it_is_told_to_be(one, told):
    assert one(f"قتل 12 مدنيا في هجوم انتحاري في سروج في تركيا. {told}", "12").by == "daesh"


def test_what_comes_after_an_attack_is_not_whose_it_was(one):
    body = "داهمت الشرطة التركية منازل في إسطنبول. وجاءت المداهمات بعد مقتل 12 مدنيا في تفجير انتحاري في سروج."
    assert one(body, "12").by == "attackers"


def test_fighting_and_strikes_named_together_are_by_who_fought_and_who_flew(one):
    body = "تقدم الجيش الوطني اليمني في نهم. وقتل 12 حوثيا في مواجهات وغارات لطيران التحالف العربي في نهم."
    assert set(one(body, "12").by.split("+")) == {"yemen_gov", "arab_coalition"}


@pytest.mark.parametrize(
    ("state", "foe"),
    [
        ("mali", "jnim"),
        ("niger", "islamic_state_in_the_greater_sahara"),
        ("burkina_faso", "jnim"),
        ("pakistan", "pakistani_taliban"),
        ("tunisia", "uqba_ibn_nafi"),
        ("kenya", "al_shabaab"),
        ("south_sudan", "splm_io"),
    ],
)
def test_states_whose_army_bears_no_key_of_its_own_fight_by_their_own(camps, state, foe):
    assert camps.fights(state, foe)
