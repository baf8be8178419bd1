import pandas as pd
import pytest

from lib.plan import schema
from lib.plan.figures import indicator_state, rollup, status
from lib.plan.position import Position
from lib.voice import activities, breakdowns, trend
from lib.voice.words import counting, measures
from tests.factory import big_plan, decree_plan, make_plan, with_activity, with_indicator

END = Position(2024, 4)
NAN = float("nan")


def fill(plan, year, value, count=None, quarter=4):
    """Report one quarter of so many kegiatan of a year."""
    rows = plan.activity_progress.query("tahun == @year")["no"]
    for no in rows.iloc[:count]:
        plan = with_activity(plan, no, year, **{f"realisasi_tw{quarter}": value})
    return plan


def table(plan, position=END, **selection):
    return rollup.select(status.activity_status(plan, position), **selection)


@pytest.mark.parametrize(
    ("done", "sentence"),
    [
        (0, "Belum ada realisasi yang dilaporkan; 9 kegiatan 2024 direncanakan"),
        (1, "1 dari 9 kegiatan 2024 selesai; 8 belum ada data"),
        (7, "7 dari 9 kegiatan 2024 selesai; 2 belum ada data"),
        (9, "Seluruh 9 kegiatan 2024 selesai"),
    ],
)
def test_activities_done_out_of_all(done, sentence):
    plan = fill(decree_plan(), 2024, 100.0, done)
    assert activities.headline(table(plan, year=2024), END) == sentence


def test_none_done_says_what_there_is_instead():
    plan = fill(decree_plan(), 2024, 50.0, 3, quarter=2)
    said = activities.headline(table(plan, Position(2024, 2), year=2024), Position(2024, 2))
    assert said == ("Belum satu pun dari 9 kegiatan 2024 selesai; 3 dalam proses, 6 belum ada data")


def test_several_years_are_counted_as_kegiatan_tahun():
    plan = fill(decree_plan(), 2023, 100.0)
    assert activities.headline(table(plan), END) == (
        "8 dari 17 kegiatan-tahun selesai; 9 belum ada data"
    )


def test_postponed_ones_are_counted_apart():
    plan = with_activity(
        fill(decree_plan(), 2024, 100.0), "II.1.a", 2024, keterangan=schema.POSTPONED
    )
    assert activities.headline(table(plan, year=2024), END) == (
        "Seluruh 8 kegiatan 2024 selesai; 1 ditunda"
    )


def test_a_selection_that_is_postponed_altogether_says_so():
    plan = with_activity(decree_plan(), "II.1.a", 2024, keterangan=schema.POSTPONED)
    rows = table(plan, group="KP II")
    assert activities.headline(rows, END) == "1 kegiatan 2024 ditunda"


def test_a_year_to_come_is_scheduled_rather_than_silent():
    at = Position(2023, 4)
    said = activities.headline(table(decree_plan(), at, year=2024), at)
    assert said == "9 kegiatan 2024 terjadwal; belum ada yang jatuh tempo"


def test_an_empty_selection_is_called_one():
    assert activities.headline(table(decree_plan()).iloc[:0], END) == counting.NOTHING


def test_agencies_with_late_kegiatan_are_named():
    plan = fill(decree_plan(), 2023, 60.0, 2)
    assert breakdowns.agencies(table(plan), END) == (
        "Belum satu pun dari 17 kegiatan-tahun selesai; "
        "terlambat: BAGIAN ORGANISASI 1 dan DINKOMINFO 1"
    )


def test_many_late_agencies_are_only_counted():
    plan = fill(big_plan(), 2025, 60.0)
    at = Position(2025, 4)
    said = breakdowns.agencies(table(plan, at), at)
    assert said.endswith("yang terlambat ada pada 12 perangkat daerah")


def test_nobody_late_is_worth_saying():
    plan = fill(decree_plan(), 2023, 100.0)
    assert breakdowns.agencies(table(plan), END).endswith("; tidak ada yang terlambat")


def board(plan, position, year):
    return activities.board(status.quarter_table(plan, position), year)


@pytest.mark.parametrize(
    ("count", "value", "sentence"),
    [
        (9, 75.0, "TW III 2024: seluruh 9 kegiatan hijau"),
        (4, 75.0, "TW III 2024: 4 dari 9 kegiatan hijau; 5 belum dilaporkan"),
        (9, 60.0, "TW III 2024: belum satu pun dari 9 kegiatan hijau; 9 kuning"),
        (2, 10.0, "TW III 2024: belum satu pun dari 9 kegiatan hijau; 2 merah, 7 belum dilaporkan"),
    ],
)
def test_the_board_counts_lights_of_the_last_quarter_due(count, value, sentence):
    plan = fill(decree_plan(), 2024, value, count, quarter=3)
    assert board(plan, Position(2024, 3), 2024) == sentence


