"""The role each column is proposed for, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn, texts_in
from lib.decree.columns.text_columns import with_levels
from lib.decree.words import header_words, marks, numbering, offices, periods
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.periods import Slot

_SAMPLES = 3
_PAST = re.compile(r"\b(?:baseline|kondisi awal|realisasi|capaian|data awal|kinerja awal)\b", re.I)
_FIRST_IN_CHARGE = re.compile(r"penang?gung|pj\b|utama|leading|pengampu", re.IGNORECASE)
_MONTHS, _QUARTERS = list(range(1, 13)), list(range(1, 5))
_MOST = 0.6
"""The share of a column's cells that must look alike for its content to tell its role."""


def propose(block: Block) -> tuple[ForeignColumn, ...]:
    """Propose a role for each column, by its header's words first, then by what stands in it."""
    groups = [
        ForeignColumn(places, path, ColumnRole.UNUSED, "", _samples(block, places))
        for places, path in _groups(block)
    ]
    columns = [_by_header(column, block) for column in groups]
    columns = [_by_content(column, block) for column in columns]
    columns = _counted(columns)
    columns = _one_time(columns)
    columns = _one_in_charge(_in_charge_by_content(columns, block))
    return tuple(with_levels(columns, block))


def settled(
    columns: tuple[ForeignColumn, ...], answers: Mapping[str, str], ids: Mapping[ForeignColumn, str]
) -> tuple[ForeignColumn, ...]:
    """Return the columns with the roles that were chosen for them."""
    return tuple(
        replace(column, role=ColumnRole(chosen), why="dipilih", sure=True)
        if (chosen := answers.get(ids[column])) in set(ColumnRole)
        else column
        for column in columns
    )


def _groups(block: Block) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Yield columns with their header path; columns under one undivided header together."""

    def heads(column: int) -> tuple[int, ...]:
        cells = [line.cells[column] for line in block.header]
        texts = [cell for cell in cells if cell is not None and cell.flat]
        return tuple(map(id, texts)) or (-column,)

    for _, places in groupby(range(block.width), key=heads):
        group = tuple(places)
        yield group, header_words.path(block.header, group[0])


def _samples(block: Block, places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts_in(block, places)))[:_SAMPLES]


def _by_header(column: ForeignColumn, block: Block) -> ForeignColumn:
    """Give a column the role its header's words have."""
    if not column.path:
        return column
    leaf, above = column.path[-1], " ".join(column.path[:-1])
    slot = periods.slot(column.path)
    role = header_words.role_of(leaf)
    if _is_matrix(column, block):
        office = replace(column, role=ColumnRole.CHARGE, office=leaf)
        return replace(office, why="satu kolom untuk satu perangkat daerah")
    if periods.is_week(leaf, above) and slot is not None:
        return replace(column, role=ColumnRole.TIME, time=slot, why="minggu dalam bulan")
    if slot is not None and (role in (None, ColumnRole.TIME) or periods.slot((leaf,))):
        return _timed(column, slot)
    if slot is not None and role in (ColumnRole.TARGET, ColumnRole.BUDGET, ColumnRole.OUTPUT):
        return replace(column, role=role, time=slot, why=f"“{leaf}” per tahun")
    role = role or next(
        (found for text in reversed(column.path) if (found := header_words.role_of(text))), None
    )
    if role is None:
        return column
    return replace(column, role=role, why=f"berjudul “{column.label}”")


def _timed(column: ForeignColumn, slot: Slot) -> ForeignColumn:
    """Tell a year's mark from the year's target, budget or a figure of the past."""
    words = column.label
    if _PAST.search(words):
        return replace(column, role=ColumnRole.TARGET, why="angka awal atau capaian lama")
    roles = {header_words.role_of(text) for text in column.path}
    if ColumnRole.BUDGET in roles:
        return replace(column, role=ColumnRole.BUDGET, time=slot, why="anggaran per tahun")
    if roles & {ColumnRole.TARGET, ColumnRole.INDICATOR, ColumnRole.OUTPUT}:
        return replace(column, role=ColumnRole.TARGET, time=slot, why="target per tahun")
    if (
        ColumnRole.TEXT in roles
        and ColumnRole.TIME not in roles
        and header_words.role_of(column.path[-1])
    ):
        return replace(column, role=ColumnRole.TEXT, why=f"berjudul “{column.label}”")
    return replace(column, role=ColumnRole.TIME, time=slot, why="judulnya menyebut waktu")


