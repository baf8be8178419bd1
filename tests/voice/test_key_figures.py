"""The five figures, and the sentences of budget and evidence."""

from lib.plan import schema
from lib.plan.figures import indicator_state, status
from lib.plan.figures.rollup import rollup
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from lib.plan.schema import VERIFICATION
from lib.voice import key_figures as voice
from tests.factory import decree_plan, make_plan, sample_plan, with_activity, with_indicator

END = Position(2026, 4)


def figures(plan, position=END):
    activities, indicators = (
        status.activity_status(plan, position),
        indicator_state.indicator_status(plan),
    )
    return voice.key_figures(summarise(activities, indicators, position))


def test_plan_figures_are_the_documents_own_counts():
    assert [
        (figure.label, figure.value, figure.note) for figure in voice.plan_figures(decree_plan())
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
    assert voice.plan_figures(plan)[2].note == "1–2 tiap tahun"


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
    assert voice.budget_sentence(rollup(sums)) == voice.evidence_sentence(rollup(sums)) == ""
    sample = rollup(status.activity_status(sample_plan(), Position(2024, 4)))
    assert "pagu Rp" in voice.budget_sentence(sample)
    assert voice.evidence_sentence(sample) == (
        f"Selesai {sample.done}: diverifikasi {sample.verified}, berbukti {sample.evidenced}."
    )
    unseen = sample_plan()
    unseen = unseen.with_progress(
        unseen.activity_progress.assign(**dict.fromkeys(VERIFICATION, None))
    )
    nobody = rollup(status.activity_status(unseen, Position(2024, 4)))
    assert voice.evidence_sentence(nobody).startswith(f"{nobody.evidenced} dari {nobody.done} ")
