"""What targets said first, where they were revised since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from lib.plan.change.difference import Change
from lib.plan.schema import TARGETS, Sheet

FirstTargets = Mapping[tuple[str, int, str], float]
"""The first stated target of each cell, by KODE, year and column."""
TOLD_BY = ((Sheet.ACTIVITY_PROGRESS, TARGETS), (Sheet.PROGRAM, ("uraian",)))
"""The sheets and columns whose changes tell what was stated first."""


def first_stated(first: FirstTargets, rows: pd.DataFrame, name: str) -> pd.Series:
    """Return what each row's TARGET of a column said first; NaN where it says so still.

    `rows` has the columns of `plan.activity_progress`.
    """
    keys = zip(rows["no"], rows["tahun"], strict=True)
    found = [first.get((no, year, name), np.nan) for no, year in keys]
    said = pd.Series(found, rows.index, dtype="float64")
    return said.mask(said == rows[name])


def with_first(first: FirstTargets, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every TARGET as it was stated first."""
    return rows.assign(
        **{name: first_stated(first, rows, name).fillna(rows[name]) for name in TARGETS}
    )


def first_targets(versions: Iterable[Sequence[Change]]) -> dict[tuple[str, int, str], float]:
    """Return what every TARGET that was changed said first, from each version's changes in turn.

    A kegiatan whose KODE changes keeps what it stated: it is known again by its words.
    """
    found: dict[tuple[str, int, str], float] = {}
    for changes in versions:
        targets = [change for change in changes if change.column in TARGETS]
        _note(found, ((change, change.before) for change in targets))
        found = _moved(found, _recoded(changes))
        _note(found, ((change, change.after) for change in targets))
    return found


def _note(
    found: dict[tuple[str, int, str], float], said: Iterable[tuple[Change, float | None]]
) -> None:
    for change, value in said:
        if value is not None and change.year is not None:
            found.setdefault((change.key, change.year, change.column), value)


def _moved(
    found: dict[tuple[str, int, str], float], codes: Mapping[str, str]
) -> dict[tuple[str, int, str], float]:
    """Return what was found under the codes that the rows have now."""
    if not codes:
        return found
    taken = set(codes.values())
    stays = {cell: said for cell, said in found.items() if cell[0] not in {*codes, *taken}}
    moves = {
        (codes[key], year, column): said
        for (key, year, column), said in found.items()
        if key in codes
    }
    return stays | moves


def _recoded(changes: Sequence[Change]) -> dict[str, str]:
    """Return the new code of each row of table A whose words now stand under another one."""
    texts = [c for c in changes if c.sheet is Sheet.PROGRAM and c.column == "uraian"]
    before = _alone((change.before, change.key) for change in texts)
    after = _alone((change.after, change.key) for change in texts)
    return {before[words]: after[words] for words in before.keys() & after.keys()}


def _alone(rows: Iterable[tuple[str | None, str]]) -> dict[str, str]:
    """Return the code of every text that one row alone has."""
    listed = [(words, key) for words, key in rows if words is not None]
    count = Counter(words for words, _ in listed)
    return {words: key for words, key in listed if count[words] == 1}
