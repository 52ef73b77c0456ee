"""The page to send to a colleague: all of it in one file, inert, escaped, in both languages."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from tawatur import packs
from tawatur.collate import Collation
from tawatur.model import Claim, Part, Period, Report
from tawatur.page.collation_page import Page, languages

HOSTILE = "</bdi><script>alert('x')</script><img src=x onerror=y>\u202e\"'&{{7*7}}"
VOID = {"meta", "input", "br", "img", "link", "path", "circle", "rect"}


class Elements(HTMLParser):
    """Collects what a page is made of, and that every element is closed in order."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words, self.open = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def collation(publisher="وكالة الميناء", words="قُتل", knowledge=None):
    """Three outlets with one statement of three figures, of which the last transposes one."""
    claims, reports = [], []
    for doc, stated in (("a", 153), ("b", 153), ("c", 135)):
        text = f"{words} {stated} مسلحا واعتُقل 47 وجُرح 61 {doc}"
        reports.append(Report(doc=doc, text=text, date="2024-05-04", publisher=f"{publisher} {doc}", title=words))
        for measure, value in (("killed", stated), ("detained", 47), ("wounded", 61)):
            start = text.index(str(value))
            claims.append(
                Claim(
                    id=f"{doc}-{measure}", doc=doc, start=start, end=start + len(str(value)), quote_start=start,
                    quote_end=start + 9, quote=f"{value} {words}", number=str(value), measure=measure, low=value,
                    high=value, unit="person", of="daesh", where=("Kirkuk, IQ",),
                    when=Period(start="2024-05-03", end="2024-05-03"), source=("centcom",),
                )
            )  # fmt: skip
    return Collation(claims, reports, knowledge), reports


@pytest.fixture(scope="module")
def knowledge():
    return packs.load()


def page(knowledge, language="both", **slots):
    found, reports = collation(knowledge=knowledge, **slots)
    tables = {table.id: table for table in found.statements()}
    return Page(reports, knowledge, languages(language)).findings(found.findings, tables), found


def test_every_finding_is_there_in_both_languages_with_its_numbers_in_context(knowledge):
    made, found = page(knowledge)
    elements = Elements(made)
    assert not elements.open
    ids = {value for _, name, value in elements.attributes if name == "id"}
    assert ids >= {finding.id for finding in found.findings}
    assert {finding.kind for finding in found.findings} >= {"statement", "variant"}
    text = " ".join("".join(elements.words).split())
    for finding in found.findings:
        for words in (finding.explanation.en, finding.explanation.ar):
            assert " ".join(words.split()) in text
    assert "<mark>135</mark>" in made
    assert 'class="odd"' in made
    assert made.count("<svg") == sum(finding.kind == "statement" for finding in found.findings)


def test_links_lead_to_what_is_on_the_page(knowledge):
    elements = Elements(page(knowledge)[0])
    ids = [value for _, name, value in elements.attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    links = [value for tag, name, value in elements.attributes if (tag, name) == ("a", "href")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_nothing_comes_from_elsewhere_and_the_policy_allows_nothing_but_the_style(knowledge):
    made, _ = page(knowledge)
    elements = Elements(made)
    assert not {"script", "img", "link", "iframe", "object", "embed", "form"} & set(elements.tags)
    assert not [
        name for _, name, _ in elements.attributes if name in {"src", "style", "srcdoc"} or name.startswith("on")
    ]
    (policy,) = [
        value for tag, name, value in elements.attributes if (tag, name) == ("meta", "content") and "-src" in value
    ]
    (style,) = re.findall("<style>(.*?)</style>", made, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_reports_stay_words(knowledge):
    plain, _ = page(knowledge)
    hostile, _ = page(knowledge, publisher=HOSTILE, words=HOSTILE)
    elements = Elements(hostile)
    assert set(elements.tags) == set(Elements(plain).tags)
    assert not [name for _, name, _ in elements.attributes if name.startswith("on") or name == "src"]
    assert "\u202e" not in hostile
    assert "{{7*7}}" in "".join(elements.words)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_of_one_language_has_its_direction_and_nothing_of_the_other(knowledge, language, direction):
    made, found = page(knowledge, language=language)
    assert f'<html lang="{language}" dir="{direction}">' in made
    text = "".join(Elements(made).words)
    told = {"en": found.findings[0].explanation.en, "ar": found.findings[0].explanation.ar}
    assert " ".join(told[language].split()) in " ".join(text.split())
    assert " ".join(told["ar" if language == "en" else "en"].split()) not in " ".join(text.split())


def test_claims_outside_their_text_are_quoted_without_context(knowledge):
    found, reports = collation(knowledge=knowledge)
    cut = [Report(doc=report.doc, text="x", parts=(Part(start=0, end=1, kind="body"),)) for report in reports]
    made = Page(cut, knowledge, ("en",)).findings(found.findings, {})
    assert "<mark>135 قُتل</mark>" in made


def test_no_findings_is_a_page_too(knowledge):
    elements = Elements(Page([], knowledge, ("en", "ar")).findings([], {}))
    assert not elements.open
    assert "No findings." in elements.words
