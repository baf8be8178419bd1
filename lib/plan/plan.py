"""The plan: a frozen bundle of tables, as read from one workbook.

Frames (row labels are Excel rows of the sheet the row was read from):

`program`: table A. `no`, `uraian`, `pihak_terlibat` as printed; per year a bool column named by
the year as int (whether it is planned) and `mark_name(year)` with what is printed there; decreed
extra columns, each named by `extra_name` of its header. Beside the print `tingkat` (a `Level`),
`kode` (the row's key), `nama_singkat`; and by position `kp`, `kelompok`: code and name of the
outermost heading the row stands under (never the one its number suggests), NaN where none is.

`indicators`: table B, one row per indicator. `nomor` and `program` as printed, `indikator`,
and `no`: the program's number with a letter by printed order (`1.a`).

`activity_progress` and `indicator_progress`: the columns of `schema`, percentages from 0 to
100, amounts in rupiah, NaN where a cell is blank.

`registers`: the rows of each register (see `registers`), which are texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from lib.plan import schema
from lib.plan.register import Register, register_of
from lib.plan.registers.register_sheet import (
    REGISTERS,
    Registers,
    blank_registers,
    register_frame,
)
from lib.plan.reporting.progress_frame import blank_activity_progress, blank_indicator_progress
from lib.plan.schema import Sheet
from lib.plan.table_a import Level, extra_header, extras_of, plan_years


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which plan and version a workbook was made from; None where it does not say."""

    plan_id: str | None = None
    version: int | None = None
    downloaded: str | None = None
    scheme: str | None = schema.SCHEME


