"""What a number counts: the word that says so, before it, after it, or carried over from the number before."""

import pytest


def test_two_outcomes_are_coordinated_each_with_its_own_number(figures):
    body = "أعلنت قوات سوريا الديمقراطية مقتل 44 عنصرا من تنظيم داعش واحتجاز 166 آخرين في ريف دير الزور."
    assert figures(body) == [("killed", 44, 44, "daesh"), ("detained", 166, 166, "daesh")]


def test_a_second_noun_is_joined_to_the_outcome_of_the_first(figures):
    body = "أدى هجوم لداعش إلى مقتل 3 ضباط وسبعة جنود عراقيين في الرطبة."
    assert [claim[:2] for claim in figures(body)] == [("killed", 3), ("killed", 7)]


def test_an_elided_noun_is_counted_by_its_own_verb(figures):
    body = "قتل خمسة مدنيين وأصيب 8 في هجوم لداعش على كركوك."
    assert [claim[:2] for claim in figures(body)] == [("killed", 5), ("wounded", 8)]


def test_an_active_verb_counts_its_object_and_its_subject_did_it(one):
    claim = one("قتلت القوات العراقية 12 مسلحا من داعش في كركوك.", "12")
    assert (claim.measure, claim.of, claim.by) == ("killed", "daesh", "iraq_forces")


def test_a_passive_verb_counts_its_subject(one):
    claim = one("قتل 9 جنود عراقيين في هجوم لداعش قرب الموصل.", "9")
    assert (claim.measure, claim.of, claim.by) == ("killed", "iraq_forces", "daesh")


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("قالت خلية الإعلام الأمني إن 17 مسلحا من داعش قتلوا في ديالى.", "17"),
        ("لقي 17 مسلحا من داعش مصرعهم في ديالى.", "17"),
        ("راح ضحية هجوم داعش في بغداد 17 شخصا.", "17"),
        ("أودى هجوم لداعش بحياة 17 مدنيا في بغداد.", "17"),
        ("أسفر هجوم لداعش عن مقتل 17 مدنيا في بغداد.", "17"),
        ("سقط 17 قتيلا في هجوم لداعش على بغداد.", "17"),
    ],
)
def test_the_word_that_tells_a_death_may_stand_before_after_or_around_the_number(one, body, number):
    claim = one(body, number)
    assert (claim.measure, claim.low, claim.unit) == ("killed", 17, "person")


def test_parts_named_after_among_them_keep_the_outcome_of_the_whole(figures):
    body = "أسفر هجوم داعش في الرقة عن مقتل 57 شخصا بينهم 12 طفلا وسبع نساء."
    assert figures(body) == [("killed", 57, 57, None), ("killed", 12, 12, "children"), ("killed", 7, 7, "women")]


def test_of_them_counts_a_part_of_those_just_counted(figures):
    body = "اعتقل الجيش العراقي 20 عنصرا من داعش في ديالى، خمسة منهم أجانب."
    assert figures(body) == [("detained", 20, 20, "daesh"), ("detained", 5, 5, "foreigners")]


def test_dead_and_wounded_under_one_number_are_casualties(one):
    assert one("سقط 30 قتيلا وجريحا في قصف لداعش على سنجار.", "30").measure == "casualties"


@pytest.mark.parametrize(
    "body",
    [
        "أعلن التحالف الدولي مقتل واعتقال 91 عنصرا من داعش في سوريا.",
        "أعلن التحالف الدولي أن قواته قتلت أو اعتقلت 91 عنصرا من داعش في سوريا.",
        "قال التحالف الدولي إن 91 عنصرا من داعش قتلوا أو اعتقلوا في سوريا.",
    ],
)
def test_killed_or_detained_under_one_number_is_one_claim_of_both(figures, body):
    assert figures(body) == [("killed_or_detained", 91, 91, "daesh")]


