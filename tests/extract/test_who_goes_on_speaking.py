"""Who speaks where a verb has no clause: with a masdar, in a short quotation, of a document, for a state."""

import pytest

BEFORE = "قال مصدر أمني إن القتال مع داعش مستمر."


def test_a_possessed_noun_is_no_name(read):
    (claim,) = [one for one in read(f"{BEFORE} وقالت في افتتاحيتها إن داعش قتل 5 جنود.") if one.low == 5]
    assert "افتتاحيتها" not in claim.source


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"{BEFORE} وأكد مقتل 5 جنود في ديالى.", ("security_sources",)),
        (f"{BEFORE} ومنذ أعلنت بدء الهجوم على داعش قتل 5 جنود.", ()),
        ("كشف مدير صحة ديالى زكي الزعتور عن حجم الدمار، قائلا إن داعش قتل 5 جنود.", ("مدير صحة ديالى زكي الزعتور",)),
        ('قال حاكم ديالى "أوقفنا 5 من داعش"، موضحا أن القتال مستمر.', ("حاكم ديالى",)),
        (
            "ووثق التقرير الصادر عن مركز الزعتور لحقوق الإنسان (مستقل) مقتل 5 جنود في ديالى.",
            ("مركز الزعتور لحقوق الإنسان",),
        ),
        ("قتل داعش 5 جنود في ديالى، حسب أرقام وضعتها وكالة رويترز.", ("reuters",)),
        ("أعلنت السلطات الباكستانية، الخميس، مقتل 5 من داعش.", ("pakistan",)),
        ("أعلنت السلطات الفنلندية مقتل 5 من داعش.", ("finland",)),
        (f"{BEFORE} وتبنى داعش الكمين، زاعما أنه أوقع 5 قتلى من الجنود.", ("daesh",)),
        (f"{BEFORE} وأعلنت حركة الشباب مسؤوليتها عن الكمين، زاعمة مقتل 5 جنود.", ("حركة الشباب",)),
        (f"{BEFORE} وأعلنت حركة الشباب مسؤوليتها عن الكمين. وأضافت أن 5 جنود قتلوا.", ("حركة الشباب",)),
        ("حذر أطباء من خطورة الوضع، مشيرين إلى مقتل 5 مدنيين في ديالى.", ("medics",)),
        ("قتل داعش 5 جنود في ديالى، وفق بيان لوزارة الزراعة تلاه التلفزيون.", ("وزارة الزراعة",)),
    ],
)
def test_who_speaks_without_a_clause_of_his_own(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


SIDES = "قال مصدر أمني إن القتال دار بين الجيش من جهة وداعش من جهة أخرى."


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"{SIDES} وأضاف أن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (f"{BEFORE} من جهة أخرى قتل 5 جنود في ديالى.", ()),
        (f"{BEFORE} وأضاف لـ«صوت الضفاف»، أن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (f"{BEFORE} وتابع بالقول إن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (f"{BEFORE} وأضاف في مؤتمر صحفي أن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (f"{BEFORE} وأضاف في سلسلة تغريدات أن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (
            f"{BEFORE} لكن زعتور البهاتي، قائد الجيش في ديالى، تحدث عن مقتل 5 جنود.",
            ("زعتور البهاتي، قائد الجيش",),
        ),
        (f"{BEFORE} وأعلن عن مقتل 5 جنود في ديالى.", ()),
        (f"{BEFORE} ويتهم مسلحو داعش بقتل 5 جنود.", ()),
        ("اتهمت سوريا وروسيا إسرائيل بشن هجوم أسفر عن مقتل 5 جنود.", ("syria+russia",)),
        (f"{BEFORE} يذكر أنه قتل 5 جنود في ديالى.", ()),
        (f"{BEFORE} ولم يعلق الجيش على مقتل 5 جنود في ديالى.", ()),
        (f"{BEFORE} وأصدرت محكمة بغداد أوامر باعتقال 5 من داعش.", ()),
        ("طالب حاكم ديالى بإطلاق الأسرى، كاشفا عن مقتل 5 جنود في هجوم لداعش.", ("حاكم ديالى",)),
        ("أعلن الأمن الأهلي، الأربعاء، اعتقال 5 من داعش.", ("الأمن الأهلي",)),
        ("قال مصدر أمني إن الجيش اعتقل قياديا من داعش يدعى زعتور البهاتي، وإن داعش قتل 5 جنود.", ("security_sources",)),
        ("قال مصدر أمني إن الجيش تمكن من رصد رتل لداعش وإن 5 جنود قتلوا.", ("security_sources",)),
        (
            "أفاد المرصد السوري لحقوق الإنسان ووحدات حماية الشعب بأن القتال مع داعش مستمر. ووثق المرصد مقتل 5 جنود.",
            ("sohr",),
        ),
    ],
)
def test_where_a_speaker_goes_on_and_where_nobody_speaks(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


def test_a_quotation_goes_on_over_sentences_to_its_mark(read):
    claims = read(
        'قال حاكم ديالى "قتلنا 3 من داعش. قتل 4 جنود. وقتل 5 جنود". وقتل 6 جنود في بغداد.\n'
        'وقال الحاكم "قتلنا 7 من داعش. قتل 8 جنود.\nوقتل 9 جنود في بغداد.'
    )
    told = {claim.low: claim.source for claim in claims}
    assert [told[number] for number in (3, 4, 5, 7, 8)] == [("حاكم ديالى",)] * 5
    assert told[6] == told[9] == ()


REPORT = "كشف تقرير حقوقي، الثلاثاء، عن مقتل 5 مدنيين في ديالى على أيدي داعش."


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (REPORT, ("تقرير حقوقي",)),
        (f"{REPORT}\nووثق التقرير الصادر عن مركز البهاتي للحقوق (مستقل) هذا العدد.", ("مركز البهاتي للحقوق",)),
        (f"{REPORT}\nوأكد مركز البهاتي للحقوق، في تقريره السنوي، استمرار الجرائم.", ("مركز البهاتي للحقوق",)),
        (f"{REPORT}\nوتوزعت الجرائم التي رصدها تقرير منظمة البهاتي الحقوقية.", ("منظمة البهاتي الحقوقية",)),
        (
            'وسجل تقرير "ائتلاف الإغاثة المدنية في الضفاف البعيدة" مقتل 5 مدنيين في هجوم لداعش.',
            ("ائتلاف الإغاثة المدنية",),
        ),
        ("كشف مركز البهاتي الحقوقي عن ارتكاب داعش 5 انتهاكات في ديالى.", ("مركز البهاتي الحقوقي",)),
        ("ذكر تقرير منظمة البهاتي أن القتال مع داعش مستمر. ووثق 5 حالات اختطاف.", ("منظمة البهاتي",)),
    ],
)
def test_a_report_is_of_whoever_the_text_says_it_is_of(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "speaker",
    [
        "مدير لجنة الصحفيين، نجيب الزعتور",
        "مدير شؤون الصحة في الولاية نجيب الله الزعتور",
        "مدير الصحة في المنطقة الوسطى العميد سامي حسان",
        "قائد معركة تحرير ديالى، العميد سامي حسان",
        "مدير برنامج المساءلة في الحركة العالمية للدفاع عن الأطفال سامي حسان",
    ],
)
def test_a_name_behind_an_office_is_read_to_its_end(read, speaker):
    (claim,) = [claim for claim in read(f"قال {speaker} إن داعش قتل 5 جنود.") if claim.low == 5]
    assert claim.source == (speaker,)


