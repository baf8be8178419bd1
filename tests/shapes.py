"""Plans at the ends of what a decree may look like, each reported in part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd

from lib.plan.plan import Plan, indicator_frame
from lib.plan.position import Position
from lib.plan.schema import ACTUALS, INDICATOR_FIRST_ROW, PROGRAM_FIRST_ROW
from lib.plan.table_a import program_frame

AGENCIES = (
    "Dinas Pendidikan, Kepemudaan dan Olah Raga",
    "DINKOMINFO",
    "Sekretariat Daerah Bagian Organisasi",
)
_WORK = (
    "Penyusunan pedoman pengelolaan pengaduan masyarakat yang berlaku bagi semua perangkat daerah",
    "Pelatihan admin",
    "Publikasi kanal pengaduan melalui media cetak, media elektronik, dan media luar ruang",
    "Evaluasi tindak lanjut pengaduan",
)
_DOCUMENT = {
    "Pemerintah Daerah": "Pemerintah Kabupaten Rekaan",
    "Jenis": "Keputusan Bupati",
    "Nomor": "1 TAHUN 2000",
    "Tentang": "RENCANA AKSI REKAAN PENGELOLAAN PENGADUAN PELAYANAN PUBLIK",
    "Ditetapkan": "pada tanggal 1-1-2000",
    "Catatan dokumen": "1. Tidak ada.",
}
Row = tuple[str, str, bool]
"""Number, text, and whether it is a kegiatan."""


@cache
def flat() -> Plan:
    """No heading at all: a list of six kegiatan, two years."""
    rows = [(str(n + 1), f"{_WORK[n % 4]} tahap {n + 1}", True) for n in range(6)]
    return _plan("tanpa-tingkat", rows, (2025, 2026))


@cache
def deep() -> Plan:
    """Three levels of headings; letters restart below each."""
    rows: list[Row] = []
    for roman in ("I", "II"):
        rows.append((roman, f"Strategi {roman}: layanan pengaduan yang mudah dijangkau", False))
        for part in ("A", "B"):
            rows.append((part, f"Kebijakan {part} dari strategi {roman}", False))
            rows.append(("1", f"Program pertama kebijakan {part}", False))
            rows += [(letter, f"{_WORK['abc'.index(letter)]}", True) for letter in "abc"]
    return _plan("tiga-tingkat", rows, (2025, 2026, 2027))


@cache
def one_year() -> Plan:
    """One year, as a yearly action plan has it."""
    rows: list[Row] = [("I", "Tata kelola pengaduan", False)]
    rows += [(f"I.{n + 1}", _WORK[n], True) for n in range(4)]
    return _plan("satu-tahun", rows, (2026,))


@cache
def six_years() -> Plan:
    """Six years, as a plan beside an RPJMD has them."""
    rows: list[Row] = []
    for number in (1, 2, 3):
        rows.append((str(number), f"Sasaran {number}", False))
        rows += [(f"{number}.{n + 1}", f"{_WORK[n]} ({number})", True) for n in range(4)]
    return _plan("enam-tahun", rows, range(2025, 2031))


def middle(plan: Plan) -> Position:
    """The third quarter of the plan's middle year."""
    return Position(plan.years[len(plan.years) // 2], 3)


def silent(plan: Plan) -> Plan:
    """Return the plan with nothing reported."""
    return Plan.blank(plan.document, plan.program, plan.indicators, plan.stamp.plan_id or "")


def _plan(plan_id: str, rows: Sequence[Row], years: Sequence[int]) -> Plan:
    frame = pd.DataFrame(
        [
            {
                "no": no,
                "uraian": words,
                "pihak_terlibat": AGENCIES[place % 3] if is_activity else None,
                **{year: is_activity and (year + place) % 4 != 0 for year in years},
            }
            for place, (no, words, is_activity) in enumerate(rows)
        ],
        index=pd.RangeIndex(PROGRAM_FIRST_ROW, PROGRAM_FIRST_ROW + len(rows)),
    )
    if len(years) == 1:
        frame[years[0]] = [is_activity for *_, is_activity in rows]
    period = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
    program = program_frame(frame.astype({"pihak_terlibat": "str"}))
    blank = Plan.blank(_DOCUMENT | {"Periode": period}, program, _indicators(), plan_id)
    return _reported(blank)


def _indicators() -> pd.DataFrame:
    words = ("Persentase pengaduan yang selesai tepat waktu", "Indeks kepuasan pelapor")
    frame = pd.DataFrame(
        [{"nomor": "1", "program": "Pengaduan", "indikator": each} for each in words],
        index=pd.RangeIndex(INDICATOR_FIRST_ROW, INDICATOR_FIRST_ROW + len(words)),
    )
    return indicator_frame(frame.astype("str"))


def _reported(plan: Plan) -> Plan:
    """Report two rows in three: one done, one behind with an obstacle."""
    progress = plan.activity_progress.copy()
    for place, label in enumerate(progress.index):
        if place % 3 == 0:
            progress.loc[label, list(ACTUALS)] = [25.0, 50.0, 75.0, 100.0]
        elif place % 3 == 1:
            progress.loc[label, ACTUALS[0]] = 5.0
            progress.loc[label, "kendala"] = "Anggaran baru tersedia setelah perubahan APBD."
            progress.loc[label, "tindak_lanjut"] = "Dijadwalkan kembali pada triwulan berikutnya."
    indicators = plan.indicator_progress.copy()
    indicators.loc[indicators.index[0], ["target", "realisasi"]] = [80.0, 40.0]
    return plan.with_progress(progress, indicators)


SHAPES: Mapping[str, Plan] = {
    "flat": flat(),
    "deep": deep(),
    "one_year": one_year(),
    "six_years": six_years(),
}
