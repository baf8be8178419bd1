"""The sheet Dokumen: the decree's items, and the stamp of the version a copy was made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import schema
from lib.plan.plan import (
    Stamp,
)
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import fold, is_blank, shown, written_date
from lib.workbook.reading.column_values import texts
from lib.workbook.reading.sheet_tables import Table


def document(table: Table, found: list[Finding]) -> tuple[dict[str, str], Stamp]:
    """Read the document's items in order, and apart from them the stamp."""
    items: dict[str, str] = {}
    places: dict[str, int] = {}
    stamped = {fold(item): item for item in schema.STAMP}
    raw: dict[str, Any] = {}
    labels = list(table.data_rows)
    names = texts(table, "butir", labels, found)
    for row, name in zip(labels, pd.Series(names, dtype="object").ffill(), strict=True):
        item = stamped.get(fold(name or ""), name or "")
        places[item] = row
        if item in schema.STAMP:
            raw[item] = table.value(row, "isi")
            continue
        [text] = texts(table, "isi", [row], found)
        items[item] = "\n".join(part for part in (items.get(item), text) if part)
    return items, _stamp(raw, places, table, found)


def _stamp(
    raw: Mapping[str, Any], places: Mapping[str, int], table: Table, found: list[Finding]
) -> Stamp:
    """Read which plan and version the copy was made from."""
    values = {item: None if is_blank(raw.get(item)) else raw.get(item) for item in schema.STAMP}
    needed = (schema.STAMP_SCHEME, schema.STAMP_PLAN, schema.STAMP_VERSION)
    missing = [item for item in needed if values[item] is None]
    if missing:
        row = places.get(missing[0])
        cell = table.address(row, "isi") if row else None
        listed = indonesian.listing(missing)
        found.append(catalogue.STAMP_MISSING.at(table.title, cell, items=listed))
    words = {item: tidy(str(value)) for item, value in values.items() if value is not None}
    return Stamp(
        words.get(schema.STAMP_PLAN),
        _version(values[schema.STAMP_VERSION], places, table, found),
        _time(values[schema.STAMP_TIME]),
        words.get(schema.STAMP_SCHEME),
    )


def _time(raw: Any) -> str | None:
    """Return the time of the download in words; a program may have made a real date of it."""
    return None if raw is None else tidy(str(written_date(raw) if isinstance(raw, date) else raw))


def _version(raw: Any, places: Mapping[str, int], table: Table, found: list[Finding]) -> int | None:
    """Read the version's number; None, with a finding, where it is not one."""
    words = tidy(str(raw)).removesuffix(".0") if raw is not None else ""
    if words.isascii() and words.isdigit() and len(words) < 10:
        return int(words)
    if raw is not None:
        address = table.address(places[schema.STAMP_VERSION], "isi")
        entry = catalogue.STAMP_UNREADABLE
        found.append(entry.at(table.title, address, item=schema.STAMP_VERSION, seen=shown(raw)))
    return None
