"""The one way in for a decree's file: what it is, whether it is safe, and its tables."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from lib.decree.foreign_table import ForeignTable, Source
from lib.decree.source import excel_tables, pasted_tables, word_gate
from lib.findings import catalogue
from lib.xlsx import filetype, gate
from lib.xlsx.limits import Refused, refuse
from lib.xlsx.package import Package

_TEXT = ("file-csv", "file-text")
"""What the workbook's gate calls a file that holds plain text."""
_OLD = ("file-document", "file-xls", "file-xlsb", "file-ods", "file-numbers", "file-html",
        "file-xml", "file-strict")  # fmt: skip


def open_source(content: bytes, name: str) -> Source:
    """Read the tables of a .docx, an .xlsx or a pasted text.

    Raises Refused with the finding that says what is wrong and what to do.
    """
    base = PurePath(name.replace("\\", "/")).name
    try:
        tables = _tables(content, base)
    except Refused as refused:
        raise _reworded(refused) from None
    if not tables:
        refuse(catalogue.DECREE_NO_TABLE)
    return Source(base, tables)


def _tables(content: bytes, name: str) -> tuple[ForeignTable, ...]:
    try:
        filetype.require_zip(content, name)
    except Refused as refused:
        if refused.finding.code not in _TEXT:
            raise
        return pasted_tables.read(_decoded(content))
    package = Package(content)
    if not word_gate.is_word(package):
        return _sheets(content, name)
    word_gate.inspect(package)
    return _document(content)


def _document(content: bytes) -> tuple[ForeignTable, ...]:
    # python-docx is loaded for whoever brings a Word file, not for every start of the server.
    from lib.decree.source import word_tables

    try:
        tables = word_tables.read(content)
        scanned = not tables and word_tables.has_pictures(content)
    except Exception:
        # python-docx and lxml raise whatever they stumble over.
        refuse(catalogue.DECREE_UNREADABLE)
    if scanned:
        refuse(catalogue.DECREE_PICTURE, kind="dokumen Word yang hanya berisi gambar (pindaian)")
    return tables


def _sheets(content: bytes, name: str) -> tuple[ForeignTable, ...]:
    inspection = gate.inspect(content, name)
    if inspection.facts is None:
        raise Refused(inspection.findings[0])
    try:
        return excel_tables.read(content, inspection.facts)
    except Exception:
        # openpyxl raises whatever it stumbles over.
        refuse(catalogue.DECREE_UNREADABLE)


def _decoded(content: bytes) -> str:
    """Decode a text: by its byte order mark, else UTF-8, else as Windows writes."""
    marks = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
             (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
    for mark, encoding in marks:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _reworded(refused: Refused) -> Refused:
    """Say of a decree's file what the gate says of a workbook, with advice that fits."""
    finding = refused.finding
    if finding.code.startswith("decree-"):
        return refused
    if finding.code == "file-pdf":
        return Refused(catalogue.DECREE_PDF.at())
    kind = finding.seen.removeprefix("Berkas ini ").partition(", bukan")[0].strip(" .")
    if finding.code == "file-image":
        return Refused(catalogue.DECREE_PICTURE.at(kind=kind))
    if finding.code in _OLD:
        return Refused(catalogue.DECREE_OLD.at(kind=kind))
    return Refused(catalogue.DECREE_REFUSED.at(seen=finding.seen))
