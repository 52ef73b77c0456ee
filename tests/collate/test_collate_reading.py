"""Claims that a program read: what it may have misread is no ground for a finding."""

import msgspec
import pytest

from tawatur.collate import collate
from tawatur.collate.facts.firmness import loose_slots, one_sentence
from tawatur.collate.facts.values import is_slip

TALLY = {"of": "daesh", "by": "sdf", "where": ("Hasakah, SY", "Raqqa, SY"), "when": ("2024-01-01", "2024-06-30")}
FIGURES = {"killed": 57, "detained": 214, "wounded": 38}
EVERYWHERE = dict.fromkeys(("of", "by", "where", "when"), ((0, 10000),))


@pytest.fixture
def read(claim):
    """Make what a program read of one outlet's rendition of a tally; its spans say that every slot is stated."""

    def make(doc, figures=FIGURES, spans=EVERYWHERE, **changed):
        slots = {**TALLY, "source": ("sdf",), **changed}
        return [
            claim(doc, measure, value, extractor="test 1", spans=spans, **slots) for measure, value in figures.items()
        ]

    return make


def variants(findings):
    return [finding for finding in findings if finding.kind == "variant"]


def test_a_slot_carried_over_from_another_sentence_tells_nothing_apart(read, report, knowledge):
    claims = [*read("a"), *read("b"), *read("d", spans={}, when="2023")]
    assert not variants(collate(claims, [report(doc) for doc in "abd"], knowledge))


def test_a_slot_that_its_own_sentence_states_does(read, report, knowledge):
    claims = [*read("a"), *read("b"), *read("d", when="2023")]
    (variant,) = variants(collate(claims, [report(doc) for doc in "abd"], knowledge))
    assert variant.slot == "when"


def test_a_slot_carried_over_stands_with_the_reading_that_has_it(read, report, knowledge):
    elsewhere = {**EVERYWHERE, "when": ()}
    odd = read("a", when=("2023-01-01", "2023-06-30"))
    claims = [*odd, *read("b"), *read("c", spans=elsewhere), *read("d", spans=elsewhere)]
    (variant,) = variants(collate(claims, [report(doc) for doc in "abcd"], knowledge))
    assert {claim.doc for claim in variant.odd} == {"a"}


def test_one_reading_against_one_may_be_the_programs_own_slip(read, report, knowledge):
    claims = [*read("a"), *read("d", when="2023")]
    assert not variants(collate(claims, [report(doc) for doc in "ad"], knowledge))


@pytest.mark.parametrize(("figure", "told"), [(75, True), (59, True), (7, True), (203, False)])
def test_a_figure_that_no_slip_explains_needs_more_witnesses(read, report, knowledge, figure, told):
    claims = [*read("a"), *read("b"), *read("d", {**FIGURES, "killed": figure})]
    assert bool(variants(collate(claims, [report(doc) for doc in "abd"], knowledge))) is told


def test_a_place_that_the_sentence_names_too_is_not_left_out(read, report, knowledge):
    narrow = msgspec.structs.replace(read("d", {"detained": 214})[0], where=("Raqqa, SY",))
    others = read("d", {"killed": 57, "wounded": 38})
    words = "العنوان\n" + "كلمة " * 300
    claims = [*read("a"), *read("b"), *others, narrow]
    for name, told in (("دمشق", True), ("الحسكة", False)):
        text = words[: narrow.start - 30] + name + words[narrow.start - 30 :]
        reports = [report("a"), report("b"), report("d", text=text)]
        assert bool(variants(collate(claims, reports, knowledge))) is told


def test_what_a_program_found_no_source_for_confirms_nothing(claim, report, knowledge):
    slots = {"of": "daesh", "where": ("Kirkuk, IQ",), "when": "2024-05-03"}
    sourced = claim("a", "killed", 31, source=("sohr",), **slots)
    unsourced = claim("b", "killed", 31, **slots)
    assert collate([sourced, unsourced], [report("a"), report("b")], knowledge)[0].kind == "agreement"
    program = msgspec.structs.replace(unsourced, extractor="test 1", spans=EVERYWHERE)
    assert collate([sourced, program], [report("a"), report("b")], knowledge) == []


