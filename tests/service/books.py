"""Workbooks as people send them back: a download with some cells edited."""

import io
from collections.abc import Callable

import openpyxl
from openpyxl.workbook import Workbook

ACTIVITIES = "Progres Kegiatan"


def reworked(content: bytes, work: Callable[[Workbook], None]) -> bytes:
    """Open a workbook, let somebody work on it, and save it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    work(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edited(content: bytes, sheet: str = ACTIVITIES, **cells: object) -> bytes:
    """Fill in cells of one sheet: `edited(copy, I4=0.25)`."""

    def work(book: Workbook) -> None:
        for address, value in cells.items():
            book[sheet][address] = value

    return reworked(content, work)


def without_version(content: bytes) -> bytes:
    """Drop from the stamp which version the copy was made from."""

    def work(book: Workbook) -> None:
        for item, value in book["Dokumen"].iter_rows(min_col=1, max_col=2):
            if item.value in ("Versi data", "Diunduh pada"):
                value.value = None

    return reworked(content, work)
