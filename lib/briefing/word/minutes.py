"""Notulen: the instructions of one meeting as a Word document."""

from __future__ import annotations

from pathlib import Path

from lib.briefing import written_tables
from lib.briefing.celltext import line
from lib.briefing.source import Briefing
from lib.briefing.word.paper import Paper
from lib.plan.registers.directives import Meeting
from lib.plan.text.indonesian import day

TITLE = "Notulen"
_DOTS = "." * 32


def minutes(briefing: Briefing, meeting: Meeting, data: Path | None = None) -> bytes:
    """Return a meeting's minutes as a .docx file: its instructions, and places for the rest.

    `data` is the data folder, where a regency's own template may lie; raises `Unfit` for one
    that cannot be used.
    """
    plan, mark = briefing.plan, line(briefing.mark)
    name = f"{TITLE} {line(meeting.name)}"
    paper = Paper(name, plan.government, mark or name, briefing.source, data, plan.document)
    when = day(meeting.day) if meeting.day else ""
    paper.title(name, *filter(None, (mark, when, plan.title)))
    paper.heading("Pelaksanaan rapat")
    paper.to_fill("tempat dan waktu, pimpinan rapat, serta peserta yang hadir")
    paper.heading("Pokok pembahasan")
    paper.to_fill("hal-hal yang dibahas")
    paper.page(wide=True)
    paper.heading("Arahan rapat")
    paper.table(written_tables.directives(meeting.directives, plan, briefing.standing.day))
    paper.page()
    paper.heading("Penutup")
    paper.to_fill("kalimat penutup")
    paper.signature(
        (f"{_DOTS[:16]}, {_DOTS[:20]}", f"Jabatan {_DOTS}", "", "", f"Nama {_DOTS}", f"NIP {_DOTS}")
    )
    return paper.finished()
