"""The five figures and the list for leadership."""

from lib.plan import schema, status, summary
from lib.plan.attention import Concern, attention
from lib.plan.position import Position
from lib.plan.rollup import rollup
from tests.factory import decree_plan, make_plan, sample_plan, with_activity, with_indicator

END = Position(2026, 4)


def figures(plan, position=END):
    return summary.key_figures(
        status.activity_status(plan, position), status.indicator_status(plan), position
    )


def test_plan_figures_are_the_documents_own_counts():
    assert [
        (figure.label, figure.value, figure.note) for figure in summary.plan_figures(decree_plan())
    ] == [
        ("Kelompok program", "5", "9 program"),
        ("Kegiatan", "10", "tahun 2023–2024"),
        ("Kegiatan-tahun direncanakan", "17", "8 pada 2023 dan 9 pada 2024"),
        ("Perangkat daerah", "3", "pihak terlibat"),
        ("Indikator", "11", "22 indikator-tahun"),
    ]


def test_plan_figures_of_many_years_keep_the_counts_per_year_short():
    plan = make_plan(years=range(2025, 2030), groups=1, activities_per_group=2)
    assert list(status.planned_count(plan).values()) == [1, 1, 2, 2, 2]
    assert summary.plan_figures(plan)[2].note == "1–2 tiap tahun"


def test_key_figures_name_what_they_count_and_what_they_leave_out():
    plan = make_plan(years=(2026,), groups=1, activities_per_group=4)
    first, second, third, _ = plan.activities["no"]
    plan = with_activity(plan, first, 2026, realisasi_tw4=100.0)
    plan = with_activity(plan, second, 2026, realisasi_tw4=50.0)
    plan = with_activity(plan, third, 2026, keterangan=schema.POSTPONED)
    plan = with_indicator(plan, "1.a", 2026, target=10.0, realisasi=12.0)
    done, mean, late, compliance, achieved = figures(plan)
    assert (done.value, done.note) == ("1 dari 3", "1 ditunda, tidak dihitung")
    assert (mean.value, mean.note) == ("50%", "yang melapor saja 75%")
    assert (late.value, late.note) == ("1", "1 belum ada data")
    assert (compliance.value, compliance.note) == ("17%", "2 dari 12 triwulan dilaporkan")
    assert (achieved.value, achieved.note) == ("1 dari 2", "tahun 2026; 1 belum ada target")


def test_indicators_are_those_of_the_latest_year_up_to_the_position():
    plan = make_plan(years=(2025, 2026))
    plan = with_indicator(plan, "1.a", 2025, target=1.0, realisasi=1.0)
    assert figures(plan, Position(2025, 4))[-1].value == "1 dari 4"
    assert figures(plan, Position(2026, 1))[-1].value == "0 dari 4"


def test_sentences_of_budget_and_evidence_are_silent_without_facts():
    sums = status.activity_status(decree_plan(), Position(2024, 4))
    assert summary.budget_sentence(rollup(sums)) == summary.evidence_sentence(rollup(sums)) == ""
    sample = rollup(status.activity_status(sample_plan(), Position(2024, 4)))
    assert "pagu Rp" in summary.budget_sentence(sample)
    assert summary.evidence_sentence(sample).startswith(f"{sample.evidenced} dari {sample.done} ")


def concerns(position=END, **cells):
    plan = make_plan(years=(2026,), groups=1, activities_per_group=1)
    plan = with_activity(plan, plan.activities["no"].iloc[0], 2026, **cells)
    return attention(status.activity_status(plan, position))


def test_each_row_stands_once_under_its_most_pressing_concern():
    third = Position(2026, 3)
    cases = {
        Concern.LATE: concerns(realisasi_tw4=60.0),
        Concern.NOT_DONE: concerns(keterangan=schema.NOT_DONE),
        Concern.RED: concerns(third, realisasi_tw3=40.0),
        Concern.NO_DATA: concerns(),
        Concern.POSTPONED: concerns(keterangan=schema.POSTPONED),
        Concern.UNREPORTED: concerns(third, realisasi_tw1=75.0),
        Concern.YELLOW: concerns(third, realisasi_tw3=65.0),
    }
    assert {concern: [item.concern for item in found] for concern, found in cases.items()} == {
        concern: [concern] for concern in cases
    }
    assert cases[Concern.RED][0].sentence == (
        "I.1.a (2026): realisasi 40% dari target 75% (asumsi), DINAS A"
    )
    assert "TW II dan TW III belum dilaporkan" in cases[Concern.UNREPORTED][0].sentence


def test_what_is_done_or_on_track_needs_nobody():
    assert concerns(realisasi_tw4=100.0) == ()
    assert concerns(Position(2026, 3), realisasi_tw3=75.0) == ()


def test_worst_comes_first():
    found = attention(status.activity_status(sample_plan(), Position(2024, 4)))
    order = [list(Concern).index(item.concern) for item in found]
    assert order == sorted(order)
