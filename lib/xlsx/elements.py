"""A part's XML as a stream of events, refused at the first thing that no reader may meet.

Elements are known by their local name in every part, whatever the part is called and
wherever it says it belongs, so that a trap cannot hide behind a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NoReturn
from xml.parsers import expat

from lib.findings import catalogue
from lib.plan.text.indonesian import number
from lib.xlsx import limits
from lib.xlsx.usage import Usage, Where

Attributes = dict[str, str]
Event = tuple[str, Attributes | None, str]
"""An element's name with its attributes where it begins, or with None and its text at its end."""

STRICT = "http://purl.oclc.org/ooxml/"
LISTED = (
    "mergeCell",
    "hyperlink",
    "comment",
    "col",
    "sheetView",
    "sheet",
    "Relationship",
    "Override",
    "Default",
)
"""Elements that say all they have to say in their attributes."""
_WITH_TEXT = frozenset({"f", "v", "t"})
_BEGINNINGS = frozenset({"row", "c", "f", "si", "strike", *LISTED})
_ENDS = frozenset({"c", "si", *_WITH_TEXT})
"""What becomes an event; other beginnings and ends are only counted."""
_ABSURD = re.compile(r"[1-9][0-9]{6}")
"""A million or more."""
_UTF8 = (None, "utf-8", "utf8", "us-ascii", "ascii")
_BOM = b"\xef\xbb\xbf"
_FOREIGN = (
    b"\xff\xfe<\x00",
    b"\xfe\xff\x00<",
    b"<\x00",
    b"\x00<",
    b"\xff\xfe\x00\x00",
    b"\x00\x00\xfe\xff",
    b"\x00\x00\x00<",
    b"\x4c\x6f\xa7\x94",
)
"""Beginnings of XML in UTF-16, UTF-32 and EBCDIC (XML 1.0, appendix F)."""


def is_foreign(head: bytes) -> bool:
    """Tell whether a part begins like XML in another encoding than UTF-8."""
    return head.startswith(_FOREIGN)


def is_xml(head: bytes) -> bool:
    """Tell whether a part begins like XML in UTF-8."""
    return head.removeprefix(_BOM).lstrip().startswith(b"<")


class Elements:
    """One part's elements: events to iterate over, and afterwards its root and its counts."""

    def __init__(self, where: Where, spent: Usage) -> None:
        self.root = ""
        self.strict = False
        self.elements, self.ranges = spent.elements, spent.ranges
        self.counts = dict(spent.counts)
        self._where = where
        self._depth = 0
        self._length = 0
        self._text: list[str] | None = None
        self._events: list[Event] = []

    def events(self, pieces: Iterable[bytes]) -> Iterator[Event]:
        """Yield a part's events as its bytes come in."""
        return chain.from_iterable(self._batches(pieces))

    def _batches(self, pieces: Iterable[bytes]) -> Iterator[list[Event]]:
        parser = self._parser()
        fed = 0
        try:
            for piece in pieces:
                if not fed and is_foreign(piece):
                    self._where.refuse(catalogue.XML_ENCODING, encoding="selain UTF-8")
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > limits.TOKEN_BYTES:
                    self._too_long(limits.TOKEN_BYTES)
                self._check_counts()
                yield self._taken()
            parser.Parse(b"", True)
            yield self._taken()
        except expat.ExpatError as error:
            self._where.broken(
                f"baris {error.lineno}, huruf ke-{error.offset + 1} tidak sesuai XML"
            )

    def _taken(self) -> list[Event]:
        taken, self._events = self._events, []
        return taken

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("UTF-8")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        return parser

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding.lower() if encoding else None) not in _UTF8:
            self._where.refuse(catalogue.XML_ENCODING, encoding=str(encoding)[:40])

    def _doctype(self, *_declaration: object) -> None:
        self._where.refuse(catalogue.XML_DOCTYPE)

    def _start(self, name: str, attributes: Attributes) -> None:
        local = name[name.rfind(":") + 1 :] if ":" in name else name
        if not self._depth:
            self.root = local
            self.strict = any(value.startswith(STRICT) for value in attributes.values())
        self._depth += 1
        if self._depth > limits.DEPTH:
            self._where.refuse(catalogue.XML_DEPTH, limit=limits.DEPTH)
        self._length = 0
        self._text = [] if local in _WITH_TEXT else None
        self.elements += 1
        if local in self.counts:
            self.counts[local] += 1
        if "sqref" in attributes:
            self.ranges += attributes["sqref"].count(" ") + 1
        if "count" in attributes or "uniqueCount" in attributes:
            self._check_declared(attributes)
        if local in _BEGINNINGS:
            self._events.append((local, attributes, ""))

    def _check_declared(self, attributes: Attributes) -> None:
        """Refuse an absurd declared count: readers make room for it before they read on."""
        for key in ("count", "uniqueCount"):
            if _ABSURD.search(attributes.get(key, "")):
                self._where.broken(f"jumlah {attributes[key][:20]} tidak wajar")

    def _end(self, name: str) -> None:
        self._depth -= 1
        local = name[name.rfind(":") + 1 :] if ":" in name else name
        if local in _ENDS:
            text = self._text
            self._events.append((local, None, "".join(text) if text else ""))
        self._length = 0
        self._text = None

    def _characters(self, data: str) -> None:
        self._length += len(data)
        if self._length > limits.TEXT_CHARACTERS:
            self._too_long(limits.TEXT_CHARACTERS)
        if self._text is not None:
            self._text.append(data)

    def _check_counts(self) -> None:
        for name, (limit, what) in limits.COUNTS.items():
            self._where.at_most(self.counts[name], limit, what)
        self._where.at_most(self.elements, limits.ELEMENTS, "unsur")
        self._where.at_most(self.ranges, limits.RANGES, "rentang aturan")

    def _too_long(self, limit: int) -> NoReturn:
        self._where.refuse(catalogue.XML_LONG, limit=number(limit))
