"""Makes workbooks that no reader should meet, and files that are none; each small on disk."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET_PART = "xl/worksheets/sheet1.xml"
STRINGS_PART = "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True)
class Tab:
    """The sheet a trap is set in."""

    name: str = "Progres Kegiatan"
    state: str = "visible"


def sheet(rows: str = "", after: str = "", before: str = "") -> str:
    """A worksheet part around some rows."""
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def relations(*items: tuple[str, str, str]) -> str:
    """A .rels part of (id, kind, target)."""
    inside = "".join(
        f'<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for id, kind, target in items
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def types(main: str = SHEET_TYPE, more: str = "") -> str:
    """The list of content types."""
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>{more}</Types>'
    )


def book(tab: Tab, more: str = "", sheets: str = "") -> str:
    """The workbook part with one sheet, or with `sheets`."""
    sheets = sheets or (
        f'<sheet name={quoteattr(tab.name)} sheetId="1" state="{tab.state}" r:id="rId1"/>'
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets>{more}</workbook>'
    )


def parts(tab: Tab, changes: Mapping[str, str | bytes | None] | None = None) -> dict[str, bytes]:
    """All parts of a small workbook; `changes` replace, add or (None) leave out parts."""
    made: dict[str, str | bytes | None] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book(tab),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml")),
        SHEET_PART: sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
        **(changes or {}),
    }
    return {
        name: part.encode() if isinstance(part, str) else part
        for name, part in made.items()
        if part is not None
    }


def pack(files: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Zip some files."""
    packed = BytesIO()
    with ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def workbook(tab: Tab, changes: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """A small workbook with some parts changed."""
    return pack(parts(tab, changes))


def with_rows(rows: str = "", after: str = "", before: str = "") -> Callable[[Tab], bytes]:
    """A builder of workbooks whose sheet holds this."""
    return lambda tab: workbook(tab, {SHEET_PART: sheet(rows, after, before)})


def raw_zip(name: bytes, packed: bytes, size: int, checksum: int = 0, method: int = 8) -> bytes:
    """A zip of one entry whose directory says whatever is asked."""
    common = struct.pack("<5H3L2H", 20, 0, method, 0, 33, checksum, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<3H2L", 0, 0, 0, 0, 0)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central + name), len(local), 0)
    return local + central + name + end


def blanks(megabytes: int, declared: int | None = None) -> bytes:
    """A zip of so many MB of blanks; its directory may declare (and checksum) only some bytes."""
    block = 1024 * 1024
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(b" " * block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * megabytes + packer.flush()
    checksum = zlib.crc32(b" " * (declared or 0))
    return raw_zip(b"[Content_Types].xml", packed, declared or megabytes * block, checksum)


def bomb(_tab: Tab) -> bytes:
    """2 GB in 2 MB."""
    return blanks(2048)


def lying_bomb(_tab: Tab) -> bytes:
    """2 GB in 2 MB that claims to be 1 kB."""
    return blanks(2048, declared=1024)


def lying(_tab: Tab) -> bytes:
    """2 MB that claims to be 1 kB, which `zipfile` believes."""
    return blanks(2, declared=1024)


def two_of(files: Mapping[str, bytes], name: str, again: str) -> bytes:
    """Zip some files, one of them a second time under another spelling."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for each, content in {**files, again: files[name]}.items():
            archive.writestr(ZipInfo(each), content)
    return packed.getvalue()


def _encrypted(tab: Tab) -> bytes:
    content = bytearray(workbook(tab))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


def _shared(text: str, uses: int) -> Callable[[Tab], bytes]:
    cells = "".join(
        f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 50 + "</row>" for n in range(1, uses)
    )
    strings = f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    return lambda tab: workbook(tab, {SHEET_PART: sheet(cells), STRINGS_PART: strings})


def _many(part: str, root: str, item: str, count: int) -> Callable[[Tab], bytes]:
    text = f'<{root} xmlns="{MAIN}">{item * count}</{root.split()[0]}>'
    return lambda tab: workbook(tab, {part: text})


def _laughs(tab: Tab) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{entities}]>'
    inside = sheet('<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>')
    return workbook(tab, {SHEET_PART: doctype + inside})


def _sheets(*items: tuple[str, str]) -> Callable[[Tab], bytes]:
    inside = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="{id}"/>' for n, (name, id) in enumerate(items, 1)
    )
    return lambda tab: workbook(tab, {"xl/workbook.xml": book(tab, sheets=inside)})


def _file(content: bytes) -> Callable[[Tab], bytes]:
    return lambda _tab: content


def _ole(stream: str, start: bytes = b"") -> Callable[[Tab], bytes]:
    return _file(OLE + start + bytes(64) + stream.encode("utf-16-le"))


def _typed(main: str, more: str = "") -> Callable[[Tab], bytes]:
    return lambda tab: workbook(tab, {"[Content_Types].xml": types(main, more)})


def _cell(reference: str, inside: str = "<v>1</v>") -> str:
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{reference}" s="1">{inside}</c></row>'


_VBA = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_XLS_LOCKED = b"\x09\x08\x10\x00\x00\x06" + bytes(14) + b"\x2f\x00\xc8\x00"
_VALIDATION = '<dataValidation type="whole" sqref="A1:B2"/>'
_FAR = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
_MASTER = "+".join(["A1"] * 2500)
_SHARED_FORMULA = f'<row r="1"><c><f t="shared" si="0" ref="A1:B2">{_MASTER}</f></c></row>' + (
    '<row><c><f t="shared" si="0"/></c></row>' * 400
)
_PERSON = "http://purl.oclc.org/ooxml/spreadsheetml/main"


@dataclass(frozen=True)
class Trap:
    """One bad file: how it is made, the code it gets and words its sentence must hold."""

    code: str
    build: Callable[[Tab], bytes]
    says: str
    name: str = "laporan.xlsx"
    label: str = field(default="")

    def __str__(self) -> str:
        return f"{self.code}-{self.label or self.says}"


WRONG_FILES = (
    Trap("file-empty", _file(b""), "kosong"),
    Trap("file-large", _file(bytes(5 * 1024 * 1024 + 1)), "MB"),
    Trap("file-lock", _file(bytes(165)), "~$laporan.xlsx", "~$laporan.xlsx"),
    Trap("file-lock", _file(b""), ".~lock.laporan.xlsx#", ".~lock.laporan.xlsx#"),
    Trap("file-xls", _ole("Workbook"), "Excel lama (.xls)."),
    Trap("file-password", _ole("Workbook", _XLS_LOCKED), "(Excel lama, .xls) dikunci"),
    Trap("file-xls", _file(b"\x09\x08\x08\x00\x00\x05" + bytes(90)), ".xls"),
    Trap("file-password", _ole("EncryptedPackage"), "kata sandi"),
    Trap("file-password", _encrypted, "kata sandi", label="zip"),
    Trap("file-document", _ole("WordDocument"), "Word lama"),
    Trap("file-document", _ole("PowerPoint Document"), "PowerPoint lama"),
    Trap("file-document", _file(b"{\\rtf1 Laporan}"), "RTF"),
    Trap("file-unknown", _ole("Apa Saja"), "tidak dikenali"),
    Trap("file-unknown", _file(bytes(range(256)) * 4), "tidak dikenali", label="bytes"),
    Trap("file-pdf", _file(b"%PDF-1.7\n"), "PDF"),
    Trap("file-image", _file(b"\x89PNG\r\n\x1a\n" + bytes(20)), "PNG"),
    Trap("file-image", _file(b"\xff\xd8\xff\xe0" + bytes(20)), "JPEG"),
    Trap("file-csv", _file(b"NO;TAHUN;REALISASI\nI.1.b;2023;75\n"), "CSV"),
    Trap("file-csv", _file("NO,TAHUN\nI.1.b,2023\n".encode("utf-16")), "CSV", label="utf-16"),
    Trap("file-text", _file(b"Catatan rapat, Senin: belum selesai.\n"), "teks biasa"),
    Trap("file-html", _file(b"<html><body><table><tr><td>1</td></tr></table>"), "HTML"),
    Trap("file-xml", _file(b'<?xml version="1.0"?><data><baris/></data>'), "XML"),
    Trap(
        "file-xml",
        _file(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
        ),
        "XML Spreadsheet 2003",
    ),
    Trap("file-archive", _file(b"Rar!\x1a\x07\x00" + bytes(20)), "RAR"),
    Trap("file-archive", _file(b"PK\x05\x06" + bytes(18)), "kosong"),
    Trap("file-archive", _file(pack({"tabel.csv": b"a,b"})), "CSV"),
    Trap("file-archive", _file(pack({"laporan.xlsx": b"PK"})), "buku kerja"),
    Trap(
        "file-ods",
        _file(pack({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, ZIP_STORED)),
        ".ods",
    ),
    Trap("file-numbers", _file(pack({"Index/Document.iwa": b"x"})), "Numbers"),
    Trap("file-xlsb", _typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), ".xlsb"),
    Trap("file-macro", _typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "makro"),
    Trap(
        "file-macro",
        lambda tab: workbook(
            tab, {"[Content_Types].xml": types(more=_VBA), "xl/vbaProject.bin": b"vba"}
        ),
        "makro",
        label="vba",
    ),
    Trap("file-document", _typed("x.wordprocessingml.document.main+xml"), "Word"),
    Trap("file-document", _typed("x.presentationml.presentation.main+xml"), "PowerPoint"),
    Trap(
        "file-strict",
        lambda tab: workbook(tab, {"xl/workbook.xml": f'<workbook xmlns="{_PERSON}"/>'}),
        "Strict Open XML",
    ),
)

BROKEN_ZIPS = (
    Trap("zip-broken", lambda tab: workbook(tab)[:-30], "bagian akhirnya hilang"),
    Trap("zip-broken", lambda tab: workbook(tab)[:600], "terpotong", label="cut"),
    Trap("zip-broken", lambda tab: workbook(tab) + b"\n", "rusak", label="trailing"),
    Trap("zip-broken", lambda tab: pack(parts(tab), ZIP_BZIP2), "pemampatan"),
    Trap("zip-broken", lying, "tidak sesuai", label="lying"),
    Trap("zip-expansion", lying_bomb, "mengembang", label="lying"),
    Trap("zip-expansion", bomb, "mengembang", label="2 GB"),
    Trap("zip-expansion", lambda tab: workbook(tab, {"a.bin": bytes(41 << 20)}), "mengembang"),
    Trap(
        "zip-expansion",
        lambda tab: workbook(tab, {"xl/comments/": bytes(41 << 20)}),
        "mengembang",
        label="folder",
    ),
    Trap(
        "zip-entries",
        lambda tab: workbook(tab, {f"xl/media/{n}.png": b"" for n in range(1001)}),
        "1.006 bagian",
    ),
    Trap(
        "zip-duplicate", lambda tab: two_of(parts(tab), SHEET_PART, SHEET_PART.upper()), "dua kali"
    ),
    Trap(
        "zip-duplicate",
        lambda tab: workbook(tab, {"xl/workbook2.xml": book(tab)}),
        "dua kali",
        label="workbooks",
    ),
    Trap("zip-path", lambda tab: two_of(parts(tab), SHEET_PART, "../../etc/x.xml"), "../../etc"),
    Trap("zip-path", lambda tab: two_of(parts(tab), SHEET_PART, "/xl/x.xml"), "/xl/x.xml"),
    Trap("zip-path", lambda tab: two_of(parts(tab), SHEET_PART, "xl\\x.xml"), "xl\\x.xml"),
    Trap("zip-path", lambda tab: two_of(parts(tab), SHEET_PART, "C:/x.xml"), "C:/x.xml"),
    Trap(
        "workbook-missing", lambda tab: workbook(tab, {"xl/workbook.xml": None}), "xl/workbook.xml"
    ),
    Trap("workbook-missing", lambda tab: workbook(tab, {"_rels/.rels": None}), "_rels/.rels"),
    Trap("workbook-missing", lambda tab: workbook(tab, {"[Content_Types].xml": None}), "Content"),
    Trap("workbook-missing", _typed("application/xml"), "bukan buku kerja"),
    Trap(
        "workbook-missing",
        lambda tab: workbook(tab, {"xl/workbook.xml": book(tab, sheets=" ")}),
        "satu lembar pun",
    ),
    Trap("sheet-parts", lambda tab: workbook(tab, {SHEET_PART: None}), "tidak ada isinya"),
    Trap("sheet-parts", _sheets(("A", "rId1"), ("B", "rId1")), "dua kali"),
    Trap(
        "too-long-together",
        lambda tab: workbook(
            tab,
            {
                "xl/a.xml": "<a>" + "<b/>" * 50_000 + "</a>",
                "xl/_rels/a.xml.rels": relations(*((f"r{n}", "x", "a.xml") for n in range(600))),
            },
        ),
        "byte isi",
    ),
)

BAD_XML = (
    Trap("xml-broken", with_rows("<row><c></row>"), "baris 1"),
    Trap("xml-broken", with_rows('<row r="1"><c r="?"><v>1</v></c></row>'), "alamat sel '?'"),
    Trap("xml-broken", with_rows('<row r="-1"/>'), "nomor baris '-1'"),
    Trap("xml-broken", with_rows('<row r="7"/><row r="7"/>'), "baris 7 ada dua kali"),
    Trap("xml-broken", with_rows('<row r="7"><c r="H7"/><c r="H7"/></row>'), "sel H7 ada dua"),
    Trap("xml-broken", with_rows('<row r="7"><c r="H8"/></row>'), "sel H8"),
    Trap("xml-broken", with_rows('<row><c><mergeCell ref="A1:B2"/></c></row>'), "unsur mergeCell"),
    Trap("xml-broken", with_rows("<row><c><c><v>1</v></c></c></row>"), "unsur c di dalam sel"),
    Trap("xml-broken", with_rows('<row r="1"><c t="s"><v>7</v></c></row>'), "teks yang tidak ada"),
    Trap("xml-broken", lambda tab: workbook(tab, {SHEET_PART: b""}), "tidak sesuai XML"),
    Trap("xml-broken", lambda tab: workbook(tab, {SHEET_PART: b"<a>\xff</a>"}), "rusak"),
    Trap("xml-doctype", _laughs, "DOCTYPE"),
    Trap(
        "xml-doctype",
        lambda tab: workbook(tab, {"docProps/core.xml": '<!DOCTYPE a SYSTEM "file:///x"><a/>'}),
        "docProps/core.xml",
    ),
    Trap(
        "xml-encoding",
        lambda tab: workbook(tab, {SHEET_PART: sheet().encode("utf-16")}),
        "selain UTF-8",
    ),
    Trap(
        "xml-encoding",
        lambda tab: workbook(tab, {"xl/media/image1.png": sheet().encode("utf-16")}),
        "image1.png",
    ),
    Trap(
        "xml-encoding",
        lambda tab: workbook(tab, {SHEET_PART: f'<?xml version="1.0" encoding="UTF-7"?>{sheet()}'}),
        "UTF-7",
    ),
    Trap("xml-broken", _many(STRINGS_PART, 'sst uniqueCount="4294967295"', "", 1), "4294967295"),
    Trap("xml-depth", with_rows(after="<a>" * 200_000), "bersarang"),
    Trap("xml-long", with_rows(after=f'<a b="{"x" * 3_000_000}"/>'), "lebih panjang"),
    Trap(
        "xml-long", with_rows(after=f"<!--{'x' * 3_000_000}-->"), "lebih panjang", label="comment"
    ),
    Trap("xml-long", _shared("x" * 300_000, 2), "lebih panjang", label="string"),
    Trap(
        "too-many", _many("xl/styles.xml", "styleSheet", '<xf numFmtId="0"/>', 30_000), "gaya sel"
    ),
    Trap("too-many", with_rows(after=_VALIDATION * 6_000), "validasi data"),
    Trap("too-many", _many("xl/a.xml", "a", "<b/>", 2_100_000), "unsur"),
    Trap("too-many", with_rows("<row/>" * 60_000), "baris"),
    Trap(
        "too-many",
        with_rows(after=f'<a sqref="A1{" A1" * 20_000}"/>' * 6),
        "rentang aturan",
    ),
    Trap("too-many", _sheets(*((f"S{n}", f"rId{n}") for n in range(80))), "lembar"),
    Trap(
        "too-many",
        lambda tab: workbook(
            tab, {"xl/workbook.xml": book(tab, '<definedName name="a">A1</definedName>' * 11_000)}
        ),
        "nama rentang",
    ),
    Trap("too-long-together", _shared("x" * 30_000, 200), "huruf semua sel"),
    Trap("too-long-together", with_rows(_SHARED_FORMULA), "huruf semua rumus"),
)

TRAPPED_SHEETS = (
    Trap("sheet-far", with_rows(_cell("A1") + _cell("XFD1048576")), "XFD1048576"),
    Trap("sheet-far", with_rows(_cell("A1") + _cell("BM7")), "BM7"),
    Trap("sheet-far", with_rows(_cell("C12001", "<f>1+1</f>")), "C12001"),
    Trap("sheet-far", with_rows(_cell("A1") + _cell("ZZZ9999999", "")), "ZZZ9999999"),
    Trap("sheet-footprint", with_rows(_cell("A1") + _cell("XFD1048576", "")), "XFD1048576"),
    Trap(
        "sheet-range",
        with_rows(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "sel gabungan pada rentang A1:XFD1048576",
    ),
    Trap(
        "sheet-range",
        with_rows(after='<mergeCells><mergeCell ref="XFD1048576:A1"/></mergeCells>'),
        "sel gabungan",
        label="backwards",
    ),
    Trap(
        "sheet-range",
        with_rows(after="<mergeCells>" + '<mergeCell ref="A1:BL1000"/>' * 40 + "</mergeCells>"),
        "sel gabungan",
        label="often",
    ),
    Trap("sheet-range", with_rows(after=_FAR), "tautan pada rentang A1:XFD1048576"),
    Trap("sheet-range", with_rows(_cell("A1", '<f t="array" ref="A1:XFD9">1</f>')), "rumus"),
    Trap(
        "sheet-range",
        lambda tab: workbook(
            tab, {"xl/comments1.xml": '<comments><comment ref="A1:BL12000"/></comments>'}
        ),
        "komentar",
    ),
)

TRAPS = WRONG_FILES + BROKEN_ZIPS + BAD_XML + TRAPPED_SHEETS


def external_link(tab: Tab) -> bytes:
    """A workbook that refers to another one; readable, with a notice."""
    return workbook(tab, {"xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>'})


def unreadable(tab: Tab) -> bytes:
    """A sound file that openpyxl nevertheless stumbles over: its list names a missing part."""
    strings = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    missing = f'<Override PartName="/{STRINGS_PART}" ContentType="{strings}"/>'
    return workbook(tab, {"[Content_Types].xml": types(more=missing)})


BUILDERS: dict[str, Callable[[Tab], bytes]] = {
    **{trap.code: trap.build for trap in TRAPS},
    "external-links": external_link,
}
"""Code -> a file that gets it from the gate, for tests that walk the whole catalogue."""

PAST_THE_GATE = {"file-unreadable": unreadable}
"""The same for what the gate lets pass and the intake refuses."""
