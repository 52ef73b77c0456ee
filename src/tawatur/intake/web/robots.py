"""Robots: what a site asks those that are no people to leave alone, and how long to wait (RFC 9309)."""

from __future__ import annotations

from http import HTTPStatus
from urllib.robotparser import RobotFileParser

#: As much of the file as must be read (RFC 9309, 2.5), in bytes.
LARGEST = 500 << 10
#: A longer wait than this is a refusal, in seconds.
LONGEST = 300.0


class Robots:
    """What one site asks for."""

    def __init__(self, agent: str, status: int, text: str) -> None:
        self._agent = agent
        self._rules = RobotFileParser()
        self._rules.parse(text.splitlines() if status == HTTPStatus.OK else [])  # no such file: all is allowed

    def allows(self, url: str) -> bool:
        """Tell whether the site lets `url` be fetched."""
        return self._rules.can_fetch(self._agent, url)

    @property
    def delay(self) -> float:
        """How many seconds the site asks to wait between two requests."""
        given = self._rules.crawl_delay(self._agent)
        return float(given) if given is not None else 0.0
