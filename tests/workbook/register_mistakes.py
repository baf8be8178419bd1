"""Mistakes in registers: how each is made in Excel, and the finding that it must give."""

from __future__ import annotations

from datetime import date

from openpyxl.workbook import Workbook

from lib.plan.registers.register_sheet import CONTINUATION
from lib.plan.schema import Sheet
from tests.workbook.mistakes import Edit, Mistake, formatted, typed

AR = Sheet.DIRECTIVES
GIVEN, DUE = date(2024, 7, 8), date(2024, 9, 30)


def noted(row: int = 3, **cells: object) -> Edit:
    """Type an instruction without a mistake, but for the cells given by column letter."""
    whole = {
        "A": "1",
        "B": GIVEN,
        "C": "Rapat evaluasi",
        "D": "Selesaikan integrasi",
        "E": "III.1.a",
        "F": "DINKOMINFO",
        "G": DUE,
    }
    named = {f"{letter}{row}": cell for letter, cell in {**whole, **cells}.items()}
    return typed(AR, **named)


def _twice(book: object) -> None:
    noted()(book)  # type: ignore[arg-type]
    noted(4, A="1")(book)  # type: ignore[arg-type]


def _as_number(book: object) -> None:
    noted()(book)  # type: ignore[arg-type]
    formatted(AR, G3=(45565, "General"))(book)  # type: ignore[arg-type]


CO = Sheet.CONTINUATION


def carried_on(row: int = 3, **cells: object) -> Edit:
    """Add the sheet Kelanjutan with one old kegiatan that goes on, but for the cells given."""
    whole = {"A": "I.9", "B": "Kegiatan lama", "C": "Diteruskan", "D": "III.1.a"} | cells

    def edit(book: Workbook) -> None:
        sheet = book.create_sheet(CO)
        headers = (column.header for column in CONTINUATION.columns)
        for place, header in enumerate(headers, 1):
            sheet.cell(2, place, header)
        for letter, cell in whole.items():
            sheet[f"{letter}{row}"] = cell

    return edit


REGISTER_MISTAKES = (
    Mistake(
        "continued-nowhere",
        CO,
        "D3",
        carried_on(D=None),
        "KELANJUTAN “Diteruskan”, tetapi KEGIATAN BARU kosong",
        typed(CO, D3="I.1.b"),
    ),
    Mistake(
        "stopped-unexplained",
        CO,
        "E3",
        carried_on(C="Dihentikan", D=None),
        "ALASAN kosong",
        typed(CO, E3="Tidak ada anggaran"),
    ),
    Mistake(
        "fate-unsaid",
        CO,
        "C3",
        carried_on(C=None),
        "KEGIATAN BARU “III.1.a” terisi",
        typed(CO, C3="Berubah"),
    ),
    Mistake("activity-unknown", CO, "D3", carried_on(D="III.1.z"), "“III.1.z”"),
    Mistake("choice-unknown", CO, "C3", carried_on(C="Selesai"), "“Selesai”"),
    Mistake("row-unnamed", AR, "A3", noted(A=None), "NO baris ini kosong", typed(AR, A3="1")),
    Mistake(
        "row-unnamed",
        Sheet.AGENCIES,
        "A9",
        typed(Sheet.AGENCIES, B9="Dinas Baru"),
        "NAMA baris ini kosong",
        typed(Sheet.AGENCIES, A9="DINBARU"),
    ),
    Mistake("row-doubled", AR, "A4", _twice, "NO “1” sudah dipakai di baris 3", typed(AR, A4="2")),
    Mistake("cell-missing", AR, "B3", noted(B=None), "TANGGAL kosong", typed(AR, B3=GIVEN)),
    Mistake("cell-missing", AR, "C3", noted(C=None), "RAPAT kosong"),
    Mistake("cell-missing", AR, "D3", noted(D=None), "ARAHAN kosong"),
    Mistake("cell-missing", AR, "F3", noted(F=None), "PENANGGUNG JAWAB kosong"),
    Mistake(
        "agency-unknown",
        AR,
        "F3",
        noted(F="DINKOMINFA"),
        "Barangkali maksudnya “DINKOMINFO”",
        typed(AR, F3="DINKOMINFO"),
    ),
    Mistake(
        "activity-unknown",
        AR,
        "E3",
        noted(E="III.1.z"),
        "Barangkali maksudnya “III.1.a”",
        typed(AR, E3="III.1.a"),
    ),
    Mistake("activity-unknown", AR, "E3", noted(E="III.1"), "ber-KODE “III.1”"),
    Mistake("choice-tidied", AR, "E3", noted(E="iii. 1. a"), "dibaca sebagai “III.1.a”"),
    Mistake("date-invalid", AR, "G3", noted(G="akhir November"), "“akhir November”"),
    Mistake("date-invalid", AR, "G3", noted(G="31/02/2024"), "“31/02/2024”"),
    Mistake("date-invalid", AR, "G3", noted(G="25/11/24"), "“25/11/24”"),
    Mistake("date-number", AR, "G3", _as_number, "45.565; bagi Excel, angka itu tanggal 30 Sep"),
    Mistake("date-doubtful", AR, "G3", noted(G="05/11/2024"), "dibaca sebagai 5 November 2024"),
    Mistake("date-read", AR, "G3", noted(G="25 Nopember 2024"), "sebagai 25 November 2024"),
    Mistake(
        "due-before-given",
        AR,
        "G3",
        noted(G=date(2023, 9, 30)),
        "TENGGAT 30 September 2023 mendahului TANGGAL 8 Juli 2024",
        typed(AR, G3=DUE),
    ),
    Mistake(
        "done-unexplained",
        AR,
        "I3",
        noted(H="Selesai", J="https://contoh.id/surat"),
        "TINDAK LANJUT kosong",
        typed(AR, I3="Sudah terintegrasi"),
    ),
    Mistake("done-unproven", AR, "J3", noted(H="Selesai", I="Sudah"), "BUKTI DUKUNG kosong"),
    Mistake("choice-unknown", AR, "H3", noted(H="Beres"), "“Beres”", typed(AR, H3="Terbuka")),
)
