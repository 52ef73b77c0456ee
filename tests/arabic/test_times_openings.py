"""Times are sought only where a word can open one, and none is lost by that."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic import analyse, find_times
from tawatur.arabic.times import ranges
from tawatur.arabic.times.openings import ANYTHING, SECOND, Openings

PIECES = [
    "أمس", "اليوم", "غدا", "الثلاثاء", "الماضي", "المقبل", "الجاري", "آذار", "مارس", "كانون الثاني", "رمضان", "شهر", "عام", "عامين",
    "أعوام", "الأسبوع", "ساعة", "الـ24", "الـ", "العشر", "الأواخر", "من", "في", "منذ", "حتى", "حتى الآن", "بين", "و", "إلى", "خلال",
    "قبل", "بعد", "نحو", "آخر", "أول", "هذا", "ذلك", "تلك", "الفترة", "مطلع", "منتصف", "نهاية", "النصف", "الربع", "الأول", "الصيف",
    "تسعينيات", "القرن", "العشرين", "3", "17", "2014", "1437هـ", "20/10", "/", "-", "،", ".", "الموافق", "بداية", "ثلاثة", "نفسه",
    "مساء", "فجر", "مدينة", "قتل",
]  # fmt: skip


class Every(Openings):
    """Openings that let a time begin at every word."""

    def places(self):
        return ((at, SECOND | ANYTHING) for at in range(len(self._parts)))

    def introduced(self, at):
        return at < len(self._parts)


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, "2022-02-02"]))
def test_reading_at_every_word_finds_no_more(pieces, anchor):
    text = " ".join(pieces)
    found = find_times(text, anchor)
    try:
        ranges.Openings = Every
        assert find_times(text, anchor) == found
    finally:
        ranges.Openings = Openings


def places(text):
    words = [token.text for token in analyse(text).tokens]
    return [words[at] for at, _ in Openings(words).places()]


def test_a_word_that_needs_company_is_a_place_in_company():
    assert places("هذا الموقف") == []
    assert places("هذا العام") == ["هذا"]
    assert places("شهر من المعارك الطويلة") != []
    assert places("شهر القتال") == []


def test_a_preposition_is_a_place_before_what_may_be_a_time():
    assert places("في المدينة") == []
    assert places("في هذا الموقف") == []
    assert places("في هذا الأسبوع") == ["في", "هذا"]
    assert places("قبل أسبوع") == ["قبل"]


def test_names_of_days_and_months_are_places_by_themselves():
    assert places("الثلاثاء") == ["الثلاثاء"]
    assert places("وصل أمس") == ["امس"]
