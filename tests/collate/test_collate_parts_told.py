"""Parts by cause or doer, coded by hand: they make their total, and are no count of all of it."""

import pytest

from tawatur.collate import collate

MONTH = {"where": ("Taiz, YE",), "when": ("2024-03-01", "2024-03-31"), "of": "civilians"}
WATCH, RELIEF = {"source": ("مرصد الطرق",)}, {"source": ("هيئة الإغاثة الأهلية",)}


def told(claim, report, doc, text, *figures):
    """Return a report of a text and the claims of its figures, each with the slots that it has of its own."""
    spots = [(text.index(f"{number} "), number, slots) for number, slots in figures]
    claims = [claim(doc, "killed", number, at=at, quote=str(number), **slots) for at, number, slots in spots]
    return report(doc, text=text), claims


def collated(knowledge, *told_by):
    return collate([one for _, claims in told_by for one in claims], [one for one, _ in told_by], knowledge)


def test_parts_by_cause_make_their_total_whose_first_is_called_of_them(claim, report, knowledge):
    text = "قتل 60 مدنيا في آذار، 40 منهم بالألغام و 20 بالقصف."
    figures = [(number, MONTH | WATCH) for number in (60, 40, 20)]
    (found,) = [one for one in collated(knowledge, told(claim, report, "a", text, *figures)) if one.kind == "sum"]
    assert found.holds
    assert [one.low for one in found.parts] == [40, 20]


def test_parts_that_stand_beside_their_total_rival_nobodys_count(claim, report, knowledge):
    parts = told(
        claim,
        report,
        "a",
        "قتل 60 مدنيا في آذار، منها 40 بالألغام و 20 بالقصف.",
        *[(n, MONTH | WATCH) for n in (60, 40, 20)],
    )
    rival = told(claim, report, "b", "قتل 52 مدنيا في آذار.", (52, MONTH | RELIEF))
    (found,) = [one for one in collated(knowledge, parts, rival) if one.kind == "conflict"]
    assert sorted(one.low for one in found.claims) == [52, 60]


def test_two_doers_exchanged_in_one_report_are_one_slip(claim, report, knowledge):
    def rendition(doc, rapid, army):
        text = f"قتل 85 مدنيا: {rapid} على يد الدعم السريع و {army} على يد الجيش. كلمة{doc} أخرى{doc}"
        figures = (
            (85, MONTH | WATCH),
            (rapid, MONTH | WATCH | {"by": "rsf"}),
            (army, MONTH | WATCH | {"by": "sudan_army"}),
        )
        return told(claim, report, doc, text, *figures)

    found = collated(knowledge, rendition("a", 52, 33), rendition("b", 52, 33), rendition("c", 33, 52))
    (variant,) = [one for one in found if one.kind == "variant"]
    assert variant.slot == "by"
    assert {(one.doc, one.low) for one in variant.odd} == {("c", 33), ("c", 52)}


@pytest.mark.parametrize(
    "text",
    [
        "قتل 60 مدنيا في آذار. وكان من ضمنهم 40 رجلا و 20 امرأة.",
        "مقتل 60 مدنيا بينهم نساء\nقال المرصد إن 40 رجلا و 20 امرأة قتلوا.",
    ],
)
def test_parts_that_the_next_sentence_tells_make_their_total(claim, report, knowledge, text):
    figures = (60, MONTH | WATCH), (40, MONTH | WATCH | {"of": None}), (20, MONTH | WATCH | {"of": None})
    (found,) = [one for one in collated(knowledge, told(claim, report, "a", text, *figures)) if one.kind == "sum"]
    assert [one.low for one in found.parts] == [40, 20]


def test_what_each_of_two_doers_did_is_no_count_of_what_all_did(claim, report, knowledge):
    whole = told(claim, report, "a", "قتل 85 مدنيا في آذار.", (85, MONTH | WATCH))
    doers = (61, MONTH | RELIEF | {"by": "rsf"}), (24, MONTH | RELIEF | {"by": "sudan_army"})
    parts = told(claim, report, "b", "قتلت قوات الدعم السريع 61 مدنيا وقتل الجيش 24 مدنيا.", *doers)
    assert not [one for one in collated(knowledge, whole, parts) if one.kind == "conflict"]


