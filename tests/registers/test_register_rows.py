"""Claims in rows, columns and cells."""

import random

import msgspec
import pytest

from tawatur.model import InputError
from tawatur.packs import check, load
from tawatur.registers import register


def test_a_fact_that_a_report_states_twice_counts_once_with_both_claims(claim, shown):
    headline = claim("killed", 12, of="daesh", id="a-1")
    body = claim("killed", 12, of="daesh", bound="about", source=("centcom",), id="a-2", same_as="a-1")
    (row,) = shown("operations", [headline, body]).rows
    (reading,) = row.cell("killed")
    assert (reading.low, reading.bound, reading.voices) == (12, "exact", 1)
    assert reading.claims == ("a-1", "a-2")
    assert reading.origins == ("centcom",)  # a headline's origin is its body's


def test_what_same_as_points_at_may_be_left_out_of_the_question(claim, shown):
    (row,) = shown("operations", [claim("killed", 12, of="daesh", id="a-2", same_as="a-1")]).rows
    assert row.cell("killed")[0].claims == ("a-2",)


def test_claims_that_point_at_each_other_are_one_fact_still(claim, shown):
    circle = [claim("killed", 12, of="daesh", id=f"a-{n}", same_as=f"a-{1 - n}") for n in (0, 1)]
    view = shown("operations", circle)
    assert {name for row in view.rows for cell in row.cells for one in cell.readings for name in one.claims} == {
        "a-0",
        "a-1",
    }


def test_rival_counts_stand_side_by_side(claim, shown):
    stated = {"by": "daesh", "where": ("SY",), "when": 2024, "unit": "event"}
    view = shown(
        "attacks",
        [claim("attacks", 700, source=("soufan",), **stated), claim("attacks", 491, source=("sohr",), **stated)],
    )
    (row,) = view.rows
    assert row.key == ("2024-01-01/2024-12-31", "daesh", "SY", None)
    assert [(one.low, one.origins) for one in row.cell("attacks")] == [(700, ("soufan",)), (491, ("sohr",))]


def test_one_figure_of_one_origin_in_two_reports_is_one_reading_of_two_voices(claim, shown):
    figures = [claim("strength", 2500, of="daesh", doc=doc, source=("centcom",), when=2024) for doc in "ab"]
    (row,) = shown("strength", figures).rows
    (reading,) = row.cell("strength")
    assert (reading.voices, reading.docs) == (2, ("a", "b"))


def test_without_a_period_a_claim_tells_of_the_time_up_to_its_report(claim, shown, document):
    (row,) = shown("strength", [claim("strength", 900, of="daesh")], [document("a", date="2016-11-30")]).rows
    assert row.key == ("daesh", None, "≤2016-11-30")
    assert (row.reported, row.when.start, row.when.end) == (True, None, "2016-11-30")


def test_tables_begin_with_the_latest_and_series_with_the_earliest(claim, shown):
    years = [2022, 2024, 2023]
    strength = shown("strength", [claim("strength", 5, of="daesh", when=year) for year in years])
    attacks = shown("attacks", [claim("attacks", 5, by="daesh", when=year) for year in years])
    assert [row.when.start[:4] for row in strength.rows] == ["2022", "2023", "2024"]
    assert [row.when.start[:4] for row in attacks.rows] == ["2024", "2023", "2022"]


def test_membership_is_a_matrix_of_state_by_theatre_with_roles_in_its_cells(claim, shown):
    def role(state, where, name):
        return claim("role", None, of="coalition", by=state, name=name, where=where, unit="other")

    view = shown("membership", [role("usa", ("IQ", "SY"), "strikes"), role("italy", ("IQ",), "training")], view="roles")
    assert [column.key for column in view.columns] == ["IQ", "SY"]
    cells = {(row.key[0], cell.column): cell.readings[0].slots["name"] for row in view.rows for cell in row.cells}
    assert cells == {("usa", "IQ"): "strikes", ("usa", "SY"): "strikes", ("italy", "IQ"): "training"}


def test_forecasts_and_denials_stand_apart_from_outcomes(claim, shown):
    outcomes = {"killed": "asserted", "wounded": "estimated", "detained": "possible", "abducted": "denied"}
    claims = [
        claim(measure, 1, of="daesh_leaders", modality=modality, id=f"a-{measure}")
        for measure, modality in outcomes.items()
    ]

    def found(view):
        rows = shown("leaders", claims, view=view).rows
        return {name for row in rows for cell in row.cells for one in cell.readings for name in one.claims}

    assert found("outcomes") == {"a-killed", "a-wounded"}
    assert found("forecasts") == {"a-detained"}
    assert found("denials") == {"a-abducted"}


@pytest.mark.parametrize(
    ("quote", "of", "public"),
    [
        ("مقتل القيادي أبو حازم", "daesh", True),  # by title
        ("وبقائد الفصيل أبو حازم", "militants", True),
        ("مقتل أبو حازم", "daesh_leaders", True),  # by being a leader
        ("مقتل أبو حازم", "civilians", False),
        ("مقتل الصحفي أبو حازم", "journalists", False),
    ],
)
def test_leaders_alone_are_named(claim, shown, quote, of, public):
    view = shown("leaders", [claim("killed", 1, of=of, name="أبو حازم", quote=quote)], view="outcomes")
    assert [row.key[0] for row in view.rows] == (["أبو حازم"] if public else [])


