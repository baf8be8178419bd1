"""The gate: names what a file is, lets no trap through, and tells readers what it saw."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from lib.findings import catalogue
from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import Severity
from lib.workbook.intake import examine
from lib.xlsx import gate, limits
from lib.xlsx.facts import SheetFacts
from lib.xlsx.gate import inspect
from tests.xlsx import hostile_books as hostile
from tests.xlsx.hostile_books import BUILDERS, SHEET_PART, TRAPS, Tab, Trap

TABS = (Tab("Progres Kegiatan"), Tab("Sheet1"), Tab("Rahasia & <lain>", "veryHidden"))
TAB = TABS[0]
ROOT = Path(__file__).parents[2]


def seen_of(rows: str = "", after: str = "", before: str = "", tab: Tab = TAB) -> SheetFacts:
    """The facts of a sheet with these rows; the gate must have let it pass."""
    inspection = inspect(hostile.with_rows(rows, after, before)(tab), "laporan.xlsx")
    assert inspection.findings == ()
    assert inspection.facts is not None
    return inspection.facts.sheets[tab.name]


# --- What must not pass ---------------------------------------------------------------------


@pytest.mark.parametrize("trap", TRAPS, ids=str)
def test_each_bad_file_is_refused_by_a_sentence_that_names_the_cause(trap: Trap) -> None:
    inspection = inspect(trap.build(TAB), trap.name)
    assert [finding.code for finding in inspection.findings] == [trap.code]
    assert inspection.facts is None
    finding = inspection.findings[0]
    assert finding.severity is Severity.ERROR
    assert trap.says in finding.seen
    assert "{" not in finding.seen + finding.expected + finding.advice


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.name)
@pytest.mark.parametrize("trap", hostile.TRAPPED_SHEETS, ids=str)
def test_traps_in_a_sheet_are_found_whatever_the_sheet_is_called(trap: Trap, tab: Tab) -> None:
    (finding,) = inspect(trap.build(tab), "laporan.xlsx").findings
    assert finding.code == trap.code
    assert finding.sheet in (tab.name, None)
    assert finding.sheet is not None or "komentar" in finding.seen


def test_a_trap_is_found_in_a_part_that_no_sheet_admits_to() -> None:
    far = hostile.sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    content = hostile.workbook(TAB, {"xl/media/logo.png": far})
    assert [finding.code for finding in inspect(content, "a.xlsx").findings] == ["sheet-far"]


def test_a_trap_is_found_in_a_folder_that_holds_text() -> None:
    content = hostile.workbook(TAB, {"xl/comments/": "<!DOCTYPE a><a/>"})
    assert [finding.code for finding in inspect(content, "a.xlsx").findings] == ["xml-doctype"]


def test_data_outside_the_table_is_named_by_its_cell() -> None:
    rows = '<row r="19000"><c r="C19000" t="inlineStr"><is><t>x</t></is></c></row>'
    (finding,) = inspect(hostile.with_rows(rows)(TAB), "laporan.xlsx").findings
    assert finding.place == "Progres Kegiatan!C19000"


def test_every_entry_the_gate_knows_is_triggered() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "lib/xlsx").glob("*.py")]
    names = set(re.findall(r"catalogue\.([A-Z_]+)", " ".join(sources)))
    assert {getattr(catalogue, name).code for name in names} == set(BUILDERS)


@pytest.mark.parametrize("code", BUILDERS)
def test_the_table_of_builders_makes_what_it_says(code: str) -> None:
    name = "~$laporan.xlsx" if code == "file-lock" else "laporan.xlsx"
    assert [finding.code for finding in inspect(BUILDERS[code](TAB), name).findings] == [code]
    assert code in CATALOGUE


# --- What must pass -------------------------------------------------------------------------


def test_an_ordinary_workbook_passes_and_every_sheet_is_known_by_its_name() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Rekap"  # type: ignore[union-attr]
    workbook.create_sheet("Lain").sheet_state = "hidden"
    saved = BytesIO()
    workbook.save(saved)
    inspection = inspect(saved.getvalue(), "rekap.xlsx")
    assert inspection.findings == ()
    assert inspection.facts is not None
    assert {name: sheet.hidden for name, sheet in inspection.facts.sheets.items()} == {
        "Rekap": False,
        "Lain": True,
    }


def test_an_older_name_does_not_hide_a_good_workbook() -> None:
    assert inspect(hostile.workbook(TAB), "laporan.xls").facts is not None


def test_formulas_are_told_apart_by_their_saved_value() -> None:
    facts = seen_of(
        '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4"><f>1+1</f></c>'
        '<c r="C4"><f>1+1</f><v></v></c><c r="D4" t="str"><f>""</f><v></v></c>'
        '<c r="E4"><v>5</v></c></row>'
    )
    assert facts.formulas_with_value == {"A4", "D4"}
    assert facts.formulas_without_value == {"B4", "C4"}


def test_errors_merges_and_hidden_rows_are_kept() -> None:
    facts = seen_of(
        '<row r="4"><c r="H4" t="e"><v>#N/A</v></c></row><row r="7" hidden="1"/>'
        '<row r="8" hidden="false"/>',
        '<mergeCells count="1"><mergeCell ref="A1:Q1"/></mergeCells>',
    )
    assert dict(facts.errors) == {"H4": "#N/A"}
    assert facts.merged == ("A1:Q1",)
    assert facts.hidden_rows == {7}


def test_cells_without_addresses_stand_where_their_order_puts_them() -> None:
    facts = seen_of('<row><c/><c><f>1</f></c></row><row><c t="e"><v>#REF!</v></c></row>')
    assert facts.formulas_without_value == {"B1"}
    assert dict(facts.errors) == {"A2": "#REF!"}


def test_a_formulas_text_is_kept_a_shared_one_as_its_first_cell_has_it() -> None:
    facts = seen_of(
        '<row r="4"><c r="A4"><f t="shared" si="0" ref="A4:A5">B4+1</f><v>2</v></c></row>'
        '<row r="5"><c r="A5"><f t="shared" si="0"/><v>3</v></c><c r="B5"><f>NOW()</f></c></row>'
    )
    assert dict(facts.formulas) == {"A4": "B4+1", "A5": "B4+1", "B5": "NOW()"}


def test_pictures_placed_in_cells_are_known_from_other_errors() -> None:
    facts = seen_of(
        '<row r="4"><c r="A4" t="e" vm="1"><v>#VALUE!</v></c><c r="B4" t="e"><v>#VALUE!</v></c>'
        '<c r="C4" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
        '<c r="D4" t="e" vm="2"><f>_xlfn.IMAGE("https://a.id/b.png")</f><v>#VALUE!</v></c>'
        '<c r="E4"><f>IMAGES(1)</f><v>1</v></c></row>'
    )
    assert facts.pictures == {"A4", "C4", "D4"}


def test_hidden_columns_and_rows_are_those_without_width_or_height_too() -> None:
    facts = seen_of(
        '<row r="4" ht="0"/><row r="5" ht="12.5"/>',
        before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/>'
        '<col min="7" max="16384" width="9" hidden="0"/></cols>',
    )
    assert facts.hidden_rows == {4}
    assert facts.hidden_columns == {2, 3, 5}


def test_cells_with_struck_out_words_are_known_wherever_the_words_are_kept() -> None:
    runs = "<r><rPr><strike{}/></rPr><t>lama</t></r><r><t>baru</t></r>"
    strings = f'<sst xmlns="{hostile.MAIN}"><si>{runs.format("")}</si><si>{{}}</si></sst>'
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        f'<c r="C1" t="inlineStr"><is>{runs.format("")}</is></c></row>'
    )
    content = hostile.workbook(
        TAB,
        {
            "xl/_rels/workbook.xml.rels": hostile.relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "sharedStrings.xml"),
            ),
            SHEET_PART: hostile.sheet(cells),
            hostile.STRINGS_PART: strings.replace("{}", runs.format(' val="0"')),
        },
    )
    inspection = inspect(content, "laporan.xlsx")
    assert inspection.facts is not None
    assert inspection.facts.sheets[TAB.name].struck == {"A1", "C1"}


def test_links_out_of_the_workbook_are_kept_by_their_cell() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["B2"], sheet["B3"] = "Foto", "ke atas"
    sheet["B2"].hyperlink = "https://contoh.go.id/foto?a=1&b=2"
    sheet["B3"].hyperlink = "#A1"
    saved = BytesIO()
    workbook.save(saved)
    facts = inspect(saved.getvalue(), "laporan.xlsx").facts
    assert facts is not None
    assert facts.sheets["Sheet"].links["B2"] == "https://contoh.go.id/foto?a=1&b=2"


XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


@pytest.mark.parametrize(
    "unused",
    [
        f'<Default Extension="bin" ContentType="{XLSB}"/>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        '<Override PartName="/xl/macrosheets/sheet1.xml" '
        'ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
        '<Override PartName="/word/document.xml" ContentType="x.wordprocessingml.document.main"/>',
    ],
)
def test_a_content_type_that_no_part_has_makes_nobodys_file_something_else(unused: str) -> None:
    content = hostile.workbook(TAB, {"[Content_Types].xml": hostile.types(more=unused)})
    assert inspect(content, "laporan.xlsx").findings == ()


def test_a_printers_settings_under_that_type_leave_a_workbook_a_workbook() -> None:
    more = f'<Default Extension="bin" ContentType="{XLSB}"/>'
    parts = {"[Content_Types].xml": hostile.types(more=more), "xl/printerSettings1.bin": b"HP"}
    assert inspect(hostile.workbook(TAB, parts), "laporan.xlsx").findings == ()


def test_far_format_without_data_passes_and_does_not_count_as_data() -> None:
    facts = seen_of(
        '<row r="4"><c r="C4"><v>1</v></c></row><row r="6"><c r="AMJ6" s="3"/></row>'
        '<row r="1048576" ht="12.8" s="2" customFormat="1"/>',
        '<dataValidations><dataValidation sqref="H4:H1048576" type="decimal"/></dataValidations>'
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1">'
        "<formula>TRUE</formula></cfRule></conditionalFormatting>",
        '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1"/></cols>',
    )
    assert (facts.last_row, facts.last_column) == (4, 3)


def test_the_extent_of_data_is_what_a_reader_finds() -> None:
    content = hostile.with_rows('<row r="3"><c r="B3"><v>1</v></c><c r="F3" s="1"/></row>')(TAB)
    inspection = inspect(content, "laporan.xlsx")
    assert inspection.facts is not None
    facts = inspection.facts.sheets[TAB.name]
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert (len(rows), len(rows[0])) == (facts.last_row, facts.last_column)


def test_a_reader_survives_what_passes_with_lying_dimensions() -> None:
    content = hostile.with_rows(
        '<row r="1"><c r="A1"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/>'
    )(TAB)
    assert inspect(content, "laporan.xlsx").facts is not None
    assert openpyxl.load_workbook(BytesIO(content)).worksheets[0].max_row == 1


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("customXml/item1.xml", '<?xml version="1.0"?><DataMashup/>'.encode("utf-16")),
        ("xl/drawings/vmlDrawing1.vml", b"<xml><br></xml>"),
        ("xl/printerSettings/printerSettings1.bin", "HP LaserJet".encode("utf-16-le")),
        ("xl/media/image1.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_parts_that_excel_adds_on_its_own_pass(part: str, content: bytes) -> None:
    assert inspect(hostile.workbook(TAB, {part: content}), "laporan.xlsx").facts is not None


def test_such_a_part_is_refused_as_soon_as_a_sheet_is_read_from_it() -> None:
    rels = hostile.relations(("rId1", "worksheet", "../customXml/item1.xml"))
    hidden = {"xl/_rels/workbook.xml.rels": rels, "customXml/item1.xml": hostile.sheet()}
    (finding,) = inspect(hostile.workbook(TAB, hidden), "laporan.xlsx").findings
    assert finding.code == "xml-broken"


def test_absolute_targets_and_other_prefixes_are_understood() -> None:
    content = hostile.workbook(
        TAB,
        {
            "xl/_rels/workbook.xml.rels": hostile.relations(
                ("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
            ),
            SHEET_PART: f'<x:worksheet xmlns:x="{hostile.MAIN}"><x:sheetData><x:row r="2">'
            '<x:c r="B2" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        },
    )
    inspection = inspect(content, "laporan.xlsx")
    assert inspection.facts is not None
    assert dict(inspection.facts.sheets[TAB.name].errors) == {"B2": "#N/A"}


def test_a_link_to_another_workbook_is_only_noticed() -> None:
    inspection = inspect(hostile.external_link(TAB), "laporan.xlsx")
    assert [finding.severity for finding in inspection.findings] == [Severity.NOTICE]
    assert inspection.facts is not None


# --- What it costs --------------------------------------------------------------------------

KILLERS = {
    "2 GB": hostile.bomb,
    "2 GB, declared as 1 kB": hostile.lying_bomb,
    "two far cells": hostile.with_rows(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "one merge": hostile.with_rows(
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "declared strings": lambda tab: hostile.workbook(
        tab, {hostile.STRINGS_PART: '<sst uniqueCount="4294967295"/>'}
    ),
    "one endless attribute": hostile.with_rows(after=f'<a b="{"x" * 8_000_000}"/>'),
}


@pytest.mark.parametrize("name", KILLERS)
def test_what_kills_readers_costs_the_gate_little_memory(name: str) -> None:
    content = KILLERS[name](TAB)
    tracemalloc.start()
    try:
        assert inspect(content, "laporan.xlsx").facts is None
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * 1024 * 1024


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.name)
def test_a_process_outlives_every_killer(tab: Tab, tmp_path: Path) -> None:
    for number, build in enumerate(KILLERS.values()):
        (tmp_path / f"{number}.xlsx").write_bytes(build(tab))
    script = (
        "import pathlib, sys\n"
        "from lib.xlsx.gate import inspect\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    print(inspect(path.read_bytes(), path.name).findings[0].code)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == [
        "zip-expansion",
        "zip-expansion",
        "sheet-far",
        "sheet-range",
        "xml-broken",
        "xml-long",
    ]


def test_small_workbooks_may_pack_well_and_large_ones_not_endlessly() -> None:
    below = hostile.workbook(TAB, {"xl/media/a.bin": bytes(9 * 1024 * 1024)})
    above = hostile.workbook(TAB, {"xl/media/a.bin": bytes(11 * 1024 * 1024)})
    assert inspect(below, "laporan.xlsx").facts is not None
    assert inspect(above, "laporan.xlsx").findings[0].code == "zip-expansion"
    assert limits.EXPANDED_BYTES >= limits.RATIO_FLOOR


# --- Anything at all ------------------------------------------------------------------------


def rich_workbook() -> bytes:
    """A workbook with a bit of everything, to be damaged."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in range(1, 30):
        sheet.append([f"baris {row}", row / 100, f"=A{row}", None, True])
    sheet.merge_cells("G1:H3")
    sheet["B2"].number_format = "0%"
    sheet["A1"].hyperlink = "https://contoh.go.id/"
    sheet.row_dimensions[5].hidden = True
    workbook.create_sheet("Lain")["A1"] = "x"
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def damage(data: bytes, dice: random.Random) -> bytes:
    """Flip, cut, repeat or swap some bytes."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 40))):
        at = dice.randrange(len(changed) or 1)
        kind = dice.randrange(5)
        if kind == 0 and changed:
            changed[at] = dice.randrange(256)
        elif kind == 1:
            del changed[at : at + dice.randrange(1, 60)]
        elif kind == 2:
            changed[at:at] = changed[at : at + dice.randrange(1, 200)]
        elif kind == 3:
            changed[at:at] = dice.choice((b"<", b">", b'"', b"&", b"\x00", b"-1", b"9" * 12))
        else:
            changed[at : at + 4] = dice.randbytes(4)
    return bytes(changed)


NASTY = (b"", b"-1", b"0", b"99999999999", b"1e9", b"NaN", b"true", b"A1:XFD1048576", b"\xc3\xa9")


def twist(part: bytes, dice: random.Random) -> bytes:
    """Give one attribute another value, so that the XML itself stays sound."""
    values = list(re.finditer(rb'(?<==")[^"]*(?=")', part))
    if not values:
        return part
    victim = dice.choice(values)
    other = dice.choice((*NASTY, dice.choice(values)[0]))
    return part[: victim.start()] + other + part[victim.end() :]


def damage_a_part(content: bytes, dice: random.Random) -> bytes:
    """Damage one part's XML and zip the workbook soundly again."""
    with ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    victim = dice.choice(sorted(files))
    harm = dice.choice((damage, twist))
    return hostile.pack({**files, victim: harm(files[victim], dice)})


