"""The rapor: what each agency still owes, its kendala, tindak lanjut and bukti."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lib.charts.palette import BRIGHT
from lib.charts.rows import records
from lib.plan.figures.rollup import Rollup
from lib.plan.figures.status import Status
from lib.plan.text.indonesian import MISSING, percent
from lib.plan.text.mentions import ACTIVITY
from lib.typeface.fitting import shorten
from lib.ui.escape import address, markdown, plain
from lib.ui.viewer import leads
from lib.ui.words import text
from lib.voice.key_figures import evidence_sentence
from lib.voice.words.sayings import goal_of, not_due, owed, silent_quarters

LONGEST = 300
"""Characters shown of a kendala or tindak lanjut; the workbook holds the rest."""
_AGENCIES = "Pihak terlibat"
_HEADERS = (
    *("No", "Kegiatan", "Tahun", _AGENCIES, "Status", "Realisasi", "Target"),
    *("Belum dilaporkan", "Kendala", "Tindak lanjut", "Bukti"),
)


def evidence(sums: Rollup) -> None:
    """Say how many finished rows carry evidence."""
    if said := evidence_sentence(sums):
        st.markdown(f":small[{markdown(said)}]")


def draw(rows: pd.DataFrame, agency: str | None, compact: bool = False) -> None:
    """Draw rows of `status.activity_status`: what is not finished or not fully reported.

    On a phone each stands on a card of its own: no table of this width could be read there.
    """
    heading = text.rapor(agency, len(rows))
    st.header(heading, anchor=False)
    if compact:
        for row in records(rows):
            _card(row)
    elif not rows.empty:
        st.table(rapor_table(rows, with_agency=agency is None), hide_index=True, alt=heading)


def rapor_table(rows: pd.DataFrame, with_agency: bool) -> pd.DataFrame:
    """Lay rows out for st.table: Indonesian headers, the first evidence link, what is owed.

    Cells are markdown.
    """
    table = pd.DataFrame([_cells(row) for row in records(rows)], columns=_HEADERS)
    return table if with_agency else table.drop(columns=_AGENCIES)


def _cells(row: Any) -> tuple[str, ...]:
    link = _evidence(row)
    return (
        markdown(row.no),
        leads.link(ACTIVITY, row.no, row.kegiatan),
        str(row.tahun),
        markdown(row.pihak_terlibat),
        _state(row),
        percent(row.realisasi),
        _goal(row),
        _unreported(row),
        _told(row.kendala),
        _told(row.tindak_lanjut),
        f"[{text.OPEN_LINK}](<{address(link)}>)" if link else "",
    )


def _card(row: Any) -> None:
    lines = [
        f"**{markdown(row.no)} ({row.tahun})** {leads.link(ACTIVITY, row.no, row.kegiatan)}",
        f"**{_state(row)}** · {markdown(row.pihak_terlibat)}",
        f"Realisasi {percent(row.realisasi)}, target {_goal(row)}",
        owed(row),
        not_due(row),
        f"Kendala: {_told(row.kendala)}" if _told(row.kendala) else "",
        f"Tindak lanjut: {_told(row.tindak_lanjut)}" if _told(row.tindak_lanjut) else "",
    ]
    with st.container(border=True):
        st.markdown("  \n".join(line for line in lines if line))
        if link := _evidence(row):
            st.link_button(text.OPEN_EVIDENCE, link, type="tertiary", icon=":material/link:")


def _state(row: Any) -> str:
    status = Status(row.status)
    return f"{markdown(BRIGHT.status[status].mark)} {status}"


def _unreported(row: Any) -> str:
    """Name the quarters owed, and apart from them those that are not due yet."""
    return ", ".join(filter(None, (silent_quarters(row.berakhir, row.belum_lapor), not_due(row))))


def _goal(row: Any) -> str:
    return goal_of(row) if row.target == row.target else MISSING


def _told(cell: object) -> str:
    return markdown(shorten(plain(cell), LONGEST))


def _evidence(row: Any) -> str:
    """Return the first link of a row's evidence; "" where there is none."""
    links = row.bukti_dukung.split() if isinstance(row.bukti_dukung, str) else []
    return links[0] if links else ""
