"""From the tables of a file to a draft, step by step: table, columns, rows, times, agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lib.decree import accounting, blocks, corrections, indicator_rows
from lib.decree.blocks import Block
from lib.decree.columns import roles, shading
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.columns.parties import Parties
from lib.decree.columns.schedule import Scheduler, has_numbers
from lib.decree.corrections import RowPart
from lib.decree.draft import LINE, DecreeDraft, DraftRow, Indicator
from lib.decree.draft_rows import RowMaker
from lib.decree.foreign_table import ForeignCell, Source
from lib.decree.no_plan import NoPlan, NoText, TooLong
from lib.decree.questions import Assumption, QuestionKind, identity, reading
from lib.decree.title_questions import TitleReader, named_years
from lib.decree.tree import body, hierarchy
from lib.decree.tree.entries import TreeEntry
from lib.decree.tree.hierarchy import Node
from lib.decree.words import marks, title_page
from lib.decree.words.header_words import LEVELS, ColumnRole

MOST_ROWS = 2_000
"""Rows of one plan's table; the longest seen have a few hundred."""
SPLIT_LISTS = "setiap baris satu kegiatan"
KEEP_LISTS = "satu kegiatan saja"
GOES_ON = "lanjutan uraian di atasnya"
IS_HEADING = "judul"
ON_HEADING = "waktu atau pihak pada baris judul; kegiatan di bawahnya punya sendiri"
NOT_PLANNED = "tanda tidak direncanakan"
OTHER_PLAN = "di tabel rencana yang tidak dipilih"
EMPTY = "strip saja, tanpa isi"
UNUSED_COLUMN = "kolomnya tidak dipakai"


def read(
    source: Source,
    answers: Mapping[str, str] | None = None,
    register: Sequence[str] = (),
    this_year: int | None = None,
) -> DecreeDraft:
    """Read a file's plan, as proposed where nothing was answered.

    `register` lists the known agencies, full names and aliases alike; `this_year` is what a
    table without any year is proposed for. Raises NoPlan, NoText and TooLong.
    """
    return _Drafting(source, dict(answers or {}), tuple(register), this_year).draft()


