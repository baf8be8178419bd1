"""Looking through the whole store for anything that does not hold."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import say, say_json
from lib.service.verification import Fault, verify

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `verify`."""
    words = "periksa setiap versi: isi, urutan, catatan perubahan, berkas unggahan"
    command = commands.add_parser("verify", help=words, description=words)
    command.add_argument("--json", action="store_true", help="satu objek JSON")
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is wrong; 1 where anything is."""
    library = connection.library()
    found = list(verify(library, connection.KEEPER))
    versions = sum(record.head for record in library.plans(connection.KEEPER))
    if args.json:
        say_json(as_record(versions, found))
    else:
        say(*as_lines(versions, found))
    return int(bool(found))


def as_record(versions: int, found: list[Fault]) -> dict[str, Any]:
    """Return what is told as JSON."""
    named = [{"plan": f.plan_id, "version": f.number, "what": f.what} for f in found]
    return {"versions": versions, "sound": not found, "faults": named}


def as_lines(versions: int, found: list[Fault]) -> list[str]:
    """Return lines for a person: each fault, then how it ended."""
    if not found:
        return [f"{versions} versi diperiksa; semuanya utuh."]
    advice = "Pulihkan dari cadangan, atau kembalikan versi yang utuh dari Riwayat."
    return [*map(str, found), f"{versions} versi diperiksa; {len(found)} kerusakan. {advice}"]
