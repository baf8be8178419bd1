"""What a file is by its content, named before anything opens it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from pathlib import PurePath
from typing import NoReturn

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry
from lib.plan.text.indonesian import number
from lib.xlsx import limits
from lib.xlsx.limits import refuse
from lib.xlsx.package import MEGABYTE

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCK_PREFIXES = ("~$", ".~lock.")

_MAGIC: tuple[tuple[bytes, CatalogueEntry, str], ...] = (
    (rb"%PDF-", catalogue.FILE_PDF, ""),
    (rb"\x89PNG", catalogue.FILE_IMAGE, "PNG"),
    (rb"\xff\xd8\xff", catalogue.FILE_IMAGE, "JPEG"),
    (rb"GIF8[79]a", catalogue.FILE_IMAGE, "GIF"),
    (rb"II\*\x00|MM\x00\*", catalogue.FILE_IMAGE, "TIFF"),
    (rb"BM.{4}\x00{4}", catalogue.FILE_IMAGE, "BMP"),
    (rb"RIFF.{4}WEBP", catalogue.FILE_IMAGE, "WebP"),
    (rb".{4}ftyp(?:hei|mif1)", catalogue.FILE_IMAGE, "HEIC"),
    (rb"\{\\rtf", catalogue.FILE_DOCUMENT, "dokumen RTF"),
    (rb"Rar!", catalogue.FILE_ARCHIVE, "arsip RAR"),
    (rb"7z\xbc\xaf\x27\x1c", catalogue.FILE_ARCHIVE, "arsip 7-Zip"),
    (rb"\x1f\x8b", catalogue.FILE_ARCHIVE, "arsip GZIP"),
    (rb"PK\x05\x06", catalogue.FILE_ARCHIVE, "arsip ZIP yang kosong"),
    (rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00", catalogue.FILE_XLS, ""),
)
_OLE_STREAMS: tuple[tuple[str, CatalogueEntry, str], ...] = (
    ("EncryptedPackage", catalogue.FILE_PASSWORD, ""),
    ("WordDocument", catalogue.FILE_DOCUMENT, "dokumen Word lama (.doc)"),
    ("PowerPoint Document", catalogue.FILE_DOCUMENT, "presentasi PowerPoint lama (.ppt)"),
    ("__substg1.0", catalogue.FILE_DOCUMENT, "surat Outlook (.msg)"),
    ("Workbook", catalogue.FILE_XLS, ""),
    ("Book", catalogue.FILE_XLS, ""),
)
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06.{14}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""BOF of the workbook stream, perhaps WriteProtect, then FILEPASS ([MS-XLS] 2.1.7.20.1)."""

_OPEN_DOCUMENTS = {
    b"spreadsheet": "buku kerja OpenDocument (.ods)",
    b"text": "dokumen teks OpenDocument (.odt)",
    b"presentation": "presentasi OpenDocument (.odp)",
}
_MIMETYPE = re.compile(rb".{26}mimetypeapplication/vnd\.oasis\.opendocument\.([a-z]+)", re.DOTALL)
"""The first entry of every OpenDocument zip, stored as it is (OpenDocument 1.2, part 3, 3.3)."""
_TEXT_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_INSIDE = ((".xlsx", "buku kerja"), (".csv", "CSV"), (".xls", "buku kerja Excel lama"))
_OFFICE: tuple[tuple[str, CatalogueEntry, str], ...] = (
    ("wordprocessingml.document.main", catalogue.FILE_DOCUMENT, "dokumen Word"),
    ("wordprocessingml.template.main", catalogue.FILE_DOCUMENT, "dokumen Word"),
    ("ms-word.", catalogue.FILE_DOCUMENT, "dokumen Word"),
    ("presentationml.presentation.main", catalogue.FILE_DOCUMENT, "presentasi PowerPoint"),
    ("presentationml.slideshow.main", catalogue.FILE_DOCUMENT, "presentasi PowerPoint"),
    ("ms-powerpoint.", catalogue.FILE_DOCUMENT, "presentasi PowerPoint"),
    ("ms-visio.", catalogue.FILE_DOCUMENT, "gambar Visio"),
    ("ms-excel.sheet.binary", catalogue.FILE_XLSB, ""),
    ("macroEnabled", catalogue.FILE_MACRO, ""),
)
_MACROS = ("ms-office.vbaProject", "ms-excel.macrosheet", "ms-excel.intlmacrosheet")
_SEPARATORS = tuple(re.compile(rf"{mark}(?! )") for mark in (",", ";", r"\t", r"\|"))
"""What parts the fields of a CSV; in prose a blank follows."""
_SAMPLE = 4096


