"""A served ledger; the text is ours."""

import contextlib
import logging
import shutil
import threading
import time

import httpx
import pytest
import uvicorn
from argon2 import PasswordHasher
from served_ledger import PASSWORD, ROLES, claims, document

from tawatur.client import open_ledger
from tawatur.ledger import Ledger
from tawatur.web import Settings, create_app
from tawatur.web.accounts import secrets
from tawatur.web.accounts.management import Management
from tawatur.web.serving import configuration


@pytest.fixture
def store(request):
    """Which database the ledger is in."""
    return getattr(request, "param", "sqlite")


def fill(path):
    with open_ledger(path) as ledger:
        for name in "abc":
            ledger.add(document(name), claims(name))


@pytest.fixture(scope="session")
def three(tmp_path_factory):
    """A file of three documents of two claims each, to be copied."""
    path = tmp_path_factory.mktemp("three") / "ledger.db"
    fill(str(path))
    return path


@pytest.fixture
def path(ledger_path, store, request):
    """A ledger of three documents of two claims each."""
    if store == "sqlite":
        shutil.copy(request.getfixturevalue("three"), ledger_path)
    else:
        fill(ledger_path)
    return ledger_path


@pytest.fixture
def accounts(path, monkeypatch):
    """Accounts for each role; a password is hashed as quickly as can be."""
    monkeypatch.setattr(secrets, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    secrets._nobodys.cache_clear()
    with Ledger.open(path) as ledger:
        for name, role in ROLES.items():
            Management(ledger, None).add(name, role, PASSWORD)
    return ROLES


class Served:
    """An application behind a real server on loopback, for as long as the block lasts."""

    #: Its log is nobody's but of those tests that ask for it.
    level = "WARNING"

    def __init__(self, app):
        self._server = uvicorn.Server(configuration(app, host="127.0.0.1", port=0))
        logging.getLogger("tawatur.web").setLevel(self.level)
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self):
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive(), "the server did not start"
            time.sleep(0.005)
        self.port = self._server.servers[0].sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="session")
def served():
    """What puts an application behind a real server."""
    return Served


@pytest.fixture
def serve(path):
    """Return what serves the ledger and makes a client of it."""
    with contextlib.ExitStack() as stack:

        def make(change=None, **settings):
            app = create_app(Settings(**{"ledger": path, **settings}))
            if change is not None:
                change(app)
            served = stack.enter_context(Served(app))
            return stack.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{served.port}", timeout=30))

        yield make


@pytest.fixture
def client(serve):
    """A client of the served ledger, on this machine, without accounts."""
    return serve()


@pytest.fixture
def sign_in(serve, accounts):  # noqa: ARG001  the accounts are to be there
    """Return what serves the ledger and signs a user in as a browser does."""

    def make(name, client=None, **settings):
        client = client or serve(**settings)
        browser = httpx.Client(base_url=client.base_url, timeout=30)
        answer = browser.post("/api/v1/sessions", json={"name": name, "password": PASSWORD})
        assert answer.status_code == 201, answer.text
        browser.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        opened.append(browser)
        return browser

    opened = []
    yield make
    for browser in opened:
        browser.close()
