"""Applying a workbook from the shell: the upload, under an account's rights."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lib.commands import check
from lib.commands.console import connection, verdict
from lib.commands.console.arguments import Parser, add_plan_option, add_store_options
from lib.commands.console.shell import complain, say, say_json
from lib.plan.text import indonesian
from lib.service import changing
from lib.service.actor import Actor, Denied
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.service.proposal import Proposal, Question

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
    command.add_argument(
        "--add-sample",
        action="store_true",
        help="setujui juga bila berkasnya CONTOH (angka rekaan)",
    )
    command.add_argument("--json", action="store_true", help="satu objek JSON")
    add_plan_option(command, "yang disebut berkasnya")
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Apply the file and print what came of it; 1 where it is refused, then nothing is stored."""
    content = check.read(args.file)
    library = connection.library()
    actor = connection.actor(library, args.account)
    proposal, version, why = _applied(args, library, actor, content)
    if args.json:
        say_json(verdict.as_record(args.file, proposal, version))
    else:
        say(*verdict.as_lines(args.file, proposal))
        say(*([f"Tersimpan sebagai versi {version}."] if version is not None else []))
    if why:
        complain(why)
    return 0 if version is not None or proposal.unchanged else 1


def _applied(
    args: argparse.Namespace, library: Library, actor: Actor, content: bytes
) -> tuple[Proposal, int | None, str]:
    """Apply; return what is to be seen, the version it became, and why it became none."""
    meant = connection.plan_id(library, args.plan) if args.plan else ""
    make = partial(changing.check, library, actor, content, args.file.name, meant=meant)
    checked = make()
    yes = _agreed(args, checked)
    try:
        done = changing.apply_where_others_write(library, actor, checked, make, args.note, yes)
    except (Denied, NotReady) as refusal:
        return checked, None, f"{refusal}{_hint(args, checked)}"
    if isinstance(done, Proposal):
        return done, None, _changed_meanwhile(library, actor, checked)
    return checked, done, ""


def _agreed(args: argparse.Namespace, proposal: Proposal) -> set[Question]:
    """Return what the options say yes to: made-up figures never come in by `--yes` alone."""
    yes = set(proposal.questions) - {Question.MADE_UP} if args.yes else set()
    return yes | ({Question.MADE_UP} if args.add_sample else set())


def _hint(args: argparse.Namespace, proposal: Proposal) -> str:
    """Name the option that made-up figures need beside `--yes`."""
    if not proposal.accepted or args.add_sample or Question.MADE_UP not in proposal.questions:
        return ""
    return " Bila data CONTOH ini memang dimaksud, tambahkan --add-sample."


def _changed_meanwhile(library: Library, actor: Actor, checked: Proposal) -> str:
    """Say who changed what was just checked, so that it must be looked at again."""
    since = changing.versions_since(library, actor, checked)
    authors = indonesian.listing(dict.fromkeys(version.author for version in reversed(since)))
    numbers = indonesian.listing(str(version.number) for version in reversed(since))
    return (
        f"Sementara itu data diubah {authors} (versi {numbers}) pada hal yang sama, jadi belum ada "
        "yang disimpan. Yang tertulis di atas sudah menurut data terbaru; periksa, lalu jalankan "
        "lagi."
    )
