"""Texts for WhatsApp: a summary for leadership, a polite reminder per agency.

Nothing is sent and no number is known here: a person copies the text, or opens the link and
picks the recipient in WhatsApp.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd

from lib.briefing.celltext import line
from lib.briefing.source import Briefing
from lib.plan.figures import rollup
from lib.plan.figures.attention import Overdue
from lib.plan.figures.rollup import Rollup
from lib.plan.figures.status import Status
from lib.plan.position import quarter_label
from lib.plan.registers.directives import addressed, open_directives
from lib.plan.standing import Standing
from lib.plan.text.indonesian import listing
from lib.typeface.fitting import shorten
from lib.voice import activities
from lib.voice.concerns import ATTENTION, NOTHING_URGENT, sentence
from lib.voice.directive_words import STILL_OPEN, WORDS, origin, until
from lib.voice.key_figures import figures_of

SHOWN = 12
"""Longest list in a message; what is left out is counted."""
_NAME = 70
"""Longest name of a kegiatan, in characters."""


def whatsapp_link(text: str) -> str:
    """Return the address that opens WhatsApp with the text typed in and nobody chosen."""
    return f"https://wa.me/?text={quote(text, safe='')}"


def leadership_message(briefing: Briefing, link: str) -> str:
    """Summarise a plan for leadership: the finding, the five figures, what needs attention.

    `link` is the address that shows the same position on the dashboard.
    """
    standing = briefing.standing
    figures = [f"• {one.label}: *{one.value}* ({one.note})" for one in figures_of(standing)]
    finding = activities.headline(standing.activities, briefing.position)
    return _joined(
        *_mark(briefing),
        f"*Rencana aksi {_plan_name(briefing)}*",
        f"Posisi {briefing.position.label}, {briefing.label}",
        "",
        f"{finding}.",
        "",
        *figures,
        *_attention(standing),
        "",
        f"Selengkapnya: {link}",
    )


def _attention(standing: Standing) -> list[str]:
    is_reported = standing.plan.is_reported
    found = [item for item in standing.attention if is_reported or isinstance(item, Overdue)]
    if not found:
        return ["", NOTHING_URGENT] if is_reported else []
    items = [line(sentence(item)) for item in found]
    return ["", f"*{ATTENTION}*", *_numbered(items)]


def agency_message(briefing: Briefing, agency: str, link: str) -> str:
    """Remind an agency politely of what its reports still lack, or thank it for lacking nothing.

    Names each kegiatan and quarter; `link` is where the workbook is downloaded and uploaded.
    What meetings asked of it stands below. Raises ValueError for an agency that is not
    `addressed`.
    """
    if agency not in addressed(briefing.plan):
        raise ValueError(f"{agency} is not an agency of this plan")
    standing = briefing.standing
    rows = rollup.select(standing.due, agency=agency)
    items = _gaps(rows, standing)
    return _joined(
        *_mark(briefing),
        f"Yth. Bapak/Ibu di {line(agency)},",
        "",
        *_request(rollup.rollup(rows), items, briefing),
        *_directives(standing, agency),
        "",
        f"{_LINK[bool(items or open_directives(standing.plan, agency))]}: {link}",
        *(["Bila laporan sudah dikirim, mohon abaikan pesan ini."] if items else []),
        "Terima kasih atas kerja samanya.",
        "",
        f"_{briefing.label}_",
    )


def _directives(standing: Standing, agency: str) -> list[str]:
    """List what meetings asked of an agency and is not answered yet; [] where nothing is."""
    items = [
        f"*Arahan {line(one.no)}* ({line(origin(one))}): "
        f"{shorten(line(one.words), WORDS).rstrip('.')}; {until(one, standing.day)}"
        for one in open_directives(standing.plan, agency)
    ]
    return ["", f"{STILL_OPEN}:", "", *_numbered(items)] if items else []


_LINK = {
    True: "Buku kerja dapat diunduh, diisi, dan diunggah kembali di",
    False: "Perkembangannya dapat dilihat di",
}


def _request(sums: Rollup, items: Sequence[str], briefing: Briefing) -> list[str]:
    about = f"rencana aksi {_plan_name(briefing)}, posisi {briefing.position.label}"
    if items:
        return [
            f"Mohon bantuan melengkapi laporan {about}. {_received(sums)}",
            "Yang masih kami nantikan:",
            "",
            *_numbered(items),
        ]
    if not sums.due:
        return [f"Belum ada laporan triwulan yang jatuh tempo pada {about}."]
    return [f"{_received(sums)} Tidak ada lagi yang perlu dilengkapi untuk {about}."]


def _received(sums: Rollup) -> str:
    if sums.due and sums.filled == sums.due:
        count = "Seluruh " * (sums.due > 1) + str(sums.due)
        return f"{count} laporan triwulan yang jatuh tempo sudah kami terima."
    if not sums.filled:
        return f"Belum satu pun dari {sums.due} laporan triwulan kami terima."
    return f"Kami sudah menerima {sums.filled} dari {sums.due} laporan triwulan."


def _gaps(rows: pd.DataFrame, standing: Standing) -> list[str]:
    """Say what is missing, kegiatan-year by kegiatan-year; complete ones are left out."""
    unexplained = {(item.no, item.year) for item in standing.unexplained}
    found = []
    for label, row in zip(rows.index, rows.to_dict("records"), strict=True):
        gaps = missing(row, standing.quarters.loc[label], (row["no"], row["tahun"]) in unexplained)
        if gaps:
            name = shorten(line(row["kegiatan"]), _NAME)
            found.append(f"*{row['no']}* ({row['tahun']}) {name}: {'; '.join(gaps)}")
    return found


def missing(row: Any, cells: pd.DataFrame, unexplained: bool) -> list[str]:
    """Say what a kegiatan-year still lacks: reports by quarter, its kendala, its bukti dukung.

    `row` is of `status.activity_status`, `cells` its four rows of `status.quarter_table`.
    """
    if row["status"] == Status.POSTPONED:
        return []
    blank = cells[cells["jatuh_tempo"] & cells["realisasi"].isna()]["triwulan"]
    gaps = []
    if len(blank):
        gaps.append(f"{listing(map(quarter_label, blank))} belum dilaporkan")
    if unexplained:
        gaps.append("kendala belum ditulis")
    if row["status"] == Status.DONE and not row["berbukti"]:
        gaps.append("bukti dukung belum dilampirkan")
    return gaps


def _plan_name(briefing: Briefing) -> str:
    return f"{line(briefing.plan.government)} {briefing.plan.period}".strip()


def _numbered(items: Sequence[str]) -> list[str]:
    shown = [f"{position}. {item}" for position, item in enumerate(items[:SHOWN], 1)]
    rest = len(items) - SHOWN
    return [*shown, f"dan {rest} lainnya"] if rest > 0 else shown


def _mark(briefing: Briefing) -> list[str]:
    return [f"*{line(briefing.mark)}*", ""] if briefing.mark else []


def _joined(*rows: str) -> str:
    """Join the rows, never with more than one blank row between two others."""
    kept = (row for index, row in enumerate(rows) if row or (index and rows[index - 1]))
    return "\n".join(kept).strip()
