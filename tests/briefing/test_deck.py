"""The deck: its numbers are the screens', its charts are native, and everything fits."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu

from lib.briefing.deck.presentation import deck
from lib.briefing.deck.theme import LEADING
from lib.briefing.source import Briefing
from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.figures import curve, indicator_state, rollup, status
from lib.plan.figures.status import Status
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from lib.plan.schema import ACTUALS
from lib.plan.text.indonesian import number, percent
from lib.typeface import fitting
from lib.voice import activities, breakdowns, obstacles, since, trend
from lib.voice.key_figures import key_figures, moved_figures, plan_figures
from lib.voice.words import measures
from lib.voice.words.signs import NOT_COMPUTED
from tests.briefing.cases import case
from tests.factory import big_plan, decree_plan, make_plan, sample_plan, with_activity

LABEL = "data versi 12, 3 Oktober 2024 09.14 WIB"
LEAST = 12
NAMES = ("sample", "empty", "large", "long")
STATED = (*NAMES[:3],)


def reported_large_plan():
    """The plan of 60 kegiatan, reported on by a seeded die."""
    plan, die = big_plan(), np.random.default_rng(7)
    rows = plan.activity_progress.copy()
    for label in rows.index[rows["tahun"] <= 2027]:
        values = np.sort(np.round(die.uniform(0, 100, 4)))
        values[3] = 100 if die.random() < 0.55 else values[3]
        count = 4 if die.random() < 0.8 else int(die.integers(0, 4))
        rows.loc[label, list(ACTUALS[:count])] = values[:count]
        if die.random() < 0.1:
            rows.loc[label, "keterangan"] = die.choice([schema.POSTPONED, schema.NOT_DONE])
        if die.random() < 0.15:
            rows.loc[label, "kendala"] = "Pengadaan menunggu pagu. " * int(die.integers(1, 9))
    measures = plan.indicator_progress.copy()
    for label in measures.index:
        if die.random() < 0.8:
            measures.loc[label, ["target", "realisasi"]] = die.integers(1, 60, 2).astype(float)
    return plan.with_progress(rows, measures)


def long_plan():
    """Texts as long as the workbook allows, a word without end, marks that XML forbids."""
    plan = make_plan((2026,), 1, 3, ("DINAS " + "PEKERJAAN UMUM DAN PENATAAN RUANG " * 3,))
    rows = plan.activity_progress.copy()
    rows["kegiatan"] = "Kegiatan " + "Penyelenggaraan Koordinasi dan Sinkronisasi " * 8
    rows["kendala"] = ["Menunggu pagu. " * 133, "x" * 2000, "satu\n\ndua\x0btiga\x01\x1b" * 40]
    rows["tindak_lanjut"] = ["", "Rapat. " * 280, "https://contoh.id/" + "a" * 300]
    rows["realisasi_tw1"] = [0.0, 3.5, 100.0]
    document = {**plan.document, schema.ABOUT: "RENCANA AKSI " + "PENGELOLAAN PENGADUAN " * 14,
                schema.NOTES: "Catatan panjang tentang dokumen. " * 200}  # fmt: skip
    return replace(plan, document=document, activity_progress=rows)


def previous_sample():
    rows = sample_plan().activity_progress.copy()
    rows.loc[rows["tahun"] == 2024, ["realisasi_tw3", "realisasi_tw4"]] = np.nan
    return sample_plan().with_progress(rows)


@cache
def briefing(name):
    plan, position, before = {
        "sample": lambda: (sample_plan(), Position(2024, 4), previous_sample()),
        "empty": lambda: (decree_plan(), Position(2024, 4), None),
        "large": lambda: (reported_large_plan(), Position(2027, 2), big_plan()),
        "long": lambda: (long_plan(), Position(2026, 2), make_plan((2026,), 1, 3)),
    }[name]()
    return Briefing(plan, position, LABEL, "3f9ac2", before, "data versi 9, 4 Juli 2024 08.30 WIB")


@cache
def slides(name):
    return list(Presentation(BytesIO(deck(briefing(name)))).slides)


@cache
def standing(name):
    return briefing(name).standing


def section(slide):
    found = [shape for shape in slide.shapes if shape.name == "Bagian"]
    return found[0].text_frame.text.partition(" · ")[0] if found else ""


def of(name, wanted):
    found = [slide for slide in slides(name) if section(slide) == wanted]
    assert found, f"no slide of {wanted}"
    return found


def title(slide):
    return slide.shapes.title.text_frame.text


def chart(slide):
    [found] = [shape.chart for shape in slide.shapes if shape.has_chart]
    return found


def series(slides):
    """Read native series of one kind of slide back, joined over its slides."""
    joined = {}
    for slide in slides:
        for one in chart(slide).plots[0].series:
            joined.setdefault(one.name, []).extend(one.values)
    return joined


def categories(slides):
    return [str(name) for slide in slides for name in chart(slide).plots[0].categories]


def cells(slide):
    [found] = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for row in found.rows]


def plain(text):
    return " ".join(text.split())


# Numbers and sentences


@pytest.mark.parametrize("name", STATED)
def test_headlines_are_those_of_the_screens(name):
    said, position = standing(name), briefing(name).position
    table = said.activities
    assert title(of(name, "Capaian umum")[0]) == activities.headline(table, position)
    by_agency = rollup.by_agency(rollup.in_scope(table, position), briefing(name).plan.agencies)
    assert title(of(name, "Kepatuhan pelaporan")[0]) == breakdowns.compliance(by_agency)
    measured = rollup.indicator_rollup(said.indicators)
    assert title(of(name, "Indikator")[0]) == measures.headline(measured, said.indicator_year)
    assert title(of(name, "Per kelompok program")[0]) == breakdowns.per_group(said)
    assert title(of(name, "Linimasa")[0]) == trend.of_standing(said)
    assert title(of(name, "Kendala dan tindak lanjut")[0]) == obstacles.headline(said)
    if name != "empty":
        assert title(of(name, "Per perangkat daerah")[0]) == breakdowns.agencies(table, position)


def test_board_headline_is_the_pages():
    from lib.charts import quarter_board

    made = briefing("sample")
    page = quarter_board(standing("sample").quarters, made.plan, made.position)
    assert title(of("sample", "Papan triwulan")[0]) == page.headline


@pytest.mark.parametrize("name", STATED)
def test_the_five_figures_are_the_pages(name):
    made = briefing(name)
    table = status.activity_status(made.plan, made.position)
    page = (
        key_figures(summarise(table, indicator_state.indicator_status(made.plan), made.position))
        if made.plan.is_reported
        else plan_figures(made.plan)
    )
    [slide] = of(name, "Capaian umum")
    shown = {shape.name: shape.text_frame.text.split("\n") for shape in slide.shapes
             if shape.name in {one.label for one in page}}  # fmt: skip
    assert shown == {one.label: [one.label, one.value, one.note] for one in page}


@pytest.mark.parametrize("name", STATED)
def test_status_bars_are_the_rollups(name):
    said = standing(name)
    years = [rollup.rollup(rollup.select(said.activities, year=year))
             for year in briefing(name).plan.years]  # fmt: skip
    for wanted, sums in (
        ("Capaian umum", years),
        ("Per kelompok program", [part.sums for part in said.groups]),
        ("Per perangkat daerah", [part.sums for part in said.agencies]),
    ):
        counts = {state.value: [each.counts[state] for each in sums] for state in Status}
        filled = {state: numbers for state, numbers in counts.items() if any(numbers)}
        assert series(of(name, wanted)) == filled


@pytest.mark.parametrize("name", STATED)
def test_reports_and_means_are_the_rollups(name):
    sums = [part.sums for part in standing(name).agencies]
    assert series(of(name, "Kepatuhan pelaporan")) == {
        "Sudah dilaporkan": [each.filled for each in sums],
        "Belum dilaporkan": [each.due - each.filled for each in sums],
    }
    rows = [row for slide in of(name, "Per perangkat daerah") for row in cells(slide)[1:]]
    assert [row[1] for row in rows] == [f"{each.done} dari {each.planned}" for each in sums]
    means = [percent(each.mean_all) if each.reported else "–" for each in sums]
    assert [row[2] for row in rows] == means


@pytest.mark.parametrize("name", STATED)
def test_timeline_bars_are_the_realisasi(name):
    made, table = briefing(name), standing(name).activities
    numbers = list(dict.fromkeys(table["no"]))
    shown = series(of(name, "Linimasa per kegiatan"))
    for year in made.plan.years:
        rows = table[table["tahun"] == year].set_index("no")["realisasi"].to_dict()
        expected = [rows.get(no, float("nan")) for no in numbers]
        assert shown[f"Realisasi {year}"] == [None if v != v else v for v in expected]
    assert [name.split()[0] for name in categories(of(name, "Linimasa per kegiatan"))] == numbers


@pytest.mark.parametrize("name", STATED)
def test_curve_is_the_cumulative_one(name):
    made = briefing(name)
    points = curve.cumulative(made.plan.activity_progress, made.plan.years, made.position)
    shown = series(of(name, "Linimasa"))
    for column, word in (("realisasi", "Realisasi"), ("target", "Target")):
        [values] = [values for name, values in shown.items() if name.startswith(word)]
        assert values == [None if v != v else round(v, 2) for v in points[column]]


@pytest.mark.parametrize("name", STATED)
def test_indicator_bars_are_the_capaian(name):
    rows = standing(name).indicators
    shown = series(of(name, "Indikator"))
    assert shown["Capaian"] == [None if value != value else value for value in rows["capaian"]]
    [unknown] = [values for name, values in shown.items() if name.startswith(NOT_COMPUTED)]
    blank = rows["capaian"].isna() & ~rows["bertahap"]
    assert [value is not None for value in unknown] == list(blank)


def test_each_year_of_the_indicators_has_its_own_chart():
    said = standing("sample")
    [slide] = of("sample", "Indikator per tahun")
    table = said.all_indicators
    drawn = {shape.name: shape.chart for shape in slide.shapes if shape.has_chart}
    years = (2023, 2024)
    assert list(drawn) == [f"Grafik capaian {year}" for year in years]
    for year, one in zip(years, drawn.values(), strict=True):
        rows = rollup.select(table, year=year)
        shown = list(one.plots[0].series[0].values)
        assert shown == [None if value != value else value for value in rows["capaian"]]
        assert len(one.plots[0].categories) == len(rows) == table["no"].nunique()
    assert title(slide) == measures.over_years(rollup.yearly(table, years))
    assert {str(year) for year in years} <= set(texts(slide))


def test_indicators_that_nobody_measured_get_no_slide_of_years():
    assert "Indikator per tahun" not in map(section, slides("empty"))


@pytest.mark.parametrize("name", STATED)
def test_board_shows_each_quarters_realisasi(name):
    made = briefing(name)
    years = made.plan.years if len(made.plan.years) <= 2 else (made.position.year,)
    table = standing(name).quarters
    wanted = {
        (cell.no, cell.tahun, cell.triwulan): number(cell.realisasi)
        for cell in table[table["tahun"].isin(years)].itertuples()
        if cell.realisasi == cell.realisasi
    }
    shown = {}
    for slide in of(name, "Papan triwulan"):
        for row in cells(slide)[2:]:
            for place, text in enumerate(row[1:]):
                if text and text[0].isdigit():
                    key = (row[0].split()[0], years[place // 4], place % 4 + 1)
                    shown[key] = text.rstrip(" ◐!")
    assert shown == wanted


def test_obstacles_say_who_since_when_and_what():
    text = plain(" ".join(" ".join(row) for slide in of("sample", "Kendala dan tindak lanjut")
                          for row in cells(slide)))  # fmt: skip
    for one in standing("sample").obstacles:
        for words in (*obstacles.since_when(one), one.obstacle, one.follow_up, *one.agencies):
            assert plain(words) in text


def test_changes_since_the_last_meeting_are_the_previews():
    moved = standing("sample").since
    [slide] = of("sample", "Sejak rapat lalu")
    assert title(slide) == since.headline(moved, briefing("sample").previous_label)
    shown = [(row[1], row[2]) for row in cells(slide)[1:]]
    assert shown == [(old.value, new.value) for old, new in moved_figures(moved.effect)]
    rows = [row for slide in of("sample", "Sejak rapat lalu: kegiatan yang bergeser")
            for row in cells(slide)[1:]]  # fmt: skip
    assert len(rows) == len(moved.effect.rows) > 0


def test_without_a_version_to_compare_with_there_is_no_such_slide():
    assert not [slide for slide in slides("empty") if section(slide).startswith("Sejak")]


# What every slide has


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_names_position_version_and_hash(name):
    for slide in slides(name):
        [foot] = [shape for shape in slide.placeholders
                  if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER]  # fmt: skip
        for words in (briefing(name).position.label, LABEL, "3f9ac2"):
            assert words in foot.text_frame.text


@pytest.mark.parametrize("name", NAMES)
def test_contoh_stands_on_every_slide_of_a_sample_and_on_no_other(name):
    marked = ["CONTOH" in " ".join(texts(slide)) for slide in slides(name)]
    assert marked == [name == "sample"] * len(marked)


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_headline_and_numbers_in_its_notes(name):
    for slide in slides(name):
        assert len(title(slide)) > 10
        notes = slide.notes_slide.notes_text_frame.text
        assert len(notes.split("\n")) > 1, title(slide)
        assert any(letter.isdigit() for letter in notes)


@pytest.mark.parametrize("name", NAMES)
def test_charts_are_native_and_described_and_nothing_is_a_picture(name):
    kinds = set()
    for slide in slides(name):
        for shape in slide.shapes:
            kinds.add(shape.shape_type)
            if shape.has_chart:
                assert list(shape.chart.plots[0].categories)
                assert len(shape.chart.plots[0].series) >= 1
                assert shape.chart.part.chart_workbook.xlsx_part is not None
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
    assert MSO_SHAPE_TYPE.PICTURE not in kinds
    wanted = {"Capaian umum", "Linimasa", "Linimasa per kegiatan", "Per kelompok program",
              "Per perangkat daerah", "Kepatuhan pelaporan", "Indikator"}  # fmt: skip
    wanted |= {"Indikator per tahun"} if name in ("sample", "large") else set()
    charted = {section(s) for s in slides(name) if any(shape.has_chart for shape in s.shapes)}
    assert charted == wanted


def test_colours_and_hatching_are_the_palettes():
    slide = of("empty", "Capaian umum")[0]
    [silent] = chart(slide).plots[0].series
    assert silent.name == Status.NO_DATA.value
    pattern = silent._element.find(qn("c:spPr")).find(qn("a:pattFill"))
    ground = pattern.find(qn("a:bgClr"))[0].get("val")
    assert f"#{ground}" == BRIGHT.status[Status.NO_DATA].fill


def test_the_file_says_what_it_is_and_nothing_of_how_it_was_made():
    properties = Presentation(BytesIO(deck(briefing("empty")))).core_properties
    assert properties.title == decree_plan().title
    assert properties.author == properties.last_modified_by == decree_plan().government


@pytest.mark.parametrize("name", NAMES)
def test_shapes_of_a_slide_have_numbers_of_their_own(name):
    for slide in slides(name):
        numbers = [element.get("id") for element in slide._element.iter(qn("p:cNvPr"))]
        assert len(set(numbers)) == len(numbers)


# What fits


def texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


@pytest.mark.parametrize("name", NAMES)
def test_shapes_lie_inside_the_slide_and_apart(name):
    right, below = round(13.333 * 914400), round(7.5 * 914400)
    for slide in slides(name):
        boxes = {shape.name: box(shape) for shape in slide.shapes}
        assert len(boxes) == len(slide.shapes)
        for words, (x, y, far, low) in boxes.items():
            assert x >= 0, words
            assert y >= 0, words
            assert far <= right + 1, words
            assert low <= below, words
        for (one, a), (other, b) in combinations(boxes.items(), 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, f"{title(slide)}: {one} over {other}"


@pytest.mark.parametrize("name", NAMES)
def test_no_type_is_smaller_than_twelve_points(name):
    for slide in slides(name):
        parts = [slide._element, *(s.chart._chartSpace for s in slide.shapes if s.has_chart)]
        sizes = [int(element.get("sz")) for part in parts for element in part.iter()
                 if element.tag in (qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr"))
                 and element.get("sz")]  # fmt: skip
        assert min(sizes) >= LEAST * 100
        runs = [run for part in parts for run in part.iter(qn("a:r"))]
        assert all(run.find(qn("a:rPr")).get("sz") for run in runs)


def needed(frame, width, bold_all=False):
    """Estimate the points a text frame's paragraphs take, each in its own size."""
    total = 0.0
    for paragraph in frame.paragraphs:
        runs = [run for run in paragraph.runs if run.text]
        if not runs:
            continue
        size = max(run.font.size.pt for run in runs)
        bold = bold_all or all(run.font.bold for run in runs)
        text = "".join(run.text for run in runs)
        lines = fitting.lines(text.replace("\u00a0", "_"), width, size, bold)
        total += len(lines) * size * LEADING
        total += paragraph.space_after.pt if paragraph.space_after else 0
    return total


