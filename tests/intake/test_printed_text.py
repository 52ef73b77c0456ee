"""What was printed is read in the order in which it was written: Arabic, numbers and Latin words mixed, on paper."""

import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake import records
from tawatur.intake.print.order import logical, oriented

# (what was written, what stands on paper from left to right): right-to-left runs reversed, numbers and Latin as they are.
PRINTED = [
    ("قتل 35 مسلحا", "احلسم 35 لتق"),
    ("في 2016/03/15 في", "يف 2016/03/15 يف"),
    ("من 2016-03-15 حتى", "ىتح 15-03-2016 نم"),
    ("بين 40 - 50 ألف", "فلأ 50 - 40 نيب"),
    ("نسبة 20% من", "نم %20 ةبسن"),
    ("كلف 1,250,000 دولار", "رالود 1,250,000 فلك"),
    ("بينهم ١٢٬٥٠٠ طفل", "لفط ١٢٬٥٠٠ مهنيب"),
    ("طائرات F-16 قرب", "برق F-16 تارئاط"),
    ("راجمة BM 21 قرب", "برق BM 21 ةمجار"),
    ("عام 2016 (CNN) 35 قتيلا", "اليتق 35 (CNN) 2016 ماع"),
    ("قال (CJTF-OIR) إن", "نإ (CJTF-OIR) لاق"),
    ("قال the report of 12 March (Reuters) said إن", "نإ the report of 12 March (Reuters) said لاق"),
    ("قال.", ".لاق"),
]


@pytest.mark.parametrize(("written", "printed"), PRINTED)
def test_a_printed_line_is_read_as_it_was_written(written, printed):
    assert oriented(logical(printed)) == written


@pytest.mark.parametrize(("written", "printed"), [("20% من", "نم 20%"), ("2016-03-15 قال", "لاق 2016-03-15")])
def test_a_number_that_opens_a_paragraph_keeps_its_signs_on_their_side(written, printed):
    assert logical(printed, opening=True) == written


@pytest.mark.parametrize("text", ["أن «العملية» كلفت (35)", "قال [المتحدث] إن", "(أ ف ب)"])
def test_brackets_are_turned_the_way_they_are_read_whichever_way_the_pdf_has_them(text):
    mirrored = text.translate(str.maketrans("()[]«»", ")(][»«"))
    assert oriented(mirrored) == text
    assert oriented(text) == text


@given(st.text(alphabet="ابتثجحخدذرز 0123456789.,()«»%-/abcXYZ", max_size=60))
def test_no_letter_and_no_digit_is_lost_whatever_is_printed(printed):
    assert sorted(filter(str.isalnum, logical(printed))) == sorted(filter(str.isalnum, printed))


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_numbers_between_arabic_words_are_whole_and_in_the_order_in_which_they_were_written(numbers):
    words = [word for number in numbers for word in ("قتل", str(number))] + ["شخص"]
    printed = " ".join(word if word.isdigit() else word[::-1] for word in reversed(words))
    assert logical(printed).split() == words


PARAGRAPHS = [
    "التحالف: مقتل 35 مسلحا في غارة قرب الرقة",
    (
        "قال المتحدث باسم التحالف (CJTF-OIR) إن 35 مسلحا قتلوا يوم الثلاثاء 2016/03/15 في غارة نفذتها طائرات F-16 قرب مدينة "
        "الرقة، فيما أصيب 12 آخرون بجروح خلال الهجوم الذي استمر 3.5 ساعات، وأضاف أن «العملية» كلفت 1,250,000 دولار."
    ),
    (
        "وأشار البيان إلى أن ما بين 40 - 50 ألف مدني نزحوا من المنطقة منذ يناير/كانون الثاني ٢٠١٦، بينهم ١٢٬٥٠٠ طفل؛ وأن نسبة "
        "20% من المباني دُمّرت تماما."
    ),
    "قتل 7 جنود في كمين",
    "أصيب 15 مدنيا بينهم 3 أطفال",
    "ولم تعلق وزارة الدفاع (وكالة الأنباء) على البيان، ولا على ما نشرته CNN في تقرير لها عن الغارة التي قتل فيها 770 قتيلاً.",
]


@pytest.mark.parametrize("font", ["serif", "sans-serif", "'Noto Naskh Arabic', serif"])
@pytest.mark.parametrize("width", [420, 640])
def test_a_page_that_a_browser_printed_is_read_paragraph_by_paragraph(tmp_path, browser, font, width):
    page = tmp_path / "page.html"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    page.write_text(
        f'<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><body style="font-family:{font};width:{width}px">'
        f"<h1>{PARAGRAPHS[0]}</h1>{body}",
        encoding="utf-8",
    )
    target = tmp_path / "page.pdf"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True)
    (record,) = records([str(target)])
    assert letters(record.body).split("\n") == [letters(paragraph) for paragraph in PARAGRAPHS]


def letters(text):
    """Leave out the marks: whether a tanween was written before or behind its alef, paper does not show."""
    return "".join(letter for letter in text if not unicodedata.combining(letter))
