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


@pytest.mark.parametrize(
    "body",
    [
        "وقال الوزير إن تركيا ستواصل القتال في سوريا كعمليتي درع الزيتون وغصن الوادي.",
        "وتستعد تركيا للقتال في سوريا على غرار عمليتي درع الزيتون وغصن الوادي.",
        "وأكدت مصادر في المقاومة اليمنية مقتل القيادي نعمان الزعتري، وذلك خلال المواجهات في مأرب.",
    ],
)
def test_a_pair_that_something_is_like_and_a_demonstrative_count_nothing(read, body):
    assert all(claim.low == 1 and "الزعتري" in claim.quote for claim in read(body))


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
        ("قصفت الطائرات 14 هدفا في إدلب ودمرت مقاتلات حربية 3 مستودعات.", [14, 3]),
        ("ضرب المنتخب موعدا في بغداد، وقصف مهاجمه مرمى الضيوف 3 مرات.", []),
        ("لقي 3 أشخاص مصرعهم وأصيب 9 في انفجار غاز بمطعم في صنعاء.", []),
        ("لقي 3 أشخاص مصرعهم في حادث سير في صنعاء.", []),
    ],
)
def test_a_report_of_one_sentence_is_read_where_it_tells_of_the_dead_of_a_war(read, body, values):
    assert [claim.low for claim in read(body)] == values


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("ثار بركان في جنوب سوريا أمس. وقتل 25 شخصا على الأقل وأصيب 20، وفر آلاف الأشخاص من بيوتهم.", []),
        ("ضرب زلزال مدينة حلب السورية. ولقي 11 شخصا مصرعهم. وقتل داعش 4 جنود في هجوم قرب تدمر.", [4]),
        ("قتل عشرة أشخاص بحريق اندلع في مصنع في صنعاء باليمن، وأصيب خمسة.", []),
        ("تحطمت طائرة عسكرية جزائرية ما أدى إلى مقتل 257 شخصا. وكان على متنها نحو مئة عسكري.", []),
        ("تحطمت طائرة ركاب في شمال سوريا ما أدى إلى مقتل 39 شخصا.", []),
    ],
)
def test_an_accident_goes_on_until_the_text_tells_of_war(read, body, values):
    assert [claim.low for claim in read(body)] == values


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("أدى قصف النظام السوري على حلب إلى انهيار مبنى ومقتل 18 شخصا.", [18]),
        ("أغارت مقاتلات التحالف على صنعاء. واندلع حريق في سوق وقتل 14 مدنيا.", [14]),
        ("تحطمت طائرة نقل عسكرية روسية في سوريا ما أدى إلى مقتل 39 شخصا.", [39]),
    ],
)
def test_a_fire_or_a_collapse_that_war_brings_about_is_no_accident(read, body, values):
    assert [claim.low for claim in read(body) if claim.measure == "killed"] == values


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("أطلق رجل النار في مدرسة في ولاية أوهايو. وقتل 10 تلاميذ وأصيب 12 آخرون. واعتقلت السلطات 3 أشخاص.", []),
        (
            "قتل 10 أشخاص في هجوم إرهابي نفذه متشدد في ولاية أوهايو. وأصيب 12 آخرون. واعتقلت السلطات 3 أشخاص.",
            [10, 12, 3],
        ),
    ],
)
def test_violence_far_from_any_war_is_of_a_conflict_where_it_has_a_cause(read, body, values):
    assert [claim.low for claim in read(body) if claim.measure != "attacks"] == values


def test_who_died_by_a_word_that_leaves_the_cause_open_did_not_die_of_a_war(read):
    body = "يعيش الكاتب في حلب بسوريا منذ عقود. وكان صديقا للشاعر محمد درويش الذي توفي قبل عشر سنوات."
    assert read(f"{body} وشهدت المدينة حربا.") == []
    wounded = read("أصيب القائد محمد درويش في غارة على حلب بسوريا. وتوفي القائد محمد درويش متأثرا بجروحه.")
    assert [claim.measure for claim in wounded] == ["wounded", "killed"]


