"""The commands behind `run.py`: reads the arguments and runs one.

A new command is a module in `lib/commands` with an `add` function, and its name here.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lib import settings
from lib.commands import (
    account,
    apply,
    backup,
    bench,
    check,
    convert,
    deck,
    export,
    log,
    notulen,
    plans,
    start,
    test,
    verify,
)
from lib.commands.console import connection
from lib.commands.console.arguments import Parser
from lib.commands.console.shell import complain
from lib.installation import Missing

COMMANDS = (
    start,
    test,
    check,
    convert,
    apply,
    export,
    deck,
    notulen,
    log,
    plans,
    account,
    backup,
    verify,
    bench,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 for done, 1 for refused, 2 for wrong usage or something missing."""
    args = _parse(list(sys.argv[1:] if arguments is None else arguments))
    try:
        with _store_location(args.data, args.sample):
            return int(args.run(args))
    except (Missing, settings.BadSetting, connection.StoreError) as problem:
        complain(problem)
        return 2
    except connection.Damaged as damage:
        complain(damage)
        return 1
    except KeyboardInterrupt:
        return 2


def parser() -> Parser:
    """Make the parser of all commands; without a command it starts the dashboard."""
    root = Parser(
        prog="run.py",
        description="Dasbor pemantauan rencana aksi. Tanpa perintah: menjalankan dasbor.",
    )
    commands = root.add_subparsers(title="perintah", metavar="PERINTAH", dest="command")
    root.set_defaults(data=None, sample=False)
    for command in COMMANDS:
        command.add(root, commands)
    return root


def _parse(arguments: list[str]) -> Namespace:
    """Parse all but what goes to pytest, whose options are not ours to know."""
    if arguments[:1] == ["test"] and arguments[1:] not in (["-h"], ["--help"]):
        args = parser().parse_args(["test"])
        args.pytest = arguments[1:]
        return args
    return parser().parse_args(arguments)


@contextmanager
def _store_location(data: Path | None, sample: bool) -> Iterator[None]:
    """Tell this process and those it starts which store is meant, through the environment.

    A sample without a data folder gets one that goes away afterwards.
    """
    if data:
        os.environ[settings.DATA.name] = str(data.absolute())
    if not sample:
        yield
        return
    os.environ[settings.SAMPLE.name] = "1"
    if data:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="rencana-contoh-", ignore_cleanup_errors=True) as name:
        os.environ[settings.DATA.name] = name
        yield


if __name__ == "__main__":
    sys.exit(main())
