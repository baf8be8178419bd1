"""An agency without reports has no mean: one word for it on every screen, slide and message."""

from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from lib.briefing import message
from lib.briefing.deck import presentation
from lib.briefing.offline import copy
from lib.briefing.source import Briefing
from lib.briefing.word import report
from lib.plan.position import Position
from lib.plan.schema import ACTUALS
from lib.plan.text.indonesian import MISSING
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.store import Store
from lib.workbook.writing import writer
from tests.factory import sample_plan
from tests.golden import page_text
from tests.service.books import edited
from tests.ui.test_upload import put

SILENT, TALKING, MEAN = "INSPEKTORAT", "DINKOMINFO", "Rata-rata realisasi"
AT = Position(2024, 3)


def plan_with_a_silent_agency():
    """The sample, but what the silent agency had reported."""
    rows = sample_plan().activity_progress.copy()
    cells = [*ACTUALS, "keterangan"]
    silent = rows["pihak_terlibat"].str.contains(SILENT)
    rows.loc[silent, cells] = [[float("nan")] * len(ACTUALS) + [None]] * silent.sum()
    return sample_plan().with_progress(activity_progress=rows)


def briefing() -> Briefing:
    return Briefing(plan_with_a_silent_agency(), AT, "data versi 2", "a1b2c3d4")


@pytest.fixture
def page(open_page, tmp_path):
    """Pages of a store whose newest version has the silent agency."""
    open_page(sample=True)
    library = Library(Store.open(f"sqlite:///{tmp_path / 'sample' / 'rencana.sqlite'}"))
    plan_id = library.plans(LOCAL_ADMIN)[0].id
    copied = library.snapshot(LOCAL_ADMIN, plan_id).plan
    changed = copied.with_progress(activity_progress=plan_with_a_silent_agency().activity_progress)
    proposal = changing.check(library, LOCAL_ADMIN, writer.write(changed), "laporan.xlsx")
    changing.apply(library, LOCAL_ADMIN, proposal, "angka dihapus", yes=proposal.questions)
    library.store.close()
    return lambda name, **address: open_page(name, sample=True, fresh=False, **address)


def metric(app, label: str = MEAN):
    [found] = [one for one in app.metric if one.label == label]
    return found


def test_ringkasan_filtered(page):
    app = page("", pihak=SILENT, posisi=AT.code)
    assert metric(app).value == MISSING
    assert metric(app).delta == "belum ada yang melapor"
    assert metric(page("", pihak=TALKING, posisi=AT.code)).value != MISSING


def test_perangkat_daerah(page):
    app = page("perangkat-daerah", posisi=AT.code)
    [table] = [one.value for one in app.dataframe if "REALISASI RATA-RATA" in one.value]
    words = table.set_index("PERANGKAT DAERAH")["REALISASI RATA-RATA"]
    assert words[SILENT].startswith(MISSING)
    assert "%" in words[TALKING]


def test_the_deck():
    content = presentation.deck(briefing())
    tables = [
        [[" ".join(cell.text.split()) for cell in row.cells] for row in shape.table.rows]
        for slide in Presentation(BytesIO(content)).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    [[head, *rows]] = [rows for rows in tables if rows[0][0].startswith("Perangkat daerah")
                       and MEAN in rows[0]]  # fmt: skip
    words = {row[0]: row[head.index(MEAN)] for row in rows}
    assert words[SILENT] == MISSING
    assert "%" in words[TALKING]


def rows_of_word():
    for table in Document(BytesIO(report.report(briefing()))).tables:
        yield [[cell.text for cell in row.cells] for row in table.rows]


def test_the_word_report():
    [[head, *rows]] = [rows for rows in rows_of_word() if rows[0][0] == "Perangkat daerah"]
    words = {row[0]: row[head.index(MEAN)] for row in rows}
    assert words[SILENT] == MISSING
    assert "%" in words[TALKING]


def test_the_offline_copy():
    lines = [line.strip() for line in page_text.described(copy.offline_copy(briefing()))]
    heads = [line for line in lines if line.startswith("Perangkat daerah |") and MEAN in line]
    [head] = [line.split(" | ") for line in heads]
    rows = [line.split(" | ") for line in lines if line.startswith(f"{SILENT} | ")]
    [row] = [row for row in rows if len(row) == len(head)]
    assert row[head.index(MEAN)] == MISSING


def test_the_message_as_of_a_quarter_that_nobody_reported():
    silent = plan_with_a_silent_agency()
    rows = silent.activity_progress
    early = silent.with_progress(activity_progress=rows.assign(realisasi_tw1=float("nan")))
    text = message.leadership_message(
        Briefing(early, Position(2023, 1), "data versi 2", "a1b2c3d4"), "https://contoh.id/"
    )
    assert f"{MEAN}: *{MISSING}* (belum ada yang melapor)" in text
    assert "Rata-rata realisasi: *0%*" not in text


def test_the_preview_of_a_first_report(open_page, tmp_path):
    app = open_page("unggah")
    library = Library(Store.open(f"sqlite:///{tmp_path / 'empty' / 'rencana.sqlite'}"))
    content = library.download(LOCAL_ADMIN, library.plans(LOCAL_ADMIN)[0].id)
    app = put(app, edited(content, I4=0.5, J4=1))
    assert metric(app).delta == f"sebelumnya {MISSING}"
    assert "%" in metric(app).value
