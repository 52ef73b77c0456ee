"""Search with facets and an address that holds the question; home; the list of findings."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from tawatur.model import Claim, Document, Part, Section, identify


def tree(page):
    assert page.status_code == 200, page.text[:400]
    return html.fromstring(page.text)


def answers(page):
    return [" ".join(item.text_content().split()) for item in tree(page).xpath('//ol[contains(@class,"answers")]/li')]


@pytest.mark.parametrize("written", ["153", "١٥٣", "مئة وثلاثة وخمسون"])
def test_figure_is_found_however_it_is_printed(pages, written):
    found = answers(pages.get("/en/search", params={"q": written}))
    assert len(found) >= 5
    assert all(one.startswith("153 ") for one in found)


def test_party_stands_for_its_parts_in_either_language(pages):
    by_key = answers(pages.get("/en/search", params={"by": "coalition", "kind": "claims"}))
    by_name = answers(pages.get("/en/search", params={"by": "التحالف الدولي", "kind": "claims"}))
    assert by_key
    assert by_key == by_name


def test_place_is_found_by_its_arabic_name(pages):
    found = answers(pages.get("/en/search", params={"where": "العراق"}))
    assert found
    assert all("Iraq" in one for one in found)


def test_reports_are_found_by_their_words_and_show_them(pages):
    page = pages.get("/ar/search", params={"q": "المرصد السوري", "kind": "reports"})
    assert answers(page)
    assert tree(page).xpath("//main//mark")


def test_facets_narrow_the_question_and_keep_it(pages):
    page = tree(pages.get("/en/search", params={"of": "daesh"}))
    links = page.xpath("//aside//a/@href")
    assert len(links) > 5
    for link in links[:6]:
        asked = parse_qs(urlsplit(link).query)
        assert asked["of"] == ["daesh"]
        assert answers(pages.get(link))


def test_facets_of_some_of_the_answers_say_so(pages, monkeypatch):
    asked = {"of": "daesh"}
    assert "there are more" not in pages.get("/en/search", params=asked).text
    monkeypatch.setattr("tawatur.ledger.lists._COUNTED", 3)
    (told,) = tree(pages.get("/en/search", params=asked)).xpath('//aside/p[contains(., "there are more")]')
    assert "first 3 claims" in told.text_content()


def test_asked_fields_are_shown_and_can_be_taken_away(pages):
    page = tree(pages.get("/en/search", params={"of": "daesh", "measure": "killed"}))
    removed = [link for link in page.xpath('//a[@class="tag"]/@href') if "measure" not in link]
    assert removed
    assert "of=daesh" in removed[0]


def test_pages_of_answers_follow_one_another_without_gap(made):
    text = "قتل 12 مسلحا. "
    documents = []
    for at in range(60):
        claim = identify(Claim(doc=f"d{at}", start=4, end=6, quote_start=0, quote_end=6, quote="قتل 12", number="12",
                               measure="killed", low=12 + at, high=12 + at))  # fmt: skip
        section = Section(parts=(Part(0, len(text), "body"),))
        documents.append((Document(id=f"d{at}", text=text, sections=(section,)), [claim]))
    with made(*documents) as client:
        seen, address = [], "/en/search?measure=killed"
        while address:
            page = client.get(address)
            seen += answers(page)
            address = next(iter(tree(page).xpath('//a[@rel="next"]/@href')), None)
    assert len(seen) == len(set(seen)) == 60


@pytest.mark.parametrize("kind", ["claims", "reports", "statements", "findings"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_question_without_answer_is_told(pages, kind, language):
    page = pages.get(f"/{language}/search", params={"q": "زقزقة", "kind": kind})
    assert not answers(page)
    assert {"ar": "لا شيء", "en": "Nothing in the ledger"}[language] in page.text


@pytest.mark.parametrize("asked", [{"number": "many"}, {"q": '"'}, {"q": "\u202e<b>"}, {"where": "%"}, {"of": "'; --"}])
def test_odd_question_has_no_answer_and_does_no_harm(pages, asked):
    page = pages.get("/en/search", params=asked)
    assert page.status_code == 200
    assert "\u202e" not in page.text.split("<main")[1].split("<footer")[0]
    assert "<b>" not in page.text.split("<main")[1]


@pytest.mark.parametrize("asked", [{"kind": "people"}, {"order": "luck"}, {"after": "nonsense"}])
def test_question_that_can_not_be_understood_is_a_page(pages, asked):
    assert pages.get("/en/search", params=asked).status_code == 422


@pytest.mark.parametrize("language", ["ar", "en"])
def test_home_leads_to_a_garbled_figure_in_three_steps(pages, language):
    page = tree(pages.get(f"/{language}/"))
    statement, finding, report = page.xpath('//ol[@class="steps"]/li//a/@href')
    assert 'class="odd"' in pages.get(statement).text
    assert pages.get(finding).status_code == 200
    place = pages.get(report).headers["location"]
    assert re.fullmatch(rf"/{language}/reports/[^#]+#n\d+", place)
    assert f'id="{place.partition("#")[2]}"' in pages.get(place.partition("#")[0]).text


def test_home_of_an_empty_ledger_tells_what_to_do(made):
    with made() as client:
        page = client.get("/ar/")
        assert "السجلّ فارغ" in page.text
        for address in ("search", "findings", "review", "search?kind=reports", "search?kind=findings"):
            assert client.get(f"/ar/{address}").status_code == 200


def test_findings_are_listed_by_weight_and_kind(pages, findings):
    listed = tree(pages.get("/en/findings", params={"show": "all"})).xpath("//ol/li/@id")
    assert listed == [finding.id for finding in findings][:25]
    sums = tree(pages.get("/en/findings", params={"kind": "sum"})).xpath("//ol/li/@id")
    assert sums == [finding.id for finding in findings if finding.kind == "sum"]


def test_dismissed_findings_leave_the_list(made):
    text = "قتل 153 مسلحا واعتقل 47 وجرح 61"
    claims = {
        name: [
            identify(Claim(doc=name, start=at, end=at + len(number), quote_start=at, quote_end=at + len(number),
                           quote=number, number=number, measure=measure, low=int(number), high=int(number), unit="person",
                           of="daesh", where=("Kirkuk, IQ",), source=("centcom",)))
            for measure, number in (("killed", "153"), ("detained", "47"), ("wounded", "61"))
            for at in [text.index(number)]
        ]
        for name in "ab"
    }  # fmt: skip
    section = Section(parts=(Part(0, len(text), "body"),), date="2024-05-04", publisher="وكالة")
    with made(*((Document(id=name, text=text, sections=(section,)), claims[name]) for name in "ab")) as client:
        finding = client.findings[0].id
        page = client.get("/en/findings")
        form = tree(page).xpath('//li//form[@method="post"]')[0]
        sent = {**dict(form.form_values()), "kind": "seen"}
        seen = client.get(client.post(form.get("action"), data=sent).headers["location"])
        assert "Marked as seen" in seen.text
        assert finding not in tree(client.get("/en/findings?show=unseen")).xpath("//ol/li/@id")
        client.post(form.get("action"), data={**sent, "kind": "dismiss", "reason": "an agency's slip", "key": "other"})
        assert finding not in tree(client.get("/en/findings")).xpath("//ol/li/@id")
        assert finding in tree(client.get("/en/findings?show=all")).xpath("//ol/li/@id")


def test_whole_answer_can_be_had_as_a_file(pages):
    page = pages.get("/en/search", params={"of": "daesh", "measure": "killed", "where": "العراق"})
    csv, lines = tree(page).xpath("//a[@download]/@href")
    found = pages.get(lines).text.splitlines()
    assert len(found) == len(pages.get(csv).text.splitlines()) - 1
    assert len(found) >= len(answers(page)) > 0
    assert all('"measure":"killed"' in line for line in found)
