"""How old reports are: the plan's newest, and each agency's own."""

from __future__ import annotations

from datetime import datetime

from lib.plan.text.indonesian import WIB

NEVER = "belum pernah melapor"


def freshness(last: datetime | None, reported: bool, now: datetime | None = None) -> str:
    """Say how old the newest report is, in days as people count them; "" where nothing tells.

    `last` is when a REALISASI changed last; `reported` whether the plan holds any.
    """
    if last is None:
        return "" if reported else "belum pernah dilaporkan"
    return f"terakhir dilaporkan {ago(last, now)}"


def agency_freshness(
    agency: str, last: datetime | None, reported: bool, now: datetime | None = None
) -> str:
    """Say the same of one agency; `reported` is whether any of its figures is filled in."""
    if last is None:
        return "" if reported else f"{agency} {NEVER}"
    return f"{agency} terakhir melapor {ago(last, now)}"


def ago(last: datetime, now: datetime | None = None) -> str:
    """Say how long ago a time was: `hari ini`, `kemarin`, `12 hari lalu`."""
    today = (now or datetime.now(WIB)).astimezone(WIB).date()
    days = (today - last.astimezone(WIB).date()).days
    return {0: "hari ini", 1: "kemarin"}.get(days, f"{days} hari lalu")
