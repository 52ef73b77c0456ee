"""Text of reports made fit to be shown: on one line, without controls, its directions kept apart.

A browser lays mixed text out by Unicode's rules (UAX 9), by which a date after an Arabic name changes sides, and
`2024-07-16` among Arabic words is read backwards. `bdi` elements keep each stretch to itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from tawatur.model import Reference, Report
from tawatur.page.labels import Language

_CONTROLS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_ARABIC = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
#: A date, what is quoted, or Arabic words in a row with what stands between them.
_DATE = r"\d{4}-\d{2}-\d{2}"
_ARABIC_STRETCH = re.compile(f"{_DATE}|«[^«»]*»|{_ARABIC}(?:[^A-Za-z()\\[\\],،;؛:«»]*{_ARABIC})*")
#: What is quoted, or Latin letters and digits in a row with what stands between them.
_LATIN_STRETCH = re.compile("«[^«»]*»|[A-Za-z0-9](?:[^\u0590-\u08ff()\\[\\]،؛«»]*[A-Za-z0-9%])?")
_WORDS = 14
#: A stretch of so many letters, a date among them, is not broken at a line's end.
_UNBROKEN = 14
_DIRECTION = {"en": "rtl", "ar": "ltr"}


def clean(text: str) -> str:
    """Return `text` on one line, without controls that could move what stands around it."""
    return " ".join(without_controls(text).split())


def without_controls(text: str) -> str:
    """Return `text` without controls that could move what stands around it, or that HTML forbids; spaces stay."""
    return "".join(
        letter if letter == "\n" or unicodedata.category(letter) != "Cc" else " " if letter.isspace() else ""
        for letter in _CONTROLS.sub("", text)
        if unicodedata.category(letter) != "Cs"
    )


def mixed(text: str, language: Language) -> Markup:
    """Return a sentence of one language as HTML, stretches of the other direction each kept to themselves."""
    pattern = _ARABIC_STRETCH if language == "en" else _LATIN_STRETCH
    return Markup().join(_pieces(clean(text), pattern, language))


def _pieces(text: str, pattern: re.Pattern[str], language: Language) -> Iterator[Markup]:
    done = 0
    for match in pattern.finditer(text):
        yield escape(text[done : match.start()])
        # words in quotation marks are a report's, and run as they begin; a date runs from left to right everywhere
        direction = "auto" if match[0].startswith("«") else "ltr" if match[0][0].isdecimal() else _DIRECTION[language]
        whole = Markup(' class="whole"') if len(match[0]) <= _UNBROKEN else ""
        yield Markup('<bdi dir="{}"{}>{}</bdi>').format(direction, whole, match[0])
        done = match.end()
    yield escape(text[done:])


class Context(NamedTuple):
    """A number with some words of its report on either side."""

    before: str
    number: str
    after: str


def context(reference: Reference, report: Report | None) -> Context:
    """Return a cited number with the words around it; the claim's quote alone where its text is not there."""
    for start, passage in report.passages() if report is not None else ():
        if start <= reference.start < reference.end <= start + len(passage):
            first, last = reference.start - start, reference.end - start
            before, after = clean(passage[:first]).split(" "), clean(passage[last:]).split(" ")
            lead = ["…", *before[-_WORDS:]] if len(before) > _WORDS else before
            rest = [*after[:_WORDS], "…"] if len(after) > _WORDS else after
            joined = " ".join(lead) + (" " if passage[first - 1 : first].isspace() else "")
            follows = (" " if passage[last : last + 1].isspace() else "") + " ".join(rest)
            return Context(joined, clean(passage[first:last]), follows)
    return Context("", clean(reference.quote), "")
