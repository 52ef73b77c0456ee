"""Whom a figure counts, told behind it or by those it stands beside: predicates, companions, suspects, what is shot."""

import pytest


@pytest.mark.parametrize(
    ("body", "number", "people"),
    [
        ("أصيب 4 أشخاص، جميعهم من المدنيين، في تفجير في بغداد بالعراق.", "4", "civilians"),
        ("أدى القصف إلى مقتل 30 شخصا جميعهم مدنيون في ريف حلب بسوريا.", "30", "civilians"),
        ("اعتقلت القوات العراقية 12 شخصا في الموصل، بينهم 3 هم من تنظيم داعش.", "3", "daesh"),
    ],
)
def test_a_predicate_behind_a_number_says_whom_it_counts(one, body, number, people):
    assert one(body, number).of == people


def test_what_is_said_of_all_is_said_of_the_number_before_too(read):
    body = "قتل شخص وأصيب 4 آخرون، جميعهم من المدنيين، في تفجير تبناه تنظيم داعش في بغداد بالعراق."
    assert {claim.number: claim.of for claim in read(body)} == {"شخص": "civilians", "4": "civilians"}


def test_companions_fall_with_their_leader(read):
    body = "أسفر الانفجار عن مقتل القيادي عمر حسن الجبوري، أحد قادة تنظيم داعش في الموصل، و7 من مرافقيه."
    claims = {claim.number: claim.of for claim in read(body)}
    assert claims["7"] in ("daesh", "daesh_leaders")


def test_suspects_of_terror_are_militants(one):
    body = (
        "أعلنت وزارة الداخلية التونسية اعتقال 16 شخصا بشبهة الإرهاب في بنزرت بتونس. وضبطت قوات الأمن أسلحة وقتلت "
        "إرهابيا في اشتباكات مع مسلحين."
    )
    assert one(body, "16").of == "militants"


def test_families_that_flee_are_families(one):
    assert one("هجر تنظيم داعش 33 أسرة من قرية في الموصل بالعراق.", "33").of == "families"


def test_whom_egypt_calls_militants_are_of_no_one_group(one):
    body = "قتلت القوات المصرية 20 إرهابيا في شمال سيناء بمصر حيث ينشط متشددون موالون لتنظيم داعش."
    assert one(body, "20").of == "militants"


def test_churches_that_are_struck_are_nobodys(one):
    assert one("استهدف انتحاريون ثلاث كنائس في هجمات تبناها تنظيم داعش في العراق.", "ثلاث").of != "christians"


@pytest.mark.parametrize(
    ("body", "number", "people"),
    [
        ("قالت الشرطة إن ثلاثة فقط من المدنيين قتلوا في الغارة على حركة الشباب في الصومال.", "ثلاثة", "civilians"),
        ("أكد المتحدث مقتل أكثر من 45 من عديد القوات الروسية في سوريا.", "أكثر من 45", "russia"),
        (
            "قتل 12 مدنيا في قصف القوات الحكومية لدرعا بسوريا ليرتفع عدد الضحايا المدنيين إلى 46 قتيلا.",
            "46",
            "civilians",
        ),
        ("قتل تسعة مقاتلين روس في هجوم لتنظيم داعش قرب دير الزور في سوريا.", "تسعة", "russia"),
    ],
)
def test_people_behind_a_word_between_them_and_their_number(one, body, number, people):
    assert one(body, number).of == people


def test_a_part_without_people_of_its_own_is_of_the_whole(one):
    body = "قال المرصد السوري إن 29 مدنيا قتلوا في غارات جوية، من بينهم 17 شخصا في بلدة دوما بسوريا."
    assert one(body, "17").of == "civilians"


@pytest.mark.parametrize(
    ("body", "number", "people"),
    [
        ("أعلن الجيش مقتل قيادي في تنظيم القاعدة في غارة على أبين في اليمن.", "قيادي", "al_qaeda"),
        ("قتل خمسة من عناصر تنظيم القاعدة في غارة على أبين في اليمن.", "خمسة", "al_qaeda"),
        ("قتل ثلاثة من قادة تنظيم القاعدة في غارة أمريكية على أبين في اليمن.", "ثلاثة", "al_qaeda"),
        ("قتل عشرة من عناصر التنظيم، بعد أن هاجم تنظيم داعش بلدة في العراق.", "عشرة", "daesh"),
    ],
)
def test_an_organisation_in_construct_is_the_one_named_behind(one, body, number, people):
    assert one(body, number).of == people


@pytest.mark.parametrize("number", ["84", "40"])
def test_farms_and_drugs_are_no_partys(one, number):
    body = (
        "دمر الجيش المصري 84 مزرعة لنبات البانجو وضبط 40 كيلو من الهيروين في عملية ضد المسلحين في سيناء. "
        "وقتل الجيش ثلاثة مسلحين."
    )
    assert one(body, number).of is None
