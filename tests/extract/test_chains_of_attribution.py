"""Who is said to have said it, through whom, and where that ends."""

import pytest

SAID = "5 جنود قتلوا في هجوم لداعش في ديالى"


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"أفاد المرصد السوري لحقوق الإنسان بأن {SAID}.", ("sohr",)),
        (f"قال مسؤول أمني إن {SAID}.", ("security_sources",)),
        (f"قال المتحدث باسم قوات سوريا الديمقراطية إن {SAID}.", ("sdf",)),
        (f"قال مدير مشفى القائم إن {SAID}.", ("مدير مشفى القائم",)),
        (f"نقلت وكالة رويترز عن مصدر أمني قوله إن {SAID}.", ("security_sources", "reuters")),
        (f"وأبلغ المتحدث باسم التحالف الدولي الصحافيين أن {SAID}.", ("coalition",)),
        ("رفع المرصد السوري لحقوق الإنسان حصيلة قتلى هجوم لداعش في ديالى إلى 5 جنود.", ("sohr",)),
        ("وخفضت وزارة الصحة حصيلتها لقتلى هجوم داعش في ديالى إلى 5 جنود.", ("وزارة الصحة",)),
        ("ارتفعت حصيلة قتلى هجوم لداعش في ديالى إلى 5 جنود.", ()),
        (f"وبين مدير مشفى القائم أن {SAID}.", ("مدير مشفى القائم",)),
        (f"وبيّن المرصد السوري لحقوق الإنسان أن {SAID}.", ("sohr",)),
        ("قال المرصد السوري لحقوق الإنسان إن فرقه وثقت بالأسماء مقتل 5 جنود في هجوم لداعش في ديالى.", ("sohr",)),
        (f"ذكر التحالف الدولي ذلك. وأوضح في تقريره الشهري أن {SAID}.", ("coalition",)),
        (f"ذكر التحالف الدولي ذلك. وأوضح في بيان شهري أن {SAID}.", ("coalition",)),
        (f"ذكر التحالف الدولي ذلك. وشدد على أن {SAID}.", ("coalition",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، بحسب مصدر أمني.", ("security_sources",)),
        ("بحسب المرصد السوري لحقوق الإنسان، قتل 5 جنود في هجوم لداعش في ديالى.", ("sohr",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى.", ()),
        (f"قال مصدر أمني، طالبا عدم ذكر اسمه، إن {SAID}.", ("security_sources",)),
        (f"وجاء في بيان خلية الإعلام الأمني أن {SAID}.", ("security_media_cell",)),
        (f"وفي أحدث بيان للمرصد السوري لحقوق الإنسان أن {SAID}.", ("sohr",)),
        (f"بحسب ما نشرته خلية الإعلام الأمني، {SAID}.", ("security_media_cell",)),
        (
            "تناولت خلية الإعلام الأمني، في حصيلتها الشهرية، ديالى حيث قتل 5 جنود في هجوم لداعش.",
            ("security_media_cell",),
        ),
        (f"الرواية الأولى لخلية الإعلام الأمني، وتقول إن {SAID}.", ("security_media_cell",)),
        (f"والرواية الثانية للمتحدث باسم التحالف الدولي الذي قال إن {SAID}.", ("coalition",)),
        (f"قال مسؤول في التحالف الدولي إن {SAID}.", ("coalition",)),
        (f"ذكر المكتب الإعلامي لقوات سوريا الديمقراطية أن {SAID}.", ("sdf",)),
        (f"وكان مكتب قائممقام القضاء قد أعلن أن {SAID}.", ("مكتب قائممقام القضاء",)),
        (f"قال رئيس الوزراء التركي إن {SAID}.", ("رئيس الوزراء التركي",)),
        (f"وكان الناطق باسم جهاز الإسعاف سامر علي قد أعلن أن {SAID}.", ("الناطق باسم جهاز الإسعاف سامر علي",)),
        (f"قال المتحدث باسم الوزارة حسن علي إن {SAID}.", ("المتحدث باسم الوزارة حسن علي",)),
        (f"وزعم سالم أبو مازن، الناطق باسم داعش، أن {SAID}.", ("سالم أبو مازن، الناطق باسم داعش",)),
        (f"وزعم سالم الراوي، في تسجيل بثته إذاعة الوادي، أن {SAID}.", ("سالم الراوي",)),
        (f"ونفى قائد القوات البرية سالم الراوي ذلك، وقال إن {SAID}.", ("قائد القوات البرية سالم الراوي",)),
        (f"{SAID}، بحسب التقرير اليومي لخلية الإعلام الأمني.", ("security_media_cell",)),
        (f"قالت وزارة الصحة اللبنانية إن {SAID}.", ("وزارة الصحة اللبنانية",)),
        (f"أكد الصليب الأحمر اللبناني أن {SAID}.", ("الصليب الأحمر اللبناني",)),
        (f"أكد الصليب الأحمر أن {SAID}.", ("icrc",)),
        (f"سجل مشروع بيانات مواقع النزاعات المسلحة وأحداثها أن {SAID}.", ("acled",)),
        (f"قالت السلطات اللبنانية إن {SAID}.", ("lebanon",)),
        (f"قالت تنسيقية لجان شباب الوادي إن {SAID}.", ("تنسيقية لجان شباب الوادي",)),
        (f"أعلنت ولاية الوادي أن {SAID}.", ("ولاية الوادي",)),
        (
            "أعلنت الكتيبة الثالثة التابعة للجيش العراقي مقتل 5 جنود في هجوم لداعش في ديالى.",
            ("الكتيبة الثالثة التابعة للجيش العراقي",),
        ),
        ("وكانت حصيلة العام الماضي قد أظهرت القضاء على 5 جنود في هجوم لداعش في ديالى.", ()),
        (f"قال كريم حسان حاكم منطقة الوادي إن {SAID}.", ("كريم حسان حاكم منطقة الوادي",)),
        (f"قال الناطق باسم المقاومة الشعبية علي الحداد إن {SAID}.", ("الناطق باسم المقاومة الشعبية علي الحداد",)),
        (
            f"الناطق باسم المقاومة الشعبية علي الحداد أعلن من جانبه أن {SAID}.",
            ("الناطق باسم المقاومة الشعبية علي الحداد",),
        ),
        (f"أصدرت هيئة الأنهار بيانا قالت فيه: {SAID}.", ("هيئة الأنهار",)),
        (f"تظهر بياناتنا أن {SAID}.", ()),
        ("وتقدر منظمة السلام ضحايا هجوم داعش في ديالى بـ5 قتلى.", ("منظمة السلام",)),
        (f"أعلنت هيئة الأركان العامة للجيش العراقي أن {SAID}.", ("iraq_forces",)),
        (f"وأفادت قيادة أركان الجيش بأن {SAID} في العراق.", ("iraq_forces",)),
        (f"وقال رئيس هيئة الأركان إن {SAID}.", ("رئيس هيئة الأركان",)),
        ("خفضت السلطات العراقية، الخميس، حصيلة هجوم داعش في ديالى إلى 5 قتلى.", ("iraq_gov",)),
        ("وراجعت الشرطة حصيلة هجوم داعش في ديالى لتصبح 5 قتلى.", ("police",)),
        ("وكانت وزارة الصحة العراقية رفعت حصيلة القتلى إلى 5 في هجوم لداعش.", ("وزارة الصحة العراقية",)),
        ("ورفعت غارة جديدة حصيلة القتلى في ديالى إلى 5 قتلى.", ()),
        ("وكانت حصيلة الهجوم التي أعلنها المستشفى العام 5 قتلى في ديالى.", ("المستشفى العام",)),
        (f"غير أن مصدرا أمنيا في بعقوبة قال إن {SAID}.", ("security_sources",)),
        (f"وبحسب البيان الصادر أول من أمس عن خلية الإعلام الأمني فإن {SAID}.", ("security_media_cell",)),
        (f"وجاء في بيان صدر مساء الجمعة عن وزارة الدفاع العراقية أن {SAID}.", ("iraq_forces",)),
        (f"جاء في بيان لوزارة الداخلية العراقية ما يلي: {SAID}.", ("iraq_gov",)),
        (f"وانسحب داعش، طبقا لما أوردته القوات العراقية في بيانها، بعد أن {SAID}.", ("iraq_forces",)),
        (f"أصدرت القوات العراقية بيانا جاء فيه:\n- {SAID}.\n- تدمير وكر.", ("iraq_forces",)),
        (f"أصدرت القوات العراقية بيانا جاء فيه:\n1- تدمير وكر.\n2- {SAID}.", ("iraq_forces",)),
        (f"أصدرت القوات العراقية بيانا جاء فيه:\n- تدمير وكر.\nو{SAID}.", ()),
        (f"قال مصدر أمني وشهود إن {SAID}.", ("security_sources+witnesses",)),
        (f"قالت مصادر أمنية وطبية إن {SAID}.", ("security_sources+medics",)),
        (f"أفادت تقارير بأن {SAID}.", ("media",)),
        (f"وثق مؤتمر الوادي أن {SAID}.", ("مؤتمر الوادي",)),
        (f"ذكرت مبادرة أهل الوادي أن {SAID}.", ("مبادرة أهل الوادي",)),
        (f"إلا أن بلدية الوادي شككت في الأرقام، وأقرت بأن {SAID}.", ("بلدية الوادي",)),
        (f"أما الانفصاليون فأفادوا بأن {SAID}.", ("الانفصاليون",)),
        ("قدرت منظمة الإغاثة عدد قتلى هجوم داعش في ديالى بـ5.", ("منظمة الإغاثة",)),
        (f"قال عدد من الشهود إن {SAID}.", ("witnesses",)),
        ("قدر المستشفى القتلى بـ5 بعد هجوم لداعش في ديالى.", ("المستشفى",)),
        ("وتقدر فصائل محلية عدد قتلى الجيش في هجوم لداعش في ديالى بـ5.", ("فصائل محلية",)),
        ("وقدرت عدد من قتل من الجنود في هجوم لداعش في ديالى بـ5.", ()),
        (f"أعلنت السلطات المغربية أن {SAID}.", ("morocco",)),
        ("تقدر جمعية حماية الأهالي عدد من قتلهم داعش في ديالى بـ5 أشخاص.", ("جمعية حماية الأهالي",)),
        ("طبقا للجنة تقصي الوقائع، قتل 5 جنود في هجوم لداعش في ديالى.", ("لجنة تقصي الوقائع",)),
        ("طبقا للجنة المحلية، قتل 5 جنود في هجوم لداعش في ديالى.", ("اللجنة المحلية",)),
        (f"أعلنت السلطات الأمنية العراقية أن {SAID}.", ("iraq_forces",)),
        (f"قال مدير المرصد السوري لحقوق الإنسان إن {SAID}.", ("sohr",)),
        (f"قال مدير المرصد السوري لحقوق الإنسان رامي عبد الرحمن إن {SAID}.", ("sohr",)),
        (f"أكدت مجموعة الإنقاذ التطوعية، والتي تعمل في ديالى، أن {SAID}.", ("مجموعة الإنقاذ التطوعية",)),
        (f"جاء في بيان نشرته خلية الإعلام الأمني أن {SAID}.", ("security_media_cell",)),
        ("وقال حسن المصري، مدير المرصد السوري لحقوق الإنسان، «قتل 5 جنود في هجوم لداعش في ديالى».", ("sohr",)),
        ("واتهم داعش بشن هجوم أدى إلى مقتل 5 جنود في ديالى.", ()),
        ("واتهم الجيش العراقي داعش بشن هجوم أدى إلى مقتل 5 جنود في ديالى.", ("iraq_forces",)),
        ("أعلنت صحيفة «أخبار السهل» مقتل 5 جنود في هجوم لداعش في ديالى.", ("أخبار السهل",)),
    ],
)
def test_verbs_relays_and_prepositions_attribute(one, body, chain):
    assert one(body, "5").source == chain


def test_a_statement_inside_a_statement_names_the_inner_voice_first(one):
    body = f"قالت صحيفة الشرق الأوسط إن المرصد السوري لحقوق الإنسان أكد أن {SAID}."
    assert one(body, "5").source == ("sohr", "صحيفة الشرق الأوسط")


@pytest.mark.parametrize("office", ["القوات المسلحة", "المتحدث العسكري", "القيادة العامة للقوات المسلحة"])
def test_an_army_without_its_name_is_that_of_the_state_told_of(one, office):
    body = f"بدأت مصر حملة في سيناء. وأعلن بيان أن {office} تلاحق المسلحين. وذكرت {office} أن 5 مسلحين قتلوا."
    assert one(body, "5").source == ("egypt_forces",)


def test_a_statement_taken_up_is_who_issued_it_not_who_spoke_last(one):
    body = (
        "قالت خلية الإعلام الأمني في بيان إن داعش هاجم قرية في ديالى. وقال شهود إن المهاجمين فروا. "
        "وأوضح البيان أن 5 جنود قتلوا."
    )
    assert one(body, "5").source == ("security_media_cell",)


def test_who_records_a_number_tells_it(one):
    assert one("ورصد المرصد السوري لحقوق الإنسان 12 غارة على إدلب.", "12").source == ("sohr",)


def test_forces_that_spot_a_target_tell_nothing(one):
    body = "أفادت خلية الإعلام الأمني بأن الجيش العراقي رصد خمس مركبات لداعش في ديالى ودمرها."
    assert one(body, "خمس").source == ("security_media_cell",)


def test_who_sets_money_aside_tells_nothing(one):
    assert one("رصدت السعودية 12 مليون دولار لإغاثة النازحين في اليمن.", "12 مليون").source == ()


def test_a_lam_of_the_noun_itself_is_no_preposition(one):
    body = f"خلصت لجنة تحقيق هولندية، الخميس، إلى أن {SAID}."
    assert one(body, "5").source == ("لجنة تحقيق هولندية",)


def test_a_name_and_a_colon_attribute_a_headline(one):
    claim = one("اجتمع المسؤولون في بغداد لبحث ملف داعش.", "5", title="البيشمركة: مقتل 5 من داعش في كركوك")
    assert claim.source == ("peshmerga",)


def test_a_bare_verb_and_a_likewise_carry_the_speaker_on(read):
    body = f"قال المرصد السوري لحقوق الإنسان إن {SAID}. وأضاف أن 9 آخرين أصيبوا. كما اعتقل الجيش 4 عناصر منهم."
    assert [claim.source for claim in read(body)] == [("sohr",)] * 3


@pytest.mark.parametrize(
    ("first", "again", "chain"),
    [
        ("قال مسؤول محلي لوكالة رويترز", "وقال المسؤول", ("officials", "reuters")),
        ("أعلن الجيش الأمريكي", "وأوضح الجيش", ("usa",)),
        ("قال كريم حسان، المتحدث باسم محافظة الوادي،", "وأضاف المتحدث", ("كريم حسان، المتحدث باسم محافظة الوادي",)),
        ("قال كريم حسان حاكم منطقة الوادي", "وأشار حسان إلى", ("كريم حسان حاكم منطقة الوادي",)),
    ],
)
def test_a_definite_noun_or_a_surname_takes_up_who_spoke_before(read, first, again, chain):
    said = f"{first} إن {SAID}. وذكرت خلية الإعلام الأمني أن 3 آخرين أصيبوا. {again} أن 9 من داعش قتلوا."
    assert [claim.source for claim in read(said)] == [chain, ("security_media_cell",), chain]


@pytest.mark.parametrize(
    "more",
    [
        "وفي المدة ذاتها قتل داعش 9 مدنيين.",
        "وكان أعنف الهجمات في بعقوبة، حين قتل داعش 9 مدنيين.",
        "وأشد تلك الهجمات كمين قتل فيه داعش 9 مدنيين.",
        "ومن بين القتلى 2 من كبار الضباط.",
        "وسقط من قتلى كانون الثاني في بغداد 9 جنود.",
        "أما في كركوك فقد قتل 9 مدنيين.",
    ],
)
def test_a_sentence_that_goes_on_with_the_tally_has_its_speaker(read, more):
    claims = read(f"أفادت خلية الإعلام الأمني بأن 14 جنديا قتلوا في هجمات لداعش في ديالى. {more}")
    dead = [claim for claim in claims if claim.measure == "killed"]
    assert [claim.source for claim in dead] == [("security_media_cell",)] * len(dead)
    assert len(dead) > 1


@pytest.mark.parametrize(
    "more",
    [
        "وأسفرت هذه الهجمات عن مقتل 9 مدنيين.",
        "وشن داعش العديد من الهجمات في كركوك، بينها هجوم قتل فيه 9 مدنيين.",
        "أما الجنود العراقيون فقد قتلوا 9 من داعش.",
        "كذلك قتل داعش 9 مدنيين في كركوك.",
    ],
)
def test_a_sentence_that_tells_of_something_anew_is_the_reports_own(read, more):
    claims = read(f"أفادت خلية الإعلام الأمني بأن 14 جنديا قتلوا في هجمات لداعش في ديالى. {more}")
    assert {claim.low: claim.source for claim in claims} == {14: ("security_media_cell",), 9: ()}


def test_since_when_is_the_reports_own_where_the_count_alone_is_vouched_for(read):
    body = "قتل 12 مدنيا في الغوطة الشرقية المحاصرة منذ عام 2013، بحسب المرصد السوري لحقوق الإنسان."
    claims = {claim.measure: claim.source for claim in read(body)}
    assert claims == {"killed": ("sohr",), "began": ()}


def test_since_when_is_told_by_who_says_that_it_began(read):
    body = "قال المرصد السوري لحقوق الإنسان إن 12 مدنيا قتلوا في الغوطة الشرقية المحاصرة منذ عام 2013."
    claims = {claim.measure: claim.source for claim in read(body)}
    assert claims == {"killed": ("sohr",), "began": ("sohr",)}


def test_who_claims_an_act_says_nothing_of_what_a_clause_tells_beside_it(read):
    body = "تبنى تنظيم داعش 12 هجوما في ديالى التي شهدت مقتل 5 جنود."
    assert [claim.source for claim in read(body)] == [("daesh",), ()]


def test_two_bodies_that_count_differently_each_tell_their_own_number(read):
    body = "قتل في هجوم داعش في ديالى 12 بحسب مصدر أمني و20 بحسب المرصد السوري لحقوق الإنسان."
    assert [(claim.number, claim.source) for claim in read(body)] == [("12", ("security_sources",)), ("20", ("sohr",))]


def test_likewise_carries_no_speaker_over_a_sentence_of_the_publishers(read):
    body = f"قال مصدر أمني إن {SAID}. وفي اليوم نفسه قتل داعش 3 مدنيين. كما أصيب 9 جنود في هجوم لداعش."
    assert [claim.source for claim in read(body)] == [("security_sources",), (), ()]


def test_what_stands_between_quotation_marks_is_the_speakers(one):
    body = "قال مسؤول محلي إن المعارك اندلعت. وأضاف «تسببت المعارك بمقتل 5 جنود في هجوم لداعش في ديالى»."
    assert one(body, "5").source == ("officials",)


def test_it_is_worth_mentioning_ends_the_attribution(read):
    body = f"قالت خلية الإعلام الأمني إن {SAID}. يذكر أن داعش شن 12 هجوما في ديالى خلال عام 2023."
    assert [claim.source for claim in read(body)] == [("security_media_cell",), ()]


def test_a_sentence_with_no_tie_to_the_speech_is_the_publishers(read):
    body = f"قالت خلية الإعلام الأمني إن {SAID}. وشن داعش 12 هجوما في ديالى خلال عام 2023."
    assert read(body)[-1].source == ()


def test_a_new_subject_ends_the_attribution(read):
    body = f"قالت خلية الإعلام الأمني إن {SAID}. وأعلنت قوات سوريا الديمقراطية اعتقال 8 من داعش في الرقة."
    assert [claim.source for claim in read(body)] == [("security_media_cell",), ("sdf",)]


def test_the_reports_own_publisher_is_no_hop(one):
    body = f"قال مصدر أمني لوكالة رويترز إن {SAID}."
    assert one(body, "5").source == ("security_sources", "reuters")
    assert one(body, "5", publisher="رويترز").source == ("security_sources",)


def test_each_hop_has_the_words_that_name_it(document, one):
    body = f"نقلت وكالة رويترز عن مصدر أمني قوله إن {SAID}."
    claim, raw = one(body, "5"), document(body).text
    words = [raw[start:end] for hop in ("source.0", "source.1") for start, end in claim.spans[hop]]
    assert words[0].startswith("مصدر")
    assert "رويترز" in words[1]


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"قال مسؤولون وشهود عيان إن {SAID}.", ("officials+witnesses",)),
        (f"قالت مصادر أمنية وطبية عراقية إن {SAID}.", ("security_sources+medics",)),
        (f"قالت مصادر بالشرطة ومسعفون إن {SAID}.", ("police+medics",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، بحسب مصادر طبية ومسؤولين محليين.", ("medics+officials",)),
        (f"قالت قوات سوريا الديمقراطية والمرصد السوري لحقوق الإنسان إن {SAID}.", ("sdf+sohr",)),
        (f"قال مكتب الصحة والسكان إن {SAID}.", ("مكتب الصحة والسكان",)),
    ],
)
def test_voices_that_say_the_same_stand_together(one, body, chain):
    assert one(body, "5").source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"قال الناطق باسم البنتاغون إن {SAID}.", ("pentagon",)),
        (f"قال الناطق باسم البنتاغون سامي حسان إن {SAID}.", ("الناطق باسم البنتاغون سامي حسان",)),
        (f"قال مدير المرصد السوري لحقوق الإنسان سامي حسان إن {SAID}.", ("sohr",)),
        (
            f"قال سامي حسان المتحدث باسم وزارة الدفاع الأميركية إن {SAID}.",
            ("سامي حسان المتحدث باسم وزارة الدفاع الأميركية",),
        ),
        (f"قال رئيس الشرطة في المدينة إن {SAID}.", ("police",)),
        (f"قال مبعوث الأمم المتحدة سامي حسان إن {SAID}.", ("مبعوث الأمم المتحدة سامي حسان",)),
        (f"قالت مديرة مخيم الهول ليلى حسان إن {SAID}.", ("مديرة مخيم الهول ليلى حسان",)),
        (f"قالت مديرة مخيم الهول إن {SAID}.", ("camp_admin",)),
        (f"قال مصدر في وزارة الداخلية إن {SAID}.", ("وزارة الداخلية",)),
        (f"قالت مصادر تركية إن {SAID}.", ("مصادر تركية",)),
        (f"قالت مصادر مقربة من الحركة إن {SAID}.", ("مصادر مقربة من الحركة",)),
        (f"قال الجيش اللبناني إن {SAID}.", ("lebanon",)),
        (f"أعلنت السلطات المغربية أن {SAID}.", ("morocco",)),
        (f"أفاد مسؤولون طبيون بأن {SAID}.", ("medics",)),
        (f"أفادت تقارير بأن {SAID}.", ("media",)),
        (f"وتشير تقديرات إلى أن {SAID}.", ("تقديرات",)),
        (f"قال كريم حسان أحد سكان القرية الذين لجأوا إلى بعقوبة إن {SAID}.", ("كريم حسان أحد سكان القرية",)),
    ],
)
def test_a_description_is_the_body_the_kind_of_sources_or_the_texts_own_words(one, body, chain):
    assert one(body, "5").source == chain


