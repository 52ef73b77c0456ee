"""What no page may break on: endless words, three scripts at once, nothing at all."""

import re

import pytest
from lxml import html

from tawatur.model import Claim, Document, Part, Section, identify

ENDLESS = "قصف" * 667
MIXED = "אש על Aleppo حلب 40–50 (12/3) \u202bDamascus\u202c 2024-07-16"


def report(title, publisher):
    text = f"{title}\nقتل 12 مسلحا"
    at = text.rindex("12")
    claim = Claim(doc="a", start=at, end=at + 2, quote_start=at - 4, quote_end=at + 2, quote="قتل 12", number="12",
                  measure="killed", low=12, high=12, of=title[:400], by=MIXED, name=MIXED, where=(f"{MIXED}, SY",),
                  source=(title[:400], MIXED))  # fmt: skip
    parts = (Part(0, len(title), "title"), Part(len(title) + 1, len(text), "body"))
    section = Section(title=title, publisher=publisher, parts=parts)
    return Document(id="a", text=text, title=title, publisher=publisher, sections=(section,)), [identify(claim)]


ADDRESSES = (
    "",
    "search",
    "search?kind=reports",
    "reports/a",
    "review",
    "registers/operations",
    "map",
    "series?measure=killed",
)


@pytest.mark.parametrize("title", [ENDLESS, MIXED])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_titles_without_end_and_scripts_side_by_side_are_shown(made, language, title):
    with made(report(title, title)) as client:
        for address in (*ADDRESSES, f"claims/{report(title, title)[1][0].id}"):
            page = client.get(f"/{language}/{address}")
            assert page.status_code == 200, address
            # a form's fields hold what is stored, and what they hold stays in them
            shown = re.sub(r'value="[^"]*"|<textarea.*?</textarea>', "", page.text, flags=re.DOTALL)
            assert not re.search("[\u202a-\u202e]", shown), address


@pytest.mark.parametrize("title", [ENDLESS, MIXED])
def test_report_shows_all_of_it(made, title):
    with made(report(title, "وكالة")) as client:
        tree = html.fromstring(client.get("/en/reports/a").text)
    shown = "".join(tree.xpath('//p[@class="words"]//text()[not(ancestor::*[@class="kind"])]'))
    assert shown == re.sub("[\u202a-\u202e]", "", title) + "قتل 12 مسلحا"


@pytest.mark.parametrize("width", [390, 1280])
def test_endless_words_stay_within_the_window(made, browser, width):
    with made(report(ENDLESS, ENDLESS)) as client:
        page = browser.new_context(base_url=str(client.base_url), viewport={"width": width, "height": 800}).new_page()
        wide = []
        for address in (*ADDRESSES, f"claims/{report(ENDLESS, ENDLESS)[1][0].id}"):
            page.goto(f"/ar/{address}")
            if not page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"):
                wide.append(address)
        page.context.close()
    assert not wide
