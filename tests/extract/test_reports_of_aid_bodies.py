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


def test_a_list_is_of_the_body_that_brings_out_its_document(read):
    claims = read(
        "نشر مكتب إنقاذ المخطوفين إحصائية جديدة عن ضحايا داعش، جاء فيها:\n- عدد المخطوفين: 6417 شخصا.\n"
        "- عدد النازحين: 360 ألفا."
    )
    speaker = ("مكتب إنقاذ المخطوفين",)
    assert [(claim.measure, claim.low, claim.source) for claim in claims] == [
        ("abducted", 6417, speaker),
        ("displaced", 360_000, speaker),
    ]


def test_a_document_behind_a_definite_subject_is_no_part_of_its_name(one):
    body = "أوردت اللجنة الأرقام الآتية عن ضحايا داعش: 47 قتيلا في الموصل."
    assert one(body, "47").source == ("اللجنة",)


@pytest.mark.parametrize("words", ["تقريرها السنوي الذي وثق", "تقريرا يوثق"])
def test_what_a_report_documents_its_maker_says(one, words):
    body = f"أصدرت الشبكة السورية لحقوق الإنسان {words} مقتل 314 صحفيا في سوريا منذ آذار 2011."
    assert one(body, "314").source == ("snhr",)


def test_a_toll_broken_down_by_who_is_responsible(read):
    body = (
        "قتل 640 صحفيا في سوريا، توزعوا بحسب الجهات الفاعلة إلى: قوات النظام السوري: 551، القوات الروسية: 22، "
        "تنظيم داعش: 64."
    )
    claims = read(body)
    assert [(claim.low, claim.by) for claim in claims[1:]] == [(551, "assad_forces"), (22, "russia"), (64, "daesh")]
    assert {claim.source for claim in claims} == {()}


def test_in_whose_hands_a_part_died(read):
    body = "قضى 640 شخصا بسبب التعذيب في سوريا، منهم 551 على يد قوات النظام و64 لدى هيئة تحرير الشام."
    assert [claim.by for claim in read(body)][1:] == ["assad_forces", "hts"]


@pytest.mark.parametrize(
    ("people", "whom"),
    [
        ("314 من الصحفيين والعاملين في الحقل الإعلامي", "journalists"),
        ("314 صحفيا أجنبيا", "journalists"),
    ],
)
def test_people_of_the_media_are_journalists(one, people, whom):
    assert one(f"قتل {people} في سوريا بنيران داعش.", "314").of == whom


def test_children_who_were_recruited_are_no_strength(one):
    claim = one("تحققت بعثة الأمم المتحدة من تجنيد 861 طفلا في حرب اليمن على يد الحوثيين، ومقتل 12 مدنيا.", "861")
    assert (claim.measure, claim.of) == ("other", "children")


def test_refugees_by_the_country_that_took_them_in(read):
    body = "واستقبلت تشاد 614 ألف لاجئ سوداني، ومصر 514 ألفا، وجنوب السودان 675 ألفا."
    assert [(claim.low, claim.where) for claim in read(body)] == [
        (614_000, ("TD",)),
        (514_000, ("EG",)),
        (675_000, ("SS",)),
    ]
