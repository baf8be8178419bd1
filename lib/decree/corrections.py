"""What somebody says of one row, or of the document itself, against what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from lib.plan import schema

YES, NO = "ya", "tidak"
"""Whether a row goes on with the one above it."""
DOCUMENT = "Dokumen"
ITEMS = (schema.GOVERNMENT, schema.TYPE, schema.NUMBER, schema.ABOUT, schema.DECREED)
"""What is read of the document by its looks; its period follows the years of the rows."""


CONTINUATION = "kelanjutan"
"""What becomes of a kegiatan of the plan before."""


class RowPart(StrEnum):
    """What may be corrected in a row."""

    LEVEL = "tingkat"
    NUMBER = "nomor"
    TIME = "waktu"
    PARTY = "pihak"
    MERGE = "gabung"


def of_row(place: str, part: RowPart) -> str:
    """Name a correction by its row: `tabel 1, baris 5, kolom 1 / waktu`."""
    return f"{place} / {part}"


def of_document(item: str) -> str:
    """Name a correction of the document: `Dokumen / Tentang`."""
    return f"{DOCUMENT} / {item}"


PREVIOUS = of_document(schema.PREVIOUS_PLAN)
"""Names the plan that this one goes on with."""


def of_old(code: str) -> str:
    """Name what becomes of a kegiatan of the plan before: `I.1.a / kelanjutan`."""
    return f"{code} / {CONTINUATION}"


def by_place(answers: Mapping[str, str], part: RowPart) -> dict[str, str]:
    """Return what was said of one part of rows, by their places."""
    ending = of_row("", part)
    return {
        name.removesuffix(ending): answer
        for name, answer in answers.items()
        if name.endswith(ending)
    }


def known(answers: Iterable[str]) -> frozenset[str]:
    """Return those answers that are corrections."""
    parts, items = {*RowPart, CONTINUATION}, {*map(of_document, ITEMS), PREVIOUS}
    return frozenset(
        name for name in answers if name in items or name.rpartition(" / ")[2] in parts
    )


def document(read: Mapping[str, str], answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return a document's items as corrected; one that was emptied is left out."""
    said = {item: answers.get(of_document(item), read.get(item, "")).strip() for item in ITEMS}
    return {item: text for item, text in {**read, **said}.items() if text}
