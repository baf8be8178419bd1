"""Foreign tables made in code, as offices make them: one notation for Word, Excel and pasting.

A table is a list of rows, a row a list of cells separated by `|`. A cell `<` is merged into the
one at its left, `^` into the one above. In a cell `~` is a new paragraph and `↵` a soft line
break; `**` before it makes it bold, `#92D050 ` shades it, `@3.0 ` gives it the automatic number
of list 3 at level 0, `[v]` is a Wingdings tick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARKS = re.compile(r"(?:\*\*|#[0-9A-F]{6} ?|@\d+\.\d+ ?)+")
_TICK = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'


@dataclass(frozen=True)
class Spec:
    text: str
    bold: bool = False
    fill: str = ""
    number: tuple[str, str] | None = None


def rows_of(table: str) -> list[list[str]]:
    """Part a table written as text into rows of cells; a row may go on in the next line."""
    joined = re.sub(r"\n\s*\\", "", table.strip("\n"))
    return [
        [cell.strip(" ") for cell in line.strip().split("|")]
        for line in joined.split("\n")
        if line.strip()
    ]


def spec(cell: str) -> Spec:
    found = _MARKS.match(cell)
    marks, text = (found[0], cell[found.end() :]) if found else ("", cell)
    fill = re.search(r"#([0-9A-F]{6})", marks)
    number = re.search(r"@(\d+)\.(\d+)", marks)
    return Spec(
        text,
        "**" in marks,
        fill[1] if fill else "",
        (number[1], number[2]) if number else None,
    )


def _runs(text: str, bold: bool) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    parts = []
    for piece in re.split(r"(\[v\]|↵)", text):
        if piece == "[v]":
            parts.append(_TICK)
        elif piece == "↵":
            parts.append("<w:r><w:br/></w:r>")
        elif piece:
            # Word parts words into runs wherever somebody once clicked.
            half = len(piece) // 2
            parts += [
                f'<w:r>{properties}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
                for part in (piece[:half], piece[half:])
                if part
            ]
    return "".join(parts)


def _paragraph(text: str, bold: bool = False, number: tuple[str, str] | None = None) -> str:
    listed = ""
    if number:
        listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}</w:pPr>{_runs(text, bold)}</w:p>"


def word_table(table: str, header: int = 0) -> str:
    """Return a table as Word writes it; the first `header` rows repeat at each page."""
    rows = rows_of(table)
    width = max(map(len, rows))
    grid = "".join('<w:gridCol w:w="1500"/>' for _ in range(width))
    body = []
    for index, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            if cell == "<":
                continue
            span = 1
            while column + span < len(row) and row[column + span] == "<":
                span += 1
            cells.append(_word_cell(cell, span, _is_merged_down(rows, index, column)))
        repeat = "<w:trPr><w:tblHeader/></w:trPr>" if index < header else ""
        body.append(f"<w:tr>{repeat}{''.join(cells)}</w:tr>")
    return f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{"".join(body)}</w:tbl>'


def _is_merged_down(rows: list[list[str]], index: int, column: int) -> bool:
    below = rows[index + 1] if index + 1 < len(rows) else []
    return column < len(below) and below[column] == "^"


def _word_cell(cell: str, span: int, merged_down: bool) -> str:
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if cell == "^":
        properties += "<w:vMerge/>"
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p/></w:tc>"
    properties += '<w:vMerge w:val="restart"/>' if merged_down else ""
    one = spec(cell)
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{one.fill}"/>' if one.fill else ""
    paragraphs = [
        _paragraph(piece.text, one.bold, piece.number) for piece in map(spec, cell.split("~"))
    ]
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def word(*blocks: str, numbering: str = "", footnotes: str = "") -> bytes:
    """Make a .docx of paragraphs (texts) and tables (their XML), in order."""
    document = Document()
    body = document.element.body
    for block in blocks:
        xml = block if block.startswith("<w:") else _paragraph(block)
        xml = xml if "xmlns:w=" in xml else re.sub(r"^(<w:\w+)", rf'\1 xmlns:w="{W}"', xml)
        body.insert(len(body) - 1, parse_xml(xml))
    if numbering:
        part = document.part.numbering_part
        for child in list(part.element):
            part.element.remove(child)
        for child in parse_xml(f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'):
            part.element.append(child)
    stream = BytesIO()
    document.save(stream)
    return with_part(stream.getvalue(), footnotes) if footnotes else stream.getvalue()


def with_part(content: bytes, footnotes: str) -> bytes:
    """Add footnotes to a document that has none."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    changes = {
        "[Content_Types].xml": (
            "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>',
        ),
    }  # fmt: skip
    return changed(content, changes, {"word/footnotes.xml": footnotes})


