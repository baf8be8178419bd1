"""A register's row that comes, goes or is answered is one sentence; other cells are told singly."""

from __future__ import annotations

import pytest

from lib.plan.change.difference import Change, differences
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, register_frame
from lib.plan.schema import Sheet
from lib.voice.words.row_sentences import told
from tests.factory import decree_plan

ROW = {
    "no": "2",
    "tanggal": "2025-01-14",
    "rapat": "Rapat evaluasi",
    "arahan": "Tunjuk pejabat penghubung.",
    "penanggung_jawab": "DINKOMINFO",
    "tenggat": "2025-03-31",
    "status": "Terbuka",
}
ANSWERED = {
    "status": "Selesai",
    "tindak_lanjut": "Surat sudah diterima.",
    "bukti_dukung": "https://contoh.id/surat",
}


def having(*rows: dict[str, str], sheet: Sheet = Sheet.DIRECTIVES) -> Plan:
    return decree_plan().with_rows(sheet, register_frame(sheet, rows))


def said(before: Plan, after: Plan) -> list[Change | str]:
    return told(differences(before, after))


def test_a_new_instruction_says_what_to_whom_and_by_when():
    assert said(having(), having(ROW)) == [
        "Arahan 2 baru: Tunjuk pejabat penghubung, kepada DINKOMINFO, paling lambat 31 Maret 2025"
    ]
    open_ended = {name: cell for name, cell in ROW.items() if name != "tenggat"}
    [line] = said(having(), having(open_ended))
    assert line == "Arahan 2 baru: Tunjuk pejabat penghubung, kepada DINKOMINFO"


def test_one_that_comes_with_its_answer_says_both():
    [line] = said(having(), having(ROW | ANSWERED))
    assert line.endswith(
        "31 Maret 2025. Jawaban: Selesai, tindak lanjut: Surat sudah diterima, bukti dukung: "
        "https://contoh.id/surat"
    )


def test_a_removed_one_says_which_it_was():
    assert said(having(ROW), having()) == [
        "Arahan 2 dihapus: Tunjuk pejabat penghubung, kepada DINKOMINFO, paling lambat "
        "31 Maret 2025"
    ]


def test_an_answer_is_one_sentence_of_what_was_answered():
    assert said(having(ROW), having(ROW | ANSWERED)) == [
        "Arahan 2 dijawab: Selesai, tindak lanjut: Surat sudah diterima, bukti dukung: "
        "https://contoh.id/surat"
    ]
    further = {"tindak_lanjut": "Surat dikirim."}
    assert said(having(ROW), having(ROW | further)) == [
        "Arahan 2 dijawab: tindak lanjut: Surat dikirim"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ROW, ROW | {"tenggat": "2025-04-30"}),
        (ROW, ROW | {"tenggat": "2025-04-30", "status": "Selesai"}),
        (ROW | ANSWERED, ROW | {"status": "Terbuka"}),
    ],
    ids=["edited", "edited and answered", "an answer taken back"],
)
def test_single_cells_that_changed_are_told_singly(before, after):
    changes = differences(having(before), having(after))
    assert told(changes) == list(changes)


def test_rows_beside_each_other_have_their_own_sentences():
    other = ROW | {"no": "3", "arahan": "Susun jadwal"}
    lines = said(having(), having(ROW, other))
    assert [line.partition(", kepada")[0] for line in lines] == [
        "Arahan 2 baru: Tunjuk pejabat penghubung", "Arahan 3 baru: Susun jadwal"
    ]  # fmt: skip


def test_what_is_no_register_is_told_as_ever():
    changes = (Change("I.1.b", 2023, "realisasi_tw1", None, 25.0),)
    assert told(changes) == list(changes)


@pytest.mark.parametrize("sheet", list(REGISTERS))
def test_every_register_tells_its_rows_by_columns_that_it_has(sheet):
    register = REGISTERS[sheet]
    assert register.told
    assert {name for name, _ in (*register.told, *register.answer)} <= set(register.names)
    assert {name for name, _ in register.answer} == register.answered
    row = {name: "{0} _x_" for name, _ in register.told if "tenggat" not in name}
    [line] = said(having(sheet=sheet), having(row | {register.key: "9"}, sheet=sheet))
    assert line.startswith(f"{sheet} 9 baru: " if register.is_numbered else f"{sheet} baru: 9")
    assert "{0} _x_" in line
