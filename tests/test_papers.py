"""The papers agree with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lib import cli
from lib.installation import ROOT
from lib.plan.figures.status import Status
from lib.settings import SETTINGS

PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
PAPERS += sorted((ROOT / "docs").rglob("*.md"))
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def section(paper: str, title: str) -> str:
    text = (ROOT / paper).read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of a section's table, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_readme_lists_the_settings_as_they_are() -> None:
    expected = [
        [f"`{setting.name}`", f"`{setting.default}`" if setting.default else "blank", setting.help]
        for setting in SETTINGS
    ]
    assert rows(section("README.md", "Settings")) == expected


def test_readme_lists_every_command_and_no_other() -> None:
    told = re.findall(r"`python3 run\.py ([a-z]+)", section("README.md", "Commands"))
    (choices,) = (action.choices for action in cli.parser()._actions if action.dest == "command")
    assert set(told) == set(choices or ())


def test_readme_lists_every_room() -> None:
    told = set(re.findall(r"`(lib/\w+)/`", section("README.md", "Where to look")))
    there = {f"lib/{path.parent.name}" for path in (ROOT / "lib").glob("*/__init__.py")}
    assert told == there


def test_readme_says_how_to_test_as_ci_does() -> None:
    assert "`python3 run.py test" in section("README.md", "Commands")
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "python3 run.py test"


def test_glossary_explains_every_status() -> None:
    told = [
        (term, code) for term, code, _ in rows(section("docs/glossary.md", "Status of a kegiatan"))
    ]
    assert told == [(status.value, f"`{status.name}`") for status in Status]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(paper: Path) -> None:
    targets = _LINK.findall(paper.read_text(encoding="utf-8"))
    assert [target for target in targets if not (paper.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_to_one_version(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    loose = [line for line in lines if not re.fullmatch(r"#.*|-r \S+|[\w.\[\]-]+==[\d.]+|", line)]
    assert loose == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_answers_the_direct_list_with_hashes(name: str) -> None:
    locked = _locked(f"{name}.lock")
    asked = re.findall(r"(?m)^([\w.-]+)(?:\[.*\])?==([\d.]+)$", (ROOT / f"{name}.txt").read_text())
    assert {(package.lower(), version) for package, version in asked} <= locked.keys()
    assert [package for package, hashes in locked.items() if not hashes] == []


def test_the_test_tools_lock_holds_what_the_dashboard_runs_with() -> None:
    assert _locked("requirements.lock").keys() <= _locked("requirements-dev.lock").keys()


def _locked(file: str) -> dict[tuple[str, str], list[str]]:
    """Return the hashes of each locked package, by name and version."""
    entries = re.split(r"(?m)^(?=\w)", (ROOT / file).read_text())
    found = {}
    for entry in filter(None, entries):
        package, version = re.match(r"([\w.-]+)(?:\[.*\])?==([^\s;]+)", entry).groups()
        found[package.lower(), version] = re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)
    return found


def test_every_promise_names_the_test_that_holds_it() -> None:
    lines = (ROOT / "docs/keandalan.md").read_text(encoding="utf-8").splitlines()
    promises = [line for line in lines if line.startswith("| ") and "| --- |" not in line]
    named = [re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", line) for line in promises]
    without = [line for line, tests in zip(promises, named, strict=True) if not tests]
    assert [line for line in without if not line.startswith("| Janji |")] == []
    for file, name in (test for tests in named for test in tests):
        assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{name}"
