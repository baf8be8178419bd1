"""Records of older schemes, made records of the next one; each step once, and for good.

A step says what its scheme did not have the way it was understood then, so that a plan reads on
as it did.
"""

from __future__ import annotations

from typing import Any

from lib.plan.levels import levels
from lib.plan.register import register_of

Tree = dict[str, Any]


def with_levels_and_register(tree: Tree) -> Tree:
    """Scheme 1 to 2: TINGKAT as the numbering told it, KODE as the number, agencies by name."""
    sheets = dict(tree["sheets"])
    sheets["A. Program"] = _with_levels(sheets["A. Program"])
    texts = [
        *sheets["A. Program"]["cells"].get("pihak_terlibat", []),
        *sheets["Progres Indikator"]["cells"].get("penanggung_jawab", []),
    ]
    names = [agency.name for agency in register_of(texts).agencies]
    sheets["Perangkat Daerah"] = {
        "key": names,
        "year": [0] * len(names),
        "cells": {"nama": names} if names else {},
    }
    return {"scheme": 2, "sheets": sheets}


def _with_levels(rows: Tree) -> Tree:
    """Add `tingkat` to the printed rows; those of the years stand behind them and have none."""
    cells, blank = rows["cells"], [None] * len(rows["key"])
    planned = {
        key
        for key, year, mark in zip(
            rows["key"], rows["year"], cells.get("waktu", blank), strict=True
        )
        if year and mark
    }
    numbers, agencies = cells.get("no", blank), cells.get("pihak_terlibat", blank)
    printed = [place for place, year in enumerate(rows["year"]) if not year]
    carried_out = [
        (agencies[place] is not None or rows["key"][place] in planned)
        and not str(numbers[place] or "").upper().startswith("KP ")
        for place in printed
    ]
    found = dict(zip(printed, levels([numbers[p] for p in printed], carried_out), strict=True))
    level = [found.get(place) for place in range(len(blank))]
    return {**rows, "cells": {**cells, "tingkat": level}}
