"""What independent voices say of one quantity, and what is no contradiction at all."""

import pytest

from tawatur.collate import collate

STRIKE = {"of": "daesh", "by": "iraq_forces", "where": ("Kirkuk, IQ",), "when": "2024-05-03"}


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def test_incompatible_figures_of_independent_voices_conflict(claim, report, knowledge):
    claims = [
        claim("a", "killed", 5, source=("iraq_gov",), **STRIKE),
        claim("b", "killed", 9, source=("sohr",), **STRIKE),
    ]
    (conflict,) = of_kind(collate(claims, [report("a"), report("b")], knowledge), "conflict")
    assert [(voice.origin, voice.claims[0].low) for voice in conflict.voices] == [("iraq_gov", 5), ("sohr", 9)]
    assert "5 killed" in conflict.explanation.en
    assert "9 killed" in conflict.explanation.ar


def test_equal_figures_of_independent_voices_agree(claim, report, knowledge):
    claims = [
        claim("a", "killed", 9, source=("iraq_gov",), **STRIKE),
        claim("b", "killed", 9, source=("sohr",), **STRIKE),
    ]
    (agreement,) = collate(claims, [report("a"), report("b")], knowledge)
    assert agreement.kind == "agreement"


def test_one_report_that_gives_two_stocks_of_the_same_prisoners_conflicts(claim, report, knowledge):
    held = {"of": "daesh", "by": "sdf", "where": ("Hasakah, SY",)}
    claims = [claim("a", "held", 9000, at=100, **held), claim("a", "held", 12000, source=("sdf",), **held)]
    (conflict,) = collate(claims, [report("a")], knowledge)
    assert conflict.kind == "conflict"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"low": 9, "modality": "planned"}, id="a forecast and an outcome"),
        pytest.param({}, {"low": 9, "where": ("IQ",)}, id="nested places"),
        pytest.param({}, {"low": 9, "of": "daesh_leaders"}, id="nested parties"),
        pytest.param({}, {"low": 9, "when": "2024-05"}, id="nested periods"),
        pytest.param({}, {"low": 9, "when": None}, id="an unstated period elsewhere"),
        pytest.param({}, {"low": 9, "where": ()}, id="an unstated place elsewhere"),
        pytest.param({}, {"low": 9, "unit": "household"}, id="another unit"),
        pytest.param({}, {"low": 2, "high": None, "bound": "more_than"}, id="a bound that is met"),
        pytest.param({}, {"low": 2, "high": None, "bound": "ambiguous"}, id="a dual that may be a plural"),
        pytest.param({"source": ("sohr",)}, {"low": 9}, id="one origin that corrects itself"),
        pytest.param({}, {"low": 9, "when": "2016-05-03"}, id="eight years apart"),
    ],
)
def test_no_conflict(claim, report, knowledge, first, second):
    slots = {**STRIKE, "low": 5, "source": ("iraq_gov",)}
    claims = [
        claim("a", "killed", **{**slots, **first}),
        claim("b", "killed", **{**slots, "source": ("sohr",), **second}),
    ]
    assert collate(claims, [report("a"), report("b")], knowledge) == []


def test_a_stock_that_moves_is_no_conflict(claim, report, knowledge):
    camp = {"where": ("al-Hol, SY",)}
    claims = [
        claim("a", "camp_population", 47000, when="2024-01", source=("un",), **camp),
        claim("b", "camp_population", 40500, when="2024-06", source=("sohr",), **camp),
    ]
    assert collate(claims, [report("a"), report("b")], knowledge) == []


def test_two_figures_for_iraq_and_syria_and_for_syria_alone_are_no_conflict(claim, report, knowledge):
    claims = [
        claim("a", "strength", 2500, of="daesh", where=("IQ", "SY"), source=("centcom",)),
        claim("a", "strength", 1200, of="daesh", where=("SY",), source=("un",)),
    ]
    assert collate(claims, [report("a")], knowledge) == []


