"""Rules over a plan's progress frames, as column operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import indonesian, schema
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.workbook.reading.sheet_tables import Table


def findings(plan: Plan, tables: Mapping[Sheet, Table]) -> list[Finding]:
    """Check the progress of kegiatan; places are those of the uploader's own file."""
    table, progress = tables[Sheet.ACTIVITY_PROGRESS], plan.activity_progress
    return [
        *_falls(progress, table, schema.TARGETS),
        *_falls(progress, table, schema.ACTUALS),
        *_over_budget(progress, table),
        *_unexplained(progress, table),
    ]


def _falls(progress: pd.DataFrame, table: Table, names: tuple[str, ...]) -> Iterator[Finding]:
    """Report cumulative values below an earlier quarter's."""
    values = progress[list(names)]
    highest = values.cummax(axis=1).ffill(axis=1).shift(1, axis=1)
    falling = values.index[(values < highest).any(axis=1)]
    for row, cells in zip(falling, values.loc[falling].to_numpy(), strict=True):
        for index, name in enumerate(names):
            earlier = dict(zip(cells[:index], names, strict=False))
            top = max((value for value in earlier if value == value), default=0)
            if cells[index] < top:
                yield catalogue.CUMULATIVE_FALLS.at(
                    table.title,
                    table.address(row, name),
                    header=schema.column(table.sheet, name).header,
                    seen=indonesian.percent(cells[index], 2),
                    earlier_header=schema.column(table.sheet, earlier[top]).header,
                    earlier=indonesian.percent(top, 2),
                )


def _over_budget(progress: pd.DataFrame, table: Table) -> Iterator[Finding]:
    over = progress[progress["realisasi_anggaran"] > progress["pagu_anggaran"]]
    for row, spent, ceiling in zip(
        over.index, over["realisasi_anggaran"], over["pagu_anggaran"], strict=True
    ):
        yield catalogue.BUDGET_OVER.at(
            table.title,
            table.address(row, "realisasi_anggaran"),
            seen=indonesian.rupiah(spent),
            ceiling=indonesian.rupiah(ceiling),
        )


def _unexplained(progress: pd.DataFrame, table: Table) -> Iterator[Finding]:
    """Report a KETERANGAN that no KENDALA explains, at the cell to be filled in."""
    rows = progress[progress["keterangan"].notna() & progress["kendala"].isna()]
    for row, remark in rows["keterangan"].items():
        yield catalogue.REMARK_WITHOUT_OBSTACLE.at(
            table.title,
            table.address(row, "kendala"),  # type: ignore[arg-type]
            remark=remark,
            remark_lower=remark.lower(),
        )
