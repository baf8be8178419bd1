"""Accounts from the shell: add, list, disable and enable, e-mail address, a new password."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import complain, say, say_json
from lib.service.access.accounts import Account, AccountError, Accounts
from lib.service.access.passwords import WeakPassword
from lib.service.actor import ACCOUNT_ROLES, Role

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands

Task = Callable[[argparse.Namespace, Accounts], None]


def add(_parser: Parser, commands: Commands) -> None:
    """Add `account` with its own commands."""
    words = "kelola akun"
    account = commands.add_parser("account", help=words, description=words)
    own = account.add_subparsers(
        title="perintah", metavar="PERINTAH", dest="account_command", required=True
    )
    _add_adding(own)
    listing = own.add_parser("list", help="daftar akun")
    listing.add_argument("--json", action="store_true", help="satu objek JSON per akun")
    disabling = own.add_parser("disable", help="nonaktifkan akun dan akhiri sesinya")
    enabling = own.add_parser("enable", help="aktifkan kembali akun yang dinonaktifkan")
    email = own.add_parser("email", help="catat alamat surel untuk masuk lewat layanan instansi")
    password = own.add_parser("password", help="beri kata sandi baru dan akhiri sesinya")
    for command, task in (
        (listing, _list),
        (disabling, _disable),
        (enabling, _enable),
        (email, _email),
        (password, _password),
    ):
        if command is not listing:
            command.add_argument("name", metavar="NAMA")
        add_store_options(command)
        command.set_defaults(run=_refusing(task))
    email.add_argument("email", metavar="SUREL", nargs="?", help="kosongkan untuk menghapusnya")
    password.add_argument("--password-stdin", action="store_true", help="baca dari masukan baku")


def _add_adding(own: Commands) -> None:
    command = own.add_parser("add", help="tambah akun")
    command.add_argument("name", metavar="NAMA")
    command.add_argument(
        "--role", required=True, choices=[role.value for role in ACCOUNT_ROLES], help="peran"
    )
    command.add_argument("--agency", metavar="PERANGKAT", help="perangkat daerah operator")
    command.add_argument("--display", metavar="NAMA", default="", help="nama yang ditampilkan")
    command.add_argument("--email", metavar="SUREL", help="untuk masuk lewat layanan instansi")
    way = command.add_mutually_exclusive_group()
    way.add_argument("--password-stdin", action="store_true", help="baca dari masukan baku")
    way.add_argument(
        "--no-password", action="store_true", help="hanya masuk lewat layanan instansi (--email)"
    )
    add_store_options(command)
    command.set_defaults(run=_refusing(_add))


def _add(args: argparse.Namespace, accounts: Accounts) -> None:
    given = None if args.no_password else _asked(args)
    made = accounts.add(
        connection.KEEPER,
        args.name,
        Role(args.role),
        agency=args.agency,
        display=args.display,
        email=args.email,
        password=given,
        with_password=not args.no_password,
    )
    say(f"Akun {args.name.strip().lower()} ditambahkan.")
    _tell(given, made)


def _list(args: argparse.Namespace, accounts: Accounts) -> None:
    for account in accounts.all(connection.KEEPER):
        if args.json:
            say_json(_as_record(account))
        else:
            say(_as_text(account))


def _disable(args: argparse.Namespace, accounts: Accounts) -> None:
    accounts.set_active(connection.KEEPER, args.name, False)
    say(f"Akun {args.name} dinonaktifkan.")


def _enable(args: argparse.Namespace, accounts: Accounts) -> None:
    accounts.set_active(connection.KEEPER, args.name, True)
    say(f"Akun {args.name} diaktifkan kembali.")


def _email(args: argparse.Namespace, accounts: Accounts) -> None:
    accounts.set_email(connection.KEEPER, args.name, args.email)
    say(f"Alamat surel akun {args.name} {'dicatat' if args.email else 'dihapus'}.")


def _password(args: argparse.Namespace, accounts: Accounts) -> None:
    given = _asked(args)
    made = accounts.reset_password(connection.KEEPER, args.name, given)
    say(f"Kata sandi akun {args.name} diganti.")
    _tell(given, made)


def _refusing(task: Task) -> Callable[[argparse.Namespace], int]:
    """Return a command that does the task and says why where it cannot."""

    def run(args: argparse.Namespace) -> int:
        try:
            task(args, connection.accounts())
        except (AccountError, WeakPassword) as problem:
            complain(problem)
            return 1
        return 0

    return run


def _asked(args: argparse.Namespace) -> str | None:
    """Return the password given; None to have one made."""
    if args.password_stdin:
        return sys.stdin.readline().rstrip("\r\n") or None
    if not sys.stdin.isatty():
        return None
    return getpass.getpass("Kata sandi (kosongkan agar dibuatkan): ") or None


def _tell(given: str | None, made: str) -> None:
    if given is None and made:
        say(f"Kata sandi: {made}")
        say("Hanya ditampilkan sekali; pemiliknya diminta menggantinya saat masuk pertama kali.")


def _as_text(account: Account) -> str:
    state = "aktif" if account.active else "nonaktif"
    parts = (account.name, account.role, account.agency, state)
    return "  ".join(part for part in parts if part)


def _as_record(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "display": account.display,
        "role": account.role,
        "agency": account.agency,
        "email": account.email,
        "active": account.active,
        "password": account.has_password,
    }