@pytest.mark.parametrize("name", NAMES)
def test_words_stay_inside_their_boxes(name):
    for slide in slides(name):
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            frame = shape.text_frame
            inset = 0 if shape.is_placeholder else frame.margin_left.pt + frame.margin_right.pt
            taken = needed(frame, shape.width.pt - inset + 0.5)
            last = frame.paragraphs[-1].space_after
            assert taken - (last.pt if last else 0) <= shape.height.pt + 0.5, shape.text_frame.text


@pytest.mark.parametrize("name", NAMES)
def test_words_stay_inside_their_cells(name):
    for slide in slides(name):
        for shape in slide.shapes:
            if not shape.has_table:
                continue
            widths = [column.width.pt for column in shape.table.columns]
            for row in shape.table.rows:
                for cell, width in zip(row.cells, widths, strict=True):
                    if not cell.text or cell.is_merge_origin:
                        continue
                    room = width - Emu(cell.margin_left + cell.margin_right).pt
                    taken = needed(cell.text_frame, room + 0.5)
                    inner = row.height.pt - Emu(cell.margin_top + cell.margin_bottom).pt
                    assert taken <= inner + 0.5, cell.text


def test_bars_stand_on_the_rows_of_their_table():
    for wanted in ("Capaian umum", "Linimasa per kegiatan", "Per kelompok program", "Indikator"):
        for slide in of("large", wanted):
            [table] = [shape for shape in slide.shapes if shape.has_table]
            [bars] = [shape for shape in slide.shapes if shape.has_chart]
            rows = [row.height for row in table.table.rows]
            count = len(list(bars.chart.plots[0].categories))
            assert len(rows) == count + 1
            assert abs(table.top + rows[0] - bars.top) <= 2 * count
            assert abs(sum(rows[1:]) - bars.height) <= 2 * count