@pytest.mark.parametrize(
    ("measure", "body"),
    [
        ("surrendered", "سلم 60 عنصرا من داعش أنفسهم لقوات سوريا الديمقراطية في الباغوز."),
        ("escaped", "فر 60 عنصرا من داعش من سجن في الحسكة."),
        ("released", "أطلقت قوات سوريا الديمقراطية سراح 60 عنصرا من داعش في الرقة."),
        ("abducted", "خطف داعش 60 مدنيا في كركوك."),
        ("displaced", "نزح 60 شخصا من الحويجة هربا من داعش."),
        ("sentenced", "حكم القضاء العراقي على 60 عنصرا من داعش بالإعدام."),
        ("trained", "دربت قوات التحالف الدولي 60 مقاتلا من البيشمركة لقتال داعش."),
        ("destroyed", "دمر التحالف الدولي 60 آلية لداعش في الرقة."),
        ("seized", "صادرت القوات العراقية 60 قطعة سلاح من داعش في الأنبار."),
        ("places_taken", "سيطرت القوات العراقية على 60 قرية كان داعش يحتلها في الحويجة."),
        ("attacks", "شن داعش 60 هجوما في ديالى."),
        ("airstrikes", "نفذ التحالف الدولي 60 غارة على داعش في العراق."),
        ("held", "في سجون الحسكة 60 معتقلا من داعش."),
    ],
)
def test_each_measure_is_told_by_words_of_its_own(one, measure, body):
    claim = one(body, "60")
    assert (claim.measure, claim.low, claim.high) == (measure, 60, 60)


def test_the_residents_of_a_camp_are_its_population(one):
    claim = one("يضم مخيم الهول نحو 43 ألف نسمة، وينشط فيه داعش.", "نحو 43 ألف")
    assert (claim.measure, claim.low, claim.high, claim.bound) == ("camp_population", 43000, 43000, "about")
    assert claim.where == ("al-Hol, SY",)


def test_families_of_an_armed_group_are_of_a_conflict(one):
    claim = one("يعيش في مخيم الهول 40 ألف شخص من عائلات داعش.", "40 ألف")
    assert (claim.measure, claim.of) == ("camp_population", "daesh_families")


def test_who_is_no_fighter_flees_and_who_is_held_escapes(figures):
    assert figures("فر 300 مدني من الموصل خوفا من داعش.")[0][0] == "displaced"
    assert figures("فر 30 عنصرا من داعش من سجن في الحسكة.")[0][0] == "escaped"


def test_mourners_are_not_the_one_whom_they_mourn(read):
    claims = read("شارك ثلاثة آلاف شخص في جنازة طبيبة قتلت في هجوم لداعش على الموصل.")
    assert [(claim.measure, claim.low) for claim in claims] == [("other", 3000), ("killed", 1)]


def test_a_toll_is_what_the_plural_before_its_figure_names(one):
    claim = one("ارتفع عدد القتلى في هجوم داعش على الرقة إلى 31.", "31")
    assert (claim.measure, claim.low) == ("killed", 31)


def test_magnitudes_are_open_spans(one):
    claim = one("قتل تنظيم داعش عشرات المدنيين في سنجار.", "عشرات")
    assert (claim.low, claim.high, claim.bound, claim.of) == (10, 99, "indefinite", "civilians")


def test_a_noun_in_in_before_another_number_did_it_and_is_not_counted(figures):
    body = "قتل مسلحين ثمانية أشخاص في كركوك خلال هجوم لداعش."
    assert [claim[:3] for claim in figures(body)] == [("killed", 8, 8)]


def test_unit_numbers_models_and_articles_count_nothing(read):
    assert not read("اللواء 45 في الفرقة الخامسة يقاتل داعش قرب الموصل بطائرات إف-16، وفق المادة 4 من القانون.")


@pytest.mark.parametrize("words", ["بين قتيل وجريح", "ما بين قتيل ومصاب"])
def test_the_killed_and_the_wounded_under_one_number_are_casualties(one, words):
    assert one(f"خسر تنظيم داعش في الرقة 690 عنصرا {words} خلال شهر.", "690").measure == "casualties"


def test_prisoners_of_an_exchange_are_released(one):
    text = "شملت عملية تبادل الأسرى بين الحكومة وتنظيم داعش في سوريا 887 أسيرا."
    assert one(text, "887").measure == "released"


def test_a_number_given_again_by_reference_is_optional(read):
    text = "تلقت قوات سوريا الديمقراطية من داعش 300 هجوم، وهو عدد مماثل للهجمات التي تلقتها قوات النظام."
    assert [(claim.low, claim.optional) for claim in read(text)] == [(300, False), (300, True)]


def test_a_march_of_return_returns_nobody(read):
    claims = read("أصيب في أحداث مسيرة العودة 1354 فلسطينيا برصاص الجيش الإسرائيلي في قطاع غزة.")
    assert [(claim.measure, claim.low) for claim in claims] == [("wounded", 1354)]


