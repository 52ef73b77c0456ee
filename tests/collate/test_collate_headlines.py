"""Headlines that tell of another figure than the first sentence of their report."""

import pytest

from tawatur.collate import collate

PLACE = ("Raqqa, SY",)


@pytest.fixture
def told(claim, report, knowledge):
    """Return the figures of the conflicts of one report: each figure stands in its text before a noun."""

    def make(text, *figures):
        claims = []
        for words, measure, slots in figures:
            start, number = text.index(words), int(words.split()[0])
            stated = {"where": PLACE, "extractor": "test 1", "quote": words} | slots
            claims.append(claim("a", measure, number, at=start, **stated))
        filled = text + "\n" + "كلمة " * 60
        found = collate(claims, [report("a", text=filled)], knowledge)
        return [sorted(one.low for one in finding.claims) for finding in found if finding.kind == "conflict"]

    return make


def test_a_headline_with_another_figure_than_its_first_sentence_is_told(told):
    text = "سقوط 18 قتيلا في انفجار بالرقة\nأودى انفجار بحياة 15 شخصا في سوق بالرقة."
    assert told(text, ("18 قتيلا", "killed", {}), ("15 شخصا", "killed", {})) == [[15, 18]]


@pytest.mark.parametrize(
    "body",
    [
        "أودى انفجار بحياة 15 شخصا و3 شرطيين في سوق.",  # which make the headline's
        "أودى انفجار بحياة 15 شخصا وشرطيين في سوق.",
        "أودى انفجار بحياة 15 من الركاب في سوق.",
        "دوى انفجار في سوق. وأودى بحياة 15 شخصا.",
        "أودى انفجار بحياة 5 أشخاص في سوق.",
    ],
)
def test_a_part_or_a_later_sentence_belies_no_headline(told, body):
    text = f"سقوط 18 قتيلا في انفجار\n{body}"
    words = [w for w in ("15 شخصا", "3 شرطيين", "15 من", "5 أشخاص") if w in body and not (w[0] == "5" and "15" in body)]
    assert told(text, ("18 قتيلا", "killed", {}), *[(w, "killed", {}) for w in words]) == []


def test_a_headline_of_dead_and_hurt_read_as_hurt_is_the_sum_of_both(told):
    text = "قتل وأصيب 40 شخصا في هجوم\nأودى الهجوم بحياة 13 شخصا وأصيب 27 شخصا بجروح."
    figures = [("40 شخصا", "wounded", {}), ("13 شخصا", "killed", {}), ("27 شخصا", "wounded", {})]
    assert told(text, *figures) == []
