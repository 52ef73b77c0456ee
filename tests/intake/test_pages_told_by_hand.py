"""Pages after real layouts, whose sections and days were told by hand: what intake makes of them, and extraction of that."""

import importlib.util
import pathlib
import sys

import pytest

from tawatur import packs

ROOT = pathlib.Path(__file__).parents[2]
PAGES = pathlib.Path(__file__).parent / "pages"


def _scores():
    spec = importlib.util.spec_from_file_location("score_pages", ROOT / "tools" / "score_pages.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_pages"] = module
    spec.loader.exec_module(module)
    return module


SCORES = _scores()
SPECIMENS = {specimen.name: specimen for specimen in SCORES.specimens(PAGES)}


@pytest.fixture(scope="module", params=sorted(SPECIMENS))
def scored(request):
    specimen = SPECIMENS[request.param]
    return specimen, SCORES.ours(specimen, packs.load())


def test_the_words_of_its_sections_are_found(scored):
    _, score = scored
    assert score.f1 >= 0.95, f"missed {score.missed}, added {score.added}"


def test_every_section_has_its_day(scored):
    specimen, score = scored
    assert score.dates == len(specimen.sections)


def test_furniture_stands_in_no_section_and_is_never_coded(scored):
    _, score = scored
    assert (score.leaks, score.coded) == ([], [])


def test_a_section_has_the_publisher_that_the_page_names(scored):
    _, score = scored
    assert score.publishers == []


def test_parts_and_furniture_hold_every_character_that_is_no_space_once(scored):
    specimen, _ = scored
    document = SCORES.document_of(specimen, packs.load())
    spans = [*document.furniture, *(part for section in document.sections for part in section.parts)]
    held = [at for part in spans for at in range(part.start, part.end) if not document.text[at].isspace()]
    assert sorted(held) == [at for at, letter in enumerate(document.text) if not letter.isspace()]
