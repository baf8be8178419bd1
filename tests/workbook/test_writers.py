"""Real programs open our download, change three cells and save: exactly three changes come back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from lib.plan.change.difference import differences
from lib.plan.plan import Plan
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import sample_plan
from tests.workbook.mistakes import PA, stamped_plan

Save = Callable[[Path, Path], None]

CHANGES = {"K5": 0.55, "M5": 125_000_000, "P6": "Menunggu anggaran perubahan"}
"""A percentage, an amount and a text of Progres Kegiatan."""
WRITTEN = {("realisasi_tw3", 55), ("pagu_anggaran", 125_000_000), ("kendala", CHANGES["P6"])}
SCRIPT = Path(__file__).parent / "change_by_node.js"


@cache
def plan() -> Plan:
    return replace(sample_plan(), stamp=stamped_plan().stamp)


def check(save: Save, folder: Path) -> intake.Reading:
    """Let a program save our download with the three changes, and read what it made."""
    source, target = folder / "unduhan.xlsx", folder / "hasil" / "unduhan.xlsx"
    target.parent.mkdir()
    source.write_bytes(writer.write(plan()))
    save(source, target)
    reading = intake.examine(target.read_bytes(), target.name, plan())
    assert reading.accepted, reading.errors
    assert reading.plan is not None
    found = differences(plan(), reading.plan)
    assert {(change.column, change.after) for change in found} == WRITTEN
    assert len(found) == len(WRITTEN)
    return reading


def by_openpyxl(source: Path, target: Path) -> None:
    workbook = openpyxl.load_workbook(source)
    for address, value in CHANGES.items():
        cell = workbook[PA][address]
        number_format = cell.number_format
        cell.value, cell.number_format = value, number_format
    workbook.save(target)


def test_openpyxl(tmp_path: Path) -> None:
    assert check(by_openpyxl, tmp_path).findings == ()


@pytest.mark.parametrize("engine", ["openpyxl", "xlsxwriter"])
def test_pandas_which_drops_every_format(engine: str, tmp_path: Path) -> None:
    pytest.importorskip(engine, reason=f"{engine} is not installed here")

    def save(source: Path, target: Path) -> None:
        sheets = pd.read_excel(source, None, header=None, dtype=object, engine="openpyxl")
        for address, value in {**CHANGES, "K5": "55%"}.items():
            column = "ABCDEFGHIJKLMNOPQR".index(address[0])
            sheets[PA].iat[int(address[1:]) - 1, column] = value
        with pd.ExcelWriter(target, engine=engine) as book:
            for name, frame in sheets.items():
                frame.to_excel(book, sheet_name=name, header=False, index=False)

    reading = check(save, tmp_path)
    assert [finding.code for finding in reading.warnings] == ["percent-format-lost"]


def converted(command: list[str], folder: Path) -> Save:
    """Let a program save the changes that openpyxl made, opening and writing it all anew."""

    def save(source: Path, target: Path) -> None:
        changed = folder / "berubah" / source.name
        changed.parent.mkdir()
        by_openpyxl(source, changed)
        places = {"IN": str(changed), "OUT": str(target), "FOLDER": str(target.parent)}
        filled = [places.get(word, word) for word in command]
        subprocess.run(filled, check=True, capture_output=True, timeout=240)

    return save


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", "FOLDER", "IN"]
    check(converted(command, tmp_path), tmp_path)


@pytest.mark.skipif(shutil.which("ssconvert") is None, reason="Gnumeric is not installed here")
def test_gnumeric(tmp_path: Path) -> None:
    command = ["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", "IN", "OUT"]
    check(converted(command, tmp_path), tmp_path)


def has_node(library: str) -> bool:
    """Tell whether Node knows a library here, by NODE_PATH or on the machine."""
    node = shutil.which("node")
    if node is None:
        return False
    asked = [node, "-e", f"require({library!r})"]
    return subprocess.run(asked, check=False, capture_output=True, timeout=60).returncode == 0


@pytest.mark.parametrize("library", ["xlsx", "exceljs"])
def test_writers_for_node(library: str, tmp_path: Path) -> None:
    if not has_node(library):
        pytest.skip(f"Node does not know {library} here (NODE_PATH names where it lies)")

    def save(source: Path, target: Path) -> None:
        command = ["node", str(SCRIPT), library, str(source), str(target), PA, json.dumps(CHANGES)]
        subprocess.run(command, check=True, timeout=120, env={**os.environ})

    check(save, tmp_path)
