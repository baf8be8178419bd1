"""The one way in: an uploaded file becomes a plan and findings, through gate, reader, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from openpyxl.utils.cell import coordinate_from_string, coordinate_to_tuple

from lib.findings.finding import Finding, Severity
from lib.plan import schema
from lib.plan.plan import Plan, Stamp
from lib.plan.schema import Sheet
from lib.workbook.reading import checks, older, plan_changes, reader
from lib.workbook.reading.checks import Located
from lib.workbook.reading.numbers import lost_formats
from lib.workbook.reading.sheet_tables import Table
from lib.xlsx import gate

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}

EACH = 100
"""As many findings of a kind in one column are said one by one; whoever meets more of them has
one mistake, not many."""

Places = Mapping[tuple[Sheet, str | int], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an uploaded file says: the plan as far as it could be read, and the findings."""

    plan: Plan | None
    """None where a table could not be found. Beside errors, refused cells are blank in it."""
    findings: tuple[Finding, ...]
    """Errors first; each in the order of sheets, rows and columns."""
    places: Places = field(default_factory=dict)
    """Letter of each column in the uploader's own file, by sheet and column name."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self._of(Severity.WARNING)

    @property
    def notices(self) -> tuple[Finding, ...]:
        return self._of(Severity.NOTICE)

    @property
    def accepted(self) -> bool:
        """Whether nothing forbids applying it; warnings may still ask for a yes."""
        return not self.errors

    def address(self, sheet: Sheet, key: str, year: int | None, column: str) -> str | None:
        """Name a row's cell as it stands in the uploader's own file; None where it does not."""
        letter = self.places.get((sheet, column))
        row = None if self.plan is None else checks.label(self.plan, sheet, key, year)
        return f"{letter}{row}" if letter and row else None

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


def examine(
    content: bytes, name: str, current: Plan | Callable[[Stamp], Plan | None] | None = None
) -> Reading:
    """Read an uploaded file and say everything that is to be said of it; never raises for it.

    `current` is the plan that the upload is meant for, or finds it by the upload's stamp:
    another plan's workbook is refused, and places where the plan itself differs are noticed.
    Row labels of the frames are the uploader's Excel rows.
    """
    inspection = gate.inspect(content, name)
    if inspection.facts is None:
        return Reading(None, inspection.findings)
    found = list(inspection.findings)
    draft = reader.draft(content, inspection.facts, found)
    plan = draft.plan
    if plan is not None:
        base = current(plan.stamp) if callable(current) else current
        if base is not None:
            plan = older.completed(plan, base, draft.tables)
            found = checks.lowered(found, plan, draft.tables, base)
            plan, found = lost_formats.settle(plan, draft.tables, found, base)
        found += plan_changes.scheme(plan, draft.tables[Sheet.DOCUMENT])
        found += checks.findings(plan, draft.tables, base)
        if base is not None:
            here = {*draft.tables, *(item.sheet for item in found)}
            found += plan_changes.absent(plan, base, here)
            found += plan_changes.findings(plan, draft.tables, base)
    return Reading(plan, settled(found, draft.tables), _places(draft.tables))


def settled(found: Iterable[Finding], tables: Mapping[Sheet, Located]) -> tuple[Finding, ...]:
    """Return what is to be said, each cell's first error alone, in the order of `Reading`."""
    return tuple(sorted(_grouped(_one_error_per_cell(found)), key=_position(tables)))


def _places(tables: Mapping[Sheet, Table]) -> Places:
    return {
        (sheet, name): schema.letter(place)
        for sheet, table in tables.items()
        for name, place in table.columns.items()
    }


def _position(
    tables: Mapping[Sheet, Located],
) -> Callable[[Finding], tuple[int, int, tuple[int, int]]]:
    """Return a sorting key: by severity, then by sheet, row and column."""
    sheets = list(Sheet)
    titles = {table.title: sheets.index(sheet) for sheet, table in tables.items()}

    def position(finding: Finding) -> tuple[int, int, tuple[int, int]]:
        sheet = titles.get(finding.sheet or "", -1)
        cell = coordinate_to_tuple(finding.cell) if finding.cell else (0, 0)
        return _ORDER[finding.severity], sheet, cell

    return position


def _one_error_per_cell(found: Iterable[Finding]) -> list[Finding]:
    """Keep a cell's first error alone: the later ones follow from it."""
    taken: set[tuple[str | None, str]] = set()
    kept = []
    for finding in found:
        if finding.cell and finding.severity is Severity.ERROR:
            place = (finding.sheet, finding.cell)
            if place in taken:
                continue
            taken.add(place)
        kept.append(finding)
    return kept


def _grouped(found: Iterable[Finding]) -> list[Finding]:
    """Fold what is said of many cells of a column: all notices of a kind, the rest beyond `EACH`.

    The last finding kept says how many follow.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for index, finding in enumerate(found):
        column = coordinate_from_string(finding.cell)[0] if finding.cell else index
        key = (finding.code, finding.severity, finding.sheet, column)
        groups.setdefault(key, []).append(finding)
    return [finding for group in groups.values() for finding in _folded(group)]


def _folded(group: list[Finding]) -> list[Finding]:
    each = 1 if group[0].severity is Severity.NOTICE else EACH
    if len({finding.cell for finding in group}) <= each:
        return group[:1] if each == 1 else group
    group = sorted(group, key=lambda finding: coordinate_to_tuple(finding.cell or "A1"))
    last = group[each - 1]
    more = len({finding.cell for finding in group} - {f.cell for f in group[:each]})
    seen = f"{last.seen} Demikian pula {more} sel lain di kolom ini."
    return [*group[: each - 1], replace(last, seen=seen)]


def refusal(workbook: bytes) -> Finding | None:
    """Return why a workbook of our own could not be brought back, if its size forbids it."""
    inspection = gate.inspect(workbook, "unduhan.xlsx")
    return inspection.findings[0] if inspection.facts is None else None