def test_no_damage_makes_the_gate_raise(request: pytest.FixtureRequest) -> None:
    rounds = 20_000 if request.config.getoption("--long", default=False) else 400
    dice = random.Random(17)
    content = rich_workbook()
    refused = 0
    for number in range(rounds):
        harm = damage if number % 2 else damage_a_part
        inspection = inspect(harm(content, dice), "laporan.xlsx")
        assert (inspection.facts is None) == any(
            finding.severity is Severity.ERROR for finding in inspection.findings
        )
        refused += inspection.facts is None
    assert refused > rounds / 3


def test_every_cut_of_a_workbook_is_refused() -> None:
    content = rich_workbook()
    for length in range(0, len(content), 97):
        assert inspect(content[:length], "laporan.xlsx").facts is None


def test_random_bytes_are_refused() -> None:
    dice = random.Random(5)
    for start in (
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<",
        zlib.compress(b"x"),
    ):
        for size in (1, 21, 22, 300, 5000):
            assert inspect(start + dice.randbytes(size), "x").facts is None


def test_what_passes_the_gate_never_makes_the_intake_raise(
    request: pytest.FixtureRequest,
) -> None:
    rounds = 5_000 if request.config.getoption("--long", default=False) else 150
    dice = random.Random(23)
    content = rich_workbook()
    for _ in range(rounds):
        reading = examine(damage_a_part(content, dice), "laporan.xlsx")
        assert reading.errors


def test_a_file_openpyxl_stumbles_over_is_refused_by_the_intake() -> None:
    for code, build in hostile.PAST_THE_GATE.items():
        assert inspect(build(TAB), "laporan.xlsx").facts is not None
        assert [finding.code for finding in examine(build(TAB), "x").findings] == [code]


@pytest.mark.parametrize("style", ["", "999"])
def test_a_style_that_does_not_exist_is_refused_by_the_intake(style: str) -> None:
    content = hostile.with_rows(f'<row r="1"><c r="A1" s="{style}"><v>1</v></c></row>')(TAB)
    assert [finding.code for finding in examine(content, "x").findings] == ["file-unreadable"]


def test_at_most_one_error_is_said() -> None:
    content = hostile.workbook(TAB, {SHEET_PART: b"<a>", "xl/x.xml": "<!DOCTYPE a><a/>"})
    assert len(inspect(content, "laporan.xlsx").findings) == 1
    assert isinstance(inspect(content, "laporan.xlsx"), gate.Inspection)
