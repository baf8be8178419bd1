"""The checkers agree with the code."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lib.installation import ROOT

CHECKS = {
    "lint": ["ruff", "check", "--no-cache"],
    "format": ["ruff", "format", "--check", "--no-cache"],
    "types": ["mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_checker_finds_nothing(check: str) -> None:
    found = subprocess.run(
        [sys.executable, "-m", *CHECKS[check]], cwd=ROOT, capture_output=True, text=True
    )
    assert found.returncode == 0, f"\n{found.stdout}{found.stderr}"
