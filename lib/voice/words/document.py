"""What the document behind the figures is called, and what it notes."""

from __future__ import annotations

from lib.plan import schema
from lib.plan.change.lock import locked_until
from lib.plan.plan import Plan


def basis(plan: Plan) -> str:
    """Name the document the plan stands on."""
    kind, number = (plan.document.get(item, "") for item in (schema.TYPE, schema.NUMBER))
    named = " ".join(part for part in (kind, f"Nomor {number}" if number else "") if part)
    return f"Dasar: {named}" if named else "Dokumen dasar belum dicantumkan pada buku kerja"


def locked(plan: Plan) -> str:
    """Say up to where figures are locked; "" where none are."""
    until = locked_until(plan)
    if until is None:
        return ""
    return (
        f"Target dan realisasi sampai {until.label} sudah dikunci; perubahan sesudahnya hanya "
        "lewat koreksi admin yang bercatatan."
    )


def data_notes(count: int) -> str:
    """Say where the figures come from, and how many notes the document has."""
    if not count:
        return "Angka berasal dari sel buku kerja; dokumen tidak memuat catatan"
    return f"Angka berasal dari sel buku kerja; {count} catatan dokumen menyertainya"
