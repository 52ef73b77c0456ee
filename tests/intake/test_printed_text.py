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


def test_a_line_of_nothing_but_numbers_is_read_as_its_paragraph_is():
    assert logical(".2023-2022", backwards=True) == "2022-2023."
    assert logical("35 km", backwards=False) == "35 km"


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


@pytest.fixture
def printed(tmp_path, browser):
    """Print a page's body in a browser, and return the lines that are read."""

    def _printed(body, style="", *options):
        page, target = tmp_path / "page.html", tmp_path / "page.pdf"
        page.write_text(
            f'<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>بيان</title><style>{style}</style>'
            f"<body>{body}",
            encoding="utf-8",
        )
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", *options]
        subprocess.run([*command, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True)
        (record,) = records([str(target)])
        return letters(record.body).split("\n")

    return _printed


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("font", ["serif", "sans-serif", "'Noto Naskh Arabic', serif"])
@pytest.mark.parametrize("width", [420, 640])
def test_a_page_that_a_browser_printed_is_read_paragraph_by_paragraph(printed, font, width):
    body = f"<h1>{PARAGRAPHS[0]}</h1>{paragraphs(PARAGRAPHS[1:])}"
    style = f"body{{font-family:{font};width:{width}px}}"
    assert printed(body, style, "--no-pdf-header-footer") == list(map(letters, PARAGRAPHS))


def test_columns_are_read_one_after_the_other_and_tables_row_by_row(printed):
    table = "<table><tr><th>المحافظة<th>القتلى<th>الجرحى</tr><tr><td>حلب<td>35<td>12</tr></table>"
    body = f'<h1>{PARAGRAPHS[0]}</h1><div style="column-count:2;text-align:justify">{paragraphs(PARAGRAPHS[1:])}</div>{table}'
    found = printed(body, "td,th{width:8em}", "--no-pdf-header-footer")
    assert found == [*map(letters, PARAGRAPHS), "المحافظة القتلى الجرحى", "حلب 35 12"]


def test_what_a_browser_prints_around_a_page_is_left_out_and_paragraphs_go_on_over_pages(printed):
    many = [f"{text} رقم {number}" for number in range(12) for text in PARAGRAPHS[1:3]]
    assert printed(paragraphs(many)) == list(map(letters, many))


def letters(text):
    """Leave out the marks: whether a tanween was written before or behind its alef, paper does not show."""
    return "".join(letter for letter in text if not unicodedata.combining(letter))
