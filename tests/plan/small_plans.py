"""Small plans drawn at random: a base, and what people made of it.

A plan is drawn as a sheet of slots (which rows stand, their texts, X marks, reports, order), so
that two people's versions are the base with some slots filled differently.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import strategies as st

from lib.plan.plan import Plan, indicator_frame
from lib.plan.registers.register_sheet import register_frame
from lib.plan.schema import Sheet
from lib.plan.table_a import program_frame
from tests.factory import RUBRIC

Slots = dict[tuple, Any]

ROWS = ("KP I", "I.1", "I.1.a", "I.1.b", "KP II", "II.1", "II.1.a")
ACTIVITIES = ("I.1.a", "I.1.b", "II.1.a")
YEARS = (2025, 2026)
ORDERS = (ROWS, (*ROWS[4:], *ROWS[:4]), ("KP I", "I.1", "I.1.b", "I.1.a", *ROWS[4:]))

DIRECTIVES = ("1", "2")

OPTIONS: dict[tuple, tuple] = {
    ("order",): ORDERS,
    ("document",): ("1/2000", "2/2000", None),
    **{("row", no): (True, True, False) for no in ROWS},
    **{("text", no): ("sebutan lama", "sebutan baru", "sebutan lain") for no in ROWS},
    **{("mark", no, year): (True, True, False) for no in ACTIVITIES for year in YEARS},
    **{("year", year): (True, True, False) for year in YEARS[1:]},
    **{("indicator", no): ("Jumlah", "Mutu", None) for no in ("1.a", "1.b", "2.a")},
    **{
        ("activity", no, year, column): values
        for no in ACTIVITIES
        for year in YEARS
        for column, values in (
            ("realisasi_tw1", (None, 0.0, 50.0, 75.0)),
            ("kendala", (None, "hujan", "cuaca", "dana")),
        )
    },
    **{
        ("measure", no, year, column): values
        for no in ("1.a", "1.b", "2.a")
        for year in YEARS
        for column, values in (("target", (None, 5.0, 6.0, "Ya")), ("catatan", (None, "baru")))
    },
    **{("directive", no): (False, True, True) for no in DIRECTIVES},
    **{
        ("directive", no, column): values
        for no in DIRECTIVES
        for column, values in (
            ("kegiatan", ("I.1.a", None, "II.1.a")),
            ("penanggung_jawab", ("DINAS A", "DINAS A; DINAS B", "DINAS B")),
            ("tenggat", ("2026-03-31", "2026-06-30", "2025-01-01", None)),
            ("status", (None, "Terbuka", "Selesai")),
            ("tindak_lanjut", (None, "sudah", "belum")),
        )
    },
}

ACTIVITY_CELLS: dict[str, tuple] = {
    "target_tw1": (None, 20.0, 60.0),
    "target_tw2": (None, 40.0),
    "realisasi_tw1": (None, 0.0, 50.0, 75.0),
    "realisasi_tw2": (None, 25.0, 60.0, 80.0),
    "pagu_anggaran": (None, 100.0, 500.0),
    "realisasi_anggaran": (None, 90.0, 300.0),
    "keterangan": (None, "Ditunda"),
    "kendala": (None, "hujan", "cuaca"),
}
MEASURE_CELLS: dict[str, tuple] = {
    "satuan": (None, "orang", "Ya/Tidak", "%", "Tahap"),
    "target": (None, 5.0, 0.5, "Ya", "Meningkat", 3.0),
    "realisasi": (None, 4.0, "Tidak"),
    "rubrik": (None, RUBRIC, "satu\ndua"),
    "catatan": (None, "baru"),
}
CLASHING: dict[tuple, tuple] = {
    **{slot: values for slot, values in OPTIONS.items() if slot[0] not in ("activity", "measure")},
    **{("agency", no): ("DINAS A", "DINAS B") for no in ACTIVITIES},
    **{
        ("activity", "I.1.a", year, column): values
        for year in YEARS
        for column, values in ACTIVITY_CELLS.items()
    },
    **{("measure", "1.a", 2025, column): values for column, values in MEASURE_CELLS.items()},
    **{("number", no): (no, no.upper(), "II.1.B") for no in ACTIVITIES},
}
"""Slots in which two people may break a rule together, few enough for it to happen."""
_VALUES = OPTIONS | CLASHING
FIRST = {slot: values[0] for slot, values in _VALUES.items()}
"""The slots as they are in a plan that keeps every rule."""


@st.composite
def slots(draw: st.DrawFn) -> Slots:
    """A base: every row printed, some slots filled otherwise."""
    first = {slot: values[0] for slot, values in OPTIONS.items()}
    return first | draw(edits(st.sampled_from(list(OPTIONS)), 0, 12))


def edits(slots: st.SearchStrategy[tuple], least: int, most: int) -> st.SearchStrategy[Slots]:
    """Some slots filled as someone may fill them."""
    edit = slots.flatmap(lambda slot: st.tuples(st.just(slot), st.sampled_from(_VALUES[slot])))
    return st.lists(edit, min_size=least, max_size=most).map(dict)


@st.composite
def two_plans(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan and what someone made of it."""
    base = draw(slots())
    return built(base), built(base | draw(edits(st.sampled_from(list(OPTIONS)), 0, 8)))


