"""How much of the budget was spent, in words."""

from __future__ import annotations

from lib.plan.figures.rollup import Rollup
from lib.plan.text.indonesian import percent, rupiah
from lib.voice.words.counting import with_rest

NO_BUDGET = "PAGU belum diisi"
SILENT = "Pagu tanpa realisasi anggaran"
SPENT, CEILING = "Realisasi anggaran", "Pagu"
ROWS = "Serapan dihitung dari kegiatan-tahun yang mengisi pagu dan realisasi anggaran."


def headline(sums: Rollup) -> str:
    """Say how much was spent of what rows state both, and whose spending nobody states."""
    silent = f"{rupiah(sums.silent_budget)} lainnya belum disertai realisasi anggaran"
    if not sums.budget_rows:
        return f"Pagu {rupiah(sums.silent_budget)}; realisasi anggaran belum dilaporkan"
    main = f"Serapan anggaran {percent(sums.absorption)} dari pagu {rupiah(sums.budget)}"
    return with_rest(main, silent if sums.silent_budget else "")


def spent_of(sums: Rollup) -> str:
    """Write one agency's spending: its share, both amounts, and what is stated by halves."""
    if not sums.budget_rows:
        stated = f"{CEILING} {rupiah(sums.silent_budget)}" if sums.silent_budget else ""
        return f"{stated}, realisasi belum dilaporkan" if stated else NO_BUDGET
    found = f"{percent(sums.absorption)} · {rupiah(sums.spent)} dari {rupiah(sums.budget)}"
    return found + (f" (+ {rupiah(sums.silent_budget)} tanpa realisasi)" * bool(sums.silent_budget))
