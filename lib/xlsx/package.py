"""The zip around a workbook: its directory, and its parts inflated without trusting it.

Parts are inflated here rather than by `zipfile`, which stops at the size the directory
declares; other readers go on to the end of the stream.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lib.findings import catalogue
from lib.plan.text.indonesian import number
from lib.xlsx import limits
from lib.xlsx.limits import refuse

CHUNK = 64 * 1024
MEGABYTE = 1024 * 1024

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK = b"PK\x05\x06"
_LOCATOR = b"PK\x06\x07"
_PLAIN_PATH = re.compile(r"[^/\\:\x00-\x1f]+(?:/[^/\\:\x00-\x1f]+)*/?")


class Package:
    """The parts of one zip, each inflated as a stream under one common allowance."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.entries = {entry.orig_filename: entry for entry in _directory(content)}
        ratio = max(limits.RATIO_FLOOR, limits.EXPANSION_RATIO * len(content))
        self._allowed = min(limits.EXPANDED_BYTES, ratio)
        self._spent = 0
        if sum(entry.file_size for entry in self.entries.values()) > self._allowed:
            self._refuse_expansion()

    def size(self, part: str) -> int:
        """Return a part's size; what the directory declares holds once it was streamed."""
        return self.entries[part].file_size

    def stream(self, part: str) -> Iterator[bytes]:
        """Yield a part in pieces; `Refused` where it lies about its size or goes on too long."""
        entry = self.entries[part]
        size = checksum = 0
        for piece in _inflate(self._content, entry):
            self._spend(len(piece))
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if (size, checksum) != (entry.file_size, entry.CRC):
            _broken(f"isi bagian {part} tidak sesuai dengan daftar isinya")

    def _spend(self, count: int) -> None:
        self._spent += count
        if self._spent > self._allowed:
            self._refuse_expansion()

    def _refuse_expansion(self) -> NoReturn:
        size = number(len(self._content) / MEGABYTE, 2)
        limit = number(self._allowed / MEGABYTE, 0)
        refuse(catalogue.ZIP_EXPANSION, size=size, limit=limit)


def resolve(source: str, target: str) -> str:
    """Name the part that a relationship of the part `source` points to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def _directory(content: bytes) -> list[ZipInfo]:
    """List the zip's entries; `Refused` where the directory is broken or plays tricks."""
    _check_end(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, EOFError, OSError, struct.error):
        _broken("daftar isinya tidak dapat dibaca")
    _check_names(entries)
    for entry in entries:
        _check_method(entry)
    # A folder that holds something is a part in disguise.
    return [entry for entry in entries if not entry.is_dir() or entry.compress_size]


def _check_end(content: bytes) -> None:
    """Hold the directory to one meaning: at the very end, one disk, no comment, no zip64."""
    start = len(content) - _END.size
    if start < 0 or content[start : start + 4] != _END_MARK:
        _refuse_end(content)
    *_, count, size, offset, comment = _END.unpack_from(content, start)
    if comment or size + offset != start or content[start - 20 : start - 16] == _LOCATOR:
        _broken("susunan arsipnya tidak wajar")
    if count > limits.ENTRIES:
        refuse(catalogue.ZIP_ENTRIES, count=number(count), limit=number(limits.ENTRIES))


def _refuse_end(content: bytes) -> NoReturn:
    """Refuse an archive that does not end where it should, and say which way it went wrong."""
    start = content.rfind(_END_MARK, max(0, len(content) - limits.FILE_BYTES))
    if 0 <= start <= len(content) - _END.size:
        *_, size, offset, comment = _END.unpack_from(content, start)
        behind = len(content) - start - _END.size - comment
        if size + offset == start and behind > 0:
            _broken(
                f"ada {number(behind)} byte tambahan di belakang isinya, yang biasanya ditambahkan "
                "program pengunduh atau pengirim"
            )
    _broken("bagian akhirnya hilang")


def _check_names(entries: list[ZipInfo]) -> None:
    if len(entries) > limits.ENTRIES:
        refuse(catalogue.ZIP_ENTRIES, count=number(len(entries)), limit=number(limits.ENTRIES))
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if not _PLAIN_PATH.fullmatch(name) or {".", ".."} & set(name.split("/")):
            refuse(catalogue.ZIP_PATH, part=ascii(name)[1:-1].replace("\\\\", "\\")[:80])
        if name.casefold() in seen:
            refuse(catalogue.ZIP_DUPLICATE, part=name[:80])
        seen.add(name.casefold())


def _check_method(entry: ZipInfo) -> None:
    if entry.flag_bits & 1:
        refuse(catalogue.FILE_PASSWORD, kind="")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        _broken("cara pemampatannya tidak dikenal Excel")


def _inflate(content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    data = _packed(content, entry)
    if entry.compress_type == ZIP_STORED:
        yield from (bytes(data[at : at + CHUNK]) for at in range(0, len(data), CHUNK))
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(data), CHUNK):
            piece = inflater.decompress(data[at : at + CHUNK], CHUNK)
            while piece:
                yield piece
                piece = inflater.decompress(inflater.unconsumed_tail, CHUNK)
    except zlib.error:
        _broken(f"bagian {entry.orig_filename} tidak dapat dikembangkan")
    if not inflater.eof or inflater.unused_data:
        _broken(f"bagian {entry.orig_filename} terpotong")


def _packed(content: bytes, entry: ZipInfo) -> memoryview:
    """Return an entry's compressed bytes, found by its local header."""
    try:
        header = _LOCAL.unpack_from(content, entry.header_offset)
    except struct.error:
        _broken(f"bagian {entry.orig_filename} hilang")
    name_at = entry.header_offset + _LOCAL.size
    start = name_at + header[9] + header[10]
    end = start + entry.compress_size
    agrees = (
        header[0] == b"PK\x03\x04"
        and header[3] == entry.compress_type
        and content[name_at : name_at + header[9]] == _name_bytes(entry)
    )
    if not agrees or end > len(content):
        _broken(f"bagian {entry.orig_filename} tidak pada tempatnya")
    return memoryview(content)[start:end]


def _name_bytes(entry: ZipInfo) -> bytes:
    unicode_flag = 0x800
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & unicode_flag else "cp437")


def _broken(reason: str) -> NoReturn:
    refuse(catalogue.ZIP_BROKEN, reason=reason)
