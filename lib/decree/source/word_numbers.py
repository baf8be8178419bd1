"""Word's automatic numbers, counted as Word prints them.

Source: ECMA-376 part 1, 17.9: a paragraph names a list and a level; each list counts on its
own, a level starts anew after a shallower one, and the level's text says how it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

BULLET = "•"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class NumberLevel:
    """How one level of a list counts and shows."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: bool = True
    style: str = ""


class Numbering:
    """Counts a document's automatic numbers; paragraphs must come in the document's order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._abstract, self._lists = _definitions(numbering)
        self._styles = _style_numbers(styles)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, paragraph: Any) -> str:
        """Return the number a paragraph prints before its text; blank where it has none."""
        number, depth = self._list_of(paragraph)
        levels = self._levels(number)
        if not levels or depth not in levels:
            return ""
        level = levels[depth]
        counts = self._advance(number, depth, levels)
        if level.form == "bullet":
            return BULLET
        return _shown(level, levels, counts).strip()

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """Return the list a paragraph belongs to and its level, its style's where it has none."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        style = _value(properties.find(qn("w:pStyle")))
        number, depth = _number_of(properties.find(qn("w:numPr")))
        styled, styled_depth = self._styles.get(style, ("", None))
        if not number and styled:
            number = styled
            if depth is None:
                depth = self._depth_of_style(number, style, styled_depth)
        return number, depth or 0

    def _depth_of_style(self, number: str, style: str, depth: int | None) -> int | None:
        named = (at for at, level in self._levels(number).items() if level.style == style)
        return next(named, depth)

    def _levels(self, number: str) -> Mapping[int, NumberLevel]:
        abstract, overrides, _ = self._lists.get(number, ("", {}, {}))
        return {**self._abstract.get(abstract, {}), **overrides}

    def _advance(
        self, number: str, depth: int, levels: Mapping[int, NumberLevel]
    ) -> list[int | None]:
        abstract, _, starts = self._lists[number]
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in starts.items():
                counts[at] = start - 1
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        for at in range(depth):
            if counts[at] is None:
                counts[at] = levels[at].start if at in levels else 1
        for at in range(depth + 1, _LEVELS):
            if at not in levels or levels[at].restarts:
                counts[at] = None
        return counts


def _definitions(
    numbering: Any | None,
) -> tuple[
    dict[str, dict[int, NumberLevel]], dict[str, tuple[str, dict[int, NumberLevel], dict[int, int]]]
]:
    """Read numbering.xml: levels of each abstract list, and what each list takes from it."""
    abstract: dict[str, dict[int, NumberLevel]] = {}
    lists: dict[str, tuple[str, dict[int, NumberLevel], dict[int, int]]] = {}
    if numbering is None:
        return abstract, lists
    links: dict[str, str] = {}
    linked: dict[str, str] = {}
    for item in numbering.findall(qn("w:abstractNum")):
        name = item.get(qn("w:abstractNumId"), "")
        abstract[name] = dict(map(_level, item.findall(qn("w:lvl"))))
        links[_value(item.find(qn("w:styleLink")))] = name
        linked[name] = _value(item.find(qn("w:numStyleLink")))
    for name, style in linked.items():
        if style and style in links:
            abstract[name] = abstract[links[style]]
    for item in numbering.findall(qn("w:num")):
        lists[item.get(qn("w:numId"), "")] = _list(item)
    return abstract, lists


def _list(item: Any) -> tuple[str, dict[int, NumberLevel], dict[int, int]]:
    levels: dict[int, NumberLevel] = {}
    starts: dict[int, int] = {}
    for override in item.findall(qn("w:lvlOverride")):
        depth = _whole(override.get(qn("w:ilvl")), 0)
        start = override.find(qn("w:startOverride"))
        level = override.find(qn("w:lvl"))
        if start is not None and depth < _LEVELS:
            starts[depth] = _whole(start.get(qn("w:val")), 1)
        if level is not None:
            levels[depth] = _level(level)[1]
    return _value(item.find(qn("w:abstractNumId"))), levels, starts


def _level(item: Any) -> tuple[int, NumberLevel]:
    legal = item.find(qn("w:isLgl"))
    return _whole(item.get(qn("w:ilvl")), 0), NumberLevel(
        form=_value(item.find(qn("w:numFmt"))) or "decimal",
        text=_value(item.find(qn("w:lvlText"))),
        start=_whole(_value(item.find(qn("w:start"))), 1),
        legal=legal is not None and legal.get(qn("w:val"), "1") not in ("0", "false"),
        restarts=_value(item.find(qn("w:lvlRestart"))) != "0",
        style=_value(item.find(qn("w:pStyle"))),
    )


def _style_numbers(styles: Any | None) -> dict[str, tuple[str, int | None]]:
    """Return each paragraph style's list and level, taken from the style it is based on."""
    if styles is None:
        return {}
    own: dict[str, tuple[str, int | None]] = {}
    based: dict[str, str] = {}
    for style in styles.findall(qn("w:style")):
        name = style.get(qn("w:styleId"), "")
        properties = style.find(qn("w:pPr"))
        found = None if properties is None else properties.find(qn("w:numPr"))
        based[name] = _value(style.find(qn("w:basedOn")))
        if found is not None:
            own[name] = _number_of(found)
    return {name: own[root] for name in based if (root := _root(name, own, based)) in own}


def _root(name: str, own: Mapping[str, object], based: Mapping[str, str]) -> str:
    """Follow a style to the first one that names a list; styles may be based on one another."""
    for _ in range(20):
        if name in own or not based.get(name):
            break
        name = based[name]
    return name


def _number_of(properties: Any | None) -> tuple[str, int | None]:
    if properties is None:
        return "", None
    depth = properties.find(qn("w:ilvl"))
    number = _value(properties.find(qn("w:numId")))
    return number, None if depth is None else min(_whole(_value(depth), 0), _LEVELS - 1)


def _value(element: Any | None) -> str:
    return "" if element is None else element.get(qn("w:val"), "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise


def _shown(level: NumberLevel, levels: Mapping[int, NumberLevel], counts: list[int | None]) -> str:
    text = level.text
    for at in range(_LEVELS):
        mark = f"%{at + 1}"
        if mark in text:
            form = "decimal" if level.legal else levels.get(at, level).form
            text = text.replace(mark, written(counts[at] or 0, form))
    return text


def written(value: int, form: str) -> str:
    """Write a count in one of Word's number forms."""
    match form:
        case "upperRoman":
            return roman(value)
        case "lowerRoman":
            return roman(value).lower()
        case "upperLetter" | "lowerLetter":
            # Word goes on with AA, BB after Z, not with AB.
            sign = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""
            return sign if form == "upperLetter" else sign.lower()
        case "decimalZero":
            return f"{value:02d}"
        case "none":
            return ""
        case _:
            return str(value)


def roman(value: int) -> str:
    """Write a number from 1 to 3999 in Roman numerals; blank for anything else."""
    if not 0 < value < 4000:
        return ""
    signs = (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
        *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    )
    text = ""
    for size, sign in signs:
        count, value = divmod(value, size)
        text += sign * count
    return text
