"""Findings: what is wrong with a workbook, as data.

A mistake in a file is a value, never an exception. Each finding comes from one entry of the
catalogue (`entries/`), names its place in Excel terms and says what to do in Excel.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does to an upload."""

    ERROR = "error"
    """Nothing can be applied while it stands."""
    WARNING = "warning"
    """Applying needs a person's yes."""
    NOTICE = "notice"
    """Said, and nothing is asked."""


SEVERITY_WORDS = {
    Severity.ERROR: "harus diperbaiki",
    Severity.WARNING: "perlu persetujuan",
    Severity.NOTICE: "pemberitahuan",
}
"""What each is called wherever a person reads it, the gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one place; texts in Indonesian, for the person who filled the file in."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    """Such as `H7`; None for a finding about the file or a whole sheet."""
    seen: str
    expected: str
    advice: str

    @property
    def place(self) -> str:
        """Sheet and cell as Excel writes them, such as `Progres Kegiatan!H7`."""
        return "!".join(part for part in (self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One kind of finding: its code, severity and texts with `{placeholders}`."""

    code: str
    severity: Severity
    title: str
    seen: str
    expected: str
    advice: str
    example: str = ""
    """How the mistake comes about, for the handbook page."""

    def at(self, sheet: str | None = None, cell: str | None = None, **values: object) -> Finding:
        """Make a finding of this kind; `values` fill the placeholders."""
        return Finding(
            self.code,
            self.severity,
            sheet,
            cell,
            self.seen.format(**values),
            self.expected.format(**values),
            self.advice.format(**values),
        )
