"""Single cells and shared texts, read from the elements inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lib.findings import catalogue
from lib.plan.text.indonesian import number
from lib.xlsx import grid, limits
from lib.xlsx.elements import Attributes, Event
from lib.xlsx.grid import Grid
from lib.xlsx.usage import Where

_INSIDE_CELL = ("f", "strike")
_INSIDE_TEXT = ("strike",)
_TOLD = ("s", "e")
_OFF = ("0", "false")
_PICTURE = re.compile(r"(?:_xlfn\.)?(?:_xlws\.)?(?:DISPIMG|IMAGE)\(", re.IGNORECASE)
"""Formulas that show a picture: of WPS, and of Excel itself."""


class Cell(NamedTuple):
    """One cell as the file stores it."""

    address: str
    kind: str
    """The attribute `t`: `s` for a shared text, `e` for an error, and so on."""
    value: str = ""
    has_value: bool = False
    """Whether a value is there at all, be it empty."""
    formula: Attributes | None = None
    formula_text: str = ""
    struck: bool = False
    rich: bool = False
    """Whether something richer than a value stands in the cell (`vm`), such as a picture."""

    @property
    def saved(self) -> bool:
        """Whether a formula's result is there."""
        return bool(self.value) or (self.has_value and self.kind == "str")

    @property
    def is_picture(self) -> bool:
        shown = self.rich and self.kind == "e" and self.value == "#VALUE!"
        return shown or _PICTURE.match(self.formula_text) is not None


def cell(attributes: Attributes, events: Iterator[Event], place: Grid) -> Cell | None:
    """Read one cell up to its end; None for a plain one, of which its value says everything."""
    place.begin_cell(attributes)
    value = formula_text = ""
    has_value = struck = False
    formula: Attributes | None = None
    for name, begun, text in events:
        if begun is not None:
            _allow(name, _INSIDE_CELL, place.where)
            formula = begun if name == "f" else formula
            struck = struck or _is_struck(name, begun)
        elif name == "c":
            break
        elif name == "f":
            formula_text = text
        else:
            has_value = has_value or name == "v"
            value = text if name == "v" else value or text
    if value or formula is not None:
        place.note_data()
    kind = attributes.get("t", "n")
    if formula is None and kind not in _TOLD and not struck:
        return None
    address = attributes.get("r") or place.address
    return Cell(address, kind, value, has_value, formula, formula_text, struck, "vm" in attributes)


class Text(NamedTuple):
    """One shared text: its length, and whether words of it are struck out."""

    length: int
    struck: bool


def text(events: Iterator[Event], where: Where) -> Text:
    """Read one shared text up to its end."""
    length, struck = 0, False
    for name, begun, words in events:
        if begun is not None:
            _allow(name, _INSIDE_TEXT, where)
            struck = struck or _is_struck(name, begun)
        elif name == "si":
            break
        elif name == "t":
            length += len(words)
    return Text(length, struck)


def _allow(name: str, known: tuple[str, ...], where: Where) -> None:
    """Refuse what would be passed over inside a cell, but not by every reader."""
    if name not in known:
        where.broken(f"unsur {name} di dalam sel")


def _is_struck(name: str, attributes: Attributes) -> bool:
    return name == "strike" and attributes.get("val", "1") not in _OFF


class CellTally:
    """What is kept of the cells that went by: the special ones, and counts of the rest."""

    def __init__(self, where: Where, formula_characters: int, struck: frozenset[str]) -> None:
        self.special: list[Cell] = []
        self.text_uses: Counter[str] = Counter()
        self.formula_characters = formula_characters
        self._where = where
        self._struck = struck
        self._masters: dict[str, str] = {}

    def add(self, one: Cell) -> None:
        """Count a cell; keep it where a reader must know more of it than its value."""
        if one.kind == "s" and one.value:
            text_number = one.value.strip()
            self.text_uses[text_number] += 1
            if text_number in self._struck:
                one = one._replace(struck=True)
        if one.formula is not None:
            one = one._replace(formula_text=self._formula(one, one.formula))
        if one.formula is not None or one.kind == "e" or one.struck:
            self.special.append(one)

    def _formula(self, one: Cell, attributes: Attributes) -> str:
        """Return a cell's formula, a shared one as its first cell has it, and weigh it."""
        if "ref" in attributes:
            grid.area(attributes["ref"], "rumus", self._where)
        words = one.formula_text
        if attributes.get("t") == "shared" and "si" in attributes:
            words = words or self._masters.get(attributes["si"], "")
            self._masters[attributes["si"]] = words
        self.formula_characters += len(words)
        if self.formula_characters > limits.FORMULA_CHARACTERS:
            limit = number(limits.FORMULA_CHARACTERS)
            self._where.refuse(catalogue.TOO_LONG_TOGETHER, what="huruf semua rumus", limit=limit)
        return words
