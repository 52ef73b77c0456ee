"""A claim's page, judgements on it, the queue, and judgements on findings."""

import pytest
from lxml import html

from tawatur.ledger import Ledger
from tawatur.model import Claim, Document, Judgement, Part, Period, Section, identify
from tawatur.packs import load, names
from tawatur.web.pages.correction import changes_in, fields_of, number_or_date
from tawatur.web.pages.naming import Naming

TEXT = "مقتل 12 مسلحا واعتقال 30 في كركوك"


def document(name="a"):
    section = Section(parts=(Part(0, len(TEXT), "body"),), publisher="وكالة", date="2024-05-04")
    return Document(id=name, text=TEXT, sections=(section,))


def claims(doc="a"):
    killed = Claim(
        doc=doc, start=5, end=7, quote_start=0, quote_end=13, quote="مقتل 12 مسلحا", number="12", measure="killed",
        low=12, high=12, unit="person", of="daesh", where=("Kirkuk, IQ",), when=Period("2024-05-01", "2024-05-03"),
        source=("centcom", "العربية.نت"), confidence=0.6, spans={"measure": ((0, 4),), "where": ((28, 33),)},
    )  # fmt: skip
    held = Claim(
        doc=doc, start=22, end=24, quote_start=14, quote_end=24, quote="واعتقال 30", number="30", measure="detained",
        low=30, high=30, unit="person", confidence=0.9,
    )  # fmt: skip
    return [identify(killed), identify(held)]


def words(page):
    return " ".join(html.fromstring(page.text).text_content().split())


def form_of(page, index=0):
    """The fields of a page's first form that is sent, as a browser would send them, without its buttons."""
    form = html.fromstring(page.text).xpath('//form[@method="post"]')[index]
    return form.get("action"), dict(form.form_values())


def send(client, page, index=0, **changes):
    action, fields = form_of(page, index)
    return client.post(action, data={**fields, **changes})


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_claim_has_a_page_with_its_words_marked(pages, language):
    found = pages.get("/api/v1/claims").json()["items"]
    assert len(found) > 90
    for claim in found[:40]:
        page = pages.get(f"/{language}/claims/{claim['id']}")
        assert page.status_code == 200
        marked = "".join(html.fromstring(page.text).xpath("//mark//text()"))
        assert marked == (claim["number"] or claim["quote"])


def test_claim_shows_its_slots_with_the_words_that_fill_them(made):
    with made((document(), claims())) as client:
        tree = html.fromstring(client.get(f"/en/claims/{claims()[0].id}").text)
    rows = {row.xpath("th")[0].text_content(): [cell.text_content() for cell in row.xpath("td")]
            for row in tree.xpath("//table//tr") if row.xpath("td")}  # fmt: skip
    assert rows["where"] == ["Kirkuk, Iraq", "كركوك"]
    assert rows["when"][0] == "1–3 May 2024"
    assert [hop.text_content() for hop in tree.xpath('//ol[@class="chain"]/li//bdi')] == [
        "United States Central Command", "العربية.نت", "وكالة",
    ]  # fmt: skip


def test_claim_leads_to_its_place_in_the_report(made):
    with made((document(), claims())) as client:
        answer = client.get("/en/reports/a", params={"claim": claims()[1].id})
    assert answer.headers["location"] == "/en/reports/a#n1"


def test_judgement_is_kept_told_and_taken_back(made):
    with made((document(), claims())) as client:
        address = f"/en/claims/{claims()[0].id}"
        answer = send(client, client.get(address), kind="accept", reason="both outlets")
        assert answer.status_code == 303
        page = client.get(answer.headers["location"])
        assert "Accepted." in words(page)
        assert "both outlets" in words(page)
        action, fields = next((a, f) for a, f in (form_of(page, at) for at in range(3)) if a.endswith("/undo"))
        client.post(action, data=fields)
        page = client.get(address)
        assert "not reviewed" in words(page)
        assert "taken back" in words(page)


def test_same_form_sent_twice_is_one_judgement(made):
    with made((document(), claims())) as client:
        address = f"/en/claims/{claims()[0].id}"
        page = client.get(address)
        assert len({send(client, page, kind="accept").headers["location"] for _ in range(2)}) == 1
        assert words(client.get(address)).count("accepted it") == 1


def test_correction_changes_what_was_changed_alone(made):
    with made((document(), claims())) as client:
        page = client.get(f"/ar/claims/{claims()[0].id}")
        answer = send(client, page, kind="correct", low="١٣", high="13", of="قوات سوريا الديمقراطية", when_end="")
        assert answer.status_code == 303
        page = client.get(answer.headers["location"])
        assert "قتلى: 13" in words(page)
        (corrected,) = [one for one in client.get("/api/v1/claims").json()["items"] if one["measure"] == "killed"]
    assert (corrected["low"], corrected["high"], corrected["of"]) == (13, 13, "sdf")
    assert corrected["when"] == {"start": "2024-05-01", "end": None}
    assert corrected["where"] == ["Kirkuk, IQ"]


