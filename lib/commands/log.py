"""Listing the versions of the plan."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_plan_option, add_store_options
from lib.commands.console.shell import say, say_json
from lib.plan.text.indonesian import moment
from lib.store.records import Version

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `log`."""
    words = "daftar versi: nomor, waktu, akun, catatan, jumlah perubahan"
    command = commands.add_parser("log", help=words, description=words)
    command.add_argument("--json", action="store_true", help="satu objek JSON per versi")
    add_plan_option(command)
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the versions, newest first."""
    library = connection.library()
    for version in library.log(connection.KEEPER, connection.plan_id(library, args.plan)):
        if args.json:
            say_json(as_record(version))
        else:
            say(as_line(version))
    return 0


def as_record(version: Version) -> dict[str, Any]:
    """Return what is told of a version."""
    return {
        "version": version.number,
        "time": version.time.isoformat(),
        "account": version.author,
        "note": version.note,
        "kind": version.kind,
        "code": version.code,
        "changes": dict(version.counts),
    }


def as_line(version: Version) -> str:
    """Return a line for a person."""
    cells = sum(version.counts.values())
    parts = (f"versi {version.number}", moment(version.time), version.author, f"{cells} sel")
    note = f"  {version.note}" if version.note else ""
    return "  ".join((*parts, version.code)) + note