def test_the_head_of_a_body_is_the_body_wherever_his_name_returns(read):
    body = (
        f"قال مدير المرصد السوري لحقوق الإنسان سامي حسان لوكالة فرانس برس إن {SAID}. "
        "وقال مسؤول محلي إن 7 مدنيين قتلوا. وأضاف حسان أن 9 من داعش قتلوا."
    )
    assert [claim.source[0] for claim in read(body)] == ["sohr", "officials", "sohr"]


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f'ووفقا لمصادر أمنية أكدت لـ"الوطن" أن {SAID}.', ("security_sources",)),
        (f"قال مسؤول محلي في بيان بثه التلفزيون في بغداد إن {SAID}.", ("officials",)),
        ("قتل 5 جنود في هجوم لداعش، وفق ما نقلت وكالة الأناضول عن المتحدث باسم البنتاغون.", ("pentagon", "anadolu")),
        (f"قال البنتاغون إن {SAID}، بحسب ما ذكرت وكالة الأناضول.", ("pentagon", "anadolu")),
        (f"لكن مراسل الصحيفة قال لاحقا إن {SAID}.", ()),
        ("قتل 5 جنود في هجوم لداعش في ديالى، بحسبما أعلن مسؤولون الاثنين.", ("officials",)),
    ],
)
def test_those_who_are_spoken_to_and_those_who_relay_are_no_speakers(one, body, chain):
    assert one(body, "5").source == chain


