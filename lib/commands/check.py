"""Checking workbooks without storing anything."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lib.commands.console import connection, verdict
from lib.commands.console.arguments import Parser, add_plan_option, add_store_options
from lib.commands.console.shell import say, say_json
from lib.installation import Missing, reason
from lib.service import changing

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `check`."""
    words = "periksa buku kerja tanpa menyimpan apa pun"
    command = commands.add_parser("check", help=words, description=words)
    command.add_argument("files", nargs="+", type=Path, metavar="BERKAS", help="buku kerja .xlsx")
    command.add_argument("--json", action="store_true", help="satu objek JSON per berkas")
    add_plan_option(command, "yang disebut berkasnya")
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what the upload page would say of each file; 1 where one is refused."""
    contents = [(path, read(path)) for path in args.files]
    library = connection.library()
    meant = connection.plan_id(library, args.plan) if args.plan else ""
    refused = False
    for path, content in contents:
        proposal = changing.check(library, connection.KEEPER, content, path.name, meant=meant)
        refused |= not proposal.accepted
        if args.json:
            say_json(verdict.as_record(path, proposal))
        else:
            say(*verdict.as_lines(path, proposal))
    return int(refused)


def read(path: Path) -> bytes:
    """Return a file's bytes; raises `Missing` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Missing(f"Berkas {path} tidak dapat dibaca: {reason(error)}.") from None
