"""Numbers of people and things that no word of an outcome explains, and outcomes told in other ways."""

import pytest


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("وتدفق آلاف الشبان على نقطة التفتيش قبل أن تقصف قوات النظام السوق.", "other", 1000),
        ("وتضم القافلة 46 شاحنة أدخلها الجيش العراقي بعد قصف داعش الطريق.", "other", 46),
        ("وتنشر القوات العراقية في المنطقة 4000 جندي لقتال داعش.", "strength", 4000),
        ("تعرضت 300 طالبة للخطف على يد داعش.", "abducted", 300),
        ("وتعرض اثنان من رجال الشرطة للإصابة في هجوم داعش.", "wounded", 2),
        ("وقال ناشطون إن عشر بلدات تعرضت لقصف قوات النظام السوري.", "attacks", 10),
        ("أمطرت قوات النظام السوري أربع بلدات بالقذائف.", "attacks", 4),
        ("ارتفع عدد القتلى جراء الغارات والقصف لقوات النظام السوري على حلب إلى مئة مدني.", "killed", 100),
        ("وما زال مصير 112 منهن مجهولا بعد هجوم داعش على القرية.", "missing", 112),
        ("وشنت السلطات حملة اعتقالات طالت 500 شخص بعد هجوم داعش.", "detained", 500),
        ("وحبس في العراق 73 صحافيا بعد هجوم داعش.", "detained", 73),
        ("وحكم بالسجن المؤبد على ستة من مقاتلي داعش.", "sentenced", 6),
        ("ويهدد هجوم داعش نحو 350 ألف شخص يقيمون في كركوك.", "inhabitants", 350_000),
    ],
)
def test_what_a_number_counts(read, text, measure, low):
    assert (measure, low) in [(claim.measure, claim.low) for claim in read(text)]


def test_those_taken_up_are_a_part_of_those_counted_before(read):
    claims = read("قتل عشرة مقاتلين في غارة للتحالف على داعش. وينحدر ثمانية من هؤلاء المقاتلين من الموصل.")
    assert [(claim.measure, claim.low) for claim in claims] == [("killed", 10), ("killed", 8)]


def test_votes_and_speakers_are_of_no_conflict(read):
    assert read("أقر البرلمان قانون مكافحة داعش بأغلبية 174 نائبا وامتناع عشرة نواب.") == []
    assert read("قال ثلاثة مسؤولين إن داعش ينسحب من القرية بعد المعارك.") == []


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        ("أعلنت الشرطة العراقية اعتقال الجاني بعد هجوم داعش.", "detained", "person"),
        ("وقصفت القوات العراقية مقر داعش وتم تدمير الموقع بالكامل.", "destroyed", "site"),
    ],
)
def test_one_that_was_told_of_is_counted_by_its_outcome(read, text, measure, unit):
    assert [(c.measure, c.low, c.unit) for c in read(text)] == [(measure, 1, unit)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("إن القوات العراقية قتلت الممرضة هدى النجار في هجوم على داعش.", ["هدى النجار"]),
        ("اعتقلت القوات العراقية محمد الجبوري القيادي في داعش.", ["محمد الجبوري"]),
        ("قال محمود الصماد إن داعش باق. وبعد غارة على داعش أعلن مقتل الصماد.", ["الصماد"]),
        (
            "إن الشهداء هم أحمد العثامنة (24 عاما) وأحمد عقل (25 عاما) برصاص داعش.",
            ["أحمد العثامنة", "أحمد عقل"],
        ),
        ("إن محمود الكربي اعتقل في هجوم على داعش.", ["محمود الكربي"]),
        ("بعد محاولة اغتيال محمود الكربي في هجوم لداعش.", []),
    ],
)
def test_named_persons(read, text, names):
    assert [claim.name for claim in read(text) if claim.name] == names


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("وخلفت المعارك أكثر من 1100 مسلح قتيلا من داعش.", "killed", 1100),
        ("وقالت إن ملايين الأشخاص نزحوا بعد هجوم داعش.", "displaced", 1_000_000),
        ("تشييع فلسطينيين قتلا في هجوم لداعش.", "killed", 2),
        ("أجبر هجوم داعش 1200 شخص على النزوح من الموصل.", "displaced", 1200),
        ("وقالت المنظمة إن 690 أسرة نزحت من الموصل بعد قصف داعش.", "displaced", 690),
        ("غادر أكثر من 7 آلاف شخص الموصل بعد قصف داعش.", "displaced", 7000),
        ("وبلغ عدد القتلى منذ هجوم داعش 31 ألفا، والجرحى 72 ألفا.", "wounded", 72_000),
        ("تعهد المانحون بتقديم 16 مليون دولار للنازحين من الموصل بعد قصف داعش.", "funding", 16_000_000),
        ("انتهت عملية تبادل الأسرى بين الجيش وداعش. وشملت العملية 887 أسيرا.", "released", 887),
    ],
)
def test_what_a_number_counts_by_the_words_around_it(read, text, measure, low):
    assert (measure, low) in [(claim.measure, claim.low) for claim in read(text)]


def test_gunfire_a_preposition_and_a_unit_are_no_counts(read):
    assert not any(claim.measure == "released" for claim in read("قتل جنديان، وأطلقت قوات داعش النار على 12 شخصا."))
    assert read("صدت قوات الجيش العراقي في اللواء 22 هجوما لداعش.") == []


def test_aid_in_a_state_at_war_is_of_its_war(read):
    text = "تعهد المانحون في جنيف بتقديم 16 مليون دولار مساعدات للنازحين في اليمن، كما أعلنت الأمم المتحدة."
    assert [claim.measure for claim in read(text)] == ["funding"]


def test_the_wounded_left_uncounted_are_not_among_the_dead(read):
    claims = read("مقتل 12 شخصا وجرحى في الموصل. سقط 12 قتيلا وجرحى في قصف داعش. وسقط 20 قتيلا وجريحا في هجوم داعش.")
    assert [(claim.measure, claim.low) for claim in claims] == [("killed", 12), ("killed", 12), ("casualties", 20)]


def test_a_toll_divided_among_kinds_of_people_is_of_the_dead(read):
    claims = read("قتلت القوات العراقية 143 شخصا في هجوم لداعش، يتوزعون إلى 19 مسلحا و124 مدنيا.")
    assert [(claim.measure, claim.low) for claim in claims] == [("killed", 143), ("killed", 19), ("killed", 124)]


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("ينتشر في الموصل نحو 150 متشددا يقاتلون إلى جانب داعش.", "strength"),
        ("قالت الوزارة إن نحو 150 متشددا حاولوا مغادرة البلاد إلى مناطق داعش.", "other"),
        ("لا يزال هناك عشرات آلاف المدنيين في المدينة التي يحاصرها داعش.", "inhabitants"),
    ],
)
def test_who_does_something_is_no_strength_and_who_lives_there_inhabits_it(read, body, measure):
    assert [claim.measure for claim in read(body)] == [measure]


def test_migrants_are_of_no_conflict(read):
    assert read("تتوقع الحكومة وصول 60 ألف مهاجر في العام المقبل بعد الحرب في سوريا.") == []


@pytest.mark.parametrize("traded", ["تراجع النفط", "انخفضت أسعار الذهب", "وارتفع الدولار", "هبطت الأسهم"])
def test_the_change_of_a_price_is_none_of_the_strikes_it_followed(read, traded):
    assert not read(f"{traded} 3 في المئة الاثنين إثر الضربات الجوية على مواقع داعش في الرقة.")
