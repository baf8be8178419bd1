import pytest

from lib.charts import Look, quarter_board
from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.figures import status
from lib.plan.figures.status import Light, Status
from lib.plan.position import Position
from tests.charts.figures import names, trace
from tests.factory import big_plan, decree_plan, with_activity

AT = Position(2024, 3)


def board(plan, position=AT, **more):
    return quarter_board(status.quarter_table(plan, position), plan, position, **more)


@pytest.fixture
def plan():
    return with_activity(
        decree_plan(),
        "II.1.a",
        2024,
        realisasi_tw1=25.0,
        realisasi_tw2=40.0,
        realisasi_tw3=10.0,
    )


@pytest.mark.parametrize(
    ("light", "start", "text"),
    [
        (Light.GREEN, "Hijau", "25"),
        (Light.YELLOW, "Kuning", "40 ◐"),
        (Light.RED, "Merah", "10 !"),
    ],
)
def test_a_cell_has_its_lights_colour_number_and_mark(plan, light, start, text):
    cells = trace(board(plan), start)
    assert list(cells.text) == [text]
    assert cells.marker.color == BRIGHT.light[light].fill
    assert cells.insidetextfont.color == BRIGHT.light[light].text


def test_an_unreported_quarter_is_hatched_with_a_dash(plan):
    cells = trace(board(plan), "Belum dilaporkan")
    assert set(cells.text) == {"–"}
    assert cells.marker.pattern.shape == "/"
    # 8 kegiatan of 2023 over four quarters, 8 of 2024 over three.
    assert len(cells.text) == 8 * 4 + 8 * 3


def test_a_reported_zero_is_a_number_and_not_hatched():
    plan = with_activity(decree_plan(), "II.1.a", 2024, realisasi_tw1=0.0)
    cells = trace(board(plan), "Merah")
    assert list(cells.text) == ["0 !"]
    assert cells.marker.pattern.shape is None


def test_a_quarter_not_due_is_an_outline_without_text(plan):
    cells = trace(board(plan), "Belum jatuh tempo")
    assert set(cells.text) == {""}
    assert cells.marker.color == BRIGHT.card
    assert len(cells.text) == 9


def test_an_unplanned_year_is_a_dotted_line(plan):
    line = trace(board(plan), "Tidak direncanakan")
    # II.1.a and III.1.a in 2023, II.2.a in 2024.
    assert sum(x is None for x in line.x) == 3


def test_a_postponed_year_is_marked_as_such():
    plan = with_activity(
        decree_plan(), "II.1.a", 2024, keterangan=schema.POSTPONED, kendala="Anggaran"
    )
    cells = trace(board(plan), Status.POSTPONED)
    assert set(cells.text) == {"‖"}
    assert cells.marker.color == BRIGHT.status[Status.POSTPONED].fill


def test_an_unknown_capaian_is_grey_and_still_shows_its_number():
    plan = with_activity(decree_plan(), "II.1.a", 2024, target_tw1=0.0, realisasi_tw1=5.0)
    assert list(trace(board(plan), "Abu-abu").text) == ["5"]


def test_a_picked_year_is_shown_alone(plan):
    chart = board(plan, year=2023)
    assert not any(column.endswith("2024") for column in chart.table)
    assert chart.figure.layout.xaxis.range[1] < 4.2


def test_a_long_plan_shows_the_positions_year():
    plan = big_plan()
    chart = board(plan, Position(2027, 2))
    assert [c for c in chart.table if c.startswith("TW")] == [
        f"TW {roman} 2027" for roman in schema.ROMAN
    ]


def test_an_assumed_target_is_called_one(plan):
    assert "(asumsi)" in trace(board(plan), "Hijau").customdata[0]
    note = " ".join(note.text for note in board(plan).figure.layout.annotations)
    assert "asumsi" in note


def test_hover_has_the_decrees_full_words(plan):
    hover = trace(board(plan), "Hijau").customdata[0].replace("<br>", " ")
    assert "Kegiatan Bimtek Sumberdaya Komunikasi Publik (Pelatihan bagi Pejabat" in hover


def test_labels_drop_the_word_every_kegiatan_starts_with(plan):
    labels = board(plan).figure.layout.yaxis.ticktext
    assert labels[2].startswith("<b>II.1.a</b>  Bimtek")


def test_the_table_says_what_each_cell_is(plan):
    row = board(plan).table.set_index("NO").loc["II.1.a"]
    assert row["TW I 2024"] == "25% (hijau)"
    assert row["TW IV 2024"] == "Belum jatuh tempo"
    assert row["TW I 2023"] == "Tidak direncanakan"


def test_no_rows_still_make_a_figure():
    plan = decree_plan()
    table = status.quarter_table(plan, AT).iloc[:0]
    chart = quarter_board(table, plan, AT, Look())
    assert chart.headline == "Tidak ada kegiatan pada pilihan ini"
    assert names(chart) == []