def test_who_claims_an_act_is_the_source_of_that_act_only(one):
    assert one("تبنى تنظيم داعش قتل 5 جنود في ديالى.", "5").source == ("daesh",)
    assert one("تبنى تنظيم داعش الهجوم الذي قتل فيه 5 جنود في ديالى.", "5").source == ()


def test_what_stands_behind_the_closing_mark_is_the_publishers(read):
    body = 'قال مسؤول محلي: "قتل 5 جنود في هجوم لداعش أمس" في ديالى التي شهدت مقتل 9 جنود الأسبوع الماضي.'
    assert [claim.source for claim in read(body)] == [("officials",), ()]


def test_an_order_or_a_hint_in_a_relative_clause_reports_nothing(one):
    body = "بدأت الهدنة التي أعلنت عنها روسيا بعد قصف أودى بحياة 5 مدنيين في حلب."
    assert one(body, "5").source == ()


def test_a_likewise_carries_on_only_what_the_sentence_before_reports(read):
    said = "قتل 5 جنود في هجوم لداعش في ديالى، بحسب مسؤولين. كما قتل 9 جنود في كركوك."
    assert [claim.source for claim in read(said)] == [("officials",), ()]


def test_years_gone_by_say_nothing(one):
    assert one("خطف مسلحو داعش، منذ نحو أربع سنوات مضت، 276 فتاة من مدرسة.", "276").source == ()


