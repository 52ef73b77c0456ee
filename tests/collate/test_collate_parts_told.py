"""Parts by cause or doer, coded by hand: they make their total, and are no count of all of it."""

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
