"""Plans for tests: the decreed one, the sample, and made-up ones of any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

import pandas as pd

from lib.plan.plan import Plan, indicator_frame
from lib.plan.registers.continuation import Continuation, with_continuations
from lib.plan.schema import INDICATOR_FIRST_ROW, LOCKED, PROGRAM_FIRST_ROW, ROMAN, letter
from lib.plan.table_a import program_frame
from lib.store.records import Origin, Version
from lib.workbook import transcript

NUMERALS = (*ROMAN, "V", "VI", "VII", "VIII", "IX", "X")


@cache
def decree_plan() -> Plan:
    """The plan as decreed, nothing reported."""
    return transcript.load()


@cache
def sample_plan() -> Plan:
    """The decreed plan with the made-up report."""
    return transcript.load_sample()


def reported_sample() -> Plan:
    """The sample as it was reported, before anything of it was locked, corrected or a rubric's."""
    plan = transcript.before_rubric(transcript.before_correction(sample_plan()))
    document = {item: text for item, text in plan.document.items() if item != LOCKED}
    return replace(plan, document=document)


def continued(plan: Plan) -> Plan:
    """The plan as one that goes on with another, two of whose kegiatan are spoken of."""
    first = plan.activities["kode"].iloc[0]
    said = (
        Continuation("I.9", "Kegiatan lama", "Berubah", first, "Kanal baru"),
        Continuation("I.10", "Kegiatan lain", "Dihentikan", reason="Selesai"),
    )
    return with_continuations(plan, "rencana-lama", said)


def without_first_heading(plan: Plan) -> Plan:
    """The plan whose first kegiatan stand above every kelompok program."""
    first = plan.program.index[plan.program["tingkat"] != "Kegiatan"]
    heads = [at for at in first if at < plan.activities.index[0]]
    return replace(plan, program=program_frame(plan.program.drop(index=heads)))


@cache
def big_plan() -> Plan:
    """A successor: 2025-2029, 60 kegiatan in 5 groups, one to three of 12 agencies per row."""
    agencies = [f"DINAS {number}" for number in range(1, 13)]
    return make_plan(range(2025, 2030), groups=5, activities_per_group=12, agencies=agencies)


def make_plan(
    years: Sequence[int] = (2025, 2026),
    groups: int = 2,
    activities_per_group: int = 2,
    agencies: Sequence[str] = ("DINAS A", "DINAS B", "BADAN C"),
    indicators_per_group: int = 2,
    plan_id: str = "rencana-rekaan",
) -> Plan:
    """Make a plan with nothing reported; row `n` of table A has 1 to 3 agencies, by turns.

    Numbers are `KP I`, `I.1`, `I.1.a` …; a kegiatan is planned in every year but one, by turns
    (in the only year where there is one).
    """
    years = list(years)
    rows = list(_program_rows(years, groups, activities_per_group, agencies))
    document = {
        "Pemerintah Daerah": "Pemerintah Kabupaten Rekaan",
        "Jenis": "Keputusan Bupati",
        "Nomor": "1 TAHUN 2000",
        "Tentang": "RENCANA AKSI REKAAN",
        "Ditetapkan": "pada tanggal 1-1-2000",
        "Periode": f"{years[0]}-{years[-1]}",
        "Catatan dokumen": "1. Tidak ada.",
    }
    program = _frame(rows, PROGRAM_FIRST_ROW, ["no", "uraian", *years, "pihak_terlibat"])
    program[years] = program[years].fillna(False).astype(bool)
    return Plan.blank(
        document,
        program_frame(program.astype({"pihak_terlibat": "str"})),
        _indicators(groups, indicators_per_group),
        plan_id,
    )


def _program_rows(
    years: list[int], groups: int, activities_per_group: int, agencies: Sequence[str]
) -> Iterator[dict]:
    for group in range(groups):
        roman = NUMERALS[group]
        yield {"no": f"KP {roman}", "uraian": f"KELOMPOK {roman}"}
        yield {"no": f"{roman}.1", "uraian": f"PROGRAM {roman}"}
        for index in range(activities_per_group):
            turn = group * activities_per_group + index
            names = [agencies[(turn + step) % len(agencies)] for step in range(turn % 3 + 1)]
            yield {
                "no": f"{roman}.1.{letter(index).lower()}",
                "uraian": f"Kegiatan ke-{turn + 1}",
                "pihak_terlibat": ", ".join(dict.fromkeys(names)),
                **{year: len(years) == 1 or year != years[turn % len(years)] for year in years},
            }


def _indicators(groups: int, per_group: int) -> pd.DataFrame:
    rows = [
        {
            "nomor": str(group + 1),
            "program": f"Kelompok {NUMERALS[group]}",
            "indikator": f"Indikator {group + 1}.{index + 1}",
        }
        for group in range(groups)
        for index in range(per_group)
    ]
    columns = ["nomor", "program", "indikator"]
    return indicator_frame(_frame(rows, INDICATOR_FIRST_ROW, columns).astype("str"))


def _frame(rows: list[dict], first_row: int, columns: list) -> pd.DataFrame:
    index = pd.RangeIndex(first_row, first_row + len(rows))
    return pd.DataFrame(rows, columns=columns, index=index)


def with_activity(plan: Plan, no: str, year: int, **columns: object) -> Plan:
    """Set cells of one kegiatan and year, such as `realisasi_tw1=25.0`."""
    return plan.with_progress(activity_progress=_set(plan.activity_progress, no, year, columns))


def with_document(plan: Plan, items: dict[str, str]) -> Plan:
    """Return the plan with items of its document set."""
    return replace(plan, document={**plan.document, **items})


def with_indicator(plan: Plan, no: str, year: int, **columns: object) -> Plan:
    """Set cells of one indicator and year, such as `target=12.0`."""
    return plan.with_progress(indicator_progress=_set(plan.indicator_progress, no, year, columns))


RUBRIC = "Belum ada SOP\nSOP dirancang\nSOP ditetapkan\nSOP dijalankan dan dievaluasi"
"""What the four steps of an indicator are."""


def with_steps(plan: Plan, no: str, year: int, **columns: object) -> Plan:
    """Measure an indicator in steps."""
    return with_indicator(plan, no, year, **{"satuan": "Tahap", "rubrik": RUBRIC, **columns})


def _set(progress: pd.DataFrame, no: str, year: int, columns: dict[str, object]) -> pd.DataFrame:
    frame = progress.copy()
    [label] = frame.index[(frame["no"] == no) & (frame["tahun"] == year)]
    for name, value in columns.items():
        if name not in frame:
            raise KeyError(name)
        frame.at[label, name] = value
    return frame


def version(
    number: int, time: datetime, author: str, note: str = "", kind: Origin = Origin.UPLOAD
) -> Version:
    """A version as the store lists it."""
    return Version("p", number, number - 1, author, time, note, kind, "a" * 64, {}, None)


def assert_same_plan(found: Plan | None, expected: Plan) -> None:
    """Assert that two plans agree in every table, type and label, in document and stamp."""
    assert found is not None
    assert dict(found.document) == dict(expected.document)
    assert found.stamp == expected.stamp
    assert found.register == expected.register
    for name in ("program", "indicators", "activity_progress", "indicator_progress"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(expected, name))
