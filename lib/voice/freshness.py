"""How old the newest report is."""

from __future__ import annotations

from datetime import datetime

from lib.plan.text.indonesian import WIB


def freshness(last: datetime | None, reported: bool, now: datetime | None = None) -> str:
    """Say how old the newest report is, in days as people count them; "" where nothing tells.

    `last` is when a REALISASI changed last; `reported` whether the plan holds any.
    """
    if last is None:
        return "" if reported else "belum pernah dilaporkan"
    today = (now or datetime.now(WIB)).astimezone(WIB).date()
    days = (today - last.astimezone(WIB).date()).days
    ago = {0: "hari ini", 1: "kemarin"}.get(days, f"{days} hari lalu")
    return f"terakhir dilaporkan {ago}"
