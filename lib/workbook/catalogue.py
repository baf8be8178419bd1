"""The catalogue of findings: every code, its severity and its words, in one place.

`docs/temuan.md` is generated from it, and a test triggers every code.
"""

from __future__ import annotations

from lib.workbook.findings import Entry, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# --- The file as a whole (gate) -------------------------------------------------------------


# --- Sheets and headers (reader) ------------------------------------------------------------


# --- Cells and rows (checks) ----------------------------------------------------------------


CATALOGUE: dict[str, Entry] = {
    entry.code: entry for entry in globals().values() if isinstance(entry, Entry)
}
