"""The rules of status.md, each threshold from both sides."""

import math

import pandas as pd
import pytest

from lib.plan import schema
from lib.plan.figures import indicator_state, status
from lib.plan.figures.status import IndicatorStatus, Light, Predicate, Status
from lib.plan.position import Position
from tests.factory import decree_plan, make_plan, with_activity, with_indicator

YEAR = 2026


def one_activity(**cells):
    """The state at a position of one kegiatan-year in a made-up plan."""
    at = cells.pop("at", Position(YEAR, 3))
    plan = make_plan(years=(2025, YEAR, 2027))
    no = plan.activities["no"].iloc[0]
    table = status.activity_status(with_activity(plan, no, YEAR, **cells), at)
    return table[(table["no"] == no) & (table["tahun"] == YEAR)].iloc[0]


def one_indicator(**cells):
    plan = make_plan(years=(2025, YEAR))
    no = plan.indicators["no"].iloc[0]
    table = indicator_state.indicator_status(with_indicator(plan, no, YEAR, **cells))
    return table[(table["no"] == no) & (table["tahun"] == YEAR)].iloc[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, Light.RED),
        (69.95, Light.RED),
        (69.99, Light.RED),
        (70, Light.YELLOW),
        (90, Light.YELLOW),
        (90.1, Light.GREEN),
        (90.01, Light.GREEN),
        (120, Light.GREEN),
        (math.nan, Light.GREY),
    ],
)
def test_light_has_half_open_bands_without_gaps(value, expected):
    assert status.light(pd.Series([value], dtype=float))[0] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (91, Predicate.VERY_HIGH),
        (90.9, Predicate.HIGH),
        (76, Predicate.HIGH),
        (75.9, Predicate.MEDIUM),
        (66, Predicate.MEDIUM),
        (65.9, Predicate.LOW),
        (51, Predicate.LOW),
        (50.9, Predicate.VERY_LOW),
        (0, Predicate.VERY_LOW),
    ],
)
def test_predicate_starts_at_its_own_bound(value, expected):
    assert status.predicate(pd.Series([value], dtype=float))[0] == expected


def test_predicate_of_nothing_computed_is_blank():
    assert status.predicate(pd.Series([math.nan])).isna().all()


@pytest.mark.parametrize("target", [30.0, 70.0, 7.0, 0.1, 1e9])
def test_exactly_ninety_percent_of_any_target_is_yellow(target):
    achieved = status.capaian(pd.Series([target * 0.9]), pd.Series([target]))
    assert status.light(achieved)[0] == Light.YELLOW


def test_capaian_is_not_capped():
    assert one_activity(realisasi_tw3=90.0)["capaian"] == 120


@pytest.mark.parametrize(
    ("cells", "at", "expected"),
    [
        ({}, Position(2025, 1), Status.SCHEDULED),
        ({}, Position(2025, 4), Status.SCHEDULED),
        ({}, Position(YEAR, 1), Status.NO_DATA),
        ({}, Position(YEAR, 4), Status.NO_DATA),
        ({}, Position(2027, 2), Status.NO_DATA),
        ({"realisasi_tw1": 0.0}, Position(YEAR, 1), Status.NOT_STARTED),
        ({"realisasi_tw1": 0.0}, Position(YEAR, 4), Status.LATE),
        ({"realisasi_tw1": 25.0}, Position(2025, 4), Status.SCHEDULED),
        ({"realisasi_tw1": 0.1}, Position(YEAR, 1), Status.IN_PROGRESS),
        ({"realisasi_tw2": 99.9}, Position(YEAR, 3), Status.IN_PROGRESS),
        ({"realisasi_tw2": 99.9}, Position(YEAR, 4), Status.LATE),
        ({"realisasi_tw2": 100.0}, Position(YEAR, 1), Status.NO_DATA),
        ({"realisasi_tw2": 100.0}, Position(YEAR, 2), Status.DONE),
        ({"realisasi_tw4": 100.0}, Position(2027, 1), Status.DONE),
        ({"keterangan": schema.POSTPONED}, Position(2025, 1), Status.POSTPONED),
        (
            {"keterangan": schema.NOT_DONE, "realisasi_tw1": 100.0},
            Position(YEAR, 4),
            Status.NOT_DONE,
        ),
    ],
)
def test_status_is_the_first_rule_that_holds(cells, at, expected):
    assert one_activity(at=at, **cells)["status"] == expected


def test_realisasi_is_the_last_one_filled_up_to_the_position():
    row = one_activity(realisasi_tw1=10.0, realisasi_tw2=30.0, realisasi_tw4=80.0)
    assert (row["realisasi"], row["realisasi_tw"], row["belum_lapor"]) == (30, 2, 1)
    assert (row["berakhir"], row["terisi"]) == (3, 2)


def test_targets_are_assumed_only_where_all_four_are_blank():
    assumed = one_activity(realisasi_tw3=75.0)
    assert (assumed["target"], assumed["asumsi"], assumed["capaian"]) == (75, True, 100)
    stated = one_activity(target_tw3=50.0, realisasi_tw3=75.0)
    assert (stated["target"], stated["asumsi"], stated["capaian"]) == (50, False, 150)


