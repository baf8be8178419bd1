"""The plans from the shell: list them, choose the default, put one away and bring it back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import complain, say, say_json
from lib.service import plan_choice
from lib.service.library import Library
from lib.service.plan_choice import ChoiceRefused
from lib.voice import plan_words

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands

Step = Callable[[Library, str], None]


def add(_parser: Parser, commands: Commands) -> None:
    """Add `plan` with its own commands."""
    words = "daftar rencana: mana yang utama, mana yang disembunyikan"
    plan = commands.add_parser("plan", help=words, description=words)
    own = plan.add_subparsers(
        title="perintah", metavar="PERINTAH", dest="plan_command", required=True
    )
    listing = own.add_parser("list", help="daftar rencana")
    listing.add_argument("--json", action="store_true", help="satu objek JSON per rencana")
    add_store_options(listing)
    listing.set_defaults(run=_list)
    for name, what, told, step in (
        ("default", "jadikan rencana utama bagi semua orang", _told_default, _make_default),
        ("hide", "sembunyikan dari daftar dan pilihan; tidak dihapus", _told_away, _put_away),
        ("show", "tampilkan kembali rencana yang disembunyikan", _told_back, _bring_back),
    ):
        command = own.add_parser(name, help=what)
        command.add_argument("plan", metavar="ID")
        command.add_argument("--yes", action="store_true", help="tanpa bertanya lagi")
        add_store_options(command)
        command.set_defaults(run=_moving(told, step))


def _list(args: argparse.Namespace) -> int:
    library = connection.library()
    if not args.json:
        say(*(line.strip() for line in connection.plan_lines(library)))
        return 0
    names = plan_choice.names(library, connection.KEEPER)
    for plan in library.plans(connection.KEEPER):
        head = {"id": plan.id, "title": names[plan.id], "state": plan.state, "version": plan.head}
        say_json(head)
    return 0


def _moving(told: Callable[[Library, str], str], step: Step) -> Callable[[argparse.Namespace], int]:
    """Return a command that says what will change, asks, and takes the step."""

    def run(args: argparse.Namespace) -> int:
        library = connection.library()
        plan_id = connection.plan_id(library, args.plan)
        say(told(library, plan_id))
        if not args.yes and not _agreed():
            complain("Tidak ada yang berubah.")
            return 1
        try:
            step(library, plan_id)
        except ChoiceRefused as refusal:
            complain(refusal)
            return 1
        say("Selesai.")
        return 0

    return run


def _agreed() -> bool:
    """Ask on a terminal; who cannot be asked must say --yes."""
    if not sys.stdin.isatty():
        complain("Jalankan lagi dengan --yes bila setuju.")
        return False
    return input("Lanjutkan? [y/t] ").strip().lower() in ("y", "ya")


def _make_default(library: Library, plan_id: str) -> None:
    plan_choice.make_default(library, connection.KEEPER, plan_id)


def _put_away(library: Library, plan_id: str) -> None:
    plan_choice.put_away(library, connection.KEEPER, plan_id)


def _bring_back(library: Library, plan_id: str) -> None:
    plan_choice.bring_back(library, connection.KEEPER, plan_id)


def _told_default(library: Library, plan_id: str) -> str:
    names = plan_choice.names(library, connection.KEEPER)
    before = plan_choice.default_of(library.plans(connection.KEEPER)).id
    if before == plan_id:
        return plan_words.IS_DEFAULT
    return plan_words.made_default(f"“{names[plan_id]}”", f"“{names[before]}”")


def _told_away(library: Library, plan_id: str) -> str:
    return plan_words.put_away(f"“{plan_choice.names(library, connection.KEEPER)[plan_id]}”")


def _told_back(library: Library, plan_id: str) -> str:
    return plan_words.brought_back(f"“{plan_choice.names(library, connection.KEEPER)[plan_id]}”")
