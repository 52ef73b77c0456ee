"""A pack's files are read into rows, and what can't be read is named with its line."""

from pathlib import Path

import pytest

from tawatur.model import InputError
from tawatur.packs.rows import Actor, Cue, Noun, PlaceEntry, Trigger
from tawatur.packs.tables import columns, key_lines, read_keyed, read_table, try_keyed, try_table

NOUNS = "lemma\tplural\tgender\tunit\tof\tmeasure\tsource\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_has_its_alternatives_apart_and_its_empty_cells_as_none(tmp_path):
    path = written(tmp_path, "nouns.tsv", NOUNS + "سجين\tسجناء|مساجين\tm\tperson\t\theld\tours\n")
    [(line, noun)] = read_table(Noun, path)
    assert line == 2
    assert noun == Noun("سجين", ("سجناء", "مساجين"), "m", "person", None, "held", "ours")


def test_comments_and_blank_lines_are_passed_over_but_counted(tmp_path):
    path = written(tmp_path, "nouns.tsv", "# on nouns\n" + NOUNS + "\n# on prisoners\nسجين\t\tm\tperson\t\t\tours\n")
    assert [line for line, _noun in read_table(Noun, path)] == [5]


def test_columns_may_stand_in_any_order(tmp_path):
    path = written(tmp_path, "cues.tsv", "source\twords\tclass\nours\tلم|لن\tnegation\n")
    [(_line, cue)] = read_table(Cue, path)
    assert cue == Cue("negation", ("لم", "لن"), "ours")


def test_a_tables_columns_are_its_rows_fields():
    assert [column.name for column in columns(Trigger)][:3] == ["measure", "kind", "lemma"]
    assert [column.name for column in columns(Cue)] == ["class", "words", "source"]
    assert {column.name for column in columns(PlaceEntry) if column.optional} >= {"parent", "latitude", "precision"}


def test_numbers_are_read_as_numbers(tmp_path):
    header = "\t".join(column.name for column in columns(PlaceEntry))
    path = written(tmp_path, "places.tsv", f"{header}\nXX/a\tA\t\tأ\ttown\tXX\t\t33.5\t-1.25\t5km\t1200\t\tours\n")
    [(_line, place)] = read_table(PlaceEntry, path)
    assert (place.latitude, place.longitude, place.population) == (33.5, -1.25, 1200)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("lemma\tplural\n", 1, "the columns are lemma, plural"),
        ("", 1, "no header line"),
        ("# only a comment\n", 1, "no header line"),
        (NOUNS + "سجين\tسجناء\n", 2, "2 cells where the header has 7"),
    ],
)
def test_a_broken_table_is_an_error_with_its_line(tmp_path, text, line, words):
    path = written(tmp_path, "nouns.tsv", text)
    [(at, error)] = try_table(Noun, path)
    assert isinstance(error, InputError)
    assert at == line
    assert words in error.problem
    with pytest.raises(InputError):
        list(read_table(Noun, path))


def test_a_broken_line_does_not_hide_the_sound_ones(tmp_path):
    path = written(tmp_path, "nouns.tsv", NOUNS + "سجين\n" + "أسير\tأسرى\tm\tperson\t\theld\tours\n")
    first, second = (row for _line, row in try_table(Noun, path))
    assert isinstance(first, InputError)
    assert isinstance(second, Noun)


def test_a_table_that_is_no_utf_8_is_said_to_be_none(tmp_path):
    path = tmp_path / "nouns.tsv"
    path.write_bytes(NOUNS.encode() + "سجين".encode("cp1256"))
    [(_line, error)] = try_table(Noun, path)
    assert isinstance(error, InputError)
    assert error.problem == "not UTF-8"


def test_a_key_opens_a_table_in_toml(tmp_path):
    text = '# ours\n[port_guard]\nkind = "actor"\nen = "Port Guard"\nar = ["حرس الميناء"]\nsource = "ours"\n'
    path = written(tmp_path, "actors.toml", text)
    [(line, actor)] = read_keyed(Actor, path)
    assert line == 2
    assert actor == Actor(key="port_guard", kind="actor", en="Port Guard", ar=("حرس الميناء",), source="ours")
    assert key_lines(path) == {"port_guard": 2}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[a]\nkind = "actor"\n\n[b]\nkind = "actor"\nen = 1\nar = []\nsource = ""\n', 1, "[a]: "),
        ('[a]\nkind = "army"\nen = "A"\nar = []\nsource = "ours"\n', 1, "[a]: Invalid enum value 'army'"),
        ("[a]\nkind = actor\n", 1, "not TOML"),
        ('key = "a"\n', 1, "[key]: Expected `object`"),
    ],
)
def test_a_broken_key_is_an_error_with_its_line(tmp_path, text, line, words):
    path = written(tmp_path, "actors.toml", text)
    at, error = next(iter(try_keyed(Actor, path)))
    assert isinstance(error, InputError)
    assert at == line
    assert words in error.problem
    with pytest.raises(InputError):
        list(read_keyed(Actor, path))
