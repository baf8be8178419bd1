"""Records for the versions that were kept as workbooks only, made at the first opening."""

from __future__ import annotations

from lib.plan.change.difference import same
from lib.plan.record import packed, unpacked
from lib.store import old_versions
from lib.store.store import Store
from lib.workbook.reading import reader


def give_records(store: Store) -> None:
    """Give every version that lacks one its record, all in one step.

    The reading is done before anything is locked: processes that start together may each do it,
    and one of them stores it. A version whose workbook cannot be read stays without; reading it
    says so (`library.Damaged`), and the next opening tries again.
    """
    places = old_versions.unrecorded(store.engine)
    found = {place: _record(old_versions.workbook(store.engine, place)) for place in places}
    records = {place: content for place, content in found.items() if content}
    if records:
        old_versions.add_records(store.engine, records)


def _record(workbook: bytes) -> bytes | None:
    try:
        plan = reader.read(workbook)
    except ValueError:
        return None
    content = packed(plan)
    return content if same(unpacked(content, ""), plan) else None
