"""Totals told part by part: what the total counts, its parts count, whatever word stands nearer to them."""

import pytest

PARTIES = "معارك بين الجيش السوري وتنظيم داعش في حلب. "


def measures(read, body):
    return [(claim.measure, claim.low) for claim in read(PARTIES + body)]


@pytest.mark.parametrize(
    ("words", "measure", "values"),
    [
        ("نزح 19 ألف شخص من المدينة، بواقع 9 آلاف إلى إدلب و6 آلاف إلى حماة و4 آلاف إلى حمص", "displaced",
         [19000, 9000, 6000, 4000]),
        ("نزح 17 ألف شخص خلال أسبوع، بواقع 9 آلاف إلى إدلب و6 آلاف إلى حماة", "displaced", [17000, 9000, 6000]),
        ("نزح 38 ألف شخص وتوزعوا على بلدات عدة: إدلب (21 ألفا) وحماة (12 ألفا) وحمص (5 آلاف)", "displaced",
         [38000, 21000, 12000, 5000]),
        ("أسفر القصف عن مقتل 46 شخصا: 24 من أفراد الشرطة و22 مدنيا", "killed", [46, 24, 22]),
    ],
)  # fmt: skip
def test_the_parts_take_the_measure_of_their_total(read, words, measure, values):
    assert measures(read, f"وقالت المنظمة إن القصف مستمر. {words}.") == [(measure, value) for value in values]


def test_a_part_that_tells_its_own_outcome_keeps_it(read):
    found = measures(read, "سقط 237 مدنيا بين قتيل وجريح، وبلغ عدد القتلى 96 شخصا وعدد المصابين 141.")
    assert found == [("casualties", 237), ("killed", 96), ("wounded", 141)]


def test_the_regions_over_which_people_are_spread_are_none_of_them(read):
    found = measures(read, "نزح 38 ألف شخص من المدينة وتوزعوا على ثلاث مناطق.")
    assert ("displaced", 38000) in found
    assert ("displaced", 3) not in found


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("شملت صفقة التبادل 1056 أسيرا: 671 من داعش و385 من الجيش السوري", [1056, 671, 385]),
        ("أفرج عن 206 أسرى في صفقة تبادل، من بينهم 130 جنديا أسروا في حلب", [206, 130]),
        ("جرت عملية تبادل شملت 206 أسرى، وعاد 103 جنود إلى ديارهم", [206, 103]),
    ],
)
def test_whom_an_exchange_brings_home_is_free(read, words, values):
    assert measures(read, f"{words}.") == [("released", value) for value in values]


def test_loans_among_what_donors_pledge_are_given(read):
    found = measures(read, "تعهد المانحون بتقديم 7.5 مليار يورو للسوريين، منها 5 مليارات منحا و2.5 مليار قروضا.")
    assert found == [("funding", 7500000000), ("funding", 5000000000), ("funding", 2500000000)]


def test_the_dead_and_the_wounded_that_make_a_toll_make_it_one_of_both(read):
    found = measures(read, "وقالت المنظمة إن عدد الضحايا المدنيين بلغ 5939، إذ قتل 2117 وجرح 3822.")
    assert found == [("casualties", 5939), ("killed", 2117), ("wounded", 3822)]


def test_a_number_in_brackets_is_of_the_place_before_them(read):
    claims = read("جرت معارك بين الجيش السوري وداعش. نزح 33 ألف شخص: إدلب (21 ألفا) وحماة (12 ألفا).")
    assert [claim.where for claim in claims[1:]] == [("Idlib, SY",), ("Hama, SY",)]


def test_a_verb_and_a_number_that_begin_a_sentence_behind_a_short_word_are_no_model(read):
    assert measures(read, "قتل 96 مدنيا في المدينة.") == [("killed", 96)]


def test_the_year_that_a_change_is_from_is_not_the_later_levels(read):
    claims = read(PARTIES + "ارتفع عدد القتلى المدنيين إلى 1120 خلال 2014 بزيادة 25% عن عام 2013 الذي قتل فيه 896.")
    assert [(claim.low, claim.when.start[:4]) for claim in claims] == [(1120, "2014"), (25, "2014"), (896, "2013")]


