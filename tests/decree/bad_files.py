"""Files from which no plan can be read, made in code."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.decree.paper import W, changed, excel, word, word_table

PLAN = word_table("""
NO | KEGIATAN | 2025 | PELAKSANA
1 | Penyusunan laporan | X | Dinkominfo
2 | Evaluasi | X | Inspektorat
""")
MAIN = "word/document.xml"


def _entities() -> bytes:
    """Billion laughs in the main part."""
    doctype = (
        '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
        + "]>\n<w:document"
    )
    return changed(word(PLAN), {MAIN: ("<w:document", doctype)}, {})


def _external_entity() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<w:document'
    return changed(word(PLAN), {MAIN: ("<w:document", doctype)}, {})


def _bomb() -> bytes:
    return changed(word(PLAN), {}, {"word/media/big.xml": b" " * (60 * 1024 * 1024)})


def _deep() -> bytes:
    nested = f'<w:p xmlns:w="{W}"/>'
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    body = f'<w:document xmlns:w="{W}"><w:body>{nested}</w:body></w:document>'
    return changed(word(PLAN), {}, {MAIN: body})


def _macros() -> bytes:
    return changed(word(PLAN), {}, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def _other_encoding() -> bytes:
    body = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"/>'
    return changed(word(PLAN), {}, {MAIN: body.encode("utf-16")})


def _broken_xml() -> bytes:
    return changed(word(PLAN), {}, {MAIN: "<w:document"})


def _not_word() -> bytes:
    """A zip laid out as Word whose parts do not fit together."""
    return changed(word(PLAN), {}, {"_rels/.rels": "<Relationships/>"})


def _locked() -> bytes:
    """An encrypted document is an OLE file with the stream EncryptedPackage."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )


def _old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")


def _scan() -> bytes:
    drawing = f'<w:p xmlns:w="{W}"><w:r><w:drawing/></w:r></w:p>'
    return word("LAMPIRAN", drawing, drawing)


def _long() -> bytes:
    rows = "\n".join(f"{at} | Kegiatan nomor {at} | X | Dinkominfo" for at in range(1, 3001))
    return excel(Rincian=f"NO | KEGIATAN | 2025 | PELAKSANA\n{rows}")


def _archive() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        target.writestr("catatan.txt", "halo")
    return stream.getvalue()


_BUDGET = "Uraian | Jumlah\nBelanja pegawai | 10\nBelanja modal | 20"

BAD_FILES: dict[str, list[tuple[str, bytes]]] = {
    "decree-pdf": [("keputusan.pdf", b"%PDF-1.7\n..."), ("pdf.docx", b"%PDF-1.4\n")],
    "decree-picture": [("scan.docx", _scan()), ("foto.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)],
    "decree-old": [
        ("naskah.doc", _old_word()),
        ("naskah.rtf", rb"{\rtf1\ansi tabel}"),
        ("naskah.htm", b"<html><body><table></table></body></html>"),
    ],
    "decree-refused": [
        ("entitas.docx", _entities()),
        ("berkas-luar.docx", _external_entity()),
        ("bom.docx", _bomb()),
        ("dalam.docx", _deep()),
        ("makro.docm", _macros()),
        ("utf16.docx", _other_encoding()),
        ("rusak.docx", _broken_xml()),
        ("terpotong.docx", word(PLAN)[:-40]),
        ("terkunci.docx", _locked()),
        ("kosong.docx", b""),
        ("arsip.zip", _archive()),
        ("besar.docx", b"PK\x03\x04" + b"\0" * (6 * 1024 * 1024)),
    ],
    "decree-unreadable": [("tak-padu.docx", _not_word())],
    "decree-no-table": [
        ("batang-tubuh.docx", word("KEPUTUSAN BUPATI", "Menimbang: bahwa ...")),
        ("kalimat.txt", b"Rencana aksi tahun 2025 disusun oleh Dinkominfo."),
    ],
    "decree-no-plan": [
        ("anggaran.docx", word(word_table(_BUDGET))),
        ("anggaran.xlsx", excel(Lembar1=_BUDGET)),
        ("tanpa-kepala.txt", b"a\tb\tc\nd\te\tf"),
    ],
    "decree-long": [("rincian.xlsx", _long())],
}
"""By the code of the finding that must be told."""
