"""Who told it, named only behind what was told: behind a dash, in brackets, in a list's last line."""

import pytest

KILLED = "قتل 12 عنصرا من داعش في ديالى"
TITLE = "القتال في ديالى"
LIST = "حصيلة القتال مع داعش في ديالى خلال أسبوع:\n- مقتل 30 مدنيا\n- إصابة 14 آخرين\n"


@pytest.mark.parametrize(
    ("end", "chain"),
    [
        (" - مصادر طبية.", ("medics",)),
        (" – شبكة مسعفي الزعتور", ("شبكة مسعفي الزعتور",)),
        ("، المرصد السوري لحقوق الإنسان.", ("sohr",)),
        (" (المرصد السوري لحقوق الإنسان).", ("sohr",)),
        (" - أكبر معاقل التنظيم.", ()),
        ("، بينهم قادة، وتنظيم القاعدة.", ()),
    ],
)
def test_a_source_ends_what_it_told_behind_a_dash_or_a_watcher_behind_a_comma(one, end, chain):
    assert one(KILLED + end, "12").source == chain


@pytest.mark.parametrize("end", ["وذلك بحسب شبكة مسعفي الزعتور.", "- وفق ما أعلنته شبكة مسعفي الزعتور."])
def test_the_last_line_of_a_list_tells_who_told_all_its_items(one, end):
    assert one(LIST + end, "30", title=TITLE).source == ("شبكة مسعفي الزعتور",)
    assert one(LIST + end, "14", title=TITLE).source == ("شبكة مسعفي الزعتور",)


@pytest.mark.parametrize(
    "end", ["وبحسب شبكة مسعفي الزعتور قتل 7 جنود في الموصل.", "وقتل 7 جنود، بحسب شبكة مسعفي الزعتور."]
)
def test_a_source_of_more_behind_a_list_is_not_the_source_of_the_list(one, end):
    assert one(LIST + end, "30", title=TITLE).source == ()


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("وقتل 5 جنود في غارة على ديالى، تقول وزارة الصحة.", ("وزارة الصحة",)),
        ("وقتل 5 جنود في غارة على ديالى، قال مسؤول محلي الأربعاء.", ("officials",)),
        ("وقتل 5 جنود في غارة على ديالى، وقالت وزارة الصحة كلمتها.", ()),
        ("وبلغت الحصيلة، في إحصاء لوزارة الصحة، 5 قتلى في غارة على ديالى.", ("وزارة الصحة",)),
        ("وقتل 5 جنود في غارة على ديالى بناء على إحصاء أجرته رويترز.", ("reuters",)),
        ("وقتل 5 جنود في غارة على ديالى طبقا لإحصائيات رسمية.", ("إحصائيات رسمية",)),
    ],
)
def test_a_verb_or_a_count_behind_what_is_told(read, body, chain):
    (claim,) = [claim for claim in read(f"القتال مستمر. {body}") if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "told",
    ["كما نقلت رويترز عن الشرطة", "كما نقلت وكالة رويترز عن مصدر في الشرطة", "كما أفادت رويترز نقلا عن الشرطة"],
)
def test_a_relay_behind_its_figure_tells_it(one, told):
    body = f"قال مدير المستشفى سالم الحاتمي إن داعش هاجم الرقة. وقتل داعش 40 مدنيا، {told}."
    assert one(body, "40").source == ("police", "reuters")


@pytest.mark.parametrize(
    "told",
    [
        "قتل 12 مدنيا في قصف على الرقة في سوريا، والكلام للمرصد السوري لحقوق الإنسان.",
        "وخسر داعش في الرقة، والرواية للمرصد السوري لحقوق الإنسان، 12 قتيلا.",
        "قتل 12 مدنيا في قصف لداعش على الرقة، والعهدة على المرصد السوري لحقوق الإنسان.",
        "قتل 12 مدنيا في قصف لداعش على الرقة، على حد زعم المرصد السوري لحقوق الإنسان.",
        "ووفق توثيق المرصد السوري لحقوق الإنسان، قتل 12 مدنيا في قصف لداعش على الرقة.",
    ],
)
def test_whose_words_are_told_is_the_source(one, told):
    assert one(told, "12").source == ("sohr",)
