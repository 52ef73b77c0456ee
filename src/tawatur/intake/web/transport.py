"""Transport: connections to the very addresses that were checked, closed when their time is over.

A name is resolved once, checked, and what was checked is connected to: a server of names that answers otherwise the
second time gains nothing. The time limit is on the whole answer: a server that sends a byte a second never exceeds the
limit on one read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from tawatur.intake.web.addresses import public_addresses

Clock = Callable[[], float]


class Deadline:
    """When the answer that is waited for must be there, on a clock of seconds."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._end = 0.0

    def set(self, seconds: float) -> None:
        """Give the next answer `seconds` from now on."""
        self._end = self._clock() + seconds

    def left(self, most: float | None) -> float:
        """Return how many seconds are left, at most `most`. Raises ReadTimeout where there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long")
        return left if most is None else min(left, most)


class Transport(httpx.BaseTransport):
    """httpx's transport over connections to checked addresses."""

    def __init__(self, deadline: Deadline, *, loopback: bool = False) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=4,
            network_backend=_Network(deadline, loopback=loopback),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and return the answer, its body still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Network(httpcore.NetworkBackend):
    """The network, of which only what `public_addresses` gives is to be had."""

    def __init__(self, deadline: Deadline, *, loopback: bool) -> None:
        self._network = httpcore.SyncBackend()
        self._deadline = deadline
        self._loopback = loopback

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        problem: Exception = httpcore.ConnectError("no address")
        for address in public_addresses(host, port, loopback=self._loopback):
            try:
                stream = self._network.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _Timed(stream, self._deadline)
        raise problem


class _Timed(httpcore.NetworkStream):
    """A connection that waits no longer than its deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
