"""A foreign table read into a draft of a plan: rows, questions and an account of every cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lib.decree import accounting, blocks, body, hierarchy, roles, schedule, title_page
from lib.decree.accounting import Account
from lib.decree.blocks import Block
from lib.decree.body import Entry
from lib.decree.foreign_table import Cell, Line, Source
from lib.decree.hierarchy import Node
from lib.decree.parties import BLANK, SAME_AS_ABOVE, Parties, Party
from lib.decree.questions import Kind, Reading, identity, reading
from lib.decree.roles import Column
from lib.decree.schedule import Scheduler, Times
from lib.decree.words import cell_lists, marks, periods
from lib.decree.words.header_words import LEVELS, Role

ACTIVITY = "Kegiatan"
SUPPORT_LABEL = "PIHAK PENDUKUNG"
OWN_ACTIVITIES = "kegiatan sendiri, waktu dan pihaknya ikut baris di atasnya"
ONE_TEXT = "bagian dari kegiatan di atasnya"
SPLIT_LISTS = "setiap baris satu kegiatan"
KEEP_LISTS = "satu kegiatan saja"
ON_HEADING = "waktu atau pihak pada judul; kegiatan di bawahnya punya sendiri"
NOT_PLANNED = "tanda tidak direncanakan"

_EXTRA = (Role.SUPPORT, Role.OUTPUT, Role.INDICATOR, Role.UNIT, Role.TARGET, Role.BUDGET,
          Role.REMARK)  # fmt: skip


@dataclass(frozen=True)
class DraftRow:
    """One row of the plan to be, with the place each part of it came from."""

    level: str
    """`1`, `2`, `3` for headings, `Kegiatan` for what is carried out: the column TINGKAT."""
    number: str
    """As printed; blank where nothing is."""
    code: str
    text: str
    years: Mapping[int, str] = field(default_factory=dict)
    """What is printed for each planned year."""
    charge: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    """Decreed extra columns, by their header path."""
    budget: Mapping[int, float] = field(default_factory=dict)
    targets: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """Target in percent by year and quarter."""
    places: tuple[str, ...] = ()
    """Where it stands in the source, in words."""

    @property
    def is_activity(self) -> bool:
        return self.level == ACTIVITY


@dataclass(frozen=True)
class DecreeDraft:
    """What a foreign table says, before it becomes a workbook."""

    document: Mapping[str, str]
    years: tuple[int, ...]
    rows: tuple[DraftRow, ...]
    columns: tuple[Column, ...]
    indicators: tuple[tuple[str, str, str], ...]
    """Number, program and indicator of a second table of indicators."""
    readings: tuple[Reading, ...]
    """Everything that was read by its looks, sure or not."""
    open: tuple[Reading, ...]
    """The readings that still ask."""
    account: Account
    table: str
    """The table it was read from."""

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency in charge, in printed order."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row.charge))


class NoPlan(Exception):
    """No table of a plan was found; `tables` counts those there are."""

    def __init__(self, tables: int) -> None:
        super().__init__("no plan")
        self.tables = tables


def read(
    source: Source,
    answers: Mapping[str, str] | None = None,
    register: Sequence[str] = (),
    this_year: int | None = None,
) -> DecreeDraft:
    """Read a file's plan, as proposed where nothing was answered.

    `register` lists the known agencies, full names and aliases alike; `this_year` is what a
    table without any year is proposed for. Raises NoPlan.
    """
    return _Drafting(source, dict(answers or {}), tuple(register), this_year).draft()


@dataclass
class _Drafting:
    """One reading on its way; each step takes from those before it."""

    source: Source
    answers: dict[str, str]
    register: tuple[str, ...]
    this_year: int | None
    readings: list[Reading] = field(default_factory=list)
    used: dict[Cell, None] = field(default_factory=dict)
    left: dict[Cell, str] = field(default_factory=dict)

    def draft(self) -> DecreeDraft:
        found = blocks.find(table for table in self.source.tables if not table.hidden)
        block = self._chosen(found)
        columns = self._columns(block)
        fills, asked = schedule.shading(block, columns, self.answers)
        self.readings += asked
        entries = self._entries(block, columns, fills)
        years = self._years(block, columns, entries)
        scheduler = Scheduler(columns, years, fills, self.answers)
        parties = Parties.of_table(columns, entries, self.register, self.answers)
        nodes = self._nodes(entries, scheduler, parties)
        rows = self._rows(nodes, columns, scheduler, parties, block)
        self.readings += [*scheduler.readings(), *parties.readings()]
        indicators = self._indicators(found, block)
        shaded = [cell for line in block.body for cell in line.distinct if cell.fill in fills]
        shaded = [cell for cell in shaded if not cell.flat and cell in self.used]
        self._leave(block)
        account = accounting.account(
            self.source, self.used, self.left, shaded, self._tables(block)
        )
        planned = tuple(sorted({year for row in rows for year in row.years} | self._slots(columns)))
        document = title_page.read(block.titles, block.after, planned or years)
        readings = tuple({one.id: one for one in self.readings}.values())
        unanswered = tuple(one for one in readings if not one.sure and one.id not in self.answers)
        return DecreeDraft(
            document, planned or years, rows, columns, indicators, readings, unanswered, account,
            block.name,
        )  # fmt: skip

    def _chosen(self, found: Sequence[Block]) -> Block:
        """Choose the plan's table; several likely ones are asked about."""
        likely = [block for block in found if block.is_plan and block.body]
        if not likely:
            raise NoPlan(len(self.source.tables))
        both = [block for block in likely if {Role.TIME, Role.CHARGE} <= block.roles]
        likely = both or likely
        best = max(likely, key=lambda block: (len(block.body) > 2, -likely.index(block)))
        names = [_called(block) for block in likely]
        if len(likely) > 1:
            seen = f"{len(likely)} tabel: {'; '.join(names)}"
            words = "Berkas ini memuat lebih dari satu tabel rencana. Tabel mana yang dipakai?"
            one = reading(Kind.TABLE, seen, len(likely), _called(best), names, False, words)
            self.readings.append(one)
            chosen = self.answers.get(one.id, one.proposed)
            return next((block for block in likely if _called(block) == chosen), best)
        return best

    def _columns(self, block: Block) -> tuple[Column, ...]:
        proposed = roles.propose(block)
        ids = {column: identity(Kind.COLUMN, _seen(column)) for column in proposed}
        for column in proposed:
            words = f"Untuk apa kolom “{column.label}”?"
            self.readings.append(
                reading(Kind.COLUMN, _seen(column), len(column.samples), column.role, tuple(Role),
                        column.sure, words)
            )  # fmt: skip
        return roles.settled(proposed, self.answers, ids)

    def _entries(
        self, block: Block, columns: tuple[Column, ...], fills: frozenset[str]
    ) -> tuple[Entry, ...]:
        entries, left = body.read(block, columns, fills)
        unsure = [entry for entry in entries if entry.unsure_list and entry.item]
        if unsure:
            words = "Beberapa sel uraian memuat lebih dari satu baris. Apa arti setiap baris itu?"
            seen = f"uraian dengan beberapa baris, misalnya “{unsure[0].text}”"
            choices = (SPLIT_LISTS, KEEP_LISTS)
            count = sum(entry.item is not None and entry.item[0] == 0 for entry in unsure)
            one = reading(Kind.LEVEL, seen, count, SPLIT_LISTS, choices, False, words)
            self.readings.append(one)
            if self.answers.get(one.id) == KEEP_LISTS:
                entries, left = body.read(block, columns, fills, keep_lists=True)
        for line, why in (*block.left, *left):
            self._leave_line(line, why)
        return entries

    def _years(
        self, block: Block, columns: tuple[Column, ...], entries: Sequence[Entry]
    ) -> tuple[int, ...]:
        """Return the plan's years: of columns, else of texts, else of the title."""
        titled = schedule.title_years((*block.titles, *self._names()))
        named = self._slots(columns)
        texts = [column for column in columns if column.role is Role.TIME and not column.time]
        for entry in entries:
            for column in texts:
                for cell in schedule.cells_of(entry, column, columns):
                    named |= set(periods.years_in(cell.flat))
        if named and (not texts or len(named) > 1 or not titled):
            return tuple(sorted(named | set(titled))) if texts else tuple(sorted(named))
        if named | set(titled) and any(column.role is Role.TIME for column in columns):
            return tuple(sorted(named | set(titled)))
        return self._asked_years(titled, columns)

    def _asked_years(
        self, titled: tuple[int, ...], columns: tuple[Column, ...]
    ) -> tuple[int, ...]:
        proposed = titled or self._anywhere() or ((self.this_year,) if self.this_year else ())
        one = schedule.year_question(self.answers, proposed)
        self.readings.append(one)
        return periods.years_in(self.answers.get(one.id, "")) or proposed

    def _anywhere(self) -> tuple[int, ...]:
        """Return the newest year that stands anywhere in the file."""
        texts = [text for table in self.source.tables for text in (*table.before, *table.after)]
        texts += [cell.flat for cell in self.source.cells]
        found = [year for text in texts for year in periods.years_in(text)]
        return (max(found),) if found else ()

    def _names(self) -> tuple[str, ...]:
        return tuple(table.name for table in self.source.tables)

    def _slots(self, columns: Sequence[Column]) -> set[int]:
        return {
            column.time.year
            for column in columns
            if column.time and column.time.year and column.role is not Role.UNUSED
        }

    def _nodes(
        self, entries: tuple[Entry, ...], scheduler: Scheduler, parties: Parties
    ) -> tuple[Node, ...]:
        has_details = partial(_has_details, scheduler=scheduler, parties=parties)
        chosen = self._corrections("tingkat")
        nodes = hierarchy.arrange(entries, has_details, chosen)
        scheduler.counts.clear()
        parties.counts.clear()
        return nodes

    def _corrections(self, what: str) -> dict[str, str]:
        """Return corrections by row: answers whose id is a place and what is corrected there."""
        ending = f" / {what}"
        return {
            name.removesuffix(ending): answer
            for name, answer in self.answers.items()
            if name.endswith(ending)
        }

    def _rows(
        self,
        nodes: Sequence[Node],
        columns: tuple[Column, ...],
        scheduler: Scheduler,
        parties: Parties,
        block: Block,
    ) -> tuple[DraftRow, ...]:
        times = [scheduler.of(node.entry) for node in nodes]
        who = [parties.of(node.entry) for node in nodes]
        nodes, times, who = self._inherited(nodes, times, who)
        if not block.shows_merges:
            who = self._filled(nodes, who, parties)
        if not any(column.role in (Role.TIME, Role.BUDGET, Role.TARGET) and (
            column.time or column.role is Role.TIME) for column in columns):  # fmt: skip
            times = [_all_years(node, scheduler.period) for node in nodes]
        making = zip(nodes, times, who, strict=True)
        return tuple(self._row(node, when, party, columns) for node, when, party in making)

    def _inherited(
        self, nodes: Sequence[Node], times: list[Times], who: list[Party]
    ) -> tuple[Sequence[Node], list[Times], list[Party]]:
        """Let what is said once at a heading hold for what stands under it without its own."""
        asked = False
        for index, node in enumerate(nodes):
            at = node.parent
            while at is not None and not node.is_heading:
                below = [i for i in range(at + 1, _end(at, nodes)) if not nodes[i].is_heading]
                bare = all(_is_bare(nodes[i], scheduler_times=times[i], party=who[i]) for i in below)
                asked = asked or (bare and bool(times[at].marks and who[at].charge))
                if not times[index].marks and times[at].marks:
                    times[index] = replace(times[at])
                if not who[index].charge and who[at].charge:
                    who[index] = who[at]
                at = nodes[at].parent
        return nodes, times, who

    def _filled(
        self, nodes: Sequence[Node], who: list[Party], parties: Parties
    ) -> list[Party]:
        """Ask about blank cells of pasted text, and fill them from above if so answered."""
        blank = [
            index
            for index, node in enumerate(nodes)
            if not node.is_heading and not who[index].charge
        ]
        if not blank or len(blank) == sum(not node.is_heading for node in nodes):
            return who
        one = parties.blanks(len(blank))
        self.readings.append(one)
        if self.answers.get(identity(Kind.AGENCY, BLANK), one.proposed) != SAME_AS_ABOVE:
            return who
        filled = list(who)
        for index in blank:
            above = [party for party in filled[:index] if party.charge]
            filled[index] = above[-1] if above else filled[index]
        return filled

    def _row(
        self, node: Node, times: Times, who: Party, columns: tuple[Column, ...]
    ) -> DraftRow:
        entry = node.entry
        for cell in entry.cells:
            self.used[cell] = None
        if node.is_heading:
            times, who = Times(), Party()
        for cell in (*times.cells, *who.cells):
            self.used[cell] = None
        extra = self._extra(entry, columns, times)
        if who.support:
            extra = {**extra, SUPPORT_LABEL: "; ".join(who.support)}
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
            tuple(dict.fromkeys(cell.place for cell in entry.cells)),
        )

    def _extra(
        self, entry: Entry, columns: tuple[Column, ...], times: Times
    ) -> dict[str, str]:
        """Keep what stands in other columns, each under its header path."""
        found: dict[str, list[str]] = {}
        taken = set(times.cells)
        for column in columns:
            if column.role not in _EXTRA or column.office:
                continue
            for cell in schedule.cells_of(entry, column, columns):
                if not cell.flat or cell in taken:
                    continue
                self.used[cell] = None
                found.setdefault(column.label, []).append(cell.text.replace("\v", "\n"))
        return {label: "\n".join(dict.fromkeys(texts)) for label, texts in found.items()}

    def _leave_line(self, line: Line, why: str) -> None:
        for cell in line.own:
            self.left.setdefault(cell, why)

    def _leave(self, block: Block) -> None:
        """Account for the header, and for what rows say that the plan does not take."""
        for line in block.header:
            for cell in line.own:
                self.used[cell] = None
        for line in block.body:
            for cell in line.own:
                if cell in self.used or cell in self.left:
                    continue
                why = self._why(cell)
                if why:
                    self.left[cell] = why

    def _why(self, cell: Cell) -> str:
        if marks.sign(cell.flat) is marks.Sign.NOT:
            return NOT_PLANNED
        return ON_HEADING

    def _tables(self, block: Block) -> set[str]:
        lines = (*block.header, *block.body, *(line for line, _ in block.left))
        places = {cell.place.partition(", baris")[0] for line in lines for cell in line.distinct}
        return places & set(self._names())

    def _indicators(
        self, found: Sequence[Block], block: Block
    ) -> tuple[tuple[str, str, str], ...]:
        """Read a second table that lists indicators by program."""
        rows: list[tuple[str, str, str]] = []
        for other in found:
            if other is block or not other.is_indicators:
                continue
            columns = roles.propose(other)
            rows += self._indicator_rows(other, columns)
            self._leave(other)
            for line, why in other.left:
                self._leave_line(line, why)
        return tuple(rows)

    def _indicator_rows(
        self, block: Block, columns: tuple[Column, ...]
    ) -> list[tuple[str, str, str]]:
        number = program = ""
        rows = []
        for line in block.body:
            texts = {
                role: " ".join(
                    line.text(at) for one in columns if one.role is role for at in one.places
                ).strip()
                for role in (Role.NUMBER, Role.TEXT, Role.INDICATOR)
            }
            number = texts[Role.NUMBER] or number
            program = texts[Role.TEXT] or program
            for cell in line.own:
                self.used[cell] = None
            indicators = [cell for one in columns if one.role is Role.INDICATOR
                          for at in one.places if (cell := line.cells[at]) and line.begins(at)]  # fmt: skip
            for cell in indicators:
                listed = cell_lists.find(cell.text)
                items = [item.text for item in listed.items] if listed else [cell.flat]
                rows += [(number or str(len(rows) + 1), program, item) for item in items if item]
        return rows


def _called(block: Block) -> str:
    """Call a table by its name and its title."""
    title = next((text for text in reversed(block.titles) if text), "")
    return f"{block.name} ({title[:60]})" if title else block.name


def _seen(column: Column) -> str:
    return f"kolom {column.places[0] + 1}: {column.label}"


def _has_details(entry: Entry, scheduler: Scheduler, parties: Parties) -> bool:
    times = scheduler.of(entry)
    return bool(times.marks or times.cells or parties.of(entry).charge)


def _is_bare(node: Node, scheduler_times: Times, party: Party) -> bool:
    return not scheduler_times.marks and not party.charge


def _end(index: int, nodes: Sequence[Node]) -> int:
    """Return the index after all that stands under a heading."""
    depth = nodes[index].depth
    after = (at for at in range(index + 1, len(nodes)) if nodes[at].depth <= depth)
    return next(after, len(nodes))


def _all_years(node: Node, years: tuple[int, ...]) -> Times:
    return Times() if node.is_heading else Times(dict.fromkeys(years, marks.X))


Drafter = Callable[[Source], DecreeDraft]
__all__ = ["ACTIVITY", "LEVELS", "DecreeDraft", "DraftRow", "NoPlan", "read"]
