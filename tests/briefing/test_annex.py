"""The document in tables: as decreed, each X with its status."""

from dataclasses import replace

from lib.briefing import annex
from lib.plan import schema
from lib.plan.figures import status
from lib.plan.position import Position
from lib.voice.words import document
from tests.factory import decree_plan, make_plan, with_activity, with_document


def test_particulars_are_the_documents_own_without_stamp_nature_and_notes():
    plan = make_plan()
    document = {**plan.document, schema.NOTES: "Catatan", schema.NATURE: "CONTOH", "Kosong": " "}
    document |= dict.fromkeys((*schema.STAMP, *schema.STEERING), "cap")
    items = [item for item, _ in annex.particulars(replace(plan, document=document)).rows]
    assert items
    assert not {schema.NOTES, schema.NATURE, "Kosong", *schema.STAMP} & set(items)
    assert not set(schema.STEERING) & set(items)
    assert items == [item for item in plan.document if item in items]


def test_up_to_where_figures_are_locked_is_said_in_words_and_only_then():
    assert document.locked(make_plan()) == ""
    locked = with_document(make_plan(), {schema.LOCKED: "2024-TW2"})
    assert document.locked(locked).startswith(
        "Target dan realisasi sampai TW II 2024 sudah dikunci"
    )


def test_notes_are_listed_line_by_line():
    plan = make_plan()
    told = {**plan.document, schema.NOTES: "1. Satu\n\n2. Dua\x03"}
    assert annex.notes(replace(plan, document=told)) == ("1. Satu", "2. Dua")
    silent = {key: text for key, text in plan.document.items() if key != schema.NOTES}
    assert annex.notes(replace(plan, document=silent)) == ()


def test_each_x_carries_its_status_and_a_blank_stays_blank():
    plan = with_activity(decree_plan(), "II.1.a", 2024, realisasi_tw4=100.0)
    table = annex.program(plan, status.activity_status(plan, Position(2024, 4)))
    rows = {row[0]: row for row in table.rows}
    assert rows["II.1.a"][2:4] == ("", "X ✓ Selesai")
    assert rows["I.1.b"][2:4] == ("X – Belum ada data", "X – Belum ada data")


def test_table_a_keeps_every_row_in_printed_order_and_heads_stand_out():
    plan = decree_plan()
    table = annex.program(plan, status.activity_status(plan, Position(2024, 4)))
    assert table.rows[0] == tuple(str(at) for at in range(1, len(table.headers) + 1))
    assert [row[0] for row in table.rows[1:]] == list(plan.program["no"])
    kegiatan = set(plan.activities["no"])
    for at, row in enumerate(table.rows[1:], 1):
        assert (at in table.strong) == (row[0] not in kegiatan), row


def test_number_and_program_of_table_b_stand_once():
    plan = decree_plan()
    table = annex.indicator_plan(plan)
    assert len(table.rows) == len(plan.indicators) + 1
    numbers = [row[0] for row in table.rows[1:] if row[0]]
    assert len(numbers) == len(set(numbers)) == plan.indicators["nomor"].nunique()
    for (number, program, text), nomor in zip(
        table.rows[1:], plan.indicators["nomor"], strict=True
    ):
        assert bool(number) == bool(program)
        assert number in ("", str(nomor))
        assert text
