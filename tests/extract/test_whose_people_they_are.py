"""Of and by: dwellers, the dead that are brought in, the foremost of a group, a pronoun's men, parts of forces."""

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record


@pytest.fixture(scope="module")
def read():
    """The claims of a report, read with every bundled pack."""
    every = packs.load(packs.names())
    return lambda body: extract(to_document(Record(body=body, doc="report", date="2018-03-10"), every), every)


@pytest.mark.parametrize(
    "text",
    [
        "أصيب أربعة مواطنين في قصف حوثي على تعز.",
        "قتل العشرات من الأهالي في قصف حوثي على تعز.",
        "قتل 12 من سكان الحي في قصف حوثي على تعز.",
    ],
)
def test_those_who_live_in_a_place_are_civilians(read, text):
    assert [(c.of, c.by) for c in read(text)] == [("civilians", "houthis")]


def test_dwellers_of_a_land_with_a_people_of_its_own_key_are_that_people(read):
    [claim] = read("أصيب أربعة مواطنين برصاص الاحتلال شرق مدينة غزة.")
    assert claim.of == "palestinians"


def test_a_citizen_of_whose_death_a_states_body_tells_is_its_own(read):
    [claim] = read("أعلن الدفاع المدني السعودي مقتل مواطن نتيجة سقوط قذيفة أطلقها الحوثيون على جازان.")
    assert claim.of == "saudi_arabia"


def test_the_dead_brought_in_are_of_whom_their_noun_is_told(read):
    assert [c.of for c in read("وصلت إلى المستشفى أكثر من 70 جثة لعناصر من الميليشيا الحوثية.")] == ["houthis"]
    assert [c.of for c in read("عثر السكان على 30 جثة تعود لعناصر داعش في الموصل.")] == ["daesh"]


@pytest.mark.parametrize("words", ["من أخطر عناصر داعش", "من أبرز قيادات داعش", "من كبار قادة تنظيم داعش"])
def test_the_foremost_of_a_group_are_of_it(read, words):
    [claim] = read(f"مقتل ثلاثة {words} في غارة للتحالف الدولي.")
    assert (claim.of or "").startswith("daesh")


@pytest.mark.parametrize("words", ["وسقط منهم 30 قتيلا", "وأوقعت بينهم 30 قتيلا", "ما أدى إلى سقوط 30 قتيلا في صفوفهم"])
def test_a_pronoun_before_the_fallen_stands_for_the_men_named_before(read, words):
    [claim] = read(f"اشتبكت القوات الصومالية مع مقاتلي حركة الشباب {words}.")
    assert claim.of == "al_shabaab"


@pytest.mark.parametrize("who", ["المدفعية التركية", "المدفعية الثقيلة التركية", "الوحدات التركية", "فرقة تركية"])
def test_a_part_of_some_forces_acts_for_the_state_whose_adjective_it_bears(read, who):
    [claim] = read(f"قصفت {who} بلدة في ريف حلب ما أدى إلى مقتل 7 مدنيين.")
    assert claim.by == "turkey"


def test_protests_in_a_land_of_a_people_are_begun_by_it(read):
    claims = read("قتل 60 فلسطينيا برصاص الجيش الإسرائيلي. وتشهد غزة منذ 30 آذار/مارس مسيرات العودة.")
    assert [c.by for c in claims if c.measure == "began"] == ["palestinians"]


def test_one_number_for_those_of_two_parties_where_the_conjunction_stands_apart(read):
    [claim] = read("قتل قرابة 25 من الحوثيين و قوات صالح في تعز.")
    assert claim.of == "houthis+saleh_forces"


def test_occupation_is_by_the_state_whose_adjective_stands_behind_it(read):
    [claim] = read("قتل 7 مدنيين بقصف للاحتلال التركي على تل رفعت في سوريا.")
    assert claim.by == "turkey"


def test_who_shot_a_named_person_is_no_force_of_his(read):
    [claim] = read("قتل الصحفي عمار حسن برصاص قناص من قوات النظام السوري في درعا.")
    assert (claim.of, claim.by) == ("journalists", "assad_forces")


def test_the_first_of_two_joined_nationals_is_of_his_own_nation(read):
    assert read("قتل جزائري وتونسي في غارة للتحالف الدولي على الرقة.")[0].of == "جزائري"


@pytest.mark.parametrize("ministry", ["وزارة الدفاع الأفغانية", "وزارة الداخلية الأفغانية"])
def test_a_ministry_that_tells_of_a_groups_dead_speaks_for_the_forces_that_fight_it(read, ministry):
    [claim] = read(f"قالت {ministry} إن 40 من مسلحي طالبان قتلوا في هلمند.")
    assert claim.by == "afghan_forces"


@pytest.mark.parametrize("who", ["مسلحين", "متمردين", "جهاديين", "متشددين"])
def test_a_clash_with_nameless_militants_is_by_them(read, who):
    [claim] = read(f"قتل أربعة جنود ماليين في مواجهات مع {who} شمال مالي.")
    assert claim.by == "militants"


def test_who_falls_in_a_war_waged_against_his_foe_falls_to_that_foe(read):
    [claim] = read("قتل 12 من عناصر البيشمركة خلال الحرب ضد تنظيم داعش في سنجار.")
    assert (claim.of, claim.by) == ("peshmerga", "daesh")


def test_what_somebody_does_to_those_counted_is_their_act(read):
    claims = read("كشف التقرير أن بوكو حرام استخدمت 100 طفل في نيجيريا عام 2017 قنابل بشرية.")
    assert [(c.of, c.by) for c in claims] == [("children", "boko_haram")]


def test_what_people_flee_from_is_no_party_of_theirs(read):
    [claim] = read("فر 20 ألف مدني من هجوم لقوات النظام على درعا في سوريا.")
    assert (claim.of, claim.by) == ("civilians", "assad_forces")


def test_fighters_of_tribes_are_no_group_told_before(read):
    [claim] = read("قتل 12 من مسلحي القبائل في مواجهات مع الحوثيين بمأرب في اليمن.")
    assert (claim.of, claim.by) == ("tribal_fighters", "houthis")


@pytest.mark.parametrize("words", ["فضلا عن 571 مصابا", "إضافة إلى 571 جريحا", "و571 جريحا"])
def test_those_harmed_beside_the_people_of_a_number_are_of_them(read, words):
    claims = read(f"سقط 546 قتيلا من المدنيين {words} في قصف حوثي على تعز.")
    assert [(c.low, c.of) for c in claims] == [(546, "civilians"), (571, "civilians")]


def test_two_numbers_joined_share_the_people_among_whom_they_fell(read):
    claims = read("أوقع القصف الروسي على دونيتسك في أوكرانيا ثلاثة قتلى وأحد عشر جريحا بين المدنيين.")
    assert [(c.low, c.of) for c in claims] == [(3, "civilians"), (11, "civilians")]


@pytest.mark.parametrize(
    ("group", "soldiers", "key"),
    [("طالبان", "أفغانيا في هلمند", "taliban"), ("وحدات حماية الشعب", "تركيا في عفرين", "ypg")],
)
def test_a_group_that_tells_of_the_dead_of_forces_that_fight_it_killed_them(read, group, soldiers, key):
    [claim] = read(f"أعلنت {group} مقتل 12 جنديا {soldiers}.")
    assert claim.by == key


def test_those_harmed_beside_people_of_two_kinds_are_nobody_in_particular(read):
    claims = read("قتل 3 جنود صوماليين و5 مدنيين وعشرات الجرحى في مقديشو.")
    assert [c.of for c in claims] == ["somali_forces", "civilians", None]
