"""A figure as people type it, and a claim's value as it is printed."""

import pytest

from tawatur.cli.wording import amount, chain, period
from tawatur.client.figures import figure
from tawatur.model import Claim, Period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("153", 153),
        ("١٥٣", 153),
        ("۱۵۳", 153),
        ("20,000", 20000),
        ("٢٠٬٠٠٠", 20000),
        ("1.5", 1.5),
        ("٪18", 18),
        ("18%", 18),
        ("-18", -18),
        ("2014-09", "2014-09"),
        ("2014-09-15", "2014-09-15"),
        ("مئة وثلاثة وخمسون", 153),
        ("ألفان", 2000),
        ("nan", None),
        ("000-e50138641547", None),
        ("", None),
    ],
)
def test_figures(text, value):
    assert figure(text) == value


def claim(**fields):
    return Claim(**{"doc": "a", "start": 0, "end": 1, "quote_start": 0, "quote_end": 1, "quote": "", "number": "",
                    "measure": "killed", "unit": "person", **fields})  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"low": 153, "high": 153}, "153"),
        ({"low": 50, "high": 50, "bound": "about"}, "~50"),
        ({"low": 2e10, "high": None, "bound": "more_than", "unit": "USD"}, ">20,000,000,000 USD"),
        ({"low": 40000, "high": 50000, "bound": "between"}, "40,000–50,000"),
        ({"low": None, "high": 9, "bound": "at_most"}, "≤9"),
        ({"low": 2, "high": None, "bound": "ambiguous"}, "2+"),
        ({"low": 300, "high": 300, "unit": "percent", "change": True}, "+300%"),
        ({"low": -18, "high": -18, "unit": "percent", "change": True}, "-18%"),
        ({"low": 0.3333, "high": 0.3333, "unit": "other"}, "0.3333"),
        ({"low": "2014-09", "high": "2014-09", "unit": "date"}, "2014-09"),
        ({}, "–"),
    ],
)
def test_amounts(fields, text):
    assert amount(claim(**fields)) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (None, ""),
        (Period(None, None), ""),
        (Period("2024-01-15", "2024-01-15"), "2024-01-15"),
        (Period("2024-02-01", "2024-02-29"), "2024-02"),
        (Period("2023-02-01", "2023-02-27"), "2023-02-01/02-27"),
        (Period("2024-01-01", "2024-12-31"), "2024"),
        (Period("2024-01-01", "2024-06-30"), "2024-01-01/06-30"),
        (Period("2023-09-01", "2024-06-30"), "2023-09-01/2024-06-30"),
        (Period("2014-09-01", None), "2014-09-01/"),
        (Period(None, "2017-12-09"), "/2017-12-09"),
    ],
)
def test_periods(when, text):
    assert period(when) == text


def test_chains():
    assert chain(("centcom", "reuters+وكالة النخلة")) == "centcom → reuters + وكالة النخلة"
