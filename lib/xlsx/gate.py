"""The gate before any reader: what a file is, and whether it is safe and sound to open.

Nothing here interprets the plan. A file that passes is an ordinary .xlsx that no reader can
choke on; whether it is *our* workbook is for the reader to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.text.indonesian import number
from lib.xlsx import elements, filetype, limits, sheetxml
from lib.xlsx.elements import Attributes
from lib.xlsx.facts import Facts, SheetFacts
from lib.xlsx.limits import Refused, refuse
from lib.xlsx.package import Package, resolve
from lib.xlsx.sheetxml import PartSeen
from lib.xlsx.usage import Usage, Where

_TYPES = "[Content_Types].xml"
_ROOT_RELS = "_rels/.rels"
_WORKBOOK_TYPE = "spreadsheetml.sheet.main+xml"
_TEMPLATE_TYPE = "spreadsheetml.template.main+xml"
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_UNREAD = "customXml/"
"""Kept by Excel for add-ins (Power Query writes UTF-16 there); no reader opens it."""
_READ_TYPES = (
    "officeDocument",
    "worksheet",
    "chartsheet",
    "dialogsheet",
    "sharedStrings",
    "styles",
    "theme",
    "comments",
    "table",
    "drawing",
    "chart",
    "externalLink",
    "pivotTable",
    "pivotCacheDefinition",
    "pivotCacheRecords",
)
"""Relationships that readers follow and parse as XML."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the gate says of a file."""

    findings: tuple[Finding, ...]
    facts: Facts | None
    """None where no reader may open the file."""


def inspect(content: bytes, name: str) -> Inspection:
    """Say what a file is and whether readers may open it; never raises on a bad file.

    `name` is the file's name as uploaded. At most one error finding; notices may come along
    with facts.
    """
    try:
        filetype.require_zip(content, name)
        return _Workbook(Package(content)).inspect()
    except Refused as refused:
        return Inspection((refused.finding,), None)


