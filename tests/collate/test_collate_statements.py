"""Which reports carry one statement, where their renditions part ways, and who took it from whom."""

import pytest

from tawatur.collate import collate

HALF_YEAR = ("2024-01-01", "2024-06-30")
TALLY = {"of": "daesh", "by": "sdf", "when": HALF_YEAR, "source": ("sdf",)}
FIGURES = {"killed": 57, "detained": 214, "wounded": 38}


@pytest.fixture
def tally(claim):
    """Make one outlet's rendition of a half-year's tally, with some slots of some figures changed."""

    def make(doc, figures=FIGURES, **changed):
        slots = {**TALLY, "where": ("Hasakah, SY", "Raqqa, SY"), **changed}
        return [claim(doc, measure, value, **slots) for measure, value in figures.items()]

    return make


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def read(docs_claims, report, knowledge, **dates):
    reports = [report(doc, date=dates.get(doc, "2024-07-10")) for doc in docs_claims]
    return collate([claim for claims in docs_claims.values() for claim in claims], reports, knowledge)


def test_reports_that_name_one_origin_and_share_rare_figures_carry_one_statement(tally, report, knowledge):
    findings = read({"a": tally("a"), "b": tally("b"), "c": tally("c")}, report, knowledge)
    (statement,) = of_kind(findings, "statement")
    assert statement.docs == ("a", "b", "c")
    assert statement.origin == "sdf"
    assert [finding.kind for finding in findings] == ["statement"]


def test_the_same_figures_a_month_later_are_another_statement(tally, report, knowledge):
    assert read({"a": tally("a"), "b": tally("b")}, report, knowledge, b="2024-08-20") == []


def test_a_small_number_shared_on_another_day_makes_no_statement(claim, report, knowledge):
    slots = {"of": "daesh", "by": "sdf", "where": ("SY",), "source": ("sdf",)}
    documents = {
        "a": [claim("a", "killed", 3, when="2024-07-01", **slots)],
        "b": [claim("b", "killed", 3, when="2024-07-05", **slots)],
    }
    assert read(documents, report, knowledge) == []


def test_a_thousand_reports_that_share_only_the_number_three_say_nothing(claim, report, knowledge):
    documents = {f"{n:04}": [claim(f"{n:04}", "killed", 3, source=("sdf",))] for n in range(1000)}
    assert read(documents, report, knowledge) == []


