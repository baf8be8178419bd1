"""What a change as a whole looks like, said as findings that ask for a yes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from lib.findings import catalogue
from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import Finding
from lib.plan.change import verified
from lib.plan.change.difference import Change, Place
from lib.plan.change.lock import Lock
from lib.plan.change.renumbering import Numbers
from lib.plan.change.suspicion import Suspicion, suspicions
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, column_of
from lib.plan.schema import NATURE, RESULT, Kind, Sheet, column
from lib.plan.text import indonesian
from lib.service.actor import ADMIN, keepers
from lib.typeface.fitting import shorten

_LISTED = 5
_FIRST_DAY = date(1899, 12, 30)
"""Excel counts its days from here."""

VERIFICATION_LAPSED = catalogue.VERIFICATION_LAPSED.code
Address = Callable[[Place], str | None]


def doubts(
    changes: Iterable[Change], before: Plan, after: Plan, address: Address
) -> tuple[Finding, ...]:
    """Return one finding per sign that the change shows; `address` names a cell of the file."""
    return tuple(_said(each, address) for each in suspicions(changes, before, after))


def not_yours(denied: Iterable[Change], plan: Plan, address: Address) -> tuple[Finding, ...]:
    """Say at each cell of a register that it is not its sender's, and whose it is."""
    return tuple(
        catalogue.CELL_NOT_YOURS.at(
            change.sheet.value,
            address(change.place),
            header=change.header,
            row=f"baris {change.key}",
            whose=indonesian.listing(dict.fromkeys((ADMIN, *keepers(change, plan))), "atau"),
        )
        for change in denied
        if change.sheet in REGISTERS
    )


def of_whole(plan: Plan, is_new: bool, made_up: bool) -> tuple[Finding, ...]:
    """Say of a file that its plan is not here yet, and that its figures are made up."""
    found = []
    if made_up:
        found.append(catalogue.PLAN_MADE_UP.at(Sheet.DOCUMENT, nature=plan.document[NATURE]))
    if is_new:
        found.append(catalogue.PLAN_NEW.at(title=shorten(plan.title, 160), period=plan.period))
    return tuple(found)


def lapsed(changes: Iterable[Change], before: Plan) -> Iterator[Finding]:
    """Say which verifications of `before` lapse with the changes, and what of theirs does it."""
    for (no, year), mark, columns in verified.lapsed(changes, before):
        yield catalogue.VERIFICATION_LAPSED.at(
            verified.SHEET,
            no=no,
            year=year,
            until=mark.until,
            result=mark.result,
            headers=_headers(columns),
        )


def locked(changes: Iterable[Change], lock: Lock, address: Address) -> Iterator[Finding]:
    """Refuse changes of locked cells, each at its cell."""
    for change in changes:
        yield catalogue.QUARTER_LOCKED.at(
            change.sheet,
            address(change.place),
            header=change.header,
            no=change.key,
            year=change.year,
            before=_value(change, change.before),
            after=_value(change, change.after),
            until=lock.until.label,
            since=_since(lock),
        )


def _since(lock: Lock) -> str:
    return f" sejak {indonesian.moment(lock.since)} oleh {lock.by}" if lock.since else ""


def outdated(rows: Iterable[verified.Row], address: Address) -> Iterator[Finding]:
    """Say which verifications come too late: their figures are others by now."""
    for no, year in rows:
        place = (verified.SHEET, no, year, RESULT)
        yield catalogue.VERIFICATION_OUTDATED.at(verified.SHEET, address(place), no=no, year=year)


def addressed_by(numbers: Numbers, address: Address) -> Address:
    """Return how cells are named in a file whose new rows got other numbers."""
    before = {(sheet, new): old for (sheet, old), new in numbers.items()}

    def of_file(place: Place) -> str | None:
        sheet, key, year, name = place
        return address((sheet, before.get((sheet, key), key), year, name))

    return of_file if numbers else address


def renumbered(numbers: Numbers, address: Address) -> Iterator[Finding]:
    """Say which new rows got another number than their file gives them."""
    for (sheet, old), new in numbers.items():
        name = REGISTERS[sheet].key
        described = column_of(sheet, name)
        yield catalogue.ROW_RENUMBERED.at(
            sheet,
            address((sheet, new, None, name)),
            header=described.header if described else name,
            before=old,
            after=new,
        )


def _headers(names: Iterable[str]) -> str:
    return indonesian.listing(column(verified.SHEET, name).header for name in names)


def _said(suspicion: Suspicion, address: Address) -> Finding:
    first = suspicion.changes[0]
    return CATALOGUE[suspicion.sign].at(
        suspicion.sheet,
        address(first.place),
        count=indonesian.number(len(suspicion.changes)),
        total=indonesian.number(suspicion.total),
        rows=_rows(suspicion.changes),
        column=first.header,
        before=_value(first, first.before),
        after=_value(first, first.after),
        day=_day(first.after),
    )


def _rows(changes: Iterable[Change]) -> str:
    """List the rows, the first few by name."""
    names = list(dict.fromkeys(f"{change.key} tahun {change.year}" for change in changes))
    rest = len(names) - _LISTED
    return indonesian.listing([*names[:_LISTED], *([f"{rest} baris lain"] if rest > 0 else [])])


def _value(change: Change, value: Any) -> str:
    """Write a cell as its column does."""
    if value is None:
        return "(kosong)"
    if not isinstance(value, int | float):
        return f"“{shorten(str(value), 60)}”"
    match column(change.sheet, change.column).kind:
        case Kind.PERCENT:
            return indonesian.percent(value, 2)
        case Kind.RUPIAH:
            return indonesian.rupiah(value)
        case _:
            return indonesian.number(value, 4)


def _day(value: Any) -> str:
    """Write the day that Excel counts with a number; blank where it counts none."""
    if not isinstance(value, int | float) or not 0 < value < 100_000:
        return ""
    return indonesian.day(_FIRST_DAY + timedelta(days=int(value)))
