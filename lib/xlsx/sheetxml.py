"""One pass over a part's XML: forbids what no reader should meet, keeps what readers need.

Elements are known by their local name in every part, whatever the part is called and
wherever it says it belongs, so that a trap cannot hide behind a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from lib.findings import catalogue
from lib.plan.indonesian import number
from lib.xlsx import limits
from lib.xlsx.cellfacts import Attributes, CellReader, Tally
from lib.xlsx.facts import SheetFacts
from lib.xlsx.limits import refuse

STRICT = "http://purl.oclc.org/ooxml/"
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


@dataclass(slots=True)
class Part:
    """What one XML part says of itself and of others."""

    root: str = ""
    strict: bool = False
    facts: SheetFacts = field(default_factory=SheetFacts)
    relationships: list[Attributes] = field(default_factory=list)
    types: list[Attributes] = field(default_factory=list)
    sheets: list[Attributes] = field(default_factory=list)


def is_foreign(head: bytes) -> bool:
    """Tell whether a part begins like XML in another encoding than UTF-8."""
    return head.startswith(_FOREIGN)


def is_xml(head: bytes) -> bool:
    """Tell whether a part begins like XML in UTF-8."""
    return head.removeprefix(_BOM).lstrip().startswith(b"<")


def read(pieces: Iterable[bytes], name: str, sheet: str | None, tally: Tally) -> Part:
    """Read one part as a stream; `Refused` at the first thing no reader may meet.

    `sheet` is the name on the tab, for findings; `tally` is counted on.
    """
    return _Reader(name, sheet, tally).read(pieces)


class _Reader:
    def __init__(self, name: str, sheet: str | None, tally: Tally) -> None:
        self.name = name
        self.sheet = sheet
        self.tally = tally
        self.part = Part()
        self.depth = 0
        self.length = 0
        self.text: list[str] | None = None
        self.cells = cells = CellReader(name, sheet, tally)
        self.starts: dict[str, Callable[[Attributes], None]] = {
            "row": cells.start_row,
            "c": cells.start_cell,
            "f": self.start_formula,
            "v": self.collect,
            "t": self.collect,
            "si": cells.start_string,
            "mergeCell": cells.merge,
            "hyperlink": cells.link,
            "comment": cells.comment,
            "Relationship": self.part.relationships.append,
            "Override": self.part.types.append,
            "Default": self.part.types.append,
            "sheet": self.part.sheets.append,
        }
        self.ends: dict[str, Callable[[str], None]] = {
            "c": cells.end_cell,
            "f": cells.end_formula,
            "v": cells.end_value,
            "t": cells.end_text,
            "si": cells.end_string,
        }

    def read(self, pieces: Iterable[bytes]) -> Part:
        parser = self._parser()
        fed = 0
        try:
            for piece in pieces:
                if not fed and is_foreign(piece):
                    refuse(
                        catalogue.XML_ENCODING, self.sheet, part=self.name, encoding="selain UTF-8"
                    )
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > limits.TOKEN_BYTES:
                    self._too_long(limits.TOKEN_BYTES)
                self._check_counts()
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            self.broken(f"baris {error.lineno}, huruf ke-{error.offset + 1} tidak sesuai XML")
        self.part.facts = self.cells.finish()
        return self.part

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
            refuse(catalogue.XML_ENCODING, self.sheet, part=self.name, encoding=str(encoding)[:40])

    def _doctype(self, *_declaration: object) -> None:
        refuse(catalogue.XML_DOCTYPE, self.sheet, part=self.name)

    def _start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        if self.depth == 1:
            self._root(name, attributes)
        elif self.depth > limits.DEPTH:
            refuse(catalogue.XML_DEPTH, self.sheet, part=self.name, limit=limits.DEPTH)
        local = name[name.rfind(":") + 1 :]
        self.length = 0
        self.text = None
        self.tally.elements += 1
        if local in self.tally.counts:
            self.tally.counts[local] += 1
        if "sqref" in attributes:
            self.tally.ranges += attributes["sqref"].count(" ") + 1
        if "count" in attributes or "uniqueCount" in attributes:
            self._check_declared(attributes)
        if local in self.starts:
            self.starts[local](attributes)

    def _check_declared(self, attributes: Attributes) -> None:
        """Refuse an absurd declared count: readers make room for it before they read on."""
        for key in ("count", "uniqueCount"):
            if _ABSURD.search(attributes.get(key, "")):
                self.broken(f"jumlah {attributes[key][:20]} tidak wajar")

    def _root(self, name: str, attributes: Attributes) -> None:
        self.part.root = name.rpartition(":")[2]
        self.part.strict = any(value.startswith(STRICT) for value in attributes.values())

    def _end(self, name: str) -> None:
        self.depth -= 1
        end = self.ends.get(name[name.rfind(":") + 1 :])
        if end:
            end("".join(self.text or ()))
        self.length = 0
        self.text = None

    def _characters(self, data: str) -> None:
        self.length += len(data)
        if self.length > limits.TEXT_CHARACTERS:
            self._too_long(limits.TEXT_CHARACTERS)
        if self.text is not None:
            self.text.append(data)

    def collect(self, _attributes: Attributes) -> None:
        """Keep the text of the element that just began."""
        self.text = []

    def start_formula(self, attributes: Attributes) -> None:
        self.collect(attributes)
        self.cells.start_formula(attributes)

    def _check_counts(self) -> None:
        for name, (limit, what) in limits.COUNTS.items():
            self.at_most(self.tally.counts[name], limit, what)
        self.at_most(self.tally.elements, limits.ELEMENTS, "unsur")
        self.at_most(self.tally.ranges, limits.RANGES, "rentang aturan")

    def at_most(self, count: int, limit: int, what: str) -> None:
        """Refuse more than `limit` of something."""
        if count > limit:
            refuse(catalogue.TOO_MANY, self.sheet, limit=number(limit), what=what)

    def _too_long(self, limit: int) -> NoReturn:
        refuse(catalogue.XML_LONG, self.sheet, part=self.name, limit=number(limit))

    def broken(self, reason: str) -> NoReturn:
        """Refuse the part as damaged."""
        refuse(catalogue.XML_BROKEN, self.sheet, part=self.name, reason=reason)