def test_a_noun_of_those_taken_away_ends_what_the_noun_before_it_counts(read):
    found = measures(read, "أحصت المنظمة 658 قتيلا و452 مصابا و592 مختطفا.")
    assert found == [("killed", 658), ("wounded", 452), ("abducted", 592)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("لقي 18 شخصا حتفهم في الرقة، وسبعة في منبج، وفي الباب أربعة.", [18, 7, 4]),
        ("قتل 33 رميا بالرصاص، و29 بعبوات ناسفة، و20 في غارات جوية، وستة ذبحا.", [33, 29, 20, 6]),
        ("سقط 318 قتيلا، أكثر من نصفهم، أي 170، في الرقة وحدها، و92 في منبج.", [318, 0.5, 170, 92]),
        ("قتل 20 شخصا في الرقة و15 في منبج، ليبلغ المجموع 35.", [20, 15, 35]),
        ("قتل 88 مدنيا في القصف. المكان: الرقة 52، منبج 24، كوباني 12.", [88, 52, 24, 12]),
        ("قتل تسعة مدنيين في القصف. ليرتفع المجموع الكلي منذ مطلع العام إلى 143.", [9, 143]),
    ],
)
def test_a_number_alone_goes_on_what_was_counted(read, text, killed) -> None:
    text = f"شنت قوات النظام غارات على ريف حلب. {text}"
    assert [claim.low for claim in read(text) if claim.measure == "killed"] == killed


def test_a_number_alone_in_another_clause_counts_nothing_more(read) -> None:
    text = "قتل 18 مدنيا في قصف قوات النظام على الرقة، فيما قال المحافظ إن المدينة سجلت نموا وفي العام التالي تسعة."
    assert [claim.low for claim in read(text) if claim.measure == "killed"] == [18]


@pytest.mark.parametrize(
    ("who", "measure"),
    [("شهداء الأحد", "killed"), ("القتلى", "killed"), ("الجرحى", "wounded"), ("جرحى القصف", "wounded")],
)
def test_a_breakdown_is_of_those_whom_it_names(read, who, measure):
    body = f"أسفر القصف عن 90 شهيدا و80 جريحا. وتوزع {who} على حلب (29) وحماة (24)."
    assert measures(read, body)[2:] == [(measure, 29), (measure, 24)]


def test_a_total_was_where_its_parts_were_as_its_headline_tells_again(read) -> None:
    text = "قال الجيش العراقي إنه اعتقل 41 من عناصر داعش، 26 منهم في كركوك و15 في ديالى."
    found = [(claim.low, claim.where) for claim in read(text, title="اعتقال 41 من عناصر داعش")]
    both = ("Kirkuk, IQ", "Diyala, IQ")
    assert found == [(41, both), (41, both), (26, both[:1]), (15, both[1:])]


def test_a_total_that_names_its_own_wider_place_keeps_it(read) -> None:
    text = "قتل داعش 36 جنديا في البادية السورية، 20 في حمص و16 في دير الزور."
    assert next(claim.where for claim in read(text)) == ("Badia, SY",)


FIGHTING = "معارك بين الجيش السوري وتنظيم داعش. "


def test_what_a_totals_sentence_tells_before_it_was_where_its_parts_were(read):
    body = "ونفذ الجيش السوري 70 عملية قتل فيها 90 مسلحا واعتقل 60، منهم 40 في حماة و20 في حمص."
    told = {claim.low: claim.where for claim in read(FIGHTING + body)}
    assert told[90] == told[60] == ("Hama, SY", "Homs, SY")


@pytest.mark.parametrize("against", ["مقابل 44 هجوما في نيسان", "مقارنة مع 44 هجوما في نيسان"])
def test_what_a_divided_total_is_compared_with_was_in_all_its_places(read, against):
    body = f"أحصى المرصد 50 هجوما لداعش في أيار: 30 في حماة و20 في حمص، {against}."
    told = {claim.low: claim.where for claim in read(FIGHTING + body)}
    assert told[44] == told[50] == ("Hama, SY", "Homs, SY")
