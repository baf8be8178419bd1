"""Writing the meeting deck to a file."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lib import settings
from lib.briefing.deck import presentation
from lib.briefing.source import Briefing
from lib.briefing.templates import Unfit
from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_version_options
from lib.commands.console.shell import refuse, say
from lib.commands.export import write
from lib.plan.position import Position, positions
from lib.plan.reporting.calendar import due_until
from lib.plan.text.indonesian import WIB

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `deck`."""
    words = "tulis salindia rapat (PowerPoint)"
    command = commands.add_parser("deck", help=words, description=words)
    command.add_argument("out", type=Path, metavar="TUJUAN.pptx", help="berkas yang ditulis")
    add_version_options(command)
    command.add_argument(
        "--position",
        type=_position,
        metavar="POSISI",
        help="tahun dan triwulan, misalnya TAHUN-TW3",
    )
    command.add_argument("--since", type=int, metavar="N", help="bandingkan dengan versi N")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the deck; 1 where there is no such version, position or fit template."""
    library = connection.library()
    plan_id = connection.plan_id(library, args.plan)
    try:
        snapshot = library.snapshot(connection.KEEPER, plan_id, args.version)
        previous = library.snapshot(connection.KEEPER, plan_id, args.since) if args.since else None
    except KeyError:
        return refuse(f"Versi itu tidak ada; versi terbaru adalah {library.head(plan_id)}.")
    years, today = snapshot.plan.years, datetime.now(WIB).date()
    position = args.position or Position.default(years, today)
    if position not in positions(years):
        return refuse(f"Posisi {position.code} di luar rencana {snapshot.plan.period}.")
    due = due_until(snapshot.plan, position, today)
    briefing = Briefing.of(snapshot, previous, position, due, today)
    try:
        content = presentation.deck(briefing, settings.DATA.path)
    except Unfit as problem:
        return refuse(str(problem))
    write(args.out, content)
    say(f"Salindia ditulis ke {args.out}.")
    return 0


def _position(text: str) -> Position:
    position = Position.parse(text)
    if position is None:
        raise argparse.ArgumentTypeError(f"posisi ditulis seperti TAHUN-TW3, bukan {text}")
    return position
