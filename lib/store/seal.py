"""A backup's seal: a checksum of the whole file, kept inside the file.

It stands in SQLite's `user_version`, four bytes of the header that are the application's to use,
and covers every other byte; 0 is a file without a seal. So one changed byte anywhere is noticed,
even where no row would show it, and the file stays one that any SQLite opens.
"""

from __future__ import annotations

import zlib
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_PLACE = slice(60, 64)
_CHUNK = 1024 * 1024


def put(path: Path) -> None:
    """Seal a closed SQLite file."""
    checksum = _checksum(path)
    with path.open("r+b") as file:
        file.seek(_PLACE.start)
        file.write(checksum)


def is_sealed(path: Path) -> bool:
    """Tell whether a file is an SQLite file with a seal, be it whole or broken."""
    head = _head(path)
    return head.startswith(_MAGIC) and any(head[_PLACE])


def is_whole(path: Path) -> bool:
    """Tell whether a sealed file is as it was when it was sealed."""
    return _head(path)[_PLACE] == _checksum(path)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_PLACE.stop)


def _checksum(path: Path) -> bytes:
    """Return the checksum of all but the seal's own place; never four zeros."""
    total = 0
    with path.open("rb") as file:
        head = bytearray(file.read(_PLACE.stop))
        head[_PLACE] = bytes(4)
        total = zlib.crc32(head)
        while piece := file.read(_CHUNK):
            total = zlib.crc32(piece, total)
    return (total or 1).to_bytes(4, "big")
