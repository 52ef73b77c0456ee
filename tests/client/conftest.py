"""A ledger that is served on loopback, as its users reach it."""

import contextlib
import signal
import threading
import time

import pytest
import uvicorn

from tawatur.web import Settings, create_app
from tawatur.web.serving import configuration


@pytest.fixture
def serve():
    """Return what serves a ledger until the test ends, and returns the server's address."""
    with contextlib.ExitStack() as stack:

        def begin(path):
            server = uvicorn.Server(configuration(create_app(Settings(ledger=path)), host="127.0.0.1", port=0))
            thread = threading.Thread(target=server.run)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.handle_exit, signal.SIGTERM, None)
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.005)
            return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

        yield begin