def test_whom_a_speaker_met_is_not_the_speaker(read):
    body = "قالت رئيسة الوزراء تيريزا هاني خلال استقبالها لنظيرها سامي حسان في بغداد، إن داعش قتل 5 جنود."
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == ("رئيسة الوزراء تيريزا هاني",)


def test_a_low_line_parts_words(read):
    (claim,) = read("أعلن #الجيش_العراقي مقتل 5 من #تنظيم_الدولة_الإسلامية.")
    assert (claim.source, claim.of) == (("iraq_forces",), "daesh")


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("وندد رئيس البلدية سامي حسان بالقصف، مشيرا إلى أن داعش قتل 5 جنود.", "رئيس البلدية سامي حسان"),
        ("وزار وزير الصحة سامي حسان المستشفى مؤكدا أن داعش قتل 5 جنود.", "وزير الصحة سامي حسان"),
        ("قتل داعش 5 جنود في الموصل، حسب آخر تحديث للأمم المتحدة.", "un"),
    ],
)
def test_who_did_something_speaks_by_the_participle_beside_it(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == (chain,)


@pytest.mark.parametrize(
    "told",
    [
        "لكنه أضاف أن",
        "ولكنه أكد أن",
        "إلا أنه قال إن",
        "بيد أنه ذكر أن",
        "غير أنه أكد أن",
        "وسبق أن قال إن",
        "ثم قال إن",
    ],
)
def test_a_particle_before_the_verb_names_nobody_else(one, told):
    body = f"قال مدير المستشفى سالم الحاتمي إن داعش قتل 10 مدنيين في الرقة. {told} 40 مدنيا أصيبوا."
    assert one(body, "40").source == one(body, "10").source != ()