def test_later_reports_that_raise_the_toll_of_one_event_are_no_conflict_but_a_lower_toll_is(claim, report, knowledge):
    claims = [
        claim("a", "killed", 5, source=("iraq_gov",), **STRIKE),
        claim("b", "killed", 9, source=("sohr",), **STRIKE),
    ]
    raised = [report("a", date="2024-05-03"), report("b", date="2024-05-04")]
    lowered = [report("a", date="2024-05-04"), report("b", date="2024-05-03")]
    assert collate(claims, raised, knowledge) == []
    assert [finding.kind for finding in collate(claims, lowered, knowledge)] == ["conflict"]


def test_a_copy_confirms_nothing(claim, report, knowledge):
    text = " ".join(f"كلمة{number}" for number in range(80))
    claims = [claim("a", "killed", 31, **STRIKE), claim("b", "killed", 31, **STRIKE)]
    findings = collate(claims, [report("a", text=text), report("b", text=text)], knowledge)
    assert [finding.kind for finding in findings] == ["copy"]


def test_an_actor_and_a_part_of_it_do_not_confirm_each_other(claim, report, knowledge):
    first = claim("a", "detained", 61, source=("usa",), **{**STRIKE, "when": "2024-05-03"})
    second = claim("b", "detained", 61, source=("centcom",), **{**STRIKE, "when": "2024-05-03"})
    assert not of_kind(collate([first, second], [report("a"), report("b")], knowledge), "agreement")


@pytest.mark.parametrize("when", ["2024-05", None])
def test_one_number_said_of_two_things_in_two_reports(claim, report, knowledge, when):
    both = {"where": ("IQ", "SY"), "unit": "event"}
    claims = [
        claim("a", "attacks", 153, by="daesh", when="2024-05", source=("centcom",), **both),
        claim("b", "airstrikes", 153, of="daesh", by="usa", when=when, **both),
    ]
    (found,) = collate(claims, [report("a"), report("b")], knowledge)
    assert found.kind == "same_number"
    assert [claim.measure for claim in found.odd] == ["airstrikes"]
    assert [claim.measure for claim in found.norm] == ["attacks"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"where": ("Basra, IQ",)}, id="another place"),
        pytest.param({"when": "2023-05"}, id="another period"),
        pytest.param({"unit": "percent"}, id="per cent"),
        pytest.param({"low": 154}, id="another number"),
    ],
)
def test_a_number_that_recurs_by_chance_is_nothing(claim, report, knowledge, changed):
    both = {"low": 153, "where": ("IQ", "SY"), "unit": "event", "when": "2024-05"}
    claims = [
        claim("a", "attacks", by="daesh", source=("centcom",), **both),
        claim("b", "airstrikes", of="daesh", by="usa", **{**both, **changed}),
    ]
    assert collate(claims, [report("a"), report("b")], knowledge) == []


@pytest.mark.parametrize(
    "hedged",
    [
        pytest.param({"low": 700, "high": 700, "bound": "about"}, id="about"),
        pytest.param({"low": 700, "high": None, "bound": "more_than"}, id="a floor near by"),
        pytest.param({"low": 700, "high": 750, "bound": "between"}, id="a range"),
    ],
)
def test_a_hedged_figure_confirms_the_figure_that_it_rounds(claim, report, knowledge, hedged):
    first = claim("a", "killed", 713, source=("iraq_gov",), **STRIKE)
    second = claim("b", "killed", source=("sohr",), **{**STRIKE, **hedged})
    (found,) = collate([first, second], [report("a"), report("b")], knowledge)
    assert found.kind == "agreement"


def test_a_party_unstated_on_one_side_is_unknown_and_not_another(claim, report, knowledge):
    slots = {"where": ("Tripoli, LY",), "when": ("2023-08-14", "2023-08-15")}
    claims = [
        claim("a", "killed", 55, source=("icrc",), **slots),
        claim("b", "killed", 55, of="civilians", source=("libyan_government",), **slots),
    ]
    (agreement,) = [f for f in collate(claims, [report(doc) for doc in "ab"], knowledge) if f.kind == "agreement"]
    assert {voice.origin for voice in agreement.voices} == {"icrc", "libyan_government"}


