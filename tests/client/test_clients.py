"""One interface to a ledger: a file, a database and a server answer alike."""

import typing
from collections import Counter

import httpx
import msgspec
import pytest

import tawatur
from tawatur.client.interface import ClaimFilters
from tawatur.client.remote import PARAMETERS, RemoteLedger
from tawatur.ledger import ClaimQuery
from tawatur.model import InputError

FIRST = "أعلنت القيادة المركزية الأميركية مقتل 37 مسلحا من تنظيم داعش في الموصل."
SECOND = "قالت القيادة المركزية الأميركية إن 37 مسلحا من داعش قتلوا في الموصل، واعتقل 12 آخرون."


@pytest.fixture(autouse=True)
def _apart(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("TAWATUR_TOKEN", "TAWATUR_REVIEWER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["file", "server"])
def ledger(request, tmp_path):
    path = str(tmp_path / "ledger.db")
    with tawatur.open(path, create=True, reviewer="ليلى") as local:
        local.read(FIRST, publisher="وكالة النخلة", date="2017-03-02")
        local.read(SECOND, publisher="صحيفة السدرة", date="2017-03-03")
        list(local.findings())
        if request.param == "file":
            yield local
            return
    with tawatur.open(request.getfixturevalue("serve")(path)) as remote:
        yield remote


def test_every_filter_has_a_name_in_an_address():
    assert set(ClaimFilters.__annotations__) == set(ClaimQuery.__struct_fields__) - {"ids", "sections", "publishers"}
    # a private person's name is sought nowhere but in one's own ledger
    assert set(PARAMETERS) == set(ClaimFilters.__annotations__) - {"name"}


def test_the_filters_are_typed_as_those_of_the_question():
    asked = typing.get_type_hints(ClaimFilters)
    assert all(asked[field.name] == field.type for field in msgspec.structs.fields(ClaimQuery) if field.name in asked)


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ({}, [37, 37, 12]),
        ({"measures": ("detained",)}, [12]),
        ({"of": ("تنظيم الدولة الإسلامية",), "measures": ("killed",)}, [37, 37]),
        ({"where": "YE"}, []),
        ({"value": 12}, [12]),
        ({"value_from": 20.5}, [37, 37]),
        ({"publisher": "السدرة"}, [37, 12]),
        ({"publisher": "50% & more"}, []),
        ({"date_end": "2017-03-02"}, [37]),
        ({"optional": False, "repeated": False}, [37, 37, 12]),
        ({"as_extracted": True}, [37, 37, 12]),
        ({"text": "قتلى"}, []),
        ({"text": "اعتقل"}, [12]),
        ({"change": True}, []),
        ({"order": "value"}, [37, 37, 12]),
        ({"order": "value", "measures": ("detained", "killed"), "docs": ()}, [37, 37, 12]),
    ],
)
def test_claims(ledger, filters, values):
    assert [claim.low for claim in ledger.claims(**filters)] == values


def test_claims_and_documents_by_their_ids(ledger):
    claims = list(ledger.claims())
    summaries = list(ledger.documents())
    assert ledger.claim(claims[0].id) == claims[0]
    assert ledger.document(summaries[0].id).text == FIRST
    assert [one.claims for one in summaries] == [1, 2]
    for strange in ("none", "a/b?c#d", "مجهول", "..", "\u202e"):
        assert ledger.claim(strange) is None
        assert ledger.document(strange) is None
        assert ledger.finding(strange) is None
        assert ledger.statement(strange) is None


def test_findings_and_statements(ledger):
    kinds = Counter(finding.kind for finding in ledger.findings())
    assert kinds["statement"] == 1
    [statement] = ledger.statements()
    assert ledger.finding(statement.id) == statement
    table = ledger.statement(statement.id)
    assert table.figures[0].low == 37
    assert list(ledger.findings(("copy",))) == []
    assert list(ledger.findings(min_weight=1.0)) == []


def test_a_report_read_twice_is_there_once(ledger):
    first = ledger.read("مقتل 5 جنود سوريين في حلب.", date="2017-03-05")
    second = ledger.read("مقتل 5 جنود سوريين في حلب.", date="2017-03-05")
    assert (first.new, second.new) == (True, False)
    assert first.claims == second.claims
    assert ledger.counts().documents == 3


def test_decisions_are_kept_and_taken_back(ledger):
    claim = next(ledger.claims())
    first = ledger.decide("correct", claim.id, changes={"of": "houthis"}, spans={"of": ((0, 5),)}, key="one")
    assert ledger.decide("correct", claim.id, changes={"of": "houthis"}, spans={"of": ((0, 5),)}, key="one") == first
    assert ledger.review(claim.id).claim == first.outcome
    assert ledger.claim(first.outcome.id) == first.outcome
    undo = ledger.undo(first.id, reason="a slip")
    assert ledger.history(claim.id) == [first, undo]
    assert ledger.review(claim.id).verdict == "open"
    with pytest.raises(InputError, match="undone already"):
        ledger.undo(first.id)


def test_findings_are_judged(ledger):
    [statement] = ledger.statements()
    decision = ledger.decide("dismiss", statement.id, subject="finding", reason="نص واحد")
    assert ledger.review_of_finding(statement.id).status == "dismissed"
    assert ledger.history(statement.id, "finding") == [decision]
    with pytest.raises(InputError):
        ledger.review_of_finding("none")


