"""Lampiran and rapor as tables: as printed, every X with its status, nothing read as markdown."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.figures.status import Status
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.ui.screens.pantau import printed_tables, rapor
from tests.factory import decree_plan, make_plan, sample_plan, with_activity

LATE = Position.parse("2024-TW4")


def standing(plan=None) -> Standing:
    return Standing(plan or sample_plan(), LATE)


def program(brief: bool = False, plan=None) -> pd.DataFrame:
    plan = plan or sample_plan()
    return printed_tables.program_table(plan, standing(plan).all_activities, brief)


def test_every_row_of_the_decree_stands_in_table_a_in_its_order():
    plan = decree_plan()
    table = program(plan=plan)
    assert len(table) == len(plan.program) + 1
    printed = [number.strip("*").replace("\\", "") for number in table["NO"][1:]]
    assert printed == plan.program["no"].tolist()


def test_an_x_carries_the_status_that_the_charts_paint():
    plan = sample_plan()
    states = standing(plan).all_activities.set_index(["no", "tahun"])["status"]
    table = program(plan=plan).iloc[1:].set_axis(plan.program["kode"].tolist())
    for (code, year), state in states.items():
        cell = table.loc[code, f"WAKTU {year}"]
        assert cell == f"**X** {BRIGHT.status[Status(state)].mark} {state}"


def test_waktu_stands_once_above_its_years_whatever_their_number():
    plan = make_plan((2025, 2026, 2027))
    table = printed_tables.under_when(program(plan=plan))
    above, below = zip(*table.columns, strict=True)
    assert [word for word in above if word] == list(schema.PROGRAM_HEADERS)
    assert [word for word in below if word] == ["2025", "2026", "2027"]
    assert table.to_numpy().tolist() == program(plan=plan).to_numpy().tolist()


def test_a_year_that_is_not_planned_stays_blank():
    plan = sample_plan()
    table = program(plan=plan).iloc[1:].set_axis(plan.program["kode"].tolist())
    for row in plan.program.to_dict("records"):
        for year in plan.years:
            assert bool(table.loc[row["kode"], f"WAKTU {year}"]) == bool(row[year])


def test_a_phone_gets_the_mark_alone_and_a_key_to_the_marks():
    rows = standing().all_activities
    brief = program(brief=True)
    assert {"2023", "2024"} <= set(brief)
    cells = {cell for year in ("2023", "2024") for cell in brief[year][1:] if cell}
    used = {cell.removeprefix("**X** ") for cell in cells}
    key = printed_tables.marks(rows)
    assert all(mark in key for mark in used)
    assert len(key.split(" · ")) == rows["status"].nunique()


def test_only_groups_are_bold_and_only_kegiatan_lead_to_a_card():
    plan = decree_plan()
    table = program(plan=plan).iloc[1:].set_axis(plan.program["kode"].tolist())
    for row in plan.program.to_dict("records"):
        words = table.loc[row["kode"], schema.PROGRAM_HEADERS[1]]
        assert words.startswith("**") == (row["tingkat"] == "1")
        assert ("/kegiatan?" in words) == (row["tingkat"] == "Kegiatan")


@pytest.mark.parametrize("words", ["**tebal**", "[a](http://b)", "# judul", ":red[merah]", "1. a"])
def test_words_of_the_decree_are_shown_letter_for_letter(words):
    plan = make_plan()
    rows = plan.program.copy()
    rows.loc[rows["tingkat"] == "2", "uraian"] = words
    table = program(plan=replace(plan, program=rows))
    shown = table[schema.PROGRAM_HEADERS[1]][2]
    assert shown != words
    assert shown.replace("\\", "").replace(":small[]", "") == words


def test_table_b_names_number_and_program_once_as_printed():
    plan = decree_plan()
    table = printed_tables.indicator_table(plan)
    number, group, _ = schema.INDICATOR_HEADERS
    assert len(table) == len(plan.indicators) + 1
    named = [cell for cell in table[number][1:] if isinstance(cell, str) and cell]
    assert len(named) == plan.indicators["nomor"].nunique()
    assert [bool(cell) for cell in table[group][1:]] == [bool(cell) for cell in table[number][1:]]


def test_a_plan_as_decreed_departs_in_nothing_and_a_changed_one_says_where():
    decree = decree_plan()
    assert printed_tables.departures(decree, decree) == []
    rows = decree.program.copy()
    code = rows["kode"][rows["tingkat"] == "Kegiatan"].iloc[0]
    rows.loc[rows["kode"] == code, "uraian"] = "Sebutan lain"
    [sentence] = printed_tables.departures(replace(decree, program=rows), decree)
    assert code in sentence
    assert "Sebutan lain" in sentence


def test_what_is_reported_is_no_departure_from_the_decree():
    decree = decree_plan()
    reported = with_activity(decree, "I.1.b", 2023, realisasi_tw1=25.0)
    assert printed_tables.departures(reported, decree) == []


@pytest.mark.parametrize(
    ("item", "text"), [(schema.LOCKED, "2023-TW4"), (schema.REPORTING_DAYS, "10")]
)
def test_how_a_plan_is_kept_is_no_departure_from_the_decree(item, text):
    decree = decree_plan()
    kept = replace(decree, document={**decree.document, item: text})
    assert printed_tables.departures(kept, decree) == []


def test_oddities_are_the_documents_notes_line_by_line():
    plan = decree_plan()
    noted = replace(plan, document={**plan.document, schema.NOTES: "Satu.\n\n  Dua.  "})
    assert printed_tables.oddities(noted) == ["Satu.", "Dua."]
    without = {item: text for item, text in plan.document.items() if item != schema.NOTES}
    assert printed_tables.oddities(replace(plan, document=without)) == []


# --- Rapor -----------------------------------------------------------------------------------


def rows() -> pd.DataFrame:
    return standing().unfinished


def test_the_rapor_lists_each_unfinished_row_once_with_its_agencies_or_without():
    table = rapor.rapor_table(rows(), with_agency=True)
    assert len(table) == len(rows())
    assert not table.duplicated(["No", "Tahun"]).any()
    assert "Pihak terlibat" in table
    assert "Pihak terlibat" not in rapor.rapor_table(rows(), with_agency=False)


def test_a_long_kendala_is_cut_and_says_so():
    long = rows().assign(kendala="panjang " * 100)
    [cell] = set(rapor.rapor_table(long, with_agency=True)["Kendala"])
    assert len(cell) < 320
    assert cell.endswith("…")


def test_only_the_first_of_several_links_is_opened_and_none_where_none_is():
    linked = rows().assign(bukti_dukung="https://a.id/1\nhttps://a.id/2")
    assert set(rapor.rapor_table(linked, with_agency=True)["Bukti"]) == {"[Buka](<https://a.id/1>)"}
    bare = rows().assign(bukti_dukung=None)
    assert set(rapor.rapor_table(bare, with_agency=True)["Bukti"]) == {""}


def test_a_row_without_a_figure_says_so_and_shows_no_zero():
    silent = Standing(decree_plan(), LATE).unfinished
    table = rapor.rapor_table(silent, with_agency=True)
    assert set(table["Realisasi"]) == {"–"}
    assert not table.map(lambda cell: cell == "0%").any(axis=None)