_NEIGHBOURS = "وتحدث الجيران عن أسرته وعن طفولته في القرية وعن عمله في المصنع وعن خلافه مع زملائه حول الأجر. "


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (
            "أطلق مسلح النار في مدرسة في الولايات المتحدة فقتل 5 تلاميذ. وكان المسلح عاد من العراق إلى الولايات المتحدة. "
            "وذكرت الولايات المتحدة وكندا إن 3 أصيبوا في الهجوم. وشددت الولايات المتحدة بيع السلاح. " + 6 * _NEIGHBOURS,
            [],
        ),
        ("وجهت الشرطة تهمة القتل إلى رجلين بعد تفجير متجر في ليدز. وأسفر التفجير عن مقتل 4 أشخاص.", []),
        ("هاجم إرهابي متجرا في ليدز فقتل 4 أشخاص. وقالت الشرطة إن الإرهابي أصاب 6 في الهجوم.", [4, 6]),
    ],
)
def test_violence_far_from_any_war_is_of_a_conflict_where_a_cause_is_named(read, body, values):
    assert [claim.low for claim in read(body)] == values


@pytest.mark.parametrize(
    ("opening", "values"),
    [
        ("قتل رجل 3 عمال في المصنع بسلاح أبيض، وكان يقرأ عن داعش ويجمع السلاح. ", []),
        ("قتل داعش 3 عمال في المصنع بسلاح أبيض. وقالت الشرطة إن داعش خطط لقتلهم. وتبنى داعش الهجوم. ", [3]),
    ],
)
def test_a_party_that_a_long_text_names_in_passing_makes_it_none_of_a_conflict(read, opening, values):
    assert [claim.low for claim in read(opening + 12 * _NEIGHBOURS)] == values


def test_nor_does_it_where_the_headline_names_an_armed_group(read):
    body = "أصدرت المحكمة أحكاما بالإعدام على 12 من داعش. " + 12 * _NEIGHBOURS
    assert [claim.low for claim in read(body)] == []
    assert [claim.low for claim in read("أحكام بحق مدانين من داعش\n" + body)] == [12]


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("قالت المفوضية إن 11104 أشخاص نزحوا من حلب منذ 24 مارس، وهي قلقة على المدنيين في سوريا.", [11104]),
        ("قالت المفوضية إن 11104 أشخاص نزحوا من حلب بسبب السيول، وهي قلقة على المدنيين في سوريا.", []),
        (
            "قال المعهد إن باكستان شهدت 105 هجمات مسلحة في مارس، مقابل 70 هجوما في فبراير. وشن متشددون 52 هجوما في بلوشستان.",
            [105, 70, 52],
        ),
        ("قال المعهد إن السويد شهدت 105 هجمات إلكترونية في مارس، مقابل 70 هجوما في فبراير.", []),
    ],
)
def test_the_uprooted_and_counted_attacks_tell_of_a_conflict_where_one_is_fought(read, body, values):
    assert [claim.low for claim in read(body)] == values


@pytest.mark.parametrize(
    "body",
    [
        "قتل 1482 شخصا واختطف 438 آخرون في هايتي بين يناير ومارس 2024، وتزايد عنف العصابات.",
        "ارتفع عدد قتلى الهجوم على فندق في نيروبي إلى 21 شخصا، وقتلت الشرطة المهاجمين الخمسة.",
        "غادر آخر 4000 مقاتل حي شرق حلب، وقتل 12 شخصا في المدينة.",
        "أحصت بعثة الأمم المتحدة في جنوب السودان 658 قتيلا و452 مصابا في أعمال عنف بين فبراير ومايو.",
    ],
)
def test_short_reports_of_the_dead_where_a_conflict_is_fought_are_read(read, body):
    assert "killed" in {claim.measure for claim in read(body)}