def test_a_quotation_ends_at_its_own_closing_mark(read):
    body = (
        'قال مسؤول محلي لرويترز "شن تنظيم "داعش" هجوما في ديالى ما تسبب بمقتل 5 جنود" في المحافظة '
        "التي شهدت مقتل 9 جنود في هجوم سابق."
    )
    assert [claim.source for claim in read(body)] == [("officials", "reuters"), ()]


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"قال أحد الشهود إن {SAID}.", ("witnesses",)),
        (f"وقال الطبيب كريم حسان إن {SAID}.", ("الطبيب كريم حسان",)),
        (f"قال رئيس دائرة الشرطة المحلية إن {SAID}.", ("police",)),
        (f"أعلنت وسائل إعلام رسمية في السعودية أن {SAID}.", ("وسائل إعلام رسمية في السعودية",)),
        (f"وكانت مجموعة من السوريين ذكرت أن {SAID}.", ("مجموعة من السوريين",)),
        (f"أعلن الرئيس الفرنسي، فلان الفلاني، أن {SAID}.", ("الرئيس الفرنسي، فلان الفلاني",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، وفق حصيلة سابقة للمرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، وفق حصيلة جديدة نشرها المرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى نفذ بناء على معلومات خاطئة.", ()),
    ],
)
def test_who_is_one_of_a_kind_an_officer_or_described_without_a_title(one, body, chain):
    assert one(body, "5").source == chain


