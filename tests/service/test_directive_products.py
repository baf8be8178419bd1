"""Instructions of a meeting: shown in every product until they are answered."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

from docx import Document
from pptx import Presentation

from lib.briefing import message, written_tables
from lib.briefing.deck import presentation
from lib.briefing.offline import copy as offline
from lib.briefing.source import Briefing
from lib.briefing.word import minutes, report
from lib.plan.figures.attention import Overdue
from lib.plan.position import Position
from lib.plan.register import Agency, Register
from lib.plan.registers.directives import meetings, of_activity, open_directives
from lib.plan.registers.register_sheet import register_frame
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.store.records import Origin
from lib.voice import concerns
from lib.voice.changes import sentence
from lib.voice.directive_words import STILL_OPEN
from tests.factory import decree_plan
from tests.service.noting import (
    AGENCY,
    ANSWER,
    CODE,
    DUE,
    NOTED,
    OPERATOR,
    PLAN,
    SHEET,
    apply,
    noted,
    plan_of,
    sent,
)


def headlines(deck: bytes) -> str:
    slides = Presentation(BytesIO(deck)).slides
    return "\n".join(slide.shapes.title.text for slide in slides if slide.shapes.title)


def products(library: Library, day: date) -> dict[str, str]:
    """What each product says of the newest version on a day."""
    snapshot = library.snapshot(LOCAL_ADMIN, PLAN)
    briefing = Briefing.of(snapshot, None, Position(2024, 3), today=day)
    return {
        "deck": headlines(presentation.deck(briefing)),
        "offline": offline.offline_copy(briefing).split("<script")[0],
        "leadership": message.leadership_message(briefing, "https://x.id"),
        "reminder": message.agency_message(briefing, AGENCY, "https://x.id"),
        "attention": "\n".join(map(concerns.sentence, briefing.standing.attention)),
    }


def test_an_instruction_stands_everywhere_until_it_is_answered_in_excel(library: Library) -> None:
    due = date.fromisoformat(DUE)
    before = products(library, due)
    noted(library)
    shown = products(library, due)
    assert "1 arahan rapat masih terbuka" in shown["deck"]
    assert STILL_OPEN in shown["offline"]
    assert "Arahan 1" in shown["reminder"]
    assert "Arahan" not in shown["leadership"] + shown["attention"]
    plan = plan_of(library)
    assert [one.no for one in open_directives(plan, AGENCY)] == ["1"]
    assert open_directives(plan, "INSPEKTORAT") == ()
    assert [one.no for one in of_activity(plan, CODE)] == ["1"]
    late = products(library, due + timedelta(days=1))
    for name in ("attention", "leadership"):
        assert "Arahan 1 (Rapat evaluasi)" in late[name]
    assert "1 di antaranya lewat tenggat" in late["deck"]
    assert "sudah lewat" in late["offline"]
    assert "sudah lewat" in late["reminder"]
    copy = library.download(OPERATOR, PLAN)
    apply(library, OPERATOR, sent(library, OPERATOR, copy, **ANSWER))
    assert products(library, due + timedelta(days=1)) == products_of_version(library, before)
    assert open_directives(plan_of(library)) == ()
    [one] = of_activity(plan_of(library), CODE)
    assert (one.status, one.follow_up) == ("Selesai", ANSWER["tindak_lanjut"])
    told = [sentence(change) for change in library.changes(LOCAL_ADMIN, PLAN, 3)]
    assert told[0] == "Arahan 1 STATUS: Terbuka menjadi Selesai"
    assert library.log(LOCAL_ADMIN, PLAN)[0].kind is Origin.UPLOAD


def products_of_version(library: Library, before: dict[str, str]) -> dict[str, str]:
    """What was said before anything was noted, under the newest version's number and code."""
    snapshot = library.snapshot(LOCAL_ADMIN, PLAN)
    first = library.snapshot(LOCAL_ADMIN, PLAN, 1)
    return {
        name: text.replace(first.label, snapshot.label).replace(first.code, snapshot.code)
        for name, text in before.items()
    }


def test_an_overdue_instruction_leads_the_list_of_one_function(library: Library) -> None:
    noted(library)
    briefing = Briefing.of(
        library.snapshot(LOCAL_ADMIN, PLAN), None, Position(2024, 3), today=date(2024, 10, 1)
    )
    first = briefing.standing.attention[0]
    assert isinstance(first, Overdue)
    assert first.directive.no == "1"
    assert briefing.standing.delayed == briefing.standing.attention[1:]


def test_minutes_hold_the_instructions_of_one_meeting(library: Library) -> None:
    noted(library)
    noted(library, rapat="Rapat lain", arahan="Sesuatu yang lain")
    plan = plan_of(library)
    assert [one.name for one in meetings(plan)] == ["Rapat evaluasi", "Rapat lain"]
    briefing = Briefing.of(library.snapshot(LOCAL_ADMIN, PLAN), None, Position(2024, 3))
    content = minutes.minutes(briefing, meetings(plan)[0])
    [table] = [t for t in tables_of(content) if t[0][0] == "No"]
    assert [row[0] for row in table[1:]] == ["1"]
    assert NOTED["arahan"] in table[1][1]


def tables_of(content: bytes) -> list[list[list[str]]]:
    document = Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in t.rows] for t in document.tables]


def test_a_plan_without_instructions_says_no_word_of_them(library: Library) -> None:
    found = products(library, date(2024, 12, 31))
    assert "arahan" not in "\n".join(found.values()).casefold()
    briefing = Briefing.of(library.snapshot(LOCAL_ADMIN, PLAN), None, Position(2024, 3))
    words = str(tables_of(report.report(briefing)))
    assert "arahan" not in words.casefold()
    assert written_tables.directives((), briefing.plan, date(2024, 1, 1)).rows == ()


def test_an_agency_in_charge_without_kegiatan_is_reminded_too() -> None:
    plan = decree_plan()
    register = Register((*plan.register.agencies, Agency("SETDA", "Sekretariat Daerah")))
    row = {**NOTED, "no": "1", "penanggung_jawab": "Sekretariat Daerah"}
    plan = plan.with_register(register).with_rows(SHEET, register_frame(SHEET, [row]))
    briefing = Briefing(plan, Position(2024, 3), "", "")
    assert "Arahan 1" in message.agency_message(briefing, "SETDA", "https://x.id")
