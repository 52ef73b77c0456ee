"""What a number carries besides its value: its words, its tokens, its noun, its unit; and what is no number."""

import pytest

from tawatur.arabic import AnalysedText, find_numbers, find_numerals


def words(text):
    return [text[number.start : number.end] for number in find_numbers(text)]


def kinds(text):
    return [number.kind for number in find_numerals(text)]


def only(text):
    (number,) = find_numbers(text)
    return number


class TestSpan:
    @pytest.mark.parametrize(
        ("text", "span"),
        [
            ("وبعشرين صاروخا", "عشرين"),
            ("لأكثر من 70 قرية", "أكثر من 70"),
            ("بـ 33 غارة", "33"),
            ("للعشرات من الجرحى", "عشرات"),
            ("القرى السبع", "السبع"),
            ("بما يزيد عن 90", "ما يزيد عن 90"),
            ("وما لا يقل عن ثلاثة", "ما لا يقل عن ثلاثة"),
            ("16 مدنيا سوريا على الأقل بينهم نساء", "16 مدنيا سوريا على الأقل"),
            ("دفع 30 مليون دولار", "30 مليون"),
            ("ســـتة جنود", "ســـتة"),
            ("خَمْسَةٌ وعِشْرُونَ شهيدا", "خَمْسَةٌ وعِشْرُونَ"),
            ("أكثر من (44) جريحا", "أكثر من (44)"),
        ],
    )
    def test_covers_the_number_and_its_hedge_and_no_more(self, text, span):
        assert words(text) == [span]

    def test_counts_code_points_of_the_raw_text_not_of_the_view(self):
        text = "قُـ ـتِل \u200fثلاثةٌ وأُصيب ٧"
        assert words(text) == ["ثلاثةٌ", "٧"]

    def test_does_not_take_a_hedge_that_belongs_to_the_number_before(self):
        assert words("30 قتيلا على الأقل 12 منهم أطفال") == ["30 قتيلا على الأقل", "12"]

    def test_does_not_reach_over_a_preposition_for_a_hedge_behind(self):
        assert [number.bound for number in find_numbers("قتل 5 جنود في موقعين على الأقل")] == ["exact", "at_least"]


class TestTokens:
    def test_first_and_last_are_the_tokens_of_the_span(self):
        text = AnalysedText("أسفر عن مقتل نحو خمسة وعشرين جنديا أمس")
        number = only(text)
        assert [token.text for token in text.tokens[number.first : number.last]] == ["نحو", "خمسة", "وعشرين"]

    def test_what_is_counted_begins_where_the_value_ends(self):
        text = AnalysedText("30 قتيلا على الأقل")
        number = only(text)
        assert text.tokens[number.value_last].text == "قتيلا"
        assert text.tokens[number.last - 1].text == "الاقل"

    def test_tells_digits_from_words(self):
        assert [number.digits for number in find_numbers("9 جنود وتسعة مدنيين")] == [True, False]

    def test_a_text_that_is_analysed_already_is_read_as_it_is(self):
        text = "مقتل 9 جنود"
        assert find_numbers(AnalysedText(text)) == find_numbers(text)


