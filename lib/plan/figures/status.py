"""What the numbers mean: status, capaian, light and predikat, as pure functions over tables.

Every screen, slide, message and export calls these; no threshold stands anywhere else.
Sources: (E) the regency's E-SAKIP; (P) Permendagri 54/2010 and 86/2017, half-open; (D) our own.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.figures.first_target import first_stated
from lib.plan.kept import kept_last
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.reporting import calendar
from lib.plan.reporting.checking import is_verified
from lib.plan.schema import ACTUALS, TARGETS
from lib.plan.text.names import short_names

ASSUMED_TARGETS = (25.0, 50.0, 75.0, 100.0)
"""Cumulative target per quarter where a row states none (D); always called an assumption."""

FULL = 100.0
YELLOW_FROM = 70.0
GREEN_ABOVE = 90.0


class Status(StrEnum):
    """Status of a kegiatan in one year, in the order in which screens list them."""

    DONE = "Selesai"
    IN_PROGRESS = "Dalam proses"
    LATE = "Terlambat"
    NOT_STARTED = "Belum dilaksanakan"
    NOT_DONE = "Tidak terlaksana"
    POSTPONED = "Ditunda"
    SCHEDULED = "Terjadwal"
    NO_DATA = "Belum ada data"


class IndicatorStatus(StrEnum):
    """Status of an indicator in one year."""

    ACHIEVED = "Tercapai"
    NOT_ACHIEVED = "Belum tercapai"
    NO_TARGET = "Belum ada target"
    NO_DATA = "Belum ada data"


class Light(StrEnum):
    """Traffic light of a capaian (E)."""

    GREEN = "hijau"
    YELLOW = "kuning"
    RED = "merah"
    GREY = "abu-abu"


class Predicate(StrEnum):
    """Predikat of an indicator's capaian (P)."""

    VERY_HIGH = "Sangat Tinggi"
    HIGH = "Tinggi"
    MEDIUM = "Sedang"
    LOW = "Rendah"
    VERY_LOW = "Sangat Rendah"


PREDICATE_FROM = {
    Predicate.VERY_HIGH: 91.0,
    Predicate.HIGH: 76.0,
    Predicate.MEDIUM: 66.0,
    Predicate.LOW: 51.0,
}


def capaian(actual: pd.Series, target: pd.Series) -> pd.Series:
    """Return realisasi / target x 100; NaN where either is blank or target is 0.

    Both in the same unit. Not capped: 120 against 100 is 120. Screens show one decimal; the
    light goes by the value itself, so that 69,95 stays red.
    """
    return settle(actual * 100 / target.where(target != 0))


def settle(percentages: pd.Series) -> pd.Series:
    """Drop binary noise, which would push an exact 90 over the threshold."""
    return percentages.round(6)


def light(capaian: pd.Series) -> pd.Series:
    """Return the `Light` of each capaian: red below 70, yellow to 90, green above, grey for NaN."""
    return pd.Series(
        np.select(
            [capaian.isna(), capaian < YELLOW_FROM, capaian <= GREEN_ABOVE],
            [Light.GREY.value, Light.RED.value, Light.YELLOW.value],
            Light.GREEN.value,
        ),
        index=capaian.index,
        dtype="str",
    )


def predicate(capaian: pd.Series) -> pd.Series:
    """Return the `Predicate` of each capaian; NaN where it is NaN."""
    words = np.select(
        [capaian >= least for least in PREDICATE_FROM.values()],
        [word.value for word in PREDICATE_FROM],
        Predicate.VERY_LOW.value,
    )
    return pd.Series(words, index=capaian.index, dtype="str").where(capaian.notna())


