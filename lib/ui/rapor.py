"""The rapor table: what each agency still owes, its kendala, tindak lanjut and bukti."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.plan.attention import unreported
from lib.plan.status import Status
from lib.ui import text

_HEADERS = {
    "no": "No",
    "kegiatan": "Kegiatan",
    "tahun": "Tahun",
    "pihak_terlibat": "Pihak terlibat",
    "realisasi": "Realisasi",
    "target": "Target",
    "status": "Status",
    "tunggakan": "Belum dilaporkan",
    "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut",
    "bukti": "Bukti",
}


def draw(table: pd.DataFrame, agency: str | None) -> None:
    """Draw the rows of `status.activity_status` that are not finished or not fully reported."""
    owed = table[(table["status"] != Status.DONE) | (table["belum_lapor"] > 0)]
    st.subheader(text.rapor(agency, len(owed)), anchor=False)
    if owed.empty:
        return
    st.dataframe(
        rapor_table(owed, with_agency=agency is None),
        hide_index=True,
        alt=text.rapor(agency, len(owed)),
        column_config={
            "Realisasi": st.column_config.ProgressColumn(
                format="%.0f%%", min_value=0, max_value=100, width="small"
            ),
            "Target": st.column_config.NumberColumn(format="%.0f%%", width="small"),
            "Bukti": st.column_config.LinkColumn(display_text=text.OPEN_LINK, width="small"),
            "Tahun": st.column_config.NumberColumn(format="%d", width="small"),
        },
    )


def rapor_table(owed: pd.DataFrame, with_agency: bool) -> pd.DataFrame:
    """Shape rows for reading: Indonesian headers, the first evidence link, what is owed."""
    owed = owed.assign(
        tunggakan=[
            unreported(ended, count)
            for ended, count in zip(owed["berakhir"], owed["belum_lapor"], strict=True)
        ],
        bukti=owed["bukti_dukung"].str.extract(r"^(\S+)", expand=False),
    )
    headers = {
        name: header for name, header in _HEADERS.items() if with_agency or name != "pihak_terlibat"
    }
    return owed[list(headers)].rename(columns=headers)
