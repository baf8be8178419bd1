"""What a register is, told by data: sheet, columns, key, who may change what, which cells it needs.

A register is a sheet of keyed rows beside the decree's tables. Whoever adds one names its sheet
in `schema.Sheet`, at its place in the workbook, and describes it in `REGISTERS`. Reading and
writing it, its record, differences, merge, forms, rights and the words of its changes follow from
the description; so do its plain rules (a key each, needed cells, dates, known agencies and
kegiatan). Rules of its own go into `register_rules.RULES`, with an entry in the catalogue of
findings; what a screen makes of its rows goes into a module of its own beside `directives`.
A workbook or record without the sheet says nothing about it: what stands stays as it is.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lib.plan.schema import (
    PREVIOUS_PLAN,
    PROGRESS_COLUMNS,
    TEXT_LIMIT,
    Column,
    Kind,
    Sheet,
    letter,
)

REGISTER_HEADER_ROW = 2
REGISTER_FIRST_ROW = 3
"""Where a register's header and rows stand in a workbook of our own making."""

Registers = Mapping[Sheet, pd.DataFrame]
"""The rows of each register, as texts; labels are Excel rows, NaN is a blank cell."""


Piece = tuple[str, str]
"""A column, and the words of a sentence in which its cell stands."""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """One register: its columns, what names a row, and whose each cell is."""

    columns: tuple[Column, ...]
    key: str
    """The column whose text names the row."""
    needed: frozenset[str] = frozenset()
    """Columns that no row may leave blank, beside the key."""
    of_plan: bool = False
    """Whether it belongs to the plan itself, whose change is asked about."""
    owner: str | None = None
    """The column that names the agencies in charge of the row; None where nobody but admin is."""
    answered: frozenset[str] = frozenset()
    """Columns that the agency in charge may change; admin may change all."""
    told: tuple[Piece, ...] = ()
    """The sentence that tells a row, in pieces; one whose cell is blank is left out."""
    answer: tuple[Piece, ...] = ()
    """The sentence that tells what the agency in charge answered."""
    is_numbered: bool = False
    """Whether the key is a running number, which says nothing of what its row is about."""
    room: int = 0
    """Blank rows that a download offers for typing."""
    item: str = ""
    """The item of Dokumen that calls for it: a workbook without that and without rows lacks it."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


AGENCIES = RegisterSheet(
    (
        Column("nama", "NAMA", help="Sebutan yang dipakai rencana dan akun."),
        Column("nama_lengkap", "NAMA LENGKAP", help="Nama resmi, boleh kosong."),
        Column("alias", "ALIAS", help="Sebutan lain, satu per baris (Alt+Enter)."),
        Column(
            "peran",
            "PERAN",
            Kind.CHOICE,
            choices=("Verifikator",),
            help="Kosong, atau Verifikator bagi yang memeriksa laporan.",
        ),
    ),
    key="nama",
    told=(("nama", "{}"), ("nama_lengkap", " ({})"), ("peran", ", {}")),
    of_plan=True,
)
"""Who the plan's texts mean; `register` reads its rows."""

CONTINUED, CHANGED, STOPPED = "Diteruskan", "Berubah", "Dihentikan"
"""What KELANJUTAN says of an old kegiatan; blank is not mapped yet."""

CONTINUATION = RegisterSheet(
    (
        Column("kode_lama", "KODE LAMA", help="KODE kegiatan di rencana sebelumnya."),
        Column("kegiatan_lama", "KEGIATAN LAMA", help="Uraiannya di rencana sebelumnya."),
        Column(
            "kelanjutan",
            "KELANJUTAN",
            Kind.CHOICE,
            choices=(CONTINUED, CHANGED, STOPPED),
            help="Kosong berarti belum dipetakan. Dihentikan memerlukan ALASAN.",
        ),
        Column(
            "kegiatan",
            "KEGIATAN BARU",
            Kind.ACTIVITY,
            help="KODE kegiatan di A. Program yang meneruskannya.",
        ),
        Column("alasan", "ALASAN", limit=TEXT_LIMIT, help="Mengapa berubah atau dihentikan."),
    ),
    key="kode_lama",
    told=(
        ("kode_lama", "{}"),
        ("kegiatan_lama", " {}"),
        ("kelanjutan", ": {}"),
        ("kegiatan", ", menjadi {}"),
        ("alasan", ", alasan: {}"),
    ),
    room=20,
    item=PREVIOUS_PLAN,
)
"""What became of each kegiatan of the plan before; `continuation` reads its rows."""

OPEN, DONE, WITHDRAWN = "Terbuka", "Selesai", "Dicabut"
"""What STATUS says of an instruction; blank is open."""

