"""Where kegiatan stand: the finding of timeline, board and summary in one sentence."""

from __future__ import annotations

import pandas as pd

from lib.plan.figures.rollup import in_scope, rollup, select
from lib.plan.figures.status import Light, Status
from lib.plan.position import Position, quarter_label
from lib.plan.standing import Standing
from lib.plan.text.indonesian import listing
from lib.voice.words.counting import AHEAD, NAMED, NOTHING, done_of, joined, share, unit, with_rest

NOTHING_REPORTED = "Belum ada realisasi yang dilaporkan"


def headline(table: pd.DataFrame, position: Position) -> str:
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
    if silent(due):
        return f"{NOTHING_REPORTED}; {rows} {unit(due)} direncanakan"
    done = count.get(Status.DONE.value, 0)
    states = [Status.LATE, Status.NOT_DONE, Status.NO_DATA, Status.POSTPONED]
    if done == 0:
        states.insert(0, Status.IN_PROGRESS)
    rest = joined((count.get(state.value, 0), state.lower()) for state in states)
    return with_rest(share(done, rows, unit(due), "selesai"), rest)


def silent(due: pd.DataFrame) -> bool:
    """Tell whether none of the kegiatan-years says anything."""
    return bool((due["realisasi"].isna() & due["keterangan"].isna()).all())


def board(cells: pd.DataFrame, year: int) -> str:
    """Say how one year stands in its last quarter due.

    `cells` is `status.quarter_table` without the rows that are Ditunda, filtered.
    """
    if cells.empty:
        return NOTHING
    quarter = _last_asked(cells, year)
    now = cells[(cells["tahun"] == year) & (cells["triwulan"] == max(quarter, 1))]
    if quarter == 0 or now.empty:
        return f"{len(now)} kegiatan {year} {AHEAD}"
    if cells["realisasi"].isna().all():
        planned = cells[cells["triwulan"] == 1]
        return f"{NOTHING_REPORTED}; {len(planned)} {unit(planned)} direncanakan"
    label = f"{quarter_label(quarter)} {year}"
    if now["realisasi"].isna().all():
        return f"{label} belum dilaporkan untuk {len(now)} kegiatan"
    reached = _lights(now)
    return f"{label}: {reached[0].lower()}{reached[1:]}"


def _last_asked(cells: pd.DataFrame, year: int) -> int:
    """Return the last quarter of a year that any row is asked for, 0 for none."""
    asked = cells.loc[(cells["tahun"] == year) & cells["jatuh_tempo"], "triwulan"]
    return int(asked.max()) if len(asked) else 0


def _lights(now: pd.DataFrame) -> str:
    """Count one quarter's lights, what is not reported apart from what is not computed."""
    light = now["lampu"].value_counts().to_dict()
    waiting = int((~now["jatuh_tempo"]).sum())
    missing = int(now["realisasi"].isna().sum()) - waiting
    rest = joined(
        [
            (light.get(Light.YELLOW.value, 0), Light.YELLOW),
            (light.get(Light.RED.value, 0), Light.RED),
            (missing, "belum dilaporkan"),
            (waiting, "belum jatuh tempo"),
            (light.get(Light.GREY.value, 0) - missing - waiting, "tidak dihitung"),
        ]
    )
    green = light.get(Light.GREEN.value, 0)
    return with_rest(share(green, len(now), "kegiatan", Light.GREEN), rest)


def years(table: pd.DataFrame, standing: Standing) -> str:
    """Say how many kegiatan of each year up to the position's are done, the last years first.

    `table` is `status.activity_status`, filtered.
    """
    due = in_scope(table, standing.position)
    if standing.silent:
        return spans(table)
    if due.empty or due["tahun"].nunique() == 1:
        return headline(table, standing.position)
    last = sorted(due["tahun"].unique())[-NAMED:]
    sums = {year: rollup(select(due, year=year)) for year in last}
    if not any(each.done for each in sums.values()):
        return headline(table, standing.position)
    return "Selesai " + listing(f"{done_of(each)} pada {year}" for year, each in sums.items())


def spans(table: pd.DataFrame) -> str:
    """Say how many kegiatan are planned for more than one year."""
    counts = table["no"].value_counts()
    total, long = len(counts), int((counts > 1).sum())
    if not total:
        return NOTHING
    if not long:
        return f"{total} kegiatan direncanakan, masing-masing pada satu tahun"
    who = f"Seluruh {total}" if long == total and total > 1 else f"{long} dari {total}"
    return f"{who} kegiatan direncanakan lebih dari satu tahun"
