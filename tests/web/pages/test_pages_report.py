"""A report's page: its words, its claims, its sections, and what hostile or outsized ones make of it."""

import re

import pytest
from lxml import html

from tawatur.model import Claim, Document, Part, Section, identify
from tawatur.web.pages.assets import LIGHTS

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2066"


def words(page):
    return "".join(html.fromstring(page.text).xpath('//p[@class="words"]//text()[not(ancestor::*[@class="kind"])]'))


def simple(name="a", text="مقتل 12 مسلحا", **changes):
    section = Section(parts=(Part(0, len(text), "body"),))
    return Document(**{"id": name, "text": text, "sections": (section,), **changes})


def claim(doc="a", start=5, end=7, **changes):
    fields = {"doc": doc, "start": start, "end": end, "quote_start": start, "quote_end": end, "quote": "12"}
    return identify(Claim(**{**fields, "number": "12", "measure": "killed", "low": 12, "high": 12, **changes}))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_report_shows_its_raw_text_with_every_claim_lit(pages, language):
    document = pages.get("/api/v1/documents/mashrabiya-2024-07-17").json()
    page = pages.get(f"/{language}/reports/mashrabiya-2024-07-17")
    assert words(page) == document["text"].replace("\n", "")
    tree = html.fromstring(page.text)
    lit = tree.xpath('//a[starts-with(@class,"lit")]')
    assert [one.text_content() for one in lit] == ["153", "44", "153", "44", "166", "8", "32"]
    notes = {one.get("id") for one in tree.xpath('//ol[@class="notes"]/li')}
    assert {one.get("href").removeprefix("#") for one in lit} == notes


def test_every_slot_of_every_claim_has_a_rule_that_lights_it(pages):
    page = pages.get("/en/reports/sanawbar-2024-07-16").text
    (sheet,) = re.findall(r'"(/static/claims-\d+\.css\?v=\w+)"', page)
    rules = pages.get(sheet).text
    used = {name for names in re.findall(r'<span class="(s\d[^"]*)">', page) for name in names.split()}
    assert len(used) > 50
    assert all(re.search(rf"\.{name}[,{{]", rules) for name in used)


def test_furniture_is_told_from_the_article(pages):
    tree = html.fromstring(pages.get("/en/reports/mashrabiya-2024-07-17").text)
    furniture = [line.text_content() for line in tree.xpath('//div[contains(@class,"furniture")]')]
    assert any("share buttons" in line for line in furniture)


def test_two_articles_of_one_page_have_their_own_dates(made):
    text = "مقتل 12 مسلحا\nاقرأ أيضا: هجوم قديم"
    first = Section(number=0, date="2024-07-16", publisher="وكالة", parts=(Part(0, 13, "title"),))
    second = Section(number=1, date="2019-01-02", publisher="صحيفة", parts=(Part(14, len(text), "title"),))
    with made((simple(text=text, sections=(first, second)), [claim()])) as client:
        page = client.get("/en/reports/a").text
    assert page.index("16 July 2024") < page.index("2 January 2019")
    assert 'id="section-1"' in page


def test_chain_runs_from_who_said_it_to_who_printed_it(made):
    said = claim(source=("centcom", "العربية.نت"))
    with made((simple(publisher="وكالة النخلة"), [said])) as client:
        tree = html.fromstring(client.get("/en/reports/a").text)
    assert [hop.text_content() for hop in tree.xpath('//ol[@class="chain"]/li')] == [
        "United States Central Command", "العربية.نت", "وكالة النخلة",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_words_stay_words(made, language):
    text = f"{HOSTILE} 12 قتيلا"
    document = simple(text=text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", origin=HOSTILE,
                      repairs=(HOSTILE,))  # fmt: skip
    start = text.index("12 ")
    bad = claim(start=start, end=start + 2, of=HOSTILE, by=HOSTILE, source=(HOSTILE,), where=(f"{HOSTILE}, IQ",))
    with made((document, [bad])) as client:
        page = client.get(f"/{language}/reports/a")
    assert page.status_code == 200
    tree = html.fromstring(page.text)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert not tree.xpath('//a[starts-with(@href,"javascript")]')
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.text)


def test_report_without_date_publisher_title_or_claims_is_shown(made):
    with made((Document(id="a", text="كلام"), [])) as client:
        page = client.get("/ar/reports/a").text
    assert '<h1 dir="auto">التقرير a</h1>' in page
    assert "ناشر غير معروف" in page
    assert "لم يجد البرنامج ادعاءات" in page


def test_claim_without_place_date_and_source_is_shown(made):
    with made((simple(), [claim()])) as client:
        assert "12 killed" in re.sub("<[^>]*>", "", client.get("/en/reports/a").text)


def test_long_report_is_shown_in_parts(made):
    line = "قتل 12 مسلحا في القصف وأصيب آخرون في المدينة القديمة.\n"
    text = line * 90_000
    assert len(text.encode()) > 5_000_000
    claims = [claim(start=at * len(line) + 4, end=at * len(line) + 6) for at in range(0, 90_000, 100)]
    with made((simple(text=text), claims)) as client:
        first = client.get("/en/reports/a")
        assert len(first.content) < 400_000
        assert 'rel="next"' in first.text
        last = client.get("/en/reports/a?part=100000")
        assert 'rel="next"' not in last.text
        assert "lit" in last.text


def test_part_has_no_more_claims_than_its_sheet_lights(made):
    line = "قتل 12 مسلحا.\n"
    count = 3 * LIGHTS[-1]
    claims = [claim(start=at * len(line) + 4, end=at * len(line) + 6) for at in range(count)]
    with made((simple(text=line * count), claims)) as client:
        tree = html.fromstring(client.get("/en/reports/a").text)
    assert 0 < len(tree.xpath('//ol[@class="notes"]/li')) <= LIGHTS[-1]


@pytest.mark.parametrize("name", ["a/b c?d#e", "تقرير", "..%2F", "a&b"])
def test_report_of_any_id_is_reached_by_its_link(made, name):
    with made((simple(name), [claim(doc=name)])) as client:
        tree = html.fromstring(client.get("/en/").text)
        (link,) = (one for one in tree.xpath("//main//a/@href") if one.startswith("/en/reports/"))
        page = client.get(link)
        assert page.status_code == 200
        other = html.fromstring(page.text).xpath('//link[@rel="alternate"]/@href')[0]
        assert client.get(other).status_code == 200
