"""Parsing arguments in Indonesian, and the options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]

_WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "isian",
    "options": "pilihan",
    "show this help message and exit": "tampilkan petunjuk ini",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "the following arguments are required: %s": "masih perlu diisi: %s",
    "expected one argument": "perlu satu isian",
    "expected at least one argument": "perlu paling sedikit satu isian",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r tidak dikenal; pilih salah satu dari %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r bukan %(type)s yang benar",
    "not allowed with argument %s": "tidak dapat bersama %s",
}

# argparse looks its words up in compiled gettext catalogues; a dictionary is easier to mend.
argparse._ = lambda words: _WORDS.get(words, words)  # type: ignore[attr-defined]


class Parser(argparse.ArgumentParser):
    """An argument parser without abbreviated options: those break when an option is added."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and end with status 2."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\nPetunjuk: {self.prog} --help\n")


def add_store_options(parser: argparse.ArgumentParser) -> None:
    """Add `--data` and `--sample`, which go with every command that reads or writes a store."""
    parser.add_argument(
        "--data",
        metavar="FOLDER",
        type=Path,
        default=argparse.SUPPRESS,
        help="folder data (bawaan: var/)",
    )
    parser.add_argument(
        "--sample",
        action="store_true",
        default=argparse.SUPPRESS,
        help="pakai data contoh yang angkanya rekaan",
    )


def add_plan_option(parser: argparse.ArgumentParser, otherwise: str = "rencana utama") -> None:
    """Add `--plan ID`, and say which plan is meant without it."""
    parser.add_argument("--plan", metavar="ID", help=f"rencana (bawaan: {otherwise})")


def add_version_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which version of which plan a file is made from: by default the newest."""
    parser.add_argument(
        "--version", metavar="N", type=_version, help="nomor versi (bawaan: yang terbaru)"
    )
    add_plan_option(parser)
    add_store_options(parser)


def _version(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"nomor versi adalah bilangan mulai dari 1, bukan {text}")
    return int(text)
