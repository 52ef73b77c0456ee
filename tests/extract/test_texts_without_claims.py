"""Numbers that have nothing to do with a conflict, and texts that tell of none."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "فاز منتخب العراق على سوريا بثلاثة أهداف مقابل هدفين، وحضر المباراة 40 ألف متفرج.",
        "ارتفع سعر النفط 3 في المئة إلى 80 دولارا، وخسرت البورصة 12 نقطة.",
        "افتتح الوزير 14 مدرسة تستوعب 5 آلاف تلميذ في المدينة.",
        "قتل 12 شخصا وأصيب 30 في حادث سير على طريق سريع.",
        "لقي 200 شخص مصرعهم في زلزال ضرب البلاد.",
    ],
)
def test_sport_markets_schools_and_accidents_yield_nothing(read, body):
    assert read(body) == []


def test_an_accident_in_a_report_of_a_conflict_yields_nothing(read):
    claims = read("قتل 12 شخصا في حادث سير قرب بغداد. وقتل داعش 5 مدنيين في كركوك.")
    assert [claim.low for claim in claims] == [5]


@pytest.mark.parametrize(
    "body",
    [
        "Five soldiers were killed and 44 wounded in an attack by ISIS near Palmyra.",
        "در این حمله گروه داعش چهل و چهار نفر کشته و پنجاه نفر دیگر زخمی شدند و چند خودرو نیز آتش گرفت.",
    ],
)
def test_another_language_yields_nothing(read, body):
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("قتل 31 مدنيا في غارة على صنعاء.", [31]),
        ("وثقت منظمة حقوقية مقتل 31 مدنيا في غارة شنها الجيش الإثيوبي على بلدة في أمهرة.", [31]),
        ("أعلنت وزارة الدفاع الأوكرانية الإفراج عن 75 أسيرا في صفقة تبادل.", [75]),
        ("عشرة جرحى في قصف على إدلب", [10]),
        ("لقي 3 أشخاص مصرعهم وأصيب 9 في انفجار غاز بمطعم في صنعاء.", []),
        ("لقي 3 أشخاص مصرعهم في حادث سير في صنعاء.", []),
    ],
)
def test_a_report_of_one_sentence_is_read_where_it_tells_of_the_dead_of_a_war(read, body, values):
    assert [claim.low for claim in read(body)] == values
