from lib.plan import schema
from lib.plan.figures import status
from tests.factory import decree_plan, make_plan, sample_plan


def test_decree_has_the_counts_of_its_transcription():
    plan = decree_plan()
    assert len(plan.groups) == 5
    assert plan.program["tingkat"].value_counts().to_dict() == {
        "Kegiatan": 10,
        "2": 9,
        "1": 5,
    }
    assert status.planned_count(plan) == {2023: 8, 2024: 9}
    assert plan.agencies == ("DINKOMINFO", "BAGIAN ORGANISASI", "INSPEKTORAT")
    assert plan.indicators.groupby("nomor")["no"].count().tolist() == [2, 2, 3, 2, 2]
    assert len(plan.activity_progress) == 17
    assert len(plan.indicator_progress) == 22


def test_progress_rows_stand_where_the_contract_says():
    progress = decree_plan().activity_progress
    assert progress.loc[4, ["no", "tahun"]].tolist() == ["I.1.b", 2023]
    assert progress.loc[7, ["no", "tahun"]].tolist() == ["II.1.a", 2024]
    assert schema.address(schema.Sheet.INDICATOR_PROGRESS, "target", 7) == "Progres Indikator!H7"
    assert (
        schema.address(schema.Sheet.ACTIVITY_PROGRESS, "realisasi_tw3", 7) == "Progres Kegiatan!K7"
    )


def test_indicators_are_lettered_by_printed_order():
    assert decree_plan().indicators["no"].tolist() == [
        "1.a",
        "1.b",
        "2.a",
        "2.b",
        "3.a",
        "3.b",
        "3.c",
        "4.a",
        "4.b",
        "5.a",
        "5.b",
    ]


def test_nothing_is_reported_in_the_decree_and_something_in_the_sample():
    assert not decree_plan().is_reported
    assert not decree_plan().is_sample
    assert sample_plan().is_reported
    assert sample_plan().is_sample


def test_another_plan_needs_no_other_code():
    plan = make_plan(years=(2025, 2026, 2027, 2028, 2029))
    assert plan.years == (2025, 2026, 2027, 2028, 2029)
    assert plan.period == "2025–2029"
    assert set(plan.activity_progress["tahun"]) <= set(plan.years)
