"""What a table does not say itself, and its title may: the plan's years, the one in charge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.columns.parties import LEFT_BLANK
from lib.decree.foreign_table import Source
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.tree.entries import TreeEntry, cells_of
from lib.decree.words import periods, title_page
from lib.decree.words.header_words import ColumnRole


@dataclass
class TitleReader:
    """Reads the texts above a table, and notes what is to be asked."""

    source: Source
    titles: Sequence[str]
    answers: Mapping[str, str]
    this_year: int | None
    readings: list[Assumption] = field(default_factory=list)

    def years(
        self, columns: tuple[ForeignColumn, ...], entries: Sequence[TreeEntry]
    ) -> tuple[int, ...]:
        """Return the plan's years: those of its columns, texts and title, else ask."""
        around = [text for table in self.source.tables for text in (*table.before, table.name)]
        titled = title_page.years(self.titles) or title_page.years(around)
        named = named_years(columns)
        times = [column for column in columns if column.role is ColumnRole.TIME]
        texts = [column for column in times if not column.time or not column.time.year]
        for entry in entries:
            for column in texts:
                for cell in cells_of(entry, column, columns):
                    named |= set(periods.years_in(cell.flat))
        if named and not texts:
            return tuple(sorted(named))
        if times and (named or titled):
            return tuple(sorted(named | set(titled)))
        return tuple(sorted(named)) or self._asked_years(titled)

    def _asked_years(self, titled: tuple[int, ...]) -> tuple[int, ...]:
        proposed = titled or self._newest() or ((self.this_year,) if self.this_year else ())
        words = (
            "Tabel ini tidak menyebut tahun. Tahun berapa rencana ini dilaksanakan? "
            "Tulis tahunnya, misalnya 2025 atau 2025-2029."
        )
        shown = ", ".join(map(str, proposed))
        one = reading(QuestionKind.YEAR, "tahun rencana", 1, shown, (), False, words)
        self.readings.append(one)
        return periods.years_in(self.answers.get(one.id, "")) or proposed

    def _newest(self) -> tuple[int, ...]:
        """Return the newest year that stands anywhere in the file."""
        texts = [text for table in self.source.tables for text in (*table.before, *table.after)]
        texts += [cell.flat for cell in self.source.cells]
        found = [year for text in texts for year in periods.years_in(text)]
        return (max(found),) if found else ()

    def office(self, columns: tuple[ForeignColumn, ...]) -> str:
        """Return the one in charge of all, where no column names any; blank for none."""
        if any(column.role is ColumnRole.CHARGE for column in columns):
            return ""
        proposed = title_page.office(self.titles)
        if not proposed:
            return ""
        words = (
            "Tabel ini tidak mempunyai kolom pihak. Apakah semuanya dilaksanakan oleh pihak ini?"
        )
        choices = (proposed, LEFT_BLANK)
        one = reading(QuestionKind.AGENCY, f"judul: {proposed}", 1, proposed, choices, False, words)
        self.readings.append(one)
        chosen = self.answers.get(one.id, proposed)
        return "" if chosen == LEFT_BLANK else chosen


def named_years(columns: Sequence[ForeignColumn]) -> set[int]:
    """Return the years that columns of the plan stand for."""
    wanted = (ColumnRole.TIME, ColumnRole.TARGET, ColumnRole.BUDGET)
    return {one.time.year for one in columns if one.time and one.time.year and one.role in wanted}
