"""How a mention names what it is about: `kode=II.1.a` for a kegiatan, and so on."""

from __future__ import annotations

from urllib.parse import quote, unquote

ACTIVITY, INDICATOR, AGENCY = "kode", "no", "pihak"
"""Parameters of an address: the key of a kegiatan, of an indicator, the name of an agency."""


def lead(name: str, value: object) -> str:
    """Write a mention such that it can stand in an address."""
    return f"{name}={quote(str(value), safe='')}"


def parted(mention: str) -> tuple[str, str]:
    """Return the name and value that a `lead` was written from."""
    name, _, value = mention.partition("=")
    return name, unquote(value)
