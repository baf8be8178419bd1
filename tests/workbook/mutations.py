"""Makes mutants of a download: bytes, parts, XML, cells, styles and names, each by its number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from lib.plan.schema import FIRST_ROW, PROGRESS_COLUMNS

Dice = random.Random
Parts = dict[str, bytes]

NUMBERS: tuple[object, ...] = (
    *(
        0,
        -0.0,
        1,
        2,
        0.75,
        75,
        100,
        100.0000001,
        99.999999,
        1e-7,
        -1e-7,
        1e15,
        1e308,
        -5,
        0.1 + 0.2,
    ),
    *(1.0000000000000002, 0.9999999999999999, 1.2, 7500, 45292, 250000000, 1250.5, True, False),
    5e-324,
)
TEXTS = (
    *("75%", "75 %", "0,75", "0.75", "1.250", "1,250", "1.250.000", "Rp 1.250.000,-", "7 5"),
    *("٧٥", "７５", "75\u200b", "\u202e57", "-", "–", "0", "Ya", "tidak", "YA", "#N/A", "=1+1"),
    *("'75", "1e2", "1E-7", "NaN", "inf", "75,0%", "99,999999%", "100,0001%", "½", "10²", "0x10"),
    *("1_000", "Ditunda", "ditunda ", "Naik", "x" * 2001, "a\x0bb", "_x0037__x0035_", "_x000D_"),
    *("https://a.b/c", "javascript:alert(1)", "baris\nbaris", " ", "\u00a0"),
)
FORMATS = (
    *("General", "0%", "0.00%", '0"%"', '0.0"%"', "0\\%", "@", ";;;", "0.0", "#,##0", "dd/mm/yyyy"),
    *("[h]:mm", "h:mm", '"Rp"#,##0', "0;-0;0%", "[<=1]0%;0", "0%%", "_-0%_-", "[Red]0%", "0.0E+00"),
    *("# ?/?", '"75%"', '"selesai";;', "0,", "0,,", "[$-421]0%", "*%0", "0_%", "General%"),
)
TOKENS = (*(b'"<>&/=019A -e.'[at : at + 1] for at in range(14)), b"\x00", b"\xff")
VALUES = (
    *("", "0", "1", "-1", "99999", "A1", "I4", "XFD1048576", "s", "str", "b", "e", "d", "n"),
    *("inlineStr", "true", "&#10;", "hidden"),
)
KINDS = (b"s", b"str", b"b", b"e", b"n", b"d", b"inlineStr")

_LIKELY = re.compile(r"sheet[56]\.xml$|sharedStrings|styles|workbook\.xml$")
_TAG = re.compile(rb"<[^!?/][^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ELEMENT = re.compile(
    rb"<c [^>]*?(?:/>|>.*?</c>)|<row [^>]*>.*?</row>|<si>.*?</si>|<xf [^>]*?/>|<sheet [^>]*/>",
    re.DOTALL,
)


def unpacked(content: bytes) -> Parts:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return saved.getvalue()


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def saved(workbook: Workbook) -> bytes:
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


# --- Bytes and parts ------------------------------------------------------------------------


def scratched(dice: Dice, data: bytes, times: int) -> bytes:
    """Set, flip, cut, insert or repeat some bytes."""
    body = bytearray(data)
    for _ in range(times):
        at, other = (dice.randrange(len(body) or 1) for _ in range(2))
        match dice.randrange(5):
            case 0:
                body[at : at + 1] = dice.randbytes(1)
            case 1 if body:
                body[at] ^= 1 << dice.randrange(8)
            case 2:
                del body[at : at + dice.choice((1, 2, 8, 200))]
            case 3:
                body[at : at + dice.randrange(2)] = dice.choice(TOKENS)
            case _:
                body[other:other] = body[at : at + dice.choice((4, 30, 300))]
    return bytes(body)


def by_bytes(dice: Dice, content: bytes) -> bytes:
    cut = content[: dice.randrange(len(content))] if dice.random() < 0.05 else content
    return scratched(dice, cut, dice.choice((1, 1, 2, 5, 20)))


def _part(dice: Dice, parts: Parts) -> str:
    likely = [name for name in parts if _LIKELY.search(name)]
    return dice.choice(likely if dice.random() < 0.7 else list(parts))


def by_parts(dice: Dice, content: bytes) -> bytes:
    parts = unpacked(content)
    name, step = _part(dice, parts), dice.random()
    if step < 0.85:
        parts[name] = scratched(dice, parts[name], dice.choice((1, 1, 2, 4)))
    elif step < 0.9:
        del parts[name]
    elif step < 0.95:
        parts[name] = parts[_part(dice, parts)]
    else:
        prefix = dice.choice(("XL/", "xl\\", "xl/../xl/", "./xl/"))
        parts[name.replace("xl/", prefix)] = parts.pop(name)
    return packed(parts)


# --- XML ------------------------------------------------------------------------------------


def by_xml(dice: Dice, content: bytes) -> bytes:
    parts = unpacked(content)
    for _ in range(dice.choice((1, 1, 2, 3))):
        name = _part(dice, parts)
        harm = _attribute if dice.random() < 0.55 else _element
        parts[name] = harm(dice, parts[name])
    return packed(parts)


def _attribute(dice: Dice, body: bytes) -> bytes:
    """Give an attribute another one's value, an odd one, or take it away."""
    tags = [tag for tag in _TAG.finditer(body) if _ATTRIBUTE.search(tag[0])]
    if not tags:
        return body
    tag = dice.choice(tags)
    word = dice.choice(list(_ATTRIBUTE.finditer(tag[0])))
    some = dice.sample(tags, min(20, len(tags)))
    others = [w[2] for t in some for w in _ATTRIBUTE.finditer(t[0]) if w[1] == word[1]]
    value = dice.choice(others) if others and dice.random() < 0.6 else dice.choice(VALUES).encode()
    fresh = tag[0][: word.start(2)] + value + tag[0][word.end(2) :]
    if dice.random() < 0.15:
        fresh = tag[0][: word.start()] + tag[0][word.end() :]
    return body[: tag.start()] + fresh + body[tag.end() :]


