"""What moved since the version compared with."""

from __future__ import annotations

from lib.plan.figures.status import Status
from lib.plan.standing import Since
from lib.plan.text.indonesian import MISSING, number
from lib.voice.key_figures import KeyFigure, moved_figures
from lib.voice.words.counting import unit, with_rest


def headline(moved: Since, label: str) -> str:
    """Say how much moved since the version compared with, which `label` names."""
    rows = moved.effect.rows
    if not moved.cells:
        return f"Data sama dengan {label}"
    if rows.empty and all(old == new for old, new in moved_figures(moved.effect)):
        return f"Tidak ada angka yang bergeser sejak {label}; {moved.cells} sel berubah"
    if rows.empty:
        return f"Tidak ada kegiatan yang bergeser sejak {label}"
    done, was_done = (rows[f"status_{side}"] == Status.DONE for side in ("baru", "lama"))
    late, was_late = (rows[f"status_{side}"] == Status.LATE for side in ("baru", "lama"))
    words = (
        (done & ~was_done, "baru selesai"),
        (was_done & ~done, "tidak lagi selesai"),
        (late & ~was_late, "baru terlambat"),
    )
    parts = [f"{int(which.sum())} {word}" for which, word in words if which.any()]
    return with_rest(f"{len(rows)} {unit(rows)} bergeser sejak {label}", ", ".join(parts))


def difference(old: KeyFigure, new: KeyFigure) -> str:
    """Write how a figure moved, such as `+4 poin`; `tetap` where it did not."""
    if old.number is None or new.number is None:
        return MISSING
    step = round(new.number - old.number, 1)
    if step == 0:
        return "tetap"
    unit = " poin" if new.value.endswith("%") else ""
    return f"{'+' if step > 0 else '−'}{number(abs(step))}{unit}"
