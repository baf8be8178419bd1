"""Sentences of the list "Yang perlu Anda laporkan"."""

from __future__ import annotations

from datetime import date

from lib.plan.position import quarter_label
from lib.plan.reporting.calendar import OwedReport
from lib.plan.reporting.checking import Checking
from lib.plan.text.clean_text import one_line
from lib.plan.text.indonesian import day, listing, number
from lib.typeface.fitting import shorten
from lib.voice.words.sayings import silent_quarters

_NOTE = 160
"""Letters quoted of what a verifier asks for; the card has it whole."""
TO_REPORT = "Yang perlu Anda laporkan"
TO_CHECK = "Yang menunggu pemeriksaan Anda"
NOTHING_TO_CHECK = "Tidak ada laporan yang menunggu pemeriksaan Anda."
TO_MEND = "Yang diminta verifikator untuk diperbaiki"
NOTHING_OWED = "Tidak ada yang perlu Anda laporkan saat ini."


def item(report: OwedReport, name: str, today: date, is_stated: bool) -> str:
    """Say what a row owes and until when; `name` is markdown.

    Only where the plan itself states when reports are due is one called late.
    """
    last = report.last.position
    count = last.quarter - report.first.position.quarter + 1
    quarters = f"{silent_quarters(last.quarter, count)} {last.year}"
    until, late = day(report.first.due), report.first.days_late(today)
    if not is_stated:
        return f"- {name}: {quarters}, batas {until} (asumsi)"
    when = f"**terlambat {number(late)} hari** (batas {until})" if late else f"batas {until}"
    return f"- {name}: {quarters}, {when}"


def to_check(one: Checking) -> str:
    """Say behind a kegiatan's name what waits for a verifier."""
    who = f" · {listing(one.agencies)}" if one.agencies else ""
    return f"({one.year}): sampai {quarter_label(one.quarter)}{who}"


def to_mend(one: Checking) -> str:
    """Say behind a kegiatan's name what a verifier asks for."""
    quarter = f" sampai {quarter_label(one.quarter)}" if one.quarter else ""
    return f"({one.year}{quarter}): {shorten(one_line(one.note), _NOTE)}"


def rule(days: int | None) -> str:
    """Say when reports are due; None where the plan states no number of days."""
    if days is None:
        return (
            "Batas lapor pada lembar Dokumen kosong atau bukan jumlah hari, jadi dipakai akhir "
            "triwulan (asumsi). Admin dapat mengisinya, misalnya 5."
        )
    if not days:
        return "Batas lapor: akhir triwulan."
    return (
        f"Batas lapor: {days} hari kerja (Senin sampai Jumat) setelah akhir triwulan. "
        "Hari libur tidak diketahui di sini."
    )
