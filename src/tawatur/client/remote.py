"""A ledger behind a server, asked over HTTP."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, Unpack
from urllib.parse import quote
from uuid import uuid4

import httpx
import msgspec

from tawatur.client.interface import ClaimFilters, Closing, ReadReport
from tawatur.ledger import ClaimOrder, Counts, DocumentOrder, DocumentSummary, Page
from tawatur.ledger.review import ClaimReview, FindingReview
from tawatur.model import (
    Claim,
    Decision,
    DecisionKind,
    Document,
    Finding,
    InputError,
    Spans,
    StatementTable,
    SubjectKind,
)
from tawatur.registers import Register

T = TypeVar("T")

_PAGE = 500
#: How long to wait for an answer, in seconds: a register of a large ledger takes its time.
PATIENCE = 60.0
#: How often a request that got no answer is sent again; decisions carry a key by which they are kept once.
_TRIES = 3
_PAUSE = 0.2
_AWAY = frozenset((502, 503, 504))

#: The filters by the names that they have in an address.
PARAMETERS: dict[str, str] = {
    "measures": "measure", "of": "of", "by": "by", "sources": "source", "origins": "origin", "docs": "doc",
    "where": "where", "places": "place", "value": "value", "value_from": "value_from", "value_to": "value_to",
    "units": "unit", "bounds": "bound", "modalities": "modality", "change": "change",
    "when_start": "from", "when_end": "to", "dated": "dated", "placed": "placed", "publisher": "publisher",
    "date_start": "date_from", "date_end": "date_to", "text": "text", "optional": "required", "repeated": "once",
    "min_confidence": "min_confidence", "max_confidence": "max_confidence", "extractors": "extractor",
    "as_extracted": "as_extracted", "superseded": "superseded",
}  # fmt: skip
#: Those that the address asks the other way round: `optional=False` is `required=true`.
_TURNED = frozenset(("optional", "repeated"))


class _Problem(msgspec.Struct):
    """Problem details (RFC 9457), as far as they are told on."""

    detail: str = ""
    errors: tuple[dict[str, Any], ...] = ()


class _ClaimHistory(msgspec.Struct):
    state: ClaimReview
    decisions: tuple[Decision, ...]


class _FindingHistory(msgspec.Struct):
    state: FindingReview
    decisions: tuple[Decision, ...]


class _Named(msgspec.Struct):
    name: str


class RemoteLedger(Closing):
    """The ledger behind the server at `url`; `token` is an API token, which also signs decisions.

    `transport` is another way to send requests than by the network.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        patience: float = PATIENCE,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        address = _address(url)
        if token is not None and address.scheme != "https" and not _is_loopback(address.host):
            raise InputError(
                "a token would be sent for all to read", source=url, remedy="use https, or a tunnel to loopback"
            )
        headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        base = str(address).rstrip("/") + "/api/v1/"
        self._name = url
        self._http = httpx.Client(base_url=base, headers=headers, timeout=patience, transport=transport)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def claims(self, *, order: ClaimOrder = "reading", **filters: Unpack[ClaimFilters]) -> Iterator[Claim]:
        """Yield the claims that meet all filters, as they stand after review."""
        return self._every("claims", Page[Claim], [*_asked(filters), ("order", order)])

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as it stands after review or, where it was corrected or rejected, as it was read."""
        return self._one(f"claims/{_quoted(claim_id)}", Claim)

    def documents(
        self,
        *,
        text: str | None = None,
        publisher: str | None = None,
        date_start: str | None = None,
        date_end: str | None = None,
        order: DocumentOrder = "reading",
    ) -> Iterator[DocumentSummary]:
        """Yield the documents that meet all filters; `text` is a search in titles and texts."""
        given = {"text": text, "publisher": publisher, "date_from": date_start, "date_to": date_end, "order": order}
        asked = [(name, value) for name, value in given.items() if value is not None]
        return self._every("documents", Page[DocumentSummary], asked)

    def document(self, document_id: str) -> Document | None:
        """Return a document with its text, None where there is none."""
        return self._one(f"documents/{_quoted(document_id)}", Document)

    def findings(
        self, kinds: Sequence[str] = (), *, docs: Sequence[str] = (), min_weight: float = 0.0
    ) -> Iterator[Finding]:
        """Yield the findings, the weightiest first; the server brings them up to date."""
        asked = [*(("kind", kind) for kind in kinds), *(("doc", doc) for doc in docs), ("min_weight", str(min_weight))]
        return self._every("findings", Page[Finding], asked)

    def finding(self, finding_id: str) -> Finding | None:
        """Return a finding, None where there is none."""
        return self._one(f"findings/{_quoted(finding_id)}", Finding)

    def statements(self, *, docs: Sequence[str] = (), min_weight: float = 0.0) -> Iterator[Finding]:
        """Yield the findings that are statements, the weightiest first."""
        return self.findings(("statement",), docs=docs, min_weight=min_weight)

    def statement(self, statement_id: str) -> StatementTable | None:
        """Return a statement's collation, None where there is none."""
        return self._one(f"statements/{_quoted(statement_id)}", StatementTable)

    def registers(self) -> tuple[str, ...]:
        """Return the names of the registers."""
        return tuple(one.name for one in self._get("registers", Page[_Named]).items)

    def register(self, name: str, /, **filters: Unpack[ClaimFilters]) -> Register:
        """Return a register of the claims that meet all filters. Raises InputError where there is no such register."""
        return self._get(f"registers/{_quoted(name)}", Register, _asked(filters))

    def counts(self) -> Counts:
        """Return what the ledger holds, in numbers."""
        return self._get("counts", Counts)

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        date: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> ReadReport:
        """Read a report into the ledger. Raises InputError for a text that can't be used."""
        given = {"text": text, "title": title, "date": date, "publisher": publisher, "url": url}
        return self._post("documents", {name: value for name, value in given.items() if value is not None}, ReadReport)

    def export(self, form: str, **filters: Unpack[ClaimFilters]) -> Iterator[bytes]:
        """Yield the bytes of the claims that meet all filters, in a format of docs/exports.md."""
        with (
            self._told(),
            self._http.stream("GET", f"export/{_quoted(form)}", params=tuple(_asked(filters))) as response,
        ):
            if response.status_code != 200:
                response.read()
                raise self._error(response)
            yield from response.iter_bytes()

    def decide(
        self,
        kind: DecisionKind,
        target: str,
        *,
        subject: SubjectKind = "claim",
        reason: str | None = None,
        changes: Mapping[str, Any] | None = None,
        spans: Spans | None = None,
        members: Sequence[str] = (),
        apart: Sequence[str] = (),
        key: str | None = None,
    ) -> Decision:
        """Keep a decision in the name of the token's user; twice under one `key` it is kept once."""
        given = {
            "kind": kind,
            "subject": subject,
            "target": target,
            "reason": reason,
            "changes": dict(changes or {}),
            "spans": spans or {},
            "members": tuple(members),
            "apart": tuple(apart),
        }
        return self._post("decisions", given, Decision, key=key or uuid4().hex)

    def undo(self, decision_id: str, *, reason: str | None = None, key: str | None = None) -> Decision:
        """Take a decision back, an undo as well."""
        return self._post(
            f"decisions/{_quoted(decision_id)}/undo", {"reason": reason}, Decision, key=key or uuid4().hex
        )

    def review(self, claim_id: str) -> ClaimReview:
        """Return where a claim stands. Raises InputError where there is none."""
        return self._get(f"claims/{_quoted(claim_id)}/history", _ClaimHistory).state

    def review_of_finding(self, finding_id: str) -> FindingReview:
        """Return what reviewers make of a finding. Raises InputError where there is none."""
        return self._get(f"findings/{_quoted(finding_id)}/history", _FindingHistory).state

    def history(self, target: str, subject: SubjectKind = "claim") -> list[Decision]:
        """Return the decisions on a claim or a finding, undos among them, in the order in which they were made."""
        if subject == "claim":
            return list(self._get(f"claims/{_quoted(target)}/history", _ClaimHistory).decisions)
        if subject == "finding":
            return list(self._get(f"findings/{_quoted(target)}/history", _FindingHistory).decisions)
        raise InputError(f"a server tells no history of a {subject}", remedy="ask for that of a claim or a finding")

    def _every(self, path: str, kind: type[Page[T]], asked: list[tuple[str, str]]) -> Iterator[T]:
        after: list[tuple[str, str]] = []
        while True:
            found = self._get(path, kind, [*asked, ("limit", str(_PAGE)), *after])
            yield from found.items
            if found.next is None:
                return
            after = [("after", found.next)]

    def _one(self, path: str, kind: type[T]) -> T | None:
        response = self._answer(lambda: self._http.get(path))
        return None if response.status_code == 404 else self._decoded(response, kind)

    def _get(self, path: str, kind: type[T], asked: Sequence[tuple[str, str]] = ()) -> T:
        return self._decoded(self._answer(lambda: self._http.get(path, params=list(asked))), kind)

    def _post(self, path: str, given: Mapping[str, Any], kind: type[T], *, key: str | None = None) -> T:
        headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key is not None else {})
        body = msgspec.json.encode(given)
        return self._decoded(self._answer(lambda: self._http.post(path, content=body, headers=headers)), kind)

    def _answer(self, send: Callable[[], httpx.Response]) -> httpx.Response:
        """Send a request, again where no answer comes: what changes the ledger is known by its key, or its text."""
        for attempt in range(_TRIES):
            last = attempt == _TRIES - 1
            try:
                response = send()
            except httpx.TransportError as error:
                if last:
                    raise self._unreached(error) from error
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                raise self._unreached(error) from error
            else:
                if response.status_code not in _AWAY or last:
                    return response
            time.sleep(_PAUSE * 2**attempt)
        raise AssertionError  # the last try returns or raises

    def _told(self) -> _Told:
        return _Told(self._unreached)

    def _unreached(self, error: Exception) -> InputError:
        why = " ".join(str(error).split()) or type(error).__name__
        return InputError(f"no answer: {why}", source=self._name, remedy="check the address, and that it is served")

    def _decoded(self, response: httpx.Response, kind: type[T]) -> T:
        if not response.is_success:
            raise self._error(response)
        try:
            return msgspec.json.decode(response.content, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(
                f"not the answer of a tawatur server of this version: {error}", source=self._name, remedy="see its page"
            ) from error

    def _error(self, response: httpx.Response) -> InputError:
        try:
            told = msgspec.json.decode(response.content, type=_Problem)
        except (msgspec.DecodeError, UnicodeDecodeError):
            told = _Problem()
        flaws = "; ".join(str(flaw.get("problem", "")) for flaw in told.errors)
        detail = ": ".join(part for part in (told.detail, flaws) if part) or f"HTTP status {response.status_code}"
        remedy = {401: "give a token: tawatur.open(url, token=…)", 403: "ask for an account that may"}
        return InputError(" ".join(detail.split())[:500], source=self._name, remedy=remedy.get(response.status_code))


class _Told:
    """What turns an error of the network into one line."""

    def __init__(self, tell: Callable[[Exception], InputError]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, httpx.HTTPError):
            raise self._tell(error) from error


def _address(url: str) -> httpx.URL:
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError, TypeError) as error:
        raise InputError("no address of a server", source=url, remedy="write it like http://127.0.0.1:8000") from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise InputError("no address of a server", source=url, remedy="write it like http://127.0.0.1:8000")
    return address.copy_with(query=None, fragment=None)


def _is_loopback(host: str) -> bool:
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _quoted(part: str) -> str:
    try:
        return quote(part, safe="")
    except UnicodeEncodeError as error:
        raise InputError("an id that is no Unicode", source=repr(part)) from error


def _asked(filters: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return filters as the parameters of an address. Raises InputError for one that a server doesn't know."""
    found: list[tuple[str, str]] = []
    for name, value in filters.items():
        parameter = PARAMETERS.get(name)
        if parameter is None:
            raise InputError("no such filter", source=name[:40], remedy=f"one of {', '.join(PARAMETERS)}")
        given = not value if name in _TURNED else value
        values = given if isinstance(given, tuple | list) else () if given is None else (given,)
        found += [(parameter, str(one).lower() if isinstance(one, bool) else str(one)) for one in values]
    return found