@dataclass
class _Drafting:
    """One reading on its way; each step takes from those before it."""

    source: Source
    answers: dict[str, str]
    register: tuple[str, ...]
    this_year: int | None
    readings: list[Assumption] = field(default_factory=list)
    used: dict[ForeignCell, None] = field(default_factory=dict)
    left: dict[ForeignCell, str] = field(default_factory=dict)

    def draft(self) -> DecreeDraft:
        found = blocks.find(table for table in self.source.tables if not table.hidden)
        block = self._chosen(found)
        columns = self._columns(block)
        fills, asked = shading.read(block, columns, self.answers)
        self.readings += asked
        entries = self._entries(block, columns, fills)
        titles = TitleReader(self.source, block.titles, self.answers, self.this_year)
        years = titles.years(columns, entries)
        office = titles.office(columns)
        self.readings += titles.readings
        scheduler = Scheduler(columns, years, fills, self.answers, has_numbers(block, columns))
        parties = Parties.of_table(columns, entries, self.register, self.answers)
        nodes = self._nodes(entries, scheduler, parties)
        maker = RowMaker(
            nodes, columns, scheduler, parties, self.answers, block.shows_merges, office
        )
        rows = maker.rows()
        if not rows:
            raise NoPlan(len(self.source.tables))
        self.used.update(dict.fromkeys(maker.used))
        self.readings += [*scheduler.readings(), *parties.readings(), *maker.readings]
        indicators = self._indicators(found, block)
        planned = {year for row in rows for year in row.years} | named_years(columns)
        return self._made(block, columns, rows, indicators, tuple(sorted(planned)) or years)

    def _made(
        self,
        block: Block,
        columns: tuple[ForeignColumn, ...],
        rows: tuple[DraftRow, ...],
        indicators: tuple[Indicator, ...],
        years: tuple[int, ...],
    ) -> DecreeDraft:
        """Put the draft together: its document, its questions, the account of its cells."""
        self._leave(block, columns)
        shaded = [cell for cell in self.used if not cell.flat]
        names = self._tables(block)
        first = [text for table in self.source.tables[:1] for text in table.before]
        texts = dict.fromkeys((*block.titles, *first))
        readings = tuple({one.id: one for one in self.readings}.values())
        document = title_page.read(texts, self._behind(block, names), years)
        return DecreeDraft(
            corrections.document(document, self.answers),
            years,
            rows,
            columns,
            indicators,
            readings,
            tuple(one for one in readings if not one.sure and one.id not in self.answers),
            corrections.known(self.answers),
            accounting.account(self.source, self.used, self.left, shaded, names),
            block.name,
        )

    def _behind(self, block: Block, names: set[str]) -> list[str]:
        """Return the texts behind the plan's table; a signature is often a table of its own."""
        tables = self.source.tables
        last = max((at for at, table in enumerate(tables) if table.name in names), default=0)
        return [*(text for table in tables[last + 1 :] for text in table.before), *block.after]

    def _chosen(self, found: Sequence[Block]) -> Block:
        """Choose the plan's table; several likely ones are asked about."""
        likely = [block for block in found if block.is_plan and block.body]
        if not likely:
            raise NoPlan(len(self.source.tables))
        likely = [
            block for block in likely if {ColumnRole.TIME, ColumnRole.CHARGE} <= block.roles
        ] or likely
        best = next((block for block in likely if len(block.body) > 2), likely[0])
        if len(likely) > 1:
            names = [_called(block) for block in likely]
            seen = f"{len(likely)} tabel: {'; '.join(names)}"
            words = "Berkas ini memuat lebih dari satu tabel rencana. Tabel mana yang dipakai?"
            one = reading(QuestionKind.TABLE, seen, len(likely), _called(best), names, False, words)
            self.readings.append(one)
            chosen = self.answers.get(one.id, one.proposed)
            best = next((block for block in likely if _called(block) == chosen), best)
            for line in (line for one in likely if one is not best for line in one.lines):
                self.left.update(dict.fromkeys(line.own, OTHER_PLAN))
        if len(best.body) > MOST_ROWS:
            raise TooLong(len(best.body))
        return best

    def _columns(self, block: Block) -> tuple[ForeignColumn, ...]:
        proposed = roles.propose(block)
        ids = {column: identity(QuestionKind.COLUMN, _seen(column)) for column in proposed}
        for column in proposed:
            words = f"Untuk apa kolom “{column.label}”?"
            seen, count = _seen(column), len(column.samples)
            self.readings.append(
                reading(
                    QuestionKind.COLUMN,
                    seen,
                    count,
                    column.role,
                    tuple(ColumnRole),
                    column.sure,
                    words,
                )
            )
        settled = roles.settled(proposed, self.answers, ids)
        if not {column.role for column in settled} & {ColumnRole.TEXT, *LEVELS}:
            raise NoText
        return settled

    def _entries(
        self, block: Block, columns: tuple[ForeignColumn, ...], fills: frozenset[str]
    ) -> tuple[TreeEntry, ...]:
        entries, left = body.read(block, columns, fills)
        unsure = [entry for entry in entries if entry.unsure_list and entry.item]
        if unsure:
            words = "Beberapa sel uraian memuat lebih dari satu baris. Apa arti setiap baris itu?"
            seen = f"uraian dengan beberapa baris, misalnya “{unsure[0].text}”"
            count = sum(entry.item is not None and entry.item[0] == 0 for entry in unsure)
            choices = (SPLIT_LISTS, KEEP_LISTS)
            one = reading(QuestionKind.LEVEL, seen, count, SPLIT_LISTS, choices, False, words)
            self.readings.append(one)
            if self.answers.get(one.id) == KEEP_LISTS:
                entries, left = body.read(block, columns, fills, keep_lists=True)
        for line, why in (*block.left, *left):
            for cell in line.own:
                self.left.setdefault(cell, why)
        merged = self._merged(entries, self._loose(entries))
        if len(merged) > MOST_ROWS:
            raise TooLong(len(merged))
        return merged

    def _loose(self, entries: tuple[TreeEntry, ...]) -> set[TreeEntry]:
        """Ask about plain rows without a number between numbers that run on; join them if so."""
        loose = body.loose(entries)
        if not loose:
            return set()
        words = "Apakah baris tanpa nomor itu lanjutan uraian di atasnya, atau sebuah judul?"
        seen = f"baris tanpa nomor, misalnya “{loose[0].text}”"
        choices = (GOES_ON, IS_HEADING)
        one = reading(QuestionKind.LEVEL, seen, len(loose), GOES_ON, choices, False, words)
        self.readings.append(one)
        return set() if self.answers.get(one.id) == IS_HEADING else set(loose)

    def _merged(
        self, entries: tuple[TreeEntry, ...], loose: set[TreeEntry]
    ) -> tuple[TreeEntry, ...]:
        """Join rows to the one above where somebody said so."""
        made: list[TreeEntry] = []
        answers = corrections.by_place(self.answers, RowPart.MERGE)
        for entry in entries:
            said = answers.get(entry.place, "").casefold()
            if made and (said == corrections.YES or (entry in loose and not said)):
                last = made[-1]
                made[-1] = replace(
                    last,
                    text=f"{last.text} {entry.text}",
                    lines=(*last.lines, *entry.lines),
                    cells=(*last.cells, *entry.cells),
                )
            else:
                made.append(entry)
        return tuple(made)

    def _nodes(
        self, entries: tuple[TreeEntry, ...], scheduler: Scheduler, parties: Parties
    ) -> tuple[Node, ...]:
        levels = corrections.by_place(self.answers, RowPart.LEVEL)
        numbers = corrections.by_place(self.answers, RowPart.NUMBER)
        has_details = partial(_has_details, scheduler=scheduler, parties=parties)
        nodes = hierarchy.arrange(entries, has_details, levels, numbers)
        # Looking for details counted every text once already.
        scheduler.counts.clear()
        parties.counts.clear()
        return nodes

    def _leave(self, block: Block, columns: tuple[ForeignColumn, ...]) -> None:
        """Account for the header, and for what rows say that the plan does not take."""
        self.used.update(dict.fromkeys(cell for line in block.header for cell in line.own))
        unused = {at for one in columns if one.role is ColumnRole.UNUSED for at in one.places}
        told = {at for one in columns if one.role in _TOLD for at in one.places}
        numbers = {at for one in columns if one.role is ColumnRole.NUMBER for at in one.places}
        for cell in (cell for line in block.body for cell in line.own):
            at = cell.column - 1
            if cell in self.used or cell in self.left:
                continue
            if at in unused:
                self.left[cell] = UNUSED_COLUMN
            elif marks.sign(cell.flat) is marks.Sign.NOT and at not in told:
                self.left[cell] = EMPTY
            elif marks.sign(cell.flat) is marks.Sign.NOT or cell.flat in self._refused():
                self.left[cell] = NOT_PLANNED
            elif at in told:
                self.left[cell] = ON_HEADING
            elif at in numbers:
                self.left[cell] = body.NUMBER_ALONE

    def _refused(self) -> set[str]:
        """Return the texts that were read, or answered, as not planned."""
        return {
            one.seen
            for one in self.readings
            if self.answers.get(one.id, one.proposed) == marks.Sign.NOT
        }

    def _tables(self, block: Block) -> set[str]:
        cells = (cell for line in block.lines for cell in line.distinct)
        places = {cell.place.partition(LINE)[0] for cell in cells}
        return places & {table.name for table in self.source.tables}

    def _indicators(self, found: Sequence[Block], block: Block) -> tuple[Indicator, ...]:
        rows: list[Indicator] = []
        for other in found:
            if other is not block and other.is_indicators:
                table = indicator_rows.read(other)
                rows += table.rows
                self.used.update(dict.fromkeys(table.cells))
                for line, why in other.left:
                    self.left.update(dict.fromkeys(line.own, why))
        return tuple(rows)


_TOLD = (ColumnRole.TIME, ColumnRole.CHARGE)


def _called(block: Block) -> str:
    """Call a table by its name and its title."""
    title = next((text for text in reversed(block.titles) if text), "")
    return f"{block.name} ({title[:60]})" if title else block.name


def _seen(column: ForeignColumn) -> str:
    return f"kolom {column.places[0] + 1}: {column.label}"


def _has_details(entry: TreeEntry, scheduler: Scheduler, parties: Parties) -> bool:
    times = scheduler.of(entry)
    return bool(times.marks or parties.of(entry).charge)
