"""The files that give deck and report their look: shipped ones, or a regency's own.

One's own lie in the folder `templat` of the data folder, under the names of the shipped ones.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = "templat"


class Unfit(ValueError):
    """A template that cannot be used; its message tells whoever keeps the server what to do."""

    def __init__(self, name: str, why: str) -> None:
        way_out = f"Hapus {FOLDER}/{name} bila ingin memakai templat bawaan."
        super().__init__(f"Templat {name} tidak dapat dipakai: {why} {way_out}")


def chosen(shipped: Path, data: Path | None) -> Path:
    """Return the template of that name in a data folder, else the shipped one."""
    own = data / FOLDER / shipped.name if data else shipped
    return own if own.is_file() else shipped
