"""Who has done what: per kelompok program, per perangkat daerah, and who has reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lib.plan.figures.rollup import Rollup, in_scope
from lib.plan.figures.status import Status
from lib.plan.position import Position
from lib.plan.standing import Part, Standing
from lib.plan.text.indonesian import listing
from lib.voice import activities
from lib.voice.words.counting import NAMED, NOTHING, done_of, share, unit, with_rest


def agencies(table: pd.DataFrame, position: Position) -> str:
    """Say how many are done, and with whom the late ones are.

    `table` is `status.activity_status`, filtered.
    """
    due = in_scope(table, position)
    if due.empty:
        return activities.headline(table, position)
    if activities.silent(due):
        counts = due["pihak"].explode().value_counts().to_dict()
        return _most(counts, "perangkat daerah", "menangani", len(due), unit(due))
    rows = due[due["status"] != Status.POSTPONED]
    if rows.empty:
        return activities.headline(table, position)
    done = int((rows["status"] == Status.DONE).sum())
    return with_rest(share(done, len(rows), unit(due), "selesai"), _late(due))


def _late(due: pd.DataFrame) -> str:
    late = due.loc[due["status"] == Status.LATE, "pihak"].explode().value_counts()
    if late.empty:
        return "tidak ada yang terlambat"
    if len(late) > NAMED:
        return f"yang terlambat ada pada {len(late)} perangkat daerah"
    return "terlambat: " + listing(f"{name} {count}" for name, count in late.items())


def compliance(rollups: Mapping[str, Rollup]) -> str:
    """Say how many agencies have reported in full, and what is still owed."""
    due = {name: rollup for name, rollup in rollups.items() if rollup.due}
    if not due:
        return "Belum ada laporan triwulan yang jatuh tempo" if rollups else NOTHING
    if all(rollup.filled == 0 for rollup in due.values()):
        return f"Belum ada laporan yang masuk dari {len(due)} perangkat daerah"
    owed = {name: rollup.due - rollup.filled for name, rollup in due.items()}
    complete = sum(count == 0 for count in owed.values())
    main = share(complete, len(due), "perangkat daerah", "melapor lengkap")
    return with_rest(main, _owed({name: count for name, count in owed.items() if count}))


def _owed(counts: Mapping[str, int]) -> str:
    if not counts:
        return ""
    if len(counts) > NAMED:
        return f"{sum(counts.values())} laporan triwulan belum masuk"
    names = listing(f"{name} {count}" for name, count in counts.items())
    return f"laporan yang belum masuk: {names}"


def per_group(standing: Standing) -> str:
    """Say which kelompok program are done in full, and which lag."""
    if standing.silent:
        counts = standing.plan.activities["kp"].value_counts().to_dict()
        return _most(counts, "kelompok program", "memuat", len(standing.plan.activities))
    parts = [part for part in standing.groups if part.code in standing.plan.groups]
    return _parts(standing, parts, "kelompok program")


def per_agency(standing: Standing) -> str:
    """Say what the agencies have done; while nothing is reported, who is in charge of most."""
    if standing.silent:
        rows = standing.plan.activities
        counts = Counter(
            name for text in rows["pihak_terlibat"] for name in standing.plan.agencies_in(text)
        )
        return _most(counts, "perangkat daerah", "menangani", len(rows))
    return agencies(standing.activities, standing.position)


def _most(
    counts: Mapping[Any, int], what: str, verb: str, total: int, rows: str = "kegiatan"
) -> str:
    """Say who has the most rows, ties included: `A menangani terbanyak, 8 dari 10 kegiatan`."""
    if not counts:
        return NOTHING
    top = max(counts.values())
    first = [name for name, count in counts.items() if count == top]
    if len(first) == 1:
        most = "terbanyak, " if len(counts) > 1 else ""
        return f"{first[0]} {verb} {most}{top} dari {total} {rows}"
    if len(first) == len(counts):
        who = listing(first) if len(first) <= NAMED else f"{len(first)} {what}"
        return f"{who} masing-masing {verb} {top} dari {total} {rows}"
    who = listing(first) if len(first) <= NAMED else f"{len(first)} dari {len(counts)} {what}"
    return f"{who} {verb} terbanyak, masing-masing {top} dari {total} {rows}"


def _parts(standing: Standing, parts: Sequence[Part], what: str) -> str:
    planned = [part for part in parts if part.sums.planned]
    if not planned:
        return activities.headline(standing.activities, standing.position)
    if len(planned) == 1:
        return f"{planned[0].code}: {done_of(planned[0].sums)} {unit(standing.due)} selesai"
    complete = sum(part.sums.done == part.sums.planned for part in planned)
    if complete == len(planned):
        return f"Seluruh {complete} {what} selesai"
    if not any(part.sums.done for part in planned):
        return f"Belum ada kegiatan yang selesai pada {len(planned)} {what}"
    main = share(complete, len(planned), what, "selesai seluruhnya")
    return with_rest(main, _lagging(planned))


def _lagging(parts: Sequence[Part]) -> str:
    """Name the parts with the smallest share done, by code."""
    none = [part.code for part in parts if not part.sums.done]
    if none:
        where = listing(none) if len(none) <= NAMED else f"{len(none)} kelompok"
        return f"belum ada kegiatan selesai pada {where}"
    shares = {part.code: part.sums.done / part.sums.planned for part in parts}
    last = [part for part in parts if shares[part.code] == min(shares.values())]
    if len(last) > NAMED:
        return f"porsi selesai terkecil ada pada {len(last)} kelompok"
    names = listing(f"{part.code} ({done_of(part.sums)})" for part in last)
    return f"porsi selesai terkecil pada {names}"
