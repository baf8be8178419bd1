"""How the workbook looks: its cell styles, row heights, protection and print set-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

TITLE = "Judul lembar"
NOTE = "Keterangan lembar"
SAMPLE = "Tanda contoh"
GUIDE = "Petunjuk"
GUIDE_TOPIC = "Pokok petunjuk"
HEADER = "Kepala kolom"
INPUT_HEADER = "Kepala kolom isian"
NUMBERING = "Nomor kolom"
COPY = "Salinan rencana"
COPY_CENTRE = "Salinan rencana, tengah"
GROUP = "Kelompok program"
PROGRAM = "Program"
TEXT_INPUT = "Isian teks"
PERCENT_INPUT = "Isian persen"
AMOUNT_INPUT = "Isian rupiah"
MEASURE_INPUT = "Isian ukuran"
DATE_INPUT = "Isian tanggal"

PERCENT_FORMAT = "0%"
DECIMAL_PERCENT_FORMAT = "0.##%"
AMOUNT_FORMAT = "#,##0"
TEXT_FORMAT = "@"
DATE_FORMAT = "dd/mm/yyyy"
"""Lets a person type `- perlu …` or `1/2` without Excel making a formula or a date of it."""

FONT = "Calibri"
INK = "16232E"
BLUE = "1F5E9C"
LINE = Side(style="thin", color="C9D2D9")
LINE_HEIGHT = 13.5
"""Points per line of 10-point text."""
TALLEST = 400.0
"""Excel allows 409 points per row."""
LONGEST = 32_767
"""Excel's limit of characters in a cell."""