def test_a_slot_is_loose_where_its_words_stand_in_another_sentence(claim):
    text = "في الرقة هدوء. وقتل خمسة في الحسكة"
    number = text.index("خمسة")
    spans = {"where": ((3, 8),), "of": ((number - 4, number),)}
    made = claim(
        "a", "killed", 5, at=number, of="daesh", where=("Raqqa, SY",), when="2024", extractor="test 1", spans=spans
    )
    assert loose_slots(made, text) == {"where", "when"}
    assert loose_slots(msgspec.structs.replace(made, extractor=None, spans={}), text) == frozenset()


def test_sentences_end_at_stops_and_lines_but_not_at_decimals():
    text = "قتل 3.5 آلاف، وجرح 20 شخصا. وعاد 7"
    at = {number: (text.index(number), text.index(number) + 1) for number in ("3", "20", "7")}
    assert one_sentence(text, at["3"], at["20"])
    assert not one_sentence(text, at["20"], at["7"])
    assert one_sentence("", (10, 12), (40, 42))
    assert not one_sentence("", (10, 12), (900, 902))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (196, 169, True),
        (14, 41, True),
        (153, 15, True),
        (5, 2, True),
        (57, 570, True),
        (36, 14, False),
        (57, 57, False),
    ],
)
def test_slips_of_figures(one, other, slip):
    assert is_slip((float(one), float(one)), (float(other), float(other))) is slip
    assert not is_slip(None, (float(other), float(other)))


def test_what_one_report_tells_as_whole_and_part_is_no_conflict(claim, report, knowledge):
    text = "عنوان\nقتل 14 شخصا في الغارة بينهم 7 عسكريين.\n" + "كلمة " * 100
    slots = {"where": ("Homs, SY",), "when": "2018-04-09", "extractor": "test 1", "spans": EVERYWHERE}
    whole = claim("a", "killed", 14, at=text.index("14"), quote="14 شخصا", **slots)
    part = claim("a", "killed", 7, at=text.index("7"), quote="7 عسكريين", of="iran", **slots)
    claims = [
        whole,
        part,
        claim("b", "killed", 14, source=("sohr",), **slots),
        claim("c", "killed", 7, source=("iran",), **slots),
    ]
    for reports, told in (([report("a", text=text)], False), ([], True)):
        used = claims if reports else claims[2:]
        found = collate(used, [*reports, report("b"), report("c")], knowledge)
        assert bool([one for one in found if one.kind == "conflict"]) is told


def test_a_news_agency_is_no_voice_of_its_own(claim, report, knowledge):
    slots = {"where": ("Homs, SY",), "when": "2018-05-14", "extractor": "test 1", "spans": EVERYWHERE}
    for second, told in (("afp", False), ("icrc", True)):
        claims = [
            claim("a", "killed", 57, source=("sohr",), **slots),
            claim("b", "killed", 57, source=(second,), **slots),
        ]
        found = collate(claims, [report("a"), report("b")], knowledge)
        assert bool([one for one in found if one.kind == "agreement"]) is told


def test_the_first_and_the_second_day_of_a_campaign_are_two(claim, report, knowledge):
    slots = {"where": ("Ankara, TR",), "of": "pkk", "extractor": "test 1", "spans": EVERYWHERE}
    for day, told in (("2015-07-25", False), ("2015-07-24", True)):
        claims = [
            claim("a", "detained", 251, source=("turkey_gov",), when="2015-07-24", **slots),
            claim("b", "detained", 371, source=("icrc",), when=day, **slots),
        ]
        reports = [report("a", date="2015-07-26"), report("b", date="2015-07-26")]
        assert bool([one for one in collate(claims, reports, knowledge) if one.kind == "conflict"]) is told


