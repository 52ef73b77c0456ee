"""Money that donors pledge: who gives how much, in whatever words."""

import pytest

MET = "اجتمع المانحون لإعمار مدن سورية دمرتها الحرب على داعش. "


@pytest.mark.parametrize(
    ("sentence", "number", "giver"),
    [
        ("وجاءت أنقرة في المقدمة بستة مليارات دولار.", "ستة مليارات", "turkey"),
        ("وتصدرت تركيا المانحين بستة مليارات دولار.", "ستة مليارات", "turkey"),
        ("ووعدت كندا بـ70 مليون دولار.", "70 مليون", "canada"),
        ("وعرضت الرياض 90 مليون دولار.", "90 مليون", "saudi_arabia"),
        ("وفتحت الولايات المتحدة خط ائتمان بـ80 مليون دولار لإعادة الإعمار.", "80 مليون", "usa"),
        ("بينما اكتفت ألمانيا بـ50 مليون يورو.", "50 مليون", "germany"),
        ("وقدمت ألمانيا 500 مليون يورو وكندا 200 مليون دولار.", "200 مليون", "canada"),
        ("ورصدت كندا 70 مليون دولار، نصفها قروض.", "70 مليون", "canada"),
    ],
)
def test_who_gives_stands_behind_the_verb(one, sentence, number, giver):
    claim = one(MET + sentence, number)
    assert (claim.measure, claim.by) == ("funding", giver)
    assert not any("Ankara" in place for place in claim.where)


def test_the_land_that_is_rebuilt_gives_nothing(one):
    claim = one(MET + "واختتم مؤتمر إعادة إعمار العراق أعماله بتعهدات بلغت 30 مليار دولار.", "30 مليار")
    assert (claim.measure, claim.by) == ("funding", None)


@pytest.mark.parametrize(
    ("sentence", "number", "giver"),
    [
        ("أعلن الاتحاد الأوروبي مساهمة بـ40 مليون يورو.", "40 مليون", "eu"),
        ("قالت وزيرة التعاون الهولندية إن بلادها ستقدم 12 مليون يورو للنازحين.", "12 مليون", "netherlands"),
        ("أعلن الصندوق الكويتي للتنمية التزامه بتقديم 20 مليون دولار للنازحين.", "20 مليون", "kuwait"),
        ("تبرعت وزارة الخارجية اليابانية بخمسة ملايين دولار للنازحين.", "خمسة ملايين", "japan"),
    ],
)
def test_an_office_gives_for_its_state_and_who_announces_his_own(one, sentence, number, giver):
    claim = one(MET + sentence, number)
    assert (claim.measure, claim.by) == ("funding", giver)


@pytest.mark.parametrize("verb", ["ناشد", "دعا", "حث", "طالب"])
def test_who_asks_for_money_gives_none(one, verb):
    claim = one(MET + f"{verb} برنامج الأغذية العالمي المانحين بتقديم 90 مليون دولار للنازحين.", "90 مليون")
    assert (claim.measure, claim.by, claim.modality) == ("funding", None, "planned")


def test_money_is_of_the_states_that_it_is_for(one):
    text = "اجتمع في بروكسل مانحو المدن التي دمرتها الحرب على داعش. "
    first = "تعهدت ألمانيا بـ70 مليون يورو لسوريا ولبنان. "
    claim = one(text + first, "70 مليون")
    assert (set(claim.of.split("+")), set(claim.where)) == ({"syria", "lebanon"}, {"SY", "LB"})
    later = one(text + first + "وأعلنت كندا تقديم 30 مليون دولار.", "30 مليون")
    assert (set(later.of.split("+")), set(later.where)) == ({"syria", "lebanon"}, {"SY", "LB"})


def test_what_is_asked_for_is_planned_and_has_no_giver(one):
    claim = one("تتواصل الحرب في سوريا. تحتاج المفوضية إلى 81 مليون دولار لإغاثة النازحين.", "81 مليون")
    assert (claim.measure, claim.modality, claim.by) == ("funding", "planned", None)


def test_what_came_in_of_an_appeal_is_told_with_its_share(read):
    claims = read(
        "تتواصل الحرب في سوريا. إن خطة الاستجابة الإنسانية لسوريا، البالغة قيمتها 935 مليون دولار، لم تحصل سوى على 206 ملايين، أي 22% من المطلوب."
    )
    assert [(claim.measure, claim.low, claim.modality, claim.of) for claim in claims] == [
        ("funding", 935_000_000, "planned", "syria"),
        ("funding", 206_000_000, "asserted", "syria"),
        ("funding", 22, "asserted", "syria"),
    ]


def test_those_whom_money_that_is_asked_for_is_to_help_are_not_helped_yet(one):
    text = "تتواصل المعارك العنيفة بين الجيش السوري وتنظيم داعش في دير الزور.\n"
    claim = one(text + "نداء لجمع 934.5 مليون دولار من أجل مساعدة 1.48 مليون شخص في سوريا.", "1.48 مليون")
    assert (claim.measure, claim.modality) == ("beneficiaries", "planned")


@pytest.mark.parametrize(
    ("told", "of"),
    [
        ("اختتم مؤتمر إعادة إعمار العراق في الكويت أعماله بتعهدات بلغت 30 مليار دولار.", "iraq"),
        ("انتهى مؤتمر المانحين لدعم سورية في بروكسل إلى تعهدات قيمتها 30 مليار دولار.", "syria"),
        ("مؤتمر بروكسل يجمع 30 مليار دولار لسوريا.", "syria"),
    ],
)
def test_a_conference_for_a_land_gives_nothing_itself_and_neither_does_its_seat(one, told, of):
    claim = one(f"{told} وقتل داعش 20 مدنيا في الرقة.", "30 مليار")
    assert (claim.measure, claim.of, claim.by) == ("funding", of, None)


def test_money_that_no_place_is_told_for_is_for_the_country_of_the_report(read):
    text = (
        "أوقعت الحرب في سوريا آلاف القتلى من المدنيين السوريين هذا العام، وقتل 12 جنديا سوريا في هجوم لداعش.\n"
        "وتعهدت ألمانيا بتقديم 20 مليون دولار، وخصصت الكويت 30 مليون دولار لصندوق الإغاثة."
    )
    assert [claim.where for claim in read(text) if claim.measure == "funding"] == [("SY",), ("SY",)]
