"""Times as accounts keep them: ISO 8601 in UTC, to the second, so that they compare as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def written(moment: datetime) -> str:
    """Return a moment as it is kept: `2026-03-01T12:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def now() -> str:
    """Return this moment, as it is kept."""
    return written(moment())


def seconds_until(kept: str, span: timedelta) -> float:
    """Return how many seconds are left until `span` after a moment as it is kept; one at least."""
    end = datetime.strptime(kept, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) + span
    return max(1.0, (end - moment()).total_seconds())


def later(span: timedelta) -> str:
    """Return the moment `span` from now, as it is kept."""
    return written(moment() + span)
