"""The rules of a plan: whatever is stored keeps them, wherever it came from.

`breaches` looks at a whole plan by columns and says where it keeps a rule not. Words for people
are made elsewhere; here a breach names sheet, key, year, columns and values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.breach import Breach, Rule
from lib.plan.cell_rules import broken_rule, is_stepped, measure_rule
from lib.plan.change.lock import locked_until
from lib.plan.kept import kept_beside
from lib.plan.ledger import CONTENT, PLACE, TOP, YEAR, editable, keys, progress_keys
from lib.plan.levels import number_code
from lib.plan.plan import Plan
from lib.plan.registers.register_rules import register_breaches
from lib.plan.schema import KEY, Sheet
from lib.plan.table_a import Level
from lib.plan.text.rubric import lines_of, own_numbers


@kept_beside
def breaches(plan: Plan) -> tuple[Breach, ...]:
    """List every rule that a plan does not keep: by sheet, then rule, then row."""
    activity, indicator = Sheet.ACTIVITY_PROGRESS, Sheet.INDICATOR_PROGRESS
    return (
        *_document(plan),
        *_program(plan),
        *_indicators(plan),
        *_progress(plan.activity_progress, activity, _ACTIVITY_RULES),
        *_progress(plan.indicator_progress, indicator, (_measures, _rubrics)),
        *register_breaches(plan),
    )


@kept_beside
def oddities(plan: Plan) -> tuple[Breach, ...]:
    """List what table A prints that a reader should know of, and that breaks no rule.

    A NO printed again below the same heading, and rows above the first kelompok program where
    there are any (`breach.PRINTED`).
    """
    rows, sheet = plan.program, Sheet.PROGRAM
    names = pd.Series(keys(rows), index=rows.index, dtype="object")
    is_activity = rows["tingkat"] == Level.ACTIVITY
    heading = rows["kode"].mask(is_activity).ffill().fillna("")
    rule = Rule.NUMBER_REPEATED
    repeated = _doubled(rows[is_activity], names, sheet, ("no", "no"), heading, rule)
    return (*repeated, *(_alone(rows, names) if plan.groups else ()))


def _alone(rows: pd.DataFrame, names: pd.Series) -> Iterator[Breach]:
    for row in rows.index[rows["kp"].isna()]:
        seen = _plain(rows["no"][row]) or _plain(rows["uraian"][row])
        yield Breach(Rule.GROUP_MISSING, Sheet.PROGRAM, names[row], None, (PLACE,), (seen,))


def _document(plan: Plan) -> Iterator[Breach]:
    """What is locked ends with a quarter of the plan."""
    stated = plan.document.get(schema.LOCKED)
    until = locked_until(plan)
    if stated and (until is None or until.year not in plan.years):
        yield Breach(Rule.LOCK_UNKNOWN, Sheet.DOCUMENT, schema.LOCKED, None, (CONTENT,), (stated,))


# --- Tables A and B -------------------------------------------------------------------------


def _program(plan: Plan) -> Iterator[Breach]:
    """Table A: it has years, rows and kegiatan, each with a KODE of its own."""
    rows, sheet = plan.program, Sheet.PROGRAM
    if not plan.years:
        yield Breach(Rule.YEARS_MISSING, sheet, TOP, None, (YEAR,))
    if rows.empty:
        yield Breach(Rule.TABLE_EMPTY, sheet, TOP, None, (PLACE,))
        return
    is_activity = rows["tingkat"] == Level.ACTIVITY
    if not is_activity.any():
        yield Breach(Rule.ACTIVITIES_MISSING, sheet, TOP, None, (PLACE,))
    names = pd.Series(keys(rows), index=rows.index, dtype="object")
    yield from _blanks(rows, names, sheet, ("uraian",))
    yield from _doubled(rows[is_activity], names, sheet, ("kode", "kode"))


def _indicators(plan: Plan) -> Iterator[Breach]:
    """Table B: each row has number, program and text, and no number is written two ways.

    A decree without indicators has no rows there.
    """
    rows, sheet = plan.indicators, Sheet.INDICATOR
    names = pd.Series(keys(rows), index=rows.index, dtype="object")
    yield from _blanks(rows, names, sheet, ("nomor", "program", "indikator"))
    yield from _doubled(rows, names, sheet, ("no", "nomor"))


def _blanks(
    rows: pd.DataFrame, names: pd.Series, sheet: Sheet, needed: tuple[str, ...]
) -> Iterator[Breach]:
    for column in needed:
        for row in rows.index[rows[column].isna()]:
            yield Breach(Rule.CODE_MISSING, sheet, names[row], None, (column,), (None,))


def _doubled(
    rows: pd.DataFrame,
    names: pd.Series,
    sheet: Sheet,
    columns: tuple[str, str],
    heading: pd.Series | None = None,
    rule: Rule = Rule.CODE_DOUBLED,
) -> Iterator[Breach]:
    """Two numbers that differ in case, spaces or signs alone are one, below one heading if any.

    `columns` hold the number, and what is seen of it.
    """
    number, seen = columns
    firsts: dict[tuple[str, str], str] = {}
    numbered = rows[rows[number].notna()]
    above = pd.Series("", rows.index) if heading is None else heading
    cells = (numbered[number], above[numbered.index], names[numbered.index], numbered[seen])
    for no, head, name, printed in zip(*cells, strict=True):
        first = firsts.setdefault((str(head), number_code(no)), name)
        if first != name:
            yield Breach(rule, sheet, name, None, (PLACE,), (printed,), first)


# --- Progress -------------------------------------------------------------------------------


class _Offence(NamedTuple):
    """A breach in a row counted from 0."""

    position: int
    rule: Rule
    columns: tuple[str, ...]
    values: tuple[Any, ...]
    first: int | None = None


_RowRule = Callable[[pd.DataFrame], Iterator[_Offence]]


def _progress(frame: pd.DataFrame, sheet: Sheet, rules: tuple[_RowRule, ...]) -> Iterator[Breach]:
    found = [*_doubled_rows(frame), *_cells(frame, sheet)]
    found += [offence for rule in rules for offence in rule(frame)]
    if not found:
        return
    names = progress_keys(frame)
    for position, rule, columns, values, first in found:
        key, year = names[position]
        earlier = None if first is None else names[first][0]
        yield Breach(rule, sheet, key, int(year), columns, values, earlier)


def _where(mask: Any) -> Iterator[int]:
    """Yield the positions at which a column of truths holds."""
    yield from np.flatnonzero(np.asarray(mask, dtype=bool)).tolist()


def _plain(value: Any) -> Any:
    """Return a cell with None for blank and Python's own numbers."""
    if pd.isna(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def _offences(frame: pd.DataFrame, mask: Any, rule: Rule, *columns: str) -> Iterator[_Offence]:
    for position in _where(mask):
        row = frame.iloc[position]
        yield _Offence(position, rule, columns, tuple(_plain(row[name]) for name in columns))


def _doubled_rows(frame: pd.DataFrame) -> Iterator[_Offence]:
    """Two rows of one number and year."""
    firsts: dict[tuple[str, int], int] = {}
    for position, (no, year) in enumerate(zip(*(frame[name] for name in KEY), strict=True)):
        first = firsts.setdefault((number_code(str(no)), year), position)
        if first != position:
            yield _Offence(position, Rule.KEY_DOUBLED, KEY, (str(no), int(year)), first)


def _cells(frame: pd.DataFrame, sheet: Sheet) -> Iterator[_Offence]:
    """Every cell by itself: ranges, lengths, lists, addresses."""
    for column in editable(sheet):
        filled = frame[column.name].dropna()
        broken = filled.map(partial(broken_rule, column)).dropna()
        if len(broken):
            mask = frame.index.isin(broken.index)
            yield from _offences(frame, mask, broken.iloc[0], column.name)


def _falls(frame: pd.DataFrame) -> Iterator[_Offence]:
    """Cumulative values: none below an earlier quarter's."""
    for names in (schema.TARGETS, schema.ACTUALS):
        values = frame[list(names)]
        highest = values.cummax(axis=1).ffill(axis=1).shift(1, axis=1)
        falling = (values < highest).to_numpy()
        for position in _where(falling.any(axis=1)):
            row, tops = values.iloc[position].tolist(), highest.iloc[position].tolist()
            for index in _where(falling[position]):
                earlier = max(place for place in range(index) if row[place] == tops[index])
                columns, pair = (names[index], names[earlier]), (row[index], row[earlier])
                yield _Offence(position, Rule.CUMULATIVE_FALLS, columns, pair)


def _over_budget(frame: pd.DataFrame) -> Iterator[_Offence]:
    spent, ceiling = "realisasi_anggaran", "pagu_anggaran"
    yield from _offences(frame, frame[spent] > frame[ceiling], Rule.BUDGET_OVER, spent, ceiling)


def _unexplained(frame: pd.DataFrame) -> Iterator[_Offence]:
    """A KETERANGAN needs a KENDALA that explains it."""
    bare = frame["keterangan"].notna() & frame["kendala"].isna()
    rule = Rule.REMARK_WITHOUT_OBSTACLE
    yield from _offences(frame, bare, rule, "kendala", "keterangan")


def _undecidable(frame: pd.DataFrame) -> Iterator[_Offence]:
    """Without a KENDALA there is nothing to decide about; a remark asks for one already."""
    bare = frame["perlu_keputusan"].notna() & frame["kendala"].isna() & frame["keterangan"].isna()
    rule = Rule.DECISION_WITHOUT_OBSTACLE
    yield from _offences(frame, bare, rule, "perlu_keputusan", "kendala")


def _verified(frame: pd.DataFrame) -> Iterator[_Offence]:
    """A verification names its quarter and its result, and says what is to be mended."""
    until, result, note = schema.VERIFICATION
    begun = frame[list(schema.VERIFICATION)].notna().any(axis=1)
    for name, other in ((until, result), (result, until)):
        blank = begun & frame[name].isna() & (frame[other].notna() | (name == result))
        yield from _offences(frame, blank, Rule.VERIFICATION_IN_PART, name, other)
    bare = (frame[result] == schema.TO_MEND) & frame[note].isna()
    yield from _offences(frame, bare, Rule.VERIFICATION_UNEXPLAINED, note, result)


_ACTIVITY_RULES: tuple[_RowRule, ...] = (
    _falls,
    _over_budget,
    _unexplained,
    _undecidable,
    _verified,
)


def _measures(frame: pd.DataFrame) -> Iterator[_Offence]:
    """Target and realisasi of an indicator fit its SATUAN."""
    for name in ("target", "realisasi"):
        in_words = name == "target"
        for position in _where(frame[name].notna()):
            value, unit = frame[name].iloc[position], _plain(frame["satuan"].iloc[position])
            if rule := measure_rule(value, unit, in_words):
                yield _Offence(position, rule, (name, "satuan"), (_plain(value), unit))


def _rubrics(frame: pd.DataFrame) -> Iterator[_Offence]:
    """An indicator in steps describes each in turn, and goes up; no other has a RUBRIK."""
    stepped = frame["satuan"].map(is_stepped).astype(bool)
    told = frame["rubrik"].notna()
    count = frame["rubrik"].map(lambda cell: len(lines_of(cell)))
    falls = stepped & (frame["arah"] == schema.DOWN)
    miscounted = stepped & told & (count != schema.LAST_STEP)
    in_order = {(), tuple(range(1, schema.LAST_STEP + 1))}
    shuffled = ~frame["rubrik"].map(own_numbers).isin(in_order) & stepped & ~miscounted
    yield from _offences(frame, stepped & ~told, Rule.RUBRIC_MISSING, "rubrik", "satuan")
    yield from _offences(frame, miscounted, Rule.RUBRIC_LINES, "rubrik")
    yield from _offences(frame, shuffled, Rule.RUBRIC_ORDER, "rubrik")
    yield from _offences(frame, ~stepped & told, Rule.RUBRIC_UNUSED, "rubrik", "satuan")
    yield from _offences(frame, falls, Rule.STEPS_FALL, "arah", "satuan")
