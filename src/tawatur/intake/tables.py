"""The tables of this package's data folder: tab-separated, a header line, comments after `#`."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/<name>` by their columns' names."""
    text = resources.files("tawatur.intake").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def column(name: str, header: str) -> frozenset[str]:
    """Return the values of one column of `data/<name>`."""
    return frozenset(row[header] for row in rows(name))
