"""The gate before a Word document: the same discipline as for a workbook.

Every part is inflated under the workbook's limits and streamed once, so that entities, bombs,
endless nesting and lies about sizes end here; nothing outside the file is ever followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType

from lib.findings import catalogue
from lib.xlsx import elements
from lib.xlsx.elements import Elements
from lib.xlsx.limits import refuse
from lib.xlsx.package import Package
from lib.xlsx.usage import Usage, Where

MAIN = "word/document.xml"

_XML_SUFFIXES = (".xml", ".rels")
_UNREAD = "customXml/"
"""Kept for add-ins, in whatever encoding; nothing here opens it."""
_MACROS = "vbaproject.bin"


def is_word(package: Package) -> bool:
    """Tell whether a zip is laid out as a Word document."""
    return MAIN in package.entries


def inspect(package: Package) -> None:
    """Read every part of a Word document once; `Refused` at the first thing no reader may meet."""
    usage = Usage()
    for part in package.entries:
        if part.lower().endswith(_MACROS):
            refuse(catalogue.FILE_MACRO)
        pieces = package.stream(part)
        first = next(pieces, b"")
        if part.startswith(_UNREAD):
            continue
        if elements.is_foreign(first):
            refuse(catalogue.XML_ENCODING, part=part, encoding="selain UTF-8")
        if part.lower().endswith(_XML_SUFFIXES) or elements.is_xml(first):
            usage = _read(part, chain((first,), pieces), usage)
        for _ in pieces:
            pass


def _read(part: str, pieces: Iterator[bytes], usage: Usage) -> Usage:
    seen = Elements(Where(part), usage)
    for _ in seen.events(pieces):
        pass
    return Usage(seen.elements, MappingProxyType(dict(seen.counts)), seen.ranges)
