"""The rows of a draft: each entry of the tree with its times, agencies and extra columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lib.decree import corrections
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.columns.parties import SAME_AS_ABOVE, Parties, Party
from lib.decree.columns.schedule import Scheduler, Times
from lib.decree.corrections import RowPart
from lib.decree.draft import ACTIVITY, DraftRow
from lib.decree.foreign_table import SOFT, ForeignCell
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.tree.entries import cells_of
from lib.decree.tree.hierarchy import Node
from lib.decree.words import marks, periods
from lib.decree.words.header_words import ColumnRole

SUPPORT_LABEL = "PIHAK PENDUKUNG"
OWN_ACTIVITIES = "masing-masing satu kegiatan, dengan waktu dan pihak baris di atasnya"
PART_OF_ABOVE = "rincian dari kegiatan di atasnya"

_EXTRA = (
    ColumnRole.SUPPORT,
    ColumnRole.OUTPUT,
    ColumnRole.INDICATOR,
    ColumnRole.UNIT,
    ColumnRole.TARGET,
    ColumnRole.BUDGET,
    ColumnRole.REMARK,
)


@dataclass
class RowMaker:
    """Makes the rows of a tree, and notes which cells they took and what they ask."""

    nodes: Sequence[Node]
    columns: tuple[ForeignColumn, ...]
    scheduler: Scheduler
    parties: Parties
    answers: Mapping[str, str]
    shows_merges: bool
    office: str = ""
    """Who is in charge of all, where no column names anybody."""
    used: list[ForeignCell] = field(default_factory=list)
    readings: list[Assumption] = field(default_factory=list)
    _folds: dict[int, int] = field(default_factory=dict)
    """Rows that may be details of another: its index."""

    def rows(self) -> tuple[DraftRow, ...]:
        times = [self.scheduler.of(node.entry) for node in self.nodes]
        who = [self.parties.of(node.entry) for node in self.nodes]
        self._inherit(times, who)
        if self._folds:
            times, who = self._folded(times, who)
        if not self.shows_merges:
            self._fill_down(who)
        if not any(self._tells_time(column) for column in self.columns):
            planned = Times(dict.fromkeys(self.scheduler.period, marks.X))
            times = [planned if not node.is_heading else Times() for node in self.nodes]
        if self.office:
            alone = Party((self.office,))
            who = [alone if not node.is_heading else Party() for node in self.nodes]
        made = [self._row(*parts) for parts in zip(self.nodes, times, who, strict=True)]
        return tuple(map(self._corrected, made))

    def _tells_time(self, column: ForeignColumn) -> bool:
        return column.role is ColumnRole.TIME or (
            column.role in (ColumnRole.BUDGET, ColumnRole.TARGET) and column.time is not None
        )

    def _inherit(self, times: list[Times], who: list[Party]) -> None:
        """Let what is said once at a heading hold for what stands under it without its own."""
        shared = 0
        for index, node in enumerate(self.nodes):
            at = node.parent
            while at is not None and not node.is_heading:
                bare = not times[index].marks and not who[index].charge
                if bare and times[at].marks and who[at].charge:
                    self._folds[index] = at
                    shared += 1
                if not times[index].marks and times[at].marks:
                    times[index] = times[at]
                if not who[index].charge and who[at].charge:
                    who[index] = who[at]
                at = self.nodes[at].parent
        if shared:
            words = "Apa arti baris tanpa waktu dan pihak di bawah baris yang memilikinya?"
            seen = "baris rincian tanpa waktu dan pihak sendiri"
            choices = (OWN_ACTIVITIES, PART_OF_ABOVE)
            one = reading(QuestionKind.LEVEL, seen, shared, OWN_ACTIVITIES, choices, False, words)
            self.readings.append(one)
            if self.answers.get(one.id) != PART_OF_ABOVE:
                self._folds.clear()

    def _folded(self, times: list[Times], who: list[Party]) -> tuple[list[Times], list[Party]]:
        """Make rows of details part of the row above them, which then is what is done."""
        nodes = list(self.nodes)
        for index, at in self._folds.items():
            head, entry = nodes[at].entry, nodes[index].entry
            number = f"{entry.number.printed} " if entry.number else ""
            text = f"{head.text}\n{number}{entry.text}"
            whole = replace(
                head,
                text=text,
                cells=(*head.cells, *entry.cells),
                lines=(*head.lines, *entry.lines),
            )
            nodes[at] = replace(nodes[at], entry=whole, is_heading=False)
        kept = [index for index in range(len(nodes)) if index not in self._folds]
        self.nodes = [nodes[index] for index in kept]
        return [times[index] for index in kept], [who[index] for index in kept]

    def _fill_down(self, who: list[Party]) -> None:
        """Fill blank agencies of pasted text from above, asking once."""
        activities = [at for at, node in enumerate(self.nodes) if not node.is_heading]
        blank = [at for at in activities if not who[at].charge]
        if not blank or len(blank) == len(activities):
            return
        one = self.parties.blanks(len(blank))
        self.readings.append(one)
        if self.answers.get(one.id, one.proposed) != SAME_AS_ABOVE:
            return
        for at in blank:
            above = [who[before] for before in activities if before < at and who[before].charge]
            who[at] = above[-1] if above else who[at]

    def _row(self, node: Node, times: Times, who: Party) -> DraftRow:
        entry = node.entry
        if node.is_heading:
            times, who = Times(), Party()
        self.used += [*entry.cells, *times.cells, *who.cells]
        extra, places = self._extra(node, times)
        if who.support:
            extra[SUPPORT_LABEL] = "; ".join(who.support)
        targets = {(year, 4): value for year, value in times.targets.items()}
        for year, quarters in times.quarters.items():
            targets.update({(year, quarter): value for quarter, value in quarters.items()})
        return DraftRow(
            str(node.level) if node.is_heading else ACTIVITY,
            entry.number.printed if entry.number else "",
            node.code,
            entry.text,
            times.marks,
            who.charge,
            extra,
            times.budget,
            targets,
            entry.place,
            {
                "uraian": _places(entry.cells),
                "waktu": _places(times.cells),
                "pihak": _places(who.cells),
                **places,
            },
        )

    def _extra(self, node: Node, times: Times) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """Keep what stands in other columns, each under its header path."""
        found: dict[str, dict[ForeignCell, None]] = {}
        for column in self.columns:
            if column.role not in _EXTRA or column.office:
                continue
            for cell in cells_of(node.entry, column, (column,)):
                if marks.sign(cell.flat) is not marks.Sign.NOT and cell not in times.cells:
                    found.setdefault(column.label, {})[cell] = None
                    self.used.append(cell)
        texts = {
            label: "\n".join(dict.fromkeys(cell.text.replace(SOFT, "\n") for cell in cells))
            for label, cells in found.items()
        }
        return texts, {label: _places(tuple(cells)) for label, cells in found.items()}

    def _corrected(self, row: DraftRow) -> DraftRow:
        """Return a row with the time and agencies that somebody gave it."""
        when = self.answers.get(corrections.of_row(row.place, RowPart.TIME))
        who = self.answers.get(corrections.of_row(row.place, RowPart.PARTY))
        if when is not None:
            years = periods.years_in(when)
            row = replace(row, years={year: row.years.get(year, marks.X) for year in years})
        if who is not None:
            names = tuple(name.strip() for name in who.split(";") if name.strip())
            row = replace(row, charge=names)
        return row


def _places(cells: Sequence[ForeignCell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.place for cell in cells))
