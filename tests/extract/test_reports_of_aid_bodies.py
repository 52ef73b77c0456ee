"""Reports of the United Nations, of rights groups and offices for the missing: whom tolls count, and who tells them."""

import pytest


@pytest.mark.parametrize(
    ("body", "number", "people"),
    [
        ("بلغ عدد القتلى المدنيين في المعارك مع داعش 314 شخصا خلال تموز.", "314", "civilians"),
        ("قالت لجنة محلية إن عدد الجرحى من الأطفال في الغارات على الرقة وصل إلى 47.", "47", "children"),
        ("ارتفعت حصيلة القتلى من الصحفيين في الغارات على الرقة إلى 19.", "19", "journalists"),
        ("بلغت حصيلة القتلى من القوات العراقية 47 في المعارك مع داعش.", "47", "iraq_forces"),
    ],
)
def test_a_toll_counts_the_people_whom_it_is_told_of(one, body, number, people):
    assert one(body, number).of == people


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("والشبكة الوطنية للتوثيق تقول إن 314 مدنيا قتلوا بنيران داعش.", "الشبكة الوطنية للتوثيق"),
        ("فالشبكة الوطنية للتوثيق تقول إن 314 مدنيا قتلوا بنيران داعش.", "الشبكة الوطنية للتوثيق"),
        ("وبحسب مكتب إنقاذ المخطوفين فإن داعش قتل 314 مدنيا.", "مكتب إنقاذ المخطوفين"),
        ("وأكدت لجنة إطلاق سراح المعتقلين أن داعش قتل 314 مدنيا.", "لجنة إطلاق سراح المعتقلين"),
    ],
)
def test_a_body_speaks_by_its_whole_name_without_a_conjunction(one, body, speaker):
    assert one(body, "314").source == (speaker,)


def test_what_a_body_is_for_befell_nobody(read):
    claims = read("قال مدير مكتب إنقاذ المخطوفين الإيزيديين خيري بوزاني إن داعش خطف 314 فتاة.")
    assert [(claim.measure, claim.number) for claim in claims] == [("abducted", "314")]


@pytest.mark.parametrize(
    "body",
    [
        "قتل 926 مدنيا في العراق بنيران داعش. وسجلت نينوى الحصيلة الأعلى بـ314 قتيلا.",
        "قتل 926 مدنيا في العراق بنيران داعش. وسجلت بغداد مقتل 314 مدنيا.",
    ],
)
def test_a_province_that_records_the_dead_says_nothing(one, body):
    assert one(body, "314").source == ()


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("رفع الأمين العام للأمم المتحدة تقريرا عن تنظيم داعش إلى مجلس الأمن.", "un"),
        ("أصدرت المنظمة الدولية للهجرة تقريرها عن مناطق داعش.", "iom"),
    ],
)
def test_a_report_is_of_the_body_that_brings_it_out(one, opening, speaker):
    assert one(f"{opening} وجاء في التقرير أن داعش قتل 314 مدنيا في سنجار.", "314").source == (speaker,)


@pytest.mark.parametrize(
    ("words", "number"),
    [("تقدر بنحو 120 مليون دولار", "نحو 120 مليون"), ("تبلغ 120 مليون دولار", "120 مليون")],
)
def test_what_an_amount_comes_to_is_nobodys_saying(one, words, number):
    body = f"قالت الأمم المتحدة إن تنظيم داعش يحتفظ باحتياطيات {words} في العراق."
    assert one(body, number).source == ("un",)


@pytest.mark.parametrize(
    ("body", "measure", "unit"),
    [
        ("عثر على 37 مقبرة جماعية في سنجار تضم ضحايا داعش.", "other", "site"),
        ("ولا يزال 37 إيزيديا مجهولي المصير في قبضة داعش.", "missing", "person"),
        ("بلغ عدد مسلحي تنظيم داعش في العراق 37 مسلحا.", "strength", "person"),
        ("يضم مخيم الهول 37 ألف شخص من عائلات داعش.", "camp_population", "person"),
    ],
)
def test_what_such_reports_count(read, body, measure, unit):
    assert [(claim.measure, claim.unit) for claim in read(body)] == [(measure, unit)]


@pytest.mark.parametrize(
    ("body", "people", "doer"),
    [
        ("وأكدت لجنة أن 37 مزارا دينيا فجرت على يد مسلحي داعش في سنجار.", None, "daesh"),
        ("يرى خبراء أن لداعش في العراق 37 مقاتلا ناشطا.", "daesh", None),
    ],
)
def test_who_did_it_is_not_whose_it_was_and_an_adjective_is_nobody(one, body, people, doer):
    claim = one(body, "37")
    assert (claim.of, claim.by) == (people, doer)


def test_a_question_how_many_counts_nobody(read):
    assert read("كم مدنيا قتل في العراق؟ عدادان لا يلتقيان بعد معارك داعش.") == []


def test_a_ranked_province_has_the_numbers_behind_it(read):
    body = "حلت نينوى أولا بـ446 ضحية، تلتها بغداد بـ152 قتيلا و581 جريحا، ثم صلاح الدين بـ41 قتيلا في هجمات داعش."
    assert [(claim.low, claim.where) for claim in read(body)] == [
        (446, ("Nineveh, IQ",)),
        (152, ("Baghdad, IQ",)),
        (581, ("Baghdad, IQ",)),
        (41, ("Salah al-Din, IQ",)),
    ]


@pytest.mark.parametrize("opening", ["بلغ مجموع الضحايا المدنيين 446 شخصا", "بلغ عدد ضحايا هجمات داعش في الموصل 446"])
def test_a_toll_of_dead_and_wounded_is_of_casualties(one, opening):
    claim = one(f"{opening}: 332 قتيلا و114 جريحا في معارك داعش.", "446")
    assert (claim.measure, claim.of) in [("casualties", "civilians"), ("casualties", None)]


@pytest.mark.parametrize("verb", ["يضم مخيم الهول", "يؤوي مخيم الهول", "كان مخيم الهول يضم"])
def test_parts_of_a_camps_population(read, verb):
    claims = read(f"{verb} 65 ألف شخص، منهم 31 ألف عراقي و25 ألف سوري، من عائلات داعش.")
    assert [(claim.measure, claim.low) for claim in claims] == [
        ("camp_population", 65_000),
        ("camp_population", 31_000),
        ("camp_population", 25_000),
    ]
