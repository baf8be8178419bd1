# ruff: noqa: E501
"""Word's tables as they print: spans, drifted borders, symbols, numbers, tracked changes."""

from __future__ import annotations

import pytest

from lib.decree.foreign_table import SOFT, ForeignTable
from lib.decree.source import glyphs, word_numbers
from lib.decree.source.opening import open_source
from tests.decree.paper import W, changed, levels, lists, word, word_table


def table_of(xml: str, **parts: str) -> ForeignTable:
    return open_source(word(xml, **parts), "x.docx").tables[0]


def texts(table: ForeignTable) -> list[list[str]]:
    """What stands at each column of each row, merged cells repeated."""
    return [["" if c is None else c.flat for c in line.cells] for line in table.lines]


def raw(*rows: str, grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'


def cell(text: str, span: int = 1, properties: str = "", run: str = "") -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f"<w:tc><w:tcPr>{spans}{properties}</w:tcPr><w:p><w:r>{run}<w:t>{text}</w:t></w:r></w:p>"
        "</w:tc>"
    )


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_merged_cells_stand_wherever_they_reach_and_count_once():
    table = table_of(word_table("A | < | B\nC | D | ^\n^ | E | ^"))
    assert texts(table) == [["A", "A", "B"], ["C", "D", "B"], ["C", "E", "B"]]
    assert sum(bool(c.text) for c in table.cells) == 5
    assert [c.place for c in table.cells][:2] == [
        "tabel 1, baris 1, kolom 1",
        "tabel 1, baris 1, kolom 3",
    ]


def test_borders_dragged_a_hair_apart_are_one():
    first = row(cell("A"), cell("B", 2), cell("C"))
    second = row(cell("D", 2), cell("E"), cell("F"))
    table = table_of(raw(first, second, grid=(1000, 40, 2000, 1500)))
    assert texts(table) == [["A", "B", "C"], ["D", "E", "F"]]


def test_a_narrow_column_of_its_own_stays():
    table = table_of(raw(row(cell("A"), cell("x"), cell("B")), grid=(1000, 90, 2000)))
    assert texts(table) == [["A", "x", "B"]]


def test_rows_that_begin_late_or_wrapped_in_controls_are_read():
    late = row(cell("B"), properties='<w:gridBefore w:val="1"/>')
    wrapped = f"<w:sdt><w:sdtContent>{row(cell('C'), cell('D'))}</w:sdtContent></w:sdt>"
    table = table_of(raw(row(cell("x"), cell("y")), late, wrapped, grid=(1000, 1000)))
    assert texts(table) == [["x", "y"], ["", "B"], ["C", "D"]]


def test_tracked_changes_count_as_accepted():
    deleted = row(cell("lama"), properties='<w:del w:id="1" w:author="x"/>')
    added = row(cell("baru"), properties='<w:ins w:id="2" w:author="x"/>')
    moved = (
        "<w:tc><w:tcPr/><w:p><w:moveFrom><w:r><w:t>dari</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>ke</w:t></w:r></w:moveTo>"
        "<w:del><w:r><w:delText>hapus</w:delText></w:r></w:del></w:p></w:tc>"
    )
    assert texts(table_of(raw(deleted, added, row(moved), grid=(900,)))) == [["baru"], ["ke"]]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("\uf0fc", "Wingdings", "✓"),
        ("ü", "Wingdings", "✓"),
        ("P", "Wingdings 2", "✓"),
        ("\uf0d6", "Symbol", "√"),
        ("\uf0b7", "", "•"),
        ("l", "Wingdings", "●"),
        ("\uf0a1", "Wingdings", "○"),
        ("biasa", "Arial", "biasa"),
    ],
)
def test_signs_of_symbol_fonts_show_as_they_look(text: str, font: str, shown: str):
    assert glyphs.shown(text, font) == shown
    run = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert texts(table_of(raw(row(cell(text, run=run)), grid=(900,)))) == [[shown]]


def test_hidden_text_is_not_read_and_soft_breaks_are_kept_apart():
    hidden = cell("rahasia", run="<w:rPr><w:vanish/></w:rPr>")
    broken = "<w:tc><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc>"
    table = table_of(raw(row(hidden, broken), grid=(900, 900)))
    assert [c.text for c in table.cells] == ["", f"a{SOFT}b\nc"]


def test_text_under_a_merged_cell_is_counted_as_covered():
    table = table_of(
        raw(
            row(cell("A", properties='<w:vMerge w:val="restart"/>'), cell("x")),
            row(cell("tertutup", properties="<w:vMerge/>"), cell("y")),
            grid=(900, 900),
        )
    )
    assert texts(table) == [["A", "x"], ["A", "y"]]
    assert [c.text for c in table.cells if c.hidden] == ["tertutup"]


NUMBERS = levels(1, ("upperRoman", "%1."), ("upperLetter", "%2."), ("decimal", "%1.%2.%3"))


def test_automatic_numbers_count_as_word_prints_them():
    xml = word_table(
        "@1.0 | a\n@1.1 | b\n@1.1 | c\n@1.2 | d\n@1.2 | e\n@1.0 | f\n@1.1 | g\n@1.2 | h"
    )
    table = table_of(xml, numbering=NUMBERS + lists(1))
    assert [line[0] for line in texts(table)] == [
        "I.", "A.", "B.", "I.B.1", "I.B.2", "II.", "A.", "II.A.1",
    ]  # fmt: skip


def test_lists_of_one_definition_go_on_unless_they_start_anew():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    table = table_of(
        word_table("@1.0 | a\n@2.0 | b\n@3.0 | c"), numbering=NUMBERS + lists(1) + again
    )
    assert [line[0] for line in texts(table)] == ["I.", "II.", "V."]


def test_numbers_of_a_style_are_read():
    content = word(word_table("@7.0 | a"), numbering=levels(7, ("decimal", "%1)")) + lists(7))
    style = (
        '<w:style w:type="paragraph" w:styleId="Nomor"><w:name w:val="Nomor"/><w:pPr><w:numPr>'
        '<w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    content = changed(content, {"word/styles.xml": ("</w:styles>", style)}, {})
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    content = changed(content, {"word/document.xml": (listed, '<w:pStyle w:val="Nomor"/>')}, {})
    assert texts(open_source(content, "x.docx").tables[0]) == [["1)", "a"]]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (12, "decimal", "12"),
    ],
)
def test_counts_are_written_in_words_forms(value: int, form: str, shown: str):
    assert word_numbers.written(value, form) == shown


def test_text_boxes_count_once():
    w = f'xmlns:w="{W}"'
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing {w}><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r>'
        "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r>"
        "<w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    boxed = f"<w:tc><w:tcPr/><w:p><w:r>{box}</w:r></w:p></w:tc>"
    assert texts(table_of(raw(row(boxed), grid=(900,)))) == [["kotak"]]