def test_a_quarter_without_target_beside_stated_ones_is_not_computed():
    row = one_activity(target_tw1=20.0, realisasi_tw3=75.0)
    assert math.isnan(row["target"])
    assert row["lampu"] == Light.GREY


def test_target_is_full_once_the_year_is_over():
    row = one_activity(at=Position(2027, 1), target_tw4=80.0, realisasi_tw4=90.0)
    assert (row["target"], row["capaian"], row["asumsi"]) == (100, 90, False)


def test_target_zero_is_not_computed():
    row = one_activity(target_tw3=0.0, realisasi_tw3=10.0)
    assert math.isnan(row["capaian"])
    assert row["lampu"] == Light.GREY


@pytest.mark.parametrize(
    ("cells", "capaian", "state"),
    [
        ({"target": 80.0, "realisasi": 80.0}, 100, IndicatorStatus.ACHIEVED),
        ({"target": 80.0, "realisasi": 79.9}, 99.875, IndicatorStatus.NOT_ACHIEVED),
        ({"target": 80.0, "realisasi": 100.0}, 125, IndicatorStatus.ACHIEVED),
        ({"target": 80.0, "realisasi": 0.0}, 0, IndicatorStatus.NOT_ACHIEVED),
        ({"target": 10.0, "realisasi": 10.0, "arah": schema.DOWN}, 100, IndicatorStatus.ACHIEVED),
        ({"target": 10.0, "realisasi": 5.0, "arah": schema.DOWN}, 150, IndicatorStatus.ACHIEVED),
        (
            {"target": 10.0, "realisasi": 12.0, "arah": schema.DOWN},
            80,
            IndicatorStatus.NOT_ACHIEVED,
        ),
        ({"target": 10.0, "realisasi": 99.0, "arah": schema.DOWN}, 0, IndicatorStatus.NOT_ACHIEVED),
        ({"target": "Ya", "realisasi": "Ya", "satuan": "Ya/Tidak"}, 100, IndicatorStatus.ACHIEVED),
        (
            {"target": "Ya", "realisasi": "Tidak", "satuan": "ya/tidak"},
            0,
            IndicatorStatus.NOT_ACHIEVED,
        ),
        (
            {"target": "Tidak", "realisasi": "Tidak", "satuan": "Ya/Tidak"},
            100,
            IndicatorStatus.ACHIEVED,
        ),
    ],
)
def test_indicator_capaian_follows_direction_and_unit(cells, capaian, state):
    row = one_indicator(**cells)
    assert row["capaian"] == pytest.approx(capaian)
    assert row["status"] == state
    assert row["alasan"] == ""


@pytest.mark.parametrize(
    ("cells", "state", "why"),
    [
        ({}, IndicatorStatus.NO_TARGET, "TARGET kosong"),
        ({"realisasi": 5.0}, IndicatorStatus.NO_TARGET, "TARGET kosong"),
        ({"target": 0.0, "realisasi": 5.0}, IndicatorStatus.NO_TARGET, "TARGET 0"),
        ({"target": "memadai", "realisasi": 5.0}, IndicatorStatus.NO_TARGET, "TARGET bukan angka"),
        ({"target": 5.0}, IndicatorStatus.NO_DATA, "REALISASI kosong"),
        ({"target": 5.0, "realisasi": "baik"}, IndicatorStatus.NO_DATA, "REALISASI bukan angka"),
        ({"target": "Ya", "realisasi": "Ya"}, IndicatorStatus.NO_TARGET, "TARGET bukan angka (Ya)"),
    ],
)
def test_what_cannot_be_computed_says_why_and_where(cells, state, why):
    row = one_indicator(**cells)
    assert math.isnan(row["capaian"])
    assert (row["lampu"], row["status"]) == (Light.GREY, state)
    assert why in row["alasan"]
    assert row["alasan"].endswith(("!H5", "!I5"))


def test_a_misprinted_number_counts_under_the_group_it_stands_in():
    table = status.activity_status(decree_plan(), Position(2024, 4)).set_index("no")
    assert table.loc["II.2.a", "kp"] == "KP I"
    assert table.loc["II.1.a", "kp"] == "KP II"


def test_indicators_find_their_group_by_the_printed_name():
    table = indicator_state.indicator_status(decree_plan())
    assert table.groupby("kp")["no"].nunique().to_dict() == {
        "KP I": 2,
        "KP II": 2,
        "KP III": 3,
        "KP IV": 2,
        "KP V": 2,
    }


def test_quarter_table_hides_what_lies_after_the_position():
    plan = make_plan(years=(YEAR,))
    no = plan.activities["no"].iloc[0]
    plan = with_activity(plan, no, YEAR, realisasi_tw1=20.0, realisasi_tw3=60.0)
    table = status.quarter_table(plan, Position(YEAR, 2)).query("no == @no").set_index("triwulan")
    assert table["realisasi"].dropna().to_dict() == {1: 20}
    assert table["jatuh_tempo"].tolist() == [True, True, False, False]
    assert table.loc[1, "lampu"] == Light.YELLOW
