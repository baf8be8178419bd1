"""Text of workbook cells, made fit for documents, pages and messages."""

from __future__ import annotations

import re

# What XML forbids, and marks that turn or hide the words around them.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")


def lines(cell: object) -> str:
    """Return a cell's text with its line breaks but no control marks; "" for a blank."""
    if not isinstance(cell, str):
        return ""
    rows = _UNFIT.sub("", _BREAK.sub("\n", cell)).split("\n")
    return "\n".join(" ".join(row.split()) for row in rows).strip()


def line(cell: object) -> str:
    """Return a cell's text in one line without control marks; "" for a blank."""
    return " ".join(lines(cell).split())


def links(cell: object) -> tuple[str, ...]:
    """Return a cell's http(s) addresses, one per line of the cell; anything else is left out."""
    found = (_ADDRESS.fullmatch(row) for row in lines(cell).split("\n"))
    return tuple(match[0] for match in found if match)
