"""The example of docs/extraction.md does what the document says."""

import doctest
import pathlib

from tawatur.extract.phrases.chunks import LONGEST_SENTENCE

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "extraction.md"


def test_the_example_runs_as_printed():
    failed, tried = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")
    assert (failed, tried > 5) == (0, True)


def test_every_module_that_it_names_is_there():
    root = DOCUMENT.parents[1]
    folder = root / "src" / "tawatur" / "extract"
    named = {
        word.strip("`(),")
        for word in DOCUMENT.read_text(encoding="utf-8").split()
        if word.strip("`(),").endswith(".py")
    }
    assert named
    assert not [name for name in named if not any((base / name).is_file() for base in (root, folder))]


def test_the_length_at_which_sentences_are_cut_is_the_codes():
    assert f"up to {LONGEST_SENTENCE} chunks" in DOCUMENT.read_text(encoding="utf-8")
