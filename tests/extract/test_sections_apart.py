"""A page with two articles: neither takes date, speaker or place from the other."""

import pytest

from tawatur.extract import extract
from tawatur.model import Document, Part, Period, Section

FIRST = "قال المرصد السوري لحقوق الإنسان إن 44 عنصرا من داعش قتلوا في الرقة يوم الأربعاء."
SECOND = "وأضاف أن 9 عناصر من داعش قتلوا يوم الأربعاء."


@pytest.fixture
def stitched(knowledge):
    """Claims of a page with both, the second article in `language` and dated `date`."""

    def made(date: str | None, language: str = "ar"):
        text = f"{FIRST}\n{SECOND}"
        sections = (
            Section(number=0, date="2024-08-10", parts=(Part(start=0, end=len(FIRST), kind="body"),)),
            Section(
                number=1,
                date=date,
                language=language,
                parts=(Part(start=len(FIRST) + 1, end=len(text), kind="body"),),
            ),
        )
        return extract(Document(id="page", text=text, sections=sections), knowledge)

    return made


def test_a_second_article_takes_no_source_and_no_place_of_the_first(stitched):
    first, second = stitched("2016-08-24")
    assert (first.section, second.section) == (0, 1)
    assert (first.source, first.where) == (("sohr",), ("Raqqa, SY",))
    assert (second.source, second.where) == ((), ())


def test_each_article_counts_days_from_its_own_date(stitched):
    first, second = stitched("2016-08-24")
    assert first.when == Period(start="2024-08-07", end="2024-08-07")
    assert second.when is not None
    assert second.when.start.startswith("2016-08")


def test_an_undated_article_leaves_relative_days_open(stitched):
    assert stitched(None)[1].when is None


def test_a_section_in_another_language_yields_nothing(stitched):
    assert [claim.section for claim in stitched("2016-08-24", language="other")] == [0]


def test_offsets_of_a_later_section_count_in_the_whole_text(stitched):
    second = stitched("2016-08-24")[1]
    assert f"{FIRST}\n{SECOND}"[second.start : second.end] == "9"


def test_empty_sections_and_parts_are_passed_over(knowledge):
    sections = (Section(), Section(number=1, parts=(Part(start=0, end=0, kind="body"),)))
    assert extract(Document(id="page", text="", sections=sections), knowledge) == []