def _element(dice: Dice, body: bytes) -> bytes:
    """Take an element away, repeat it, put another or an odd cell in its place."""
    found = list(_ELEMENT.finditer(body))
    if not found:
        return body
    one, two = dice.choice(found), dice.choice(found)
    fresh = dice.choice((b"", one[0] + two[0], two[0], _odd_cell(dice, one[0])))
    return body[: one.start()] + fresh + body[one.end() :]


def _odd_cell(dice: Dice, cell: bytes) -> bytes:
    reference = _ATTRIBUTE.search(cell)
    if not cell.startswith(b"<c ") or reference is None:
        return cell
    kind, word = dice.choice(KINDS), str(dice.choice(NUMBERS + TEXTS))
    value = word.replace("&", "&amp;").replace("<", "&lt;").encode("utf-8", "replace")
    formula = b"<f>1</f>" * dice.randrange(2)
    is_inline = kind == b"inlineStr"
    inside = b"<is><t>" + value + b"</t></is>" if is_inline else formula + b"<v>" + value + b"</v>"
    style = re.search(rb' s="\d+"', cell)
    start = b'<c r="' + reference[2] + b'"' + (style[0] if style else b"")
    return start + b' t="' + kind + b'">' + inside + b"</c>"


# --- Cells, styles and names ----------------------------------------------------------------


def fillable(workbook: Workbook) -> Iterator[Cell]:
    """Yield the cells that staff fill in."""
    for sheet, columns in PROGRESS_COLUMNS.items():
        tab = workbook[sheet.value]
        for row in range(FIRST_ROW, tab.max_row + 1):
            for place, column in enumerate(columns, 1):
                if not column.locked:
                    yield tab.cell(row, place)


def by_cells(dice: Dice, content: bytes) -> bytes:
    workbook = opened(content)
    for cell in dice.sample(list(fillable(workbook)), dice.choice((1, 1, 2, 5))):
        _retype(dice, cell)
    if dice.random() < 0.28:
        dice.choice(LAYOUTS)(dice, workbook)
    return saved(workbook)


def _retype(dice: Dice, cell: Cell) -> None:
    is_plain = dice.random() < 0.2
    value = round(dice.uniform(-1, 120), dice.randrange(12)) if is_plain else None
    cell.value = dice.choice(NUMBERS + TEXTS) if value is None else value  # type: ignore[assignment]
    if str(cell.value).startswith("=") and dice.random() < 0.5:
        cell.data_type = "s"
    if dice.random() < 0.7:
        cell.number_format = dice.choice(FORMATS)
    if dice.random() < 0.1:
        cell.font = Font(color="FFFFFF", strike=True)
        cell.fill = PatternFill("solid", "FFFFFF")


def _tab(dice: Dice, workbook: Workbook):
    return workbook[dice.choice(list(PROGRESS_COLUMNS)).value]