class _Workbook:
    """One package on its way through the gate."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.usage = Usage()
        self.struck: frozenset[str] = frozenset()
        """Shared texts with struck-out words, by their number."""
        self.parts: dict[str, PartSeen] = {}
        self.main = ""
        self.tabs: dict[str, tuple[str, bool]] = {}
        """Part of each sheet -> its name on the tab, and whether it is hidden."""

    def inspect(self) -> Inspection:
        entries = self.package.entries
        filetype.require_spreadsheet(entries)
        self._read(_TYPES)
        self._find_workbook()
        self._find_sheets()
        self._read_texts()
        for part in entries:
            if part not in self.parts:
                self._read(part)
        self._check_relationships()
        self._check_texts()
        return Inspection(tuple(self._notices()), self._facts())

    def _read(self, part: str) -> None:
        """Stream one part through the XML reader, or past it where it is not XML."""
        pieces = self.package.stream(part)
        first = next(pieces, b"")
        if elements.is_foreign(first):
            if not part.startswith(_UNREAD):
                refuse(catalogue.XML_ENCODING, part=part, encoding="selain UTF-8")
        elif not part.startswith(_UNREAD) and self._is_xml(part, first):
            self._parse(part, first, pieces)
        for _ in pieces:
            pass

    def _is_xml(self, part: str, first: bytes) -> bool:
        return part.lower().endswith(_XML_SUFFIXES) or elements.is_xml(first)

    def _parse(self, part: str, first: bytes, rest: Iterator[bytes]) -> None:
        sheet = self.tabs[part][0] if part in self.tabs else None
        try:
            read = sheetxml.read(_chain(first, rest), Where(part, sheet), self.usage, self.struck)
        except Refused as refused:
            # Excel itself writes loose markup into .vml, which no reader opens.
            if refused.finding.code == catalogue.XML_BROKEN.code and part.endswith(".vml"):
                return
            raise
        self.parts[part] = read
        self.usage = read.usage

    def _find_workbook(self) -> None:
        """Find the one workbook part that every reader would find."""
        types = _ContentTypes(self.parts[_TYPES])
        targets = self._root_targets()
        used = {types.of(part) for part in self.package.entries}
        mains = {types.of(part) for part in targets}
        filetype.require_workbook_type(mains or used, used)
        if not any(kind.endswith((_WORKBOOK_TYPE, _TEMPLATE_TYPE)) for kind in mains or used):
            refuse(catalogue.WORKBOOK_MISSING, reason="bukan buku kerja")
        self._require(_ROOT_RELS)
        if len(targets) != 1:
            refuse(catalogue.WORKBOOK_MISSING, reason="tidak menunjuk bagian buku kerjanya")
        self.main = targets.pop()
        self._require(self.main)
        if self.parts[self.main].strict:
            refuse(catalogue.FILE_STRICT)
        if self.parts[self.main].root != "workbook":
            self._missing(self.main)

    def _root_targets(self) -> set[str]:
        """Name the parts that call themselves the office document."""
        if _ROOT_RELS not in self.package.entries:
            return set()
        self._require(_ROOT_RELS)
        return {
            resolve("", item.get("Target", ""))
            for item in self.parts[_ROOT_RELS].listed["Relationship"]
            if item.get("Type", "").endswith("/officeDocument")
        }

    def _require(self, part: str) -> None:
        if part in self.package.entries and part not in self.parts:
            self._read(part)
        if part not in self.parts:
            self._missing(part)

    def _missing(self, part: str) -> None:
        refuse(catalogue.WORKBOOK_MISSING, reason=f"bagian {part[:80]} tidak ada")

    def _find_sheets(self) -> None:
        """Name each sheet's part by its tab; `Refused` where two share a name or a part."""
        rels = _rels_of(self.main)
        self._require(rels)
        targets = {
            item.get("Id", ""): resolve(self.main, item.get("Target", ""))
            for item in self.parts[rels].listed["Relationship"]
        }
        names: set[str] = set()
        for item in self.parts[self.main].listed["sheet"]:
            name = item.get("name", "")
            part = targets.get(_relationship_id(item), "")
            if part not in self.package.entries:
                refuse(catalogue.SHEET_PARTS, name=name, reason="tidak ada isinya")
            if name.casefold() in names or part in self.tabs:
                refuse(catalogue.SHEET_PARTS, name=name, reason="ada dua kali")
            names.add(name.casefold())
            self.tabs[part] = (name, item.get("state", "visible") != "visible")
        if not self.tabs:
            refuse(catalogue.WORKBOOK_MISSING, reason="tidak memuat satu lembar pun")

    def _read_texts(self) -> None:
        """Read the shared texts before the sheets, which say only their numbers."""
        for item in self.parts[_rels_of(self.main)].listed["Relationship"]:
            part = resolve(self.main, item.get("Target", ""))
            is_texts = item.get("Type", "").endswith("/sharedStrings")
            if is_texts and part in self.package.entries and part not in self.parts:
                self._read(part)
                self.struck = self.parts[part].struck if part in self.parts else self.struck

    def _check_relationships(self) -> None:
        """Hold readers to what was read here, and each part to being read about once."""
        if sum(part.root == "workbook" for part in self.parts.values()) > 1:
            refuse(catalogue.ZIP_DUPLICATE, part=self.main)
        total = 0
        for rels, part in self.parts.items():
            for item in part.listed["Relationship"]:
                target = resolve(_source_of(rels), item.get("Target", ""))
                if item.get("TargetMode") == "External" or target not in self.package.entries:
                    continue
                kind = item.get("Type", "").rpartition("/")[2]
                if kind in _READ_TYPES and target not in self.parts:
                    refuse(catalogue.XML_BROKEN, part=target, reason="isinya bukan XML")
                total += self.package.size(target)
        if total > limits.READING_BYTES:
            self._refuse_sum("byte isi", limits.READING_BYTES)

    def _check_texts(self) -> None:
        """Bound the shared texts as often as cells use them, and refuse uses of none."""
        texts = [text for part in self.parts.values() for text in part.texts]
        uses = sum((part.text_uses for part in self.parts.values()), Counter[str]())
        total = 0
        for index, count in uses.items():
            if not (index.isascii() and index.isdigit() and int(index) < len(texts)):
                reason = "sebuah sel menunjuk teks yang tidak ada"
                refuse(catalogue.XML_BROKEN, part="sharedStrings.xml", reason=reason)
            total += count * texts[int(index)].length
        if total > limits.REPEATED_CHARACTERS:
            self._refuse_sum("huruf semua sel", limits.REPEATED_CHARACTERS)

    def _refuse_sum(self, what: str, limit: int) -> None:
        refuse(catalogue.TOO_LONG_TOGETHER, what=what, limit=number(limit))

    def _notices(self) -> Iterator[Finding]:
        if any(part.root == "externalLink" for part in self.parts.values()):
            yield catalogue.EXTERNAL_LINKS.at()

    def _facts(self) -> Facts:
        sheets: dict[str, SheetFacts] = {}
        for part, (name, hidden) in self.tabs.items():
            if part not in self.parts:
                refuse(catalogue.SHEET_PARTS, name=name, reason="isinya bukan XML")
            facts, links = self.parts[part].facts, MappingProxyType(self._links(part))
            sheets[name] = replace(facts, hidden=hidden, links=links)
        return Facts(MappingProxyType(sheets))

    def _links(self, sheet: str) -> dict[str, str]:
        """Return where the cells of a sheet link to, out of the workbook."""
        rels = self.parts.get(_rels_of(sheet))
        targets = {
            item.get("Id", ""): item.get("Target", "")
            for item in (rels.listed["Relationship"] if rels else ())
            if item.get("TargetMode") == "External"
        }
        return {
            item.get("ref", "").partition(":")[0]: targets[_relationship_id(item)]
            for item in self.parts[sheet].listed["hyperlink"]
            if _relationship_id(item) in targets
        }


class _ContentTypes:
    """What `[Content_Types].xml` says of each part; what it says of none counts for nothing."""

    def __init__(self, part: PartSeen) -> None:
        self._of_parts = {
            item.get("PartName", "").lstrip("/").casefold(): item.get("ContentType", "")
            for item in part.listed["Override"]
        }
        self._of_suffixes = {
            item.get("Extension", "").casefold(): item.get("ContentType", "")
            for item in part.listed["Default"]
        }

    def of(self, part: str) -> str:
        name = part.casefold()
        return self._of_parts.get(name) or self._of_suffixes.get(name.rpartition(".")[2], "")


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _rels_of(part: str) -> str:
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels".lstrip("/")


def _source_of(rels: str) -> str:
    folder, _, base = rels.rpartition("/")
    return f"{folder.removesuffix('_rels')}{base.removesuffix('.rels')}"


def _relationship_id(sheet: Attributes) -> str:
    return next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
