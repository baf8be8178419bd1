"""Indicators in steps in what leaves for a meeting: deck, report, offline copy, message."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from lib.briefing import written_tables
from lib.briefing.deck import presentation
from lib.briefing.message import leadership_message
from lib.briefing.native import capaian_bars
from lib.briefing.native.bar_series import Ruler
from lib.briefing.offline.copy import offline_copy
from lib.briefing.source import Briefing
from lib.briefing.word.report import report
from lib.charts.palette import BRIGHT
from lib.plan.figures.indicator_state import indicator_status
from lib.plan.figures.status import Light
from lib.plan.position import Position
from tests.briefing.cases import briefing
from tests.factory import make_plan, with_activity, with_indicator, with_steps
from tests.golden import office_text

AT = ("1.a", 2026)
END = Position(2026, 4)
WIDE, NARROW = Ruler(1, 12), Ruler(0.001, 12)
RULE = "Tahap (aturan dasbor ini)"


@cache
def made(target: float | None = 4.0, actual: float | None = 3.0) -> Briefing:
    plan = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=20.0)
    plan = with_indicator(plan, "1.b", 2026, target=100.0, realisasi=95.0)
    return briefing(with_steps(plan, *AT, target=target, realisasi=actual), END)


@cache
def without() -> Briefing:
    plan = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=20.0)
    return briefing(with_indicator(plan, "1.b", 2026, target=100.0, realisasi=95.0), END)


def row(**cells: object) -> dict[str, object]:
    plan = with_steps(make_plan((2026,), 1, 1), *AT, **cells)
    table = written_tables.indicators(indicator_status(plan))
    return dict(zip(table.headers, table.rows[0], strict=True))


def test_the_table_says_steps_what_they_are_and_no_percentage():
    told = row(target=4.0, realisasi=3.0)
    assert (told["Target"], told["Realisasi"]) == ("Tahap 4", "Tahap 3")
    assert told["Capaian"] == "Tahap 3 dari 4 (kuning)"
    assert (told["Arah"], told["Predikat"]) == ("–", "–")
    assert str(told["Status"]).split("\n") == [
        "Belum tercapai",
        "Tahap 3: SOP ditetapkan (tahap saat ini)",
        "Tahap 4: SOP dijalankan dan dievaluasi (target)",
    ]
    silent = row(target=3.0)
    assert silent["Capaian"] == "–"
    assert "Tahap 3: SOP ditetapkan (target)" in str(silent["Status"])


def series(target: float | None, actual: float | None, ruler: Ruler = WIDE):
    records = made(target, actual).standing.indicators.to_dict("records")
    return capaian_bars.capaian(records, ruler)


@pytest.mark.parametrize(
    ("target", "actual", "light", "reached", "wanted"),
    [
        (3.0, 3.0, Light.GREEN, 3, 0),
        (3.0, 2.0, Light.YELLOW, 2, 1),
        (3.0, 1.0, Light.RED, 1, 2),
        (3.0, 4.0, Light.GREEN, 4, 0),
    ],
)
def test_a_slide_draws_one_block_a_step(target, actual, light, reached, wanted):
    _, _, unknown, *steps = series(target, actual)
    assert unknown.values[0] is None
    assert [one.values[0] for one in steps] == [25.0] * 4
    assert [one.values[1] for one in steps] == [None] * 4
    fills = [one.bars[0].swatch.fill for one in steps]
    assert fills.count(BRIGHT.light[light].fill) == reached
    assert fills.count(BRIGHT.card) == wanted
    assert fills.count(BRIGHT.track) == 4 - reached - wanted
    assert all("bukan nilai" in one.name for one in steps)
    [words] = [one.bars[0].form for one in steps if one.bars[0].form]
    assert f"Tahap {actual:.0f}" in words


def test_where_blocks_are_narrow_the_mark_stands_alone():
    forms = [one.bars[0].form for one in series(4.0, 3.0, NARROW)[3:]]
    assert [form for form in forms if form] == ['"◐"']


@pytest.mark.parametrize(("target", "actual"), [(3.0, None), (None, 2.0), (5.0, 2.0)])
def test_without_a_step_there_are_no_blocks(target, actual):
    found = series(target, actual)
    assert len(found) == 3
    assert found[2].values[0] == 100.0


def products(source: Briefing) -> dict[str, str]:
    deck = presentation.deck(source)
    return {
        "deck": "\n".join(office_text.deck(deck)),
        "notes": "\n".join(
            slide.notes_slide.notes_text_frame.text
            for slide in Presentation(BytesIO(deck)).slides
            if slide.has_notes_slide
        ),
        "word": "\n".join(office_text.word(report(source))),
        "copy": offline_copy(source),
    }


def test_every_product_says_the_steps_and_the_rule():
    found = products(made())
    assert "1.a: Tahap 3 dari 4" in found["notes"]
    assert "Tahap 3 | Tahap 4" in found["deck"]
    for name in ("word", "copy"):
        assert "Tahap 3 dari 4" in found[name], name
    for name in ("deck", "word", "copy"):
        assert RULE in found[name], name
    assert "Indikator bertahap" in found["deck"]
    assert "<b>Tahap 3: SOP ditetapkan (tahap saat ini)</b>" in found["copy"]


def test_a_plan_without_steps_says_nothing_of_them():
    for name, words in products(without()).items():
        assert "Tahap" not in words, name
        assert "bertahap" not in words, name


def test_the_message_counts_a_reached_step():
    told = [leadership_message(one, "https://a.id") for one in (made(), made(3.0, 3.0))]
    [before, after] = [
        next(line for line in text.split("\n") if line.startswith("• Indikator")) for text in told
    ]
    assert (before.split("*")[1], after.split("*")[1]) == ("0 dari 4", "1 dari 4")


def test_the_report_draws_a_chart_where_all_is_in_steps():
    plan = with_steps(make_plan((2026,), 1, 1), *AT, target=4.0, realisasi=3.0)
    document = Document(BytesIO(report(briefing(plan, END))))
    assert any("Capaian indikator 2026" in paragraph.text for paragraph in document.paragraphs)
