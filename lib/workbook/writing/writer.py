"""A plan, written as the workbook that staff download."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.workbook import transcript
from lib.workbook.writing import appearance, plan_sheets
from lib.workbook.writing.progress_sheets import add_progress
from lib.workbook.writing.register_sheets import add_registers

DATA_FILES = {"rencana_aksi.xlsx": transcript.load, "contoh_progres.xlsx": transcript.load_sample}
"""The workbooks kept beside the plan's transcript, and where their plans come from."""
FIRST_VERSION = 1

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Stands for every time in the file: the earliest that a zip entry can carry."""


def write(plan: Plan) -> bytes:
    """Return the plan as an .xlsx workbook; the same plan gives the same bytes."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    appearance.add_styles(workbook)
    plan_sheets.add_guide(workbook, plan)
    plan_sheets.add_document(workbook, plan)
    add_registers(workbook, plan, of_plan=True)
    plan_sheets.add_program(workbook, plan)
    plan_sheets.add_indicator(workbook, plan)
    add_progress(workbook, plan, Sheet.ACTIVITY_PROGRESS, plan.activity_progress)
    add_progress(workbook, plan, Sheet.INDICATOR_PROGRESS, plan.indicator_progress)
    add_registers(workbook, plan, of_plan=False)
    workbook.properties.creator = appearance.legal(plan.government)
    workbook.properties.title = appearance.legal(plan.title)
    return _packed(workbook)


def _packed(workbook: Workbook) -> bytes:
    """Save without the moments at which it happened, so that a hash means something."""
    saved, packed = BytesIO(), BytesIO()
    workbook.save(saved)
    workbook.properties.created = workbook.properties.modified = datetime(*_EPOCH)
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            content = source.read(name)
            if name == ARC_CORE:
                content = tostring(workbook.properties.to_tree())
            target.writestr(entry, content)
    return packed.getvalue()


def data_file(name: str) -> bytes:
    """Return one of `DATA_FILES`, stamped as the version that a new store begins with."""
    plan = DATA_FILES[name]()
    return write(replace(plan, stamp=replace(plan.stamp, version=FIRST_VERSION)))


def write_data_files(folder: Path = transcript.DATA) -> None:
    """Write the workbooks of `DATA_FILES` anew."""
    for name in DATA_FILES:
        (folder / name).write_bytes(data_file(name))


if __name__ == "__main__":
    write_data_files()
