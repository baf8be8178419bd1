"""Sentences that no figure of the screens has, by rule from the standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from lib.plan import schema, status
from lib.plan.indonesian import listing
from lib.plan.plan import Plan, split_agencies
from lib.plan.rollup import Rollup, in_scope, rollup, select
from lib.plan.standing import Obstacle, Part, Since, Standing
from lib.plan.status import Status
from lib.voice import headlines

_NAMED = 3
"""As many names are listed; more are only counted."""


def curve(standing: Standing) -> str:
    """Say how far mean cumulative realisasi stands from its target."""
    curve, position = standing.curve, standing.position
    now = curve[(curve["tahun"] == position.year) & (curve["triwulan"] == position.quarter)]
    if standing.silent or now.empty:
        return planned_years(standing.plan)
    point = now.iloc[0]
    return headlines.curve(point["target"], point["realisasi"], bool(point["asumsi"]), position)


def planned_years(plan: Plan) -> str:
    """Say how the plan spreads over its years, while there is nothing to report on."""
    per_year = status.planned_count(plan)
    total = sum(per_year.values())
    if len(per_year) == 1:
        return f"{total} kegiatan direncanakan pada {plan.period}"
    spread = listing(f"{count} pada {year}" for year, count in per_year.items())
    return f"{total} kegiatan-tahun direncanakan: {spread}"


def years(table: pd.DataFrame, standing: Standing) -> str:
    """Say how many kegiatan of each year up to the position's are done, the last years first.

    `table` is `status.activity_status`, filtered.
    """
    due = in_scope(table, standing.position)
    if standing.silent:
        return spans(table)
    if due.empty or due["tahun"].nunique() == 1:
        return headlines.activities(table, standing.position)
    last = sorted(due["tahun"].unique())[-_NAMED:]
    sums = {year: rollup(select(due, year=year)) for year in last}
    if not any(each.done for each in sums.values()):
        return headlines.activities(table, standing.position)
    return "Selesai " + listing(f"{_of(each)} pada {year}" for year, each in sums.items())


def spans(table: pd.DataFrame) -> str:
    """Say how many kegiatan are planned for more than one year."""
    counts = table["no"].value_counts()
    total, long = len(counts), int((counts > 1).sum())
    if not total:
        return headlines.NOTHING
    if not long:
        return f"{total} kegiatan direncanakan, masing-masing pada satu tahun"
    who = f"Seluruh {total}" if long == total and total > 1 else f"{long} dari {total}"
    return f"{who} kegiatan direncanakan lebih dari satu tahun"


def groups(standing: Standing) -> str:
    """Say which kelompok program are done in full, and which lag."""
    if standing.silent:
        counts = standing.plan.activities["kp"].value_counts().to_dict()
        return _most(counts, "memuat", len(standing.plan.activities))
    return _parts(standing, standing.groups, "kelompok program")


def agencies(standing: Standing) -> str:
    """Say what the agencies have done; while nothing is reported, who is in charge of most."""
    if standing.silent:
        rows = standing.plan.activities
        counts = Counter(name for text in rows["pihak_terlibat"] for name in split_agencies(text))
        return _most(counts, "menangani", len(rows))
    return headlines.agencies(standing.activities, standing.position)


def _most(counts: Mapping[Any, int], verb: str, total: int) -> str:
    """Say who has the most kegiatan, ties included: `A menangani 8 dari 10 kegiatan`."""
    if not counts:
        return headlines.NOTHING
    top = max(counts.values())
    first = [name for name, count in counts.items() if count == top]
    if len(first) == 1:
        most = "terbanyak, " if len(counts) > 1 else ""
        return f"{first[0]} {verb} {most}{top} dari {total} kegiatan"
    who = listing(first) if len(first) <= _NAMED else f"{len(first)} di antaranya"
    return f"{who} {verb} terbanyak, masing-masing {top} dari {total} kegiatan"


def _parts(standing: Standing, parts: Sequence[Part], what: str) -> str:
    planned = [part for part in parts if part.sums.planned]
    if not planned:
        return headlines.activities(standing.activities, standing.position)
    complete = sum(part.sums.done == part.sums.planned for part in planned)
    if len(planned) == 1:
        return f"{planned[0].code}: {_of(planned[0].sums)} {headlines.unit(standing.due)} selesai"
    if complete == len(planned):
        return f"Seluruh {complete} {what} selesai"
    if not any(part.sums.done for part in planned):
        return f"Belum ada kegiatan yang selesai pada {len(planned)} {what}"
    main = f"{complete} dari {len(planned)} {what} selesai seluruhnya"
    if not complete:
        main = f"Belum satu pun dari {len(planned)} {what} selesai seluruhnya"
    return f"{main}; {_lagging(planned)}"


def _lagging(parts: Sequence[Part]) -> str:
    """Name the parts with the smallest share done, by code."""
    none = [part.code for part in parts if not part.sums.done]
    if none:
        where = listing(none) if len(none) <= _NAMED else f"{len(none)} kelompok"
        return f"belum ada kegiatan selesai pada {where}"
    least = min(_share(part.sums) for part in parts)
    last = [part for part in parts if _share(part.sums) == least]
    if len(last) > _NAMED:
        return f"porsi selesai terkecil ada pada {len(last)} kelompok"
    names = listing(f"{part.code} ({_of(part.sums)})" for part in last)
    return f"porsi selesai terkecil pada {names}"


def _share(sums: Rollup) -> float:
    return sums.done / sums.planned


def _of(sums: Rollup) -> str:
    return f"{sums.done} dari {sums.planned}"


def obstacles(standing: Standing) -> str:
    """Say how many unfinished kegiatan-years name an obstacle, with whom, and what is missing."""
    found = [one for one in standing.obstacles if one.obstacle]
    if not found:
        return _no_obstacle(standing)
    unit = headlines.unit(standing.due)
    open_ = sum(not one.follow_up for one in found)
    return f"{len(found)} {unit} berkendala{_whose(found)}; {_followed(open_, len(found))}"


def _no_obstacle(standing: Standing) -> str:
    if standing.silent:
        return "Kendala dan tindak lanjut belum dilaporkan"
    silent = len(standing.unexplained)
    if silent:
        unit = headlines.unit(standing.due)
        return f"{silent} {unit} perlu perhatian, tetapi kendalanya belum ditulis"
    return "Tidak ada kegiatan belum selesai yang melaporkan kendala"


def _whose(found: Iterable[Obstacle]) -> str:
    counts = Counter(name for one in found for name in one.agencies)
    if not counts:
        return ""
    if len(counts) == 1:
        return (
            f", seluruhnya pada {next(iter(counts))}"
            if counts.total() > 1
            else (f" pada {next(iter(counts))}")
        )
    if len(counts) > _NAMED:
        return f" pada {len(counts)} perangkat daerah"
    return ": " + listing(f"{name} {count}" for name, count in counts.most_common())


def _followed(open_: int, total: int) -> str:
    if not open_:
        return "sudah ada tindak lanjut" if total == 1 else "semuanya sudah ada tindak lanjut"
    if open_ == total:
        return "belum ada tindak lanjut" if total == 1 else "semuanya belum ada tindak lanjut"
    return f"{open_} belum ada tindak lanjut"


def since(moved: Since, label: str) -> str:
    """Say how much moved since the version compared with, which `label` names."""
    rows = moved.effect.rows
    if not moved.cells:
        return f"Data sama dengan {label}"
    if rows.empty and all(old == new for old, new in moved.effect.figures):
        return f"Tidak ada angka yang bergeser sejak {label}; {moved.cells} sel berubah"
    if rows.empty:
        return f"Tidak ada kegiatan yang bergeser sejak {label}"
    done = (rows["status_baru"] == Status.DONE) & (rows["status_lama"] != Status.DONE)
    lost = (rows["status_lama"] == Status.DONE) & (rows["status_baru"] != Status.DONE)
    late = (rows["status_baru"] == Status.LATE) & (rows["status_lama"] != Status.LATE)
    words = (
        (done, "baru selesai"),
        (lost, "tidak lagi selesai"),
        (late, "baru terlambat"),
    )
    parts = [f"{int(which.sum())} {word}" for which, word in words if which.any()]
    main = f"{len(rows)} {headlines.unit(rows)} bergeser sejak {label}"
    return f"{main}; {', '.join(parts)}" if parts else main


def since_when(one: Obstacle) -> tuple[str, ...]:
    """Say since when a kegiatan-year is hindered, one fact each; () where no cell tells."""
    lines = []
    if one.behind:
        assumed = " (asumsi)" if one.assumed and one.behind.quarter < 4 else ""
        lines.append(f"di bawah target{assumed} sejak {one.behind.label}")
    if one.silent:
        lines.append(f"tanpa laporan sejak {one.silent.label}")
    if one.standing is not None and one.obstacle:
        lines.append("sudah ada pada rapat lalu" if one.standing else "baru sejak rapat lalu")
    return tuple(lines)


def basis(plan: Plan) -> str:
    """Name the document the plan stands on."""
    kind, number = (plan.document.get(item, "") for item in (schema.TYPE, schema.NUMBER))
    named = " ".join(part for part in (kind, f"Nomor {number}" if number else "") if part)
    return f"Dasar: {named}" if named else "Dokumen dasar belum dicantumkan pada buku kerja"


def data_notes(count: int) -> str:
    """Say where the figures come from, and how many notes the document has."""
    if not count:
        return "Angka berasal dari sel buku kerja; dokumen tidak memuat catatan"
    return f"Angka berasal dari sel buku kerja; {count} catatan dokumen menyertainya"