def test_parts_that_others_count_at_once_are_no_other_figure(read, report, knowledge):
    text = "عنوان\nاستشهد ضابط و57 مجندا.\n" + "كلمة " * 400
    officer, soldiers = read("d", {"killed": 57})[0], read("d", {"killed": 57})[0]
    at = text.index("57")
    soldiers = msgspec.structs.replace(soldiers, start=at, end=at + 2, quote_start=at, quote_end=at + 8)
    officer = msgspec.structs.replace(officer, start=at - 6, end=at - 2, quote_start=at - 6, quote_end=at - 2)
    officer = msgspec.structs.replace(officer, low=1, high=1, quote="ضابط", of="officers")
    others = read("d", {"detained": 214, "wounded": 38})
    claims = [*read("a", {**FIGURES, "killed": 58}), *read("b", {**FIGURES, "killed": 58}), *others, soldiers]
    for counted, told in (([officer], False), ([], True)):
        found = collate([*claims, *counted], [report("a"), report("b"), report("d", text=text)], knowledge)
        assert bool(variants(found)) is told


def test_a_slip_is_told_where_a_program_carried_over_the_place(read, report, knowledge):
    elsewhere = {**EVERYWHERE, "where": ()}
    slipped = read("d", {"killed": 75, "detained": 214, "wounded": 38}, spans=elsewhere, where=("Hasakah, SY",))
    findings = collate([*read("a"), *read("b"), *slipped], [report(doc) for doc in "abd"], knowledge)
    assert [(finding.slot, {claim.doc for claim in finding.odd}) for finding in variants(findings)] == [
        ("value", {"d"})
    ]


@pytest.mark.parametrize(("part", "told"), [(163, True), (181, False)])
def test_a_figure_that_stands_in_a_sums_place_is_that_figures_misprint(claim, report, knowledge, part, told):
    text = "شملت العملية 887 أسيرا: 706 من جهة و{} من جهة أخرى"
    claims = [
        claim(
            doc,
            "released",
            low,
            at=at,
            source=("icrc",),
            where=("YE",),
            when=("2023-04-14", "2023-04-16"),
            extractor="test 1",
            spans=EVERYWHERE,
            of=of,
        )
        for doc, last, party in (("a", 181, "saleh_forces"), ("b", part, "yemen_gov"))
        for low, at, of in ((887, 13, "prisoners"), (706, 24, "houthis"), (last, 37, party))
    ]
    documents = [report(doc, text=text.format(last), date="2023-04-17") for doc, last in (("a", 181), ("b", part))]
    found = collate(claims, documents, knowledge)
    assert [one.holds for one in found if one.kind == "sum"] == ([False, True] if told else [True])
    assert [one.slot for one in variants(found)] == (["value"] if told else [])


@pytest.mark.parametrize(("beside", "told"), [("wounded", True), ("killed", False)])
def test_others_of_another_fate_may_be_misprinted(claim, report, knowledge, beside, told):
    text = "قال المرصد إن القصف أوقع 21 و118 آخرين"
    claims = [
        claim(
            doc, measure, low, at=at, quote=quote, source=("sohr",), extractor="test 1", spans=EVERYWHERE,
            of="civilians", where=("Idlib, SY",), when="2024-05-03",
        )
        for doc, others in (("a", 118), ("b", 118), ("c", 181))
        for measure, low, at, quote in ((beside, 21, 25, "21"), ("killed", others, 29, f"{others} آخرين"))
    ]  # fmt: skip
    found = variants(collate(claims, [report(doc, text=f"{text} {doc * 9}") for doc in "abc"], knowledge))
    assert [one.slot for one in found] == (["value"] if told else [])


def test_the_end_of_a_month_is_only_a_vaguer_name_for_its_days(read, report, knowledge):
    exact, vague = ("2024-05-26", "2024-05-30"), ("2024-05-21", "2024-05-31")
    claims = [*read("a", when=exact), *read("b", when=exact), *read("c", when=vague)]
    assert variants(collate(claims, [report(doc) for doc in "abc"], knowledge)) == []