def test_the_official_takes_up_whoever_spoke_last(read):
    body = f"قال رئيس الشرطة المحلية إن {SAID}. وأضاف المسؤول أن 9 مدنيين أصيبوا."
    assert [claim.source for claim in read(body)] == [("police",), ("police",)]


def test_what_a_relative_clause_tells_of_the_speaker_is_not_what_he_says(read):
    body = "وأضاف كريم حسان، الذي تطرق إلى مقتل 9 جنود في كركوك، أن 5 من داعش قتلوا."
    assert [claim.source for claim in read(body)] == [(), ("كريم حسان",)]


def test_an_outlet_that_only_relays_stands_last_wherever_it_is_named(one):
    body = "قال مسؤول محلي إن هجوما لداعش وقع في ديالى وقتل فيه 5 جنود، وفق ما ذكرت وكالة فرانس برس."
    assert one(body, "5").source == ("officials", "afp")


def test_a_verb_with_its_object_before_a_colon_says_nothing(read):
    claims = read("قتل داعش 44 جنديا عراقيا في ديالى هذا العام.", title="حرب لا تراها الكاميرات: 44 قتيلا لداعش")
    assert {claim.source for claim in claims} == {()}


@pytest.mark.parametrize(
    "rival",
    [
        "، أما قوات سوريا الديمقراطية فقالت إن 23 منهم قتلوا في الرقة.",
        ". وسخرت قوات سوريا الديمقراطية من الرقم وقالت إن 23 داعشيا قتلوا في الرقة.",
        "، لكن المحافظ قال إن عددهم كبير، وتحدثت قوات سوريا الديمقراطية عن 23 قتيلا في الرقة.",
    ],
)
def test_who_is_set_against_a_speaker_speaks_for_himself(read, rival):
    claims = read(f"قال التحالف الدولي إن 69 من عناصر داعش قتلوا في الرقة{rival}")
    assert {claim.low: claim.source for claim in claims} == {69: ("coalition",), 23: ("sdf",)}


