"""Lists: what one word counts goes on through them, wherever the first of them went or whoever they were."""

import pytest

PARTIES = "معارك بين الجيش السوري وتنظيم داعش في حلب. "


def measures(read, body):
    return [(claim.measure, claim.low) for claim in read(PARTIES + body)]


@pytest.mark.parametrize(
    "words",
    [
        "بين القتلى 206 من مسلحي التنظيم الموالي لتنظيم القاعدة و58 من أفراد الجيش والشرطة و26 مدنيا",
        "قتل في الهجوم 206 من موظفي السكك الحديدية و58 من أفراد الجيش و26 مدنيا",
    ],
)
def test_who_the_first_were_ends_no_list(read, words):
    assert measures(read, f"وقال المتحدث إن {words}.") == [("killed", 206), ("killed", 58), ("killed", 26)]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("وصل 5240 من الفارين إلى إدلب و3121 إلى حماة و1683 إلى حمص", [5240, 3121, 1683]),
        ("نزح 11104 أشخاص، بينهم 5240 وصلوا إلى إدلب و3121 بلغوا حماة و1683 إلى حمص", [11104, 5240, 3121, 1683]),
        ("إن عدد من فروا من المدينة بلغ 11104 مدنيين، منهم 5240 إلى إدلب و3121 إلى حماة", [11104, 5240, 3121]),
    ],
)
def test_where_the_uprooted_went_goes_on_through_a_list(read, words, values):
    assert measures(read, f"وقالت المنظمة {words}.") == [("displaced", value) for value in values]


def test_what_a_verb_says_of_those_whose_number_is_told(read):
    assert measures(read, "وقال المرصد إن عدد الذين قتلوا في المدينة بلغ 45 شخصا.") == [("killed", 45)]


def test_a_figure_that_looks_like_a_year_is_what_a_count_has_come_to(read):
    figures = measures(read, "وقالت الوزارة إن إجمالي القتلى وصل إلى 2036 وإجمالي الجرحى إلى 9662.")
    assert figures == [("killed", 2036), ("wounded", 9662)]


def test_the_level_that_a_rise_starts_from_may_be_dated(read):
    told = "وقال المكتب إن عدد النازحين ارتفع بنسبة 40 بالمئة من 3 ملايين قبل عام إلى 4.2 ملايين نازح."
    assert measures(read, told) == [("displaced", 40), ("displaced", 3_000_000), ("displaced", 4_200_000)]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("دمرت القوات 12 منصة إطلاق صواريخ وثلاثة مخازن للسلاح", [("destroyed", 12), ("destroyed", 3)]),
        ("دُمرت 12 آلية ومنصتا إطلاق ومخزنان للسلاح", [("destroyed", 12), ("destroyed", 2), ("destroyed", 2)]),
        ("دمرت القوات ورشتي تفخيخ ومعمل تصنيع و5 عربات", [("destroyed", 2), ("destroyed", 5)]),
    ],
)
def test_what_a_thing_is_for_ends_no_list(read, words, figures):
    assert measures(read, f"وقالت الوزارة: {words}.") == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("دمر 12 آلية للتنظيم وأعطب 5 أخرى", [("destroyed", 12), ("destroyed", 5)]),
        ("دمر 34 عربة واستولى على 16 أخرى بحالة جيدة", [("destroyed", 34), ("seized", 16)]),
    ],
)
def test_more_things_of_a_kind_are_told_by_others_alone(read, words, figures):
    assert measures(read, f"وقال الجيش إنه {words}.") == figures


def test_a_noun_of_two_words_is_counted_though_its_first_alone_is_not(read):
    body = "وقالت الوزارة إنه تم القبض على 17 شخصا، مع ضبط 70 قطعة سلاح و9 قطع سلاح ثقيلة."
    assert measures(read, body) == [("detained", 17), ("seized", 70), ("seized", 9)]


@pytest.mark.parametrize("rises", ["ارتفع إلى 30", "بلغ 30", "وصل إلى 30 شخصا", "ارتفع إلى 30 طالبا"])
def test_a_toll_reaches_its_figure_past_what_is_said_of_the_attack(read, rises):
    body = f"وقالت الوزارة إن عدد قتلى القصف الذي استهدف المدرسة {rises} و12 جريحا."
    assert measures(read, body) == [("killed", 30), ("wounded", 12)]


@pytest.mark.parametrize(("word", "value"), [("ثلاث", 3), ("أربع", 4), ("خمس", 5), ("ست", 6)])
def test_a_plural_that_looks_as_if_it_wore_the_article_is_counted(read, word, value):
    assert measures(read, f"وقالت الوزارة إن القوات دمرت {word} آليات للتنظيم.") == [("destroyed", value)]


def test_a_clause_about_a_place_parts_no_numbers(read) -> None:
    text = "قتل 43 جنديا في الرقة، حيث ينشط تنظيم داعش، و52 في حلب، و20 في حمص."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 43), ("killed", 52), ("killed", 20)]


@pytest.mark.parametrize(
    "kind",
    ["دفع رباعي", "دفع رباعي محملة بالذخائر", "ربع نقل", "مجهزة برشاشات", "بدون لوحات معدنية"],
)
def test_of_what_kind_vehicles_are_ends_no_list(read, kind) -> None:
    text = f"دمر الجيش العراقي في كركوك 10 عربات {kind}، و32 دراجة نارية لداعش."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("destroyed", 10), ("destroyed", 32)]


def test_heroes_of_the_forces_are_theirs(one) -> None:
    assert one("استشهد خمسة أبطال من الجيش العراقي في هجوم لداعش في كركوك.", "خمسة").of == "iraq_forces"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قتلت روسيا 22 مدنيا في سوريا وتنظيم داعش 46.", [("killed", 22, "russia"), ("killed", 46, "daesh")]),
        (
            "قتل تنظيم داعش 30 مدنيا في الموصل والقوات العراقية 12.",
            [("killed", 30, "daesh"), ("killed", 12, "iraq_forces")],
        ),
        (
            "نفذت روسيا 40 غارة على داعش في سوريا، وتركيا 25.",
            [("airstrikes", 40, "russia"), ("airstrikes", 25, "turkey")],
        ),
    ],
)
def test_the_next_party_did_what_stands_behind_it(read, text, figures) -> None:
    assert [(claim.measure, claim.low, claim.by) for claim in read(text)][: len(figures)] == figures


def test_the_next_state_has_so_many_in_the_field(read) -> None:
    claims = read("تشارك ألمانيا في قتال داعش بـ300 جندي وفرنسا بـ200 وإيطاليا بـ150.")
    assert [(claim.measure, claim.low, claim.of) for claim in claims] == [
        ("strength", 300, "germany"),
        ("strength", 200, "france"),
        ("strength", 150, "italy"),
    ]


def test_the_next_party_lost_so_many_too(read) -> None:
    claims = read("خسر الجيش العراقي 12 جنديا في كركوك وداعش 30.")
    assert [(claim.measure, claim.low, claim.of) for claim in claims][1:] == [("killed", 30, "daesh")]
