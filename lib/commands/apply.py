"""Applying a workbook from the shell: the upload, under an account's rights."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lib.commands import check
from lib.commands.console import connection, verdict
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import complain, say, say_json
from lib.service import changing
from lib.service.actor import Denied
from lib.service.changing import HeadMoved, NotReady

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `apply`."""
    words = "periksa lalu terapkan sebuah buku kerja"
    command = commands.add_parser("apply", help=words, description=words)
    command.add_argument("file", type=Path, metavar="BERKAS", help="buku kerja .xlsx")
    command.add_argument("--as", dest="account", required=True, metavar="AKUN", help="atas nama")
    command.add_argument("--note", default="", metavar="TEKS", help="catatan untuk Riwayat")
    command.add_argument("--yes", action="store_true", help="setujui semua yang perlu persetujuan")
    command.add_argument("--json", action="store_true", help="satu objek JSON")
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Apply the file and print what came of it; 1 where it is refused, then nothing is stored."""
    content = check.read(args.file)
    library = connection.library()
    actor = connection.actor(library, args.account)
    proposal = changing.check(library, actor, content, args.file.name)
    yes = proposal.questions if args.yes else ()
    version, why = None, ""
    try:
        version = changing.apply(library, actor, proposal, args.note, yes)
    except (Denied, NotReady, HeadMoved) as refusal:
        why = str(refusal)
    if args.json:
        say_json(verdict.as_record(args.file, proposal, version))
    else:
        say(*verdict.as_lines(args.file, proposal))
    if version is not None and not args.json:
        say(f"Tersimpan sebagai versi {version}.")
    if why:
        complain(why)
    return 0 if version is not None or proposal.unchanged else 1