DIRECTIVES = RegisterSheet(
    (
        Column("no", "NO", help="Nomor arahan, tidak boleh sama dengan yang lain."),
        Column("tanggal", "TANGGAL", Kind.DATE, help="Tanggal rapat, misalnya 25/11/2026."),
        Column("rapat", "RAPAT", help="Nama rapat, sama bagi semua arahan rapat itu."),
        Column("arahan", "ARAHAN", limit=TEXT_LIMIT, help="Apa yang harus dikerjakan."),
        Column(
            "kegiatan",
            "KEGIATAN",
            Kind.ACTIVITY,
            help="KODE kegiatan di A. Program; kosong bila tidak menyangkut satu kegiatan.",
        ),
        Column("penanggung_jawab", "PENANGGUNG JAWAB", Kind.AGENCY, help="Perangkat daerah."),
        Column("tenggat", "TENGGAT", Kind.DATE, help="Tanggal selesai, misalnya 31/12/2026."),
        Column(
            "status",
            "STATUS",
            Kind.CHOICE,
            choices=(OPEN, DONE, WITHDRAWN),
            help="Kosong berarti Terbuka. Selesai memerlukan TINDAK LANJUT.",
        ),
        Column("tindak_lanjut", "TINDAK LANJUT", limit=TEXT_LIMIT, help="Apa yang sudah dibuat."),
        Column(
            "bukti_dukung",
            "BUKTI DUKUNG",
            Kind.LINKS,
            help="Tautan http atau https, satu per baris (Alt+Enter untuk baris baru).",
        ),
    ),
    key="no",
    needed=frozenset({"tanggal", "rapat", "arahan", "penanggung_jawab"}),
    owner="penanggung_jawab",
    answered=frozenset({"status", "tindak_lanjut", "bukti_dukung"}),
    told=(
        ("arahan", "{}"),
        ("penanggung_jawab", ", kepada {}"),
        ("tenggat", ", paling lambat {}"),
    ),
    answer=(
        ("status", "{}"),
        ("tindak_lanjut", ", tindak lanjut: {}"),
        ("bukti_dukung", ", bukti dukung: {}"),
    ),
    is_numbered=True,
    room=100,
)
"""The instructions of meetings; `directives` reads its rows."""

REGISTERS: Mapping[Sheet, RegisterSheet] = {
    Sheet.AGENCIES: AGENCIES,
    Sheet.DIRECTIVES: DIRECTIVES,
    Sheet.CONTINUATION: CONTINUATION,
}
"""Every register, in the order of the workbook."""

COLUMNS: Mapping[Sheet, tuple[Column, ...]] = ChainMap(
    {sheet: register.columns for sheet, register in REGISTERS.items()}, PROGRESS_COLUMNS
)
"""The columns of every sheet that is described by data."""


def column_of(sheet: Sheet, name: str) -> Column | None:
    """Return the description of a column; None where its sheet is described otherwise."""
    return next((column for column in COLUMNS.get(sheet, ()) if column.name == name), None)


def address_of(sheet: Sheet, name: str, row: int) -> str:
    """Name a cell of a download in Excel terms, such as `Arahan!H7`."""
    return f"{sheet}!{letter([column.name for column in COLUMNS[sheet]].index(name))}{row}"


def is_of_plan(sheet: Sheet) -> bool:
    """Tell whether a sheet holds the plan itself, not what is reported about it."""
    if sheet in REGISTERS:
        return REGISTERS[sheet].of_plan
    return sheet not in PROGRESS_COLUMNS


def register_frame(
    sheet: Sheet, rows: Iterable[Mapping[Any, Any]], labels: pd.Index | None = None
) -> pd.DataFrame:
    """Return a register's rows as its frame, labelled as in a fresh workbook where unsaid."""
    listed = list(rows)
    if labels is None:
        labels = pd.RangeIndex(REGISTER_FIRST_ROW, REGISTER_FIRST_ROW + len(listed))
    return pd.DataFrame(listed, labels, list(REGISTERS[sheet].names), dtype="str")


def register_columns(sheet: Sheet, cells: Mapping[str, list[Any]]) -> pd.DataFrame:
    """Return a register's frame from its columns, labelled as in a fresh workbook."""
    names = REGISTERS[sheet].names
    labels = pd.RangeIndex(REGISTER_FIRST_ROW, REGISTER_FIRST_ROW + len(cells[names[0]]))
    return pd.DataFrame({name: pd.array(cells[name], dtype="str") for name in names}, labels)


def blank_registers() -> Registers:
    """Return registers without rows."""
    return {sheet: register_frame(sheet, ()) for sheet in REGISTERS}


def next_number(taken: Iterable[object]) -> str:
    """Return a number that no row of a register has yet: one more than the highest."""
    keys = map(str, taken)
    return str(max((int(key) for key in keys if key.isascii() and key.isdigit()), default=0) + 1)