@pytest.mark.parametrize(("stated", "agree"), [({}, True), ({"of": None}, False)])
def test_small_numbers_agree_where_all_of_them_is_stated_and_one(claim, report, knowledge, stated, agree):
    told_by = [
        told(claim, report, doc, "قتل 3 مدنيين في آذار.", (3, MONTH | source | stated))
        for doc, source in (("a", WATCH), ("b", RELIEF))
    ]
    assert bool([one for one in collated(knowledge, *told_by) if one.kind == "agreement"]) is agree


def test_who_is_among_all_that_a_list_counts_exceeds_none_of_its_parts(claim, report, knowledge):
    text = "قتل 48 شخصا: 31 في تعز و 17 في عدن، بينهم 22 امرأة."
    places = {"of": None, "where": ("Taiz, YE", "Aden, YE")}
    slots = [places, {"of": None}, {"of": None, "where": ("Aden, YE",)}, places | {"of": "women"}]
    figures = [(number, MONTH | WATCH | own) for number, own in zip((48, 31, 17, 22), slots, strict=True)]
    found = collated(knowledge, told(claim, report, "a", text, *figures))
    assert [one.kind for one in found] == ["sum"]


@pytest.mark.parametrize(("behind", "kinds"), [("من القتلى نساء", ["part"]), ("امرأة قتلن", [])])
def test_more_of_the_dead_than_were_counted_before(claim, report, knowledge, behind, kinds):
    text = f"قتل 18 شخصا في آذار. وأضاف المرصد أن 23 {behind}."
    figures = (18, MONTH | WATCH | {"of": None}), (23, MONTH | WATCH | {"of": "women+children"})
    assert [one.kind for one in collated(knowledge, told(claim, report, "a", text, *figures))] == kinds


def test_who_gives_a_part_alone_tells_of_the_part(claim, report, knowledge):
    def rendition(doc, *numbers):
        words = ("مدنيا في آذار", "منهم بالألغام", "بالقصف")[-len(numbers) :]
        text = f"قال مرصد{doc} إن " + " و ".join(f"{n} {said}" for n, said in zip(numbers, words, strict=True))
        return told(claim, report, doc, text, *[(number, MONTH | WATCH) for number in numbers])

    alone = told(claim, report, "d", "قتلت الألغام 253 مدنيا في آذار.", (253, MONTH | RELIEF))
    told_by = [rendition("a", 414, 253, 161), rendition("b", 414, 253, 161), rendition("c", 253, 161)]
    kinds = [(one.kind, one.holds) for one in collated(knowledge, *told_by, alone)]
    assert ("sum", True) in kinds
    assert ("sum", False) not in kinds
    assert "conflict" not in {kind for kind, _ in kinds}
    assert "agreement" in {kind for kind, _ in kinds}


def test_a_party_set_against_a_source_is_so_though_other_outlets_call_the_killed_neutralized(claim, report, knowledge):
    turkey = {"where": ("northern Iraq, IQ",), "when": ("2024-04-18", "2024-05-17"), "of": "pkk"}
    ministry, party = turkey | {"source": ("turkish_defence_ministry",)}, turkey | {"source": ("pkk",)}

    def rendition(doc, measure, *more):
        figures = [claim(doc, measure, 156, **ministry), claim(doc, "destroyed", 242, unit="site", **ministry)]
        return report(doc), [*figures, *more]

    rival = claim("c", "killed", 12, **party)
    told_by = [rendition("a", "neutralized"), rendition("b", "neutralized"), rendition("c", "killed", rival)]
    found = collated(knowledge, *told_by)
    assert [one.slot for one in found if one.kind == "variant"] == ["measure"]
    (conflict,) = [one for one in found if one.kind == "conflict"]
    assert {one.low for one in conflict.claims} == {12, 156}


def test_a_population_and_one_that_it_is_joined_in_are_two_counts(claim, report, knowledge):
    def rendition(doc, number, of):
        whole = claim(doc, "killed", 138, **MONTH | WATCH), claim(doc, "wounded", 277, **MONTH | WATCH)
        return report(doc), [*whole, claim(doc, "killed", number, **MONTH | WATCH | {"of": of})]

    found = collated(knowledge, rendition("a", 11, "children"), rendition("b", 18, "women+children"))
    assert not [one for one in found if one.kind == "variant"]