def quarter_targets(progress: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return each row's four cumulative targets, and whether they are the assumed ones.

    A quarter left blank beside filled ones stays NaN, except the last, which is 100: the year
    is over then.
    """
    targets = progress[list(TARGETS)]
    assumed = targets.isna().all(axis=1)
    for name, value in zip(TARGETS, ASSUMED_TARGETS, strict=True):
        targets = targets.assign(**{name: targets[name].mask(assumed, value)})
    return targets.assign(**{TARGETS[-1]: FULL}), assumed


def quarter_table(plan: Plan, position: Position, due: Position | None = None) -> pd.DataFrame:
    """Return one row per kegiatan, planned year and quarter; `due` as in `activity_status`.

    Columns: `no`, `tahun`, `triwulan`, `target`, `asumsi`, `realisasi` (the quarter's own cell,
    blank after the position), `capaian`, `lampu`, `jatuh_tempo` (the quarter is asked for),
    `target_awal` (what TARGET said first, where it says something else now).
    Labels are those of `plan.activity_progress`, each four times.
    """
    progress = plan.activity_progress
    targets, assumed = quarter_targets(progress)
    ended = calendar.quarters_asked(progress, position, due)
    tables = []
    for quarter, actual_name, target_name in zip(schema.QUARTERS, ACTUALS, TARGETS, strict=True):
        asked = ended >= quarter
        actual = progress[actual_name].where(asked)
        achieved = capaian(actual, targets[target_name])
        tables.append(
            progress[["no", "tahun"]].assign(
                triwulan=quarter,
                target=targets[target_name],
                asumsi=assumed,
                realisasi=actual,
                capaian=achieved,
                lampu=light(achieved),
                jatuh_tempo=asked,
                target_awal=first_stated(plan.first_targets, progress, target_name),
            )
        )
    return pd.concat(tables).sort_index(kind="stable")


def _at_quarter(frame: pd.DataFrame, quarters: pd.Series) -> pd.Series:
    """Pick, per row, the column of the given quarter (1 to 4); NaN for quarter 0."""
    values = frame.to_numpy(dtype=float)
    rows = np.arange(len(frame))
    picked = values[rows, quarters.clip(1, 4).to_numpy() - 1] if len(frame) else np.empty(0)
    return pd.Series(picked, index=frame.index).where(quarters > 0)


@kept_last
def activity_status(plan: Plan, position: Position, due: Position | None = None) -> pd.DataFrame:
    """Return the state of every kegiatan and planned year at a position.

    `due` is the last quarter whose report was due, by the reader's day: nothing later is missing
    or late, and a row is measured by the last quarter that was due or is reported.
    Labels and rows are those of `plan.activity_progress`, whose columns it keeps, and adds:
    `nama` (what the kegiatan is called in short), `kp`, `kelompok`, `pihak` (tuple of
    agencies), `berakhir` (quarters ended and asked for, 0 to 4), `menunggu` (quarters ended whose
    report is not due yet), `terisi` (how many of those are reported), `realisasi` and
    `realisasi_tw` (the last reported value and its quarter, 0 for none), `target` and `asumsi`,
    `capaian`, `lampu`, `status` (a `Status`), `belum_lapor` (quarters ended whose report is
    owed), `berbukti`.
    """
    progress = plan.activity_progress
    ended = calendar.quarters_asked(progress, position, due)
    last = calendar.last_reported(progress, ended)
    actual = _at_quarter(progress[list(ACTUALS)], last)
    targets, assumed = quarter_targets(progress)
    target = _at_quarter(targets, ended)
    achieved = capaian(actual, target)
    groups = plan.activities.drop_duplicates("kode").set_index("kode")
    return progress.assign(
        nama=progress["no"].map(short_names(plan)),
        kp=progress["no"].map(groups["kp"]),
        kelompok=progress["no"].map(groups["kelompok"]),
        pihak=progress["pihak_terlibat"].map(plan.agencies_in),
        berakhir=ended,
        menunggu=calendar.ended_quarters(progress["tahun"], position) - ended,
        terisi=calendar.reported(progress, ended).sum(axis=1),
        realisasi=actual,
        realisasi_tw=last,
        target=target,
        asumsi=assumed & (ended < 4),
        capaian=achieved,
        lampu=light(achieved),
        status=_status(progress["keterangan"], actual, ended),
        belum_lapor=calendar.owed(progress, ended),
        berbukti=progress["bukti_dukung"].notna(),
        diverifikasi=is_verified(progress, last),
    )


def _status(remark: pd.Series, actual: pd.Series, ended: pd.Series) -> pd.Series:
    """Return the first status whose condition holds, in the order of the design's table."""
    rules = [
        (remark == schema.NOT_DONE, Status.NOT_DONE),
        (remark == schema.POSTPONED, Status.POSTPONED),
        (actual >= FULL, Status.DONE),
        ((ended < 1) & actual.isna(), Status.SCHEDULED),
        (actual.isna(), Status.NO_DATA),
        (ended == 4, Status.LATE),
        (actual == 0, Status.NOT_STARTED),
    ]
    words = np.select(
        [condition.to_numpy(dtype=bool) for condition, _ in rules],
        [status.value for _, status in rules],
        Status.IN_PROGRESS.value,
    )
    return pd.Series(words, index=remark.index, dtype="str")


def planned_count(plan: Plan) -> dict[int, int]:
    """Count the X marks of table A per year."""
    return {year: int(plan.activities[year].sum()) for year in plan.years}
