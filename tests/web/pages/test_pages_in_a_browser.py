"""A walk through the pages in a real browser: both languages, a phone's width and a desk's, with and without script."""

import re
from importlib import resources

import pytest

WIDTHS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 800}}
SEARCH = {"ar": "البحث", "en": "Search"}


@pytest.fixture
def open_page(browser, pages):
    """Return what opens an address in a window of its own; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def opened(address, width="desk", **settings):
        context = browser.new_context(base_url=str(pages.base_url), viewport=WIDTHS[width], **settings)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda told: complaints.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


def fits(page):
    """Whether nothing reaches beyond the window's edge."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def follow(page, selector):
    """Click what leads to another page and wait for the whole of it: a click alone waits for its first bytes."""
    with page.expect_navigation():
        page.click(selector)


def press(page, key):
    """Press a key that leads to another page and wait for the whole of it."""
    with page.expect_navigation():
        page.keyboard.press(key)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_walk_from_search_to_judgement_and_back(open_page, language, width):
    page = open_page(f"/{language}/", width)
    page.fill('[role="search"] input', "153")
    follow(page, '[role="search"] button')
    with page.expect_download() as download:
        page.click("a[download]")
    assert download.value.suggested_filename == "claims.csv"
    follow(page, "ol.answers li:first-child .what")
    assert "153" in page.inner_text("h1")
    follow(page, 'a[href*="/reports/"][href*="claim="]')
    page.wait_for_selector(".notes li:target")
    assert fits(page)
    follow(page, ".notes li:target .what a")
    follow(page, 'button[value="accept"]')
    page.wait_for_selector('[role="status"]')
    follow(page, '[role="status"] button')
    page.wait_for_selector('[role="status"]')
    assert page.locator(".history li").count() >= 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_walk_without_script(open_page, language):
    page = open_page(f"/{language}/", java_script_enabled=False)
    page.fill('[role="search"] input', "داعش")
    follow(page, '[role="search"] button')
    follow(page, "ol.answers li:first-child .what")
    page.click("summary")
    page.fill('input[name="reason"]', "بلا سكربت")
    follow(page, 'button[value="note"]')
    assert "بلا سكربت" in page.inner_text("main")
    page.goto(f"/{language}/review")
    before = page.inner_text("h2")
    follow(page, '[data-key="s"]')
    assert page.inner_text("h2") != before or page.locator("mark").inner_text()


def test_pointing_at_a_claim_lights_the_words_of_its_slots(open_page):
    page = open_page("/en/reports/sanawbar-2024-07-16", java_script_enabled=False)
    words = page.locator(".s1of").first
    before = words.evaluate("word => getComputedStyle(word).backgroundColor")
    page.evaluate("document.fonts.ready")  # a font that comes late moves the lines from under the pointer
    page.hover("#t1")
    lit = words.evaluate("word => getComputedStyle(word).backgroundColor")
    assert lit != before
    page.mouse.move(0, 0)
    page.focus("#t1")
    assert words.evaluate("word => getComputedStyle(word).backgroundColor") == lit
    place = page.locator(".s1where").first.evaluate("word => getComputedStyle(word).textDecorationStyle")
    assert place != words.evaluate("word => getComputedStyle(word).textDecorationStyle")


def test_review_by_the_keyboard_alone(open_page):
    page = open_page("/ar/review")
    first = page.locator('.card a[href*="/claims/"]').get_attribute("href")
    press(page, "a")
    page.wait_for_selector('[role="status"]')
    assert page.locator('.card a[href*="/claims/"]').get_attribute("href") != first
    press(page, "u")
    page.wait_for_url("**/review?done=*")
    press(page, "s")
    page.wait_for_url("**/review?after=*")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "low"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.key") == "a"


def test_report_is_read_by_the_keyboard_alone(open_page):
    page = open_page("/en/reports/mashrabiya-2024-07-17")
    page.keyboard.press("Tab")
    assert "skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for _ in range(4):
        if "lit" in page.evaluate("document.activeElement.className"):
            break
        page.keyboard.press("Tab")
    assert "lit" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#n\d+$"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_reaches_beyond_the_window(open_page, addresses, language, width):
    page = open_page(f"/{language}/", width)
    there = [address for address in addresses if address != "nowhere"]
    assert not [address for address in there if page.goto(f"/{language}/{address}") and not fits(page)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_no_serious_fault(browser, pages, addresses, language, scheme):
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(base_url=str(pages.base_url), viewport=WIDTHS["desk"], color_scheme=scheme)
    page = context.new_page()
    faults = []
    for address in addresses:
        page.goto(f"/{language}/{address}")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        faults += [
            (address, fault["id"], fault["nodes"][0]["html"][:150])
            for fault in found["violations"]
            if fault["impact"] in {"serious", "critical"}
        ]
    context.close()
    assert not faults


def test_page_prints(browser, pages):
    context = browser.new_context(base_url=str(pages.base_url))
    page = context.new_page()
    page.goto("/ar/reports/sanawbar-2024-07-16")
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.locator(".masthead nav").is_visible()
    assert page.locator(".words").first.is_visible()
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_home_weighs_little_once_fonts_are_there(pages, language):
    page = pages.get(f"/{language}/")
    loaded = [link for link in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text) if "/fonts/" not in link]
    assert len(loaded) >= 3
    assert len(page.content) + sum(len(pages.get(link).content) for link in loaded) < 150_000
