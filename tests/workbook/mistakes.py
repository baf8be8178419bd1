"""Mistakes of hurried people: how each is made in Excel, and the finding that it must give."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook

from lib.plan.plan import Plan, Stamp
from lib.plan.schema import Sheet
from lib.workbook.writing import writer
from tests.factory import RUBRIC, decree_plan

TA, TB, PA, PI, DOC = (
    Sheet.PROGRAM,
    Sheet.INDICATOR,
    Sheet.ACTIVITY_PROGRESS,
    Sheet.INDICATOR_PROGRESS,
    Sheet.DOCUMENT,
)

Edit = Callable[[Workbook], object]


@cache
def stamped_plan(version: int = 12) -> Plan:
    """The decreed plan as somebody downloads it: with a version in its stamp."""
    plan = decree_plan()
    stamp = Stamp(plan.stamp.plan_id, version, "3 Oktober 2024 09.14 WIB")
    return Plan(
        plan.document,
        plan.program,
        plan.indicators,
        plan.activity_progress,
        plan.indicator_progress,
        stamp,
    )


@cache
def download() -> bytes:
    """The workbook that somebody downloads and fills in."""
    return writer.write(stamped_plan())


def edited(edit: Edit, content: bytes | None = None) -> bytes:
    """Open a workbook, change it, save it."""
    workbook = openpyxl.load_workbook(BytesIO(download() if content is None else content))
    edit(workbook)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def typed(sheet: str, **cells: object) -> Edit:
    """Type values into cells, whose formats stay."""

    def edit(workbook: Workbook) -> None:
        for address, value in cells.items():
            cell = workbook[sheet][address]
            number_format = cell.number_format
            cell.value = value
            cell.number_format = number_format

    return edit


def pasted(sheet: str, **cells: object) -> Edit:
    """Paste values into cells, which wipes their formats out."""

    def edit(workbook: Workbook) -> None:
        for address, value in cells.items():
            workbook[sheet][address].value = value
            workbook[sheet][address].number_format = "General"

    return edit


ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'
"""What Excel's comma button gives a cell."""


def formatted(sheet: str, **cells: tuple[object, str]) -> Edit:
    """Type values into cells and choose how they are shown."""

    def edit(workbook: Workbook) -> None:
        for address, (value, number_format) in cells.items():
            workbook[sheet][address].value = value
            workbook[sheet][address].number_format = number_format

    return edit


def copied_row(sheet: str, source: int, target: int) -> Edit:
    """Copy a row's values to another row."""

    def edit(workbook: Workbook) -> None:
        for cell in workbook[sheet][source]:
            workbook[sheet].cell(target, cell.column).value = cell.value

    return edit


def with_saved_formula(content: bytes, sheet: str, address: str, formula: str) -> bytes:
    """Turn a number cell into a formula whose saved value is that number."""
    part = f"xl/worksheets/sheet{list(Sheet).index(Sheet(sheet)) + 1}.xml"
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as changed:
        for name in source.namelist():
            data = source.read(name).decode() if name == part else source.read(name)
            if isinstance(data, str):
                pattern = rf'(<c r="{address}"[^>]*>)(<v>)'
                data, count = re.subn(pattern, rf"\1<f>{formula}</f>\2", data)
                assert count == 1
            changed.writestr(name, data)
    return target.getvalue()


@dataclass(frozen=True)
class Mistake:
    """One mistake: how it is made, and what must be said where."""

    code: str
    sheet: str | None
    cell: str | None
    edit: Edit
    words: str
    """Words that the finding's first sentence must hold."""
    mend: Edit | None = None
    """How a person mends it at the named cell alone; None where that is not enough."""


def _delete(name: str) -> Edit:
    return lambda workbook: workbook.remove(workbook[name])


def _delete_row(name: str, row: int) -> Edit:
    return lambda workbook: workbook[name].delete_rows(row)


def _delete_rows(name: str, first: int, count: int) -> Edit:
    return lambda workbook: workbook[name].delete_rows(first, count)