@pytest.mark.parametrize(
    ("told", "taken"),
    [("وتوقف آلاف الطلاب عن الدراسة.", []), ("وتوقف الشرطة العراقية 30 طالبا.", [30])],
)
def test_who_stops_doing_something_is_not_detained(read, told, taken):
    claims = read(f"قتل داعش 20 مدنيا في الموصل. {told}")
    assert [claim.low for claim in claims if claim.measure == "detained"] == taken


@pytest.mark.parametrize(
    ("body", "killed"),
    [
        ("قضى 12 جنديا سوريا في هجوم لداعش.", [12]),
        ("يقضي الاتفاق مع داعش بخروج 1500 مسلح من حلب.", []),
        ("طلب الوزير من الدول الأوروبية الثلاث الموقعة على الاتفاق أن تعاقب داعش.", []),
        ("نقل 8 جرحى وصفت حالتهم بالخطيرة بعد قصف داعش، وطردت سوريا 60 دبلوماسيا وصفتهم بالجواسيس.", []),
        ("أقدم عناصر من داعش على إحراق أربع معدات في حلب.", []),
        ("أقدم عناصر من داعش على إحراق أربعة مدنيين في حلب.", [4]),
    ],
)
def test_a_word_that_states_an_outcome_in_one_use_states_none_in_another(read, body, killed):
    assert [claim.low for claim in read(body) if claim.measure == "killed"] == killed


def test_fighters_who_leave_under_a_deal_are_displaced(figures):
    body = "يقضي الاتفاق مع النظام السوري بخروج 1500 مسلح من حلب."
    assert [claim[:2] for claim in figures(body)] == [("displaced", 1500)]


def test_how_long_a_battle_lasts_is_no_number_of_battles(figures):
    body = "قتل 1700 مدني في الغوطة خلال شهرين من المعارك مع داعش."
    assert [claim[:2] for claim in figures(body)] == [("killed", 1700)]


@pytest.mark.parametrize(
    "body",
    [
        "اتفق الطرفان على ضبط الحدود مع داعش.",
        "شنت الدول الغربية الثلاث حربا على داعش.",
        "قضى السنوات الست في السجن لدى داعش.",
    ],
)
def test_what_is_definite_counts_what_was_told_of_before_it(figures, body):
    assert figures(body) == []


def test_a_mans_own_people_are_killed_with_him(figures):
    body = "أسفر هجوم لداعش عن مقتل العقيد علي حسين، أحد قادة الجيش العراقي في الموصل، و7 من مرافقيه."
    assert [claim[:2] for claim in figures(body)] == [("killed", 1), ("killed", 7)]


def test_parts_in_brackets_are_of_the_number_before_them(figures):
    body = "قتل داعش 30 شخصا في حلب، منهم 20 مدنيا (12 امرأة و8 أطفال)."
    assert [claim[:2] for claim in figures(body)] == [("killed", 30), ("killed", 20), ("killed", 12), ("killed", 8)]


def test_a_relative_clause_that_takes_up_its_noun_leaves_the_verb_its_object(one):
    assert one("قتل القصف الذي نفذته قوات النظام السبت 63 مدنيا في مخيم اليرموك.", "63").measure == "killed"
    assert one("قتلت الغارات التي شنتها الطائرات الروسية أمس 25 مدنيا في إدلب.", "25").measure == "killed"


def test_people_beside_others_of_their_fate_share_it(one):
    assert one("وبين الجرحى في هجوم داعش 12 من عناصر الشرطة و5 مدنيين.", "5").measure == "wounded"


def test_an_airstrike_told_in_the_next_statement_makes_no_attack_one(one):
    body = "قال زعيم الحوثيين إن قواته استهدفت 145 سفينة، وإن الغارات الأمريكية قتلت 16 شخصا في الحديدة."
    assert one(body, "145").measure == "attacks"


def test_we_detained_last_night_is_no_object(one):
    assert one("وقال الجيش العراقي: اعتقلنا الليلة الماضية 14 مطلوبا من داعش في كركوك.", "14").measure == "detained"


@pytest.mark.parametrize("force", ["قوات", "مليشيا", "جيش"])
def test_the_size_of_forces_is_a_strength(one, force):
    assert one(f"وهاجم داعش كركوك ب{force} قوامها 20 ألف رجل.", "20 ألف").measure == "strength"


def test_the_level_that_a_count_rose_to_is_no_year(read):
    text = "وارتفع عدد قتلى هجمات داعش في كركوك من 80 قتيلا إلى 1800."
    assert [(claim.measure, claim.low) for claim in read(text)] == [("killed", 80), ("killed", 1800)]
