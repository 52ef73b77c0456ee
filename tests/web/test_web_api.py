"""The API's lists, single things and decisions, on both databases."""

import csv
import io
import json
import re

import msgspec
import pandas as pd
import pyarrow.parquet
import pytest
from served_ledger import both_stores, claims, document

from tawatur.ledger import Ledger
from tawatur.model import Judgement, identify
from tawatur.packs import load, names
from tawatur.standing import Standing
from tawatur.web import upkeep

pytestmark = both_stores


def items(client, address, **asked):
    """All items of a list, page by page."""
    found, after = [], None
    while True:
        page = client.get(address, params={**asked, **({"after": after} if after else {})})
        assert page.status_code == 200, page.text
        found += page.json()["items"]
        after = page.json()["next"]
        if after is None:
            return found


class TestClaims:
    def test_pages_hold_every_claim_once(self, client):
        every = items(client, "/api/v1/claims")
        assert len({claim["id"] for claim in every}) == len(every) == 6
        assert items(client, "/api/v1/claims", limit=1) == items(client, "/api/v1/claims", limit=4) == every

    def test_filters_hold_together(self, client):
        for asked, measures in (
            ({"measure": "killed"}, {"killed"}),
            ({"measure": ["killed", "detained"]}, {"killed", "detained"}),
            ({"of": "داعش"}, {"killed"}),
            ({"of": "ISIS", "by": "operations_command"}, set()),
            ({"source": "operations_command"}, {"killed"}),
            ({"value": "اثنا عشر"}, {"killed"}),
            ({"value": "٣٠"}, {"detained"}),
            ({"value": "9" * 40}, set()),
            ({"value_from": 20, "value_to": 40}, {"detained"}),
            ({"where": "SY"}, {"killed", "detained"}),
            ({"where": "IQ"}, set()),
            ({"from": "2020-03-02", "to": "2020-03-05"}, {"killed", "detained"}),
            ({"from": "2020-03-03"}, set()),
            ({"publisher": "النخلة"}, {"killed", "detained"}),
            ({"text": "مسلحا -مدنيا"}, {"killed"}),
            ({"doc": "nowhere"}, set()),
            ({"bound": "about"}, {"detained"}),
        ):
            assert {claim["measure"] for claim in items(client, "/api/v1/claims", **asked)} == measures, asked

    def test_what_can_not_be_asked_is_refused(self, client):
        for asked in (
            {"measure": "kiled"}, {"value": "many"}, {"from": "yesterday"}, {"from": "20200301"}, {"limit": 501},
            {"limit": "1e3"}, {"after": "nowhere"}, {"after": "x" * 2000}, {"order": "random"}, {"value_from": "nan"},
            {"value_to": "1e999"}, {"nothing": 1}, {"name": "x"}, {"of": "x" * 301}, {"min_confidence": 2}, {"format": "exe"},
        ):  # fmt: skip
            answer = client.get("/api/v1/claims", params=asked)
            assert answer.status_code == 422, (asked, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"

    def test_a_place_of_another_order_is_no_place_in_this_one(self, client):
        after = client.get("/api/v1/claims", params={"limit": 1}).json()["next"]
        assert client.get("/api/v1/claims", params={"after": after, "order": "value"}).status_code == 422

    def test_a_stream_holds_them_all_in_every_form(self, client):
        every = items(client, "/api/v1/claims")
        streamed = {
            form: client.get("/api/v1/claims", params={"format": form, "limit": 1})
            for form in ("jsonl", "csv", "parquet")
        }
        assert [json.loads(line) for line in streamed["jsonl"].text.splitlines()] == every
        rows = list(csv.DictReader(io.StringIO(streamed["csv"].content.decode("utf-8-sig"))))
        assert [row["id"] for row in rows] == [claim["id"] for claim in every]
        table = pyarrow.parquet.read_table(io.BytesIO(streamed["parquet"].content))
        assert table["id"].to_pylist() == [claim["id"] for claim in every]

    def test_they_are_counted_by_kind(self, client):
        found = client.get("/api/v1/facets", params={"facet": ["measure", "country"], "where": "SY"}).json()
        assert found == {
            "total": 6,
            "complete": True,
            "counts": {"measure": {"detained": 3, "killed": 3}, "country": {"SY": 6}},
        }


class TestDocuments:
    def test_a_list_has_their_summaries_and_a_stream_has_them_whole(self, client):
        listed = items(client, "/api/v1/documents", limit=2)
        assert [(one["id"], one["claims"]) for one in listed] == [("a", 2), ("b", 2), ("c", 2)]
        whole = client.get("/api/v1/documents", params={"format": "jsonl"}).text.splitlines()
        assert [json.loads(line) for line in whole] == [
            client.get(f"/api/v1/documents/{name}").json() for name in "abc"
        ]

    def test_one_has_its_claims(self, client):
        assert {claim["doc"] for claim in items(client, "/api/v1/documents/b/claims", limit=1)} == {"b"}
        assert client.get("/api/v1/documents/nowhere/claims").status_code == 404

    def test_an_id_may_hold_whatever_its_input_brought(self, client, path):
        name = "2018/03/خبر 1"
        with Ledger.open(path) as ledger:
            ledger.add(document(name), claims(name))
        assert client.get(f"/api/v1/documents/{name}").json()["id"] == name
        (first, _) = items(client, f"/api/v1/documents/{name}/claims")
        assert client.get(f"/api/v1/claims/{first['id']}").json() == first
        assert client.get(f"/api/v1/claims/{first['id']}/history").json()["state"]["verdict"] == "open"

    def test_a_text_is_read_into_the_ledger_once(self, client):
        report = {
            "title": "خبر",
            "text": "قتل 17 جنديا في هجوم لتنظيم داعش بمدينة الموصل.",
            "date": "2016-11-02",
            "publisher": "صحيفة",
        }
        first, second = (client.post("/api/v1/documents", json=report) for _ in range(2))
        assert (first.status_code, second.status_code) == (201, 201)
        assert (first.json()["new"], second.json()["new"]) == (True, False)
        (claim,) = first.json()["claims"]
        assert (claim["measure"], claim["low"]) == ("killed", 17)
        assert client.get(f"/api/v1/claims/{claim['id']}").json() == claim

    def test_what_is_no_text_is_not_read(self, client):
        for text in ("", 5, None, "x" * 500_001):
            assert client.post("/api/v1/documents", json={"text": text}).status_code == 422

    def test_hostile_text_comes_back_as_data(self, client):
        text = "<script>alert(1)</script> \u202eقتل 9 جنود\u202c في الموصل <img src=x onerror=alert(1)>"
        doc = client.post("/api/v1/documents", json={"text": text, "url": "javascript:alert(1)"}).json()["doc"]
        answer = client.get(f"/api/v1/documents/{doc}")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "<script>" in answer.json()["text"]


class TestDecisions:
    @pytest.fixture
    def claim(self, client):
        return items(client, "/api/v1/claims")[0]

    def test_a_claim_is_corrected_and_the_correction_undone(self, client, claim):
        address = f"/api/v1/claims/{claim['id']}"
        made = client.post(f"{address}/decisions", json={"kind": "correct", "changes": {"of": "nusra"}})
        assert made.status_code == 201, made.text
        decision = made.json()
        corrected = decision["outcome"]
        assert client.get(f"/api/v1/claims/{corrected['id']}").json()["of"] == "nusra"
        assert client.get(f"{address}/history").json()["state"]["verdict"] == "corrected"
        undone = client.post(f"/api/v1/decisions/{decision['id']}/undo", json={"reason": "a slip"})
        assert undone.status_code == 201
        assert client.get(address).json() == claim
        assert client.post(f"/api/v1/decisions/{decision['id']}/undo", json={}).status_code == 409
        assert items(client, "/api/v1/decisions", limit=1) == [decision, undone.json()]
        assert client.get(f"/api/v1/decisions/{decision['id']}").json() == decision

    def test_a_second_try_is_no_second_decision(self, client, claim):
        address = f"/api/v1/claims/{claim['id']}/decisions"
        tries = [client.post(address, json={"kind": "accept"}, headers={"Idempotency-Key": "k1"}) for _ in range(2)]
        assert tries[0].json() == tries[1].json()
        assert len(items(client, "/api/v1/decisions")) == 1
        assert client.post(address, json={"kind": "reject"}, headers={"Idempotency-Key": "k1"}).status_code == 422

    def test_what_can_not_be_decided_is_refused(self, client, claim):
        for given in (
            {"kind": "seen"}, {"kind": "note"}, {"kind": "correct"}, {"kind": "correct", "changes": {"measure": "x"}},
         {"kind": "accept", "reviewer": "somebody else"}, {"kind": "correct", "changes": {"low": "many"}}, {},
         {"kind": "correct", "changes": {"of": "x"}, "spans": {"of": [[5, 3]]}},
         {"kind": "correct", "changes": {"of": "x"}, "spans": {"of": [[0, 10**30]]}}
        ):  # fmt: skip
            answer = client.post(f"/api/v1/claims/{claim['id']}/decisions", json=given)
            assert answer.status_code == 422, (given, answer.text)
        assert items(client, "/api/v1/decisions") == []

    def test_what_is_not_there_is_not_judged(self, client):
        assert client.post("/api/v1/claims/nowhere/decisions", json={"kind": "accept"}).status_code == 404
        assert client.post("/api/v1/findings/nowhere/decisions", json={"kind": "seen"}).status_code == 404
        assert client.post("/api/v1/decisions/nowhere/undo", json={}).status_code == 404

    def test_a_decision_bears_the_name_of_who_is_signed_in(self, sign_in):
        huda = sign_in("huda")
        claim = items(huda, "/api/v1/claims")[0]
        assert (
            huda.post(f"/api/v1/claims/{claim['id']}/decisions", json={"kind": "accept"}).json()["reviewer"] == "huda"
        )
        assert len(items(huda, "/api/v1/decisions", reviewer="huda")) == 1
        assert items(huda, "/api/v1/decisions", reviewer="rima") == []

    def test_any_judgement_of_the_ledgers_may_be_given(self, client, claim):
        other = items(client, "/api/v1/claims")[2]
        merge = {"kind": "merge", "subject": "quantity", "target": claim["id"], "members": [claim["id"], other["id"]]}
        assert client.post("/api/v1/decisions", json=merge).status_code == 201
        assert client.post("/api/v1/decisions", json={**merge, "kind": "accept"}).status_code == 422


@pytest.fixture
def collated(path, serve):
    """A client of the ledger with its findings."""
    with Ledger.open(path) as ledger:
        Standing(ledger, load(names())).bring_up_to_date()
    return serve()


class TestFindings:
    def test_they_are_listed_the_weightiest_first(self, collated):
        found = items(collated, "/api/v1/findings", limit=1)
        weights = [one["weight"] for one in found]
        assert found
        assert weights == sorted(weights, reverse=True)
        streamed = collated.get("/api/v1/findings", params={"format": "jsonl"}).text.splitlines()
        assert [json.loads(line) for line in streamed] == found
        assert {one["kind"] for one in items(collated, "/api/v1/findings", kind="statement")} == {"statement"}
        assert items(collated, "/api/v1/findings", kind=["copy", "date"]) == []
        assert collated.get(f"/api/v1/findings/{found[0]['id']}").json() == found[0]

    def test_one_is_dismissed_with_a_reason(self, collated):
        address = f"/api/v1/findings/{items(collated, '/api/v1/findings')[0]['id']}"
        assert collated.post(f"{address}/decisions", json={"kind": "dismiss"}).status_code == 422
        assert collated.post(f"{address}/decisions", json={"kind": "dismiss", "reason": "known"}).status_code == 201
        assert collated.get(f"{address}/history").json()["state"]["status"] == "dismissed"

    def test_a_statement_has_its_matrix(self, collated):
        (statement,) = items(collated, "/api/v1/statements", doc="a")
        table = collated.get(f"/api/v1/statements/{statement['id']}").json()
        assert table["id"] == statement["id"]
        assert [row["measure"] for row in table["figures"]] == ["killed"]
        assert collated.get("/api/v1/statements/nowhere").status_code == 404

    def test_who_asks_for_findings_sees_what_was_read_just_before(self, client, monkeypatch):
        monkeypatch.setattr(upkeep, "_QUIET", 600.0)  # else it may have been collated meanwhile
        report = {
            "text": "قالت قيادة العمليات إن 12 مسلحا قتلوا وأوقف نحو 30 في ريف حلب.",
            "date": "2020-03-02",
            "publisher": "السدرة",
        }
        client.post("/api/v1/documents", json=report).raise_for_status()
        assert items(client, "/api/v1/findings")

    def test_what_is_read_is_collated_when_nobody_asks_too(self, client, path):
        with Ledger.open(path) as ledger:
            while not ledger.findings_page().items:
                assert client.get("/health").status_code == 200


def test_versions_of_a_page_are_listed_and_the_newest_counts(client, path):
    text = document().text
    old, new = (
        document(name, url="https://nakhla.example/7", text=text + end) for name, end in (("o", "."), ("p", "!"))
    )
    with Ledger.open(path) as ledger:
        ledger.add(old, claims("o"))
        ledger.add(new, claims("p"))
    for name in "op":
        found = client.get(f"/api/v1/documents/{name}/versions").json()["items"]
        assert [(one["id"], one["claims"]) for one in found] == [("p", 2), ("o", 2)]
    assert client.get("/api/v1/documents/nowhere/versions").status_code == 404

    def docs(address, **asked):
        return {one.get("doc", one["id"]) for one in client.get(address, params=asked).json()["items"]}

    assert docs("/api/v1/claims") == docs("/api/v1/documents") == {"a", "b", "c", "p"}
    assert docs("/api/v1/claims", superseded=True) == docs("/api/v1/documents", superseded=True) == set("abcop")
    assert docs("/api/v1/claims", doc="o") == docs("/api/v1/documents/o/claims") == {"o"}
    page = client.get("/en/reports/o").text
    assert "older version" in page
    assert "/en/reports/p" in page
    assert "older version" not in client.get("/en/reports/p").text


def test_what_decisions_come_to_is_told_and_exported(client, path):
    first, second = (one["id"] for one in client.get("/api/v1/documents/a/claims").json()["items"])
    body = {"kind": "correct", "changes": {"of": "nusra"}}
    assert client.post(f"/api/v1/claims/{first}/decisions", json=body).status_code == 201
    with Ledger.open(path) as ledger:  # as another version of the program reads it
        ledger.reviews.decide(Judgement(kind="accept", target=first, reviewer="rima"))
        read = [msgspec.structs.replace(claim, by=None, id="") for claim in claims("a")[:1]]
        ledger.read_again([("a", [identify(claim) for claim in read])])
    (difference,) = map(json.loads, client.get("/api/v1/differences").text.splitlines())
    assert (difference["kind"], difference["target"], difference["extracted"]["by"]) == ("changed", first, None)
    slots = {one["slot"]: one["claims"] for one in client.get("/api/v1/agreement").json()["slots"]}
    assert slots["of"] == 1
    (gold,) = map(json.loads, client.get("/api/v1/gold").text.splitlines())
    assert gold["document"]["doc"] == "a"
    assert second not in {claim["id"] for claim in gold["claims"]}
    problem = client.post(f"/api/v1/claims/{first}/decisions", json={"kind": "correct"}).json()
    assert problem["remedy"] == "give the slots that are wrong, or accept it"


class TestRegistersAndExports:
    def test_registers_are_listed_and_shown_with_their_claims(self, client):
        names = [one["name"] for one in client.get("/api/v1/registers").json()["items"]]
        assert "operations" in names
        for name in names:
            assert client.get(f"/api/v1/registers/{name}").json()["name"] == name
        shown = client.get("/api/v1/registers/operations", params={"measure": "killed"}).json()
        cited = re.findall(r'"claims": \[("[^]]+)\]', json.dumps(shown))
        assert cited
        assert client.get("/api/v1/registers/nothing").status_code == 404

    def test_a_register_is_shown_page_by_page_and_streamed_whole(self, collated):
        client = collated
        address = "/api/v1/registers/operations"
        view = next(view for view in client.get(address).json()["views"] if view["rows"])
        rows, after = [], None
        while True:
            asked = {"view": view["key"], "limit": 1} | ({"after": after} if after else {})
            (page,) = client.get(address, params=asked).json()["views"]
            rows += page["rows"]
            after = page["next"]
            if after is None:
                break
        streamed = client.get(address, params={"view": view["key"], "format": "jsonl"}).text.splitlines()
        assert [json.loads(line) for line in streamed] == [{"view": view["key"], "row": row} for row in rows]
        for asked in ({"view": "nothing"}, {"after": "x"}, {"view": view["key"], "after": "x"}, {"limit": 501}):
            assert client.get(address, params=asked).status_code == 422, asked

    def test_a_register_is_sent_as_a_table_with_a_record_for_each_reading(self, collated):
        address = "/api/v1/registers/operations"
        streamed = collated.get(address, params={"format": "jsonl"}).text.splitlines()
        rows = [json.loads(line) for line in streamed]
        readings = [one for found in rows for cell in found["row"]["cells"] for one in cell["readings"]]
        written = collated.get(address, params={"format": "csv"})
        assert written.headers["content-disposition"] == 'attachment; filename="register.csv"'
        table = pd.read_csv(io.BytesIO(written.content))
        assert list(table["claims"]) == [" ".join(one["claims"]) for one in readings]
        typed = pd.read_parquet(io.BytesIO(collated.get(address, params={"format": "parquet"}).content))
        assert [list(one) for one in typed["claims"]] == [one["claims"] for one in readings]
        assert list(typed["low"]) == list(table["low"]) == [one["low"] for one in readings]
        assert list(typed["voices"]) == [one["voices"] for one in readings]

    def test_every_format_is_sent_as_a_file(self, client):
        formats = client.get("/api/v1/export").json()["items"]
        assert len(formats) >= 10
        for one in formats:
            answer = client.get(f"/api/v1/export/{one['name']}", params={"measure": "killed"})
            assert answer.status_code == 200, answer.text
            assert answer.headers["content-type"].partition(";")[0] == one["media_type"].partition(";")[0]
            assert re.fullmatch(r'attachment; filename="[\w.-]+"', answer.headers["content-disposition"])
            assert answer.content

    def test_there_is_no_way_out_of_the_formats(self, client):
        for name in (
            "../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "csv%2f..",
            "csv/../x",
            "CSV",
            "%2e%2e",
            "json_lines",
            "streams",
        ):
            answer = client.get(f"/api/v1/export/{name}")
            assert answer.status_code == 404, name
            assert answer.headers["content-type"] == "application/problem+json"

    def test_places_are_counted_with_where_they_are(self, client):
        found = client.get("/api/v1/places", params={"measure": "killed"}).json()
        assert (found["total"], found["complete"]) == (3, True)
        (aleppo,) = found["places"]
        assert (aleppo["name"], aleppo["country"], aleppo["claims"]) == ("Aleppo, SY", "SY", 3)
        assert client.get("/api/v1/places", params={"where": "IQ"}).json()["places"] == []

    def test_a_quantity_has_the_figures_of_every_origin(self, client, path):
        other = document("d", date="2020-04-02", text="قتل 14", sections=())
        killed = msgspec.structs.replace(claims("d")[0], id="", low=14, high=14, source=(), when=None)
        with Ledger.open(path) as ledger:
            ledger.add(other, [identify(killed)])
        found = client.get("/api/v1/quantities", params={"of": "daesh"}).json()
        (quantity,) = found["items"]
        assert found["complete"]
        assert (quantity["measure"], quantity["of"], quantity["where"]) == ("killed", "daesh", ["Aleppo, SY"])
        assert [(point["low"], point["origins"], point["docs"]) for point in quantity["points"]] == [
            (12, ["operations_command"], ["a", "b", "c"]), (14, ["publisher:d/0"], ["d"]),
        ]  # fmt: skip
        first = quantity["points"][0]["claims"][0]
        same = client.get("/api/v1/quantities", params={"claim": first}).json()["items"]
        assert [point["low"] for one in same for point in one["points"]] == [12]
        assert client.get("/api/v1/quantities", params={"claim": "nowhere"}).status_code == 404

    def test_the_queue_has_what_nobody_has_judged(self, client, path):
        with Ledger.open(path) as ledger:
            sure = [identify(msgspec.structs.replace(claim, id="", doc="d", confidence=share)) for claim, share in
                    zip(claims("d"), (0.9, 0.4), strict=True)]  # fmt: skip
            ledger.add(document("d", text=document().text + " "), sure)
        assert [claim["confidence"] for claim in items(client, "/api/v1/queue")] == [0.4, 0.9, *[None] * 6]
        client.post(f"/api/v1/claims/{sure[1].id}/decisions", json={"kind": "accept"}).raise_for_status()
        assert [claim["confidence"] for claim in items(client, "/api/v1/queue", limit=1)] == [0.9, *[None] * 6]

    def test_the_ledger_is_counted(self, client):
        found = client.get("/api/v1/counts").json()
        assert (found["documents"], found["claims"], found["measures"]) == (3, 6, {"detained": 3, "killed": 3})
