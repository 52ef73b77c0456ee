"""The log and the measures: what was done, and no word of a report, a query or a secret."""

import json

import httpx
import pytest
from served_ledger import PASSWORD

from tawatur.web.access import Requires
from tawatur.web.measures import Measures


@pytest.fixture
def lines(capsys, monkeypatch, served):
    """Return what reads the log's next lines; an answer may be with its client before its line is written."""
    monkeypatch.setattr(served, "level", "INFO")
    read = []

    def following(count):
        while len(read) < count:
            read.extend(json.loads(line) for line in capsys.readouterr().err.splitlines())
        found, read[:] = read[:count], read[count:]
        return found

    return following


def test_every_answer_is_a_line(lines, client):
    client.get("/api/v1/claims/some-claim")
    (line,) = lines(1)
    assert line.pop("ms") >= 0
    assert line.pop("time").endswith("Z")
    assert len(line.pop("request")) == 16
    assert line == {
        "level": "info", "event": "answered", "method": "GET", "route": "/api/v1/claims/{claim_id}", "status": 404,
    }  # fmt: skip


def test_what_was_asked_for_and_who_asked_are_not_in_it(lines, sign_in):
    huda = sign_in("huda")
    huda.get("/api/v1/claims", params={"publisher": "وكالة النخلة"})
    huda.get("/api/v1/claims/a-secret-claim")
    huda.get("/ar/a-secret-page")
    token = huda.post("/api/v1/tokens", json={"label": "export"}).json()["secret"]
    httpx.get(f"{huda.base_url}/api/v1/claims", headers={"Authorization": f"Bearer {token}"})
    text = json.dumps(lines(6), ensure_ascii=False)
    for secret in ("secret-claim", "secret-page", "النخلة", PASSWORD, token, huda.cookies["tawatur_session"]):
        assert secret not in text


def test_an_error_is_told_by_its_kind_and_place_and_not_by_its_words(lines, serve):
    def add(app):
        @app.get("/broken", dependencies=[Requires.of(None)])
        def broken():
            raise ValueError("the words of a report")

    client = serve(change=add)
    answer = client.get("/broken")
    assert answer.status_code == 500
    error, answered = lines(2)
    assert error["error"] == "ValueError"
    assert error["frames"][-1].endswith(" broken")
    assert answered["request"] == error["request"] == answer.headers["x-request-id"]
    assert error["request"] in answer.json()["detail"]
    assert "content-security-policy" in answer.headers
    assert "the words" not in json.dumps([error, answered]) + answer.text


class TestMeasures:
    def test_answers_are_counted_by_the_form_of_their_address(self, client):
        for claim in "xyz":
            client.get(f"/api/v1/claims/{claim}")
        text = client.get("/metrics").text
        assert 'tawatur_answers_total{method="GET",route="/api/v1/claims/{claim_id}",status="404"} 3' in text
        assert 'tawatur_answer_seconds_count{route="/api/v1/claims/{claim_id}"} 3' in text
        assert "tawatur_requests_under_way 1" in text

    def test_buckets_grow_and_end_with_all(self):
        measures = Measures()
        for seconds in (0.001, 0.02, 99):
            measures.count("GET", "/x", 200, seconds)
        buckets = [int(line.rsplit(" ", 1)[1]) for line in measures.text({}).splitlines() if "_bucket" in line]
        assert buckets == sorted(buckets)
        assert (buckets[0], buckets[-1]) == (1, 3)

    def test_a_method_that_nobody_knows_makes_no_series_of_its_own(self):
        measures = Measures()
        for method in ("BREW", "WHISK"):
            measures.count(method, 'a "route"', 405, 0)
        assert 'method="other",route="a \\"route\\"",status="405"} 2' in measures.text({})

    def test_failures_to_sign_in_are_counted(self, sign_in):
        amal = sign_in("amal")
        amal.post("/api/v1/sessions", json={"name": "huda", "password": "wrong"})
        assert "tawatur_sign_in_failures_total 1" in amal.get("/metrics").text

    @pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
    def test_they_are_for_this_machine_and_for_admins(self, sign_in, header):
        amal = sign_in("amal")
        rima = sign_in("rima", amal)
        assert rima.get("/metrics").status_code == 200
        assert rima.get("/metrics", headers={header: "x"}).status_code == 403
        assert amal.get("/metrics", headers={header: "x"}).status_code == 200