def _hide_row(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).row_dimensions[dice.randrange(4, 20)].hidden = True


def _hide_column(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).column_dimensions[dice.choice("EIJKL")].hidden = True


def _merge(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).merge_cells(dice.choice(("I4:I5", "I4:J4", "P6:P8")))


def _insert_column(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).insert_cols(dice.randrange(1, 16))


def _delete_row(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).delete_rows(dice.randrange(2, 15))


def _insert_row(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).insert_rows(dice.randrange(2, 15))


def _move_rows(dice: Dice, workbook: Workbook) -> None:
    _tab(dice, workbook).move_range("A6:R8", rows=dice.choice((-2, 2, 40)), cols=0)


def _write_outside(dice: Dice, workbook: Workbook) -> None:
    tab = _tab(dice, workbook)
    tab.cell(tab.max_row + dice.randrange(1, 5), dice.randrange(1, 25), dice.choice(TEXTS[:20]))


def _count_from_1904(_dice: Dice, workbook: Workbook) -> None:
    workbook.epoch = CALENDAR_MAC_1904


LAYOUTS = (
    *(_hide_row, _hide_column, _merge, _insert_column, _delete_row, _insert_row, _move_rows),
    *(_write_outside, _count_from_1904),
)


def by_styles(dice: Dice, content: bytes) -> bytes:
    workbook = opened(content)
    filled = [cell for cell in fillable(workbook) if cell.value is not None]
    for cell in dice.sample(filled, min(len(filled), dice.choice((1, 3, 10)))):
        cell.number_format = dice.choice(FORMATS)
    parts = unpacked(saved(workbook))
    if dice.random() < 0.5:
        styles = "xl/styles.xml"
        parts[styles] = scratched(dice, parts[styles], dice.choice((1, 2)))
    return packed(parts)


def by_names(dice: Dice, content: bytes) -> bytes:
    workbook = opened(content)
    dice.choice(RENAMINGS)(dice, workbook)
    return saved(workbook)


def _rename(dice: Dice, workbook: Workbook) -> None:
    tab = dice.choice(workbook.worksheets)
    name = tab.title
    doubled = name.replace(" ", "  ")
    tab.title = dice.choice(
        (name.lower(), f"{name} ", doubled, f"{name}(2)", name[:-1], f"_{name}")
    )


def _copy(dice: Dice, workbook: Workbook) -> None:
    tab = dice.choice(workbook.worksheets)
    copy = workbook.copy_worksheet(tab)
    name = tab.title
    copy.title = dice.choice(
        (f"{name}  ", f"{name.upper()}.", name.replace(" ", "-"), f"{name} (2)")
    )
    workbook.move_sheet(copy, dice.randrange(-6, 1))
    for row in copy.iter_rows(min_row=4, min_col=9, max_col=12):
        for cell in row:
            if isinstance(cell, Cell):
                cell.value = 0.99


def _hide_sheet(dice: Dice, workbook: Workbook) -> None:
    dice.choice(workbook.worksheets).sheet_state = dice.choice(("hidden", "veryHidden"))


def _move_sheet(dice: Dice, workbook: Workbook) -> None:
    workbook.move_sheet(dice.choice(workbook.worksheets), dice.randrange(-5, 6))


def _swap_names(dice: Dice, workbook: Workbook) -> None:
    tab, other = dice.sample(workbook.worksheets, 2)
    tab.title, other.title = "sementara", tab.title
    tab.title = "Lain"


def _remove(dice: Dice, workbook: Workbook) -> None:
    workbook.remove(dice.choice(workbook.worksheets))


def _define(dice: Dice, workbook: Workbook) -> None:
    words = dice.choice(("#REF!", "'x'!$A$1", "1+1", "A" * 300))
    workbook.defined_names["A"] = DefinedName("A", attr_text=words)


RENAMINGS = (_rename, _copy, _hide_sheet, _move_sheet, _swap_names, _remove, _define)

MAKERS: dict[str, Callable[[Dice, bytes], bytes]] = {
    "bytes": by_bytes,
    "parts": by_parts,
    "xml": by_xml,
    "cells": by_cells,
    "styles": by_styles,
    "names": by_names,
}


def mutant(kind: str, number: int, bases: tuple[bytes, ...]) -> bytes | None:
    """Make the mutant of a kind and number; None where openpyxl refuses to write it."""
    dice = random.Random(f"{kind} {number}")
    try:
        return MAKERS[kind](dice, dice.choice(bases))
    except Exception:  # openpyxl raises whatever its writing came upon
        return None