def changed(
    content: bytes, changes: dict[str, tuple[str, str]], added: dict[str, str | bytes]
) -> bytes:
    """Return a zip with texts of its parts replaced and parts added."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name in changes:
                data = data.decode().replace(*changes[name]).encode()
            if name not in added:
                target.writestr(name, data)
        for name, text in added.items():
            target.writestr(name, text)
    return stream.getvalue()


def levels(number: int, *forms: tuple[str, str]) -> str:
    """Return a list definition: a format and a text for each level."""
    items = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{items}</w:abstractNum>'


def lists(*numbers: int) -> str:
    """Return the lists that use the definitions of the same number."""
    return "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in numbers
    )


def excel(**sheets: str) -> bytes:
    """Make an .xlsx; a sheet's rows begin in its first row, and numbers are numbers."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for title, table in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        rows = rows_of(table)
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell in ("<", "^"):
                    continue
                _excel_cell(sheet, rows, index, column)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _excel_cell(sheet, rows: list[list[str]], index: int, column: int) -> None:
    one = spec(rows[index][column])
    cell = sheet.cell(index + 1, column + 1)
    _fill(cell, one)
    across, down = _span(rows, index, column)
    if across > 1 or down > 1:
        sheet.merge_cells(
            start_row=index + 1, start_column=column + 1,
            end_row=index + down, end_column=column + across,
        )  # fmt: skip


def _fill(cell, one) -> None:
    text = one.text.replace("~", "\n").replace("↵", "\n").replace("[v]", "√")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        cell.value, cell.number_format = int(text.replace(".", "")), "#,##0"
    elif re.fullmatch(r"\d+%", text):
        cell.value, cell.number_format = int(text[:-1]) / 100, "0%"
    elif re.fullmatch(r"0|[1-9]\d{0,3}", text):
        cell.value = int(text)
    else:
        cell.value = text or None
    if one.bold:
        cell.font = Font(bold=True)
    if one.fill:
        cell.fill = PatternFill("solid", fgColor=one.fill)


def _span(rows: list[list[str]], index: int, column: int) -> tuple[int, int]:
    across = down = 1
    row = rows[index]
    while column + across < len(row) and row[column + across] == "<":
        across += 1
    while (
        index + down < len(rows)
        and column < len(rows[index + down])
        and (rows[index + down][column] == "^")
    ):
        down += 1
    return across, down


def from_word(table: str) -> bytes:
    """Return what Word's clipboard holds of a table: merged cells once, line breaks bare."""
    lines = []
    for row in rows_of(table):
        cells = ["" if cell == "^" else spec(cell).text for cell in row if cell != "<"]
        lines.append(
            "\t".join(cells).replace("~", "\n").replace("↵", "\n").replace("[v]", "\uf0fc")
        )
    return "\r\n".join(lines).replace("\n", "\r\n").replace("\r\r", "\r").encode()


def from_excel(table: str) -> bytes:
    """Return what Excel's clipboard holds: merged cells blank but the first, breaks quoted."""
    lines = []
    for row in rows_of(table):
        cells = ["" if cell in ("^", "<") else spec(cell).text for cell in row]
        texts = [text.replace("~", "\n").replace("↵", "\n").replace("[v]", "√") for text in cells]
        quoted = ['"' + text.replace('"', '""') + '"' if "\n" in text else text for text in texts]
        lines.append("\t".join(quoted))
    return "\r\n".join(lines).encode()
