"""A telling figure of one statement is held against itself slot by slot, whatever else a rendition has otherwise."""

import pytest


def variants(findings, slot):
    return [finding for finding in findings if finding.kind == "variant" and finding.slot == slot]


def odd(findings, slot):
    return [{claim.doc for claim in finding.odd} for finding in variants(findings, slot)]


KILLED = {"of": "syrian_rebels", "by": "russia", "where": ("Idlib, SY",), "when": "2024-05-31", "source": ("sohr",)}
HURT = {"source": ("sohr",)}
TEXT = "قتل 147 رجلا وأصيب 263 آخرون."


def rendition(**slots):
    return TEXT, ("147 رجلا", "killed", KILLED | slots), ("263 آخرون", "wounded", HURT)


def test_a_rendition_that_garbles_two_slots_of_a_figure_is_told_of_both(found):
    findings = found(rendition(), rendition(), rendition(), rendition(of="children", when="2024-04-30"))
    assert odd(findings, "of") == [{"d"}]
    assert odd(findings, "when") == [{"d"}]


def test_what_another_sentence_fills_takes_no_side(found):
    garbled = rendition(of="children", when="2024-04-30", loose=("of", "when"))
    findings = found(rendition(), rendition(), rendition(), garbled)
    assert not variants(findings, "of")
    assert not variants(findings, "when")


def test_two_days_of_the_week_are_two_days(found):
    here, odd_one = (rendition(when=day, when_rule="weekday") for day in ("2024-05-31", "2024-05-30"))
    assert odd(found(here, here, here, odd_one), "when") == [{"d"}]


def test_the_same_two_days_are_one_where_a_report_counts_back_to_them(found):
    here, odd_one = (rendition(when=day, when_rule="relative") for day in ("2024-05-31", "2024-05-30"))
    assert not variants(found(here, here, here, odd_one), "when")


def test_a_telling_figure_has_one_doer_wherever_it_was_read_to_be(found):
    rows = [rendition(), rendition(where=("Homs, SY",)), rendition(by="daesh", where=("Aleppo, SY",))]
    assert odd(found(*rows), "by") == [{"c"}]


def test_a_rare_figure_may_be_misplaced_in_another_land(found):
    here = rendition(where=("Idlib, SY",))
    text, killed, hurt = rendition(where=("Mosul, IQ",))
    rare = [(text.replace("147", "1473"), ("1473 رجلا", *killed[1:]), hurt) for _, killed, hurt in (here, here, here)]
    moved = text.replace("147", "1473"), ("1473 رجلا", *killed[1:]), hurt
    assert odd(found(*rare, moved), "where") == [{"d"}]


@pytest.mark.parametrize(("town", "told"), [("Manbij, SY", [{"d"}]), ("Jindires, SY", [])])
def test_towns_of_one_province_are_two_places_where_they_lie_far_from_each_other(found, town, told):
    here = rendition(where=("Afrin, SY",))
    assert odd(found(here, here, here, rendition(where=(town,))), "where") == told


def test_a_share_of_which_one_rendition_makes_a_count_is_another_measure(found):
    text = "قتل 147 رجلا. وكانت 18 من الحوادث من فعل الجيش."
    rows = [
        (text, ("147 رجلا", "killed", KILLED), ("18 من", "attacks", {"unit": unit, "source": ("sohr",)}))
        for unit in ("percent", "percent", "event")
    ]
    assert odd(found(*rows), "measure") == [{"c"}]


def test_a_misprint_is_one_whomever_a_rendition_has_for_the_doer(found):
    rows = [
        (
            f"قتل 147 رجلا وأصيب {hurt} آخرون.",
            ("147 رجلا", "killed", KILLED | {"by": by}),
            (f"{hurt} آخرون", "wounded", KILLED | {"by": by}),
        )
        for hurt, by in ((263, "russia"), (263, "russia"), (236, "daesh"))
    ]
    assert odd(found(*rows), "value") == [{"c"}]


def test_a_round_figure_misprints_none(found):
    rows = [
        (f"قتل 147 رجلا وأصيب {hurt} آخرون.", ("147 رجلا", "killed", KILLED), (f"{hurt} آخرون", "wounded", HURT))
        for hurt in (1040, 1040, 1000)
    ]
    assert not variants(found(*rows), "value")


def test_the_spokesman_of_an_army_may_be_that_of_the_army_that_another_rendition_names(found):
    rows = [
        (TEXT, ("147 رجلا", "killed", KILLED | {"source": (who,)}), ("263 آخرون", "wounded", {"source": (who,)}))
        for who in ("nigeria_forces", "العميد فلان المتحدث باسم الجيش")
    ]
    assert [finding.docs for finding in found(*rows) if finding.kind == "statement"] == [("a", "b")]


def test_a_misnamed_source_is_told_by_the_figures_that_both_sides_ascribe(found):
    def carried(source, more):
        figures = ("147 رجلا", "killed", KILLED), ("263 آخرون", "wounded", KILLED), ("4127 أسرة", "displaced", KILLED)
        text = f"قتل 147 رجلا وأصيب 263 آخرون وهجرت 4127 أسرة وبقي {more} مفقودا."
        lost = (f"{more} مفقودا", "missing", KILLED)
        return text, *((words, measure, slots | {"source": source}) for words, measure, slots in (*figures, lost))

    (finding,) = variants(
        found(carried(("sohr",), 15), carried(("sohr",), 16), carried(("sohr",), 17), carried(("unicef",), 5213)),
        "source",
    )
    assert {claim.low for claim in finding.claims} == {147, 263, 4127}
