"""The file of feeds to watch, in TOML: read, and refused in one line where something in it is wrong.

every = "30m"

[[feed]]
url = "https://example.org/rss"
publisher = "…"
every = "10m"
pages = false
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from tawatur.model import InputError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d+)\s*([smhd])")
_REMEDY = "see tawatur watch --help"
#: No feed is asked more often than this, in seconds.
_LEAST = 60.0


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, a sitemap or a page to watch: how often it is asked for and how often its pages again, in seconds.

    `pages`: the pages that it names are read; otherwise the text that a feed gives itself. `publisher` is whose its
    reports are, where they don't say so.
    """

    url: str
    every: float = 1800.0
    recheck: float = 86400.0
    pages: bool = True
    publisher: str | None = None


class Feeds(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, how long one host is left alone between two requests, and whom its people can write to."""

    feeds: tuple[Feed, ...]
    delay: float = 1.0
    contact: str | None = None


def load(path: str) -> Feeds:
    """Return the feeds of a file. Raises InputError where it can't be used."""
    try:
        given = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(error.strerror or str(error), source=path, remedy="check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"no TOML: {error}", source=path, remedy=_REMEDY) from None
    return _feeds(given, path)


def _feeds(given: dict[str, Any], path: str) -> Feeds:
    _known(given, {"every", "recheck", "delay", "contact", "feed"}, path, None)
    shared = _times(given, path, "")
    entries = given.get("feed")
    if not isinstance(entries, list) or not entries:
        raise InputError("no [[feed]]", source=path, remedy=_REMEDY)
    feeds = tuple(_feed(entry, shared, path, f"feed {number}") for number, entry in enumerate(entries, 1))
    if len({feed.url for feed in feeds}) < len(feeds):
        raise InputError("a feed is named twice", source=path, remedy="name it once")
    delay = _seconds(given["delay"], path, "delay") if "delay" in given else 1.0
    return Feeds(feeds=feeds, delay=delay, contact=given.get("contact"))


def _feed(entry: object, shared: dict[str, float], path: str, place: str) -> Feed:
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        raise InputError("a feed without a url", source=path, place=place, remedy=_REMEDY)
    _known(entry, {"url", "every", "recheck", "pages", "publisher"}, path, place)
    if not entry["url"].startswith(("http://", "https://")):
        raise InputError(f"no address of the web: {entry['url']}", source=path, place=place, remedy=_REMEDY)
    own = _times(entry, path, f"{place}, ")
    try:
        return msgspec.convert({**shared, **entry, **own}, Feed)
    except msgspec.ValidationError as error:
        raise InputError(str(error), source=path, place=place, remedy=_REMEDY) from None


def _times(given: dict[str, Any], path: str, place: str) -> dict[str, float]:
    return {name: _seconds(given[name], path, f"{place}{name}") for name in ("every", "recheck") if name in given}


def _known(given: dict[str, Any], names: set[str], path: str, place: str | None) -> None:
    unknown = sorted(set(given) - names)
    if unknown:
        raise InputError(f"no such setting: {unknown[0]}", source=path, place=place, remedy=_REMEDY)


def _seconds(given: object, path: str, place: str) -> float:
    match = _DURATION.fullmatch(given.strip()) if isinstance(given, str) else None
    if match is None:
        raise InputError(f"no time: {given!r}", source=path, place=place, remedy='write it as "30m", "6h" or "1d"')
    seconds = float(match[1]) * _UNITS[match[2]]
    return seconds if place.endswith("delay") else max(seconds, _LEAST)
