"""What meetings asked for, in every paper: whole and in order."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape

import pytest
from docx import Document
from pptx import Presentation

from lib.briefing import message
from lib.briefing.deck.presentation import deck
from lib.briefing.offline.copy import offline_copy
from lib.briefing.source import Briefing
from lib.briefing.word.minutes import minutes
from lib.briefing.word.report import report
from lib.plan.position import Position
from lib.plan.registers.directives import CARRIED_OUT, OPEN, WITHDRAWN, meetings
from lib.plan.registers.register_sheet import register_frame
from lib.plan.schema import Sheet
from lib.voice.directive_words import STILL_OPEN
from tests.briefing.cases import LABEL
from tests.briefing.test_slides import section
from tests.factory import make_plan, with_activity

LINK = "https://dasbor.example/"
TODAY = date(2025, 11, 3)
WHOLE = {
    "no": "1",
    "tanggal": "2025-07-08",
    "rapat": "Rapat evaluasi",
    "arahan": "Susun jadwal tindak lanjut",
    "kegiatan": "I.1.a",
    "penanggung_jawab": "DINAS A",
    "tenggat": "2025-09-30",
    "status": None,
    "tindak_lanjut": None,
    "bukti_dukung": None,
}


def asked(*rows: dict[str, str | None]) -> Briefing:
    """A plan in which meetings asked for something; `rows` say what differs from `WHOLE`."""
    whole = [{**WHOLE, "no": str(at), **row} for at, row in enumerate(rows, 1)]
    plan = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=25.0)
    plan = plan.with_rows(Sheet.DIRECTIVES, register_frame(Sheet.DIRECTIVES, whole))
    return Briefing(plan, Position(2025, 3), LABEL, "a1b2c3d4", today=TODAY)


def slides(made: Briefing) -> list[list[list[str]]]:
    """Return the tables of the slides about open instructions, row by row."""
    found = []
    for slide in Presentation(io.BytesIO(deck(made))).slides:
        if section(slide) == STILL_OPEN:
            tables = [shape.table for shape in slide.shapes if shape.has_table]
            found += [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return [table[1:] for table in found]


def word_rows(document: bytes) -> list[list[str]]:
    tables = Document(io.BytesIO(document)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def page_text(made: Briefing) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", offline_copy(made)))


STATES = {
    "open": (OPEN, True),
    "blank counts as open": (None, True),
    "carried out": (CARRIED_OUT, False),
    "withdrawn": (WITHDRAWN, False),
}


@pytest.mark.parametrize(("status", "stands"), STATES.values(), ids=STATES)
def test_only_what_is_open_stands_in_deck_report_copy_and_reminder(status, stands):
    made = asked({"status": status, "tindak_lanjut": "Sudah disusun"})
    said = WHOLE["arahan"]
    assert (slides(made) != []) == stands
    assert (any(said in cell for row in word_rows(report(made)) for cell in row)) == stands
    assert (STILL_OPEN in page_text(made)) == stands
    assert (said in message.agency_message(made, "DINAS A", LINK)) == stands


def test_a_plan_without_instructions_has_no_word_of_them():
    made = asked()
    assert slides(made) == []
    for text in (page_text(made), message.leadership_message(made, LINK)):
        assert "arahan" not in text.lower()


def test_a_row_says_who_gave_it_what_about_whose_until_when_and_what_was_done():
    [[row]] = slides(asked({"tindak_lanjut": "Rancangan dikirim"}))
    assert row == [
        "1. Susun jadwal tindak lanjut\nRapat evaluasi, 8 Juli 2025",
        "I.1.a " + row[1].removeprefix("I.1.a "),
        "DINAS A",
        "30 September 2025, sudah lewat",
        "Rancangan dikirim",
    ]
    assert len(row[1]) > len("I.1.a ")  # the kegiatan by its name, too


UNSTATED = {
    "kegiatan": (1, ""),
    "penanggung_jawab": (2, "Belum ada penanggung jawab"),
    "tenggat": (3, "tanpa tenggat"),
    "tindak_lanjut": (4, "Belum ditulis"),
}


@pytest.mark.parametrize(("column", "place", "said"), [(c, *at) for c, at in UNSTATED.items()])
def test_what_is_not_stated_is_said_so(column, place, said):
    [[row]] = slides(asked({column: None}))
    assert row[place] == said


def test_the_first_due_comes_first_and_what_has_no_date_last():
    made = asked(
        {"tenggat": None}, {"tenggat": "2025-12-31"}, {"tenggat": "2025-09-30"},
        {"tenggat": "2025-11-02"},
    )  # fmt: skip
    [rows] = slides(made)
    assert [row[0].partition(".")[0] for row in rows] == ["3", "4", "2", "1"]
    assert ["sudah lewat" in row[3] for row in rows] == [True, True, False, False]


@pytest.mark.parametrize(("day", "over"), [("2025-11-02", True), ("2025-11-03", False)])
def test_an_instruction_is_late_from_the_day_after_it_was_due(day, over):
    made = asked({"tenggat": day})
    assert ("sudah lewat" in slides(made)[0][0][3]) == over
    assert ("Arahan 1 (Rapat evaluasi)" in message.leadership_message(made, LINK)) == over


def test_many_go_on_over_slides_and_none_is_lost():
    made = asked(*({"arahan": f"Arahan panjang nomor {at} " + "kata " * 40} for at in range(1, 31)))
    tables = slides(made)
    assert len(tables) > 2
    numbers = [int(row[0].partition(".")[0]) for table in tables for row in table]
    assert numbers == list(range(1, 31))


ODD = ["=1+1", "a & b < c > d", "\u202eterbalik", "tab\tdan\nbaris", "🙂 " * 50, "x" * 2000]


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_any_words_go_into_every_paper(words):
    made = asked({"arahan": words, "rapat": words[:100], "tindak_lanjut": words})
    assert slides(made)
    [meeting] = meetings(made.plan)
    for document in (report(made), minutes(made, meeting)):
        assert word_rows(document)
    assert "<c >" not in offline_copy(made)
    assert message.agency_message(made, "DINAS A", LINK)


def test_minutes_hold_one_meetings_instructions_answered_ones_too():
    made = asked(
        {"arahan": "Pertama"},
        {"arahan": "Kedua", "status": CARRIED_OUT, "tindak_lanjut": "Selesai"},
        {"arahan": "Rapat lain", "rapat": "Rapat koordinasi", "tanggal": "2025-10-01"},
    )
    newest, older = meetings(made.plan)
    assert (newest.name, older.name) == ("Rapat koordinasi", "Rapat evaluasi")
    texts = [" ".join(row) for row in word_rows(minutes(made, older))]
    assert any("Pertama" in text for text in texts)
    assert any("Kedua" in text and CARRIED_OUT in text for text in texts)
    assert not any("Rapat lain" in text for text in texts)
    paragraphs = [p.text for p in Document(io.BytesIO(minutes(made, older))).paragraphs]
    assert "Notulen Rapat evaluasi" in paragraphs
    assert any("8 Juli 2025" in text for text in paragraphs)


def test_a_meeting_of_the_same_name_on_another_day_is_another():
    made = asked({}, {"tanggal": "2025-08-08"})
    assert [meeting.day for meeting in meetings(made.plan)] == [date(2025, 8, 8), date(2025, 7, 8)]
    assert [len(meeting.directives) for meeting in meetings(made.plan)] == [1, 1]


def test_an_agency_is_reminded_of_its_own_instructions_alone():
    made = asked({"arahan": "Untuk A"}, {"arahan": "Untuk B", "penanggung_jawab": "DINAS B"})
    ours = message.agency_message(made, "DINAS A", LINK)
    assert "Untuk A" in ours
    assert "Untuk B" not in ours


def test_what_is_overdue_leads_the_message_before_late_kegiatan():
    made = asked({"tenggat": "2025-09-30"}, {"tenggat": "2025-12-31", "arahan": "Belum waktunya"})
    lines = message.leadership_message(made, LINK).split("\n")
    items = [line for line in lines if re.match(r"\d+\. ", line)]
    assert items[0].startswith("1. ")
    assert "Arahan 1" in items[0]
    assert not any("Belum waktunya" in item for item in items)
    assert [item for item in items if "Arahan" not in item] == items[1:]