def require_zip(content: bytes, name: str) -> None:
    """Raise `Refused`, naming what the file is, unless it is a zip of a permitted size."""
    base = PurePath(name.replace("\\", "/")).name
    if base.startswith(_LOCK_PREFIXES):
        refuse(catalogue.FILE_LOCK, name=base)
    if not content:
        refuse(catalogue.FILE_EMPTY)
    if len(content) > limits.FILE_BYTES:
        size, limit = (number(n / MEGABYTE, 2) for n in (len(content), limits.FILE_BYTES))
        refuse(catalogue.FILE_LARGE, size=size, limit=limit)
    if content.startswith(ZIP):
        _refuse_open_document(content)
        return
    if content.startswith(_OLE):
        _refuse_ole(content)
    for magic, entry, kind in _MAGIC:
        if re.match(magic, content, re.DOTALL):
            refuse(entry, kind=kind)
    _refuse_text(_text(content[:_SAMPLE]), base)


def require_spreadsheet(parts: Collection[str]) -> None:
    """Raise `Refused`, naming what the zip is, unless it is laid out as Office files are."""
    if any(part.endswith((".iwa", "Index.zip")) for part in parts):
        refuse(catalogue.FILE_NUMBERS)
    if "[Content_Types].xml" in parts:
        return
    if any(part.startswith("xl/") for part in parts):
        refuse(catalogue.WORKBOOK_MISSING, reason="daftar isinya ([Content_Types].xml) hilang")
    suffixes = {PurePath(part).suffix.lower() for part in parts}
    inside = next((word for suffix, word in _INSIDE if suffix in suffixes), "berkas lain")
    refuse(catalogue.FILE_ARCHIVE, kind=f"arsip ZIP berisi {inside}")


def require_workbook_type(mains: Collection[str], used: Collection[str]) -> None:
    """Raise `Refused`, naming what the Office file is, unless it is a workbook without macros.

    `mains` are the content types of its main part, `used` those of all parts that are there.
    """
    for mark, entry, kind in _OFFICE:
        if any(mark in content_type for content_type in mains):
            refuse(entry, kind=kind)
    if any(mark in content_type for content_type in used for mark in _MACROS):
        refuse(catalogue.FILE_MACRO)


def _refuse_open_document(content: bytes) -> None:
    if match := _MIMETYPE.match(content, len(ZIP)):
        refuse(catalogue.FILE_ODS, kind=_OPEN_DOCUMENTS.get(match[1], "berkas OpenDocument"))


def _refuse_ole(content: bytes) -> None:
    for stream, entry, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            if entry is catalogue.FILE_XLS and _LOCKED_XLS.search(content):
                refuse(catalogue.FILE_PASSWORD, kind=" (Excel lama, .xls)")
            refuse(entry, kind=kind)
    refuse(catalogue.FILE_UNKNOWN)


def _text(sample: bytes) -> str | None:
    """Read the beginning of a file as text; None where it is not text."""
    encoding = next((name for bom, name in _TEXT_BOMS if sample.startswith(bom)), None)
    if encoding is None and b"\x00" in sample:
        wide = {"utf-16-le": sample[1:40:2], "utf-16-be": sample[0:40:2]}
        encoding = next((name for name, zeros in wide.items() if not any(zeros)), None)
        if encoding is None:
            return None
    text = sample.decode(encoding or "utf-8", errors="replace")
    odd = sum(c == "\ufffd" or (ord(c) < 32 and c not in "\t\r\n\f") for c in text)
    return None if odd > len(text) / 20 else text


def _refuse_text(text: str | None, name: str) -> NoReturn:
    if text is None:
        refuse(catalogue.FILE_UNKNOWN)
    start = text.lstrip()
    if "schemas-microsoft-com:office:spreadsheet" in text and start.startswith("<"):
        refuse(catalogue.FILE_XML, kind="XML Spreadsheet 2003")
    if _HTML.search(text) if not start.startswith("<?xml") else "<html" in text:
        refuse(catalogue.FILE_HTML)
    if start.startswith("<"):
        refuse(catalogue.FILE_XML, kind="berkas XML")
    lines = [line for line in text.splitlines() if line.strip()][:5]
    parted = any(all(mark.search(line) for line in lines) for mark in _SEPARATORS)
    if parted or name.lower().endswith((".csv", ".tsv")):
        refuse(catalogue.FILE_CSV)
    refuse(catalogue.FILE_TEXT)
