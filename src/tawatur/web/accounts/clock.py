"""Times as accounts keep them: ISO 8601 in UTC, to the second, so that they compare as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def written(moment: datetime) -> str:
    """Return a moment as it is kept: `2026-03-01T12:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now() -> str:
    """Return this moment, as it is kept."""
    return written(datetime.now(UTC))


def later(span: timedelta) -> str:
    """Return the moment after `span`, as it is kept."""
    return written(datetime.now(UTC) + span)
