"""Words that a reviewer selects for a slot: by typing them, with the mouse, by the keyboard alone."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tawatur.model import Claim, Document, InputError, Part, Section, identify
from tawatur.web.pages.selection import find, selected, words_of

TEXT = "أعلن الناطق في حلب\nقتلت القوات \u202b12 مسلحا\u202c في ريف حلب وقالت وكالة النخلة إن ذلك في حلب نفسها"


def document():
    section = Section(parts=(Part(0, len(TEXT), "body"),), publisher="وكالة", date="2024-05-04")
    return Document(id="a", text=TEXT, sections=(section,))


def claim(**changes):
    at = TEXT.index("12")
    start = TEXT.index("حلب")
    fields = {"doc": "a", "start": at, "end": at + 2, "quote_start": at, "quote_end": at + 2, "quote": "12",
              "number": "12", "measure": "killed", "low": 12, "high": 12, "unit": "person", "where": ("Aleppo, SY",),
              "spans": {"where": ((start, start + 3),)}}  # fmt: skip
    return identify(Claim(**{**fields, **changes}))


def words_at(spans):
    return [TEXT[start:end] for start, end in spans]


def test_form_shows_the_words_of_each_slot():
    at = TEXT.index("وكالة")
    shown = words_of(claim(source=("وكالة النخلة", "ب"), spans={"source.0": ((at, at + 12),)}), TEXT)
    assert shown["number"] == "12"
    assert shown["source"] == "وكالة النخلة\n"
    assert shown["where"] == ""


def test_words_that_stand_more_than_once_are_those_nearest_to_the_claim():
    spans = selected({"words_where": "ريف حلب"}, claim(), TEXT, {})
    assert words_at(spans["where"]) == ["ريف حلب"]
    last = TEXT.rindex("حلب")
    assert selected({"words_where": "حلب", "at_where": str(last)}, claim(), TEXT, {"where": []})["where"] == (
        (last, last + 3),
    )


def test_words_left_as_they_are_change_nothing_unless_their_slot_is_changed():
    one = claim()
    shown = {f"words_{slot}": words for slot, words in words_of(one, TEXT).items()}
    assert selected(shown, one, TEXT, {}) == {}
    assert list(selected(shown, one, TEXT, {"where": ["Idlib, SY"]})) == ["where"]


def test_words_that_stand_apart_and_hops_of_a_chain_are_told_from_each_other():
    form = {"words_of": "القوات … مسلحا", "words_source": "وكالة النخلة\nالناطق"}
    spans = selected(form, claim(), TEXT, {})
    assert words_at(spans["of"]) == ["القوات", "مسلحا"]
    assert words_at(spans["source.0"]) == ["وكالة النخلة"]
    assert words_at(spans["source.1"]) == ["الناطق"]


@pytest.mark.parametrize("hidden", ["قتلت القوات 12", "قتلت  القوات\n12 مسلحا"])
def test_what_no_reader_sees_does_not_hinder(hidden):
    start, end = find(hidden, TEXT, 0)
    assert TEXT[start:end].startswith("قتلت")
    assert "12" in TEXT[start:end]


def test_words_that_stand_nowhere_are_refused():
    with pytest.raises(InputError, match="no words «كركوك»"):
        selected({"words_where": "كركوك"}, claim(), TEXT, {})


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_words_of_a_text_are_found_in_it(text, one, other):
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    found = find(text[first:last], text, first)
    if text[first:last].strip() and found is not None:
        start, end = found
        assert 0 <= start < end <= len(text)
        assert find(text[start:end], text, start) == (start, end)


def kept(client):
    (found,) = httpx.get(f"{client.base_url}/api/v1/claims").json()["items"]
    return found


def test_words_are_selected_without_script(made):
    with made((document(), [claim()])) as client:
        form = html.fromstring(client.get(f"/en/claims/{claim().id}").text).xpath('//form[@method="post"]')[0]
        fields = {**dict(form.form_values()), "kind": "correct", "of": "مسلحا", "words_of": "مسلحا"}
        assert client.post(form.get("action"), data=fields).status_code == 303
        corrected = kept(client)
        assert words_at(corrected["spans"]["of"]) == ["مسلحا"]
        assert words_at(corrected["spans"]["where"]) == ["حلب"]
        refused = client.post(form.get("action"), data={**fields, "key": "another", "words_of": "كركوك"})
        assert refused.status_code == 422
        assert "no words «كركوك» near the claim" in html.fromstring(refused.text).text_content()


def test_words_are_selected_by_the_keyboard_alone(made, browser):
    with made((document(), [claim()])) as client:
        page = browser.new_context(base_url=str(client.base_url)).new_page()
        page.goto("/ar/review")
        page.keyboard.press("w")
        page.keyboard.press("ArrowLeft")  # from the number on, as the line runs
        page.keyboard.press("3")
        assert page.input_value('[name="words_of"]') == "مسلحا"
        assert page.input_value('[name="of"]') == "مسلحا"
        page.keyboard.press("Enter")
        page.wait_for_selector('[role="status"]')
        assert words_at(kept(client)["spans"]["of"]) == ["مسلحا"]
        page.context.close()


def test_words_are_selected_with_the_mouse(made, browser):
    with made((document(), [claim()])) as client:
        page = browser.new_context(base_url=str(client.base_url)).new_page()
        page.goto(f"/en/claims/{claim().id}")
        page.click("summary")
        assert not page.locator('[data-take="by"]').is_visible()
        page.evaluate("""() => {
            const line = document.querySelector(".evidence .words"), walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const text = walk.nextNode(), at = text.data.indexOf("القوات");
            getSelection().setBaseAndExtent(text, at, text, at + "القوات".length);
        }""")
        page.click('[data-take="by"]')
        page.click('button[value="correct"]')
        page.wait_for_selector('[role="status"]')
        assert words_at(kept(client)["spans"]["by"]) == ["القوات"]
        assert kept(client)["by"] == "القوات"
        page.context.close()
