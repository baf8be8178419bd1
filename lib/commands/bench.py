"""Running the benchmarks."""

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


def add(_parser: Parser, commands: Commands) -> None:
    """Add `bench`."""
    words = "ukur kecepatan sebagai perbandingan dalam satu kali jalan"
    command = commands.add_parser("bench", help=words, description=words)
    command.add_argument("names", nargs="*", metavar="NAMA", help="hanya ukuran ini")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the benchmarks named, or all; each prints its ratio."""
    environment = {**os.environ, "CHROMIUM": chromium.ensure()}
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *args.names], cwd=ROOT, env=environment
    ).returncode
