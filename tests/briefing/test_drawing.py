"""The tools of the slides: tables that flow, cells that fit, bars whose labels follow an edit."""

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from lib.briefing.deck import theme
from lib.briefing.deck.drawing import flow, native_charts, native_table
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import MORE, Stage
from lib.briefing.deck.theme import BODY, LEADING, SMALL, Box
from lib.briefing.native import painting
from lib.briefing.native.bar_series import COUNT, Bar, Ruler, Series, literal, percents
from lib.briefing.native.row_pages import pages
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import Status
from lib.typeface import fitting
from tests.briefing.cases import case

DONE, LATE, NO_DATA = (BRIGHT.status[s] for s in (Status.DONE, Status.LATE, Status.NO_DATA))
COLUMNS = (Heading("Nama", 3.0), Heading("Isi", 6.0))


@pytest.fixture
def stage():
    return Stage(theme.stage(), case("empty"))


def reopened(stage):
    buffer = BytesIO()
    stage.deck.save(buffer)
    return list(Presentation(BytesIO(buffer.getvalue())).slides)


def table(slide):
    [found] = [shape.table for shape in slide.shapes if shape.has_table]
    return found


def texts(slide):
    return [[cell.text for cell in row.cells] for row in table(slide).rows]


# Pages


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, [0]), (1, [1]), (12, [12]), (13, [7, 6]), (25, [9, 9, 7]), (60, [12] * 5)],
)
def test_rows_are_spread_evenly_over_as_few_slides_as_hold_them(count, sizes):
    items = list(range(count))
    found = [items[span] for span in pages(count)]
    assert [len(page) for page in found] == sizes
    assert [item for page in found for item in page] == items


def test_few_short_rows_take_the_largest_letters_and_one_slide(stage):
    flow.add(stage, "Uji", "Judul", COLUMNS, [(Passage("a", True), Passage("b"))], ["catatan 1"])
    [slide] = reopened(stage)
    run = table(slide).rows[1].cells[0].text_frame.paragraphs[0].runs[0]
    assert (run.font.size.pt, run.font.bold) == (16, True)
    assert table(slide).rows[1].cells[1].text_frame.paragraphs[0].runs[0].font.bold is False


def test_a_row_longer_than_a_slide_is_continued_under_its_name(stage):
    words = " ".join(f"kata{n}" for n in range(1500))
    flow.add(stage, "Uji", "Judul", COLUMNS, [(Passage("Nama panjang"), Passage(words))], ["n"])
    slides = reopened(stage)
    assert len(slides) > 1
    rows = [row for slide in slides for row in texts(slide)[1:]]
    assert rows[0][0] == "Nama panjang"
    assert all(row[0] == f"Nama panjang\n{MORE}" for row in rows[1:])
    assert " ".join(row[1] for row in rows).split() == words.split()
    for number, slide in enumerate(slides, 1):
        [kicker] = [s.text_frame.text for s in slide.shapes if s.name == "Bagian"]
        assert kicker == f"Uji · {number} dari {len(slides)}"


def test_flowing_tables_end_above_the_foot(stage):
    rows = [(Passage(f"Nama {n}"), Passage("isi yang cukup panjang " * (n % 9))) for n in range(60)]
    flow.add(stage, "Uji", "Judul", COLUMNS, rows, ["n"])
    slides = reopened(stage)
    for slide in slides:
        [shape] = [shape for shape in slide.shapes if shape.has_table]
        assert shape.top.inches + sum(row.height.inches for row in table(slide).rows) <= (
            BODY.y + BODY.h + 0.01
        )
    assert sum(len(texts(slide)) - 1 for slide in slides) == 60


# Cells


def test_lines_and_heights_agree():
    for lines in (1, 2, 5):
        for size in (SMALL, 14, 16):
            assert native_table.capacity(native_table.height(lines, size), size) == lines
    assert native_table.capacity(0.01) == 1
    assert native_table.height(1, 12) == pytest.approx(12 * LEADING / 72 + 0.02)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_named_cell_fits_with_its_code_in_bold(most):
    name = "Penyelenggaraan koordinasi dan sinkronisasi pengelolaan pengaduan pelayanan publik"
    cell = native_table.named("II.1.a", name, 150, most)
    assert cell.lead == "II.1.a"
    assert name.startswith(cell.text.removesuffix("…"))
    lead = fitting.width("II.1.a  ", SMALL, bold=True)
    first = fitting.lines(f"mm{cell.text}", 150 - lead + fitting.width("mm", SMALL), SMALL)
    assert len(first) <= most + 1


def test_a_code_without_a_name_and_one_too_long_are_cut():
    assert native_table.named("DINAS A", "", 200) == TableCell(lead="DINAS A")
    cut = native_table.named("KODE PANJANG SEKALI", "nama", 40)
    assert cut.text.endswith("…")
    assert cut.lead == ""


