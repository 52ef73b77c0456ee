"""The five reports that the project began with, as the pages show them. Their words are read, never kept here."""

import json

import pytest
from lxml import html

from conftest import findings_in, pages_of
from tawatur.cli.reading import read_all
from tawatur.cli.workers import Reading
from tawatur.ledger import Entry, Ledger
from tawatur.packs import load, names

REGISTERS = (
    "operations",
    "attacks",
    "strength",
    "detention",
    "membership",
    "territory",
    "money",
    "leaders",
    "timeline",
)
REPORTS = ("000", "001", "002", "003", "004")
COUNTRIES = {"en": ("Iraq", "Syria"), "ar": ("العراق", "سوريا")}
#: Where the furniture of the page with two articles stands (offsets in code points, end exclusive), and its seam.
FURNITURE = (
    (68, 103),
    (1115, 1135),
    (1136, 1209),
    (1210, 1221),
    (1281, 1308),
    (2478, 2543),
    (3770, 3848),
    (5386, 5459),
)
SEAM = 1222


@pytest.fixture(scope="session")
def seeds(shared, tmp_path_factory):
    """The path of a ledger of the five reports, and its findings."""
    path = str(tmp_path_factory.mktemp("seeds") / "seeds.db")
    read = read_all([str(shared / "gold" / "seeds" / "docs.jsonl")], packs=names(), jobs=1)
    with Ledger.open(path) as ledger:
        ledger.add_many([Entry(one.document, one.claims, one.fingerprint) for one in read if isinstance(one, Reading)])
    return path, findings_in(path)


@pytest.fixture(scope="session")
def texts(shared):
    lines = (shared / "gold" / "seeds" / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return {one["doc"]: one["text"] for one in map(json.loads, lines)}


@pytest.fixture(scope="session")
def coded(shared):
    lines = (shared / "gold" / "seeds" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def client(seeds, served):
    with pages_of(seeds[0], served) as found:
        yield found


def plain(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_membership_is_a_matrix_of_state_by_theatre_by_role(client, coded, language):
    tree = html.fromstring(client.get(f"/{language}/registers/membership").text)
    (table,) = tree.xpath('//section[@id="roles"]//table')
    theatres = [plain(cell) for cell in table.xpath("thead//th")][1:]
    assert sorted(theatres) == sorted(COUNTRIES[language])
    code = {"IQ": COUNTRIES[language][0], "SY": COUNTRIES[language][1]}
    states = {state.key: state for state in load(names()).states.values()}
    taking_part = {"en": "participation", "ar": "مشاركة"}[language]
    wanted = {}
    for one in (claim for claim in coded if claim["measure"] == "role"):
        state = states[one["by"]]
        for theatre in one["where"]:
            key = (state.en if language == "en" else state.ar[0]), code[theatre]
            wanted[key] = one["name"] == "participation"
    shown = {}
    for row in table.xpath("tbody/tr"):
        for theatre, cell in zip(theatres, row.xpath("td"), strict=True):
            if cell.xpath(".//a"):
                shown[plain(row.xpath("th")[0]), theatre] = plain(cell.xpath(".//a")[0]) == taking_part
    assert len(wanted) == 24
    assert shown == wanted


@pytest.mark.parametrize("language", ["ar", "en"])
def test_page_with_two_articles_shows_them_apart_with_their_dates_and_furniture(client, texts, language):
    text = texts["002"]
    tree = html.fromstring(client.get(f"/{language}/reports/002").text)
    heads = tree.xpath('//div[contains(@class, "sectionhead")]')
    assert [head.get("id") for head in heads] == ["section-0", "section-1"]
    assert heads[0].xpath(".//time/@datetime") == ["2023-12-03"]
    assert heads[1].xpath(".//time") == []
    for element in tree.xpath('//p[@class="words"]/span[@class="kind"]'):
        element.drop_tree()
    lines = [
        (line, " ".join(line.xpath("p")[0].text_content().split()))
        for line in tree.xpath('//div[contains(@class, "line ")]')
    ]
    grey = " ".join(words for line, words in lines if "furniture" in line.get("class"))
    article = " ".join(words for line, words in lines if "furniture" not in line.get("class"))
    for start, end in FURNITURE:
        printed = " ".join(text[start:end].split())
        assert printed not in article, (start, end)
        assert printed in grey, (start, end)
    seam = " ".join(text[SEAM : SEAM + 40].split())
    order = list(tree.xpath('//div[contains(@class, "edition")]/div'))
    second = order.index(heads[1])
    assert seam in " ".join(order[second + 1].text_content().split())


def test_claims_of_the_second_article_never_take_the_first_ones_date(client):
    claims = client.get("/api/v1/claims", params={"doc": "002", "limit": 200}).json()["items"]
    second = [claim for claim in claims if claim["section"] == 1]
    assert second
    assert not [claim for claim in second if claim["when"] and "2023-12-03" in claim["when"].values()]


def test_findings_tell_of_the_same_number_the_rival_counts_and_the_launch(client, seeds):
    _, findings = seeds
    told = {(one.kind, *sorted({str(claim.low) for claim in one.claims})) for one in findings}
    assert ("same_number", "153") in told
    assert ("conflict", "491", "700") in told
    assert ("date", "2014-09", "2016-08-14") in told
    for one in findings:
        for language in ("ar", "en"):
            page = client.get(f"/{language}/findings/{one.id}")
            assert page.status_code == 200
            cited = html.fromstring(page.text).xpath("//blockquote//mark")
            assert len(cited) == len(one.claims)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_reports_without_a_publisher_are_told_apart(client, language):
    named = {"en": "report 00", "ar": "التقرير 00"}[language]
    for address in ("", "findings", "registers/timeline", "registers/attacks", "search?q=153"):
        page = html.fromstring(client.get(f"/{language}/{address}").text)
        assert named in plain(page.xpath("//main")[0]), address
        assert not [word for word in plain(page.xpath("//main")[0]).split() if word in {"002/1", "003/0"}], address


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_of_them_fits_its_window_without_a_complaint(browser, client, language, width):
    page = browser.new_context(base_url=str(client.base_url), viewport={"width": width, "height": 900}).new_page()
    complaints, wide = [], []
    page.on("console", lambda told: complaints.append(told.text) if told.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    addresses = ["", "map", "series?measure=held", "review", *(f"reports/{name}" for name in REPORTS)]
    for address in (*addresses, *(f"registers/{name}" for name in REGISTERS)):
        assert page.goto(f"/{language}/{address}").status == 200
        if not page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"):
            wide.append(address)
    page.context.close()
    assert not wide
    assert not complaints
