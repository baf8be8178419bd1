"""Writing a version's workbook to a file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_version_options
from lib.commands.console.shell import refuse, say
from lib.installation import Missing, reason

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `export`."""
    words = "tulis buku kerja versi terbaru atau versi lama"
    command = commands.add_parser("export", help=words, description=words)
    command.add_argument("out", type=Path, metavar="TUJUAN.xlsx", help="berkas yang ditulis")
    add_version_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the workbook; 1 where there is no such version."""
    library = connection.library()
    plan_id = connection.plan_id(library, args.plan)
    try:
        content = library.download(connection.KEEPER, plan_id, args.version)
    except KeyError:
        newest = library.head(plan_id)
        return refuse(f"Versi {args.version} tidak ada; versi terbaru adalah {newest}.")
    write(args.out, content)
    say(f"Buku kerja ditulis ke {args.out}.")
    return 0


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises `Missing` where it cannot be written."""
    draft = path.with_name(f".{path.name}.baru")
    try:
        try:
            draft.write_bytes(content)
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Missing(f"Berkas {path} tidak dapat ditulis: {reason(error)}.") from None
