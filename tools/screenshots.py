"""Take the documents' screenshots anew, of the specimen reports, in Debian's Chromium.

usage: python tools/screenshots.py [NAME ...]

They go into docs/screenshots. Look at each before you keep it: overlap, clipping, directions, the order of numbers.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import httpx
from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SERVE = [sys.executable, "-c", "from tawatur.cli.main import main; main()", "serve", "--demo", "--port", "0"]


class Shot(NamedTuple):
    """A page to be taken: its address, the window, what the mouse points at, what is at the top."""

    address: str
    width: int = 1180
    height: int = 760
    hover: str = ""
    top: str = ""
    scheme: str = "light"


def main() -> None:
    """Serve the specimens and take what is named, or everything."""
    with subprocess.Popen(SERVE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            base = re.search(r"http://[^/]+", server.stdout.readline())
            assert base is not None
            take(base[0], sys.argv[1:])
        finally:
            server.terminate()


def take(base: str, names: list[str]) -> None:
    """Take the shots of `names`, or all."""
    findings = httpx.get(f"{base}/api/v1/findings?limit=500").json()["items"]
    statement = next(finding["id"] for finding in findings if finding["kind"] == "statement")
    shots = {
        "home-en": Shot("/en/"),
        "home-ar-dark": Shot("/ar/", scheme="dark"),
        "statement-en": Shot(f"/en/statements/{statement}", height=1020),
        "statement-ar": Shot(f"/ar/statements/{statement}", height=1040),
        "report-ar": Shot("/ar/reports/sanawbar-2024-07-16", hover="#t4"),
        "sections-ar": Shot("/ar/reports/daftar-2023-12-04", top="#section-1", height=620),
        "membership-en": Shot("/en/registers/membership", top="#roles", height=620),
        "review-phone": Shot("/ar/review", width=390, height=780),
        "map-ar": Shot("/ar/map"),
    }
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name in names or shots:
            _take(browser, base, shots[name], FOLDER / f"{name}.png")
        browser.close()


def _take(browser: Browser, base: str, shot: Shot, path: Path) -> None:
    scheme = "dark" if shot.scheme == "dark" else "light"
    context = browser.new_context(viewport={"width": shot.width, "height": shot.height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(base + shot.address)
    if shot.top:
        page.locator(shot.top).first.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    if shot.hover:
        page.hover(shot.hover)
    page.wait_for_timeout(200)
    page.screenshot(path=path)
    context.close()
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
