"""Times as the tables hold them: ISO 8601 texts in UTC, which sort as they should."""

from __future__ import annotations

from datetime import UTC, datetime


def written(time: datetime) -> str:
    """Write an aware time in UTC; ValueError for one that does not say where it was taken."""
    if time.tzinfo is None:
        raise ValueError("a time without a zone")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    """Return the time a text of the tables stands for."""
    return datetime.fromisoformat(text)
