"""Times are sought only where a word can open one, and none is lost by that."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic import find_times
from tawatur.arabic.times import ranges
from tawatur.arabic.times.openings import Opening

PIECES = [
    "أمس", "اليوم", "غدا", "الثلاثاء", "الماضي", "المقبل", "الجاري", "آذار", "مارس", "كانون الثاني", "رمضان", "شهر", "عام", "عامين",
    "أعوام", "الأسبوع", "ساعة", "الـ24", "الـ", "العشر", "الأواخر", "من", "في", "منذ", "حتى", "حتى الآن", "بين", "و", "إلى", "خلال",
    "قبل", "بعد", "نحو", "آخر", "أول", "هذا", "ذلك", "تلك", "الفترة", "مطلع", "منتصف", "نهاية", "النصف", "الربع", "الأول", "الصيف",
    "تسعينيات", "القرن", "العشرين", "3", "17", "2014", "1437هـ", "20/10", "/", "-", "،", ".", "الموافق", "بداية", "ثلاثة", "نفسه",
    "مساء", "فجر", "مدينة", "قتل",
]  # fmt: skip


class Every(dict):
    """Openings that let a time begin at every word."""

    def __missing__(self, word):
        return int(Opening.RELATION | Opening.TIME | Opening.INTRODUCED)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, "2022-02-02"]))
def test_reading_at_every_word_finds_no_more(pieces, anchor):
    text = " ".join(pieces)
    found = find_times(text, anchor)
    sought = ranges.OPENINGS
    try:
        ranges.OPENINGS = Every()
        assert find_times(text, anchor) == found
    finally:
        ranges.OPENINGS = sought