def test_a_short_name_with_a_nation_behind_it_is_another_bodys(read):
    body = f"وبحسب تقرير للمرصد اليمني للألغام فإن {SAID}. وأضاف المرصد أن 9 مدنيين أصيبوا."
    assert [claim.source for claim in read(body)] == [("المرصد اليمني للألغام",)] * 2


def test_with_that_a_tally_goes_on_in_the_same_voice(read):
    body = f"أعلن المرصد السوري لحقوق الإنسان أن {SAID}. وبذلك ترتفع الحصيلة إلى 90 قتيلا."
    assert {claim.low: claim.source for claim in read(body)} == {5: ("sohr",), 90: ("sohr",)}


def test_what_an_act_is_said_to_have_done_is_told_by_who_says_so(read):
    text = (
        "قال الوزير إن الشرطة العراقية تعقبت الخلية التي نفذت الهجوم في بغداد الذي قالت وكالة رويترز "
        "إنه أسفر عن مقتل 32 مدنيا."
    )
    (claim,) = [claim for claim in read(text) if claim.low == 32]
    assert claim.source[0] == "reuters"


def test_an_official_with_the_article_is_who_spoke_last(read):
    text = (
        "قال المفوض السامي لحقوق الإنسان زيد رعد الحسين إن 12 مدنيا قتلوا في هجوم لداعش في بغداد. "
        "وأشار المسؤول الدولي إلى أن 30 مدنيا أصيبوا."
    )
    first, second = read(text)
    assert first.source == second.source != ()


