"""Mixed text in HTML: each direction kept to itself, whatever it is, and nothing else changed."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Part, Reference, Report
from tawatur.page.text import clean, context, mixed


@pytest.mark.parametrize(
    ("language", "text", "made"),
    [
        ("en", "صحيفة (2024-07-16) said", '<bdi dir="rtl" class="whole">صحيفة</bdi> (<bdi dir="ltr" class="whole">2024-07-16</bdi>) said'),
        ("ar", "صحيفة (2024-07-16)", 'صحيفة (<bdi dir="ltr" class="whole">2024-07-16</bdi>)'),
        ("ar", "قالت «169 عملية» في", 'قالت <bdi dir="auto" class="whole">«169 عملية»</bdi> في'),
    ],
)  # fmt: skip
def test_stretches_of_the_other_direction_are_kept_to_themselves(language, text, made):
    assert mixed(text, language) == made


@given(st.text(alphabet="اب12 -–()«»<>&\"'ab,؛\u202e\u2068\n"), st.sampled_from(["en", "ar"]))
def test_the_words_come_back_whole(text, language):
    made = str(mixed(text, language))
    stripped = made
    for tag in ('<bdi dir="rtl">', '<bdi dir="ltr">', '<bdi dir="auto">'):
        stripped = stripped.replace(tag, "").replace(tag.replace(">", ' class="whole">'), "")
    assert unescape(stripped.replace("</bdi>", "")) == clean(text)


def test_context_stays_inside_its_part_and_counts_code_points():
    words = " ".join(f"كلمة{number}" for number in range(40))
    text = f"عنوان 153 هنا\n{words} 153 {words}"
    start = text.index("153", 20)
    report = Report(
        doc="a", text=text, parts=(Part(start=0, end=13, kind="title"), Part(start=14, end=len(text), kind="body"))
    )
    found = context(
        Reference(
            id="a-1", doc="a", section=0, start=start, end=start + 3, quote="153", measure="killed", low=153, high=153
        ),
        report,
    )
    assert found.number == "153"
    assert found.before.startswith("… كلمة")
    assert found.before.endswith("كلمة39 ")
    assert "عنوان" not in found.before
    assert found.after.startswith(" كلمة0 كلمة1")
    assert found.after.endswith("…")