def test_an_actor_added_is_known_to_what_is_read_next(ledger):
    ledger.decide("add", "oak_brigade", subject="actor", changes={"en": "Oak Brigade", "ar": ["لواء السنديان"]})
    told = ledger.read("أعلن الجيش السوري أن 7 من عناصر لواء السنديان قتلوا في حلب.", date="2017-03-02")
    assert [claim.of for claim in told.claims] == ["oak_brigade"]


def test_registers(ledger):
    assert "attacks" in ledger.registers()
    assert ledger.register("attacks", where="IQ").name == "attacks"
    with pytest.raises(InputError, match="no such register"):
        ledger.register("none")


def test_exports(ledger):
    lines = b"".join(ledger.export("jsonl", measures=("killed",))).splitlines()
    assert [msgspec.json.decode(line)["low"] for line in lines] == [37, 37]
    with pytest.raises(InputError, match="no such format"):
        list(ledger.export("none"))


def test_what_can_not_be_done_is_told_in_one_line(ledger):
    claim = next(ledger.claims())
    for judging in (
        lambda: ledger.decide("accept", "none"),
        lambda: ledger.decide("correct", claim.id, changes={"measure": "slain"}),
        lambda: ledger.decide("note", claim.id, reason="ن" * 2_000_000),
        lambda: ledger.decide("note", claim.id, reason="a\0b"),
        lambda: ledger.undo("none"),
        lambda: ledger.read(""),
        lambda: ledger.review("none"),
    ):
        with pytest.raises(InputError) as refused:
            judging()
        assert "\n" not in str(refused.value)
        assert len(str(refused.value)) < 700
    assert ledger.history(claim.id) == []


def test_no_ledger_is_made_by_asking(tmp_path):
    with pytest.raises(InputError, match="no such ledger"):
        tawatur.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_opened_for_reading_is_left_as_it_is(tmp_path):
    path = tmp_path / "ledger.db"
    with tawatur.open(path, create=True) as made:
        made.read(FIRST)
    with tawatur.open(path, read_only=True) as opened:
        assert [claim.low for claim in opened.claims()] == [37]
        with pytest.raises(InputError, match="can't be written"):
            opened.read(SECOND)


@pytest.mark.parametrize("url", ["http://", "https:///x", "http://[::1", "http://\ud800/"])
def test_what_is_no_address(url):
    with pytest.raises(InputError, match="no address"):
        tawatur.open(url)


def test_a_token_is_not_sent_for_all_to_read():
    with pytest.raises(InputError, match="for all to read"):
        tawatur.open("http://ledger.example", token="secret")
    tawatur.open("http://127.0.0.1:9", token="secret").close()
    tawatur.open("https://ledger.example", token="secret").close()


class Answering(httpx.BaseTransport):
    """A server that gives these answers, one after the other."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.requests = []

    def handle_request(self, request):
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def remote(*answers, token=None):
    transport = Answering(*answers)
    return RemoteLedger("https://ledger.example/base", token=token, transport=transport), transport


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _seconds: None)


def test_a_decision_that_got_no_answer_is_sent_again_under_the_same_key():
    told = (
        b'{"id":"d","kind":"accept","subject":"claim","target":"c","reviewer":"huda","at":"2026-01-01T00:00:00+00:00"}'
    )
    client, transport = remote(
        httpx.ConnectError("reset"), httpx.Response(503), httpx.Response(201, content=told), token="t"
    )
    assert client.decide("accept", "c").id == "d"
    keys = {request.headers["idempotency-key"] for request in transport.requests}
    assert (len(transport.requests), len(keys)) == (3, 1)
    assert transport.requests[0].headers["authorization"] == "Bearer t"
    assert transport.requests[0].url == "https://ledger.example/base/api/v1/decisions"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (httpx.Response(200, content=b"<html>"), "not the answer of a tawatur server"),
        (httpx.Response(200, content=b'{"claims": 3}'), "not the answer of a tawatur server"),
        (httpx.Response(200, content=b"\xff\xfe"), "not the answer of a tawatur server"),
        (httpx.Response(302, headers={"location": "https://elsewhere.example"}), "HTTP status 302"),
        (httpx.Response(401, content=b'{"detail": "sign in"}'), "sign in .give a token"),
        (httpx.Response(403, content=b"{}"), "HTTP status 403 .ask for an account"),
        (
            httpx.Response(422, content=b'{"detail": "wrong\\nform", "errors": [{"problem": "no day"}]}'),
            "wrong form: no day",
        ),
        (httpx.Response(500, content=b"x" * 100_000), "HTTP status 500"),
    ],
)
def test_answers_that_are_none(answer, problem):
    client, _ = remote(answer)
    with pytest.raises(InputError, match=problem) as told:
        client.counts()
    assert "\n" not in str(told.value)


def test_a_server_that_does_not_answer():
    client, transport = remote(*(httpx.ReadTimeout("") for _ in range(3)))
    with pytest.raises(InputError, match="no answer: ReadTimeout"):
        next(client.claims())
    assert len(transport.requests) == 3


def test_an_export_that_breaks_off_is_told():
    client, _ = remote(httpx.ReadError("gone"))
    with pytest.raises(InputError, match="no answer: gone"):
        list(client.export("csv"))


def test_pages_are_asked_for_as_they_are_needed():
    empty = b'{"items":[],"next":"more"}'
    client, transport = remote(
        httpx.Response(200, content=empty), httpx.Response(200, content=b'{"items":[],"next":null}')
    )
    assert list(client.claims(measures=("killed", "wounded"), optional=False)) == []
    assert transport.requests[0].url.params.get_list("measure") == ["killed", "wounded"]
    assert transport.requests[0].url.params["required"] == "true"
    assert transport.requests[1].url.params["after"] == "more"
