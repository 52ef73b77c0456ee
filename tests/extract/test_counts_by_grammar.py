"""Counts that no number word carries: singulars, duals, others, and named leaders, where an outcome counts them."""

import pytest


def test_a_singular_that_an_outcome_governs_is_one(figures):
    assert figures("قال المرصد السوري لحقوق الإنسان إن جنديا قتل في هجوم لداعش قرب حمص.")[0][:3] == ("killed", 1, 1)


def test_a_singular_act_is_not_counted(read):
    assert not read("نفذ داعش عملية في ديالى.")


def test_joined_singulars_are_one_each(figures):
    body = "أدى هجوم لداعش إلى مقتل ضابط وجندي في الرطبة."
    assert [claim[:3] for claim in figures(body)] == [("killed", 1, 1), ("killed", 1, 1)]


def test_another_is_one_more_of_the_same_kind(figures):
    body = "هاجم داعش نقطة في البوكمال ما أدى إلى مقتل جندي وإصابة آخر."
    assert [claim[:3] for claim in figures(body)] == [("killed", 1, 1), ("wounded", 1, 1)]


def test_others_without_a_number_are_two_or_more(one):
    claim = one("أدى هجوم لداعش إلى مقتل ثلاثة جنود وإصابة آخرين قرب هيت.", "آخرين")
    assert (claim.measure, claim.low, claim.high, claim.bound) == ("wounded", 2, None, "ambiguous")


def test_a_thing_after_an_active_verb_and_its_subject_is_one(one):
    claim = one("دمرت قوات التحالف الدولي مخزنا لداعش في الرقة.", "مخزنا")
    assert (claim.measure, claim.low, claim.of, claim.by) == ("destroyed", 1, "daesh", "coalition")


def test_a_dual_whose_plural_is_broken_is_two(one):
    claim = one("أعلنت قوات سوريا الديمقراطية اعتقال عنصرين من داعش في الحسكة.", "عنصرين")
    assert (claim.low, claim.high, claim.bound) == (2, 2, "exact")


def test_a_noun_in_in_whose_plural_is_sound_is_two_or_more(one):
    claim = one("أعلنت قوات سوريا الديمقراطية اعتقال إرهابيين من داعش في الحسكة.", "إرهابيين")
    assert (claim.low, claim.high, claim.bound) == (2, None, "ambiguous")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("أعلن التحالف الدولي مقتل القيادي في داعش أبو حمزة الشامي بغارة قرب إدلب.", "أبو حمزة الشامي"),
        ("أعلن جهاز مكافحة الإرهاب العراقي اعتقال أمير داعش في الأنبار المكنى أبو طلحة.", "أبو طلحة"),
    ],
)
def test_a_leader_killed_or_captured_is_one_and_named(one, body, name):
    claim = one(body, name)
    assert (claim.low, claim.high, claim.unit, claim.name) == (1, 1, "person", name)


def test_leaders_listed_among_the_dead_are_one_each(read):
    claims = read("قتلت القوات العراقية 20 من داعش في ديالى، أبرزهم أبو حمزة وأبو طلحة.")
    assert [(claim.name, claim.low) for claim in claims] == [(None, 20), ("أبو حمزة", 1), ("أبو طلحة", 1)]
    assert {claim.measure for claim in claims} == {"killed"}


def test_a_group_does_not_kill_its_own_leaders(one):
    body = "أعلنت خلية الإعلام الأمني مقتل 40 عنصرا من داعش في جبال حمرين، بينهم قياديان."
    claim = one(body, "قياديان")
    assert (claim.of, claim.by) == ("daesh_leaders", "iraq_forces")  # whose cell tells of it


def test_words_that_no_table_knows_are_a_name_only_behind_a_title(read):
    assert not [claim for claim in read("قتل زهران وادي في هجوم لداعش على الرقة.") if claim.name]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("أدى القصف إلى مقتل الطفل زهران وادي في إدلب التي تحاصرها قوات النظام السوري.", "زهران وادي"),
        ("أعلن داعش اغتيال الضابط شهوان خالدي في كركوك.", "شهوان خالدي"),
    ],
)
def test_a_name_that_no_table_lists_follows_who_is_called_by_a_noun(read, body, name):
    (claim,) = read(body)
    assert (claim.measure, claim.low, claim.name) == ("killed", 1, name)


def test_a_definite_person_without_a_name_is_no_named_one(read):
    assert not [
        claim for claim in read("أدى القصف إلى مقتل الضابط متأثرا بجراحه في إدلب التي يحاصرها داعش.") if claim.name
    ]


