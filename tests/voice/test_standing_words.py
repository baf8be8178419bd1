"""What the products of a meeting share: sums, obstacles, changes, and sentences at their edges."""

from dataclasses import replace

import pytest

from lib.plan import schema
from lib.plan.figures import effect, indicator_state, rollup, status
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice import activities, breakdowns, obstacles, since, trend
from lib.voice.key_figures import figures_of, key_figures, plan_figures
from lib.voice.words import document
from tests.factory import big_plan, decree_plan, make_plan, sample_plan, with_activity

END = Position(2026, 4)
PLANS = {
    "sample": (sample_plan, Position(2024, 4)),
    "empty": (decree_plan, Position(2024, 4)),
    "large": (big_plan, Position(2027, 2)),
}


def standing(plan, position=END, previous=None):
    return Standing(plan, position, previous=previous)


def one_year(activities=3, agencies=("DINAS A",)):
    """One group, one year, whose kegiatan fall to the agencies by turns, one to three each."""
    return make_plan((2026,), 1, activities, agencies)


def done(plan, *numbers, value=100.0):
    for no in numbers:
        plan = with_activity(plan, no, 2026, realisasi_tw4=value)
    return plan


@pytest.mark.parametrize("name", PLANS)
def test_sums_are_those_of_the_screens(name):
    make, position = PLANS[name]
    plan, found = make(), standing(make(), position)
    table = status.activity_status(plan, position)
    scope = rollup.in_scope(table, position)
    assert found.sums == rollup.rollup(scope)
    by_agency = rollup.by_agency(scope, plan.agencies)
    assert {part.code: part.sums for part in found.agencies} == by_agency
    assert [part.sums for part in found.groups] == [
        rollup.rollup(rollup.select(scope, group=code)) for code in plan.groups
    ]
    measured = indicator_state.indicator_status(plan)
    sums = summarise(table, measured, position)
    expected = key_figures(sums) if plan.is_reported else plan_figures(plan)
    assert figures_of(found) == expected


def test_an_obstacle_says_who_has_it_and_since_when():
    plan = with_activity(
        one_year(1), "I.1.a", 2026,
        realisasi_tw1=25.0, realisasi_tw2=30.0, kendala="Menunggu pagu", tindak_lanjut="Rapat",
    )  # fmt: skip
    [one] = standing(plan, Position(2026, 3)).obstacles
    assert (one.no, one.agencies, one.obstacle, one.follow_up) == (
        "I.1.a", ("DINAS A",), "Menunggu pagu", "Rapat",
    )  # fmt: skip
    assert obstacles.since_when(one) == (
        "di bawah target (asumsi) sejak TW II 2026",
        "tanpa laporan sejak TW III 2026",
    )


def test_a_quarter_on_target_ends_the_run_below_it():
    plan = with_activity(
        one_year(1), "I.1.a", 2026,
        realisasi_tw1=10.0, realisasi_tw2=50.0, realisasi_tw3=60.0, kendala="Narasumber",
    )  # fmt: skip
    [one] = standing(plan, Position(2026, 3)).obstacles
    assert one.behind == Position(2026, 3)


def test_the_fourth_quarters_target_is_no_assumption():
    plan = with_activity(one_year(1), "I.1.a", 2026, realisasi_tw4=90.0, kendala="Cuaca")
    [one] = standing(plan).obstacles
    assert obstacles.since_when(one) == ("di bawah target sejak TW IV 2026",)


@pytest.mark.parametrize(
    ("before", "words"),
    [("Cuaca", "sudah ada pada rapat lalu"), (None, "baru sejak rapat lalu")],
)
def test_an_obstacle_is_compared_with_the_last_meeting(before, words):
    plan = with_activity(one_year(1), "I.1.a", 2026, realisasi_tw4=90.0, kendala="Cuaca")
    old = with_activity(plan, "I.1.a", 2026, kendala=before)
    [one] = standing(plan, previous=old).obstacles
    assert words in obstacles.since_when(one)


def test_a_finished_kegiatan_has_no_open_obstacle():
    plan = with_activity(one_year(1), "I.1.a", 2026, realisasi_tw4=100.0, kendala="Sudah lewat")
    assert standing(plan).obstacles == ()


