"""`check` finds what can't be right in a pack, and says in which line and what to do."""

from pathlib import Path

import pytest

from tawatur import packs
from tawatur.model import InputError

PLACES = "\t".join(packs.PlaceEntry.__struct_fields__) + "\n"
ACTOR = '[{key}]\nkind = "actor"\nen = "A"\nar = ["{name}"]\nsource = "{source}"\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack.toml").write_text('title = "T"\ndescription = "D"\nlicence = "L"\n', encoding="utf-8")
    return tmp_path


def write(pack: Path, name: str, text: str) -> None:
    (pack / name).write_text(text, encoding="utf-8")


def only(pack: Path) -> packs.Problem:
    [problem] = packs.check(pack)
    return problem


@pytest.mark.parametrize("name", packs.names())
def test_the_bundled_packs_are_sound(name):
    assert packs.check(name) == []


def test_an_empty_pack_is_sound(pack):
    assert packs.check(pack) == []


def test_a_pack_that_does_not_exist_is_an_error_that_names_those_that_do():
    with pytest.raises(InputError, match="daesh-coalition"):
        packs.check("no-such-pack")


def test_a_description_without_a_licence_is_a_problem(pack):
    write(pack, "pack.toml", 'title = "T"\ndescription = "D"\n')
    assert "licence" in only(pack).problem


def test_a_file_that_no_pack_has_is_a_problem(pack):
    write(pack, "actor.toml", "")
    assert only(pack)[:3] == ("actor.toml", 0, "no file of a pack")


def test_broken_toml_is_told_with_its_line(pack):
    write(pack, "actors.toml", '[a]\nkind = "actor\n')
    assert "line 2" in only(pack).problem


def test_the_same_key_twice_is_told(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source="ours") * 2)
    assert "a" in only(pack).problem


def test_one_name_for_two_actors_is_told_with_both_lines(pack):
    write(pack, "actors.toml", "".join(ACTOR.format(key=key, name="حرس الميناء", source="ours") for key in "ab"))
    problem = only(pack)
    assert problem.line == 6
    assert "on line 1" in problem.problem


def test_names_are_compared_in_the_form_that_the_caller_gives(pack):
    texts = [ACTOR.format(key=key, name=name, source="ours") for key, name in (("a", "إدارة"), ("b", "ادارة"))]
    write(pack, "actors.toml", "".join(texts))
    assert packs.check(pack) == []
    assert len(packs.check(pack, normalise=lambda name: name.replace("إ", "ا"))) == 1


def test_a_fact_without_a_source_is_told(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source=""))
    assert only(pack).problem == "no source"


def test_a_parent_that_no_pack_defines_is_told(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source="ours") + 'parent = "nobody"\n')
    assert only(pack).problem == "no actor nobody"


def test_a_parent_that_another_pack_defines_is_fine(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source="ours") + 'parent = "usa"\n')
    assert packs.check(pack) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("XX/a\tA\t\tألف\ttown\tXX\t\t91\t0\t5km\t\t\tours", "latitude 91.0"),
        ("XX/a\tA\t\tألف\ttown\tXX\t\t9\t200\t5km\t\t\tours", "longitude 200.0"),
        ("XX/a\tA\t\tألف\ttown\tXX\t\t9\t\t5km\t\t\tours", "go together"),
        ("XX/a\tA\t\tألف\ttown\tXX\tXX-99\t\t\t\t\t\tours", "no place XX-99"),
        ("XX/a\tA\t\tألف\tburg\tXX\t\t\t\t\t\t\tours", "Invalid enum value 'burg'"),
        ("XX/a\tA\t\tألف\ttown\tXX\t\t\t\t\t\tباء\tours", "ambiguous but no name"),
        ("XX/a\tA\t\t\ttown\tXX\t\t\t\t\t\t\tours", "no Arabic name"),
        ("XX/a\tA\t\tألف\ttown\tXX\t\tnorth\t0\t5km\t\t\tours", "could not convert"),
    ],
)
def test_a_place_that_can_not_be_is_told(pack, row, words):
    write(pack, "places_by_hand.tsv", PLACES + row + "\n")
    problem = only(pack)
    assert problem.line == 2
    assert words in problem.problem


def test_two_places_of_one_label_are_told(pack):
    row = "XX/{}\tA\t\t{}\ttown\tXX\t\t\t\t\t\t\tours\n"
    write(pack, "places_by_hand.tsv", PLACES + row.format("a", "ألف") + row.format("b", "باء"))
    assert only(pack).problem.startswith("A, XX again")


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        (
            "triggers.tsv",
            "measure\tkind\tlemma\tpresent\tpassive\tobjects\trole\tsource\nslain\tverb\tقتل\tيقتل\t\tperson\tby\tours\n",
            "no measure slain",
        ),
        (
            "triggers.tsv",
            "measure\tkind\tlemma\tpresent\tpassive\tobjects\trole\tsource\nkilled\tverb\tقتل\t\t\tsoul\t\tours\n",
            "no unit soul",
        ),
        (
            "triggers.tsv",
            "measure\tkind\tlemma\tpresent\tpassive\tobjects\trole\tsource\nkilled\tnoun\tقتل\t\t\tperson\t\tours\n",
            "Invalid enum value 'noun'",
        ),
        (
            "nouns.tsv",
            "lemma\tplural\tgender\tunit\tof\tmeasure\tsource\nجندي\tجنود\tm\tperson\tghosts\t\tours\n",
            "no actor ghosts",
        ),
        (
            "attributions.tsv",
            "kind\tlemma\tpresent\tpassive\tmodality\tsource\nverb\tزعم\tيزعم\t\tdoubted\tours\n",
            "no modality doubted",
        ),
        (
            "persons.toml",
            '[p]\nen = "P"\nar = ["ناطق"]\nactor = "ghosts"\noffice = "o"\nsource = "s"\n',
            "no actor ghosts",
        ),
    ],
)
def test_a_value_that_the_codebook_does_not_know_is_told(pack, file, text, words):
    write(pack, file, text)
    assert words in only(pack).problem


def test_every_problem_is_found_at_once(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source="") + 'parent = "nobody"\n')
    write(pack, "places_by_hand.tsv", PLACES + "one cell\n" + "XX/a\tA\t\tألف\ttown\tXX\t\t91\t0\t5km\t\t\tours\n")
    assert len(packs.check(pack)) == 4


def test_show_counts_the_rows_of_each_file(pack):
    write(pack, "actors.toml", ACTOR.format(key="a", name="حرس", source="ours"))
    shown = packs.show(pack)
    assert shown.rows == {"actors.toml": 1}
    assert shown.pack.title == "T"


def test_the_list_of_packs_begins_with_core():
    listed = packs.packs()
    assert [pack.name for pack in listed] == list(packs.names())
    assert listed[0].name == "core"
    assert {"daesh-coalition", "yemen"} <= set(packs.names())
