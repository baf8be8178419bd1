"""Writing the minutes of a meeting to a file."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lib import settings
from lib.briefing.source import Briefing
from lib.briefing.templates import Unfit
from lib.briefing.word import minutes
from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_version_options
from lib.commands.console.shell import refuse, say
from lib.commands.export import write
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.registers.directives import Meeting, meetings
from lib.plan.text.indonesian import WIB

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `minutes`."""
    words = "tulis notulen rapat (Word) dari arahannya"
    command = commands.add_parser("minutes", help=words, description=words)
    command.add_argument("out", type=Path, metavar="TUJUAN.docx", help="berkas yang ditulis")
    command.add_argument("--meeting", metavar="RAPAT", help="nama rapat; tanpa ini yang terbaru")
    command.add_argument("--day", type=_day, metavar="TANGGAL", help="misalnya 2026-07-15")
    add_version_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the minutes; 1 where there is no such version, meeting or fit template."""
    library = connection.library()
    plan_id = connection.plan_id(library, args.plan)
    try:
        snapshot = library.snapshot(connection.KEEPER, plan_id, args.version)
    except KeyError:
        return refuse(f"Versi itu tidak ada; versi terbaru adalah {library.head(plan_id)}.")
    meeting = _chosen(snapshot.plan, args.meeting, args.day)
    if meeting is None:
        return refuse("Rapat itu tidak ada pada lembar Arahan.")
    today = datetime.now(WIB).date()
    position = Position.default(snapshot.plan.years, today)
    briefing = Briefing.of(snapshot, None, position, today=today)
    try:
        content = minutes.minutes(briefing, meeting, settings.DATA.path)
    except Unfit as problem:
        return refuse(str(problem))
    write(args.out, content)
    say(f"Notulen ditulis ke {args.out}.")
    return 0


def _chosen(plan: Plan, name: str | None, day: date | None) -> Meeting | None:
    """Return the newest meeting of that name and day, whichever was asked for."""
    found = (one for one in meetings(plan) if name in (None, one.name) and day in (None, one.day))
    return next(found, None)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"tanggal ditulis seperti 2026-07-15, bukan {text}"
        ) from None