def test_what_needs_attention_without_a_kendala_is_told_apart():
    found = standing(done(one_year(2), "I.1.a", value=40.0))
    assert [item.no for item in found.unexplained] == ["I.1.a"]
    assert obstacles.headline(found) == (
        "1 kegiatan 2026 perlu perhatian, tetapi kendalanya belum ditulis"
    )


def hindered(count, followed, agencies=("DINAS A",)):
    plan = one_year(4, agencies)
    for place, no in enumerate(plan.activities["no"].iloc[:count]):
        follow = "Rapat" if place < followed else None
        plan = with_activity(
            plan, no, 2026, realisasi_tw4=50.0, kendala="Pagu", tindak_lanjut=follow
        )
    return standing(plan)


@pytest.mark.parametrize(
    ("count", "followed", "sentence"),
    [
        (1, 0, "1 kegiatan 2026 berkendala pada DINAS A; belum ada tindak lanjut"),
        (1, 1, "1 kegiatan 2026 berkendala pada DINAS A; sudah ada tindak lanjut"),
        (3, 2, "3 kegiatan 2026 berkendala, seluruhnya pada DINAS A; 1 belum ada tindak lanjut"),
        (4, 4, "4 kegiatan 2026 berkendala, seluruhnya pada DINAS A; "
               "semuanya sudah ada tindak lanjut"),
        (2, 0, "2 kegiatan 2026 berkendala, seluruhnya pada DINAS A; "
               "semuanya belum ada tindak lanjut"),
    ],
)  # fmt: skip
def test_obstacles_of_one_agency(count, followed, sentence):
    assert obstacles.headline(hindered(count, followed)) == sentence


def test_obstacles_of_several_agencies_are_counted_for_each():
    assert obstacles.headline(hindered(2, 2, ("A", "B"))) == (
        "2 kegiatan 2026 berkendala: A 2 dan B 1; semuanya sudah ada tindak lanjut"
    )


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (one_year(1), "Kendala dan tindak lanjut belum dilaporkan"),
        (
            done(one_year(1), "I.1.a"),
            "Tidak ada kegiatan belum selesai yang melaporkan kendala",
        ),
    ],
)
def test_without_obstacles_the_headline_says_why(plan, sentence):
    assert obstacles.headline(standing(plan)) == sentence


def grouped(*counts):
    """Three groups of two kegiatan, so many of each done."""
    plan = make_plan((2026,), 3, 2)
    for group, count in zip(("I", "II", "III"), counts, strict=True):
        plan = done(plan, *[f"{group}.1.{letter}" for letter in "ab"[:count]])
    return standing(with_activity(plan, "I.1.a", 2026, realisasi_tw1=5.0))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((2, 2, 2), "Seluruh 3 kelompok program selesai"),
        ((0, 0, 0), "Belum ada kegiatan yang selesai pada 3 kelompok program"),
        ((2, 2, 0), "2 dari 3 kelompok program selesai seluruhnya; "
                    "belum ada kegiatan selesai pada KP III"),
        ((2, 0, 0), "1 dari 3 kelompok program selesai seluruhnya; "
                    "belum ada kegiatan selesai pada KP II dan KP III"),
        ((1, 2, 1), "1 dari 3 kelompok program selesai seluruhnya; "
                    "porsi selesai terkecil pada KP I (1 dari 2) dan KP III (1 dari 2)"),
        ((1, 1, 1), "Belum satu pun dari 3 kelompok program selesai seluruhnya; porsi selesai "
                    "terkecil pada KP I (1 dari 2), KP II (1 dari 2), dan KP III (1 dari 2)"),
    ],
)  # fmt: skip
def test_groups_none_some_all_and_ties(counts, sentence):
    assert breakdowns.per_group(grouped(*counts)) == sentence


def test_a_single_group_is_named():
    found = standing(done(one_year(3), "I.1.a"))
    assert breakdowns.per_group(found) == "KP I: 1 dari 3 kegiatan 2026 selesai"