def test_persons_of_the_packs_are_named_whatever_the_quote(claim, shown, knowledge):
    name = knowledge.persons["kurilla"].ar[0]
    view = shown("leaders", [claim("wounded", 1, name=name, quote=f"إصابة {name}")])
    assert [row.key[0] for row in view.rows] == [name]


def test_no_other_register_shows_a_name(claim, knowledge):
    killed = claim("killed", 1, of="daesh", by="coalition", name="أبو حازم", quote="مقتل القيادي أبو حازم")
    for name, definition in knowledge.registers.items():
        text = msgspec.json.encode(register(definition, [killed], [], knowledge)).decode()
        assert ("أبو حازم" in text) is (name == "leaders")


def test_the_order_of_claims_and_documents_changes_nothing(claim, document, knowledge):
    claims = [
        claim("killed", number % 7, doc=f"d{number % 5}", of=("daesh", "civilians")[number % 2], when=2020 + number % 3)
        for number in range(60)
    ]
    documents = [document(f"d{number}", date=f"2024-01-0{number + 1}") for number in range(5)]
    shuffled, others = claims[:], documents[:]
    random.Random(3).shuffle(shuffled)
    random.Random(4).shuffle(others)
    for definition in knowledge.registers.values():
        one = register(definition, claims, documents, knowledge)
        other = register(definition, shuffled, others, knowledge)
        assert _as_sets(one) == _as_sets(other)


def _as_sets(found):
    return [
        [
            (
                row.key,
                [
                    (cell.column, {(one.low, frozenset(one.claims), one.voices) for one in cell.readings})
                    for cell in row.cells
                ],
            )
            for row in view.rows
        ]
        for view in found.views
    ]


def test_a_pack_adds_a_register_and_a_view_to_a_bundled_one(tmp_path, claim, document):
    (tmp_path / "pack.toml").write_text('title = "t"\ndescription = "d"\nlicence = "l"\n', encoding="utf-8")
    (tmp_path / "registers.toml").write_text(
        """
[sieges]
en = "Sieges"
ar = "الحصارات"
about = "Who left."
about_ar = "من خرج."
source = "ours"
[[sieges.views]]
key = "evacuated"
en = "Evacuated"
ar = "من أُجلوا"
form = "table"
rows = ["where"]
columns = [{ key = "displaced", en = "evacuated", ar = "من أُجلوا", select = [{ measures = ["displaced"] }] }]

[strength]
en = "Strength"
ar = "العدد"
about = "Estimates."
about_ar = "تقديرات."
source = "ours"
[[strength.views]]
key = "loose"
en = "In round words"
ar = "تقريبا"
like = "estimates"
columns = [{ key = "strength", en = "fighters", ar = "مقاتلون", select = [{ measures = ["strength"], bounds = ["indefinite"] }] }]
""",
        encoding="utf-8",
    )
    assert check(tmp_path) == []
    knowledge = load(("core", str(tmp_path)))
    claims = [claim("displaced", 40, where=("Homs, SY",)), claim("strength", 100, 999, bound="indefinite")]
    sieges = register(knowledge.registers["sieges"], claims, [document()], knowledge)
    assert [row.key for row in sieges.views[0].rows] == [("Homs, SY",)]
    strength = register(knowledge.registers["strength"], claims, [document()], knowledge)
    assert [view.key for view in strength.views if view.rows] == ["estimates", "loose"]


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ('rows = ["where"]', "form, rows and columns"),
        ('like = "none"', "no view before it"),
        ('form = "matrix"\nrows = ["by"]\ncolumns = []', "form, rows and columns"),
        (
            (
                'form = "table"\nrows = ["by"]\ncolumns = [{ key = "a", en = "a", ar = "a", select = [{}] }]\n'
                'checks = [{ kind = "sum", total = "b" }]'
            ),
            "no such column",
        ),
        ('form = "table"\nrows = ["colour"]', "colour"),
        (
            (
                'form = "table"\nrows = ["by"]\n'
                'columns = [{ key = "a", en = "a", ar = "a", select = [{ of = ["actors:nobody"] }] }]'
            ),
            "no actor actors:nobody",
        ),
    ],
)
def test_a_bad_definition_is_named_with_its_line(tmp_path, broken, problem):
    (tmp_path / "pack.toml").write_text('title = "t"\ndescription = "d"\nlicence = "l"\n', encoding="utf-8")
    head = '[own]\nen = "o"\nar = "o"\nabout = "o"\nabout_ar = "o"\nsource = "o"\n[[own.views]]\nkey = "v"\nen = "v"\nar = "v"\n'
    (tmp_path / "registers.toml").write_text(f"# ours\n{head}{broken}\n", encoding="utf-8")
    (found,) = check(tmp_path)
    assert (found.file, found.line) == ("registers.toml", 2)
    assert problem in found.problem


def test_a_pack_whose_register_is_no_register_is_refused(tmp_path):
    (tmp_path / "pack.toml").write_text('title = "t"\ndescription = "d"\nlicence = "l"\n', encoding="utf-8")
    (tmp_path / "registers.toml").write_text('[own]\nen = "o"\n', encoding="utf-8")
    with pytest.raises(InputError, match="own"):
        load(("core", str(tmp_path)))
