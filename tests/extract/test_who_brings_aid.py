"""By, of aid: the body or the state whose goods and people helped a figure counts."""

from __future__ import annotations

import pytest

_BEFORE = "قتل خمسة جنود في هجوم للحوثيين في عدن باليمن. "


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("ووزع برنامج الأغذية العالمي مساعدات على 20 ألف أسرة في المدينة.", "20 ألف", "world_food_programme"),
        ("ووصلت إلى الميناء سفينة إماراتية محملة بـ2300 طن من الأدوية.", "2300", "uae"),
        ("ووصلت سفينة تابعة للأمم المتحدة تحمل 400 طن من الأغذية.", "400", "un"),
        ("ووصلت سفينة محملة بـ400 طن من الأغذية أرسلها الهلال الأحمر.", "400", "red_crescent"),
        ("وأرسلت تركيا 12 شاحنة محملة بالأدوية إلى المدينة.", "12", "turkey"),
        ("وأدخلت منظمة يونيسف 40 شاحنة مساعدات.", "40", "unicef"),
        ("وقدم ائتلاف الوادي للإغاثة 300 سلة غذائية إلى النازحين.", "300", "ائتلاف الوادي للإغاثة"),
        ("وأطلق مركز الملك فهد للإغاثة قافلة تضم 40 شاحنة من الأدوية.", "40", "مركز الملك فهد للإغاثة"),
        ("وقال متحدث باسم برنامج الأغذية العالمي إن القافلة تكفي 26 ألف شخص.", "26 ألف", "world_food_programme"),
        ("ونزع مشروع سلام 300 لغم في المدينة.", "300", "مشروع سلام"),
    ],
)
def test_aid_is_by_whoever_sends_or_shares_it_out(one, body, number, by):
    assert one(_BEFORE + body, number).by == by


def test_goods_of_no_aid_are_nobody_s_gift(one):
    body = "ودمر الجيش اليمني 12 شاحنة وقود للحوثيين أرسلتها إيران في عدن."
    assert one(_BEFORE + body, "12").by == "yemen_gov"
