"""What every test may ask for."""

import os
import pathlib
import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

# No test asserts a time, on a loaded machine least of all.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

#: Ledgers in both databases.
pytest_plugins = ("ledger_stores",)

ROOT = pathlib.Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """The folder with the gold and the corpus, beside the checkout or at $TAWATUR_SHARED.

    Where it is missing, a test that needs it fails under CI and is skipped elsewhere.
    """
    folder = pathlib.Path(os.environ.get("TAWATUR_SHARED") or ROOT.parent / "shared")
    if not (folder / "gold").is_dir():
        message = f"needs the gold data: no folder {folder}/gold; set TAWATUR_SHARED to where it is"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def calls() -> Callable[[Callable[[], object]], int]:
    """How many calls of Python functions some work takes: the same on any machine, as no time is."""

    def counted(work: Callable[[], object]) -> int:
        count = 0

        def note(_frame, event, _argument):
            nonlocal count
            count += event == "call"

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(before)
        return count

    return counted