class TestNounInTheNumber:
    @pytest.mark.parametrize(
        ("text", "noun"),
        [
            ("غارتان", "غارة"),
            ("جنديين اثنين", "جندي"),
            ("جندي واحد", "جندي"),
            ("أربعمئة وطفلان", "طفل"),
            ("نحو شهرين", "شهر"),
            ("عام ونصف العام", "عام"),
            ("خمسة جنود", None),
        ],
    )
    def test_is_named(self, text, noun):
        assert only(text).noun == noun

    def test_a_singular_alone_is_no_number(self):
        assert find_numbers("مقتل جندي وتدمير دبابة") == []

    def test_a_dual_that_describes_a_dual_is_not_counted_again(self):
        assert words("رجلين مسلحين") == ["رجلين"]

    def test_a_plural_that_a_number_counts_is_not_counted_again(self):
        assert words("ستة مسلحين وثلاثين شخصا آخرين") == ["ستة", "ثلاثين"]

    def test_a_definite_sound_plural_is_no_number(self):
        assert find_numbers("قال إن المسلحين والمدنيين وبعض اللاجئين") == []

    def test_a_state_before_a_dual_is_no_dual_that_it_describes(self):
        assert [number.low for number in find_numbers("أوقفت تركيا جنديين")] == [2]

    def test_the_printed_vowel_tells_dual_from_plural(self):
        assert only("مسلَّحَيْن").bound == "exact"
        assert only("مسلحَين").low == 2
        assert find_numbers("مسلحِين") == []


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("الهجوم الثالث", "ordinal"),
            ("القرن الحادي والعشرين", "ordinal"),
            ("الدورة الـ51", "ordinal"),
            ("اللواء 45", "designation"),
            ("القرار رقم 2254", "designation"),
            ("شابة (24 عاما)", "age"),
            ("يبلغ من العمر 60 عاما", "age"),
            ("الساعة 10:15", "clock"),
            ("الساعة الثانية والنصف", "clock"),
            ("عند 6 مساء", "clock"),
            ("فاز 3-1", "score"),
            ("خسر صفر - 2", "score"),
            ("+963 11 2233445", "phone"),
            ("للتواصل 0551234567", "phone"),
            ("المادة 15", "article"),
            ("طائرة اف-16", "model"),
            ("MQ9", "model"),
        ],
    )
    def test_a_numeral_that_counts_nothing_is_typed_and_left_out(self, text, kind):
        assert kind in kinds(text)
        assert all(number.low is None or number.kind == "count" for number in find_numbers(text))
        assert kind not in [number.kind for number in find_numbers(text)]

    def test_a_duration_is_a_count(self):
        assert only("خلال 24 ساعة").low == 24
        assert only("بعد 20 عاما من الحرب").low == 20

    def test_what_follows_a_designation_with_and_shares_its_kind(self):
        assert kinds("اللواء 12 و14 والمادة 3") == ["designation", "designation", "article"]

    def test_a_unit_that_has_soldiers_is_counted(self):
        assert words("في المنطقة 30 قتيلا") == ["30"]

    @pytest.mark.parametrize(
        "text", ["في 2016", "عام 1967", "منذ آذار 2011", "12 تموز 2014", "سنة 1436هـ", "2014-2016"]
    )
    def test_days_and_years_are_left_to_the_time_reader(self, text):
        assert find_numerals(text) == []

    def test_a_year_like_number_that_counts_is_a_count(self):
        assert only("2014 شخصا").low == 2014
        assert only("نحو 2000 من المقاتلين").low == 2000


class TestUnits:
    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("40 في المئة", "percent"),
            ("40٪", "percent"),
            ("٪40", "percent"),
            ("5 ريالات يمنية", "YER"),
            ("500 ريال يمني", "YER"),
            ("500 ريال", None),
            ("3 آلاف دينار عراقي", "IQD"),
            ("7 ملايين جنيه إسترليني", "GBP"),
            ("900 دولار أسترالي", "AUD"),
            ("100 دولار", "USD"),
            ("60 كم²", "km2"),
            ("60 كيلومترا", None),
            ("60 مقاتلا", None),
        ],
    )
    def test_is_what_the_text_writes(self, text, unit):
        assert find_numbers(text)[0].unit == unit


class TestSums:
    def test_two_counted_things_are_never_added(self):
        assert [n.low for n in find_numbers("ألف مقاتل ومئتا جندي")] == [1000, 200]
        assert [n.low for n in find_numbers("مليون طفل ومئة ألف امرأة")] == [1000000, 100000]
        assert [n.low for n in find_numbers("ثلاثة وأربعة")] == [3, 4]

    def test_a_compound_is_one(self):
        assert only("ألف ومئتان وأربعة وثلاثون").low == 1234

    def test_a_change_of_level_is_two_numbers(self):
        assert [n.bound for n in find_numbers("ارتفعت الحصيلة من 12 إلى 20 قتيلا")] == ["exact", "exact"]


class TestFractions:
    def test_are_kept_to_four_decimals(self):
        assert only("ثلث المساحة").low == 0.3333
        assert only("ثلثا المساحة").low == 0.6667

    def test_of_a_scale_are_whole_numbers(self):
        assert isinstance(only("نصف مليون").low, int)


class TestListItems:
    def test_numbers_of_list_items_count_nothing(self):
        assert kinds("الأهداف: (1) تأمين الطرق (2) إجلاء الجرحى (3) وقف النار") == ["designation"] * 3
        assert kinds("وهم 1- سالم 2- ناصر") == ["designation"] * 2

    def test_a_number_in_brackets_that_counts_is_no_list_item(self):
        assert kinds("قتل (1) من الحراس و(2) من المدنيين") == ["count", "count"]

    def test_one_item_alone_is_no_list(self):
        assert kinds("قتل (1) وجرح آخرون") == ["count"]


class TestTyped:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("صاحب الـ31 عاما", "age"),
            ("جهاز (إم.آي5) البريطاني", "model"),
            ('مناورات "نسر الشرق 2" البحرية', "designation"),
            ("سجل هدفه 50 مع المنتخب", "designation"),
            ("للمرة 13 على التوالي", "designation"),
        ],
    )
    def test_what_names_or_ages_is_no_count(self, text, kind):
        assert kinds(text) == [kind]


def test_a_year_before_a_toll_begins_no_range():
    assert words("ارتفعت الحصيلة منذ أكتوبر 2023 إلى 35562 شهيدا") == ["35562"]
