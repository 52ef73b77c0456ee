"""Pages of the specimen reports, without a server."""

import contextlib
import os
import shutil
from importlib import resources

import httpx
import pytest
from playwright.sync_api import sync_playwright

from tawatur.cli.reading import read_all
from tawatur.cli.workers import Reading
from tawatur.ledger import Entry, Ledger
from tawatur.packs import load, names
from tawatur.standing import Standing
from tawatur.web import Settings, create_app

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def specimens(tmp_path_factory):
    """A ledger of the specimen reports, collated."""
    path = str(tmp_path_factory.mktemp("pages") / "demo.db")
    with resources.as_file(resources.files("tawatur.demo") / "reports.jsonl") as bundled:
        found = [one for one in read_all([str(bundled)], packs=names(), jobs=1) if isinstance(one, Reading)]
    with Ledger.open(path) as ledger:
        ledger.add_many([Entry(one.document, one.claims, one.fingerprint) for one in found])
        Standing(ledger, load(names())).bring_up_to_date()
    return path


@contextlib.contextmanager
def pages_of(path, served):
    with (
        served(create_app(Settings(ledger=path))) as server,
        httpx.Client(base_url=f"http://127.0.0.1:{server.port}", timeout=60) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def pages(specimens, served):
    """A client of the specimens' pages."""
    with pages_of(specimens, served) as client:
        yield client


def findings_in(path):
    """The findings of a ledger, brought up to date."""
    with Ledger.open(path) as ledger:
        standing = Standing(ledger, load(names()))
        standing.bring_up_to_date()
        return standing.findings()


@pytest.fixture(scope="session")
def findings(specimens):
    """The specimens' findings."""
    return findings_in(specimens)


@pytest.fixture(scope="session")
def addresses(pages, findings):
    """One address of every page, without its language."""
    claims = httpx.get(f"{pages.base_url}/api/v1/claims").json()["items"]
    statements = [finding for finding in findings if finding.kind == "statement"]
    statement = max(statements, key=lambda finding: len(finding.docs)).id  # the one that is garbled
    return [
        "", "search?q=داعش", "search?kind=reports&q=داعش", "search?kind=findings", "search?measure=killed&of=daesh",
        "reports/mashrabiya-2024-07-17", "reports/zawraq-2024-07-18", f"claims/{claims[3]['id']}",
        f"statements/{statement}", "findings", f"findings/{findings[0].id}", "review", "registers",
        *(f"registers/{name}" for name in ("operations", "membership", "strength", "timeline", "leaders")),
        "series", "series?measure=strength", "map", "sign-in", "nowhere",
    ]  # fmt: skip


@pytest.fixture
def made(tmp_path, served):
    """Return what makes pages of some documents with their claims, and the findings on them."""

    @contextlib.contextmanager
    def make(*documents):
        path = str(tmp_path / "made.db")
        with Ledger.open(path) as ledger:
            for document, claims in documents:
                ledger.add(document, claims)
        found = findings_in(path)
        with pages_of(path, served) as client:
            client.findings, client.ledger = found, path
            yield client

    return make


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; where there is none, a failure under CI and a skip elsewhere."""
    program = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if program is None:
        message = "needs a Chromium: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()
