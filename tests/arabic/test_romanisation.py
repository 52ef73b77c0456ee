"""Arabic names in Latin letters: the consonants of the English form, vowels where they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.romanisation import romanise
from tawatur.packs.where import consonants


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("الهري", "al-Hari"),
        ("كفر نبودة", "Kafr Nabudah"),
        ("زردنا", "Zardana"),
        ("السلامية", "al-Salamiyah"),
        ("بيت عياض", "Beit Iyad"),
        ("الشيخ عثمان", "Sheikh Athman"),
        ("مسعودة", "Masudah"),
        ("تشادورا", "Chadura"),
        ("تشرين", "Tishrin"),
    ],
)
def test_a_name_is_written_as_the_press_writes_names_like_it(arabic, latin):
    assert romanise(arabic) == latin


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("الخالدية", "al-Khalidiyah"),
        ("المشيرفة", "al-Mushayrifah"),
        ("خان شيخون", "Khan Shaykhun"),
        ("تل رفعت", "Tell Rifaat"),
        ("الضالع", "Dali"),
        ("القائم", "al-Qa'im"),
        ("ذمار", "Dhamar"),
        ("الظاهرية", "az-Zahiriyah"),
    ],
)
def test_its_consonants_are_those_of_the_english_name(arabic, english):
    assert consonants(romanise(arabic)) == consonants(english)


def test_spellings_that_are_one_in_arabic_are_one_in_latin():
    assert romanise("الأعظمية") == romanise("الاعظمية")


@given(st.text(max_size=40))
def test_any_text_gives_latin_letters_only(text):
    assert all(c.isascii() and (c.isalpha() or c in " -") for c in romanise(text))
