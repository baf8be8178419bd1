"""Made-up honest reports: a plan as it stood, and as a quarter's report leaves it.

Offices differ: some state targets, some report late, some correct an earlier figure, stand
still, postpone; budgets are round or not; an agency sends its own rows or all.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pandas as pd

from lib.plan import schema
from lib.plan.plan import Plan
from tests.factory import make_plan

OBSTACLES = (
    "Narasumber belum tersedia",
    "Anggaran bergeser",
    "Menunggu peraturan pusat",
    "Jaringan lambat di tiga kecamatan",
)
UNITS = ("%", "orang", "aplikasi", "hari kerja", "laporan", "Ya/Tidak", None)


def honest_report(seed: int) -> tuple[Plan, Plan]:
    """Return a plan before and after one honest report."""
    random = Random(seed)
    plan = make_plan(
        years=[2024 + n for n in range(random.randint(1, 3))],
        groups=random.randint(1, 4),
        activities_per_group=random.randint(2, 8),
        indicators_per_group=random.randint(1, 4),
    )
    year = random.choice(plan.years)
    quarter = random.randint(0, 3)
    office = _Office(random, plan, year)
    before = office.reported(quarter)
    return before, office.reported(quarter + 1, before)


class _Office:
    """What one year of a plan's rows will come to, told quarter by quarter."""

    def __init__(self, random: Random, plan: Plan, year: int) -> None:
        self.random, self.plan, self.year = random, plan, year
        self.with_targets = random.random() < 0.6
        self.with_money = random.random() < 0.8
        self.diligence = random.uniform(0.5, 1)
        self.activities = [
            self._activity() if row else None
            for row in plan.activity_progress["tahun"].le(year).tolist()
        ]
        by_key = {no: self._indicator() for no in plan.indicators["no"]}
        self.indicators = [by_key[no] for no in plan.indicator_progress["no"]]

    def _activity(self) -> dict[str, Any]:
        random = self.random
        steps = random.choice(
            (
                *((25, 50, 75, 100), (20, 45, 80, 100), (0, 50, 50, 100), (0, 0, 0, 100)),
                *((10, 30, 55, 80), (25, 25, 50, 75), (0, 0, 0, 0), (15, 40, 70, 95)),
            )
        )
        drift = random.choice((0, 0, 0, 1, 2.5, -1))
        return {
            "targets": random.choice(((25, 50, 75, 100), (20, 50, 80, 100), (10, 40, 70, 100))),
            "actuals": [min(100, max(0, step + drift * (step not in (0, 100)))) for step in steps],
            "pagu": random.choice((1, 5, 10)) * 5_000_000 * random.randint(1, 30),
            "postponed": random.random() < 0.05,
            "obstacle": random.random() < 0.3,
        }

    def _indicator(self) -> dict[str, Any]:
        random = self.random
        unit = random.choice(UNITS)
        size = {"%": 100, "orang": random.choice((50, 2_000, 60_000)), "aplikasi": 12}.get(unit, 20)
        target = round(random.uniform(0.3, 1) * size, random.choice((0, 1)))
        actual = round(target * random.uniform(0.6, 1.1), 1)
        if unit == "Ya/Tidak":
            return {"satuan": unit, "target": "Ya", "realisasi": random.choice(("Ya", "Tidak"))}
        return {"satuan": unit, "target": target, "realisasi": actual}

    def reported(self, quarter: int, before: Plan | None = None) -> Plan:
        """Return the plan after so many quarters; on top of what was told before."""
        base = before or self.plan
        activity = base.activity_progress.copy()
        for label, told in zip(activity.index, self.activities, strict=True):
            is_year = activity.at[label, "tahun"] == self.year
            if told is None or (not is_year and before is not None):
                continue
            # Earlier years are complete; in the year itself some rows come late.
            until = quarter if is_year else 4
            if until and self.random.random() < self.diligence:
                self._tell(activity, label, told, until)
        return base.with_progress(activity, self._indicators(base, quarter))

    def _tell(self, frame: pd.DataFrame, label: Any, told: dict[str, Any], until: int) -> None:
        random = self.random
        self._figures(frame, label, told, until)
        if told["postponed"] or told["obstacle"]:
            frame.at[label, "kendala"] = random.choice(OBSTACLES)
        if random.random() < 0.4:
            frame.at[label, "bukti_dukung"] = f"https://contoh.id/{random.randint(1, 9_999)}"

    def _figures(self, frame: pd.DataFrame, label: Any, told: dict[str, Any], until: int) -> None:
        random = self.random
        if self.with_targets:
            for name, value in zip(schema.TARGETS, told["targets"], strict=True):
                frame.at[label, name] = float(value)
        if told["postponed"]:
            frame.at[label, "keterangan"] = schema.POSTPONED
        for name, value in zip(schema.ACTUALS[:until], told["actuals"], strict=False):
            stands = told["actuals"][0] if told["postponed"] else value
            if pd.isna(frame.at[label, name]) or random.random() < 0.03:
                frame.at[label, name] = float(stands)
        if self.with_money:
            share = told["actuals"][until - 1] / 100 * random.uniform(0.7, 1)
            frame.at[label, "pagu_anggaran"] = float(told["pagu"])
            frame.at[label, "realisasi_anggaran"] = float(round(told["pagu"] * share, -3))

    def _indicators(self, base: Plan, quarter: int) -> pd.DataFrame:
        frame = base.indicator_progress.copy()
        for label, told in zip(frame.index, self.indicators, strict=True):
            if frame.at[label, "tahun"] > self.year or self.random.random() > self.diligence:
                continue
            frame.at[label, "satuan"] = told["satuan"]
            frame.at[label, "target"] = told["target"]
            if quarter == 4 or self.random.random() < 0.2:
                frame.at[label, "realisasi"] = told["realisasi"]
        return frame
