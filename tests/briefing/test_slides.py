"""What single slides say at their edges: full, silent, too much for one slide."""

from io import BytesIO

from docx import Document
from pptx import Presentation

from lib.briefing import written_tables
from lib.briefing.deck.presentation import deck
from lib.briefing.offline.copy import offline_copy
from lib.briefing.source import Briefing
from lib.briefing.word.report import report
from lib.plan import schema
from lib.plan.position import Position
from lib.voice import concerns, trend
from lib.voice.words.signs import ASSUMED, SHARED
from tests.factory import make_plan, with_activity, with_indicator, without_first_heading

END = Position(2026, 4)


def made(plan, position=END, previous=None):
    briefing = Briefing(plan, position, "data versi 2", "ab12", previous, "data versi 1")
    return list(Presentation(BytesIO(deck(briefing))).slides)


def section(slide):
    found = [shape.text_frame.text for shape in slide.shapes if shape.name == "Bagian"]
    return found[0].partition(" · ")[0] if found else ""


def of(slides, wanted):
    return [slide for slide in slides if section(slide) == wanted]


def words(slide):
    parts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            parts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts)


def test_leadership_reads_as_many_concerns_as_fit_and_how_many_are_left():
    plan = with_activity(make_plan((2026,), 1, 26), "I.1.a", 2026, realisasi_tw4=5.0)
    text = words(of(made(plan), "Capaian umum")[0])
    assert concerns.ATTENTION in text
    assert text.index("baru 5%") < text.index("belum ada laporan")
    shown = text.count("belum ada laporan") + 1
    assert 2 < shown < 26
    assert f"dan {26 - shown} kegiatan-tahun lain" in text


def test_a_silent_plan_invites_the_first_report_instead_of_blaming():
    [slide] = of(made(make_plan((2026,), 1, 3)), "Capaian umum")
    text = words(slide)
    assert "Langkah berikutnya" in text
    assert concerns.ATTENTION not in text


def test_a_plan_all_done_names_its_evidence():
    plan = make_plan((2026,), 1, 1)
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw4=100.0)
    text = words(of(made(plan), "Capaian umum")[0])
    assert "Bukti dan anggaran" in text
    assert "0 dari 1 kegiatan-tahun selesai disertai bukti dukung." in text


def test_the_curve_says_by_which_rule_and_assumption_it_is_drawn():
    [slide] = of(made(with_activity(make_plan((2026,), 1, 2), "I.1.a", 2026, realisasi_tw1=9.0)),
                 "Linimasa")  # fmt: skip
    assert trend.MEAN in words(slide)
    assert ASSUMED in words(slide)


def test_stated_targets_are_called_no_assumption():
    goals = {f"target_tw{quarter}": 25.0 * quarter for quarter in (1, 2, 3, 4)}
    plan = with_activity(make_plan((2026,), 1, 1), "I.1.a", 2026, realisasi_tw1=9.0, **goals)
    for wanted in ("Linimasa", "Linimasa per kegiatan", "Papan triwulan"):
        for slide in of(made(plan), wanted):
            assert "asumsi" not in words(slide)


def test_shared_kegiatan_are_named_as_counted_for_each():
    shared, alone = (
        made(with_activity(make_plan((2026,), 1, 1, agencies), "I.1.a", 2026, realisasi_tw1=5.0))
        for agencies in (("DINAS A, DINAS B",), ("DINAS A",))
    )
    assert SHARED in words(of(shared, "Per perangkat daerah")[0])
    assert SHARED in words(of(shared, "Catatan data")[0])
    assert SHARED not in "".join(map(words, alone))


def test_a_ditunda_quarter_is_marked_and_not_called_missing():
    plan = with_activity(
        make_plan((2026,), 1, 1), "I.1.a", 2026, keterangan=schema.POSTPONED, kendala="Pagu"
    )
    [slide] = of(made(plan), "Papan triwulan")
    [board] = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in board.rows[2].cells][1:] == ["‖"] * 4
    assert "Belum dilaporkan" not in words(slide)


def test_obstacles_that_nobody_wrote_are_asked_for():
    plan = with_activity(make_plan((2026,), 1, 2), "I.1.a", 2026, realisasi_tw4=40.0)
    [slide] = of(made(plan), "Kendala dan tindak lanjut")
    text = words(slide)
    assert "Perangkat daerah menuliskannya pada kolom KENDALA" in text
    assert "Kegiatan ke-1 (2026): baru 40%" in text


