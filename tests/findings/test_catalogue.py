"""The catalogue: every code is made somewhere, and the handbook page says the same."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from lib.findings import catalogue
from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import CatalogueEntry, Severity
from lib.findings.handbook import PAGE, page
from lib.installation import ROOT
from lib.plan.breach import ASKED, PRINTED, Rule
from lib.plan.change.suspicion import Likeness
from tests.decree.bad_files import BAD_FILES
from tests.workbook.mistakes import MISTAKES
from tests.workbook.register_mistakes import REGISTER_MISTAKES
from tests.xlsx.hostile_books import BUILDERS, PAST_THE_GATE

MADE = {mistake.code for mistake in (*MISTAKES, *REGISTER_MISTAKES)} | set(Likeness)
MADE |= {
    "formula-saved",
    "formula-blank-link",
    "percent-format-lost",
    "picture-in-cell",
    "link-formula",
    "old-code-unknown",
    "plan-made-up",
    "plan-new",
    "plan-put-away",
    "plan-unknown",
    "decree-no-text",
    "decree-number-doubled",
    "decree-row-alone",
    "cell-not-yours",
    "lock-unknown",
    "quarter-locked",
    "sheet-absent",
    "verification-lapsed",
    "verification-outdated",
    "row-renumbered",
}
"""Codes that the tests of checks, cells, whole changes, verification and sketches trigger."""


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_an_entry_is_complete_and_polite(entry: CatalogueEntry) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.code)
    assert not entry.title.endswith(".")
    for sentence in (entry.seen, entry.expected, entry.advice, entry.example):
        assert re.match(r"[A-Z“{=0-9]", sentence)
        assert not re.search(r"\b(anda|kamu)\b|!!|  ", sentence)


def test_every_code_is_triggered_by_some_test() -> None:
    assert MADE | set(BUILDERS) | set(PAST_THE_GATE) | set(BAD_FILES) == set(CATALOGUE)


def _spoken_of(path: Path) -> set[str]:
    """The entries that a module takes from the catalogue by name."""
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "catalogue"
        and node.attr.isupper()
        and node.attr != "CATALOGUE"
    }


def test_code_speaks_of_every_entry_and_of_no_other() -> None:
    used = {rule.name for rule in Rule}
    used |= {name for path in (ROOT / "lib").rglob("*.py") for name in _spoken_of(path)}
    used |= {sign.name for sign in Likeness}
    assert used == {code.upper().replace("-", "_") for code in CATALOGUE}


def test_a_rule_that_a_yes_sets_aside_is_a_warning_and_any_other_an_error() -> None:
    asked = {rule for rule in Rule if CATALOGUE[rule].severity is Severity.WARNING}
    assert asked == ASKED
    told = {rule for rule in Rule if CATALOGUE[rule].severity is Severity.NOTICE}
    assert told == PRINTED
    rest = set(Rule) - ASKED - PRINTED
    assert {CATALOGUE[rule].severity for rule in rest} == {Severity.ERROR}


def test_an_unknown_name_is_no_entry() -> None:
    with pytest.raises(AttributeError, match="NO_SUCH_FINDING"):
        _ = catalogue.NO_SUCH_FINDING


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("title =", "titel =", "the fields are"),
        ('severity = "error"', 'severity = "fatal"', "fatal"),
        ('title = "Berkas kosong"', 'title = ""', "title is blank"),
        ("(0 byte)", "({0} byte)", "placeholder"),
        ("[file-empty]", "[File_Empty]", "small letters"),
        ("[file-empty]", "[key-missing]", "another file"),
    ],
)
def test_a_slip_in_the_data_is_named_with_its_file_and_code(
    before: str, after: str, says: str, tmp_path: Path
) -> None:
    shutil.copytree(catalogue.ENTRIES, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "file.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"\.toml \[.*{says}"):
        catalogue.load(tmp_path)


def test_the_handbook_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m lib.findings.handbook"
