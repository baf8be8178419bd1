"""What holds for every figure."""

import pytest

from lib.charts import Look
from lib.charts.palette import BRIGHT, DARK
from lib.plan.position import Position
from tests.charts.figures import figures, texts, written
from tests.factory import big_plan, decree_plan, sample_plan, with_activity

PLANS = {"decree": decree_plan, "sample": sample_plan, "big": big_plan}
LOOKS = {
    "plain": Look(),
    "phone": Look(compact=True),
    "meeting, dark": Look(meeting=True, dark=True),
}
FOOTER = "posisi TW IV · data versi 3"
EVERY_PLAN = pytest.mark.parametrize("plan", PLANS)
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


def last(plan):
    return Position(plan.years[-1], 4)


@EVERY_PLAN
@EVERY_LOOK
def test_every_figure_has_few_traces(plan, look):
    plan = PLANS[plan]()
    for name, chart in figures(plan, last(plan), look).items():
        assert 1 <= len(chart.figure.data) <= 12, name


@EVERY_PLAN
@EVERY_LOOK
def test_every_figure_carries_headline_footer_and_alt(plan, look):
    plan = PLANS[plan]()
    look = Look(look.dark, look.compact, look.meeting, FOOTER)
    for name, chart in figures(plan, last(plan), look).items():
        shown = written(chart).replace("<br>", " ")
        assert chart.headline in shown, name
        assert FOOTER in shown, name
        assert chart.headline in chart.alt, name


@EVERY_PLAN
def test_every_figure_has_a_table_twin_without_nan(plan):
    plan = PLANS[plan]()
    for name, chart in figures(plan, last(plan)).items():
        assert len(chart.table), name
        assert chart.table.notna().all(axis=None), name
        assert all(column == column.upper() or "TW" in column for column in chart.table) or (
            name == "agencies"
        )


def test_no_figure_of_the_empty_plan_says_zero_percent_is_reached():
    plan = decree_plan()
    for name, chart in figures(plan, last(plan)).items():
        assert "0%" not in chart.headline.split(), name
        starts = ("Belum ada", "11 indikator", "DINKOMINFO menangani", "Menurut rencana, target")
        assert chart.headline.startswith(starts), name


def test_figures_say_when_their_numbers_are_made_up():
    plan = sample_plan()
    for name, chart in figures(plan, last(plan), Look(sample=True)).items():
        assert "CONTOH, ANGKA REKAAN" in written(chart), name
    for name, chart in figures(plan, last(plan)).items():
        assert "CONTOH" not in written(chart), name


@pytest.mark.parametrize(("dark", "palette"), [(False, BRIGHT), (True, DARK)])
def test_figures_stand_on_the_themes_card(dark, palette):
    plan = sample_plan()
    for chart in figures(plan, last(plan), Look(dark=dark)).values():
        assert chart.figure.layout.paper_bgcolor == palette.card
        assert chart.figure.layout.font.color == palette.ink


def test_nothing_can_be_zoomed_or_dragged():
    plan = sample_plan()
    for chart in figures(plan, last(plan)).values():
        layout = chart.figure.layout
        assert layout.dragmode is False
        assert layout.xaxis.fixedrange
        assert layout.yaxis.fixedrange


def test_numbers_use_indonesian_separators():
    plan = sample_plan()
    for chart in figures(plan, last(plan)).values():
        assert chart.figure.layout.separators == ",."


def test_the_only_button_saves_a_picture_of_1600_by_900():
    plan = decree_plan()
    for name, chart in figures(plan, last(plan)).items():
        picture = chart.config["toImageButtonOptions"]
        assert chart.config["modeBarButtons"] == [["toImage"]]
        assert round(picture["width"] * picture["scale"]) == 1600, name
        assert round(picture["height"] * picture["scale"]) == 900, name


def test_a_plan_of_sixty_gets_a_taller_picture_rather_than_unreadable_rows():
    plan = big_plan()
    chart = figures(plan, last(plan))["timeline"]
    width, height, scale = chart.picture
    assert round(width * scale) == 1600
    assert height >= chart.height
    assert scale > 0.66


def test_text_from_a_workbook_is_escaped():
    plan = decree_plan()
    no = plan.activity_progress["no"].iloc[0]
    frame = plan.activity_progress.copy()
    frame.loc[frame["no"] == no, "kegiatan"] = "Kegiatan <a href='x'>klik</a>"
    frame.loc[frame["no"] == no, "pihak_terlibat"] = "<b>DINAS</b>"
    for name, chart in figures(plan.with_progress(frame), last(plan)).items():
        assert "<a href" not in chart.figure.to_json().replace("\\u003c", "<"), name
        assert "<b>DINAS</b>" not in chart.figure.to_json().replace("\\u003c", "<"), name


def test_rows_grow_with_the_plan():
    small, large = (figures(plan, last(plan))["timeline"] for plan in (decree_plan(), big_plan()))
    assert large.height > 2 * small.height
    assert len(large.figure.layout.yaxis.ticktext) == 65


def test_a_phone_gets_labels_above_their_bars():
    plan = decree_plan()
    chart = figures(plan, last(plan), Look(compact=True))["board"]
    assert chart.width == 304
    assert chart.figure.layout.margin.l < 20


def test_a_meeting_gets_larger_type():
    plan = decree_plan()
    plain, meeting = (
        figures(plan, last(plan), Look(meeting=meeting))["timeline"] for meeting in (False, True)
    )
    assert meeting.figure.layout.font.size > plain.figure.layout.font.size
    assert meeting.height > plain.height


def test_the_same_data_draw_the_same_figure():
    plan = with_activity(decree_plan(), "II.1.a", 2024, realisasi_tw1=25.0)
    once, again = (figures(plan, last(plan)) for _ in range(2))
    for name, chart in once.items():
        assert chart.figure.to_json() == again[name].figure.to_json()
        assert texts(chart) == texts(again[name])
