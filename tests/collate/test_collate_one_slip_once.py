"""Whose slip it is where no majority of one figure tells, and that it is told once; all of claims coded by hand."""

import pytest

from tawatur.collate import collate

OBSERVATORY = ("مرصد الألغام",)
SPAN = ("2022-10-01", "2022-11-07")


def read(reports, claims, knowledge, kind=None):
    return [finding for finding in collate(claims, reports, knowledge) if kind in {None, finding.kind}]


@pytest.fixture
def count(claim):
    """Make one outlet's rendition of an observatory's count of those whom mines killed and hurt."""

    def make(doc, children, *, place="Hodeidah, YE", when=SPAN, women=14):
        slots = {"by": "houthis", "where": (place,), "when": when, "source": OBSERVATORY}
        killed = [claim(doc, "killed", 126, of="civilians", **slots), claim(doc, "wounded", 341, of=None, **slots)]
        killed += [claim(doc, "killed", children, of="children", **slots)] if children else []
        return killed + ([claim(doc, "killed", women, of="women", **slots)] if women else [])

    return make


def test_who_misplaces_a_figure_still_bears_its_number_out(count, report, knowledge):
    claims = [*count("a", 39, women=0), *count("b", 39, place="Taiz, YE", women=0), *count("c", 52, women=0)]
    found = read([report(doc, date="2022-11-11") for doc in "abc"], claims, knowledge, "variant")
    (value,) = [finding for finding in found if finding.slot == "value"]
    assert {(one.doc, one.low) for one in value.odd} == {("c", 52)}
    assert {(one.doc, one.low) for one in value.norm} == {("a", 39), ("b", 39)}
    (moved,) = [finding for finding in found if finding.slot == "where"]
    assert {one.low for one in moved.odd} == {126, 341}  # the 39 children are among the dead


def test_a_report_that_misdates_several_figures_has_slipped_once(count, report, knowledge):
    claims = [*count("a", 39), *count("b", None, women=0), *count("c", 39, when=("2022-08-01", "2022-08-31"))]
    (when,) = read([report(doc, date="2022-11-11") for doc in "abc"], claims, knowledge, "variant")
    assert when.slot == "when"
    assert {(one.doc, one.low) for one in when.odd} == {("c", 126), ("c", 341)}  # whose children and women follow


@pytest.mark.parametrize("outlets", ["ab", "abc"])
def test_two_outlets_that_name_two_doers_part_ways_and_a_third_tells_who_is_odd(claim, report, knowledge, outlets):
    slots = {"where": ("Hodeidah, YE",), "when": "2022-11-07", "source": OBSERVATORY}
    doers = dict.fromkeys(outlets, "houthis") | {outlets[-1]: "islah"}
    claims = [claim(doc, "destroyed", 347, unit="site", by=by, **slots) for doc, by in doers.items()]
    (by,) = read([report(doc, date="2022-11-11") for doc in outlets], claims, knowledge, "variant")
    assert (by.slot, {one.doc for one in by.odd}) == ("by", {"c"} if len(outlets) > 2 else set())


def test_one_word_for_an_outcome_is_odd_though_the_others_name_other_people(claim, report, knowledge):
    slots = {"by": "turkey", "where": ("northern Syria, SY",), "when": "2023-10-05", "source": ("وزارة الدفاع",)}
    shared = [claim(doc, "destroyed", 130, of=None, unit="site", **slots) for doc in "abc"]
    claims = [
        claim("a", "neutralized", 158, of="pkk", **slots),
        claim("b", "neutralized", 158, of="hts", **slots),
        claim("c", "killed", 158, of="militants", **slots),
    ]
    found = read([report(doc, date="2023-10-07") for doc in "abc"], claims + shared, knowledge, "variant")
    (measure,) = [finding for finding in found if finding.slot == "measure"]
    assert {(one.doc, one.measure) for one in measure.odd} == {("c", "killed")}
    assert {one.doc for one in measure.norm} == {"a", "b"}


def test_a_number_that_a_witness_gives_of_another_party_is_no_reading_of_this_one(claim, report, knowledge):
    slots = {"measure": "released", "when": "2024-09-14", "source": ("وزارة الدفاع",)}

    def swap(doc, russians, ukrainians):
        figures = {"prisoners": 206, "russia": russians, "ukraine": ukrainians}
        return [claim(doc, low=low, of=of, **slots) for of, low in figures.items() if low]

    claims = [*swap("a", 103, 103), *swap("b", 130, 103), *swap("c", 103, None)]
    (variant,) = read([report(doc, date="2024-09-15") for doc in "abc"], claims, knowledge, "variant")
    assert variant.slot == "value"
    assert {(one.doc, one.low) for one in variant.odd} == {("b", 130)}


def test_two_known_places_of_one_land_by_other_names_part_a_rare_figure(claim, report, knowledge):
    slots = {"of": "militants", "when": ("2020-01-01", "2020-12-31"), "source": ("وزارة الداخلية الهندية",)}
    places = {"a": "Jammu and Kashmir, IN", "b": "Jammu and Kashmir, IN", "c": "Punjab, IN"}
    claims = [claim(doc, "killed", 221, where=(place,), **slots) for doc, place in places.items()]
    claims += [claim(doc, "killed", 46, **slots | {"of": None}) for doc in "abc"]
    (variant,) = read([report(doc, date="2021-02-04") for doc in "abc"], claims, knowledge, "variant")
    assert (variant.slot, {one.doc for one in variant.odd}) == ("where", {"c"})


@pytest.mark.parametrize(("measure", "told"), [("funding", False), ("trained", True)])
def test_money_that_is_pledged_is_money_that_will_be_given(claim, report, knowledge, measure, told):
    slots = {"of": None, "by": "eu", "where": ("SY",), "when": ("2024-01-01", "2024-12-31"), "source": ("eu",)}
    claims = [claim(doc, measure, 2125000, **slots) for doc in "ab"]
    claims.append(claim("c", measure, 2125000, modality="planned", **slots))
    found = read([report(doc, date="2024-05-28") for doc in "abc"], claims, knowledge, "variant")
    assert ("modality" in {finding.slot for finding in found}) is told
