"""A currency's noun that several states have, without its adjective."""

import pytest

_BEFORE = "أعلن الجيش أن تنظيم داعش قتل ثلاثة جنود في هجوم الأحد.\n"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("قدمت الإمارات مساعدات بقيمة تسعة مليارات درهم إلى النازحين بعد قصف مدنهم.", "AED"),
        ("أنفقت السعودية مليار ريال على إغاثة النازحين من الحرب في اليمن.", "SAR"),
        ("نهب المسلحون في صنعاء ستين مليار ريال من البنك المركزي بعد هجوم على المدينة.", "YER"),
        ("خصص العراق 300 مليار دينار لإعمار المدن التي دمرتها الحرب.", "IQD"),
        ("خصصت الحكومة 300 مليار دينار عراقي لإعمار المدن التي دمرتها الحرب في ليبيا.", "IQD"),
    ],
)
def test_it_is_that_of_the_state_told_beside_it(read, text, unit):
    assert [claim.unit for claim in read(_BEFORE + text) if claim.low and claim.low > 1000] == [unit]