def test_a_follow_up_without_an_obstacle_says_what_is_not_written():
    plan = with_activity(
        make_plan((2026,), 1, 1), "I.1.a", 2026, realisasi_tw4=40.0, tindak_lanjut="Rapat"
    )
    [slide] = of(made(plan), "Kendala dan tindak lanjut")
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[1].cells][3:] == ["Belum ditulis", "Rapat"]


def test_what_moved_since_the_last_meeting_says_by_how_much():
    before = make_plan((2026,), 1, 2)
    after = with_activity(before, "I.1.a", 2026, realisasi_tw4=100.0)
    slides = made(after, previous=before)
    [figures] = of(slides, "Sejak rapat lalu")
    [table] = [shape.table for shape in figures.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    done = next(row for row in rows if row[0].startswith("Kegiatan-tahun selesai"))
    assert done[1:] == ["0 dari 2", "1 dari 2", "+1"]
    [moved] = of(slides, "Sejak rapat lalu: kegiatan yang bergeser")
    assert "– Belum ada data → ✓ Selesai" in words(moved)
    assert "– → 100%" in words(moved)


def test_a_capaian_beyond_the_plot_is_still_told():
    plan = with_indicator(make_plan((2026,), 1, 1), "1.a", 2026, target=10.0, realisasi=90.0)
    [slide] = of(made(plan), "Indikator")
    [chart] = [shape.chart for shape in slide.shapes if shape.has_chart]
    values = {series.name: tuple(series.values) for series in chart.plots[0].series}
    assert values["Capaian"][0] == 900.0
    assert chart.value_axis.maximum_scale == 125.0


def test_a_plan_without_indicators_of_the_year_has_no_such_slide():
    plan = make_plan((2026,), 1, 1)
    empty = plan.with_progress(indicator_progress=plan.indicator_progress.iloc[:0])
    assert of(made(empty), "Indikator") == []


def asking():
    plan = make_plan((2026,), 1, 3)
    for no, office in (("I.1.a", "Kepala Daerah"), ("I.1.b", "Kepala Perangkat Daerah")):
        plan = with_activity(plan, no, 2026, realisasi_tw4=40.0, kendala="Lahan sengketa",
                             perlu_keputusan=office)  # fmt: skip
    return plan


def test_decisions_are_asked_of_the_lowest_office_first():
    [slide] = of(made(asking()), "Keputusan yang diminta")
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows[1:]] == ["Kepala Perangkat Daerah", "Kepala Daerah"]
    assert rows[1][1] == "I.1.b Kegiatan ke-2 (2026)"
    assert rows[1][3].startswith("baru 40%")
    assert rows[1][4:] == ["Lahan sengketa", "–"]
    assert slide.shapes.title.text == (
        "2 kegiatan-tahun menunggu keputusan: Kepala Perangkat Daerah 1 dan Kepala Daerah 1"
    )
    assert "Kegiatan ke-2 (2026)" in slide.notes_slide.notes_text_frame.text


def test_where_nobody_asks_for_a_decision_there_is_no_such_slide():
    plan = with_activity(make_plan((2026,), 1, 1), "I.1.a", 2026, realisasi_tw4=40.0)
    assert of(made(plan), "Keputusan yang diminta") == []


def test_report_and_offline_copy_ask_for_the_same_decisions():
    for plan, asked in ((asking(), True), (make_plan((2026,), 1, 3), False)):
        source = Briefing(plan, END, "data versi 2", "ab12")
        document = Document(BytesIO(report(source)))
        headings = [paragraph.text for paragraph in document.paragraphs]
        rows = [
            [cell.text for cell in row.cells] for table in document.tables for row in table.rows
        ]
        wanted = written_tables.decisions(source.standing.decisions).rows
        assert ("Keputusan yang diminta" in headings) == asked
        assert all(list(row) in rows for row in wanted)
        copied = offline_copy(source)
        assert ("<caption>Keputusan yang diminta</caption>" in copied) == asked
        assert copied.count("<td>Kepala Perangkat Daerah</td>") == asked


def test_kegiatan_above_every_group_stand_on_the_slide_of_groups_and_in_the_report():
    plan = without_first_heading(make_plan((2025, 2026), groups=2, activities_per_group=2))
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw4=40.0)
    [slide] = of(made(plan), "Per kelompok program")
    assert "Di luar kelompok program" in words(slide)
    paper = Document(BytesIO(report(Briefing(plan, END, "data versi 2", "ab12"))))
    told = [paragraph.text for paragraph in paper.paragraphs]
    assert "Di luar kelompok program" in told
    assert "Di luar kelompok program" not in words(of(made(make_plan()), "Per kelompok program")[0])