@pytest.mark.parametrize(
    "body",
    [
        "أدى هجوم داعش في سوريا إلى مقتل الصحفية ليلى سمير البالغة من العمر 30 عاما.",
        "أدى هجوم داعش في سوريا إلى مقتل الصحفية ليلى سمير بعيد وصولها إلى الرقة.",
    ],
)
def test_what_is_said_of_a_person_is_no_part_of_the_name(one, body):
    assert one(body, "ليلى سمير").name == "ليلى سمير"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("قتل مدير مكتب الصحة في قوات الدفاع العقيد سامي حداد في غارة على كركوك.", ["سامي حداد"]),
        ("قتل المرشح عن قائمة البناء سامي حداد في هجوم لداعش على كركوك.", ["سامي حداد"]),
        ("لقي القائد سامي حداد، وهو زعيم في داعش، حتفه في غارة على كركوك.", ["سامي حداد"]),
        ("لقيت قيادات في داعش مصرعها في غارة على كركوك، بينها سامي حداد، وكمال نصر.", ["سامي حداد", "كمال نصر"]),
        ("أكد الجيش أن القيادي في داعش سامي حداد وعددا من مرافقيه قتلوا بغارة على كركوك.", ["سامي حداد"]),
        ("قتل شقيقه سامي حداد في هجوم لداعش على كركوك.", ["سامي حداد"]),
    ],
)
def test_a_name_follows_its_title_and_what_that_is_of(read, body, names):
    assert [claim.name for claim in read(body) if claim.measure == "killed"] == names


@pytest.mark.parametrize(
    "body",
    [
        "أدت غارة على داعش في كركوك إلى مقتل نجل القيادي سامي حداد.",
        "قال الجيش إن توجيهات من زعيم داعش سامي حداد قضت بسحب مسلحيه من كركوك.",
        "تفقد قائد الجيش اللواء سامي حداد أحياء استعيدت من داعش في كركوك.",
        "قتل المرشح عن القائمة التي يرأسها سامي حداد في هجوم لداعش على كركوك.",
    ],
)
def test_a_name_of_another_man_than_whom_it_befell_is_no_claim(read, body):
    assert not [claim for claim in read(body) if claim.name]


@pytest.mark.parametrize(
    "words", ["في الهجوم", "في الموصل", "خلال الاشتباكات مع التنظيم", "في تلك العمليات، بحسب المتحدث،"]
)
def test_one_who_stands_behind_where_or_when_it_was_is_counted(read, words) -> None:
    text = f"شن تنظيم داعش هجوما على الجيش العراقي في الموصل. واستشهد {words} ضابط من الفرقة الثامنة."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 1)]


@pytest.mark.parametrize("words", ["قتل في هجوم انتحاري 14 جنديا", "قتل برصاص قناص 14 جنديا"])
def test_one_who_did_it_is_not_counted_behind_the_verb(read, words) -> None:
    text = f"شن تنظيم داعش هجوما على الجيش العراقي في الموصل. و{words}."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 14)]


@pytest.mark.parametrize("told", ["قتل الجمعة 4 أشخاص", "قتل 4 أشخاص"])
def test_who_killed_a_number_is_not_who_was_killed(figures, told):
    body = f"وكان مهند المنصوري {told} في هجوم جنوب فرنسا تبناه داعش."
    assert figures(body) == [("killed", 4, 4, None)]


def test_half_of_the_attacks_is_no_number_of_attacks(figures):
    body = "شن داعش 79 هجوما في سوريا هذا العام. ووقع نحو نصف الهجمات في دير الزور."
    assert figures(body) == [("attacks", 79, 79, None)]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("قتل مسلح من داعش شرطيا قرب هيت ثم فر.", "شرطيا"),
        ("وقتل منفذ الهجوم حارسا أمام مقر الجيش العراقي في هيت.", "حارسا"),
        ("خطف مسلحون من داعش نائب رئيس البلدية في هيت.", "نائب"),
    ],
)
def test_whom_one_person_or_several_did_it_to_stands_behind_them(read, body, who):
    assert [claim.number for claim in read(body)] == [who]


def test_what_completes_a_verb_of_dying_is_no_part_of_the_name(read):
    claims = read("لقي القيادي في داعش محمود الجاسم مصرعه في غارة للتحالف الدولي قرب هيت.")
    assert [(claim.measure, claim.name) for claim in claims] == [("killed", "محمود الجاسم")]


@pytest.mark.parametrize(
    "body",
    [
        "مقتل قائد كتيبة المدفعية العقيد محمود الجاسم في هجوم لداعش.",
        "مقتل نائب رئيس هيئة الأركان اللواء محمود الجاسم في هجوم لداعش.",
        "مقتل مصور وكالة الأنباء محمود الجاسم في هجوم لداعش.",
        "مقتل المتحدث باسم داعش محمود الجاسم في غارة.",
        "أصيب العميد محمود الجاسم بجروح في هجوم لداعش.",
        "وكان محمود الجاسم قد قتل في هجوم لداعش.",
        "القيادي في داعش محمود الجاسم الذي قتلته القوات العراقية العام الماضي.",
        "تشييع جثمان القيادي في داعش محمود الجاسم.",
        "ألقت القوات العراقية القبض على المطلوب محمود الجاسم من داعش.",
    ],
)
def test_one_person_is_named_once_and_by_his_name_alone(read, body):
    assert [claim.name for claim in read(body)] == ["محمود الجاسم"]