@pytest.mark.parametrize(
    ("slot", "changed"),
    [
        ("when", {"when": "2023"}),
        ("of", {"of": "civilians"}),
        ("where", {"where": ("Raqqa, SY",)}),
        ("by", {"by": "assad_forces"}),
        ("modality", {"modality": "planned"}),
        ("bound", {"bound": "about"}),
    ],
)
def test_a_rendition_with_another_slot_is_odd(tally, report, knowledge, slot, changed):
    odd = [*tally("d", {"detained": 214, "wounded": 38}), *tally("d", {"killed": 57}, **changed)]
    findings = read({"a": tally("a"), "b": tally("b"), "d": odd}, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert variant.slot == slot
    assert [(claim.doc, claim.measure) for claim in variant.odd] == [("d", "killed")]
    assert {claim.doc for claim in variant.norm} == {"a", "b"}


def test_transposed_digits_are_a_variant_of_the_value(tally, report, knowledge):
    odd = tally("d", {"killed": 75, "detained": 214, "wounded": 38})
    findings = read({"a": tally("a"), "b": tally("b"), "d": odd}, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert (variant.slot, [claim.low for claim in variant.odd]) == ("value", [75])
    assert not of_kind(findings, "conflict")


def test_a_number_moved_to_another_measure_is_told_as_that_and_once(tally, report, knowledge):
    odd = tally("d", {"killed": 214, "wounded": 38})
    findings = read({"a": tally("a"), "b": tally("b"), "d": odd}, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert variant.slot == "measure"
    assert [claim.measure for claim in variant.odd] == ["killed"]
    assert {claim.measure for claim in variant.norm} == {"detained"}


def test_all_figures_of_one_report_dated_wrongly_are_one_variant(tally, report, knowledge):
    findings = read({"a": tally("a"), "b": tally("b"), "d": tally("d", when="2023")}, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert (variant.slot, len(variant.odd)) == ("when", 3)


def test_without_a_majority_no_reading_is_odd(tally, report, knowledge):
    odd = tally("d", {"killed": 75, "detained": 214, "wounded": 38})
    (variant,) = of_kind(read({"a": tally("a"), "d": odd}, report, knowledge), "variant")
    assert variant.odd == ()
    assert {claim.doc for claim in variant.norm} == {"a", "d"}


def test_a_headline_that_rounds_its_body_is_no_variant(tally, claim, report, knowledge):
    rounded = claim("a", "detained", 200, bound="about", at=0, **{**TALLY, "where": ("Hasakah, SY", "Raqqa, SY")})
    reports = [report("a", text="عنوان الخبر عن نحو مئتين\nمتن الخبر"), report("b")]
    findings = collate([rounded, *tally("a"), *tally("b")], reports, knowledge)
    assert [finding.kind for finding in findings] == ["statement"]


def test_other_origins_for_the_same_words_and_figures_are_a_variant_of_the_source(tally, report, knowledge):
    figures = {**FIGURES, "abducted": 17}
    documents = {
        "a": tally("a", figures),
        "b": tally("b", figures),
        "d": tally("d", figures, source=("peshmerga",)),
    }
    findings = read(documents, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert (variant.slot, {claim.doc for claim in variant.odd}) == ("source", {"d"})
    assert not of_kind(findings, "agreement")


def test_another_origin_with_one_figure_the_same_confirms_it(tally, claim, report, knowledge):
    other = [claim("d", "detained", 214, **{**TALLY, "where": ("Hasakah, SY", "Raqqa, SY"), "source": ("sohr",)})]
    findings = read({"a": tally("a"), "b": tally("b"), "d": other}, report, knowledge)
    (agreement,) = of_kind(findings, "agreement")
    assert {voice.origin for voice in agreement.voices} == {"sdf", "sohr"}
    assert not of_kind(findings, "variant")


def test_shared_odd_readings_show_descent(tally, report, knowledge):
    odd = {"killed": 75, "detained": 214, "wounded": 38}
    documents = {doc: tally(doc) for doc in "abc"} | {doc: tally(doc, odd) for doc in "de"}
    findings = read(documents, report, knowledge, e="2024-07-12")
    (lineage,) = of_kind(findings, "lineage")
    assert lineage.docs == ("d", "e")
    assert {claim.low for claim in lineage.shared} == {75}


def test_a_toll_that_later_reports_raise_is_no_variant(claim, report, knowledge):
    slots = {"of": "civilians", "where": ("Kirkuk, IQ",), "when": "2024-07-01", "source": ("iraq_gov",)}

    def toll(doc, killed):
        return [claim(doc, "killed", killed, **slots), claim(doc, "wounded", 46, **slots)]

    documents = {"a": toll("a", 12), "b": toll("b", 12), "c": toll("c", 17)}
    findings = read(documents, report, knowledge, a="2024-07-01", b="2024-07-01", c="2024-07-02")
    assert [finding.kind for finding in findings] == ["statement"]


def test_a_rare_figure_under_anothers_name_is_the_statements(claim, report, knowledge):
    slots = {"of": "civilians", "where": ("SY",), "when": ("2023-07-01", "2024-04-30")}
    documents = {
        "a": [claim("a", "killed", 3042, source=("sohr",), **slots)],
        "b": [claim("b", "killed", 3042, source=("sohr",), **slots)],
        "d": [claim("d", "killed", 3042, source=("assad_forces",), **slots)],
    }
    findings = read(documents, report, knowledge)
    (variant,) = of_kind(findings, "variant")
    assert (variant.slot, [claim.doc for claim in variant.odd]) == ("source", ["d"])
    assert not of_kind(findings, "agreement")


def test_two_small_figures_that_changed_places_are_one_slip(tally, report, knowledge):
    figures = {"killed": 7, "wounded": 12, "detained": 214}
    swapped = {"killed": 12, "wounded": 7, "detained": 214}
    documents = {"a": tally("a", figures), "b": tally("b", figures), "d": tally("d", swapped)}
    (variant,) = of_kind(read(documents, report, knowledge), "variant")
    assert variant.slot == "measure"
    assert [(claim.measure, claim.low) for claim in variant.odd] == [("killed", 12), ("wounded", 7)]


def test_militants_may_be_those_whom_other_reports_name(tally, report, knowledge):
    documents = {"a": tally("a"), "b": tally("b"), "d": tally("d", of="militants")}
    assert [finding.kind for finding in read(documents, report, knowledge)] == ["statement"]


def test_places_are_explained_in_the_readers_language(tally, report, knowledge):
    moved = tally("c", where=("eastern Aleppo, SY",))
    findings = read({"a": tally("a"), "b": tally("b"), "c": moved}, report, knowledge)
    told = [one.explanation for one in of_kind(findings, "variant") if one.slot == "where"]
    assert told
    assert all("(eastern Aleppo, Syria)" in one.en and "(شرقي حلب، سوريا)" in one.ar for one in told)
    assert all("One statement (Syrian Democratic Forces)" in one.en for one in told)


def test_a_name_that_the_reader_cut_in_its_quotation_is_told_without_the_mark(tally, report, knowledge):
    findings = read({doc: tally(doc, source=('مشروع "مسام',)) for doc in "ab"}, report, knowledge)
    (statement,) = of_kind(findings, "statement")
    assert "(مشروع مسام)" in statement.explanation.ar


def test_what_one_outlet_alone_carries_weighs_least(tally, report, knowledge):
    claims = [*tally("a"), *tally("b")]
    told = [
        collate(claims, [report("a", publisher=one), report("b", publisher=other)], knowledge)[0]
        for one, other in (("صحيفة", "جريدة"), ("صحيفة", "صحيفة"))
    ]
    assert [one.kind for one in told] == ["statement", "statement"]
    assert told[0].weight - told[1].weight == pytest.approx(0.2)


@pytest.mark.parametrize(("extractor", "told"), [("test 1", 0), (None, 1)])
def test_a_state_that_a_program_named_once_has_said_nothing(tally, report, knowledge, extractor, told):
    claims = [*tally("a", source=("egypt",), extractor=extractor)]
    claims += [one for doc in "bc" for one in tally(doc, source=(), extractor=extractor)]
    findings = collate(claims, [report(doc) for doc in "abc"], knowledge)
    statements = of_kind(findings, "statement")
    assert len(statements) == told
    assert all("(Egypt)" in one.explanation.en and "(مصر)" in one.explanation.ar for one in statements)