def test_a_report_that_cites_two_sources_takes_neither_for_the_other(claim, report, knowledge):
    slots = {"where": ("SD",), "when": ("2023-04-15", "2023-05-31")}
    claims = [claim(doc, "displaced", 1_218_400, source=("un",), **slots) for doc in "abc"]
    claims.append(claim("c", "displaced", 1_218_400, source=("icrc",), **slots))
    findings = collate(claims, [report(doc) for doc in "abc"], knowledge)
    assert not [finding for finding in findings if finding.kind == "variant"]
    assert [finding.kind for finding in findings if finding.kind == "agreement"] == ["agreement"]


@pytest.mark.parametrize(("words", "told"), [("في حصيلة أولية مرشحة للارتفاع", False), ("في حصيلة معلنة", True)])
def test_a_toll_that_may_rise_yet_contradicts_no_later_one(claim, report, knowledge, words, told):
    text = f"عنوان\nقتل 27 شخصا في طرابلس {words}."
    slots = {"where": ("Tripoli, LY",), "when": ("2023-08-12", "2023-08-12")}
    claims = [
        claim("a", "killed", 27, source=("icrc",), at=text.index("27"), quote="27 شخصا", **slots),
        claim("b", "killed", 55, source=("libyan_government",), **slots),
    ]
    reports = [report("a", date="2023-08-14", text=text), report("b", date="2023-08-16")]
    assert bool([f for f in collate(claims, reports, knowledge) if f.kind == "conflict"]) is told


def test_a_source_is_named_in_the_words_of_the_reports(claim, report, knowledge):
    claims = [
        claim("a", "killed", 5, source=("مدير صحة عدن",), **STRIKE),
        claim("b", "killed", 9, source=("مركز الدفاع المدني",), **STRIKE),
    ]
    (conflict,) = of_kind(collate(claims, [report("a"), report("b")], knowledge), "conflict")
    assert "مركز الدفاع المدني" in conflict.explanation.ar
    assert "مدير صحة عدن" in conflict.explanation.en


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        pytest.param("قال المتحدث باسم الوزارة سامر النابلسي إن الحملة انتهت", False, id="before his name"),
        pytest.param("قال سامر النابلسي، الناطق باسم الوزارة، إن الحملة انتهت", False, id="after his name"),
        pytest.param("تحدث ناطق. وقال سامر النابلسي إن الحملة انتهت", True, id="another's spokesman"),
        pytest.param("قال سامر النابلسي، طبيب المستشفى، إن الحملة انتهت", True, id="no spokesman"),
    ],
)
def test_a_spokesman_does_not_confirm_the_body_cited_in_his_report(claim, report, knowledge, text, agree):
    claims = [
        claim("a", "killed", 417, source=("turkish_defence_ministry",), **STRIKE),
        claim("a", "killed", 417, source=("سامر النابلسي",), **STRIKE),
    ]
    assert bool(of_kind(collate(claims, [report("a", text=text)], knowledge), "agreement")) is agree


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        pytest.param("قال محافظ درعا سامر النابلسي إن الحملة انتهت", False, id="before his name"),
        pytest.param("قال سامر النابلسي، محافظ درعا، إن الحملة انتهت", False, id="after his name"),
        pytest.param("قال سامر النابلسي. ونفى محافظ درعا ذلك", True, id="another's office"),
    ],
)
def test_who_holds_an_office_does_not_confirm_whom_another_outlet_calls_by_it(claim, report, knowledge, text, agree):
    claims = [
        claim("a", "killed", 417, source=("سامر النابلسي",), **STRIKE),
        claim("b", "killed", 417, source=("محافظ درعا",), **STRIKE),
    ]
    findings = collate(claims, [report("a", text=text), report("b")], knowledge)
    assert bool(of_kind(findings, "agreement")) is agree


def test_a_tally_that_falls_in_one_report_is_no_conflict_as_well(claim, report, knowledge):
    slots = {"of": "daesh", "where": ("SY",), "source": ("sdf",)}
    claims = [
        claim("a", "killed", 1250, when=("2024-01-01", "2024-05-20"), **slots),
        claim("a", "killed", 1100, when=("2024-01-01", "2024-05-31"), **slots),
    ]
    assert {finding.kind for finding in collate(claims, [report("a")], knowledge)} == {"tally"}
