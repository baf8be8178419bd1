"""Headlines: the finding of each figure in one Indonesian sentence, by rule from the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from lib.plan.indonesian import listing, number, percent
from lib.plan.position import Position, quarter_label
from lib.plan.rollup import IndicatorRollup, Rollup, in_scope
from lib.plan.status import IndicatorStatus, Light, Status

NOTHING = "Tidak ada kegiatan pada pilihan ini"
AHEAD = "terjadwal; belum ada yang jatuh tempo"
NO_INDICATORS = "Tidak ada indikator pada pilihan ini"
_NAMED = 3
"""As many agencies are named; more are only counted."""


def unit(table: pd.DataFrame) -> str:
    """Name what the rows are: `kegiatan 2024` within one year, `kegiatan-tahun` over several."""
    years = table["tahun"].unique()
    return f"kegiatan {years[0]}" if len(years) == 1 else "kegiatan-tahun"


def _joined(parts: Iterable[tuple[int, str]]) -> str:
    """List what was counted, zeros left out: `2 terlambat, 1 belum ada data`."""
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def _sentence(main: str, rest: str) -> str:
    return f"{main}; {rest}" if rest else main


def _share(count: int, total: int, what: str, done: str) -> str:
    """Say how many of all, with words of their own for none and all."""
    if count == 0 and total == 1:
        return f"1 {what} belum {done}"
    if count == 0:
        return f"Belum satu pun dari {total} {what} {done}"
    if count == total:
        return f"Seluruh {total} {what} {done}" if total > 1 else f"1 {what} {done}"
    return f"{count} dari {total} {what} {done}"


def activities(table: pd.DataFrame, position: Position) -> str:
    """Say how many kegiatan-years up to the position's year are done, and what hinders.

    `table` is `status.activity_status`, filtered; Ditunda is counted apart.
    """
    if table.empty:
        return NOTHING
    due = in_scope(table, position)
    if due.empty:
        waiting = int((table["status"] != Status.POSTPONED).sum())
        return f"{waiting} {unit(table)} {AHEAD}"
    count = due["status"].value_counts().to_dict()
    rows = len(due) - count.get(Status.POSTPONED.value, 0)
    if not rows:
        return f"{len(due)} {unit(due)} ditunda"
    if due["realisasi"].isna().all() and due["keterangan"].isna().all():
        return f"Belum ada realisasi yang dilaporkan; {rows} {unit(due)} direncanakan"
    done = count.get(Status.DONE.value, 0)
    states = [Status.LATE, Status.NOT_DONE, Status.NO_DATA, Status.POSTPONED]
    if done == 0:
        states.insert(0, Status.IN_PROGRESS)
    rest = _joined((count.get(state.value, 0), state.lower()) for state in states)
    return _sentence(_share(done, rows, unit(due), "selesai"), rest)


def agencies(table: pd.DataFrame, position: Position) -> str:
    """Say how many are done, and with whom the late ones are.

    `table` is `status.activity_status`, filtered.
    """
    due = in_scope(table, position)
    if due.empty:
        return activities(table, position)
    if due["realisasi"].isna().all() and due["keterangan"].isna().all():
        owners = due["pihak"].explode().nunique()
        planned = f"{len(due)} {unit(due)} direncanakan"
        return f"Belum ada laporan dari {owners} perangkat daerah; {planned}"
    rows = due[due["status"] != Status.POSTPONED]
    late = due.loc[due["status"] == Status.LATE, "pihak"].explode().value_counts()
    if late.empty:
        rest = "tidak ada yang terlambat"
    elif len(late) <= _NAMED:
        rest = "terlambat: " + listing(f"{name} {count}" for name, count in late.items())
    else:
        rest = f"yang terlambat ada pada {len(late)} perangkat daerah"
    done = int((rows["status"] == Status.DONE).sum())
    if rows.empty:
        return activities(table, position)
    return _sentence(_share(done, len(rows), unit(due), "selesai"), rest)


def board(cells: pd.DataFrame, year: int, position: Position) -> str:
    """Say how one year stands in its last quarter due.

    `cells` is `status.quarter_table` without the rows that are Ditunda, filtered.
    """
    if cells.empty:
        return NOTHING
    quarter = position.ended(year)
    now = cells[(cells["tahun"] == year) & (cells["triwulan"] == max(quarter, 1))]
    if quarter == 0 or now.empty:
        return f"{len(now)} kegiatan {year} {AHEAD}"
    if cells["realisasi"].isna().all():
        planned = cells[cells["triwulan"] == 1]
        return f"Belum ada realisasi yang dilaporkan; {len(planned)} {unit(planned)} direncanakan"
    label = f"{quarter_label(quarter)} {year}"
    missing = int(now["realisasi"].isna().sum())
    if missing == len(now):
        return f"{label} belum dilaporkan untuk {len(now)} kegiatan"
    light = now["lampu"].value_counts().to_dict()
    rest = _joined(
        [
            (light.get(Light.YELLOW.value, 0), Light.YELLOW),
            (light.get(Light.RED.value, 0), Light.RED),
            (missing, "belum dilaporkan"),
            (light.get(Light.GREY.value, 0) - missing, "tidak dihitung"),
        ]
    )
    green = light.get(Light.GREEN.value, 0)
    reached = _share(green, len(now), "kegiatan", Light.GREEN)
    return f"{label}: {_sentence(reached[0].lower() + reached[1:], rest)}"


def curve(target: float, actual: float, assumed: bool, position: Position) -> str:
    """Say how far mean cumulative realisasi stands from its target; NaN for none reported."""
    goal = f"target {percent(target)}" + (" (asumsi)" if assumed else "")
    if actual != actual:
        return f"Belum ada realisasi yang dilaporkan sampai {position.label}; {goal}"
    gap = round(actual, 1) - round(target, 1)
    if abs(gap) < 0.05:
        return f"Realisasi kumulatif {percent(actual)}, sesuai {goal}"
    side = "di atas" if gap > 0 else "di bawah"
    return f"Realisasi kumulatif {percent(actual)}, {number(abs(gap))} poin {side} {goal}"


def compliance(rollups: Mapping[str, Rollup]) -> str:
    """Say how many agencies have reported in full, and what is still owed."""
    due = {name: rollup for name, rollup in rollups.items() if rollup.due}
    if not due:
        return "Belum ada laporan triwulan yang jatuh tempo" if rollups else NOTHING
    owed = {name: rollup.due - rollup.filled for name, rollup in due.items()}
    if all(rollup.filled == 0 for rollup in due.values()):
        return f"Belum ada laporan yang masuk dari {len(due)} perangkat daerah"
    complete = sum(count == 0 for count in owed.values())
    open_ = [f"{name} {count}" for name, count in owed.items() if count]
    rest = ""
    if open_:
        rest = "laporan yang belum masuk: " + listing(open_[:_NAMED])
        if len(open_) > _NAMED:
            rest = f"{sum(owed.values())} laporan triwulan belum masuk"
    return _sentence(_share(complete, len(due), "perangkat daerah", "melapor lengkap"), rest)


def indicators(rollup: IndicatorRollup, year: int) -> str:
    """Say how many indicators of a year reach their target, and what cannot be computed."""
    what = f"indikator {year}"
    if not rollup.total:
        return NO_INDICATORS
    count = rollup.counts
    silent = count[IndicatorStatus.NO_TARGET] + count[IndicatorStatus.NO_DATA]
    if count[IndicatorStatus.NO_TARGET] == rollup.total:
        return f"{rollup.total} {what} belum memiliki target"
    if silent == rollup.total:
        return f"Belum ada capaian {what} yang dapat dihitung: " + _joined(
            [
                (count[IndicatorStatus.NO_TARGET], "belum ada target"),
                (count[IndicatorStatus.NO_DATA], "belum ada data"),
            ]
        )
    main = _share(rollup.achieved, rollup.total, what, "mencapai target")
    if rollup.total == 1:
        return main
    order = (IndicatorStatus.NOT_ACHIEVED, IndicatorStatus.NO_TARGET, IndicatorStatus.NO_DATA)
    return _sentence(main, _joined((count[state], state.lower()) for state in order))
