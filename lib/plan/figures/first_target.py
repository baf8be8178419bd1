"""What targets said first, where they were revised since."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.plan.plan import Plan


def first_stated(plan: Plan, name: str) -> pd.Series:
    """Return what each row's TARGET of a column said first; NaN where it says so still."""
    progress = plan.activity_progress
    keys = zip(progress["no"], progress["tahun"], strict=True)
    first = [plan.first_targets.get((no, year, name), np.nan) for no, year in keys]
    said = pd.Series(first, progress.index, dtype="float64")
    return said.mask(said == progress[name])