def test_the_board_tells_a_silent_quarter_from_a_silent_plan():
    plan = fill(decree_plan(), 2024, 25.0, quarter=1)
    assert board(plan, Position(2024, 2), 2024) == "TW II 2024 belum dilaporkan untuk 9 kegiatan"
    assert board(decree_plan(), END, 2024).startswith("Belum ada realisasi yang dilaporkan")


@pytest.mark.parametrize(
    ("target", "actual", "assumed", "sentence"),
    [
        (75.0, 71.2, True, "Realisasi kumulatif 71,2%, 3,8 poin di bawah target 75% (asumsi)"),
        (75.0, 80.0, False, "Realisasi kumulatif 80%, 5 poin di atas target 75%"),
        (75.0, 75.02, False, "Realisasi kumulatif 75%, sesuai target 75%"),
        (
            75.0,
            NAN,
            False,
            "Menurut rencana, target 75% pada TW IV 2024; realisasinya belum dilaporkan",
        ),
    ],
)
def test_the_curve_tells_the_gap(target, actual, assumed, sentence):
    assert trend.headline(target, actual, assumed, END) == sentence


def sums(plan, position=END):
    return rollup.by_agency(rollup.in_scope(table(plan, position), position), plan.agencies)


def test_compliance_names_who_owes_reports():
    plan = with_activity(decree_plan(), "V.1.a", 2023, realisasi_tw1=10.0)
    at = Position(2023, 1)
    assert breakdowns.compliance(sums(plan, at)) == (
        "1 dari 3 perangkat daerah melapor lengkap; "
        "laporan yang belum masuk: DINKOMINFO 6 dan BAGIAN ORGANISASI 1"
    )


def test_compliance_of_all_and_of_none():
    full = fill(decree_plan(), 2023, 10.0, quarter=1)
    at = Position(2023, 1)
    assert breakdowns.compliance(sums(full, at)) == "Seluruh 3 perangkat daerah melapor lengkap"
    assert breakdowns.compliance(sums(decree_plan(), at)) == (
        "Belum ada laporan yang masuk dari 3 perangkat daerah"
    )
    assert breakdowns.compliance({}) == counting.NOTHING


def indicators(plan, year=2024):
    rows = indicator_state.indicator_status(plan)
    return measures.headline(rollup.indicator_rollup(rows[rows["tahun"] == year]), year)


def test_indicators_without_targets_raise_no_alarm():
    assert indicators(decree_plan()) == "11 indikator 2024 belum memiliki target"


def test_indicators_count_what_is_reached_and_what_is_missing():
    plan = with_indicator(decree_plan(), "1.a", 2024, target=10.0, realisasi=10.0)
    plan = with_indicator(plan, "1.b", 2024, target=10.0, realisasi=5.0)
    plan = with_indicator(plan, "2.a", 2024, target=10.0)
    assert indicators(plan) == (
        "1 dari 11 indikator 2024 mencapai target; "
        "1 belum tercapai, 8 belum ada target, 1 belum ada data"
    )


def test_targets_without_reports_say_that_nothing_can_be_computed():
    plan = with_indicator(decree_plan(), "1.a", 2024, target=10.0)
    assert indicators(plan) == (
        "Belum ada capaian indikator 2024 yang dapat dihitung: "
        "10 belum ada target, 1 belum ada data"
    )


def test_a_single_kegiatan_reads_like_a_sentence():
    plan = make_plan(years=[2025], groups=1, activities_per_group=1)
    at = Position(2025, 4)
    done = with_activity(plan, "I.1.a", 2025, realisasi_tw4=100.0)
    late = with_activity(plan, "I.1.a", 2025, realisasi_tw4=50.0)
    assert activities.headline(table(done, at), at) == "1 kegiatan 2025 selesai"
    assert activities.headline(table(late, at), at) == (
        "1 kegiatan 2025 belum selesai; 1 terlambat"
    )


def test_units_follow_the_years():
    assert counting.unit(pd.DataFrame({"tahun": [2025, 2025]})) == "kegiatan 2025"
    assert counting.unit(pd.DataFrame({"tahun": [2025, 2026]})) == "kegiatan-tahun"
