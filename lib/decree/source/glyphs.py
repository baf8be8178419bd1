"""Signs of symbol fonts, as the characters that they show."""

from __future__ import annotations

_PRIVATE = 0xF000
"""Word keeps a symbol font's sign 0xFC as the private character U+F0FC."""

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "●", 0xA7: "▪", 0xA8: "□", 0xD8: "➢",
    0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●",
    0xA3: "□", 0xAE: "◆",
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xD6: "√", 0xA8: "♦", 0xB4: "×", 0x2D: "–", 0xB1: "±"}
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x6E: "●", 0x67: "■", 0x63: "□", 0x3D: "•"}

_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "symbol": _SYMBOL,
    "webdings": _WEBDINGS,
}
_ANY = {**_WINGDINGS, 0xB7: "•", 0xD6: "√"}


def shown(text: str, font: str) -> str:
    """Return what a text shows in its font; signs nobody knows show as `●`."""
    table = _FONTS.get(font.strip().lower())
    if table is None and all(ord(sign) < _PRIVATE for sign in text):
        return text
    return "".join(_sign(ord(sign), table) or sign for sign in text)


def _sign(code: int, table: dict[int, str] | None) -> str | None:
    if 0xF020 <= code <= 0xF0FF:
        return (table or _ANY).get(code - _PRIVATE, "●")
    if table is None or code <= 0x20:
        return None
    return table.get(code, "●" if table is not _SYMBOL else None)
