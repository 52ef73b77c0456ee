"""Fetching: one page at a time, as a good guest does it.

A site's robots.txt is heeded, one host is asked no more than once in `delay` seconds, what was fetched before is asked
for with the marks that the server gave it, and nothing is waited for without end or read without measure.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from typing import Self
from urllib.parse import urlsplit, urlunsplit

import httpcore
import httpx
import msgspec

from tawatur.intake.streams import LARGEST
from tawatur.intake.web import robots
from tawatur.intake.web.captures import Capture, Unchanged
from tawatur.intake.web.transport import Deadline, Transport
from tawatur.model import InputError

AGENT = "tawatur"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
)
#: How long a site's rules hold, in seconds; while they can't be had, the site is left alone for as long.
_RULES_HOLD = 3600.0
_TRY_LATER = "it is tried again the next time"


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """How fetching behaves: times in seconds, sizes in bytes.

    `contact` is an address that a site's people can write to. `loopback` allows this machine's own addresses, for
    tests and for a proxy of one's own.
    """

    delay: float = 1.0
    timeout: float = 15.0
    longest: float = 60.0
    largest: int = LARGEST
    redirects: int = 5
    contact: str | None = None
    loopback: bool = False


class Fetcher:
    """Fetches pages. `sleep` and `clock` (seconds), `now` (an instant) are there to be replaced by tests."""

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.policy = policy or Policy()
        self._sleep = sleep
        self._clock = clock
        self._now = now
        self._deadline = Deadline(clock)
        contact = f" (+{self.policy.contact})" if self.policy.contact else ""
        self._client = httpx.Client(
            transport=Transport(self._deadline, loopback=self.policy.loopback),
            headers={"user-agent": f"{AGENT}{contact}", "accept-language": "ar,en;q=0.5"},
            timeout=self.policy.timeout,
            follow_redirects=False,
            trust_env=False,
        )
        self._asked: dict[str, float] = {}
        self._robots: dict[str, tuple[float, robots.Robots | InputError]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, url: str, *, before: Mapping[str, str] | None = None) -> Capture | Unchanged:
        """Return what stands at `url`, redirects followed; `before` are the headers of its last capture.

        Raises InputError where it can't be had: refused, gone, too large, too slow, not public.
        """
        try:
            return self._fetch(url, before or {})
        except InputError:
            raise
        except (httpx.InvalidURL, ValueError) as error:
            raise InputError(f"no address that can be asked: {error}", source=url, remedy="check it") from None

    def _fetch(self, url: str, before: Mapping[str, str]) -> Capture | Unchanged:
        asked = url
        seen = {url}
        for _ in range(self.policy.redirects + 1):
            self._check(asked, url)
            found = self._ask(asked, url, _conditions(before))
            if found.status not in _REDIRECTS:
                return self._outcome(found, url)
            target = found.headers.get("location", "")
            asked = str(httpx.URL(asked).join(target)) if target else asked
            if asked in seen:
                raise InputError("redirects in a circle", source=url, remedy="check the address")
            seen.add(asked)
        raise InputError(f"more than {self.policy.redirects} redirects", source=url, remedy="check the address")

    def _outcome(self, found: Capture, url: str) -> Capture | Unchanged:
        if found.status == httpx.codes.NOT_MODIFIED:
            return Unchanged(url=url, instant=found.instant)
        if found.status in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
            raise GoneError(url, found.status)
        if found.status != httpx.codes.OK:
            raise InputError(f"the server answered {found.status}", source=url, remedy=_TRY_LATER)
        return found

    def _check(self, asked: str, url: str) -> None:
        """Raise InputError where an address is none of the web's, or its site asks not to be read."""
        parts = urlsplit(asked)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise InputError(f"leads to {asked[:80]}, which is no address of the web", source=url, remedy="check it")
        if parts.username is not None:
            raise InputError("an address with a name or password in it", source=parts.hostname, remedy="leave it out")
        rules = self._rules(asked, url)
        if not rules.allows(asked) or rules.delay > robots.LONGEST:
            raise InputError("the site's robots.txt asks not to read it", source=url, remedy="ask the site's people")
        self._wait(parts.netloc, max(self.policy.delay, rules.delay))

    def _rules(self, asked: str, url: str) -> robots.Robots:
        """Return a site's rules, asked for once an hour. Raises InputError where they can't be had."""
        parts = urlsplit(asked)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(site)
        if known is None or known[0] < self._clock():
            known = self._clock() + _RULES_HOLD, self._ask_rules(parts.scheme, parts.netloc, url)
            self._robots[site] = known
        if isinstance(known[1], robots.Robots):
            return known[1]
        raise InputError(known[1].problem, source=url, remedy=known[1].remedy)

    def _ask_rules(self, scheme: str, host: str, url: str) -> robots.Robots | InputError:
        try:
            status, text = self._robots_text(urlunsplit((scheme, host, "/robots.txt", "", "")), url)
        except InputError as error:
            return error
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            # A site that is not well asks for nothing (RFC 9309, 2.3.1.4).
            return InputError(f"its robots.txt can't be had (the server answered {status})", remedy=_TRY_LATER)
        return robots.Robots(AGENT, status, text)

    def _robots_text(self, place: str, url: str) -> tuple[int, str]:
        """Return the status and text of a robots.txt, redirects within reason followed."""
        for _ in range(self.policy.redirects + 1):
            self._wait(urlsplit(place).netloc, self.policy.delay)
            found = self._ask(place, url, {}, largest=robots.LARGEST, cut=True)
            target = found.headers.get("location")
            if found.status not in _REDIRECTS or not target:
                return found.status, found.body.decode("utf-8", errors="replace")
            place = str(httpx.URL(place).join(target))
            if urlsplit(place).scheme not in {"http", "https"}:
                break
        return httpx.codes.NOT_FOUND, ""

    def _wait(self, host: str, delay: float) -> None:
        """Wait until `host` may be asked again."""
        last = self._asked.get(host)
        if last is not None and (left := last + delay - self._clock()) > 0:
            self._sleep(left)
        self._asked[host] = self._clock()

    def _ask(
        self, asked: str, url: str, headers: dict[str, str], *, largest: int | None = None, cut: bool = False
    ) -> Capture:
        """Return one answer. Raises InputError where there is none in time, or it is too large and may not be cut."""
        largest = self.policy.largest if largest is None else largest
        self._deadline.set(self.policy.longest)
        instant = self._now().astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        try:
            with self._client.stream("GET", asked, headers=headers) as answer:
                body = b"" if answer.status_code in _REDIRECTS else _body(answer, largest, url, cut=cut)
                return Capture(
                    url=url,
                    answered=asked,
                    instant=instant,
                    status=answer.status_code,
                    headers={name.lower(): value for name, value in answer.headers.items()},
                    body=body,
                )
        except InputError as error:
            raise InputError(error.problem, source=url, remedy=error.remedy) from None
        except (httpx.TimeoutException, httpcore.TimeoutException):
            raise InputError("took too long to answer", source=url, remedy=_TRY_LATER) from None
        except _FAILURES as error:
            raise InputError(f"could not be fetched: {error}", source=url, remedy=_TRY_LATER) from None


class GoneError(InputError):
    """A page that was taken down, or never was there."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"is not there (the server answered {status})", source=url, remedy="what was read is kept")
        self.status = status


def _body(answer: httpx.Response, largest: int, url: str, *, cut: bool) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in answer.iter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            if cut:
                break
            raise InputError(f"larger than {largest >> 20} MB", source=url, remedy="fetch it yourself")
    return b"".join(pieces)[:largest]


def _conditions(before: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that ask for a page only where it has changed."""
    names = {"etag": "if-none-match", "last-modified": "if-modified-since"}
    return {names[name]: value for name, value in before.items() if name in names}