def test_hostile_cell_text_stays_text(stage):
    slide = stage.slide("Uji", "Judul", ["n"])
    hostile = '</a:t><a:t>&amp;"<b>'
    native_table.draw(
        slide, (1, 2), [4], [(0.4, [TableCell(hostile, lead="<x>")])], "<nama>", hostile
    )
    [shown] = reopened(stage)
    assert texts(shown) == [[f"<x>  {hostile}"]]


def test_a_cell_over_several_columns_covers_them(stage):
    slide = stage.slide("Uji", "Judul", ["n"])
    rows = [
        (0.3, [TableCell("a"), TableCell("b", span=2)]),
        (0.3, [TableCell("1"), TableCell("2"), TableCell("3")]),
    ]
    box = native_table.draw(slide, (1, 2), [1, 1.5, 2], rows, "Tabel", "alt")
    assert box == Box(1, 2, 4.5, 0.6)
    [shown] = reopened(stage)
    assert table(shown).rows[0].cells[1].span_width == 2
    assert texts(shown) == [["a", "b", ""], ["1", "2", "3"]]


def test_hatching_is_the_swatchs():
    assert "pattFill" in painting.hatch(NO_DATA)
    assert BRIGHT.edge.lstrip("#") in painting.hatch(NO_DATA)
    assert painting.hatch(DONE) == painting.solid(DONE.fill)


# Bars


@pytest.mark.parametrize(
    ("value", "mark", "form"),
    [
        (50.0, "", '[$-421]0"%"'),
        (50.04, "", '[$-421]0"%"'),
        (69.7, "", '[$-421]0.0"%"'),
        (40.0, "!", '[$-421]"! "0"%"'),
    ],
)
def test_a_percentage_is_a_number_format_with_as_many_decimals_as_it_needs(value, mark, form):
    assert percents(value, mark) == form


def test_a_fixed_label_cannot_end_its_format():
    assert literal('– "x"; 0') == "\"– ''x''; 0\""
    assert literal("") == ""


def bars(stage, series, scale=100.0):
    slide = stage.slide("Uji", "Judul", ["n"])
    box = Box(2, 2, 6, 3)
    native_charts.stacked(slide, box, ["a", "b"], series, scale, 30, "Grafik", "alt <teks>")
    [shown] = reopened(stage)
    [frame] = [shape for shape in shown.shapes if shape.has_chart]
    return frame


def test_bars_are_painted_and_labelled_point_by_point(stage):
    own = {1: Bar(LATE, percents(40.0, "!"))}
    frame = bars(stage, [Series("Nilai", [100.0, 40.0], Bar(DONE, COUNT), own)])
    [series] = frame.chart.plots[0].series
    assert tuple(series.values) == (100.0, 40.0)
    fills = [node.get("val") for node in series._element.iter(qn("a:srgbClr"))]
    assert DONE.fill.lstrip("#") in fills
    assert LATE.fill.lstrip("#") in fills
    forms = [node.get("formatCode") for node in series._element.iter(qn("c:numFmt"))]
    assert forms == ['[$-421]"! "0"%"', COUNT]


def test_a_bar_without_a_label_has_none(stage):
    frame = bars(stage, [Series("Nilai", [1, 2], Bar(DONE), {0: Bar(DONE, '"x"'), 1: Bar(DONE)})])
    [series] = frame.chart.plots[0].series
    first, second = series._element.iter(qn("c:dLbl"))
    assert first.find(qn("c:numFmt")).get("formatCode") == '"x"'
    assert second.find(qn("c:delete")).get("val") == "1"


def test_the_plot_fills_its_box_from_zero_to_the_scale(stage):
    frame = bars(stage, [Series("Nilai", [1, 2], Bar(DONE))], 7)
    axis = frame.chart.value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, 7)
    assert not axis.visible
    assert not frame.chart.category_axis.visible
    layout = frame.chart._chartSpace.chart.plotArea.find(qn("c:layout"))
    sides = [layout.find(f".//{qn(f'c:{key}')}").get("val") for key in "xywh"]
    assert sides == ["0", "0", "1", "1"]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "alt <teks>"


def test_first_category_stands_on_top(stage):
    frame = bars(stage, [Series("Nilai", [1, 2], Bar(DONE))])
    assert frame.chart.category_axis.reverse_order


def test_a_label_fits_where_its_bar_is_longer():
    inches = (fitting.width("✓ 100%", SMALL) + 3) / 72
    assert Ruler(inches / 100 + 0.00001, SMALL).fits("✓ 100%", 100)
    assert not Ruler(inches / 100 - 0.0001, SMALL).fits("✓ 100%", 100)