@st.composite
def three_plans(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """A base and what two people made of it, who often touch the same slots."""
    base = draw(slots())
    touched = draw(st.lists(st.sampled_from(list(OPTIONS)), min_size=2, max_size=8))
    theirs, mine = (draw(edits(st.sampled_from(touched), 4, 10)) for _ in range(2))
    return built(base), built(base | theirs), built(base | mine)


def built(slots: Slots) -> Plan:
    """Build the plan that the slots describe; reports without a planned row fall away."""
    years = [year for year in YEARS if slots.get(("year", year), True)]
    document = {"Jenis": "Keputusan", "Nomor": slots["document",]}
    plan = Plan.blank(
        {item: text for item, text in document.items() if text},
        _program(slots, years),
        _indicators(slots),
        "kecil",
    )
    return plan.with_rows(Sheet.DIRECTIVES, _directives(slots)).with_progress(
        _filled(plan.activity_progress, "activity", tuple(ACTIVITY_CELLS), slots),
        _filled(plan.indicator_progress, "measure", tuple(MEASURE_CELLS), slots),
    )


def _directives(slots: Slots) -> pd.DataFrame:
    given = {"tanggal": "2025-07-01", "rapat": "Rapat", "arahan": "Percepat"}
    columns = ("kegiatan", "penanggung_jawab", "tenggat", "status", "tindak_lanjut")
    rows = [
        {"no": no, **given, **{name: slots["directive", no, name] for name in columns}}
        for no in DIRECTIVES
        if slots["directive", no]
    ]
    return register_frame(Sheet.DIRECTIVES, rows)


def _filled(frame: pd.DataFrame, kind: str, columns: tuple[str, ...], slots: Slots) -> pd.DataFrame:
    rows = list(zip(frame["no"], frame["tahun"], strict=True))
    cells = {
        column: pd.Series(
            [slots.get((kind, no, year, column)) for no, year in rows], frame.index, object
        )
        for column in columns
    }
    types = {column: frame[column].dtype for column in columns}
    return frame.assign(**cells).astype(types).where(lambda filled: filled.notna())


def _program(slots: Slots, years: list[int]) -> pd.DataFrame:
    rows = [
        {
            "no": slots.get(("number", no), no),
            "uraian": slots["text", no],
            **{year: slots.get(("mark", no, year), False) for year in years},
            "pihak_terlibat": slots.get(("agency", no), "DINAS A") if no in ACTIVITIES else None,
        }
        for no in slots["order",]
        if slots["row", no]
    ]
    columns = ["no", "uraian", *years, "pihak_terlibat"]
    frame = pd.DataFrame(rows, columns=columns, index=range(5, 5 + len(rows)))
    texts = {"no": "str", "uraian": "str", "pihak_terlibat": "str"}
    return program_frame(frame.astype(texts | dict.fromkeys(years, "bool")))


def _indicators(slots: Slots) -> pd.DataFrame:
    rows = [
        {"nomor": slot[1][0], "program": f"Program {slot[1][0]}", "indikator": text}
        for slot, text in slots.items()
        if slot[0] == "indicator" and text
    ]
    columns = ["nomor", "program", "indikator"]
    frame = pd.DataFrame(rows, columns=columns, index=range(4, 4 + len(rows)))
    return indicator_frame(frame.astype("str"))