def test_who_heads_a_body_speaks_for_it(claim, report, knowledge):
    slots = {"of": "daesh", "where": ("Kirkuk, IQ",), "when": "2024-05-03", "extractor": "test 1", "spans": EVERYWHERE}
    claims = [
        claim("a", "killed", 31, source=("sohr",), **slots),
        claim("b", "killed", 31, source=("رئيس لجنة الأمن في المحافظة",), **slots),
    ]
    assert [one.kind for one in collate(claims, [report("a"), report("b")], knowledge)] == ["agreement"]


def test_as_many_strikes_as_dead_are_no_shared_figure(claim, report, knowledge):
    slots = {"source": ("sohr",), "of": "civilians", "by": "assad_forces", "where": ("Douma, SY",)}
    program = {"extractor": "test 1", "spans": EVERYWHERE}

    def carried(**origin):
        claims = [
            claim("a", "airstrikes", 427, unit="event", when="2018-04-06", **slots, **origin),
            claim("b", "killed", 427, when="2018-04-06", **slots, **origin),
        ]
        return [one.kind for one in collate(claims, [report("a"), report("b")], knowledge) if one.kind == "statement"]

    assert carried() == ["statement"]
    assert carried(**program) == []


@pytest.mark.parametrize(("named", "told"), [("وحدات التأهب", ["source"]), ("قوات سوريا الديمقراطية", [])])
def test_who_names_the_origin_did_not_give_the_statement_to_another(read, report, knowledge, named, told):
    text = " ".join(f"كلمة{number}" for number in range(60))
    claims = [*read("a"), *read("b"), *read("c", source=("peshmerga",))]
    documents = [report("a"), report("b"), report("c", text=f"{text} {named}")]
    assert [one.slot for one in variants(collate(claims, documents, knowledge))] == told


def test_who_hedges_a_figure_once_says_it_again_in_short(read, report, knowledge):
    hedged = [msgspec.structs.replace(one, bound="about") for one in read("b", source=())]
    both = [*read("b"), *hedged]
    other = [msgspec.structs.replace(one, bound="about") for one in read("c")]
    (variant,) = variants(collate([*read("a"), *both, *other], [report(doc) for doc in "abc"], knowledge))[:1]
    assert variant.slot == "bound"
    assert {claim.doc for claim in variant.odd} == {"a"}


def test_fighters_of_whom_nothing_was_read_are_those_killed_elsewhere(read, report, knowledge):
    counted = [msgspec.structs.replace(one, measure="strength") for one in read("a", {"killed": 57})]
    rest = read("a", {"detained": 214, "wounded": 38})
    findings = collate([*counted, *rest, *read("b"), *read("c")], [report(doc) for doc in "abc"], knowledge)
    assert [finding.kind for finding in findings if finding.kind != "copy"] == ["statement"]


@pytest.mark.parametrize(("figure", "told"), [(12481, True), (13481, False)])
def test_four_digits_in_another_order_are_one_figure_whatever_place_was_read(read, report, knowledge, figure, told):
    figures = {"displaced": 21481, "wounded": 214}
    country = {"where": ("SY",), "when": ("2023-11-01", "2024-06-30")}
    claims = [*read("a", figures), *read("b", figures), *read("d", figures | {"displaced": figure}, **country)]
    slots = [variant.slot for variant in variants(collate(claims, [report(doc) for doc in "abd"], knowledge))]
    assert ("value" in slots) is told


@pytest.mark.parametrize(("measure", "told"), [("attacks", False), ("seized", True)])
def test_what_one_outlet_has_blown_up_another_has_destroyed(read, report, knowledge, measure, told):
    figures = {"destroyed": 471, "killed": 57}
    other = [
        msgspec.structs.replace(one, measure=measure) if one.measure == "destroyed" else one
        for one in read("d", figures, unit="site")
    ]
    claims = [*read("a", figures, unit="site"), *read("b", figures, unit="site"), *other]
    found = variants(collate(claims, [report(doc) for doc in "abd"], knowledge))
    assert ("measure" in [variant.slot for variant in found]) is told
