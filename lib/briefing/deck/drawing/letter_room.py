"""How much room words take on a slide, without the typeface at hand.

The widths are those of DejaVu Sans, the widest typeface an office program falls back on: what
fits in it fits in Arial, and in whatever replaces Arial.
"""

from __future__ import annotations

LEADING = 1.18
"""Height of a line in parts of the letter size."""
_WIDE = 0.70
_WIDTHS = {
    **dict.fromkeys(" .,:;'|!ijl·‖", 0.34),
    **dict.fromkeys('frtIJ()[]-/"', 0.42),
    **dict.fromkeys("abcdeghknopqsuvxyz", 0.62),
    **dict.fromkeys("0123456789", 0.64),
    **dict.fromkeys("mwMW%@—…", 1.0),
}
_BOLD = 1.12


def width(text: str, size: float, bold: bool = False) -> float:
    """Estimate the points that one line of text takes."""
    total = sum(_WIDTHS.get(letter, _WIDE) for letter in text)
    return total * size * (_BOLD if bold else 1)


def lines(text: str, points: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into lines that fit; its own line breaks stay, a long word is broken."""
    found = []
    for paragraph in text.split("\n"):
        found += _wrap(paragraph.split(), points, size, bold)
    return found


def _wrap(words: list[str], points: float, size: float, bold: bool) -> list[str]:
    found, line = [], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= points:
            line = longer
            continue
        found += [line] if line else []
        *whole, line = _chop(word, points, size, bold)
        found += whole
    return [*found, line]


def _chop(word: str, points: float, size: float, bold: bool) -> list[str]:
    """Break a word, such as a long address, where it would leave its line."""
    if width(word, size, bold) <= points:
        return [word]
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, size, bold) > points:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def fit(text: str, points: float, size: float, most: int = 1, bold: bool = False) -> str:
    """Cut a text at a word so that it takes at most so many lines, marking the cut with `…`."""
    broken = lines(" ".join(text.split()), points, size, bold)
    if len(broken) <= most:
        return " ".join(broken)
    *kept, last = broken[:most]
    words = last.split()
    while len(words) > 1 and width(" ".join(words) + "…", size, bold) > points:
        words.pop()
    if len(words) == 1:
        words = [_chop(words[0], points - width("…", size, bold), size, bold)[0]]
    return " ".join([*kept, " ".join(words).rstrip(" ,;:(/-") + "…"])