@pytest.mark.parametrize(
    ("plan", "groups", "agencies"),
    [
        (decree_plan(), "KP V memuat terbanyak, 3 dari 10 kegiatan",
         "DINKOMINFO menangani terbanyak, 8 dari 10 kegiatan"),
        (make_plan((2024,), 2, 2, ("A", "B")),
         "KP I dan KP II masing-masing memuat 2 dari 4 kegiatan",
         "A dan B masing-masing menangani 3 dari 4 kegiatan"),
        (make_plan((2024,), 4, 2, "ABCD"),
         "4 kelompok program masing-masing memuat 2 dari 8 kegiatan",
         "A, C, dan D menangani terbanyak, masing-masing 4 dari 8 kegiatan"),
        (make_plan((2024,), 1, 2, ("A",)), "KP I memuat 2 dari 2 kegiatan",
         "A menangani 2 dari 2 kegiatan"),
    ],
)  # fmt: skip
def test_an_empty_plan_says_who_is_in_charge(plan, groups, agencies):
    found = standing(plan, Position(2024, 4))
    assert (breakdowns.per_group(found), breakdowns.per_agency(found)) == (
        groups,
        agencies,
    )


def test_an_empty_plan_says_how_its_years_are_filled():
    found = standing(decree_plan(), Position(2024, 4))
    assert trend.of_standing(found) == "17 kegiatan-tahun direncanakan: 8 pada 2023 dan 9 pada 2024"
    assert activities.years(found.activities, found) == (
        "7 dari 10 kegiatan direncanakan lebih dari satu tahun"
    )


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ((2026,), "2 kegiatan direncanakan, masing-masing pada satu tahun"),
        ((2025, 2026, 2027), "Seluruh 2 kegiatan direncanakan lebih dari satu tahun"),
    ],
)
def test_spans_of_none_and_all(years, sentence):
    plan = make_plan(years, 1, 2)
    assert activities.spans(plan.activity_progress) == sentence


def test_years_are_counted_one_by_one():
    plan = make_plan((2025, 2026), 1, 4)
    first = plan.activity_progress.query("tahun == 2025")["no"].iloc[0]
    found = standing(with_activity(plan, first, 2025, realisasi_tw4=100.0))
    assert (
        activities.years(found.activities, found)
        == "Selesai 1 dari 2 pada 2025 dan 0 dari 2 pada 2026"
    )


def test_curve_is_the_one_of_the_timeline_page():
    from lib.charts import s_curve

    plan, position = sample_plan(), Position(2024, 2)
    assert trend.of_standing(standing(plan, position)) == s_curve(plan, position).headline


def test_without_a_version_to_compare_with_nothing_is_compared():
    assert standing(sample_plan(), Position(2024, 4)).since is None


def moved(before, after):
    found = standing(after, previous=before).since
    return found, since.headline(found, "data versi 9")


def test_the_same_data_say_so():
    plan = done(one_year(2), "I.1.a")
    assert moved(plan, plan)[1] == "Data sama dengan data versi 9"


def test_a_changed_text_moves_no_figure():
    plan = done(one_year(2), "I.1.a")
    after = with_activity(plan, "I.1.a", 2026, tindak_lanjut="Rapat")
    assert (
        moved(plan, after)[1] == "Tidak ada angka yang bergeser sejak data versi 9; 1 sel berubah"
    )


def test_what_moved_is_what_the_preview_shows():
    before = done(one_year(3), "I.1.a", value=50.0)
    before = done(before, "I.1.b")
    after = done(done(before, "I.1.a"), "I.1.b", value=80.0)
    found, sentence = moved(before, after)
    assert sentence == (
        "2 kegiatan 2026 bergeser sejak data versi 9; "
        "1 baru selesai, 1 tidak lagi selesai, 1 baru terlambat"
    )
    expected = effect.effect(before, after, END)
    assert (found.effect.before, found.effect.after) == (expected.before, expected.after)
    assert found.effect.rows.equals(expected.rows)


def test_the_basis_names_the_document():
    assert document.basis(make_plan()) == "Dasar: Keputusan Bupati Nomor 1 TAHUN 2000"
    bare = replace(make_plan(), document=dict(make_plan().document))
    for item in (schema.TYPE, schema.NUMBER):
        bare.document.pop(item)
    assert document.basis(bare) == "Dokumen dasar belum dicantumkan pada buku kerja"