A3, A4 = 8, 9

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINK = re.compile(
    r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
_LONGEST_LINK = 2000


class AutoRow(RowDimension):
    """A row whose height is a first value: programs go on fitting it to what is typed."""

    @property
    def customHeight(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class CellLook:
    """What sets one cell style apart from a plain bordered cell."""

    fill: str | None = None
    bold: bool = False
    italic: bool = False
    size: float = 10
    color: str = INK
    centred: bool = False
    bordered: bool = True
    locked: bool = True
    number_format: str = "General"

    def named(self, name: str) -> NamedStyle:
        """Make the cell style; texts without a border are headings, which do not wrap."""
        return NamedStyle(
            name=name,
            font=Font(
                name=FONT, size=self.size, bold=self.bold, italic=self.italic, color=self.color
            ),
            fill=PatternFill("solid", fgColor=self.fill) if self.fill else PatternFill(),
            border=Border(LINE, LINE, LINE, LINE) if self.bordered else Border(),
            alignment=Alignment(
                horizontal="center" if self.centred else None,
                vertical="center" if self.bold and self.centred else "top",
                wrap_text=self.bordered,
            ),
            protection=Protection(locked=self.locked),
            number_format=self.number_format,
        )


_GREY, _DARK_GREY, _MUTED = "F1F3F5", "DDE3E8", "51606B"
LOOKS = {
    TITLE: CellLook(bold=True, size=14, bordered=False),
    GUIDE: CellLook(bordered=False),
    GUIDE_TOPIC: CellLook(bold=True, bordered=False),
    NOTE: CellLook(color=_MUTED, bordered=False),
    SAMPLE: CellLook(bold=True, size=26, color="B93A24", bordered=False),
    HEADER: CellLook(fill=_DARK_GREY, bold=True, centred=True),
    INPUT_HEADER: CellLook(fill="D3E8DF", bold=True, centred=True),
    NUMBERING: CellLook(italic=True, centred=True, color=_MUTED),
    COPY: CellLook(fill=_GREY),
    COPY_CENTRE: CellLook(fill=_GREY, centred=True),
    GROUP: CellLook(fill=_DARK_GREY, bold=True),
    PROGRAM: CellLook(fill="E9EDF0", bold=True),
    TEXT_INPUT: CellLook(locked=False, number_format=TEXT_FORMAT),
    PERCENT_INPUT: CellLook(locked=False, number_format=PERCENT_FORMAT, centred=True),
    AMOUNT_INPUT: CellLook(locked=False, number_format=AMOUNT_FORMAT),
    MEASURE_INPUT: CellLook(locked=False, centred=True),
    DATE_INPUT: CellLook(locked=False, centred=True, number_format=DATE_FORMAT),
}
"""The workbook's cell styles."""


def add_styles(workbook: Workbook) -> None:
    """Add the workbook's cell styles, so that cells can be given them by name."""
    for name, look in LOOKS.items():
        workbook.add_named_style(look.named(name))


def advise(sheet: Worksheet, row: int, column: int, title: str, words: str) -> None:
    """Show what a column is for when its header cell is selected."""
    message = DataValidation(
        sqref=f"{get_column_letter(column)}{row}",
        showInputMessage=True,
        promptTitle=title[:32],
        prompt=words[:255],
    )
    sheet.add_data_validation(message)


def put(sheet: Worksheet, row: int, column: int, value: object, style: str) -> Cell:
    """Write one value; a text always becomes a text cell, whatever it looks like.

    None and NaN leave the cell blank. Characters that XML cannot hold are left out, and so is
    what exceeds Excel's 32.767 characters.
    """
    cell = sheet.cell(row, column)
    assert not isinstance(cell, MergedCell)
    cell.style = style
    if value is None or value != value:
        return cell
    if isinstance(value, str):
        cell.value = legal(value)
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    else:
        cell.value = value  # type: ignore[assignment]
    return cell


def legal(text: str) -> str:
    """Return the text as a workbook can hold it.

    `_x0041_` in a workbook means the character A, so its like is written `_x005F_x0041_`.
    """
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LOOKS_ESCAPED.sub("_x005F_", text)[:LONGEST]


def link(cell: Cell, text: object) -> None:
    """Make a cell that holds exactly one plain http(s) address a hyperlink."""
    if isinstance(text, str) and len(text) <= _LONGEST_LINK and _LINK.fullmatch(text):
        cell.hyperlink = text
        cell.font = Font(name=FONT, size=10, color=BLUE, underline="single")


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Set column widths from column A on, in characters."""
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width


def entitle(sheet: Worksheet, row: int, column: int, title: str) -> None:
    """Write a sheet's title, in a row high enough for its letters."""
    put(sheet, row, column, title, TITLE)
    sheet.row_dimensions[row].height = 22


def fit(sheet: Worksheet, row: int, texts: Iterable[tuple[object, float]], least: int = 1) -> None:
    """Make a row high enough for its wrapped texts, each given with its column's width."""
    lines = max([least, *(_lines(text, width) for text, width in texts if isinstance(text, str))])
    height = min(lines * LINE_HEIGHT + 4, TALLEST)
    sheet.row_dimensions[row] = AutoRow(sheet, index=row, ht=height)


def _lines(text: str, width: float) -> int:
    """Count the lines of a wrapped text, capitals being wider than the figures Excel counts in."""
    capitals = sum(letter.isupper() for letter in text) / max(1, len(text))
    room = max(1, int(width * (1.15 - 0.3 * capitals)))
    return sum(max(1, len(wrap(part, room))) for part in text.split("\n"))


def protect(sheet: Worksheet) -> None:
    """Lock the locked cells, without a password, leaving sorting, filters and sizes free."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("sort", "autoFilter", "formatColumns", "formatRows"):
        setattr(protection, allowed, False)


def set_up_print(sheet: Worksheet, repeat: str | None, footer: str, paper: int = A4) -> None:
    """Print landscape, one page wide, with the header rows repeated and the pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    if repeat:
        sheet.print_title_rows = repeat
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(legal(footer).replace("&", "&&")),
        center=_HeaderFooterPart(sheet.title),
        right=_HeaderFooterPart("Halaman &P dari &N"),
    )
    sheet.sheet_view.showGridLines = False
