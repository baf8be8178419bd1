"""Backing the whole store up, and taking it back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import complain, say
from lib.store.records import StoreError

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


def add(_parser: Parser, commands: Commands) -> None:
    """Add `backup` and `restore`."""
    words = "cadangkan seluruh isi: rencana, versi, akun, catatan"
    command = commands.add_parser("backup", help=words, description=words)
    command.add_argument("file", type=Path, metavar="TUJUAN", help="berkas cadangan yang ditulis")
    add_store_options(command)
    command.set_defaults(run=run_backup)

    words = "kembalikan seluruh isi dari cadangan"
    command = commands.add_parser("restore", help=words, description=words)
    command.add_argument("file", type=Path, metavar="CADANGAN", help="berkas cadangan")
    command.add_argument("--replace", action="store_true", help="lepas versi yang ada di sini")
    add_store_options(command)
    command.set_defaults(run=run_restore)


def run_backup(args: argparse.Namespace) -> int:
    """Write the backup file; 1 where what is backed up was damaged before."""
    store = connection.library().store
    store.backup(args.file)
    say(f"Cadangan ditulis ke {args.file} dan dibaca kembali: sama dengan isi penyimpanan.")
    faults = list(store.faults())
    if faults:
        complain("Namun yang dicadangkan sudah tidak utuh:", *faults)
    return int(bool(faults))


def run_restore(args: argparse.Namespace) -> int:
    """Take over a backup; 1 where that would lose versions and nobody asked for it."""
    try:
        connection.restore(args.file, args.replace)
    except StoreError as error:
        say(error)
        return 1
    say(f"Isi {args.file} sudah dikembalikan.")
    return 0
