"""The marked copy: a person's own file with the cells to mend coloured, explained and listed."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.cell import quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lib.findings.finding import Finding, Severity
from lib.plan.text import indonesian
from lib.workbook.reading.sheet_tables import REPAIRS
from lib.workbook.writing import appearance
from lib.xlsx import gate

_LOG = logging.getLogger(__name__)

AUTHOR = "Pemeriksaan buku kerja"
COLOURS = {Severity.ERROR: "FFB3A7", Severity.WARNING: "FFE08A"}
WORDS = {Severity.ERROR: "Harus diperbaiki", Severity.WARNING: "Perlu persetujuan"}
MARKED = 1_000
"""So many findings are marked; a file with more is mended in more than one round."""

_HEADERS = ("No", "Tingkat", "Tempat", "Terlihat", "Seharusnya", "Yang perlu dilakukan")
_WIDTHS = (6, 18, 30, 48, 44, 60)
_HEADING = "Perbaikan: sel yang perlu diperiksa"
_NOTE = (
    "Klik tempatnya untuk menuju sel. Perbaiki sel itu, simpan berkas ini, lalu unggah kembali; "
    "lembar ini dan tanda warnanya tidak dibaca."
)


def mark(content: bytes, findings: Iterable[Finding]) -> bytes:
    """Return a copy of the file that shows its errors and warnings where they are.

    Values, formulas, formats and validations stay as they are, as far as openpyxl keeps them. A
    file with nothing to mend, or that cannot be opened safely or marked, is returned as it came:
    the copy is an extra, and the findings are told without it.
    """
    listed = [finding for finding in findings if finding.severity in COLOURS]
    if not listed or gate.inspect(content, "berkas.xlsx").facts is None:
        return content
    try:
        return _marked(content, listed)
    except Exception:  # openpyxl raises whatever its parsing and writing came upon
        _LOG.warning("a workbook could not be marked", exc_info=True)
        return content


def _marked(content: bytes, listed: list[Finding]) -> bytes:
    workbook = openpyxl.load_workbook(BytesIO(content), rich_text=True)
    _clear(workbook)
    for place, group in _by_place(listed[:MARKED]).items():
        cell = _cell(workbook, *place)
        if cell is not None:
            _mark(cell, group)
    _list(workbook, listed)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _clear(workbook: Workbook) -> None:
    """Take away what an earlier round marked."""
    if REPAIRS in workbook.sheetnames:
        del workbook[REPAIRS]
    colours = {f"00{colour}" for colour in COLOURS.values()}
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.comment and cell.comment.author == AUTHOR:
                    cell.comment = None
                    if cell.fill.fgColor.rgb in colours:
                        cell.fill = PatternFill()


def _by_place(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.sheet and finding.cell:
            groups.setdefault((finding.sheet, finding.cell), []).append(finding)
    return groups


def _cell(workbook: Workbook, title: str, address: str) -> Cell | None:
    """Return the cell to mark; for one inside a merge, the merge's first."""
    sheet = workbook[title] if title in workbook.sheetnames else None
    if not isinstance(sheet, Worksheet):
        return None
    cell = sheet[address]
    if isinstance(cell, Cell):
        return cell
    area = next(area for area in sheet.merged_cells.ranges if address in area)
    first = sheet.cell(area.min_row, area.min_col)
    return first if isinstance(first, Cell) else None


def _mark(cell: Cell, findings: list[Finding]) -> None:
    """Colour a cell by its gravest finding, and explain all of them in a comment."""
    gravest = min(findings, key=lambda finding: list(COLOURS).index(finding.severity))
    cell.fill = PatternFill("solid", fgColor=COLOURS[gravest.severity])
    parts = [explanation(finding) for finding in findings]
    if cell.comment is not None:
        parts.append(f"Komentar semula: {cell.comment.text}")
    text = appearance.legal("\n\n".join(parts))
    cell.comment = Comment(text, AUTHOR, height=60 + 20 * (len(text) // 45), width=360)


def explanation(finding: Finding) -> str:
    """Say in a comment what was seen, what is expected and what to do."""
    return (
        f"{WORDS[finding.severity]}\nTerlihat: {finding.seen}\n"
        f"Seharusnya: {finding.expected}\nLangkah: {finding.advice}"
    )


def _list(workbook: Workbook, findings: list[Finding]) -> None:
    """Add the sheet that lists the findings, as the one that opens first."""
    known = set(workbook.named_styles)
    for name in (appearance.TITLE, appearance.NOTE, appearance.HEADER, appearance.TEXT_INPUT):
        if name not in known:
            workbook.add_named_style(appearance.LOOKS[name].named(name))
    sheet = workbook.create_sheet(REPAIRS, 0)
    appearance.set_widths(sheet, _WIDTHS)
    appearance.put(sheet, 1, 1, _HEADING, appearance.TITLE)
    appearance.put(sheet, 2, 1, _note(len(findings)), appearance.NOTE)
    for column, header in enumerate(_HEADERS, 1):
        appearance.put(sheet, 3, column, header, appearance.HEADER)
    for row, finding in enumerate(findings[:MARKED], 4):
        _list_one(workbook, sheet, row, finding)
    sheet.freeze_panes = "A4"
    appearance.set_up_print(sheet, "3:3", "")
    workbook.active = 0
    for other in workbook.worksheets:
        # Two selected tabs are edited together, which would spread a person's correction.
        other.sheet_view.tabSelected = other is sheet


def _note(count: int) -> str:
    if count <= MARKED:
        return _NOTE
    first, rest = indonesian.number(MARKED), indonesian.number(count - MARKED)
    return f"{_NOTE} Yang ditandai {first} temuan pertama; masih ada {rest} lagi."


def _list_one(workbook: Workbook, sheet: Worksheet, row: int, finding: Finding) -> None:
    texts = (finding.seen, finding.expected, finding.advice)
    values = (row - 3, WORDS[finding.severity], finding.place or "Berkas", *texts)
    for column, value in enumerate(values, 1):
        appearance.put(sheet, row, column, value, appearance.TEXT_INPUT)
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=COLOURS[finding.severity])
    appearance.fit(sheet, row, zip(values, _WIDTHS, strict=True))
    if finding.sheet in workbook.sheetnames:
        target = f"{quote_sheetname(finding.sheet)}!{finding.cell or 'A1'}"
        place = sheet.cell(row, 3)
        place.hyperlink = Hyperlink(ref=place.coordinate, location=target)
        place.font = Font(name=appearance.FONT, size=10, color=appearance.BLUE, underline="single")
