"""What legends, notes and marks say: lights, thresholds, assumptions, what is missing."""

from __future__ import annotations

from lib.plan.figures.status import GREEN_ABOVE, YELLOW_FROM, Light, Status
from lib.plan.text.indonesian import MISSING, number, percent

MADE_UP = "CONTOH, ANGKA REKAAN"
SOURCE = "Ambang warna: E-SAKIP."
SCALE = "Predikat: skala Permendagri 54/2010 dan 86/2017."
ASSUMED = "Target triwulan yang kosong memakai asumsi 25, 50, 75, dan 100%."
STEPS_RULE = (
    "Tahap (aturan dasbor ini): hijau bila target tercapai, kuning kurang satu tahap, "
    "merah kurang dua tahap atau lebih."
)
SHARED = "Kegiatan dengan beberapa pihak dihitung pada setiap pihak."
NOT_REPORTED = "Belum dilaporkan"
NOT_DUE = "Belum jatuh tempo"
UNPLANNED = "Tidak direncanakan"
NOT_COMPUTED = "Belum dapat dihitung"

STATUS_MARKS = {
    Status.DONE: "✓",
    Status.IN_PROGRESS: "◐",
    Status.LATE: "!",
    Status.NOT_STARTED: "○",
    Status.NOT_DONE: "✕",
    Status.POSTPONED: "‖",
    Status.SCHEDULED: "·",
    Status.NO_DATA: MISSING,
}
LIGHT_MARKS = {Light.GREEN: "✓", Light.YELLOW: "◐", Light.RED: "!", Light.GREY: MISSING}
"""The signs that say the same as the colours."""

LIGHT_WORDS = {
    Light.GREEN: f"Hijau: di atas {percent(GREEN_ABOVE)} target",
    Light.YELLOW: f"Kuning: {number(YELLOW_FROM)}–{percent(GREEN_ABOVE)}",
    Light.RED: f"Merah: di bawah {percent(YELLOW_FROM)}",
    Light.GREY: "Abu-abu: tidak dihitung",
}
"""What each light means; the thresholds are those of `status`."""


def light_entry(light: Light, grey: str = "") -> str:
    """Write a light's legend entry, with its mark where cells carry one beside a number.

    `grey` says instead why nothing is computed, where all that is grey is so for one reason.
    """
    if light is Light.GREY and grey:
        return f"{grey} {MISSING}"
    carried = light in (Light.YELLOW, Light.RED)
    return f"{LIGHT_WORDS[light]} {LIGHT_MARKS[light]}" if carried else LIGHT_WORDS[light]


def indicator_notes(stepped: bool) -> str:
    """Say where lights and predikat of indicators come from, and the rule of steps if any are."""
    return f"{SOURCE} {SCALE} {STEPS_RULE}" if stepped else f"{SOURCE} {SCALE}"


def status_entry(status: Status) -> str:
    """Write a status's legend entry, such as `Selesai ✓`."""
    return f"{status} {STATUS_MARKS[status]}"


def marked(status: Status) -> str:
    """Write a status with its mark before it, such as `✓ Selesai`."""
    return f"{STATUS_MARKS[status]} {status}"


def assumption(assumed: bool) -> str:
    """Say that a target is the assumed one, behind its number; "" where it is stated."""
    return " (asumsi)" if assumed else ""


REVISED = "*"
"""Stands behind a figure whose target is not the one stated first."""
REVISED_NOTE = "* Target direvisi; target semula ada di kartu kegiatan."


FIRST_STATED = "Target semula"
"""Names the line of the targets as they were stated first."""


def first_target(stated: float, now: float = float("nan")) -> str:
    """Say behind a target what was stated first; "" where it is the same or NaN."""
    is_said = stated == stated and percent(stated) != percent(now)
    return f" (semula {percent(stated)})" if is_said else ""