def test_more_than_twelve_rows_flow_to_further_slides():
    assert len(of("large", "Papan triwulan")) == 4
    shown = [len(cells(slide)) - 1 for slide in of("large", "Linimasa per kegiatan")]
    assert shown == [12] * 5


def test_long_texts_flow_on_and_nothing_of_them_is_lost():
    found = of("long", "Kendala dan tindak lanjut")
    assert len(found) > 3
    shown = "".join("".join(row[3]) for slide in found for row in cells(slide)[1:])
    assert shown.count("Menunggu") == 133
    assert shown.count("x") == 2000
    assert "\x01" not in shown


def test_a_plan_nobody_is_in_charge_of_still_makes_a_deck():
    plan = make_plan((2026,), 1, 1)
    plan = with_activity(plan, "I.1.a", 2026, keterangan=schema.POSTPONED, kendala="Pagu")
    found = Presentation(BytesIO(deck(Briefing(plan, Position(2026, 1), "", "")))).slides
    assert any("ditunda" in title(slide) for slide in found)


def test_a_section_that_goes_on_says_so_from_its_second_slide_on() -> None:
    made = Presentation(BytesIO(deck(case("big"))))
    for slide in made.slides:
        kicker = next((s.text_frame.text for s in slide.shapes if s.name == "Bagian"), "")
        page = re.search(r"· (\d+) dari \d+$", kicker)
        goes_on = page is not None and int(page[1]) > 1
        assert slide.shapes.title.text_frame.text.endswith("(lanjutan)") == goes_on
