"""What an indicator's figures mean: capaian, or steps reached of the step wanted.

Sources as in `status`; the light of steps is this project's own (D).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.cell_rules import is_step, is_stepped, is_yes_no
from lib.plan.figures.status import FULL, IndicatorStatus, Light, capaian, light, predicate, settle
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.plan.text.indonesian import number


def indicator_status(plan: Plan) -> pd.DataFrame:
    """Return the state of every indicator and plan year.

    Labels and rows are those of `plan.indicator_progress`, whose columns it keeps, and adds
    `kp` (NaN where table B's program repeats no kelompok program), `pihak` (tuple of agencies),
    `bertahap` (target and realisasi are steps, and told as such), `capaian` (NaN where not
    computed, and of steps always), `lampu` (of steps by `step_light`), `predikat` (NaN without
    capaian), `status` (an `IndicatorStatus`) and `alasan`: why neither capaian nor steps are
    told and which cell says so, blank where they are.
    """
    progress = plan.indicator_progress
    stepped = progress["satuan"].map(is_stepped).astype(bool)
    yes_no = progress["satuan"].map(is_yes_no).astype(bool)
    target, actual = (_measure(progress[name], yes_no, stepped) for name in ("target", "realisasi"))
    no_target = target.isna() | ((target == 0) & ~yes_no)
    achieved = _capaian(progress, target, actual, yes_no).mask(stepped)
    reached = (achieved >= FULL) | (stepped & (actual >= target))
    groups = {name: plan.group_of_program(name) for name in progress["program"].unique()}
    return progress.assign(
        kp=progress["program"].map(groups),
        pihak=progress["penanggung_jawab"].map(plan.agencies_in),
        bertahap=stepped & target.notna() & actual.notna(),
        capaian=achieved,
        lampu=light(achieved).mask(stepped, step_light(target, actual)),
        predikat=predicate(achieved),
        status=_status(no_target, actual.isna(), reached),
        alasan=_reasons(progress, target, actual, no_target),
    )


def step_light(target: pd.Series, actual: pd.Series) -> pd.Series:
    """Return the `Light` of steps: green where the one wanted is reached, yellow one below it.

    Red further below, grey where either is NaN.
    """
    lacking = target - actual
    return pd.Series(
        np.select(
            [lacking.isna(), lacking <= 0, lacking == 1],
            [Light.GREY.value, Light.GREEN.value, Light.YELLOW.value],
            Light.RED.value,
        ),
        index=target.index,
        dtype="str",
    )


def _capaian(
    progress: pd.DataFrame, target: pd.Series, actual: pd.Series, yes_no: pd.Series
) -> pd.Series:
    rising = capaian(actual, target)
    lowered = settle((2 * target - actual) * 100 / target.where(target != 0)).clip(lower=0)
    matched = ((actual == target) * FULL).where(actual.notna() & target.notna())
    falling = progress["arah"] == schema.DOWN
    return rising.mask(falling, lowered).mask(yes_no, matched)


def _status(no_target: pd.Series, no_data: pd.Series, reached: pd.Series) -> pd.Series:
    words = np.select(
        [no_target, no_data, reached],
        [
            IndicatorStatus.NO_TARGET.value,
            IndicatorStatus.NO_DATA.value,
            IndicatorStatus.ACHIEVED.value,
        ],
        IndicatorStatus.NOT_ACHIEVED.value,
    )
    return pd.Series(words, index=no_target.index, dtype="str")


def _measure(cells: pd.Series, yes_no: pd.Series, stepped: pd.Series) -> pd.Series:
    """Read measures as numbers; NaN for what the SATUAN knows not.

    Ya is 1 and Tidak is 0 under `Ya/Tidak`; under `Tahap` only a step counts.
    """
    words = cells.map({schema.YES: 1.0, schema.NO: 0.0})
    numbers = cells.where(cells.map(lambda cell: isinstance(cell, int | float)))
    steps = cells.where(cells.map(is_step))
    return words.where(yes_no, steps.where(stepped, numbers)).astype("float64")


def _reasons(
    progress: pd.DataFrame, target: pd.Series, actual: pd.Series, no_target: pd.Series
) -> pd.Series:
    reasons = pd.Series("", index=progress.index, dtype="str")
    for name, missing, numbers in (
        ("realisasi", actual.isna(), actual),
        ("target", no_target, target),
    ):
        header = schema.column(Sheet.INDICATOR_PROGRESS, name).header
        for row, cell in progress.loc[missing, name].items():
            if cell is None or cell != cell:
                why = "kosong"
            elif numbers[row] == 0:
                why = "0"
            elif is_stepped(progress["satuan"][row]):
                why = f"bukan tahap 1 sampai {schema.LAST_STEP} ({_shown(cell)})"
            else:
                why = f"bukan angka ({cell})"
            place = schema.address(Sheet.INDICATOR_PROGRESS, name, int(str(row)))
            reasons[row] = f"Tidak dihitung: {header} {why}, {place}"
    return reasons


def _shown(cell: object) -> str:
    return number(cell, 2) if isinstance(cell, int | float) else str(cell)
