"""The whole way from a decree's file to a workbook of ours, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from lib.decree import drafting, result
from lib.decree.columns import known_offices
from lib.decree.draft import DecreeDraft, DraftRow
from lib.decree.no_plan import NoPlan, NoText, TooLong
from lib.decree.questions import Assumption
from lib.decree.source.opening import open_source
from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.breach import Breach, Rule
from lib.plan.kept import kept
from lib.plan.plan import Plan
from lib.plan.register import NOBODY, Register
from lib.plan.rules import oddities
from lib.plan.text.indonesian import number
from lib.workbook import intake
from lib.workbook.writing import writer
from lib.xlsx.limits import Refused

MOST_TOLD = 20
"""Rows that are told of one by one; the last says how many follow."""


@dataclass(frozen=True)
class Conversion:
    """A file converted as far as it goes; its workbook is made when it is asked for."""

    draft: DecreeDraft | None
    refused: tuple[Finding, ...] = ()
    """Why the file gives no draft."""
    register: Register = NOBODY
    taken: Collection[str] = ()

    @kept
    def plan(self) -> Plan | None:
        """Made where one was found, with the proposed readings."""
        return result.plan(self.draft, self.register, self.taken) if self.draft else None

    @kept
    def workbook(self) -> bytes | None:
        """The plan as a workbook of our shape."""
        return writer.write(self.plan) if self.plan else None

    @kept
    def findings(self) -> tuple[Finding, ...]:
        """Why the file, or the workbook made of it, is refused; none where it is not."""
        if self.workbook is None:
            return self.refused
        return intake.examine(self.workbook, "rencana.xlsx").errors

    @kept
    def notices(self) -> tuple[Finding, ...]:
        """What the decree prints that a reader should know of, each at its row there."""
        if self.plan is None or self.draft is None:
            return ()
        rows = {row.code: row for row in self.draft.rows}
        told = [_told(one, rows) for one in oddities(self.plan)]
        if len(told) <= MOST_TOLD:
            return tuple(told)
        last, more = told[MOST_TOLD - 1], number(len(told) - MOST_TOLD)
        seen = f"{last.seen} Demikian pula {more} baris lain."
        return *told[: MOST_TOLD - 1], replace(last, seen=seen)

    @property
    def questions(self) -> tuple[Assumption, ...]:
        """What must still be answered."""
        return self.draft.open if self.draft else ()

    @property
    def asked(self) -> tuple[Assumption, ...]:
        """All that is unsure, answered or not."""
        return tuple(one for one in self.draft.readings if not one.sure) if self.draft else ()

    @property
    def known(self) -> set[str]:
        """The ids that answers may have, corrections by row among them."""
        if self.draft is None:
            return set()
        return {one.id for one in self.draft.readings} | self.draft.corrected

    @property
    def accepted(self) -> bool:
        """Whether nothing is open and the workbook would pass the usual check."""
        return self.workbook is not None and not self.questions and not self.findings


def _told(odd: Breach, rows: Mapping[str, DraftRow]) -> Finding:
    row = rows[odd.key]
    place = row.table, f"baris {row.line}"
    if odd.rule is Rule.GROUP_MISSING:
        return catalogue.DECREE_ROW_ALONE.at(*place, text=row.text)
    first = rows[odd.first or ""].line
    entry = catalogue.DECREE_NUMBER_DOUBLED
    return entry.at(*place, no=row.number, first=first, code=row.code)


def convert(
    content: bytes,
    name: str,
    answers: Mapping[str, str] | None = None,
    register: Register = NOBODY,
    this_year: int | None = None,
    taken: Collection[str] = (),
) -> Conversion:
    """Read a decree's file and make the workbook of it; never raises for a bad file.

    `register` is what agencies are known by: their names, full names and aliases; `taken` are
    the ids of plans that this one is not.
    """
    names = tuple(known for agency in register.agencies for known in agency.names)
    try:
        made = drafting.read(open_source(content, name), answers, names, this_year)
    except Refused as refused:
        return Conversion(None, (refused.finding,))
    except NoPlan as none:
        return Conversion(None, (catalogue.DECREE_NO_PLAN.at(count=none.tables),))
    except NoText:
        return Conversion(None, (catalogue.DECREE_NO_TEXT.at(),))
    except TooLong as long:
        count, limit = number(long.rows), number(drafting.MOST_ROWS)
        return Conversion(None, (catalogue.DECREE_LONG.at(count=count, limit=limit),))
    said = answers or {}
    draft = known_offices.asked(made, register, said)
    return Conversion(draft, register=known_offices.taught(register, draft, said), taken=taken)
