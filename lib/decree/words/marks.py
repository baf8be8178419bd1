"""Cells of a time column: which say that something is planned, and which colours do."""

from __future__ import annotations

import colorsys
import re
from enum import StrEnum

from lib.decree.foreign_table import ForeignCell

X = "X"
_PLAIN = frozenset("x×✓✔✗✘☑☒√v●•■*◆▪⬤★☆y") | {"ya", "ada", "xx"}
_NOT = frozenset("-–—−_□☐.") | {"", "tidak", "tdk", "n/a", "tidak ada", "--"}
_UNSURE = frozenset({"0", "0%", "○", "o", "?", "nihil", "tbd", "tentatif"})
_RUPIAH = re.compile(
    r"(?:rp|idr)?\.?\s*(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d{1,2}|-+))?(?:,-)?", re.I
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|persen)", re.IGNORECASE)
_HUES = ((15, "merah"), (45, "jingga"), (70, "kuning"), (165, "hijau"), (260, "biru"),
         (320, "ungu"), (345, "merah muda"), (361, "merah"))  # fmt: skip


class Sign(StrEnum):
    """What a cell of a time column says."""

    PLANNED = "direncanakan"
    NOT = "tidak direncanakan"
    UNSURE = "?"


def sign(text: str) -> Sign:
    """Read a cell of a time column by its text."""
    words = text.casefold().strip(" .;*") or text.strip()
    if words in _NOT:
        return Sign.NOT
    return Sign.UNSURE if words in _UNSURE else Sign.PLANNED


def is_plain(text: str) -> bool:
    """Tell whether a text is a mark alone, such as `X` or `√`."""
    return text.casefold().strip(" .;") in _PLAIN


def is_mark(text: str) -> bool:
    """Tell whether a text is the kind of thing that stands under a year: a mark or a stroke."""
    words = text.casefold().strip(" .;")
    return is_plain(text) or words in _NOT or words in _UNSURE


def rupiah(cell: ForeignCell) -> float | None:
    """Read a cell as an amount of rupiah; None where it is not a number."""
    if cell.amount is not None and "%" not in cell.text:
        return cell.amount
    found = _RUPIAH.fullmatch(cell.flat)
    if found is None:
        return None
    cents = found[2] if found[2] and found[2].isdecimal() else "0"
    return float(re.sub(r"[.\s]", "", found[1])) + float(f"0.{cents}")


def percent(text: str) -> float | None:
    """Read a text as a percentage from 0 to 100; None for any other."""
    found = _PERCENT.fullmatch(text.strip())
    value = float(found[1].replace(",", ".")) if found else None
    return value if value is not None and value <= 100 else None


def color(fill: str) -> str:
    """Call a colour by its Indonesian name."""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if strength < 0.12 or light < 0.08:
        return "hitam" if light < 0.2 else "abu-abu"
    return next(name for end, name in _HUES if hue * 360 < end)
