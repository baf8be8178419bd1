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
from lib.service.actor import Actor
from lib.service.library import Library
from lib.service.plan_choice import ChoiceRefused
from lib.voice import plan_words

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands

_Told = Callable[[str, str], str]
"""Says what a step changes, by the names of the plan and of the default one."""
_Step = Callable[[Library, Actor, str], None]


_STEPS: tuple[tuple[str, str, _Told, _Step], ...] = (
    (
        "default",
        "jadikan rencana utama bagi semua orang",
        plan_words.made_default,
        plan_choice.make_default,
    ),
    (
        "hide",
        "sembunyikan dari daftar dan pilihan; tidak dihapus",
        lambda name, _: plan_words.put_away(name),
        plan_choice.put_away,
    ),
    (
        "show",
        "tampilkan kembali rencana yang disembunyikan",
        lambda name, _: plan_words.brought_back(name),
        plan_choice.bring_back,
    ),
)


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
    for name, what, told, step in _STEPS:
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


def _moving(told: _Told, step: _Step) -> Callable[[argparse.Namespace], int]:
    """Return a command that says what will change, asks, and takes the step."""

    def run(args: argparse.Namespace) -> int:
        library = connection.library()
        plan_id = connection.plan_id(library, args.plan)
        default = connection.plan_id(library)
        if plan_id == default:  # nothing to ask: it moves only when another takes its place
            complain(plan_words.IS_DEFAULT)
            return int(step is plan_choice.put_away)
        names = plan_choice.names(library, connection.KEEPER)
        say(told(f"“{names[plan_id]}”", f"“{names[default]}”"))
        if not args.yes and not _agreed():
            complain("Tidak ada yang berubah.")
            return 1
        try:
            step(library, connection.KEEPER, plan_id)
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
