"""The Word report's template, what the file says of itself, and how its paper lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from lib.briefing.templates import Unfit, chosen

TEMPLATE = Path(__file__).with_name("laporan.docx")
LANGUAGE = "id-ID"
TO_FILL, TABLE, TABLE_HEAD = "Isian", "Isi Tabel", "Kepala Tabel"
STYLES = (
    *("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"),
    *("List Bullet", "Table Grid", "toc 1", "toc 2", TO_FILL, TABLE, TABLE_HEAD),
)
"""What a template must have."""


def opened(data: Path | None = None) -> Any:
    """Open the template, the one in a data folder before the shipped one, without its texts.

    Raises `Unfit` where it is no Word document or lacks a style.
    """
    path = chosen(TEMPLATE, data)
    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as cause:
        raise Unfit(path.name, "berkasnya bukan dokumen Word (.docx).") from cause
    there = {style.name for style in document.styles}
    missing = [name for name in STYLES if name not in there]
    if missing:
        raise Unfit(path.name, f"gaya berikut tidak ada di dalamnya: {', '.join(missing)}.")
    body = document.element.body
    for each in list(body):
        if each.tag != qn("w:sectPr"):
            body.remove(each)
    return document


def describe(document: Any, title: str, author: str) -> None:
    """Write the file's properties; the template's own dates and names go."""
    core = document.core_properties
    core.title, core.author, core.language = title[:255], author[:255], LANGUAGE
    core.comments = core.keywords = core.last_modified_by = ""
    for name in ("dcterms:created", "dcterms:modified"):
        for stale in core._element.findall(qn(name)):
            core._element.remove(stale)


def turn(section: Any, wide: bool) -> None:
    """Lay a section's paper upright, or lying where it is wide."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    short, long = sorted((section.page_width, section.page_height))
    section.page_width, section.page_height = (long, short) if wide else (short, long)
