"""Running every test."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from lib import chromium
from lib.commands.console.arguments import Parser
from lib.installation import ROOT

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands


WORKERS = (os.cpu_count() or 1) + 1
"""One more than processors, for a third of the time a worker waits for a server or a browser."""
PARALLEL = ("-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder")
"""How the whole suite runs: a file's tests stay together, for they share servers and browsers.

By name, not by the number of tests: a browser's few tests take longest and would come last.
"""


def add(_parser: Parser, commands: Commands) -> None:
    """Add `test`."""
    words = "jalankan semua pengujian (isian diteruskan ke pytest)"
    command = commands.add_parser("test", help=words, description=words)
    command.add_argument(
        "pytest", nargs="*", metavar="ISIAN", help="isian pytest, misalnya -k kata"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run pytest with the arguments given; 1 where a test failed, 2 where it could not run.

    The whole suite is spread over the processors, a chosen part is not.
    """
    environment = {**os.environ, "CHROMIUM": chromium.ensure()}
    spread = () if set(args.pytest) - {"--long"} else PARALLEL
    command = [sys.executable, "-m", "pytest", *spread, *args.pytest]
    status = subprocess.run(command, cwd=ROOT, env=environment).returncode
    return status if status in (0, 1) else 2
