"""Towns that no pack knows and no noun tells of, in a breakdown by towns."""

import pytest

WHOLE = "قتل 35 مدنيا في هجمات لداعش على ثلاث بلدات في محافظة ديالى"


@pytest.mark.parametrize(
    ("parts", "number", "places"),
    [
        (": 20 في زعتورا، و10 في بلنكور، و5 في كيروباتي.", "10", ("Balnakur, IQ",)),
        (": 20 في زعتورا، و10 في بلنكور، و5 في كيروباتي.", "5", ("Kirubati, IQ",)),
        (": 20 في ديبي تاكور و15 في قرية الزعتور.", "20", ("Dibi Takur, IQ",)),
    ],
)
def test_a_name_behind_the_in_of_several_parts_is_a_town(one, parts, number, places):
    assert one(WHOLE + parts, number).where == places


def test_one_part_alone_makes_no_town_of_a_word(one):
    assert one("قتل 35 مدنيا في بلنكور. وقال الجيش العراقي إن القتال مع داعش في ديالى مستمر.", "35").where != (
        "Balnakur, IQ",
    )


def test_behind_a_breakdown_the_report_goes_on_where_the_whole_was(one):
    body = WHOLE + ": 20 في زعتورا، و15 في بلنكور. وأصيب 44 آخرون."
    assert one(body, "44").where == ("Diyala, IQ",)


@pytest.mark.parametrize(
    ("parts", "number", "places"),
    [
        ("وصل 5200 من النازحين إلى نوغاري و3100 إلى مويتا.", "5200", ("Nughari, IQ",)),
        ("وصل 5200 من النازحين إلى نوغاري و3100 إلى مويتا.", "3100", ("Muwita, IQ",)),
        ("بينهم 5200 نازح دخلوا عبر زعتورا و3100 عبر كركوك.", "3100", ("Kirkuk, IQ",)),
    ],
)
def test_people_counted_by_where_they_went_are_there(one, parts, number, places):
    body = f"فر 8300 شخص من بلدات محافظة ديالى العراقية بعد هجوم داعش. {parts}"
    assert one(body, number).where == places


def test_towns_reached_are_in_the_country_reached(one):
    body = (
        "عبر 8300 لاجئ سوري إلى شرق الأردن هربا من هجوم داعش في محافظة درعا، دخل 5200 منهم عبر نوغاري و3100 عبر مويتا."
    )
    assert one(body, "3100").where == ("Muwita, JO",)
