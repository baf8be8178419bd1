"""How sentences count: so many of all, what is counted, the years it spans."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lib.plan.figures.rollup import Rollup
from lib.plan.text.indonesian import percent

NOTHING = "Tidak ada kegiatan pada pilihan ini"
AHEAD = "terjadwal; belum ada yang jatuh tempo"
NAMED = 3
"""As many names are listed; more are only counted."""


def unit(table: pd.DataFrame) -> str:
    """Name what the rows are: `kegiatan 2024` within one year, `kegiatan-tahun` over several."""
    years = table["tahun"].unique()
    return f"kegiatan {years[0]}" if len(years) == 1 else "kegiatan-tahun"


def share(count: int, total: int, what: str, done: str) -> str:
    """Say how many of all, with words of their own for none and all."""
    if count == 0 and total == 1:
        return f"1 {what} belum {done}"
    if count == 0:
        return f"Belum satu pun dari {total} {what} {done}"
    if count == total:
        return f"Seluruh {total} {what} {done}" if total > 1 else f"1 {what} {done}"
    return f"{count} dari {total} {what} {done}"


def done_of(sums: Rollup) -> str:
    """Write how many of the planned are done: `3 dari 8`."""
    return f"{sums.done} dari {sums.planned}"


def filled_of(sums: Rollup) -> str:
    """Write how many of the reports due are in: `5 dari 12`."""
    return f"{sums.filled} dari {sums.due}"


def mean_of(sums: Rollup) -> str:
    """Write the mean realisasi: `–` without any report, for nothing reported is no zero.

    Beside a zero stands the mean of those that reported, where not all did.
    """
    written = percent(sums.mean_all)
    if written != percent(0) or sums.reported == sums.planned:
        return written
    return f"{written} (yang melapor saja {percent(sums.mean_reported)})"


def some_of(shown: int, total: int, what: str) -> str:
    """Say behind a subtitle that a drawing shows the most pressing rows alone; "" for all."""
    return f"; {shown} dari {total} {what} yang paling perlu perhatian" if shown < total else ""


def joined(parts: Iterable[tuple[int, str]]) -> str:
    """List what was counted, zeros left out: `2 terlambat, 1 belum ada data`."""
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def with_rest(main: str, rest: str) -> str:
    """Join a finding and what is to be said with it; the finding alone where that is nothing."""
    return f"{main}; {rest}" if rest else main


def ended(sentence: str) -> str:
    """End a sentence with a full stop, but one that breaks off."""
    return sentence if sentence.endswith((".", "…")) else f"{sentence}."
