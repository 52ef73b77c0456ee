"""Registers in their forms, a quantity over time, the map."""

import pytest
from lxml import html

from tawatur.model import Claim, Document, Part, Period, Section, identify


def tree(page):
    assert page.status_code == 200, page.text[:300]
    return html.fromstring(page.text)


def words(node):
    return " ".join(node.text_content().split())


NAMES = ("operations", "attacks", "strength", "detention", "membership", "territory", "money", "leaders", "timeline")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_register_has_its_page_whose_cells_lead_to_claims(pages, language, name):
    page = tree(pages.get(f"/{language}/registers/{name}"))
    claims = [link for link in page.xpath("//main//a/@href") if "/claims/" in link]
    assert claims
    assert pages.get(claims[0]).status_code == 200


def test_membership_is_a_matrix_of_states_by_theatre(pages):
    page = tree(pages.get("/en/registers/membership"))
    (matrix,) = page.xpath('//table[@class="matrix"]')
    assert [words(cell) for cell in matrix.xpath("thead//th")][1:] == ["Iraq", "Syria"]
    rows = {words(row.xpath("th")[0]): [words(cell) for cell in row.xpath("td")] for row in matrix.xpath("tbody/tr")}
    assert rows["Jordan"][0] == "·"
    assert "غارات جوية" in rows["Jordan"][1]
    assert "غارات جوية" in rows["France"][0]


def test_strength_is_drawn_and_told_in_a_table(pages):
    page = tree(pages.get("/ar/registers/strength"))
    assert page.xpath('//*[local-name()="svg" and @class="series"]')
    assert page.xpath("//table")


def test_timeline_tells_dates_that_clash(pages):
    page = tree(pages.get("/en/registers/timeline"))
    assert page.xpath('//ol[@class="timeline"]/li')
    assert "dated September 2014, elsewhere August 2016" in words(page)


def test_register_is_narrowed_by_place_and_time(pages):
    everything = words(tree(pages.get("/en/registers/operations")))
    narrowed = words(tree(pages.get("/en/registers/operations?where=SY&start=2024-08-01")))
    assert len(narrowed) < len(everything)


def test_registers_are_listed_and_one_that_is_none_is_not_there(pages):
    page = tree(pages.get("/en/registers"))
    linked = {link.rpartition("/")[2] for link in page.xpath("//main//a/@href")}
    assert set(NAMES) <= linked
    assert pages.get("/en/registers/weather").status_code == 404


def test_quantity_over_time_is_a_chart_with_its_table(pages):
    page = tree(pages.get("/en/series?measure=strength"))
    bars = page.xpath('//*[local-name()="rect"]')
    rows = page.xpath("//table/tbody/tr")
    assert len(bars) == len(rows) > 2
    assert "up to 16 July 2024" in words(page)


def statement_of(name, day, value):
    text = f"قالت القيادة إن {value} مقاتلا ينشطون"
    at = text.index(str(value))
    claim = Claim(doc=name, start=at, end=at + 4, quote_start=at, quote_end=at + 11, quote=text[at : at + 11],
                  number=str(value), measure="strength", low=value, high=value, unit="person", of="daesh",
                  when=Period("2024-07-01", "2024-07-01"), source=("centcom",))  # fmt: skip
    section = Section(parts=(Part(0, len(text), "body"),), date=day, publisher=f"وكالة {name}")
    return Document(id=name, text=text, sections=(section,)), [identify(claim)]


def test_copy_of_what_was_said_is_told_from_an_independent_voice(made):
    with made(statement_of("a", "2024-07-02", 2500), statement_of("b", "2024-07-03", 2500)) as client:
        page = tree(client.get("/en/series?measure=strength"))
    joined = any(finding.kind in {"statement", "copy"} for finding in client.findings)
    assert len(page.xpath('//*[local-name()="rect" and contains(@class,"copy")]')) == int(joined)


def test_series_without_question_offers_what_is_counted(pages):
    links = tree(pages.get("/ar/series")).xpath('//ul[@class="cards"]//a/@href')
    assert "/ar/series?measure=strength" in links
    assert pages.get(links[0]).status_code == 200


@pytest.mark.parametrize("language", ["ar", "en"])
def test_map_shows_places_and_leads_to_their_claims(pages, language):
    page = tree(pages.get(f"/{language}/map"))
    assert len(page.xpath('//*[local-name()="circle" and @class="place"]')) > 5
    assert len(page.xpath('//*[local-name()="path" and contains(@class, "province")]')) > 1
    rows = page.xpath("//table/tbody/tr")
    link = rows[0].xpath(".//a/@href")[0]
    assert tree(pages.get(link)).xpath('//ol[contains(@class,"answers")]/li')


def test_map_names_places_without_coordinates(made):
    document, (claim,) = statement_of("a", "2024-07-02", 2500)
    there = identify(
        Claim(**{**{f: getattr(claim, f) for f in Claim.__struct_fields__}, "where": ("Nowhere, SY",), "id": ""})
    )
    with made((document, [there])) as client:
        assert "Nowhere, Syria" in words(tree(client.get("/en/map")))


@pytest.mark.parametrize(
    "address", ["map", "series", "series?measure=killed", "registers", *(f"registers/{name}" for name in NAMES)]
)
def test_pages_of_an_empty_ledger(made, address):
    with made() as client:
        for language in ("ar", "en"):
            assert client.get(f"/{language}/{address}").status_code == 200