@pytest.mark.parametrize(
    ("speaker", "source"),
    [
        ("الجيش الكيني", "kenya"),
        ("المتحدث باسم الجيش الكولومبي", "colombia"),
        ("متحدث باسم القوات المسلحة النيبالية", "nepal"),
        ("جيش كينيا", "kenya"),
        ("الحكومة في كينيا", "kenya"),
        ("الحكومة في نيروبي", "kenya"),
        ("حكومة نيبال", "nepal"),
        ("متحدث باسم الحكومة الكينية", "kenya"),
        ("متحدث باسم حكومة نيبال", "nepal"),
        ("الحكومة", "kenya"),
        ("رئيس الحكومة الكينية", "رئيس الحكومة الكينية"),
        ("متحدث باسم الحكومة الكينية تيرو مولان", "متحدث باسم الحكومة الكينية تيرو مولان"),
    ],
)
def test_army_and_government_speak_for_their_state_and_who_is_named_for_himself(one, speaker, source):
    body = f"قال {speaker} إن 5 جنود قتلوا في هجوم شنه مسلحون في كينيا."
    assert one(body, "5").source == (source,)


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"نقلت صحيفة «الميزان» عن مصدر أمني أن {SAID}.", ("security_sources", "الميزان")),
        (f"قال أحد سكان القرية، الذي زار موقعا نقل إليه الجرحى، لرويترز إن {SAID}.", ("residents", "reuters")),
        ("قتل 5 جنود في هجوم لداعش في ديالى، وفقا لما ذكره المرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("أورد المرصد السوري لحقوق الإنسان تقريرا، أشار فيه إلى مقتل 5 جنود في ديالى.", ("sohr",)),
        ("جاء ذلك بعد إعلان المرصد السوري لحقوق الإنسان مقتل 5 جنود في ديالى.", ("sohr",)),
        ("أعرب الوزير عن قلقه من الأنباء التي أفادت بمقتل 5 جنود في ديالى.", ("media",)),
        ("وكانت الحصيلة الأخيرة للمرصد السوري لحقوق الإنسان تفيد بمقتل 5 جنود.", ("sohr",)),
        (f"في الوقت الذي أفاد فيه مصدر أمني بأن {SAID}.", ("security_sources",)),
        (f"قال القيادي في الحشد الشعبي محمد حسن إن {SAID}.", ("القيادي في الحشد الشعبي محمد حسن",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، بحسب آخر إحصائيات للجنة الطبية.", ("اللجنة الطبية",)),
        ("قتل 5 جنود في هجوم استهدف وفق المرصد السوري مقرا لهم في ديالى.", ("sohr",)),
        (f"قالت نقابة الصحفيين إن {SAID}.", ("نقابة الصحفيين",)),
        (f"وقال الجيش لصحفيين إن {SAID}.", ("iraq_forces",)),
        (
            "قتل 5 جنود في ديالى، كما أعلن المتحدث باسم الجيش الفرنسي العقيد بيار مارتان.",
            ("المتحدث باسم الجيش الفرنسي العقيد بيار مارتان",),
        ),
    ],
)
def test_who_tells_it_is_found_wherever_grammar_puts_it(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "told",
    [
        "وكانت الحصيلة الأولى تفيد بمقتل 5 جنود.",
        "ويعتقد أن 5 جنود قتلوا.",
        "وكان مراسلنا قد أفاد بأن 5 جنود قتلوا.",
        "وأفيد بمقتل 5 جنود.",
    ],
)
def test_what_nobody_tells_is_not_the_last_speakers(read, told):
    body = f"قال مصدر أمني إن 9 مدنيين أصيبوا في هجوم لداعش في ديالى. {told}"
    assert {claim.low: claim.source for claim in read(body)} == {9: ("security_sources",), 5: ()}


def test_a_sentence_that_opens_with_and_that_is_still_reported(read):
    body = f"أعلن المرصد السوري لحقوق الإنسان أن 9 مدنيين أصيبوا. وأن {SAID}."
    assert {claim.low: claim.source for claim in read(body)} == {9: ("sohr",), 5: ("sohr",)}


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وقالت المصادر لوكالة رويترز إن {SAID}.", ("local_sources", "reuters")),
        (f"وقالت مصادر إن {SAID}.", ("local_sources",)),
        (f"قالت مصادر حقوقية إن {SAID}.", ("مصادر حقوقية",)),
        (f"قالت تقارير من سوريا إن {SAID}.", ("media",)),
        (f"قال مسؤول كبير بوزارة الدفاع الأفغانية إن {SAID}.", ("وزارة الدفاع الأفغانية",)),
        (f"قال مصدر في الشرطة إن {SAID}.", ("police",)),
        (f"قال الانفصاليون إن {SAID}.", ("الانفصاليون",)),
        (f"قالت ناشطة وقال ناشطون إن {SAID}.", ("activists",)),
        ("قتل 5 جنود في هجوم لداعش في ديالى، كما ذكرت الجمعة مصادر أمنية.", ("security_sources",)),
        ("قتل 5 جنود في ديالى، على ما أفاد المرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("قتل 5 جنود في ديالى، وفقا لبيان المرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("قتل 5 جنود في ديالى، حسب الأرقام التي أكدها المرصد السوري لحقوق الإنسان.", ("sohr",)),
        ("تمكن المرصد السوري لحقوق الإنسان من توثيق مقتل 5 جنود في ديالى.", ("sohr",)),
        ("جاء ذلك بعدما وردت أنباء عن مقتل 5 جنود في ديالى.", ("media",)),
        (
            f"قال المتحدث باسم مديرية الإطفاء بمنطقة الوادي، الرائد محمد حسن، إن {SAID}.",
            ("المتحدث باسم مديرية الإطفاء بمنطقة الوادي، الرائد محمد حسن",),
        ),
    ],
)
def test_a_description_is_read_to_its_end_and_no_further(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("title", "source"),
    [("برلماني فرنسي: مقتل 9 جنود في ديالى", ("برلماني فرنسي",)), ("ديالى: مقتل 9 جنود في هجوم", ())],
)
def test_a_headline_speaks_for_whom_its_colon_names(read, title, source):
    (claim,) = [claim for claim in read(f"قتل 9 جنود في هجوم لداعش في ديالى. {SAID}.", title=title) if claim.start < 25]
    assert claim.source == source


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وقال مفتش الشرطة محمد حسن إن {SAID}.", ("مفتش الشرطة محمد حسن",)),
        (f"قال مسؤولون وبعض السكان إن {SAID}.", ("officials+residents",)),
        (f"ذكر تقرير لناشطين معارضين أن {SAID}.", ("activists",)),
    ],
)
def test_a_person_and_a_voice_end_where_they_end(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وأعلن فصيل الراية الحمراء المعارض أنه {SAID}.", ("فصيل الراية الحمراء المعارض",)),
        (f"أعلن الجناح العسكري لتنظيم القاعدة أمس أن {SAID}.", ("al_qaeda",)),
        (f"وتقول دراسات أخرى إن {SAID}.", ("دراسات أخرى",)),
        (f"قال مدير مستشفى حجة إن {SAID}.", ("مدير مستشفى حجة",)),
        (
            "أعلن قائد غرفة العمليات، اللواء سالم حسن، السيطرة على ثلاثة مواقع ومقتل 5 جنود في هجوم لداعش في ديالى.",
            ("قائد غرفة العمليات، اللواء سالم حسن",),
        ),
        (f"ذكرت الشبكة السورية لحقوق الإنسان أن {SAID}.", ("snhr",)),
    ],
)
def test_all_between_a_verb_and_its_clause_is_who_speaks(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "told",
    [
        f"ونفى الاتهامات التي تقول إن {SAID}",
        f"يذكر هذا الحادث بحادث وقع أن {SAID}",
        f"وأضاف أن القرى هادئة، كاشفا أن {SAID}",
    ],
)
def test_what_is_told_tells_nothing_itself(read, told):
    chains = {claim.source for claim in read(f"قال مصدر أمني إن 9 مدنيين أصيبوا في ديالى. {told}.") if claim.low == 5}
    assert chains <= {(), ("security_sources",)}