def test_form_without_change_changes_nothing():
    knowledge = load()
    for claim in claims():
        assert changes_in({**fields_of(claim), "shown": "yes"}, claim, knowledge) == {}


@pytest.mark.parametrize(
    ("written", "read"),
    [("١٬٢٣٤", 1234), ("1,234.5", 1234.5), ("2014-09", "2014-09"), ("", None), (" 7 ", 7), ("كثير", "كثير")],
)
def test_figures_are_read_in_digits_of_either_kind(written, read):
    assert number_or_date(written) == read


@pytest.mark.parametrize(
    "changes", [{"where": "Kirkuk"}, {"low": "many"}, {"when_start": "2024-13-40"}, {"of": "x" * 600}]
)
def test_correction_that_can_not_be_is_refused_in_words(made, changes):
    with made((document(), claims())) as client:
        page = client.get(f"/en/claims/{claims()[0].id}")
        answer = send(client, page, kind="correct", **changes)
        assert answer.status_code == 422
        assert "Nobody has reviewed it" in words(client.get(f"/en/claims/{claims()[0].id}"))


def test_queue_shows_the_least_sure_first_and_ends(made):
    with made((document(), claims())) as client:
        first = client.get("/en/review")
        assert "12 killed" in words(first)
        skip = html.fromstring(first.text).xpath('//a[@data-key="s"]/@href')[0]
        assert "30 detained" in words(client.get(skip))
        second = client.get(send(client, first, kind="reject").headers["location"])
        assert "Rejected." in words(second)
        assert "30 detained" in words(second)
        last = client.get(send(client, second, index=1, kind="accept").headers["location"])
        assert "Nothing is left to review" in words(last)
        action, fields = form_of(last)
        undone = client.post(action, data=fields)
        assert "30 detained" in words(client.get(undone.headers["location"]))


def test_rejected_claim_still_has_its_page(made):
    with made((document(), claims())) as client:
        address = f"/en/claims/{claims()[0].id}"
        send(client, client.get(address), kind="reject")
        assert "rejected" in words(client.get(address))


def test_finding_is_seen_and_dismissed_with_a_reason(made):
    clash = identify(
        Claim(**{**{f: getattr(claims("b")[0], f) for f in Claim.__struct_fields__}, "doc": "b", "id": ""})
    )
    with made((document(), claims()), (document("b"), [clash])) as client:
        finding = client.findings[0].id
        address = f"/en/findings/{finding}"
        send(client, client.get(address), kind="seen")
        assert " seen " in words(client.get(address))
        assert send(client, client.get(address), kind="dismiss").status_code == 422
        answer = send(client, client.get(address), kind="dismiss", reason="one agency")
        page = words(client.get(answer.headers["location"]))
        assert "dismissed" in page
        assert "one agency" in page


def test_unknown_judgement_and_unknown_claim_are_refused(made):
    with made((document(), claims())) as client:
        page = client.get(f"/en/claims/{claims()[0].id}")
        assert send(client, page, kind="burn").status_code == 422
        assert client.get("/en/claims/nothing").status_code == 404


def test_nothing_to_review_in_an_empty_ledger(made):
    with made() as client:
        assert "Nothing is left to review" in words(client.get("/en/review"))


def test_actor_added_on_the_spot_is_called_by_its_name(made):
    party = identify(
        Claim(**{**{f: getattr(claims()[0], f) for f in Claim.__struct_fields__}, "of": "oak_brigade", "id": ""})
    )
    with made((document(), [party])) as client:
        address = f"/en/claims/{party.id}"
        assert "Oak Brigade" not in words(client.get(address))
        with Ledger.open(client.ledger) as ledger:
            ledger.reviews.decide(
                Judgement(kind="add", subject="actor", target="oak_brigade", reviewer="huda",
                          changes={"en": "Oak Brigade", "ar": ["لواء السنديان"]})
            )  # fmt: skip
        for page in (address, "/en/search", "/en/review", "/en/reports/a"):
            assert "Oak Brigade" in words(client.get(page)), page
        assert "لواء السنديان" in words(client.get(f"/ar/claims/{party.id}"))
        assert "12 killed" in words(client.get("/en/search", params={"of": "oak_brigade"}))


@pytest.mark.parametrize(
    ("place", "language", "told"),
    [
        ("northeastern northeastern Syria, SY", "en", "northeastern Syria"),
        ("northeastern northeastern Syria, SY", "ar", "شمال شرق سوريا"),
        ("western Aleppo, SY", "en", "western Aleppo, Syria"),
        ("western Aleppo, SY", "ar", "غرب حلب"),
    ],
)
def test_side_of_a_region_that_is_called_by_it_is_said_once(place, language, told):
    assert Naming(load(names())).place(place, language) == told
