"""The second who speaks in a report is no other than the second: nobody lends him the first one's name, or takes it."""

import pytest

OPENING = "تواصلت المعارك بين الجيش والمسلحين في سوريا. "
FIRST = f"{OPENING}وقال مصدر طبي إن المستشفى استقبل 90 قتيلا. "


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("من جهته، رحب محافظ الوادي بالاتفاق، وقال في بيان إن 14 عنصرا قتلوا.", "محافظ الوادي"),
        ("في المقابل يرسم مركز الوادي للحقوق صورة أخرى، إذ يؤكد أن 14 مدنيا قتلوا.", "مركز الوادي للحقوق"),
        ("غير أن المرصد السوري لحقوق الإنسان يرسم صورة أخرى، إذ وثق مقتل 14 مدنيا.", "sohr"),
        ("من جانبه ترحم محافظ الوادي على الضحايا، متهما الجيش بقتل 14 مدنيا.", "محافظ الوادي"),
        ("ونفى فلاح الوادي، وهو متحدث باسم الفصائل، ذلك، واتهم القوات الأجنبية بقتل 14 قرويا.", "فلاح الوادي"),
        ("وخالفته الشبكة السورية لحقوق الإنسان التي أحصت 14 قتيلا مدنيا.", "snhr"),
        ("أما منظمة «الوادي» التي تتخذ من باريس مقرا، فترى أن 14 مدنيا قتلوا.", "منظمة الوادي"),
        ("وكان المتحدث العسكري أعلن مقتل 14 جنديا.", "assad_forces"),
        ("لكن مركز الوادي للحقوق أبلغ شركاءه بأن 14 مدنيا قتلوا.", "مركز الوادي للحقوق"),
        ("وقتل 14 مدنيا، وفق ما ذكره لـ«الخبر» مدير صحة الوادي.", "مدير صحة الوادي"),
        ("وأنهت قوات سوريا الديمقراطية حملة قالت قيادتها إنها أسفرت عن مقتل 14 مسلحا.", "sdf"),
    ],
)
def test_who_speaks_behind_another_is_told_by_his_own_sentence(one, told, source):
    assert one(FIRST + told, "14").source == (source,)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("وثق المرصد السوري لحقوق الإنسان 90 هجوما. وبحسب مديره فقد قتل 14 مدنيا.", "sohr"),
        ("وقال شهود إن 90 منزلا دمرت. وأكد أحدهم أن 14 مدنيا قتلوا.", "witnesses"),
        (
            "وقال الناطق باسم وزارة الصحة السودانية سامر الفلاني إن 90 شخصا أصيبوا. وكانت الوزارة أعلنت مقتل 14 مدنيا.",
            "وزارة الصحة السودانية",
        ),
    ],
)
def test_who_is_taken_up_is_the_one_that_the_words_take_up(one, told, source):
    assert one(OPENING + told, "14").source == (source,)


def test_what_another_gives_is_not_told_by_who_announces_a_gift(one):
    body = f"{OPENING}وأعلنت قطر تقديم 90 مليون دولار للنازحين في سوريا، فيما تعهدت ألمانيا بدفع 14 مليون دولار."
    assert one(body, "90 مليون").source == ("qatar",)
    assert one(body, "14 مليون").source == ()


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("عاجل | النيجر تعلن مقتل 14 جنديا", ("niger",)),
        ("«حراس العقيدة» تقول إنها قتلت 14 جنديا في سوريا", ("حراس العقيدة",)),
        ("مقتل سبعة في حلب ومصدر أمني يتحدث عن 14 قتيلا", ("security_sources",)),
        ("أنقرة: تحييد 14 إرهابيا في غارة جوية", ("turkey",)),
    ],
)
def test_a_headline_names_who_tells_behind_a_label_or_another_line(read, headline, source):
    claims = read("تواصلت المعارك بين الجيش والمسلحين في البلاد.", title=headline)
    assert [claim.source for claim in claims if claim.number == "14"] == [source]


def test_an_observatory_that_publishes_is_no_source_of_its_own(one):
    body = f"{OPENING}ووثق المرصد خلال الشهر مقتل 14 مدنيا في حلب."
    assert one(body, "14", publisher="مرصد الوادي للحقوق").source == ()
    assert one(body, "14", publisher="صحيفة الوادي").source == ("sohr",)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("وكشف تقرير للأمم المتحدة صدر الأحد عن مقتل 14 مدنيا.", ("un",)),
        ("ونفى حزب الله مقتل أي من رجاله بعد إعلان قوات سوريا الديمقراطية أنها قتلت 14 منهم.", ("sdf",)),
        ("ونقلت رويترز عن مصدر طبي أن 90 قتلوا. ونقلت عن شهود أن 14 مدنيا أصيبوا.", ("witnesses", "reuters")),
        (
            "وقتل 14 مدنيا في قصف للجيش على حلب، حسبما أعلن أمس وحيد منصور المتحدث باسم وزارة الصحة.",
            ("وحيد منصور المتحدث باسم وزارة الصحة",),
        ),
        (
            "وأعلن المتحدث باسم وزارة الصحة وحيد منصور أن 14 مدنيا قتلوا.",
            ("المتحدث باسم وزارة الصحة وحيد منصور",),
        ),
    ],
)
def test_who_tells_is_neither_cut_short_nor_taken_from_another_verb(one, told, source):
    assert one(OPENING + told, "14").source == source


@pytest.mark.parametrize(
    "more",
    [
        "واستقبلت تشاد 14 ألفا منهم.",
        "وكان نصيب حلب منها 14 ألفا.",
        "وتصدرت حلب القائمة بـ14 ألف نازح.",
        "وكان من بينهم 14 ألف طفل.",
    ],
)
@pytest.mark.parametrize("told", ["وقال الهلال الأحمر إن 90 ألفا نزحوا.", "ونزح 90 ألفا، بحسب الهلال الأحمر."])
def test_a_part_of_those_counted_before_is_told_by_who_told_of_them(read, told, more):
    claims = read(f"{OPENING}{told} {more}")
    first, part = (next(claim for claim in claims if claim.low == low) for low in (90_000, 14_000))
    assert part.source == first.source != ()


def test_a_figure_of_its_own_is_no_part_of_those_counted_before(one):
    body = f"{OPENING}وقال الهلال الأحمر إن 90 شخصا نزحوا. وقتل 14 شخصا في غارة، بينهم سبعة أطفال."
    assert one(body, "14").source == ()


def test_a_numbered_statement_in_a_headline_is_of_whose_it_is(read):
    claims = read("تواصلت المعارك في سوريا.", title="البيان الرابع للمرصد السوري لحقوق الإنسان: مقتل 14 مدنيا")
    assert [claim.source for claim in claims if claim.number == "14"] == [("sohr",)]
