"""What holds for every page: languages, policy, errors that are pages, no script of others."""

import re
import string
import tomllib
from importlib.resources import files

import pytest

from tawatur.page.convention import Convention
from tawatur.web.pages.words import catalogue, counted

SOURCES = files("tawatur.web.pages")


def test_browser_is_sent_to_the_language_that_it_likes_best(pages):
    assert pages.get("/", headers={"Accept-Language": "en-GB,ar;q=0.5"}).headers["location"] == "/en/"
    assert pages.get("/", headers={"Accept-Language": "fr"}).headers["location"] == "/ar/"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_page_tells_its_language_and_direction(pages, language, direction):
    page = pages.get(f"/{language}/")
    assert f'<html lang="{language}" dir="{direction}"' in page.text
    assert page.headers["content-language"] == language


def test_policy_lets_nothing_run_but_our_own(pages):
    policy = pages.get("/en/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_what_is_not_there_is_a_page_in_the_readers_language(pages):
    answer = pages.get("/ar/reports/nothing")
    assert answer.status_code == 404
    assert "لا صفحة هنا" in answer.text
    assert pages.get("/en/no/such/page").status_code == 404
    assert pages.get("/en/reports/mashrabiya-2024-07-17?part=x").status_code == 422


def test_address_outside_the_pages_is_answered_as_the_api_does(pages):
    assert pages.get("/api/v1/nothing").headers["content-type"] == "application/problem+json"


def test_every_text_is_there_in_both_languages_with_the_same_values():
    texts, nouns = catalogue()
    fields = string.Formatter().parse
    for name, told in texts.items():
        assert len(told) == 2, name
        english, arabic = ({field for _, field, _, _ in fields(one) if field is not None} for one in told)
        assert english == arabic, name
    assert all(len(english) == 2 and len(arabic) == 5 for english, arabic in nouns.values())


def test_every_text_that_a_template_names_is_in_the_catalogue():
    texts, _ = catalogue()
    named = {
        name
        for template in (SOURCES / "templates").iterdir()
        for name in re.findall(r'\bt\("([a-z_]+)"[,)]', template.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= texts.keys()


def test_arabic_text_has_no_latin_words():
    read = tomllib.loads((SOURCES / "messages.toml").read_text(encoding="utf-8"))["text"]
    latin = {name for name, (_, arabic) in read.items() if re.search("[A-Za-z]", re.sub(r"\{\w*\}", "", arabic))}
    assert latin == {"other_language", "outlines_from"}


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "ادعاء واحد"), (2, "ادعاءان"), (3, "3 ادعاءات"), (11, "11 ادعاءً"), (100, "100 ادعاء"), (103, "103 ادعاءات")],
)
def test_arabic_nouns_are_counted_as_arabic_counts(count, told):
    assert counted("claim", count, Convention("ar")) == told


def test_habits_are_kept_and_lead_back(pages):
    answer = pages.get("/ar/habits?digits=arabic&theme=dark&back=/ar/search?q=1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/ar/search?q=1"
    page = pages.get("/ar/", headers={"cookie": "digits=arabic; theme=dark"}).text
    assert 'data-theme="dark"' in page
    assert re.search("[٠-٩]", page)


@pytest.mark.parametrize("back", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", ""])
def test_habits_lead_nowhere_else(pages, back):
    assert pages.get("/en/habits", params={"back": back}).headers["location"] == "/en/"


def test_files_are_kept_by_browsers_and_told_apart_by_their_content(pages):
    (style,) = re.findall(r'href="(/static/tawatur\.css\?v=[0-9a-f]+)"', pages.get("/en/").text)
    answer = pages.get(style)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in pages.get("/static/tawatur.css").headers["cache-control"]
    assert pages.get(style, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert pages.get("/static/../messages.toml").status_code == 404


def test_style_loads_nothing_from_elsewhere_and_what_it_loads_is_there(pages):
    sheet = pages.get("/static/tawatur.css").text
    loaded = re.findall(r"url\(([^)]*)\)", sheet)
    assert loaded
    assert all(pages.get(f"/static/{name}").status_code == 200 for name in loaded)
