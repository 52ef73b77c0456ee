"""Where somebody speaks, or whose name a place bears, is not where it happened; a side told once is of both states."""

import pytest

FIRST = "تحارب القوات العراقية تنظيم داعش منذ سنوات. وقتل 12 جنديا في العراق في هجوم للتنظيم.\n"


@pytest.mark.parametrize(
    "speaker",
    [
        "قال المتحدث باسم الجيش العراقي، في مؤتمره الصحافي ببغداد، إن 38 مسلحا قتلوا.",
        "بحسب مركز الدراسات الأمنية (CRSS) في بغداد، قتل 38 مسلحا في العراق خلال العام.",
        "وبحسب السلطات في بغداد فإن حصيلة القتلى في العراق بلغت 38 قتيلا.",
        "وفي نيويورك، قال المتحدث باسم الأمم المتحدة إن 38 مسلحا قتلوا.",
    ],
)
def test_what_is_told_in_a_capital_was_in_the_country(one, speaker):
    assert one(FIRST + speaker, "38").where == ("IQ",)


def test_a_town_of_the_report_is_where_what_is_told_there_happened(one):
    body = "قتل 12 مدنيا في حلب.\nوفي إدلب، قال المرصد السوري إن 9 أشخاص قتلوا."
    assert one(body, "9").where == ("Idlib, SY",)


def test_a_general_bears_the_name_of_a_town(one):
    body = "قتل 12 جنديا في العراق، وكان في البلاد 14 ألف جندي أمريكي حين تسلم الجنرال أوستن ميلر القيادة في الولايات المتحدة."
    assert one(body, "12").where == one(body, "14 ألف").where == ("IQ",)


@pytest.mark.parametrize("places", ["شمالي سوريا والعراق", "شمال العراق وسوريا", "في شمال سوريا والعراق"])
def test_two_states_behind_one_side_share_it(one, places):
    body = f"قتل التحالف الدولي 35 مسلحا من تنظيم داعش {places}."
    assert set(one(body, "35").where) == {"northern Syria, SY", "northern Iraq, IQ"}


def test_a_conjunction_is_no_town(one):
    body = "قتل 15 في تركيا. وفي العراق أشارت الوزارة إلى أن الجرحى بلغوا 71، بينهم 19 بالرصاص، وأن حالة 13 منهم خطيرة."
    assert one(body, "71").where == ("IQ",)
