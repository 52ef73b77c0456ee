"""A statement's page and a finding's: the matrix, what departs, copies in one voice, and very many outlets."""

import re

import pytest
from lxml import html

from tawatur.model import Claim, Document, Part, Section, identify


def text_of(node):
    return " ".join(node.text_content().split())


@pytest.fixture
def tally(pages, findings):
    statements = [finding for finding in findings if finding.kind == "statement"]
    statement = max(statements, key=lambda finding: len(finding.docs)).id  # the one that is garbled
    return html.fromstring(pages.get(f"/en/statements/{statement}").text)


def test_matrix_marks_the_garbled_tally(tally):
    assert text_of(tally.xpath("//h1")[0]) == "One statement of United States Central Command"
    head = [text_of(cell) for cell in tally.xpath('//table[@class="matrix"]/thead//th')]
    assert head[2].startswith("B بوابة المشربية +1 copy")
    (attacks,) = (row for row in tally.xpath('//table[@class="matrix"]/tbody/tr') if text_of(row).startswith("attacks"))
    odd = attacks.xpath('td[@class="odd"]')
    assert [text_of(cell.xpath("a")[0]) for cell in odd] == ["153"]
    note = tally.xpath(odd[0].xpath(".//sup/a/@href")[0].replace("#", '//*[@id="') + '"]')[0]
    assert "what is counted: operations, most have attacks" in text_of(note)
    assert text_of(odd[0].xpath('span[@class="departs"]')[0]) == "what is counted: operations"


def test_every_cell_leads_to_its_claim_and_every_head_to_its_report(tally, pages):
    reports = tally.xpath('//table[@class="matrix"]/thead//a/@href')
    assert len(reports) == 4
    assert all(pages.get(link).status_code == 200 for link in reports)
    cells = tally.xpath('//table[@class="matrix"]/tbody//td/a/@href')
    assert len(cells) > 20
    assert all(link.startswith("/en/claims/") for link in cells)


def test_stemma_is_drawn_and_told(tally):
    assert len(tally.xpath('//*[local-name()="svg"]//*[local-name()="circle"]')) == 5
    assert not tally.xpath("//*[@style] | //style")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_finding_has_a_page_that_quotes_all_its_claims(pages, findings, language):
    assert len(findings) > 15
    for finding in findings:
        page = pages.get(f"/{language}/findings/{finding.id}")
        assert page.status_code == 200
        assert page.text.count("<mark>") == min(len(finding.claims), 60)


def test_finding_that_is_no_finding_is_not_there(pages):
    assert pages.get("/en/findings/sum-000000000000").status_code == 404
    assert pages.get("/en/statements/statement-000000000000").status_code == 404


def outlet(at, stated):
    text = f"قالت القيادة المركزية إن قواتها قتلت {stated} مسلحا واعتقلت 47 وأصابت 61 في كركوك {at}"
    claims = []
    for measure, number in (("killed", stated), ("detained", 47), ("wounded", 61)):
        start = text.index(str(number))
        claims.append(
            identify(
                Claim(
                    doc=f"d{at}", start=start, end=start + len(str(number)), quote_start=start,
                    quote_end=start + len(str(number)) + 6, quote=str(number), number=str(number), measure=measure,
                    low=number, high=number, unit="person", of="daesh", where=("Kirkuk, IQ",), source=("centcom",),
                )
            )
        )  # fmt: skip
    section = Section(date="2024-05-04", publisher=f"وسيلة {at}", parts=(Part(0, len(text), "body"),))
    return Document(id=f"d{at}", text=text, sections=(section,)), claims


def test_statement_with_two_hundred_outlets(made):
    with made(*(outlet(at, 135 if at == 7 else 153) for at in range(200))) as client:
        (statement,) = (finding.id for finding in client.findings if finding.kind == "statement")
        page = client.get(f"/ar/statements/{statement}")
    assert page.status_code == 200
    tree = html.fromstring(page.text)
    carriers = set(re.findall("/ar/reports/(d[0-9]+)", page.text))
    assert len(carriers) == 200
    assert [cell.text_content() for cell in tree.xpath('//td[@class="odd"]/a')] == ["135"]
    # what departs is seen without a search: it stands first, and those that depart nowhere are counted
    head = tree.xpath('//table[@class="matrix"]/thead//th')
    assert "وسيلة 7" in head[1].text_content()
    assert len(head) == 21
    assert "180" in tree.xpath('//section[h2[@id="matrix"]]/p')[0].text_content()
    assert len(tree.xpath('//*[local-name()="svg"]//*[local-name()="circle"]')) == 21


def test_matrix_shows_a_correction_at_once(made):
    with made(outlet(0, 153), outlet(1, 153), outlet(2, 135)) as client:
        (statement,) = (finding.id for finding in client.findings if finding.kind == "statement")
        page = html.fromstring(client.get(f"/en/statements/{statement}").text)
        (odd,) = page.xpath('//td[@class="odd"]/a/@href')
        form = html.fromstring(client.get(odd).text).xpath('//main//form[@method="post"]')[0]
        sent = {**dict(form.form_values()), "kind": "correct", "low": "153", "high": "153"}
        assert client.post(form.get("action"), data=sent).status_code == 303
        page = client.get(f"/en/statements/{statement}")
        assert 'class="odd"' not in page.text