@pytest.mark.parametrize(
    ("told", "by"),
    [("نفذ التحالف الدولي ضربات. وقتل", "partner_forces"), ("أعلنت إيران أن جنودها وصلوا. وقتل", None)],
)
def test_allies_are_those_of_a_party_of_whom_a_pack_knows_any(read, told, by):
    (claim,) = [claim for claim in read(f"{told} شركاؤها 5 من عناصر داعش في دير الزور.") if claim.low == 5]
    assert (claim.by == "partner_forces") is (by is not None)


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وقال قائد شرطة كولما تيسفاي ماكونن إن {SAID}.", ("قائد شرطة كولما تيسفاي ماكونن",)),
        (
            f"وقال المتحدث باسم الشرطة الوطنية، تيسفاي ماكونن، إن {SAID}.",
            ("المتحدث باسم الشرطة الوطنية، تيسفاي ماكونن",),
        ),
        (
            f"وأكد سفير السعودية لدى واشنطن الأمير خالد بن حسن في تغريدة أن {SAID}.",
            ("سفير السعودية لدى واشنطن الأمير خالد بن حسن",),
        ),
        (f"وقال مسؤول كبير سابق إن {SAID}.", ("officials",)),
        (f"كشف مصدر مطلع أن {SAID}.", ("local_sources",)),
        (
            "وفق ما قالت المتحدثة باسم وزارة الصحة، تيسفاي ماكونن، قتل 5 جنود في هجوم لداعش في ديالى.",
            ("المتحدثة باسم وزارة الصحة، تيسفاي ماكونن",),
        ),
        (f"وقال دي ميستورا إن {SAID}.", ("دي ميستورا",)),
    ],
)
def test_a_name_that_no_table_has_belongs_to_the_office_before_it(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("قال الوزير إن القتال مستمر. أعلن تنظيم داعش مسؤوليته عن قتل 5 جنود في ديالى.", ("daesh",)),
        ("ولم تعلن أي جهة مسؤوليتها عن مقتل 5 جنود في ديالى.", ()),
        ("أعلن تنظيم داعش مسؤوليته عن هجوم وقع في ديالى وأسفر عن مقتل 5 جنود.", ()),
        (f"وذكرت وكالة رويترز نقلا عن مصدر أمني أن {SAID}.", ("security_sources", "reuters")),
        (f"قال مصدر أمني إن القتال مستمر. وقال بشأن ما وقع أمس إن {SAID}.", ("security_sources",)),
        (f"قالت وسائل إعلام سورية رسمية إن {SAID}.", ("وسائل إعلام سورية رسمية",)),
        (f"قالت وسائل إعلام سورية إن {SAID}.", ("media",)),
    ],
)
def test_who_claims_who_relays_and_who_goes_on(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


def test_an_outlet_in_brackets_names_the_agency_before_it(read):
    (claim,) = [c for c in read(f"قالت وكالة الأنباء الحكومية السورية (سانا) إن {SAID}.") if c.low == 5]
    assert claim.source == ("sana",)


@pytest.mark.parametrize("verb", ["وأصدر المجلس بيانا حذر فيه من أن", "وأفاد مراسل القناة أن"])
def test_a_pronoun_and_a_correspondent_are_no_names(read, verb):
    (claim,) = [claim for claim in read(f"قال مصدر أمني إن القتال مستمر. {verb} {SAID}.") if claim.low == 5]
    assert not {"فيه", "مراسل القناة"} & set(claim.source)


@pytest.mark.parametrize("where", ['على منصة "إكس"', "على حسابها الرسمي", "عبر صفحتها الرسمية"])
def test_where_a_statement_was_put_out_is_no_speaker(read, where):
    body = f"أعلن التحالف الدولي أن القتال مستمر. وأوضح، في بيان نشره {where}، أن {SAID}."
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == ("coalition",)


def test_a_man_whose_name_is_spelt_as_a_preposition_speaks(read):
    (claim,) = [claim for claim in read(f"قال علي الزعتوري إن {SAID}.") if claim.low == 5]
    assert claim.source == ("علي الزعتوري",)


@pytest.mark.parametrize(
    "words",
    [
        "وتتعارض هذه الأرقام مع بيان التحالف الدولي الذي تحدث عن 5 قتلى",
        "ويخالف ذلك حصيلة التحالف الدولي التي أشارت إلى 5 قتلى",
        "ويختلف ذلك عن تقرير للتحالف الدولي الذي أورد مقتل 5",
    ],
)
def test_a_document_tells_by_its_clause(read, words):
    (claim,) = [c for c in read(f"قال المرصد السوري لحقوق الإنسان إن 9 من داعش قتلوا. {words}.") if c.low == 5]
    assert claim.source == ("coalition",)


def test_a_figure_put_beside_anothers_is_told_by_whom_it_names(read):
    text = "أحصى المرصد السوري لحقوق الإنسان 9 قتلى من داعش في الرقة، مقابل 5 قتلى بحسب التحالف الدولي."
    assert [(claim.low, claim.source) for claim in read(text)] == [(9, ("sohr",)), (5, ("coalition",))]
