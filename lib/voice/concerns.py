"""What leadership should look at first, in words."""

from __future__ import annotations

from lib.plan.attention import Attention, Concern
from lib.plan.indonesian import listing, percent
from lib.voice.sayings import unreported
from lib.voice.signs import assumption

ATTENTION = "Perlu perhatian pimpinan"
NOTHING_URGENT = "Tidak ada yang perlu perhatian khusus pada posisi ini."

_FIXED = {
    Concern.NOT_DONE: "tidak terlaksana",
    Concern.POSTPONED: "ditunda",
    Concern.NO_DATA: "belum ada laporan",
}


def sentence(item: Attention) -> str:
    """Say which kegiatan-year it is, why it is on the list, and whose it is."""
    return f"{item.no} ({item.year}): {reason(item)}, {listing(item.agencies)}"


def reason(item: Attention) -> str:
    """Say why a kegiatan-year is on the list."""
    if item.concern in _FIXED:
        return _FIXED[item.concern]
    if item.concern is Concern.LATE:
        return f"baru {percent(item.actual)}"
    if item.concern is Concern.UNREPORTED:
        return unreported(item.ended, item.owed)
    goal = f"{percent(item.target)}{assumption(item.assumed)}"
    return f"realisasi {percent(item.actual)} dari target {goal}"