def _rename(old: str, new: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[old]
        sheet.title = "sementara"
        sheet.title = new

    return edit


def _hide_sheet(workbook: Workbook) -> None:
    workbook[PI].sheet_state = "hidden"


def _hide_renamed(workbook: Workbook) -> None:
    _rename(PI, "progres indikator")(workbook)
    workbook["progres indikator"].sheet_state = "hidden"


def _copy_and_fill_as(title: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        copy = workbook.copy_worksheet(workbook[PA])
        copy.title = title
        copy["K7"] = 0.5

    return edit


_copy_and_fill = _copy_and_fill_as("Progres Kegiatan (2)")


def _insert_column(workbook: Workbook) -> None:
    """Insert a column in front of REALISASI TW III, and fill it in without a header."""
    workbook[PA].insert_cols(11)
    typed(PA, K4="80%", K5="90%")(workbook)


def _hide_rows(workbook: Workbook) -> None:
    for row in (7, 8):
        workbook[PA].row_dimensions[row].hidden = True


def _swap_columns(workbook: Workbook) -> None:
    sheet = workbook[PA]
    for row in range(3, 21):
        first, second = sheet.cell(row, 16), sheet.cell(row, 17)
        first.value, second.value = second.value, first.value


def _only_programs(workbook: Workbook) -> None:
    for row in range(5, workbook[TA].max_row + 1):
        for column in range(3, workbook[TA].max_column + 1):
            workbook[TA].cell(row, column).value = None


def _swap_rows(workbook: Workbook) -> None:
    sheet = workbook[PA]
    for first, second in zip(sheet[4], sheet[9], strict=True):
        first.value, second.value = second.value, first.value


def _dated(address: str) -> Edit:
    """Type 1/2/2024, of which Excel makes a date."""

    def edit(workbook: Workbook) -> None:
        workbook[PA][address].value = date(2024, 2, 1)

    return edit


def _merge(workbook: Workbook) -> None:
    workbook[PA].merge_cells("P4:P5")


def _dressed(address: str, ground: str | None = None, **font: object) -> Edit:
    """Fill a cell in and dress its words."""

    def edit(workbook: Workbook) -> None:
        cell = workbook[PA][address]
        cell.value, cell.font = "Jaringan", Font(**font)
        cell.fill = PatternFill("solid", fgColor=ground) if ground else PatternFill()

    return edit


def _partly_struck(workbook: Workbook) -> None:
    struck = TextBlock(InlineFont(strike=True), "lama ")
    workbook[PA]["P7"].value = CellRichText(struck, "baru")


def _hide_column(workbook: Workbook) -> None:
    workbook[PA]["P7"].value = "Jaringan"
    workbook[PA].column_dimensions["P"].hidden = True


def _linked(words: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        cell = workbook[PA]["R7"]
        cell.hyperlink = "https://a.id/foto"
        cell.value = words

    return edit


TOO_LONG = "a" * 2001

SHEETS_AND_HEADERS = (
    Mistake("sheet-missing", TA, None, _delete(TA), "“A. Program” tidak ditemukan"),
    Mistake("sheet-missing", PA, None, _rename(PA, "Progres Kegiatn"), "“Progres Kegiatn”"),
    Mistake("sheet-renamed", "progres KEGIATAN", None, _rename(PA, "progres KEGIATAN"), PA),
    Mistake(
        "sheet-extra", "Hitungan", None, lambda book: book.create_sheet("Hitungan"), "tidak dibaca"
    ),
    Mistake("sheet-copy", "Progres Kegiatan (2)", None, _copy_and_fill, "isinya berbeda"),
    Mistake("sheet-copy", "Rekap", None, _copy_and_fill_as("Rekap"), "“Progres Kegiatan”"),
    Mistake(
        "sheet-hidden-renamed", "progres indikator", None, _hide_renamed, "“Progres Indikator”"
    ),
    Mistake("column-untitled", PA, "W5", typed(PA, W5="Menunggu"), "di kolom W terisi “Menunggu”"),
    Mistake(
        "column-untitled",
        PA,
        "K4",
        _insert_column,
        "Sel ini dan 1 sel lain di kolom K terisi “80%”",
    ),
    Mistake("sheet-hidden", PI, None, _hide_sheet, "tersembunyi"),
    Mistake("rows-hidden", PA, None, _hide_rows, "2 baris tersembunyi atau tersaring"),
    Mistake("header-not-found", PA, None, _delete_row(PA, 3), "20 baris pertama"),
    Mistake(
        "header-missing",
        PA,
        "K3",
        typed(PA, K3="REALISASI TW 3"),
        "“REALISASI TW III”",
        typed(PA, K3="REALISASI TW III"),
    ),
    Mistake("header-missing", PA, None, typed(PA, K3=None), "“REALISASI TW III”"),
    Mistake(
        "header-doubled",
        PA,
        "W3",
        typed(PA, W3="KENDALA"),
        "yang pertama di P3",
        typed(PA, W3=None),
    ),
    Mistake(
        "header-tidied", PA, "P3", typed(PA, P3=" Kendala "), "“Kendala” dibaca sebagai “KENDALA”"
    ),
    Mistake("columns-reordered", PA, None, _swap_columns, "dikenali dari judulnya"),
    Mistake("column-extra", PA, "W3", typed(PA, W3="Catatan saya"), "“Catatan saya”"),
    Mistake(
        "years-missing", TA, None, typed(TA, C3=None, D3=None), "tidak ada satu pun kolom tahun"
    ),
    Mistake(
        "header-doubled", TA, "D3", typed(TA, D3=2023), "yang pertama di C3", typed(TA, D3=2024)
    ),
    Mistake("table-empty", TA, None, _delete_rows(TA, 5, 60), "tidak ada satu baris pun"),
    Mistake("value-invisible", PA, "P7", _dressed("P7", color="FFFFFFFF"), "“Jaringan”"),
    Mistake("value-invisible", PA, "P7", _dressed("P7", "FF123456", color="FF123456"), "sewarna"),
    Mistake("value-struck", PA, "P7", _dressed("P7", strike=True), "“Jaringan”"),
    Mistake("value-struck", PA, "P7", _partly_struck, "“lama baru”"),
    Mistake("column-hidden", PA, "P3", _hide_column, "KENDALA"),
    Mistake("merged-cell", PA, "P4", _merge, "P4:P5"),
    Mistake("formula-unsaved", PA, "K7", typed(PA, K7="=SUM(I7:J7)"), "rumus", typed(PA, K7=None)),
    Mistake("error-cell", PA, "K7", typed(PA, K7="#N/A"), "#N/A", typed(PA, K7=None)),
    Mistake("error-cell", PA, "P7", typed(PA, P7="#REF!"), "#REF!", typed(PA, P7=None)),
    Mistake("error-cell", TA, "C7", typed(TA, C7="#VALUE!"), "#VALUE!", typed(TA, C7="X")),
    Mistake("stamp-missing", DOC, "B14", typed(DOC, B14=None), "Versi data", typed(DOC, B14=12)),
    Mistake(
        "stamp-unreadable",
        DOC,
        "B14",
        typed(DOC, B14="dua belas"),
        "“dua belas”",
        typed(DOC, B14=12),
    ),
    Mistake("scheme-unknown", DOC, "B12", typed(DOC, B12="9"), "“9”", typed(DOC, B12="1")),
    Mistake(
        "plan-other",
        DOC,
        "B13",
        typed(DOC, B13="rencana-lain"),
        "“rencana-lain”",
        typed(DOC, B13=decree_plan().stamp.plan_id),
    ),
)

CELLS_AND_ROWS = (
    Mistake(
        "text-tidied",
        PA,
        "P7",
        typed(PA, P7="\u00a0jaringan\u200b lambat \r\nsekali "),
        "dirapikan",
    ),
    Mistake(
        "control-characters", PA, "P7", typed(PA, P7="jaringan_x0007_ lambat"), "jaringan lambat"
    ),
    Mistake("text-from-value", PA, "Q7", _dated("Q7"), "1 Februari 2024"),
    Mistake("text-long", PA, "P7", typed(PA, P7=TOO_LONG), "2.001 huruf", typed(PA, P7="Ringkas")),
    Mistake("number-from-text", PA, "M7", typed(PA, M7="Rp 1.250.000"), "dibaca sebagai 1.250.000"),
    Mistake("number-from-text", PA, "K7", typed(PA, K7="75 %"), "“75 %” dibaca sebagai 75"),
    Mistake("number-from-text", PA, "D7", typed(PA, D7="2024"), "dibaca sebagai 2024"),
    Mistake(
        "number-ambiguous", PA, "M7", typed(PA, M7="1.250"), "1250 atau 1,25", typed(PA, M7=1250)
    ),
    Mistake(
        "number-invalid", PA, "K7", typed(PA, K7="tujuh lima"), "“tujuh lima”", typed(PA, K7=0.75)
    ),
    Mistake(
        "date-for-number",
        PA,
        "M7",
        _dated("M7"),
        "1 Februari 2024",
        pasted(PA, M7=5),
    ),
    Mistake("number-nothing", PI, "I4", typed(PI, I4="Nihil"), "“Nihil”", typed(PI, I4=0)),
    Mistake("placeholder-blank", PI, "I4", typed(PI, I4="belum ada"), "“belum ada”"),
    Mistake("placeholder-blank", PA, "P7", typed(PA, P7="Tidak ada kendala."), "kendala.”"),
    Mistake(
        "shown-otherwise",
        PA,
        "M7",
        formatted(PA, M7=(250, '0" juta"')),
        "“250 juta”, padahal isinya 250",
        formatted(PA, M7=(250_000_000, "#,##0")),
    ),
    Mistake(
        "shown-otherwise",
        PA,
        "K7",
        formatted(PA, K7=(0, "0%;-0%;")),
        "kosong, padahal isinya 0",
        typed(PA, K7=None),
    ),
    Mistake("dash-zero", PA, "N7", formatted(PA, N7=(0, ACCOUNTING)), "“-”; isinya 0"),
    Mistake("digits-hidden", PA, "K7", formatted(PA, K7=(0.755, "0%")), "76%, isinya 75,5%"),
    Mistake(
        "rounded-away",
        PA,
        "K7",
        formatted(PA, K7=(0.996, "0%")),
        "100%, padahal isinya 99,6%",
        typed(PA, K7=1),
    ),
    Mistake(
        "percent-ambiguous", PA, "K7", pasted(PA, K7=0.75), "75% atau 0,75%", typed(PA, K7="75%")
    ),
    Mistake("percent-ambiguous", PA, "K7", pasted(PA, K7=1), "100% atau 1%", typed(PA, K7="100%")),
    Mistake(
        "percent-scale",
        PA,
        "K7",
        typed(PA, K7=75),
        "menampilkan 7500%; dibaca sebagai 75%",
        typed(PA, K7=0.75),
    ),
    Mistake(
        "percent-over",
        PA,
        "K7",
        formatted(PA, K7=(1.2, "0%")),
        "120% atau 1,2%",
        typed(PA, K7=1),
    ),
    Mistake("percent-unformatted", PA, "K7", pasted(PA, K7=75), "dibaca sebagai 75%"),
    Mistake("percent-range", PA, "K7", pasted(PA, K7=120), "120", pasted(PA, K7=100)),
    Mistake("percent-range", PA, "K7", typed(PA, K7=-0.1), "-10%", typed(PA, K7=0)),
    Mistake("amount-negative", PA, "M7", typed(PA, M7=-5), "-5", typed(PA, M7=5)),
    Mistake("amount-fraction", PA, "M7", typed(PA, M7=1.25), "1,25 rupiah", typed(PA, M7=1250)),
    Mistake("year-invalid", PA, "D7", typed(PA, D7="dua ribu"), "“dua ribu”", typed(PA, D7=2024)),
    Mistake("mark-read", TA, "C7", typed(TA, C7="x"), "“x” dibaca sebagai X"),
    Mistake("mark-unknown", TA, "C6", typed(TA, C6="?"), "“?”", typed(TA, C6=None)),
    Mistake(
        "choice-unknown",
        PA,
        "O7",
        typed(PA, O7="Ditnda"),
        "Barangkali maksudnya “Ditunda”",
        typed(PA, O7=None),
    ),
    Mistake("choice-unknown", PI, "G4", typed(PI, G4="Datar"), "“Datar”", typed(PI, G4="Naik")),
    Mistake("choice-tidied", PI, "G4", typed(PI, G4=" turun"), "dibaca sebagai “Turun”"),
    Mistake(
        "link-invalid",
        PA,
        "R7",
        typed(PA, R7="foto.jpg"),
        "“foto.jpg”",
        typed(PA, R7="https://contoh.id/foto.jpg"),
    ),
    Mistake(
        "link-invalid",
        PA,
        "R7",
        typed(PA, R7="javascript:alert(1)"),
        "javascript",
        typed(PA, R7=None),
    ),
    Mistake(
        "link-labelled",
        PA,
        "R7",
        typed(PA, R7="1. https://a.id/x\n2) Foto: https://a.id/y."),
        "“1. https://a.id/x",
    ),
    Mistake("link-behind", PA, "R7", _linked("Foto kegiatan"), "menuju https://a.id/foto"),
    Mistake("unit-yes-no", PI, "I4", typed(PI, F4="Ya/Tidak", I4=100), "100", typed(PI, I4="Ya")),
    Mistake("unit-number", PI, "I4", typed(PI, I4="Ya"), "SATUAN-nya kosong", typed(PI, I4=1)),
    Mistake(
        "step-invalid",
        PI,
        "I4",
        typed(PI, F4="Tahap", N4=RUBRIC, I4=5),
        "berisi 5, sedangkan SATUAN-nya “Tahap”",
        typed(PI, I4=4),
    ),
    Mistake(
        "step-invalid",
        PI,
        "H4",
        formatted(PI, H4=(0.03, "0%"), F4=("tahap", "@"), N4=(RUBRIC, "@")),
        "berisi 3%",
        formatted(PI, H4=(3, "General")),
    ),
    Mistake(
        "steps-fall",
        PI,
        "G4",
        typed(PI, F4="Tahap", N4=RUBRIC, G4="Turun"),
        "ARAH Turun",
        typed(PI, G4=None),
    ),
    Mistake(
        "rubric-missing", PI, "N4", typed(PI, F4="Tahap"), "RUBRIK kosong", typed(PI, N4=RUBRIC)
    ),
    Mistake(
        "rubric-lines",
        PI,
        "N4",
        typed(PI, F4="Tahap", N4=RUBRIC.replace("SOP dirancang", "SOP\ndirancang")),
        "5 baris: “Belum ada SOP”, “SOP”, “dirancang”",
        typed(PI, N4=RUBRIC),
    ),
    Mistake(
        "rubric-order",
        PI,
        "N4",
        typed(PI, F4="Tahap", N4="4. d\n3. c\n2. b\n1. a"),
        "bernomor 4, 3, 2, dan 1",
        typed(PI, N4=RUBRIC),
    ),
    Mistake(
        "rubric-unused",
        PI,
        "N4",
        typed(PI, F4="%", N4=RUBRIC),
        "sedangkan SATUAN-nya “%”",
        typed(PI, N4=None),
    ),
    Mistake(
        "unit-percent",
        PI,
        "H4",
        typed(PI, F4="orang", H4="75%"),
        "SATUAN-nya “orang”",
        typed(PI, H4=75),
    ),
    Mistake(
        "target-in-words",
        PI,
        "H4",
        typed(PI, F4="%", H4="Meningkat"),
        "“Meningkat”",
        typed(PI, H4=5),
    ),
    Mistake(
        "measure-small",
        PI,
        "I4",
        typed(PI, F4="%", I4=0.75),
        "dibaca sebagai 0,75%",
        typed(PI, I4=75),
    ),
    Mistake("key-missing", PA, "K21", typed(PA, K21=50), "NO dan TAHUN-nya kosong"),
    Mistake("key-missing", PA, "A7", typed(PA, A7=None, D7=None), "NO dan TAHUN-nya kosong"),
    Mistake("text-outside", PA, "P21", typed(PA, P21="catatan"), "Sel ini terisi “catatan”"),
    Mistake(
        "text-outside",
        PA,
        "B22",
        typed(PA, B22="JUMLAH", M22=5, N22=2),
        "Sel ini dan 2 sel lain di baris yang sama terisi “JUMLAH”",
    ),
    Mistake("text-outside", TA, "E31", typed(TA, E31="Sekretaris Daerah"), "Sekretaris Daerah"),
    Mistake("key-missing", PA, "D7", typed(PA, D7=None), "TAHUN-nya kosong", typed(PA, D7=2024)),
    Mistake(
        "key-unknown",
        PA,
        "A7",
        typed(PA, A7="II.1.aa"),
        "Barangkali maksudnya “II.1.a”",
        typed(PA, A7="II.1.a"),
    ),
    Mistake(
        "key-unknown",
        PA,
        "D7",
        typed(PA, D7=2023),
        "Tahun yang direncanakan: 2024",
        typed(PA, D7=2024),
    ),
    Mistake("key-doubled", PA, "A21", copied_row(PA, 7, 21), "sudah ada di baris 7"),
    Mistake("row-missing", PA, None, _delete_row(PA, 7), "II.1.a tahun 2024"),
    Mistake("rows-reordered", PA, None, _swap_rows, "dikenali dari NO dan TAHUN"),
    Mistake(
        "locked-changed",
        PA,
        "B7",
        typed(PA, B7="Kegiatan lain"),
        "KEGIATAN berisi “Kegiatan lain”",
        lambda book: typed(PA, B7=book[TA]["B12"].value)(book),
    ),
    Mistake(
        "locked-changed",
        PA,
        "C7",
        typed(PA, C7=None),
        "PIHAK TERLIBAT berisi (kosong)",
        typed(PA, C7="DINKOMINFO"),
    ),
    Mistake(
        "locked-changed",
        PI,
        "C4",
        typed(PI, C4="lain"),
        "INDIKATOR berisi “lain”",
        lambda book: typed(PI, C4=book[TB]["C4"].value)(book),
    ),
    Mistake(
        "code-missing",
        TA,
        "B6",
        typed(TA, B6=None),
        "nya kosong",
        typed(TA, B6="PROGRAM PENATAAN ORGANISASI"),
    ),
    Mistake(
        "code-doubled",
        TA,
        "G21",
        typed(TA, G21="iv.1.A"),
        "KODE “iv.1.A” sudah dipakai di baris 20",
        typed(TA, G21="IV.1.b"),
    ),
    Mistake("number-repeated", TA, "A21", typed(TA, A21="IV.1.a"), "KODE “IV.1.b”"),
    Mistake("group-missing", TA, "A5", typed(TA, F5="2"), "“KP I”"),
    Mistake("code-doubled", TB, "A8", typed(TB, A4="I", A8="i"), "“i” sudah dipakai di baris 4"),
    Mistake("activities-missing", TA, None, _only_programs, "satu pun kegiatan"),
    Mistake("plan-changed", TA, "B7", typed(TA, B7="Kegiatan baru"), "baris I.1.b"),
    Mistake("plan-changed", DOC, "B4", typed(DOC, B4="1/1"), "Nomor: "),
    Mistake("plan-changed", TB, "C4", typed(TB, C4="Indikator baru"), "baris 1.a"),
    Mistake(
        "cumulative-falls",
        PA,
        "K7",
        typed(PA, I7=0.3, K7=0.2),
        "REALISASI TW III 20% lebih kecil dari REALISASI TW I 30%",
        typed(PA, K7=0.4),
    ),
    Mistake(
        "cumulative-falls", PA, "H7", typed(PA, G7=0.8, H7=0.7), "TARGET TW IV 70%", typed(PA, H7=1)
    ),
    Mistake(
        "budget-over",
        PA,
        "N7",
        typed(PA, M7=1000000, N7=2000000),
        "Rp2.000.000 melebihi PAGU ANGGARAN Rp1.000.000",
        typed(PA, N7=500000),
    ),
    Mistake(
        "decision-without-obstacle",
        PA,
        "S7",
        typed(PA, S7="sekretaris daerah"),
        "“Sekretaris Daerah”, tetapi KENDALA kosong",
        typed(PA, P7="Menunggu dana"),
    ),
    Mistake(
        "verification-in-part",
        PA,
        "T7",
        typed(PA, U7="Sesuai"),
        "DIVERIFIKASI SAMPAI kosong",
        typed(PA, T7="TW I"),
    ),
    Mistake(
        "verification-in-part",
        PA,
        "U7",
        typed(PA, T7="TW II", V7="sudah dilihat"),
        "HASIL VERIFIKASI kosong",
        typed(PA, U7="Sesuai"),
    ),
    Mistake(
        "verification-unexplained",
        PA,
        "V7",
        typed(PA, T7="TW I", U7="Perlu perbaikan"),
        "CATATAN VERIFIKASI kosong",
        typed(PA, V7="Bukti tidak dapat dibuka"),
    ),
    Mistake(
        "remark-without-obstacle",
        PA,
        "P7",
        typed(PA, O7="Ditunda"),
        "KENDALA kosong",
        typed(PA, P7="Menunggu"),
    ),
    Mistake(
        "remark-without-obstacle",
        PA,
        "P7",
        typed(PA, O7="Tidak terlaksana", P7=" \u200b"),
        "“Tidak terlaksana”",
        typed(PA, P7="Tidak ada dana"),
    ),
)

MISTAKES = SHEETS_AND_HEADERS + CELLS_AND_ROWS


def name_of(mistake: Mistake) -> str:
    return f"{mistake.code}-{mistake.cell or 'lembar'}"