def _is_matrix(column: ForeignColumn, block: Block) -> bool:
    """Tell whether a column stands for one agency and holds nothing but marks."""
    if len(column.path) < 2 and not offices.is_office(column.path[-1]):
        return False
    if header_words.role_of(column.path[-1]) and not offices.is_short(column.path[-1]):
        return False
    under = header_words.role_of(column.path[0]) in (ColumnRole.CHARGE, ColumnRole.SUPPORT)
    if not under and not offices.is_office(column.path[-1]):
        return False
    texts = texts_in(block, column.places)
    return periods.slot(column.path) is None and all(
        marks.is_mark(text) or re.fullmatch(r"pj|p|u|t|pu|pp|k|a|d|utama|pendukung", text, re.I)
        for text in texts
    )


def _by_content(column: ForeignColumn, block: Block) -> ForeignColumn:
    """Give a column whose header says nothing the role its content suggests."""
    if column.why:
        return column
    texts = texts_in(block, column.places)
    if not texts:
        return replace(column, why="kosong")
    shares = {
        ColumnRole.NUMBER: sum(bool(numbering.parse(text)) for text in texts),
        ColumnRole.CHARGE: sum(offices.is_office(text) for text in texts),
        ColumnRole.TEXT: sum(len(text) > 25 for text in texts),
    }
    role = max(shares, key=lambda one: shares[one])
    if shares[role] < _MOST * len(texts) or (role is ColumnRole.NUMBER and column.places[0] > 1):
        role = ColumnRole.REMARK
    why = "tanpa judul yang dikenal; menurut isinya"
    # A column kept as it is needs no answer; one that would steer the plan does.
    return replace(column, role=role, why=why, sure=role in (ColumnRole.REMARK, ColumnRole.NUMBER))


def _counted(columns: list[ForeignColumn]) -> list[ForeignColumn]:
    """Read columns numbered 1 to 12 under a time as months, 1 to 4 as quarters."""
    bare = [one for one in columns if one.role is ColumnRole.TIME and one.time is None and one.path]
    values = [numbering.parse(one.path[-1]) for one in bare]
    if [value.value if value else 0 for value in values] not in (_MONTHS, _QUARTERS):
        return columns
    word = "bulan" if len(bare) == len(_MONTHS) else "triwulan"
    return [
        replace(one, time=periods.slot((word, one.path[-1])), why=f"{word} ke-{one.path[-1]}")
        if one in bare
        else one
        for one in columns
    ]


def _one_time(columns: list[ForeignColumn]) -> list[ForeignColumn]:
    """Read targets per year as the plan's time where no other column tells it."""
    if any(column.role is ColumnRole.TIME for column in columns):
        return columns
    if len({column.role for column in columns if column.time}) > 1:
        # Target and budget side by side stay what they are, and tell the years together.
        return columns
    for role in (ColumnRole.TARGET, ColumnRole.BUDGET, ColumnRole.OUTPUT):
        if any(column.role is role and column.time for column in columns):
            return [
                replace(column, role=ColumnRole.TIME, why="satu-satunya kolom yang menyebut tahun")
                if column.role is role and column.time and role is ColumnRole.TARGET
                else column
                for column in columns
            ]
    return columns


def _in_charge_by_content(columns: list[ForeignColumn], block: Block) -> list[ForeignColumn]:
    """Take the first column of remarks that holds nothing but offices, where no other names any."""
    if any(one.role in (ColumnRole.CHARGE, ColumnRole.SUPPORT) for one in columns):
        return columns
    for at, column in enumerate(columns):
        texts = texts_in(block, column.places)
        if column.role is ColumnRole.REMARK and texts and all(map(offices.is_office, texts)):
            taken = replace(column, role=ColumnRole.CHARGE, why="berisi nama perangkat daerah saja")
            return [*columns[:at], taken, *columns[at + 1 :]]
    return columns


def _one_in_charge(columns: list[ForeignColumn]) -> list[ForeignColumn]:
    """Keep one column of agencies in charge; the others support."""
    single = [
        column for column in columns if column.role is ColumnRole.CHARGE and not column.office
    ]
    matrix = any(column.office for column in columns)
    if not single and not matrix:
        supports = [column for column in columns if column.role is ColumnRole.SUPPORT]
        return [
            replace(column, role=ColumnRole.CHARGE) if column is supports[0] else column
            for column in columns
        ] if supports else columns  # fmt: skip
    if len(single) < 2:
        return columns
    first = next((one for one in single if _FIRST_IN_CHARGE.search(one.label)), None)
    charge = first or single[0]
    return [
        replace(column, role=ColumnRole.SUPPORT, sure=first is not None)
        if column in single and column is not charge
        else column
        for column in columns
    ]
