"""Tables of report and copy: every cell says what its row says, and no more."""

import numpy as np
import pandas as pd
import pytest

from lib.briefing import written_tables
from lib.plan import schema
from lib.plan.figures import indicator_state, status
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice.key_figures import KeyFigure
from tests.factory import make_plan, with_activity, with_indicator

THIRD = Position(2026, 3)


def result(position=THIRD, **cells):
    """Write one kegiatan-year, as a mapping by header."""
    plan = make_plan((2026,), 1, 1, ("DINAS A, DINAS B",))
    plan = with_activity(plan, "I.1.a", 2026, **cells)
    table = written_tables.results(status.activity_status(plan, position))
    [row] = table.rows
    return dict(zip(table.headers, row, strict=True))


def test_a_result_names_the_kegiatan_and_all_who_are_in_charge():
    row = result(kegiatan="Kegiatan  Uji\x01")
    assert (row["No"], row["Tahun"]) == ("I.1.a", "2026")
    assert row["Kegiatan dan pihak terlibat"] == "Kegiatan Uji\nDINAS A, DINAS B"


@pytest.mark.parametrize(
    ("cells", "target", "actual", "achieved", "state"),
    [
        ({}, "75% (asumsi)", "–", "–", "– Belum ada data\nTW I–III belum dilaporkan"),
        ({"realisasi_tw3": 75.0}, "75% (asumsi)", "75%", "100% (hijau)", "◐ Dalam proses"),
        (
            {"realisasi_tw1": 30.0},
            "75% (asumsi)",
            "30% (TW I)",
            "40% (merah)",
            "◐ Dalam proses\nTW II–III belum dilaporkan",
        ),
        (
            {"realisasi_tw3": 48.0, "target_tw3": 60.0},
            "60%",
            "48%",
            "80% (kuning)",
            "◐ Dalam proses",
        ),
        ({"realisasi_tw2": 100.0}, "75% (asumsi)", "100% (TW II)", None, None),
        ({"keterangan": schema.POSTPONED}, "75% (asumsi)", "–", "–", "‖ Ditunda"),
    ],
)
def test_a_result_says_target_realisasi_capaian_and_status(cells, target, actual, achieved, state):
    row = result(**cells)
    assert (row["Target"], row["Realisasi"]) == (target, actual)
    if state:
        assert (row["Capaian"], row["Status"]) == (achieved, state)


def test_what_was_not_told_is_a_dash_and_not_a_blank():
    row = result()
    assert {row[name] for name in ("Kendala", "Tindak lanjut", "Bukti dukung")} == {"–"}


def test_what_was_told_keeps_its_lines_and_links_alone_are_links():
    row = result(
        realisasi_tw3=10.0,
        kendala="Pagu\nbelum ada",
        tindak_lanjut=" Rapat ",
        bukti_dukung="https://contoh.id/1\nberkas di lemari\nhttps://contoh.id/2",
    )
    assert row["Kendala"] == "Pagu\nbelum ada"
    assert row["Tindak lanjut"] == "Rapat"
    assert row["Bukti dukung"] == ("https://contoh.id/1", "https://contoh.id/2")


def test_agencies_count_shared_kegiatan_for_each():
    plan = make_plan((2026,), 1, 2, ("DINAS A, DINAS B",))
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw4=100.0, bukti_dukung="https://a.id")
    plan = with_activity(plan, "I.1.b", 2026, realisasi_tw4=50.0)
    table = written_tables.agencies(Standing(plan, Position(2026, 4)).agencies)
    assert [row[0] for row in table.rows] == ["DINAS A", "DINAS B"]
    for row in table.rows:
        assert row[1:] == ("1 dari 2", "1", "0", "75%", "2 dari 8 (25%)", "1 dari 1")


def measure(**cells):
    plan = with_indicator(make_plan((2026,), 1, 1), "1.a", 2026, **cells)
    table = written_tables.indicators(indicator_state.indicator_status(plan))
    return dict(zip(table.headers, table.rows[0], strict=True))


@pytest.mark.parametrize(
    ("unit", "target", "written"),
    [("orang", 1250.5, "1.250,5 orang"), ("%", 80.0, "80%"), (None, 3.0, "3"), (None, None, "–")],
)
def test_an_indicator_is_written_with_its_unit(unit, target, written):
    assert measure(satuan=unit, target=target)["Target"] == written


def test_yes_and_no_stand_as_words():
    row = measure(satuan=schema.YES_NO, target="Ya", realisasi="Tidak")
    assert (row["Target"], row["Realisasi"]) == ("Ya", "Tidak")


def test_an_indicator_says_its_direction_predikat_and_why_it_is_not_computed():
    row = measure(target=10.0, realisasi=9.2, arah=schema.DOWN)
    assert row["Arah"] == schema.DOWN
    assert row["Capaian"].endswith("(hijau)")
    assert row["Predikat"] != "–"
    blank = measure(target=10.0)
    assert (blank["Arah"], blank["Capaian"], blank["Predikat"]) == (schema.UP, "–", "–")
    assert blank["Status"].startswith("Belum ada data\nTidak dihitung: REALISASI kosong")


def test_a_charts_table_is_written_as_people_read_numbers():
    frame = pd.DataFrame({"NAMA": ["a\x02b", "c"], 2026: [1234.5, np.nan], "N": [3, None]})
    table = written_tables.twin(frame.astype({"N": object}))
    assert table.headers == ("NAMA", "2026", "N")
    assert table.rows == (("ab", "1.234,5", "3"), ("c", "–", "–"))


def test_figures_are_written_in_their_order():
    table = written_tables.figures([KeyFigure("Satu", "1", "x", 1), KeyFigure("Dua", "2", "y", 2)])
    assert table.rows == (("Satu", "1", "x"), ("Dua", "2", "y"))


def test_every_table_has_a_width_for_each_column():
    plan = make_plan((2026,), 1, 1)
    standing = Standing(plan, THIRD)
    for table in (
        written_tables.results(standing.due),
        written_tables.agencies(standing.agencies),
        written_tables.indicators(standing.all_indicators),
        written_tables.figures([]),
    ):
        assert len(table.widths) == len(table.headers)
        assert all(len(row) == len(table.headers) for row in table.rows)
