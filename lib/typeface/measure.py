"""Measures the letters of the typefaces, for `letter_widths.json`.

Run `python -m lib.typeface.measure` after a change of typeface. It needs Liberation Sans, which
is as wide as Arial letter by letter (Debian: fonts-liberation).
"""

from __future__ import annotations

import json
from pathlib import Path

from PIL import ImageFont

from lib.typeface.fitting import WIDTHS, Face

PAGE_FONT = WIDTHS.parents[1] / "ui/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
OFFICE_FONTS = Path("/usr/share/fonts/truetype/liberation")
WEIGHTS = {False: 400, True: 700}
LETTERS = "".join(map(chr, (*range(32, 127), *range(160, 256)))) + "–—‘’“”…•\u2002→−"
_EM = 1000
_LACKING = "\ue000"
"""A letter no typeface has: what is drawn like it is not there."""


def page_widths(bold: bool) -> dict[str, int]:
    """Measure the typeface of the pages, in thousandths of the letter size."""
    font = ImageFont.truetype(PAGE_FONT, _EM)
    font.set_variation_by_axes([WEIGHTS[bold]])
    return _measured(font)


def office_widths(bold: bool) -> dict[str, int]:
    """Measure Liberation Sans; raises OSError where it is not installed."""
    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    return _measured(ImageFont.truetype(OFFICE_FONTS / name, _EM))


def _measured(font: ImageFont.FreeTypeFont) -> dict[str, int]:
    lacking = bytes(font.getmask(_LACKING))
    present = (letter for letter in LETTERS if bytes(font.getmask(letter)) != lacking)
    return {letter: round(font.getlength(letter)) for letter in present}


def main() -> None:
    """Write the table anew."""
    makers = {Face.PAGE: page_widths, Face.OFFICE: office_widths}
    table = {
        f"{face} bold" if bold else face.value: make(bold)
        for face, make in makers.items()
        for bold in (False, True)
    }
    rows = (f'"{name}": {json.dumps(widths, ensure_ascii=False)}' for name, widths in table.items())
    WIDTHS.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
