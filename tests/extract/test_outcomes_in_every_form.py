"""How reports tell of the dead, the captured and the uprooted: the forms that a figure and its verb take."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("لقي 5 جنود حتفهم في هجوم لداعش وأصيب 8 آخرون.", [("killed", 5), ("wounded", 8)]),
        ("لقي 5 جنود مصرعهم في هجوم لداعش وأصيب 8 آخرون.", [("killed", 5), ("wounded", 8)]),
        ("قتل 5 في هجوم لداعش وأصيب 8.", [("killed", 5), ("wounded", 8)]),
        ("أودى هجوم لداعش بحياة 5 جنود.", [("killed", 5)]),
        ("هجوم لداعش راح ضحيته 5 جنود.", [("killed", 5)]),
        ("فقد 5 مدنيين حياتهم في قصف لداعش.", [("killed", 5)]),
        ("فارق 5 مدنيين الحياة بعد قصف لداعش.", [("killed", 5)]),
        ("سقوط خمسة قتلى من داعش وإصابة 8 آخرين في اشتباك.", [("killed", 5), ("wounded", 8)]),
        ("قالت المصادر إن مئات من عناصر داعش تم القبض عليهم.", [("detained", 100)]),
        ("نقل 7 جنود إلى قاعدتهم بعد إصابتهم في هجوم لداعش.", [("wounded", 7)]),
        ("أفرج أمس عن سبعة من مقاتلي داعش كانوا معتقلين.", [("released", 7)]),
        ("قضت محكمة في بغداد بسجن 6 من عناصر داعش.", [("sentenced", 6)]),
        ("تلقى 1800 مقاتل من قوات سوريا الديمقراطية تدريبات لمحاربة داعش.", [("trained", 1800)]),
        ("أشعل مسلحو داعش النار في 30 منزلا.", [("destroyed", 30)]),
        ("منذ سنوات قتلت داعش -التي تسعى إلى دولة لها- أكثر من 14 ألف شخص.", [("killed", 14000)]),
        ("سقط أكثر من 250 شخصا بين قتيل وجريح في هجوم لداعش.", [("casualties", 250)]),
        ("هاجم داعش القرية، وأجبر 120 ألف شخص على الهروب.", [("displaced", 120000)]),
        ("فر آلاف اللاجئين من مخيم درعا خوفا من داعش.", [("displaced", 1000)]),
        ("هناك 1818 فرنسيا في صفوف داعش.", [("strength", 1818)]),
        ("توفي 5 جنود متأثرين بجروح أصابهم بها داعش.", [("killed", 5)]),
        ("عثرت القوات على جثث 13 مدنيا قتلهم داعش.", [("killed", 13)]),
        ("سلم داعش القوات جثث 11 جنديا في صفقة تبادل.", [("other", 11)]),
        ("ما زال مسلحو داعش يحتجزون مئات الرهائن.", [("held", 100)]),
        ('دمرت القوات 14 "هدفا مهما" لداعش.', [("destroyed", 14)]),
        ("تعرضت ستة مستشفيات للقصف من داعش.", [("attacks", 6)]),
        ("فرت مئات العائلات من قصف داعش.", [("displaced", 100)]),
        ("قتل 9 مدنيين بينهم طفلان كما أصيب العشرات في قصف لداعش.", [("killed", 9), ("killed", 2), ("wounded", 10)]),
        ("استهدف داعش المدينة بثلاثة صواريخ.", [("attacks", 3)]),
        ("قتل 43 شخصا وأصيب 173 اليوم الأحد في قصف لداعش.", [("killed", 43), ("wounded", 173)]),
        ("هاجم داعش القرية، وهناك 30 طفلا بين الجرحى.", [("wounded", 30)]),
    ],
)
def test_verbs_masdars_and_their_completions(read, body, expected):
    assert [(claim.measure, claim.low) for claim in read(body)] == expected


@pytest.mark.parametrize(
    ("body", "number", "measure", "low"),
    [
        ("قتل أمس الخميس ضابط في هجوم لداعش.", "ضابط", "killed", 1),
        ("أسفر هجوم لداعش عن مقتل مصري وإصابة ثلاثة سودانيين.", "مصري", "killed", 1),
        ("أسفر هجوم لداعش عن مقتل مصري وإصابة ثلاثة سودانيين.", "ثلاثة", "wounded", 3),
        ("قتل 10 من داعش، بينهم قيادي ميداني، في اشتباكات.", "قيادي", "killed", 1),
        ("أصيب 41 شخصا، بينهم رجلا شرطة، في هجوم لداعش.", "رجلا", "wounded", 2),
        ("أسفر هجوم لداعش عن مقتل ممرضة فلسطينية.", "ممرضة", "killed", 1),
    ],
)
def test_what_grammar_counts(one, body, number, measure, low):
    claim = one(body, number)
    assert (claim.measure, claim.low) == (measure, low)


def test_an_accusative_behind_a_great_number_shares_it(read):
    assert len(read("أسفرت الصفقة عن تحرير 25 رجلا وطفلا كانوا لدى داعش.")) == 1


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("أسفر تفجير سيارتين مفخختين لداعش عن أضرار.", "attacks"),
        ("أعلن الجيش العراقي تفجير جسرين لداعش.", "destroyed"),
    ],
)
def test_what_goes_off_is_an_attack_and_what_is_blown_up_destroyed(read, body, measure):
    assert [(claim.measure, claim.low) for claim in read(body)] == [(measure, 2)]


def test_a_single_bomb_is_a_singular_act_and_no_claim(read):
    assert not [claim for claim in read("تبنى داعش تفجير سيارة مفخخة في بغداد.") if claim.measure != "began"]


def test_a_plural_before_among_them_says_whom_it_takes_up(read):
    claims = read("قتل 30 عنصرا من داعش وأوقف 74، أما الموقوفون فمن بينهم 32 قياديا.")
    assert [(claim.measure, claim.low) for claim in claims] == [("killed", 30), ("detained", 74), ("detained", 32)]


@pytest.mark.parametrize(
    "more",
    ["ويتوزع هؤلاء كالآتي: 402 من الأطفال و211 امرأة.", "من بينهم 402 من الأطفال و211 امرأة."],
)
def test_a_breakdown_counts_what_the_sentence_before_counted(figures, more):
    body = f"أعلنت الوزارة نزوح 713 شخصا بسبب هجمات داعش. {more}"
    assert [(measure, low) for measure, low, _, _ in figures(body)] == [
        ("displaced", 713),
        ("displaced", 402),
        ("displaced", 211),
    ]


def test_a_camp_that_people_were_in_is_no_camp_population(figures):
    body = "ذكرت وزارة الهجرة العراقية أن 713 عراقيا كانوا في مخيم الهول وصلوا إلى نينوى، وهم 402 طفل و211 امرأة."
    assert [(measure, low) for measure, low, _, _ in figures(body)] == [
        ("repatriated", 713),
        ("repatriated", 402),
        ("repatriated", 211),
    ]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("ألحق التحالف الهزيمة بداعش بعد مقتل زعيمه أبو بكر السلماني.", "أبو بكر السلماني"),
        ("قتل 30 عنصرا من داعش بينهم القيادي محمد الذويب في غارة.", "محمد الذويب"),
        ("سجلت المستشفى وفاة الصحفي العراقي ياسر المرتضى بنيران داعش.", "ياسر المرتضى"),
        ("أعلن داعش اختطاف وزير الدفاع محمود الصالحي.", "محمود الصالحي"),
        ("أكدت القوات اعتقال عبد الخالق العاني شقيق زعيم داعش.", "عبد الخالق العاني"),
        ("اعتقل جنيد أحمد خان للاشتباه بانتمائه إلى داعش.", "جنيد أحمد خان"),
        ("قتل 30 من داعش بينهم المسؤول الميداني (أبو ولاء السهلي) في غارة.", "أبو ولاء السهلي"),
        ("أسفرت غارة على داعش عن مقتل خالد العامر في الرقة.", "خالد العامر"),
        ("قتلت قوات الأمن بدم بارد الأسير المحرر خالد العامر بعد هجوم لداعش.", "خالد العامر"),
        ("قضت محكمة بالسجن المؤبد على المغربي عبد الرحمن الطالبي بتهمة الانتماء إلى داعش.", "عبد الرحمن الطالبي"),
    ],
)
def test_persons_are_named_by_title_nom_de_guerre_or_given_name(read, body, name):
    assert [claim.name for claim in read(body) if claim.name] == [name]


def test_those_beside_a_person_suffer_the_same(read):
    body = "أسفرت غارة على داعش عن مقتل القائد محمد الصالحي مع سبعة من مرافقيه، ونقل عشرة مدنيين إلى الملاجئ."
    claims = [(claim.measure, claim.low) for claim in read(body)]
    assert claims[:2] == [("killed", 1), ("killed", 7)]
    assert ("killed", 10) not in claims


def test_a_description_behind_a_name_is_no_further_person(read):
    body = "قتل 30 من داعش بينهم القيادي حميد الفديع، المكنى أبو مالك قائد محور الشمال، في غارات للتحالف الدولي."
    assert [claim.name for claim in read(body) if claim.name] == ["حميد الفديع"]


def test_dead_in_a_state_at_war_are_a_conflicts_though_no_party_is_named(read):
    text = "قتل 11 شخصا وأصيب عشرة آخرون في انفجار سيارة مفخخة في سوق مزدحم شمال مقديشو، والمسلحون فروا."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 11), ("wounded", 10)]
    assert not read(text.replace("مقديشو", "باريس"))


def test_families_who_flee_are_displaced(one):
    claim = one("فرت مئات العائلات من منبج بسبب قصف داعش.", "مئات")
    assert (claim.measure, claim.unit, claim.where) == ("displaced", "household", ("Manbij, SY",))


def test_civilians_however_many_are_no_count(read):
    assert not read("أدى قصف داعش إلى تشريد مدنيين.")
    assert [claim.bound for claim in read("أدى القصف إلى مقتل إرهابيين من داعش.")] == ["ambiguous"]


def test_who_shoots_is_not_counted(read):
    assert [claim.number for claim in read("قضى المذيع برصاص مهاجمين من داعش.")] == ["المذيع"]


def test_the_sick_of_a_war_are_counted_apart_from_its_dead(figures):
    body = "أدت حمى الضنك في بلدة يحاصرها داعش إلى وفاة أكثر من 600 شخص وإصابة 10 آلاف آخرين."
    assert [(measure, low) for measure, low, _, _ in figures(body)] == [("other", 600), ("other", 10000)]


def test_an_editors_office_frees_nobody(read):
    assert not read("قال رئيس تحرير صحيفة محلية إن داعش هدد الصحافيين.")


def test_a_party_named_once_in_a_long_text_without_a_conflicts_words_makes_it_no_conflicts(read):
    filler = "وقال المدرب إن الفريق سيلعب مباراة قوية أمام ضيفه في الجولة القادمة من البطولة. " * 20
    text = f"{filler} وأضاف أن المنتخب يفقد 13 عنصرا مؤثرا، كما قال لاعب عن داعش. {filler}"
    assert not read(text)
    assert read("خسر الجيش 13 عنصرا في هجوم لداعش.")


@pytest.mark.parametrize(
    "body",
    [
        "ردد المتظاهرون في منبج التي كان فيها داعش: يسقط محمد حسن.",
        "يضم مجلس الأمن التابع للأمم المتحدة 15 عضوا يبحثون ملف داعش، تمتد الدورة الواحدة منها سنتين.",
        "نشرت الفتاة مشاهد للجنديين، وأزعج انتشار مشاهدها داعش.",
    ],
)
def test_who_falls_from_office_seats_of_a_council_and_two_told_of_are_no_claims(read, body):
    assert not read(body)


def test_casualties_are_a_topic_that_a_number_reaches(one):
    body = "خلفت اشتباكات الجيش العراقي وداعش في تلعفر 55 قتيلا و146 جريحا، ليصل إجمالي الضحايا إلى 201."
    assert one(body, "201").measure == "casualties"


def test_numbers_before_the_same_preposition_go_on_with_the_first(read):
    body = "نفذ داعش في ديالى 12 هجوما في الربع الأول و9 في الثاني و15 في الثالث."
    assert [(claim.measure, claim.low) for claim in read(body)] == [("attacks", 12), ("attacks", 9), ("attacks", 15)]


@pytest.mark.parametrize(
    "body",
    [
        "أدانت الحكومة العراقية بشدة هجوم داعش على 12 مصليا في بغداد.",
        "أيد 14 نائبا في بغداد قرارا يدين داعش.",
    ],
)
def test_who_condemns_convicts_nobody(read, body):
    assert "sentenced" not in [claim.measure for claim in read(body)]


def test_a_court_that_convicts_sentences(figures):
    assert figures("أدانت محكمة في بغداد 6 من عناصر داعش.")[0][:2] == ("sentenced", 6)