@dataclass(frozen=True)
class Plan:
    """A plan and its reported progress; see the module for the frames' columns."""

    document: Mapping[str, str]
    program: pd.DataFrame
    indicators: pd.DataFrame
    activity_progress: pd.DataFrame
    indicator_progress: pd.DataFrame
    stamp: Stamp = field(default_factory=Stamp)
    registers: Registers = field(default_factory=blank_registers)

    first_targets: Mapping[tuple[str, int, str], float] = field(default_factory=dict)
    """What a TARGET of a kegiatan said first, by NO, year and column, where versions before this
    one changed it; not part of what the plan says.
    """

    @classmethod
    def blank(
        cls,
        document: Mapping[str, str],
        program: pd.DataFrame,
        indicators: pd.DataFrame,
        plan_id: str,
    ) -> Plan:
        """Make a plan with nothing reported from its two decreed tables."""
        return cls(
            document,
            program,
            indicators,
            blank_activity_progress(program),
            blank_indicator_progress(indicators, plan_years(program)),
            Stamp(plan_id),
        ).with_register(register_of(program["pihak_terlibat"]))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The plan's years, in order of time."""
        return plan_years(self.program)

    @cached_property
    def activities(self) -> pd.DataFrame:
        """The kegiatan rows of table A."""
        return self.program[self.program["tingkat"] == Level.ACTIVITY]

    @cached_property
    def groups(self) -> dict[str, str]:
        """Names of the outermost headings (kelompok program) by code, in printed order."""
        rows = self.program[self.program["tingkat"] == Level.FIRST]
        return dict(zip(rows["kode"], rows["uraian"], strict=True))

    @cached_property
    def extras(self) -> tuple[str, ...]:
        """Headers of table A's decreed extra columns, in printed order."""
        return tuple(map(extra_header, extras_of(self.program)))

    @cached_property
    def register(self) -> Register:
        """The agency register as its sheet states it."""
        return Register.of_rows(self.registers[Sheet.AGENCIES].to_dict("records"))

    @cached_property
    def offices(self) -> Register:
        """The register, and behind it whoever tables name that it does not know."""
        texts = (self.activities["pihak_terlibat"], self.indicator_progress["penanggung_jawab"])
        return register_of((text for column in texts for text in column), self.register)

    def agencies_in(self, text: object) -> tuple[str, ...]:
        """Return the agencies that a PIHAK TERLIBAT or PENANGGUNG JAWAB cell names."""
        return self.offices.agencies_in(text)

    @cached_property
    def owners(self) -> Mapping[tuple[Sheet, str, int | None], tuple[str, ...]]:
        """The agencies whose each row is, by sheet, key and year; registers have no years."""
        found: dict[tuple[Sheet, str, int | None], tuple[str, ...]] = {}
        for sheet, frame, owner in (
            (Sheet.ACTIVITY_PROGRESS, self.activity_progress, "pihak_terlibat"),
            (Sheet.INDICATOR_PROGRESS, self.indicator_progress, "penanggung_jawab"),
        ):
            for no, year, text in frame[[*schema.KEY, owner]].itertuples(index=False):
                found[sheet, no, int(year)] = self.agencies_in(text)
        for sheet, register in REGISTERS.items():
            if register.owner:
                rows = self.registers[sheet]
                for key, text in zip(rows[register.key], rows[register.owner], strict=True):
                    found[sheet, key, None] = self.agencies_in(text)
        return found

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The agencies in charge of any kegiatan: most kegiatan first, then as printed."""
        counts: dict[str, int] = {}
        for text in self.activities["pihak_terlibat"]:
            for agency in self.agencies_in(text):
                counts[agency] = counts.get(agency, 0) + 1
        return tuple(sorted(counts, key=lambda agency: -counts[agency]))

    @property
    def known_agencies(self) -> tuple[str, ...]:
        """Every agency that may be named: those of kegiatan first, then the others known."""
        return tuple(dict.fromkeys((*self.agencies, *(one.name for one in self.offices.agencies))))

    @property
    def is_sample(self) -> bool:
        """Whether the figures are made up, which every screen and export then says."""
        return self.document.get(schema.NATURE, "").upper().startswith("CONTOH")

    @cached_property
    def is_reported(self) -> bool:
        """Whether any REALISASI of a kegiatan or indicator is filled in."""
        return bool(
            self.activity_progress[list(schema.ACTUALS)].notna().any(axis=None)
            or self.indicator_progress["realisasi"].notna().any()
        )

    @property
    def government(self) -> str:
        return self.document.get(schema.GOVERNMENT, "")

    @property
    def title(self) -> str:
        """The document's subject as printed."""
        return self.document.get(schema.ABOUT, "")

    @property
    def period(self) -> str:
        """First and last year, such as `2023–2024`."""
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else f"{first}–{last}"

    def with_progress(
        self,
        activity_progress: pd.DataFrame | None = None,
        indicator_progress: pd.DataFrame | None = None,
    ) -> Plan:
        """Return the same plan with other progress frames."""
        return replace(
            self,
            activity_progress=self.activity_progress
            if activity_progress is None
            else activity_progress,
            indicator_progress=self.indicator_progress
            if indicator_progress is None
            else indicator_progress,
        )

    def with_rows(self, sheet: Sheet, rows: pd.DataFrame) -> Plan:
        """Return the same plan with other rows of a register."""
        return replace(self, registers={**self.registers, sheet: rows})

    def with_document(self, document: Mapping[str, str]) -> Plan:
        """Return the same plan with another document."""
        return replace(self, document=document)

    def with_register(self, register: Register) -> Plan:
        """Return the same plan with another agency register."""
        return self.with_rows(Sheet.AGENCIES, register_frame(Sheet.AGENCIES, register.rows))

    def completed(self) -> Plan:
        """Return the same plan with all that follows from it.

        Everything planned has a row, unreported where there was none, and whoever the tables
        name stands in the register.
        """
        return self.with_register(self.offices).with_progress(
            _completed(self.activity_progress, blank_activity_progress(self.program)),
            _completed(
                self.indicator_progress, blank_indicator_progress(self.indicators, self.years)
            ),
        )

    def group_of_program(self, name: str) -> str | None:
        """Return the code of the kelompok program that table B's program repeats, if any."""
        wanted = _fold(name)
        return next((code for code, text in self.groups.items() if _fold(text) == wanted), None)


def _completed(rows: pd.DataFrame, blank: pd.DataFrame) -> pd.DataFrame:
    key = ["no", "tahun"]
    planned = pd.MultiIndex.from_frame(blank[key])
    missing = blank[~planned.isin(pd.MultiIndex.from_frame(rows[key]))]
    found = pd.concat([rows, missing]).set_index(key).loc[planned].reset_index()[rows.columns]
    return found.set_index(blank.index)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def indicator_frame(rows: pd.DataFrame) -> pd.DataFrame:
    """Add `no` (`1.a`, `1.b`, …) to table B's rows, which have `nomor`, `program`, `indikator`."""
    order = rows.groupby("nomor", sort=False).cumcount()
    letters = order.map(lambda n: schema.letter(n).lower()).astype("str")
    return rows.assign(no=rows["nomor"].astype("str") + "." + letters)
