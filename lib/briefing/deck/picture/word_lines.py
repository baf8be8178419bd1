"""Words on a picture: paragraphs of runs broken into lines as Office breaks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.typeface import fitting

LINE = 1.149
"""Height of a line in parts of Arial's size."""
_ABOVE = 0.92
"""Where the letters stand in it."""
_TOKEN = re.compile(r" +|[^ ]+")
_ANCHORS = {"l": "start", "ctr": "middle", "r": "end"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look."""

    text: str
    size: float
    bold: bool
    fill: str

    @property
    def width(self) -> float:
        return fitting.width(self.text, self.size, self.bold) / fitting.SPARE


@dataclass(frozen=True, slots=True)
class Lettered:
    """A paragraph; `after` is the room below it, and `size` that of a blank one."""

    pieces: tuple[Piece, ...]
    align: str = "l"
    after: float = 0
    size: float = 12


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where words stand, in points, and how they lie in it: `t`, `ctr` or `b`."""

    x: float
    y: float
    w: float
    h: float
    anchor: str = "t"


def draw(canvas: SvgCanvas, frame: Frame, paragraphs: Sequence[Lettered]) -> None:
    """Write paragraphs into a frame, broken to its width."""
    rows = [
        (paragraph, line, paragraph.after if last else 0.0)
        for paragraph in paragraphs
        for line, last in _marked(list(broken(paragraph, frame.w)))
    ]
    heights = [_height(line, paragraph) + after for paragraph, line, after in rows]
    spare = frame.h - (sum(heights) - (rows[-1][2] if rows else 0))
    y = frame.y + {"ctr": spare / 2, "b": spare}.get(frame.anchor, 0)
    for (paragraph, line, _), height in zip(rows, heights, strict=True):
        top = max((piece.size for piece in line), default=paragraph.size)
        shift = {"ctr": frame.w / 2, "r": frame.w}.get(paragraph.align, 0)
        write(canvas, frame.x + shift, y + top * _ABOVE, line, paragraph.align)
        y += height


def write(canvas: SvgCanvas, x: float, y: float, line: Line, align: str = "l") -> None:
    """Write one line, its letters standing at height `y`."""
    if not any(piece.text.strip() for piece in line):
        return
    text = canvas.add("text", x=x, y=y, text_anchor=_ANCHORS[align] if align != "l" else None)
    for piece in line:
        canvas.add(
            "tspan",
            piece.text,
            within=text,
            font_size=piece.size,
            font_weight="bold" if piece.bold else None,
            fill=piece.fill,
        )


def centred(canvas: SvgCanvas, x: float, y: float, piece: Piece, align: str = "ctr") -> None:
    """Write words whose middle lies at height `y`."""
    write(canvas, x, y + piece.size * (_ABOVE - LINE / 2), (piece,), align)


def _marked(lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    for number, line in enumerate(lines, 1):
        yield line, number == len(lines)


def _height(line: Line, paragraph: Lettered) -> float:
    return max((piece.size for piece in line), default=paragraph.size) * LINE


def broken(paragraph: Lettered, room: float) -> Iterator[Line]:
    """Yield the lines of a paragraph; its own line breaks are kept, blanks at an end are not."""
    letters = [(letter, piece) for piece in paragraph.pieces for letter in piece.text]
    start = 0
    for at, (letter, _) in enumerate(letters):
        if letter == "\n":
            yield from _wrapped(letters[start:at], room)
            start = at + 1
    yield from _wrapped(letters[start:], room)


Letters = Sequence[tuple[str, Piece]]


def _wrapped(letters: Letters, room: float) -> Iterator[Line]:
    line: list[tuple[str, Piece]] = []
    taken = 0.0
    for part in _parts(letters, room):
        width = _width(part)
        if line and taken + width > room and part[0][0] != " ":
            yield _trimmed(line)
            line, taken = [], 0.0
        line += part
        taken += width
    yield _trimmed(line)


def _parts(letters: Letters, room: float) -> Iterator[Letters]:
    """Yield words and blanks; a word wider than its line is broken where it leaves it."""
    for token in _TOKEN.finditer("".join(letter for letter, _ in letters)):
        rest = letters[token.start() : token.end()]
        while _width(rest) > room and len(rest) > 1:
            most = next(n for n in range(len(rest), 0, -1) if n == 1 or _width(rest[:n]) <= room)
            yield rest[:most]
            rest = rest[most:]
        if rest:
            yield rest


def _width(letters: Letters) -> float:
    return sum(piece.width for piece in _pieces(letters))


def _trimmed(line: list[tuple[str, Piece]]) -> Line:
    end = len(line)
    while end and line[end - 1][0] == " ":
        end -= 1
    return tuple(_pieces(line[:end]))


def _pieces(letters: Letters) -> Iterator[Piece]:
    """Join letters of one look."""
    for piece, group in groupby(letters, key=lambda pair: pair[1]):
        text = "".join(letter for letter, _ in group)
        yield Piece(text, piece.size, piece.bold, piece.fill)
