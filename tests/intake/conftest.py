"""Knowledge of our own for intake's tests: two outlets, with the packs' places and triggers."""

import json
import os
import pathlib
import shutil
from collections.abc import Callable

import pytest

from tawatur import intake, packs
from tawatur.model import Document, InputError
from tawatur.packs import Knowledge
from tawatur.packs.rows import Outlet


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    outlets = (
        Outlet(key="riverside", ar=("وكالة ضفاف", "ضفاف"), en="Riverside", kind="agency", domains=("difaf.example",)),
        Outlet(key="lighthouse", ar=("المنارة نيوز",), en="Lighthouse News", kind="site", domains=("manara.example",)),
    )
    bundled = packs.load()
    return Knowledge(
        ("test",), actors={}, persons={}, states={}, places=bundled.places, outlets=outlets, triggers=bundled.triggers
    )


@pytest.fixture
def read(knowledge: Knowledge) -> Callable[..., list[Document | InputError]]:
    """Read paths into a list of what intake yields."""

    def _read(*paths: object) -> list[Document | InputError]:
        return list(intake.read([str(path) for path in paths], knowledge=knowledge))

    return _read


@pytest.fixture
def document(knowledge: Knowledge) -> Callable[..., Document]:
    """Make the document of a text and of a record's fields."""

    def _document(body: str, **fields: str) -> Document:
        return intake.to_document(intake.Record(body=body, **fields), knowledge)

    return _document


@pytest.fixture
def parts() -> Callable[[Document], list[tuple[str, str]]]:
    """List (kind, words) of all parts and furniture of a document, in order of the text."""

    def _parts(document: Document) -> list[tuple[str, str]]:
        spans = [*document.furniture, *(part for section in document.sections for part in section.parts)]
        return [
            (part.kind, document.text[part.start : part.end]) for part in sorted(spans, key=lambda part: part.start)
        ]

    return _parts


@pytest.fixture
def write(tmp_path: pathlib.Path) -> Callable[[str, object], pathlib.Path]:
    """Write a file below the test's folder: bytes as they are, text as UTF-8, a list as JSON Lines."""

    def _write(name: str, content: object) -> pathlib.Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, list):
            content = "\n".join(json.dumps(row, ensure_ascii=False) for row in content)
        path.write_bytes(content if isinstance(content, bytes) else str(content).encode("utf-8"))
        return path

    return _write


@pytest.fixture(scope="session")
def browser() -> str:
    """A browser that prints pages; where there is none, its tests fail under CI and are skipped elsewhere."""
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if (found := shutil.which(name)) is not None:
            return found
    message = "needs a browser that prints to PDF: chromium"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
